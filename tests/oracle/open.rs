//! Answers that the rules here and the library are known to see differently. Each is on record as a question to be
//! settled, and a case that has one is not compared.

use serde_json::Value;

use crate::answers::after_not_applicable;
use crate::plain::{Bank, text};
use crate::verdict::Asked;

/// Whether a case turns on a question that is not settled.
pub(crate) fn is_open(bank: &Bank, asked: &Asked) -> bool {
    let Some(responses) = asked.assessment["responses"].as_object() else { return false };
    responses.iter().any(|(code, response)| {
        bank.question(code).is_some_and(|question| a_detail_that_is_not_asked_for_hides_the_comment(question, response))
    })
}

fn says_not_applicable(words: Option<&str>) -> bool {
    words.is_some_and(|words| after_not_applicable(words).is_some())
}

/// "Not applicable" stands in the comment beside a tick with training figures or a finding for which the question does
/// not ask: the library takes the tick for the answer.
fn a_detail_that_is_not_asked_for_hides_the_comment(question: &Value, response: &Value) -> bool {
    let not_asked = |asked: &str, given: &str| question.get(asked).is_none() && response.get(given).is_some();
    let has_detail = not_asked("threshold", "training") || not_asked("looksFor", "found");
    has_detail && says_not_applicable(text(response, "comment"))
}
