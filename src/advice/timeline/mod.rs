//! The timeline: what was published from day to day, and what the answers come to from day to day.

mod answers;
mod event;
mod periods;
mod rules;
mod words;

use chrono::NaiveDate;
use serde::Serialize;

pub use answers::{AnswersTimeline, LevelTurn, StatusTurn, VerdictChange, VerdictOn};
pub use event::{TimelineEvent, TimelineEventKind};
pub use periods::Period;

use super::replay::Replay;
use crate::assessment::{Assessment, OdsCode};
use crate::bank::QuestionBank;
use crate::evaluation::evaluate;
use crate::message::Words;
use crate::publication::ValidityPolicy;
use crate::reading::document_format;

document_format!(TimelineFormat = "dspt.timeline.v1");

/// The history of an organisation as a timeline, every change explained, and the days on which the verdict on its
/// answers changes by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Timeline<'a> {
    format: TimelineFormat,
    /// The organisation.
    pub ods_code: &'a OdsCode,
    /// The day asked about, with which the history ends.
    pub as_of: NaiveDate,
    /// The language of the words that a host gave for messages and titles; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    /// How long a publication counts.
    pub policy: ValidityPolicy,
    /// Whether the rules that judge the answers are those of the day asked about.
    pub replay: Replay,
    /// The verdict on the day asked about.
    pub today: VerdictOn,
    /// What was published, from the first publication or the edition's opening, whichever is earlier, to the day asked
    /// about; no day is left out.
    pub periods: Vec<Period<'a>>,
    /// What the answers come to from the edition's opening to its deadline.
    pub answers: AnswersTimeline,
}

/// Tells the history of an organisation to a day, and what its answers come to from the opening of their edition to its
/// deadline if nobody changes them.
///
/// ```
/// use dspt::{TimelineEventKind, ValidityPolicy, timeline};
///
/// # let text = include_str!("../../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let bank = assessment.built_in_bank()?;
/// let timeline = timeline(bank, &assessment, "2026-06-13".parse().unwrap(), ValidityPolicy::TwelveMonths);
/// let last = timeline.periods.last().unwrap();
/// assert_eq!(last.from.to_string(), "2026-06-13");
/// assert!(matches!(last.why[0].what, TimelineEventKind::Expired { .. }));
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn timeline<'a>(
    bank: &QuestionBank,
    assessment: &'a Assessment,
    as_of: NaiveDate,
    policy: ValidityPolicy,
) -> Timeline<'a> {
    let banks = rules::banks(bank);
    let history = assessment.publications();
    let first = history.iter().next().map(|publication| publication.published_on);
    let opening = bank.about().opening.value.map(|opening| opening.earliest);
    let from = first.into_iter().chain(opening).min().unwrap_or(as_of).min(as_of);
    let mut periods = periods::periods(history, from, as_of, policy);
    let mut events = rules::editions(&banks);
    events.extend(banks.iter().flat_map(|bank| rules::inside(bank)));
    events.extend(rules::certificates(assessment.organisation(), &banks));
    events.sort_by_key(|event| event.day);
    for event in events {
        let period = periods.iter_mut().find(|period| (period.from..=period.until).contains(&event.day));
        if let Some(period) = period {
            period.meanwhile.push(event);
        }
    }
    Timeline {
        format: TimelineFormat,
        ods_code: &assessment.organisation().ods_code,
        as_of,
        locale: None,
        policy,
        replay: Replay::of(bank, as_of),
        today: VerdictOn::of(&evaluate(bank, assessment, as_of)),
        periods,
        answers: answers::answers(bank, &banks, assessment, as_of),
    }
}

impl Timeline<'_> {
    /// The timeline as JSON of format `dspt.timeline.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same in other words.
    pub(crate) fn worded(&self, words: &impl Words) -> Self {
        let mut worded = self.clone();
        worded.locale = words.locale().map(str::to_owned);
        worded.replay = self.replay.worded(words);
        let of_periods =
            worded.periods.iter_mut().flat_map(|period| period.why.iter_mut().chain(&mut period.meanwhile));
        let of_answers = worded.answers.changes.iter_mut().flat_map(|change| &mut change.why);
        for event in of_periods.chain(of_answers) {
            event.put_in(words);
        }
        for turn in worded.answers.changes.iter_mut().flat_map(|change| &mut change.questions) {
            turn.title = words.quote(turn.question, &turn.title).to_owned();
        }
        worded
    }
}
