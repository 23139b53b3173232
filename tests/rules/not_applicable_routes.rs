//! "Not applicable" question by question: where a source shows the way to say it, and where none does.

use std::collections::BTreeSet;

use crate::common::{Answers, bank, code, usual_day};
use crate::replies::{documents, does_not_apply, does_not_apply_because, text, ticked, ticked_with, unticked};
use dspt::QuestionStatus::{self, Incomplete, NotApplicable};
use dspt::{Level, LevelState, Response, evaluate};

/// A tick with "Not applicable" in the comment, as the guide to Approaching Standards of 2021-22 describes it
/// (statement S2-134).
const BY_TICK_AND_COMMENT: [&str; 8] = ["1.3.11", "1.4.2", "4.1.2", "4.2.4", "6.1.3", "6.1.4", "6.2.1", "10.1.2"];
/// "Not applicable" in the text box, as the same guide describes it (statement S2-135).
const BY_TEXT_BOX: [&str; 5] = ["1.3.12", "1.4.3", "4.5.4", "7.3.1", "8.3.5"];
/// The other questions of the guide, which offers no such way for them (statement S2-136). A body exempt from the ICO
/// fee says so at 1.1.1 (statement S4-87).
const WITHOUT_A_ROUTE: [&str; 14] = [
    "1.1.1", "1.1.2", "1.1.5", "1.2.1", "1.3.1", "1.3.7", "1.3.8", "1.3.13", "1.4.1", "2.1.1", "2.1.2", "4.1.1",
    "6.1.1", "7.3.2",
];

/// What a response to one question comes to, everything else being answered well, and whether Approaching Standards
/// stand.
#[track_caller]
fn judged(edition: &str, question: &str, response: Response) -> (QuestionStatus, bool) {
    let as_of = usual_day(edition);
    let mut answers = Answers::complete(edition, as_of).with(question, response);
    if question == "8.2.1" {
        // Neither needed nor unneeded: 8.1.4 does not say what was found.
        answers = answers.with("8.1.4", ticked());
    }
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(edition), &assessment, as_of);
    let outcome = evaluation.question(code(question)).expect("a listed question");
    (outcome.status, evaluation.level() >= Some(Level::ApproachingStandards))
}

/// The ways in which people write that a question does not apply, by kind first and then in the portal's fields.
fn every_way() -> Vec<Response> {
    vec![
        does_not_apply(),
        does_not_apply_because("None of this happens here."),
        ticked_with("Not applicable"),
        text("Not applicable"),
        documents(&["Not applicable"]),
    ]
}

#[test]
fn the_guide_of_2021_22_has_27_questions() {
    let routes = BY_TICK_AND_COMMENT.iter().chain(&BY_TEXT_BOX).chain(&WITHOUT_A_ROUTE);
    let named: BTreeSet<_> = routes.map(|question| code(question)).collect();
    let approaching = bank("2021-22").mandatory(Level::ApproachingStandards, usual_day("2021-22"));
    assert_eq!(named, approaching.map(|question| question.code).collect());
    assert_eq!(named.len(), 27);
}

#[test]
fn a_tick_with_a_comment_says_not_applicable_in_2021_22() {
    for question in BY_TICK_AND_COMMENT {
        for comment in ["Not applicable", "not applicable.", "Not applicable: nobody does this here", "N/A"] {
            assert_eq!(
                judged("2021-22", question, ticked_with(comment)),
                (NotApplicable, true),
                "{question} {comment}"
            );
        }
        let response = Response { comment: Some("Not applicable".to_owned()), ..unticked() };
        assert_eq!(judged("2021-22", question, response).0, Incomplete, "{question} without the tick");
    }
}

#[test]
fn the_text_box_says_not_applicable_in_2021_22() {
    for question in BY_TEXT_BOX {
        for words in ["Not applicable", "not applicable.", "Not applicable: nobody does this here", "N/A"] {
            assert_eq!(judged("2021-22", question, text(words)), (NotApplicable, true), "{question} {words}");
        }
        let response = Response { comment: Some("Not applicable".to_owned()), ..text("") };
        assert_eq!(judged("2021-22", question, response).0, Incomplete, "{question} in the comment alone");
    }
}

#[test]
fn the_kind_says_not_applicable_wherever_the_guide_offers_a_way() {
    for question in BY_TICK_AND_COMMENT.into_iter().chain(BY_TEXT_BOX) {
        for response in [does_not_apply(), does_not_apply_because("We have nothing of the kind.")] {
            assert_eq!(judged("2021-22", question, response), (NotApplicable, true), "{question}");
        }
    }
}

#[test]
fn where_the_guide_offers_no_way_not_applicable_takes_the_level_away() {
    for question in WITHOUT_A_ROUTE {
        for response in every_way() {
            let explained = response == does_not_apply_because("None of this happens here.");
            let expected = if question == "1.1.1" && explained { (NotApplicable, true) } else { (Incomplete, false) };
            assert_eq!(judged("2021-22", question, response.clone()), expected, "{question} {response:?}");
        }
    }
}

/// Nobody knows whether the toolkit refuses it, so the level hangs on that.
#[test]
fn where_no_way_is_on_record_the_lenient_reading_lets_it_pass() {
    let as_of = usual_day("2021-22");
    for question in WITHOUT_A_ROUTE.into_iter().filter(|question| *question != "1.1.1") {
        let answers = Answers::complete("2021-22", as_of).with(question, does_not_apply());
        let assessment = answers.assessment();
        let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
        let approaching = &evaluation.levels()[0];
        let states = (approaching.state, approaching.strictly, approaching.leniently);
        assert_eq!(states, (LevelState::NotMet, LevelState::NotMet, LevelState::Met), "{question}");
    }
}

/// The routes of 2025-26: two shown for that edition (4.3.1 and 7.3.4), the others carried over or shown elsewhere.
mod in_2025_26 {
    use super::*;

    const BY_TICK_AND_COMMENT: [&str; 16] = [
        "1.3.11", "1.4.2", "4.2.4", "4.3.1", "4.4.1", "5.1.1", "6.1.2", "6.1.3", "6.2.1", "7.3.4", "8.1.4", "9.1.1",
        "9.5.2", "10.1.2", "10.2.1", "10.2.2",
    ];
    const BY_TEXT_BOX: [&str; 5] = ["1.3.12", "1.4.3", "4.5.4", "7.3.1", "8.3.5"];
    const BY_DOCUMENT_LOCATION: [&str; 1] = ["8.2.1"];
    const BY_EXEMPTION: [&str; 1] = ["1.1.1"];
    const WITHOUT_A_ROUTE: [&str; 29] = [
        "1.1.2", "1.1.3", "1.1.5", "1.2.4", "1.3.1", "1.3.2", "1.3.6", "1.3.7", "1.3.8", "1.3.13", "1.3.14", "1.4.1",
        "2.1.1", "2.2.1", "3.1.1", "3.2.1", "3.4.1", "4.1.1", "4.5.3", "6.1.1", "6.3.2", "7.1.1", "7.1.2", "7.1.5",
        "7.1.6", "7.2.1", "7.3.2", "7.3.6", "8.3.8",
    ];

    #[test]
    fn every_listed_question_is_in_one_of_the_lists() {
        let lists =
            [&BY_TICK_AND_COMMENT[..], &BY_TEXT_BOX, &BY_DOCUMENT_LOCATION, &BY_EXEMPTION, &WITHOUT_A_ROUTE].concat();
        let named: BTreeSet<_> = lists.iter().map(|question| code(question)).collect();
        assert_eq!(named.len(), lists.len());
        assert_eq!(named, bank("2025-26").questions().map(|question| question.code).collect());
    }

    #[test]
    fn each_question_takes_it_in_the_portals_own_way() {
        for question in BY_TICK_AND_COMMENT {
            assert_eq!(judged("2025-26", question, ticked_with("Not applicable")).0, NotApplicable, "{question}");
        }
        for question in BY_TEXT_BOX {
            assert_eq!(judged("2025-26", question, text("Not applicable")).0, NotApplicable, "{question}");
        }
        for question in BY_DOCUMENT_LOCATION {
            assert_eq!(judged("2025-26", question, documents(&["Not applicable"])).0, NotApplicable, "{question}");
        }
        for question in BY_EXEMPTION {
            let response = Response { comment: Some("Exempt: a small charity".to_owned()), ..text("") };
            assert_eq!(judged("2025-26", question, response).0, NotApplicable, "{question}");
        }
    }

    #[test]
    fn the_kind_says_the_same() {
        for question in BY_TICK_AND_COMMENT.iter().chain(&BY_TEXT_BOX).chain(&BY_DOCUMENT_LOCATION) {
            assert_eq!(judged("2025-26", question, does_not_apply()).0, NotApplicable, "{question}");
        }
        for question in BY_EXEMPTION {
            assert_eq!(judged("2025-26", question, does_not_apply()).0, Incomplete, "{question} without a reason");
            let response = does_not_apply_because("We are a small charity.");
            assert_eq!(judged("2025-26", question, response).0, NotApplicable, "{question} with a reason");
        }
    }

    #[test]
    fn no_other_question_takes_it_in_any_way() {
        for question in WITHOUT_A_ROUTE {
            for response in every_way() {
                assert_eq!(judged("2025-26", question, response.clone()).0, Incomplete, "{question} {response:?}");
            }
        }
    }
}
