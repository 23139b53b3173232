//! Carry-over: an assessment taken into a later edition, with a line for every question of both.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::{ActionPlan, Assessment, Origin, Response};
use crate::bank::{AssertionCode, EditionId, Question, QuestionBank, QuestionCode, Relation};
use crate::evaluation::first_day_of;
use crate::reading::{coded, document_format, words};

/// An assessment taken into a later edition, and what became of everything in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CarryOver {
    format: CarryOverFormat,
    /// The edition it comes from.
    pub from: EditionId,
    /// The edition it was taken into.
    pub to: EditionId,
    /// The new assessment; every answer in it waits to be reconfirmed.
    pub assessment: Assessment,
    /// A line for every question of each step, edition by edition.
    pub lines: Vec<Line>,
    /// The action plan of the old assessment, if it had one; it has served its turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropped_plan: Option<ActionPlan>,
    /// The assertions confirmed in the old assessment; they have to be confirmed again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped_assertions: Vec<AssertionCode>,
    /// The day on which the profile was confirmed; it has to be confirmed again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropped_profile_confirmation: Option<NaiveDate>,
}

document_format!(CarryOverFormat = "dspt.carry-over.v1");

impl CarryOver {
    /// The carry-over as JSON of format `dspt.carry-over.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What became of one question in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CarryOverLine"))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The edition it was taken into.
    pub into: EditionId,
    /// Its code in the edition before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<QuestionCode>,
    /// Its code in the new edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<QuestionCode>,
    /// What became of it.
    pub outcome: LineOutcome,
    /// The first day on which a review counts in the new edition, where the review on record is older.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_counts_from: Option<NaiveDate>,
    /// The answer that was left behind, whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_behind: Option<Response>,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum LineOutcome {
    /// Its answer was copied.
    Copied,
    /// Its answer was moved to a new code.
    Moved,
    /// Its answer was copied or moved, and the question asks in other words: look at it afresh.
    FreshLook,
    /// It had no answer and has none.
    StillUnanswered,
    /// The question is new and has no answer.
    New,
    /// The question is in the bank for the first time; whether it is new is not on record.
    NewOnRecord,
    /// It asks for something so different that its answer was left behind.
    Replaced,
    /// The question is gone, and its answer was left behind.
    Gone,
    /// The old edition's bank does not list the question; its answer was left behind.
    NotListed,
}

words!(pub LineOutcome {
    Copied = "copied",
    Moved = "moved",
    FreshLook = "fresh-look",
    StillUnanswered = "still-unanswered",
    New = "new",
    NewOnRecord = "new-on-record",
    Replaced = "replaced",
    Gone = "gone",
    NotListed = "not-listed",
});

coded! {
    /// Why an assessment cannot be carried over.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
    pub enum CarryOverError {
        /// The target is not a later edition.
        #[error("an assessment of {from} cannot be carried over to {to}; name a later edition")]
        NotLater {
            /// The edition of the assessment.
            from: EditionId,
            /// The edition asked for.
            to: EditionId,
        } = "not-later",
        /// An edition on the way has no bank.
        #[error("there is no question bank for edition {missing}; carry over to an edition on record")]
        NoBank {
            /// The edition that is missing.
            missing: EditionId,
        } = "no-bank",
    }
}

/// Takes an assessment into a later built-in edition, one edition after the other.
///
/// Answers to questions that stay are copied, to renumbered ones moved; each waits to be reconfirmed. Nothing is lost in
/// silence: an answer whose question is gone is in its line, whole. The day only serves to say which reviews are too old.
///
/// ```
/// # let text = include_str!("../../examples/assessments/riverbank-homecare-2021-22.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let day = "2022-09-01".parse().unwrap();
/// let carried = dspt::carry_over(&assessment, "2022-23".parse().unwrap(), day).unwrap();
/// let moved = carried.lines.iter().find(|line| line.new == "1.1.3".parse().ok()).unwrap();
/// assert_eq!(moved.outcome, dspt::LineOutcome::Moved);
/// # Ok::<(), dspt::ReadError>(())
/// ```
///
/// # Errors
///
/// An edition that is not later than the assessment's own, and editions without a built-in bank.
pub fn carry_over(assessment: &Assessment, to: EditionId, day: NaiveDate) -> Result<CarryOver, CarryOverError> {
    let from = assessment.edition();
    if to <= from {
        return Err(CarryOverError::NotLater { from, to });
    }
    let mut path = Vec::new();
    let mut next = Some(from);
    while let Some(id) = next.filter(|id| *id <= to) {
        path.push(QuestionBank::edition(id).ok_or(CarryOverError::NoBank { missing: id })?);
        next = id.after();
    }
    carry_over_along(assessment, &path, day)
}

/// Takes an assessment through banks of a host's own: that of its edition first, then each edition after it.
///
/// # Errors
///
/// A path that does not begin with the assessment's edition, that skips an edition, or that leads nowhere.
pub fn carry_over_along(
    assessment: &Assessment,
    path: &[&QuestionBank],
    day: NaiveDate,
) -> Result<CarryOver, CarryOverError> {
    let from = assessment.edition();
    let to = path.last().map_or(from, |bank| bank.id());
    if to <= from {
        return Err(CarryOverError::NotLater { from, to });
    }
    let mut expected = Some(from);
    for bank in path {
        if expected != Some(bank.id()) {
            return Err(CarryOverError::NoBank { missing: expected.unwrap_or(from) });
        }
        expected = bank.id().after();
    }
    let mut carried = assessment.clone();
    let mut lines = Vec::new();
    for pair in path.windows(2) {
        if let [old, new] = pair {
            carried = step(&carried, old, new, day, &mut lines);
        }
    }
    Ok(CarryOver {
        format: CarryOverFormat,
        from,
        to,
        assessment: carried,
        lines,
        dropped_plan: assessment.action_plan().cloned(),
        dropped_assertions: assessment.assertions_confirmed().to_vec(),
        dropped_profile_confirmation: assessment.organisation().profile_confirmed_on,
    })
}

/// Takes an assessment into the next edition.
fn step(
    assessment: &Assessment,
    old: &QuestionBank,
    new: &QuestionBank,
    day: NaiveDate,
    lines: &mut Vec<Line>,
) -> Assessment {
    let mut responses = Vec::new();
    let mut continued = Vec::new();
    for question in new.questions() {
        let descent = question.descent.as_ref().and_then(|fact| fact.value);
        let from = descent.and_then(|descent| descent.from);
        continued.extend(from);
        let answer = from.and_then(|code| assessment.response(code));
        let relation = descent.map(|descent| descent.relation);
        let outcome = outcome_of(question, from, relation, answer);
        let mut line = Line {
            into: new.id(),
            old: from,
            new: Some(question.code),
            outcome,
            review_counts_from: None,
            left_behind: None,
        };
        match (answer, outcome) {
            (Some(answer), LineOutcome::Replaced) => line.left_behind = Some(answer.clone()),
            (Some(answer), _) => {
                line.review_counts_from = review_too_old(question, answer, day);
                responses.push((question.code, waiting(answer, old.id())));
            }
            (None, _) => {}
        }
        lines.push(line);
    }
    let gone = old.questions().filter(|question| !continued.contains(&question.code));
    lines.extend(gone.map(|question| Line {
        into: new.id(),
        old: Some(question.code),
        new: None,
        outcome: LineOutcome::Gone,
        review_counts_from: None,
        left_behind: assessment.response(question.code).cloned(),
    }));
    let unlisted = assessment.responses().filter(|(code, _)| old.question(*code).is_none());
    lines.extend(unlisted.map(|(code, answer)| Line {
        into: new.id(),
        old: Some(code),
        new: None,
        outcome: LineOutcome::NotListed,
        review_counts_from: None,
        left_behind: Some(answer.clone()),
    }));
    let mut organisation = assessment.organisation().clone();
    organisation.profile_confirmed_on = None;
    Assessment::new(new.id(), organisation, assessment.publications().clone(), responses)
        .with_sites(assessment.sites().to_vec())
}

fn outcome_of(
    question: &Question,
    from: Option<QuestionCode>,
    relation: Option<Relation>,
    answer: Option<&Response>,
) -> LineOutcome {
    match (relation, from, answer) {
        (None, ..) => LineOutcome::NewOnRecord,
        (Some(Relation::NoRelationship), ..) | (_, None, _) => LineOutcome::New,
        (_, _, None) => LineOutcome::StillUnanswered,
        (Some(Relation::IntersectsWith), ..) => LineOutcome::Replaced,
        (Some(Relation::EquivalentTo | Relation::SubsetOf | Relation::SupersetOf), ..) => LineOutcome::FreshLook,
        (Some(Relation::EqualTo), Some(code), _) if code == question.code => LineOutcome::Copied,
        (Some(Relation::EqualTo), ..) => LineOutcome::Moved,
    }
}

/// The answer as it waits in the new edition. One that was carried over before and never reconfirmed keeps its origin.
fn waiting(answer: &Response, old: EditionId) -> Response {
    let from = match answer.origin {
        Origin::CarriedOver { from, reconfirmed_on: None } => from,
        Origin::Given | Origin::CarriedOver { reconfirmed_on: Some(_), .. } => old,
    };
    Response { origin: Origin::CarriedOver { from, reconfirmed_on: None }, ..answer.clone() }
}

/// The first day on which a review counts, where the review on record is older.
fn review_too_old(question: &Question, answer: &Response, day: NaiveDate) -> Option<NaiveDate> {
    let window = question.window.as_ref()?.known()?;
    let earliest = first_day_of(*window, day);
    answer.reviewed_on.filter(|reviewed| *reviewed < earliest).map(|_| earliest)
}
