//! How long a publication counts: the last valid day, the notice before it, and what shows afterwards.

use dspt::{Currency, History, PublicationStatus, PublishedLevel, ValidityPolicy, status};

use crate::common::day;
use crate::publishing::{history, past};

use Currency::{Current, DueSoon, OutOfDate};
use ValidityPolicy::{NextDeadline, TwelveMonths};

/// The status of one publication at Standards Met on a day.
#[track_caller]
fn currency(of: &str, published_on: &str, policy: ValidityPolicy, on: &str) -> Option<Currency> {
    let history = history([past(of, PublishedLevel::StandardsMet, published_on)]);
    status(&history, day(on), policy).currency()
}

/// Checks the last valid day and the first day of notice, and the days on either side of both.
#[track_caller]
fn counts(of: &str, published_on: &str, policy: ValidityPolicy, notice_from: &str, last: &str) {
    let publication = past(of, PublishedLevel::StandardsMet, published_on);
    assert_eq!(policy.last_valid_day(&publication), day(last), "{of} {published_on} {policy}");
    let history = history([publication.clone()]);
    let expected = PublicationStatus::Published {
        publication: &publication,
        currency: Current,
        due_soon_from: day(notice_from),
        last_valid_day: day(last),
        policy,
    };
    let before_notice = day(notice_from).pred_opt().expect("a day");
    assert_eq!(status(&history, before_notice, policy), expected, "the day before the notice");
    let on = |on| status(&history, on, policy);
    assert_eq!(on(day(notice_from)).currency(), Some(DueSoon), "the first day of the notice");
    assert_eq!(on(day(last)).currency(), Some(DueSoon), "the last day");
    assert!(on(day(last)).is_evidence());
    let after = day(last).succ_opt().expect("a day");
    assert_eq!(on(after).currency(), Some(OutOfDate), "the day after");
    assert!(!on(after).is_evidence());
    assert!(matches!(on(after), PublicationStatus::Published { .. }), "it still shows");
}

#[test]
fn twelve_months_run_to_the_same_day_of_the_next_year() {
    counts("2024-25", "2025-06-12", TwelveMonths, "2026-03-12", "2026-06-12");
    counts("2024-25", "2025-06-30", TwelveMonths, "2026-03-30", "2026-06-30");
    counts("2021-22", "2022-08-23", TwelveMonths, "2023-05-23", "2023-08-23");
    counts("2025-26", "2026-01-01", TwelveMonths, "2026-10-01", "2027-01-01");
}

#[test]
fn twelve_months_from_29_february_run_to_28_february() {
    counts("2023-24", "2024-02-29", TwelveMonths, "2024-11-28", "2025-02-28");
    // A leap day on the way, and one at the end of the notice, change nothing.
    counts("2022-23", "2023-02-28", TwelveMonths, "2023-11-28", "2024-02-28");
    counts("2022-23", "2023-03-01", TwelveMonths, "2023-12-01", "2024-03-01");
    assert_eq!(currency("2022-23", "2023-02-28", TwelveMonths, "2024-02-29"), Some(OutOfDate));
}

#[test]
fn the_notice_begins_on_the_last_day_of_a_month_that_is_too_short() {
    counts("2022-23", "2023-05-31", TwelveMonths, "2024-02-29", "2024-05-31");
    counts("2023-24", "2024-05-31", TwelveMonths, "2025-02-28", "2025-05-31");
}

#[test]
fn the_next_deadline_is_30_june_of_the_following_edition() {
    counts("2021-22", "2021-09-01", NextDeadline, "2023-03-30", "2023-06-30");
    counts("2021-22", "2022-08-23", NextDeadline, "2023-03-30", "2023-06-30");
    counts("2022-23", "2023-05-02", NextDeadline, "2024-03-30", "2024-06-30");
    counts("2023-24", "2024-02-29", NextDeadline, "2025-03-30", "2025-06-30");
    counts("2024-25", "2025-06-12", NextDeadline, "2026-03-30", "2026-06-30");
}

#[test]
fn where_the_next_edition_is_not_on_record_its_deadline_is_a_year_after() {
    counts("2025-26", "2025-10-01", NextDeadline, "2027-03-30", "2027-06-30");
    counts("2020-21", "2021-04-01", NextDeadline, "2022-03-30", "2022-06-30");
    // Neither edition is on record.
    counts("2018-19", "2019-03-01", NextDeadline, "2020-03-30", "2020-06-30");
}

#[test]
fn the_policies_differ_by_the_day_of_publication() {
    // Early in the edition the twelve months end first, after the deadline the next deadline comes first.
    let table = [
        ("2024-25", "2024-09-03", "2025-09-04", Some(OutOfDate), Some(Current)),
        ("2024-25", "2025-07-01", "2026-07-01", Some(DueSoon), Some(OutOfDate)),
        ("2024-25", "2025-06-30", "2026-06-30", Some(DueSoon), Some(DueSoon)),
        ("2024-25", "2025-06-30", "2026-07-01", Some(OutOfDate), Some(OutOfDate)),
    ];
    for (of, published_on, on, twelve_months, next_deadline) in table {
        assert_eq!(currency(of, published_on, TwelveMonths, on), twelve_months, "{published_on} on {on}");
        assert_eq!(currency(of, published_on, NextDeadline, on), next_deadline, "{published_on} on {on}");
    }
    assert_eq!(ValidityPolicy::default(), TwelveMonths);
}

#[test]
fn nothing_published_is_no_evidence_and_has_no_currency() {
    let nothing = History::default();
    for policy in [TwelveMonths, NextDeadline] {
        let status = status(&nothing, day("2025-06-30"), policy);
        assert_eq!(status, PublicationStatus::NotPublished);
        assert_eq!((status.currency(), status.is_evidence()), (None, false));
    }
}

#[test]
fn a_publication_counts_from_its_day_and_not_before() {
    assert_eq!(currency("2024-25", "2025-06-12", TwelveMonths, "2025-06-11"), None);
    assert_eq!(currency("2024-25", "2025-06-12", TwelveMonths, "2025-06-12"), Some(Current));
}

#[test]
fn the_latest_publication_on_or_before_the_day_is_the_one_that_shows() {
    let history = history([
        past("2021-22", PublishedLevel::ApproachingStandards, "2022-06-20"),
        past("2022-23", PublishedLevel::StandardsMet, "2023-06-21"),
        past("2022-23", PublishedLevel::StandardsExceeded, "2023-06-21"),
        past("2024-25", PublishedLevel::StandardsMet, "2025-01-15"),
    ]);
    let table = [
        ("2022-06-19", None),
        ("2022-06-20", Some(("2021-22", PublishedLevel::ApproachingStandards, Current))),
        ("2023-06-20", Some(("2021-22", PublishedLevel::ApproachingStandards, DueSoon))),
        // Of two on one day the later in the history.
        ("2023-06-21", Some(("2022-23", PublishedLevel::StandardsExceeded, Current))),
        ("2024-06-22", Some(("2022-23", PublishedLevel::StandardsExceeded, OutOfDate))),
        ("2025-01-14", Some(("2022-23", PublishedLevel::StandardsExceeded, OutOfDate))),
        ("2025-01-15", Some(("2024-25", PublishedLevel::StandardsMet, Current))),
        ("2040-01-01", Some(("2024-25", PublishedLevel::StandardsMet, OutOfDate))),
    ];
    for (on, expected) in table {
        let found = match status(&history, day(on), TwelveMonths) {
            PublicationStatus::NotPublished => None,
            PublicationStatus::Published { publication, currency, .. } => {
                Some((publication.edition.to_string(), publication.level, currency))
            }
        };
        let expected = expected.map(|(of, level, currency)| (of.to_owned(), level, currency));
        assert_eq!(found, expected, "{on}");
    }
}

#[test]
fn levels_of_the_past_show_like_any_other() {
    for level in [PublishedLevel::EntryLevel, PublishedLevel::StandardsNotMet] {
        let history = history([past("2019-20", level, "2020-01-15")]);
        let PublicationStatus::Published { publication, currency, .. } =
            status(&history, day("2022-09-09"), TwelveMonths)
        else {
            panic!("{level} shows");
        };
        assert_eq!((publication.level, currency), (level, OutOfDate));
    }
    assert_eq!(PublishedLevel::EntryLevel.name(), "Entry Level");
    assert_eq!(PublishedLevel::StandardsNotMet.name(), "Standards Not Met");
}

#[test]
fn a_status_is_a_document_with_its_days() {
    let history = history([past("2024-25", PublishedLevel::StandardsMet, "2025-06-12")]);
    let of = |on: &str, policy| serde_json::to_string(&status(&history, day(on), policy)).expect("JSON");
    insta::assert_snapshot!(of("2025-06-11", TwelveMonths), @r#"{"kind":"not-published"}"#);
    insta::assert_snapshot!(
        of("2026-06-13", TwelveMonths),
        @r#"{"kind":"published","publication":{"edition":"2024-25","level":"standards-met","publishedOn":"2025-06-12"},"currency":"out-of-date","dueSoonFrom":"2026-03-12","lastValidDay":"2026-06-12","policy":"twelve-months"}"#
    );
    insta::assert_snapshot!(
        of("2026-06-13", NextDeadline),
        @r#"{"kind":"published","publication":{"edition":"2024-25","level":"standards-met","publishedOn":"2025-06-12"},"currency":"due-soon","dueSoonFrom":"2026-03-30","lastValidDay":"2026-06-30","policy":"next-deadline"}"#
    );
}
