//! Wording packs: what a host's own words replace, and what stays in ours.
//!
//! The packs are made up: this library's own words in capitals.

use std::collections::BTreeSet;

use dspt::{
    Argument, FindingKind, Nhsmail, NoteKind, ObstacleKind, PlanFaultKind, QuestionBank, RawWording, Wording, evaluate,
    json, sentences,
};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Map, Value};

use crate::common::{Answers, bank, code, day, held, not_applicable, response, usual_day};
use crate::properties::cases;

/// A pack with something in it.
pub(crate) fn pack(given: &Value) -> RawWording {
    let mut document = serde_json::json!({ "format": "dspt.wording.v1", "locale": "en-GB" });
    document.as_object_mut().expect("an object").extend(given.as_object().expect("an object").clone());
    RawWording::from_json(document.to_string()).expect("the form is right")
}

#[track_caller]
fn wording(given: &Value) -> Wording {
    pack(given).check(bank("2025-26")).expect("the content is right")
}

/// A template in capitals, but for the names in braces.
fn shouted(template: &str) -> String {
    let mut pieces = template.split_inclusive(['{', '}']);
    let mut shouted = String::new();
    while let Some(text) = pieces.next() {
        shouted.push_str(&text.to_uppercase());
        if text.ends_with('{') {
            shouted.push_str(pieces.next().expect("a name and its brace"));
        }
    }
    shouted
}

/// Everything this library says about the questions of a bank, in capitals.
pub(crate) fn in_capitals(bank: &QuestionBank) -> Value {
    let month = |month: u32| format!("2026-{month:02}-01").parse::<dspt::NaiveDate>().expect("a day");
    let months: Vec<String> = (1..=12).map(|at| month(at).format("%B").to_string().to_uppercase()).collect();
    let messages: Map<String, Value> =
        sentences().iter().map(|sentence| (sentence.name.to_owned(), shouted(sentence.template).into())).collect();
    let labels: Map<String, Value> = json::labels()
        .into_iter()
        .map(|list| {
            let words = list.words.iter().map(|label| (label.word.to_owned(), label.label.to_uppercase().into()));
            (list.about.to_owned(), Value::Object(words.collect()))
        })
        .collect();
    let questions: Map<String, Value> = bank
        .questions()
        .map(|question| {
            let good: Vec<String> = question.good_evidence.iter().map(|text| text.to_uppercase()).collect();
            let parts: Map<String, Value> =
                question.parts.iter().map(|part| (part.id.to_string(), part.title.to_uppercase().into())).collect();
            let mut words = serde_json::json!({
                "title": question.title.to_uppercase(),
                "prompt": question.prompt.to_uppercase(),
                "guidance": question.guidance.to_uppercase(),
                "goodEvidence": good,
                "parts": parts,
            });
            if let Some(looks_for) = question.looks_for.as_ref().and_then(|fact| fact.value.as_ref()) {
                words["looksFor"] = looks_for.to_uppercase().into();
            }
            (question.code.to_string(), words)
        })
        .collect();
    serde_json::json!({
        "coverage": "complete",
        "dates": { "months": months, "form": "{day} {month} {year}" },
        "labels": labels,
        "messages": messages,
        "questions": { (bank.id().to_string()): questions },
    })
}

/// The families of sentences besides those about findings, with the codes of those that have some.
fn families() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        ("obstacle", ObstacleKind::CODES),
        ("note", NoteKind::CODES),
        ("plan-fault", PlanFaultKind::CODES),
        ("plan", &[]),
        ("service", &[]),
        ("path", &[]),
        ("timeline", &[]),
        ("replay", &[]),
        ("rule", &[]),
        ("trace", &[]),
    ]
}

#[test]
fn every_code_has_a_sentence_and_no_sentence_is_of_another() {
    let names: BTreeSet<&str> = sentences().iter().map(|sentence| sentence.name).collect();
    assert_eq!(names.len(), sentences().len(), "no sentence stands twice");
    let codes = |code: &&'static str| (*code).to_owned();
    let mut expected: BTreeSet<String> = FindingKind::CODES.iter().map(codes).collect();
    for (family, codes) in families() {
        assert!(!expected.contains(family), "`{family}` is the code of a finding");
        expected.extend(codes.iter().map(|code| format!("{family}.{code}")));
    }
    let has_sentence = |code: &String| {
        let of_code = |name: &str| name == code || name.starts_with(&format!("{code}."));
        names.iter().any(|name| of_code(name))
    };
    for code in &expected {
        assert!(has_sentence(code), "{code}");
    }
    for sentence in sentences() {
        let general = sentence.name.split('=').next().expect("a name");
        let parts: Vec<&str> = general.split('.').collect();
        let is_of_a_family = families().iter().any(|(family, codes)| {
            parts[0] == *family && (codes.is_empty() || codes.contains(parts.get(1).expect("a code")))
        });
        assert!(is_of_a_family || FindingKind::CODES.contains(&parts[0]), "{}", sentence.name);
        assert!(sentence.counts.is_none_or(|counts| sentence.arguments.contains(&counts)), "{}", sentence.name);
    }
}

#[test]
fn a_pack_of_everything_in_capitals_is_complete_for_every_edition() {
    for bank in QuestionBank::editions() {
        let checked = pack(&in_capitals(bank)).check(bank);
        assert!(checked.is_ok(), "{}", checked.expect_err("mistakes"));
    }
}

#[test]
fn what_a_pack_leaves_out_is_said_in_our_words() {
    let wording = wording(&serde_json::json!({
        "messages": { "unanswered": "PLEASE ANSWER." },
        "questions": { "2025-26": { "7.1.1": { "title": "DEVICES" } } },
    }));
    let question = bank("2025-26").question(code("7.1.1")).expect("a question");
    assert_eq!(wording.title(question), "DEVICES");
    assert_eq!(wording.prompt(question), question.prompt);
    assert_eq!(wording.guidance(question), question.guidance);
    assert_eq!(wording.good_evidence(question), question.good_evidence);
    assert_eq!(wording.label("level", "standards-met"), "Standards Met");
    assert_eq!(wording.label("answer", "text"), "words");
    assert_eq!(wording.day(day("2026-06-01")), "1 June 2026");
    let assessment = Answers::none("2025-26").with("7.1.1", response(not_applicable())).assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, usual_day("2025-26"));
    for finding in evaluation.findings() {
        let expected = if finding.code() == "unanswered" { "PLEASE ANSWER.".to_owned() } else { finding.message() };
        assert_eq!(wording.message(finding), expected);
    }
}

/// A language has the plurals it has: a form for each exact number, and one for every other.
#[test]
fn a_message_that_counts_takes_the_form_for_its_number_first() {
    let answers = |trained: u32| {
        let training = dspt::Training::new(trained, 60, None).expect("figures");
        let tick = dspt::Answer::Confirmation { confirmed: true, found: None, training: Some(training) };
        Answers::none("2025-26").with("3.2.1", response(tick)).assessment()
    };
    let said = |wording: &Wording, trained: u32| {
        let assessment = answers(trained);
        let evaluation = evaluate(bank("2025-26"), &assessment, usual_day("2025-26"));
        let finding = evaluation.findings().find(|finding| finding.code() == "training-below-threshold");
        wording.message(finding.expect("too few"))
    };
    let counted = wording(&serde_json::json!({ "messages": {
        "training-below-threshold": "{missing} OTHERS", "training-below-threshold=1": "ONE OTHER",
        "training-below-threshold=2": "A PAIR",
    }}));
    assert_eq!([56, 55, 54].map(|trained| said(&counted, trained)), ["ONE OTHER", "A PAIR", "3 OTHERS"]);
    let general = wording(&serde_json::json!({ "messages": { "training-below-threshold": "{missing} OTHERS" } }));
    assert_eq!(said(&general, 56), "1 OTHERS", "the pack's own language comes first");
    let exact = wording(&serde_json::json!({ "messages": { "training-below-threshold=1": "ONE OTHER" } }));
    assert!(said(&exact, 55).contains("Train 2 more"), "and then ours");
}

#[test]
fn a_code_with_several_sentences_has_a_name_for_each() {
    let early = wording(&serde_json::json!({ "messages": {
        "not-reconfirmed": "FROM {from}", "not-reconfirmed.too-early": "ON {day}, TOO EARLY",
    }}));
    let said = |question: &str, reconfirmed: Option<&str>| {
        let answers = Answers::complete("2025-26", usual_day("2025-26"));
        let assessment = answers.carried_over(question, "2024-25", reconfirmed.map(day)).assessment();
        let evaluation = evaluate(bank("2025-26"), &assessment, usual_day("2025-26"));
        let finding = evaluation.findings().find(|finding| finding.code() == "not-reconfirmed").expect("a finding");
        (finding.sentence(), early.message(finding))
    };
    let too_early = ("not-reconfirmed.too-early", "ON 31 January 2025, TOO EARLY".to_owned());
    assert_eq!(said("1.1.1", Some("2025-01-31")), too_early);
    assert_eq!(said("1.1.1", None), ("not-reconfirmed", "FROM 2024-25".to_owned()));
    let (name, message) = said("1.1.5", None);
    assert_eq!(name, "not-reconfirmed.reworded");
    assert!(message.contains("has been reworded since"), "without words in the pack it is said in ours: {message}");
}

#[test]
fn arguments_are_named_and_typed_and_stand_beside_the_message() {
    let answers = Answers::complete("2025-26", usual_day("2025-26")).reviewed("1.1.2", Some(day("2024-01-01")));
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, usual_day("2025-26"));
    let finding = evaluation.findings().find(|finding| finding.code() == "review-out-of-date").expect("a finding");
    let earliest = day("2025-05-30");
    let expected = [
        Argument::Date { name: "day", value: day("2024-01-01") },
        Argument::Date { name: "earliest", value: earliest },
    ];
    assert_eq!(finding.arguments(), expected);
    let written = serde_json::to_value(finding).expect("JSON");
    assert_eq!(
        written["arguments"],
        serde_json::json!([
            { "kind": "date", "name": "day", "value": "2024-01-01" },
            { "kind": "date", "name": "earliest", "value": "2025-05-30" },
        ])
    );
}

#[test]
fn the_door_answers_in_the_words_that_come_with_the_request() {
    let edition = bank("2025-26");
    let mut whole = in_capitals(edition);
    whole["format"] = "dspt.wording.v1".into();
    whole["locale"] = "en-GB".into();
    let ask = serde_json::json!({ "format": "dspt.describe-request.v1", "edition": "2025-26", "wording": whole });
    let answer: Value = serde_json::from_str(&json::describe(ask.to_string())).expect("JSON");
    assert_eq!(answer["locale"], "en-GB");
    let titles: Vec<&str> =
        answer["questions"].as_array().expect("questions").iter().filter_map(|it| it["title"].as_str()).collect();
    let expected: Vec<String> = edition.questions().map(|question| question.title.to_uppercase()).collect();
    assert_eq!(titles, expected);
    assert_eq!(answer["labels"][0]["words"][1]["label"], "STANDARDS MET");

    let assessment: Value = serde_json::from_str(&Answers::none("2025-26").assessment().to_json()).expect("JSON");
    let ask = serde_json::json!({
        "format": "dspt.evaluate-request.v1", "asOf": "2026-05-30", "assessment": assessment, "wording": whole,
    });
    let answer: Value = serde_json::from_str(&json::evaluate(ask.to_string())).expect("JSON");
    assert_eq!(answer["locale"], "en-GB");
    assert_eq!(answer["questions"][0]["findings"][0]["message"], "THIS QUESTION HAS NO ANSWER YET.");
    assert_eq!(answer["questions"][0]["title"], edition.questions().next().expect("one").title.to_uppercase());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/wording.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_message_comes_whole_out_of_its_template_and_arguments((bank, answers, as_of) in cases()) {
        let wording = pack(&in_capitals(bank)).check(bank).expect("nothing is wrong");
        let answers = answers.profile(|home| {
            home.cyber_essentials = Some(held("2021-07-01", "2022-06-30"));
            home.iso_27001 = Some(held("2021-07-01", "2022-06-30"));
            home.nhsmail = home.nhsmail.or(Some(Nhsmail::NotSure));
        });
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        for finding in evaluation.findings() {
            prop_assert_eq!(wording.message(finding), finding.message().to_uppercase());
            let sentence = sentences().iter().find(|sentence| sentence.name == finding.sentence()).expect("a sentence");
            let given: Vec<&str> = finding.arguments().iter().map(Argument::name).collect();
            for name in sentence.arguments {
                prop_assert!(given.contains(name), "{}: {name} of {given:?}", sentence.name);
            }
        }
        let ours: Value = serde_json::from_str(&evaluation.to_json()).expect("JSON");
        let theirs: Value = serde_json::from_str(&evaluation.to_json_in(&wording)).expect("JSON");
        prop_assert_eq!(without_words(ours), without_words(theirs), "nothing but words differs");
    }
}

/// A document without its messages, titles and language.
fn without_words(mut document: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.retain(|key, _| !["message", "title", "locale"].contains(&key.as_str()));
                object.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut document);
    document
}
