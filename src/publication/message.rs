//! Obstacles, notes, faults of action plans and answers about services as messages.

use super::plan::{PlanFault, PlanFaultKind};
use super::publish::NoteKind;
use super::refusal::ObstacleKind;
use crate::bank::Nation;
use crate::message::{Argument, Message, word_called};

impl ObstacleKind {
    /// What stands in the way, as a message.
    pub(crate) fn said(&self) -> Message<'static> {
        let date = |name, value| Argument::Date { name, value };
        let place = |nation: Nation| Argument::word("place", "place", nation.as_str());
        match self {
            Self::QuestionsOutstanding { level, questions } => Message::new(
                "obstacle.questions-outstanding",
                vec![
                    Argument::count("count", questions.len()),
                    Argument::level(*level),
                    Argument::codes("questions", questions),
                ],
            ),
            Self::CertificateMissing { level, certificate } => Message::new(
                "obstacle.certificate-missing",
                vec![Argument::level(*level), Argument::word("certificate", "certificate", certificate.as_str())],
            ),
            Self::LevelUndetermined { level } => {
                Message::new("obstacle.level-undetermined", vec![Argument::level(*level)])
            }
            Self::NoWayOpen { level } => Message::new("obstacle.no-way-open", vec![Argument::level(*level)]),
            Self::LevelUnknown { level } => Message::new("obstacle.level-unknown", vec![Argument::level(*level)]),
            Self::ApproachingOnlyFirst { published_on } => {
                Message::new("obstacle.approaching-only-first", vec![date("publishedOn", *published_on)])
            }
            Self::BelowRepublication { least } => {
                Message::new("obstacle.below-republication", vec![Argument::word("least", "level", least.as_str())])
            }
            Self::ActionPlanMissing => Message::new("obstacle.action-plan-missing", Vec::new()),
            Self::ActionPlanFaulty { fault } => Message::new(
                "obstacle.action-plan-faulty",
                vec![Argument::Question { name: "question", value: fault.question }, fault.said().within("fault")],
            ),
            Self::ProfileNotConfirmed => Message::new("obstacle.profile-not-confirmed", Vec::new()),
            Self::ProfileChanged { changed_on, confirmed_on } => Message::new(
                "obstacle.profile-changed",
                vec![date("changedOn", *changed_on), date("confirmedOn", *confirmed_on)],
            ),
            Self::ProfileConfirmedInFuture { confirmed_on } => {
                Message::new("obstacle.profile-confirmed-in-future", vec![date("confirmedOn", *confirmed_on)])
            }
            Self::AssertionsNotConfirmed { assertions } => {
                Message::new("obstacle.assertions-not-confirmed", vec![Argument::codes("assertions", assertions)])
            }
            Self::AnswersNotReconfirmed { questions } => {
                Message::new("obstacle.answers-not-reconfirmed", vec![Argument::codes("questions", questions)])
            }
            Self::EditionNotOpen { opening } => {
                Message::new("obstacle.edition-not-open", vec![date("opening", *opening)])
            }
            Self::EditionClosed { next } => {
                Message::new("obstacle.edition-closed", vec![Argument::Edition { name: "next", value: *next }])
            }
            Self::OtherEdition { given } => {
                Message::new("obstacle.other-edition", vec![Argument::Edition { name: "given", value: *given }])
            }
            Self::BeforeLastPublication { last } => {
                Message::new("obstacle.before-last-publication", vec![date("last", *last)])
            }
            Self::RoleMayNotPublish { role } => Message::new(
                "obstacle.role-may-not-publish",
                vec![Argument::word("role", "role-in-messages", role.as_str())],
            ),
            Self::OutsideTheScope { nation } => Message::new("obstacle.outside-the-scope", vec![place(*nation)]),
            Self::OtherSector => Message::new("obstacle.other-sector", Vec::new()),
            Self::SiteNotOnRecord { site } => {
                Message::new("obstacle.site-not-on-record", vec![Argument::code("site", site)])
            }
            Self::SiteDiffers { site, differences } => {
                let labels = "site-difference";
                let values = differences.iter().map(|called| word_called(labels, called)).collect();
                Message::new(
                    "obstacle.site-differs",
                    vec![Argument::code("site", site), Argument::Words { name: "differences", labels, values }],
                )
            }
            Self::SiteOutsideTheScope { site, nation } => {
                Message::new("obstacle.site-outside-the-scope", vec![Argument::code("site", site), place(*nation)])
            }
            Self::SitesNeedHeadOffice { own } => {
                Message::new("obstacle.sites-need-head-office", vec![Argument::code("own", own)])
            }
        }
    }
}

impl NoteKind {
    /// What is worth knowing, as a message.
    pub(crate) fn said(&self) -> Message<'static> {
        match self {
            Self::NoSiteCovered { own } => Message::new("note.no-site-covered", vec![Argument::code("own", own)]),
            Self::SitesLeftOut { sites } => Message::new("note.sites-left-out", vec![Argument::codes("sites", sites)]),
            Self::OpeningUncertain => Message::new("note.opening-uncertain", Vec::new()),
            Self::AssertionsUncertain => Message::new("note.assertions-uncertain", Vec::new()),
            Self::AssertionsNotListed => Message::new("note.assertions-not-listed", Vec::new()),
            Self::LevelInferred => Message::new("note.level-inferred", Vec::new()),
        }
    }
}

impl PlanFault {
    /// What is wrong with the plan there, as a message.
    pub(crate) fn said(&self) -> Message<'static> {
        self.kind.said()
    }
}

impl PlanFaultKind {
    pub(super) fn said(self) -> Message<'static> {
        let date = |name, value| Argument::Date { name, value };
        match self {
            Self::Omitted => Message::new("plan-fault.omitted", Vec::new()),
            Self::CannotBeDeferred => Message::new("plan-fault.cannot-be-deferred", Vec::new()),
            Self::Unknown => Message::new("plan-fault.unknown", Vec::new()),
            Self::Twice => Message::new("plan-fault.twice", Vec::new()),
            Self::OwnerMissing => Message::new("plan-fault.owner-missing", Vec::new()),
            Self::DueDayMissing => Message::new("plan-fault.due-day-missing", Vec::new()),
            Self::DueDayPassed { due_on } => Message::new("plan-fault.due-day-passed", vec![date("dueOn", due_on)]),
            Self::DoneYetOutstanding => Message::new("plan-fault.done-yet-outstanding", Vec::new()),
            Self::DueTooLate { due_on, latest } => {
                Message::new("plan-fault.due-too-late", vec![date("dueOn", due_on), date("latest", latest)])
            }
        }
    }
}
