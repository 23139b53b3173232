//! What happens on a day of a timeline, and what it means.

use chrono::NaiveDate;
use serde::Serialize;

use super::words::said;
use crate::assessment::PublishedLevel;
use crate::bank::{Certainty, Certificate, EditionId, Level, Provenance, QuestionCode, SourceId};
use crate::message::{Argument, Told, Words};
use crate::publication::{Lapse, ValidityPolicy};

/// Something that happened, or will, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TimelineEvent {
    /// The first day on which it shows.
    pub day: NaiveDate,
    /// What happens.
    pub what: TimelineEventKind,
    /// What happens and what it means, in a sentence or two.
    pub says: String,
    #[serde(flatten)]
    told: Told<'static>,
    /// How sure the fact behind it is; absent where it follows from the assessment alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The sources of that fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<SourceId>,
}

/// What happens on a day of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum TimelineEventKind {
    /// Something is published.
    Published {
        /// The edition whose label it carries.
        edition: EditionId,
        /// The level.
        level: PublishedLevel,
    },
    /// An earlier publication no longer stands, because a newer one does.
    Superseded {
        /// The edition of the earlier one.
        edition: EditionId,
        /// The level of the earlier one.
        level: PublishedLevel,
        /// The day of the earlier one.
        published_on: NaiveDate,
    },
    /// A publication lapses within three months.
    DueSoon {
        /// The last day on which it counts.
        last_valid_day: NaiveDate,
    },
    /// A publication no longer counts.
    Expired {
        /// The last day on which it counted.
        last_valid_day: NaiveDate,
        /// The policy by which that is so.
        policy: ValidityPolicy,
    },
    /// An edition opens, or is certainly open where the day is not known exactly.
    EditionOpened {
        /// The edition.
        edition: EditionId,
    },
    /// The next edition has opened, so no publication carries the label of this one any more.
    EditionClosed {
        /// The edition.
        edition: EditionId,
    },
    /// The first day after a deadline.
    DeadlinePassed {
        /// The edition.
        edition: EditionId,
    },
    /// A question becomes mandatory inside an edition.
    NowMandatory {
        /// The edition.
        edition: EditionId,
        /// The question.
        question: QuestionCode,
        /// The level.
        level: Level,
    },
    /// A question stops being mandatory inside an edition.
    NoLongerMandatory {
        /// The edition.
        edition: EditionId,
        /// The question.
        question: QuestionCode,
        /// The level.
        level: Level,
    },
    /// The toolkit counts another number of mandatory questions inside an edition.
    CountChanged {
        /// The edition.
        edition: EditionId,
        /// The level.
        level: Level,
        /// The count from this day on; absent where it is not on record.
        #[serde(skip_serializing_if = "Option::is_none")]
        count: Option<u32>,
    },
    /// The first day on which a certificate counts.
    CertificateBegan {
        /// The certificate.
        certificate: Certificate,
    },
    /// The first day on which a certificate no longer counts.
    CertificateLapsed {
        /// The certificate.
        certificate: Certificate,
        /// The levels that the next publication can no longer have.
        levels_lost: Vec<Level>,
        /// The questions that come back.
        questions_back: Vec<QuestionCode>,
        /// The questions of which nobody knows whether the certificate took them away.
        questions_in_doubt: Vec<QuestionCode>,
    },
    /// A review is too old from this day on.
    ReviewLapsed {
        /// The question.
        question: QuestionCode,
        /// The day of the review.
        reviewed_on: NaiveDate,
    },
    /// The day of a review that was still to come.
    ReviewCounts {
        /// The question.
        question: QuestionCode,
    },
    /// A document is out of date from this day on.
    DocumentExpired {
        /// The question.
        question: QuestionCode,
        /// The last day on which it counted.
        last_day: NaiveDate,
    },
    /// The day of a confirmation that was still to come.
    ConfirmationCounts {
        /// The question.
        question: QuestionCode,
    },
}

impl TimelineEvent {
    /// An event that follows from the assessment alone.
    pub(super) fn new(on: NaiveDate, what: TimelineEventKind) -> Self {
        let said = said(&what);
        Self { day: on, what, says: said.text(), told: said.told(), certainty: None, sources: Vec::new() }
    }

    /// What the sentences are filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'static>] {
        self.told.arguments()
    }

    /// Puts the sentences in other words.
    pub(super) fn put_in(&mut self, words: &impl Words) {
        self.says = self.told.text(words);
    }

    /// The same, resting on a fact.
    pub(super) fn by(mut self, fact: &Provenance) -> Self {
        self.certainty = Some(fact.certainty);
        self.sources.clone_from(&fact.sources);
        self
    }

    /// What the end of a certificate means.
    pub(super) fn lapsed(on: NaiveDate, certificate: Certificate, lapse: Lapse) -> Self {
        let Lapse { levels_lost, questions_back, questions_in_doubt } = lapse;
        let what =
            TimelineEventKind::CertificateLapsed { certificate, levels_lost, questions_back, questions_in_doubt };
        Self::new(on, what)
    }

    /// The question whose answer it is about.
    pub(super) fn answer_to(&self) -> Option<QuestionCode> {
        match self.what {
            TimelineEventKind::ReviewLapsed { question, .. }
            | TimelineEventKind::ReviewCounts { question }
            | TimelineEventKind::DocumentExpired { question, .. }
            | TimelineEventKind::ConfirmationCounts { question } => Some(question),
            _ => None,
        }
    }
}
