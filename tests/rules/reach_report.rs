//! The reach as a report: what is certain, what is open and decided by what, what is closed by what.

use crate::common::{Answers, bank, code, usual_day};
use crate::replies::{documents, text};
use dspt::Blocker::{self, Question};
use dspt::Prospect::{self, Certain, Closed, Open};
use dspt::{Certificate, Holding, ReachReport, evaluate};

#[track_caller]
fn report(answers: &Answers) -> ReachReport {
    let edition = answers.edition.to_string();
    ReachReport::of(&evaluate(bank(&edition), &answers.assessment(), usual_day(&edition)))
}

fn prospects(report: &ReachReport) -> Vec<Prospect> {
    report.levels.iter().map(|level| level.prospect).collect()
}

fn complete(holding: Option<Holding>) -> Answers {
    Answers::complete("2025-26", usual_day("2025-26")).profile(|home| home.cyber_essentials_plus = holding)
}

const PLUS: Blocker = Blocker::Certificate { certificate: Certificate::CyberEssentialsPlus };

#[test]
fn a_level_is_certain_open_or_closed() {
    assert_eq!(prospects(&report(&complete(None))), [Certain, Certain, Open]);
    assert_eq!(prospects(&report(&complete(Some(Holding::No)))), [Certain, Certain, Closed]);
    assert_eq!(prospects(&report(&complete(None).without("3.2.1"))), [Certain, Open, Open]);
    assert_eq!(prospects(&report(&Answers::none("2025-26"))), [Open, Open, Closed]);
    let wrong = complete(Some(Holding::No)).with("4.2.4", documents(&["Leavers"]));
    assert_eq!(prospects(&report(&wrong)), [Closed, Closed, Closed]);
}

#[test]
fn open_questions_decide_and_what_was_said_closes() {
    let answers = complete(None).without("3.2.1").without("1.1.1");
    let levels = report(&answers).levels;
    assert_eq!(levels[0].decided_by, [Question { question: code("1.1.1") }]);
    assert_eq!(levels[1].decided_by, [Question { question: code("1.1.1") }, Question { question: code("3.2.1") }]);
    assert_eq!(levels[2].decided_by.last(), Some(&PLUS));
    let levels = report(&answers.with("10.1.2", text("Wrong kind"))).levels;
    assert_eq!(levels[0].closed_by, [Question { question: code("10.1.2") }]);
    assert!(levels[0].decided_by.is_empty());
}

/// Questions that the bank does not list are open.
#[test]
fn questions_that_are_not_on_record_decide_standards_exceeded_in_2021_22() {
    let levels = report(&Answers::complete("2021-22", usual_day("2021-22"))).levels;
    assert_eq!(levels[2].prospect, Open);
    assert!(matches!(levels[2].decided_by.as_slice(), [Blocker::Unlisted { .. }]));
}
