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
use crate::bank::{EditionId, ExemptionGround, Heading, Level, QuestionCode, Readings};
use crate::json::words;

impl Evaluation<'_> {
    /// The evaluation as JSON of format `dspt.evaluation.v1`; equal arguments give equal bytes.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[derive(Clone, Copy)]
enum EvaluationFormat {
    V1,
}

words!(EvaluationFormat { V1 = "dspt.evaluation.v1" });

impl Serialize for Evaluation<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bank = self.bank();
        let organisation = self.assessment().organisation();
        Document {
            format: EvaluationFormat::V1,
            engine: Engine { version: env!("CARGO_PKG_VERSION") },
            bank: Bank { edition: bank.id(), revision: bank.about().revision, digest: bank.digest() },
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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'b, 'a> {
    format: EvaluationFormat,
    engine: Engine,
    bank: Bank<'b>,
    as_of: NaiveDate,
    organisation: Who<'b>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    verdict: &'b Verdict<'a>,
    levels: &'b [LevelOutcome],
    reach: Reach,
    progress: &'b [Progress],
    findings: &'b [Finding<'a>],
    questions: Vec<Line<'b>>,
}

#[derive(Serialize)]
struct Engine {
    version: &'static str,
}

#[derive(Serialize)]
struct Bank<'b> {
    edition: EditionId,
    revision: u32,
    digest: &'b str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Who<'b> {
    ods_code: &'b OdsCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'b str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'b> {
    code: QuestionCode,
    title: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    heading: Option<Heading>,
    mandatory_for: Vec<Level>,
    status: QuestionStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    exempt_by: Option<ExemptionGround>,
    findings: &'b [Finding<'b>],
}
