//! What the commands write: files whole or not at all, and never over their own input.

use std::io::Write;
use std::path::Path;

/// Writes a file whole or not at all: beside its place first, then moved there.
pub(crate) fn write_whole(path: &Path, text: &str, input: &str) -> Result<(), String> {
    let name = path.display();
    let same = |input: &str| match (std::fs::canonicalize(input), std::fs::canonicalize(path)) {
        (Ok(input), Ok(output)) => input == output,
        _ => false,
    };
    if input != "-" && same(input) {
        return Err(format!("{name} is the input, which is never changed; name another file for --output"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| format!("cannot write {name}: {error}"))
}

/// A document as indented JSON, its keys in their order.
pub(crate) fn pretty<T: serde::Serialize>(document: &T) -> Result<String, String> {
    serde_json::to_string_pretty(document).map_err(|error| format!("cannot write the document: {error}"))
}
