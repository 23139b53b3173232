//! The action plan that comes with Approaching Standards.

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use crate::bank::QuestionCode;
use crate::reading::{Bounded, Doc, Read, record, words};

/// What an organisation will do about the questions outstanding for Standards Met, one item a question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActionPlan {
    /// The items.
    pub items: Vec<PlanItem>,
}

record!(ActionPlan, "an action plan with `items`", { items: required "items" });

/// What will be done about one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanItem {
    /// The question.
    pub question: QuestionCode,
    /// What has to be in place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// Why it is not yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The next step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_step: Option<String>,
    /// Who sees to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The day by which it will be in place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub status: PlanStatus,
}

/// The most characters of any text in a plan.
const MAX_TEXT: usize = 2_000;

impl<'de> Read<'de> for PlanItem {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            question: QuestionCode,
            what: Option<Bounded<MAX_TEXT>>,
            why: Option<Bounded<MAX_TEXT>>,
            next_step: Option<Bounded<MAX_TEXT>>,
            owner: Option<Bounded<MAX_TEXT>>,
            due_on: Option<NaiveDate>,
            status: PlanStatus,
        }
        record!(Flat, "an item with `question`", {
            question: required "question",
            what: optional "what",
            why: optional "why",
            next_step: optional "nextStep",
            owner: optional "owner",
            due_on: optional "dueOn",
            status: or_empty "status",
        });
        Ok(Flat::read(doc, source)?.map(|flat| Self {
            question: flat.question,
            what: flat.what.map(|text| text.0),
            why: flat.why.map(|text| text.0),
            next_step: flat.next_step.map(|text| text.0),
            owner: flat.owner.map(|text| text.0),
            due_on: flat.due_on,
            status: flat.status,
        }))
    }
}

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum PlanStatus {
    /// Not begun.
    #[default]
    ToDo,
    /// Begun.
    InProgress,
    /// Done.
    Done,
}

words!(pub PlanStatus { ToDo = "to-do", InProgress = "in-progress", Done = "done" });
