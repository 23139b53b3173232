//! What can be wrong with a wording pack.

use std::fmt;

use crate::bank::{EditionId, QuestionCode};
use crate::reading::coded;

/// A wording pack whose content is wrong: every mistake in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct WordingError {
    mistakes: Vec<WordingMistake>,
}

impl WordingError {
    pub(super) fn new(mistakes: Vec<WordingMistake>) -> Self {
        Self { mistakes }
    }

    /// The mistakes, those of one concern together; at least one.
    pub fn mistakes(&self) -> &[WordingMistake] {
        &self.mistakes
    }
}

impl fmt::Display for WordingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.mistakes.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "at `{}`: {}", mistake.pointer, mistake.fault)?;
        }
        Ok(())
    }
}

/// One mistake in a wording pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingMistake {
    pub(super) pointer: String,
    pub(super) fault: WordingFault,
}

impl WordingMistake {
    /// The place as a JSON Pointer (RFC 6901) into the pack.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong there.
    pub fn fault(&self) -> &WordingFault {
        &self.fault
    }

    /// The stable kebab-case code of the fault.
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}

coded! {
    /// Why the content of a wording pack is wrong; the text says what was found and how to mend it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum WordingFault {
        /// The name of a sentence that there is not.
        #[error("there is no message `{name}`; correct the name or take it out{}", did_you_mean(nearest.as_deref()))]
        UnknownMessage {
            /// The name found.
            name: String,
            /// The name that looks most like it, if any does.
            nearest: Option<String>
        } = "unknown-message",
        /// A form for an exact number where nothing is counted.
        #[error("`{name}` counts nothing, so it has no form for `={number}`; take the number out of the name")]
        NothingCounted {
            /// The name of the sentence.
            name: String,
            /// What stands behind the equals sign.
            number: String
        } = "nothing-counted",
        /// A name in braces that the message is not filled from.
        #[error("`{{{name}}}` is not filled here, expected {}; correct the name or take it out", named(known))]
        UnknownPlaceholder {
            /// The name found.
            name: String,
            /// The names there are.
            known: Vec<String>
        } = "unknown-placeholder",
        /// A brace without its other half.
        #[error("a brace has no other half; write names as `{{name}}`, and no braces otherwise")]
        BraceOpen = "brace-open",
        /// Text that says nothing.
        #[error("the text is empty; write it, or leave the key out")]
        TextEmpty = "text-empty",
        /// A list of words that there is not.
        #[error("there is no list of words `{name}`; correct the name or take it out{}", did_you_mean(nearest.as_deref()))]
        UnknownList {
            /// The name found.
            name: String,
            /// The name that looks most like it, if any does.
            nearest: Option<String>
        } = "unknown-list",
        /// A word that its list does not have.
        #[error("the list `{list}` has no word `{word}`; correct the word or take it out{}", did_you_mean(nearest.as_deref()))]
        UnknownLabel {
            /// The list.
            list: String,
            /// The word found.
            word: String,
            /// The word that looks most like it, if any does.
            nearest: Option<String>
        } = "unknown-label",
        /// Months that are not twelve.
        #[error("the list of months has {found}, expected twelve; name each of them")]
        NotTwelveMonths {
            /// How many there are.
            found: usize
        } = "not-twelve-months",
        /// An edition that has no bank.
        #[error("there is no question bank for edition `{edition}`; take its questions out")]
        EditionWithoutBank {
            /// The edition.
            edition: EditionId
        } = "edition-without-bank",
        /// A question that the bank of the edition does not list.
        #[error("the bank of {edition} has no question `{code}`; correct the code or take it out")]
        UnlistedQuestion {
            /// The code.
            code: QuestionCode,
            /// The edition.
            edition: EditionId
        } = "unlisted-question",
        /// A part that a question does not ask for.
        #[error("question `{code}` asks for no part `{part}`; correct the id or take it out")]
        UnknownPart {
            /// The question.
            code: QuestionCode,
            /// The id found.
            part: String
        } = "unknown-part",
        /// Something that a pack said to be complete does not have.
        #[error("{what} has no words, and the pack is said to be complete; write them, or call it partial")]
        WordsMissing {
            /// What has none.
            what: String
        } = "words-missing",
    }
}

fn named(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
    match quoted.as_slice() {
        [] => "no name in braces".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default()
}
