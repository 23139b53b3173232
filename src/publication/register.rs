//! The public register: the status it shows for an organisation, and the rows it is handed out in.
//!
//! An organisation that is not in the register has not registered with the toolkit; there is no status text for that.
//! Whoever looks up an organisation has to tell "not found" from [`RegisterStatus::NotPublished`] by itself.
//! Source: the programme's questions and answers of June 2022; the public search shows registered organisations only.

use std::fmt;
use std::str::FromStr;

use crate::assessment::PublishedLevel;
use crate::bank::EditionId;
use crate::reading::{coded, nearest, shorten, words};

/// What the public register shows for a registered organisation: its latest publication, or that there is none.
///
/// The text is never blanked and never says "expired": a status stays until the next publication takes its place.
/// Source: the register's exports of June 2019 and September 2022.
///
/// ```
/// use dspt::{LabelStyle, RegisterStatus};
///
/// let status: RegisterStatus = "21/22 Standards Met".parse()?;
/// assert_eq!(status.to_string(), "21/22 Standards Met");
/// assert_eq!(status.in_style(LabelStyle::Long).to_string(), "2021-22 Standards Met");
/// assert_eq!("Not Published".parse(), Ok(RegisterStatus::NotPublished));
/// # Ok::<(), dspt::StatusError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegisterStatus {
    /// Registered, and nothing published yet.
    NotPublished,
    /// The latest publication.
    Published {
        /// The edition whose label it carries.
        edition: EditionId,
        /// The level.
        level: RegisterLevel,
        /// How the edition is written.
        style: LabelStyle,
    },
}

/// How the register writes an edition.
///
/// Source: the exports of 2019 to 2023 write the short form; an organisation's own page seems to use the long one, and
/// which of the two later exports use is not on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelStyle {
    /// `21/22`.
    Short,
    /// `2021-22`.
    Long,
}

words!(pub LabelStyle { Short = "short", Long = "long" });

impl LabelStyle {
    /// An edition written in this style.
    ///
    /// ```
    /// let edition = "2022-23".parse()?;
    /// assert_eq!(dspt::LabelStyle::Short.label(edition), "22/23");
    /// assert_eq!(dspt::LabelStyle::Long.label(edition), "2022-23");
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn label(self, edition: EditionId) -> String {
        let first = edition.first_year();
        match self {
            Self::Short => format!("{:02}/{:02}", first % 100, first.saturating_add(1) % 100),
            Self::Long => edition.to_string(),
        }
    }
}

/// A level as the register shows it, those of the past and of other sectors included.
///
/// Source: the register's exports of June 2019 and September 2022, and for "Critical Standards Not Met" the programme's
/// page of 2019-20; no row with that level has been seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegisterLevel {
    /// Approaching Standards.
    ApproachingStandards,
    /// Standards Met.
    StandardsMet,
    /// Standards Exceeded.
    StandardsExceeded,
    /// History: the first step of social care until March 2021.
    EntryLevel,
    /// History in social care: published without meeting the standards.
    StandardsNotMet,
    /// History, other sectors: not met, with an agreed plan.
    StandardsNotFullyMet,
    /// History: described in 2019-20.
    CriticalStandardsNotMet,
}

words!(pub RegisterLevel {
    ApproachingStandards = "approaching-standards",
    StandardsMet = "standards-met",
    StandardsExceeded = "standards-exceeded",
    EntryLevel = "entry-level",
    StandardsNotMet = "standards-not-met",
    StandardsNotFullyMet = "standards-not-fully-met",
    CriticalStandardsNotMet = "critical-standards-not-met",
});

impl RegisterLevel {
    /// The level as the register prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ApproachingStandards => "Approaching Standards",
            Self::StandardsMet => "Standards Met",
            Self::StandardsExceeded => "Standards Exceeded",
            Self::EntryLevel => "Entry Level",
            Self::StandardsNotMet => "Standards Not Met",
            Self::StandardsNotFullyMet => "Standards not fully met (plan agreed)",
            Self::CriticalStandardsNotMet => "Critical Standards Not Met",
        }
    }

    /// The level as it stands in an organisation's history; none for the two that social care has not published at.
    ///
    /// ```
    /// use dspt::{PublishedLevel, RegisterLevel};
    ///
    /// assert_eq!(RegisterLevel::EntryLevel.published(), Some(PublishedLevel::EntryLevel));
    /// assert_eq!(RegisterLevel::StandardsNotFullyMet.published(), None);
    /// ```
    pub const fn published(self) -> Option<PublishedLevel> {
        match self {
            Self::ApproachingStandards => Some(PublishedLevel::ApproachingStandards),
            Self::StandardsMet => Some(PublishedLevel::StandardsMet),
            Self::StandardsExceeded => Some(PublishedLevel::StandardsExceeded),
            Self::EntryLevel => Some(PublishedLevel::EntryLevel),
            Self::StandardsNotMet => Some(PublishedLevel::StandardsNotMet),
            Self::StandardsNotFullyMet | Self::CriticalStandardsNotMet => None,
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| level.name() == name)
    }
}

impl From<PublishedLevel> for RegisterLevel {
    fn from(level: PublishedLevel) -> Self {
        match level {
            PublishedLevel::StandardsNotMet => Self::StandardsNotMet,
            PublishedLevel::EntryLevel => Self::EntryLevel,
            PublishedLevel::ApproachingStandards => Self::ApproachingStandards,
            PublishedLevel::StandardsMet => Self::StandardsMet,
            PublishedLevel::StandardsExceeded => Self::StandardsExceeded,
        }
    }
}

const NOT_PUBLISHED: &str = "Not Published";

impl RegisterStatus {
    /// The same status with its edition written in a style; "Not Published" names none.
    #[must_use]
    pub const fn in_style(self, style: LabelStyle) -> Self {
        match self {
            Self::NotPublished => self,
            Self::Published { edition, level, .. } => Self::Published { edition, level, style },
        }
    }
}

impl fmt::Display for RegisterStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPublished => f.pad(NOT_PUBLISHED),
            Self::Published { edition, level, style } => f.pad(&format!("{} {}", style.label(*edition), level.name())),
        }
    }
}

impl serde::Serialize for RegisterStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for RegisterStatus {
    type Err = StatusError;

    /// Reads a status exactly as the register writes it; printing gives the same text back.
    ///
    /// # Errors
    ///
    /// No text; a space too many; no edition before the level, or one in another form (`2021/22 Standards Met`); years
    /// that do not follow each other (`21/23 Standards Met`); no level (`21/22`); a level that the register does not
    /// have (`21/22 Standards Surpassed`); further text after the level (`21/22 Standards Met (draft)`).
    fn from_str(text: &str) -> Result<Self, StatusError> {
        let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if tidy.is_empty() {
            return Err(StatusError::Empty);
        }
        if tidy != text {
            return Err(StatusError::StraySpace { found: shorten(text), tidy: shorten(&tidy) });
        }
        if text == NOT_PUBLISHED {
            return Ok(Self::NotPublished);
        }
        if let Some(rest) = text.strip_prefix(NOT_PUBLISHED).filter(|rest| is_apart(rest)) {
            return Err(StatusError::TrailingText { after: NOT_PUBLISHED, text: shorten(rest.trim_start()) });
        }
        let (label, level) = text.split_once(' ').unwrap_or((text, ""));
        let (edition, style) = match read_label(label) {
            Label::Good(edition, style) => (edition, style),
            Label::NotFollowing { expected } => {
                return Err(StatusError::YearsDoNotFollow { found: label.to_owned(), expected });
            }
            Label::Unknown => {
                let slip = nearest(&text.to_lowercase(), &["not published"]).map(|_| NOT_PUBLISHED);
                return Err(StatusError::UnknownLabel { found: shorten(text), nearest: slip });
            }
        };
        if level.is_empty() {
            return Err(StatusError::LevelMissing { label: label.to_owned() });
        }
        Ok(Self::Published { edition, level: read_level(level)?, style })
    }
}

enum Label {
    Good(EditionId, LabelStyle),
    NotFollowing { expected: String },
    Unknown,
}

/// Reads `21/22` or `2021-22`; the toolkit began in 2018, so two digits are a year of this century.
fn read_label(label: &str) -> Label {
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, second, style) = match (label.split_once('/'), label.split_once('-')) {
        (Some((first, second)), _) if digits(first, 2) && digits(second, 2) => {
            (format!("20{first}"), second, LabelStyle::Short)
        }
        (None, Some((first, second))) if digits(first, 4) && digits(second, 2) => {
            (first.to_owned(), second, LabelStyle::Long)
        }
        _ => return Label::Unknown,
    };
    let next = first.parse::<u16>().map_or(0, |year| year.saturating_add(1) % 100);
    match format!("{first}-{next:02}").parse::<EditionId>() {
        Ok(edition) if second.parse() == Ok(next) => Label::Good(edition, style),
        Ok(edition) => Label::NotFollowing { expected: style.label(edition) },
        Err(_) => Label::Unknown,
    }
}

fn read_level(text: &str) -> Result<RegisterLevel, StatusError> {
    if let Some(level) = RegisterLevel::named(text) {
        return Ok(level);
    }
    for level in RegisterLevel::ALL {
        if let Some(rest) = text.strip_prefix(level.name()).filter(|rest| is_apart(rest)) {
            return Err(StatusError::TrailingText { after: level.name(), text: shorten(rest.trim_start()) });
        }
    }
    // Capitals are the usual slip, so the comparison leaves them aside.
    let plain: Vec<String> = RegisterLevel::ALL.iter().map(|level| level.name().to_lowercase()).collect();
    let known: Vec<&str> = plain.iter().map(String::as_str).collect();
    let slip = nearest(&text.to_lowercase(), &known);
    let meant = RegisterLevel::ALL.iter().find(|level| slip.as_deref() == Some(&level.name().to_lowercase()));
    Err(StatusError::UnknownLevel { found: shorten(text), nearest: meant.map(|level| level.name()) })
}

/// Whether text after a word is further text and not the rest of a longer word.
fn is_apart(rest: &str) -> bool {
    rest.chars().next().is_some_and(|first| !first.is_alphanumeric())
}

coded! {
    /// Why a text is not a status of the register.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum StatusError {
        /// No text, or white space alone.
        #[error(
            "the status is empty, expected `Not Published` or an edition and a level such as `21/22 Standards Met`; \
             copy it from the register"
        )]
        Empty = "status-empty",
        /// White space where the register has none.
        #[error("`{found}` has white space that the register does not write; write `{tidy}`")]
        StraySpace {
            /// The text found.
            found: String,
            /// The text without it.
            tidy: String,
        } = "stray-space",
        /// No edition at the start, or one in a form that the register does not use.
        #[error(
            "`{found}` does not begin with an edition, expected one such as `21/22` or `2021-22` before the level, \
             or `Not Published`{}",
            mend(*nearest)
        )]
        UnknownLabel {
            /// The text found.
            found: String,
            /// "Not Published", if the text looks like it.
            nearest: Option<&'static str>,
        } = "unknown-label",
        /// An edition whose two years do not follow each other.
        #[error("the years of `{found}` do not follow each other, expected `{expected}`; correct one of them")]
        YearsDoNotFollow {
            /// The edition found.
            found: String,
            /// The edition that begins in the same year.
            expected: String,
        } = "years-do-not-follow",
        /// An edition alone.
        #[error("`{label}` is not followed by a level, expected one such as `{label} Standards Met`; add it")]
        LevelMissing {
            /// The edition found.
            label: String,
        } = "level-missing",
        /// A level that the register does not have.
        #[error("`{found}` is not a level of the register, expected {}{}", levels(), mend(*nearest))]
        UnknownLevel {
            /// The text found in place of a level.
            found: String,
            /// The level that looks most like it, if any does.
            nearest: Option<&'static str>,
        } = "unknown-level",
        /// Further text after a whole status.
        #[error("`{text}` follows `{after}`, expected nothing after it; remove it")]
        TrailingText {
            /// What the text follows.
            after: &'static str,
            /// The text found.
            text: String,
        } = "trailing-text",
    }
}

fn levels() -> String {
    let quoted: Vec<String> = RegisterLevel::ALL.iter().map(|level| format!("`{}`", level.name())).collect();
    format!("one of {}", quoted.join(", "))
}

fn mend(nearest: Option<&str>) -> String {
    match nearest {
        Some(name) => format!("; did you mean `{name}`?"),
        None => "; copy the status from the register".to_owned(),
    }
}
