//! The pages of `dspt what-if`.

use anstyle::Style;
use dspt::{
    Alternative, Blocker, Certainty, Effort, Evaluation, FindingThen, Ground, Level, Path, PathState, Prospect,
    PublicationStatus, QuestionBank, QuestionStatus, ReachReport, SourceId, Step, WhatIf, json,
};

use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, count, long_date, sources};
use crate::what_if::unless_confirmed;

/// The steps to an aim in the order of work, or why there are none.
pub(crate) fn path(page: &mut Page, bank: &QuestionBank, path: &Path, aim: &str, with_entries: bool) {
    let source = source_in(bank);
    match path.state {
        PathState::Reached => page.line(0, GOOD, &format!("To {aim}: nothing is left to do.")),
        PathState::Open => {
            let steps = count(path.steps.len(), "step", "steps");
            page.line(0, OPEN, &format!("To {aim}: {steps}"));
        }
        PathState::NoWay => {
            page.line(0, OPEN, &format!("To {aim}: no step leads there."));
            grounds(page, 2, &path.against, &source);
        }
    }
    let mut last: Option<Effort> = None;
    for (at, step) in path.steps.iter().enumerate() {
        if last != Some(step.effort) {
            page.gap();
            page.line(0, STRONG, step.effort.name());
            last = Some(step.effort);
        }
        one_step(page, &format!("{:>3}. ", at + 1), step, path.level, &source);
        if let Some((pointer, json)) = step.alteration.entry().filter(|_| with_entries) {
            entry(page, &pointer, &json);
        }
    }
    if !path.alternatives.is_empty() {
        page.gap();
        page.line(0, STRONG, "What could save steps");
        for alternative in &path.alternatives {
            one_alternative(page, alternative, &source);
        }
    }
    if with_entries && path.steps.iter().any(|step| step.alteration.entry().is_some()) {
        page.gap();
        page.line(
            0,
            QUIET,
            "Write that in the file once it is so, with words of your own where it says \"To be written\".",
        );
    }
    if path.state == PathState::Open && path.certainty == Some(Certainty::Inferred) {
        page.gap();
        let note =
            format!("{} would be inferred then, not confirmed; dspt assess says on what it hangs.", path.level.name());
        page.line(0, QUIET, &note);
    }
}

fn one_step(page: &mut Page, label: &str, step: &Step, to: Level, source: &impl Fn(&SourceId) -> Option<String>) {
    let name = match step.question {
        Some(code) => format!("{code} {}", step.title),
        None => step.title.clone(),
    };
    page.hanging(label, 0, OPEN, &name);
    let indent = label.chars().count();
    if let Some(asks) = step.asks.as_deref().filter(|_| step.grounds.iter().any(calls_for_an_answer)) {
        page.line(indent, Style::new(), asks);
    }
    grounds(page, indent, &step.grounds, source);
    if !step.takes_away.is_empty() {
        let codes: Vec<String> = step.takes_away.iter().map(ToString::to_string).collect();
        page.line(indent, Style::new(), &format!("It takes {} away.", codes.join(", ")));
    }
    let others: Vec<&str> = step.serves.iter().filter(|level| **level < to).map(|level| level.name()).collect();
    if !others.is_empty() {
        page.line(indent, QUIET, &format!("Counts for {} as well", others.join(" and ")));
    }
}

/// What to write in the file, as a line to copy.
fn entry(page: &mut Page, pointer: &str, json: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
    let place = match parent.strip_prefix('/') {
        Some(parent) => format!("In the file, in \"{parent}\":"),
        None if json.starts_with('[') => "In the file, beside what the list has already:".to_owned(),
        None => "In the file:".to_owned(),
    };
    page.as_is(5, QUIET, &place);
    page.as_is(5, Style::new(), &format!("\"{key}\": {json}"));
}

/// Whether it takes an answer that is not there yet, so that one has to know what is asked.
fn calls_for_an_answer(ground: &Ground) -> bool {
    const CODES: [&str; 6] = [
        "unanswered",
        "not-confirmed",
        "text-empty",
        "document-missing",
        "wrong-evidence-type",
        "not-applicable-not-accepted",
    ];
    CODES.contains(&ground.code)
}

fn one_alternative(page: &mut Page, alternative: &Alternative, source: &impl Fn(&SourceId) -> Option<String>) {
    page.line(2, OPEN, &alternative.message);
    grounds(page, 4, &alternative.step.grounds, source);
}

fn grounds(page: &mut Page, indent: usize, grounds: &[Ground], source: &impl Fn(&SourceId) -> Option<String>) {
    for ground in grounds {
        page.line(indent, Style::new(), &ground.message);
        page.line(indent, QUIET, &cited(&ground.sources, ground.certainty, source));
    }
}

fn cited(ids: &[SourceId], certainty: Certainty, source: &impl Fn(&SourceId) -> Option<String>) -> String {
    let sure = unless_confirmed(certainty);
    let named = ids.first().and_then(source).unwrap_or_else(|| "none on record".to_owned());
    let more = match ids.len() {
        0 | 1 => String::new(),
        number => format!(" and {} more", number - 1),
    };
    format!("Source: {named}{more}{sure}")
}

/// A source of a bank by publisher, title and date.
fn source_in(bank: &QuestionBank) -> impl Fn(&SourceId) -> Option<String> {
    |id| bank.source(id).map(|source| sources(|_| Some(source), std::slice::from_ref(id)))
}

/// A source of any built-in edition, the latest first.
fn source_anywhere(id: &SourceId) -> Option<String> {
    let source = QuestionBank::editions().filter_map(|bank| bank.source(id)).last()?;
    Some(sources(|_| Some(source), std::slice::from_ref(id)))
}

/// What is certain, what is open and what decides it.
pub(crate) fn reach(page: &mut Page, evaluation: &Evaluation<'_>, reach: &ReachReport) {
    for level in &reach.levels {
        let name = level.level.name();
        match level.prospect {
            Prospect::Certain => page.line(0, GOOD, &format!("{name}: certain already")),
            Prospect::Open => page.line(0, OPEN, &format!("{name}: open, and decided by")),
            Prospect::Closed => page.line(0, OPEN, &format!("{name}: closed by what has been said")),
        }
        for blocker in level.decided_by.iter().chain(&level.closed_by) {
            page.line(2, Style::new(), &named(evaluation, blocker));
        }
    }
    let target = reach.levels.iter().find(|level| level.prospect != Prospect::Certain);
    if let Some(target) = target {
        page.gap();
        page.line(0, QUIET, &format!("The steps there: dspt what-if FILE --to {}", target.level));
    }
}

fn named(evaluation: &Evaluation<'_>, blocker: &Blocker) -> String {
    match blocker {
        Blocker::Question { question } => {
            let title = evaluation.question(*question).map(|outcome| outcome.question.title.as_str());
            format!("{question} {}", title.unwrap_or_default())
        }
        Blocker::Unlisted { .. } => "the questions that are not on record here".to_owned(),
        Blocker::Certificate { certificate } => format!("a {} certificate that is in date", certificate.name()),
        Blocker::AnyOf { ways } => {
            let way = |way: &Vec<Blocker>| way.iter().map(|one| named(evaluation, one)).collect::<Vec<_>>().join(", ");
            ways.iter().map(way).collect::<Vec<_>>().join("; or ")
        }
    }
}

/// What would be otherwise.
pub(crate) fn difference(page: &mut Page, difference: &WhatIf<'_>) {
    if difference.is_empty() {
        page.line(0, STRONG, "It would make no difference.");
        return;
    }
    let (before, after) = (&difference.before, &difference.after);
    let name = |level: Option<Level>, certainty| {
        format!("{}{}", level.map_or("below Approaching Standards", Level::name), unless_confirmed(certainty))
    };
    let (now, then) = (name(before.level, before.certainty), name(after.level, after.certainty));
    let style = if after.level >= before.level { GOOD } else { OPEN };
    if now == then {
        page.line(0, STRONG, &format!("Level: {now}, as before"));
    } else {
        page.line(0, style, &format!("Level: {now} before, {then} then"));
    }
    if before.edition != after.edition {
        page.line(0, QUIET, &format!("By the rules of {} then", after.edition));
    }
    if before.as_of != after.as_of {
        page.line(0, QUIET, &format!("On {} then", long_date(after.as_of)));
    }
    section(page, "Questions", &difference.statuses, |page, change| {
        let word =
            |status: Option<QuestionStatus>| status.map_or("not asked", QuestionStatus::as_str).replace('-', " ");
        let formerly = change.formerly.map(|code| format!(" (formerly {code})")).unwrap_or_default();
        let text = format!("{}{formerly}: {} before, {} then", change.title, word(change.before), word(change.after));
        page.hanging(&format!("{:<8}", change.question), 2, Style::new(), &text);
    });
    section(page, "Findings that would be gone", &difference.gone, |page, found| finding(page, found, QUIET));
    section(page, "Findings that would be new", &difference.new, |page, found| finding(page, found, OPEN));
    section(page, "Findings that would say something else", &difference.changed, |page, change| {
        finding(page, &change.after, OPEN);
    });
    section(page, "Publishing", &difference.publishing, |page, change| {
        let text = if change.after.is_empty() {
            "could be published".to_owned()
        } else {
            let against: Vec<String> = change.after.iter().map(|code| json::label(code).to_lowercase()).collect();
            format!("would be refused: {}", against.join(", "))
        };
        page.line(2, Style::new(), &format!("{} {text}", change.level.name()));
    });
    section(page, "What is published", &difference.validity, |page, change| {
        let policy = json::label(change.policy.as_str()).to_lowercase();
        let (now, then) = (published(change.before), published(change.after));
        page.line(2, Style::new(), &format!("By the policy of {policy}: {now} before, {then} then"));
    });
}

fn section<T>(page: &mut Page, heading: &str, entries: &[T], mut write: impl FnMut(&mut Page, &T)) {
    if !entries.is_empty() {
        page.gap();
        page.line(0, STRONG, heading);
        for entry in entries {
            write(page, entry);
        }
    }
}

fn finding(page: &mut Page, finding: &FindingThen, style: Style) {
    let label = finding.question.map_or_else(|| "profile".to_owned(), |code| code.to_string());
    page.hanging(&format!("{label:<8}"), 2, style, &finding.message);
    page.line(10, QUIET, &cited(&finding.sources, finding.certainty, &source_anywhere));
}

fn published(status: PublicationStatus<'_>) -> String {
    match status {
        PublicationStatus::NotPublished => "nothing".to_owned(),
        PublicationStatus::Published { publication, currency, last_valid_day, .. } => {
            let word = json::label(currency.as_str()).to_lowercase();
            format!("{}, {word}, to {}", publication.level.name(), long_date(last_valid_day))
        }
    }
}
