//! The path to a publication: what publishing asks for beside the level, and what no step can mend.

use crate::common::{Answers, bank, code, day, usual_day};
use crate::publishing::Ready;
use dspt::Level::{ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::{
    ActionPlan, Aim, Alteration, Assessment, Effort, Level, PastPublication, Path, PathState, PlanItem, PlanStatus,
    PublishedLevel, Role, Submission, evaluate, path_to, publish,
};

#[track_caller]
fn path(assessment: &Assessment, level: Level) -> Path {
    path_to(bank("2025-26"), assessment, usual_day("2025-26"), Aim::to_publish(level))
}

fn titles(path: &Path) -> Vec<&str> {
    path.steps.iter().map(|step| step.title.as_str()).collect()
}

#[track_caller]
fn published_before(answers: &Answers) -> Assessment {
    let publication = PastPublication {
        edition: "2024-25".parse().expect("an edition"),
        level: PublishedLevel::StandardsMet,
        published_on: day("2025-06-12"),
        sites: Vec::new(),
        digest: None,
    };
    answers.assessment().published(publication).expect("the first")
}

fn complete() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

#[test]
fn a_complete_assessment_still_wants_its_profile_confirmed() {
    let path = path(&complete().assessment(), StandardsMet);
    assert_eq!(titles(&path), ["Confirm the profile"]);
    assert_eq!(path.steps[0].grounds[0].code, "profile-not-confirmed");
    assert_eq!(path.steps[0].effort, Effort::Finish);
}

#[test]
fn approaching_standards_wants_a_plan_that_covers_what_is_outstanding() {
    let assessment = complete().without("7.1.1").without("4.3.1").without("1.1.1").assessment();
    let path = path(&assessment, ApproachingStandards);
    assert_eq!(titles(&path), ["ICO registration number", "Attach an action plan", "Confirm the profile"]);
    let done = path.steps.iter().fold(assessment, |assessment, step| step.apply(&assessment));
    assert_eq!(done.action_plan().expect("a plan").items.len(), 2);
    let submission = Submission { level: ApproachingStandards, by: Role::AdministratorMember, sites: &[] };
    let evaluation = evaluate(bank("2025-26"), &done, usual_day("2025-26"));
    assert!(publish(&evaluation, &submission).is_ok());
}

#[test]
fn after_a_publication_no_path_leads_to_approaching_standards() {
    let assessment = published_before(&complete());
    let path = path(&assessment, ApproachingStandards);
    assert_eq!((path.state, path.steps.len()), (PathState::NoWay, 0));
    let codes: Vec<_> = path.against.iter().map(|ground| ground.code).collect();
    assert_eq!(codes, ["approaching-only-first", "below-republication"]);
    insta::assert_snapshot!(path.against[0].message, @"Approaching Standards is for a first publication only, and there was an earlier one on 12 June 2025. Go on to Standards Met.");
    let reached = path_to(bank("2025-26"), &assessment, usual_day("2025-26"), ApproachingStandards);
    assert_eq!(reached.state, PathState::Reached, "the answers support it all the same");
}

/// 7.1.5 is optional, and its answer waits to be confirmed all the same.
#[test]
fn answers_that_no_level_asks_for_are_confirmed_too() {
    let path = path(&complete().carried_over("7.1.5", "2024-25", None).assessment(), StandardsMet);
    let codes: Vec<_> = path.steps.iter().filter_map(|step| step.question).map(|code| code.to_string()).collect();
    assert_eq!(codes, ["7.1.5"]);
    assert_eq!((path.steps[0].effort, path.steps[0].serves.len()), (Effort::QuickWin, 0));
}

#[test]
fn a_day_on_which_the_edition_is_closed_has_no_path() {
    let assessment = complete().assessment();
    let early = path_to(bank("2025-26"), &assessment, day("2025-05-30"), Aim::to_publish(StandardsMet));
    assert_eq!((early.state, early.against[0].code), (PathState::NoWay, "edition-not-open"));
}

/// In 2021-22 whoever publishes again confirms every assertion.
#[test]
fn assertions_that_are_not_confirmed_are_one_step_and_then_nothing_stands_against_publishing() {
    let (of, confirmed) = ("2021-22", ["1.1", "10.2"].map(|assertion| assertion.parse().expect("an assertion")));
    let ready = Ready::again(of, StandardsMet).but(|ready| ready.assertions = confirmed.to_vec());
    let assessment = ready.assessment();
    let path = path_to(bank(of), &assessment, ready.as_of, Aim::to_publish(StandardsMet));
    assert_eq!(titles(&path), ["Confirm the assertions"]);
    let done = path.steps.iter().fold(assessment, |assessment, step| step.apply(&assessment));
    assert_eq!(done.assertions_confirmed()[..2], confirmed);
    let evaluation = evaluate(bank(of), &done, ready.as_of);
    let submission = Submission { level: StandardsMet, by: Role::AdministratorMember, sites: &[] };
    assert!(publish(&evaluation, &submission).is_ok());
}

/// A plan that is attached keeps what it says, but for what cannot stay so.
#[test]
fn a_faulty_plan_is_mended_where_it_is_faulty() {
    let item = |question, owner: Option<&str>, status| PlanItem {
        question: code(question),
        what: None,
        why: None,
        next_step: None,
        owner: owner.map(str::to_owned),
        due_on: Some(day("2026-06-20")),
        status,
    };
    let plan = ActionPlan {
        items: vec![
            item("4.3.1", None, PlanStatus::InProgress),
            item("7.1.1", Some("The deputy manager"), PlanStatus::Done),
            item("10.1.1", Some("The manager"), PlanStatus::ToDo),
        ],
    };
    let answers = complete().without("7.1.1").without("4.3.1");
    let assessment = answers.profile(|home| home.profile_confirmed_on = Some(usual_day("2025-26"))).assessment();
    let path = path(&assessment.with_action_plan(Some(plan)), ApproachingStandards);
    let [Alteration::ActionPlan { plan }] = path.steps.iter().map(|step| &step.alteration).collect::<Vec<_>>()[..]
    else {
        panic!("{:?}", titles(&path))
    };
    let said = plan.items.iter();
    let said = said.map(|item| (item.question.to_string(), item.owner.as_deref(), item.status, item.due_on));
    let due_on = Some(day("2026-06-20"));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            ("4.3.1".to_owned(), Some("To be named"), PlanStatus::InProgress, due_on),
            ("7.1.1".to_owned(), Some("The deputy manager"), PlanStatus::ToDo, due_on),
        ]
    );
}

/// What no step mends is told beside what no answers mend: in 2021-22 the rule of Standards Exceeded cannot be checked.
#[test]
fn everything_that_stands_against_a_publication_for_good_is_told() {
    let of = |assessment: &Assessment, as_of, level| {
        let path = path_to(bank("2021-22"), assessment, day(as_of), Aim::to_publish(level));
        assert_eq!(path.state, PathState::NoWay);
        path.against.iter().map(|ground| ground.code).collect::<Vec<_>>()
    };
    let assessment = Answers::none("2021-22").assessment();
    assert_eq!(of(&assessment, "2022-06-01", StandardsExceeded), ["level-undetermined"]);
    assert_eq!(of(&assessment, "2020-06-01", StandardsExceeded), ["edition-not-open", "level-undetermined"]);
    assert_eq!(of(&assessment, "2020-06-01", StandardsMet), ["edition-not-open"]);
}
