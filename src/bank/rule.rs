//! The rules of the levels, as data in a small closed algebra.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserializer, Serialize};

use super::fact::{Certainty, Fact, Readings};
use super::level::Level;
use super::question::Question;
use crate::reading::{Doc, Read, missing, record, stray, words};

/// What a level asks for.
///
/// The algebra cannot loop and holds no text to interpret. Adding an answer or a certificate never turns a rule that
/// holds into one that does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Rule {
    /// Every one of the rules holds.
    AllOf {
        /// The rules; at least one.
        rules: Vec<Rule>,
    },
    /// At least one of the rules holds.
    AnyOf {
        /// The rules; at least one.
        rules: Vec<Rule>,
    },
    /// Every question that is mandatory for the level on the day is done.
    EveryMandatoryComplete {
        /// The level.
        level: Level,
    },
    /// Every question of the edition is done, mandatory or not.
    EveryQuestionComplete,
    /// A lower level is met.
    LevelMet {
        /// The level.
        level: Level,
    },
    /// The organisation holds a certificate that is in date on the day.
    CertificateCurrent {
        /// The certificate.
        certificate: Certificate,
    },
}

/// How many rules may stand within each other around another.
const MAX_DEPTH: usize = 8;

impl<'de> Read<'de> for Rule {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            kind: RuleKind,
            rules: Option<Vec<Rule>>,
            level: Option<Level>,
            certificate: Option<Certificate>,
        }
        record!(Any, "a rule with `kind`", {
            kind: required "kind",
            rules: optional "rules",
            level: optional "level",
            certificate: optional "certificate",
        });
        // Rules are read, checked and applied rule within rule, so their depth is bounded for the sake of the stack.
        if doc.depth_of("rules") > MAX_DEPTH {
            return Err(D::Error::custom("recursion limit of rules"));
        }
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        let kind = any.kind.as_str();
        let (takes_rules, takes_level, takes_certificate) = match any.kind {
            RuleKind::AllOf | RuleKind::AnyOf => (true, false, false),
            RuleKind::EveryMandatoryComplete | RuleKind::LevelMet => (false, true, false),
            RuleKind::EveryQuestionComplete => (false, false, false),
            RuleKind::CertificateCurrent => (false, false, true),
        };
        let strays = [
            ("rules", any.rules.is_some(), takes_rules),
            ("level", any.level.is_some(), takes_level),
            ("certificate", any.certificate.is_some(), takes_certificate),
        ];
        for (key, given, taken) in strays {
            stray(doc, key, kind, given && !taken);
            missing(doc, key, taken && !given);
        }
        Ok(match any.kind {
            RuleKind::AllOf => any.rules.map(|rules| Self::AllOf { rules }),
            RuleKind::AnyOf => any.rules.map(|rules| Self::AnyOf { rules }),
            RuleKind::EveryMandatoryComplete => any.level.map(|level| Self::EveryMandatoryComplete { level }),
            RuleKind::EveryQuestionComplete => Some(Self::EveryQuestionComplete),
            RuleKind::LevelMet => any.level.map(|level| Self::LevelMet { level }),
            RuleKind::CertificateCurrent => any.certificate.map(|certificate| Self::CertificateCurrent { certificate }),
        })
    }
}

#[derive(Clone, Copy)]
enum RuleKind {
    AllOf,
    AnyOf,
    EveryMandatoryComplete,
    EveryQuestionComplete,
    LevelMet,
    CertificateCurrent,
}

words!(RuleKind {
    AllOf = "all-of",
    AnyOf = "any-of",
    EveryMandatoryComplete = "every-mandatory-complete",
    EveryQuestionComplete = "every-question-complete",
    LevelMet = "level-met",
    CertificateCurrent = "certificate-current",
});

/// A certificate that the organisation profile asks about or that providers often bring up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Certificate {
    /// Cyber Essentials Plus, tested by an assessor.
    CyberEssentialsPlus,
    /// Cyber Essentials, the self-assessed scheme.
    CyberEssentials,
    /// ISO/IEC 27001.
    #[cfg_attr(feature = "schema", schemars(rename = "iso-27001"))]
    Iso27001,
}

words!(pub Certificate {
    CyberEssentialsPlus = "cyber-essentials-plus",
    CyberEssentials = "cyber-essentials",
    Iso27001 = "iso-27001",
});

impl Certificate {
    /// The certificate as people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CyberEssentialsPlus => "Cyber Essentials Plus",
            Self::CyberEssentials => "Cyber Essentials",
            Self::Iso27001 => "ISO 27001",
        }
    }

    /// The key of the certificate in an organisation's profile.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::CyberEssentialsPlus => "cyberEssentialsPlus",
            Self::CyberEssentials => "cyberEssentials",
            Self::Iso27001 => "iso27001",
        }
    }
}

/// The rule of a level, in every reading that the sources leave open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelRule {
    /// The level.
    pub level: Level,
    /// The readings, best first; more than one where sources do not settle the rule.
    pub readings: Vec<Fact<Rule>>,
}

record!(LevelRule, "a level with `level` and `readings`", { level: required "level", readings: required "readings" });

impl Rule {
    /// Whether the rule asks for a question on a day, whatever other ways there are to fulfil it.
    pub(crate) fn demands(&self, question: &Question, day: NaiveDate) -> bool {
        match self {
            Self::AllOf { rules } => rules.iter().any(|rule| rule.demands(question, day)),
            Self::EveryMandatoryComplete { level } => {
                question.mandatory_readings(*level, day).holds(Readings::HEADLINE)
            }
            Self::EveryQuestionComplete => true,
            Self::AnyOf { .. } | Self::LevelMet { .. } | Self::CertificateCurrent { .. } => false,
        }
    }

    /// Whether the rule cannot hold without a certificate that is in date.
    pub fn asks_for(&self, certificate: Certificate) -> bool {
        match self {
            Self::AllOf { rules } => rules.iter().any(|rule| rule.asks_for(certificate)),
            Self::AnyOf { rules } => rules.iter().all(|rule| rule.asks_for(certificate)),
            Self::CertificateCurrent { certificate: named } => *named == certificate,
            Self::EveryMandatoryComplete { .. } | Self::EveryQuestionComplete | Self::LevelMet { .. } => false,
        }
    }
}

impl LevelRule {
    /// The best reading of the rule.
    pub fn best(&self) -> Option<&Rule> {
        self.readings.first()?.value.as_ref()
    }

    /// Joins what each reading of the rule comes to. The best reading gives the headline, any one is enough for the
    /// lenient reading, and the strict one wants all of them; a rule that is only inferred, with no other beside it,
    /// is not enough for the strict reading.
    pub(crate) fn join(&self, mut outcome: impl FnMut(&Rule) -> Readings) -> Readings {
        let mut best = Readings::NONE;
        let mut every = Readings::STRICT;
        let mut any = Readings::NONE;
        for (at, reading) in self.readings.iter().enumerate() {
            let holds = reading.value.as_ref().map_or(Readings::NONE, &mut outcome);
            if at == 0 {
                best = holds.and(Readings::BEST);
            }
            every = every.and(holds);
            any = any.or(holds.and(Readings::LENIENT));
        }
        let is_settled = match self.readings.as_slice() {
            [only] => only.provenance.certainty == Certainty::Confirmed,
            _ => true,
        };
        best.or(if is_settled { every } else { Readings::NONE }).or(any)
    }
}
