//! What can be wrong with a wording pack: every mistake at once, each with its place.

use dspt::RawWording;
use serde_json::{Value, json};

use crate::common::bank;
use crate::wording::pack;

#[track_caller]
fn assert_mistakes(given: &Value, expected: &[(&str, &str)]) {
    let error = pack(given).check(bank("2025-26")).expect_err("there are mistakes");
    let found: Vec<_> = error.mistakes().iter().map(|mistake| (mistake.code(), mistake.pointer())).collect();
    assert_eq!(found, expected);
}

#[test]
fn messages_are_those_that_there_are() {
    assert_mistakes(
        &json!({ "messages": { "not-reconfirmed.too-late": "X", "text-empty=1": "X", "training-below-threshold=01": "X",
                               "training-below-threshold=one": "X", "unanswerd": "X" } }),
        &[
            ("unknown-message", "/messages/not-reconfirmed.too-late"),
            ("nothing-counted", "/messages/text-empty=1"),
            ("nothing-counted", "/messages/training-below-threshold=01"),
            ("nothing-counted", "/messages/training-below-threshold=one"),
            ("unknown-message", "/messages/unanswerd"),
        ],
    );
}

#[test]
fn a_message_is_filled_from_what_there_is() {
    assert_mistakes(
        &json!({ "messages": {
            "after-deadline": "{day}, {deadline}, {opening}",
            "before-opening": "{day",
            "not-reconfirmed": "{day}",
            "review-in-future": "day}",
            "text-empty": " ",
            "unanswered": "{ {day} }",
        } }),
        &[
            ("unknown-placeholder", "/messages/after-deadline"),
            ("brace-open", "/messages/before-opening"),
            ("unknown-placeholder", "/messages/not-reconfirmed"),
            ("brace-open", "/messages/review-in-future"),
            ("text-empty", "/messages/text-empty"),
            ("brace-open", "/messages/unanswered"),
        ],
    );
}

#[test]
fn lists_words_questions_and_parts_are_those_that_there_are() {
    assert_mistakes(
        &json!({
            "dates": { "form": "{days}", "months": ["ONE", ""] },
            "labels": { "level": { "standards-mat": "X" }, "levels": {} },
            "questions": { "2025-26": { "1.3.11": { "parts": { "leaflet": "X" }, "prompt": "" }, "9.9.9": {} } },
        }),
        &[
            ("not-twelve-months", "/dates/months"),
            ("text-empty", "/dates/months/1"),
            ("unknown-placeholder", "/dates/form"),
            ("unknown-label", "/labels/level/standards-mat"),
            ("unknown-list", "/labels/levels"),
            ("text-empty", "/questions/2025-26/1.3.11/prompt"),
            ("unknown-part", "/questions/2025-26/1.3.11/parts/leaflet"),
            ("unlisted-question", "/questions/2025-26/9.9.9"),
        ],
    );
}

/// The words for another edition's questions are its own matter.
#[test]
fn a_pack_is_checked_against_the_bank_that_is_given_and_against_all_that_are_built_in() {
    let given = json!({ "questions": { "2019-20": {}, "2021-22": { "9.9.9": {} } } });
    assert!(pack(&given).check(bank("2025-26")).is_ok());
    let error = pack(&given).check_built_in().expect_err("mistakes");
    let found: Vec<_> = error.mistakes().iter().map(|mistake| (mistake.code(), mistake.pointer())).collect();
    let expected = [("edition-without-bank", "/questions/2019-20"), ("unlisted-question", "/questions/2021-22/9.9.9")];
    assert_eq!(found, expected);
}

#[test]
fn what_is_missing_is_a_mistake_only_where_the_pack_says_that_nothing_is() {
    let given = json!({ "questions": { "2025-26": { "7.1.1": { "title": "DEVICES" } } } });
    assert!(pack(&given).check(bank("2025-26")).is_ok());
    let mut complete = given;
    complete["coverage"] = json!("complete");
    let error = pack(&complete).check(bank("2025-26")).expect_err("much is missing");
    assert!(error.mistakes().iter().all(|mistake| mistake.code() == "words-missing"));
    let text = error.to_string();
    for missing in [
        "at `/dates`: a date has no words",
        "at `/messages`: the message `not-reconfirmed.too-early` has no words",
        "at `/labels`: the word `standards-met` of the list `level` has no words",
        "at `/questions/2025-26`: the prompt of question `7.1.1` has no words",
        "at `/questions/2025-26`: everything of question `1.1.1` has no words",
    ] {
        assert!(text.contains(missing), "{missing}");
    }
    assert!(!text.contains("the title of question `7.1.1`"));
}

#[test]
fn messages_of_mistakes_suggest_what_was_meant() {
    let given = json!({ "messages": { "text-empty": "{day}", "unanswerd": "X" } });
    let error = pack(&given).check(bank("2025-26")).expect_err("mistakes");
    insta::assert_snapshot!(error, @"
    at `/messages/text-empty`: `{day}` is not filled here, expected no name in braces; correct the name or take it out
    at `/messages/unanswerd`: there is no message `unanswerd`; correct the name or take it out; did you mean `unanswered`?
    ");
}

#[test]
fn a_pack_is_read_strictly() {
    let table = [
        (r#"{ "format": "dspt.wording.v1" }"#, "missing-key", "/locale"),
        (r#"{ "format": "dspt.wording.v1", "locale": "Welsh" }"#, "bad-form", "/locale"),
        (r#"{ "format": "dspt.wording.v2", "locale": "cy" }"#, "newer-format", "/format"),
        (
            r#"{ "format": "dspt.wording.v1", "locale": "cy", "questions": { "2025-27": {} } }"#,
            "years-apart",
            "/questions/2025-27",
        ),
        (
            r#"{ "format": "dspt.wording.v1", "locale": "cy", "messages": { "unanswered": "A", "unanswered": "B" } }"#,
            "duplicate-key",
            "/messages/unanswered",
        ),
    ];
    for (text, code, pointer) in table {
        let error = RawWording::from_json(text).expect_err(text);
        let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.pointer())).collect();
        assert_eq!(found, [(code, pointer)], "{text}");
    }
}
