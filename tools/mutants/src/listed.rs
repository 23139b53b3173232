//! The mutants as cargo-mutants lists them.

use serde::Deserialize;

/// One change that must not go unnoticed.
#[derive(Clone, Debug, Deserialize)]
pub struct Mutant {
    /// Where it is and what it does, in words.
    pub name: String,
    /// The file, from the root of the project.
    pub file: String,
    /// What kind of change it is.
    pub genre: Genre,
    /// What stands there instead; empty where something is left out.
    pub replacement: String,
    /// What is replaced.
    pub span: Span,
}

/// The kinds of change.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Genre {
    /// A function answers with a fixed value.
    FnValue,
    /// Another operator between two operands.
    BinaryOperator,
    /// A `!` or `-` is left out.
    UnaryOperator,
    /// An arm of a match is left out.
    MatchArm,
    /// The guard of an arm always or never holds.
    MatchArmGuard,
    /// A field of a struct expression is left to its base.
    StructField,
}

/// From the first character to the one after the last.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub struct Span {
    pub start: Place,
    pub end: Place,
}

/// Line and column, both counted from 1.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// How many bytes of the text stand before it.
    pub fn offset(self, text: &str) -> usize {
        let line_start: usize = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        let in_line =
            text[line_start..].char_indices().nth(self.column - 1).map_or(text.len() - line_start, |(at, _)| at);
        line_start + in_line
    }
}
