//! The status as a report: what is published, what it is good for, and what comes next.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assessment::{Assessment, Holding, OdsCode};
use crate::bank::{Certificate, EditionId, Level, QuestionBank};
use crate::publication::{
    Event, Lapse, Obstacle, PublicationStatus, Role, ServiceAnswer, Services, SiteStatus, Submission, ValidityPolicy,
    View, calendar, label_on, lapse, publish, roll_up, status,
};
use crate::reading::document_format;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StatusReport<'a> {
    format: StatusFormat,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_edition: Option<EditionId>,
    /// Whether each level can be published on the day.
    pub publishing_now: Vec<LevelNow>,
    /// What the end of Cyber Essentials Plus means, where it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
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
            format: StatusFormat,
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
}
