//! The files of `schema/`, by their place in it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use dspt::{Draft, Profile, QuestionBank};
use serde_json::Value;

use crate::catalogue::{FORM_VERSION, Published, published};
use crate::codes::{ledger, lost, table};
use crate::draft::in_draft;
use crate::examples::example;
use crate::fixtures::fixture_files;
use crate::form::form;
use crate::labelled::labelled;

const DRAFTS: [(Draft, &str); 2] = [(Draft::Draft2020, "2020-12"), (Draft::Draft07, "draft-07")];

/// Every generated file with its text, by its place in `schema/`. Fixtures are answers to the requests in the folder.
///
/// # Errors
///
/// A folder or file of fixtures that cannot be read.
pub fn files(folder: &Path) -> io::Result<BTreeMap<PathBuf, String>> {
    let mut files = fixture_files(folder)?;
    for document in published() {
        if document.name == "assessment" {
            files.extend(form_files(&document.schema));
        }
        let example = example(document.name, folder, &files)?;
        for (draft, drafts) in DRAFTS {
            for profile in [Profile::Strict, Profile::Forms] {
                let place = format!("{profile}/{drafts}/{}.json", document.name);
                files.insert(place.into(), text(&schema_of(&document, &example, profile, draft)));
            }
        }
    }
    files.insert("codes.json".into(), text(&ledger()));
    files.insert("codes.md".into(), table());
    Ok(files)
}

/// The form of every edition, with the bounds that the strict schema of an assessment sets.
fn form_files(assessment: &Value) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for bank in QuestionBank::editions() {
        let form = form(bank, assessment);
        let (edition, name, schema) = (form.edition, format!("assessment-{}", form.edition), form.schema());
        for (draft, drafts) in DRAFTS {
            let whole = in_draft(&schema, &name, FORM_VERSION, Profile::Forms, draft, &form.example);
            files.insert(format!("forms/{drafts}/{name}.json").into(), text(&whole));
        }
        files.insert(format!("forms/rjsf/{edition}.json").into(), text(&form.rjsf()));
        files.insert(format!("forms/jsonforms/{edition}.json").into(), text(&form.json_forms()));
    }
    files
}

fn schema_of(document: &Published, example: &Value, profile: Profile, draft: Draft) -> Value {
    let schema = match profile {
        Profile::Strict => document.schema.clone(),
        Profile::Forms => labelled(&document.schema),
    };
    in_draft(&schema, document.name, document.version, profile, draft, example)
}

/// The schemas as released: strict, draft 2020-12, named by document and version. Once there, they do not change.
///
/// # Errors
///
/// As [`files`].
pub fn released(folder: &Path) -> io::Result<BTreeMap<PathBuf, String>> {
    let answers = fixture_files(folder)?;
    let all = published().into_iter().map(|document| {
        let place = format!("released/{}-{}.json", document.name, document.version);
        let example = example(document.name, folder, &answers)?;
        Ok((PathBuf::from(place), text(&schema_of(&document, &example, Profile::Strict, Draft::Draft2020))))
    });
    all.collect()
}

/// Writes every generated file into a folder, and adds the released schemas that are not there yet.
///
/// # Errors
///
/// A file that cannot be read or written; a code that is no longer given and not retired.
pub fn write(folder: &Path) -> io::Result<()> {
    if let Ok(earlier) = std::fs::read_to_string(folder.join("codes.json")) {
        let lost = lost(&serde_json::from_str(&earlier)?);
        if !lost.is_empty() {
            let codes = lost.join(", ");
            return Err(io::Error::other(format!("no longer given and not retired: {codes}; see `RETIRED`")));
        }
    }
    for (place, text) in files(folder)? {
        put(&folder.join(place), &text)?;
    }
    for (place, text) in released(folder)? {
        let path = folder.join(place);
        if !path.exists() {
            put(&path, &text)?;
        }
    }
    Ok(())
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, text)
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}
