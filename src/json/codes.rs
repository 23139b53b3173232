//! Every stable code with what it means: one list for hosts, documentation and tests.

use serde::Serialize;

use super::wording::WordingFault;
use crate::advice::{DiffError, EditionChange, QuestionChange, WhatIfError};
use crate::bank::{CorrectionFault, Fault};
use crate::evaluation::FindingKind;
use crate::publication::{CarryOverError, NoteKind, ObstacleKind, PlanFaultKind};
use crate::reading::Cause;

/// The codes of one kind of message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodeList {
    /// What carries the codes.
    pub about: &'static str,
    /// The codes, in order.
    pub codes: Vec<CodeMeaning>,
}

/// A stable code and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodeMeaning {
    /// The code.
    pub code: &'static str,
    /// What it means.
    pub means: &'static str,
}

/// Every code there is, by what carries it. A code keeps its meaning; one that is retired is never used again.
///
/// ```
/// let findings = dspt::json::codes().into_iter().find(|list| list.about == "finding").unwrap();
/// assert_eq!(findings.codes[0].code, "unanswered");
/// assert_eq!(findings.codes[0].means, "There is no answer.");
/// ```
///
/// # The list
///
#[doc = include_str!("../../schema/codes.md")]
pub fn codes() -> Vec<CodeList> {
    let list = |about, meanings: &[(&'static str, &'static str)]| CodeList {
        about,
        codes: meanings.iter().map(|(code, means)| CodeMeaning { code, means: means.trim() }).collect(),
    };
    vec![
        list("finding", FindingKind::MEANINGS),
        list("obstacle", ObstacleKind::MEANINGS),
        list("note", NoteKind::MEANINGS),
        list("plan-fault", PlanFaultKind::MEANINGS),
        list("error", Cause::MEANINGS),
        list("bank-fault", Fault::MEANINGS),
        list("correction-fault", CorrectionFault::MEANINGS),
        list("wording-fault", WordingFault::MEANINGS),
        list("carry-over-error", CarryOverError::MEANINGS),
        list("diff-error", DiffError::MEANINGS),
        list("edition-change", EditionChange::MEANINGS),
        list("question-change", QuestionChange::MEANINGS),
        list("what-if-error", WhatIfError::MEANINGS),
    ]
}
