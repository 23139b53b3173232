//! Every operation of the JSON door answers every text with a document: its own, or the mistakes in the text.

#![no_main]

use dspt::json::{Operation, Outcome, call};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::Value;

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { dspt_fuzz::mutate(data, size, most, seed) });

fn answers(operation: Operation) -> &'static [&'static str] {
    match operation {
        Operation::Evaluate => &["dspt.evaluation.v1"],
        Operation::Publish => &["dspt.publication.v1", "dspt.refusal.v1"],
        Operation::Status => &["dspt.status.v1"],
        Operation::CarryOver => &["dspt.carry-over.v1"],
        Operation::ActionPlan => &["dspt.action-plan.v1"],
        Operation::Diff => &["dspt.edition-diff.v1"],
        Operation::WhatIf => &["dspt.what-if.v1"],
        Operation::Path => &["dspt.path.v1"],
        Operation::Reach => &["dspt.reach.v1"],
        Operation::Explain => &["dspt.trace.v1"],
        Operation::Timeline => &["dspt.timeline.v1"],
        Operation::Validate => &["dspt.validation.v1"],
        Operation::Describe => &["dspt.description.v1"],
    }
}

/// Asks one operation, and says whether it took the text.
fn ask(operation: Operation, bytes: &[u8]) -> bool {
    let answer = call(operation, bytes);
    let document: Value = serde_json::from_str(&answer.text).expect("an answer is JSON");
    let format = document["format"].as_str().expect("an answer has a format");
    let errors = document["errors"].as_array();
    if answer.outcome == Outcome::Unreadable {
        assert_eq!(format, "dspt.errors.v1");
        assert!(errors.is_some_and(|errors| (1..=100).contains(&errors.len())), "{}", answer.text);
    } else {
        assert!(answers(operation).contains(&format), "{operation}: {format}");
    }
    for error in errors.into_iter().flatten() {
        assert!(error["code"].is_string() && error["message"].is_string(), "{error}");
        let pointer = error["pointer"].as_str().expect("a mistake has a place");
        assert!(pointer.is_empty() || pointer.starts_with('/'), "{error}");
    }
    assert_eq!(answer.text, call(operation, bytes).text, "equal requests have equal answers");
    answer.outcome != Outcome::Unreadable
}

fuzz_target!(|bytes: &[u8]| {
    let is_named = |operation: &Operation| {
        let name = format!("dspt.{operation}-request");
        bytes.windows(name.len()).any(|window| window == name.as_bytes())
    };
    // Those that the text names, and one other in turn, which refuses it.
    let turn = bytes.iter().fold(0_usize, |sum, byte| sum.wrapping_add(usize::from(*byte)));
    let others = [Operation::Validate, Operation::ALL[turn % Operation::ALL.len()]];
    for operation in Operation::ALL.iter().filter(|operation| is_named(operation)).chain(&others) {
        let is_taken = ask(*operation, bytes);
        if is_taken && *operation != Operation::Validate {
            let validation = call(Operation::Validate, bytes);
            assert_eq!(validation.outcome, Outcome::Done, "{operation} takes what is not valid: {}", validation.text);
        }
    }
});
