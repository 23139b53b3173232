//! An independent evaluator of the toolkit's rules, and a test that the library agrees with it on random assessments.
//!
//! Whoever doubts a verdict can read the rules here in ten minutes, in this order, and hold them against the guides:
//!
//! | File | What it holds |
//! |---|---|
//! | `plain.rs` | the bank and the assessment as plain JSON, and how sure a fact must be to count |
//! | `answers.rs` | what one question comes to |
//! | `levels.rs` | which level the answers support, what is outstanding, how far they can still go |
//! | `publishing.rs` | what stands against publishing, and what is wrong with an action plan |
//! | `validity.rs` | what is published on a day, and whether it still counts |
//!
//! Each rule is one function, named after the rule, with the statement that it comes from: `S1-3` and so on are the
//! rows of `tests/seed_statements/table.md`. Where no statement settles a matter, the comment says what is done and
//! nothing is cited. The rules share no code with the library and read its input as plain JSON: the files of
//! `question-bank/`, and an assessment as a host would send it. They are slow and simple: a reading of the rules is
//! evaluated on its own, three times over.
//!
//! The rest is the test: `draw.rs` and `surroundings.rs` draw cases, `verdict.rs` asks both sides the same questions, and
//! `shrink.rs` makes a disagreement small enough to read. Compared are the status of every question; for each level its state on the best,
//! the strict and the lenient reading, and what is outstanding, in order; the level, the certainty of the verdict, and
//! the reach; what stands against publishing at each level for a role and for sites, by code; the faults of an action
//! plan; the view; and what is published on the day under both policies of validity.
//!
//! One case in four is judged by a small bank that `made_up.rs` makes up, with facts of every certainty and with rules
//! that no edition has. `open.rs` names an answer that both sides are known to see differently, and that waits to be
//! settled; cases that have one are drawn and counted, and not compared.
//!
//! Cases are numbered, and equal numbers give equal cases on every machine: a disagreement names its number, and
//! `DSPT_FIRST=<number> DSPT_CASES=1` meets it again, with as many banks made up (`DSPT_BANKS`, a hundred unless told). A
//! long run, on all cores:
//!
//! ```sh
//! DSPT_CASES=1000000 DSPT_BANKS=3000 cargo test --release --test oracle -- --nocapture
//! ```

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use dspt::QuestionBank;

mod answers;
mod draw;
mod levels;
mod made_up;
mod open;
mod plain;
mod publishing;
mod shrink;
mod surroundings;
mod validity;
mod verdict;

use open::is_open;
use plain::{Bank, EDITIONS};
use verdict::{Asked, differences, library, oracle};

/// The repository, in which `question-bank/` is.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// How many cases are compared where nobody says otherwise.
const CASES: u64 = 1_200;

/// How many small banks are made up beside the built-in ones.
const MADE_UP: usize = 100;

/// The same banks twice, the built-in editions first: as plain data and as the library has them.
struct Editions {
    plain: Vec<Bank>,
    checked: Vec<QuestionBank>,
}

impl Editions {
    fn read(made_up: usize) -> Self {
        let mut editions = Self { plain: Vec::new(), checked: Vec::new() };
        for edition in EDITIONS {
            editions.plain.push(Bank::read(edition));
            editions.checked.push(QuestionBank::built_in(edition.parse().unwrap()).unwrap().clone());
        }
        let made_up = (0..).filter_map(made_up::bank).take(made_up);
        for (plain, checked) in made_up {
            editions.plain.push(plain);
            editions.checked.push(checked);
        }
        editions
    }

    /// What people call the bank of a case.
    fn name(&self, asked: &Asked) -> String {
        let edition = self.plain[asked.bank].edition["id"].as_str().unwrap();
        if asked.bank < EDITIONS.len() { edition.to_owned() } else { format!("a made-up bank of {edition}") }
    }

    /// Where the two sides differ on a case; nowhere where the library does not read it or the case is left open.
    fn differences(&self, asked: &Asked) -> Vec<String> {
        if is_open(&self.plain[asked.bank], asked) {
            return Vec::new();
        }
        let Some(said) = library(&self.checked, asked) else { return Vec::new() };
        differences(&oracle(&self.plain, asked), &said)
    }

    /// A disagreement as people can read it: the smallest case that shows it, and what each side says.
    fn report(&self, number: u64, asked: Asked) -> String {
        let first = self.differences(&asked).first().cloned().unwrap_or_default();
        let shows_it = |asked: &Asked| self.differences(asked).iter().any(|other| name(other) == name(&first));
        let asked = shrink::shrink(&self.plain, asked, shows_it);
        let bank = self.name(&asked);
        let facts = if asked.bank < EDITIONS.len() { String::new() } else { self.checked[asked.bank].to_json() };
        format!(
            "case {number}, judged by {bank} on {}, published by {} for {:?}:\n{}\n\n{}\n\nout of the ordinary:\n{}\n{facts}",
            asked.day,
            asked.role,
            asked.sites,
            asked.assessment,
            self.differences(&asked).join("\n"),
            shrink::odd_answers(&self.plain, &asked).join("\n")
        )
    }
}

/// The name of a line that differs.
fn name(difference: &str) -> &str {
    difference.lines().next().unwrap_or_default()
}

/// What was said under a name.
fn line<'a>(lines: &'a verdict::Lines, name: &str) -> &'a str {
    lines.iter().find(|(other, _)| other == name).map_or("", |(_, what)| what)
}

/// What a run has met: how many cases said what, by the name of the line.
#[derive(Default)]
struct Met(BTreeMap<String, u64>);

impl Met {
    fn count(&mut self, what: String) {
        *self.0.entry(what).or_default() += 1;
    }

    fn add(&mut self, lines: &verdict::Lines, edition: &str) {
        self.count(format!("{edition}: level {}", line(lines, "level")));
        self.count(format!("verdict {}", line(lines, "verdict")));
        self.count(format!("reach {}", line(lines, "reach")));
        self.count(format!("publishable {}", line(lines, "publishable")));
        for (name, what) in lines {
            if name.starts_with("status of") {
                self.count(format!("status {what}"));
            } else if name.starts_with("against publishing") {
                what.split(' ').filter(|code| !code.is_empty()).for_each(|code| self.count(format!("obstacle {code}")));
            } else if name == "wrong with the plan" {
                let codes = what.split(", ").filter_map(|fault| fault.split(' ').nth(1));
                codes.for_each(|code| self.count(format!("plan fault {code}")));
            } else if name.starts_with("published, by") {
                let currency = what.split(", ").nth(1).unwrap_or(what);
                self.count(format!("{name}: {currency}"));
            }
        }
    }
}

/// A number from the environment.
#[expect(clippy::disallowed_methods, reason = "how long a test runs is asked of the environment, not by the library")]
fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.replace('_', "").parse().expect(variable))
}

#[test]
fn the_library_agrees_with_the_rules_read_plainly() {
    let editions = Editions::read(number("DSPT_BANKS").map_or(MADE_UP, |banks| usize::try_from(banks).unwrap()));
    let first = number("DSPT_FIRST").unwrap_or(0);
    let cases = number("DSPT_CASES").unwrap_or(CASES);
    let next = AtomicU64::new(first);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let runs: Vec<(Met, Vec<String>, u64)> = thread::scope(|scope| {
        let run = || {
            let (mut met, mut reports, mut open) = (Met::default(), Vec::new(), 0);
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= first + cases || reports.len() >= 5 {
                    return (met, reports, open);
                }
                let asked = draw::case(&editions.plain, number);
                if is_open(&editions.plain[asked.bank], &asked) {
                    open += 1;
                    continue;
                }
                let said = library(&editions.checked, &asked);
                let said = said.unwrap_or_else(|| panic!("case {number} is not read: {}", asked.assessment));
                let plainly = oracle(&editions.plain, &asked);
                met.add(&plainly, &editions.name(&asked));
                if plainly != said {
                    reports.push(editions.report(number, asked));
                }
            }
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });

    let mut all = Met::default();
    let (mut reports, mut open) = (Vec::new(), 0);
    for (met, some, left_out) in runs {
        met.0.into_iter().for_each(|(what, count)| *all.0.entry(what).or_default() += count);
        reports.extend(some);
        open += left_out;
    }
    println!("{cases} cases from number {first}, {open} of them left open");
    all.0.iter().for_each(|(what, count)| println!("{count:>10}  {what}"));
    assert!(reports.is_empty(), "the library and the rules disagree\n\n{}", reports.join("\n\n"));
    if cases >= CASES {
        everything_is_met(&all);
    }
}

/// A run that never meets a level, a status or an obstacle proves nothing about it.
#[track_caller]
fn everything_is_met(met: &Met) {
    let mut missing = Vec::new();
    let mut want = |what: String| {
        if !met.0.contains_key(&what) {
            missing.push(what);
        }
    };
    for edition in EDITIONS {
        for level in ["none", "approaching-standards", "standards-met"] {
            want(format!("{edition}: level {level}"));
        }
        // In 2021-22 nobody knows all of the questions that Standards Exceeded asks for.
        if edition != "2021-22" {
            want(format!("{edition}: level standards-exceeded"));
        }
    }
    for level in ["none", "approaching-standards", "standards-met", "standards-exceeded"] {
        want(format!("publishable {level}"));
    }
    for status in ["complete", "not-applicable", "exempt by cyber-essentials-plus", "incomplete", "unanswered"] {
        want(format!("status {status}"));
    }
    for code in dspt::ObstacleKind::CODES {
        // No built-in edition offers several ways or leaves a level out.
        if !["no-way-open", "level-unknown"].contains(code) {
            want(format!("obstacle {code}"));
        }
    }
    for code in dspt::PlanFaultKind::CODES {
        want(format!("plan fault {code}"));
    }
    for policy in dspt::ValidityPolicy::ALL {
        for currency in dspt::Currency::ALL {
            want(format!("published, by {}: {}", policy.as_str(), currency.as_str()));
        }
    }
    assert!(missing.is_empty(), "never met: {}", missing.join("; "));
}
