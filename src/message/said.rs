//! A message: the name of its sentence, and what that is filled from.

use super::argument::Argument;
use super::sentence::{Sentence, form, named};
use super::template::fill;

/// Something that people are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message<'a> {
    /// The name of the sentence.
    pub(crate) sentence: &'static str,
    /// What the sentence is filled from.
    pub(crate) arguments: Vec<Argument<'a>>,
}

impl<'a> Message<'a> {
    pub(crate) const fn new(sentence: &'static str, arguments: Vec<Argument<'a>>) -> Self {
        Self { sentence, arguments }
    }

    /// The same as one argument of another message.
    pub(crate) fn within(self, name: &'static str) -> Argument<'a> {
        Argument::Sentence { name, sentence: self.sentence, arguments: self.arguments }
    }

    /// The message in this project's own words.
    pub(crate) fn text(&self) -> String {
        text_of(self.sentence, &self.arguments)
    }
}

/// A sentence in this project's own words, filled from its arguments.
pub(super) fn text_of(sentence: &str, arguments: &[Argument<'_>]) -> String {
    let Some(general) = named(sentence) else { return String::new() };
    let exact = counted(general, arguments).and_then(|number| form(general.name, number));
    fill(exact.unwrap_or(general).template, |name| {
        let argument = arguments.iter().find(|argument| argument.name() == name);
        argument.map(Argument::text).unwrap_or_default()
    })
}

/// What the counted argument of a sentence comes to.
pub(crate) fn counted(sentence: &Sentence, arguments: &[Argument<'_>]) -> Option<u32> {
    let counts = sentence.counts?;
    arguments.iter().find_map(|argument| match argument {
        Argument::Number { name, value } if *name == counts => Some(*value),
        _ => None,
    })
}
