//! The same schema in another edition of JSON Schema, with its id.

use dspt::{Draft, Profile};
use serde_json::{Map, Value, json};

/// The schema with the id, the draft and the examples under which it is published.
pub(crate) fn in_draft(
    schema: &Value,
    name: &str,
    version: &str,
    profile: Profile,
    draft: Draft,
    example: &Value,
) -> Value {
    let (uri, suffix) = match draft {
        Draft::Draft2020 => ("https://json-schema.org/draft/2020-12/schema", "2020-12"),
        Draft::Draft07 => ("http://json-schema.org/draft-07/schema#", "draft-07"),
    };
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), uri.into());
    // A name that needs no domain and that nobody has to fetch; another version is another name.
    whole.insert("$id".to_owned(), format!("urn:dspt:schema:{name}:{version}:{profile}:{suffix}").into());
    let body = match draft {
        Draft::Draft2020 => schema.clone(),
        Draft::Draft07 => with_definitions(schema.clone()),
    };
    let Value::Object(mut body) = body else { return Value::Object(whole) };
    let definitions = ["$defs", "definitions"].into_iter().find_map(|key| body.shift_remove_entry(key));
    whole.extend(body);
    whole.insert("examples".to_owned(), json!([example]));
    whole.extend(definitions);
    Value::Object(whole)
}

/// Draft-07 calls `$defs` `definitions`.
fn with_definitions(schema: Value) -> Value {
    match schema {
        Value::Object(entries) => {
            let renamed = entries.into_iter().map(|(key, value)| match (key.as_str(), value) {
                ("$defs", value) => ("definitions".to_owned(), with_definitions(value)),
                ("$ref", Value::String(to)) => (key, to.replace("#/$defs/", "#/definitions/").into()),
                (_, value) => (key, with_definitions(value)),
            });
            Value::Object(renamed.collect())
        }
        Value::Array(entries) => Value::Array(entries.into_iter().map(with_definitions).collect()),
        leaf => leaf,
    }
}
