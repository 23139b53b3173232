//! Whom an edition is for.

use serde::Serialize;

use crate::reading::{record, words};

/// Whom an edition's questions are for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scope {
    /// The sector.
    pub sector: Sector,
    /// Where services can be covered.
    pub nations: Vec<Nation>,
}

record!(Scope, "a scope with `sector` and `nations`", { sector: required "sector", nations: required "nations" });

/// The sector under which an organisation is registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Sector {
    /// Adult social care.
    SocialCare,
    /// Any other; the questions here are not theirs.
    Other,
}

words!(pub Sector { SocialCare = "social-care", Other = "other" });

/// Where an organisation works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Nation {
    /// England, which the toolkit is for.
    England,
    /// Wales, which has its own toolkit.
    Wales,
    /// Scotland, which has its own toolkit.
    Scotland,
    /// Northern Ireland, which has its own.
    NorthernIreland,
    /// The Isle of Man, where some use the toolkit.
    IsleOfMan,
}

words!(pub Nation {
    England = "england",
    Wales = "wales",
    Scotland = "scotland",
    NorthernIreland = "northern-ireland",
    IsleOfMan = "isle-of-man",
});

impl Nation {
    /// The nation as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::England => "England",
            Self::Wales => "Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
            Self::IsleOfMan => "the Isle of Man",
        }
    }
}
