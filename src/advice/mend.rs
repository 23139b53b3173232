//! Mends: the answer that leaves nothing to be wished for, made of the one given as far as that stands.

use chrono::{Months, NaiveDate};

use super::step::Effort;
use crate::assessment::{Answer, Document, Origin, Response, Training};
use crate::bank::{EvidenceType, Heading, Question};
use crate::evaluation::{FindingKind, first_day_of};
use crate::reading::written;

/// What stands where a person has to write.
const PLACEHOLDER: &str = "To be written";

/// A good answer of the right kind on a day.
pub(super) fn fresh(question: &Question, as_of: NaiveDate) -> Response {
    let answer = match kind_of(question) {
        EvidenceType::Text => Answer::Text { text: PLACEHOLDER.to_owned() },
        EvidenceType::Confirmation => Answer::Confirmation { confirmed: true, found: None, training: None },
        EvidenceType::Document => {
            let parts = question.parts.iter().map(|part| part.id.clone()).collect();
            Answer::Document { documents: vec![Document { parts, ..placeholder() }] }
        }
        EvidenceType::Date => Answer::Date { date: as_of },
    };
    let mut response = Response { answer, comment: None, reviewed_on: None, origin: Origin::Given };
    if question.window.is_some() {
        review(question, &mut response, as_of);
    }
    response
}

/// Where nobody knows what the question takes, words are the safest answer.
fn kind_of(question: &Question) -> EvidenceType {
    question.evidence_type.value.unwrap_or(EvidenceType::Text)
}

fn placeholder() -> Document {
    Document { location: PLACEHOLDER.to_owned(), title: None, parts: Vec::new(), expires_on: None }
}

/// The day as that of the review, unless reviews do not count before a day still to come.
fn review(question: &Question, response: &mut Response, as_of: NaiveDate) {
    let window = question.window.as_ref().and_then(|fact| fact.value);
    let counts = window.is_none_or(|window| first_day_of(window, as_of) <= as_of);
    response.reviewed_on = counts.then_some(as_of);
}

/// The effort of a good answer where there is none.
///
/// A tick is quick, but for one behind which people have to be trained or something has to be written: a policy, or
/// whatever else has to be reviewed again and again.
fn effort_of(question: &Question) -> Effort {
    let is_policy = question.heading.known() == Some(&Heading::PoliciesAndProcedures);
    match kind_of(question) {
        EvidenceType::Confirmation if question.threshold.is_some() => Effort::Arrange,
        EvidenceType::Confirmation if question.window.is_some() || is_policy => Effort::Write,
        EvidenceType::Confirmation | EvidenceType::Date => Effort::QuickWin,
        EvidenceType::Text | EvidenceType::Document => Effort::Write,
    }
}

/// The answer with everything mended that blocks it, and the most that any of it takes.
pub(super) fn mended<'f>(
    question: &Question,
    response: Option<&Response>,
    blocking: impl IntoIterator<Item = FindingKind<'f>>,
    as_of: NaiveDate,
) -> (Response, Effort) {
    let again = || (fresh(question, as_of), effort_of(question));
    let Some(response) = response else { return again() };
    let mut mended = response.clone();
    let mut effort = Effort::QuickWin;
    for kind in blocking {
        let takes = match kind {
            FindingKind::NotConfirmed => {
                tick(&mut mended);
                effort_of(question)
            }
            FindingKind::TextEmpty => {
                mended.answer = Answer::Text { text: PLACEHOLDER.to_owned() };
                Effort::Write
            }
            FindingKind::DocumentMissing => document(&mut mended, None),
            FindingKind::DocumentPartMissing { part } => document(&mut mended, Some(&part.id)),
            FindingKind::EvidenceExpired { at, .. } => renew(&mut mended, at),
            FindingKind::NotApplicableUnexplained { .. } => {
                mended.answer = Answer::NotApplicable { reason: Some(PLACEHOLDER.to_owned()) };
                Effort::QuickWin
            }
            FindingKind::ReviewOutOfDate { .. } | FindingKind::ReviewInFuture { .. } => {
                review(question, &mut mended, as_of);
                Effort::QuickWin
            }
            FindingKind::TrainingBelowThreshold { training, percent } => train(&mut mended, training, percent),
            FindingKind::NotReconfirmed { .. } | FindingKind::ReconfirmedInFuture { .. } => {
                reconfirm(&mut mended, as_of);
                Effort::QuickWin
            }
            // Whatever else stands against an answer calls for another one.
            _ => return again(),
        };
        effort = effort.max(takes);
    }
    (mended, effort)
}

/// The answer confirmed on a day, if it was carried over.
pub(super) fn reconfirm(response: &mut Response, as_of: NaiveDate) {
    if let Origin::CarriedOver { reconfirmed_on, .. } = &mut response.origin {
        *reconfirmed_on = Some(as_of);
    }
}

fn tick(response: &mut Response) {
    if let Answer::Confirmation { confirmed, .. } = &mut response.answer {
        *confirmed = true;
    }
}

/// A document for a part, or any at all: an old one is renewed, a new one has to be written.
fn document(response: &mut Response, part: Option<&crate::bank::SourceId>) -> Effort {
    let Answer::Document { documents } = &mut response.answer else { return Effort::Write };
    if let Some(part) = part {
        let covers = |document: &&mut Document| document.parts.contains(part) && written(&document.location).is_some();
        if let Some(old) = documents.iter_mut().find(covers) {
            old.expires_on = None;
            return Effort::Renew;
        }
    }
    let is_new = |document: &&mut Document| document.location == PLACEHOLDER && document.expires_on.is_none();
    match (documents.iter_mut().find(is_new), part) {
        (Some(new), Some(part)) => new.parts.push(part.clone()),
        (Some(_), None) => {}
        (None, part) => documents.push(Document { parts: part.cloned().into_iter().collect(), ..placeholder() }),
    }
    Effort::Write
}

fn renew(response: &mut Response, at: usize) -> Effort {
    if let Answer::Document { documents } = &mut response.answer {
        if let Some(document) = documents.get_mut(at) {
            document.expires_on = None;
        }
    }
    Effort::Renew
}

fn train(response: &mut Response, figures: &Training, percent: u32) -> Effort {
    if let Answer::Confirmation { training, .. } = &mut response.answer {
        let needed = u32::try_from(figures.needed(percent)).unwrap_or(u32::MAX).min(figures.people());
        let rolling = figures.rolling_programme().map(str::to_owned);
        *training = Training::new(needed, figures.people(), rolling).ok();
    }
    Effort::Arrange
}

/// The last day of a certificate issued on a day: it lasts twelve months.
pub(super) fn last_day(issued_on: NaiveDate) -> NaiveDate {
    let year = issued_on.checked_add_months(Months::new(12));
    year.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX)
}
