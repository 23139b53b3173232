//! Questions, and what each asks for.

use chrono::NaiveDate;
use serde::Serialize;

use super::code::QuestionCode;
use super::demand::{Exemption, NeededWhen, NotApplicable, Part, Threshold, Window};
use super::descent::Descent;
use super::fact::{Fact, Provenance, Readings, Stated};
use super::level::Level;
use crate::reading::{record, words};

/// The headings under which the social care view groups its questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Heading {
    /// Staffing and roles.
    StaffingAndRoles,
    /// Policies and procedures.
    PoliciesAndProcedures,
    /// Data security.
    DataSecurity,
    /// IT systems and devices.
    ItSystemsAndDevices,
}

words!(pub Heading {
    StaffingAndRoles = "staffing-and-roles",
    PoliciesAndProcedures = "policies-and-procedures",
    DataSecurity = "data-security",
    ItSystemsAndDevices = "it-systems-and-devices",
});

impl Heading {
    /// The heading as the toolkit prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StaffingAndRoles => "Staffing and roles",
            Self::PoliciesAndProcedures => "Policies and procedures",
            Self::DataSecurity => "Data security",
            Self::ItSystemsAndDevices => "IT systems and devices",
        }
    }
}

/// The kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum EvidenceType {
    /// Words in a text box.
    Text,
    /// A tick, with a comment if one likes.
    Confirmation,
    /// A document: uploaded, linked, or where it is kept.
    Document,
    /// A date.
    Date,
}

words!(pub EvidenceType { Text = "text", Confirmation = "confirmation", Document = "document", Date = "date" });

/// A question of one edition (the toolkit calls it an evidence item).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Its code.
    pub code: QuestionCode,
    /// A short name, at most 60 characters.
    pub title: String,
    /// The question in this project's own words, at most 300 characters; the code identifies the official wording.
    pub prompt: String,
    /// What it covers and what counts.
    pub guidance: String,
    /// Examples of evidence that would convince.
    pub good_evidence: Vec<String>,
    /// That the edition has this question.
    pub listed: Provenance,
    /// The heading it stands under.
    pub heading: Fact<Heading>,
    /// The kind of answer it takes.
    pub evidence_type: Fact<EvidenceType>,
    /// The documents that must all be there, where one is not enough.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parts: Vec<Part>,
    /// For which levels it is mandatory, and when.
    pub mandatory: Vec<Mandatory>,
    /// How "Not applicable" is answered; the value is absent where no route is known.
    pub not_applicable: Fact<NotApplicable>,
    /// What takes the question away.
    pub exemptions: Vec<Exemption>,
    /// When the evidence must have been reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Fact<Window>>,
    /// How many people must have been trained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Fact<Threshold>>,
    /// What the answer reports to have looked for, where another question depends on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looks_for: Option<Fact<String>>,
    /// The question whose answer decides whether this one is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_when: Option<Fact<NeededWhen>>,
    /// How it descends from the edition before; absent where that edition is not on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descent: Option<Fact<Descent>>,
}

record!(Question, "a question with `code`, `title`, `prompt` and its facts", {
    code: required "code",
    title: required "title",
    prompt: required "prompt",
    guidance: required "guidance",
    good_evidence: required "goodEvidence",
    listed: required "listed",
    heading: required "heading",
    evidence_type: required "evidenceType",
    parts: or_empty "parts",
    mandatory: required "mandatory",
    not_applicable: required "notApplicable",
    exemptions: required "exemptions",
    window: optional "window",
    threshold: optional "threshold",
    looks_for: optional "looksFor",
    needed_when: optional "neededWhen",
    descent: optional "descent",
});

/// Whether a question is mandatory for a level, in a part of the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mandatory {
    /// The level.
    pub level: Level,
    /// The first day on which this holds; absent from the edition's opening.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it no longer holds; absent to the edition's end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether the question is mandatory then.
    pub mandatory: Fact<bool>,
}

record!(Mandatory, "an entry with `level` and `mandatory`", {
    level: required "level",
    from: optional "from",
    until: optional "until",
    mandatory: required "mandatory",
});

impl Mandatory {
    /// Whether the entry speaks of a day: its first day counts, its last does not.
    pub(crate) fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day < until)
    }
}

impl Question {
    /// The entry that says whether the question is mandatory for a level on a day.
    ///
    /// Source: the opt-out question of 2021-22 stopped being mandatory on 9 June 2022, inside its edition.
    pub fn mandatory_on(&self, level: Level, day: NaiveDate) -> Option<&Mandatory> {
        self.mandatory.iter().find(|entry| entry.level == level && entry.covers(day))
    }

    /// The readings in which the question is mandatory for a level on a day.
    pub(crate) fn mandatory_readings(&self, level: Level, day: NaiveDate) -> Readings {
        match self.mandatory_on(level, day) {
            Some(Mandatory { mandatory: fact @ Fact { value: Some(true), .. }, .. }) => fact.as_requirement(),
            _ => Readings::NONE,
        }
    }

    /// Every fact in the question's data, with its place inside the question.
    pub(crate) fn facts(&self) -> Vec<Stated<'_>> {
        let mut facts = vec![
            Stated::bare("listed", &self.listed),
            Stated::fact("heading", &self.heading),
            Stated::fact("evidenceType", &self.evidence_type),
            // Without a value it says that "Not applicable" is not accepted.
            Stated::bare("notApplicable", &self.not_applicable.provenance),
        ];
        let parts = self.parts.iter().enumerate();
        facts.extend(parts.map(|(at, part)| Stated::bare(format!("parts/{at}/asked"), &part.asked)));
        let mandatory = self.mandatory.iter().enumerate();
        facts.extend(mandatory.map(|(at, entry)| Stated::fact(format!("mandatory/{at}/mandatory"), &entry.mandatory)));
        let exemptions = self.exemptions.iter().enumerate();
        facts.extend(exemptions.map(|(at, entry)| Stated::fact(format!("exemptions/{at}/exempts"), &entry.exempts)));
        facts.extend(self.window.iter().map(|fact| Stated::fact("window", fact)));
        facts.extend(self.threshold.iter().map(|fact| Stated::fact("threshold", fact)));
        let threshold = self.threshold.iter().filter_map(|fact| fact.value.as_ref());
        facts.extend(threshold.map(|value| Stated::fact("threshold/value/rollingProgramme", &value.rolling_programme)));
        facts.extend(self.looks_for.iter().map(|fact| Stated::fact("looksFor", fact)));
        facts.extend(self.needed_when.iter().map(|fact| Stated::fact("neededWhen", fact)));
        facts.extend(self.descent.iter().map(|fact| Stated::fact("descent", fact)));
        facts
    }
}
