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
mod place;
mod profile;
mod progress;
mod reading;
mod report;
mod step;

pub(crate) use answer::first_day_of;
pub use certainty::{Dependency, FactName, Verdict};
pub(crate) use derivation::{Derivation, DerivedQuestion};
pub use evaluate::{Evaluation, QuestionOutcome, evaluate, level, outstanding};
pub(crate) use finding::WrittenFinding;
pub use finding::{Effect, Finding, FindingKind};
pub use judge::QuestionStatus;
pub use level::{Blocker, LevelOutcome, LevelState, Reach};
pub use progress::{Group, Progress};
pub(crate) use report::{BankStamp, EvaluationDocument};
pub(crate) use step::{AnswerRule, Relief, Step, Subject};
