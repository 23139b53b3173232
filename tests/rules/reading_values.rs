//! Bad values in an assessment: wrong types, dates that do not exist, numbers and texts out of bounds.

use crate::reading::{accepted, refused, sound_but, with_answer, with_profile};

/// One value of every JSON type, and numbers of every sort.
const VALUES: [&str; 11] =
    ["null", "true", "false", "12", "-12", "1.5", "12.0", "1e300", "\"twelve\"", "[\"a\"]", "{\"a\": 1}"];

/// Puts every value in a place: those of a right type are not refused for their type, all others are.
fn wrong_types(place: &str, right: &[&str], document: impl Fn(&str) -> String) -> String {
    let wrong = VALUES.iter().filter(|value| !right.contains(value));
    let lines: Vec<String> = wrong
        .map(|value| {
            let error = refused(document(value), &[("wrong-type", place)]);
            format!("{value}: {error}")
        })
        .collect();
    for value in right {
        if let Err(error) = dspt::Assessment::from_json(document(value)) {
            let is_refused =
                |code, at| error.problems().iter().any(|found| found.code() == code && found.pointer() == at);
            assert!(!is_refused("wrong-type", place), "{error}");
        }
    }
    lines.join("\n")
}

#[test]
fn only_an_object_is_an_assessment() {
    insta::assert_snapshot!(wrong_types("", &["{\"a\": 1}"], str::to_owned), @r#"
    null: found null, expected an assessment with `format`, `edition`, `organisation` and `responses`
    true: found true, expected an assessment with `format`, `edition`, `organisation` and `responses`
    false: found false, expected an assessment with `format`, `edition`, `organisation` and `responses`
    12: found a number, expected an assessment with `format`, `edition`, `organisation` and `responses`
    -12: found a number below zero, expected an assessment with `format`, `edition`, `organisation` and `responses`
    1.5: found a number with a fraction or beyond all bounds, expected an assessment with `format`, `edition`, `organisation` and `responses`
    12.0: found a number, expected an assessment with `format`, `edition`, `organisation` and `responses`
    1e300: found a number with a fraction or beyond all bounds, expected an assessment with `format`, `edition`, `organisation` and `responses`
    "twelve": found text, expected an assessment with `format`, `edition`, `organisation` and `responses`
    ["a"]: found a list, expected an assessment with `format`, `edition`, `organisation` and `responses`
    "#);
}

#[test]
fn an_edition_is_text() {
    let table = wrong_types("/edition", &["\"twelve\""], |value| sound_but("\"2025-26\"", value));
    insta::assert_snapshot!(table, @r#"
    null: at `/edition`: found null, expected an edition such as `2025-26`
    true: at `/edition`: found true, expected an edition such as `2025-26`
    false: at `/edition`: found false, expected an edition such as `2025-26`
    12: at `/edition`: found a number, expected an edition such as `2025-26`
    -12: at `/edition`: found a number below zero, expected an edition such as `2025-26`
    1.5: at `/edition`: found a number with a fraction or beyond all bounds, expected an edition such as `2025-26`
    12.0: at `/edition`: found a number, expected an edition such as `2025-26`
    1e300: at `/edition`: found a number with a fraction or beyond all bounds, expected an edition such as `2025-26`
    ["a"]: at `/edition`: found a list, expected an edition such as `2025-26`
    {"a": 1}: at `/edition`: found an object, expected an edition such as `2025-26`
    "#);
}

#[test]
fn a_tick_is_true_or_false() {
    let table = wrong_types("/responses/1.1.1/confirmed", &["true", "false"], |value| {
        with_answer(&format!(r#"{{ "kind": "confirmation", "confirmed": {value} }}"#))
    });
    insta::assert_snapshot!(table, @r#"
    null: at `/responses/1.1.1/confirmed`: found null, expected true or false
    12: at `/responses/1.1.1/confirmed`: found a number, expected true or false
    -12: at `/responses/1.1.1/confirmed`: found a number below zero, expected true or false
    1.5: at `/responses/1.1.1/confirmed`: found a number with a fraction or beyond all bounds, expected true or false
    12.0: at `/responses/1.1.1/confirmed`: found a number, expected true or false
    1e300: at `/responses/1.1.1/confirmed`: found a number with a fraction or beyond all bounds, expected true or false
    "twelve": at `/responses/1.1.1/confirmed`: found text, expected true or false
    ["a"]: at `/responses/1.1.1/confirmed`: found a list, expected true or false
    {"a": 1}: at `/responses/1.1.1/confirmed`: found an object, expected true or false
    "#);
}

#[test]
fn a_date_is_text() {
    let table = wrong_types("/organisation/profileConfirmedOn", &["\"twelve\""], |value| {
        with_profile(&format!(r#""profileConfirmedOn": {value}"#))
    });
    insta::assert_snapshot!(table, @r#"
    null: at `/organisation/profileConfirmedOn`: found null, expected a date such as `2026-06-30`
    true: at `/organisation/profileConfirmedOn`: found true, expected a date such as `2026-06-30`
    false: at `/organisation/profileConfirmedOn`: found false, expected a date such as `2026-06-30`
    12: at `/organisation/profileConfirmedOn`: found a number, expected a date such as `2026-06-30`
    -12: at `/organisation/profileConfirmedOn`: found a number below zero, expected a date such as `2026-06-30`
    1.5: at `/organisation/profileConfirmedOn`: found a number with a fraction or beyond all bounds, expected a date such as `2026-06-30`
    12.0: at `/organisation/profileConfirmedOn`: found a number, expected a date such as `2026-06-30`
    1e300: at `/organisation/profileConfirmedOn`: found a number with a fraction or beyond all bounds, expected a date such as `2026-06-30`
    ["a"]: at `/organisation/profileConfirmedOn`: found a list, expected a date such as `2026-06-30`
    {"a": 1}: at `/organisation/profileConfirmedOn`: found an object, expected a date such as `2026-06-30`
    "#);
}

#[test]
fn a_number_is_whole_and_not_below_zero() {
    let table = wrong_types("/responses/1.1.1/training/people", &["12", "12.0"], |value| {
        with_answer(&format!(
            r#"{{ "kind": "confirmation", "confirmed": true, "training": {{ "trained": 1, "people": {value} }} }}"#
        ))
    });
    insta::assert_snapshot!(table, @r#"
    null: at `/responses/1.1.1/training/people`: found null, expected a whole number
    true: at `/responses/1.1.1/training/people`: found true, expected a whole number
    false: at `/responses/1.1.1/training/people`: found false, expected a whole number
    -12: at `/responses/1.1.1/training/people`: found a number below zero, expected a whole number
    1.5: at `/responses/1.1.1/training/people`: found a number with a fraction or beyond all bounds, expected a whole number
    1e300: at `/responses/1.1.1/training/people`: found a number with a fraction or beyond all bounds, expected a whole number
    "twelve": at `/responses/1.1.1/training/people`: found text, expected a whole number
    ["a"]: at `/responses/1.1.1/training/people`: found a list, expected a whole number
    {"a": 1}: at `/responses/1.1.1/training/people`: found an object, expected a whole number
    "#);
}

#[test]
fn documents_are_a_list() {
    let table = wrong_types("/responses/1.1.1/documents", &["[\"a\"]"], |value| {
        with_answer(&format!(r#"{{ "kind": "document", "documents": {value} }}"#))
    });
    insta::assert_snapshot!(table, @r#"
    null: at `/responses/1.1.1/documents`: found null, expected a list
    true: at `/responses/1.1.1/documents`: found true, expected a list
    false: at `/responses/1.1.1/documents`: found false, expected a list
    12: at `/responses/1.1.1/documents`: found a number, expected a list
    -12: at `/responses/1.1.1/documents`: found a number below zero, expected a list
    1.5: at `/responses/1.1.1/documents`: found a number with a fraction or beyond all bounds, expected a list
    12.0: at `/responses/1.1.1/documents`: found a number, expected a list
    1e300: at `/responses/1.1.1/documents`: found a number with a fraction or beyond all bounds, expected a list
    "twelve": at `/responses/1.1.1/documents`: found text, expected a list
    {"a": 1}: at `/responses/1.1.1/documents`: found an object, expected a list
    "#);
}

#[test]
fn every_other_place_takes_one_type_too() {
    let text = "\"twelve\"";
    let object = "{\"a\": 1}";
    for (key, right) in [("comment", text), ("reviewedOn", text), ("origin", object)] {
        wrong_types(&format!("/responses/1.1.1/{key}"), &[right], |value| {
            with_answer(&format!(r#"{{ "kind": "text", "text": "", "{key}": {value} }}"#))
        });
    }
    for (key, right) in [
        ("name", text),
        ("nhsmail", text),
        ("cyberEssentialsPlus", object),
        ("cyberEssentials", object),
        ("iso27001", object),
        ("roleHolders", object),
    ] {
        wrong_types(&format!("/organisation/{key}"), &[right], |value| with_profile(&format!(r#""{key}": {value}"#)));
    }
    wrong_types("/responses", &[object], |value| sound_but(r#""responses": {}"#, &format!(r#""responses": {value}"#)));
    wrong_types("/responses/1.1.1", &[object], with_answer);
    wrong_types("/publications", &["[\"a\"]"], |value| sound_but("{\n", &format!("{{ \"publications\": {value},\n")));
    wrong_types("/publications/0", &[object], |value| sound_but("{\n", &format!("{{ \"publications\": [{value}],\n")));
}

#[test]
fn a_number_beyond_all_bounds_is_refused() {
    let people = |number: &str| {
        with_answer(&format!(
            r#"{{ "kind": "confirmation", "confirmed": true, "training": {{ "trained": 0, "people": {number} }} }}"#
        ))
    };
    let at = "/responses/1.1.1/training/people";
    accepted(people("4294967295"));
    let bad = [
        ("4294967296", "out-of-range", at),
        ("18446744073709551615", "out-of-range", at),
        ("18446744073709551616", "wrong-type", at),
        ("-9223372036854775808", "wrong-type", at),
        ("-9223372036854775809", "wrong-type", at),
        ("-0", "out-of-range", at),
        ("1e400", "not-json", ""),
        ("007", "not-json", ""),
        ("0x10", "not-json", ""),
        ("+5", "not-json", ""),
    ];
    let lines = bad.map(|(number, code, at)| format!("{number}: {}", refused(people(number), &[(code, at)])));
    insta::assert_snapshot!(lines.join("\n"), @r"
    4294967296: at `/responses/1.1.1/training/people`: found 4294967296, expected at most 4294967295
    18446744073709551615: at `/responses/1.1.1/training/people`: found 18446744073709551615, expected at most 4294967295
    18446744073709551616: at `/responses/1.1.1/training/people`: found a number with a fraction or beyond all bounds, expected a whole number
    -9223372036854775808: at `/responses/1.1.1/training/people`: found a number below zero, expected a whole number
    -9223372036854775809: at `/responses/1.1.1/training/people`: found a number with a fraction or beyond all bounds, expected a whole number
    -0: at `/responses/1.1.1/training/people`: found 0, expected at least one person
    1e400: line 5, column 116: the number is beyond all bounds; mend the JSON there
    007: line 5, column 113: invalid number; mend the JSON there
    0x10: line 5, column 113: a comma or a closing brace is missing; mend the JSON there
    +5: line 5, column 112: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    ");
}

#[test]
fn a_number_of_a_million_digits_is_refused() {
    let answer = format!(r#"{{ "kind": "text", "text": {} }}"#, "9".repeat(1_000_000));
    assert!(dspt::Assessment::from_json(with_answer(&answer)).is_err());
}

#[test]
fn a_date_is_a_day_of_the_calendar_written_year_month_day() {
    let date = |date: &str| with_answer(&format!(r#"{{ "kind": "date", "date": "{date}" }}"#));
    for good in ["2026-06-30", "2024-02-29", "2000-02-29"] {
        accepted(date(good));
    }
    let bad = [
        "2026-02-30",
        "2025-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-2-3",
        "26-02-03",
        "+2026-01-01",
        "-2026-01-01",
        "2026-01-01T00:00",
        "2026-01-01T00:00:00Z",
        " 2026-01-01",
        "2026-01-01 ",
        "2026/01/01",
        "20260101",
        "01/01/2026",
        "1 January 2026",
        "2026-W01-1",
        "2026-001",
        "２０２６-01-01",
        "",
    ];
    let lines = bad.map(|text| refused(date(text), &[("bad-form", "/responses/1.1.1/date")]).to_string());
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/responses/1.1.1/date`: found `2026-02-30`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2025-02-29`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `1900-02-29`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-13-01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-00-10`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-01-00`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-2-3`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `26-02-03`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `+2026-01-01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `-2026-01-01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-01-01T00:00`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-01-01T00:00:00Z`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found ` 2026-01-01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-01-01 `, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026/01/01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `20260101`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `01/01/2026`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `1 January 2026`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-W01-1`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `2026-001`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found `２０２６-01-01`, expected a day of the calendar such as `2026-06-30`
    at `/responses/1.1.1/date`: found ``, expected a day of the calendar such as `2026-06-30`
    ");
}

#[test]
fn every_date_of_an_assessment_is_read_alike() {
    let bad = "2026-02-30";
    let expires = format!(r#""expiresOn": "{bad}""#);
    let publication = format!(r#""edition": "2024-25", "level": "standards-met", "publishedOn": "{bad}""#);
    let answer = |rest: &str| with_answer(&format!(r#"{{ "kind": "document", "documents": [], {rest} }}"#));
    for (at, text) in [
        ("/responses/1.1.1/reviewedOn", answer(&format!(r#""reviewedOn": "{bad}""#))),
        (
            "/responses/1.1.1/origin/reconfirmedOn",
            answer(&format!(r#""origin": {{ "kind": "carried-over", "from": "2024-25", "reconfirmedOn": "{bad}" }}"#)),
        ),
        (
            "/responses/1.1.1/documents/1/expiresOn",
            with_answer(&format!(
                r#"{{ "kind": "document", "documents": [{{ "location": "a" }}, {{ "location": "b", {expires} }}] }}"#
            )),
        ),
        ("/organisation/profileConfirmedOn", with_profile(&format!(r#""profileConfirmedOn": "{bad}""#))),
        (
            "/organisation/cyberEssentials/issuedOn",
            with_profile(&format!(
                r#""cyberEssentials": {{ "held": "yes", "issuedOn": "{bad}", "expiresOn": "2026-12-31" }}"#
            )),
        ),
        ("/publications/0/publishedOn", sound_but("{\n", &format!(r#"{{ "publications": [{{ {publication} }}],"#))),
    ] {
        refused(text, &[("bad-form", at)]);
    }
}

#[test]
fn an_ods_code_is_3_to_10_capitals_and_digits() {
    for good in ["A1B", "A1B2", "VM0X1", "8HX42", "1234567890"] {
        accepted(sound_but("VM0X1", good));
    }
    let bad = ["", "A1", "12345678901", "vm0x1", "VM 0X1", "VM-0X1", "VMÖX1"];
    let lines = bad.map(|code| refused(sound_but("VM0X1", code), &[("bad-form", "/organisation/odsCode")]).to_string());
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/organisation/odsCode`: found ``, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `A1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `12345678901`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `vm0x1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `VM 0X1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `VM-0X1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/odsCode`: found `VMÖX1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    ");
}

#[test]
fn a_word_outside_its_list_is_refused_with_the_nearest() {
    let bad = [
        refused(sound_but("england", "England"), &[("unknown-word", "/organisation/nation")]),
        refused(sound_but("england", "france"), &[("unknown-word", "/organisation/nation")]),
        refused(sound_but("social-care", "social care"), &[("unknown-word", "/organisation/sector")]),
        refused(with_profile(r#""nhsmail": "yes""#), &[("unknown-word", "/organisation/nhsmail")]),
        refused(
            with_profile(r#""cyberEssentialsPlus": { "held": "true" }"#),
            &[("unknown-word", "/organisation/cyberEssentialsPlus/held")],
        ),
        refused(with_answer(r#"{ "kind": "n/a" }"#), &[("unknown-word", "/responses/1.1.1/kind")]),
        refused(with_answer(r#"{ "kind": "tick", "confirmed": true }"#), &[("unknown-word", "/responses/1.1.1/kind")]),
        refused(
            with_answer(r#"{ "kind": "confirmation", "confirmed": true, "found": "some" }"#),
            &[("unknown-word", "/responses/1.1.1/found")],
        ),
        refused(
            sound_but(
                "{\n",
                r#"{ "publications": [{ "edition": "2024-25", "level": "met", "publishedOn": "2025-06-01" }],"#,
            ),
            &[("unknown-word", "/publications/0/level")],
        ),
    ];
    let lines = bad.map(|error| error.to_string());
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/organisation/nation`: found `England`, expected `england`, `wales`, `scotland`, `northern-ireland` or `isle-of-man`; did you mean `england`?
    at `/organisation/nation`: found `france`, expected `england`, `wales`, `scotland`, `northern-ireland` or `isle-of-man`
    at `/organisation/sector`: found `social care`, expected `social-care` or `other`; did you mean `social-care`?
    at `/organisation/nhsmail`: found `yes`, expected `only-email-system`, `used`, `no` or `not-sure`
    at `/organisation/cyberEssentialsPlus/held`: found `true`, expected `yes`, `no` or `not-sure`
    at `/responses/1.1.1/kind`: found `n/a`, expected `text`, `confirmation`, `document`, `date` or `not-applicable`
    at `/responses/1.1.1/kind`: found `tick`, expected `text`, `confirmation`, `document`, `date` or `not-applicable`
    at `/responses/1.1.1/found`: found `some`, expected `nothing` or `something`
    at `/publications/0/level`: found `met`, expected `standards-not-met`, `entry-level`, `approaching-standards`, `standards-met` or `standards-exceeded`
    ");
}
