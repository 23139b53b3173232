//! A checked question bank.

use super::check;
use super::code::QuestionCode;
use super::edition::{Edition, EditionId};
use super::level::Level;
use super::mistake::BankError;
use super::question::Question;
use super::raw::RawBank;
use super::rule::LevelRule;
use super::source::{Disagreement, Source, SourceId};

/// The questions, levels, dates and sources of one edition, checked: evaluation over it cannot fail.
///
/// ```
/// use dspt::{Level, QuestionBank};
///
/// let bank = QuestionBank::edition("2025-26".parse()?).unwrap();
/// let deadline = bank.about().deadline.value.unwrap();
/// assert_eq!(bank.mandatory(Level::StandardsMet, deadline).count(), 45);
/// # Ok::<(), dspt::Cause>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionBank {
    raw: RawBank,
    digest: String,
    corrections: Vec<SourceId>,
}

impl QuestionBank {
    /// The id of the bank's edition.
    pub fn id(&self) -> EditionId {
        self.raw.edition.id
    }

    /// What is known of the edition besides its questions.
    pub fn about(&self) -> &Edition {
        &self.raw.edition
    }

    /// The questions the bank lists, in code order.
    pub fn questions(&self) -> impl ExactSizeIterator<Item = &Question> {
        self.raw.questions.iter()
    }

    pub(crate) fn question_list(&self) -> &[Question] {
        &self.raw.questions
    }

    /// The question with a code, if the bank lists it.
    pub fn question(&self, code: QuestionCode) -> Option<&Question> {
        let questions = &self.raw.questions;
        questions.binary_search_by_key(&code, |question| question.code).ok().and_then(|at| questions.get(at))
    }

    /// The questions that are mandatory for a level on a day in the best reading, in code order.
    pub fn mandatory(&self, level: Level, day: chrono::NaiveDate) -> impl Iterator<Item = &Question> {
        self.questions().filter(move |question| {
            question.mandatory_on(level, day).is_some_and(|entry| entry.mandatory.known() == Some(&true))
        })
    }

    /// Whether a level, or one below it, asks for a question on a day in the best reading.
    ///
    /// ```
    /// use dspt::{Level, QuestionBank};
    ///
    /// let bank = QuestionBank::edition("2021-22".parse()?).unwrap();
    /// let day = "2022-06-16".parse().unwrap();
    /// let opt_out = bank.question("1.2.4".parse()?).unwrap();
    /// assert!(!bank.demands(opt_out, Level::StandardsMet, day));
    /// assert!(bank.demands(opt_out, Level::StandardsExceeded, day), "every question counts there");
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn demands(&self, question: &Question, level: Level, day: chrono::NaiveDate) -> bool {
        let rules = self.levels().iter().filter(|rule| rule.level <= level);
        let mut best = rules.filter_map(LevelRule::best);
        best.any(|rule| rule.demands(question, day))
    }

    /// The rules of the levels, lowest first.
    pub fn levels(&self) -> &[LevelRule] {
        &self.raw.levels
    }

    /// The sources, by id.
    pub fn sources(&self) -> &[Source] {
        &self.raw.sources
    }

    /// The source with an id, if the bank has it.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        let sources = &self.raw.sources;
        sources.binary_search_by(|source| source.id.cmp(id)).ok().and_then(|at| sources.get(at))
    }

    /// Where the sources of the edition disagree, and what the bank makes of it.
    pub fn disagreements(&self) -> &[Disagreement] {
        &self.raw.disagreements
    }

    /// How much of the edition's catalogue the bank lists.
    pub fn catalogue(&self) -> Catalogue {
        let listed = u32::try_from(self.raw.questions.len()).unwrap_or(u32::MAX);
        match self.raw.edition.total.known() {
            Some(&official) if official == listed => Catalogue::Whole { listed },
            Some(&official) => Catalogue::Short { listed, official: Some(official) },
            None => Catalogue::Short { listed, official: None },
        }
    }

    /// What happened to a code that the bank does not list, as far as the bank and the built-in ones before tell.
    pub(crate) fn what_became_of(&self, code: QuestionCode) -> Option<String> {
        let mut bank = Some(self);
        while let Some(at) = bank.filter(|at| at.question(code).is_none()) {
            if let Some(fate) = at.fate_of(code) {
                return Some(fate);
            }
            bank = at.id().before().and_then(Self::edition);
        }
        match self.catalogue() {
            Catalogue::Short { listed, official: Some(official) } => {
                Some(format!("the bank lists {listed} of the {official} questions, and this is not one of them"))
            }
            Catalogue::Short { listed, official: None } => {
                Some(format!("the bank lists {listed} questions and does not know whether there are more"))
            }
            Catalogue::Whole { .. } => None,
        }
    }

    /// What happened in this edition to a code of the edition before.
    fn fate_of(&self, code: QuestionCode) -> Option<String> {
        if self.raw.edition.dropped.iter().any(|gone| gone.value == Some(code)) {
            return Some(format!("it was dropped from {}", self.id()));
        }
        let successor = self.questions().find(|question| {
            let descent = question.descent.as_ref().and_then(|fact| fact.value);
            descent.is_some_and(|descent| descent.from == Some(code))
        })?;
        Some(format!("it became {} in {}", successor.code, self.id()))
    }

    /// The SHA-256 of the bank's content in hexadecimal: two banks with equal digests give equal verdicts.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The ids of the corrections that were laid over it, in order; none for a bank as it was published.
    pub fn corrections(&self) -> &[SourceId] {
        &self.corrections
    }

    pub(super) fn raw(&self) -> &RawBank {
        &self.raw
    }

    pub(super) fn with_corrections(self, corrections: Vec<SourceId>) -> Self {
        Self { corrections, ..self }
    }

    /// The bank as one JSON document of format `dspt.bank.v1`, which [`RawBank::from_json`] reads back.
    pub fn to_json(&self) -> String {
        self.raw.canonical()
    }
}

/// How many of an edition's questions a bank lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Catalogue {
    /// All of them.
    Whole {
        /// How many the bank lists.
        listed: u32,
    },
    /// Fewer than the toolkit shows, or nobody knows how many it shows.
    Short {
        /// How many the bank lists.
        listed: u32,
        /// How many the toolkit shows, if that is known.
        official: Option<u32>,
    },
}

impl RawBank {
    /// Checks the bank on its own and, where the edition before is built in, against that.
    ///
    /// # Errors
    ///
    /// Every mistake in the content at once: a question twice or out of order, a fact without a source, counts that
    /// differ from the official ones, a level rule that cannot hold, dates that make no sense, a descent from a question
    /// that does not exist, and so on. [`Fault`](super::Fault) lists them.
    pub fn check(self) -> Result<QuestionBank, BankError> {
        let before = self.edition.id.before().and_then(QuestionBank::edition);
        self.check_against(before)
    }

    /// Checks the bank on its own and against the bank of the edition before.
    ///
    /// # Errors
    ///
    /// As [`RawBank::check`].
    pub fn check_after(self, before: &QuestionBank) -> Result<QuestionBank, BankError> {
        self.check_against(Some(before))
    }

    pub(crate) fn check_against(self, before: Option<&QuestionBank>) -> Result<QuestionBank, BankError> {
        let mistakes = check::mistakes(&self, before);
        if mistakes.is_empty() {
            let digest = hex_digest(&self.canonical());
            Ok(QuestionBank { raw: self, digest, corrections: Vec::new() })
        } else {
            Err(BankError::new(mistakes))
        }
    }
}

/// The SHA-256 of a text in hexadecimal.
pub(crate) fn hex_digest(text: &str) -> String {
    use std::fmt::Write as _;
    hmac_sha256::Hash::hash(text.as_bytes()).iter().fold(String::new(), |mut digest, byte| {
        let _ = write!(digest, "{byte:02x}");
        digest
    })
}
