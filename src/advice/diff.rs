//! The edition diff: what changed from one edition to another, in either direction, and what of it touches one
//! organisation.
//!
//! Every fact of a bank is compared but for what is no rule of the toolkit: the revision, our own titles, prompts,
//! guidance and examples, the titles of documents asked for, the gaps, the sources and disagreements, and how sure a
//! fact is and why, as long as it is known at all. Whatever holds only for a part of an edition that does not cover its
//! deadline is not compared either, since the parts of two years have nothing to do with each other; nor are two facts
//! of which neither is known.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::Serialize;

use super::change::{Change, Found, Mirror};
use super::edition_change::EditionChange;
use super::lineage::Link;
use super::question_change::QuestionChange;
use super::touch::DiffOrganisation;
use super::touching::keep_what_touches;
use super::wording::Editions;
use super::{edition, lineage, question};
use crate::assessment::Assessment;
use crate::bank::{EditionId, Question, QuestionBank, QuestionCode};
use crate::reading::{coded, document_format};

/// What changed from one edition to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EditionDiff {
    format: DiffFormat,
    /// The edition compared from.
    pub from: EditionId,
    /// The edition compared to.
    pub to: EditionId,
    /// The organisation that it is for; then it has only the changes that touch it, each with how it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<DiffOrganisation>,
    /// What changed about the edition itself: dates, counts, gates of publication, the rules of the levels.
    pub edition: Vec<Change<EditionChange>>,
    /// The questions that changed, in the order of their codes: the new code, or the old where there is none.
    pub questions: Vec<QuestionDiff>,
}

document_format!(DiffFormat = "dspt.edition-diff.v1");

impl EditionDiff {
    /// Whether nothing changed, or nothing that touches the organisation it is for.
    pub fn is_empty(&self) -> bool {
        self.edition.is_empty() && self.questions.is_empty()
    }

    /// The diff as JSON of format `dspt.edition-diff.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A question with what changed about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QuestionDiff {
    /// Its code in the edition compared from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<QuestionCode>,
    /// Its code in the edition compared to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<QuestionCode>,
    /// Its short name in the newer edition, or in the older where the newer does not list it.
    pub title: String,
    /// What changed; at least one thing.
    pub changes: Vec<Change<QuestionChange>>,
}

coded! {
    /// Why two editions cannot be compared.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
    pub enum DiffError {
        /// An edition between the two has no bank.
        #[error("there is no question bank for edition {missing}, which lies between the two; compare editions on record")]
        NoBank {
            /// The edition that is missing.
            missing: EditionId,
        } = "no-bank",
        /// A bank does not lie between the two at its place.
        #[error("edition {found} does not lie between the two at this place; give each edition between them once, in order")]
        OutOfOrder {
            /// The edition that is out of place.
            found: EditionId,
        } = "out-of-order",
        /// An assessment of neither edition.
        #[error("the assessment is of {found}; compare {from} and {to} for an assessment of one of them")]
        OtherEdition {
            /// The edition of the assessment.
            found: EditionId,
            /// The edition compared from.
            from: EditionId,
            /// The edition compared to.
            to: EditionId,
        } = "other-edition",
    }
}

/// What changed from one edition to another, through the built-in banks between them.
///
/// A later edition can be compared with an earlier one too: what was added is removed then, and so on. Each fact is read
/// as each edition's deadline day has it. Only what both editions have on record counts as a change of the rules; what
/// one of them does not know has a kind of its own ([`QuestionChange::NowKnown`]). Our own prompts do not count.
///
/// ```
/// use dspt::{Level, QuestionBank, QuestionChange, diff};
///
/// let bank = |edition: &str| QuestionBank::edition(edition.parse().unwrap()).unwrap();
/// let changes = diff(bank("2024-25"), bank("2025-26"))?;
/// let newly = QuestionChange::NewlyMandatory { level: Level::StandardsMet };
/// let is_newly = |question: &&dspt::QuestionDiff| question.changes.iter().any(|change| change.what == newly);
/// let mandatory = changes.questions.iter().filter(is_newly).filter_map(|question| question.new);
/// assert_eq!(mandatory.map(|code| code.to_string()).collect::<Vec<_>>(), ["4.3.1", "7.1.1"]);
/// # Ok::<(), dspt::DiffError>(())
/// ```
///
/// # Errors
///
/// An edition between the two without a built-in bank: from a bank of 2018-19 of one's own to 2021-22, 2019-20 is
/// missing.
pub fn diff(from: &QuestionBank, to: &QuestionBank) -> Result<EditionDiff, DiffError> {
    diff_along(from, &built_in_between(from, to)?, to)
}

/// The built-in banks between two, in the order from the one to the other.
fn built_in_between(from: &QuestionBank, to: &QuestionBank) -> Result<Vec<&'static QuestionBank>, DiffError> {
    let mut between = Vec::new();
    let mut next = towards(from.id(), to.id());
    while let Some(id) = next.filter(|id| *id != to.id()) {
        between.push(QuestionBank::edition(id).ok_or(DiffError::NoBank { missing: id })?);
        next = towards(id, to.id());
    }
    Ok(between)
}

/// What changed from one edition to another through banks of a host's own, given in the order from the one to the other.
///
/// ```
/// use dspt::{QuestionBank, diff, diff_along};
///
/// let bank = |edition: &str| QuestionBank::edition(edition.parse().unwrap()).unwrap();
/// let (from, to) = (bank("2023-24"), bank("2025-26"));
/// assert_eq!(diff_along(from, &[bank("2024-25")], to), diff(from, to));
/// assert_eq!(diff_along(from, &[], to).unwrap_err().code(), "no-bank");
/// ```
///
/// # Errors
///
/// A bank between the two that is left out (2024-25 from 2023-24 to 2025-26), or one that does not belong there.
pub fn diff_along(from: &QuestionBank, between: &[&QuestionBank], to: &QuestionBank) -> Result<EditionDiff, DiffError> {
    Ok(told(from.id(), to.id(), &oldest_first(from, between, to)?))
}

/// What of the changes from one edition to another touches an organisation, by its assessment of either of the two.
///
/// Its answers are taken to the other edition and evaluated in both, as if each were confirmed; that they have to be
/// confirmed is told by a number ([`DiffOrganisation::to_confirm`]). A change that touches it says how
/// ([`Change::touches`]); the others are left out, counted by kind and reason. Answers are looked at on the day and on
/// the deadline of the later edition, so that an answer that will be too old by then is told.
///
/// ```
/// use dspt::{Assessment, Level, QuestionBank, TouchReason, diff_for};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2024-25.json");
/// let assessment = Assessment::from_json(text)?;
/// let bank = |edition: &str| QuestionBank::edition(edition.parse().unwrap()).unwrap();
/// let day = "2025-10-01".parse().unwrap();
/// let touched = diff_for(bank("2024-25"), bank("2025-26"), &assessment, day).unwrap();
/// let organisation = touched.organisation.as_ref().unwrap();
/// assert_eq!(organisation.level_before, Some(Level::StandardsMet));
/// assert_eq!(organisation.level_after, Some(Level::ApproachingStandards));
/// let wanted = |question: &&dspt::QuestionDiff| {
///     let mut touches = question.changes.iter().filter_map(|change| change.touches.as_ref());
///     touches.any(|touch| touch.reason == TouchReason::AnswerWanted)
/// };
/// let wanted: Vec<_> = touched.questions.iter().filter(wanted).filter_map(|question| question.new).collect();
/// assert_eq!(wanted.iter().map(ToString::to_string).collect::<Vec<_>>(), ["4.3.1", "7.1.1"]);
/// # Ok::<(), dspt::ReadError>(())
/// ```
///
/// # Errors
///
/// As [`diff`]; and an assessment of neither edition, such as one of 2021-22 for 2024-25 and 2025-26.
pub fn diff_for(
    from: &QuestionBank,
    to: &QuestionBank,
    assessment: &Assessment,
    as_of: NaiveDate,
) -> Result<EditionDiff, DiffError> {
    diff_for_along(from, &built_in_between(from, to)?, to, assessment, as_of)
}

/// What of the changes touches an organisation, through banks of a host's own as in [`diff_along`].
///
/// # Errors
///
/// As [`diff_along`]; and an assessment of neither edition.
pub fn diff_for_along(
    from: &QuestionBank,
    between: &[&QuestionBank],
    to: &QuestionBank,
    assessment: &Assessment,
    as_of: NaiveDate,
) -> Result<EditionDiff, DiffError> {
    let path = oldest_first(from, between, to)?;
    keep_what_touches(told(from.id(), to.id(), &path), &path, assessment, as_of)
}

/// Every bank from the older of two to the newer.
fn oldest_first<'a>(
    from: &'a QuestionBank,
    between: &[&'a QuestionBank],
    to: &'a QuestionBank,
) -> Result<Vec<&'a QuestionBank>, DiffError> {
    let mut path = vec![from];
    let mut at = from.id();
    for bank in between {
        let found = bank.id();
        let expected = towards(at, to.id()).filter(|id| *id != to.id()).ok_or(DiffError::OutOfOrder { found })?;
        if found != expected {
            let lies_beyond = expected.cmp(&found) == expected.cmp(&to.id());
            let skipped = DiffError::NoBank { missing: expected };
            return Err(if lies_beyond { skipped } else { DiffError::OutOfOrder { found } });
        }
        at = found;
        path.push(bank);
    }
    if let Some(missing) = towards(at, to.id()).filter(|id| *id != to.id()) {
        return Err(DiffError::NoBank { missing });
    }
    path.push(to);
    if from.id() > to.id() {
        path.reverse();
    }
    Ok(path)
}

/// Whether a diff goes from the older edition to the newer.
pub(super) fn from_older(diff: &EditionDiff) -> bool {
    diff.from <= diff.to
}

/// The next edition on the way from one to another.
fn towards(at: EditionId, to: EditionId) -> Option<EditionId> {
    match at.cmp(&to) {
        Ordering::Less => at.after(),
        Ordering::Equal => None,
        Ordering::Greater => at.before(),
    }
}

/// The diff of the first and the last bank of a path, oldest first, as seen from one of its ends. The way back is the
/// mirror image of the way forward, so that the two always agree.
fn told(from: EditionId, to: EditionId, path: &[&QuestionBank]) -> EditionDiff {
    fn seen<K: Mirror>(is_forward: bool) -> impl Fn(Found<K>) -> Found<K> {
        move |found| if is_forward { found } else { found.mirrored() }
    }
    let is_forward = from <= to;
    let (of_edition, of_question) = (seen::<EditionChange>(is_forward), seen::<QuestionChange>(is_forward));
    let words = Editions::new(from, to);
    let mut diff =
        EditionDiff { format: DiffFormat, from, to, organisation: None, edition: Vec::new(), questions: Vec::new() };
    let (Some(old_bank), Some(new_bank)) = (path.first(), path.last()) else { return diff };
    let found = edition::changes(old_bank, new_bank).into_iter().map(of_edition);
    diff.edition.extend(found.map(|found| {
        let message = words.edition(&found.what);
        Change::new(found, message)
    }));
    let is_one_edition = old_bank.id() == new_bank.id();
    let links = if is_one_edition { lineage::within(old_bank, new_bank) } else { lineage::along(path) };
    let same = |before, after| {
        let ends = |link: &Link| Some((link.old?.code, link.new?.code));
        links.iter().any(|link| ends(link) == Some((before, after)))
    };
    for link in &links {
        let code = |question: Option<&Question>| question.map(|question| question.code);
        let (before, after) = (code(link.old), code(link.new));
        let (old, new) = if is_forward { (before, after) } else { (after, before) };
        let (Some(named), Some(title)) = (new.or(old), link.new.or(link.old).map(|question| &question.title)) else {
            continue;
        };
        let found = question::changes(link, old_bank, new_bank, same).into_iter().map(&of_question);
        let told = found.map(|found| {
            let message = words.question(named, &found.what);
            Change::new(found, message)
        });
        diff.questions.push(QuestionDiff { old, new, title: title.clone(), changes: told.collect() });
    }
    diff.questions.retain(|question| !question.changes.is_empty());
    diff.questions.sort_by_key(|question| (question.new.or(question.old), question.old));
    diff
}
