//! The same answers whatever the order of the keys, and whoever else is asking at the same time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::shuffled::Shuffled;
use dspt::json::{self, Operation};
use dspt::{Assessment, evaluate};
use serde_json::Value;

/// A request of every operation that takes an assessment, about one home.
fn requests() -> Vec<(Operation, Value)> {
    let text = include_str!("../../examples/assessments/five-rivers-care-2025-26.json");
    let assessment: Value = serde_json::from_str(text).expect("JSON");
    let request = |operation: Operation, more: Value| {
        let mut request = more;
        request["format"] = format!("dspt.{operation}-request.v1").into();
        request["asOf"] = "2026-06-01".into();
        request["assessment"] = assessment.clone();
        (operation, request)
    };
    vec![
        request(Operation::Evaluate, serde_json::json!({})),
        request(Operation::Publish, serde_json::json!({ "level": "standards-met", "by": "administrator-member" })),
        request(Operation::Status, serde_json::json!({})),
        request(Operation::ActionPlan, serde_json::json!({})),
        request(Operation::Path, serde_json::json!({ "level": "standards-exceeded" })),
        request(Operation::Reach, serde_json::json!({})),
        request(Operation::Explain, serde_json::json!({})),
        request(Operation::Timeline, serde_json::json!({})),
        request(Operation::WhatIf, serde_json::json!({ "alterations": [] })),
    ]
}

#[test]
fn a_thousand_orders_of_keys_give_the_same_bytes() {
    let requests = requests();
    let expected: Vec<String> =
        requests.iter().map(|(operation, request)| json::call(*operation, request.to_string()).text).collect();
    for ((operation, _), answer) in requests.iter().zip(&expected) {
        assert!(!answer.contains("dspt.errors.v1"), "{operation}: {answer}");
    }
    let assessment = &requests[0].1["assessment"];
    let read = Assessment::from_json(assessment.to_string()).expect("an assessment");
    let bank = read.built_in_bank().expect("a bank");
    let as_of = crate::common::day("2026-06-01");
    let (printed, evaluated) = (read.to_json(), evaluate(bank, &read, as_of).to_json());
    let mut texts = BTreeSet::new();
    for seed in 0..1_000 {
        let text = Shuffled::text(assessment, seed);
        let shuffled = Assessment::from_json(&text).expect("an assessment");
        assert_eq!(shuffled, read, "{text}");
        assert_eq!(shuffled.to_json(), printed);
        if seed % 20 == 0 {
            assert_eq!(evaluate(bank, &shuffled, as_of).to_json(), evaluated);
        }
        texts.insert(text);
    }
    assert_eq!(texts.len(), 1_000, "no two orders are the same");
    // Thousands for every operation are tried by `tests/determinism/run`, in a release build.
    for ((operation, request), expected) in requests.iter().zip(&expected) {
        for seed in 0..5 {
            assert_eq!(&json::call(*operation, Shuffled::text(request, seed)).text, expected, "{operation} {seed}");
        }
    }
}

/// The requests of `schema/fixtures`.
fn fixtures() -> Vec<(Operation, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/fixtures");
    let mut all = BTreeMap::new();
    for operation in Operation::ALL {
        for entry in std::fs::read_dir(folder.join(operation.as_str())).expect("fixtures") {
            let path = entry.expect("a file").path();
            if path.to_string_lossy().ends_with(".request.json") {
                let text = std::fs::read(&path).expect("a request");
                all.insert(path, (*operation, text));
            }
        }
    }
    all.into_values().collect()
}

#[test]
fn threads_that_ask_at_the_same_time_get_the_same_bytes() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 200, "{}", fixtures.len());
    let answers = |turned: usize| -> BTreeMap<usize, String> {
        let places = (0..fixtures.len()).map(|at| (at + turned) % fixtures.len());
        places.map(|at| (at, json::call(fixtures[at].0, &fixtures[at].1).text)).collect()
    };
    let all: Vec<_> = std::thread::scope(|scope| {
        let answers = &answers;
        let threads: Vec<_> = (0..4).map(|thread| scope.spawn(move || answers(thread * 61))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    for other in &all[1..] {
        assert!(*other == all[0], "two threads differ");
    }
}
