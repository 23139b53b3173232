//! The status as a report: what is published, what it is good for, and what comes next.

use chrono::NaiveDate;
use serde::Serialize;

use super::wording::Wording;
use crate::assessment::{Assessment, Holding, OdsCode};
use crate::bank::{Certificate, EditionId, Level, QuestionBank};
use crate::message::{InOurWords, Words};
use crate::publication::{
    Event, Lapse, Obstacle, PublicationStatus, Role, ServiceAnswer, Services, SiteStatus, Submission, ValidityPolicy,
    View, WrittenAnswer, calendar, label_on, lapse, publish, roll_up, status,
};
use crate::reading::{document_format, written_as};

document_format!(StatusFormat = "dspt.status.v1");

/// What is published for an organisation on a day, whether it still counts, what it is good for, and the days to come.
///
/// ```
/// use dspt::{StatusReport, ValidityPolicy};
///
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let bank = assessment.built_in_bank()?;
/// let day = "2026-06-01".parse().unwrap();
/// let report = StatusReport::new(&assessment, bank, day, ValidityPolicy::TwelveMonths);
/// assert!(report.is_evidence);
/// assert_eq!(report.publishing_now.len(), 3);
/// # Ok::<(), dspt::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusReport<'a> {
    /// The organisation.
    pub ods_code: &'a OdsCode,
    /// The day.
    pub as_of: NaiveDate,
    /// What the organisation sees: which questions, and what is marked mandatory.
    pub view: View,
    /// What is published.
    pub status: PublicationStatus<'a>,
    /// Whether the status can be shown as evidence; one that is out of date still shows, and cannot.
    pub is_evidence: bool,
    /// What is published for each site.
    pub sites: Vec<SiteStatus<'a>>,
    /// What the status does for each service.
    pub services: Vec<ServiceAnswer<'a>>,
    /// The edition whose label a publication on the day would carry, where that is on record.
    pub open_edition: Option<EditionId>,
    /// Whether each level can be published on the day.
    pub publishing_now: Vec<LevelNow>,
    /// What the end of Cyber Essentials Plus means, where it is held.
    pub cyber_essentials_plus_lapse: Option<PlusLapse>,
    /// The days to note, earliest first.
    pub days_to_come: Vec<Event>,
}

/// Whether a level can be published on the day, for the organisation alone and by an administrator member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LevelNow {
    /// The level.
    pub level: Level,
    /// The codes of the reasons against it; empty where it can be published.
    pub refused_by: Vec<&'static str>,
}

/// What the end of the Cyber Essentials Plus certificate means for the next publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlusLapse {
    /// The last day of the certificate.
    pub last_day: NaiveDate,
    /// What it means.
    #[serde(flatten)]
    pub lapse: Lapse,
}

impl<'a> StatusReport<'a> {
    /// The report on an assessment for a day, under a policy of how long publications count.
    pub fn new(assessment: &'a Assessment, bank: &QuestionBank, as_of: NaiveDate, policy: ValidityPolicy) -> Self {
        let published = status(assessment.publications(), as_of, policy);
        let evaluation = crate::evaluate(bank, assessment, as_of);
        let now = |level: &Level| {
            let submission = Submission { level: *level, by: Role::AdministratorMember, sites: &[] };
            let refusal = publish(&evaluation, &submission).err();
            let against = refusal.iter().flat_map(|refusal| &refusal.obstacles);
            LevelNow { level: *level, refused_by: against.map(Obstacle::code).collect() }
        };
        let plus_lapse = match assessment.organisation().holding(Certificate::CyberEssentialsPlus) {
            Some(Holding::Yes { expires_on, .. }) => {
                Some(PlusLapse { last_day: *expires_on, lapse: lapse(bank, Certificate::CyberEssentialsPlus) })
            }
            Some(Holding::No | Holding::NotSure) | None => None,
        };
        let level = match published {
            PublicationStatus::NotPublished => None,
            PublicationStatus::Published { publication, .. } => publication.level.level(),
        };
        Self {
            ods_code: &assessment.organisation().ods_code,
            as_of,
            view: View::of(bank, assessment.publications(), as_of),
            status: published,
            is_evidence: published.is_evidence(),
            sites: roll_up(assessment, as_of, policy),
            services: Services::built_in().unlocked_by(level, published.is_evidence(), as_of),
            open_edition: label_on(as_of),
            publishing_now: Level::ALL.iter().map(now).collect(),
            cyber_essentials_plus_lapse: plus_lapse,
            days_to_come: calendar(assessment, as_of, policy),
        }
    }

    /// The report as JSON of format `dspt.status.v1`.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The report as JSON of format `dspt.status.v1`, its messages in a host's words.
    pub fn to_json_in(&self, wording: &Wording) -> String {
        serde_json::to_string(&self.written(wording)).unwrap_or_default()
    }

    fn written<'b>(&'b self, words: &'b impl Words) -> WrittenStatus<'b> {
        WrittenStatus {
            format: StatusFormat,
            ods_code: self.ods_code,
            as_of: self.as_of,
            locale: words.locale(),
            view: self.view,
            status: self.status,
            is_evidence: self.is_evidence,
            sites: &self.sites,
            services: self.services.iter().map(|answer| answer.written(words)).collect(),
            open_edition: self.open_edition,
            publishing_now: &self.publishing_now,
            cyber_essentials_plus_lapse: self.cyber_essentials_plus_lapse.as_ref(),
            days_to_come: &self.days_to_come,
        }
    }
}

/// What is published for an organisation on a day, whether it still counts, what it is good for, and the days to come.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StatusReport"))]
#[serde(rename_all = "camelCase")]
struct WrittenStatus<'b> {
    format: StatusFormat,
    /// The organisation.
    ods_code: &'b OdsCode,
    /// The day.
    as_of: NaiveDate,
    /// The language of the words that a host gave for messages; absent where they are this project's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<&'b str>,
    /// What the organisation sees: which questions, and what is marked mandatory.
    view: View,
    /// What is published.
    status: PublicationStatus<'b>,
    /// Whether the status can be shown as evidence; one that is out of date still shows, and cannot.
    is_evidence: bool,
    /// What is published for each site.
    sites: &'b [SiteStatus<'b>],
    /// What the status does for each service.
    services: Vec<WrittenAnswer<'b>>,
    /// The edition whose label a publication on the day would carry, where that is on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    open_edition: Option<EditionId>,
    /// Whether each level can be published on the day.
    publishing_now: &'b [LevelNow],
    /// What the end of Cyber Essentials Plus means, where it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    cyber_essentials_plus_lapse: Option<&'b PlusLapse>,
    /// The days to note, earliest first.
    days_to_come: &'b [Event],
}

impl Serialize for StatusReport<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(StatusReport<'_> = WrittenStatus<'static>);
