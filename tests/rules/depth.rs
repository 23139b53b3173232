//! However deep a document is nested, reading it takes no more stack than a small thread has.

use crate::draft::Draft;
use dspt::json::{self, Operation};
use dspt::{Assessment, Corrections, RawBank, RawServices, RawWording};
use serde_json::json;

/// As much as the threads of a small host have; a build that is not optimised takes more.
const STACK: usize = if cfg!(debug_assertions) { 1024 } else { 128 } * 1024;
/// Deeper than any stack of that size bears: each call within another takes more than twenty bytes.
const DEEP: usize = 50_000;

/// Runs in a thread with a small stack; whatever overflows it ends the process.
#[track_caller]
fn in_a_small_thread(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    thread.join().expect("it ends without a panic");
}

/// Lists and objects within each other, closed and left open.
fn nested() -> Vec<String> {
    let (mut closed_lists, mut closed_objects) = ("[".repeat(DEEP), r#"{"a":"#.repeat(DEEP));
    let open = [closed_lists.clone(), closed_objects.clone(), r#"[{"rules":"#.repeat(DEEP)];
    closed_lists.push_str(&"]".repeat(DEEP));
    closed_objects.push_str("null");
    closed_objects.push_str(&"}".repeat(DEEP));
    open.into_iter().chain([closed_lists, closed_objects]).collect()
}

/// Every reader of a document: a text is refused, or taken.
fn read_by_all(text: &str) {
    let _ = Assessment::from_json(text).map_err(|error| assert!(!error.problems().is_empty()));
    let _ = RawBank::from_json(text).map_err(|error| assert!(!error.problems().is_empty()));
    let _ = RawBank::from_files(text, text, text).map_err(|error| assert!(!error.problems().is_empty()));
    let _ = Corrections::from_json(text).map_err(|error| assert!(!error.problems().is_empty()));
    let _ = RawWording::from_json(text).map_err(|error| assert!(!error.problems().is_empty()));
    let _ = RawServices::from_json(text).map_err(|error| assert!(!error.problems().is_empty()));
}

/// A request of an operation with something in the place of one of its documents.
fn request(operation: Operation, key: &str, text: &str) -> String {
    format!(r#"{{"format":"dspt.{operation}-request.v1","{key}":{text}}}"#)
}

#[test]
fn a_document_nested_fifty_thousand_deep_is_refused_by_every_reader_and_every_operation() {
    in_a_small_thread(|| {
        for text in nested() {
            read_by_all(&text);
            let assessment = format!(r#"{{"format":"dspt.assessment.v1","responses":{{"1.1.1":{text}}}}}"#);
            read_by_all(&assessment);
        }
        for operation in Operation::ALL {
            for text in ["[".repeat(DEEP), format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP))] {
                for request in [&text, &request(*operation, "assessment", &text), &request(*operation, "bank", &text)] {
                    let answer = json::call(*operation, request);
                    assert!(answer.text.contains(r#""errors":["#), "{operation}: {:.200}", answer.text);
                }
            }
        }
    });
}

/// The bank of 2025-26 with a rule for Standards Exceeded of so many rules within each other.
fn bank_with_rules(depth: usize) -> String {
    let mut draft = Draft::of("2025-26");
    let place = draft.readings("standards-exceeded");
    place[0]["value"] = json!("HERE");
    let (mut rule, mut end) = (String::new(), String::new());
    for at in 0..depth {
        rule.push_str(if at % 2 == 0 { r#"{"kind":"any-of","rules":["# } else { r#"{"kind":"all-of","rules":["# });
        end.push_str("]}");
    }
    rule.push_str(r#"{"kind":"certificate-current","certificate":"cyber-essentials-plus"}"#);
    rule.push_str(&end);
    draft.0.to_string().replacen(r#""HERE""#, &rule, 1)
}

#[test]
fn rules_within_rules_are_taken_to_a_depth_that_a_small_thread_bears_and_refused_beyond() {
    let harbour_house = include_str!("../../examples/assessments/five-rivers-care-2025-26.json");
    in_a_small_thread(move || {
        let assessment = Assessment::from_json(harbour_house).expect("an assessment");
        let day = crate::common::day("2026-06-01");
        for depth in [1, 2, 8] {
            let bank = RawBank::from_json(bank_with_rules(depth)).expect("not too deep").check().expect("a bank");
            assert_eq!(RawBank::from_json(bank.to_json()).expect("a bank").check().as_ref(), Ok(&bank));
            let evaluation = dspt::evaluate(&bank, &assessment, day);
            assert_eq!(evaluation.level(), Some(dspt::Level::StandardsExceeded), "{depth}");
            assert!(!evaluation.to_json().is_empty());
            assert!(!dspt::trace(&bank, &assessment, day).to_json().is_empty());
            drop(bank.clone());
        }
        for (depth, code) in [(9, "too-deep"), (50, "too-deep"), (DEEP, "too-deep"), (1_000_000, "too-large")] {
            let error = RawBank::from_json(bank_with_rules(depth)).expect_err("too deep");
            assert_eq!(error.problems()[0].code(), code, "{depth}: {error}");
        }
    });
}

/// With a bank of the deepest rules that are read, every operation does its work in a small thread.
#[test]
fn every_operation_bears_the_deepest_rules() {
    in_a_small_thread(|| {
        let bank = bank_with_rules(8);
        let assessment = include_str!("../../examples/assessments/harbour-house-2025-26.json");
        let more = [
            (Operation::Evaluate, ""),
            (Operation::Publish, r#","level":"standards-met","by":"administrator-member""#),
            (Operation::Path, r#","level":"standards-exceeded""#),
            (Operation::Reach, ""),
            (Operation::Explain, ""),
            (Operation::Timeline, ""),
            (Operation::WhatIf, r#","alterations":[]"#),
            (Operation::ActionPlan, ""),
        ];
        for (operation, more) in more {
            let request = format!(
                r#"{{"format":"dspt.{operation}-request.v1","asOf":"2026-06-01","bank":{bank},"assessment":{assessment}{more}}}"#
            );
            let answer = json::call(operation, request);
            assert_ne!(answer.outcome, json::Outcome::Unreadable, "{operation}: {:.400}", answer.text);
        }
    });
}
