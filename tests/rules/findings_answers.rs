//! Findings about an answer as such: that it is there, of the right kind, filled in, and confirmed for this edition.

use insta::assert_snapshot;

use crate::common::{Answers, day, document};
use crate::findings::{Case, Situation, home};
use crate::replies::{document_of, documents, good, text, ticked, ticked_found, trained, unticked};
use dspt::Effect::{Advises, Blocks};
use dspt::QuestionStatus::{Complete, Incomplete, Unanswered};
use dspt::{Answer, Found, Response};

pub(crate) const CASES: &[fn() -> Case] = &[
    no_answer,
    unticked_box,
    empty_text,
    words_for_a_tick,
    carried_over,
    confirmed_tomorrow,
    figures_nobody_asked_for,
    a_finding_nobody_asked_for,
    parts_nobody_asked_for,
    a_part_that_is_none_of_those_asked_for,
];

fn no_answer() -> Case {
    Case {
        code: "unanswered",
        effect: Blocks,
        pointer: "/responses/7.1.1",
        arises: home("2025-26").but(|answers| answers.without("7.1.1")).leaves("7.1.1", Unanswered),
        near: home("2025-26").leaves("7.1.1", Complete),
    }
}

#[test]
fn a_question_without_an_answer_is_unanswered() {
    assert_snapshot!(no_answer().told(), @r"
    This question has no answer yet.
    expected: an answer
    actual: nothing
    ");
}

fn unticked_box() -> Case {
    Case {
        code: "not-confirmed",
        effect: Blocks,
        pointer: "/responses/2.1.1/confirmed",
        arises: home("2025-26").with("2.1.1", unticked()).leaves("2.1.1", Incomplete),
        near: home("2025-26").with("2.1.1", ticked()).leaves("2.1.1", Complete),
    }
}

#[test]
fn a_box_without_its_tick_is_not_confirmed() {
    assert_snapshot!(unticked_box().told(), @r"
    The box is not ticked. Tick it once what the question asks is in place.
    expected: a tick
    actual: no tick
    ");
}

#[test]
fn a_comment_does_not_stand_in_for_the_tick() {
    for comment in ["We do this every year.", "Yes", "Not applicable"] {
        let response = Response { comment: Some(comment.to_owned()), ..unticked() };
        let case = Case {
            arises: home("2025-26").with("6.1.2", response).leaves("6.1.2", Incomplete),
            near: home("2025-26").with("6.1.2", ticked()).leaves("6.1.2", Complete),
            pointer: "/responses/6.1.2/confirmed",
            ..unticked_box()
        };
        case.told();
    }
}

fn empty_text() -> Case {
    Case {
        code: "text-empty",
        effect: Blocks,
        pointer: "/responses/1.1.5/text",
        arises: home("2025-26").with("1.1.5", text(" \n\t ")).leaves("1.1.5", Incomplete),
        near: home("2025-26").with("1.1.5", text("The registered manager")).leaves("1.1.5", Complete),
    }
}

#[test]
fn a_text_box_with_nothing_but_blanks_is_empty() {
    assert_snapshot!(empty_text().told(), @r"
    The text box is empty. Write the answer there, not in the comment.
    expected: words
    actual: nothing
    ");
}

/// Statement S1-16 names text in the wrong box among the things that stop people from publishing.
#[test]
fn words_in_the_comment_do_not_fill_the_text_box() {
    let response = Response { comment: Some("The registered manager".to_owned()), ..text("") };
    Case { arises: home("2025-26").with("1.1.5", response).leaves("1.1.5", Incomplete), ..empty_text() }.told();
}

fn words_for_a_tick() -> Case {
    Case {
        code: "wrong-evidence-type",
        effect: Blocks,
        pointer: "/responses/4.3.1/kind",
        arises: home("2025-26").with("4.3.1", text("Signed by both of them")).leaves("4.3.1", Incomplete),
        near: home("2025-26").with("4.3.1", ticked()).leaves("4.3.1", Complete),
    }
}

#[test]
fn an_answer_of_another_kind_does_not_count() {
    assert_snapshot!(words_for_a_tick().told(), @"
    The question takes a tick, and the answer was given in words. Give a tick instead.
    expected: a tick
    actual: words
    ");
}

#[test]
fn every_kind_of_answer_is_told_apart() {
    let date = || dspt::Response { answer: Answer::Date { date: day("2026-05-01") }, ..ticked() };
    let wrong = |question: &'static str, response: Response, pointer: &'static str| Case {
        pointer,
        arises: home("2025-26").with(question, response).leaves(question, Incomplete),
        near: home("2025-26").leaves(question, Complete),
        ..words_for_a_tick()
    };
    assert_snapshot!(wrong("1.1.5", ticked(), "/responses/1.1.5/kind").told(), @"
    The question takes words, and the answer was given as a tick. Give words instead.
    expected: words
    actual: a tick
    ");
    assert_snapshot!(wrong("7.1.1", text("In the office"), "/responses/7.1.1/kind").told(), @"
    The question takes a document, and the answer was given in words. Give a document instead.
    expected: a document
    actual: words
    ");
    assert_snapshot!(wrong("2.1.1", documents(&["Induction pack"]), "/responses/2.1.1/kind").told(), @"
    The question takes a tick, and the answer was given as a document. Give a tick instead.
    expected: a tick
    actual: a document
    ");
    assert_snapshot!(wrong("2.1.1", date(), "/responses/2.1.1/kind").told(), @"
    The question takes a tick, and the answer was given as a date. Give a tick instead.
    expected: a tick
    actual: a date
    ");
}

/// No source shows question 6.3.2, so no kind of answer can be called wrong.
#[test]
fn where_the_kind_is_not_known_any_kind_will_do() {
    for response in [ticked(), text("Told at induction"), documents(&["Staff handbook"])] {
        let near = home("2025-26").with("6.3.2", response).leaves("6.3.2", Complete);
        Case { near, ..words_for_a_tick() }.told();
    }
}

fn carried_over() -> Case {
    Case {
        code: "not-reconfirmed",
        effect: Blocks,
        pointer: "/responses/1.1.5/origin/reconfirmedOn",
        arises: carried(None).leaves("1.1.5", Incomplete),
        near: carried(Some("2026-05-29")).leaves("1.1.5", Complete),
    }
}

/// The answer to 1.1.5 comes from 2024-25; the day is 30 May 2026.
fn carried(reconfirmed_on: Option<&str>) -> Situation {
    home("2025-26").but(|answers| answers.carried_over("1.1.5", "2024-25", reconfirmed_on.map(day)))
}

/// Statements S1-3, S0-20 and S4-77.
#[test]
fn an_answer_carried_over_waits_for_somebody_to_confirm_it() {
    assert_snapshot!(carried_over().told(), @"
    The answer comes from 2024-25, and the question has been reworded since. Check it and confirm it.
    expected: a confirmation
    actual: carried over from 2024-25
    ");
}

#[test]
fn every_edition_wants_carried_over_answers_confirmed() {
    let editions = [("2021-22", "2020-21"), ("2022-23", "2021-22"), ("2023-24", "2022-23"), ("2024-25", "2023-24")];
    for (edition, before) in editions {
        let carried = |answers: Answers| answers.carried_over("1.1.5", before, None);
        Case { arises: home(edition).but(carried).leaves("1.1.5", Incomplete), ..carried_over() }.told();
    }
}

fn confirmed_tomorrow() -> Case {
    Case {
        code: "reconfirmed-in-future",
        effect: Blocks,
        pointer: "/responses/1.1.5/origin/reconfirmedOn",
        arises: carried(Some("2026-05-31")).leaves("1.1.5", Incomplete),
        near: carried(Some("2026-05-30")).leaves("1.1.5", Complete),
    }
}

#[test]
fn nobody_can_have_confirmed_an_answer_tomorrow() {
    assert_snapshot!(confirmed_tomorrow().told(), @r"
    The answer is said to be confirmed on 31 May 2026, which is still to come. Correct the date.
    expected: a day that has come
    actual: 2026-05-31
    ");
}

fn figures_nobody_asked_for() -> Case {
    Case {
        code: "detail-not-asked",
        effect: Advises,
        pointer: "/responses/2.1.1/training",
        arises: home("2025-26").with("2.1.1", trained(1, 20, None)).leaves("2.1.1", Complete),
        near: home("2025-26")
            .with("3.2.1", Response { reviewed_on: Some(day("2026-05-30")), ..trained(20, 20, None) })
            .leaves("3.2.1", Complete),
    }
}

#[test]
fn training_figures_beside_another_question_change_nothing() {
    assert_snapshot!(figures_nobody_asked_for().told(), @r"
    The answer has training figures, which this question does not ask for; that changes nothing.
    expected: nothing
    actual: training
    ");
}

fn a_finding_nobody_asked_for() -> Case {
    Case {
        code: "detail-not-asked",
        effect: Advises,
        pointer: "/responses/2.1.1/found",
        arises: home("2025-26").with("2.1.1", ticked_found(Found::Something)).leaves("2.1.1", Complete),
        near: home("2025-26").with("8.1.4", ticked_found(Found::Something)).leaves("8.1.4", Complete),
    }
}

#[test]
fn a_finding_beside_another_question_changes_nothing() {
    assert_snapshot!(a_finding_nobody_asked_for().told(), @r"
    The answer has a finding, which this question does not ask for; that changes nothing.
    expected: nothing
    actual: found
    ");
}

fn parts_nobody_asked_for() -> Case {
    let in_parts = || Answer::Document { documents: vec![document_of("Asset list", &["policy"])] };
    let in_one = || Answer::Document { documents: vec![document("Asset list")] };
    let asset_list = |answer: Answer| Response { answer, ..good("2025-26", "7.1.1", day("2026-05-30")) };
    Case {
        code: "detail-not-asked",
        effect: Advises,
        pointer: "/responses/7.1.1/documents",
        arises: home("2025-26").with("7.1.1", asset_list(in_parts())).leaves("7.1.1", Complete),
        near: home("2025-26").with("7.1.1", asset_list(in_one())).leaves("7.1.1", Complete),
    }
}

/// 1.3.11 asks for a policy and for proof that it is enforced, and for no minutes.
fn a_part_that_is_none_of_those_asked_for() -> Case {
    let parts = |parts: &[&str]| Response {
        answer: Answer::Document { documents: vec![document_of("Mobile working", parts)] },
        ..good("2025-26", "1.3.11", day("2026-05-30"))
    };
    let (asked, more) = (["policy", "enforcement"], ["policy", "enforcement", "minutes"]);
    Case {
        code: "detail-not-asked",
        effect: Advises,
        pointer: "/responses/1.3.11/documents",
        arises: home("2025-26").with("1.3.11", parts(&more)).leaves("1.3.11", Complete),
        near: home("2025-26").with("1.3.11", parts(&asked)).leaves("1.3.11", Complete),
    }
}

#[test]
fn parts_of_a_document_beside_another_question_change_nothing() {
    assert_snapshot!(parts_nobody_asked_for().told(), @r"
    The answer has parts, which this question does not ask for; that changes nothing.
    expected: nothing
    actual: parts
    ");
}
