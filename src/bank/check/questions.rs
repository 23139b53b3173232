//! The questions: order, wording, periods, and demands that go together.

use chrono::NaiveDate;

use super::super::demand::{Route, Window};
use super::super::descent::Relation;
use super::super::fact::Readings;
use super::super::level::Level;
use super::super::mistake::Fault;
use super::super::question::{EvidenceType, Question};
use super::super::raw::RawBank;
use super::super::rule::Rule;
use super::Mistakes;

/// The longest short title.
const MAX_TITLE: usize = 60;
/// The longest prompt.
const MAX_PROMPT: usize = 300;
/// The longest guidance.
const MAX_GUIDANCE: usize = 1_000;
/// The longest span of months a window can sensibly have.
const MAX_MONTHS: u32 = 120;

pub(super) fn check(bank: &RawBank, days: &[NaiveDate], found: &mut Mistakes) {
    let codes = bank.questions.iter().enumerate();
    found.order(codes.map(|(at, question)| (format!("/questions/{at}/code"), question.code)));
    let levels: Vec<Level> = levels_asked_about(bank).collect();
    for (at, question) in bank.questions.iter().enumerate() {
        let pointer = format!("/questions/{at}");
        wording_is_there(question, &pointer, found);
        mandatory_periods_cover_every_day_once(question, &levels, days, &pointer, found);
        window_makes_sense(bank, question, &pointer, found);
        threshold_makes_sense(question, &pointer, found);
        demands_fit_the_evidence_type(question, &pointer, found);
        condition_can_be_decided(bank, question, days, &pointer, found);
        exemptions_stand_once(question, &pointer, found);
        descent_is_clear(question, &pointer, found);
    }
}

fn wording_is_there(question: &Question, pointer: &str, found: &mut Mistakes) {
    found.text(&format!("{pointer}/title"), &question.title, MAX_TITLE);
    found.text(&format!("{pointer}/prompt"), &question.prompt, MAX_PROMPT);
    found.text(&format!("{pointer}/guidance"), &question.guidance, MAX_GUIDANCE);
    for (at, example) in question.good_evidence.iter().enumerate() {
        found.text(&format!("{pointer}/goodEvidence/{at}"), example, MAX_PROMPT);
    }
    if let Some(route) = &question.not_applicable.value {
        found.text(&format!("{pointer}/notApplicable/value/when"), &route.when, MAX_PROMPT);
    }
    if let Some(looks_for) = question.looks_for.as_ref().and_then(|fact| fact.value.as_ref()) {
        found.text(&format!("{pointer}/looksFor/value"), looks_for, MAX_PROMPT);
    }
    for (at, part) in question.parts.iter().enumerate() {
        found.text(&format!("{pointer}/parts/{at}/title"), &part.title, MAX_PROMPT);
        if question.parts.iter().take(at).any(|earlier| earlier.id == part.id) {
            found.push(format!("{pointer}/parts/{at}/id"), Fault::Duplicate { id: part.id.to_string() });
        }
    }
}

/// For every level that a rule asks about, exactly one entry speaks of each day.
fn mandatory_periods_cover_every_day_once(
    question: &Question,
    levels: &[Level],
    days: &[NaiveDate],
    pointer: &str,
    found: &mut Mistakes,
) {
    for (at, entry) in question.mandatory.iter().enumerate() {
        found.period(&format!("{pointer}/mandatory/{at}"), entry.from, entry.until);
    }
    for level in levels.iter().copied() {
        let entries = || question.mandatory.iter().filter(move |entry| entry.level == level);
        for day in days.iter().copied() {
            match entries().filter(|entry| entry.covers(day)).count() {
                0 => {
                    found.push(format!("{pointer}/mandatory"), Fault::PeriodMissing { level, day });
                    break;
                }
                1 => {}
                _ => {
                    found.push(format!("{pointer}/mandatory"), Fault::PeriodsOverlap { level, day });
                    break;
                }
            }
        }
    }
}

/// The levels that a rule or a count speaks of.
fn levels_asked_about(bank: &RawBank) -> impl Iterator<Item = Level> {
    fn asks(rule: &Rule, level: Level) -> bool {
        match rule {
            Rule::AllOf { rules } | Rule::AnyOf { rules } => rules.iter().any(|rule| asks(rule, level)),
            Rule::EveryMandatoryComplete { level: named } => *named == level,
            Rule::EveryQuestionComplete | Rule::LevelMet { .. } | Rule::CertificateCurrent { .. } => false,
        }
    }
    Level::ALL.iter().copied().filter(|level| {
        let mut rules = bank.levels.iter().flat_map(|rule| &rule.readings).filter_map(|reading| reading.value.as_ref());
        rules.any(|rule| asks(rule, *level)) || bank.edition.counts.iter().any(|count| count.level == *level)
    })
}

fn window_makes_sense(bank: &RawBank, question: &Question, pointer: &str, found: &mut Mistakes) {
    let Some(window) = question.window.as_ref().and_then(|fact| fact.value.as_ref()) else {
        return;
    };
    match (window, bank.edition.deadline.value) {
        (Window::WithinMonths { months }, _) if *months == 0 || *months > MAX_MONTHS => {
            let fault = Fault::OutOfRange { found: *months, expected: "1 to 120 months" };
            found.push(format!("{pointer}/window/value/months"), fault);
        }
        (Window::Since { date }, Some(deadline)) if *date > deadline => {
            let expected = format!("on or before the deadline {deadline}");
            found.push(format!("{pointer}/window/value/date"), Fault::DateOutsideEdition { found: *date, expected });
        }
        _ => {}
    }
}

fn threshold_makes_sense(question: &Question, pointer: &str, found: &mut Mistakes) {
    let Some(threshold) = question.threshold.as_ref().and_then(|fact| fact.value.as_ref()) else {
        return;
    };
    if threshold.percent == 0 || threshold.percent > 100 {
        let fault = Fault::OutOfRange { found: threshold.percent, expected: "1 to 100 per cent" };
        found.push(format!("{pointer}/threshold/value/percent"), fault);
    }
    found.text(&format!("{pointer}/threshold/value/counts"), &threshold.counts, MAX_PROMPT);
}

/// Parts belong to documents, head counts and findings to ticks, and each route of "Not applicable" to its box.
fn demands_fit_the_evidence_type(question: &Question, pointer: &str, found: &mut Mistakes) {
    let Some(&evidence) = question.evidence_type.known() else {
        return;
    };
    let mut fits = |key: &str, given: bool, right: &[EvidenceType]| {
        if given && !right.contains(&evidence) {
            found.push(format!("{pointer}/{key}"), Fault::DoesNotFit { evidence: evidence.as_str() });
        }
    };
    fits("parts", !question.parts.is_empty(), &[EvidenceType::Document]);
    fits("threshold", question.threshold.is_some(), &[EvidenceType::Confirmation]);
    fits("looksFor", question.looks_for.is_some(), &[EvidenceType::Confirmation]);
    let route = question.not_applicable.value.as_ref().map(|way| way.route);
    fits("notApplicable/value/route", route == Some(Route::AnswerText), &[EvidenceType::Text]);
    fits("notApplicable/value/route", route == Some(Route::DocumentLocation), &[EvidenceType::Document]);
}

/// A condition names another question that looks for something and is mandatory whenever this one is: otherwise a
/// further answer could take a level away.
fn condition_can_be_decided(
    bank: &RawBank,
    question: &Question,
    days: &[NaiveDate],
    pointer: &str,
    found: &mut Mistakes,
) {
    let Some(condition) = question.needed_when.as_ref().and_then(|fact| fact.value.as_ref()) else {
        return;
    };
    let code = condition.found;
    let pointer = format!("{pointer}/neededWhen/value/found");
    let Some(decides) = bank.questions.iter().find(|other| other.code == code) else {
        found.push(pointer, Fault::UnknownQuestion { code });
        return;
    };
    if decides.needed_when.is_some() {
        found.push(pointer.clone(), Fault::ConditionChained { code });
    }
    if decides.looks_for.is_none() {
        found.push(pointer.clone(), Fault::NothingLookedFor { code });
    }
    for level in Level::ALL.iter().copied() {
        let less = days.iter().copied().find(|day| {
            question.mandatory_readings(level, *day).holds(Readings::HEADLINE)
                && !decides.mandatory_readings(level, *day).holds(Readings::HEADLINE)
        });
        if let Some(day) = less {
            found.push(pointer.clone(), Fault::ConditionLessMandatory { code, level, day });
        }
    }
}

fn exemptions_stand_once(question: &Question, pointer: &str, found: &mut Mistakes) {
    for (at, exemption) in question.exemptions.iter().enumerate() {
        if question.exemptions.iter().take(at).any(|earlier| earlier.by == exemption.by) {
            found.push(format!("{pointer}/exemptions/{at}/by"), Fault::Duplicate { id: exemption.by.to_string() });
        }
    }
}

/// A new question descends from none, every other from one.
fn descent_is_clear(question: &Question, pointer: &str, found: &mut Mistakes) {
    let Some(descent) = question.descent.as_ref().and_then(|fact| fact.value.as_ref()) else { return };
    let is_new = descent.relation == Relation::NoRelationship;
    if is_new == descent.from.is_some() {
        let fault = Fault::DescentUnclear { relation: descent.relation.as_str(), names: is_new };
        found.push(format!("{pointer}/descent"), fault);
    }
}
