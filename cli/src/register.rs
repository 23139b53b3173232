//! `dspt register`: what a status text or a row of the public register says.

use clap::Args;
use dspt::{RegisterError, RegisterRow, RegisterStatus, StatusError};
use serde::Serialize;

use crate::page::{GOOD, OPEN, Page, STRONG, long_date};
use crate::{Format, Outcome, page};

/// How many columns a row has.
const COLUMNS: usize = 4;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Status texts as the register prints them, such as "21/22 Standards Met"
    #[arg(required_unless_present = "rows")]
    texts: Vec<String>,
    /// A row as the register prints it; may be given several times, with an empty DATE where nothing is published
    #[arg(long = "row", id = "rows", num_args = COLUMNS, value_names = ["CODE", "NAME", "STATUS", "DATE"])]
    rows: Vec<String>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The texts as a document.
#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    texts: Vec<Entry<'a>>,
    rows: Vec<RowEntry<'a>>,
}

/// A row, or what is wrong with it.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum RowEntry<'a> {
    Row(&'a RegisterRow),
    Errors(Vec<Problem>),
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
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<&'static str>,
    message: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let read: Vec<(&str, Result<RegisterStatus, StatusError>)> =
        arguments.texts.iter().map(|text| (text.as_str(), text.parse())).collect();
    let rows: Vec<_> = arguments.rows.chunks_exact(COLUMNS).map(read_row).collect();
    match arguments.format {
        Format::Json => {
            let texts = read.iter().map(|(text, status)| entry(text, status)).collect();
            let rows = rows.iter().map(row_entry).collect();
            let document = Document { format: "dspt.register.v1", texts, rows };
            page::document(&document)?;
        }
        Format::Text => text(&read, &rows).print()?,
    }
    let all = read.iter().all(|(_, status)| status.is_ok()) && rows.iter().all(Result::is_ok);
    Ok(if all { Outcome::Done } else { Outcome::No })
}

fn read_row(columns: &[String]) -> Result<RegisterRow, RegisterError> {
    let column = |at: usize| columns.get(at).map_or("", String::as_str);
    RegisterRow::read(column(0), column(1), column(2), column(3))
}

fn row_entry(row: &Result<RegisterRow, RegisterError>) -> RowEntry<'_> {
    match row {
        Ok(row) => RowEntry::Row(row),
        Err(error) => RowEntry::Errors(
            error
                .faults()
                .iter()
                .map(|fault| Problem { code: fault.code(), column: Some(fault.column()), message: fault.to_string() })
                .collect(),
        ),
    }
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
        Err(error) => {
            Entry { error: Some(Problem { code: error.code(), column: None, message: error.to_string() }), ..empty }
        }
    }
}

fn text(read: &[(&str, Result<RegisterStatus, StatusError>)], rows: &[Result<RegisterRow, RegisterError>]) -> Page {
    let mut page = Page::default();
    for (text, status) in read {
        page.line(0, STRONG, text);
        match status {
            Ok(status) => status_line(&mut page, *status),
            Err(error) => page.line(2, OPEN, &error.to_string()),
        }
    }
    for (number, row) in (1_usize..).zip(rows) {
        match row {
            Ok(row) => {
                page.line(0, STRONG, &format!("{} ({})", row.name(), row.ods_code()));
                status_line(&mut page, row.status());
                if let Some(day) = row.published_on() {
                    page.line(2, GOOD, &format!("published on {}", long_date(day)));
                }
                if row.is_closed() {
                    page.line(2, OPEN, "marked as closed");
                }
            }
            Err(error) => {
                page.line(0, STRONG, &format!("row {number}"));
                for fault in error.faults() {
                    page.line(2, OPEN, &format!("in column `{}`: {fault}", fault.column()));
                }
            }
        }
    }
    page
}

fn status_line(page: &mut Page, status: RegisterStatus) {
    match status {
        RegisterStatus::NotPublished => page.line(2, OPEN, "registered, nothing published"),
        RegisterStatus::Published { edition, level, .. } => {
            page.line(2, GOOD, &format!("edition {edition}, level {}", level.as_str()));
        }
    }
}
