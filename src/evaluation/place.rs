//! Where in an assessment a finding is.

use super::finding::FindingKind;

impl FindingKind<'_> {
    /// The place inside the answer, or in the document where it is about no single answer.
    pub(super) fn place(&self) -> String {
        let fixed = match self {
            Self::Unanswered | Self::NotNeededButBlank => "",
            Self::NotConfirmed => "/confirmed",
            Self::TextEmpty => "/text",
            Self::DocumentMissing | Self::DocumentPartMissing { .. } | Self::DetailNotAsked { detail: "parts" } => {
                "/documents"
            }
            Self::WrongEvidenceType { .. } => "/kind",
            Self::NotApplicableNotAccepted { place }
            | Self::NotApplicableContradicted { place, .. }
            | Self::ConditionNotStated { place, .. }
            | Self::NotApplicableUnexplained { place }
            | Self::NotApplicableWithoutReason { place } => place,
            Self::ReviewOutOfDate { .. } | Self::ReviewInFuture { .. } | Self::ReviewDateMissing { .. } => {
                "/reviewedOn"
            }
            Self::EvidenceExpired { at, .. } | Self::EvidencePartlyExpired { at, .. } => {
                return format!("/documents/{at}/expiresOn");
            }
            Self::TrainingBelowThreshold { .. } => "/training/trained",
            Self::TrainingFiguresMissing { .. } => "/training",
            Self::RollingProgramme { .. } => "/training/rollingProgramme",
            Self::NotReconfirmed { .. } | Self::ReconfirmedInFuture { .. } => "/origin/reconfirmedOn",
            Self::FindingNotStated { .. } => "/found",
            Self::DetailNotAsked { detail } => return format!("/{detail}"),
            Self::ProfileNotSure { about, .. } | Self::ProfileNotStated { about } => {
                return format!("/organisation/{about}");
            }
            Self::CertificateExpired { certificate, .. }
            | Self::CertificateAboutToLapse { certificate, .. }
            | Self::CertificateLongerThanAYear { certificate } => {
                return format!("/organisation/{}/expiresOn", certificate.key());
            }
            Self::CertificateNotYetValid { certificate, .. } => {
                return format!("/organisation/{}/issuedOn", certificate.key());
            }
            Self::CertificateChangesNothing { certificate } => {
                return format!("/organisation/{}", certificate.key());
            }
            Self::OutsideTheScope { .. } => "/organisation/nation",
            Self::OtherSector => "/organisation/sector",
            Self::OtherEdition { .. } | Self::BeforeOpening { .. } | Self::AfterDeadline { .. } => "/edition",
            Self::NotInEdition { code } => return format!("/responses/{code}"),
        };
        fixed.to_owned()
    }
}
