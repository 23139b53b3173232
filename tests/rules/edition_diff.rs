//! What changed from one edition to another: the tables of the built-in editions, and what holds for any two.

use std::collections::BTreeSet;

use dspt::{Certainty, EditionDiff, Level, QuestionChange, QuestionCode, diff};
use serde_json::Value;

use crate::common::{bank, code};

pub(crate) const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

#[track_caller]
pub(crate) fn between(from: &str, to: &str) -> EditionDiff {
    diff(bank(from), bank(to)).expect("editions on record")
}

pub(crate) fn value(diff: &EditionDiff) -> Value {
    serde_json::from_str(&diff.to_json()).expect("JSON")
}

/// The particulars of a change, behind its kind.
fn particulars(what: &Value) -> String {
    let mut text = what["kind"].as_str().expect("a kind").to_owned();
    for key in ["topic", "level", "by", "relation"] {
        if let Some(word) = what[key].as_str() {
            text.extend([" ", word]);
        }
    }
    text
}

/// The changes of the questions as `4.3.1 newly-mandatory standards-met (inferred)`.
pub(crate) fn rows(diff: &EditionDiff) -> Vec<String> {
    let diff = value(diff);
    let mut rows = Vec::new();
    for question in diff["questions"].as_array().expect("questions") {
        let named = match (question["old"].as_str(), question["new"].as_str()) {
            (Some(old), Some(new)) if old != new => format!("{old} -> {new}"),
            (old, new) => new.or(old).expect("a code").to_owned(),
        };
        for change in question["changes"].as_array().expect("changes") {
            let certainty = change["certainty"].as_str().expect("a certainty");
            rows.push(format!("{named} {} ({certainty})", particulars(&change["what"])));
        }
    }
    rows
}

fn edition_messages(diff: &EditionDiff) -> Vec<String> {
    diff.edition.iter().map(|change| format!("{} ({})", change.message(), change.certainty)).collect()
}

#[test]
fn from_2021_22_to_2022_23_four_are_renumbered_one_is_gone_and_the_opt_out_is_mandatory_again() {
    let diff = between("2021-22", "2022-23");
    assert_eq!(
        rows(&diff),
        [
            "1.1.2 no-longer-known review-window (confirmed)",
            "1.2.1 -> 1.1.3 renumbered (inferred)",
            "1.2.4 reworded superset-of (inferred)",
            "1.2.4 newly-mandatory standards-met (confirmed)",
            "1.3.1 no-longer-known review-window (confirmed)",
            "1.4.2 no-longer-known review-window (confirmed)",
            "2.1.2 -> 2.2.1 renumbered (inferred)",
            "4.1.2 removed (confirmed)",
            "4.1.2 no-longer-mandatory approaching-standards (confirmed)",
            "4.1.2 no-longer-mandatory standards-met (inferred)",
            "6.1.3 -> 6.1.2 renumbered (inferred)",
            "6.1.4 -> 6.1.3 renumbered (inferred)",
        ]
    );
    assert_eq!(
        edition_messages(&diff),
        [
            "2022-23 is version 5 of the toolkit, 2021-22 is version 4. (confirmed)",
            "2022-23 opened on 24 August 2022; 2021-22 opened on 26 August 2021. (confirmed)",
            "The deadline of 2022-23 is 30 June 2023; that of 2021-22 is 30 June 2022. (confirmed)",
            "26 questions are mandatory for Approaching Standards in 2022-23, 27 in 2021-22. (confirmed)",
            "In 2022-23, the toolkit shows 77 questions; the number is not on record for 2021-22, so this may be no \
             change. (inferred)",
            "In 2021-22, every assertion has to be confirmed before publishing again; the rule is not on record for \
             2022-23, so this may be no change. (confirmed)",
            "In 2022-23, whoever has published at Entry Level has published before; in 2021-22, whoever has published \
             at Entry Level alone has not published before. (inferred)",
            "Standards Exceeded asks for Standards Met and a Cyber Essentials Plus certificate that is in date in \
             2022-23, for Standards Met and every question of the edition in 2021-22. (inferred)",
            "In 2022-23, the sources leave open whether Standards Exceeded asks for Standards Met and every question \
             of the edition instead; in 2021-22 they do not. (unknown)",
        ]
    );
}

#[test]
fn from_2022_23_to_2023_24_no_rule_is_known_to_have_changed() {
    let diff = between("2022-23", "2023-24");
    assert_eq!(rows(&diff), ["3.1.1 now-known review-window (confirmed)", "4.5.3 new-on-record (inferred)"]);
    assert_eq!(
        edition_messages(&diff),
        [
            "2023-24 is version 6 of the toolkit, 2022-23 is version 5. (confirmed)",
            "2023-24 opened between 1 August 2023 and 18 September 2023; 2022-23 opened on 24 August 2022. (inferred)",
            "The deadline of 2023-24 is 30 June 2024; that of 2022-23 is 30 June 2023. (confirmed)",
        ]
    );
}

#[test]
fn from_2023_24_to_2024_25_multi_factor_authentication_is_newly_mandatory() {
    let diff = between("2023-24", "2024-25");
    let first =
        ["1.3.6", "10.2.2", "4.3.1", "4.4.1", "7.1.1"].map(|question| format!("{question} new-on-record (inferred)"));
    let (on_record, others): (Vec<_>, Vec<_>) = rows(&diff).into_iter().partition(|row| row.contains("on-record"));
    assert_eq!(BTreeSet::from_iter(on_record), BTreeSet::from(first));
    assert_eq!(others, ["4.5.3 newly-mandatory standards-met (inferred)"]);
    assert_eq!(
        edition_messages(&diff),
        [
            "2024-25 is version 7 of the toolkit, 2023-24 is version 6. (confirmed)",
            "2024-25 opened between 2 September 2024 and 3 September 2024; 2023-24 opened between 1 August 2023 and \
             18 September 2023. (inferred)",
            "The deadline of 2024-25 is 30 June 2025; that of 2023-24 is 30 June 2024. (confirmed)",
            "43 questions are mandatory for Standards Met in 2024-25, 42 in 2023-24. (inferred)",
            "In 2024-25, every assertion has to be confirmed before publishing again; the rule is not on record for \
             2023-24, so this may be no change. (inferred)",
            "In 2023-24, the sources leave open whether Standards Exceeded asks for Standards Met and every question \
             of the edition instead; in 2024-25 they do not. (unknown)",
        ]
    );
}

#[test]
fn from_2024_25_to_2025_26_two_are_newly_mandatory_three_are_new_and_three_are_reworded() {
    let diff = between("2024-25", "2025-26");
    assert_eq!(
        rows(&diff),
        [
            "1.1.2 now-known review-window (confirmed)",
            "1.1.3 reworded equivalent-to (confirmed)",
            "1.1.5 reworded equivalent-to (confirmed)",
            "1.3.1 reworded equivalent-to (confirmed)",
            "1.3.1 now-known review-window (inferred)",
            "1.3.2 review-window (inferred)",
            "4.2.4 now-known exemption cyber-essentials-plus (inferred)",
            "4.3.1 newly-mandatory standards-met (inferred)",
            "6.2.1 now-known exemption cyber-essentials-plus (inferred)",
            "7.1.1 newly-mandatory standards-met (inferred)",
            "7.1.1 now-known review-window (confirmed)",
            "7.1.5 added (confirmed)",
            "7.1.6 added (confirmed)",
            "7.3.4 now-known review-window (confirmed)",
            "7.3.6 new-on-record (confirmed)",
            "8.3.8 added (confirmed)",
            "9.1.1 now-known exemption cyber-essentials-plus (inferred)",
        ]
    );
    assert_eq!(
        edition_messages(&diff),
        [
            "2025-26 is version 8 of the toolkit, 2024-25 is version 7. (confirmed)",
            "2025-26 opened between 1 September 2025 and 18 September 2025; 2024-25 opened between 2 September 2024 \
             and 3 September 2024. (inferred)",
            "The deadline of 2025-26 is 30 June 2026; that of 2024-25 is 30 June 2025. (confirmed)",
            "45 questions are mandatory for Standards Met in 2025-26, 43 in 2024-25. (confirmed)",
            "The toolkit shows 80 questions in 2025-26, 77 in 2024-25. (inferred)",
            "In 2024-25, every assertion has to be confirmed before publishing again; the rule is not on record for \
             2025-26, so this may be no change. (inferred)",
        ]
    );
}

#[test]
fn over_all_five_editions_the_steps_come_together() {
    let diff = between("2021-22", "2025-26");
    let rows = rows(&diff);
    for expected in [
        // Renumbered in the first step, reworded in the last.
        "1.2.1 -> 1.1.3 renumbered (inferred)",
        "1.2.1 -> 1.1.3 reworded equivalent-to (inferred)",
        "2.1.2 -> 2.2.1 renumbered (inferred)",
        "6.1.3 -> 6.1.2 renumbered (inferred)",
        "6.1.4 -> 6.1.3 renumbered (inferred)",
        "1.2.4 reworded superset-of (inferred)",
        "4.1.2 removed (confirmed)",
        // Whether it was there in 2021-22 is not on record, so neither is whether it is newly mandatory.
        "4.5.3 new-on-record (inferred)",
        "4.5.3 now-known mandatory standards-met (inferred)",
        "8.3.8 added (confirmed)",
    ] {
        assert!(rows.iter().any(|row| row == expected), "{expected} in {rows:#?}");
    }
    let window = diff.questions.iter().find(|question| question.new == Some(code("1.1.2"))).expect("it changed");
    assert_eq!(
        window.changes.iter().map(dspt::Change::message).collect::<Vec<_>>(),
        ["In 2025-26, 1.1.2 counts a review within 12 months; in 2021-22 it counts a review on or after 1 July 2021."],
        "that the years between do not say does not matter"
    );
}

/// The questions that are mandatory for a level on the deadline day.
fn mandatory(of: &str, level: Level) -> BTreeSet<QuestionCode> {
    let bank = bank(of);
    let deadline = bank.about().deadline.value.expect("a deadline");
    bank.mandatory(level, deadline).map(|question| question.code).collect()
}

#[test]
fn the_lists_of_mandatory_questions_differ_by_what_is_newly_and_no_longer_mandatory() {
    for pair in EDITIONS.windows(2) {
        let [from, to] = pair else { unreachable!() };
        let diff = between(from, to);
        for level in Level::ALL.iter().copied() {
            let told = |change: &QuestionChange| {
                let question = |question: &&dspt::QuestionDiff| question.changes.iter().any(|own| own.what == *change);
                diff.questions.iter().filter(question).collect::<Vec<_>>()
            };
            let mut expected = mandatory(from, level);
            for question in told(&QuestionChange::NoLongerMandatory { level }) {
                assert!(expected.remove(&question.old.expect("an old code")), "{from} {level}");
            }
            let moved = diff.questions.iter().filter(|question| question.new.is_some() && question.old != question.new);
            let moved: Vec<_> = moved.filter_map(|question| Some((question.old?, question.new?))).collect();
            let now = |old: QuestionCode| moved.iter().find(|(before, _)| *before == old).map_or(old, |(_, new)| *new);
            let mut expected: BTreeSet<QuestionCode> = expected.into_iter().map(now).collect();
            for question in told(&QuestionChange::NewlyMandatory { level }) {
                assert!(expected.insert(question.new.expect("a new code")), "{to} {level}");
            }
            assert_eq!(expected, mandatory(to, level), "{from} to {to}, {level}");
        }
    }
}

#[test]
fn changes_name_the_sources_of_the_newer_edition() {
    for pair in EDITIONS.windows(2) {
        let [from, to] = pair else { unreachable!() };
        let diff = between(from, to);
        let (older, newer) = (bank(from), bank(to));
        for change in diff.questions.iter().flat_map(|question| &question.changes) {
            assert_ne!(change.certainty, Certainty::Unknown, "{}", change.message());
            assert!(!change.sources.is_empty(), "{}", change.message());
            let bank = if matches!(change.what, QuestionChange::NoLongerKnown { .. }) { older } else { newer };
            let is_removed = matches!(change.what, QuestionChange::NoLongerMandatory { .. });
            for id in &change.sources {
                assert!(bank.source(id).is_some() || is_removed, "{id}: {}", change.message());
            }
        }
    }
}

#[test]
fn the_codes_are_the_kinds_of_the_document() {
    let kinds = |diff: &Value| -> BTreeSet<String> {
        let of = |changes: &Value| {
            let changes = changes.as_array().expect("changes").clone();
            changes.into_iter().map(|change| change["what"]["kind"].as_str().expect("a kind").to_owned())
        };
        diff["questions"].as_array().expect("questions").iter().flat_map(|question| of(&question["changes"])).collect()
    };
    for (from, to) in [("2021-22", "2022-23"), ("2025-26", "2021-22"), ("2024-25", "2025-26")] {
        let diff = between(from, to);
        let codes = diff.questions.iter().flat_map(|question| question.changes.iter().map(|change| change.what.code()));
        assert_eq!(codes.map(str::to_owned).collect::<BTreeSet<_>>(), kinds(&value(&diff)));
        for change in &diff.edition {
            let json = serde_json::to_value(change).expect("JSON");
            assert_eq!(json["what"]["kind"], change.what.code());
        }
    }
}

#[test]
fn the_document_keeps_its_shape() {
    let diff = between("2021-22", "2022-23");
    let json = |question: &str| {
        let found = diff.questions.iter().find(|one| one.new == Some(code(question))).expect("it changed");
        serde_json::to_string_pretty(found).expect("JSON")
    };
    insta::assert_snapshot!(json("2.2.1"), @r#"
    {
      "old": "2.1.2",
      "new": "2.2.1",
      "title": "Data security clauses in contracts",
      "changes": [
        {
          "what": {
            "kind": "renumbered",
            "codeBefore": "2.1.2",
            "codeAfter": "2.2.1"
          },
          "certainty": "inferred",
          "sources": [
            "clinicshield-category-4-2025-26",
            "dch-toolkit-available-2022-08",
            "dsc-approaching-guide-2021-22"
          ],
          "message": "2.2.1 of 2022-23 is 2.1.2 of 2021-22."
        }
      ]
    }
    "#);
    insta::assert_snapshot!(json("1.1.2"), @r#"
    {
      "old": "1.1.2",
      "new": "1.1.2",
      "title": "Register of information held and shared",
      "changes": [
        {
          "what": {
            "kind": "no-longer-known",
            "topic": "review-window",
            "says": "counts a review on or after 1 July 2021"
          },
          "certainty": "confirmed",
          "sources": [
            "dsc-approaching-guide-2021-22"
          ],
          "message": "In 2021-22, 1.1.2 counts a review on or after 1 July 2021; the time of the review is not on record for 2022-23, so this may be no change."
        }
      ]
    }
    "#);
}
