//! The forms profile of a document: titles for every property, labelled choices, alternatives with a title.

use serde_json::{Map, Value, json};

/// The strict schema with what tools that render forms show to people.
pub(crate) fn labelled(schema: &Value) -> Value {
    match schema {
        Value::Object(entries) => Value::Object(labelled_object(entries)),
        Value::Array(entries) => Value::Array(entries.iter().map(labelled).collect()),
        leaf => leaf.clone(),
    }
}

fn labelled_object(entries: &Map<String, Value>) -> Map<String, Value> {
    let mut shown = Map::new();
    for (key, value) in entries {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                let titled = properties.iter().map(|(name, property)| (name.clone(), titled(name, property)));
                shown.insert(key.clone(), Value::Object(titled.collect()));
            }
            // No choice at all.
            ("enum", Value::Array(words)) if words.len() == 1 => {
                shown.extend(words.first().map(|word| ("const".to_owned(), word.clone())));
            }
            ("enum", Value::Array(words)) => {
                let choices: Vec<Value> = words.iter().filter_map(Value::as_str).map(choice).collect();
                shown.insert("oneOf".to_owned(), choices.into());
            }
            // Data, not schemas.
            ("examples" | "required", value) => {
                shown.insert(key.clone(), value.clone());
            }
            (_, value) => {
                shown.insert(key.clone(), labelled(value));
            }
        }
    }
    shown
}

fn choice(word: &str) -> Value {
    json!({ "const": word, "title": dspt::json::label(word) })
}

fn titled(name: &str, property: &Value) -> Value {
    let Value::Object(mut shown) = labelled(property) else { return property.clone() };
    shown.shift_insert(0, "title".to_owned(), title(name).into());
    Value::Object(shown)
}

/// `reviewedOn` as people write it: "Reviewed on".
fn title(key: &str) -> String {
    let mut words = String::new();
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            words.push('-');
        }
        words.push(letter.to_ascii_lowercase());
    }
    dspt::json::label(&words)
}
