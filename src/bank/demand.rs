//! What a question asks of its answer besides the answer itself.

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use super::code::QuestionCode;
use super::fact::{Fact, Provenance};
use super::rule::Certificate;
use super::source::SourceId;
use crate::reading::{Doc, Read, missing, record, stray, words};

/// A document that must be among several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// Its id, formed like a source id; a document names the parts it covers.
    pub id: SourceId,
    /// What it is.
    pub title: String,
    /// That it is asked for.
    pub asked: Provenance,
}

record!(Part, "a part with `id`, `title` and `asked`", { id: required "id", title: required "title", asked: required "asked" });

/// How "Not applicable" is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NotApplicable {
    /// Where the portal wants it written.
    pub route: Route,
    /// When it fits.
    pub when: String,
    /// Whether a reason has to be given.
    pub reason: Reason,
}

record!(NotApplicable, "a route with `route`, `when` and `reason`", {
    route: required "route",
    when: required "when",
    reason: required "reason",
});

/// Where the portal wants "Not applicable" written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Route {
    /// In the comment, beside a tick.
    Comment,
    /// In the text box of the answer.
    AnswerText,
    /// In the text that says where the document is kept.
    DocumentLocation,
}

words!(pub Route { Comment = "comment", AnswerText = "answer-text", DocumentLocation = "document-location" });

/// Whether "Not applicable" needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Reason {
    /// The words alone are enough.
    NotAsked,
    /// The answer has to say why.
    Asked,
}

words!(pub Reason { NotAsked = "not-asked", Asked = "asked" });

/// Whether a certificate or a way of working takes the question away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Exemption {
    /// What might take it away.
    pub by: ExemptionGround,
    /// Whether it does; where that is unknown, the lenient reading alone lets it.
    pub exempts: Fact<bool>,
}

record!(Exemption, "an entry with `by` and `exempts`", { by: required "by", exempts: required "exempts" });

/// What can take a question away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum ExemptionGround {
    /// A Cyber Essentials Plus certificate that is in date.
    CyberEssentialsPlus,
    /// NHSmail as the only email system.
    NhsmailOnly,
}

words!(pub ExemptionGround { CyberEssentialsPlus = "cyber-essentials-plus", NhsmailOnly = "nhsmail-only" });

impl ExemptionGround {
    /// The ground as people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CyberEssentialsPlus => Certificate::CyberEssentialsPlus.name(),
            Self::NhsmailOnly => "NHSmail as the only email system",
        }
    }
}

/// When evidence must have been reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Window {
    /// On or after a fixed day.
    Since {
        /// The first day that counts.
        date: NaiveDate,
    },
    /// Within so many months, counted back from the day of the evaluation, which stands for the day of publication.
    WithinMonths {
        /// The months.
        months: u32,
    },
}

impl<'de> Read<'de> for Window {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            kind: WindowKind,
            date: Option<NaiveDate>,
            months: Option<u32>,
        }
        record!(Any, "a window with `kind`", { kind: required "kind", date: optional "date", months: optional "months" });
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        let kind = any.kind.as_str();
        Ok(match any.kind {
            WindowKind::Since => {
                let clean = stray(doc, "months", kind, any.months.is_some()) & missing(doc, "date", any.date.is_none());
                any.date.filter(|_| clean).map(|date| Self::Since { date })
            }
            WindowKind::WithinMonths => {
                let clean = stray(doc, "date", kind, any.date.is_some()) & missing(doc, "months", any.months.is_none());
                any.months.filter(|_| clean).map(|months| Self::WithinMonths { months })
            }
        })
    }
}

#[derive(Clone, Copy)]
enum WindowKind {
    Since,
    WithinMonths,
}

words!(WindowKind { Since = "since", WithinMonths = "within-months" });

/// How many people must have been trained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Threshold {
    /// The percentage, 1 to 100.
    pub percent: u32,
    /// Whom it counts.
    pub counts: String,
    /// Whether a rolling programme is accepted in its place.
    pub rolling_programme: Fact<bool>,
}

record!(Threshold, "a threshold with `percent`, `counts` and `rollingProgramme`", {
    percent: required "percent",
    counts: required "counts",
    rolling_programme: required "rollingProgramme",
});

/// The question whose answer decides whether another is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NeededWhen {
    /// The deciding question; the other is needed where it found something.
    pub found: QuestionCode,
}

record!(NeededWhen, "a condition with `found`", { found: required "found" });
