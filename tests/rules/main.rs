//! The rules of the toolkit, as tables that a DSPT officer can read.

mod common;
mod examples;
mod levels;
mod properties;
mod what_examples_show;
