//! The check of a bank's questions: order, wording, periods, and demands that go together.

use crate::draft::{Draft, assert_mistake, assert_mistakes, assert_passes, confirmed, remove};
use serde_json::{Value, json};

const SOURCE: &str = "rcpa-bulletin-2025-09";

#[test]
fn questions_stand_in_the_order_of_their_numbers() {
    // As text 1.3.11 would stand before 1.3.2.
    assert_mistake("2025-26", "unsorted", "/questions/{1.3.2}/code", |bank| {
        let codes: Vec<Value> = bank.questions().iter().map(|question| question["code"].clone()).collect();
        let place = |code: &str| codes.iter().position(|other| other == code).expect("the bank lists it");
        let question = bank.questions().remove(place("1.3.11"));
        bank.questions().insert(place("1.3.2"), question);
    });
}

#[test]
fn a_question_may_stand_only_once() {
    assert_mistake("2025-26", "duplicate", "/questions/52/code", |bank| {
        let mut again = bank.question("10.2.2").clone();
        // Two questions that descend from one would be another mistake.
        again["descent"]["value"] = json!({ "relation": "no-relationship" });
        bank.questions().push(again);
    });
}

/// Every text of a question, with the most characters it may have.
const TEXTS: [(&str, &str, usize); 8] = [
    ("1.1.1", "/title", 60),
    ("1.1.1", "/prompt", 300),
    ("1.1.1", "/guidance", 1_000),
    ("1.1.1", "/goodEvidence/0", 300),
    ("1.1.1", "/notApplicable/value/when", 300),
    ("1.3.11", "/parts/0/title", 300),
    ("3.2.1", "/threshold/value/counts", 300),
    ("8.1.4", "/looksFor/value", 300),
];

fn write(bank: &mut Draft, code: &str, place: &str, text: &str) {
    *bank.question(code).pointer_mut(place).expect("the text is there") = json!(text);
}

#[test]
fn every_text_of_a_question_is_written_and_not_too_long() {
    for (code, place, limit) in TEXTS {
        let at = format!("/questions/{{{code}}}{place}");
        assert_mistake("2025-26", "text-missing", &at, |bank| write(bank, code, place, ""));
        assert_mistake("2025-26", "text-missing", &at, |bank| write(bank, code, place, " \n\t"));
        assert_mistake("2025-26", "text-too-long", &at, |bank| write(bank, code, place, &"w".repeat(limit + 1)));
        assert_passes("2025-26", |bank| write(bank, code, place, &"w".repeat(limit)));
    }
}

#[test]
fn text_is_measured_in_characters_not_in_bytes() {
    assert_passes("2025-26", |bank| write(bank, "1.1.1", "/prompt", &"£".repeat(300)));
}

#[test]
fn a_window_of_months_lasts_1_to_120() {
    let months =
        |months: u32| move |bank: &mut Draft| bank.question("1.1.2")["window"]["value"]["months"] = json!(months);
    let at = "/questions/{1.1.2}/window/value/months";
    assert_mistake("2025-26", "out-of-range", at, months(0));
    assert_passes("2025-26", months(1));
    assert_passes("2025-26", months(120));
    assert_mistake("2025-26", "out-of-range", at, months(121));
}

#[test]
fn a_window_begins_on_or_before_the_deadline() {
    let since = |date: &'static str| {
        move |bank: &mut Draft| bank.question("1.1.2")["window"]["value"] = json!({ "kind": "since", "date": date })
    };
    assert_passes("2025-26", since("2025-07-01"));
    assert_passes("2025-26", since("2026-06-30"));
    assert_mistake("2025-26", "date-outside-edition", "/questions/{1.1.2}/window/value/date", since("2026-07-01"));
}

#[test]
fn a_threshold_is_1_to_100_per_cent() {
    let percent =
        |percent: u32| move |bank: &mut Draft| bank.question("3.2.1")["threshold"]["value"]["percent"] = json!(percent);
    let at = "/questions/{3.2.1}/threshold/value/percent";
    assert_mistake("2025-26", "out-of-range", at, percent(0));
    assert_passes("2025-26", percent(1));
    assert_passes("2025-26", percent(100));
    assert_mistake("2025-26", "out-of-range", at, percent(101));
}

#[test]
fn a_part_may_be_asked_for_only_once() {
    assert_mistake("2025-26", "duplicate", "/questions/{1.3.11}/parts/1/id", |bank| {
        bank.question("1.3.11")["parts"][1]["id"] = json!("policy");
    });
}

#[test]
fn a_ground_of_exemption_stands_once() {
    assert_mistake("2025-26", "duplicate", "/questions/{1.3.11}/exemptions/1/by", |bank| {
        bank.question("1.3.11")["exemptions"][1]["by"] = json!("cyber-essentials-plus");
    });
    assert_passes("2025-26", |bank| bank.question("1.3.11")["exemptions"] = json!([]));
}

#[test]
fn demands_go_with_the_kind_of_answer() {
    let answered_by = |code: &'static str, kind: &'static str| {
        move |bank: &mut Draft| bank.question(code)["evidenceType"]["value"] = json!(kind)
    };
    for (code, right, demand) in [
        ("1.3.11", "document", "parts"),
        ("3.2.1", "confirmation", "threshold"),
        ("8.1.4", "confirmation", "looksFor"),
        ("1.3.12", "text", "notApplicable/value/route"),
        ("8.2.1", "document", "notApplicable/value/route"),
    ] {
        for kind in ["text", "confirmation", "document", "date"] {
            if kind == right {
                assert_passes("2025-26", answered_by(code, kind));
            } else {
                let at = format!("/questions/{{{code}}}/{demand}");
                assert_mistake("2025-26", "does-not-fit", &at, answered_by(code, kind));
            }
        }
    }
}

#[test]
fn a_demand_is_not_held_against_a_kind_of_answer_that_nobody_knows() {
    assert_passes("2025-26", |bank| {
        bank.question("3.2.1")["evidenceType"] = json!({ "certainty": "unknown", "because": "Not seen." });
    });
}

#[test]
fn a_condition_names_another_question_of_the_bank_that_looks_for_something() {
    let at = "/questions/{8.2.1}/neededWhen/value/found";
    let depends_on = |code: &'static str| {
        move |bank: &mut Draft| bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!(code)
    };
    assert_passes("2025-26", depends_on("8.1.4"));
    assert_mistake("2025-26", "unknown-question", at, depends_on("8.1.5"));
    assert_mistake("2025-26", "nothing-looked-for", at, depends_on("9.1.1"));
}

#[test]
fn the_deciding_question_is_always_needed() {
    let at = "/questions/{8.2.1}/neededWhen/value/found";
    // 8.2.1 depends on 8.1.4, which depends on 9.1.1.
    assert_mistake("2025-26", "condition-chained", at, |bank| {
        bank.question("9.1.1")["looksFor"] = confirmed("shared accounts", SOURCE);
        bank.question("8.1.4")["neededWhen"] = confirmed(json!({ "found": "9.1.1" }), SOURCE);
    });
    // Whether the condition of 8.1.4 holds is not known; that it has one is enough.
    assert_mistake("2025-26", "condition-chained", at, |bank| {
        bank.question("8.1.4")["neededWhen"] = json!({ "certainty": "unknown", "because": "Not seen." });
    });
}

#[test]
fn a_question_does_not_decide_about_itself() {
    let at = "/questions/{8.1.4}/neededWhen/value/found";
    let on_itself = |bank: &mut Draft| {
        remove(bank.question("8.2.1"), "neededWhen");
        bank.question("8.1.4")["neededWhen"] = confirmed(json!({ "found": "8.1.4" }), SOURCE);
    };
    assert_mistake("2025-26", "condition-chained", at, on_itself);
    assert_mistakes("2025-26", &[("condition-chained", at), ("nothing-looked-for", at)], |bank| {
        on_itself(bank);
        remove(bank.question("8.1.4"), "looksFor");
    });
}

#[test]
fn the_deciding_question_is_mandatory_whenever_the_other_is() {
    let at = "/questions/{8.2.1}/neededWhen/value/found";
    let looks_for = confirmed("shared accounts", SOURCE);
    // Mandatory for Standards Met like 8.2.1 itself.
    assert_passes("2025-26", |bank| {
        bank.question("9.1.1")["looksFor"] = looks_for.clone();
        bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!("9.1.1");
    });
    // Mandatory for no level.
    assert_mistake("2025-26", "condition-less-mandatory", at, |bank| {
        bank.question("4.4.1")["looksFor"] = looks_for.clone();
        bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!("4.4.1");
    });
    // Mandatory until 9 June 2022 only, while 8.2.1 stays mandatory.
    let source = "bsbc-webinar-qa-2022-06";
    assert_mistake("2021-22", "condition-less-mandatory", at, |bank| {
        bank.question("1.2.4")["looksFor"] = confirmed("shared accounts", source);
        bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!("1.2.4");
    });
}

fn opt_out(bank: &mut Draft) -> &mut Vec<Value> {
    bank.question("1.2.4")["mandatory"].as_array_mut().expect("a list of entries")
}

#[test]
fn periods_follow_each_other_without_gap_or_overlap() {
    let at = "/questions/{1.2.4}/mandatory";
    assert_mistake("2021-22", "period-missing", at, |bank| opt_out(bank)[2]["from"] = json!("2022-06-10"));
    assert_mistake("2021-22", "periods-overlap", at, |bank| opt_out(bank)[2]["from"] = json!("2022-06-08"));
    assert_mistake("2021-22", "periods-overlap", at, |bank| {
        let again = opt_out(bank)[0].clone();
        opt_out(bank).push(again);
    });
    assert_mistake("2021-22", "period-missing", at, |bank| {
        opt_out(bank).remove(0);
    });
}

#[test]
fn a_period_ends_after_it_begins() {
    let lasts = |from: &'static str, until: &'static str| {
        move |bank: &mut Draft| {
            let entry = bank.mandatory("10.2.2", "standards-met");
            let mut spoilt = entry.clone();
            (spoilt["from"], spoilt["until"]) = (json!(from), json!(until));
            bank.question("10.2.2")["mandatory"].as_array_mut().expect("a list of entries").push(spoilt);
        }
    };
    let at = "/questions/{10.2.2}/mandatory/2";
    assert_mistake("2025-26", "period-backwards", at, lasts("2026-02-01", "2026-02-01"));
    assert_mistake("2025-26", "period-backwards", at, lasts("2026-02-01", "2026-01-31"));
}

#[test]
fn a_question_may_speak_of_a_level_without_an_official_count() {
    assert_passes("2025-26", |bank| {
        let mut entry = bank.mandatory("10.2.2", "standards-met").clone();
        entry["level"] = json!("standards-exceeded");
        bank.question("10.2.2")["mandatory"].as_array_mut().expect("a list of entries").push(entry);
    });
}

#[test]
fn a_question_speaks_of_every_level_with_an_official_count() {
    assert_mistake("2025-26", "period-missing", "/questions/{10.2.2}/mandatory", |bank| {
        bank.question("10.2.2")["mandatory"].as_array_mut().expect("a list of entries").remove(0);
    });
}

#[test]
fn a_question_speaks_of_every_level_that_a_rule_speaks_of() {
    let every_mandatory = json!({ "kind": "every-mandatory-complete", "level": "standards-exceeded" });
    let rules = |bank: &mut Draft| {
        bank.none_is_mandatory("standards-exceeded");
        bank.mandatory("1.1.1", "standards-exceeded")["mandatory"]["value"] = json!(true);
        let readings = bank.readings("standards-exceeded").as_array_mut().expect("readings");
        let mut reading = readings[0].clone();
        reading["value"] = json!({ "kind": "any-of", "rules": [every_mandatory] });
        readings.push(reading);
    };
    assert_passes("2025-26", rules);
    assert_mistake("2025-26", "period-missing", "/questions/{10.2.2}/mandatory", |bank| {
        rules(bank);
        bank.question("10.2.2")["mandatory"].as_array_mut().expect("a list of entries").pop();
    });
    // Without a count the rule of Standards Met still speaks of it.
    assert_mistake("2025-26", "period-missing", "/questions/{10.2.2}/mandatory", |bank| {
        bank.edition()["counts"] = json!([]);
        let entries = bank.question("10.2.2")["mandatory"].as_array_mut().expect("a list of entries");
        entries.retain(|entry| entry["level"] != "standards-met");
    });
}

#[test]
fn a_question_without_window_threshold_or_condition_is_a_question() {
    assert_passes("2025-26", |bank| {
        remove(bank.question("3.2.1"), "window");
        remove(bank.question("3.2.1"), "threshold");
        remove(bank.question("8.2.1"), "neededWhen");
        remove(bank.question("8.1.4"), "looksFor");
    });
}
