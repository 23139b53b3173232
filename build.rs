//! Lists the folders of the question bank, so that next year's edition is a folder and nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=question-bank");
    let root = folder("CARGO_MANIFEST_DIR")?.join("question-bank");
    let mut editions: Vec<String> = fs::read_dir(&root)?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.is_dir()))
        .map(|path| path.map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    // Named after their years, so that the order of the names is that of the editions.
    editions.sort_unstable();
    let mut list = format!("static FILES: [Files; {}] = [\n", editions.len());
    for edition in &editions {
        let file = |name: &str| quoted(&root.join(edition).join(name));
        let (about, questions, sources) = (file("edition.json"), file("questions.json"), file("sources.json"));
        let _ = writeln!(
            list,
            "    Files {{ id: {edition:?}, edition: include_str!({about}), questions: include_str!({questions}), sources: include_str!({sources}) }},"
        );
    }
    list.push_str("];\n");
    fs::write(folder("OUT_DIR")?.join("editions.rs"), list)
}

#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]
fn folder(variable: &str) -> io::Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("{variable} is not set")))
}

fn quoted(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
