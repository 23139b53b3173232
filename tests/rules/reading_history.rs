//! Bad past publications, sites, confirmed assertions and action plans.

use crate::reading::{accepted, refused, sound_but};

/// An assessment with more beside its organisation.
fn with(entries: &str) -> String {
    sound_but("{\n", &format!("{{ {entries},\n"))
}

fn publication(edition: &str, level: &str, on: &str) -> String {
    format!(r#"{{ "edition": "{edition}", "level": "{level}", "publishedOn": "{on}" }}"#)
}

fn publications(list: &[String]) -> String {
    with(&format!(r#""publications": [{}]"#, list.join(", ")))
}

#[test]
fn past_publications_stand_in_the_order_of_their_days() {
    let met = |on| publication("2024-25", "standards-met", on);
    accepted(publications(&[]));
    accepted(publications(&[met("2024-06-01"), met("2025-06-01")]));
    accepted(publications(&[met("2025-06-01"), met("2025-06-01")]));
    let error = refused(
        publications(&[met("2025-06-02"), met("2025-06-01"), met("2025-06-03")]),
        &[("before-start", "/publications/1/publishedOn")],
    );
    insta::assert_snapshot!(error, @"at `/publications/1/publishedOn`: found 2025-06-01, expected a day on or after 2025-06-02; check both dates");
}

#[test]
fn a_past_publication_has_an_edition_a_level_and_a_day() {
    accepted(publications(&[publication("2019-20", "entry-level", "2020-06-01")]));
    refused(
        publications(&["{}".to_owned()]),
        &[
            ("missing-key", "/publications/0/edition"),
            ("missing-key", "/publications/0/level"),
            ("missing-key", "/publications/0/publishedOn"),
        ],
    );
    let bad = publication("21/22", "Standards Met", "12/06/2022");
    let error = refused(
        publications(&[publication("2019-20", "entry-level", "2020-06-01"), bad]),
        &[
            ("bad-form", "/publications/1/edition"),
            ("unknown-word", "/publications/1/level"),
            ("bad-form", "/publications/1/publishedOn"),
        ],
    );
    insta::assert_snapshot!(error, @r"
    at `/publications/1/edition`: found `21/22`, expected an edition such as `2025-26`
    at `/publications/1/level`: found `Standards Met`, expected `standards-not-met`, `entry-level`, `approaching-standards`, `standards-met` or `standards-exceeded`; did you mean `standards-met`?
    at `/publications/1/publishedOn`: found `12/06/2022`, expected a day of the calendar such as `2026-06-30`
    ");
}

#[test]
fn the_sites_of_a_publication_are_ods_codes() {
    let sites = |list: &str| {
        let publication = publication("2024-25", "standards-met", "2025-06-12").replace(" }", "");
        with(&format!(r#""publications": [{publication}, "sites": {list} }}]"#))
    };
    accepted(sites(r#"["VM0X1", "VM0X2"]"#));
    refused(sites(r#"["VM0X1", "Harbour House East"]"#), &[("bad-form", "/publications/0/sites/1")]);
    refused(sites(r#""VM0X1""#), &[("wrong-type", "/publications/0/sites")]);
}

fn site(entries: &str) -> String {
    with(&format!(r#""sites": [{{ {entries} }}]"#))
}

const ARRANGEMENTS: &str =
    r#""arrangements": { "training": "shared", "policies": "shared", "dataSecurity": "shared", "it": "different" }"#;

#[test]
fn a_site_has_a_code_a_nation_and_four_arrangements() {
    accepted(site(&format!(r#""odsCode": "VM0X2", "nation": "england", {ARRANGEMENTS}"#)));
    refused(
        site(""),
        &[
            ("missing-key", "/sites/0/odsCode"),
            ("missing-key", "/sites/0/nation"),
            ("missing-key", "/sites/0/arrangements"),
        ],
    );
    let error = refused(
        site(r#""odsCode": "VM0X2", "nation": "england", "arrangements": { "training": "yes", "policy": "shared" }"#),
        &[
            ("unknown-word", "/sites/0/arrangements/training"),
            ("unknown-key", "/sites/0/arrangements/policy"),
            ("missing-key", "/sites/0/arrangements/policies"),
            ("missing-key", "/sites/0/arrangements/dataSecurity"),
            ("missing-key", "/sites/0/arrangements/it"),
        ],
    );
    insta::assert_snapshot!(error, @r"
    at `/sites/0/arrangements/training`: found `yes`, expected `shared` or `different`
    at `/sites/0/arrangements/policy`: unknown key `policy`, expected `training`, `policies`, `dataSecurity` or `it`
    at `/sites/0/arrangements/policies`: `policies` is missing; add it
    at `/sites/0/arrangements/dataSecurity`: `dataSecurity` is missing; add it
    at `/sites/0/arrangements/it`: `it` is missing; add it
    ");
}

#[test]
fn the_publications_of_a_site_are_read_like_those_of_the_organisation() {
    let bad = [publication("2024-25", "standards-met", "2025-06-12"), publication("2022-23", "met", "2023-06-31")];
    let text = site(&format!(
        r#""odsCode": "VM0X2", "nation": "england", {ARRANGEMENTS}, "publications": [{}]"#,
        bad.join(", ")
    ));
    refused(
        text,
        &[("unknown-word", "/sites/0/publications/1/level"), ("bad-form", "/sites/0/publications/1/publishedOn")],
    );
}

#[test]
fn confirmed_assertions_are_two_numbers() {
    let confirmed = |list: &str| with(&format!(r#""assertionsConfirmed": {list}"#));
    accepted(confirmed(r#"["1.1", "10.2", "255.255"]"#));
    for bad in ["1", "1.1.1", "01.1", "1.0", "1.256", "1.", " 1.1", ""] {
        refused(confirmed(&format!(r#"["1.1", "{bad}"]"#)), &[("bad-form", "/assertionsConfirmed/1")]);
    }
    let error = refused(confirmed(r#"["1.1.1"]"#), &[("bad-form", "/assertionsConfirmed/0")]);
    insta::assert_snapshot!(error, @"at `/assertionsConfirmed/0`: found `1.1.1`, expected an assertion code such as `10.1`");
    refused(confirmed("[1.1]"), &[("wrong-type", "/assertionsConfirmed/0")]);
}

fn plan(item: &str) -> String {
    with(&format!(r#""actionPlan": {{ "items": [{{ {item} }}] }}"#))
}

#[test]
fn an_item_of_an_action_plan_names_a_question() {
    accepted(with(r#""actionPlan": { "items": [] }"#));
    accepted(plan(r#""question": "4.5.3""#));
    refused(with(r#""actionPlan": {}"#), &[("missing-key", "/actionPlan/items")]);
    refused(plan(r#""owner": "The manager""#), &[("missing-key", "/actionPlan/items/0/question")]);
    refused(plan(r#""question": "4.5""#), &[("bad-form", "/actionPlan/items/0/question")]);
    let error = refused(
        plan(r#""question": "4.5.3", "dueOn": "2026-09-31", "status": "todo", "who": "A. Nobody""#),
        &[
            ("bad-form", "/actionPlan/items/0/dueOn"),
            ("unknown-word", "/actionPlan/items/0/status"),
            ("unknown-key", "/actionPlan/items/0/who"),
        ],
    );
    insta::assert_snapshot!(error, @r"
    at `/actionPlan/items/0/dueOn`: found `2026-09-31`, expected a day of the calendar such as `2026-06-30`
    at `/actionPlan/items/0/status`: found `todo`, expected `to-do`, `in-progress` or `done`; did you mean `to-do`?
    at `/actionPlan/items/0/who`: unknown key `who`, expected `question`, `what`, `why`, `nextStep`, `owner`, `dueOn` or `status`; did you mean `why`?
    ");
}

#[test]
fn the_texts_of_an_action_plan_are_bounded() {
    for key in ["what", "why", "nextStep", "owner"] {
        let text = |length: usize| plan(&format!(r#""question": "4.5.3", "{key}": "{}""#, "£".repeat(length)));
        accepted(text(2_000));
        refused(text(2_001), &[("too-long", &format!("/actionPlan/items/0/{key}"))]);
    }
}

#[test]
fn an_action_plan_has_at_most_1_000_items() {
    let items = |length: usize| {
        let items = vec![r#"{ "question": "4.5.3" }"#; length];
        with(&format!(r#""actionPlan": {{ "items": [{}] }}"#, items.join(", ")))
    };
    accepted(items(1_000));
    refused(items(1_001), &[("too-many", "/actionPlan/items")]);
}
