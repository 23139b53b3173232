//! What is committed in `schema/` is what the types give today, and nothing released has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use dspt::Direction;
use dspt_schema::{Change, Published, RETIRED, Weight, changes, files, lost, published, released};
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema")
}

fn committed(place: &Path) -> String {
    std::fs::read_to_string(folder().join(place)).unwrap_or_default()
}

const MEND: &str = "run `cargo run -p dspt-schema --example write` and commit what it writes";

#[test]
fn every_generated_file_is_committed_as_it_is_generated() {
    for (place, text) in files(&folder()).expect("fixtures") {
        assert!(committed(&place) == text, "{} is stale: {MEND}", place.display());
    }
}

#[test]
fn every_schema_that_is_committed_is_generated() {
    let generated: BTreeSet<PathBuf> = files(&folder()).expect("fixtures").into_keys().collect();
    for profile in ["strict", "forms"] {
        for draft in ["2020-12", "draft-07"] {
            for entry in std::fs::read_dir(folder().join(profile).join(draft)).expect("a folder") {
                let name = entry.expect("a file").file_name();
                let place = Path::new(profile).join(draft).join(&name);
                assert!(generated.contains(&place), "{} is not generated: remove it", place.display());
            }
        }
    }
}

#[test]
fn a_schema_that_is_released_never_changes() {
    for (place, text) in released(&folder()).expect("fixtures") {
        let released = committed(&place);
        assert!(!released.is_empty(), "{} is not committed: {MEND}", place.display());
        assert!(released == text, "{} is released and has changed: give it a new version", place.display());
    }
}

/// The released versions of a document before the one that is generated, latest last.
fn earlier(document: &Published) -> Vec<([u32; 3], Value)> {
    let prefix = format!("{}-", document.name);
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder().join("released")).expect("released schemas") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let Some(version) = name.strip_prefix(&prefix).and_then(parts) else { continue };
        let text = std::fs::read_to_string(&path).expect("a file");
        all.insert(version, serde_json::from_str(&text).expect("JSON"));
    }
    let now = parts(document.version).expect("a version");
    all.into_iter().filter(|(version, _)| *version < now).collect()
}

fn parts(version: &str) -> Option<[u32; 3]> {
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// Whether a step from one version to another is large enough for a change.
fn is_enough(from: [u32; 3], to: [u32; 3], weight: Weight) -> bool {
    match weight {
        Weight::Wording => to > from,
        Weight::Addition => to[..2] > from[..2],
        Weight::Breaking => to[0] > from[0],
    }
}

#[test]
fn a_change_comes_with_the_version_it_asks_for() {
    for document in published() {
        if let Some((before, schema)) = earlier(&document).pop() {
            let now = parts(document.version).expect("a version");
            for change in changes(&schema, &document.schema, document.direction) {
                let name = document.name;
                assert!(is_enough(before, now, change.weight), "{name} {before:?} to {now:?}: {change:?}");
            }
        }
    }
}

#[test]
fn the_format_of_a_document_has_the_first_number_of_its_schemas_version() {
    for document in published() {
        let format = document.schema.pointer("/properties/format/enum/0").and_then(Value::as_str).expect("a format");
        let major = document.version.split('.').next().expect("a number");
        assert_eq!(format, format!("dspt.{}.v{major}", document.name));
    }
}

#[track_caller]
fn weighs(direction: Direction, old: &Value, new: &Value) -> Option<Weight> {
    let found: Vec<Change> = changes(old, new, direction);
    found.into_iter().map(|change| change.weight).max()
}

#[test]
fn whoever_is_asked_may_be_asked_for_less_and_whoever_is_told_may_be_told_more() {
    use Weight::{Addition, Breaking, Wording};
    let base =
        json!({ "type": "object", "properties": { "a": { "type": "string", "maxLength": 5 } }, "required": ["a"] });
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = base.clone();
        change(&mut changed);
        changed
    };
    let table: [(&str, Value, Option<Weight>, Option<Weight>); 9] = [
        ("nothing", base.clone(), None, None),
        ("a description", with(&|s| s["description"] = json!("x")), Some(Wording), Some(Wording)),
        ("a new key", with(&|s| s["properties"]["b"] = json!({})), Some(Addition), Some(Addition)),
        ("a key gone", with(&|s| s["properties"] = json!({})), Some(Breaking), Some(Breaking)),
        ("a key no longer required", with(&|s| s["required"] = json!([])), Some(Addition), Some(Breaking)),
        ("another type", with(&|s| s["properties"]["a"]["type"] = json!("integer")), Some(Breaking), Some(Breaking)),
        ("a wider bound", with(&|s| s["properties"]["a"]["maxLength"] = json!(6)), Some(Addition), Some(Breaking)),
        ("a narrower bound", with(&|s| s["properties"]["a"]["maxLength"] = json!(4)), Some(Breaking), Some(Addition)),
        ("a new pattern", with(&|s| s["properties"]["a"]["pattern"] = json!("x")), Some(Breaking), Some(Breaking)),
    ];
    for (what, new, asked, told) in table {
        assert_eq!(weighs(Direction::Input, &base, &new), asked, "{what}, asked");
        assert_eq!(weighs(Direction::Output, &base, &new), told, "{what}, told");
    }
    let words = |list: &[&str]| json!({ "type": "string", "enum": list });
    assert_eq!(weighs(Direction::Input, &words(&["a"]), &words(&["a", "b"])), Some(Addition));
    assert_eq!(weighs(Direction::Output, &words(&["a", "b"]), &words(&["a"])), Some(Breaking));
}

#[test]
fn changes_behind_a_reference_are_found_and_a_type_that_holds_itself_ends() {
    let of = |bound: u64| {
        json!({
            "properties": { "rule": { "allOf": [{ "$ref": "#/$defs/Rule" }] } },
            "$defs": {
                "Rule": { "oneOf": [{ "$ref": "#/$defs/AllOfRule" }] },
                "AllOfRule": { "properties": {
                    "rules": { "type": "array", "items": { "$ref": "#/$defs/Rule" }, "maxItems": bound }
                } }
            }
        })
    };
    let found = changes(&of(5), &of(4), Direction::Input);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].place.as_str(), found[0].weight), ("/rule/AllOfRule/rules", Weight::Breaking));
}

#[test]
fn no_code_is_renamed_or_used_again() {
    let ledger: Value = serde_json::from_str(&committed(Path::new("codes.json"))).expect("the list of codes");
    assert_eq!(lost(&ledger), [""; 0], "a code that is no longer given is retired in `RETIRED`");
    for (about, code, _) in RETIRED {
        let now = dspt::json::codes().into_iter().find(|list| list.about == *about).expect("a list");
        assert!(now.codes.iter().all(|entry| entry.code != *code), "{about} {code} is used again");
    }
    let renamed =
        json!({ "lists": [{ "about": "finding", "codes": [{ "code": "unanswered" }, { "code": "unasked" }] }] });
    assert_eq!(lost(&renamed), ["finding unasked"]);
}

#[test]
fn every_code_is_kebab_case_and_stands_once_in_its_list() {
    for list in dspt::json::codes() {
        let mut seen = BTreeSet::new();
        for entry in list.codes {
            let kebab =
                entry.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            assert!(kebab && !entry.code.is_empty(), "{}", entry.code);
            assert!(seen.insert(entry.code), "{} stands twice", entry.code);
            assert!(entry.means.ends_with('.'), "{}: {}", entry.code, entry.means);
        }
    }
}

/// Every named type of a schema, the whole document included.
fn definitions(schema: &Value) -> Vec<(&str, &Value)> {
    let named = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
    let title = schema["title"].as_str().expect("a title");
    named.map(|(name, schema)| (name.as_str(), schema)).chain([(title, schema)]).collect()
}

#[test]
fn every_type_has_its_name_for_a_title_and_every_property_a_sentence() {
    for document in published() {
        for (name, schema) in definitions(&document.schema) {
            assert_eq!(schema["title"], name, "{}", document.name);
            assert!(schema["description"].as_str().is_some_and(|text| text.contains('.')), "{} {name}", document.name);
            for (key, property) in schema["properties"].as_object().into_iter().flatten() {
                let described = property["description"].as_str().unwrap_or_default();
                let is_one = described.ends_with('.') && !described.contains(". ") && !described.contains('\n');
                assert!(is_one, "{} {name} {key}: {described}", document.name);
                assert!(property.get("$ref").is_none(), "{name} {key}: a description beside a reference is lost");
            }
        }
    }
}

/// Calls a function on every schema in a value.
fn each(value: &Value, seen: &mut dyn FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(entries) => {
            seen(entries);
            entries.iter().filter(|(key, _)| *key != "examples").for_each(|(_, value)| each(value, seen));
        }
        Value::Array(entries) => entries.iter().for_each(|value| each(value, seen)),
        _ => {}
    }
}

#[test]
fn the_strict_profile_has_none_of_what_breaks_tools() {
    for document in published() {
        each(&document.schema, &mut |schema| {
            let format = schema.get("format").and_then(Value::as_str);
            assert!(format.is_none_or(|format| format == "date"), "{format:?}");
            assert!(schema.get("type").is_none_or(|name| *name != "null"));
            for keyword in
                ["patternProperties", "unevaluatedProperties", "anyOf", "not", "default", "discriminator", "const"]
            {
                assert!(!schema.contains_key(keyword) || schema.contains_key("title"), "{keyword}");
            }
            assert!(schema.keys().all(|key| !key.starts_with("x-")));
        });
    }
}

#[test]
fn what_is_read_is_closed_and_bounded_and_what_is_written_is_open() {
    for document in published() {
        each(&document.schema, &mut |schema| {
            let is_object =
                schema.get("type").is_some_and(|name| name == "object") && schema.contains_key("properties");
            let closed = schema.get("additionalProperties").is_some_and(|more| *more == false);
            let is_input = document.direction == Direction::Input;
            assert!(!is_object || closed == is_input, "{}: {schema:?}", document.name);
            let is_list = schema.get("type").is_some_and(|name| name == "array");
            assert!(!is_list || schema.contains_key("maxItems") == is_input, "{}: {schema:?}", document.name);
        });
    }
}
