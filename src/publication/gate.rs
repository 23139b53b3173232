//! The gates of publication: one function a gate, named after it.

use chrono::Months;

use super::access::Permission;
use super::plan::check_plan;
use super::publish::Submission;
use super::refusal::{Obstacle, ObstacleKind};
use super::view::{View, published_before};
use crate::assessment::{OdsCode, OdsKind};
use crate::bank::{AssertionCode, AssertionGate, Fact, Level, Provenance, QuestionBank, QuestionCode};
use crate::evaluation::{Blocker, Evaluation, LevelState, QuestionStatus};

/// Every obstacle that stands against a submission.
pub(super) fn obstacles<'a>(evaluation: &Evaluation<'a>, submission: &Submission<'_>) -> Vec<Obstacle<'a>> {
    let mut found = Vec::new();
    role_may_publish(evaluation, submission, &mut found);
    answers_are_for_the_edition(evaluation, &mut found);
    edition_is_open(evaluation, &mut found);
    organisation_is_in_scope(evaluation, &mut found);
    level_is_reached(evaluation, submission.level, &mut found);
    approaching_is_only_for_a_first_publication(evaluation, submission.level, &mut found);
    republication_is_not_below_the_least(evaluation, submission.level, &mut found);
    action_plan_covers_what_is_outstanding(evaluation, submission.level, &mut found);
    profile_is_confirmed(evaluation, &mut found);
    assertions_are_confirmed(evaluation, &mut found);
    answers_are_reconfirmed(evaluation, &mut found);
    history_only_grows_at_its_end(evaluation, &mut found);
    sites_can_be_covered(evaluation, submission, &mut found);
    found
}

/// Only some roles may publish.
fn role_may_publish<'a>(evaluation: &Evaluation<'a>, submission: &Submission<'_>, found: &mut Vec<Obstacle<'a>>) {
    let gate = &evaluation.bank().about().gates.only_administrators_publish;
    if gate.known() == Some(&true) && !submission.by.may(Permission::Publish) {
        found.push(Obstacle::by(ObstacleKind::RoleMayNotPublish { role: submission.by }, &gate.provenance));
    }
}

fn answers_are_for_the_edition<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let given = evaluation.assessment().edition();
    if given != evaluation.bank().id() {
        found.push(Obstacle::own(ObstacleKind::OtherEdition { given }));
    }
}

/// An edition takes publications from its opening until the next one opens; its deadline closes nothing.
///
/// Source: 1,640 publications after 30 June 2022 carry the label of 2021-22 in the register.
fn edition_is_open<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let edition = evaluation.bank().about();
    if let Some(opening) = edition.opening.value.filter(|opening| evaluation.as_of() < opening.earliest) {
        let kind = ObstacleKind::EditionNotOpen { opening: opening.earliest };
        found.push(Obstacle::by(kind, &edition.opening.provenance));
    }
    // Every edition opened well before its deadline, so that by a year after this one's the next was open.
    let a_year_on = edition.deadline.value.and_then(|deadline| deadline.checked_add_months(Months::new(12)));
    let Some(next) = edition.id.after() else { return };
    let closed_by = match QuestionBank::edition(next) {
        Some(bank) => {
            (bank.about().has_opened_by(evaluation.as_of()) == Some(true)).then(|| &bank.about().opening.provenance)
        }
        None => a_year_on.filter(|last| evaluation.as_of() > *last).map(|_| &edition.deadline.provenance),
    };
    if let Some(fact) = closed_by {
        found.push(Obstacle::by(ObstacleKind::EditionClosed { next }, fact));
    }
}

/// Whether the day lies where nobody knows exactly which edition was open.
pub(super) fn opening_is_uncertain(evaluation: &Evaluation<'_>) -> bool {
    let (edition, day) = (evaluation.bank().about(), evaluation.as_of());
    let next = edition.id.after().and_then(QuestionBank::edition);
    let next_may_have_opened = match next {
        Some(next) => next.about().has_opened_by(day).is_none(),
        None => edition.deadline.value.is_some_and(|deadline| day > deadline),
    };
    edition.has_opened_by(day).is_none() || next_may_have_opened
}

fn organisation_is_in_scope<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let scope = &evaluation.bank().about().scope;
    let Some(whom) = scope.known() else { return };
    let organisation = evaluation.assessment().organisation();
    if !whom.nations.contains(&organisation.nation) {
        let kind = ObstacleKind::OutsideTheScope { nation: organisation.nation };
        found.push(Obstacle::by(kind, &scope.provenance));
    }
    if organisation.sector != whom.sector {
        found.push(Obstacle::by(ObstacleKind::OtherSector, &scope.provenance));
    }
}

/// The answers and certificates support the level in the best reading.
fn level_is_reached<'a>(evaluation: &Evaluation<'a>, level: Level, found: &mut Vec<Obstacle<'a>>) {
    // Answers given for another edition are not read, which is an obstacle of its own.
    if evaluation.assessment().edition() != evaluation.bank().id() {
        return;
    }
    let rule = evaluation.bank().levels().iter().find(|rule| rule.level == level);
    let outcome = evaluation.levels().iter().find(|outcome| outcome.level == level);
    let (Some(rule), Some(outcome)) = (rule, outcome) else {
        found.push(Obstacle::own(ObstacleKind::LevelUnknown { level }));
        return;
    };
    if outcome.state == LevelState::Met {
        return;
    }
    let because: &'a Provenance = match rule.readings.first() {
        Some(best) => &best.provenance,
        None => &evaluation.bank().about().not_sure,
    };
    let questions: Vec<QuestionCode> = evaluation.outstanding(level).collect();
    if !questions.is_empty() {
        found.push(Obstacle::by(ObstacleKind::QuestionsOutstanding { level, questions }, because));
    }
    for blocker in &outcome.blockers {
        let kind = match blocker {
            Blocker::Question { .. } => continue,
            Blocker::Certificate { certificate } => {
                ObstacleKind::CertificateMissing { level, certificate: *certificate }
            }
            Blocker::Unlisted { .. } => ObstacleKind::LevelUndetermined { level },
            Blocker::AnyOf { .. } => ObstacleKind::NoWayOpen { level },
        };
        found.push(Obstacle::by(kind, because));
    }
}

/// Approaching Standards can be published once, first time only.
fn approaching_is_only_for_a_first_publication<'a>(
    evaluation: &Evaluation<'a>,
    level: Level,
    found: &mut Vec<Obstacle<'a>>,
) {
    let gate = &evaluation.bank().about().gates.approaching_only_first;
    if level != Level::ApproachingStandards || gate.known() != Some(&true) {
        return;
    }
    let history = evaluation.assessment().publications();
    if let Some(earlier) = published_before(evaluation.bank(), history, evaluation.as_of()) {
        let kind = ObstacleKind::ApproachingOnlyFirst { published_on: earlier.published_on };
        found.push(Obstacle::by(kind, &gate.provenance));
    }
}

/// Whoever has published before publishes at Standards Met or above.
fn republication_is_not_below_the_least<'a>(evaluation: &Evaluation<'a>, level: Level, found: &mut Vec<Obstacle<'a>>) {
    let gate = &evaluation.bank().about().gates.republish_at_least;
    let Some(&least) = gate.known().filter(|least| level < **least) else { return };
    let history = evaluation.assessment().publications();
    if published_before(evaluation.bank(), history, evaluation.as_of()).is_some() {
        found.push(Obstacle::by(ObstacleKind::BelowRepublication { least }, &gate.provenance));
    }
}

/// Approaching Standards comes with an action plan that covers every question outstanding for Standards Met and none
/// that Approaching Standards itself asks for; higher levels need no plan.
fn action_plan_covers_what_is_outstanding<'a>(
    evaluation: &Evaluation<'a>,
    level: Level,
    found: &mut Vec<Obstacle<'a>>,
) {
    let gate = &evaluation.bank().about().gates.action_plan;
    if level != Level::ApproachingStandards || gate.known() != Some(&true) {
        return;
    }
    match evaluation.assessment().action_plan() {
        None => found.push(Obstacle::by(ObstacleKind::ActionPlanMissing, &gate.provenance)),
        Some(plan) => found.extend(
            check_plan(plan, evaluation)
                .into_iter()
                .map(|fault| Obstacle::by(ObstacleKind::ActionPlanFaulty { fault }, &gate.provenance)),
        ),
    }
}

/// The profile was confirmed, after its last change, on a day that has come.
fn profile_is_confirmed<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let gate = &evaluation.bank().about().gates.profile_confirmed;
    if gate.known() != Some(&true) {
        return;
    }
    let organisation = evaluation.assessment().organisation();
    let Some(confirmed_on) = organisation.profile_confirmed_on else {
        found.push(Obstacle::by(ObstacleKind::ProfileNotConfirmed, &gate.provenance));
        return;
    };
    if confirmed_on > evaluation.as_of() {
        found.push(Obstacle::by(ObstacleKind::ProfileConfirmedInFuture { confirmed_on }, &gate.provenance));
    }
    if let Some(changed_on) = organisation.profile_changed_on.filter(|changed_on| *changed_on > confirmed_on) {
        found.push(Obstacle::by(ObstacleKind::ProfileChanged { changed_on, confirmed_on }, &gate.provenance));
    }
}

/// In the standard view, assertions are confirmed where the edition asks for it.
fn assertions_are_confirmed<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let (bank, assessment) = (evaluation.bank(), evaluation.assessment());
    let gate = &bank.about().gates.assertions_confirmed;
    let view = View::of(bank, assessment.publications(), evaluation.as_of());
    let Some(which) = gate.known().filter(|_| view == View::Standard) else { return };
    let asked = bank.questions().filter(|question| match which {
        AssertionGate::Every => true,
        AssertionGate::WithMandatoryQuestions => {
            let entry = question.mandatory_on(view.marks_mandatory(), evaluation.as_of());
            entry.is_some_and(|entry| entry.mandatory.known() == Some(&true))
        }
    });
    let mut assertions: Vec<AssertionCode> = asked.map(|question| question.code.assertion_code()).collect();
    assertions.dedup();
    assertions.retain(|assertion| !assessment.assertions_confirmed().contains(assertion));
    if !assertions.is_empty() {
        found.push(Obstacle::by(ObstacleKind::AssertionsNotConfirmed { assertions }, &gate.provenance));
    }
}

/// Every answer that was carried over has been confirmed, those to optional questions included.
fn answers_are_reconfirmed<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let gate = &evaluation.bank().about().reconfirmation;
    if gate.known() != Some(&true) {
        return;
    }
    let opening = evaluation.bank().about().opening.value.map(|opening| opening.earliest);
    // What is exempt is not shown, so nobody could confirm it.
    let is_shown = |code| evaluation.question(code).is_none_or(|outcome| outcome.status != QuestionStatus::Exempt);
    let waiting = evaluation
        .assessment()
        .responses()
        .filter(|(code, response)| !response.origin.stands(opening, evaluation.as_of()) && is_shown(*code));
    let questions: Vec<QuestionCode> = waiting.map(|(code, _)| code).collect();
    if !questions.is_empty() {
        found.push(Obstacle::by(ObstacleKind::AnswersNotReconfirmed { questions }, &gate.provenance));
    }
}

fn history_only_grows_at_its_end<'a>(evaluation: &Evaluation<'a>, found: &mut Vec<Obstacle<'a>>) {
    let last = evaluation.assessment().publications().iter().next_back().map(|publication| publication.published_on);
    if let Some(last) = last.filter(|last| evaluation.as_of() < *last) {
        found.push(Obstacle::own(ObstacleKind::BeforeLastPublication { last }));
    }
}

/// A site can be covered if it is on record, works as the head office does, and lies where the toolkit applies.
///
/// Source: the programme's pages on multi-site organisations; questions 25, 34 and 39 of its Q&A of 24 June 2022.
fn sites_can_be_covered<'a>(evaluation: &Evaluation<'a>, submission: &Submission<'_>, found: &mut Vec<Obstacle<'a>>) {
    let (assessment, edition) = (evaluation.assessment(), evaluation.bank().about());
    let (gates, scope) = (&edition.gates, &edition.scope);
    let holds = |gate: &Fact<bool>| gate.known() == Some(&true);
    let own = &assessment.organisation().ods_code;
    // Whoever published for a site before is offered it again.
    let covered_before = |site: &OdsCode| assessment.publications().iter().any(|past| past.sites.contains(site));
    let others = submission.others(own);
    let covers_others = others.iter().any(|site| !covered_before(site));
    if covers_others && own.kind() == OdsKind::Site && holds(&gates.sites_need_head_office) {
        let kind = ObstacleKind::SitesNeedHeadOffice { own: own.clone() };
        found.push(Obstacle::by(kind, &gates.sites_need_head_office.provenance));
    }
    for selected in others {
        let Some(site) = assessment.sites().iter().find(|site| site.ods_code == *selected) else {
            if holds(&gates.sites_on_record) {
                let kind = ObstacleKind::SiteNotOnRecord { site: selected.clone() };
                found.push(Obstacle::by(kind, &gates.sites_on_record.provenance));
            }
            continue;
        };
        let differences: Vec<&'static str> = site.arrangements.differences().collect();
        if !differences.is_empty() && holds(&gates.sites_share_arrangements) {
            let kind = ObstacleKind::SiteDiffers { site: selected.clone(), differences };
            found.push(Obstacle::by(kind, &gates.sites_share_arrangements.provenance));
        }
        if scope.known().is_some_and(|whom| !whom.nations.contains(&site.nation)) {
            let kind = ObstacleKind::SiteOutsideTheScope { site: selected.clone(), nation: site.nation };
            found.push(Obstacle::by(kind, &scope.provenance));
        }
    }
}
