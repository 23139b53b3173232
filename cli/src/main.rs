//! The `dspt` command: assess a care provider against the Data Security and Protection Toolkit.
//!
//! Exit codes: 0 when the work is done, 1 when the answer is no, 2 when the input could not be read.

mod assess;
mod input;
mod page;
mod questions;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Assess adult social care providers against the NHS Data Security and Protection Toolkit.
///
/// An aid to self-assessment. Publishing happens in the toolkit itself, at <https://www.dsptoolkit.nhs.uk>.
#[derive(Parser)]
#[command(name = "dspt", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show the level that an assessment supports, every question outstanding, and how far each heading is
    Assess(assess::Arguments),
    /// List the questions of an edition and what is mandatory
    Questions(questions::Arguments),
}

/// How to print the result.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// How a command ended.
enum Outcome {
    /// The work is done.
    Done,
    /// The answer is no.
    No,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Questions(arguments) => questions::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(message) => {
            page::complain(&message);
            ExitCode::from(2)
        }
    }
}
