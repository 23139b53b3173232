//! No document takes long or much memory, however much of it there is: what a document costs grows with its length, not
//! with its square.

use crate::common::{Answers, bank, day, document, response, usual_day};
use dspt::json::{Operation, Outcome, call};
use dspt::{Answer, Assessment, Document, RawBank, ValidityPolicy, timeline};
use serde_json::{Value, json};

/// The bank of 2025-26, to be spoilt.
fn spoilt(spoil: impl FnOnce(&mut Value)) -> Value {
    let mut bank: Value = serde_json::from_str(&bank("2025-26").to_json()).expect("JSON");
    spoil(&mut bank);
    bank
}

/// What the check of a bank finds, as places and sentences.
#[track_caller]
fn mistakes(bank: &Value) -> Vec<String> {
    let raw = RawBank::from_json(bank.to_string()).expect("the form is right");
    let error = raw.check().expect_err("the content is wrong");
    error.mistakes().iter().map(ToString::to_string).collect()
}

#[test]
fn a_level_of_a_thousand_rules_is_refused() {
    let every = json!({ "kind": "every-question-complete" });
    let bank = spoilt(|bank| {
        bank["levels"][2]["readings"][0]["value"] = json!({ "kind": "any-of", "rules": vec![every; 1_000] });
    });
    assert_eq!(mistakes(&bank), ["at `/levels`: found 1005, expected at most 100 rules"]);
}

#[test]
fn a_bank_that_changes_on_thousands_of_days_is_refused_without_looking_at_each() {
    let bank = spoilt(|bank| {
        let first = day("1999-01-01");
        for (at, question) in bank["questions"].as_array_mut().expect("questions").iter_mut().take(10).enumerate() {
            let days = first.iter_days().skip(at * 900).take(900);
            let mandatory = &question["mandatory"][0];
            let entries = days.map(|day| {
                let mut entry = mandatory.clone();
                entry["from"] = json!(day);
                entry
            });
            question["mandatory"] = entries.collect();
        }
        let counts = vec![bank["edition"]["counts"][0].clone(); 1_000];
        bank["edition"]["counts"] = json!(counts);
    });
    let expected = "at `/questions`: found 9002, expected at most 200 days on which a period ends";
    assert!(mistakes(&bank).contains(&expected.to_owned()), "{:#?}", mistakes(&bank));
}

#[test]
fn of_a_hundred_thousand_mistakes_ten_thousand_are_kept() {
    let bank = spoilt(|bank| {
        for question in bank["questions"].as_array_mut().expect("questions") {
            for fact in ["listed", "evidenceType"] {
                question[fact]["sources"] = json!(vec!["nobody"; 1_000]);
            }
        }
    });
    assert_eq!(mistakes(&bank).len(), 10_000);
}

#[test]
fn a_timeline_looks_at_the_days_on_which_a_document_decides_and_at_no_other() {
    let first = day("2025-10-01");
    let mut answers = Answers::none("2025-26");
    let questions: Vec<_> = bank("2025-26").questions().collect();
    for question in &questions {
        let expiring = first.iter_days().take(1_000);
        let documents = expiring.map(|day| Document { expires_on: Some(day), ..document("Shared drive") });
        let text = question.code.to_string();
        answers = answers.with(&text, response(Answer::Document { documents: documents.collect() }));
    }
    let assessment = answers.assessment();
    let found = timeline(bank("2025-26"), &assessment, day("9999-12-31"), ValidityPolicy::TwelveMonths);
    let lapsed: Vec<_> = found.answers.changes.iter().map(|change| change.verdict.day.to_string()).collect();
    assert_eq!(lapsed, ["2028-06-27"], "the day after the last of them");
}

#[test]
fn a_document_with_a_part_decides_as_well_as_the_last_of_all() {
    let question = bank("2025-26").questions().find(|question| question.parts.len() > 1).expect("one with parts");
    let parts: Vec<_> = question.parts.iter().map(|part| part.id.clone()).collect();
    let until = |day_of_expiry: &str, parts: &[dspt::SourceId]| Document {
        parts: parts.to_vec(),
        expires_on: Some(day(day_of_expiry)),
        ..document("Shared drive")
    };
    let documents = vec![
        until("2026-01-31", &parts[..1]),
        until("2026-02-28", &parts),
        until("2026-03-31", &parts[..1]),
        until("2026-04-30", &[]),
    ];
    let answers = Answers::none("2025-26").with(&question.code.to_string(), response(Answer::Document { documents }));
    let assessment = answers.assessment();
    let found = timeline(bank("2025-26"), &assessment, usual_day("2025-26"), ValidityPolicy::TwelveMonths);
    let turns = found.answers.changes.iter().flat_map(|change| &change.questions);
    let turns: Vec<_> = turns.map(|turn| format!("{} to {}", turn.before, turn.after)).collect();
    assert_eq!(turns, ["complete to incomplete"]);
    assert_eq!(found.answers.changes[0].verdict.day, day("2026-03-01"));
}

#[test]
fn a_request_takes_a_hundred_corrections_and_no_more() {
    let correction = |at: usize| {
        json!({
            "format": "dspt.corrections.v1", "id": format!("c{at}"), "edition": "2025-26",
            "confirm": [{ "facts": ["/questions/7.1.1/listed"], "sources": ["rcpa-bulletin-2025-09"] }],
        })
    };
    let asked = |corrections: usize| {
        let assessment: Value = serde_json::from_str(&Answers::none("2025-26").assessment().to_json()).expect("JSON");
        let corrections: Vec<_> = (0..corrections).map(correction).collect();
        let request = json!({
            "format": "dspt.reach-request.v1", "asOf": "2026-06-01", "assessment": assessment,
            "corrections": corrections,
        });
        call(Operation::Reach, request.to_string())
    };
    assert_eq!(asked(3).outcome, Outcome::Done);
    let refused = asked(101);
    assert_eq!(refused.outcome, Outcome::Unreadable);
    assert!(refused.text.contains(r#""code":"too-many","pointer":"/corrections""#), "{}", refused.text);
}

#[test]
fn a_reason_of_links_alone_is_none_however_long() {
    let text = format!("Not applicable {}", "as ".repeat(6_600));
    let given = Answers::none("2025-26").with("6.1.2", response(Answer::Text { text }));
    let text = given.assessment().to_json();
    // A thread has less room than the program, and many hosts evaluate on one.
    let evaluated = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
        let assessment = Assessment::from_json(text).expect("it is read");
        dspt::level(bank("2025-26"), &assessment, usual_day("2025-26"))
    });
    assert_eq!(evaluated.expect("a thread").join().expect("no overflow"), None);
}
