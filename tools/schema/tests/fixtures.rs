//! The fixtures are what the library answers, they show every code, and each can be understood by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dspt::json::{Operation, Outcome};
use dspt::{Draft, Profile};
use dspt_schema::{Fixture, entries_under, fixture_files, fixtures};
use jsonschema::Validator;
use serde_json::Value;

/// Codes that no request can bring about, with the list they are in and the reason.
const OUT_OF_REACH: &[(&str, &str, &str)] = &[
    ("finding", "other-edition", "the door refuses an assessment of another edition than the bank"),
    ("finding", "not-in-edition", "the door refuses answers to questions that the bank does not list"),
    ("obstacle", "other-edition", "the door refuses an assessment of another edition than the bank"),
    ("error", "too-large", "a request of more than 13 MiB is no fixture"),
    ("error", "not-utf8", "the door takes text, which is UTF-8 already"),
    ("bank-fault", "not-the-edition-before", "the door holds a bank against the built-in edition before, no other"),
    ("edition-change", "scope", IN_NO_EDITION),
    ("edition-change", "reconfirmation-asked", IN_NO_EDITION),
    ("edition-change", "reconfirmation-no-longer-asked", IN_NO_EDITION),
    ("edition-change", "certificate-takes-questions-away", IN_NO_EDITION),
    ("edition-change", "certificate-no-longer-takes-questions-away", IN_NO_EDITION),
    ("edition-change", "assertions-confirmed", IN_NO_EDITION),
    ("edition-change", "republish-at-least", IN_NO_EDITION),
    ("question-change", "replaced", IN_NO_EDITION),
    ("question-change", "heading", IN_NO_EDITION),
    ("question-change", "evidence-type", IN_NO_EDITION),
    ("question-change", "part-asked", IN_NO_EDITION),
    ("question-change", "part-no-longer-asked", IN_NO_EDITION),
    ("question-change", "not-applicable", IN_NO_EDITION),
    ("question-change", "exempted", IN_NO_EDITION),
    ("question-change", "no-longer-exempted", IN_NO_EDITION),
    ("question-change", "threshold", IN_NO_EDITION),
    ("question-change", "rolling-programme-accepted", IN_NO_EDITION),
    ("question-change", "rolling-programme-no-longer-accepted", IN_NO_EDITION),
    ("question-change", "needed-when", IN_NO_EDITION),
    ("question-change", "looks-for", IN_NO_EDITION),
];

/// The door compares built-in editions alone.
const IN_NO_EDITION: &str = "no two built-in editions differ in this way as far as is on record";

/// A list of codes that no request can bring about: the door compares built-in editions alone, of which none is missing.
const LIST_OUT_OF_REACH: &str = "diff-error";

/// The cases about text that is no JSON, or that a plain JSON parser refuses.
const NO_PLAIN_JSON: &[&str] = &[
    "broken-comment-and-trailing-comma",
    "broken-cut-short",
    "broken-empty",
    "broken-lone-surrogate",
    "broken-not-json",
    "broken-number-beyond-all-bounds",
    "broken-raw-control-character",
    "broken-single-quotes",
    "broken-something-after-the-document",
    "broken-too-deep",
    "hostile-byte-order-mark",
];

fn schema_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema")
}

/// The committed requests, each answered once.
static FIXTURES: LazyLock<Vec<Fixture>> =
    LazyLock::new(|| fixtures(&schema_folder()).expect("the requests can be read"));

/// The codes of a list that a fixture shows.
fn shown<'a>(fixture: &'a Fixture, list: &str) -> BTreeSet<&'a str> {
    match list {
        "finding" => fixture.codes_in("findings"),
        "obstacle" => fixture.codes_in("obstacles"),
        "note" => fixture.codes_in("notes"),
        "plan-fault" => fixture.codes_in("faults"),
        "edition-change" => fixture.codes_in("edition"),
        "question-change" => fixture.codes_in("changes"),
        _ => {
            let errors = entries_under("errors", &fixture.answer).into_iter();
            // A mistake of form says what was expected; one of content has a message alone. Some codes are in both lists.
            let of_form = errors.filter(|error| error.get("expected").is_some() == (list == "error"));
            of_form.filter_map(|error| error["code"].as_str()).collect()
        }
    }
}

#[test]
fn committed_answers_are_what_the_library_answers() {
    let folder = schema_folder();
    for (place, text) in fixture_files(&folder).expect("the requests can be read") {
        let committed = std::fs::read_to_string(folder.join(&place)).unwrap_or_default();
        assert!(
            committed == text,
            "{} is out of date; run `cargo run -p dspt-schema --example write`",
            place.display()
        );
    }
}

#[test]
fn nothing_lies_between_the_fixtures_that_does_not_belong_there() {
    let folder = schema_folder();
    let mut expected: BTreeSet<PathBuf> =
        fixture_files(&folder).expect("the requests can be read").into_keys().collect();
    expected.insert(PathBuf::from("fixtures/about.json"));
    expected.extend(FIXTURES.iter().map(|fixture| Path::new("fixtures").join(fixture.request_path())));
    let mut found = BTreeSet::new();
    let mut folders = vec![PathBuf::from("fixtures")];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(folder.join(&at)).expect("a folder") {
            let entry = entry.expect("an entry");
            let place = at.join(entry.file_name());
            if entry.file_type().expect("a type").is_dir() {
                folders.push(place);
            } else {
                found.insert(place);
            }
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn every_code_is_shown_by_a_fixture_or_out_of_reach_for_a_reason() {
    let mut missing = Vec::new();
    for list in dspt::json::codes().into_iter().filter(|list| list.about != LIST_OUT_OF_REACH) {
        let shown: BTreeSet<&str> = FIXTURES.iter().flat_map(|fixture| shown(fixture, list.about)).collect();
        let unseen = list.codes.iter().map(|meaning| meaning.code).filter(|code| !shown.contains(code));
        missing.extend(unseen.map(|code| (list.about, code)));
    }
    let excused: Vec<_> = OUT_OF_REACH.iter().map(|(list, code, _)| (*list, *code)).collect();
    assert_eq!(missing, excused);
    assert!(OUT_OF_REACH.iter().all(|(.., reason)| !reason.is_empty()));
}

#[test]
fn every_operation_has_fixtures_that_are_answered_and_the_others_say_why_not() {
    for operation in Operation::ALL {
        let count = FIXTURES.iter().filter(|fixture| fixture.operation == *operation).count();
        assert!(count >= 3, "{operation} has {count} fixtures");
    }
    for fixture in FIXTURES.iter() {
        let errors = fixture.answer["format"] == "dspt.errors.v1";
        assert_eq!(fixture.outcome == Outcome::Unreadable, errors, "{}", fixture.request_path());
    }
}

/// The schema of a document's format.
#[track_caller]
fn validator(format: &str) -> Validator {
    let name = format.strip_prefix("dspt.").and_then(|rest| rest.strip_suffix(".v1"));
    let schema = dspt::schema(name.expect("a format of ours"), Profile::Strict, Draft::Draft2020).expect("a schema");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema that compiles")
}

#[test]
fn every_answer_and_every_request_that_is_answered_keep_to_their_schemas() {
    let mut validators: BTreeMap<String, Validator> = BTreeMap::new();
    for fixture in FIXTURES.iter() {
        let was_read = match fixture.operation {
            Operation::Validate => fixture.outcome == Outcome::Done,
            _ => fixture.outcome != Outcome::Unreadable,
        };
        let request = serde_json::from_str::<Value>(&fixture.request).ok().filter(|_| was_read);
        for document in request.iter().chain([&fixture.answer]) {
            let format = document["format"].as_str().expect("a format");
            let validator = validators.entry(format.to_owned()).or_insert_with(|| validator(format));
            let mistakes: Vec<_> = validator.iter_errors(document).map(|mistake| mistake.to_string()).collect();
            assert!(mistakes.is_empty(), "{}, {format}: {mistakes:#?}", fixture.request_path());
        }
    }
}

#[test]
fn a_name_keeps_its_promise() {
    for fixture in FIXTURES.iter() {
        let name = fixture.name.as_str();
        let expected = match name.split('-').next() {
            Some("unreadable") => Some(Outcome::Unreadable),
            Some("refused" | "error" | "broken") => Some(Outcome::No),
            Some("valid" | "finding" | "note" | "first") => Some(Outcome::Done),
            _ => None,
        };
        assert!(expected.is_none_or(|expected| fixture.outcome == expected), "{name}: {:?}", fixture.outcome);
        if let Some(promised) = name.strip_prefix("finding-").or_else(|| name.strip_prefix("note-")) {
            assert!(
                fixture.shows().iter().any(|code| promised.starts_with(code)),
                "{name} shows {:?}",
                fixture.shows()
            );
        }
    }
}

#[test]
fn a_request_is_json_unless_its_case_is_about_text_that_is_not() {
    let refused = FIXTURES.iter().filter(|fixture| serde_json::from_str::<Value>(&fixture.request).is_err());
    assert_eq!(refused.map(|fixture| fixture.name.as_str()).collect::<Vec<_>>(), NO_PLAIN_JSON);
}

#[test]
fn a_request_is_indented_by_two_spaces() {
    let odd_on_purpose =
        |fixture: &Fixture| fixture.name.starts_with("hostile-") || fixture.name.starts_with("broken-");
    for fixture in FIXTURES.iter().filter(|fixture| !odd_on_purpose(fixture)) {
        let document: Value = serde_json::from_str(&fixture.request).expect("JSON");
        assert!(fixture.request == format!("{document:#}\n"), "{}", fixture.request_path());
    }
}

#[test]
fn no_two_fixtures_ask_the_same() {
    let mut asked: BTreeMap<(Operation, String), String> = BTreeMap::new();
    for fixture in FIXTURES.iter() {
        // A duplicate key, white space or a byte order mark is the point of some cases.
        let hostile = fixture.name.starts_with("hostile-");
        let plain = serde_json::from_str::<Value>(&fixture.request).ok().filter(|_| !hostile);
        let request = plain.map_or_else(|| fixture.request.clone(), |document| document.to_string());
        let earlier = asked.insert((fixture.operation, request), fixture.name.clone());
        assert_eq!(earlier, None, "{} asks the same", fixture.name);
    }
}

#[test]
fn every_fixture_is_told_about_in_one_sentence_of_its_own() {
    let mut told = BTreeSet::new();
    for Fixture { operation, name, about, .. } in FIXTURES.iter() {
        assert!(about.ends_with('.') && about.matches(". ").count() == 0, "{operation}/{name}: {about}");
        assert!((20..=160).contains(&about.chars().count()), "{operation}/{name}: {about}");
        assert!(!about.starts_with(char::is_lowercase), "{operation}/{name}: {about}");
        assert!(told.insert((operation, about)), "{operation}/{name} is told about like another: {about}");
    }
}

#[test]
fn a_request_without_its_sentence_and_a_sentence_without_its_request_are_noticed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures-and-sentences");
    for operation in Operation::ALL {
        std::fs::create_dir_all(folder.join(format!("fixtures/{operation}"))).expect("a folder");
    }
    let request = folder.join("fixtures/diff/same.request.json");
    std::fs::write(&request, "{}\n").expect("a file");
    let told = |about: &str| {
        std::fs::write(folder.join("fixtures/about.json"), about).expect("a file");
        fixtures(&folder).map(|all| all.len()).map_err(|error| error.to_string())
    };
    assert_eq!(told(r#"{"diff": {"same": "An empty request."}}"#), Ok(1));
    let table = [
        ("{}", "about.json says nothing of diff/same"),
        (
            r#"{"diff": {"same": "An empty request.", "other": "Another."}}"#,
            "about.json speaks of diff/other, and there is no such request",
        ),
        (
            r#"{"diff": {"same": "An empty request."}, "compare": {}}"#,
            "about.json speaks of `compare`, which is no operation",
        ),
    ];
    for (about, expected) in table {
        assert_eq!(told(about), Err(expected.to_owned()));
    }
}
