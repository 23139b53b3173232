//! Standards Exceeded, edition by edition: what it asks for, what it does not, and how an open rule is reported.

use crate::common::{Answers, bank, code, day, held, usual_day};
use crate::levels::{EDITIONS, bounds};
use dspt::Level::{self, StandardsExceeded, StandardsMet};
use dspt::LevelState::{self, Met, NotMet, Undetermined};
use dspt::{Blocker, Certainty, Certificate, Holding, LevelOutcome, Verdict, evaluate};

/// Cyber Essentials Plus in date on the usual day of an edition, and all the ways of not holding it.
#[track_caller]
fn in_date(edition: &str) -> Holding {
    let as_of = usual_day(edition);
    held(&(as_of - chrono::Days::new(100)).to_string(), &(as_of + chrono::Days::new(200)).to_string())
}

#[track_caller]
fn not_in_date(edition: &str) -> [Option<Holding>; 5] {
    let as_of = usual_day(edition);
    let (yesterday, tomorrow) = (as_of - chrono::Days::new(1), as_of + chrono::Days::new(1));
    [
        Some(Holding::No),
        Some(Holding::NotSure),
        None,
        Some(held(&(as_of - chrono::Days::new(365)).to_string(), &yesterday.to_string())),
        Some(held(&tomorrow.to_string(), &(as_of + chrono::Days::new(300)).to_string())),
    ]
}

/// Standards Exceeded and the level for answers with an answer about Cyber Essentials Plus.
#[track_caller]
fn exceeded(answers: &Answers, certificate: Option<Holding>) -> (LevelOutcome, Option<Level>) {
    let edition = answers.edition.to_string();
    let answers = answers.clone().profile(|home| home.cyber_essentials_plus = certificate);
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&edition), &assessment, usual_day(&edition));
    (evaluation.levels()[2].clone(), evaluation.level())
}

#[track_caller]
fn complete(edition: &str) -> Answers {
    Answers::complete(edition, usual_day(edition))
}

/// Statements S4-100 and S4-102.
#[test]
fn in_2021_22_the_certificate_neither_gives_nor_takes_standards_exceeded() {
    let with = exceeded(&complete("2021-22"), Some(in_date("2021-22")));
    assert_eq!((with.0.state, with.1), (Undetermined, Some(StandardsMet)));
    for certificate in not_in_date("2021-22") {
        assert_eq!(exceeded(&complete("2021-22"), certificate), with, "{certificate:?}");
    }
}

/// Statements S4-62 and S4-101; how many questions there are is not on record.
#[test]
fn in_2021_22_nobody_can_tell_whether_every_question_is_answered() {
    let (outcome, _) = exceeded(&complete("2021-22"), Some(Holding::No));
    assert_eq!((outcome.state, outcome.strictly, outcome.leniently), (Undetermined, NotMet, Met));
    assert_eq!(outcome.blockers, [Blocker::Unlisted { listed: 43, official: None }]);
}

#[test]
fn in_2021_22_a_listed_question_without_an_answer_settles_it() {
    for question in bank("2021-22").questions() {
        let (outcome, _) = exceeded(&complete("2021-22").without(&question.code.to_string()), Some(Holding::No));
        assert_eq!((outcome.state, outcome.strictly), (NotMet, NotMet), "without {}", question.code);
        assert!(outcome.blockers.contains(&Blocker::Question { question: question.code }), "without {}", question.code);
    }
}

/// From 2022-23 the best reading asks for the certificate; confirmed for 2024-25 (statement S3-12) and carried over to
/// 2025-26.
#[test]
fn from_2022_23_the_certificate_makes_the_difference() {
    let table: [(&str, [LevelState; 3], [LevelState; 3]); 4] = [
        // Edition; best, strict and lenient reading with the certificate in date, and without.
        ("2022-23", [Met, NotMet, Met], [NotMet, NotMet, Met]),
        ("2023-24", [Met, NotMet, Met], [NotMet, NotMet, Met]),
        ("2024-25", [Met, Met, Met], [NotMet, NotMet, NotMet]),
        ("2025-26", [Met, NotMet, Met], [NotMet, NotMet, NotMet]),
    ];
    for (edition, with, without) in table {
        let (outcome, level) = exceeded(&complete(edition), Some(in_date(edition)));
        assert_eq!([outcome.state, outcome.strictly, outcome.leniently], with, "{edition}");
        assert_eq!((level, outcome.blockers.as_slice()), (Some(StandardsExceeded), &[][..]), "{edition}");
        for certificate in not_in_date(edition) {
            let (outcome, level) = exceeded(&complete(edition), certificate);
            assert_eq!([outcome.state, outcome.strictly, outcome.leniently], without, "{edition} {certificate:?}");
            assert_eq!(level, Some(StandardsMet), "{edition} {certificate:?}");
            let blocked = [Blocker::Certificate { certificate: Certificate::CyberEssentialsPlus }];
            assert_eq!(outcome.blockers, blocked, "{edition} {certificate:?}");
        }
    }
}

#[test]
fn the_certificate_does_not_stand_in_for_standards_met() {
    for edition in EDITIONS {
        let (outcome, level) = exceeded(&complete(edition).without("3.2.1"), Some(in_date(edition)));
        assert_eq!(outcome.state, NotMet, "{edition}");
        assert_eq!(level, Some(Level::ApproachingStandards), "{edition}");
    }
}

/// Statement S3-11: the certificate is needed, and the optional questions are not.
#[test]
fn from_2024_25_optional_questions_do_not_count() {
    for edition in ["2024-25", "2025-26"] {
        let mandatory = Answers::mandatory_for(StandardsMet, edition, usual_day(edition));
        for certificate in [Some(in_date(edition)), Some(Holding::No)] {
            assert_eq!(exceeded(&mandatory, certificate), exceeded(&complete(edition), certificate), "{edition}");
        }
    }
}

/// What a verdict hangs on, one line a fact.
fn facts(verdict: &Verdict<'_>) -> Vec<String> {
    let Verdict::Inferred { hangs_on, .. } = verdict else { return Vec::new() };
    let line = |fact: &dspt::Dependency<'_>| {
        let question = fact.question.map(|code| code.to_string()).unwrap_or_default();
        format!("{question} {} {}", fact.fact, fact.certainty).trim().to_owned()
    };
    hangs_on.iter().map(line).collect()
}

/// No source says in which edition the rule changed, so both are held and the verdict names both.
#[test]
fn in_2022_23_and_2023_24_the_verdict_names_both_rules() {
    for edition in ["2022-23", "2023-24"] {
        let as_of = usual_day(edition);
        for (certificate, level) in [(in_date(edition), StandardsExceeded), (Holding::No, StandardsMet)] {
            let answers = complete(edition).profile(|home| home.cyber_essentials_plus = Some(certificate));
            let assessment = answers.assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            assert_eq!(evaluation.level(), Some(level), "{edition}");
            assert_eq!(bounds(&evaluation), (Some(StandardsMet), Some(StandardsExceeded)), "{edition}");
            let expected = ["level-rule inferred", "level-rule unknown", "catalogue inferred"];
            assert_eq!(facts(evaluation.verdict()), expected, "{edition}");
            let Verdict::Inferred { hangs_on, .. } = evaluation.verdict() else { panic!("{edition}") };
            for fact in hangs_on {
                assert_eq!(fact.level, Some(StandardsExceeded), "{edition}");
                assert!(!fact.sources.is_empty() && fact.because.is_some(), "{edition}: {fact:?}");
            }
        }
    }
}

/// The bank lists 4.5.3 for 2023-24 by inference, so the rule that asks for every question hangs on it too.
#[test]
fn in_2023_24_an_optional_question_without_an_answer_is_named_as_well() {
    let as_of = usual_day("2023-24");
    let answers = Answers::mandatory_for(StandardsMet, "2023-24", as_of);
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2023-24"), &assessment, as_of);
    let expected = ["4.5.3 listed inferred", "level-rule inferred", "level-rule unknown", "catalogue inferred"];
    assert_eq!(facts(evaluation.verdict()), expected);
}

/// One of the two rules is enough for the lenient reading. Without the certificate that is the one that asks for every
/// question, and a gap where the edition is confirmed to have the question fails it.
#[test]
fn in_2022_23_a_confirmed_question_without_an_answer_closes_the_way_round_the_certificate() {
    let certain = |question: &&dspt::Question| question.listed.certainty == Certainty::Confirmed;
    let questions: Vec<_> = bank("2022-23").questions().filter(certain).map(|question| question.code).collect();
    assert!(questions.contains(&code("9.1.1")), "{questions:?}");
    for question in questions {
        let (outcome, _) = exceeded(&complete("2022-23").without(&question.to_string()), Some(Holding::No));
        assert_eq!(outcome.leniently, NotMet, "without {question}");
    }
}

#[test]
fn in_2021_22_the_verdict_hangs_on_the_length_of_the_list() {
    let as_of = usual_day("2021-22");
    let assessment = complete("2021-22").assessment();
    let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
    assert_eq!(facts(evaluation.verdict()), ["catalogue unknown"]);
    assert_eq!(bounds(&evaluation), (Some(StandardsMet), Some(StandardsExceeded)));
}

#[test]
fn in_2025_26_the_verdict_hangs_on_the_rule_of_the_year_before() {
    let as_of = usual_day("2025-26");
    let answers = complete("2025-26").profile(|home| home.cyber_essentials_plus = Some(in_date("2025-26")));
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, as_of);
    assert_eq!(facts(evaluation.verdict()), ["level-rule inferred"]);
}

#[test]
fn in_2024_25_the_verdict_is_confirmed_with_and_without_the_certificate() {
    for certificate in [in_date("2024-25"), Holding::No] {
        let answers = complete("2024-25").profile(|home| home.cyber_essentials_plus = Some(certificate));
        let assessment = answers.assessment();
        let evaluation = evaluate(bank("2024-25"), &assessment, usual_day("2024-25"));
        assert_eq!(evaluation.verdict(), &Verdict::Confirmed);
    }
}

/// Statements S4-57 and S4-98: neither takes a question away or opens a level, in any edition.
#[test]
fn basic_cyber_essentials_and_iso_27001_change_nothing() {
    for edition in EDITIONS {
        let as_of = usual_day(edition);
        let plain = [
            Answers::none(edition),
            Answers::mandatory_for(Level::ApproachingStandards, edition, as_of),
            complete(edition).without("4.2.4").without("6.2.1").without("9.1.1"),
            complete(edition),
        ];
        for answers in plain {
            let before = answers.assessment();
            let before = evaluate(bank(edition), &before, as_of);
            let answers = answers.clone().profile(|home| {
                home.cyber_essentials = Some(in_date(edition));
                home.iso_27001 = Some(in_date(edition));
            });
            let after = answers.assessment();
            let after = evaluate(bank(edition), &after, as_of);
            assert_eq!((after.level(), after.verdict()), (before.level(), before.verdict()), "{edition}");
            assert_eq!((after.levels(), after.reach()), (before.levels(), before.reach()), "{edition}");
            let statuses = |of: &dspt::Evaluation<'_>| -> Vec<_> {
                of.questions().iter().map(|outcome| (outcome.question.code, outcome.status)).collect()
            };
            assert_eq!(statuses(&after), statuses(&before), "{edition}");
        }
    }
}

/// The other way round: the same three gaps are filled by Cyber Essentials Plus in 2025-26.
#[test]
fn cyber_essentials_plus_does_change_something() {
    let gaps = complete("2025-26").without("4.2.4").without("6.2.1").without("9.1.1");
    assert_eq!(exceeded(&gaps, Some(Holding::No)).1, None);
    assert_eq!(exceeded(&gaps, Some(held("2026-01-01", "2026-12-31"))).1, Some(StandardsExceeded));
    assert_eq!(usual_day("2025-26"), day("2026-05-30"));
}
