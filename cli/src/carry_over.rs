//! `dspt carry-over`: the assessment of a later edition, and a line for each question.

use std::path::PathBuf;

use clap::Args;
use dspt::{CarryOver, EditionId, Line, LineOutcome};

use crate::input::{self, Subject};
use crate::page::{OPEN, Page, QUIET, STRONG, count};
use crate::{Format, Outcome, output, page};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// The edition to carry over to, such as 2025-26
    #[arg(long, value_name = "EDITION", value_parser = input::word::<EditionId>)]
    to: EditionId,
    /// Write the new assessment to this file, whole or not at all
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let assessment = arguments.subject.read()?;
    let carried =
        dspt::carry_over(&assessment, arguments.to, arguments.subject.day()).map_err(|error| error.to_string())?;
    if let Some(path) = &arguments.output {
        output::write_whole(path, &output::pretty(&carried.assessment)?, &arguments.subject.file)?;
    }
    match arguments.subject.format {
        Format::Json => page::json(carried.to_json())?,
        Format::Text => text(&carried).print()?,
    }
    Ok(Outcome::Done)
}

fn text(carried: &CarryOver) -> Page {
    let mut page = Page::default();
    page.line(0, STRONG, &format!("Carried over from {} to {}", carried.from, carried.to));
    let waiting = count(carried.assessment.responses().len(), "answer waits", "answers wait");
    page.line(0, OPEN, &format!("{waiting} to be confirmed; so do the profile and the assertions."));
    let mut into = None;
    for line in &carried.lines {
        if into != Some(line.into) {
            into = Some(line.into);
            page.gap();
            page.line(0, STRONG, &format!("Into {}", line.into));
        }
        let code = line.new.or(line.old).map_or_else(String::new, |code| code.to_string());
        page.hanging(&format!("{code:<8}"), 2, style(line.outcome), &sentence(line));
    }
    page.gap();
    if let Some(day) = carried.dropped_profile_confirmation {
        page.line(0, QUIET, &format!("The profile was confirmed on {}; confirm it again.", page::long_date(day)));
    }
    if !carried.dropped_assertions.is_empty() {
        let confirmed: Vec<_> = carried.dropped_assertions.iter().map(ToString::to_string).collect();
        page.line(0, QUIET, &format!("These assertions were confirmed; confirm them again: {}.", confirmed.join(", ")));
    }
    if carried.dropped_plan.is_some() {
        page.line(0, QUIET, "The action plan stays behind; the JSON report has it whole.");
    }
    page
}

fn style(outcome: LineOutcome) -> anstyle::Style {
    match outcome {
        LineOutcome::Copied | LineOutcome::Moved | LineOutcome::StillUnanswered => anstyle::Style::new(),
        LineOutcome::FreshLook
        | LineOutcome::New
        | LineOutcome::NewOnRecord
        | LineOutcome::Replaced
        | LineOutcome::Gone
        | LineOutcome::NotListed => OPEN,
    }
}

fn sentence(line: &Line) -> String {
    let old = line.old.map_or_else(String::new, |code| format!(" from {code}"));
    let mut sentence = match line.outcome {
        LineOutcome::Copied => "copied".to_owned(),
        LineOutcome::Moved => format!("moved{old}"),
        LineOutcome::FreshLook if line.old == line.new => {
            "copied; the question has been reworded, so check the answer".to_owned()
        }
        LineOutcome::FreshLook => format!("moved{old}; the question has been reworded, so check the answer"),
        LineOutcome::StillUnanswered => "still to be answered".to_owned(),
        LineOutcome::New => "new, to be answered".to_owned(),
        LineOutcome::NewOnRecord => {
            "on record for the first time, to be answered; whether it is new is not known".to_owned()
        }
        LineOutcome::Replaced => format!("asks for something else than before{old}, to be answered"),
        LineOutcome::Gone => "gone from the toolkit".to_owned(),
        LineOutcome::NotListed => "not a question on record".to_owned(),
    };
    if line.left_behind.is_some() {
        sentence.push_str("; its answer stays behind, the JSON report has it whole");
    }
    if let Some(day) = line.review_counts_from {
        sentence.extend(["; its review is too old, reviews count from ", &page::long_date(day)]);
    }
    sentence
}
