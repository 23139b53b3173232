//! The rules of the toolkit, as tables that a DSPT officer can read.

mod access;
mod common;
mod examples;
mod levels;
mod properties;
mod register;
mod register_rows;
mod services;
mod services_check;
mod what_examples_show;
