//! What to do about it: what changes from one edition to another, what if, how far, and which steps lead there.

mod alteration;
mod change;
mod contrast;
mod diff;
mod edition;
mod edition_change;
mod finding_then;
mod gates;
mod lineage;
mod mend;
mod need;
mod path;
mod point;
mod publishing;
mod question;
mod question_change;
mod reach;
mod replay;
mod search;
mod step;
mod timeline;
mod topic;
mod touch;
mod touch_edition;
mod touch_question;
mod touching;
mod trace;
mod what_if;
mod wording;

pub use alteration::Alteration;
pub use change::Change;
pub use diff::{DiffError, EditionDiff, QuestionDiff, diff, diff_along, diff_for, diff_for_along};
pub use edition_change::EditionChange;
pub use gates::GateName;
pub use path::{Aim, Alternative, Path, PathState, Purpose, path_to};
pub use question_change::QuestionChange;
pub use reach::{LevelReach, Prospect, ReachReport};
pub use replay::{OpenThen, Replay, ReplayFit};
pub use step::{Effort, Ground, Step};
pub use timeline::{
    AnswersTimeline, LevelTurn, Period, StatusTurn, Timeline, TimelineEvent, TimelineEventKind, VerdictChange,
    VerdictOn, timeline,
};
pub use topic::DiffTopic;
pub use touch::{DiffOrganisation, LeftOut, LeftOutReason, Touch, TouchReason};
pub use trace::{Trace, TraceKind, TraceNode, TraceState, trace};
pub use what_if::{
    FindingChange, FindingThen, LevelChange, LevelReadings, PublishingChange, Standpoint, StatusChange, ValidityChange,
    WhatIf, WhatIfError, what_if,
};
