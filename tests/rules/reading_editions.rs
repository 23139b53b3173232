//! Assessments of an edition that there is not, and answers to questions that the edition does not have.

use crate::common::{Answers, bank, response, tick};
use crate::reading::{accepted, refused, sound_but};
use dspt::{Origin, ReadError, Response};

/// An assessment that answers questions with a tick, checked against the bank of its edition.
#[track_caller]
fn unknown(edition: &str, codes: &[&str]) -> ReadError {
    let answers = codes.iter().fold(Answers::none(edition), |answers, code| answers.with(code, response(tick())));
    let error = answers.assessment().check_against(bank(edition)).expect_err("no such question");
    let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.pointer().to_owned())).collect();
    let expected: Vec<_> = codes.iter().map(|code| ("unknown-question", format!("/responses/{code}"))).collect();
    assert_eq!(found, expected);
    error
}

#[test]
fn an_edition_is_written_as_two_years_that_follow_each_other() {
    let form = "bad-form";
    let years = "years-apart";
    let bad = [
        ("2025-27", years),
        ("2025-25", years),
        ("2025-2026", form),
        ("25-26", form),
        ("2025/26", form),
        ("2025-26 ", form),
        ("1999-00", form),
        ("2099-00", years),
        ("202O-21", form),
        ("", form),
    ];
    let lines = bad.map(|(edition, code)| {
        let text = sound_but("2025-26", edition);
        refused(text, &[(code, "/edition")]).to_string()
    });
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/edition`: found `2025-27`, expected two years that follow each other such as `2025-26`
    at `/edition`: found `2025-25`, expected two years that follow each other such as `2025-26`
    at `/edition`: found `2025-2026`, expected an edition such as `2025-26`
    at `/edition`: found `25-26`, expected an edition such as `2025-26`
    at `/edition`: found `2025/26`, expected an edition such as `2025-26`
    at `/edition`: found `2025-26 `, expected an edition such as `2025-26`
    at `/edition`: found `1999-00`, expected an edition such as `2025-26`
    at `/edition`: found `2099-00`, expected two years that follow each other such as `2025-26`
    at `/edition`: found `202O-21`, expected an edition such as `2025-26`
    at `/edition`: found ``, expected an edition such as `2025-26`
    ");
}

#[test]
fn an_edition_that_is_not_built_in_can_be_read_and_has_no_bank() {
    for edition in ["2019-20", "2020-21", "2026-27", "2000-01", "2098-99"] {
        let assessment = accepted(sound_but("2025-26", edition));
        assert_eq!(assessment.edition().to_string(), edition);
        let error = assessment.built_in_bank().expect_err("no such bank");
        let problem = &error.problems()[0];
        assert_eq!((problem.code(), problem.pointer()), ("unknown-edition", "/edition"));
    }
    let error = accepted(sound_but("2025-26", "2019-20")).built_in_bank().expect_err("no such bank");
    insta::assert_snapshot!(error, @"at `/edition`: there is no question bank for edition `2019-20`, expected one of 2021-22, 2022-23, 2023-24, 2024-25, 2025-26");
}

#[test]
fn every_built_in_edition_has_its_bank() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        let assessment = accepted(sound_but("2025-26", edition));
        assert_eq!(assessment.built_in_bank().expect("a built-in bank").id().to_string(), edition);
    }
}

#[test]
fn a_question_that_was_dropped_is_refused() {
    insta::assert_snapshot!(unknown("2022-23", &["4.1.2"]), @"at `/responses/4.1.2`: question `4.1.2` is not in the bank of 2022-23 (it was dropped from 2022-23); check the code and the edition");
}

#[test]
fn a_question_that_was_dropped_long_ago_is_refused() {
    insta::assert_snapshot!(unknown("2025-26", &["4.1.2"]), @"at `/responses/4.1.2`: question `4.1.2` is not in the bank of 2025-26 (it was dropped from 2022-23); check the code and the edition");
}

#[test]
fn a_question_that_was_renumbered_is_refused_with_its_new_code() {
    insta::assert_snapshot!(unknown("2022-23", &["1.2.1", "2.1.2", "6.1.4"]), @r"
    at `/responses/1.2.1`: question `1.2.1` is not in the bank of 2022-23 (it became 1.1.3 in 2022-23); check the code and the edition
    at `/responses/2.1.2`: question `2.1.2` is not in the bank of 2022-23 (it became 2.2.1 in 2022-23); check the code and the edition
    at `/responses/6.1.4`: question `6.1.4` is not in the bank of 2022-23 (it became 6.1.3 in 2022-23); check the code and the edition
    ");
}

#[test]
fn a_question_that_was_renumbered_long_ago_is_refused_with_its_new_code_and_the_year() {
    insta::assert_snapshot!(unknown("2025-26", &["1.2.1", "2.1.2", "6.1.4"]), @r"
    at `/responses/1.2.1`: question `1.2.1` is not in the bank of 2025-26 (it became 1.1.3 in 2022-23); check the code and the edition
    at `/responses/2.1.2`: question `2.1.2` is not in the bank of 2025-26 (it became 2.2.1 in 2022-23); check the code and the edition
    at `/responses/6.1.4`: question `6.1.4` is not in the bank of 2025-26 (it became 6.1.3 in 2022-23); check the code and the edition
    ");
}

#[test]
fn a_question_that_no_bank_lists_is_refused_with_how_many_there_are() {
    insta::assert_snapshot!(unknown("2025-26", &["1.1.4", "11.1.1"]), @r"
    at `/responses/1.1.4`: question `1.1.4` is not in the bank of 2025-26 (the bank lists 52 of the 80 questions, and this is not one of them); check the code and the edition
    at `/responses/11.1.1`: question `11.1.1` is not in the bank of 2025-26 (the bank lists 52 of the 80 questions, and this is not one of them); check the code and the edition
    ");
}

#[test]
fn a_question_of_a_later_edition_is_refused() {
    insta::assert_snapshot!(unknown("2021-22", &["1.1.3", "7.1.1"]), @r"
    at `/responses/1.1.3`: question `1.1.3` is not in the bank of 2021-22 (the bank lists 43 questions and does not know whether there are more); check the code and the edition
    at `/responses/7.1.1`: question `7.1.1` is not in the bank of 2021-22 (the bank lists 43 questions and does not know whether there are more); check the code and the edition
    ");
    insta::assert_snapshot!(unknown("2024-25", &["8.3.8"]), @"at `/responses/8.3.8`: question `8.3.8` is not in the bank of 2024-25 (the bank lists 48 of the 77 questions, and this is not one of them); check the code and the edition");
}

#[test]
fn answers_to_listed_questions_pass() {
    for edition in ["2021-22", "2025-26"] {
        let answers = Answers::complete(edition, crate::common::usual_day(edition));
        assert_eq!(answers.assessment().check_against(bank(edition)), Ok(()));
    }
    assert_eq!(Answers::none("2025-26").assessment().check_against(bank("2025-26")), Ok(()));
}

#[test]
fn the_bank_of_another_edition_is_refused_before_the_codes_are_looked_at() {
    let answers = Answers::none("2021-22").with("4.1.2", response(tick()));
    let error = answers.assessment().check_against(bank("2025-26")).expect_err("another edition");
    assert_eq!(error.problems().len(), 1);
    assert_eq!(error.problems()[0].pointer(), "/edition");
    assert_eq!(error.problems()[0].code(), "other-edition");
    insta::assert_snapshot!(error, @"at `/edition`: the assessment is of edition 2021-22, the question bank of 2025-26; use the bank of the assessment's edition");
}

#[test]
fn an_answer_is_carried_over_from_an_earlier_edition() {
    let carried = |from: &str| {
        let from = from.parse().expect("an edition");
        let origin = Origin::CarriedOver { from, reconfirmed_on: None };
        Answers::none("2024-25").with("1.1.1", Response { origin, ..response(tick()) }).assessment()
    };
    let bank = bank("2024-25");
    assert_eq!(carried("2023-24").check_against(bank), Ok(()));
    assert_eq!(carried("2019-20").check_against(bank), Ok(()));
    for from in ["2024-25", "2025-26"] {
        let error = carried(from).check_against(bank).expect_err("not an earlier edition");
        let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.pointer())).collect();
        assert_eq!(found, [("origin-not-earlier", "/responses/1.1.1/origin/from")]);
    }
    insta::assert_snapshot!(carried("2024-25").check_against(bank).expect_err("the same edition"), @"at `/responses/1.1.1/origin/from`: found 2024-25, expected an edition before 2024-25; an answer is carried over from an earlier edition");
}
