//! What sentences are filled from, by name.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::label::our_label;
use super::said::text_of;
use super::words::day;
use crate::bank::{EditionId, Level, QuestionCode};

/// One particular of a message: a name and a value, for messages in words of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Argument<'a> {
    /// Words as the bank or the assessment has them.
    Text {
        /// Its name in templates.
        name: &'static str,
        /// The words.
        value: Cow<'a, str>,
        /// The question of which the bank says so, where it is about one.
        #[serde(skip)]
        question: Option<QuestionCode>,
    },
    /// A whole number.
    Number {
        /// Its name in templates.
        name: &'static str,
        /// The number.
        value: u32,
    },
    /// A day.
    Date {
        /// Its name in templates.
        name: &'static str,
        /// The day.
        value: NaiveDate,
    },
    /// A word of a closed list; what people call it is a label of that list.
    Word {
        /// Its name in templates.
        name: &'static str,
        /// The list of labels that the word is of.
        labels: &'static str,
        /// The word.
        value: &'static str,
    },
    /// Words of a closed list, which messages set apart with commas.
    Words {
        /// Its name in templates.
        name: &'static str,
        /// The list of labels that the words are of.
        labels: &'static str,
        /// The words.
        values: Vec<&'static str>,
    },
    /// The code of a question.
    Question {
        /// Its name in templates.
        name: &'static str,
        /// The code.
        value: QuestionCode,
    },
    /// Codes of questions, assertions or organisations, which messages set apart with commas.
    Codes {
        /// Its name in templates.
        name: &'static str,
        /// The codes.
        values: Vec<String>,
    },
    /// An edition.
    Edition {
        /// Its name in templates.
        name: &'static str,
        /// The edition.
        value: EditionId,
    },
    /// A part of the message that is a sentence of its own, or the end of one.
    Sentence {
        /// Its name in templates.
        name: &'static str,
        /// The name of the sentence.
        sentence: &'static str,
        /// What the sentence is filled from.
        arguments: Vec<Argument<'a>>,
    },
}

impl<'a> Argument<'a> {
    /// Its name in templates.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text { name, .. }
            | Self::Number { name, .. }
            | Self::Date { name, .. }
            | Self::Word { name, .. }
            | Self::Words { name, .. }
            | Self::Question { name, .. }
            | Self::Codes { name, .. }
            | Self::Edition { name, .. }
            | Self::Sentence { name, .. } => name,
        }
    }

    pub(crate) const fn text_as(name: &'static str, value: &'a str) -> Self {
        Self::Text { name, value: Cow::Borrowed(value), question: None }
    }

    /// What the bank says of a question.
    pub(crate) const fn quoted(name: &'static str, question: Option<QuestionCode>, value: &'a str) -> Self {
        Self::Text { name, value: Cow::Borrowed(value), question }
    }

    pub(crate) fn count(name: &'static str, value: usize) -> Self {
        Self::Number { name, value: u32::try_from(value).unwrap_or(u32::MAX) }
    }

    pub(crate) const fn word(name: &'static str, labels: &'static str, value: &'static str) -> Self {
        Self::Word { name, labels, value }
    }

    pub(crate) const fn level(level: Level) -> Self {
        Self::Word { name: "level", labels: "level", value: level.as_str() }
    }

    pub(crate) fn code(name: &'static str, value: &impl ToString) -> Self {
        Self::Codes { name, values: vec![value.to_string()] }
    }

    pub(crate) fn codes<T: ToString>(name: &'static str, values: &[T]) -> Self {
        Self::Codes { name, values: values.iter().map(ToString::to_string).collect() }
    }

    /// The argument as our messages print it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text { value, .. } => value.clone().into_owned(),
            Self::Number { value, .. } => value.to_string(),
            Self::Date { value, .. } => day(*value),
            Self::Word { labels, value, .. } => our_label(labels, value).to_owned(),
            Self::Words { labels, values, .. } => {
                values.iter().map(|value| our_label(labels, value)).collect::<Vec<_>>().join(", ")
            }
            Self::Question { value, .. } => value.to_string(),
            Self::Codes { values, .. } => values.join(", "),
            Self::Edition { value, .. } => value.to_string(),
            Self::Sentence { sentence, arguments, .. } => text_of(sentence, arguments),
        }
    }

    /// The same without what it borrows.
    pub(crate) fn into_owned(self) -> Argument<'static> {
        match self {
            Self::Text { name, value, question } => {
                Argument::Text { name, value: Cow::Owned(value.into_owned()), question }
            }
            Self::Number { name, value } => Argument::Number { name, value },
            Self::Date { name, value } => Argument::Date { name, value },
            Self::Word { name, labels, value } => Argument::Word { name, labels, value },
            Self::Words { name, labels, values } => Argument::Words { name, labels, values },
            Self::Question { name, value } => Argument::Question { name, value },
            Self::Codes { name, values } => Argument::Codes { name, values },
            Self::Edition { name, value } => Argument::Edition { name, value },
            Self::Sentence { name, sentence, arguments } => {
                let arguments = arguments.into_iter().map(Argument::into_owned).collect();
                Argument::Sentence { name, sentence, arguments }
            }
        }
    }
}
