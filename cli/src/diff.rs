//! `dspt diff`: what changed from one edition to another.

use clap::Args;
use dspt::{
    Certainty, Change, EditionChange, EditionDiff, EditionId, QuestionBank, QuestionChange, QuestionDiff, Source,
    SourceId,
};

use crate::page::{OPEN, Page, QUIET, STRONG, count, sources};
use crate::{Format, Outcome, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The edition to compare from, such as 2024-25
    #[arg(value_parser = input::word::<EditionId>)]
    from: EditionId,
    /// The edition to compare to, such as 2025-26
    #[arg(value_parser = input::word::<EditionId>)]
    to: EditionId,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let bank = |id| QuestionBank::built_in(id).map_err(|cause| cause.to_string());
    let diff = dspt::diff(bank(arguments.from)?, bank(arguments.to)?).map_err(|error| error.to_string())?;
    match arguments.format {
        Format::Json => page::json(diff.to_json())?,
        Format::Text => text(&diff).print()?,
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
fn grounds(diff: &EditionDiff, certainty: Certainty, ids: &[SourceId]) -> String {
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
