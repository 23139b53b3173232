//! What an answer means: "Not applicable" is written in several ways, and they all mean the same.

use crate::assessment::{Answer, Response};
use crate::bank::{Question, Reason};
use crate::reading::written;

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
            let reason = written(rest).or(comment.and_then(given_reason));
            Meaning::NotApplicable(NotApplicableAnswer { reason, place })
        }
        None => Meaning::Answer(answer),
    };
    match answer {
        Answer::NotApplicable { reason } => {
            let reason = reason.as_deref().and_then(given_reason).or(comment.and_then(given_reason));
            Meaning::NotApplicable(NotApplicableAnswer { reason, place: "/kind" })
        }
        Answer::Text { text } if written(text).is_none() => match comment.and_then(|text| exemption(question, text)) {
            Some(reason) => Meaning::NotApplicable(NotApplicableAnswer { reason: written(reason), place: "/comment" }),
            None => Meaning::Answer(answer),
        },
        Answer::Text { text } => said(text, "/text", comment),
        // A tick with figures or findings is an answer, whatever stands in the comment.
        Answer::Confirmation { confirmed: true, found: None, training: None } => {
            comment.map_or(Meaning::Answer(answer), |comment| said(comment, "/comment", None))
        }
        Answer::Document { documents } => {
            // A row left blank is no document.
            let named = documents.iter().map(|document| document.location.as_str());
            let named = || named.clone().filter(|location| written(location).is_some());
            if named().next().is_none() {
                return comment.map_or(Meaning::Answer(answer), |comment| said(comment, "/comment", None));
            }
            if named().any(|location| not_applicable(location).is_none()) {
                return Meaning::Answer(answer);
            }
            let reason = named().filter_map(not_applicable).find_map(written).or(comment.and_then(given_reason));
            let place = if documents.len() == 1 { "/documents/0/location" } else { "/documents" };
            Meaning::NotApplicable(NotApplicableAnswer { reason, place })
        }
        Answer::Confirmation { .. } | Answer::Date { .. } => Meaning::Answer(answer),
    }
}

/// The reason in the comment of an empty answer, where the question asks for one: an exemption from the ICO fee, or
/// "Not applicable" with what follows.
///
/// A comment that denies the exemption, or is not sure of it, says nothing of the kind.
/// Source: question 65 of the programme's Q&A of 24 June 2022.
fn exemption<'a>(question: &Question, comment: &'a str) -> Option<&'a str> {
    const DENIALS: [&str; 6] = ["not", "no", "never", "non", "neither", "nor"];
    const DOUBTS: [&str; 4] = ["not sure", "unsure", "waiting", "applied to be"];
    question.not_applicable.value.as_ref().filter(|route| route.reason == Reason::Asked)?;
    if let Some(reason) = not_applicable(comment) {
        return Some(reason);
    }
    // Charities say of themselves that they are not for profit.
    let lower = comment.to_lowercase().replace("not-for-profit", "charity").replace("not for profit", "charity");
    let lower = lower.replace("non-profit", "charity");
    let words: Vec<&str> = lower.split(|character: char| !character.is_alphanumeric() && character != '\'').collect();
    let at = words.iter().position(|word| matches!(*word, "exempt" | "exemption"))?;
    let before = words.iter().take(at).rev().take(3);
    let denied = before.into_iter().any(|word| DENIALS.contains(word) || word.ends_with("n't"));
    let doubted = comment.contains('?') || DOUBTS.iter().any(|doubt| lower.contains(doubt));
    (!denied && !doubted).then_some(comment)
}

/// The reason that follows "Not applicable" at the head of a text that says so; empty where none follows.
fn not_applicable(text: &str) -> Option<&str> {
    const LONG: [&str; 6] = ["not applicable", "not-applicable", "not\u{a0}applicable", "n/a", "n / a", "n.a."];
    let text = text.trim_start().trim_start_matches(['"', '\'', '(']);
    if let Some(rest) = LONG.iter().find_map(|words| strip_word(text, words)) {
        return Some(reason_in(rest));
    }
    // "NA" also begins names and numbers: "Na-Lin Example", "Na, Lin", "NA/12345".
    let rest = strip_word(text, "na")?;
    let spaced = rest.trim_start();
    let is_alone = spaced.trim_end_matches(['.', '"', '\'', ')']).is_empty();
    let is_parted = spaced.starts_with([':', '(']) || spaced.len() < rest.len() && spaced.starts_with(['-', '–']);
    (is_alone || is_parted || strip_link(spaced).is_some()).then(|| reason_in(rest))
}

/// What is left of a reason without the words that lead to it: "because", "to us" and the like give none by themselves.
fn reason_in(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches(|character: char| !character.is_alphanumeric());
        match strip_link(text) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

fn strip_link(text: &str) -> Option<&str> {
    const LINKS: [&str; 8] = ["because", "as", "since", "to us", "for us", "here", "not applicable", "n/a"];
    LINKS.iter().find_map(|link| strip_word(text, link))
}

/// What follows a word at the head of a text, whatever its capitals; nothing where the word goes on.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = (text.get(..word.len())?, text.get(word.len()..)?);
    let ends = !rest.starts_with(char::is_alphanumeric);
    (head.eq_ignore_ascii_case(word) && ends).then_some(rest)
}

/// The reason given, if it says more than that the question does not apply.
fn given_reason(text: &str) -> Option<&str> {
    written(not_applicable(text).unwrap_or_else(|| reason_in(text)))
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
            "We shred it",
            "Not applying",
            "NATO standard",
            "Na-Lin Example, registered manager",
            "Na, Lin (registered manager)",
            "NA/12345",
            "na\u{ef}ve",
        ] {
            assert!(not_applicable(text).is_none(), "{text:?} says something else");
        }
    }

    #[test]
    fn an_exemption_is_told_from_its_denial() {
        let edition = "2025-26".parse().expect("an edition");
        let bank = crate::bank::QuestionBank::edition(edition).expect("a bank");
        let question = bank.question("1.1.1".parse().expect("a code")).expect("a question");
        for comment in [
            "Exempt",
            "We are exempt as a not-for-profit charity",
            "Exempt because we keep no electronic records",
            "As a non-profit body we have an exemption from the fee",
        ] {
            assert!(super::exemption(question, comment).is_some(), "{comment:?} says exempt");
        }
        for comment in [
            "We are not exempt",
            "We are no longer exempt",
            "We are not currently exempt",
            "We aren't exempt",
            "Neither exempt nor registered",
            "Applied to be exempt",
            "exempt?",
            "Not sure if we are exempt",
            "We are registered",
        ] {
            assert!(super::exemption(question, comment).is_none(), "{comment:?} does not");
        }
    }

    #[test]
    fn the_reason_after_the_words_is_kept() {
        assert_eq!(not_applicable("Not applicable - no paper records"), Some("no paper records"));
        assert_eq!(not_applicable("N/A"), Some(""));
        for text in ["Not applicable because", "Not applicable, because", "N/A, to us", "Not applicable - as", "NA."] {
            assert_eq!(not_applicable(text), Some(""), "{text:?} gives no reason");
        }
        assert_eq!(not_applicable("Not applicable to our service"), Some("to our service"));
        assert_eq!(not_applicable("Not applicable to us"), Some(""));
        assert_eq!(not_applicable("Not applicable as we have no IT"), Some("we have no IT"));
    }
}
