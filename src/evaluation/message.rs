//! Every finding in plain words: the message, what was expected, what was found.

use super::finding::{Finding, FindingKind};
use crate::bank::EvidenceType;

impl Finding<'_> {
    /// What is wrong or worth knowing, and what to do about it, in one or two sentences for a care manager.
    ///
    /// ```
    /// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
    /// # let assessment = dspt::Assessment::from_json(text).unwrap();
    /// # let bank = assessment.built_in_bank().unwrap();
    /// let evaluation = dspt::evaluate(bank, &assessment, "2026-06-01".parse().unwrap());
    /// let finding = evaluation.findings().find(|finding| finding.code() == "unanswered").unwrap();
    /// assert_eq!(finding.message(), "This question has no answer yet.");
    /// ```
    pub fn message(&self) -> String {
        self.said().text()
    }

    /// What would be right, in a few words.
    pub fn expected(&self) -> String {
        match self.kind() {
            FindingKind::Unanswered => "an answer".to_owned(),
            FindingKind::NotConfirmed => "a tick".to_owned(),
            FindingKind::TextEmpty => "words".to_owned(),
            FindingKind::DocumentMissing => "a document".to_owned(),
            FindingKind::DocumentPartMissing { part } => part.title.clone(),
            FindingKind::WrongEvidenceType { asked, .. } => kind(asked).to_owned(),
            FindingKind::NotApplicableNotAccepted { .. } | FindingKind::NotApplicableContradicted { .. } => {
                "an answer".to_owned()
            }
            FindingKind::NotApplicableUnexplained { .. } | FindingKind::NotApplicableWithoutReason { .. } => {
                "a reason".to_owned()
            }
            FindingKind::ReviewOutOfDate { earliest, .. } | FindingKind::ReviewDateMissing { earliest } => {
                format!("a review on or after {earliest}")
            }
            FindingKind::ReviewInFuture { .. } | FindingKind::ReconfirmedInFuture { .. } => {
                "a day that has come".to_owned()
            }
            FindingKind::EvidenceExpired { .. } | FindingKind::EvidencePartlyExpired { .. } => {
                "a document that is in date".to_owned()
            }
            FindingKind::TrainingBelowThreshold { training, percent }
            | FindingKind::RollingProgramme { training, percent } => {
                format!("{} of {} ({percent} per cent)", training.needed(percent), training.people())
            }
            FindingKind::TrainingFiguresMissing { percent } => {
                format!("figures of at least {percent} per cent")
            }
            FindingKind::NotReconfirmed { .. } => "a confirmation".to_owned(),
            FindingKind::DetailNotAsked { .. } => "nothing".to_owned(),
            FindingKind::CertificateChangesNothing { .. } => "no change".to_owned(),
            FindingKind::ConditionNotStated { .. } | FindingKind::FindingNotStated { .. } => {
                "nothing or something found".to_owned()
            }
            FindingKind::NotNeededButBlank => "\"Not applicable\"".to_owned(),
            FindingKind::ProfileNotSure { about, .. } | FindingKind::ProfileNotStated { about } => match about {
                "nhsmail" => "the only email system, used or not".to_owned(),
                _ => "yes or no".to_owned(),
            },
            FindingKind::CertificateExpired { .. } | FindingKind::CertificateNotYetValid { .. } => {
                "a certificate that is in date".to_owned()
            }
            FindingKind::CertificateAboutToLapse { .. } => "a renewal".to_owned(),
            FindingKind::CertificateLongerThanAYear { .. } => "at most twelve months".to_owned(),
            FindingKind::OutsideTheScope { .. } => "england".to_owned(),
            FindingKind::OtherSector => "social-care".to_owned(),
            FindingKind::OtherEdition { judged_by, .. } => judged_by.to_string(),
            FindingKind::NotInEdition { .. } => "a question of the edition".to_owned(),
            FindingKind::BeforeOpening { opening, .. } => format!("{opening} or later"),
            FindingKind::AfterDeadline { deadline, .. } => format!("{deadline} or earlier"),
        }
    }

    /// What was found instead, in a few words.
    pub fn actual(&self) -> String {
        match self.kind() {
            FindingKind::NotConfirmed => "no tick".to_owned(),
            FindingKind::WrongEvidenceType { given, .. } => kind(given).to_owned(),
            FindingKind::NotApplicableNotAccepted { .. }
            | FindingKind::NotApplicableContradicted { .. }
            | FindingKind::ConditionNotStated { .. } => "\"Not applicable\"".to_owned(),
            FindingKind::ReviewOutOfDate { day, .. }
            | FindingKind::ReviewInFuture { day }
            | FindingKind::ReconfirmedInFuture { day }
            | FindingKind::BeforeOpening { day, .. }
            | FindingKind::AfterDeadline { day, .. } => day.to_string(),
            FindingKind::EvidenceExpired { expired_on, .. }
            | FindingKind::EvidencePartlyExpired { expired_on, .. }
            | FindingKind::CertificateExpired { expired_on, .. } => {
                format!("expired on {expired_on}")
            }
            FindingKind::TrainingBelowThreshold { training, .. } | FindingKind::RollingProgramme { training, .. } => {
                format!("{} of {}", training.trained(), training.people())
            }
            FindingKind::NotReconfirmed { too_early: Some(on), .. } => format!("confirmed on {on}"),
            FindingKind::NotReconfirmed { from, .. } => format!("carried over from {from}"),
            FindingKind::DetailNotAsked { detail } => detail.to_owned(),
            FindingKind::ProfileNotSure { .. } => "not sure".to_owned(),
            FindingKind::CertificateNotYetValid { issued_on, .. } => {
                format!("issued on {issued_on}")
            }
            FindingKind::CertificateAboutToLapse { expires_on, .. } => {
                format!("expires on {expires_on}")
            }
            FindingKind::CertificateLongerThanAYear { .. } => "more than twelve months".to_owned(),
            FindingKind::CertificateChangesNothing { certificate } => certificate.as_str().to_owned(),
            FindingKind::OutsideTheScope { nation } => nation.to_string(),
            FindingKind::OtherSector => "other".to_owned(),
            FindingKind::OtherEdition { given, .. } => given.to_string(),
            FindingKind::NotInEdition { code } => code.to_string(),
            FindingKind::Unanswered
            | FindingKind::TextEmpty
            | FindingKind::DocumentMissing
            | FindingKind::DocumentPartMissing { .. }
            | FindingKind::NotApplicableUnexplained { .. }
            | FindingKind::NotApplicableWithoutReason { .. }
            | FindingKind::ReviewDateMissing { .. }
            | FindingKind::TrainingFiguresMissing { .. }
            | FindingKind::FindingNotStated { .. }
            | FindingKind::NotNeededButBlank
            | FindingKind::ProfileNotStated { .. } => "nothing".to_owned(),
        }
    }
}

/// A kind of answer, with its article.
fn kind(evidence: EvidenceType) -> &'static str {
    match evidence {
        EvidenceType::Text => "words",
        EvidenceType::Confirmation => "a tick",
        EvidenceType::Document => "a document",
        EvidenceType::Date => "a date",
    }
}
