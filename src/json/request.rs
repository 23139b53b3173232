//! What the door is asked: one closed document for each operation.

use chrono::NaiveDate;

use super::error::Refused;
use super::wording::RawWording;
use crate::advice::{Alteration, Purpose};
use crate::assessment::{Assessment, OdsCode};
use crate::bank::{Corrections, CorrectionsError, EditionId, Level, QuestionBank, QuestionCode, RawBank};
use crate::publication::{Role, ValidityPolicy};
use crate::reading::{ReadError, document_format, read_document, record};

/// The most bytes of a request: an assessment, a bank of one's own, and little else.
const MAX_REQUEST: usize = 13 * 1024 * 1024;

/// Reads a request.
pub(super) fn read<T: for<'de> crate::reading::Read<'de>>(text: &[u8]) -> Result<T, ReadError> {
    read_document(text, MAX_REQUEST)
}

/// A bank that came with a request, or the built-in one.
pub(super) enum UsedBank {
    /// One that came with the request, checked.
    Own(Box<QuestionBank>),
    /// The built-in one.
    BuiltIn(&'static QuestionBank),
}

impl UsedBank {
    /// The bank that came with a request, checked, or the built-in one of an edition.
    pub(super) fn of(
        own: Option<RawBank>,
        edition: impl FnOnce() -> Result<&'static QuestionBank, Refused>,
    ) -> Result<Self, Refused> {
        match own {
            None => edition().map(Self::BuiltIn),
            Some(raw) => match raw.check() {
                Ok(bank) => Ok(Self::Own(Box::new(bank))),
                Err(error) => Err(Refused::from(error).under("/bank")),
            },
        }
    }

    /// The bank for an assessment, against which it is checked.
    pub(super) fn for_assessment(own: Option<RawBank>, assessment: &Assessment) -> Result<Self, Refused> {
        Self::corrected(own, &[], assessment)
    }

    /// The bank for an assessment with corrections laid over it, one after the other; the assessment is checked against
    /// what comes of it.
    pub(super) fn corrected(
        own: Option<RawBank>,
        corrections: &[Corrections],
        assessment: &Assessment,
    ) -> Result<Self, Refused> {
        let built_in = || assessment.built_in_bank().map_err(|error| Refused::from(error).under("/assessment"));
        let mut used = Self::of(own, built_in)?;
        for (at, corrections) in corrections.iter().enumerate() {
            let refused = |error| Refused::from(error).under(&format!("/corrections/{at}"));
            let corrected = used.bank().corrected_by(corrections).map_err(|error: CorrectionsError| refused(error))?;
            used = Self::Own(Box::new(corrected));
        }
        match assessment.check_against(used.bank()) {
            Ok(()) => Ok(used),
            Err(error) => Err(Refused::from(error).under("/assessment")),
        }
    }

    pub(super) fn bank(&self) -> &QuestionBank {
        match self {
            Self::Own(bank) => bank,
            Self::BuiltIn(bank) => bank,
        }
    }
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
}

record!(StatusRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    policy: or_empty "policy",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
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
}

record!(ActionPlanRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
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
    /// The day to look at the organisation's answers for; given where `assessment` is, and only there.
    pub(super) as_of: Option<NaiveDate>,
    /// The assessment of an organisation for either of the two, to be told only what touches it.
    pub(super) assessment: Option<Assessment>,
}

record!(DiffRequest, "a request with `format`, `from` and `to`", {
    format: required "format",
    from: required "from",
    to: required "to",
    as_of: optional "asOf",
    assessment: optional "assessment",
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
}

record!(WhatIfRequest, "a request with `format`, `asOf`, `assessment` and `alterations`", {
    format: required "format",
    as_of: required "asOf",
    assessment: required "assessment",
    alterations: required "alterations",
    bank: optional "bank",
    corrections: or_empty "corrections",
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
}

record!(PathRequest, "a request with `format`, `asOf`, `level` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    level: required "level",
    purpose: or_empty "purpose",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
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
}

record!(ExplainRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    level: optional "level",
    question: optional "question",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
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
}

record!(TimelineRequest, "a request with `format`, `asOf` and `assessment`", {
    format: required "format",
    as_of: required "asOf",
    policy: or_empty "policy",
    assessment: required "assessment",
    bank: optional "bank",
    corrections: or_empty "corrections",
});
