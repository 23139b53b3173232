//! The command as people and scripts meet it: what it prints, and how it ends.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the command in the project's folder, with something on standard input.
fn dspt(arguments: &[&str], input: &[u8]) -> Output {
    dspt_under(&[], arguments, input)
}

/// The same under settings of the environment.
fn dspt_under(settings: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dspt"))
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .envs(settings.iter().copied())
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut standard_input = child.stdin.take().expect("standard input is open");
    // The command may have seen enough before it has read everything.
    let _ = standard_input.write_all(input);
    drop(standard_input);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

#[track_caller]
fn assert_refused(input: &[u8], expected: &str) {
    let output = dspt(&["assess", "-", "--as-of", "2026-06-01"], input);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
}

const HARBOUR: &str = "examples/assessments/harbour-house-2025-26.json";

#[test]
fn assess_prints_the_level_the_gaps_and_the_certainty() {
    let output = dspt(&["assess", HARBOUR, "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn assess_of_a_half_filled_form_lists_the_gaps_by_heading() {
    let output = dspt(&["assess", "examples/assessments/oak-tree-court-2025-26.json", "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn colour_is_shown_where_it_is_asked_for_and_no_color_wins() {
    let assess = ["assess", HARBOUR, "--as-of", "2026-06-01"];
    let coloured = |settings| text(&dspt_under(settings, &assess, b"").stdout).contains("\u{1b}[");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[]), "a pipe gets plain text");
    assert!(!coloured(&[("NO_COLOR", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "the person's wish wins");
}

#[test]
fn standard_input_serves_as_a_file() {
    let file =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/assessments/harbour-house-2025-26.json"));
    let from_input = dspt(&["assess", "-", "--as-of", "2026-06-01"], &file.expect("the example is there"));
    let from_file = dspt(&["assess", HARBOUR, "--as-of", "2026-06-01"], b"");
    assert_eq!(from_input, from_file);
}

#[test]
fn json_is_the_evaluation_document() {
    let output = dspt(&["assess", HARBOUR, "--as-of", "2026-06-01", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["format"], "dspt.evaluation.v1");
    assert_eq!(value["level"], "approaching-standards");
    assert_eq!(value["levels"][1]["blockers"][1]["question"], "7.1.1");
}

#[test]
fn the_exit_code_says_whether_the_level_asked_for_is_supported() {
    let ends = |level: &str| dspt(&["assess", HARBOUR, "--as-of", "2026-06-01", "--level", level], b"").status.code();
    assert_eq!(ends("approaching-standards"), Some(0));
    assert_eq!(ends("standards-met"), Some(1));
    assert_eq!(ends("standards-exceeded"), Some(1));
}

#[test]
fn a_pipe_gets_plain_text() {
    let output = dspt(&["assess", HARBOUR, "--as-of", "2026-06-01"], b"");
    assert!(!output.stdout.contains(&0x1b));
    let refused = dspt(&["assess", "no-such-file.json"], b"");
    assert!(!refused.stderr.contains(&0x1b));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = dspt(&["assess", "no-such-file.json"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("error: cannot read no-such-file.json: "), "{}", text(&output.stderr));
}

#[test]
fn every_problem_of_a_document_is_told_with_its_place() {
    let input = br#"{
        "format": "dspt.assessment.v1", "edition": "2025-26", "organisaton": {},
        "responses": { "1.1.1": { "kind": "txt" }, "7.1.1": { "kind": "date", "date": "2026-02-30" } }
    }"#;
    let output = dspt(&["assess", "-"], input);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(text(&output.stderr), @r"
    error: cannot use standard input:
    at `/organisaton`: unknown key `organisaton`, expected `format`, `edition`, `organisation`, `sites`, `publications`, `assertionsConfirmed`, `actionPlan` or `responses`; did you mean `organisation`?
    at `/responses/1.1.1/kind`: found `txt`, expected `text`, `confirmation`, `document`, `date` or `not-applicable`; did you mean `text`?
    at `/responses/7.1.1/date`: found `2026-02-30`, expected a day of the calendar such as `2026-06-30`
    at `/organisation`: `organisation` is missing; add it
    ");
}

#[test]
fn bad_input_ends_with_two_and_a_reason() {
    assert_refused(b"", "the document is empty");
    assert_refused(b"\xff\xfe", "byte 0 is not UTF-8");
    assert_refused(b"{", "mend the JSON there");
    let nested = |key: &str| format!("{key}{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_refused(nested("").as_bytes(), "found a list, expected an assessment");
    assert_refused(
        format!("{}}}", nested(r#"{"responses":"#)).as_bytes(),
        "found a list, expected an object of answers",
    );
    assert_refused(&vec![b' '; 100_000_000], "it is larger than 16 MiB, and an assessment has at most 4 MiB");
    assert_refused(&vec![b' '; 5_000_000], "the document has 5000000 bytes, expected at most 4194304");
    assert_refused(br#"{"format":"dspt.assessment.v2"}"#, "`dspt.assessment.v1`");
}

#[test]
fn questions_lists_an_edition() {
    let output = dspt(&["questions", "--edition", "2021-22", "--level", "approaching-standards"], b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with("Toolkit 2021-22: 27 questions on record for Approaching Standards"));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn questions_counts_what_is_mandatory_on_a_day() {
    let counted = |day: &str| {
        let arguments =
            ["questions", "--edition", "2021-22", "--level", "standards-met", "--as-of", day, "--format", "json"];
        let value: serde_json::Value = serde_json::from_slice(&dspt(&arguments, b"").stdout).expect("JSON");
        value["questions"].as_array().map(Vec::len)
    };
    assert_eq!(counted("2022-06-08"), Some(43));
    assert_eq!(counted("2022-06-09"), Some(42));
}

#[test]
fn an_edition_without_a_bank_is_refused() {
    let output = dspt(&["questions", "--edition", "2019-20"], b"");
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(text(&output.stderr), @"error: there is no question bank for edition `2019-20`, expected one of 2021-22, 2022-23, 2023-24, 2024-25, 2025-26");
}

#[test]
fn words_of_the_command_line_are_checked() {
    for (arguments, expected) in [
        (&["assess", HARBOUR, "--as-of", "2026-02-30"][..], "2026-06-30"),
        (&["assess", HARBOUR, "--level", "standards-mett"], "did you mean `standards-met`?"),
        (&["questions", "--edition", "2025-27"], "2025-26"),
        (&["publish-now"], "publish-now"),
    ] {
        let output = dspt(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}

/// A folder that is gone when the test ends.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_refusal_lists_every_reason_and_ends_with_one() {
    let output = dspt(
        &["publish", HARBOUR, "--level", "approaching-standards", "--as-of", "2026-06-01", "--role", "member"],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
    let json = ["publish", HARBOUR, "--level", "standards-met", "--as-of", "2026-06-01", "--format", "json"];
    let value: serde_json::Value = serde_json::from_slice(&dspt(&json, b"").stdout).expect("JSON");
    assert_eq!(value["format"], "dspt.refusal.v1");
    assert_eq!(value["obstacles"][0]["questions"], serde_json::json!(["4.3.1", "7.1.1"]));
}

#[test]
fn a_publication_is_appended_to_a_new_file_and_the_input_stays() {
    let folder = folder();
    let path = folder.path().join("published.json");
    let path = path.to_str().expect("a path");
    let five_rivers = "examples/assessments/five-rivers-care-2025-26.json";
    let arguments = [
        "publish",
        five_rivers,
        "--level",
        "standards-exceeded",
        "--as-of",
        "2026-06-01",
        "--sites",
        "VZ5R1,VZ5R2",
        "--output",
        path,
    ];
    let output = dspt(&arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    insta::assert_snapshot!(text(&output.stdout).replace(path, "FILE"));
    let status = dspt(&["status", path, "--as-of", "2026-06-02", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&status.stdout).expect("JSON");
    assert_eq!(value["status"]["publication"]["publishedOn"], "2026-06-01");
    assert_eq!(value["sites"][0]["status"]["publication"]["level"], "standards-exceeded");
    assert_eq!(value["sites"][2]["status"]["kind"], "not-published");
}

#[test]
fn the_input_is_never_written_over() {
    let folder = folder();
    let path = folder.path().join("assessment.json");
    let before =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/assessments/riverbank-homecare-2021-22.json"));
    let before = before.expect("the example is there");
    std::fs::write(&path, &before).expect("a copy");
    let name = path.to_str().expect("a path");
    let output = dspt(&["carry-over", name, "--to", "2022-23", "--as-of", "2022-09-01", "--output", name], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is the input, which is never changed"), "{}", text(&output.stderr));
    assert_eq!(std::fs::read(&path).expect("still there"), before);
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder();
    let path = folder.path().join("no-such-folder").join("new.json");
    let arguments = ["carry-over", HARBOUR, "--to", "2026-27"];
    assert_eq!(dspt(&arguments, b"").status.code(), Some(2), "there is no bank for 2026-27");
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let output = dspt(&["carry-over", riverbank, "--to", "2022-23", "--output", path.to_str().expect("a path")], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn carry_over_writes_an_assessment_that_can_be_assessed() {
    let folder = folder();
    let path = folder.path().join("carried.json");
    let path = path.to_str().expect("a path");
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let output = dspt(&["carry-over", riverbank, "--to", "2022-23", "--as-of", "2022-09-01", "--output", path], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
    let assessed = dspt(&["assess", path, "--as-of", "2022-09-01", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&assessed.stdout).expect("JSON");
    assert_eq!(value["questions"][0]["findings"][0]["code"], "not-reconfirmed");
}

#[test]
fn status_tells_what_is_published_and_what_it_is_good_for() {
    let output = dspt(&["status", "examples/assessments/five-rivers-care-2025-26.json", "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn plan_drafts_and_checks() {
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let folder = folder();
    let path = folder.path().join("planned.json");
    let path = path.to_str().expect("a path");
    let drafted = dspt(&["plan", riverbank, "--as-of", "2022-06-16", "--output", path], b"");
    assert_eq!(drafted.status.code(), Some(0));
    let checked = dspt(&["plan", path, "--as-of", "2022-06-16"], b"");
    assert_eq!(checked.status.code(), Some(1), "a draft has neither owners nor due days");
    assert!(text(&checked.stdout).starts_with("The action plan is not ready:"));
    let owned = folder.path().join("owned.json");
    let plan = std::fs::read_to_string(path).expect("the plan");
    std::fs::write(&owned, plan.replacen(r#""status": "to-do""#, r#""owner": "Deputy", "status": "to-do""#, 1))
        .expect("the plan with an owner");
    let owned = owned.to_str().expect("a path");
    let again = dspt(&["plan", owned, "--as-of", "2022-06-16", "--output", path], b"");
    assert_eq!(again.status.code(), Some(1));
    assert!(std::fs::read_to_string(path).expect("the plan").contains("Deputy"), "an owner is kept");
    assert_eq!(dspt(&["plan", owned, "--as-of", "2022-06-16", "--remove"], b"").status.code(), Some(2));
    dspt(&["plan", owned, "--as-of", "2022-06-16", "--remove", "--output", path], b"");
    assert!(!std::fs::read_to_string(path).expect("the assessment").contains("actionPlan"));
}

#[test]
fn status_tells_what_a_lapsed_certificate_means() {
    let lapsed = "examples/assessments/five-rivers-care-lapsed-2025-26.json";
    let output = dspt(&["status", lapsed, "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn status_of_an_earlier_edition_says_which_is_open() {
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let output = dspt(&["status", riverbank, "--as-of", "2023-01-16"], b"");
    let said = "2022-23 is open, and this assessment is of 2021-22. Carry it over.";
    assert!(text(&output.stdout).contains(said), "{}", text(&output.stdout));
}

#[test]
fn register_reads_status_texts_and_says_which_it_cannot() {
    let output = dspt(&["register", "21/22 Standards Met", "Not Published", "Standards Met"], b"");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn only_files_are_written() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let carried_to = |output: &str| {
        dspt(&["carry-over", riverbank, "--to", "2022-23", "--as-of", "2022-09-01", "--output", output], b"")
    };
    std::fs::create_dir(at("folder")).expect("a folder");
    for (output, expected) in [("-", "takes the name of a file"), (&at("folder"), "is not a file")] {
        let refused = carried_to(output);
        assert_eq!(refused.status.code(), Some(2), "{output}");
        assert!(text(&refused.stderr).contains(expected), "{}", text(&refused.stderr));
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let folder = folder();
    let (file, link) = (folder.path().join("file.json"), folder.path().join("link.json"));
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let riverbank = "examples/assessments/riverbank-homecare-2021-22.json";
    let arguments = ["carry-over", riverbank, "--to", "2022-23", "--output", link.to_str().expect("a path")];
    let refused = dspt(&arguments, b"");
    assert!(text(&refused.stderr).contains("is a link that leads nowhere"), "{}", text(&refused.stderr));
    std::fs::write(&file, "old").expect("a file");
    assert_eq!(dspt(&arguments, b"").status.code(), Some(0));
    assert!(link.is_symlink());
    assert!(std::fs::read_to_string(&file).expect("the file").contains("dspt.assessment.v1"));
}

#[test]
fn questions_for_standards_exceeded_are_those_its_rule_asks_for() {
    let exceeded = |edition| dspt(&["questions", "--edition", edition, "--level", "standards-exceeded"], b"");
    let every = exceeded("2021-22");
    assert!(text(&every.stdout).starts_with("Toolkit 2021-22: 43 questions on record for Standards Exceeded"));
    let certified = exceeded("2025-26");
    assert!(text(&certified.stdout).starts_with("Toolkit 2025-26: 45 questions on record for Standards Exceeded"));
    assert!(text(&certified.stdout).contains("and a Cyber Essentials Plus certificate that is in date"));
}

#[test]
fn a_name_cannot_turn_the_page_round() {
    let input = r#"{"format": "dspt.assessment.v1", "edition": "2025-26", "responses": {},
        "organisation": {"odsCode": "VM0X1", "name": "A\u202eB\nC\u001b[2J", "sector": "social-care", "nation": "england"}}"#;
    let output = dspt(&["assess", "-", "--as-of", "2026-06-01"], input.as_bytes());
    let first = text(&output.stdout).lines().next().expect("a line").to_owned();
    assert_eq!(first, "A\u{fffd}B\u{fffd}C\u{fffd}[2J (VM0X1), toolkit 2025-26, on 1 June 2026");
}

#[test]
fn register_reads_rows_and_says_everything_that_is_wrong_with_one() {
    let good = ["VM0X1 CLOSED", "Harbour House", "21/22 Standards Met", "30/06/2022"];
    let bad = ["vm0x1", "Larkfield", "Not Published", "30/06/2022"];
    let output = dspt(&[&["register", "--row"][..], &good, &["--row"], &bad].concat(), b"");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
    let output = dspt(&[&["register", "--format", "json", "--row"][..], &good, &["--row"], &bad].concat(), b"");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
    assert_eq!(dspt(&[&["register", "--row"][..], &good].concat(), b"").status.code(), Some(0));
    assert_eq!(dspt(&["register", "--row", "VM0X1", "Harbour House"], b"").status.code(), Some(2));
    assert_eq!(dspt(&["register"], b"").status.code(), Some(2));
}

#[test]
fn roles_shows_the_permissions_of_each_role() {
    let output = dspt(&["roles"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn roles_refuses_by_the_name_of_the_permission() {
    let output = dspt(&["roles", "--role", "member", "--may", "publish", "--format", "json"], b"");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
    let output = dspt(&["roles", "--role", "auditor", "--may", "manage-users"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("`manage-users`"), "{}", text(&output.stdout));
    let output = dspt(&["roles", "--role", "administrator-member", "--may", "publish"], b"");
    assert_eq!(
        (output.status.code(), text(&output.stdout)),
        (Some(0), "role `administrator-member` has permission `publish`\n")
    );
    assert_eq!(dspt(&["roles", "--may", "publish"], b"").status.code(), Some(2));
}

#[test]
fn diff_tells_what_changed_between_two_editions() {
    let output = dspt(&["diff", "2024-25", "2025-26"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let there = dspt(&["diff", "2021-22", "2025-26", "--format", "json"], b"");
    let back = dspt(&["diff", "2025-26", "2021-22", "--format", "json"], b"");
    let kind = |output: &Output| {
        let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(value["format"], "dspt.edition-diff.v1");
        let questions = value["questions"].as_array().expect("questions").clone();
        let opt_out = questions.into_iter().find(|question| question["new"] == "1.2.4").expect("it changed");
        opt_out["changes"][1]["what"]["kind"].as_str().map(str::to_owned)
    };
    assert_eq!(kind(&there).as_deref(), Some("newly-mandatory"));
    assert_eq!(kind(&back).as_deref(), Some("no-longer-mandatory"));
}

#[test]
fn diff_for_an_organisation_tells_what_touches_it_and_counts_the_rest() {
    let file = "examples/assessments/harbour-house-2024-25.json";
    let arguments = ["diff", "2024-25", "2025-26", "--for", file, "--as-of", "2025-10-01"];
    let output = dspt(&arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let moved = "examples/assessments/riverbank-homecare-2021-22.json";
    let output = dspt(&["diff", "2021-22", "2022-23", "--for", moved, "--as-of", "2022-09-01"], b"");
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn diff_for_an_organisation_takes_its_assessment_of_either_edition() {
    let file = "examples/assessments/harbour-house-2024-25.json";
    let other = dspt(&["diff", "2022-23", "2023-24", "--for", file], b"");
    assert_eq!(other.status.code(), Some(2));
    assert!(text(&other.stderr).contains("the assessment is of 2024-25"), "{}", text(&other.stderr));
    let alone = dspt(&["diff", "2022-23", "2023-24", "--as-of", "2023-10-01"], b"");
    assert_eq!(alone.status.code(), Some(2), "a day is of use for an organisation only");
    let json = dspt(&["diff", "2024-25", "2025-26", "--for", file, "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(value["organisation"]["odsCode"], "VM0X1");
}

#[test]
fn diff_takes_two_editions_on_record() {
    let unknown = dspt(&["diff", "2019-20", "2025-26"], b"");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("there is no question bank for edition `2019-20`"));
    let same = dspt(&["diff", "2025-26", "2025-26"], b"");
    assert_eq!(same.status.code(), Some(0));
    assert_eq!(text(&same.stdout), "From 2025-26 to 2025-26: nothing differs\n");
}

#[test]
fn a_schema_is_printed_as_committed_and_the_names_are_listed() {
    let output = dspt(&["schema", "assessment"], b"");
    assert_eq!(output.status.code(), Some(0));
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/strict/2020-12/assessment.json");
    assert_eq!(text(&output.stdout), std::fs::read_to_string(committed).expect("the schema is there"));
    let output = dspt(&["schema", "assessment", "--profile", "forms", "--draft", "07"], b"");
    assert!(text(&output.stdout).contains("draft-07") && text(&output.stdout).contains("\"title\": \"Reviewed on\""));
    let listed = dspt(&["schema"], b"");
    assert!(text(&listed.stdout).lines().any(|line| line.trim() == "evaluation"), "{}", text(&listed.stdout));
    let output = dspt(&["schema", "poem"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("there is no schema `poem`, expected one of action-plan"));
}

#[test]
fn a_call_answers_a_request_with_a_document_and_says_how_it_ended() {
    let fixture = |name: &str| format!("schema/fixtures/{name}.json");
    let table = [
        ("evaluate", "evaluate/finding-text-empty", 0),
        ("publish", "publish/refused-questions-outstanding", 1),
        ("validate", "validate/error-missing-key", 1),
        ("evaluate", "evaluate/unreadable-several-mistakes", 2),
    ];
    for (operation, case, code) in table {
        let output = dspt(&["call", operation, &fixture(&format!("{case}.request"))], b"");
        assert_eq!(output.status.code(), Some(code), "{case}");
        let answer = std::fs::read_to_string(format!(
            "{}/../{}",
            env!("CARGO_MANIFEST_DIR"),
            fixture(&format!("{case}.answer"))
        ));
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(value(text(&output.stdout)), value(&answer.expect("the answer is there")), "{case}");
    }
    let output = dspt(&["call", "describe", "-"], br#"{ "format": "dspt.describe-request.v1", "edition": "2025-26" }"#);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with(r#"{"format":"dspt.description.v1""#));
}

#[test]
fn explain_shows_what_stands_in_the_way_and_counts_the_rest() {
    let output = dspt(&["explain", HARBOUR, "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn explain_of_a_question_goes_down_to_the_sources() {
    let willow = "examples/assessments/willow-hospice-2025-26.json";
    let output = dspt(&["explain", willow, "--as-of", "2026-06-01", "--question", "3.2.1"], b"");
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn explain_says_why_an_exemption_no_longer_holds() {
    let lapsed = "examples/assessments/five-rivers-care-lapsed-2025-26.json";
    let output = dspt(&["explain", lapsed, "--as-of", "2026-06-01", "--level", "standards-met"], b"");
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn explain_can_show_everything_or_the_tree_itself() {
    let lines = |arguments: &[&str]| {
        let output = dspt(&[&["explain", HARBOUR, "--as-of", "2026-06-01"], arguments].concat(), b"");
        text(&output.stdout).lines().count()
    };
    assert!(lines(&["--all"]) > 10 * lines(&[]));
    let json =
        dspt(&["explain", HARBOUR, "--as-of", "2026-06-01", "--level", "standards-met", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(value["format"], "dspt.trace.v1");
    assert_eq!(value["levels"][0]["id"], "standards-met");
    assert_eq!(value["levels"].as_array().expect("a list").len(), 1);
}

#[test]
fn explain_refuses_a_question_that_the_edition_does_not_have() {
    let output = dspt(&["explain", HARBOUR, "--as-of", "2026-06-01", "--question", "1.6.1"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "error: 1.6.1 is not a question that the bank of 2025-26 lists\n");
}

#[test]
fn status_tells_the_history_as_a_timeline() {
    let lapsed = "examples/assessments/five-rivers-care-lapsed-2025-26.json";
    let output = dspt(&["status", lapsed, "--as-of", "2026-06-16", "--timeline"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let json = dspt(&["status", lapsed, "--as-of", "2026-06-16", "--timeline", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(value["format"], "dspt.timeline.v1");
}

#[test]
fn what_if_lists_the_steps_to_a_level_in_the_order_of_work() {
    let output = dspt(&["what-if", HARBOUR, "--to", "standards-met", "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let oak = "examples/assessments/oak-tree-court-2025-26.json";
    let output = dspt(&["what-if", oak, "--to", "standards-exceeded", "--as-of", "2026-06-01"], b"");
    insta::assert_snapshot!(text(&output.stdout));
    let output =
        dspt(&["what-if", oak, "--to", "standards-met", "--publish", "--as-of", "2026-06-01", "--format", "json"], b"");
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&value["format"], &value["purpose"]), (&"dspt.path.v1".into(), &"publication".into()));
    assert_eq!(
        value["steps"].as_array().and_then(|steps| steps.last()).map(|step| &step["effort"]),
        Some(&"finish".into())
    );
}

#[test]
fn what_if_says_why_no_step_leads_to_a_level() {
    let to = ["what-if", HARBOUR, "--to", "approaching-standards", "--publish", "--as-of", "2026-06-01"];
    let output = dspt(&to, b"");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn what_if_tells_the_difference_of_what_is_supposed() {
    let five_rivers = "examples/assessments/five-rivers-care-2025-26.json";
    let lost = ["what-if", five_rivers, "--certificate", "cyber-essentials-plus=no", "--as-of", "2026-06-01"];
    let output = dspt(&lost, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    insta::assert_snapshot!(text(&output.stdout));
    let later =
        ["what-if", HARBOUR, "--answer", "7.1.1", "--without", "1.1.1", "--on", "2027-01-01", "--as-of", "2026-06-01"];
    insta::assert_snapshot!(text(&dspt(&later, b"").stdout));
    let nothing = ["what-if", HARBOUR, "--nhsmail", "used", "--as-of", "2026-06-01"];
    assert!(text(&dspt(&nothing, b"").stdout).ends_with("It would make no difference.\n"));
}

#[test]
fn what_if_takes_an_answer_of_the_kind_of_its_question() {
    let level = |answers: &[&str]| {
        let both = answers.iter().flat_map(|answer| ["--answer", answer]);
        let arguments: Vec<&str> =
            ["what-if", HARBOUR, "--as-of", "2026-06-01", "--format", "json"].into_iter().chain(both).collect();
        let output = dspt(&arguments, b"");
        let value: Option<serde_json::Value> = serde_json::from_slice(&output.stdout).ok();
        value.map(|value| value["after"]["level"].as_str().unwrap_or("none").to_owned())
    };
    let table: [(&[&str], Option<&str>); 6] = [
        (&["4.3.1"], Some("approaching-standards")),
        (&["4.3.1", "7.1.1"], Some("standards-met")),
        (&["4.3.1=yes", "7.1.1=Asset register.xlsx"], Some("standards-met")),
        (&["4.3.1=no", "7.1.1"], Some("approaching-standards")),
        (&["4.3.1=perhaps"], None),
        (&["9.9.9"], None),
    ];
    for (answers, expected) in table {
        assert_eq!(level(answers).as_deref(), expected, "{answers:?}");
    }
    let carried =
        ["what-if", "examples/assessments/harbour-house-2024-25.json", "--edition", "2025-26", "--answer", "7.3.6"];
    let output = dspt(&[&carried[..], &["--as-of", "2025-10-01", "--format", "json"]].concat(), b"");
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["after"]["edition"], "2025-26");
}

#[test]
fn what_if_alone_says_what_is_certain_and_what_is_open() {
    let output = dspt(&["what-if", HARBOUR, "--as-of", "2026-06-01"], b"");
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(text(&output.stdout), @r"
    Harbour House (VM0X1), toolkit 2025-26, on 1 June 2026

    Approaching Standards: certain already
    Standards Met: open, and decided by
      4.3.1 Agreements signed by IT administrators
      7.1.1 Register of digital assets
    Standards Exceeded: closed by what has been said
      a Cyber Essentials Plus certificate that is in date

    The steps there: dspt what-if FILE --to standards-met
    ");
    for wrong in [
        &["--to", "standards-met", "--without", "1.1.1"][..],
        &["--publish"],
        &["--certificate", "cyber-essentials-plus"],
        &["--certificate", "cyber-essentials-plus=2026-12-31..2026-01-01"],
    ] {
        let output = dspt(&[&["what-if", HARBOUR][..], wrong].concat(), b"");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

/// The workbook is made up, and what it confirms is in the bank already.
#[test]
fn corrections_are_laid_over_the_bank_and_the_page_says_so() {
    let corrections = r#"{
        "format": "dspt.corrections.v1", "id": "our-workbook", "edition": "2025-26",
        "sources": [{ "id": "workbook", "publisher": "Nobody", "title": "A workbook made up", "standing": "official" }],
        "confirm": [{ "facts": ["/questions/8.2.1/listed"], "sources": ["workbook"] }]
    }"#;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("corrections.json");
    std::fs::write(&file, corrections).expect("written");
    let file = file.to_str().expect("text");
    for command in [&["assess"][..], &["explain"], &["status"], &["what-if"], &["publish", "--level", "standards-met"]]
    {
        let with = [command, &[HARBOUR, "--as-of", "2026-06-01", "--corrections", file]].concat();
        let output = dspt(&with, b"");
        assert!(text(&output.stdout).contains("bank as corrected by our-workbook\n"), "{}", text(&output.stdout));
    }
    std::fs::write(file, corrections.replace("8.2.1", "8.2.9")).expect("written");
    let output = dspt(&["assess", HARBOUR, "--as-of", "2026-06-01", "--corrections", file], b"");
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr).replace(file, "FILE");
    insta::assert_snapshot!(told, @r"
    error: cannot use FILE:
    at `/confirm/0/facts/0`: the bank has no fact at `/questions/8.2.9/listed`; correct the address, or give the fact under `correct`
    ");
}
