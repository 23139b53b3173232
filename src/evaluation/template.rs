//! Templates: text with names in braces, filled in one place.

use super::argument::{Argument, our_label};
use super::finding::Finding;
use super::message::day;
use super::sentence::{Sentence, named};

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text as it stands.
    Text(&'t str),
    /// The name of what is put there.
    Name(&'t str),
    /// A brace without its other half, and everything from there on.
    Broken(&'t str),
}

/// The pieces of a template in order.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, after)) = rest.split_once('{') {
        pieces.push(Piece::Text(text));
        match after.split_once('}') {
            Some((name, further)) if !name.contains('{') => {
                pieces.push(Piece::Name(name));
                rest = further;
            }
            _ => {
                pieces.push(Piece::Broken(after));
                return pieces;
            }
        }
    }
    pieces.push(if rest.contains('}') { Piece::Broken(rest) } else { Piece::Text(rest) });
    pieces
}

/// A template with every name replaced by what it stands for.
pub(crate) fn fill(template: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) | Piece::Broken(text) => filled.push_str(text),
            Piece::Name(name) => filled.push_str(&value(name)),
        }
    }
    filled
}

/// What the counted argument of a sentence comes to.
pub(crate) fn counted(sentence: &Sentence, arguments: &[Argument<'_>]) -> Option<u32> {
    arguments.iter().find_map(|argument| match argument {
        Argument::Number { name, value } if Some(*name) == sentence.counts => Some(*value),
        _ => None,
    })
}

/// A finding in this project's own words.
pub(super) fn ours(finding: &Finding<'_>) -> String {
    let arguments = finding.arguments();
    let Some(general) = named(finding.sentence()) else { return String::new() };
    let exact = counted(general, &arguments).and_then(|number| named(&format!("{}={number}", general.name)));
    fill(exact.unwrap_or(general).template, |name| {
        arguments.iter().find(|argument| argument.name() == name).map(in_our_words).unwrap_or_default()
    })
}

/// An argument as our messages print it.
pub(crate) fn in_our_words(argument: &Argument<'_>) -> String {
    match argument {
        Argument::Text { value, .. } => (*value).to_owned(),
        Argument::Number { value, .. } => value.to_string(),
        Argument::Date { value, .. } => day(*value),
        Argument::Word { list, value, .. } => our_label(list, value).to_owned(),
        Argument::Question { value, .. } => value.to_string(),
        Argument::Edition { value, .. } => value.to_string(),
    }
}
