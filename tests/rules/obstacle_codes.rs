//! Every obstacle there is: each can be met, and all that are met are named at once.

use std::collections::BTreeSet;

use dspt::{Certificate, Level, Nation, ObstacleKind, PublishedLevel, QuestionBank, RawBank, Role, Sector};

use crate::common::{bank, code, day};
use crate::publishing::{Ready, branch, edition, every_assertion, history, ods, past, plan};

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

/// The bank of 2025-26 with other level rules.
#[track_caller]
fn bank_with_levels(change: impl FnOnce(&mut Vec<serde_json::Value>)) -> &'static QuestionBank {
    let mut json: serde_json::Value = serde_json::from_str(&bank("2025-26").to_json()).expect("JSON");
    change(json["levels"].as_array_mut().expect("levels"));
    let raw = RawBank::from_json(json.to_string()).expect("a bank");
    Box::leak(Box::new(raw.check().expect("a bank without mistakes")))
}

/// For every obstacle a submission that meets it, with the codes of all obstacles it meets.
fn one_for_each_code() -> Vec<(Ready, &'static [&'static str])> {
    let met = |of: &str| Ready::first(of, Level::StandardsMet);
    let approaching = |of: &str| Ready::first(of, Level::ApproachingStandards);
    let exceeded = |of: &str| Ready::first(of, Level::StandardsExceeded);
    let organisation =
        |change: fn(&mut dspt::Organisation)| met("2025-26").but(|r| change(&mut r.answers.organisation));
    let with_sites = |selected: &str, change: fn(&mut dspt::Site)| {
        met("2025-26").but(|ready| {
            ready.answers.organisation.ods_code = ods("AX4P");
            let mut site = branch("VM0X2");
            change(&mut site);
            ready.sites = vec![site];
            ready.selected = vec![ods(selected)];
        })
    };
    vec![
        (met("2025-26").without("3.1.1"), &["questions-outstanding"]),
        (
            exceeded("2024-25").but(|r| r.answers.organisation.cyber_essentials_plus = Some(dspt::Holding::No)),
            &["certificate-missing"],
        ),
        (exceeded("2021-22"), &["level-undetermined"]),
        (
            met("2025-26").but(|ready| {
                ready.level = Level::StandardsExceeded;
                ready.bank = bank_with_levels(|levels| {
                    let certificate =
                        |name: &str| serde_json::json!({"kind": "certificate-current", "certificate": name});
                    levels[2]["readings"][0]["value"] = serde_json::json!({
                        "kind": "any-of",
                        "rules": [certificate("cyber-essentials-plus"), certificate("iso-27001")],
                    });
                });
            }),
            &["no-way-open"],
        ),
        (
            exceeded("2025-26").but(|ready| ready.bank = bank_with_levels(|levels| levels.truncate(2))),
            &["level-unknown"],
        ),
        (
            approaching("2024-25").but(|ready| {
                ready.history = history([past("2023-24", PublishedLevel::ApproachingStandards, "2024-06-30")]);
                ready.assertions = every_assertion(ready.bank);
            }),
            &["approaching-only-first", "below-republication"],
        ),
        (approaching("2025-26").but(|ready| ready.plan = None), &["action-plan-missing"]),
        (approaching("2025-26").but(|ready| ready.plan = Some(plan(&["3.1.1"], ready.as_of))), &["action-plan-faulty"]),
        (organisation(|profile| profile.profile_confirmed_on = None), &["profile-not-confirmed"]),
        (organisation(|profile| profile.profile_changed_on = Some(day("2026-06-01"))), &["profile-changed"]),
        (
            organisation(|profile| profile.profile_confirmed_on = Some(day("2026-06-01"))),
            &["profile-confirmed-in-future"],
        ),
        (
            Ready::again("2024-25", Level::StandardsMet).but(|ready| ready.assertions.clear()),
            &["assertions-not-confirmed"],
        ),
        (
            met("2024-25").but(|ready| {
                let from = edition("2023-24");
                let optional = ready.answers.responses.get_mut(&code("4.4.1")).expect("an answer");
                optional.origin = dspt::Origin::CarriedOver { from, reconfirmed_on: None };
            }),
            &["answers-not-reconfirmed"],
        ),
        (Ready::first_on("2021-22", Level::StandardsMet, day("2021-08-25")), &["edition-not-open"]),
        (Ready::first_on("2021-22", Level::StandardsMet, day("2022-08-24")), &["edition-closed"]),
        (met("2025-26").but(|ready| ready.answers.edition = edition("2024-25")), &["other-edition"]),
        (
            met("2025-26").after([past("2025-26", PublishedLevel::StandardsMet, "2026-06-15")]),
            &["before-last-publication"],
        ),
        (met("2025-26").but(|ready| ready.by = Role::Auditor), &["role-may-not-publish"]),
        (organisation(|profile| profile.nation = Nation::Scotland), &["outside-the-scope"]),
        (organisation(|profile| profile.sector = Sector::Other), &["other-sector"]),
        (with_sites("VM0X3", |_| {}), &["site-not-on-record"]),
        (with_sites("VM0X2", |site| site.arrangements.it = dspt::Sharing::Different), &["site-differs"]),
        (with_sites("VM0X2", |site| site.nation = Nation::Wales), &["site-outside-the-scope"]),
        (
            with_sites("VM0X2", |_| {}).but(|ready| ready.answers.organisation.ods_code = ods("VM0X1")),
            &["sites-need-head-office"],
        ),
    ]
}

#[test]
fn every_obstacle_there_is_can_be_met() {
    let mut met = BTreeSet::new();
    for (ready, expected) in one_for_each_code() {
        assert_eq!(ready.codes(), expected);
        met.extend(ready.codes());
    }
    assert_eq!(met, ObstacleKind::CODES.iter().copied().collect());
}

#[test]
fn nothing_stands_against_the_submissions_that_the_tables_start_from() {
    for of in EDITIONS {
        for level in [Level::ApproachingStandards, Level::StandardsMet] {
            assert_eq!(Ready::first(of, level).codes(), [""; 0], "{of} {level}");
        }
        assert_eq!(Ready::again(of, Level::StandardsMet).codes(), [""; 0], "{of}");
    }
}

#[test]
fn every_reason_is_given_at_once() {
    let ready = Ready::first_on("2024-25", Level::ApproachingStandards, day("2025-09-18")).but(|ready| {
        ready.by = Role::Auditor;
        ready.history = history([
            past("2023-24", PublishedLevel::StandardsMet, "2024-06-28"),
            past("2025-26", PublishedLevel::StandardsMet, "2025-10-01"),
        ]);
        ready.plan = None;
        ready.sites = vec![dspt::Site { nation: Nation::Wales, ..branch("VM0X2") }];
        ready.selected = vec![ods("VM0X2"), ods("VM0X3")];
        let answers = ready.answers.clone().without("1.1.1");
        ready.answers = answers.profile(|profile| {
            profile.nation = Nation::Wales;
            profile.sector = Sector::Other;
            profile.profile_confirmed_on = None;
        });
        let from = edition("2023-24");
        let carried = ready.answers.responses.get_mut(&code("4.4.1")).expect("an answer");
        carried.origin = dspt::Origin::CarriedOver { from, reconfirmed_on: None };
    });
    let mut codes = ready.codes();
    codes.sort_unstable();
    let expected = [
        "action-plan-missing",
        "answers-not-reconfirmed",
        "approaching-only-first",
        "assertions-not-confirmed",
        "before-last-publication",
        "below-republication",
        "edition-closed",
        "other-sector",
        "outside-the-scope",
        "profile-not-confirmed",
        "questions-outstanding",
        "role-may-not-publish",
        "site-not-on-record",
        "site-outside-the-scope",
        "sites-need-head-office",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn a_refusal_is_a_document_with_a_code_for_each_reason() {
    let ready = Ready::first("2024-25", Level::StandardsExceeded).without("3.1.1").but(|ready| {
        ready.answers.organisation.cyber_essentials_plus = Some(dspt::Holding::No);
    });
    let assessment = ready.assessment();
    let evaluation = dspt::evaluate(ready.bank, &assessment, ready.as_of);
    let submission = dspt::Submission { level: ready.level, by: ready.by, sites: &[] };
    let refusal = dspt::publish(&evaluation, &submission).expect_err("a question and the certificate are missing");
    let missing =
        ObstacleKind::CertificateMissing { level: ready.level, certificate: Certificate::CyberEssentialsPlus };
    assert!(refusal.obstacles.iter().any(|obstacle| *obstacle.kind() == missing));
    let mut json: serde_json::Value = serde_json::from_str(&refusal.to_json()).expect("JSON");
    json.sort_all_objects();
    insta::assert_snapshot!(serde_json::to_string_pretty(&json).expect("JSON"), @r#"
    {
      "asOf": "2025-05-30",
      "format": "dspt.refusal.v1",
      "level": "standards-exceeded",
      "obstacles": [
        {
          "arguments": [
            {
              "kind": "number",
              "name": "count",
              "value": 1
            },
            {
              "kind": "word",
              "labels": "level",
              "name": "level",
              "value": "standards-exceeded"
            },
            {
              "kind": "codes",
              "name": "questions",
              "values": [
                "3.1.1"
              ]
            }
          ],
          "certainty": "confirmed",
          "code": "questions-outstanding",
          "message": "1 question is outstanding for Standards Exceeded: 3.1.1. Complete it first.",
          "pointer": "/responses",
          "questions": [
            "3.1.1"
          ],
          "sources": [
            "wmca-done-before-2024-25",
            "dch-cyber-essentials-guide-2024-08"
          ]
        },
        {
          "arguments": [
            {
              "kind": "word",
              "labels": "level",
              "name": "level",
              "value": "standards-exceeded"
            },
            {
              "kind": "word",
              "labels": "certificate",
              "name": "certificate",
              "value": "cyber-essentials-plus"
            }
          ],
          "certainty": "confirmed",
          "code": "certificate-missing",
          "message": "Standards Exceeded asks for Cyber Essentials Plus, and no certificate is in date on the day. Renew it and enter its dates, or choose another level.",
          "pointer": "/organisation/cyberEssentialsPlus",
          "questions": [],
          "sources": [
            "wmca-done-before-2024-25",
            "dch-cyber-essentials-guide-2024-08"
          ]
        }
      ]
    }
    "#);
}
