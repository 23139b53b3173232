//! Findings as messages: the sentence about each, and what it is filled from.

use super::finding::{Finding, FindingKind};
use crate::bank::{Certificate, EvidenceType, Nation, Relation};
use crate::message::{Argument, Message};

impl Finding<'_> {
    /// The name of the sentence about it: its code, with what sets the case apart where the code has several sentences.
    ///
    /// ```
    /// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
    /// # let assessment = dspt::Assessment::from_json(text).unwrap();
    /// # let bank = assessment.built_in_bank().unwrap();
    /// let evaluation = dspt::evaluate(bank, &assessment, "2026-06-01".parse().unwrap());
    /// for finding in evaluation.findings() {
    ///     assert_eq!(finding.sentence().split('.').next(), Some(finding.code()));
    /// }
    /// ```
    pub fn sentence(&self) -> &'static str {
        match self.kind() {
            FindingKind::NotReconfirmed { too_early: Some(_), .. } => "not-reconfirmed.too-early",
            FindingKind::NotReconfirmed { relation: Some(relation), .. } if relation != Relation::EqualTo => {
                "not-reconfirmed.reworded"
            }
            FindingKind::ProfileNotSure { takes_away: 0, opens: Some(_), .. } => "profile-not-sure.level",
            FindingKind::ProfileNotSure { takes_away: 1.., opens: None, .. } => "profile-not-sure.questions",
            FindingKind::ProfileNotSure { takes_away: 1.., opens: Some(_), .. } => {
                "profile-not-sure.questions-and-level"
            }
            FindingKind::CertificateChangesNothing { certificate: Certificate::CyberEssentials } => {
                "certificate-changes-nothing.cyber-essentials"
            }
            FindingKind::OutsideTheScope { nation: Nation::IsleOfMan } => "outside-the-scope.isle-of-man",
            other => other.code(),
        }
    }
}

impl<'a> Finding<'a> {
    /// The particulars that messages about it are filled from, in a fixed order.
    ///
    /// ```
    /// use dspt::Argument;
    ///
    /// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
    /// # let assessment = dspt::Assessment::from_json(text).unwrap();
    /// # let bank = assessment.built_in_bank().unwrap();
    /// let evaluation = dspt::evaluate(bank, &assessment, "2026-08-01".parse().unwrap());
    /// let late = evaluation.findings().find(|finding| finding.code() == "after-deadline").unwrap();
    /// let day = "2026-08-01".parse().unwrap();
    /// assert_eq!(late.arguments()[0], Argument::Date { name: "day", value: day });
    /// ```
    pub fn arguments(&self) -> Vec<Argument<'a>> {
        let text = |name, value| Argument::quoted(name, self.question(), value);
        let number = |name, value| Argument::Number { name, value };
        let date = |name, value| Argument::Date { name, value };
        let question = |name, value| Argument::Question { name, value };
        let edition = |name, value| Argument::Edition { name, value };
        let answer = |name, value: EvidenceType| Argument::Word { name, labels: "answer", value: value.as_str() };
        let certificate =
            |value: Certificate| Argument::Word { name: "certificate", labels: "certificate", value: value.as_str() };
        let about = |value| Argument::Word { name: "about", labels: "profile-question", value };
        match self.kind() {
            FindingKind::Unanswered
            | FindingKind::NotConfirmed
            | FindingKind::TextEmpty
            | FindingKind::DocumentMissing
            | FindingKind::NotApplicableNotAccepted { .. }
            | FindingKind::NotApplicableUnexplained { .. }
            | FindingKind::NotApplicableWithoutReason { .. }
            | FindingKind::NotNeededButBlank
            | FindingKind::OtherSector => Vec::new(),
            FindingKind::DocumentPartMissing { part } => vec![text("part", &part.title)],
            FindingKind::WrongEvidenceType { asked, given } => {
                vec![
                    answer("asked", asked),
                    Argument::Word { name: "given", labels: "answered", value: given.as_str() },
                ]
            }
            FindingKind::NotApplicableContradicted { by, .. } | FindingKind::ConditionNotStated { by, .. } => {
                vec![question("question", by)]
            }
            FindingKind::ReviewOutOfDate { day, earliest } => vec![date("day", day), date("earliest", earliest)],
            FindingKind::ReviewInFuture { day } | FindingKind::ReconfirmedInFuture { day } => vec![date("day", day)],
            FindingKind::EvidenceExpired { at, expired_on } | FindingKind::EvidencePartlyExpired { at, expired_on } => {
                let document = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1);
                vec![number("document", document), date("expiredOn", expired_on)]
            }
            FindingKind::TrainingBelowThreshold { training, percent } => {
                let missing = training.needed(percent).saturating_sub(u64::from(training.trained()));
                vec![
                    number("trained", training.trained()),
                    number("people", training.people()),
                    number("percent", percent),
                    number("missing", u32::try_from(missing).unwrap_or(u32::MAX)),
                ]
            }
            FindingKind::RollingProgramme { training, percent } => vec![
                number("trained", training.trained()),
                number("people", training.people()),
                number("percent", percent),
            ],
            FindingKind::NotReconfirmed { from, too_early, .. } => {
                let too_early = too_early.map(|day| date("day", day));
                [edition("from", from)].into_iter().chain(too_early).collect()
            }
            FindingKind::ReviewDateMissing { earliest } => vec![date("earliest", earliest)],
            FindingKind::TrainingFiguresMissing { percent } => vec![number("percent", percent)],
            FindingKind::DetailNotAsked { detail } => {
                vec![Argument::Word { name: "detail", labels: "detail", value: detail }]
            }
            FindingKind::FindingNotStated { looks_for } => vec![text("looksFor", looks_for)],
            FindingKind::ProfileNotSure { about: profile, takes_away, opens } => {
                let opens = opens.map(|level| Argument::Word { name: "opens", labels: "level", value: level.as_str() });
                [about(profile), number("takesAway", takes_away)].into_iter().chain(opens).collect()
            }
            FindingKind::ProfileNotStated { about: profile } => vec![about(profile)],
            FindingKind::CertificateExpired { certificate: held, expired_on } => {
                vec![certificate(held), date("expiredOn", expired_on)]
            }
            FindingKind::CertificateNotYetValid { certificate: held, issued_on } => {
                vec![certificate(held), date("issuedOn", issued_on)]
            }
            FindingKind::CertificateAboutToLapse { certificate: held, expires_on } => {
                vec![certificate(held), date("expiresOn", expires_on)]
            }
            FindingKind::CertificateLongerThanAYear { certificate: held }
            | FindingKind::CertificateChangesNothing { certificate: held } => vec![certificate(held)],
            FindingKind::OutsideTheScope { nation } => {
                vec![Argument::Word { name: "nation", labels: "nation", value: nation.as_str() }]
            }
            FindingKind::OtherEdition { given, judged_by } => {
                vec![edition("given", given), edition("judgedBy", judged_by)]
            }
            FindingKind::NotInEdition { code } => vec![question("question", code)],
            FindingKind::BeforeOpening { day, opening } => vec![date("day", day), date("opening", opening)],
            FindingKind::AfterDeadline { day, deadline } => vec![date("day", day), date("deadline", deadline)],
        }
    }

    /// The finding as a message.
    pub(crate) fn said(&self) -> Message<'a> {
        Message::new(self.sentence(), self.arguments())
    }
}
