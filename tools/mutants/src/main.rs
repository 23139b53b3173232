//! Mutation testing in one build: all mutants that cargo-mutants lists are written into one copy of the project, each
//! behind a question whether it is the one being tried, and the tests that meet it are run for each. What cannot be
//! written so is named, and left to cargo-mutants itself.
//!
//! ```sh
//! dspt-mutants PROJECT COPY LIST JOBS
//! ```

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

mod listed;
mod tree;
mod trial;
mod weave;

use listed::Mutant;
use tree::Tree;
use trial::{Fate, Trial};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [project, copy, list, jobs] = &arguments[..] else {
        panic!("four arguments are needed: the project, the folder of the copy, the list of mutants, how many at once")
    };
    let listed: Vec<Mutant> =
        serde_json::from_str(&std::fs::read_to_string(list).expect("the list can be read")).expect("the list is JSON");
    let mut mutants: BTreeMap<u32, &Mutant> = (1..).zip(&listed).collect();

    let tree = Tree::copy(Path::new(project), Path::new(copy));
    let mut left = Vec::new();
    loop {
        let missed = tree.weave(&mutants);
        left.extend(missed.iter().filter_map(|number| mutants.remove(number)));
        let refused = tree.refused();
        if refused.is_empty() {
            break;
        }
        eprintln!("{} are not taken by the compiler", refused.len());
        left.extend(refused.iter().filter_map(|number| mutants.remove(number)));
    }
    eprintln!("{} mutants in one build, {} left to cargo-mutants", mutants.len(), left.len());

    let sets = tree.tests();
    let trial = Trial::prepare(&sets, Path::new(copy));
    let fates = all_fates(&trial, &mutants, jobs.parse().expect("how many at once is a number"));

    for mutant in &left {
        println!("left      {}", mutant.name);
    }
    for (number, fate) in &fates {
        match fate {
            Fate::Caught => {}
            Fate::Stuck => println!("stuck     {}", mutants[number].name),
            Fate::Unmet => println!("unmet     {}", mutants[number].name),
            Fate::Survived => println!("survived  {}", mutants[number].name),
        }
    }
    let count = |wanted: Fate| fates.values().filter(|fate| **fate == wanted).count();
    let (caught, stuck) = (count(Fate::Caught), count(Fate::Stuck));
    let lived = count(Fate::Unmet) + count(Fate::Survived);
    println!("{} tried: {caught} caught, {stuck} stuck, {lived} not caught; {} left", fates.len(), left.len());
    std::process::exit(i32::from(lived > 0));
}

fn all_fates(trial: &Trial, mutants: &BTreeMap<u32, &Mutant>, jobs: usize) -> BTreeMap<u32, Fate> {
    let numbers: Vec<u32> = mutants.keys().copied().collect();
    let next = AtomicUsize::new(0);
    let fates = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let fate = trial.fate(*number);
                    let mut fates = fates.lock().expect("no thread panicked");
                    if !matches!(fate, Fate::Caught) {
                        eprintln!("{fate:?}: {}", mutants[number].name);
                    }
                    fates.insert(*number, fate);
                    if fates.len() % 100 == 0 {
                        eprintln!("{} of {}", fates.len(), numbers.len());
                    }
                }
            });
        }
    });
    fates.into_inner().expect("no thread panicked")
}
