//! The fixtures: requests as committed, and what the library answers.
//!
//! `fixtures/<operation>/<case>.request.json` is written by people, and `fixtures/about.json` says in a sentence what
//! each of them shows. The answers and the index of them all are made from these, so that they cannot drift apart.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use dspt::json::{Operation, Outcome, call};
use serde_json::{Map, Value, json};

const FOLDER: &str = "fixtures";
const REQUEST: &str = ".request.json";

/// A request to one operation with the library's answer to it.
#[derive(Debug, Clone)]
pub struct Fixture {
    /// The operation that is asked.
    pub operation: Operation,
    /// The name of the case.
    pub name: String,
    /// What the case shows, in one sentence.
    pub about: String,
    /// The request, to the byte.
    pub request: String,
    /// The answer.
    pub answer: Value,
    /// How the operation ended.
    pub outcome: Outcome,
}

impl Fixture {
    /// The codes in the answer, sorted: of findings, obstacles, notes, errors, faults of an action plan, and changes
    /// from one edition to another.
    pub fn shows(&self) -> BTreeSet<&str> {
        let lists = ["findings", "obstacles", "notes", "errors", "faults", "edition", "changes"];
        lists.into_iter().flat_map(|list| self.codes_in(list)).collect()
    }

    /// The codes in every list of the answer that stands under a key.
    pub fn codes_in(&self, list: &str) -> BTreeSet<&str> {
        let entries = entries_under(list, &self.answer);
        // A change has its code among its particulars.
        let codes = entries.into_iter().filter_map(|entry| entry.get("code").or_else(|| entry.pointer("/what/kind")));
        codes.filter_map(Value::as_str).collect()
    }

    /// The place of the request in `schema/fixtures/`.
    pub fn request_path(&self) -> String {
        format!("{}/{}{REQUEST}", self.operation, self.name)
    }

    /// The place of the answer in `schema/fixtures/`.
    pub fn answer_path(&self) -> String {
        format!("{}/{}.answer.json", self.operation, self.name)
    }

    fn entry(&self) -> Value {
        json!({
            "operation": self.operation.as_str(),
            "name": self.name,
            "request": self.request_path(),
            "answer": self.answer_path(),
            "outcome": outcome(self.outcome),
            "about": self.about,
            "shows": self.shows().into_iter().collect::<Vec<_>>(),
        })
    }
}

/// The entries of every list under a key, wherever in a document it stands.
pub fn entries_under<'a>(list: &str, document: &'a Value) -> Vec<&'a Value> {
    let mut found = Vec::new();
    match document {
        Value::Object(object) => {
            for (key, value) in object {
                if key == list {
                    found.extend(value.as_array().into_iter().flatten());
                }
                found.extend(entries_under(list, value));
            }
        }
        Value::Array(entries) => found.extend(entries.iter().flat_map(|entry| entries_under(list, entry))),
        _ => {}
    }
    found
}

/// Every fixture of a `schema` folder, by operation and name, each answered anew.
///
/// # Errors
///
/// A file that cannot be read; a request without its sentence in `about.json`, or a sentence without its request.
pub fn fixtures(schema_folder: &Path) -> Result<Vec<Fixture>> {
    let folder = schema_folder.join(FOLDER);
    let mut about: Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(folder.join("about.json"))?)?;
    let mut all = Vec::new();
    for operation in Operation::ALL.iter().copied() {
        let mut sentences = about.shift_remove(operation.as_str()).unwrap_or_default();
        for name in names(&folder.join(operation.as_str()))? {
            let request = std::fs::read_to_string(folder.join(format!("{operation}/{name}{REQUEST}")))?;
            let Some(Value::String(about)) = sentences.get_mut(&name).map(Value::take) else {
                return Err(wrong(format!("about.json says nothing of {operation}/{name}")));
            };
            let answer = call(operation, &request);
            let (outcome, answer) = (answer.outcome, serde_json::from_str(&answer.text)?);
            all.push(Fixture { operation, name, about, request, answer, outcome });
        }
        // What was used is null now.
        let left = sentences.as_object().into_iter().flatten().find(|(_, sentence)| !sentence.is_null());
        if let Some((name, _)) = left {
            return Err(wrong(format!("about.json speaks of {operation}/{name}, and there is no such request")));
        }
    }
    match about.keys().next() {
        Some(other) => Err(wrong(format!("about.json speaks of `{other}`, which is no operation"))),
        None => Ok(all),
    }
}

/// The answers and their index as files, by their place in `schema/`.
///
/// # Errors
///
/// As [`fixtures`].
pub fn fixture_files(schema_folder: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let all = fixtures(schema_folder)?;
    let index = json!({
        "format": "dspt.fixtures.v1",
        // All packages of the workspace have one version.
        "engine": { "version": env!("CARGO_PKG_VERSION") },
        "fixtures": all.iter().map(Fixture::entry).collect::<Vec<_>>(),
    });
    let place = |name: &str| Path::new(FOLDER).join(name);
    let mut files: BTreeMap<_, _> =
        all.iter().map(|fixture| (place(&fixture.answer_path()), text(&fixture.answer))).collect();
    files.insert(place("index.json"), text(&index));
    Ok(files)
}

/// The names of the requests in a folder, sorted.
fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        let file = entry?.file_name().into_string().map_err(|file| wrong(format!("{file:?} is no text")))?;
        names.extend(file.strip_suffix(REQUEST).map(str::to_owned));
    }
    Ok(names)
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::No => "no",
        Outcome::Unreadable => "unreadable",
    }
}

fn wrong(what: String) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}

fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
