//! The JSON door: every operation of the library with text going in and text coming out.

mod answer;
mod codes;
mod describe;
mod error;
mod labels;
mod operation;
mod plan;
mod request;
mod status;
mod used_bank;
mod validate;
mod wording;

pub use answer::{
    action_plan, call, carry_over, describe, diff, evaluate, explain, path, publish, reach, status, timeline, validate,
    what_if,
};
pub use codes::{CodeList, codes};
#[cfg(feature = "schema")]
pub(crate) use describe::Description;
#[cfg(feature = "schema")]
pub(crate) use error::ErrorsDocument;
pub use labels::{LabelList, label, labels};
pub use operation::{Answer, Operation, Outcome};
pub use plan::PlanReport;
#[cfg(feature = "schema")]
pub(crate) use request::{
    ActionPlanRequest, CarryOverRequest, DescribeRequest, DiffRequest, EvaluateRequest, ExplainRequest, PathRequest,
    PublishRequest, ReachRequest, StatusRequest, TimelineRequest, WhatIfRequest,
};
pub use status::{LevelNow, PlusLapse, StatusReport};
#[cfg(feature = "schema")]
pub(crate) use validate::Validation;
pub use wording::{RawWording, Wording, WordingError, WordingFault, WordingMistake};
