//! What an edition asks: its questions, levels, dates and sources, loaded from data and checked.

mod builtin;
mod check;
mod code;
mod corrections;
mod demand;
mod descent;
mod edition;
mod fact;
mod gates;
mod level;
mod mistake;
mod question;
mod question_bank;
mod raw;
mod rule;
mod scope;
mod source;

pub use builtin::OpenOn;
pub(crate) use check::{Mistakes, provenance_is_complete, sources_are_sorted_and_written};
pub use code::{AssertionCode, QuestionCode};
pub use corrections::{BankFact, CorrectionFault, CorrectionMistake, Corrections, CorrectionsError, FactAddress};
pub use demand::{Exemption, ExemptionGround, NeededWhen, NotApplicable, Part, Reason, Route, Threshold, Window};
pub use descent::{Descent, Relation};
pub use edition::{CertificateEffect, Edition, EditionId, Gap, OfficialCount, Opening};
pub(crate) use fact::Readings;
pub use fact::{Certainty, Fact, Provenance};
pub use gates::{AssertionGate, Gates};
pub use level::Level;
pub use mistake::{BankError, Fault, Mistake};
pub use question::{EvidenceType, Heading, Mandatory, Question};
pub(crate) use question_bank::hex_digest;
pub use question_bank::{Catalogue, QuestionBank};
pub use raw::RawBank;
pub use rule::{Certificate, LevelRule, Rule};
pub use scope::{Nation, Scope, Sector};
pub use source::{Claim, Disagreement, Source, SourceId, Standing};
