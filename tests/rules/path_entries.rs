//! What the steps say to write in an assessment, written: the same as taking the steps.

use dspt::{Aim, Assessment, Level, path_to};
use serde_json::Value;

use crate::common::day;

const EXAMPLES: &[(&str, &str)] = &[
    ("empty-2025-26", "2026-06-01"),
    ("five-rivers-care-lapsed-2025-26", "2026-06-01"),
    ("harbour-house-2024-25", "2025-05-30"),
    ("harbour-house-2025-26", "2026-06-01"),
    ("meadow-lane-supported-living-2025-26", "2026-06-01"),
    ("oak-tree-court-2025-26", "2026-06-01"),
    ("riverbank-homecare-2021-22", "2022-06-16"),
    ("st-brannocks-court-2022-23", "2023-05-30"),
    ("willow-hospice-2025-26", "2026-06-01"),
];

/// Writes JSON at a pointer, making the objects on the way; a list is added to the list there.
fn write(document: &mut Value, pointer: &str, json: Value) {
    let (mut place, keys) = (document, pointer.split('/').skip(1));
    for key in keys {
        place = place.as_object_mut().expect("an object").entry(key).or_insert_with(|| match &json {
            Value::Array(_) => Value::Array(Vec::new()),
            _ => Value::Object(serde_json::Map::new()),
        });
    }
    match (place, json) {
        (Value::Array(there), Value::Array(more)) => there.extend(more),
        (place, json) => *place = json,
    }
}

#[test]
fn writing_the_entries_of_a_path_is_taking_its_steps() {
    let mut written = 0;
    for (name, as_of) in EXAMPLES {
        let file = format!("{}/examples/assessments/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).expect("the example is there");
        let assessment = Assessment::from_json(&text).expect("it can be read");
        let bank = assessment.built_in_bank().expect("its edition is built in");
        let aims = Level::ALL.iter().flat_map(|level| [Aim::to_reach(*level), Aim::to_publish(*level)]);
        for aim in aims {
            let path = path_to(bank, &assessment, day(as_of), aim);
            let mut document: Value = serde_json::from_str(&text).expect("JSON");
            for step in &path.steps {
                let (pointer, json) = step.alteration.entry().expect("a step writes something");
                write(&mut document, &pointer, serde_json::from_str(&json).expect("JSON"));
                written += 1;
            }
            let by_hand = Assessment::from_json(document.to_string()).expect("what was written can be read");
            let by_steps = path.steps.iter().fold(assessment.clone(), |altered, step| step.apply(&altered));
            assert_eq!(by_hand, by_steps, "{name}: {aim:?}");
        }
    }
    assert!(written > 300, "{written} entries were written");
}
