//! The sites of a provider with several.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserializer, Serialize};

use super::ods::OdsCode;
use super::past::History;
use crate::bank::Nation;
use crate::reading::{Bounded, Cause, Doc, Read, Segment, record, words};

/// A site that is on record for the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// Its own ODS code.
    pub ods_code: OdsCode,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_NAME)))]
    pub name: Option<String>,
    /// Where it is.
    pub nation: Nation,
    /// Whether it works as the head office's assessment says.
    pub arrangements: Arrangements,
    /// What it has published by itself.
    #[serde(skip_serializing_if = "History::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub publications: History,
}

/// The most characters of a name.
const MAX_NAME: usize = 200;

impl<'de> Read<'de> for Site {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            ods_code: OdsCode,
            name: Option<Bounded<MAX_NAME>>,
            nation: Nation,
            arrangements: Arrangements,
            publications: History,
        }
        record!(Flat, "a site with `odsCode`, `nation` and `arrangements`", {
            ods_code: required "odsCode",
            name: optional "name",
            nation: required "nation",
            arrangements: required "arrangements",
            publications: or_empty "publications",
        });
        Ok(Flat::read(doc, source)?.map(|flat| Self {
            ods_code: flat.ods_code,
            name: flat.name.map(|name| name.0),
            nation: flat.nation,
            arrangements: flat.arrangements,
            publications: flat.publications,
        }))
    }
}

/// The sites on record, each code once: two entries for a site could differ in what it shares.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Sites(Vec<Site>);

impl Sites {
    /// The sites in their order; of two with one code the later stays.
    pub(super) fn latest(sites: impl IntoIterator<Item = Site>) -> Self {
        let mut all: Vec<Site> = Vec::new();
        let mut places = BTreeMap::new();
        for site in sites {
            let place = *places.entry(site.ods_code.clone()).or_insert(all.len());
            match all.get_mut(place) {
                Some(earlier) => *earlier = site,
                None => all.push(site),
            }
        }
        Self(all)
    }

    pub(super) fn as_slice(&self) -> &[Site] {
        &self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Read<'de> for Sites {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        let Some(sites) = Vec::<Site>::read(doc, source)? else { return Ok(None) };
        let mut seen = BTreeSet::new();
        let mut once = true;
        for (at, site) in sites.iter().enumerate() {
            if !seen.insert(&site.ods_code) {
                once = false;
                let cause = Cause::DuplicateEntry { found: site.ods_code.to_string() };
                doc.within(Segment::Index(at), |doc| doc.report_at("odsCode", cause));
            }
        }
        Ok(once.then_some(Self(sites)))
    }
}

/// The four questions that decide whether one assessment can cover a site.
///
/// Source: the programme's page on multi-site organisations; one "no" means that the site needs its own assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Arrangements {
    /// Induction and training.
    pub training: Sharing,
    /// Policies and procedures.
    pub policies: Sharing,
    /// Data security, and what is done about breaches.
    pub data_security: Sharing,
    /// IT systems and devices.
    pub it: Sharing,
}

record!(Arrangements, "arrangements with `training`, `policies`, `dataSecurity` and `it`", {
    training: required "training",
    policies: required "policies",
    data_security: required "dataSecurity",
    it: required "it",
});

/// Whether a site works as the head office does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Sharing {
    /// It does.
    Shared,
    /// It has its own way.
    Different,
}

words!(pub Sharing { Shared = "shared", Different = "different" });

impl Arrangements {
    /// The arrangements in which the site differs, as people call them.
    pub fn differences(&self) -> impl Iterator<Item = &'static str> {
        let all = [
            ("training", self.training),
            ("policies and procedures", self.policies),
            ("arrangements for data security and breaches", self.data_security),
            ("IT systems and devices", self.it),
        ];
        all.into_iter().filter(|(_, sharing)| *sharing == Sharing::Different).map(|(name, _)| name)
    }
}
