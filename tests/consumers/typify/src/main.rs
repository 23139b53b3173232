//! Reads every document into the types that typify generated and writes it back: `dspt-typify CORPUS/documents OUT`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

#[allow(clippy::all, clippy::pedantic, dead_code, reason = "generated, and only read from and written to")]
mod generated {
    /// The document through its type and back.
    fn again<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> serde_json::Result<String> {
        serde_json::to_string(&serde_json::from_str::<T>(text)?)
    }

    include!(concat!(env!("OUT_DIR"), "/types.rs"));
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(documents), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: dspt-typify CORPUS/documents OUT".into());
    };
    let mut count = 0;
    for folder in fs::read_dir(documents)? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        fs::create_dir_all(out.join(&name))?;
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let text = generated::written_back(&name, &fs::read_to_string(file.path())?)
                .map_err(|error| format!("{}: {error}", file.path().display()))?;
            fs::write(out.join(&name).join(file.file_name()), text)?;
            count += 1;
        }
    }
    println!("{count} documents written back");
    Ok(())
}
