//! Two evaluations side by side: what differs between them.

use chrono::NaiveDate;

use super::lineage::Link;
use super::what_if::{
    FindingChange, FindingThen, LevelChange, LevelReadings, PublishingChange, StatusChange, ValidityChange,
};
use crate::assessment::Assessment;
use crate::bank::{Level, QuestionCode};
use crate::evaluation::{Evaluation, Finding, QuestionStatus};
use crate::publication::{Obstacle, Role, Submission, ValidityPolicy, publish, status};

/// The levels of which something differs.
pub(super) fn levels(before: &Evaluation<'_>, after: &Evaluation<'_>) -> Vec<LevelChange> {
    let readings = |evaluation: &Evaluation<'_>, level: Level| {
        let outcome = evaluation.levels().iter().find(|outcome| outcome.level == level);
        outcome.map(LevelReadings::from)
    };
    let change =
        |level: &Level| LevelChange { level: *level, before: readings(before, *level), after: readings(after, *level) };
    Level::ALL.iter().map(change).filter(|change| change.before != change.after).collect()
}

/// The questions whose status differs, in code order.
pub(super) fn statuses(links: &[Link<'_>], before: &Evaluation<'_>, after: &Evaluation<'_>) -> Vec<StatusChange> {
    let status = |evaluation: &Evaluation<'_>, code: Option<QuestionCode>| -> Option<QuestionStatus> {
        evaluation.question(code?).map(|outcome| outcome.status)
    };
    let changes = links.iter().filter_map(|link| {
        let (old, new) = (link.old.map(|question| question.code), link.new.map(|question| question.code));
        let question = new.or(old)?;
        Some(StatusChange {
            question,
            formerly: old.filter(|old| *old != question),
            title: link.new.or(link.old)?.title.clone(),
            before: status(before, old),
            after: status(after, new),
        })
    });
    let mut changes: Vec<_> = changes.filter(|change| change.before != change.after).collect();
    changes.sort_by_key(|change| (change.question, change.formerly));
    changes
}

/// The findings that differ.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) gone: Vec<FindingThen>,
    pub(super) new: Vec<FindingThen>,
    pub(super) changed: Vec<FindingChange>,
}

/// The findings of the one that the other does not have, and those that only say something else.
pub(super) fn findings(links: &[Link<'_>], before: &Evaluation<'_>, after: &Evaluation<'_>) -> Findings {
    let former = |code: QuestionCode| {
        let link = links.iter().find(|link| link.new.is_some_and(|question| question.code == code));
        link.and_then(|link| link.old).map(|question| question.code)
    };
    let mut old: Vec<&Finding<'_>> = before.findings().collect();
    let mut fresh: Vec<&Finding<'_>> = Vec::new();
    for finding in after.findings() {
        let same = |other: &&Finding<'_>| is_same(other, finding, &former) && other.message() == finding.message();
        match old.iter().position(same) {
            Some(at) => drop(old.remove(at)),
            None => fresh.push(finding),
        }
    }
    let mut found = Findings::default();
    for finding in fresh {
        match old.iter().position(|other| is_same(other, finding, &former)) {
            Some(at) => {
                let before = FindingThen::from(old.remove(at));
                found.changed.push(FindingChange { before, after: finding.into() });
            }
            None => found.new.push(finding.into()),
        }
    }
    found.gone = old.into_iter().map(FindingThen::from).collect();
    found
}

/// Whether two findings say the same of the same place of the same question, whatever its code in either edition.
fn is_same(one: &Finding<'_>, other: &Finding<'_>, former: &impl Fn(QuestionCode) -> Option<QuestionCode>) -> bool {
    let is_same_question = match (one.question(), other.question()) {
        (None, None) => true,
        (Some(old), Some(new)) => former(new) == Some(old),
        _ => false,
    };
    is_same_question && one.code() == other.code() && place(one) == place(other)
}

/// The place inside the answer, or in the assessment where it is about no single answer.
fn place(finding: &Finding<'_>) -> String {
    let pointer = finding.pointer();
    let answer = finding.question().map(|code| format!("/responses/{code}"));
    match answer.and_then(|answer| pointer.strip_prefix(&answer).map(str::to_owned)) {
        Some(place) => place,
        None => pointer,
    }
}

/// The levels for which the reasons against publishing them differ.
pub(super) fn publishing(before: &Evaluation<'_>, after: &Evaluation<'_>) -> Vec<PublishingChange> {
    let against = |evaluation: &Evaluation<'_>, level: Level| -> Vec<&'static str> {
        let submission = Submission { level, by: Role::AdministratorMember, sites: &[] };
        let refusal = publish(evaluation, &submission).err();
        refusal.iter().flat_map(|refusal| &refusal.obstacles).map(Obstacle::code).collect()
    };
    let change = |level: &Level| PublishingChange {
        level: *level,
        before: against(before, *level),
        after: against(after, *level),
    };
    Level::ALL.iter().map(change).filter(|change| change.before != change.after).collect()
}

/// What is published, by each policy under which that differs between two days.
pub(super) fn validity(assessment: &Assessment, before: NaiveDate, after: NaiveDate) -> Vec<ValidityChange<'_>> {
    let on = |day, policy| status(assessment.publications(), day, policy);
    let change = |policy: &ValidityPolicy| ValidityChange {
        policy: *policy,
        before: on(before, *policy),
        after: on(after, *policy),
    };
    ValidityPolicy::ALL.iter().map(change).filter(|change| change.before != change.after).collect()
}
