//! What can be wrong with corrections.

use std::fmt;

use super::super::code::QuestionCode;
use super::super::edition::EditionId;
use super::super::mistake::Fault;
use super::super::source::SourceId;
use super::address::FactAddress;
use crate::reading::coded;

/// Corrections that cannot be laid over a bank: every mistake in them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct CorrectionsError {
    mistakes: Vec<CorrectionMistake>,
}

impl CorrectionsError {
    pub(super) fn new(mistakes: Vec<CorrectionMistake>) -> Self {
        Self { mistakes }
    }

    /// The mistakes: those of the corrections themselves first, then those that the corrected bank would have.
    pub fn mistakes(&self) -> &[CorrectionMistake] {
        &self.mistakes
    }
}

impl fmt::Display for CorrectionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.mistakes.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            if !mistake.pointer.is_empty() {
                write!(f, "at `{}`: ", mistake.pointer)?;
            }
            write!(f, "{}", mistake.message())?;
        }
        Ok(())
    }
}

/// One mistake in corrections, or in the bank that they would make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionMistake {
    pub(super) pointer: String,
    pub(super) what: What,
    /// The other corrections that have a part in it.
    pub(super) others: Vec<String>,
}

/// A mistake of the corrections' own, or one of the check of a bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Own(CorrectionFault),
    /// The check of the bank, applied to the corrections' own entries.
    Bank(Fault),
    /// The check of the bank as corrected, with the place there.
    Corrected(FactPlace, Fault),
}

/// A place in a bank, with codes and words for indexes.
pub(super) type FactPlace = String;

impl CorrectionMistake {
    pub(super) fn own(pointer: impl Into<String>, fault: CorrectionFault) -> Self {
        Self { pointer: pointer.into(), what: What::Own(fault), others: Vec::new() }
    }

    pub(super) fn bank(pointer: impl Into<String>, fault: Fault) -> Self {
        Self { pointer: pointer.into(), what: What::Bank(fault), others: Vec::new() }
    }

    /// The correction at fault as a JSON Pointer (RFC 6901) into the corrections; empty where none can be told.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The stable kebab-case code: of [`CorrectionFault`] or of [`Fault`].
    pub fn code(&self) -> &'static str {
        match &self.what {
            What::Own(fault) => fault.code(),
            What::Bank(fault) | What::Corrected(_, fault) => fault.code(),
        }
    }

    /// The place in the corrected bank where the mistake shows, with codes and words for the indexes of its lists;
    /// none where it is of the corrections themselves.
    pub fn place_in_bank(&self) -> Option<&str> {
        match &self.what {
            What::Corrected(place, _) => Some(place),
            What::Own(_) | What::Bank(_) => None,
        }
    }

    /// The other corrections without any one of which the mistake would not be there, as JSON Pointers.
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// What was found, what was expected and how to mend it.
    pub fn message(&self) -> String {
        let mut message = match &self.what {
            What::Own(fault) => fault.to_string(),
            What::Bank(fault) => fault.to_string(),
            What::Corrected(place, fault) => format!("in the corrected bank, at `{place}`: {fault}"),
        };
        if !self.others.is_empty() {
            let others: Vec<String> = self.others.iter().map(|pointer| format!("`{pointer}`")).collect();
            message.push_str("; these have a part in it as well: ");
            message.push_str(&others.join(", "));
        }
        message
    }
}

coded! {
    /// Why corrections cannot be laid over a bank; the text says what was found and how to mend it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum CorrectionFault {
        /// Corrections of another edition than the bank's.
        #[error("the corrections are of edition {found}, the question bank of {expected}; use those of the bank's edition")]
        OtherEdition {
            /// The edition of the corrections.
            found: EditionId,
            /// The edition of the bank.
            expected: EditionId
        } = "other-edition",
        /// An address at which the bank has no fact.
        #[error("the bank has no fact at `{address}`; correct the address, or give the fact under `correct`")]
        UnknownFact {
            /// The address.
            address: FactAddress
        } = "unknown-fact",
        /// A fact to be confirmed that has no value.
        #[error("nobody has said yet what holds at `{address}`; give the fact with its value under `correct`")]
        NothingToConfirm {
            /// The address.
            address: FactAddress
        } = "nothing-to-confirm",
        /// Something to be removed that a bank cannot do without.
        #[error("`{address}` cannot be removed; give the fact as it is under `correct`")]
        NotRemovable {
            /// The address.
            address: FactAddress
        } = "not-removable",
        /// A fact that two corrections are about.
        #[error("another correction, at `{other}`, is about `{address}` as well; keep one of the two")]
        CorrectedTwice {
            /// The place in the bank.
            address: String,
            /// The other correction.
            other: String
        } = "corrected-twice",
        /// A source with the id of one that the bank has.
        #[error("the bank has a source `{id}` already; name it without listing it, or give this one another id")]
        SourceKnown {
            /// The id.
            id: SourceId
        } = "source-known",
        /// A question to be added that the bank lists.
        #[error("the bank lists `{code}` already; correct it under `correct`")]
        QuestionKnown {
            /// Its code.
            code: QuestionCode
        } = "question-known",
    }
}
