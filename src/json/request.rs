//! What the door is asked: one closed document for each operation.

use chrono::NaiveDate;

use super::wording::RawWording;
use crate::advice::{Alteration, Purpose};
use crate::assessment::{Assessment, OdsCode};
use crate::bank::{Corrections, EditionId, Level, QuestionCode, RawBank};
use crate::publication::{Role, ValidityPolicy};
use crate::reading::{ReadError, document_format, read_document, record};

/// The most bytes of a request: an assessment, a bank of one's own, and little else.
const MAX_REQUEST: usize = 13 * 1024 * 1024;

/// Reads a request.
pub(super) fn read<T: for<'de> crate::reading::Read<'de>>(text: &[u8]) -> Result<T, ReadError> {
    read_document(text, MAX_REQUEST)
}

document_format!(EvaluateFormat = "dspt.evaluate-request.v1");
document_format!(PublishFormat = "dspt.publish-request.v1");
document_format!(StatusFormat = "dspt.status-request.v1");
document_format!(CarryOverFormat = "dspt.carry-over-request.v1");
document_format!(ActionPlanFormat = "dspt.action-plan-request.v1");
document_format!(DiffFormat = "dspt.diff-request.v1");
document_format!(WhatIfFormat = "dspt.what-if-request.v1");
document_format!(PathFormat = "dspt.path-request.v1");
document_format!(ReachFormat = "dspt.reach-request.v1");
document_format!(ExplainFormat = "dspt.explain-request.v1");
document_format!(TimelineFormat = "dspt.timeline-request.v1");
document_format!(DescribeFormat = "dspt.describe-request.v1");

/// Asks what an assessment comes to on a day; at most 13 MiB of JSON.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct EvaluateRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: EvaluateFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(EvaluateRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks whether an assessment can be published on a day; at most 13 MiB of JSON.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct PublishRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: PublishFormat,
    /// The day of the publication.
    pub(super) as_of: NaiveDate,
    /// The level to publish at.
    pub(super) level: Level,
    /// The role of whoever publishes.
    pub(super) by: Role,
    /// The sites to cover besides the organisation itself.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) sites: Vec<OdsCode>,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(PublishRequest, "a request with `format`, `asOf`, `level`, `by` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    level: required "level",
    by: required "by",
    sites: or_empty "sites",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks what is published for an organisation on a day; at most 13 MiB of JSON.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct StatusRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: StatusFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// How long a publication counts; twelve months where it is absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) policy: ValidityPolicy,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(StatusRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    policy: or_empty "policy",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks for an assessment to be taken into a later edition; at most 13 MiB of JSON.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct CarryOverRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: CarryOverFormat,
    /// The day on which it is carried over.
    pub(super) as_of: NaiveDate,
    /// The edition to carry over to.
    pub(super) to: EditionId,
    /// The assessment.
    pub(super) assessment: Assessment,
}

record!(CarryOverRequest, "a request with `format`, `asOf`, `to` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    to: required "to",
    assessment: required "assessment",
});

/// Asks for the action plan that Approaching Standards needs; at most 13 MiB of JSON.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct ActionPlanRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: ActionPlanFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The assessment, with the plan that is attached to it so far.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(ActionPlanRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks what has changed from one edition to another, or what of that touches an organisation.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct DiffRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: DiffFormat,
    /// The edition to start from.
    pub(super) from: EditionId,
    /// The edition to compare it with.
    pub(super) to: EditionId,
    /// Whom it is for, to be told only what touches it.
    pub(super) organisation: Option<Touched>,
}

record!(DiffRequest, "a request with `format`, `from` and `to`", {
    format: required "format",
    from: required "from",
    to: required "to",
    organisation: optional "organisation",
});

/// An organisation, to be told only what touches it.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct Touched {
    /// The day to look at its answers for.
    pub(super) as_of: NaiveDate,
    /// Its assessment, of either edition.
    pub(super) assessment: Assessment,
}

record!(Touched, "an organisation with `asOf` and `assessment`", {
    as_of: required "asOf",
    assessment: required "assessment",
});

/// Asks for everything a screen needs to know of an edition.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct DescribeRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: DescribeFormat,
    /// The edition.
    pub(super) edition: EditionId,
    /// Words of a host's own for questions and labels.
    pub(super) wording: Option<RawWording>,
}

record!(DescribeRequest, "a request with `format` and `edition`", {
    format: required "format",
    edition: required "edition",
    wording: optional "wording",
});

/// Asks what an assessment would come to if some things were otherwise.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct WhatIfRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: WhatIfFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The assessment as it is.
    pub(super) assessment: Assessment,
    /// What is supposed, one thing after the other.
    pub(super) alterations: Vec<Alteration>,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(WhatIfRequest, "a request with `format`, `asOf`, `assessment` and `alterations`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    alterations: required "alterations",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks for the fewest steps to a level.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct PathRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: PathFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The level.
    pub(super) level: Level,
    /// What the level is for; that the answers support it where it is absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) purpose: Purpose,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(PathRequest, "a request with `format`, `asOf`, `level` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    level: required "level",
    purpose: or_empty "purpose",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks how far an assessment can still go.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct ReachRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: ReachFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
}

record!(ReachRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
});

/// Asks how a verdict came about.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct ExplainRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: ExplainFormat,
    /// The day to answer for.
    pub(super) as_of: NaiveDate,
    /// The level whose branch alone is wanted; absent for every level.
    pub(super) level: Option<Level>,
    /// The question whose branches alone are wanted; absent for every question.
    pub(super) question: Option<QuestionCode>,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(ExplainRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    level: optional "level",
    question: optional "question",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});

/// Asks for the history of an organisation, and for the days on which the verdict changes by itself.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(crate) struct TimelineRequest {
    #[expect(dead_code, reason = "it is read to refuse other formats")]
    format: TimelineFormat,
    /// The day with which the history ends.
    pub(super) as_of: NaiveDate,
    /// How long a publication counts; twelve months where it is absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) policy: ValidityPolicy,
    /// The assessment.
    pub(super) assessment: Assessment,
    /// A question bank to judge by in place of the built-in one of the assessment's edition.
    pub(super) bank: Option<RawBank>,
    /// Corrections to lay over that bank, in order.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) corrections: Vec<Corrections>,
    /// Words of a host's own for messages and titles.
    pub(super) wording: Option<RawWording>,
}

record!(TimelineRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    policy: or_empty "policy",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
    wording: optional "wording",
});
