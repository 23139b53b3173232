//! The operations: each reads its request, asks the library and writes the answer. None of them can panic.

use super::describe::Description;
use super::error::Refused;
use super::operation::{Answer, Operation, Outcome};
use super::plan::PlanReport;
use super::request::{
    self, ActionPlanRequest, CarryOverRequest, DescribeRequest, DiffRequest, EvaluateRequest, ExplainRequest,
    PathRequest, PublishRequest, ReachRequest, StatusRequest, TimelineRequest, Touched, WhatIfRequest,
};
use super::status::StatusReport;
use super::used_bank::UsedBank;
use super::validate::Validation;
use super::wording::{RawWording, Wording};
use crate::advice::{Aim, DiffError, PathState, ReachReport};
use crate::bank::QuestionBank;
use crate::publication::Submission;
use crate::reading::{Problem, ReadError};

/// Answers a request of any operation: the document, and how it ended.
///
/// ```
/// use dspt::json::{Operation, Outcome, call};
///
/// let answer = call(Operation::Evaluate, "{");
/// assert_eq!(answer.outcome, Outcome::Unreadable);
/// assert!(answer.text.contains("dspt.errors.v1"));
/// ```
pub fn call(operation: Operation, request: impl AsRef<[u8]>) -> Answer {
    let request = request.as_ref();
    let answer = match operation {
        Operation::Evaluate => answer_evaluate(request),
        Operation::Publish => answer_publish(request),
        Operation::Status => answer_status(request),
        Operation::CarryOver => answer_carry_over(request),
        Operation::ActionPlan => answer_action_plan(request),
        Operation::Diff => answer_diff(request),
        Operation::WhatIf => answer_what_if(request),
        Operation::Path => answer_path(request),
        Operation::Reach => answer_reach(request),
        Operation::Explain => answer_explain(request),
        Operation::Timeline => answer_timeline(request),
        Operation::Validate => Ok(answer_validate(request)),
        Operation::Describe => answer_describe(request),
    };
    answer.unwrap_or_else(|refused| Answer { text: refused.to_json(), outcome: Outcome::Unreadable })
}

/// Says what an assessment comes to on a day: `dspt.evaluate-request.v1` in, `dspt.evaluation.v1` out, or
/// `dspt.errors.v1` where the request cannot be read.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request =
///     format!(r#"{{"format": "dspt.evaluate-request.v1", "asOf": "2026-06-01", "assessment": {assessment}}}"#);
/// let answer = dspt::json::evaluate(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.evaluation.v1""#));
/// assert!(dspt::json::evaluate("{}").starts_with(r#"{"format":"dspt.errors.v1""#));
/// ```
pub fn evaluate(request: impl AsRef<[u8]>) -> String {
    call(Operation::Evaluate, request).text
}

/// Says whether an assessment can be published on a day: `dspt.publish-request.v1` in; `dspt.publication.v1`,
/// `dspt.refusal.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.publish-request.v1", "asOf": "2026-06-01", "level": "standards-met",
///         "by": "administrator-member", "assessment": {assessment}
///     }}"#
/// );
/// assert!(dspt::json::publish(&request).starts_with(r#"{"format":"dspt.refusal.v1""#));
/// ```
pub fn publish(request: impl AsRef<[u8]>) -> String {
    call(Operation::Publish, request).text
}

/// Says what is published for an organisation on a day, whether it still counts and what it is good for:
/// `dspt.status-request.v1` in, `dspt.status.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request =
///     format!(r#"{{"format": "dspt.status-request.v1", "asOf": "2026-06-01", "assessment": {assessment}}}"#);
/// assert!(dspt::json::status(&request).starts_with(r#"{"format":"dspt.status.v1""#));
/// ```
pub fn status(request: impl AsRef<[u8]>) -> String {
    call(Operation::Status, request).text
}

/// Takes an assessment into a later edition: `dspt.carry-over-request.v1` in, `dspt.carry-over.v1` or
/// `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2024-25.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.carry-over-request.v1", "asOf": "2025-10-01", "to": "2025-26",
///         "assessment": {assessment}
///     }}"#
/// );
/// assert!(dspt::json::carry_over(&request).starts_with(r#"{"format":"dspt.carry-over.v1""#));
/// ```
pub fn carry_over(request: impl AsRef<[u8]>) -> String {
    call(Operation::CarryOver, request).text
}

/// Drafts the action plan that Approaching Standards needs and checks the one attached: `dspt.action-plan-request.v1`
/// in, `dspt.action-plan.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/oak-tree-court-2025-26.json").unwrap();
/// let request =
///     format!(r#"{{"format": "dspt.action-plan-request.v1", "asOf": "2026-06-01", "assessment": {assessment}}}"#);
/// assert!(dspt::json::action_plan(&request).starts_with(r#"{"format":"dspt.action-plan.v1""#));
/// ```
pub fn action_plan(request: impl AsRef<[u8]>) -> String {
    call(Operation::ActionPlan, request).text
}

/// Says what has changed from one edition to another: `dspt.diff-request.v1` in, `dspt.edition-diff.v1` or
/// `dspt.errors.v1` out. With an `organisation`, only what touches it, and how.
///
/// ```
/// let answer = dspt::json::diff(r#"{"format": "dspt.diff-request.v1", "from": "2024-25", "to": "2025-26"}"#);
/// assert!(answer.starts_with(r#"{"format":"dspt.edition-diff.v1""#));
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2024-25.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.diff-request.v1", "from": "2024-25", "to": "2025-26",
///         "organisation": {{ "asOf": "2025-10-01", "assessment": {assessment} }}
///     }}"#
/// );
/// assert!(dspt::json::diff(&request).contains(r#""touches":{"reason":"answer-wanted""#));
/// ```
pub fn diff(request: impl AsRef<[u8]>) -> String {
    call(Operation::Diff, request).text
}

/// Says how a verdict came about, as a tree: `dspt.explain-request.v1` in, `dspt.trace.v1` or `dspt.errors.v1` out.
///
/// With `level` or `question` the tree has the branches of that level or question alone.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.explain-request.v1", "asOf": "2026-06-01", "question": "7.1.1",
///         "assessment": {assessment}
///     }}"#
/// );
/// let answer = dspt::json::explain(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.trace.v1""#));
/// assert!(answer.contains(r#""id":"standards-met/every-mandatory/7.1.1/answered""#));
/// ```
pub fn explain(request: impl AsRef<[u8]>) -> String {
    call(Operation::Explain, request).text
}

/// Tells the history of an organisation and the days on which the verdict on its answers changes by itself:
/// `dspt.timeline-request.v1` in, `dspt.timeline.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request =
///     format!(r#"{{"format": "dspt.timeline-request.v1", "asOf": "2026-06-13", "assessment": {assessment}}}"#);
/// let answer = dspt::json::timeline(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.timeline.v1""#));
/// assert!(answer.contains(r#""kind":"expired""#));
/// ```
pub fn timeline(request: impl AsRef<[u8]>) -> String {
    call(Operation::Timeline, request).text
}

/// Says whether a document can be read, whatever its format: the document itself goes in, `dspt.validation.v1` comes
/// out.
///
/// An assessment is also checked against the built-in bank of its edition, corrections are laid over it, and a bank is
/// checked for its content.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// assert!(dspt::json::validate(&assessment).contains(r#""state":"valid""#));
/// assert!(dspt::json::validate("{}").contains(r#""state":"invalid""#));
/// ```
pub fn validate(document: impl AsRef<[u8]>) -> String {
    call(Operation::Validate, document).text
}

/// Tells everything a screen needs to know of an edition, labels and the meaning of every code included:
/// `dspt.describe-request.v1` in, `dspt.description.v1` or `dspt.errors.v1` out.
///
/// ```
/// let answer = dspt::json::describe(r#"{"format": "dspt.describe-request.v1", "edition": "2025-26"}"#);
/// assert!(answer.starts_with(r#"{"format":"dspt.description.v1""#));
/// ```
pub fn describe(request: impl AsRef<[u8]>) -> String {
    call(Operation::Describe, request).text
}

/// Says what an assessment would come to if some things were otherwise: `dspt.what-if-request.v1` in, `dspt.what-if.v1`
/// or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/five-rivers-care-2025-26.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.what-if-request.v1", "asOf": "2026-06-01", "assessment": {assessment},
///         "alterations": [
///             {{ "kind": "certificate", "certificate": "cyber-essentials-plus", "holding": {{ "held": "no" }} }}
///         ]
///     }}"#
/// );
/// let answer = dspt::json::what_if(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.what-if.v1""#));
/// assert!(answer.contains(r#""level":"standards-exceeded","before":{"state":"met""#));
/// ```
pub fn what_if(request: impl AsRef<[u8]>) -> String {
    call(Operation::WhatIf, request).text
}

/// Finds the fewest steps to a level: `dspt.path-request.v1` in, `dspt.path.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json").unwrap();
/// let request = format!(
///     r#"{{
///         "format": "dspt.path-request.v1", "asOf": "2026-06-01", "level": "standards-met",
///         "assessment": {assessment}
///     }}"#
/// );
/// let answer = dspt::json::path(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.path.v1""#));
/// assert!(answer.contains(r#""steps":[{"question":"4.3.1""#));
/// ```
pub fn path(request: impl AsRef<[u8]>) -> String {
    call(Operation::Path, request).text
}

/// Says how far an assessment can still go, level by level, and what decides it: `dspt.reach-request.v1` in,
/// `dspt.reach.v1` or `dspt.errors.v1` out.
///
/// ```
/// let assessment = std::fs::read_to_string("examples/assessments/oak-tree-court-2025-26.json").unwrap();
/// let request =
///     format!(r#"{{"format": "dspt.reach-request.v1", "asOf": "2026-06-01", "assessment": {assessment}}}"#);
/// let answer = dspt::json::reach(&request);
/// assert!(answer.starts_with(r#"{"format":"dspt.reach.v1""#));
/// ```
pub fn reach(request: impl AsRef<[u8]>) -> String {
    call(Operation::Reach, request).text
}

fn done(text: String) -> Answer {
    Answer { text, outcome: Outcome::Done }
}

fn answer_evaluate(text: &[u8]) -> Result<Answer, Refused> {
    let request: EvaluateRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    let evaluation = crate::evaluate(used.bank(), &request.assessment, request.as_of);
    Ok(done(wording.map_or_else(|| evaluation.to_json(), |wording| evaluation.to_json_in(&wording))))
}

fn answer_publish(text: &[u8]) -> Result<Answer, Refused> {
    let request: PublishRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let evaluation = crate::evaluate(used.bank(), &request.assessment, request.as_of);
    let submission = Submission { level: request.level, by: request.by, sites: &request.sites };
    let wording = worded(request.wording.as_ref(), used.bank())?;
    Ok(match (crate::publish(&evaluation, &submission), wording) {
        (Ok(publication), None) => done(publication.to_json()),
        (Ok(publication), Some(wording)) => done(publication.to_json_in(&wording)),
        (Err(refusal), None) => Answer { text: refusal.to_json(), outcome: Outcome::No },
        (Err(refusal), Some(wording)) => Answer { text: refusal.to_json_in(&wording), outcome: Outcome::No },
    })
}

fn answer_status(text: &[u8]) -> Result<Answer, Refused> {
    let request: StatusRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    let report = StatusReport::new(&request.assessment, used.bank(), request.as_of, request.policy);
    Ok(done(wording.map_or_else(|| report.to_json(), |wording| report.to_json_in(&wording))))
}

fn answer_carry_over(text: &[u8]) -> Result<Answer, Refused> {
    let request: CarryOverRequest = request::read(text)?;
    UsedBank::for_assessment(None, &request.assessment)?;
    match crate::carry_over(&request.assessment, request.to, request.as_of) {
        Ok(carried) => Ok(done(carried.to_json())),
        Err(error) => Err(Refused::one("/to", error.code(), error.to_string())),
    }
}

fn answer_action_plan(text: &[u8]) -> Result<Answer, Refused> {
    let request: ActionPlanRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    let evaluation = crate::evaluate(used.bank(), &request.assessment, request.as_of);
    let (report, text) = match &wording {
        None => {
            let report = PlanReport::new(&evaluation);
            let text = report.to_json();
            (report, text)
        }
        Some(wording) => {
            let report = PlanReport::new_in(&evaluation, wording);
            let text = report.to_json_in(wording);
            (report, text)
        }
    };
    let outcome = if report.faults.is_empty() { Outcome::Done } else { Outcome::No };
    Ok(Answer { text, outcome })
}

fn answer_diff(text: &[u8]) -> Result<Answer, Refused> {
    let request: DiffRequest = request::read(text)?;
    let bank = |place: &str, edition| {
        let unknown = |cause: crate::Cause| Refused::one(place, cause.code(), cause.to_string());
        QuestionBank::built_in(edition).map_err(unknown)
    };
    let (from, to) = (bank("/from", request.from)?, bank("/to", request.to)?);
    let diff = match &request.organisation {
        None => crate::diff(from, to),
        Some(Touched { as_of, assessment }) => {
            UsedBank::for_assessment(None, assessment).map_err(|refused| refused.under("/organisation"))?;
            crate::diff_for(from, to, assessment, *as_of)
        }
    };
    let place = |error: &DiffError| match error {
        DiffError::OtherEdition { .. } => "/organisation/assessment/edition",
        DiffError::NoBank { .. } | DiffError::OutOfOrder { .. } => "/to",
    };
    diff.map(|diff| done(diff.to_json())).map_err(|error| Refused::one(place(&error), error.code(), error.to_string()))
}

fn answer_what_if(text: &[u8]) -> Result<Answer, Refused> {
    let request: WhatIfRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    match crate::what_if(used.bank(), &request.assessment, request.as_of, &request.alterations) {
        Ok(difference) => {
            Ok(done(wording.map_or_else(|| difference.to_json(), |wording| difference.to_json_in(&wording))))
        }
        Err(error) => Err(Refused::one(&format!("/alterations/{}", error.at()), error.code(), error.to_string())),
    }
}

fn answer_path(text: &[u8]) -> Result<Answer, Refused> {
    let request: PathRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    let aim = Aim { level: request.level, purpose: request.purpose };
    let path = crate::path_to(used.bank(), &request.assessment, request.as_of, aim);
    let outcome = if path.state == PathState::NoWay { Outcome::No } else { Outcome::Done };
    let text = wording.map_or_else(|| path.to_json(), |wording| path.to_json_in(&wording));
    Ok(Answer { text, outcome })
}

fn answer_reach(text: &[u8]) -> Result<Answer, Refused> {
    let request: ReachRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    Ok(done(ReachReport::of(&crate::evaluate(used.bank(), &request.assessment, request.as_of)).to_json()))
}

fn answer_explain(text: &[u8]) -> Result<Answer, Refused> {
    let request: ExplainRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let bank = used.bank();
    let wording = worded(request.wording.as_ref(), bank)?;
    let mut trace = crate::trace(bank, &request.assessment, request.as_of);
    if let Some(level) = request.level {
        trace = trace.of_level(level);
    }
    if let Some(code) = request.question {
        if bank.question(code).is_none() {
            let (edition, because) = (bank.id().to_string(), bank.what_became_of(code));
            let cause = crate::Cause::UnknownQuestion { code: code.to_string(), edition, because };
            return Err(ReadError::from(Problem::new("/question", cause)).into());
        }
        trace = trace.of_question(code);
    }
    Ok(done(wording.map_or_else(|| trace.to_json(), |wording| trace.to_json_in(&wording))))
}

fn answer_timeline(text: &[u8]) -> Result<Answer, Refused> {
    let request: TimelineRequest = request::read(text)?;
    let used = UsedBank::corrected(request.bank, &request.corrections, &request.assessment)?;
    let wording = worded(request.wording.as_ref(), used.bank())?;
    let timeline = crate::timeline(used.bank(), &request.assessment, request.as_of, request.policy);
    Ok(done(wording.map_or_else(|| timeline.to_json(), |wording| timeline.to_json_in(&wording))))
}

fn answer_validate(text: &[u8]) -> Answer {
    let validation = Validation::of(text);
    Answer { text: validation.to_json(), outcome: if validation.is_valid() { Outcome::Done } else { Outcome::No } }
}

fn answer_describe(text: &[u8]) -> Result<Answer, Refused> {
    let request: DescribeRequest = request::read(text)?;
    let unknown = |cause: crate::Cause| Refused::one("/edition", cause.code(), cause.to_string());
    let bank = QuestionBank::built_in(request.edition).map_err(unknown)?;
    Ok(done(Description::of(bank, worded(request.wording.as_ref(), bank)?.as_ref()).to_json()))
}

/// The words that came with a request, checked.
fn worded(pack: Option<&RawWording>, bank: &QuestionBank) -> Result<Option<Wording>, Refused> {
    pack.map(|pack| pack.check(bank)).transpose().map_err(|error| Refused::from(error).under("/wording"))
}
