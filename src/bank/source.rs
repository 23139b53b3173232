//! Where facts come from, and where sources disagree.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::edition::EditionId;
use crate::reading::{Cause, parsed, record, shorten, words};

/// The id of a source: small letters, digits and hyphens, such as `bsbc-webinar-qa-2022-06`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(String);

impl SourceId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for SourceId {
    type Err = Cause;

    /// Reads a source id.
    ///
    /// # Errors
    ///
    /// Empty text, more than 64 characters, capitals, spaces, or a hyphen at either end: `NHS`, `a b`, `-a`.
    fn from_str(text: &str) -> Result<Self, Cause> {
        let letters = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if text.is_empty() || text.len() > 64 || !letters || text.starts_with('-') || text.ends_with('-') {
            return Err(Cause::BadForm {
                found: shorten(text),
                expected: "an id of small letters, digits and hyphens such as `nhs-register-2022`",
            });
        }
        Ok(Self(text.to_owned()))
    }
}

parsed!(
    SourceId,
    "an id of small letters, digits and hyphens such as `nhs-register-2022`",
    "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$",
    "nhs-register-2022"
);

/// How much a source counts when it disagrees with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Standing {
    /// The NHS itself: the toolkit's pages, NHS England, data it exports.
    Official,
    /// The support programme that the NHS funds for social care.
    NationalProgramme,
    /// A care association, council or integrated care board.
    LocalBody,
    /// Somebody else's copy of an official file.
    Transcription,
    /// A company or consultant.
    Vendor,
}

words!(pub Standing {
    Official = "official",
    NationalProgramme = "national-programme",
    LocalBody = "local-body",
    Transcription = "transcription",
    Vendor = "vendor",
});

/// A page, file or letter that facts are taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// When it was published, as far as is known: a year, a month or a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The editions it speaks of; empty where it is general.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub editions: Vec<EditionId>,
    /// How much it counts.
    pub standing: Standing,
    /// Where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What limits its worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

record!(Source, "a source with `id`, `publisher`, `title` and `standing`", {
    id: required "id",
    publisher: required "publisher",
    title: required "title",
    date: optional "date",
    editions: or_empty "editions",
    standing: required "standing",
    url: optional "url",
    note: optional "note",
});

/// A point on which sources disagree, and what the bank makes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Disagreement {
    /// Its id, formed like a source id.
    pub id: SourceId,
    /// What is in dispute.
    pub about: String,
    /// What each side says; at least two.
    pub claims: Vec<Claim>,
    /// What the bank does.
    pub followed: String,
    /// Why, by date and standing.
    pub because: String,
}

record!(Disagreement, "a disagreement with `id`, `about`, `claims`, `followed` and `because`", {
    id: required "id",
    about: required "about",
    claims: required "claims",
    followed: required "followed",
    because: required "because",
});

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// What it says.
    pub says: String,
    /// Who says it.
    pub sources: Vec<SourceId>,
}

record!(Claim, "a claim with `says` and `sources`", { says: required "says", sources: required "sources" });
