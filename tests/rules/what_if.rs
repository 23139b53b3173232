//! What if: one thing supposed at a time, and the difference it makes.

use crate::common::{Answers, bank, code, day, document, good_response, held, usual_day};
use crate::replies::{document_until, good, trained};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::QuestionStatus::{Complete, Exempt, Unanswered};
use dspt::{
    Alteration, Answer, AssertionCode, Assessment, Certainty, Certificate, Currency, FindingThen, Holding, LevelState,
    Nhsmail, PastPublication, PublishedLevel, QuestionStatus, Response, ValidityPolicy, WhatIf, carry_over, evaluate,
    what_if,
};

fn complete() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

#[track_caller]
fn supposed<'a>(assessment: &'a Assessment, alterations: &[Alteration]) -> WhatIf<'a> {
    let edition = assessment.edition().to_string();
    what_if(bank(&edition), assessment, usual_day(&edition), alterations).expect("it can be supposed")
}

fn levels(difference: &WhatIf<'_>) -> (Option<Level>, Option<Level>) {
    (difference.before.level, difference.after.level)
}

fn statuses(difference: &WhatIf<'_>) -> Vec<(String, Option<QuestionStatus>, Option<QuestionStatus>)> {
    difference.statuses.iter().map(|change| (change.question.to_string(), change.before, change.after)).collect()
}

const PLUS: Certificate = Certificate::CyberEssentialsPlus;

#[test]
fn an_answer_supposed_completes_its_question_and_its_finding_is_gone() {
    let assessment = complete().without("3.2.1").assessment();
    let question = bank("2025-26").question(code("3.2.1")).expect("a question");
    let response = good_response(question, usual_day("2025-26"));
    let difference = supposed(&assessment, &[Alteration::Answer { question: question.code, response }]);
    assert_eq!(levels(&difference), (Some(ApproachingStandards), Some(StandardsMet)));
    assert_eq!(statuses(&difference), [("3.2.1".to_owned(), Some(Unanswered), Some(Complete))]);
    let gone: Vec<_> = difference.gone.iter().map(|finding| (finding.code, finding.pointer.as_str())).collect();
    assert_eq!(gone, [("unanswered", "/responses/3.2.1")]);
    assert!(difference.new.is_empty() && difference.validity.is_empty());
    let met = difference.levels.iter().find(|change| change.level == StandardsMet).expect("it changes");
    let state = |readings: Option<dspt::LevelReadings>| readings.map(|readings| readings.state);
    assert_eq!((state(met.before), state(met.after)), (Some(LevelState::NotMet), Some(LevelState::Met)));
    assert!(assessment.response(question.code).is_none(), "the assessment is as it was");
}

#[test]
fn an_answer_taken_away_is_missing() {
    let assessment = complete().assessment();
    let difference = supposed(&assessment, &[Alteration::NoAnswer { question: code("1.1.1") }]);
    assert_eq!(levels(&difference), (Some(StandardsMet), None));
    let against: Vec<_> = difference.publishing.iter().map(|change| (change.level, change.after.clone())).collect();
    assert!(against.iter().any(|(level, codes)| *level == StandardsMet && codes.contains(&"questions-outstanding")));
}

#[test]
fn a_certificate_gained_takes_questions_away_and_opens_the_top_level() {
    let assessment = complete().without("4.2.4").assessment();
    let gained = Alteration::Certificate { certificate: PLUS, holding: held("2026-01-01", "2026-12-31") };
    let difference = supposed(&assessment, &[gained]);
    assert_eq!(levels(&difference), (None, Some(StandardsExceeded)));
    assert!(statuses(&difference).contains(&("4.2.4".to_owned(), Some(Unanswered), Some(Exempt))));
    assert_eq!(difference.after.certainty, Certainty::Inferred);
}

#[test]
fn a_certificate_lost_costs_the_top_level() {
    let certified = complete().profile(|home| home.cyber_essentials_plus = Some(held("2026-01-01", "2026-12-31")));
    for holding in [Holding::No, held("2024-01-01", "2024-12-31")] {
        let assessment = certified.assessment();
        let difference = supposed(&assessment, &[Alteration::Certificate { certificate: PLUS, holding }]);
        assert_eq!(levels(&difference), (Some(StandardsExceeded), Some(StandardsMet)));
    }
}

#[test]
fn another_answer_about_nhsmail_is_advice_gone() {
    let assessment = complete().profile(|home| home.nhsmail = None).assessment();
    let difference = supposed(&assessment, &[Alteration::Nhsmail { nhsmail: Nhsmail::Used }]);
    assert_eq!(levels(&difference), (Some(StandardsMet), Some(StandardsMet)));
    assert_eq!(difference.gone.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["profile-not-stated"]);
    assert_eq!(difference.gone[0].question, None);
}

/// The finding stays, and says how many are missing now.
#[test]
fn a_finding_that_stays_may_say_something_else() {
    let figures = |count| Alteration::Answer { question: code("3.2.1"), response: trained(count, 60, None) };
    let assessment = figures(40).apply(&complete().assessment());
    let difference = supposed(&assessment, &[figures(50)]);
    assert!(difference.gone.is_empty() && difference.new.is_empty() && difference.statuses.is_empty());
    let [change] = difference.changed.as_slice() else { panic!("{:?}", difference.changed) };
    assert_eq!(change.after.code, "training-below-threshold");
    insta::assert_snapshot!(change.after.message, @"50 of 60 people have been trained; 95 per cent are needed. Train 7 more, or describe your rolling programme.");
}

#[test]
fn on_another_day_reviews_age_and_publications_lapse() {
    let publication = PastPublication {
        edition: "2024-25".parse().expect("an edition"),
        level: PublishedLevel::StandardsMet,
        published_on: day("2025-06-12"),
        sites: Vec::new(),
        digest: None,
    };
    let assessment = complete().assessment().published(publication).expect("the first");
    let difference = supposed(&assessment, &[Alteration::Day { as_of: day("2027-05-31") }]);
    assert_eq!(levels(&difference), (Some(StandardsMet), None));
    assert!(difference.new.iter().any(|finding| finding.code == "review-out-of-date"));
    let policies: Vec<_> = difference.validity.iter().map(|change| change.policy).collect();
    assert_eq!(policies, [ValidityPolicy::TwelveMonths, ValidityPolicy::NextDeadline]);
    let currency = difference.validity.iter().map(|change| (change.before.currency(), change.after.currency()));
    let lapsed = (Some(Currency::DueSoon), Some(Currency::OutOfDate));
    assert_eq!(currency.collect::<Vec<_>>(), [lapsed, lapsed]);
    let same_day = supposed(&assessment, &[Alteration::Day { as_of: usual_day("2025-26") }]);
    assert!(same_day.is_empty());
}

/// Every answer waits to be confirmed, and the new questions have none.
#[test]
fn another_edition_is_supposed_by_carrying_over() {
    let as_of = day("2025-10-01");
    let assessment = Answers::complete("2024-25", as_of).assessment();
    let to = "2025-26".parse().expect("an edition");
    let difference = what_if(bank("2024-25"), &assessment, as_of, &[Alteration::Edition { to }]).expect("a later one");
    assert_eq!((difference.before.edition, difference.after.edition), (assessment.edition(), to));
    let carried = carry_over(&assessment, to, as_of).expect("a later edition").assessment;
    let evaluation = evaluate(bank("2025-26"), &carried, as_of);
    assert_eq!(difference.after.level, evaluation.level());
    assert!(difference.new.iter().any(|finding| finding.code == "not-reconfirmed"));
    // A question of the later edition alone can be answered once that is supposed.
    let question = bank("2025-26").question(code("7.3.6")).expect("a question");
    assert!(statuses(&difference).contains(&("7.3.6".to_owned(), None, Some(Unanswered))));
    let then = Alteration::answered(question, as_of);
    assert!(what_if(bank("2024-25"), &assessment, as_of, std::slice::from_ref(&then)).is_err());
    let both = what_if(bank("2024-25"), &assessment, as_of, &[Alteration::Edition { to }, then]).expect("in order");
    assert!(statuses(&both).contains(&("7.3.6".to_owned(), None, Some(Complete))));
}

/// From 2021-22 to 2022-23 the ICO number kept its code and the privacy notice got a new one.
#[test]
fn a_question_renumbered_is_the_same_question() {
    let as_of = day("2022-09-01");
    let assessment = Answers::complete("2021-22", as_of).assessment();
    let to = "2022-23".parse().expect("an edition");
    let difference = what_if(bank("2021-22"), &assessment, as_of, &[Alteration::Edition { to }]).expect("a later one");
    let renumbered = difference.statuses.iter().find(|change| change.formerly.is_some()).expect("one is");
    assert_eq!((renumbered.before, renumbered.after), (Some(Complete), Some(QuestionStatus::Incomplete)));
}

#[test]
fn what_cannot_be_supposed_is_refused_with_its_place() {
    let assessment = complete().assessment();
    let edition = |text: &str| Alteration::Edition { to: text.parse().expect("an edition") };
    let nothing = || Alteration::Day { as_of: usual_day("2025-26") };
    let table = [
        (Alteration::NoAnswer { question: code("9.9.9") }, "unknown-question"),
        (edition("2024-25"), "not-later"),
        (edition("2025-26"), "not-later"),
        (edition("2026-27"), "no-bank"),
    ];
    for (alteration, expected) in table {
        let supposed = [nothing(), alteration];
        let error = what_if(bank("2025-26"), &assessment, usual_day("2025-26"), &supposed).expect_err("refused");
        assert_eq!((error.code(), error.at()), (expected, 1));
    }
}

#[test]
fn an_alteration_names_the_question_it_is_about() {
    let question = code("7.1.1");
    let asked = bank("2025-26").question(question).expect("a question");
    assert_eq!(Alteration::answered(asked, day("2026-06-01")).question(), Some(question));
    assert_eq!(Alteration::NoAnswer { question }.question(), Some(question));
    assert_eq!(Alteration::Nhsmail { nhsmail: Nhsmail::Used }.question(), None);
}

#[test]
fn assertions_supposed_confirmed_join_those_that_are() {
    let assertions = |texts: &[&str]| -> Vec<AssertionCode> {
        texts.iter().map(|text| text.parse().expect("an assertion")).collect()
    };
    let assessment = complete().assessment().with_assertions_confirmed(assertions(&["1.1", "1.2"]));
    let confirmed = Alteration::AssertionsConfirmed { assertions: assertions(&["1.2", "1.3"]) };
    assert_eq!(confirmed.apply(&assessment).assertions_confirmed(), assertions(&["1.1", "1.2", "1.3"]));
}

/// Of three documents the first has run out; supposed renewed, it counts, and now the second does not.
#[test]
fn a_finding_about_another_document_is_another_finding() {
    let documents = |first: &str, second: &str| {
        let documents = vec![document_until("Register", first), document_until("Register", second), document("New")];
        Response { answer: Answer::Document { documents }, ..good("2025-26", "1.1.2", usual_day("2025-26")) }
    };
    let (past, to_come) = ("2026-05-01", "2026-12-31");
    let assessment = complete().with("1.1.2", documents(past, to_come)).assessment();
    let response = documents(to_come, past);
    let difference = supposed(&assessment, &[Alteration::Answer { question: code("1.1.2"), response }]);
    let places = |findings: &[FindingThen]| findings.iter().map(|finding| finding.pointer.clone()).collect::<Vec<_>>();
    assert_eq!(places(&difference.gone), ["/responses/1.1.2/documents/0/expiresOn"]);
    assert_eq!(places(&difference.new), ["/responses/1.1.2/documents/1/expiresOn"]);
    assert!(difference.changed.is_empty(), "{:?}", difference.changed);
}

/// Advice gone, a finding with other figures, an obstacle gone: each is a difference, though nothing else changes.
#[test]
fn the_least_difference_is_one() {
    let figures = |count| Alteration::Answer { question: code("3.2.1"), response: trained(count, 60, None) };
    let table = [
        (complete().profile(|home| home.nhsmail = None).assessment(), Alteration::Nhsmail { nhsmail: Nhsmail::Used }),
        (figures(40).apply(&complete().assessment()), figures(50)),
        (complete().assessment(), Alteration::ProfileConfirmed { on: usual_day("2025-26") }),
    ];
    for (assessment, alteration) in table {
        let difference = supposed(&assessment, &[alteration]);
        assert_eq!(difference.before, difference.after);
        assert!(difference.levels.is_empty() && difference.statuses.is_empty() && difference.validity.is_empty());
        assert!(!difference.is_empty(), "{difference:?}");
    }
    assert!(supposed(&complete().assessment(), &[]).is_empty());
    // The day alone, when nothing else is any different.
    let assessment = complete().assessment();
    let tomorrow = supposed(&assessment, &[Alteration::Day { as_of: day("2026-05-31") }]);
    assert!(tomorrow.statuses.is_empty() && tomorrow.gone.is_empty() && tomorrow.new.is_empty());
    assert!(tomorrow.changed.is_empty() && tomorrow.publishing.is_empty() && tomorrow.validity.is_empty());
    assert!(tomorrow.levels.is_empty() && !tomorrow.is_empty());
}
