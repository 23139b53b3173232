//! Small made-up banks of all shapes, some of their facts left open, and answers to their questions.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::common::{Answers, day, document, good_response, held, response, words};
use crate::draft::Draft;
use crate::replies::{does_not_apply, does_not_apply_because, ticked_found, unticked};
use crate::small_documents::{document_of, leave_open, rules, shape};
use dspt::{
    Answer, Assessment, Certainty, Found, Holding, NaiveDate, Nhsmail, Origin, Question, QuestionBank, Response,
    Training,
};

pub(crate) fn as_of() -> NaiveDate {
    day("2041-05-01")
}

/// How many random cases of a law are tried: as many as the environment says in `DSPT_CASES`.
#[expect(clippy::disallowed_methods, reason = "how long a test runs is asked of the environment, not by the library")]
pub(crate) fn cases_to_try(otherwise: u32) -> u32 {
    let asked = std::env::var("DSPT_CASES").ok();
    asked.map_or(otherwise, |text| text.replace('_', "").parse().expect("DSPT_CASES is a number"))
}

/// What is said to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Good,
    Nothing,
    Empty,
    OtherKind,
    NotApplicable,
    NotApplicableBecause,
    Stale,
    Waiting,
    FewTrained,
    FewTrainedInProgramme,
    NoPart,
}

const SAID: [Said; 13] = [
    Said::Good,
    Said::Good,
    Said::Good,
    Said::Nothing,
    Said::Empty,
    Said::OtherKind,
    Said::NotApplicable,
    Said::NotApplicableBecause,
    Said::Stale,
    Said::Waiting,
    Said::FewTrained,
    Said::FewTrainedInProgramme,
    Said::NoPart,
];

/// A fact of a small bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Mandatory { question: usize, level: usize },
    Listed { question: usize },
    EvidenceType { question: usize },
    NotApplicable { question: usize },
    Exemption { question: usize, at: usize },
    Window { question: usize },
    Threshold { question: usize },
    RollingProgramme { question: usize },
    Part { question: usize },
    NeededWhen { question: usize },
    Reconfirmation,
    Rule { level: usize },
    Count { level: usize },
    Total,
}

/// A small bank with open facts, and answers to it.
#[derive(Clone)]
pub(crate) struct Small {
    /// The bank as JSON.
    pub(crate) bank: Value,
    /// The facts that are not confirmed.
    pub(crate) open: Vec<Place>,
    said: Vec<Said>,
    /// Whether the last question is needed only where the one before it found something.
    is_conditional: bool,
    found: Option<Found>,
    pub(crate) plus: Option<Holding>,
    pub(crate) nhsmail: Option<Nhsmail>,
}

/// Small banks with at most so many open facts.
pub(crate) fn small(most: usize) -> impl Strategy<Value = Small> {
    let certificate = select(vec![
        None,
        Some(Holding::No),
        Some(held("2039-01-01", "2039-12-31")),
        Some(held("2041-01-01", "2041-12-31")),
    ]);
    let nhsmail = select(vec![None, Some(Nhsmail::No), Some(Nhsmail::OnlyEmailSystem)]);
    let found = select(vec![None, Some(Found::Nothing), Some(Found::Something)]);
    // Mostly answered well, so that levels are met at all.
    let said = prop_oneof![3 => Just(Said::Good), 2 => select(SAID.to_vec())];
    let open = prop::collection::vec((any::<Index>(), any::<bool>()), 0..=most);
    let bank =
        (prop::collection::vec(shape(), 2..=4), any::<bool>(), rules(), prop::option::of(rules()), any::<bool>());
    (bank, open, prop::collection::vec(said, 4), found, certificate, nhsmail).prop_map(
        |((mut shapes, is_conditional, rules, disputed, is_short), open, said, found, plus, nhsmail)| {
            // Each level asks for something.
            shapes[0].mandatory[0] = true;
            shapes[1].mandatory[1] = true;
            if is_conditional {
                let last = shapes[shapes.len() - 1].clone();
                let at = shapes.len() - 2;
                let decides = &mut shapes[at];
                (decides.kind, decides.has_part) = ("confirmation", false);
                // A question is asked for wherever another one hangs on it.
                decides.mandatory =
                    [decides.mandatory[0] || last.mandatory[0], decides.mandatory[1] || last.mandatory[1]];
            }
            let small = Small {
                bank: document_of(&shapes, is_conditional, &rules, disputed.as_ref(), is_short),
                open: Vec::new(),
                said,
                is_conditional,
                found,
                plus,
                nhsmail,
            };
            small.opened(&open)
        },
    )
}

impl Place {
    /// Where the fact stands in the JSON.
    pub(crate) fn pointer(self) -> String {
        match self {
            Self::Mandatory { question, level } => format!("/questions/{question}/mandatory/{level}/mandatory"),
            Self::Listed { question } => format!("/questions/{question}/listed"),
            Self::EvidenceType { question } => format!("/questions/{question}/evidenceType"),
            Self::NotApplicable { question } => format!("/questions/{question}/notApplicable"),
            Self::Exemption { question, at } => format!("/questions/{question}/exemptions/{at}/exempts"),
            Self::Window { question } => format!("/questions/{question}/window"),
            Self::Threshold { question } => format!("/questions/{question}/threshold"),
            Self::RollingProgramme { question } => {
                format!("/questions/{question}/threshold/value/rollingProgramme")
            }
            Self::Part { question } => format!("/questions/{question}/parts/0/asked"),
            Self::NeededWhen { question } => format!("/questions/{question}/neededWhen"),
            Self::Reconfirmation => "/edition/reconfirmation".to_owned(),
            Self::Rule { level } => format!("/levels/{level}/readings/0"),
            Self::Count { level } => format!("/edition/counts/{level}/count"),
            Self::Total => "/edition/total".to_owned(),
        }
    }
}

impl std::fmt::Debug for Small {
    /// What is asked and what is said, without the rest of the bank.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fact = |place: &Place| (*place, self.bank.pointer(&place.pointer()).expect("a fact").to_string());
        let open: Vec<_> = self.open.iter().map(fact).collect();
        let said: Vec<_> = self.said.iter().take(self.len()).collect();
        f.debug_struct("Small")
            .field("open", &open)
            .field("said", &said)
            .field("found", &self.found)
            .field("plus", &self.plus)
            .field("nhsmail", &self.nhsmail)
            .field("levels", &self.bank["levels"].to_string())
            .field("questions", &self.bank["questions"].to_string())
            .finish_non_exhaustive()
    }
}

impl Small {
    /// How many questions it has.
    pub(crate) fn len(&self) -> usize {
        self.bank["questions"].as_array().expect("questions").len()
    }

    /// Whether a fact is confirmed and says yes.
    fn certainly(&self, place: Place) -> bool {
        !self.open.contains(&place) && self.bank.pointer(&place.pointer()).expect("a fact")["value"] == json!(true)
    }

    /// Every fact that can be left open.
    fn places(&self) -> Vec<Place> {
        let mut places =
            vec![Place::Reconfirmation, Place::Count { level: 0 }, Place::Count { level: 1 }, Place::Total];
        places.extend((0..3).map(|level| Place::Rule { level }));
        for question in 0..self.len() {
            let exemptions = (0..2).map(|at| Place::Exemption { question, at });
            let levels = (0..2).map(|level| Place::Mandatory { question, level });
            places.extend(levels.chain(exemptions));
            places.extend([
                Place::Listed { question },
                Place::EvidenceType { question },
                Place::NotApplicable { question },
                Place::Window { question },
                Place::Threshold { question },
                Place::RollingProgramme { question },
                Place::Part { question },
                Place::NeededWhen { question },
            ]);
        }
        // The counts, and what they count, are what the lenient reading weighs; they come up more often.
        let counted = |place: &Place| matches!(place, Place::Mandatory { .. } | Place::Count { .. });
        let again: Vec<Place> = places.iter().copied().filter(counted).collect();
        places.extend_from_slice(&again);
        places.retain(|place| self.bank.pointer(&place.pointer()).is_some());
        places
    }

    /// The same with some facts left open.
    ///
    /// What a bank could not say is left out: that a level asks for nothing, that a question is mandatory but perhaps
    /// not there, that a question may be needed less than the one that hangs on it.
    fn opened(mut self, chosen: &[(Index, bool)]) -> Self {
        let places = self.places();
        let deciding = self.is_conditional.then(|| self.len() - 2);
        for (index, is_unknown) in chosen {
            let place = *index.get(&places);
            let is_fixed = match place {
                Place::Mandatory { question, level } => question == level || deciding == Some(question),
                Place::Listed { question } => {
                    deciding == Some(question)
                        || (0..2).any(|level| self.certainly(Place::Mandatory { question, level }))
                }
                _ => false,
            };
            if is_fixed || self.open.contains(&place) {
                continue;
            }
            // The best reading of a rule is at least inferred; a count that nobody knows says nothing.
            let is_unknown = *is_unknown && !matches!(place, Place::Rule { .. });
            let fact = self.bank.pointer_mut(&place.pointer()).expect("a fact");
            leave_open(fact, if is_unknown { "unknown" } else { "inferred" });
            self.open.push(place);
            if let (Place::Mandatory { question, level }, Some(deciding)) = (place, deciding) {
                if question > deciding {
                    self.bank["questions"][deciding]["mandatory"][level]["mandatory"]["value"] = json!(true);
                }
            }
        }
        self.count_again();
        self
    }

    /// Puts the official counts right: as many as are mandatory in the best reading.
    pub(crate) fn count_again(&mut self) {
        for level in 0..2 {
            let questions = self.bank["questions"].as_array().expect("questions");
            let is_mandatory = |question: &&Value| {
                let fact = &question["mandatory"][level]["mandatory"];
                fact["value"] == json!(true) && fact["certainty"] != "unknown"
            };
            let count = questions.iter().filter(is_mandatory).count();
            self.bank["edition"]["counts"][level]["count"]["value"] = json!(count);
        }
    }

    /// The bank, checked.
    #[track_caller]
    pub(crate) fn checked(&self) -> QuestionBank {
        Draft(self.bank.clone()).check().unwrap_or_else(|error| panic!("{error}"))
    }

    /// A good answer to a question of the bank.
    pub(crate) fn good(question: &Question, found: Option<Found>) -> Response {
        // Of the kind that may be asked for, even where nobody knows whether it is.
        let mut asked = question.clone();
        asked.evidence_type.provenance.certainty = Certainty::Confirmed;
        let good = good_response(&asked, as_of());
        match good.answer {
            Answer::Confirmation { training, .. } if question.looks_for.is_some() => {
                Response { answer: Answer::Confirmation { confirmed: true, found, training }, ..good }
            }
            _ => good,
        }
    }

    /// What can be put in the place of an answer without taking back anything it says.
    pub(crate) fn mended(&self, question: &Question, at: usize) -> Vec<Response> {
        let both = || [Found::Nothing, Found::Something].map(|found| Self::good(question, Some(found)));
        let good = Self::good(question, self.found);
        match self.said[at] {
            Said::OtherKind => Vec::new(),
            Said::NotApplicable | Said::NotApplicableBecause => vec![does_not_apply_because("We have none.")],
            Said::Nothing | Said::Empty => both().to_vec(),
            _ if self.found.is_none() => both().to_vec(),
            _ => vec![good],
        }
    }

    /// The answers.
    #[track_caller]
    pub(crate) fn answers(&self, bank: &QuestionBank) -> Answers {
        let mut answers = Answers::none("2040-41");
        let home = &mut answers.organisation;
        (home.cyber_essentials_plus, home.nhsmail) = (self.plus, self.nhsmail);
        for (question, said) in bank.questions().zip(&self.said) {
            if let Some(response) = self.reply(question, *said) {
                answers.responses.insert(question.code, response);
            }
        }
        answers
    }

    #[track_caller]
    pub(crate) fn assessment(&self, bank: &QuestionBank) -> Assessment {
        self.answers(bank).assessment()
    }

    fn reply(&self, question: &Question, said: Said) -> Option<Response> {
        let good = Self::good(question, self.found);
        let few = |programme: Option<String>| {
            let training = Some(Training::new(1, 60, programme).expect("figures that can be"));
            Response { answer: Answer::Confirmation { confirmed: true, found: self.found, training }, ..good.clone() }
        };
        Some(match said {
            Said::Nothing => return None,
            Said::Good => good,
            Said::Empty => match good.answer {
                Answer::Confirmation { .. } => unticked(),
                Answer::Document { .. } => response(Answer::Document { documents: Vec::new() }),
                _ => response(words(" ")),
            },
            Said::OtherKind => match good.answer {
                Answer::Text { .. } => ticked_found(Found::Nothing),
                _ => response(words("See the comment.")),
            },
            Said::NotApplicable => does_not_apply(),
            Said::NotApplicableBecause => does_not_apply_because("We have none."),
            Said::Stale => Response { reviewed_on: Some(day("2035-01-01")), ..good },
            Said::Waiting => {
                let from = "2039-40".parse().expect("an edition");
                Response { origin: Origin::CarriedOver { from, reconfirmed_on: None }, ..good }
            }
            Said::FewTrained => match good.answer {
                Answer::Confirmation { .. } => few(None),
                _ => good,
            },
            Said::FewTrainedInProgramme => match good.answer {
                Answer::Confirmation { .. } => few(Some("Two a month".to_owned())),
                _ => good,
            },
            Said::NoPart => match good.answer {
                Answer::Document { .. } => response(Answer::Document { documents: vec![document("Blue folder")] }),
                _ => good,
            },
        })
    }
}
