//! What each assessment in `examples/assessments/` is there to show, apart from the snapshot of its whole evaluation.

use dspt::{
    Answer, Assessment, Blocker, Catalogue, Certainty, Certificate, Effect, Evaluation, FactName, Finding, FindingKind,
    Level, LevelState, Origin, PublishedLevel, QuestionStatus, Reach, Response, Verdict,
};

use crate::common::{code, day};
use crate::examples::{example, judged, line, outstanding};

fn with_status(evaluation: &Evaluation<'_>, status: QuestionStatus) -> String {
    line(evaluation.questions().iter().filter(|outcome| outcome.status == status).map(|outcome| outcome.question.code))
}

/// Each finding about an answer that was given, as `7.1.1 review-out-of-date`; about the profile, the code alone.
fn findings(evaluation: &Evaluation<'_>) -> Vec<String> {
    let said = evaluation.findings().filter(|finding| finding.code() != "unanswered");
    said.map(|finding| match finding.question() {
        Some(question) => format!("{question} {}", finding.code()),
        None => finding.code().to_owned(),
    })
    .collect()
}

/// What stands in the way of a level besides questions.
#[track_caller]
fn other_blockers(evaluation: &Evaluation<'_>, level: Level) -> Vec<Blocker> {
    let outcome = evaluation.levels().iter().find(|outcome| outcome.level == level).expect("a level of the edition");
    outcome.blockers.iter().filter(|blocker| !matches!(blocker, Blocker::Question { .. })).cloned().collect()
}

const CERTIFICATE_MISSING: Blocker = Blocker::Certificate { certificate: Certificate::CyberEssentialsPlus };

#[test]
fn riverbank_answers_the_approaching_set_of_2021_22_and_nothing_more() {
    let assessment = example("riverbank-homecare-2021-22");
    let bank = assessment.built_in_bank().expect("a built-in edition");
    let set = line(bank.mandatory(Level::ApproachingStandards, day("2022-05-20")).map(|question| question.code));
    assert_eq!(line(assessment.responses().map(|(code, _)| code)), set);
    assert_eq!(assessment.responses().len(), 27);
    for as_of in ["2022-05-20", "2022-06-16"] {
        let evaluation = judged(&assessment, as_of);
        assert_eq!(evaluation.level(), Some(Level::ApproachingStandards), "{as_of}");
        assert_eq!(outstanding(&evaluation, Level::ApproachingStandards), "", "{as_of}");
        assert_eq!(with_status(&evaluation, QuestionStatus::NotApplicable), "1.4.2 6.1.3 6.1.4", "{as_of}");
        assert_eq!(findings(&evaluation), [""; 0], "{as_of}");
    }
}

#[test]
fn riverbank_is_sixteen_questions_away_until_the_opt_out_stops_being_mandatory() {
    let assessment = example("riverbank-homecare-2021-22");
    let before = judged(&assessment, "2022-05-20");
    assert_eq!(
        outstanding(&before, Level::StandardsMet),
        "1.2.4 1.3.2 1.3.14 3.1.1 3.2.1 3.4.1 5.1.1 6.3.2 7.1.2 7.2.1 7.3.4 8.1.4 8.2.1 9.1.1 9.5.2 10.2.1"
    );
    let after = judged(&assessment, "2022-06-16");
    assert_eq!(
        outstanding(&after, Level::StandardsMet),
        "1.3.2 1.3.14 3.1.1 3.2.1 3.4.1 5.1.1 6.3.2 7.1.2 7.2.1 7.3.4 8.1.4 8.2.1 9.1.1 9.5.2 10.2.1"
    );
}

#[test]
fn harbour_house_met_the_standards_in_2024_25() {
    let assessment = example("harbour-house-2024-25");
    let evaluation = judged(&assessment, "2025-05-30");
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    assert_eq!(outstanding(&evaluation, Level::StandardsMet), "");
    assert_eq!(with_status(&evaluation, QuestionStatus::NotApplicable), "5.1.1 6.1.2 6.1.3 8.2.1");
    assert_eq!(with_status(&evaluation, QuestionStatus::Unanswered), "4.3.1 4.4.1 7.1.1");
    assert_eq!(findings(&evaluation), [""; 0]);
}

#[test]
fn harbour_house_misses_only_the_certificate_for_the_next_level_in_2024_25() {
    let assessment = example("harbour-house-2024-25");
    let evaluation = judged(&assessment, "2025-05-30");
    assert_eq!(outstanding(&evaluation, Level::StandardsExceeded), "");
    assert_eq!(other_blockers(&evaluation, Level::StandardsExceeded), [CERTIFICATE_MISSING]);
}

#[test]
fn harbour_house_misses_the_two_new_mandatory_questions_in_2025_26() {
    let assessment = example("harbour-house-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), Some(Level::ApproachingStandards));
    assert_eq!(evaluation.verdict(), &Verdict::Confirmed);
    assert_eq!(outstanding(&evaluation, Level::StandardsMet), "4.3.1 7.1.1");
    assert_eq!(other_blockers(&evaluation, Level::StandardsMet), []);
    assert_eq!(with_status(&evaluation, QuestionStatus::Incomplete), "");
    assert_eq!(findings(&evaluation), ["7.3.4 review-date-missing"]);
}

#[test]
fn harbour_house_carried_most_answers_over_and_confirmed_them_in_spring() {
    let (before, after) = (example("harbour-house-2024-25"), example("harbour-house-2025-26"));
    let reconfirmed = after.responses().filter(|(_, response)| {
        matches!(response.origin, Origin::CarriedOver { from, reconfirmed_on: Some(on) }
            if from == before.edition() && (day("2026-03-01")..=day("2026-05-31")).contains(&on))
    });
    assert_eq!(reconfirmed.count(), 36);
    let given = after.responses().filter(|(_, response)| response.origin == Origin::Given);
    assert_eq!(line(given.map(|(code, _)| code)), "1.1.5 3.1.1 3.2.1 5.1.1 6.1.2 6.1.3 7.2.1 8.1.4 8.2.1");
}

#[test]
fn harbour_house_is_one_organisation_whose_history_grows() {
    let (before, after) = (example("harbour-house-2024-25"), example("harbour-house-2025-26"));
    assert_eq!(before.organisation().ods_code, after.organisation().ods_code);
    let history = |assessment: &Assessment| -> Vec<(String, PublishedLevel)> {
        let past = assessment.publications().iter();
        past.map(|published| (published.edition.to_string(), published.level)).collect()
    };
    let met = |edition: &str| (edition.to_owned(), PublishedLevel::StandardsMet);
    assert_eq!(history(&before), [met("2023-24")]);
    assert_eq!(history(&after), [met("2023-24"), met("2024-25")]);
}

#[test]
fn five_rivers_exceeds_the_standards_by_its_certificate() {
    let assessment = example("five-rivers-care-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), Some(Level::StandardsExceeded));
    assert_eq!(outstanding(&evaluation, Level::StandardsExceeded), "");
    assert_eq!(with_status(&evaluation, QuestionStatus::Exempt), "4.2.4 6.2.1 9.1.1");
    assert_eq!(with_status(&evaluation, QuestionStatus::Unanswered), "7.1.6");
    assert_eq!(findings(&evaluation), [""; 0]);
}

/// What Cyber Essentials Plus takes away in social care is inferred, so without it even the lowest level is open.
#[test]
fn five_rivers_depends_on_the_three_inferred_exemptions() {
    let assessment = example("five-rivers-care-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    let Verdict::Inferred { strictly, leniently, hangs_on } = evaluation.verdict() else {
        panic!("the exemptions are not confirmed");
    };
    assert_eq!((*strictly, *leniently), (None, Some(Level::StandardsExceeded)));
    let exemptions = hangs_on.iter().filter(|fact| fact.fact == FactName::Exemption);
    assert_eq!(line(exemptions.filter_map(|fact| fact.question)), "4.2.4 6.2.1 9.1.1");
}

#[test]
fn five_rivers_gets_the_three_questions_back_on_the_day_after_the_certificate_expires() {
    let assessment = example("five-rivers-care-lapsed-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), None);
    assert_eq!(with_status(&evaluation, QuestionStatus::Exempt), "");
    assert_eq!(with_status(&evaluation, QuestionStatus::Unanswered), "4.2.4 6.2.1 7.1.6 9.1.1");
    assert_eq!(outstanding(&evaluation, Level::ApproachingStandards), "4.2.4 6.2.1");
    assert_eq!(outstanding(&evaluation, Level::StandardsMet), "4.2.4 6.2.1 9.1.1");
    assert_eq!(other_blockers(&evaluation, Level::StandardsExceeded), [CERTIFICATE_MISSING]);
    assert_eq!(findings(&evaluation), ["certificate-expired"]);
}

#[test]
fn five_rivers_still_exceeds_the_standards_on_the_last_day_of_the_certificate() {
    let assessment = example("five-rivers-care-lapsed-2025-26");
    assert_eq!(judged(&assessment, "2026-05-31").level(), Some(Level::StandardsExceeded));
}

#[test]
fn the_two_examples_of_five_rivers_differ_in_the_certificate_alone() {
    let (current, lapsed) = (example("five-rivers-care-2025-26"), example("five-rivers-care-lapsed-2025-26"));
    assert!(current.responses().eq(lapsed.responses()));
    assert_ne!(current.organisation().cyber_essentials_plus, lapsed.organisation().cyber_essentials_plus);
}

#[test]
fn willow_hospice_meets_the_standards_without_knowing_about_its_certificate() {
    let assessment = example("willow-hospice-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    assert_eq!(outstanding(&evaluation, Level::StandardsExceeded), "");
    assert_eq!(other_blockers(&evaluation, Level::StandardsExceeded), [CERTIFICATE_MISSING]);
    assert_eq!(with_status(&evaluation, QuestionStatus::Exempt), "");
    assert_eq!(with_status(&evaluation, QuestionStatus::NotApplicable), "1.3.11 6.1.3 8.2.1");
    assert_eq!(findings(&evaluation), ["profile-not-sure", "3.2.1 rolling-programme"]);
}

#[test]
fn willow_hospice_learns_what_a_certificate_would_change() {
    let assessment = example("willow-hospice-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    let finding = evaluation.findings().find(|finding| finding.code() == "profile-not-sure").expect("the finding");
    assert_eq!(finding.pointer(), "/organisation/cyberEssentialsPlus");
    assert_eq!(
        finding.kind(),
        FindingKind::ProfileNotSure {
            about: "cyberEssentialsPlus",
            takes_away: 3,
            opens: Some(Level::StandardsExceeded),
        }
    );
    assert_eq!(evaluation.reach(), Reach { floor: Some(Level::StandardsMet), ceiling: Some(Level::StandardsExceeded) });
}

/// Statement S4-87: an organisation that is exempt from the ICO fee says so, and its level is not limited.
#[test]
fn willow_hospice_answers_the_first_question_with_its_exemption() {
    let assessment = example("willow-hospice-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    let outcome = evaluation.question(code("1.1.1")).expect("a question of the edition");
    assert_eq!(outcome.status, QuestionStatus::Complete);
}

#[test]
fn meadow_lane_meets_the_standards_with_every_way_of_saying_not_applicable() {
    let assessment = example("meadow-lane-supported-living-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    assert_eq!(outstanding(&evaluation, Level::StandardsExceeded), "");
    assert_eq!(
        with_status(&evaluation, QuestionStatus::NotApplicable),
        "1.1.1 1.3.11 1.3.12 1.4.2 5.1.1 6.1.2 6.1.3 8.2.1 9.5.2"
    );
    assert_eq!(findings(&evaluation), ["1.3.12 not-applicable-without-reason"]);
}

/// How an answer says that the question does not apply.
fn way(response: &Response) -> Option<&'static str> {
    let says = |text: &str| text.starts_with("Not applicable") || text.starts_with("N/A");
    let comment = response.comment.as_deref().unwrap_or_default();
    match &response.answer {
        Answer::NotApplicable { reason: Some(_) } => Some("the answer itself, with a reason"),
        Answer::Text { text } if text.is_empty() && comment.contains("exempt") => Some("an exemption in the comment"),
        Answer::Text { text } if says(text) => Some("the text box"),
        Answer::Confirmation { confirmed: true, .. } if says(comment) => Some("the comment beside a tick"),
        Answer::Document { documents } if documents.is_empty() && says(comment) => Some("the comment, no document"),
        Answer::Document { documents } if documents.iter().all(|only| says(&only.location)) => Some("the location"),
        _ => None,
    }
}

#[test]
fn meadow_lane_says_not_applicable_in_every_way_there_is() {
    let assessment = example("meadow-lane-supported-living-2025-26");
    let ways: Vec<(String, &str)> =
        assessment.responses().filter_map(|(code, response)| Some((code.to_string(), way(response)?))).collect();
    let expected = [
        ("1.1.1", "an exemption in the comment"),
        ("1.3.11", "the comment, no document"),
        ("1.3.12", "the text box"),
        ("1.4.2", "the comment beside a tick"),
        ("5.1.1", "the comment beside a tick"),
        ("6.1.2", "the comment beside a tick"),
        ("6.1.3", "the answer itself, with a reason"),
        ("8.2.1", "the location"),
        ("9.5.2", "the answer itself, with a reason"),
    ];
    assert_eq!(ways, expected.map(|(code, way)| (code.to_owned(), way)));
}

#[test]
fn oak_tree_court_is_half_filled_and_below_approaching_standards() {
    let assessment = example("oak-tree-court-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), None);
    assert_eq!((assessment.responses().len(), evaluation.questions().len()), (27, 52));
    assert_eq!(
        outstanding(&evaluation, Level::ApproachingStandards),
        "1.1.2 1.1.3 1.1.5 1.3.1 1.3.7 1.3.11 1.3.13 2.1.1 4.1.1 4.2.4 4.5.4 6.1.3 6.2.1 8.3.5"
    );
}

#[test]
fn oak_tree_court_learns_what_is_wrong_with_each_answer() {
    let assessment = example("oak-tree-court-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(
        findings(&evaluation),
        [
            "profile-not-sure",
            "profile-not-stated",
            "certificate-changes-nothing",
            "1.1.2 evidence-expired",
            "1.1.3 document-missing",
            "1.1.5 wrong-evidence-type",
            "1.3.1 review-in-future",
            "1.3.2 review-date-missing",
            "1.3.7 not-reconfirmed",
            "1.3.11 document-part-missing",
            "1.3.13 text-empty",
            "2.1.1 not-confirmed",
            "3.2.1 training-below-threshold",
            "4.1.1 not-applicable-not-accepted",
            "6.1.2 not-applicable-without-reason",
            "7.1.1 review-out-of-date",
            "8.2.1 not-applicable-contradicted",
        ]
    );
    let blocked = evaluation.findings().filter(|finding| finding.effect() == Effect::Blocks);
    let answered = blocked.filter(|finding| finding.code() != "unanswered").filter_map(Finding::question);
    assert_eq!(line(answered), with_status(&evaluation, QuestionStatus::Incomplete));
}

#[test]
fn st_brannocks_court_meets_the_standards_however_the_facts_are_read() {
    let assessment = example("st-brannocks-court-2022-23");
    let evaluation = judged(&assessment, "2023-05-30");
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    assert_eq!(with_status(&evaluation, QuestionStatus::Complete), line(assessment.responses().map(|(code, _)| code)));
    let met = evaluation.levels().iter().find(|outcome| outcome.level == Level::StandardsMet).expect("the level");
    assert_eq!((met.strictly, met.leniently), (LevelState::Met, LevelState::Met));
    assert_eq!(findings(&evaluation), [""; 0]);
}

/// No source settles whether Standards Exceeded asked for the certificate or for every answer in 2022-23.
#[test]
fn st_brannocks_court_may_have_exceeded_the_standards() {
    let assessment = example("st-brannocks-court-2022-23");
    let evaluation = judged(&assessment, "2023-05-30");
    assert_eq!(outstanding(&evaluation, Level::StandardsExceeded), "");
    assert_eq!(other_blockers(&evaluation, Level::StandardsExceeded), [CERTIFICATE_MISSING]);
    let Verdict::Inferred { strictly, leniently, hangs_on } = evaluation.verdict() else {
        panic!("the rule of the level is disputed");
    };
    assert_eq!((*strictly, *leniently), (Some(Level::StandardsMet), Some(Level::StandardsExceeded)));
    let facts: Vec<(FactName, Certainty)> = hangs_on.iter().map(|fact| (fact.fact, fact.certainty)).collect();
    assert_eq!(
        facts,
        [
            (FactName::LevelRule, Certainty::Inferred),
            (FactName::LevelRule, Certainty::Unknown),
            (FactName::Catalogue, Certainty::Inferred),
        ]
    );
    assert_eq!(evaluation.bank().catalogue(), Catalogue::Short { listed: 42, official: Some(77) });
}

#[test]
fn an_organisation_that_has_just_registered_has_every_question_before_it() {
    let assessment = example("empty-2025-26");
    let evaluation = judged(&assessment, "2026-06-01");
    assert_eq!(evaluation.level(), None);
    assert_eq!(evaluation.outstanding(Level::ApproachingStandards).count(), 26);
    assert_eq!(evaluation.outstanding(Level::StandardsMet).count(), 45);
    assert!(evaluation.questions().iter().all(|outcome| outcome.status == QuestionStatus::Unanswered));
    assert!(evaluation.progress().iter().all(|count| count.done == 0));
    assert_eq!(evaluation.reach(), Reach { floor: None, ceiling: Some(Level::StandardsMet) });
    assert_eq!(findings(&evaluation), [""; 0]);
}
