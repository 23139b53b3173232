//! Steps: what to do next, why, and how much it takes.

use serde::Serialize;

use super::alteration::Alteration;
use crate::assessment::Assessment;
use crate::bank::{Certainty, Level, QuestionBank, QuestionCode, SourceId};
use crate::evaluation::Finding;
use crate::message::{Argument, Message, Told, Words};
use crate::publication::{Obstacle, ObstacleKind};
use crate::reading::words;

/// How much a step takes, least first: the order in which a person would work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Effort {
    /// Say in the profile what may be so already.
    Record,
    /// Tick, confirm, or note a date or a reason.
    QuickWin,
    /// Renew a document or a certificate.
    Renew,
    /// Write an answer, a policy or a register.
    Write,
    /// Arrange what others have to do: training, a certificate, another way of working.
    Arrange,
    /// What comes last before publishing.
    Finish,
}

impl Effort {
    /// How much it weighs against others.
    pub(super) const fn weight(self) -> u32 {
        match self {
            Self::Record => 0,
            Self::QuickWin => 1,
            Self::Renew => 2,
            Self::Write => 3,
            Self::Arrange => 4,
            Self::Finish => 5,
        }
    }
}

words!(pub Effort {
    Record = "record",
    QuickWin = "quick-win",
    Renew = "renew",
    Write = "write",
    Arrange = "arrange",
    Finish = "finish",
});

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Step {
    /// The question it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionCode>,
    /// What it is about, in a few words: the short name of the question, or of the part of the profile.
    pub title: String,
    /// What the question asks, in this project's own words, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<String>,
    /// How much it takes.
    pub effort: Effort,
    /// The levels that ask for it, lowest first; empty where only publishing does.
    pub serves: Vec<Level>,
    /// The questions outstanding that it takes away, in code order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub takes_away: Vec<QuestionCode>,
    /// Why it is needed and what to do, each reason with its sources.
    pub grounds: Vec<Ground>,
    /// What it changes; placeholders stand where a person has to write.
    pub alteration: Alteration,
}

impl Step {
    /// The assessment after the step.
    #[must_use]
    pub fn apply(&self, assessment: &Assessment) -> Assessment {
        self.alteration.apply(assessment)
    }

    /// Puts what it is called, what the question asks and why it is needed in other words.
    pub(super) fn put_in(&mut self, words: &impl Words) {
        match (self.question, named(&self.alteration)) {
            (Some(question), _) => {
                self.title = words.quote(question, &self.title).to_owned();
                self.asks = self.asks.take().map(|asks| words.quote(question, &asks).to_owned());
            }
            (None, Some(title)) => self.title = words.say(&title),
            (None, None) => {}
        }
        for ground in &mut self.grounds {
            ground.put_in(words);
        }
    }

    /// The place in the order of work: little effort first, then what serves more levels, then by code.
    pub(super) fn place(&self) -> impl Ord + use<> {
        (self.effort, std::cmp::Reverse(self.serves.len()), self.question, self.title.clone())
    }
}

/// What a step is called that is about no question.
pub(super) fn named(alteration: &Alteration) -> Option<Message<'static>> {
    Some(match alteration {
        Alteration::Certificate { certificate, .. } => {
            let certificate = Argument::word("certificate", "certificate", certificate.as_str());
            Message::new("path.step.certificate", vec![certificate])
        }
        Alteration::Nhsmail { .. } => Message::new("path.step.nhsmail", Vec::new()),
        Alteration::ProfileConfirmed { .. } => Message::new("path.step.profile", Vec::new()),
        Alteration::AssertionsConfirmed { .. } => Message::new("path.step.assertions", Vec::new()),
        Alteration::ActionPlan { .. } => Message::new("path.step.action-plan", Vec::new()),
        Alteration::Answer { .. }
        | Alteration::NoAnswer { .. }
        | Alteration::Day { .. }
        | Alteration::Edition { .. } => return None,
    })
}

/// Why something is so, with its sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ground {
    /// The stable code of the finding, or of the obstacle to a publication.
    pub code: &'static str,
    /// What is wrong and what to do about it, for a care manager.
    pub message: String,
    #[serde(flatten)]
    told: Told<'static>,
    /// How sure the rule behind it is.
    pub certainty: Certainty,
    /// The sources of the rule; empty where the rule is this library's own.
    pub sources: Vec<SourceId>,
}

impl Ground {
    fn new(code: &'static str, said: Message<'_>, certainty: Certainty, sources: &[SourceId]) -> Self {
        Self { code, message: said.text(), told: said.told(), certainty, sources: sources.to_vec() }
    }

    /// What this library says itself.
    pub(super) fn own(kind: &ObstacleKind) -> Self {
        Self::new(kind.code(), kind.said(), Certainty::Confirmed, &[])
    }

    /// What the message is filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'static>] {
        self.told.arguments()
    }

    /// Puts the message in other words.
    pub(super) fn put_in(&mut self, words: &impl Words) {
        self.message = self.told.text(words);
    }

    /// What the rule of a level says; where the edition has no such rule, this library says it itself.
    pub(super) fn of_level(bank: &QuestionBank, level: Level, kind: &ObstacleKind) -> Self {
        let rule = bank.levels().iter().find(|rule| rule.level == level);
        match rule.and_then(|rule| rule.readings.first()) {
            Some(fact) => Self {
                certainty: fact.provenance.certainty,
                sources: fact.provenance.sources.clone(),
                ..Self::own(kind)
            },
            None => Self::own(kind),
        }
    }
}

impl From<&Finding<'_>> for Ground {
    fn from(finding: &Finding<'_>) -> Self {
        Self::new(finding.code(), finding.said(), finding.certainty(), finding.sources())
    }
}

impl From<&Obstacle<'_>> for Ground {
    fn from(obstacle: &Obstacle<'_>) -> Self {
        Self::new(obstacle.code(), obstacle.kind().said(), obstacle.certainty(), obstacle.sources())
    }
}
