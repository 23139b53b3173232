//! What one question comes to: whether it is taken away, not needed, or answered.

use super::answer::{accepts_not_applicable, answered};
use super::certainty::FactName;
use super::finding::FindingKind;
use super::meaning::{Meaning, meaning};
use super::reading::{Applied, Case, Muted, Notes};
use super::step::Relief;
use crate::assessment::{Answer, Found, Holding, Nhsmail, Response};
use crate::bank::{Certificate, Exemption, ExemptionGround, Fact, Provenance, Question, QuestionCode, Readings};
use crate::reading::{words, written};

/// What a question comes to in the best reading; the first three count as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum QuestionStatus {
    /// Answered, and nothing stands against the answer.
    Complete,
    /// Does not apply, and that is accepted.
    NotApplicable,
    /// Taken away by a certificate or a way of working.
    Exempt,
    /// Answered, but something stands against the answer.
    Incomplete,
    /// Not answered.
    Unanswered,
}

words!(pub QuestionStatus {
    Complete = "complete",
    NotApplicable = "not-applicable",
    Exempt = "exempt",
    Incomplete = "incomplete",
    Unanswered = "unanswered",
});

impl QuestionStatus {
    /// Whether a question with this status counts as done.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Complete | Self::NotApplicable | Self::Exempt)
    }
}

/// What one question comes to.
pub(super) struct Judgement {
    pub(super) status: QuestionStatus,
    /// What takes the question away, where it is exempt.
    pub(super) exempt_by: Option<ExemptionGround>,
    /// The readings in which it counts as done.
    pub(super) done: Readings,
    /// Whether it is done or could be without taking back anything said.
    pub(super) attainable: bool,
}

/// Applies every rule to one question.
pub(super) fn judge<'a, N: Notes<'a>>(
    case: &Case<'a>,
    question: &'a Question,
    response: Option<&'a Response>,
    notes: &mut N,
) -> Judgement {
    let (exempt, exempt_by) = exempted(case, question, notes);
    let not_needed = not_needed(case, question, notes);
    let relief = exempt.or(not_needed);
    let (against, settled, is_not_applicable) = if relief.holds(Readings::HEADLINE) {
        if response.is_none() && !exempt.holds(Readings::HEADLINE) {
            let fact = question.needed_when.as_ref().map_or(&question.listed, |fact| &fact.provenance);
            Applied::new(case, question, notes).advise(FindingKind::NotNeededButBlank, fact);
        }
        answered(case, question, response, &mut Muted(notes))
    } else {
        answered(case, question, response, notes)
    };
    let done = relief.or(against.not());
    let status = if exempt.holds(Readings::HEADLINE) {
        QuestionStatus::Exempt
    } else if not_needed.holds(Readings::HEADLINE) {
        QuestionStatus::NotApplicable
    } else if response.is_none() {
        QuestionStatus::Unanswered
    } else if against.holds(Readings::HEADLINE) {
        QuestionStatus::Incomplete
    } else if is_not_applicable {
        QuestionStatus::NotApplicable
    } else {
        QuestionStatus::Complete
    };
    let attainable =
        status.is_done() || !settled || could_be_exempted(case, question) || could_be_not_needed(case, question);
    Judgement { status, exempt_by, done, attainable }
}

/// The readings in which a certificate or a way of working takes the question away.
fn exempted<'a>(
    case: &Case<'a>,
    question: &'a Question,
    notes: &mut impl Notes<'a>,
) -> (Readings, Option<ExemptionGround>) {
    let mut readings = Readings::NONE;
    let mut by = None;
    for exemption in &question.exemptions {
        let Exemption { by: ground, exempts } = exemption;
        let mut takes_away = Readings::NONE;
        if exempts.value == Some(true) && ground_holds(case, *ground) {
            Applied::new(case, question, notes).rests_on(FactName::Exemption, &exempts.provenance);
            let relief = exempts.provenance.certainty.as_relief();
            by = by.or(relief.holds(Readings::HEADLINE).then_some(*ground));
            readings = readings.or(relief);
            takes_away = relief;
        }
        notes.relief(Relief::Exemption(exemption), takes_away);
    }
    (readings, by)
}

fn ground_holds(case: &Case<'_>, ground: ExemptionGround) -> bool {
    match ground {
        ExemptionGround::CyberEssentialsPlus => certificate_is_current(case, Certificate::CyberEssentialsPlus),
        ExemptionGround::NhsmailOnly => case.assessment.organisation().nhsmail == Some(Nhsmail::OnlyEmailSystem),
    }
}

/// A certificate counts from its day of issue to its day of expiry, both included.
pub(super) fn certificate_is_current(case: &Case<'_>, certificate: Certificate) -> bool {
    case.assessment.organisation().holding(certificate).is_some_and(|holding| holding.is_current_on(case.as_of))
}

/// Whether a certificate could be held without taking back what the profile says: it does not say no.
pub(super) fn certificate_is_possible(case: &Case<'_>, certificate: Certificate) -> bool {
    !matches!(case.assessment.organisation().holding(certificate), Some(Holding::No))
}

fn could_be_exempted(case: &Case<'_>, question: &Question) -> bool {
    question.exemptions.iter().any(|exemption| {
        exemption.exempts.known() == Some(&true)
            && match exemption.by {
                ExemptionGround::CyberEssentialsPlus => certificate_is_possible(case, Certificate::CyberEssentialsPlus),
                ExemptionGround::NhsmailOnly => {
                    matches!(
                        case.assessment.organisation().nhsmail,
                        None | Some(Nhsmail::NotSure | Nhsmail::OnlyEmailSystem)
                    )
                }
            }
    })
}

/// The readings in which another answer makes the question unnecessary.
fn not_needed<'a>(case: &Case<'a>, question: &'a Question, notes: &mut impl Notes<'a>) -> Readings {
    let Some(fact @ Fact { value: Some(condition), provenance }) = &question.needed_when else {
        return Readings::NONE;
    };
    let finding = found(case, condition.found);
    let mut relief = Readings::NONE;
    if finding.what == Some(Found::Nothing) {
        if let Some((decider, accepted)) = finding.by_not_applicable {
            Applied::new(case, decider, notes).rests_on(FactName::NotApplicable, accepted);
        }
        Applied::new(case, question, notes).rests_on(FactName::NeededWhen, provenance);
        relief = provenance.certainty.as_relief().and(finding.readings);
    }
    notes.relief(Relief::NotNeeded { fact, found: finding.in_best_reading() }, relief);
    relief
}

fn could_be_not_needed(case: &Case<'_>, question: &Question) -> bool {
    let condition = question.needed_when.as_ref().and_then(Fact::known);
    condition.is_some_and(|condition| could_find_nothing(case, condition.found))
}

/// Whether the answer to a question that looks for something can be made to say that there is nothing, by adding to it.
fn could_find_nothing(case: &Case<'_>, code: QuestionCode) -> bool {
    let (Some(question), Some(response)) = (case.bank.question(code), case.response(code)) else {
        return true;
    };
    let is_blank = match &response.answer {
        Answer::Confirmation { found, .. } => return *found != Some(Found::Something),
        Answer::Text { text } => written(text).is_none(),
        Answer::Document { documents } => documents.iter().all(|document| written(&document.location).is_none()),
        Answer::NotApplicable { .. } | Answer::Date { .. } => false,
    };
    match meaning(question, response) {
        Meaning::Answer(_) => is_blank && question.not_applicable.known().is_some(),
        Meaning::NotApplicable(_) => accepts_not_applicable(question).holds(Readings::HEADLINE),
    }
}

/// What a question that looks for something found.
pub(super) struct Discovery<'a> {
    what: Option<Found>,
    /// The readings in which it found that.
    readings: Readings,
    /// Where "Not applicable" says it: the question, and why that is accepted.
    by_not_applicable: Option<(&'a Question, &'a Provenance)>,
}

impl Discovery<'_> {
    pub(super) fn in_best_reading(&self) -> Option<Found> {
        self.what.filter(|_| self.readings.holds(Readings::HEADLINE))
    }
}

/// What a question that looks for something found; a question that does not apply found nothing, in the readings that
/// accept that it does not.
pub(super) fn found<'a>(case: &Case<'a>, code: QuestionCode) -> Discovery<'a> {
    let stated = |what| Discovery { what, readings: Readings::ALL, by_not_applicable: None };
    let (Some(question), Some(response)) = (case.bank.question(code), case.response(code)) else {
        return stated(None);
    };
    match meaning(question, response) {
        Meaning::NotApplicable(_) => Discovery {
            what: Some(Found::Nothing),
            readings: accepts_not_applicable(question),
            by_not_applicable: Some((question, &question.not_applicable.provenance)),
        },
        Meaning::Answer(Answer::Confirmation { confirmed: true, found, .. }) => stated(*found),
        Meaning::Answer(_) => stated(None),
    }
}
