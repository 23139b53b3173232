//! What holds of every timeline: between two days that it names nothing changes, and its last day is the evaluation's.

use chrono::Days;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use dspt::{
    Answer, Assessment, Evaluation, Holding, LevelState, NaiveDate, Origin, QuestionBank, QuestionCode, QuestionStatus,
    ValidityPolicy, Verdict, evaluate, status, timeline,
};

use crate::common::{Answers, bank, day};
use crate::properties::cases;
use crate::random_submissions::any_history;

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/timeline_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

/// Everything about a verdict that must stay between two days that are named.
type Verdicts = (Vec<(LevelState, LevelState, LevelState)>, Vec<QuestionStatus>, bool);

fn verdicts(evaluation: &Evaluation<'_>) -> Verdicts {
    let levels = evaluation.levels().iter().map(|level| (level.state, level.strictly, level.leniently));
    let statuses = evaluation.questions().iter().map(|outcome| outcome.status);
    (levels.collect(), statuses.collect(), *evaluation.verdict() == Verdict::Confirmed)
}

/// Walks day by day: the verdict changes on the days that the timeline names, and on no other.
#[track_caller]
fn assert_changes_on_the_days_named_alone(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate) {
    let found = timeline(bank, assessment, as_of, ValidityPolicy::TwelveMonths).answers;
    let named: Vec<NaiveDate> = found.changes.iter().map(|change| change.verdict.day).collect();
    assert!(named.is_sorted_by(|a, b| a < b), "{named:?}");
    let first = evaluate(bank, assessment, found.from);
    assert_eq!(found.at_first.level, first.level());
    let mut before = verdicts(&first);
    let mut changed = Vec::new();
    for on in found.from.iter_days().skip(1).take_while(|on| *on <= found.until) {
        let evaluation = evaluate(bank, assessment, on);
        let now = verdicts(&evaluation);
        if now != before {
            changed.push(on);
            let change = found.changes.iter().find(|change| change.verdict.day == on);
            let change = change.unwrap_or_else(|| panic!("the verdict changes on {on}, which is not named"));
            assert_eq!(change.verdict.level, evaluation.level());
            assert!(!change.why.is_empty(), "{on} has a reason");
        }
        before = now;
    }
    assert_eq!(named, changed);
}

#[test]
fn between_two_days_named_the_verdict_on_each_example_stays() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/assessments");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the examples") {
        let text = std::fs::read_to_string(entry.expect("a file").path()).expect("text");
        let assessment = Assessment::from_json(text).expect("an assessment");
        let bank = assessment.built_in_bank().expect("a bank");
        let deadline = bank.about().deadline.value.expect("a deadline");
        assert_changes_on_the_days_named_alone(bank, &assessment, deadline);
        count += 1;
    }
    assert_eq!(count, 10);
}

/// How an answer depends on the day.
#[derive(Debug, Clone, Copy)]
enum Clock {
    Reviewed(u64),
    Expires(u64),
    Reconfirmed(u64),
}

fn clocks() -> impl Strategy<Value = Vec<(usize, Clock)>> {
    let clock = prop_oneof![
        (0_u64..1_000).prop_map(Clock::Reviewed),
        (0_u64..1_000).prop_map(Clock::Expires),
        (0_u64..1_000).prop_map(Clock::Reconfirmed),
    ];
    prop::collection::vec((0_usize..60, clock), 0..30)
}

/// Answers whose dates lie around the edition, from a year and a half before its opening on.
fn wind_up(answers: &mut Answers, clocks: &[(usize, Clock)]) {
    let bank = bank(&answers.edition.to_string());
    let start = bank.about().opening.value.expect("an opening").earliest - Days::new(550);
    let codes: Vec<QuestionCode> = bank.questions().map(|question| question.code).collect();
    let from = answers.edition.before().expect("an edition before");
    for (at, clock) in clocks {
        let Some(response) = answers.responses.get_mut(&codes[at % codes.len()]) else { continue };
        match *clock {
            Clock::Reviewed(days) => response.reviewed_on = Some(start + Days::new(days)),
            Clock::Reconfirmed(days) => {
                let reconfirmed_on = Some(start + Days::new(days));
                response.origin = Origin::CarriedOver { from, reconfirmed_on };
            }
            Clock::Expires(days) => {
                if let Answer::Document { documents } = &mut response.answer {
                    for document in documents {
                        document.expires_on = Some(start + Days::new(days));
                    }
                }
            }
        }
    }
}

/// The properties below say something only if verdicts do change by themselves.
#[test]
fn of_random_assessments_most_change_by_themselves() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let changing = (0..40).filter(|_| {
        let ((bank, mut answers, _), clocks) = (cases(), clocks()).new_tree(&mut runner).expect("a case").current();
        wind_up(&mut answers, &clocks);
        let deadline = bank.about().deadline.value.expect("a deadline");
        let assessment = answers.assessment();
        !timeline(bank, &assessment, deadline, ValidityPolicy::TwelveMonths).answers.changes.is_empty()
    });
    assert!(changing.count() > 20);
}

proptest! {
    #![proptest_config(settings(16))]

    #[test]
    fn between_two_days_named_the_verdict_stays(
        (bank, mut answers, as_of) in cases(), clocks in clocks(), certificate in (0_u64..900, 0_u64..400)
    ) {
        wind_up(&mut answers, &clocks);
        let issued_on = bank.about().opening.value.expect("an opening").earliest - Days::new(400) + Days::new(certificate.0);
        let expires_on = issued_on + Days::new(certificate.1);
        answers.organisation.cyber_essentials_plus = Some(Holding::Yes { issued_on, expires_on });
        // A day far from the edition would only make the walk longer.
        let opening = bank.about().opening.value.expect("an opening").earliest;
        let as_of = as_of.clamp(opening, opening + Days::new(365));
        assert_changes_on_the_days_named_alone(bank, &answers.assessment(), as_of);
    }
}

proptest! {
    #![proptest_config(settings(128))]

    #[test]
    fn replay_of_today_is_the_evaluation((bank, mut answers, as_of) in cases(), clocks in clocks()) {
        wind_up(&mut answers, &clocks);
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let found = timeline(bank, &assessment, as_of, ValidityPolicy::TwelveMonths);
        prop_assert_eq!((found.today.day, found.today.level), (as_of, evaluation.level()));
        // What the timeline says of the day, without having been asked for that day in particular.
        let until_then = found.answers.changes.iter().rev().find(|change| change.verdict.day <= as_of);
        let verdict = until_then.map_or(&found.answers.at_first, |change| &change.verdict);
        prop_assert_eq!(verdict.level, evaluation.level());
        prop_assert_eq!(verdict.certainty, found.today.certainty);
        prop_assert_eq!(verdict.certainty == dspt::Certainty::Confirmed, *evaluation.verdict() == Verdict::Confirmed);
    }

    #[test]
    fn periods_cover_every_day_and_say_what_was_published(
        history in any_history(), days in 0_u64..2_600, policy in select(ValidityPolicy::ALL)
    ) {
        let as_of = day("2021-01-01") + Days::new(days);
        let answers = Answers::none("2024-25");
        let assessment = Assessment::new(answers.edition, answers.organisation, history.clone(), []);
        let bank = bank("2024-25");
        let found = timeline(bank, &assessment, as_of, policy);
        let mut periods = found.periods.iter().peekable();
        prop_assert_eq!(found.periods.last().map(|period| period.until), Some(as_of));
        while let Some(period) = periods.next() {
            prop_assert!(period.from <= period.until);
            if let Some(next) = periods.peek() {
                prop_assert_eq!(period.until.succ_opt(), Some(next.from), "no day is left out");
                prop_assert_ne!(period.status, next.status);
                prop_assert!(!next.why.is_empty(), "{} has a reason", next.from);
            }
            for on in period.from.iter_days().take_while(|on| *on <= period.until) {
                prop_assert_eq!(status(&history, on, policy), period.status, "{}", on);
            }
            prop_assert!(period.meanwhile.iter().all(|event| (period.from..=period.until).contains(&event.day)));
            prop_assert!(period.meanwhile.is_sorted_by_key(|event| event.day));
        }
    }
}
