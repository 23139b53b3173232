//! Changes in plain words. Sentences name both editions, so that they hold in either direction.

use chrono::NaiveDate;

use super::edition_change::EditionChange;
use super::gates;
use super::question_change::QuestionChange;
use super::topic::DiffTopic;
use crate::bank::{
    Certificate, EditionId, EvidenceType, ExemptionGround, Heading, Level, Nation, NotApplicable, Opening,
    QuestionCode, Reason, Relation, Route, Rule, Scope, Sector, Window,
};
use crate::message::day;

/// The two editions that are compared, as sentences name them.
pub(super) struct Editions {
    from: String,
    to: String,
}

impl Editions {
    /// Two banks of one edition are told apart by their order.
    pub(super) fn new(from: EditionId, to: EditionId) -> Self {
        if from == to {
            Self { from: format!("the first bank of {from}"), to: format!("the second bank of {to}") }
        } else {
            Self { from: from.to_string(), to: to.to_string() }
        }
    }

    /// What both editions say, each in its words.
    fn each(&self, code: QuestionCode, before: &str, after: &str) -> String {
        let Self { from, to } = self;
        format!("In {to}, {code} {after}; in {from} it {before}.")
    }

    /// A change of the edition in a sentence.
    pub(super) fn edition(&self, change: &EditionChange) -> String {
        let Self { from, to } = self;
        match change {
            EditionChange::Opening { opening_before, opening_after } => {
                format!("{to} {}; {from} {}.", opened(*opening_after), opened(*opening_before))
            }
            EditionChange::Deadline { date_before, date_after } => {
                format!("The deadline of {to} is {}; that of {from} is {}.", day(*date_after), day(*date_before))
            }
            EditionChange::OfficialCount { level, count_before, count_after } => {
                format!("{count_after} questions are mandatory for {} in {to}, {count_before} in {from}.", level.name())
            }
            EditionChange::Total { count_before, count_after } => {
                format!("The toolkit shows {count_after} questions in {to}, {count_before} in {from}.")
            }
            EditionChange::ToolkitVersion { version_before, version_after } => {
                format!("{to} is version {version_after} of the toolkit, {from} is version {version_before}.")
            }
            EditionChange::Scope { scope_before, scope_after } => {
                format!(
                    "The questions of {to} are {}; those of {from} are {}.",
                    scope(scope_after),
                    scope(scope_before)
                )
            }
            EditionChange::ReconfirmationAsked => {
                format!("In {to}, {}; in {from} it need not.", reconfirmation(true))
            }
            EditionChange::ReconfirmationNoLongerAsked => {
                format!("In {from}, {}; in {to} it need not.", reconfirmation(true))
            }
            EditionChange::CertificateTakesQuestionsAway { certificate } => {
                format!("{} in {to} and not in {from}.", takes_questions_away(*certificate, true))
            }
            EditionChange::CertificateNoLongerTakesQuestionsAway { certificate } => {
                format!("{} in {from} and not in {to}.", takes_questions_away(*certificate, true))
            }
            EditionChange::GateSet { gate } => {
                format!("In {to}, {}; in {from}, {}.", gate.says(true), gate.says(false))
            }
            EditionChange::GateLifted { gate } => {
                format!("In {to}, {}; in {from}, {}.", gate.says(false), gate.says(true))
            }
            EditionChange::AssertionsConfirmed { assertions_before, assertions_after } => format!(
                "In {to}, {}; in {from}, {}.",
                gates::assertions(*assertions_after),
                gates::assertions(*assertions_before)
            ),
            EditionChange::RepublishAtLeast { level_before, level_after } => {
                format!("In {to}, {}; in {from}, at {} or above.", gates::at_least(*level_after), level_before.name())
            }
            EditionChange::ReadingLeftOpen { level, rule } => another_reading(*level, rule, to, from),
            EditionChange::ReadingNoLongerOpen { level, rule } => another_reading(*level, rule, from, to),
            EditionChange::LevelRule { level, rule_before, rule_after } => format!(
                "{} asks for {} in {to}, for {} in {from}.",
                level.name(),
                asks_for(rule_after),
                asks_for(rule_before)
            ),
            EditionChange::NowKnown { topic, says, .. } => known(says, *topic, to, from),
            EditionChange::NoLongerKnown { topic, says, .. } => known(says, *topic, from, to),
        }
    }

    /// A change of a question in a sentence; the code is that of the edition compared to, where it has one.
    pub(super) fn question(&self, code: QuestionCode, change: &QuestionChange) -> String {
        let Self { from, to } = self;
        match change {
            QuestionChange::Added => format!("{code} is asked in {to} and not in {from}."),
            QuestionChange::Removed => format!("{code} is asked in {from} and not in {to}."),
            QuestionChange::NewOnRecord => {
                format!("{code} is on record for {to} and not for {from}; whether {from} has it is not known.")
            }
            QuestionChange::NoLongerOnRecord => {
                format!("{code} is on record for {from} and not for {to}; whether {to} has it is not known.")
            }
            QuestionChange::Renumbered { code_before, code_after } => {
                format!("{code_after} of {to} is {code_before} of {from}.")
            }
            QuestionChange::Reworded { relation } => {
                let asks = match relation {
                    Relation::SubsetOf => "less",
                    Relation::SupersetOf => "more",
                    _ => return format!("{code} asks for the same in {to} as in {from}, in other words."),
                };
                format!("{code} asks for {asks} in {to} than in {from}.")
            }
            QuestionChange::Replaced => {
                format!("{code} asks in {to} for something that is only partly what {from} asks for.")
            }
            QuestionChange::NewlyMandatory { level } => {
                format!("{code} is mandatory for {} in {to} and not in {from}.", level.name())
            }
            QuestionChange::NoLongerMandatory { level } => {
                format!("{code} is mandatory for {} in {from} and not in {to}.", level.name())
            }
            QuestionChange::Heading { heading_before, heading_after } => {
                format!("{code} {} in {to}, under {} in {from}.", heading(*heading_after), heading_before.name())
            }
            QuestionChange::EvidenceType { evidence_before, evidence_after } => {
                format!("{code} {} in {to}, {} in {from}.", takes(*evidence_after), answer(*evidence_before))
            }
            QuestionChange::PartAsked { title, .. } => {
                format!("{code} asks in {to} for a document that {from} does not ask for: {title}.")
            }
            QuestionChange::PartNoLongerAsked { title, .. } => {
                format!("{code} asks in {from} for a document that {to} does not ask for: {title}.")
            }
            QuestionChange::NotApplicable { route_before, route_after } => {
                self.each(code, &not_applicable(route_before.as_ref()), &not_applicable(route_after.as_ref()))
            }
            QuestionChange::Exempted { by } => format!("{code} {} in {to} and not in {from}.", exempts(true, *by)),
            QuestionChange::NoLongerExempted { by } => {
                format!("{code} {} in {from} and not in {to}.", exempts(true, *by))
            }
            QuestionChange::ReviewWindow { window_before, window_after } => {
                let says = |window: &Option<Window>| window.map_or_else(no_window, reviewed);
                self.each(code, &says(window_before), &says(window_after))
            }
            QuestionChange::Threshold { percent_before, counts_before, percent_after, counts_after } => {
                let says = |percent: &Option<u32>, counts: &Option<String>| match (percent, counts) {
                    (Some(percent), Some(counts)) => trained(*percent, counts),
                    _ => "has no share of trained people on record".to_owned(),
                };
                self.each(code, &says(percent_before, counts_before), &says(percent_after, counts_after))
            }
            QuestionChange::RollingProgrammeAccepted => {
                format!("{code} {} in {to} and not in {from}.", rolling_programme(true))
            }
            QuestionChange::RollingProgrammeNoLongerAccepted => {
                format!("{code} {} in {from} and not in {to}.", rolling_programme(true))
            }
            QuestionChange::NeededWhen { found_before, found_after } => {
                let says = |code: &Option<QuestionCode>| {
                    code.map_or_else(|| "has no condition on record".to_owned(), needed_when)
                };
                self.each(code, &says(found_before), &says(found_after))
            }
            QuestionChange::LooksFor { looks_for_before, looks_for_after } => {
                let says = |what: &Option<String>| {
                    what.as_deref().map_or_else(|| "does not ask whether anything was found".to_owned(), looks_for)
                };
                self.each(code, &says(looks_for_before), &says(looks_for_after))
            }
            QuestionChange::NowKnown { topic, says, .. } => known(&format!("{code} {says}"), *topic, to, from),
            QuestionChange::NoLongerKnown { topic, says, .. } => known(&format!("{code} {says}"), *topic, from, to),
        }
    }
}

/// What one edition says on a point that the other has not on record.
fn known(says: &str, topic: DiffTopic, on_record: &str, open: &str) -> String {
    let topic = topic.name();
    format!("In {on_record}, {says}; {topic} is not on record for {open}, so this may be no change.")
}

/// A reading of a level's rule that the sources leave open in one edition and not in the other.
fn another_reading(level: Level, rule: &Rule, open: &str, settled: &str) -> String {
    let (level, asks) = (level.name(), asks_for(rule));
    format!("In {open}, the sources leave open whether {level} asks for {asks} instead; in {settled} they do not.")
}

pub(super) fn version(version: u32) -> String {
    format!("the edition is version {version} of the toolkit")
}

pub(super) fn scope(scope: &Scope) -> String {
    let sector = match scope.sector {
        Sector::SocialCare => "adult social care",
        Sector::Other => "other sectors than social care",
    };
    let nations: Vec<_> = scope.nations.iter().copied().map(Nation::name).collect();
    format!("for {sector} in {}", nations.join(", "))
}

pub(super) fn reconfirmation(is_asked: bool) -> &'static str {
    if is_asked {
        "an answer that was carried over has to be confirmed before it counts"
    } else {
        "an answer that was carried over counts without being confirmed"
    }
}

pub(super) fn takes_questions_away(certificate: Certificate, takes: bool) -> String {
    let takes = if takes { "takes" } else { "does not take" };
    format!("{} {takes} questions away", certificate.name())
}

pub(super) fn opened(opening: Opening) -> String {
    let Opening { earliest, latest } = opening;
    if earliest == latest {
        format!("opened on {}", day(earliest))
    } else {
        format!("opened between {} and {}", day(earliest), day(latest))
    }
}

pub(super) fn deadline(date: NaiveDate) -> String {
    format!("the deadline is {}", day(date))
}

pub(super) fn total(count: u32) -> String {
    format!("the toolkit shows {count} questions")
}

pub(super) fn mandatory_count(count: u32, level: Level) -> String {
    format!("{count} questions are mandatory for {}", level.name())
}

pub(super) fn level_asks(level: Level, rule: &Rule) -> String {
    format!("{} asks for {}", level.name(), asks_for(rule))
}

/// What a rule asks for.
pub(super) fn asks_for(rule: &Rule) -> String {
    let joined = |rules: &[Rule], by: &str| rules.iter().map(asks_for).collect::<Vec<_>>().join(by);
    match rule {
        Rule::AllOf { rules } => joined(rules, " and "),
        Rule::AnyOf { rules } => joined(rules, " or "),
        Rule::EveryMandatoryComplete { level } => format!("every question mandatory for {}", level.name()),
        Rule::EveryQuestionComplete => "every question of the edition".to_owned(),
        Rule::LevelMet { level } => level.name().to_owned(),
        Rule::CertificateCurrent { certificate } => {
            format!("a {} certificate that is in date", certificate.name())
        }
    }
}

pub(super) fn mandatory(is_mandatory: bool, level: Level) -> String {
    let is = if is_mandatory { "is" } else { "is not" };
    format!("{is} mandatory for {}", level.name())
}

pub(super) fn heading(heading: Heading) -> String {
    format!("stands under {}", heading.name())
}

pub(super) fn takes(evidence: EvidenceType) -> String {
    format!("takes {}", answer(evidence))
}

fn answer(evidence: EvidenceType) -> &'static str {
    match evidence {
        EvidenceType::Text => "words",
        EvidenceType::Confirmation => "a tick",
        EvidenceType::Document => "a document",
        EvidenceType::Date => "a date",
    }
}

pub(super) fn part(title: &str) -> String {
    format!("asks for this document: {title}")
}

pub(super) fn not_applicable(route: Option<&NotApplicable>) -> String {
    let Some(NotApplicable { route, when, reason }) = route else {
        return "does not take \"Not applicable\"".to_owned();
    };
    let place = match route {
        Route::Comment => "in the comment",
        Route::AnswerText => "in the text box",
        Route::DocumentLocation => "in place of the document's location",
    };
    let reason = match reason {
        Reason::Asked => ", with a reason",
        Reason::NotAsked => "",
    };
    format!("takes \"Not applicable\" {place}{reason}, where {when}")
}

pub(super) fn exempts(exempts: bool, by: ExemptionGround) -> String {
    let is = if exempts { "is" } else { "is not" };
    format!("{is} taken away by {}", by.name())
}

pub(super) fn reviewed(window: Window) -> String {
    match window {
        Window::Since { date } => format!("counts a review on or after {}", day(date)),
        Window::WithinMonths { months } => format!("counts a review within {months} months"),
    }
}

fn no_window() -> String {
    "has no time for a review on record".to_owned()
}

pub(super) fn trained(percent: u32, counts: &str) -> String {
    format!("asks that {percent} per cent are trained of {counts}")
}

pub(super) fn rolling_programme(is_accepted: bool) -> String {
    let verb = if is_accepted { "accepts" } else { "does not accept" };
    format!("{verb} a rolling programme of training")
}

pub(super) fn looks_for(what: &str) -> String {
    format!("asks whether these were found: {what}")
}

pub(super) fn needed_when(found: QuestionCode) -> String {
    format!("is needed where {found} found something")
}
