//! The file of corrections.

use chrono::NaiveDate;

use super::super::code::QuestionCode;
use super::super::demand::{Exemption, NeededWhen, NotApplicable, Part, Threshold, Window};
use super::super::descent::Descent;
use super::super::edition::{CertificateEffect, EditionId, OfficialCount, Opening};
use super::super::fact::{Fact, Provenance};
use super::super::gates::AssertionGate;
use super::super::level::Level;
use super::super::question::{EvidenceType, Heading, Mandatory, Question};
use super::super::rule::LevelRule;
use super::super::scope::Scope;
use super::super::source::{Source, SourceId};
use super::address::FactAddress;
use crate::reading::{ReadError, document_format, read_document, record};

/// The most bytes of a file of corrections: as many as of a bank.
const MAX_CORRECTIONS: usize = 8 * 1024 * 1024;

document_format!(CorrectionsFormat = "dspt.corrections.v1");

/// What whoever has better sources, such as the official workbook, says about the bank of one edition: facts that they
/// confirm, facts that are otherwise, questions that are missing.
///
/// [`QuestionBank::corrected_by`](crate::QuestionBank::corrected_by) lays it over a bank.
///
/// ```
/// use dspt::{Corrections, Level, QuestionBank};
///
/// let corrections = Corrections::from_json(r#"{
///     "format": "dspt.corrections.v1", "id": "our-workbook", "edition": "2025-26",
///     "sources": [{
///         "id": "workbook", "publisher": "NHS England", "title": "A workbook", "standing": "official"
///     }],
///     "confirm": [{ "facts": ["/questions/6.3.2/listed"], "sources": ["workbook"] }]
/// }"#)?;
/// let bank = QuestionBank::built_in("2025-26".parse()?).unwrap();
/// let corrected = bank.corrected_by(&corrections).unwrap();
/// assert_eq!(corrected.question("6.3.2".parse()?).unwrap().listed.sources[0].as_str(), "workbook");
/// assert_eq!(corrected.corrections()[0].as_str(), "our-workbook");
/// assert_ne!(corrected.digest(), bank.digest());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Corrections {
    format: CorrectionsFormat,
    /// Their id, formed like a source id; verdicts of the corrected bank name it.
    pub(super) id: SourceId,
    /// The edition that they are about.
    pub(super) edition: EditionId,
    /// Sources that the bank does not have yet.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) sources: Vec<Source>,
    /// Facts of the bank that sources confirm as they stand.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) confirm: Vec<ConfirmedFacts>,
    /// Facts that are otherwise than the bank has them, or that it does not have.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) correct: CorrectedFacts,
    /// Questions that the bank does not have, whole.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) add: Vec<Question>,
    /// Facts and questions that the edition does not have.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) remove: Vec<RemovedFacts>,
}

record!(Corrections, "corrections with `format`, `id` and `edition`", {
    format: required "format",
    id: required "id",
    edition: required "edition",
    sources: or_empty "sources",
    confirm: or_empty "confirm",
    correct: or_empty "correct",
    add: or_empty "add",
    remove: or_empty "remove",
});

impl Corrections {
    /// Reads corrections from their file.
    ///
    /// # Errors
    ///
    /// Text that is not JSON, a key that is unknown, missing or given twice, a value of the wrong type, a word outside
    /// its list, an address of a fact without its leading `/questions/`, `/edition/` or `/levels/`. All problems are
    /// reported at once.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, ReadError> {
        read_document(text.as_ref(), MAX_CORRECTIONS)
    }

    /// Their id.
    pub fn id(&self) -> &SourceId {
        &self.id
    }

    /// The edition that they are about.
    pub fn edition(&self) -> EditionId {
        self.edition
    }
}

/// Facts of the bank that the same sources confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct ConfirmedFacts {
    /// Their addresses, such as `/questions/7.1.1/evidenceType`.
    pub(super) facts: Vec<FactAddress>,
    /// The sources that confirm them; the bank's own stay behind these.
    pub(super) sources: Vec<SourceId>,
    /// How the sources are to be read, where they do not speak for themselves.
    pub(super) because: Option<String>,
}

record!(ConfirmedFacts, "an entry with `facts` and `sources`", {
    facts: required "facts",
    sources: required "sources",
    because: optional "because",
});

/// Facts and questions that are gone.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct RemovedFacts {
    /// Addresses of whole questions, or of what a question can do without: a part, an exemption, a window, a threshold, a condition.
    pub(super) facts: Vec<FactAddress>,
    /// The sources that show it.
    pub(super) sources: Vec<SourceId>,
    /// How the sources are to be read, where they do not speak for themselves.
    pub(super) because: Option<String>,
}

record!(RemovedFacts, "an entry with `facts` and `sources`", {
    facts: required "facts",
    sources: required "sources",
    because: optional "because",
});

/// Facts that take the place of those in the bank, in the shape of a bank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct CorrectedFacts {
    /// Facts about the edition.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) edition: CorrectedEdition,
    /// The rules of levels, each whole.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) levels: Vec<LevelRule>,
    /// Facts about questions that the bank has.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) questions: Vec<CorrectedQuestion>,
}

record!(CorrectedFacts, "an object with `edition`, `levels` or `questions`", {
    edition: or_empty "edition",
    levels: or_empty "levels",
    questions: or_empty "questions",
});

/// Facts about an edition that take the place of those in the bank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct CorrectedEdition {
    /// The version number of the toolkit.
    pub(super) toolkit_version: Option<Fact<u32>>,
    /// When it opened.
    pub(super) opening: Option<Fact<Opening>>,
    /// The last day on which publishing counts as on time.
    pub(super) deadline: Option<Fact<NaiveDate>>,
    /// How many questions are mandatory; those of a level take the place of all counts of that level.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) counts: Vec<OfficialCount>,
    /// How many questions the toolkit shows in all.
    pub(super) total: Option<Fact<u32>>,
    /// Whom its questions are for.
    pub(super) scope: Option<Fact<Scope>>,
    /// Whether answers carried over must be reconfirmed.
    pub(super) reconfirmation: Option<Fact<bool>>,
    /// Why an answer of "not sure" counts as no.
    pub(super) not_sure: Option<Provenance>,
    /// Which certificates take questions away; each takes the place of what the bank says of that certificate.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) certificates: Vec<CertificateEffect>,
    /// What it asks for before an assessment can be published.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) gates: CorrectedGates,
    /// Further questions of the edition before that are gone, or better sources for those on record.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) dropped: Vec<Fact<QuestionCode>>,
}

record!(CorrectedEdition, "facts about the edition", {
    toolkit_version: optional "toolkitVersion",
    opening: optional "opening",
    deadline: optional "deadline",
    counts: or_empty "counts",
    total: optional "total",
    scope: optional "scope",
    reconfirmation: optional "reconfirmation",
    not_sure: optional "notSure",
    certificates: or_empty "certificates",
    gates: or_empty "gates",
    dropped: or_empty "dropped",
});

/// Facts about the gates of publication that take the place of those in the bank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct CorrectedGates {
    /// Whether the profile must be confirmed.
    pub(super) profile_confirmed: Option<Fact<bool>>,
    /// Which assertions must be confirmed.
    pub(super) assertions_confirmed: Option<Fact<AssertionGate>>,
    /// Whether Approaching Standards can only be published by those who have not published before.
    pub(super) approaching_only_first: Option<Fact<bool>>,
    /// Whether Approaching Standards needs an action plan.
    pub(super) action_plan: Option<Fact<bool>>,
    /// The lowest level for those who have published before.
    pub(super) republish_at_least: Option<Fact<Level>>,
    /// Whether a publication at Entry Level counts as having published before.
    pub(super) entry_level_counts: Option<Fact<bool>>,
    /// Whether administrator members alone may publish.
    pub(super) only_administrators_publish: Option<Fact<bool>>,
    /// Whether a publication covers only sites that are on record.
    pub(super) sites_on_record: Option<Fact<bool>>,
    /// Whether a publication covers only sites that share the organisation's arrangements.
    pub(super) sites_share_arrangements: Option<Fact<bool>>,
    /// Whether sites are covered from a head-office code only.
    pub(super) sites_need_head_office: Option<Fact<bool>>,
}

record!(CorrectedGates, "facts about the gates of publication", {
    profile_confirmed: optional "profileConfirmed",
    assertions_confirmed: optional "assertionsConfirmed",
    approaching_only_first: optional "approachingOnlyFirst",
    action_plan: optional "actionPlan",
    republish_at_least: optional "republishAtLeast",
    entry_level_counts: optional "entryLevelCounts",
    only_administrators_publish: optional "onlyAdministratorsPublish",
    sites_on_record: optional "sitesOnRecord",
    sites_share_arrangements: optional "sitesShareArrangements",
    sites_need_head_office: optional "sitesNeedHeadOffice",
});

/// Facts about a question that take the place of those in the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub(super) struct CorrectedQuestion {
    /// The code of the question.
    pub(super) code: QuestionCode,
    /// That the edition has the question.
    pub(super) listed: Option<Provenance>,
    /// The heading it stands under.
    pub(super) heading: Option<Fact<Heading>>,
    /// The kind of answer it takes.
    pub(super) evidence_type: Option<Fact<EvidenceType>>,
    /// The documents that must all be there; each takes the place of the one with its id, or joins the others.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) parts: Vec<Part>,
    /// Whether it is mandatory; entries of a level take the place of all entries of that level.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) mandatory: Vec<Mandatory>,
    /// How "Not applicable" is answered.
    pub(super) not_applicable: Option<Fact<NotApplicable>>,
    /// What takes the question away; each takes the place of what the bank says of that ground, or joins the others.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(super) exemptions: Vec<Exemption>,
    /// When the evidence must have been reviewed.
    pub(super) window: Option<Fact<Window>>,
    /// How many people must have been trained.
    pub(super) threshold: Option<Fact<Threshold>>,
    /// What the answer reports to have looked for.
    pub(super) looks_for: Option<Fact<String>>,
    /// The question whose answer decides whether this one is needed.
    pub(super) needed_when: Option<Fact<NeededWhen>>,
    /// How it descends from the edition before.
    pub(super) descent: Option<Fact<Descent>>,
}

record!(CorrectedQuestion, "facts about a question with its `code`", {
    code: required "code",
    listed: optional "listed",
    heading: optional "heading",
    evidence_type: optional "evidenceType",
    parts: or_empty "parts",
    mandatory: or_empty "mandatory",
    not_applicable: optional "notApplicable",
    exemptions: or_empty "exemptions",
    window: optional "window",
    threshold: optional "threshold",
    looks_for: optional "looksFor",
    needed_when: optional "neededWhen",
    descent: optional "descent",
});
