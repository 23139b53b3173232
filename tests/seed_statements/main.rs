//! The statements drawn from the toolkit's guides, and the test that shows each of them.

use std::collections::BTreeMap;

use dspt::{EditionId, QuestionBank, QuestionCode};

/// How many statements each of the five documents holds.
const DOCUMENTS: [(&str, usize); 5] = [("S0", 28), ("S1", 18), ("S2", 137), ("S3", 40), ("S4", 131)];

/// One row of the table.
struct Row {
    id: String,
    editions: String,
    kind: String,
    statement: String,
    shown_by: Vec<String>,
}

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rows() -> Vec<Row> {
    let table = read("tests/seed_statements/table.md");
    let lines = table.lines().filter(|line| line.starts_with("| S"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [id, editions, kind, statement, shown_by] = cells[..] else { panic!("five cells: {line}") };
            Row {
                id: id.to_owned(),
                editions: editions.to_owned(),
                kind: kind.to_owned(),
                statement: statement.to_owned(),
                shown_by: shown_by.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            }
        })
        .collect()
}

#[test]
fn every_statement_has_its_row_in_order() {
    let expected: Vec<String> =
        DOCUMENTS.iter().flat_map(|(document, count)| (1..=*count).map(move |at| format!("{document}-{at}"))).collect();
    let found: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_row_says_what_it_states_and_for_which_editions() {
    for row in rows() {
        assert!(!row.statement.is_empty(), "{}", row.id);
        for edition in row.editions.split(" to ") {
            assert!(edition.parse::<EditionId>().is_ok(), "{}: {edition}", row.id);
        }
    }
}

#[test]
fn every_rule_and_every_fact_names_a_test() {
    for row in rows() {
        match row.kind.as_str() {
            "rule" | "data" => assert!(!row.shown_by.is_empty(), "{}: {}", row.id, row.statement),
            "guidance" | "host" => {}
            other => panic!("{}: unknown kind {other}", row.id),
        }
    }
}

/// The lines above a declaration that belong to it: its attributes.
fn attributes(source: &str, at: usize) -> Vec<&str> {
    let above = source[..at].lines().rev().map(str::trim);
    above.take_while(|line| line.starts_with("#[") || line.starts_with("//")).collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let root = read("tests/rules/main.rs");
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for row in rows() {
        for name in &row.shown_by {
            let name = name.trim_matches('`');
            if name.starts_with("guidance of ") {
                continue;
            }
            let (module, test) = name.rsplit_once("::").unwrap_or_else(|| panic!("{}: {name} is no test", row.id));
            let file = module.split("::").next().expect("a file");
            assert!(root.contains(&format!("\nmod {file};")), "{}: {file} is not compiled", row.id);
            let source = files.entry(file.to_owned()).or_insert_with(|| read(&format!("tests/rules/{file}.rs")));
            let declared = format!("\nfn {test}(");
            let nested = format!("\n    fn {test}(");
            let at = source.find(&declared).or_else(|| source.find(&nested));
            let at = at.unwrap_or_else(|| panic!("{}: there is no test {name}", row.id));
            assert!(attributes(source, at + 1).contains(&"#[test]"), "{}: {name} is not a test", row.id);
        }
    }
}

#[test]
fn every_guidance_that_is_named_is_in_the_bank() {
    for row in rows() {
        for name in row.shown_by.iter().filter(|name| name.starts_with("guidance of ")) {
            let code: QuestionCode = name["guidance of ".len()..].parse().expect("a question code");
            for edition in row.editions.split(" to ") {
                let bank = QuestionBank::edition(edition.parse().expect("an edition")).expect("a built-in edition");
                let question = bank.question(code).unwrap_or_else(|| panic!("{}: {edition} has no {code}", row.id));
                assert!(!question.guidance.is_empty(), "{}: {code}", row.id);
            }
        }
    }
}
