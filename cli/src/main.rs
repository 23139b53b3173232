//! The `dspt` command: assess a care provider against the Data Security and Protection Toolkit.
//!
//! Exit codes: 0 when the work is done, 1 when the answer is no, 2 when the input could not be read.

mod assess;
mod call;
mod carry_over;
mod check_bank;
mod diff;
mod diff_for;
mod explain;
mod input;
mod locate;
mod output;
mod page;
mod plan;
mod publish;
mod questions;
mod register;
mod roles;
mod schema;
mod status;
mod timeline;
mod what_if;
mod what_if_text;

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
    /// Show how a verdict came about, from the level down to the sources
    Explain(explain::Arguments),
    /// List the questions of an edition and what is mandatory
    Questions(questions::Arguments),
    /// Say whether an assessment can be published, or every reason against it
    Publish(publish::Arguments),
    /// Draft the action plan that Approaching Standards needs, or check the one attached
    Plan(plan::Arguments),
    /// Show what is published, whether it still counts, and the days to come
    Status(status::Arguments),
    /// Read status texts and rows of the public register
    Register(register::Arguments),
    /// Show who may do what: auditor, member, administrator member
    Roles(roles::Arguments),
    /// Tell what changed from one edition to another
    Diff(diff::Arguments),
    /// Show the steps to a level, what something would change, or what is certain and what is open
    WhatIf(what_if::Arguments),
    /// Take an assessment into a later edition, with a line for each question
    CarryOver(carry_over::Arguments),
    /// Check question banks, corrections and wording packs, and print every mistake with its file and line
    CheckBank(check_bank::Arguments),
    /// Print the JSON Schema of a document, or list the documents
    Schema(schema::Arguments),
    /// Answer a request in JSON with a document in JSON: the door that other languages use
    Call(call::Arguments),
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
    /// The input could not be read, and what was printed says why.
    Unreadable,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Questions(arguments) => questions::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Plan(arguments) => plan::run(&arguments),
        Command::Status(arguments) => status::run(&arguments),
        Command::Register(arguments) => register::run(&arguments),
        Command::Roles(arguments) => roles::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::WhatIf(arguments) => what_if::run(&arguments),
        Command::CarryOver(arguments) => carry_over::run(&arguments),
        Command::CheckBank(arguments) => check_bank::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Call(arguments) => call::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Ok(Outcome::Unreadable) => ExitCode::from(2),
        Err(message) => {
            page::complain(&message);
            ExitCode::from(2)
        }
    }
}
