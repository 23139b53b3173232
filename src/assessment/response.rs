//! Answers to questions.

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use crate::bank::{EditionId, SourceId};
use crate::reading::{Bounded, Cause, Doc, Read, missing, record, stray, words, written};

/// The most characters of an answer in words.
const MAX_TEXT: usize = 20_000;
/// The most characters of a comment or reason.
const MAX_COMMENT: usize = 5_000;
/// The most characters of a place or title.
const MAX_LOCATION: usize = 2_000;

/// One answer, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// The answer itself.
    #[serde(flatten)]
    pub answer: Answer,
    /// A comment beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_COMMENT)))]
    pub comment: Option<String>,
    /// The day on which what the answer rests on was last reviewed and approved, or for training figures counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<NaiveDate>,
    /// Where the answer comes from.
    #[serde(skip_serializing_if = "Origin::is_given")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub origin: Origin,
}

/// The answer to a question, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Answer {
    /// Words.
    Text {
        /// The words.
        #[cfg_attr(feature = "schema", schemars(length(max = MAX_TEXT)))]
        text: String,
    },
    /// A tick, or its absence.
    Confirmation {
        /// Whether the box is ticked.
        confirmed: bool,
        /// What was found, where the question looks for something.
        #[serde(skip_serializing_if = "Option::is_none")]
        found: Option<Found>,
        /// How many people were trained, where the question counts them.
        #[serde(skip_serializing_if = "Option::is_none")]
        training: Option<Training>,
    },
    /// Documents.
    Document {
        /// Each document, with where it is.
        documents: Vec<Document>,
    },
    /// A date.
    Date {
        /// The date.
        date: NaiveDate,
    },
    /// The question does not apply.
    NotApplicable {
        /// Why not.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(length(max = MAX_COMMENT)))]
        reason: Option<String>,
    },
}

impl<'de> Read<'de> for Response {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            kind: Kind,
            text: Option<Bounded<MAX_TEXT>>,
            confirmed: Option<bool>,
            found: Option<Found>,
            training: Option<Training>,
            documents: Option<Vec<Document>>,
            date: Option<NaiveDate>,
            reason: Option<Bounded<MAX_COMMENT>>,
            comment: Option<Bounded<MAX_COMMENT>>,
            reviewed_on: Option<NaiveDate>,
            origin: Origin,
        }
        record!(Any, "an answer with `kind`", {
            kind: required "kind",
            text: optional "text",
            confirmed: optional "confirmed",
            found: optional "found",
            training: optional "training",
            documents: optional "documents",
            date: optional "date",
            reason: optional "reason",
            comment: optional "comment",
            reviewed_on: optional "reviewedOn",
            origin: or_empty "origin",
        });
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        let given = [
            ("text", any.text.is_some(), Kind::Text),
            ("confirmed", any.confirmed.is_some(), Kind::Confirmation),
            ("found", any.found.is_some(), Kind::Confirmation),
            ("training", any.training.is_some(), Kind::Confirmation),
            ("documents", any.documents.is_some(), Kind::Document),
            ("date", any.date.is_some(), Kind::Date),
            ("reason", any.reason.is_some(), Kind::NotApplicable),
        ];
        let mut clean = true;
        for (key, present, kind) in given {
            clean &= stray(doc, key, any.kind.as_str(), present && kind != any.kind);
        }
        clean &= match any.kind {
            Kind::Text => missing(doc, "text", any.text.is_none()),
            Kind::Confirmation => missing(doc, "confirmed", any.confirmed.is_none()),
            Kind::Document => missing(doc, "documents", any.documents.is_none()),
            Kind::Date => missing(doc, "date", any.date.is_none()),
            Kind::NotApplicable => true,
        };
        let answer = match (any.kind, any.text, any.confirmed, any.documents, any.date) {
            _ if !clean => None,
            (Kind::Text, Some(text), ..) => Some(Answer::Text { text: text.0 }),
            (Kind::Confirmation, _, Some(confirmed), ..) => {
                Some(Answer::Confirmation { confirmed, found: any.found, training: any.training })
            }
            (Kind::Document, _, _, Some(documents), _) => Some(Answer::Document { documents }),
            (Kind::Date, .., Some(date)) => Some(Answer::Date { date }),
            (Kind::NotApplicable, ..) => Some(Answer::NotApplicable { reason: any.reason.map(|reason| reason.0) }),
            _ => None,
        };
        Ok(answer.map(|answer| Self {
            answer,
            comment: any.comment.map(|comment| comment.0),
            reviewed_on: any.reviewed_on,
            origin: any.origin,
        }))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Confirmation,
    Document,
    Date,
    NotApplicable,
}

words!(Kind {
    Text = "text",
    Confirmation = "confirmation",
    Document = "document",
    Date = "date",
    NotApplicable = "not-applicable",
});

/// What was found by a question that looks for something, such as unsupported software.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Something.
    Something,
}

words!(pub Found { Nothing = "nothing", Something = "something" });

/// How many people were trained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Training {
    /// How many were trained.
    trained: u32,
    /// How many people there are.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    people: u32,
    /// How the rolling programme works, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_COMMENT)))]
    rolling_programme: Option<String>,
}

impl Training {
    /// Training figures: how many of how many people, and how the rolling programme works if there is one.
    ///
    /// # Errors
    ///
    /// No people at all, or more trained than there are: `(0, 0)` and `(61, 60)` both fail.
    pub fn new(trained: u32, people: u32, rolling_programme: Option<String>) -> Result<Self, Cause> {
        if people == 0 {
            return Err(Cause::OutOfRange { found: 0, expected: "at least one person".to_owned() });
        }
        if trained > people {
            return Err(Cause::MoreThanThereAre { found: trained, people });
        }
        Ok(Self { trained, people, rolling_programme })
    }

    /// How many were trained.
    pub fn trained(&self) -> u32 {
        self.trained
    }

    /// How many people there are; at least one.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// How the rolling programme works, if there is one.
    pub fn rolling_programme(&self) -> Option<&str> {
        self.rolling_programme.as_deref().and_then(written)
    }

    /// Whether the share of people trained is at least a percentage, in whole numbers.
    ///
    /// ```
    /// let training = |trained, people| dspt::Training::new(trained, people, None).unwrap();
    /// assert!(training(95, 100).reaches(95));
    /// assert!(training(57, 60).reaches(95));
    /// assert!(!training(56, 59).reaches(95));
    /// ```
    pub fn reaches(&self, percent: u32) -> bool {
        u64::from(self.trained) >= self.needed(percent)
    }

    /// The fewest people that make up a percentage. The product of two numbers of 32 bits has room in 64.
    pub(crate) fn needed(&self, percent: u32) -> u64 {
        u64::from(self.people).saturating_mul(u64::from(percent)).div_ceil(100)
    }
}

impl<'de> Read<'de> for Training {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            trained: u32,
            people: u32,
            rolling_programme: Option<Bounded<MAX_COMMENT>>,
        }
        record!(Flat, "figures with `trained` and `people`", {
            trained: required "trained",
            people: required "people",
            rolling_programme: optional "rollingProgramme",
        });
        let Some(flat) = Flat::read(doc, source)? else {
            return Ok(None);
        };
        let key = if flat.people == 0 { "people" } else { "trained" };
        let training = Self::new(flat.trained, flat.people, flat.rolling_programme.map(|text| text.0));
        Ok(training.map_err(|cause| doc.report_at(key, cause)).ok())
    }
}

/// A document, by where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Where it is: a link, a file name, or words that say where it is kept.
    pub location: String,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Which parts of the question it covers, where the question has parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parts: Vec<SourceId>,
    /// The last day on which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
}

impl<'de> Read<'de> for Document {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            location: Bounded<MAX_LOCATION>,
            title: Option<Bounded<MAX_LOCATION>>,
            parts: Vec<SourceId>,
            expires_on: Option<NaiveDate>,
        }
        record!(Flat, "a document with `location`", {
            location: required "location",
            title: optional "title",
            parts: or_empty "parts",
            expires_on: optional "expiresOn",
        });
        Ok(Flat::read(doc, source)?.map(|flat| Self {
            location: flat.location.0,
            title: flat.title.map(|title| title.0),
            parts: flat.parts,
            expires_on: flat.expires_on,
        }))
    }
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Origin {
    /// It was given for this edition.
    #[default]
    Given,
    /// It was carried over from an earlier edition.
    CarriedOver {
        /// The edition for which it was given.
        from: EditionId,
        /// The day on which somebody confirmed that it still holds.
        #[serde(skip_serializing_if = "Option::is_none")]
        reconfirmed_on: Option<NaiveDate>,
    },
}

impl Origin {
    /// Whether the answer was given for this edition, or confirmed for it by a day: since the edition opened, and not on
    /// a day to come.
    pub(crate) fn stands(self, opening: Option<NaiveDate>, day: NaiveDate) -> bool {
        match self {
            Self::Given => true,
            Self::CarriedOver { reconfirmed_on, .. } => reconfirmed_on
                .is_some_and(|confirmed| confirmed <= day && opening.is_none_or(|opening| confirmed >= opening)),
        }
    }

    /// Whether the answer was given for this edition.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
    fn is_given(&self) -> bool {
        *self == Self::Given
    }
}

impl<'de> Read<'de> for Origin {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            kind: OriginKind,
            from: Option<EditionId>,
            reconfirmed_on: Option<NaiveDate>,
        }
        record!(Any, "an origin with `kind`", {
            kind: required "kind",
            from: optional "from",
            reconfirmed_on: optional "reconfirmedOn",
        });
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        let kind = any.kind.as_str();
        Ok(match any.kind {
            OriginKind::Given => {
                let clean = stray(doc, "from", kind, any.from.is_some())
                    & stray(doc, "reconfirmedOn", kind, any.reconfirmed_on.is_some());
                clean.then_some(Self::Given)
            }
            OriginKind::CarriedOver => {
                missing(doc, "from", any.from.is_none());
                any.from.map(|from| Self::CarriedOver { from, reconfirmed_on: any.reconfirmed_on })
            }
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OriginKind {
    Given,
    CarriedOver,
}

words!(OriginKind { Given = "given", CarriedOver = "carried-over" });
