//! The branches of the levels: their rules, in every reading that the sources leave open.

use super::node::{TraceKind, TraceNode, TraceState};
use super::question::{branch, listed, mandatory};
use super::rule::asks_for;
use super::words::held;
use crate::bank::{Catalogue, Certificate, Level, LevelRule, Readings, Rule};
use crate::evaluation::Derivation;
use crate::message::{Argument, Message};

/// Every level of the edition, lowest first.
pub(super) fn levels<'a>(derivation: &Derivation<'a>) -> Vec<TraceNode<'a>> {
    derivation.bank().levels().iter().map(|rule| level(derivation, rule)).collect()
}

fn level<'a>(derivation: &Derivation<'a>, rule: &'a LevelRule) -> TraceNode<'a> {
    let id = rule.level.to_string();
    let met = derivation.level(rule.level);
    let state = TraceState::of(Readings::ALL, met);
    let sentence = match (state, rule.best()) {
        (TraceState::Met, Some(_)) => "trace.level.met",
        (TraceState::Met, None) => "trace.level.met.no-rule",
        (TraceState::Undetermined, Some(_)) => "trace.level.undetermined",
        (TraceState::Undetermined, None) => "trace.level.undetermined.no-rule",
        (_, Some(_)) => "trace.level.not-met",
        (_, None) => "trace.level.not-met.no-rule",
    };
    let best = rule.best().map(|best| asks_for(best).within("rule"));
    let says = Message::new(sentence, [Argument::level(rule.level)].into_iter().chain(best).collect());
    let mut node = TraceNode::new(id.clone(), TraceKind::Level, says).coming_to(Readings::ALL, met);
    node.level = Some(rule.level);
    let below = derivation.bank().levels().iter().rev().find(|lower| lower.level < rule.level);
    let is_said = |rule: &LevelRule, below: Level| {
        rule.readings.iter().all(|reading| reading.value.as_ref().is_some_and(|value| includes(value, below)))
    };
    if let Some(below) = below.filter(|below| !is_said(rule, below.level)) {
        node.children.push(lower_level(derivation, below.level, &id));
    }
    match rule.readings.as_slice() {
        [only] => {
            node = node.by(&only.provenance);
            if let Some(value) = &only.value {
                node.children.extend(parts(derivation, value, rule.level, &id));
            }
        }
        several => {
            for (at, reading) in several.iter().enumerate() {
                node.children.push(self::reading(derivation, rule.level, at, reading, &id));
            }
        }
    }
    node
}

/// Whether a rule says itself that a lower level must be met.
fn includes(rule: &Rule, level: Level) -> bool {
    match rule {
        Rule::LevelMet { level: named } => *named == level,
        Rule::AllOf { rules } => rules.iter().any(|rule| includes(rule, level)),
        _ => false,
    }
}

fn reading<'a>(
    derivation: &Derivation<'a>,
    level: Level,
    at: usize,
    reading: &'a crate::bank::Fact<Rule>,
    above: &str,
) -> TraceNode<'a> {
    let id = format!("{above}/reading-{}", at.saturating_add(1));
    let not_on_record = || Message::new("rule.not-on-record", Vec::new());
    let asks = reading.value.as_ref().map_or_else(not_on_record, asks_for);
    let sentence = if at == 0 { "trace.rule-reading.best" } else { "trace.rule-reading.other" };
    let says = Message::new(sentence, vec![asks.within("rule")]);
    let holds = reading.value.as_ref().map_or(Readings::NONE, |value| derivation.rule(value));
    let mut node = TraceNode::new(id.clone(), TraceKind::RuleReading, says).by(&reading.provenance);
    node = node.coming_to(Readings::ALL, holds);
    node.level = Some(level);
    if let Some(value) = &reading.value {
        node.children = parts(derivation, value, level, &id);
    }
    node
}

/// The rules of which a rule consists, or the rule itself.
fn parts<'a>(derivation: &Derivation<'a>, rule: &'a Rule, level: Level, above: &str) -> Vec<TraceNode<'a>> {
    match rule {
        Rule::AllOf { rules } => several(derivation, rules, level, above),
        one => several(derivation, std::slice::from_ref(one), level, above),
    }
}

/// Rules side by side; of two that would have one id the later gets a number.
fn several<'a>(derivation: &Derivation<'a>, rules: &'a [Rule], level: Level, above: &str) -> Vec<TraceNode<'a>> {
    let mut slugs: Vec<String> = Vec::new();
    let mut nodes = Vec::new();
    for rule in rules {
        let slug = slug(rule, level);
        let same = slugs.iter().filter(|other| **other == slug).count();
        let id =
            if same == 0 { format!("{above}/{slug}") } else { format!("{above}/{slug}-{}", same.saturating_add(1)) };
        slugs.push(slug);
        nodes.push(part(derivation, rule, level, id));
    }
    nodes
}

fn slug(rule: &Rule, of: Level) -> String {
    match rule {
        Rule::AllOf { .. } => TraceKind::AllOf.to_string(),
        Rule::AnyOf { .. } => TraceKind::AnyOf.to_string(),
        Rule::EveryMandatoryComplete { level } if *level == of => TraceKind::EveryMandatory.to_string(),
        Rule::EveryMandatoryComplete { level } => format!("{}-{level}", TraceKind::EveryMandatory),
        Rule::EveryQuestionComplete => TraceKind::EveryQuestion.to_string(),
        Rule::LevelMet { level } => format!("{}-{level}", TraceKind::LevelMet),
        Rule::CertificateCurrent { certificate } => format!("{}-{certificate}", TraceKind::Certificate),
    }
}

fn part<'a>(derivation: &Derivation<'a>, rule: &'a Rule, of: Level, id: String) -> TraceNode<'a> {
    let holds = derivation.rule(rule);
    let node = |kind, says| TraceNode::new(id.clone(), kind, says).coming_to(Readings::ALL, holds);
    match rule {
        Rule::AllOf { rules } => {
            let mut node = node(TraceKind::AllOf, Message::new("trace.all-of", Vec::new()));
            node.children = several(derivation, rules, of, &id);
            node
        }
        Rule::AnyOf { rules } => {
            let mut node = node(TraceKind::AnyOf, Message::new("trace.any-of", Vec::new()));
            node.children = several(derivation, rules, of, &id);
            node
        }
        Rule::EveryMandatoryComplete { level } => {
            let demands = derivation.questions().iter().map(|derived| {
                let demand = mandatory(derivation, derived.question, *level);
                (demand.readings.holds(Readings::HEADLINE), derived, demand)
            });
            let demands: Vec<_> = demands.collect();
            let asked: Vec<_> = demands.iter().filter(|(asked, ..)| *asked).collect();
            let done = asked.iter().filter(|(_, derived, _)| derived.status.is_done()).count();
            let counts =
                [Argument::count("count", asked.len()), Argument::level(*level), Argument::count("done", done)];
            let says = Message::new("trace.every-mandatory", counts.into());
            let mut node = node(TraceKind::EveryMandatory, says);
            node.level = Some(*level);
            node.children =
                demands.into_iter().map(|(_, derived, demand)| branch(derivation, derived, &demand, &id)).collect();
            node.children.extend(official_count(derivation, *level, &id));
            node
        }
        Rule::EveryQuestionComplete => {
            let questions = derivation.questions();
            let done = questions.iter().filter(|derived| derived.status.is_done()).count();
            let counts = [Argument::count("count", questions.len()), Argument::count("done", done)];
            let says = Message::new("trace.every-question", counts.into());
            let mut node = node(TraceKind::EveryQuestion, says);
            node.children = questions
                .iter()
                .map(|derived| branch(derivation, derived, &listed(derived.question, of), &id))
                .collect();
            node.children.push(catalogue(derivation, &id));
            node
        }
        Rule::LevelMet { level } => TraceNode { id, ..lower_level(derivation, *level, "") },
        Rule::CertificateCurrent { certificate } => certificate_node(derivation, *certificate, node),
    }
}

/// A lower level; its own branch says more.
fn lower_level<'a>(derivation: &Derivation<'a>, level: Level, above: &str) -> TraceNode<'a> {
    let met = derivation.level(level);
    let id = format!("{above}/{}-{level}", TraceKind::LevelMet);
    let sentence = match TraceState::of(Readings::ALL, met) {
        TraceState::Met => "trace.level-met.met",
        TraceState::Undetermined => "trace.level-met.undetermined",
        TraceState::NotMet | TraceState::NotApplied => "trace.level-met.not-met",
    };
    let says = Message::new(sentence, vec![Argument::level(level)]);
    let mut node = TraceNode::new(id, TraceKind::LevelMet, says).coming_to(Readings::ALL, met);
    node.level = Some(level);
    node
}

fn certificate_node<'a>(
    derivation: &Derivation<'a>,
    certificate: Certificate,
    node: impl FnOnce(TraceKind, Message<'a>) -> TraceNode<'a>,
) -> TraceNode<'a> {
    let holding = derivation.assessment().organisation().holding(certificate);
    let named = Argument::word("certificate", "certificate", certificate.as_str());
    let profile = held(holding, derivation.as_of()).within("profile");
    let says = Message::new("trace.certificate", vec![named, profile]);
    let mut node = node(TraceKind::Certificate, says);
    node.pointer = Some(format!("/organisation/{}", certificate.key()));
    node
}

/// Whichever questions are mandatory, there are as many as the toolkit says: so much the lenient reading asks as well.
fn official_count<'a>(derivation: &Derivation<'a>, level: Level, above: &str) -> Option<TraceNode<'a>> {
    let count = derivation.bank().about().count_on(level, derivation.as_of())?;
    let (holds, done) = derivation.official_count(level);
    let says = match count.count.known() {
        Some(official) => {
            let official = Argument::Number { name: "count", value: *official };
            let done = Argument::Number { name: "done", value: done };
            Message::new("trace.official-count", vec![official, Argument::level(level), done])
        }
        None => Message::new("trace.official-count.not-on-record", vec![Argument::level(level)]),
    };
    let asked = if count.count.known().is_some() { Readings::LENIENT } else { Readings::NONE };
    let id = format!("{above}/{}", TraceKind::OfficialCount);
    let mut node =
        TraceNode::new(id, TraceKind::OfficialCount, says).coming_to(asked, holds).by(&count.count.provenance);
    node.level = Some(level);
    Some(node)
}

fn catalogue<'a>(derivation: &Derivation<'a>, above: &str) -> TraceNode<'a> {
    let number = |name, value| Argument::Number { name, value };
    let says = match derivation.bank().catalogue() {
        Catalogue::Whole { listed } => Message::new("trace.catalogue.whole", vec![number("count", listed)]),
        Catalogue::Short { listed, official: Some(official) } => {
            Message::new("trace.catalogue.short", vec![number("count", listed), number("official", official)])
        }
        Catalogue::Short { listed, official: None } => {
            Message::new("trace.catalogue.short-of-unknown", vec![number("count", listed)])
        }
    };
    let id = format!("{above}/{}", TraceKind::Catalogue);
    let node = TraceNode::new(id, TraceKind::Catalogue, says);
    node.coming_to(Readings::ALL, derivation.listed_is_all()).by(&derivation.bank().about().total.provenance)
}
