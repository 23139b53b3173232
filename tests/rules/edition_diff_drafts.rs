//! Changes that the built-in editions do not show: drafts of 2025-26, of 2024-25, and of an edition to come.

use std::collections::BTreeSet;

use dspt::{DiffError, QuestionBank, QuestionChange, diff, diff_along};
use serde_json::{Value, json};

use crate::common::{bank, code};
use crate::draft::Draft;
use crate::edition_diff::rows;
use crate::edition_diff_facts::{Alter, at, flip};
use crate::edition_diff_mirror::assert_mirrored;
use crate::publishing::edition;

/// A bank of 2025-26 that differs from the built-in one, checked against the edition before.
#[track_caller]
fn changed(change: impl FnOnce(&mut Draft)) -> QuestionBank {
    let mut draft = Draft::of("2025-26");
    change(&mut draft);
    draft.check().unwrap_or_else(|error| panic!("{error}"))
}

/// What a change of the draft adds to the diff from 2024-25, and what it takes away.
#[track_caller]
fn told(change: impl FnOnce(&mut Draft)) -> Vec<String> {
    let sentences = |to: &QuestionBank| -> BTreeSet<String> {
        let there = diff(bank("2024-25"), to).expect("neighbours");
        assert_mirrored(&there, &diff(to, bank("2024-25")).expect("neighbours"));
        let sentence = |change: &dspt::Change<QuestionChange>| format!("{} ({})", change.message(), change.certainty);
        there.questions.iter().flat_map(|question| question.changes.iter().map(sentence)).collect()
    };
    let (built_in, draft) = (sentences(bank("2025-26")), sentences(&changed(change)));
    let gone = built_in.difference(&draft).map(|sentence| format!("no longer: {sentence}"));
    draft.difference(&built_in).cloned().chain(gone).collect()
}

#[test]
fn every_point_of_a_question_is_compared() {
    type Row<'a> = (&'a str, fn(&mut Draft), &'a [&'a str]);
    let table: [Row<'_>; 13] = [
        (
            "a document where a tick was enough",
            |draft| draft.question("1.4.1")["evidenceType"]["value"] = json!("document"),
            &["1.4.1 takes a document in 2025-26, a tick in 2024-25. (inferred)"],
        ),
        (
            "another heading",
            |draft| draft.question("1.4.1")["heading"]["value"] = json!("data-security"),
            &["1.4.1 stands under Data security in 2025-26, under Policies and procedures in 2024-25. (inferred)"],
        ),
        (
            "a lower share of people",
            |draft| draft.question("3.2.1")["threshold"]["value"]["percent"] = json!(90),
            &["In 2025-26, 3.2.1 asks that 90 per cent are trained of everyone with access to personal data: staff, \
               volunteers, directors and trustees; in 2024-25 it asks that 95 per cent are trained of everyone with \
               access to personal data: staff, volunteers, directors and trustees. (confirmed)"],
        ),
        (
            "no rolling programme",
            |draft| draft.question("3.2.1")["threshold"]["value"]["rollingProgramme"]["value"] = json!(false),
            &["3.2.1 accepts a rolling programme of training in 2024-25 and not in 2025-26. (inferred)"],
        ),
        (
            "a shorter window",
            |draft| draft.question("3.1.1")["window"]["value"]["months"] = json!(6),
            &["In 2025-26, 3.1.1 counts a review within 6 months; in 2024-25 it counts a review within 12 months. \
               (inferred)"],
        ),
        (
            "a window that is gone",
            |draft| {
                draft.question("3.1.1").as_object_mut().and_then(|question| question.remove("window"));
            },
            &["In 2025-26, 3.1.1 has no time for a review on record; in 2024-25 it counts a review within 12 months. \
               (inferred)"],
        ),
        (
            "a reason for \"Not applicable\"",
            |draft| draft.question("4.3.1")["notApplicable"]["value"]["reason"] = json!("asked"),
            &[
                "In 2025-26, 4.3.1 takes \"Not applicable\" in the comment, with a reason, where you have no IT systems; \
               in 2024-25 it takes \"Not applicable\" in the comment, where you have no IT systems. (inferred)",
            ],
        ),
        (
            "\"Not applicable\" refused",
            |draft| {
                draft.question("4.3.1")["notApplicable"].as_object_mut().and_then(|route| route.remove("value"));
            },
            &["In 2025-26, 4.3.1 does not take \"Not applicable\"; in 2024-25 it takes \"Not applicable\" in the \
               comment, where you have no IT systems. (inferred)"],
        ),
        (
            "NHSmail takes a question away",
            |draft| draft.question("1.4.1")["exemptions"][1]["exempts"]["value"] = json!(true),
            &["1.4.1 is taken away by NHSmail as the only email system in 2025-26 and not in 2024-25. (inferred)"],
        ),
        (
            "needed whatever was found",
            |draft| {
                draft.question("8.2.1").as_object_mut().and_then(|question| question.remove("neededWhen"));
            },
            &["In 2025-26, 8.2.1 has no condition on record; in 2024-25 it is needed where 8.1.4 found something. \
               (inferred)"],
        ),
        (
            "a document less",
            |draft| {
                draft.question("1.3.11")["parts"].as_array_mut().and_then(Vec::pop);
            },
            &[
                "1.3.11 asks in 2024-25 for a document that 2025-26 does not ask for: proof that the policy is enforced. \
               (inferred)",
            ],
        ),
        (
            "something else under the same code",
            |draft| draft.question("1.4.1")["descent"]["value"]["relation"] = json!("intersects-with"),
            &["1.4.1 asks in 2025-26 for something that is only partly what 2024-25 asks for. (inferred)"],
        ),
        (
            "other words of our own",
            |draft| {
                draft.question("1.4.1")["prompt"] = json!("Is there a timetable for keeping records?");
                draft.question("1.4.1")["title"] = json!("Timetable for records");
            },
            &[],
        ),
    ];
    for (what, change, expected) in table {
        assert_eq!(told(change), expected, "{what}");
    }
}

#[test]
fn a_deciding_question_that_was_only_renumbered_decides_as_before() {
    let renumbered = told(|draft| {
        draft.question("8.1.4")["code"] = json!("8.1.5");
        for question in draft.questions() {
            if question["neededWhen"]["value"]["found"] == "8.1.4" {
                question["neededWhen"]["value"]["found"] = json!("8.1.5");
            }
        }
    });
    assert_eq!(renumbered, ["8.1.5 of 2025-26 is 8.1.4 of 2024-25. (inferred)"]);
}

/// A descent from a question of the edition before.
fn descent(relation: &str, from: Option<&str>) -> Value {
    let mut value = json!({ "relation": relation });
    if let Some(from) = from {
        value["from"] = json!(from);
    }
    json!({ "value": value, "certainty": "inferred", "sources": ["clinicshield-category-4-2025-26"], "because": "Made up." })
}

/// A bank of 2024-25 in which 1.4.1 descends by a relation from 2023-24.
#[track_caller]
fn in_2024_25(relation: &str) -> QuestionBank {
    let mut draft = Draft::of("2024-25");
    draft.question("1.4.1")["descent"]["value"]["relation"] = json!(relation);
    draft.check().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn two_steps_come_to_one_relation() {
    let over = |first: &str, second: &str| {
        let last = changed(|draft| draft.question("1.4.1")["descent"]["value"]["relation"] = json!(second));
        let diff = diff_along(bank("2023-24"), &[&in_2024_25(first)], &last).expect("three in a row");
        let question = diff.questions.iter().find(|question| question.new == Some(code("1.4.1")));
        let told = |question: &dspt::QuestionDiff| match &question.changes[0].what {
            QuestionChange::Reworded { relation } => relation.to_string(),
            other => other.code().to_owned(),
        };
        question.map_or_else(|| "equal-to".to_owned(), told)
    };
    let table = [
        ("equal-to", "equal-to", "equal-to"),
        ("equal-to", "equivalent-to", "equivalent-to"),
        ("equivalent-to", "equal-to", "equivalent-to"),
        ("equivalent-to", "equivalent-to", "equivalent-to"),
        ("equal-to", "subset-of", "subset-of"),
        ("equivalent-to", "superset-of", "superset-of"),
        ("subset-of", "equivalent-to", "subset-of"),
        ("subset-of", "subset-of", "subset-of"),
        ("superset-of", "superset-of", "superset-of"),
        ("subset-of", "superset-of", "replaced"),
        ("superset-of", "subset-of", "replaced"),
        ("intersects-with", "equal-to", "replaced"),
        ("equivalent-to", "intersects-with", "replaced"),
    ];
    for (first, second, expected) in table {
        assert_eq!(over(first, second), expected, "{first}, then {second}");
    }
}

#[test]
fn a_question_that_came_and_went_between_the_two_is_not_told() {
    let last = changed(|draft| {
        draft.questions().retain(|question| question["code"] != "4.4.1");
        let gone =
            json!({ "value": "4.4.1", "certainty": "confirmed", "sources": ["clinicshield-category-4-2025-26"] });
        draft.edition()["dropped"] = json!([gone]);
    });
    let named = |from: &str| {
        let diff = diff(bank(from), &last).expect("editions on record");
        rows(&diff).into_iter().filter(|row| row.starts_with("4.4.1")).collect::<Vec<_>>()
    };
    assert_eq!(named("2024-25"), ["4.4.1 removed (confirmed)"]);
    assert_eq!(named("2023-24"), [""; 0]);
}

#[test]
fn a_question_that_is_split_is_told_for_each_of_its_successors() {
    let split = changed(|draft| {
        draft.question("7.1.5")["descent"] = descent("subset-of", Some("7.1.2"));
        draft.question("7.1.6")["descent"] = descent("subset-of", Some("7.1.2"));
    });
    let there = diff(bank("2024-25"), &split).expect("neighbours");
    let back = diff(&split, bank("2024-25")).expect("neighbours");
    for (diff, relation) in [(there, "subset-of"), (back, "superset-of")] {
        let rows = rows(&diff);
        let split: Vec<_> = rows.iter().filter(|row| row.contains("7.1.2") && row.contains(relation)).collect();
        assert_eq!(split.len(), 2, "{rows:#?}");
    }
}

#[test]
fn a_new_question_that_is_mandatory_is_newly_mandatory() {
    let mandatory = told(|draft| {
        draft.mandatory("8.3.8", "standards-met")["mandatory"]["value"] = json!(true);
        draft.edition()["counts"][1]["count"]["value"] = json!(46);
    });
    assert_eq!(mandatory, ["8.3.8 is mandatory for Standards Met in 2025-26 and not in 2024-25. (inferred)"]);
}

#[test]
fn what_one_of_two_banks_of_an_edition_leaves_out_is_not_on_record_there() {
    let shorter = changed(|draft| draft.questions().retain(|question| question["code"] != "7.1.6"));
    let there = diff(&shorter, bank("2025-26")).expect("one edition");
    assert_eq!(rows(&there), ["7.1.6 new-on-record (confirmed)"]);
    insta::assert_snapshot!(
        there.questions[0].changes[0].message(),
        @"7.1.6 is on record for the second bank of 2025-26 and not for the first bank of 2025-26; whether the first bank of 2025-26 has it is not known."
    );
    assert_eq!(rows(&diff(bank("2025-26"), &shorter).expect("one edition")), ["7.1.6 no-longer-on-record (confirmed)"]);
}

#[test]
fn each_edition_between_is_needed_once_and_in_order() {
    type Row<'a> = (&'a str, &'a [&'a str], &'a str, Result<(), DiffError>);
    let along = |from: &str, between: &[&str], to: &str| {
        let between: Vec<&QuestionBank> = between.iter().map(|id| bank(id)).collect();
        diff_along(bank(from), &between, bank(to)).map(|_| ())
    };
    let missing = |id: &str| Err(DiffError::NoBank { missing: edition(id) });
    let astray = |id: &str| Err(DiffError::OutOfOrder { found: edition(id) });
    let table: [Row<'_>; 11] = [
        ("2022-23", &[], "2023-24", Ok(())),
        ("2022-23", &["2023-24"], "2024-25", Ok(())),
        ("2024-25", &["2023-24"], "2022-23", Ok(())),
        ("2022-23", &[], "2022-23", Ok(())),
        ("2022-23", &[], "2024-25", missing("2023-24")),
        ("2024-25", &[], "2022-23", missing("2023-24")),
        ("2021-22", &["2023-24"], "2024-25", missing("2022-23")),
        ("2022-23", &["2021-22"], "2024-25", astray("2021-22")),
        ("2022-23", &["2023-24", "2023-24"], "2024-25", astray("2023-24")),
        ("2022-23", &["2023-24"], "2023-24", astray("2023-24")),
        ("2022-23", &["2022-23"], "2022-23", astray("2022-23")),
    ];
    for (from, between, to, expected) in table {
        assert_eq!(along(from, between, to), expected, "{from}, {between:?}, {to}");
    }
    insta::assert_snapshot!(
        along("2022-23", &[], "2024-25").unwrap_err(),
        @"there is no question bank for edition 2023-24, which lies between the two; compare editions on record"
    );
    insta::assert_snapshot!(
        along("2022-23", &["2021-22"], "2024-25").unwrap_err(),
        @"edition 2021-22 does not lie between the two at this place; give each edition between them once, in order"
    );
    assert_eq!(DiffError::CODES, ["no-bank", "out-of-order", "other-edition"]);
}

#[test]
fn the_built_in_banks_fill_the_way_and_no_others() {
    let mut draft = Draft::of("2025-26");
    draft.edition()["id"] = json!("2027-28");
    draft.edition()["opening"]["value"] = json!({ "earliest": "2027-09-01", "latest": "2027-09-01" });
    draft.edition()["deadline"]["value"] = json!("2028-06-30");
    let far = draft.check().unwrap_or_else(|error| panic!("{error}"));
    let missing = DiffError::NoBank { missing: edition("2026-27") };
    assert_eq!(diff(bank("2024-25"), &far), Err(missing));
    assert_eq!(diff(&far, bank("2024-25")), Err(missing));
}

#[test]
fn what_changes_about_an_edition_is_told_in_a_sentence() {
    let told = |address: &str, alter: Alter| {
        let mut draft = Draft::of("2025-26");
        alter(&mut draft, address);
        let altered = draft.check().unwrap_or_else(|error| panic!("{error}"));
        let there = diff(bank("2025-26"), &altered).expect("one edition");
        there.edition.iter().map(dspt::Change::message).collect::<Vec<_>>().join(" ").replace(" bank of 2025-26", "")
    };
    let scope: Alter = |draft, address| at(draft, address)["value"]["nations"] = json!(["england", "isle-of-man"]);
    let rows: [(&str, Alter, &str); 5] = [
        (
            "/edition/scope",
            scope,
            "The questions of the second are for adult social care in England, the Isle of Man; those of the first are \
             for adult social care in England.",
        ),
        (
            "/edition/reconfirmation",
            flip,
            "In the first, an answer that was carried over has to be confirmed before it counts; in the second it need \
             not.",
        ),
        (
            "/edition/certificates/cyber-essentials",
            flip,
            "Cyber Essentials takes questions away in the second and not in the first.",
        ),
        (
            "/edition/gates/actionPlan",
            flip,
            "In the second, Approaching Standards needs no action plan; in the first, Approaching Standards needs an \
             action plan.",
        ),
        (
            "/edition/gates/republishAtLeast",
            |draft, address| at(draft, address)["value"] = json!("approaching-standards"),
            "In the second, whoever has published before publishes at Approaching Standards or above; in the first, at \
             Standards Met or above.",
        ),
    ];
    for (address, alter, expected) in rows {
        assert_eq!(told(address, alter), expected, "{address}");
    }
}
