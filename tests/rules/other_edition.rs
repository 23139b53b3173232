//! Answers belong to their edition: those given for another are not read, and those carried over wait.

use crate::common::{Answers, bank, code, day, usual_day};
use crate::levels::EDITIONS;
use crate::replies::ticked;
use dspt::QuestionStatus::{self, Complete, Incomplete, Unanswered};
use dspt::{Cause, Finding, Holding, Level, NaiveDate, evaluate};

/// A home with nothing wrong in its profile, which has answered every listed question.
#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition)).profile(|home| home.cyber_essentials_plus = Some(Holding::No))
}

#[test]
fn answers_for_another_edition_are_not_read() {
    for given in EDITIONS {
        for judged_by in EDITIONS.into_iter().filter(|edition| *edition != given) {
            let (bank, as_of) = (bank(judged_by), usual_day(judged_by));
            let assessment = complete(given).assessment();
            let evaluation = evaluate(bank, &assessment, as_of);
            let row = format!("answers for {given} judged by {judged_by}");
            assert_eq!(evaluation.level(), None, "{row}");
            let none = Answers::none(judged_by).assessment();
            assert_eq!(evaluation.verdict(), evaluate(bank, &none, as_of).verdict(), "{row}");
            assert!(evaluation.questions().iter().all(|outcome| outcome.status == Unanswered), "{row}");
            assert!(evaluation.progress().iter().all(|count| count.done == 0), "{row}");
            let codes: Vec<_> = evaluation.profile_findings().iter().map(Finding::code).collect();
            assert_eq!(codes, ["other-edition"], "{row}");
        }
    }
}

/// The whole evaluation is that of an assessment of the right edition without answers, but for the finding.
#[test]
fn answers_for_another_edition_count_as_none_in_every_call() {
    let as_of = usual_day("2025-26");
    let bank = bank("2025-26");
    let (other, none) = (complete("2024-25").assessment(), Answers::none("2025-26").assessment());
    let (of_other, of_none) = (evaluate(bank, &other, as_of), evaluate(bank, &none, as_of));
    assert_eq!(of_other.levels(), of_none.levels());
    assert_eq!(of_other.reach(), of_none.reach());
    assert_eq!(of_other.findings().skip(1).collect::<Vec<_>>(), of_none.findings().collect::<Vec<_>>());
    assert_eq!(dspt::level(bank, &other, as_of), None);
    for level in Level::ALL {
        assert_eq!(dspt::outstanding(bank, &other, as_of, *level), dspt::outstanding(bank, &none, as_of, *level));
    }
}

/// One finding says that the answers belong elsewhere; none says so code by code.
#[test]
fn an_answer_to_a_code_of_another_edition_is_named_only_within_the_same_edition() {
    let named = |given: &str| {
        let assessment = complete(given).with("4.1.2", ticked()).assessment();
        let evaluation = evaluate(bank("2022-23"), &assessment, usual_day("2022-23"));
        evaluation.profile_findings().iter().map(Finding::code).collect::<Vec<_>>()
    };
    assert_eq!(named("2022-23"), ["not-in-edition"]);
    assert_eq!(named("2021-22"), ["other-edition"]);
}

/// What 1.1.5 comes to when it was carried over and confirmed on a day, and what stands against it.
#[track_caller]
fn confirmed_on(edition: &str, from: &str, day: NaiveDate) -> (QuestionStatus, Vec<&'static str>) {
    let assessment = complete(edition).carried_over("1.1.5", from, Some(day)).assessment();
    let evaluation = evaluate(bank(edition), &assessment, usual_day(edition));
    let outcome = evaluation.question(code("1.1.5")).expect("a listed question");
    (outcome.status, evaluation.findings_of(outcome).iter().map(Finding::code).collect())
}

/// Where the day of the opening is not known, the first possible one counts.
#[test]
fn a_confirmation_before_the_edition_opened_does_not_count() {
    let table = [
        ("2021-22", "2020-21", "2021-08-26"),
        ("2022-23", "2021-22", "2022-08-24"),
        ("2023-24", "2022-23", "2023-08-01"),
        ("2024-25", "2023-24", "2024-09-02"),
        ("2025-26", "2024-25", "2025-09-01"),
    ];
    for (edition, from, first) in table {
        let first = day(first);
        let before = first.pred_opt().expect("a day");
        let waits = (Incomplete, vec!["not-reconfirmed"]);
        assert_eq!(confirmed_on(edition, from, before), waits, "{edition} on {before}");
        assert_eq!(confirmed_on(edition, from, day("2019-06-30")), waits, "{edition} long before");
        assert_eq!(confirmed_on(edition, from, first), (Complete, Vec::new()), "{edition} on {first}");
    }
}

#[test]
fn an_answer_is_carried_over_from_an_earlier_edition_alone() {
    let checked = |from: &str| {
        let assessment = complete("2025-26").carried_over("1.1.5", from, None).assessment();
        assessment.check_against(bank("2025-26"))
    };
    for from in ["2020-21", "2023-24", "2024-25"] {
        assert_eq!(checked(from), Ok(()), "{from}");
    }
    for from in ["2025-26", "2026-27"] {
        let error = checked(from).expect_err(from);
        let [problem] = error.problems() else { panic!("{from}: {error}") };
        assert_eq!((problem.pointer(), problem.code()), ("/responses/1.1.5/origin/from", "origin-not-earlier"));
        let (from, edition) = (from.to_owned(), "2025-26".to_owned());
        assert_eq!(problem.cause(), &Cause::OriginNotEarlier { from, edition });
    }
}

/// Confirmed or not, and beside every other mistake.
#[test]
fn every_origin_that_is_not_earlier_is_reported() {
    let answers = complete("2025-26")
        .with("4.1.2", ticked())
        .carried_over("1.1.5", "2025-26", Some(day("2026-05-01")))
        .carried_over("7.2.1", "2026-27", None);
    let error = answers.assessment().check_against(bank("2025-26")).expect_err("three mistakes");
    let found: Vec<_> = error.problems().iter().map(|problem| (problem.pointer(), problem.code())).collect();
    let expected = [
        ("/responses/1.1.5/origin/from", "origin-not-earlier"),
        ("/responses/4.1.2", "unknown-question"),
        ("/responses/7.2.1/origin/from", "origin-not-earlier"),
    ];
    assert_eq!(found, expected);
    insta::assert_snapshot!(
        error.problems()[0].cause(),
        @"found 2025-26, expected an edition before 2025-26; an answer is carried over from an earlier edition"
    );
}
