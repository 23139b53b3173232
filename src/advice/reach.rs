//! The reach: what is certain already, what is still open, and what decides it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::bank::{EditionId, Level};
use crate::evaluation::{Blocker, Evaluation, LevelOutcome, LevelState};
use crate::reading::{document_format, words};

/// How far an assessment can still go, level by level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReachReport {
    format: ReachFormat,
    /// The edition whose rules were asked.
    pub edition: EditionId,
    /// The day.
    pub as_of: NaiveDate,
    /// The level that the answers support now; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<Level>,
    /// The best level still in reach by adding what is missing and renewing what is stale; absent where even Approaching
    /// Standards is out of reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Level>,
    /// Each level of the edition, lowest first.
    pub levels: Vec<LevelReach>,
}

document_format!(ReachFormat = "dspt.reach.v1");

/// Whether a level is certain, open or closed, and what decides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LevelReach {
    /// The level.
    pub level: Level,
    /// Whether it is certain, open or closed in the best reading.
    pub prospect: Prospect,
    /// Whether it is met in the strict reading as well, so that nothing uncertain can take it away.
    pub strictly: LevelState,
    /// What is still open and decides it: all of it has to be done; empty unless the level is open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<Blocker>,
    /// What has been said that closes it; empty unless the level is closed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closed_by: Vec<Blocker>,
}

/// What can still become of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Prospect {
    /// The answers support it already.
    Certain,
    /// It is in reach without taking back anything said.
    Open,
    /// Something said has to be taken back first.
    Closed,
}

words!(pub Prospect { Certain = "certain", Open = "open", Closed = "closed" });

impl ReachReport {
    /// The report on an evaluated assessment.
    ///
    /// ```
    /// use dspt::{Prospect, ReachReport, evaluate};
    ///
    /// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
    /// let assessment = dspt::Assessment::from_json(text)?;
    /// let evaluation = evaluate(assessment.built_in_bank()?, &assessment, "2026-06-01".parse().unwrap());
    /// let reach = ReachReport::of(&evaluation);
    /// let prospects: Vec<Prospect> = reach.levels.iter().map(|level| level.prospect).collect();
    /// assert_eq!(prospects, [Prospect::Certain, Prospect::Open, Prospect::Closed]);
    /// assert_eq!(reach.levels[1].decided_by.len(), 2);
    /// # Ok::<(), dspt::ReadError>(())
    /// ```
    pub fn of(evaluation: &Evaluation<'_>) -> Self {
        let reach = evaluation.reach();
        let levels = evaluation.levels().iter();
        Self {
            format: ReachFormat,
            edition: evaluation.bank().id(),
            as_of: evaluation.as_of(),
            floor: reach.floor,
            ceiling: reach.ceiling,
            levels: levels.map(|outcome| LevelReach::of(evaluation, outcome)).collect(),
        }
    }

    /// The report as JSON of format `dspt.reach.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl LevelReach {
    fn of(evaluation: &Evaluation<'_>, outcome: &LevelOutcome) -> Self {
        let reach = evaluation.reach();
        let prospect = if reach.floor >= Some(outcome.level) {
            Prospect::Certain
        } else if reach.ceiling >= Some(outcome.level) {
            Prospect::Open
        } else {
            Prospect::Closed
        };
        let blockers = |open: bool| {
            let blockers = outcome.blockers.iter().filter(|blocker| evaluation.is_open(blocker) == open);
            blockers.cloned().collect::<Vec<_>>()
        };
        Self {
            level: outcome.level,
            prospect,
            strictly: outcome.strictly,
            decided_by: if prospect == Prospect::Open { blockers(true) } else { Vec::new() },
            closed_by: if prospect == Prospect::Closed { blockers(false) } else { Vec::new() },
        }
    }
}
