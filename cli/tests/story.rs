//! The story of the README, told line by line: every command is run, and prints what the page says it prints.

#![cfg(unix)]

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../../README.md");
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A command of the page and the lines that it is said to print; `...` stands for any lines.
struct Told<'r> {
    command: &'r str,
    printed: Vec<&'r str>,
}

fn story() -> Vec<Told<'static>> {
    let mut told: Vec<Told<'_>> = Vec::new();
    let mut in_story = false;
    for line in README.lines() {
        match (line, line.strip_prefix("$ ")) {
            ("```console", _) => in_story = true,
            ("```", _) => in_story = false,
            (_, Some(command)) if in_story => told.push(Told { command, printed: Vec::new() }),
            _ if in_story => told.last_mut().expect("a block begins with a command").printed.push(line),
            _ => {}
        }
    }
    told
}

fn run(command: &str, folder: &Path) -> String {
    let dspt = Path::new(env!("CARGO_BIN_EXE_dspt")).parent().expect("it is in a folder");
    let command = format!("PATH=\"$0:$PATH\"; {command}");
    let output = Command::new("sh").args(["-c", &command]).arg(dspt).current_dir(folder).output();
    let output = output.expect("there is a shell");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("it is text")
}

/// Whether text is what a page says, with `...` for any lines.
fn is_as_told(text: &[&str], told: &[&str]) -> bool {
    match told {
        [] => text.is_empty(),
        ["...", rest @ ..] => (0..=text.len()).any(|skipped| is_as_told(&text[skipped..], rest)),
        [line, rest @ ..] => text.split_first().is_some_and(|(first, text)| first == line && is_as_told(text, rest)),
    }
}

#[test]
fn the_story_of_the_readme_happens_as_it_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let examples = Path::new(ROOT).join("examples").canonicalize().expect("the examples are there");
    std::os::unix::fs::symlink(examples, folder.path().join("examples")).expect("a link");
    let story = story();
    assert!(story.len() >= 7, "the story has {} commands", story.len());
    for Told { command, printed } in story {
        let text = run(command, folder.path());
        let lines: Vec<&str> = text.lines().collect();
        assert!(is_as_told(&lines, &printed), "`{command}` printed\n{text}\nand the page says\n{}", printed.join("\n"));
    }
}
