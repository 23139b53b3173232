//! A refusal: every reason against a publication, at once.

use chrono::NaiveDate;
use serde::Serialize;

use super::access::Role;
use super::plan::PlanFault;
use crate::assessment::OdsCode;
use crate::bank::{
    AssertionCode, Certainty, Certificate, EditionId, Level, Nation, Provenance, QuestionCode, SourceId,
};
use crate::evaluation::day;
use crate::reading::{coded, document_format, written_as};

/// Why an assessment cannot be published: every reason, not the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Refusal<'a> {
    format: RefusalFormat,
    /// The level asked for.
    pub level: Level,
    /// The day asked for.
    pub as_of: NaiveDate,
    /// The reasons; at least one.
    pub obstacles: Vec<Obstacle<'a>>,
}

document_format!(RefusalFormat = "dspt.refusal.v1");

impl<'a> Refusal<'a> {
    pub(super) fn new(level: Level, as_of: NaiveDate, obstacles: Vec<Obstacle<'a>>) -> Self {
        Self { format: RefusalFormat, level, as_of, obstacles }
    }

    /// The refusal as JSON of format `dspt.refusal.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// One reason against a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle<'a> {
    kind: ObstacleKind,
    certainty: Certainty,
    sources: &'a [SourceId],
}

impl<'a> Obstacle<'a> {
    pub(super) fn by(kind: ObstacleKind, fact: &'a Provenance) -> Self {
        Self { kind, certainty: fact.certainty, sources: &fact.sources }
    }

    pub(super) fn own(kind: ObstacleKind) -> Self {
        Self { kind, certainty: Certainty::Confirmed, sources: &[] }
    }

    /// What stands in the way, with its particulars.
    pub fn kind(&self) -> &ObstacleKind {
        &self.kind
    }

    /// The stable kebab-case code of its kind.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// How sure the rule behind it is.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The sources of the rule; empty where the rule is this library's own.
    pub fn sources(&self) -> &'a [SourceId] {
        self.sources
    }

    /// What stands in the way and what to do about it, for a care manager.
    pub fn message(&self) -> String {
        self.kind.to_string()
    }
}

/// An obstacle as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Obstacle"))]
struct WrittenObstacle<'b> {
    /// The stable code of what stands in the way.
    code: &'static str,
    /// The place in the assessment as a JSON Pointer; empty where it is about the submission itself.
    pointer: &'static str,
    /// How sure the rule behind it is.
    certainty: Certainty,
    /// What stands in the way and what to do about it, for a care manager.
    message: String,
    /// The questions it is about, in code order.
    questions: &'b [QuestionCode],
    /// What is wrong with the action plan, where it is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<PlanFault>,
    /// The site it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'b OdsCode>,
    /// The assertions that nobody has confirmed, where it is about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    assertions: Option<&'b [AssertionCode]>,
    /// The sources of the rule; empty where the rule is this library's own.
    sources: &'b [SourceId],
}

impl Serialize for Obstacle<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = WrittenObstacle {
            code: self.code(),
            pointer: self.kind.pointer(),
            certainty: self.certainty,
            message: self.message(),
            questions: self.kind.questions(),
            fault: match &self.kind {
                ObstacleKind::ActionPlanFaulty { fault } => Some(*fault),
                _ => None,
            },
            site: self.kind.site(),
            assertions: match &self.kind {
                ObstacleKind::AssertionsNotConfirmed { assertions } => Some(assertions),
                _ => None,
            },
            sources: self.sources,
        };
        written.serialize(serializer)
    }
}

written_as!(Obstacle<'_> = WrittenObstacle<'static>);

coded! {
    /// What stands in the way of a publication; the text says what to do about it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum ObstacleKind {
        /// Questions that the level asks for and that are not done.
        #[error("{} {} for {}: {}. Complete {} first.", questions.len(), if questions.len() == 1 { "question is outstanding" } else { "questions are outstanding" }, level.name(), list(questions), if questions.len() == 1 { "it" } else { "them" })]
        QuestionsOutstanding {
            /// The level asked for.
            level: Level,
            /// The questions, in code order.
            questions: Vec<QuestionCode>,
        } = "questions-outstanding",
        /// A certificate that the level asks for and that is not in date.
        #[error("{} asks for {}, and no certificate is in date on the day. Renew it and enter its dates, or choose another level.", level.name(), certificate.name())]
        CertificateMissing {
            /// The level asked for.
            level: Level,
            /// The certificate.
            certificate: Certificate,
        } = "certificate-missing",
        /// A level whose rule asks about questions that the bank does not list.
        #[error("{} asks for every question, and not all of them are on record here. Check it in the toolkit itself.", level.name())]
        LevelUndetermined {
            /// The level asked for.
            level: Level,
        } = "level-undetermined",
        /// A level that can be reached in several ways, none of which is open.
        #[error("{} can be reached in several ways, and none of them is open yet.", level.name())]
        NoWayOpen {
            /// The level asked for.
            level: Level,
        } = "no-way-open",
        /// A level that the edition does not have.
        #[error("The edition has no {}. Choose another level.", level.name())]
        LevelUnknown {
            /// The level asked for.
            level: Level,
        } = "level-unknown",
        /// Approaching Standards after an earlier publication.
        #[error("Approaching Standards is for a first publication only, and there was an earlier one on {}. Go on to Standards Met.", day(*published_on))]
        ApproachingOnlyFirst {
            /// The day of the earlier publication.
            published_on: NaiveDate,
        } = "approaching-only-first",
        /// A republication below the lowest level allowed.
        #[error("You have published before, so you can only publish at {} or above.", least.name())]
        BelowRepublication {
            /// The lowest level allowed.
            least: Level,
        } = "below-republication",
        /// Approaching Standards without an action plan.
        #[error("Approaching Standards comes with an action plan. Attach one.")]
        ActionPlanMissing = "action-plan-missing",
        /// Something wrong with the action plan.
        #[error("In the action plan, question {}: {}.", fault.question, fault.kind)]
        ActionPlanFaulty {
            /// What is wrong.
            fault: PlanFault,
        } = "action-plan-faulty",
        /// A profile that nobody has confirmed.
        #[error("The profile has not been confirmed. Check and confirm it.")]
        ProfileNotConfirmed = "profile-not-confirmed",
        /// A profile that has changed since it was confirmed.
        #[error("The profile was changed on {} and last confirmed on {}. Confirm it again.", day(*changed_on), day(*confirmed_on))]
        ProfileChanged {
            /// The day of the change.
            changed_on: NaiveDate,
            /// The day of the confirmation.
            confirmed_on: NaiveDate,
        } = "profile-changed",
        /// A confirmation of the profile on a day to come.
        #[error("The profile is said to be confirmed on {}, which is still to come. Correct the date.", day(*confirmed_on))]
        ProfileConfirmedInFuture {
            /// The day of the confirmation.
            confirmed_on: NaiveDate,
        } = "profile-confirmed-in-future",
        /// Assertions that nobody has confirmed.
        #[error("Tick \"confirmed\" for these assertions: {}. Those with optional questions count too.", list(assertions))]
        AssertionsNotConfirmed {
            /// The assertions.
            assertions: Vec<AssertionCode>,
        } = "assertions-not-confirmed",
        /// Answers carried over that nobody has confirmed, optional questions included.
        #[error("These answers were carried over and not confirmed: {}. Check that they still hold and confirm them.", list(questions))]
        AnswersNotReconfirmed {
            /// The questions.
            questions: Vec<QuestionCode>,
        } = "answers-not-reconfirmed",
        /// A day before the edition opened.
        #[error("Nothing can be published in this edition before {}.", day(*opening))]
        EditionNotOpen {
            /// The first day on which it can have been open.
            opening: NaiveDate,
        } = "edition-not-open",
        /// A day on which the next edition was open.
        #[error("Edition {next} was open by then. Carry the answers over and publish there.")]
        EditionClosed {
            /// The edition that had opened.
            next: EditionId,
        } = "edition-closed",
        /// Answers given for another edition.
        #[error("The answers were given for {given}. Carry them over first.")]
        OtherEdition {
            /// The edition they were given for.
            given: EditionId,
        } = "other-edition",
        /// A day before the last publication.
        #[error("The last publication was on {}. The past does not change; choose that day or a later one.", day(*last))]
        BeforeLastPublication {
            /// The day of the last publication.
            last: NaiveDate,
        } = "before-last-publication",
        /// A role that may not publish.
        #[error("The role {role} has no permission to publish. Ask an administrator member.")]
        RoleMayNotPublish {
            /// The role.
            role: Role,
        } = "role-may-not-publish",
        /// An organisation outside the nations that the toolkit covers.
        #[error("The organisation works in {}, and the toolkit covers England only.", nation.name())]
        OutsideTheScope {
            /// Where it works.
            nation: Nation,
        } = "outside-the-scope",
        /// An organisation of another sector.
        #[error("The organisation is not registered for social care, and these are the questions for social care. Correct the sector in the profile, or use the toolkit of your sector.")]
        OtherSector = "other-sector",
        /// A selected site that is not on record.
        #[error("Site {site} is not on record for the organisation. Have the ODS helpdesk link it, or let it publish for itself.")]
        SiteNotOnRecord {
            /// The site.
            site: OdsCode,
        } = "site-not-on-record",
        /// A selected site that works differently.
        #[error("Site {site} has its own {}. It needs an assessment of its own.", differences.join(", "))]
        SiteDiffers {
            /// The site.
            site: OdsCode,
            /// In what it differs.
            differences: Vec<&'static str>,
        } = "site-differs",
        /// A selected site outside the nations that the toolkit covers.
        #[error("Site {site} is in {}, and the toolkit covers England only. Take it out.", nation.name())]
        SiteOutsideTheScope {
            /// The site.
            site: OdsCode,
            /// Where it is.
            nation: Nation,
        } = "site-outside-the-scope",
        /// Sites selected by an organisation that is itself registered as a site.
        #[error("{own} is the code of a site. An assessment for several sites is registered on the head-office code.")]
        SitesNeedHeadOffice {
            /// The organisation's own code.
            own: OdsCode,
        } = "sites-need-head-office",
    }
}

pub(super) fn list<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl ObstacleKind {
    /// The place in the assessment as a JSON Pointer; empty where it is about the submission itself.
    pub fn pointer(&self) -> &'static str {
        match self {
            Self::QuestionsOutstanding { .. }
            | Self::AnswersNotReconfirmed { .. }
            | Self::LevelUndetermined { .. }
            | Self::NoWayOpen { .. } => "/responses",
            Self::CertificateMissing { certificate, .. } => match certificate {
                Certificate::CyberEssentialsPlus => "/organisation/cyberEssentialsPlus",
                Certificate::CyberEssentials => "/organisation/cyberEssentials",
                Certificate::Iso27001 => "/organisation/iso27001",
            },
            Self::ApproachingOnlyFirst { .. }
            | Self::BelowRepublication { .. }
            | Self::BeforeLastPublication { .. } => "/publications",
            Self::ActionPlanMissing | Self::ActionPlanFaulty { .. } => "/actionPlan",
            Self::ProfileNotConfirmed | Self::ProfileChanged { .. } | Self::ProfileConfirmedInFuture { .. } => {
                "/organisation/profileConfirmedOn"
            }
            Self::AssertionsNotConfirmed { .. } => "/assertionsConfirmed",
            Self::EditionNotOpen { .. } | Self::EditionClosed { .. } | Self::OtherEdition { .. } => "/edition",
            Self::OutsideTheScope { .. } => "/organisation/nation",
            Self::OtherSector => "/organisation/sector",
            Self::SiteNotOnRecord { .. } | Self::SiteDiffers { .. } | Self::SiteOutsideTheScope { .. } => "/sites",
            Self::SitesNeedHeadOffice { .. } => "/organisation/odsCode",
            Self::LevelUnknown { .. } | Self::RoleMayNotPublish { .. } => "",
        }
    }

    /// The site it is about, if it is about one.
    pub fn site(&self) -> Option<&OdsCode> {
        match self {
            Self::SiteNotOnRecord { site }
            | Self::SiteDiffers { site, .. }
            | Self::SiteOutsideTheScope { site, .. } => Some(site),
            _ => None,
        }
    }

    /// The questions it is about, in code order.
    pub fn questions(&self) -> &[QuestionCode] {
        match self {
            Self::QuestionsOutstanding { questions, .. } | Self::AnswersNotReconfirmed { questions } => questions,
            Self::ActionPlanFaulty { fault } => std::slice::from_ref(&fault.question),
            _ => &[],
        }
    }
}
