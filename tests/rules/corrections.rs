//! Corrections laid over a bank: what is confirmed, corrected, added and removed, and what verdicts make of it.
//!
//! The workbook that they name is made up; no fact here is claimed of the toolkit.

use std::collections::BTreeSet;

use dspt::{
    Certainty, Corrections, CorrectionsError, ExemptionGround, Level, QuestionBank, QuestionStatus, Verdict, evaluate,
};
use serde_json::{Value, json};

use crate::common::{Answers, bank, care_home, code, day, good_response, held, usual_day};

/// Corrections of an edition, with a made-up workbook for a source.
#[track_caller]
pub(crate) fn corrections(edition: &str, given: &Value) -> Corrections {
    let mut document = json!({
        "format": "dspt.corrections.v1",
        "id": "made-up",
        "edition": edition,
        "sources": [{
            "id": "made-up-workbook", "publisher": "Nobody", "title": "A workbook made up for tests",
            "standing": "official",
        }],
    });
    let whole = document.as_object_mut().expect("an object");
    whole.extend(given.as_object().expect("an object").clone());
    Corrections::from_json(document.to_string()).expect("the form is right")
}

/// The bank of an edition as corrected.
pub(crate) fn corrected(edition: &str, given: &Value) -> Result<QuestionBank, CorrectionsError> {
    bank(edition).corrected_by(&corrections(edition, given))
}

/// A fact that the workbook confirms.
pub(crate) fn confirmed(value: &Value) -> Value {
    json!({ "value": value, "certainty": "confirmed", "sources": ["made-up-workbook"] })
}

/// A confirmation of facts by the workbook.
pub(crate) fn confirm(facts: &[&str]) -> Value {
    json!({ "confirm": [{ "facts": facts, "sources": ["made-up-workbook"] }] })
}

#[test]
fn a_confirmed_fact_is_confirmed_and_names_the_new_source_before_the_old_ones() {
    let corrected = corrected("2025-26", &confirm(&["/questions/6.3.2/listed"])).expect("corrected");
    let before = &bank("2025-26").question(code("6.3.2")).expect("a question").listed;
    let after = &corrected.question(code("6.3.2")).expect("a question").listed;
    assert_eq!((before.certainty, after.certainty), (Certainty::Inferred, Certainty::Confirmed));
    assert_eq!(after.because, None, "there is nothing left to infer");
    assert_eq!(after.sources[0].as_str(), "made-up-workbook");
    assert_eq!(after.sources[1..], before.sources);
}

#[test]
fn a_corrected_bank_says_so_and_has_a_digest_of_its_own() {
    let original = bank("2025-26");
    let once = corrected("2025-26", &confirm(&["/edition/total"])).expect("corrected");
    let ids = |bank: &QuestionBank| bank.corrections().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(ids(original), [""; 0]);
    assert_eq!(ids(&once), ["made-up"]);
    assert_ne!(once.digest(), original.digest());
    let second = json!({ "id": "second", "sources": [], "confirm": [
        { "facts": ["/edition/scope"], "sources": ["made-up-workbook"] }
    ]});
    let twice = once.corrected_by(&corrections("2025-26", &second)).expect("corrected again");
    assert_eq!(ids(&twice), ["made-up", "second"]);
    let again = dspt::RawBank::from_json(twice.to_json()).expect("a bank").check().expect("a bank without mistakes");
    assert_eq!(again.digest(), twice.digest(), "the digest is that of the content");
}

#[test]
fn the_stamp_of_an_evaluation_names_the_corrections_and_is_as_before_without_any() {
    let assessment = Answers::none("2025-26").assessment();
    let stamp = |bank: &QuestionBank| -> Value {
        let text = evaluate(bank, &assessment, usual_day("2025-26")).to_json();
        serde_json::from_str::<Value>(&text).expect("JSON")["bank"].clone()
    };
    let corrected = corrected("2025-26", &confirm(&["/edition/total"])).expect("corrected");
    assert_eq!(stamp(&corrected)["corrections"], json!(["made-up"]));
    assert_eq!(stamp(bank("2025-26")).get("corrections"), None);
}

/// In 2022-23 two rules for Standards Exceeded are on record; confirming the better one settles the matter.
#[test]
fn a_confirmed_rule_of_a_level_leaves_no_other_reading() {
    let corrected = corrected("2022-23", &confirm(&["/levels/standards-exceeded"])).expect("corrected");
    let readings = |bank: &QuestionBank| bank.levels()[2].readings.len();
    assert_eq!((readings(bank("2022-23")), readings(&corrected)), (2, 1));
    let answers = Answers::complete("2022-23", usual_day("2022-23"))
        .profile(|home| home.cyber_essentials_plus = Some(held("2022-10-01", "2023-09-30")));
    let assessment = answers.assessment();
    let hangs_on_the_rule = |bank: &QuestionBank| match evaluate(bank, &assessment, usual_day("2022-23")).verdict() {
        Verdict::Confirmed => false,
        Verdict::Inferred { hangs_on, .. } => hangs_on.iter().any(|fact| fact.level == Some(Level::StandardsExceeded)),
    };
    assert!(hangs_on_the_rule(bank("2022-23")));
    assert!(!hangs_on_the_rule(&corrected));
}

#[test]
fn a_verdict_becomes_confirmed_once_every_fact_is() {
    let original = bank("2025-26");
    let facts: Vec<String> = original.facts().iter().map(|fact| fact.address.to_string()).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let corrected = corrected("2025-26", &confirm(&facts)).expect("corrected");
    let assessment = Answers::complete("2025-26", usual_day("2025-26")).without("6.3.2").assessment();
    let verdict = |bank| evaluate(bank, &assessment, usual_day("2025-26")).verdict().clone() == Verdict::Confirmed;
    assert!(!verdict(original), "6.3.2 is inferred");
    assert!(verdict(&corrected));
}

#[test]
fn a_corrected_value_takes_the_place_of_the_old_one_and_findings_name_its_source() {
    let given = json!({ "correct": { "questions": [{
        "code": "1.1.2", "window": confirmed(&json!({ "kind": "within-months", "months": 6 }))
    }]}});
    let corrected = corrected("2025-26", &given).expect("corrected");
    let as_of = usual_day("2025-26");
    let stale = Answers::complete("2025-26", as_of).reviewed("1.1.2", Some(day("2025-11-29")));
    let assessment = stale.assessment();
    let evaluation = evaluate(&corrected, &assessment, as_of);
    let finding = evaluation.findings().find(|finding| finding.code() == "review-out-of-date").expect("a finding");
    assert_eq!(finding.sources().iter().map(ToString::to_string).collect::<Vec<_>>(), ["made-up-workbook"]);
    assert_eq!(finding.certainty(), Certainty::Confirmed);
    let before = evaluate(bank("2025-26"), &assessment, as_of);
    assert!(before.findings().all(|finding| finding.code() != "review-out-of-date"), "twelve months were enough");
}

#[test]
fn an_exemption_is_added_and_counts() {
    let given = json!({ "correct": { "questions": [{
        "code": "7.1.1", "exemptions": [{ "by": "cyber-essentials-plus", "exempts": confirmed(&json!(true)) }]
    }]}});
    let corrected = corrected("2025-26", &given).expect("corrected");
    let answers =
        Answers::none("2025-26").profile(|home| home.cyber_essentials_plus = Some(held("2025-10-01", "2026-09-30")));
    let assessment = answers.assessment();
    let status = |bank: &QuestionBank| {
        let evaluation = evaluate(bank, &assessment, usual_day("2025-26"));
        let outcome = evaluation.question(code("7.1.1")).expect("a question");
        (outcome.status, outcome.exempt_by)
    };
    assert_eq!(status(bank("2025-26")), (QuestionStatus::Unanswered, None));
    assert_eq!(status(&corrected), (QuestionStatus::Exempt, Some(ExemptionGround::CyberEssentialsPlus)));
}

/// A count and the questions that make it up change together.
#[test]
fn a_question_becomes_optional_and_the_count_follows() {
    let given = json!({ "correct": {
        "edition": { "counts": [{ "level": "standards-met", "count": confirmed(&json!(44)) }] },
        "questions": [{
            "code": "7.1.1", "mandatory": [{ "level": "standards-met", "mandatory": confirmed(&json!(false)) }]
        }],
    }});
    let corrected = corrected("2025-26", &given).expect("corrected");
    let count = |bank: &QuestionBank| bank.mandatory(Level::StandardsMet, usual_day("2025-26")).count();
    assert_eq!((count(bank("2025-26")), count(&corrected)), (45, 44));
    let question = corrected.question(code("7.1.1")).expect("a question");
    let levels: Vec<Level> = question.mandatory.iter().map(|entry| entry.level).collect();
    assert_eq!(levels, [Level::ApproachingStandards, Level::StandardsMet], "the other level is left as it was");
}

/// A rule that changes inside an edition: entries of a level take the place of all entries of that level.
#[test]
fn a_period_is_split() {
    let entry = |from: Option<&str>, until: Option<&str>, count: u32| {
        let mut entry = json!({ "level": "standards-met", "count": confirmed(&json!(count)) });
        for (key, day) in [("from", from), ("until", until)] {
            if let Some(day) = day {
                entry[key] = json!(day);
            }
        }
        entry
    };
    let mandatory = |from: &str, value: bool| json!({ "level": "standards-met", from: "2026-01-01", "mandatory": confirmed(&json!(value)) });
    let given = json!({ "correct": {
        "edition": { "counts": [entry(None, Some("2026-01-01"), 45), entry(Some("2026-01-01"), None, 44)] },
        "questions": [{ "code": "7.1.1", "mandatory": [mandatory("until", true), mandatory("from", false)] }],
    }});
    let corrected = corrected("2025-26", &given).expect("corrected");
    let count = |on: &str| corrected.mandatory(Level::StandardsMet, day(on)).count();
    assert_eq!((count("2025-12-31"), count("2026-01-01")), (45, 44));
    let addresses: Vec<String> = corrected.facts().iter().map(|fact| fact.address.to_string()).collect();
    assert!(addresses.contains(&"/questions/7.1.1/mandatory/standards-met@2026-01-01".to_owned()));
    assert!(addresses.contains(&"/edition/counts/standards-met@2026-01-01".to_owned()));
}

/// A question like 7.1.1 under another code, mandatory for nothing.
pub(crate) fn optional_question(as_code: &str) -> Value {
    let whole: Value = serde_json::from_str(&bank("2025-26").to_json()).expect("JSON");
    let mut questions = whole["questions"].as_array().expect("questions").iter();
    let mut question = questions.find(|question| question["code"] == "7.1.1").expect("the question").clone();
    question["code"] = json!(as_code);
    question["title"] = json!("A question made up for tests");
    question["mandatory"] = ["approaching-standards", "standards-met"]
        .iter()
        .map(|level| json!({ "level": level, "mandatory": confirmed(&json!(false)) }))
        .collect();
    question["descent"] = confirmed(&json!({ "relation": "no-relationship" }));
    question["listed"] = json!({ "certainty": "confirmed", "sources": ["made-up-workbook"] });
    question
}

#[test]
fn a_missing_question_is_added_whole_and_can_be_answered() {
    let given = json!({ "add": [optional_question("7.1.9")] });
    let corrected = corrected("2025-26", &given).expect("corrected");
    assert_eq!(corrected.questions().len(), bank("2025-26").questions().len() + 1);
    assert!(corrected.questions().map(|question| question.code).is_sorted());
    let as_of = usual_day("2025-26");
    let mut answers = Answers::none("2025-26");
    let question = corrected.question(code("7.1.9")).expect("the question");
    answers.responses.insert(question.code, good_response(question, as_of));
    let assessment = answers.assessment();
    assert!(assessment.check_against(&corrected).is_ok());
    assert!(assessment.check_against(bank("2025-26")).is_err());
    let evaluation = evaluate(&corrected, &assessment, as_of);
    assert_eq!(evaluation.question(code("7.1.9")).map(|outcome| outcome.status), Some(QuestionStatus::Complete));
}

#[test]
fn what_a_question_can_do_without_is_removed() {
    let remove = |address: &str| {
        let given = json!({ "remove": [{ "facts": [address], "sources": ["made-up-workbook"] }] });
        corrected("2025-26", &given).expect("corrected")
    };
    let bank = remove("/questions/1.1.2/window");
    assert!(bank.question(code("1.1.2")).expect("a question").window.is_none());
    let bank = remove("/questions/6.3.2/exemptions/nhsmail-only");
    assert_eq!(bank.question(code("6.3.2")).expect("a question").exemptions.len(), 1);
}

/// The edition, its gates, its certificates and what was dropped are corrected like questions.
#[test]
fn facts_of_the_edition_are_corrected() {
    let given = json!({ "correct": { "edition": {
        "total": confirmed(&json!(81)),
        "deadline": confirmed(&json!("2026-07-01")),
        "gates": { "actionPlan": confirmed(&json!(false)) },
        "certificates": [{ "certificate": "iso-27001", "takesQuestionsAway": confirmed(&json!(true)) }],
        "notSure": { "certainty": "confirmed", "sources": ["made-up-workbook"] },
    }, "levels": [{ "level": "standards-exceeded", "readings": [confirmed(&json!({ "kind": "all-of", "rules": [
        { "kind": "level-met", "level": "standards-met" }, { "kind": "certificate-current", "certificate": "iso-27001" }
    ]}))] }] } });
    let corrected = corrected("2025-26", &given).expect("corrected");
    let edition = corrected.about();
    assert_eq!((edition.total.value, edition.deadline.value), (Some(81), Some(day("2026-07-01"))));
    assert_eq!(edition.gates.action_plan.value, Some(false));
    assert_eq!(edition.certificates.len(), bank("2025-26").about().certificates.len());
    assert_eq!(edition.not_sure.certainty, Certainty::Confirmed);
    assert_eq!(edition.gates.profile_confirmed, bank("2025-26").about().gates.profile_confirmed);
    let assessment = Answers { organisation: care_home(), ..Answers::complete("2025-26", usual_day("2025-26")) }
        .profile(|home| home.iso_27001 = Some(held("2025-10-01", "2026-09-30")))
        .assessment();
    assert_eq!(dspt::level(&corrected, &assessment, usual_day("2025-26")), Some(Level::StandardsExceeded));
}

/// To confirm that a question of 2021-22 was mandatory on disputed days would need another count.
const NEEDS_ANOTHER_COUNT: &str = "/questions/1.2.4/mandatory/standards-met@2022-07-31";

#[test]
fn every_fact_of_every_edition_is_found_at_its_address() {
    for bank in QuestionBank::editions() {
        let facts = bank.facts().into_iter().map(|fact| fact.address.to_string());
        let facts: BTreeSet<String> = facts.filter(|address| address != NEEDS_ANOTHER_COUNT).collect();
        let addresses: Vec<&str> = facts.iter().map(String::as_str).collect();
        let corrections = corrections(&bank.id().to_string(), &confirm(&addresses));
        let corrected = bank.corrected_by(&corrections).expect("every address leads to a fact");
        let mut confirmed = BTreeSet::new();
        for fact in corrected.facts() {
            if fact.provenance.certainty == Certainty::Confirmed {
                assert_eq!(fact.provenance.sources[0].as_str(), "made-up-workbook", "{}", fact.address);
                assert!(confirmed.insert(fact.address.to_string()), "{} stands twice", fact.address);
            }
        }
        assert_eq!(confirmed, facts, "{}", bank.id());
    }
}

#[test]
fn what_is_unknown_can_be_confirmed_where_the_counts_allow_it() {
    let error = corrected("2021-22", &confirm(&[NEEDS_ANOTHER_COUNT])).expect_err("there are 42, not 43");
    assert_eq!(error.mistakes()[0].code(), "count-differs");
    assert_eq!(error.mistakes()[0].pointer(), "/confirm/0/facts/0");
    let given = json!({
        "confirm": [{ "facts": [NEEDS_ANOTHER_COUNT], "sources": ["made-up-workbook"] }],
        "correct": { "edition": { "counts": [
            { "level": "standards-met", "count": confirmed(&json!(43)), "until": "2022-06-09" },
            { "level": "standards-met", "count": confirmed(&json!(42)), "from": "2022-06-09", "until": "2022-07-31" },
            { "level": "standards-met", "count": confirmed(&json!(43)), "from": "2022-07-31" },
        ]}},
    });
    let corrected = corrected("2021-22", &given).expect("the count follows");
    assert_eq!(corrected.mandatory(Level::StandardsMet, day("2022-08-01")).count(), 43);
}
