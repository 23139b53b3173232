//! A bank of one's own: a level includes those below it, whether or not its rule says so.

use serde_json::{Value, json};

use crate::common::{Answers, bank, code, held, usual_day};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::LevelState::{Met, NotMet};
use dspt::{Blocker, QuestionBank, RawBank, evaluate};

/// The bank of 2025-26 with other content.
#[track_caller]
fn changed(change: impl FnOnce(&mut Value)) -> QuestionBank {
    let mut document: Value = serde_json::from_str(&bank("2025-26").to_json()).expect("a bank is JSON");
    change(&mut document);
    let raw = RawBank::from_json(document.to_string()).expect("the form is right");
    raw.check().expect("the content is right")
}

/// The entry of a list with this value under a key.
#[track_caller]
fn entry<'a>(list: &'a mut Value, key: &str, value: &str) -> &'a mut Value {
    let mut entries = list.as_array_mut().expect("a list").iter_mut();
    entries.find(|entry| entry[key] == value).expect("the entry")
}

/// 2025-26 as it might have been: 2.1.1 belongs to Approaching Standards alone, and no rule names the level below.
#[track_caller]
fn with_separate_levels() -> QuestionBank {
    changed(|document| {
        let question = entry(&mut document["questions"], "code", "2.1.1");
        entry(&mut question["mandatory"], "level", "approaching-standards")["mandatory"]["certainty"] =
            json!("confirmed");
        let mandatory = &mut entry(&mut question["mandatory"], "level", "standards-met")["mandatory"];
        mandatory["value"] = json!(false);
        mandatory["certainty"] = json!("confirmed");
        entry(&mut document["edition"]["counts"], "level", "standards-met")["count"]["value"] = json!(44);
        let met = json!({"kind": "every-mandatory-complete", "level": "standards-met"});
        entry(&mut document["levels"], "level", "standards-met")["readings"][0]["value"] = met;
        let exceeded = json!({"kind": "certificate-current", "certificate": "cyber-essentials-plus"});
        entry(&mut document["levels"], "level", "standards-exceeded")["readings"][0]["value"] = exceeded;
    })
}

/// The level, and each level in the best, the strict and the lenient reading.
#[track_caller]
fn judged(bank: &QuestionBank, answers: &Answers) -> (Option<Level>, Vec<[dspt::LevelState; 3]>) {
    let assessment = answers.assessment();
    let evaluation = evaluate(bank, &assessment, usual_day("2025-26"));
    assert_eq!(dspt::level(bank, &assessment, usual_day("2025-26")), evaluation.level(), "the short call agrees");
    let states = evaluation.levels().iter().map(|outcome| [outcome.state, outcome.strictly, outcome.leniently]);
    (evaluation.level(), states.collect())
}

fn home_with_certificate() -> Answers {
    let answers = Answers::complete("2025-26", usual_day("2025-26"));
    answers.profile(|home| home.cyber_essentials_plus = Some(held("2025-10-01", "2026-09-30")))
}

#[test]
fn with_everything_done_the_rules_of_the_changed_bank_hold() {
    let (level, states) = judged(&with_separate_levels(), &home_with_certificate());
    assert_eq!(level, Some(StandardsExceeded));
    assert!(states[..2].iter().all(|states| *states == [Met, Met, Met]), "{states:?}");
}

/// Every question mandatory for Standards Met is done and the certificate is in date; 2.1.1 is missing.
#[test]
fn without_the_lowest_level_there_is_none_above_it() {
    let bank = with_separate_levels();
    let answers = home_with_certificate().without("2.1.1");
    assert_eq!(judged(&bank, &answers), (None, vec![[NotMet, NotMet, NotMet]; 3]));
    let assessment = answers.assessment();
    let evaluation = evaluate(&bank, &assessment, usual_day("2025-26"));
    for outcome in evaluation.levels() {
        let blocked = [Blocker::Question { question: code("2.1.1") }];
        assert_eq!(outcome.blockers, blocked, "{}", outcome.level);
    }
}

/// The rule of Standards Exceeded asks for the certificate alone, and 3.2.1 is missing for Standards Met.
#[test]
fn without_the_level_in_the_middle_there_is_none_above_it() {
    let (level, states) = judged(&with_separate_levels(), &home_with_certificate().without("3.2.1"));
    assert_eq!(level, Some(ApproachingStandards));
    assert_eq!(states, [[Met, Met, Met], [NotMet, NotMet, NotMet], [NotMet, NotMet, NotMet]]);
}

/// In the built-in bank 2.1.1 is mandatory for both levels, so the same answers fail both rules.
#[test]
fn the_changed_bank_differs_from_the_built_in_one() {
    let demanded = |bank: &QuestionBank, level| {
        let mut questions = bank.mandatory(level, usual_day("2025-26"));
        questions.any(|question| question.code == code("2.1.1"))
    };
    let changed = with_separate_levels();
    assert_eq!((demanded(&changed, ApproachingStandards), demanded(&changed, StandardsMet)), (true, false));
    assert!(demanded(bank("2025-26"), ApproachingStandards) && demanded(bank("2025-26"), StandardsMet));
    assert_ne!(changed.digest(), bank("2025-26").digest());
}
