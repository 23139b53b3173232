//! The days on which rules change, read from the banks: editions that open and close, and changes inside an edition.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::event::{TimelineEvent, TimelineEventKind};
use crate::assessment::{Holding, Organisation};
use crate::bank::{Certificate, Level, QuestionBank};
use crate::publication::lapse;

/// The banks of all editions, oldest first: the built-in ones, and one of the host's own in the place of its edition.
pub(super) fn banks(own: &QuestionBank) -> Vec<&QuestionBank> {
    let mut banks: Vec<&QuestionBank> = QuestionBank::editions().filter(|bank| bank.id() != own.id()).collect();
    banks.push(own);
    banks.sort_by_key(|bank| bank.id());
    banks
}

/// The days on which editions open and close and deadlines pass.
pub(super) fn editions(banks: &[&QuestionBank]) -> Vec<TimelineEvent> {
    let mut events = Vec::new();
    for (at, bank) in banks.iter().enumerate() {
        let (edition, about) = (bank.id(), bank.about());
        if let Some(opening) = about.opening.value {
            let fact = &about.opening.provenance;
            let before = at.checked_sub(1).and_then(|before| banks.get(before));
            if let Some(before) = before {
                let closed = TimelineEventKind::EditionClosed { edition: before.id() };
                events.push(TimelineEvent::new(opening.latest, closed).by(fact));
            }
            events.push(TimelineEvent::new(opening.latest, TimelineEventKind::EditionOpened { edition }).by(fact));
        }
        if let Some(after) = about.deadline.value.and_then(|deadline| deadline.succ_opt()) {
            let passed = TimelineEventKind::DeadlinePassed { edition };
            events.push(TimelineEvent::new(after, passed).by(&about.deadline.provenance));
        }
    }
    events
}

/// What changes about the mandatory questions inside an edition.
pub(super) fn inside(bank: &QuestionBank) -> Vec<TimelineEvent> {
    let edition = bank.id();
    let mut events = Vec::new();
    for question in bank.questions() {
        let boundaries = question.mandatory.iter().flat_map(|entry| [entry.from, entry.until]).flatten();
        for day in boundaries.collect::<BTreeSet<NaiveDate>>() {
            for level in Level::ALL.iter().copied() {
                let is_mandatory = |on| question.mandatory_readings(level, on);
                let (Some(before), after) = (day.pred_opt().map(is_mandatory), is_mandatory(day)) else { continue };
                if before == after {
                    continue;
                }
                let code = question.code;
                // More readings ask for it than before, or fewer do.
                let what = if before.and(after) == before {
                    TimelineEventKind::NowMandatory { edition, question: code, level }
                } else {
                    TimelineEventKind::NoLongerMandatory { edition, question: code, level }
                };
                let event = TimelineEvent::new(day, what);
                let entry = question.mandatory_on(level, day);
                let entry = entry.or_else(|| question.mandatory_on(level, day.pred_opt()?));
                events.push(match entry {
                    Some(entry) => event.by(&entry.mandatory.provenance),
                    None => event,
                });
            }
        }
    }
    let counts = &bank.about().counts;
    let boundaries = counts.iter().flat_map(|count| [count.from, count.until]).flatten();
    for day in boundaries.collect::<BTreeSet<NaiveDate>>() {
        for level in Level::ALL.iter().copied() {
            let Some(yesterday) = day.pred_opt() else { continue };
            let (before, after) = (bank.about().count_on(level, yesterday), bank.about().count_on(level, day));
            let known =
                |count: Option<&crate::bank::OfficialCount>| count.and_then(|count| count.count.known().copied());
            if before == after || known(before) == known(after) {
                continue;
            }
            let what = TimelineEventKind::CountChanged { edition, level, count: known(after) };
            let event = TimelineEvent::new(day, what);
            events.push(match after.or(before) {
                Some(count) => event.by(&count.count.provenance),
                None => event,
            });
        }
    }
    events
}

/// The days on which the certificates of the profile begin and cease to count; what the end of one means is told by the
/// edition of that day.
pub(super) fn certificates(organisation: &Organisation, banks: &[&QuestionBank]) -> Vec<TimelineEvent> {
    let mut events = Vec::new();
    for certificate in Certificate::ALL.iter().copied() {
        let Some(Holding::Yes { issued_on, expires_on }) = organisation.holding(certificate) else { continue };
        events.push(TimelineEvent::new(*issued_on, TimelineEventKind::CertificateBegan { certificate }));
        let Some(after) = expires_on.succ_opt() else { continue };
        let opened = |bank: &&&QuestionBank| bank.about().has_opened_by(after) == Some(true);
        if let Some(bank) = banks.iter().rev().find(opened).or(banks.first()) {
            let event = TimelineEvent::lapsed(after, certificate, lapse(bank, certificate));
            let rule = bank.levels().iter().rev().find_map(|rule| {
                let reading = rule.readings.first()?;
                reading.value.as_ref().filter(|value| value.asks_for(certificate))?;
                Some(&reading.provenance)
            });
            events.push(match rule {
                Some(rule) => event.by(rule),
                None => event,
            });
        }
    }
    events
}
