//! The path to a level: its steps in the order of work, each with its reasons, and plain words where there is none.

use crate::common::{Answers, bank, code, day, held, usual_day};
use crate::draft::Draft;
use crate::replies::{document_until, does_not_apply, good, text, trained, unticked};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::{Answer, Assessment, Effort, Found, Holding, Nhsmail, Origin, Path, PathState, Response, level, path_to};

#[track_caller]
fn complete() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

#[track_caller]
fn path(answers: &Answers, level: Level) -> Path {
    let edition = answers.edition.to_string();
    path_to(bank(&edition), &answers.assessment(), usual_day(&edition), level)
}

/// What each step is about, by question code or title, with its effort.
fn told(path: &Path) -> Vec<(String, Effort)> {
    let name = |step: &dspt::Step| step.question.map_or_else(|| step.title.clone(), |code| code.to_string());
    path.steps.iter().map(|step| (name(step), step.effort)).collect()
}

#[track_caller]
fn assert_steps(answers: &Answers, level: Level, expected: &[(&str, Effort)]) {
    let path = path(answers, level);
    let expected: Vec<_> = expected.iter().map(|(name, effort)| ((*name).to_owned(), *effort)).collect();
    assert_eq!(told(&path), expected);
    let state = if expected.is_empty() { PathState::Reached } else { PathState::Open };
    assert_eq!(path.state, state);
}

#[test]
fn where_the_level_is_reached_there_is_nothing_to_do() {
    assert_steps(&complete(), StandardsMet, &[]);
    let certified = complete().profile(|home| home.cyber_essentials_plus = Some(held("2025-10-01", "2026-09-30")));
    assert_steps(&certified, StandardsExceeded, &[]);
}

/// 1.1.1 is a text, 1.1.2 a document, 2.1.1 and 1.3.1 are ticks, the second one about a policy; 3.2.1 counts the people
/// trained.
#[test]
fn each_gap_has_the_effort_that_its_mend_takes() {
    let as_of = usual_day("2025-26");
    let old = || Some(day("2020-01-01"));
    let expired = Answer::Document { documents: vec![document_until("Register", "2026-05-01")] };
    let few = Response { reviewed_on: Some(as_of), ..trained(50, 60, None) };
    let table = [
        ("1.1.1", complete().without("1.1.1"), Effort::Write),
        ("1.1.1", complete().with("1.1.1", text(" ")), Effort::Write),
        ("1.1.2", complete().without("1.1.2"), Effort::Write),
        ("1.3.1", complete().without("1.3.1"), Effort::Write),
        ("1.3.1", complete().with("1.3.1", unticked()), Effort::Write),
        ("3.2.1", complete().without("3.2.1"), Effort::Arrange),
        ("2.1.1", complete().without("2.1.1"), Effort::QuickWin),
        ("2.1.1", complete().with("2.1.1", unticked()), Effort::QuickWin),
        ("1.3.1", complete().reviewed("1.3.1", old()), Effort::QuickWin),
        ("1.3.1", complete().carried_over("1.3.1", "2024-25", None), Effort::QuickWin),
        (
            "1.1.2",
            complete().with("1.1.2", Response { answer: expired, ..good("2025-26", "1.1.2", as_of) }),
            Effort::Renew,
        ),
        ("3.2.1", complete().with("3.2.1", few), Effort::Arrange),
        ("4.2.4", complete().with("4.2.4", text("Yes")), Effort::QuickWin),
    ];
    for (question, answers, effort) in table {
        let path = path(&answers, StandardsMet);
        assert_eq!(told(&path), [(question.to_owned(), effort)], "{question}");
        let codes: Vec<_> = path.steps[0].grounds.iter().map(|ground| ground.code).collect();
        assert!(!codes.is_empty(), "{question} has a reason");
    }
}

#[test]
fn little_effort_comes_first_and_then_what_more_levels_ask_for() {
    let answers = complete()
        .without("1.1.1")
        .without("10.1.2")
        .without("1.3.14")
        .without("7.2.1")
        .without("2.1.1")
        .without("7.3.1");
    let path = path(&answers, StandardsMet);
    let steps: Vec<_> = path.steps.iter().map(|step| (step.effort, step.serves.len())).collect();
    assert!(steps.iter().map(|(effort, serves)| (*effort, std::cmp::Reverse(*serves))).is_sorted(), "{steps:?}");
    assert_eq!(steps.len(), 6);
    assert_eq!(path.steps[0].serves, [ApproachingStandards, StandardsMet, StandardsExceeded]);
}

#[test]
fn a_mend_keeps_what_was_said() {
    let response = Response {
        comment: Some("Held by the deputy.".to_owned()),
        reviewed_on: Some(day("2020-01-01")),
        ..good("2025-26", "1.3.1", usual_day("2025-26"))
    };
    let answers = complete().with("1.3.1", response.clone()).carried_over("1.3.1", "2024-25", None);
    let path = path(&answers, StandardsMet);
    let mended = path.steps[0].apply(&answers.assessment());
    let mended = mended.response(code("1.3.1")).expect("an answer");
    assert_eq!((&mended.answer, &mended.comment), (&response.answer, &response.comment));
    assert_eq!(mended.reviewed_on, Some(usual_day("2025-26")));
    let from = "2024-25".parse().expect("an edition");
    assert_eq!(mended.origin, Origin::CarriedOver { from, reconfirmed_on: Some(usual_day("2025-26")) });
}

#[test]
fn a_document_that_is_missing_is_added_to_the_answer_that_is_there() {
    let comment = || Some("The deputy knows.".to_owned());
    let answer = Answer::Document { documents: Vec::new() };
    let emptied = Response { comment: comment(), answer, ..good("2025-26", "1.1.2", usual_day("2025-26")) };
    let answers = complete().with("1.1.2", emptied);
    let path = path(&answers, StandardsMet);
    assert_eq!(told(&path), [("1.1.2".to_owned(), Effort::Write)]);
    let done = path.steps[0].apply(&answers.assessment());
    let mended = done.response(code("1.1.2")).expect("an answer");
    assert!(matches!(&mended.answer, Answer::Document { documents } if documents.len() == 1), "{mended:?}");
    assert_eq!(mended.comment, comment());
}

#[test]
fn a_level_that_an_edition_has_no_rule_for_has_no_path() {
    let mut draft = Draft::of("2025-26");
    draft.0["levels"].as_array_mut().expect("rules").retain(|rule| rule["level"] != "standards-exceeded");
    let bank = draft.check().expect("a bank without the top level");
    let certified = complete().profile(|home| home.cyber_essentials_plus = Some(held("2025-10-01", "2026-09-30")));
    let path = path_to(&bank, &certified.assessment(), usual_day("2025-26"), StandardsExceeded);
    assert_eq!((path.state, path.against[0].code), (PathState::NoWay, "level-unknown"));
}

#[test]
fn a_certificate_the_level_asks_for_is_a_step_with_the_effort_the_profile_tells() {
    let expired = held("2024-06-01", "2025-05-31");
    let table = [
        (None, Effort::Record),
        (Some(Holding::NotSure), Effort::Record),
        (Some(expired), Effort::Renew),
        (Some(Holding::No), Effort::Arrange),
    ];
    for (holding, effort) in table {
        let answers = complete().profile(|home| home.cyber_essentials_plus = holding);
        assert_steps(&answers, StandardsExceeded, &[("Cyber Essentials Plus", effort)]);
    }
}

/// In 2025-26 the certificate is taken to take 4.2.4, 6.2.1 and 9.1.1 away.
#[test]
fn a_certificate_the_level_asks_for_takes_the_place_of_what_it_takes_away() {
    let answers =
        complete().without("4.2.4").without("9.1.1").without("1.1.1").profile(|home| home.cyber_essentials_plus = None);
    let path = path(&answers, StandardsExceeded);
    assert_eq!(
        told(&path),
        [("Cyber Essentials Plus".to_owned(), Effort::Record), ("1.1.1".to_owned(), Effort::Write)]
    );
    assert_eq!(path.steps[0].takes_away, [code("4.2.4"), code("9.1.1")]);
    assert!(path.alternatives.is_empty());
}

#[test]
fn a_certificate_the_level_does_not_ask_for_is_only_an_alternative() {
    let gaps = || complete().without("4.2.4").without("6.2.1").without("9.1.1");
    let path_of = |holding| path(&gaps().profile(|home| home.cyber_essentials_plus = holding), StandardsMet);
    let path = path_of(Some(Holding::No));
    assert_eq!(path.steps.len(), 3);
    let [alternative] = path.alternatives.as_slice() else { panic!("{:?}", path.alternatives) };
    assert_eq!(alternative.instead_of, [code("4.2.4"), code("6.2.1"), code("9.1.1")]);
    assert_eq!(alternative.step.takes_away, alternative.instead_of);
    let names: Vec<_> = alternative.arguments().iter().map(dspt::Argument::name).collect();
    assert_eq!(names, ["certificate", "questions", "level"]);
    insta::assert_snapshot!(alternative.message, @"A Cyber Essentials Plus certificate that is in date would take the place of 4.2.4, 6.2.1, 9.1.1. Standards Met does not ask for it; weigh what it costs.");
    let unsure = path_of(None);
    insta::assert_snapshot!(unsure.alternatives[0].message, @"A Cyber Essentials Plus certificate that is in date would take the place of 4.2.4, 6.2.1, 9.1.1. Say so only if it is so.");
    let current = path_of(Some(held("2025-10-01", "2026-09-30")));
    assert_eq!((current.state, current.alternatives.len()), (PathState::Reached, 0));
}

/// One question for one certificate is no gain, unless the certificate may be held already.
#[test]
fn an_alternative_takes_less() {
    let answers = complete().without("4.2.4");
    let with = |holding| path(&answers.clone().profile(|home| home.cyber_essentials_plus = holding), StandardsMet);
    assert!(with(Some(Holding::No)).alternatives.is_empty());
    assert_eq!(with(None).alternatives.len(), 1);
}

/// 8.2.1 is needed only where 8.1.4 finds unsupported software.
#[test]
fn nothing_found_is_an_alternative_to_the_question_that_depends_on_it() {
    let path = path(&complete().without("8.1.4").without("8.2.1"), StandardsMet);
    assert_eq!(path.steps.len(), 2);
    let [alternative] = path.alternatives.as_slice() else { panic!("{:?}", path.alternatives) };
    assert_eq!(alternative.instead_of, [code("8.2.1")]);
    let Answer::Confirmation { found, .. } =
        alternative.step.apply(&complete().assessment()).response(code("8.1.4")).expect("an answer").answer.clone()
    else {
        panic!("a tick")
    };
    assert_eq!(found, Some(Found::Nothing));
    insta::assert_snapshot!(alternative.message, @"Nothing found by 8.1.4 (Supported systems and software) would take the place of 8.2.1. Say so only if it is so.");
}

#[test]
fn what_was_found_is_not_unsaid() {
    let path = path(&complete().without("8.2.1"), StandardsMet);
    assert_eq!((path.steps.len(), path.alternatives.len()), (1, 0));
}

/// What NHSmail takes away is unknown in every built-in edition, so it saves nothing in the best reading.
#[test]
fn what_nobody_knows_saves_nothing() {
    let answers = complete().without("6.3.2").profile(|home| home.nhsmail = Some(Nhsmail::NotSure));
    assert!(path(&answers, StandardsMet).alternatives.is_empty());
}

#[test]
fn a_rule_that_asks_for_questions_not_on_record_has_no_path() {
    let path = path(&Answers::none("2021-22"), StandardsExceeded);
    assert_eq!((path.state, path.steps.len(), path.certainty), (PathState::NoWay, 0, None));
    let [ground] = path.against.as_slice() else { panic!("one reason") };
    assert_eq!(ground.code, "level-undetermined");
    assert!(!ground.sources.is_empty());
    insta::assert_snapshot!(ground.message, @"Standards Exceeded asks for every question, and not all of them are on record here. Check it in the toolkit itself.");
}

#[test]
fn answers_of_another_edition_have_no_path_until_they_are_carried_over() {
    let assessment = Answers::none("2024-25").assessment();
    let path = path_to(bank("2025-26"), &assessment, usual_day("2025-26"), StandardsMet);
    assert_eq!(path.state, PathState::NoWay);
    assert_eq!(path.against[0].code, "other-edition");
}

#[test]
fn an_answer_not_accepted_is_given_anew_without_its_comment() {
    let comment = Some("Not applicable".to_owned());
    let answers = complete().with("2.1.1", Response { comment, ..does_not_apply() });
    let path = path(&answers, StandardsMet);
    let done = path.steps.iter().fold(answers.assessment(), |assessment, step| step.apply(&assessment));
    assert_eq!(level(bank("2025-26"), &done, usual_day("2025-26")), Some(StandardsMet));
    assert_eq!(done.response(code("2.1.1")).expect("an answer").comment, None);
}

/// Every example, from where it stands to Standards Met.
#[test]
fn the_examples_reach_standards_met_step_by_step() {
    let table = [
        ("empty-2025-26", 45),
        ("five-rivers-care-2025-26", 0),
        ("harbour-house-2024-25", 0),
        ("harbour-house-2025-26", 2),
    ];
    for (name, steps) in table {
        let file = format!("{}/examples/assessments/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let assessment = Assessment::from_json(std::fs::read(file).expect("the example")).expect("an assessment");
        let edition = assessment.edition().to_string();
        let as_of = usual_day(&edition);
        let path = path_to(bank(&edition), &assessment, as_of, StandardsMet);
        assert_eq!(path.steps.len(), steps, "{name}");
        let done = path.steps.iter().fold(assessment, |assessment, step| step.apply(&assessment));
        assert_eq!(level(bank(&edition), &done, as_of).max(Some(StandardsMet)), level(bank(&edition), &done, as_of));
    }
}
