//! No message escapes a wording pack: in a pack where everything is in capitals, so is every message of every document.

use std::fs;
use std::path::Path;

use dspt::json::{Operation, Outcome, call};
use dspt::{Assessment, Corrections, QuestionBank, RawBank};
use serde_json::Value;

use crate::wording::in_capitals;

/// The operations that take a wording pack and say something to people.
const OPERATIONS: &[Operation] = &[
    Operation::Evaluate,
    Operation::Publish,
    Operation::Status,
    Operation::ActionPlan,
    Operation::WhatIf,
    Operation::Path,
    Operation::Timeline,
    Operation::Explain,
];

/// What messages quote of data that no pack has words for, by the name of the argument.
const QUOTED: &[&str] = &["service", "because", "when"];

/// A message of a document, with what it quotes.
struct Told {
    place: String,
    message: String,
    quotes: Vec<String>,
}

fn told(document: &Value, place: &str, all: &mut Vec<Told>) {
    match document {
        Value::Object(object) => {
            for key in ["message", "says"] {
                if let Some(message) = object.get(key).and_then(Value::as_str) {
                    let mut quotes = Vec::new();
                    quoted(&document["arguments"], &mut quotes);
                    all.push(Told { place: format!("{place}/{key}"), message: message.to_owned(), quotes });
                }
            }
            for (key, value) in object {
                told(value, &format!("{place}/{key}"), all);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                told(value, &format!("{place}/{at}"), all);
            }
        }
        _ => {}
    }
}

fn quoted(arguments: &Value, quotes: &mut Vec<String>) {
    for argument in arguments.as_array().into_iter().flatten() {
        if argument["kind"] == "text" && QUOTED.contains(&argument["name"].as_str().expect("a name")) {
            quotes.push(argument["value"].as_str().expect("words").to_owned());
        }
        quoted(&argument["arguments"], quotes);
    }
}

/// The requests of an operation's fixtures that can be read and come without words of their own.
fn requests(operation: Operation) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/fixtures").join(operation.as_str());
    let files = fs::read_dir(folder).expect("a folder of fixtures").map(|file| file.expect("a file").path());
    let requests = files.filter(|file| file.to_string_lossy().ends_with(".request.json")).filter_map(|file| {
        let text = fs::read_to_string(&file).expect("a request");
        if call(operation, &text).outcome == Outcome::Unreadable {
            return None;
        }
        let request: Value = serde_json::from_str(&text).expect("JSON");
        request.get("wording").is_none().then(|| (file.to_string_lossy().into_owned(), request))
    });
    requests.collect()
}

/// The words for a request: everything in capitals.
fn capitals_for(request: &Value) -> Value {
    let assessment = Assessment::from_json(request["assessment"].to_string()).expect("an assessment");
    let bank = match request.get("bank") {
        Some(own) => RawBank::from_json(own.to_string()).expect("a bank").check().expect("no mistakes"),
        None => QuestionBank::edition(assessment.edition()).expect("a built-in bank").clone(),
    };
    let corrections = request.get("corrections").and_then(Value::as_array).into_iter().flatten();
    let bank = corrections.fold(bank, |bank, corrections| {
        let corrections = Corrections::from_json(corrections.to_string()).expect("corrections");
        bank.corrected_by(&corrections).expect("no mistakes")
    });
    let mut words = in_capitals(&bank);
    words["format"] = "dspt.wording.v1".into();
    words["locale"] = "en-GB".into();
    words
}

#[test]
fn every_message_of_every_document_is_in_the_words_of_the_pack() {
    for operation in OPERATIONS.iter().copied() {
        let mut count = 0;
        for (file, mut request) in requests(operation) {
            let ours = call(operation, request.to_string());
            request["wording"] = capitals_for(&request);
            let answer = call(operation, request.to_string());
            assert_eq!(answer.outcome, ours.outcome, "{file}: {}", answer.text);
            let mut all = Vec::new();
            told(&serde_json::from_str(&answer.text).expect("JSON"), "", &mut all);
            for Told { place, message, quotes } in all {
                let rest = quotes.iter().fold(message.clone(), |rest, quote| rest.replace(quote, ""));
                assert_eq!(rest, rest.to_uppercase(), "{file} at {place}: {message}");
                count += 1;
            }
        }
        assert!(count > 0, "{operation} says nothing");
    }
}
