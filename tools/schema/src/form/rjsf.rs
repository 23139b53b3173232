//! The UI schema of a form for react-jsonschema-form.

use serde_json::{Map, Value, json};

use super::field::{Field, Kind};
use super::{EDITION, Form, Section, note};

const ORDER: &str = "ui:order";

/// The order of the fields, and the widgets of those that are not drawn well by themselves.
pub(super) fn ui_schema(form: &Form) -> Value {
    let keys = form.sections.iter().map(|section| section.key.as_str());
    let order: Vec<&str> = [EDITION, form.organisation.key.as_str()].into_iter().chain(keys).collect();
    let mut hints = Map::from_iter([(ORDER.to_owned(), order.into())]);
    hints.insert(EDITION.to_owned(), json!({ "ui:widget": "hidden" }));
    hints.extend(hint(&form.organisation).map(|hint| (form.organisation.key.clone(), hint)));
    hints.extend(form.sections.iter().map(|section| (section.key.clone(), section_hints(section))));
    Value::Object(hints)
}

fn section_hints(section: &Section) -> Value {
    let order: Vec<&str> = section.questions.iter().map(|asked| asked.field.key.as_str()).collect();
    let mut hints = Map::from_iter([(ORDER.to_owned(), order.into())]);
    for asked in &section.questions {
        let notes = (0..asked.notes.len()).map(note::key);
        hints.insert(asked.field.key.clone(), group_hints(&asked.field, notes.collect()));
    }
    Value::Object(hints)
}

/// The order has to name every field that can be on screen, and may name others.
fn group_hints(group: &Field, notes: Vec<String>) -> Value {
    let keys = group.inside().iter().map(|field| field.key.clone());
    let order: Vec<String> = notes.into_iter().chain(keys).collect();
    let mut hints = Map::from_iter([(ORDER.to_owned(), order.into())]);
    hints.extend(group.inside().iter().filter_map(|field| Some((field.key.clone(), hint(field)?))));
    Value::Object(hints)
}

fn hint(field: &Field) -> Option<Value> {
    match &field.kind {
        Kind::Paragraph { rows, .. } => Some(json!({ "ui:widget": "textarea", "ui:options": { "rows": rows } })),
        Kind::Several { .. } => Some(json!({ "ui:widget": "checkboxes" })),
        Kind::List { entry, .. } => Some(json!({ "ui:options": { "orderable": false }, "items": hint(entry) })),
        Kind::Group(_) => Some(group_hints(field, Vec::new())),
        Kind::Line { .. }
        | Kind::Code { .. }
        | Kind::FixedCode { .. }
        | Kind::Date
        | Kind::Tick
        | Kind::Number { .. }
        | Kind::Choice(_) => None,
    }
}
