//! How far each heading is.

use serde::Serialize;

use super::evaluate::QuestionOutcome;
use super::reading::Case;
use crate::bank::{Fact, Heading, Level, Readings};

/// How many of the questions under a heading are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The heading; absent for questions whose heading is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
    /// The level whose mandatory questions are counted; absent where all listed questions are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How many are done.
    pub done: u32,
    /// How many there are.
    pub total: u32,
}

/// The counts for every heading and every level that has mandatory questions, then for all listed questions.
pub(super) fn progress(case: &Case<'_>, questions: &[QuestionOutcome<'_>]) -> Vec<Progress> {
    let headings = Heading::ALL.iter().copied().map(Some).chain([None]);
    let mut counts = Vec::new();
    for heading in headings {
        let under = || questions.iter().filter(move |outcome| heading_of(outcome) == heading);
        for level in case.bank.about().counts.iter().map(|count| count.level) {
            if counts.iter().any(|count: &Progress| count.heading == heading && count.level == Some(level)) {
                continue;
            }
            let demanded = under()
                .filter(|outcome| outcome.question.mandatory_readings(level, case.as_of).holds(Readings::HEADLINE));
            counts.push(count(heading, Some(level), demanded));
        }
        counts.push(count(heading, None, under()));
    }
    counts.retain(|count| count.total > 0);
    counts
}

fn heading_of(outcome: &QuestionOutcome<'_>) -> Option<Heading> {
    Fact::known(&outcome.question.heading).copied()
}

fn count<'b, 'a: 'b>(
    heading: Option<Heading>,
    level: Option<Level>,
    questions: impl Iterator<Item = &'b QuestionOutcome<'a>>,
) -> Progress {
    let (done, total) =
        questions.fold((0, 0), |(done, total), outcome| (done + u32::from(outcome.status.is_done()), total + 1));
    Progress { heading, level, done, total }
}
