//! What is wrong with a document of services: its form, then its content, every mistake at once.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::common::day;
use dspt::{BankError, Level, RawServices, ServiceState, Services};

/// One service that rests on one source.
fn document() -> Value {
    json!({
        "format": "dspt.services.v1",
        "services": [{
            "id": "laundry",
            "name": "The laundry",
            "claims": [{ "needs": "standards-met", "certainty": "confirmed", "sources": ["laundry-rules"] }]
        }],
        "sources": [
            { "id": "laundry-rules", "publisher": "The laundry", "title": "Rules", "standing": "vendor" }
        ]
    })
}

#[track_caller]
fn changed(change: impl FnOnce(&mut Value)) -> Result<Services, BankError> {
    let mut document = document();
    change(&mut document);
    RawServices::from_json(document.to_string()).expect("the form is right").check()
}

/// The codes and pointers of the mistakes.
#[track_caller]
fn mistakes(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let error = changed(change).expect_err("something is wrong");
    error.mistakes().iter().map(|mistake| format!("{} {}", mistake.code(), mistake.pointer())).collect()
}

#[test]
fn a_document_without_mistakes_is_accepted_and_reads_back_as_it_was() {
    let services = changed(|_| {}).expect("nothing is wrong");
    let again = RawServices::from_json(services.to_json()).map(RawServices::check);
    assert_eq!(again, Ok(Ok(services)));
    let built_in = Services::built_in();
    let again = RawServices::from_json(built_in.to_json()).expect("the form is right").check();
    assert_eq!(again.as_ref(), Ok(built_in));
}

#[test]
fn each_mistake_has_its_code_and_its_place() {
    type Change = fn(&mut Value);
    let rows: [(&str, Change); 12] = [
        ("duplicate /services/1/id", |all| {
            let first = all["services"][0].clone();
            all["services"].as_array_mut().expect("a list").push(first);
        }),
        ("unsorted /services/1/id", |all| {
            let mut second = all["services"][0].clone();
            second["id"] = json!("kitchen");
            all["services"].as_array_mut().expect("a list").push(second);
        }),
        ("text-missing /services/0/name", |all| all["services"][0]["name"] = json!(" ")),
        ("text-too-long /services/0/name", |all| all["services"][0]["name"] = json!("x".repeat(121))),
        ("rule-missing /services/0/claims", |all| all["services"][0]["claims"] = json!([])),
        ("source-missing /services/0/claims/0", |all| all["services"][0]["claims"][0]["sources"] = json!([])),
        ("reason-missing /services/0/claims/0", |all| {
            all["services"][0]["claims"][0]["certainty"] = json!("inferred");
        }),
        ("reason-missing /services/0/claims/0", |all| {
            all["services"][0]["claims"][0] = json!({ "needs": "standards-met", "certainty": "unknown" });
        }),
        ("unknown-source /services/0/claims/0/sources/1", |all| {
            all["services"][0]["claims"][0]["sources"] = json!(["laundry-rules", "hearsay"]);
        }),
        ("period-backwards /services/0/claims/0", |all| {
            all["services"][0]["claims"][0]["from"] = json!("2024-09-02");
            all["services"][0]["claims"][0]["until"] = json!("2024-09-02");
        }),
        ("duplicate /sources/1/id", |all| {
            let first = all["sources"][0].clone();
            all["sources"].as_array_mut().expect("a list").push(first);
        }),
        ("text-missing /sources/0/title", |all| all["sources"][0]["title"] = json!("")),
    ];
    for (expected, change) in rows {
        assert_eq!(mistakes(change), [expected]);
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    let error = changed(|all| {
        all["services"][0]["name"] = json!("");
        all["services"][0]["claims"][0] = json!({
            "needs": "any-publication", "certainty": "inferred", "from": "2024-09-02", "until": "2024-01-01"
        });
        all["sources"][0]["publisher"] = json!("");
    });
    assert_snapshot!(error.expect_err("several mistakes"), @r"
    at `/services/0/name`: the text is empty; write it
    at `/services/0/claims/0`: the period ends on 2024-01-01, before or on its first day 2024-09-02; correct one of the dates
    at `/services/0/claims/0`: the fact names no source; name one, or call it unknown
    at `/services/0/claims/0`: the fact is not confirmed and gives no reason; say in `because` how it was read from the sources
    at `/sources/0/publisher`: the text is empty; write it
    ");
}

#[test]
fn problems_of_form_are_told_at_once_with_their_places() {
    let text = r#"{
        "format": "dspt.services.v1",
        "services": [{
            "id": "Laundry", "name": 7, "level": "standards-met",
            "claims": [{ "needs": "standards-mett", "certainty": "sure", "from": "2024-02-30" }]
        }]
    }"#;
    assert_snapshot!(RawServices::from_json(text).expect_err("several problems"), @r"
    at `/services/0/id`: found `Laundry`, expected an id of small letters, digits and hyphens such as `nhs-register-2022`
    at `/services/0/name`: found a number, expected text
    at `/services/0/level`: unknown key `level`, expected `id`, `name` or `claims`
    at `/services/0/claims/0/needs`: found `standards-mett`, expected `not-required`, `varies-locally`, `approval`, `any-publication`, `approaching-standards`, `standards-met` or `standards-exceeded`; did you mean `standards-met`?
    at `/services/0/claims/0/certainty`: found `sure`, expected `confirmed`, `inferred` or `unknown`
    at `/services/0/claims/0/from`: found `2024-02-30`, expected a day of the calendar such as `2026-06-30`
    at `/sources`: `sources` is missing; add it
    ");
}

#[test]
fn a_document_larger_than_a_mebibyte_is_refused() {
    let error = RawServices::from_json(" ".repeat(1024 * 1024 + 1)).expect_err("too large");
    assert_eq!(error.problems()[0].code(), "too-large");
}

#[test]
fn services_of_ones_own_are_answered_like_the_built_in_ones() {
    let services = changed(|all| {
        all["services"][0]["claims"] = json!([
            { "needs": "standards-met", "certainty": "confirmed", "sources": ["laundry-rules"], "until": "2025-01-01" },
            { "needs": "standards-exceeded", "certainty": "confirmed", "sources": ["laundry-rules"], "from": "2025-01-01" },
            { "needs": "varies-locally", "certainty": "inferred", "sources": ["laundry-rules"], "because": "Seen once." }
        ]);
    })
    .expect("nothing is wrong");
    let state = |level, on: &str| services.unlocked_by(Some(level), true, day(on))[0].state();
    // Enough for the level asked for, the rest is still for the laundry to decide.
    assert_eq!(state(Level::StandardsMet, "2024-12-31"), ServiceState::LocalDecision);
    assert_eq!(state(Level::StandardsMet, "2025-01-01"), ServiceState::Locked);
    assert_eq!(state(Level::StandardsExceeded, "2025-01-01"), ServiceState::LocalDecision);
    assert_eq!(state(Level::ApproachingStandards, "2024-12-31"), ServiceState::Locked);
}

/// Nothing is higher than Standards Exceeded.
#[test]
fn what_asks_for_the_top_level_asks_for_no_higher_one() {
    let asked = |level: &str| {
        let services = changed(|document| document["services"][0]["claims"][0]["needs"] = json!(level));
        let services = services.expect("nothing is wrong");
        let answers = services.unlocked_by(None, false, day("2026-06-01"));
        assert_eq!((&services).into_iter().count(), answers.len());
        answers[0].message()
    };
    assert_snapshot!(asked("standards-exceeded"), @"The laundry: asks for Standards Exceeded, and no publication counts yet. Publish the assessment.");
    assert_snapshot!(asked("standards-met"), @"The laundry: asks for Standards Met or higher, and no publication counts yet. Publish the assessment.");
}
