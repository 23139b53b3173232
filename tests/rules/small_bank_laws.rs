//! What holds of every bank, tried on small ones whose facts are confirmed, inferred or unknown.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{FileFailurePersistence, TestRunner};
use serde_json::{Value, json};

use crate::common::{Answers, held};
use crate::draft::Draft;
use crate::small_banks::{Place, Small, as_of, cases_to_try, small};
use crate::small_documents::SOURCE;
use dspt::{
    Answer, Assessment, Evaluation, Found, History, Holding, Level, LevelState, Nhsmail, Organisation, QuestionBank,
    Verdict, evaluate,
};

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: cases_to_try(64),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/small_bank_laws.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

/// The level in the strict, the best and the lenient reading.
type Readings = [Option<Level>; 3];

fn readings(evaluation: &Evaluation<'_>) -> Readings {
    match evaluation.verdict() {
        Verdict::Confirmed => [evaluation.level(); 3],
        Verdict::Inferred { strictly, leniently, .. } => [*strictly, evaluation.level(), *leniently],
    }
}

fn judged(bank: &QuestionBank, assessment: &Assessment) -> Readings {
    readings(&evaluate(bank, assessment, as_of()))
}

fn at_least(higher: Readings, lower: Readings) -> bool {
    higher.iter().zip(lower).all(|(higher, lower)| *higher >= lower)
}

/// The answers with one question completed; where that finds something, what hangs on it is completed as well.
fn completed(bank: &QuestionBank, answers: &Answers, at: usize, found: Found) -> Answers {
    let question = bank.questions().nth(at).expect("a question");
    let mut completed = answers.clone();
    completed.responses.insert(question.code, Small::good(question, Some(found)));
    if found == Found::Something {
        for other in bank.questions().filter(|other| other.needed_when.is_some()) {
            completed.responses.insert(other.code, Small::good(other, Some(found)));
        }
    }
    completed
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn completing_a_question_never_lowers_a_reading(small in small(8), at in any::<Index>(), finds in any::<bool>()) {
        let bank = small.checked();
        let answers = small.answers(&bank);
        let found = if finds { Found::Something } else { Found::Nothing };
        let better = completed(&bank, &answers, at.index(small.len()), found);
        prop_assert!(at_least(judged(&bank, &better.assessment()), judged(&bank, &answers.assessment())));
    }

    #[test]
    fn losing_an_answer_never_raises_a_reading(small in small(8), at in any::<Index>()) {
        let bank = small.checked();
        let mut answers = small.answers(&bank);
        let before = judged(&bank, &answers.assessment());
        let lost = answers.responses.remove(&bank.questions().nth(at.index(small.len())).expect("a question").code);
        // What was found contradicts an answer that nothing was; that goes as well.
        if lost.is_some_and(|lost| matches!(lost.answer, Answer::Confirmation { found: Some(Found::Something), .. })) {
            for other in bank.questions().filter(|other| other.needed_when.is_some()) {
                answers.responses.remove(&other.code);
            }
        }
        prop_assert!(at_least(before, judged(&bank, &answers.assessment())));
    }

    #[test]
    fn a_level_implies_all_below_in_every_reading(small in small(8)) {
        let bank = small.checked();
        let assessment = small.assessment(&bank);
        let evaluation = evaluate(&bank, &assessment, as_of());
        let states: [fn(&dspt::LevelOutcome) -> LevelState; 3] =
            [|level| level.state, |level| level.strictly, |level| level.leniently];
        for state in states {
            prop_assert!(evaluation.levels().iter().map(state).is_sorted());
        }
        let [strictly, level, leniently] = readings(&evaluation);
        prop_assert!(strictly <= level && level <= leniently);
    }

    /// Every way to add what is missing and to renew what is stale: the best comes to the ceiling, and the worst to the
    /// floor, but for the ways that find something more and so make another question needed.
    #[test]
    fn floor_and_ceiling_are_the_least_and_the_greatest_level_of_all_completions(small in small(4)) {
        let bank = small.checked();
        let answers = small.answers(&bank);
        let assessment = answers.assessment();
        let evaluation = evaluate(&bank, &assessment, as_of());
        let mut ways = vec![(answers, false)];
        for (at, question) in bank.questions().enumerate() {
            for known in 0..ways.len() {
                for response in small.mended(question, at) {
                    let (mut better, found_more) = ways[known].clone();
                    let finds = matches!(response.answer, Answer::Confirmation { found: Some(Found::Something), .. });
                    better.responses.insert(question.code, response);
                    ways.push((better, found_more || finds));
                }
            }
        }
        let also = |ways: Vec<(Answers, bool)>, change: &dyn Fn(&mut Organisation)| -> Vec<(Answers, bool)> {
            let changed = ways.iter().map(|(way, finds)| (way.clone().profile(change), *finds));
            changed.chain(ways.iter().cloned()).collect()
        };
        if !matches!(small.plus, Some(Holding::No)) {
            ways = also(ways, &|home| home.cyber_essentials_plus = Some(held("2041-01-01", "2041-12-31")));
        }
        if small.nhsmail.is_none() {
            ways = also(ways, &|home| home.nhsmail = Some(Nhsmail::OnlyEmailSystem));
        }
        let (mut least, mut greatest) = (Some(Level::StandardsExceeded), None);
        for (way, finds_more) in ways {
            let assessment = way.assessment();
            let evaluation = evaluate(&bank, &assessment, as_of());
            if !finds_more {
                least = least.min(evaluation.level());
            }
            // Questions that the bank does not list are taken to be answered.
            let open = evaluation.levels().iter().filter(|level| level.state != LevelState::NotMet);
            greatest = greatest.max(open.map(|level| level.level).max());
        }
        prop_assert_eq!((evaluation.reach().floor, evaluation.reach().ceiling), (least, greatest));
    }

    #[test]
    fn exempting_never_blocks(small in small(8), at in any::<Index>()) {
        let bank = small.checked();
        let answers = small.answers(&bank).profile(|home| home.nhsmail = Some(Nhsmail::OnlyEmailSystem));
        let assessment = answers.assessment();
        let before = judged(&bank, &assessment);
        // Another exemption in the bank.
        let mut exempting = small.bank.clone();
        let exemptions = exempting["questions"][at.index(small.len())]["exemptions"].as_array_mut().expect("a list");
        exemptions.retain(|exemption| exemption["by"] != "nhsmail-only");
        let exempts = json!({ "value": true, "certainty": "confirmed", "sources": [SOURCE] });
        exemptions.push(json!({ "by": "nhsmail-only", "exempts": exempts }));
        let exempting = Draft(exempting).check().unwrap_or_else(|error| panic!("{error}"));
        prop_assert!(at_least(judged(&exempting, &assessment), before));
        // A certificate, and a way of working, that the bank knows already.
        let with = answers.clone().profile(|home| home.cyber_essentials_plus = Some(held("2041-01-01", "2041-12-31")));
        prop_assert!(at_least(judged(&bank, &with.assessment()), before));
        let without = answers.profile(|home| home.nhsmail = Some(Nhsmail::No));
        prop_assert!(at_least(before, judged(&bank, &without.assessment())));
    }

    #[test]
    fn confirming_what_is_inferred_never_makes_a_verdict_less_sure(small in small(8)) {
        let bank = small.checked();
        let assessment = small.assessment(&bank);
        let [low, level, high] = judged(&bank, &assessment);
        for place in &small.open {
            let mut confirmed = small.bank.clone();
            let fact = confirmed.pointer_mut(&place.pointer()).expect("a fact");
            if fact["certainty"] == "inferred" {
                fact["certainty"] = json!("confirmed");
                let confirmed = Draft(confirmed).check().unwrap_or_else(|error| panic!("{error}"));
                let [new_low, new_level, new_high] = judged(&confirmed, &assessment);
                prop_assert_eq!(new_level, level, "{:?}", place);
                prop_assert!(low <= new_low && new_high <= high, "{:?}", place);
                let is_sure = |bank| *evaluate(bank, &assessment, as_of()).verdict() == Verdict::Confirmed;
                prop_assert!(is_sure(&confirmed) || !is_sure(&bank), "{:?}", place);
            }
        }
    }

    #[test]
    fn the_order_of_lists_and_saying_a_thing_twice_change_no_verdict(small in small(8)) {
        let bank = small.checked();
        let answers = small.answers(&bank);
        let assessment = answers.assessment();
        let mut turned = small.bank.clone();
        turn(&mut turned["edition"]["counts"]);
        turned["questions"].as_array_mut().expect("questions").iter_mut().for_each(|question| turn(&mut question["exemptions"]));
        turned["levels"].as_array_mut().expect("levels").iter_mut().for_each(|level| {
            for reading in level["readings"].as_array_mut().expect("readings") {
                turn_rule(&mut reading["value"]);
            }
        });
        let turned = Draft(turned).check().unwrap_or_else(|error| panic!("{error}"));
        prop_assert_eq!(judged(&turned, &assessment), judged(&bank, &assessment));
        // Every answer twice, the last first, and every document twice.
        let twice = answers.responses.iter().chain(&answers.responses).rev().map(|(code, response)| {
            let mut response = response.clone();
            if let Answer::Document { documents } = &mut response.answer {
                documents.extend(documents.clone().into_iter().rev());
            }
            (*code, response)
        });
        let twice = Assessment::new(answers.edition, answers.organisation.clone(), History::default(), twice);
        let (once, twice) = (evaluate(&bank, &assessment, as_of()), evaluate(&bank, &twice, as_of()));
        prop_assert_eq!(once.verdict(), twice.verdict());
        prop_assert_eq!(once.levels(), twice.levels());
        prop_assert_eq!(once.reach(), twice.reach());
    }
}

fn turn(list: &mut Value) {
    list.as_array_mut().expect("a list").reverse();
}

/// Turns the rules within a rule round.
fn turn_rule(rule: &mut Value) {
    if let Some(rules) = rule.get_mut("rules") {
        turn(rules);
        rules.as_array_mut().expect("rules").iter_mut().for_each(turn_rule);
    }
}

/// The laws say something only where their premises are met: that completing raises, losing lowers, an exemption lets
/// off, and a fact that is confirmed decides.
#[test]
fn of_small_banks_many_meet_the_premises() {
    let mut runner = TestRunner::deterministic();
    let (mut raised, mut lowered, mut let_off, mut narrowed, mut climbing, mut confirmed) = (0, 0, 0, 0, 0, 0);
    for _ in 0..200 {
        let small = small(8).new_tree(&mut runner).expect("a bank").current();
        let bank = small.checked();
        let answers = small.answers(&bank);
        let assessment = answers.assessment();
        let evaluation = evaluate(&bank, &assessment, as_of());
        let before = readings(&evaluation);
        let any = |change: &dyn Fn(usize) -> bool| usize::from((0..small.len()).any(change));
        raised += any(&|at| judged(&bank, &completed(&bank, &answers, at, Found::Nothing).assessment()) > before);
        lowered += any(&|at| {
            let mut poorer = answers.clone();
            poorer.responses.remove(&bank.questions().nth(at).expect("a question").code);
            judged(&bank, &poorer.assessment()) < before
        });
        let without = answers.clone().profile(|home| (home.nhsmail, home.cyber_essentials_plus) = (None, None));
        let with = answers.clone().profile(|home| {
            home.nhsmail = Some(Nhsmail::OnlyEmailSystem);
            home.cyber_essentials_plus = Some(held("2041-01-01", "2041-12-31"));
        });
        let_off += usize::from(judged(&bank, &with.assessment()) != judged(&bank, &without.assessment()));
        climbing += usize::from(evaluation.reach().ceiling > evaluation.reach().floor);
        confirmed += usize::from(!small.open.is_empty() && *evaluation.verdict() == Verdict::Confirmed);
        narrowed += usize::from(small.open.iter().any(|place: &Place| {
            let mut sure = small.bank.clone();
            let fact = sure.pointer_mut(&place.pointer()).expect("a fact");
            let is_inferred = fact["certainty"] == "inferred";
            fact["certainty"] = json!("confirmed");
            is_inferred && judged(&Draft(sure).check().expect("a bank"), &assessment) != before
        }));
    }
    let seen = [raised, lowered, let_off, narrowed, climbing, confirmed];
    println!("{seen:?}");
    assert!(seen.iter().all(|count| *count >= 20), "{seen:?}");
}
