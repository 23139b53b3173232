//! The gates of publication: what an edition asks for besides the level.

use serde::Serialize;

use super::fact::{Fact, Stated};
use super::level::Level;
use crate::reading::{record, words};

/// What an edition asks for before an assessment can be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gates {
    /// Whether the profile must be confirmed, and confirmed again once it has changed.
    pub profile_confirmed: Fact<bool>,
    /// Which assertions must be confirmed by whoever has published before.
    pub assertions_confirmed: Fact<AssertionGate>,
    /// Whether Approaching Standards can only be published by those who have not published before.
    pub approaching_only_first: Fact<bool>,
    /// Whether Approaching Standards needs an action plan.
    pub action_plan: Fact<bool>,
    /// The lowest level for those who have published before.
    pub republish_at_least: Fact<Level>,
    /// Whether a publication at Entry Level counts as having published before.
    pub entry_level_counts: Fact<bool>,
    /// Whether administrator members alone may publish.
    pub only_administrators_publish: Fact<bool>,
    /// Whether a publication covers only sites that are on record for the organisation.
    pub sites_on_record: Fact<bool>,
    /// Whether a publication covers only sites that share the organisation's arrangements.
    pub sites_share_arrangements: Fact<bool>,
    /// Whether sites are covered from a head-office code only.
    pub sites_need_head_office: Fact<bool>,
}

record!(Gates, "the gates of publication", {
    profile_confirmed: required "profileConfirmed",
    assertions_confirmed: required "assertionsConfirmed",
    approaching_only_first: required "approachingOnlyFirst",
    action_plan: required "actionPlan",
    republish_at_least: required "republishAtLeast",
    entry_level_counts: required "entryLevelCounts",
    only_administrators_publish: required "onlyAdministratorsPublish",
    sites_on_record: required "sitesOnRecord",
    sites_share_arrangements: required "sitesShareArrangements",
    sites_need_head_office: required "sitesNeedHeadOffice",
});

/// Which assertions must be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum AssertionGate {
    /// Every one, those with optional questions that nobody has touched included.
    Every,
    /// Those with a mandatory question.
    WithMandatoryQuestions,
}

words!(pub AssertionGate { Every = "every", WithMandatoryQuestions = "with-mandatory-questions" });

impl Gates {
    /// Every fact.
    pub(crate) fn facts(&self) -> [Stated<'_>; 10] {
        [
            Stated::fact("/edition/gates/profileConfirmed", &self.profile_confirmed),
            Stated::fact("/edition/gates/assertionsConfirmed", &self.assertions_confirmed),
            Stated::fact("/edition/gates/approachingOnlyFirst", &self.approaching_only_first),
            Stated::fact("/edition/gates/actionPlan", &self.action_plan),
            Stated::fact("/edition/gates/republishAtLeast", &self.republish_at_least),
            Stated::fact("/edition/gates/entryLevelCounts", &self.entry_level_counts),
            Stated::fact("/edition/gates/onlyAdministratorsPublish", &self.only_administrators_publish),
            Stated::fact("/edition/gates/sitesOnRecord", &self.sites_on_record),
            Stated::fact("/edition/gates/sitesShareArrangements", &self.sites_share_arrangements),
            Stated::fact("/edition/gates/sitesNeedHeadOffice", &self.sites_need_head_office),
        ]
    }
}
