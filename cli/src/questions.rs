//! `dspt questions`: the questions of an edition with what is mandatory.

use clap::Args;
use dspt::{
    Catalogue, Certainty, Certificate, EditionId, EvidenceType, Group, Level, LevelRule, NaiveDate, Question,
    QuestionBank,
};
use serde::Serialize;

use crate::page::{OPEN, Page, QUIET, STRONG, count, long_date};
use crate::{Format, Outcome, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The edition, such as 2025-26 [default: the latest]
    #[arg(long, value_name = "EDITION", value_parser = input::word::<EditionId>)]
    edition: Option<EditionId>,
    /// Only the questions that are mandatory for this level
    #[arg(long, value_name = "LEVEL", value_parser = input::word::<Level>)]
    level: Option<Level>,
    /// The day for which to say what is mandatory [default: the edition's deadline]
    #[arg(long, value_name = "DATE", value_parser = input::day)]
    as_of: Option<NaiveDate>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The questions as a document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    format: &'static str,
    edition: EditionId,
    as_of: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    questions: Vec<&'a Question>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let bank = match arguments.edition {
        Some(id) => QuestionBank::built_in(id).map_err(|cause| cause.to_string())?,
        None => QuestionBank::editions().last().ok_or("no edition is built in")?,
    };
    let as_of = arguments.as_of.or(bank.about().deadline.value).ok_or("the edition has no deadline; give --as-of")?;
    let questions: Vec<&Question> = bank
        .questions()
        .filter(|question| arguments.level.is_none_or(|level| bank.demands(question, level, as_of)))
        .collect();
    match arguments.format {
        Format::Json => {
            let document =
                Document { format: "dspt.questions.v1", edition: bank.id(), as_of, level: arguments.level, questions };
            page::document(&document)?;
        }
        Format::Text => text(bank, arguments.level, as_of, &questions).print()?,
    }
    Ok(Outcome::Done)
}

/// How sure it is that a question is mandatory, if it is.
fn mandatory(question: &Question, level: Level, as_of: NaiveDate) -> Option<Certainty> {
    let entry = question.mandatory_on(level, as_of)?;
    entry.mandatory.known().filter(|known| **known)?;
    Some(entry.mandatory.provenance.certainty)
}

fn text(bank: &QuestionBank, level: Option<Level>, as_of: NaiveDate, questions: &[&Question]) -> Page {
    let mut page = Page::default();
    let day = long_date(as_of);
    let (listed, of) = match bank.catalogue() {
        Catalogue::Short { listed, official: Some(official) } => (listed, format!(" of its {official}")),
        Catalogue::Whole { listed } | Catalogue::Short { listed, official: None } => (listed, String::new()),
    };
    let heading = match level {
        None => format!("Toolkit {}: {listed}{of} questions are on record here, on {day}", bank.id()),
        Some(level) => {
            let total = count(questions.len(), "question", "questions");
            format!("Toolkit {}: {total} on record for {}, on {day}", bank.id(), level.name())
        }
    };
    page.line(0, STRONG, &heading);
    let rule = bank.levels().iter().find(|rule| Some(rule.level) == level).and_then(LevelRule::best);
    for certificate in Certificate::ALL {
        if rule.is_some_and(|rule| rule.asks_for(*certificate)) {
            page.line(0, OPEN, &format!("and a {} certificate that is in date", certificate.name()));
        }
    }
    page.line(
        0,
        QUIET,
        "A: mandatory for Approaching Standards, M: for Standards Met; (a) and (m) where that is inferred",
    );
    for group in Group::headings() {
        let under: Vec<_> = questions.iter().filter(|question| group.contains(question)).collect();
        if under.is_empty() {
            continue;
        }
        page.gap();
        page.line(0, STRONG, group.name());
        for question in under {
            let marks = format!(
                "{:<3} {:<3}",
                mark("A", "(a)", mandatory(question, Level::ApproachingStandards, as_of)),
                mark("M", "(m)", mandatory(question, Level::StandardsMet, as_of)),
            );
            let takes = question.evidence_type.known().map_or("not on record", |evidence| evidence_name(*evidence));
            let label = format!("{:<8}{marks}  ", question.code);
            page.hanging(&label, 2, anstyle::Style::new(), &format!("{} ({takes})", question.title));
            page.line(2 + label.chars().count(), QUIET, &question.prompt);
        }
    }
    page
}

fn mark(confirmed: &'static str, inferred: &'static str, certainty: Option<Certainty>) -> &'static str {
    match certainty {
        Some(Certainty::Confirmed) => confirmed,
        Some(_) => inferred,
        None => "",
    }
}

fn evidence_name(evidence: EvidenceType) -> &'static str {
    match evidence {
        EvidenceType::Text => "words",
        EvidenceType::Confirmation => "tick",
        EvidenceType::Document => "document",
        EvidenceType::Date => "date",
    }
}
