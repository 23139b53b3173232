//! `dspt register`: what a status text of the public register says.

use clap::Args;
use dspt::{RegisterStatus, StatusError};
use serde::Serialize;

use crate::page::{GOOD, OPEN, Page, STRONG};
use crate::{Format, Outcome, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Status texts as the register prints them, such as "21/22 Standards Met"
    #[arg(required = true)]
    texts: Vec<String>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The texts as a document.
#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    texts: Vec<Entry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Problem>,
}

#[derive(Serialize)]
struct Problem {
    code: &'static str,
    message: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let read: Vec<(&str, Result<RegisterStatus, StatusError>)> =
        arguments.texts.iter().map(|text| (text.as_str(), text.parse())).collect();
    match arguments.format {
        Format::Json => {
            let texts = read.iter().map(|(text, status)| entry(text, status)).collect();
            let document = Document { format: "dspt.register.v1", texts };
            page::json(serde_json::to_string(&document).map_err(|error| error.to_string())?)?;
        }
        Format::Text => text(&read).print()?,
    }
    Ok(if read.iter().all(|(_, status)| status.is_ok()) { Outcome::Done } else { Outcome::No })
}

fn entry<'a>(text: &'a str, status: &Result<RegisterStatus, StatusError>) -> Entry<'a> {
    let empty = Entry { text, status: None, edition: None, level: None, error: None };
    match status {
        Ok(RegisterStatus::NotPublished) => Entry { status: Some("not-published"), ..empty },
        Ok(RegisterStatus::Published { edition, level, .. }) => Entry {
            status: Some("published"),
            edition: Some(edition.to_string()),
            level: Some(level.as_str().to_owned()),
            ..empty
        },
        Err(error) => Entry { error: Some(Problem { code: error.code(), message: error.to_string() }), ..empty },
    }
}

fn text(read: &[(&str, Result<RegisterStatus, StatusError>)]) -> Page {
    let mut page = Page::default();
    for (text, status) in read {
        page.line(0, STRONG, text);
        match status {
            Ok(RegisterStatus::NotPublished) => page.line(2, OPEN, "registered, nothing published"),
            Ok(RegisterStatus::Published { edition, level, .. }) => {
                page.line(2, GOOD, &format!("edition {edition}, level {}", level.as_str()));
            }
            Err(error) => page.line(2, OPEN, &error.to_string()),
        }
    }
    page
}
