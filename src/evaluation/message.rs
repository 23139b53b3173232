//! The sentences: every finding in plain words, what was expected, what was found. All of them are in this file.

use chrono::NaiveDate;

use super::finding::{Finding, FindingKind};
use crate::assessment::Training;
use crate::bank::{Certificate, EvidenceType, Nation, Relation};

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
    #[expect(
        clippy::too_many_lines,
        reason = "all sentences stand together, so that they can be read and translated as one"
    )]
    pub fn message(&self) -> String {
        match self.kind() {
            FindingKind::Unanswered => "This question has no answer yet.".to_owned(),
            FindingKind::NotConfirmed => "The box is not ticked. Tick it once what the question asks is in place.".to_owned(),
            FindingKind::TextEmpty => "The text box is empty. Write the answer there, not in the comment.".to_owned(),
            FindingKind::DocumentMissing => {
                "No document is given. Upload or link one, or write down where it is kept.".to_owned()
            }
            FindingKind::DocumentPartMissing { part } => {
                format!("No document is marked as {}. Add it, or say which document shows it.", part.title)
            }
            FindingKind::WrongEvidenceType { asked, given } => {
                format!("The question takes {}, and the answer was given {}. Give {} instead.", kind(asked), manner(given), kind(asked))
            }
            FindingKind::NotApplicableNotAccepted { .. } => {
                "No source shows that this question can be answered with \"Not applicable\". Give an answer.".to_owned()
            }
            FindingKind::NotApplicableUnexplained { .. } => {
                "\"Not applicable\" needs a reason here. Say why beside it.".to_owned()
            }
            FindingKind::NotApplicableContradicted { by, .. } => {
                format!("The answer to {by} says that something was found, so this question does apply. Answer it, or correct {by}.")
            }
            FindingKind::ReviewOutOfDate { day: on, earliest } => {
                format!("The last review, on {}, is too old: it must be on or after {}. Review it again and note the date.", day(on), day(earliest))
            }
            FindingKind::ReviewInFuture { day: on } => {
                format!("The review is dated {}, which is still to come. Correct the date.", day(on))
            }
            FindingKind::EvidenceExpired { at, expired_on } => {
                format!("Document {} expired on {}, and none is left that is in date. Renew it.", at + 1, day(expired_on))
            }
            FindingKind::TrainingBelowThreshold { training, percent } => {
                let missing = people_needed(training, percent).saturating_sub(u64::from(training.trained()));
                format!(
                    "{} of {} people have been trained; {percent} per cent are needed. Train {missing} more, or describe your rolling programme.",
                    training.trained(),
                    training.people(),
                )
            }
            FindingKind::NotReconfirmed { too_early: Some(on), .. } => {
                format!("It was confirmed on {}, before this edition opened. Confirm it again.", day(on))
            }
            FindingKind::NotReconfirmed { from, relation: Some(Relation::EqualTo) | None, .. } => {
                format!("The answer comes from {from}. Check that it still holds and confirm it.")
            }
            FindingKind::NotReconfirmed { from, .. } => {
                format!("The answer comes from {from}, and the question has been reworded since. Check it and confirm it.")
            }
            FindingKind::ReconfirmedInFuture { day: on } => {
                format!("The answer is said to be confirmed on {}, which is still to come. Correct the date.", day(on))
            }
            FindingKind::ReviewDateMissing { earliest } => {
                format!("No date is given. Note when it was last reviewed or carried out; dates count from {}.", day(earliest))
            }
            FindingKind::TrainingFiguresMissing { percent } => {
                format!("No training figures are given. Note how many of how many people were trained; {percent} per cent are needed.")
            }
            FindingKind::RollingProgramme { training, percent } => format!(
                "{} of {} people have been trained, fewer than {percent} per cent; the rolling programme is accepted in its place. Keep its records at hand.",
                training.trained(),
                training.people(),
            ),
            FindingKind::EvidencePartlyExpired { at, expired_on } => {
                format!("Document {} expired on {}; another is in date. Renew it or take it out.", at + 1, day(expired_on))
            }
            FindingKind::DetailNotAsked { detail } => {
                let what = match detail {
                    "training" => "training figures",
                    "found" => "a finding",
                    _ => "parts",
                };
                format!("The answer has {what}, which this question does not ask for; that changes nothing.")
            }
            FindingKind::NotApplicableWithoutReason { .. } => {
                "\"Not applicable\" is accepted as it stands. A few words on why would make it stronger.".to_owned()
            }
            FindingKind::ConditionNotStated { by, .. } => {
                format!("\"Not applicable\" fits only if {by} found nothing. Say in the answer to {by} what was found.")
            }
            FindingKind::FindingNotStated { looks_for } => {
                format!("The answer does not say whether there are {looks_for}. Say so, because another question depends on it.")
            }
            FindingKind::NotNeededButBlank => {
                "Another answer makes this question unnecessary. In the toolkit, write \"Not applicable\" so that it shows as complete.".to_owned()
            }
            FindingKind::ProfileNotSure { about, takes_away, opens } => {
                let mut gains = Vec::new();
                match takes_away {
                    0 => {}
                    1 => gains.push("take one question away".to_owned()),
                    more => gains.push(format!("take {more} questions away")),
                }
                gains.extend(opens.map(|level| format!("open {}", level.name())));
                let gain = if gains.is_empty() {
                    "which questions depend on it is not on record".to_owned()
                } else {
                    format!("a yes would {}", gains.join(" and "))
                };
                format!("The profile says \"not sure\" about {}, which counts as no; {gain}. Find out.", profile_name(about))
            }
            FindingKind::ProfileNotStated { about } => {
                format!("The profile says nothing about {}, which counts as no. Answer it.", profile_name(about))
            }
            FindingKind::CertificateExpired { certificate, expired_on } => {
                format!("{} expired on {} and no longer counts. Renew it and note the new dates.", certificate.name(), day(expired_on))
            }
            FindingKind::CertificateNotYetValid { certificate, issued_on } => {
                format!("{} is dated {} and does not count before then.", certificate.name(), day(issued_on))
            }
            FindingKind::CertificateAboutToLapse { certificate, expires_on } => {
                format!("{} lapses after {}. Plan its renewal.", certificate.name(), day(expires_on))
            }
            FindingKind::CertificateLongerThanAYear { certificate } => {
                format!("{} lasts twelve months, and these dates span more. Check them.", certificate.name())
            }
            FindingKind::CertificateChangesNothing { certificate: Certificate::CyberEssentials } => {
                "Cyber Essentials takes no question away; only Cyber Essentials Plus does.".to_owned()
            }
            FindingKind::CertificateChangesNothing { certificate } => {
                format!("{} takes no question away in the social care view. It can serve as evidence for many IT questions.", certificate.name())
            }
            FindingKind::OutsideTheScope { nation: Nation::IsleOfMan } => {
                "The toolkit covers care services in England only, although some on the Isle of Man use it.".to_owned()
            }
            FindingKind::OutsideTheScope { .. } => {
                "The toolkit covers care services in England only. Other nations have toolkits of their own.".to_owned()
            }
            FindingKind::OtherSector => {
                "These are the questions for adult social care. Other sectors answer others.".to_owned()
            }
            FindingKind::OtherEdition { given, judged_by } => {
                format!("The answers were given for {given} and say nothing about {judged_by}. Carry them over first.")
            }
            FindingKind::NotInEdition { code } => {
                format!("{code} is not a question that this bank lists; its answer changes nothing.")
            }
            FindingKind::BeforeOpening { day: on, opening } => {
                format!("On {} the edition was not open yet; it opened on or after {}.", day(on), day(opening))
            }
            FindingKind::AfterDeadline { day: on, deadline } => {
                format!("{} is after the deadline of {}. The next edition may have opened.", day(on), day(deadline))
            }
        }
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
                format!("{} of {} ({percent} per cent)", people_needed(training, percent), training.people())
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

/// How an answer of a kind was given.
fn manner(evidence: EvidenceType) -> &'static str {
    match evidence {
        EvidenceType::Text => "in words",
        EvidenceType::Confirmation => "as a tick",
        EvidenceType::Document => "as a document",
        EvidenceType::Date => "as a date",
    }
}

fn profile_name(about: &str) -> &'static str {
    match about {
        "nhsmail" => "NHSmail",
        _ => Certificate::CyberEssentialsPlus.name(),
    }
}

/// The fewest people that make up the percentage.
fn people_needed(training: &Training, percent: u32) -> u64 {
    (u64::from(training.people()) * u64::from(percent)).div_ceil(100)
}

/// A date as people write it: 30 June 2026.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
