//! Everything a screen needs to know of an edition.

use std::borrow::Cow;

use serde::Serialize;

use super::codes::{CodeList, codes};
use super::labels::{LabelList, labels};
use super::wording::Wording;
use crate::bank::{Disagreement, Edition, LevelRule, Question, QuestionBank, Source};
use crate::evaluation::BankStamp;
use crate::reading::document_format;

document_format!(DescriptionFormat = "dspt.description.v1");

/// An edition with its questions, the labels of every word and the meaning of every code.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Description<'a> {
    format: DescriptionFormat,
    /// The question bank that is described.
    bank: BankStamp<'a>,
    /// The language of the words that a host gave for questions and labels; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'a str>,
    /// What is known of the edition besides its questions.
    edition: &'a Edition,
    /// The rules of the levels, lowest first.
    levels: &'a [LevelRule],
    /// The questions in code order.
    questions: Cow<'a, [Question]>,
    /// The sources, by id.
    sources: &'a [Source],
    /// Where the sources disagree, and what is made of it.
    disagreements: &'a [Disagreement],
    /// What people call the words of the documents.
    labels: Vec<LabelList>,
    /// What the codes of findings, refusals, notes and errors mean.
    codes: Vec<CodeList>,
}

impl<'a> Description<'a> {
    pub(super) fn of(bank: &'a QuestionBank, wording: Option<&'a Wording>) -> Self {
        let questions = match wording {
            Some(wording) => bank.questions().map(|question| wording.question(question)).collect(),
            None => Cow::Borrowed(bank.question_list()),
        };
        let labels = labels();
        Self {
            format: DescriptionFormat,
            bank: BankStamp::of(bank),
            locale: wording.map(Wording::locale),
            edition: bank.about(),
            levels: bank.levels(),
            questions,
            sources: bank.sources(),
            disagreements: bank.disagreements(),
            labels: match wording {
                Some(wording) => wording.labels(labels),
                None => labels,
            },
            codes: codes(),
        }
    }

    pub(super) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
