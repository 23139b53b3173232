//! Whether a change of a question touches an organisation.

use super::edition::last_day;
use super::question_change::QuestionChange;
use super::topic::DiffTopic;
use super::touch::{LeftOutReason, Touch, TouchReason};
use super::touching::{Comparison, End, findings_in, is_wanted, status_in};
use crate::assessment::{Holding, Nhsmail};
use crate::bank::{Certificate, ExemptionGround, Level, QuestionCode};
use crate::evaluation::{Evaluation, Finding, FindingKind, QuestionStatus};
use crate::message::day;

type Codes = (Option<QuestionCode>, Option<QuestionCode>);
type Told = Result<(TouchReason, String), LeftOutReason>;

/// A question of the two editions, seen from an organisation.
struct Seen<'c, 'e> {
    case: &'c Comparison<'e>,
    old: Option<QuestionCode>,
    new: Option<QuestionCode>,
    /// The code by which sentences name it.
    named: String,
    before: Option<QuestionStatus>,
    after: Option<QuestionStatus>,
    answered_before: bool,
    answered_after: bool,
}

/// How a change touches the organisation; `all` are the changes of the same question.
pub(super) fn touch(
    case: &Comparison<'_>,
    (old, new): Codes,
    change: &QuestionChange,
    all: &[QuestionChange],
) -> Result<Touch, LeftOutReason> {
    let seen = Seen {
        case,
        old,
        new,
        named: new.or(old).map_or_else(String::new, |code| code.to_string()),
        before: case.from.status(old),
        after: case.to.status(new),
        answered_before: case.from.is_answered(old),
        answered_after: case.to.is_answered(new),
    };
    let (reason, message) = seen.told(change, all)?;
    Ok(Touch { reason, before: seen.before, after: seen.after, message })
}

fn is_done(status: Option<QuestionStatus>) -> bool {
    status.is_some_and(QuestionStatus::is_done)
}

impl Seen<'_, '_> {
    fn told(&self, change: &QuestionChange, all: &[QuestionChange]) -> Told {
        match change {
            QuestionChange::Added | QuestionChange::NewOnRecord => self.came(),
            QuestionChange::Removed | QuestionChange::NoLongerOnRecord => self.went(),
            QuestionChange::Renumbered { code_before, code_after } => {
                let to = self.case.to.id();
                self.moved(format!("Your answer to {code_before} stands at {code_after} in {to}."))
            }
            QuestionChange::Heading { heading_after, .. } => {
                let (named, to) = (&self.named, self.case.to.id());
                self.moved(format!("You find {named} under {} in {to}.", heading_after.name()))
            }
            QuestionChange::Reworded { .. } | QuestionChange::Replaced => self.reworded(),
            QuestionChange::NewlyMandatory { level }
            | QuestionChange::NoLongerMandatory { level }
            | QuestionChange::NowKnown { topic: DiffTopic::Mandatory, level: Some(level), .. }
            | QuestionChange::NoLongerKnown { topic: DiffTopic::Mandatory, level: Some(level), .. } => {
                self.mandatory(*level, all)
            }
            QuestionChange::NowKnown { topic: DiffTopic::Heading, .. }
            | QuestionChange::NoLongerKnown { topic: DiffTopic::Heading, .. } => Err(LeftOutReason::NothingToDo),
            QuestionChange::Exempted { by } | QuestionChange::NoLongerExempted { by } => self.exemption(*by),
            QuestionChange::NowKnown { by: Some(by), .. } | QuestionChange::NoLongerKnown { by: Some(by), .. } => {
                self.exemption(*by)
            }
            other => self.demand(topic(other).ok_or(LeftOutReason::NothingToDo)?, all),
        }
    }

    /// The edition compared to has the question, the other has not.
    fn came(&self) -> Told {
        if self.answered_after {
            return Ok(self.there());
        }
        if !is_wanted(&self.case.to, self.case.aim, self.new) {
            return Err(LeftOutReason::Optional);
        }
        if is_done(self.after) { Err(LeftOutReason::NotNeeded) } else { Ok(self.wanted()) }
    }

    /// The edition compared from has the question, the other has not.
    fn went(&self) -> Told {
        let to = self.case.to.id();
        if self.answered_before {
            let named = &self.named;
            let message =
                format!("Your answer to {named} has no place in {to}. Keep what you wrote, if it serves you.");
            return Ok((TouchReason::AnswerLeftBehind, message));
        }
        if !is_wanted(&self.case.from, self.case.aim, self.old) {
            return Err(LeftOutReason::Optional);
        }
        if is_done(self.before) { Err(LeftOutReason::NotNeeded) } else { Ok(self.no_longer_wanted()) }
    }

    /// There is an answer to a question that is asked for now.
    fn there(&self) -> (TouchReason, String) {
        let (named, to) = (&self.named, self.case.to.id());
        if !is_done(self.after) {
            return self.wanted();
        }
        let once = if self.case.waits() { " once you have confirmed it" } else { "" };
        (TouchReason::AnswerThere, format!("You have an answer to {named}, which counts in {to}{once}."))
    }

    /// There is no answer that counts to a question that is asked for now.
    fn wanted(&self) -> (TouchReason, String) {
        let named = &self.named;
        let message = if self.answered_after {
            let said = sentences(blocking(&self.case.to.today, self.new));
            format!("Your answer to {named} does not count yet. {said}")
        } else {
            format!("You have no answer to {named} yet.")
        };
        (TouchReason::AnswerWanted, message.trim_end().to_owned())
    }

    fn no_longer_wanted(&self) -> (TouchReason, String) {
        let to = self.case.to.id();
        let message = if self.new.is_none() {
            format!("You need not answer it for {to}.")
        } else if self.answered_before {
            format!("You have answered it. You need not for {to}, and the answer may stay.")
        } else {
            format!("You have not answered it, and need not for {to}.")
        };
        (TouchReason::NoLongerWanted, message)
    }

    fn moved(&self, message: String) -> Told {
        let is_answered = self.answered_before || self.answered_after;
        if is_answered { Ok((TouchReason::AnswerMoves, message)) } else { Err(LeftOutReason::Unanswered) }
    }

    fn reworded(&self) -> Told {
        let (named, to) = (&self.named, self.case.to.id());
        match (self.answered_before, self.answered_after) {
            (true, true) => {
                let message = format!(
                    "You have answered it. Read {named} as {to} puts it, and check that the answer still fits."
                );
                Ok((TouchReason::LookAfresh, message))
            }
            (true, false) => {
                let message =
                    format!("Your answer is not taken to {to}, which asks for something else. Answer {named} afresh.");
                Ok((TouchReason::AnswerLeftBehind, message))
            }
            (false, true) => Ok(self.there()),
            (false, false) => Err(LeftOutReason::Unanswered),
        }
    }

    /// Whether it is mandatory for a level, each edition by its best reading on its deadline day.
    fn mandatory(&self, level: Level, all: &[QuestionChange]) -> Told {
        let is_mandatory = |end: &End<'_>, code, level| {
            let question = end.question(code);
            let entry = question.and_then(|question| question.mandatory_on(level, last_day(end.bank)));
            entry.is_some_and(|entry| entry.mandatory.known() == Some(&true))
        };
        let (from, to) = (&self.case.from, &self.case.to);
        let ends = |level| (is_mandatory(from, self.old, level), is_mandatory(to, self.new, level));
        let (was, is) = ends(level);
        if was == is {
            return Err(LeftOutReason::NoDifference);
        }
        if level > self.case.aim {
            return Err(LeftOutReason::HigherLevel);
        }
        // Of two levels that ask for it, the change of one makes no difference.
        let (other, code) = if is { (from, self.old) } else { (to, self.new) };
        if is_wanted(other, self.case.aim, code) {
            return Err(LeftOutReason::AskedAnyway);
        }
        let lower = all.iter().filter_map(level_of).filter(|lower| *lower < level);
        if lower.into_iter().any(|lower| ends(lower) == (was, is)) {
            return Err(LeftOutReason::ToldAlready);
        }
        let (status, is_answered) =
            if is { (self.after, self.answered_after) } else { (self.before, self.answered_before) };
        if is_done(status) && !is_answered || status == Some(QuestionStatus::Exempt) {
            return Err(LeftOutReason::NotNeeded);
        }
        Ok(if !is {
            self.no_longer_wanted()
        } else if is_done(self.after) {
            self.there()
        } else {
            self.wanted()
        })
    }

    /// Whether something takes it away.
    fn exemption(&self, by: ExemptionGround) -> Told {
        let ground = |end: &End<'_>, code: Option<QuestionCode>| {
            code.and_then(|code| end.today.question(code)).and_then(|outcome| outcome.exempt_by)
        };
        let (was, is) = (ground(&self.case.from, self.old), ground(&self.case.to, self.new));
        let (named, name, from, to) = (&self.named, by.name(), self.case.from.id(), self.case.to.id());
        if is == Some(by) && was != Some(by) {
            let message = format!("{name} takes {named} away from you in {to}: you need not answer it.");
            return Ok((TouchReason::TakenAway, message));
        }
        if was == Some(by) && is != Some(by) {
            let next = match self.after {
                Some(QuestionStatus::Unanswered) => "Answer it.",
                Some(QuestionStatus::Incomplete) => "Mend the answer you have.",
                _ => "Your answer counts.",
            };
            let message = format!("In {from}, {name} takes {named} away from you; in {to} it does not. {next}");
            return Ok((TouchReason::NoLongerTakenAway, message));
        }
        let takes_away = |end: &End<'_>, code| {
            let question = end.question(code);
            let entry = question.and_then(|question| question.exemptions.iter().find(|entry| entry.by == by));
            entry.is_some_and(|entry| entry.exempts.known() == Some(&true))
        };
        if takes_away(&self.case.from, self.old) == takes_away(&self.case.to, self.new) {
            return Err(LeftOutReason::NoDifference);
        }
        let organisation = self.case.to.assessment().organisation();
        let is_open = match by {
            ExemptionGround::CyberEssentialsPlus => {
                matches!(organisation.holding(Certificate::CyberEssentialsPlus), None | Some(Holding::NotSure))
            }
            ExemptionGround::NhsmailOnly => matches!(organisation.nhsmail, None | Some(Nhsmail::NotSure)),
        };
        if is_open {
            let message =
                format!("Your profile leaves {name} open. If you say yes, this decides whether you answer {named}.");
            Ok((TouchReason::DependsOnProfile, message))
        } else {
            Err(LeftOutReason::NotHeld)
        }
    }

    /// What it demands of its answer: the evaluation says what becomes of that.
    fn demand(&self, topic: DiffTopic, all: &[QuestionChange]) -> Told {
        let case = self.case;
        if self.answered_before != self.answered_after {
            // That the answer stays behind is told for what makes it so.
            return Err(LeftOutReason::Unanswered);
        }
        let said = |before: &Evaluation<'_>, after: &Evaluation<'_>, topic: DiffTopic| {
            let (was, is) = (about(before, self.old, topic), about(after, self.new, topic));
            (was != is).then_some((was, is))
        };
        if let Some((was, is)) = said(&case.from.today, &case.to.today, topic) {
            return Ok(self.changed(&was, &is));
        }
        let topics = all.iter().filter_map(self::topic);
        let is_explained = topics.into_iter().any(|topic| said(&case.from.today, &case.to.today, topic).is_some());
        let exempt = Some(QuestionStatus::Exempt);
        if self.before != self.after && !is_explained && self.before != exempt && self.after != exempt {
            let is = sentences(blocking(&case.to.today, self.new));
            return Ok(self.changed("", &is));
        }
        if let Some((was, is)) = said(&case.from.at_last, &case.to.at_last, topic) {
            return Ok(self.later(&was, &is));
        }
        if !self.answered_before {
            return Err(LeftOutReason::Unanswered);
        }
        Err(if self.after == exempt { LeftOutReason::NotNeeded } else { LeftOutReason::NoDifference })
    }

    /// Something else is said of the answer on the day.
    fn changed(&self, was: &str, is: &str) -> (TouchReason, String) {
        let (from, to) = (self.case.from.id(), self.case.to.id());
        let (reason, message) = match (is_done(self.before), is_done(self.after)) {
            (true, false) => {
                (TouchReason::NoLongerCounts, format!("Your answer counts in {from} and not in {to}. {is}"))
            }
            (false, true) => {
                (TouchReason::NowCounts, format!("Your answer does not count in {from}, and does in {to}. {is}"))
            }
            _ if !is.is_empty() => (TouchReason::SaidOtherwise, format!("Of your answer in {to}: {is}")),
            _ if !was.is_empty() => {
                (TouchReason::SaidOtherwise, format!("Of your answer in {from}, and no longer in {to}: {was}"))
            }
            _ => (TouchReason::SaidOtherwise, format!("Your answer counts in another way in {to}.")),
        };
        (reason, message.trim_end().to_owned())
    }

    /// Something else will be said of the answer on the deadline of the later edition.
    fn later(&self, was: &str, is: &str) -> (TouchReason, String) {
        let case = self.case;
        let (from, to) = (case.from.id(), case.to.id());
        let (today, last) = (day(case.as_of), day(case.last));
        let was_done = is_done(status_in(&case.from.at_last, self.old));
        let will_be_done = is_done(status_in(&case.to.at_last, self.new));
        let (reason, message) = match (was_done, will_be_done) {
            (true, false) => {
                (TouchReason::Lapses, format!("Your answer counts on {today} and no longer on {last}. By then: {is}"))
            }
            (false, true) => {
                (TouchReason::Lasts, format!("Your answer counts on {last} in {to}, and would not in {from}. {is}"))
            }
            _ if !is.is_empty() => (TouchReason::SaidOtherwise, format!("Of your answer in {to} on {last}: {is}")),
            _ => (TouchReason::SaidOtherwise, format!("Of your answer in {from} on {last}, and not in {to}: {was}")),
        };
        (reason, message.trim_end().to_owned())
    }
}

/// The level for which a change says whether the question is mandatory.
fn level_of(change: &QuestionChange) -> Option<Level> {
    match change {
        QuestionChange::NewlyMandatory { level } | QuestionChange::NoLongerMandatory { level } => Some(*level),
        QuestionChange::NowKnown { topic: DiffTopic::Mandatory, level, .. }
        | QuestionChange::NoLongerKnown { topic: DiffTopic::Mandatory, level, .. } => *level,
        _ => None,
    }
}

/// The point of a change that the evaluation has something to say about.
fn topic(change: &QuestionChange) -> Option<DiffTopic> {
    match change {
        QuestionChange::EvidenceType { .. } => Some(DiffTopic::EvidenceType),
        QuestionChange::PartAsked { .. } | QuestionChange::PartNoLongerAsked { .. } => Some(DiffTopic::Part),
        QuestionChange::NotApplicable { .. } => Some(DiffTopic::NotApplicable),
        QuestionChange::ReviewWindow { .. } => Some(DiffTopic::ReviewWindow),
        QuestionChange::Threshold { .. } => Some(DiffTopic::Threshold),
        QuestionChange::RollingProgrammeAccepted | QuestionChange::RollingProgrammeNoLongerAccepted => {
            Some(DiffTopic::RollingProgramme)
        }
        QuestionChange::NeededWhen { .. } => Some(DiffTopic::NeededWhen),
        QuestionChange::LooksFor { .. } => Some(DiffTopic::LooksFor),
        QuestionChange::NowKnown { topic, .. } | QuestionChange::NoLongerKnown { topic, .. } => Some(*topic),
        _ => None,
    }
}

/// Whether a finding is about a point.
fn is_about(finding: &Finding<'_>, topic: DiffTopic) -> bool {
    match finding.kind() {
        FindingKind::WrongEvidenceType { .. } => topic == DiffTopic::EvidenceType,
        FindingKind::DocumentPartMissing { .. } | FindingKind::DetailNotAsked { detail: "parts" } => {
            topic == DiffTopic::Part
        }
        FindingKind::NotApplicableNotAccepted { .. }
        | FindingKind::NotApplicableUnexplained { .. }
        | FindingKind::NotApplicableWithoutReason { .. } => topic == DiffTopic::NotApplicable,
        FindingKind::ReviewOutOfDate { .. } | FindingKind::ReviewDateMissing { .. } => topic == DiffTopic::ReviewWindow,
        FindingKind::TrainingBelowThreshold { .. } | FindingKind::RollingProgramme { .. } => {
            matches!(topic, DiffTopic::Threshold | DiffTopic::RollingProgramme)
        }
        FindingKind::TrainingFiguresMissing { .. } | FindingKind::DetailNotAsked { detail: "training" } => {
            topic == DiffTopic::Threshold
        }
        FindingKind::NotApplicableContradicted { .. }
        | FindingKind::ConditionNotStated { .. }
        | FindingKind::NotNeededButBlank => topic == DiffTopic::NeededWhen,
        FindingKind::FindingNotStated { .. } | FindingKind::DetailNotAsked { detail: "found" } => {
            topic == DiffTopic::LooksFor
        }
        _ => false,
    }
}

/// What is said of a question on a point, as sentences.
fn about(evaluation: &Evaluation<'_>, code: Option<QuestionCode>, topic: DiffTopic) -> String {
    sentences(findings_in(evaluation, code).iter().filter(|finding| is_about(finding, topic)))
}

/// What stands against the answer to a question.
fn blocking<'v, 'e>(
    evaluation: &'v Evaluation<'e>,
    code: Option<QuestionCode>,
) -> impl Iterator<Item = &'v Finding<'e>> {
    findings_in(evaluation, code).iter().filter(|finding| finding.effect() == crate::evaluation::Effect::Blocks)
}

fn sentences<'v, 'e: 'v>(findings: impl Iterator<Item = &'v Finding<'e>>) -> String {
    findings.map(Finding::message).collect::<Vec<_>>().join(" ")
}
