//! Holds the library against the policy beside it, in `policy/`, on random assessments.
//!
//! The policy says in the language of policies what `tests/oracle/` says in Rust, from the same statements, and shares
//! nothing with either. The cases are drawn as for the oracle, from the built-in editions alone: equal numbers give equal
//! cases, on every machine. Whatever the policy says is compared; `answers.rego` says at its head what it leaves out.

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use dspt::QuestionBank;
use regorus::Engine;
use serde_json::{Value, json};

#[path = "../../oracle/answers.rs"]
mod answers;
#[path = "../../oracle/draw.rs"]
mod draw;
#[path = "../../oracle/levels.rs"]
mod levels;
#[path = "../../oracle/open.rs"]
mod open;
#[path = "../../oracle/plain.rs"]
mod plain;
#[path = "../../oracle/publishing.rs"]
mod publishing;
#[path = "../../oracle/shrink.rs"]
mod shrink;
#[path = "../../oracle/surroundings.rs"]
mod surroundings;
#[path = "../../oracle/validity.rs"]
mod validity;
#[path = "../../oracle/verdict.rs"]
mod verdict;

use plain::{Bank, EDITIONS};
use verdict::{Asked, Lines, differences, library, oracle};

/// The repository, in which `question-bank/` is.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// How many cases are compared where nobody says otherwise.
const CASES: u64 = 500;

/// The built-in editions: as plain data, and as the library has them.
struct Editions {
    plain: Vec<Bank>,
    checked: Vec<QuestionBank>,
}

impl Editions {
    fn read() -> Self {
        let checked = EDITIONS.map(|edition| QuestionBank::built_in(edition.parse().unwrap()).unwrap().clone());
        Self { plain: EDITIONS.map(Bank::read).into(), checked: checked.into() }
    }

    /// What the library says of those matters of which the policy speaks; nothing where it does not read the case.
    fn library(&self, asked: &Asked, policy: &Lines) -> Option<Lines> {
        let mut lines = library(&self.checked, asked)?;
        lines.retain(|(name, _)| policy.iter().any(|(other, _)| other == name));
        lines.iter_mut().for_each(once_each);
        Some(lines)
    }
}

/// The policy says once what stands against publishing or is wrong with a plan, however often it is.
fn once_each(line: &mut (String, String)) {
    let (name, what) = line;
    let between = match name.as_str() {
        "wrong with the plan" => ", ",
        name if name.starts_with("against publishing") => " ",
        _ => return,
    };
    let mut all: Vec<&str> = what.split(between).collect();
    all.dedup();
    *what = all.join(between);
}

/// The policy with the question bank.
#[derive(Clone)]
struct Policy(Engine);

impl Policy {
    fn read(banks: &[Bank]) -> Self {
        let mut engine = Engine::new();
        for file in ["answers", "questions", "levels", "ahead", "publishing", "verdict"] {
            engine.add_policy_from_file(format!("{ROOT}/tests/rego/policy/{file}.rego")).unwrap();
        }
        let mut editions = json!({});
        for (edition, bank) in EDITIONS.iter().zip(banks) {
            let members = json!({ "edition": bank.edition, "levels": bank.levels, "questions": bank.questions });
            editions[edition] = members;
        }
        engine.add_data_json(&json!({ "banks": editions }).to_string()).unwrap();
        Self(engine)
    }

    /// What the policy says, sorted by name.
    fn says(&mut self, asked: &Asked) -> Lines {
        let input = json!({
            "assessment": asked.assessment,
            "bank": EDITIONS[asked.bank],
            "day": asked.day,
            "role": asked.role,
            "sites": asked.sites,
        });
        self.0.set_input_json(&input.to_string()).unwrap();
        let verdict = self.0.eval_rule("data.dspt.verdict".to_owned()).unwrap();
        let verdict: Value = serde_json::from_str(&verdict.to_json_str().unwrap()).unwrap();
        let text = |of: &Value| of.as_str().unwrap().to_owned();
        verdict.as_array().unwrap().iter().map(|line| (text(&line[0]), text(&line[1]))).collect()
    }
}

/// How many things there are to say of a case; a policy that says less proves less.
fn expected(bank: &Bank, asked: &Asked) -> usize {
    let of_the_levels = 6 * bank.levels.len();
    let of_the_plan = usize::from(asked.assessment.get("actionPlan").is_some());
    bank.questions.len() + of_the_levels + ["level", "verdict", "reach", "publishable", "view"].len() + of_the_plan
}

/// Where the two sides differ; nowhere where the library does not read the case.
fn disagreements(editions: &Editions, policy: &mut Policy, asked: &Asked) -> Vec<String> {
    let said = policy.says(asked);
    let Some(library) = editions.library(asked, &said) else { return Vec::new() };
    let mut found = differences(&said, &library);
    if said.len() != expected(&editions.plain[asked.bank], asked) {
        found.push(format!("the policy says {} things, and one of them twice or not at all", said.len()));
    }
    found.iter().map(|line| line.replace("oracle: ", "policy: ")).collect()
}

/// A disagreement as people can read it: the smallest case that shows it, what each side says, and where the oracle is of
/// yet another mind than the library.
fn report(editions: &Editions, policy: &Policy, number: u64, asked: Asked) -> String {
    let name = |line: &String| line.lines().next().unwrap_or_default().to_owned();
    let first = disagreements(editions, &mut policy.clone(), &asked).first().map(name);
    let shows_it = |asked: &Asked| {
        let found = disagreements(editions, &mut policy.clone(), asked);
        found.iter().any(|line| Some(name(line)) == first)
    };
    let asked = shrink::shrink(&editions.plain, asked, shows_it);
    let said = library(&editions.checked, &asked).unwrap_or_default();
    let mut sides = differences(&oracle(&editions.plain, &asked), &said);
    if sides.is_empty() {
        sides.push("the oracle sides with the library".to_owned());
    }
    format!(
        "case {number}, {} on {}, published by {} for {:?}:\n{}\n\n{}\n\n{}\n\nout of the ordinary:\n{}\n",
        EDITIONS[asked.bank],
        asked.day,
        asked.role,
        asked.sites,
        asked.assessment,
        disagreements(editions, &mut policy.clone(), &asked).join("\n"),
        sides.join("\n"),
        shrink::odd_answers(&editions.plain, &asked).join("\n")
    )
}

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|text| text.replace('_', "").parse().expect("a number"));
    let (cases, first) = (numbers.next().unwrap_or(CASES), numbers.next().unwrap_or(0));
    let editions = Editions::read();
    let policy = Policy::read(&editions.plain);
    let next = AtomicU64::new(first);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let runs: Vec<(u64, Vec<String>)> = thread::scope(|scope| {
        let run = || {
            let mut policy = policy.clone();
            let (mut compared, mut reports) = (0, Vec::new());
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= first + cases || reports.len() >= 3 {
                    return (compared, reports);
                }
                if number > first && (number - first) % 10_000 == 0 {
                    println!("{} cases", number - first);
                }
                let asked = draw::case(&editions.plain, number);
                if open::is_open(&editions.plain[asked.bank], &asked) {
                    continue;
                }
                compared += 1;
                if !disagreements(&editions, &mut policy, &asked).is_empty() {
                    reports.push(report(&editions, &policy, number, asked));
                }
            }
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let compared: u64 = runs.iter().map(|(compared, _)| compared).sum();
    let reports: Vec<&String> = runs.iter().flat_map(|(_, reports)| reports).collect();
    println!("{compared} of {cases} cases from number {first} compared, the others left open");
    for report in &reports {
        println!("\nthe library and the policy disagree\n\n{report}");
    }
    if reports.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
