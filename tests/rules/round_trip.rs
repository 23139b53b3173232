//! What is written reads back as it was, assessments and banks alike.

use crate::common::{Answers, bank, code, day, document, held, not_applicable, response, tick, usual_day, words};
use dspt::{
    ActionPlan, Answer, Arrangements, Assessment, Document, Found, History, Holding, Nation, Nhsmail, OdsCode, Origin,
    PastPublication, PlanItem, PlanStatus, PublishedLevel, QuestionBank, RawBank, Response, RoleHolders, Sector,
    Sharing, Site, Training,
};

#[track_caller]
fn assert_reads_back(assessment: &Assessment) {
    let text = assessment.to_json();
    let read = Assessment::from_json(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(&read, assessment);
    assert_eq!(read.to_json(), text);
}

#[track_caller]
fn assert_answer_reads_back(answer: Answer) {
    let alone = response(answer.clone());
    let with_everything = Response {
        answer,
        comment: Some("Agreed at the March meeting.\nSee \"minutes\", p. 4 \\ 5 – café".to_owned()),
        reviewed_on: Some(day("2026-03-01")),
        origin: Origin::CarriedOver {
            from: "2024-25".parse().expect("an edition"),
            reconfirmed_on: Some(day("2026-03-02")),
        },
    };
    for response in [alone, with_everything] {
        assert_reads_back(&Answers::none("2025-26").with("1.1.1", response).assessment());
    }
}

#[test]
fn every_kind_of_answer_reads_back() {
    assert_answer_reads_back(words("ZA123456"));
    assert_answer_reads_back(words(""));
    assert_answer_reads_back(tick());
    assert_answer_reads_back(Answer::Confirmation { confirmed: false, found: None, training: None });
    for found in [Found::Nothing, Found::Something] {
        assert_answer_reads_back(Answer::Confirmation { confirmed: true, found: Some(found), training: None });
    }
    for (trained, people, programme) in [(0, 1, None), (60, 60, None), (40, u32::MAX, Some("Two a month".to_owned()))] {
        let training = Training::new(trained, people, programme).expect("figures that can be");
        assert_answer_reads_back(Answer::Confirmation { confirmed: true, found: None, training: Some(training) });
    }
    assert_answer_reads_back(Answer::Document { documents: Vec::new() });
    assert_answer_reads_back(Answer::Document {
        documents: vec![
            document("Shared drive, governance folder"),
            Document {
                location: "https://example.org/policy".to_owned(),
                title: Some("Own device policy".to_owned()),
                parts: vec!["policy".parse().expect("an id"), "enforcement".parse().expect("an id")],
                expires_on: Some(day("2026-12-31")),
            },
        ],
    });
    assert_answer_reads_back(Answer::Date { date: day("2024-02-29") });
    assert_answer_reads_back(not_applicable());
    assert_answer_reads_back(Answer::NotApplicable { reason: Some("We keep no paper records.".to_owned()) });
}

#[test]
fn every_origin_reads_back() {
    let from = "2024-25".parse().expect("an edition");
    for origin in [Origin::Given, Origin::CarriedOver { from, reconfirmed_on: None }] {
        let response = Response { origin, ..response(tick()) };
        assert_reads_back(&Answers::none("2025-26").with("2.1.1", response).assessment());
    }
}

#[test]
fn every_answer_of_the_profile_reads_back() {
    let none = Answers::none("2025-26");
    for &nhsmail in Nhsmail::ALL {
        assert_reads_back(&none.clone().profile(|profile| profile.nhsmail = Some(nhsmail)).assessment());
    }
    for &nation in Nation::ALL {
        assert_reads_back(&none.clone().profile(|profile| profile.nation = nation).assessment());
    }
    for &sector in Sector::ALL {
        assert_reads_back(&none.clone().profile(|profile| profile.sector = sector).assessment());
    }
    for holding in [held("2025-10-01", "2025-10-01"), Holding::No, Holding::NotSure] {
        let change = |profile: &mut dspt::Organisation| {
            profile.cyber_essentials_plus = Some(holding);
            profile.cyber_essentials = Some(holding);
            profile.iso_27001 = Some(holding);
        };
        assert_reads_back(&none.clone().profile(change).assessment());
    }
    assert_reads_back(
        &none
            .clone()
            .profile(|profile| {
                profile.role_holders = RoleHolders {
                    caldicott_guardian: Some("Amina Test".to_owned()),
                    senior_information_risk_owner: Some("Ben Test".to_owned()),
                    information_governance_lead: Some("Cara Test".to_owned()),
                    data_protection_officer: Some("Dev Test".to_owned()),
                };
                profile.profile_confirmed_on = Some(day("2026-05-01"));
                profile.profile_changed_on = Some(day("2026-04-30"));
            })
            .assessment(),
    );
    assert_reads_back(
        &none
            .profile(|profile| {
                profile.name = None;
                profile.nhsmail = None;
                profile.cyber_essentials_plus = None;
            })
            .assessment(),
    );
}

fn ods(code: &str) -> OdsCode {
    code.parse().expect("an ODS code")
}

/// Publications at every level there has been, one a year, the last with sites and a digest.
fn history() -> History {
    let mut history = History::default();
    for (level, year) in PublishedLevel::ALL.iter().zip(2018..) {
        let publication = PastPublication {
            edition: format!("{year}-{}", year - 1999).parse().expect("an edition"),
            level: *level,
            published_on: day(&format!("{}-06-12", year + 1)),
            sites: Vec::new(),
            digest: None,
        };
        history.append(publication).expect("in the order of the days");
    }
    let last = PastPublication {
        edition: "2024-25".parse().expect("an edition"),
        level: PublishedLevel::StandardsMet,
        published_on: day("2025-06-12"),
        sites: vec![ods("VM0X1"), ods("VM0X2")],
        digest: Some("0123456789abcdef".repeat(4)),
    };
    history.append(last.clone()).expect("in the order of the days");
    // Two on one day are in order.
    history.append(last).expect("in the order of the days");
    history
}

#[test]
fn past_publications_read_back_in_their_order() {
    let none = Answers::none("2025-26");
    let assessment = Assessment::new(none.edition, none.organisation, history(), none.responses);
    assert_reads_back(&assessment);
    assert_eq!(assessment.publications(), &history());
}

#[test]
fn sites_read_back() {
    let arrangements =
        |it| Arrangements { training: Sharing::Shared, policies: Sharing::Shared, data_security: Sharing::Shared, it };
    let sites = vec![
        Site {
            ods_code: ods("VM0X1"),
            name: Some("Harbour House East".to_owned()),
            nation: Nation::England,
            arrangements: arrangements(Sharing::Shared),
            publications: history(),
        },
        Site {
            ods_code: ods("VM0X2"),
            name: None,
            nation: Nation::Wales,
            arrangements: arrangements(Sharing::Different),
            publications: History::default(),
        },
    ];
    assert_reads_back(&Answers::none("2025-26").assessment().with_sites(sites));
}

#[test]
fn confirmed_assertions_read_back() {
    let assertions = ["1.1", "1.3", "10.2"].map(|code| code.parse().expect("an assertion code"));
    assert_reads_back(&Answers::none("2025-26").assessment().with_assertions_confirmed(assertions));
}

#[test]
fn an_action_plan_reads_back() {
    let bare = |question, status| PlanItem {
        question: code(question),
        what: None,
        why: None,
        next_step: None,
        owner: None,
        due_on: None,
        status,
    };
    let full = PlanItem {
        what: Some("A second step at sign-in for remote access.".to_owned()),
        why: Some("The supplier has not switched it on.".to_owned()),
        next_step: Some("Ask the supplier for a date.".to_owned()),
        owner: Some("The registered manager".to_owned()),
        due_on: Some(day("2026-09-30")),
        ..bare("4.5.3", PlanStatus::InProgress)
    };
    for items in [Vec::new(), vec![full, bare("7.1.1", PlanStatus::ToDo), bare("3.2.1", PlanStatus::Done)]] {
        assert_reads_back(&Answers::none("2025-26").assessment().with_action_plan(Some(ActionPlan { items })));
    }
}

#[test]
fn a_complete_assessment_of_every_edition_reads_back() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        assert_reads_back(&Answers::complete(edition, usual_day(edition)).assessment());
    }
}

#[test]
fn unusual_text_reads_back_letter_by_letter() {
    for text in ["", " ", "\0", "\u{feff}", "\u{7f}\u{1b}[2J", "\"\\/\r\n\t", "𝒜 ñ 漢 e\u{301}", "\u{2028}\u{2029}"]
    {
        assert_answer_reads_back(words(text));
    }
}

#[test]
fn the_longest_texts_read_back() {
    assert_answer_reads_back(words(&"£".repeat(20_000)));
    assert_answer_reads_back(Answer::NotApplicable { reason: Some("£".repeat(5_000)) });
    assert_answer_reads_back(Answer::Document { documents: vec![document(&"£".repeat(2_000))] });
}

#[test]
fn answers_are_written_in_code_order_whatever_order_they_came_in() {
    let codes = ["10.1.2", "1.3.2", "1.3.11", "2.1.1"];
    let none = Answers::none("2025-26");
    let responses = codes.map(|text| (code(text), response(tick())));
    let assessment = Assessment::new(none.edition, none.organisation, History::default(), responses);
    let sorted: Vec<String> = assessment.responses().map(|(code, _)| code.to_string()).collect();
    assert_eq!(sorted, ["1.3.2", "1.3.11", "2.1.1", "10.1.2"]);
    assert_reads_back(&assessment);
}

#[test]
fn a_bank_reads_back_with_the_same_digest() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        let bank = bank(edition);
        let read = RawBank::from_json(bank.to_json()).expect("a bank").check().expect("no mistake");
        assert_eq!(&read, bank, "{edition}");
        assert_eq!(read.digest(), bank.digest(), "{edition}");
        assert_eq!(read.to_json(), bank.to_json(), "{edition}");
    }
}

#[test]
fn the_digest_is_64_hexadecimal_digits_and_each_edition_has_its_own() {
    let mut digests: Vec<&str> = QuestionBank::editions().map(QuestionBank::digest).collect();
    for digest in &digests {
        assert_eq!(digest.len(), 64);
        assert!(digest.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()), "{digest}");
    }
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), 5);
}

#[test]
fn one_changed_letter_changes_the_digest() {
    let bank = bank("2025-26");
    let changed = bank.to_json().replacen("ICO registration number", "ICO registration Number", 1);
    let changed = RawBank::from_json(changed).expect("a bank").check().expect("no mistake");
    assert_ne!(changed.digest(), bank.digest());
}
