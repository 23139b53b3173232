//! A refusal: every reason against a publication, at once.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::access::Role;
use super::plan::{PlanFault, WrittenFault};
use crate::assessment::OdsCode;
use crate::bank::{
    AssertionCode, Certainty, Certificate, EditionId, Level, Nation, Provenance, QuestionCode, SourceId,
};
use crate::message::{Argument, InOurWords, Words};
use crate::reading::{coded, document_format, written_as};

/// Why an assessment cannot be published: every reason, not the first.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal<'a> {
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
        Self { level, as_of, obstacles }
    }

    /// The refusal as JSON of format `dspt.refusal.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(crate) fn written<'b>(&'b self, words: &'b impl Words) -> WrittenRefusal<'b> {
        WrittenRefusal {
            format: RefusalFormat,
            level: self.level,
            as_of: self.as_of,
            locale: words.locale(),
            obstacles: self.obstacles.iter().map(|obstacle| obstacle.written(words)).collect(),
        }
    }
}

/// Why an assessment cannot be published: every reason, not the first.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Refusal"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct WrittenRefusal<'b> {
    format: RefusalFormat,
    /// The level asked for.
    level: Level,
    /// The day asked for.
    as_of: NaiveDate,
    /// The language of the words that a host gave for messages; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// The reasons; at least one.
    obstacles: Vec<WrittenObstacle<'b>>,
}

impl Serialize for Refusal<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(Refusal<'_> = WrittenRefusal<'static>);

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
        self.kind.said().text()
    }
}

/// An obstacle as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Obstacle"))]
pub(crate) struct WrittenObstacle<'b> {
    /// The stable code of what stands in the way.
    code: &'static str,
    /// The place in the assessment as a JSON Pointer; empty where it is about the submission itself.
    pointer: &'static str,
    /// How sure the rule behind it is.
    certainty: Certainty,
    /// What stands in the way and what to do about it, for a care manager.
    message: String,
    /// What the message is filled from, by name and in order, for words of one's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    arguments: Vec<Argument<'static>>,
    /// The questions it is about, in code order.
    questions: &'b [QuestionCode],
    /// What is wrong with the action plan, where it is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<WrittenFault>,
    /// The site it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'b OdsCode>,
    /// The assertions that nobody has confirmed, where it is about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    assertions: Option<&'b [AssertionCode]>,
    /// The sources of the rule; empty where the rule is this library's own.
    sources: &'b [SourceId],
}

impl Obstacle<'_> {
    fn written(&self, words: &impl Words) -> WrittenObstacle<'_> {
        let said = self.kind.said();
        WrittenObstacle {
            code: self.code(),
            pointer: self.kind.pointer(),
            certainty: self.certainty,
            message: words.say(&said),
            arguments: said.arguments,
            questions: self.kind.questions(),
            fault: match &self.kind {
                ObstacleKind::ActionPlanFaulty { fault } => Some(fault.written(words)),
                _ => None,
            },
            site: self.kind.site(),
            assertions: match &self.kind {
                ObstacleKind::AssertionsNotConfirmed { assertions } => Some(assertions),
                _ => None,
            },
            sources: self.sources,
        }
    }
}

impl Serialize for Obstacle<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(Obstacle<'_> = WrittenObstacle<'static>);

coded! {
    /// What stands in the way of a publication; the text says what to do about it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum ObstacleKind {
        /// Questions that the level asks for and that are not done.
        QuestionsOutstanding {
            /// The level asked for.
            level: Level,
            /// The questions, in code order.
            questions: Vec<QuestionCode>,
        } = "questions-outstanding",
        /// A certificate that the level asks for and that is not in date.
        CertificateMissing {
            /// The level asked for.
            level: Level,
            /// The certificate.
            certificate: Certificate,
        } = "certificate-missing",
        /// A level whose rule asks about questions that the bank does not list.
        LevelUndetermined {
            /// The level asked for.
            level: Level,
        } = "level-undetermined",
        /// A level that can be reached in several ways, none of which is open.
        NoWayOpen {
            /// The level asked for.
            level: Level,
        } = "no-way-open",
        /// A level that the edition does not have.
        LevelUnknown {
            /// The level asked for.
            level: Level,
        } = "level-unknown",
        /// Approaching Standards after an earlier publication.
        ApproachingOnlyFirst {
            /// The day of the earlier publication.
            published_on: NaiveDate,
        } = "approaching-only-first",
        /// A republication below the lowest level allowed.
        BelowRepublication {
            /// The lowest level allowed.
            least: Level,
        } = "below-republication",
        /// Approaching Standards without an action plan.
        ActionPlanMissing = "action-plan-missing",
        /// Something wrong with the action plan.
        ActionPlanFaulty {
            /// What is wrong.
            fault: PlanFault,
        } = "action-plan-faulty",
        /// A profile that nobody has confirmed.
        ProfileNotConfirmed = "profile-not-confirmed",
        /// A profile that has changed since it was confirmed.
        ProfileChanged {
            /// The day of the change.
            changed_on: NaiveDate,
            /// The day of the confirmation.
            confirmed_on: NaiveDate,
        } = "profile-changed",
        /// A confirmation of the profile on a day to come.
        ProfileConfirmedInFuture {
            /// The day of the confirmation.
            confirmed_on: NaiveDate,
        } = "profile-confirmed-in-future",
        /// Assertions that nobody has confirmed.
        AssertionsNotConfirmed {
            /// The assertions.
            assertions: Vec<AssertionCode>,
        } = "assertions-not-confirmed",
        /// Answers carried over that nobody has confirmed, optional questions included.
        AnswersNotReconfirmed {
            /// The questions.
            questions: Vec<QuestionCode>,
        } = "answers-not-reconfirmed",
        /// A day before the edition opened.
        EditionNotOpen {
            /// The first day on which it can have been open.
            opening: NaiveDate,
        } = "edition-not-open",
        /// A day on which the next edition was open.
        EditionClosed {
            /// The edition that had opened.
            next: EditionId,
        } = "edition-closed",
        /// Answers given for another edition.
        OtherEdition {
            /// The edition they were given for.
            given: EditionId,
        } = "other-edition",
        /// A day before the last publication.
        BeforeLastPublication {
            /// The day of the last publication.
            last: NaiveDate,
        } = "before-last-publication",
        /// A role that may not publish.
        RoleMayNotPublish {
            /// The role.
            role: Role,
        } = "role-may-not-publish",
        /// An organisation outside the nations that the toolkit covers.
        OutsideTheScope {
            /// Where it works.
            nation: Nation,
        } = "outside-the-scope",
        /// An organisation of another sector.
        OtherSector = "other-sector",
        /// A selected site that is not on record.
        SiteNotOnRecord {
            /// The site.
            site: OdsCode,
        } = "site-not-on-record",
        /// A selected site that works differently.
        SiteDiffers {
            /// The site.
            site: OdsCode,
            /// In what it differs.
            differences: Vec<&'static str>,
        } = "site-differs",
        /// A selected site outside the nations that the toolkit covers.
        SiteOutsideTheScope {
            /// The site.
            site: OdsCode,
            /// Where it is.
            nation: Nation,
        } = "site-outside-the-scope",
        /// Sites selected by an organisation that is itself registered as a site.
        SitesNeedHeadOffice {
            /// The organisation's own code.
            own: OdsCode,
        } = "sites-need-head-office",
    }
}

impl fmt::Display for ObstacleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said().text())
    }
}

impl std::error::Error for ObstacleKind {}

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
