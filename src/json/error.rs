//! Errors as a document.

use serde::Serialize;

use super::wording::WordingError;
use crate::bank::{BankError, CorrectionMistake, CorrectionsError, Mistake};
use crate::reading::{Cause, Problem, ReadError, document_format};

document_format!(ErrorsFormat = "dspt.errors.v1");

/// Why an operation has no answer: every mistake that was found in the request.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Errors"))]
pub(crate) struct ErrorsDocument<'a> {
    format: ErrorsFormat,
    /// The mistakes, at least one and at most 100: those of reading in the order of the document, those of a bank by concern.
    errors: &'a [WrittenError],
    /// How many mistakes were found beyond those listed.
    more: u32,
}

/// One mistake in a request or document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RequestError"))]
pub(crate) struct WrittenError {
    /// The stable code of the mistake.
    code: &'static str,
    /// The place in the request or document as a JSON Pointer; empty for the document as a whole.
    pointer: String,
    /// What the place takes, where that can be said in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    /// What was found there, where that can be said in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<String>,
    /// The line of the text, counted from 1, where the text is not JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// The column of the line, counted from 1, where the text is not JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    /// What was found, what was expected and how to mend it.
    message: String,
}

/// The most mistakes of a bank that are listed: as many as of a document that cannot be read.
const MOST: usize = 100;

/// Mistakes on their way into a document.
pub(super) struct Refused {
    errors: Vec<WrittenError>,
    more: usize,
}

impl Refused {
    /// One mistake at a place.
    pub(super) fn one(pointer: &str, code: &'static str, message: String) -> Self {
        let error = WrittenError {
            code,
            pointer: pointer.to_owned(),
            expected: None,
            actual: None,
            line: None,
            column: None,
            message,
        };
        Self { errors: vec![error], more: 0 }
    }

    /// The same mistakes, each further down in the request.
    pub(super) fn under(mut self, place: &str) -> Self {
        for error in &mut self.errors {
            error.pointer.insert_str(0, place);
        }
        self
    }

    pub(super) fn into_errors(self) -> Vec<WrittenError> {
        self.errors
    }

    pub(super) fn more(&self) -> u32 {
        u32::try_from(self.more).unwrap_or(u32::MAX)
    }

    pub(super) fn to_json(&self) -> String {
        let document = ErrorsDocument { format: ErrorsFormat, errors: &self.errors, more: self.more() };
        serde_json::to_string(&document).unwrap_or_default()
    }
}

impl From<&Problem> for WrittenError {
    fn from(problem: &Problem) -> Self {
        let cause = problem.cause();
        let (line, column) = match cause {
            Cause::NotJson { line, column, .. } | Cause::TooDeep { line, column } => (Some(*line), Some(*column)),
            _ => (None, None),
        };
        let number = |at: Option<usize>| at.map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self {
            code: problem.code(),
            pointer: problem.pointer().to_owned(),
            expected: Some(cause.expected()),
            actual: Some(cause.actual()),
            line: number(line),
            column: number(column),
            message: cause.to_string(),
        }
    }
}

impl From<&Mistake> for WrittenError {
    fn from(mistake: &Mistake) -> Self {
        Self {
            code: mistake.code(),
            pointer: mistake.pointer().to_owned(),
            expected: None,
            actual: None,
            line: None,
            column: None,
            message: mistake.fault().to_string(),
        }
    }
}

impl From<&CorrectionMistake> for WrittenError {
    fn from(mistake: &CorrectionMistake) -> Self {
        Self {
            code: mistake.code(),
            pointer: mistake.pointer().to_owned(),
            expected: None,
            actual: None,
            line: None,
            column: None,
            message: mistake.message(),
        }
    }
}

impl From<WordingError> for Refused {
    fn from(error: WordingError) -> Self {
        let mistakes = error.mistakes();
        let written = mistakes.iter().take(MOST).map(|mistake| WrittenError {
            code: mistake.code(),
            pointer: mistake.pointer().to_owned(),
            expected: None,
            actual: None,
            line: None,
            column: None,
            message: mistake.fault().to_string(),
        });
        Self { errors: written.collect(), more: mistakes.len().saturating_sub(MOST) }
    }
}

impl From<ReadError> for Refused {
    fn from(error: ReadError) -> Self {
        Self { errors: error.problems().iter().map(WrittenError::from).collect(), more: error.more() }
    }
}

impl From<BankError> for Refused {
    fn from(error: BankError) -> Self {
        let mistakes = error.mistakes();
        let errors = mistakes.iter().take(MOST).map(WrittenError::from).collect();
        Self { errors, more: mistakes.len().saturating_sub(MOST) }
    }
}

impl From<CorrectionsError> for Refused {
    fn from(error: CorrectionsError) -> Self {
        let mistakes = error.mistakes();
        let errors = mistakes.iter().take(MOST).map(WrittenError::from).collect();
        Self { errors, more: mistakes.len().saturating_sub(MOST) }
    }
}
