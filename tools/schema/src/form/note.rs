//! Notes: what another answer means for a question.

use dspt::{Certificate, ExemptionGround, Found, Nhsmail, Question, QuestionCode};
use serde_json::{Value, json};

use super::wording::mark;
use super::{organisation, question};

/// A note on a question, on screen while another field holds a word.
pub(super) struct Note {
    /// The place of the other field in the form data.
    pub(super) path: Vec<String>,
    /// The word.
    pub(super) word: &'static str,
    /// What the note says.
    pub(super) says: String,
}

/// The notes on a question; the function tells where the field of a question's code stands.
pub(super) fn notes(asked: &Question, place: impl Fn(QuestionCode) -> Option<Vec<String>>) -> Vec<Note> {
    let exempting = asked.exemptions.iter().filter(|entry| entry.exempts.known() == Some(&true));
    let exempting = exempting.map(|entry| exempted(entry.by, mark(&entry.exempts.provenance)));
    let mut notes: Vec<Note> = exempting.collect();
    let Some(fact) = &asked.needed_when else { return notes };
    let Some((found, place)) = fact.known().and_then(|needed| Some((needed.found, place(needed.found)?))) else {
        return notes;
    };
    let path: Vec<String> = place.into_iter().chain([question::FOUND.to_owned()]).collect();
    let mark = mark(&fact.provenance);
    for (answer, means) in [
        (Found::Nothing, "there are none, so this question falls away"),
        (Found::Something, "there are some, so this question needs an answer"),
    ] {
        let says = format!("Your answer to {found} is that {means}{mark}.");
        notes.push(Note { path: path.clone(), word: answer.as_str(), says });
    }
    notes
}

/// That what the profile says takes the question away.
fn exempted(by: ExemptionGround, mark: &str) -> Note {
    let (path, word, says) = match by {
        ExemptionGround::CyberEssentialsPlus => (
            vec![organisation::KEY, organisation::certificate(Certificate::CyberEssentialsPlus), organisation::HELD],
            organisation::YES,
            "You hold Cyber Essentials Plus. While the certificate is in date this question needs no answer",
        ),
        ExemptionGround::NhsmailOnly => (
            vec![organisation::KEY, organisation::NHSMAIL],
            Nhsmail::OnlyEmailSystem.as_str(),
            "NHSmail is your only email system, so this question needs no answer",
        ),
    };
    Note { path: path.into_iter().map(str::to_owned).collect(), word, says: format!("{says}{mark}.") }
}

impl Note {
    /// The schema by which the note comes into a question: a field without a value, which RJSF shows with its title and
    /// description and nothing to fill in.
    pub(super) fn schema(&self, place: &[&str]) -> Value {
        let at: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let field = json!({ "type": "null", "title": "Note", "description": self.says });
        let inside = |inner: Value, key: &&str| json!({ "type": "object", "properties": { *key: inner } });
        let holding =
            |inner: Value, key: &&str| json!({ "type": "object", "properties": { *key: inner }, "required": [key] });
        json!({
            "if": at.iter().rev().fold(json!({ "const": self.word }), holding),
            "then": place.iter().rev().fold(field, inside),
        })
    }
}

/// The key of a question's note, counted from nought.
pub(super) fn key(at: usize) -> String {
    format!("note{}", at + 1)
}
