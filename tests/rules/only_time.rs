//! The day that is asked about is the only time there is: a bank, answers and a day moved by the same twenty years come
//! to the same.
//!
//! Twenty years hold five leap years, wherever they begin between 2000 and 2080, so every day of the calendar is there
//! twenty years later as well.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::Value;

use crate::common::bank;
use crate::properties::cases;
use crate::small_banks::cases_to_try;
use dspt::{Assessment, Evaluation, LevelState, NaiveDate, QuestionBank, QuestionStatus, RawBank, evaluate};

const YEARS: i32 = 20;

/// A day or an edition twenty years later; any other text stays.
fn later(text: &str) -> Option<String> {
    if text.len() == 10 && text.parse::<NaiveDate>().is_ok() {
        let year: i32 = text[..4].parse().ok()?;
        return Some(format!("{}{}", year + YEARS, &text[4..]));
    }
    let edition: dspt::EditionId = text.parse().ok()?;
    let first = i32::from(edition.first_year()) + YEARS;
    Some(format!("{first}-{:02}", (first + 1) % 100))
}

/// Moves every day and every edition of a document.
fn moved(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(later(text).unwrap_or_else(|| text.clone())),
        Value::Array(list) => list.iter().map(moved).collect(),
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), moved(value))).collect(),
        other => other.clone(),
    }
}

fn moved_text(text: &str) -> String {
    moved(&serde_json::from_str(text).expect("JSON")).to_string()
}

/// The built-in banks twenty years later.
static MOVED: LazyLock<Vec<QuestionBank>> = LazyLock::new(|| {
    let mut banks: Vec<QuestionBank> = Vec::new();
    for of in QuestionBank::editions() {
        let raw = RawBank::from_json(moved_text(&of.to_json())).expect("a bank");
        let checked = match banks.last() {
            Some(before) => raw.check_after(before),
            None => raw.check(),
        };
        banks.push(checked.unwrap_or_else(|error| panic!("{error}")));
    }
    banks
});

/// A built-in bank twenty years later.
#[track_caller]
fn moved_bank(of: &QuestionBank) -> &'static QuestionBank {
    let first = i32::from(of.id().first_year()) + YEARS;
    MOVED.iter().find(|bank| i32::from(bank.id().first_year()) == first).expect("a built-in bank")
}

/// Everything about a verdict but its days.
type Verdict<'a> =
    (Vec<(LevelState, LevelState, LevelState)>, Vec<QuestionStatus>, Vec<(String, &'a str)>, dspt::Reach, bool);

fn verdict<'a>(evaluation: &'a Evaluation<'_>) -> Verdict<'a> {
    (
        evaluation.levels().iter().map(|level| (level.state, level.strictly, level.leniently)).collect(),
        evaluation.questions().iter().map(|outcome| outcome.status).collect(),
        evaluation.findings().map(|finding| (finding.pointer(), finding.code())).collect(),
        evaluation.reach(),
        *evaluation.verdict() == dspt::Verdict::Confirmed,
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases_to_try(24),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/only_time.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_moved_by_twenty_years_comes_to_the_same((of, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let (later_bank, later_day) = (moved_bank(of), later(&as_of.to_string()).expect("a day"));
        let moved = Assessment::from_json(moved_text(&assessment.to_json())).expect("an assessment");
        let before = evaluate(of, &assessment, as_of);
        let after = evaluate(later_bank, &moved, later_day.parse().expect("a day"));
        prop_assert_eq!(verdict(&before), verdict(&after));
    }
}

/// The comparison above says something only if a verdict depends on the day.
#[test]
fn moved_answers_on_a_day_that_was_not_moved_come_to_something_else() {
    let text = include_str!("../../examples/assessments/five-rivers-care-2025-26.json");
    let assessment = Assessment::from_json(text).expect("an assessment");
    let moved = Assessment::from_json(moved_text(text)).expect("an assessment");
    let later_bank = moved_bank(bank("2025-26"));
    let (day, later_day) = (crate::common::day("2026-06-01"), crate::common::day("2046-06-01"));
    let before = evaluate(bank("2025-26"), &assessment, day);
    let (after, stayed) = (evaluate(later_bank, &moved, later_day), evaluate(later_bank, &moved, day));
    assert_eq!(verdict(&before), verdict(&after));
    assert_ne!(verdict(&before), verdict(&stayed));
}
