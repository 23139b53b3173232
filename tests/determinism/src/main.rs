//! Prints a digest of the library's answer to every request of `schema/fixtures`, and of every bank.
//!
//! Two builds or two runs that print the same lines give the same bytes. What serde_json was built with, and in how many
//! orders of keys each request was asked, goes to the other stream. All of it runs on a small stack.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dspt::QuestionBank;
use dspt::json::{self, Operation, Outcome};
use serde_json::Value;

#[path = "../../rules/shuffled.rs"]
mod shuffled;
use shuffled::Shuffled;

/// As much stack as the threads of a small host have; a build that is not optimised takes more.
const STACK: usize = if cfg!(debug_assertions) { 1024 } else { 128 } * 1024;

/// In how many orders of keys the first request of each operation is asked, and every other one.
const ORDERS: u64 = if cfg!(debug_assertions) { 10 } else { 1_000 };
const FEW_ORDERS: u64 = ORDERS / 100;

fn main() -> Result<(), Box<dyn Error>> {
    let answers =
        std::thread::Builder::new().stack_size(STACK).spawn(|| print_digests().map_err(|error| error.to_string()));
    answers?.join().map_err(|_| "a panic")?.map_err(Into::into)
}

fn print_digests() -> Result<(), Box<dyn Error>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/fixtures");
    let mut count = 0;
    for operation in Operation::ALL {
        let mut orders = ORDERS;
        for path in requests(&fixtures.join(operation.as_str()))? {
            let request = std::fs::read(&path)?;
            let reply = json::call(*operation, &request);
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            println!("{} {:?} {operation}/{name}", digest(&reply.text), reply.outcome);
            count += 1;
            // What is wrong with a request is told in the order in which it is written. One begins with a byte order
            // mark, which serde_json does not take.
            if reply.outcome != Outcome::Done {
                continue;
            }
            if let Ok(request) = serde_json::from_slice::<Value>(&request) {
                for seed in 0..orders {
                    let shuffled = Shuffled::text(&request, seed);
                    if json::call(*operation, &shuffled).text != reply.text {
                        return Err(
                            format!("{operation}/{name} is answered otherwise in the order of {shuffled}").into()
                        );
                    }
                }
                orders = FEW_ORDERS;
            }
        }
    }
    eprintln!("{}, {ORDERS} orders of keys", serde_json_was_built());
    for bank in QuestionBank::editions() {
        println!("{} bank {}", digest(&bank.to_json()), bank.id());
    }
    if count == 0 {
        return Err(format!("there are no requests in {}", fixtures.display()).into());
    }
    Ok(())
}

/// The requests of an operation, by name.
fn requests(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".request.json") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn digest(text: &str) -> String {
    hmac_sha256::Hash::hash(text.as_bytes()).iter().fold(String::new(), |mut digest, byte| {
        let _ = write!(digest, "{byte:02x}");
        digest
    })
}

/// What the features change is seen from outside: the order of keys, and how a number is kept.
fn serde_json_was_built() -> String {
    let value: Value = serde_json::from_str(r#"{ "b": 1, "a": 1.10 }"#).expect("JSON");
    let keys = if value.to_string().starts_with(r#"{"b""#) { "in the order of the text" } else { "sorted" };
    let numbers = if value["a"].to_string() == "1.10" { "as they are spelt" } else { "as they are worth" };
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    format!("{build}: keys {keys}, numbers {numbers}")
}
