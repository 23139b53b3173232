//! Progress: how many questions of each heading are done, and of all headings together.

use crate::common::{Answers, bank, held, usual_day};
use crate::levels::EDITIONS;
use dspt::Level::{self, ApproachingStandards, StandardsMet};
use dspt::{Evaluation, Group, Heading, Progress, evaluate};

/// The counts of answers, one line each: group, level, done of total.
#[track_caller]
fn lines(answers: &Answers) -> Vec<String> {
    let edition = answers.edition.to_string();
    let assessment = answers.assessment();
    let evaluation = evaluate(bank(&edition), &assessment, usual_day(&edition));
    let line = |count: &Progress| {
        let level = count.level.map_or("all listed", Level::as_str);
        format!("{}, {level}: {} of {}", count.group.as_str(), count.done, count.total)
    };
    evaluation.progress().iter().map(line).collect()
}

#[test]
fn the_26_questions_of_approaching_standards_stand_under_four_headings() {
    let answers = Answers::mandatory_for(ApproachingStandards, "2025-26", usual_day("2025-26"));
    let expected = [
        "staffing-and-roles, approaching-standards: 4 of 4",
        "staffing-and-roles, standards-met: 4 of 7",
        "staffing-and-roles, all listed: 4 of 7",
        "policies-and-procedures, approaching-standards: 10 of 10",
        "policies-and-procedures, standards-met: 10 of 13",
        "policies-and-procedures, all listed: 10 of 13",
        "data-security, approaching-standards: 5 of 5",
        "data-security, standards-met: 5 of 8",
        "data-security, all listed: 5 of 8",
        "it-systems-and-devices, approaching-standards: 7 of 7",
        "it-systems-and-devices, standards-met: 7 of 16",
        "it-systems-and-devices, all listed: 7 of 16",
        // 6.3.2 is mandatory for Standards Met, and no source shows its heading; nor that of seven optional ones.
        "heading-not-on-record, standards-met: 0 of 1",
        "heading-not-on-record, all listed: 0 of 8",
        "everything, approaching-standards: 26 of 26",
        "everything, standards-met: 26 of 45",
        "everything, all listed: 26 of 52",
    ];
    assert_eq!(lines(&answers), expected);
}

/// Questions that the certificate takes away count as done.
#[test]
fn what_is_exempt_counts_as_done() {
    let certificate = held("2025-10-01", "2026-09-30");
    let answers = Answers::none("2025-26").profile(|home| home.cyber_essentials_plus = Some(certificate));
    let together: Vec<_> = lines(&answers).into_iter().filter(|line| line.starts_with("everything")).collect();
    let expected = [
        "everything, approaching-standards: 2 of 26",
        "everything, standards-met: 3 of 45",
        "everything, all listed: 3 of 52",
    ];
    assert_eq!(together, expected);
}

/// Assessments with nothing, some and everything answered.
#[track_caller]
fn some_answers(edition: &str) -> [Answers; 4] {
    let as_of = usual_day(edition);
    [
        Answers::none(edition),
        Answers::mandatory_for(ApproachingStandards, edition, as_of),
        Answers::mandatory_for(StandardsMet, edition, as_of).without("3.2.1"),
        Answers::complete(edition, as_of),
    ]
}

fn counts(evaluation: &Evaluation<'_>, of: impl Fn(&Progress) -> bool) -> (u32, u32) {
    let counted = evaluation.progress().iter().filter(|count| of(count));
    counted.fold((0, 0), |(done, total), count| (done + count.done, total + count.total))
}

#[test]
fn the_headings_come_to_everything_together() {
    for edition in EDITIONS {
        for answers in some_answers(edition) {
            let assessment = answers.assessment();
            let evaluation = evaluate(bank(edition), &assessment, usual_day(edition));
            for level in [Some(ApproachingStandards), Some(StandardsMet), None] {
                let under_headings = counts(&evaluation, |of| of.level == level && of.group != Group::Everything);
                let together = counts(&evaluation, |of| of.level == level && of.group == Group::Everything);
                assert_eq!(under_headings, together, "{edition} {level:?}");
            }
        }
    }
}

#[test]
fn everything_together_comes_to_the_official_counts() {
    for edition in EDITIONS {
        let as_of = usual_day(edition);
        for answers in some_answers(edition) {
            let assessment = answers.assessment();
            let evaluation = evaluate(bank(edition), &assessment, as_of);
            for level in [ApproachingStandards, StandardsMet] {
                let together = counts(&evaluation, |of| of.level == Some(level) && of.group == Group::Everything);
                let official = bank(edition).about().official_count(level, as_of).expect("a count for every level");
                let open = evaluation.questions().iter().filter(|outcome| {
                    let mut demanded = bank(edition).mandatory(level, as_of);
                    !outcome.status.is_done() && demanded.any(|one| one.code == outcome.question.code)
                });
                let open = u32::try_from(open.count()).expect("a small number");
                assert_eq!(together, (official - open, official), "{edition} {level:?}");
            }
        }
    }
}

/// Standards Exceeded has no questions of its own to count, and groups without a question have no line.
#[test]
fn there_is_a_line_for_each_group_that_has_questions_with_everything_together_last() {
    for edition in EDITIONS {
        let assessment = Answers::none(edition).assessment();
        let evaluation = evaluate(bank(edition), &assessment, usual_day(edition));
        assert!(evaluation.progress().iter().all(|count| count.total > 0), "{edition}");
        assert!(evaluation.progress().iter().all(|count| count.level != Some(Level::StandardsExceeded)), "{edition}");
        let mut groups: Vec<_> = evaluation.progress().iter().map(|count| count.group).collect();
        groups.dedup();
        let all: Vec<_> = Group::headings().chain([Group::Everything]).collect();
        assert_eq!(groups, all, "{edition}");
    }
}

#[test]
fn a_group_is_named_as_the_toolkit_names_it() {
    let table = [
        (Group::Heading(Heading::StaffingAndRoles), "staffing-and-roles", "Staffing and roles"),
        (Group::Heading(Heading::PoliciesAndProcedures), "policies-and-procedures", "Policies and procedures"),
        (Group::Heading(Heading::DataSecurity), "data-security", "Data security"),
        (Group::Heading(Heading::ItSystemsAndDevices), "it-systems-and-devices", "IT systems and devices"),
        (Group::HeadingNotOnRecord, "heading-not-on-record", "Heading not on record"),
        (Group::Everything, "everything", "All together"),
    ];
    for (group, word, name) in table {
        assert_eq!((group.as_str(), group.name()), (word, name));
        assert_eq!(serde_json::to_string(&group).expect("a group is JSON"), format!("\"{word}\""));
    }
}
