//! Every schema that is published, with its version.

use dspt::{Direction, document_schemas};
use serde_json::Value;

use crate::strict::strict;

/// The version of each document's schema. A change that old documents or old readers do not survive needs a new format,
/// an addition the next minor version, another wording the next patch.
const VERSIONS: &[(&str, &str)] = &[
    ("assessment", "1.0.0"),
    ("bank", "1.0.0"),
    ("corrections", "1.0.0"),
    ("wording", "1.0.0"),
    ("evaluate-request", "1.1.0"),
    ("publish-request", "1.1.0"),
    ("status-request", "1.1.0"),
    ("carry-over-request", "1.0.0"),
    ("action-plan-request", "1.1.0"),
    ("diff-request", "1.1.0"),
    ("what-if-request", "1.1.0"),
    ("path-request", "1.1.0"),
    ("reach-request", "1.1.0"),
    ("explain-request", "1.1.0"),
    ("timeline-request", "1.1.0"),
    ("describe-request", "1.1.0"),
    ("evaluation", "1.1.0"),
    ("publication", "1.1.0"),
    ("refusal", "1.1.0"),
    ("status", "1.1.0"),
    ("carry-over", "1.0.0"),
    ("action-plan", "1.1.0"),
    ("edition-diff", "1.1.0"),
    ("what-if", "1.1.0"),
    ("path", "1.1.0"),
    ("reach", "1.0.0"),
    ("trace", "1.1.0"),
    ("timeline", "1.1.0"),
    ("validation", "1.0.0"),
    ("description", "1.1.0"),
    ("errors", "1.0.1"),
];

/// The version of the forms of the editions.
pub(crate) const FORM_VERSION: &str = "1.0.0";

/// A document's schema in the strict profile, draft 2020-12, as the types give it today.
#[derive(Debug, Clone)]
pub struct Published {
    /// The name of the document.
    pub name: &'static str,
    /// The version of the schema.
    pub version: &'static str,
    /// Whether the document is read or written.
    pub direction: Direction,
    /// The schema without id and examples.
    pub schema: Value,
}

/// The schemas of all documents.
///
/// # Panics
///
/// Where a document has no version in the list.
pub fn published() -> Vec<Published> {
    let documents = document_schemas().into_iter();
    let all = documents.map(|document| {
        let version = VERSIONS.iter().find(|(name, _)| *name == document.name);
        let (_, version) = version.unwrap_or_else(|| panic!("`{}` has no version", document.name));
        let schema = strict(document.schema.to_value(), document.direction);
        Published { name: document.name, version, direction: document.direction, schema }
    });
    all.collect()
}
