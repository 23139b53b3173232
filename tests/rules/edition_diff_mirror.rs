//! The way back from one edition to another is the mirror image of the way there.

use dspt::{EditionDiff, QuestionCode};
use serde_json::{Value, json};

use crate::common::code;
use crate::edition_diff::{EDITIONS, between, rows, value};

/// The word on the other side.
fn other_side(word: &str) -> &str {
    const PAIRS: [(&str, &str); 12] = [
        ("added", "removed"),
        ("new-on-record", "no-longer-on-record"),
        ("newly-mandatory", "no-longer-mandatory"),
        ("now-known", "no-longer-known"),
        ("exempted", "no-longer-exempted"),
        ("part-asked", "part-no-longer-asked"),
        ("rolling-programme-accepted", "rolling-programme-no-longer-accepted"),
        ("subset-of", "superset-of"),
        ("reconfirmation-asked", "reconfirmation-no-longer-asked"),
        ("certificate-takes-questions-away", "certificate-no-longer-takes-questions-away"),
        ("gate-set", "gate-lifted"),
        ("reading-left-open", "reading-no-longer-open"),
    ];
    let found = PAIRS.iter().find_map(|(one, other)| match word {
        _ if word == *one => Some(other),
        _ if word == *other => Some(one),
        _ => None,
    });
    found.map_or(word, |word| word)
}

/// A diff as JSON with everything exchanged that the direction exchanges, and without its sentences.
fn exchanged(diff: &EditionDiff) -> Value {
    fn change(change: &Value) -> Value {
        let what = change["what"].as_object().expect("what changed");
        let exchanged = what.iter().map(|(key, value)| {
            let key = match (key.strip_suffix("Before"), key.strip_suffix("After")) {
                (Some(name), _) => format!("{name}After"),
                (_, Some(name)) => format!("{name}Before"),
                _ => key.clone(),
            };
            let is_word = key == "kind" || key == "relation";
            let value =
                value.as_str().filter(|_| is_word).map_or_else(|| value.clone(), |word| json!(other_side(word)));
            (key, value)
        });
        json!({
            "what": exchanged.collect::<serde_json::Map<_, _>>(),
            "certainty": change["certainty"],
            "sources": change["sources"],
        })
    }
    let changes = |list: &Value| list.as_array().expect("changes").iter().map(change).collect::<Vec<_>>();
    let diff = value(diff);
    let mut questions: Vec<_> = diff["questions"].as_array().expect("questions").clone();
    questions.sort_by_key(|question| {
        let code = |key: &str| question[key].as_str().map(|text| text.parse::<QuestionCode>().expect("a code"));
        (code("old").or(code("new")), code("new"))
    });
    let question = |question: &Value| {
        json!({
            "old": question["new"], "new": question["old"], "title": question["title"],
            "changes": changes(&question["changes"]),
        })
    };
    json!({
        "from": diff["to"], "to": diff["from"], "edition": changes(&diff["edition"]),
        "questions": questions.iter().map(question).collect::<Vec<_>>(),
    })
}

/// The same without anything exchanged.
fn without_sentences(diff: &EditionDiff) -> Value {
    let mut diff = value(diff);
    let bare = |changes: &mut Value| {
        for change in changes.as_array_mut().expect("changes") {
            let message = change.as_object_mut().and_then(|change| change.remove("message"));
            assert!(message.is_some_and(|message| message.as_str().is_some_and(|text| text.ends_with('.'))));
        }
    };
    bare(&mut diff["edition"]);
    for question in diff["questions"].as_array_mut().expect("questions") {
        bare(&mut question["changes"]);
        for key in ["old", "new"] {
            // An index that is not there reads as null, as in the other.
            question[key] = question[key].clone();
        }
    }
    assert_eq!(diff.as_object_mut().and_then(|diff| diff.remove("format")), Some(json!("dspt.edition-diff.v1")));
    diff
}

/// Checks that one diff is the mirror image of another.
#[track_caller]
pub(crate) fn assert_mirrored(there: &EditionDiff, back: &EditionDiff) {
    assert_eq!(without_sentences(back), exchanged(there), "{} and {}", there.from, there.to);
}

#[test]
fn the_way_back_is_the_mirror_image_of_the_way_there() {
    for from in EDITIONS {
        for to in EDITIONS {
            assert_mirrored(&between(from, to), &between(to, from));
        }
    }
}

#[test]
fn sentences_hold_in_either_direction() {
    let sentence = |from: &str, to: &str, question: &str| {
        let diff = between(from, to);
        let found = diff.questions.iter().find(|one| one.new.or(one.old) == Some(code(question))).expect("it changed");
        found.changes[0].message().to_owned()
    };
    assert_eq!(sentence("2024-25", "2025-26", "7.1.5"), "7.1.5 is asked in 2025-26 and not in 2024-25.");
    assert_eq!(sentence("2025-26", "2024-25", "7.1.5"), "7.1.5 is asked in 2025-26 and not in 2024-25.");
    assert_eq!(sentence("2021-22", "2022-23", "1.2.4"), "1.2.4 asks for more in 2022-23 than in 2021-22.");
    assert_eq!(sentence("2022-23", "2021-22", "1.2.4"), "1.2.4 asks for less in 2021-22 than in 2022-23.");
    assert_eq!(sentence("2021-22", "2022-23", "1.1.3"), "1.1.3 of 2022-23 is 1.2.1 of 2021-22.");
    assert_eq!(
        sentence("2023-24", "2024-25", "7.1.1"),
        "7.1.1 is on record for 2024-25 and not for 2023-24; whether 2023-24 has it is not known."
    );
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    for id in EDITIONS {
        let diff = between(id, id);
        assert!(diff.is_empty(), "{id}: {:?}", rows(&diff));
        assert_eq!(
            diff.to_json(),
            format!(r#"{{"format":"dspt.edition-diff.v1","from":"{id}","to":"{id}","edition":[],"questions":[]}}"#)
        );
    }
    assert!(!between("2022-23", "2023-24").is_empty());
}
