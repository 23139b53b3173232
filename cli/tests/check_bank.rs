//! `dspt check-bank` as maintainers meet it: every mistake with its file and line.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn check(paths: &[&str]) -> Output {
    check_in(&root(), paths)
}

fn check_in(folder: &Path, paths: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dspt"))
        .arg("check-bank")
        .args(paths)
        .current_dir(folder)
        .output()
        .expect("the command starts")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

/// A folder with the files of 2025-26, one of them changed.
fn edition_with(change: impl Fn(&str, String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["edition.json", "questions.json", "sources.json"] {
        let file = std::fs::read_to_string(root().join("question-bank/2025-26").join(name)).expect("a file");
        std::fs::write(folder.path().join(name), change(name, file)).expect("written");
    }
    folder
}

/// How the check of a folder ends and what it prints, from inside the folder.
fn page_of(folder: &Path) -> (Option<i32>, String) {
    let output = check_in(folder, &["."]);
    (output.status.code(), text(&output.stdout).to_owned())
}

#[test]
fn a_folder_without_mistakes_is_fine() {
    let output = check(&["question-bank/2025-26", "question-bank/2024-25"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout), @"
    question-bank/2025-26
      Fine: the question bank of 2025-26, 52 questions.

    question-bank/2024-25
      Fine: the question bank of 2024-25, 48 questions.
    ");
}

#[test]
fn mistakes_of_content_are_told_with_their_file_and_line() {
    let folder = edition_with(|name, text| match name {
        "questions.json" => text.replacen("\"title\": \"Register of digital assets\"", "\"title\": \"\"", 1),
        "sources.json" => text.replacen("\"publisher\": \"Digital Care Hub\"", "\"publisher\": \"\"", 1),
        _ => text.replacen("\"revision\": 1", "\"revision\": 0", 1),
    });
    let output = check(&[folder.path().to_str().expect("a path"), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mistakes = document["paths"][0]["mistakes"].as_array().expect("mistakes");
    let expected = [
        ("edition.json", "\"revision\": 0", "out-of-range", "/edition/revision"),
        ("questions.json", "\"title\": \"\"", "text-missing", "/questions/34/title"),
        ("sources.json", "\"publisher\": \"\"", "text-missing", "/sources/5/publisher"),
    ];
    assert_eq!(mistakes.len(), expected.len(), "{mistakes:#?}");
    for (mistake, (file, line, code, pointer)) in mistakes.iter().zip(expected) {
        let path = folder.path().join(file);
        assert_eq!(mistake["file"], path.display().to_string());
        assert_eq!((&mistake["code"], &mistake["pointer"]), (&code.into(), &pointer.into()));
        let number = usize::try_from(mistake["line"].as_u64().expect("a line")).expect("small");
        let text = std::fs::read_to_string(&path).expect("the file");
        assert!(text.lines().nth(number - 1).is_some_and(|at| at.contains(line)), "{file}:{number}");
    }
}

#[test]
fn mistakes_of_form_are_told_with_their_file_and_line() {
    let folder = edition_with(|name, text| match name {
        "edition.json" => text.replacen("\"reconfirmation\"", "\"reconfirmations\"", 1),
        _ => text,
    });
    let (code, page) = page_of(folder.path());
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(page);
}

#[test]
fn what_is_no_json_or_not_there_is_unreadable() {
    let folder = edition_with(|name, text| if name == "edition.json" { text.replacen(':', "", 1) } else { text });
    let (code, page) = page_of(folder.path());
    assert_eq!(code, Some(2));
    assert!(page.contains("./edition.json:2\n"), "{page}");
    std::fs::remove_file(folder.path().join("questions.json")).expect("removed");
    let (code, page) = page_of(folder.path());
    assert_eq!(code, Some(2));
    assert!(page.contains("cannot read ./questions.json"), "{page}");
    let assessment = check(&["examples/assessments/harbour-house-2025-26.json"]);
    assert_eq!(assessment.status.code(), Some(2));
    assert!(text(&assessment.stdout).contains("harbour-house-2025-26.json:2\n"), "{}", text(&assessment.stdout));
}

#[test]
fn corrections_are_laid_over_the_bank_of_their_edition() {
    let valid = check(&["schema/fixtures/validate/valid-corrections.request.json"]);
    assert_eq!(valid.status.code(), Some(0));
    assert!(text(&valid.stdout).contains("corrections `made-up` of the question bank of 2025-26, 53 questions"));
    let faulty = check(&["schema/fixtures/validate/corrections-faults-of-the-corrected-bank.request.json"]);
    assert_eq!(faulty.status.code(), Some(1));
    insta::assert_snapshot!(text(&faulty.stdout));
}

#[test]
fn a_wording_pack_is_checked_against_every_edition_it_has_words_for() {
    let valid = check(&["schema/fixtures/validate/valid-wording.request.json"]);
    assert_eq!(valid.status.code(), Some(0));
    assert!(
        text(&valid.stdout).contains("Fine: a wording pack, with questions of 2025-26."),
        "{}",
        text(&valid.stdout)
    );
    let faulty = check(&["schema/fixtures/validate/wording-faults.request.json"]);
    assert_eq!(faulty.status.code(), Some(1));
    insta::assert_snapshot!(text(&faulty.stdout));
}

#[test]
fn the_worst_of_several_paths_decides_how_it_ends() {
    let fine = "question-bank/2025-26";
    let mistaken = "schema/fixtures/validate/corrections-faults.request.json";
    assert_eq!(check(&[fine, mistaken]).status.code(), Some(1));
    assert_eq!(check(&[mistaken, "no-such-file", fine]).status.code(), Some(2));
}
