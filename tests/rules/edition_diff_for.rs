//! What of the changes touches one organisation, and how; what does not is counted.

use std::collections::BTreeSet;

use dspt::{Assessment, EditionDiff, History, Holding, Level, PastPublication, PublishedLevel, QuestionBank, diff_for};
use serde_json::json;

use crate::common::{Answers, bank, code, day, good_response, held, response};
use crate::edition_diff::value;

const HARBOUR_HOUSE: &str = include_str!("../../examples/assessments/harbour-house-2024-25.json");

#[track_caller]
pub(crate) fn touched(from: &QuestionBank, to: &QuestionBank, assessment: &Assessment, as_of: &str) -> EditionDiff {
    diff_for(from, to, assessment, day(as_of)).expect("neighbours, and an assessment of one of them")
}

/// The changes that touch, as `4.3.1 newly-mandatory: answer-wanted`.
pub(crate) fn rows(diff: &EditionDiff) -> Vec<String> {
    let of_edition = diff.edition.iter().map(|change| {
        let touch = change.touches.as_ref().expect("it touches");
        format!("{}: {}", change.what.code(), touch.reason)
    });
    let of_questions = diff.questions.iter().flat_map(|question| {
        let named = question.new.or(question.old).expect("a code");
        question.changes.iter().map(move |change| {
            let touch = change.touches.as_ref().expect("it touches");
            format!("{named} {}: {}", change.what.code(), touch.reason)
        })
    });
    of_edition.chain(of_questions).collect()
}

/// What is left out, as `3 added: optional`.
fn left_out(diff: &EditionDiff) -> Vec<String> {
    let left_out = &diff.organisation.as_ref().expect("a diff for an organisation").left_out;
    left_out.iter().map(|entry| format!("{} {}: {}", entry.count, entry.kind, entry.reason)).collect()
}

/// How the changes of a question touch, and what the care manager hears.
pub(crate) fn about(diff: &EditionDiff, question: &str) -> Vec<String> {
    let changes = diff.questions.iter().filter(|one| one.new.or(one.old) == Some(code(question)));
    let touches = changes.flat_map(|question| &question.changes).filter_map(|change| change.touches.as_ref());
    touches.map(|touch| format!("{}: {}", touch.reason, touch.message)).collect()
}

fn published(edition: &str, level: PublishedLevel, on: &str) -> History {
    let mut history = History::default();
    let edition = edition.parse().expect("an edition");
    history
        .append(PastPublication { edition, level, published_on: day(on), digest: None, sites: Vec::new() })
        .expect("the first one");
    history
}

#[test]
fn harbour_house_hears_what_2025_26_means_for_it_and_nothing_else() {
    let assessment = Assessment::from_json(HARBOUR_HOUSE).expect("an example");
    let diff = touched(bank("2024-25"), bank("2025-26"), &assessment, "2025-10-01");
    assert_eq!(
        rows(&diff),
        [
            "deadline: day-to-keep",
            "no-longer-known: gate-ahead",
            "1.1.2 now-known: lapses",
            "1.1.3 reworded: look-afresh",
            "1.1.5 reworded: look-afresh",
            "1.3.1 reworded: look-afresh",
            "1.3.2 review-window: lapses",
            "4.3.1 newly-mandatory: answer-wanted",
            "7.1.1 newly-mandatory: answer-wanted",
            "7.3.4 now-known: said-otherwise",
        ]
    );
    assert_eq!(
        left_out(&diff),
        [
            "1 toolkit-version: nothing-to-do",
            "1 opening: nothing-to-do",
            "1 official-count: told-by-question",
            "1 total: told-by-question",
            "1 now-known: no-difference",
            "3 now-known: not-held",
            "1 now-known: unanswered",
            "3 added: optional",
            "1 new-on-record: optional",
        ]
    );
    let organisation = diff.organisation.expect("a diff for an organisation");
    assert_eq!(organisation.level_before, Some(Level::StandardsMet));
    assert_eq!(organisation.level_after, Some(Level::ApproachingStandards));
    assert_eq!((organisation.answers, organisation.to_confirm, organisation.left_behind), (45, 45, 0));
}

#[test]
fn a_review_touches_where_it_is_too_old_now_or_will_be_by_the_deadline() {
    let reviewed = |on: Option<&str>| {
        let review = dspt::Response {
            reviewed_on: on.map(day),
            ..good_response(bank("2024-25").question(code("1.1.2")).expect("listed"), day("2025-05-01"))
        };
        let answers = Answers::complete("2024-25", day("2025-05-01")).with("1.1.2", review);
        about(&touched(bank("2024-25"), bank("2025-26"), &answers.assessment(), "2025-10-01"), "1.1.2")
    };
    insta::assert_snapshot!(
        reviewed(Some("2024-03-01")).join("\n"),
        @"no-longer-counts: Your answer counts in 2024-25 and not in 2025-26. The last review, on 1 March 2024, is too old: it must be on or after 1 October 2024. Review it again and note the date."
    );
    insta::assert_snapshot!(
        reviewed(Some("2025-03-01")).join("\n"),
        @"lapses: Your answer counts on 1 October 2025 and no longer on 30 June 2026. By then: The last review, on 1 March 2025, is too old: it must be on or after 30 June 2025. Review it again and note the date."
    );
    insta::assert_snapshot!(
        reviewed(None).join("\n"),
        @"said-otherwise: Of your answer in 2025-26: No date is given. Note when it was last reviewed or carried out; dates count from 1 October 2024."
    );
    assert_eq!(reviewed(Some("2025-09-01")), [""; 0]);
}

#[test]
fn a_rule_that_is_gone_lets_an_old_answer_count() {
    let before = |on: &str| {
        let review = |question: &str| dspt::Response {
            reviewed_on: Some(day(on)),
            ..good_response(bank("2021-22").question(code(question)).expect("listed"), day(on))
        };
        let answers = Answers::complete("2021-22", day("2022-06-16")).with("1.3.1", review("1.3.1"));
        about(&touched(bank("2021-22"), bank("2022-23"), &answers.assessment(), "2022-09-01"), "1.3.1")
    };
    assert_eq!(before("2021-03-01"), ["now-counts: Your answer does not count in 2021-22, and does in 2022-23."]);
    assert_eq!(
        before("2022-05-01"),
        ["lasts: Your answer counts on 30 June 2023 in 2022-23, and would not in 2021-22."]
    );
}

#[test]
fn a_newly_mandatory_question_touches_by_the_answer_that_is_there() {
    let told = |answers: &Answers| {
        about(&touched(bank("2024-25"), bank("2025-26"), &answers.assessment(), "2025-10-01"), "4.3.1")
    };
    let complete = Answers::complete("2024-25", day("2025-05-30"));
    assert_eq!(
        told(&complete),
        ["answer-there: You have an answer to 4.3.1, which counts in 2025-26 once you have confirmed it."]
    );
    assert_eq!(told(&complete.clone().without("4.3.1")), ["answer-wanted: You have no answer to 4.3.1 yet."]);
    let blank = response(dspt::Answer::Confirmation { confirmed: false, found: None, training: None });
    assert_eq!(
        told(&complete.with("4.3.1", blank)),
        ["answer-wanted: Your answer to 4.3.1 does not count yet. The box is not ticked. Tick it once what the \
          question asks is in place."]
    );
}

#[test]
fn a_certificate_touches_whoever_holds_it_or_is_not_sure() {
    let told = |holding: Option<Holding>| {
        let answers = Answers::complete("2024-25", day("2025-05-30"));
        let answers = answers.profile(|profile| profile.cyber_essentials_plus = holding);
        about(&touched(bank("2024-25"), bank("2025-26"), &answers.assessment(), "2025-10-01"), "6.2.1")
    };
    assert_eq!(
        told(Some(held("2025-03-01", "2026-02-28"))),
        ["taken-away: Cyber Essentials Plus takes 6.2.1 away from you in 2025-26: you need not answer it."]
    );
    assert_eq!(
        told(Some(Holding::NotSure)),
        ["depends-on-profile: Your profile leaves Cyber Essentials Plus open. If you say yes, this decides whether \
          you answer 6.2.1."]
    );
    assert_eq!(told(None).len(), 1);
    assert_eq!(told(Some(Holding::No)), [""; 0]);
    assert_eq!(told(Some(held("2023-03-01", "2024-02-28"))), [""; 0], "out of date");
}

#[test]
fn over_a_renumbering_answers_move_or_stay_behind() {
    let answers = Answers::complete("2021-22", day("2022-06-16"));
    let diff = touched(bank("2021-22"), bank("2022-23"), &answers.assessment(), "2022-09-01");
    assert_eq!(about(&diff, "1.1.3"), ["answer-moves: Your answer to 1.2.1 stands at 1.1.3 in 2022-23."]);
    assert_eq!(
        about(&diff, "4.1.2")[0],
        "answer-left-behind: Your answer to 4.1.2 has no place in 2022-23. Keep what you wrote, if it serves you."
    );
    assert_eq!(
        about(&diff, "1.2.4"),
        [
            "look-afresh: You have answered it. Read 1.2.4 as 2022-23 puts it, and check that the answer still fits.",
            "answer-there: You have an answer to 1.2.4, which counts in 2022-23 once you have confirmed it.",
        ]
    );
    let organisation = diff.organisation.expect("a diff for an organisation");
    assert_eq!(organisation.left_behind, 1);
}

#[test]
fn the_later_assessment_hears_what_is_new_since_the_year_before() {
    let answers = Answers::complete("2025-26", day("2026-05-30")).without("7.1.1").without("8.3.8");
    let diff = touched(bank("2024-25"), bank("2025-26"), &answers.assessment(), "2026-05-30");
    assert_eq!(about(&diff, "7.1.1"), ["answer-wanted: You have no answer to 7.1.1 yet."]);
    assert_eq!(about(&diff, "4.3.1"), ["answer-there: You have an answer to 4.3.1, which counts in 2025-26."]);
    assert_eq!(about(&diff, "7.1.5"), ["answer-there: You have an answer to 7.1.5, which counts in 2025-26."]);
    assert_eq!(about(&diff, "8.3.8"), [""; 0], "optional and without an answer");
    let back = touched(bank("2025-26"), bank("2024-25"), &answers.assessment(), "2026-05-30");
    assert_eq!(
        about(&back, "4.3.1"),
        ["no-longer-wanted: You have answered it. You need not for 2024-25, and the answer may stay."]
    );
    assert_eq!(about(&back, "7.1.1"), ["no-longer-wanted: You have not answered it, and need not for 2024-25."]);
    assert!(about(&back, "7.1.5")[0].starts_with("answer-left-behind: "));
}

#[test]
fn a_level_rule_touches_whoever_has_the_level_or_has_published_at_it() {
    let rule = |diff: &EditionDiff| {
        let change = diff.edition.iter().find(|change| change.what.code() == "level-rule");
        change.and_then(|change| change.touches.as_ref()).map(|touch| format!("{}: {}", touch.reason, touch.message))
    };
    let told = |answers: &Answers, from: &str, to: &str, history: History| {
        let assessment =
            Assessment::new(answers.edition, answers.organisation.clone(), history, answers.responses.clone());
        rule(&touched(bank(from), bank(to), &assessment, "2022-09-01"))
    };
    let complete = Answers::complete("2021-22", day("2022-06-16"));
    assert_eq!(told(&complete, "2021-22", "2022-23", History::default()), None);
    let plus = complete.clone().profile(|profile| {
        profile.cyber_essentials_plus = Some(held("2022-03-01", "2023-02-28"));
    });
    assert_eq!(
        told(&plus, "2021-22", "2022-23", History::default()).as_deref(),
        Some(
            "level-gained: Your answers do not come to Standards Exceeded in 2021-22. In 2022-23 they do once you have \
             confirmed them."
        )
    );
    assert_eq!(
        told(&plus, "2022-23", "2021-22", History::default()).as_deref(),
        Some("level-lost: Your answers come to Standards Exceeded in 2022-23. In 2021-22 they do not.")
    );
    let exceeded = published("2021-22", PublishedLevel::StandardsExceeded, "2022-06-20");
    assert_eq!(
        told(&complete, "2021-22", "2022-23", exceeded).as_deref(),
        Some(
            "level-held: You have published at Standards Exceeded or above. Your answers do not come to it in 2022-23, \
             even once you have confirmed them all."
        )
    );
}

#[test]
fn a_gate_touches_those_before_whose_publication_it_stands() {
    let gates = |level: PublishedLevel| {
        let answers = Answers::complete("2021-22", day("2022-06-16"));
        let (organisation, responses) = (answers.organisation.clone(), answers.responses.clone());
        let assessment =
            Assessment::new(answers.edition, organisation, published("2020-21", level, "2021-06-01"), responses);
        let diff = touched(bank("2021-22"), bank("2022-23"), &assessment, "2022-09-01");
        let gates = rows(&diff).into_iter().filter(|row| row.ends_with("gate-ahead"));
        gates.collect::<Vec<_>>()
    };
    assert_eq!(gates(PublishedLevel::EntryLevel), ["no-longer-known: gate-ahead", "gate-set: gate-ahead"]);
    assert_eq!(gates(PublishedLevel::StandardsMet), ["no-longer-known: gate-ahead"]);
}

#[test]
fn before_the_opening_that_is_a_day_to_keep() {
    let assessment = Assessment::from_json(HARBOUR_HOUSE).expect("an example");
    let days = |as_of: &str| {
        let diff = touched(bank("2024-25"), bank("2025-26"), &assessment, as_of);
        rows(&diff).into_iter().filter(|row| row.ends_with("day-to-keep")).collect::<Vec<_>>()
    };
    assert_eq!(days("2025-06-01"), ["opening: day-to-keep", "deadline: day-to-keep"]);
    assert_eq!(days("2025-10-01"), ["deadline: day-to-keep"]);
    assert_eq!(days("2026-07-01"), [""; 0]);
}

#[test]
fn the_assessment_is_of_one_of_the_two_editions() {
    let answers = Answers::none("2021-22").assessment();
    let error = diff_for(bank("2024-25"), bank("2025-26"), &answers, day("2025-10-01")).expect_err("another edition");
    assert_eq!(error.code(), "other-edition");
    insta::assert_snapshot!(
        error,
        @"the assessment is of 2021-22; compare 2024-25 and 2025-26 for an assessment of one of them"
    );
}

#[test]
fn the_document_says_how_each_change_touches() {
    let assessment = Assessment::from_json(HARBOUR_HOUSE).expect("an example");
    let diff = touched(bank("2024-25"), bank("2025-26"), &assessment, "2025-10-01");
    let wanted = diff.questions.iter().find(|one| one.new == Some(code("4.3.1"))).expect("it touches");
    let touch = wanted.changes[0].touches.as_ref();
    insta::assert_snapshot!(serde_json::to_string_pretty(&touch).expect("JSON"), @r#"
    {
      "reason": "answer-wanted",
      "before": "unanswered",
      "after": "unanswered",
      "message": "You have no answer to 4.3.1 yet."
    }
    "#);
    let diff = value(&diff);
    let organisation = diff["organisation"].as_object().expect("an organisation");
    let keys: BTreeSet<_> = organisation.keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        BTreeSet::from([
            "answers",
            "asOf",
            "assessed",
            "leftBehind",
            "leftOut",
            "levelAfter",
            "levelBefore",
            "name",
            "odsCode",
            "toConfirm"
        ])
    );
    assert_eq!(
        organisation["leftOut"][0],
        json!({
            "kind": "toolkit-version", "reason": "nothing-to-do", "count": 1, "message": "There is nothing to do about it."
        })
    );
}
