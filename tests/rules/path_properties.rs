//! What holds of every path, reach and what-if, tried on random assessments of every edition.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use dspt::{
    Aim, Alteration, Assessment, Level, NaiveDate, Path, PathState, Prospect, Purpose, QuestionBank, ReachReport, Role,
    Step, Submission, evaluate, level, path_to, publish, what_if,
};

use crate::common::day;
use crate::properties::cases;

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/path_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

fn levels() -> impl Strategy<Value = Level> {
    select(Level::ALL.to_vec())
}

fn after<'s>(assessment: &Assessment, steps: impl IntoIterator<Item = &'s Step>) -> Assessment {
    steps.into_iter().fold(assessment.clone(), |assessment, step| step.apply(&assessment))
}

/// Whether an assessment is where a path leads.
fn arrives(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate, path: &Path) -> bool {
    match path.purpose {
        Purpose::Reach => level(bank, assessment, as_of) >= Some(path.level),
        Purpose::Publication => {
            let submission = Submission { level: path.level, by: Role::AdministratorMember, sites: &[] };
            publish(&evaluate(bank, assessment, as_of), &submission).is_ok()
        }
    }
}

/// All steps lead to the aim, and all but any one of them do not.
fn assert_leads(
    bank: &QuestionBank,
    assessment: &Assessment,
    as_of: NaiveDate,
    path: &Path,
) -> Result<(), TestCaseError> {
    match path.state {
        PathState::NoWay => {
            prop_assert!(path.steps.is_empty() && path.alternatives.is_empty() && !path.against.is_empty());
            return Ok(());
        }
        PathState::Reached => prop_assert!(path.steps.is_empty()),
        PathState::Open => prop_assert!(!path.steps.is_empty()),
    }
    prop_assert!(arrives(bank, &after(assessment, &path.steps), as_of, path), "all steps");
    for left_out in 0..path.steps.len() {
        let others = path.steps.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, step)| step);
        let name = &path.steps[left_out].title;
        prop_assert!(!arrives(bank, &after(assessment, others), as_of, path), "without {name}");
    }
    for step in &path.steps {
        prop_assert!(!step.grounds.is_empty(), "{}", step.title);
    }
    Ok(())
}

/// An alternative leads to the level too, with its step in place of those it names.
fn assert_alternatives(
    bank: &QuestionBank,
    assessment: &Assessment,
    as_of: NaiveDate,
    path: &Path,
) -> Result<(), TestCaseError> {
    for alternative in &path.alternatives {
        let falls_away = |step: &&Step| {
            step.question.is_some_and(|code| alternative.instead_of.contains(&code))
                || step.question.is_some() && step.question == alternative.step.question
        };
        let kept: Vec<&Step> = path.steps.iter().filter(|step| !falls_away(step)).collect();
        prop_assert!(kept.len() < path.steps.len(), "{}", alternative.message);
        let other = after(assessment, kept.into_iter().chain([&alternative.step]));
        prop_assert!(level(bank, &other, as_of) >= Some(path.level), "{}", alternative.message);
    }
    Ok(())
}

proptest! {
    #![proptest_config(settings(128))]

    #[test]
    fn all_steps_of_a_path_lead_there_and_all_but_any_one_do_not((bank, answers, as_of) in cases(), to in levels()) {
        let assessment = answers.assessment();
        let path = path_to(bank, &assessment, as_of, to);
        assert_leads(bank, &assessment, as_of, &path)?;
        assert_alternatives(bank, &assessment, as_of, &path)?;
        let order: Vec<_> = path.steps.iter().map(|step| (step.effort, usize::MAX - step.serves.len())).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn a_path_to_a_publication_leads_to_one((bank, answers, as_of) in cases(), to in levels()) {
        let assessment = answers.assessment();
        let path = path_to(bank, &assessment, as_of, Aim::to_publish(to));
        assert_leads(bank, &assessment, as_of, &path)?;
    }

    #[test]
    fn a_path_is_shorter_than_no_other_only_where_the_level_is_lower((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let paths = Level::ALL.iter().map(|level| path_to(bank, &assessment, as_of, *level));
        let lengths: Vec<_> = paths.filter(|path| path.state != PathState::NoWay).map(|path| path.steps.len()).collect();
        // A certificate for a higher level may take several questions away at once.
        let lower: Vec<_> = lengths.iter().take(2).collect();
        prop_assert!(lower.is_sorted(), "{lengths:?}");
    }

    #[test]
    fn what_if_of_nothing_changes_nothing((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let difference = what_if(bank, &assessment, as_of, &[]).expect("nothing can be supposed");
        prop_assert!(difference.is_empty(), "{difference:?}");
        let same: Vec<Alteration> = assessment
            .responses()
            .map(|(question, response)| Alteration::Answer { question, response: response.clone() })
            .chain([Alteration::Day { as_of }])
            .collect();
        prop_assert!(what_if(bank, &assessment, as_of, &same).expect("what is so can be supposed").is_empty());
    }

    #[test]
    fn what_if_of_a_path_is_what_the_path_leads_to((bank, answers, as_of) in cases(), to in levels()) {
        let assessment = answers.assessment();
        let path = path_to(bank, &assessment, as_of, to);
        let alterations: Vec<Alteration> = path.steps.iter().map(|step| step.alteration.clone()).collect();
        let difference = what_if(bank, &assessment, as_of, &alterations).expect("steps can be supposed");
        prop_assert_eq!(difference.is_empty(), path.steps.is_empty());
        if path.state != PathState::NoWay {
            prop_assert!(difference.after.level >= Some(to));
        }
        let questions = path.steps.iter().filter_map(|step| step.question);
        for question in questions {
            prop_assert!(difference.statuses.iter().any(|change| change.question == question), "{question}");
        }
    }

    /// There and back, each difference is the mirror image of the other.
    #[test]
    fn what_if_is_the_same_seen_from_either_side((bank, answers, as_of) in cases(), at in 0_usize..60) {
        let assessment = answers.assessment();
        let question = bank.questions().nth(at % bank.questions().len()).expect("a question").code;
        let without = Alteration::NoAnswer { question };
        let there = what_if(bank, &assessment, as_of, std::slice::from_ref(&without)).expect("a listed question");
        let poorer = without.apply(&assessment);
        let back = assessment.response(question).map(|response| Alteration::Answer { question, response: response.clone() });
        let back = what_if(bank, &poorer, as_of, back.as_slice()).expect("a listed question");
        prop_assert_eq!((&there.before, &there.after), (&back.after, &back.before));
        prop_assert_eq!((&there.gone, &there.new), (&back.new, &back.gone));
    }

    #[test]
    fn another_day_is_the_evaluation_of_that_day(
        (bank, answers, as_of) in cases(),
        on in select(vec!["2022-06-09", "2024-01-01", "2026-06-30"]),
    ) {
        let (assessment, on) = (answers.assessment(), day(on));
        let difference = what_if(bank, &assessment, as_of, &[Alteration::Day { as_of: on }]).expect("a day");
        prop_assert_eq!(difference.after.level, level(bank, &assessment, on));
        prop_assert_eq!(difference.after.as_of, on);
    }

    #[test]
    fn what_decides_a_level_is_open_and_what_closes_it_is_not((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let report = ReachReport::of(&evaluation);
        for (reach, outcome) in report.levels.iter().zip(evaluation.levels()) {
            match reach.prospect {
                Prospect::Certain => prop_assert!(reach.decided_by.is_empty() && reach.closed_by.is_empty()),
                // Everything that blocks an open level is open itself.
                Prospect::Open => prop_assert_eq!(&reach.decided_by, &outcome.blockers),
                Prospect::Closed => prop_assert!(!reach.closed_by.is_empty(), "{:?}", outcome),
            }
        }
    }
}
