//! Needs: the questions that the rule of a level asks for, in every way in which it can be fulfilled.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::bank::{Catalogue, Certificate, Level, LevelRule, Question, QuestionBank, Readings, Rule};

/// Questions that are asked for together: those mandatory for some levels, or all of them.
///
/// A rule speaks of no other sets, so that a rule of any size comes to a handful of ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Need(u8);

impl Need {
    const NOTHING: Self = Self(0);
    const EVERY_QUESTION: Self = Self(1 << Level::ALL.len());

    const fn mandatory(level: Level) -> Self {
        Self(1 << level.index())
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn includes(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether a question is among them on a day, in the best reading.
    pub(super) fn contains(self, question: &Question, day: NaiveDate) -> bool {
        let mandatory = |level: &&Level| {
            self.includes(Self::mandatory(**level))
                && question.mandatory_readings(**level, day).holds(Readings::HEADLINE)
        };
        self.includes(Self::EVERY_QUESTION) || Level::ALL.iter().any(|level| mandatory(&level))
    }
}

/// The ways to a level, each by the questions it asks for, where these certificates are held; none where a rule cannot
/// hold or asks about questions that the bank does not list.
pub(super) fn ways(bank: &QuestionBank, level: Level, held: &impl Fn(Certificate) -> bool) -> BTreeSet<Need> {
    if bank.levels().iter().all(|rule| rule.level != level) {
        return BTreeSet::new();
    }
    let all = rules(bank, level).fold(BTreeSet::from([Need::NOTHING]), |ways, rule| {
        let of_rule = rule.best().map(|best| of(bank, best, held)).unwrap_or_default();
        together(&ways, &of_rule)
    });
    let is_least = |way: &&Need| !all.iter().any(|other| other != *way && way.includes(*other));
    all.iter().filter(is_least).copied().collect()
}

/// The rules that stand between an organisation and a level: its own and those of the levels below.
fn rules(bank: &QuestionBank, level: Level) -> impl Iterator<Item = &LevelRule> {
    bank.levels().iter().filter(move |rule| rule.level <= level)
}

fn of(bank: &QuestionBank, rule: &Rule, held: &impl Fn(Certificate) -> bool) -> BTreeSet<Need> {
    let at_once = || BTreeSet::from([Need::NOTHING]);
    match rule {
        Rule::AllOf { rules } => rules.iter().fold(at_once(), |ways, rule| together(&ways, &of(bank, rule, held))),
        Rule::AnyOf { rules } => rules.iter().flat_map(|rule| of(bank, rule, held)).collect(),
        Rule::EveryMandatoryComplete { level } => BTreeSet::from([Need::mandatory(*level)]),
        Rule::EveryQuestionComplete => match bank.catalogue() {
            Catalogue::Whole { .. } => BTreeSet::from([Need::EVERY_QUESTION]),
            Catalogue::Short { .. } => BTreeSet::new(),
        },
        // The rules of the levels below are among those to be fulfilled anyway.
        Rule::LevelMet { .. } => at_once(),
        Rule::CertificateCurrent { certificate } if held(*certificate) => at_once(),
        Rule::CertificateCurrent { .. } => BTreeSet::new(),
    }
}

fn together(some: &BTreeSet<Need>, others: &BTreeSet<Need>) -> BTreeSet<Need> {
    some.iter().flat_map(|way| others.iter().map(|other| way.and(*other))).collect()
}

/// The certificates that the rules up to a level speak of, in whatever way.
pub(super) fn certificates(bank: &QuestionBank, level: Level) -> Vec<Certificate> {
    let best = || rules(bank, level).filter_map(LevelRule::best);
    Certificate::ALL.iter().copied().filter(|certificate| best().any(|rule| names(rule, *certificate))).collect()
}

fn names(rule: &Rule, certificate: Certificate) -> bool {
    match rule {
        Rule::AllOf { rules } | Rule::AnyOf { rules } => rules.iter().any(|rule| names(rule, certificate)),
        Rule::CertificateCurrent { certificate: named } => *named == certificate,
        Rule::EveryMandatoryComplete { .. } | Rule::EveryQuestionComplete | Rule::LevelMet { .. } => false,
    }
}
