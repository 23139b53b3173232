//! The check of a wording pack: every mistake in its content, in the order of the concerns.

use super::super::labels::{LabelList, labels};
use super::document::{Coverage, QuestionWords, RawWording};
use super::fault::{WordingError, WordingFault, WordingMistake};
use super::pack::Wording;
use crate::bank::{Question, QuestionBank, QuestionCode};
use crate::message::{Piece, named, pieces, sentences};
use crate::reading::{Name, nearest};

/// What dates are filled from.
pub(super) const OF_A_DATE: [&str; 3] = ["day", "month", "year"];

impl RawWording {
    /// Checks the pack, and its words for the questions of one edition against the bank of that edition.
    ///
    /// # Errors
    ///
    /// Every mistake at once: a message, list, word, question or part that there is not, a name in braces that the
    /// message is not filled from, a brace without its other half, empty text, months that are not twelve; and where the
    /// pack says that it is complete, whatever it leaves out.
    pub fn check(&self, bank: &QuestionBank) -> Result<Wording, WordingError> {
        let mut found = Mistakes::default();
        self.check_all_editions(&mut found);
        self.check_edition(bank, &mut found);
        if found.0.is_empty() { Ok(Wording::of(self, bank)) } else { Err(WordingError::new(found.0)) }
    }

    /// Checks the pack against the built-in bank of every edition for which it has words.
    ///
    /// # Errors
    ///
    /// As [`RawWording::check`], and an edition that has no built-in bank.
    pub fn check_built_in(&self) -> Result<(), WordingError> {
        let mut found = Mistakes::default();
        self.check_all_editions(&mut found);
        for edition in self.editions() {
            match QuestionBank::edition(edition) {
                Some(bank) => self.check_edition(bank, &mut found),
                None => found.push(format!("/questions/{edition}"), WordingFault::EditionWithoutBank { edition }),
            }
        }
        if self.questions.0.is_empty() && self.is_complete() {
            found.push("/questions", WordingFault::WordsMissing { what: "every question".to_owned() });
        }
        if found.0.is_empty() { Ok(()) } else { Err(WordingError::new(found.0)) }
    }

    fn is_complete(&self) -> bool {
        self.coverage == Coverage::Complete
    }

    fn check_all_editions(&self, found: &mut Mistakes) {
        self.check_dates(found);
        self.check_labels(found);
        for (name, template) in &self.messages.0 {
            check_message(name, template, found);
        }
        if self.is_complete() {
            // The form for an exact number is as good as its language needs.
            for sentence in sentences().iter().filter(|sentence| !sentence.name.contains('=')) {
                if self.messages.get(&Name(sentence.name.to_owned())).is_none() {
                    found.missing("/messages", format!("the message `{}`", sentence.name));
                }
            }
        }
    }

    fn check_dates(&self, found: &mut Mistakes) {
        let Some(dates) = &self.dates else {
            if self.is_complete() {
                found.missing("/dates", "a date".to_owned());
            }
            return;
        };
        if dates.months.len() != 12 {
            found.push("/dates/months", WordingFault::NotTwelveMonths { found: dates.months.len() });
        }
        for (at, month) in dates.months.iter().enumerate() {
            found.text(&format!("/dates/months/{at}"), month);
        }
        found.template("/dates/form", &dates.form, &OF_A_DATE);
    }

    fn check_labels(&self, found: &mut Mistakes) {
        let lists = words_to_label();
        let names: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
        for (list, words) in &self.labels.0 {
            let Some((name, known)) = lists.iter().find(|(name, _)| *name == list.0) else {
                let fault = WordingFault::UnknownList { name: list.0.clone(), nearest: nearest(&list.0, &names) };
                found.push(format!("/labels/{list}"), fault);
                continue;
            };
            for (word, label) in &words.0 {
                let pointer = format!("/labels/{list}/{word}");
                if known.contains(&word.0.as_str()) {
                    found.text(&pointer, label);
                } else {
                    let nearest = nearest(&word.0, known);
                    let fault = WordingFault::UnknownLabel { list: (*name).to_owned(), word: word.0.clone(), nearest };
                    found.push(pointer, fault);
                }
            }
        }
        if self.is_complete() {
            for (list, words) in &lists {
                let given = self.labels.get(&Name((*list).to_owned()));
                for word in words {
                    if given.and_then(|given| given.get(&Name((*word).to_owned()))).is_none() {
                        found.missing("/labels", format!("the word `{word}` of the list `{list}`"));
                    }
                }
            }
        }
    }

    fn check_edition(&self, bank: &QuestionBank, found: &mut Mistakes) {
        let edition = bank.id();
        let given = self.questions.get(&edition);
        for (code, words) in given.iter().flat_map(|given| &given.0) {
            let pointer = format!("/questions/{edition}/{code}");
            match bank.question(*code) {
                Some(question) => check_question(question, words, &pointer, found),
                None => found.push(pointer, WordingFault::UnlistedQuestion { code: *code, edition }),
            }
        }
        if self.is_complete() {
            for question in bank.questions() {
                let words = given.and_then(|given| given.get(&question.code));
                for what in left_out(question, words) {
                    let code: QuestionCode = question.code;
                    found.missing(&format!("/questions/{edition}"), format!("{what} of question `{code}`"));
                }
            }
        }
    }
}

/// Every list of words that messages or screens show, with its words.
fn words_to_label() -> Vec<(&'static str, Vec<&'static str>)> {
    let lists = labels().into_iter();
    lists.map(|LabelList { about, words }| (about, words.into_iter().map(|label| label.word).collect())).collect()
}

fn check_message(name: &Name, template: &str, found: &mut Mistakes) {
    let pointer = format!("/messages/{name}");
    let (general, number) = match name.0.split_once('=') {
        Some((general, number)) => (general, Some(number)),
        None => (name.0.as_str(), None),
    };
    let Some(sentence) = named(general) else {
        let names: Vec<&str> = sentences().iter().map(|sentence| sentence.name).collect();
        let fault = WordingFault::UnknownMessage { name: name.0.clone(), nearest: nearest(&name.0, &names) };
        return found.push(pointer, fault);
    };
    if let Some(number) = number {
        let is_number = number.parse::<u32>().is_ok_and(|parsed| parsed.to_string() == number);
        if sentence.counts.is_none() || !is_number {
            let fault = WordingFault::NothingCounted { name: general.to_owned(), number: number.to_owned() };
            found.push(pointer.clone(), fault);
        }
    }
    found.template(&pointer, template, sentence.arguments);
}

fn check_question(question: &Question, words: &QuestionWords, pointer: &str, found: &mut Mistakes) {
    let texts = [
        ("title", &words.title),
        ("prompt", &words.prompt),
        ("guidance", &words.guidance),
        ("looksFor", &words.looks_for),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            found.text(&format!("{pointer}/{key}"), text);
        }
    }
    for (at, example) in words.good_evidence.iter().flatten().enumerate() {
        found.text(&format!("{pointer}/goodEvidence/{at}"), example);
    }
    for (id, title) in &words.parts.0 {
        found.text(&format!("{pointer}/parts/{id}"), title);
        if question.parts.iter().all(|part| part.id != *id) {
            let fault = WordingFault::UnknownPart { code: question.code, part: id.to_string() };
            found.push(format!("{pointer}/parts/{id}"), fault);
        }
    }
}

/// What a question has in the bank and not in the pack.
fn left_out(question: &Question, words: Option<&QuestionWords>) -> Vec<String> {
    let Some(words) = words else { return vec!["everything".to_owned()] };
    let mut missing = Vec::new();
    let given = [
        ("the title", words.title.is_some()),
        ("the prompt", words.prompt.is_some()),
        ("the guidance", words.guidance.is_some()),
        ("the examples of good evidence", words.good_evidence.is_some()),
        ("what is looked for", words.looks_for.is_some() || question.looks_for.is_none()),
    ];
    missing.extend(given.iter().filter(|(_, given)| !given).map(|(what, _)| (*what).to_owned()));
    let parts = question.parts.iter().filter(|part| words.parts.get(&part.id).is_none());
    missing.extend(parts.map(|part| format!("the part `{}`", part.id)));
    missing
}

/// The mistakes found so far.
#[derive(Default)]
struct Mistakes(Vec<WordingMistake>);

impl Mistakes {
    fn push(&mut self, pointer: impl Into<String>, fault: WordingFault) {
        self.0.push(WordingMistake { pointer: pointer.into(), fault });
    }

    fn missing(&mut self, pointer: &str, what: String) {
        self.push(pointer, WordingFault::WordsMissing { what });
    }

    fn text(&mut self, pointer: &str, text: &str) {
        if text.trim().is_empty() {
            self.push(pointer, WordingFault::TextEmpty);
        }
    }

    /// Notes what is wrong with a template that is filled from these names.
    fn template(&mut self, pointer: &str, template: &str, names: &[&str]) {
        self.text(pointer, template);
        for piece in pieces(template) {
            match piece {
                Piece::Text(text) if text.contains('}') => self.push(pointer, WordingFault::BraceOpen),
                Piece::Broken(_) => self.push(pointer, WordingFault::BraceOpen),
                Piece::Name(name) if !names.contains(&name) => {
                    let known = names.iter().map(|name| (*name).to_owned()).collect();
                    let name = crate::reading::shorten(name);
                    self.push(pointer, WordingFault::UnknownPlaceholder { name, known });
                }
                Piece::Text(_) | Piece::Name(_) => {}
            }
        }
    }
}
