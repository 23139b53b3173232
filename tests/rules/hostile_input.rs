//! No input makes the reader panic: cut short, with a byte missing, with a byte replaced, with parts exchanged.

use crate::common::{Answers, held, usual_day};
use dspt::{Assessment, QuestionBank, RawBank};

/// An assessment with an answer of every kind, as text.
fn sound() -> String {
    let text = r#"{"format":"dspt.assessment.v1","edition":"2025-26","organisation":{"odsCode":"VM0X1",
"name":"Harbour House é","sector":"social-care","nation":"england","nhsmail":"used","cyberEssentialsPlus":
{"held":"yes","issuedOn":"2025-10-01","expiresOn":"2026-09-30"},"profileConfirmedOn":"2026-05-01"},"sites":[{"odsCode":"VM0X2","nation":"england",
"arrangements":{"training":"shared","policies":"shared","dataSecurity":"shared","it":"different"}}],"publications":
[{"edition":"2024-25","level":"standards-met","publishedOn":"2025-06-12","sites":["VM0X2"]}],"assertionsConfirmed":
["1.1"],"actionPlan":{"items":[{"question":"4.5.3","owner":"Nobody","dueOn":"2026-09-30","status":"to-do"}]},"responses":{"1.1.1":{"kind":"text",
"text":"ZA\u00e9 \ud83d\ude00"},"1.1.2":{"kind":"document","documents":[{"location":"Shared drive","parts":["policy"],
"expiresOn":"2026-12-31"}],"reviewedOn":"2026-02-01"},"3.2.1":{"kind":"confirmation","confirmed":true,"found":
"nothing","training":{"trained":58,"people":60,"rollingProgramme":"Two a month"}},"6.1.2":{"kind":"not-applicable",
"reason":"No breach"},"7.1.1":{"kind":"date","date":"2026-01-31","origin":{"kind":"carried-over","from":"2024-25"}}}}"#;
    assert!(Assessment::from_json(text).is_ok());
    text.to_owned()
}

/// Reads a document: it is good, or bad with at least one reason that can be printed.
#[track_caller]
fn read(bytes: &[u8]) -> bool {
    match Assessment::from_json(bytes) {
        Ok(assessment) => {
            assert!(Assessment::from_json(assessment.to_json()).is_ok(), "what was read must be written readably");
            true
        }
        Err(error) => {
            assert!(!error.problems().is_empty(), "{}", String::from_utf8_lossy(bytes));
            assert!(
                error
                    .problems()
                    .iter()
                    .all(|problem| problem.pointer().is_empty() || problem.pointer().starts_with('/'))
            );
            assert!(!error.to_string().is_empty());
            false
        }
    }
}

#[test]
fn every_beginning_of_a_document_is_refused() {
    let text = sound();
    for length in 0..text.len() {
        assert!(!read(&text.as_bytes()[..length]), "the first {length} bytes are no assessment");
    }
}

#[test]
fn every_end_of_a_document_is_refused() {
    let text = sound();
    for first in 1..=text.len() {
        assert!(!read(&text.as_bytes()[first..]), "the bytes from {first} are no assessment");
    }
}

#[test]
fn any_byte_may_be_missing() {
    let text = sound();
    let good = (0..text.len())
        .filter(|at| {
            let mut bytes = text.as_bytes().to_vec();
            bytes.remove(*at);
            read(&bytes)
        })
        .count();
    // Letters of free text and line breaks may go; most bytes may not.
    assert!(good > 0 && good < text.len() / 4, "{good} of {} documents are good", text.len());
}

#[test]
fn any_byte_may_be_another() {
    let text = sound();
    for by in [b'"', b'{', b']', b',', b'\\', b'9', b'-', b'n', 0x00, 0x80, 0xFF] {
        for at in 0..text.len() {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = by;
            read(&bytes);
        }
    }
}

#[test]
fn any_value_may_be_another() {
    let text = sound();
    let values = ["null", "true", "-1", "1e999", "\"\"", "[]", "{}", "[[{}]]", "{\"kind\":{}}"];
    let starts: Vec<usize> = text.match_indices(':').map(|(at, _)| at + 1).collect();
    for start in starts {
        let rest = &text[start..];
        let end = rest.find([',', '}', ']']).map_or(text.len(), |length| start + length);
        for value in values {
            read(format!("{}{value}{}", &text[..start], &text[end..]).as_bytes());
        }
    }
}

#[test]
fn what_can_be_read_can_be_evaluated_by_any_edition() {
    let text = sound();
    let day = usual_day("2025-26");
    let mut evaluated = 0;
    for at in (0..text.len()).step_by(3) {
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] = b'1';
        if let Ok(assessment) = Assessment::from_json(&bytes) {
            evaluated += 1;
            for bank in QuestionBank::editions() {
                assert!(!dspt::evaluate(bank, &assessment, day).to_json().is_empty());
            }
        }
    }
    assert!(evaluated > 10, "{evaluated}");
}

#[test]
fn a_bank_cut_short_or_with_another_byte_does_not_panic() {
    let text = crate::common::bank("2021-22").to_json();
    for length in (0..text.len()).step_by(2_003) {
        assert!(RawBank::from_json(&text.as_bytes()[..length]).is_err());
    }
    let mut checked = 0;
    for at in (0..text.len()).step_by(1_009) {
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] = b'9';
        if let Ok(bank) = RawBank::from_json(&bytes) {
            // Whether it passes the check or not, it must say so.
            let _ = bank.check().map_err(|error| assert!(!error.mistakes().is_empty()));
            checked += 1;
        }
    }
    assert!(checked > 10, "{checked}");
}

#[test]
fn far_away_dates_can_be_evaluated() {
    for (issued_on, expires_on) in [("0000-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")] {
        let answers = Answers::complete("2025-26", usual_day("2025-26"))
            .profile(|profile| profile.cyber_essentials_plus = Some(held(issued_on, expires_on)));
        let assessment = answers.assessment();
        for bank in QuestionBank::editions() {
            for day in [dspt::NaiveDate::MIN, dspt::NaiveDate::MAX, usual_day("2025-26")] {
                assert!(!dspt::evaluate(bank, &assessment, day).to_json().is_empty());
            }
        }
    }
}
