//! What to do about it: what changes from one edition to another.

mod change;
mod diff;
mod edition;
mod lineage;
mod point;
mod question;
mod replay;
mod timeline;
mod topic;
mod trace;
mod wording;

pub use change::{Change, EditionChange, QuestionChange};
pub use diff::{DiffError, EditionDiff, QuestionDiff, diff, diff_along};
pub use replay::{OpenThen, Replay, ReplayFit};
pub use timeline::{
    AnswersTimeline, LevelChange, LevelReadings, Period, StatusChange, Timeline, TimelineEvent, TimelineEventKind,
    VerdictChange, VerdictOn, timeline,
};
pub use topic::DiffTopic;
pub use trace::{Trace, TraceKind, TraceNode, TraceState, trace};
