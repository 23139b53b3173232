//! The five built-in editions: their dates, their official counts, and exactly which questions are mandatory.

use crate::common::{bank, code, day};
use dspt::{Catalogue, Certainty, Level, NaiveDate, OpenOn, QuestionBank, RawBank};
use std::collections::BTreeSet;

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

macro_rules! files {
    ($edition:literal) => {
        [
            include_str!(concat!("../../question-bank/", $edition, "/edition.json")),
            include_str!(concat!("../../question-bank/", $edition, "/questions.json")),
            include_str!(concat!("../../question-bank/", $edition, "/sources.json")),
        ]
    };
}

/// The three files of every edition's folder.
const FILES: [[&str; 3]; 5] =
    [files!("2021-22"), files!("2022-23"), files!("2023-24"), files!("2024-25"), files!("2025-26")];

#[test]
fn the_folders_are_the_built_in_banks_and_pass_the_check_against_the_edition_before() {
    for (edition, [about, questions, sources]) in EDITIONS.into_iter().zip(FILES) {
        let read = RawBank::from_files(about, questions, sources).unwrap_or_else(|error| panic!("{edition}: {error}"));
        let checked = read.check().unwrap_or_else(|error| panic!("{edition}: {error}"));
        assert_eq!(&checked, bank(edition), "{edition}");
        assert_eq!(checked.digest(), bank(edition).digest(), "{edition}");
    }
}

#[test]
fn the_built_in_banks_are_these_five_oldest_first() {
    let ids: Vec<String> = QuestionBank::editions().map(|bank| bank.id().to_string()).collect();
    assert_eq!(ids, EDITIONS);
    for other in ["2020-21", "2026-27", "2000-01", "2098-99"] {
        assert!(QuestionBank::edition(other.parse().expect("an edition")).is_none(), "{other}");
    }
}

#[test]
fn versions_openings_and_deadlines_are_those_on_record() {
    for (edition, version, earliest, latest, deadline) in [
        ("2021-22", 4, "2021-08-26", "2021-08-26", "2022-06-30"),
        ("2022-23", 5, "2022-08-24", "2022-08-24", "2023-06-30"),
        ("2023-24", 6, "2023-08-01", "2023-09-18", "2024-06-30"),
        ("2024-25", 7, "2024-09-02", "2024-09-03", "2025-06-30"),
        ("2025-26", 8, "2025-09-01", "2025-09-18", "2026-06-30"),
    ] {
        let about = bank(edition).about();
        assert_eq!(about.toolkit_version.known(), Some(&version), "{edition}");
        let opening = about.opening.known().expect("an opening");
        assert_eq!((opening.earliest, opening.latest), (day(earliest), day(latest)), "{edition}");
        let is_exact = opening.earliest == opening.latest;
        assert_eq!(about.opening.provenance.certainty == Certainty::Confirmed, is_exact, "{edition}");
        assert_eq!(about.deadline.known(), Some(&day(deadline)), "{edition}");
    }
}

#[test]
fn as_many_questions_are_mandatory_as_the_toolkit_says() {
    for (edition, on, approaching, met) in [
        ("2021-22", "2021-08-26", 27, 43),
        ("2021-22", "2022-06-08", 27, 43),
        ("2021-22", "2022-06-09", 27, 42),
        ("2021-22", "2022-06-30", 27, 42),
        ("2021-22", "2022-08-23", 27, 42),
        ("2022-23", "2022-08-24", 26, 42),
        ("2022-23", "2023-06-30", 26, 42),
        ("2023-24", "2024-06-30", 26, 42),
        ("2024-25", "2025-06-30", 26, 43),
        ("2025-26", "2025-09-01", 26, 45),
        ("2025-26", "2026-06-30", 26, 45),
    ] {
        let count = |level| bank(edition).mandatory(level, day(on)).count();
        assert_eq!(count(Level::ApproachingStandards), approaching, "{edition} on {on}");
        assert_eq!(count(Level::StandardsMet), met, "{edition} on {on}");
        // No edition marks questions for the level above.
        assert_eq!(count(Level::StandardsExceeded), 0, "{edition} on {on}");
    }
}

#[test]
fn the_bank_says_how_many_questions_it_lists_of_how_many_there_are() {
    for (edition, listed, official) in [
        ("2021-22", 43, None),
        ("2022-23", 42, Some(77)),
        ("2023-24", 43, Some(77)),
        ("2024-25", 48, Some(77)),
        ("2025-26", 52, Some(80)),
    ] {
        assert_eq!(bank(edition).about().total.known().copied(), official, "{edition}");
        assert_eq!(bank(edition).catalogue(), Catalogue::Short { listed, official }, "{edition}");
        assert_eq!(bank(edition).questions().len(), usize::try_from(listed).expect("few"), "{edition}");
    }
}

/// The codes that are mandatory for a level on an edition's deadline.
fn mandatory(edition: &str, level: Level) -> BTreeSet<String> {
    let deadline = *bank(edition).about().deadline.known().expect("a deadline");
    bank(edition).mandatory(level, deadline).map(|question| question.code.to_string()).collect()
}

fn set(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn approaching_standards_began_with_these_27_questions() {
    // Statement S2-129, counted in the guide to Approaching Standards of 2021-22.
    let guide = [
        "1.1.1", "1.1.2", "1.1.5", "1.2.1", "1.3.1", "1.3.7", "1.3.8", "1.3.11", "1.3.12", "1.3.13", "1.4.1", "1.4.2",
        "1.4.3", "2.1.1", "2.1.2", "4.1.1", "4.1.2", "4.2.4", "4.5.4", "6.1.1", "6.1.3", "6.1.4", "6.2.1", "7.3.1",
        "7.3.2", "8.3.5", "10.1.2",
    ];
    assert_eq!(mandatory("2021-22", Level::ApproachingStandards), set(&guide));
}

/// What became mandatory and what ceased to be, from one edition to the next, by code.
#[track_caller]
fn assert_changes(level: Level, from: &str, to: &str, added: &[&str], removed: &[&str]) {
    let (before, after) = (mandatory(from, level), mandatory(to, level));
    let change = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> BTreeSet<String> {
        one.difference(other).cloned().collect()
    };
    assert_eq!(change(&after, &before), set(added), "added in {to}");
    assert_eq!(change(&before, &after), set(removed), "removed in {to}");
}

#[test]
fn approaching_standards_lost_4_1_2_and_four_questions_changed_their_codes() {
    let level = Level::ApproachingStandards;
    // 6.1.3 stays a code of the set, for another question.
    let (added, removed) = (["1.1.3", "2.2.1", "6.1.2"], ["1.2.1", "2.1.2", "4.1.2", "6.1.4"]);
    assert_changes(level, "2021-22", "2022-23", &added, &removed);
    for (from, to) in [("2022-23", "2023-24"), ("2023-24", "2024-25"), ("2024-25", "2025-26")] {
        assert_changes(level, from, to, &[], &[]);
    }
}

#[test]
fn these_questions_became_mandatory_for_standards_met() {
    let level = Level::StandardsMet;
    // Besides the new codes only the opt-out question, which was not mandatory when 2021-22 ended.
    let (added, removed) = (["1.1.3", "1.2.4", "2.2.1", "6.1.2"], ["1.2.1", "2.1.2", "4.1.2", "6.1.4"]);
    assert_changes(level, "2021-22", "2022-23", &added, &removed);
    assert_changes(level, "2022-23", "2023-24", &[], &[]);
    assert_changes(level, "2023-24", "2024-25", &["4.5.3"], &[]);
    assert_changes(level, "2024-25", "2025-26", &["4.3.1", "7.1.1"], &[]);
}

#[test]
fn these_questions_are_mandatory_for_standards_met_in_2025_26_beyond_approaching_standards() {
    let met = mandatory("2025-26", Level::StandardsMet);
    let approaching = mandatory("2025-26", Level::ApproachingStandards);
    let beyond = [
        "1.2.4", "1.3.2", "1.3.14", "3.1.1", "3.2.1", "3.4.1", "4.3.1", "4.5.3", "5.1.1", "6.3.2", "7.1.1", "7.1.2",
        "7.2.1", "7.3.4", "8.1.4", "8.2.1", "9.1.1", "9.5.2", "10.2.1",
    ];
    assert_eq!(met.difference(&approaching).cloned().collect::<BTreeSet<_>>(), set(&beyond));
}

#[test]
fn what_approaching_standards_asks_for_standards_met_asks_for_too() {
    for edition in EDITIONS {
        let (approaching, met) =
            (mandatory(edition, Level::ApproachingStandards), mandatory(edition, Level::StandardsMet));
        assert!(approaching.is_subset(&met), "{edition}");
    }
}

#[test]
fn the_opt_out_question_was_mandatory_in_2021_22_until_9_june_2022() {
    let opt_out = bank("2021-22").question(code("1.2.4")).expect("the bank lists it");
    let on = |date| opt_out.mandatory_on(Level::StandardsMet, day(date)).expect("an entry for the day");
    for (date, value, certainty) in [
        ("2021-08-26", true, Certainty::Inferred),
        ("2022-06-08", true, Certainty::Inferred),
        ("2022-06-09", false, Certainty::Confirmed),
        ("2022-07-30", false, Certainty::Confirmed),
        // Announced as mandatory from 31 July 2022; nobody knows whether the edition was changed for its last weeks.
        ("2022-07-31", true, Certainty::Unknown),
        ("2022-08-23", true, Certainty::Unknown),
    ] {
        let fact = &on(date).mandatory;
        assert_eq!((fact.value, fact.provenance.certainty), (Some(value), certainty), "{date}");
    }
}

/// Which edition was open on a day, in words.
fn open_on(day: NaiveDate) -> String {
    match QuestionBank::open_on(day) {
        OpenOn::BeforeTheFirst => "none yet".to_owned(),
        OpenOn::Edition(bank) => bank.id().to_string(),
        OpenOn::Either { earlier, later } => format!("{} or {}", earlier.id(), later.id()),
        OpenOn::LatestKnown(bank) => format!("{} or newer", bank.id()),
    }
}

#[test]
fn the_edition_open_on_a_day_changes_when_the_next_one_opens_not_at_the_deadline() {
    for (date, open) in [
        ("2000-01-01", "none yet"),
        ("2021-08-25", "none yet"),
        ("2021-08-26", "2021-22"),
        ("2022-06-30", "2021-22"),
        ("2022-07-01", "2021-22"),
        ("2022-08-23", "2021-22"),
        ("2022-08-24", "2022-23"),
        ("2023-07-31", "2022-23"),
        ("2023-08-01", "2022-23 or 2023-24"),
        ("2023-09-17", "2022-23 or 2023-24"),
        ("2023-09-18", "2023-24"),
        ("2024-09-01", "2023-24"),
        ("2024-09-02", "2023-24 or 2024-25"),
        ("2024-09-03", "2024-25"),
        ("2025-08-31", "2024-25"),
        ("2025-09-01", "2024-25 or 2025-26"),
        ("2025-09-17", "2024-25 or 2025-26"),
        ("2025-09-18", "2025-26"),
        ("2026-06-30", "2025-26"),
        ("2026-07-01", "2025-26 or newer"),
        ("2040-01-01", "2025-26 or newer"),
    ] {
        assert_eq!(open_on(day(date)), open, "{date}");
    }
}
