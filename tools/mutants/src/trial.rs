//! Tries one mutant after another with the tests that meet it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::tree::Tests;

/// One test, with how long it takes.
#[derive(Clone, Debug)]
struct Test {
    set: usize,
    name: String,
    seconds: f64,
}

/// All tests, and which mutants each of them meets.
pub struct Trial<'a> {
    sets: &'a [Tests],
    root: PathBuf,
    meeting: BTreeMap<u32, Vec<Test>>,
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A test failed.
    Caught,
    /// The tests did not come to an end.
    Stuck,
    /// No test runs past it.
    Unmet,
    /// Every test passed.
    Survived,
}

impl<'a> Trial<'a> {
    /// Runs every test once, without a mutant, and notes its time and what it meets.
    pub fn prepare(sets: &'a [Tests], root: &Path) -> Self {
        let mut trial = Self { sets, root: root.to_owned(), meeting: BTreeMap::new() };
        for index in 0..sets.len() {
            let met = root.join(format!("met-{index}.txt"));
            let _ = fs::remove_file(&met);
            let mut run = trial.command(index);
            run.args(["-Z", "unstable-options", "--report-time", "--test-threads=2"]).env("DSPT_MUTANTS_MET", &met);
            let run = run.output().expect("the tests run");
            let said = String::from_utf8_lossy(&run.stdout).into_owned();
            assert!(run.status.success(), "{} fails without a mutant: {said}", sets[index].name);
            let times: BTreeMap<&str, f64> = said.lines().filter_map(time_of).collect();
            let whole: f64 = times.values().sum();
            let mut pairs = BTreeSet::new();
            for line in fs::read_to_string(&met).unwrap_or_default().lines() {
                let (name, number) = line.split_once('\t').expect("a line has two parts");
                pairs.insert((number.parse::<u32>().expect("a number"), name.to_owned()));
            }
            for (number, name) in pairs {
                // What runs in a thread or a process of its own is put to the account of all tests of the set.
                let test = match times.get(name.as_str()) {
                    Some(seconds) => Test { set: index, name, seconds: *seconds },
                    None => Test { set: index, name: String::new(), seconds: whole },
                };
                trial.meeting.entry(number).or_default().push(test);
            }
        }
        for tests in trial.meeting.values_mut() {
            tests.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
        }
        trial
    }

    /// Runs the tests that meet a mutant, the quickest first, until one fails.
    pub fn fate(&self, mutant: u32) -> Fate {
        let Some(tests) = self.meeting.get(&mutant) else { return Fate::Unmet };
        let mut rest = &tests[..];
        let mut at_once = 8;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(at_once.min(rest.len()));
            for set in now.iter().map(|test| test.set).collect::<BTreeSet<_>>() {
                let of_set: Vec<&Test> = now.iter().filter(|test| test.set == set).collect();
                let mut run = self.command(set);
                run.arg("--test-threads=1").env("DSPT_MUTANT", mutant.to_string());
                if of_set.iter().all(|test| !test.name.is_empty()) {
                    run.arg("--exact").args(of_set.iter().map(|test| &test.name));
                }
                let usual: f64 = of_set.iter().map(|test| test.seconds).sum();
                let allowed = Duration::from_secs_f64(20.0 + 20.0 * usual);
                match ended(run.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the tests run"), allowed) {
                    None => return Fate::Stuck,
                    Some(false) => return Fate::Caught,
                    Some(true) => {}
                }
            }
            rest = later;
            at_once *= 8;
        }
        Fate::Survived
    }

    fn command(&self, set: usize) -> Command {
        let tests = &self.sets[set];
        let mut command = Command::new(&tests.program);
        command.current_dir(&tests.folder).env("CARGO_MANIFEST_DIR", &tests.folder);
        command.env("INSTA_WORKSPACE_ROOT", &self.root).env("INSTA_UPDATE", "no").env("RUST_BACKTRACE", "0");
        // The times of tests are shown only by a compiler under development, or one that is told to take itself for such.
        command.env("RUSTC_BOOTSTRAP", "1").env("PROPTEST_MAX_SHRINK_ITERS", "0");
        command
    }
}

/// `test name ... ok <0.012s>`
fn time_of(line: &str) -> Option<(&str, f64)> {
    let (name, result) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let seconds = result.split_once('<')?.1.split_once("s>")?.0;
    Some((name.trim_end_matches(" - should panic"), seconds.parse().ok()?))
}

/// Whether a program succeeded; nothing where it had to be stopped.
fn ended(mut child: Child, allowed: Duration) -> Option<bool> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child can be asked") {
            return Some(status.success());
        }
        if begun.elapsed() > allowed {
            child.kill().expect("a child can be stopped");
            child.wait().expect("a child ends");
            return None;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
