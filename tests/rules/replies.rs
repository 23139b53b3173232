//! Responses as people give them, and answers in which every listed question is done.

use crate::common::{Answers, bank, code, day, document, good_response, not_applicable, response, tick, words};
use dspt::{Answer, Document, Level, NaiveDate, Origin, Response, Training};

/// A good response to one question of an edition on a day.
#[track_caller]
pub(crate) fn good(edition: &str, question: &str, as_of: NaiveDate) -> Response {
    good_response(bank(edition).question(code(question)).expect("a listed question"), as_of)
}

/// A tick and nothing else.
pub(crate) fn ticked() -> Response {
    response(tick())
}

/// A box left without its tick.
pub(crate) fn unticked() -> Response {
    response(Answer::Confirmation { confirmed: false, found: None, training: None })
}

/// A tick with a comment beside it.
pub(crate) fn ticked_with(comment: &str) -> Response {
    Response { comment: Some(comment.to_owned()), ..ticked() }
}

/// Words in the text box.
pub(crate) fn text(text: &str) -> Response {
    response(words(text))
}

/// "Not applicable" by kind, without a reason.
pub(crate) fn does_not_apply() -> Response {
    response(not_applicable())
}

/// "Not applicable" by kind, with a reason.
pub(crate) fn does_not_apply_because(reason: &str) -> Response {
    response(Answer::NotApplicable { reason: Some(reason.to_owned()) })
}

/// Documents, by where each is kept.
pub(crate) fn documents(locations: &[&str]) -> Response {
    response(Answer::Document { documents: locations.iter().map(|location| document(location)).collect() })
}

/// A document that counts up to and including a day.
#[track_caller]
pub(crate) fn document_until(location: &str, last_day: &str) -> Document {
    Document { expires_on: Some(day(last_day)), ..document(location) }
}

/// A document that covers parts of its question.
#[track_caller]
pub(crate) fn document_of(location: &str, parts: &[&str]) -> Document {
    let parts = parts.iter().map(|part| part.parse().expect("the id of a part")).collect();
    Document { parts, ..document(location) }
}

/// A tick with training figures.
#[track_caller]
pub(crate) fn trained(trained: u32, people: u32, rolling_programme: Option<&str>) -> Response {
    let training = Training::new(trained, people, rolling_programme.map(str::to_owned)).expect("figures that can be");
    response(Answer::Confirmation { confirmed: true, found: None, training: Some(training) })
}

/// A tick that says what was found.
pub(crate) fn ticked_found(found: dspt::Found) -> Response {
    response(Answer::Confirmation { confirmed: true, found: Some(found), training: None })
}

impl Answers {
    /// Good answers on a day to the questions that are mandatory for a level or one below, and to no others.
    #[track_caller]
    pub(crate) fn mandatory_for(level: Level, edition: &str, as_of: NaiveDate) -> Self {
        let below = Level::ALL.iter().filter(|lower| **lower <= level);
        let questions = below.flat_map(|lower| bank(edition).mandatory(*lower, as_of));
        let responses = questions.map(|question| (question.code, good_response(question, as_of))).collect();
        Self { responses, ..Self::none(edition) }
    }

    /// The same with the last review of one answer on another day, or on none that is known.
    #[track_caller]
    pub(crate) fn reviewed(mut self, question: &str, on: Option<NaiveDate>) -> Self {
        self.responses.get_mut(&code(question)).expect("the question was answered").reviewed_on = on;
        self
    }

    /// The same with one answer carried over from an edition.
    #[track_caller]
    pub(crate) fn carried_over(mut self, question: &str, from: &str, reconfirmed_on: Option<NaiveDate>) -> Self {
        let from = from.parse().expect("an edition");
        self.responses.get_mut(&code(question)).expect("the question was answered").origin =
            Origin::CarriedOver { from, reconfirmed_on };
        self
    }
}
