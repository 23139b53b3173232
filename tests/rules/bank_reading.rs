//! The form of a question bank: what is not a bank at all is refused with every place that is wrong.

use crate::draft::{Draft, remove};
use dspt::{RawBank, ReadError};
use serde_json::{Value, json};

/// Changes the form of the bank of 2025-26: it is refused.
#[track_caller]
fn refused(code: &str, at: &str, change: impl FnOnce(&mut Draft)) -> ReadError {
    let mut draft = Draft::of("2025-26");
    change(&mut draft);
    let error = RawBank::from_json(draft.0.to_string()).expect_err("the form is wrong");
    let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.pointer().to_owned())).collect();
    assert_eq!(found, [(code, draft.pointer(at))]);
    error
}

#[test]
fn words_outside_their_list_are_refused_with_the_nearest() {
    let error = refused("unknown-word", "/questions/{1.1.1}/heading/value", |bank| {
        bank.question("1.1.1")["heading"]["value"] = json!("policies-and-procedure");
    });
    insta::assert_snapshot!(error, @"at `/questions/0/heading/value`: found `policies-and-procedure`, expected `staffing-and-roles`, `policies-and-procedures`, `data-security` or `it-systems-and-devices`; did you mean `policies-and-procedures`?");

    let error = refused("unknown-word", "/questions/{1.1.1}/mandatory/0/level", |bank| {
        bank.question("1.1.1")["mandatory"][0]["level"] = json!("entry-level");
    });
    insta::assert_snapshot!(error, @"at `/questions/0/mandatory/0/level`: found `entry-level`, expected `approaching-standards`, `standards-met` or `standards-exceeded`");

    let error = refused("unknown-word", "/questions/{1.1.1}/evidenceType/value", |bank| {
        bank.question("1.1.1")["evidenceType"]["value"] = json!("number");
    });
    insta::assert_snapshot!(error, @"at `/questions/0/evidenceType/value`: found `number`, expected `text`, `confirmation`, `document` or `date`");

    let error = refused("unknown-word", "/questions/{1.1.1}/listed/certainty", |bank| {
        bank.question("1.1.1")["listed"]["certainty"] = json!("Confirmed");
    });
    insta::assert_snapshot!(error, @"at `/questions/0/listed/certainty`: found `Confirmed`, expected `confirmed`, `inferred` or `unknown`; did you mean `confirmed`?");

    let error = refused("newer-format", "/format", |bank| bank.0["format"] = json!("dspt.bank.v2"));
    insta::assert_snapshot!(error, @"at `/format`: the document is of the later format `dspt.bank.v2`, and this version of dspt reads `dspt.bank.v1`; update dspt, or write the document in `dspt.bank.v1`");
}

#[test]
fn keys_that_a_bank_does_not_have_are_refused() {
    let error = refused("unknown-key", "/questions/{1.1.1}/promt", |bank| {
        let question = bank.question("1.1.1");
        question["promt"] = json!("Which registration number?");
    });
    insta::assert_snapshot!(error, @"at `/questions/0/promt`: unknown key `promt`, expected `code`, `title`, `prompt`, `guidance`, `goodEvidence`, `listed`, `heading`, `evidenceType`, `parts`, `mandatory`, `notApplicable`, `exemptions`, `window`, `threshold`, `looksFor`, `neededWhen` or `descent`; did you mean `prompt`?");

    let error = refused("unknown-key", "/edition/dead~1line", |bank| bank.edition()["dead/line"] = json!("2026-06-30"));
    insta::assert_snapshot!(error, @"at `/edition/dead~1line`: unknown key `dead/line`, expected `id`, `revision`, `toolkitVersion`, `opening`, `deadline`, `counts`, `total`, `scope`, `reconfirmation`, `notSure`, `certificates`, `gates`, `dropped` or `gaps`; did you mean `deadline`?");
}

#[test]
fn keys_that_a_bank_must_have_are_asked_for() {
    let error = refused("missing-key", "/questions/{1.1.1}/listed", |bank| remove(bank.question("1.1.1"), "listed"));
    insta::assert_snapshot!(error, @"at `/questions/0/listed`: `listed` is missing; add it");

    let error = refused("missing-key", "/edition/deadline/certainty", |bank| {
        remove(&mut bank.edition()["deadline"], "certainty");
    });
    insta::assert_snapshot!(error, @"at `/edition/deadline/certainty`: `certainty` is missing; add it");
}

#[test]
fn codes_ids_and_dates_have_their_own_spelling() {
    let error = refused("bad-form", "/questions/0/code", |bank| bank.0["questions"][0]["code"] = json!("1.1"));
    insta::assert_snapshot!(error, @"at `/questions/0/code`: found `1.1`, expected a question code such as `10.1.2`");

    let error = refused("bad-form", "/edition/id", |bank| bank.edition()["id"] = json!("2025/26"));
    insta::assert_snapshot!(error, @"at `/edition/id`: found `2025/26`, expected an edition such as `2025-26`");

    let error = refused("bad-form", "/edition/deadline/value", |bank| {
        bank.edition()["deadline"]["value"] = json!("30 June 2026");
    });
    insta::assert_snapshot!(error, @"at `/edition/deadline/value`: found `30 June 2026`, expected a day of the calendar such as `2026-06-30`");

    let error = refused("bad-form", "/sources/0/id", |bank| bank.0["sources"][0]["id"] = json!("NHS page"));
    insta::assert_snapshot!(error, @"at `/sources/0/id`: found `NHS page`, expected an id of small letters, digits and hyphens such as `nhs-register-2022`");
}

#[test]
fn a_rule_takes_what_its_kind_takes_and_nothing_else() {
    let exceeded = |rule: Value| move |bank: &mut Draft| bank.readings("standards-exceeded")[0]["value"] = rule;
    let at = "/levels/2/readings/0/value";

    let error = refused("unknown-word", &format!("{at}/kind"), exceeded(json!({ "kind": "none-of", "rules": [] })));
    insta::assert_snapshot!(error, @"at `/levels/2/readings/0/value/kind`: found `none-of`, expected `all-of`, `any-of`, `every-mandatory-complete`, `every-question-complete`, `level-met` or `certificate-current`");

    let error = refused("missing-key", &format!("{at}/rules"), exceeded(json!({ "kind": "any-of" })));
    insta::assert_snapshot!(error, @"at `/levels/2/readings/0/value/rules`: `rules` is missing; add it");

    let stray = json!({ "kind": "every-question-complete", "level": "standards-met" });
    let error = refused("not-of-this-kind", &format!("{at}/level"), exceeded(stray));
    insta::assert_snapshot!(error, @"at `/levels/2/readings/0/value/level`: `level` does not belong to kind `every-question-complete`; remove it or choose another kind");

    let nested = json!({ "kind": "all-of", "rules": [{ "kind": "certificate-current", "certificate": "gdpr" }] });
    let error = refused("unknown-word", &format!("{at}/rules/0/certificate"), exceeded(nested));
    insta::assert_snapshot!(error, @"at `/levels/2/readings/0/value/rules/0/certificate`: found `gdpr`, expected `cyber-essentials-plus`, `cyber-essentials` or `iso-27001`");
}

#[test]
fn a_window_takes_what_its_kind_takes_and_nothing_else() {
    let window = |value: Value| move |bank: &mut Draft| bank.question("1.1.2")["window"]["value"] = value;
    let at = "/questions/{1.1.2}/window/value";

    let stray = json!({ "kind": "since", "date": "2025-07-01", "months": 12 });
    let error = refused("not-of-this-kind", &format!("{at}/months"), window(stray));
    insta::assert_snapshot!(error, @"at `/questions/1/window/value/months`: `months` does not belong to kind `since`; remove it or choose another kind");

    let error = refused("missing-key", &format!("{at}/months"), window(json!({ "kind": "within-months" })));
    insta::assert_snapshot!(error, @"at `/questions/1/window/value/months`: `months` is missing; add it");
}

/// A rule of so many rules inside one another.
fn nested(depth: usize) -> String {
    let (open, close) = (r#"{"kind":"all-of","rules":["#, "]}");
    format!(r#"{}{{"kind":"every-question-complete"}}{}"#, open.repeat(depth), close.repeat(depth))
}

/// The bank of 2025-26 with a rule of so many rules inside one another.
fn nested_bank(depth: usize) -> String {
    let mut draft = Draft::of("2025-26");
    draft.readings("standards-exceeded")[0]["value"] = json!("the rule");
    draft.0.to_string().replace(r#""the rule""#, &nested(depth))
}

#[test]
fn rules_may_be_nested_but_not_without_end() {
    assert!(RawBank::from_json(nested_bank(8)).expect("eight deep is odd, and a rule").check().is_ok());
    for depth in [9, 64, 10_000, 60_000] {
        let error = RawBank::from_json(nested_bank(depth)).expect_err("too deep");
        assert_eq!(error.problems().len(), 1);
        assert_eq!(error.problems()[0].code(), "too-deep");
    }
}

#[test]
fn the_depth_that_is_too_much_is_named_with_its_place() {
    let rule = format!("{{\"levels\": [\n{{\"readings\": [{{\"value\": {}}}]}}]}}", nested(100));
    insta::assert_snapshot!(RawBank::from_json(rule).expect_err("too deep"), @"line 2, column 258: nested more than 127 levels deep, or more than 8 rules within each other; no document needs so many");
}

/// The three files of the edition's folder, made from the bank's JSON.
fn files(draft: &Draft) -> [String; 3] {
    let part = |keys: &[&str]| {
        let object: serde_json::Map<_, _> = keys.iter().map(|key| ((*key).to_owned(), draft.0[*key].clone())).collect();
        Value::Object(object).to_string()
    };
    [part(&["format", "edition", "levels"]), part(&["questions"]), part(&["sources", "disagreements"])]
}

#[test]
fn three_files_are_the_same_bank_as_one_document() {
    let draft = Draft::of("2025-26");
    let [edition, questions, sources] = files(&draft);
    let bank = RawBank::from_files(edition, questions, sources).expect("three files").check().expect("a bank");
    assert_eq!(bank.digest(), draft.check().expect("a bank").digest());
}

#[test]
fn what_is_wrong_in_three_files_is_reported_at_once() {
    let mut draft = Draft::of("2025-26");
    draft.edition()["revision"] = json!("one");
    draft.question("1.1.1")["heading"]["value"] = json!("paperwork");
    draft.0["sources"][0]["standing"] = json!("somebody");
    let [edition, questions, sources] = files(&draft);
    let error = RawBank::from_files(edition, questions, sources).expect_err("each file is wrong");
    insta::assert_snapshot!(error, @r"
    in edition.json: at `/edition/revision`: found text, expected a whole number
    in questions.json: at `/questions/0/heading/value`: found `paperwork`, expected `staffing-and-roles`, `policies-and-procedures`, `data-security` or `it-systems-and-devices`
    in sources.json: at `/sources/0/standing`: found `somebody`, expected `official`, `national-programme`, `local-body`, `transcription` or `vendor`
    ");
}

#[test]
fn a_problem_names_its_file_where_there_are_three() {
    let [edition, questions, sources] = files(&Draft::of("2025-26"));
    for (bad, name) in ["edition.json", "questions.json", "sources.json"].into_iter().enumerate() {
        let mut given = [edition.as_str(), questions.as_str(), sources.as_str()];
        given[bad] = " ";
        let error = RawBank::from_files(given[0], given[1], given[2]).expect_err("an empty file");
        let found: Vec<_> = error.problems().iter().map(|problem| (problem.code(), problem.file())).collect();
        assert_eq!(found, [("empty", Some(name))]);
    }
    let error = RawBank::from_files(edition, "[", sources).expect_err("no JSON");
    insta::assert_snapshot!(error, @"in questions.json: line 1, column 1: the document ends too early; mend the JSON there");
    let error = RawBank::from_json(" ").expect_err("an empty document");
    assert_eq!(error.problems()[0].file(), None);
}

#[test]
fn of_three_files_together_100_problems_are_kept() {
    let bad = |key: &str, count: usize| json!({ key: vec![json!(0); count] }).to_string();
    let kept = |questions: usize, sources: usize| {
        let error = RawBank::from_files("{", bad("questions", questions), bad("sources", sources)).expect_err("bad");
        let files: Vec<_> = error.problems().iter().map(|problem| problem.file().expect("a file")).collect();
        let of = |name: &str| files.iter().filter(|file| **file == name).count();
        ([of("edition.json"), of("questions.json"), of("sources.json")], error.more())
    };
    assert_eq!(kept(60, 39), ([1, 60, 39], 0));
    assert_eq!(kept(60, 40), ([1, 60, 39], 1));
    assert_eq!(kept(60, 250), ([1, 60, 39], 211));
    assert_eq!(kept(250, 250), ([1, 99, 0], 401));
}

#[test]
fn files_may_begin_with_a_byte_order_mark() {
    let [edition, questions, sources] = files(&Draft::of("2025-26")).map(|file| format!("\u{feff}{file}"));
    assert!(RawBank::from_files(edition, questions, sources).expect("three files").check().is_ok());
}

#[test]
fn a_file_in_the_wrong_place_is_refused() {
    let [edition, questions, sources] = files(&Draft::of("2025-26"));
    assert!(RawBank::from_files(&questions, &edition, &sources).is_err());
    assert!(RawBank::from_files(&edition, &sources, &questions).is_err());
    assert!(RawBank::from_files(&edition, &questions, "").is_err());
}

#[test]
fn a_bank_larger_than_8_mib_is_refused_unread() {
    // Bytes that are no text: were any of them read, that would be the complaint.
    let bytes = vec![0xFF; 8 * 1024 * 1024 + 1];
    let error = RawBank::from_json(bytes).expect_err("too large");
    let codes: Vec<_> = error.problems().iter().map(dspt::Problem::code).collect();
    assert_eq!(codes, ["too-large"]);
}

#[test]
fn an_assessment_is_not_a_bank() {
    let error = RawBank::from_json(r#"{"format": "dspt.assessment.v1"}"#).expect_err("no bank");
    insta::assert_snapshot!(error, @"at `/format`: the document is of format `dspt.assessment.v1`, expected `dspt.bank.v1`");
}
