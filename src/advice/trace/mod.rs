//! The trace: the whole derivation of a verdict as a tree.

mod level;
mod node;
mod question;
mod rule;
mod words;
mod written;

use chrono::NaiveDate;
pub use node::{TraceKind, TraceNode, TraceState};
use written::WrittenTrace;

use super::replay::Replay;
use crate::assessment::{Assessment, OdsCode};
use crate::bank::{EditionId, Level, QuestionBank, QuestionCode, Source, SourceId};
use crate::evaluation::{Derivation, Finding, Verdict, evaluate};
use crate::message::Words;

/// How a verdict came about: from each level to its rules, the questions they ask for, the answers and their rules, down
/// to the sources, with what did not apply and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trace<'a> {
    /// The organisation.
    pub ods_code: &'a OdsCode,
    /// The day of the verdict.
    pub as_of: NaiveDate,
    /// The edition whose rules judge.
    pub edition: EditionId,
    /// The revision of the question bank that judges.
    pub bank_revision: u32,
    /// The SHA-256 of the question bank that judges, in hexadecimal.
    pub bank_digest: &'a str,
    /// Whether the rules are those of the day.
    pub replay: Replay,
    /// The level that the answers support in the best reading; absent below Approaching Standards.
    pub level: Option<Level>,
    /// How sure the level is.
    pub verdict: Verdict<'a>,
    /// What was found about the profile and the assessment as a whole.
    pub findings: Vec<Finding<'a>>,
    /// The tree: a branch for each level, lowest first.
    pub levels: Vec<TraceNode<'a>>,
    /// The sources that the tree names, by id.
    pub sources: Vec<&'a Source>,
}

/// Traces a verdict: what [`evaluate`](crate::evaluate()) decides, with every step on the way, made by the same rules.
///
/// It costs several times as much as an evaluation.
///
/// ```
/// use dspt::{TraceState, trace};
///
/// # let text = include_str!("../../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let trace = trace(assessment.built_in_bank()?, &assessment, "2026-06-01".parse().unwrap());
/// let nodes = || trace.levels.iter().flat_map(|level| level.walk());
/// let missing = nodes().find(|node| node.id == "standards-met/every-mandatory/7.1.1").unwrap();
/// assert_eq!(missing.state, Some(TraceState::NotMet));
/// let rule = nodes().find(|node| node.id == "standards-met/every-mandatory/7.1.1/answered").unwrap();
/// assert_eq!(rule.findings[0].code(), "unanswered");
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn trace<'a>(bank: &'a QuestionBank, assessment: &'a Assessment, as_of: NaiveDate) -> Trace<'a> {
    let derivation = Derivation::of(bank, assessment, as_of);
    let verdict = evaluate(bank, assessment, as_of).verdict().clone();
    let levels = level::levels(&derivation);
    Trace {
        ods_code: &assessment.organisation().ods_code,
        as_of,
        edition: bank.id(),
        bank_revision: bank.about().revision,
        bank_digest: bank.digest(),
        replay: Replay::of(bank, as_of),
        level: derivation.highest(),
        verdict,
        findings: derivation.profile(),
        sources: Vec::new(),
        levels,
    }
    .with_sources(bank)
}

impl<'a> Trace<'a> {
    /// The same with the branch of one level alone.
    #[must_use]
    pub fn of_level(mut self, level: Level) -> Self {
        self.levels.retain(|node| node.level == Some(level));
        self.without_idle_sources()
    }

    /// The same with those branches alone that lead to one question.
    #[must_use]
    pub fn of_question(mut self, code: QuestionCode) -> Self {
        fn keep(nodes: &mut Vec<TraceNode<'_>>, code: QuestionCode) {
            nodes.retain(|node| node.speaks_of(code));
            for node in nodes.iter_mut().filter(|node| node.question.is_none()) {
                keep(&mut node.children, code);
            }
        }
        keep(&mut self.levels, code);
        self.without_idle_sources()
    }

    /// The node with an id.
    pub fn node(&self, id: &str) -> Option<&TraceNode<'a>> {
        self.levels.iter().flat_map(TraceNode::walk).find(|node| node.id == id)
    }

    /// The trace as JSON of format `dspt.trace.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The trace as it is written, in whatever words.
    pub(crate) fn written<'b>(&'b self, words: &'b impl Words) -> WrittenTrace<'b> {
        WrittenTrace::of(self, words)
    }

    /// Every source that is named, by id and each once.
    fn named(&self) -> Vec<&'a SourceId> {
        let nodes = self.levels.iter().flat_map(TraceNode::walk);
        let of_nodes = nodes.flat_map(|node| {
            let found = node.findings.iter().flat_map(Finding::sources);
            node.sources.iter().chain(found)
        });
        let of_profile = self.findings.iter().flat_map(Finding::sources);
        let mut named: Vec<_> = of_nodes.chain(of_profile).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    fn with_sources(mut self, bank: &'a QuestionBank) -> Self {
        self.sources = self.named().into_iter().filter_map(|id| bank.source(id)).collect();
        self
    }

    fn without_idle_sources(mut self) -> Self {
        let named: Vec<SourceId> = self.named().into_iter().cloned().collect();
        self.sources.retain(|source| named.binary_search(&source.id).is_ok());
        self
    }
}
