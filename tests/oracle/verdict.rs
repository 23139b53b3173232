//! Everything that is compared, as lines of a name and what was said: once by the oracle and once by the library.

use chrono::NaiveDate;
use dspt::{
    Assessment, Blocker, Level, LevelState, ObstacleKind, PublicationStatus, QuestionBank, Role, Submission,
    ValidityPolicy, Verdict, View, check_plan, evaluate, publish,
};
use serde_json::Value;

use crate::answers::{Case, Status};
use crate::levels::{State, Supposing, highest, outstanding, state, statuses};
use crate::plain::{Bank, EDITIONS, Reading, text};
use crate::publishing::{self, obstacles, plan_faults};
use crate::validity;

/// What is asked of both: an assessment, a day, and who publishes for which sites.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) bank: usize,
    pub(crate) assessment: Value,
    pub(crate) day: NaiveDate,
    pub(crate) role: &'static str,
    pub(crate) sites: Vec<String>,
}

/// Lines of a name and what was said.
pub(crate) type Lines = Vec<(String, String)>;

const LEVELS: [&str; 3] = ["approaching-standards", "standards-met", "standards-exceeded"];
const POLICIES: [&str; 2] = ["twelve-months", "next-deadline"];

/// What the oracle says.
pub(crate) fn oracle(banks: &[Bank], asked: &Asked) -> Lines {
    let mut lines = Lines::new();
    let mut say = |name: String, what: String| lines.push((name, what));
    let (bank, banks) = (&banks[asked.bank], &banks[..EDITIONS.len()]);
    let read = |reading| statuses(Case { bank, assessment: &asked.assessment, day: asked.day, reading });
    let (best, strict, lenient) = (read(Reading::Best), read(Reading::Strict), read(Reading::Lenient));

    for outcome in &best.of {
        let word = match &outcome.status {
            Status::Complete => "complete".to_owned(),
            Status::NotApplicable => "not-applicable".to_owned(),
            Status::Exempt(ground) => format!("exempt by {ground}"),
            Status::Incomplete(_) => "incomplete".to_owned(),
            Status::Unanswered => "unanswered".to_owned(),
        };
        say(format!("status of {}", text(outcome.question, "code").unwrap()), word);
    }
    for rule in &bank.levels {
        let level = text(rule, "level").unwrap();
        let state = |statuses| match state(statuses, level, Supposing::Nothing) {
            State::Met => "met",
            State::Undetermined => "undetermined",
            State::NotMet => "not-met",
        };
        say(format!("{level} on the best reading"), state(&best).to_owned());
        say(format!("{level} strictly"), state(&strict).to_owned());
        say(format!("{level} leniently"), state(&lenient).to_owned());
        let left = outstanding(&best, level);
        say(format!("outstanding for {level}"), left.questions.join(" "));
        say(format!("what else blocks {level}"), left.others.join(", "));
    }
    let level = highest(&best, Supposing::Nothing);
    let strictly = highest(&strict, Supposing::Nothing);
    let leniently = highest(&lenient, Supposing::Nothing);
    let without_inferred_counts = highest(&lenient, Supposing::OnlyConfirmedCounts);
    say("level".to_owned(), or_none(level.as_deref()));
    // The verdict is confirmed where the strict and the lenient reading agree, and not by an inferred count.
    if strictly == leniently && leniently == without_inferred_counts {
        say("verdict".to_owned(), "confirmed".to_owned());
    } else {
        let (strictly, leniently) = (or_none(strictly.as_deref()), or_none(leniently.as_deref()));
        say("verdict".to_owned(), format!("inferred: strictly {strictly}, leniently {leniently}"));
    }
    let ceiling = highest(&best, Supposing::AllElseDone);
    say("reach".to_owned(), format!("from {} to {}", or_none(level.as_deref()), or_none(ceiling.as_deref())));

    let mut publishable = None;
    for level in LEVELS {
        let submission = publishing::Submission { level, role: asked.role, sites: &asked.sites };
        let against = obstacles(banks, &best, &submission);
        if against.is_empty() {
            publishable = Some(level);
        }
        say(format!("against publishing {level}"), against.join(" "));
    }
    say("publishable".to_owned(), or_none(publishable));
    say("view".to_owned(), publishing::view(best.case).to_owned());
    if let Some(plan) = asked.assessment.get("actionPlan") {
        let faults = plan_faults(banks, &best, plan);
        let faults: Vec<String> = faults.iter().map(|(question, code)| format!("{question} {code}")).collect();
        say("wrong with the plan".to_owned(), faults.join(", "));
    }
    for policy in POLICIES {
        let shown = validity::status(banks, &asked.assessment["publications"], asked.day, policy);
        let what = match shown {
            None => "not published".to_owned(),
            Some(shown) => format!(
                "{} {} of {}, {}, due soon from {}, counts to {}",
                shown.edition,
                shown.level,
                shown.published_on,
                shown.currency,
                shown.due_soon_from,
                shown.last_valid_day
            ),
        };
        say(format!("published, by {policy}"), what);
    }
    lines
}

/// What the library says; nothing where it does not read the assessment.
pub(crate) fn library(banks: &[QuestionBank], asked: &Asked) -> Option<Lines> {
    let mut lines = Lines::new();
    let mut say = |name: String, what: String| lines.push((name, what));
    let assessment = Assessment::from_json(asked.assessment.to_string()).ok()?;
    let bank = &banks[asked.bank];
    if assessment.edition() == bank.id() {
        assessment.check_against(bank).ok()?;
    }
    let evaluation = evaluate(bank, &assessment, asked.day);

    for outcome in evaluation.questions() {
        let mut word = outcome.status.as_str().to_owned();
        if let Some(ground) = outcome.exempt_by {
            word = format!("{word} by {}", ground.as_str());
        }
        say(format!("status of {}", outcome.question.code), word);
    }
    for outcome in evaluation.levels() {
        let level = outcome.level.as_str();
        say(format!("{level} on the best reading"), outcome.state.as_str().to_owned());
        say(format!("{level} strictly"), outcome.strictly.as_str().to_owned());
        say(format!("{level} leniently"), outcome.leniently.as_str().to_owned());
        let questions: Vec<String> = evaluation.outstanding(outcome.level).map(|code| code.to_string()).collect();
        let alone: Vec<String> =
            dspt::outstanding(bank, &assessment, asked.day, outcome.level).iter().map(ToString::to_string).collect();
        assert_eq!(questions, alone, "`outstanding` and `Evaluation::outstanding` differ");
        say(format!("outstanding for {level}"), questions.join(" "));
        let mut others: Vec<String> = outcome.blockers.iter().filter_map(other_blocker).collect();
        others.sort();
        say(format!("what else blocks {level}"), others.join(", "));
    }
    let word = |level: Option<Level>| or_none(level.map(Level::as_str));
    assert_eq!(evaluation.level(), dspt::level(bank, &assessment, asked.day), "`level` and `Evaluation::level` differ");
    say("level".to_owned(), word(evaluation.level()));
    let highest = |met: fn(&dspt::LevelOutcome) -> LevelState| {
        let met = evaluation.levels().iter().filter(|outcome| met(outcome) == LevelState::Met);
        met.map(|outcome| outcome.level).max()
    };
    say(
        "verdict".to_owned(),
        match evaluation.verdict() {
            Verdict::Confirmed => "confirmed".to_owned(),
            Verdict::Inferred { strictly, leniently, .. } => {
                assert_eq!(*strictly, highest(|outcome| outcome.strictly), "two strict levels");
                assert_eq!(*leniently, highest(|outcome| outcome.leniently), "two lenient levels");
                format!("inferred: strictly {}, leniently {}", word(*strictly), word(*leniently))
            }
        },
    );
    let reach = evaluation.reach();
    say("reach".to_owned(), format!("from {} to {}", word(reach.floor), word(reach.ceiling)));

    let mut publishable = None;
    let sites: Vec<_> = asked.sites.iter().map(|site| site.parse().unwrap()).collect();
    let by: Role = asked.role.parse().unwrap();
    for level in Level::ALL {
        let mut against = Vec::new();
        match publish(&evaluation, &Submission { level: *level, by, sites: &sites }) {
            Ok(publication) => {
                assert_eq!((publication.level, publication.published_on), (*level, asked.day));
                assert_eq!(publication.edition, bank.id());
                publishable = Some(level.as_str());
            }
            Err(refusal) => {
                assert!(!refusal.obstacles.is_empty(), "refused without an obstacle");
                for obstacle in &refusal.obstacles {
                    if let ObstacleKind::QuestionsOutstanding { questions, .. } = obstacle.kind() {
                        assert!(questions.iter().copied().eq(evaluation.outstanding(*level)), "two lists outstanding");
                    }
                    against.push(obstacle.code());
                }
            }
        }
        against.sort_unstable();
        say(format!("against publishing {}", level.as_str()), against.join(" "));
    }
    say("publishable".to_owned(), or_none(publishable));
    say("view".to_owned(), View::of(bank, assessment.publications(), asked.day).as_str().to_owned());
    if let Some(plan) = assessment.action_plan() {
        let mut faults: Vec<(String, &str)> =
            check_plan(plan, &evaluation).iter().map(|fault| (fault.question.to_string(), fault.kind.code())).collect();
        faults.sort_unstable();
        let faults: Vec<String> = faults.iter().map(|(question, code)| format!("{question} {code}")).collect();
        say("wrong with the plan".to_owned(), faults.join(", "));
    }
    for policy in POLICIES {
        let policy: ValidityPolicy = policy.parse().unwrap();
        let what = match dspt::status(assessment.publications(), asked.day, policy) {
            PublicationStatus::NotPublished => "not published".to_owned(),
            PublicationStatus::Published { publication, currency, due_soon_from, last_valid_day, .. } => format!(
                "{} {} of {}, {}, due soon from {due_soon_from}, counts to {last_valid_day}",
                publication.edition,
                publication.level.as_str(),
                publication.published_on,
                currency.as_str()
            ),
        };
        say(format!("published, by {}", policy.as_str()), what);
    }
    Some(lines)
}

fn other_blocker(blocker: &Blocker) -> Option<String> {
    match blocker {
        Blocker::Question { .. } => None,
        Blocker::Unlisted { .. } => Some("unlisted".to_owned()),
        Blocker::Certificate { certificate } => Some(format!("certificate {}", certificate.as_str())),
        Blocker::AnyOf { .. } => Some("any-of".to_owned()),
    }
}

fn or_none(level: Option<&str>) -> String {
    level.unwrap_or("none").to_owned()
}

/// The lines that differ, with what each side says.
pub(crate) fn differences(oracle: &Lines, library: &Lines) -> Vec<String> {
    let said = |lines: &Lines, name: &str| {
        let found = lines.iter().find(|(other, _)| other == name);
        found.map_or("(nothing)".to_owned(), |(_, what)| what.clone())
    };
    let mut names: Vec<&String> = oracle.iter().chain(library).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    let differing = names.into_iter().filter(|name| said(oracle, name) != said(library, name));
    differing
        .map(|name| format!("{name}\n    oracle:  {}\n    library: {}", said(oracle, name), said(library, name)))
        .collect()
}
