//! The points on which editions are compared.

use crate::reading::words;

/// A point of the question bank that can be on record for one edition and not for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum DiffTopic {
    /// When the edition opened.
    Opening,
    /// The last day on which publishing counts as on time.
    Deadline,
    /// How many questions are mandatory for a level.
    OfficialCount,
    /// How many questions the toolkit shows in all.
    Total,
    /// The version number of the toolkit.
    ToolkitVersion,
    /// Whom the questions are for.
    Scope,
    /// Whether answers that were carried over wait to be confirmed.
    Reconfirmation,
    /// Whether a certificate takes questions away.
    CertificateEffect,
    /// What stands before a publication.
    Gate,
    /// The rule of a level.
    LevelRule,
    /// Whether a question is mandatory for a level.
    Mandatory,
    /// The heading a question stands under.
    Heading,
    /// The kind of answer a question takes.
    EvidenceType,
    /// That a document is asked for beside others.
    Part,
    /// How "Not applicable" is answered.
    NotApplicable,
    /// What takes a question away.
    Exemption,
    /// When evidence must have been reviewed.
    ReviewWindow,
    /// How many people must have been trained.
    Threshold,
    /// Whether a rolling programme is accepted in place of the threshold.
    RollingProgramme,
    /// When a question is needed.
    NeededWhen,
    /// What the answer to a question says whether it was found.
    LooksFor,
}

words!(pub DiffTopic {
    Opening = "opening",
    Deadline = "deadline",
    OfficialCount = "official-count",
    Total = "total",
    ToolkitVersion = "toolkit-version",
    Scope = "scope",
    Reconfirmation = "reconfirmation",
    CertificateEffect = "certificate-effect",
    Gate = "gate",
    LevelRule = "level-rule",
    Mandatory = "mandatory",
    Heading = "heading",
    EvidenceType = "evidence-type",
    Part = "part",
    NotApplicable = "not-applicable",
    Exemption = "exemption",
    ReviewWindow = "review-window",
    Threshold = "threshold",
    RollingProgramme = "rolling-programme",
    NeededWhen = "needed-when",
    LooksFor = "looks-for",
});

impl DiffTopic {
    /// The topic in the middle of a sentence that has said what it is about.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Opening => "the opening",
            Self::Deadline => "the deadline",
            Self::OfficialCount | Self::Total => "the number",
            Self::ToolkitVersion => "the version",
            Self::Scope => "whom they are for",
            Self::LevelRule | Self::Gate => "the rule",
            Self::Mandatory => "whether it is mandatory",
            Self::Heading => "the heading",
            Self::EvidenceType => "the kind of answer",
            Self::Part => "whether that is asked for",
            Self::NotApplicable => "the way to say so",
            Self::Exemption | Self::RollingProgramme | Self::CertificateEffect | Self::Reconfirmation => {
                "whether that is so"
            }
            Self::ReviewWindow => "the time of the review",
            Self::Threshold => "the share",
            Self::NeededWhen => "when it is needed",
            Self::LooksFor => "what it looks for",
        }
    }
}
