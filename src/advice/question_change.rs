//! What can change about a question, each kind with its mirror image.

use serde::Serialize;

use super::change::Mirror;
use super::topic::DiffTopic;
use crate::bank::{
    EvidenceType, ExemptionGround, Heading, Level, NotApplicable, QuestionCode, Relation, SourceId, Window,
};
use crate::reading::coded;

coded! {
    /// What changed about a question.
    ///
    /// Whether a question is mandatory is judged on each edition's deadline day.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
    #[non_exhaustive]
    pub enum QuestionChange {
        /// Only the edition compared to has it.
        Added = "added",
        /// Only the edition compared from has it.
        Removed = "removed",
        /// Only the bank of the edition compared to lists it; whether the other edition has it is not on record.
        NewOnRecord = "new-on-record",
        /// Only the bank of the edition compared from lists it; whether the other edition has it is not on record.
        NoLongerOnRecord = "no-longer-on-record",
        /// It has another code.
        Renumbered {
            /// The code in the edition compared from.
            code_before: QuestionCode,
            /// The code in the edition compared to.
            code_after: QuestionCode,
        } = "renumbered",
        /// The official question asks the same in other words, or for more, or for less.
        Reworded {
            /// How the question of the edition compared to relates to the other.
            relation: Relation,
        } = "reworded",
        /// It asks for something that is only partly the same.
        Replaced = "replaced",
        /// It is mandatory for a level in the edition compared to only.
        NewlyMandatory {
            /// The level.
            level: Level,
        } = "newly-mandatory",
        /// It is mandatory for a level in the edition compared from only.
        NoLongerMandatory {
            /// The level.
            level: Level,
        } = "no-longer-mandatory",
        /// It stands under another heading.
        Heading {
            /// The heading in the edition compared from.
            heading_before: Heading,
            /// The heading in the edition compared to.
            heading_after: Heading,
        } = "heading",
        /// It takes another kind of answer.
        EvidenceType {
            /// The kind in the edition compared from.
            evidence_before: EvidenceType,
            /// The kind in the edition compared to.
            evidence_after: EvidenceType,
        } = "evidence-type",
        /// A document is asked for beside others in the edition compared to only.
        PartAsked {
            /// The id of the part.
            part: SourceId,
            /// What it is.
            title: String,
        } = "part-asked",
        /// A document is asked for beside others in the edition compared from only.
        PartNoLongerAsked {
            /// The id of the part.
            part: SourceId,
            /// What it is.
            title: String,
        } = "part-no-longer-asked",
        /// "Not applicable" is answered in another way.
        NotApplicable {
            /// The route in the edition compared from; absent where "Not applicable" is not accepted.
            #[serde(skip_serializing_if = "Option::is_none")]
            route_before: Option<NotApplicable>,
            /// The route in the edition compared to; absent where "Not applicable" is not accepted.
            #[serde(skip_serializing_if = "Option::is_none")]
            route_after: Option<NotApplicable>,
        } = "not-applicable",
        /// Something takes it away in the edition compared to only.
        Exempted {
            /// What takes it away.
            by: ExemptionGround,
        } = "exempted",
        /// Something takes it away in the edition compared from only.
        NoLongerExempted {
            /// What takes it away.
            by: ExemptionGround,
        } = "no-longer-exempted",
        /// Its evidence must have been reviewed at another time.
        ReviewWindow {
            /// The window in the edition compared from; absent where none is on record.
            #[serde(skip_serializing_if = "Option::is_none")]
            window_before: Option<Window>,
            /// The window in the edition compared to; absent where none is on record.
            #[serde(skip_serializing_if = "Option::is_none")]
            window_after: Option<Window>,
        } = "review-window",
        /// Another share of people, or of other people, must have been trained.
        Threshold {
            /// The percentage in the edition compared from; absent where none is on record.
            #[serde(skip_serializing_if = "Option::is_none")]
            percent_before: Option<u32>,
            /// Whom it counts there.
            #[serde(skip_serializing_if = "Option::is_none")]
            counts_before: Option<String>,
            /// The percentage in the edition compared to; absent where none is on record.
            #[serde(skip_serializing_if = "Option::is_none")]
            percent_after: Option<u32>,
            /// Whom it counts there.
            #[serde(skip_serializing_if = "Option::is_none")]
            counts_after: Option<String>,
        } = "threshold",
        /// A rolling programme is accepted in place of the threshold in the edition compared to only.
        RollingProgrammeAccepted = "rolling-programme-accepted",
        /// A rolling programme is accepted in place of the threshold in the edition compared from only.
        RollingProgrammeNoLongerAccepted = "rolling-programme-no-longer-accepted",
        /// It is needed in other cases.
        NeededWhen {
            /// The deciding question in the edition compared from; absent where it is always needed.
            #[serde(skip_serializing_if = "Option::is_none")]
            found_before: Option<QuestionCode>,
            /// The deciding question in the edition compared to; absent where it is always needed.
            #[serde(skip_serializing_if = "Option::is_none")]
            found_after: Option<QuestionCode>,
        } = "needed-when",
        /// Its answer says of something else whether it was found.
        LooksFor {
            /// What it looks for in the edition compared from; absent where its answer does not say.
            #[serde(skip_serializing_if = "Option::is_none")]
            looks_for_before: Option<String>,
            /// What it looks for in the edition compared to; absent where its answer does not say.
            #[serde(skip_serializing_if = "Option::is_none")]
            looks_for_after: Option<String>,
        } = "looks-for",
        /// Only the edition compared to has it on record: what is known changed, perhaps not the rule.
        NowKnown {
            /// What is on record.
            topic: DiffTopic,
            /// The level it is about, where it is about one.
            #[serde(skip_serializing_if = "Option::is_none")]
            level: Option<Level>,
            /// What may take the question away, where it is about that.
            #[serde(skip_serializing_if = "Option::is_none")]
            by: Option<ExemptionGround>,
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
            /// What may take the question away, where it is about that.
            #[serde(skip_serializing_if = "Option::is_none")]
            by: Option<ExemptionGround>,
            /// What the edition compared from says, in words.
            says: String,
        } = "no-longer-known",
    }
}

impl Mirror for QuestionChange {
    fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::NewOnRecord => Self::NoLongerOnRecord,
            Self::NoLongerOnRecord => Self::NewOnRecord,
            Self::Renumbered { code_before: after, code_after: before } => {
                Self::Renumbered { code_before: before, code_after: after }
            }
            Self::Reworded { relation } => Self::Reworded { relation: converse(relation) },
            Self::Replaced => Self::Replaced,
            Self::NewlyMandatory { level } => Self::NoLongerMandatory { level },
            Self::NoLongerMandatory { level } => Self::NewlyMandatory { level },
            Self::Heading { heading_before: after, heading_after: before } => {
                Self::Heading { heading_before: before, heading_after: after }
            }
            Self::EvidenceType { evidence_before: after, evidence_after: before } => {
                Self::EvidenceType { evidence_before: before, evidence_after: after }
            }
            Self::PartAsked { part, title } => Self::PartNoLongerAsked { part, title },
            Self::PartNoLongerAsked { part, title } => Self::PartAsked { part, title },
            Self::NotApplicable { route_before: after, route_after: before } => {
                Self::NotApplicable { route_before: before, route_after: after }
            }
            Self::Exempted { by } => Self::NoLongerExempted { by },
            Self::NoLongerExempted { by } => Self::Exempted { by },
            Self::ReviewWindow { window_before: after, window_after: before } => {
                Self::ReviewWindow { window_before: before, window_after: after }
            }
            Self::Threshold { percent_before, counts_before, percent_after, counts_after } => Self::Threshold {
                percent_before: percent_after,
                counts_before: counts_after,
                percent_after: percent_before,
                counts_after: counts_before,
            },
            Self::RollingProgrammeAccepted => Self::RollingProgrammeNoLongerAccepted,
            Self::RollingProgrammeNoLongerAccepted => Self::RollingProgrammeAccepted,
            Self::NeededWhen { found_before: after, found_after: before } => {
                Self::NeededWhen { found_before: before, found_after: after }
            }
            Self::LooksFor { looks_for_before: after, looks_for_after: before } => {
                Self::LooksFor { looks_for_before: before, looks_for_after: after }
            }
            Self::NowKnown { topic, level, by, says } => Self::NoLongerKnown { topic, level, by, says },
            Self::NoLongerKnown { topic, level, by, says } => Self::NowKnown { topic, level, by, says },
        }
    }
}

/// The relation seen from the other side.
const fn converse(relation: Relation) -> Relation {
    match relation {
        Relation::SubsetOf => Relation::SupersetOf,
        Relation::SupersetOf => Relation::SubsetOf,
        Relation::EqualTo | Relation::EquivalentTo | Relation::IntersectsWith | Relation::NoRelationship => relation,
    }
}
