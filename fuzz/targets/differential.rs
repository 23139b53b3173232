//! The fast answers, the traced ones and the full evaluation agree with each other, and with the rules read plainly by
//! the evaluator in `tests/oracle/`, on the assessments that it makes up and on what becomes of them.
//!
//! The first two bytes of the input are the number of a case; the others change it.

#![no_main]

use std::sync::OnceLock;

use chrono::Days;
use dspt::{Aim, Assessment, LevelState, PathState, QuestionBank, TraceState, evaluate, path_to, trace, what_if};
use dspt_fuzz::{Bytes, change};
use libfuzzer_sys::{Corpus, fuzz_target};

#[path = "../../tests/oracle/answers.rs"]
mod answers;
#[path = "../../tests/oracle/draw.rs"]
mod draw;
#[path = "../../tests/oracle/levels.rs"]
mod levels;
#[path = "../../tests/oracle/made_up.rs"]
mod made_up;
#[path = "../../tests/oracle/open.rs"]
mod open;
#[path = "../../tests/oracle/plain.rs"]
mod plain;
#[path = "../../tests/oracle/publishing.rs"]
mod publishing;
#[path = "../../tests/oracle/surroundings.rs"]
mod surroundings;
#[path = "../../tests/oracle/validity.rs"]
mod validity;
#[path = "../../tests/oracle/verdict.rs"]
mod verdict;

use plain::{Bank, EDITIONS};
use verdict::{Asked, differences, library, oracle};

/// The repository, in which `question-bank/` is; the files of the oracle look for it under this name.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// How many small banks are made up beside the built-in ones.
const MADE_UP: usize = 40;

/// The same banks twice, the built-in editions first: as plain data and as the library has them.
struct Editions {
    plain: Vec<Bank>,
    checked: Vec<QuestionBank>,
}

fn editions() -> &'static Editions {
    static READ: OnceLock<Editions> = OnceLock::new();
    READ.get_or_init(|| {
        let plain = EDITIONS.iter().map(|edition| Bank::read(edition));
        let built_in = plain.zip(QuestionBank::editions().cloned());
        let made_up = (0..).filter_map(made_up::bank).take(MADE_UP);
        let (plain, checked) = built_in.chain(made_up).unzip();
        Editions { plain, checked }
    })
}

/// A case of the oracle, changed.
fn case(bytes: &mut Bytes) -> Asked {
    let number = bytes.below(usize::from(u16::MAX));
    let mut asked = draw::case(&editions().plain, number as u64);
    if bytes.are_left() {
        let days = Days::new(u64::from(bytes.byte()));
        asked.day = if bytes.byte() % 2 == 0 { asked.day - days } else { asked.day + days };
    }
    for _ in 0..12 {
        if !bytes.are_left() {
            break;
        }
        change(&mut asked.assessment, bytes);
    }
    asked
}

/// The ways in which the library itself comes to a verdict.
fn alone(asked: &Asked, assessment: &Assessment, bank: &QuestionBank) {
    let evaluation = evaluate(bank, assessment, asked.day);
    let traced = trace(bank, assessment, asked.day);
    assert_eq!(traced.level, evaluation.level(), "the level of the trace");
    assert_eq!(&traced.verdict, evaluation.verdict(), "the verdict of the trace");
    let said = |state: LevelState| match state {
        LevelState::Met => TraceState::Met,
        LevelState::Undetermined => TraceState::Undetermined,
        LevelState::NotMet => TraceState::NotMet,
    };
    for (node, outcome) in traced.levels.iter().zip(evaluation.levels()) {
        assert_eq!(node.level, Some(outcome.level));
        assert_eq!(node.state, Some(said(outcome.state)), "the trace of {}", outcome.level);
        assert_eq!(node.strictly(), Some(said(outcome.strictly)), "the strict trace of {}", outcome.level);
        assert_eq!(node.leniently(), Some(said(outcome.leniently)), "the lenient trace of {}", outcome.level);
    }
    assert_eq!(traced.levels.len(), evaluation.levels().len());
    for outcome in evaluation.levels() {
        let path = path_to(bank, assessment, asked.day, Aim::to_reach(outcome.level));
        match path.state {
            PathState::Reached => assert_eq!(outcome.state, LevelState::Met, "nothing to do for {}", outcome.level),
            PathState::Open => {
                let done = path.steps.iter().fold(assessment.clone(), |done, step| step.apply(&done));
                let then = dspt::level(bank, &done, asked.day);
                assert!(then >= Some(outcome.level), "the path to {} leads to {then:?}", outcome.level);
                let alterations: Vec<_> = path.steps.iter().map(|step| step.alteration.clone()).collect();
                let supposed = what_if(bank, assessment, asked.day, &alterations).expect("steps can be supposed");
                assert!(!supposed.is_empty(), "the path to {} changes nothing", outcome.level);
            }
            PathState::NoWay => assert_ne!(outcome.state, LevelState::Met, "no way to {}, where it is", outcome.level),
        }
    }
}

fuzz_target!(|input: &[u8]| -> Corpus {
    let asked = case(&mut Bytes::new(input));
    let editions = editions();
    let bank = &editions.checked[asked.bank];
    let Ok(assessment) = Assessment::from_json(asked.assessment.to_string()) else { return Corpus::Reject };
    alone(&asked, &assessment, bank);
    let Some(said) = library(&editions.checked, &asked) else { return Corpus::Keep };
    if open::is_open(&editions.plain[asked.bank], &asked) {
        return Corpus::Keep;
    }
    let differing = differences(&oracle(&editions.plain, &asked), &said);
    assert!(
        differing.is_empty(),
        "judged by {} number {} on {}, published by {} for {:?}:\n{}\n\n{}",
        bank.id(),
        asked.bank,
        asked.day,
        asked.role,
        asked.sites,
        asked.assessment,
        differing.join("\n")
    );
    Corpus::Keep
});
