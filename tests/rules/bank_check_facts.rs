//! The check of provenance: every fact names its source, and every inference its reason.

use crate::draft::{Draft, assert_mistake, assert_mistakes, assert_passes, remove};
use serde_json::{Value, json};

/// Visits every fact of a bank, that is every object that says how sure it is, with its place.
fn visit(value: &mut Value, pointer: &str, see: &mut impl FnMut(&str, &mut Value)) {
    if value.get("certainty").is_some() {
        see(pointer, value);
    }
    match value {
        Value::Object(object) => {
            for (key, inner) in object.iter_mut() {
                visit(inner, &format!("{pointer}/{key}"), see);
            }
        }
        Value::Array(list) => {
            for (at, inner) in list.iter_mut().enumerate() {
                visit(inner, &format!("{pointer}/{at}"), see);
            }
        }
        _ => {}
    }
}

/// Changes facts all over a bank, each change naming the mistake to come of it: the check finds exactly those.
#[track_caller]
fn assert_each_is_found(edition: &str, mut spoil: impl FnMut(&str, &mut Value) -> Option<(&'static str, String)>) {
    let mut draft = Draft::of(edition);
    let mut expected = Vec::new();
    visit(&mut draft.0, "", &mut |pointer, fact| expected.extend(spoil(pointer, fact)));
    let found = draft.mistakes();
    let mut found: Vec<_> = found.iter().map(|mistake| (mistake.code(), mistake.pointer().to_owned())).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert!(expected.len() > 100, "{} facts of {edition} are too few to be all", expected.len());
    assert_eq!(found, expected);
}

#[test]
fn no_fact_may_go_without_a_source_unless_it_is_unknown() {
    for edition in ["2021-22", "2025-26"] {
        assert_each_is_found(edition, |pointer, fact| {
            fact["sources"] = json!([]);
            (fact["certainty"] != "unknown").then(|| ("source-missing", pointer.to_owned()))
        });
    }
}

#[test]
fn no_fact_may_go_without_a_reason_unless_it_is_confirmed() {
    for (edition, blank) in [("2021-22", None), ("2025-26", Some(" "))] {
        assert_each_is_found(edition, |pointer, fact| {
            if let Some(object) = fact.as_object_mut() {
                object.remove("because");
                object.extend(blank.map(|blank| ("because".to_owned(), json!(blank))));
            }
            (fact["certainty"] != "confirmed").then(|| ("reason-missing", pointer.to_owned()))
        });
    }
}

#[test]
fn no_fact_may_name_a_source_that_is_not_in_the_list() {
    for edition in ["2021-22", "2025-26"] {
        assert_each_is_found(edition, |pointer, fact| {
            fact["sources"] = json!(["a-page-nobody-listed"]);
            Some(("unknown-source", format!("{pointer}/sources/0")))
        });
    }
}

#[test]
fn no_fact_may_name_a_source_twice() {
    for edition in ["2021-22", "2025-26"] {
        assert_each_is_found(edition, |pointer, fact| {
            let sources = fact.get_mut("sources")?.as_array_mut()?;
            let first = sources.first()?.clone();
            sources.push(first);
            Some(("duplicate", format!("{pointer}/sources/{}", sources.len() - 1)))
        });
    }
}

#[test]
fn claims_and_gaps_name_sources_of_the_list_too() {
    let nobody = json!(["bsbc-webinar-qa-2022-06", "a-page-nobody-listed"]);
    assert_mistake("2025-26", "unknown-source", "/edition/gaps/0/sources/1", |bank| {
        bank.edition()["gaps"][0]["sources"] = nobody.clone();
    });
    assert_mistake("2025-26", "unknown-source", "/disagreements/0/claims/0/sources/1", |bank| {
        bank.0["disagreements"][0]["claims"][0]["sources"] = nobody.clone();
    });
    // A gap may be one that no source bears on.
    assert_passes("2025-26", |bank| remove(&mut bank.edition()["gaps"][0], "sources"));
}

/// A fact of every kind that may do without a value where it is unknown.
const FACTS: [&str; 27] = [
    "/edition/toolkitVersion",
    "/edition/total",
    "/edition/scope",
    "/edition/reconfirmation",
    "/edition/counts/0/count",
    "/edition/certificates/0/takesQuestionsAway",
    "/edition/gates/profileConfirmed",
    "/edition/gates/assertionsConfirmed",
    "/edition/gates/approachingOnlyFirst",
    "/edition/gates/actionPlan",
    "/edition/gates/republishAtLeast",
    "/edition/gates/entryLevelCounts",
    "/edition/gates/onlyAdministratorsPublish",
    "/edition/gates/sitesOnRecord",
    "/edition/gates/sitesShareArrangements",
    "/edition/gates/sitesNeedHeadOffice",
    "/levels/2/readings/1",
    "/questions/{1.1.1}/heading",
    "/questions/{1.1.1}/evidenceType",
    "/questions/{10.2.2}/mandatory/0/mandatory",
    "/questions/{1.1.1}/exemptions/0/exempts",
    "/questions/{1.1.2}/window",
    "/questions/{3.2.1}/threshold",
    "/questions/{3.2.1}/threshold/value/rollingProgramme",
    "/questions/{8.1.4}/looksFor",
    "/questions/{8.2.1}/neededWhen",
    "/questions/{7.1.5}/descent",
];

/// Puts a fact in the place of another, beside a second reading of Standards Exceeded.
fn with_fact(at: &str, fact: Value) -> impl FnOnce(&mut Draft) {
    move |bank| {
        let readings = bank.readings("standards-exceeded").as_array_mut().expect("readings");
        readings.push(readings[0].clone());
        let place = bank.pointer(at);
        *bank.0.pointer_mut(&place).expect("the fact is there") = fact;
    }
}

#[test]
fn a_fact_that_is_not_unknown_has_a_value() {
    let confirmed = json!({ "certainty": "confirmed", "sources": ["rcpa-bulletin-2025-09"] });
    let because = "Read between the lines.";
    let inferred = json!({ "certainty": "inferred", "sources": ["rcpa-bulletin-2025-09"], "because": because });
    let others = ["/edition/opening", "/edition/deadline", "/levels/2/readings/0"];
    for at in FACTS.into_iter().chain(others) {
        assert_mistake("2025-26", "value-missing", at, with_fact(at, confirmed.clone()));
        assert_mistake("2025-26", "value-missing", at, with_fact(at, inferred.clone()));
    }
}

#[test]
fn a_dropped_question_is_named() {
    let nothing_named = [("value-missing", "/edition/dropped/0"), ("question-lost", "/edition/dropped")];
    assert_mistakes("2022-23", &nothing_named, |bank| remove(&mut bank.edition()["dropped"][0], "value"));
}

#[test]
fn a_fact_without_a_value_may_be_unknown() {
    for at in FACTS {
        assert_passes("2025-26", with_fact(at, json!({ "certainty": "unknown", "because": "No page seen says." })));
    }
}

#[test]
fn no_value_of_a_bank_is_overlooked() {
    for edition in ["2021-22", "2025-26"] {
        let mut draft = Draft::of(edition);
        let mut expected = Vec::new();
        visit(&mut draft.0, "", &mut |pointer, fact| {
            let had_one = fact.as_object_mut().expect("a fact").remove("value").is_some();
            let may_do_without = fact["certainty"] == "unknown" || pointer.ends_with("/notApplicable");
            if had_one && !may_do_without {
                expected.push(pointer.to_owned());
            }
        });
        let found = draft.mistakes();
        let found = found.iter().filter(|mistake| mistake.code() == "value-missing");
        let mut found: Vec<_> = found.map(|mistake| mistake.pointer().to_owned()).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert!(expected.len() > 100, "{} values of {edition} are too few to be all", expected.len());
        assert_eq!(found, expected);
    }
}

#[test]
fn a_question_may_be_known_to_have_no_way_to_say_not_applicable() {
    assert_passes("2025-26", |bank| {
        bank.question("7.1.2")["notApplicable"] =
            json!({ "certainty": "confirmed", "sources": ["rcpa-bulletin-2025-09"] });
    });
}
