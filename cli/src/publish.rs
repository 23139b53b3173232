//! `dspt publish`: the publication, or every reason against it.

use std::path::{Path, PathBuf};

use clap::Args;
use dspt::{Level, OdsCode, Publication, QuestionBank, Refusal, Role, Submission};

use crate::input::{self, Judged};
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, long_date, sources};
use crate::{Format, Outcome, output, page};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// The level to publish at
    #[arg(long, value_name = "LEVEL", value_parser = input::word::<Level>)]
    level: Level,
    /// The role of whoever publishes: auditor, member or administrator-member
    #[arg(long, value_name = "ROLE", value_parser = input::word::<Role>, default_value = "administrator-member")]
    role: Role,
    /// The ODS codes of the sites to cover, with commas between them
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = input::word::<OdsCode>)]
    sites: Vec<OdsCode>,
    /// Write the assessment with the publication in its history to this file, whole or not at all
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let evaluation = dspt::evaluate(bank, &assessment, subject.day());
    let submission = Submission { level: arguments.level, by: arguments.role, sites: &arguments.sites };
    match dspt::publish(&evaluation, &submission) {
        Ok(publication) => {
            if let Some(path) = &arguments.output {
                let published = assessment.clone().published(publication.record());
                let published = published.map_err(|cause| cause.to_string())?;
                output::write_whole(path, &output::pretty(&published)?, &subject.file)?;
            }
            match subject.format {
                Format::Json => page::json(publication.to_json())?,
                Format::Text => published_text(bank, &publication, arguments.output.as_deref()).print()?,
            }
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            match subject.format {
                Format::Json => page::json(refusal.to_json())?,
                Format::Text => refused_text(bank, &refusal).print()?,
            }
            Ok(Outcome::No)
        }
    }
}

fn published_text(bank: &QuestionBank, publication: &Publication, written: Option<&Path>) -> Page {
    let mut page = Page::default();
    let (level, edition) = (publication.level.name(), publication.edition);
    let line = format!(
        "{} can publish at {level} for {edition} on {}",
        publication.ods_code,
        long_date(publication.published_on)
    );
    page.line(0, GOOD, &line);
    page.corrected(bank);
    for site in &publication.sites {
        page.line(2, STRONG, &format!("covers {site}"));
    }
    if !publication.notes.is_empty() {
        page.gap();
        page.line(0, STRONG, "To note");
        for note in &publication.notes {
            page.line(2, OPEN, &note.kind.to_string());
        }
    }
    page.gap();
    if let Some(path) = written {
        page.line(0, STRONG, &format!("Written to {}, with this publication in its history", path.display()));
    }
    page.line(0, QUIET, "Nothing has been published: do that in the toolkit itself, https://www.dsptoolkit.nhs.uk");
    page
}

fn refused_text(bank: &QuestionBank, refusal: &Refusal<'_>) -> Page {
    let mut page = Page::default();
    page.line(0, OPEN, &format!("{} cannot be published on {}", refusal.level.name(), long_date(refusal.as_of)));
    page.corrected(bank);
    for obstacle in &refusal.obstacles {
        page.gap();
        page.line(2, STRONG, &obstacle.message());
        let named = sources(|id| bank.source(id), obstacle.sources());
        if !named.is_empty() {
            page.line(2, QUIET, &format!("Source: {named} ({})", obstacle.certainty()));
        }
    }
    page
}
