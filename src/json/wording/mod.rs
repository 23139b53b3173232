//! Wording packs: titles, prompts, labels and messages in a host's own words or another language.

mod check;
mod document;
mod fault;
mod pack;

pub use document::RawWording;
pub use fault::{WordingError, WordingFault, WordingMistake};
pub use pack::Wording;
