//! How long a publication counts.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use crate::assessment::{History, PastPublication};
use crate::bank::{EditionId, QuestionBank};
use crate::reading::words;

/// How long before the last valid day a publication falls due: as long as the toolkit's own reminder of the deadline.
pub(super) const NOTICE: Months = Months::new(3);

/// How long a publication counts. No formal rule is on record; sources describe it in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum ValidityPolicy {
    /// Twelve months: to the same day of the next year, that day included.
    ///
    /// Source: a care association's page of 2024-25; the programme says "at least once every year".
    #[default]
    TwelveMonths,
    /// To the deadline of the next edition, that day included.
    ///
    /// Source: three pages that take 30 June of the following edition for the end.
    NextDeadline,
}

words!(pub ValidityPolicy { TwelveMonths = "twelve-months", NextDeadline = "next-deadline" });

impl ValidityPolicy {
    /// The last day on which a publication counts.
    ///
    /// A publication of 12 June 2025 counts for twelve months up to and including 12 June 2026; one of 29 February 2024
    /// up to 28 February 2025. Under the other policy a publication of 2024-25 counts up to 30 June 2026; where the next
    /// edition is not on record its deadline is taken to be a year after the edition's own.
    pub fn last_valid_day(self, publication: &PastPublication) -> NaiveDate {
        match self {
            Self::TwelveMonths => year_after(publication.published_on),
            Self::NextDeadline => next_deadline(publication.edition, None),
        }
    }
}

fn year_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX)
}

/// The deadline of the edition after one, or a year after its own; 30 June where neither is on record.
pub(super) fn next_deadline(edition: EditionId, own: Option<NaiveDate>) -> NaiveDate {
    let deadline = |id: EditionId| QuestionBank::edition(id).and_then(|bank| bank.about().deadline.value);
    edition
        .after()
        .and_then(deadline)
        .or_else(|| own.or_else(|| deadline(edition)).map(year_after))
        .or_else(|| NaiveDate::from_ymd_opt(i32::from(edition.first_year()).saturating_add(2), 6, 30))
        .unwrap_or(NaiveDate::MAX)
}

/// Whether a publication still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Currency {
    /// It counts.
    Current,
    /// It counts, and lapses within three months.
    DueSoon,
    /// It still shows in the register and is no evidence any more.
    OutOfDate,
}

words!(pub Currency { Current = "current", DueSoon = "due-soon", OutOfDate = "out-of-date" });

/// What is published for an organisation on a day.
///
/// ```
/// use dspt::{Currency, PublicationStatus, ValidityPolicy, status};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let on = |day: &str| status(assessment.publications(), day.parse().unwrap(), ValidityPolicy::TwelveMonths);
/// assert_eq!(on("2026-06-12").currency(), Some(Currency::DueSoon));
/// assert_eq!(on("2026-06-13").currency(), Some(Currency::OutOfDate));
/// # Ok::<(), dspt::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PublicationStatus<'a> {
    /// Nothing.
    NotPublished,
    /// The last publication on or before the day.
    Published {
        /// The publication.
        publication: &'a PastPublication,
        /// Whether it still counts.
        currency: Currency,
        /// The first day on which it is due soon.
        due_soon_from: NaiveDate,
        /// The last day on which it counts.
        last_valid_day: NaiveDate,
        /// The policy by which that is so.
        policy: ValidityPolicy,
    },
}

impl PublicationStatus<'_> {
    /// Whether the publication still counts, if there is one.
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::NotPublished => None,
            Self::Published { currency, .. } => Some(*currency),
        }
    }

    /// Whether the status can be shown as evidence of how things stand: an out-of-date one still shows, and cannot.
    ///
    /// Source: questions 96 and 99 of the programme's Q&A of 24 June 2022.
    pub fn is_evidence(&self) -> bool {
        matches!(self.currency(), Some(Currency::Current | Currency::DueSoon))
    }
}

/// What is published on a day; later publications are not known yet.
pub fn status(history: &History, day: NaiveDate, policy: ValidityPolicy) -> PublicationStatus<'_> {
    status_of(history.iter(), day, policy)
}

/// As [`status`], over publications in the order of their days.
pub(super) fn status_of<'a>(
    publications: impl DoubleEndedIterator<Item = &'a PastPublication>,
    day: NaiveDate,
    policy: ValidityPolicy,
) -> PublicationStatus<'a> {
    let Some(publication) = publications.rev().find(|publication| publication.published_on <= day) else {
        return PublicationStatus::NotPublished;
    };
    let last_valid_day = policy.last_valid_day(publication);
    let due_soon_from = last_valid_day.checked_sub_months(NOTICE).unwrap_or(NaiveDate::MIN);
    let currency = if day > last_valid_day {
        Currency::OutOfDate
    } else if day >= due_soon_from {
        Currency::DueSoon
    } else {
        Currency::Current
    };
    PublicationStatus::Published { publication, currency, due_soon_from, last_valid_day, policy }
}
