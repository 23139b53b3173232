//! How sure each finding is: as sure as the fact behind it.

use crate::common::{Answers, bank, code, day, response, usual_day};
use crate::replies::{document_of, does_not_apply, does_not_apply_because, text, ticked_found, trained, unticked};
use dspt::Certainty::{self, Confirmed, Inferred, Unknown};
use dspt::{Answer, Finding, Found, NaiveDate, Response, evaluate};

/// How sure the only finding with a code about a question is, and that it names sources of the bank.
#[track_caller]
fn certainty(answers: &Answers, question: &str, finding: &str, as_of: NaiveDate) -> Certainty {
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&answers.edition.to_string()), &assessment, as_of);
    let outcome = evaluation.question(code(question)).expect("a listed question");
    let found: Vec<_> = evaluation.findings_of(outcome).iter().filter(|found| found.code() == finding).collect();
    let [only] = found.as_slice() else { panic!("{finding} on {question}: {found:?}") };
    assert!(!only.sources().is_empty(), "{finding} on {question} has a source");
    assert!(only.sources().iter().all(|id| evaluation.bank().source(id).is_some()), "{finding} on {question}");
    only.certainty()
}

#[track_caller]
fn on_the_usual_day(answers: &Answers, question: &str, finding: &str) -> Certainty {
    certainty(answers, question, finding, usual_day(&answers.edition.to_string()))
}

#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition))
}

/// A mandatory question is as surely unanswered as it is demanded, an optional one as surely as it is listed.
#[test]
fn a_question_without_an_answer_is_as_certain_as_the_demand() {
    let table = [
        ("2021-22", "2.1.1", Confirmed),
        ("2021-22", "7.2.1", Inferred),
        ("2022-23", "1.1.5", Confirmed),
        ("2022-23", "2.1.1", Inferred),
        ("2024-25", "2.1.1", Inferred),
        ("2024-25", "4.5.3", Confirmed),
        ("2025-26", "2.1.1", Inferred),
        ("2025-26", "3.2.1", Confirmed),
        ("2025-26", "7.2.1", Inferred),
        // Optional: that 1.3.6 is there at all is inferred in 2024-25 and confirmed in 2025-26.
        ("2024-25", "1.3.6", Inferred),
        ("2025-26", "1.3.6", Confirmed),
    ];
    for (edition, question, expected) in table {
        let answers = complete(edition).without(question);
        assert_eq!(on_the_usual_day(&answers, question, "unanswered"), expected, "{edition} {question}");
    }
}

/// Mandatory by inference before 9 June 2022, optional from then on, and from 31 July nobody knows. What nobody knows
/// is not said to be demanded, only that the question is there.
#[test]
fn the_demand_of_the_day_counts() {
    for (on, expected) in [("2022-06-08", Inferred), ("2022-06-09", Confirmed), ("2022-07-31", Confirmed)] {
        let answers = Answers::complete("2021-22", day(on)).without("1.2.4");
        assert_eq!(certainty(&answers, "1.2.4", "unanswered", day(on)), expected, "{on}");
    }
}

/// A mistake that no source is needed for.
#[test]
fn an_empty_answer_is_as_certain_as_the_demand() {
    let table = [
        ("2.1.1", unticked(), "not-confirmed", Inferred),
        ("3.1.1", unticked(), "not-confirmed", Confirmed),
        ("1.1.5", text(" "), "text-empty", Inferred),
        ("7.1.1", response(Answer::Document { documents: Vec::new() }), "document-missing", Confirmed),
        ("8.2.1", response(Answer::Document { documents: Vec::new() }), "document-missing", Inferred),
    ];
    for (question, response, finding, expected) in table {
        let answers = complete("2025-26").with(question, response);
        assert_eq!(on_the_usual_day(&answers, question, finding), expected, "{finding} on {question}");
    }
}

#[test]
fn a_finding_that_rests_on_a_fact_is_as_certain_as_the_fact() {
    let policy = response(Answer::Document { documents: vec![document_of("Policy", &["policy"])] });
    let few = |edition: &str, rolling| Response { reviewed_on: Some(usual_day(edition)), ..trained(56, 60, rolling) };
    let rolling = Some("One team a month.");
    let table = [
        ("2025-26", "4.3.1", text("Signed"), "wrong-evidence-type", Confirmed),
        ("2025-26", "9.1.1", text("Changed"), "wrong-evidence-type", Inferred),
        ("2021-22", "1.3.11", policy.clone(), "document-part-missing", Confirmed),
        ("2025-26", "1.3.11", policy, "document-part-missing", Inferred),
        ("2024-25", "3.2.1", few("2024-25", None), "training-below-threshold", Confirmed),
        ("2021-22", "3.2.1", few("2021-22", None), "training-below-threshold", Inferred),
        ("2021-22", "3.2.1", few("2021-22", rolling), "rolling-programme", Confirmed),
        ("2025-26", "3.2.1", few("2025-26", rolling), "rolling-programme", Inferred),
    ];
    for (edition, question, response, finding, expected) in table {
        let answers = complete(edition).with(question, response);
        assert_eq!(on_the_usual_day(&answers, question, finding), expected, "{edition} {finding} on {question}");
    }
}

/// Where no way to say it is on record, nobody knows whether the toolkit refuses it.
#[test]
fn a_finding_about_not_applicable_is_as_certain_as_the_way_to_say_it() {
    let because = || does_not_apply_because("Nothing of the kind here.");
    let table = [
        ("2021-22", "2.1.1", because(), "not-applicable-not-accepted", Unknown),
        ("2025-26", "7.1.2", because(), "not-applicable-not-accepted", Unknown),
        ("2021-22", "1.1.1", does_not_apply(), "not-applicable-unexplained", Confirmed),
        ("2025-26", "1.1.1", does_not_apply(), "not-applicable-unexplained", Inferred),
        ("2021-22", "1.4.2", does_not_apply(), "not-applicable-without-reason", Confirmed),
        ("2025-26", "1.4.2", does_not_apply(), "not-applicable-without-reason", Inferred),
    ];
    for (edition, question, response, finding, expected) in table {
        let answers = complete(edition).with(question, response);
        assert_eq!(on_the_usual_day(&answers, question, finding), expected, "{edition} {finding} on {question}");
    }
}

/// Statement S3-25 shows the condition for 2024-25; it is carried over to the other editions.
#[test]
fn a_contradiction_is_as_certain_as_the_condition() {
    for (edition, expected) in [("2024-25", Confirmed), ("2025-26", Inferred)] {
        let answers = complete(edition).with("8.1.4", ticked_found(Found::Something)).with("8.2.1", does_not_apply());
        assert_eq!(on_the_usual_day(&answers, "8.2.1", "not-applicable-contradicted"), expected, "{edition}");
    }
}

#[test]
fn a_finding_about_a_review_is_as_certain_as_the_window() {
    for (question, expected) in [("3.1.1", Confirmed), ("1.3.1", Inferred)] {
        let old = complete("2025-26").reviewed(question, Some(day("2020-01-01")));
        assert_eq!(on_the_usual_day(&old, question, "review-out-of-date"), expected, "{question}");
        let undated = complete("2025-26").reviewed(question, None);
        assert_eq!(on_the_usual_day(&undated, question, "review-date-missing"), expected, "{question}");
    }
}

/// That carried-over answers wait is confirmed in every edition, however sure the demand is.
#[test]
fn an_answer_not_reconfirmed_is_confirmed_to_wait() {
    for question in ["3.2.1", "7.2.1"] {
        let carried = complete("2025-26").carried_over(question, "2024-25", None);
        assert_eq!(on_the_usual_day(&carried, question, "not-reconfirmed"), Confirmed, "{question}");
    }
}

/// The profile's findings rest on facts of the edition; what is plain from the answers themselves is confirmed.
#[test]
fn a_finding_about_the_profile_is_as_certain_as_what_is_known_of_the_edition() {
    let answers = complete("2025-26").with("4.1.2", unticked()).profile(|home| home.cyber_essentials_plus = None);
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, day("2026-07-01"));
    let line = |finding: &Finding<'_>| format!("{} {}", finding.code(), finding.certainty());
    let found: Vec<_> = evaluation.profile_findings().iter().map(line).collect();
    assert_eq!(found, ["after-deadline confirmed", "profile-not-stated inferred", "not-in-edition confirmed"]);
}
