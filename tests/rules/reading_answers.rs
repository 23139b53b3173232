//! Answers and certificates that cannot be: keys of another kind, figures and dates that contradict each other, bounds.

use crate::reading::{accepted, refused, sound_but, with_answer, with_profile};

/// What each kind of answer must have and may have.
const KINDS: [(&str, &[&str], &[&str]); 5] = [
    ("text", &["text"], &[]),
    ("confirmation", &["confirmed"], &["found", "training"]),
    ("document", &["documents"], &[]),
    ("date", &["date"], &[]),
    ("not-applicable", &[], &["reason"]),
];

/// A key with a value that would be right for it.
fn entry(key: &str) -> &'static str {
    match key {
        "text" => r#""text": "ZA123456""#,
        "confirmed" => r#""confirmed": true"#,
        "found" => r#""found": "nothing""#,
        "training" => r#""training": { "trained": 58, "people": 60 }"#,
        "documents" => r#""documents": []"#,
        "date" => r#""date": "2026-01-01""#,
        "reason" => r#""reason": "We keep no paper records.""#,
        other => panic!("no entry for {other}"),
    }
}

fn answer(kind: &str, keys: &[&str]) -> String {
    let kind = format!(r#""kind": "{kind}""#);
    let entries: Vec<&str> = [kind.as_str()].into_iter().chain(keys.iter().map(|key| entry(key))).collect();
    with_answer(&format!("{{ {} }}", entries.join(", ")))
}

#[test]
fn every_kind_of_answer_takes_its_own_keys_and_no_others() {
    let all = ["text", "confirmed", "found", "training", "documents", "date", "reason"];
    for (kind, must, may) in KINDS {
        accepted(answer(kind, must));
        accepted(answer(kind, &[must, may].concat()));
        for key in all {
            let at = format!("/responses/1.1.1/{key}");
            if must.contains(&key) {
                let others: Vec<&str> = must.iter().copied().filter(|other| *other != key).collect();
                refused(answer(kind, &others), &[("missing-key", &at)]);
            } else if !may.contains(&key) {
                refused(answer(kind, &[must, &[key]].concat()), &[("not-of-this-kind", &at)]);
            }
        }
    }
}

#[test]
fn a_key_of_another_kind_is_named_with_the_kind() {
    let error = refused(answer("text", &["text", "documents"]), &[("not-of-this-kind", "/responses/1.1.1/documents")]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/documents`: `documents` does not belong to kind `text`; remove it or choose another kind");
}

#[test]
fn an_answer_of_no_kind_is_refused() {
    let error = refused(with_answer(r#"{ "text": "ZA123456" }"#), &[("missing-key", "/responses/1.1.1/kind")]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/kind`: `kind` is missing; add it");
}

#[test]
fn a_document_has_a_place() {
    let error = refused(
        with_answer(r#"{ "kind": "document", "documents": [{ "title": "Privacy notice" }] }"#),
        &[("missing-key", "/responses/1.1.1/documents/0/location")],
    );
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/documents/0/location`: `location` is missing; add it");
    refused(
        with_answer(r#"{ "kind": "document", "documents": [{ "location": "a", "parts": ["The policy"] }] }"#),
        &[("bad-form", "/responses/1.1.1/documents/0/parts/0")],
    );
}

fn trained(figures: &str) -> String {
    with_answer(&format!(r#"{{ "kind": "confirmation", "confirmed": true, "training": {{ {figures} }} }}"#))
}

#[test]
fn training_figures_must_be_possible() {
    accepted(trained(r#""trained": 0, "people": 1"#));
    accepted(trained(r#""trained": 60, "people": 60"#));
    let at = "/responses/1.1.1/training";
    let bad = [
        (r#""trained": 0, "people": 0"#, "out-of-range", "people"),
        (r#""trained": 5, "people": 0"#, "out-of-range", "people"),
        (r#""trained": 61, "people": 60"#, "more-than-there-are", "trained"),
        (r#""trained": 58"#, "missing-key", "people"),
        (r#""people": 60"#, "missing-key", "trained"),
        (r#""trained": 96.5, "people": 100"#, "wrong-type", "trained"),
        (r#""trained": "58", "people": 60"#, "wrong-type", "trained"),
        (r#""trained": 58, "people": 60, "percent": 97"#, "unknown-key", "percent"),
    ];
    let lines =
        bad.map(|(figures, code, key)| refused(trained(figures), &[(code, &format!("{at}/{key}"))]).to_string());
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/responses/1.1.1/training/people`: found 0, expected at least one person
    at `/responses/1.1.1/training/people`: found 0, expected at least one person
    at `/responses/1.1.1/training/trained`: found 61, expected at most the 60 people there are; correct one of the two figures
    at `/responses/1.1.1/training/people`: `people` is missing; add it
    at `/responses/1.1.1/training/trained`: `trained` is missing; add it
    at `/responses/1.1.1/training/trained`: found a number with a fraction or beyond all bounds, expected a whole number
    at `/responses/1.1.1/training/trained`: found text, expected a whole number
    at `/responses/1.1.1/training/percent`: unknown key `percent`, expected `trained`, `people` or `rollingProgramme`
    ");
}

fn certificate(entries: &str) -> String {
    with_profile(&format!(r#""cyberEssentialsPlus": {{ {entries} }}"#))
}

#[test]
fn a_certificate_that_is_held_has_its_dates_the_right_way_round() {
    accepted(certificate(r#""held": "yes", "issuedOn": "2025-10-01", "expiresOn": "2026-09-30""#));
    accepted(certificate(r#""held": "yes", "issuedOn": "2025-10-01", "expiresOn": "2025-10-01""#));
    let at = |key: &str| format!("/organisation/cyberEssentialsPlus/{key}");
    let backwards = certificate(r#""held": "yes", "issuedOn": "2025-10-01", "expiresOn": "2025-09-30""#);
    insta::assert_snapshot!(refused(backwards, &[("before-start", &at("expiresOn"))]), @"at `/organisation/cyberEssentialsPlus/expiresOn`: found 2025-09-30, expected a day on or after 2025-10-01; check both dates");
    let undated = certificate(r#""held": "yes""#);
    let error = refused(undated, &[("missing-key", &at("issuedOn")), ("missing-key", &at("expiresOn"))]);
    insta::assert_snapshot!(error, @r"
    at `/organisation/cyberEssentialsPlus/issuedOn`: `issuedOn` is missing; add it
    at `/organisation/cyberEssentialsPlus/expiresOn`: `expiresOn` is missing; add it
    ");
    refused(certificate(r#""held": "yes", "issuedOn": "2025-10-01""#), &[("missing-key", &at("expiresOn"))]);
    refused(certificate(r#""held": "yes", "expiresOn": "2025-10-01""#), &[("missing-key", &at("issuedOn"))]);
}

#[test]
fn a_certificate_that_is_not_held_has_no_dates() {
    let at = |key: &str| format!("/organisation/cyberEssentialsPlus/{key}");
    for held in ["no", "not-sure"] {
        accepted(certificate(&format!(r#""held": "{held}""#)));
        refused(
            certificate(&format!(r#""held": "{held}", "issuedOn": "2025-10-01", "expiresOn": "2026-09-30""#)),
            &[("not-of-this-kind", &at("issuedOn")), ("not-of-this-kind", &at("expiresOn"))],
        );
    }
    let error =
        refused(certificate(r#""held": "no", "expiresOn": "2026-09-30""#), &[("not-of-this-kind", &at("expiresOn"))]);
    insta::assert_snapshot!(error, @"at `/organisation/cyberEssentialsPlus/expiresOn`: `expiresOn` does not belong to kind `no`; remove it or choose another kind");
    refused(certificate(""), &[("missing-key", &at("held"))]);
}

#[test]
fn an_answer_that_was_given_comes_from_no_other_edition() {
    let origin =
        |entries: &str| with_answer(&format!(r#"{{ "kind": "text", "text": "", "origin": {{ {entries} }} }}"#));
    let at = |key: &str| format!("/responses/1.1.1/origin/{key}");
    accepted(origin(r#""kind": "given""#));
    accepted(origin(r#""kind": "carried-over", "from": "2024-25""#));
    let error = refused(origin(r#""kind": "given", "from": "2024-25""#), &[("not-of-this-kind", &at("from"))]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/origin/from`: `from` does not belong to kind `given`; remove it or choose another kind");
    refused(origin(r#""kind": "given", "reconfirmedOn": "2026-01-01""#), &[("not-of-this-kind", &at("reconfirmedOn"))]);
    let error = refused(origin(r#""kind": "carried-over""#), &[("missing-key", &at("from"))]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/origin/from`: `from` is missing; add it");
    refused(origin(r#""kind": "carried-over", "from": "last year""#), &[("bad-form", &at("from"))]);
}

/// So many characters, of two bytes each.
fn text_of(length: usize) -> String {
    "£".repeat(length)
}

#[test]
fn text_is_bounded_in_characters() {
    let text = |length: usize| with_answer(&format!(r#"{{ "kind": "text", "text": "{}" }}"#, text_of(length)));
    accepted(text(20_000));
    insta::assert_snapshot!(refused(text(20_001), &[("too-long", "/responses/1.1.1/text")]), @"at `/responses/1.1.1/text`: the text has 20001 characters, expected at most 20000; shorten it");

    let rest = |key: &str, length: usize| {
        with_answer(&format!(r#"{{ "kind": "not-applicable", "{key}": "{}" }}"#, text_of(length)))
    };
    for key in ["reason", "comment"] {
        accepted(rest(key, 5_000));
        refused(rest(key, 5_001), &[("too-long", &format!("/responses/1.1.1/{key}"))]);
    }

    let document = |key: &str, length: usize| {
        let other = if key == "title" { r#""location": "a","# } else { "" };
        let document = format!(r#"{{ {other} "{key}": "{}" }}"#, text_of(length));
        with_answer(&format!(r#"{{ "kind": "document", "documents": [{document}] }}"#))
    };
    for key in ["location", "title"] {
        accepted(document(key, 2_000));
        refused(document(key, 2_001), &[("too-long", &format!("/responses/1.1.1/documents/0/{key}"))]);
    }

    let programme =
        |length: usize| trained(&format!(r#""trained": 1, "people": 2, "rollingProgramme": "{}""#, text_of(length)));
    accepted(programme(5_000));
    refused(programme(5_001), &[("too-long", "/responses/1.1.1/training/rollingProgramme")]);

    let name = |length: usize| with_profile(&format!(r#""name": "{}""#, text_of(length)));
    accepted(name(200));
    refused(name(201), &[("too-long", "/organisation/name")]);
}

#[test]
fn lists_are_bounded() {
    let many = |entry: &str, length: usize| vec![entry; length].join(", ");
    let documents = |length: usize| {
        with_answer(&format!(r#"{{ "kind": "document", "documents": [{}] }}"#, many(r#"{ "location": "a" }"#, length)))
    };
    accepted(documents(1_000));
    let error = refused(documents(1_001), &[("too-many", "/responses/1.1.1/documents")]);
    insta::assert_snapshot!(error, @"at `/responses/1.1.1/documents`: more than 1000 entries; keep to 1000");

    let publication = r#"{ "edition": "2024-25", "level": "standards-met", "publishedOn": "2025-06-12" }"#;
    let publications =
        |length: usize| sound_but("{\n", &format!("{{ \"publications\": [{}],\n", many(publication, length)));
    accepted(publications(1_000));
    refused(publications(1_001), &[("too-many", "/publications")]);
}

#[test]
fn answers_are_bounded() {
    let answers = |length: usize| {
        let codes = (0..length).map(|number| format!("{}.{}.1", number / 255 + 1, number % 255 + 1));
        let answers: Vec<String> = codes.map(|code| format!(r#""{code}": {{ "kind": "not-applicable" }}"#)).collect();
        sound_but(r#""responses": {}"#, &format!(r#""responses": {{ {} }}"#, answers.join(", ")))
    };
    assert_eq!(accepted(answers(1_000)).responses().len(), 1_000);
    refused(answers(1_001), &[("too-many", "/responses")]);
    refused(answers(30_000), &[("too-many", "/responses")]);
}
