//! What an answer means: "Not applicable" is written in several ways, and they all mean the same.

use crate::assessment::{Answer, Response};
use crate::bank::{Question, Reason};

/// What an answer means.
pub(super) enum Meaning<'a> {
    /// The question does not apply, for this reason if one is given.
    NotApplicable(Option<&'a str>),
    /// What it says.
    Answer(&'a Answer),
}

/// Reads an answer, the portal's own ways of writing "Not applicable" included: in the text box, in the comment beside
/// a tick, in place of a document's location.
///
/// Source: the guide to Approaching Standards of 2021-22 describes the routes question by question.
pub(super) fn meaning<'a>(question: &Question, response: &'a Response) -> Meaning<'a> {
    let comment = response.comment.as_deref();
    match &response.answer {
        Answer::NotApplicable { reason } => {
            Meaning::NotApplicable(reason.as_deref().and_then(written).or(comment.and_then(written)))
        }
        Answer::Text { text } if written(text).is_none() => match comment.and_then(|text| exemption(question, text)) {
            Some(reason) => Meaning::NotApplicable(Some(reason)),
            None => Meaning::Answer(&response.answer),
        },
        Answer::Text { text } => said_in(text, &response.answer, comment),
        // A tick with figures or findings is an answer, whatever stands in the comment.
        Answer::Confirmation { confirmed: true, found: None, training: None } => {
            comment.map_or(Meaning::Answer(&response.answer), |comment| said_in(comment, &response.answer, None))
        }
        Answer::Document { documents } => match documents.as_slice() {
            [] => comment.map_or(Meaning::Answer(&response.answer), |text| said_in(text, &response.answer, None)),
            [only] => said_in(&only.location, &response.answer, comment),
            _ => Meaning::Answer(&response.answer),
        },
        Answer::Confirmation { .. } | Answer::Date { .. } => Meaning::Answer(&response.answer),
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

fn said_in<'a>(text: &'a str, answer: &'a Answer, comment: Option<&'a str>) -> Meaning<'a> {
    match not_applicable(text) {
        Some(rest) => Meaning::NotApplicable(written(rest).or(comment.and_then(written))),
        None => Meaning::Answer(answer),
    }
}

/// What follows "Not applicable" at the head of a text that says so, up to nothing at all.
fn not_applicable(text: &str) -> Option<&str> {
    const WAYS: [&str; 5] = ["not applicable", "not-applicable", "n/a", "n.a.", "na"];
    const LINKS: [&str; 4] = ["because ", "as ", "since ", "to us"];
    let text = text.trim_start().trim_start_matches(['"', '\'', '(']);
    WAYS.iter().find_map(|way| {
        let head = text.get(..way.len())?;
        let rest = text.get(way.len()..)?;
        if !head.eq_ignore_ascii_case(way) {
            return None;
        }
        // "Nappies" and "not applicable to agency staff, whose ..." go on to say something else.
        let ends = rest.is_empty() || !rest.starts_with(|next: char| next.is_alphanumeric() || next == ' ');
        let spaced = rest.strip_prefix(' ').map(str::trim_start);
        let links = spaced.is_some_and(|rest| {
            rest.is_empty()
                || !rest.starts_with(char::is_alphanumeric)
                || LINKS.iter().any(|link| rest.get(..link.len()).is_some_and(|head| head.eq_ignore_ascii_case(link)))
        });
        if ends || links { Some(rest.trim_start_matches(|next: char| !next.is_alphanumeric())) } else { None }
    })
}

/// Text with something in it.
pub(super) fn written(text: &str) -> Option<&str> {
    let text = text.trim();
    if text.is_empty() { None } else { Some(text) }
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
            "na\u{ef}ve",
        ] {
            assert!(not_applicable(text).is_none(), "{text:?} says something else");
        }
    }

    #[test]
    fn the_reason_after_the_words_is_kept() {
        assert_eq!(not_applicable("Not applicable - no paper records"), Some("no paper records"));
        assert_eq!(not_applicable("N/A"), Some(""));
    }
}
