//! Writes the types of every strict schema, one module a document, and the way from a document's name to its type.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=DSPT_SCHEMAS");
    let schemas =
        env::var_os("DSPT_SCHEMAS").map_or_else(|| PathBuf::from("../../../schema/strict/2020-12"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", schemas.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(&schemas)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.sort();
    let (mut modules, mut arms) = (String::new(), String::new());
    for file in files {
        let name = file.file_stem().ok_or("a schema without a name")?.to_string_lossy().into_owned();
        let (title, types) = types(&file).map_err(|error| format!("{name}: {error}"))?;
        let module = name.replace('-', "_");
        writeln!(modules, "pub mod {module} {{\n{types}\n}}")?;
        writeln!(arms, "{name:?} => again::<{module}::{title}>(text),")?;
    }
    let dispatch = format!(
        "pub fn written_back(name: &str, text: &str) -> serde_json::Result<String> {{\n    match name {{\n{arms}\
         _ => Err(serde::de::Error::custom(\"no type for this document\")),\n}}\n}}\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("types.rs"), modules + &dispatch)?;
    Ok(())
}

/// The name of the document's type, and all of its types as code.
fn types(file: &Path) -> Result<(String, String), Box<dyn Error>> {
    let schema: schemars::schema::RootSchema = serde_json::from_str(&fs::read_to_string(file)?)?;
    let title = schema.schema.metadata.as_ref().and_then(|metadata| metadata.title.clone()).ok_or("no title")?;
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space.add_root_schema(schema)?;
    let code = prettyplease::unparse(&syn::parse2(space.to_stream())?);
    // What typify cannot follow is JSON of any kind; a root it cannot follow has no type.
    if let Some(line) = code.lines().find(|line| line.contains("serde_json::Value")) {
        return Err(format!("nothing is known of {}", line.trim()).into());
    }
    Ok((title, code))
}
