//! The laws of `tests/LAWS.md`, and the tests that show them.

use std::collections::{BTreeMap, BTreeSet};

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of the page: a law, the tests that show it, and on which cases.
fn rows() -> Vec<[String; 3]> {
    let page = read("tests/LAWS.md");
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Law "));
    rows.map(|line| {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        cells.try_into().unwrap_or_else(|_| panic!("three cells: {line}"))
    })
    .collect()
}

/// The tests that a cell names, as module and function; a name with a slash is a command.
fn named(cell: &str) -> Vec<(&str, &str)> {
    let quoted = cell.split('`').skip(1).step_by(2).filter(|name| !name.contains('/'));
    quoted.map(|name| name.split_once("::").unwrap_or_else(|| panic!("{name} is no test"))).collect()
}

/// The tests of a file of `tests/rules`, each with whether it stands in a `proptest!` block.
fn tests_of(file: &str) -> BTreeMap<String, bool> {
    let source = read(&format!("tests/rules/{file}.rs"));
    let lines: Vec<&str> = source.lines().collect();
    let mut tests = BTreeMap::new();
    let mut is_property = false;
    for (at, line) in lines.iter().enumerate() {
        is_property = line.starts_with("proptest! {") || is_property && *line != "}";
        let Some((name, _)) = line.trim_start().strip_prefix("fn ").and_then(|rest| rest.split_once('(')) else {
            continue;
        };
        let mut above = lines[..at].iter().rev().map(|line| line.trim());
        if above.next() == Some("#[test]") {
            tests.insert(name.to_owned(), is_property);
        }
    }
    tests
}

#[test]
fn every_law_says_what_it_states_and_names_tests_that_exist() {
    let root = read("tests/rules/main.rs");
    let rows = rows();
    assert!(rows.len() > 30, "{} laws", rows.len());
    for [law, shown_by, cases] in &rows {
        assert!(law.ends_with('.') && !cases.is_empty(), "{law}");
        let named = named(shown_by);
        assert!(!named.is_empty(), "{law}");
        for (file, test) in named {
            assert!(root.contains(&format!("\nmod {file};")), "{law}: {file} is not compiled");
            assert!(tests_of(file).contains_key(test), "{law}: there is no test {file}::{test}");
        }
    }
}

#[test]
fn every_command_that_is_named_is_there() {
    for [law, shown_by, _] in rows() {
        for command in shown_by.split('`').skip(1).step_by(2).filter(|name| name.contains('/')) {
            assert!(read(command).starts_with("#!"), "{law}: {command}");
        }
    }
}

/// A law that is tried on random cases and stands on no page is one that nobody knows of.
#[test]
fn every_property_is_a_law_of_the_page() {
    let rows = rows();
    let listed: BTreeSet<(&str, &str)> = rows.iter().flat_map(|[_, shown_by, _]| named(shown_by)).collect();
    let root = read("tests/rules/main.rs");
    let files = root.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    for file in files {
        for (test, is_property) in tests_of(file) {
            assert!(!is_property || listed.contains(&(file, test.as_str())), "{file}::{test} is on no page");
        }
    }
}
