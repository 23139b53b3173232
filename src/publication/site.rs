//! The sites of a group: what is published for each.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::validity::{PublicationStatus, ValidityPolicy, status_of};
use crate::assessment::{Assessment, OdsCode, PastPublication};

/// What is published for one site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
/// keeps what it has published by itself. Of several, the latest counts. A site that a publication covers and that is no
/// longer on record comes last, without a name.
///
/// Source: in the register of September 2022, 286 of 356 sites of the same name as their head office share its status
/// and day; the rest look like publications of their own.
pub fn roll_up(assessment: &Assessment, day: NaiveDate, policy: ValidityPolicy) -> Vec<SiteStatus<'_>> {
    let on_record = assessment.sites();
    let listed = on_record.iter().map(|site| SiteStatus {
        ods_code: &site.ods_code,
        name: site.name.as_deref(),
        status: of_site(assessment, &site.ods_code, site.publications.iter(), day, policy),
    });
    let covered = assessment.publications().iter().flat_map(|publication| &publication.sites);
    let gone: BTreeSet<&OdsCode> =
        covered.filter(|code| on_record.iter().all(|site| site.ods_code != **code)).collect();
    let unlisted = gone.into_iter().map(|ods_code| SiteStatus {
        ods_code,
        name: None,
        status: of_site(assessment, ods_code, [].iter(), day, policy),
    });
    listed.chain(unlisted).collect()
}

fn of_site<'a>(
    assessment: &'a Assessment,
    code: &OdsCode,
    own: std::slice::Iter<'a, PastPublication>,
    day: NaiveDate,
    policy: ValidityPolicy,
) -> PublicationStatus<'a> {
    let covering = assessment.publications().iter().filter(|publication| publication.sites.contains(code));
    let mut all: Vec<&PastPublication> = own.chain(covering).collect();
    // Stable, so that of two on one day the head office's comes last and counts.
    all.sort_by_key(|publication| publication.published_on);
    status_of(all.into_iter(), day, policy)
}
