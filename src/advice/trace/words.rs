//! What the steps for one question say, in plain words.

use super::node::TraceKind;
use crate::assessment::{Answer, Assessment, Document, Found, Holding, Nhsmail, Origin, Response};
use crate::bank::{
    Certificate, Exemption, ExemptionGround, Fact, NeededWhen, NotApplicable, Part, Provenance, Question, QuestionBank,
    QuestionCode, Readings, Reason, Window,
};
use crate::evaluation::{AnswerRule, Effect, Finding, Step, first_day_of};
use crate::message::{Argument, Message};
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
    Because(Message<'a>, &'a Provenance),
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
        fn of<'a, T>(fact: Option<&'a Fact<T>>, not_on_record: &'static str) -> Option<Idle<'a>> {
            match fact {
                None => Some(Idle::Silent),
                Some(Fact { value: None, provenance }) => {
                    Some(Idle::Because(Message::new(not_on_record, Vec::new()), provenance))
                }
                Some(_) => None,
            }
        }
        let question = self.question;
        match rule {
            AnswerRule::Reconfirmation => {
                let given = self.response.is_none_or(|response| response.origin == Origin::Given);
                let rule = &self.bank.about().reconfirmation;
                let not_asked = || Message::new("trace.idle.reconfirmation", Vec::new());
                match rule.value {
                    _ if given => Some(Idle::Silent),
                    Some(true) => None,
                    Some(false) | None => Some(Idle::Because(not_asked(), &rule.provenance)),
                }
            }
            AnswerRule::Condition => of(question.needed_when.as_ref(), "trace.idle.condition"),
            AnswerRule::EvidenceType => of(Some(&question.evidence_type), "trace.idle.evidence-type"),
            AnswerRule::Threshold => of(question.threshold.as_ref(), "trace.idle.threshold"),
            AnswerRule::Found => of(question.looks_for.as_ref(), "trace.idle.found"),
            AnswerRule::Window => of(question.window.as_ref(), "trace.idle.review-window"),
            AnswerRule::Parts => question.parts.is_empty().then_some(Idle::Silent),
            AnswerRule::Reason => question.not_applicable.known().is_none().then_some(Idle::Silent),
            AnswerRule::Answered | AnswerRule::NotApplicable | AnswerRule::Evidence | AnswerRule::InDate => None,
        }
    }

    /// What a rule comes to.
    pub(super) fn rule(&self, rule: AnswerRule, step: &Step<'a>) -> Message<'a> {
        if let Some(found) = told(&step.findings) {
            return found;
        }
        let against: Vec<_> =
            step.set_aside.iter().filter(|finding| finding.effect() == Effect::Blocks).copied().collect();
        if let Some(found) = told(&against) {
            return Message::new("trace.set-aside", vec![found.within("findings")]);
        }
        let kept = self.kept(rule);
        if step.holds.holds(Readings::HEADLINE) && !step.holds.holds(Readings::STRICT) {
            return Message::new("trace.not-settled", vec![kept.within("kept")]);
        }
        kept
    }

    /// How a rule is kept.
    fn kept(&self, rule: AnswerRule) -> Message<'a> {
        let question = self.question;
        match rule {
            AnswerRule::Answered => plain("trace.answered"),
            AnswerRule::Reconfirmation => match self.response.map(|response| response.origin) {
                Some(Origin::CarriedOver { from, reconfirmed_on: Some(on) }) => Message::new(
                    "trace.reconfirmation.confirmed",
                    vec![Argument::Edition { name: "from", value: from }, date("day", on)],
                ),
                Some(Origin::CarriedOver { from, .. }) => Message::new(
                    "trace.reconfirmation.carried-over",
                    vec![Argument::Edition { name: "from", value: from }],
                ),
                Some(Origin::Given) | None => plain("trace.reconfirmation.given"),
            },
            AnswerRule::NotApplicable => match question.not_applicable.value.as_ref() {
                Some(NotApplicable { route, when, reason }) => {
                    let sentence = match reason {
                        Reason::Asked => "trace.not-applicable.with-reason",
                        Reason::NotAsked => "trace.not-applicable",
                    };
                    let place = Argument::word("place", "not-applicable-place", route.as_str());
                    Message::new(sentence, vec![place, Argument::text_as("when", when)])
                }
                None => plain("trace.not-applicable.not-on-record"),
            },
            AnswerRule::Condition => match question.needed_when.as_ref().and_then(|fact| fact.value) {
                Some(NeededWhen { found }) => Message::new("trace.condition", vec![by(found)]),
                None => plain("trace.condition.none"),
            },
            AnswerRule::Reason => match question.not_applicable.known().map(|route| route.reason) {
                Some(Reason::Asked) => plain("trace.reason.given"),
                Some(Reason::NotAsked) | None => plain("trace.reason.not-asked"),
            },
            AnswerRule::EvidenceType => match question.evidence_type.value {
                Some(evidence) => {
                    Message::new("trace.evidence-type", vec![Argument::word("asked", "answer", evidence.as_str())])
                }
                None => plain("trace.idle.evidence-type"),
            },
            AnswerRule::Evidence => match self.response.map(|response| &response.answer) {
                Some(Answer::Text { .. }) => plain("trace.evidence.text"),
                Some(Answer::Confirmation { .. }) => plain("trace.evidence.tick"),
                Some(Answer::Date { date: on }) => Message::new("trace.evidence.date", vec![date("day", *on)]),
                _ => plain("trace.evidence.something"),
            },
            AnswerRule::Threshold => self.trained(),
            AnswerRule::Found => plain("trace.found"),
            AnswerRule::InDate => self.in_date(),
            AnswerRule::Parts => {
                let parts = parts(question.code, &question.parts).map(|parts| parts.within("parts"));
                Message::new("trace.parts", parts.into_iter().collect())
            }
            AnswerRule::Window => self.reviewed(),
        }
    }

    fn trained(&self) -> Message<'a> {
        let percent = self.question.threshold.as_ref().and_then(|fact| fact.value.as_ref()).map(|value| value.percent);
        let training = self.response.and_then(|response| match &response.answer {
            Answer::Confirmation { training, .. } => training.as_ref(),
            _ => None,
        });
        let number = |name, value| Argument::Number { name, value };
        match (training, percent) {
            (Some(training), Some(percent)) => Message::new(
                "trace.threshold",
                vec![
                    number("trained", training.trained()),
                    number("people", training.people()),
                    number("percent", percent),
                ],
            ),
            _ => plain("trace.threshold.nothing-against"),
        }
    }

    fn in_date(&self) -> Message<'a> {
        let documents: &[Document] = match self.response.map(|response| &response.answer) {
            Some(Answer::Document { documents }) => documents,
            _ => &[],
        };
        match documents.iter().filter_map(|document| document.expires_on).min() {
            Some(first) => Message::new("trace.in-date", vec![date("day", first)]),
            None => plain("trace.in-date.no-last-day"),
        }
    }

    fn reviewed(&self) -> Message<'a> {
        let window = self.question.window.as_ref().and_then(|fact| fact.value);
        let from = |window: Window| date("earliest", first_day_of(window, self.as_of));
        match (self.response.and_then(|response| response.reviewed_on), window) {
            (Some(on), Some(window)) => Message::new("trace.review-window", vec![date("day", on), from(window)]),
            (None, Some(window)) => Message::new("trace.review-window.no-date", vec![from(window)]),
            (_, None) => plain("trace.idle.review-window"),
        }
    }

    /// Whether a certificate or way of working takes the question away, and if not why.
    pub(super) fn exemption(&self, exemption: &Exemption, holds: Readings) -> Message<'a> {
        let by = Argument::word("ground", "exemption-ground", exemption.by.as_str());
        let sentence = match exemption.exempts.value {
            None => return Message::new("trace.exemption.not-on-record", vec![by]),
            Some(false) => return Message::new("trace.exemption.none", vec![by]),
            Some(true) => match (holds == Readings::NONE, exemption.exempts.known().is_some()) {
                (true, true) => "trace.exemption.would",
                (true, false) => "trace.exemption.might",
                (false, true) => "trace.exemption.takes",
                (false, false) => "trace.exemption.may",
            },
        };
        Message::new(sentence, vec![by, self.ground(exemption.by).within("profile")])
    }

    /// What the profile says about what would take questions away.
    fn ground(&self, by: ExemptionGround) -> Message<'a> {
        let organisation = self.assessment.organisation();
        match by {
            ExemptionGround::CyberEssentialsPlus => {
                held(organisation.holding(Certificate::CyberEssentialsPlus), self.as_of)
            }
            ExemptionGround::NhsmailOnly => plain(match organisation.nhsmail {
                Some(Nhsmail::OnlyEmailSystem) => "trace.profile.nhsmail-only",
                Some(Nhsmail::Used) => "trace.profile.nhsmail-used",
                Some(Nhsmail::No) => "trace.profile.no-nhsmail",
                Some(Nhsmail::NotSure) => "trace.profile.not-sure",
                None => "trace.profile.nothing",
            }),
        }
    }
}

const fn plain(sentence: &'static str) -> Message<'static> {
    Message::new(sentence, Vec::new())
}

const fn date(name: &'static str, value: NaiveDate) -> Argument<'static> {
    Argument::Date { name, value }
}

/// The question that decides.
const fn by(value: QuestionCode) -> Argument<'static> {
    Argument::Question { name: "by", value }
}

/// Findings one after the other; none where there are none.
fn told<'a>(findings: &[Finding<'a>]) -> Option<Message<'a>> {
    let (first, others) = findings.split_first()?;
    Some(match told(others) {
        None => first.said(),
        Some(others) => Message::new("trace.findings", vec![first.said().within("finding"), others.within("others")]),
    })
}

/// The documents that a question asks for.
fn parts(question: QuestionCode, of: &[Part]) -> Option<Message<'_>> {
    let (first, others) = of.split_first()?;
    let first = Argument::quoted("part", Some(question), &first.title);
    Some(match parts(question, others) {
        None => Message::new("trace.parts.one", vec![first]),
        Some(others) => Message::new("trace.parts.several", vec![first, others.within("others")]),
    })
}

/// What the profile says about a certificate on a day; it ends a sentence.
pub(super) fn held(holding: Option<&Holding>, as_of: NaiveDate) -> Message<'static> {
    let of_day = |sentence, day: &NaiveDate| Message::new(sentence, vec![date("day", *day)]);
    match holding {
        Some(Holding::Yes { expires_on, .. }) if *expires_on < as_of => of_day("trace.profile.lapsed", expires_on),
        Some(Holding::Yes { issued_on, .. }) if *issued_on > as_of => of_day("trace.profile.not-yet", issued_on),
        Some(Holding::Yes { expires_on, .. }) => of_day("trace.profile.in-date", expires_on),
        Some(Holding::No) => plain("trace.profile.no-certificate"),
        Some(Holding::NotSure) => plain("trace.profile.not-sure"),
        None => plain("trace.profile.nothing"),
    }
}

/// Whether another answer makes the question unnecessary.
pub(super) fn condition(fact: &Fact<NeededWhen>, found: Option<Found>) -> Message<'static> {
    let Some(NeededWhen { found: question }) = fact.value else {
        return plain("trace.needed-when.not-on-record");
    };
    let sentence = match found {
        Some(Found::Nothing) => "trace.needed-when.nothing-found",
        Some(Found::Something) => "trace.needed-when.something-found",
        None => "trace.needed-when.not-stated",
    };
    Message::new(sentence, vec![by(question)])
}

/// What was answered, without its contents.
pub(super) fn given(response: &Response) -> Message<'static> {
    let mut said = match &response.answer {
        Answer::Text { text } => Message::new("trace.given.text", vec![Argument::count("count", text.chars().count())]),
        Answer::Confirmation { confirmed: true, .. } => plain("trace.given.tick"),
        Answer::Confirmation { confirmed: false, .. } => plain("trace.given.no-tick"),
        Answer::Document { documents } => {
            Message::new("trace.given.documents", vec![Argument::count("count", documents.len())])
        }
        Answer::Date { date: on } => Message::new("trace.given.date", vec![date("day", *on)]),
        Answer::NotApplicable { .. } => plain("trace.given.not-applicable"),
    };
    if let Some(on) = response.reviewed_on {
        said = Message::new("trace.given.reviewed", vec![said.within("answer"), date("day", on)]);
    }
    if let Origin::CarriedOver { from, .. } = response.origin {
        let from = Argument::Edition { name: "edition", value: from };
        said = Message::new("trace.given.carried-over", vec![said.within("answer"), from]);
    }
    if response.comment.is_some() {
        said = Message::new("trace.given.with-comment", vec![said.within("answer")]);
    }
    Message::new("trace.response", vec![said.within("answer")])
}
