//! The branch of one question: what asks for it, what might take it away, what was answered, and the rules for that.

use super::node::{TraceKind, TraceNode};
use super::words::{Asked, Idle, condition, given, kind};
use crate::bank::{Certificate, ExemptionGround, Fact, Level, Mandatory, Provenance, Question, Readings};
use crate::evaluation::{Derivation, DerivedQuestion, QuestionStatus, Relief, Step, Subject};
use crate::message::{Argument, Message};

/// Why a question is asked for, or is not.
pub(super) struct Demand<'a> {
    /// The readings in which it is.
    pub(super) readings: Readings,
    /// The fact that says so.
    pub(super) fact: &'a Provenance,
    /// The level whose rule asks.
    pub(super) level: Level,
    /// The demand, or why there is none, in a sentence.
    pub(super) says: Message<'a>,
}

/// Whether a question is mandatory for a level on the day, and why.
pub(super) fn mandatory<'a>(derivation: &Derivation<'a>, question: &'a Question, level: Level) -> Demand<'a> {
    let readings = question.mandatory_readings(level, derivation.as_of());
    let entry = question.mandatory_on(level, derivation.as_of());
    // What holds in another part of the edition explains why nothing does now.
    let elsewhere = question.mandatory.iter().find(|other| {
        other.level == level && !other.covers(derivation.as_of()) && other.mandatory.known() == Some(&true)
    });
    let of_level = |sentence| Message::new(sentence, vec![Argument::level(level)]);
    let says = match (entry.map(|entry| &entry.mandatory), elsewhere) {
        (Some(Fact { value: Some(true), .. }), _) if readings.holds(Readings::HEADLINE) => {
            of_level("trace.demand.mandatory")
        }
        (Some(Fact { value: Some(true), .. }), _) => of_level("trace.demand.not-settled"),
        (Some(Fact { value: None, .. }), _) => of_level("trace.demand.not-on-record"),
        (Some(Fact { value: Some(false), .. }) | None, None) => of_level("trace.demand.not-mandatory"),
        (Some(Fact { value: Some(false), .. }) | None, Some(other)) => Message::new(
            "trace.demand.not-on-this-day",
            vec![Argument::level(level), part_of_the_edition(other).within("only")],
        ),
    };
    let fact = entry.or(elsewhere).map_or(&question.listed, |entry| &entry.mandatory.provenance);
    Demand { readings, fact, level, says }
}

fn part_of_the_edition(entry: &Mandatory) -> Message<'static> {
    let date = |name, value| Argument::Date { name, value };
    match (entry.from, entry.until.and_then(|until| until.pred_opt())) {
        (Some(from), Some(last)) => {
            Message::new("trace.only.from-until", vec![date("from", from), date("until", last)])
        }
        (Some(from), None) => Message::new("trace.only.from", vec![date("from", from)]),
        (None, Some(last)) => Message::new("trace.only.until", vec![date("until", last)]),
        (None, None) => Message::new("trace.only.other-times", Vec::new()),
    }
}

/// Where a rule asks for every question, that the edition has the question is what asks.
pub(super) fn listed(question: &Question, level: Level) -> Demand<'_> {
    let readings = question.listed.certainty.as_requirement();
    let is_settled = readings.holds(Readings::HEADLINE);
    let sentence = if is_settled { "trace.demand.listed" } else { "trace.demand.listed-not-settled" };
    Demand { readings, fact: &question.listed, level, says: Message::new(sentence, Vec::new()) }
}

/// The branch of a question below a rule.
pub(super) fn branch<'a>(
    derivation: &Derivation<'a>,
    derived: &DerivedQuestion<'a>,
    demand: &Demand<'a>,
    above: &str,
) -> TraceNode<'a> {
    let question = derived.question;
    let id = format!("{above}/{}", question.code);
    let comes_to = comes_to(derived, demand.readings);
    let says = Message::new(
        "trace.question",
        vec![
            Argument::Question { name: "question", value: question.code },
            Argument::quoted("title", Some(question.code), &question.title),
            Message::new(comes_to, Vec::new()).within("comesTo"),
            demand.says.clone().within("demand"),
        ],
    );
    let mut node =
        TraceNode::new(id, TraceKind::Question, says).coming_to(demand.readings, derived.done).by(demand.fact);
    node.level = Some(demand.level);
    node.question = Some(question.code);
    node.status = Some(derived.status);
    node.pointer = Some(format!("/responses/{}", question.code));
    // What nothing asks for needs no more explanation.
    if demand.readings == Readings::NONE {
        return node;
    }
    node.findings.extend_from_slice(&derived.besides);
    let asked = Asked {
        bank: derivation.bank(),
        assessment: derivation.assessment(),
        as_of: derivation.as_of(),
        question,
        response: derived.response,
    };
    let relieved = derived.steps.iter().fold(Readings::NONE, |relieved, step| match step.subject {
        Subject::Relief(_) => relieved.or(step.holds),
        Subject::Rule(_) => relieved,
    });
    let mut children: Vec<TraceNode<'a>> =
        derived.response.map(|response| said(&node, given(response))).into_iter().collect();
    children.extend(derived.steps.iter().filter_map(|step| child(&asked, &node, step, relieved)));
    if let Some(fact) = question.needed_when.as_ref().filter(|fact| fact.value.is_none()) {
        children.push(relief(&asked, &node, Relief::NotNeeded { fact, found: None }, Readings::NONE));
    }
    node.children = children;
    node
}

/// What a question comes to: the name of the words for it.
fn comes_to(derived: &DerivedQuestion<'_>, demanded: Readings) -> &'static str {
    match derived.status {
        QuestionStatus::Complete => "trace.comes-to.complete",
        QuestionStatus::NotApplicable => "trace.comes-to.not-applicable",
        QuestionStatus::Exempt => "trace.comes-to.exempt",
        QuestionStatus::Incomplete => "trace.comes-to.incomplete",
        QuestionStatus::Unanswered if demanded == Readings::NONE => "trace.comes-to.blank",
        QuestionStatus::Unanswered => "trace.comes-to.unanswered",
    }
}

fn said<'a>(question: &TraceNode<'a>, says: Message<'a>) -> TraceNode<'a> {
    let mut node = TraceNode::new(format!("{}/response", question.id), TraceKind::Response, says);
    node.question = question.question;
    node.pointer.clone_from(&question.pointer);
    node
}

fn child<'a>(
    asked: &Asked<'a>,
    question: &TraceNode<'a>,
    step: &Step<'a>,
    relieved: Readings,
) -> Option<TraceNode<'a>> {
    let rule = match step.subject {
        Subject::Relief(of) => return Some(relief(asked, question, of, step.holds)),
        Subject::Rule(rule) => rule,
    };
    let id = format!("{}/{}", question.id, kind(rule));
    let is_quiet = step.findings.is_empty() && step.set_aside.is_empty() && step.holds == Readings::ALL;
    let mut node = match asked.idle(rule).filter(|_| is_quiet) {
        Some(Idle::Silent) => return None,
        Some(Idle::Because(says, fact)) => {
            TraceNode::new(id, kind(rule), says).coming_to(Readings::NONE, Readings::ALL).by(fact)
        }
        None => {
            let node = TraceNode::new(id, kind(rule), asked.rule(rule, step)).coming_to(relieved.not(), step.holds);
            // What is not settled decides more than what is.
            match step.open_facts.first().map(|(_, fact)| *fact).or_else(|| asked.fact(rule)) {
                Some(fact) => node.by(fact),
                None => node,
            }
        }
    };
    node.question = question.question;
    node.pointer.clone_from(&question.pointer);
    node.findings.clone_from(&step.findings);
    if let Some(finding) = node.findings.first() {
        node.pointer = Some(finding.pointer());
    }
    Some(node)
}

/// Something that might take the question away.
fn relief<'a>(asked: &Asked<'a>, question: &TraceNode<'a>, of: Relief<'a>, holds: Readings) -> TraceNode<'a> {
    let (slug, kind, says, fact, pointer) = match of {
        Relief::Exemption(exemption) => {
            let key = match exemption.by {
                ExemptionGround::CyberEssentialsPlus => Certificate::CyberEssentialsPlus.key(),
                ExemptionGround::NhsmailOnly => "nhsmail",
            };
            (
                format!("exemption-{}", exemption.by),
                TraceKind::Exemption,
                asked.exemption(exemption, holds),
                &exemption.exempts.provenance,
                // What takes nothing away looks at nothing.
                (exemption.exempts.value == Some(true)).then(|| format!("/organisation/{key}")),
            )
        }
        Relief::NotNeeded { fact, found } => (
            TraceKind::NeededWhen.to_string(),
            TraceKind::NeededWhen,
            condition(fact, found),
            &fact.provenance,
            fact.value.map(|condition| format!("/responses/{}", condition.found)),
        ),
    };
    let mut node = TraceNode::new(format!("{}/{slug}", question.id), kind, says).coming_to(holds, holds).by(fact);
    node.question = question.question;
    node.pointer = pointer;
    node
}
