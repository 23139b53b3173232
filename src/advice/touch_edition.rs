//! Whether a change of an edition touches an organisation.

use chrono::NaiveDate;

use super::edition_change::EditionChange;
use super::gates::GateName;
use super::topic::DiffTopic;
use super::touch::{LeftOutReason, Touch, TouchReason};
use super::touching::{Comparison, End};
use crate::assessment::{Holding, PublishedLevel};
use crate::bank::{Certificate, Level};
use crate::evaluation::{LevelOutcome, LevelState};
use crate::message::day;

pub(super) fn touch(case: &Comparison<'_>, change: &EditionChange) -> Result<Touch, LeftOutReason> {
    let told = |reason, message| Touch { reason, before: None, after: None, message };
    let (reason, message) = match change {
        EditionChange::Opening { .. } => opening(case),
        EditionChange::Deadline { .. } => deadline(case),
        EditionChange::OfficialCount { .. } | EditionChange::Total { .. } => Err(LeftOutReason::ToldByQuestion),
        EditionChange::ToolkitVersion { .. } => Err(LeftOutReason::NothingToDo),
        EditionChange::Scope { .. } => scope(case),
        EditionChange::ReconfirmationAsked | EditionChange::ReconfirmationNoLongerAsked => reconfirmation(case),
        EditionChange::CertificateTakesQuestionsAway { certificate }
        | EditionChange::CertificateNoLongerTakesQuestionsAway { certificate } => certificate_held(case, *certificate),
        EditionChange::GateSet { gate } | EditionChange::GateLifted { gate } => gate_ahead(case, *gate),
        EditionChange::AssertionsConfirmed { .. } => gate_ahead(case, GateName::AssertionsConfirmed),
        EditionChange::RepublishAtLeast { .. } => gate_ahead(case, GateName::RepublishAtLeast),
        EditionChange::LevelRule { level, .. }
        | EditionChange::ReadingLeftOpen { level, .. }
        | EditionChange::ReadingNoLongerOpen { level, .. } => level_rule(case, *level),
        EditionChange::NowKnown { topic, level, certificate, gate, .. }
        | EditionChange::NoLongerKnown { topic, level, certificate, gate, .. } => match (topic, level) {
            (DiffTopic::Opening, _) => opening(case),
            (DiffTopic::Deadline, _) => deadline(case),
            (DiffTopic::OfficialCount | DiffTopic::Total, _) => Err(LeftOutReason::ToldByQuestion),
            (DiffTopic::Scope, _) => scope(case),
            (DiffTopic::Reconfirmation, _) => reconfirmation(case),
            (DiffTopic::LevelRule, Some(level)) => level_rule(case, *level),
            _ => match (certificate, gate) {
                (Some(certificate), _) => certificate_held(case, *certificate),
                (_, Some(gate)) => gate_ahead(case, *gate),
                (None, None) => Err(LeftOutReason::NothingToDo),
            },
        },
    }?;
    Ok(told(reason, message))
}

type Told = Result<(TouchReason, String), LeftOutReason>;

/// No answer can be given for an edition that has not opened.
fn opening(case: &Comparison<'_>) -> Told {
    let later = case.later();
    let opening = later.bank.about().opening.value.filter(|opening| case.as_of < opening.latest);
    let opening = opening.ok_or(LeftOutReason::NothingToDo)?;
    let (edition, date) = (later.id(), day(opening.latest));
    Ok((TouchReason::DayToKeep, format!("You can answer for {edition} from {date} at the latest.")))
}

fn deadline(case: &Comparison<'_>) -> Told {
    let later = case.later();
    let date: Option<NaiveDate> = later.bank.about().deadline.value.filter(|deadline| case.as_of <= *deadline);
    let date = day(date.ok_or(LeftOutReason::NothingToDo)?);
    Ok((TouchReason::DayToKeep, format!("To be on time, publish for {} by {date}.", later.id())))
}

fn scope(case: &Comparison<'_>) -> Told {
    let is_outside = |end: &End<'_>| {
        let codes = ["outside-the-scope", "other-sector"];
        end.today.profile_findings().iter().any(|finding| codes.contains(&finding.code()))
    };
    let to = case.to.id();
    match (is_outside(&case.from), is_outside(&case.to)) {
        (false, true) => Ok((TouchReason::OutOfScope, format!("{to} is not for organisations like yours."))),
        (true, false) => Ok((TouchReason::InScope, format!("{to} is for organisations like yours."))),
        _ => Err(LeftOutReason::NoDifference),
    }
}

fn reconfirmation(case: &Comparison<'_>) -> Told {
    let asks = |end: &End<'_>| end.bank.about().reconfirmation.value == Some(true);
    if case.from.assessment().responses().len() == 0 && case.to.assessment().responses().len() == 0 {
        return Err(LeftOutReason::Unanswered);
    }
    let to = case.to.id();
    let message = if asks(&case.to) {
        format!("Your answers count in {to} once you have confirmed each of them.")
    } else {
        format!("Your answers count in {to} as they were carried over.")
    };
    Ok((TouchReason::AnswersToConfirm, message))
}

fn certificate_held(case: &Comparison<'_>, certificate: Certificate) -> Told {
    let name = certificate.name();
    match case.to.assessment().organisation().holding(certificate) {
        Some(Holding::Yes { .. }) => Ok((
            TouchReason::CertificateHeld,
            format!("You hold {name}. The questions that it bears on are told by themselves."),
        )),
        Some(Holding::NotSure) => Ok((
            TouchReason::DependsOnProfile,
            format!("You are not sure whether you hold {name}. Find out, because it matters."),
        )),
        Some(Holding::No) | None => Err(LeftOutReason::NotHeld),
    }
}

/// A gate stands before those publications that it is about.
fn gate_ahead(case: &Comparison<'_>, gate: GateName) -> Told {
    let assessment = case.to.assessment();
    let mut publications = assessment.publications().iter();
    let (is_concerned, because) = match gate {
        GateName::ProfileConfirmed => (true, "Whoever publishes has a profile to look at."),
        GateName::OnlyAdministratorsPublish => (true, "Whoever publishes needs somebody who may."),
        GateName::AssertionsConfirmed | GateName::RepublishAtLeast | GateName::ApproachingOnlyFirst => {
            (!assessment.publications().is_empty(), "You have published before, so it goes for your next publication.")
        }
        GateName::EntryLevelCounts => (
            publications.any(|publication| publication.level == PublishedLevel::EntryLevel),
            "You have published at Entry Level, so it decides whether your next publication is a first one.",
        ),
        GateName::ActionPlan => (
            [&case.from, &case.to].iter().any(|end| end.today.level() == Some(Level::ApproachingStandards)),
            "Your answers come to Approaching Standards.",
        ),
        GateName::SitesOnRecord | GateName::SitesShareArrangements | GateName::SitesNeedHeadOffice => {
            (!assessment.sites().is_empty(), "You have sites that a publication may cover.")
        }
    };
    if is_concerned { Ok((TouchReason::GateAhead, because.to_owned())) } else { Err(LeftOutReason::OtherCase) }
}

fn level_rule(case: &Comparison<'_>, level: Level) -> Told {
    let outcome = |end: &End<'_>| {
        let outcome: Option<&LevelOutcome> = end.today.levels().iter().find(|outcome| outcome.level == level);
        outcome.map(|outcome| (outcome.state, outcome.strictly, outcome.leniently))
    };
    let (before, after) = (outcome(&case.from), outcome(&case.to));
    let is_met = |outcome: &Option<(LevelState, LevelState, LevelState)>| {
        outcome.is_some_and(|(state, ..)| state == LevelState::Met)
    };
    let (name, from, to) = (level.name(), case.from.id(), case.to.id());
    let confirmed = if case.waits() { ", even once you have confirmed them all" } else { "" };
    match (is_met(&before), is_met(&after)) {
        (true, false) => {
            let message = format!("Your answers come to {name} in {from}. In {to} they do not{confirmed}.");
            Ok((TouchReason::LevelLost, message))
        }
        (false, true) => {
            let confirmed = if case.waits() { " once you have confirmed them" } else { "" };
            let message = format!("Your answers do not come to {name} in {from}. In {to} they do{confirmed}.");
            Ok((TouchReason::LevelGained, message))
        }
        (true, true) => Ok((TouchReason::LevelHeld, format!("Your answers come to {name} in both editions."))),
        (false, false) if case.published >= Some(level) => {
            let message =
                format!("You have published at {name} or above. Your answers do not come to it in {to}{confirmed}.");
            Ok((TouchReason::LevelHeld, message))
        }
        (false, false) => Err(LeftOutReason::LevelNotReached),
    }
}
