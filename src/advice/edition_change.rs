//! What can change about an edition, each kind with its mirror image.

use chrono::NaiveDate;
use serde::Serialize;

use super::change::Mirror;
use super::gates::GateName;
use super::topic::DiffTopic;
use crate::bank::{AssertionGate, Certificate, Level, Opening, Rule, Scope};
use crate::reading::coded;

coded! {
    /// What changed about an edition.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
    #[non_exhaustive]
    pub enum EditionChange {
        /// It opened on another day.
        Opening {
            /// The opening in the edition compared from.
            opening_before: Opening,
            /// The opening in the edition compared to.
            opening_after: Opening,
        } = "opening",
        /// It has another deadline.
        Deadline {
            /// The deadline of the edition compared from.
            date_before: NaiveDate,
            /// The deadline of the edition compared to.
            date_after: NaiveDate,
        } = "deadline",
        /// Another number of questions is mandatory for a level, by the toolkit's own count on the deadline day.
        OfficialCount {
            /// The level.
            level: Level,
            /// The count in the edition compared from.
            count_before: u32,
            /// The count in the edition compared to.
            count_after: u32,
        } = "official-count",
        /// The toolkit shows another number of questions in all.
        Total {
            /// The number in the edition compared from.
            count_before: u32,
            /// The number in the edition compared to.
            count_after: u32,
        } = "total",
        /// The toolkit has another version number.
        ToolkitVersion {
            /// The number in the edition compared from.
            version_before: u32,
            /// The number in the edition compared to.
            version_after: u32,
        } = "toolkit-version",
        /// Its questions are for others.
        Scope {
            /// Whom they are for in the edition compared from.
            scope_before: Scope,
            /// Whom they are for in the edition compared to.
            scope_after: Scope,
        } = "scope",
        /// Answers that were carried over wait to be confirmed in the edition compared to only.
        ReconfirmationAsked = "reconfirmation-asked",
        /// Answers that were carried over wait to be confirmed in the edition compared from only.
        ReconfirmationNoLongerAsked = "reconfirmation-no-longer-asked",
        /// A certificate takes questions away in the edition compared to only.
        CertificateTakesQuestionsAway {
            /// The certificate.
            certificate: Certificate,
        } = "certificate-takes-questions-away",
        /// A certificate takes questions away in the edition compared from only.
        CertificateNoLongerTakesQuestionsAway {
            /// The certificate.
            certificate: Certificate,
        } = "certificate-no-longer-takes-questions-away",
        /// A gate of publication stands in the edition compared to only.
        GateSet {
            /// The gate.
            gate: GateName,
        } = "gate-set",
        /// A gate of publication stands in the edition compared from only.
        GateLifted {
            /// The gate.
            gate: GateName,
        } = "gate-lifted",
        /// Whoever has published before must confirm other assertions.
        AssertionsConfirmed {
            /// Which ones in the edition compared from.
            assertions_before: AssertionGate,
            /// Which ones in the edition compared to.
            assertions_after: AssertionGate,
        } = "assertions-confirmed",
        /// Whoever has published before must publish at another level at least.
        RepublishAtLeast {
            /// The level in the edition compared from.
            level_before: Level,
            /// The level in the edition compared to.
            level_after: Level,
        } = "republish-at-least",
        /// A level asks for something else, each rule in its best reading.
        LevelRule {
            /// The level.
            level: Level,
            /// The rule in the edition compared from.
            rule_before: Rule,
            /// The rule in the edition compared to.
            rule_after: Rule,
        } = "level-rule",
        /// The sources leave another reading of a level's rule open in the edition compared to only.
        ReadingLeftOpen {
            /// The level.
            level: Level,
            /// The other reading.
            rule: Rule,
        } = "reading-left-open",
        /// The sources leave another reading of a level's rule open in the edition compared from only.
        ReadingNoLongerOpen {
            /// The level.
            level: Level,
            /// The other reading.
            rule: Rule,
        } = "reading-no-longer-open",
        /// Only the edition compared to has it on record: what is known changed, perhaps not the rule.
        NowKnown {
            /// What is on record.
            topic: DiffTopic,
            /// The level it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            level: Option<Level>,
            /// The certificate it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            certificate: Option<Certificate>,
            /// The gate of publication it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            gate: Option<GateName>,
            /// What the edition compared to says, in words.
            says: String,
        } = "now-known",
        /// Only the edition compared from has it on record: what is known changed, perhaps not the rule.
        NoLongerKnown {
            /// What is on record.
            topic: DiffTopic,
            /// The level it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            level: Option<Level>,
            /// The certificate it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            certificate: Option<Certificate>,
            /// The gate of publication it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            gate: Option<GateName>,
            /// What the edition compared from says, in words.
            says: String,
        } = "no-longer-known",
    }
}

impl Mirror for EditionChange {
    fn mirrored(self) -> Self {
        match self {
            Self::Opening { opening_before: after, opening_after: before } => {
                Self::Opening { opening_before: before, opening_after: after }
            }
            Self::Deadline { date_before: after, date_after: before } => {
                Self::Deadline { date_before: before, date_after: after }
            }
            Self::OfficialCount { level, count_before: after, count_after: before } => {
                Self::OfficialCount { level, count_before: before, count_after: after }
            }
            Self::Total { count_before: after, count_after: before } => {
                Self::Total { count_before: before, count_after: after }
            }
            Self::ToolkitVersion { version_before: after, version_after: before } => {
                Self::ToolkitVersion { version_before: before, version_after: after }
            }
            Self::Scope { scope_before: after, scope_after: before } => {
                Self::Scope { scope_before: before, scope_after: after }
            }
            Self::ReconfirmationAsked => Self::ReconfirmationNoLongerAsked,
            Self::ReconfirmationNoLongerAsked => Self::ReconfirmationAsked,
            Self::CertificateTakesQuestionsAway { certificate } => {
                Self::CertificateNoLongerTakesQuestionsAway { certificate }
            }
            Self::CertificateNoLongerTakesQuestionsAway { certificate } => {
                Self::CertificateTakesQuestionsAway { certificate }
            }
            Self::GateSet { gate } => Self::GateLifted { gate },
            Self::GateLifted { gate } => Self::GateSet { gate },
            Self::AssertionsConfirmed { assertions_before: after, assertions_after: before } => {
                Self::AssertionsConfirmed { assertions_before: before, assertions_after: after }
            }
            Self::RepublishAtLeast { level_before: after, level_after: before } => {
                Self::RepublishAtLeast { level_before: before, level_after: after }
            }
            Self::ReadingLeftOpen { level, rule } => Self::ReadingNoLongerOpen { level, rule },
            Self::ReadingNoLongerOpen { level, rule } => Self::ReadingLeftOpen { level, rule },
            Self::LevelRule { level, rule_before: after, rule_after: before } => {
                Self::LevelRule { level, rule_before: before, rule_after: after }
            }
            Self::NowKnown { topic, level, certificate, gate, says } => {
                Self::NoLongerKnown { topic, level, certificate, gate, says }
            }
            Self::NoLongerKnown { topic, level, certificate, gate, says } => {
                Self::NowKnown { topic, level, certificate, gate, says }
            }
        }
    }
}
