//! `dspt status`: what is published, whether it still counts, and the days to come.

use clap::Args;
use dspt::{
    Assessment, Currency, EventKind, Lapse, PlusLapse, PublicationStatus, QuestionBank, QuestionCode, ServiceState,
    Services, StatusReport, ValidityPolicy, View,
};

use crate::input::{self, Judged};
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, long_date, sources};
use crate::{Format, Outcome, page, timeline};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// How long a publication counts: twelve-months or next-deadline
    #[arg(long, value_name = "POLICY", value_parser = input::word::<ValidityPolicy>, default_value = "twelve-months")]
    policy: ValidityPolicy,
    /// Tell the history to the day instead, and the days on which the verdict on the answers changes by itself
    #[arg(long)]
    timeline: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let as_of = subject.day();
    if arguments.timeline {
        return timeline::print(&assessment, bank, as_of, arguments.policy, subject.format);
    }
    let report = StatusReport::new(&assessment, bank, as_of, arguments.policy);
    match subject.format {
        Format::Json => page::json(report.to_json())?,
        Format::Text => text(&assessment, bank, &report).print()?,
    }
    Ok(Outcome::Done)
}

fn text(assessment: &Assessment, bank: &QuestionBank, report: &StatusReport<'_>) -> Page {
    let mut page = Page::default();
    let name = assessment.organisation().name.as_deref().unwrap_or("Organisation without a name");
    page.line(0, STRONG, &format!("{name} ({}), on {}", report.ods_code, long_date(report.as_of)));
    page.corrected(bank);
    page.gap();
    let (style, line) = status_line(&report.status);
    page.line(0, style, &line);
    let view = match report.view {
        View::FirstPublication => "The first publication is still to come: Approaching Standards is marked mandatory.",
        View::Standard => {
            "Published before: Standards Met is marked mandatory, with all questions and a progress link."
        }
    };
    page.line(0, anstyle::Style::new(), view);
    if !report.sites.is_empty() {
        page.gap();
        page.line(0, STRONG, "Sites");
        for site in &report.sites {
            let (style, line) = status_line(&site.status);
            let name = site.name.map(|name| format!("{name}: ")).unwrap_or_default();
            page.hanging(&format!("{:<8}", site.ods_code), 2, style, &format!("{name}{line}"));
        }
    }
    page.gap();
    page.line(0, STRONG, "Publishing now");
    match report.open_edition {
        Some(edition) if edition == assessment.edition() => page.line(2, GOOD, &format!("{edition} is open.")),
        Some(edition) => page.line(
            2,
            OPEN,
            &format!("{edition} is open, and this assessment is of {}. Carry it over.", assessment.edition()),
        ),
        None => page.line(2, OPEN, "Which edition is open on the day is not on record."),
    }
    for now in &report.publishing_now {
        let (style, answer) = match now.refused_by.len() {
            0 => (GOOD, "can be published".to_owned()),
            against => (OPEN, format!("{} against it", page::count(against, "reason", "reasons"))),
        };
        page.line(2, style, &format!("{}: {answer}", now.level.name()));
    }
    page.line(2, QUIET, "dspt publish lists the reasons.");
    page.gap();
    page.line(0, STRONG, "What it is good for");
    for answer in &report.services {
        let style = if answer.state() <= ServiceState::Unlocked { GOOD } else { OPEN };
        page.hanging("- ", 2, style, &answer.message());
        let claims: Vec<_> = answer.claims().collect();
        if claims.windows(2).any(|pair| matches!(pair, [one, next] if one.needs != next.needs)) {
            for claim in claims {
                let named = sources(|id| Services::built_in().source(id), &claim.provenance.sources);
                let needs = claim
                    .needs
                    .level()
                    .map_or_else(|| claim.needs.as_str().replace('-', " "), |level| level.name().to_owned());
                let line = format!("{needs} ({}): {named}", claim.provenance.certainty);
                page.line(4, QUIET, &line);
            }
        }
    }
    if let Some(PlusLapse { last_day, lapse }) = &report.cyber_essentials_plus_lapse {
        page.gap();
        if *last_day < report.as_of {
            page.line(
                0,
                STRONG,
                &format!("Cyber Essentials Plus has lapsed: its last day was {}", long_date(*last_day)),
            );
        } else {
            page.line(0, STRONG, "If Cyber Essentials Plus lapses");
        }
        page.line(2, anstyle::Style::new(), &lapse_line(lapse));
    }
    page.gap();
    page.line(0, STRONG, "Days to come");
    if report.days_to_come.is_empty() {
        page.line(2, QUIET, "none on record");
    }
    for event in &report.days_to_come {
        page.hanging(&format!("{}  ", event.day), 2, anstyle::Style::new(), &event_line(event.kind));
    }
    page
}

pub(crate) fn status_line(status: &PublicationStatus<'_>) -> (anstyle::Style, String) {
    match status {
        PublicationStatus::NotPublished => (OPEN, "Not published".to_owned()),
        PublicationStatus::Published { publication, currency, last_valid_day, .. } => {
            let what = format!(
                "{} {}, published on {}",
                publication.level.name(),
                publication.edition,
                long_date(publication.published_on)
            );
            let until = long_date(*last_valid_day);
            match currency {
                Currency::Current => (GOOD, format!("{what}; counts until {until}")),
                Currency::DueSoon => (OPEN, format!("{what}; counts until {until}, so publish again soon")),
                Currency::OutOfDate => {
                    (OPEN, format!("{what}; counted until {until}, still shows and is no evidence now"))
                }
            }
        }
    }
}

fn lapse_line(lapse: &Lapse) -> String {
    let codes = |codes: &[QuestionCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut parts = vec!["What is published keeps its level.".to_owned()];
    if !lapse.levels_lost.is_empty() {
        let names: Vec<_> = lapse.levels_lost.iter().map(|level| level.name()).collect();
        parts.push(format!("The next publication cannot be at {}.", names.join(" or ")));
    }
    if !lapse.questions_back.is_empty() {
        parts.push(format!("These questions come back: {}.", codes(&lapse.questions_back)));
    }
    if !lapse.questions_in_doubt.is_empty() {
        parts.push(format!("Whether these depend on it is not on record: {}.", codes(&lapse.questions_in_doubt)));
    }
    parts.join(" ")
}

fn event_line(kind: EventKind) -> String {
    match kind {
        EventKind::EditionOpens { edition } => format!("{edition} is open"),
        EventKind::DeadlineReminder { edition } => format!("three months to the deadline of {edition}"),
        EventKind::Deadline { edition } => format!("deadline of {edition}"),
        EventKind::PublicationReminder => "twelve months since the last publication".to_owned(),
        EventKind::PublicationLastDay { .. } => "last day on which the publication counts".to_owned(),
        EventKind::CertificateLastDay { certificate } => format!("last day of {}", certificate.name()),
    }
}
