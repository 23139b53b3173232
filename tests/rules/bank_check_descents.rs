//! The check of descents: every question of the edition before is continued or dropped, none comes from thin air.

use crate::common::bank;
use crate::draft::{Draft, assert_mistake, assert_mistakes, assert_passes, confirmed, remove};
use serde_json::{Value, json};

/// Says how a question descends from the edition before.
fn descends(code: &'static str, relation: &'static str, from: Option<&'static str>) -> impl FnOnce(&mut Draft) {
    move |bank| {
        let value = &mut bank.question(code)["descent"]["value"];
        *value =
            from.map_or_else(|| json!({ "relation": relation }), |from| json!({ "relation": relation, "from": from }));
    }
}

#[test]
fn a_question_that_is_not_new_names_the_one_before() {
    for relation in ["equal-to", "equivalent-to", "subset-of", "superset-of", "intersects-with"] {
        assert_passes("2025-26", descends("10.2.2", relation, Some("10.2.2")));
        assert_mistakes(
            "2025-26",
            &[("descent-unclear", "/questions/{10.2.2}/descent"), ("question-lost", "/edition/dropped")],
            descends("10.2.2", relation, None),
        );
    }
}

#[test]
fn a_new_question_names_none() {
    assert_passes("2025-26", descends("7.1.5", "no-relationship", None));
    assert_mistake(
        "2025-26",
        "descent-unclear",
        "/questions/{10.2.2}/descent",
        descends("10.2.2", "no-relationship", Some("10.2.2")),
    );
}

#[test]
fn a_new_question_that_names_another_is_told_so() {
    let mut draft = Draft::of("2025-26");
    descends("10.2.2", "no-relationship", Some("10.2.2"))(&mut draft);
    insta::assert_snapshot!(draft.check().expect_err("an unclear descent"), @"at `/questions/51/descent`: relation `no-relationship` does not go with a question of the edition before; correct one of the two");
}

#[test]
fn a_question_descends_from_one_that_there_was() {
    assert_passes("2025-26", |bank| {
        descends("7.1.1", "no-relationship", None)(bank);
        descends("7.1.5", "subset-of", Some("7.1.1"))(bank);
    });
    assert_mistake(
        "2025-26",
        "descent-unknown",
        "/questions/{7.1.5}/descent/value/from",
        descends("7.1.5", "subset-of", Some("7.1.6")),
    );
}

#[test]
fn a_question_may_be_split_but_only_one_part_is_the_same_as_before() {
    let place = "/questions/{7.1.5}/descent/value/from";
    assert_mistake("2025-26", "descent-twice", place, descends("7.1.5", "equal-to", Some("7.1.1")));
    for relation in ["subset-of", "intersects-with"] {
        assert_passes("2025-26", descends("7.1.5", relation, Some("7.1.1")));
    }
}

#[test]
fn a_descent_may_be_unknown_but_not_left_out() {
    assert_passes("2025-26", |bank| {
        bank.question("7.1.5")["descent"] = json!({ "certainty": "unknown", "because": "Not seen." });
    });
    assert_mistake("2025-26", "descent-missing", "/questions/{7.1.5}/descent", |bank| {
        remove(bank.question("7.1.5"), "descent");
    });
}

#[test]
fn a_question_that_falls_out_without_a_word_is_lost() {
    assert_mistake("2025-26", "question-lost", "/edition/dropped", |bank| {
        bank.questions().pop().expect("10.2.2 is the last question");
    });
    assert_passes("2025-26", |bank| {
        bank.questions().pop().expect("10.2.2 is the last question");
        bank.edition()["dropped"] = json!([confirmed("10.2.2", "rcpa-bulletin-2025-09")]);
    });
}

#[test]
fn a_question_is_dropped_or_continued_but_not_both() {
    assert_mistake("2025-26", "dropped-yet-continued", "/edition/dropped/0/value", |bank| {
        bank.edition()["dropped"] = json!([confirmed("10.2.2", "rcpa-bulletin-2025-09")]);
    });
}

#[test]
fn only_a_question_that_there_was_can_be_dropped() {
    assert_mistake("2025-26", "descent-unknown", "/edition/dropped/0/value", |bank| {
        bank.edition()["dropped"] = json!([confirmed("4.1.2", "rcpa-bulletin-2025-09")]);
    });
}

#[test]
fn a_question_is_dropped_once() {
    assert_mistake("2022-23", "duplicate", "/edition/dropped/1/value", |bank| {
        let again = bank.edition()["dropped"][0].clone();
        bank.edition()["dropped"].as_array_mut().expect("a list").push(again);
    });
}

#[test]
fn a_renumbered_question_is_not_lost() {
    // 1.1.3 of 2022-23 is 1.2.1 of the year before; said to be new, it leaves 1.2.1 without a successor.
    assert_mistake("2022-23", "question-lost", "/edition/dropped", descends("1.1.3", "no-relationship", None));
}

#[test]
fn descents_are_read_against_the_edition_before_and_no_other() {
    let draft = Draft::of("2025-26");
    assert!(draft.raw().check_after(bank("2024-25")).is_ok());
    for other in ["2021-22", "2022-23", "2023-24", "2025-26"] {
        let error = draft.raw().check_after(bank(other)).expect_err("not the edition before");
        let codes: Vec<_> = error.mistakes().iter().map(|mistake| (mistake.code(), mistake.pointer())).collect();
        assert_eq!(codes, [("not-the-edition-before", "/edition/id")], "{other}");
    }
}

#[test]
fn a_bank_of_any_edition_without_one_before_needs_no_descents() {
    let mut draft = Draft::of("2021-22");
    assert!(draft.question("1.1.1").get("descent").is_none());
    assert!(draft.check().is_ok());
}

#[test]
fn a_descent_is_unclear_even_where_no_edition_before_is_on_record() {
    let with_descent = |value: Value| {
        move |bank: &mut Draft| bank.question("1.1.1")["descent"] = confirmed(value, "bsbc-webinar-qa-2022-06")
    };
    assert_passes("2021-22", with_descent(json!({ "relation": "no-relationship" })));
    assert_passes("2021-22", with_descent(json!({ "relation": "equal-to", "from": "1.1.1" })));
    for unclear in [json!({ "relation": "equal-to" }), json!({ "relation": "no-relationship", "from": "1.1.1" })] {
        assert_mistake("2021-22", "descent-unclear", "/questions/{1.1.1}/descent", with_descent(unclear));
    }
}
