//! `dspt assess`: the level, what stands in the way of the next one, and how sure all that is.

use clap::Args;
use dspt::{
    Blocker, Certainty, Dependency, Effect, Evaluation, FactName, Finding, Group, Level, LevelState, QuestionOutcome,
    Verdict,
};

use crate::input::{self, Judged};
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, count, long_date, sources};
use crate::{Format, Outcome, page};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// The level asked for: exit with 1 when the answers do not support it
    #[arg(long, value_name = "LEVEL", value_parser = input::word::<Level>)]
    level: Option<Level>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let evaluation = dspt::evaluate(bank, &assessment, subject.day());
    match subject.format {
        Format::Json => page::json(evaluation.to_json())?,
        Format::Text => text(&evaluation).print()?,
    }
    let enough = arguments.level.is_none_or(|asked| evaluation.level() >= Some(asked));
    Ok(if enough { Outcome::Done } else { Outcome::No })
}

fn text(evaluation: &Evaluation<'_>) -> Page {
    let mut page = Page::default();
    heading(evaluation, &mut page);
    progress(evaluation, &mut page);
    gaps(evaluation, &mut page);
    advice(evaluation, &mut page);
    certainty(evaluation, &mut page);
    page.gap();
    let note = "An aid to self-assessment. Publish in the toolkit itself: https://www.dsptoolkit.nhs.uk";
    page.line(0, QUIET, note);
    page
}

/// Who, when, the level in one line, and the way to the next.
fn heading(evaluation: &Evaluation<'_>, page: &mut Page) {
    let organisation = evaluation.assessment().organisation();
    let name = organisation.name.as_deref().unwrap_or("Organisation without a name");
    let edition = evaluation.bank().id();
    let day = long_date(evaluation.as_of());
    page.line(0, STRONG, &format!("{name} ({}), toolkit {edition}, on {day}", organisation.ods_code));
    page.corrected(evaluation.bank());
    page.gap();
    match evaluation.level() {
        Some(level) => page.line(0, GOOD, &format!("Level: {}", level.name())),
        None => page.line(0, OPEN, "Level: below Approaching Standards"),
    }
    for line in next_levels(evaluation) {
        page.line(0, OPEN, &line);
    }
}

/// The levels not reached yet, one line each.
fn next_levels(evaluation: &Evaluation<'_>) -> Vec<String> {
    let open = evaluation.levels().iter().filter(|outcome| outcome.state != LevelState::Met);
    let lines = open.map(|outcome| {
        let questions = evaluation.outstanding(outcome.level).count();
        let mut needs = Vec::new();
        if questions > 0 {
            needs.push(count(questions, "question", "questions"));
        }
        for blocker in &outcome.blockers {
            match blocker {
                Blocker::Question { .. } => {}
                Blocker::Certificate { certificate } => {
                    needs.push(format!("a {} certificate that is in date", certificate.name()));
                }
                Blocker::Unlisted { .. } => needs.push("the optional questions that are not on record here".to_owned()),
                Blocker::AnyOf { ways } => needs.push(format!("one of {}", count(ways.len(), "way", "ways"))),
            }
        }
        format!("To {}: {}", outcome.level.name(), needs.join(" and "))
    });
    lines.collect()
}

/// How far each heading is towards Standards Met.
fn progress(evaluation: &Evaluation<'_>, page: &mut Page) {
    page.gap();
    page.line(0, STRONG, "Mandatory questions done for Standards Met");
    for line in evaluation.progress().iter().filter(|line| line.level == Some(Level::StandardsMet)) {
        let style = if line.done == line.total { GOOD } else { OPEN };
        page.line(2, style, &format!("{}: {} of {}", line.group.name(), line.done, line.total));
    }
}

/// The questions outstanding for Standards Met, or for the level above once it is met, by heading.
fn gaps(evaluation: &Evaluation<'_>, page: &mut Page) {
    let target =
        if evaluation.level() >= Some(Level::StandardsMet) { Level::StandardsExceeded } else { Level::StandardsMet };
    let open: Vec<_> = evaluation.outstanding(target).collect();
    for group in Group::headings() {
        let questions = evaluation
            .questions()
            .iter()
            .filter(|outcome| group.contains(outcome.question) && open.contains(&outcome.question.code));
        for (at, outcome) in questions.enumerate() {
            if at == 0 {
                page.gap();
                page.line(0, STRONG, group.name());
            }
            gap(evaluation, outcome, page);
        }
    }
}

fn gap(evaluation: &Evaluation<'_>, outcome: &QuestionOutcome<'_>, page: &mut Page) {
    let question = outcome.question;
    page.hanging(&format!("{:<8}", question.code), 2, OPEN, &question.title);
    for finding in evaluation.findings_of(outcome).iter().filter(|finding| finding.effect() == Effect::Blocks) {
        page.line(10, anstyle::Style::new(), &finding.message());
        page.line(10, QUIET, &source_line(evaluation, finding));
    }
}

fn source_line(evaluation: &Evaluation<'_>, finding: &Finding<'_>) -> String {
    let inferred = match finding.certainty() {
        Certainty::Confirmed => "",
        Certainty::Inferred => " (inferred)",
        Certainty::Unknown => " (not settled)",
    };
    match sources(|id| evaluation.bank().source(id), finding.sources()) {
        none if none.is_empty() => format!("Source: none on record{inferred}"),
        named => format!("Source: {named}{inferred}"),
    }
}

/// What is worth knowing and changes nothing.
fn advice(evaluation: &Evaluation<'_>, page: &mut Page) {
    let advice: Vec<_> = evaluation.findings().filter(|finding| finding.effect() == Effect::Advises).collect();
    if advice.is_empty() {
        return;
    }
    page.gap();
    page.line(0, STRONG, "Advice");
    for finding in advice {
        let label = finding.question().map_or_else(|| "profile".to_owned(), |code| code.to_string());
        page.hanging(&format!("{label:<8}"), 2, anstyle::Style::new(), &finding.message());
    }
}

/// How sure the level is, and on what that hangs.
fn certainty(evaluation: &Evaluation<'_>, page: &mut Page) {
    page.gap();
    page.line(0, STRONG, "How sure this is");
    inferred_demands(evaluation, page);
    match evaluation.verdict() {
        Verdict::Confirmed => page.line(2, GOOD, "Confirmed: the strict and the lenient reading of the rules agree."),
        Verdict::Inferred { strictly, leniently, hangs_on } => {
            let name = |level: &Option<Level>| level.map_or("below Approaching Standards", Level::name);
            let (strict, lenient) = (name(strictly), name(leniently));
            let line = if strictly == leniently {
                "Inferred: every reading of the rules agrees, and it depends on:".to_owned()
            } else {
                format!(
                    "Inferred: if everything uncertain went against you, {strict}; in your favour, {lenient}. It depends on:"
                )
            };
            page.line(2, OPEN, &line);
            for (about, codes) in by_sentence(hangs_on) {
                page.line(2, anstyle::Style::new(), &about);
                if !codes.is_empty() {
                    page.line(4, QUIET, &codes.join(", "));
                }
            }
        }
    }
}

/// How much of the list of mandatory questions is inferred: no verdict is surer than that list.
fn inferred_demands(evaluation: &Evaluation<'_>, page: &mut Page) {
    let demands = evaluation.bank().mandatory(Level::StandardsMet, evaluation.as_of());
    let (mut inferred, mut all) = (0, 0);
    for question in demands {
        let entry = question.mandatory_on(Level::StandardsMet, evaluation.as_of());
        all += 1;
        inferred +=
            usize::from(entry.is_some_and(|entry| entry.mandatory.provenance.certainty != Certainty::Confirmed));
    }
    if inferred > 0 {
        let line = format!("Of the {all} questions taken as mandatory for Standards Met, {inferred} are inferred.");
        page.line(2, QUIET, &line);
    }
}

/// The facts on which a verdict hangs, those of the same wording together, with the questions they are about.
fn by_sentence(facts: &[Dependency<'_>]) -> Vec<(String, Vec<String>)> {
    let mut sentences: Vec<(String, Vec<String>)> = Vec::new();
    for fact in facts {
        let because = fact.because.unwrap_or("No reason is on record.");
        let about = format!("{} ({}). {because}", fact_sentence(fact.fact, fact.level), fact.certainty);
        let code = fact.question.map(|code| code.to_string());
        match sentences.iter_mut().find(|(sentence, _)| *sentence == about) {
            Some((_, codes)) => codes.extend(code),
            None => sentences.push((about, code.into_iter().collect())),
        }
    }
    sentences
}

fn fact_sentence(fact: FactName, level: Option<Level>) -> String {
    let level = level.map_or("a level", Level::name);
    match fact {
        FactName::Listed => "Whether the edition has this question".to_owned(),
        FactName::Mandatory => format!("Whether it is mandatory for {level}"),
        FactName::EvidenceType => "The kind of answer it takes".to_owned(),
        FactName::Part => "Whether this document is asked for".to_owned(),
        FactName::NotApplicable => "Whether \"Not applicable\" is accepted".to_owned(),
        FactName::Exemption => "What takes it away".to_owned(),
        FactName::Window => "From when a review counts".to_owned(),
        FactName::Threshold => "How many people must be trained".to_owned(),
        FactName::RollingProgramme => "Whether a rolling programme is accepted".to_owned(),
        FactName::NeededWhen => "When it is needed".to_owned(),
        FactName::Reconfirmation => "Whether answers carried over must be confirmed".to_owned(),
        FactName::LevelRule => format!("The rule of {level}"),
        FactName::Catalogue => "How many questions the edition has".to_owned(),
        FactName::OfficialCount => format!("How many questions are mandatory for {level}"),
    }
}
