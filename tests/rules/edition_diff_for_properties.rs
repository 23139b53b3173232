//! What holds of every diff for an organisation, tried on random assessments of every edition.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use dspt::{
    Assessment, EditionDiff, NaiveDate, Origin, QuestionBank, QuestionCode, QuestionStatus, Response, carry_over, diff,
    diff_for, evaluate,
};

use crate::common::bank;
use crate::edition_diff::EDITIONS;
use crate::properties::cases;

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 192,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/edition_diff_for_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

/// Each change with the question it is about.
fn changes(diff: &EditionDiff) -> Vec<(String, String)> {
    let of_edition = diff.edition.iter().map(|change| (String::new(), change.message().to_owned()));
    let of_questions = diff.questions.iter().flat_map(|question| {
        let named = format!("{:?} {:?}", question.old, question.new);
        question.changes.iter().map(move |change| (named.clone(), change.message().to_owned()))
    });
    of_edition.chain(of_questions).collect()
}

/// The places of the changes in the diff of two editions that touch an organisation: what the two directions share.
fn places(whole: &EditionDiff, touching: &EditionDiff) -> BTreeSet<String> {
    let touching = changes(touching);
    let is_there = |change: &&(String, String)| touching.contains(change);
    let forward = whole.from <= whole.to;
    let mut places = BTreeSet::new();
    for (at, change) in whole.edition.iter().enumerate() {
        if is_there(&&(String::new(), change.message().to_owned())) {
            places.insert(format!("edition {at}"));
        }
    }
    for question in &whole.questions {
        let (old, new) = if forward { (question.old, question.new) } else { (question.new, question.old) };
        for (at, change) in question.changes.iter().enumerate() {
            let named = format!("{:?} {:?}", question.old, question.new);
            if is_there(&&(named, change.message().to_owned())) {
                places.insert(format!("{old:?} {new:?} {at}"));
            }
        }
    }
    places
}

/// The same answers, each given for the edition.
fn as_if_confirmed(assessment: &Assessment) -> Assessment {
    let given =
        |(code, response): (QuestionCode, &Response)| (code, Response { origin: Origin::Given, ..response.clone() });
    let responses: Vec<_> = assessment.responses().map(given).collect();
    Assessment::new(
        assessment.edition(),
        assessment.organisation().clone(),
        assessment.publications().clone(),
        responses,
    )
}

fn status(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate, code: QuestionCode) -> QuestionStatus {
    evaluate(bank, assessment, as_of).question(code).expect("it is listed").status
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_touches_is_a_part_of_the_diff_and_the_rest_is_counted(
        (own, answers, as_of) in cases(), other in select(EDITIONS.to_vec())
    ) {
        let other = bank(other);
        let assessment = answers.assessment();
        for (from, to) in [(own, other), (other, own)] {
            let (whole, touching) = (diff(from, to).expect("on record"), diff_for(from, to, &assessment, as_of).expect("its own"));
            let (all, some) = (changes(&whole), changes(&touching));
            prop_assert!(some.iter().all(|change| all.contains(change)));
            let organisation = touching.organisation.as_ref().expect("an organisation");
            let left_out: u32 = organisation.left_out.iter().map(|entry| entry.count).sum();
            prop_assert_eq!(some.len() + left_out as usize, all.len());
            let touches = touching.questions.iter().flat_map(|question| &question.changes).map(|change| &change.touches);
            for touch in touches.chain(touching.edition.iter().map(|change| &change.touches)) {
                let message = &touch.as_ref().expect("it says how").message;
                prop_assert!(message.ends_with('.') && !message.contains("  "), "{}", message);
            }
            prop_assert!(whole.questions.iter().flat_map(|question| &question.changes).all(|change| change.touches.is_none()));
        }
    }

    #[test]
    fn the_way_back_touches_by_the_same_changes((own, answers, as_of) in cases(), other in select(EDITIONS.to_vec())) {
        let other = bank(other);
        let assessment = answers.assessment();
        let there = (diff(own, other).expect("on record"), diff_for(own, other, &assessment, as_of).expect("its own"));
        let back = (diff(other, own).expect("on record"), diff_for(other, own, &assessment, as_of).expect("its own"));
        prop_assert_eq!(places(&there.0, &there.1), places(&back.0, &back.1));
        let (one, other) = (there.1.organisation.expect("one"), back.1.organisation.expect("one"));
        prop_assert_eq!(one.level_before, other.level_after);
        prop_assert_eq!(one.level_after, other.level_before);
        prop_assert_eq!((one.to_confirm, one.left_behind), (other.to_confirm, other.left_behind));
    }

    #[test]
    fn a_status_that_differs_is_explained_by_a_change_or_by_confirmation_alone(
        (old, answers, as_of) in cases(), to in select(EDITIONS.to_vec())
    ) {
        let new = bank(to);
        prop_assume!(new.id() > old.id());
        let assessment = answers.assessment();
        let carried = carry_over(&assessment, new.id(), as_of).expect("a later edition").assessment;
        let supposed = (as_if_confirmed(&assessment), as_if_confirmed(&carried));
        let touching = diff_for(old, new, &assessment, as_of).expect("its own");
        let whole = diff(old, new).expect("on record");
        for question in new.questions() {
            // The question of the older edition, where it has one: by the diff, or by the code where nothing changed.
            let told = whole.questions.iter().find(|one| one.new == Some(question.code));
            let former = told.map_or(Some(question.code), |one| one.old);
            let Some(former) = former.filter(|code| old.question(*code).is_some()) else { continue };
            let (before, after) = (status(old, &assessment, as_of, former), status(new, &carried, as_of, question.code));
            if before == after {
                continue;
            }
            let by_rules = (
                status(old, &supposed.0, as_of, former),
                status(new, &supposed.1, as_of, question.code),
            );
            let deciding = question.needed_when.as_ref().and_then(|fact| fact.known()).map(|needed| needed.found);
            let is_touched = touching.questions.iter().any(|one| {
                one.new == Some(question.code) || deciding.is_some() && one.new == deciding
            });
            prop_assert!(
                by_rules.0 == by_rules.1 || is_touched,
                "{former} to {}: {before} to {after}, by the rules {by_rules:?}",
                question.code
            );
        }
    }
}
