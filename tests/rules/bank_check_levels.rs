//! The check of a bank's level rules: nothing that refers to nothing, nothing that can never hold.

use crate::draft::{Draft, assert_mistake, assert_mistakes, assert_passes};
use serde_json::{Value, json};

/// The place of the rule for Standards Exceeded.
const EXCEEDED: &str = "/levels/2/readings/0/value";

/// Gives Standards Exceeded another rule.
fn exceeded(rule: Value) -> impl FnOnce(&mut Draft) {
    move |bank| bank.readings("standards-exceeded")[0]["value"] = rule
}

fn level_met(level: &str) -> Value {
    json!({ "kind": "level-met", "level": level })
}

fn every_mandatory(level: &str) -> Value {
    json!({ "kind": "every-mandatory-complete", "level": level })
}

#[test]
fn a_bank_has_at_least_one_level() {
    assert_mistake("2025-26", "rule-missing", "/levels", |bank| bank.0["levels"] = json!([]));
}

#[test]
fn a_level_has_at_least_one_reading() {
    assert_mistake("2025-26", "rule-missing", "/levels/2/readings", |bank| {
        *bank.readings("standards-exceeded") = json!([]);
    });
}

#[test]
fn levels_stand_once_and_lowest_first() {
    assert_mistake("2025-26", "duplicate", "/levels/3/level", |bank| {
        let again = bank.0["levels"][2].clone();
        bank.0["levels"].as_array_mut().expect("levels").push(again);
    });
    assert_mistake("2025-26", "unsorted", "/levels/1/level", |bank| {
        bank.0["levels"].as_array_mut().expect("levels").swap(0, 1);
    });
}

#[test]
fn an_edition_need_not_have_every_level() {
    assert_passes("2025-26", |bank| {
        bank.0["levels"].as_array_mut().expect("levels").truncate(2);
    });
}

#[test]
fn a_list_of_rules_has_at_least_one() {
    for kind in ["all-of", "any-of"] {
        let none = json!({ "kind": kind, "rules": [] });
        assert_mistake("2025-26", "rule-missing", &format!("{EXCEEDED}/rules"), exceeded(none.clone()));
        let nested = json!({ "kind": "all-of", "rules": [level_met("standards-met"), none] });
        assert_mistake("2025-26", "rule-missing", &format!("{EXCEEDED}/rules/1/rules"), exceeded(nested));
    }
}

#[test]
fn a_rule_waits_only_for_a_lower_level_that_has_a_rule() {
    let at = format!("{EXCEEDED}/level");
    assert_passes("2025-26", exceeded(level_met("approaching-standards")));
    assert_passes("2025-26", exceeded(level_met("standards-met")));
    assert_mistake("2025-26", "rule-names-itself", &at, exceeded(level_met("standards-exceeded")));
    assert_mistake("2025-26", "rule-names-itself", "/levels/0/readings/0/value/level", |bank| {
        bank.readings("approaching-standards")[0]["value"] = level_met("standards-met");
    });
    // Without Standards Met there is nothing to wait for.
    assert_mistake("2025-26", "rule-names-itself", "/levels/1/readings/0/value/rules/0/level", |bank| {
        bank.0["levels"].as_array_mut().expect("levels").remove(1);
    });
}

#[test]
fn a_rule_is_searched_to_the_bottom() {
    let deep = json!({ "kind": "all-of", "rules": [
        { "kind": "any-of", "rules": [{ "kind": "every-question-complete" }, level_met("standards-exceeded")] },
        every_mandatory("standards-exceeded"),
    ] });
    assert_mistakes(
        "2025-26",
        &[
            ("rule-names-itself", "/levels/2/readings/0/value/rules/0/rules/1/level"),
            ("rule-over-nothing", "/levels/2/readings/0/value/rules/1/level"),
        ],
        |bank| {
            bank.none_is_mandatory("standards-exceeded");
            exceeded(deep)(bank);
        },
    );
}

#[test]
fn a_rule_over_mandatory_questions_has_some() {
    let at = format!("{EXCEEDED}/level");
    assert_passes("2025-26", exceeded(every_mandatory("standards-met")));
    assert_mistake("2025-26", "rule-over-nothing", &at, |bank| {
        bank.none_is_mandatory("standards-exceeded");
        exceeded(every_mandatory("standards-exceeded"))(bank);
    });
    assert_passes("2025-26", |bank| {
        bank.none_is_mandatory("standards-exceeded");
        bank.mandatory("1.1.1", "standards-exceeded")["mandatory"]["value"] = json!(true);
        exceeded(every_mandatory("standards-exceeded"))(bank);
    });
}

#[test]
fn every_reading_of_a_rule_is_checked() {
    assert_mistake("2022-23", "rule-names-itself", "/levels/2/readings/1/value/rules/0/level", |bank| {
        bank.readings("standards-exceeded")[1]["value"]["rules"][0]["level"] = json!("standards-exceeded");
    });
}

#[test]
fn the_best_reading_of_a_rule_is_not_one_that_nobody_knows() {
    let unknown = json!({ "certainty": "unknown", "because": "No page says what is enough." });
    let at = "/levels/2/readings/0";
    // With a rule or without, alone or before a reading that is known.
    assert_mistake("2025-26", "best-reading-unknown", at, |bank| {
        bank.readings("standards-exceeded")[0]["certainty"] = json!("unknown");
    });
    assert_mistake("2025-26", "best-reading-unknown", at, |bank| {
        bank.readings("standards-exceeded")[0] = unknown.clone();
    });
    assert_mistake("2025-26", "best-reading-unknown", at, |bank| {
        bank.readings("standards-exceeded").as_array_mut().expect("readings").insert(0, unknown.clone());
    });
}

#[test]
fn a_reading_that_nobody_knows_needs_no_rule() {
    assert_passes("2025-26", |bank| {
        let unknown = json!({ "certainty": "unknown", "because": "No page says what else may be enough." });
        bank.readings("standards-exceeded").as_array_mut().expect("readings").push(unknown);
    });
}

#[test]
fn any_certificate_may_be_asked_for() {
    for certificate in ["cyber-essentials-plus", "cyber-essentials", "iso-27001"] {
        assert_passes("2025-26", exceeded(json!({ "kind": "certificate-current", "certificate": certificate })));
    }
}
