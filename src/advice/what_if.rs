//! What if: what an assessment would come to if some things were otherwise.

use chrono::NaiveDate;
use serde::Serialize;

pub use super::finding_then::FindingThen;

use super::alteration::{Alteration, Altered};
use super::contrast;
use super::lineage;
use crate::assessment::Assessment;
use crate::bank::{Certainty, EditionId, Level, QuestionBank, QuestionCode};
use crate::evaluation::{Evaluation, LevelOutcome, LevelState, QuestionStatus, Reach, Verdict, evaluate};
use crate::message::Words;
use crate::publication::{CarryOverError, PublicationStatus, ValidityPolicy, carry_over_along};
use crate::reading::{coded, document_format};

/// The difference that alterations make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WhatIf<'a> {
    format: WhatIfFormat,
    /// The language of the words that a host gave for messages and titles; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    /// What the assessment comes to as it is.
    pub before: Standpoint,
    /// What it would come to.
    pub after: Standpoint,
    /// The levels of which something changes, lowest first.
    pub levels: Vec<LevelChange>,
    /// The questions whose status changes, in code order.
    pub statuses: Vec<StatusChange>,
    /// The findings that would be gone.
    pub gone: Vec<FindingThen>,
    /// The findings that would be new.
    pub new: Vec<FindingThen>,
    /// The findings that would stay with other particulars.
    pub changed: Vec<FindingChange>,
    /// The levels for which the reasons against publishing them change.
    pub publishing: Vec<PublishingChange>,
    /// What is published and whether it still counts, where that changes: a line for each policy of validity.
    pub validity: Vec<ValidityChange<'a>>,
}

document_format!(WhatIfFormat = "dspt.what-if.v1");

impl WhatIf<'_> {
    /// Whether the alterations make no difference.
    pub fn is_empty(&self) -> bool {
        let Self { format: _, locale: _, before, after, levels, statuses, gone, new, changed, publishing, validity } =
            self;
        before == after
            && levels.is_empty()
            && statuses.is_empty()
            && [gone, new].iter().all(|findings| findings.is_empty())
            && changed.is_empty()
            && publishing.is_empty()
            && validity.is_empty()
    }

    /// The difference as JSON of format `dspt.what-if.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same in other words.
    pub(crate) fn worded(&self, words: &impl Words) -> Self {
        let mut worded = self.clone();
        worded.locale = words.locale().map(str::to_owned);
        for finding in worded.gone.iter_mut().chain(&mut worded.new) {
            finding.put_in(words);
        }
        for change in &mut worded.changed {
            change.before.put_in(words);
            change.after.put_in(words);
        }
        for change in &mut worded.statuses {
            change.title = words.quote(change.question, &change.title).to_owned();
        }
        worded
    }
}

/// What an assessment comes to, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Standpoint {
    /// The edition whose rules were asked.
    pub edition: EditionId,
    /// The day.
    pub as_of: NaiveDate,
    /// The level in the best reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How sure the level is.
    pub certainty: Certainty,
    /// The level in the strict reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strictly: Option<Level>,
    /// The level in the lenient reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leniently: Option<Level>,
    /// How far the assessment can still go.
    pub reach: Reach,
}

impl Standpoint {
    fn of(evaluation: &Evaluation<'_>) -> Self {
        let level = evaluation.level();
        let (certainty, strictly, leniently) = match evaluation.verdict() {
            Verdict::Confirmed => (Certainty::Confirmed, level, level),
            Verdict::Inferred { strictly, leniently, .. } => (Certainty::Inferred, *strictly, *leniently),
        };
        Self {
            edition: evaluation.bank().id(),
            as_of: evaluation.as_of(),
            level,
            certainty,
            strictly,
            leniently,
            reach: evaluation.reach(),
        }
    }
}

/// A level of which something changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LevelChange {
    /// The level.
    pub level: Level,
    /// Whether it is met; absent where the edition has no such level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<LevelReadings>,
    /// Whether it would be met; absent where the edition has no such level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<LevelReadings>,
}

/// Whether a level is met in each reading of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LevelReadings {
    /// Whether it is met in the best reading.
    pub state: LevelState,
    /// Whether it is met in the strict reading.
    pub strictly: LevelState,
    /// Whether it is met in the lenient reading.
    pub leniently: LevelState,
}

impl From<&LevelOutcome> for LevelReadings {
    fn from(outcome: &LevelOutcome) -> Self {
        Self { state: outcome.state, strictly: outcome.strictly, leniently: outcome.leniently }
    }
}

/// A question whose status changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StatusChange {
    /// The question; where another edition is supposed, by its code there, or by the old one where it has none.
    pub question: QuestionCode,
    /// Its code in the edition before, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formerly: Option<QuestionCode>,
    /// Its short name.
    pub title: String,
    /// What it comes to; absent where it is not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<QuestionStatus>,
    /// What it would come to; absent where it would not be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<QuestionStatus>,
}

/// A finding that stays, with other particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FindingChange {
    /// The finding as it is.
    pub before: FindingThen,
    /// The finding as it would be.
    pub after: FindingThen,
}

/// A level for which the reasons against publishing it change, for the organisation alone and by an administrator member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PublishingChange {
    /// The level.
    pub level: Level,
    /// The codes of the reasons against it; empty where it can be published.
    pub before: Vec<&'static str>,
    /// The codes of the reasons there would be.
    pub after: Vec<&'static str>,
}

/// What is published, where that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ValidityChange<'a> {
    /// The policy by which publications count.
    pub policy: ValidityPolicy,
    /// What is published.
    pub before: PublicationStatus<'a>,
    /// What would be.
    pub after: PublicationStatus<'a>,
}

coded! {
    /// Why something cannot be supposed.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
    pub enum WhatIfError {
        /// An answer to a question that the edition does not have.
        #[error("question `{question}` is not in the bank of {edition}; check the code and the edition")]
        NotListed {
            /// Which of the alterations, counted from nought.
            at: usize,
            /// The question.
            question: QuestionCode,
            /// The edition.
            edition: EditionId,
        } = "unknown-question",
        /// An edition that is not later.
        #[error("an assessment of {from} cannot be carried over to {to}; name a later edition")]
        NotLater {
            /// Which of the alterations, counted from nought.
            at: usize,
            /// The edition of the assessment.
            from: EditionId,
            /// The edition supposed.
            to: EditionId,
        } = "not-later",
        /// An edition on the way has no bank.
        #[error("there is no question bank for edition {missing}; suppose an edition on record")]
        NoBank {
            /// Which of the alterations, counted from nought.
            at: usize,
            /// The edition that is missing.
            missing: EditionId,
        } = "no-bank",
    }
}

impl WhatIfError {
    /// Which of the alterations it is about, counted from nought.
    pub const fn at(&self) -> usize {
        match self {
            Self::NotListed { at, .. } | Self::NotLater { at, .. } | Self::NoBank { at, .. } => *at,
        }
    }
}

/// What an assessment would come to if some things were otherwise, against what it comes to on a day.
///
/// The assessment stays as it is. The alterations are supposed one after the other, so that a later one speaks of what
/// the earlier ones made: an answer after another edition is an answer to that edition's question. Another edition is
/// the built-in one.
///
/// ```
/// use dspt::{Alteration, Level, what_if};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let (bank, day) = (assessment.built_in_bank()?, "2026-06-01".parse().unwrap());
/// let missing = ["4.3.1", "7.1.1"].map(|code| bank.question(code.parse().unwrap()).unwrap());
/// let difference = what_if(bank, &assessment, day, &missing.map(|question| Alteration::answered(question, day))).unwrap();
/// assert_eq!(difference.before.level, Some(Level::ApproachingStandards));
/// assert_eq!(difference.after.level, Some(Level::StandardsMet));
/// assert_eq!(difference.statuses.len(), 2);
/// assert!(what_if(bank, &assessment, day, &[]).unwrap().is_empty());
/// # Ok::<(), dspt::ReadError>(())
/// ```
///
/// # Errors
///
/// An answer to a question that the bank does not list, such as `9.9.9`; an edition that is not later than that of the
/// assessment, or that has no built-in bank.
pub fn what_if<'a>(
    bank: &QuestionBank,
    assessment: &'a Assessment,
    as_of: NaiveDate,
    alterations: &[Alteration],
) -> Result<WhatIf<'a>, WhatIfError> {
    let mut altered = Altered::new(assessment);
    let mut day = as_of;
    let mut path = vec![bank];
    for (at, alteration) in alterations.iter().enumerate() {
        let used = path.last().copied().unwrap_or(bank);
        match alteration {
            Alteration::Answer { question, .. } | Alteration::NoAnswer { question }
                if used.question(*question).is_none() =>
            {
                return Err(WhatIfError::NotListed { at, question: *question, edition: used.id() });
            }
            Alteration::Day { as_of } => day = *as_of,
            Alteration::Edition { to } => {
                let steps = steps(used, *to).map_err(|missing| WhatIfError::NoBank { at, missing })?;
                let carried = carry_over_along(&altered.assessment(), &steps, day).map_err(|error| match error {
                    CarryOverError::NotLater { from, .. } => WhatIfError::NotLater { at, from, to: *to },
                    CarryOverError::NoBank { missing } => WhatIfError::NoBank { at, missing },
                })?;
                altered = Altered::new(&carried.assessment);
                path.extend(steps.into_iter().skip(1));
            }
            other => altered.apply(other),
        }
    }
    let altered = altered.assessment();
    let then_bank = path.last().copied().unwrap_or(bank);
    let (before, after) = (evaluate(bank, assessment, as_of), evaluate(then_bank, &altered, day));
    let links = if path.len() == 1 { lineage::within(bank, bank) } else { lineage::along(&path) };
    let findings = contrast::findings(&links, &before, &after);
    Ok(WhatIf {
        format: WhatIfFormat,
        locale: None,
        before: Standpoint::of(&before),
        after: Standpoint::of(&after),
        levels: contrast::levels(&before, &after),
        statuses: contrast::statuses(&links, &before, &after),
        gone: findings.gone,
        new: findings.new,
        changed: findings.changed,
        publishing: contrast::publishing(&before, &after),
        validity: contrast::validity(assessment, as_of, day),
    })
}

/// The bank in use and those of the editions after it, up to a later one.
fn steps(used: &QuestionBank, to: EditionId) -> Result<Vec<&QuestionBank>, EditionId> {
    let mut steps = vec![used];
    let mut next = used.id().after();
    while let Some(id) = next.filter(|id| *id <= to) {
        steps.push(QuestionBank::edition(id).ok_or(id)?);
        next = id.after();
    }
    Ok(steps)
}
