//! Lists every type of the library that is read from text, so that none is forgotten.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=../tools/api/dspt.txt");
    let interface = fs::read_to_string("../tools/api/dspt.txt")?;
    let types = interface
        .lines()
        .filter_map(|line| line.strip_prefix("pub fn ")?.split_once("::from_str("))
        .map(|(name, _)| format!("    (\"{name}\", reads_back::<{name}>),\n"));
    let list = format!("const READ_FROM_TEXT: &[(&str, fn(&str))] = &[\n{}];\n", types.collect::<String>());
    let folder = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&folder).join("read_from_text.rs"), list)
}
