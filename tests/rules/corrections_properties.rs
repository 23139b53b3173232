//! What corrections that only confirm do to verdicts: tried on random facts of every edition and random assessments.

use std::collections::BTreeMap;

use dspt::{Certainty, FactName, Level, QuestionBank, Verdict, evaluate};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::corrections::{confirm, corrections};
use crate::properties::cases;

/// The levels in the strict and in the lenient reading.
fn bounds(verdict: &Verdict<'_>, level: Option<Level>) -> (Option<Level>, Option<Level>) {
    match verdict {
        Verdict::Confirmed => (level, level),
        Verdict::Inferred { strictly, leniently, .. } => (*strictly, *leniently),
    }
}

/// The bank with some of its facts confirmed, or the bank itself where that is refused: a question of 2021-22 is
/// entered as possibly mandatory, and to confirm that takes another count.
fn confirmed(bank: &'static QuestionBank, chosen: &[bool], even_unknown: bool) -> Option<(QuestionBank, Vec<String>)> {
    let facts = bank.facts().into_iter().zip(chosen.iter().cycle());
    let facts =
        facts.filter(|(fact, chosen)| **chosen && (even_unknown || fact.provenance.certainty != Certainty::Unknown));
    let facts: Vec<String> = facts.map(|(fact, _)| fact.address.to_string()).collect();
    let addresses: Vec<&str> = facts.iter().map(String::as_str).collect();
    match bank.corrected_by(&corrections(&bank.id().to_string(), &confirm(&addresses))) {
        Ok(corrected) => Some((corrected, facts)),
        Err(error) => {
            assert!(even_unknown && bank.id().first_year() == 2021, "{error}");
            assert!(error.mistakes().iter().all(|mistake| mistake.code() == "count-differs"), "{error}");
            None
        }
    }
}

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/corrections_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_only_confirms_never_makes_a_verdict_less_sure(
        (bank, answers, as_of) in cases(),
        chosen in prop::collection::vec(any::<bool>(), 1..400),
        even_unknown in any::<bool>(),
    ) {
        if let Some((corrected, _)) = confirmed(bank, &chosen, even_unknown) {
            let assessment = answers.assessment();
            let (before, after) = (evaluate(bank, &assessment, as_of), evaluate(&corrected, &assessment, as_of));
            let (low, high) = bounds(before.verdict(), before.level());
            let (new_low, new_high) = bounds(after.verdict(), after.level());
            prop_assert!(low <= new_low && new_high <= high, "{low:?}..{high:?} became {new_low:?}..{new_high:?}");
            if *before.verdict() == Verdict::Confirmed {
                prop_assert_eq!(after.verdict(), &Verdict::Confirmed);
                prop_assert_eq!(after.level(), before.level());
            }
            if !even_unknown {
                prop_assert_eq!(after.level(), before.level(), "the best reading holds what is inferred already");
            }
        }
    }

    #[test]
    fn what_only_confirms_never_makes_a_finding_less_sure(
        (bank, answers, as_of) in cases(),
        chosen in prop::collection::vec(any::<bool>(), 1..400),
    ) {
        let (corrected, _) = confirmed(bank, &chosen, false).expect("nothing unknown is confirmed");
        let assessment = answers.assessment();
        let (before, after) = (evaluate(bank, &assessment, as_of), evaluate(&corrected, &assessment, as_of));
        let found = |evaluation: &dspt::Evaluation<'_>| -> BTreeMap<_, _> {
            let findings = evaluation.findings();
            findings.map(|finding| ((finding.pointer(), finding.code(), finding.message()), finding.certainty())).collect()
        };
        let (before, after) = (found(&before), found(&after));
        prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (finding, certainty) in before {
            prop_assert!(after[&finding] <= certainty, "{finding:?}");
        }
    }

    #[test]
    fn a_verdict_hangs_on_nothing_that_is_confirmed(
        (bank, answers, as_of) in cases(),
        chosen in prop::collection::vec(any::<bool>(), 1..400),
    ) {
        let (corrected, facts) = confirmed(bank, &chosen, false).expect("nothing unknown is confirmed");
        let confirmed: Vec<_> = corrected.facts().into_iter().filter(|fact| facts.contains(&fact.address.to_string())).map(|fact| fact.provenance).collect();
        let assessment = answers.assessment();
        if let Verdict::Inferred { hangs_on, .. } = evaluate(&corrected, &assessment, as_of).verdict() {
            // The catalogue stands for the questions that the bank does not list, however sure their number is.
            for dependency in hangs_on.iter().filter(|dependency| dependency.fact != FactName::Catalogue) {
                prop_assert_ne!(dependency.certainty, Certainty::Confirmed);
                prop_assert!(confirmed.iter().all(|fact| !std::ptr::eq(fact.sources.as_slice(), dependency.sources)));
            }
        }
    }
}
