//! Reading JSON strictly: closed objects, no duplicate keys, bounded sizes, and every problem of a document
//! reported at once with its place.

mod coded;
mod leaf;
mod problem;
mod read;
mod words;

pub(crate) use coded::coded;
pub(crate) use leaf::{Bounded, parsed, written};
pub use problem::{Cause, Problem, ReadError};
pub(crate) use problem::{nearest, shorten};
pub(crate) use read::{Doc, Read, Seed, Segment, Slot, Take, missing, read_document, record, stray, take};
pub(crate) use words::words;
