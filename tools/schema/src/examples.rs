//! Short examples for the schemas, cut from the fixtures.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The fixture from which the example of a document is cut.
const FROM: &[(&str, &str)] = &[
    ("assessment", "validate/valid-assessment.request.json"),
    ("bank", "validate/valid-bank.request.json"),
    ("corrections", "validate/valid-corrections.request.json"),
    ("wording", "validate/valid-wording.request.json"),
    ("evaluate-request", "validate/valid-evaluate-request.request.json"),
    ("publish-request", "validate/valid-publish-request.request.json"),
    ("status-request", "validate/valid-status-request.request.json"),
    ("carry-over-request", "validate/valid-carry-over-request.request.json"),
    ("action-plan-request", "validate/valid-action-plan-request.request.json"),
    ("diff-request", "validate/valid-diff-request.request.json"),
    ("what-if-request", "validate/valid-what-if-request.request.json"),
    ("path-request", "validate/valid-path-request.request.json"),
    ("reach-request", "validate/valid-reach-request.request.json"),
    ("explain-request", "validate/valid-explain-request.request.json"),
    ("timeline-request", "validate/valid-timeline-request.request.json"),
    ("describe-request", "validate/valid-describe-request.request.json"),
    ("evaluation", "evaluate/finding-text-empty.answer.json"),
    ("publication", "publish/with-sites.answer.json"),
    ("refusal", "publish/refused-questions-outstanding.answer.json"),
    ("status", "status/current.answer.json"),
    ("carry-over", "carry-over/to-the-next-edition.answer.json"),
    ("action-plan", "action-plan/faulty.answer.json"),
    ("edition-diff", "diff/from-2024-25-to-2025-26.answer.json"),
    ("what-if", "what-if/a-certificate-lost.answer.json"),
    ("path", "path/to-standards-met.answer.json"),
    ("reach", "reach/half-filled.answer.json"),
    ("trace", "explain/one-question.answer.json"),
    ("timeline", "timeline/answers-that-go-stale.answer.json"),
    ("validation", "validate/error-missing-key.answer.json"),
    ("description", "describe/edition-2025-26.answer.json"),
    ("errors", "evaluate/unreadable-several-mistakes.answer.json"),
];

/// The most entries of a list or of the answers that an example keeps.
const KEPT: usize = 2;

/// An example of a document, cut from the fixtures in a folder and the answers to them; a list keeps two entries.
///
/// # Errors
///
/// A document without a fixture, or a fixture that is not JSON.
pub(crate) fn example(name: &str, folder: &Path, answers: &BTreeMap<PathBuf, String>) -> io::Result<Value> {
    let place = FROM.iter().find(|(document, _)| *document == name).map(|(_, place)| Path::new("fixtures").join(place));
    let place = place.ok_or_else(|| io::Error::other(format!("no fixture is named for `{name}`")))?;
    let text = match answers.get(&place) {
        Some(answer) => answer.clone(),
        None => std::fs::read_to_string(folder.join(&place))?,
    };
    Ok(shortened(serde_json::from_str(&text)?))
}

fn shortened(value: Value) -> Value {
    match value {
        Value::Array(entries) => Value::Array(entries.into_iter().take(KEPT).map(shortened).collect()),
        Value::Object(entries) => {
            let kept = entries.into_iter().map(|(key, value)| match (key.as_str(), value) {
                ("responses", Value::Object(answers)) => (key, Value::Object(answers.into_iter().take(KEPT).collect())),
                (_, value) => (key, shortened(value)),
            });
            Value::Object(kept.collect())
        }
        leaf => leaf,
    }
}
