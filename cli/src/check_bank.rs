//! `dspt check-bank`: question banks and what is laid over them, with every mistake at its line.

use std::path::{Path, PathBuf};

use clap::Args;
use dspt::{BankError, Cause, Corrections, CorrectionsError, QuestionBank, RawBank, RawWording, ReadError};
use serde::{Deserialize, Serialize};

use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, count};
use crate::{Format, Outcome, input, locate, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A folder with the three files of an edition, or a file: a question bank, corrections or a wording pack
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// What was found in each of the paths.
#[derive(Serialize)]
struct Document {
    format: &'static str,
    paths: Vec<Checked>,
}

/// What was found in one path.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checked {
    path: String,
    state: State,
    /// What it holds, where it can be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    holds: Option<String>,
    mistakes: Vec<Found>,
    more: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Fine,
    Mistaken,
    Unreadable,
}

/// One mistake with its place.
#[derive(Serialize)]
struct Found {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    code: &'static str,
    pointer: String,
    message: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let paths: Vec<Checked> = arguments.paths.iter().map(|path| checked(path)).collect();
    let worst = paths.iter().map(|checked| checked.state).max();
    match arguments.format {
        Format::Json => page::document(&Document { format: "dspt.bank-check.v1", paths })?,
        Format::Text => text(&paths).print()?,
    }
    Ok(match worst {
        None | Some(State::Fine) => Outcome::Done,
        Some(State::Mistaken) => Outcome::No,
        Some(State::Unreadable) => Outcome::Unreadable,
    })
}

fn text(paths: &[Checked]) -> Page {
    let mut page = Page::default();
    for checked in paths {
        page.gap();
        page.line(0, STRONG, &checked.path);
        if let Some(holds) = &checked.holds {
            page.line(2, GOOD, &format!("Fine: {holds}."));
        }
        for mistake in &checked.mistakes {
            let line = mistake.line.map(|line| format!(":{line}")).unwrap_or_default();
            page.line(2, OPEN, &format!("{}{line}", mistake.file));
            page.line(4, anstyle::Style::new(), &mistake.message);
            let place = if mistake.pointer.is_empty() { String::new() } else { format!(" at {}", mistake.pointer) };
            page.line(4, QUIET, &format!("{}{place}", mistake.code));
        }
        if checked.more > 0 {
            page.line(2, QUIET, &format!("and {} more", checked.more));
        }
    }
    page
}

fn checked(path: &Path) -> Checked {
    let name = path.display().to_string();
    let found = if path.is_dir() { folder(path) } else { file(path) };
    match found {
        Ok(holds) => Checked { path: name, state: State::Fine, holds: Some(holds), mistakes: Vec::new(), more: 0 },
        Err(mut refused) => {
            refused.mistakes.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
            let state = if refused.unreadable { State::Unreadable } else { State::Mistaken };
            Checked { path: name, state, holds: None, mistakes: refused.mistakes, more: refused.more }
        }
    }
}

/// Why a path does not hold what it should.
struct Refused {
    mistakes: Vec<Found>,
    more: usize,
    unreadable: bool,
}

impl Refused {
    fn unreadable(file: &Path, code: &'static str, message: String) -> Self {
        let found = Found { file: file.display().to_string(), line: None, code, pointer: String::new(), message };
        Self { mistakes: vec![found], more: 0, unreadable: true }
    }
}

/// A file with its bytes, by which a pointer leads to a line.
struct Text {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Text {
    fn read(path: &Path) -> Result<Self, Refused> {
        let bytes = input::bytes(path).map_err(|message| Refused::unreadable(path, "no-file", message))?;
        Ok(Self { path: path.to_owned(), bytes })
    }

    fn found(&self, code: &'static str, pointer: &str, message: String) -> Found {
        let line = (!pointer.is_empty()).then(|| locate::line(&self.bytes, pointer));
        Found { file: self.path.display().to_string(), line, code, pointer: pointer.to_owned(), message }
    }

    fn problems<'e>(&'e self, error: &'e ReadError, file: Option<&'e str>) -> impl Iterator<Item = Found> + 'e {
        let own = error.problems().iter().filter(move |problem| problem.file() == file);
        own.map(|problem| {
            let cause = problem.cause();
            let mut found = self.found(problem.code(), problem.pointer(), cause.to_string());
            if let Cause::NotJson { line, .. } | Cause::TooDeep { line, .. } = cause {
                found.line = Some(*line);
            }
            found
        })
    }

    fn unread(&self, error: &ReadError) -> Refused {
        let mistakes = self.problems(error, None).collect();
        Refused { mistakes, more: error.more(), unreadable: is_no_json(error) }
    }
}

/// Whether a document is no JSON at all, or none that this command reads.
fn is_no_json(error: &ReadError) -> bool {
    error.problems().iter().any(|problem| {
        matches!(
            problem.cause(),
            Cause::TooLarge { .. }
                | Cause::NotUtf8 { .. }
                | Cause::Empty
                | Cause::NotJson { .. }
                | Cause::TooDeep { .. }
                | Cause::OtherFormat { .. }
                | Cause::NewerFormat { .. }
        )
    })
}

/// The three files of an edition's folder, with the keys that each has.
const FILES: [(&str, &[&str]); 3] = [
    ("edition.json", &["edition", "levels"]),
    ("questions.json", &["questions"]),
    ("sources.json", &["sources", "disagreements"]),
];

fn folder(path: &Path) -> Result<String, Refused> {
    let [edition, questions, sources] = FILES.map(|(name, _)| Text::read(&path.join(name)));
    let texts = match (edition, questions, sources) {
        (Ok(edition), Ok(questions), Ok(sources)) => [edition, questions, sources],
        (edition, questions, sources) => {
            let missing = [edition.err(), questions.err(), sources.err()];
            let mistakes = missing.into_iter().flatten().flat_map(|refused| refused.mistakes).collect();
            return Err(Refused { mistakes, more: 0, unreadable: true });
        }
    };
    let [edition, questions, sources] = &texts;
    let raw = RawBank::from_files(&edition.bytes, &questions.bytes, &sources.bytes).map_err(|error| {
        let of_file = texts.iter().zip(FILES).flat_map(|(text, (name, _))| text.problems(&error, Some(name)));
        Refused { mistakes: of_file.collect(), more: error.more(), unreadable: is_no_json(&error) }
    })?;
    let text_of = |pointer: &str| {
        let key = pointer.split('/').nth(1).unwrap_or_default();
        let at = FILES.iter().position(|(_, keys)| keys.contains(&key)).unwrap_or(0);
        texts.get(at).unwrap_or(edition)
    };
    raw.check().map(|bank| about(&bank)).map_err(|error| faulty(&error, text_of))
}

fn about(bank: &QuestionBank) -> String {
    let questions = count(bank.questions().len(), "question", "questions");
    format!("the question bank of {}, {questions}", bank.id())
}

fn faulty<'t>(error: &BankError, text_of: impl Fn(&str) -> &'t Text) -> Refused {
    let mistakes = error.mistakes().iter().map(|mistake| {
        text_of(mistake.pointer()).found(mistake.code(), mistake.pointer(), mistake.fault().to_string())
    });
    Refused { mistakes: mistakes.collect(), more: 0, unreadable: false }
}

/// The one key by which documents are told apart.
#[derive(Deserialize)]
struct Label {
    format: Option<String>,
}

fn file(path: &Path) -> Result<String, Refused> {
    let text = Text::read(path)?;
    let format = serde_json::from_slice::<Label>(&text.bytes).ok().and_then(|label| label.format);
    let family = format.as_deref().and_then(|format| format.rsplit_once(".v")).map(|(family, _)| family);
    match family {
        Some("dspt.corrections") => corrections(&text),
        Some("dspt.wording") => wording(&text),
        // What names no format is taken for a bank, and its reading says what is missing.
        None | Some("dspt.bank") => bank(&text),
        Some(_) => {
            let format = format.unwrap_or_default();
            let message = format!(
                "found `{format}`, expected `dspt.bank.v1`, `dspt.corrections.v1` or `dspt.wording.v1`, or the folder of an edition"
            );
            let mut refused = Refused::unreadable(path, "unknown-word", String::new());
            refused.mistakes = vec![text.found("unknown-word", "/format", message)];
            Err(refused)
        }
    }
}

fn bank(text: &Text) -> Result<String, Refused> {
    let raw = RawBank::from_json(&text.bytes).map_err(|error| text.unread(&error))?;
    raw.check().map(|bank| about(&bank)).map_err(|error| faulty(&error, |_| text))
}

/// Corrections are laid over the built-in bank of their edition.
fn corrections(text: &Text) -> Result<String, Refused> {
    let corrections = Corrections::from_json(&text.bytes).map_err(|error| text.unread(&error))?;
    let bank = QuestionBank::built_in(corrections.edition()).map_err(|cause| Refused {
        mistakes: vec![text.found(cause.code(), "/edition", cause.to_string())],
        more: 0,
        unreadable: false,
    })?;
    let corrected = bank.corrected_by(&corrections).map_err(|error: CorrectionsError| {
        let mistakes = error.mistakes().iter();
        let mistakes = mistakes.map(|mistake| text.found(mistake.code(), mistake.pointer(), mistake.message()));
        Refused { mistakes: mistakes.collect(), more: 0, unreadable: false }
    })?;
    Ok(format!("corrections `{}` of {}", corrections.id(), about(&corrected)))
}

/// A wording pack is held against the built-in bank of every edition for which it has words.
fn wording(text: &Text) -> Result<String, Refused> {
    let pack = RawWording::from_json(&text.bytes).map_err(|error| text.unread(&error))?;
    pack.check_built_in().map_err(|error| {
        let mistakes = error.mistakes().iter();
        let mistakes =
            mistakes.map(|mistake| text.found(mistake.code(), mistake.pointer(), mistake.fault().to_string()));
        Refused { mistakes: mistakes.collect(), more: 0, unreadable: false }
    })?;
    let editions: Vec<String> = pack.editions().map(|edition| edition.to_string()).collect();
    let of = if editions.is_empty() { String::new() } else { format!(", with questions of {}", editions.join(", ")) };
    Ok(format!("a wording pack{of}"))
}
