//! What is published for an organisation on a day, and whether it still counts.

use chrono::{Months, NaiveDate};
use serde_json::Value;

use crate::plain::{Bank, date, list, text};

/// The publication that shows on a day, the last day on which it counts, and whether it still does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) edition: String,
    pub(crate) level: String,
    pub(crate) published_on: NaiveDate,
    pub(crate) last_valid_day: NaiveDate,
    pub(crate) due_soon_from: NaiveDate,
    pub(crate) currency: &'static str,
}

/// The latest publication shows, whatever its age (rules, 2); what is still to come does not.
pub(crate) fn status(banks: &[Bank], publications: &Value, day: NaiveDate, policy: &str) -> Option<Shown> {
    let mut shown = None;
    for publication in list(publications) {
        if date(publication, "publishedOn").unwrap() <= day {
            shown = Some(publication);
        }
    }
    let shown = shown?;
    let published_on = date(shown, "publishedOn").unwrap();
    let edition = text(shown, "edition").unwrap();
    let last_valid_day = match policy {
        "twelve-months" => twelve_months(published_on),
        _ => next_deadline(banks, edition),
    };
    let due_soon_from = last_valid_day - Months::new(3);
    let currency = if day > last_valid_day {
        "out-of-date"
    } else if day >= due_soon_from {
        "due-soon"
    } else {
        "current"
    };
    let level = text(shown, "level").unwrap().to_owned();
    Some(Shown { edition: edition.to_owned(), level, published_on, last_valid_day, due_soon_from, currency })
}

/// Published results are valid for twelve months (S3-30), the same day of the next year included.
fn twelve_months(published_on: NaiveDate) -> NaiveDate {
    published_on + Months::new(12)
}

/// A publication counts to the deadline of the next edition (rules, 5: three sources), which is 30 June.
pub(crate) fn next_deadline(banks: &[Bank], edition: &str) -> NaiveDate {
    let first_year: i32 = edition[..4].parse().unwrap();
    let next = format!("{}-{:02}", first_year + 1, (first_year + 2) % 100);
    match banks.iter().find(|bank| bank.edition["id"] == next.as_str()) {
        Some(bank) => date(&bank.edition["deadline"], "value").unwrap(),
        None => NaiveDate::from_ymd_opt(first_year + 2, 6, 30).unwrap(),
    }
}
