//! The steps that publishing asks for beside the level itself.

use chrono::NaiveDate;

use super::alteration::{Alteration, Altered};
use super::mend;
use super::step::{Effort, Ground, Step, named};
use crate::assessment::{ActionPlan, Assessment, PlanStatus};
use crate::bank::{Level, QuestionBank, QuestionCode};
use crate::evaluation::{Evaluation, evaluate};
use crate::publication::{Obstacle, ObstacleKind, Role, Submission, draft_plan, last_due_day, publish};
use crate::reading::written;

/// What stands against a publication and no step can mend.
pub(super) fn beyond_mending(evaluation: &Evaluation<'_>, level: Level) -> Vec<Ground> {
    let obstacles = obstacles(evaluation, level);
    obstacles.iter().filter(|obstacle| !can_be_mended(obstacle.kind())).map(Ground::from).collect()
}

/// What stands against the publication of a level by an administrator member, for the organisation alone.
fn obstacles<'a>(evaluation: &Evaluation<'a>, level: Level) -> Vec<Obstacle<'a>> {
    let submission = Submission { level, by: Role::AdministratorMember, sites: &[] };
    publish(evaluation, &submission).err().map(|refusal| refusal.obstacles).unwrap_or_default()
}

fn can_be_mended(kind: &ObstacleKind) -> bool {
    matches!(
        kind,
        ObstacleKind::QuestionsOutstanding { .. }
            | ObstacleKind::CertificateMissing { .. }
            | ObstacleKind::NoWayOpen { .. }
            // The search for a way to the level says so itself.
            | ObstacleKind::LevelUndetermined { .. }
            | ObstacleKind::LevelUnknown { .. }
            | ObstacleKind::OtherEdition { .. }
            | ObstacleKind::AnswersNotReconfirmed { .. }
            | ObstacleKind::ProfileNotConfirmed
            | ObstacleKind::ProfileChanged { .. }
            | ObstacleKind::ProfileConfirmedInFuture { .. }
            | ObstacleKind::AssertionsNotConfirmed { .. }
            | ObstacleKind::ActionPlanMissing
            | ObstacleKind::ActionPlanFaulty { .. }
    )
}

/// The steps that publishing asks for once the level is reached by other steps.
///
/// # Errors
///
/// What still stands against the publication when no step is left, such as a profile that changes on a day to come.
pub(super) fn steps(
    bank: &QuestionBank,
    assessment: &Assessment,
    as_of: NaiveDate,
    level: Level,
    before: &[Step],
) -> Result<Vec<Step>, Vec<Ground>> {
    let mut altered = Altered::new(assessment);
    altered.follow(before);
    let mut steps: Vec<Step> = Vec::new();
    // The plan comes last, because it is about what is outstanding then.
    for asks in [asked_of_answers_and_profile, asked_of_the_plan] {
        let now = altered.clone().assessment();
        let evaluation = evaluate(bank, &now, as_of);
        let more = asks(&evaluation, &obstacles(&evaluation, level));
        altered.follow(&more);
        steps.extend(more);
    }
    let now = altered.assessment();
    let evaluation = evaluate(bank, &now, as_of);
    let left: Vec<Ground> = obstacles(&evaluation, level).iter().map(Ground::from).collect();
    if left.is_empty() { Ok(steps) } else { Err(left) }
}

fn asked_of_answers_and_profile(evaluation: &Evaluation<'_>, obstacles: &[Obstacle<'_>]) -> Vec<Step> {
    let as_of = evaluation.as_of();
    let profile: Vec<Ground> =
        obstacles.iter().filter(|obstacle| is_about_the_profile(obstacle.kind())).map(Ground::from).collect();
    let mut steps = Vec::new();
    if !profile.is_empty() {
        steps.push(finish(profile, Alteration::ProfileConfirmed { on: as_of }));
    }
    for obstacle in obstacles {
        match obstacle.kind() {
            ObstacleKind::AnswersNotReconfirmed { questions } => {
                let confirmed = questions.iter().filter_map(|code| reconfirmed(evaluation, *code, obstacle));
                steps.extend(confirmed);
            }
            ObstacleKind::AssertionsNotConfirmed { assertions } => {
                let alteration = Alteration::AssertionsConfirmed { assertions: assertions.clone() };
                steps.push(finish(vec![Ground::from(obstacle)], alteration));
            }
            _ => {}
        }
    }
    steps
}

const fn is_about_the_profile(kind: &ObstacleKind) -> bool {
    matches!(
        kind,
        ObstacleKind::ProfileNotConfirmed
            | ObstacleKind::ProfileChanged { .. }
            | ObstacleKind::ProfileConfirmedInFuture { .. }
    )
}

fn finish(grounds: Vec<Ground>, alteration: Alteration) -> Step {
    Step {
        question: None,
        title: named(&alteration).map(|title| title.text()).unwrap_or_default(),
        asks: None,
        effort: Effort::Finish,
        serves: Vec::new(),
        takes_away: Vec::new(),
        grounds,
        alteration,
    }
}

/// An answer that no level asks for, confirmed all the same.
fn reconfirmed(evaluation: &Evaluation<'_>, code: QuestionCode, obstacle: &Obstacle<'_>) -> Option<Step> {
    let mut response = evaluation.assessment().response(code)?.clone();
    mend::reconfirm(&mut response, evaluation.as_of());
    let outcome = evaluation.question(code);
    let findings = outcome.map(|outcome| evaluation.findings_of(outcome)).unwrap_or_default();
    let finding =
        findings.iter().find(|finding| ["not-reconfirmed", "reconfirmed-in-future"].contains(&finding.code()));
    Some(Step {
        question: Some(code),
        title: outcome.map(|outcome| outcome.question.title.clone()).unwrap_or_default(),
        asks: outcome.map(|outcome| outcome.question.prompt.clone()),
        effort: Effort::QuickWin,
        serves: Vec::new(),
        takes_away: Vec::new(),
        grounds: vec![finding.map_or_else(|| Ground::from(obstacle), Ground::from)],
        alteration: Alteration::Answer { question: code, response },
    })
}

fn asked_of_the_plan(evaluation: &Evaluation<'_>, obstacles: &[Obstacle<'_>]) -> Vec<Step> {
    let is_about_it = |obstacle: &&Obstacle<'_>| {
        matches!(obstacle.kind(), ObstacleKind::ActionPlanMissing | ObstacleKind::ActionPlanFaulty { .. })
    };
    let grounds: Vec<Ground> = obstacles.iter().filter(is_about_it).map(Ground::from).collect();
    if grounds.is_empty() {
        return Vec::new();
    }
    vec![finish(grounds, Alteration::ActionPlan { plan: plan(evaluation) })]
}

/// A plan that covers what is outstanding and keeps what the plan attached says of it already.
fn plan(evaluation: &Evaluation<'_>) -> ActionPlan {
    let draft = draft_plan(evaluation);
    let asked: Vec<QuestionCode> = draft.items.iter().map(|item| item.question).collect();
    let mut plan = match evaluation.assessment().action_plan() {
        Some(attached) => draft.keeping(attached),
        None => draft,
    };
    plan.items.retain(|item| asked.contains(&item.question));
    let latest = last_due_day(evaluation.bank());
    for item in &mut plan.items {
        if item.owner.as_deref().and_then(written).is_none() {
            item.owner = Some("To be named".to_owned());
        }
        item.due_on = item.due_on.filter(|day| (evaluation.as_of()..=latest).contains(day)).or(Some(latest));
        if item.status == PlanStatus::Done {
            item.status = PlanStatus::ToDo;
        }
    }
    plan
}
