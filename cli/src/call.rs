//! `dspt call`: the JSON door, with a request coming in and a document going out.

use std::path::PathBuf;

use clap::Args;
use dspt::json::{self, Operation};

use crate::{Outcome, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// What to ask: evaluate, publish, status, carry-over, action-plan, diff, what-if, path, reach, validate or describe
    #[arg(value_name = "OPERATION", value_parser = input::word::<Operation>)]
    operation: Operation,
    /// The request, a JSON file such as one of format dspt.evaluate-request.v1; - reads standard input
    file: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let answer = json::call(arguments.operation, input::bytes(&arguments.file)?);
    page::json(answer.text)?;
    Ok(match answer.outcome {
        json::Outcome::Done => Outcome::Done,
        json::Outcome::No => Outcome::No,
        json::Outcome::Unreadable => Outcome::Unreadable,
    })
}
