//! The check of an edition's own data: dates, official counts, sources, disagreements and gaps.

use crate::draft::{Draft, assert_mistake, assert_mistakes, assert_passes, confirmed, remove};
use dspt::{Fault, Level};
use serde_json::{Value, json};

#[test]
fn revisions_and_versions_count_from_one() {
    assert_mistake("2025-26", "out-of-range", "/edition/revision", |bank| bank.edition()["revision"] = json!(0));
    assert_mistake("2025-26", "out-of-range", "/edition/toolkitVersion/value", |bank| {
        bank.edition()["toolkitVersion"]["value"] = json!(0);
    });
    assert_passes("2025-26", |bank| bank.edition()["revision"] = json!(2));
}

fn opens(earliest: &'static str, latest: &'static str) -> impl FnOnce(&mut Draft) {
    move |bank| bank.edition()["opening"]["value"] = json!({ "earliest": earliest, "latest": latest })
}

#[test]
fn an_edition_opens_in_the_first_of_its_years() {
    assert_passes("2025-26", opens("2025-01-01", "2025-01-01"));
    assert_passes("2025-26", opens("2025-12-31", "2026-01-31"));
    let at = "/edition/opening/value/earliest";
    assert_mistake("2025-26", "date-outside-edition", at, opens("2024-12-31", "2025-09-01"));
    assert_mistake("2025-26", "date-outside-edition", at, opens("2026-01-01", "2026-01-01"));
}

#[test]
fn the_earliest_opening_is_not_after_the_latest() {
    assert_passes("2025-26", opens("2025-09-01", "2025-09-01"));
    assert_mistake("2025-26", "period-backwards", "/edition/opening/value", opens("2025-09-02", "2025-09-01"));
}

fn due(deadline: &'static str) -> impl FnOnce(&mut Draft) {
    move |bank| bank.edition()["deadline"]["value"] = json!(deadline)
}

#[test]
fn the_deadline_lies_in_the_second_year_and_after_the_opening() {
    let at = "/edition/deadline/value";
    assert_passes("2025-26", due("2026-01-01"));
    assert_passes("2025-26", due("2026-12-31"));
    assert_mistake("2025-26", "date-outside-edition", at, due("2027-01-01"));
    let twice = [("date-outside-edition", at); 2];
    assert_mistakes("2025-26", &twice, due("2025-06-30"));
    assert_mistake("2025-26", "date-outside-edition", at, |bank| {
        opens("2025-09-01", "2026-06-30")(bank);
    });
}

#[test]
fn an_opening_or_deadline_that_nobody_knows_for_sure_still_says_when_it_may_be() {
    for key in ["opening", "deadline"] {
        let unknown = |bank: &mut Draft| {
            bank.edition()[key]["certainty"] = json!("unknown");
            bank.edition()[key]["because"] = json!("Not announced.");
        };
        assert_passes("2025-26", unknown);
        assert_mistake("2025-26", "value-missing", &format!("/edition/{key}"), |bank| {
            unknown(bank);
            remove(&mut bank.edition()[key], "value");
        });
    }
}

fn counts(bank: &mut Draft) -> &mut Vec<Value> {
    bank.edition()["counts"].as_array_mut().expect("a list of counts")
}

#[test]
fn a_count_must_be_right_on_every_day_it_speaks_of() {
    let at = "/edition/counts/1/count/value";
    // On the opening day and on the deadline.
    assert_mistakes("2025-26", &[("count-differs", at); 2], |bank| counts(bank)[1]["count"]["value"] = json!(46));
    // 43 until the opt-out question stopped being mandatory on 9 June 2022: too long by that day, and by the deadline.
    let changes_on = |day: &'static str| {
        move |bank: &mut Draft| {
            counts(bank)[1]["until"] = json!(day);
            counts(bank)[2]["from"] = json!(day);
        }
    };
    assert_passes("2021-22", changes_on("2022-06-09"));
    assert_mistake("2021-22", "count-differs", at, changes_on("2022-06-10"));
    assert_mistakes("2021-22", &[("count-differs", at); 2], changes_on("2022-07-01"));
}

#[test]
fn one_question_more_or_less_is_noticed() {
    let met = ("count-differs", "/edition/counts/1/count/value");
    assert_mistakes("2025-26", &[met, met], |bank| {
        bank.mandatory("10.2.2", "standards-met")["mandatory"]["value"] = json!(true);
    });
    assert_mistakes("2025-26", &[met, met], |bank| {
        bank.mandatory("10.2.1", "standards-met")["mandatory"]["value"] = json!(false);
    });
    // An unknown demand is not counted.
    assert_mistakes("2025-26", &[met, met], |bank| {
        bank.mandatory("10.2.1", "standards-met")["mandatory"]["certainty"] = json!("unknown");
    });
    assert_mistakes("2025-26", &[("count-differs", "/edition/counts/0/count/value"); 2], |bank| {
        bank.mandatory("10.1.2", "approaching-standards")["mandatory"]["value"] = json!(false);
    });
}

#[test]
fn a_count_that_nobody_knows_is_not_compared() {
    assert_passes("2025-26", |bank| {
        counts(bank)[1]["count"]["certainty"] = json!("unknown");
        counts(bank)[1]["count"]["because"] = json!("One page says 46, and nobody knows which question it adds.");
        counts(bank)[1]["count"]["value"] = json!(46);
    });
}

#[test]
fn the_period_of_a_count_makes_sense() {
    assert_mistake("2025-26", "period-backwards", "/edition/counts/2", |bank| {
        let mut count = counts(bank)[1].clone();
        (count["from"], count["until"]) = (json!("2026-02-01"), json!("2026-02-01"));
        counts(bank).push(count);
    });
    let at = "/edition/counts/1/until";
    let ends = |until: &'static str| {
        move |bank: &mut Draft| {
            let mut before = counts(bank)[1].clone();
            before["until"] = json!(until);
            counts(bank)[1]["from"] = json!(until);
            counts(bank).insert(1, before);
        }
    };
    assert_mistake("2025-26", "date-outside-edition", at, ends("2025-09-01"));
    assert_passes("2025-26", ends("2025-09-02"));
}

#[test]
fn one_count_of_a_level_speaks_of_each_day() {
    let at = "/edition/counts";
    assert_mistake("2021-22", "periods-overlap", at, |bank| {
        remove(&mut counts(bank)[2], "from");
        counts(bank)[2]["count"] = json!({ "certainty": "unknown", "because": "Not looked up." });
    });
    assert_mistake("2025-26", "periods-overlap", at, |bank| {
        let again = counts(bank)[1].clone();
        counts(bank).push(again);
    });
    // From the opening to 8 June 2022, on 9 June alone, and from 9 June on.
    assert_mistake("2021-22", "period-missing", at, |bank| counts(bank)[1]["from"] = json!("2021-08-27"));
    assert_mistake("2021-22", "period-missing", at, |bank| counts(bank)[2]["from"] = json!("2022-06-10"));
    assert_mistake("2021-22", "period-missing", at, |bank| {
        counts(bank).pop().expect("the count from 9 June 2022");
    });
}

#[test]
fn the_first_day_without_a_count_is_named() {
    let mut draft = Draft::of("2021-22");
    counts(&mut draft)[2]["from"] = json!("2022-06-10");
    let mistakes = draft.mistakes();
    let day = "2022-06-09".parse().expect("a day");
    assert_eq!(mistakes[0].fault(), &Fault::PeriodMissing { level: Level::StandardsMet, day });
    assert_eq!(mistakes.len(), 1);
}

#[test]
fn a_level_need_not_be_counted() {
    for at in [0, 1] {
        assert_passes("2025-26", |bank| {
            counts(bank).remove(at);
        });
    }
    assert_passes("2025-26", |bank| counts(bank).clear());
}

#[test]
fn a_certificate_stands_once() {
    assert_mistake("2025-26", "duplicate", "/edition/certificates/1/certificate", |bank| {
        bank.edition()["certificates"][1]["certificate"] = json!("cyber-essentials-plus");
    });
    assert_passes("2025-26", |bank| bank.edition()["certificates"] = json!([]));
}

#[test]
fn an_edition_is_for_at_least_one_nation() {
    let nations = |nations: Value| move |bank: &mut Draft| bank.edition()["scope"]["value"]["nations"] = nations;
    assert_passes("2025-26", nations(json!(["england", "isle-of-man"])));
    assert_mistake("2025-26", "value-missing", "/edition/scope/value/nations", nations(json!([])));
}

#[test]
fn a_bank_lists_at_most_the_official_total() {
    let at = "/edition/total/value";
    assert_mistake("2025-26", "more-than-total", at, |bank| bank.edition()["total"]["value"] = json!(51));
    assert_passes("2025-26", |bank| bank.edition()["total"]["value"] = json!(52));
    assert_passes("2025-26", |bank| {
        bank.edition()["total"] = json!({ "certainty": "unknown", "because": "No page counts them." });
    });
}

#[test]
fn sources_stand_once_in_the_order_of_their_ids_and_have_a_publisher_and_a_title() {
    assert_mistake("2025-26", "unsorted", "/sources/1/id", |bank| {
        bank.0["sources"].as_array_mut().expect("sources").swap(0, 1);
    });
    assert_mistake("2025-26", "duplicate", "/sources/1/id", |bank| {
        let again = bank.0["sources"][0].clone();
        bank.0["sources"].as_array_mut().expect("sources").insert(0, again);
    });
    for (key, limit) in [("publisher", 200), ("title", 300)] {
        let at = format!("/sources/3/{key}");
        let says = |text: String| move |bank: &mut Draft| bank.0["sources"][3][key] = json!(text);
        assert_mistake("2025-26", "text-missing", &at, says(String::new()));
        assert_mistake("2025-26", "text-too-long", &at, says("w".repeat(limit + 1)));
        assert_passes("2025-26", says("w".repeat(limit)));
    }
}

#[test]
fn disagreements_stand_once_in_order_and_have_two_sides_and_every_text() {
    assert_mistake("2025-26", "unsorted", "/disagreements/1/id", |bank| {
        bank.0["disagreements"].as_array_mut().expect("disagreements").swap(0, 1);
    });
    assert_mistake("2025-26", "duplicate", "/disagreements/1/id", |bank| {
        let again = bank.0["disagreements"][0].clone();
        bank.0["disagreements"].as_array_mut().expect("disagreements").insert(0, again);
    });
    assert_mistake("2025-26", "claim-missing", "/disagreements/0/claims", |bank| {
        bank.0["disagreements"][0]["claims"] = json!([]);
    });
    assert_mistake("2025-26", "source-missing", "/disagreements/0/claims/1/sources", |bank| {
        bank.0["disagreements"][0]["claims"][1]["sources"] = json!([]);
    });
    for place in ["/about", "/followed", "/because", "/claims/0/says"] {
        let at = format!("/disagreements/0{place}");
        let says = |text: String| {
            let at = at.clone();
            move |bank: &mut Draft| *bank.0.pointer_mut(&at).expect("the text is there") = json!(text)
        };
        assert_mistake("2025-26", "text-missing", &at, says(String::new()));
        assert_mistake("2025-26", "text-too-long", &at, says("w".repeat(601)));
        assert_passes("2025-26", says("w".repeat(600)));
    }
    assert_passes("2025-26", |bank| remove(&mut bank.0, "disagreements"));
}

#[test]
fn gaps_stand_once_in_order_and_say_something() {
    assert_mistake("2025-26", "unsorted", "/edition/gaps/1/id", |bank| {
        bank.edition()["gaps"].as_array_mut().expect("gaps").swap(0, 1);
    });
    assert_mistake("2025-26", "duplicate", "/edition/gaps/1/id", |bank| {
        let again = bank.edition()["gaps"][0].clone();
        bank.edition()["gaps"].as_array_mut().expect("gaps").insert(0, again);
    });
    let says = |text: String| move |bank: &mut Draft| bank.edition()["gaps"][0]["says"] = json!(text);
    assert_mistake("2025-26", "text-missing", "/edition/gaps/0/says", says(String::new()));
    assert_mistake("2025-26", "text-too-long", "/edition/gaps/0/says", says("w".repeat(601)));
    assert_passes("2025-26", |bank| remove(bank.edition(), "gaps"));
}

#[test]
fn a_correction_of_a_fact_needs_nothing_but_its_source() {
    assert_passes("2025-26", |bank| bank.edition()["total"] = confirmed(79, "rcpa-bulletin-2025-09"));
}
