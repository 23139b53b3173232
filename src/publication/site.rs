//! The sites of a group: what is published for each.

use chrono::NaiveDate;
use serde::Serialize;

use super::validity::{PublicationStatus, ValidityPolicy, status_of};
use crate::assessment::{Assessment, OdsCode, PastPublication, Site};

/// What is published for one site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteStatus<'a> {
    /// The site.
    pub ods_code: &'a OdsCode,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    /// What is published for it.
    pub status: PublicationStatus<'a>,
}

/// What is published for each site of a group on a day.
///
/// A site that a head-office publication covers has the level and the day of that publication; a site that none covers
/// keeps what it has published by itself. Of several, the latest counts.
///
/// Source: in the register of September 2022, 286 of 356 sites of the same name as their head office share its status
/// and day; the rest look like publications of their own.
pub fn roll_up(assessment: &Assessment, day: NaiveDate, policy: ValidityPolicy) -> Vec<SiteStatus<'_>> {
    let line = |site| {
        let Site { ods_code, name, .. }: &Site = site;
        SiteStatus { ods_code, name: name.as_deref(), status: of_site(assessment, site, day, policy) }
    };
    assessment.sites().iter().map(line).collect()
}

fn of_site<'a>(
    assessment: &'a Assessment,
    site: &'a Site,
    day: NaiveDate,
    policy: ValidityPolicy,
) -> PublicationStatus<'a> {
    let covering = assessment.publications().iter().filter(|publication| publication.sites.contains(&site.ods_code));
    let mut all: Vec<&PastPublication> = site.publications.iter().chain(covering).collect();
    // Stable, so that of two on one day the head office's comes last and counts.
    all.sort_by_key(|publication| publication.published_on);
    status_of(all.into_iter(), day, policy)
}
