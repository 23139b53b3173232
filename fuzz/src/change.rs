//! Changes to a JSON document by its parts: one left out, put twice, moved, or another in its place.

use std::sync::OnceLock;

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

use crate::Bytes;

/// Days, numbers and texts at the edges of what is read.
const EDGES: &[&str] = &[
    "",
    " ",
    "-",
    "0",
    "N/A",
    "Not applicable",
    "not-applicable: we have none",
    "NA",
    "2025-26",
    "2024-25",
    "2021-22",
    "2020-21",
    "1999-00",
    "9999-00",
    "1.1.1",
    "3.2.1",
    "8.1.4",
    "8.2.1",
    "7.1.1",
    "1.1",
    "255.255.255",
    "VM0X1",
    "A1B2",
    "0000-01-01",
    "1999-12-31",
    "2021-06-30",
    "2022-06-09",
    "2024-02-29",
    "2025-06-30",
    "2025-10-01",
    "2026-02-29",
    "2026-06-01",
    "2026-06-30",
    "2026-09-30",
    "9999-12-31",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "é",
    "{question}",
];

/// Every word that a document may have, by the library's own lists.
fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let labels = dspt::json::labels();
        let labels = labels.iter().flat_map(|list| list.words.iter().map(|label| label.word.to_string()));
        EDGES.iter().map(ToString::to_string).chain(labels).collect()
    })
}

/// The place of every entry of every object and list.
fn places(of: &Value) -> Vec<String> {
    fn add(of: &Value, at: &str, all: &mut Vec<String>) {
        let mut entry = |key: &str, value: &Value| {
            let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            all.push(place.clone());
            add(value, &place, all);
        };
        match of {
            Value::Object(entries) => entries.iter().for_each(|(key, value)| entry(key, value)),
            Value::Array(entries) => {
                entries.iter().enumerate().for_each(|(at, value)| entry(&at.to_string(), value));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    add(of, "", &mut all);
    all
}

/// A value of some kind: of the lists of words, of the input, or one from elsewhere in the document.
fn value(bytes: &mut Bytes, document: &Value, places: &[String]) -> Value {
    match bytes.byte() % 8 {
        0 => json!(bytes.byte() % 2 == 0),
        1 => json!(bytes.byte()),
        2 => json!(bytes.pick(&[0_u64, 1, 95, 100, 1_000, 4_294_967_295, 4_294_967_296, u64::MAX])),
        3 => json!(bytes.text(40)),
        4 => bytes.pick(&[json!(null), json!([]), json!({}), json!(-1), json!(1.5), json!(1e300)]).clone(),
        5 => json!(bytes.pick(words())),
        _ => document.pointer(bytes.pick(places).as_str()).cloned().unwrap_or_default(),
    }
}

/// Changes one part of a document.
pub fn change(document: &mut Value, bytes: &mut Bytes) {
    let places = places(document);
    if places.is_empty() {
        *document = value(bytes, document, &[String::new()]);
        return;
    }
    let place = bytes.pick(&places).clone();
    let Some((holder, key)) = place.rsplit_once('/') else { return };
    let what = bytes.byte() % 6;
    let new = value(bytes, document, &places);
    match (what, document.pointer_mut(holder)) {
        (0, Some(Value::Object(entries))) => drop(entries.remove(&key.replace("~1", "/").replace("~0", "~"))),
        (0, Some(Value::Array(entries))) => drop(entries.remove(key.parse().unwrap())),
        (1, Some(Value::Object(entries))) => drop(entries.insert(bytes.pick(words()).clone(), new)),
        (1, Some(Value::Array(entries))) => entries.push(new),
        (2, Some(Value::Array(entries))) => {
            let (from, to) = (key.parse().unwrap(), bytes.below(entries.len()));
            entries.swap(from, to);
        }
        (3, Some(_)) => {
            // A key that another object of the document has, where this one may lack it.
            let other = bytes.pick(&places).clone();
            let (name, copy) = (other.rsplit('/').next().unwrap_or_default(), document.pointer(&other).cloned());
            if let (Some(Value::Object(entries)), Some(copy)) = (document.pointer_mut(holder), copy) {
                entries.insert(name.replace("~1", "/").replace("~0", "~"), copy);
            }
        }
        _ => {
            if let Some(at) = document.pointer_mut(&place) {
                *at = new;
            }
        }
    }
}

/// Changes an input for the fuzzer: half of the time by its bytes, half of the time by the parts of the JSON in it, of
/// which there may be several documents with a nought byte between them.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let changed = if seed % 2 == 1 { by_parts(&data[..size], seed) } else { None };
    match changed.filter(|changed| changed.len() <= most) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        None => fuzzer_mutate(data, size, most),
    }
}

fn by_parts(input: &[u8], seed: u32) -> Option<Vec<u8>> {
    // What is drawn need not be good; it has to be the same for the same seed.
    let mut state = u64::from(seed);
    let draws = [(); 96].map(|()| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[1]
    });
    let mut bytes = Bytes::new(&draws);
    let mut documents: Vec<&[u8]> = input.split(|byte| *byte == 0).collect();
    let at = bytes.below(documents.len());
    let mut document: Value = serde_json::from_slice(documents[at]).ok()?;
    for _ in 0..=bytes.byte() % 3 {
        change(&mut document, &mut bytes);
    }
    let text = document.to_string();
    documents[at] = text.as_bytes();
    Some(documents.join(&0))
}
