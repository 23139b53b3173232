//! What a published status unlocks: services, contracts and data that ask for one, as dated, sourced data.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use crate::bank::{
    BankError, Certainty, Fault, Level, Mistakes, Provenance, Source, SourceId, provenance_is_complete,
    sources_are_sorted_and_written,
};
use crate::reading::{Doc, Read, ReadError, document_format, read_document, record, words};

/// What a service asks for, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum ServiceNeed {
    /// No publication.
    NotRequired,
    /// Whatever the council, commissioner or local NHS body decides.
    VariesLocally,
    /// An approval for the single case; no level stands in for it.
    Approval,
    /// A publication, at whatever level.
    AnyPublication,
    /// A publication at Approaching Standards or higher.
    ApproachingStandards,
    /// A publication at Standards Met or higher.
    StandardsMet,
    /// A publication at Standards Exceeded.
    StandardsExceeded,
}

words!(pub ServiceNeed {
    NotRequired = "not-required",
    VariesLocally = "varies-locally",
    Approval = "approval",
    AnyPublication = "any-publication",
    ApproachingStandards = "approaching-standards",
    StandardsMet = "standards-met",
    StandardsExceeded = "standards-exceeded",
});

impl ServiceNeed {
    /// The lowest level that is enough, where a level is asked for.
    ///
    /// ```
    /// use dspt::{Level, ServiceNeed};
    ///
    /// assert_eq!(ServiceNeed::StandardsMet.level(), Some(Level::StandardsMet));
    /// assert_eq!(ServiceNeed::AnyPublication.level(), None);
    /// ```
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::NotRequired | Self::VariesLocally | Self::Approval | Self::AnyPublication => None,
            Self::ApproachingStandards => Some(Level::ApproachingStandards),
            Self::StandardsMet => Some(Level::StandardsMet),
            Self::StandardsExceeded => Some(Level::StandardsExceeded),
        }
    }
}

/// What some sources say that a service asks for, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServiceClaim {
    /// What it asks for.
    pub needs: ServiceNeed,
    /// Why that is believed.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The first day of which the claim speaks; absent where none is on record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day of which it no longer speaks; absent where it still does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl ServiceClaim {
    /// Whether the claim speaks of a day.
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| day >= from) && self.until.is_none_or(|until| day < until)
    }
}

impl<'de> Read<'de> for ServiceClaim {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            needs: ServiceNeed,
            certainty: Certainty,
            sources: Vec<SourceId>,
            because: Option<String>,
            from: Option<NaiveDate>,
            until: Option<NaiveDate>,
        }
        record!(Flat, "a claim with `needs`, `certainty` and `sources`", {
            needs: required "needs",
            certainty: required "certainty",
            sources: or_empty "sources",
            because: optional "because",
            from: optional "from",
            until: optional "until",
        });
        Ok(Flat::read(doc, source)?.map(|flat| Self {
            needs: flat.needs,
            provenance: Provenance { certainty: flat.certainty, sources: flat.sources, because: flat.because },
            from: flat.from,
            until: flat.until,
        }))
    }
}

/// Something that a publication may be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    /// Its id, formed like a source id.
    pub id: SourceId,
    /// What it is.
    pub name: String,
    /// What sources say that it asks for; several where they differ, at least one.
    pub claims: Vec<ServiceClaim>,
}

record!(Service, "a service with `id`, `name` and `claims`", {
    id: required "id",
    name: required "name",
    claims: required "claims",
});

document_format!(ServicesFormat = "dspt.services.v1");

/// The most bytes of a document of services.
const MAX_SERVICES: usize = 1024 * 1024;
/// The longest name of a service.
const MAX_NAME: usize = 120;

/// Services whose form is right and whose content has not been checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RawServices {
    format: ServicesFormat,
    services: Vec<Service>,
    sources: Vec<Source>,
}

record!(RawServices, "the services with `format`, `services` and `sources`", {
    format: required "format",
    services: required "services",
    sources: required "sources",
});

impl RawServices {
    /// Reads services of format `dspt.services.v1`.
    ///
    /// # Errors
    ///
    /// Text that is not JSON, a key that is unknown, missing or given twice, a value of the wrong type, a word outside
    /// its list (`"needs": "standards-surpassed"`), a date that does not exist, more than 1 MiB. All problems are
    /// reported at once.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, ReadError> {
        read_document(text.as_ref(), MAX_SERVICES)
    }

    /// Checks the content as that of a question bank is checked.
    ///
    /// # Errors
    ///
    /// Every mistake at once: services or sources twice or out of order, a service without a name or without a claim,
    /// a claim without a source, one that is not confirmed and gives no reason, a source that is not in the list, a
    /// period that ends before it begins.
    pub fn check(self) -> Result<Services, BankError> {
        let mut found = Mistakes::default();
        let known: BTreeSet<&SourceId> = self.sources.iter().map(|source| &source.id).collect();
        let ids = self.services.iter().enumerate();
        found.order(ids.map(|(at, service)| (format!("/services/{at}/id"), service.id.clone())));
        for (at, service) in self.services.iter().enumerate() {
            found.text(&format!("/services/{at}/name"), &service.name, MAX_NAME);
            if service.claims.is_empty() {
                found.push(format!("/services/{at}/claims"), Fault::RuleMissing);
            }
            for (claim_at, claim) in service.claims.iter().enumerate() {
                let pointer = format!("/services/{at}/claims/{claim_at}");
                found.period(&pointer, claim.from, claim.until);
                provenance_is_complete(&pointer, &claim.provenance, &known, &mut found);
            }
        }
        sources_are_sorted_and_written(&self.sources, &mut found);
        if found.0.is_empty() { Ok(Services { raw: self }) } else { Err(BankError::new(found.0)) }
    }
}

/// What publications are asked for, checked.
///
/// ```
/// use dspt::{ServiceNeed, Services};
///
/// let services = Services::built_in();
/// let contract = services.get("nhs-standard-contract").unwrap();
/// let needs: Vec<ServiceNeed> = contract.claims.iter().map(|claim| claim.needs).collect();
/// assert!(needs.contains(&ServiceNeed::StandardsMet) && needs.contains(&ServiceNeed::ApproachingStandards));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Services {
    raw: RawServices,
}

static BUILT_IN: OnceLock<Services> = OnceLock::new();

impl Services {
    /// The services that come with the library.
    pub fn built_in() -> &'static Self {
        BUILT_IN.get_or_init(load)
    }

    /// The services, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Service> {
        self.raw.services.iter()
    }

    /// The service with an id, if it is listed.
    pub fn get(&self, id: &str) -> Option<&Service> {
        let services = &self.raw.services;
        services.binary_search_by(|service| service.id.as_str().cmp(id)).ok().and_then(|at| services.get(at))
    }

    /// The sources, by id.
    pub fn sources(&self) -> &[Source] {
        &self.raw.sources
    }

    /// The source with an id, if it is listed.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        let sources = &self.raw.sources;
        sources.binary_search_by(|source| source.id.cmp(id)).ok().and_then(|at| sources.get(at))
    }

    /// The services as one JSON document of format `dspt.services.v1`, which [`RawServices::from_json`] reads back.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.raw).unwrap_or_default()
    }
}

impl<'a> IntoIterator for &'a Services {
    type Item = &'a Service;
    type IntoIter = std::slice::Iter<'a, Service>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn load() -> Services {
    let raw = RawServices::from_json(include_str!("../../question-bank/services.json"));
    #[expect(clippy::panic, reason = "the file is compiled in, and the tests check it")]
    match raw.map(RawServices::check) {
        Ok(Ok(services)) => services,
        Ok(Err(error)) => panic!("the built-in services are wrong: {error}"),
        Err(error) => panic!("the built-in services cannot be read: {error}"),
    }
}
