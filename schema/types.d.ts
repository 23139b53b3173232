// The types of every document, generated from schema/strict by tests/consumers/types.mjs.

/**
 * An edition such as `2025-26`.
 */
export type EditionId = string & {readonly dspt?: "EditionId"};
/**
 * An ODS code of 3 to 10 capitals and digits such as `VM0X1`.
 */
export type OdsCode = string & {readonly dspt?: "OdsCode"};
/**
 * The sector under which an organisation is registered.
 * `social-care`: Adult social care.
 * `other`: Any other; the questions here are not theirs.
 */
export type Sector = "social-care" | "other";
/**
 * Where an organisation works.
 * `england`: England, which the toolkit is for.
 * `wales`: Wales, which has its own toolkit.
 * `scotland`: Scotland, which has its own toolkit.
 * `northern-ireland`: Northern Ireland, which has its own.
 * `isle-of-man`: The Isle of Man, where some use the toolkit.
 */
export type Nation = "england" | "wales" | "scotland" | "northern-ireland" | "isle-of-man";
/**
 * Whether an organisation uses NHSmail.
 * `only-email-system`: It is the only email system.
 * `used`: It is used beside others.
 * `no`: It is not used.
 * `not-sure`: Nobody is sure.
 */
export type Nhsmail = "only-email-system" | "used" | "no" | "not-sure";
/**
 * Whether an organisation holds a certificate.
 */
export type Holding = YesHolding | NoHolding | NotSureHolding;
/**
 * Whether a site works as the head office does.
 * `shared`: It does.
 * `different`: It has its own way.
 */
export type Sharing = "shared" | "different";
/**
 * A level at which organisations have published, including those that are history.
 * `standards-not-met`: History: published without meeting the standards.
 * `entry-level`: History: the first step until March 2021.
 * `approaching-standards`: Approaching Standards.
 * `standards-met`: Standards Met.
 * `standards-exceeded`: Standards Exceeded.
 */
export type PublishedLevel =
  "standards-not-met" | "entry-level" | "approaching-standards" | "standards-met" | "standards-exceeded";
/**
 * Publications in the order of their days; it only grows at its end.
 *
 * @maxItems 1000
 */
export type History = PastPublication[];
/**
 * The sites on record, each code once: two entries for a site could differ in what it shares.
 *
 * @maxItems 1000
 */
export type Sites = Site[];
/**
 * An assertion code such as `10.1`.
 */
export type AssertionCode = string & {readonly dspt?: "AssertionCode"};
/**
 * A question code such as `10.1.2`.
 */
export type QuestionCode = string & {readonly dspt?: "QuestionCode"};
/**
 * How far an item is.
 * `to-do`: Not begun.
 * `in-progress`: Begun.
 * `done`: Done.
 */
export type PlanStatus = "to-do" | "in-progress" | "done";
/**
 * The answers by question code.
 */
export type Responses = {[key: QuestionCode]: Response};
/**
 * How sure a fact is.
 * `confirmed`: A source says it for this edition.
 * `inferred`: Our reading of the sources, with the reason beside it.
 * `unknown`: No source settles it; the best reading does without it.
 */
export type Certainty = "confirmed" | "inferred" | "unknown";
/**
 * An id of small letters, digits and hyphens such as `nhs-register-2022`.
 */
export type SourceId = string & {readonly dspt?: "SourceId"};
/**
 * A level of the toolkit that can be reached; each one includes those below it.
 * `approaching-standards`: A first step for providers that have not published before; comes with an action plan.
 * `standards-met`: What every provider is expected to reach.
 * `standards-exceeded`: A step beyond what is expected.
 */
export type Level = "approaching-standards" | "standards-met" | "standards-exceeded";
/**
 * A certificate that the organisation profile asks about or that providers often bring up.
 * `cyber-essentials-plus`: Cyber Essentials Plus, tested by an assessor.
 * `cyber-essentials`: Cyber Essentials, the self-assessed scheme.
 * `iso-27001`: ISO/IEC 27001.
 */
export type Certificate = "cyber-essentials-plus" | "cyber-essentials" | "iso-27001";
/**
 * Which assertions must be confirmed.
 * `every`: Every one, those with optional questions that nobody has touched included.
 * `with-mandatory-questions`: Those with a mandatory question.
 */
export type AssertionGate = "every" | "with-mandatory-questions";
/**
 * What a level asks for.
 */
export type Rule =
  | AllOfRule
  | AnyOfRule
  | EveryMandatoryCompleteRule
  | EveryQuestionCompleteRule
  | LevelMetRule
  | CertificateCurrentRule;
/**
 * The headings under which the social care view groups its questions.
 * `staffing-and-roles`: Staffing and roles.
 * `policies-and-procedures`: Policies and procedures.
 * `data-security`: Data security.
 * `it-systems-and-devices`: IT systems and devices.
 */
export type Heading = "staffing-and-roles" | "policies-and-procedures" | "data-security" | "it-systems-and-devices";
/**
 * The kind of answer a question takes.
 * `text`: Words in a text box.
 * `confirmation`: A tick, with a comment if one likes.
 * `document`: A document: uploaded, linked, or where it is kept.
 * `date`: A date.
 */
export type EvidenceType = "text" | "confirmation" | "document" | "date";
/**
 * Where the portal wants "Not applicable" written.
 * `comment`: In the comment, beside a tick.
 * `answer-text`: In the text box of the answer.
 * `document-location`: In the text that says where the document is kept.
 */
export type Route = "comment" | "answer-text" | "document-location";
/**
 * Whether "Not applicable" needs a reason.
 * `not-asked`: The words alone are enough.
 * `asked`: The answer has to say why.
 */
export type Reason = "not-asked" | "asked";
/**
 * What can take a question away.
 * `cyber-essentials-plus`: A Cyber Essentials Plus certificate that is in date.
 * `nhsmail-only`: NHSmail as the only email system.
 */
export type ExemptionGround = "cyber-essentials-plus" | "nhsmail-only";
/**
 * When evidence must have been reviewed.
 */
export type Window = SinceWindow | WithinMonthsWindow;
/**
 * How a question relates to one of the edition before (OSCAL's six relations).
 * `equal-to`: The same question.
 * `equivalent-to`: The same demand in other words.
 * `subset-of`: Asks for less.
 * `superset-of`: Asks for more.
 * `intersects-with`: Asks for partly the same.
 * `no-relationship`: New.
 */
export type Relation =
  "equal-to" | "equivalent-to" | "subset-of" | "superset-of" | "intersects-with" | "no-relationship";
/**
 * How much a source counts when it disagrees with another.
 * `official`: The NHS itself: the toolkit's pages, NHS England, data it exports.
 * `national-programme`: The support programme that the NHS funds for social care.
 * `local-body`: A care association, council or integrated care board.
 * `transcription`: Somebody else's copy of an official file.
 * `vendor`: A company or consultant.
 */
export type Standing = "official" | "national-programme" | "local-body" | "transcription" | "vendor";
/**
 * The address of a fact such as `/questions/7.1.1/evidenceType`.
 */
export type FactAddress = string & {readonly dspt?: "FactAddress"};
/**
 * A language such as `cy` or `en-GB`.
 */
export type Locale = string & {readonly dspt?: "Locale"};
/**
 * Whether a pack is meant to have everything.
 * `partial`: What is missing is said in this library's own words.
 * `complete`: What is missing is a mistake.
 */
export type Coverage = "partial" | "complete";
/**
 * One particular of a message: a name and a value, for messages in words of one's own.
 */
export type Argument =
  | TextArgument
  | NumberArgument
  | DateArgument
  | WordArgument
  | WordsArgument
  | QuestionArgument
  | CodesArgument
  | EditionArgument
  | SentenceArgument;
/**
 * What became of a question.
 * `copied`: Its answer was copied.
 * `moved`: Its answer was moved to a new code.
 * `fresh-look`: Its answer was copied or moved, and the question asks in other words: look at it afresh.
 * `still-unanswered`: It had no answer and has none.
 * `new`: The question is new and has no answer.
 * `new-on-record`: The question is in the bank for the first time; whether it is new is not on record.
 * `replaced`: It asks for something so different that its answer was left behind.
 * `gone`: The question is gone, and its answer was left behind.
 * `not-listed`: The old edition's bank does not list the question; its answer was left behind.
 */
export type LineOutcome =
  "copied" | "moved" | "fresh-look" | "still-unanswered" | "new" | "new-on-record" | "replaced" | "gone" | "not-listed";
/**
 * One answer, with what belongs to it.
 */
export type Response = TextResponse | ConfirmationResponse | DocumentResponse | DateResponse | NotApplicableResponse;
/**
 * Where an answer comes from.
 */
export type Origin = GivenOrigin | CarriedOverOrigin;
/**
 * What was found by a question that looks for something, such as unsupported software.
 * `nothing`: Nothing.
 * `something`: Something.
 */
export type Found = "nothing" | "something";
/**
 * Why a change does not touch an organisation.
 * `optional`: No level that the organisation has or is expected to reach asks for the question, and it has no answer.
 * `higher-level`: It is about a level above those that the organisation has or is expected to reach.
 * `asked-anyway`: The question is asked for anyway, for another level.
 * `told-already`: It is told already, for a lower level.
 * `not-needed`: The question is taken away or not needed all the same.
 * `unanswered`: There is no answer that it could bear on.
 * `no-difference`: The answer comes to the same.
 * `not-held`: The organisation does not hold what it is about.
 * `level-not-reached`: The organisation neither has the level nor has published at it.
 * `other-case`: It is about organisations of another kind or with another history.
 * `told-by-question`: It is a number, and the questions behind it are told by themselves.
 * `nothing-to-do`: There is nothing to do about it.
 */
export type LeftOutReason =
  | "optional"
  | "higher-level"
  | "asked-anyway"
  | "told-already"
  | "not-needed"
  | "unanswered"
  | "no-difference"
  | "not-held"
  | "level-not-reached"
  | "other-case"
  | "told-by-question"
  | "nothing-to-do";
/**
 * What changed about an edition.
 */
export type EditionChange =
  | OpeningEditionChange
  | DeadlineEditionChange
  | OfficialCountEditionChange
  | TotalEditionChange
  | ToolkitVersionEditionChange
  | ScopeEditionChange
  | ReconfirmationAskedEditionChange
  | ReconfirmationNoLongerAskedEditionChange
  | CertificateTakesQuestionsAwayEditionChange
  | CertificateNoLongerTakesQuestionsAwayEditionChange
  | GateSetEditionChange
  | GateLiftedEditionChange
  | AssertionsConfirmedEditionChange
  | RepublishAtLeastEditionChange
  | LevelRuleEditionChange
  | ReadingLeftOpenEditionChange
  | ReadingNoLongerOpenEditionChange
  | NowKnownEditionChange
  | NoLongerKnownEditionChange;
/**
 * A gate of publication: what an edition asks for besides the level.
 * `profile-confirmed`: The profile must be confirmed, and confirmed again once it has changed.
 * `assertions-confirmed`: Assertions must be confirmed by whoever has published before.
 * `approaching-only-first`: Approaching Standards can only be published by those who have not published before.
 * `action-plan`: Approaching Standards needs an action plan.
 * `republish-at-least`: There is a lowest level for those who have published before.
 * `entry-level-counts`: A publication at Entry Level counts as having published before.
 * `only-administrators-publish`: Administrator members alone may publish.
 * `sites-on-record`: A publication covers only sites that are on record for the organisation.
 * `sites-share-arrangements`: A publication covers only sites that share the organisation's arrangements.
 * `sites-need-head-office`: Sites are covered from a head-office code only.
 */
export type GateName =
  | "profile-confirmed"
  | "assertions-confirmed"
  | "approaching-only-first"
  | "action-plan"
  | "republish-at-least"
  | "entry-level-counts"
  | "only-administrators-publish"
  | "sites-on-record"
  | "sites-share-arrangements"
  | "sites-need-head-office";
/**
 * A point of the question bank that can be on record for one edition and not for another.
 * `opening`: When the edition opened.
 * `deadline`: The last day on which publishing counts as on time.
 * `official-count`: How many questions are mandatory for a level.
 * `total`: How many questions the toolkit shows in all.
 * `toolkit-version`: The version number of the toolkit.
 * `scope`: Whom the questions are for.
 * `reconfirmation`: Whether answers that were carried over wait to be confirmed.
 * `certificate-effect`: Whether a certificate takes questions away.
 * `gate`: What stands before a publication.
 * `level-rule`: The rule of a level.
 * `mandatory`: Whether a question is mandatory for a level.
 * `heading`: The heading a question stands under.
 * `evidence-type`: The kind of answer a question takes.
 * `part`: That a document is asked for beside others.
 * `not-applicable`: How "Not applicable" is answered.
 * `exemption`: What takes a question away.
 * `review-window`: When evidence must have been reviewed.
 * `threshold`: How many people must have been trained.
 * `rolling-programme`: Whether a rolling programme is accepted in place of the threshold.
 * `needed-when`: When a question is needed.
 * `looks-for`: What the answer to a question says whether it was found.
 */
export type DiffTopic =
  | "opening"
  | "deadline"
  | "official-count"
  | "total"
  | "toolkit-version"
  | "scope"
  | "reconfirmation"
  | "certificate-effect"
  | "gate"
  | "level-rule"
  | "mandatory"
  | "heading"
  | "evidence-type"
  | "part"
  | "not-applicable"
  | "exemption"
  | "review-window"
  | "threshold"
  | "rolling-programme"
  | "needed-when"
  | "looks-for";
/**
 * In what way a change touches an organisation.
 * `answer-wanted`: The question is asked for now, and there is no answer that counts.
 * `no-longer-counts`: The answer counted, and it no longer does.
 * `lapses`: The answer counts on the day, and no longer on the deadline of the later edition.
 * `no-longer-taken-away`: What took the question away takes it away no longer.
 * `answer-left-behind`: The answer has no place in the edition compared to.
 * `look-afresh`: The question is put in other words than those that were answered.
 * `said-otherwise`: Something else is said of the answer, which counts or does not as before.
 * `depends-on-profile`: Whether it makes a difference hangs on an answer of the profile that is open.
 * `answer-moves`: The answer stands at another place.
 * `answer-there`: The question is asked for now, and an answer is there.
 * `now-counts`: The answer did not count, and it does now.
 * `lasts`: The answer counts on the deadline of the later edition, and would not have by the rule before.
 * `taken-away`: What the organisation holds takes the question away now.
 * `no-longer-wanted`: The question was asked for, and is no longer.
 * `level-lost`: The answers came to the level, and no longer do.
 * `level-gained`: The answers come to the level now.
 * `level-held`: The organisation has the level, or has published at it, and the rule has changed.
 * `day-to-keep`: A day to keep.
 * `answers-to-confirm`: Whether answers that were carried over have to be confirmed.
 * `out-of-scope`: The edition is no longer for the organisation.
 * `in-scope`: The edition is for the organisation now.
 * `gate-ahead`: What stands before a publication stands before the organisation's.
 * `certificate-held`: The organisation holds the certificate.
 */
export type TouchReason =
  | "answer-wanted"
  | "no-longer-counts"
  | "lapses"
  | "no-longer-taken-away"
  | "answer-left-behind"
  | "look-afresh"
  | "said-otherwise"
  | "depends-on-profile"
  | "answer-moves"
  | "answer-there"
  | "now-counts"
  | "lasts"
  | "taken-away"
  | "no-longer-wanted"
  | "level-lost"
  | "level-gained"
  | "level-held"
  | "day-to-keep"
  | "answers-to-confirm"
  | "out-of-scope"
  | "in-scope"
  | "gate-ahead"
  | "certificate-held";
/**
 * What a question comes to in the best reading; the first three count as done.
 * `complete`: Answered, and nothing stands against the answer.
 * `not-applicable`: Does not apply, and that is accepted.
 * `exempt`: Taken away by a certificate or a way of working.
 * `incomplete`: Answered, but something stands against the answer.
 * `unanswered`: Not answered.
 */
export type QuestionStatus = "complete" | "not-applicable" | "exempt" | "incomplete" | "unanswered";
/**
 * What changed about a question.
 */
export type QuestionChange =
  | AddedQuestionChange
  | RemovedQuestionChange
  | NewOnRecordQuestionChange
  | NoLongerOnRecordQuestionChange
  | RenumberedQuestionChange
  | RewordedQuestionChange
  | ReplacedQuestionChange
  | NewlyMandatoryQuestionChange
  | NoLongerMandatoryQuestionChange
  | HeadingQuestionChange
  | EvidenceTypeQuestionChange
  | PartAskedQuestionChange
  | PartNoLongerAskedQuestionChange
  | NotApplicableQuestionChange
  | ExemptedQuestionChange
  | NoLongerExemptedQuestionChange
  | ReviewWindowQuestionChange
  | ThresholdQuestionChange
  | RollingProgrammeAcceptedQuestionChange
  | RollingProgrammeNoLongerAcceptedQuestionChange
  | NeededWhenQuestionChange
  | LooksForQuestionChange
  | NowKnownQuestionChange
  | NoLongerKnownQuestionChange;
/**
 * How sure the level is.
 */
export type Verdict = ConfirmedVerdict | InferredVerdict;
/**
 * What a fact of the bank says something about.
 * `listed`: That the edition has the question.
 * `mandatory`: Whether the question is mandatory for a level.
 * `evidence-type`: The kind of answer the question takes.
 * `part`: That a document is asked for beside others.
 * `not-applicable`: How "Not applicable" is answered.
 * `exemption`: What takes the question away.
 * `review-window`: When evidence must have been reviewed.
 * `threshold`: How many people must have been trained.
 * `rolling-programme`: Whether a rolling programme is accepted in place of the threshold.
 * `needed-when`: When the question is needed.
 * `reconfirmation`: That answers carried over must be reconfirmed.
 * `level-rule`: The rule of a level.
 * `catalogue`: How many questions the edition has.
 * `official-count`: How many questions are mandatory for a level.
 */
export type FactName =
  | "listed"
  | "mandatory"
  | "evidence-type"
  | "part"
  | "not-applicable"
  | "exemption"
  | "review-window"
  | "threshold"
  | "rolling-programme"
  | "needed-when"
  | "reconfirmation"
  | "level-rule"
  | "catalogue"
  | "official-count";
/**
 * Whether a level is met.
 * `met`: It is.
 * `undetermined`: Nothing listed stands in the way, but the rule asks about questions that the bank does not list.
 * `not-met`: It is not.
 */
export type LevelState = "met" | "undetermined" | "not-met";
/**
 * Something that stands in the way of a level.
 */
export type Blocker = QuestionBlocker | UnlistedBlocker | CertificateBlocker | AnyOfBlocker;
/**
 * The questions that are counted together: those of a heading, or all of them.
 */
export type Group =
  | "staffing-and-roles"
  | "policies-and-procedures"
  | "data-security"
  | "it-systems-and-devices"
  | "heading-not-on-record"
  | "everything";
/**
 * What a finding does to the verdict.
 * `blocks`: The question does not count as done while it stands.
 * `advises`: It changes nothing, and is worth knowing.
 */
export type Effect = "blocks" | "advises";
/**
 * What a level is for.
 * `reach`: The answers support it.
 * `publication`: It can be published on the day.
 */
export type Purpose = "reach" | "publication";
/**
 * Whether a path leads to the aim.
 * `reached`: There is nothing to do.
 * `open`: The steps lead there.
 * `no-way`: No step leads there.
 */
export type PathState = "reached" | "open" | "no-way";
/**
 * How much a step takes, least first: the order in which a person would work.
 * `record`: Say in the profile what may be so already.
 * `quick-win`: Tick, confirm, or note a date or a reason.
 * `renew`: Renew a document or a certificate.
 * `write`: Write an answer, a policy or a register.
 * `arrange`: Arrange what others have to do: training, a certificate, another way of working.
 * `finish`: What comes last before publishing.
 */
export type Effort = "record" | "quick-win" | "renew" | "write" | "arrange" | "finish";
/**
 * One thing that is supposed of an assessment.
 */
export type Alteration =
  | AnswerAlteration
  | NoAnswerAlteration
  | CertificateAlteration
  | NhsmailAlteration
  | ProfileConfirmedAlteration
  | AssertionsConfirmedAlteration
  | ActionPlanAlteration
  | DayAlteration
  | EditionAlteration;
/**
 * What an organisation sees; it follows from what it has published.
 * `first-publication`: Before the first publication: the questions for Standards Met, those for Approaching Standards marked mandatory.
 * `standard`: From the first publication on: all questions, those for Standards Met marked mandatory, and a progress link.
 */
export type View = "first-publication" | "standard";
/**
 * What a user is in the toolkit; there are exactly three roles.
 * `auditor`: Sees everything and changes nothing.
 * `member`: Gives the answers and their evidence.
 * `administrator-member`: Does everything, publishing and the users included.
 */
export type Role = "auditor" | "member" | "administrator-member";
/**
 * What can still become of a level.
 * `certain`: The answers support it already.
 * `open`: It is in reach without taking back anything said.
 * `closed`: Something said has to be taken back first.
 */
export type Prospect = "certain" | "open" | "closed";
/**
 * How long a publication counts. No formal rule is on record; sources describe it in two ways.
 * `twelve-months`: Twelve months: to the same day of the next year, that day included.
 * `next-deadline`: To the deadline of the next edition, that day included.
 */
export type ValidityPolicy = "twelve-months" | "next-deadline";
/**
 * What is published for an organisation on a day.
 */
export type PublicationStatus = NotPublishedPublicationStatus | PublishedPublicationStatus;
/**
 * Whether a publication still counts.
 * `current`: It counts.
 * `due-soon`: It counts, and lapses within three months.
 * `out-of-date`: It still shows in the register and is no evidence any more.
 */
export type Currency = "current" | "due-soon" | "out-of-date";
/**
 * What a status does for a service, the most open first.
 * `not-required`: The service asks for no publication.
 * `unlocked`: The publication is enough.
 * `local-decision`: Whether a publication is asked for is decided locally.
 * `needs-approval`: An approval is asked for, whatever is published.
 * `locked`: No publication is in date, or its level is too low.
 * `not-known`: Nothing that is confirmed or inferred says what the service asks for on the day.
 */
export type ServiceState = "not-required" | "unlocked" | "local-decision" | "needs-approval" | "locked" | "not-known";
/**
 * What a service asks for, the least first.
 * `not-required`: No publication.
 * `varies-locally`: Whatever the council, commissioner or local NHS body decides.
 * `approval`: An approval for the single case; no level stands in for it.
 * `any-publication`: A publication, at whatever level.
 * `approaching-standards`: A publication at Approaching Standards or higher.
 * `standards-met`: A publication at Standards Met or higher.
 * `standards-exceeded`: A publication at Standards Exceeded.
 */
export type ServiceNeed =
  | "not-required"
  | "varies-locally"
  | "approval"
  | "any-publication"
  | "approaching-standards"
  | "standards-met"
  | "standards-exceeded";
/**
 * A day to note.
 */
export type Event =
  | EditionOpensEvent
  | DeadlineReminderEvent
  | DeadlineEvent
  | PublicationReminderEvent
  | PublicationLastDayEvent
  | CertificateLastDayEvent;
/**
 * Which edition was open on a day, as far as the built-in banks tell.
 */
export type OpenThen = BeforeTheFirstOpenThen | EditionOpenThen | EitherOpenThen | LatestKnownOpenThen;
/**
 * Whether an edition's rules are those of a day.
 * `open`: The edition was open on the day.
 * `may-be-open`: It may have been: the days of openings are not all known.
 * `not-yet-open`: It had not opened.
 * `closed`: A later edition had opened.
 */
export type ReplayFit = "open" | "may-be-open" | "not-yet-open" | "closed";
/**
 * What happens on a day of a timeline.
 */
export type TimelineEventKind =
  | PublishedTimelineEventKind
  | SupersededTimelineEventKind
  | DueSoonTimelineEventKind
  | ExpiredTimelineEventKind
  | EditionOpenedTimelineEventKind
  | EditionClosedTimelineEventKind
  | DeadlinePassedTimelineEventKind
  | NowMandatoryTimelineEventKind
  | NoLongerMandatoryTimelineEventKind
  | CountChangedTimelineEventKind
  | CertificateBeganTimelineEventKind
  | CertificateLapsedTimelineEventKind
  | ReviewLapsedTimelineEventKind
  | ReviewCountsTimelineEventKind
  | DocumentExpiredTimelineEventKind
  | ConfirmationCountsTimelineEventKind;
/**
 * What a node of a trace is about.
 * `level`: A level.
 * `rule-reading`: One reading of a level's rule, where the sources leave several open; the best comes first.
 * `all-of`: Rules that must all hold.
 * `any-of`: Rules of which one is enough.
 * `level-met`: The lower level that a level includes.
 * `every-mandatory`: Every question mandatory for a level.
 * `official-count`: As many questions as the toolkit says are mandatory.
 * `every-question`: Every question of the edition.
 * `catalogue`: Whether the bank lists every question of the edition.
 * `certificate`: A certificate that a level asks for.
 * `question`: A question.
 * `exemption`: A certificate or way of working that might take a question away.
 * `needed-when`: Another answer that decides whether a question is needed.
 * `response`: The answer as it was given.
 * `answered`: Whether there is an answer.
 * `reconfirmation`: Whether an answer carried over was confirmed again.
 * `not-applicable`: Whether "Not applicable" is accepted.
 * `condition`: Whether another answer contradicts "Not applicable".
 * `reason`: Whether "Not applicable" comes with the reason asked for.
 * `evidence-type`: Whether the answer is of the kind the question takes.
 * `evidence`: Whether there is something in the answer.
 * `threshold`: Whether enough people are trained.
 * `found`: Whether the answer says what was found.
 * `in-date`: Whether a document is in date.
 * `parts`: Whether every document asked for is there.
 * `review-window`: Whether the review is recent enough.
 */
export type TraceKind =
  | "level"
  | "rule-reading"
  | "all-of"
  | "any-of"
  | "level-met"
  | "every-mandatory"
  | "official-count"
  | "every-question"
  | "catalogue"
  | "certificate"
  | "question"
  | "exemption"
  | "needed-when"
  | "response"
  | "answered"
  | "reconfirmation"
  | "not-applicable"
  | "condition"
  | "reason"
  | "evidence-type"
  | "evidence"
  | "threshold"
  | "found"
  | "in-date"
  | "parts"
  | "review-window";
/**
 * What a node of a trace comes to.
 * `met`: It holds.
 * `undetermined`: Nobody can tell, because the bank does not list every question.
 * `not-met`: It does not hold, and something above it would need it to.
 * `not-applied`: It plays no part: nothing asks for it, or it does not apply.
 */
export type TraceState = "met" | "undetermined" | "not-met" | "not-applied";
/**
 * Whether a document can be read.
 * `valid`: It can.
 * `invalid`: It cannot, for the reasons listed.
 */
export type Validity = "valid" | "invalid";
/**
 * A name of letters, figures and `. - =`.
 */
export type Name = string & {readonly dspt?: "Name"};

/**
 * Every document by its format.
 */
export interface Documents {
  "dspt.action-plan-request.v1": ActionPlanRequest;
  "dspt.action-plan.v1": PlanReport;
  "dspt.assessment.v1": Assessment;
  "dspt.bank.v1": QuestionBank;
  "dspt.carry-over-request.v1": CarryOverRequest;
  "dspt.carry-over.v1": CarryOver;
  "dspt.corrections.v1": Corrections;
  "dspt.describe-request.v1": DescribeRequest;
  "dspt.description.v1": Description;
  "dspt.diff-request.v1": DiffRequest;
  "dspt.edition-diff.v1": EditionDiff;
  "dspt.errors.v1": Errors;
  "dspt.evaluate-request.v1": EvaluateRequest;
  "dspt.evaluation.v1": Evaluation;
  "dspt.explain-request.v1": ExplainRequest;
  "dspt.path-request.v1": PathRequest;
  "dspt.path.v1": Path;
  "dspt.publication.v1": Publication;
  "dspt.publish-request.v1": PublishRequest;
  "dspt.reach-request.v1": ReachRequest;
  "dspt.reach.v1": ReachReport;
  "dspt.refusal.v1": Refusal;
  "dspt.status-request.v1": StatusRequest;
  "dspt.status.v1": StatusReport;
  "dspt.timeline-request.v1": TimelineRequest;
  "dspt.timeline.v1": Timeline;
  "dspt.trace.v1": Trace;
  "dspt.validation.v1": Validation;
  "dspt.what-if-request.v1": WhatIfRequest;
  "dspt.what-if.v1": WhatIf;
  "dspt.wording.v1": Wording;
}
/**
 * Asks for the action plan that Approaching Standards needs; at most 13 MiB of JSON.
 */
export interface ActionPlanRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.action-plan-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The assessment, with the plan that is attached to it so far.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * What an organisation says for one edition: its profile, its past publications and its answers; at most 4 MiB of JSON.
 */
export interface Assessment {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.assessment.v1";
  /**
   * The edition whose questions are answered.
   */
  edition: EditionId;
  /**
   * The organisation and its answers to the profile questions.
   */
  organisation: Organisation;
  /**
   * The sites on record for the organisation, each once.
   */
  sites?: Sites;
  /**
   * What the organisation has published, oldest first.
   */
  publications?: History;
  /**
   * The assertions that have been confirmed.
   *
   * @maxItems 1000
   */
  assertionsConfirmed?: AssertionCode[];
  /**
   * The action plan that comes with Approaching Standards.
   */
  actionPlan?: ActionPlan;
  /**
   * The answers by question code.
   */
  responses: Responses;
}
/**
 * An organisation and its answers to the profile questions.
 */
export interface Organisation {
  /**
   * Its ODS code.
   */
  odsCode: OdsCode;
  /**
   * Its name.
   */
  name?: string;
  /**
   * Its sector; one registration has one.
   */
  sector: Sector;
  /**
   * Where in the British Isles it works.
   */
  nation: Nation;
  /**
   * Whether it uses NHSmail.
   */
  nhsmail?: Nhsmail;
  /**
   * Whether it holds Cyber Essentials Plus.
   */
  cyberEssentialsPlus?: Holding;
  /**
   * Whether it holds basic Cyber Essentials, which takes no question away.
   */
  cyberEssentials?: Holding;
  /**
   * Whether it holds ISO 27001, which takes no question away in the social care view.
   */
  iso27001?: Holding;
  /**
   * Who holds the roles the profile asks about; all optional.
   */
  roleHolders?: RoleHolders;
  /**
   * The day on which the profile was last confirmed.
   */
  profileConfirmedOn?: string;
  /**
   * The day on which the profile was last changed.
   */
  profileChangedOn?: string;
}
/**
 * It does.
 */
export interface YesHolding {
  /**
   * Always `yes`; it tells the kinds apart.
   */
  held: "yes";
  /**
   * The day of issue, the first on which the certificate counts.
   */
  issuedOn: string;
  /**
   * The last day on which it counts.
   */
  expiresOn: string;
}
/**
 * It does not.
 */
export interface NoHolding {
  /**
   * Always `no`; it tells the kinds apart.
   */
  held: "no";
}
/**
 * Nobody is sure.
 */
export interface NotSureHolding {
  /**
   * Always `not-sure`; it tells the kinds apart.
   */
  held: "not-sure";
}
/**
 * Who holds the roles that the profile asks about.
 */
export interface RoleHolders {
  /**
   * The Caldicott Guardian.
   */
  caldicottGuardian?: string;
  /**
   * The senior information risk owner.
   */
  seniorInformationRiskOwner?: string;
  /**
   * The information governance lead.
   */
  informationGovernanceLead?: string;
  /**
   * The data protection officer.
   */
  dataProtectionOfficer?: string;
}
/**
 * A site that is on record for the organisation.
 */
export interface Site {
  /**
   * Its own ODS code.
   */
  odsCode: OdsCode;
  /**
   * Its name.
   */
  name?: string;
  /**
   * Where it is.
   */
  nation: Nation;
  /**
   * Whether it works as the head office's assessment says.
   */
  arrangements: Arrangements;
  /**
   * What it has published by itself.
   */
  publications?: History;
}
/**
 * The four questions that decide whether one assessment can cover a site.
 */
export interface Arrangements {
  /**
   * Induction and training.
   */
  training: Sharing;
  /**
   * Policies and procedures.
   */
  policies: Sharing;
  /**
   * Data security, and what is done about breaches.
   */
  dataSecurity: Sharing;
  /**
   * IT systems and devices.
   */
  it: Sharing;
}
/**
 * A past publication of an organisation or site.
 */
export interface PastPublication {
  /**
   * The edition whose label it carries.
   */
  edition: EditionId;
  /**
   * The level.
   */
  level: PublishedLevel;
  /**
   * The day.
   */
  publishedOn: string;
  /**
   * The sites that it covers besides the organisation itself.
   *
   * @maxItems 1000
   */
  sites?: OdsCode[];
  /**
   * The digest of what was published, where this library made it.
   */
  digest?: string;
}
/**
 * What an organisation will do about the questions outstanding for Standards Met, one item a question.
 */
export interface ActionPlan {
  /**
   * The items.
   *
   * @maxItems 1000
   */
  items: PlanItem[];
}
/**
 * What will be done about one question.
 */
export interface PlanItem {
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * What has to be in place.
   */
  what?: string;
  /**
   * Why it is not yet.
   */
  why?: string;
  /**
   * The next step.
   */
  nextStep?: string;
  /**
   * Who sees to it.
   */
  owner?: string;
  /**
   * The day by which it will be in place.
   */
  dueOn?: string;
  /**
   * How far it is.
   */
  status?: PlanStatus;
}
/**
 * A question bank whose form is right and whose content has not been checked; at most 8 MiB of JSON.
 */
export interface QuestionBank {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.bank.v1";
  /**
   * What is known of the edition besides its questions.
   */
  edition: Edition;
  /**
   * The rules of the levels, lowest first.
   *
   * @maxItems 1000
   */
  levels: LevelRule[];
  /**
   * The questions in code order.
   *
   * @maxItems 1000
   */
  questions: Question[];
  /**
   * The sources, by id.
   *
   * @maxItems 1000
   */
  sources: Source[];
  /**
   * Where the sources disagree, and what the bank makes of it.
   *
   * @maxItems 1000
   */
  disagreements?: Disagreement[];
}
/**
 * What is known of an edition besides its questions.
 */
export interface Edition {
  /**
   * Its id.
   */
  id: EditionId;
  /**
   * How often the data of this edition has been published, counted from 1.
   */
  revision: number;
  /**
   * The version number of the toolkit, such as 8 for 2025-26.
   */
  toolkitVersion: NumberFact;
  /**
   * When it opened.
   */
  opening: OpeningFact;
  /**
   * The last day on which publishing counts as on time.
   */
  deadline: DateFact;
  /**
   * How many questions the toolkit itself says are mandatory.
   *
   * @maxItems 1000
   */
  counts: OfficialCount[];
  /**
   * How many questions the toolkit shows in all.
   */
  total: NumberFact;
  /**
   * Whom its questions are for.
   */
  scope: ScopeFact;
  /**
   * Whether answers carried over from an earlier edition must be reconfirmed before they count.
   */
  reconfirmation: YesNoFact;
  /**
   * Why an answer of "not sure" about NHSmail or a certificate counts as no.
   */
  notSure: Provenance;
  /**
   * Which certificates take questions away.
   *
   * @maxItems 1000
   */
  certificates: CertificateEffect[];
  /**
   * What it asks for before an assessment can be published.
   */
  gates: Gates;
  /**
   * Questions of the edition before that are gone without a successor.
   *
   * @maxItems 1000
   */
  dropped?: QuestionCodeFact[];
  /**
   * What nobody could find out about this edition, so that readers do not take silence for an answer.
   *
   * @maxItems 1000
   */
  gaps?: Gap[];
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface NumberFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: number;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface OpeningFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Opening;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * The days between which an edition opened; both are the same where the day is known.
 */
export interface Opening {
  /**
   * The first day on which it can have opened.
   */
  earliest: string;
  /**
   * The first day on which it was certainly open.
   */
  latest: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface DateFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: string;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * How many questions the toolkit says are mandatory for a level, in a part of the edition.
 */
export interface OfficialCount {
  /**
   * The level.
   */
  level: Level;
  /**
   * The first day on which the count holds; absent from the edition's opening.
   */
  from?: string;
  /**
   * The first day on which it no longer holds; absent to the edition's end.
   */
  until?: string;
  /**
   * The count.
   */
  count: NumberFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface ScopeFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Scope;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * Whom an edition's questions are for.
 */
export interface Scope {
  /**
   * The sector.
   */
  sector: Sector;
  /**
   * Where services can be covered.
   *
   * @maxItems 1000
   */
  nations: Nation[];
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface YesNoFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: boolean;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * Why a fact is believed.
 */
export interface Provenance {
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * Whether a certificate takes questions away; which ones, the questions say.
 */
export interface CertificateEffect {
  /**
   * The certificate.
   */
  certificate: Certificate;
  /**
   * Whether it takes any question away.
   */
  takesQuestionsAway: YesNoFact;
}
/**
 * What an edition asks for before an assessment can be published.
 */
export interface Gates {
  /**
   * Whether the profile must be confirmed, and confirmed again once it has changed.
   */
  profileConfirmed: YesNoFact;
  /**
   * Which assertions must be confirmed by whoever has published before.
   */
  assertionsConfirmed: AssertionGateFact;
  /**
   * Whether Approaching Standards can only be published by those who have not published before.
   */
  approachingOnlyFirst: YesNoFact;
  /**
   * Whether Approaching Standards needs an action plan.
   */
  actionPlan: YesNoFact;
  /**
   * The lowest level for those who have published before.
   */
  republishAtLeast: LevelFact;
  /**
   * Whether a publication at Entry Level counts as having published before.
   */
  entryLevelCounts: YesNoFact;
  /**
   * Whether administrator members alone may publish.
   */
  onlyAdministratorsPublish: YesNoFact;
  /**
   * Whether a publication covers only sites that are on record for the organisation.
   */
  sitesOnRecord: YesNoFact;
  /**
   * Whether a publication covers only sites that share the organisation's arrangements.
   */
  sitesShareArrangements: YesNoFact;
  /**
   * Whether sites are covered from a head-office code only.
   */
  sitesNeedHeadOffice: YesNoFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface AssertionGateFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: AssertionGate;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface LevelFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Level;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface QuestionCodeFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: QuestionCode;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * Something that no source settles.
 */
export interface Gap {
  /**
   * Its id, formed like a source id.
   */
  id: SourceId;
  /**
   * What is not known.
   */
  says: string;
  /**
   * The sources that bear on it.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
}
/**
 * The rule of a level, in every reading that the sources leave open.
 */
export interface LevelRule {
  /**
   * The level.
   */
  level: Level;
  /**
   * The readings, best first; more than one where sources do not settle the rule.
   *
   * @maxItems 1000
   */
  readings: RuleFact[];
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface RuleFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Rule;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * Every one of the rules holds.
 */
export interface AllOfRule {
  /**
   * Always `all-of`; it tells the kinds apart.
   */
  kind: "all-of";
  /**
   * The rules; at least one.
   *
   * @maxItems 1000
   */
  rules: Rule[];
}
/**
 * At least one of the rules holds.
 */
export interface AnyOfRule {
  /**
   * Always `any-of`; it tells the kinds apart.
   */
  kind: "any-of";
  /**
   * The rules; at least one.
   *
   * @maxItems 1000
   */
  rules: Rule[];
}
/**
 * Every question that is mandatory for the level on the day is done.
 */
export interface EveryMandatoryCompleteRule {
  /**
   * Always `every-mandatory-complete`; it tells the kinds apart.
   */
  kind: "every-mandatory-complete";
  /**
   * The level.
   */
  level: Level;
}
/**
 * Every question of the edition is done, mandatory or not.
 */
export interface EveryQuestionCompleteRule {
  /**
   * Always `every-question-complete`; it tells the kinds apart.
   */
  kind: "every-question-complete";
}
/**
 * A lower level is met.
 */
export interface LevelMetRule {
  /**
   * Always `level-met`; it tells the kinds apart.
   */
  kind: "level-met";
  /**
   * The level.
   */
  level: Level;
}
/**
 * The organisation holds a certificate that is in date on the day.
 */
export interface CertificateCurrentRule {
  /**
   * Always `certificate-current`; it tells the kinds apart.
   */
  kind: "certificate-current";
  /**
   * The certificate.
   */
  certificate: Certificate;
}
/**
 * A question of one edition (the toolkit calls it an evidence item).
 */
export interface Question {
  /**
   * Its code.
   */
  code: QuestionCode;
  /**
   * A short name, at most 60 characters.
   */
  title: string;
  /**
   * The question in this project's own words, at most 300 characters; the code identifies the official wording.
   */
  prompt: string;
  /**
   * What it covers and what counts.
   */
  guidance: string;
  /**
   * Examples of evidence that would convince.
   *
   * @maxItems 1000
   */
  goodEvidence: string[];
  /**
   * That the edition has this question.
   */
  listed: Provenance;
  /**
   * The heading it stands under.
   */
  heading: HeadingFact;
  /**
   * The kind of answer it takes.
   */
  evidenceType: EvidenceTypeFact;
  /**
   * The documents that must all be there, where one is not enough.
   *
   * @maxItems 1000
   */
  parts?: Part[];
  /**
   * For which levels it is mandatory, and when.
   *
   * @maxItems 1000
   */
  mandatory: Mandatory[];
  /**
   * How "Not applicable" is answered; the value is absent where no route is known.
   */
  notApplicable: NotApplicableFact;
  /**
   * What takes the question away.
   *
   * @maxItems 1000
   */
  exemptions: Exemption[];
  /**
   * When the evidence must have been reviewed.
   */
  window?: WindowFact;
  /**
   * How many people must have been trained.
   */
  threshold?: ThresholdFact;
  /**
   * What the answer reports to have looked for, where another question depends on it.
   */
  looksFor?: TextFact;
  /**
   * The question whose answer decides whether this one is needed.
   */
  neededWhen?: NeededWhenFact;
  /**
   * How it descends from the edition before; absent where that edition is not on record.
   */
  descent?: DescentFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface HeadingFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Heading;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface EvidenceTypeFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: EvidenceType;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A document that must be among several.
 */
export interface Part {
  /**
   * Its id, formed like a source id; a document names the parts it covers.
   */
  id: SourceId;
  /**
   * What it is.
   */
  title: string;
  /**
   * That it is asked for.
   */
  asked: Provenance;
}
/**
 * Whether a question is mandatory for a level, in a part of the edition.
 */
export interface Mandatory {
  /**
   * The level.
   */
  level: Level;
  /**
   * The first day on which this holds; absent from the edition's opening.
   */
  from?: string;
  /**
   * The first day on which it no longer holds; absent to the edition's end.
   */
  until?: string;
  /**
   * Whether the question is mandatory then.
   */
  mandatory: YesNoFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface NotApplicableFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: NotApplicable;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * How "Not applicable" is answered.
 */
export interface NotApplicable {
  /**
   * Where the portal wants it written.
   */
  route: Route;
  /**
   * When it fits.
   */
  when: string;
  /**
   * Whether a reason has to be given.
   */
  reason: Reason;
}
/**
 * Whether a certificate or a way of working takes the question away.
 */
export interface Exemption {
  /**
   * What might take it away.
   */
  by: ExemptionGround;
  /**
   * Whether it does; where that is unknown, the lenient reading alone lets it.
   */
  exempts: YesNoFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface WindowFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Window;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * On or after a fixed day.
 */
export interface SinceWindow {
  /**
   * Always `since`; it tells the kinds apart.
   */
  kind: "since";
  /**
   * The first day that counts.
   */
  date: string;
}
/**
 * Within so many months, counted back from the day of the evaluation, which stands for the day of publication.
 */
export interface WithinMonthsWindow {
  /**
   * Always `within-months`; it tells the kinds apart.
   */
  kind: "within-months";
  /**
   * The months.
   */
  months: number;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface ThresholdFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Threshold;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * How many people must have been trained.
 */
export interface Threshold {
  /**
   * The percentage, 1 to 100.
   */
  percent: number;
  /**
   * Whom it counts.
   */
  counts: string;
  /**
   * Whether a rolling programme is accepted in its place.
   */
  rollingProgramme: YesNoFact;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface TextFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: string;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface NeededWhenFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: NeededWhen;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * The question whose answer decides whether another is needed.
 */
export interface NeededWhen {
  /**
   * The deciding question; the other is needed where it found something.
   */
  found: QuestionCode;
}
/**
 * A fact of the question bank: a value, how sure it is, and where it comes from.
 */
export interface DescentFact {
  /**
   * What holds, or what may hold where the certainty is unknown.
   */
  value?: Descent;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   *
   * @maxItems 1000
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
}
/**
 * How a question descends from the edition before.
 */
export interface Descent {
  /**
   * How the two are related, in OSCAL's words.
   */
  relation: Relation;
  /**
   * The question of the edition before; absent where the question is new.
   */
  from?: QuestionCode;
}
/**
 * A page, file or letter that facts are taken from.
 */
export interface Source {
  /**
   * Its id.
   */
  id: SourceId;
  /**
   * Who published it.
   */
  publisher: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * When it was published, as far as is known: a year, a month or a day.
   */
  date?: string;
  /**
   * The editions it speaks of; empty where it is general.
   *
   * @maxItems 1000
   */
  editions?: EditionId[];
  /**
   * How much it counts.
   */
  standing: Standing;
  /**
   * Where it was found.
   */
  url?: string;
  /**
   * What limits its worth.
   */
  note?: string;
}
/**
 * A point on which sources disagree, and what the bank makes of it.
 */
export interface Disagreement {
  /**
   * Its id, formed like a source id.
   */
  id: SourceId;
  /**
   * What is in dispute.
   */
  about: string;
  /**
   * What each side says; at least two.
   *
   * @maxItems 1000
   */
  claims: Claim[];
  /**
   * What the bank does.
   */
  followed: string;
  /**
   * Why, by date and standing.
   */
  because: string;
}
/**
 * One side of a disagreement.
 */
export interface Claim {
  /**
   * What it says.
   */
  says: string;
  /**
   * Who says it.
   *
   * @maxItems 1000
   */
  sources: SourceId[];
}
/**
 * What whoever has better sources, such as the official workbook, says about the bank of one edition: facts that they confirm, facts that are otherwise, questions that are missing.
 */
export interface Corrections {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.corrections.v1";
  /**
   * Their id, formed like a source id; verdicts of the corrected bank name it.
   */
  id: SourceId;
  /**
   * The edition that they are about.
   */
  edition: EditionId;
  /**
   * Sources that the bank does not have yet.
   *
   * @maxItems 1000
   */
  sources?: Source[];
  /**
   * Facts of the bank that sources confirm as they stand.
   *
   * @maxItems 1000
   */
  confirm?: ConfirmedFacts[];
  /**
   * Facts that are otherwise than the bank has them, or that it does not have.
   */
  correct?: CorrectedFacts;
  /**
   * Questions that the bank does not have, whole.
   *
   * @maxItems 1000
   */
  add?: Question[];
  /**
   * Facts and questions that the edition does not have.
   *
   * @maxItems 1000
   */
  remove?: RemovedFacts[];
}
/**
 * Facts of the bank that the same sources confirm.
 */
export interface ConfirmedFacts {
  /**
   * Their addresses, such as `/questions/7.1.1/evidenceType`.
   *
   * @maxItems 1000
   */
  facts: FactAddress[];
  /**
   * The sources that confirm them; the bank's own stay behind these.
   *
   * @maxItems 1000
   */
  sources: SourceId[];
  /**
   * How the sources are to be read, where they do not speak for themselves.
   */
  because?: string;
}
/**
 * Facts that take the place of those in the bank, in the shape of a bank.
 */
export interface CorrectedFacts {
  /**
   * Facts about the edition.
   */
  edition?: CorrectedEdition;
  /**
   * The rules of levels, each whole.
   *
   * @maxItems 1000
   */
  levels?: LevelRule[];
  /**
   * Facts about questions that the bank has.
   *
   * @maxItems 1000
   */
  questions?: CorrectedQuestion[];
}
/**
 * Facts about an edition that take the place of those in the bank.
 */
export interface CorrectedEdition {
  /**
   * The version number of the toolkit.
   */
  toolkitVersion?: NumberFact;
  /**
   * When it opened.
   */
  opening?: OpeningFact;
  /**
   * The last day on which publishing counts as on time.
   */
  deadline?: DateFact;
  /**
   * How many questions are mandatory; those of a level take the place of all counts of that level.
   *
   * @maxItems 1000
   */
  counts?: OfficialCount[];
  /**
   * How many questions the toolkit shows in all.
   */
  total?: NumberFact;
  /**
   * Whom its questions are for.
   */
  scope?: ScopeFact;
  /**
   * Whether answers carried over must be reconfirmed.
   */
  reconfirmation?: YesNoFact;
  /**
   * Why an answer of "not sure" counts as no.
   */
  notSure?: Provenance;
  /**
   * Which certificates take questions away; each takes the place of what the bank says of that certificate.
   *
   * @maxItems 1000
   */
  certificates?: CertificateEffect[];
  /**
   * What it asks for before an assessment can be published.
   */
  gates?: CorrectedGates;
  /**
   * Further questions of the edition before that are gone, or better sources for those on record.
   *
   * @maxItems 1000
   */
  dropped?: QuestionCodeFact[];
}
/**
 * Facts about the gates of publication that take the place of those in the bank.
 */
export interface CorrectedGates {
  /**
   * Whether the profile must be confirmed.
   */
  profileConfirmed?: YesNoFact;
  /**
   * Which assertions must be confirmed.
   */
  assertionsConfirmed?: AssertionGateFact;
  /**
   * Whether Approaching Standards can only be published by those who have not published before.
   */
  approachingOnlyFirst?: YesNoFact;
  /**
   * Whether Approaching Standards needs an action plan.
   */
  actionPlan?: YesNoFact;
  /**
   * The lowest level for those who have published before.
   */
  republishAtLeast?: LevelFact;
  /**
   * Whether a publication at Entry Level counts as having published before.
   */
  entryLevelCounts?: YesNoFact;
  /**
   * Whether administrator members alone may publish.
   */
  onlyAdministratorsPublish?: YesNoFact;
  /**
   * Whether a publication covers only sites that are on record.
   */
  sitesOnRecord?: YesNoFact;
  /**
   * Whether a publication covers only sites that share the organisation's arrangements.
   */
  sitesShareArrangements?: YesNoFact;
  /**
   * Whether sites are covered from a head-office code only.
   */
  sitesNeedHeadOffice?: YesNoFact;
}
/**
 * Facts about a question that take the place of those in the bank.
 */
export interface CorrectedQuestion {
  /**
   * The code of the question.
   */
  code: QuestionCode;
  /**
   * That the edition has the question.
   */
  listed?: Provenance;
  /**
   * The heading it stands under.
   */
  heading?: HeadingFact;
  /**
   * The kind of answer it takes.
   */
  evidenceType?: EvidenceTypeFact;
  /**
   * The documents that must all be there; each takes the place of the one with its id, or joins the others.
   *
   * @maxItems 1000
   */
  parts?: Part[];
  /**
   * Whether it is mandatory; entries of a level take the place of all entries of that level.
   *
   * @maxItems 1000
   */
  mandatory?: Mandatory[];
  /**
   * How "Not applicable" is answered.
   */
  notApplicable?: NotApplicableFact;
  /**
   * What takes the question away; each takes the place of what the bank says of that ground, or joins the others.
   *
   * @maxItems 1000
   */
  exemptions?: Exemption[];
  /**
   * When the evidence must have been reviewed.
   */
  window?: WindowFact;
  /**
   * How many people must have been trained.
   */
  threshold?: ThresholdFact;
  /**
   * What the answer reports to have looked for.
   */
  looksFor?: TextFact;
  /**
   * The question whose answer decides whether this one is needed.
   */
  neededWhen?: NeededWhenFact;
  /**
   * How it descends from the edition before.
   */
  descent?: DescentFact;
}
/**
 * Facts and questions that are gone.
 */
export interface RemovedFacts {
  /**
   * Addresses of whole questions, or of what a question can do without: a part, an exemption, a window, a threshold, a condition.
   *
   * @maxItems 1000
   */
  facts: FactAddress[];
  /**
   * The sources that show it.
   *
   * @maxItems 1000
   */
  sources: SourceId[];
  /**
   * How the sources are to be read, where they do not speak for themselves.
   */
  because?: string;
}
/**
 * A wording pack as read, before it is checked: words of a host's own for what this library says.
 */
export interface Wording {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.wording.v1";
  /**
   * The language, such as `cy` or `en-GB`.
   */
  locale: Locale;
  /**
   * Whether everything is meant to be there; partial where it is absent.
   */
  coverage?: Coverage;
  /**
   * How days are written.
   */
  dates?: Dates;
  /**
   * What people call the words of the documents, by list and word.
   */
  labels?: {
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * Sentences with names in braces, by the name of the sentence.
   */
  messages?: {
    [k: string]: string;
  };
  /**
   * The words of questions, by edition and code.
   */
  questions?: {
    [k: string]: {
      [k: string]: QuestionWords;
    };
  };
}
/**
 * How days are written.
 */
export interface Dates {
  /**
   * The names of the twelve months, as they stand in a date.
   *
   * @maxItems 1000
   */
  months: string[];
  /**
   * The order, with `{day}`, `{month}` and `{year}`.
   */
  form: string;
}
/**
 * The words of a question.
 */
export interface QuestionWords {
  /**
   * Its short name.
   */
  title?: string;
  /**
   * The question itself.
   */
  prompt?: string;
  /**
   * What it covers and what counts.
   */
  guidance?: string;
  /**
   * Examples of evidence that would convince.
   *
   * @maxItems 1000
   */
  goodEvidence?: string[];
  /**
   * The titles of the documents that must be among several, by the id of the part.
   */
  parts?: {
    [k: string]: string;
  };
  /**
   * What the answer reports to have looked for.
   */
  looksFor?: string;
}
/**
 * The action plan that Approaching Standards needs, drafted from what is outstanding, and the one attached, checked.
 */
export interface PlanReport {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.action-plan.v1";
  /**
   * The day for which it was drafted and checked.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages; absent where they are this project's own.
   */
  locale?: string;
  /**
   * A draft with an item for each question outstanding; what the attached plan says already is kept.
   */
  draft: ActionPlan;
  /**
   * The plan attached to the assessment.
   */
  attached?: ActionPlan;
  /**
   * What is wrong with the plan attached.
   */
  faults: PlanFault[];
}
/**
 * A fault as it is written.
 */
export interface PlanFault {
  /**
   * The question it is about.
   */
  question: QuestionCode;
  /**
   * The stable code of what is wrong.
   */
  code: string;
  /**
   * What is wrong with the plan there, and how to mend it.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
}
/**
 * Words as the bank or the assessment has them.
 */
export interface TextArgument {
  /**
   * Always `text`; it tells the kinds apart.
   */
  kind: "text";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The words.
   */
  value: string;
}
/**
 * A whole number.
 */
export interface NumberArgument {
  /**
   * Always `number`; it tells the kinds apart.
   */
  kind: "number";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The number.
   */
  value: number;
}
/**
 * A day.
 */
export interface DateArgument {
  /**
   * Always `date`; it tells the kinds apart.
   */
  kind: "date";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The day.
   */
  value: string;
}
/**
 * A word of a closed list; what people call it is a label of that list.
 */
export interface WordArgument {
  /**
   * Always `word`; it tells the kinds apart.
   */
  kind: "word";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The list of labels that the word is of.
   */
  labels: string;
  /**
   * The word.
   */
  value: string;
}
/**
 * Words of a closed list, which messages set apart with commas.
 */
export interface WordsArgument {
  /**
   * Always `words`; it tells the kinds apart.
   */
  kind: "words";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The list of labels that the words are of.
   */
  labels: string;
  /**
   * The words.
   */
  values: string[];
}
/**
 * The code of a question.
 */
export interface QuestionArgument {
  /**
   * Always `question`; it tells the kinds apart.
   */
  kind: "question";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The code.
   */
  value: QuestionCode;
}
/**
 * Codes of questions, assertions or organisations, which messages set apart with commas.
 */
export interface CodesArgument {
  /**
   * Always `codes`; it tells the kinds apart.
   */
  kind: "codes";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The codes.
   */
  values: string[];
}
/**
 * An edition.
 */
export interface EditionArgument {
  /**
   * Always `edition`; it tells the kinds apart.
   */
  kind: "edition";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The edition.
   */
  value: EditionId;
}
/**
 * A part of the message that is a sentence of its own, or the end of one.
 */
export interface SentenceArgument {
  /**
   * Always `sentence`; it tells the kinds apart.
   */
  kind: "sentence";
  /**
   * Its name in templates.
   */
  name: string;
  /**
   * The name of the sentence.
   */
  sentence: string;
  /**
   * What the sentence is filled from.
   */
  arguments: Argument[];
}
/**
 * Asks for an assessment to be taken into a later edition; at most 13 MiB of JSON.
 */
export interface CarryOverRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.carry-over-request.v1";
  /**
   * The day on which it is carried over.
   */
  asOf: string;
  /**
   * The edition to carry over to.
   */
  to: EditionId;
  /**
   * The assessment.
   */
  assessment: Assessment;
}
/**
 * An assessment taken into a later edition, and what became of everything in it.
 */
export interface CarryOver {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.carry-over.v1";
  /**
   * The edition it comes from.
   */
  from: EditionId;
  /**
   * The edition it was taken into.
   */
  to: EditionId;
  /**
   * The new assessment; every answer in it waits to be reconfirmed.
   */
  assessment: Assessment;
  /**
   * A line for every question of each step, edition by edition.
   */
  lines: CarryOverLine[];
  /**
   * The action plan of the old assessment, if it had one; it has served its turn.
   */
  droppedPlan?: ActionPlan;
  /**
   * The assertions confirmed in the old assessment; they have to be confirmed again.
   */
  droppedAssertions?: AssertionCode[];
  /**
   * The day on which the profile was confirmed; it has to be confirmed again.
   */
  droppedProfileConfirmation?: string;
}
/**
 * What became of one question in one step.
 */
export interface CarryOverLine {
  /**
   * The edition it was taken into.
   */
  into: EditionId;
  /**
   * Its code in the edition before.
   */
  old?: QuestionCode;
  /**
   * Its code in the new edition.
   */
  new?: QuestionCode;
  /**
   * What became of it.
   */
  outcome: LineOutcome;
  /**
   * The first day on which a review counts in the new edition, where the review on record is older.
   */
  reviewCountsFrom?: string;
  /**
   * The answer that was left behind, whole.
   */
  leftBehind?: Response;
}
/**
 * Words.
 */
export interface TextResponse {
  /**
   * Always `text`; it tells the kinds apart.
   */
  kind: "text";
  /**
   * The words.
   */
  text: string;
  /**
   * A comment beside it.
   */
  comment?: string;
  /**
   * The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
   */
  reviewedOn?: string;
  /**
   * Where the answer comes from.
   */
  origin?: Origin;
}
/**
 * It was given for this edition.
 */
export interface GivenOrigin {
  /**
   * Always `given`; it tells the kinds apart.
   */
  kind: "given";
}
/**
 * It was carried over from an earlier edition.
 */
export interface CarriedOverOrigin {
  /**
   * Always `carried-over`; it tells the kinds apart.
   */
  kind: "carried-over";
  /**
   * The edition for which it was given.
   */
  from: EditionId;
  /**
   * The day on which somebody confirmed that it still holds.
   */
  reconfirmedOn?: string;
}
/**
 * A tick, or its absence.
 */
export interface ConfirmationResponse {
  /**
   * Always `confirmation`; it tells the kinds apart.
   */
  kind: "confirmation";
  /**
   * Whether the box is ticked.
   */
  confirmed: boolean;
  /**
   * What was found, where the question looks for something.
   */
  found?: Found;
  /**
   * How many people were trained, where the question counts them.
   */
  training?: Training;
  /**
   * A comment beside it.
   */
  comment?: string;
  /**
   * The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
   */
  reviewedOn?: string;
  /**
   * Where the answer comes from.
   */
  origin?: Origin;
}
/**
 * How many people were trained.
 */
export interface Training {
  /**
   * How many were trained.
   */
  trained: number;
  /**
   * How many people there are.
   */
  people: number;
  /**
   * How the rolling programme works, if there is one.
   */
  rollingProgramme?: string;
}
/**
 * Documents.
 */
export interface DocumentResponse {
  /**
   * Always `document`; it tells the kinds apart.
   */
  kind: "document";
  /**
   * Each document, with where it is.
   *
   * @maxItems 1000
   */
  documents: Document[];
  /**
   * A comment beside it.
   */
  comment?: string;
  /**
   * The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
   */
  reviewedOn?: string;
  /**
   * Where the answer comes from.
   */
  origin?: Origin;
}
/**
 * A document, by where it is.
 */
export interface Document {
  /**
   * Where it is: a link, a file name, or words that say where it is kept.
   */
  location: string;
  /**
   * What it is called.
   */
  title?: string;
  /**
   * Which parts of the question it covers, where the question has parts.
   *
   * @maxItems 1000
   */
  parts?: SourceId[];
  /**
   * The last day on which it counts.
   */
  expiresOn?: string;
}
/**
 * A date.
 */
export interface DateResponse {
  /**
   * Always `date`; it tells the kinds apart.
   */
  kind: "date";
  /**
   * The date.
   */
  date: string;
  /**
   * A comment beside it.
   */
  comment?: string;
  /**
   * The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
   */
  reviewedOn?: string;
  /**
   * Where the answer comes from.
   */
  origin?: Origin;
}
/**
 * The question does not apply.
 */
export interface NotApplicableResponse {
  /**
   * Always `not-applicable`; it tells the kinds apart.
   */
  kind: "not-applicable";
  /**
   * Why not.
   */
  reason?: string;
  /**
   * A comment beside it.
   */
  comment?: string;
  /**
   * The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
   */
  reviewedOn?: string;
  /**
   * Where the answer comes from.
   */
  origin?: Origin;
}
/**
 * Asks for everything a screen needs to know of an edition.
 */
export interface DescribeRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.describe-request.v1";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * Words of a host's own for questions and labels.
   */
  wording?: Wording;
}
/**
 * An edition with its questions, the labels of every word and the meaning of every code.
 */
export interface Description {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.description.v1";
  /**
   * The question bank that is described.
   */
  bank: BankStamp;
  /**
   * The language of the words that a host gave for questions and labels; absent where they are this project's own.
   */
  locale?: string;
  /**
   * What is known of the edition besides its questions.
   */
  edition: Edition;
  /**
   * The rules of the levels, lowest first.
   */
  levels: LevelRule[];
  /**
   * The questions in code order.
   */
  questions: Question[];
  /**
   * The sources, by id.
   */
  sources: Source[];
  /**
   * Where the sources disagree, and what is made of it.
   */
  disagreements: Disagreement[];
  /**
   * What people call the words of the documents.
   */
  labels: LabelList[];
  /**
   * What the codes of findings, refusals, notes and errors mean.
   */
  codes: CodeList[];
}
/**
 * The question bank that judged.
 */
export interface BankStamp {
  /**
   * Its edition.
   */
  edition: EditionId;
  /**
   * How often the data of the edition has been published, counted from 1.
   */
  revision: number;
  /**
   * The SHA-256 of its content in hexadecimal: equal digests give equal verdicts.
   */
  digest: string;
  /**
   * The ids of the corrections that were laid over it, in order; absent where there are none.
   */
  corrections?: SourceId[];
}
/**
 * The words of one closed list, with what people call them.
 */
export interface LabelList {
  /**
   * What the words say something about.
   */
  about: string;
  /**
   * The words, in order.
   */
  words: Label[];
}
/**
 * A word of a document and what people call it.
 */
export interface Label {
  /**
   * The word as it stands in a document.
   */
  word: string;
  /**
   * What people call it.
   */
  label: string;
}
/**
 * The codes of one kind of message.
 */
export interface CodeList {
  /**
   * What carries the codes.
   */
  about: string;
  /**
   * The codes, in order.
   */
  codes: CodeMeaning[];
}
/**
 * A stable code and what it means.
 */
export interface CodeMeaning {
  /**
   * The code.
   */
  code: string;
  /**
   * What it means.
   */
  means: string;
}
/**
 * Asks what has changed from one edition to another, or what of that touches an organisation.
 */
export interface DiffRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.diff-request.v1";
  /**
   * The edition to start from.
   */
  from: EditionId;
  /**
   * The edition to compare it with.
   */
  to: EditionId;
  /**
   * Whom it is for, to be told only what touches it.
   */
  organisation?: Touched;
}
/**
 * An organisation, to be told only what touches it.
 */
export interface Touched {
  /**
   * The day to look at its answers for.
   */
  asOf: string;
  /**
   * Its assessment, of either edition.
   */
  assessment: Assessment;
}
/**
 * What changed from one edition to another.
 */
export interface EditionDiff {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.edition-diff.v1";
  /**
   * The edition compared from.
   */
  from: EditionId;
  /**
   * The edition compared to.
   */
  to: EditionId;
  /**
   * The organisation that it is for; then it has only the changes that touch it, each with how it does.
   */
  organisation?: DiffOrganisation;
  /**
   * What changed about the edition itself: dates, counts, gates of publication, the rules of the levels.
   */
  edition: EditionChangeEntry[];
  /**
   * The questions that changed, in the order of their codes: the new code, or the old where there is none.
   */
  questions: QuestionDiff[];
}
/**
 * The organisation for which two editions are compared, and what is left out of the diff for it.
 */
export interface DiffOrganisation {
  /**
   * Its ODS code.
   */
  odsCode: OdsCode;
  /**
   * Its name.
   */
  name?: string;
  /**
   * The day for which its answers are looked at.
   */
  asOf: string;
  /**
   * The edition of its assessment: one of the two.
   */
  assessed: EditionId;
  /**
   * The level that its answers come to in the edition compared from, every one being confirmed; absent below Approaching Standards.
   */
  levelBefore?: Level;
  /**
   * The level that its answers come to in the edition compared to, every one being confirmed; absent below Approaching Standards.
   */
  levelAfter?: Level;
  /**
   * How many answers its assessment has.
   */
  answers: number;
  /**
   * How many of them have no place in the other edition.
   */
  leftBehind: number;
  /**
   * How many answers wait to be confirmed in the later edition before they count.
   */
  toConfirm: number;
  /**
   * The changes that do not touch it, counted by kind and reason, in the order in which they would be told.
   */
  leftOut: LeftOut[];
}
/**
 * Changes of one kind that do not touch an organisation, for one reason.
 */
export interface LeftOut {
  /**
   * The code of the kind.
   */
  kind: string;
  /**
   * Why they do not touch it.
   */
  reason: LeftOutReason;
  /**
   * How many there are.
   */
  count: number;
  /**
   * Why they do not touch it, in a sentence for a care manager.
   */
  message: string;
}
/**
 * One change, how sure it is, and where it comes from.
 */
export interface EditionChangeEntry {
  /**
   * What changed, with the value on either side where there is one.
   */
  what: EditionChange;
  /**
   * How sure it is: the weaker of the two editions' facts where both bear on it.
   */
  certainty: Certainty;
  /**
   * The sources of the newer edition's fact, or of the older one's where the newer edition has none.
   */
  sources: SourceId[];
  /**
   * The change in a sentence for a care manager.
   */
  message: string;
  /**
   * How it touches the organisation, in a diff for one.
   */
  touches?: Touch;
}
/**
 * It opened on another day.
 */
export interface OpeningEditionChange {
  /**
   * Always `opening`; it tells the kinds apart.
   */
  kind: "opening";
  /**
   * The opening in the edition compared from.
   */
  openingBefore: Opening;
  /**
   * The opening in the edition compared to.
   */
  openingAfter: Opening;
}
/**
 * It has another deadline.
 */
export interface DeadlineEditionChange {
  /**
   * Always `deadline`; it tells the kinds apart.
   */
  kind: "deadline";
  /**
   * The deadline of the edition compared from.
   */
  dateBefore: string;
  /**
   * The deadline of the edition compared to.
   */
  dateAfter: string;
}
/**
 * Another number of questions is mandatory for a level, by the toolkit's own count on the deadline day.
 */
export interface OfficialCountEditionChange {
  /**
   * Always `official-count`; it tells the kinds apart.
   */
  kind: "official-count";
  /**
   * The level.
   */
  level: Level;
  /**
   * The count in the edition compared from.
   */
  countBefore: number;
  /**
   * The count in the edition compared to.
   */
  countAfter: number;
}
/**
 * The toolkit shows another number of questions in all.
 */
export interface TotalEditionChange {
  /**
   * Always `total`; it tells the kinds apart.
   */
  kind: "total";
  /**
   * The number in the edition compared from.
   */
  countBefore: number;
  /**
   * The number in the edition compared to.
   */
  countAfter: number;
}
/**
 * The toolkit has another version number.
 */
export interface ToolkitVersionEditionChange {
  /**
   * Always `toolkit-version`; it tells the kinds apart.
   */
  kind: "toolkit-version";
  /**
   * The number in the edition compared from.
   */
  versionBefore: number;
  /**
   * The number in the edition compared to.
   */
  versionAfter: number;
}
/**
 * Its questions are for others.
 */
export interface ScopeEditionChange {
  /**
   * Always `scope`; it tells the kinds apart.
   */
  kind: "scope";
  /**
   * Whom they are for in the edition compared from.
   */
  scopeBefore: Scope;
  /**
   * Whom they are for in the edition compared to.
   */
  scopeAfter: Scope;
}
/**
 * Answers that were carried over wait to be confirmed in the edition compared to only.
 */
export interface ReconfirmationAskedEditionChange {
  /**
   * Always `reconfirmation-asked`; it tells the kinds apart.
   */
  kind: "reconfirmation-asked";
}
/**
 * Answers that were carried over wait to be confirmed in the edition compared from only.
 */
export interface ReconfirmationNoLongerAskedEditionChange {
  /**
   * Always `reconfirmation-no-longer-asked`; it tells the kinds apart.
   */
  kind: "reconfirmation-no-longer-asked";
}
/**
 * A certificate takes questions away in the edition compared to only.
 */
export interface CertificateTakesQuestionsAwayEditionChange {
  /**
   * Always `certificate-takes-questions-away`; it tells the kinds apart.
   */
  kind: "certificate-takes-questions-away";
  /**
   * The certificate.
   */
  certificate: Certificate;
}
/**
 * A certificate takes questions away in the edition compared from only.
 */
export interface CertificateNoLongerTakesQuestionsAwayEditionChange {
  /**
   * Always `certificate-no-longer-takes-questions-away`; it tells the kinds apart.
   */
  kind: "certificate-no-longer-takes-questions-away";
  /**
   * The certificate.
   */
  certificate: Certificate;
}
/**
 * A gate of publication stands in the edition compared to only.
 */
export interface GateSetEditionChange {
  /**
   * Always `gate-set`; it tells the kinds apart.
   */
  kind: "gate-set";
  /**
   * The gate.
   */
  gate: GateName;
}
/**
 * A gate of publication stands in the edition compared from only.
 */
export interface GateLiftedEditionChange {
  /**
   * Always `gate-lifted`; it tells the kinds apart.
   */
  kind: "gate-lifted";
  /**
   * The gate.
   */
  gate: GateName;
}
/**
 * Whoever has published before must confirm other assertions.
 */
export interface AssertionsConfirmedEditionChange {
  /**
   * Always `assertions-confirmed`; it tells the kinds apart.
   */
  kind: "assertions-confirmed";
  /**
   * Which ones in the edition compared from.
   */
  assertionsBefore: AssertionGate;
  /**
   * Which ones in the edition compared to.
   */
  assertionsAfter: AssertionGate;
}
/**
 * Whoever has published before must publish at another level at least.
 */
export interface RepublishAtLeastEditionChange {
  /**
   * Always `republish-at-least`; it tells the kinds apart.
   */
  kind: "republish-at-least";
  /**
   * The level in the edition compared from.
   */
  levelBefore: Level;
  /**
   * The level in the edition compared to.
   */
  levelAfter: Level;
}
/**
 * A level asks for something else, each rule in its best reading.
 */
export interface LevelRuleEditionChange {
  /**
   * Always `level-rule`; it tells the kinds apart.
   */
  kind: "level-rule";
  /**
   * The level.
   */
  level: Level;
  /**
   * The rule in the edition compared from.
   */
  ruleBefore: Rule;
  /**
   * The rule in the edition compared to.
   */
  ruleAfter: Rule;
}
/**
 * The sources leave another reading of a level's rule open in the edition compared to only.
 */
export interface ReadingLeftOpenEditionChange {
  /**
   * Always `reading-left-open`; it tells the kinds apart.
   */
  kind: "reading-left-open";
  /**
   * The level.
   */
  level: Level;
  /**
   * The other reading.
   */
  rule: Rule;
}
/**
 * The sources leave another reading of a level's rule open in the edition compared from only.
 */
export interface ReadingNoLongerOpenEditionChange {
  /**
   * Always `reading-no-longer-open`; it tells the kinds apart.
   */
  kind: "reading-no-longer-open";
  /**
   * The level.
   */
  level: Level;
  /**
   * The other reading.
   */
  rule: Rule;
}
/**
 * Only the edition compared to has it on record: what is known changed, perhaps not the rule.
 */
export interface NowKnownEditionChange {
  /**
   * Always `now-known`; it tells the kinds apart.
   */
  kind: "now-known";
  /**
   * What is on record.
   */
  topic: DiffTopic;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * The certificate it is about, where it is about one.
   */
  certificate?: Certificate;
  /**
   * The gate of publication it is about, where it is about one.
   */
  gate?: GateName;
  /**
   * What the edition compared to says, in words.
   */
  says: string;
}
/**
 * Only the edition compared from has it on record: what is known changed, perhaps not the rule.
 */
export interface NoLongerKnownEditionChange {
  /**
   * Always `no-longer-known`; it tells the kinds apart.
   */
  kind: "no-longer-known";
  /**
   * What is on record.
   */
  topic: DiffTopic;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * The certificate it is about, where it is about one.
   */
  certificate?: Certificate;
  /**
   * The gate of publication it is about, where it is about one.
   */
  gate?: GateName;
  /**
   * What the edition compared from says, in words.
   */
  says: string;
}
/**
 * How a change touches an organisation.
 */
export interface Touch {
  /**
   * In what way.
   */
  reason: TouchReason;
  /**
   * What the question comes to in the edition compared from, every answer being confirmed; absent where it is not about a question, or not asked there.
   */
  before?: QuestionStatus;
  /**
   * What the question comes to in the edition compared to, every answer being confirmed; absent where it is not about a question, or not asked there.
   */
  after?: QuestionStatus;
  /**
   * What the change means for the organisation, for a care manager.
   */
  message: string;
}
/**
 * A question with what changed about it.
 */
export interface QuestionDiff {
  /**
   * Its code in the edition compared from.
   */
  old?: QuestionCode;
  /**
   * Its code in the edition compared to.
   */
  new?: QuestionCode;
  /**
   * Its short name in the newer edition, or in the older where the newer does not list it.
   */
  title: string;
  /**
   * What changed; at least one thing.
   */
  changes: QuestionChangeEntry[];
}
/**
 * One change, how sure it is, and where it comes from.
 */
export interface QuestionChangeEntry {
  /**
   * What changed, with the value on either side where there is one.
   */
  what: QuestionChange;
  /**
   * How sure it is: the weaker of the two editions' facts where both bear on it.
   */
  certainty: Certainty;
  /**
   * The sources of the newer edition's fact, or of the older one's where the newer edition has none.
   */
  sources: SourceId[];
  /**
   * The change in a sentence for a care manager.
   */
  message: string;
  /**
   * How it touches the organisation, in a diff for one.
   */
  touches?: Touch;
}
/**
 * Only the edition compared to has it.
 */
export interface AddedQuestionChange {
  /**
   * Always `added`; it tells the kinds apart.
   */
  kind: "added";
}
/**
 * Only the edition compared from has it.
 */
export interface RemovedQuestionChange {
  /**
   * Always `removed`; it tells the kinds apart.
   */
  kind: "removed";
}
/**
 * Only the bank of the edition compared to lists it; whether the other edition has it is not on record.
 */
export interface NewOnRecordQuestionChange {
  /**
   * Always `new-on-record`; it tells the kinds apart.
   */
  kind: "new-on-record";
}
/**
 * Only the bank of the edition compared from lists it; whether the other edition has it is not on record.
 */
export interface NoLongerOnRecordQuestionChange {
  /**
   * Always `no-longer-on-record`; it tells the kinds apart.
   */
  kind: "no-longer-on-record";
}
/**
 * It has another code.
 */
export interface RenumberedQuestionChange {
  /**
   * Always `renumbered`; it tells the kinds apart.
   */
  kind: "renumbered";
  /**
   * The code in the edition compared from.
   */
  codeBefore: QuestionCode;
  /**
   * The code in the edition compared to.
   */
  codeAfter: QuestionCode;
}
/**
 * The official question asks the same in other words, or for more, or for less.
 */
export interface RewordedQuestionChange {
  /**
   * Always `reworded`; it tells the kinds apart.
   */
  kind: "reworded";
  /**
   * How the question of the edition compared to relates to the other.
   */
  relation: Relation;
}
/**
 * It asks for something that is only partly the same.
 */
export interface ReplacedQuestionChange {
  /**
   * Always `replaced`; it tells the kinds apart.
   */
  kind: "replaced";
}
/**
 * It is mandatory for a level in the edition compared to only.
 */
export interface NewlyMandatoryQuestionChange {
  /**
   * Always `newly-mandatory`; it tells the kinds apart.
   */
  kind: "newly-mandatory";
  /**
   * The level.
   */
  level: Level;
}
/**
 * It is mandatory for a level in the edition compared from only.
 */
export interface NoLongerMandatoryQuestionChange {
  /**
   * Always `no-longer-mandatory`; it tells the kinds apart.
   */
  kind: "no-longer-mandatory";
  /**
   * The level.
   */
  level: Level;
}
/**
 * It stands under another heading.
 */
export interface HeadingQuestionChange {
  /**
   * Always `heading`; it tells the kinds apart.
   */
  kind: "heading";
  /**
   * The heading in the edition compared from.
   */
  headingBefore: Heading;
  /**
   * The heading in the edition compared to.
   */
  headingAfter: Heading;
}
/**
 * It takes another kind of answer.
 */
export interface EvidenceTypeQuestionChange {
  /**
   * Always `evidence-type`; it tells the kinds apart.
   */
  kind: "evidence-type";
  /**
   * The kind in the edition compared from.
   */
  evidenceBefore: EvidenceType;
  /**
   * The kind in the edition compared to.
   */
  evidenceAfter: EvidenceType;
}
/**
 * A document is asked for beside others in the edition compared to only.
 */
export interface PartAskedQuestionChange {
  /**
   * Always `part-asked`; it tells the kinds apart.
   */
  kind: "part-asked";
  /**
   * The id of the part.
   */
  part: SourceId;
  /**
   * What it is.
   */
  title: string;
}
/**
 * A document is asked for beside others in the edition compared from only.
 */
export interface PartNoLongerAskedQuestionChange {
  /**
   * Always `part-no-longer-asked`; it tells the kinds apart.
   */
  kind: "part-no-longer-asked";
  /**
   * The id of the part.
   */
  part: SourceId;
  /**
   * What it is.
   */
  title: string;
}
/**
 * "Not applicable" is answered in another way.
 */
export interface NotApplicableQuestionChange {
  /**
   * Always `not-applicable`; it tells the kinds apart.
   */
  kind: "not-applicable";
  /**
   * The route in the edition compared from; absent where "Not applicable" is not accepted.
   */
  routeBefore?: NotApplicable;
  /**
   * The route in the edition compared to; absent where "Not applicable" is not accepted.
   */
  routeAfter?: NotApplicable;
}
/**
 * Something takes it away in the edition compared to only.
 */
export interface ExemptedQuestionChange {
  /**
   * Always `exempted`; it tells the kinds apart.
   */
  kind: "exempted";
  /**
   * What takes it away.
   */
  by: ExemptionGround;
}
/**
 * Something takes it away in the edition compared from only.
 */
export interface NoLongerExemptedQuestionChange {
  /**
   * Always `no-longer-exempted`; it tells the kinds apart.
   */
  kind: "no-longer-exempted";
  /**
   * What takes it away.
   */
  by: ExemptionGround;
}
/**
 * Its evidence must have been reviewed at another time.
 */
export interface ReviewWindowQuestionChange {
  /**
   * Always `review-window`; it tells the kinds apart.
   */
  kind: "review-window";
  /**
   * The window in the edition compared from; absent where none is on record.
   */
  windowBefore?: Window;
  /**
   * The window in the edition compared to; absent where none is on record.
   */
  windowAfter?: Window;
}
/**
 * Another share of people, or of other people, must have been trained.
 */
export interface ThresholdQuestionChange {
  /**
   * Always `threshold`; it tells the kinds apart.
   */
  kind: "threshold";
  /**
   * The percentage in the edition compared from; absent where none is on record.
   */
  percentBefore?: number;
  /**
   * Whom it counts there.
   */
  countsBefore?: string;
  /**
   * The percentage in the edition compared to; absent where none is on record.
   */
  percentAfter?: number;
  /**
   * Whom it counts there.
   */
  countsAfter?: string;
}
/**
 * A rolling programme is accepted in place of the threshold in the edition compared to only.
 */
export interface RollingProgrammeAcceptedQuestionChange {
  /**
   * Always `rolling-programme-accepted`; it tells the kinds apart.
   */
  kind: "rolling-programme-accepted";
}
/**
 * A rolling programme is accepted in place of the threshold in the edition compared from only.
 */
export interface RollingProgrammeNoLongerAcceptedQuestionChange {
  /**
   * Always `rolling-programme-no-longer-accepted`; it tells the kinds apart.
   */
  kind: "rolling-programme-no-longer-accepted";
}
/**
 * It is needed in other cases.
 */
export interface NeededWhenQuestionChange {
  /**
   * Always `needed-when`; it tells the kinds apart.
   */
  kind: "needed-when";
  /**
   * The deciding question in the edition compared from; absent where it is always needed.
   */
  foundBefore?: QuestionCode;
  /**
   * The deciding question in the edition compared to; absent where it is always needed.
   */
  foundAfter?: QuestionCode;
}
/**
 * Its answer says of something else whether it was found.
 */
export interface LooksForQuestionChange {
  /**
   * Always `looks-for`; it tells the kinds apart.
   */
  kind: "looks-for";
  /**
   * What it looks for in the edition compared from; absent where its answer does not say.
   */
  looksForBefore?: string;
  /**
   * What it looks for in the edition compared to; absent where its answer does not say.
   */
  looksForAfter?: string;
}
/**
 * Only the edition compared to has it on record: what is known changed, perhaps not the rule.
 */
export interface NowKnownQuestionChange {
  /**
   * Always `now-known`; it tells the kinds apart.
   */
  kind: "now-known";
  /**
   * What is on record.
   */
  topic: DiffTopic;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * What may take the question away, where it is about that.
   */
  by?: ExemptionGround;
  /**
   * What the edition compared to says, in words.
   */
  says: string;
}
/**
 * Only the edition compared from has it on record: what is known changed, perhaps not the rule.
 */
export interface NoLongerKnownQuestionChange {
  /**
   * Always `no-longer-known`; it tells the kinds apart.
   */
  kind: "no-longer-known";
  /**
   * What is on record.
   */
  topic: DiffTopic;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * What may take the question away, where it is about that.
   */
  by?: ExemptionGround;
  /**
   * What the edition compared from says, in words.
   */
  says: string;
}
/**
 * Why an operation has no answer: every mistake that was found in the request.
 */
export interface Errors {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.errors.v1";
  /**
   * The mistakes, at least one and at most 100: those of reading in the order of the document, those of a bank by concern.
   */
  errors: RequestError[];
  /**
   * How many mistakes were found beyond those listed.
   */
  more: number;
}
/**
 * One mistake in a request or document.
 */
export interface RequestError {
  /**
   * The stable code of the mistake.
   */
  code: string;
  /**
   * The place in the request or document as a JSON Pointer; empty for the document as a whole.
   */
  pointer: string;
  /**
   * What the place takes, where that can be said in a few words.
   */
  expected?: string;
  /**
   * What was found there, where that can be said in a few words.
   */
  actual?: string;
  /**
   * The line of the text, counted from 1, where the text is not JSON.
   */
  line?: number;
  /**
   * The column of the line, counted from 1, where the text is not JSON.
   */
  column?: number;
  /**
   * What was found, what was expected and how to mend it.
   */
  message: string;
}
/**
 * Asks what an assessment comes to on a day; at most 13 MiB of JSON.
 */
export interface EvaluateRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.evaluate-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * What an assessment comes to on a day.
 */
export interface Evaluation {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.evaluation.v1";
  /**
   * The engine that judged.
   */
  engine: Engine;
  /**
   * The question bank that judged.
   */
  bank: BankStamp;
  /**
   * The day of the verdict.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages and titles; absent where they are this project's own.
   */
  locale?: string;
  /**
   * The organisation that was judged.
   */
  organisation: OrganisationName;
  /**
   * The level that the answers support in the best reading; absent below Approaching Standards.
   */
  level?: Level;
  /**
   * How sure the level is.
   */
  verdict: Verdict;
  /**
   * Each level of the edition, lowest first, with everything that stands in its way.
   */
  levels: LevelOutcome[];
  /**
   * How far the assessment can still go.
   */
  reach: Reach;
  /**
   * How far each heading is.
   */
  progress: Progress[];
  /**
   * The findings about the profile and the assessment as a whole.
   */
  findings: Finding[];
  /**
   * Each question of the edition in code order, with its findings.
   */
  questions: QuestionOutcome[];
}
/**
 * The engine that judged.
 */
export interface Engine {
  /**
   * Its version.
   */
  version: string;
}
/**
 * The organisation that was judged.
 */
export interface OrganisationName {
  /**
   * Its ODS code.
   */
  odsCode: OdsCode;
  /**
   * Its name.
   */
  name?: string;
}
/**
 * The strict and the lenient reading come to the same level.
 */
export interface ConfirmedVerdict {
  /**
   * Always `confirmed`; it tells the kinds apart.
   */
  certainty: "confirmed";
}
/**
 * The two readings differ, or their agreement rests on an official count that is only inferred.
 */
export interface InferredVerdict {
  /**
   * Always `inferred`; it tells the kinds apart.
   */
  certainty: "inferred";
  /**
   * The level in the strict reading; absent below Approaching Standards.
   */
  strictly?: Level;
  /**
   * The level in the lenient reading; absent below Approaching Standards.
   */
  leniently?: Level;
  /**
   * The facts on which it hangs, in code order.
   */
  hangsOn: Dependency[];
}
/**
 * A fact that is not confirmed and on which a verdict hangs.
 */
export interface Dependency {
  /**
   * The question it is about; absent where it is about a level or the edition.
   */
  question?: QuestionCode;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * What it says something about.
   */
  fact: FactName;
  /**
   * Whether it is inferred or unknown.
   */
  certainty: Certainty;
  /**
   * Its sources.
   */
  sources: SourceId[];
  /**
   * How it was read from the sources.
   */
  because?: string;
}
/**
 * What one level comes to.
 */
export interface LevelOutcome {
  /**
   * The level.
   */
  level: Level;
  /**
   * Whether it is met in the best reading.
   */
  state: LevelState;
  /**
   * Whether it is met in the strict reading, where inferred demands hold and inferred reliefs do not.
   */
  strictly: LevelState;
  /**
   * Whether it is met in the lenient reading, where only confirmed demands hold and every relief does.
   */
  leniently: LevelState;
  /**
   * Everything that stands in its way in the best reading, questions first in code order.
   */
  blockers?: Blocker[];
}
/**
 * A question that is not done.
 */
export interface QuestionBlocker {
  /**
   * Always `question`; it tells the kinds apart.
   */
  kind: "question";
  /**
   * Its code.
   */
  question: QuestionCode;
}
/**
 * Questions that the bank does not list.
 */
export interface UnlistedBlocker {
  /**
   * Always `unlisted`; it tells the kinds apart.
   */
  kind: "unlisted";
  /**
   * How many questions the bank lists.
   */
  listed: number;
  /**
   * How many there are, if that is known.
   */
  official?: number;
}
/**
 * A certificate that is not in date.
 */
export interface CertificateBlocker {
  /**
   * Always `certificate`; it tells the kinds apart.
   */
  kind: "certificate";
  /**
   * The certificate.
   */
  certificate: Certificate;
}
/**
 * Any one of several ways would do, and each is blocked.
 */
export interface AnyOfBlocker {
  /**
   * Always `any-of`; it tells the kinds apart.
   */
  kind: "any-of";
  /**
   * What blocks each way.
   */
  ways: Blocker[][];
}
/**
 * How far an assessment can still go.
 */
export interface Reach {
  /**
   * The level that the answers support now; absent below Approaching Standards.
   */
  floor?: Level;
  /**
   * The best level still in reach by adding what is missing and renewing what is stale, without taking back anything said (a box that is not ticked and too few people trained say nothing yet); absent where even Approaching Standards is out of reach.
   */
  ceiling?: Level;
}
/**
 * How many of some questions are done.
 */
export interface Progress {
  /**
   * Which questions are counted.
   */
  group: Group;
  /**
   * The level whose mandatory questions are counted; absent where all listed questions are.
   */
  level?: Level;
  /**
   * How many are done.
   */
  done: number;
  /**
   * How many there are.
   */
  total: number;
}
/**
 * A finding as it is written.
 */
export interface Finding {
  /**
   * The stable code of what was found.
   */
  code: string;
  /**
   * Whether it blocks or advises.
   */
  effect: Effect;
  /**
   * How sure the rule behind it is; unknown where nobody knows whether the toolkit would accept the answer.
   */
  certainty: Certainty;
  /**
   * The question it is about; absent where it is about the profile or the assessment as a whole.
   */
  question?: QuestionCode;
  /**
   * The place in the assessment as a JSON Pointer; it may not exist yet where something is missing.
   */
  pointer: string;
  /**
   * What the toolkit asks for there.
   */
  expected: string;
  /**
   * What was found there.
   */
  actual: string;
  /**
   * What is wrong or worth knowing, and what to do about it, for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * The sources of the rule; empty where the rule is this library's own.
   */
  sources: SourceId[];
}
/**
 * What one question comes to.
 */
export interface QuestionOutcome {
  /**
   * Its code.
   */
  code: QuestionCode;
  /**
   * Its short name.
   */
  title: string;
  /**
   * The heading it stands under, if that is on record.
   */
  heading?: Heading;
  /**
   * The levels for which it is mandatory on the day in the best reading.
   */
  mandatoryFor: Level[];
  /**
   * What it comes to.
   */
  status: QuestionStatus;
  /**
   * What takes it away, where it is exempt.
   */
  exemptBy?: ExemptionGround;
  /**
   * What was found about it.
   */
  findings: Finding[];
}
/**
 * Asks how a verdict came about.
 */
export interface ExplainRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.explain-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The level whose branch alone is wanted; absent for every level.
   */
  level?: Level;
  /**
   * The question whose branches alone are wanted; absent for every question.
   */
  question?: QuestionCode;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * Asks for the fewest steps to a level.
 */
export interface PathRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.path-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The level.
   */
  level: Level;
  /**
   * What the level is for; that the answers support it where it is absent.
   */
  purpose?: Purpose;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * The fewest steps to an aim in the best reading, or why there are none.
 */
export interface Path {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.path.v1";
  /**
   * The edition whose rules were asked.
   */
  edition: EditionId;
  /**
   * The day.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages and titles; absent where they are this project's own.
   */
  locale?: string;
  /**
   * The level to be reached.
   */
  level: Level;
  /**
   * What the level is for.
   */
  purpose: Purpose;
  /**
   * Whether there is a way.
   */
  state: PathState;
  /**
   * How sure the level is once the steps are done; absent where there is no way.
   */
  certainty?: Certainty;
  /**
   * The steps in the order of work; none can be left out, and no fewer answers and certificates lead there.
   */
  steps: Step[];
  /**
   * What would take the place of several steps, and rests on something that only the organisation can know.
   */
  alternatives: Alternative[];
  /**
   * Why there is no way; empty where there is one.
   */
  against: Ground[];
}
/**
 * One step of a path.
 */
export interface Step {
  /**
   * The question it is about, where it is about one.
   */
  question?: QuestionCode;
  /**
   * What it is about, in a few words: the short name of the question, or of the part of the profile.
   */
  title: string;
  /**
   * What the question asks, in this project's own words, where it is about one.
   */
  asks?: string;
  /**
   * How much it takes.
   */
  effort: Effort;
  /**
   * The levels that ask for it, lowest first; empty where only publishing does.
   */
  serves: Level[];
  /**
   * The questions outstanding that it takes away, in code order.
   */
  takesAway?: QuestionCode[];
  /**
   * Why it is needed and what to do, each reason with its sources.
   */
  grounds: Ground[];
  /**
   * What it changes; placeholders stand where a person has to write.
   */
  alteration: Alteration;
}
/**
 * Why something is so, with its sources.
 */
export interface Ground {
  /**
   * The stable code of the finding, or of the obstacle to a publication.
   */
  code: string;
  /**
   * What is wrong and what to do about it, for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * How sure the rule behind it is.
   */
  certainty: Certainty;
  /**
   * The sources of the rule; empty where the rule is this library's own.
   */
  sources: SourceId[];
}
/**
 * A question has this answer, whatever it had before.
 */
export interface AnswerAlteration {
  /**
   * Always `answer`; it tells the kinds apart.
   */
  kind: "answer";
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * The whole answer.
   */
  response: Response;
}
/**
 * A question has no answer.
 */
export interface NoAnswerAlteration {
  /**
   * Always `no-answer`; it tells the kinds apart.
   */
  kind: "no-answer";
  /**
   * The question.
   */
  question: QuestionCode;
}
/**
 * The profile says this of a certificate.
 */
export interface CertificateAlteration {
  /**
   * Always `certificate`; it tells the kinds apart.
   */
  kind: "certificate";
  /**
   * The certificate.
   */
  certificate: Certificate;
  /**
   * Whether it is held, and from when to when.
   */
  holding: Holding;
}
/**
 * The profile says this of NHSmail.
 */
export interface NhsmailAlteration {
  /**
   * Always `nhsmail`; it tells the kinds apart.
   */
  kind: "nhsmail";
  /**
   * Whether it is used.
   */
  nhsmail: Nhsmail;
}
/**
 * The profile is confirmed.
 */
export interface ProfileConfirmedAlteration {
  /**
   * Always `profile-confirmed`; it tells the kinds apart.
   */
  kind: "profile-confirmed";
  /**
   * The day on which it is.
   */
  on: string;
}
/**
 * These assertions are confirmed beside those that are already.
 */
export interface AssertionsConfirmedAlteration {
  /**
   * Always `assertions-confirmed`; it tells the kinds apart.
   */
  kind: "assertions-confirmed";
  /**
   * The assertions.
   *
   * @maxItems 1000
   */
  assertions: AssertionCode[];
}
/**
 * This action plan is attached in place of any other.
 */
export interface ActionPlanAlteration {
  /**
   * Always `action-plan`; it tells the kinds apart.
   */
  kind: "action-plan";
  /**
   * The plan.
   */
  plan: ActionPlan;
}
/**
 * It is another day.
 */
export interface DayAlteration {
  /**
   * Always `day`; it tells the kinds apart.
   */
  kind: "day";
  /**
   * The day.
   */
  asOf: string;
}
/**
 * The assessment is carried over to a later edition.
 */
export interface EditionAlteration {
  /**
   * Always `edition`; it tells the kinds apart.
   */
  kind: "edition";
  /**
   * The edition.
   */
  to: EditionId;
}
/**
 * A step in place of others.
 */
export interface Alternative {
  /**
   * What has to be so, and what it would save, in a sentence for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * The step; where the path has one for the same question, it stands in its place.
   */
  step: Step;
  /**
   * The questions whose steps fall away, in code order.
   */
  insteadOf: QuestionCode[];
}
/**
 * A publication.
 */
export interface Publication {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.publication.v1";
  /**
   * The organisation.
   */
  odsCode: OdsCode;
  /**
   * The edition whose label it carries.
   */
  edition: EditionId;
  /**
   * The level.
   */
  level: Level;
  /**
   * The day.
   */
  publishedOn: string;
  /**
   * The language of the words that a host gave for messages; absent where they are this project's own.
   */
  locale?: string;
  /**
   * The view from which it was published.
   */
  view: View;
  /**
   * The sites that it covers, sorted.
   */
  sites: OdsCode[];
  /**
   * The revision of the bank that judged.
   */
  bankRevision: number;
  /**
   * The digest of the bank that judged.
   */
  bankDigest: string;
  /**
   * The digest of what was published.
   */
  digest: string;
  /**
   * What is worth knowing about it.
   */
  notes: Note[];
}
/**
 * A note as it is written.
 */
export interface Note {
  /**
   * The stable code of what is worth knowing.
   */
  code: string;
  /**
   * What is worth knowing, and what to do about it.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
}
/**
 * Asks whether an assessment can be published on a day; at most 13 MiB of JSON.
 */
export interface PublishRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.publish-request.v1";
  /**
   * The day of the publication.
   */
  asOf: string;
  /**
   * The level to publish at.
   */
  level: Level;
  /**
   * The role of whoever publishes.
   */
  by: Role;
  /**
   * The sites to cover besides the organisation itself.
   *
   * @maxItems 1000
   */
  sites?: OdsCode[];
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * Asks how far an assessment can still go.
 */
export interface ReachRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.reach-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
}
/**
 * How far an assessment can still go, level by level.
 */
export interface ReachReport {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.reach.v1";
  /**
   * The edition whose rules were asked.
   */
  edition: EditionId;
  /**
   * The day.
   */
  asOf: string;
  /**
   * The level that the answers support now; absent below Approaching Standards.
   */
  floor?: Level;
  /**
   * The best level still in reach by adding what is missing and renewing what is stale; absent where even Approaching Standards is out of reach.
   */
  ceiling?: Level;
  /**
   * Each level of the edition, lowest first.
   */
  levels: LevelReach[];
}
/**
 * Whether a level is certain, open or closed, and what decides it.
 */
export interface LevelReach {
  /**
   * The level.
   */
  level: Level;
  /**
   * Whether it is certain, open or closed in the best reading.
   */
  prospect: Prospect;
  /**
   * Whether it is met in the strict reading as well, so that nothing uncertain can take it away.
   */
  strictly: LevelState;
  /**
   * What is still open and decides it: all of it has to be done; empty unless the level is open.
   */
  decidedBy?: Blocker[];
  /**
   * What has been said that closes it; empty unless the level is closed.
   */
  closedBy?: Blocker[];
}
/**
 * Why an assessment cannot be published: every reason, not the first.
 */
export interface Refusal {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.refusal.v1";
  /**
   * The level asked for.
   */
  level: Level;
  /**
   * The day asked for.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages; absent where they are this project's own.
   */
  locale?: string;
  /**
   * The reasons; at least one.
   */
  obstacles: Obstacle[];
}
/**
 * An obstacle as it is written.
 */
export interface Obstacle {
  /**
   * The stable code of what stands in the way.
   */
  code: string;
  /**
   * The place in the assessment as a JSON Pointer; empty where it is about the submission itself.
   */
  pointer: string;
  /**
   * How sure the rule behind it is.
   */
  certainty: Certainty;
  /**
   * What stands in the way and what to do about it, for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * The questions it is about, in code order.
   */
  questions: QuestionCode[];
  /**
   * What is wrong with the action plan, where it is about that.
   */
  fault?: PlanFault;
  /**
   * The site it is about, where it is about one.
   */
  site?: OdsCode;
  /**
   * The assertions that nobody has confirmed, where it is about them.
   */
  assertions?: AssertionCode[];
  /**
   * The sources of the rule; empty where the rule is this library's own.
   */
  sources: SourceId[];
}
/**
 * Asks what is published for an organisation on a day; at most 13 MiB of JSON.
 */
export interface StatusRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.status-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * How long a publication counts; twelve months where it is absent.
   */
  policy?: ValidityPolicy;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * What is published for an organisation on a day, whether it still counts, what it is good for, and the days to come.
 */
export interface StatusReport {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.status.v1";
  /**
   * The organisation.
   */
  odsCode: OdsCode;
  /**
   * The day.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages; absent where they are this project's own.
   */
  locale?: string;
  /**
   * What the organisation sees: which questions, and what is marked mandatory.
   */
  view: View;
  /**
   * What is published.
   */
  status: PublicationStatus;
  /**
   * Whether the status can be shown as evidence; one that is out of date still shows, and cannot.
   */
  isEvidence: boolean;
  /**
   * What is published for each site.
   */
  sites: SiteStatus[];
  /**
   * What the status does for each service.
   */
  services: ServiceAnswer[];
  /**
   * The edition whose label a publication on the day would carry, where that is on record.
   */
  openEdition?: EditionId;
  /**
   * Whether each level can be published on the day.
   */
  publishingNow: LevelNow[];
  /**
   * What the end of Cyber Essentials Plus means, where it is held.
   */
  cyberEssentialsPlusLapse?: PlusLapse;
  /**
   * The days to note, earliest first.
   */
  daysToCome: Event[];
}
/**
 * Nothing.
 */
export interface NotPublishedPublicationStatus {
  /**
   * Always `not-published`; it tells the kinds apart.
   */
  kind: "not-published";
}
/**
 * The last publication on or before the day.
 */
export interface PublishedPublicationStatus {
  /**
   * Always `published`; it tells the kinds apart.
   */
  kind: "published";
  /**
   * The publication.
   */
  publication: PastPublication;
  /**
   * Whether it still counts.
   */
  currency: Currency;
  /**
   * The first day on which it is due soon.
   */
  dueSoonFrom: string;
  /**
   * The last day on which it counts.
   */
  lastValidDay: string;
  /**
   * The policy by which that is so.
   */
  policy: ValidityPolicy;
}
/**
 * What is published for one site.
 */
export interface SiteStatus {
  /**
   * The site.
   */
  odsCode: OdsCode;
  /**
   * Its name.
   */
  name?: string;
  /**
   * What is published for it.
   */
  status: PublicationStatus;
}
/**
 * An answer about a service as it is written.
 */
export interface ServiceAnswer {
  /**
   * The id of the service.
   */
  service: SourceId;
  /**
   * The service as people call it.
   */
  name: string;
  /**
   * What the published status does for it.
   */
  state: ServiceState;
  /**
   * How sure the answer is.
   */
  certainty: Certainty;
  /**
   * The claim that decided; absent where the answer is not known.
   */
  decidedBy?: ServiceClaim;
  /**
   * Every claim that speaks of the day, those that did not decide included.
   */
  claims: ServiceClaim[];
  /**
   * The answer in a few sentences for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments: Argument[];
}
/**
 * What some sources say that a service asks for, and when.
 */
export interface ServiceClaim {
  /**
   * What it asks for.
   */
  needs: ServiceNeed;
  /**
   * How sure it is.
   */
  certainty: Certainty;
  /**
   * Where it comes from; never empty unless the fact is unknown.
   */
  sources?: SourceId[];
  /**
   * How it was read from the sources; never absent unless the fact is confirmed.
   */
  because?: string;
  /**
   * The first day of which the claim speaks; absent where none is on record.
   */
  from?: string;
  /**
   * The first day of which it no longer speaks; absent where it still does.
   */
  until?: string;
}
/**
 * Whether a level can be published on the day, for the organisation alone and by an administrator member.
 */
export interface LevelNow {
  /**
   * The level.
   */
  level: Level;
  /**
   * The codes of the reasons against it; empty where it can be published.
   */
  refusedBy: string[];
}
/**
 * What the end of the Cyber Essentials Plus certificate means for the next publication.
 */
export interface PlusLapse {
  /**
   * The last day of the certificate.
   */
  lastDay: string;
  /**
   * The levels that the best reading of the rules then no longer allows.
   */
  levelsLost: Level[];
  /**
   * The questions that the certificate took away and that come back, in code order.
   */
  questionsBack: QuestionCode[];
  /**
   * The questions of which nobody knows whether the certificate takes them away.
   */
  questionsInDoubt: QuestionCode[];
}
/**
 * An edition opens, or is certainly open where the day is not known exactly.
 */
export interface EditionOpensEvent {
  /**
   * Always `edition-opens`; it tells the kinds apart.
   */
  kind: "edition-opens";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The day.
   */
  day: string;
}
/**
 * The toolkit's reminder, three months before a deadline.
 */
export interface DeadlineReminderEvent {
  /**
   * Always `deadline-reminder`; it tells the kinds apart.
   */
  kind: "deadline-reminder";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The day.
   */
  day: string;
}
/**
 * A deadline.
 */
export interface DeadlineEvent {
  /**
   * Always `deadline`; it tells the kinds apart.
   */
  kind: "deadline";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The day.
   */
  day: string;
}
/**
 * The reminder at twelve months after a publication.
 */
export interface PublicationReminderEvent {
  /**
   * Always `publication-reminder`; it tells the kinds apart.
   */
  kind: "publication-reminder";
  /**
   * The day.
   */
  day: string;
}
/**
 * The last day on which the latest publication counts.
 */
export interface PublicationLastDayEvent {
  /**
   * Always `publication-last-day`; it tells the kinds apart.
   */
  kind: "publication-last-day";
  /**
   * The policy by which that is so.
   */
  policy: ValidityPolicy;
  /**
   * The day.
   */
  day: string;
}
/**
 * The last day of a certificate.
 */
export interface CertificateLastDayEvent {
  /**
   * Always `certificate-last-day`; it tells the kinds apart.
   */
  kind: "certificate-last-day";
  /**
   * The certificate.
   */
  certificate: Certificate;
  /**
   * The day.
   */
  day: string;
}
/**
 * Asks for the history of an organisation, and for the days on which the verdict changes by itself.
 */
export interface TimelineRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.timeline-request.v1";
  /**
   * The day with which the history ends.
   */
  asOf: string;
  /**
   * How long a publication counts; twelve months where it is absent.
   */
  policy?: ValidityPolicy;
  /**
   * The assessment.
   */
  assessment: Assessment;
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * The history of an organisation as a timeline, every change explained, and the days on which the verdict on its answers changes by itself.
 */
export interface Timeline {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.timeline.v1";
  /**
   * The organisation.
   */
  odsCode: OdsCode;
  /**
   * The day asked about, with which the history ends.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages and titles; absent where they are this project's own.
   */
  locale?: string;
  /**
   * How long a publication counts.
   */
  policy: ValidityPolicy;
  /**
   * Whether the rules that judge the answers are those of the day asked about.
   */
  replay: Replay;
  /**
   * The verdict on the day asked about.
   */
  today: VerdictOn;
  /**
   * What was published, from the first publication or the edition's opening, whichever is earlier, to the day asked about; no day is left out.
   */
  periods: Period[];
  /**
   * What the answers come to from the edition's opening to its deadline.
   */
  answers: AnswersTimeline;
}
/**
 * Whether the answers can be judged by the rules of a day: those of the edition that was open then.
 */
export interface Replay {
  /**
   * The edition that was open on the day.
   */
  open: OpenThen;
  /**
   * Whether that is the edition of the bank that judges.
   */
  fit: ReplayFit;
  /**
   * The same in a sentence or two.
   */
  says: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
}
/**
 * None that is on record.
 */
export interface BeforeTheFirstOpenThen {
  /**
   * Always `before-the-first`; it tells the kinds apart.
   */
  kind: "before-the-first";
}
/**
 * This one.
 */
export interface EditionOpenThen {
  /**
   * Always `edition`; it tells the kinds apart.
   */
  kind: "edition";
  /**
   * The edition.
   */
  edition: EditionId;
}
/**
 * One of two: the day on which the later one opened is not known exactly.
 */
export interface EitherOpenThen {
  /**
   * Always `either`; it tells the kinds apart.
   */
  kind: "either";
  /**
   * The edition that was open before.
   */
  earlier: EditionId;
  /**
   * The edition that may have opened by then.
   */
  later: EditionId;
}
/**
 * The latest on record, past its deadline: a newer one may have opened.
 */
export interface LatestKnownOpenThen {
  /**
   * Always `latest-known`; it tells the kinds apart.
   */
  kind: "latest-known";
  /**
   * The edition.
   */
  edition: EditionId;
}
/**
 * The verdict on a day.
 */
export interface VerdictOn {
  /**
   * The day.
   */
  day: string;
  /**
   * The level in the best reading; absent below Approaching Standards.
   */
  level?: Level;
  /**
   * How sure the level is.
   */
  certainty: Certainty;
}
/**
 * Days in a row on which the published status was the same.
 */
export interface Period {
  /**
   * The first day.
   */
  from: string;
  /**
   * The last day, that day included.
   */
  until: string;
  /**
   * What was published, and whether it counted.
   */
  status: PublicationStatus;
  /**
   * Why the status changed on the first day; empty where it did not.
   */
  why: TimelineEvent[];
  /**
   * What happened on these days and left the status as it is, in the order of the days.
   */
  meanwhile: TimelineEvent[];
}
/**
 * Something that happened, or will, on a day.
 */
export interface TimelineEvent {
  /**
   * The first day on which it shows.
   */
  day: string;
  /**
   * What happens.
   */
  what: TimelineEventKind;
  /**
   * What happens and what it means, in a sentence or two.
   */
  says: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * How sure the fact behind it is; absent where it follows from the assessment alone.
   */
  certainty?: Certainty;
  /**
   * The sources of that fact.
   */
  sources?: SourceId[];
}
/**
 * Something is published.
 */
export interface PublishedTimelineEventKind {
  /**
   * Always `published`; it tells the kinds apart.
   */
  kind: "published";
  /**
   * The edition whose label it carries.
   */
  edition: EditionId;
  /**
   * The level.
   */
  level: PublishedLevel;
}
/**
 * An earlier publication no longer stands, because a newer one does.
 */
export interface SupersededTimelineEventKind {
  /**
   * Always `superseded`; it tells the kinds apart.
   */
  kind: "superseded";
  /**
   * The edition of the earlier one.
   */
  edition: EditionId;
  /**
   * The level of the earlier one.
   */
  level: PublishedLevel;
  /**
   * The day of the earlier one.
   */
  publishedOn: string;
}
/**
 * A publication lapses within three months.
 */
export interface DueSoonTimelineEventKind {
  /**
   * Always `due-soon`; it tells the kinds apart.
   */
  kind: "due-soon";
  /**
   * The last day on which it counts.
   */
  lastValidDay: string;
}
/**
 * A publication no longer counts.
 */
export interface ExpiredTimelineEventKind {
  /**
   * Always `expired`; it tells the kinds apart.
   */
  kind: "expired";
  /**
   * The last day on which it counted.
   */
  lastValidDay: string;
  /**
   * The policy by which that is so.
   */
  policy: ValidityPolicy;
}
/**
 * An edition opens, or is certainly open where the day is not known exactly.
 */
export interface EditionOpenedTimelineEventKind {
  /**
   * Always `edition-opened`; it tells the kinds apart.
   */
  kind: "edition-opened";
  /**
   * The edition.
   */
  edition: EditionId;
}
/**
 * The next edition has opened, so no publication carries the label of this one any more.
 */
export interface EditionClosedTimelineEventKind {
  /**
   * Always `edition-closed`; it tells the kinds apart.
   */
  kind: "edition-closed";
  /**
   * The edition.
   */
  edition: EditionId;
}
/**
 * The first day after a deadline.
 */
export interface DeadlinePassedTimelineEventKind {
  /**
   * Always `deadline-passed`; it tells the kinds apart.
   */
  kind: "deadline-passed";
  /**
   * The edition.
   */
  edition: EditionId;
}
/**
 * A question becomes mandatory inside an edition.
 */
export interface NowMandatoryTimelineEventKind {
  /**
   * Always `now-mandatory`; it tells the kinds apart.
   */
  kind: "now-mandatory";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * The level.
   */
  level: Level;
}
/**
 * A question stops being mandatory inside an edition.
 */
export interface NoLongerMandatoryTimelineEventKind {
  /**
   * Always `no-longer-mandatory`; it tells the kinds apart.
   */
  kind: "no-longer-mandatory";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * The level.
   */
  level: Level;
}
/**
 * The toolkit counts another number of mandatory questions inside an edition.
 */
export interface CountChangedTimelineEventKind {
  /**
   * Always `count-changed`; it tells the kinds apart.
   */
  kind: "count-changed";
  /**
   * The edition.
   */
  edition: EditionId;
  /**
   * The level.
   */
  level: Level;
  /**
   * The count from this day on; absent where it is not on record.
   */
  count?: number;
}
/**
 * The first day on which a certificate counts.
 */
export interface CertificateBeganTimelineEventKind {
  /**
   * Always `certificate-began`; it tells the kinds apart.
   */
  kind: "certificate-began";
  /**
   * The certificate.
   */
  certificate: Certificate;
}
/**
 * The first day on which a certificate no longer counts.
 */
export interface CertificateLapsedTimelineEventKind {
  /**
   * Always `certificate-lapsed`; it tells the kinds apart.
   */
  kind: "certificate-lapsed";
  /**
   * The certificate.
   */
  certificate: Certificate;
  /**
   * The levels that the next publication can no longer have.
   */
  levelsLost: Level[];
  /**
   * The questions that come back.
   */
  questionsBack: QuestionCode[];
  /**
   * The questions of which nobody knows whether the certificate took them away.
   */
  questionsInDoubt: QuestionCode[];
}
/**
 * A review is too old from this day on.
 */
export interface ReviewLapsedTimelineEventKind {
  /**
   * Always `review-lapsed`; it tells the kinds apart.
   */
  kind: "review-lapsed";
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * The day of the review.
   */
  reviewedOn: string;
}
/**
 * The day of a review that was still to come.
 */
export interface ReviewCountsTimelineEventKind {
  /**
   * Always `review-counts`; it tells the kinds apart.
   */
  kind: "review-counts";
  /**
   * The question.
   */
  question: QuestionCode;
}
/**
 * A document is out of date from this day on.
 */
export interface DocumentExpiredTimelineEventKind {
  /**
   * Always `document-expired`; it tells the kinds apart.
   */
  kind: "document-expired";
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * The last day on which it counted.
   */
  lastDay: string;
}
/**
 * The day of a confirmation that was still to come.
 */
export interface ConfirmationCountsTimelineEventKind {
  /**
   * Always `confirmation-counts`; it tells the kinds apart.
   */
  kind: "confirmation-counts";
  /**
   * The question.
   */
  question: QuestionCode;
}
/**
 * The verdict on the answers as they are, from the opening of their edition to its deadline: each day on which it changes although nobody changes an answer.
 */
export interface AnswersTimeline {
  /**
   * The edition whose rules judge.
   */
  edition: EditionId;
  /**
   * The first day: the edition's opening, or the day asked about where that is earlier.
   */
  from: string;
  /**
   * The last day: the edition's deadline, or the day asked about where that is later.
   */
  until: string;
  /**
   * The verdict on the first day.
   */
  atFirst: VerdictOn;
  /**
   * The days on which it changes, in their order; between them it stays.
   */
  changes: VerdictChange[];
}
/**
 * A day on which the verdict changes.
 */
export interface VerdictChange {
  /**
   * The verdict from this day on.
   */
  verdict: VerdictOn;
  /**
   * The level the day before; absent below Approaching Standards.
   */
  levelBefore?: Level;
  /**
   * Why.
   */
  why: TimelineEvent[];
  /**
   * The levels that come to something else, in any reading.
   */
  levels: LevelTurn[];
  /**
   * The questions that come to something else.
   */
  questions: StatusTurn[];
}
/**
 * A level that comes to something else.
 */
export interface LevelTurn {
  /**
   * The level.
   */
  level: Level;
  /**
   * What it came to the day before.
   */
  before: LevelReadings;
  /**
   * What it comes to from this day on.
   */
  after: LevelReadings;
}
/**
 * Whether a level is met in each reading of the rules.
 */
export interface LevelReadings {
  /**
   * Whether it is met in the best reading.
   */
  state: LevelState;
  /**
   * Whether it is met in the strict reading.
   */
  strictly: LevelState;
  /**
   * Whether it is met in the lenient reading.
   */
  leniently: LevelState;
}
/**
 * A question that comes to something else.
 */
export interface StatusTurn {
  /**
   * The question.
   */
  question: QuestionCode;
  /**
   * Its short name.
   */
  title: string;
  /**
   * What it came to the day before.
   */
  before: QuestionStatus;
  /**
   * What it comes to from this day on.
   */
  after: QuestionStatus;
}
/**
 * How a verdict came about: from each level to its rules, the questions they ask for, the answers and their rules, down to the sources, with what did not apply and why.
 */
export interface Trace {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.trace.v1";
  /**
   * The organisation.
   */
  odsCode: OdsCode;
  /**
   * The day of the verdict.
   */
  asOf: string;
  /**
   * The language of the words that a host gave for messages and titles; absent where they are this project's own.
   */
  locale?: string;
  /**
   * The edition whose rules judge.
   */
  edition: EditionId;
  /**
   * The revision of the question bank that judges.
   */
  bankRevision: number;
  /**
   * The SHA-256 of the question bank that judges, in hexadecimal.
   */
  bankDigest: string;
  /**
   * Whether the rules are those of the day.
   */
  replay: Replay;
  /**
   * The level that the answers support in the best reading; absent below Approaching Standards.
   */
  level?: Level;
  /**
   * How sure the level is.
   */
  verdict: Verdict;
  /**
   * What was found about the profile and the assessment as a whole.
   */
  findings: Finding[];
  /**
   * The tree: a branch for each level, lowest first.
   */
  levels: TraceNode[];
  /**
   * The sources that the tree names, by id.
   */
  sources: Source[];
}
/**
 * One step of the derivation of a verdict, with the steps it rests on.
 */
export interface TraceNode {
  /**
   * Its id: the path from the level to here, such as `standards-met/every-mandatory/3.2.1/threshold`.
   */
  id: string;
  /**
   * What it is about.
   */
  kind: TraceKind;
  /**
   * What it comes to in the best reading; absent where it only tells what was said.
   */
  state?: TraceState;
  /**
   * What it comes to in the strict reading, where that is something else.
   */
  strictly?: TraceState;
  /**
   * What it comes to in the lenient reading, where that is something else.
   */
  leniently?: TraceState;
  /**
   * The level it is about, where it is about one.
   */
  level?: Level;
  /**
   * The question it is about, where it is about one.
   */
  question?: QuestionCode;
  /**
   * What the question comes to, where it is a question.
   */
  status?: QuestionStatus;
  /**
   * The place in the assessment that it looks at, as a JSON Pointer.
   */
  pointer?: string;
  /**
   * What holds, and why, in a sentence or two for a care manager.
   */
  says: string;
  /**
   * What the sentences are filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * How sure the fact behind it is; absent where there is none.
   */
  certainty?: Certainty;
  /**
   * The sources of the fact behind it.
   */
  sources?: SourceId[];
  /**
   * How the fact was read from the sources.
   */
  because?: string;
  /**
   * What was found here, with places and mends.
   */
  findings?: Finding[];
  /**
   * The steps it rests on, and those that did not apply.
   */
  children?: TraceNode[];
}
/**
 * Whether a document can be read, and every mistake in it.
 */
export interface Validation {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.validation.v1";
  /**
   * Whether the document can be read.
   */
  state: Validity;
  /**
   * The mistakes, at most 100: those of reading in the order of the document, those of a bank by concern.
   */
  errors: RequestError[];
  /**
   * How many mistakes were found beyond those listed.
   */
  more: number;
}
/**
 * Asks what an assessment would come to if some things were otherwise.
 */
export interface WhatIfRequest {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.what-if-request.v1";
  /**
   * The day to answer for.
   */
  asOf: string;
  /**
   * The assessment as it is.
   */
  assessment: Assessment;
  /**
   * What is supposed, one thing after the other.
   *
   * @maxItems 1000
   */
  alterations: Alteration[];
  /**
   * A question bank to judge by in place of the built-in one of the assessment's edition.
   */
  bank?: QuestionBank;
  /**
   * Corrections to lay over that bank, in order.
   *
   * @maxItems 1000
   */
  corrections?: Corrections[];
  /**
   * Words of a host's own for messages and titles.
   */
  wording?: Wording;
}
/**
 * The difference that alterations make.
 */
export interface WhatIf {
  /**
   * The format of the document, with its version.
   */
  format: "dspt.what-if.v1";
  /**
   * The language of the words that a host gave for messages and titles; absent where they are this project's own.
   */
  locale?: string;
  /**
   * What the assessment comes to as it is.
   */
  before: Standpoint;
  /**
   * What it would come to.
   */
  after: Standpoint;
  /**
   * The levels of which something changes, lowest first.
   */
  levels: LevelChange[];
  /**
   * The questions whose status changes, in code order.
   */
  statuses: StatusChange[];
  /**
   * The findings that would be gone.
   */
  gone: FindingThen[];
  /**
   * The findings that would be new.
   */
  new: FindingThen[];
  /**
   * The findings that would stay with other particulars.
   */
  changed: FindingChange[];
  /**
   * The levels for which the reasons against publishing them change.
   */
  publishing: PublishingChange[];
  /**
   * What is published and whether it still counts, where that changes: a line for each policy of validity.
   */
  validity: ValidityChange[];
}
/**
 * What an assessment comes to, in short.
 */
export interface Standpoint {
  /**
   * The edition whose rules were asked.
   */
  edition: EditionId;
  /**
   * The day.
   */
  asOf: string;
  /**
   * The level in the best reading; absent below Approaching Standards.
   */
  level?: Level;
  /**
   * How sure the level is.
   */
  certainty: Certainty;
  /**
   * The level in the strict reading; absent below Approaching Standards.
   */
  strictly?: Level;
  /**
   * The level in the lenient reading; absent below Approaching Standards.
   */
  leniently?: Level;
  /**
   * How far the assessment can still go.
   */
  reach: Reach;
}
/**
 * A level of which something changes.
 */
export interface LevelChange {
  /**
   * The level.
   */
  level: Level;
  /**
   * Whether it is met; absent where the edition has no such level.
   */
  before?: LevelReadings;
  /**
   * Whether it would be met; absent where the edition has no such level.
   */
  after?: LevelReadings;
}
/**
 * A question whose status changes.
 */
export interface StatusChange {
  /**
   * The question; where another edition is supposed, by its code there, or by the old one where it has none.
   */
  question: QuestionCode;
  /**
   * Its code in the edition before, where that is another.
   */
  formerly?: QuestionCode;
  /**
   * Its short name.
   */
  title: string;
  /**
   * What it comes to; absent where it is not asked.
   */
  before?: QuestionStatus;
  /**
   * What it would come to; absent where it would not be asked.
   */
  after?: QuestionStatus;
}
/**
 * A finding, kept beyond the evaluation in which it was made.
 */
export interface FindingThen {
  /**
   * The stable code of what was found.
   */
  code: string;
  /**
   * Whether it blocks or advises.
   */
  effect: Effect;
  /**
   * How sure the rule behind it is.
   */
  certainty: Certainty;
  /**
   * The question it is about; absent where it is about the profile or the assessment as a whole.
   */
  question?: QuestionCode;
  /**
   * The place in the assessment as a JSON Pointer.
   */
  pointer: string;
  /**
   * What is wrong or worth knowing, and what to do about it, for a care manager.
   */
  message: string;
  /**
   * What the message is filled from, by name and in order, for words of one's own.
   */
  arguments?: Argument[];
  /**
   * The sources of the rule; empty where the rule is this library's own.
   */
  sources: SourceId[];
}
/**
 * A finding that stays, with other particulars.
 */
export interface FindingChange {
  /**
   * The finding as it is.
   */
  before: FindingThen;
  /**
   * The finding as it would be.
   */
  after: FindingThen;
}
/**
 * A level for which the reasons against publishing it change, for the organisation alone and by an administrator member.
 */
export interface PublishingChange {
  /**
   * The level.
   */
  level: Level;
  /**
   * The codes of the reasons against it; empty where it can be published.
   */
  before: string[];
  /**
   * The codes of the reasons there would be.
   */
  after: string[];
}
/**
 * What is published, where that changes.
 */
export interface ValidityChange {
  /**
   * The policy by which publications count.
   */
  policy: ValidityPolicy;
  /**
   * What is published.
   */
  before: PublicationStatus;
  /**
   * What would be.
   */
  after: PublicationStatus;
}
