//! The schemas as committed: constants, so that nobody needs the crate that wrote them.

use crate::reading::words;

/// For whom a schema is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// For programs: plain keywords that every validator and code generator takes.
    Strict,
    /// For people: titles, labelled choices and an order, for tools that render forms.
    Forms,
}

words!(pub Profile { Strict = "strict", Forms = "forms" });

/// The edition of JSON Schema in which a schema is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draft {
    /// Draft 2020-12.
    Draft2020,
    /// Draft-07, the default of many tools.
    Draft07,
}

words!(pub Draft { Draft2020 = "2020-12", Draft07 = "07" });

/// A schema as committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema {
    /// The document it describes, such as `assessment`, or `assessment-2025-26` for the form of one edition.
    pub name: &'static str,
    /// For whom it is made.
    pub profile: Profile,
    /// The edition of JSON Schema.
    pub draft: Draft,
    /// The schema as JSON text.
    pub text: &'static str,
}

// One entry for each schema of `schema/`, by name.
include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// Every schema there is.
///
/// ```
/// assert!(dspt::schemas().iter().any(|schema| schema.name == "evaluation"));
/// ```
pub fn schemas() -> &'static [Schema] {
    SCHEMAS
}

/// The schema of a document, if there is one.
///
/// ```
/// use dspt::{Draft, Profile, schema};
///
/// let assessment = schema("assessment", Profile::Strict, Draft::Draft2020).unwrap();
/// assert!(assessment.text.contains("https://json-schema.org/draft/2020-12/schema"));
/// assert!(schema("poem", Profile::Strict, Draft::Draft2020).is_none());
/// ```
pub fn schema(name: &str, profile: Profile, draft: Draft) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.name == name && schema.profile == profile && schema.draft == draft)
}
