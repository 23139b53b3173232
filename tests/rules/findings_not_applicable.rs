//! Findings about "Not applicable", and about the question on unsupported software that another answer decides.

use insta::assert_snapshot;

use crate::findings::{Case, home};
use crate::replies::{
    documents, does_not_apply, does_not_apply_because, text, ticked, ticked_found, ticked_with, unticked,
};
use dspt::Effect::{Advises, Blocks};
use dspt::Found::{Nothing, Something};
use dspt::QuestionStatus::{Complete, Incomplete, NotApplicable};
use dspt::Response;

pub(crate) const CASES: &[fn() -> Case] = &[
    no_route,
    no_reason_for_the_exemption,
    unsupported_software_found,
    no_reason_where_none_is_asked,
    nobody_says_what_was_found,
    the_search_says_nothing,
    left_blank_because_not_needed,
];

fn no_route() -> Case {
    let reason = "We have no new staff.";
    Case {
        code: "not-applicable-not-accepted",
        effect: Blocks,
        pointer: "/responses/2.1.1/kind",
        arises: home("2021-22").with("2.1.1", does_not_apply_because(reason)).leaves("2.1.1", Incomplete),
        near: home("2021-22").with("6.1.3", does_not_apply_because(reason)).leaves("6.1.3", NotApplicable),
    }
}

/// Statement S2-136.
#[test]
fn not_applicable_is_refused_where_no_way_to_say_it_is_on_record() {
    assert_snapshot!(no_route().told(), @r#"
    No source shows that this question can be answered with "Not applicable". Give an answer.
    expected: an answer
    actual: "Not applicable"
    "#);
}

fn no_reason_for_the_exemption() -> Case {
    let because = "We are a small charity that pays no fee.";
    Case {
        code: "not-applicable-unexplained",
        effect: Blocks,
        pointer: "/responses/1.1.1/reason",
        arises: home("2021-22").with("1.1.1", does_not_apply()).leaves("1.1.1", Incomplete),
        near: home("2021-22").with("1.1.1", does_not_apply_because(because)).leaves("1.1.1", NotApplicable),
    }
}

/// Statement S4-87: a body that is exempt from the fee says so in the comment.
#[test]
fn a_home_without_an_ico_number_says_why_it_is_exempt() {
    assert_snapshot!(no_reason_for_the_exemption().told(), @r#"
    "Not applicable" needs a reason here. Say why beside it.
    expected: a reason
    actual: nothing
    "#);
}

#[test]
fn the_exemption_counts_wherever_the_portal_has_room_for_it() {
    let comment = "Exempt: a small charity";
    let explained = [
        Response { comment: Some(comment.to_owned()), ..text("") },
        Response { comment: Some(comment.to_owned()), ..text("Not applicable") },
        text("Not applicable: exempt as a small charity"),
        Response { comment: Some(comment.to_owned()), ..does_not_apply() },
    ];
    for response in explained {
        let near = home("2021-22").with("1.1.1", response).leaves("1.1.1", NotApplicable);
        Case { near, ..no_reason_for_the_exemption() }.told();
    }
    let unexplained = [
        (text("Not applicable"), "/responses/1.1.1/text"),
        (text("N/A."), "/responses/1.1.1/text"),
        (documents(&["Not applicable"]), "/responses/1.1.1/documents/0/location"),
        (ticked_with("Not applicable"), "/responses/1.1.1/comment"),
        (does_not_apply_because("  "), "/responses/1.1.1/reason"),
    ];
    for (response, pointer) in unexplained {
        let arises = home("2021-22").with("1.1.1", response).leaves("1.1.1", Incomplete);
        Case { pointer, arises, ..no_reason_for_the_exemption() }.told();
    }
}

fn unsupported_software_found() -> Case {
    let with = |found| home("2024-25").with("8.1.4", ticked_found(found)).with("8.2.1", documents(&["Not applicable"]));
    Case {
        code: "not-applicable-contradicted",
        effect: Blocks,
        pointer: "/responses/8.2.1/documents/0/location",
        arises: with(Something).leaves("8.2.1", Incomplete),
        near: with(Nothing).leaves("8.2.1", NotApplicable),
    }
}

/// Statement S3-25: the document is needed only where there is unsupported software.
#[test]
fn the_risk_document_is_needed_once_unsupported_software_was_found() {
    assert_snapshot!(unsupported_software_found().told(), @r#"
    The answer to 8.1.4 says that something was found, so this question does apply. Answer it, or correct 8.1.4.
    expected: an answer
    actual: "Not applicable"
    "#);
}

fn no_reason_where_none_is_asked() -> Case {
    Case {
        code: "not-applicable-without-reason",
        effect: Advises,
        pointer: "/responses/1.4.2/reason",
        arises: home("2021-22").with("1.4.2", does_not_apply()).leaves("1.4.2", NotApplicable),
        near: home("2021-22")
            .with("1.4.2", does_not_apply_because("We shred everything ourselves."))
            .leaves("1.4.2", NotApplicable),
    }
}

#[test]
fn not_applicable_alone_is_enough_where_no_reason_is_asked_for() {
    assert_snapshot!(no_reason_where_none_is_asked().told(), @r#"
    "Not applicable" is accepted as it stands. A few words on why would make it stronger.
    expected: a reason
    actual: nothing
    "#);
}

#[test]
fn a_reason_in_the_same_breath_is_a_reason() {
    let near = [
        ticked_with("Not applicable - we shred everything ourselves"),
        ticked_with("N/A because we shred everything ourselves"),
        Response { comment: Some("We shred everything ourselves".to_owned()), ..does_not_apply() },
    ];
    for response in near {
        let near = home("2021-22").with("1.4.2", response).leaves("1.4.2", NotApplicable);
        Case { near, ..no_reason_where_none_is_asked() }.told();
    }
}

/// A comment that only begins alike is a comment, and the tick beside it stays a tick.
#[test]
fn other_comments_leave_the_tick_a_tick() {
    for comment in ["Nappies go with the clinical waste", "Na-Lin keeps the log", "National Care Ltd"] {
        let near = home("2021-22").with("2.1.1", ticked_with(comment)).leaves("2.1.1", Complete);
        Case { near, ..no_route() }.told();
    }
}

fn nobody_says_what_was_found() -> Case {
    let with = |response| home("2024-25").with("8.1.4", response).with("8.2.1", documents(&["Not applicable"]));
    Case {
        code: "condition-not-stated",
        effect: Advises,
        pointer: "/responses/8.2.1/documents/0/location",
        arises: with(ticked()).leaves("8.2.1", NotApplicable),
        near: with(ticked_found(Nothing)).leaves("8.2.1", NotApplicable),
    }
}

#[test]
fn not_applicable_waits_for_the_answer_it_depends_on() {
    assert_snapshot!(nobody_says_what_was_found().told(), @r#"
    "Not applicable" fits only if 8.1.4 found nothing. Say in the answer to 8.1.4 what was found.
    expected: nothing or something found
    actual: "Not applicable"
    "#);
}

#[test]
fn without_a_tick_nothing_was_found_out() {
    for response in [unticked(), text("Everything is supported.")] {
        let arises = home("2024-25").with("8.1.4", response).with("8.2.1", documents(&["Not applicable"]));
        Case { arises: arises.leaves("8.2.1", NotApplicable), ..nobody_says_what_was_found() }.told();
    }
}

fn the_search_says_nothing() -> Case {
    Case {
        code: "finding-not-stated",
        effect: Advises,
        pointer: "/responses/8.1.4/found",
        arises: home("2024-25").with("8.1.4", ticked()).leaves("8.1.4", Complete),
        near: home("2024-25").with("8.1.4", ticked_found(Nothing)).leaves("8.1.4", Complete),
    }
}

#[test]
fn a_question_that_looks_for_something_should_say_what_it_found() {
    assert_snapshot!(the_search_says_nothing().told(), @r"
    The answer does not say whether there are systems or software that their maker no longer supports. Say so, because another question depends on it.
    expected: nothing or something found
    actual: nothing
    ");
}

fn left_blank_because_not_needed() -> Case {
    let with = |found| home("2024-25").with("8.1.4", ticked_found(found));
    Case {
        code: "not-needed-but-blank",
        effect: Advises,
        pointer: "/responses/8.2.1",
        arises: with(Nothing).but(|answers| answers.without("8.2.1")).leaves("8.2.1", NotApplicable),
        near: with(Nothing).with("8.2.1", documents(&["Not applicable"])).leaves("8.2.1", NotApplicable),
    }
}

#[test]
fn a_question_that_is_not_needed_may_stay_blank() {
    assert_snapshot!(left_blank_because_not_needed().told(), @r#"
    Another answer makes this question unnecessary. In the toolkit, write "Not applicable" so that it shows as complete.
    expected: "Not applicable"
    actual: nothing
    "#);
}

/// An organisation without any IT systems found no unsupported software either.
#[test]
fn a_search_that_does_not_apply_found_nothing() {
    let arises = home("2024-25")
        .with("8.1.4", ticked_with("Not applicable: we have no IT systems"))
        .but(|answers| answers.without("8.2.1"));
    Case { arises: arises.leaves("8.2.1", NotApplicable), ..left_blank_because_not_needed() }.told();
}
