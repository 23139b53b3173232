//! Next year's edition, and an edition of somebody's own, need only data.

use crate::common::{Answers, care_home, code, day, good_response, held, response, tick};
use crate::draft::Draft;
use dspt::{Assessment, Blocker, Catalogue, Certificate, Level, LevelState, Organisation, QuestionBank, evaluate};
use serde_json::{Value, json};

/// The source of everything made up here.
const SOURCE: &str = "made-up-announcement-2026";

fn made_up(value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "certainty": "confirmed", "sources": [SOURCE] })
}

/// A made-up edition 2026-27: everything of 2025-26, but 7.1.6 is dropped, 4.5.5 is added, 4.4.1 becomes mandatory.
fn next_edition() -> Draft {
    let mut draft = Draft::of("2025-26");
    draft.0["sources"].as_array_mut().expect("sources").push(json!({
        "id": SOURCE, "publisher": "Nobody", "title": "Made up for a test", "standing": "official"
    }));
    draft.0["sources"].as_array_mut().expect("sources").sort_by_key(|source| source["id"].to_string());

    let edition = draft.edition();
    edition["id"] = json!("2026-27");
    edition["toolkitVersion"] = made_up(9);
    edition["opening"] = made_up(json!({ "earliest": "2026-09-01", "latest": "2026-09-01" }));
    edition["deadline"] = made_up("2027-06-30");
    edition["counts"][1]["count"] = made_up(46);
    edition["dropped"] = json!([made_up("7.1.6")]);

    draft.questions().retain(|question| question["code"] != "7.1.6");
    for question in draft.questions() {
        let before = question["code"].clone();
        question["descent"] = made_up(json!({ "relation": "equal-to", "from": before }));
    }
    let mut added = draft.question("4.5.4").clone();
    added["code"] = json!("4.5.5");
    added["title"] = json!("A made-up question");
    added["descent"] = made_up(json!({ "relation": "no-relationship" }));
    for entry in added["mandatory"].as_array_mut().expect("entries") {
        entry["mandatory"] = made_up(false);
    }
    let place = draft.questions().iter().position(|question| question["code"] == "5.1.1").expect("the bank lists it");
    draft.questions().insert(place, added);

    draft.mandatory("4.4.1", "standards-met")["mandatory"] = made_up(true);
    draft
}

/// Good answers to all the questions of a bank.
fn complete(bank: &QuestionBank, as_of: &str) -> Answers {
    let responses = bank.questions().map(|question| (question.code, good_response(question, day(as_of)))).collect();
    Answers { edition: bank.id(), organisation: care_home(), responses }
}

fn outstanding(bank: &QuestionBank, assessment: &Assessment, as_of: &str, level: Level) -> Vec<String> {
    evaluate(bank, assessment, day(as_of)).outstanding(level).map(|code| code.to_string()).collect()
}

#[test]
fn next_years_edition_passes_the_check_against_this_years() {
    let bank = next_edition().check().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(bank.id().to_string(), "2026-27");
    assert_eq!(bank.questions().len(), 52);
    assert_eq!(bank.mandatory(Level::ApproachingStandards, day("2027-06-30")).count(), 26);
    assert_eq!(bank.mandatory(Level::StandardsMet, day("2027-06-30")).count(), 46);
}

#[test]
fn what_was_forgotten_in_next_years_edition_is_reported() {
    let mut draft = next_edition();
    draft.edition()["dropped"] = json!([]);
    draft.edition()["counts"][1]["count"]["value"] = json!(45);
    draft.edition()["deadline"]["value"] = json!("2026-06-30");
    let mut codes: Vec<&str> = draft.mistakes().iter().map(dspt::Mistake::code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes, ["count-differs", "date-outside-edition", "question-lost"]);
}

#[test]
fn an_assessment_of_next_years_edition_is_evaluated() {
    let bank = next_edition().check().expect("a bank");
    let as_of = "2027-05-01";
    let assessment = complete(&bank, as_of).assessment();
    assert_eq!(assessment.check_against(&bank), Ok(()));
    let evaluation = evaluate(&bank, &assessment, day(as_of));
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    assert!(evaluation.to_json().contains(r#""edition":"2026-27""#));
}

#[test]
fn the_newly_mandatory_question_decides_about_standards_met() {
    let bank = next_edition().check().expect("a bank");
    let as_of = "2027-05-01";
    let without = complete(&bank, as_of).without("4.4.1").assessment();
    assert_eq!(evaluate(&bank, &without, day(as_of)).level(), Some(Level::ApproachingStandards));
    assert_eq!(outstanding(&bank, &without, as_of, Level::StandardsMet), ["4.4.1"]);
    // The added question is not mandatory.
    let without = complete(&bank, as_of).without("4.5.5").assessment();
    assert_eq!(evaluate(&bank, &without, day(as_of)).level(), Some(Level::StandardsMet));
}

#[test]
fn the_dropped_question_cannot_be_answered_any_more() {
    let bank = next_edition().check().expect("a bank");
    let answers = complete(&bank, "2027-05-01").with("7.1.6", response(tick()));
    let error = answers.assessment().check_against(&bank).expect_err("a dropped question");
    insta::assert_snapshot!(error, @"at `/responses/7.1.6`: question `7.1.6` is not in the bank of 2026-27 (it was dropped from 2026-27); check the code and the edition");
}

#[test]
fn what_became_of_a_code_is_told_over_all_the_editions() {
    let mut draft = next_edition();
    // 4.4.1 becomes 4.4.2.
    draft.question("4.4.1")["code"] = json!("4.4.2");
    let bank = draft.check().unwrap_or_else(|error| panic!("{error}"));
    let codes = ["1.2.1", "4.1.2", "4.4.1", "4.4.3"];
    let answers = Answers { edition: bank.id(), ..Answers::none("2025-26") };
    let answers = codes.iter().fold(answers, |answers, code| answers.with(code, response(tick())));
    let error = answers.assessment().check_against(&bank).expect_err("codes of the past");
    insta::assert_snapshot!(error, @r"
    at `/responses/1.2.1`: question `1.2.1` is not in the bank of 2026-27 (it became 1.1.3 in 2022-23); check the code and the edition
    at `/responses/4.1.2`: question `4.1.2` is not in the bank of 2026-27 (it was dropped from 2022-23); check the code and the edition
    at `/responses/4.4.1`: question `4.4.1` is not in the bank of 2026-27 (it became 4.4.2 in 2026-27); check the code and the edition
    at `/responses/4.4.3`: question `4.4.3` is not in the bank of 2026-27 (the bank lists 52 of the 80 questions, and this is not one of them); check the code and the edition
    ");
}

#[test]
fn an_assessment_of_next_years_edition_has_no_built_in_bank() {
    let bank = next_edition().check().expect("a bank");
    let error = complete(&bank, "2027-05-01").assessment().built_in_bank().expect_err("not built in");
    assert_eq!(error.problems()[0].code(), "unknown-edition");
}

#[test]
fn next_years_edition_can_itself_be_followed_by_another() {
    let bank = next_edition().check().expect("a bank");
    let mut draft = next_edition();
    draft.edition()["id"] = json!("2027-28");
    draft.edition()["opening"]["value"] = json!({ "earliest": "2027-09-01", "latest": "2027-09-01" });
    draft.edition()["deadline"]["value"] = json!("2028-06-30");
    draft.edition()["dropped"] = json!([]);
    draft.question("4.5.5")["descent"]["value"] = json!({ "relation": "equal-to", "from": "4.5.5" });
    let following = draft.raw().check_after(&bank).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(following.id().to_string(), "2027-28");
}

/// A question answered by a tick, mandatory for the levels named.
fn tick_box(code: &str, levels: &[&str]) -> Value {
    let entry = |level: &&str| json!({ "level": level, "mandatory": made_up(levels.contains(level)) });
    let entries: Vec<Value> = ["approaching-standards", "standards-met"].iter().map(entry).collect();
    json!({
        "code": code,
        "title": format!("Box {code}"),
        "prompt": "Is the box ticked?",
        "guidance": "Tick the box.",
        "goodEvidence": [],
        "listed": { "certainty": "confirmed", "sources": [SOURCE] },
        "heading": made_up("data-security"),
        "evidenceType": made_up("confirmation"),
        "mandatory": entries,
        "notApplicable": { "certainty": "confirmed", "sources": [SOURCE] },
        "exemptions": []
    })
}

/// A whole bank of five questions. Approaching Standards asks for one of them; Standards Met for three more, or for
/// ISO 27001 in their place; Standards Exceeded for every question.
fn small_bank() -> QuestionBank {
    let met = "standards-met";
    let draft = Draft(json!({
        "format": "dspt.bank.v1",
        "edition": {
            "id": "2040-41",
            "revision": 1,
            "toolkitVersion": made_up(23),
            "opening": made_up(json!({ "earliest": "2040-09-01", "latest": "2040-09-01" })),
            "deadline": made_up("2041-06-30"),
            "counts": [
                { "level": "approaching-standards", "count": made_up(1) },
                { "level": "standards-met", "count": made_up(4) }
            ],
            "total": made_up(5),
            "scope": made_up(json!({ "sector": "social-care", "nations": ["england", "wales"] })),
            "reconfirmation": made_up(false),
            "notSure": { "certainty": "confirmed", "sources": [SOURCE] },
            "certificates": [],
            "gates": {
                "profileConfirmed": made_up(true),
                "assertionsConfirmed": made_up("with-mandatory-questions"),
                "approachingOnlyFirst": made_up(true),
                "actionPlan": made_up(true),
                "republishAtLeast": made_up(met),
                "entryLevelCounts": made_up(false),
                "onlyAdministratorsPublish": made_up(true),
                "sitesOnRecord": made_up(true),
                "sitesShareArrangements": made_up(true),
                "sitesNeedHeadOffice": made_up(true)
            }
        },
        "levels": [
            { "level": "approaching-standards", "readings": [made_up(json!(
                { "kind": "every-mandatory-complete", "level": "approaching-standards" }
            ))] },
            { "level": met, "readings": [made_up(json!({ "kind": "any-of", "rules": [
                { "kind": "every-mandatory-complete", "level": met },
                { "kind": "certificate-current", "certificate": "iso-27001" }
            ] }))] },
            { "level": "standards-exceeded", "readings": [made_up(json!({ "kind": "every-question-complete" }))] }
        ],
        "questions": [
            tick_box("1.1.1", &["approaching-standards", met]),
            tick_box("1.1.2", &[met]),
            tick_box("1.1.10", &[met]),
            tick_box("2.1.1", &[met]),
            tick_box("10.1.1", &[])
        ],
        "sources": [
            { "id": SOURCE, "publisher": "Nobody", "title": "Made up for a test", "standing": "official" }
        ]
    }));
    draft.check().unwrap_or_else(|error| panic!("{error}"))
}

fn with_certificate(profile: &mut Organisation) {
    profile.iso_27001 = Some(held("2040-10-01", "2041-09-30"));
}

#[test]
fn a_small_bank_of_ones_own_knows_all_its_questions() {
    let bank = small_bank();
    assert_eq!(bank.catalogue(), Catalogue::Whole { listed: 5 });
    let codes: Vec<String> = bank.questions().map(|question| question.code.to_string()).collect();
    assert_eq!(codes, ["1.1.1", "1.1.2", "1.1.10", "2.1.1", "10.1.1"]);
}

#[test]
fn a_level_may_be_reached_in_one_of_two_ways() {
    let bank = small_bank();
    let level = |ticked: &[&str], is_certified: bool| {
        let mut answers = Answers { responses: std::collections::BTreeMap::new(), ..complete(&bank, "2041-05-01") };
        for code in ticked {
            answers = answers.with(code, response(tick()));
        }
        if is_certified {
            answers = answers.profile(with_certificate);
        }
        evaluate(&bank, &answers.assessment(), day("2041-05-01")).level()
    };
    let (approaching, met, exceeded) =
        (Some(Level::ApproachingStandards), Some(Level::StandardsMet), Some(Level::StandardsExceeded));
    assert_eq!(level(&[], false), None);
    // The certificate alone is not enough: a level includes the one below.
    assert_eq!(level(&[], true), None);
    assert_eq!(level(&["1.1.1"], false), approaching);
    assert_eq!(level(&["1.1.1"], true), met);
    assert_eq!(level(&["1.1.1", "1.1.2", "1.1.10"], false), approaching);
    assert_eq!(level(&["1.1.1", "1.1.2", "1.1.10", "2.1.1"], false), met);
    assert_eq!(level(&["1.1.2", "1.1.10", "2.1.1", "10.1.1"], true), None);
    assert_eq!(level(&["1.1.1", "1.1.2", "1.1.10", "2.1.1", "10.1.1"], false), exceeded);
    assert_eq!(level(&["1.1.1", "1.1.2", "1.1.10", "2.1.1", "10.1.1"], true), exceeded);
}

#[test]
fn what_blocks_each_way_is_listed() {
    let bank = small_bank();
    let answers = complete(&bank, "2041-05-01").without("1.1.10").without("2.1.1").without("10.1.1");
    let assessment = answers.assessment();
    let evaluation = evaluate(&bank, &assessment, day("2041-05-01"));
    let question = |text: &str| Blocker::Question { question: code(text) };
    let [approaching, met, exceeded] = evaluation.levels() else { panic!("three levels") };

    assert_eq!((approaching.state, approaching.blockers.as_slice()), (LevelState::Met, &[][..]));

    let ways = vec![
        vec![question("1.1.10"), question("2.1.1")],
        vec![Blocker::Certificate { certificate: Certificate::Iso27001 }],
    ];
    assert_eq!(met.state, LevelState::NotMet);
    assert_eq!(met.blockers, [Blocker::AnyOf { ways: ways.clone() }]);

    assert_eq!(exceeded.state, LevelState::NotMet);
    let open = ["1.1.10", "2.1.1", "10.1.1"].map(question);
    assert_eq!(exceeded.blockers, [open.to_vec(), vec![Blocker::AnyOf { ways }]].concat());
}

#[test]
fn once_one_way_is_free_the_other_no_longer_blocks() {
    let bank = small_bank();
    let answers = complete(&bank, "2041-05-01").without("1.1.10").without("10.1.1").profile(with_certificate);
    let assessment = answers.assessment();
    let evaluation = evaluate(&bank, &assessment, day("2041-05-01"));
    let [_, met, exceeded] = evaluation.levels() else { panic!("three levels") };
    assert_eq!((met.state, met.blockers.as_slice()), (LevelState::Met, &[][..]));
    assert_eq!(outstanding(&bank, &assessment, "2041-05-01", Level::StandardsExceeded), ["1.1.10", "10.1.1"]);
    assert_eq!(exceeded.blockers.len(), 2);
}

#[test]
fn a_verdict_by_a_bank_of_confirmed_facts_is_confirmed() {
    let bank = small_bank();
    for answers in [complete(&bank, "2041-05-01"), complete(&bank, "2041-05-01").without("2.1.1")] {
        let assessment = answers.assessment();
        let evaluation = evaluate(&bank, &assessment, day("2041-05-01"));
        assert_eq!(evaluation.verdict(), &dspt::Verdict::Confirmed);
    }
}
