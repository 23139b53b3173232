//! Cyber Essentials Plus by the day: before its issue, while it lasts, in its last three months, and after.

use crate::common::{Answers, bank, code, day, held};
use dspt::Level::{StandardsExceeded, StandardsMet};
use dspt::{Holding, Level, NaiveDate, QuestionStatus, evaluate};

/// The level, what question 4.2.4 comes to, and the findings about the certificate's dates, for a home that has
/// answered every listed question of 2025-26.
#[track_caller]
fn judged(holding: Holding, as_of: &str) -> (Option<Level>, QuestionStatus, Vec<&'static str>) {
    let as_of: NaiveDate = day(as_of);
    let answers = Answers::complete("2025-26", as_of).profile(|home| home.cyber_essentials_plus = Some(holding));
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, as_of);
    let dates = evaluation.profile_findings().iter().map(dspt::Finding::code);
    let dates = dates.filter(|code| code.starts_with("certificate-")).collect();
    (evaluation.level(), evaluation.question(code("4.2.4")).expect("listed").status, dates)
}

#[test]
fn the_certificate_counts_from_its_day_of_issue_to_its_last_day() {
    use QuestionStatus::{Complete, Exempt};
    let table = [
        ("2025-10-14", StandardsMet, Complete, "certificate-not-yet-valid"),
        ("2025-10-15", StandardsExceeded, Exempt, ""),
        ("2025-10-16", StandardsExceeded, Exempt, ""),
        ("2026-06-13", StandardsExceeded, Exempt, ""),
        ("2026-06-14", StandardsExceeded, Exempt, "certificate-about-to-lapse"),
        ("2026-09-13", StandardsExceeded, Exempt, "certificate-about-to-lapse"),
        ("2026-09-14", StandardsExceeded, Exempt, "certificate-about-to-lapse"),
        ("2026-09-15", StandardsMet, Complete, "certificate-expired"),
    ];
    for (as_of, level, status, dates) in table {
        let dates: Vec<_> = Some(dates).filter(|code| !code.is_empty()).into_iter().collect();
        assert_eq!(judged(held("2025-10-15", "2026-09-14"), as_of), (Some(level), status, dates), "on {as_of}");
    }
}

#[test]
fn a_certificate_of_one_day_counts_on_that_day() {
    let holding = || held("2026-05-30", "2026-05-30");
    assert_eq!(judged(holding(), "2026-05-29").0, Some(StandardsMet));
    assert_eq!(judged(holding(), "2026-05-30").0, Some(StandardsExceeded));
    assert_eq!(judged(holding(), "2026-05-31").0, Some(StandardsMet));
}

/// Whether a certificate that lasts up to a day is about to lapse.
#[track_caller]
fn about_to_lapse(expires_on: &str, as_of: &str) -> bool {
    let last = day(expires_on);
    let holding = Holding::Yes { issued_on: last - chrono::Days::new(300), expires_on: last };
    judged(holding, as_of).2 == ["certificate-about-to-lapse"]
}

/// As long before as the toolkit itself reminds people of the deadline (statement S4-121).
#[test]
fn notice_of_the_lapse_is_given_three_months_before() {
    let table = [
        ("2026-08-29", true),
        ("2026-08-30", true),
        ("2026-08-31", false),
        ("2026-05-30", true),
        // Expired yesterday: no longer about to.
        ("2026-05-29", false),
    ];
    for (expires_on, expected) in table {
        assert_eq!(about_to_lapse(expires_on, "2026-05-30"), expected, "until {expires_on}");
    }
}

/// Three months after 30 November 2025 there is no 30 February: the month's last day stands in for it.
#[test]
fn the_notice_follows_the_end_of_february() {
    let table = [("2026-02-28", true), ("2026-03-01", false)];
    for (expires_on, expected) in table {
        assert_eq!(about_to_lapse(expires_on, "2025-11-30"), expected, "until {expires_on}");
    }
}

#[test]
fn a_certificate_lasts_at_most_twelve_months() {
    let odd = |issued_on, expires_on| judged(held(issued_on, expires_on), "2026-05-30").2;
    assert_eq!(odd("2025-12-01", "2026-11-30"), [""; 0]);
    assert_eq!(odd("2025-12-01", "2026-12-01"), [""; 0]);
    assert_eq!(odd("2025-12-01", "2026-12-02"), ["certificate-longer-than-a-year"]);
}

/// Dates that cannot be right are pointed out; they do not take the level away.
#[test]
fn a_certificate_of_more_than_twelve_months_still_counts() {
    assert_eq!(judged(held("2025-12-01", "2026-12-02"), "2026-05-30").0, Some(StandardsExceeded));
}
