//! What one question comes to: whether it is taken away, not needed, or answered.

use super::answer::answered;
use super::certainty::FactName;
use super::finding::FindingKind;
use super::meaning::{Meaning, meaning};
use super::reading::{Applied, Case, Muted, Notes};
use super::step::Relief;
use crate::assessment::{Answer, Found, Holding, Nhsmail, Response};
use crate::bank::{Certificate, Exemption, ExemptionGround, Fact, Question, QuestionCode, Readings};
use crate::reading::words;

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
    let found = found(case, condition.found);
    let mut relief = Readings::NONE;
    if found == Some(Found::Nothing) {
        Applied::new(case, question, notes).rests_on(FactName::NeededWhen, provenance);
        relief = provenance.certainty.as_relief();
    }
    notes.relief(Relief::NotNeeded { fact, found }, relief);
    relief
}

fn could_be_not_needed(case: &Case<'_>, question: &Question) -> bool {
    let condition = question.needed_when.as_ref().and_then(Fact::known);
    condition.is_some_and(|condition| found(case, condition.found) != Some(Found::Something))
}

/// What a question that looks for something found; a question that does not apply found nothing.
pub(super) fn found(case: &Case<'_>, code: QuestionCode) -> Option<Found> {
    let (question, response) = (case.bank.question(code)?, case.response(code)?);
    match meaning(question, response) {
        Meaning::NotApplicable(_) if question.not_applicable.known().is_some() => Some(Found::Nothing),
        Meaning::Answer(Answer::Confirmation { confirmed: true, found, .. }) => *found,
        _ => None,
    }
}
