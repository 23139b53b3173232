//! The level of a publication: what the answers support, what a first publication may be, and what comes after it.

use dspt::{Certainty, Level, PublishedLevel, View};

use crate::common::{code, day};
use crate::publishing::{Ready, every_assertion, past, plan};

use Level::{ApproachingStandards, StandardsExceeded, StandardsMet};

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

#[test]
fn a_level_that_the_answers_do_not_support_is_refused_with_the_questions_outstanding_for_it() {
    // 1.1.1 is asked at every level, 3.1.1 from Standards Met on, 4.4.1 at none.
    let table = [
        (ApproachingStandards, "1.1.1", "1.1.1"),
        (ApproachingStandards, "8.1.4", ""),
        (ApproachingStandards, "4.4.1", ""),
        (StandardsMet, "1.1.1", "1.1.1"),
        (StandardsMet, "3.1.1", "3.1.1"),
        (StandardsMet, "4.4.1", ""),
        (StandardsExceeded, "1.1.1", "1.1.1"),
        (StandardsExceeded, "3.1.1", "3.1.1"),
        (StandardsExceeded, "4.4.1", ""),
    ];
    for (level, unanswered, expected) in table {
        let ready = Ready::first("2024-25", level).without(unanswered).but(|ready| {
            if let Some(attached) = &mut ready.plan {
                attached
                    .items
                    .extend((unanswered == "8.1.4").then(|| crate::publishing::item(code("8.1.4"), ready.as_of)));
            }
        });
        if expected.is_empty() {
            assert_eq!(ready.codes(), [""; 0], "{level} without {unanswered}");
        } else {
            let said = ready.only_obstacle();
            assert_eq!((said.code, said.questions.as_str()), ("questions-outstanding", expected), "{level}");
        }
    }
}

#[test]
fn outstanding_questions_are_listed_in_code_order_with_the_source_of_the_level() {
    let ready = Ready::first("2024-25", StandardsMet).without("10.2.1").without("9.5.2").without("1.3.14");
    let said = ready.only_obstacle();
    let sources = "wmca-done-before-2024-25 dch-publish-or-republish-2024-25";
    said.is("questions-outstanding", "/responses", Certainty::Confirmed, sources);
    assert_eq!(said.questions, "1.3.14 9.5.2 10.2.1");
    insta::assert_snapshot!(
        said.message,
        @"3 questions are outstanding for Standards Met: 1.3.14, 9.5.2, 10.2.1. Complete them first."
    );
    let one = Ready::first("2024-25", StandardsMet).without("4.5.3").only_obstacle();
    insta::assert_snapshot!(one.message, @"1 question is outstanding for Standards Met: 4.5.3. Complete it first.");
}

#[test]
fn standards_exceeded_asks_for_a_certificate_in_date_from_2022_23_on() {
    for of in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        let ready = Ready::first(of, StandardsExceeded);
        assert_eq!(ready.codes(), [""; 0], "{of}");
        let lapsed = ready.clone().but(|ready| {
            let yesterday = ready.as_of.pred_opt().expect("a day").to_string();
            let held = crate::common::held("2021-07-01", &yesterday);
            ready.answers.organisation.cyber_essentials_plus = Some(held);
        });
        let said = lapsed.only_obstacle();
        assert_eq!(said.pointer, "/organisation/cyberEssentialsPlus");
        assert_eq!(said.code, "certificate-missing");
        insta::allow_duplicates! {
            insta::assert_snapshot!(
                said.message,
                @"Standards Exceeded asks for Cyber Essentials Plus, and no certificate is in date on the day. Renew it and enter its dates, or choose another level."
            );
        }
        assert!(!said.sources.is_empty(), "{of}");
        let certainty = if of == "2024-25" { Certainty::Confirmed } else { Certainty::Inferred };
        assert_eq!(said.certainty, certainty, "{of}");
        let lower = lapsed.but(|ready| ready.level = StandardsMet);
        assert_eq!(lower.codes(), [""; 0], "{of} at Standards Met");
    }
}

#[test]
fn standards_exceeded_of_2021_22_asks_for_every_question_and_not_all_are_on_record() {
    let said = Ready::first("2021-22", StandardsExceeded).only_obstacle();
    said.is("level-undetermined", "/responses", Certainty::Confirmed, "bsbc-webinar-qa-2022-06");
    insta::assert_snapshot!(
        said.message,
        @"Standards Exceeded asks for every question, and not all of them are on record here. Check it in the toolkit itself."
    );
}

#[test]
fn a_first_publication_is_at_any_level_and_only_approaching_standards_comes_with_a_plan() {
    for of in EDITIONS {
        for level in [ApproachingStandards, StandardsMet, StandardsExceeded] {
            if (of, level) == ("2021-22", StandardsExceeded) {
                continue;
            }
            let ready = Ready::first(of, level);
            assert_eq!(ready.plan.is_some(), level == ApproachingStandards);
            let publication = ready.published();
            assert_eq!((publication.level, publication.view), (level, View::FirstPublication), "{of}");
            let without = ready.but(|ready| ready.plan = None).codes();
            let expected: &[&str] = if level == ApproachingStandards { &["action-plan-missing"] } else { &[] };
            assert_eq!(without, expected, "{of} {level} without a plan");
        }
    }
}

#[test]
fn a_missing_plan_is_refused_with_the_source_of_the_rule() {
    let said = Ready::first("2021-22", ApproachingStandards).but(|ready| ready.plan = None).only_obstacle();
    let sources = "dsc-approaching-guide-2021-22 bsbc-webinar-qa-2022-06";
    said.is("action-plan-missing", "/actionPlan", Certainty::Confirmed, sources);
    insta::assert_snapshot!(said.message, @"Approaching Standards comes with an action plan. Attach one.");
}

#[test]
fn a_plan_does_no_harm_where_none_is_needed() {
    let ready = Ready::first("2024-25", StandardsMet);
    let attached = ready.but(|ready| ready.plan = Some(plan(&["1.1.1", "99.1.1"], day("2030-01-01"))));
    assert_eq!(attached.codes(), [""; 0]);
}

#[test]
fn approaching_standards_is_published_once() {
    for of in EDITIONS {
        for earlier in
            [PublishedLevel::ApproachingStandards, PublishedLevel::StandardsMet, PublishedLevel::StandardsExceeded]
        {
            // In an earlier edition, in the same one some days before, and on the same day.
            let as_of = Ready::first(of, ApproachingStandards).as_of;
            let days = [day("2021-08-30"), as_of - chrono::Days::new(10), as_of];
            for on in days {
                let first = past("2021-22", earlier, &on.to_string());
                let ready = Ready::first(of, ApproachingStandards).after([first]);
                let ready = ready.but(|ready| ready.assertions = every_assertion(ready.bank));
                assert_eq!(
                    ready.codes(),
                    ["approaching-only-first", "below-republication"],
                    "{of} after {earlier} {on}"
                );
            }
        }
    }
}

#[test]
fn approaching_standards_a_second_time_is_refused_with_the_day_of_the_latest_publication() {
    let ready = Ready::first("2024-25", ApproachingStandards).after([
        past("2021-22", PublishedLevel::ApproachingStandards, "2022-06-20"),
        past("2022-23", PublishedLevel::StandardsMet, "2023-06-21"),
    ]);
    let said = ready.but(|ready| ready.assertions = every_assertion(ready.bank)).publish().expect_err("a refusal");
    let [once, least] = said.as_slice() else { panic!("two reasons: {said:#?}") };
    once.is("approaching-only-first", "/publications", Certainty::Confirmed, "wmca-done-before-2024-25");
    least.is("below-republication", "/publications", Certainty::Confirmed, "wmca-done-before-2024-25");
    insta::assert_snapshot!(
        once.message,
        @"Approaching Standards is for a first publication only, and there was an earlier one on 21 June 2023. Go on to Standards Met."
    );
    insta::assert_snapshot!(least.message, @"You have published before, so you can only publish at Standards Met or above.");
}

#[test]
fn whoever_has_published_moves_between_the_two_upper_levels_as_the_answers_allow() {
    use PublishedLevel as Earlier;
    for of in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        for earlier in [Earlier::ApproachingStandards, Earlier::StandardsMet, Earlier::StandardsExceeded] {
            for level in [StandardsMet, StandardsExceeded] {
                let ready = Ready::again(of, level).after([past("2021-22", earlier, "2022-06-30")]);
                assert_eq!(ready.codes(), [""; 0], "{of} {level} after {earlier}");
                assert_eq!(ready.published().view, View::Standard);
            }
        }
    }
}

#[test]
fn an_organisation_moves_up_within_an_edition() {
    let steps = [
        ("2024-10-01", ApproachingStandards),
        ("2024-11-01", StandardsMet),
        ("2024-11-01", StandardsMet),
        ("2025-02-01", StandardsExceeded),
        ("2025-03-01", StandardsMet),
    ];
    let mut so_far = dspt::History::default();
    for (on, level) in steps {
        let ready = Ready::first_on("2024-25", level, day(on)).but(|ready| {
            ready.history = so_far.clone();
            ready.assertions = every_assertion(ready.bank);
        });
        so_far.append(ready.published().record()).expect("later than all before");
    }
    assert_eq!(so_far.len(), 5);
}

#[test]
fn an_assessment_is_published_any_number_of_times_before_and_after_the_deadline() {
    let days = ["2025-01-10", "2025-04-30", "2025-06-29", "2025-06-30", "2025-07-01", "2025-07-01", "2025-08-31"];
    let mut so_far = dspt::History::default();
    for on in days {
        let ready = Ready::first_on("2024-25", StandardsMet, day(on)).but(|ready| {
            ready.history = so_far.clone();
            ready.assertions = every_assertion(ready.bank);
        });
        let publication = ready.published();
        assert_eq!(publication.edition, ready.bank.id(), "the label is that of the open edition");
        so_far.append(publication.record()).expect("later than all before");
    }
    assert_eq!(so_far.len(), days.len());
}

#[test]
fn entry_level_holders_may_go_to_approaching_standards_in_2021_22_and_not_later() {
    let entry_level = || past("2019-20", PublishedLevel::EntryLevel, "2020-01-15");
    let ready = Ready::first("2021-22", ApproachingStandards).after([entry_level()]);
    assert_eq!(ready.codes(), [""; 0]);
    assert_eq!(ready.published().view, View::FirstPublication);
    for of in ["2022-23", "2023-24", "2024-25", "2025-26"] {
        let ready = Ready::first(of, ApproachingStandards).after([entry_level()]);
        let ready = ready.but(|ready| ready.assertions = every_assertion(ready.bank));
        assert_eq!(ready.codes(), ["approaching-only-first", "below-republication"], "{of}");
        let higher = Ready::again(of, StandardsMet).after([entry_level()]);
        assert_eq!(higher.codes(), [""; 0], "{of}");
    }
}

#[test]
fn in_2021_22_entry_level_does_not_hide_a_publication_after_or_before_it() {
    let entry_level = |on: &str| past("2019-20", PublishedLevel::EntryLevel, on);
    let met = |on: &str| past("2019-20", PublishedLevel::StandardsMet, on);
    for both in [[entry_level("2019-08-01"), met("2020-01-15")], [met("2019-08-01"), entry_level("2020-01-15")]] {
        let ready = Ready::first("2021-22", ApproachingStandards).after(both);
        let ready = ready.but(|ready| ready.assertions = every_assertion(ready.bank));
        assert_eq!(ready.codes(), ["approaching-only-first", "below-republication"]);
    }
}

#[test]
fn a_publication_at_standards_not_met_is_an_earlier_publication() {
    for of in EDITIONS {
        let not_met = past("2019-20", PublishedLevel::StandardsNotMet, "2020-01-15");
        let ready = Ready::first(of, ApproachingStandards).after([not_met]);
        let ready = ready.but(|ready| ready.assertions = every_assertion(ready.bank));
        assert_eq!(ready.codes(), ["approaching-only-first", "below-republication"], "{of}");
    }
}
