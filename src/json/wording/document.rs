//! The file of a wording pack.

use std::fmt;
use std::str::FromStr;

use crate::bank::{EditionId, QuestionCode, SourceId};
use crate::reading::{Cause, Keyed, Name, ReadError, document_format, parsed, read_document, record, shorten, words};

/// The most bytes of a wording pack.
const MAX_WORDING: usize = 4 * 1024 * 1024;

document_format!(WordingFormat = "dspt.wording.v1");

/// A wording pack as read, before it is checked: words of a host's own for what this library says.
///
/// Whatever it leaves out is said in this library's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Wording", rename_all = "camelCase"))]
pub struct RawWording {
    format: WordingFormat,
    /// The language, such as `cy` or `en-GB`.
    pub(super) locale: Locale,
    /// Whether everything is meant to be there; partial where it is absent.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) coverage: Coverage,
    /// How days are written.
    pub(super) dates: Option<Dates>,
    /// What people call the words of the documents, by list and word.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) labels: Keyed<Name, Keyed<Name, String>>,
    /// Sentences with names in braces, by the name of the sentence.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) messages: Keyed<Name, String>,
    /// The words of questions, by edition and code.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) questions: Keyed<EditionId, Keyed<QuestionCode, QuestionWords>>,
}

record!(RawWording, "a wording pack with `format` and `locale`", {
    format: required "format",
    locale: required "locale",
    coverage: or_empty "coverage",
    dates: optional "dates",
    labels: or_empty "labels",
    messages: or_empty "messages",
    questions: or_empty "questions",
});

impl RawWording {
    /// Reads a wording pack.
    ///
    /// # Errors
    ///
    /// Text that is not JSON, a key that is unknown, missing or given twice, a value of the wrong type, an edition or
    /// code that cannot be, more than 4 MiB. All problems are reported at once.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, ReadError> {
        read_document(text.as_ref(), MAX_WORDING)
    }

    /// The editions for whose questions the pack has words, in its order.
    pub fn editions(&self) -> impl Iterator<Item = EditionId> {
        self.questions.0.iter().map(|(edition, _)| *edition)
    }
}

/// Whether a pack is meant to have everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub(super) enum Coverage {
    /// What is missing is said in this library's own words.
    #[default]
    Partial,
    /// What is missing is a mistake.
    Complete,
}

words!(Coverage { Partial = "partial", Complete = "complete" });

/// A language, such as `cy` or `en-GB`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Locale(pub(super) String);

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Locale {
    type Err = Cause;

    fn from_str(text: &str) -> Result<Self, Cause> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_part =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_language && text.len() <= 35 && parts.all(is_part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Cause::BadForm { found: shorten(text), expected: "a language such as `cy` or `en-GB`" })
        }
    }
}

parsed!(Locale, "a language such as `cy` or `en-GB`", "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "en-GB");

/// How days are written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct Dates {
    /// The names of the twelve months, as they stand in a date.
    pub(super) months: Vec<String>,
    /// The order, with `{day}`, `{month}` and `{year}`.
    pub(super) form: String,
}

record!(Dates, "an object with `months` and `form`", { months: required "months", form: required "form" });

/// The words of a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct QuestionWords {
    /// Its short name.
    pub(super) title: Option<String>,
    /// The question itself.
    pub(super) prompt: Option<String>,
    /// What it covers and what counts.
    pub(super) guidance: Option<String>,
    /// Examples of evidence that would convince.
    pub(super) good_evidence: Option<Vec<String>>,
    /// The titles of the documents that must be among several, by the id of the part.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) parts: Keyed<SourceId, String>,
    /// What the answer reports to have looked for.
    pub(super) looks_for: Option<String>,
}

record!(QuestionWords, "the words of a question", {
    title: optional "title",
    prompt: optional "prompt",
    guidance: optional "guidance",
    good_evidence: optional "goodEvidence",
    parts: or_empty "parts",
    looks_for: optional "looksFor",
});
