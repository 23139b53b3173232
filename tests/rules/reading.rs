//! Bad assessments as whole documents: each is refused with a code, the place, and how to mend it.

use dspt::{Assessment, ReadError};

/// An assessment of 2025-26 without answers.
const SOUND: &str = r#"{
    "format": "dspt.assessment.v1",
    "edition": "2025-26",
    "organisation": { "odsCode": "VM0X1", "sector": "social-care", "nation": "england" },
    "responses": {}
}"#;

/// The same with something replaced by something else.
#[track_caller]
pub(crate) fn sound_but(part: &str, by: &str) -> String {
    assert!(SOUND.contains(part), "{part}");
    SOUND.replacen(part, by, 1)
}

/// The same with one answer, to 1.1.1.
pub(crate) fn with_answer(answer: &str) -> String {
    sound_but(r#""responses": {}"#, &format!(r#""responses": {{ "1.1.1": {answer} }}"#))
}

/// The same with more in the organisation's profile.
pub(crate) fn with_profile(entries: &str) -> String {
    sound_but(r#""england" }"#, &format!(r#""england", {entries} }}"#))
}

/// A document that is refused for exactly these problems, each a code and a place.
#[track_caller]
pub(crate) fn refused(text: impl AsRef<[u8]>, problems: &[(&str, &str)]) -> ReadError {
    let error = Assessment::from_json(text).expect_err("the document is bad");
    let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.pointer())).collect();
    assert_eq!(found, problems, "{error}");
    assert_eq!(error.more(), 0);
    error
}

#[track_caller]
pub(crate) fn accepted(text: impl AsRef<[u8]>) -> Assessment {
    Assessment::from_json(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_sound_document_is_accepted() {
    assert_eq!(accepted(SOUND).responses().len(), 0);
}

#[test]
fn a_document_of_100_mb_is_refused_unread() {
    // Bytes that are no text: were any of them read, that would be the complaint.
    let error = refused(vec![0xFF; 100_000_000], &[("too-large", "")]);
    insta::assert_snapshot!(error, @"the document has 100000000 bytes, expected at most 4194304; make it smaller");
}

#[test]
fn a_document_of_4_mib_is_read_and_one_more_byte_is_too_many() {
    let mut text = SOUND.to_owned();
    text.push_str(&" ".repeat(4 * 1024 * 1024 - text.len()));
    accepted(&text);
    text.push(' ');
    refused(&text, &[("too-large", "")]);
}

#[test]
fn bytes_that_are_not_utf_8_are_counted_to() {
    let mut bytes = SOUND.as_bytes().to_vec();
    bytes[40] = 0xFF;
    let error = refused(&bytes, &[("not-utf8", "")]);
    insta::assert_snapshot!(error, @"byte 40 is not UTF-8 text; save the document as UTF-8");

    // "é" as Windows wrote it in Latin-1.
    let error = refused(b"{\"name\": \"Caf\xE9 Court\"}", &[("not-utf8", "")]);
    insta::assert_snapshot!(error, @"byte 13 is not UTF-8 text; save the document as UTF-8");

    // UTF-16 with its byte order mark.
    refused(b"\xFF\xFE{\0}\0", &[("not-utf8", "")]);
    // A letter of two bytes that ends after the first.
    refused(b"{\"name\": \"Caf\xC3", &[("not-utf8", "")]);
}

#[test]
fn an_empty_document_is_refused() {
    for text in ["", " ", "\n", " \r\n\t ", "\u{a0}"] {
        let error = refused(text, &[("empty", "")]);
        insta::allow_duplicates! { insta::assert_snapshot!(error, @"the document is empty, expected a JSON object; check that the right file was given") };
    }
}

#[test]
fn a_byte_order_mark_at_the_head_is_skipped() {
    assert_eq!(accepted(format!("\u{feff}{SOUND}")), accepted(SOUND));
    refused("\u{feff}", &[("empty", "")]);
    refused("\u{feff} \r\n", &[("empty", "")]);
    // One is enough, and anywhere else it is no JSON.
    refused(format!("\u{feff}\u{feff}{SOUND}"), &[("not-json", "")]);
    refused(format!("{SOUND}\u{feff}"), &[("not-json", "")]);
    refused(sound_but("{\n", "{\u{feff}\n"), &[("not-json", "")]);
}

#[test]
fn text_that_is_not_json_is_refused_with_its_line_and_column() {
    let bad = [
        sound_but(r#""responses": {}"#, r#""responses": {},"#),
        sound_but("}\n}", "}"),
        sound_but("\"2025-26\",", "\"2025-26\""),
        sound_but("\"2025-26\"", "'2025-26'"),
        sound_but("\"2025-26\"", "NaN"),
        sound_but("\"2025-26\"", "True"),
        sound_but("{\n", "// Harbour House\n{\n"),
        format!("{SOUND}{SOUND}"),
        "responses: none".to_owned(),
    ];
    let lines = bad.map(|text| refused(text, &[("not-json", "")]).to_string());
    insta::assert_snapshot!(lines.join("\n"), @r"
    line 6, column 1: there is a comma too many; mend the JSON there
    line 5, column 19: the document ends too early; mend the JSON there
    line 4, column 5: a comma or a closing brace is missing; mend the JSON there
    line 3, column 16: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    line 3, column 16: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    line 3, column 16: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    line 1, column 1: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    line 6, column 2: something follows the end of the document; mend the JSON there
    line 1, column 1: a value is missing here or is not spelt as JSON spells it; mend the JSON there
    ");
}

#[test]
fn problems_found_before_the_text_stopped_being_json_are_reported_with_it() {
    let error = refused(sound_but("\"2025-26\"", "2025-26"), &[("wrong-type", "/edition"), ("not-json", "")]);
    insta::assert_snapshot!(error, @r"
    at `/edition`: found a number, expected an edition such as `2025-26`
    line 3, column 20: a comma or a closing brace is missing; mend the JSON there
    ");
}

#[test]
fn lone_surrogates_are_refused_and_nul_is_kept() {
    for half in [r"\ud83d", r"\ude00", r"\ud83d\u0041", r"\ud83d\ud83d"] {
        refused(with_answer(&format!(r#"{{ "kind": "text", "text": "{half}" }}"#)), &[("not-json", "")]);
    }
    let whole = accepted(with_answer(r#"{ "kind": "text", "text": "\ud83d\ude00 \u0000" }"#));
    let (_, response) = whole.responses().next().expect("one answer");
    assert_eq!(response.answer, dspt::Answer::Text { text: "😀 \0".to_owned() });
    // Written as itself NUL is no JSON.
    refused(with_answer("{ \"kind\": \"text\", \"text\": \"\0\" }"), &[("not-json", "")]);
}

#[test]
fn a_document_of_10_000_nested_arrays_is_refused() {
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    let nested = format!("{open}{close}");
    let error = refused(&nested, &[("wrong-type", "")]);
    insta::assert_snapshot!(error, @"found a list, expected an assessment with `format`, `edition`, `organisation` and `responses`");

    refused(&open, &[("not-json", "")]);
    refused(format!("{open}{}", "]".repeat(9_999)), &[("not-json", "")]);
    refused(sound_but("\"2025-26\"", &nested), &[("wrong-type", "/edition")]);
    refused(sound_but("{\n", &format!("{{ \"deep\": {nested},\n")), &[("unknown-key", "/deep")]);
    refused(with_answer(&nested), &[("wrong-type", "/responses/1.1.1")]);
    let objects = format!("{}1{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    refused(with_profile(&format!(r#""nhsmail": {objects}"#)), &[("wrong-type", "/organisation/nhsmail")]);
}

#[test]
fn another_format_is_refused() {
    let error = refused(sound_but("assessment.v1", "assessment.v2"), &[("newer-format", "/format")]);
    insta::assert_snapshot!(error, @"at `/format`: the document is of the later format `dspt.assessment.v2`, and this version of dspt reads `dspt.assessment.v1`; update dspt, or write the document in `dspt.assessment.v1`");
    let error = refused(sound_but("assessment.v1", "bank.v1"), &[("other-format", "/format")]);
    insta::assert_snapshot!(error, @"at `/format`: the document is of format `dspt.bank.v1`, expected `dspt.assessment.v1`");
    refused(sound_but("\"dspt.assessment.v1\"", "1"), &[("wrong-type", "/format")]);
}

#[test]
fn what_an_assessment_must_have_is_asked_for() {
    let error = refused(
        sound_but("organisation", "organization"),
        &[("unknown-key", "/organization"), ("missing-key", "/organisation")],
    );
    insta::assert_snapshot!(error, @r"
    at `/organization`: unknown key `organization`, expected `format`, `edition`, `organisation`, `sites`, `publications`, `assertionsConfirmed`, `actionPlan` or `responses`; did you mean `organisation`?
    at `/organisation`: `organisation` is missing; add it
    ");

    let missing = ["/format", "/edition", "/organisation", "/responses"].map(|at| ("missing-key", at));
    let error = refused("{}", &missing);
    insta::assert_snapshot!(error, @r"
    at `/format`: `format` is missing; add it
    at `/edition`: `edition` is missing; add it
    at `/organisation`: `organisation` is missing; add it
    at `/responses`: `responses` is missing; add it
    ");

    let missing = ["odsCode", "sector", "nation"].map(|key| format!("/organisation/{key}"));
    let missing = missing.each_ref().map(|at| ("missing-key", at.as_str()));
    refused(sound_but(r#""odsCode": "VM0X1", "sector": "social-care", "nation": "england""#, ""), &missing);
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_that_there_is() {
    let error = refused(
        sound_but("\"responses\"", "\"response\""),
        &[("unknown-key", "/response"), ("missing-key", "/responses")],
    );
    insta::assert_snapshot!(error, @r"
    at `/response`: unknown key `response`, expected `format`, `edition`, `organisation`, `sites`, `publications`, `assertionsConfirmed`, `actionPlan` or `responses`; did you mean `responses`?
    at `/responses`: `responses` is missing; add it
    ");

    let error = refused(with_profile(r#""nhsMail": "used""#), &[("unknown-key", "/organisation/nhsMail")]);
    insta::assert_snapshot!(error, @"at `/organisation/nhsMail`: unknown key `nhsMail`, expected `odsCode`, `name`, `sector`, `nation`, `nhsmail`, `cyberEssentialsPlus`, `cyberEssentials`, `iso27001`, `roleHolders`, `profileConfirmedOn` or `profileChangedOn`; did you mean `nhsmail`?");

    let error = refused(
        with_answer(r#"{ "kind": "text", "text": "ZA123456", "reviewed": "2026-01-01" }"#),
        &[("unknown-key", "/responses/1.1.1/reviewed")],
    );
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/reviewed`: unknown key `reviewed`, expected `kind`, `text`, `confirmed`, `found`, `training`, `documents`, `date`, `reason`, `comment`, `reviewedOn` or `origin`; did you mean `reviewedOn`?");
}

#[test]
fn a_key_like_no_other_is_refused_without_a_guess() {
    let error = refused(with_profile(r#""telephone": 1"#), &[("unknown-key", "/organisation/telephone")]);
    assert!(!error.to_string().contains("did you mean"), "{error}");
}

#[test]
fn a_key_with_strokes_and_tildes_is_escaped_in_the_pointer() {
    let error = refused(with_profile(r#""a/b~c": 1"#), &[("unknown-key", "/organisation/a~1b~0c")]);
    assert!(error.to_string().contains("unknown key `a/b~c`"), "{error}");
}

#[test]
fn a_very_long_key_is_cut_short() {
    let error =
        Assessment::from_json(with_profile(&format!(r#""{}": 1"#, "k".repeat(100_000)))).expect_err("a bad key");
    assert_eq!(error.problems()[0].code(), "unknown-key");
    assert!(error.to_string().len() < 1_000, "{} bytes", error.to_string().len());
}

#[test]
fn a_key_given_twice_is_refused_wherever_it_is() {
    let error = refused(sound_but("{\n", "{\n\"edition\": \"2025-26\",\n"), &[("duplicate-key", "/edition")]);
    insta::assert_snapshot!(error, @"at `/edition`: the key `edition` is given twice; keep one of the two");
    refused(with_profile(r#""nation": "wales""#), &[("duplicate-key", "/organisation/nation")]);
    refused(
        with_answer(r#"{ "kind": "date", "date": "2026-01-01", "date": "2026-01-02" }"#),
        &[("duplicate-key", "/responses/1.1.1/date")],
    );
}

#[test]
fn a_site_on_record_twice_is_refused_whatever_the_two_entries_say() {
    let site = |code: &str, it: &str| {
        let shared = r#""training": "shared", "policies": "shared", "dataSecurity": "shared""#;
        format!(r#"{{ "odsCode": "{code}", "nation": "england", "arrangements": {{ {shared}, "it": "{it}" }} }}"#)
    };
    let with = |sites: &[String]| sound_but("{\n", &format!("{{\n\"sites\": [{}],\n", sites.join(", ")));
    assert!(Assessment::from_json(with(&[site("VM0X1", "shared"), site("VM0X2", "shared")])).is_ok());
    let twice = with(&[site("VM0X1", "shared"), site("VM0X2", "shared"), site("VM0X1", "different")]);
    let error = refused(twice, &[("duplicate-entry", "/sites/2/odsCode")]);
    insta::assert_snapshot!(error, @"at `/sites/2/odsCode`: an earlier entry is already about `VM0X1`; keep one of the two");
}

#[test]
fn a_question_answered_twice_is_refused() {
    let first = r#"{ "kind": "text", "text": "ZA123456" }"#;
    let twice = with_answer(&format!(r#"{first}, "2.1.1": {first}, "1.1.1": {first}"#));
    let error = refused(twice, &[("duplicate-key", "/responses/1.1.1")]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1`: the key `1.1.1` is given twice; keep one of the two");
}

#[test]
fn a_key_that_is_no_question_code_is_refused() {
    let codes = ["1.1", "1.1.1.1", "01.1.1", "1.1.0", "1.1.256", " 1.1.1", "1-1-1", "one", ""];
    let answers: Vec<String> =
        codes.iter().map(|code| format!(r#""{code}": {{ "kind": "text", "text": "" }}"#)).collect();
    let text = sound_but(r#""responses": {}"#, &format!(r#""responses": {{ {} }}"#, answers.join(", ")));
    let at = codes.map(|code| format!("/responses/{code}"));
    let error = refused(text, &at.each_ref().map(|at| ("bad-form", at.as_str())));
    insta::assert_snapshot!(error, @r"
    at `/responses/1.1`: found `1.1`, expected a question code such as `10.1.2`
    at `/responses/1.1.1.1`: found `1.1.1.1`, expected a question code such as `10.1.2`
    at `/responses/01.1.1`: found `01.1.1`, expected a question code such as `10.1.2`
    at `/responses/1.1.0`: found `1.1.0`, expected a question code such as `10.1.2`
    at `/responses/1.1.256`: found `1.1.256`, expected a question code such as `10.1.2`
    at `/responses/ 1.1.1`: found ` 1.1.1`, expected a question code such as `10.1.2`
    at `/responses/1-1-1`: found `1-1-1`, expected a question code such as `10.1.2`
    at `/responses/one`: found `one`, expected a question code such as `10.1.2`
    at `/responses/`: found ``, expected a question code such as `10.1.2`
    ");
}

#[test]
fn several_problems_are_reported_at_once_in_the_order_of_the_document() {
    let text = r#"{
        "format": "dspt.assessment.v1",
        "edition": "2025-2026",
        "organisation": {
            "odsCode": "vm0x1",
            "sector": "care",
            "nation": "england",
            "cyberEssentialsPlus": { "held": "yes", "issuedOn": "2026-02-30" }
        },
        "publications": [ { "edition": "2024-25", "level": "met", "publishedOn": "2025-06-12" } ],
        "responses": {
            "1.1.1": { "kind": "txt", "text": "ZA123456" },
            "3.2.1": { "kind": "confirmation", "confirmed": "yes", "training": { "trained": 58 } }
        },
        "notes": ""
    }"#;
    let error = Assessment::from_json(text).expect_err("a bad document");
    insta::assert_snapshot!(error, @r"
    at `/edition`: found `2025-2026`, expected an edition such as `2025-26`
    at `/organisation/odsCode`: found `vm0x1`, expected an ODS code of 3 to 10 capitals and digits such as `VM0X1`
    at `/organisation/sector`: found `care`, expected `social-care` or `other`
    at `/organisation/cyberEssentialsPlus/issuedOn`: found `2026-02-30`, expected a day of the calendar such as `2026-06-30`
    at `/publications/0/level`: found `met`, expected `standards-not-met`, `entry-level`, `approaching-standards`, `standards-met` or `standards-exceeded`
    at `/responses/1.1.1/kind`: found `txt`, expected `text`, `confirmation`, `document`, `date` or `not-applicable`; did you mean `text`?
    at `/responses/3.2.1/confirmed`: found text, expected true or false
    at `/responses/3.2.1/training/people`: `people` is missing; add it
    at `/notes`: unknown key `notes`, expected `format`, `edition`, `organisation`, `sites`, `publications`, `assertionsConfirmed`, `actionPlan` or `responses`
    ");
}
