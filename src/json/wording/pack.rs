//! A checked wording pack, and what it says.

use chrono::{Datelike as _, NaiveDate};

use super::super::labels::{LabelList, label};
use super::document::{QuestionWords, RawWording};
use crate::bank::{EditionId, Question, QuestionBank, QuestionCode};
use crate::evaluation::{
    Argument, Evaluation, EvaluationDocument, Finding, FindingKind, WORDS_IN_MESSAGES, Words, counted, fill,
    in_our_words, named,
};
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
}

impl Wording {
    pub(super) fn of(pack: &RawWording, bank: &QuestionBank) -> Self {
        let mut questions = pack.questions.get(&bank.id()).map(|given| given.0.clone()).unwrap_or_default();
        questions.sort_by_key(|(code, _)| *code);
        Self { pack: pack.clone(), edition: bank.id(), questions }
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
        let arguments = finding.arguments();
        let value =
            |name: &str| arguments.iter().find(|argument| argument.name() == name).map(|it| self.value(finding, it));
        match self.template(finding, &arguments) {
            Some(template) => fill(template, |name| value(name).unwrap_or_default()),
            None => finding.message(),
        }
    }

    /// The template of the pack for a finding: for its exact number first, then the general one.
    fn template(&self, finding: &Finding<'_>, arguments: &[Argument<'_>]) -> Option<&str> {
        let sentence = named(finding.sentence())?;
        let exact = counted(sentence, arguments).map(|number| Name(format!("{}={number}", sentence.name)));
        let exact = exact.and_then(|name| self.pack.messages.get(&name));
        exact.or_else(|| self.pack.messages.get(&Name(sentence.name.to_owned()))).map(String::as_str)
    }

    fn value(&self, finding: &Finding<'_>, argument: &Argument<'_>) -> String {
        match argument {
            Argument::Date { value, .. } => self.day(*value),
            Argument::Word { list, value, .. } => {
                self.own_label(list, value).map_or_else(|| in_our_words(argument), str::to_owned)
            }
            Argument::Text { value, .. } => self.own_text(finding).unwrap_or(value).to_owned(),
            Argument::Number { .. } | Argument::Question { .. } | Argument::Edition { .. } => in_our_words(argument),
        }
    }

    /// The pack's own words for what a finding quotes from the bank.
    fn own_text(&self, finding: &Finding<'_>) -> Option<&str> {
        let words = self.words(finding.question()?)?;
        match finding.kind() {
            FindingKind::DocumentPartMissing { part } => words.parts.get(&part.id).map(String::as_str),
            FindingKind::FindingNotStated { .. } => words.looks_for.as_deref(),
            _ => None,
        }
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
        let Some(dates) = &self.pack.dates else { return crate::evaluation::day(day) };
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

impl Words for Wording {
    fn locale(&self) -> Option<&str> {
        Some(&self.pack.locale.0)
    }

    fn message(&self, finding: &Finding<'_>) -> String {
        Self::message(self, finding)
    }

    fn title<'q>(&'q self, question: &'q Question) -> &'q str {
        Self::title(self, question)
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
