//! What the answers come to from day to day while nobody changes them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;

use super::event::{TimelineEvent, TimelineEventKind};
use super::rules::{certificates, inside};
use crate::advice::LevelReadings;
use crate::assessment::{Answer, Assessment, Document, Origin, Response};
use crate::bank::{Certainty, EditionId, Level, Question, QuestionBank, QuestionCode, Window};
use crate::evaluation::{Evaluation, QuestionStatus, Verdict, evaluate, first_day_of};
use crate::reading::written;

/// The verdict on the answers as they are, from the opening of their edition to its deadline: each day on which it
/// changes although nobody changes an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AnswersTimeline {
    /// The edition whose rules judge.
    pub edition: EditionId,
    /// The first day: the edition's opening, or the day asked about where that is earlier.
    pub from: NaiveDate,
    /// The last day: the edition's deadline, or the day asked about where that is later.
    pub until: NaiveDate,
    /// The verdict on the first day.
    pub at_first: VerdictOn,
    /// The days on which it changes, in their order; between them it stays.
    pub changes: Vec<VerdictChange>,
}

/// The verdict on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VerdictOn {
    /// The day.
    pub day: NaiveDate,
    /// The level in the best reading; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How sure the level is.
    pub certainty: Certainty,
}

impl VerdictOn {
    pub(super) fn of(evaluation: &Evaluation<'_>) -> Self {
        let certainty = match evaluation.verdict() {
            Verdict::Confirmed => Certainty::Confirmed,
            Verdict::Inferred { .. } => Certainty::Inferred,
        };
        Self { day: evaluation.as_of(), level: evaluation.level(), certainty }
    }
}

/// A day on which the verdict changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct VerdictChange {
    /// The verdict from this day on.
    pub verdict: VerdictOn,
    /// The level the day before; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_before: Option<Level>,
    /// Why.
    pub why: Vec<TimelineEvent>,
    /// The levels that come to something else, in any reading.
    pub levels: Vec<LevelTurn>,
    /// The questions that come to something else.
    pub questions: Vec<StatusTurn>,
}

/// A level that comes to something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LevelTurn {
    /// The level.
    pub level: Level,
    /// What it came to the day before.
    pub before: LevelReadings,
    /// What it comes to from this day on.
    pub after: LevelReadings,
}

/// A question that comes to something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StatusTurn {
    /// The question.
    pub question: QuestionCode,
    /// Its short name.
    pub title: String,
    /// What it came to the day before.
    pub before: QuestionStatus,
    /// What it comes to from this day on.
    pub after: QuestionStatus,
}

/// The verdict from the edition's opening to its deadline, with the day asked about among them.
pub(super) fn answers(
    bank: &QuestionBank,
    banks: &[&QuestionBank],
    assessment: &Assessment,
    as_of: NaiveDate,
) -> AnswersTimeline {
    let about = bank.about();
    let from = about.opening.value.map_or(as_of, |opening| opening.earliest).min(as_of);
    let until = about.deadline.value.unwrap_or(as_of).max(as_of);
    let mut days: BTreeMap<NaiveDate, Vec<TimelineEvent>> = BTreeMap::new();
    let events = inside(bank).into_iter().chain(certificates(assessment.organisation(), banks));
    for event in events.chain(of_answers(bank, assessment)) {
        if from < event.day && event.day <= until {
            days.entry(event.day).or_default().push(event);
        }
    }
    let mut before = evaluate(bank, assessment, from);
    let at_first = VerdictOn::of(&before);
    let mut changes = Vec::new();
    for (day, why) in days {
        let now = evaluate(bank, assessment, day);
        changes.extend(change(&before, &now, why));
        before = now;
    }
    AnswersTimeline { edition: bank.id(), from, until, at_first, changes }
}

/// What differs between the verdicts of two days, if anything does.
fn change(before: &Evaluation<'_>, now: &Evaluation<'_>, mut why: Vec<TimelineEvent>) -> Option<VerdictChange> {
    let pairs = before.questions().iter().zip(now.questions());
    let questions: Vec<_> = pairs
        .filter(|(before, now)| before.status != now.status)
        .map(|(before, now)| StatusTurn {
            question: now.question.code,
            title: now.question.title.clone(),
            before: before.status,
            after: now.status,
        })
        .collect();
    let pairs = before.levels().iter().zip(now.levels());
    let levels = pairs.filter_map(|(before, now)| {
        let (level, before, after) = (now.level, LevelReadings::from(before), LevelReadings::from(now));
        (before != after).then_some(LevelTurn { level, before, after })
    });
    let levels: Vec<_> = levels.collect();
    let verdict = VerdictOn::of(now);
    if questions.is_empty() && levels.is_empty() && verdict.certainty == VerdictOn::of(before).certainty {
        return None;
    }
    // An answer that comes to the same as before is no reason, unless nothing else is.
    let is_reason = |event: &TimelineEvent| {
        event.answer_to().is_none_or(|code| questions.iter().any(|changed| changed.question == code))
    };
    if why.iter().any(is_reason) {
        why.retain(is_reason);
    }
    Some(VerdictChange { level_before: before.level(), verdict, why, levels, questions })
}

/// The days on which an answer comes to something else by itself.
fn of_answers(bank: &QuestionBank, assessment: &Assessment) -> Vec<TimelineEvent> {
    let mut events = Vec::new();
    for (code, response) in assessment.responses() {
        if let Some(question) = bank.question(code) {
            of_answer(question, response, &mut events);
        }
    }
    events
}

fn of_answer(question: &Question, response: &Response, events: &mut Vec<TimelineEvent>) {
    let code = question.code;
    if let Some(reviewed_on) = response.reviewed_on {
        events.push(TimelineEvent::new(reviewed_on, TimelineEventKind::ReviewCounts { question: code }));
        let window = question.window.as_ref().and_then(|fact| Some((fact.value?, &fact.provenance)));
        if let Some((lapses, fact)) = window.and_then(|(window, fact)| Some((too_old_from(window, reviewed_on)?, fact)))
        {
            let what = TimelineEventKind::ReviewLapsed { question: code, reviewed_on };
            events.push(TimelineEvent::new(lapses, what).by(fact));
        }
    }
    if let Answer::Document { documents } = &response.answer {
        events.extend(last_days(question, documents).into_iter().filter_map(|last_day| {
            let what = TimelineEventKind::DocumentExpired { question: code, last_day };
            Some(TimelineEvent::new(last_day.succ_opt()?, what))
        }));
    }
    if let Origin::CarriedOver { reconfirmed_on: Some(on), .. } = response.origin {
        events.push(TimelineEvent::new(on, TimelineEventKind::ConfirmationCounts { question: code }));
    }
}

/// The last days of the documents on which the answer can come to less: of the last one, and of the one whose expiry
/// leaves the first part without a document, by how sure it is that the part is asked for. There may be thousands of
/// others, and none of them decides anything.
fn last_days(question: &Question, documents: &[Document]) -> BTreeSet<NaiveDate> {
    let placed = || documents.iter().filter(|document| written(&document.location).is_some());
    let mut first_lacking: BTreeMap<Certainty, NaiveDate> = BTreeMap::new();
    for part in &question.parts {
        if let Some(last) = last_day(placed().filter(|document| document.parts.contains(&part.id))) {
            let first = first_lacking.entry(part.asked.certainty).or_insert(last);
            *first = last.min(*first);
        }
    }
    first_lacking.into_values().chain(last_day(placed())).collect()
}

/// The last day on which one of some documents counts; none where one counts for ever, or there is none.
fn last_day<'d>(documents: impl Iterator<Item = &'d Document>) -> Option<NaiveDate> {
    let mut last = None;
    for document in documents {
        last = last.max(Some(document.expires_on?));
    }
    last
}

/// The first day on which a review is too old. Months differ in length, so the day is sought around the one that has
/// the same number.
fn too_old_from(window: Window, reviewed_on: NaiveDate) -> Option<NaiveDate> {
    let Window::WithinMonths { months } = window else { return None };
    let about = reviewed_on.checked_add_months(Months::new(months))?;
    (0..=4)
        .filter_map(|days| about.checked_add_days(Days::new(days)))
        .find(|day| first_day_of(window, *day) > reviewed_on)
}
