//! Corrections laid over a bank, and the result checked like any bank.

use super::super::mistake::{BankError, Fault};
use super::super::question_bank::QuestionBank;
use super::super::raw::RawBank;
use super::super::source::SourceId;
use super::address::stable;
use super::document::Corrections;
use super::mistake::{CorrectionFault, CorrectionMistake, CorrectionsError, What};
use super::steps::{Step, Steps, around};

/// The most corrections that are left out one by one to see which of them has a part in a mistake elsewhere.
const MOST_SUSPECTS: usize = 50;

/// The most mistakes elsewhere that are traced in this way.
const MOST_TRACED: usize = 200;

impl QuestionBank {
    /// The bank with corrections laid over it, checked as a whole.
    ///
    /// What is confirmed takes the sources given, before its own, and counts as confirmed; what is corrected stands in
    /// the place of what the bank said. The digest is that of the new content, [`corrections`](Self::corrections) names
    /// the corrections, and verdicts show both.
    ///
    /// # Errors
    ///
    /// Every mistake at once: corrections of another edition, the address of a fact that the bank does not have, a fact
    /// confirmed that nobody has stated, two corrections of one fact, a source or question that the bank has already; and
    /// every mistake that the corrected bank would have, with the corrections that have a part in it as far as can be
    /// told.
    ///
    /// ```
    /// use dspt::{Corrections, QuestionBank};
    ///
    /// let corrections = Corrections::from_json(r#"{
    ///     "format": "dspt.corrections.v1", "id": "a-slip", "edition": "2025-26",
    ///     "confirm": [{ "facts": ["/questions/9.9.9/listed"], "sources": ["rcpa-bulletin-2025-09"] }]
    /// }"#)?;
    /// let bank = QuestionBank::built_in("2025-26".parse()?).unwrap();
    /// let error = bank.corrected_by(&corrections).unwrap_err();
    /// assert_eq!(error.mistakes()[0].code(), "unknown-fact");
    /// assert_eq!(error.mistakes()[0].pointer(), "/confirm/0/facts/0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn corrected_by(&self, corrections: &Corrections) -> Result<Self, CorrectionsError> {
        if corrections.edition != self.id() {
            let fault = CorrectionFault::OtherEdition { found: corrections.edition, expected: self.id() };
            return Err(CorrectionsError::new(vec![CorrectionMistake::own("/edition", fault)]));
        }
        let steps = Steps::of(self.raw(), corrections);
        let mut found = steps.mistakes.clone();
        match corrected(self.raw(), &steps.each, None).check() {
            Ok(bank) if found.is_empty() => {
                let mut applied: Vec<SourceId> = self.corrections().to_vec();
                applied.push(corrections.id.clone());
                return Ok(bank.with_corrections(applied));
            }
            Ok(_) => {}
            Err(error) => traced(self.raw(), &steps, &error, &mut found),
        }
        Err(CorrectionsError::new(found))
    }
}

/// A bank after every step, or every step but one.
fn corrected(bank: &RawBank, steps: &[Step<'_>], but: Option<usize>) -> RawBank {
    let mut bank = bank.clone();
    for (_, step) in steps.iter().enumerate().filter(|(at, _)| Some(*at) != but) {
        (step.act)(&mut bank);
    }
    bank
}

/// The mistakes of a corrected bank, each at the correction that answers for the place or has a part in it.
fn traced(bank: &RawBank, steps: &Steps<'_>, error: &BankError, found: &mut Vec<CorrectionMistake>) {
    let whole = corrected(bank, &steps.each, None);
    let mut elsewhere = Vec::new();
    for (place, fault) in placed(&whole, error) {
        match at_correction(steps, &place) {
            // The sources of what is confirmed have been checked where they stand.
            Some(pointer) if pointer.starts_with("/confirm/") && is_about_sources(&fault) => {}
            Some(pointer) => {
                let what = What::Corrected(place, fault);
                found.push(CorrectionMistake { pointer, what, others: Vec::new() });
            }
            None => elsewhere.push((place, fault, Vec::new())),
        }
    }
    let suspects = || steps.each.iter().enumerate().filter(|(_, step)| step.reaches_far);
    if (1..=MOST_TRACED).contains(&elsewhere.len()) && suspects().count() <= MOST_SUSPECTS {
        for (at, step) in suspects() {
            let without = corrected(bank, &steps.each, Some(at));
            let left = match without.clone().check() {
                Ok(_) => Vec::new(),
                Err(error) => placed(&without, &error),
            };
            for (place, fault, causes) in &mut elsewhere {
                if !left.iter().any(|(other, of)| other == place && of == fault) {
                    causes.push(step.pointer.clone());
                }
            }
        }
    }
    found.extend(elsewhere.into_iter().map(|(place, fault, causes)| {
        let mut causes = causes.into_iter();
        CorrectionMistake {
            pointer: causes.next().unwrap_or_default(),
            what: What::Corrected(place, fault),
            others: causes.collect(),
        }
    }));
}

fn is_about_sources(fault: &Fault) -> bool {
    matches!(fault, Fault::UnknownSource { .. } | Fault::SourceMissing | Fault::Duplicate { .. })
}

/// The mistakes of a bank with the keys of entries in place of their indexes.
fn placed(bank: &RawBank, error: &BankError) -> Vec<(String, Fault)> {
    let mistakes = error.mistakes().iter();
    mistakes.map(|mistake| (stable(bank, mistake.pointer()), mistake.fault().clone())).collect()
}

/// The place in the corrections of a place in the corrected bank, if a correction answers for it.
fn at_correction(steps: &Steps<'_>, place: &str) -> Option<String> {
    let (covered, pointer) = around(&steps.covered, place)?;
    // What is confirmed has no entry of its own to lead into.
    let rest = if pointer.starts_with("/confirm/") { "" } else { place.get(covered.len()..).unwrap_or_default() };
    let rest = if rest.starts_with('/') { rest } else { "" };
    Some(format!("{pointer}{rest}"))
}
