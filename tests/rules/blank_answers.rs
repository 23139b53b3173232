//! An answer needs a letter or a figure: blanks, dashes and characters without width are no answer.

use crate::common::{Answers, code, document, response, usual_day, words};
use dspt::{Answer, QuestionStatus, Response, evaluate};

/// Texts in which nothing is said.
const BLANK: [&str; 14] = [
    "",
    " ",
    "\t\r\n",
    "-",
    "--",
    "\u{2013}",
    "...",
    "\u{2026}",
    "?",
    "/",
    "\u{200b}",
    "\u{feff}\u{2060}",
    "\u{a0}\u{3000}",
    " - . - ",
];

/// Texts in which something is said, however little.
const SAID: [&str; 8] = ["A", "7", "0", " - yes - ", "\u{200b}ok", "\u{e9}", "\u{6f22}", "\u{661}"];

/// The status of a question whose answer is otherwise good, and the codes of what is wrong with it.
fn judged(question: &str, response: Response) -> (QuestionStatus, Vec<(&'static str, String)>) {
    let as_of = usual_day("2025-26");
    let assessment = Answers::complete("2025-26", as_of).with(question, response).assessment();
    let bank = crate::common::bank("2025-26");
    let evaluation = evaluate(bank, &assessment, as_of);
    let outcome = evaluation.question(code(question)).expect("the bank lists it");
    let findings = evaluation.findings_of(outcome).iter();
    (outcome.status, findings.map(|finding| (finding.code(), finding.pointer())).collect())
}

#[test]
fn a_text_box_without_a_letter_or_figure_is_empty() {
    let empty = vec![("text-empty", "/responses/1.1.5/text".to_owned())];
    for text in BLANK {
        assert_eq!(judged("1.1.5", response(words(text))), (QuestionStatus::Incomplete, empty.clone()), "{text:?}");
    }
    for text in SAID {
        assert_eq!(judged("1.1.5", response(words(text))), (QuestionStatus::Complete, Vec::new()), "{text:?}");
    }
}

#[test]
fn a_document_without_a_letter_or_figure_for_its_place_is_missing() {
    let as_of = usual_day("2025-26");
    let at = |location: &str| {
        let documents = vec![document(location)];
        Response { reviewed_on: Some(as_of), ..response(Answer::Document { documents }) }
    };
    for location in BLANK {
        let (status, findings) = judged("7.1.1", at(location));
        assert_eq!(status, QuestionStatus::Incomplete, "{location:?}");
        assert_eq!(findings.first().map(|(code, _)| *code), Some("document-missing"), "{location:?}");
    }
    for location in SAID {
        assert_eq!(judged("7.1.1", at(location)), (QuestionStatus::Complete, Vec::new()), "{location:?}");
    }
}

#[test]
fn a_reason_without_a_letter_or_figure_is_none() {
    let because = |reason: &str| response(Answer::NotApplicable { reason: Some(reason.to_owned()) });
    for reason in BLANK {
        let (_, findings) = judged("1.1.1", because(reason));
        assert!(findings.iter().any(|(code, _)| *code == "not-applicable-unexplained"), "{reason:?}: {findings:?}");
    }
    for reason in SAID {
        let (_, findings) = judged("1.1.1", because(reason));
        assert!(!findings.iter().any(|(code, _)| *code == "not-applicable-unexplained"), "{reason:?}: {findings:?}");
    }
}
