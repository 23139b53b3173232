//! What happens on a day, as a message.

use chrono::NaiveDate;

use super::event::TimelineEventKind;
use crate::bank::{Certificate, EditionId, Level, QuestionCode};
use crate::message::{Argument, Message};
use crate::publication::ValidityPolicy;

pub(super) fn said(what: &TimelineEventKind) -> Message<'static> {
    let edition = |value: &EditionId| Argument::Edition { name: "edition", value: *value };
    let question = |value: &QuestionCode| Argument::Question { name: "question", value: *value };
    let date = |name, value: &NaiveDate| Argument::Date { name, value: *value };
    match what {
        TimelineEventKind::Published { edition: of, level } => {
            let level = Argument::word("level", "published-level", level.as_str());
            Message::new("timeline.published", vec![level, edition(of)])
        }
        TimelineEventKind::Superseded { edition: of, level, published_on } => {
            let level = Argument::word("level", "published-level", level.as_str());
            Message::new("timeline.superseded", vec![level, edition(of), date("publishedOn", published_on)])
        }
        TimelineEventKind::DueSoon { last_valid_day } => {
            Message::new("timeline.due-soon", vec![date("lastValidDay", last_valid_day)])
        }
        TimelineEventKind::Expired { last_valid_day, policy } => {
            let sentence = match policy {
                ValidityPolicy::TwelveMonths => "timeline.expired.twelve-months",
                ValidityPolicy::NextDeadline => "timeline.expired.next-deadline",
            };
            Message::new(sentence, vec![date("lastValidDay", last_valid_day)])
        }
        TimelineEventKind::EditionOpened { edition: of } => Message::new("timeline.edition-opened", vec![edition(of)]),
        TimelineEventKind::EditionClosed { edition: of } => Message::new("timeline.edition-closed", vec![edition(of)]),
        TimelineEventKind::DeadlinePassed { edition: of } => {
            Message::new("timeline.deadline-passed", vec![edition(of)])
        }
        TimelineEventKind::NowMandatory { edition: of, question: code, level } => {
            Message::new("timeline.now-mandatory", vec![edition(of), question(code), Argument::level(*level)])
        }
        TimelineEventKind::NoLongerMandatory { edition: of, question: code, level } => {
            Message::new("timeline.no-longer-mandatory", vec![edition(of), question(code), Argument::level(*level)])
        }
        TimelineEventKind::CountChanged { edition: of, level, count: Some(count) } => {
            let count = Argument::Number { name: "count", value: *count };
            Message::new("timeline.count-changed", vec![edition(of), Argument::level(*level), count])
        }
        TimelineEventKind::CountChanged { edition: of, level, count: None } => {
            Message::new("timeline.count-changed.not-on-record", vec![edition(of), Argument::level(*level)])
        }
        TimelineEventKind::CertificateBegan { certificate } => {
            Message::new("timeline.certificate-began", vec![named(*certificate)])
        }
        TimelineEventKind::CertificateLapsed { certificate, levels_lost, questions_back, questions_in_doubt } => {
            lapsed(*certificate, levels_lost, questions_back, questions_in_doubt)
        }
        TimelineEventKind::ReviewLapsed { question: code, reviewed_on } => {
            Message::new("timeline.review-lapsed", vec![question(code), date("reviewedOn", reviewed_on)])
        }
        TimelineEventKind::ReviewCounts { question: code } => {
            Message::new("timeline.review-counts", vec![question(code)])
        }
        TimelineEventKind::DocumentExpired { question: code, last_day } => {
            Message::new("timeline.document-expired", vec![question(code), date("lastDay", last_day)])
        }
        TimelineEventKind::ConfirmationCounts { question: code } => {
            Message::new("timeline.confirmation-counts", vec![question(code)])
        }
    }
}

fn named(certificate: Certificate) -> Argument<'static> {
    Argument::word("certificate", "certificate", certificate.as_str())
}

fn lapsed(
    certificate: Certificate,
    levels: &[Level],
    back: &[QuestionCode],
    in_doubt: &[QuestionCode],
) -> Message<'static> {
    let cost = match either(levels) {
        None => Message::new("timeline.cost.no-level", Vec::new()),
        Some(levels) => Message::new("timeline.cost.levels", vec![levels.within("levels")]),
    };
    let sentence = match (back.is_empty(), in_doubt.is_empty()) {
        (true, true) => "timeline.certificate-lapsed",
        (false, true) => "timeline.certificate-lapsed.back",
        (true, false) => "timeline.certificate-lapsed.in-doubt",
        (false, false) => "timeline.certificate-lapsed.back-and-in-doubt",
    };
    let questions = [("back", back), ("inDoubt", in_doubt)].into_iter();
    let questions = questions.filter(|(_, codes)| !codes.is_empty()).map(|(name, codes)| Argument::codes(name, codes));
    Message::new(sentence, [named(certificate), cost.within("cost")].into_iter().chain(questions).collect())
}

/// One level or another.
fn either(levels: &[Level]) -> Option<Message<'static>> {
    let (first, others) = levels.split_first()?;
    Some(match either(others) {
        None => Message::new("timeline.level", vec![Argument::level(*first)]),
        Some(others) => Message::new("timeline.levels", vec![Argument::level(*first), others.within("others")]),
    })
}
