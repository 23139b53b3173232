//! The days to come: openings, deadlines, reminders and last days; what a lapsed certificate means; the label of a day.

use dspt::{
    Assessment, Certificate, EventKind, Holding, Lapse, Level, PublishedLevel, ValidityPolicy, calendar, label_on,
    lapse,
};

use crate::common::{Answers, bank, code, day, held};
use crate::publishing::{history, past};

/// One line an event: the day and what happens.
fn events(assessment: &Assessment, after: &str, policy: ValidityPolicy) -> Vec<String> {
    let line = |event: dspt::Event| {
        let what = match event.kind {
            EventKind::EditionOpens { edition } => format!("{edition} opens"),
            EventKind::DeadlineReminder { edition } => format!("reminder of the deadline of {edition}"),
            EventKind::Deadline { edition } => format!("deadline of {edition}"),
            EventKind::PublicationReminder => "reminder twelve months after publishing".to_owned(),
            EventKind::PublicationLastDay { policy } => format!("last day of the publication, {policy}"),
            EventKind::CertificateLastDay { certificate } => format!("last day of {}", certificate.name()),
        };
        format!("{} {what}", event.day)
    };
    calendar(assessment, day(after), policy).into_iter().map(line).collect()
}

/// An organisation that has published these and holds these.
#[track_caller]
fn organisation(publications: &[(&str, &str)], certificates: [Option<Holding>; 3]) -> Assessment {
    let answers = Answers::none("2024-25").profile(|profile| {
        [profile.cyber_essentials_plus, profile.cyber_essentials, profile.iso_27001] = certificates;
    });
    let past = publications.iter().map(|(of, on)| past(of, PublishedLevel::StandardsMet, on));
    Assessment::new(answers.edition, answers.organisation, history(past), [])
}

#[test]
fn each_edition_opens_has_its_deadline_on_30_june_and_a_reminder_three_months_before() {
    let expected = [
        "2021-08-26 2021-22 opens",
        "2022-03-30 reminder of the deadline of 2021-22",
        "2022-06-30 deadline of 2021-22",
        "2022-08-24 2022-23 opens",
        "2023-03-30 reminder of the deadline of 2022-23",
        "2023-06-30 deadline of 2022-23",
        // Where the day is not on record, the first on which the edition was certainly open.
        "2023-09-18 2023-24 opens",
        "2024-03-30 reminder of the deadline of 2023-24",
        "2024-06-30 deadline of 2023-24",
        "2024-09-03 2024-25 opens",
        "2025-03-30 reminder of the deadline of 2024-25",
        "2025-06-30 deadline of 2024-25",
        "2025-09-18 2025-26 opens",
        "2026-03-30 reminder of the deadline of 2025-26",
        "2026-06-30 deadline of 2025-26",
    ];
    let nobody = organisation(&[], [None; 3]);
    assert_eq!(events(&nobody, "2021-08-01", ValidityPolicy::TwelveMonths), expected);
    assert_eq!(events(&nobody, "2026-06-29", ValidityPolicy::TwelveMonths), expected[14..]);
    assert_eq!(events(&nobody, "2026-06-30", ValidityPolicy::TwelveMonths), [""; 0], "only days after the day");
}

#[test]
fn the_latest_publication_brings_a_reminder_at_twelve_months_and_its_last_day() {
    let published = organisation(&[("2023-24", "2024-06-20"), ("2024-25", "2025-05-12")], [None; 3]);
    let twelve_months = [
        "2025-09-18 2025-26 opens",
        "2026-03-30 reminder of the deadline of 2025-26",
        "2026-05-12 reminder twelve months after publishing",
        "2026-05-12 last day of the publication, twelve-months",
        "2026-06-30 deadline of 2025-26",
    ];
    assert_eq!(events(&published, "2025-07-01", ValidityPolicy::TwelveMonths), twelve_months);
    let next_deadline = [
        "2025-09-18 2025-26 opens",
        "2026-03-30 reminder of the deadline of 2025-26",
        "2026-05-12 reminder twelve months after publishing",
        "2026-06-30 deadline of 2025-26",
        "2026-06-30 last day of the publication, next-deadline",
    ];
    assert_eq!(events(&published, "2025-07-01", ValidityPolicy::NextDeadline), next_deadline);
}

#[test]
fn publications_after_the_day_are_not_known_yet() {
    let published = organisation(&[("2023-24", "2024-06-20"), ("2024-25", "2025-05-12")], [None; 3]);
    let of_publications = |after: &str| -> Vec<String> {
        let all = events(&published, after, ValidityPolicy::TwelveMonths);
        all.into_iter().filter(|line| line.contains("publi")).collect()
    };
    assert_eq!(of_publications("2024-06-19"), [""; 0]);
    let first =
        ["2025-06-20 reminder twelve months after publishing", "2025-06-20 last day of the publication, twelve-months"];
    assert_eq!(of_publications("2024-06-20"), first);
    assert_eq!(of_publications("2025-05-11"), first);
    assert_eq!(of_publications("2025-05-12").len(), 2);
    assert_ne!(of_publications("2025-05-12"), first);
    assert_eq!(of_publications("2026-05-12"), [""; 0], "the day itself has come");
}

#[test]
fn a_publication_of_29_february_is_reminded_of_on_28_february() {
    let published = organisation(&[("2023-24", "2024-02-29")], [None; 3]);
    let line = "2025-02-28 reminder twelve months after publishing".to_owned();
    assert!(events(&published, "2024-09-03", ValidityPolicy::TwelveMonths).contains(&line));
}

#[test]
fn every_certificate_held_has_its_last_day() {
    let holder = organisation(
        &[],
        [
            Some(held("2025-02-01", "2026-01-31")),
            Some(held("2025-02-02", "2026-02-01")),
            Some(held("2023-11-01", "2026-10-31")),
        ],
    );
    let last_days = [
        "2026-01-31 last day of Cyber Essentials Plus",
        "2026-02-01 last day of Cyber Essentials",
        "2026-03-30 reminder of the deadline of 2025-26",
        "2026-06-30 deadline of 2025-26",
        "2026-10-31 last day of ISO 27001",
    ];
    assert_eq!(events(&holder, "2025-09-18", ValidityPolicy::TwelveMonths), last_days);
    assert_eq!(events(&holder, "2026-01-31", ValidityPolicy::TwelveMonths), last_days[1..]);
    let doubtful = organisation(&[], [Some(Holding::No), Some(Holding::NotSure), None]);
    assert_eq!(events(&doubtful, "2026-06-30", ValidityPolicy::TwelveMonths), [""; 0]);
}

#[test]
fn an_event_is_a_document() {
    let holder = organisation(&[("2024-25", "2025-05-12")], [Some(held("2025-08-01", "2026-07-31")), None, None]);
    let events = calendar(&holder, day("2026-04-01"), ValidityPolicy::TwelveMonths);
    insta::assert_snapshot!(serde_json::to_string_pretty(&events).expect("JSON"), @r#"
    [
      {
        "day": "2026-05-12",
        "kind": "publication-reminder"
      },
      {
        "day": "2026-05-12",
        "kind": "publication-last-day",
        "policy": "twelve-months"
      },
      {
        "day": "2026-06-30",
        "kind": "deadline",
        "edition": "2025-26"
      },
      {
        "day": "2026-07-31",
        "kind": "certificate-last-day",
        "certificate": "cyber-essentials-plus"
      }
    ]
    "#);
}

#[test]
fn a_lapsed_cyber_essentials_plus_certificate_costs_no_level_in_2021_22_and_standards_exceeded_later() {
    let table: [(&str, &[Level]); 5] = [
        ("2021-22", &[]),
        ("2022-23", &[Level::StandardsExceeded]),
        ("2023-24", &[Level::StandardsExceeded]),
        ("2024-25", &[Level::StandardsExceeded]),
        ("2025-26", &[Level::StandardsExceeded]),
    ];
    for (of, levels) in table {
        assert_eq!(lapse(bank(of), Certificate::CyberEssentialsPlus).levels_lost, levels, "{of}");
    }
}

#[test]
fn questions_that_the_certificate_took_away_come_back_or_are_in_doubt() {
    let joined = |codes: &[dspt::QuestionCode]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let table = [
        ("2021-22", "", "1.3.11 1.3.12 1.3.14 1.4.2 3.4.1 4.1.2 4.2.4 6.2.1 6.3.2 9.1.1"),
        ("2022-23", "", "1.3.11 1.3.12 1.3.14 1.4.2 3.4.1 4.2.4 6.2.1 6.3.2 9.1.1"),
        ("2023-24", "", "1.3.11 1.3.12 1.3.14 1.4.2 3.4.1 4.2.4 6.2.1 6.3.2 9.1.1"),
        ("2024-25", "", "1.3.11 1.3.12 1.3.14 1.4.2 3.4.1 4.2.4 6.2.1 6.3.2 9.1.1"),
        ("2025-26", "4.2.4 6.2.1 9.1.1", "1.3.11 1.3.12 1.3.14 1.4.2 3.4.1 6.3.2"),
    ];
    for (of, back, in_doubt) in table {
        let lapse = lapse(bank(of), Certificate::CyberEssentialsPlus);
        assert_eq!(joined(&lapse.questions_back), back, "{of}");
        assert_eq!(joined(&lapse.questions_in_doubt), in_doubt, "{of}");
    }
    assert!(lapse(bank("2025-26"), Certificate::CyberEssentialsPlus).questions_back.contains(&code("6.2.1")));
}

#[test]
fn a_lapse_of_any_other_certificate_means_nothing() {
    let nothing = Lapse { levels_lost: Vec::new(), questions_back: Vec::new(), questions_in_doubt: Vec::new() };
    for of in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        assert_eq!(lapse(bank(of), Certificate::CyberEssentials), nothing, "{of}");
        assert_eq!(lapse(bank(of), Certificate::Iso27001), nothing, "{of}");
    }
}

#[test]
fn the_label_is_that_of_the_edition_open_on_the_day_whatever_the_deadline() {
    let table = [
        ("2021-08-25", None),
        ("2021-08-26", Some("2021-22")),
        ("2022-06-30", Some("2021-22")),
        ("2022-07-01", Some("2021-22")),
        ("2022-08-23", Some("2021-22")),
        ("2022-08-24", Some("2022-23")),
        ("2023-07-31", Some("2022-23")),
        ("2023-08-01", None),
        ("2023-09-17", None),
        ("2023-09-18", Some("2023-24")),
        ("2024-09-01", Some("2023-24")),
        ("2024-09-02", None),
        ("2024-09-03", Some("2024-25")),
        ("2025-08-31", Some("2024-25")),
        ("2025-09-01", None),
        ("2025-09-18", Some("2025-26")),
        ("2026-06-30", Some("2025-26")),
        // The next edition may have opened, and is not on record.
        ("2026-07-01", None),
    ];
    for (on, expected) in table {
        assert_eq!(label_on(day(on)).map(|label| label.to_string()).as_deref(), expected, "{on}");
    }
}
