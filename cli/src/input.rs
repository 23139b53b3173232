//! What the commands read: files, standard input, and the day.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use dspt::{Assessment, Corrections, NaiveDate, QuestionBank};

use crate::Format;

/// The most bytes read of any input; the library's own bound is lower.
const MOST: u64 = 16 * 1024 * 1024;

/// What most commands are given: an assessment, a day, and how to print the result.
#[derive(clap::Args)]
pub(crate) struct Subject {
    /// The assessment, a JSON file of format dspt.assessment.v1; - reads standard input
    pub(crate) file: PathBuf,
    /// The day to answer for, such as 2026-06-30 [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<NaiveDate>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

impl Subject {
    /// The day asked for, or today.
    pub(crate) fn day(&self) -> NaiveDate {
        or_today(self.as_of)
    }

    /// The assessment, which fits the bank of its edition.
    pub(crate) fn read(&self) -> Result<Assessment, String> {
        assessment(&self.file)
    }
}

/// A day asked for, or today: the only place in the project that reads a clock.
#[expect(clippy::disallowed_methods, reason = "the command is where today comes from")]
pub(crate) fn or_today(asked: Option<NaiveDate>) -> NaiveDate {
    asked.unwrap_or_else(|| chrono::Local::now().date_naive())
}

/// Reads an assessment that fits the built-in bank of its edition.
pub(crate) fn assessment(file: &Path) -> Result<Assessment, String> {
    let assessment = Assessment::from_json(bytes(file)?).map_err(|error| unusable(file, &error))?;
    let bank = assessment.built_in_bank().map_err(|error| unusable(file, &error))?;
    assessment.check_against(bank).map_err(|error| unusable(file, &error))?;
    Ok(assessment)
}

/// A subject, and what its question bank is corrected by.
#[derive(clap::Args)]
pub(crate) struct Judged {
    #[command(flatten)]
    pub(crate) subject: Subject,
    /// Corrections to lay over the question bank, a file of format dspt.corrections.v1; several are laid one over the
    /// other
    #[arg(long, value_name = "FILE")]
    corrections: Vec<PathBuf>,
}

impl Judged {
    /// The assessment, with the bank of its edition as corrected.
    pub(crate) fn read(&self) -> Result<(Assessment, Cow<'static, QuestionBank>), String> {
        let file = &self.subject.file;
        let assessment = Assessment::from_json(bytes(file)?).map_err(|error| unusable(file, &error))?;
        let mut bank = Cow::Borrowed(assessment.built_in_bank().map_err(|error| unusable(file, &error))?);
        for file in &self.corrections {
            let corrections = Corrections::from_json(bytes(file)?).map_err(|error| unusable(file, &error))?;
            let corrected = bank.corrected_by(&corrections).map_err(|error| unusable(file, &error))?;
            bank = Cow::Owned(corrected);
        }
        assessment.check_against(&bank).map_err(|error| unusable(file, &error))?;
        Ok((assessment, bank))
    }
}

fn unusable(file: &Path, error: &impl std::fmt::Display) -> String {
    format!("cannot use {}:\n{error}", name_of(file))
}

/// What a file or, for `-`, standard input holds. One that is too large is read only as far as needed to know so.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let bytes = if file == Path::new("-") {
        let standard_input = std::io::stdin();
        bounded(standard_input.lock())
    } else {
        File::open(file).and_then(bounded)
    };
    bytes.map_err(|error| format!("cannot read {}: {error}", name_of(file)))
}

fn name_of(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

fn bounded(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST) {
        return Err(std::io::Error::other("it is larger than 16 MiB, and an assessment has at most 4 MiB"));
    }
    Ok(bytes)
}

/// Reads a day written as `2026-06-30`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match text.parse() {
        Ok(day) if shape => Ok(day),
        _ => Err("expected a day of the calendar such as 2026-06-30".to_owned()),
    }
}

/// Reads a word of the library, such as a level or an edition.
pub(crate) fn word<T: std::str::FromStr<Err = dspt::Cause>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|cause: dspt::Cause| cause.to_string())
}
