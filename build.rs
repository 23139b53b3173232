//! Lists the folders of the question bank, so that next year's edition is a folder and nothing else; and the committed
//! schemas.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    fs::write(folder("OUT_DIR")?.join("editions.rs"), editions()?)?;
    fs::write(folder("OUT_DIR")?.join("schemas.rs"), schemas()?)
}

/// The entries of a folder by name; none where there is no such folder.
fn entries(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = match fs::read_dir(root) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    paths.sort_unstable();
    Ok(paths)
}

fn editions() -> io::Result<String> {
    println!("cargo::rerun-if-changed=question-bank");
    // Named after their years, so that the order of the names is that of the editions.
    let folders = entries(&folder("CARGO_MANIFEST_DIR")?.join("question-bank"))?;
    let folders: Vec<PathBuf> = folders.into_iter().filter(|path| path.is_dir()).collect();
    let mut list = format!("static FILES: [Files; {}] = [\n", folders.len());
    for path in folders {
        let edition = path.file_name().unwrap_or_default().to_string_lossy();
        let file = |name: &str| quoted(&path.join(name));
        let (about, questions, sources) = (file("edition.json"), file("questions.json"), file("sources.json"));
        let _ = writeln!(
            list,
            "    Files {{ id: {edition:?}, edition: include_str!({about}), questions: include_str!({questions}), sources: include_str!({sources}) }},"
        );
    }
    list.push_str("];\n");
    Ok(list)
}

fn schemas() -> io::Result<String> {
    println!("cargo::rerun-if-changed=schema");
    let root = folder("CARGO_MANIFEST_DIR")?.join("schema");
    let mut list = String::from("static SCHEMAS: &[Schema] = &[\n");
    for (profile, name) in [("strict", "Strict"), ("forms", "Forms")] {
        for (draft, variant) in [("2020-12", "Draft2020"), ("draft-07", "Draft07")] {
            for path in entries(&root.join(profile).join(draft))? {
                let document = path.file_stem().unwrap_or_default().to_string_lossy();
                let text = quoted(&path);
                let _ = writeln!(
                    list,
                    "    Schema {{ name: {document:?}, profile: Profile::{name}, draft: Draft::{variant}, text: include_str!({text}) }},"
                );
            }
        }
    }
    list.push_str("];\n");
    Ok(list)
}

#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]
fn folder(variable: &str) -> io::Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| io::Error::other(format!("{variable} is not set")))
}

fn quoted(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
