//! Carrying over: what becomes of each question from one edition to the next, and over several.

use std::collections::BTreeSet;

use dspt::{Assessment, CarryOver, CarryOverError, Line, LineOutcome, QuestionCode, carry_over};

use crate::common::{Answers, bank, code, day, usual_day};
use crate::publishing::edition;

const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

/// A day on which the edition has just opened for certain.
#[track_caller]
fn opened(of: &str) -> dspt::NaiveDate {
    bank(of).about().opening.value.expect("an opening").latest
}

#[track_caller]
pub(crate) fn carried(assessment: &Assessment, to: &str) -> CarryOver {
    carry_over(assessment, edition(to), opened(to)).expect("a later edition on record")
}

/// Every answer of an edition, taken into another.
#[track_caller]
fn complete(from: &str, to: &str) -> CarryOver {
    carried(&Answers::complete(from, usual_day(from)).assessment(), to)
}

/// The lines with an outcome, as `1.2.1 -> 1.1.3`.
fn with(carried: &CarryOver, outcome: LineOutcome) -> Vec<String> {
    let end = |code: Option<QuestionCode>| code.map_or_else(|| "nothing".to_owned(), |code| code.to_string());
    let lines = carried.lines.iter().filter(|line| line.outcome == outcome);
    lines.map(|line| format!("{} -> {}", end(line.old), end(line.new))).collect()
}

/// The line of a question in the edition it was taken into.
#[track_caller]
fn line<'c>(carried: &'c CarryOver, into: &str, question: &str) -> &'c Line {
    let found = carried.lines.iter().find(|line| line.into == edition(into) && line.new == Some(code(question)));
    found.unwrap_or_else(|| panic!("no line for {question} of {into}"))
}

#[test]
fn from_2021_22_to_2022_23_four_questions_move_one_is_gone_and_one_asks_for_a_fresh_look() {
    let carried = complete("2021-22", "2022-23");
    let moved = ["1.2.1 -> 1.1.3", "2.1.2 -> 2.2.1", "6.1.3 -> 6.1.2", "6.1.4 -> 6.1.3"];
    assert_eq!(with(&carried, LineOutcome::Moved), moved);
    assert_eq!(with(&carried, LineOutcome::FreshLook), ["1.2.4 -> 1.2.4"]);
    assert_eq!(with(&carried, LineOutcome::Gone), ["4.1.2 -> nothing"]);
    assert_eq!(with(&carried, LineOutcome::Copied).len(), 37);
    assert_eq!(carried.lines.len(), 43);
    assert_eq!(carried.assessment.responses().len(), 42);
}

#[test]
fn an_answer_that_moves_is_not_mixed_up_with_the_question_that_had_its_code() {
    let answers = Answers::complete("2021-22", usual_day("2021-22"));
    let said = |comment: &str, question: &str| dspt::Response {
        comment: Some(comment.to_owned()),
        ..answers.responses[&code(question)].clone()
    };
    let answers = answers.clone().with("6.1.3", said("Third", "6.1.3")).with("6.1.4", said("Fourth", "6.1.4"));
    let carried = carried(&answers.assessment(), "2022-23");
    let comment = |question| carried.assessment.response(code(question)).and_then(|answer| answer.comment.as_deref());
    assert_eq!((comment("6.1.2"), comment("6.1.3")), (Some("Third"), Some("Fourth")));
    assert_eq!(carried.assessment.response(code("6.1.4")), None);
}

#[test]
fn an_answer_whose_question_is_gone_is_reported_whole() {
    let answers = Answers::complete("2021-22", usual_day("2021-22"));
    let kept = dspt::Response {
        comment: Some("The list is in the office.".to_owned()),
        reviewed_on: Some(day("2022-02-14")),
        ..answers.responses[&code("4.1.2")].clone()
    };
    let carried = carried(&answers.with("4.1.2", kept.clone()).assessment(), "2022-23");
    let gone: Vec<&Line> = carried.lines.iter().filter(|line| line.outcome == LineOutcome::Gone).collect();
    let [gone] = gone.as_slice() else { panic!("one question is gone: {gone:?}") };
    assert_eq!((gone.old, gone.new), (Some(code("4.1.2")), None));
    assert_eq!(gone.left_behind, Some(kept));
    let others = carried.lines.iter().filter(|line| line.left_behind.is_some());
    assert_eq!(others.count(), 1, "nothing else was left behind");
}

#[test]
fn from_2022_23_to_2023_24_one_question_is_on_record_for_the_first_time() {
    let carried = complete("2022-23", "2023-24");
    assert_eq!(with(&carried, LineOutcome::NewOnRecord), ["nothing -> 4.5.3"]);
    assert_eq!(with(&carried, LineOutcome::Copied).len(), 42);
    assert_eq!(carried.lines.len(), 43);
}

#[test]
fn from_2023_24_to_2024_25_five_optional_questions_are_on_record_for_the_first_time() {
    let carried = complete("2023-24", "2024-25");
    let first = ["1.3.6", "4.3.1", "4.4.1", "7.1.1", "10.2.2"].map(|question| format!("nothing -> {question}"));
    assert_eq!(with(&carried, LineOutcome::NewOnRecord), first);
    assert_eq!(with(&carried, LineOutcome::Copied).len(), 43);
    assert_eq!(carried.lines.len(), 48);
}

#[test]
fn from_2024_25_to_2025_26_three_are_new_one_is_on_record_for_the_first_time_and_three_are_reworded() {
    let carried = complete("2024-25", "2025-26");
    let new = ["7.1.5", "7.1.6", "8.3.8"].map(|question| format!("nothing -> {question}"));
    assert_eq!(with(&carried, LineOutcome::New), new);
    assert_eq!(with(&carried, LineOutcome::NewOnRecord), ["nothing -> 7.3.6"]);
    let reworded = ["1.1.3", "1.1.5", "1.3.1"].map(|question| format!("{question} -> {question}"));
    assert_eq!(with(&carried, LineOutcome::FreshLook), reworded);
    assert_eq!(with(&carried, LineOutcome::Copied).len(), 45);
    for question in ["7.1.5", "7.1.6", "7.3.6", "8.3.8"] {
        assert_eq!(carried.assessment.response(code(question)), None, "{question}");
    }
    for question in ["1.1.3", "1.1.5", "1.3.1"] {
        assert!(carried.assessment.response(code(question)).is_some(), "{question} keeps its answer");
    }
}

#[test]
fn optional_questions_that_became_mandatory_are_copied_if_they_were_answered() {
    let answers = Answers::complete("2024-25", usual_day("2024-25"));
    let both = carried(&answers.assessment(), "2025-26");
    let neither = carried(&answers.without("4.3.1").without("7.1.1").assessment(), "2025-26");
    for question in ["4.3.1", "7.1.1"] {
        assert_eq!(line(&both, "2025-26", question).outcome, LineOutcome::Copied, "{question}");
        assert!(both.assessment.response(code(question)).is_some());
        assert_eq!(line(&neither, "2025-26", question).outcome, LineOutcome::StillUnanswered, "{question}");
        assert_eq!(neither.assessment.response(code(question)), None);
    }
}

#[test]
fn without_an_answer_there_is_nothing_to_carry() {
    for pair in EDITIONS.windows(2) {
        let [from, to] = pair else { unreachable!() };
        let carried = carried(&Answers::none(from).assessment(), to);
        assert_eq!(carried.assessment.responses().len(), 0, "{to}");
        for outcome in [LineOutcome::Copied, LineOutcome::Moved, LineOutcome::FreshLook, LineOutcome::Replaced] {
            assert_eq!(with(&carried, outcome), [""; 0], "{to}");
        }
        assert!(carried.lines.iter().all(|line| line.left_behind.is_none()), "{to}");
    }
    let carried = carried(&Answers::none("2021-22").assessment(), "2022-23");
    assert_eq!(with(&carried, LineOutcome::Gone), ["4.1.2 -> nothing"], "the question is gone all the same");
    assert_eq!(with(&carried, LineOutcome::StillUnanswered).len(), 42);
}

/// Checks that every question of an edition has exactly one line among these.
#[track_caller]
fn covered(of: &str, lines: impl Iterator<Item = Option<QuestionCode>>) {
    let named: Vec<QuestionCode> = lines.flatten().collect();
    let listed: BTreeSet<QuestionCode> = bank(of).questions().map(|question| question.code).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), listed, "{of}");
    assert_eq!(named.len(), listed.len(), "each question of {of} once");
}

#[test]
fn there_is_a_line_for_every_question_of_both_editions() {
    let last_but_one = EDITIONS.len() - 1;
    for (at, from) in EDITIONS.iter().enumerate().take(last_but_one) {
        for start in [Answers::none(from), Answers::complete(from, usual_day(from))] {
            let carried = carried(&start.assessment(), "2025-26");
            for pair in EDITIONS[at..].windows(2) {
                let [old, new] = pair else { unreachable!() };
                let step = || carried.lines.iter().filter(|line| line.into == edition(new));
                covered(old, step().map(|line| line.old));
                covered(new, step().map(|line| line.new));
            }
        }
    }
}

#[test]
fn carrying_over_step_by_step_is_the_same_as_at_once() {
    let start = Answers::complete("2021-22", usual_day("2021-22")).without("2.1.1").assessment();
    let as_of = day("2025-10-01");
    let at_once = carry_over(&start, edition("2025-26"), as_of).expect("later editions on record");
    let mut stepped = start;
    let mut lines = Vec::new();
    for to in &EDITIONS[1..] {
        let step = carry_over(&stepped, edition(to), as_of).expect("the next edition");
        lines.extend(step.lines);
        stepped = step.assessment;
    }
    assert_eq!(at_once.assessment, stepped);
    assert_eq!(at_once.lines, lines);
    assert_eq!((at_once.from, at_once.to), (edition("2021-22"), edition("2025-26")));
}

#[test]
fn over_several_editions_each_step_has_its_lines() {
    let carried = complete("2021-22", "2025-26");
    assert_eq!(line(&carried, "2022-23", "1.1.3").old, Some(code("1.2.1")));
    for to in ["2023-24", "2024-25", "2025-26"] {
        assert_eq!(line(&carried, to, "1.1.3").old, Some(code("1.1.3")));
    }
    assert_eq!(line(&carried, "2025-26", "1.1.3").outcome, LineOutcome::FreshLook);
    // On record without an answer from 2024-25 on.
    assert_eq!(line(&carried, "2024-25", "7.1.1").outcome, LineOutcome::NewOnRecord);
    assert_eq!(line(&carried, "2025-26", "7.1.1").outcome, LineOutcome::StillUnanswered);
    assert_eq!(with(&carried, LineOutcome::Gone), ["4.1.2 -> nothing"]);
    assert_eq!(carried.lines.len(), 43 + 43 + 48 + 52);
    let steps: Vec<_> = carried.lines.chunk_by(|a, b| a.into == b.into).map(|step| step[0].into.to_string()).collect();
    assert_eq!(steps, EDITIONS[1..]);
}

#[test]
fn an_assessment_is_only_carried_forward_and_only_to_editions_on_record() {
    let refused = |from: &str, to: &str| -> CarryOverError {
        let answers = Answers::none(from);
        carry_over(&answers.assessment(), edition(to), day("2026-06-01")).expect_err("not possible")
    };
    let later = |from: &str, to: &str| CarryOverError::NotLater { from: edition(from), to: edition(to) };
    let missing = |of: &str| CarryOverError::NoBank { missing: edition(of) };
    let table = [
        ("2024-25", "2024-25", later("2024-25", "2024-25")),
        ("2024-25", "2023-24", later("2024-25", "2023-24")),
        ("2025-26", "2021-22", later("2025-26", "2021-22")),
        ("2025-26", "2026-27", missing("2026-27")),
        ("2021-22", "2027-28", missing("2026-27")),
        ("2020-21", "2021-22", missing("2020-21")),
        ("2019-20", "2025-26", missing("2019-20")),
    ];
    for (from, to, expected) in table {
        assert_eq!(refused(from, to), expected, "{from} to {to}");
    }
    let back = refused("2024-25", "2023-24");
    assert_eq!(back.code(), "not-later");
    insta::assert_snapshot!(
        back,
        @"an assessment of 2024-25 cannot be carried over to 2023-24; name a later edition"
    );
    let unknown = refused("2025-26", "2026-27");
    assert_eq!(unknown.code(), "no-bank");
    insta::assert_snapshot!(
        unknown,
        @"there is no question bank for edition 2026-27; carry over to an edition on record"
    );
}
