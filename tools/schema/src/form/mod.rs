//! The form of an edition: one schema with a field for every question, and how two libraries draw it.
//!
//! A form's data is not an assessment, because a form groups questions by heading and knows the kind of every answer;
//! `schema/forms/form.js` makes the one of the other. What a library needs beside the schema stands in its UI schema:
//! `rjsf` for react-jsonschema-form, `json_forms` for JSON Forms.

mod bounds;
mod field;
mod json_forms;
mod note;
mod organisation;
mod question;
mod rjsf;
mod wording;

use dspt::{EditionId, EvidenceType, Heading, Question, QuestionBank, QuestionCode};
use serde_json::{Map, Value, json};

use bounds::Bounds;
use field::{Field, object};
use note::Note;
use question::Carries;

/// The key of the edition in the form data.
const EDITION: &str = "edition";

const ABOUT: &str = "A form for all questions of the edition that are on record. Prompts and guidance are not the \
    toolkit's own wording; the code identifies the official question. What is marked as inferred or unknown no source \
    confirms for this edition.";

/// The form of an edition.
pub(crate) struct Form {
    /// The edition.
    pub(crate) edition: EditionId,
    organisation: Field,
    sections: Vec<Section>,
    /// Short form data that is valid.
    pub(crate) example: Value,
}

/// The questions under a heading.
struct Section {
    key: String,
    title: &'static str,
    questions: Vec<Asked>,
}

/// A question with the notes on it.
struct Asked {
    field: Field,
    notes: Vec<Note>,
}

/// The form of an edition, with the bounds that the strict schema of an assessment sets.
pub(crate) fn form(bank: &QuestionBank, assessment: &Value) -> Form {
    let bounds = Bounds::of(assessment);
    let descends = bank.questions().any(|question| question.descent.is_some());
    let carries = if descends { Carries::Over } else { Carries::Nothing };
    let place = |code: QuestionCode| {
        let asked = bank.question(code)?;
        Some(vec![section_key(asked.heading.known().copied()), question::key(code)])
    };
    let headings = Heading::ALL.iter().copied().map(Some).chain([None]);
    let sections = headings.map(|heading| {
        let questions = bank.questions().filter(|question| question.heading.known().copied() == heading);
        let questions = questions.map(|asked| Asked {
            field: question::question(asked, carries, &bounds),
            notes: note::notes(asked, place),
        });
        let title = heading.map_or("Heading not on record", Heading::name);
        Section { key: section_key(heading), title, questions: questions.collect() }
    });
    Form {
        edition: bank.id(),
        organisation: organisation::organisation(&bounds),
        sections: sections.filter(|section| !section.questions.is_empty()).collect(),
        example: example(bank),
    }
}

/// The heading's word as a key: `staffing-and-roles` becomes `staffingAndRoles`.
fn section_key(heading: Option<Heading>) -> String {
    let word = heading.map_or("heading-not-on-record", Heading::as_str);
    let mut words = word.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |key, word| {
        let (initial, rest) = word.split_at(1);
        key + &initial.to_ascii_uppercase() + rest
    })
}

/// An organisation that has ticked the first box of the edition.
fn example(bank: &QuestionBank) -> Value {
    let is_tick = |question: &&Question| question.evidence_type.known() == Some(&EvidenceType::Confirmation);
    let ticked = bank.questions().find(is_tick).map(|question| {
        let answers = json!({ question::key(question.code): { "confirmed": true } });
        (section_key(question.heading.known().copied()), answers)
    });
    let organisation = json!({ "odsCode": "VM0X1", "sector": "social-care", "nation": "england" });
    let edition = (EDITION.to_owned(), bank.id().to_string().into());
    let all = [edition, (organisation::KEY.to_owned(), organisation)].into_iter().chain(ticked);
    Value::Object(all.collect())
}

impl Form {
    /// The schema of the form data, without id and examples; it is the same in either draft of JSON Schema.
    pub(crate) fn schema(&self) -> Value {
        let edition = json!({
            "type": "string", "title": "Edition", "description": "The edition whose questions are answered.",
            "const": self.edition.to_string(),
        });
        let mut properties = Map::from_iter([(EDITION.to_owned(), edition)]);
        properties.insert(self.organisation.key.clone(), self.organisation.schema());
        properties.extend(self.sections.iter().map(|section| (section.key.clone(), section.schema())));
        let title = format!("Data Security and Protection Toolkit {}, adult social care", self.edition);
        let mut schema = object(&title, ABOUT, properties);
        schema.insert("required".to_owned(), json!([self.organisation.key]));
        let notes: Vec<Value> = self.sections.iter().flat_map(Section::notes).collect();
        if !notes.is_empty() {
            schema.insert("allOf".to_owned(), notes.into());
        }
        Value::Object(schema)
    }

    /// How react-jsonschema-form draws it.
    pub(crate) fn rjsf(&self) -> Value {
        rjsf::ui_schema(self)
    }

    /// How JSON Forms draws it.
    pub(crate) fn json_forms(&self) -> Value {
        json_forms::ui_schema(self)
    }
}

impl Section {
    fn schema(&self) -> Value {
        let questions = self.questions.iter().map(|asked| (asked.field.key.clone(), asked.field.schema()));
        let about = format!("The questions under \"{}\".", self.title);
        Value::Object(object(self.title, &about, questions.collect()))
    }

    fn notes(&self) -> impl Iterator<Item = Value> {
        self.questions.iter().flat_map(|asked| {
            let notes = asked.notes.iter().enumerate();
            notes.map(|(at, note)| note.schema(&[&self.key, &asked.field.key, &note::key(at)]))
        })
    }
}
