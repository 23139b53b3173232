//! What changed about an edition: its dates, its counts, what goes for all its questions, and the rules of its levels.

use chrono::NaiveDate;

use super::change::Found;
use super::edition_change::EditionChange;
use super::gates;
use super::point::{Point, Side, compare};
use super::topic::DiffTopic;
use super::wording;
use crate::bank::{Certainty, Certificate, Edition, Fact, Level, LevelRule, QuestionBank, Rule};

/// The changes of the edition itself.
pub(super) fn changes(old: &QuestionBank, new: &QuestionBank) -> Vec<Found<EditionChange>> {
    let before = old.about();
    // Every field stands here, so that a new one is compared or left out on purpose.
    let Edition {
        // It is what the diff is between.
        id: _,
        // How often our data was published is no rule.
        revision: _,
        toolkit_version,
        opening,
        deadline,
        // By level, on the deadline day.
        counts: _,
        total,
        scope,
        reconfirmation,
        // It has no value: "not sure" counts as no in every edition.
        not_sure: _,
        certificates: _,
        gates,
        // Told with each question that is gone.
        dropped: _,
        // What nobody could find out is no rule.
        gaps: _,
    } = new.about();
    let mut found = Vec::new();
    found.extend(fact(
        &before.toolkit_version,
        toolkit_version,
        DiffTopic::ToolkitVersion,
        |before, after| EditionChange::ToolkitVersion { version_before: before, version_after: after },
        |version| wording::version(*version),
    ));
    found.extend(fact(
        &before.opening,
        opening,
        DiffTopic::Opening,
        |before, after| EditionChange::Opening { opening_before: before, opening_after: after },
        |opening| format!("the edition {}", wording::opened(*opening)),
    ));
    found.extend(fact(
        &before.deadline,
        deadline,
        DiffTopic::Deadline,
        |before, after| EditionChange::Deadline { date_before: before, date_after: after },
        |date| wording::deadline(*date),
    ));
    found.extend(Level::ALL.iter().filter_map(|level| official_count(old, new, *level)));
    found.extend(fact(
        &before.total,
        total,
        DiffTopic::Total,
        |before, after| EditionChange::Total { count_before: before, count_after: after },
        |count| wording::total(*count),
    ));
    found.extend(fact(
        &before.scope,
        scope,
        DiffTopic::Scope,
        |before, after| EditionChange::Scope { scope_before: before, scope_after: after },
        |scope| format!("the questions are {}", wording::scope(scope)),
    ));
    found.extend(fact(
        &before.reconfirmation,
        reconfirmation,
        DiffTopic::Reconfirmation,
        |_, after| {
            if after { EditionChange::ReconfirmationAsked } else { EditionChange::ReconfirmationNoLongerAsked }
        },
        |asked| wording::reconfirmation(*asked).to_owned(),
    ));
    found.extend(Certificate::ALL.iter().filter_map(|certificate| certificate_effect(old, new, *certificate)));
    found.extend(gates::changes(&before.gates, gates));
    for level in Level::ALL.iter().copied() {
        found.extend(level_rule(old, new, level));
        found.extend(other_readings(old, new, level));
    }
    found
}

/// The day on which an edition is judged: its deadline, or its very end where that is not on record.
pub(super) fn last_day(bank: &QuestionBank) -> NaiveDate {
    bank.about().deadline.value.unwrap_or(NaiveDate::MAX)
}

fn known(
    side: Side,
    topic: DiffTopic,
    level: Option<Level>,
    certificate: Option<Certificate>,
    says: String,
) -> EditionChange {
    match side {
        Side::New => EditionChange::NowKnown { topic, level, certificate, gate: None, says },
        Side::Old => EditionChange::NoLongerKnown { topic, level, certificate, gate: None, says },
    }
}

/// The change of a fact that every edition states.
fn fact<T: Clone + PartialEq>(
    old: &Fact<T>,
    new: &Fact<T>,
    topic: DiffTopic,
    rule: impl FnOnce(T, T) -> EditionChange,
    says: impl FnOnce(&T) -> String,
) -> Option<Found<EditionChange>> {
    compare(Point::of(old, Clone::clone), Point::of(new, Clone::clone))?
        .told(|before, after| Some(rule(before?, after?)), |side, value| known(side, topic, None, None, says(&value)))
}

fn official_count(old: &QuestionBank, new: &QuestionBank, level: Level) -> Option<Found<EditionChange>> {
    fn count(bank: &QuestionBank, level: Level) -> Point<'_, u32> {
        let entry = bank.about().count_on(level, last_day(bank));
        entry.map_or(Point::Open, |entry| Point::of(&entry.count, |count| *count))
    }
    compare(count(old, level), count(new, level))?.told(
        |before, after| Some(EditionChange::OfficialCount { level, count_before: before?, count_after: after? }),
        |side, count| known(side, DiffTopic::OfficialCount, Some(level), None, wording::mandatory_count(count, level)),
    )
}

/// Whether a certificate takes questions away. A bank that does not speak of one says nothing of it.
fn certificate_effect(
    old: &QuestionBank,
    new: &QuestionBank,
    certificate: Certificate,
) -> Option<Found<EditionChange>> {
    fn effect(bank: &QuestionBank, certificate: Certificate) -> Point<'_, bool> {
        let entry = bank.about().certificates.iter().find(|effect| effect.certificate == certificate);
        Point::of_any(entry.map(|effect| &effect.takes_questions_away), |takes| *takes)
    }
    compare(effect(old, certificate), effect(new, certificate))?.told_by_default(
        |_, after| {
            if after {
                EditionChange::CertificateTakesQuestionsAway { certificate }
            } else {
                EditionChange::CertificateNoLongerTakesQuestionsAway { certificate }
            }
        },
        |side, takes| {
            let says = wording::takes_questions_away(certificate, takes);
            known(side, DiffTopic::CertificateEffect, None, Some(certificate), says)
        },
    )
}

fn rule_of(bank: &QuestionBank, level: Level) -> Option<&LevelRule> {
    bank.levels().iter().find(|rule| rule.level == level)
}

/// The change of a level's rule, each edition's in its best reading.
fn level_rule(old: &QuestionBank, new: &QuestionBank, level: Level) -> Option<Found<EditionChange>> {
    let (before, after) = (rule_of(old, level)?, rule_of(new, level)?);
    let (best_before, best_after) = (before.readings.first()?, after.readings.first()?);
    let mut found = compare(Point::of(best_before, Clone::clone), Point::of(best_after, Clone::clone))?.told(
        |before, after| Some(EditionChange::LevelRule { level, rule_before: before?, rule_after: after? }),
        |side, rule| known(side, DiffTopic::LevelRule, Some(level), None, wording::level_asks(level, &rule)),
    )?;
    if before.readings.len() > 1 || after.readings.len() > 1 {
        // A rule that can be read in more than one way is never confirmed.
        found.certainty = found.certainty.max(Certainty::Inferred);
    }
    Some(found)
}

/// The readings of a level's rule, beside the best, that the sources leave open in one of the two editions only.
fn other_readings(old: &QuestionBank, new: &QuestionBank, level: Level) -> Vec<Found<EditionChange>> {
    fn others(bank: &QuestionBank, level: Level) -> Vec<&Fact<Rule>> {
        rule_of(bank, level).into_iter().flat_map(|rule| rule.readings.iter().skip(1)).collect()
    }
    fn only_in<'a>(one: &[&'a Fact<Rule>], other: &[&Fact<Rule>]) -> Vec<(&'a Fact<Rule>, Rule)> {
        let is_new = |reading: &&&Fact<Rule>| !other.iter().any(|known| known.value == reading.value);
        one.iter().filter(is_new).filter_map(|reading| Some((*reading, reading.value.clone()?))).collect()
    }
    let (before, after) = (others(old, level), others(new, level));
    let found = |reading: &Fact<Rule>, what| Found {
        what,
        certainty: reading.provenance.certainty,
        sources: reading.provenance.sources.clone(),
    };
    let opened = only_in(&after, &before).into_iter();
    let opened = opened.map(|(reading, rule)| found(reading, EditionChange::ReadingLeftOpen { level, rule }));
    let settled = only_in(&before, &after).into_iter();
    let settled = settled.map(|(reading, rule)| found(reading, EditionChange::ReadingNoLongerOpen { level, rule }));
    opened.chain(settled).collect()
}
