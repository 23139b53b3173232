//! What an organisation sees: which questions, and what is marked mandatory.

use chrono::NaiveDate;

use crate::assessment::{History, PastPublication, PublishedLevel};
use crate::bank::{Level, Question, QuestionBank};
use crate::reading::words;

/// What an organisation sees; it follows from what it has published.
///
/// ```
/// use dspt::{History, Level, QuestionBank, View};
///
/// let bank = QuestionBank::edition("2024-25".parse()?).unwrap();
/// let day = "2025-05-30".parse().unwrap();
/// let view = View::of(bank, &History::default(), day);
/// assert_eq!(view, View::FirstPublication);
/// assert_eq!(view.marks_mandatory(), Level::ApproachingStandards);
/// # Ok::<(), dspt::Cause>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum View {
    /// Before the first publication: the questions for Standards Met, those for Approaching Standards marked mandatory.
    FirstPublication,
    /// From the first publication on: all questions, those for Standards Met marked mandatory, and a progress link.
    Standard,
}

words!(pub View { FirstPublication = "first-publication", Standard = "standard" });

impl View {
    /// The view of an organisation with a history on a day.
    ///
    /// Source: questions 49 and 53 of the programme's Q&A of 24 June 2022; the page on reviewing and republishing of the
    /// years with 42 mandatory questions.
    pub fn of(bank: &QuestionBank, history: &History, day: NaiveDate) -> Self {
        if published_before(bank, history, day).is_some() { Self::Standard } else { Self::FirstPublication }
    }

    /// The level whose questions are marked mandatory.
    pub const fn marks_mandatory(self) -> Level {
        match self {
            Self::FirstPublication => Level::ApproachingStandards,
            Self::Standard => Level::StandardsMet,
        }
    }

    /// Whether there is a link to the progress page.
    pub const fn has_progress_link(self) -> bool {
        matches!(self, Self::Standard)
    }

    /// The questions shown, as far as the bank lists them, in code order.
    pub fn questions(self, bank: &QuestionBank, day: NaiveDate) -> impl Iterator<Item = &Question> {
        bank.questions().filter(move |question| match self {
            Self::Standard => true,
            Self::FirstPublication => {
                let entry = question.mandatory_on(Level::StandardsMet, day);
                entry.is_some_and(|entry| entry.mandatory.known() == Some(&true))
            }
        })
    }
}

/// The last publication on or before a day that makes an organisation one that has published before. Entry Level
/// counts only where the edition says so.
pub(super) fn published_before<'a>(
    bank: &QuestionBank,
    history: &'a History,
    day: NaiveDate,
) -> Option<&'a PastPublication> {
    let entry_level_counts = bank.about().gates.entry_level_counts.known() == Some(&true);
    history.iter().rev().find(|publication| {
        publication.published_on <= day && (publication.level != PublishedLevel::EntryLevel || entry_level_counts)
    })
}
