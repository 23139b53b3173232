//! Openings, deadlines, and the opt-out question whose standing changed inside its edition.

use crate::common::{Answers, bank, code, day, usual_day};
use dspt::Level::{ApproachingStandards, StandardsMet};
use dspt::{Certainty, FactName, Level, LevelState, Verdict, evaluate};

/// The findings about the day itself.
#[track_caller]
fn about_the_day(edition: &str, as_of: &str) -> Vec<&'static str> {
    let assessment = Answers::none(edition).assessment();
    let evaluation = evaluate(bank(edition), &assessment, day(as_of));
    let codes = evaluation.profile_findings().iter().map(dspt::Finding::code);
    codes.filter(|code| ["before-opening", "after-deadline"].contains(code)).collect()
}

#[test]
fn an_edition_opens_on_its_day() {
    let table = [
        // Edition, the last day before, the first day; where the day is not known, the first possible one.
        ("2021-22", "2021-08-25", "2021-08-26"),
        ("2022-23", "2022-08-23", "2022-08-24"),
        ("2023-24", "2023-07-31", "2023-08-01"),
        ("2024-25", "2024-09-01", "2024-09-02"),
        ("2025-26", "2025-08-31", "2025-09-01"),
    ];
    for (edition, before, first) in table {
        assert_eq!(about_the_day(edition, before), ["before-opening"], "{edition} on {before}");
        assert_eq!(about_the_day(edition, first), [""; 0], "{edition} on {first}");
    }
}

#[test]
fn the_deadline_is_30_june_and_the_day_itself_is_in_time() {
    for (edition, year) in
        [("2021-22", 2022), ("2022-23", 2023), ("2023-24", 2024), ("2024-25", 2025), ("2025-26", 2026)]
    {
        assert_eq!(about_the_day(edition, &format!("{year}-06-29")), [""; 0], "{edition}");
        assert_eq!(about_the_day(edition, &format!("{year}-06-30")), [""; 0], "{edition}");
        assert_eq!(about_the_day(edition, &format!("{year}-07-01")), ["after-deadline"], "{edition}");
    }
}

/// Statement S4-129: work can go on after the deadline, and the level does not depend on it.
#[test]
fn the_deadline_takes_no_level_away() {
    for edition in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        let last = bank(edition).about().deadline.value.expect("a deadline");
        for as_of in [last, last.succ_opt().expect("a day")] {
            let assessment = Answers::complete(edition, as_of).assessment();
            assert_eq!(dspt::level(bank(edition), &assessment, as_of), Some(StandardsMet), "{edition} on {as_of}");
        }
    }
}

/// The opt-out question of 2021-22 was mandatory until 9 June 2022, then not (statement S4-103). The Q&A announced it
/// as mandatory from 31 July 2022 (statement S4-105), and no page shows that this came into force.
#[test]
fn the_opt_out_question_of_2021_22_changes_its_standing_twice() {
    const STEP: Option<Level> = Some(ApproachingStandards);
    const MET: Option<Level> = Some(StandardsMet);
    let table = [
        // Day, level without the question answered, strictly, leniently.
        // 43 questions are mandatory, and the bank lists no more.
        ("2021-08-26", STEP, STEP, STEP),
        ("2022-06-08", STEP, STEP, STEP),
        // 42 are, and it is confirmed that this one is not among them.
        ("2022-06-09", MET, MET, MET),
        ("2022-07-30", MET, MET, MET),
        // 42 are, and nobody knows whether this is a further one.
        ("2022-07-31", MET, STEP, MET),
        ("2022-08-23", MET, STEP, MET),
    ];
    for (on, level, strictly, leniently) in table {
        let as_of = day(on);
        let assessment = Answers::complete("2021-22", as_of).without("1.2.4").assessment();
        let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
        let bounds = match evaluation.verdict() {
            Verdict::Confirmed => (evaluation.level(), evaluation.level()),
            Verdict::Inferred { strictly, leniently, hangs_on } => {
                let [only] = hangs_on.as_slice() else { panic!("{on}: {hangs_on:?}") };
                let expected = if on < "2022-06-09" {
                    (None, FactName::OfficialCount, Certainty::Inferred)
                } else {
                    (Some(code("1.2.4")), FactName::Mandatory, Certainty::Unknown)
                };
                assert_eq!((only.question, only.fact, only.certainty), expected, "{on}");
                assert_eq!(only.level, MET, "{on}");
                (*strictly, *leniently)
            }
        };
        assert_eq!((evaluation.level(), bounds), (level, (strictly, leniently)), "{on}");
    }
}

/// 43 mandatory questions with it, 42 without.
#[test]
fn the_count_of_2021_22_follows_the_opt_out_question() {
    let table = [("2022-06-08", 43), ("2022-06-09", 42), ("2022-07-30", 42), ("2022-07-31", 42), ("2022-08-23", 42)];
    for (on, count) in table {
        assert_eq!(bank("2021-22").mandatory(StandardsMet, day(on)).count(), count, "{on}");
    }
}

/// Statement S4-101: Standards Exceeded asks for every question, so the opt-out question counts there on every day.
#[test]
fn the_opt_out_question_always_stands_in_the_way_of_standards_exceeded() {
    for on in ["2022-06-08", "2022-06-09", "2022-07-30", "2022-07-31", "2022-08-23"] {
        let as_of = day(on);
        let assessment = Answers::complete("2021-22", as_of).without("1.2.4").assessment();
        let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
        let exceeded = evaluation.levels().last().expect("three levels");
        assert_eq!((exceeded.state, exceeded.leniently), (LevelState::NotMet, LevelState::NotMet), "{on}");
        assert!(exceeded.blockers.contains(&dspt::Blocker::Question { question: code("1.2.4") }), "{on}");
    }
}

/// From 2022-23 it is mandatory from the opening on.
#[test]
fn from_2022_23_the_opt_out_question_is_mandatory() {
    for edition in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        let as_of = usual_day(edition);
        let assessment = Answers::complete(edition, as_of).without("1.2.4").assessment();
        assert_eq!(dspt::level(bank(edition), &assessment, as_of), Some(ApproachingStandards), "{edition}");
    }
}
