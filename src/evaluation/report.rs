//! The evaluation as a document.

use chrono::NaiveDate;
use serde::Serialize;

use super::certainty::Verdict;
use super::evaluate::{Evaluation, QuestionOutcome};
use super::finding::{Finding, WrittenFinding};
use super::judge::QuestionStatus;
use super::level::{LevelOutcome, Reach};
use super::progress::Progress;
use crate::assessment::OdsCode;
use crate::bank::{EditionId, ExemptionGround, Heading, Level, QuestionBank, QuestionCode, Readings, SourceId};
use crate::message::{InOurWords, Words};
use crate::reading::document_format;

impl Evaluation<'_> {
    /// The evaluation as JSON of format `dspt.evaluation.v1`; equal arguments give equal bytes.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

document_format!(EvaluationFormat = "dspt.evaluation.v1");

impl Serialize for Evaluation<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        EvaluationDocument::of(self, &InOurWords).serialize(serializer)
    }
}

impl<'b, 'a: 'b> EvaluationDocument<'b, 'a> {
    /// The document in whatever words.
    pub(crate) fn of(evaluation: &'b Evaluation<'a>, words: &'b impl Words) -> Self {
        let organisation = evaluation.assessment().organisation();
        let written = |findings: &'b [Finding<'a>]| -> Vec<WrittenFinding<'b>> {
            findings.iter().map(|finding| finding.written(words)).collect()
        };
        let line = |outcome: &QuestionOutcome<'a>| {
            let question = outcome.question;
            let demanded =
                |level: &&Level| question.mandatory_readings(**level, evaluation.as_of()).holds(Readings::HEADLINE);
            Line {
                code: question.code,
                title: words.quote(question.code, &question.title),
                heading: question.heading.known().copied(),
                mandatory_for: Level::ALL.iter().filter(demanded).copied().collect(),
                status: outcome.status,
                exempt_by: outcome.exempt_by,
                findings: written(evaluation.findings_of(outcome)),
            }
        };
        Self {
            format: EvaluationFormat,
            engine: Engine { version: env!("CARGO_PKG_VERSION") },
            bank: BankStamp::of(evaluation.bank()),
            as_of: evaluation.as_of(),
            locale: words.locale(),
            organisation: Who { ods_code: &organisation.ods_code, name: organisation.name.as_deref() },
            level: evaluation.level(),
            verdict: evaluation.verdict(),
            levels: evaluation.levels(),
            reach: evaluation.reach(),
            progress: evaluation.progress(),
            findings: written(evaluation.profile_findings()),
            questions: evaluation.questions().iter().map(line).collect(),
        }
    }
}

/// What an assessment comes to on a day.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Evaluation"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct EvaluationDocument<'b, 'a> {
    format: EvaluationFormat,
    /// The engine that judged.
    engine: Engine,
    /// The question bank that judged.
    bank: BankStamp<'b>,
    /// The day of the verdict.
    as_of: NaiveDate,
    /// The language of the words that a host gave for messages and titles; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// The organisation that was judged.
    organisation: Who<'b>,
    /// The level that the answers support in the best reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    /// How sure the level is.
    verdict: &'b Verdict<'a>,
    /// Each level of the edition, lowest first, with everything that stands in its way.
    levels: &'b [LevelOutcome],
    /// How far the assessment can still go.
    reach: Reach,
    /// How far each heading is.
    progress: &'b [Progress],
    /// The findings about the profile and the assessment as a whole.
    findings: Vec<WrittenFinding<'b>>,
    /// Each question of the edition in code order, with its findings.
    questions: Vec<Line<'b>>,
}

/// The engine that judged.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Engine {
    /// Its version.
    version: &'static str,
}

/// The question bank that judged.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct BankStamp<'b> {
    /// Its edition.
    edition: EditionId,
    /// How often the data of the edition has been published, counted from 1.
    revision: u32,
    /// The SHA-256 of its content in hexadecimal: equal digests give equal verdicts.
    digest: &'b str,
    /// The ids of the corrections that were laid over it, in order; absent where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrections: Option<&'b [SourceId]>,
}

impl<'b> BankStamp<'b> {
    pub(crate) fn of(bank: &'b QuestionBank) -> Self {
        let corrections = Some(bank.corrections()).filter(|ids| !ids.is_empty());
        Self { edition: bank.id(), revision: bank.about().revision, digest: bank.digest(), corrections }
    }
}

/// The organisation that was judged.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "OrganisationName"))]
#[serde(rename_all = "camelCase")]
struct Who<'b> {
    /// Its ODS code.
    ods_code: &'b OdsCode,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'b str>,
}

/// What one question comes to.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QuestionOutcome"))]
#[serde(rename_all = "camelCase")]
struct Line<'b> {
    /// Its code.
    code: QuestionCode,
    /// Its short name.
    title: &'b str,
    /// The heading it stands under, if that is on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<Heading>,
    /// The levels for which it is mandatory on the day in the best reading.
    mandatory_for: Vec<Level>,
    /// What it comes to.
    status: QuestionStatus,
    /// What takes it away, where it is exempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    exempt_by: Option<ExemptionGround>,
    /// What was found about it.
    findings: Vec<WrittenFinding<'b>>,
}
