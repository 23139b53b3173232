//! The trace and the evaluation never disagree, and each branch follows from those below it.

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use dspt::{LevelState, TraceKind, TraceNode, TraceState, evaluate, trace};

use crate::properties::cases;

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 128,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/trace_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

fn state(of: LevelState) -> TraceState {
    match of {
        LevelState::Met => TraceState::Met,
        LevelState::Undetermined => TraceState::Undetermined,
        LevelState::NotMet => TraceState::NotMet,
    }
}

/// Whether a node plays its part in favour of what is above it, in one reading.
fn holds(state: Option<TraceState>) -> bool {
    matches!(state, Some(TraceState::Met | TraceState::NotApplied) | None)
}

/// What a node comes to in the best, the strict and the lenient reading.
fn readings(node: &TraceNode<'_>) -> [Option<TraceState>; 3] {
    [node.state, node.strictly(), node.leniently()]
}

/// Whether what is below a node comes to what the node says, reading by reading.
fn follows_from_its_children(node: &TraceNode<'_>) -> bool {
    let all = |at: usize| node.children.iter().all(|child| holds(readings(child)[at]));
    let any = |at: usize| node.children.iter().any(|child| readings(child)[at] == Some(TraceState::Met));
    (0..3).all(|at| {
        let own = readings(node)[at];
        match node.kind {
            TraceKind::AllOf | TraceKind::EveryMandatory | TraceKind::EveryQuestion | TraceKind::RuleReading => {
                holds(own) == all(at)
            }
            TraceKind::AnyOf => holds(own) == any(at),
            // A question is done where something takes it away or no rule stands against its answer.
            TraceKind::Question if !node.children.is_empty() => {
                let takes_away = |kind| matches!(kind, TraceKind::Exemption | TraceKind::NeededWhen);
                let relieved = node
                    .children
                    .iter()
                    .any(|child| takes_away(child.kind) && readings(child)[at] == Some(TraceState::Met));
                let rules = node.children.iter().filter(|child| !takes_away(child.kind));
                let kept = rules.into_iter().all(|child| holds(readings(child)[at]));
                own == Some(TraceState::NotApplied) || (own == Some(TraceState::Met)) == (relieved || kept)
            }
            _ => true,
        }
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn the_trace_agrees_with_the_evaluation((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let trace = trace(bank, &assessment, as_of);
        prop_assert_eq!(trace.level, evaluation.level());
        prop_assert_eq!(&trace.verdict, evaluation.verdict());
        prop_assert_eq!(&trace.findings, evaluation.profile_findings());
        prop_assert_eq!(trace.levels.len(), evaluation.levels().len());
        for (node, outcome) in trace.levels.iter().zip(evaluation.levels()) {
            prop_assert_eq!(node.level, Some(outcome.level));
            prop_assert_eq!(node.state, Some(state(outcome.state)));
            prop_assert_eq!(node.strictly(), Some(state(outcome.strictly)));
            prop_assert_eq!(node.leniently(), Some(state(outcome.leniently)));
        }
        for node in trace.levels.iter().flat_map(TraceNode::walk).filter(|node| node.kind == TraceKind::Question) {
            let outcome = evaluation.question(node.question.expect("a code")).expect("a question of the bank");
            prop_assert_eq!(node.status, Some(outcome.status));
            // Where a question is asked for it stands in the way exactly when it is not done.
            if node.state != Some(TraceState::NotApplied) {
                prop_assert_eq!(node.is_open(), !outcome.status.is_done(), "{}", node.id);
            }
        }
    }

    #[test]
    fn every_finding_of_the_evaluation_is_in_the_trace((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let trace = trace(bank, &assessment, as_of);
        for outcome in evaluation.questions() {
            let branch = trace.levels.iter().flat_map(TraceNode::walk).find(|node| {
                node.kind == TraceKind::Question && node.question == Some(outcome.question.code) && !node.children.is_empty()
            });
            let Some(branch) = branch else { continue };
            let told: Vec<_> = branch.walk().flat_map(|node| &node.findings).collect();
            let found = evaluation.findings_of(outcome);
            prop_assert_eq!(told.len(), found.len(), "{}", branch.id);
            prop_assert!(found.iter().all(|finding| told.contains(&finding)), "{}", branch.id);
        }
    }

    #[test]
    fn each_branch_follows_from_those_below_it((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let trace = trace(bank, &assessment, as_of);
        for node in trace.levels.iter().flat_map(TraceNode::walk) {
            prop_assert!(follows_from_its_children(node), "{}", node.id);
        }
    }

    #[test]
    fn ids_are_paths_and_stand_for_one_branch_each((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let trace = trace(bank, &assessment, as_of);
        let mut seen = std::collections::BTreeSet::new();
        for node in trace.levels.iter().flat_map(TraceNode::walk) {
            prop_assert!(seen.insert(node.id.as_str()), "{} stands twice", node.id);
            prop_assert!(!node.says.is_empty());
            for child in &node.children {
                prop_assert!(child.id.starts_with(&format!("{}/", node.id)), "{} below {}", child.id, node.id);
            }
        }
    }
}
