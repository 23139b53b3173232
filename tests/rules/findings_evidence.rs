//! Findings about evidence: documents, reviews and training figures.

use insta::assert_snapshot;

use crate::common::day;
use crate::findings::{Case, Situation, home};
use crate::replies::{document_of, document_until, documents, good, trained};
use dspt::Effect::{Advises, Blocks};
use dspt::QuestionStatus::{Complete, Incomplete};
use dspt::{Answer, Document, Response};

pub(crate) const CASES: &[fn() -> Case] = &[
    no_document,
    half_of_two_documents,
    expired_document,
    expired_beside_a_good_one,
    old_review,
    review_tomorrow,
    no_review_date,
    too_few_trained,
    no_training_figures,
    rolling_programme,
];

/// The register of digital assets, last reviewed on the usual day of 2025-26.
fn asset_register(documents: Vec<Document>) -> Situation {
    let reviewed = good("2025-26", "7.1.1", day("2026-05-30"));
    home("2025-26").with("7.1.1", Response { answer: Answer::Document { documents }, ..reviewed })
}

fn no_document() -> Case {
    Case {
        code: "document-missing",
        effect: Blocks,
        pointer: "/responses/7.1.1/documents",
        arises: asset_register(Vec::new()).leaves("7.1.1", Incomplete),
        near: asset_register(vec![document_until("Asset register, shared drive", "2027-01-31")])
            .leaves("7.1.1", Complete),
    }
}

#[test]
fn a_document_question_wants_a_document() {
    assert_snapshot!(no_document().told(), @r"
    No document is given. Upload or link one, or write down where it is kept.
    expected: a document
    actual: nothing
    ");
}

#[test]
fn a_document_that_is_nowhere_is_missing() {
    let nowhere = vec![Document { title: Some("Asset register".to_owned()), ..document_until("  ", "2027-01-31") }];
    Case { arises: asset_register(nowhere).leaves("7.1.1", Incomplete), ..no_document() }.told();
}

/// Statement S2-61: uploaded, linked, or written down where it is kept.
#[test]
fn a_file_a_link_and_a_place_are_all_documents() {
    for location in ["asset-register.xlsx", "https://example.org/register", "Top drawer in the manager's office"] {
        let near = home("2021-22").with("1.2.1", documents(&[location])).leaves("1.2.1", Complete);
        Case { near, ..no_document() }.told();
    }
}

/// The own-device policy of 2021-22.
fn own_devices(documents: Vec<Document>) -> Situation {
    home("2021-22").with("1.3.11", Response { answer: Answer::Document { documents }, ..good_2021("1.3.11") })
}

fn good_2021(question: &str) -> Response {
    good("2021-22", question, day("2022-06-16"))
}

fn half_of_two_documents() -> Case {
    let (policy, proof) = (document_of("Policy", &["policy"]), document_of("Spot checks", &["enforcement"]));
    Case {
        code: "document-part-missing",
        effect: Blocks,
        pointer: "/responses/1.3.11/documents",
        arises: own_devices(vec![policy.clone()]).leaves("1.3.11", Incomplete),
        near: own_devices(vec![policy, proof]).leaves("1.3.11", Complete),
    }
}

/// Statements S2-100 and S2-137: a policy, and proof that it is enforced.
#[test]
fn the_own_device_policy_needs_proof_that_it_is_enforced() {
    assert_snapshot!(half_of_two_documents().told(), @"
    No document is marked as proof that the policy is enforced. Add it, or say which document shows it.
    expected: proof that the policy is enforced
    actual: nothing
    ");
    let proof_alone = own_devices(vec![document_of("Spot checks", &["enforcement"])]);
    let policy_missing = Case { arises: proof_alone.leaves("1.3.11", Incomplete), ..half_of_two_documents() };
    assert_snapshot!(policy_missing.told(), @"
    No document is marked as the policy on people using their own devices. Add it, or say which document shows it.
    expected: the policy on people using their own devices
    actual: nothing
    ");
}

#[test]
fn one_document_may_cover_both_parts() {
    let both = vec![document_of("Policy with its enforcement log", &["policy", "enforcement"])];
    Case { near: own_devices(both).leaves("1.3.11", Complete), ..half_of_two_documents() }.told();
}

#[test]
fn a_part_that_has_expired_is_not_covered() {
    let policy = document_of("Policy", &["policy"]);
    let expired = Document { expires_on: Some(day("2022-06-15")), ..document_of("Spot checks", &["enforcement"]) };
    let arises = own_devices(vec![policy, expired]).leaves("1.3.11", Incomplete);
    Case { arises, ..half_of_two_documents() }.told();
}

fn expired_document() -> Case {
    let until = |last: &str| asset_register(vec![document_until("Asset register", last)]);
    Case {
        code: "evidence-expired",
        effect: Blocks,
        pointer: "/responses/7.1.1/documents/0/expiresOn",
        arises: until("2026-05-29").leaves("7.1.1", Incomplete),
        near: until("2026-05-30").leaves("7.1.1", Complete),
    }
}

#[test]
fn a_document_past_its_last_day_no_longer_counts() {
    assert_snapshot!(expired_document().told(), @r"
    Document 1 expired on 29 May 2026, and none is left that is in date. Renew it.
    expected: a document that is in date
    actual: expired on 2026-05-29
    ");
}

fn expired_beside_a_good_one() -> Case {
    let with = |old: &str| {
        asset_register(vec![document_until("This year's", "2027-05-30"), document_until("Last year's", old)])
    };
    Case {
        code: "evidence-partly-expired",
        effect: Advises,
        pointer: "/responses/7.1.1/documents/1/expiresOn",
        arises: with("2026-05-29").leaves("7.1.1", Complete),
        near: with("2026-05-30").leaves("7.1.1", Complete),
    }
}

#[test]
fn an_expired_document_beside_one_in_date_is_only_clutter() {
    assert_snapshot!(expired_beside_a_good_one().told(), @r"
    Document 2 expired on 29 May 2026; another is in date. Renew it or take it out.
    expected: a document that is in date
    actual: expired on 2026-05-29
    ");
}

fn old_review() -> Case {
    let on = |on: &str| home("2021-22").but(|answers| answers.reviewed("1.1.2", Some(day(on))));
    Case {
        code: "review-out-of-date",
        effect: Blocks,
        pointer: "/responses/1.1.2/reviewedOn",
        arises: on("2021-06-30").leaves("1.1.2", Incomplete),
        near: on("2021-07-01").leaves("1.1.2", Complete),
    }
}

/// Statement S2-60.
#[test]
fn a_review_before_the_window_is_out_of_date() {
    assert_snapshot!(old_review().told(), @"
    The last review, on 30 June 2021, is too old: it must be on or after 1 July 2021. Review it again and note the date.
    expected: a review on or after 2021-07-01
    actual: 2021-06-30
    ");
}

fn review_tomorrow() -> Case {
    let on = |on: &str| home("2021-22").but(|answers| answers.reviewed("1.1.2", Some(day(on))));
    Case {
        code: "review-in-future",
        effect: Blocks,
        pointer: "/responses/1.1.2/reviewedOn",
        arises: on("2022-06-17").leaves("1.1.2", Incomplete),
        near: on("2022-06-16").leaves("1.1.2", Complete),
    }
}

#[test]
fn a_review_that_is_still_to_come_is_no_review() {
    assert_snapshot!(review_tomorrow().told(), @r"
    The review is dated 17 June 2022, which is still to come. Correct the date.
    expected: a day that has come
    actual: 2022-06-17
    ");
}

#[test]
fn that_holds_where_no_review_is_asked_for_too() {
    let on = |on: &str| home("2021-22").but(|answers| answers.reviewed("2.1.1", Some(day(on))));
    let case = Case {
        pointer: "/responses/2.1.1/reviewedOn",
        arises: on("2022-06-17").leaves("2.1.1", Incomplete),
        near: on("1999-01-01").leaves("2.1.1", Complete),
        ..review_tomorrow()
    };
    case.told();
}

fn no_review_date() -> Case {
    let undated = |question: &str| home("2025-26").but(|answers| answers.reviewed(question, None));
    Case {
        code: "review-date-missing",
        effect: Advises,
        pointer: "/responses/7.1.1/reviewedOn",
        arises: undated("7.1.1").leaves("7.1.1", Complete),
        near: undated("1.4.2").leaves("1.4.2", Complete),
    }
}

/// In 2025-26 a window is on record for 7.1.1 and none for 1.4.2.
#[test]
fn a_question_with_a_window_should_say_when_it_was_reviewed() {
    assert_snapshot!(no_review_date().told(), @r"
    No date is given. Note when it was last reviewed or carried out; dates count from 30 May 2025.
    expected: a review on or after 2025-05-30
    actual: nothing
    ");
}

/// The training question of 2025-26, with figures counted on the usual day.
fn training(figures: Response) -> Situation {
    home("2025-26").with("3.2.1", Response { reviewed_on: Some(day("2026-05-30")), ..figures })
}

fn too_few_trained() -> Case {
    Case {
        code: "training-below-threshold",
        effect: Blocks,
        pointer: "/responses/3.2.1/training/trained",
        arises: training(trained(56, 60, None)).leaves("3.2.1", Incomplete),
        near: training(trained(57, 60, None)).leaves("3.2.1", Complete),
    }
}

/// Statement S3-22: at least 95 per cent; of 60 people that is 57.
#[test]
fn fewer_than_95_per_cent_trained_is_too_few() {
    assert_snapshot!(too_few_trained().told(), @r"
    56 of 60 people have been trained; 95 per cent are needed. Train 1 more, or describe your rolling programme.
    expected: 57 of 60 (95 per cent)
    actual: 56 of 60
    ");
}

fn no_training_figures() -> Case {
    Case {
        code: "training-figures-missing",
        effect: Advises,
        pointer: "/responses/3.2.1/training",
        arises: training(crate::replies::ticked()).leaves("3.2.1", Complete),
        near: training(trained(60, 60, None)).leaves("3.2.1", Complete),
    }
}

#[test]
fn a_tick_on_the_training_question_stands_and_figures_would_support_it() {
    assert_snapshot!(no_training_figures().told(), @r"
    No training figures are given. Note how many of how many people were trained; 95 per cent are needed.
    expected: figures of at least 95 per cent
    actual: nothing
    ");
}

fn rolling_programme() -> Case {
    let rolling = Some("One team a month; leave and sickness explain the rest.");
    Case {
        code: "rolling-programme",
        effect: Advises,
        pointer: "/responses/3.2.1/training/rollingProgramme",
        arises: training(trained(56, 60, rolling)).leaves("3.2.1", Complete),
        near: training(trained(57, 60, rolling)).leaves("3.2.1", Complete),
    }
}

/// Statement S4-112.
#[test]
fn a_rolling_programme_is_accepted_in_place_of_the_share() {
    assert_snapshot!(rolling_programme().told(), @r"
    56 of 60 people have been trained, fewer than 95 per cent; the rolling programme is accepted in its place. Keep its records at hand.
    expected: 57 of 60 (95 per cent)
    actual: 56 of 60
    ");
}
