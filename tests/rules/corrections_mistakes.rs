//! What can be wrong with corrections: every mistake at once, each at the correction that is to blame.

use serde_json::{Value, json};

use crate::common::bank;
use crate::corrections::{confirm, confirmed, corrected, corrections, optional_question};

/// The codes and places of the mistakes.
#[track_caller]
fn mistakes(given: &Value) -> Vec<(&'static str, String)> {
    let error = corrected("2025-26", given).expect_err("there are mistakes");
    error.mistakes().iter().map(|mistake| (mistake.code(), mistake.pointer().to_owned())).collect()
}

#[track_caller]
fn assert_mistakes(given: &Value, expected: &[(&str, &str)]) {
    let found = mistakes(given);
    let found: Vec<_> = found.iter().map(|(code, pointer)| (*code, pointer.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn corrections_of_another_edition_are_refused() {
    let error = bank("2024-25").corrected_by(&corrections("2025-26", &json!({}))).expect_err("another edition");
    assert_eq!(
        error.to_string(),
        "at `/edition`: the corrections are of edition 2025-26, the question bank of 2024-25; use those of the bank's edition"
    );
}

#[test]
fn an_address_leads_to_a_fact_that_the_bank_has_and_that_says_something() {
    assert_mistakes(
        &confirm(&[
            "/questions/9.9.9/listed",
            "/questions/7.1.1/mandatory/standards-exceeded",
            "/questions/7.1.1/colour",
            "/edition/gates/lychgate",
            "/levels/standards-not-met",
            "/questions/2.1.1/notApplicable",
        ]),
        &[
            ("unknown-fact", "/confirm/0/facts/0"),
            ("unknown-fact", "/confirm/0/facts/1"),
            ("unknown-fact", "/confirm/0/facts/2"),
            ("unknown-fact", "/confirm/0/facts/3"),
            ("unknown-fact", "/confirm/0/facts/4"),
            ("nothing-to-confirm", "/confirm/0/facts/5"),
        ],
    );
}

#[test]
fn what_is_confirmed_or_removed_names_sources_that_there_are() {
    let fact = ["/questions/7.1.1/listed"];
    let window = ["/questions/1.1.2/window"];
    assert_mistakes(
        &json!({
            "confirm": [{ "facts": fact, "sources": ["nowhere", "made-up-workbook", "made-up-workbook"] }],
            "remove": [{ "facts": window, "sources": [] }],
        }),
        &[
            ("unknown-source", "/confirm/0/sources/0"),
            ("duplicate", "/confirm/0/sources/2"),
            ("source-missing", "/remove/0"),
        ],
    );
}

#[test]
fn a_fact_is_corrected_once() {
    let fact = "/questions/7.1.1/evidenceType";
    let evidence = json!({ "code": "7.1.1", "evidenceType": confirmed(&json!("document")) });
    let given = json!({
        "confirm": [{ "facts": [fact], "sources": ["made-up-workbook"] },
                    { "facts": ["/questions/7.1.1/heading", "/questions/7.1.1/heading"], "sources": ["made-up-workbook"] }],
        "correct": { "questions": [evidence, evidence] },
        "remove": [{ "facts": ["/questions/1.1.2/window"], "sources": ["made-up-workbook"] }],
    });
    assert_mistakes(
        &given,
        &[
            ("corrected-twice", "/correct/questions/1/evidenceType"),
            ("corrected-twice", "/confirm/0/facts/0"),
            ("corrected-twice", "/confirm/1/facts/1"),
        ],
    );
}

#[test]
fn sources_and_questions_that_the_bank_has_are_not_given_again() {
    let source =
        |id: &str, title: &str| json!({ "id": id, "publisher": "Nobody", "title": title, "standing": "vendor" });
    assert_mistakes(
        &json!({
            "sources": [
                source("made-up-workbook", "One"),
                source("rcpa-bulletin-2025-09", "Two"),
                source("made-up-workbook", "Three"),
                source("untitled", ""),
            ],
            "add": [optional_question("7.1.1")],
            "correct": { "questions": [{ "code": "9.9.9" }] },
        }),
        &[
            ("duplicate", "/sources/2/id"),
            ("source-known", "/sources/1/id"),
            ("unknown-question", "/correct/questions/0/code"),
            ("question-known", "/add/0/code"),
            ("text-missing", "/sources/3/title"),
        ],
    );
}

#[test]
fn only_what_a_question_can_do_without_is_removed() {
    let facts = ["/questions/7.1.1/listed", "/edition/total", "/questions/7.1.1/threshold", "/questions/9.9.9"];
    assert_mistakes(
        &json!({ "remove": [{ "facts": facts, "sources": ["made-up-workbook"] }] }),
        &[
            ("not-removable", "/remove/0/facts/0"),
            ("not-removable", "/remove/0/facts/1"),
            ("unknown-fact", "/remove/0/facts/2"),
            ("unknown-fact", "/remove/0/facts/3"),
        ],
    );
}

/// The check of the corrected bank speaks of places in the corrections, with their own indexes.
#[test]
fn mistakes_of_the_corrected_bank_are_told_where_the_corrections_make_them() {
    let mut added = optional_question("7.1.9");
    added["title"] = json!("");
    added["mandatory"][1]["mandatory"]["sources"] = json!(["nowhere"]);
    let given = json!({
        "add": [added],
        "correct": { "questions": [{
            "code": "1.3.11",
            "exemptions": [{ "by": "nhsmail-only", "exempts": { "value": true, "certainty": "inferred", "sources": ["made-up-workbook"] } }],
            "threshold": confirmed(&json!({ "percent": 95, "counts": "people", "rollingProgramme": confirmed(&json!(true)) })),
        }]},
    });
    assert_mistakes(
        &given,
        &[
            ("does-not-fit", "/correct/questions/0/threshold"),
            ("text-missing", "/add/0/title"),
            ("reason-missing", "/correct/questions/0/exemptions/0/exempts"),
            ("unknown-source", "/add/0/mandatory/1/mandatory/sources/0"),
        ],
    );
    let error = corrected("2025-26", &given).expect_err("mistakes");
    assert_eq!(error.mistakes()[0].place_in_bank(), Some("/questions/1.3.11/threshold"));
}

/// Two questions leave the mandatory ones; the count stands where no correction is, so that both are named.
#[test]
fn a_mistake_elsewhere_names_every_correction_that_has_a_part_in_it() {
    let optional = |code: &str| json!({ "code": code, "mandatory": [{ "level": "standards-met", "mandatory": confirmed(&json!(false)) }] });
    let given = json!({
        "confirm": [{ "facts": ["/questions/6.3.2/listed"], "sources": ["made-up-workbook"] }],
        "correct": { "questions": [optional("4.3.1"), optional("7.1.1")] },
    });
    let error = corrected("2025-26", &given).expect_err("the count differs");
    let first = &error.mistakes()[0];
    assert_eq!((first.code(), first.pointer()), ("count-differs", "/correct/questions/0/mandatory/0"));
    assert_eq!(first.others(), ["/correct/questions/1/mandatory/0"]);
    assert_eq!(first.place_in_bank(), Some("/edition/counts/standards-met/count/value"));
    insta::assert_snapshot!(first.message(), @"in the corrected bank, at `/edition/counts/standards-met/count/value`: mandatory for standards-met on 2025-09-01: 43, expected the official 45; correct the questions or the count; these have a part in it as well: `/correct/questions/1/mandatory/0`");
}

#[test]
fn a_removed_question_has_to_be_dropped_or_continued() {
    let remove = json!([{ "facts": ["/questions/10.2.2"], "sources": ["made-up-workbook"] }]);
    assert_mistakes(&json!({ "remove": remove }), &[("question-lost", "/remove/0/facts/0")]);
    let dropped = json!({ "edition": { "dropped": [confirmed(&json!("10.2.2"))] } });
    let bank = corrected("2025-26", &json!({ "remove": remove, "correct": dropped })).expect("corrected");
    assert!(bank.questions().all(|question| question.code.to_string() != "10.2.2"));
}

#[test]
fn own_mistakes_and_those_of_the_corrected_bank_are_told_together() {
    let given = json!({
        "confirm": [{ "facts": ["/questions/9.9.9/listed"], "sources": ["made-up-workbook"] }],
        "correct": { "edition": { "total": confirmed(&json!(3)) } },
    });
    assert_mistakes(
        &given,
        &[("unknown-fact", "/confirm/0/facts/0"), ("more-than-total", "/correct/edition/total/value")],
    );
}
