//! In whose words people are told something.

use chrono::NaiveDate;

use super::argument::Argument;
use super::said::{Message, text_of};
use crate::bank::QuestionCode;

/// In whose words people are told something.
pub(crate) trait Words {
    /// The language, unless it is our own.
    fn locale(&self) -> Option<&str>;
    /// A sentence, filled from its arguments.
    fn fill(&self, sentence: &'static str, arguments: &[Argument<'_>]) -> String;

    /// A message in one or two sentences.
    fn say(&self, message: &Message<'_>) -> String {
        self.fill(message.sentence, &message.arguments)
    }

    /// What these words have in the place of a text of the bank about a question.
    fn quote<'q>(&'q self, question: QuestionCode, ours: &'q str) -> &'q str;
}

/// This project's own words.
pub(crate) struct InOurWords;

impl Words for InOurWords {
    fn locale(&self) -> Option<&str> {
        None
    }

    fn fill(&self, sentence: &'static str, arguments: &[Argument<'_>]) -> String {
        text_of(sentence, arguments)
    }

    fn quote<'q>(&'q self, _: QuestionCode, ours: &'q str) -> &'q str {
        ours
    }
}

/// A date as people write it: 30 June 2026.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
