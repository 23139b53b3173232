//! What the questions come to together: the levels.

use serde::Serialize;

use super::judge::{Judgement, QuestionStatus, certificate_is_current, certificate_is_possible};
use super::reading::Case;
use crate::bank::{
    Catalogue, Certainty, Certificate, Fact, Level, LevelRule, Question, QuestionBank, QuestionCode, Readings, Rule,
};
use crate::reading::words;

/// The questions of an edition, added up: the readings in which each kind of demand is fulfilled.
#[derive(Clone, Copy)]
pub(super) struct Tally {
    mandatory: [Readings; Level::ALL.len()],
    /// How many questions that may be mandatory for each level are done in the lenient reading.
    leniently_done: [u32; Level::ALL.len()],
    every: Readings,
    counts: Counts,
}

/// The official counts that the lenient reading asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Known,
    Confirmed,
}

impl Tally {
    pub(super) fn new() -> Self {
        Self {
            mandatory: [Readings::ALL; Level::ALL.len()],
            leniently_done: [0; Level::ALL.len()],
            every: Readings::ALL,
            counts: Counts::Known,
        }
    }

    /// Adds a question that counts as done in some readings.
    pub(super) fn add(&mut self, case: &Case<'_>, question: &Question, done: Readings) {
        let totals = self.mandatory.iter_mut().zip(&mut self.leniently_done);
        for (level, (fulfilled, leniently_done)) in Level::ALL.iter().zip(totals) {
            let demanded = question.mandatory_readings(*level, case.as_of);
            *fulfilled = fulfilled.and(demanded.not().or(done));
            if done.holds(Readings::LENIENT) && may_be_mandatory(case, question, *level) {
                *leniently_done = leniently_done.saturating_add(1);
            }
        }
        let listed = question.listed.certainty.as_requirement();
        self.every = self.every.and(listed.not().or(done));
    }

    /// Every mandatory question is done. Whichever questions are mandatory, there are as many as the toolkit says: so
    /// much the lenient reading asks as well.
    fn mandatory(&self, case: &Case<'_>, level: Level) -> Readings {
        let fulfilled = self.mandatory.get(level.index()).copied().unwrap_or(Readings::NONE);
        fulfilled.and(self.official_count(case, level))
    }

    /// The readings in which as many questions are done as the toolkit says are mandatory; the lenient one alone asks.
    pub(super) fn official_count(&self, case: &Case<'_>, level: Level) -> Readings {
        let count = case.bank.about().count_on(level, case.as_of).map(|count| &count.count);
        let is_asked =
            |count: &&Fact<u32>| self.counts == Counts::Known || count.provenance.certainty == Certainty::Confirmed;
        match count.filter(is_asked).and_then(Fact::known) {
            Some(official) if self.leniently_done(level) < *official => Readings::LENIENT.not(),
            _ => Readings::ALL,
        }
    }

    /// How many questions that may be mandatory for a level are done in the lenient reading.
    pub(super) fn leniently_done(&self, level: Level) -> u32 {
        self.leniently_done.get(level.index()).copied().unwrap_or(0)
    }

    /// Whether an official count that is only inferred is all that keeps the questions that are mandatory for a level
    /// from being done leniently.
    fn is_held_by_inferred_count(&self, case: &Case<'_>, level: Level) -> bool {
        let freed = Self { counts: Counts::Confirmed, ..*self };
        freed.mandatory(case, level).holds(Readings::LENIENT) && !self.mandatory(case, level).holds(Readings::LENIENT)
    }

    /// Every question of the edition is done; a bank that lists only some of them cannot tell.
    fn every_question(&self, bank: &QuestionBank) -> Readings {
        self.every.and(listed_is_all(bank))
    }
}

/// The readings in which an edition has no question beyond those that the bank lists; the strict one is not content
/// with a total that is only inferred.
pub(super) fn listed_is_all(bank: &QuestionBank) -> Readings {
    match bank.catalogue() {
        Catalogue::Whole { .. } => bank.about().total.provenance.certainty.as_relief(),
        Catalogue::Short { .. } => Readings::IF_LISTED_IS_ALL.or(Readings::LENIENT),
    }
}

/// Whether nothing confirms that a question is not mandatory for a level.
fn may_be_mandatory(case: &Case<'_>, question: &Question, level: Level) -> bool {
    question.mandatory_on(level, case.as_of).is_some_and(|entry| {
        entry.mandatory.value == Some(true) || entry.mandatory.provenance.certainty != Certainty::Confirmed
    })
}

/// The readings in which each level is met. A level includes those below it.
#[derive(Clone, Copy)]
pub(super) struct Levels([Readings; Level::ALL.len()]);

impl Levels {
    /// Applies the rules of all levels, lowest first.
    pub(super) fn of(case: &Case<'_>, tally: &Tally, certificate: fn(&Case<'_>, Certificate) -> bool) -> Self {
        let mut levels = Self([Readings::NONE; Level::ALL.len()]);
        let mut below = Readings::ALL;
        for rule in case.bank.levels() {
            let met = below.and(rule.join(|rule| levels.rule_holds(case, tally, certificate, rule)));
            if let Some(level) = levels.0.get_mut(rule.level.index()) {
                *level = met;
            }
            below = met;
        }
        levels
    }

    pub(super) fn rule_holds(
        &self,
        case: &Case<'_>,
        tally: &Tally,
        certificate: fn(&Case<'_>, Certificate) -> bool,
        rule: &Rule,
    ) -> Readings {
        match rule {
            Rule::AllOf { rules } => {
                rules.iter().fold(Readings::ALL, |held, rule| held.and(self.rule_holds(case, tally, certificate, rule)))
            }
            Rule::AnyOf { rules } => {
                rules.iter().fold(Readings::NONE, |held, rule| held.or(self.rule_holds(case, tally, certificate, rule)))
            }
            Rule::EveryMandatoryComplete { level } => tally.mandatory(case, *level),
            Rule::EveryQuestionComplete => tally.every_question(case.bank),
            Rule::LevelMet { level } => self.get(*level),
            Rule::CertificateCurrent { certificate: named } => {
                if certificate(case, *named) {
                    Readings::ALL
                } else {
                    Readings::NONE
                }
            }
        }
    }

    pub(super) fn get(&self, level: Level) -> Readings {
        self.0.get(level.index()).copied().unwrap_or(Readings::NONE)
    }

    /// The highest level met in a reading.
    pub(super) fn highest(&self, reading: Readings) -> Option<Level> {
        Level::ALL.iter().copied().rev().find(|level| self.get(*level).holds(reading))
    }

    pub(super) fn state(&self, level: Level) -> LevelState {
        let met = self.get(level);
        if met.holds(Readings::HEADLINE) {
            LevelState::Met
        } else if met.holds(Readings::IF_LISTED_IS_ALL) {
            LevelState::Undetermined
        } else {
            LevelState::NotMet
        }
    }
}

/// The levels that the answers support, and those they could support.
#[derive(Clone, Copy)]
pub(super) struct Tallies {
    now: Tally,
    at_best: Tally,
}

impl Tallies {
    pub(super) fn new() -> Self {
        Self { now: Tally::new(), at_best: Tally::new() }
    }

    pub(super) fn add(&mut self, case: &Case<'_>, question: &Question, judgement: &Judgement) {
        self.now.add(case, question, judgement.done);
        let at_best = if judgement.attainable { judgement.done.or(Readings::BEST) } else { judgement.done };
        self.at_best.add(case, question, at_best);
    }

    /// What the answers given add up to.
    pub(super) fn now(&self) -> &Tally {
        &self.now
    }

    pub(super) fn levels(&self, case: &Case<'_>) -> Levels {
        Levels::of(case, &self.now, certificate_is_current)
    }

    /// The levels if the lenient reading asked for no official count that is only inferred.
    pub(super) fn levels_but_for_inferred_counts(&self, case: &Case<'_>) -> Levels {
        Levels::of(case, &Tally { counts: Counts::Confirmed, ..self.now }, certificate_is_current)
    }

    /// Whether an official count that is only inferred is all that keeps the questions that are mandatory for a level
    /// from being done leniently.
    pub(super) fn is_held_by_inferred_count(&self, case: &Case<'_>, level: Level) -> bool {
        self.now.is_held_by_inferred_count(case, level)
    }

    pub(super) fn reach(&self, case: &Case<'_>) -> Reach {
        let at_best = Levels::of(case, &self.at_best, certificate_is_possible);
        Reach {
            floor: self.levels(case).highest(Readings::HEADLINE),
            ceiling: at_best.highest(Readings::IF_LISTED_IS_ALL),
        }
    }
}

/// How far an assessment can still go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reach {
    /// The level that the answers support now; absent below Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<Level>,
    /// The best level still in reach by adding what is missing and renewing what is stale, without taking back
    /// anything said (a box that is not ticked and too few people trained say nothing yet); absent where even Approaching Standards is out of reach. Questions that the bank does not list
    /// are taken to be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Level>,
}

/// Whether a level is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum LevelState {
    /// It is.
    Met,
    /// Nothing listed stands in the way, but the rule asks about questions that the bank does not list.
    Undetermined,
    /// It is not.
    NotMet,
}

words!(pub LevelState { Met = "met", Undetermined = "undetermined", NotMet = "not-met" });

/// What one level comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LevelOutcome {
    /// The level.
    pub level: Level,
    /// Whether it is met in the best reading.
    pub state: LevelState,
    /// Whether it is met in the strict reading, where inferred demands hold and inferred reliefs do not.
    pub strictly: LevelState,
    /// Whether it is met in the lenient reading, where only confirmed demands hold and every relief does.
    pub leniently: LevelState,
    /// Everything that stands in its way in the best reading, questions first in code order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blockers: Vec<Blocker>,
}

/// Something that stands in the way of a level.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Blocker {
    /// A question that is not done.
    Question {
        /// Its code.
        question: QuestionCode,
    },
    /// Questions that the bank does not list.
    Unlisted {
        /// How many questions the bank lists.
        listed: u32,
        /// How many there are, if that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        official: Option<u32>,
    },
    /// A certificate that is not in date.
    Certificate {
        /// The certificate.
        certificate: Certificate,
    },
    /// Any one of several ways would do, and each is blocked.
    AnyOf {
        /// What blocks each way.
        ways: Vec<Vec<Blocker>>,
    },
}

/// What stands in the way of a level in the best reading.
pub(super) fn blockers<'a>(
    case: &Case<'_>,
    questions: &(impl Iterator<Item = (&'a Question, QuestionStatus)> + Clone),
    levels: &Levels,
    rule: &LevelRule,
) -> Vec<Blocker> {
    let mut found = Vec::new();
    if !levels.get(rule.level).holds(Readings::HEADLINE) {
        for asked in case.bank.levels().iter().filter(|asked| asked.level <= rule.level) {
            if let Some(best) = asked.best() {
                collect(case, questions, best, &mut found);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn collect<'a>(
    case: &Case<'_>,
    questions: &(impl Iterator<Item = (&'a Question, QuestionStatus)> + Clone),
    rule: &Rule,
    found: &mut Vec<Blocker>,
) {
    let undone = |demanded: &dyn Fn(&Question) -> bool| -> Vec<Blocker> {
        let open = questions.clone().filter(|(question, status)| !status.is_done() && demanded(question));
        open.map(|(question, _)| Blocker::Question { question: question.code }).collect()
    };
    match rule {
        Rule::AllOf { rules } => rules.iter().for_each(|rule| collect(case, questions, rule, found)),
        Rule::AnyOf { rules } => {
            let ways: Vec<Vec<Blocker>> = rules
                .iter()
                .map(|rule| {
                    let mut way = Vec::new();
                    collect(case, questions, rule, &mut way);
                    way
                })
                .collect();
            if ways.iter().all(|way| !way.is_empty()) {
                found.push(Blocker::AnyOf { ways });
            }
        }
        Rule::EveryMandatoryComplete { level } => {
            found.extend(undone(&|question| question.mandatory_readings(*level, case.as_of).holds(Readings::HEADLINE)));
        }
        Rule::EveryQuestionComplete => {
            found.extend(undone(&|_| true));
            if let Catalogue::Short { listed, official } = case.bank.catalogue() {
                found.push(Blocker::Unlisted { listed, official });
            }
        }
        // The blockers of every lower level are collected anyway.
        Rule::LevelMet { .. } => {}
        Rule::CertificateCurrent { certificate } => {
            if !certificate_is_current(case, *certificate) {
                found.push(Blocker::Certificate { certificate: *certificate });
            }
        }
    }
}
