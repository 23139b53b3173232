//! What the steps for one question say, in plain words.

use super::node::TraceKind;
use crate::advice::wording::{exempts, needed_when, not_applicable, takes};
use crate::assessment::{Answer, Assessment, Document, Found, Holding, Nhsmail, Origin, Response};
use crate::bank::{
    Certificate, Exemption, ExemptionGround, Fact, NeededWhen, Provenance, Question, QuestionBank, Readings, Reason,
    Window,
};
use crate::evaluation::{AnswerRule, Effect, Finding, Step, first_day_of};
use crate::message::day;
use chrono::NaiveDate;

/// What a rule for an answer is called in a trace.
pub(super) const fn kind(rule: AnswerRule) -> TraceKind {
    match rule {
        AnswerRule::Answered => TraceKind::Answered,
        AnswerRule::Reconfirmation => TraceKind::Reconfirmation,
        AnswerRule::NotApplicable => TraceKind::NotApplicable,
        AnswerRule::Condition => TraceKind::Condition,
        AnswerRule::Reason => TraceKind::Reason,
        AnswerRule::EvidenceType => TraceKind::EvidenceType,
        AnswerRule::Evidence => TraceKind::Evidence,
        AnswerRule::Threshold => TraceKind::Threshold,
        AnswerRule::Found => TraceKind::Found,
        AnswerRule::InDate => TraceKind::InDate,
        AnswerRule::Parts => TraceKind::Parts,
        AnswerRule::Window => TraceKind::ReviewWindow,
    }
}

/// One question with its answer on a day.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) bank: &'a QuestionBank,
    pub(super) assessment: &'a Assessment,
    pub(super) as_of: NaiveDate,
    pub(super) question: &'a Question,
    pub(super) response: Option<&'a Response>,
}

/// What a rule says where the question does not ask for it.
pub(super) enum Idle<'a> {
    /// Nothing worth telling.
    Silent,
    /// Why it does not apply.
    Because(String, &'a Provenance),
}

impl<'a> Asked<'a> {
    /// The fact on which a rule rests.
    pub(super) fn fact(&self, rule: AnswerRule) -> Option<&'a Provenance> {
        let question = self.question;
        match rule {
            AnswerRule::Reconfirmation => Some(&self.bank.about().reconfirmation.provenance),
            AnswerRule::NotApplicable | AnswerRule::Reason => Some(&question.not_applicable.provenance),
            AnswerRule::Condition => question.needed_when.as_ref().map(|fact| &fact.provenance),
            AnswerRule::EvidenceType => Some(&question.evidence_type.provenance),
            AnswerRule::Threshold => question.threshold.as_ref().map(|fact| &fact.provenance),
            AnswerRule::Found => question.looks_for.as_ref().map(|fact| &fact.provenance),
            AnswerRule::Parts => question.parts.first().map(|part| &part.asked),
            AnswerRule::Window => question.window.as_ref().map(|fact| &fact.provenance),
            AnswerRule::Answered | AnswerRule::Evidence | AnswerRule::InDate => None,
        }
    }

    /// Why a rule plays no part for this answer; none where it does.
    pub(super) fn idle(&self, rule: AnswerRule) -> Option<Idle<'a>> {
        fn of<'a, T>(fact: Option<&'a Fact<T>>, not_on_record: &str) -> Option<Idle<'a>> {
            match fact {
                None => Some(Idle::Silent),
                Some(Fact { value: None, provenance }) => Some(Idle::Because(not_on_record.to_owned(), provenance)),
                Some(_) => None,
            }
        }
        let question = self.question;
        match rule {
            AnswerRule::Reconfirmation => {
                let given = self.response.is_none_or(|response| response.origin == Origin::Given);
                let rule = &self.bank.about().reconfirmation;
                let not_asked = || "Nothing on record asks that answers carried over are confirmed again.".to_owned();
                match rule.value {
                    _ if given => Some(Idle::Silent),
                    Some(true) => None,
                    Some(false) | None => Some(Idle::Because(not_asked(), &rule.provenance)),
                }
            }
            AnswerRule::Condition => of(question.needed_when.as_ref(), "When the question is needed is not on record."),
            AnswerRule::EvidenceType => {
                of(Some(&question.evidence_type), "Which kind of answer the question takes is not on record.")
            }
            AnswerRule::Threshold => of(question.threshold.as_ref(), "How many must be trained is not on record."),
            AnswerRule::Found => of(question.looks_for.as_ref(), "What the question looks for is not on record."),
            AnswerRule::Window => of(question.window.as_ref(), "From when a review counts is not on record."),
            AnswerRule::Parts => question.parts.is_empty().then_some(Idle::Silent),
            AnswerRule::Reason => question.not_applicable.known().is_none().then_some(Idle::Silent),
            AnswerRule::Answered | AnswerRule::NotApplicable | AnswerRule::Evidence | AnswerRule::InDate => None,
        }
    }

    /// What a rule comes to.
    pub(super) fn rule(&self, rule: AnswerRule, step: &Step<'a>) -> String {
        let told = |findings: &[Finding<'a>]| findings.iter().map(Finding::message).collect::<Vec<_>>().join(" ");
        if !step.findings.is_empty() {
            return told(&step.findings);
        }
        let against: Vec<_> =
            step.set_aside.iter().filter(|finding| finding.effect() == Effect::Blocks).copied().collect();
        if !against.is_empty() {
            return format!("This would stand against the answer if the question were needed. {}", told(&against));
        }
        let kept = self.kept(rule);
        if step.holds.holds(Readings::HEADLINE) && !step.holds.holds(Readings::STRICT) {
            return format!("{kept} The strict reading holds it against the answer, because that is not settled.");
        }
        kept
    }

    /// How a rule is kept.
    fn kept(&self, rule: AnswerRule) -> String {
        let question = self.question;
        let sentence = |about: &str| format!("The question {about}.");
        match rule {
            AnswerRule::Answered => "There is an answer.".to_owned(),
            AnswerRule::Reconfirmation => match self.response.map(|response| response.origin) {
                Some(Origin::CarriedOver { from, reconfirmed_on: Some(on) }) => {
                    format!("The answer comes from {from} and was confirmed again on {}.", day(on))
                }
                Some(Origin::CarriedOver { from, .. }) => format!("The answer comes from {from}."),
                Some(Origin::Given) | None => "The answer was given for this edition.".to_owned(),
            },
            AnswerRule::NotApplicable => match question.not_applicable.value.as_ref() {
                Some(route) => sentence(&not_applicable(Some(route))),
                None => "Whether \"Not applicable\" is accepted is not on record.".to_owned(),
            },
            AnswerRule::Condition => match question.needed_when.as_ref().and_then(|fact| fact.value) {
                Some(NeededWhen { found }) => format!("{found} does not contradict \"Not applicable\"."),
                None => "Nothing contradicts \"Not applicable\".".to_owned(),
            },
            AnswerRule::Reason => match question.not_applicable.known().map(|route| route.reason) {
                Some(Reason::Asked) => "The reason that is asked for is given.".to_owned(),
                Some(Reason::NotAsked) | None => "No reason is asked for.".to_owned(),
            },
            AnswerRule::EvidenceType => match question.evidence_type.value {
                Some(evidence) => format!("The question {}, and that was given.", takes(evidence)),
                None => "Which kind of answer the question takes is not on record.".to_owned(),
            },
            AnswerRule::Evidence => match self.response.map(|response| &response.answer) {
                Some(Answer::Text { .. }) => "There are words in the answer.".to_owned(),
                Some(Answer::Confirmation { .. }) => "The box is ticked.".to_owned(),
                Some(Answer::Date { date }) => format!("A date is given: {}.", day(*date)),
                _ => "There is something in the answer.".to_owned(),
            },
            AnswerRule::Threshold => self.trained(),
            AnswerRule::Found => "The answer says what was found.".to_owned(),
            AnswerRule::InDate => self.in_date(),
            AnswerRule::Parts => {
                let parts: Vec<_> = question.parts.iter().map(|part| part.title.as_str()).collect();
                format!("Every document asked for is there: {}.", parts.join("; "))
            }
            AnswerRule::Window => self.reviewed(),
        }
    }

    fn trained(&self) -> String {
        let percent = self.question.threshold.as_ref().and_then(|fact| fact.value.as_ref()).map(|value| value.percent);
        let training = self.response.and_then(|response| match &response.answer {
            Answer::Confirmation { training, .. } => training.as_ref(),
            _ => None,
        });
        match (training, percent) {
            (Some(training), Some(percent)) => format!(
                "{} of {} people have been trained; {percent} per cent are needed.",
                training.trained(),
                training.people()
            ),
            _ => "Nothing is said against the training.".to_owned(),
        }
    }

    fn in_date(&self) -> String {
        let documents: &[Document] = match self.response.map(|response| &response.answer) {
            Some(Answer::Document { documents }) => documents,
            _ => &[],
        };
        match documents.iter().filter_map(|document| document.expires_on).min() {
            Some(first) => format!("No document has expired; the first one does after {}.", day(first)),
            None => "A document is given, and none has a last day.".to_owned(),
        }
    }

    fn reviewed(&self) -> String {
        let window = self.question.window.as_ref().and_then(|fact| fact.value);
        let from = |window: Window| day(first_day_of(window, self.as_of));
        match (self.response.and_then(|response| response.reviewed_on), window) {
            (Some(on), Some(window)) => {
                format!("It was last reviewed on {}; a review counts from {}.", day(on), from(window))
            }
            (None, Some(window)) => format!("No date of a review is given; one counts from {}.", from(window)),
            (_, None) => "From when a review counts is not on record.".to_owned(),
        }
    }

    /// Whether a certificate or way of working takes the question away, and if not why.
    pub(super) fn exemption(&self, exemption: &Exemption, holds: Readings) -> String {
        let by = exemption.by;
        match exemption.exempts.value {
            None => format!("Whether the question {} is not on record.", exempts(true, by)),
            Some(false) => format!("The question {}.", exempts(false, by)),
            Some(true) => {
                let known = exemption.exempts.known().is_some();
                let ground = self.ground(by);
                if holds == Readings::NONE {
                    let verb = if known { "would take" } else { "might take" };
                    format!("{} {verb} the question away, and does not: {ground}", by.name())
                } else if known {
                    format!("{} takes the question away: {ground}", by.name())
                } else {
                    format!("Whether {} takes the question away is not on record: {ground}", by.name())
                }
            }
        }
    }

    /// What the profile says about what would take questions away.
    fn ground(&self, by: ExemptionGround) -> String {
        let organisation = self.assessment.organisation();
        match by {
            ExemptionGround::CyberEssentialsPlus => {
                held(organisation.holding(Certificate::CyberEssentialsPlus), self.as_of)
            }
            ExemptionGround::NhsmailOnly => match organisation.nhsmail {
                Some(Nhsmail::OnlyEmailSystem) => "the profile says it is.",
                Some(Nhsmail::Used) => "the profile says that other email systems are used beside it.",
                Some(Nhsmail::No) => "the profile says that NHSmail is not used.",
                Some(Nhsmail::NotSure) => "the profile says \"not sure\", which counts as no.",
                None => "the profile says nothing about it, which counts as no.",
            }
            .to_owned(),
        }
    }
}

/// What the profile says about a certificate on a day; it ends a sentence.
pub(super) fn held(holding: Option<&Holding>, as_of: NaiveDate) -> String {
    match holding {
        Some(Holding::Yes { expires_on, .. }) if *expires_on < as_of => {
            format!("the certificate lapsed after {}.", day(*expires_on))
        }
        Some(Holding::Yes { issued_on, .. }) if *issued_on > as_of => {
            format!("the certificate counts from {} only.", day(*issued_on))
        }
        Some(Holding::Yes { expires_on, .. }) => format!("the certificate is in date until {}.", day(*expires_on)),
        Some(Holding::No) => "the profile says that there is none.".to_owned(),
        Some(Holding::NotSure) => "the profile says \"not sure\", which counts as no.".to_owned(),
        None => "the profile says nothing about it, which counts as no.".to_owned(),
    }
}

/// Whether another answer makes the question unnecessary.
pub(super) fn condition(fact: &Fact<NeededWhen>, found: Option<Found>) -> String {
    let Some(NeededWhen { found: by }) = fact.value else {
        return "When the question is needed is not on record.".to_owned();
    };
    match found {
        Some(Found::Nothing) => format!("{by} found nothing, so the question is not needed."),
        Some(Found::Something) => format!("The question {}, and something was found.", needed_when(by)),
        None => format!("The question {}, and the answer to {by} does not say.", needed_when(by)),
    }
}

/// What was answered, without its contents.
pub(super) fn given(response: &Response) -> String {
    let what = match &response.answer {
        Answer::Text { text } => format!("words ({} characters)", text.chars().count()),
        Answer::Confirmation { confirmed: true, .. } => "a tick".to_owned(),
        Answer::Confirmation { confirmed: false, .. } => "a box that is not ticked".to_owned(),
        Answer::Document { documents } => match documents.len() {
            0 => "no document".to_owned(),
            1 => "1 document".to_owned(),
            more => format!("{more} documents"),
        },
        Answer::Date { date } => format!("the date {}", day(*date)),
        Answer::NotApplicable { .. } => "\"Not applicable\"".to_owned(),
    };
    let reviewed = response.reviewed_on.map(|on| format!(", last reviewed on {}", day(on))).unwrap_or_default();
    let origin = match response.origin {
        Origin::CarriedOver { from, .. } => format!(", carried over from {from}"),
        Origin::Given => String::new(),
    };
    let comment = if response.comment.is_some() { ", with a comment" } else { "" };
    format!("The answer is {what}{reviewed}{origin}{comment}.")
}
