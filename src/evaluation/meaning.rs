//! What an answer means: "Not applicable" is written in several ways, and they all mean the same.

use crate::assessment::{Answer, Response};
use crate::bank::{Question, Reason};

/// What an answer means.
pub(super) enum Meaning<'a> {
    /// The question does not apply.
    NotApplicable(NotApplicableAnswer<'a>),
    /// What it says.
    Answer(&'a Answer),
}

/// "Not applicable", as it was written.
#[derive(Clone, Copy)]
pub(super) struct NotApplicableAnswer<'a> {
    /// The reason, if one is given.
    pub(super) reason: Option<&'a str>,
    /// The place inside the answer where it was written.
    pub(super) place: &'static str,
}

/// Reads an answer, the portal's own ways of writing "Not applicable" included: in the text box, in the comment beside
/// a tick, in place of a document's location. Whether the question takes "Not applicable" at all is another matter; the
/// box in which it is written is not held against it.
///
/// Source: the guide to Approaching Standards of 2021-22 describes the routes question by question.
pub(super) fn meaning<'a>(question: &Question, response: &'a Response) -> Meaning<'a> {
    let answer = &response.answer;
    let comment = response.comment.as_deref();
    let said = |text: &'a str, place, comment: Option<&'a str>| match not_applicable(text) {
        Some(rest) => {
            let reason = written(rest).or(comment.and_then(written));
            Meaning::NotApplicable(NotApplicableAnswer { reason, place })
        }
        None => Meaning::Answer(answer),
    };
    match answer {
        Answer::NotApplicable { reason } => {
            let reason = reason.as_deref().and_then(written).or(comment.and_then(written));
            Meaning::NotApplicable(NotApplicableAnswer { reason, place: "/kind" })
        }
        Answer::Text { text } if written(text).is_none() => match comment.and_then(|text| exemption(question, text)) {
            Some(reason) => Meaning::NotApplicable(NotApplicableAnswer { reason: Some(reason), place: "/comment" }),
            None => Meaning::Answer(answer),
        },
        Answer::Text { text } => said(text, "/text", comment),
        // A tick with figures or findings is an answer, whatever stands in the comment.
        Answer::Confirmation { confirmed: true, found: None, training: None } => {
            comment.map_or(Meaning::Answer(answer), |comment| said(comment, "/comment", None))
        }
        Answer::Document { documents } => match documents.as_slice() {
            [] => comment.map_or(Meaning::Answer(answer), |comment| said(comment, "/comment", None)),
            [only] => said(&only.location, "/documents/0/location", comment),
            _ => Meaning::Answer(answer),
        },
        Answer::Confirmation { .. } | Answer::Date { .. } => Meaning::Answer(answer),
    }
}

/// An empty answer whose comment gives the reason that the question asks for, such as an exemption from the ICO fee.
///
/// Source: question 65 of the programme's Q&A of 24 June 2022.
fn exemption<'a>(question: &Question, comment: &'a str) -> Option<&'a str> {
    let asks = question.not_applicable.known().is_some_and(|route| route.reason == Reason::Asked);
    let lower = comment.to_ascii_lowercase();
    let denies = ["not exempt", "n't exempt", "no exempt", "not an exempt"].iter().any(|denial| lower.contains(denial));
    let says = not_applicable(comment).is_some() || lower.contains("exempt") && !denies;
    if asks && says { written(comment) } else { None }
}

/// The reason that follows "Not applicable" at the head of a text that says so; empty where none follows.
///
/// "Nappies are locked away", "Na-Lin Example" and "Not applicable law alone decides" say something else.
fn not_applicable(text: &str) -> Option<&str> {
    const LONG: [&str; 2] = ["not applicable", "not-applicable"];
    const SHORT: [&str; 3] = ["n/a", "n.a.", "na"];
    const LINKS: [&str; 4] = ["because", "as", "since", "to us"];
    let text = text.trim_start().trim_start_matches(['"', '\'', '(']);
    let after = |words: &[&str]| words.iter().find_map(|word| strip_word(text, word));
    let (rest, is_short) = after(&LONG).map(|rest| (rest, false)).or_else(|| after(&SHORT).map(|rest| (rest, true)))?;
    let trimmed = rest.trim_start();
    if let Some(reason) = LINKS.iter().find_map(|link| strip_word(trimmed, link)) {
        return (trimmed.len() < rest.len()).then_some(reason.trim_start_matches(is_separator));
    }
    let reason = trimmed.trim_start_matches(is_separator);
    // Something must part the words from what follows; after the short ones a hyphen may belong to a name.
    let parted = reason.is_empty() || reason.len() < trimmed.len() || rest.starts_with(['\n', '\r']);
    let is_name = is_short && rest.starts_with('-') && rest.chars().nth(1).is_some_and(char::is_alphanumeric);
    (parted && !is_name).then_some(reason)
}

fn is_separator(character: char) -> bool {
    !character.is_alphanumeric()
}

/// What follows a word at the head of a text, whatever its capitals; nothing where the word goes on.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = (text.get(..word.len())?, text.get(word.len()..)?);
    let ends = !rest.starts_with(char::is_alphanumeric);
    (head.eq_ignore_ascii_case(word) && ends).then_some(rest)
}

/// Text with a letter or a figure in it; blanks, dashes and characters without width are no answer.
pub(super) fn written(text: &str) -> Option<&str> {
    text.contains(char::is_alphanumeric).then(|| text.trim())
}

#[cfg(test)]
mod tests {
    use super::not_applicable;

    #[test]
    fn not_applicable_is_understood_as_people_write_it() {
        for text in [
            "Not applicable",
            "not applicable.",
            "NOT APPLICABLE",
            " Not applicable ",
            "N/A",
            "n/a.",
            "NA",
            "\"Not applicable\"",
            "Not applicable - we keep no paper",
            "Not applicable: no paper",
            "Not applicable, no paper",
            "(not applicable)",
            "Not applicable because nobody uses their own phone",
            "Not applicable as we have no IT",
            "N/A – no IT",
            "Not applicable\nNo IT",
        ] {
            assert!(not_applicable(text).is_some(), "{text:?} says not applicable");
        }
    }

    #[test]
    fn other_answers_are_left_alone() {
        for text in [
            "",
            "Nappies are kept locked away",
            "National Care Ltd",
            "Not applicable law alone decides",
            "We shred it",
            "Not applying",
            "NATO standard",
            "Na-Lin Example, registered manager",
            "na\u{ef}ve",
        ] {
            assert!(not_applicable(text).is_none(), "{text:?} says something else");
        }
    }

    #[test]
    fn the_reason_after_the_words_is_kept() {
        assert_eq!(not_applicable("Not applicable - no paper records"), Some("no paper records"));
        assert_eq!(not_applicable("N/A"), Some(""));
        assert_eq!(not_applicable("Not applicable because"), Some(""));
        assert_eq!(not_applicable("Not applicable to us"), Some(""));
        assert_eq!(not_applicable("Not applicable as we have no IT"), Some("we have no IT"));
    }
}
