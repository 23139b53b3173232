//! Reading JSON strictly: closed objects, no duplicate keys, bounded sizes, and every problem of a document
//! reported at once with its place.

mod cause;
mod coded;
mod format;
mod keyed;
mod leaf;
mod number;
mod problem;
mod read;
mod spelt;
mod words;

pub use cause::Cause;
pub(crate) use coded::coded;
pub(crate) use format::{document_format, other_format, written_as};
pub(crate) use keyed::{Keyed, Name};
pub(crate) use leaf::{Bounded, parsed, written};
pub use problem::{Problem, ReadError};
pub(crate) use problem::{nearest, shorten};
pub(crate) use read::{Doc, Read, Seed, Segment, Slot, Take, missing, read_document, record, stray, take};
pub(crate) use words::words;
