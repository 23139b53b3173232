//! The JSON door: text in, text out, whatever the text is.

use dspt::json::{self, Operation, Outcome};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::Value;

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The codes and places of the errors in an answer.
#[track_caller]
fn errors(answer: &str) -> Vec<(String, String)> {
    let answer = read(answer);
    assert_eq!(answer["format"], "dspt.errors.v1", "{answer:#}");
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let errors = answer["errors"].as_array().expect("errors").iter();
    errors.map(|error| (text(&error["code"]), text(&error["pointer"]))).collect()
}

#[track_caller]
fn refused(request: impl AsRef<[u8]>, expected: &[(&str, &str)]) {
    let found = errors(&json::evaluate(request));
    let found: Vec<_> = found.iter().map(|(code, place)| (code.as_str(), place.as_str())).collect();
    assert_eq!(found, expected);
}

const ASSESSMENT: &str = r#"{
    "format": "dspt.assessment.v1", "edition": "2025-26",
    "organisation": { "odsCode": "VM0X1", "sector": "social-care", "nation": "england" },
    "responses": { "1.1.1": { "kind": "text", "text": "ZA123456" } }
}"#;

fn request(assessment: &str) -> String {
    format!(r#"{{ "format": "dspt.evaluate-request.v1", "asOf": "2026-06-01", "assessment": {assessment} }}"#)
}

#[test]
fn a_request_is_answered_as_the_library_answers() {
    let assessment = dspt::Assessment::from_json(ASSESSMENT).expect("an assessment");
    let bank = assessment.built_in_bank().expect("a bank");
    let day = "2026-06-01".parse().expect("a day");
    assert_eq!(json::evaluate(request(ASSESSMENT)), dspt::evaluate(bank, &assessment, day).to_json());
}

#[test]
fn every_hostile_document_gets_its_error() {
    refused("", &[("empty", "")]);
    refused("{", &[("not-json", "")]);
    refused([0xFF, 0xFE], &[("not-utf8", "")]);
    refused(vec![b' '; 13 * 1024 * 1024 + 1], &[("too-large", "")]);
    refused("[".repeat(1_000_000), &[("not-json", "")]);
    let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    refused(request(&ASSESSMENT.replace("\"england\"", &nested)), &[("wrong-type", "/assessment/organisation/nation")]);
    refused(request(&ASSESSMENT.replace("ZA123456", r"\ud800")), &[("not-json", "")]);
    let twice = ASSESSMENT.replace(r#""edition": "2025-26","#, r#""edition": "2025-26", "edition": "2024-25","#);
    refused(request(&twice), &[("duplicate-key", "/assessment/edition")]);
    let huge = r#"{ "kind": "confirmation", "confirmed": true, "training": { "trained": 1, "people": 99999999999 } }"#;
    let huge = ASSESSMENT.replace(r#"{ "kind": "text", "text": "ZA123456" }"#, huge);
    refused(request(&huge), &[("out-of-range", "/assessment/responses/1.1.1/training/people")]);
    refused(request(ASSESSMENT).replace("request.v1", "request.v2"), &[("newer-format", "/format")]);
    refused(request(ASSESSMENT).replace("evaluate-request", "publish-request"), &[("other-format", "/format")]);
    let newer = ASSESSMENT.replace("assessment.v1", "assessment.v2");
    refused(request(&newer), &[("newer-format", "/assessment/format")]);
}

#[test]
fn a_text_with_a_nul_is_a_text() {
    let answer = json::evaluate(request(&ASSESSMENT.replace("ZA123456", r"ZA\u0000123456")));
    assert_eq!(read(&answer)["format"], "dspt.evaluation.v1");
}

#[test]
fn an_object_that_looks_like_a_number_inside_the_parser_is_an_object() {
    let training = r#"{ "kind": "confirmation", "confirmed": true,
        "training": { "trained": 1, "people": { "$serde_json::private::Number": "57" } } }"#;
    let text = ASSESSMENT.replace(r#"{ "kind": "text", "text": "ZA123456" }"#, training);
    refused(request(&text), &[("wrong-type", "/assessment/responses/1.1.1/training/people")]);
}

#[test]
fn the_mistakes_of_a_request_and_of_what_is_in_it_are_told_at_once() {
    let text = request(&ASSESSMENT.replace("england", "cornwall")).replace("2026-06-01", "2026-06-31");
    refused(text, &[("bad-form", "/asOf"), ("unknown-word", "/assessment/organisation/nation")]);
}

#[test]
fn an_error_says_what_was_found_what_was_expected_and_where() {
    let answer = read(&json::evaluate(request(&ASSESSMENT.replace("england", "englnd"))));
    assert_eq!(
        answer["errors"][0],
        serde_json::json!({
            "code": "unknown-word",
            "pointer": "/assessment/organisation/nation",
            "expected": "`england`, `wales`, `scotland`, `northern-ireland` or `isle-of-man`",
            "actual": "`englnd`",
            "message": "found `englnd`, expected `england`, `wales`, `scotland`, `northern-ireland` or `isle-of-man`; did you mean `england`?"
        })
    );
    let broken = read(&json::evaluate("{\n  \"format\": }"));
    assert_eq!((&broken["errors"][0]["line"], &broken["errors"][0]["column"]), (&2.into(), &13.into()));
}

#[test]
fn a_bank_of_ones_own_judges_and_its_mistakes_are_told() {
    let bank = dspt::QuestionBank::edition("2025-26".parse().expect("an edition")).expect("a bank").to_json();
    let with = |bank: &str| request(ASSESSMENT).replacen('{', &format!(r#"{{ "bank": {bank}, "#), 1);
    let retitled = bank.replacen("ICO registration number", "Our own name", 1);
    assert!(json::evaluate(with(&retitled)).contains("Our own name"));
    let untitled = bank.replacen("ICO registration number", "", 1);
    refused(with(&untitled), &[("text-missing", "/bank/questions/0/title")]);
    let another = dspt::QuestionBank::edition("2024-25".parse().expect("an edition")).expect("a bank").to_json();
    refused(with(&another), &[("other-edition", "/assessment/edition")]);
}

#[test]
fn an_outcome_tells_an_answer_from_a_no_and_from_a_request_that_cannot_be_read() {
    let publish = request(ASSESSMENT).replace("evaluate-request", "publish-request").replacen(
        '{',
        r#"{ "level": "standards-met", "by": "member", "#,
        1,
    );
    let table = [
        (Operation::Evaluate, request(ASSESSMENT), Outcome::Done),
        (Operation::Publish, publish, Outcome::No),
        (Operation::Validate, ASSESSMENT.to_owned(), Outcome::Done),
        (Operation::Validate, "{}".to_owned(), Outcome::No),
        (Operation::Status, "{}".to_owned(), Outcome::Unreadable),
    ];
    for (operation, request, outcome) in table {
        assert_eq!(json::call(operation, &request).outcome, outcome, "{operation}");
    }
}

#[test]
fn a_document_is_validated_by_the_format_it_names() {
    let codes = |text: &str| -> Vec<String> {
        let answer = read(&json::validate(text));
        assert_eq!(answer["format"], "dspt.validation.v1");
        answer["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| error["code"].as_str().expect("a code").to_owned())
            .collect()
    };
    assert_eq!(codes(ASSESSMENT), [""; 0]);
    assert_eq!(codes(&request(ASSESSMENT)), [""; 0]);
    assert_eq!(codes(r#"{ "format": "dspt.diff-request.v1", "from": "2024-25" }"#), ["missing-key"]);
    assert_eq!(codes(r#"{ "format": "dspt.diff-request.v2" }"#), ["newer-format"]);
    assert_eq!(codes(r#"{ "format": "dspt.evaluation.v1" }"#), ["unknown-word"]);
    assert_eq!(codes(&ASSESSMENT.replace("1.1.1", "9.9.9")), ["unknown-question"]);
    assert_eq!(codes("[]"), ["wrong-type"]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/json_door.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_bytes_make_the_door_fail(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0_usize..300) {
        let spliced = request(ASSESSMENT);
        let at = at.min(spliced.len());
        let spliced = [&spliced.as_bytes()[..at], &bytes, &spliced.as_bytes()[at..]].concat();
        for operation in Operation::ALL {
            for text in [&bytes, &spliced] {
                let answer = json::call(*operation, text);
                prop_assert!(read(&answer.text)["format"].is_string());
            }
        }
    }
}
