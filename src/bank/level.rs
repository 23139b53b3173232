//! The three levels at which a social care provider can publish.

use crate::reading::words;

/// A level of the toolkit that can be reached; each one includes those below it.
///
/// ```
/// use dspt::Level;
///
/// assert!(Level::ApproachingStandards < Level::StandardsMet);
/// assert!(Level::StandardsMet < Level::StandardsExceeded);
/// assert_eq!(Level::StandardsMet.name(), "Standards Met");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Level {
    /// A first step for providers that have not published before; comes with an action plan.
    ApproachingStandards,
    /// What every provider is expected to reach.
    StandardsMet,
    /// A step beyond what is expected.
    StandardsExceeded,
}

words!(pub Level {
    ApproachingStandards = "approaching-standards",
    StandardsMet = "standards-met",
    StandardsExceeded = "standards-exceeded",
});

impl Level {
    /// The level as the toolkit prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ApproachingStandards => "Approaching Standards",
            Self::StandardsMet => "Standards Met",
            Self::StandardsExceeded => "Standards Exceeded",
        }
    }

    /// The level above, if there is one.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::ApproachingStandards => Some(Self::StandardsMet),
            Self::StandardsMet => Some(Self::StandardsExceeded),
            Self::StandardsExceeded => None,
        }
    }

    /// The position in the ladder, counted from nought.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::ApproachingStandards => 0,
            Self::StandardsMet => 1,
            Self::StandardsExceeded => 2,
        }
    }
}
