//! Facts with their certainty and their sources.

use serde::{Deserializer, Serialize};

use super::source::SourceId;
use crate::reading::{Doc, Read, record, words};

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Certainty {
    /// A source says it for this edition.
    Confirmed,
    /// Our reading of the sources, with the reason beside it.
    Inferred,
    /// No source settles it; the best reading does without it.
    Unknown,
}

words!(pub Certainty { Confirmed = "confirmed", Inferred = "inferred", Unknown = "unknown" });

/// Why a fact is believed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Provenance {
    /// How sure it is.
    pub certainty: Certainty,
    /// Where it comes from; never empty unless the fact is unknown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<SourceId>,
    /// How it was read from the sources; never absent unless the fact is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

record!(Provenance, "a provenance with `certainty` and `sources`", {
    certainty: required "certainty",
    sources: or_empty "sources",
    because: optional "because",
});

/// A fact of the question bank: a value, how sure it is, and where it comes from.
///
/// The value is absent only where the certainty is [`Certainty::Unknown`] and nothing particular is in question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact<T> {
    /// What holds, or what may hold where the certainty is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
    /// Why it is believed.
    #[serde(flatten)]
    pub provenance: Provenance,
}

impl<T> Fact<T> {
    /// The value if it is confirmed or inferred.
    ///
    /// ```
    /// let bank = dspt::QuestionBank::edition("2025-26".parse()?).unwrap();
    /// let question = bank.question("7.1.1".parse()?).unwrap();
    /// assert_eq!(question.heading.known(), Some(&dspt::Heading::ItSystemsAndDevices));
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn known(&self) -> Option<&T> {
        match self.provenance.certainty {
            Certainty::Confirmed | Certainty::Inferred => self.value.as_ref(),
            Certainty::Unknown => None,
        }
    }

    /// The readings in which the value holds when it asks for something.
    pub(crate) fn as_requirement(&self) -> Readings {
        if self.value.is_some() { self.provenance.certainty.as_requirement() } else { Readings::NONE }
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Fact<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        let of = match T::schema_name().as_ref() {
            "boolean" => "YesNo".to_owned(),
            "uint32" => "Number".to_owned(),
            "string" => "Text".to_owned(),
            "NaiveDate" => "Date".to_owned(),
            other => other.to_owned(),
        };
        format!("{of}Fact").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Provenance::json_schema(generator);
        let value = generator.subschema_for::<T>();
        let description = "A fact of the question bank: a value, how sure it is, and where it comes from.";
        schema.insert("description".to_owned(), description.into());
        if let Some(properties) = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut) {
            let about = "What holds, or what may hold where the certainty is unknown.";
            let value = schemars::json_schema!({ "description": about, "allOf": [value] });
            properties.shift_insert(0, "value".to_owned(), value.to_value());
        }
        schema
    }
}

impl<'de, T: Read<'de>> Read<'de> for Fact<T> {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat<T> {
            value: Option<T>,
            certainty: Certainty,
            sources: Vec<SourceId>,
            because: Option<String>,
        }
        record!(Flat<T>, "a fact with `value`, `certainty` and `sources`", {
            value: optional "value",
            certainty: required "certainty",
            sources: or_empty "sources",
            because: optional "because",
        });
        Ok(Flat::<T>::read(doc, source)?.map(|flat| Self {
            value: flat.value,
            provenance: Provenance { certainty: flat.certainty, sources: flat.sources, because: flat.because },
        }))
    }
}

/// A fact as the check sees it: where it stands, why it is believed, and whether it has a value.
pub(crate) struct Stated<'a> {
    pub(crate) place: String,
    pub(crate) provenance: &'a Provenance,
    pub(crate) has_value: bool,
}

impl<'a> Stated<'a> {
    /// A fact at a place.
    pub(crate) fn fact<T>(place: impl Into<String>, fact: &'a Fact<T>) -> Self {
        Self { place: place.into(), provenance: &fact.provenance, has_value: fact.value.is_some() }
    }

    /// A fact that needs no value, because that it holds is all it says.
    pub(crate) fn bare(place: impl Into<String>, provenance: &'a Provenance) -> Self {
        Self { place: place.into(), provenance, has_value: true }
    }
}

/// The ways in which the rules are read at once: a set of readings in which something holds.
///
/// Everything the evaluator decides is a set of readings, so that the best reading and the bounds on either side of
/// it come out of one pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readings(u8);

impl Readings {
    pub(crate) const NONE: Self = Self(0);
    /// Inferred and unknown requirements hold; inferred and unknown reliefs do not; disputed rules all hold.
    pub(crate) const STRICT: Self = Self(0b0001);
    /// The best reading: what is inferred holds, what is unknown does not.
    pub(crate) const HEADLINE: Self = Self(0b0010);
    /// The best reading if the edition had no question beyond those the bank lists.
    pub(crate) const IF_LISTED_IS_ALL: Self = Self(0b0100);
    /// Only confirmed requirements hold and as many questions as the official count says; every relief holds, and any
    /// one of disputed rules is enough.
    pub(crate) const LENIENT: Self = Self(0b1000);
    pub(crate) const BEST: Self = Self(0b0110);
    pub(crate) const ALL: Self = Self(0b1111);

    pub(crate) const fn holds(self, reading: Self) -> bool {
        self.0 & reading.0 == reading.0
    }
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    pub(crate) const fn not(self) -> Self {
        Self(!self.0 & Self::ALL.0)
    }
    /// Whether the strict and the lenient reading differ.
    pub(crate) const fn is_disputed(self) -> bool {
        self.holds(Self::STRICT) != self.holds(Self::LENIENT)
    }
}

impl Certainty {
    /// The readings in which a fact of this certainty holds when it asks for something.
    pub(crate) const fn as_requirement(self) -> Readings {
        match self {
            Self::Confirmed => Readings::ALL,
            Self::Inferred => Readings::STRICT.or(Readings::BEST),
            Self::Unknown => Readings::STRICT,
        }
    }

    /// The readings in which a fact of this certainty holds when it lets something off.
    pub(crate) const fn as_relief(self) -> Readings {
        match self {
            Self::Confirmed => Readings::ALL,
            Self::Inferred => Readings::BEST.or(Readings::LENIENT),
            Self::Unknown => Readings::LENIENT,
        }
    }
}
