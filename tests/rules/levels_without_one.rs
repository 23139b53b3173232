//! Every mandatory question counts: leaving out any single one takes its level away.

use crate::common::{Answers, bank, code, day, held, usual_day};
use crate::levels::EDITIONS;
use dspt::Level::{self, ApproachingStandards, StandardsMet};
use dspt::LevelState::{Met, NotMet};
use dspt::{Blocker, Certainty, Holding, NaiveDate, Question, QuestionCode, QuestionStatus, evaluate};

/// The questions mandatory for a level on a day that are not mandatory for a level below.
fn added_by(level: Level, edition: &str, as_of: NaiveDate) -> Vec<QuestionCode> {
    let below: Vec<_> = Level::ALL.iter().filter(|lower| **lower < level).collect();
    let questions = bank(edition).mandatory(level, as_of).map(|question| question.code);
    questions
        .filter(|code| !below.iter().any(|lower| bank(edition).mandatory(**lower, as_of).any(|q| q.code == *code)))
        .collect()
}

/// Every edition on its usual day, and 2021-22 on the last day on which the opt-out question was mandatory; with how
/// many questions are mandatory for Approaching Standards and how many more for Standards Met.
fn every_edition() -> [(&'static str, NaiveDate, usize, usize); 6] {
    let counts =
        [("2021-22", 27, 15), ("2022-23", 26, 16), ("2023-24", 26, 16), ("2024-25", 26, 17), ("2025-26", 26, 19)];
    let [first, second, third, fourth, fifth] =
        counts.map(|(edition, few, more)| (edition, usual_day(edition), few, more));
    [("2021-22", day("2022-06-08"), 27, 16), first, second, third, fourth, fifth]
}

/// A home that has answered everything but one question.
#[track_caller]
fn without(edition: &str, question: QuestionCode, as_of: NaiveDate, certificate: Holding) -> Answers {
    Answers::complete(edition, as_of)
        .without(&question.to_string())
        .profile(|home| home.cyber_essentials_plus = Some(certificate))
}

#[test]
fn without_one_question_of_approaching_standards_there_is_no_level() {
    for (edition, as_of, count, _) in every_edition() {
        let questions = added_by(ApproachingStandards, edition, as_of);
        assert_eq!(questions.len(), count, "{edition}");
        for question in questions {
            let assessment = without(edition, question, as_of, Holding::No).assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            assert_eq!(evaluation.level(), None, "{edition} without {question}");
            let blocked = vec![Blocker::Question { question }];
            assert_eq!(evaluation.levels()[0].blockers, blocked, "{edition} without {question}");
            assert_eq!(evaluation.levels()[1].blockers, blocked, "{edition} without {question}");
        }
    }
}

#[test]
fn without_one_question_of_standards_met_there_is_only_approaching_standards() {
    for (edition, as_of, _, count) in every_edition() {
        let questions = added_by(StandardsMet, edition, as_of);
        assert_eq!(questions.len(), count, "{edition}");
        for question in questions {
            let assessment = without(edition, question, as_of, Holding::No).assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            assert_eq!(evaluation.level(), Some(ApproachingStandards), "{edition} without {question}");
            assert_eq!(evaluation.levels()[0].blockers, [], "{edition} without {question}");
            let blocked = vec![Blocker::Question { question }];
            assert_eq!(evaluation.levels()[1].blockers, blocked, "{edition} without {question}");
        }
    }
}

/// The bank lists one optional question for 2021-22 and 2023-24, none for 2022-23, five and seven for the later two.
#[test]
fn without_an_optional_question_standards_met_stands() {
    let table: [(&str, &[&str]); 5] = [
        ("2021-22", &["1.2.4"]),
        ("2022-23", &[]),
        ("2023-24", &["4.5.3"]),
        ("2024-25", &["1.3.6", "4.3.1", "4.4.1", "7.1.1", "10.2.2"]),
        ("2025-26", &["1.3.6", "4.4.1", "7.1.5", "7.1.6", "7.3.6", "8.3.8", "10.2.2"]),
    ];
    for (edition, optional) in table {
        let as_of = usual_day(edition);
        for question in optional {
            let assessment = without(edition, code(question), as_of, Holding::No).assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            assert_eq!(evaluation.level(), Some(StandardsMet), "{edition} without {question}");
            let outcome = evaluation.question(code(question)).expect("listed");
            assert_eq!(outcome.status, QuestionStatus::Unanswered, "{edition} {question}");
        }
        let mandatory = bank(edition).mandatory(StandardsMet, as_of).count();
        assert_eq!(mandatory + optional.len(), bank(edition).questions().len(), "{edition}");
    }
}

/// How many questions that may be mandatory for a level the edition has beyond the official count.
fn to_spare(edition: &str, level: Level, as_of: NaiveDate) -> usize {
    let may_be = |question: &&Question| {
        let entry = question.mandatory_on(level, as_of).expect("an entry for every level");
        entry.mandatory.value == Some(true) || entry.mandatory.provenance.certainty != Certainty::Confirmed
    };
    let official = bank(edition).about().official_count(level, as_of).expect("a count for every level");
    let listed = bank(edition).questions().filter(may_be).count();
    listed.checked_sub(usize::try_from(official).expect("a small number")).expect("no fewer than the official count")
}

/// Of the questions that may be mandatory for Standards Met, 2024-25 has five more than the official 43, 2025-26 seven
/// more than the 45; in 2021-22 and 2022-23 each single one is needed.
#[test]
fn some_editions_list_more_questions_that_may_be_mandatory_than_the_official_count() {
    let spare: Vec<_> = every_edition()
        .into_iter()
        .map(|(edition, as_of, ..)| {
            (edition, [ApproachingStandards, StandardsMet].map(|level| to_spare(edition, level, as_of)))
        })
        .collect();
    let expected = [
        ("2021-22", [1, 0]),
        ("2021-22", [1, 0]),
        ("2022-23", [15, 0]),
        ("2023-24", [12, 1]),
        ("2024-25", [21, 5]),
        ("2025-26", [23, 7]),
    ];
    assert_eq!(spare, expected);
}

/// The strict reading never forgives a gap. The lenient one does where the demand is not confirmed and another question
/// that may be mandatory is answered in its place.
#[test]
fn a_gap_is_forgiven_only_where_no_source_confirms_the_demand_and_the_official_count_is_kept() {
    let (mut forgiven, mut confirmed_demand, mut none_to_spare) = (0, 0, 0);
    for (edition, as_of, ..) in every_edition() {
        for (at, level) in [ApproachingStandards, StandardsMet].into_iter().enumerate() {
            for question in bank(edition).mandatory(level, as_of) {
                let assessment = without(edition, question.code, as_of, Holding::No).assessment();
                let evaluation = evaluate(bank(edition), &assessment, as_of);
                let outcome = &evaluation.levels()[at];
                let confirmed = |level| {
                    let entry = question.mandatory_on(level, as_of).expect("an entry for every level");
                    entry.mandatory.value == Some(true) && entry.mandatory.provenance.certainty == Certainty::Confirmed
                };
                // A level includes those below it.
                let demanded = confirmed(ApproachingStandards) || level == StandardsMet && confirmed(StandardsMet);
                let spare = to_spare(edition, level, as_of) > 0;
                let leniently = if demanded || !spare { NotMet } else { Met };
                let states = [outcome.state, outcome.strictly, outcome.leniently];
                assert_eq!(states, [NotMet, NotMet, leniently], "{edition} {level:?} without {}", question.code);
                forgiven += u32::from(!demanded && spare);
                confirmed_demand += u32::from(demanded);
                none_to_spare += u32::from(!demanded && !spare);
            }
        }
    }
    assert!(forgiven > 0 && confirmed_demand > 0 && none_to_spare > 0, "all three happen");
}

/// Which questions Cyber Essentials Plus takes away is on record for 2025-26 only; elsewhere the best reading goes
/// without.
#[test]
fn the_certificate_fills_the_gaps_it_is_known_to_fill() {
    let known: [(&str, &[&str]); 5] = [
        ("2021-22", &[]),
        ("2022-23", &[]),
        ("2023-24", &[]),
        ("2024-25", &[]),
        ("2025-26", &["4.2.4", "6.2.1", "9.1.1"]),
    ];
    for (edition, taken_away) in known {
        let as_of = usual_day(edition);
        let deadline = bank(edition).about().deadline.value.expect("a deadline").to_string();
        let current = held(&as_of.to_string(), &deadline);
        let taken_away: Vec<_> = taken_away.iter().map(|question| code(question)).collect();
        for question in bank(edition).mandatory(StandardsMet, as_of) {
            let assessment = without(edition, question.code, as_of, current).assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            let fills = taken_away.contains(&question.code);
            let status = evaluation.question(question.code).expect("listed").status;
            let expected = if fills { QuestionStatus::Exempt } else { QuestionStatus::Unanswered };
            assert_eq!(status, expected, "{edition} {}", question.code);
            assert_eq!(evaluation.level() >= Some(StandardsMet), fills, "{edition} {}", question.code);
        }
    }
}

#[test]
fn the_editions_are_those_of_the_bank() {
    let built_in: Vec<_> = dspt::QuestionBank::editions().map(|bank| bank.id().to_string()).collect();
    assert_eq!(built_in, EDITIONS);
}
