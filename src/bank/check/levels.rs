//! The level rules: nothing that refers to nothing, nothing that can never hold.

use super::super::fact::Certainty;
use super::super::level::Level;
use super::super::mistake::Fault;
use super::super::raw::RawBank;
use super::super::rule::Rule;
use super::{Mistakes, count};

/// The most rules of all levels together, those inside others included: each tells of every question, and the toolkit's
/// own come to a dozen.
const MOST_RULES: usize = 100;

pub(super) fn check(bank: &RawBank, found: &mut Mistakes) {
    let readings = bank.levels.iter().flat_map(|level| &level.readings);
    let rules: usize = readings.filter_map(|reading| reading.value.as_ref()).map(size).sum();
    if rules > MOST_RULES {
        found.push("/levels", Fault::OutOfRange { found: count(rules), expected: "at most 100 rules" });
    }
    if bank.levels.is_empty() {
        found.push("/levels", Fault::RuleMissing);
    }
    let levels = bank.levels.iter().enumerate();
    found.order(levels.map(|(at, rule)| (format!("/levels/{at}/level"), rule.level)));
    for (at, level) in bank.levels.iter().enumerate() {
        if level.readings.is_empty() {
            found.push(format!("/levels/{at}/readings"), Fault::RuleMissing);
        }
        if level.readings.first().is_some_and(|best| best.provenance.certainty == Certainty::Unknown) {
            found.push(format!("/levels/{at}/readings/0"), Fault::BestReadingUnknown);
        }
        for (reading, fact) in level.readings.iter().enumerate() {
            if let Some(rule) = &fact.value {
                rule_can_hold(bank, level.level, rule, &format!("/levels/{at}/readings/{reading}/value"), found);
            }
        }
    }
}

/// How many rules there are in a rule, itself included.
fn size(rule: &Rule) -> usize {
    match rule {
        Rule::AllOf { rules } | Rule::AnyOf { rules } => 1 + rules.iter().map(size).sum::<usize>(),
        _ => 1,
    }
}

fn rule_can_hold(bank: &RawBank, of: Level, rule: &Rule, pointer: &str, found: &mut Mistakes) {
    match rule {
        Rule::AllOf { rules } | Rule::AnyOf { rules } => {
            if rules.is_empty() {
                found.push(format!("{pointer}/rules"), Fault::RuleMissing);
            }
            for (at, rule) in rules.iter().enumerate() {
                rule_can_hold(bank, of, rule, &format!("{pointer}/rules/{at}"), found);
            }
        }
        Rule::LevelMet { level } => {
            let has_rule = bank.levels.iter().any(|rule| rule.level == *level);
            if *level >= of || !has_rule {
                found.push(format!("{pointer}/level"), Fault::RuleNamesItself { level: of, named: *level });
            }
        }
        Rule::EveryMandatoryComplete { level } => {
            let mut entries = bank.questions.iter().flat_map(|question| &question.mandatory);
            if !entries.any(|entry| entry.level == *level && entry.mandatory.value == Some(true)) {
                found.push(format!("{pointer}/level"), Fault::RuleOverNothing { level: *level });
            }
        }
        Rule::EveryQuestionComplete | Rule::CertificateCurrent { .. } => {}
    }
}
