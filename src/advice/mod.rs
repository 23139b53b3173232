//! What to do about it: what changes from one edition to another.

mod change;
mod diff;
mod edition;
mod lineage;
mod point;
mod question;
mod topic;
mod wording;

pub use change::{Change, EditionChange, QuestionChange};
pub use diff::{DiffError, EditionDiff, QuestionDiff, diff, diff_along};
pub use topic::DiffTopic;
