//! What holds of every assessment, tried on random ones of every edition.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use dspt::{
    Answer, Assessment, Holding, Level, LevelState, NaiveDate, Nhsmail, Origin, Question, QuestionBank, Response,
    Verdict, evaluate, level, outstanding,
};

use crate::common::{Answers, bank, day, good_response, held, not_applicable, response, tick, words};

/// How a question is answered in a random assessment.
#[derive(Debug, Clone, Copy)]
enum Manner {
    Good,
    Nothing,
    NotApplicable,
    Empty,
    OtherKind,
    Stale,
    NotReconfirmed,
    PortalNotApplicable,
}

const MANNERS: [Manner; 12] = [
    Manner::Good,
    Manner::Good,
    Manner::Good,
    Manner::Good,
    Manner::Good,
    Manner::Nothing,
    Manner::NotApplicable,
    Manner::Empty,
    Manner::OtherKind,
    Manner::Stale,
    Manner::NotReconfirmed,
    Manner::PortalNotApplicable,
];

fn answer_in(manner: Manner, question: &Question, as_of: NaiveDate) -> Option<Response> {
    let good = good_response(question, as_of);
    Some(match manner {
        Manner::Good => good,
        Manner::Nothing => return None,
        Manner::NotApplicable => response(not_applicable()),
        Manner::Empty => Response { answer: empty(&good.answer), ..good },
        Manner::OtherKind => Response { answer: other_kind(&good.answer), ..good },
        Manner::Stale => Response { reviewed_on: Some(day("2019-01-01")), ..good },
        Manner::NotReconfirmed => {
            let from = "2020-21".parse().expect("an edition");
            Response { origin: Origin::CarriedOver { from, reconfirmed_on: None }, ..good }
        }
        Manner::PortalNotApplicable => match good.answer {
            Answer::Text { .. } => response(words("Not applicable")),
            _ => Response { comment: Some("Not applicable".to_owned()), ..response(tick()) },
        },
    })
}

fn empty(answer: &Answer) -> Answer {
    match answer {
        Answer::Confirmation { .. } => Answer::Confirmation { confirmed: false, found: None, training: None },
        Answer::Document { .. } => Answer::Document { documents: Vec::new() },
        _ => words(" "),
    }
}

fn other_kind(answer: &Answer) -> Answer {
    match answer {
        Answer::Text { .. } => tick(),
        _ => words("See the comment."),
    }
}

/// The days on which rules change, and the days around them.
const DAYS: [&str; 12] = [
    "2021-08-26",
    "2022-06-08",
    "2022-06-09",
    "2022-07-31",
    "2022-08-24",
    "2023-06-30",
    "2024-02-29",
    "2024-09-02",
    "2025-06-30",
    "2025-09-01",
    "2026-06-30",
    "2026-07-01",
];

/// A random assessment, most of it answered well, with its bank and the day.
pub(crate) fn cases() -> impl Strategy<Value = (&'static QuestionBank, Answers, NaiveDate)> {
    let edition = select(vec!["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"]);
    let manners = prop_oneof![
        prop::collection::vec(select(MANNERS.to_vec()), 60),
        prop::collection::vec(prop_oneof![30 => Just(Manner::Good), 1 => select(MANNERS.to_vec())], 60),
    ];
    let certificate = select(vec![
        None,
        Some(Holding::No),
        Some(Holding::NotSure),
        Some(held("2021-07-01", "2026-07-01")),
        Some(held("2020-01-01", "2020-12-31")),
    ]);
    let nhsmail = select(vec![None, Some(Nhsmail::OnlyEmailSystem), Some(Nhsmail::NotSure), Some(Nhsmail::No)]);
    (edition, select(DAYS.to_vec()), manners, certificate, nhsmail).prop_map(
        |(edition, as_of, manners, certificate, nhsmail)| {
            let (bank, as_of) = (bank(edition), day(as_of));
            let mut answers = Answers::none(edition).profile(|profile| {
                profile.cyber_essentials_plus = certificate;
                profile.nhsmail = nhsmail;
            });
            for (question, manner) in bank.questions().zip(manners) {
                if let Some(response) = answer_in(manner, question, as_of) {
                    answers.responses.insert(question.code, response);
                }
            }
            (bank, answers, as_of)
        },
    )
}

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn completing_a_question_never_lowers_the_level((bank, answers, as_of) in cases(), at in 0_usize..60) {
        let question = bank.questions().nth(at % bank.questions().len()).expect("a question");
        let mut completed = answers.clone();
        completed.responses.insert(question.code, good_response(question, as_of));
        // A better answer may find something that makes another question needed, so that one is answered as well.
        for dependent in bank.questions().filter(|other| other.needed_when.is_some()) {
            completed.responses.insert(dependent.code, good_response(dependent, as_of));
        }
        prop_assert!(level(bank, &completed.assessment(), as_of) >= level(bank, &answers.assessment(), as_of));
    }

    #[test]
    fn losing_an_answer_never_raises_the_level((bank, answers, as_of) in cases(), at in 0_usize..60) {
        let code = bank.questions().nth(at % bank.questions().len()).expect("a question").code;
        let mut poorer = answers.clone();
        poorer.responses.remove(&code);
        prop_assert!(level(bank, &poorer.assessment(), as_of) <= level(bank, &answers.assessment(), as_of));
    }

    #[test]
    fn a_level_implies_all_below((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let states: Vec<LevelState> = evaluation.levels().iter().map(|outcome| outcome.state).collect();
        prop_assert!(states.is_sorted(), "{states:?}");
        let met = evaluation.levels().iter().filter(|outcome| outcome.state == LevelState::Met);
        prop_assert_eq!(evaluation.level(), met.map(|outcome| outcome.level).max());
    }

    #[test]
    fn the_level_lies_between_floor_and_ceiling((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        prop_assert_eq!(evaluation.reach().floor, evaluation.level());
        prop_assert!(evaluation.reach().ceiling >= evaluation.level());
    }

    #[test]
    fn filling_in_what_is_empty_never_goes_beyond_the_ceiling(
        (bank, answers, as_of) in cases()
    ) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        let ceiling = evaluation.reach().ceiling;
        let mut best = answers.clone();
        for question in bank.questions().filter(|question| !answers.responses.contains_key(&question.code)) {
            best.responses.insert(question.code, good_response(question, as_of));
        }
        if answers.organisation.cyber_essentials_plus != Some(Holding::No) {
            best = best.profile(|profile| profile.cyber_essentials_plus = Some(held("2021-07-01", "2026-07-01")));
        }
        prop_assert!(level(bank, &best.assessment(), as_of) <= ceiling);
    }

    #[test]
    fn strict_is_at_most_the_best_reading_and_that_at_most_lenient((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        match evaluation.verdict() {
            Verdict::Confirmed => {}
            Verdict::Inferred { strictly, leniently, hangs_on } => {
                prop_assert!(*strictly <= evaluation.level() && evaluation.level() <= *leniently);
                prop_assert!(!hangs_on.is_empty());
            }
        }
        for outcome in evaluation.levels() {
            prop_assert!(outcome.strictly >= outcome.state || outcome.state == LevelState::Undetermined);
            prop_assert!(outcome.leniently <= outcome.state);
        }
    }

    #[test]
    fn a_certificate_never_blocks((bank, answers, as_of) in cases()) {
        let without = answers.clone().profile(|profile| profile.cyber_essentials_plus = Some(Holding::No));
        let with = answers.profile(|profile| profile.cyber_essentials_plus = Some(held("2021-07-01", "2026-07-01")));
        let as_of = as_of.min(day("2026-07-01"));
        prop_assert!(level(bank, &with.assessment(), as_of) >= level(bank, &without.assessment(), as_of));
    }

    #[test]
    fn the_cheaper_calls_agree_with_the_evaluation((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        prop_assert_eq!(level(bank, &assessment, as_of), evaluation.level());
        for asked in Level::ALL {
            let listed: Vec<_> = evaluation.outstanding(*asked).collect();
            prop_assert_eq!(outstanding(bank, &assessment, as_of, *asked), listed);
        }
    }

    #[test]
    fn the_order_of_keys_changes_no_byte((bank, answers, as_of) in cases(), seed in any::<u64>()) {
        let assessment = answers.assessment();
        let expected = evaluate(bank, &assessment, as_of).to_json();
        let shuffled = Assessment::from_json(shuffle(&assessment.to_json(), seed)).expect("still an assessment");
        prop_assert_eq!(evaluate(bank, &shuffled, as_of).to_json(), expected);
    }

    #[test]
    fn every_assessment_reads_back_as_it_was((_, answers, _) in cases()) {
        let assessment = answers.assessment();
        prop_assert_eq!(Assessment::from_json(assessment.to_json()), Ok(assessment));
    }

    #[test]
    fn what_is_done_has_no_blocking_finding_and_what_is_not_has_one((bank, answers, as_of) in cases()) {
        let assessment = answers.assessment();
        let evaluation = evaluate(bank, &assessment, as_of);
        for outcome in evaluation.questions() {
            let blocked =
                evaluation.findings_of(outcome).iter().any(|finding| finding.effect() == dspt::Effect::Blocks);
            prop_assert_eq!(blocked, !outcome.status.is_done(), "{}", outcome.question.code);
        }
    }
}

/// Puts the keys of every object of a JSON text into another order.
fn shuffle(text: &str, seed: u64) -> String {
    let mut value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let mut out = String::new();
    write_shuffled(&mut value, seed, &mut out);
    out
}

fn write_shuffled(value: &mut serde_json::Value, seed: u64, out: &mut String) {
    match value {
        serde_json::Value::Object(object) => {
            let mut entries: Vec<_> = object.iter_mut().collect();
            let turn = usize::try_from(seed % 97).expect("small") % entries.len().max(1);
            entries.rotate_left(turn);
            if seed % 2 == 0 {
                entries.reverse();
            }
            out.push('{');
            for (at, (key, value)) in entries.into_iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                out.push_str(&serde_json::to_string(key).expect("a key"));
                out.push(':');
                write_shuffled(value, seed.rotate_left(7), out);
            }
            out.push('}');
        }
        serde_json::Value::Array(list) => {
            out.push('[');
            for (at, value) in list.iter_mut().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                write_shuffled(value, seed.rotate_left(7), out);
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}
