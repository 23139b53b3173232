//! What a message shows of a bad document: nothing that cannot be seen, no wild guess, and 100 problems at most.

use crate::common::{Answers, bank, response, tick};
use crate::reading::{refused, sound_but, with_answer, with_profile};
use dspt::Assessment;

#[test]
fn what_cannot_be_seen_is_shown_escaped() {
    let edition = |text: &str| refused(sound_but("2025-26", text), &[("bad-form", "/edition")]).to_string();
    let lines = [
        edition(r"2025-26\nat `/format`: all is well"),
        edition(r"\u001b[2J\u0000\u007f\u0085"),
        refused(with_profile(r#""nhsmail": "used\t""#), &[("unknown-word", "/organisation/nhsmail")]).to_string(),
        refused(with_profile(r#""name\r\n": """#), &[("unknown-key", "/organisation/name\r\n")]).to_string(),
        refused(
            sound_but(r#""responses": {}"#, r#""responses": { "1.1.1\n": {} }"#),
            &[("bad-form", "/responses/1.1.1\n"), ("missing-key", "/responses/1.1.1\n/kind")],
        )
        .to_string(),
    ];
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/edition`: found `2025-26\nat `/format`: all is well`, expected an edition such as `2025-26`
    at `/edition`: found `\u{1b}[2J\u{0}\u{7f}\u{85}`, expected an edition such as `2025-26`
    at `/organisation/nhsmail`: found `used\t`, expected `only-email-system`, `used`, `no` or `not-sure`; did you mean `used`?
    at `/organisation/name\r\n`: unknown key `name\r\n`, expected `odsCode`, `name`, `sector`, `nation`, `nhsmail`, `cyberEssentialsPlus`, `cyberEssentials`, `iso27001`, `roleHolders`, `profileConfirmedOn` or `profileChangedOn`
    at `/responses/1.1.1\n`: found `1.1.1\n`, expected a question code such as `10.1.2`
    at `/responses/1.1.1\n/kind`: `kind` is missing; add it
    ");
}

#[test]
fn no_control_character_reaches_a_message() {
    for code in (0..0x20).chain(0x7f..0xa0) {
        let text = sound_but("2025-26", &format!(r"2025-26\u{code:04x}"));
        let message = refused(text, &[("bad-form", "/edition")]).to_string();
        assert!(!message.contains(char::is_control), "U+{code:04X} in {message:?}");
    }
}

#[test]
fn long_text_is_cut_after_80_characters() {
    let shown = |length: usize| {
        let error = refused(sound_but("2025-26", &"£".repeat(length)), &[("bad-form", "/edition")]);
        error.to_string().matches('£').count()
    };
    assert_eq!((shown(80), shown(81), shown(100_000)), (80, 80, 80));
    let cut = refused(sound_but("2025-26", &"£".repeat(81)), &[("bad-form", "/edition")]);
    assert!(cut.to_string().contains("££…`"), "{cut}");
    let whole = refused(sound_but("2025-26", &"£".repeat(80)), &[("bad-form", "/edition")]);
    assert!(!whole.to_string().contains('…'), "{whole}");
}

/// The word that a message suggests.
fn suggested(error: &dspt::ReadError) -> Option<String> {
    let text = error.to_string();
    let (_, rest) = text.split_once("; did you mean `")?;
    Some(rest.trim_end_matches("`?").to_owned())
}

#[test]
fn a_slip_of_the_keyboard_is_met_with_the_word_that_was_meant() {
    for (found, meant) in [
        ("yess", Some("yes")),
        ("Yes", Some("yes")),
        ("not sure", Some("not-sure")),
        ("not-sur", Some("not-sure")),
        // Of two letters nothing can be told.
        ("ye", None),
        ("ys", None),
        ("n0", None),
        ("n", None),
        ("", None),
        ("perhaps", None),
    ] {
        let text = with_profile(&format!(r#""iso27001": {{ "held": "{found}" }}"#));
        let error = refused(text, &[("unknown-word", "/organisation/iso27001/held")]);
        assert_eq!(suggested(&error).as_deref(), meant, "{found}");
    }
}

#[test]
fn another_number_is_not_a_slip() {
    for (found, meant) in [
        ("Iso27001", Some("iso27001")),
        ("iso-27001", Some("iso27001")),
        ("isso27001", Some("iso27001")),
        ("iso27002", None),
        ("iso27701", None),
        ("iso9001", None),
        ("iso", None),
    ] {
        let text = with_profile(&format!(r#""{found}": {{ "held": "no" }}"#));
        let error = refused(text, &[("unknown-key", &format!("/organisation/{found}"))]);
        assert_eq!(suggested(&error).as_deref(), meant, "{found}");
    }
    for (format, code, meant) in [
        ("dspt.assessment.v2", "newer-format", None),
        ("dspt.assessment.v10", "newer-format", None),
        ("dspt.assessment.v", "other-format", None),
        ("dspt.assessment.v0", "other-format", None),
        ("dspt.assesment.v1", "other-format", Some("dspt.assessment.v1")),
        ("DSPT.assessment.v1", "other-format", Some("dspt.assessment.v1")),
    ] {
        let error = refused(sound_but("dspt.assessment.v1", format), &[(code, "/format")]);
        assert_eq!(suggested(&error).as_deref(), meant, "{format}");
    }
}

#[test]
fn lines_and_columns_are_counted_from_one() {
    for (text, line, column) in
        [("{", 1, 1), ("{\n", 2, 1), ("\n\n{\n\n", 5, 1), ("\n?", 2, 1), ("?", 1, 1), (" ?", 1, 2), ("{}}", 1, 3)]
    {
        let error = Assessment::from_json(text).expect_err("no JSON");
        let last = error.problems().last().expect("a problem");
        let dspt::Cause::NotJson { line: found_line, column: found_column, .. } = last.cause() else {
            panic!("{error}");
        };
        assert_eq!((*found_line, *found_column), (line, column), "{text:?}");
    }
}

#[test]
fn at_most_100_problems_are_kept_and_the_rest_are_counted() {
    let keys: Vec<String> = (1..=250).map(|number| format!(r#""key{number}": 1"#)).collect();
    let error = Assessment::from_json(with_profile(&keys.join(", "))).expect_err("250 unknown keys");
    assert_eq!(error.problems().len(), 100);
    assert_eq!(error.problems()[99].pointer(), "/organisation/key100");
    assert_eq!(error.more(), 150);
    let text = error.to_string();
    assert_eq!(text.lines().count(), 101);
    assert_eq!(text.lines().last(), Some("and 150 more"));
}

/// Unknown keys, so many of them, followed by something.
fn unknown_keys(count: usize, then: &str) -> String {
    let keys: Vec<String> = (1..=count).map(|number| format!(r#""key{number}": 1"#)).collect();
    with_profile(&format!("{}{then}", keys.join(", ")))
}

#[test]
fn what_ended_the_reading_is_always_kept() {
    for (count, kept, more) in [(0, 1, 0), (98, 99, 0), (99, 100, 0), (100, 100, 1), (250, 100, 151)] {
        // A comma too many.
        let error = Assessment::from_json(unknown_keys(count, ",,")).expect_err("no JSON");
        assert_eq!((error.problems().len(), error.more()), (kept, more), "{count} unknown keys");
        let last = error.problems().last().expect("a problem");
        assert_eq!((last.code(), last.pointer()), ("not-json", ""));
    }
}

#[test]
fn every_place_counts_beyond_100() {
    let numbers = vec!["1"; 150].join(", ");
    let answers: Vec<String> = (1..=150).map(|item| format!(r#""1.1.{item}": 1"#)).collect();
    for text in [
        unknown_keys(150, ""),
        with_answer(&format!(r#"{{ "kind": "document", "documents": [{numbers}] }}"#)),
        sound_but(r#""responses": {}"#, &format!(r#""responses": {{ {} }}"#, answers.join(", "))),
    ] {
        let error = Assessment::from_json(text).expect_err("150 problems");
        assert_eq!((error.problems().len(), error.more()), (100, 50));
    }
}

#[test]
fn of_answers_to_unknown_questions_100_are_kept_too() {
    let refused = |count: u8| {
        let answers = Answers::none("2025-26");
        let answers =
            (1..=count).fold(answers, |answers, item| answers.with(&format!("99.1.{item}"), response(tick())));
        let error = answers.assessment().check_against(bank("2025-26")).expect_err("no such questions");
        (error.problems().len(), error.more())
    };
    assert_eq!(refused(100), (100, 0));
    assert_eq!(refused(101), (100, 1));
    assert_eq!(refused(250), (100, 150));
}
