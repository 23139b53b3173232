//! What a rule asks for, as a part of a message.

use crate::bank::Rule;
use crate::message::{Argument, Message};

pub(super) fn asks_for(rule: &Rule) -> Message<'static> {
    match rule {
        Rule::AllOf { rules } => joined(rules, "rule.all-of"),
        Rule::AnyOf { rules } => joined(rules, "rule.any-of"),
        Rule::EveryMandatoryComplete { level } => Message::new("rule.every-mandatory", vec![Argument::level(*level)]),
        Rule::EveryQuestionComplete => Message::new("rule.every-question", Vec::new()),
        Rule::LevelMet { level } => Message::new("rule.level-met", vec![Argument::level(*level)]),
        Rule::CertificateCurrent { certificate } => {
            let certificate = Argument::word("certificate", "certificate", certificate.as_str());
            Message::new("rule.certificate", vec![certificate])
        }
    }
}

fn joined(rules: &[Rule], sentence: &'static str) -> Message<'static> {
    match rules {
        [] => Message::new("rule.nothing", Vec::new()),
        [only] => asks_for(only),
        [first, others @ ..] => {
            let others = joined(others, sentence).within("others");
            Message::new(sentence, vec![asks_for(first).within("rule"), others])
        }
    }
}
