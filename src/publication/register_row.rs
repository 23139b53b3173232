//! One row of the public register as it is handed out for download.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::register::{RegisterStatus, StatusError};
use crate::assessment::OdsCode;
use crate::reading::shorten;

/// An organisation in the public register, with its latest status.
///
/// A closed organisation may keep its row; the register then appends `CLOSED` to its code, its name or both.
/// Source: the register's export of September 2022.
///
/// ```
/// use dspt::RegisterRow;
///
/// let row = RegisterRow::read("VM0X1", "Harbour House CLOSED", "21/22 Standards Met", "30/06/2022")?;
/// assert_eq!((row.ods_code().as_str(), row.name()), ("VM0X1", "Harbour House"));
/// assert!(row.is_closed());
/// assert_eq!(row.published_on(), "2022-06-30".parse().ok());
/// # Ok::<(), dspt::RegisterError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    ods_code: OdsCode,
    name: String,
    is_closed: bool,
    status: RegisterStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_on: Option<NaiveDate>,
}

impl RegisterRow {
    /// Reads the columns "Code", "Organisation Name", "Status" and "Date Of Publication" of one row.
    ///
    /// White space around the code, the name and the date is passed over; the status must be as the register writes it.
    /// How exactly `CLOSED` is joined to what comes before it is not on record, so a space, a hyphen, a low line and
    /// brackets are accepted, and after a code nothing at all.
    ///
    /// # Errors
    ///
    /// A code that is none (`vm0x1`), a name that is empty or only `CLOSED`, a status that cannot be read, a date not
    /// of the form dd/mm/yyyy (`2022-06-30`) or not in the calendar (`31/06/2022`), a publication without its date,
    /// "Not Published" with one. All are reported at once.
    pub fn read(code: &str, name: &str, status: &str, date: &str) -> Result<Self, RegisterError> {
        let mut faults = Vec::new();
        let (stem, code_closed) = without_closed(code, Joined::Loosely);
        let ods_code = stem.parse::<OdsCode>();
        if ods_code.is_err() {
            faults.push(RegisterFault::BadCode { found: shorten(code) });
        }
        let (name, name_closed) = without_closed(name, Joined::Apart);
        if name.is_empty() {
            faults.push(RegisterFault::NameMissing);
        }
        let status = status.parse::<RegisterStatus>().map_err(|error| faults.push(error.into()));
        let published_on = match (status.ok(), date.trim()) {
            (Some(RegisterStatus::NotPublished), found) if !found.is_empty() => {
                faults.push(RegisterFault::DateWithoutPublication { found: shorten(found) });
                None
            }
            (Some(status @ RegisterStatus::Published { .. }), "") => {
                faults.push(RegisterFault::PublicationWithoutDate { status });
                None
            }
            (_, "") => None,
            (_, found) => {
                let day = read_day(found);
                if day.is_none() {
                    faults.push(RegisterFault::BadDate { found: shorten(found) });
                }
                day
            }
        };
        match (ods_code, status) {
            (Ok(ods_code), Ok(status)) if faults.is_empty() => {
                let is_closed = code_closed || name_closed;
                Ok(Self { ods_code, name: name.to_owned(), is_closed, status, published_on })
            }
            _ => Err(RegisterError { faults }),
        }
    }

    /// The ODS code, without `CLOSED`.
    pub fn ods_code(&self) -> &OdsCode {
        &self.ods_code
    }

    /// The name, without `CLOSED`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the row is marked as that of a closed organisation.
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The status.
    pub fn status(&self) -> RegisterStatus {
        self.status
    }

    /// The day of the latest publication; none exactly where nothing is published.
    pub fn published_on(&self) -> Option<NaiveDate> {
        self.published_on
    }
}

/// What must stand between a text and the `CLOSED` after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// At least one space or mark, so that a house called "ENCLOSED" stays open.
    Apart,
    /// Nothing need stand there: no code ends in these letters.
    Loosely,
}

/// The text without a `CLOSED` at its end, and whether there was one.
fn without_closed(text: &str, joined: Joined) -> (&str, bool) {
    let text = text.trim();
    let Some(stem) = text.strip_suffix("CLOSED").or_else(|| text.strip_suffix("(CLOSED)")) else {
        return (text, false);
    };
    let before = stem.trim_end_matches([' ', '-', '_']);
    let apart = stem.is_empty() || before.len() < stem.len() || text.ends_with(')');
    if apart || joined == Joined::Loosely { (before, true) } else { (text, false) }
}

/// Reads `dd/mm/yyyy` and nothing else.
fn read_day(text: &str) -> Option<NaiveDate> {
    let number = |digits: &str, length: usize| -> Option<u32> {
        let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plain { digits.parse().ok() } else { None }
    };
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(number(year, 4)?.try_into().ok()?, number(month, 2)?, number(day, 2)?)
}

/// A row of the register that cannot be read: everything wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct RegisterError {
    faults: Vec<RegisterFault>,
}

impl RegisterError {
    /// The faults in the order of the columns; at least one.
    pub fn faults(&self) -> &[RegisterFault] {
        &self.faults
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "in column `{}`: {fault}", fault.column())?;
        }
        Ok(())
    }
}

/// One thing wrong with a row of the register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterFault {
    /// A code that is not an ODS code.
    #[error(
        "found `{found}`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`, with or without \
         `CLOSED` after it; correct it"
    )]
    BadCode {
        /// The text found.
        found: String,
    },
    /// No name, or none besides `CLOSED`.
    #[error("the name is missing, expected the organisation's name; check that the columns are in their order")]
    NameMissing,
    /// A status that cannot be read.
    #[error(transparent)]
    Status(#[from] StatusError),
    /// A date that cannot be read.
    #[error("found `{found}`, expected a day of the calendar written dd/mm/yyyy such as `30/06/2022`; correct it")]
    BadDate {
        /// The text found.
        found: String,
    },
    /// A date although nothing is published.
    #[error("found `{found}` beside `Not Published`, expected no date; remove it or correct the status")]
    DateWithoutPublication {
        /// The text found.
        found: String,
    },
    /// A publication without its date.
    #[error("there is no date beside `{status}`, expected the day of publication written dd/mm/yyyy; add it")]
    PublicationWithoutDate {
        /// The status found.
        status: RegisterStatus,
    },
}

impl RegisterFault {
    /// The stable kebab-case code; that of the [`StatusError`] where the status is at fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadCode { .. } => "bad-code",
            Self::NameMissing => "name-missing",
            Self::Status(error) => error.code(),
            Self::BadDate { .. } => "bad-date",
            Self::DateWithoutPublication { .. } => "date-without-publication",
            Self::PublicationWithoutDate { .. } => "publication-without-date",
        }
    }

    /// The heading of the column at fault, as the register's export has it.
    pub const fn column(&self) -> &'static str {
        match self {
            Self::BadCode { .. } => "Code",
            Self::NameMissing => "Organisation Name",
            Self::Status(_) => "Status",
            Self::BadDate { .. } | Self::DateWithoutPublication { .. } | Self::PublicationWithoutDate { .. } => {
                "Date Of Publication"
            }
        }
    }
}
