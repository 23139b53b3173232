//! What the profile and the assessment as a whole give rise to: advice, because no answer is at fault.

use chrono::Months;

use super::finding::{Effect, Finding, FindingKind};
use super::reading::Case;
use crate::assessment::{Holding, Nhsmail};
use crate::bank::{Certainty, Certificate, ExemptionGround, Level, LevelRule, Provenance, SourceId};

/// How long before its last day a certificate is about to lapse: as long as the toolkit's own reminder of the deadline.
const NOTICE: Months = Months::new(3);

/// Everything about the profile that is worth knowing.
pub(super) fn profile_findings<'a>(case: &Case<'a>) -> Vec<Finding<'a>> {
    let mut found = Vec::new();
    edition_fits(case, &mut found);
    organisation_is_in_scope(case, &mut found);
    nhsmail_is_known(case, &mut found);
    certificates_are_known(case, &mut found);
    certificates_are_in_date(case, &mut found);
    answers_are_to_listed_questions(case, &mut found);
    found
}

fn advise<'a>(found: &mut Vec<Finding<'a>>, kind: FindingKind<'a>, sources: &'a [SourceId], certainty: Certainty) {
    found.push(Finding::new(None, kind, Effect::Advises, certainty, sources));
}

fn advise_by<'a>(found: &mut Vec<Finding<'a>>, kind: FindingKind<'a>, fact: &'a Provenance) {
    advise(found, kind, &fact.sources, fact.certainty);
}

/// The answers are for the bank's edition, otherwise they are not read, and the edition is open on the day.
fn edition_fits<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    let edition = case.bank.about();
    let (given, judged_by) = (case.assessment.edition(), edition.id);
    if given != judged_by {
        advise(found, FindingKind::OtherEdition { given, judged_by }, &[], Certainty::Confirmed);
    }
    let day = case.as_of;
    if let Some(opening) = edition.opening.value.filter(|opening| day < opening.earliest) {
        let kind = FindingKind::BeforeOpening { day, opening: opening.earliest };
        advise_by(found, kind, &edition.opening.provenance);
    }
    if let Some(deadline) = edition.deadline.value.filter(|deadline| day > *deadline) {
        advise_by(found, FindingKind::AfterDeadline { day, deadline }, &edition.deadline.provenance);
    }
}

/// The toolkit is for care services in England.
fn organisation_is_in_scope<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    let scope = &case.bank.about().scope;
    let Some(whom) = scope.known() else { return };
    let organisation = case.assessment.organisation();
    if !whom.nations.contains(&organisation.nation) {
        advise_by(found, FindingKind::OutsideTheScope { nation: organisation.nation }, &scope.provenance);
    }
    if organisation.sector != whom.sector {
        advise_by(found, FindingKind::OtherSector, &scope.provenance);
    }
}

/// "Not sure" and silence count as no; a yes might take questions away.
fn nhsmail_is_known<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    let not_sure = &case.bank.about().not_sure;
    let about = "nhsmail";
    match case.assessment.organisation().nhsmail {
        Some(Nhsmail::NotSure) => {
            let takes_away = taken_away(case, ExemptionGround::NhsmailOnly);
            advise_by(found, FindingKind::ProfileNotSure { about, takes_away, opens: None }, not_sure);
        }
        None => advise_by(found, FindingKind::ProfileNotStated { about }, not_sure),
        Some(Nhsmail::OnlyEmailSystem | Nhsmail::Used | Nhsmail::No) => {}
    }
}

fn certificates_are_known<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    let edition = case.bank.about();
    let about = Certificate::CyberEssentialsPlus.key();
    match case.assessment.organisation().cyber_essentials_plus {
        Some(Holding::NotSure) => {
            let takes_away = taken_away(case, ExemptionGround::CyberEssentialsPlus);
            let opens = level_opened_by(case, Certificate::CyberEssentialsPlus);
            advise_by(found, FindingKind::ProfileNotSure { about, takes_away, opens }, &edition.not_sure);
        }
        None => advise_by(found, FindingKind::ProfileNotStated { about }, &edition.not_sure),
        Some(Holding::Yes { .. } | Holding::No) => {}
    }
    for effect in edition.certificates.iter().filter(|effect| effect.takes_questions_away.value == Some(false)) {
        let holding = case.assessment.organisation().holding(effect.certificate);
        if matches!(holding, Some(Holding::Yes { .. })) {
            let kind = FindingKind::CertificateChangesNothing { certificate: effect.certificate };
            advise_by(found, kind, &effect.takes_questions_away.provenance);
        }
    }
}

/// The lowest level whose best rule asks for a certificate.
fn level_opened_by(case: &Case<'_>, certificate: Certificate) -> Option<Level> {
    let asks = |rule: &&LevelRule| rule.best().is_some_and(|best| best.asks_for(certificate));
    case.bank.levels().iter().find(asks).map(|rule| rule.level)
}

/// How many questions a ground takes away in the best reading.
fn taken_away(case: &Case<'_>, ground: ExemptionGround) -> u32 {
    let takes = |exemption: &crate::bank::Exemption| exemption.by == ground && exemption.exempts.known() == Some(&true);
    let questions = case.bank.questions().filter(|question| question.exemptions.iter().any(takes));
    u32::try_from(questions.count()).unwrap_or(u32::MAX)
}

/// A certificate that takes questions away or opens a level is worth watching.
fn certificates_are_in_date<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    for effect in
        case.bank.about().certificates.iter().filter(|effect| effect.takes_questions_away.known() == Some(&true))
    {
        let certificate = effect.certificate;
        let Some(holding) = case.assessment.organisation().holding(certificate) else {
            continue;
        };
        let Holding::Yes { issued_on, expires_on } = *holding else {
            continue;
        };
        let fact = &effect.takes_questions_away.provenance;
        if expires_on < case.as_of {
            advise_by(found, FindingKind::CertificateExpired { certificate, expired_on: expires_on }, fact);
        } else if issued_on > case.as_of {
            advise_by(found, FindingKind::CertificateNotYetValid { certificate, issued_on }, fact);
        } else if case.as_of.checked_add_months(NOTICE).is_some_and(|soon| expires_on <= soon) {
            advise_by(found, FindingKind::CertificateAboutToLapse { certificate, expires_on }, fact);
        }
        if holding.is_longer_than_a_year() {
            advise_by(found, FindingKind::CertificateLongerThanAYear { certificate }, fact);
        }
    }
}

/// Answers to questions that the bank does not list are not lost in silence.
fn answers_are_to_listed_questions<'a>(case: &Case<'a>, found: &mut Vec<Finding<'a>>) {
    for (code, _) in case.responses().iter().filter(|(code, _)| case.bank.question(*code).is_none()) {
        let code = *code;
        advise(found, FindingKind::NotInEdition { code }, &[], Certainty::Confirmed);
    }
}
