//! The JSON Schemas: as committed, for everybody; and from the types, for whoever writes them anew.

#[cfg(feature = "schema")]
mod documents;
mod published;

#[cfg(feature = "schema")]
pub use documents::{Direction, DocumentSchema, document_schemas};
pub use published::{Draft, Profile, Schema, schema, schemas};
