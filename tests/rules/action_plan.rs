//! The action plan that comes with Approaching Standards: what is drafted, what is wrong with one, and when.

use dspt::{
    ActionPlan, Level, NaiveDate, PlanFault, PlanFaultKind, PlanItem, PlanStatus, Response, check_plan, draft_plan,
    evaluate, publish,
};

use crate::common::{Answers, bank, code, day, not_applicable, response, usual_day};
use crate::publishing::{Ready, item, plan};

/// What is asked at Standards Met and not at Approaching Standards in every edition from 2022-23 on.
const BEYOND_APPROACHING: &str =
    "1.2.4 1.3.2 1.3.14 3.1.1 3.2.1 3.4.1 5.1.1 6.3.2 7.1.2 7.2.1 7.3.4 8.1.4 8.2.1 9.1.1 9.5.2 10.2.1";

/// The questions of a drafted plan.
fn drafted(of: &str, answers: &Answers, as_of: NaiveDate) -> String {
    let assessment = answers.assessment();
    let plan = draft_plan(&evaluate(bank(of), &assessment, as_of));
    plan.items.iter().map(|item| item.question.to_string()).collect::<Vec<_>>().join(" ")
}

/// What is wrong with the plan of a submission at Approaching Standards, as `3.1.1 omitted`.
#[track_caller]
fn faults(ready: &Ready) -> Vec<String> {
    let assessment = ready.assessment();
    let evaluation = evaluate(ready.bank, &assessment, ready.as_of);
    let found = check_plan(ready.plan.as_ref().expect("a plan"), &evaluation);
    found.iter().map(|fault| format!("{} {}", fault.question, word(fault))).collect()
}

/// The stable code of a fault.
fn word(fault: &PlanFault) -> String {
    let written = serde_json::to_value(fault).expect("JSON");
    assert_eq!(written["message"], fault.kind.to_string());
    written["code"].as_str().expect("a code").to_owned()
}

/// A first publication of 2024-25 at Approaching Standards with 3.1.1 and 7.2.1 outstanding and this plan attached.
#[track_caller]
fn with(items: Vec<PlanItem>) -> Ready {
    Ready::first("2024-25", Level::ApproachingStandards).but(|ready| ready.plan = Some(ActionPlan { items }))
}

#[track_caller]
fn good(question: &str) -> PlanItem {
    item(code(question), day("2026-03-31"))
}

#[test]
fn nothing_answered_drafts_every_question_for_standards_met_that_approaching_standards_does_not_ask() {
    let with_mfa = BEYOND_APPROACHING.replace("5.1.1", "4.5.3 5.1.1");
    let latest = BEYOND_APPROACHING.replace("5.1.1", "4.3.1 4.5.3 5.1.1").replace("7.1.2", "7.1.1 7.1.2");
    let table = [
        ("2021-22", "2022-06-08", BEYOND_APPROACHING.to_owned()),
        // From 9 June 2022 the opt-out question was not mandatory.
        ("2021-22", "2022-06-09", BEYOND_APPROACHING.replace("1.2.4 ", "")),
        ("2022-23", "2023-05-30", BEYOND_APPROACHING.to_owned()),
        ("2023-24", "2024-05-30", BEYOND_APPROACHING.to_owned()),
        ("2024-25", "2025-05-30", with_mfa),
        ("2025-26", "2026-05-30", latest),
    ];
    for (of, as_of, expected) in table {
        assert_eq!(drafted(of, &Answers::none(of), day(as_of)), expected, "{of} on {as_of}");
    }
}

#[test]
fn a_draft_leaves_out_what_is_done_what_approaching_standards_asks_and_what_is_optional() {
    let of = "2024-25";
    let as_of = usual_day(of);
    let complete = Answers::complete(of, as_of);
    assert_eq!(drafted(of, &complete, as_of), "");
    // 1.1.1 and 10.1.2 are asked at Approaching Standards, 4.4.1 is optional.
    let open = complete.without("1.1.1").without("10.1.2").without("4.4.1").without("9.1.1").without("3.2.1");
    assert_eq!(drafted(of, &open, as_of), "3.2.1 9.1.1");
}

#[test]
fn a_draft_takes_in_answers_that_do_not_count() {
    let of = "2024-25";
    let as_of = usual_day(of);
    let stale = |question: &str| {
        let complete = Answers::complete(of, as_of);
        let answer = complete.responses[&code(question)].clone();
        complete.with(question, Response { reviewed_on: Some(day("2019-01-01")), ..answer })
    };
    assert_eq!(drafted(of, &stale("3.2.1"), as_of), "3.2.1");
    let refused = Answers::complete(of, as_of).with("7.2.1", response(not_applicable()));
    assert_eq!(drafted(of, &refused, as_of), "7.2.1");
}

#[test]
fn an_item_says_what_why_and_what_next_and_leaves_owner_and_day_to_be_filled_in() {
    let ready = Ready::first("2024-25", Level::ApproachingStandards);
    let assessment = ready.assessment();
    let drafted = draft_plan(&evaluate(ready.bank, &assessment, ready.as_of));
    assert_eq!(drafted.items.len(), 2);
    for item in &drafted.items {
        let question = ready.bank.question(item.question).expect("a question");
        assert_eq!(item.what.as_deref(), Some(question.title.as_str()));
        let next_step = item.next_step.as_deref().expect("a next step");
        assert!(question.good_evidence.iter().any(|evidence| next_step.contains(evidence)), "{next_step}");
        assert_eq!((item.owner.as_deref(), item.due_on, item.status), (None, None, PlanStatus::ToDo));
    }
    let first = &drafted.items[0];
    let said = format!("{:?} | {:?} | {:?}", first.what, first.why, first.next_step);
    insta::assert_snapshot!(
        said,
        @r#"Some("Training needs analysis") | Some("This question has no answer yet.") | Some("Work towards this evidence: Dated training needs analysis set out by role")"#
    );
}

#[test]
fn a_draft_is_only_accepted_once_it_names_owners_and_days() {
    let ready = Ready::first("2024-25", Level::ApproachingStandards);
    let assessment = ready.assessment();
    let draft = draft_plan(&evaluate(ready.bank, &assessment, ready.as_of));
    let blank = ready.clone().but(|ready| ready.plan = Some(draft.clone()));
    let missing = ["3.1.1 owner-missing", "3.1.1 due-day-missing", "7.2.1 owner-missing", "7.2.1 due-day-missing"];
    assert_eq!(faults(&blank), missing);
    assert_eq!(blank.codes(), ["action-plan-faulty"; 4]);
    let completed = ready.but(|ready| {
        let fill = |item: PlanItem| PlanItem { owner: Some("Deputy".to_owned()), due_on: Some(ready.as_of), ..item };
        ready.plan = Some(ActionPlan { items: draft.items.into_iter().map(fill).collect() });
    });
    assert_eq!(completed.codes(), [""; 0]);
}

#[test]
fn every_fault_of_a_plan_is_found() {
    let twice = || vec![good("3.1.1"), good("7.2.1"), good("7.2.1")];
    let table: [(&str, Vec<PlanItem>, &[&str]); 12] = [
        ("both questions", vec![good("3.1.1"), good("7.2.1")], &[]),
        ("in any order", vec![good("7.2.1"), good("3.1.1")], &[]),
        ("one left out", vec![good("7.2.1")], &["3.1.1 omitted"]),
        ("no item", vec![], &["3.1.1 omitted", "7.2.1 omitted"]),
        ("one asked at Approaching", vec![good("1.1.1"), good("3.1.1"), good("7.2.1")], &["1.1.1 cannot-be-deferred"]),
        ("one done already", vec![good("3.1.1"), good("5.1.1"), good("7.2.1")], &[]),
        ("an optional one", vec![good("3.1.1"), good("4.4.1"), good("7.2.1")], &[]),
        ("an unknown one", vec![good("3.1.1"), good("7.2.1"), good("99.1.1")], &["99.1.1 unknown"]),
        ("one twice", twice(), &["7.2.1 twice"]),
        (
            "nobody named",
            vec![PlanItem { owner: None, ..good("3.1.1") }, PlanItem { owner: Some(" ".to_owned()), ..good("7.2.1") }],
            &["3.1.1 owner-missing", "7.2.1 owner-missing"],
        ),
        ("no day", vec![PlanItem { due_on: None, ..good("3.1.1") }, good("7.2.1")], &["3.1.1 due-day-missing"]),
        (
            "several at once",
            vec![good("3.1.1"), PlanItem { owner: None, due_on: None, ..good("1.1.1") }],
            &["1.1.1 cannot-be-deferred", "1.1.1 owner-missing", "1.1.1 due-day-missing", "7.2.1 omitted"],
        ),
    ];
    for (name, items, expected) in table {
        let ready = with(items);
        assert_eq!(faults(&ready), expected, "{name}");
        assert_eq!(ready.codes(), vec!["action-plan-faulty"; expected.len()], "{name}");
    }
}

#[test]
fn an_item_that_is_done_and_answered_needs_neither_owner_nor_day() {
    let past = item(code("5.1.1"), day("2020-01-01"));
    let with_status =
        |status| with(vec![good("3.1.1"), good("7.2.1"), PlanItem { owner: None, status, ..past.clone() }]);
    assert_eq!(faults(&with_status(PlanStatus::Done)), [""; 0]);
    assert_eq!(with_status(PlanStatus::Done).codes(), [""; 0]);
    assert_eq!(faults(&with_status(PlanStatus::ToDo)), ["5.1.1 owner-missing", "5.1.1 due-day-passed"]);
}

#[test]
fn a_draft_keeps_what_an_earlier_plan_says() {
    let earlier = ActionPlan {
        items: vec![
            PlanItem { next_step: Some("Book the course".to_owned()), status: PlanStatus::InProgress, ..good("3.1.1") },
            PlanItem { status: PlanStatus::Done, ..good("5.1.1") },
            good("9.1.1"),
        ],
    };
    let ready = Ready::first("2024-25", Level::ApproachingStandards);
    let assessment = ready.assessment();
    let draft = draft_plan(&evaluate(ready.bank, &assessment, ready.as_of));
    let kept = draft.clone().keeping(&earlier);
    let items: Vec<_> = kept.items.iter().map(|item| item.question.to_string()).collect();
    assert_eq!(items, ["3.1.1", "7.2.1", "5.1.1"], "9.1.1 is neither outstanding nor done");
    let PlanItem { what, why, next_step, owner, due_on, status, .. } = &kept.items[0];
    assert_eq!((what, why), (&draft.items[0].what, &draft.items[0].why));
    assert_eq!(next_step.as_deref(), Some("Book the course"));
    assert_eq!((owner, due_on, *status), (&earlier.items[0].owner, &Some(day("2026-03-31")), PlanStatus::InProgress));
    assert_eq!(kept.items[1], draft.items[1]);
    assert_eq!(kept.items[2], earlier.items[1]);
}

#[test]
fn a_question_of_an_earlier_edition_is_unknown() {
    let ready = Ready::first("2022-23", Level::ApproachingStandards)
        .but(|ready| ready.plan = Some(plan(&["3.1.1", "4.1.2", "7.2.1"], ready.as_of)));
    assert_eq!(faults(&ready), ["4.1.2 unknown"]);
}

#[test]
fn an_item_is_due_by_the_deadline_of_the_following_year() {
    let table = [
        ("2021-22", "2023-06-30"),
        ("2022-23", "2024-06-30"),
        ("2023-24", "2025-06-30"),
        ("2024-25", "2026-06-30"),
        // The next edition is not on record; its deadline is taken to be 30 June as well.
        ("2025-26", "2027-06-30"),
    ];
    for (of, deadline) in table {
        let due = |due_on: NaiveDate| {
            let first = Ready::first(of, Level::ApproachingStandards);
            first.but(|ready| ready.plan = Some(plan(&["3.1.1", "7.2.1"], due_on)))
        };
        let last = day(deadline);
        assert_eq!(due(last).codes(), [""; 0], "{of}");
        assert_eq!(due(last.pred_opt().expect("a day")).codes(), [""; 0], "{of}");
        let late = last.succ_opt().expect("a day");
        assert_eq!(faults(&due(late)), ["3.1.1 due-too-late", "7.2.1 due-too-late"], "{of}");
    }
}

#[test]
fn what_is_wrong_is_said_with_what_to_do_about_it() {
    let message = |items: Vec<PlanItem>| with(items).only_obstacle().message;
    insta::assert_snapshot!(
        message(vec![good("7.2.1")]),
        @"In the action plan, question 3.1.1: it is outstanding and the plan says nothing about it; add an item."
    );
    insta::assert_snapshot!(
        message(vec![good("1.1.1"), good("3.1.1"), good("7.2.1")]),
        @"In the action plan, question 1.1.1: Approaching Standards asks for it, so the plan cannot put it off; answer it first."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), good("7.2.1"), good("99.1.1")]),
        @"In the action plan, question 99.1.1: the edition has no such question; remove the item."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), good("7.2.1"), good("7.2.1")]),
        @"In the action plan, question 7.2.1: it has more than one item; keep one."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), PlanItem { owner: None, ..good("7.2.1") }]),
        @"In the action plan, question 7.2.1: nobody is named who sees to it; name an owner."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), PlanItem { due_on: None, ..good("7.2.1") }]),
        @"In the action plan, question 7.2.1: no day is named by which it will be in place; name one."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), item(code("7.2.1"), day("2026-07-01"))]),
        @"In the action plan, question 7.2.1: it is due on 1 July 2026, after the next deadline 30 June 2026; bring it forward."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), item(code("7.2.1"), day("2020-01-01"))]),
        @"In the action plan, question 7.2.1: it was due on 1 January 2020, which has passed; name a day to come."
    );
    insta::assert_snapshot!(
        message(vec![good("3.1.1"), PlanItem { status: dspt::PlanStatus::Done, ..good("7.2.1") }]),
        @"In the action plan, question 7.2.1: it is said to be done, and the question is outstanding; answer the question or correct the item."
    );
}

#[test]
fn a_fault_names_its_question_and_the_source_of_the_rule() {
    let ready = Ready::first("2021-22", Level::ApproachingStandards)
        .but(|ready| ready.plan = Some(plan(&["7.2.1"], ready.as_of)));
    let said = ready.only_obstacle();
    let sources = "dsc-approaching-guide-2021-22 bsbc-webinar-qa-2022-06";
    said.is("action-plan-faulty", "/actionPlan", dspt::Certainty::Confirmed, sources);
    assert_eq!(said.questions, "3.1.1");
    let late = PlanFaultKind::DueTooLate { due_on: day("2026-07-01"), latest: day("2026-06-30") };
    let fault = PlanFault { question: code("7.2.1"), kind: late };
    let json = serde_json::to_string(&fault).expect("JSON");
    insta::assert_snapshot!(
        json,
        @r#"
        {"question":"7.2.1","code":"due-too-late","message":"it is due on 1 July 2026, after the next deadline 30 June 2026; bring it forward","arguments":[{"kind":"date","name":"dueOn","value":"2026-07-01"},{"kind":"date","name":"latest","value":"2026-06-30"}]}
        "#
    );
}

#[test]
fn a_plan_is_attached_replaced_and_removed() {
    let ready = Ready::first("2024-25", Level::ApproachingStandards);
    let none = ready.assessment().with_action_plan(None);
    let short = none.clone().with_action_plan(Some(plan(&["3.1.1"], ready.as_of)));
    let whole = short.clone().with_action_plan(Some(plan(&["3.1.1", "7.2.1"], ready.as_of)));
    let removed = whole.clone().with_action_plan(None);
    let refused = |assessment: &dspt::Assessment| -> Vec<&'static str> {
        let evaluation = evaluate(ready.bank, assessment, ready.as_of);
        let submission = dspt::Submission { level: ready.level, by: ready.by, sites: &[] };
        let refusal = publish(&evaluation, &submission).err();
        refusal.map_or_else(Vec::new, |refusal| refusal.obstacles.iter().map(dspt::Obstacle::code).collect())
    };
    assert_eq!(refused(&none), ["action-plan-missing"]);
    assert_eq!(refused(&short), ["action-plan-faulty"]);
    assert_eq!(refused(&whole), [""; 0]);
    assert_eq!(refused(&removed), ["action-plan-missing"]);
    assert_eq!(removed, none);
    assert_eq!(whole.action_plan().map(|plan| plan.items.len()), Some(2));
}
