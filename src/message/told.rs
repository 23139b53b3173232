//! A message in some words, with what those words can be exchanged for others by.

use serde::Serialize;

use super::argument::Argument;
use super::said::Message;
use super::words::Words;

/// What a message is filled from, and the name of its sentence, which documents leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Told {
    #[serde(skip)]
    sentence: &'static str,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'static>>,
}

impl Told {
    /// The arguments, by name and in order.
    pub(crate) fn arguments(&self) -> &[Argument<'static>] {
        &self.arguments
    }

    /// The message in whatever words.
    pub(crate) fn text(&self, words: &impl Words) -> String {
        words.fill(self.sentence, &self.arguments)
    }
}

impl From<Message<'_>> for Told {
    fn from(message: Message<'_>) -> Self {
        let arguments = message.arguments.into_iter().map(Argument::into_owned).collect();
        Self { sentence: message.sentence, arguments }
    }
}
