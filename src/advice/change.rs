//! One change: what changed, how sure that is, and its mirror image.

use serde::Serialize;

use super::touch::Touch;
use crate::bank::{Certainty, SourceId};

/// One change, how sure it is, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "{K}Entry"))]
#[non_exhaustive]
pub struct Change<K> {
    /// What changed, with the value on either side where there is one.
    pub what: K,
    /// How sure it is: the weaker of the two editions' facts where both bear on it.
    pub certainty: Certainty,
    /// The sources of the newer edition's fact, or of the older one's where the newer edition has none.
    pub sources: Vec<SourceId>,
    /// The change in a sentence for a care manager.
    message: String,
    /// How it touches the organisation, in a diff for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touches: Option<Touch>,
}

impl<K> Change<K> {
    pub(super) fn new(found: Found<K>, message: String) -> Self {
        Self { what: found.what, certainty: found.certainty, sources: found.sources, message, touches: None }
    }

    /// The change in a sentence for a care manager.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// A change before it is put into words.
pub(super) struct Found<K> {
    pub(super) what: K,
    pub(super) certainty: Certainty,
    pub(super) sources: Vec<SourceId>,
}

impl<K: Mirror> Found<K> {
    /// The same change, seen from the newer edition towards the older.
    pub(super) fn mirrored(self) -> Self {
        Self { what: self.what.mirrored(), ..self }
    }
}

/// What has an image when the two editions change places.
pub(super) trait Mirror {
    fn mirrored(self) -> Self;
}
