//! What the commands write: files whole or not at all, and never over their own input.

use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: beside its place first, then moved there.
///
/// A link is followed; anything but a file, such as a device or a folder, is left alone.
pub(crate) fn write_whole(path: &Path, text: &str, input: &Path) -> Result<(), String> {
    let name = path.display();
    if path == Path::new("-") {
        return Err("--output takes the name of a file; without it the result goes to standard output".to_owned());
    }
    let target = match std::fs::symlink_metadata(path) {
        Ok(_) => path.canonicalize().map_err(|_| format!("{name} is a link that leads nowhere; name a file"))?,
        Err(_) => path.to_owned(),
    };
    let existing = std::fs::metadata(&target).ok();
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        return Err(format!("{name} is not a file; name a file for --output"));
    }
    if existing.is_some() && input.canonicalize().is_ok_and(|input| input == target) {
        return Err(format!("{name} is the input, which is never changed; name another file for --output"));
    }
    let permissions = existing.map(|existing| existing.permissions());
    move_into_place(&target, text, permissions)
        // The name of the temporary file would mean nothing to the reader.
        .map_err(|error| format!("cannot write {name}: {}", std::io::Error::from(error.kind())))
}

fn move_into_place(target: &Path, text: &str, permissions: Option<std::fs::Permissions>) -> std::io::Result<()> {
    let folder =
        target.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(PathBuf::from("."), Path::to_owned);
    let mut file = new_file(&folder)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// A new file that others may read, as far as the user's own settings allow.
#[cfg(unix)]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(folder)
}

/// A document as indented JSON, its keys in their order.
pub(crate) fn pretty<T: serde::Serialize>(document: &T) -> Result<String, String> {
    serde_json::to_string_pretty(document).map_err(|error| format!("cannot write the document: {error}"))
}
