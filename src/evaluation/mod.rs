//! The semantics: what the answers come to under an edition's rules on a day.
//!
//! `judge` says what one question comes to, `answer` what stands against its answer, `level` what the questions come to
//! together. All three decide for every reading of the facts at once; the rest of the module reports.

mod answer;
mod argument;
mod certainty;
mod derivation;
mod evaluate;
mod finding;
mod judge;
mod level;
mod meaning;
mod message;
mod profile;
mod progress;
mod reading;
mod report;
mod sentence;
mod step;
mod template;

pub(crate) use answer::first_day_of;
pub use argument::Argument;
pub(crate) use argument::WORDS_IN_MESSAGES;
pub use certainty::{Dependency, FactName, Verdict};
pub(crate) use derivation::{Derivation, DerivedQuestion};
pub use evaluate::{Evaluation, QuestionOutcome, evaluate, level, outstanding};
pub use finding::{Effect, Finding, FindingKind};
pub use judge::QuestionStatus;
pub use level::{Blocker, LevelOutcome, LevelState, Reach};
pub(crate) use message::day;
pub use progress::{Group, Progress};
pub(crate) use report::{BankStamp, EvaluationDocument, Words};
pub(crate) use sentence::named;
pub use sentence::{Sentence, sentences};
pub(crate) use step::{AnswerRule, Relief, Step, Subject};
pub(crate) use template::{Piece, counted, fill, in_our_words, pieces};
