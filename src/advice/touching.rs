//! What of a diff touches one organisation: its answers taken to both editions, and evaluated in each.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::diff::{DiffError, EditionDiff, from_older};
use super::edition::last_day;
use super::lineage::{self, Link, Tie};
use super::touch::{DiffOrganisation, LeftOut};
use super::{touch_edition, touch_question};
use crate::assessment::{Assessment, Origin, Response};
use crate::bank::{EditionId, Level, Question, QuestionBank, QuestionCode, Relation};
use crate::evaluation::{Evaluation, Finding, QuestionStatus, evaluate};
use crate::publication::carry_over_along;

/// One of the two editions, with the organisation's answers in it as if every one were confirmed: what waits to be
/// confirmed would hide what the rules make of it.
pub(super) struct End<'e> {
    pub(super) bank: &'e QuestionBank,
    /// What the answers come to on the day.
    pub(super) today: Evaluation<'e>,
    /// What they come to on the deadline of the later edition, or on the day where that is later.
    pub(super) at_last: Evaluation<'e>,
}

impl<'e> End<'e> {
    fn new(bank: &'e QuestionBank, assessment: &'e Assessment, as_of: NaiveDate, last: NaiveDate) -> Self {
        Self { bank, today: evaluate(bank, assessment, as_of), at_last: evaluate(bank, assessment, last) }
    }

    pub(super) fn id(&self) -> EditionId {
        self.bank.id()
    }

    pub(super) fn assessment(&self) -> &'e Assessment {
        self.today.assessment()
    }

    pub(super) fn is_answered(&self, code: Option<QuestionCode>) -> bool {
        code.is_some_and(|code| self.assessment().response(code).is_some())
    }

    pub(super) fn question(&self, code: Option<QuestionCode>) -> Option<&'e Question> {
        self.bank.question(code?)
    }

    pub(super) fn status(&self, code: Option<QuestionCode>) -> Option<QuestionStatus> {
        status_in(&self.today, code)
    }
}

/// What a question comes to in an evaluation.
pub(super) fn status_in(evaluation: &Evaluation<'_>, code: Option<QuestionCode>) -> Option<QuestionStatus> {
    Some(evaluation.question(code?)?.status)
}

/// What is said of a question in an evaluation.
pub(super) fn findings_in<'v, 'e>(evaluation: &'v Evaluation<'e>, code: Option<QuestionCode>) -> &'v [Finding<'e>] {
    let outcome = code.and_then(|code| evaluation.question(code));
    outcome.map_or(&[], |outcome| evaluation.findings_of(outcome))
}

/// Two editions compared for an organisation.
pub(super) struct Comparison<'e> {
    pub(super) from: End<'e>,
    pub(super) to: End<'e>,
    pub(super) as_of: NaiveDate,
    /// The last day that is looked at.
    pub(super) last: NaiveDate,
    /// The edition of the assessment.
    pub(super) assessed: EditionId,
    /// The highest level that the organisation has in either edition, has published at, or is expected to reach.
    pub(super) aim: Level,
    /// The level at which it published last.
    pub(super) published: Option<Level>,
}

impl<'e> Comparison<'e> {
    /// The later edition.
    pub(super) fn later(&self) -> &End<'e> {
        if self.to.id() >= self.from.id() { &self.to } else { &self.from }
    }

    /// Whether the answers have to be confirmed before they count in the edition compared to.
    pub(super) fn waits(&self) -> bool {
        self.assessed < self.to.id() && self.to.bank.about().reconfirmation.value == Some(true)
    }
}

/// Keeps the changes that touch an organisation, and counts the others. The banks come oldest first.
pub(super) fn keep_what_touches(
    mut diff: EditionDiff,
    path: &[&QuestionBank],
    assessment: &Assessment,
    as_of: NaiveDate,
) -> Result<EditionDiff, DiffError> {
    let assessed = assessment.edition();
    if assessed != diff.from && assessed != diff.to {
        return Err(DiffError::OtherEdition { found: assessed, from: diff.from, to: diff.to });
    }
    let (Some(older), Some(newer)) = (path.first().copied(), path.last().copied()) else { return Ok(diff) };
    let (earlier, later) = both(path, assessment, as_of)?;
    let to_confirm = to_confirm(newer, &later, as_of);
    let (in_older, in_newer) = (confirmed(&earlier), confirmed(&later));
    let last = newer.about().deadline.value.map_or(as_of, |deadline| deadline.max(as_of));
    let (one, other) = (End::new(older, &in_older, as_of, last), End::new(newer, &in_newer, as_of, last));
    let (from, to) = if from_older(&diff) { (one, other) } else { (other, one) };
    let mut publications = assessment.publications().iter().filter(|publication| publication.published_on <= as_of);
    let published = publications.next_back().and_then(|publication| publication.level.level());
    let levels = [from.today.level(), to.today.level(), published, Some(Level::StandardsMet)];
    let aim = levels.into_iter().flatten().max().unwrap_or(Level::StandardsMet);
    let elsewhere = if assessed == older.id() { &in_newer } else { &in_older };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut organisation = DiffOrganisation {
        ods_code: assessment.organisation().ods_code.clone(),
        name: assessment.organisation().name.clone(),
        as_of,
        assessed,
        level_before: from.today.level(),
        level_after: to.today.level(),
        answers: number(assessment.responses().len()),
        left_behind: number(left_behind(path, assessment, elsewhere)),
        to_confirm: number(to_confirm),
        left_out: Vec::new(),
    };
    let comparison = Comparison { from, to, as_of, last, assessed, aim, published };
    diff.edition.retain_mut(|change| match touch_edition::touch(&comparison, &change.what) {
        Ok(touch) => {
            change.touches = Some(touch);
            true
        }
        Err(reason) => {
            LeftOut::count(&mut organisation.left_out, change.what.code(), reason);
            false
        }
    });
    for question in &mut diff.questions {
        let codes = (question.old, question.new);
        let kinds: Vec<_> = question.changes.iter().map(|change| change.what.clone()).collect();
        question.changes.retain_mut(|change| match touch_question::touch(&comparison, codes, &change.what, &kinds) {
            Ok(touch) => {
                change.touches = Some(touch);
                true
            }
            Err(reason) => {
                LeftOut::count(&mut organisation.left_out, change.what.code(), reason);
                false
            }
        });
    }
    diff.questions.retain(|question| !question.changes.is_empty());
    diff.organisation = Some(organisation);
    Ok(diff)
}

/// The assessment in the older edition and in the newer one: carried over, or taken back.
fn both(
    path: &[&QuestionBank],
    assessment: &Assessment,
    as_of: NaiveDate,
) -> Result<(Assessment, Assessment), DiffError> {
    let (Some(older), Some(newer)) = (path.first(), path.last()) else {
        return Ok((assessment.clone(), assessment.clone()));
    };
    if older.id() == newer.id() {
        return Ok((assessment.clone(), assessment.clone()));
    }
    if assessment.edition() == newer.id() {
        return Ok((taken_back(path, older, assessment), assessment.clone()));
    }
    let missing = |_| DiffError::NoBank { missing: newer.id() };
    let carried = carry_over_along(assessment, path, as_of).map_err(missing)?;
    Ok((assessment.clone(), carried.assessment))
}

/// How many answers have to be confirmed before they can be published: those that are shown and do not stand yet.
fn to_confirm(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate) -> usize {
    if bank.about().reconfirmation.known() != Some(&true) {
        return 0;
    }
    let opening = bank.about().opening.value.map(|opening| opening.earliest);
    let evaluation = evaluate(bank, assessment, as_of);
    let is_shown = |code| status_in(&evaluation, Some(code)) != Some(QuestionStatus::Exempt);
    let waits =
        |(code, response): &(QuestionCode, &Response)| !response.origin.stands(opening, as_of) && is_shown(*code);
    assessment.responses().filter(waits).count()
}

/// The answers as they would have stood in the older edition, each at the question that its own continues.
fn taken_back(path: &[&QuestionBank], older: &QuestionBank, assessment: &Assessment) -> Assessment {
    let mut responses: BTreeMap<QuestionCode, Response> = BTreeMap::new();
    for link in lineage::along(path) {
        let is_same = matches!(link.tie, Tie::Continued(relation) if relation != Relation::IntersectsWith);
        let Link { old: Some(old), new: Some(new), .. } = link else { continue };
        if let Some(response) = assessment.response(new.code).filter(|_| is_same) {
            responses.entry(old.code).or_insert_with(|| response.clone());
        }
    }
    let organisation = assessment.organisation().clone();
    Assessment::new(older.id(), organisation, assessment.publications().clone(), responses)
        .with_sites(assessment.sites().to_vec())
}

/// The same answers as if each were given for the edition.
fn confirmed(assessment: &Assessment) -> Assessment {
    let given =
        |(code, response): (QuestionCode, &Response)| (code, Response { origin: Origin::Given, ..response.clone() });
    let responses: Vec<_> = assessment.responses().map(given).collect();
    let (edition, organisation) = (assessment.edition(), assessment.organisation().clone());
    Assessment::new(edition, organisation, assessment.publications().clone(), responses)
        .with_sites(assessment.sites().to_vec())
}

/// How many answers have no place in the other edition.
fn left_behind(path: &[&QuestionBank], assessment: &Assessment, elsewhere: &Assessment) -> usize {
    if assessment.edition() == elsewhere.edition() {
        return 0;
    }
    let is_older = assessment.edition() < elsewhere.edition();
    let links = lineage::along(path);
    let is_kept = |code: QuestionCode| {
        links.iter().any(|link| {
            let (old, new) = (link.old.map(|question| question.code), link.new.map(|question| question.code));
            let (own, other) = if is_older { (old, new) } else { (new, old) };
            own == Some(code) && other.is_some_and(|other| elsewhere.response(other).is_some())
        })
    };
    assessment.responses().filter(|(code, _)| !is_kept(*code)).count()
}

/// Whether a level that the organisation has or needs asks for a question on the deadline day of an edition.
pub(super) fn is_wanted(end: &End<'_>, aim: Level, code: Option<QuestionCode>) -> bool {
    end.question(code).is_some_and(|question| end.bank.demands(question, aim, last_day(end.bank)))
}
