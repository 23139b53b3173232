//! What changed about the gates of publication.

use super::change::Found;
use super::edition_change::EditionChange;
use super::point::{Point, Side, compare};
use super::topic::DiffTopic;
use crate::bank::{AssertionGate, Fact, Gates, Level};
use crate::reading::words;

/// A gate of publication: what an edition asks for besides the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum GateName {
    /// The profile must be confirmed, and confirmed again once it has changed.
    ProfileConfirmed,
    /// Assertions must be confirmed by whoever has published before.
    AssertionsConfirmed,
    /// Approaching Standards can only be published by those who have not published before.
    ApproachingOnlyFirst,
    /// Approaching Standards needs an action plan.
    ActionPlan,
    /// There is a lowest level for those who have published before.
    RepublishAtLeast,
    /// A publication at Entry Level counts as having published before.
    EntryLevelCounts,
    /// Administrator members alone may publish.
    OnlyAdministratorsPublish,
    /// A publication covers only sites that are on record for the organisation.
    SitesOnRecord,
    /// A publication covers only sites that share the organisation's arrangements.
    SitesShareArrangements,
    /// Sites are covered from a head-office code only.
    SitesNeedHeadOffice,
}

words!(pub GateName {
    ProfileConfirmed = "profile-confirmed",
    AssertionsConfirmed = "assertions-confirmed",
    ApproachingOnlyFirst = "approaching-only-first",
    ActionPlan = "action-plan",
    RepublishAtLeast = "republish-at-least",
    EntryLevelCounts = "entry-level-counts",
    OnlyAdministratorsPublish = "only-administrators-publish",
    SitesOnRecord = "sites-on-record",
    SitesShareArrangements = "sites-share-arrangements",
    SitesNeedHeadOffice = "sites-need-head-office",
});

impl GateName {
    /// What the gate asks for where it stands, or what holds where it does not, behind the name of an edition.
    pub(super) const fn says(self, stands: bool) -> &'static str {
        match (self, stands) {
            (Self::ProfileConfirmed, true) => "the profile has to be confirmed before publishing",
            (Self::ProfileConfirmed, false) => "the profile need not be confirmed before publishing",
            (Self::AssertionsConfirmed, true) => "assertions have to be confirmed before publishing again",
            (Self::AssertionsConfirmed, false) => "no assertion need be confirmed before publishing again",
            (Self::ApproachingOnlyFirst, true) => "Approaching Standards is for a first publication only",
            (Self::ApproachingOnlyFirst, false) => "Approaching Standards is not for a first publication only",
            (Self::ActionPlan, true) => "Approaching Standards needs an action plan",
            (Self::ActionPlan, false) => "Approaching Standards needs no action plan",
            (Self::RepublishAtLeast, true) => "there is a lowest level for whoever has published before",
            (Self::RepublishAtLeast, false) => "there is no lowest level for whoever has published before",
            (Self::EntryLevelCounts, true) => "whoever has published at Entry Level has published before",
            (Self::EntryLevelCounts, false) => "whoever has published at Entry Level alone has not published before",
            (Self::OnlyAdministratorsPublish, true) => "administrator members alone may publish",
            (Self::OnlyAdministratorsPublish, false) => "not only administrator members may publish",
            (Self::SitesOnRecord, true) => "a publication covers only sites on record for the organisation",
            (Self::SitesOnRecord, false) => "a publication covers sites that are not on record for the organisation",
            (Self::SitesShareArrangements, true) => "a publication covers only sites that share the arrangements",
            (Self::SitesShareArrangements, false) => "a publication covers sites that do not share the arrangements",
            (Self::SitesNeedHeadOffice, true) => "sites are covered from a head-office code only",
            (Self::SitesNeedHeadOffice, false) => "sites are covered from other codes than a head office's",
        }
    }
}

pub(super) const fn assertions(which: AssertionGate) -> &'static str {
    match which {
        AssertionGate::Every => "every assertion has to be confirmed before publishing again",
        AssertionGate::WithMandatoryQuestions => {
            "the assertions with a mandatory question have to be confirmed before publishing again"
        }
    }
}

pub(super) fn at_least(level: Level) -> String {
    format!("whoever has published before publishes at {} or above", level.name())
}

/// The changes of the gates.
pub(super) fn changes(old: &Gates, new: &Gates) -> Vec<Found<EditionChange>> {
    // Every field stands here, so that a new gate cannot be left out.
    let Gates {
        profile_confirmed,
        assertions_confirmed,
        approaching_only_first,
        action_plan,
        republish_at_least,
        entry_level_counts,
        only_administrators_publish,
        sites_on_record,
        sites_share_arrangements,
        sites_need_head_office,
    } = new;
    let found = [
        switch(GateName::ProfileConfirmed, &old.profile_confirmed, profile_confirmed),
        gate(
            GateName::AssertionsConfirmed,
            &old.assertions_confirmed,
            assertions_confirmed,
            |before, after| EditionChange::AssertionsConfirmed { assertions_before: before, assertions_after: after },
            |which| assertions(which).to_owned(),
        ),
        switch(GateName::ApproachingOnlyFirst, &old.approaching_only_first, approaching_only_first),
        switch(GateName::ActionPlan, &old.action_plan, action_plan),
        gate(
            GateName::RepublishAtLeast,
            &old.republish_at_least,
            republish_at_least,
            |before, after| EditionChange::RepublishAtLeast { level_before: before, level_after: after },
            at_least,
        ),
        switch(GateName::EntryLevelCounts, &old.entry_level_counts, entry_level_counts),
        switch(GateName::OnlyAdministratorsPublish, &old.only_administrators_publish, only_administrators_publish),
        switch(GateName::SitesOnRecord, &old.sites_on_record, sites_on_record),
        switch(GateName::SitesShareArrangements, &old.sites_share_arrangements, sites_share_arrangements),
        switch(GateName::SitesNeedHeadOffice, &old.sites_need_head_office, sites_need_head_office),
    ];
    found.into_iter().flatten().collect()
}

/// The change of a gate that stands or does not.
fn switch(name: GateName, old: &Fact<bool>, new: &Fact<bool>) -> Option<Found<EditionChange>> {
    let stands =
        |_, after| if after { EditionChange::GateSet { gate: name } } else { EditionChange::GateLifted { gate: name } };
    gate(name, old, new, stands, |stands| name.says(stands).to_owned())
}

fn gate<T: Copy + PartialEq>(
    name: GateName,
    old: &Fact<T>,
    new: &Fact<T>,
    rule: impl FnOnce(T, T) -> EditionChange,
    says: impl FnOnce(T) -> String,
) -> Option<Found<EditionChange>> {
    compare(Point::of(old, |value| *value), Point::of(new, |value| *value))?.told(
        |before, after| Some(rule(before?, after?)),
        |side, value| {
            let (topic, level, certificate, gate, says) = (DiffTopic::Gate, None, None, Some(name), says(value));
            match side {
                Side::New => EditionChange::NowKnown { topic, level, certificate, gate, says },
                Side::Old => EditionChange::NoLongerKnown { topic, level, certificate, gate, says },
            }
        },
    )
}
