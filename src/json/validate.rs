//! Whether a document can be read, whatever its format.

use serde::{Deserialize, Serialize};

use super::error::{Refused, WrittenError};
use super::request::{
    self, ActionPlanRequest, CarryOverRequest, DescribeRequest, DiffRequest, EvaluateRequest, ExplainRequest,
    PathRequest, PublishRequest, ReachRequest, StatusRequest, TimelineRequest, WhatIfRequest,
};
use super::wording::RawWording;
use crate::assessment::Assessment;
use crate::bank::{Corrections, QuestionBank, RawBank};
use crate::reading::{Cause, Problem, ReadError, document_format, words};

document_format!(ValidationFormat = "dspt.validation.v1");

/// Whether a document can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
enum Validity {
    /// It can.
    Valid,
    /// It cannot, for the reasons listed.
    Invalid,
}

words!(Validity { Valid = "valid", Invalid = "invalid" });

/// Whether a document can be read, and every mistake in it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Validation {
    format: ValidationFormat,
    /// Whether the document can be read.
    state: Validity,
    /// The mistakes, at most 100: those of reading in the order of the document, those of a bank by concern.
    errors: Vec<WrittenError>,
    /// How many mistakes were found beyond those listed.
    more: u32,
}

/// The one key by which documents are told apart; the strict reading of everything else follows.
#[derive(Deserialize)]
struct Label {
    format: Option<String>,
}

impl Validation {
    /// Reads a document as strictly as the operation that takes it.
    pub(super) fn of(text: &[u8]) -> Self {
        let refused = match read(text) {
            Ok(()) => return Self { format: ValidationFormat, state: Validity::Valid, errors: Vec::new(), more: 0 },
            Err(refused) => refused,
        };
        let more = refused.more();
        Self { format: ValidationFormat, state: Validity::Invalid, errors: refused.into_errors(), more }
    }

    pub(super) fn is_valid(&self) -> bool {
        self.state == Validity::Valid
    }

    pub(super) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The documents that can be validated.
#[derive(Clone, Copy)]
enum Readable {
    Assessment,
    Bank,
    Corrections,
    Wording,
    EvaluateRequest,
    PublishRequest,
    StatusRequest,
    CarryOverRequest,
    ActionPlanRequest,
    DiffRequest,
    WhatIfRequest,
    PathRequest,
    ReachRequest,
    ExplainRequest,
    TimelineRequest,
    DescribeRequest,
}

words!(Readable {
    Assessment = "dspt.assessment.v1",
    Bank = "dspt.bank.v1",
    Corrections = "dspt.corrections.v1",
    Wording = "dspt.wording.v1",
    EvaluateRequest = "dspt.evaluate-request.v1",
    PublishRequest = "dspt.publish-request.v1",
    StatusRequest = "dspt.status-request.v1",
    CarryOverRequest = "dspt.carry-over-request.v1",
    ActionPlanRequest = "dspt.action-plan-request.v1",
    DiffRequest = "dspt.diff-request.v1",
    WhatIfRequest = "dspt.what-if-request.v1",
    PathRequest = "dspt.path-request.v1",
    ReachRequest = "dspt.reach-request.v1",
    ExplainRequest = "dspt.explain-request.v1",
    TimelineRequest = "dspt.timeline-request.v1",
    DescribeRequest = "dspt.describe-request.v1",
});

impl Readable {
    /// The document of a format, of another version too: the reading says what is wrong with the version.
    fn of(format: &str) -> Result<Self, Cause> {
        match format.rsplit_once(".v") {
            Some((family, version)) if version.parse::<u32>().is_ok() => {
                format!("{family}.v1").parse().or_else(|_| format.parse())
            }
            _ => format.parse(),
        }
    }
}

fn read(text: &[u8]) -> Result<(), Refused> {
    // A document that is no JSON object, or whose `format` is no text, is read as an assessment, which says so.
    let label = serde_json::from_slice::<Label>(text).ok().and_then(|label| label.format);
    let readable = match label {
        Some(format) => Readable::of(&format).map_err(|cause| ReadError::from(Problem::new("/format", cause)))?,
        None => Readable::Assessment,
    };
    match readable {
        Readable::Assessment => {
            let assessment = Assessment::from_json(text)?;
            Ok(assessment.check_against(assessment.built_in_bank()?)?)
        }
        Readable::Bank => RawBank::from_json(text)?.check().map(drop).map_err(Refused::from),
        Readable::Corrections => {
            let corrections = Corrections::from_json(text)?;
            let unknown = |cause| ReadError::from(Problem::new("/edition", cause));
            let bank = QuestionBank::built_in(corrections.edition()).map_err(unknown)?;
            bank.corrected_by(&corrections).map(drop).map_err(Refused::from)
        }
        Readable::Wording => RawWording::from_json(text)?.check_built_in().map_err(Refused::from),
        Readable::EvaluateRequest => Ok(request::read::<EvaluateRequest>(text).map(drop)?),
        Readable::PublishRequest => Ok(request::read::<PublishRequest>(text).map(drop)?),
        Readable::StatusRequest => Ok(request::read::<StatusRequest>(text).map(drop)?),
        Readable::CarryOverRequest => Ok(request::read::<CarryOverRequest>(text).map(drop)?),
        Readable::ActionPlanRequest => Ok(request::read::<ActionPlanRequest>(text).map(drop)?),
        Readable::DiffRequest => Ok(request::read::<DiffRequest>(text).map(drop)?),
        Readable::WhatIfRequest => Ok(request::read::<WhatIfRequest>(text).map(drop)?),
        Readable::PathRequest => Ok(request::read::<PathRequest>(text).map(drop)?),
        Readable::ReachRequest => Ok(request::read::<ReachRequest>(text).map(drop)?),
        Readable::ExplainRequest => Ok(request::read::<ExplainRequest>(text).map(drop)?),
        Readable::TimelineRequest => Ok(request::read::<TimelineRequest>(text).map(drop)?),
        Readable::DescribeRequest => Ok(request::read::<DescribeRequest>(text).map(drop)?),
    }
}
