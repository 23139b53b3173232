//! A copy of the project with the mutants woven in, and what cargo says to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::listed::Mutant;
use crate::weave::{arm_after, mutant_at, weave};

/// The compiler's code for a match without an arm for everything.
const INCOMPLETE_MATCH: &str = "E0004";

/// The copy.
pub struct Tree {
    root: PathBuf,
    originals: BTreeMap<String, String>,
}

/// A compiled set of tests.
#[derive(Debug)]
pub struct Tests {
    /// Its name, such as `rules`.
    pub name: String,
    /// The program.
    pub program: PathBuf,
    /// The folder in which it is run.
    pub folder: PathBuf,
}

impl Tree {
    /// Copies what git knows of the project, committed or not, into a folder.
    pub fn copy(project: &Path, root: &Path) -> Self {
        let files = output(
            Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(project),
        );
        let mut originals = BTreeMap::new();
        for file in files.lines().filter(|file| project.join(file).is_file()) {
            let to = root.join(file);
            fs::create_dir_all(to.parent().expect("a file has a folder")).expect("the folder can be made");
            let is_source = file.starts_with("src/") && file.ends_with(".rs");
            if is_source {
                let text = fs::read_to_string(project.join(file)).expect("a source is text");
                originals.insert(file.to_owned(), text);
            } else {
                fs::copy(project.join(file), to).expect("the file can be copied");
            }
        }
        Self { root: root.to_owned(), originals }
    }

    /// Writes the mutants into the sources; gives those that cannot be written.
    pub fn weave(&self, mutants: &BTreeMap<u32, &Mutant>) -> Vec<u32> {
        let mut left = Vec::new();
        for (file, text) in &self.originals {
            let here: Vec<_> =
                mutants.iter().filter(|(_, mutant)| mutant.file == *file).map(|(n, m)| (*n, *m)).collect();
            let (mut woven, missed) = if here.is_empty() { (text.clone(), Vec::new()) } else { weave(text, &here) };
            left.extend(missed);
            if file == "src/lib.rs" {
                woven += "\nmod woven;\n";
            }
            fs::write(self.root.join(file), woven).expect("a source can be written");
        }
        fs::write(self.root.join("src/woven.rs"), include_str!("woven.txt")).expect("a source can be written");
        left
    }

    /// The mutants that the compiler does not take; none where the library compiles.
    pub fn refused(&self) -> Vec<u32> {
        let said = self.cargo(&["check", "--quiet", "-p", "dspt", "--lib", "--all-features"]);
        let mut refused = Vec::new();
        let messages = said.iter().filter_map(|said| said.get("message"));
        let errors: Vec<&Value> = messages.filter(|message| message["level"] == "error").collect();
        for error in &errors {
            let spans = error["spans"].as_array().into_iter().flatten();
            let Some(span) = spans.into_iter().find(|span| span["is_primary"] == true) else { continue };
            let (Some(file), Some(at)) = (span["file_name"].as_str(), span["byte_start"].as_u64()) else { continue };
            let Ok(woven) = fs::read_to_string(self.root.join(file)) else { continue };
            let at = usize::try_from(at).expect("a file is small");
            let is_incomplete = error["code"]["code"] == INCOMPLETE_MATCH;
            refused.extend(if is_incomplete { arm_after(&woven, at) } else { mutant_at(&woven, at) });
        }
        let compiles = said.iter().any(|said| said["reason"] == "build-finished" && said["success"] == true);
        assert!(compiles || !refused.is_empty(), "the copy does not compile, and no mutant is to blame: {errors:#?}");
        refused.sort_unstable();
        refused.dedup();
        refused
    }

    /// Compiles the tests of the whole workspace.
    pub fn tests(&self) -> Vec<Tests> {
        let said = self.cargo(&["test", "--no-run", "--workspace", "--lib", "--bins", "--tests"]);
        let tests = said.iter().filter(|said| said["profile"]["test"] == true);
        let tests = tests.filter_map(|said| {
            let manifest = Path::new(said["manifest_path"].as_str()?);
            let program = PathBuf::from(said["executable"].as_str()?);
            Some(Tests {
                name: said["target"]["name"].as_str()?.to_owned(),
                program,
                folder: manifest.parent()?.to_owned(),
            })
        });
        let tests: Vec<Tests> = tests.collect();
        assert!(!tests.is_empty(), "the tests do not compile");
        tests
    }

    /// Runs cargo in the copy, optimised a little and with all its checks, and reads what it says.
    fn cargo(&self, arguments: &[&str]) -> Vec<Value> {
        let mut cargo = Command::new("cargo");
        cargo.args(arguments).args(["--locked", "--profile", "release", "--message-format", "json"]);
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_INCREMENTAL", "1")
            .env("RUSTFLAGS", "--cap-lints=allow");
        let said = cargo.current_dir(&self.root).stderr(std::process::Stdio::null()).output().expect("cargo runs");
        let said = String::from_utf8(said.stdout).expect("cargo writes text");
        said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }
}

/// What a program writes; it must succeed.
pub fn output(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("`{command:?}` does not run: {error}"));
    assert!(output.status.success(), "`{command:?}` failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it writes text")
}
