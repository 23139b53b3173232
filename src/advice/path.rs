//! The path to a level: the fewest steps that reach it, in the order in which a person would work.

use chrono::NaiveDate;
use serde::Serialize;

use super::publishing;
use super::search::{Search, Way};
use super::step::{Effort, Ground, Step};
use crate::assessment::Assessment;
use crate::bank::{Catalogue, Certainty, EditionId, Level, QuestionBank, QuestionCode};
use crate::evaluation::{LevelState, evaluate};
use crate::message::{Argument, Told, Words};
use crate::publication::ObstacleKind;
use crate::reading::{document_format, words};

/// Where a path leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// The level.
    pub level: Level,
    /// What the level is for.
    pub purpose: Purpose,
}

impl Aim {
    /// A level that the answers are to support.
    pub const fn to_reach(level: Level) -> Self {
        Self { level, purpose: Purpose::Reach }
    }

    /// A level that is to be published, by an administrator member and for the organisation alone.
    pub const fn to_publish(level: Level) -> Self {
        Self { level, purpose: Purpose::Publication }
    }
}

impl From<Level> for Aim {
    fn from(level: Level) -> Self {
        Self::to_reach(level)
    }
}

/// What a level is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Purpose {
    /// The answers support it.
    #[default]
    Reach,
    /// It can be published on the day.
    Publication,
}

words!(pub Purpose { Reach = "reach", Publication = "publication" });

/// Whether a path leads to the aim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum PathState {
    /// There is nothing to do.
    Reached,
    /// The steps lead there.
    Open,
    /// No step leads there.
    NoWay,
}

words!(pub PathState { Reached = "reached", Open = "open", NoWay = "no-way" });

/// The fewest steps to an aim in the best reading, or why there are none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Path {
    format: PathFormat,
    /// The edition whose rules were asked.
    pub edition: EditionId,
    /// The day.
    pub as_of: NaiveDate,
    /// The language of the words that a host gave for messages and titles; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    /// The level to be reached.
    pub level: Level,
    /// What the level is for.
    pub purpose: Purpose,
    /// Whether there is a way.
    pub state: PathState,
    /// How sure the level is once the steps are done; absent where there is no way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The steps in the order of work; none can be left out, and no fewer answers and certificates lead there.
    pub steps: Vec<Step>,
    /// What would take the place of several steps, and rests on something that only the organisation can know.
    pub alternatives: Vec<Alternative>,
    /// Why there is no way; empty where there is one.
    pub against: Vec<Ground>,
}

document_format!(PathFormat = "dspt.path.v1");

impl Path {
    /// The path as JSON of format `dspt.path.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same in other words.
    pub(crate) fn worded(&self, words: &impl Words) -> Self {
        let mut worded = self.clone();
        worded.locale = words.locale().map(str::to_owned);
        for step in &mut worded.steps {
            step.put_in(words);
        }
        for alternative in &mut worded.alternatives {
            alternative.message = alternative.told.text(words);
            alternative.step.put_in(words);
        }
        for ground in &mut worded.against {
            ground.put_in(words);
        }
        worded
    }
}

/// A step in place of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Alternative {
    /// What has to be so, and what it would save, in a sentence for a care manager.
    pub message: String,
    #[serde(flatten)]
    pub(super) told: Told<'static>,
    /// The step; where the path has one for the same question, it stands in its place.
    pub step: Step,
    /// The questions whose steps fall away, in code order.
    pub instead_of: Vec<QuestionCode>,
}

impl Alternative {
    /// What the message is filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'static>] {
        self.told.arguments()
    }
}

/// The fewest steps that reach an aim on a day, in the best reading of the rules.
///
/// A step gives one question a good answer, enters one certificate that a rule names, or does one thing that publishing
/// asks for. Certificates that no rule on the way names, NHSmail and what a search has found can take questions away too;
/// where that takes less, it is an [`Alternative`], because nobody should gain a certificate to be spared a question.
/// Steps with little effort come first, and of those alike the ones that more levels ask for.
///
/// ```
/// use dspt::{Effort, Level, level, path_to};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let (bank, day) = (assessment.built_in_bank()?, "2026-06-01".parse().unwrap());
/// let path = path_to(bank, &assessment, day, Level::StandardsMet);
/// let steps: Vec<_> = path.steps.iter().map(|step| (step.title.as_str(), step.effort)).collect();
/// let first = ("Agreements signed by IT administrators", Effort::QuickWin);
/// assert_eq!(steps, [first, ("Register of digital assets", Effort::Write)]);
/// let done = path.steps.iter().fold(assessment, |assessment, step| step.apply(&assessment));
/// assert_eq!(level(bank, &done, day), Some(Level::StandardsMet));
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn path_to(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate, aim: impl Into<Aim>) -> Path {
    let aim = aim.into();
    let today = evaluate(bank, assessment, as_of);
    let search = Search { bank, assessment, as_of, level: aim.level, today };
    let mut path = Path {
        format: PathFormat,
        edition: bank.id(),
        as_of,
        locale: None,
        level: aim.level,
        purpose: aim.purpose,
        state: PathState::NoWay,
        certainty: None,
        steps: Vec::new(),
        alternatives: Vec::new(),
        against: Vec::new(),
    };
    if aim.purpose == Purpose::Publication {
        path.against = publishing::beyond_mending(&search.today, aim.level);
    }
    let way = if assessment.edition() == bank.id() { search.best() } else { None };
    let Some(way) = way else {
        path.against.push(why_not(bank, assessment, aim.level));
        return path;
    };
    if !path.against.is_empty() {
        return path;
    }
    let alternatives = search.alternatives(&way);
    let Way { mut steps, .. } = way;
    if aim.purpose == Purpose::Publication {
        match publishing::steps(bank, assessment, as_of, aim.level, &steps) {
            Ok(more) => steps.extend(more),
            Err(against) => return Path { against, ..path },
        }
    }
    steps.sort_by_cached_key(Step::place);
    let done = steps.iter().fold(assessment.clone(), |assessment, step| step.apply(&assessment));
    let evaluation = evaluate(bank, &done, as_of);
    let strictly =
        evaluation.levels().iter().find(|outcome| outcome.level == aim.level).map(|outcome| outcome.strictly);
    let is_sure = strictly == Some(LevelState::Met);
    path.certainty = Some(if is_sure { Certainty::Confirmed } else { Certainty::Inferred });
    path.state = if steps.is_empty() { PathState::Reached } else { PathState::Open };
    Path { steps, alternatives, ..path }
}

/// Why no answers lead to a level.
fn why_not(bank: &QuestionBank, assessment: &Assessment, level: Level) -> Ground {
    if assessment.edition() != bank.id() {
        return Ground::own(&ObstacleKind::OtherEdition { given: assessment.edition() });
    }
    let kind = if bank.levels().iter().all(|rule| rule.level != level) {
        ObstacleKind::LevelUnknown { level }
    } else if matches!(bank.catalogue(), Catalogue::Short { .. }) {
        ObstacleKind::LevelUndetermined { level }
    } else {
        ObstacleKind::NoWayOpen { level }
    };
    Ground::of_level(bank, level, &kind)
}

impl Effort {
    /// What people call steps of this kind when they stand together.
    ///
    /// ```
    /// assert_eq!(dspt::Effort::QuickWin.name(), "Quick wins");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "Look up and record",
            Self::QuickWin => "Quick wins",
            Self::Renew => "Renew",
            Self::Write => "Write",
            Self::Arrange => "Arrange with others",
            Self::Finish => "Last, before publishing",
        }
    }
}
