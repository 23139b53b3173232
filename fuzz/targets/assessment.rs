//! An assessment that is read is checked and evaluated by every built-in edition, and what is printed is read again.

#![no_main]

use dspt::{Assessment, NaiveDate, QuestionBank, evaluate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { dspt_fuzz::mutate(data, size, most, seed) });

fuzz_target!(|bytes: &[u8]| {
    let assessment = match Assessment::from_json(bytes) {
        Ok(assessment) => assessment,
        Err(error) => {
            assert!(!error.problems().is_empty(), "refused without a reason");
            assert!(error.problems().len() <= 100 && !error.to_string().is_empty());
            for problem in error.problems() {
                let pointer = problem.pointer();
                assert!(pointer.is_empty() || pointer.starts_with('/'), "{pointer}");
            }
            return;
        }
    };
    let printed = assessment.to_json();
    let again = Assessment::from_json(&printed).expect("what was read is written readably");
    assert_eq!(again, assessment, "what was read is written as it is");
    assert_eq!(again.to_json(), printed, "equal assessments have equal prints");

    // The days at the ends of time, those of the assessment itself, and one in the middle of each edition.
    let mut days = vec![NaiveDate::MIN, NaiveDate::MAX];
    days.extend(assessment.organisation().profile_confirmed_on);
    days.extend(assessment.publications().iter().map(|past| past.published_on).take(2));
    for bank in QuestionBank::editions() {
        if assessment.edition() == bank.id() {
            let _ = assessment.check_against(bank);
        }
        let usual = bank.about().opening.value.map(|opening| opening.latest);
        for day in days.iter().copied().chain(usual) {
            let evaluation = evaluate(bank, &assessment, day);
            assert_eq!(evaluation.level(), dspt::level(bank, &assessment, day), "{} {day}", bank.id());
        }
        if let Some(day) = usual {
            let json = evaluate(bank, &assessment, day).to_json();
            assert_eq!(json, evaluate(bank, &again, day).to_json(), "equal arguments give equal bytes");
            assert!(json.starts_with(r#"{"format":"dspt.evaluation.v1""#));
        }
    }
});
