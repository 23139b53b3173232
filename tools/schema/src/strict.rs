//! The strict profile: plain keywords that validators and code generators take as they are.
//!
//! What the types give is right and yet breaks tools: Ajv's strict mode refuses number formats it does not know, code
//! generators lose types that stand beside a description, merge alternatives without a name, and read `null` where a
//! key is merely absent. Each step here mends one of these; `tests/consumers` shows that the tools are content.

use dspt::Direction;
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// The most characters of a text and the most entries of a list, where the type names no bound of its own.
const MAX_TEXT: u64 = 2_000;
const MAX_LIST: u64 = 1_000;

/// The schema of a document in the strict profile, draft 2020-12, without its id.
pub(crate) fn strict(schema: Value, direction: Direction) -> Value {
    let mut root = object(schema);
    root.shift_remove("$schema");
    let definitions = root.shift_remove("$defs").map(object).unwrap_or_default();
    let mut named = Object::new();
    let title = root.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    let root = definition(&title, root, direction, &mut named);
    for (name, schema) in definitions {
        let schema = definition(&name, object(schema), direction, &mut named);
        named.insert(name, Value::Object(schema));
    }
    named.sort_keys();
    let mut whole = root;
    if !named.is_empty() {
        whole.insert("$defs".to_owned(), Value::Object(named));
    }
    Value::Object(whole)
}

/// One named type: mended, titled, and its alternatives given names of their own.
fn definition(name: &str, schema: Object, direction: Direction, named: &mut Object) -> Object {
    let mut schema = push_down(schema);
    if let Some(words) = words(&schema) {
        schema = words;
    }
    if let Some(Value::Array(ways)) = schema.shift_remove("oneOf") {
        schema.shift_remove("type");
        let references = ways.into_iter().map(|way| {
            let way = object(way);
            let variant = format!("{}{name}", variant_name(&way));
            let way = definition(&variant, way, direction, named);
            named.insert(variant.clone(), Value::Object(way));
            json!({ "$ref": format!("#/$defs/{variant}") })
        });
        let references: Vec<Value> = references.collect();
        schema.insert("oneOf".to_owned(), Value::Array(references));
    }
    let mut mended = mend(schema, direction);
    mended.shift_remove("title");
    let mut titled = Object::from_iter([("title".to_owned(), Value::from(name))]);
    for key in ["description", "type"] {
        if let Some(value) = mended.shift_remove(key) {
            titled.insert(key.to_owned(), value);
        }
    }
    titled.extend(mended);
    titled
}

/// A type whose alternatives stand beside properties of all of them: each alternative gets the properties itself.
fn push_down(mut schema: Object) -> Object {
    let (Some(Value::Array(ways)), Some(Value::Object(shared))) =
        (schema.get("oneOf").cloned(), schema.get("properties").cloned())
    else {
        return schema;
    };
    let required = schema.shift_remove("required").unwrap_or_else(|| json!([]));
    schema.shift_remove("properties");
    let ways = ways.into_iter().map(|way| {
        let mut way = object(way);
        if let Some(Value::Object(properties)) = way.get_mut("properties") {
            properties.extend(shared.clone());
        }
        if let (Some(Value::Array(own)), Value::Array(shared)) = (way.get_mut("required"), &required) {
            own.extend(shared.iter().cloned());
        }
        Value::Object(way)
    });
    let ways = ways.collect();
    schema.insert("oneOf".to_owned(), Value::Array(ways));
    schema
}

/// A choice between single words, as a plain list of them.
fn words(schema: &Object) -> Option<Object> {
    let ways = schema.get("oneOf")?.as_array()?;
    let mut list = Vec::new();
    let mut lines = vec![first_paragraph(schema.get("description")?.as_str()?)];
    for way in ways {
        let word = way.get("const")?.as_str()?;
        let about = way.get("description").and_then(Value::as_str).unwrap_or_default();
        list.push(Value::from(word));
        lines.push(format!("`{word}`: {}", sentence(about)));
    }
    Some(Object::from_iter([
        ("description".to_owned(), Value::from(lines.join("\n"))),
        ("type".to_owned(), Value::from("string")),
        ("enum".to_owned(), Value::Array(list)),
    ]))
}

/// The name of an alternative, after the word that tells it from the others.
fn variant_name(way: &Object) -> String {
    let properties = way.get("properties").and_then(Value::as_object);
    let mut words = properties.into_iter().flatten().filter_map(|(_, property)| property.get("const")?.as_str());
    words.next().unwrap_or_default().split('-').map(capitalised).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Mends one schema and everything in it.
fn mend(mut schema: Object, direction: Direction) -> Object {
    without_null(&mut schema);
    schema.shift_remove("default");
    whole_numbers(&mut schema);
    if schema.get("format").is_some_and(|format| format == "date") {
        schema.insert("pattern".to_owned(), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".into());
    }
    if direction == Direction::Input {
        bounded(&mut schema);
    }
    // A list of words has a line for each, and they are in order already.
    if !schema.contains_key("enum") {
        if let Some(description) = schema.get_mut("description") {
            *description = first_paragraph(description.as_str().unwrap_or_default()).into();
        }
    }
    for key in ["items", "additionalProperties", "propertyNames"] {
        if let Some(Value::Object(inner)) = schema.get_mut(key) {
            *inner = mend(std::mem::take(inner), direction);
        }
    }
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, property) in properties.iter_mut() {
            *property = Value::Object(property_of(name, object(property.take()), direction));
        }
    }
    if let (Direction::Input, true) = (direction, schema.contains_key("properties")) {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    schema
}

/// A property: described in one sentence, and never a description beside a reference, which old tools drop.
fn property_of(name: &str, schema: Object, direction: Direction) -> Object {
    let mut schema = mend(schema, direction);
    if let Some(Value::Array(all)) = schema.get_mut("allOf") {
        if let [Value::Object(only)] = all.as_mut_slice() {
            let only = mend(std::mem::take(only), direction);
            if only.contains_key("$ref") {
                *all = vec![Value::Object(only)];
            } else {
                schema.shift_remove("allOf");
                for (key, value) in only {
                    schema.entry(key).or_insert(value);
                }
            }
        }
    }
    // A list of one word, because some generators pass over `const`.
    if let Some(word) = schema.shift_remove("const").and_then(|word| word.as_str().map(str::to_owned)) {
        schema.insert("enum".to_owned(), json!([word]));
        schema.insert("description".to_owned(), format!("Always `{word}`; it tells the kinds apart.").into());
    }
    if name == "format" && schema.contains_key("enum") {
        schema.insert("description".to_owned(), "The format of the document, with its version.".into());
    }
    if let Some(description) = schema.get_mut("description") {
        *description = sentence(description.as_str().unwrap_or_default()).into();
    }
    if let Some(reference) = schema.shift_remove("$ref") {
        schema.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
    let mut described = Object::new();
    if let Some(description) = schema.shift_remove("description") {
        described.insert("description".to_owned(), description);
    }
    described.extend(schema);
    described
}

/// A key is absent rather than null.
fn without_null(schema: &mut Object) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(ways)) = schema.get("anyOf") {
        let ways: Vec<Value> =
            ways.iter().filter(|way| way.get("type").is_none_or(|name| name != "null")).cloned().collect();
        if let [only] = ways.as_slice() {
            schema.shift_remove("anyOf");
            schema.extend(object(only.clone()));
        }
    }
}

/// Number formats are not of JSON Schema; their bounds are.
fn whole_numbers(schema: &mut Object) {
    if schema.get("type").is_none_or(|name| name != "integer") {
        return;
    }
    if schema.shift_remove("format").is_some_and(|format| format == "uint32") {
        schema.entry("maximum").or_insert_with(|| u32::MAX.into());
    }
    schema.entry("minimum").or_insert_with(|| 0.into());
}

/// Texts and lists that are read have bounds.
fn bounded(schema: &mut Object) {
    let says = |key: &str| schema.contains_key(key);
    match schema.get("type").and_then(Value::as_str) {
        Some("string") if !["enum", "const", "pattern", "maxLength"].into_iter().any(says) => {
            schema.insert("maxLength".to_owned(), MAX_TEXT.into());
        }
        Some("array") if !says("maxItems") => {
            schema.insert("maxItems".to_owned(), MAX_LIST.into());
        }
        _ => {}
    }
}

/// The first paragraph of a description, on one line.
fn first_paragraph(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence of a description.
fn sentence(text: &str) -> String {
    let paragraph = first_paragraph(text);
    paragraph.split_once(". ").map_or(paragraph.clone(), |(first, _)| format!("{first}."))
}

fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}
