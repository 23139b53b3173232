//! Banks, corrections, wording packs and services that are read are checked; a bank that passes the check is used for everything,
//! because evaluation over it cannot fail.
//!
//! The input is one document, or several with a nought byte between them: the three files of an edition, or a bank or
//! nothing and then what is laid over it.

#![no_main]

use std::sync::OnceLock;

use dspt::{
    Aim, Assessment, Corrections, Level, QuestionBank, RawBank, RawServices, RawWording, ReachReport, ValidityPolicy,
    draft_plan, evaluate, path_to, timeline, trace, what_if,
};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { dspt_fuzz::mutate(data, size, most, seed) });

fn examples() -> &'static [Assessment] {
    static EXAMPLES: OnceLock<Vec<Assessment>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let texts = [
            include_str!("../../examples/assessments/empty-2025-26.json"),
            include_str!("../../examples/assessments/harbour-house-2025-26.json"),
            include_str!("../../examples/assessments/harbour-house-2024-25.json"),
            include_str!("../../examples/assessments/riverbank-homecare-2021-22.json"),
            include_str!("../../examples/assessments/st-brannocks-court-2022-23.json"),
        ];
        texts.into_iter().map(|text| Assessment::from_json(text).expect("an example is read")).collect()
    })
}

/// Asks everything of a bank that has passed the check.
fn used(bank: &QuestionBank, wording: Option<&RawWording>) {
    let about = bank.about();
    let days = [about.opening.value.map(|opening| opening.earliest), about.deadline.value].into_iter().flatten();
    let mut days: Vec<_> = days.chain("2026-06-01".parse()).collect();
    days.dedup();
    let usual = days[0];
    for assessment in examples() {
        for day in &days {
            let evaluation = evaluate(bank, assessment, *day);
            assert_eq!(evaluation.level(), dspt::level(bank, assessment, *day), "`level` differs");
        }
        if assessment.edition() == bank.id() {
            let evaluation = evaluate(bank, assessment, usual);
            assert!(evaluation.to_json().starts_with('{'));
            for level in Level::ALL {
                assert!(path_to(bank, assessment, usual, Aim::to_publish(*level)).to_json().starts_with('{'));
                let alone = dspt::outstanding(bank, assessment, usual, *level);
                assert!(evaluation.outstanding(*level).eq(alone), "`outstanding` differs");
            }
            assert!(ReachReport::of(&evaluation).to_json().starts_with('{'));
            assert!(trace(bank, assessment, usual).to_json().starts_with('{'));
            assert!(timeline(bank, assessment, usual, ValidityPolicy::TwelveMonths).to_json().starts_with('{'));
            assert!(what_if(bank, assessment, usual, &[]).is_ok_and(|difference| difference.is_empty()));
            let _ = draft_plan(&evaluation);
            if let Some(Ok(wording)) = wording.map(|pack| pack.check(bank)) {
                assert!(evaluation.to_json_in(&wording).starts_with('{'));
            }
        }
    }
    for question in bank.questions() {
        assert_eq!(bank.question(question.code), Some(question));
    }
    for fact in bank.facts() {
        assert_eq!(fact.address.as_str().parse().as_ref(), Ok(&fact.address), "the address of a fact is not read");
    }
}

/// Checks a bank that was read; it passes, or there is a reason.
fn checked(raw: RawBank) -> Option<QuestionBank> {
    match raw.check() {
        Ok(bank) => {
            let again = RawBank::from_json(bank.to_json()).expect("a bank is written readably");
            let again = again.check().expect("a bank that passes the check passes it again");
            assert_eq!(again.digest(), bank.digest(), "the same content has the same digest");
            Some(bank)
        }
        Err(error) => {
            assert!(!error.mistakes().is_empty() && !error.to_string().is_empty());
            None
        }
    }
}

/// Checks services that were read, and asks them everything.
fn served(raw: RawServices) {
    match raw.check() {
        Ok(services) => {
            let again = RawServices::from_json(services.to_json()).expect("services are written readably");
            assert!(again.check().is_ok_and(|again| again == services));
            for day in ["2022-06-30", "2026-06-01"].map(|day| day.parse().expect("a day")) {
                for level in Level::ALL.iter().copied().map(Some).chain([None]) {
                    let answers = services.unlocked_by(level, true, day);
                    assert!(answers.iter().all(|answer| !answer.message().is_empty()));
                }
            }
        }
        Err(error) => assert!(!error.mistakes().is_empty()),
    }
}

fuzz_target!(|bytes: &[u8]| {
    let documents: Vec<&[u8]> = bytes.split(|byte| *byte == 0).collect();
    let mut bank = match documents[..] {
        [edition, questions, sources] => RawBank::from_files(edition, questions, sources).ok().and_then(checked),
        _ => None,
    };
    let mut pack = None;
    for document in documents {
        if let Ok(raw) = RawBank::from_json(document) {
            bank = checked(raw).or(bank);
        }
        if let Ok(corrections) = Corrections::from_json(document) {
            let over = bank.as_ref().or_else(|| QuestionBank::edition(corrections.edition()));
            match over.map(|over| over.corrected_by(&corrections)) {
                Some(Ok(corrected)) => bank = Some(corrected),
                Some(Err(error)) => assert!(!error.mistakes().is_empty() && !error.to_string().is_empty()),
                None => {}
            }
        }
        if let Ok(raw) = RawServices::from_json(document) {
            served(raw);
        }
        if let Ok(wording) = RawWording::from_json(document) {
            let _ = wording.check_built_in();
            bank = bank.or_else(|| wording.editions().find_map(QuestionBank::edition).cloned());
            pack = Some(wording);
        }
    }
    if let Some(bank) = bank {
        used(&bank, pack.as_ref());
    }
});
