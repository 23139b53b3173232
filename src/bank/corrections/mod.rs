//! Corrections: what whoever has better sources says about the bank of one edition, laid over it and checked with it.

mod address;
mod apply;
mod change;
mod document;
mod mistake;
mod steps;

pub use address::{BankFact, FactAddress};
pub use document::Corrections;
pub use mistake::{CorrectionFault, CorrectionMistake, CorrectionsError};
