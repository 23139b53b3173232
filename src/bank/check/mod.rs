//! The check of a question bank: every mistake in its content, in the order of the bank.

mod descents;
mod editions;
mod facts;
mod levels;
mod questions;

use chrono::NaiveDate;

use super::mistake::{Fault, Mistake};
use super::question_bank::QuestionBank;
use super::raw::RawBank;

pub(crate) use editions::sources_are_sorted_and_written;
pub(crate) use facts::provenance_is_complete;

/// Every mistake in a bank, on its own and against the edition before.
pub(super) fn mistakes(bank: &RawBank, before: Option<&QuestionBank>) -> Vec<Mistake> {
    let mut found = Mistakes::default();
    let days = days(bank, &mut found);
    editions::check(bank, &days, &mut found);
    levels::check(bank, &mut found);
    questions::check(bank, &days, &mut found);
    editions::check_counts(bank, &days, &mut found);
    facts::check(bank, &mut found);
    if let Some(before) = before {
        descents::check(bank, before, &mut found);
    }
    found.0
}

/// The most mistakes that are kept; a hostile bank costs no more then.
const MOST_MISTAKES: usize = 10_000;

/// The most days on which something may change; every question is looked at on each of them, and an edition has a
/// handful.
const MOST_DAYS: usize = 200;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Mistakes(pub(crate) Vec<Mistake>);

impl Mistakes {
    pub(crate) fn push(&mut self, pointer: impl Into<String>, fault: Fault) {
        if self.0.len() < MOST_MISTAKES {
            self.0.push(Mistake::new(pointer, fault));
        }
    }

    /// Notes text that is empty or too long.
    pub(crate) fn text(&mut self, pointer: &str, text: &str, limit: usize) {
        let found = text.chars().count();
        if text.trim().is_empty() {
            self.push(pointer, Fault::TextMissing);
        } else if found > limit {
            self.push(pointer, Fault::TextTooLong { found, limit });
        }
    }

    /// Notes entries that stand twice or out of order.
    pub(crate) fn order<T: Ord + ToString>(&mut self, ids: impl Iterator<Item = (String, T)>) {
        let mut previous: Option<T> = None;
        for (pointer, id) in ids {
            if let Some(before) = &previous {
                match before.cmp(&id) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Equal => self.push(pointer, Fault::Duplicate { id: id.to_string() }),
                    std::cmp::Ordering::Greater => {
                        let fault = Fault::Unsorted { id: id.to_string(), previous: before.to_string() };
                        self.push(pointer, fault);
                    }
                }
            }
            previous = Some(id);
        }
    }

    /// Notes a period that ends before it begins.
    pub(crate) fn period(&mut self, pointer: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) {
        if let (Some(from), Some(until)) = (from, until) {
            if from >= until {
                self.push(pointer, Fault::PeriodBackwards { from, until });
            }
        }
    }
}

/// The days on which what is mandatory can change: the edition's opening and every day named in its periods.
///
/// Between two of them nothing changes, so that a check on these days is a check on every day. Where there are far too
/// many, that is the mistake, and nothing is checked by the day.
fn days(bank: &RawBank, found: &mut Mistakes) -> Vec<NaiveDate> {
    let opening = bank.edition.opening.value.map(|opening| opening.earliest);
    let deadline = bank.edition.deadline.value;
    let counts = bank.edition.counts.iter().flat_map(|count| [count.from, count.until]);
    let periods =
        bank.questions.iter().flat_map(|question| &question.mandatory).flat_map(|entry| [entry.from, entry.until]);
    let mut days: Vec<NaiveDate> = counts.chain(periods).chain([opening, deadline]).flatten().collect();
    days.sort_unstable();
    days.dedup();
    if days.len() > MOST_DAYS {
        let fault = Fault::OutOfRange { found: count(days.len()), expected: "at most 200 days on which a period ends" };
        found.push("/questions", fault);
        days.clear();
    }
    days
}

/// How many there are, as mistakes say it.
fn count(found: usize) -> u32 {
    u32::try_from(found).unwrap_or(u32::MAX)
}
