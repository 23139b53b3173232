//! The schema of every document as the types give it; `tools/schema` makes the published files of it.

use schemars::JsonSchema;
use schemars::generate::{Contract, SchemaSettings};

use crate::advice::{EditionDiff, Path, ReachReport, Timeline, Trace, WhatIf};
use crate::assessment::Assessment;
use crate::bank::{Corrections, RawBank};
use crate::evaluation::EvaluationDocument;
use crate::json::{
    ActionPlanRequest, CarryOverRequest, DescribeRequest, Description, DiffRequest, ErrorsDocument, EvaluateRequest,
    ExplainRequest, PathRequest, PlanReport, PublishRequest, RawWording, ReachRequest, StatusReport, StatusRequest,
    TimelineRequest, Validation, WhatIfRequest,
};
use crate::publication::{CarryOver, Publication, Refusal};

/// Whether a document is given to the library or comes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// It is read: closed, bounded, with keys that may be absent.
    Input,
    /// It is written: open, so that later versions can say more.
    Output,
}

/// A document and its schema as the types give it, before the mends that front-end tools need.
#[derive(Debug, Clone)]
pub struct DocumentSchema {
    /// The name of the document, as in its format.
    pub name: &'static str,
    /// Whether it is read or written.
    pub direction: Direction,
    /// The schema.
    pub schema: schemars::Schema,
}

/// The schema of every document, inputs first.
pub fn document_schemas() -> Vec<DocumentSchema> {
    vec![
        input::<Assessment>("assessment"),
        input::<RawBank>("bank"),
        input::<Corrections>("corrections"),
        input::<RawWording>("wording"),
        input::<EvaluateRequest>("evaluate-request"),
        input::<PublishRequest>("publish-request"),
        input::<StatusRequest>("status-request"),
        input::<CarryOverRequest>("carry-over-request"),
        input::<ActionPlanRequest>("action-plan-request"),
        input::<DiffRequest>("diff-request"),
        input::<WhatIfRequest>("what-if-request"),
        input::<PathRequest>("path-request"),
        input::<ReachRequest>("reach-request"),
        input::<ExplainRequest>("explain-request"),
        input::<TimelineRequest>("timeline-request"),
        input::<DescribeRequest>("describe-request"),
        output::<EvaluationDocument<'_, '_>>("evaluation"),
        output::<Publication>("publication"),
        output::<Refusal<'_>>("refusal"),
        output::<StatusReport<'_>>("status"),
        output::<CarryOver>("carry-over"),
        output::<PlanReport<'_>>("action-plan"),
        output::<EditionDiff>("edition-diff"),
        output::<WhatIf<'_>>("what-if"),
        output::<Path>("path"),
        output::<ReachReport>("reach"),
        output::<Trace<'_>>("trace"),
        output::<Timeline<'_>>("timeline"),
        output::<Validation>("validation"),
        output::<Description<'_>>("description"),
        output::<ErrorsDocument<'_>>("errors"),
    ]
}

fn input<T: JsonSchema>(name: &'static str) -> DocumentSchema {
    document::<T>(name, Direction::Input, Contract::Deserialize)
}

fn output<T: JsonSchema>(name: &'static str) -> DocumentSchema {
    document::<T>(name, Direction::Output, Contract::Serialize)
}

fn document<T: JsonSchema>(name: &'static str, direction: Direction, contract: Contract) -> DocumentSchema {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.contract = contract);
    DocumentSchema { name, direction, schema: settings.into_generator().into_root_schema_for::<T>() }
}
