//! A trace as it is written, in whatever words.

use chrono::NaiveDate;
use serde::Serialize;

use super::Trace;
use super::node::{TraceKind, TraceNode, TraceState};
use crate::advice::replay::Replay;
use crate::assessment::OdsCode;
use crate::bank::{Certainty, EditionId, Level, QuestionCode, Source, SourceId};
use crate::evaluation::{QuestionStatus, Verdict, WrittenFinding};
use crate::message::{Argument, InOurWords, Words};
use crate::reading::{document_format, written_as};

document_format!(TraceFormat = "dspt.trace.v1");

/// How a verdict came about: from each level to its rules, the questions they ask for, the answers and their rules, down
/// to the sources, with what did not apply and why.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Trace"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct WrittenTrace<'b> {
    format: TraceFormat,
    /// The organisation.
    ods_code: &'b OdsCode,
    /// The day of the verdict.
    as_of: NaiveDate,
    /// The language of the words that a host gave for messages and titles; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// The edition whose rules judge.
    edition: EditionId,
    /// The revision of the question bank that judges.
    bank_revision: u32,
    /// The SHA-256 of the question bank that judges, in hexadecimal.
    bank_digest: &'b str,
    /// Whether the rules are those of the day.
    replay: Replay,
    /// The level that the answers support in the best reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    /// How sure the level is.
    verdict: &'b Verdict<'b>,
    /// What was found about the profile and the assessment as a whole.
    findings: Vec<WrittenFinding<'b>>,
    /// The tree: a branch for each level, lowest first.
    levels: Vec<WrittenNode<'b>>,
    /// The sources that the tree names, by id.
    sources: &'b [&'b Source],
}

impl<'b> WrittenTrace<'b> {
    pub(crate) fn of(trace: &'b Trace<'_>, words: &'b impl Words) -> Self {
        Self {
            format: TraceFormat,
            ods_code: trace.ods_code,
            as_of: trace.as_of,
            locale: words.locale(),
            edition: trace.edition,
            bank_revision: trace.bank_revision,
            bank_digest: trace.bank_digest,
            replay: trace.replay.worded(words),
            level: trace.level,
            verdict: &trace.verdict,
            findings: trace.findings.iter().map(|finding| finding.written(words)).collect(),
            levels: trace.levels.iter().map(|level| WrittenNode::of(level, words)).collect(),
            sources: &trace.sources,
        }
    }
}

impl Serialize for Trace<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenTrace::of(self, &InOurWords).serialize(serializer)
    }
}

written_as!(Trace<'_> = WrittenTrace<'static>);

/// One step of the derivation of a verdict, with the steps it rests on.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TraceNode"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct WrittenNode<'b> {
    /// Its id: the path from the level to here, such as `standards-met/every-mandatory/3.2.1/threshold`. It stays the
    /// same from one day and one assessment to another.
    id: &'b str,
    /// What it is about.
    kind: TraceKind,
    /// What it comes to in the best reading; absent where it only tells what was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<TraceState>,
    /// What it comes to in the strict reading, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    strictly: Option<TraceState>,
    /// What it comes to in the lenient reading, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    leniently: Option<TraceState>,
    /// The level it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    /// The question it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<QuestionCode>,
    /// What the question comes to, where it is a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<QuestionStatus>,
    /// The place in the assessment that it looks at, as a JSON Pointer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'b str>,
    /// What holds, and why, in a sentence or two for a care manager.
    says: String,
    /// What the sentences are filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: &'b [Argument<'b>],
    /// How sure the fact behind it is; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<Certainty>,
    /// The sources of the fact behind it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    sources: &'b [SourceId],
    /// How the fact was read from the sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'b str>,
    /// What was found here, with places and mends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    findings: Vec<WrittenFinding<'b>>,
    /// The steps it rests on, and those that did not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    children: Vec<WrittenNode<'b>>,
}

impl<'b> WrittenNode<'b> {
    fn of(node: &'b TraceNode<'_>, words: &impl Words) -> Self {
        Self {
            id: &node.id,
            kind: node.kind,
            state: node.state,
            strictly: node.strictly,
            leniently: node.leniently,
            level: node.level,
            question: node.question,
            status: node.status,
            pointer: node.pointer.as_deref(),
            says: node.told.text(words),
            arguments: node.told.arguments(),
            certainty: node.certainty,
            sources: node.sources,
            because: node.because,
            findings: node.findings.iter().map(|finding| finding.written(words)).collect(),
            children: node.children.iter().map(|child| Self::of(child, words)).collect(),
        }
    }
}

impl Serialize for TraceNode<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenNode::of(self, &InOurWords).serialize(serializer)
    }
}

written_as!(TraceNode<'_> = WrittenNode<'static>);
