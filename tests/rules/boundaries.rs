//! Review windows and document expiry: the day before, the day, the day after.

use crate::common::{Answers, bank, code, day, usual_day};
use crate::replies::{document_until, good};
use dspt::QuestionStatus::{self, Complete, Incomplete};
use dspt::{Answer, NaiveDate, Response, evaluate};

/// What a question comes to, and the code of the finding against its answer if there is one.
#[track_caller]
fn judged(answers: &Answers, question: &str, as_of: NaiveDate) -> (QuestionStatus, Option<&'static str>) {
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&answers.edition.to_string()), &assessment, as_of);
    let outcome = evaluation.question(code(question)).expect("a listed question");
    let blocking = evaluation.findings_of(outcome).iter().find(|finding| finding.effect() == dspt::Effect::Blocks);
    (outcome.status, blocking.map(dspt::Finding::code))
}

/// What a question comes to whose evidence was last reviewed on a day, everything else being answered well.
#[track_caller]
fn reviewed(edition: &str, question: &str, on: NaiveDate, as_of: NaiveDate) -> (QuestionStatus, Option<&'static str>) {
    judged(&Answers::complete(edition, as_of).reviewed(question, Some(on)), question, as_of)
}

/// The window of a question opens on a day: reviews count from that day on, up to the day of the evaluation.
#[track_caller]
fn window_opens(edition: &str, question: &str, first: NaiveDate, as_of: NaiveDate) {
    let (before, after) = (first.pred_opt().expect("a day"), first.succ_opt().expect("a day"));
    let tomorrow = as_of.succ_opt().expect("a day");
    let table = [
        (before, (Incomplete, Some("review-out-of-date"))),
        (first, (Complete, None)),
        (after, (Complete, None)),
        (as_of, (Complete, None)),
        (tomorrow, (Incomplete, Some("review-in-future"))),
    ];
    for (on, expected) in table {
        assert_eq!(reviewed(edition, question, on, as_of), expected, "{edition} {question} reviewed on {on}");
    }
}

/// Statements S2-60 and S2-76.
#[test]
fn in_2021_22_lists_and_disposal_contracts_count_if_reviewed_since_1_july_2021() {
    for question in ["1.1.2", "1.4.2"] {
        for as_of in ["2021-08-26", "2022-06-16", "2022-06-30", "2022-08-23"] {
            window_opens("2021-22", question, day("2021-07-01"), day(as_of));
        }
    }
}

/// Statement S2-70.
#[test]
fn in_2021_22_policies_count_for_twelve_months() {
    window_opens("2021-22", "1.3.1", day("2021-06-16"), day("2022-06-16"));
    window_opens("2021-22", "1.3.1", day("2021-06-30"), day("2022-06-30"));
}

#[test]
fn in_2025_26_six_questions_want_a_review_within_twelve_months() {
    for question in ["1.1.2", "1.3.2", "3.1.1", "3.2.1", "7.1.1", "7.3.4"] {
        window_opens("2025-26", question, day("2025-05-30"), day("2026-05-30"));
        window_opens("2025-26", question, day("2025-06-30"), day("2026-06-30"));
    }
}

/// The policies are to be reviewed every three years in 2025-26, as far as copies of the workbook tell.
#[test]
fn in_2025_26_policies_count_for_three_years() {
    window_opens("2025-26", "1.3.1", day("2023-05-30"), day("2026-05-30"));
    window_opens("2025-26", "1.3.1", day("2022-09-01"), day("2025-09-01"));
}

#[test]
fn training_counts_for_twelve_months_in_every_edition() {
    let table = [
        ("2021-22", "2021-06-16"),
        ("2022-23", "2022-05-30"),
        ("2023-24", "2023-05-30"),
        ("2024-25", "2024-05-30"),
        ("2025-26", "2025-05-30"),
    ];
    for (edition, first) in table {
        window_opens(edition, "3.2.1", day(first), usual_day(edition));
    }
}

/// The months count back from the day itself, so an answer that was in time in May may be out of date in June.
#[test]
fn a_window_in_months_moves_with_the_day() {
    let on = day("2025-05-30");
    let answers = Answers::complete("2025-26", day("2026-05-30")).reviewed("7.1.1", Some(on));
    assert_eq!(judged(&answers, "7.1.1", day("2026-05-30")), (Complete, None));
    assert_eq!(judged(&answers, "7.1.1", day("2026-05-31")), (Incomplete, Some("review-out-of-date")));
}

#[test]
fn a_window_since_a_day_stays_where_it_is() {
    let answers = Answers::complete("2021-22", day("2021-08-26")).reviewed("1.1.2", Some(day("2021-07-01")));
    for as_of in ["2021-08-26", "2022-06-30", "2022-07-01", "2022-08-23"] {
        assert_eq!(judged(&answers, "1.1.2", day(as_of)), (Complete, None), "{as_of}");
    }
}

/// Twelve months before 29 February 2024 there was no 29 February: the month's last day stands in for it.
#[test]
fn on_a_leap_day_the_window_opens_on_28_february() {
    for question in ["3.1.1", "3.2.1"] {
        window_opens("2023-24", question, day("2023-02-28"), day("2024-02-29"));
    }
}

/// Twelve months before 28 February 2025 is 28 February 2024, and the leap day after it counts too.
#[test]
fn a_leap_day_inside_the_window_counts() {
    window_opens("2024-25", "3.2.1", day("2024-02-28"), day("2025-02-28"));
    assert_eq!(reviewed("2024-25", "3.2.1", day("2024-02-29"), day("2025-02-28")), (Complete, None));
    window_opens("2024-25", "3.2.1", day("2024-03-01"), day("2025-03-01"));
}

#[test]
fn where_no_window_is_on_record_an_old_review_does_not_block() {
    for (edition, question) in [("2022-23", "1.1.2"), ("2023-24", "1.3.1"), ("2024-25", "7.1.1"), ("2025-26", "1.4.2")]
    {
        let as_of = usual_day(edition);
        assert_eq!(reviewed(edition, question, day("2010-01-01"), as_of), (Complete, None), "{edition} {question}");
    }
}

#[test]
fn a_missing_review_date_does_not_block() {
    let as_of = usual_day("2025-26");
    let answers = Answers::complete("2025-26", as_of).reviewed("7.1.1", None);
    assert_eq!(judged(&answers, "7.1.1", as_of), (Complete, None));
}

/// What the register of digital assets of 2025-26 comes to with documents that count up to these days.
#[track_caller]
fn register_until(last_days: &[&str], as_of: &str) -> (QuestionStatus, Option<&'static str>) {
    let as_of = day(as_of);
    let documents = last_days.iter().map(|last| document_until("Register", last)).collect();
    let response = Response { answer: Answer::Document { documents }, ..good("2025-26", "7.1.1", as_of) };
    judged(&Answers::complete("2025-26", as_of).with("7.1.1", response), "7.1.1", as_of)
}

#[test]
fn a_document_counts_up_to_and_including_its_last_day() {
    let table = [
        ("2026-03-30", (Complete, None)),
        ("2026-03-31", (Complete, None)),
        ("2026-04-01", (Incomplete, Some("evidence-expired"))),
    ];
    for (as_of, expected) in table {
        assert_eq!(register_until(&["2026-03-31"], as_of), expected, "on {as_of}");
    }
}

#[test]
fn one_document_in_date_is_enough() {
    let last_days = ["2026-02-28", "2026-03-31"];
    let table = [
        ("2026-02-28", (Complete, None)),
        ("2026-03-01", (Complete, None)),
        ("2026-03-31", (Complete, None)),
        ("2026-04-01", (Incomplete, Some("evidence-expired"))),
    ];
    for (as_of, expected) in table {
        assert_eq!(register_until(&last_days, as_of), expected, "on {as_of}");
    }
}
