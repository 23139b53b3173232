//! The bank by which a request is answered.

use super::error::Refused;
use crate::assessment::Assessment;
use crate::bank::{Corrections, CorrectionsError, QuestionBank, RawBank};
use crate::reading::{Cause, Problem, ReadError};

/// The most corrections of one request: a bank is checked after each of them.
const MOST_CORRECTIONS: usize = 100;

/// A bank that came with a request, or the built-in one.
pub(super) enum UsedBank {
    /// One that came with the request, checked.
    Own(Box<QuestionBank>),
    /// The built-in one.
    BuiltIn(&'static QuestionBank),
}

impl UsedBank {
    /// The bank that came with a request, checked, or the built-in one of an edition.
    pub(super) fn of(
        own: Option<RawBank>,
        edition: impl FnOnce() -> Result<&'static QuestionBank, Refused>,
    ) -> Result<Self, Refused> {
        match own {
            None => edition().map(Self::BuiltIn),
            Some(raw) => match raw.check() {
                Ok(bank) => Ok(Self::Own(Box::new(bank))),
                Err(error) => Err(Refused::from(error).under("/bank")),
            },
        }
    }

    /// The bank for an assessment, against which it is checked.
    pub(super) fn for_assessment(own: Option<RawBank>, assessment: &Assessment) -> Result<Self, Refused> {
        Self::corrected(own, &[], assessment)
    }

    /// The bank for an assessment with corrections laid over it, one after the other; the assessment is checked against
    /// what comes of it.
    pub(super) fn corrected(
        own: Option<RawBank>,
        corrections: &[Corrections],
        assessment: &Assessment,
    ) -> Result<Self, Refused> {
        if corrections.len() > MOST_CORRECTIONS {
            let cause = Cause::TooMany { limit: MOST_CORRECTIONS };
            return Err(ReadError::from(Problem::new("/corrections", cause)).into());
        }
        let built_in = || assessment.built_in_bank().map_err(|error| Refused::from(error).under("/assessment"));
        let mut used = Self::of(own, built_in)?;
        for (at, corrections) in corrections.iter().enumerate() {
            let refused = |error| Refused::from(error).under(&format!("/corrections/{at}"));
            let corrected = used.bank().corrected_by(corrections).map_err(|error: CorrectionsError| refused(error))?;
            used = Self::Own(Box::new(corrected));
        }
        match assessment.check_against(used.bank()) {
            Ok(()) => Ok(used),
            Err(error) => Err(Refused::from(error).under("/assessment")),
        }
    }

    pub(super) fn bank(&self) -> &QuestionBank {
        match self {
            Self::Own(bank) => bank,
            Self::BuiltIn(bank) => bank,
        }
    }
}
