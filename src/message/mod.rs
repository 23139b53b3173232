//! What people are told: sentences as templates with named arguments, in this project's words or a host's.
//!
//! Every sentence stands in a list here, whichever part of the library says it, so that it can be read, checked and
//! translated as one. Whoever says something names the sentence and gives its arguments.

mod advice;
mod argument;
mod findings;
mod label;
mod publication;
mod said;
mod sentence;
mod template;
mod told;
mod trace;
mod words;

pub use argument::Argument;
pub(crate) use label::{WORDS_IN_MESSAGES, word_called};
pub(crate) use said::{Message, counted};
pub(crate) use sentence::named;
pub use sentence::{Sentence, sentences};
pub(crate) use template::{Piece, fill, pieces};
pub(crate) use told::Told;
pub(crate) use words::{InOurWords, Words, day};
