//! The edition's own data: dates, counts, sources.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};

use super::super::level::Level;
use super::super::mistake::Fault;
use super::super::raw::RawBank;
use super::super::source::Source;
use super::{Mistakes, count};

pub(super) fn check(bank: &RawBank, days: &[NaiveDate], found: &mut Mistakes) {
    revision_starts_at_one(bank, found);
    opening_and_deadline_make_sense(bank, found);
    count_periods_make_sense(bank, days, found);
    entries_stand_once(bank, found);
    sources_are_sorted_and_written(&bank.sources, found);
    disagreements_have_two_sides(bank, found);
    gaps_are_written(bank, found);
}

fn revision_starts_at_one(bank: &RawBank, found: &mut Mistakes) {
    if bank.edition.revision == 0 {
        found.push("/edition/revision", Fault::OutOfRange { found: 0, expected: "1 or more" });
    }
    if bank.edition.toolkit_version.value == Some(0) {
        found.push("/edition/toolkitVersion/value", Fault::OutOfRange { found: 0, expected: "1 or more" });
    }
}

/// An edition opens in or shortly before the first of its two years and has its deadline in the second.
fn opening_and_deadline_make_sense(bank: &RawBank, found: &mut Mistakes) {
    use chrono::Datelike as _;
    let edition = &bank.edition;
    let first_year = i32::from(edition.id.first_year());
    if let Some(opening) = edition.opening.value {
        if opening.earliest > opening.latest {
            let fault = Fault::PeriodBackwards { from: opening.earliest, until: opening.latest };
            found.push("/edition/opening/value", fault);
        }
        if opening.earliest.year() != first_year {
            let fault = Fault::DateOutsideEdition { found: opening.earliest, expected: format!("in {first_year}") };
            found.push("/edition/opening/value/earliest", fault);
        }
    }
    if let Some(deadline) = edition.deadline.value {
        let second_year = first_year.saturating_add(1);
        if deadline.year() != second_year {
            let fault = Fault::DateOutsideEdition { found: deadline, expected: format!("in {second_year}") };
            found.push("/edition/deadline/value", fault);
        }
        if let Some(opening) = edition.opening.value.filter(|opening| opening.latest >= deadline) {
            let expected = format!("after the opening on {}", opening.latest);
            found.push("/edition/deadline/value", Fault::DateOutsideEdition { found: deadline, expected });
        }
    }
}

/// For every level that is counted, exactly one count speaks of each day.
fn count_periods_make_sense(bank: &RawBank, days: &[NaiveDate], found: &mut Mistakes) {
    let counts = &bank.edition.counts;
    for (at, count) in counts.iter().enumerate() {
        found.period(&format!("/edition/counts/{at}"), count.from, count.until);
    }
    for level in Level::ALL.iter().copied().filter(|level| counts.iter().any(|count| count.level == *level)) {
        let speaking = |day| counts.iter().filter(|count| count.level == level && count.covers(day)).count();
        if let Some(day) = days.iter().copied().find(|day| speaking(*day) == 0) {
            found.push("/edition/counts", Fault::PeriodMissing { level, day });
        }
        if let Some(day) = days.iter().copied().find(|day| speaking(*day) > 1) {
            found.push("/edition/counts", Fault::PeriodsOverlap { level, day });
        }
    }
}

/// Certificates, nations and dropped questions stand once each.
fn entries_stand_once(bank: &RawBank, found: &mut Mistakes) {
    let edition = &bank.edition;
    for (at, effect) in edition.certificates.iter().enumerate() {
        if edition.certificates.iter().take(at).any(|earlier| earlier.certificate == effect.certificate) {
            let fault = Fault::Duplicate { id: effect.certificate.to_string() };
            found.push(format!("/edition/certificates/{at}/certificate"), fault);
        }
    }
    let dropped: Vec<_> = edition.dropped.iter().map(|fact| fact.value).collect();
    for (at, code) in dropped.iter().enumerate().filter_map(|(at, code)| Some((at, (*code)?))) {
        if dropped.iter().take(at).any(|earlier| *earlier == Some(code)) {
            found.push(format!("/edition/dropped/{at}/value"), Fault::Duplicate { id: code.to_string() });
        }
    }
    let nations = edition.scope.value.as_ref().map(|scope| scope.nations.as_slice()).unwrap_or_default();
    for (at, nation) in
        nations.iter().enumerate().filter(|(at, nation)| nations.iter().take(*at).any(|earlier| earlier == *nation))
    {
        found.push(format!("/edition/scope/value/nations/{at}"), Fault::Duplicate { id: nation.to_string() });
    }
    if edition.scope.value.is_some() && nations.is_empty() {
        found.push("/edition/scope/value/nations", Fault::ValueMissing);
    }
}

/// Sources are few and looked up by id, so they are kept in its order.
pub(crate) fn sources_are_sorted_and_written(sources: &[Source], found: &mut Mistakes) {
    let ids = sources.iter().enumerate();
    found.order(ids.map(|(at, source)| (format!("/sources/{at}/id"), source.id.clone())));
    for (at, source) in sources.iter().enumerate() {
        found.text(&format!("/sources/{at}/publisher"), &source.publisher, 200);
        found.text(&format!("/sources/{at}/title"), &source.title, 300);
    }
}

fn disagreements_have_two_sides(bank: &RawBank, found: &mut Mistakes) {
    let ids = bank.disagreements.iter().enumerate();
    found.order(ids.map(|(at, point)| (format!("/disagreements/{at}/id"), point.id.clone())));
    for (at, point) in bank.disagreements.iter().enumerate() {
        let pointer = format!("/disagreements/{at}");
        if point.claims.len() < 2 {
            found.push(format!("{pointer}/claims"), Fault::ClaimMissing);
        }
        for (key, text) in [("about", &point.about), ("followed", &point.followed), ("because", &point.because)] {
            found.text(&format!("{pointer}/{key}"), text, 600);
        }
        for (at, claim) in point.claims.iter().enumerate() {
            found.text(&format!("{pointer}/claims/{at}/says"), &claim.says, 600);
            if claim.sources.is_empty() {
                found.push(format!("{pointer}/claims/{at}/sources"), Fault::SourceMissing);
            }
        }
    }
}

fn gaps_are_written(bank: &RawBank, found: &mut Mistakes) {
    let ids = bank.edition.gaps.iter().enumerate();
    found.order(ids.map(|(at, gap)| (format!("/edition/gaps/{at}/id"), gap.id.clone())));
    for (at, gap) in bank.edition.gaps.iter().enumerate() {
        found.text(&format!("/edition/gaps/{at}/says"), &gap.says, 600);
    }
}

/// What the bank makes mandatory must come to the official counts on every day of the edition.
pub(super) fn check_counts(bank: &RawBank, days: &[NaiveDate], found: &mut Mistakes) {
    let latest_day = bank.edition.deadline.value.and_then(|day| day.checked_add_months(Months::new(6)));
    let mut counted: BTreeMap<(Level, NaiveDate), u32> = BTreeMap::new();
    for (at, count) in bank.edition.counts.iter().enumerate() {
        let Some(&official) = count.count.known() else {
            continue;
        };
        let within = days.iter().copied().filter(|day| latest_day.is_none_or(|latest| *day <= latest));
        for day in within.filter(|day| count.covers(*day)) {
            let mandatory = *counted.entry((count.level, day)).or_insert_with(|| mandatory_on(bank, count.level, day));
            if mandatory != official {
                let fault = Fault::CountDiffers { level: count.level, day, found: mandatory, official };
                found.push(format!("/edition/counts/{at}/count/value"), fault);
            }
        }
        if let (Some(until), Some(opening)) = (count.until, bank.edition.opening.value) {
            let last = until.checked_sub_days(Days::new(1));
            if last.is_some_and(|last| last < opening.earliest) {
                let expected = format!("after the opening on {}", opening.earliest);
                found.push(format!("/edition/counts/{at}/until"), Fault::DateOutsideEdition { found: until, expected });
            }
        }
    }
    let listed = count(bank.questions.len());
    if let Some(&official) = bank.edition.total.known().filter(|official| listed > **official) {
        found.push("/edition/total/value", Fault::MoreThanTotal { listed, official });
    }
}

fn mandatory_on(bank: &RawBank, level: Level, day: NaiveDate) -> u32 {
    let is_mandatory = |question: &&super::super::question::Question| {
        question.mandatory_on(level, day).is_some_and(|entry| entry.mandatory.known() == Some(&true))
    };
    count(bank.questions.iter().filter(is_mandatory).count())
}
