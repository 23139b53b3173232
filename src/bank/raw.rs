//! A question bank as read, before it is checked.

use serde::Serialize;

use super::edition::Edition;
use super::question::Question;
use super::rule::LevelRule;
use super::source::{Disagreement, Source};
use crate::reading::{ReadError, document_format, read_document, record};

/// The most bytes of a question bank.
const MAX_BANK: usize = 8 * 1024 * 1024;

document_format!(BankFormat = "dspt.bank.v1");

/// A question bank whose form is right and whose content has not been checked; at most 8 MiB of JSON.
///
/// The same content can stand in one document or in the three files of an edition's folder; the JSON Pointers are the
/// same either way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "QuestionBank"))]
pub struct RawBank {
    format: BankFormat,
    /// What is known of the edition besides its questions.
    pub(crate) edition: Edition,
    /// The rules of the levels, lowest first.
    pub(crate) levels: Vec<LevelRule>,
    /// The questions in code order.
    pub(crate) questions: Vec<Question>,
    /// The sources, by id.
    pub(crate) sources: Vec<Source>,
    /// Where the sources disagree, and what the bank makes of it.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) disagreements: Vec<Disagreement>,
}

record!(RawBank, "a question bank with `format`, `edition`, `levels`, `questions` and `sources`", {
    format: required "format",
    edition: required "edition",
    levels: required "levels",
    questions: required "questions",
    sources: required "sources",
    disagreements: or_empty "disagreements",
});

/// `edition.json`: the edition and its levels.
struct EditionFile {
    format: BankFormat,
    edition: Edition,
    levels: Vec<LevelRule>,
}

record!(EditionFile, "the edition with `format`, `edition` and `levels`", {
    format: required "format",
    edition: required "edition",
    levels: required "levels",
});

/// `questions.json`: the questions.
struct QuestionsFile {
    questions: Vec<Question>,
}

record!(QuestionsFile, "the questions with `questions`", { questions: required "questions" });

/// `sources.json`: the sources and where they disagree.
struct SourcesFile {
    sources: Vec<Source>,
    disagreements: Vec<Disagreement>,
}

record!(SourcesFile, "the sources with `sources`", {
    sources: required "sources",
    disagreements: or_empty "disagreements",
});

impl RawBank {
    /// Reads a bank from one document.
    ///
    /// # Errors
    ///
    /// Text that is not JSON, a key that is unknown, missing or given twice, a value of the wrong type, a word outside
    /// its list, a code or date that does not exist, more than eight rules within each other, more than 8 MiB. All
    /// problems are reported at once.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, ReadError> {
        read_document(text.as_ref(), MAX_BANK)
    }

    /// Reads a bank from the three files of an edition's folder: `edition.json`, `questions.json`, `sources.json`.
    ///
    /// # Errors
    ///
    /// As [`RawBank::from_json`], over all three files at once.
    pub fn from_files(
        edition: impl AsRef<[u8]>,
        questions: impl AsRef<[u8]>,
        sources: impl AsRef<[u8]>,
    ) -> Result<Self, ReadError> {
        let edition = read_document::<EditionFile>(edition.as_ref(), MAX_BANK);
        let questions = read_document::<QuestionsFile>(questions.as_ref(), MAX_BANK);
        let sources = read_document::<SourcesFile>(sources.as_ref(), MAX_BANK);
        match (edition, questions, sources) {
            (Ok(edition), Ok(questions), Ok(sources)) => Ok(Self {
                format: edition.format,
                edition: edition.edition,
                levels: edition.levels,
                questions: questions.questions,
                sources: sources.sources,
                disagreements: sources.disagreements,
            }),
            (edition, questions, sources) => {
                let errors = [
                    edition.err().map(|error| error.in_file("edition.json")),
                    questions.err().map(|error| error.in_file("questions.json")),
                    sources.err().map(|error| error.in_file("sources.json")),
                ];
                Err(errors.into_iter().flatten().reduce(ReadError::with).unwrap_or_else(ReadError::none))
            }
        }
    }

    /// The bank as one JSON document, the same text for the same content.
    pub(crate) fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
