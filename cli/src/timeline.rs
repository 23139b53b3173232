//! `dspt status --timeline`: what was published from day to day, and when the verdict changes by itself.

use anstyle::Style;
use dspt::json::label;
use dspt::{
    Assessment, Certainty, Level, NaiveDate, QuestionBank, ReplayFit, SourceId, Timeline, TimelineEvent,
    TimelineEventKind, ValidityPolicy, VerdictOn,
};

use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, long_date, sources};
use crate::status::status_line;
use crate::{Format, Outcome, page};

/// Prints the timeline of an assessment.
pub(crate) fn print(
    assessment: &Assessment,
    bank: &QuestionBank,
    as_of: NaiveDate,
    policy: ValidityPolicy,
    format: Format,
) -> Result<Outcome, String> {
    let timeline = dspt::timeline(bank, assessment, as_of, policy);
    match format {
        Format::Json => page::json(timeline.to_json())?,
        Format::Text => text(assessment, &timeline).print()?,
    }
    Ok(Outcome::Done)
}

fn text(assessment: &Assessment, timeline: &Timeline<'_>) -> Page {
    let mut page = Page::default();
    let name = assessment.organisation().name.as_deref().unwrap_or("Organisation without a name");
    page.line(0, STRONG, &format!("{name} ({}), to {}", timeline.ods_code, long_date(timeline.as_of)));
    let style = if timeline.replay.fit == ReplayFit::Open { QUIET } else { OPEN };
    page.line(0, style, &timeline.replay.says);
    for period in &timeline.periods {
        page.gap();
        let (style, status) = status_line(&period.status);
        page.line(0, STRONG, &days(period.from, period.until));
        page.line(2, style, &status);
        for event in &period.why {
            event_line(&mut page, 2, event);
        }
        for event in &period.meanwhile {
            dated_line(&mut page, event);
        }
    }
    let answers = &timeline.answers;
    page.gap();
    let heading = format!("What the answers to {} come to if nobody changes them", answers.edition);
    page.line(0, STRONG, &heading);
    verdict_line(&mut page, &answers.at_first, answers.from);
    for change in &answers.changes {
        verdict_line(&mut page, &change.verdict, change.verdict.day);
        for (says, codes) in by_sentence(&change.why) {
            page.line(14, Style::new(), &format!("{says}{codes}"));
        }
        for level in &change.levels {
            if level.before.state != level.after.state {
                let (after, before) = (label(level.after.state.as_str()), label(level.before.state.as_str()));
                let line = format!("{}: {after}, before {before}", level.level.name());
                page.line(14, OPEN, &line);
            }
        }
        let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
        for question in &change.questions {
            let kind = format!("{}, before {}", label(question.after.as_str()), label(question.before.as_str()));
            add(&mut kinds, kind, question.question.to_string());
        }
        for (kind, codes) in kinds {
            page.line(14, OPEN, &format!("{kind}: {}", codes.join(", ")));
        }
    }
    if answers.changes.is_empty() {
        page.line(2, QUIET, &format!("It stays so until {}.", long_date(answers.until)));
    }
    page
}

/// What happens, with the days that only come round told for all their questions at once.
fn by_sentence(events: &[TimelineEvent]) -> Vec<(String, String)> {
    let mut sentences: Vec<(String, Vec<String>)> = Vec::new();
    for event in events {
        match event.what {
            TimelineEventKind::ReviewCounts { question } => {
                add(&mut sentences, "Reviews of this day count from now on: ".to_owned(), question.to_string());
            }
            TimelineEventKind::ConfirmationCounts { question } => {
                add(&mut sentences, "Confirmations of this day count from now on: ".to_owned(), question.to_string());
            }
            _ => {
                let grounds = grounds(event.certainty, &event.sources).map(|grounds| format!(" {grounds}."));
                sentences.push((format!("{}{}", event.says, grounds.unwrap_or_default()), Vec::new()));
            }
        }
    }
    sentences.into_iter().map(|(says, codes)| (says, codes.join(", "))).collect()
}

/// Adds an entry to those of the same kind.
fn add(kinds: &mut Vec<(String, Vec<String>)>, kind: String, entry: String) {
    match kinds.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, entries)) => entries.push(entry),
        None => kinds.push((kind, vec![entry])),
    }
}

fn days(from: NaiveDate, until: NaiveDate) -> String {
    if from == until { long_date(from) } else { format!("{} to {}", long_date(from), long_date(until)) }
}

fn verdict_line(page: &mut Page, verdict: &VerdictOn, day: NaiveDate) {
    let level = verdict.level.map_or("below Approaching Standards", Level::name);
    let style = if verdict.level.is_some() { GOOD } else { OPEN };
    page.hanging(&format!("{day}  "), 2, style, &format!("{level} ({})", verdict.certainty));
}

fn event_line(page: &mut Page, indent: usize, event: &TimelineEvent) {
    page.line(indent, Style::new(), &event.says);
    if let Some(grounds) = grounds(event.certainty, &event.sources) {
        page.line(indent, QUIET, &grounds);
    }
}

fn dated_line(page: &mut Page, event: &TimelineEvent) {
    page.hanging(&format!("{}  ", event.day), 2, QUIET, &event.says);
    if let Some(grounds) = grounds(event.certainty, &event.sources) {
        page.line(14, QUIET, &grounds);
    }
}

/// How sure an event is, and the first of its sources, from whichever edition has it.
fn grounds(certainty: Option<Certainty>, ids: &[SourceId]) -> Option<String> {
    let certainty = certainty?;
    let named = sources(|id| QuestionBank::editions().filter_map(|bank| bank.source(id)).last(), ids);
    let named = if named.is_empty() { "none on record".to_owned() } else { named };
    Some(format!("Source: {named} ({certainty})"))
}
