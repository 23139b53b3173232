//! How far each heading is, and everything together.

use serde::Serialize;

use super::evaluate::QuestionOutcome;
use super::reading::Case;
use crate::bank::{Heading, Level, Question, Readings};

/// How many of some questions are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Which questions are counted.
    pub group: Group,
    /// The level whose mandatory questions are counted; absent where all listed questions are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How many are done.
    pub done: u32,
    /// How many there are.
    pub total: u32,
}

/// The questions that are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Those under a heading.
    Heading(Heading),
    /// Those whose heading is not on record.
    HeadingNotOnRecord,
    /// All that the bank lists.
    Everything,
}

impl Group {
    /// The word that stands for it in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Heading(heading) => heading.as_str(),
            Self::HeadingNotOnRecord => "heading-not-on-record",
            Self::Everything => "everything",
        }
    }

    /// The group as people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading(heading) => heading.name(),
            Self::HeadingNotOnRecord => "Heading not on record",
            Self::Everything => "All together",
        }
    }

    /// Whether a question belongs to it.
    pub fn contains(self, question: &Question) -> bool {
        match self {
            Self::Heading(heading) => question.heading.known() == Some(&heading),
            Self::HeadingNotOnRecord => question.heading.known().is_none(),
            Self::Everything => true,
        }
    }

    /// The headings in the toolkit's order, then the questions without one; not everything together.
    pub fn headings() -> impl Iterator<Item = Self> {
        Heading::ALL.iter().copied().map(Self::Heading).chain([Self::HeadingNotOnRecord])
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Group {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Group".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let words: Vec<&str> = Self::headings().chain([Self::Everything]).map(Self::as_str).collect();
        let description = "The questions that are counted together: those of a heading, or all of them.";
        schemars::json_schema!({ "type": "string", "description": description, "enum": words })
    }
}

impl Serialize for Group {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The counts for every heading and for everything together: by level first, then for all listed questions.
pub(super) fn progress(case: &Case<'_>, questions: &[QuestionOutcome<'_>]) -> Vec<Progress> {
    let counted = |level: &&Level| case.bank.about().counts.iter().any(|count| count.level == **level);
    let levels = || Level::ALL.iter().filter(counted).copied().map(Some).chain([None]);
    let mut counts = Vec::new();
    for group in Group::headings().chain([Group::Everything]) {
        for level in levels() {
            let demanded = |question: &Question| {
                level.is_none_or(|level| question.mandatory_readings(level, case.as_of).holds(Readings::HEADLINE))
            };
            let (mut done, mut total) = (0_u32, 0_u32);
            for outcome in questions {
                if group.contains(outcome.question) && demanded(outcome.question) {
                    total = total.saturating_add(1);
                    done = done.saturating_add(u32::from(outcome.status.is_done()));
                }
            }
            if total > 0 {
                counts.push(Progress { group, level, done, total });
            }
        }
    }
    counts
}
