//! One node of a trace.

use crate::bank::{Certainty, Level, Provenance, QuestionCode, Readings, SourceId};
use crate::evaluation::{Finding, QuestionStatus};
use crate::message::{Argument, Message, Told};
use crate::reading::words;

/// What a node of a trace is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum TraceKind {
    /// A level.
    Level,
    /// One reading of a level's rule, where the sources leave several open; the best comes first.
    RuleReading,
    /// Rules that must all hold.
    AllOf,
    /// Rules of which one is enough.
    AnyOf,
    /// The lower level that a level includes.
    LevelMet,
    /// Every question mandatory for a level.
    EveryMandatory,
    /// As many questions as the toolkit says are mandatory.
    OfficialCount,
    /// Every question of the edition.
    EveryQuestion,
    /// Whether the bank lists every question of the edition.
    Catalogue,
    /// A certificate that a level asks for.
    Certificate,
    /// A question.
    Question,
    /// A certificate or way of working that might take a question away.
    Exemption,
    /// Another answer that decides whether a question is needed.
    NeededWhen,
    /// The answer as it was given.
    Response,
    /// Whether there is an answer.
    Answered,
    /// Whether an answer carried over was confirmed again.
    Reconfirmation,
    /// Whether "Not applicable" is accepted.
    NotApplicable,
    /// Whether another answer contradicts "Not applicable".
    Condition,
    /// Whether "Not applicable" comes with the reason asked for.
    Reason,
    /// Whether the answer is of the kind the question takes.
    EvidenceType,
    /// Whether there is something in the answer.
    Evidence,
    /// Whether enough people are trained.
    Threshold,
    /// Whether the answer says what was found.
    Found,
    /// Whether a document is in date.
    InDate,
    /// Whether every document asked for is there.
    Parts,
    /// Whether the review is recent enough.
    ReviewWindow,
}

words!(pub TraceKind {
    Level = "level",
    RuleReading = "rule-reading",
    AllOf = "all-of",
    AnyOf = "any-of",
    LevelMet = "level-met",
    EveryMandatory = "every-mandatory",
    OfficialCount = "official-count",
    EveryQuestion = "every-question",
    Catalogue = "catalogue",
    Certificate = "certificate",
    Question = "question",
    Exemption = "exemption",
    NeededWhen = "needed-when",
    Response = "response",
    Answered = "answered",
    Reconfirmation = "reconfirmation",
    NotApplicable = "not-applicable",
    Condition = "condition",
    Reason = "reason",
    EvidenceType = "evidence-type",
    Evidence = "evidence",
    Threshold = "threshold",
    Found = "found",
    InDate = "in-date",
    Parts = "parts",
    ReviewWindow = "review-window",
});

/// What a node of a trace comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum TraceState {
    /// It holds.
    Met,
    /// Nobody can tell, because the bank does not list every question.
    Undetermined,
    /// It does not hold, and something above it would need it to.
    NotMet,
    /// It plays no part: nothing asks for it, or it does not apply.
    NotApplied,
}

words!(pub TraceState {
    Met = "met",
    Undetermined = "undetermined",
    NotMet = "not-met",
    NotApplied = "not-applied",
});

impl TraceState {
    /// What something comes to in one reading that is asked for in some readings and fulfilled in some.
    fn in_reading(reading: Readings, asked: Readings, held: Readings) -> Self {
        if !asked.holds(reading) {
            Self::NotApplied
        } else if held.holds(reading) {
            Self::Met
        } else {
            Self::NotMet
        }
    }

    /// What it comes to in the best reading.
    pub(super) fn of(asked: Readings, held: Readings) -> Self {
        match Self::in_reading(Readings::HEADLINE, asked, held) {
            Self::NotMet if held.holds(Readings::IF_LISTED_IS_ALL) => Self::Undetermined,
            state => state,
        }
    }

    /// Whether it stands in the way of what is above it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Undetermined | Self::NotMet)
    }
}

/// One step of the derivation of a verdict, with the steps it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TraceNode<'a> {
    /// Its id: the path from the level to here, such as `standards-met/every-mandatory/3.2.1/threshold`. It stays the
    /// same from one day and one assessment to another.
    pub id: String,
    /// What it is about.
    pub kind: TraceKind,
    /// What it comes to in the best reading; absent where it only tells what was said.
    pub state: Option<TraceState>,
    /// What it comes to in the strict reading, where that is something else.
    pub strictly: Option<TraceState>,
    /// What it comes to in the lenient reading, where that is something else.
    pub leniently: Option<TraceState>,
    /// The level it is about, where it is about one.
    pub level: Option<Level>,
    /// The question it is about, where it is about one.
    pub question: Option<QuestionCode>,
    /// What the question comes to, where it is a question.
    pub status: Option<QuestionStatus>,
    /// The place in the assessment that it looks at, as a JSON Pointer.
    pub pointer: Option<String>,
    /// What holds, and why, in a sentence or two for a care manager.
    pub says: String,
    pub(super) told: Told<'a>,
    /// How sure the fact behind it is; absent where there is none.
    pub certainty: Option<Certainty>,
    /// The sources of the fact behind it.
    pub sources: &'a [SourceId],
    /// How the fact was read from the sources.
    pub because: Option<&'a str>,
    /// What was found here, with places and mends.
    pub findings: Vec<Finding<'a>>,
    /// The steps it rests on, and those that did not apply.
    pub children: Vec<TraceNode<'a>>,
}

impl<'a> TraceNode<'a> {
    /// A node that tells something and comes to nothing by itself.
    pub(super) fn new(id: String, kind: TraceKind, says: Message<'a>) -> Self {
        Self {
            id,
            kind,
            state: None,
            strictly: None,
            leniently: None,
            level: None,
            question: None,
            status: None,
            pointer: None,
            says: says.text(),
            told: says.into(),
            certainty: None,
            sources: &[],
            because: None,
            findings: Vec::new(),
            children: Vec::new(),
        }
    }

    /// The same, asked for in some readings and fulfilled in some.
    pub(super) fn coming_to(mut self, asked: Readings, held: Readings) -> Self {
        let plain = |reading: Readings| TraceState::in_reading(reading, asked, held);
        let state = TraceState::of(asked, held);
        self.state = Some(state);
        self.strictly = Some(plain(Readings::STRICT)).filter(|other| *other != state);
        self.leniently = Some(plain(Readings::LENIENT)).filter(|other| *other != state);
        self
    }

    /// The same, resting on a fact.
    pub(super) fn by(mut self, fact: &'a Provenance) -> Self {
        self.certainty = Some(fact.certainty);
        self.sources = &fact.sources;
        self.because = fact.because.as_deref();
        self
    }

    /// What the sentences are filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'a>] {
        self.told.arguments()
    }

    /// What it comes to in the strict reading.
    pub fn strictly(&self) -> Option<TraceState> {
        self.strictly.or(self.state)
    }

    /// What it comes to in the lenient reading.
    pub fn leniently(&self) -> Option<TraceState> {
        self.leniently.or(self.state)
    }

    /// Whether it stands in the way of what is above it in the best reading.
    pub fn is_open(&self) -> bool {
        self.state.is_some_and(TraceState::is_open)
    }

    /// Whether this node or one below it is about a question.
    pub fn speaks_of(&self, code: QuestionCode) -> bool {
        self.question == Some(code) || self.children.iter().any(|child| child.speaks_of(code))
    }

    /// The nodes of the tree, this one first, each before those below it.
    pub fn walk(&self) -> impl Iterator<Item = &Self> {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(next.children.iter().rev());
            Some(next)
        })
    }
}
