//! The share of people trained: 95 per cent in whole people, and the rolling programme that stands in for it.

use crate::common::{Answers, bank, code, usual_day};
use crate::replies::trained;
use dspt::QuestionStatus::{self, Complete, Incomplete};
use dspt::{FactName, Level, Response, Verdict, evaluate};

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

/// What the training question comes to with these figures, and what would be enough if they are not.
#[track_caller]
fn judged(edition: &str, figures: Response) -> (QuestionStatus, Option<String>) {
    let as_of = usual_day(edition);
    let figures = Response { reviewed_on: Some(as_of), ..figures };
    let assessment = Answers::complete(edition, as_of).with("3.2.1", figures).assessment();
    let evaluation = evaluate(bank(edition), &assessment, as_of);
    let outcome = evaluation.question(code("3.2.1")).expect("listed");
    let findings = evaluation.findings_of(outcome);
    let low = findings.iter().find(|finding| finding.code() == "training-below-threshold");
    (outcome.status, low.map(dspt::Finding::expected))
}

/// Statement S3-22 for 2024-25, S4-114 for 2021-22.
#[test]
fn at_least_95_per_cent_are_to_be_trained() {
    let table = [
        // Trained, of how many, how many are enough where these are not.
        (94, 100, Some("95 of 100 (95 per cent)")),
        (95, 100, None),
        (96, 100, None),
        (100, 100, None),
        (19, 20, None),
        (18, 20, Some("19 of 20 (95 per cent)")),
        // 95 per cent of 19 is 18.05 people, so everybody.
        (18, 19, Some("19 of 19 (95 per cent)")),
        (19, 19, None),
        (57, 60, None),
        (56, 60, Some("57 of 60 (95 per cent)")),
        (1, 1, None),
        (0, 1, Some("1 of 1 (95 per cent)")),
        (949_999, 1_000_000, Some("950000 of 1000000 (95 per cent)")),
        (950_000, 1_000_000, None),
        (u32::MAX, u32::MAX, None),
    ];
    for edition in EDITIONS {
        for (some, all, enough) in table {
            let status = if enough.is_some() { Incomplete } else { Complete };
            let expected = (status, enough.map(str::to_owned));
            assert_eq!(judged(edition, trained(some, all, None)), expected, "{edition}: {some} of {all}");
        }
    }
}

/// Statement S4-112: leave and sickness may keep the share below 95 per cent where training goes round.
#[test]
fn a_rolling_programme_makes_up_for_a_low_share() {
    for edition in EDITIONS {
        let programme = Some("Every team in turn, one a month.");
        assert_eq!(judged(edition, trained(56, 60, programme)), (Complete, None), "{edition}");
        assert_eq!(judged(edition, trained(0, 60, programme)), (Complete, None), "{edition}");
    }
}

#[test]
fn a_rolling_programme_has_to_be_described() {
    for described in [Some(""), Some(" \n"), None] {
        assert_eq!(judged("2025-26", trained(56, 60, described)).0, Incomplete, "{described:?}");
    }
}

/// The Q&A of June 2022 speaks of 2021-22; for 2025-26 its answer is carried over.
#[test]
fn the_level_hangs_on_the_rolling_programme_where_it_is_only_carried_over() {
    let as_of = usual_day("2025-26");
    let figures = trained(56, 60, Some("Every team in turn, one a month."));
    let figures = Response { reviewed_on: Some(as_of), ..figures };
    let assessment = Answers::complete("2025-26", as_of).with("3.2.1", figures).assessment();
    let evaluation = evaluate(bank("2025-26"), &assessment, as_of);
    assert_eq!(evaluation.level(), Some(Level::StandardsMet));
    let Verdict::Inferred { strictly, leniently, hangs_on } = evaluation.verdict() else { panic!("open") };
    assert_eq!((*strictly, *leniently), (Some(Level::ApproachingStandards), Some(Level::StandardsMet)));
    let facts: Vec<_> = hangs_on.iter().map(|fact| (fact.question, fact.fact)).collect();
    assert_eq!(facts, [(Some(code("3.2.1")), FactName::RollingProgramme)]);
}

#[test]
fn in_2021_22_the_rolling_programme_is_confirmed() {
    let as_of = usual_day("2021-22");
    let figures = trained(56, 60, Some("Every team in turn, one a month."));
    let figures = Response { reviewed_on: Some(as_of), ..figures };
    let answers = Answers::mandatory_for(Level::StandardsMet, "2021-22", as_of).with("3.2.1", figures);
    let assessment = answers.assessment();
    let evaluation = evaluate(bank("2021-22"), &assessment, as_of);
    assert_eq!((evaluation.level(), evaluation.verdict()), (Some(Level::StandardsMet), &Verdict::Confirmed));
}
