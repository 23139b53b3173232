//! What the rules of a question say while they are being applied.

use chrono::NaiveDate;

use super::certainty::FactName;
use super::finding::{Effect, Finding, FindingKind};
use super::step::{AnswerRule, Relief};
use crate::assessment::{Assessment, Response};
use crate::bank::{Certainty, Provenance, Question, QuestionBank, QuestionCode, Readings};

/// An assessment to be judged by a bank on a day.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) bank: &'a QuestionBank,
    pub(super) assessment: &'a Assessment,
    pub(super) as_of: NaiveDate,
}

impl<'a> Case<'a> {
    /// The answers in code order. Meaning belongs to edition and code together, so answers given for another edition say
    /// nothing here.
    pub(super) fn responses(&self) -> &'a [(QuestionCode, Response)] {
        if self.assessment.edition() == self.bank.id() { self.assessment.response_list() } else { &[] }
    }

    /// The answer to a question, if there is one.
    pub(super) fn response(&self, code: QuestionCode) -> Option<&'a Response> {
        let responses = self.responses();
        let at = responses.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        responses.get(at).map(|(_, response)| response)
    }
}

/// Who listens while rules are applied; whoever wants only the outcome ignores everything.
pub(super) trait Notes<'a> {
    fn finding(&mut self, _: Finding<'a>) {}
    fn open_fact(&mut self, _: QuestionCode, _: FactName, _: &'a Provenance) {}
    /// What would be found if the best reading needed the answer.
    fn set_aside(&mut self, _: Finding<'a>) {}
    /// What might take the question away, with the readings in which it does.
    fn relief(&mut self, _: Relief<'a>, _: Readings) {}
    /// A rule begins; what is said until it ends belongs to it.
    fn begin(&mut self, _: AnswerRule) {}
    /// The rule that began last ends, with the readings in which it stands against the answer.
    fn end(&mut self, _: Readings) {}
}

/// Listens to nothing.
pub(super) struct Unheard;

impl Notes<'_> for Unheard {}

/// Passes on what is found as set aside: what is exempt has nothing to mend.
pub(super) struct Muted<'n, N>(pub(super) &'n mut N);

impl<'a, N: Notes<'a>> Notes<'a> for Muted<'_, N> {
    fn finding(&mut self, finding: Finding<'a>) {
        self.0.set_aside(finding);
    }
    fn open_fact(&mut self, of: QuestionCode, name: FactName, provenance: &'a Provenance) {
        self.0.open_fact(of, name, provenance);
    }
    fn begin(&mut self, rule: AnswerRule) {
        self.0.begin(rule);
    }
    fn end(&mut self, against: Readings) {
        self.0.end(against);
    }
}

/// Whether an answer can be mended without taking back anything it says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mend {
    /// Something is missing or has gone stale; adding or renewing mends it.
    Adding,
    /// Something was said that stands against it.
    TakingBack,
}

/// One question while its rules are applied.
pub(super) struct Applied<'a, 'n, N> {
    pub(super) case: Case<'a>,
    pub(super) question: &'a Question,
    notes: &'n mut N,
    /// The readings in which some rule stands against the answer.
    pub(super) against: Readings,
    /// Whether, in the best reading, something said stands against it.
    pub(super) settled: bool,
    /// The readings in which the rule that is being applied stands against the answer.
    by_rule: Readings,
}

impl<'a, 'n, N: Notes<'a>> Applied<'a, 'n, N> {
    pub(super) fn new(case: &Case<'a>, question: &'a Question, notes: &'n mut N) -> Self {
        Self { case: *case, question, notes, against: Readings::NONE, settled: false, by_rule: Readings::NONE }
    }

    /// Applies one rule, so that a listener knows what it alone comes to.
    pub(super) fn rule(&mut self, rule: AnswerRule, apply: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.by_rule, Readings::NONE);
        self.notes.begin(rule);
        apply(self);
        self.notes.end(self.by_rule);
        self.by_rule = outer;
    }

    /// A rule that goes with the question itself stands against the answer, whatever the reading.
    pub(super) fn block(&mut self, kind: FindingKind<'a>, mend: Mend) {
        self.block_in(Readings::ALL, kind, mend, self.asked_by());
    }

    /// A rule that rests on a fact stands against the answer in the readings in which the fact holds.
    pub(super) fn block_by(&mut self, name: FactName, fact: &'a Provenance, kind: FindingKind<'a>, mend: Mend) {
        self.rests_on(name, fact);
        self.block_in(fact.certainty.as_requirement(), kind, mend, fact);
    }

    /// A rule stands against the answer in some readings; it is a finding if the best reading is among them.
    pub(super) fn block_in(&mut self, readings: Readings, kind: FindingKind<'a>, mend: Mend, fact: &'a Provenance) {
        self.against = self.against.or(readings);
        self.by_rule = self.by_rule.or(readings);
        if readings.holds(Readings::HEADLINE) {
            self.settled |= mend == Mend::TakingBack;
            self.note(kind, Effect::Blocks, fact);
        }
    }

    /// Something worth saying that stands against nothing.
    pub(super) fn advise(&mut self, kind: FindingKind<'a>, fact: &'a Provenance) {
        self.note(kind, Effect::Advises, fact);
    }

    fn note(&mut self, kind: FindingKind<'a>, effect: Effect, fact: &'a Provenance) {
        // Where nobody knows, at least the question itself has its sources.
        let sources = if fact.sources.is_empty() { &self.asked_by().sources } else { &fact.sources };
        self.notes.finding(Finding::new(Some(self.question.code), kind, effect, fact.certainty, sources));
    }

    /// The outcome rests on a fact; it is open if it is not confirmed.
    pub(super) fn rests_on(&mut self, name: FactName, fact: &'a Provenance) {
        if fact.certainty != Certainty::Confirmed {
            self.notes.open_fact(self.question.code, name, fact);
        }
    }

    /// What makes the question mandatory, for the lowest level that asks for it; that it is there at all where none does.
    fn asked_by(&self) -> &'a Provenance {
        let Self { case, question, .. } = self;
        let mandatory = case.bank.levels().iter().find_map(|rule| {
            let entry = question.mandatory_on(rule.level, case.as_of)?;
            entry.mandatory.known().filter(|known| **known)?;
            Some(&entry.mandatory.provenance)
        });
        mandatory.unwrap_or(&question.listed)
    }
}
