//! The fields of one question.

use dspt::{EvidenceType, Found, Question, QuestionCode};

use super::bounds::Bounds;
use super::field::{Field, Group, Kind, Shown, Word};
use super::wording;

/// The most characters that the pattern of an edition lets through.
const EDITION: u64 = 7;

/// The field in which a person says what kind of answer the toolkit asks for.
const ANSWER_KIND: &str = "answerKind";

/// The field that says what was found.
pub(super) const FOUND: &str = "found";

/// Whether an answer can come from an earlier edition.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Carries {
    /// The edition before is on record.
    Over,
    /// It is the first on record.
    Nothing,
}

/// The key of a question in the form data.
pub(super) fn key(code: QuestionCode) -> String {
    format!("q{}", code.to_string().replace('.', "_"))
}

/// The fields of a question, in the order of the screen.
pub(super) fn question(question: &Question, carries: Carries, bounds: &Bounds<'_>) -> Field {
    let code = question.code;
    let kind = question.evidence_type.known().copied();
    let mut fields = Vec::new();
    match kind {
        Some(kind) => fields.push(answer(question, kind, bounds)),
        None => fields.push(answer_kind(code)),
    }
    if let Some(what) = question.looks_for.as_ref().and_then(|fact| fact.known()) {
        fields.push(found(what));
    }
    if let Some(about) = wording::training(question) {
        fields.push(training(code, about, bounds));
    }
    if kind.is_none() {
        let kinds = EvidenceType::ALL.iter();
        fields
            .extend(kinds.map(|kind| answer(question, *kind, bounds).shown(Shown::While(ANSWER_KIND, kind.as_str()))));
    }
    let comment = Kind::Paragraph { max_length: bounds.length("TextResponse", "comment"), rows: 2 };
    let about = "Anything that helps to understand the answer.";
    fields.push(Field::new("comment", format!("Comment on {code}"), about, comment));
    if let Some(about) = wording::window(question) {
        let title = format!("{code} last reviewed or carried out on");
        fields.push(Field::new("reviewedOn", title, about, Kind::Date));
    }
    if carries == Carries::Over {
        fields.push(origin(code, bounds));
    }
    let (title, description) = (format!("{code} {}", question.title), wording::description(question));
    Field::new(&key(code), title, description, Kind::Group(Group { fields, together: &[] }))
}

/// The field that holds the answer itself.
fn answer(question: &Question, kind: EvidenceType, bounds: &Bounds<'_>) -> Field {
    let code = question.code;
    let title = format!("Your answer to {code}");
    match kind {
        EvidenceType::Text => {
            let words = Kind::Paragraph { max_length: bounds.length("TextResponse", "text"), rows: 4 };
            Field::new("text", title, "In your own words.", words)
        }
        EvidenceType::Confirmation => {
            let title = format!("Tick for yes: {}", question.prompt);
            Field::new("confirmed", title, "Tick only once it is in place.", Kind::Tick)
        }
        EvidenceType::Document => documents(question, bounds),
        EvidenceType::Date => Field::new("date", title, "A date.", Kind::Date),
    }
}

/// What kind of answer it is, where that is not on record.
fn answer_kind(code: QuestionCode) -> Field {
    let words = EvidenceType::ALL.iter().map(|kind| {
        let label = match kind {
            EvidenceType::Text => "A text box",
            EvidenceType::Confirmation => "A box to tick",
            EvidenceType::Document => "A document",
            EvidenceType::Date => "A date",
        };
        Word::new(kind.as_str(), label)
    });
    let title = format!("How your toolkit screen asks for {code}");
    let about = "The kind of answer is not on record. Look at your own toolkit screen.";
    Field::new(ANSWER_KIND, title, about, Kind::Choice(words.collect()))
}

fn documents(question: &Question, bounds: &Bounds<'_>) -> Field {
    let line = |key| Kind::Line { max_length: bounds.length("Document", key) };
    let where_kept = "A link, a file name, or words that say where it is kept.";
    let mut fields = vec![
        Field::new("location", "Where it is kept", where_kept, line("location")).required(),
        Field::new("title", "What it is called", "Its title, if it has one.", line("title")),
    ];
    if !question.parts.is_empty() {
        let words = question.parts.iter().map(|part| Word::new(part.id.as_str(), part.title.as_str()));
        let several = Kind::Several { words: words.collect(), max_items: bounds.entries("Document", "parts") };
        fields.push(Field::new("parts", "What it shows", "Tick all that apply.", several));
    }
    let expires = "Leave empty if it does not run out.";
    fields.push(Field::new("expiresOn", "Last day on which it counts", expires, Kind::Date));
    let group = Kind::Group(Group { fields, together: &[] });
    let entry = Box::new(Field::new("document", "Document", "A document, or where it can be found.", group));
    let list = Kind::List { entry, max_items: bounds.entries("DocumentResponse", "documents") };
    Field::new("documents", format!("Documents for {}", question.code), wording::needed(question), list)
}

/// What was found, where another question depends on it.
fn found(what: &str) -> Field {
    let words = Found::ALL.iter().map(|found| {
        let label = match found {
            Found::Nothing => "No, none",
            Found::Something => "Yes, some",
        };
        Word::new(found.as_str(), label)
    });
    let title = format!("Are there {what}?");
    Field::new(FOUND, title, "Another question depends on this.", Kind::Choice(words.collect()))
}

fn training(code: QuestionCode, about: String, bounds: &Bounds<'_>) -> Field {
    let number = |key, title, description| {
        Field::new(key, title, description, Kind::Number { range: bounds.range("Training", key) })
    };
    let programme = Kind::Paragraph { max_length: bounds.length("Training", "rollingProgramme"), rows: 2 };
    let fields = vec![
        number("trained", "How many were trained", "Out of the people below."),
        number("people", "How many people there are", "Everyone who is counted."),
        Field::new("rollingProgramme", "Your rolling programme", "How it works, if you have one.", programme),
    ];
    let together: &[(&str, &[&str])] =
        &[("trained", &["people"]), ("people", &["trained"]), ("rollingProgramme", &["trained", "people"])];
    Field::new("training", format!("{code} training figures"), about, Kind::Group(Group { fields, together }))
}

/// Where an answer comes from, once it has been carried over.
fn origin(code: QuestionCode, bounds: &Bounds<'_>) -> Field {
    let edition = Kind::FixedCode { max_length: EDITION, pattern: bounds.pattern("EditionId").to_owned() };
    let confirmed = "The day on which somebody checked it for this edition.";
    let fields = vec![
        Field::new("from", "Comes from", "The edition for which it was given.", edition),
        Field::new("reconfirmedOn", format!("{code} still holds, confirmed on"), confirmed, Kind::Date),
    ];
    let about = "This answer comes from an earlier edition. Check that it still holds.";
    let group = Kind::Group(Group { fields, together: &[] });
    Field::new("origin", format!("{code} carried over"), about, group).shown(Shown::WhereFilled)
}
