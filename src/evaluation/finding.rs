//! Findings: each reason for a verdict, one by one.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::Training;
use crate::bank::{
    Certainty, Certificate, EditionId, EvidenceType, Level, Nation, Part, QuestionCode, Relation, SourceId,
};
use crate::message::{Argument, InOurWords, Words};
use crate::reading::{coded, words, written_as};

/// What a finding does to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Effect {
    /// The question does not count as done while it stands.
    Blocks,
    /// It changes nothing, and is worth knowing.
    Advises,
}

words!(pub Effect { Blocks = "blocks", Advises = "advises" });

/// One reason, with everything needed to show it beside the right field and to mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding<'a> {
    question: Option<QuestionCode>,
    kind: FindingKind<'a>,
    effect: Effect,
    certainty: Certainty,
    sources: &'a [SourceId],
}

impl<'a> Finding<'a> {
    pub(super) fn new(
        question: Option<QuestionCode>,
        kind: FindingKind<'a>,
        effect: Effect,
        certainty: Certainty,
        sources: &'a [SourceId],
    ) -> Self {
        Self { question, kind, effect, certainty, sources }
    }

    /// The question it is about; none where it is about the profile or the assessment as a whole.
    pub fn question(&self) -> Option<QuestionCode> {
        self.question
    }

    /// What was found, with its particulars.
    pub fn kind(&self) -> FindingKind<'a> {
        self.kind
    }

    /// The stable kebab-case code of its kind.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// Whether it blocks or advises.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// How sure the rule behind it is; unknown where nobody knows whether the toolkit would accept the answer.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The sources of the rule; empty where the rule is this library's own.
    pub fn sources(&self) -> &'a [SourceId] {
        self.sources
    }

    /// The place in the assessment as a JSON Pointer; it may not exist yet where something is missing.
    pub fn pointer(&self) -> String {
        let place = self.kind.place();
        match self.question {
            Some(code) => format!("/responses/{code}{place}"),
            None => place,
        }
    }
}

/// A finding as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Finding"))]
pub(crate) struct WrittenFinding<'a> {
    /// The stable code of what was found.
    code: &'static str,
    /// Whether it blocks or advises.
    effect: Effect,
    /// How sure the rule behind it is; unknown where nobody knows whether the toolkit would accept the answer.
    certainty: Certainty,
    /// The question it is about; absent where it is about the profile or the assessment as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<QuestionCode>,
    /// The place in the assessment as a JSON Pointer; it may not exist yet where something is missing.
    pointer: String,
    /// What the toolkit asks for there.
    expected: String,
    /// What was found there.
    actual: String,
    /// What is wrong or worth knowing, and what to do about it, for a care manager.
    message: String,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'a>>,
    /// The sources of the rule; empty where the rule is this library's own.
    sources: &'a [SourceId],
}

impl<'a> Finding<'a> {
    /// The finding as it is written, with a message in whatever words.
    pub(crate) fn written(&self, words: &impl Words) -> WrittenFinding<'a> {
        let said = self.said();
        WrittenFinding {
            code: self.code(),
            effect: self.effect,
            certainty: self.certainty,
            question: self.question,
            pointer: self.pointer(),
            expected: self.expected(),
            actual: self.actual(),
            message: words.say(&said),
            arguments: said.arguments,
            sources: self.sources,
        }
    }
}

impl Serialize for Finding<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(Finding<'_> = WrittenFinding<'static>);

coded! {
    /// What a finding has found.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum FindingKind<'a> {
        /// There is no answer.
        Unanswered = "unanswered",
        /// The box is not ticked.
        NotConfirmed = "not-confirmed",
        /// The text box is empty.
        TextEmpty = "text-empty",
        /// No document is named.
        DocumentMissing = "document-missing",
        /// One of several documents asked for is missing.
        DocumentPartMissing {
            /// The part.
            part: &'a Part,
        } = "document-part-missing",
        /// The answer is of another kind than the question takes.
        WrongEvidenceType {
            /// What the question takes.
            asked: EvidenceType,
            /// What was given.
            given: EvidenceType,
        } = "wrong-evidence-type",
        /// "Not applicable" where no way to say so is on record.
        NotApplicableNotAccepted {
            /// The place inside the answer where it was written.
            place: &'static str,
        } = "not-applicable-not-accepted",
        /// "Not applicable" without the reason that is asked for.
        NotApplicableUnexplained {
            /// The place for the reason.
            place: &'static str,
        } = "not-applicable-unexplained",
        /// "Not applicable" although another answer says otherwise.
        NotApplicableContradicted {
            /// The question that decides.
            by: QuestionCode,
            /// The place inside the answer where it was written.
            place: &'static str,
        } = "not-applicable-contradicted",
        /// The last review is too long ago.
        ReviewOutOfDate {
            /// The day of the review.
            day: NaiveDate,
            /// The first day that counts.
            earliest: NaiveDate,
        } = "review-out-of-date",
        /// The review lies in the future.
        ReviewInFuture {
            /// The day of the review.
            day: NaiveDate,
        } = "review-in-future",
        /// A document has expired, and no other is in date.
        EvidenceExpired {
            /// Its place among the documents.
            at: usize,
            /// Its last day.
            expired_on: NaiveDate,
        } = "evidence-expired",
        /// Too few people were trained.
        TrainingBelowThreshold {
            /// The figures.
            training: &'a Training,
            /// The percentage asked for.
            percent: u32,
        } = "training-below-threshold",
        /// An answer carried over that nobody has confirmed.
        NotReconfirmed {
            /// The edition it comes from.
            from: EditionId,
            /// The day of a confirmation that does not count, because the edition had not opened.
            too_early: Option<NaiveDate>,
            /// How the question relates to that of the edition before.
            relation: Option<Relation>,
        } = "not-reconfirmed",
        /// An answer said to be reconfirmed on a day to come.
        ReconfirmedInFuture {
            /// The day.
            day: NaiveDate,
        } = "reconfirmed-in-future",
        /// A review is asked for, and no date is given.
        ReviewDateMissing {
            /// The first day that counts.
            earliest: NaiveDate,
        } = "review-date-missing",
        /// Training is asked for, and no figures are given.
        TrainingFiguresMissing {
            /// The percentage asked for.
            percent: u32,
        } = "training-figures-missing",
        /// Too few people were trained, and a rolling programme is accepted.
        RollingProgramme {
            /// The figures.
            training: &'a Training,
            /// The percentage asked for.
            percent: u32,
        } = "rolling-programme",
        /// A document has expired, and another is in date.
        EvidencePartlyExpired {
            /// Its place among the documents.
            at: usize,
            /// Its last day.
            expired_on: NaiveDate,
        } = "evidence-partly-expired",
        /// A detail that this question does not ask for.
        DetailNotAsked {
            /// The key of the detail.
            detail: &'static str,
        } = "detail-not-asked",
        /// "Not applicable" without a reason, where none is asked for.
        NotApplicableWithoutReason {
            /// The place for the reason.
            place: &'static str,
        } = "not-applicable-without-reason",
        /// "Not applicable" depends on another answer that does not say what it found.
        ConditionNotStated {
            /// The question that decides.
            by: QuestionCode,
            /// The place inside the answer where it was written.
            place: &'static str,
        } = "condition-not-stated",
        /// The question looks for something, and the answer does not say whether it was found.
        FindingNotStated {
            /// What it looks for.
            looks_for: &'a str,
        } = "finding-not-stated",
        /// Another answer makes the question unnecessary, and its box is still empty.
        NotNeededButBlank = "not-needed-but-blank",
        /// A profile question answered with "not sure".
        ProfileNotSure {
            /// The key of the profile question.
            about: &'static str,
            /// How many questions a yes would take away.
            takes_away: u32,
            /// The level that a yes would open.
            opens: Option<Level>,
        } = "profile-not-sure",
        /// A profile question that has no answer.
        ProfileNotStated {
            /// The key of the profile question.
            about: &'static str,
        } = "profile-not-stated",
        /// A certificate that is out of date.
        CertificateExpired {
            /// The certificate.
            certificate: Certificate,
            /// Its last day.
            expired_on: NaiveDate,
        } = "certificate-expired",
        /// A certificate that does not count yet.
        CertificateNotYetValid {
            /// The certificate.
            certificate: Certificate,
            /// Its first day.
            issued_on: NaiveDate,
        } = "certificate-not-yet-valid",
        /// A certificate that lapses within three months.
        CertificateAboutToLapse {
            /// The certificate.
            certificate: Certificate,
            /// Its last day.
            expires_on: NaiveDate,
        } = "certificate-about-to-lapse",
        /// A certificate whose dates span more than the twelve months it lasts.
        CertificateLongerThanAYear {
            /// The certificate.
            certificate: Certificate,
        } = "certificate-longer-than-a-year",
        /// A certificate that changes nothing here.
        CertificateChangesNothing {
            /// The certificate.
            certificate: Certificate,
        } = "certificate-changes-nothing",
        /// An organisation outside the nations the toolkit covers.
        OutsideTheScope {
            /// Where it works.
            nation: Nation,
        } = "outside-the-scope",
        /// An organisation of another sector.
        OtherSector = "other-sector",
        /// Answers given for another edition than the one they are judged by.
        OtherEdition {
            /// The edition they were given for.
            given: EditionId,
            /// The edition they are judged by.
            judged_by: EditionId,
        } = "other-edition",
        /// An answer to a question that the bank does not list.
        NotInEdition {
            /// The code.
            code: QuestionCode,
        } = "not-in-edition",
        /// A day before the edition opened.
        BeforeOpening {
            /// The day of the evaluation.
            day: NaiveDate,
            /// The first day on which it can have been open.
            opening: NaiveDate,
        } = "before-opening",
        /// A day after the edition's deadline.
        AfterDeadline {
            /// The day of the evaluation.
            day: NaiveDate,
            /// The deadline.
            deadline: NaiveDate,
        } = "after-deadline",
    }
}
