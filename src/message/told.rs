//! A message in some words, with what those words can be exchanged for others by.

use serde::Serialize;

use super::argument::Argument;
use super::said::Message;
use super::words::Words;

/// What a message is filled from, and the name of its sentence, which documents leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Told<'a> {
    #[serde(skip)]
    sentence: &'static str,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'a>>,
}

impl<'a> Told<'a> {
    /// The arguments, by name and in order.
    pub(crate) fn arguments(&self) -> &[Argument<'a>] {
        &self.arguments
    }

    /// The message in whatever words.
    pub(crate) fn text(&self, words: &impl Words) -> String {
        words.fill(self.sentence, &self.arguments)
    }
}

impl<'a> From<Message<'a>> for Told<'a> {
    fn from(message: Message<'a>) -> Self {
        Self { sentence: message.sentence, arguments: message.arguments }
    }
}

impl Message<'_> {
    /// The message without what it borrows.
    pub(crate) fn told(self) -> Told<'static> {
        let arguments = self.arguments.into_iter().map(Argument::into_owned).collect();
        Told { sentence: self.sentence, arguments }
    }
}
