//! The organisation profile.

use chrono::{Months, NaiveDate};
use serde::{Deserializer, Serialize};

use super::ods::OdsCode;
use crate::bank::{Certificate, Nation, Sector};
use crate::reading::{Bounded, Cause, Doc, Read, missing, record, stray, words};

/// An organisation and its answers to the profile questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// Its ODS code.
    pub ods_code: OdsCode,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_NAME)))]
    pub name: Option<String>,
    /// Its sector; one registration has one.
    pub sector: Sector,
    /// Where in the British Isles it works.
    pub nation: Nation,
    /// Whether it uses NHSmail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nhsmail: Option<Nhsmail>,
    /// Whether it holds Cyber Essentials Plus.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cyber_essentials_plus: Option<Holding>,
    /// Whether it holds basic Cyber Essentials, which takes no question away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cyber_essentials: Option<Holding>,
    /// Whether it holds ISO 27001, which takes no question away in the social care view.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso_27001: Option<Holding>,
    /// Who holds the roles the profile asks about; all optional.
    #[serde(skip_serializing_if = "RoleHolders::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub role_holders: RoleHolders,
    /// The day on which the profile was last confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_confirmed_on: Option<NaiveDate>,
    /// The day on which the profile was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_changed_on: Option<NaiveDate>,
}

/// The most characters of a name.
const MAX_NAME: usize = 200;

impl<'de> Read<'de> for Organisation {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Flat {
            ods_code: OdsCode,
            name: Option<Bounded<MAX_NAME>>,
            sector: Sector,
            nation: Nation,
            nhsmail: Option<Nhsmail>,
            cyber_essentials_plus: Option<Holding>,
            cyber_essentials: Option<Holding>,
            iso_27001: Option<Holding>,
            role_holders: RoleHolders,
            profile_confirmed_on: Option<NaiveDate>,
            profile_changed_on: Option<NaiveDate>,
        }
        record!(Flat, "an organisation with `odsCode`, `sector` and `nation`", {
            ods_code: required "odsCode",
            name: optional "name",
            sector: required "sector",
            nation: required "nation",
            nhsmail: optional "nhsmail",
            cyber_essentials_plus: optional "cyberEssentialsPlus",
            cyber_essentials: optional "cyberEssentials",
            iso_27001: optional "iso27001",
            role_holders: or_empty "roleHolders",
            profile_confirmed_on: optional "profileConfirmedOn",
            profile_changed_on: optional "profileChangedOn",
        });
        Ok(Flat::read(doc, source)?.map(|flat| Self {
            ods_code: flat.ods_code,
            name: flat.name.map(|name| name.0),
            sector: flat.sector,
            nation: flat.nation,
            nhsmail: flat.nhsmail,
            cyber_essentials_plus: flat.cyber_essentials_plus,
            cyber_essentials: flat.cyber_essentials,
            iso_27001: flat.iso_27001,
            role_holders: flat.role_holders,
            profile_confirmed_on: flat.profile_confirmed_on,
            profile_changed_on: flat.profile_changed_on,
        }))
    }
}

impl Organisation {
    /// The answer about a certificate, if it was given.
    pub fn holding(&self, certificate: Certificate) -> Option<&Holding> {
        match certificate {
            Certificate::CyberEssentialsPlus => self.cyber_essentials_plus.as_ref(),
            Certificate::CyberEssentials => self.cyber_essentials.as_ref(),
            Certificate::Iso27001 => self.iso_27001.as_ref(),
        }
    }
}

/// Whether an organisation uses NHSmail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Nhsmail {
    /// It is the only email system.
    OnlyEmailSystem,
    /// It is used beside others.
    Used,
    /// It is not used.
    No,
    /// Nobody is sure.
    NotSure,
}

words!(pub Nhsmail { OnlyEmailSystem = "only-email-system", Used = "used", No = "no", NotSure = "not-sure" });

/// Whether an organisation holds a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "held", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Holding {
    /// It does.
    Yes {
        /// The day of issue, the first on which the certificate counts.
        issued_on: NaiveDate,
        /// The last day on which it counts.
        expires_on: NaiveDate,
    },
    /// It does not.
    No,
    /// Nobody is sure.
    NotSure,
}

impl<'de> Read<'de> for Holding {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            held: Held,
            issued_on: Option<NaiveDate>,
            expires_on: Option<NaiveDate>,
        }
        record!(Any, "an answer with `held`", {
            held: required "held",
            issued_on: optional "issuedOn",
            expires_on: optional "expiresOn",
        });
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        if any.held != Held::Yes {
            let kind = any.held.as_str();
            let clean = stray(doc, "issuedOn", kind, any.issued_on.is_some())
                & stray(doc, "expiresOn", kind, any.expires_on.is_some());
            return Ok(clean.then_some(if any.held == Held::No { Self::No } else { Self::NotSure }));
        }
        let complete =
            missing(doc, "issuedOn", any.issued_on.is_none()) & missing(doc, "expiresOn", any.expires_on.is_none());
        let (Some(issued_on), Some(expires_on), true) = (any.issued_on, any.expires_on, complete) else {
            return Ok(None);
        };
        if expires_on < issued_on {
            doc.report_at("expiresOn", Cause::BeforeStart { found: expires_on, earliest: issued_on });
            return Ok(None);
        }
        Ok(Some(Self::Yes { issued_on, expires_on }))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    Yes,
    No,
    NotSure,
}

words!(Held { Yes = "yes", No = "no", NotSure = "not-sure" });

impl Holding {
    /// Whether the certificate is in date on a day; the day of issue and the day of expiry both count.
    pub fn is_current_on(&self, day: NaiveDate) -> bool {
        matches!(self, Self::Yes { issued_on, expires_on } if (*issued_on..=*expires_on).contains(&day))
    }

    /// Whether the dates span more than the twelve months a Cyber Essentials certificate lasts.
    pub(crate) fn is_longer_than_a_year(&self) -> bool {
        match self {
            Self::Yes { issued_on, expires_on } => {
                issued_on.checked_add_months(Months::new(12)).is_some_and(|year| *expires_on > year)
            }
            Self::No | Self::NotSure => false,
        }
    }
}

/// Who holds the roles that the profile asks about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoleHolders {
    /// The Caldicott Guardian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caldicott_guardian: Option<String>,
    /// The senior information risk owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub senior_information_risk_owner: Option<String>,
    /// The information governance lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub information_governance_lead: Option<String>,
    /// The data protection officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_protection_officer: Option<String>,
}

record!(RoleHolders, "an object of role holders", {
    caldicott_guardian: optional "caldicottGuardian",
    senior_information_risk_owner: optional "seniorInformationRiskOwner",
    information_governance_lead: optional "informationGovernanceLead",
    data_protection_officer: optional "dataProtectionOfficer",
});

impl RoleHolders {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
