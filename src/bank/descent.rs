//! How the questions of one edition descend from those of the edition before.

use serde::Serialize;

use super::code::QuestionCode;
use crate::reading::{record, words};

/// How a question descends from the edition before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Descent {
    /// How the two are related, in OSCAL's words.
    pub relation: Relation,
    /// The question of the edition before; absent where the question is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<QuestionCode>,
}

record!(Descent, "a descent with `relation`", { relation: required "relation", from: optional "from" });

/// How a question relates to one of the edition before (OSCAL's six relations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Relation {
    /// The same question.
    EqualTo,
    /// The same demand in other words.
    EquivalentTo,
    /// Asks for less.
    SubsetOf,
    /// Asks for more.
    SupersetOf,
    /// Asks for partly the same.
    IntersectsWith,
    /// New.
    NoRelationship,
}

words!(pub Relation {
    EqualTo = "equal-to",
    EquivalentTo = "equivalent-to",
    SubsetOf = "subset-of",
    SupersetOf = "superset-of",
    IntersectsWith = "intersects-with",
    NoRelationship = "no-relationship",
});
