//! Past publications.

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use super::ods::OdsCode;
use crate::bank::{EditionId, Level};
use crate::reading::{Cause, Doc, Read, Segment, record, words};

/// A past publication of an organisation or site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PastPublication {
    /// The edition whose label it carries.
    pub edition: EditionId,
    /// The level.
    pub level: PublishedLevel,
    /// The day.
    pub published_on: NaiveDate,
    /// The sites that it covers besides the organisation itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sites: Vec<OdsCode>,
    /// The digest of what was published, where this library made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

record!(PastPublication, "a publication with `edition`, `level` and `publishedOn`", {
    edition: required "edition",
    level: required "level",
    published_on: required "publishedOn",
    sites: or_empty "sites",
    digest: optional "digest",
});

/// Publications in the order of their days; it only grows at its end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct History(Vec<PastPublication>);

impl History {
    /// The publications, oldest first.
    pub fn iter(&self) -> std::slice::Iter<'_, PastPublication> {
        self.0.iter()
    }

    /// Whether nothing was published.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many publications there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds a publication.
    ///
    /// # Errors
    ///
    /// A publication dated before the last one: the past does not change.
    pub fn append(&mut self, publication: PastPublication) -> Result<(), Cause> {
        match self.0.last() {
            Some(last) if publication.published_on < last.published_on => {
                Err(Cause::BeforeStart { found: publication.published_on, earliest: last.published_on })
            }
            _ => {
                self.0.push(publication);
                Ok(())
            }
        }
    }
}

impl<'a> IntoIterator for &'a History {
    type Item = &'a PastPublication;
    type IntoIter = std::slice::Iter<'a, PastPublication>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'de> Read<'de> for History {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        let Some(publications) = Vec::<PastPublication>::read(doc, source)? else { return Ok(None) };
        let mut history = Self::default();
        let mut in_order = true;
        for (at, publication) in publications.into_iter().enumerate() {
            if let Err(cause) = history.append(publication) {
                in_order = false;
                doc.within(Segment::Index(at), |doc| doc.report_at("publishedOn", cause));
            }
        }
        Ok(in_order.then_some(history))
    }
}

/// A level at which organisations have published, including those that are history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum PublishedLevel {
    /// History: published without meeting the standards.
    StandardsNotMet,
    /// History: the first step until March 2021.
    EntryLevel,
    /// Approaching Standards.
    ApproachingStandards,
    /// Standards Met.
    StandardsMet,
    /// Standards Exceeded.
    StandardsExceeded,
}

words!(pub PublishedLevel {
    StandardsNotMet = "standards-not-met",
    EntryLevel = "entry-level",
    ApproachingStandards = "approaching-standards",
    StandardsMet = "standards-met",
    StandardsExceeded = "standards-exceeded",
});

impl PublishedLevel {
    /// The level as the toolkit prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StandardsNotMet => "Standards Not Met",
            Self::EntryLevel => "Entry Level",
            Self::ApproachingStandards => "Approaching Standards",
            Self::StandardsMet => "Standards Met",
            Self::StandardsExceeded => "Standards Exceeded",
        }
    }

    /// The level as one that can still be reached; none for the two that are history.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::StandardsNotMet | Self::EntryLevel => None,
            Self::ApproachingStandards => Some(Level::ApproachingStandards),
            Self::StandardsMet => Some(Level::StandardsMet),
            Self::StandardsExceeded => Some(Level::StandardsExceeded),
        }
    }
}

impl From<Level> for PublishedLevel {
    fn from(level: Level) -> Self {
        match level {
            Level::ApproachingStandards => Self::ApproachingStandards,
            Level::StandardsMet => Self::StandardsMet,
            Level::StandardsExceeded => Self::StandardsExceeded,
        }
    }
}
