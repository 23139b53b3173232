//! Every document among the fixtures: read and printed it is the same document, and printed again the same text.

use std::path::Path;

use dspt::json::Operation;
use dspt::{Assessment, Corrections, QuestionBank, RawBank, RawServices, RawWording, Services};
use serde_json::Value;

/// How many documents of each kind were read and printed.
#[derive(Debug, Default)]
struct Seen {
    assessments: usize,
    banks: usize,
    answers: usize,
    corrections: usize,
    packs: usize,
}

/// What an object is among keys of one kind, none where it is nothing that can be read.
fn round_trip(value: &Value, seen: &mut Seen) {
    let text = value.to_string();
    match value["format"].as_str() {
        Some("dspt.assessment.v1") => {
            let Ok(read) = Assessment::from_json(&text) else { return };
            let printed = read.to_json();
            assert_eq!(Assessment::from_json(&printed).as_ref(), Ok(&read), "{text}");
            assert_eq!(Assessment::from_json(&printed).expect("an assessment").to_json(), printed);
            seen.assessments += 1;
        }
        Some("dspt.bank.v1") => {
            let Ok(Ok(read)) = RawBank::from_json(&text).map(RawBank::check) else { return };
            let printed = read.to_json();
            let again = RawBank::from_json(&printed).expect("a bank").check().expect("no mistake");
            assert_eq!((again.to_json(), again.digest()), (printed, read.digest()));
            assert_eq!(again, read);
            seen.banks += 1;
        }
        // These two are never printed; what was read is the same however it is spelt.
        Some("dspt.corrections.v1") => {
            let Ok(read) = Corrections::from_json(&text) else { return };
            let spelt = serde_json::to_string_pretty(value).expect("JSON");
            assert_eq!(format!("{:?}", Corrections::from_json(spelt).expect("corrections")), format!("{read:?}"));
            seen.corrections += 1;
        }
        Some("dspt.wording.v1") => {
            let Ok(read) = RawWording::from_json(&text) else { return };
            let spelt = serde_json::to_string_pretty(value).expect("JSON");
            assert_eq!(format!("{:?}", RawWording::from_json(spelt).expect("a pack")), format!("{read:?}"));
            seen.packs += 1;
        }
        _ => {}
    }
}

/// A document and everything within it.
fn each(value: &Value, seen: &mut Seen) {
    round_trip(value, seen);
    match value {
        Value::Array(list) => list.iter().for_each(|value| each(value, seen)),
        Value::Object(object) => object.values().for_each(|value| each(value, seen)),
        _ => {}
    }
}

#[test]
fn every_document_among_the_fixtures_reads_back_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/fixtures");
    let mut seen = Seen::default();
    for operation in Operation::ALL {
        for entry in std::fs::read_dir(folder.join(operation.as_str())).expect("fixtures") {
            let path = entry.expect("a file").path();
            let text = std::fs::read(&path).expect("a file");
            // Some requests are no JSON, on purpose.
            let Ok(value) = serde_json::from_slice::<Value>(&text) else { continue };
            each(&value, &mut seen);
            if path.to_string_lossy().ends_with(".answer.json") {
                let printed = serde_json::to_string(&value).expect("JSON");
                assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON"), value, "{}", path.display());
                seen.answers += 1;
            }
        }
    }
    let Seen { assessments, banks, answers, corrections, packs } = seen;
    assert!(assessments > 100 && answers > 200, "{seen:?}");
    assert!(banks > 0 && corrections > 0 && packs > 0, "{seen:?}");
}

#[test]
fn the_built_in_banks_and_services_read_back_as_they_were() {
    for bank in QuestionBank::editions() {
        let read = RawBank::from_json(bank.to_json()).expect("a bank").check().expect("no mistake");
        assert_eq!(&read, bank);
    }
    let services = Services::built_in();
    let read = RawServices::from_json(services.to_json()).expect("services").check().expect("no mistake");
    assert_eq!(read.to_json(), services.to_json());
}
