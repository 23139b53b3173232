//! What a change to a schema means for those who use it.

use std::collections::BTreeSet;

use dspt::Direction;
use serde_json::{Map, Value};

/// How much a change asks of those who use a schema, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Only titles, descriptions or examples differ: the next patch.
    Wording,
    /// Whatever was right stays right: the next minor version.
    Addition,
    /// Old documents or old readers no longer fit: a new format.
    Breaking,
}

/// One change to a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The place in the schema.
    pub place: String,
    /// How much it asks.
    pub weight: Weight,
    /// What has changed.
    pub what: String,
}

/// Everything that has changed from one schema of a document to another.
///
/// A document that is read may be asked for less and given more; one that is written may say more and never less. Words
/// and kinds may be added to both, so readers keep a place for those they do not know.
pub fn changes(old: &Value, new: &Value, direction: Direction) -> Vec<Change> {
    let mut walk = Walk { old, new, direction, seen: BTreeSet::new(), found: Vec::new() };
    walk.compare(old, new, "");
    walk.found
}

/// Both schemas side by side.
struct Walk<'a> {
    old: &'a Value,
    new: &'a Value,
    direction: Direction,
    seen: BTreeSet<(String, String)>,
    found: Vec<Change>,
}

impl<'a> Walk<'a> {
    fn note(&mut self, place: &str, weight: Weight, what: impl Into<String>) {
        self.found.push(Change { place: place.to_owned(), weight, what: what.into() });
    }

    /// Heavier for whoever is asked than for whoever is told.
    fn by_direction(&self, input: Weight, output: Weight) -> Weight {
        match self.direction {
            Direction::Input => input,
            Direction::Output => output,
        }
    }

    fn compare(&mut self, old: &'a Value, new: &'a Value, place: &str) {
        self.wording(old, new, place);
        let (old_name, old) = resolved(self.old, old);
        let (new_name, new) = resolved(self.new, new);
        if let (Some(old_name), Some(new_name)) = (old_name, new_name) {
            if !self.seen.insert((old_name, new_name)) {
                return;
            }
            self.wording(old, new, place);
        }
        let (Some(old), Some(new)) = (old.as_object(), new.as_object()) else {
            if old != new {
                self.note(place, Weight::Breaking, "another schema");
            }
            return;
        };
        let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for key in keys {
            let (before, after) = (old.get(key), new.get(key));
            match key.as_str() {
                "title" | "description" | "examples" | "$id" | "$schema" | "$defs" => {}
                "properties" => self.properties(old, new, place),
                "required" => self.required(before, after, place),
                "enum" => self.words(before, after, place),
                "oneOf" => self.kinds(before, after, place),
                "maxLength" | "maxItems" | "maxProperties" | "maximum" => self.most(key, before, after, place),
                "minLength" | "minItems" | "minProperties" | "minimum" => self.least(key, before, after, place),
                "items" | "propertyNames" | "additionalProperties" => match (before, after) {
                    (Some(before), Some(after)) => self.compare(before, after, &format!("{place}/{key}")),
                    _ => self.note(place, Weight::Breaking, format!("`{key}` came or went")),
                },
                _ if before != after => self.note(place, Weight::Breaking, format!("`{key}` differs")),
                _ => {}
            }
        }
    }

    fn wording(&mut self, old: &Value, new: &Value, place: &str) {
        for key in ["title", "description", "examples"] {
            if old.get(key) != new.get(key) {
                self.note(place, Weight::Wording, format!("another {key}"));
            }
        }
    }

    fn properties(&mut self, old: &'a Map<String, Value>, new: &'a Map<String, Value>, place: &str) {
        let of = |schema: &'a Map<String, Value>| schema.get("properties").and_then(Value::as_object);
        let (Some(before), Some(after)) = (of(old), of(new)) else {
            return self.note(place, Weight::Breaking, "the properties came or went");
        };
        for (name, property) in before {
            match after.get(name) {
                Some(now) => self.compare(property, now, &format!("{place}/{name}")),
                None => self.note(place, Weight::Breaking, format!("`{name}` is gone")),
            }
        }
        for name in after.keys().filter(|name| !before.contains_key(*name)) {
            self.note(place, Weight::Addition, format!("`{name}` is new"));
        }
    }

    fn required(&mut self, before: Option<&Value>, after: Option<&Value>, place: &str) {
        let (before, after) = (texts(before), texts(after));
        for name in after.difference(&before) {
            let weight = self.by_direction(Weight::Breaking, Weight::Addition);
            self.note(place, weight, format!("`{name}` is required now"));
        }
        for name in before.difference(&after) {
            let weight = self.by_direction(Weight::Addition, Weight::Breaking);
            self.note(place, weight, format!("`{name}` is no longer required"));
        }
    }

    fn words(&mut self, before: Option<&Value>, after: Option<&Value>, place: &str) {
        if before.is_none() || after.is_none() {
            return self.note(place, Weight::Breaking, "the list of words came or went");
        }
        let (before, after) = (texts(before), texts(after));
        for word in before.difference(&after) {
            self.note(place, Weight::Breaking, format!("the word `{word}` is gone"));
        }
        for word in after.difference(&before) {
            self.note(place, Weight::Addition, format!("the word `{word}` is new"));
        }
    }

    fn kinds(&mut self, before: Option<&'a Value>, after: Option<&'a Value>, place: &str) {
        let list = |kinds: Option<&'a Value>| kinds.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let (before, after) = (list(before), list(after));
        if before.is_empty() || after.is_empty() {
            return self.note(place, Weight::Breaking, "the kinds came or went");
        }
        for kind in before {
            match after.iter().find(|now| now.get("$ref") == kind.get("$ref")) {
                Some(now) => {
                    let name = kind.get("$ref").and_then(Value::as_str).unwrap_or_default();
                    let name = name.rsplit('/').next().unwrap_or_default();
                    self.compare(kind, now, &format!("{place}/{name}"));
                }
                None => self.note(place, Weight::Breaking, format!("the kind {kind} is gone")),
            }
        }
        for kind in after.iter().filter(|now| before.iter().all(|kind| kind.get("$ref") != now.get("$ref"))) {
            self.note(place, Weight::Addition, format!("the kind {kind} is new"));
        }
    }

    /// An upper bound: lowering it breaks whoever writes, raising it whoever reads.
    fn most(&mut self, key: &str, before: Option<&Value>, after: Option<&Value>, place: &str) {
        let bound = |value: Option<&Value>| value.and_then(Value::as_u64).unwrap_or(u64::MAX);
        self.bound(key, bound(before).cmp(&bound(after)), place);
    }

    /// A lower bound: raising it breaks whoever writes, lowering it whoever reads.
    fn least(&mut self, key: &str, before: Option<&Value>, after: Option<&Value>, place: &str) {
        let bound = |value: Option<&Value>| value.and_then(Value::as_u64).unwrap_or(0);
        self.bound(key, bound(after).cmp(&bound(before)), place);
    }

    fn bound(&mut self, key: &str, widened: std::cmp::Ordering, place: &str) {
        let weight = match widened {
            std::cmp::Ordering::Equal => return,
            std::cmp::Ordering::Less => self.by_direction(Weight::Addition, Weight::Breaking),
            std::cmp::Ordering::Greater => self.by_direction(Weight::Breaking, Weight::Addition),
        };
        self.note(place, weight, format!("`{key}` differs"));
    }
}

/// The schema that a reference stands for, with the name of its definition.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> (Option<String>, &'a Value) {
    let name = schema.get("$ref").or_else(|| schema.pointer("/allOf/0/$ref")).and_then(Value::as_str);
    match name.and_then(|name| name.strip_prefix('#')) {
        Some(pointer) => (Some(pointer.to_owned()), root.pointer(pointer).unwrap_or(&Value::Null)),
        None => (None, schema),
    }
}

fn texts(list: Option<&Value>) -> BTreeSet<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}
