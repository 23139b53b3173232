//! The status texts of the public register: read, printed, and refused where they are something else.

use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::sample::select;

use dspt::{EditionId, LabelStyle, Level, PublishedLevel, RegisterLevel, RegisterStatus, StatusError};

#[track_caller]
fn status(text: &str) -> RegisterStatus {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[track_caller]
fn refused(text: &str) -> StatusError {
    text.parse::<RegisterStatus>().expect_err("not a status of the register")
}

#[track_caller]
fn published(edition: &str, level: RegisterLevel, style: LabelStyle) -> RegisterStatus {
    RegisterStatus::Published { edition: edition.parse().expect("an edition"), level, style }
}

#[test]
fn every_status_seen_in_the_register_is_read() {
    use LabelStyle::{Long, Short};
    let seen = [
        ("21/22 Standards Met", "2021-22", RegisterLevel::StandardsMet, Short),
        ("20/21 Standards Met", "2020-21", RegisterLevel::StandardsMet, Short),
        ("21/22 Approaching Standards", "2021-22", RegisterLevel::ApproachingStandards, Short),
        ("21/22 Standards Exceeded", "2021-22", RegisterLevel::StandardsExceeded, Short),
        ("19/20 Entry Level", "2019-20", RegisterLevel::EntryLevel, Short),
        ("19/20 Standards Not Met", "2019-20", RegisterLevel::StandardsNotMet, Short),
        ("18/19 Standards not fully met (plan agreed)", "2018-19", RegisterLevel::StandardsNotFullyMet, Short),
        ("19/20 Critical Standards Not Met", "2019-20", RegisterLevel::CriticalStandardsNotMet, Short),
        ("2022-23 Standards Met", "2022-23", RegisterLevel::StandardsMet, Long),
    ];
    for (text, edition, level, style) in seen {
        assert_eq!(status(text), published(edition, level, style), "{text}");
    }
    assert_eq!(status("Not Published"), RegisterStatus::NotPublished);
}

#[test]
fn a_status_is_printed_in_either_style() {
    let rows = [
        ("21/22 Standards Met", "21/22 Standards Met", "2021-22 Standards Met"),
        ("2022-23 Standards Exceeded", "22/23 Standards Exceeded", "2022-23 Standards Exceeded"),
        ("09/10 Entry Level", "09/10 Entry Level", "2009-10 Entry Level"),
        ("Not Published", "Not Published", "Not Published"),
    ];
    for (read, short, long) in rows {
        assert_eq!(status(read).in_style(LabelStyle::Short).to_string(), short);
        assert_eq!(status(read).in_style(LabelStyle::Long).to_string(), long);
        assert_eq!(status(read).to_string(), read);
    }
}

#[test]
fn a_status_fills_the_width_it_is_given() {
    assert_eq!(format!("{:<20}|", status("21/22 Standards Met")), "21/22 Standards Met |");
    assert_eq!(format!("{:<20}|", status("Not Published")), "Not Published       |");
}

#[test]
fn a_status_stands_in_json_as_its_text() {
    let text = serde_json::to_string(&status("2022-23 Standards Met")).expect("JSON");
    assert_eq!(text, r#""2022-23 Standards Met""#);
}

#[test]
fn five_levels_of_the_register_belong_to_the_history_of_social_care() {
    let rows = [
        (RegisterLevel::ApproachingStandards, Some(Level::ApproachingStandards)),
        (RegisterLevel::StandardsMet, Some(Level::StandardsMet)),
        (RegisterLevel::StandardsExceeded, Some(Level::StandardsExceeded)),
        (RegisterLevel::EntryLevel, None),
        (RegisterLevel::StandardsNotMet, None),
    ];
    for (level, reachable) in rows {
        let published = level.published().expect("part of the history");
        assert_eq!(published.level(), reachable, "{level}");
        assert_eq!(published.name(), level.name());
        assert_eq!(RegisterLevel::from(published), level);
    }
    assert_eq!(rows.map(|(level, _)| level.published()).into_iter().flatten().count(), PublishedLevel::ALL.len());
    assert_eq!(RegisterLevel::StandardsNotFullyMet.published(), None);
    assert_eq!(RegisterLevel::CriticalStandardsNotMet.published(), None);
}

#[test]
fn every_other_text_is_refused_with_its_cause() {
    let rows = [
        ("", "status-empty"),
        (" \t", "status-empty"),
        (" Not Published", "stray-space"),
        ("21/22 Standards Met\n", "stray-space"),
        ("21/22  Standards Met", "stray-space"),
        ("21/22\u{a0}Standards Met", "stray-space"),
        ("Standards Met", "unknown-label"),
        ("not published", "unknown-label"),
        ("Unpublished", "unknown-label"),
        ("Not Registered", "unknown-label"),
        ("Not Publisheds", "unknown-label"),
        ("2021/22 Standards Met", "unknown-label"),
        ("21-22 Standards Met", "unknown-label"),
        ("2021-2022 Standards Met", "unknown-label"),
        ("1/2 Standards Met", "unknown-label"),
        ("21/2 Standards Met", "unknown-label"),
        ("21/022 Standards Met", "unknown-label"),
        ("1/22 Standards Met", "unknown-label"),
        ("+1/22 Standards Met", "unknown-label"),
        ("1999-00 Standards Met", "unknown-label"),
        ("99/00 Standards Met", "unknown-label"),
        ("21/23 Standards Met", "years-do-not-follow"),
        ("22/21 Standards Met", "years-do-not-follow"),
        ("21/21 Standards Met", "years-do-not-follow"),
        ("2022-24 Standards Met", "years-do-not-follow"),
        ("21/22", "level-missing"),
        ("2021-22", "level-missing"),
        ("21/22 standards met", "unknown-level"),
        ("21/22 Standards Metropolitan", "unknown-level"),
        ("21/22 Standards Not Fully Met (Plan Agreed)", "unknown-level"),
        ("21/22 Not Published", "unknown-level"),
        ("21/22 Expired", "unknown-level"),
        ("21/22 Standards Met (draft)", "trailing-text"),
        ("21/22 Standards Met.", "trailing-text"),
        ("21/22 Standards Met 30/06/2022", "trailing-text"),
        ("Not Published 30/06/2022", "trailing-text"),
    ];
    for (text, code) in rows {
        assert_eq!(refused(text).code(), code, "{text:?}");
    }
}

#[test]
fn a_refusal_says_what_was_found_what_was_expected_and_how_to_mend_it() {
    let texts = [
        " ",
        "21/22  Standards Met ",
        "Standards Met",
        "not publishd",
        "21/23 Standards Met",
        "2022-24 Standards Met",
        "21/22",
        "21/22 standards excede",
        "21/22 Lapsed",
        "21/22 Standards Met (draft)",
    ];
    assert_snapshot!(texts.map(|text| refused(text).to_string()).join("\n"), @r"
    the status is empty, expected `Not Published` or an edition and a level such as `21/22 Standards Met`; copy it from the register
    `21/22  Standards Met ` has white space that the register does not write; write `21/22 Standards Met`
    `Standards Met` does not begin with an edition, expected one such as `21/22` or `2021-22` before the level, or `Not Published`; copy the status from the register
    `not publishd` does not begin with an edition, expected one such as `21/22` or `2021-22` before the level, or `Not Published`; did you mean `Not Published`?
    the years of `21/23` do not follow each other, expected `21/22`; correct one of them
    the years of `2022-24` do not follow each other, expected `2022-23`; correct one of them
    `21/22` is not followed by a level, expected one such as `21/22 Standards Met`; add it
    `standards excede` is not a level of the register, expected one of `Approaching Standards`, `Standards Met`, `Standards Exceeded`, `Entry Level`, `Standards Not Met`, `Standards not fully met (plan agreed)`, `Critical Standards Not Met`; did you mean `Standards Exceeded`?
    `Lapsed` is not a level of the register, expected one of `Approaching Standards`, `Standards Met`, `Standards Exceeded`, `Entry Level`, `Standards Not Met`, `Standards not fully met (plan agreed)`, `Critical Standards Not Met`; copy the status from the register
    `(draft)` follows `Standards Met`, expected nothing after it; remove it
    ");
}

#[test]
fn a_long_text_is_cut_in_the_message() {
    let text = format!("21/22 {}", "x".repeat(10_000));
    assert!(refused(&text).to_string().len() < 400);
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_the_same(
        year in 2000_u16..=2098,
        level in select(RegisterLevel::ALL.to_vec()),
        style in select(LabelStyle::ALL.to_vec()),
    ) {
        let edition: EditionId = format!("{year}-{:02}", (year + 1) % 100).parse().expect("an edition");
        let written = RegisterStatus::Published { edition, level, style };
        prop_assert_eq!(written.to_string().parse(), Ok(written));
    }

    #[test]
    fn whatever_is_read_prints_as_it_was_written(text in "(Not Published|(2[0-8]/[0-9]{2}|20[0-8][0-9]-[0-9]{2}) (Standards (Met|Exceeded|Not Met)|Approaching Standards|Entry Level) ?)") {
        match text.parse::<RegisterStatus>() {
            Ok(read) => prop_assert_eq!(read.to_string(), text),
            Err(error) => prop_assert!(["stray-space", "years-do-not-follow"].contains(&error.code()), "{error}"),
        }
    }
}
