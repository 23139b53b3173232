//! The assessments in `examples/assessments/`: all of them can be read, and the whole evaluation of each is a snapshot.

use std::path::{Path, PathBuf};

use dspt::{Assessment, Evaluation, Level, QuestionCode, evaluate};

use crate::common::day;

/// Every example with the days on which it is judged.
const EXAMPLES: [(&str, &[&str]); 10] = [
    ("riverbank-homecare-2021-22", &["2022-05-20", "2022-06-16"]),
    ("harbour-house-2024-25", &["2025-05-30"]),
    ("harbour-house-2025-26", &["2026-06-01"]),
    ("five-rivers-care-2025-26", &["2026-06-01"]),
    ("five-rivers-care-lapsed-2025-26", &["2026-06-01"]),
    ("willow-hospice-2025-26", &["2026-06-01"]),
    ("meadow-lane-supported-living-2025-26", &["2026-06-01"]),
    ("oak-tree-court-2025-26", &["2026-06-01"]),
    ("st-brannocks-court-2022-23", &["2023-05-30"]),
    ("empty-2025-26", &["2026-06-01"]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/assessments")
}

fn path(name: &str) -> PathBuf {
    folder().join(name).with_extension("json")
}

/// The example with a name.
#[track_caller]
pub(crate) fn example(name: &str) -> Assessment {
    let text = std::fs::read(path(name)).expect("the example can be read");
    Assessment::from_json(text).expect("the example is an assessment")
}

/// The example judged by the built-in bank of its own edition.
#[track_caller]
pub(crate) fn judged<'a>(assessment: &'a Assessment, as_of: &str) -> Evaluation<'a> {
    evaluate(assessment.built_in_bank().expect("a built-in edition"), assessment, day(as_of))
}

/// Codes as one line: `4.3.1 7.1.1`.
pub(crate) fn line(codes: impl Iterator<Item = QuestionCode>) -> String {
    codes.map(|code| code.to_string()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn outstanding(evaluation: &Evaluation<'_>, level: Level) -> String {
    line(evaluation.outstanding(level))
}

#[test]
fn every_example_is_in_the_table() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    files.sort();
    let mut table: Vec<&str> = EXAMPLES.iter().map(|(name, _)| *name).collect();
    table.sort_unstable();
    assert_eq!(files, table);
}

#[test]
fn every_example_comes_to_the_recorded_evaluation() {
    for (name, days) in EXAMPLES {
        let assessment = example(name);
        for as_of in days {
            let evaluation = serde_json::to_string_pretty(&judged(&assessment, as_of)).expect("an evaluation is JSON");
            insta::assert_snapshot!(format!("{name}-on-{as_of}"), evaluation);
        }
    }
}

#[test]
fn every_example_answers_only_questions_of_its_edition() {
    for (name, _) in EXAMPLES {
        let assessment = example(name);
        let bank = assessment.built_in_bank().expect("a built-in edition");
        assert_eq!(assessment.check_against(bank), Ok(()), "{name}");
    }
}

#[test]
fn every_example_reads_back_as_it_was_written() {
    for (name, _) in EXAMPLES {
        let assessment = example(name);
        assert_eq!(Assessment::from_json(assessment.to_json()), Ok(assessment), "{name}");
    }
}

#[test]
fn every_example_is_written_as_the_library_writes_it() {
    for (name, _) in EXAMPLES {
        let text = std::fs::read_to_string(path(name)).expect("the example can be read");
        let written = serde_json::to_string_pretty(&example(name)).expect("an assessment is JSON");
        assert_eq!(text.lines().collect::<Vec<_>>(), written.lines().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn the_short_calls_agree_with_the_whole_evaluation() {
    for (name, days) in EXAMPLES {
        let assessment = example(name);
        for as_of in days {
            let evaluation = judged(&assessment, as_of);
            assert_eq!(dspt::level(evaluation.bank(), &assessment, day(as_of)), evaluation.level(), "{name} {as_of}");
            for level in [Level::ApproachingStandards, Level::StandardsMet, Level::StandardsExceeded] {
                let short = dspt::outstanding(evaluation.bank(), &assessment, day(as_of), level);
                assert_eq!(line(short.into_iter()), outstanding(&evaluation, level), "{name} {as_of} {level}");
            }
        }
    }
}
