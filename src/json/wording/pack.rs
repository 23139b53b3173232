//! A checked wording pack, and what it says.

use chrono::{Datelike as _, NaiveDate};

use super::super::labels::{LabelList, label};
use super::document::{QuestionWords, RawWording};
use crate::advice::{Path, Timeline, Trace, WhatIf};
use crate::bank::{EditionId, Question, QuestionBank, QuestionCode};
use crate::evaluation::{Evaluation, EvaluationDocument, Finding};
use crate::message::{Argument, InOurWords, WORDS_IN_MESSAGES, Words, counted, fill, named};
use crate::publication::{Publication, Refusal};
use crate::reading::Name;

/// Words of a host's own, checked: official wording, another language, or simply other words. Whatever the pack leaves
/// out is said in this library's own words.
///
/// ```
/// use dspt::{Assessment, QuestionBank, RawWording, evaluate};
///
/// let pack = RawWording::from_json(r#"{
///     "format": "dspt.wording.v1", "locale": "en-GB",
///     "messages": { "unanswered": "PLEASE ANSWER THIS." },
///     "questions": { "2025-26": { "7.1.1": { "title": "LIST OF DEVICES" } } }
/// }"#)?;
/// let bank = QuestionBank::built_in("2025-26".parse()?).unwrap();
/// let wording = pack.check(bank)?;
/// let question = bank.question("7.1.1".parse()?).unwrap();
/// assert_eq!(wording.title(question), "LIST OF DEVICES");
/// assert_eq!(wording.prompt(question), question.prompt);
///
/// let text = std::fs::read_to_string("examples/assessments/harbour-house-2025-26.json")?;
/// let assessment = Assessment::from_json(text)?;
/// let evaluation = evaluate(bank, &assessment, "2026-06-01".parse()?);
/// let finding = evaluation.findings().find(|finding| finding.code() == "unanswered").unwrap();
/// assert_eq!(wording.message(finding), "PLEASE ANSWER THIS.");
/// assert!(evaluation.to_json_in(&wording).contains(r#""message":"PLEASE ANSWER THIS.""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pack: RawWording,
    edition: EditionId,
    questions: Vec<(QuestionCode, QuestionWords)>,
    /// What messages quote from the bank, by code: the bank's text with the pack's.
    quotes: Vec<(QuestionCode, String, String)>,
}

impl Wording {
    pub(super) fn of(pack: &RawWording, bank: &QuestionBank) -> Self {
        let mut questions = pack.questions.get(&bank.id()).map(|given| given.0.clone()).unwrap_or_default();
        questions.sort_by_key(|(code, _)| *code);
        let quotes = questions.iter().filter_map(|(code, words)| Some((bank.question(*code)?, words)));
        let quotes = quotes.flat_map(|(question, words)| quotes_of(question, words)).collect();
        Self { pack: pack.clone(), edition: bank.id(), questions, quotes }
    }

    /// The language, such as `cy` or `en-GB`.
    pub fn locale(&self) -> &str {
        &self.pack.locale.0
    }

    /// The edition whose questions it has words for.
    pub fn edition(&self) -> EditionId {
        self.edition
    }

    /// A finding in one or two sentences for a care manager.
    pub fn message(&self, finding: &Finding<'_>) -> String {
        self.say(&finding.said())
    }

    fn filled(&self, sentence: &str, arguments: &[Argument<'_>]) -> Option<String> {
        let value = |name: &str| arguments.iter().find(|argument| argument.name() == name).map(|it| self.value(it));
        let template = self.template(sentence, arguments)?;
        Some(fill(template, |name| value(name).unwrap_or_default()))
    }

    /// The template of the pack for a sentence: for its exact number first, then the general one.
    fn template(&self, sentence: &str, arguments: &[Argument<'_>]) -> Option<&str> {
        let sentence = named(sentence)?;
        let exact = counted(sentence, arguments).map(|number| Name(format!("{}={number}", sentence.name)));
        let exact = exact.and_then(|name| self.pack.messages.get(&name));
        exact.or_else(|| self.pack.messages.get(&Name(sentence.name.to_owned()))).map(String::as_str)
    }

    fn value(&self, argument: &Argument<'_>) -> String {
        match argument {
            Argument::Date { value, .. } => self.day(*value),
            Argument::Word { labels, value, .. } => self.word(labels, value),
            Argument::Words { labels, values, .. } => {
                values.iter().map(|value| self.word(labels, value)).collect::<Vec<_>>().join(", ")
            }
            Argument::Text { value, question: Some(question), .. } => self.quote(*question, value).to_owned(),
            Argument::Sentence { sentence, arguments, .. } => {
                self.filled(sentence, arguments).unwrap_or_else(|| argument.text())
            }
            Argument::Text { .. }
            | Argument::Number { .. }
            | Argument::Question { .. }
            | Argument::Codes { .. }
            | Argument::Edition { .. } => argument.text(),
        }
    }

    /// A word as messages call it.
    fn word(&self, list: &'static str, value: &'static str) -> String {
        let own = self.own_label(list, value);
        own.map_or_else(|| Argument::word("", list, value).text(), str::to_owned)
    }

    fn words(&self, code: QuestionCode) -> Option<&QuestionWords> {
        let at = self.questions.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        self.questions.get(at).map(|(_, words)| words)
    }

    fn own_label(&self, list: &str, word: &str) -> Option<&str> {
        let words = self.pack.labels.get(&Name(list.to_owned()))?;
        words.get(&Name(word.to_owned())).map(String::as_str)
    }

    /// What people call a word of one of the lists of [`json::labels`](crate::json::labels).
    pub fn label(&self, list: &str, word: &str) -> String {
        let in_messages = || WORDS_IN_MESSAGES.iter().find(|(about, _)| *about == list).map(|(_, words)| *words);
        let ours = || in_messages().into_iter().flatten().find(|(known, _)| *known == word).map(|(_, label)| *label);
        let own = self.own_label(list, word).or_else(ours);
        own.map_or_else(|| label(word), str::to_owned)
    }

    /// A day as people write it.
    pub fn day(&self, day: NaiveDate) -> String {
        let Some(dates) = &self.pack.dates else { return crate::message::day(day) };
        let month = usize::try_from(day.month0()).ok().and_then(|at| dates.months.get(at));
        fill(&dates.form, |name| match name {
            "day" => day.day().to_string(),
            "month" => month.cloned().unwrap_or_default(),
            _ => day.year().to_string(),
        })
    }

    /// The short name of a question of the pack's edition.
    pub fn title<'q>(&'q self, question: &'q Question) -> &'q str {
        self.words(question.code).and_then(|words| words.title.as_deref()).unwrap_or(&question.title)
    }

    /// A question of the pack's edition.
    pub fn prompt<'q>(&'q self, question: &'q Question) -> &'q str {
        self.words(question.code).and_then(|words| words.prompt.as_deref()).unwrap_or(&question.prompt)
    }

    /// What a question of the pack's edition covers and what counts.
    pub fn guidance<'q>(&'q self, question: &'q Question) -> &'q str {
        self.words(question.code).and_then(|words| words.guidance.as_deref()).unwrap_or(&question.guidance)
    }

    /// Examples of evidence that would convince.
    pub fn good_evidence<'q>(&'q self, question: &'q Question) -> &'q [String] {
        self.words(question.code).and_then(|words| words.good_evidence.as_deref()).unwrap_or(&question.good_evidence)
    }

    /// A question with every text that the pack has in place of the bank's.
    pub(crate) fn question(&self, question: &Question) -> Question {
        let mut worded = question.clone();
        self.title(question).clone_into(&mut worded.title);
        self.prompt(question).clone_into(&mut worded.prompt);
        self.guidance(question).clone_into(&mut worded.guidance);
        worded.good_evidence = self.good_evidence(question).to_vec();
        if let Some(words) = self.words(question.code) {
            for part in &mut worded.parts {
                if let Some(title) = words.parts.get(&part.id) {
                    part.title.clone_from(title);
                }
            }
            if let (Some(own), Some(fact)) = (&words.looks_for, &mut worded.looks_for) {
                fact.value = Some(own.clone());
            }
        }
        worded
    }

    /// Lists of labels with every label that the pack has in place of ours.
    pub(crate) fn labels(&self, mut lists: Vec<LabelList>) -> Vec<LabelList> {
        for list in &mut lists {
            for entry in &mut list.words {
                if let Some(own) = self.own_label(list.about, entry.word) {
                    own.clone_into(&mut entry.label);
                }
            }
        }
        lists
    }
}

/// The texts of a question that messages quote and the pack has words for, with those words.
fn quotes_of(question: &Question, words: &QuestionWords) -> Vec<(QuestionCode, String, String)> {
    let looks_for = question.looks_for.as_ref().and_then(|fact| fact.value.as_deref());
    let good = question.good_evidence.iter().zip(words.good_evidence.iter().flatten());
    let parts = question.parts.iter().filter_map(|part| Some((part.title.as_str(), words.parts.get(&part.id)?)));
    let texts = [
        (Some(question.title.as_str()), &words.title),
        (Some(question.prompt.as_str()), &words.prompt),
        (looks_for, &words.looks_for),
    ];
    let texts = texts.into_iter().filter_map(|(ours, own)| Some((ours?, own.as_ref()?)));
    let all = texts.chain(parts).chain(good.map(|(ours, own)| (ours.as_str(), own)));
    all.map(|(ours, own)| (question.code, ours.to_owned(), own.clone())).collect()
}

impl Words for Wording {
    fn locale(&self) -> Option<&str> {
        Some(&self.pack.locale.0)
    }

    fn fill(&self, sentence: &'static str, arguments: &[Argument<'_>]) -> String {
        self.filled(sentence, arguments).unwrap_or_else(|| InOurWords.fill(sentence, arguments))
    }

    fn quote<'q>(&'q self, question: QuestionCode, ours: &'q str) -> &'q str {
        let at = self.quotes.partition_point(|(code, ..)| *code < question);
        let of_question = self.quotes.iter().skip(at).take_while(|(code, ..)| *code == question);
        let mut own = of_question.filter(|(_, known, _)| known == ours).map(|(.., own)| own.as_str());
        own.next().unwrap_or(ours)
    }
}

impl Evaluation<'_> {
    /// The evaluation as JSON of format `dspt.evaluation.v1`, its messages and titles in a host's words.
    ///
    /// The wording should be checked against the bank of the evaluation's edition. Where it was checked against another,
    /// the pack's words for this edition are used, as they stand: a code means nothing without its edition.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        let fitting;
        let wording = if wording.edition == self.bank().id() {
            wording
        } else {
            fitting = Wording::of(&wording.pack, self.bank());
            &fitting
        };
        serde_json::to_string(&EvaluationDocument::of(self, wording)).unwrap_or_default()
    }
}

impl Refusal<'_> {
    /// The refusal as JSON of format `dspt.refusal.v1`, its messages in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        serde_json::to_string(&self.written(wording)).unwrap_or_default()
    }
}

impl Publication {
    /// The publication as JSON of format `dspt.publication.v1`, its messages in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        serde_json::to_string(&self.written(wording)).unwrap_or_default()
    }
}

impl Path {
    /// The path as JSON of format `dspt.path.v1`, its messages and titles in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        self.worded(wording).to_json()
    }
}

impl WhatIf<'_> {
    /// The difference as JSON of format `dspt.what-if.v1`, its messages and titles in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        self.worded(wording).to_json()
    }
}

impl Timeline<'_> {
    /// The timeline as JSON of format `dspt.timeline.v1`, its messages and titles in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        self.worded(wording).to_json()
    }
}

impl Trace<'_> {
    /// The trace as JSON of format `dspt.trace.v1`, its messages and titles in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        serde_json::to_string(&self.written(wording)).unwrap_or_default()
    }
}
