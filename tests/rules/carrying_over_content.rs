//! Carrying over: what each answer keeps, what waits, and what is dropped and reported.

use dspt::{
    Assessment, CarryOver, History, Level, Organisation, Origin, PublishedLevel, Response, carry_over, evaluate,
};

use crate::carrying_over::carried;
use crate::common::{Answers, code, day, document, response, tick, usual_day, words};
use crate::publishing::{Ready, branch, edition, every_assertion, history, ods, past, plan};

#[track_caller]
fn answer<'a>(assessment: &'a Assessment, question: &str) -> &'a Response {
    assessment.response(code(question)).unwrap_or_else(|| panic!("{question} has an answer"))
}

/// Where an answer comes from when it waits.
#[track_caller]
fn waiting_from(of: &str) -> Origin {
    Origin::CarriedOver { from: edition(of), reconfirmed_on: None }
}

#[test]
fn an_answer_keeps_everything_but_its_origin() {
    let given = [
        ("1.1.1", response(words("ZA123456"))),
        ("1.1.2", response(dspt::Answer::Document { documents: vec![document("Folder 3"), document("Folder 4")] })),
        ("3.2.1", response(tick())),
        ("1.3.12", response(dspt::Answer::NotApplicable { reason: Some("Nothing on paper.".to_owned()) })),
    ];
    let given = given.map(|(question, response)| {
        let comment = Some(format!("Beside {question}"));
        (question, Response { comment, reviewed_on: Some(day("2025-03-01")), ..response })
    });
    let answers = given
        .iter()
        .fold(Answers::none("2024-25"), |answers, (question, response)| answers.with(question, response.clone()));
    let carried = carried(&answers.assessment(), "2025-26");
    for (question, given) in given {
        let expected = Response { origin: waiting_from("2024-25"), ..given };
        assert_eq!(answer(&carried.assessment, question), &expected, "{question}");
    }
}

#[test]
fn every_answer_carried_over_waits() {
    for (from, to) in [("2021-22", "2022-23"), ("2021-22", "2025-26"), ("2024-25", "2025-26")] {
        let carried = carried(&Answers::complete(from, usual_day(from)).assessment(), to);
        assert!(carried.assessment.responses().all(|(_, response)| response.origin == waiting_from(from)), "{to}");
        assert_eq!(carried.assessment.edition(), edition(to));
    }
}

#[test]
fn an_answer_is_as_old_as_its_last_confirmation() {
    let carried_before = |from: &str, reconfirmed_on: Option<&str>| Response {
        origin: Origin::CarriedOver { from: edition(from), reconfirmed_on: reconfirmed_on.map(day) },
        ..response(tick())
    };
    let answers = Answers::none("2023-24")
        .with("3.1.1", response(tick()))
        .with("3.4.1", carried_before("2022-23", Some("2024-05-01")))
        .with("5.1.1", carried_before("2022-23", None))
        .with("7.1.2", carried_before("2020-21", None));
    for to in ["2024-25", "2025-26"] {
        let carried = carried(&answers.assessment(), to);
        let origin = |question| answer(&carried.assessment, question).origin;
        assert_eq!(origin("3.1.1"), waiting_from("2023-24"), "given for 2023-24");
        assert_eq!(origin("3.4.1"), waiting_from("2023-24"), "confirmed again in 2023-24");
        assert_eq!(origin("5.1.1"), waiting_from("2022-23"), "never confirmed since 2022-23");
        assert_eq!(origin("7.1.2"), waiting_from("2020-21"), "never confirmed since 2020-21");
    }
}

/// The first day on which a review counts, where the line of a question says that the one on record is older.
#[track_caller]
fn too_old(from: &str, to: &str, on: &str, question: &str, reviewed_on: Option<&str>) -> Option<String> {
    let reviewed = Response { reviewed_on: reviewed_on.map(day), ..response(tick()) };
    let assessment = Answers::none(from).with(question, reviewed).assessment();
    let carried = carry_over(&assessment, edition(to), day(on)).expect("a later edition");
    let line = carried.lines.iter().find(|line| line.into == edition(to) && line.new == Some(code(question)));
    line.expect("a line").review_counts_from.map(|day| day.to_string())
}

#[test]
fn a_review_older_than_the_window_of_the_new_edition_is_said_to_be_too_old() {
    let table = [
        // Twelve months back from the day.
        ("2024-25", "2025-26", "2025-10-01", "3.2.1", Some("2024-09-30"), Some("2024-10-01")),
        ("2024-25", "2025-26", "2025-10-01", "3.2.1", Some("2024-10-01"), None),
        ("2024-25", "2025-26", "2025-10-01", "7.3.4", Some("2024-09-30"), Some("2024-10-01")),
        ("2024-25", "2025-26", "2025-10-01", "1.1.2", Some("2020-01-01"), Some("2024-10-01")),
        // Policies: three years in 2025-26, as far as anybody can tell.
        ("2024-25", "2025-26", "2025-10-01", "1.3.1", Some("2022-09-30"), Some("2022-10-01")),
        ("2024-25", "2025-26", "2025-10-01", "1.3.1", Some("2022-10-01"), None),
        // No review on record, no window, a window that is not known.
        ("2024-25", "2025-26", "2025-10-01", "3.2.1", None, None),
        ("2024-25", "2025-26", "2025-10-01", "9.1.1", Some("2019-01-01"), None),
        ("2024-25", "2025-26", "2025-10-01", "1.4.2", Some("2019-01-01"), None),
        ("2021-22", "2022-23", "2022-09-01", "1.1.2", Some("2019-01-01"), None),
        // A leap day.
        ("2022-23", "2023-24", "2024-02-29", "3.2.1", Some("2023-02-27"), Some("2023-02-28")),
        ("2022-23", "2023-24", "2024-02-29", "3.2.1", Some("2023-02-28"), None),
    ];
    for (from, to, on, question, reviewed_on, expected) in table {
        let found = too_old(from, to, on, question, reviewed_on);
        assert_eq!(found.as_deref(), expected, "{question} of {to} on {on}, reviewed {reviewed_on:?}");
    }
}

#[test]
fn an_answer_with_an_old_review_is_carried_over_all_the_same() {
    let stale = Response { reviewed_on: Some(day("2020-01-01")), ..response(tick()) };
    let carried = carried(&Answers::none("2024-25").with("3.2.1", stale).assessment(), "2025-26");
    assert_eq!(answer(&carried.assessment, "3.2.1").reviewed_on, Some(day("2020-01-01")));
}

/// An assessment of 2024-25 with everything beside the answers filled in, and what became of it.
fn whole() -> (Ready, CarryOver) {
    let ready = Ready::first("2024-25", Level::ApproachingStandards).but(|ready| {
        ready.answers.organisation = Organisation {
            ods_code: ods("AX4P"),
            profile_confirmed_on: Some(day("2025-05-20")),
            profile_changed_on: Some(day("2025-05-01")),
            ..ready.answers.organisation.clone()
        };
        ready.sites = vec![branch("VM0X1"), branch("VM0X2")];
        ready.assertions = every_assertion(ready.bank);
        ready.history = history([past("2019-20", PublishedLevel::EntryLevel, "2020-06-01")]);
    });
    let carried = carried(&ready.assessment(), "2025-26");
    (ready, carried)
}

#[test]
fn plan_assertions_and_confirmation_of_the_profile_are_dropped_and_reported() {
    let (ready, carried) = whole();
    assert_eq!(carried.assessment.action_plan(), None);
    assert_eq!(carried.dropped_plan, ready.plan);
    assert_eq!(carried.assessment.assertions_confirmed(), []);
    assert_eq!(carried.dropped_assertions, ready.assertions);
    assert_eq!(carried.assessment.organisation().profile_confirmed_on, None);
    assert_eq!(carried.dropped_profile_confirmation, Some(day("2025-05-20")));
}

#[test]
fn the_rest_of_the_profile_the_sites_and_the_history_stay() {
    let (ready, carried) = whole();
    let expected = Organisation { profile_confirmed_on: None, ..ready.answers.organisation.clone() };
    assert_eq!(carried.assessment.organisation(), &expected);
    assert_eq!(carried.assessment.sites(), ready.sites);
    assert_eq!(carried.assessment.publications(), &ready.history);
}

#[test]
fn nothing_is_reported_as_dropped_that_was_not_there() {
    let nothing = carried(&Answers::none("2024-25").assessment(), "2025-26");
    assert_eq!(nothing.dropped_plan, None);
    assert_eq!(nothing.dropped_assertions, []);
    assert_eq!(nothing.dropped_profile_confirmation, None);
}

#[test]
fn over_several_editions_the_drops_are_those_of_the_first() {
    let ready = Ready::again("2022-23", Level::StandardsMet).but(|ready| {
        ready.plan = Some(plan(&["3.1.1"], ready.as_of));
    });
    let carried = carried(&ready.assessment(), "2025-26");
    assert_eq!(carried.dropped_plan, ready.plan);
    assert_eq!(carried.dropped_assertions, ready.assertions);
    assert_eq!(carried.dropped_profile_confirmation, Some(ready.as_of));
}

#[test]
fn what_was_carried_over_counts_once_it_is_confirmed() {
    let (from, to, on) = ("2022-23", "2023-24", day("2024-05-30"));
    let old = Answers::complete(from, on).assessment();
    let carried = carry_over(&old, edition(to), on).expect("the next edition").assessment;
    let bank = crate::common::bank(to);
    assert_eq!(evaluate(bank, &carried, on).level(), None);
    let confirmed = carried.responses().map(|(question, response)| {
        let origin = Origin::CarriedOver { from: edition(from), reconfirmed_on: Some(on) };
        (question, Response { origin, ..response.clone() })
    });
    let confirmed = Assessment::new(edition(to), carried.organisation().clone(), History::default(), confirmed);
    assert_eq!(evaluate(bank, &confirmed, on).level(), Some(Level::StandardsMet));
}

#[test]
fn the_new_assessment_reads_back_and_fits_its_edition() {
    for from in ["2021-22", "2022-23", "2023-24", "2024-25"] {
        let carried = carried(&Answers::complete(from, usual_day(from)).assessment(), "2025-26");
        assert_eq!(Assessment::from_json(carried.assessment.to_json()), Ok(carried.assessment.clone()), "{from}");
        assert_eq!(carried.assessment.check_against(crate::common::bank("2025-26")), Ok(()), "{from}");
    }
}

#[test]
fn a_carry_over_is_a_document_with_the_answers_that_were_left_behind() {
    let answers = Answers::none("2021-22").with("4.1.2", response(tick())).profile(|profile| {
        profile.profile_confirmed_on = Some(day("2022-05-16"));
    });
    let json = carried(&answers.assessment(), "2022-23").to_json();
    let mut json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    json.sort_all_objects();
    let lines = json["lines"].take();
    let last = lines.as_array().expect("lines").last().expect("a line");
    insta::assert_snapshot!(
        last,
        @r#"{"into":"2022-23","leftBehind":{"confirmed":true,"kind":"confirmation"},"old":"4.1.2","outcome":"gone"}"#
    );
    assert_eq!(json["assessment"].take()["format"], "dspt.assessment.v1");
    insta::assert_snapshot!(
        json,
        @r#"{"assessment":null,"droppedProfileConfirmation":"2022-05-16","format":"dspt.carry-over.v1","from":"2021-22","lines":null,"to":"2022-23"}"#
    );
}

#[test]
fn an_answer_that_the_bank_does_not_list_is_left_behind_whole() {
    let given = response(words("An optional question that is not on record."));
    let carried = carried(&Answers::none("2022-23").with("9.9.9", given.clone()).assessment(), "2023-24");
    let line = carried.lines.iter().find(|line| line.old == Some(code("9.9.9"))).expect("its line");
    assert_eq!(line.outcome, dspt::LineOutcome::NotListed);
    assert_eq!((line.new, line.left_behind.as_ref()), (None, Some(&given)));
}

#[test]
fn a_host_carries_over_along_banks_of_its_own() {
    let path = [crate::common::bank("2021-22"), crate::common::bank("2022-23"), crate::common::bank("2023-24")];
    let assessment = Answers::complete("2021-22", usual_day("2021-22")).assessment();
    let day = day("2023-10-01");
    let along = dspt::carry_over_along(&assessment, &path, day).expect("a path");
    assert_eq!(along, carry_over(&assessment, edition("2023-24"), day).expect("built in"));
    let gap = dspt::carry_over_along(&assessment, &[path[0], path[2]], day).expect_err("an edition is left out");
    insta::assert_snapshot!(gap, @"there is no question bank for edition 2022-23; carry over to an edition on record");
    let nowhere = dspt::carry_over_along(&assessment, &path[..1], day).expect_err("it leads nowhere");
    assert_eq!(nowhere.code(), "not-later");
}
