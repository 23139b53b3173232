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
mod validate;
mod wording;

pub use answer::{action_plan, call, carry_over, describe, diff, evaluate, publish, status, validate};
pub use codes::{CodeList, codes};
pub(crate) use describe::Description;
pub(crate) use error::ErrorsDocument;
pub use labels::{LabelList, label, labels};
pub use operation::{Answer, Operation, Outcome};
pub use plan::PlanReport;
pub(crate) use request::{
    ActionPlanRequest, CarryOverRequest, DescribeRequest, DiffRequest, EvaluateRequest, PublishRequest, StatusRequest,
};
pub use status::{LevelNow, PlusLapse, StatusReport};
pub(crate) use validate::Validation;
pub use wording::{RawWording, Wording, WordingError, WordingFault, WordingMistake};
