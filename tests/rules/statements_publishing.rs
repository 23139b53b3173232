//! What the guides say of publishing: the two views, what has to be complete, the action plan, and the deadline.

use crate::common::{Answers, bank, day, usual_day};
use crate::levels::EDITIONS;
use crate::publishing::{Ready, every_assertion, history, item, past, plan};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::{
    ActionPlan, AssertionGate, Currency, History, NaiveDate, PlanItem, PublicationStatus, PublishedLevel, QuestionCode,
    ValidityPolicy, View, draft_plan, evaluate, status,
};

/// Every edition on its usual day, but 2021-22 on the last day on which the opt-out question was mandatory, with the
/// counts of questions that are mandatory at the two levels.
fn every_edition() -> [(&'static str, NaiveDate, usize, usize); 5] {
    [
        ("2021-22", day("2022-06-08"), 27, 43),
        ("2022-23", usual_day("2022-23"), 26, 42),
        ("2023-24", usual_day("2023-24"), 26, 42),
        ("2024-25", usual_day("2024-25"), 26, 43),
        ("2025-26", usual_day("2025-26"), 26, 45),
    ]
}

/// A publication at Approaching Standards in the year before.
#[track_caller]
fn approached(of: &str) -> History {
    let of: dspt::EditionId = of.parse().expect("an edition");
    let (before, on) = (of.before().expect("an edition before").to_string(), format!("{}-06-30", of.first_year()));
    history([past(&before, PublishedLevel::ApproachingStandards, &on)])
}

/// Statements S2-39, S4-63, S4-71 and S4-109.
#[test]
fn before_the_first_publication_the_questions_for_standards_met_show_and_few_are_marked() {
    for (of, as_of, few, more) in every_edition() {
        let view = View::of(bank(of), &History::default(), as_of);
        let shown: Vec<QuestionCode> = view.questions(bank(of), as_of).map(|question| question.code).collect();
        assert_eq!(shown.len(), more, "{of}");
        assert_eq!(bank(of).mandatory(view.marks_mandatory(), as_of).count(), few, "{of}");
        assert!(!view.has_progress_link(), "{of}");
        // Everything on display, and nothing else, makes Standards Met; one less does not.
        let mut answers = Answers::complete(of, as_of);
        answers.responses.retain(|asked, _| shown.contains(asked));
        assert_eq!(dspt::level(bank(of), &answers.assessment(), as_of), Some(StandardsMet), "{of}");
        for asked in shown {
            let level = dspt::level(bank(of), &answers.clone().without(&asked.to_string()).assessment(), as_of);
            assert!(level < Some(StandardsMet), "{of} without {asked}");
        }
    }
}

/// Statements S0-16, S0-17, S0-23, S3-8, S4-65 and S4-71.
#[test]
fn after_the_first_publication_every_question_shows_and_those_for_standards_met_are_marked() {
    for (of, as_of, few, more) in every_edition() {
        let view = View::of(bank(of), &approached(of), as_of);
        assert_eq!(view.questions(bank(of), as_of).count(), bank(of).questions().len(), "{of}: all on record here");
        let marked: Vec<QuestionCode> =
            bank(of).mandatory(view.marks_mandatory(), as_of).map(|question| question.code).collect();
        assert_eq!(marked.len(), more, "{of}");
        let added = marked
            .iter()
            .filter(|asked| bank(of).mandatory(ApproachingStandards, as_of).all(|question| question.code != **asked));
        assert_eq!(added.count(), more - few, "{of}: further questions for whoever was at Approaching Standards");
        assert!(view.has_progress_link(), "{of}");
    }
    for (of, mandatory) in [("2022-23", 42), ("2023-24", 42), ("2024-25", 43)] {
        let total = bank(of).about().total.known().copied();
        assert_eq!(total, Some(77), "{of}");
        assert!(bank(of).mandatory(StandardsMet, usual_day(of)).count() == mandatory && mandatory < 77, "{of}");
    }
}

/// Statements S1-2, S3-9 and S3-32; the second time round the last publication was at Approaching Standards.
#[test]
fn publishing_at_standards_met_waits_for_each_mandatory_question() {
    for of in EDITIONS {
        let first = Ready::first(of, StandardsMet);
        let again = Ready::again(of, StandardsMet).but(|ready| ready.history = approached(of));
        for ready in [first, again] {
            for question in bank(of).mandatory(StandardsMet, ready.as_of) {
                let said = ready.clone().without(&question.code.to_string()).only_obstacle();
                assert_eq!((said.code, said.questions), ("questions-outstanding", question.code.to_string()), "{of}");
            }
        }
    }
}

/// Statements S2-38 and S4-130.
#[test]
fn without_any_one_of_the_27_nothing_can_be_published_in_2021_22() {
    let as_of = usual_day("2021-22");
    for level in [ApproachingStandards, StandardsMet, StandardsExceeded] {
        for question in bank("2021-22").mandatory(ApproachingStandards, as_of) {
            let asked = question.code.to_string();
            let said = Ready::first("2021-22", level).without(&asked).publish().expect_err("one is missing");
            let outstanding = said.iter().find(|said| said.code == "questions-outstanding");
            assert_eq!(outstanding.map(|said| said.questions.as_str()), Some(asked.as_str()), "{level}");
        }
    }
    assert!(!status(&History::default(), as_of, ValidityPolicy::default()).is_evidence());
}

/// A plan for everything outstanding, filled in.
#[track_caller]
fn filled_in(ready: &Ready) -> ActionPlan {
    let assessment = ready.assessment();
    let drafted = draft_plan(&evaluate(ready.bank, &assessment, ready.as_of));
    let fill = |drafted: PlanItem| PlanItem { what: drafted.what, ..item(drafted.question, ready.as_of) };
    ActionPlan { items: drafted.items.into_iter().map(fill).collect() }
}

/// An assessment that answers what is mandatory for a level and nothing else.
#[track_caller]
fn only_mandatory(of: &str, level: Level, as_of: NaiveDate) -> Ready {
    Ready::first_on(of, level, as_of).but(|ready| {
        ready.answers.responses = Answers::mandatory_for(level, of, as_of).responses;
        ready.plan = None;
    })
}

/// Statements S2-6, S2-8, S2-121 and S4-64.
#[test]
fn the_mandatory_questions_with_a_plan_for_the_others_are_enough_for_approaching_standards() {
    for (of, as_of, few, more) in every_edition() {
        let ready = only_mandatory(of, ApproachingStandards, as_of);
        assert_eq!(ready.answers.responses.len(), few, "{of}");
        assert_eq!(ready.codes(), ["action-plan-missing"], "{of}");
        let drafted = filled_in(&ready);
        assert_eq!(drafted.items.len(), more - few, "{of}");
        let with_plan = ready.but(|ready| ready.plan = Some(drafted));
        assert_eq!(with_plan.published().level, ApproachingStandards, "{of}");
    }
}

/// Statements S0-19, S1-11, S3-29, S4-60, S4-66 and S4-108.
#[test]
fn the_mandatory_questions_alone_are_enough_for_standards_met_the_first_time_and_again() {
    for (of, as_of, _, more) in every_edition() {
        let first = only_mandatory(of, StandardsMet, as_of);
        assert_eq!(first.answers.responses.len(), more, "{of}");
        assert_eq!((first.published().level, first.published().view), (StandardsMet, View::FirstPublication), "{of}");
        let again = first.but(|ready| {
            ready.history = approached(of);
            ready.assertions = every_assertion(ready.bank);
        });
        assert_eq!((again.published().level, again.published().view), (StandardsMet, View::Standard), "{of}");
    }
}

/// Statements S2-123 and S4-85.
#[test]
fn in_2021_22_a_plan_takes_every_open_question_and_none_that_approaching_standards_asks() {
    let ready = Ready::first("2021-22", ApproachingStandards);
    let due = ready.as_of;
    for question in bank("2021-22").mandatory(ApproachingStandards, due) {
        let asked = question.code.to_string();
        let put_off = ready.clone().but(|ready| ready.plan = Some(plan(&["3.1.1", "7.2.1", &asked], due)));
        let said = put_off.only_obstacle();
        assert_eq!((said.code, said.questions), ("action-plan-faulty", asked));
    }
    for left_out in ["3.1.1", "7.2.1"] {
        let items = ["3.1.1", "7.2.1"].into_iter().filter(|question| *question != left_out).collect::<Vec<_>>();
        let said = ready.clone().but(|ready| ready.plan = Some(plan(&items, due))).only_obstacle();
        assert_eq!((said.code, said.questions.as_str()), ("action-plan-faulty", left_out));
    }
}

/// Statements S2-124 and S2-125.
#[test]
fn in_2021_22_an_attached_plan_can_be_seen_replaced_and_taken_away() {
    let ready = Ready::first("2021-22", ApproachingStandards);
    let seen = |ready: &Ready| ready.assessment().action_plan().map(|plan| plan.items.len());
    let none = ready.clone().but(|ready| ready.plan = None);
    assert_eq!((seen(&none), none.codes()), (None, vec!["action-plan-missing"]));
    let short = none.but(|ready| ready.plan = Some(plan(&["3.1.1"], ready.as_of)));
    assert_eq!((seen(&short), short.codes()), (Some(1), vec!["action-plan-faulty"]));
    let replaced = short.but(|short| short.plan.clone_from(&ready.plan));
    assert_eq!((seen(&replaced), replaced.codes()), (Some(2), vec![]));
    let taken_away = replaced.but(|ready| ready.plan = None);
    assert_eq!((seen(&taken_away), taken_away.codes()), (None, vec!["action-plan-missing"]));
}

/// Statements S4-86 and S4-124: the plan cannot follow later than the assessment it belongs to.
#[test]
fn by_30_june_2022_a_first_publication_is_at_least_at_approaching_standards_and_comes_with_its_plan() {
    let deadline = day("2022-06-30");
    let approaching = Ready::first_on("2021-22", ApproachingStandards, deadline);
    assert_eq!(approaching.clone().but(|ready| ready.plan = None).codes(), ["action-plan-missing"]);
    for ready in [approaching.clone(), Ready::first_on("2021-22", StandardsMet, deadline)] {
        let published = history([ready.published().record()]);
        let next_day = status(&published, day("2022-07-01"), ValidityPolicy::NextDeadline);
        assert_eq!((next_day.currency(), next_day.is_evidence()), (Some(Currency::Current), true), "{}", ready.level);
    }
    let less = approaching.without("1.1.5");
    assert_eq!(less.codes(), ["questions-outstanding"]);
}

/// Statement S4-125.
#[test]
fn by_30_june_2022_a_second_publication_reaches_standards_met_with_every_answer_confirmed_again() {
    let deadline = day("2022-06-30");
    let again = |level| {
        Ready::first_on("2021-22", level, deadline).but(|ready| {
            ready.history = approached("2021-22");
            ready.assertions = every_assertion(ready.bank);
        })
    };
    assert_eq!(again(ApproachingStandards).codes(), ["approaching-only-first", "below-republication"]);
    let carried = |confirmed_on| {
        again(StandardsMet).but(|ready| {
            for response in ready.answers.responses.values_mut() {
                let from = "2020-21".parse().expect("an edition");
                response.origin = dspt::Origin::CarriedOver { from, reconfirmed_on: confirmed_on };
            }
        })
    };
    assert_eq!(carried(None).codes(), ["questions-outstanding", "answers-not-reconfirmed"]);
    assert_eq!(carried(Some(deadline)).published().level, StandardsMet);
}

/// Statement S4-72: by 30 June, the end of what was published the year before.
#[test]
fn whoever_has_not_published_by_30_june_2022_has_nothing_that_counts() {
    let year_before = || past("2020-21", PublishedLevel::StandardsMet, "2021-06-30");
    let this_year = || past("2021-22", PublishedLevel::StandardsMet, "2022-06-30");
    let on = |published: &[dspt::PastPublication], as_of: &str, policy| {
        status(&history(published.iter().cloned()), day(as_of), policy).is_evidence()
    };
    for policy in ValidityPolicy::ALL.iter().copied() {
        assert!(on(&[year_before()], "2022-06-30", policy), "{policy}");
        assert!(!on(&[year_before()], "2022-07-01", policy), "{policy}");
        assert!(on(&[year_before(), this_year()], "2022-07-01", policy), "{policy}");
        assert!(!on(&[], "2022-07-01", policy), "{policy}");
        assert_eq!(status(&History::default(), day("2022-07-01"), policy), PublicationStatus::NotPublished);
    }
}

/// Statement S4-55.
#[test]
fn in_2021_22_every_assertion_is_confirmed_whether_or_not_its_questions_are_mandatory() {
    let gate = &bank("2021-22").about().gates.assertions_confirmed;
    assert_eq!(gate.known(), Some(&AssertionGate::Every));
    let again = Ready::again("2021-22", StandardsMet);
    // Assertions with optional questions alone are not on record for the edition; the note asks for them.
    assert_eq!(again.notes(), ["assertions-not-listed"]);
    for left_out in every_assertion(bank("2021-22")) {
        let ready = again.clone().but(|ready| ready.assertions.retain(|assertion| *assertion != left_out));
        assert_eq!(ready.only_obstacle().code, "assertions-not-confirmed", "{left_out}");
    }
}
