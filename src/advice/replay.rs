//! Replay: by which edition's rules a day can be judged.

use chrono::NaiveDate;
use serde::Serialize;

use crate::bank::{EditionId, OpenOn, QuestionBank};
use crate::message::{Argument, Message, Told, Words};
use crate::reading::words;

/// Which edition was open on a day, as far as the built-in banks tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OpenThen {
    /// None that is on record.
    BeforeTheFirst,
    /// This one.
    Edition {
        /// The edition.
        edition: EditionId,
    },
    /// One of two: the day on which the later one opened is not known exactly.
    Either {
        /// The edition that was open before.
        earlier: EditionId,
        /// The edition that may have opened by then.
        later: EditionId,
    },
    /// The latest on record, past its deadline: a newer one may have opened.
    LatestKnown {
        /// The edition.
        edition: EditionId,
    },
}

/// Whether an edition's rules are those of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum ReplayFit {
    /// The edition was open on the day.
    Open,
    /// It may have been: the days of openings are not all known.
    MayBeOpen,
    /// It had not opened.
    NotYetOpen,
    /// A later edition had opened.
    Closed,
}

words!(pub ReplayFit {
    Open = "open",
    MayBeOpen = "may-be-open",
    NotYetOpen = "not-yet-open",
    Closed = "closed",
});

/// Whether the answers can be judged by the rules of a day: those of the edition that was open then.
///
/// ```
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let trace = dspt::trace(assessment.built_in_bank()?, &assessment, "2025-03-01".parse().unwrap());
/// assert_eq!(trace.replay.fit, dspt::ReplayFit::NotYetOpen);
/// assert!(trace.replay.says.starts_with("On 1 March 2025 the toolkit asked the questions of 2024-25"));
/// # Ok::<(), dspt::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Replay {
    /// The edition that was open on the day.
    pub open: OpenThen,
    /// Whether that is the edition of the bank that judges.
    pub fit: ReplayFit,
    /// The same in a sentence or two.
    pub says: String,
    #[serde(flatten)]
    told: Told<'static>,
}

impl Replay {
    /// Whether a bank's rules are those of a day.
    pub(crate) fn of(bank: &QuestionBank, on: NaiveDate) -> Self {
        let own = bank.id();
        let by_its_own_dates = || match bank.about().has_opened_by(on) {
            Some(true) => ReplayFit::Open,
            Some(false) => ReplayFit::NotYetOpen,
            None => ReplayFit::MayBeOpen,
        };
        let (open, fit) = match QuestionBank::open_on(on) {
            OpenOn::BeforeTheFirst => {
                let fit = by_its_own_dates();
                (OpenThen::BeforeTheFirst, if fit == ReplayFit::Open { ReplayFit::MayBeOpen } else { fit })
            }
            OpenOn::Edition(open) => {
                let fit = match own.cmp(&open.id()) {
                    std::cmp::Ordering::Less => ReplayFit::Closed,
                    std::cmp::Ordering::Equal => ReplayFit::Open,
                    std::cmp::Ordering::Greater => by_its_own_dates(),
                };
                (OpenThen::Edition { edition: open.id() }, fit)
            }
            OpenOn::Either { earlier, later } => {
                let fit = if own < earlier.id() {
                    ReplayFit::Closed
                } else if own <= later.id() {
                    ReplayFit::MayBeOpen
                } else {
                    by_its_own_dates()
                };
                (OpenThen::Either { earlier: earlier.id(), later: later.id() }, fit)
            }
            OpenOn::LatestKnown(open) => {
                let fit = match own.cmp(&open.id()) {
                    std::cmp::Ordering::Less => ReplayFit::Closed,
                    std::cmp::Ordering::Equal => ReplayFit::MayBeOpen,
                    std::cmp::Ordering::Greater => by_its_own_dates(),
                };
                (OpenThen::LatestKnown { edition: open.id() }, fit)
            }
        };
        let said = said(own, open, fit, on);
        Self { open, fit, says: said.text(), told: said.told() }
    }

    /// What the sentences are filled from, by name and in order.
    pub fn arguments(&self) -> &[Argument<'static>] {
        self.told.arguments()
    }

    /// The same in other words.
    pub(super) fn worded(&self, words: &impl Words) -> Self {
        Self { says: self.told.text(words), ..self.clone() }
    }
}

fn said(own: EditionId, open: OpenThen, fit: ReplayFit, on: NaiveDate) -> Message<'static> {
    let edition = |name, value| Argument::Edition { name, value };
    let mut particulars = vec![Argument::Date { name: "day", value: on }, edition("edition", own)];
    let sentence = match (fit, open) {
        (ReplayFit::Open, _) => "replay.open",
        (ReplayFit::MayBeOpen, OpenThen::LatestKnown { .. }) => "replay.may-be-open.latest",
        (ReplayFit::MayBeOpen, _) => "replay.may-be-open",
        (ReplayFit::NotYetOpen | ReplayFit::Closed, _) => {
            let then = match open {
                OpenThen::BeforeTheFirst => Message::new("replay.then.none", Vec::new()),
                OpenThen::Edition { edition: then } | OpenThen::LatestKnown { edition: then } => {
                    Message::new("replay.then.one", vec![edition("then", then)])
                }
                OpenThen::Either { earlier, later } => {
                    Message::new("replay.then.either", vec![edition("earlier", earlier), edition("later", later)])
                }
            };
            particulars.push(then.within("then"));
            "replay.other-rules"
        }
    };
    Message::new(sentence, particulars)
}
