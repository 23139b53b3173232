//! The level rules of every edition.

use crate::common::{Answers, bank, held, usual_day};
use dspt::{Level, evaluate};

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

#[test]
fn answering_every_listed_question_meets_the_standards_in_every_edition() {
    for edition in EDITIONS {
        let as_of = usual_day(edition);
        let assessment = Answers::complete(edition, as_of).assessment();
        let evaluation = evaluate(bank(edition), &assessment, as_of);
        assert_eq!(evaluation.level(), Some(Level::StandardsMet), "{edition}");
        println!("{}", evaluation.to_json());
    }
    let _ = held("2025-01-01", "2026-01-01");
}
