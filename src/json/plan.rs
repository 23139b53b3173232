//! The action plan as a report: a draft, what is attached, and what is wrong with it.

use chrono::NaiveDate;
use serde::Serialize;

use super::wording::Wording;
use crate::assessment::ActionPlan;
use crate::evaluation::Evaluation;
use crate::message::{InOurWords, Words};
use crate::publication::{PlanFault, WrittenFault, check_plan, drafted};
use crate::reading::{document_format, written_as};

document_format!(ActionPlanFormat = "dspt.action-plan.v1");

/// The action plan that Approaching Standards needs, drafted from what is outstanding, and the one attached, checked.
///
/// ```
/// # let text = include_str!("../../examples/assessments/riverbank-homecare-2021-22.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let evaluation = dspt::evaluate(assessment.built_in_bank()?, &assessment, "2022-06-16".parse().unwrap());
/// let report = dspt::PlanReport::new(&evaluation);
/// assert_eq!(report.attached, assessment.action_plan());
/// # Ok::<(), dspt::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanReport<'a> {
    /// The day for which it was drafted and checked.
    pub as_of: NaiveDate,
    /// A draft with an item for each question outstanding; what the attached plan says already is kept.
    pub draft: ActionPlan,
    /// The plan attached to the assessment.
    pub attached: Option<&'a ActionPlan>,
    /// What is wrong with the plan attached.
    pub faults: Vec<PlanFault>,
}

impl<'a> PlanReport<'a> {
    /// The report on the plan of an evaluated assessment.
    pub fn new(evaluation: &Evaluation<'a>) -> Self {
        Self::drafted_in(&InOurWords, evaluation)
    }

    /// The report with its draft in a host's words; [`PlanReport::to_json_in`] has the faults in them too.
    pub fn new_in(evaluation: &Evaluation<'a>, wording: &Wording) -> Self {
        Self::drafted_in(wording, evaluation)
    }

    fn drafted_in(words: &impl Words, evaluation: &Evaluation<'a>) -> Self {
        let attached = evaluation.assessment().action_plan();
        let draft = drafted(evaluation, words);
        Self {
            as_of: evaluation.as_of(),
            draft: match attached {
                Some(plan) => draft.keeping(plan),
                None => draft,
            },
            attached,
            faults: attached.map(|plan| check_plan(plan, evaluation)).unwrap_or_default(),
        }
    }

    /// The report as JSON of format `dspt.action-plan.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The report as JSON of format `dspt.action-plan.v1`, the faults in a host's words, and the draft as it is.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        serde_json::to_string(&self.written(wording)).unwrap_or_default()
    }

    fn written<'b>(&'b self, words: &'b impl Words) -> WrittenReport<'b> {
        WrittenReport {
            format: ActionPlanFormat,
            as_of: self.as_of,
            locale: words.locale(),
            draft: &self.draft,
            attached: self.attached,
            faults: self.faults.iter().map(|fault| fault.written(words)).collect(),
        }
    }
}

/// The action plan that Approaching Standards needs, drafted from what is outstanding, and the one attached, checked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PlanReport"))]
#[serde(rename_all = "camelCase")]
struct WrittenReport<'b> {
    format: ActionPlanFormat,
    /// The day for which it was drafted and checked.
    as_of: NaiveDate,
    /// The language of the words that a host gave for messages; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// A draft with an item for each question outstanding; what the attached plan says already is kept.
    draft: &'b ActionPlan,
    /// The plan attached to the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    attached: Option<&'b ActionPlan>,
    /// What is wrong with the plan attached.
    faults: Vec<WrittenFault>,
}

impl Serialize for PlanReport<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(PlanReport<'_> = WrittenReport<'static>);
