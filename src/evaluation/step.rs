//! The steps by which a question is judged, for whoever asks how an outcome came about.

use super::certainty::FactName;
use super::finding::Finding;
use super::reading::Notes;
use crate::assessment::Found;
use crate::bank::{Exemption, Fact, NeededWhen, Provenance, QuestionCode, Readings};

/// A rule that is held against an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnswerRule {
    /// There is an answer.
    Answered,
    /// An answer carried over is confirmed again.
    Reconfirmation,
    /// "Not applicable" is accepted.
    NotApplicable,
    /// The answer to another question does not contradict "Not applicable".
    Condition,
    /// "Not applicable" comes with the reason that is asked for.
    Reason,
    /// The answer is of the kind the question takes.
    EvidenceType,
    /// There is something in the answer.
    Evidence,
    /// Enough people are trained.
    Threshold,
    /// The answer says what was found.
    Found,
    /// A document is in date.
    InDate,
    /// Every document asked for is there.
    Parts,
    /// The review is in the window.
    Window,
}

/// Something that can take a question away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relief<'a> {
    /// A certificate or a way of working.
    Exemption(&'a Exemption),
    /// Another answer that found nothing.
    NotNeeded {
        /// The condition.
        fact: &'a Fact<NeededWhen>,
        /// What the deciding question found.
        found: Option<Found>,
    },
}

/// What a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject<'a> {
    /// Something that can take the question away; the readings are those in which it does.
    Relief(Relief<'a>),
    /// A rule for its answer; the readings are those in which it is kept.
    Rule(AnswerRule),
}

/// One step, with what was said while it was taken.
#[derive(Debug, Clone)]
pub(crate) struct Step<'a> {
    /// What it is about.
    pub(crate) subject: Subject<'a>,
    /// The readings in which it comes out in favour of the organisation.
    pub(crate) holds: Readings,
    /// What was found.
    pub(crate) findings: Vec<Finding<'a>>,
    /// What would have been found if the best reading needed the answer.
    pub(crate) set_aside: Vec<Finding<'a>>,
    /// The facts that are not confirmed and on which it rests.
    pub(crate) open_facts: Vec<(FactName, &'a Provenance)>,
}

/// Keeps every step of one question.
#[derive(Default)]
pub(super) struct Steps<'a> {
    pub(super) taken: Vec<Step<'a>>,
    /// The places of the rules that have begun and not ended.
    under_way: Vec<usize>,
    /// What was found about the question outside any rule.
    pub(super) besides: Vec<Finding<'a>>,
}

impl<'a> Steps<'a> {
    fn push(&mut self, subject: Subject<'a>, holds: Readings) {
        let (findings, set_aside, open_facts) = (Vec::new(), Vec::new(), Vec::new());
        self.taken.push(Step { subject, holds, findings, set_aside, open_facts });
    }

    fn current(&mut self) -> Option<&mut Step<'a>> {
        let at = *self.under_way.last()?;
        self.taken.get_mut(at)
    }
}

impl<'a> Notes<'a> for Steps<'a> {
    fn finding(&mut self, finding: Finding<'a>) {
        match self.current() {
            Some(step) => step.findings.push(finding),
            None => self.besides.push(finding),
        }
    }

    fn set_aside(&mut self, finding: Finding<'a>) {
        if let Some(step) = self.current() {
            step.set_aside.push(finding);
        }
    }

    fn open_fact(&mut self, _: QuestionCode, name: FactName, provenance: &'a Provenance) {
        if let Some(step) = self.current() {
            step.open_facts.push((name, provenance));
        }
    }

    fn relief(&mut self, relief: Relief<'a>, takes_away: Readings) {
        self.push(Subject::Relief(relief), takes_away);
    }

    fn begin(&mut self, rule: AnswerRule) {
        self.under_way.push(self.taken.len());
        self.push(Subject::Rule(rule), Readings::ALL);
    }

    fn end(&mut self, against: Readings) {
        if let Some(step) = self.current() {
            step.holds = against.not();
        }
        self.under_way.pop();
    }
}
