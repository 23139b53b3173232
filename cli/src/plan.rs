//! `dspt plan`: the action plan that Approaching Standards needs, drafted or checked.

use std::path::PathBuf;

use clap::Args;
use dspt::{ActionPlan, PlanFault, PlanReport};

use crate::input::Judged;
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG};
use crate::{Format, Outcome, output, page};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// Write the assessment with the plan attached to this file, whole or not at all; what an attached plan says already
    /// is kept
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write it without any plan
    #[arg(long, requires = "output")]
    remove: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let evaluation = dspt::evaluate(bank, &assessment, subject.day());
    let report = PlanReport::new(&evaluation);
    if let Some(path) = &arguments.output {
        let planned = assessment.clone().with_action_plan((!arguments.remove).then(|| report.draft.clone()));
        output::write_whole(path, &output::pretty(&planned)?, &subject.file)?;
    }
    match subject.format {
        Format::Json => page::json(report.to_json())?,
        Format::Text => text(&report.draft, report.attached, &report.faults).print()?,
    }
    Ok(if report.faults.is_empty() { Outcome::Done } else { Outcome::No })
}

fn text(draft: &ActionPlan, attached: Option<&ActionPlan>, faults: &[PlanFault]) -> Page {
    let mut page = Page::default();
    match attached {
        None => page.line(0, OPEN, "No action plan is attached."),
        Some(_) if faults.is_empty() => page.line(0, GOOD, "The action plan covers everything it has to."),
        Some(_) => {
            page.line(0, OPEN, "The action plan is not ready:");
            for fault in faults {
                page.hanging(&format!("{:<8}", fault.question), 2, OPEN, &fault.kind.to_string());
            }
        }
    }
    page.gap();
    page.line(0, STRONG, "Draft, a line for each question outstanding for Standards Met");
    for item in &draft.items {
        page.hanging(&format!("{:<8}", item.question), 2, STRONG, item.what.as_deref().unwrap_or_default());
        for line in [&item.why, &item.next_step].into_iter().flatten() {
            page.line(10, anstyle::Style::new(), line);
        }
    }
    if draft.items.is_empty() {
        page.line(2, QUIET, "nothing is outstanding");
    }
    page
}
