//! A finding as it stands before or after something is otherwise.

use serde::Serialize;

use crate::bank::{Certainty, QuestionCode, SourceId};
use crate::evaluation::{Effect, Finding};
use crate::message::{Argument, Told, Words};

/// A finding, kept beyond the evaluation in which it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FindingThen {
    /// The stable code of what was found.
    pub code: &'static str,
    /// Whether it blocks or advises.
    pub effect: Effect,
    /// How sure the rule behind it is.
    pub certainty: Certainty,
    /// The question it is about; absent where it is about the profile or the assessment as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionCode>,
    /// The place in the assessment as a JSON Pointer.
    pub pointer: String,
    /// What is wrong or worth knowing, and what to do about it, for a care manager.
    pub message: String,
    #[serde(flatten)]
    told: Told<'static>,
    /// The sources of the rule; empty where the rule is this library's own.
    pub sources: Vec<SourceId>,
}

impl FindingThen {
    /// What the message is filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'static>] {
        self.told.arguments()
    }

    pub(super) fn put_in(&mut self, words: &impl Words) {
        self.message = self.told.text(words);
    }
}

impl From<&Finding<'_>> for FindingThen {
    fn from(finding: &Finding<'_>) -> Self {
        let said = finding.said();
        Self {
            code: finding.code(),
            effect: finding.effect(),
            certainty: finding.certainty(),
            question: finding.question(),
            pointer: finding.pointer(),
            message: said.text(),
            told: said.told(),
            sources: finding.sources().to_vec(),
        }
    }
}
