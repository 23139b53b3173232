//! What changed about a question: that it is there, its code and words, and what it asks for.

use std::cmp::max;

use super::change::Found;
use super::edition::last_day;
use super::lineage::{Link, Tie};
use super::point::{Point, Side, compare};
use super::question_change::QuestionChange;
use super::topic::DiffTopic;
use super::wording;
use crate::bank::{
    Certainty, ExemptionGround, Fact, Level, NotApplicable, Part, Provenance, Question, QuestionBank, QuestionCode,
    Relation, SourceId, Window,
};

type Changes = Vec<Found<QuestionChange>>;

/// The changes of a question, or of one that only one edition has. `same` says whether a code of the older edition and
/// one of the newer are the same question's.
pub(super) fn changes(
    link: &Link,
    old_bank: &QuestionBank,
    new_bank: &QuestionBank,
    same: impl Fn(QuestionCode, QuestionCode) -> bool,
) -> Changes {
    let mut found = identity(link);
    for level in Level::ALL.iter().copied() {
        found.extend(mandatory(link, old_bank, new_bank, level));
    }
    if let (Some(old), Some(new)) = (link.old, link.new) {
        facts(old, new, same, &mut found);
        if old.code != new.code {
            // That the two are one question bears on everything that differs between them.
            for change in &mut found {
                change.certainty = max(change.certainty, link.certainty);
            }
        }
    }
    found
}

fn identity(link: &Link) -> Changes {
    let renumbered = match (link.old, link.new) {
        (Some(old), Some(new)) if old.code != new.code => {
            Some(QuestionChange::Renumbered { code_before: old.code, code_after: new.code })
        }
        _ => None,
    };
    let kinds = match link.tie {
        Tie::Added => [Some(QuestionChange::Added), None],
        Tie::Removed => [Some(QuestionChange::Removed), None],
        Tie::NewOnRecord => [Some(QuestionChange::NewOnRecord), None],
        Tie::NoLongerOnRecord => [Some(QuestionChange::NoLongerOnRecord), None],
        Tie::Continued(Relation::EqualTo) => [renumbered, None],
        Tie::Continued(relation @ (Relation::EquivalentTo | Relation::SubsetOf | Relation::SupersetOf)) => {
            [renumbered, Some(QuestionChange::Reworded { relation })]
        }
        // Its two codes stand beside it; it is not the same question with another number.
        Tie::Continued(Relation::IntersectsWith | Relation::NoRelationship) => [Some(QuestionChange::Replaced), None],
    };
    let found = |what| Found { what, certainty: link.certainty, sources: link.sources.clone() };
    kinds.into_iter().flatten().map(found).collect()
}

fn known(
    side: Side,
    topic: DiffTopic,
    level: Option<Level>,
    by: Option<ExemptionGround>,
    says: String,
) -> QuestionChange {
    match side {
        Side::New => QuestionChange::NowKnown { topic, level, by, says },
        Side::Old => QuestionChange::NoLongerKnown { topic, level, by, says },
    }
}

/// Whether it is mandatory, on the deadline day of each edition.
fn mandatory(
    link: &Link,
    old_bank: &QuestionBank,
    new_bank: &QuestionBank,
    level: Level,
) -> Option<Found<QuestionChange>> {
    fn point<'a>(link: &'a Link, question: Option<&'a Question>, bank: &QuestionBank, level: Level) -> Point<'a, bool> {
        match (question, link.tie) {
            (Some(question), _) => match question.mandatory_on(level, last_day(bank)) {
                Some(entry) => Point::of(&entry.mandatory, |mandatory| *mandatory),
                None => Point::Silent,
            },
            // A question that the edition does not have is not mandatory in it, as surely as it does not have it.
            (None, Tie::Added | Tie::Removed) => Point::Known(false, link.certainty, &link.sources),
            (None, Tie::NewOnRecord | Tie::NoLongerOnRecord | Tie::Continued(_)) => Point::Open,
        }
    }
    let (old, new) = (point(link, link.old, old_bank, level), point(link, link.new, new_bank, level));
    let listing = if link.new.is_some() { &new } else { &old };
    if link.old.zip(link.new).is_none() && matches!(listing, Point::Known(false, ..)) {
        // Of a question that only one edition lists, nothing but a demand is worth telling.
        return None;
    }
    compare(old, new)?.told_by_default(
        |_, after| {
            if after { QuestionChange::NewlyMandatory { level } } else { QuestionChange::NoLongerMandatory { level } }
        },
        |side, value| known(side, DiffTopic::Mandatory, Some(level), None, wording::mandatory(value, level)),
    )
}

/// What it asks for, point by point.
fn facts(old: &Question, new: &Question, same: impl Fn(QuestionCode, QuestionCode) -> bool, found: &mut Changes) {
    // Every field stands here, so that a new one is compared or left out on purpose.
    let Question {
        // They make out which question it is, and are told as such.
        code: _,
        listed: _,
        descent: _,
        // Our own words.
        title: _,
        prompt: _,
        guidance: _,
        good_evidence: _,
        // Told for each level, whether or not both editions have the question.
        mandatory: _,
        // Compared here.
        heading: _,
        evidence_type: _,
        parts: _,
        not_applicable: _,
        exemptions: _,
        window: _,
        threshold: _,
        looks_for: _,
        needed_when: _,
    } = new;
    found.extend(heading(old, new));
    found.extend(evidence_type(old, new));
    let asked_before = old.parts.iter().filter(|part| new.parts.iter().all(|other| other.id != part.id));
    found.extend(new.parts.iter().chain(asked_before).filter_map(|part| part_asked(old, new, part)));
    found.extend(not_applicable(old, new));
    found.extend(ExemptionGround::ALL.iter().filter_map(|by| exemption(old, new, *by)));
    found.extend(window(old, new));
    found.extend(threshold(old, new));
    found.extend(rolling_programme(old, new));
    found.extend(looks_for(old, new));
    found.extend(needed_when(old, new, same));
}

fn heading(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    compare(Point::of(&old.heading, |heading| *heading), Point::of(&new.heading, |heading| *heading))?.told(
        |before, after| Some(QuestionChange::Heading { heading_before: before?, heading_after: after? }),
        |side, heading| known(side, DiffTopic::Heading, None, None, wording::heading(heading)),
    )
}

fn evidence_type(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    compare(Point::of(&old.evidence_type, |kind| *kind), Point::of(&new.evidence_type, |kind| *kind))?.told(
        |before, after| Some(QuestionChange::EvidenceType { evidence_before: before?, evidence_after: after? }),
        |side, kind| known(side, DiffTopic::EvidenceType, None, None, wording::takes(kind)),
    )
}

fn part_asked(old: &Question, new: &Question, part: &Part) -> Option<Found<QuestionChange>> {
    fn point<'a>(question: &'a Question, id: &SourceId) -> Point<'a, bool> {
        match question.parts.iter().find(|part| part.id == *id).map(|part| &part.asked) {
            None => Point::Silent,
            Some(Provenance { certainty: Certainty::Unknown, .. }) => Point::Open,
            Some(asked) => Point::Known(true, asked.certainty, &asked.sources),
        }
    }
    compare(point(old, &part.id), point(new, &part.id))?.told_by_default(
        |_, after| {
            let (part, title) = (part.id.clone(), part.title.clone());
            if after {
                QuestionChange::PartAsked { part, title }
            } else {
                QuestionChange::PartNoLongerAsked { part, title }
            }
        },
        |side, _| known(side, DiffTopic::Part, None, None, wording::part(&part.title)),
    )
}

/// How "Not applicable" is answered. A route without a value says, unless it is unknown, that it is not accepted.
fn not_applicable(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Point<'_, Option<&NotApplicable>> {
        let Fact { value, provenance } = &question.not_applicable;
        match provenance.certainty {
            Certainty::Unknown => Point::Open,
            certainty => Point::Known(value.as_ref(), certainty, &provenance.sources),
        }
    }
    compare(point(old), point(new))?.told(
        |before, after| {
            let (route_before, route_after) = (before?.cloned(), after?.cloned());
            Some(QuestionChange::NotApplicable { route_before, route_after })
        },
        |side, route| known(side, DiffTopic::NotApplicable, None, None, wording::not_applicable(route)),
    )
}

fn exemption(old: &Question, new: &Question, by: ExemptionGround) -> Option<Found<QuestionChange>> {
    fn point(question: &Question, by: ExemptionGround) -> Point<'_, bool> {
        let entry = question.exemptions.iter().find(|entry| entry.by == by);
        Point::of_any(entry.map(|entry| &entry.exempts), |exempts| *exempts)
    }
    compare(point(old, by), point(new, by))?.told_by_default(
        |_, after| if after { QuestionChange::Exempted { by } } else { QuestionChange::NoLongerExempted { by } },
        |side, exempts| known(side, DiffTopic::Exemption, None, Some(by), wording::exempts(exempts, by)),
    )
}

fn window(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Point<'_, Window> {
        Point::of_any(question.window.as_ref(), |window| *window)
    }
    compare(point(old), point(new))?.told(
        |before, after| Some(QuestionChange::ReviewWindow { window_before: before, window_after: after }),
        |side, window| known(side, DiffTopic::ReviewWindow, None, None, wording::reviewed(window)),
    )
}

fn threshold(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Point<'_, (u32, &str)> {
        Point::of_any(question.threshold.as_ref(), |threshold| (threshold.percent, threshold.counts.as_str()))
    }
    compare(point(old), point(new))?.told(
        |before, after| {
            Some(QuestionChange::Threshold {
                percent_before: before.map(|(percent, _)| percent),
                counts_before: before.map(|(_, counts)| counts.to_owned()),
                percent_after: after.map(|(percent, _)| percent),
                counts_after: after.map(|(_, counts)| counts.to_owned()),
            })
        },
        |side, (percent, counts)| known(side, DiffTopic::Threshold, None, None, wording::trained(percent, counts)),
    )
}

/// Whether a rolling programme is accepted, where both editions have a threshold on record.
fn rolling_programme(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Option<Point<'_, bool>> {
        let threshold = question.threshold.as_ref()?.known()?;
        Some(Point::of(&threshold.rolling_programme, |accepted| *accepted))
    }
    compare(point(old)?, point(new)?)?.told_by_default(
        |_, after| {
            if after {
                QuestionChange::RollingProgrammeAccepted
            } else {
                QuestionChange::RollingProgrammeNoLongerAccepted
            }
        },
        |side, accepted| known(side, DiffTopic::RollingProgramme, None, None, wording::rolling_programme(accepted)),
    )
}

/// What its answer says whether it was found.
fn looks_for(old: &Question, new: &Question) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Point<'_, &str> {
        Point::of_any(question.looks_for.as_ref(), String::as_str)
    }
    compare(point(old), point(new))?.told(
        |before, after| {
            let (looks_for_before, looks_for_after) = (before.map(str::to_owned), after.map(str::to_owned));
            Some(QuestionChange::LooksFor { looks_for_before, looks_for_after })
        },
        |side, what| known(side, DiffTopic::LooksFor, None, None, wording::looks_for(what)),
    )
}

/// When it is needed. A deciding question that was only renumbered decides as before.
fn needed_when(
    old: &Question,
    new: &Question,
    same: impl Fn(QuestionCode, QuestionCode) -> bool,
) -> Option<Found<QuestionChange>> {
    fn point(question: &Question) -> Point<'_, QuestionCode> {
        Point::of_any(question.needed_when.as_ref(), |needed| needed.found)
    }
    compare(point(old), point(new))?.told(
        |before, after| {
            let is_same = before.zip(after).is_some_and(|(before, after)| same(before, after));
            (!is_same).then_some(QuestionChange::NeededWhen { found_before: before, found_after: after })
        },
        |side, code| known(side, DiffTopic::NeededWhen, None, None, wording::needed_when(code)),
    )
}
