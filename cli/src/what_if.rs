//! `dspt what-if`: the steps to a level, the difference that something would make, or how far one can still go.

use clap::Args;
use dspt::{
    Aim, Alteration, Answer, Assessment, Certainty, Certificate, Document, EditionId, EvidenceType, Holding, Level,
    NaiveDate, Nhsmail, Origin, Path, Purpose, Question, QuestionBank, QuestionCode, ReachReport, Response, WhatIf,
    path_to,
};

use crate::input::{self, Judged};
use crate::page::{Page, STRONG, long_date};
use crate::{Format, Outcome, page, what_if_text};

/// Shows the steps to a level (`--to`), the difference that something supposed would make, or else what is certain and
/// what is still open.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// The level to reach: show the fewest steps, in an order to work in; exit with 1 when none lead there
    #[arg(long, value_name = "LEVEL", value_parser = input::word::<Level>, conflicts_with = "Supposed")]
    to: Option<Level>,
    /// With --to, show the steps to publishing at the level
    #[arg(long, requires = "to")]
    publish: bool,
    /// With --to, show with each step what to write in the file once it is done
    #[arg(long, requires = "to")]
    entries: bool,
    #[command(flatten)]
    supposed: Supposed,
}

#[derive(Args)]
#[group(multiple = true)]
struct Supposed {
    /// Suppose that a question is answered well (7.1.1), or with these words (1.1.1=ZA123456), yes or no, the place of a
    /// document, a date, or not-applicable
    #[arg(long, value_name = "CODE[=ANSWER]")]
    answer: Vec<String>,
    /// Suppose that a question has no answer
    #[arg(long, value_name = "CODE", value_parser = input::word::<QuestionCode>)]
    without: Vec<QuestionCode>,
    /// Suppose that a certificate is held, as in cyber-essentials-plus=2026-01-01..2026-12-31, or =no, or =not-sure
    #[arg(long, value_name = "NAME=DATES", value_parser = certificate)]
    certificate: Vec<Alteration>,
    /// Suppose another answer about NHSmail: only-email-system, used, no or not-sure
    #[arg(long, value_name = "ANSWER", value_parser = input::word::<Nhsmail>)]
    nhsmail: Option<Nhsmail>,
    /// Suppose another day
    #[arg(long, value_name = "DATE", value_parser = input::day)]
    on: Option<NaiveDate>,
    /// Suppose that the assessment is carried over to a later edition; answers are to its questions then
    #[arg(long, value_name = "EDITION", value_parser = input::word::<EditionId>)]
    edition: Option<EditionId>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let day = subject.day();
    let in_json = subject.format == Format::Json;
    if let Some(level) = arguments.to {
        let aim = if arguments.publish { Aim::to_publish(level) } else { Aim::to_reach(level) };
        let path = path_to(bank, &assessment, day, aim);
        let outcome = if path.against.is_empty() { Outcome::Done } else { Outcome::No };
        if in_json {
            page::json(path.to_json())?;
        } else {
            path_page(&assessment, bank, &path, arguments.entries).print()?;
        }
        return Ok(outcome);
    }
    let alterations = arguments.supposed.alterations(bank, day)?;
    if alterations.is_empty() {
        let evaluation = dspt::evaluate(bank, &assessment, day);
        let reach = ReachReport::of(&evaluation);
        let mut page = headed(&assessment, bank, day);
        what_if_text::reach(&mut page, &evaluation, &reach);
        if in_json {
            page::json(reach.to_json())?;
        } else {
            page.print()?;
        }
        return Ok(Outcome::Done);
    }
    let difference = dspt::what_if(bank, &assessment, day, &alterations).map_err(|error| error.to_string())?;
    if in_json {
        page::json(difference.to_json())?;
    } else {
        difference_page(&assessment, bank, &difference).print()?;
    }
    Ok(Outcome::Done)
}

/// Who it is about, and the day.
fn headed(assessment: &Assessment, bank: &QuestionBank, day: NaiveDate) -> Page {
    let mut page = Page::default();
    let organisation = assessment.organisation();
    let name = organisation.name.as_deref().unwrap_or("Organisation without a name");
    let (code, edition) = (&organisation.ods_code, assessment.edition());
    page.line(0, STRONG, &format!("{name} ({code}), toolkit {edition}, on {}", long_date(day)));
    page.corrected(bank);
    page.gap();
    page
}

fn path_page(assessment: &Assessment, bank: &QuestionBank, path: &Path, with_entries: bool) -> Page {
    let mut page = headed(assessment, bank, path.as_of);
    let doing = match path.purpose {
        Purpose::Reach => path.level.name().to_owned(),
        Purpose::Publication => format!("publishing at {}", path.level.name()),
    };
    what_if_text::path(&mut page, bank, path, &doing, with_entries);
    page
}

fn difference_page(assessment: &Assessment, bank: &QuestionBank, difference: &WhatIf<'_>) -> Page {
    let mut page = headed(assessment, bank, difference.before.as_of);
    what_if_text::difference(&mut page, difference);
    page
}

impl Supposed {
    /// What is supposed: the edition and the day first, so that the answers are to that edition's questions.
    fn alterations(&self, bank: &QuestionBank, day: NaiveDate) -> Result<Vec<Alteration>, String> {
        let mut alterations = Vec::new();
        alterations.extend(self.edition.map(|to| Alteration::Edition { to }));
        alterations.extend(self.on.map(|as_of| Alteration::Day { as_of }));
        alterations.extend(self.certificate.iter().cloned());
        alterations.extend(self.nhsmail.map(|nhsmail| Alteration::Nhsmail { nhsmail }));
        alterations.extend(self.without.iter().map(|question| Alteration::NoAnswer { question: *question }));
        let later = self.edition.and_then(QuestionBank::edition);
        for text in &self.answer {
            alterations.push(answer(text, later.unwrap_or(bank), self.on.unwrap_or(day))?);
        }
        Ok(alterations)
    }
}

/// Reads `7.1.1`, or `7.1.1=` and an answer of the kind that the question takes.
fn answer(text: &str, bank: &QuestionBank, day: NaiveDate) -> Result<Alteration, String> {
    let (code, given) = text.split_once('=').map_or((text, None), |(code, given)| (code, Some(given.trim())));
    let code: QuestionCode = input::word(code.trim())?;
    let edition = bank.id();
    let question = bank
        .question(code)
        .ok_or_else(|| format!("question `{code}` is not in the bank of {edition}; check the code and the edition"))?;
    match given {
        None => Ok(Alteration::answered(question, day)),
        Some(given) => {
            let answer = answer_in(question, given)?;
            let response = Response { answer, comment: None, reviewed_on: Some(day), origin: Origin::Given };
            Ok(Alteration::Answer { question: code, response })
        }
    }
}

fn answer_in(question: &Question, given: &str) -> Result<Answer, String> {
    if given == "not-applicable" {
        return Ok(Answer::NotApplicable { reason: None });
    }
    Ok(match question.evidence_type.value {
        Some(EvidenceType::Confirmation) => match given {
            "yes" | "no" => Answer::Confirmation { confirmed: given == "yes", found: None, training: None },
            _ => return Err(format!("{} takes a tick, expected `yes`, `no` or `not-applicable`", question.code)),
        },
        Some(EvidenceType::Document) => {
            let location = given.to_owned();
            let parts = question.parts.iter().map(|part| part.id.clone()).collect();
            Answer::Document { documents: vec![Document { location, title: None, parts, expires_on: None }] }
        }
        Some(EvidenceType::Date) => Answer::Date { date: input::day(given)? },
        Some(EvidenceType::Text) | None => Answer::Text { text: given.to_owned() },
    })
}

/// Reads `cyber-essentials-plus=2026-01-01..2026-12-31`, `cyber-essentials-plus=no` or `cyber-essentials-plus=not-sure`.
fn certificate(text: &str) -> Result<Alteration, String> {
    let (name, given) = text.split_once('=').ok_or("expected a certificate, `=` and its dates, `no` or `not-sure`")?;
    let certificate: Certificate = input::word(name)?;
    let holding = match given {
        "no" => Holding::No,
        "not-sure" => Holding::NotSure,
        dates => {
            let (from, to) = dates.split_once("..").ok_or("expected two days such as 2026-01-01..2026-12-31")?;
            let (issued_on, expires_on) = (input::day(from)?, input::day(to)?);
            if expires_on < issued_on {
                return Err("the last day of a certificate is not before its first".to_owned());
            }
            Holding::Yes { issued_on, expires_on }
        }
    };
    Ok(Alteration::Certificate { certificate, holding })
}

/// How sure something is, in brackets where it is not confirmed.
pub(crate) fn unless_confirmed(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Confirmed => "",
        Certainty::Inferred => " (inferred)",
        Certainty::Unknown => " (not settled)",
    }
}
