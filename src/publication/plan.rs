//! The action plan: drafted from what is outstanding, and checked before it is attached.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::validity::next_deadline;
use crate::assessment::{ActionPlan, PlanItem, PlanStatus};
use crate::bank::{Level, QuestionBank, QuestionCode};
use crate::evaluation::{Effect, Evaluation};
use crate::message::{Argument, InOurWords, Message, Words};
use crate::reading::{coded, written, written_as};

/// Drafts the action plan: an item for each question outstanding for Standards Met that Approaching Standards does not
/// ask for, with what, why and a next step; owner and due day are the host's to fill in.
///
/// Source: the guide to Approaching Standards of 2021-22.
///
/// ```
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let evaluation = dspt::evaluate(assessment.built_in_bank()?, &assessment, "2026-06-01".parse().unwrap());
/// let plan = dspt::draft_plan(&evaluation);
/// assert_eq!(plan.items.len(), 2);
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn draft_plan(evaluation: &Evaluation<'_>) -> ActionPlan {
    drafted(evaluation, &InOurWords)
}

/// The draft in whatever words.
pub(crate) fn drafted(evaluation: &Evaluation<'_>, words: &impl Words) -> ActionPlan {
    let items = deferrable(evaluation).filter_map(|code| {
        let outcome = evaluation.question(code)?;
        let question = outcome.question;
        let blocking = evaluation.findings_of(outcome).iter().find(|finding| finding.effect() == Effect::Blocks);
        let towards = |evidence: &str| {
            let evidence = Argument::quoted("evidence", Some(code), evidence);
            words.say(&Message::new("plan.next-step", vec![evidence]))
        };
        Some(PlanItem {
            question: code,
            what: Some(words.quote(code, &question.title).to_owned()),
            why: blocking.map(|finding| words.say(&finding.said())),
            next_step: question.good_evidence.first().map(|evidence| towards(evidence)),
            owner: None,
            due_on: None,
            status: PlanStatus::ToDo,
        })
    });
    ActionPlan { items: items.collect() }
}

impl ActionPlan {
    /// The plan with the owner, the day, the status and the next step that an earlier plan names for the same question,
    /// and with the items of that plan that are done.
    ///
    /// ```
    /// use dspt::{ActionPlan, PlanItem, PlanStatus};
    ///
    /// let item = |owner: Option<&str>| PlanItem {
    ///     question: "3.1.1".parse().unwrap(),
    ///     what: None,
    ///     why: None,
    ///     next_step: None,
    ///     owner: owner.map(str::to_owned),
    ///     due_on: None,
    ///     status: PlanStatus::ToDo,
    /// };
    /// let earlier = ActionPlan { items: vec![item(Some("Deputy"))] };
    /// assert_eq!(ActionPlan { items: vec![item(None)] }.keeping(&earlier), earlier);
    /// ```
    #[must_use]
    pub fn keeping(mut self, earlier: &Self) -> Self {
        for old in &earlier.items {
            match self.items.iter_mut().find(|item| item.question == old.question) {
                Some(item) => {
                    item.owner.clone_from(&old.owner);
                    item.due_on = old.due_on;
                    item.status = old.status;
                    if old.next_step.is_some() {
                        item.next_step.clone_from(&old.next_step);
                    }
                }
                None if old.status == PlanStatus::Done => self.items.push(old.clone()),
                None => {}
            }
        }
        self
    }
}

/// The questions that an action plan has to cover, in code order.
fn deferrable<'b>(evaluation: &'b Evaluation<'_>) -> impl Iterator<Item = QuestionCode> + 'b {
    evaluation.outstanding(Level::StandardsMet).filter(|code| !is_for_approaching(evaluation, *code))
}

fn is_for_approaching(evaluation: &Evaluation<'_>, code: QuestionCode) -> bool {
    let entry = evaluation
        .bank()
        .question(code)
        .and_then(|question| question.mandatory_on(Level::ApproachingStandards, evaluation.as_of()));
    entry.is_some_and(|entry| entry.mandatory.known() == Some(&true))
}

/// One thing that is wrong with an action plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanFault {
    /// The question it is about.
    pub question: QuestionCode,
    /// What is wrong.
    pub kind: PlanFaultKind,
}

/// A fault as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PlanFault"))]
pub(crate) struct WrittenFault {
    /// The question it is about.
    question: QuestionCode,
    /// The stable code of what is wrong.
    code: &'static str,
    /// What is wrong with the plan there, and how to mend it.
    message: String,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'static>>,
}

impl PlanFault {
    /// The fault as it is written, with a message in whatever words.
    pub(crate) fn written(&self, words: &impl Words) -> WrittenFault {
        let said = self.said();
        let message = words.say(&said);
        WrittenFault { question: self.question, code: self.kind.code(), message, arguments: said.arguments }
    }
}

impl Serialize for PlanFault {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(PlanFault = WrittenFault);

coded! {
    /// What is wrong with an action plan.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum PlanFaultKind {
        /// A question that is outstanding and not in the plan.
        Omitted = "omitted",
        /// A question that Approaching Standards asks for, which cannot be put off.
        CannotBeDeferred = "cannot-be-deferred",
        /// A question that the edition does not have.
        Unknown = "unknown",
        /// A question with two items.
        Twice = "twice",
        /// An item without an owner.
        OwnerMissing = "owner-missing",
        /// An item without a due day.
        DueDayMissing = "due-day-missing",
        /// An item that was due before the day of the evaluation.
        DueDayPassed {
            /// The day named.
            due_on: NaiveDate,
        } = "due-day-passed",
        /// An item said to be done whose question is outstanding.
        DoneYetOutstanding = "done-yet-outstanding",
        /// An item that is due after the next deadline.
        DueTooLate {
            /// The day named.
            due_on: NaiveDate,
            /// The last day that is in time.
            latest: NaiveDate,
        } = "due-too-late",
    }
}

impl fmt::Display for PlanFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said().text())
    }
}

impl std::error::Error for PlanFaultKind {}

/// The last day on which an item of a plan may be due.
pub(crate) fn last_due_day(bank: &QuestionBank) -> NaiveDate {
    let edition = bank.about();
    next_deadline(edition.id, edition.deadline.value)
}

/// Everything that is wrong with a plan: what it leaves out, what it may not put off, and what is not filled in.
///
/// Sources: question 63 of the programme's Q&A of 24 June 2022 for what cannot be put off; the guide to Approaching
/// Standards, by which the plan covers the coming year, for the last due day.
pub fn check_plan(plan: &ActionPlan, evaluation: &Evaluation<'_>) -> Vec<PlanFault> {
    let latest = last_due_day(evaluation.bank());
    let outstanding: Vec<QuestionCode> = evaluation.outstanding(Level::StandardsMet).collect();
    let mut faults = Vec::new();
    for (at, item) in plan.items.iter().enumerate() {
        let mut fault = |kind| faults.push(PlanFault { question: item.question, kind });
        if plan.items.iter().take(at).any(|earlier| earlier.question == item.question) {
            fault(PlanFaultKind::Twice);
        }
        if evaluation.bank().question(item.question).is_none() {
            fault(PlanFaultKind::Unknown);
        } else if is_for_approaching(evaluation, item.question) {
            fault(PlanFaultKind::CannotBeDeferred);
        }
        // What is in place needs nobody and no day any more.
        if item.status == PlanStatus::Done && !outstanding.contains(&item.question) {
            continue;
        }
        if item.owner.as_deref().and_then(written).is_none() {
            fault(PlanFaultKind::OwnerMissing);
        }
        if item.status == PlanStatus::Done && outstanding.contains(&item.question) {
            fault(PlanFaultKind::DoneYetOutstanding);
        }
        match item.due_on {
            None => fault(PlanFaultKind::DueDayMissing),
            Some(due_on) if due_on < evaluation.as_of() => fault(PlanFaultKind::DueDayPassed { due_on }),
            Some(due_on) if due_on > latest => fault(PlanFaultKind::DueTooLate { due_on, latest }),
            Some(_) => {}
        }
    }
    let omitted = deferrable(evaluation).filter(|code| plan.items.iter().all(|item| item.question != *code));
    faults.extend(omitted.map(|question| PlanFault { question, kind: PlanFaultKind::Omitted }));
    faults.sort_by_key(|fault| fault.question);
    faults
}
