//! Reach: the level now, and the best one still open without taking back anything said.

use crate::common::{Answers, bank, day, held, response, usual_day};
use crate::replies::{document_until, documents, does_not_apply, good, text, ticked_found, trained, unticked};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::{Answer, Found, Holding, NaiveDate, Nhsmail, Response, evaluate};

const BELOW: Option<Level> = None;
const STEP: Option<Level> = Some(ApproachingStandards);
const MET: Option<Level> = Some(StandardsMet);
const EXCEEDED: Option<Level> = Some(StandardsExceeded);

/// The floor and the ceiling of answers on a day.
#[track_caller]
fn reach_on(answers: &Answers, as_of: NaiveDate) -> (Option<Level>, Option<Level>) {
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&answers.edition.to_string()), &assessment, as_of);
    assert_eq!(evaluation.reach().floor, evaluation.level(), "the floor is the level");
    assert!(evaluation.reach().ceiling >= evaluation.reach().floor, "the ceiling is not below the floor");
    (evaluation.reach().floor, evaluation.reach().ceiling)
}

#[track_caller]
fn reach(answers: &Answers) -> (Option<Level>, Option<Level>) {
    reach_on(answers, usual_day(&answers.edition.to_string()))
}

#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition))
}

fn certificate(answers: Answers, holding: Option<Holding>) -> Answers {
    answers.profile(|home| home.cyber_essentials_plus = holding)
}

/// The answers about Cyber Essentials Plus that leave it open, on the usual day of 2025-26 and of 2024-25.
fn leaving_it_open() -> [Option<Holding>; 4] {
    let expired = held("2023-06-01", "2024-05-31");
    let to_come = held("2026-06-01", "2027-05-31");
    [None, Some(Holding::NotSure), Some(expired), Some(to_come)]
}

#[test]
fn with_nothing_answered_every_level_is_open_that_the_profile_leaves_open() {
    for edition in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        assert_eq!(reach(&certificate(Answers::none(edition), Some(Holding::No))), (BELOW, MET), "{edition}");
        for holding in [None, Some(Holding::NotSure)] {
            assert_eq!(
                reach(&certificate(Answers::none(edition), holding)),
                (BELOW, EXCEEDED),
                "{edition} {holding:?}"
            );
        }
    }
}

/// Standards Exceeded asks for no certificate in 2021-22; questions that the bank does not list are taken as answered.
#[test]
fn in_2021_22_every_level_is_open_whatever_the_certificate() {
    for holding in [None, Some(Holding::No), Some(Holding::NotSure), Some(held("2020-01-01", "2020-12-31"))] {
        assert_eq!(reach(&certificate(Answers::none("2021-22"), holding)), (BELOW, EXCEEDED), "{holding:?}");
        assert_eq!(reach(&certificate(complete("2021-22"), holding)), (MET, EXCEEDED), "{holding:?}");
    }
}

#[test]
fn half_way_up_the_floor_is_what_is_done_and_the_ceiling_what_is_left() {
    for edition in ["2024-25", "2025-26"] {
        let as_of = usual_day(edition);
        let table = [
            (Answers::mandatory_for(ApproachingStandards, edition, as_of).without("1.1.5"), BELOW),
            (Answers::mandatory_for(ApproachingStandards, edition, as_of), STEP),
            (Answers::mandatory_for(StandardsMet, edition, as_of).without("3.2.1"), STEP),
            (Answers::mandatory_for(StandardsMet, edition, as_of), MET),
            (complete(edition), MET),
        ];
        for (answers, floor) in table {
            assert_eq!(reach(&certificate(answers.clone(), Some(Holding::No))), (floor, MET), "{edition}");
            for holding in leaving_it_open() {
                assert_eq!(reach(&certificate(answers.clone(), holding)), (floor, EXCEEDED), "{edition} {holding:?}");
            }
        }
    }
}

#[test]
fn with_the_certificate_in_date_the_floor_can_be_the_top() {
    let answers = certificate(complete("2025-26"), Some(held("2025-10-01", "2026-09-30")));
    assert_eq!(reach(&answers), (EXCEEDED, EXCEEDED));
    assert_eq!(reach(&answers.without("3.2.1")), (STEP, EXCEEDED));
}

/// The tick can be added once what the question asks is in place, so an empty box closes nothing.
#[test]
fn an_unticked_box_lowers_the_floor_and_leaves_the_ceiling_where_it_is() {
    let open = |edition: &str| certificate(complete(edition), Some(Holding::NotSure));
    let table = [
        // Mandatory for Approaching Standards, for Standards Met only, and optional.
        ("2.1.1", BELOW),
        ("10.1.2", BELOW),
        ("3.1.1", STEP),
        ("7.1.2", STEP),
        ("7.1.5", MET),
        ("8.3.8", MET),
    ];
    for (question, floor) in table {
        assert_eq!(reach(&open("2025-26").with(question, unticked())), (floor, EXCEEDED), "{question}");
        let alone = certificate(Answers::none("2025-26").with(question, unticked()), Some(Holding::No));
        assert_eq!(reach(&alone), (BELOW, MET), "{question} alone, and no certificate");
    }
}

/// Mandatory until 9 June 2022, then needed for Standards Exceeded alone.
#[test]
fn an_unticked_opt_out_box_lowers_the_floor_while_it_is_mandatory() {
    for (on, floor) in [("2022-06-08", STEP), ("2022-06-09", MET), ("2022-07-31", MET)] {
        let answers = Answers::complete("2021-22", day(on)).with("1.2.4", unticked());
        assert_eq!(reach_on(&answers, day(on)), (floor, EXCEEDED), "{on}");
    }
}

/// More people can be trained.
#[test]
fn too_few_people_trained_leave_the_ceiling_where_it_is() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        let few = Response { reviewed_on: Some(usual_day(edition)), ..trained(0, 60, None) };
        let answers = certificate(complete(edition).with("3.2.1", few), Some(Holding::NotSure));
        assert_eq!(reach(&answers), (STEP, EXCEEDED), "{edition}");
    }
}

/// The certificate is known to take 4.2.4 away in 2025-26, so a home that is not sure of it may still climb past an
/// answer that does not stand; one that says no may not.
#[test]
fn a_certificate_still_open_may_take_a_wrong_answer_away() {
    let answers = complete("2025-26").with("4.2.4", documents(&["List of leavers"]));
    assert_eq!(reach(&certificate(answers.clone(), Some(Holding::No))), (BELOW, BELOW));
    for holding in leaving_it_open() {
        assert_eq!(reach(&certificate(answers.clone(), holding)), (BELOW, EXCEEDED), "{holding:?}");
    }
    assert_eq!(reach(&certificate(answers, Some(held("2025-10-01", "2026-09-30")))), (EXCEEDED, EXCEEDED));
}

/// For 2024-25 no list says what the certificate takes away, and the best reading does without.
#[test]
fn an_exemption_that_nobody_knows_opens_nothing() {
    let answers = complete("2024-25").with("4.2.4", documents(&["List of leavers"]));
    for holding in leaving_it_open() {
        assert_eq!(reach(&certificate(answers.clone(), holding)), (BELOW, BELOW), "{holding:?}");
    }
    let answers = complete("2025-26").with("6.3.2", does_not_apply());
    assert_eq!(reach(&answers.profile(|home| home.nhsmail = Some(Nhsmail::NotSure))), (STEP, STEP));
}

/// What is missing can be added, and what is stale renewed.
#[test]
fn gaps_and_stale_evidence_leave_the_ceiling_where_it_is() {
    let as_of = usual_day("2025-26");
    let register = |answer| Response { answer, ..good("2025-26", "7.1.1", as_of) };
    let expired = Answer::Document { documents: vec![document_until("Asset register", "2026-05-29")] };
    let half_filled = [
        ("no answer", complete("2025-26").without("7.2.1")),
        ("an empty text box", complete("2025-26").with("7.2.1", text(" "))),
        ("no document", complete("2025-26").with("7.1.1", register(Answer::Document { documents: Vec::new() }))),
        ("an expired document", complete("2025-26").with("7.1.1", register(expired))),
        ("an old review", complete("2025-26").reviewed("7.1.1", Some(day("2020-01-01")))),
        ("not reconfirmed", complete("2025-26").carried_over("7.1.1", "2024-25", None)),
        ("reconfirmed too early", complete("2025-26").carried_over("7.1.1", "2024-25", Some(day("2025-08-31")))),
    ];
    for (what, answers) in half_filled {
        assert_eq!(reach(&certificate(answers.clone(), Some(Holding::No))), (STEP, MET), "{what}");
        assert_eq!(reach(&certificate(answers, Some(Holding::NotSure))), (STEP, EXCEEDED), "{what}");
    }
    let policy_alone = documents(&["Policy on people's own devices"]);
    assert_eq!(reach(&complete("2025-26").with("1.3.11", policy_alone)), (BELOW, MET));
    assert_eq!(reach(&complete("2025-26").with("1.1.1", does_not_apply())), (BELOW, MET), "a reason can be added");
}

/// These stand against the answer as it was given.
#[test]
fn what_was_said_wrongly_closes_the_level() {
    let risk_document =
        complete("2025-26").with("8.1.4", ticked_found(Found::Something)).with("8.2.1", does_not_apply());
    let said = [
        ("not applicable without a known way", complete("2025-26").with("7.1.2", does_not_apply())),
        ("not applicable against another answer", risk_document),
        ("a document for a tick", complete("2025-26").with("7.1.2", documents(&["Continuity plan"]))),
        ("a review to come", complete("2025-26").reviewed("7.1.2", Some(day("2026-05-31")))),
        ("confirmed tomorrow", complete("2025-26").carried_over("7.1.2", "2024-25", Some(day("2026-05-31")))),
    ];
    for (what, answers) in said {
        assert_eq!(reach(&certificate(answers, Some(Holding::NotSure))), (STEP, STEP), "{what}");
    }
}

/// The risk document is not needed where nothing was found, and whether something was is still open.
#[test]
fn an_open_condition_leaves_the_ceiling_where_it_is() {
    let empty = response(Answer::Document { documents: Vec::new() });
    let ticked_wrongly = || complete("2025-26").with("8.2.1", unticked());
    assert_eq!(reach(&complete("2025-26").with("8.2.1", empty)), (STEP, MET));
    assert_eq!(reach(&ticked_wrongly()), (STEP, STEP), "something was found");
    assert_eq!(reach(&ticked_wrongly().without("8.1.4")), (STEP, MET), "nobody has said");
    assert_eq!(reach(&ticked_wrongly().with("8.1.4", ticked_found(Found::Nothing))), (MET, MET), "nothing was found");
}
