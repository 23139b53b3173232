//! The UI schema of a form for JSON Forms.

use serde_json::{Map, Value, json};

use super::field::{Field, Kind, Shown};
use super::note::Note;
use super::{Asked, Form};

/// A group for the profile, one for each heading, and in it one for each question.
pub(super) fn ui_schema(form: &Form) -> Value {
    let organisation = element(&[], &form.organisation, None);
    let sections = form.sections.iter().map(|section| {
        let questions: Vec<Value> = section.questions.iter().map(|asked| question(&section.key, asked)).collect();
        json!({ "type": "Group", "label": section.title, "elements": questions })
    });
    let elements: Vec<Value> = [organisation].into_iter().chain(sections).collect();
    json!({ "type": "VerticalLayout", "elements": elements })
}

fn question(section: &str, asked: &Asked) -> Value {
    let notes = asked.notes.iter().map(|note| {
        let Note { path, word, says } = note;
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        json!({ "type": "Group", "label": "Note", "elements": [label(says)], "rule": rule(&path, &json!({ "const": word })) })
    });
    let inside = inside(&[section, &asked.field.key], &asked.field);
    let elements: Vec<Value> = notes.chain(inside).collect();
    json!({ "type": "Group", "label": asked.field.title, "elements": elements })
}

/// What stands in a group: JSON Forms shows no description of its own, so a label carries it.
fn inside(path: &[&str], group: &Field) -> Vec<Value> {
    let elements = group.inside().iter().map(|field| element(path, field, show(path, field)));
    [label(&group.description)].into_iter().chain(elements).collect()
}

fn element(path: &[&str], field: &Field, rule: Option<Value>) -> Value {
    let at: Vec<&str> = path.iter().copied().chain([field.key.as_str()]).collect();
    let mut element = Map::new();
    if let Kind::Group(_) = field.kind {
        element.insert("type".to_owned(), "Group".into());
        element.insert("label".to_owned(), field.title.as_str().into());
        element.insert("elements".to_owned(), inside(&at, field).into());
    } else {
        element.insert("type".to_owned(), "Control".into());
        element.insert("scope".to_owned(), scope(&at).into());
        element.insert("options".to_owned(), options(&field.kind));
    }
    element.extend(rule.map(|rule| ("rule".to_owned(), rule)));
    Value::Object(element)
}

fn options(kind: &Kind) -> Value {
    let mut options = Map::from_iter([("showUnfocusedDescription".to_owned(), Value::from(true))]);
    let mut add = |key: &str, value: Value| options.insert(key.to_owned(), value);
    match kind {
        Kind::Date => {
            add("dateFormat", "DD/MM/YYYY".into());
        }
        Kind::Choice(_) => {
            add("format", "radio".into());
        }
        Kind::Paragraph { .. } => {
            add("multi", true.into());
        }
        Kind::FixedCode { .. } => {
            add("readonly", true.into());
        }
        Kind::List { entry, .. } => {
            add("elementLabelProp", "location".into());
            add("detail", detail(entry));
        }
        Kind::Line { .. }
        | Kind::Code { .. }
        | Kind::Tick
        | Kind::Number { .. }
        | Kind::Several { .. }
        | Kind::Group(_) => {}
    }
    Value::Object(options)
}

/// How an entry of a list is drawn.
fn detail(entry: &Field) -> Value {
    let elements: Vec<Value> = entry.inside().iter().map(|field| element(&[], field, None)).collect();
    json!({ "type": "VerticalLayout", "elements": elements })
}

/// The rule by which a field is on screen at times.
fn show(path: &[&str], field: &Field) -> Option<Value> {
    let (key, holds) = match field.shown {
        Shown::Always => return None,
        Shown::While(key, word) => (key, json!({ "const": word })),
        Shown::WhereFilled => (field.key.as_str(), json!({ "type": "object" })),
    };
    let at: Vec<&str> = path.iter().copied().chain([key]).collect();
    Some(rule(&at, &holds))
}

fn rule(path: &[&str], holds: &Value) -> Value {
    let condition = json!({ "scope": scope(path), "schema": holds, "failWhenUndefined": true });
    json!({ "effect": "SHOW", "condition": condition })
}

fn scope(path: &[&str]) -> String {
    path.iter().fold("#".to_owned(), |scope, key| format!("{scope}/properties/{key}"))
}

fn label(text: &str) -> Value {
    json!({ "type": "Label", "text": text })
}
