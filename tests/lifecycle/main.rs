//! The lifecycle exhausted: every state that an organisation can come to in a bounded world, and in each of them every
//! safety property.
//!
//! The world has two editions, 2024-25 and 2025-26, fourteen decisive days, three roles, three sites, two certificates
//! and at most two publications (`world`). What can happen is in `moves`: answers are given, carried over and confirmed
//! again, evidence is reviewed, the profile is confirmed and changed, certificates come and go, assertions are
//! confirmed, plans attached, sites put on record and rearranged, time passes, and in every state everybody tries to
//! publish at every level. Every verdict in it is the library's own, reached with the library's own documents
//! (`library`); the properties are worded from the statements and know nothing of its code (`rules`, `years`).
//!
//! The world is walked in two halves, because their product would take days: one site whose answers, profile,
//! certificate and plan change, over all fourteen days, and a group that has answered everything and whose sites change,
//! over six of them. Dates inside an assessment are bounded as well: evidence is reviewed on one of three days, and
//! confirmations have fixed days that stand in the right order. Answers are added and confirmed, and none is taken back.
//!
//! The walk is a breadth-first search of its own (`walk`) and not a model checker such as stateright 0.31. That checks
//! properties of states, where most of these are about what came of trying to publish; it cannot ask whether from every
//! state some way leads to a publication; and it would bring three dozen crates for what takes one page here.
//!
//! `cargo test --release -p dspt --test lifecycle -- --include-ignored --nocapture` walks the whole and prints how many
//! states there are and how often each property was concerned. Without `--include-ignored` a coarser world is walked.

use std::collections::{BTreeMap, BTreeSet};

use walk::Walk;
use world::{Day, Edition, World};

mod library;
mod moves;
mod rules;
mod walk;
mod world;
mod years;

/// What a walk is expected to come to; another number says that the world has changed.
#[derive(Debug, PartialEq, Eq)]
struct Expected {
    states: usize,
    transitions: usize,
    /// How many states on which days have no way to a publication, ever.
    never: Vec<(Day, Edition, usize)>,
    /// How many states on which days have none without waiting for a later day.
    not_today: Vec<(Day, Edition, usize)>,
    /// The properties that are not concerned in this world.
    idle: Vec<&'static str>,
}

#[track_caller]
fn walk_through(world: World, expected: &Expected) {
    let walk = Walk::through(world);
    walk.print();
    let counted = |states: Vec<&world::State>| {
        let mut counts: BTreeMap<(Day, Edition), usize> = BTreeMap::new();
        for state in states {
            *counts.entry((state.day, state.edition)).or_default() += 1;
        }
        counts.into_iter().map(|((day, edition), count)| (day, edition, count)).collect::<Vec<_>>()
    };
    assert!(walk.broken().is_empty(), "{}", walk.broken());
    let found = Expected {
        states: walk.states.len(),
        transitions: walk.transitions(),
        never: counted(walk.without_a_way(|_, _| true)),
        not_today: counted(walk.without_a_way(|from, to| from.day == to.day)),
        idle: walk.idle(),
    };
    assert_eq!(found, *expected);
}

/// The days of the group, whose pasts are many: two publications of eight selections each.
const GROUP: &[Day] =
    &[Day::Opening, Day::AfterDeadline, Day::InDoubt, Day::NextOpen, Day::AfterTwelveMonths, Day::Closed];

const COARSE: &[Day] = &[Day::MidYear, Day::TwelveMonthsOn];

#[test]
fn one_site_in_a_coarse_world() {
    let world = World { name: "One site, coarse", days: COARSE, group: false, coarse: true, publications: 1 };
    let expected = Expected {
        states: 3164,
        transitions: 16324,
        never: vec![],
        not_today: vec![],
        idle: vec!["a_site_has_the_last_publication_that_covers_it"],
    };
    walk_through(world, &expected);
}

#[test]
fn a_group_in_a_coarse_world() {
    let world = World { name: "A group, coarse", days: COARSE, group: true, coarse: true, publications: 1 };
    let expected = Expected {
        states: 1324,
        transitions: 5758,
        never: vec![],
        not_today: vec![],
        idle: vec![
            "a_lapsed_certificate_takes_nothing_from_what_is_published",
            "whoever_published_before_confirms_every_assertion",
        ],
    };
    walk_through(world, &expected);
}

#[test]
#[ignore = "takes minutes: cargo test --release -p dspt --test lifecycle -- --include-ignored --nocapture"]
fn one_site_in_the_whole_world() {
    let world = World { name: "One site", days: &Day::ALL, group: false, coarse: false, publications: 2 };
    let expected = Expected {
        states: 1_017_548,
        transitions: 6_265_918,
        // Whatever comes after the second edition is not in this world.
        never: vec![(Day::Closed, Edition::First, 15_264), (Day::Closed, Edition::Second, 219_472)],
        // Nothing is open yet, or the assessment is in the next edition already and that is not.
        not_today: vec![
            (Day::BeforeOpening, Edition::First, 108),
            (Day::EveOfNext, Edition::Second, 15_264),
            (Day::Closed, Edition::First, 15_264),
            (Day::Closed, Edition::Second, 219_472),
        ],
        idle: vec!["a_site_has_the_last_publication_that_covers_it"],
    };
    walk_through(world, &expected);
}

#[test]
#[ignore = "takes minutes: cargo test --release -p dspt --test lifecycle -- --include-ignored --nocapture"]
fn a_group_in_the_whole_world() {
    let world = World { name: "A group", days: GROUP, group: true, coarse: false, publications: 2 };
    let expected = Expected {
        states: 725_870,
        transitions: 4_025_690,
        never: vec![(Day::Closed, Edition::First, 12_270), (Day::Closed, Edition::Second, 240_960)],
        not_today: vec![(Day::Closed, Edition::First, 12_270), (Day::Closed, Edition::Second, 240_960)],
        idle: vec![
            "a_lapsed_certificate_takes_nothing_from_what_is_published",
            "whoever_published_before_confirms_every_assertion",
        ],
    };
    walk_through(world, &expected);
}

#[test]
fn every_statement_that_a_property_names_is_a_rule_of_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/seed_statements/table.md");
    let table = std::fs::read_to_string(path).expect("the table of statements");
    let rows = table.lines().filter(|line| line.starts_with("| S")).map(|line| line.split('|').map(str::trim));
    let known: BTreeSet<&str> = rows.filter_map(|mut cells| cells.nth(1)).collect();
    let named = walk::statements();
    assert_eq!(named.iter().map(|(rule, _)| rule).collect::<BTreeSet<_>>().len(), 31);
    for (rule, statements) in named {
        for statement in statements.split(", ") {
            assert!(known.contains(statement), "{rule} names {statement}");
        }
    }
}
