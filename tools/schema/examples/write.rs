//! `cargo run -p dspt-schema --example write` writes the generated files of `schema/`.

use std::path::Path;

fn main() -> std::io::Result<()> {
    dspt_schema::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema"))
}
