//! Every fact of a bank is compared: each one is altered in a draft in turn, and the diff sees it.

use dspt::{EditionDiff, NaiveDate, QuestionBank, diff};
use serde_json::{Value, json};

use crate::common::{bank, day};
use crate::draft::{Draft, remove};
use crate::edition_diff::value;
use crate::edition_diff_mirror::assert_mirrored;

/// A way to alter the fact at an address.
pub(crate) type Alter = fn(&mut Draft, &str);

/// Ways to alter a fact, of which the first that makes a sound bank is taken, and the kinds of change that show it.
struct Alterations {
    ways: Vec<Alter>,
    kinds: &'static [&'static str],
    /// Whether it can only be seen from the edition before.
    from_before: bool,
}

fn seen_as(kinds: &'static [&'static str], ways: &[Alter]) -> Alterations {
    Alterations { ways: ways.to_vec(), kinds, from_before: false }
}

/// The fact at an address, in a draft.
#[track_caller]
pub(crate) fn at<'d>(draft: &'d mut Draft, address: &str) -> &'d mut Value {
    let steps: Vec<String> = address.split('/').skip(1).map(str::to_owned).collect();
    let mut place = &mut draft.0;
    for step in &steps {
        if place.is_array() {
            let list = place.as_array_mut().expect("a list");
            let (word, from) = step.split_once('@').map_or((step.as_str(), None), |(word, from)| (word, Some(from)));
            let found = list.iter_mut().find(|entry| {
                let keys = ["code", "level", "by", "id", "certificate", "value"];
                keys.iter().any(|key| entry[*key] == word) && entry["from"].as_str() == from
            });
            place = found.unwrap_or_else(|| panic!("no {step} of {address}"));
        } else {
            place = &mut place[step.as_str()];
        }
    }
    // The entries of a list share the key of their fact.
    for key in ["mandatory", "count", "exempts", "asked", "takesQuestionsAway"] {
        if place.get(key).is_some_and(Value::is_object) {
            return &mut place[key];
        }
    }
    if place.get("readings").is_some() { &mut place["readings"][0] } else { place }
}

fn make_unknown(draft: &mut Draft, address: &str) {
    let fact = at(draft, address);
    fact["certainty"] = json!("unknown");
    fact["because"] = json!("Made up.");
}

fn take_value(draft: &mut Draft, address: &str) {
    make_unknown(draft, address);
    remove(at(draft, address), "value");
}

pub(crate) fn flip(draft: &mut Draft, address: &str) {
    let fact = at(draft, address);
    fact["value"] = json!(fact["value"] != true);
    fact["certainty"] = json!("inferred");
    fact["because"] = json!("Made up.");
}

fn one_more(draft: &mut Draft, address: &str) {
    let fact = at(draft, address);
    fact["value"] = json!(fact["value"].as_u64().expect("a number") + 1);
}

fn other_window(draft: &mut Draft, address: &str) {
    let fact = at(draft, address);
    fact["value"] = json!({ "kind": "within-months", "months": 7 });
    fact["certainty"] = json!("inferred");
    fact["because"] = json!("Made up.");
}

/// Whether it is mandatory the other way round, with the count that goes with it.
fn mandatory_otherwise(draft: &mut Draft, address: &str) {
    flip(draft, address);
    let is_mandatory = at(draft, address)["value"] == true;
    let level = address.rsplit('/').next().expect("a level").to_owned();
    let level = level.split('@').next().expect("a level");
    for entry in draft.edition()["counts"].as_array_mut().expect("counts") {
        if entry["level"] == level && entry["until"].is_null() {
            let count = entry["count"]["value"].as_u64().expect("a number");
            entry["count"]["value"] = json!(if is_mandatory { count + 1 } else { count - 1 });
        }
    }
}

/// The same, no question being needed by what another found.
fn mandatory_whatever_is_found(draft: &mut Draft, address: &str) {
    let code = address.split('/').nth(2).expect("a code").to_owned();
    for question in draft.questions() {
        let is_about_it = question["code"] == *code || question["neededWhen"]["value"]["found"] == *code;
        if is_about_it && question.get("neededWhen").is_some() {
            remove(question, "neededWhen");
        }
    }
    mandatory_otherwise(draft, address);
}

/// Whether it is mandatory unknown, and with it how many are.
fn mandatory_unknown(draft: &mut Draft, address: &str) {
    make_unknown(draft, address);
    let (_, key) = address.rsplit_once('/').expect("a level");
    let level = key.split('@').next().expect("a level");
    for entry in draft.edition()["counts"].as_array_mut().expect("counts") {
        if entry["level"] == level {
            entry["count"] = json!({ "certainty": "unknown", "because": "Made up." });
        }
    }
}

/// The draft without a question and without what speaks of it.
fn without_question(draft: &mut Draft, address: &str) {
    let code = address.split('/').nth(2).expect("a code").to_owned();
    for level in ["approaching-standards", "standards-met"] {
        if draft.mandatory(&code, level)["mandatory"]["value"] == true
            && draft.mandatory(&code, level)["mandatory"]["certainty"] != "unknown"
        {
            let counts = draft.edition()["counts"].as_array_mut().expect("counts");
            let entry = counts.iter_mut().find(|entry| entry["level"] == level).expect("a count");
            entry["count"]["value"] = json!(entry["count"]["value"].as_u64().expect("a number") - 1);
        }
    }
    draft.questions().retain(|question| question["code"] != *code);
    for question in draft.questions() {
        if question["neededWhen"]["value"]["found"] == *code {
            remove(question, "neededWhen");
        }
    }
    let before = bank("2024-25");
    if before.question(code.parse().expect("a code")).is_none() {
        return;
    }
    let gone = json!({ "value": code, "certainty": "unknown", "because": "Made up." });
    match &mut draft.edition()["dropped"] {
        Value::Array(list) => list.push(gone),
        none => *none = json!([gone]),
    }
}

fn without_part(draft: &mut Draft, address: &str) {
    let (question, part) = address.split_once("/parts/").expect("a part");
    let code = question.rsplit('/').next().expect("a code").to_owned();
    draft.question(&code)["parts"].as_array_mut().expect("parts").retain(|entry| entry["id"] != part);
}

/// How a fact is altered, by its address with a star for the key of an entry.
fn alterations(pattern: &str) -> Alterations {
    const KNOWLEDGE: &[&str] = &["now-known", "no-longer-known"];
    match pattern {
        "/edition/toolkitVersion" => seen_as(&["toolkit-version"], &[one_more]),
        "/edition/opening" => seen_as(
            &["opening"],
            &[|draft, address| {
                at(draft, address)["value"] = json!({ "earliest": "2025-08-10", "latest": "2025-09-10" });
            }],
        ),
        "/edition/deadline" => {
            seen_as(&["deadline"], &[|draft, address| at(draft, address)["value"] = json!("2026-07-31")])
        }
        "/edition/total" => seen_as(&["total"], &[one_more]),
        "/edition/scope" => seen_as(
            &["scope"],
            &[|draft, address| at(draft, address)["value"]["nations"] = json!(["england", "isle-of-man"])],
        ),
        "/edition/reconfirmation" => seen_as(&["reconfirmation-no-longer-asked"], &[flip]),
        "/edition/counts/*" => seen_as(KNOWLEDGE, &[take_value]),
        "/edition/certificates/*" => seen_as(
            &[
                "certificate-takes-questions-away",
                "certificate-no-longer-takes-questions-away",
                "now-known",
                "no-longer-known",
            ],
            &[flip, make_unknown],
        ),
        "/edition/gates/assertionsConfirmed" => seen_as(
            &["assertions-confirmed", "now-known"],
            &[|draft, address| {
                let fact = at(draft, address);
                fact["value"] = json!("with-mandatory-questions");
                fact["certainty"] = json!("inferred");
            }],
        ),
        "/edition/gates/republishAtLeast" => seen_as(
            &["republish-at-least"],
            &[|draft, address| at(draft, address)["value"] = json!("approaching-standards")],
        ),
        _ if pattern.starts_with("/edition/gates/") => seen_as(&["gate-set", "gate-lifted"], &[flip]),
        "/levels/*" => seen_as(
            &["level-rule"],
            &[|draft, address| at(draft, address)["value"] = json!({ "kind": "every-question-complete" })],
        ),
        "/questions/*/listed" => seen_as(&["no-longer-on-record"], &[without_question]),
        "/questions/*/heading" => seen_as(
            &["heading", "now-known"],
            &[|draft, address| {
                let fact = at(draft, address);
                let is_first = fact["value"] == "staffing-and-roles";
                fact["value"] = json!(if is_first { "data-security" } else { "staffing-and-roles" });
            }],
        ),
        "/questions/*/evidenceType" => seen_as(
            &["evidence-type", "now-known", "no-longer-known"],
            &[
                |draft, address| {
                    let fact = at(draft, address);
                    fact["value"] = json!(if fact["value"] == "text" { "confirmation" } else { "text" });
                },
                make_unknown,
            ],
        ),
        "/questions/*/notApplicable" => seen_as(
            &["not-applicable", "now-known"],
            &[|draft, address| {
                let fact = at(draft, address);
                fact["value"] = json!({ "route": "comment", "when": "it does not fit", "reason": "asked" });
            }],
        ),
        "/questions/*/parts/*" => seen_as(&["part-no-longer-asked"], &[without_part]),
        "/questions/*/mandatory/*" => {
            let kinds = &["newly-mandatory", "no-longer-mandatory", "now-known", "no-longer-known"];
            seen_as(kinds, &[mandatory_otherwise, mandatory_whatever_is_found, mandatory_unknown])
        }
        "/questions/*/exemptions/*" => {
            seen_as(&["exempted", "no-longer-exempted", "now-known", "no-longer-known"], &[flip])
        }
        "/questions/*/window" => seen_as(&["review-window", "now-known"], &[other_window]),
        "/questions/*/threshold" => {
            seen_as(&["threshold"], &[|draft, address| at(draft, address)["value"]["percent"] = json!(90)])
        }
        "/questions/*/threshold/value/rollingProgramme" => seen_as(&["rolling-programme-no-longer-accepted"], &[flip]),
        "/questions/*/looksFor" => {
            seen_as(&["looks-for"], &[|draft, address| at(draft, address)["value"] = json!("holes in the roof")])
        }
        "/questions/*/neededWhen" => seen_as(KNOWLEDGE, &[make_unknown]),
        "/questions/*/descent" => Alterations {
            ways: vec![
                |draft, address| {
                    let relation = &mut at(draft, address)["value"]["relation"];
                    *relation = json!(if *relation == "superset-of" { "subset-of" } else { "superset-of" });
                },
                make_unknown,
            ],
            kinds: &["reworded", "new-on-record", "added"],
            from_before: true,
        },
        "/edition/dropped/*" => {
            Alterations { ways: vec![make_unknown], kinds: &["no-longer-on-record"], from_before: true }
        }
        other => panic!("{other} is a new fact: say how the diff sees it"),
    }
}

/// Facts that are not compared, on purpose.
const NOT_COMPARED: [&str; 1] = [
    // It has no value: "not sure" counts as no in every edition.
    "/edition/notSure",
];

/// The address with a star for the key of each entry of a list.
fn pattern(address: &str) -> String {
    let mut steps: Vec<&str> = address.split('/').collect();
    for at in 1..steps.len() {
        let lists = ["questions", "levels", "counts", "certificates", "dropped", "parts", "mandatory", "exemptions"];
        if lists.contains(&steps[at - 1]) {
            steps[at] = "*";
        }
    }
    steps.join("/")
}

/// Whether a fact holds for a part of the edition that does not cover its deadline.
fn is_for_another_day(draft: &mut Draft, address: &str, deadline: NaiveDate) -> bool {
    let Some((list, key)) = address.rsplit_once('/') else { return false };
    if !["mandatory", "counts"].iter().any(|name| list.ends_with(name)) {
        return false;
    }
    let (word, from) = key.split_once('@').map_or((key, None), |(word, from)| (word, Some(from)));
    let entries = at(draft, list).as_array().expect("a list").clone();
    let entry = entries.iter().find(|entry| entry["level"] == word && entry["from"].as_str() == from);
    let until = entry.and_then(|entry| entry["until"].as_str()).map(day);
    from.map(day).is_some_and(|from| from > deadline) || until.is_some_and(|until| until <= deadline)
}

/// The kinds of change of a diff at a place: at a question, or of the edition itself.
fn kinds(diff: &EditionDiff, question: Option<&str>) -> Vec<String> {
    let diff = value(diff);
    let changes = match question {
        None => diff["edition"].clone(),
        Some(code) => {
            let questions = diff["questions"].as_array().expect("questions").clone();
            let found = questions.into_iter().filter(|one| one["new"] == code || one["old"] == code);
            Value::Array(found.flat_map(|one| one["changes"].as_array().expect("changes").clone()).collect())
        }
    };
    let changes = changes.as_array().expect("changes").clone();
    changes.iter().map(|change| change["what"]["kind"].as_str().expect("a kind").to_owned()).collect()
}

/// Alters each fact of an edition that is wanted, and counts them.
#[track_caller]
fn assert_each_is_seen(edition: &str, wanted: impl Fn(&str) -> bool) -> usize {
    let built_in = bank(edition);
    let deadline = built_in.about().deadline.value.expect("a deadline");
    let (mut count, unaltered) = (0, Draft::of(edition));
    for fact in built_in.facts() {
        let address = fact.address.as_str();
        let pattern = pattern(address);
        let mut draft = unaltered.clone();
        if NOT_COMPARED.contains(&address) || is_for_another_day(&mut draft, address, deadline) || !wanted(address) {
            continue;
        }
        let Alterations { ways, kinds: expected, from_before } = alterations(&pattern);
        let altered = ways.iter().find_map(|way| {
            let mut draft = unaltered.clone();
            way(&mut draft, address);
            draft.check().ok()
        });
        let altered: QuestionBank = altered.unwrap_or_else(|| panic!("{edition}{address}: no alteration is sound"));
        let before =
            if from_before { bank(&built_in.id().before().expect("one before").to_string()) } else { built_in };
        let there = diff(before, &altered).expect("neighbours");
        assert_mirrored(&there, &diff(&altered, before).expect("neighbours"));
        let steps: Vec<&str> = address.split('/').collect();
        let question = match steps.as_slice() {
            ["", "questions", code, ..] | ["", "edition", "dropped", code] => Some(*code),
            _ => None,
        };
        let kinds = kinds(&there, question);
        assert!(
            kinds.iter().any(|kind| expected.contains(&kind.as_str())),
            "{edition}{address}: {kinds:?} has none of {expected:?}"
        );
        count += 1;
    }
    count
}

#[test]
fn every_fact_of_the_latest_edition_is_seen_when_it_changes() {
    // Of the exemptions those of a few questions, since there are two for each.
    let few = ["1.3.11", "4.2.4", "6.3.2", "9.1.1"];
    let wanted = |address: &str| !address.contains("/exemptions/") || few.iter().any(|code| address.contains(code));
    assert!(assert_each_is_seen("2025-26", wanted) > 300);
}

#[test]
fn what_only_earlier_editions_have_is_seen_when_it_changes() {
    assert_eq!(assert_each_is_seen("2022-23", |address| address.contains("/dropped/")), 1);
    let of_parts = |address: &str| address.contains("/questions/1.2.4/mandatory") || address.contains("/counts/");
    assert_eq!(assert_each_is_seen("2021-22", of_parts), 4);
}

#[test]
fn another_reading_of_a_level_is_seen_when_it_comes_or_goes() {
    let mut draft = Draft::of("2023-24");
    draft.readings("standards-exceeded").as_array_mut().and_then(Vec::pop);
    let settled = draft.check().unwrap_or_else(|error| panic!("{error}"));
    let (open, settles) = (bank("2023-24"), &settled);
    assert_eq!(kinds(&diff(open, settles).expect("one edition"), None), ["reading-no-longer-open"]);
    let there = diff(settles, open).expect("one edition");
    assert_eq!(kinds(&there, None), ["reading-left-open"]);
    insta::assert_snapshot!(
        there.edition[0].message(),
        @"In the second bank of 2023-24, the sources leave open whether Standards Exceeded asks for Standards Met and every question of the edition instead; in the first bank of 2023-24 they do not."
    );
}
