//! The rules of the toolkit, as tables that a DSPT officer can read.

mod common;
mod levels;
mod properties;
