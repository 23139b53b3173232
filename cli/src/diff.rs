//! `dspt diff`: what changed from one edition to another.

use std::path::PathBuf;

use clap::Args;
use dspt::{
    Certainty, Change, EditionChange, EditionDiff, EditionId, NaiveDate, QuestionBank, QuestionChange, QuestionDiff,
    Source, SourceId,
};

use crate::page::{OPEN, Page, QUIET, STRONG, count, sources};
use crate::{Format, Outcome, diff_for, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The edition to compare from, such as 2024-25
    #[arg(value_parser = input::word::<EditionId>)]
    from: EditionId,
    /// The edition to compare to, such as 2025-26
    #[arg(value_parser = input::word::<EditionId>)]
    to: EditionId,
    /// Show only what touches an organisation, and how: its assessment of either edition; - reads standard input
    #[arg(long = "for", value_name = "FILE")]
    assessment: Option<PathBuf>,
    /// With --for, the day to look at its answers for [default: today]
    #[arg(long, value_name = "DATE", value_parser = input::day, requires = "assessment")]
    as_of: Option<NaiveDate>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let bank = |id| QuestionBank::built_in(id).map_err(|cause| cause.to_string());
    let (from, to) = (bank(arguments.from)?, bank(arguments.to)?);
    let diff = match &arguments.assessment {
        None => dspt::diff(from, to),
        Some(file) => dspt::diff_for(from, to, &input::assessment(file)?, input::or_today(arguments.as_of)),
    };
    let diff = diff.map_err(|error| error.to_string())?;
    match (arguments.format, &diff.organisation) {
        (Format::Json, _) => page::json(diff.to_json())?,
        (Format::Text, None) => text(&diff).print()?,
        (Format::Text, Some(organisation)) => diff_for::text(&diff, organisation).print()?,
    }
    Ok(Outcome::Done)
}

/// Under what changes are shown, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Mandatory,
    NoLongerMandatory,
    Added,
    Removed,
    OnRecord,
    Numbers,
    Words,
    Asks,
    Knowledge,
}

impl Part {
    const ALL: [Self; 9] = [
        Self::Mandatory,
        Self::NoLongerMandatory,
        Self::Added,
        Self::Removed,
        Self::OnRecord,
        Self::Numbers,
        Self::Words,
        Self::Asks,
        Self::Knowledge,
    ];

    const fn heading(self) -> &'static str {
        match self {
            Self::Mandatory => "Newly mandatory",
            Self::NoLongerMandatory => "No longer mandatory",
            Self::Added => "Added",
            Self::Removed => "Removed",
            Self::OnRecord => "On record for one of the two only",
            Self::Numbers => "Renumbered",
            Self::Words => "Reworded or replaced",
            Self::Asks => "What questions ask for",
            Self::Knowledge => "Known for one of the two only, perhaps no change",
        }
    }

    fn of(change: &QuestionChange) -> Self {
        match change {
            QuestionChange::NewlyMandatory { .. } => Self::Mandatory,
            QuestionChange::NoLongerMandatory { .. } => Self::NoLongerMandatory,
            QuestionChange::Added => Self::Added,
            QuestionChange::Removed => Self::Removed,
            QuestionChange::NewOnRecord | QuestionChange::NoLongerOnRecord => Self::OnRecord,
            QuestionChange::Renumbered { .. } => Self::Numbers,
            QuestionChange::Reworded { .. } | QuestionChange::Replaced => Self::Words,
            QuestionChange::NowKnown { .. } | QuestionChange::NoLongerKnown { .. } => Self::Knowledge,
            _ => Self::Asks,
        }
    }
}

fn text(diff: &EditionDiff) -> Page {
    let mut page = Page::default();
    if diff.is_empty() {
        page.line(0, STRONG, &format!("From {} to {}: nothing differs", diff.from, diff.to));
        return page;
    }
    let differing = count(diff.questions.len(), "question differs", "questions differ");
    page.line(0, STRONG, &format!("From {} to {}: {differing}", diff.from, diff.to));
    page.line(0, QUIET, "What is mandatory is told for the deadline day of each edition.");
    if !diff.edition.is_empty() {
        page.gap();
        page.line(0, STRONG, "The edition");
        for change in &diff.edition {
            let style = match change.what {
                EditionChange::NowKnown { .. } | EditionChange::NoLongerKnown { .. } => QUIET,
                _ => OPEN,
            };
            page.line(2, style, change.message());
            page.line(2, QUIET, &grounds(diff, change.certainty, &change.sources));
        }
    }
    for part in Part::ALL {
        let in_part = |question: &'_ QuestionDiff| question.changes.iter().any(|change| Part::of(&change.what) == part);
        if !diff.questions.iter().any(in_part) {
            continue;
        }
        page.gap();
        page.line(0, STRONG, part.heading());
        for question in diff.questions.iter().filter(|question| in_part(question)) {
            let changes = question.changes.iter().filter(|change| Part::of(&change.what) == part);
            lines(&mut page, diff, question, changes);
        }
    }
    page
}

fn lines<'a>(
    page: &mut Page,
    diff: &EditionDiff,
    question: &QuestionDiff,
    changes: impl Iterator<Item = &'a Change<QuestionChange>>,
) {
    let label = question.new.or(question.old).map_or_else(String::new, |code| format!("{code:<8}"));
    page.hanging(&label, 2, anstyle::Style::new(), &question.title);
    for change in changes {
        let style = if Part::of(&change.what) == Part::Knowledge { QUIET } else { OPEN };
        page.line(2 + label.chars().count(), style, change.message());
        page.line(2 + label.chars().count(), QUIET, &grounds(diff, change.certainty, &change.sources));
    }
}

/// How sure a change is, and the first of its sources.
pub(crate) fn grounds(diff: &EditionDiff, certainty: Certainty, ids: &[SourceId]) -> String {
    match sources(|id| source(diff, id), ids) {
        none if none.is_empty() => format!("Source: none on record ({certainty})"),
        named => format!("Source: {named} ({certainty})"),
    }
}

/// A source of either edition or of one between them.
fn source(diff: &EditionDiff, id: &SourceId) -> Option<&'static Source> {
    let (first, last) = (diff.from.min(diff.to), diff.from.max(diff.to));
    let banks = QuestionBank::editions().filter(|bank| (first..=last).contains(&bank.id()));
    banks.filter_map(|bank| bank.source(id)).last()
}
