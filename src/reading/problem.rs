//! What can be wrong with a document, said so that its author can mend it.

use std::fmt;

use super::cause::Cause;

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
        Self { problems, more: more.saturating_add(beyond) }
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
        Self::new(self.problems, self.more.saturating_add(other.more))
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
            write!(f, "at `{}`: ", visible(&self.pointer))?;
        }
        write!(f, "{}", self.cause)
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

/// A character as it can be seen.
fn shown(character: char) -> impl Iterator<Item = char> {
    let (escaped, plain) =
        if character.is_control() { (Some(character.escape_default()), None) } else { (None, Some(character)) };
    escaped.into_iter().flatten().chain(plain)
}

/// A pointer as it can be seen.
fn visible(pointer: &str) -> String {
    pointer.chars().flat_map(shown).collect()
}

/// Cuts what the user wrote to a length that fits in a message, and shows what cannot be seen: a control character could
/// forge a line of its own.
pub(crate) fn shorten(found: &str) -> String {
    const LONGEST: usize = 80;
    let mut short: String = found.chars().take(LONGEST).flat_map(shown).collect();
    if found.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
