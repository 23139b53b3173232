//! Publishing: a publication, or every reason against it.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::access::Role;
use super::gate::{obstacles, opening_is_uncertain};
use super::refusal::Refusal;
use super::view::View;
use crate::assessment::{Assessment, OdsCode, OdsKind, PastPublication};
use crate::bank::{AssertionGate, Catalogue, EditionId, Level, hex_digest};
use crate::evaluation::{Evaluation, LevelState};
use crate::message::{Argument, InOurWords, Words};
use crate::reading::{coded, document_format, written_as};

/// What is to be published, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submission<'s> {
    /// The level.
    pub level: Level,
    /// The role of whoever publishes.
    pub by: Role,
    /// The sites to be covered besides the organisation itself.
    pub sites: &'s [OdsCode],
}

impl<'s> Submission<'s> {
    /// The sites besides the organisation's own code, each once.
    pub(super) fn others(&self, own: &OdsCode) -> Vec<&'s OdsCode> {
        let mut seen = BTreeSet::new();
        self.sites.iter().filter(|site| *site != own && seen.insert(*site)).collect()
    }
}

/// Publishes an assessment on the day of its evaluation, or says everything that stands against it.
///
/// The publication carries the label of the evaluated edition, which must be the one open on the day. Nothing is
/// changed; [`Publication::record`] gives the entry for the organisation's history.
///
/// ```
/// use dspt::{Level, Role, Submission, publish};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let evaluation = dspt::evaluate(assessment.built_in_bank()?, &assessment, "2026-06-01".parse().unwrap());
/// let submission = Submission { level: Level::StandardsMet, by: Role::AdministratorMember, sites: &[] };
/// let refusal = publish(&evaluation, &submission).unwrap_err();
/// assert_eq!(refusal.obstacles[0].code(), "questions-outstanding");
/// # Ok::<(), dspt::ReadError>(())
/// ```
///
/// # Errors
///
/// A [`Refusal`] with every obstacle: a level the answers do not support, Approaching Standards a second time, an action
/// plan that leaves something out, a profile that is not confirmed, an edition that is not open, a role that may not
/// publish, a site that works differently, and so on.
pub fn publish<'a>(evaluation: &Evaluation<'a>, submission: &Submission<'_>) -> Result<Publication, Refusal<'a>> {
    let against = obstacles(evaluation, submission);
    if !against.is_empty() {
        return Err(Refusal::new(submission.level, evaluation.as_of(), against));
    }
    let (bank, assessment) = (evaluation.bank(), evaluation.assessment());
    let others = submission.others(&assessment.organisation().ods_code);
    let mut sites: Vec<OdsCode> = others.into_iter().cloned().collect();
    sites.sort_unstable();
    Ok(Publication {
        ods_code: assessment.organisation().ods_code.clone(),
        edition: bank.id(),
        level: submission.level,
        published_on: evaluation.as_of(),
        view: View::of(bank, assessment.publications(), evaluation.as_of()),
        notes: notes(evaluation, submission.level, &sites),
        sites,
        bank_revision: bank.about().revision,
        bank_digest: bank.digest().to_owned(),
        digest: digest(assessment),
    })
}

/// The digest of an assessment's content: its organisation, sites and answers, not its history.
fn digest(assessment: &Assessment) -> String {
    hex_digest(&assessment.without_history().to_json())
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Publication {
    /// The organisation.
    pub ods_code: OdsCode,
    /// The edition whose label it carries.
    pub edition: EditionId,
    /// The level.
    pub level: Level,
    /// The day.
    pub published_on: NaiveDate,
    /// The view from which it was published.
    pub view: View,
    /// The sites that it covers, sorted.
    pub sites: Vec<OdsCode>,
    /// The revision of the bank that judged.
    pub bank_revision: u32,
    /// The digest of the bank that judged.
    pub bank_digest: String,
    /// The digest of what was published.
    pub digest: String,
    /// What is worth knowing about it.
    pub notes: Vec<Note>,
}

impl Publication {
    /// The entry for the organisation's history.
    pub fn record(&self) -> PastPublication {
        PastPublication {
            edition: self.edition,
            level: self.level.into(),
            published_on: self.published_on,
            sites: self.sites.clone(),
            digest: Some(self.digest.clone()),
        }
    }

    /// The publication as JSON of format `dspt.publication.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(crate) fn written<'b>(&'b self, words: &'b impl Words) -> WrittenPublication<'b> {
        WrittenPublication {
            format: PublicationFormat,
            ods_code: &self.ods_code,
            edition: self.edition,
            level: self.level,
            published_on: self.published_on,
            locale: words.locale(),
            view: self.view,
            sites: &self.sites,
            bank_revision: self.bank_revision,
            bank_digest: &self.bank_digest,
            digest: &self.digest,
            notes: self.notes.iter().map(|note| note.written(words)).collect(),
        }
    }
}

document_format!(PublicationFormat = "dspt.publication.v1");

/// A publication.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Publication"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct WrittenPublication<'b> {
    format: PublicationFormat,
    /// The organisation.
    ods_code: &'b OdsCode,
    /// The edition whose label it carries.
    edition: EditionId,
    /// The level.
    level: Level,
    /// The day.
    published_on: NaiveDate,
    /// The language of the words that a host gave for messages; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// The view from which it was published.
    view: View,
    /// The sites that it covers, sorted.
    sites: &'b [OdsCode],
    /// The revision of the bank that judged.
    bank_revision: u32,
    /// The digest of the bank that judged.
    bank_digest: &'b str,
    /// The digest of what was published.
    digest: &'b str,
    /// What is worth knowing about it.
    notes: Vec<WrittenNote>,
}

impl Serialize for Publication {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(Publication = WrittenPublication<'static>);

/// Something worth knowing about a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
}

coded! {
    /// What is worth knowing about a publication; the text says what to do about it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum NoteKind {
        /// A head office that covers no site.
        NoSiteCovered {
            /// The organisation's own code.
            own: OdsCode,
        } = "no-site-covered",
        /// Sites on record that are left out.
        SitesLeftOut {
            /// The sites.
            sites: Vec<OdsCode>,
        } = "sites-left-out",
        /// A day on which nobody knows exactly which edition was open.
        OpeningUncertain = "opening-uncertain",
        /// A gate of which no source speaks.
        AssertionsUncertain = "assertions-uncertain",
        /// Assertions of which the bank knows no question.
        AssertionsNotListed = "assertions-not-listed",
        /// A level that hangs on facts that are not confirmed.
        LevelInferred = "level-inferred",
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said().text())
    }
}

impl std::error::Error for NoteKind {}

/// A note as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Note"))]
struct WrittenNote {
    /// The stable code of what is worth knowing.
    code: &'static str,
    /// What is worth knowing, and what to do about it.
    message: String,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'static>>,
}

impl Note {
    fn written(&self, words: &impl Words) -> WrittenNote {
        let said = self.kind.said();
        WrittenNote { code: self.kind.code(), message: words.say(&said), arguments: said.arguments }
    }
}

impl Serialize for Note {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(Note = WrittenNote);

fn notes(evaluation: &Evaluation<'_>, level: Level, sites: &[OdsCode]) -> Vec<Note> {
    let assessment = evaluation.assessment();
    let own = &assessment.organisation().ods_code;
    let mut kinds = Vec::new();
    if own.kind() == OdsKind::HeadOffice && sites.is_empty() {
        kinds.push(NoteKind::NoSiteCovered { own: own.clone() });
    }
    let on_record = assessment.sites().iter().map(|site| &site.ods_code);
    let left_out: Vec<OdsCode> = on_record.filter(|site| *site != own && !sites.contains(site)).cloned().collect();
    if !left_out.is_empty() {
        kinds.push(NoteKind::SitesLeftOut { sites: left_out });
    }
    if opening_is_uncertain(evaluation) {
        kinds.push(NoteKind::OpeningUncertain);
    }
    kinds.extend(note_on_assertions(evaluation));
    let outcome = evaluation.levels().iter().find(|outcome| outcome.level == level);
    if outcome.is_some_and(|outcome| outcome.strictly != LevelState::Met) {
        kinds.push(NoteKind::LevelInferred);
    }
    kinds.into_iter().map(|kind| Note { kind }).collect()
}

/// In the standard view: whether assertions have to be confirmed, and whether all of them were checked.
fn note_on_assertions(evaluation: &Evaluation<'_>) -> Option<NoteKind> {
    let bank = evaluation.bank();
    let view = View::of(bank, evaluation.assessment().publications(), evaluation.as_of());
    let gate = bank.about().gates.assertions_confirmed.known();
    match (view, gate, bank.catalogue()) {
        (View::Standard, None, _) => Some(NoteKind::AssertionsUncertain),
        (View::Standard, Some(AssertionGate::Every), Catalogue::Short { .. }) => Some(NoteKind::AssertionsNotListed),
        (View::FirstPublication, ..) | (View::Standard, Some(_), _) => None,
    }
}
