//! What the guides say of single answers and of what they come to, tried on whole assessments.

use crate::common::{Answers, bank, code, day, document, held, usual_day};
use crate::levels::EDITIONS;
use crate::publishing::Ready;
use crate::replies::{document_of, does_not_apply, good, text, ticked_with, trained};
use dspt::Level::{ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::LevelState::{Met, NotMet};
use dspt::QuestionStatus::{Complete, Incomplete, NotApplicable, Unanswered};
use dspt::{
    Answer, Certificate, Effect, Finding, Heading, Holding, Level, QuestionBank, QuestionStatus, RawBank, Response,
    evaluate, lapse,
};

/// What one question comes to, what is said about its answer, and the level.
#[track_caller]
fn judged(answers: &Answers, question: &str) -> (QuestionStatus, Vec<&'static str>, Option<Level>) {
    let edition = answers.edition.to_string();
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&edition), &assessment, usual_day(&edition));
    let outcome = evaluation.question(code(question)).expect("a listed question");
    (outcome.status, evaluation.findings_of(outcome).iter().map(Finding::code).collect(), evaluation.level())
}

#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition))
}

/// A document with its date of review, so that nothing but the documents is in question.
#[track_caller]
fn kept_at(edition: &str, question: &str, documents: Vec<dspt::Document>) -> Response {
    Response { answer: Answer::Document { documents }, ..good(edition, question, usual_day(edition)) }
}

/// Statement S2-42.
#[test]
fn each_question_is_completed_by_filling_in_its_box() {
    let as_of = usual_day("2021-22");
    let blank = Answers::none("2021-22");
    for question in bank("2021-22").questions() {
        let asked = question.code.to_string();
        assert_eq!(judged(&blank, &asked).0, Unanswered, "{asked}");
        let filled_in = blank.clone().with(&asked, good("2021-22", &asked, as_of));
        assert_eq!(judged(&filled_in, &asked).0, Complete, "{asked}");
    }
}

/// Statement S1-15.
#[test]
fn every_gap_leads_to_its_question() {
    for edition in EDITIONS {
        let assessment = Answers::none(edition).assessment();
        let evaluation = evaluate(bank(edition), &assessment, usual_day(edition));
        for outcome in evaluation.questions() {
            let asked = outcome.question.code;
            let gap = evaluation.findings_of(outcome).iter().find(|finding| finding.effect() == Effect::Blocks);
            let gap = gap.unwrap_or_else(|| panic!("{edition}: {asked} is a gap"));
            assert_eq!((gap.question(), gap.pointer()), (Some(asked), format!("/responses/{asked}")), "{edition}");
        }
    }
}

/// Statement S2-45.
#[test]
fn at_least_one_person_is_named_as_lead_for_data_security() {
    for blank in ["", "  ", "-"] {
        let nobody = complete("2021-22").with("1.1.5", text(blank));
        assert_eq!(judged(&nobody, "1.1.5"), (Incomplete, vec!["text-empty"], None), "{blank:?}");
    }
    for named in ["The registered manager", "The owner, and the deputy manager when she is away"] {
        let named = complete("2021-22").with("1.1.5", text(named));
        assert_eq!(judged(&named, "1.1.5"), (Complete, vec![], Some(StandardsMet)));
    }
    assert_eq!(judged(&complete("2021-22").without("1.1.5"), "1.1.5").2, None);
}

/// Statements S2-59 and S2-61.
#[test]
fn the_asset_register_and_the_record_of_processing_are_one_document_or_two_kept_anywhere() {
    let table: [&[&str]; 5] = [
        &["register-and-record.xlsx"],
        &["asset-register.xlsx", "record-of-processing.xlsx"],
        &["https://example.org/register"],
        &["Top drawer in the manager's office"],
        &["asset-register.xlsx", "Record of processing: shared drive, governance folder"],
    ];
    for locations in table {
        let list = kept_at("2021-22", "1.1.2", locations.iter().map(|location| document(location)).collect());
        let answers = complete("2021-22").with("1.1.2", list);
        assert_eq!(judged(&answers, "1.1.2"), (Complete, vec![], Some(StandardsMet)), "{locations:?}");
    }
    let none = complete("2021-22").with("1.1.2", kept_at("2021-22", "1.1.2", Vec::new()));
    assert_eq!(judged(&none, "1.1.2"), (Incomplete, vec!["document-missing"], None));
}

/// Statements S2-99, S2-102 and S2-137 for 2021-22, S3-19 and S3-20 for 2024-25.
#[test]
fn own_devices_take_a_policy_and_proof_of_it_or_a_word_that_nobody_uses_them() {
    for edition in ["2021-22", "2024-25"] {
        let with = |documents: Vec<dspt::Document>| {
            judged(&complete(edition).with("1.3.11", kept_at(edition, "1.3.11", documents)), "1.3.11")
        };
        let (policy, proof) = (document_of("Policy", &["policy"]), document_of("Spot checks", &["enforcement"]));
        assert_eq!(with(vec![policy.clone(), proof.clone()]), (Complete, vec![], Some(StandardsMet)), "{edition}");
        assert_eq!(with(vec![policy]), (Incomplete, vec!["document-part-missing"], None), "{edition}: no proof");
        assert_eq!(with(vec![proof]), (Incomplete, vec!["document-part-missing"], None), "{edition}: no policy");
        assert_eq!(with(Vec::new()).2, None, "{edition}: neither");
        assert_eq!(judged(&complete(edition).without("1.3.11"), "1.3.11").2, None, "{edition}: not a word");
        for nobody in [does_not_apply(), ticked_with("Not applicable: nobody uses a device of their own")] {
            let (status, _, level) = judged(&complete(edition).with("1.3.11", nobody), "1.3.11");
            assert_eq!((status, level), (NotApplicable, Some(StandardsMet)), "{edition}");
        }
    }
}

/// Statement S4-87.
#[test]
fn an_exemption_from_the_ico_counts_at_every_level() {
    let exempt = Response { comment: Some("Exempt as a small charity".to_owned()), ..text("") };
    let answers = complete("2021-22").with("1.1.1", exempt.clone());
    assert_eq!(judged(&answers, "1.1.1"), (NotApplicable, vec![], Some(StandardsMet)));
    for level in [ApproachingStandards, StandardsMet] {
        let ready = Ready::first("2021-22", level);
        let ready = ready.but(|ready| ready.answers = ready.answers.clone().with("1.1.1", exempt.clone()));
        assert_eq!(ready.codes(), [""; 0], "{level}");
    }
    let assessment = answers.assessment();
    let evaluation = evaluate(as_if_nothing_were_missing(), &assessment, usual_day("2021-22"));
    assert_eq!(evaluation.level(), Some(StandardsExceeded));
}

/// Statement S4-115, beside S4-112 and S4-114.
#[test]
fn a_report_on_a_set_day_with_summaries_to_those_out_of_date_makes_up_for_a_low_share() {
    let as_of = usual_day("2021-22");
    let with = |programme| {
        let figures = Response { reviewed_on: Some(as_of), ..trained(56, 60, programme) };
        judged(&complete("2021-22").with("3.2.1", figures), "3.2.1")
    };
    let report = "Report of 1 June 2022; printed summaries of the training went to the four who are out of date.";
    assert_eq!(with(Some(report)), (Complete, vec!["rolling-programme"], Some(StandardsMet)));
    assert_eq!(with(None), (Incomplete, vec!["training-below-threshold"], Some(ApproachingStandards)));
}

/// Statements S0-8 and S0-10 for 2022-23 and 2023-24, S4-90 for 2021-22.
#[test]
fn standards_met_takes_further_policies_and_procedures() {
    let table = [("2021-22", "1.3.2 10.2.1"), ("2022-23", "1.2.4 1.3.2 10.2.1"), ("2023-24", "1.2.4 1.3.2 10.2.1")];
    for (edition, further) in table {
        let as_of = usual_day(edition);
        let approaching = Answers::mandatory_for(ApproachingStandards, edition, as_of).assessment();
        let evaluation = evaluate(bank(edition), &approaching, as_of);
        assert_eq!(evaluation.level(), Some(ApproachingStandards), "{edition}");
        let missing: Vec<String> = evaluation
            .outstanding(StandardsMet)
            .filter(|code| {
                let question = bank(edition).question(*code).expect("a listed question");
                question.heading.known() == Some(&Heading::PoliciesAndProcedures)
            })
            .map(|code| code.to_string())
            .collect();
        assert_eq!(missing.join(" "), further, "{edition}");
        for one in missing {
            let level = judged(&complete(edition).without(&one), &one).2;
            assert_eq!(level, Some(ApproachingStandards), "{edition} without {one}");
        }
    }
}

/// The bank of 2021-22 as if it listed every question there was.
fn as_if_nothing_were_missing() -> &'static QuestionBank {
    let mut json: serde_json::Value = serde_json::from_str(&bank("2021-22").to_json()).expect("JSON");
    let total = r#"{"value": 43, "certainty": "confirmed", "sources": ["bsbc-webinar-qa-2022-06"]}"#;
    json["edition"]["total"] = serde_json::from_str(total).expect("JSON");
    let raw = RawBank::from_json(json.to_string()).expect("a bank");
    Box::leak(Box::new(raw.check().expect("a bank without mistakes")))
}

/// Statements S4-62 and S4-99 to S4-102. How many questions 2021-22 had is not on record, so the rule is tried on a
/// bank that lists them all.
#[test]
fn in_2021_22_every_answer_and_no_certificate_makes_standards_exceeded() {
    let as_of = usual_day("2021-22");
    let whole = as_if_nothing_were_missing();
    let level = |answers: &Answers, certificate: Option<Holding>| {
        let answers = answers.clone().profile(|home| home.cyber_essentials_plus = certificate);
        dspt::level(whole, &answers.assessment(), as_of)
    };
    let certificates = [
        None,
        Some(Holding::No),
        Some(Holding::NotSure),
        Some(held("2021-06-16", "2022-06-15")),
        Some(held("2021-09-01", "2022-08-31")),
    ];
    let mandatory = Answers::mandatory_for(StandardsMet, "2021-22", as_of);
    for certificate in certificates {
        assert_eq!(level(&complete("2021-22"), certificate), Some(StandardsExceeded), "{certificate:?}");
        assert_eq!(level(&mandatory, certificate), Some(StandardsMet), "an optional one is missing, {certificate:?}");
        assert_eq!(level(&Answers::none("2021-22"), certificate), None, "{certificate:?}");
    }
}

/// Statements S4-59, S4-97 and S4-98. Which questions it takes away in 2021-22 is not on record, so the best reading
/// goes without, and the lenient one takes away those in doubt.
#[test]
fn in_2021_22_cyber_essentials_plus_takes_questions_away_and_nobody_knows_which() {
    let takes_away = |certificate: Certificate| {
        let effects = &bank("2021-22").about().certificates;
        let effect = effects.iter().find(|effect| effect.certificate == certificate).expect("on record");
        effect.takes_questions_away.known().copied()
    };
    assert_eq!(takes_away(Certificate::CyberEssentialsPlus), Some(true));
    assert_eq!(takes_away(Certificate::CyberEssentials), Some(false));
    let in_doubt = lapse(bank("2021-22"), Certificate::CyberEssentialsPlus).questions_in_doubt;
    assert!(!in_doubt.is_empty());
    for question in in_doubt {
        let met = |certificate| {
            let gap = complete("2021-22").without(&question.to_string());
            let assessment = gap.profile(|home| home.cyber_essentials_plus = Some(certificate)).assessment();
            let evaluation = evaluate(bank("2021-22"), &assessment, usual_day("2021-22"));
            let outcome = evaluation.levels()[1].clone();
            (outcome.state, outcome.strictly, outcome.leniently)
        };
        assert_eq!(met(held("2021-09-01", "2022-08-31")), (NotMet, NotMet, Met), "{question}");
        assert_eq!(met(Holding::No), (NotMet, NotMet, NotMet), "{question}");
    }
}

/// Statements S3-37 and S3-39.
#[test]
fn in_2024_25_a_certificate_runs_for_twelve_months_and_standards_exceeded_ends_with_it() {
    let on = |holding, as_of: &str| {
        let answers =
            Answers::complete("2024-25", day(as_of)).profile(|home| home.cyber_essentials_plus = Some(holding));
        let assessment = answers.assessment();
        let evaluation = evaluate(bank("2024-25"), &assessment, day(as_of));
        let dates: Vec<&str> = evaluation.profile_findings().iter().map(Finding::code).collect();
        (evaluation.level(), dates)
    };
    let year = held("2024-06-15", "2025-06-15");
    assert_eq!(on(year, "2025-01-31"), (Some(StandardsExceeded), vec![]));
    assert_eq!(on(year, "2025-06-15"), (Some(StandardsExceeded), vec!["certificate-about-to-lapse"]));
    assert_eq!(on(year, "2025-06-16"), (Some(StandardsMet), vec!["certificate-expired"]));
    let renewed = held("2025-06-16", "2026-06-15");
    assert_eq!(on(renewed, "2025-06-16"), (Some(StandardsExceeded), vec![]));
    let longer = held("2024-06-15", "2025-06-16");
    assert_eq!(on(longer, "2025-01-31"), (Some(StandardsExceeded), vec!["certificate-longer-than-a-year"]));
}

/// Statement S4-111. Which questions Entry Level asked is not on record; here it was ten of the 27.
#[test]
fn answers_given_for_entry_level_are_kept_and_approaching_standards_asks_for_more() {
    let as_of = usual_day("2021-22");
    let asked: Vec<_> = bank("2021-22").mandatory(ApproachingStandards, as_of).collect();
    let mut answers = Answers::none("2021-22");
    for question in &asked[..10] {
        let kept = good("2021-22", &question.code.to_string(), as_of);
        answers = answers.with(&question.code.to_string(), kept);
        answers = answers.carried_over(&question.code.to_string(), "2019-20", Some(as_of));
    }
    let past = crate::publishing::past("2019-20", dspt::PublishedLevel::EntryLevel, "2020-01-15");
    let assessment = answers.assessment().published(past).expect("the first publication");
    let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
    for question in &asked[..10] {
        assert_eq!(evaluation.question(question.code).expect("listed").status, Complete, "{}", question.code);
    }
    let further: Vec<_> = asked[10..].iter().map(|question| question.code).collect();
    assert_eq!(evaluation.outstanding(ApproachingStandards).collect::<Vec<_>>(), further);
}
