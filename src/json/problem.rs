//! What can be wrong with a document, said so that its author can mend it.

use std::fmt;

use super::coded::coded;

/// The most problems of one document that are kept; further ones are only counted.
pub(crate) const MAX_PROBLEMS: usize = 100;

/// A document that could not be read: every problem found in it.
///
/// ```
/// let error = dspt::Assessment::from_json(r#"{"format": "dspt.assessment.v1", "edition": "2025-26"}"#).unwrap_err();
/// assert_eq!(error.problems()[0].code(), "missing-key");
/// assert_eq!(error.problems()[0].pointer(), "/organisation");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ReadError {
    problems: Vec<Problem>,
    more: usize,
}

impl ReadError {
    pub(crate) fn new(mut problems: Vec<Problem>, more: usize) -> Self {
        let beyond = problems.len().saturating_sub(MAX_PROBLEMS);
        problems.truncate(MAX_PROBLEMS);
        Self { problems, more: more + beyond }
    }

    /// The same problems, each said to be in a file.
    pub(crate) fn in_file(mut self, file: &'static str) -> Self {
        for problem in &mut self.problems {
            problem.file = Some(file);
        }
        self
    }

    /// The problems of both, this one's first.
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.problems.extend(other.problems);
        Self::new(self.problems, self.more + other.more)
    }

    pub(crate) fn none() -> Self {
        Self::new(Vec::new(), 0)
    }

    /// The problems in the order of the document; at least one, at most 100.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many problems were found beyond those kept.
    pub fn more(&self) -> usize {
        self.more
    }
}

impl From<Problem> for ReadError {
    fn from(problem: Problem) -> Self {
        Self::new(vec![problem], 0)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

/// One problem of a document: where it is and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    file: Option<&'static str>,
    pointer: String,
    cause: Cause,
}

impl Problem {
    pub(crate) fn new(pointer: impl Into<String>, cause: Cause) -> Self {
        Self { file: None, pointer: pointer.into(), cause }
    }

    /// The file, where a document is spread over several.
    pub fn file(&self) -> Option<&'static str> {
        self.file
    }

    /// The place as a JSON Pointer (RFC 6901); empty for the document as a whole.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong there.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The stable kebab-case code of the cause.
    pub fn code(&self) -> &'static str {
        self.cause.code()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = self.file {
            write!(f, "in {file}: ")?;
        }
        if !self.pointer.is_empty() {
            write!(f, "at `{}`: ", self.pointer)?;
        }
        write!(f, "{}", self.cause)
    }
}

coded! {
    /// Why a document cannot be read as it stands; the text says what was found, what was expected and how to mend it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum Cause {
        /// More bytes than a document may have.
        #[error("the document has {found} bytes, expected at most {limit}; make it smaller")]
        TooLarge {
            /// The size in bytes.
            found: usize,
            /// The most bytes accepted.
            limit: usize,
        } = "too-large",
        /// Bytes that are not UTF-8.
        #[error("byte {offset} is not UTF-8 text; save the document as UTF-8")]
        NotUtf8 {
            /// How many bytes precede the first bad one.
            offset: usize,
        } = "not-utf8",
        /// No text, or white space alone.
        #[error("the document is empty, expected a JSON object; check that the right file was given")]
        Empty = "empty",
        /// Text that is not JSON.
        #[error("line {line}, column {column}: {what}; mend the JSON there")]
        NotJson {
            /// The line, counted from 1.
            line: usize,
            /// The column, counted from 1.
            column: usize,
            /// What the JSON parser says.
            what: String,
        } = "not-json",
        /// Arrays or objects nested deeper than any document needs.
        #[error("line {line}, column {column}: nested more than 127 levels deep; no document needs more than ten")]
        TooDeep {
            /// The line, counted from 1.
            line: usize,
            /// The column, counted from 1.
            column: usize,
        } = "too-deep",
        /// Another JSON type than the place takes.
        #[error("found {found}, expected {expected}")]
        WrongType {
            /// The JSON type found.
            found: &'static str,
            /// What the place takes.
            expected: &'static str,
        } = "wrong-type",
        /// A key the object does not have.
        #[error("unknown key `{key}`, expected {}{}", one_of(expected), did_you_mean(nearest.as_deref()))]
        UnknownKey {
            /// The key found.
            key: String,
            /// The keys the object has.
            expected: &'static [&'static str],
            /// The key that looks most like it, if any does.
            nearest: Option<String>,
        } = "unknown-key",
        /// A key given twice.
        #[error("the key `{key}` is given twice; keep one of the two")]
        DuplicateKey {
            /// The key found.
            key: String,
        } = "duplicate-key",
        /// An entry of a list that an earlier one is already about.
        #[error("an earlier entry is already about `{found}`; keep one of the two")]
        DuplicateEntry {
            /// What both entries are about.
            found: String,
        } = "duplicate-entry",
        /// A key the object must have.
        #[error("`{key}` is missing; add it")]
        MissingKey {
            /// The key that is missing.
            key: &'static str,
        } = "missing-key",
        /// A word that is not one of a closed list.
        #[error("found `{found}`, expected {}{}", one_of(expected), did_you_mean(nearest.as_deref()))]
        UnknownWord {
            /// The word found.
            found: String,
            /// The words accepted.
            expected: &'static [&'static str],
            /// The word that looks most like it, if any does.
            nearest: Option<String>,
        } = "unknown-word",
        /// Text that does not have the form the place takes.
        #[error("found `{found}`, expected {expected}")]
        BadForm {
            /// The text found.
            found: String,
            /// The form expected, with an example.
            expected: &'static str,
        } = "bad-form",
        /// Text longer than the place takes.
        #[error("the text has {found} characters, expected at most {limit}; shorten it or keep it in a document")]
        TooLong {
            /// The length in characters.
            found: usize,
            /// The most characters accepted.
            limit: usize,
        } = "too-long",
        /// More entries than the place takes.
        #[error("more than {limit} entries; keep to {limit}")]
        TooMany {
            /// The most entries accepted.
            limit: usize,
        } = "too-many",
        /// A key that belongs to another kind of entry.
        #[error("`{key}` does not belong to kind `{kind}`; remove it or choose another kind")]
        NotOfThisKind {
            /// The key found.
            key: &'static str,
            /// The kind of the entry.
            kind: &'static str,
        } = "not-of-this-kind",
        /// A number outside its bounds.
        #[error("found {found}, expected {expected}")]
        OutOfRange {
            /// The number found.
            found: u64,
            /// What is accepted.
            expected: String,
        } = "out-of-range",
        /// Two dates of one entry in the wrong order.
        #[error("found {found}, expected a day on or after {earliest}; check both dates")]
        BeforeStart {
            /// The later date as given.
            found: chrono::NaiveDate,
            /// The earlier date as given.
            earliest: chrono::NaiveDate,
        } = "before-start",
        /// A question code that the edition's bank does not list.
        #[error(
            "question `{code}` is not in the bank of {edition}{}; check the code and the edition",
            because.as_deref().map(|why| format!(" ({why})")).unwrap_or_default()
        )]
        UnknownQuestion {
            /// The code found.
            code: String,
            /// The edition of the assessment.
            edition: String,
            /// What is known of the code, for example where it went.
            because: Option<String>,
        } = "unknown-question",
        /// An edition that has no bank.
        #[error("there is no question bank for edition `{found}`, expected one of {known}")]
        UnknownEdition {
            /// The edition asked for.
            found: String,
            /// The editions there are.
            known: String,
        } = "unknown-edition",
        /// An answer said to come from the assessment's own edition or a later one.
        #[error("found {from}, expected an edition before {edition}; an answer is carried over from an earlier edition")]
        OriginNotEarlier {
            /// The edition found.
            from: String,
            /// The edition of the assessment.
            edition: String,
        } = "origin-not-earlier",
        /// An assessment of another edition than the bank it is checked against.
        #[error(
            "the assessment is of edition {found}, the question bank of {expected}; use the bank of the assessment's edition"
        )]
        OtherEdition {
            /// The edition of the assessment.
            found: String,
            /// The edition of the bank.
            expected: String,
        } = "other-edition",
    }
}

/// The word of `known` that looks most like `found`, if any is close enough to be a slip of the keyboard.
pub(crate) fn nearest(found: &str, known: &[&str]) -> Option<String> {
    // A long key cannot be a slip, and the comparison costs the product of both lengths. Of two letters nothing can be
    // told, and another number is another thing: version 2 of a format, another ISO standard.
    if found.len() > 64 || found.chars().count() < 3 {
        return None;
    }
    let wordly = |text: &str| text.chars().filter(|character| !character.is_ascii_digit()).collect::<String>();
    known
        .iter()
        .filter(|word| word.chars().count() > 2)
        .filter(|word| wordly(word) != wordly(found) || word.eq_ignore_ascii_case(found))
        .map(|word| (strsim::osa_distance(found, word), *word))
        .filter(|(distance, word)| *distance <= (word.len() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.to_owned())
}

/// Cuts what the user wrote to a length that fits in a message, and shows what cannot be seen: a control character could
/// forge a line of its own.
pub(crate) fn shorten(found: &str) -> String {
    const LONGEST: usize = 80;
    let mut short = String::new();
    for character in found.chars().take(LONGEST) {
        if character.is_control() {
            short.extend(character.escape_default());
        } else {
            short.push(character);
        }
    }
    if found.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default()
}
