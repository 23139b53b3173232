//! The action plan as a report: a draft, what is attached, and what is wrong with it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::ActionPlan;
use crate::evaluation::Evaluation;
use crate::publication::{PlanFault, check_plan, draft_plan};
use crate::reading::document_format;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanReport<'a> {
    format: ActionPlanFormat,
    /// The day for which it was drafted and checked.
    pub as_of: NaiveDate,
    /// A draft with an item for each question outstanding; what the attached plan says already is kept.
    pub draft: ActionPlan,
    /// The plan attached to the assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attached: Option<&'a ActionPlan>,
    /// What is wrong with the plan attached.
    pub faults: Vec<PlanFault>,
}

impl<'a> PlanReport<'a> {
    /// The report on the plan of an evaluated assessment.
    pub fn new(evaluation: &Evaluation<'a>) -> Self {
        let attached = evaluation.assessment().action_plan();
        let draft = draft_plan(evaluation);
        Self {
            format: ActionPlanFormat,
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
}
