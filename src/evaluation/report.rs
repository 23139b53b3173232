//! The evaluation as a document.

use chrono::NaiveDate;
use serde::Serialize;

use super::certainty::Verdict;
use super::evaluate::{Evaluation, QuestionOutcome};
use super::finding::Finding;
use super::judge::QuestionStatus;
use super::level::{LevelOutcome, Reach};
use super::progress::Progress;
use crate::assessment::OdsCode;
use crate::bank::{EditionId, ExemptionGround, Heading, Level, QuestionBank, QuestionCode, Readings, SourceId};
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
        let bank = self.bank();
        let organisation = self.assessment().organisation();
        EvaluationDocument {
            format: EvaluationFormat,
            engine: Engine { version: env!("CARGO_PKG_VERSION") },
            bank: BankStamp::of(bank),
            as_of: self.as_of(),
            organisation: Who { ods_code: &organisation.ods_code, name: organisation.name.as_deref() },
            level: self.level(),
            verdict: self.verdict(),
            levels: self.levels(),
            reach: self.reach(),
            progress: self.progress(),
            findings: self.profile_findings(),
            questions: self.questions().iter().map(|outcome| self.line(outcome)).collect(),
        }
        .serialize(serializer)
    }
}

impl<'a> Evaluation<'a> {
    fn line<'b>(&'b self, outcome: &QuestionOutcome<'a>) -> Line<'b> {
        let question = outcome.question;
        let mandatory = |level: &&Level| question.mandatory_readings(**level, self.as_of()).holds(Readings::HEADLINE);
        Line {
            code: question.code,
            title: &question.title,
            heading: question.heading.known().copied(),
            mandatory_for: Level::ALL.iter().filter(mandatory).copied().collect(),
            status: outcome.status,
            exempt_by: outcome.exempt_by,
            findings: self.findings_of(outcome),
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
    findings: &'b [Finding<'a>],
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
    findings: &'b [Finding<'b>],
}
