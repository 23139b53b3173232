//! How sure a level is: confirmed, or hanging on exactly the facts that no source settles.

use crate::common::{Answers, bank, code, day, document, held, response, usual_day};
use crate::levels::bounds;
use crate::replies::{document_of, does_not_apply, good, text, ticked, ticked_found, trained};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::{Answer, Evaluation, Found, Nhsmail, Response, Verdict, evaluate};

const BELOW: Option<Level> = None;
const STEP: Option<Level> = Some(ApproachingStandards);
const MET: Option<Level> = Some(StandardsMet);
const EXCEEDED: Option<Level> = Some(StandardsExceeded);

/// The facts a verdict hangs on, one line each: question, level, fact, certainty.
fn facts(evaluation: &Evaluation<'_>) -> Vec<String> {
    let Verdict::Inferred { hangs_on, .. } = evaluation.verdict() else { return Vec::new() };
    let line = |fact: &dspt::Dependency<'_>| {
        assert!(fact.because.is_some(), "how it was read is said: {fact:?}");
        let question = fact.question.map(|code| code.to_string());
        let level = fact.level.map(|level| level.to_string());
        let words = [question, level, Some(fact.fact.to_string()), Some(fact.certainty.to_string())];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    hangs_on.iter().map(line).collect()
}

/// The level in the best, the strict and the lenient reading, and what the verdict hangs on.
#[track_caller]
fn hangs(answers: &Answers, levels: [Option<Level>; 3], expected: &[&str]) {
    let edition = answers.edition.to_string();
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&edition), &assessment, usual_day(&edition));
    let (strictly, leniently) = bounds(&evaluation);
    assert_eq!([evaluation.level(), strictly, leniently], levels);
    let (mut found, mut expected) = (facts(&evaluation), expected.to_vec());
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let is_sure = strictly == leniently && expected.is_empty();
    assert_eq!(evaluation.verdict() == &Verdict::Confirmed, is_sure);
}

/// A home that has answered every question mandatory for Standards Met, and no other.
#[track_caller]
fn home(edition: &str) -> Answers {
    Answers::mandatory_for(StandardsMet, edition, usual_day(edition))
}

/// A home that has answered every listed question of 2025-26, seven of them beyond the official 45.
fn full_home() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

#[track_caller]
fn home_with_certificate(edition: &str) -> Answers {
    let certificate = held(&format!("{}-07-01", &edition[..4]), &format!("20{}-06-30", &edition[5..]));
    home(edition).profile(|home| home.cyber_essentials_plus = Some(certificate))
}

#[test]
fn with_everything_mandatory_answered_the_verdict_is_confirmed() {
    for edition in ["2021-22", "2024-25", "2025-26"] {
        hangs(&home(edition), [MET, MET, MET], &[]);
    }
}

#[test]
fn a_gap_where_the_demand_is_inferred_hangs_on_the_demand() {
    let answers = full_home().without("7.2.1");
    hangs(&answers, [STEP, STEP, MET], &["7.2.1 standards-met mandatory inferred"]);
}

#[test]
fn a_gap_in_the_lower_level_hangs_on_both_demands() {
    let expected = ["2.1.1 approaching-standards mandatory inferred", "2.1.1 standards-met mandatory inferred"];
    hangs(&full_home().without("2.1.1"), [BELOW, BELOW, MET], &expected);
}

#[test]
fn two_gaps_hang_on_the_demands_of_both() {
    let expected = ["7.2.1 standards-met mandatory inferred", "9.1.1 standards-met mandatory inferred"];
    hangs(&full_home().without("7.2.1").without("9.1.1"), [STEP, STEP, MET], &expected);
}

/// 3.1.1, 3.2.1, 3.4.1, 4.3.1 and 7.1.1 are confirmed to be mandatory in 2025-26.
#[test]
fn a_gap_where_the_demand_is_confirmed_is_confirmed() {
    for question in ["3.1.1", "3.2.1", "3.4.1", "4.3.1", "7.1.1"] {
        hangs(&full_home().without(question), [STEP, STEP, STEP], &[]);
    }
}

/// No other gap matters any more once a confirmed one is there.
#[test]
fn a_confirmed_gap_silences_an_inferred_one() {
    hangs(&full_home().without("3.2.1").without("7.2.1"), [STEP, STEP, STEP], &[]);
}

#[test]
fn an_exemption_that_is_inferred_is_named() {
    let expected = [
        "9.1.1 exemption inferred",
        "9.1.1 standards-met mandatory inferred",
        "standards-exceeded level-rule inferred",
    ];
    hangs(&home_with_certificate("2025-26").without("9.1.1"), [EXCEEDED, STEP, EXCEEDED], &expected);
}

#[test]
fn an_exemption_that_nobody_knows_lifts_the_lenient_reading_alone() {
    let expected = [
        "1.3.11 approaching-standards mandatory inferred",
        "1.3.11 exemption unknown",
        "1.3.11 standards-met mandatory inferred",
    ];
    hangs(&home_with_certificate("2024-25").without("1.3.11"), [BELOW, BELOW, EXCEEDED], &expected);
}

#[test]
fn an_exemption_counts_for_nothing_where_the_question_is_answered() {
    hangs(&home_with_certificate("2024-25"), [EXCEEDED, EXCEEDED, EXCEEDED], &[]);
}

/// Which questions NHSmail completes is not on record; 6.3.2 may be one of them.
#[test]
fn nhsmail_as_the_only_system_lifts_the_lenient_reading_at_most() {
    let expected = ["6.3.2 exemption unknown", "6.3.2 standards-met mandatory inferred"];
    let only = |answers: Answers| answers.profile(|home| home.nhsmail = Some(Nhsmail::OnlyEmailSystem));
    hangs(&only(home("2025-26").without("6.3.2")), [STEP, STEP, MET], &expected);
    hangs(&home("2025-26").without("6.3.2"), [STEP, STEP, STEP], &[]);
    hangs(&full_home().without("6.3.2"), [STEP, STEP, MET], &expected[1..]);
}

#[test]
fn a_way_to_say_not_applicable_that_is_inferred_is_named() {
    let expected = [
        "6.1.2 approaching-standards mandatory inferred",
        "6.1.2 not-applicable inferred",
        "6.1.2 standards-met mandatory inferred",
    ];
    hangs(&home("2025-26").with("6.1.2", does_not_apply()), [MET, BELOW, MET], &expected);
}

/// 4.3.1 and 7.3.4 show their way to say it in 2025-26, the 13 questions of the guide in 2021-22.
#[test]
fn a_way_to_say_not_applicable_that_is_confirmed_leaves_the_verdict_confirmed() {
    for question in ["4.3.1", "7.3.4"] {
        hangs(&home("2025-26").with(question, does_not_apply()), [MET, MET, MET], &[]);
    }
    for question in [
        "1.4.2", "10.1.2", "6.1.3", "6.1.4", "4.1.2", "1.3.11", "4.2.4", "6.2.1", "1.4.3", "1.3.12", "4.5.4", "7.3.1",
        "8.3.5",
    ] {
        hangs(&home("2021-22").with(question, does_not_apply()), [MET, MET, MET], &[]);
    }
}

#[test]
fn a_way_to_say_not_applicable_that_nobody_knows_lifts_the_lenient_reading_alone() {
    let expected = ["7.1.2 not-applicable unknown", "7.1.2 standards-met mandatory inferred"];
    hangs(&home("2025-26").with("7.1.2", does_not_apply()), [STEP, STEP, MET], &expected);
    // Confirmed to be mandatory in 2022-23, so it hangs on the way to say it alone.
    let answers = home("2022-23").with("7.1.2", does_not_apply());
    let rest = ["catalogue inferred", "level-rule inferred", "level-rule unknown"];
    let rest = rest.map(|fact| format!("standards-exceeded {fact}"));
    let expected = ["7.1.2 not-applicable unknown", &rest[0], &rest[1], &rest[2]];
    hangs(&answers, [STEP, STEP, EXCEEDED], &expected);
}

/// The question on unsupported software of 2025-26 is needed where some was found, as far as can be told.
#[test]
fn a_condition_that_is_inferred_is_named() {
    let found_nothing = |edition| home(edition).with("8.1.4", ticked_found(Found::Nothing)).without("8.2.1");
    let expected = ["8.2.1 needed-when inferred", "8.2.1 standards-met mandatory inferred"];
    hangs(&found_nothing("2025-26"), [MET, STEP, MET], &expected);
    // Confirmed for 2024-25 (statement S3-25).
    hangs(&found_nothing("2024-25"), [MET, MET, MET], &[]);
}

#[test]
fn a_window_that_is_inferred_is_named() {
    let expected = [
        "1.3.1 approaching-standards mandatory inferred",
        "1.3.1 review-window inferred",
        "1.3.1 standards-met mandatory inferred",
    ];
    let old = |question| home("2025-26").reviewed(question, Some(day("2020-01-01")));
    hangs(&old("1.3.1"), [BELOW, BELOW, MET], &expected);
    // Both the window of 3.1.1 and the demand are confirmed.
    hangs(&old("3.1.1"), [STEP, STEP, STEP], &[]);
}

/// A page about twelve months fits 2024-25 as well as the year after (1.1.2 and 7.3.4): the strict reading alone
/// applies it, no finding asks for it, and an answer without a date is left alone.
#[test]
fn a_window_that_nobody_knows_lowers_the_strict_reading_alone() {
    let of_1_1_2 = [
        "1.1.2 approaching-standards mandatory inferred",
        "1.1.2 review-window unknown",
        "1.1.2 standards-met mandatory inferred",
    ];
    let of_7_3_4 = ["7.3.4 review-window unknown", "7.3.4 standards-met mandatory inferred"];
    for (question, strictly, expected) in [("1.1.2", BELOW, &of_1_1_2[..]), ("7.3.4", STEP, &of_7_3_4[..])] {
        let reviewed = |on: Option<&str>| home("2024-25").reviewed(question, on.map(day));
        hangs(&reviewed(Some("2024-05-29")), [MET, strictly, MET], expected);
        hangs(&reviewed(Some("2020-01-01")), [MET, strictly, MET], expected);
        hangs(&reviewed(Some("2024-05-30")), [MET, MET, MET], &[]);
        hangs(&reviewed(None), [MET, MET, MET], &[]);
        for on in [None, Some("2024-05-29")] {
            let assessment = reviewed(on).assessment();
            let evaluation = evaluate(bank("2024-25"), &assessment, usual_day("2024-25"));
            let mut found = evaluation.findings().filter(|found| found.question() == Some(code(question)));
            assert_eq!(found.next(), None, "{question} {on:?}");
        }
    }
}

#[test]
fn a_threshold_that_is_inferred_is_named() {
    let few = |edition: &str| Response { reviewed_on: Some(usual_day(edition)), ..trained(56, 60, None) };
    let expected = ["3.2.1 standards-met mandatory inferred", "3.2.1 threshold inferred"];
    hangs(&home("2021-22").with("3.2.1", few("2021-22")), [STEP, STEP, MET], &expected);
    // Confirmed for 2024-25 (statement S3-22).
    hangs(&home("2024-25").with("3.2.1", few("2024-25")), [STEP, STEP, STEP], &[]);
}

#[test]
fn a_kind_of_answer_that_is_inferred_is_named() {
    let expected = ["9.1.1 evidence-type inferred", "9.1.1 standards-met mandatory inferred"];
    hangs(&home("2025-26").with("9.1.1", text("All of them changed")), [STEP, STEP, MET], &expected);
    // Both the kind of answer to 4.3.1 and the demand are confirmed.
    hangs(&home("2025-26").with("4.3.1", text("Signed by both")), [STEP, STEP, STEP], &[]);
}

#[test]
fn a_part_that_is_inferred_is_named() {
    let policy = Answer::Document { documents: vec![document_of("Policy", &["policy"])] };
    let expected = [
        "1.3.11 approaching-standards mandatory inferred",
        "1.3.11 part inferred",
        "1.3.11 standards-met mandatory inferred",
    ];
    hangs(&home("2025-26").with("1.3.11", response(policy.clone())), [BELOW, BELOW, MET], &expected);
    // Confirmed for 2021-22 (statement S2-137).
    hangs(&home("2021-22").with("1.3.11", response(policy)), [BELOW, BELOW, BELOW], &[]);
}

/// That carried-over answers are to be reconfirmed is confirmed in every edition; the demand may still be inferred.
#[test]
fn an_answer_not_reconfirmed_hangs_on_the_demand_alone() {
    let carried = |question| full_home().carried_over(question, "2024-25", None);
    hangs(&carried("7.2.1"), [STEP, STEP, MET], &["7.2.1 standards-met mandatory inferred"]);
    hangs(&carried("3.2.1"), [STEP, STEP, STEP], &[]);
}

/// A mistake that no source is needed for is as certain as the demand behind it.
#[test]
fn an_empty_answer_hangs_on_the_demand_alone() {
    let nowhere = Response {
        answer: Answer::Document { documents: vec![document(" ")] },
        ..good("2025-26", "7.1.1", usual_day("2025-26"))
    };
    hangs(&full_home().with("7.1.1", nowhere), [STEP, STEP, STEP], &[]);
    hangs(&full_home().with("7.2.1", text(" ")), [STEP, STEP, MET], &["7.2.1 standards-met mandatory inferred"]);
}

/// No kind of answer to 6.3.2 is known, so none can open a doubt.
#[test]
fn an_answer_to_a_question_of_unknown_kind_opens_no_doubt() {
    for answer in [ticked(), text("Staff are told at induction.")] {
        hangs(&home("2025-26").with("6.3.2", answer), [MET, MET, MET], &[]);
    }
}

/// There are as many mandatory questions as the toolkit says, whichever they are: without one of them and with no
/// optional one answered in its place, there are too few.
#[test]
fn one_question_short_of_the_official_count_is_as_sure_as_the_count() {
    let count = |edition: &str, level, question: &dspt::Question| {
        let as_of = usual_day(edition);
        let mut counts = bank(edition).about().counts.iter().filter(|count| count.level == level);
        let surely = counts.all(|count| count.count.provenance.certainty == dspt::Certainty::Confirmed);
        let demanded = question.mandatory_on(level, as_of).map(|entry| entry.mandatory.provenance.certainty);
        let rests_on_it = !surely && demanded != Some(dspt::Certainty::Confirmed);
        if rests_on_it { vec![format!("{level} official-count inferred")] } else { Vec::new() }
    };
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        let as_of = usual_day(edition);
        let approaching: Vec<_> = bank(edition).mandatory(ApproachingStandards, as_of).map(|one| one.code).collect();
        for question in &approaching {
            let answers = Answers::mandatory_for(ApproachingStandards, edition, as_of).without(&question.to_string());
            let expected = count(edition, ApproachingStandards, bank(edition).question(*question).expect("a question"));
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            hangs(&answers, [BELOW, BELOW, BELOW], &expected);
        }
        for question in bank(edition).mandatory(StandardsMet, as_of).filter(|one| !approaching.contains(&one.code)) {
            let expected = count(edition, StandardsMet, question);
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            hangs(&home(edition).without(&question.code.to_string()), [STEP, STEP, STEP], &expected);
        }
    }
}

/// No source confirms that 1.3.6 is optional in 2025-26, so it may be one of the 45 in place of 7.2.1.
#[test]
fn an_optional_question_answered_instead_opens_the_doubt_again() {
    let as_of = usual_day("2025-26");
    let instead = home("2025-26").with("1.3.6", good("2025-26", "1.3.6", as_of));
    hangs(&instead.clone().without("7.2.1"), [STEP, STEP, MET], &["7.2.1 standards-met mandatory inferred"]);
    hangs(&instead.without("7.2.1").without("9.1.1"), [STEP, STEP, STEP], &[]);
}

/// Not even everything that the certificate and NHSmail may take away comes to a level.
#[test]
fn an_empty_or_nearly_empty_assessment_is_below_every_level_in_every_reading() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        let as_of = usual_day(edition);
        let current = held(&as_of.to_string(), &as_of.to_string());
        for certificate in [dspt::Holding::No, current] {
            let empty = Answers::none(edition).profile(|home| {
                home.cyber_essentials_plus = Some(certificate);
                home.nhsmail = Some(Nhsmail::OnlyEmailSystem);
            });
            let nearly_empty = empty.clone().with("1.1.1", good(edition, "1.1.1", as_of));
            // In 2025-26 no demand of Approaching Standards is confirmed, and neither is their number.
            let count: &[&str] =
                if edition == "2025-26" { &["approaching-standards official-count inferred"] } else { &[] };
            hangs(&empty, [BELOW, BELOW, BELOW], count);
            hangs(&nearly_empty, [BELOW, BELOW, BELOW], count);
        }
    }
}
