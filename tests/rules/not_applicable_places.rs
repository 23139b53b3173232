//! Where "Not applicable" was written, what is a reason beside it, and which words only look like it.

use crate::common::{Answers, bank, code, response, usual_day};
use crate::replies::{documents, does_not_apply, text, ticked, ticked_found, ticked_with, trained};
use dspt::Effect::Blocks;
use dspt::Found::{Nothing, Something};
use dspt::QuestionStatus::{self, Complete, Incomplete, NotApplicable, Unanswered};
use dspt::{Answer, Finding, Response, evaluate};

/// What a question comes to, and its findings, each with its pointer, everything else being answered well.
#[track_caller]
fn told(answers: &Answers, question: &str) -> (QuestionStatus, Vec<(&'static str, String)>) {
    let edition = answers.edition.to_string();
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&edition), &assessment, usual_day(&edition));
    let outcome = evaluation.question(code(question)).expect("a listed question");
    let findings = evaluation.findings_of(outcome).iter();
    (outcome.status, findings.map(|finding| (finding.code(), finding.pointer())).collect())
}

#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition))
}

/// No document, and a comment.
fn no_document_but(comment: &str) -> Response {
    Response { comment: Some(comment.to_owned()), ..response(Answer::Document { documents: Vec::new() }) }
}

/// Every way of writing it, with the place where it stands then.
fn every_place() -> [(Response, &'static str); 5] {
    [
        (does_not_apply(), "/kind"),
        (text("Not applicable"), "/text"),
        (ticked_with("Not applicable"), "/comment"),
        (no_document_but("Not applicable"), "/comment"),
        (documents(&["Not applicable"]), "/documents/0/location"),
    ]
}

#[test]
fn a_finding_points_to_where_it_was_written() {
    for (response, place) in every_place() {
        let table = [
            ("not-applicable-not-accepted", complete("2021-22"), "2.1.1"),
            ("not-applicable-contradicted", complete("2024-25").with("8.1.4", ticked_found(Something)), "8.2.1"),
            ("condition-not-stated", complete("2024-25").with("8.1.4", ticked()), "8.2.1"),
        ];
        for (finding, answers, question) in table {
            let (_, found) = told(&answers.with(question, response.clone()), question);
            let expected = (finding, format!("/responses/{question}{place}"));
            assert!(found.contains(&expected), "{finding} for {response:?}: {found:?}");
        }
    }
}

/// The reason belongs beside the words; the kind alone has a place of its own for it.
#[test]
fn a_finding_about_the_reason_points_to_where_it_belongs() {
    for (response, place) in every_place() {
        let place = if place == "/kind" { "/reason" } else { place };
        let table = [
            ("1.1.1", Incomplete, "not-applicable-unexplained"),
            ("1.4.2", NotApplicable, "not-applicable-without-reason"),
        ];
        for (question, status, finding) in table {
            let expected = vec![(finding, format!("/responses/{question}{place}"))];
            let answers = complete("2021-22").with(question, response.clone());
            assert_eq!(told(&answers, question), (status, expected), "{question} {response:?}");
        }
    }
}

/// A stronger reason would not help an answer that does not stand.
#[test]
fn a_reason_is_advised_only_where_nothing_blocks() {
    let contradicted = complete("2024-25").with("8.1.4", ticked_found(Something)).with("8.2.1", does_not_apply());
    let carried = complete("2021-22").with("1.4.2", does_not_apply()).carried_over("1.4.2", "2020-21", None);
    let table = [(contradicted, "8.2.1", "not-applicable-contradicted"), (carried, "1.4.2", "not-reconfirmed")];
    for (answers, question, blocking) in table {
        let (status, found) = told(&answers, question);
        let codes: Vec<_> = found.into_iter().map(|(code, _)| code).collect();
        assert_eq!((status, codes), (Incomplete, vec![blocking]), "{question}");
    }
    let open = complete("2024-25").with("8.1.4", ticked()).with("8.2.1", does_not_apply());
    let (status, found) = told(&open, "8.2.1");
    let codes: Vec<_> = found.into_iter().map(|(code, _)| code).collect();
    let advice = vec!["condition-not-stated", "not-applicable-without-reason"];
    assert_eq!((status, codes), (NotApplicable, advice), "advice does not stand in the way of advice");
}

/// Question 1.1.1 asks for the reason why the organisation pays no fee to the ICO.
#[test]
fn the_words_that_lead_to_a_reason_are_none() {
    let table = [
        ("Not applicable", Incomplete),
        ("Not applicable to us", Incomplete),
        ("Not applicable to us.", Incomplete),
        ("Not applicable because", Incomplete),
        ("Not applicable because ...", Incomplete),
        ("Not applicable as", Incomplete),
        ("Not applicable since", Incomplete),
        ("N/A because", Incomplete),
        ("Not applicable to us: we are a small charity", NotApplicable),
        ("Not applicable because we are a small charity", NotApplicable),
        ("Not applicable as a small charity", NotApplicable),
        ("Not applicable since we are a small charity", NotApplicable),
        ("N/A - a small charity", NotApplicable),
    ];
    for (words, status) in table {
        assert_eq!(told(&complete("2021-22").with("1.1.1", text(words)), "1.1.1").0, status, "{words}");
    }
}

/// A hyphen after the short forms may belong to a name; blanks around it part the words from a reason.
#[test]
fn a_name_that_begins_alike_is_an_answer() {
    let table = [
        ("Na-Lin Example", Complete, ""),
        ("NA-LIN EXAMPLE", Complete, ""),
        ("Na-Lin Example, registered manager", Complete, ""),
        ("NA - nobody", Incomplete, "not-applicable-not-accepted"),
        ("Not-applicable", Incomplete, "not-applicable-not-accepted"),
        ("Not applicable-nobody", Incomplete, "not-applicable-not-accepted"),
    ];
    for (words, status, finding) in table {
        let (came_to, found) = told(&complete("2025-26").with("1.1.5", text(words)), "1.1.5");
        let codes: Vec<_> = found.into_iter().map(|(code, _)| code).collect();
        let expected: Vec<_> = Some(finding).filter(|code| !code.is_empty()).into_iter().collect();
        assert_eq!((came_to, codes), (status, expected), "{words}");
    }
}

fn commented(response: Response, comment: &str) -> Response {
    Response { comment: Some(comment.to_owned()), ..response }
}

/// Unsupported software was found, so its risks are to be written down, whatever the comment says.
#[test]
fn a_tick_that_says_what_was_found_is_an_answer_whatever_its_comment_says() {
    let found = |found| commented(ticked_found(found), "Not applicable");
    let answers = complete("2025-26").with("8.1.4", found(Something)).without("8.2.1");
    assert_eq!(told(&answers, "8.1.4").0, Complete);
    assert_eq!(told(&answers, "8.2.1").0, Unanswered);
    let answers = complete("2025-26").with("8.1.4", found(Nothing));
    assert_eq!(told(&answers, "8.1.4").0, Complete);
    let nothing_said = complete("2025-26").with("8.1.4", ticked_with("Not applicable"));
    assert_eq!(told(&nothing_said, "8.1.4").0, NotApplicable, "a tick alone is none");
}

#[test]
fn a_tick_with_training_figures_is_an_answer_whatever_its_comment_says() {
    let with = |figures: Response| {
        let as_of = usual_day("2025-26");
        let figures = Response { reviewed_on: Some(as_of), ..commented(figures, "Not applicable") };
        told(&complete("2025-26").with("3.2.1", figures), "3.2.1")
    };
    let low = ("training-below-threshold", "/responses/3.2.1/training/trained".to_owned());
    assert_eq!(with(trained(10, 60, None)), (Incomplete, vec![low]));
    assert_eq!(with(trained(60, 60, None)), (Complete, Vec::new()));
    assert_eq!(with(ticked()).0, Incomplete, "a tick alone says not applicable, and no way to say so is on record");
}

/// Even where the question asks for neither: the details are idle, and the tick stands.
#[test]
fn idle_details_make_a_tick_an_answer_too() {
    for (details, key) in [(ticked_found(Nothing), "found"), (trained(1, 1, None), "training")] {
        let answers = complete("2021-22").with("1.4.2", commented(details, "Not applicable"));
        let answers = answers.reviewed("1.4.2", Some(usual_day("2021-22")));
        let idle = ("detail-not-asked", format!("/responses/1.4.2/{key}"));
        assert_eq!(told(&answers, "1.4.2"), (Complete, vec![idle]));
    }
}

/// A blank row of the list is no document, and rows that all say the same say it once.
#[test]
fn rows_of_documents_count_for_what_is_written_in_them() {
    let table = [
        (commented(documents(&[" "]), "Not applicable"), NotApplicable, "/comment"),
        (documents(&["", "Not applicable"]), NotApplicable, "/documents"),
        (documents(&["Not applicable", "N/A"]), NotApplicable, "/documents"),
        (documents(&["Not applicable", "Drawer 3"]), Complete, ""),
        (documents(&["Drawer 3", "Not applicable"]), Complete, ""),
        (documents(&[" "]), Incomplete, ""),
    ];
    for (response, status, place) in table {
        let answers = complete("2025-26").with("8.1.4", ticked()).with("8.2.1", response.clone());
        let (came_to, found) = told(&answers, "8.2.1");
        assert_eq!(came_to, status, "{response:?}");
        let expected = ("condition-not-stated", format!("/responses/8.2.1{place}"));
        assert_eq!(found.contains(&expected), status == NotApplicable, "{response:?}: {found:?}");
    }
}

/// The reason may stand in any row.
#[test]
fn a_reason_counts_in_whichever_row_it_is_given() {
    for (rows, status) in [
        (["N/A", "Not applicable, exempt as a small charity"], NotApplicable),
        (["Not applicable: exempt as a small charity", "N/A"], NotApplicable),
        (["N/A", "Not applicable"], Incomplete),
    ] {
        assert_eq!(told(&complete("2021-22").with("1.1.1", documents(&rows)), "1.1.1").0, status, "{rows:?}");
    }
}

/// Saying once more that the question does not apply gives no reason, in whatever words.
#[test]
fn not_applicable_is_no_reason_for_itself() {
    for reason in ["NA", "N/A", "Not applicable", "(Not-applicable)", "not applicable because"] {
        let given = response(Answer::NotApplicable { reason: Some(reason.to_owned()) });
        assert_eq!(told(&complete("2021-22").with("1.1.1", given), "1.1.1").0, Incomplete, "{reason}");
        let beside = commented(does_not_apply(), reason);
        assert_eq!(told(&complete("2021-22").with("1.1.1", beside), "1.1.1").0, Incomplete, "{reason}");
    }
}

/// An empty box at 1.1.1 with a comment that says the opposite of an exemption.
#[test]
fn not_exempt_is_no_exemption() {
    let empty = vec![("text-empty", "/responses/1.1.1/text".to_owned())];
    for comment in [
        "not exempt",
        "We are not exempt.",
        "We are NOT EXEMPT from the fee.",
        "We aren't exempt.",
        "We have no exemption.",
        "This is not an exemption.",
        "The number is on its way.",
    ] {
        let answers = complete("2021-22").with("1.1.1", commented(text(""), comment));
        assert_eq!(told(&answers, "1.1.1"), (Incomplete, empty.clone()), "{comment}");
    }
    for comment in ["Exempt", "exempt as a small charity", "We hold an exemption from the ICO.", "Fee-exempt charity"] {
        let answers = complete("2021-22").with("1.1.1", commented(text(""), comment));
        assert_eq!(told(&answers, "1.1.1"), (NotApplicable, Vec::new()), "{comment}");
    }
}

/// The exemption is a matter of 1.1.1; a comment elsewhere does not fill an empty box.
#[test]
fn an_exemption_fills_no_other_box() {
    for question in ["1.1.5", "1.3.12", "7.3.1"] {
        let answers = complete("2021-22").with(question, commented(text(""), "We are exempt."));
        let as_of = usual_day("2021-22");
        let assessment = answers.assessment();
        let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
        let outcome = evaluation.question(code(question)).expect("a listed question");
        let blocking = evaluation.findings_of(outcome).iter().filter(|finding| finding.effect() == Blocks);
        assert_eq!(blocking.map(Finding::code).collect::<Vec<_>>(), ["text-empty"], "{question}");
    }
}
