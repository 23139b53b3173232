//! The history of an organisation as a timeline, and the days on which a verdict changes by itself.

use dspt::{
    Answer, Assessment, Document, Holding, Level, Origin, PublishedLevel, Response, Timeline, TimelineEventKind,
    ValidityPolicy, timeline,
};

use crate::common::{Answers, bank, day, document, good_response, held, response, usual_day};
use crate::publishing::history;

/// A publication of an edition at a level on a day.
#[track_caller]
fn published(edition: &str, level: PublishedLevel, on: &str) -> dspt::PastPublication {
    let edition = edition.parse().expect("an edition");
    dspt::PastPublication { edition, level, published_on: day(on), sites: Vec::new(), digest: None }
}

fn with_history(publications: impl IntoIterator<Item = dspt::PastPublication>) -> Assessment {
    let answers = Answers::none("2025-26");
    Assessment::new(answers.edition, answers.organisation, history(publications), [])
}

/// The word for what happens, as it stands in the document.
fn word(kind: &TimelineEventKind) -> String {
    let value = serde_json::to_value(kind).expect("JSON");
    value["kind"].as_str().expect("a word").to_owned()
}

/// The periods as lines a DSPT officer could read.
fn lines(timeline: &Timeline<'_>) -> Vec<String> {
    let line = |period: &dspt::Period<'_>| {
        let status = period.status.currency().map_or("not published", dspt::Currency::as_str);
        let why: Vec<_> = period.why.iter().map(|event| word(&event.what)).collect();
        format!("{} to {}: {status}; {}", period.from, period.until, why.join(", "))
    };
    timeline.periods.iter().map(line).collect()
}

#[test]
fn a_publication_is_current_then_due_soon_then_out_of_date_or_superseded() {
    let assessment = with_history([
        published("2023-24", PublishedLevel::ApproachingStandards, "2024-06-18"),
        published("2024-25", PublishedLevel::StandardsMet, "2025-05-20"),
    ]);
    let by = |policy| lines(&timeline(bank("2025-26"), &assessment, day("2026-07-01"), policy));
    assert_eq!(
        by(ValidityPolicy::TwelveMonths),
        [
            "2024-06-18 to 2025-03-17: current; published",
            "2025-03-18 to 2025-05-19: due-soon; due-soon",
            "2025-05-20 to 2026-02-19: current; published, superseded",
            "2026-02-20 to 2026-05-20: due-soon; due-soon",
            "2026-05-21 to 2026-07-01: out-of-date; expired",
        ]
    );
    assert_eq!(
        by(ValidityPolicy::NextDeadline),
        [
            "2024-06-18 to 2025-03-29: current; published",
            "2025-03-30 to 2025-05-19: due-soon; due-soon",
            "2025-05-20 to 2026-03-29: current; published, superseded",
            "2026-03-30 to 2026-06-30: due-soon; due-soon",
            "2026-07-01 to 2026-07-01: out-of-date; expired",
        ]
    );
}

#[test]
fn nothing_published_is_a_period_from_the_opening_of_the_edition() {
    let assessment = with_history([]);
    let found = timeline(bank("2025-26"), &assessment, day("2026-06-01"), ValidityPolicy::TwelveMonths);
    assert_eq!(lines(&found), ["2025-09-01 to 2026-06-01: not published; "]);
    let before = timeline(bank("2025-26"), &assessment, day("2025-01-01"), ValidityPolicy::TwelveMonths);
    assert_eq!(lines(&before), ["2025-01-01 to 2025-01-01: not published; "]);
}

#[test]
fn several_publications_on_one_day_are_one_period_and_the_last_stands() {
    let assessment = with_history([
        published("2025-26", PublishedLevel::ApproachingStandards, "2026-05-04"),
        published("2025-26", PublishedLevel::StandardsMet, "2026-05-04"),
    ]);
    let found = timeline(bank("2025-26"), &assessment, day("2026-06-01"), ValidityPolicy::TwelveMonths);
    assert_eq!(
        lines(&found),
        ["2025-09-01 to 2026-05-03: not published; ", "2026-05-04 to 2026-06-01: current; published, superseded",]
    );
}

/// What happened meanwhile, of one kind, with its day.
#[track_caller]
fn meanwhile(timeline: &Timeline<'_>, of: &str) -> Vec<String> {
    let events = timeline.periods.iter().flat_map(|period| &period.meanwhile);
    events.filter(|event| word(&event.what) == of).map(|event| format!("{} {}", event.day, event.says)).collect()
}

#[test]
fn rules_that_change_inside_an_edition_are_told_on_their_day() {
    let assessment = Answers::none("2021-22").assessment();
    let found = timeline(bank("2021-22"), &assessment, day("2022-06-30"), ValidityPolicy::TwelveMonths);
    assert_eq!(
        meanwhile(&found, "no-longer-mandatory"),
        ["2022-06-09 Inside 2021-22, 1.2.4 stopped being mandatory for Standards Met."]
    );
    assert_eq!(
        meanwhile(&found, "count-changed"),
        ["2022-06-09 Inside 2021-22, the questions mandatory for Standards Met became 42."]
    );
    let later = timeline(bank("2021-22"), &assessment, day("2022-06-08"), ValidityPolicy::TwelveMonths);
    assert!(meanwhile(&later, "no-longer-mandatory").is_empty(), "the history ends before");
}

#[test]
fn editions_that_open_and_close_are_told_with_their_deadlines() {
    let assessment = with_history([published("2024-25", PublishedLevel::StandardsMet, "2025-06-12")]);
    let found = timeline(bank("2025-26"), &assessment, day("2026-06-01"), ValidityPolicy::TwelveMonths);
    let edition = |kind: &str| meanwhile(&found, kind).iter().map(|line| line[..10].to_owned()).collect::<Vec<_>>();
    assert_eq!(edition("deadline-passed"), ["2025-07-01"]);
    assert_eq!(edition("edition-closed"), ["2025-09-18"]);
    assert_eq!(edition("edition-opened"), ["2025-09-18"]);
}

#[test]
fn a_lapsed_certificate_costs_the_next_publication_a_level_and_the_standing_one_nothing() {
    let told = |edition: &str, held_until: (&str, &str), as_of: &str| {
        let answers = Answers::none(edition)
            .profile(|profile| profile.cyber_essentials_plus = Some(held(held_until.0, held_until.1)));
        let assessment = answers.assessment();
        let found = timeline(bank(edition), &assessment, day(as_of), ValidityPolicy::TwelveMonths);
        meanwhile(&found, "certificate-lapsed")
    };
    assert_eq!(
        told("2025-26", ("2025-06-01", "2026-05-31"), "2026-06-10"),
        [
            "2026-06-01 Cyber Essentials Plus lapsed. What is published keeps its level. The next publication cannot be at Standards Exceeded. These questions come back: 4.2.4, 6.2.1, 9.1.1. Whether these depend on it is not on record: 1.3.11, 1.3.12, 1.3.14, 1.4.2, 3.4.1, 6.3.2."
        ]
    );
    assert_eq!(
        told("2021-22", ("2021-03-01", "2022-02-28"), "2022-06-10"),
        [
            "2022-03-01 Cyber Essentials Plus lapsed. What is published keeps its level. It costs the next publication no level. Whether these depend on it is not on record: 1.3.11, 1.3.12, 1.3.14, 1.4.2, 3.4.1, 4.1.2, 4.2.4, 6.2.1, 6.3.2, 9.1.1."
        ]
    );
}

/// The days on which the verdict changes, with the reasons and the questions.
fn changes(answers: &Answers, as_of: &str) -> Vec<String> {
    let assessment = answers.assessment();
    let bank = bank(&answers.edition.to_string());
    let found = timeline(bank, &assessment, day(as_of), ValidityPolicy::TwelveMonths);
    let line = |change: &dspt::VerdictChange| {
        let why: Vec<_> = change.why.iter().map(|event| word(&event.what)).collect();
        let level = |level: Option<Level>| level.map_or("none", Level::as_str);
        let questions: Vec<_> = change
            .questions
            .iter()
            .map(|question| format!("{} {} to {}", question.question, question.before, question.after))
            .collect();
        format!(
            "{} {}: {} to {}; {}",
            change.verdict.day,
            why.join(", "),
            level(change.level_before),
            level(change.verdict.level),
            questions.join(", ")
        )
    };
    found.answers.changes.iter().map(line).collect()
}

#[test]
fn what_grows_too_old_expires_or_comes_to_count_changes_the_verdict_on_its_day() {
    let bank = bank("2025-26");
    let good = |code: &str| {
        good_response(bank.question(code.parse().expect("a code")).expect("a question"), day("2025-08-01"))
    };
    let from = "2024-25".parse().expect("an edition");
    let expiring = Document { expires_on: Some(day("2026-03-31")), ..document("Shared drive") };
    let base = || Answers::none("2025-26");
    let table: [(Answers, &[&str]); 5] = [
        (
            base().with("7.1.1", Response { reviewed_on: Some(day("2025-04-08")), ..good("7.1.1") }),
            &["2026-04-09 review-lapsed: none to none; 7.1.1 complete to incomplete"],
        ),
        (
            base().with(
                "1.1.2",
                Response {
                    reviewed_on: Some(day("2025-08-01")),
                    ..response(Answer::Document { documents: vec![expiring] })
                },
            ),
            &["2026-04-01 document-expired: none to none; 1.1.2 complete to incomplete"],
        ),
        (
            base().with(
                "1.3.8",
                Response {
                    origin: Origin::CarriedOver { from, reconfirmed_on: Some(day("2026-05-12")) },
                    ..good("1.3.8")
                },
            ),
            &["2026-05-12 confirmation-counts: none to none; 1.3.8 incomplete to complete"],
        ),
        (
            base().with("1.3.8", Response { reviewed_on: Some(day("2026-02-02")), ..good("1.3.8") }),
            &["2026-02-02 review-counts: none to none; 1.3.8 incomplete to complete"],
        ),
        (
            base().profile(|profile| profile.cyber_essentials_plus = Some(held("2025-10-01", "2026-05-31"))),
            &[
                "2025-10-01 certificate-began: none to none; 4.2.4 unanswered to exempt, 6.2.1 unanswered to exempt, 9.1.1 unanswered to exempt",
                "2026-06-01 certificate-lapsed: none to none; 4.2.4 exempt to unanswered, 6.2.1 exempt to unanswered, 9.1.1 exempt to unanswered",
            ],
        ),
    ];
    for (answers, expected) in table {
        assert_eq!(changes(&answers, "2026-05-30"), expected);
    }
}

#[test]
fn a_question_that_stops_being_mandatory_raises_the_level_by_itself() {
    let answers = Answers::complete("2021-22", day("2022-05-30"))
        .without("1.2.4")
        .profile(|profile| profile.cyber_essentials_plus = Some(Holding::No));
    let found = changes(&answers, "2022-06-16");
    assert!(
        found.contains(
            &"2022-06-09 no-longer-mandatory, count-changed: approaching-standards to standards-met; ".to_owned()
        ),
        "{found:#?}"
    );
}

#[test]
fn the_answers_are_followed_from_the_opening_to_the_deadline_and_to_the_day_asked_about() {
    let span = |as_of: &str| {
        let assessment = Answers::none("2025-26").assessment();
        let found = timeline(bank("2025-26"), &assessment, day(as_of), ValidityPolicy::TwelveMonths);
        format!("{} to {}", found.answers.from, found.answers.until)
    };
    assert_eq!(span("2026-05-30"), "2025-09-01 to 2026-06-30");
    assert_eq!(span("2025-08-01"), "2025-08-01 to 2026-06-30");
    assert_eq!(span("2026-08-01"), "2025-09-01 to 2026-08-01");
}

#[test]
fn the_timeline_is_written_whole() {
    let assessment = with_history([published("2024-25", PublishedLevel::StandardsMet, "2025-06-12")]);
    let found = timeline(bank("2025-26"), &assessment, usual_day("2025-26"), ValidityPolicy::TwelveMonths);
    insta::assert_snapshot!(serde_json::to_string_pretty(&found).expect("JSON"));
}
