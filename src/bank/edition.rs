//! Editions of the toolkit: one a year, each with its own questions.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;

use super::code::QuestionCode;
use super::fact::{Fact, Provenance, Stated};
use super::gates::Gates;
use super::level::Level;
use super::rule::Certificate;
use super::scope::Scope;
use super::source::SourceId;
use crate::reading::{Cause, parsed, record, shorten};

/// The id of an edition, written `2025-26` after the two years it spans.
///
/// Any year from 2000 to 2098 can be written, so that next year's edition needs no code.
///
/// ```
/// use dspt::EditionId;
///
/// let edition: EditionId = "2025-26".parse()?;
/// assert_eq!(edition.before().map(|before| before.to_string()), Some("2024-25".to_owned()));
/// assert!("2025-27".parse::<EditionId>().is_err());
/// # Ok::<(), dspt::Cause>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionId(u16);

impl EditionId {
    /// The year in which the edition opens.
    pub const fn first_year(self) -> u16 {
        self.0
    }

    /// The year in which it ends; years have four digits.
    const fn second_year(self) -> u16 {
        self.0.saturating_add(1)
    }

    /// The edition of the year before; none before 2000-01.
    pub const fn before(self) -> Option<Self> {
        if self.0 > 2000 { Some(Self(self.0.saturating_sub(1))) } else { None }
    }

    /// The edition of the year after; none after 2098-99.
    pub const fn after(self) -> Option<Self> {
        if self.0 < 2098 { Some(Self(self.second_year())) } else { None }
    }
}

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}-{:02}", self.0, self.second_year() % 100))
    }
}

impl fmt::Debug for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for EditionId {
    type Err = Cause;

    /// Reads an edition written as its two years.
    ///
    /// # Errors
    ///
    /// Years that do not follow each other, other separators, years outside 2000 to 2099: `2025-27`, `25-26`,
    /// `2025/26` and `1999-00` all fail.
    fn from_str(text: &str) -> Result<Self, Cause> {
        let bad = || Cause::BadForm { found: shorten(text), expected: "an edition such as `2025-26`" };
        let (first, second) = text.split_once('-').ok_or_else(bad)?;
        let number = |digits: &str, length: usize| -> Option<u16> {
            let plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
            if plain { digits.parse().ok() } else { None }
        };
        match (number(first, 4), number(second, 2)) {
            (Some(first @ 2000..=2098), Some(second)) if Self(first).second_year() % 100 == second => Ok(Self(first)),
            (Some(2000..=2099), Some(_)) => Err(Cause::YearsApart { found: text.to_owned() }),
            _ => Err(bad()),
        }
    }
}

parsed!(EditionId, "an edition such as `2025-26`", "^20[0-9]{2}-[0-9]{2}$", "2025-26");

/// What is known of an edition besides its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// How often the data of this edition has been published, counted from 1.
    pub revision: u32,
    /// The version number of the toolkit, such as 8 for 2025-26.
    pub toolkit_version: Fact<u32>,
    /// When it opened.
    pub opening: Fact<Opening>,
    /// The last day on which publishing counts as on time.
    pub deadline: Fact<NaiveDate>,
    /// How many questions the toolkit itself says are mandatory.
    pub counts: Vec<OfficialCount>,
    /// How many questions the toolkit shows in all.
    pub total: Fact<u32>,
    /// Whom its questions are for.
    pub scope: Fact<Scope>,
    /// Whether answers carried over from an earlier edition must be reconfirmed before they count.
    pub reconfirmation: Fact<bool>,
    /// Why an answer of "not sure" about NHSmail or a certificate counts as no.
    pub not_sure: Provenance,
    /// Which certificates take questions away.
    pub certificates: Vec<CertificateEffect>,
    /// What it asks for before an assessment can be published.
    pub gates: Gates,
    /// Questions of the edition before that are gone without a successor.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub dropped: Vec<Fact<QuestionCode>>,
    /// What nobody could find out about this edition, so that readers do not take silence for an answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub gaps: Vec<Gap>,
}

record!(Edition, "an edition with `id`, `opening`, `deadline` and `counts`", {
    id: required "id",
    revision: required "revision",
    toolkit_version: required "toolkitVersion",
    opening: required "opening",
    deadline: required "deadline",
    counts: required "counts",
    total: required "total",
    scope: required "scope",
    reconfirmation: required "reconfirmation",
    not_sure: required "notSure",
    certificates: required "certificates",
    gates: required "gates",
    dropped: or_empty "dropped",
    gaps: or_empty "gaps",
});

/// The days between which an edition opened; both are the same where the day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opening {
    /// The first day on which it can have opened.
    pub earliest: NaiveDate,
    /// The first day on which it was certainly open.
    pub latest: NaiveDate,
}

record!(Opening, "an opening with `earliest` and `latest`", {
    earliest: required "earliest",
    latest: required "latest",
});

/// How many questions the toolkit says are mandatory for a level, in a part of the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficialCount {
    /// The level.
    pub level: Level,
    /// The first day on which the count holds; absent from the edition's opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it no longer holds; absent to the edition's end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The count.
    pub count: Fact<u32>,
}

record!(OfficialCount, "a count with `level` and `count`", {
    level: required "level",
    from: optional "from",
    until: optional "until",
    count: required "count",
});

impl OfficialCount {
    /// Whether the count speaks of a day: its first day counts, its last does not.
    pub(crate) fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day < until)
    }
}

/// Whether a certificate takes questions away; which ones, the questions say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CertificateEffect {
    /// The certificate.
    pub certificate: Certificate,
    /// Whether it takes any question away.
    pub takes_questions_away: Fact<bool>,
}

record!(CertificateEffect, "an entry with `certificate` and `takesQuestionsAway`", {
    certificate: required "certificate",
    takes_questions_away: required "takesQuestionsAway",
});

/// Something that no source settles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Its id, formed like a source id.
    pub id: SourceId,
    /// What is not known.
    pub says: String,
    /// The sources that bear on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sources: Vec<SourceId>,
}

record!(Gap, "a gap with `id` and `says`", { id: required "id", says: required "says", sources: or_empty "sources" });

impl Edition {
    /// Whether the edition is certainly open to publications on a day, as far as its own dates tell.
    pub(crate) fn has_opened_by(&self, day: NaiveDate) -> Option<bool> {
        let opening = self.opening.value.as_ref()?;
        if day >= opening.latest {
            Some(true)
        } else if day < opening.earliest {
            Some(false)
        } else {
            None
        }
    }

    /// How many questions the toolkit says are mandatory for a level on a day, confirmed or inferred.
    pub fn official_count(&self, level: Level, day: NaiveDate) -> Option<u32> {
        self.count_on(level, day)?.count.known().copied()
    }

    /// The official count for a level on a day.
    pub(crate) fn count_on(&self, level: Level, day: NaiveDate) -> Option<&OfficialCount> {
        self.counts.iter().find(|count| count.level == level && count.covers(day))
    }

    /// Every fact in the edition's own data.
    pub(crate) fn facts(&self) -> Vec<Stated<'_>> {
        let mut facts = vec![
            Stated::fact("/edition/toolkitVersion", &self.toolkit_version),
            Stated::fact("/edition/opening", &self.opening),
            Stated::fact("/edition/deadline", &self.deadline),
            Stated::fact("/edition/total", &self.total),
            Stated::fact("/edition/scope", &self.scope),
            Stated::fact("/edition/reconfirmation", &self.reconfirmation),
            Stated::bare("/edition/notSure", &self.not_sure),
        ];
        let counts = self.counts.iter().enumerate();
        facts.extend(counts.map(|(at, count)| Stated::fact(format!("/edition/counts/{at}/count"), &count.count)));
        facts.extend(self.certificates.iter().enumerate().map(|(at, effect)| {
            Stated::fact(format!("/edition/certificates/{at}/takesQuestionsAway"), &effect.takes_questions_away)
        }));
        facts.extend(self.gates.facts());
        let dropped = self.dropped.iter().enumerate();
        facts.extend(dropped.map(|(at, gone)| Stated::fact(format!("/edition/dropped/{at}"), gone)));
        facts
    }
}
