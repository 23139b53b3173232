//! The schemas and the library agree on every document, whatever is in it.

use std::sync::LazyLock;

use dspt::{Assessment, Draft, Problem, Profile, RawBank};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

fn settings(cases: u32) -> ProptestConfig {
    let seeds = FileFailurePersistence::Direct("tests/agreement.proptest-regressions");
    ProptestConfig { cases, failure_persistence: Some(Box::new(seeds)), ..ProptestConfig::default() }
}

fn validator(name: &str, draft: Draft) -> Validator {
    let schema = dspt::schema(name, Profile::Strict, draft).expect("a schema");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema that compiles")
}

static ASSESSMENT: LazyLock<[Validator; 2]> =
    LazyLock::new(|| [Draft::Draft2020, Draft::Draft07].map(|draft| validator("assessment", draft)));
static BANK: LazyLock<[Validator; 2]> =
    LazyLock::new(|| [Draft::Draft2020, Draft::Draft07].map(|draft| validator("bank", draft)));

/// The documents to start from: every example, and one in which every key of an assessment stands.
static ASSESSMENTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/assessments");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("examples").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).expect("a file"));
    texts.map(|text| serde_json::from_str(&text).expect("JSON")).chain([everything()]).collect()
});

fn everything() -> Value {
    let publication = json!({
        "edition": "2024-25", "level": "entry-level", "publishedOn": "2025-06-12", "sites": ["VM0X2"], "digest": "0a"
    });
    let held = json!({ "held": "yes", "issuedOn": "2025-10-01", "expiresOn": "2026-09-30" });
    json!({
        "format": "dspt.assessment.v1",
        "edition": "2025-26",
        "organisation": {
            "odsCode": "A1B2", "name": "Harbour House", "sector": "social-care", "nation": "england",
            "nhsmail": "only-email-system", "cyberEssentialsPlus": held, "cyberEssentials": { "held": "no" },
            "iso27001": { "held": "not-sure" },
            "roleHolders": {
                "caldicottGuardian": "A", "seniorInformationRiskOwner": "B", "informationGovernanceLead": "C",
                "dataProtectionOfficer": "D"
            },
            "profileConfirmedOn": "2026-05-01", "profileChangedOn": "2026-04-01"
        },
        "sites": [{
            "odsCode": "VM0X2", "name": "East", "nation": "wales",
            "arrangements": { "training": "shared", "policies": "different", "dataSecurity": "shared", "it": "shared" },
            "publications": [publication]
        }],
        "publications": [publication],
        "assertionsConfirmed": ["1.1", "10.2"],
        "actionPlan": { "items": [{
            "question": "7.1.1", "what": "a", "why": "b", "nextStep": "c", "owner": "d", "dueOn": "2026-09-01",
            "status": "in-progress"
        }] },
        "responses": {
            "1.1.1": { "kind": "text", "text": "ZA123456", "comment": "c", "reviewedOn": "2026-02-01",
                "origin": { "kind": "carried-over", "from": "2024-25", "reconfirmedOn": "2025-10-01" } },
            "1.1.2": { "kind": "document", "documents": [
                { "location": "Shared drive", "title": "Register", "parts": ["policy"], "expiresOn": "2026-12-31" }] },
            "2.1.1": { "kind": "confirmation", "confirmed": true, "found": "nothing",
                "training": { "trained": 58, "people": 60, "rollingProgramme": "monthly" } },
            "4.1.1": { "kind": "date", "date": "2026-01-01", "origin": { "kind": "given" } },
            "6.1.2": { "kind": "not-applicable", "reason": "No breach" }
        }
    })
}

/// Values to put where others were.
static VALUES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let texts = [
        "",
        " ",
        "x",
        "2026-02-30",
        "2026-02-28",
        "2024-02-29",
        "0000-01-01",
        "2026-2-1",
        "+2026-02-01",
        "2026-06-01T00:00",
        "2025-26",
        "2025-27",
        "2099-00",
        "1999-00",
        "2000-01",
        "1.1.1",
        "1.1.0",
        "1.1.256",
        "255.255.255",
        "01.1.1",
        "1.1",
        "10.2",
        "VM0X1",
        "vm0x1",
        "AB",
        "A1234567890",
        "a-b",
        "-a",
        "nhs-register-2022",
        "yes",
        "no",
        "not-sure",
        "text",
        "date",
        "document",
        "confirmation",
        "not-applicable",
        "given",
        "carried-over",
        "shared",
        "england",
        "social-care",
        "standards-met",
        "entry-level",
        "to-do",
        "nothing",
        "used",
        "kind",
        "\u{0}",
        "🙂",
        "confirmed",
        "inferred",
        "unknown",
        "every",
        "all-of",
        "any-of",
        "level-met",
        "since",
        "within-months",
        "equal-to",
        "dspt.assessment.v1",
        "dspt.assessment.v2",
        "dspt.bank.v1",
        "cyber-essentials-plus",
        "iso-27001",
    ];
    let long = [199, 200, 201, 1_999, 2_000, 2_001, 4_999, 5_000, 5_001, 20_000, 20_001];
    let numbers = [
        json!(0),
        json!(1),
        json!(-1),
        json!(60),
        json!(1.0),
        json!(1.5),
        json!(4_294_967_295_u64),
        json!(4_294_967_296_u64),
        json!(1e300),
    ];
    let lists = [0, 1, 1_000, 1_001].map(|length| Value::from(vec!["1.1"; length]));
    let texts = texts.map(Value::from).into_iter();
    let all = texts.chain(long.map(|length| Value::from("é".repeat(length)))).chain(numbers).chain(lists);
    all.chain([Value::Null, json!(true), json!(false), json!({}), json!({ "kind": "given" }), json!({ "held": "no" })])
        .collect()
});

/// What is done to a document, by numbers that choose the place and the value.
#[derive(Debug, Clone, Copy)]
enum Blow {
    Remove,
    Replace(usize),
    Rename(usize),
    Insert(usize, usize),
    Double,
    Graft(usize),
}

fn blow() -> impl Strategy<Value = (usize, Blow)> {
    let any = || 0_usize..10_000;
    let blow = prop_oneof![
        2 => Just(Blow::Remove),
        5 => any().prop_map(Blow::Replace),
        1 => any().prop_map(Blow::Rename),
        2 => (any(), any()).prop_map(|(key, value)| Blow::Insert(key, value)),
        1 => Just(Blow::Double),
        2 => any().prop_map(Blow::Graft),
    ];
    (any(), blow)
}

/// The places of a document, depth first.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                places(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(entries) => {
            for (index, value) in entries.iter().enumerate().take(5) {
                places(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn keys(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            found.extend(entries.keys().cloned());
            entries.values().for_each(|value| keys(value, found));
        }
        Value::Array(entries) => entries.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

fn strike(document: &mut Value, (at, blow): (usize, Blow)) {
    let mut all = Vec::new();
    places(document, "", &mut all);
    let place = all[at % all.len()].clone();
    let mut names = Vec::new();
    keys(document, &mut names);
    names.extend(["extra".to_owned(), "1.1.1".to_owned(), "1.1.0".to_owned(), "reason".to_owned()]);
    let (parent, last) = place.rsplit_once('/').unwrap_or(("", ""));
    let value = |chosen: usize| VALUES[chosen % VALUES.len()].clone();
    match blow {
        Blow::Replace(chosen) => *document.pointer_mut(&place).expect("a place") = value(chosen),
        Blow::Graft(chosen) => {
            let graft = document.pointer(&all[chosen % all.len()]).expect("a place").clone();
            *document.pointer_mut(&place).expect("a place") = graft;
        }
        Blow::Insert(key, chosen) => match document.pointer_mut(&place) {
            Some(Value::Object(entries)) => drop(entries.insert(names[key % names.len()].clone(), value(chosen))),
            Some(Value::Array(entries)) => entries.push(value(chosen)),
            _ => {}
        },
        Blow::Remove => match document.pointer_mut(parent) {
            Some(Value::Object(entries)) => drop(entries.remove(last)),
            Some(Value::Array(entries)) => drop(last.parse().map(|index: usize| entries.remove(index))),
            _ => {}
        },
        Blow::Rename(key) => {
            if let Some(Value::Object(entries)) = document.pointer_mut(parent) {
                if let Some(value) = entries.remove(last) {
                    entries.insert(names[key % names.len()].clone(), value);
                }
            }
        }
        Blow::Double => {
            if let Some(Value::Array(entries)) = document.pointer_mut(parent) {
                let copy = last.parse().ok().and_then(|index: usize| entries.get(index).cloned());
                entries.extend(copy);
            }
        }
    }
}

/// What a schema cannot express: how two values of a document stand to each other.
const BEYOND_A_SCHEMA: &[&str] = &["years-apart", "before-start", "more-than-there-are", "duplicate-entry"];

fn assert_agreement(validators: &[Validator; 2], document: &Value, problems: &[Problem]) -> Result<(), TestCaseError> {
    for validator in validators {
        let complaint =
            validator.iter_errors(document).next().map(|error| format!("{error} at {}", error.instance_path()));
        let beyond = problems.iter().all(|problem| BEYOND_A_SCHEMA.contains(&problem.code()));
        match (&complaint, problems.is_empty()) {
            (None, true) | (Some(_), false) => {}
            (None, false) => prop_assert!(beyond, "only the library refuses: {problems:?}\n{document:#}"),
            (Some(complaint), true) => prop_assert!(false, "only the schema refuses: {complaint}\n{document:#}"),
        }
    }
    Ok(())
}

fn problems<T>(read: Result<T, dspt::ReadError>) -> Vec<Problem> {
    read.err().map(|error| error.problems().to_vec()).unwrap_or_default()
}

#[test]
fn every_example_is_accepted_by_schema_and_library() {
    for document in ASSESSMENTS.iter() {
        assert_eq!(problems(Assessment::from_json(document.to_string())), []);
        assert_agreement(&ASSESSMENT, document, &[]).expect("both accept");
    }
    for bank in dspt::QuestionBank::editions() {
        assert_agreement(&BANK, &serde_json::from_str(&bank.to_json()).expect("JSON"), &[]).expect("both accept");
    }
}

/// The property below says something only if both answers occur.
#[test]
fn of_random_documents_some_are_accepted_and_some_refused() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let accepted = (0..300).filter(|_| {
        let blow = blow().new_tree(&mut runner).expect("a blow").current();
        let mut document = everything();
        strike(&mut document, blow);
        Assessment::from_json(document.to_string()).is_ok()
    });
    let accepted = accepted.count();
    assert!((30..=270).contains(&accepted), "{accepted} of 300 were accepted");
}

#[test]
fn a_schema_that_forgets_a_bound_is_found_out() {
    let text = dspt::schema("assessment", Profile::Strict, Draft::Draft2020).expect("a schema").text;
    let forgetful = text.replace("\"maxLength\": 200\n", "\"maxLength\": 201\n");
    assert_ne!(forgetful, text);
    let schema: Value = serde_json::from_str(&forgetful).expect("JSON");
    let validators = [(); 2].map(|()| jsonschema::options().build(&schema).expect("a schema"));
    let mut document = everything();
    document["organisation"]["name"] = Value::from("x".repeat(201));
    let refused = problems(Assessment::from_json(document.to_string()));
    assert!(assert_agreement(&validators, &document, &refused).is_err());
}

proptest! {
    #![proptest_config(settings(4_000))]

    #[test]
    fn an_assessment_is_read_exactly_when_its_schema_accepts_it(
        which in 0_usize..100,
        blows in prop::collection::vec(blow(), 1..4),
    ) {
        // The last example has every key, so half of the blows fall there.
        let all = &*ASSESSMENTS;
        let mut document = all.get(which).unwrap_or(&all[all.len() - 1]).clone();
        for blow in blows {
            strike(&mut document, blow);
        }
        assert_agreement(&ASSESSMENT, &document, &problems(Assessment::from_json(document.to_string())))?;
    }
}

/// A bank with two questions, in which every key of a bank stands.
static SMALL_BANK: LazyLock<Value> = LazyLock::new(|| {
    let bank = dspt::QuestionBank::editions().last().expect("an edition");
    let mut bank: Value = serde_json::from_str(&bank.to_json()).expect("JSON");
    let keep = |question: &Value| ["3.2.1", "8.2.1"].iter().any(|code| question["code"] == *code);
    bank["questions"].as_array_mut().expect("questions").retain(keep);
    bank["sources"].as_array_mut().expect("sources").truncate(2);
    bank["disagreements"].as_array_mut().expect("disagreements").truncate(1);
    bank
});

proptest! {
    #![proptest_config(settings(1_500))]

    #[test]
    fn a_bank_is_read_exactly_when_its_schema_accepts_it(blows in prop::collection::vec(blow(), 1..4)) {
        let mut document = SMALL_BANK.clone();
        for blow in blows {
            strike(&mut document, blow);
        }
        assert_agreement(&BANK, &document, &problems(RawBank::from_json(document.to_string())))?;
    }
}

#[test]
fn the_examples_of_every_schema_are_accepted_by_it() {
    for schema in dspt::schemas() {
        let text: Value = serde_json::from_str(schema.text).expect("JSON");
        let judge = jsonschema::options().should_validate_formats(true).build(&text).expect("a schema that compiles");
        for example in text["examples"].as_array().into_iter().flatten() {
            let complaint = judge.iter_errors(example).next().map(|error| error.to_string());
            assert_eq!(complaint, None, "{} {} {}", schema.name, schema.profile, schema.draft);
        }
    }
}

/// The schema of every document that is written, by its format.
static WRITTEN: LazyLock<Vec<(String, Validator)>> = LazyLock::new(|| {
    let strict = |schema: &&dspt::Schema| schema.profile == Profile::Strict && schema.draft == Draft::Draft2020;
    let all = dspt::schemas().iter().filter(strict);
    all.map(|schema| (format!("dspt.{}.v1", schema.name), validator(schema.name, Draft::Draft2020))).collect()
});

fn assert_keeps_to_its_schema(text: &str) -> Result<(), TestCaseError> {
    let document: Value = serde_json::from_str(text).expect("JSON");
    let format = document["format"].as_str().expect("a format");
    let (_, judge) = WRITTEN.iter().find(|(name, _)| name == format).expect("a schema");
    let complaint = judge.iter_errors(&document).next().map(|error| format!("{error} at {}", error.instance_path()));
    prop_assert!(complaint.is_none(), "{format}: {}\n{document:#}", complaint.unwrap_or_default());
    Ok(())
}

/// A request about an assessment.
fn about(assessment: &Value, kind: &str, as_of: &str, more: Value) -> String {
    let mut request = json!({ "format": format!("dspt.{kind}-request.v1"), "asOf": as_of, "assessment": assessment });
    let entries = request.as_object_mut().expect("an object");
    let Value::Object(more) = more else { panic!("an object of further keys") };
    entries.extend(more);
    request.to_string()
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn whatever_is_written_keeps_to_its_schema(
        which in 0_usize..20,
        blows in prop::collection::vec(blow(), 0..4),
        as_of in prop::sample::select(vec!["2021-09-01", "2022-06-16", "2023-05-30", "2025-05-30", "2026-06-01", "2031-01-01"]),
        level in prop::sample::select(vec!["approaching-standards", "standards-met", "standards-exceeded"]),
    ) {
        use dspt::json;
        let all = &*ASSESSMENTS;
        let mut document = all.get(which).unwrap_or(&all[all.len() - 1]).clone();
        for blow in blows {
            strike(&mut document, blow);
        }
        if let Ok(assessment) = Assessment::from_json(document.to_string()) {
            assert_keeps_to_its_schema(&assessment.to_json())?;
        }
        let publish = json!({ "level": level, "by": "administrator-member", "sites": ["VM0X2"] });
        let answers = [
            json::validate(document.to_string()),
            json::evaluate(about(&document, "evaluate", as_of, json!({}))),
            json::publish(about(&document, "publish", as_of, publish)),
            json::status(about(&document, "status", as_of, json!({ "policy": "next-deadline" }))),
            json::carry_over(about(&document, "carry-over", as_of, json!({ "to": "2025-26" }))),
            json::action_plan(about(&document, "action-plan", as_of, json!({}))),
            json::reach(about(&document, "reach", as_of, json!({}))),
            json::path(about(&document, "path", as_of, json!({ "level": level, "purpose": "publication" }))),
            json::path(about(&document, "path", as_of, json!({ "level": level }))),
            json::what_if(about(&document, "what-if", as_of, json!({ "alterations": [
                { "kind": "no-answer", "question": "1.1.1" }, { "kind": "day", "asOf": "2026-06-30" },
                { "kind": "edition", "to": "2025-26" }
            ] }))),
        ];
        for answer in answers {
            assert_keeps_to_its_schema(&answer)?;
        }
    }
}
