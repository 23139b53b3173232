//! Answers that the rules here and the library are known to see differently. Each is on record as a question to be
//! settled, and a case that has one is not compared.

use serde_json::Value;

use crate::answers::{after_not_applicable, named_documents};
use crate::plain::{list, text};
use crate::verdict::Asked;
use crate::{Editions, plain};

/// Whether a case turns on a question that is not settled.
pub(crate) fn is_open(editions: &Editions, asked: &Asked) -> bool {
    let bank: &plain::Bank = &editions.plain[asked.bank];
    let Some(responses) = asked.assessment["responses"].as_object() else { return false };
    responses.iter().any(|(code, response)| {
        bank.question(code).is_some_and(|question| {
            several_documents_say_not_applicable(response)
                || a_blank_row_hides_the_comment(response)
                || a_detail_that_is_not_asked_for_hides_the_comment(question, response)
                || the_reason_is_not_applicable_over_again(question, response)
        })
    })
}

fn says_not_applicable(words: Option<&str>) -> bool {
    words.is_some_and(|words| after_not_applicable(words).is_some())
}

/// All that is written in a list of documents is "Not applicable", and the list has more than one row: the library
/// takes the rows for documents.
fn several_documents_say_not_applicable(response: &Value) -> bool {
    let named = named_documents(response);
    let all_say_so = named.iter().all(|document| says_not_applicable(text(document, "location")));
    list(&response["documents"]).len() > 1 && !named.is_empty() && all_say_so
}

/// "Not applicable" stands in the comment, and the list of documents has a row that was left blank: the library does
/// not read the comment then, although it does where the list has no row.
fn a_blank_row_hides_the_comment(response: &Value) -> bool {
    let has_rows = !list(&response["documents"]).is_empty();
    has_rows && named_documents(response).is_empty() && says_not_applicable(text(response, "comment"))
}

/// "Not applicable" stands in the comment beside a tick with training figures or a finding for which the question does
/// not ask: the library takes the tick for the answer.
fn a_detail_that_is_not_asked_for_hides_the_comment(question: &Value, response: &Value) -> bool {
    let not_asked = |asked: &str, given: &str| question.get(asked).is_none() && response.get(given).is_some();
    let has_detail = not_asked("threshold", "training") || not_asked("looksFor", "found");
    has_detail && says_not_applicable(text(response, "comment"))
}

/// "NA" or "(Not-applicable)" is given for the reason: the library takes it for one, unlike "N/A" and "Not applicable".
fn the_reason_is_not_applicable_over_again(question: &Value, response: &Value) -> bool {
    let is_odd = |key: &str| ["NA", "(Not-applicable)"].contains(&text(response, key).unwrap_or_default());
    question["notApplicable"]["value"]["reason"] == "asked" && (is_odd("reason") || is_odd("comment"))
}
