//! The days to come: openings, deadlines, reminders, expiries, and what a lapsed certificate means.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::validity::{NOTICE, ValidityPolicy};
use crate::assessment::{Assessment, Holding};
use crate::bank::{Certificate, EditionId, ExemptionGround, Level, LevelRule, OpenOn, QuestionBank, QuestionCode};

/// A day to note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// The day.
    pub day: NaiveDate,
    /// What happens then.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happens on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum EventKind {
    /// An edition opens, or is certainly open where the day is not known exactly.
    EditionOpens {
        /// The edition.
        edition: EditionId,
    },
    /// The toolkit's reminder, three months before a deadline.
    DeadlineReminder {
        /// The edition.
        edition: EditionId,
    },
    /// A deadline.
    Deadline {
        /// The edition.
        edition: EditionId,
    },
    /// The reminder at twelve months after a publication.
    PublicationReminder,
    /// The last day on which the latest publication counts.
    PublicationLastDay {
        /// The policy by which that is so.
        policy: ValidityPolicy,
    },
    /// The last day of a certificate.
    CertificateLastDay {
        /// The certificate.
        certificate: Certificate,
    },
}

/// The days to note after a day, earliest first: those of the editions on record, of the latest publication, and of the
/// organisation's certificates.
///
/// Sources: question 95 of the programme's Q&A of 24 June 2022 for the reminder before the deadline; a care
/// association's page of 2024-25 for the one at twelve months.
pub fn calendar(assessment: &Assessment, after: NaiveDate, policy: ValidityPolicy) -> Vec<Event> {
    let mut events = Vec::new();
    for bank in QuestionBank::editions() {
        let edition = bank.id();
        if let Some(opening) = bank.about().opening.value {
            events.push(Event { day: opening.latest, kind: EventKind::EditionOpens { edition } });
        }
        if let Some(day) = bank.about().deadline.value {
            events.push(Event { day, kind: EventKind::Deadline { edition } });
            let reminder = day.checked_sub_months(NOTICE);
            events.extend(reminder.map(|day| Event { day, kind: EventKind::DeadlineReminder { edition } }));
        }
    }
    let mut published = assessment.publications().iter().rev();
    if let Some(latest) = published.find(|publication| publication.published_on <= after) {
        let reminder = latest.published_on.checked_add_months(Months::new(12));
        events.extend(reminder.map(|day| Event { day, kind: EventKind::PublicationReminder }));
        events.push(Event { day: policy.last_valid_day(latest), kind: EventKind::PublicationLastDay { policy } });
    }
    for certificate in Certificate::ALL.iter().copied() {
        if let Some(Holding::Yes { expires_on, .. }) = assessment.organisation().holding(certificate) {
            events.push(Event { day: *expires_on, kind: EventKind::CertificateLastDay { certificate } });
        }
    }
    events.retain(|event| event.day > after);
    events.sort_unstable();
    events
}

/// What a certificate that lapses after a publication means for the next publication.
///
/// The publication that stands is not touched: it keeps its level until it is replaced or goes out of date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Lapse {
    /// The levels that the best reading of the rules then no longer allows.
    pub levels_lost: Vec<Level>,
    /// The questions that the certificate took away and that come back, in code order.
    pub questions_back: Vec<QuestionCode>,
    /// The questions of which nobody knows whether the certificate takes them away.
    pub questions_in_doubt: Vec<QuestionCode>,
}

/// What it means in an edition that a certificate has lapsed. In 2021-22 it costs no level.
///
/// Sources: question 78 of the programme's Q&A of 24 June 2022 for 2021-22; a care association's page for 2024-25.
pub fn lapse(bank: &QuestionBank, certificate: Certificate) -> Lapse {
    let asks = |rule: &&LevelRule| rule.best().is_some_and(|best| best.asks_for(certificate));
    let exempted = |known: bool| -> Vec<QuestionCode> {
        let takes_away = |exemption: &crate::bank::Exemption| {
            exemption.by == ExemptionGround::CyberEssentialsPlus
                && certificate == Certificate::CyberEssentialsPlus
                && exemption.exempts.value == Some(true)
                && exemption.exempts.known().is_some() == known
        };
        let questions = bank.questions().filter(|question| question.exemptions.iter().any(takes_away));
        questions.map(|question| question.code).collect()
    };
    Lapse {
        levels_lost: bank.levels().iter().filter(asks).map(|rule| rule.level).collect(),
        questions_back: exempted(true),
        questions_in_doubt: exempted(false),
    }
}

/// The edition whose label a publication on a day carries, where that is known: the one open on the day, not the one
/// whose deadline is nearest.
pub fn label_on(day: NaiveDate) -> Option<EditionId> {
    match QuestionBank::open_on(day) {
        OpenOn::Edition(bank) => Some(bank.id()),
        OpenOn::BeforeTheFirst | OpenOn::Either { .. } | OpenOn::LatestKnown(_) => None,
    }
}
