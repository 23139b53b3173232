//! What stands against an answer: one function a rule, named after the rule.

use chrono::{Months, NaiveDate};

use super::certainty::FactName;
use super::finding::FindingKind;
use super::judge::found;
use super::meaning::{Meaning, NotApplicableAnswer, meaning};
use super::reading::{Applied, Case, Mend, Notes};
use super::step::AnswerRule;
use crate::assessment::{Answer, Document, Found, Origin, Response, Training};
use crate::bank::{Certainty, EvidenceType, Fact, Question, Readings, Reason, SourceId, Window};
use crate::reading::written;

/// The readings in which something stands against the answer, whether something said does, and whether it says that
/// the question does not apply.
pub(super) fn answered<'a, N: Notes<'a>>(
    case: &Case<'a>,
    question: &'a Question,
    response: Option<&'a Response>,
    notes: &mut N,
) -> (Readings, bool, bool) {
    let mut applied = Applied::new(case, question, notes);
    let Some(response) = response else {
        applied.rule(AnswerRule::Answered, |applied| applied.block(FindingKind::Unanswered, Mend::Adding));
        return (applied.against, applied.settled, false);
    };
    applied.rule(AnswerRule::Reconfirmation, |applied| carried_over_answer_is_reconfirmed(response, applied));
    let is_not_applicable = match meaning(question, response) {
        Meaning::NotApplicable(given) => {
            applied.rule(AnswerRule::NotApplicable, |applied| not_applicable_is_accepted(given, applied));
            applied.rule(AnswerRule::Condition, |applied| not_applicable_is_not_contradicted(given, applied));
            applied.rule(AnswerRule::Reason, |applied| not_applicable_is_explained(given, applied));
            true
        }
        Meaning::Answer(answer) => {
            applied.rule(AnswerRule::EvidenceType, |applied| evidence_is_of_the_right_type(answer, applied));
            applied.rule(AnswerRule::Evidence, |applied| evidence_is_given(answer, applied));
            applied.rule(AnswerRule::Window, |applied| review_is_in_the_window(response, applied));
            false
        }
    };
    (applied.against, applied.settled, is_not_applicable)
}

/// An answer carried over from an earlier edition waits until somebody confirms that it still holds.
fn carried_over_answer_is_reconfirmed<'a>(response: &Response, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let case = applied.case;
    let rule = &case.bank.about().reconfirmation;
    let opening = case.bank.about().opening.value.map(|opening| opening.earliest);
    let Origin::CarriedOver { from, reconfirmed_on } = response.origin else { return };
    if rule.value != Some(true) || response.origin.stands(opening, case.as_of) {
        return;
    }
    match reconfirmed_on {
        Some(day) if day > case.as_of => {
            let kind = FindingKind::ReconfirmedInFuture { day };
            applied.block_by(FactName::Reconfirmation, &rule.provenance, kind, Mend::TakingBack);
        }
        // Nobody can have confirmed an answer for an edition that had not opened.
        _ => {
            let relation = applied.question.descent.as_ref().and_then(Fact::known).map(|descent| descent.relation);
            let kind = FindingKind::NotReconfirmed { from, too_early: reconfirmed_on, relation };
            applied.block_by(FactName::Reconfirmation, &rule.provenance, kind, Mend::Adding);
        }
    }
}

/// "Not applicable" is accepted where the toolkit offers a way to say it.
fn not_applicable_is_accepted<'a>(given: NotApplicableAnswer<'_>, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let question = applied.question;
    let provenance = &question.not_applicable.provenance;
    applied.rests_on(FactName::NotApplicable, provenance);
    let kind = FindingKind::NotApplicableNotAccepted { place: given.place };
    applied.block_in(accepts_not_applicable(question).not(), kind, Mend::TakingBack, provenance);
}

/// The readings in which a question takes "Not applicable".
pub(super) fn accepts_not_applicable(question: &Question) -> Readings {
    let certainty = question.not_applicable.provenance.certainty;
    match (&question.not_applicable.value, certainty) {
        // No route is on record: certainly none, or nobody knows.
        (None, Certainty::Confirmed | Certainty::Inferred) => certainty.as_requirement().not(),
        _ => certainty.as_relief(),
    }
}

/// Where a reason is asked for, "Not applicable" needs one; elsewhere it is only better with one.
fn not_applicable_is_explained<'a>(given: NotApplicableAnswer<'_>, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let question = applied.question;
    let Some(route) = question.not_applicable.known().filter(|_| given.reason.is_none()) else {
        return;
    };
    let fact = &question.not_applicable.provenance;
    // The reason belongs where the words are, but for the one kind that has a place of its own for it.
    let place = if given.place == "/kind" { "/reason" } else { given.place };
    match route.reason {
        Reason::Asked => {
            applied.block_by(
                FactName::NotApplicable,
                fact,
                FindingKind::NotApplicableUnexplained { place },
                Mend::Adding,
            );
        }
        // Advice would be idle while the answer does not stand.
        Reason::NotAsked if applied.against.holds(Readings::HEADLINE) => {}
        Reason::NotAsked => applied.advise(FindingKind::NotApplicableWithoutReason { place }, fact),
    }
}

/// A question does not fall away when the one that decides it found something.
fn not_applicable_is_not_contradicted<'a>(
    given: NotApplicableAnswer<'_>,
    applied: &mut Applied<'a, '_, impl Notes<'a>>,
) {
    let (case, question) = (applied.case, applied.question);
    let Some(Fact { value: Some(condition), provenance }) = &question.needed_when else {
        return;
    };
    let by = condition.found;
    match found(&case, by).in_best_reading() {
        Some(Found::Something) => {
            let kind = FindingKind::NotApplicableContradicted { by, place: given.place };
            applied.block_by(FactName::NeededWhen, provenance, kind, Mend::TakingBack);
        }
        Some(Found::Nothing) => {}
        None => applied.advise(FindingKind::ConditionNotStated { by, place: given.place }, provenance),
    }
}

/// The answer is of the kind the question takes.
fn evidence_is_of_the_right_type<'a>(answer: &Answer, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let question = applied.question;
    let given = match answer {
        Answer::Text { .. } => EvidenceType::Text,
        Answer::Confirmation { .. } => EvidenceType::Confirmation,
        Answer::Document { .. } => EvidenceType::Document,
        Answer::Date { .. } => EvidenceType::Date,
        Answer::NotApplicable { .. } => return,
    };
    let Some(asked) = question.evidence_type.value else {
        return;
    };
    if given != asked {
        let kind = FindingKind::WrongEvidenceType { asked, given };
        applied.block_by(FactName::EvidenceType, &question.evidence_type.provenance, kind, Mend::TakingBack);
    }
}

/// There is something in the answer: words, a tick, a document.
fn evidence_is_given<'a>(answer: &'a Answer, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    match answer {
        Answer::Text { text } if written(text).is_none() => {
            applied.block(FindingKind::TextEmpty, Mend::Adding);
        }
        Answer::Text { .. } | Answer::Date { .. } | Answer::NotApplicable { .. } => {}
        Answer::Confirmation { confirmed, found, training } => {
            if !confirmed {
                applied.block(FindingKind::NotConfirmed, Mend::Adding);
            }
            applied.rule(AnswerRule::Threshold, |applied| enough_people_are_trained(training.as_ref(), applied));
            applied.rule(AnswerRule::Found, |applied| finding_is_stated(*found, applied));
        }
        Answer::Document { documents } => {
            applied.rule(AnswerRule::InDate, |applied| evidence_is_in_date(documents, applied));
            applied.rule(AnswerRule::Parts, |applied| every_part_is_covered(documents, applied));
        }
    }
}

/// Of the people who handle personal data, enough were trained, or a rolling programme sees to it.
fn enough_people_are_trained<'a>(training: Option<&'a Training>, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let question = applied.question;
    let Some(Fact { value: Some(threshold), provenance }) = &question.threshold else {
        if training.is_some() {
            applied.advise(FindingKind::DetailNotAsked { detail: "training" }, &question.listed);
        }
        return;
    };
    let percent = threshold.percent;
    let Some(training) = training else {
        applied.advise(FindingKind::TrainingFiguresMissing { percent }, provenance);
        return;
    };
    if training.reaches(percent) {
        return;
    }
    applied.rests_on(FactName::Threshold, provenance);
    let rolling = &threshold.rolling_programme;
    let accepted = if rolling.value == Some(true) && training.rolling_programme().is_some() {
        applied.rests_on(FactName::RollingProgramme, &rolling.provenance);
        rolling.provenance.certainty.as_relief()
    } else {
        Readings::NONE
    };
    if accepted.holds(Readings::HEADLINE) {
        applied.advise(FindingKind::RollingProgramme { training, percent }, &rolling.provenance);
    }
    let refused = provenance.certainty.as_requirement().and(accepted.not());
    let kind = FindingKind::TrainingBelowThreshold { training, percent };
    applied.block_in(refused, kind, Mend::Adding, provenance);
}

/// A question that looks for something says what it found.
fn finding_is_stated<'a>(found: Option<Found>, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let question = applied.question;
    match (&question.looks_for, found) {
        (Some(Fact { value: Some(looks_for), provenance }), None) => {
            applied.advise(FindingKind::FindingNotStated { looks_for }, provenance);
        }
        (None, Some(_)) => applied.advise(FindingKind::DetailNotAsked { detail: "found" }, &question.listed),
        _ => {}
    }
}

/// There is a document, and at least one that has not expired.
fn evidence_is_in_date<'a>(documents: &'a [Document], applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let (case, question) = (applied.case, applied.question);
    let placed = || documents.iter().enumerate().filter(|(_, document)| written(&document.location).is_some());
    if placed().next().is_none() {
        applied.block(FindingKind::DocumentMissing, Mend::Adding);
    }
    let any_current = placed().any(|(_, document)| is_in_date(document, case.as_of));
    for (at, document) in placed() {
        match document.expires_on {
            Some(expired_on) if expired_on < case.as_of && any_current => {
                applied.advise(FindingKind::EvidencePartlyExpired { at, expired_on }, &question.listed);
            }
            Some(expired_on) if expired_on < case.as_of => {
                applied.block(FindingKind::EvidenceExpired { at, expired_on }, Mend::Adding);
            }
            _ => {}
        }
    }
}

/// A document counts up to and including its last day.
fn is_in_date(document: &Document, day: NaiveDate) -> bool {
    document.expires_on.is_none_or(|last| day <= last)
}

/// Where a question asks for several documents, each of them is there.
fn every_part_is_covered<'a>(documents: &'a [Document], applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let (case, question) = (applied.case, applied.question);
    let usable = |document: &&Document| written(&document.location).is_some() && is_in_date(document, case.as_of);
    for part in &question.parts {
        if !documents.iter().filter(usable).any(|document| document.parts.contains(&part.id)) {
            applied.block_by(FactName::Part, &part.asked, FindingKind::DocumentPartMissing { part }, Mend::Adding);
        }
    }
    let is_asked = |id: &&SourceId| question.parts.iter().any(|part| part.id == **id);
    if documents.iter().flat_map(|document| &document.parts).any(|id| !is_asked(&id)) {
        applied.advise(FindingKind::DetailNotAsked { detail: "parts" }, &question.listed);
    }
}

/// What the answer rests on was reviewed within the edition's window, counted back from the day of the evaluation.
fn review_is_in_the_window<'a>(response: &Response, applied: &mut Applied<'a, '_, impl Notes<'a>>) {
    let (case, question) = (applied.case, applied.question);
    if let Some(day) = response.reviewed_on.filter(|day| *day > case.as_of) {
        applied.block(FindingKind::ReviewInFuture { day }, Mend::TakingBack);
        return;
    }
    let Some(Fact { value: Some(window), provenance }) = &question.window else {
        return;
    };
    let earliest = first_day_of(*window, case.as_of);
    match response.reviewed_on {
        // Where nobody knows from when a review counts, there is no date to ask for.
        None if provenance.certainty == Certainty::Unknown => {}
        None => applied.advise(FindingKind::ReviewDateMissing { earliest }, provenance),
        Some(day) if day < earliest => {
            let kind = FindingKind::ReviewOutOfDate { day, earliest };
            applied.block_by(FactName::Window, provenance, kind, Mend::Adding);
        }
        Some(_) => {}
    }
}

/// The first day that counts. Twelve months before 30 June 2026 is 30 June 2025, which counts; twelve months before
/// 29 February 2024 is 28 February 2023.
pub(crate) fn first_day_of(window: Window, as_of: NaiveDate) -> NaiveDate {
    match window {
        Window::Since { date } => date,
        Window::WithinMonths { months } => as_of.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN),
    }
}
