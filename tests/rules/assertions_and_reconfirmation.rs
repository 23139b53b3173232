//! What has to be confirmed before publishing again: assertions, and answers carried over.

use dspt::{Certainty, Level, Origin, PublishedLevel, QuestionBank, View};
use serde_json::json;

use crate::common::{code, day};
use crate::draft::Draft;
use crate::publishing::{Ready, Said, edition, every_assertion, past};

/// The assertions of 2021-22 that have a question on record.
const OF_2021_22: &str =
    "1.1 1.2 1.3 1.4 2.1 3.1 3.2 3.4 4.1 4.2 4.5 5.1 6.1 6.2 6.3 7.1 7.2 7.3 8.1 8.2 8.3 9.1 9.5 10.1 10.2";
/// Those of 2024-25.
const OF_2024_25: &str =
    "1.1 1.2 1.3 1.4 2.1 2.2 3.1 3.2 3.4 4.1 4.2 4.3 4.4 4.5 5.1 6.1 6.2 6.3 7.1 7.2 7.3 8.1 8.2 8.3 9.1 9.5 10.1 10.2";

/// A republication with these assertions confirmed.
#[track_caller]
fn confirming(of: &str, confirmed: &str) -> Ready {
    Ready::again(of, Level::StandardsMet).but(|ready| {
        ready.assertions =
            confirmed.split_whitespace().map(|assertion| assertion.parse().expect("an assertion")).collect();
    })
}

/// The assertions that are said to lack confirmation.
fn unconfirmed(said: &Said) -> &str {
    let (_, rest) = said.message.split_once(": ").expect("a list");
    rest.split_once(". ").map_or(rest, |(assertions, _)| assertions)
}

#[test]
fn in_the_standard_view_of_2021_22_and_2024_25_every_assertion_is_confirmed() {
    let table = [
        ("2021-22", OF_2021_22, Certainty::Confirmed, "bsbc-webinar-qa-2022-06"),
        ("2024-25", OF_2024_25, Certainty::Inferred, "wmca-done-before-2024-25"),
    ];
    for (of, all, certainty, source) in table {
        assert_eq!(confirming(of, all).codes(), [""; 0], "{of}");
        let none = confirming(of, "").only_obstacle();
        none.is("assertions-not-confirmed", "/assertionsConfirmed", certainty, source);
        assert_eq!(unconfirmed(&none), all.replace(' ', ", "), "{of}");
        for left_out in all.split(' ') {
            let others: Vec<&str> = all.split(' ').filter(|assertion| *assertion != left_out).collect();
            let said = confirming(of, &others.join(" ")).only_obstacle();
            assert_eq!(unconfirmed(&said), left_out, "{of}");
        }
    }
}

/// No edition on record asks for fewer; where one does, 4.3 and 4.4 of 2024-25 have optional questions alone.
#[test]
fn where_only_assertions_with_mandatory_questions_are_asked_for_the_others_are_not() {
    let mut draft = Draft::of("2024-25");
    draft.edition()["gates"]["assertionsConfirmed"]["value"] = json!("with-mandatory-questions");
    let bank: &'static QuestionBank = Box::leak(Box::new(draft.check().expect("a bank with another gate")));
    let without =
        |left_out: &str| confirming("2024-25", &OF_2024_25.replace(left_out, "")).but(|ready| ready.bank = bank);
    assert_eq!(without("4.3 4.4 ").codes(), [""; 0]);
    assert_eq!(unconfirmed(&without("4.2 4.3 ").only_obstacle()), "4.2");
}

#[test]
fn an_assertion_with_only_optional_questions_that_nobody_has_touched_is_confirmed_too() {
    // In 2024-25 the questions of 4.3 and 4.4 are optional.
    let all_but_two = OF_2024_25.replace("4.3 4.4 ", "");
    let untouched = confirming("2024-25", &all_but_two).without("4.3.1").without("4.4.1");
    let said = untouched.only_obstacle();
    assert_eq!(said.code, "assertions-not-confirmed");
    insta::assert_snapshot!(
        said.message,
        @r#"Tick "confirmed" for these assertions: 4.3, 4.4. Those with optional questions count too."#
    );
}

#[test]
fn a_confirmation_of_an_assertion_that_is_not_on_record_does_no_harm() {
    assert_eq!(confirming("2024-25", &format!("{OF_2024_25} 9.9")).codes(), [""; 0]);
    assert_eq!(confirming("2024-25", &format!("10.2 1.1 10.2 {OF_2024_25}")).codes(), [""; 0], "in any order, twice");
}

#[test]
fn in_the_first_publication_view_no_assertion_is_confirmed() {
    for of in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        for level in [Level::ApproachingStandards, Level::StandardsMet] {
            let ready = Ready::first(of, level);
            assert_eq!((ready.assertions.len(), ready.codes()), (0, vec![]), "{of} {level}");
        }
    }
    // Entry Level does not change the view of 2021-22.
    let entry_level = past("2019-20", PublishedLevel::EntryLevel, "2020-01-15");
    let ready = Ready::first("2021-22", Level::StandardsMet).after([entry_level]);
    assert_eq!(ready.published().view, View::FirstPublication);
}

#[test]
fn the_standard_view_begins_with_the_first_publication_of_the_same_edition() {
    for (of, asked) in [("2021-22", OF_2021_22), ("2024-25", OF_2024_25)] {
        let first = Ready::first(of, Level::StandardsMet);
        let on = first.as_of.to_string();
        let second = first.after([past(of, PublishedLevel::ApproachingStandards, &on)]);
        assert_eq!(unconfirmed(&second.only_obstacle()), asked.replace(' ', ", "), "{of}, a second time on one day");
    }
}

#[test]
fn where_no_source_says_whether_assertions_are_confirmed_there_is_only_a_note() {
    for of in ["2022-23", "2023-24", "2025-26"] {
        let ready = Ready::again(of, Level::StandardsMet).but(|ready| ready.assertions.clear());
        assert_eq!(ready.codes(), [""; 0], "{of}");
        assert!(ready.notes().contains(&"assertions-uncertain"), "{of}");
        assert!(!Ready::first(of, Level::StandardsMet).notes().contains(&"assertions-uncertain"), "{of}, first view");
    }
    for of in ["2021-22", "2024-25"] {
        assert!(!Ready::again(of, Level::StandardsMet).notes().contains(&"assertions-uncertain"), "{of}");
    }
}

/// The same with an answer carried over from the edition before.
#[track_caller]
fn carried(ready: Ready, question: &str, reconfirmed_on: Option<&str>) -> Ready {
    ready.but(|ready| {
        let from = ready.bank.id().before().expect("an edition before");
        let response = ready.answers.responses.get_mut(&code(question)).expect("an answer");
        response.origin = Origin::CarriedOver { from, reconfirmed_on: reconfirmed_on.map(day) };
    })
}

#[test]
fn an_answer_carried_over_counts_from_the_day_on_which_it_is_confirmed_again() {
    let table: [(Option<&str>, &[&str]); 4] = [
        (None, &["questions-outstanding", "answers-not-reconfirmed"]),
        (Some("2025-05-29"), &[]),
        (Some("2025-05-30"), &[]),
        (Some("2025-05-31"), &["questions-outstanding", "answers-not-reconfirmed"]),
    ];
    for (reconfirmed_on, expected) in table {
        for ready in [Ready::first("2024-25", Level::StandardsMet), Ready::again("2024-25", Level::StandardsMet)] {
            assert_eq!(carried(ready, "3.1.1", reconfirmed_on).codes(), expected, "{reconfirmed_on:?}");
        }
    }
}

#[test]
fn an_answer_to_an_optional_question_that_was_carried_over_stops_the_publication_too() {
    let table = [
        ("2023-24", "4.5.3", Certainty::Inferred, "dch-review-and-update-42-of-77"),
        ("2024-25", "4.4.1", Certainty::Confirmed, "wmca-done-before-2024-25"),
        ("2025-26", "10.2.2", Certainty::Confirmed, "dch-final-checks-2026-06"),
    ];
    for (of, optional, certainty, source) in table {
        let waiting = carried(Ready::again(of, Level::StandardsMet), optional, None);
        let said = waiting.only_obstacle();
        said.is("answers-not-reconfirmed", "/responses", certainty, source);
        assert_eq!(said.questions, optional);
        assert_eq!(waiting.without(optional).codes(), [""; 0], "{of}: no answer, nothing to confirm");
    }
}

#[test]
fn every_answer_that_waits_is_named_in_code_order() {
    let ready = ["10.2.2", "4.4.1", "1.3.6"]
        .into_iter()
        .fold(Ready::again("2024-25", Level::StandardsMet), |ready, question| carried(ready, question, None));
    let said = ready.only_obstacle();
    assert_eq!(said.questions, "1.3.6 4.4.1 10.2.2");
    insta::assert_snapshot!(
        said.message,
        @"These answers were carried over and not confirmed: 1.3.6, 4.4.1, 10.2.2. Check that they still hold and confirm them."
    );
}

#[test]
fn an_answer_carried_over_stops_every_level_of_every_edition() {
    for of in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        for level in [Level::ApproachingStandards, Level::StandardsMet] {
            let ready = carried(Ready::first(of, level), "1.1.1", None);
            assert_eq!(ready.codes(), ["questions-outstanding", "answers-not-reconfirmed"], "{of} {level}");
        }
    }
}

#[test]
fn confirming_the_answers_does_not_confirm_the_assertions() {
    let ready = carried(Ready::again("2024-25", Level::StandardsMet), "4.4.1", None);
    let ready = ready.but(|ready| ready.assertions.retain(|assertion| assertion.to_string() != "4.4"));
    assert_eq!(ready.codes(), ["assertions-not-confirmed", "answers-not-reconfirmed"]);
    assert_eq!(carried(ready.clone(), "4.4.1", Some("2025-05-30")).codes(), ["assertions-not-confirmed"]);
    let confirmed = ready.but(|ready| ready.assertions = every_assertion(ready.bank));
    assert_eq!(confirmed.codes(), ["answers-not-reconfirmed"]);
    assert_eq!(edition("2024-25"), confirmed.bank.id());
}

#[test]
fn a_confirmation_before_the_edition_opened_does_not_count() {
    for (on, expected) in [("2024-09-01", &["answers-not-reconfirmed"][..]), ("2024-09-02", &[]), ("2025-05-30", &[])] {
        let ready = Ready::first("2024-25", Level::StandardsMet);
        assert_eq!(carried(ready, "4.4.1", Some(on)).codes(), expected, "{on}");
    }
}

#[test]
fn an_answer_that_a_certificate_takes_away_need_not_be_confirmed() {
    let ready = Ready::first("2025-26", Level::StandardsMet);
    let waits = carried(ready, "4.2.4", None);
    assert_eq!(waits.codes(), ["questions-outstanding", "answers-not-reconfirmed"]);
    let certified = waits.but(|ready| {
        ready.answers.organisation.cyber_essentials_plus = Some(crate::common::held("2025-10-01", "2026-09-30"));
    });
    assert_eq!(certified.codes(), [""; 0]);
}
