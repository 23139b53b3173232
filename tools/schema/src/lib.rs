//! What is written into `schema/`: the schemas of every document in two profiles and two drafts, the form of every
//! edition, the list of codes, and the fixtures.
//!
//! Everything here is data that front-end teams take as files; the library has it as constants. `cargo run -p
//! dspt-schema --example write` writes it anew, and the tests fail where what is committed differs.

mod catalogue;
mod change;
mod codes;
mod draft;
mod examples;
mod files;
mod fixtures;
mod form;
mod labelled;
mod strict;

pub use catalogue::{Published, published};
pub use change::{Change, Weight, changes};
pub use codes::{RETIRED, lost};
pub use files::{files, released, write};
pub use fixtures::{Fixture, entries_under, fixture_files, fixtures};
