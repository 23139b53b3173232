//! What a published status unlocks: one table a service, and the days on which a claim begins or ends.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use crate::common::{bank, day};
use dspt::{Certainty, Level, NaiveDate, ServiceAnswer, ServiceNeed, ServiceState, Services};

const APPROACHING: Option<Level> = Some(Level::ApproachingStandards);
const MET: Option<Level> = Some(Level::StandardsMet);
const EXCEEDED: Option<Level> = Some(Level::StandardsExceeded);

fn usual() -> NaiveDate {
    day("2026-06-01")
}

#[track_caller]
fn answer(service: &str, level: Option<Level>, is_current: bool, on: NaiveDate) -> ServiceAnswer<'static> {
    let answers = Services::built_in().unlocked_by(level, is_current, on);
    answers.into_iter().find(|answer| answer.service().id.as_str() == service).expect("a service on record")
}

/// For each service: with nothing published, then with a current publication at each of the three levels.
const TABLE: [(&str, [&str; 4]); 13] = [
    ("api-submission-below-standard", ["needs-approval", "needs-approval", "needs-approval", "needs-approval"]),
    ("cqc-registration", ["not-required", "not-required", "not-required", "not-required"]),
    ("digital-red-bag", ["locked", "unlocked", "unlocked", "unlocked"]),
    ("gp-connect", ["locked", "locked", "unlocked", "unlocked"]),
    ("local-authority-contracts", ["local-decision", "local-decision", "local-decision", "local-decision"]),
    ("nhs-standard-contract", ["locked", "locked", "unlocked", "unlocked"]),
    ("nhsmail", ["locked", "unlocked", "unlocked", "unlocked"]),
    ("nhsmail-after-lapse", ["not-known", "not-known", "not-known", "not-known"]),
    ("proxy-medication-ordering", ["locked", "locked", "unlocked", "unlocked"]),
    ("secure-email-accreditation", ["locked", "unlocked", "unlocked", "unlocked"]),
    ("shared-care-record-pilots", ["local-decision", "local-decision", "local-decision", "local-decision"]),
    ("shared-care-records", ["locked", "locked", "unlocked", "unlocked"]),
    ("transformation-funding", ["local-decision", "local-decision", "local-decision", "local-decision"]),
];

#[test]
fn the_table_has_every_service() {
    let listed: Vec<&str> = Services::built_in().iter().map(|service| service.id.as_str()).collect();
    assert_eq!(listed, TABLE.map(|(service, _)| service));
}

#[test]
fn a_current_publication_unlocks_what_its_level_is_enough_for() {
    for (service, cells) in TABLE {
        for (level, expected) in [None, APPROACHING, MET, EXCEEDED].into_iter().zip(cells) {
            let state = answer(service, level, true, usual()).state();
            assert_eq!(state.as_str(), expected, "{service} at {level:?}");
        }
    }
}

#[test]
fn a_publication_that_is_out_of_date_unlocks_nothing() {
    for (service, cells) in TABLE {
        for level in [APPROACHING, MET, EXCEEDED] {
            let state = answer(service, level, false, usual()).state();
            assert_eq!(state.as_str(), cells[0], "{service}: as if nothing were published");
        }
    }
}

#[test]
fn a_higher_level_never_locks_a_service() {
    for service in Services::built_in() {
        let states = [None, APPROACHING, MET, EXCEEDED].map(|level| answer(service.id.as_str(), level, true, usual()));
        let locked: Vec<bool> = states.iter().map(|answer| answer.state() == ServiceState::Locked).collect();
        assert!(locked.is_sorted_by(|lower, higher| lower >= higher), "{}: {locked:?}", service.id);
    }
}

#[test]
fn no_service_asks_for_standards_exceeded() {
    // Statement S3-13: no contract asks for it.
    let needs = |need: ServiceNeed| {
        Services::built_in().iter().flat_map(|service| &service.claims).any(|claim| claim.needs == need)
    };
    assert!(!needs(ServiceNeed::StandardsExceeded));
    assert!(needs(ServiceNeed::StandardsMet) && needs(ServiceNeed::ApproachingStandards));
}

#[test]
fn where_sources_differ_both_are_shown_and_the_stricter_decides() {
    let contract = answer("nhs-standard-contract", APPROACHING, true, usual());
    let shown: Vec<ServiceNeed> = contract.claims().map(|claim| claim.needs).collect();
    assert_eq!(shown, [ServiceNeed::StandardsMet, ServiceNeed::ApproachingStandards, ServiceNeed::AnyPublication]);
    let decided = contract.decided_by().expect("a claim");
    assert_eq!((decided.needs, decided.provenance.certainty), (ServiceNeed::StandardsMet, Certainty::Inferred));
    assert_eq!((contract.state(), contract.certainty()), (ServiceState::Locked, Certainty::Inferred));
}

#[test]
fn an_answer_that_no_inferred_claim_could_change_is_confirmed() {
    let rows = [
        ("nhs-standard-contract", None, Certainty::Confirmed),
        ("nhs-standard-contract", APPROACHING, Certainty::Inferred),
        ("nhs-standard-contract", MET, Certainty::Confirmed),
        ("gp-connect", APPROACHING, Certainty::Confirmed),
        ("nhsmail", APPROACHING, Certainty::Confirmed),
        ("transformation-funding", MET, Certainty::Inferred),
        ("nhsmail-after-lapse", MET, Certainty::Unknown),
    ];
    for (service, level, expected) in rows {
        assert_eq!(answer(service, level, true, usual()).certainty(), expected, "{service} at {level:?}");
    }
}

#[test]
fn what_is_unknown_decides_nothing_and_is_shown() {
    let lapsed = answer("nhsmail-after-lapse", MET, false, usual());
    assert_eq!((lapsed.state(), lapsed.decided_by()), (ServiceState::NotKnown, None));
    assert_eq!(lapsed.claims().count(), 1);
}

#[test]
fn the_condition_for_nhsmail_is_on_record_from_the_day_after_the_waiver() {
    let rows = [
        ("2020-06-01", ServiceState::NotKnown, 1),
        ("2021-06-30", ServiceState::NotKnown, 1),
        ("2021-07-01", ServiceState::Locked, 2),
        ("2026-06-01", ServiceState::Locked, 2),
    ];
    for (on, state, claims) in rows {
        let answer = answer("nhsmail", None, false, day(on));
        assert_eq!((answer.state(), answer.claims().count()), (state, claims), "{on}");
    }
}

#[test]
fn a_message_says_what_is_asked_for_and_what_to_do() {
    let rows = [
        ("cqc-registration", None, false),
        ("gp-connect", MET, true),
        ("gp-connect", APPROACHING, true),
        ("gp-connect", MET, false),
        ("gp-connect", None, false),
        ("digital-red-bag", None, false),
        ("nhs-standard-contract", APPROACHING, true),
        ("nhs-standard-contract", EXCEEDED, true),
        ("local-authority-contracts", MET, true),
        ("transformation-funding", MET, true),
        ("api-submission-below-standard", None, false),
        ("nhsmail-after-lapse", MET, false),
    ];
    let told = rows.map(|(service, level, is_current)| answer(service, level, is_current, usual()).message());
    assert_snapshot!(told.join("\n"), @r"
    Registration with the Care Quality Commission (CQC): no publication is asked for. This is what local bodies report. A publication still serves as evidence of good governance, and inspectors expect one.
    GP Connect through an assured digital social care record: asks for Standards Met or higher, and the publication is enough.
    GP Connect through an assured digital social care record: asks for Standards Met or higher, and the publication is at Approaching Standards. Raise it and publish again.
    GP Connect through an assured digital social care record: asks for Standards Met or higher, and the publication at Standards Met is out of date and no longer evidence. Publish again.
    GP Connect through an assured digital social care record: asks for Standards Met or higher, and no publication counts yet. Publish the assessment.
    Digital red bag and hospital discharge information: asks for a publication at any level, and no publication counts yet. Publish the assessment.
    Services under the NHS Standard Contract: asks for Standards Met or higher, and the publication is at Approaching Standards. Raise it and publish again. This is inferred: One page names Standards Met. Another reports that the contract asks each year for an assessment that meets the mandatory requirements, and names no level. Other pages say that Approaching Standards is enough; all are undated, and Standards Met is the safer reading.
    Services under the NHS Standard Contract: asks for Standards Met or higher, and the publication is enough.
    Contracts with local authorities: decided locally. Some councils make it a condition and others do not; national guidance to councils recommends it. Look into the contract.
    Funding for digital social care records: decided locally. This is inferred: A local body says that it is a condition in some places; no list of them has been seen.
    Sending data to NHS Digital systems by API while the standards are not met: only with an approval. NHS Digital has to agree first; no level of its own is named.
    Keeping NHSmail after a publication has lapsed: not on record. Suppliers say that accounts can be lost. No official rule was found that says so, or when.
    ");
}

#[test]
fn an_answer_stands_in_json_with_its_claims() {
    let json = |service: &str| {
        let answer = answer(service, MET, true, usual());
        serde_json::to_string_pretty(&answer).expect("JSON")
    };
    assert_snapshot!(json("gp-connect"), @r#"
    {
      "service": "gp-connect",
      "name": "GP Connect through an assured digital social care record",
      "state": "unlocked",
      "certainty": "confirmed",
      "decidedBy": {
        "needs": "standards-met",
        "certainty": "confirmed",
        "sources": [
          "digitising-social-care-dspt-page",
          "nhs-gp-connect-slides"
        ]
      },
      "claims": [
        {
          "needs": "standards-met",
          "certainty": "confirmed",
          "sources": [
            "digitising-social-care-dspt-page",
            "nhs-gp-connect-slides"
          ]
        }
      ],
      "message": "GP Connect through an assured digital social care record: asks for Standards Met or higher, and the publication is enough.",
      "arguments": [
        {
          "kind": "text",
          "name": "service",
          "value": "GP Connect through an assured digital social care record"
        },
        {
          "kind": "sentence",
          "name": "asked",
          "sentence": "service.asked.level-or-higher",
          "arguments": [
            {
              "kind": "word",
              "name": "level",
              "labels": "level",
              "value": "standards-met"
            }
          ]
        }
      ]
    }
    "#);
    assert_snapshot!(json("nhsmail-after-lapse"), @r#"
    {
      "service": "nhsmail-after-lapse",
      "name": "Keeping NHSmail after a publication has lapsed",
      "state": "not-known",
      "certainty": "unknown",
      "claims": [
        {
          "needs": "approaching-standards",
          "certainty": "unknown",
          "because": "Suppliers say that accounts can be lost. No official rule was found that says so, or when."
        }
      ],
      "message": "Keeping NHSmail after a publication has lapsed: not on record. Suppliers say that accounts can be lost. No official rule was found that says so, or when.",
      "arguments": [
        {
          "kind": "sentence",
          "name": "answer",
          "sentence": "service.not-known",
          "arguments": [
            {
              "kind": "text",
              "name": "service",
              "value": "Keeping NHSmail after a publication has lapsed"
            }
          ]
        },
        {
          "kind": "text",
          "name": "because",
          "value": "Suppliers say that accounts can be lost. No official rule was found that says so, or when."
        }
      ]
    }
    "#);
}

#[test]
fn every_source_is_used_and_is_described_as_in_the_question_bank() {
    let services = Services::built_in();
    let claims = services.iter().flat_map(|service| &service.claims);
    let used: BTreeSet<_> = claims.flat_map(|claim| &claim.provenance.sources).collect();
    let mut shared = 0;
    for source in services.sources() {
        assert!(used.contains(&source.id), "nothing rests on {}", source.id);
        assert_eq!(services.source(&source.id), Some(source));
        if let Some(same) = bank("2025-26").source(&source.id) {
            assert_eq!(same, source);
            shared += 1;
        }
    }
    assert!(shared > 0);
}

#[test]
fn a_service_is_found_by_its_id() {
    let services = Services::built_in();
    assert!(services.iter().len() > 5);
    for service in services {
        assert_eq!(services.get(service.id.as_str()), Some(service));
    }
    assert_eq!(services.get("nhs-mail"), None);
}
