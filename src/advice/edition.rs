//! What changed about an edition: its dates, its counts and the rules of its levels.

use chrono::NaiveDate;

use super::change::{EditionChange, Found};
use super::point::{Point, Side, compare};
use super::topic::DiffTopic;
use super::wording;
use crate::bank::{Certainty, Edition, Fact, Level, QuestionBank};

/// The changes of the edition itself.
pub(super) fn changes(old: &QuestionBank, new: &QuestionBank) -> Vec<Found<EditionChange>> {
    let mut found = Vec::new();
    found.extend(fact(
        old,
        new,
        DiffTopic::Opening,
        |edition| &edition.opening,
        |before, after| EditionChange::Opening { opening_before: before, opening_after: after },
        |opening| format!("the edition {}", wording::opened(opening)),
    ));
    found.extend(fact(
        old,
        new,
        DiffTopic::Deadline,
        |edition| &edition.deadline,
        |before, after| EditionChange::Deadline { date_before: before, date_after: after },
        wording::deadline,
    ));
    found.extend(Level::ALL.iter().filter_map(|level| official_count(old, new, *level)));
    found.extend(fact(
        old,
        new,
        DiffTopic::Total,
        |edition| &edition.total,
        |before, after| EditionChange::Total { count_before: before, count_after: after },
        wording::total,
    ));
    found.extend(Level::ALL.iter().filter_map(|level| level_rule(old, new, *level)));
    found
}

/// The day on which an edition is judged: its deadline, or its very end where that is not on record.
pub(super) fn last_day(bank: &QuestionBank) -> NaiveDate {
    bank.about().deadline.value.unwrap_or(NaiveDate::MAX)
}

fn known(side: Side, topic: DiffTopic, level: Option<Level>, says: String) -> EditionChange {
    match side {
        Side::New => EditionChange::NowKnown { topic, level, says },
        Side::Old => EditionChange::NoLongerKnown { topic, level, says },
    }
}

/// The change of a fact that every edition states.
fn fact<T: Copy + PartialEq>(
    old: &QuestionBank,
    new: &QuestionBank,
    topic: DiffTopic,
    of: impl Fn(&Edition) -> &Fact<T>,
    rule: impl FnOnce(T, T) -> EditionChange,
    says: impl FnOnce(T) -> String,
) -> Option<Found<EditionChange>> {
    let (before, after) = (of(old.about()), of(new.about()));
    compare(Point::of(before, |value| *value), Point::of(after, |value| *value))?
        .told(|before, after| Some(rule(before?, after?)), |side, value| known(side, topic, None, says(value)))
}

fn official_count(old: &QuestionBank, new: &QuestionBank, level: Level) -> Option<Found<EditionChange>> {
    fn count(bank: &QuestionBank, level: Level) -> Point<'_, u32> {
        let entry = bank.about().count_on(level, last_day(bank));
        entry.map_or(Point::Open, |entry| Point::of(&entry.count, |count| *count))
    }
    compare(count(old, level), count(new, level))?.told(
        |before, after| Some(EditionChange::OfficialCount { level, count_before: before?, count_after: after? }),
        |side, count| known(side, DiffTopic::OfficialCount, Some(level), wording::mandatory_count(count, level)),
    )
}

/// The change of a level's rule, each edition's in its best reading.
fn level_rule(old: &QuestionBank, new: &QuestionBank, level: Level) -> Option<Found<EditionChange>> {
    let rule = |bank: &'_ QuestionBank| bank.levels().iter().find(|rule| rule.level == level).cloned();
    let (before, after) = (rule(old)?, rule(new)?);
    let (best_before, best_after) = (before.readings.first()?, after.readings.first()?);
    let mut found = compare(Point::of(best_before, Clone::clone), Point::of(best_after, Clone::clone))?.told(
        |before, after| Some(EditionChange::LevelRule { level, rule_before: before?, rule_after: after? }),
        |side, rule| known(side, DiffTopic::LevelRule, Some(level), wording::level_asks(level, &rule)),
    )?;
    if before.readings.len() > 1 || after.readings.len() > 1 {
        // A rule that can be read in more than one way is never confirmed.
        found.certainty = found.certainty.max(Certainty::Inferred);
    }
    Some(found)
}
