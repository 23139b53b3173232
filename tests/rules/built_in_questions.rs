//! The questions of the five built-in editions: their codes, where they come from, how sure they are, their wording.

use crate::common::{bank, code};
use dspt::{Certainty, Descent, Level, Question, Relation, Source};
use serde_json::Value;
use std::collections::BTreeMap;

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

#[track_caller]
fn question(edition: &str, text: &str) -> &'static Question {
    bank(edition).question(code(text)).unwrap_or_else(|| panic!("{edition} does not list {text}"))
}

fn descent(edition: &str, code: &str) -> Option<Descent> {
    question(edition, code).descent.as_ref()?.known().copied()
}

#[test]
fn codes_stand_in_order_and_each_once() {
    for edition in EDITIONS {
        let codes: Vec<_> = bank(edition).questions().map(|question| question.code).collect();
        assert!(codes.is_sorted_by(|one, next| one < next), "{edition}");
        for question in bank(edition).questions() {
            assert_eq!(bank(edition).question(question.code), Some(question));
        }
    }
}

#[test]
fn four_questions_were_renumbered_after_2021_22() {
    for (now, before) in [("1.1.3", "1.2.1"), ("2.2.1", "2.1.2"), ("6.1.2", "6.1.3"), ("6.1.3", "6.1.4")] {
        let expected = Descent { relation: Relation::EqualTo, from: Some(code(before)) };
        assert_eq!(descent("2022-23", now), Some(expected), "{now}");
        assert_eq!(question("2022-23", now).title, question("2021-22", before).title, "{now}");
    }
    for gone in ["1.2.1", "2.1.2", "6.1.4"] {
        for edition in &EDITIONS[1..] {
            assert!(bank(edition).question(code(gone)).is_none(), "{gone} in {edition}");
        }
    }
}

#[test]
fn no_other_question_ever_changed_its_code() {
    let mut renumbered = Vec::new();
    for edition in EDITIONS {
        for question in bank(edition).questions() {
            let from = question.descent.as_ref().and_then(|fact| fact.value).and_then(|descent| descent.from);
            if from.is_some_and(|from| from != question.code) {
                renumbered.push((edition, question.code.to_string()));
            }
        }
    }
    let expected = ["1.1.3", "2.2.1", "6.1.2", "6.1.3"].map(|code| ("2022-23", code.to_owned()));
    assert_eq!(renumbered, expected);
}

#[test]
fn a_code_means_another_question_in_another_edition() {
    // 6.1.3 asked about telling management in 2021-22, and asks about telling the people affected since.
    let (before, after) = (question("2021-22", "6.1.3"), question("2022-23", "6.1.3"));
    assert_ne!(before.title, after.title);
    assert_ne!(before.prompt, after.prompt);
    assert_eq!(before.title, question("2022-23", "6.1.2").title);
    for later in &EDITIONS[2..] {
        assert_eq!(question(later, "6.1.3").title, after.title, "{later}");
    }
}

#[test]
fn question_4_1_2_was_dropped_after_2021_22() {
    question("2021-22", "4.1.2");
    for edition in &EDITIONS[1..] {
        assert!(bank(edition).question(code("4.1.2")).is_none(), "{edition}");
    }
    for edition in EDITIONS {
        let dropped: Vec<_> = bank(edition).about().dropped.iter().filter_map(|fact| fact.known().copied()).collect();
        let expected = if edition == "2022-23" { vec![code("4.1.2")] } else { Vec::new() };
        assert_eq!(dropped, expected, "{edition}");
    }
}

#[test]
fn nothing_is_on_record_before_2021_22_and_every_later_question_says_where_it_comes_from() {
    assert!(bank("2021-22").questions().all(|question| question.descent.is_none()));
    for edition in &EDITIONS[1..] {
        for question in bank(edition).questions() {
            assert!(question.descent.is_some(), "{} in {edition}", question.code);
        }
    }
}

#[test]
fn three_questions_are_new_in_2025_26() {
    let new: Vec<String> = EDITIONS
        .iter()
        .flat_map(|edition| bank(edition).questions().map(move |question| (*edition, question)))
        .filter(|(_, question)| {
            let descent = question.descent.as_ref().and_then(|fact| fact.value);
            descent.is_some_and(|descent| descent.relation == Relation::NoRelationship)
        })
        .map(|(edition, question)| format!("{} in {edition}", question.code))
        .collect();
    assert_eq!(new, ["7.1.5 in 2025-26", "7.1.6 in 2025-26", "8.3.8 in 2025-26"]);
}

#[test]
fn question_6_3_2_is_inferred_in_every_edition() {
    for edition in EDITIONS {
        let question = question(edition, "6.3.2");
        assert_eq!(question.listed.certainty, Certainty::Inferred, "{edition}");
        assert!(question.listed.because.is_some(), "{edition}");
        assert_eq!(question.evidence_type.known(), None, "{edition}");
        assert_eq!(question.heading.known(), None, "{edition}");
        let deadline = *bank(edition).about().deadline.known().expect("a deadline");
        let met = &question.mandatory_on(Level::StandardsMet, deadline).expect("an entry").mandatory;
        assert_eq!((met.value, met.provenance.certainty), (Some(true), Certainty::Inferred), "{edition}");
        let gaps = &bank(edition).about().gaps;
        assert!(gaps.iter().any(|gap| gap.id.as_str() == "mandatory-question-not-seen"), "{edition}");
    }
}

#[test]
fn question_8_2_1_is_needed_only_where_8_1_4_finds_unsupported_software() {
    for edition in EDITIONS {
        let condition = question(edition, "8.2.1").needed_when.as_ref().and_then(|fact| fact.known().copied());
        assert_eq!(condition.map(|condition| condition.found), Some(code("8.1.4")), "{edition}");
        assert!(question(edition, "8.1.4").looks_for.is_some(), "{edition}");
    }
}

#[test]
fn question_1_3_11_asks_for_a_policy_and_for_proof_that_it_is_enforced() {
    for edition in EDITIONS {
        let parts: Vec<&str> = question(edition, "1.3.11").parts.iter().map(|part| part.id.as_str()).collect();
        assert_eq!(parts, ["policy", "enforcement"], "{edition}");
    }
}

#[test]
fn question_3_2_1_asks_for_95_per_cent_in_every_edition() {
    for edition in EDITIONS {
        let threshold = question(edition, "3.2.1").threshold.as_ref().and_then(|fact| fact.known());
        assert_eq!(threshold.map(|threshold| threshold.percent), Some(95), "{edition}");
    }
}

/// Visits every object and every text of a bank's JSON, with its place.
fn visit(value: &Value, pointer: &str, see: &mut impl FnMut(&str, &Value)) {
    see(pointer, value);
    match value {
        Value::Object(object) => object.iter().for_each(|(key, inner)| visit(inner, &format!("{pointer}/{key}"), see)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, inner)| visit(inner, &format!("{pointer}/{at}"), see));
        }
        _ => {}
    }
}

fn json(edition: &str) -> Value {
    serde_json::from_str(&bank(edition).to_json()).expect("a bank writes JSON")
}

#[test]
fn every_fact_names_a_source_and_every_fact_not_confirmed_gives_its_reason() {
    for edition in EDITIONS {
        let mut facts = 0;
        visit(&json(edition), "", &mut |pointer, value| {
            let Some(certainty) = value.get("certainty") else { return };
            facts += 1;
            let sources = value.get("sources").and_then(Value::as_array).map_or(0, Vec::len);
            assert!(certainty == "unknown" || sources > 0, "{edition}: {pointer} names no source");
            let reason = value.get("because").and_then(Value::as_str).unwrap_or_default();
            assert!(certainty == "confirmed" || !reason.trim().is_empty(), "{edition}: {pointer} gives no reason");
            let value_is_there = value.get("value").is_some();
            let may_do_without = pointer.ends_with("/notApplicable") || is_provenance(pointer);
            assert!(certainty == "unknown" || value_is_there || may_do_without, "{edition}: {pointer} has no value");
        });
        assert!(facts > 300, "{facts} facts in {edition} are too few to be all");
    }
}

/// Places that say only how sure something is, without a value.
fn is_provenance(pointer: &str) -> bool {
    ["/listed", "/asked", "/notSure"].iter().any(|key| pointer.ends_with(key))
}

#[test]
fn a_source_is_described_word_for_word_alike_in_every_edition() {
    let mut described: BTreeMap<&str, (&str, &Source)> = BTreeMap::new();
    for edition in EDITIONS {
        for source in bank(edition).sources() {
            let (first, known) = *described.entry(source.id.as_str()).or_insert((edition, source));
            assert_eq!(source, known, "{} in {first} and {edition}", source.id);
        }
    }
}

#[test]
fn a_disagreement_is_told_word_for_word_alike_in_every_edition() {
    let mut told = BTreeMap::new();
    for edition in EDITIONS {
        for point in bank(edition).disagreements() {
            let (first, known) = *told.entry(point.id.as_str()).or_insert((edition, point));
            assert_eq!(point, known, "{} in {first} and {edition}", point.id);
        }
    }
}

#[test]
fn every_source_is_named_by_some_fact() {
    for edition in EDITIONS {
        let mut text = json(edition);
        let listed = text["sources"].take();
        let mut named = Vec::new();
        visit(&text, "", &mut |_, value| {
            let sources = value.get("sources").and_then(Value::as_array).into_iter().flatten();
            named.extend(sources.filter_map(Value::as_str).map(str::to_owned));
        });
        for source in listed.as_array().expect("a list of sources") {
            let id = source["id"].as_str().expect("an id");
            assert!(named.iter().any(|name| name == id), "{edition}: nothing names {id}");
        }
    }
}

#[test]
fn wording_is_plain_text() {
    for edition in EDITIONS {
        visit(&json(edition), "", &mut |pointer, value| {
            let Some(text) = value.as_str().filter(|_| !pointer.ends_with("/url")) else { return };
            let place = format!("{edition}: {pointer}: {text}");
            assert!(!text.contains("  "), "double space in {place}");
            assert!(!text.contains(['\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}']), "curly quote in {place}");
            assert!(!text.contains(['<', '>', '\n', '\t', '\u{a0}']), "markup or a line break in {place}");
            assert!(!text.contains("http"), "link in {place}");
            assert_eq!(text.trim(), text, "space at an end of {place}");
        });
    }
}

#[test]
fn every_question_can_be_shown_with_examples() {
    for edition in EDITIONS {
        for question in bank(edition).questions() {
            let place = format!("{} in {edition}", question.code);
            assert!(question.prompt.ends_with(['?', '.']), "{place}: {}", question.prompt);
            assert!(question.guidance.ends_with('.'), "{place}: {}", question.guidance);
            assert!(!question.title.ends_with(['?', '.']), "{place}: {}", question.title);
            assert!(question.good_evidence.len() >= 2, "{place} has too few examples of good evidence");
        }
    }
}

/// What a test or a log prints of an id is what people write.
#[test]
fn ids_are_shown_as_they_are_written() {
    let edition: dspt::EditionId = "2025-26".parse().expect("an edition");
    assert_eq!(format!("{:?} {edition:?}", code("10.2.1")), "10.2.1 2025-26");
}

#[test]
fn a_source_id_has_1_to_64_characters() {
    let read = |length: usize| "a".repeat(length).parse::<dspt::SourceId>().is_ok();
    assert_eq!([0, 1, 64, 65].map(read), [false, true, true, false]);
}
