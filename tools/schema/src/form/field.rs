//! A field of a form, and the schema that describes it.

use serde_json::{Map, Value, json};

/// A field: what it is called, what stands beside it, and what can be put into it.
pub(super) struct Field {
    /// Its key in the form data.
    pub(super) key: String,
    /// What it is called; no two fields on a page are called alike.
    pub(super) title: String,
    /// What stands beside it.
    pub(super) description: String,
    /// When it is on screen.
    pub(super) shown: Shown,
    /// Whether it has to be filled while it is on screen.
    pub(super) demand: Demand,
    /// What can be put into it.
    pub(super) kind: Kind,
}

/// When a field is on screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// All the time.
    Always,
    /// While a field beside it holds a word.
    While(&'static str, &'static str),
    /// Where the form data has it already.
    WhereFilled,
}

/// Whether a field has to be filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// The form is not complete without it.
    Required,
    /// It can stay empty.
    Optional,
}

/// What can be put into a field.
pub(super) enum Kind {
    /// Words on one line.
    Line { max_length: u64 },
    /// Words on several lines.
    Paragraph { max_length: u64, rows: u64 },
    /// A code that follows a pattern.
    Code { max_length: u64, pattern: String },
    /// The same, to be read and not to be changed.
    FixedCode { max_length: u64, pattern: String },
    /// A day.
    Date,
    /// A box to tick.
    Tick,
    /// A whole number.
    Number { range: (u64, u64) },
    /// One of several words.
    Choice(Vec<Word>),
    /// Any of several words.
    Several { words: Vec<Word>, max_items: u64 },
    /// As many entries as one likes.
    List { entry: Box<Field>, max_items: u64 },
    /// Fields that belong together.
    Group(Group),
}

/// A word as it stands in the form data, and as it stands on screen.
pub(super) struct Word {
    word: String,
    label: String,
}

/// Fields that belong together, in the order of the screen.
pub(super) struct Group {
    /// The fields.
    pub(super) fields: Vec<Field>,
    /// Fields that make no sense without others: one, and those it cannot be without.
    pub(super) together: &'static [(&'static str, &'static [&'static str])],
}

impl Field {
    /// A field that is on screen all the time and can stay empty.
    pub(super) fn new(key: &str, title: impl Into<String>, description: impl Into<String>, kind: Kind) -> Self {
        let (title, description) = (title.into(), description.into());
        Self { key: key.to_owned(), title, description, shown: Shown::Always, demand: Demand::Optional, kind }
    }

    /// The same field, to be filled.
    pub(super) fn required(self) -> Self {
        Self { demand: Demand::Required, ..self }
    }

    /// The same field, shown at times.
    pub(super) fn shown(self, shown: Shown) -> Self {
        Self { shown, ..self }
    }

    /// The fields that belong to the field, where it is a group.
    pub(super) fn inside(&self) -> &[Self] {
        match &self.kind {
            Kind::Group(group) => &group.fields,
            _ => &[],
        }
    }

    /// The schema of what can be put into the field.
    pub(super) fn schema(&self) -> Value {
        let (title, description) = (&self.title, &self.description);
        match &self.kind {
            Kind::Line { max_length } | Kind::Paragraph { max_length, .. } => {
                json!({ "type": "string", "title": title, "description": description, "maxLength": max_length })
            }
            Kind::Code { max_length, pattern } => json!({
                "type": "string", "title": title, "description": description,
                "maxLength": max_length, "pattern": pattern,
            }),
            Kind::FixedCode { max_length, pattern } => json!({
                "type": "string", "title": title, "description": description,
                "maxLength": max_length, "pattern": pattern, "readOnly": true,
            }),
            Kind::Date => json!({ "type": "string", "format": "date", "title": title, "description": description }),
            Kind::Tick => json!({ "type": "boolean", "title": title, "description": description }),
            Kind::Number { range: (minimum, maximum) } => json!({
                "type": "integer", "title": title, "description": description,
                "minimum": minimum, "maximum": maximum,
            }),
            Kind::Choice(words) => {
                json!({ "type": "string", "title": title, "description": description, "oneOf": choices(words) })
            }
            Kind::Several { words, max_items } => json!({
                "type": "array", "title": title, "description": description,
                "uniqueItems": true, "maxItems": max_items,
                "items": {
                    "type": "string", "title": title, "description": "One thing asked for.", "oneOf": choices(words),
                },
            }),
            Kind::List { entry, max_items } => json!({
                "type": "array", "title": title, "description": description,
                "maxItems": max_items, "items": entry.schema(),
            }),
            Kind::Group(group) => group.schema(title, description),
        }
    }
}

impl Word {
    /// A word with its label.
    pub(super) fn new(word: impl Into<String>, label: impl Into<String>) -> Self {
        Self { word: word.into(), label: label.into() }
    }
}

fn choices(words: &[Word]) -> Vec<Value> {
    words.iter().map(|choice| json!({ "const": choice.word, "title": choice.label })).collect()
}

impl Group {
    fn schema(&self, title: &str, description: &str) -> Value {
        let shown = |field: &&Field| field.shown == Shown::Always;
        let (always, at_times): (Vec<&Field>, Vec<&Field>) = self.fields.iter().partition(shown);
        let mut schema = object(title, description, properties(&always));
        if let Some(keys) = required(&always) {
            schema.insert("required".to_owned(), keys);
        }
        let mut conditions: Vec<Map<String, Value>> =
            at_times.chunk_by(|one, next| one.shown == next.shown).filter_map(condition).collect();
        conditions.extend(
            self.together
                .iter()
                .map(|(key, others)| if_then(json!({ "required": [key] }), json!({ "required": others }))),
        );
        match (at_times.first().map(|field| field.shown), conditions.len()) {
            (_, 0) => {}
            // One choice decides, and nothing else ever will: the group says so itself.
            (Some(Shown::While(..)), 1) => schema.extend(conditions.into_iter().flatten()),
            _ => {
                schema.insert("allOf".to_owned(), conditions.into_iter().map(Value::Object).collect());
            }
        }
        Value::Object(schema)
    }
}

/// That fields are there while what they depend on holds.
fn condition(fields: &[&Field]) -> Option<Map<String, Value>> {
    let first = fields.first()?;
    let holds = match first.shown {
        Shown::Always => return None,
        Shown::While(key, word) => json!({ "properties": { key: { "const": word } }, "required": [key] }),
        Shown::WhereFilled => json!({ "required": [first.key] }),
    };
    let mut then = Map::from_iter([("properties".to_owned(), Value::Object(properties(fields)))]);
    if let Some(keys) = required(fields) {
        then.insert("required".to_owned(), keys);
    }
    Some(if_then(holds, Value::Object(then)))
}

fn if_then(holds: Value, then: Value) -> Map<String, Value> {
    Map::from_iter([("if".to_owned(), holds), ("then".to_owned(), then)])
}

/// The schema of an object.
pub(super) fn object(title: &str, description: &str, properties: Map<String, Value>) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), "object".into()),
        ("title".to_owned(), title.into()),
        ("description".to_owned(), description.into()),
        ("properties".to_owned(), Value::Object(properties)),
    ])
}

fn properties(fields: &[&Field]) -> Map<String, Value> {
    fields.iter().map(|field| (field.key.clone(), field.schema())).collect()
}

fn required(fields: &[&Field]) -> Option<Value> {
    let keys = fields.iter().filter(|field| field.demand == Demand::Required).map(|field| field.key.clone());
    let keys: Vec<String> = keys.collect();
    (!keys.is_empty()).then(|| keys.into())
}
