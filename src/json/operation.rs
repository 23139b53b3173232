//! The operations by name, for hosts that have one door for all of them.

use crate::reading::words;

/// What the door can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// What an assessment comes to on a day.
    Evaluate,
    /// Whether an assessment can be published.
    Publish,
    /// What is published for an organisation on a day.
    Status,
    /// An assessment taken into a later edition.
    CarryOver,
    /// The action plan that Approaching Standards needs.
    ActionPlan,
    /// What has changed from one edition to another.
    Diff,
    /// What an assessment would come to if some things were otherwise.
    WhatIf,
    /// The fewest steps to a level.
    Path,
    /// How far an assessment can still go.
    Reach,
    /// How a verdict came about.
    Explain,
    /// What was published from day to day, and when the verdict changes by itself.
    Timeline,
    /// Whether a document can be read.
    Validate,
    /// Everything a screen needs to know of an edition.
    Describe,
}

words!(pub Operation {
    Evaluate = "evaluate",
    Publish = "publish",
    Status = "status",
    CarryOver = "carry-over",
    ActionPlan = "action-plan",
    Diff = "diff",
    WhatIf = "what-if",
    Path = "path",
    Reach = "reach",
    Explain = "explain",
    Timeline = "timeline",
    Validate = "validate",
    Describe = "describe",
});

/// How an operation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// There is an answer.
    Done,
    /// The answer is no: a refusal, faults in a plan, a document that is not valid.
    No,
    /// The request could not be read; the text lists every mistake in it.
    Unreadable,
}

/// What comes out of the door: a document, and how the operation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The document as JSON text.
    pub text: String,
    /// How the operation ended.
    pub outcome: Outcome,
}
