//! Whether a published status unlocks a service, on which claim that rests, and how sure it is.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::services::{Service, ServiceClaim, ServiceNeed, Services};
use crate::bank::{Certainty, Level, Readings, SourceId};
use crate::message::{Argument, InOurWords, Message, Words};
use crate::reading::{words, written_as};

/// What a status does for a service, the most open first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum ServiceState {
    /// The service asks for no publication.
    NotRequired,
    /// The publication is enough.
    Unlocked,
    /// Whether a publication is asked for is decided locally.
    LocalDecision,
    /// An approval is asked for, whatever is published.
    NeedsApproval,
    /// No publication is in date, or its level is too low.
    Locked,
    /// Nothing that is confirmed or inferred says what the service asks for on the day.
    NotKnown,
}

words!(pub ServiceState {
    NotRequired = "not-required",
    Unlocked = "unlocked",
    LocalDecision = "local-decision",
    NeedsApproval = "needs-approval",
    Locked = "locked",
    NotKnown = "not-known",
});

impl Services {
    /// What a status does for each service on a day, in the order of their ids.
    ///
    /// `level` is that of the latest publication, none where nothing is published or only at a level that is history;
    /// `is_current` says whether it is in date on the day. A publication that is out of date is no evidence, so it
    /// unlocks nothing but what asks for none.
    /// Source: the programme's questions and answers of June 2022.
    ///
    /// Where sources differ, the strictest claim that is confirmed or inferred decides: the one that leaves most to do.
    ///
    /// ```
    /// use dspt::{Certainty, Level, ServiceState, Services};
    ///
    /// let day = "2026-06-01".parse().unwrap();
    /// let answers = Services::built_in().unlocked_by(Some(Level::ApproachingStandards), true, day);
    /// let state = |id: &str| answers.iter().find(|answer| answer.service().id.as_str() == id).unwrap().state();
    /// assert_eq!(state("nhsmail"), ServiceState::Unlocked);
    /// assert_eq!(state("nhs-standard-contract"), ServiceState::Locked);
    /// assert_eq!(state("local-authority-contracts"), ServiceState::LocalDecision);
    /// ```
    pub fn unlocked_by(&self, level: Option<Level>, is_current: bool, day: NaiveDate) -> Vec<ServiceAnswer<'_>> {
        self.iter().map(|service| ServiceAnswer::new(service, Status { level, is_current }, day)).collect()
    }
}

/// A published status, as far as services ask about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Status {
    level: Option<Level>,
    is_current: bool,
}

impl Status {
    /// The level that counts as evidence.
    fn counts(self) -> Option<Level> {
        self.level.filter(|_| self.is_current)
    }

    /// What it does where one thing is asked for.
    fn meets(self, need: ServiceNeed) -> ServiceState {
        let published = |enough: bool| if enough { ServiceState::Unlocked } else { ServiceState::Locked };
        match (need, need.level()) {
            (ServiceNeed::NotRequired, _) => ServiceState::NotRequired,
            (ServiceNeed::VariesLocally, _) => ServiceState::LocalDecision,
            (ServiceNeed::Approval, _) => ServiceState::NeedsApproval,
            (_, None) => published(self.counts().is_some()),
            (_, lowest) => published(self.counts() >= lowest),
        }
    }
}

/// What a status does for one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceAnswer<'a> {
    service: &'a Service,
    status: Status,
    day: NaiveDate,
    state: ServiceState,
    certainty: Certainty,
    decided_by: Option<&'a ServiceClaim>,
}

impl<'a> ServiceAnswer<'a> {
    fn new(service: &'a Service, status: Status, day: NaiveDate) -> Self {
        let read = |reading: Readings| {
            let claims = service.claims.iter().filter(|claim| claim.covers(day));
            let holding = claims.filter(|claim| claim.provenance.certainty.as_requirement().holds(reading));
            let judged = holding.map(|claim| (status.meets(claim.needs), claim));
            judged.max_by_key(|(state, claim)| (*state, claim.needs, Reverse(claim.provenance.certainty)))
        };
        let state = |reading: Readings| read(reading).map(|(state, _)| state);
        let (headline, decided_by) = match read(Readings::HEADLINE) {
            Some((state, claim)) => (state, Some(claim)),
            None => (ServiceState::NotKnown, None),
        };
        // As with a level: what no inferred claim could change is confirmed.
        let certainty = match headline {
            ServiceState::NotKnown => Certainty::Unknown,
            _ if state(Readings::STRICT) == state(Readings::LENIENT) => Certainty::Confirmed,
            _ => Certainty::Inferred,
        };
        Self { service, status, day, state: headline, certainty, decided_by }
    }

    /// The service.
    pub fn service(&self) -> &'a Service {
        self.service
    }

    /// What the status does for it.
    pub fn state(&self) -> ServiceState {
        self.state
    }

    /// How sure the answer is: confirmed where the strictest reading of every claim and the confirmed claims alone come
    /// to the same; unknown where nothing decides.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The claim that decided; none where the answer is not known.
    pub fn decided_by(&self) -> Option<&'a ServiceClaim> {
        self.decided_by
    }

    /// Every claim that speaks of the day, those that did not decide included.
    pub fn claims(&self) -> impl Iterator<Item = &'a ServiceClaim> + use<'a> {
        let day = self.day;
        self.service.claims.iter().filter(move |claim| claim.covers(day))
    }

    /// The answer in a few sentences for a care manager, with the reason where it is inferred or depends on no level.
    ///
    /// ```
    /// use dspt::Services;
    ///
    /// let day = "2026-06-01".parse().unwrap();
    /// let answers = Services::built_in().unlocked_by(None, false, day);
    /// let nhsmail = answers.iter().find(|answer| answer.service().id.as_str() == "nhsmail").unwrap();
    /// assert_eq!(
    ///     nhsmail.message(),
    ///     "NHSmail for the first time: asks for Approaching Standards or higher, and no publication counts yet. \
    ///      Publish the assessment."
    /// );
    /// ```
    pub fn message(&self) -> String {
        self.said().text()
    }

    /// The answer as a message.
    fn said(&self) -> Message<'a> {
        let service = || Argument::text_as("service", &self.service.name);
        let answer = |sentence| Message::new(sentence, vec![service()]);
        match self.state {
            ServiceState::NotRequired => self.explained(answer("service.not-required")),
            ServiceState::LocalDecision => self.explained(answer("service.local-decision")),
            ServiceState::NeedsApproval => self.explained(answer("service.needs-approval")),
            ServiceState::NotKnown => self.explained(answer("service.not-known")),
            ServiceState::Unlocked | ServiceState::Locked => {
                // No level to aim at: whoever has published before cannot go back to Approaching Standards.
                let (sentence, level) = match self.status {
                    _ if self.state == ServiceState::Unlocked => ("service.unlocked", None),
                    Status { level: None, .. } => ("service.locked.not-published", None),
                    Status { level, is_current: true } => ("service.locked.too-low", level),
                    Status { level, is_current: false } => ("service.locked.out-of-date", level),
                };
                let particulars = [service(), self.asked().within("asked")].into_iter();
                let answer = Message::new(sentence, particulars.chain(level.map(Argument::level)).collect());
                if self.certainty == Certainty::Inferred { self.explained(answer) } else { answer }
            }
        }
    }

    /// The answer with what the data says to explain it.
    fn explained(&self, answer: Message<'a>) -> Message<'a> {
        let claim = self.decided_by.or_else(|| self.claims().next());
        let Some(because) = claim.and_then(|claim| claim.provenance.because.as_deref()) else { return answer };
        let sentence = match self.certainty {
            Certainty::Inferred => "service.explained.inferred",
            Certainty::Confirmed | Certainty::Unknown => "service.explained",
        };
        Message::new(sentence, vec![answer.within("answer"), Argument::text_as("because", because)])
    }

    /// What is asked for.
    fn asked(&self) -> Message<'a> {
        match self.decided_by.and_then(|claim| claim.needs.level()) {
            None => Message::new("service.asked.any-level", Vec::new()),
            Some(level) if level.next().is_none() => Message::new("service.asked.level", vec![Argument::level(level)]),
            Some(level) => Message::new("service.asked.level-or-higher", vec![Argument::level(level)]),
        }
    }
}

/// An answer about a service as it is written.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ServiceAnswer"))]
#[serde(rename_all = "camelCase")]
pub(crate) struct WrittenAnswer<'b> {
    /// The id of the service.
    service: &'b SourceId,
    /// The service as people call it.
    name: &'b str,
    /// What the published status does for it.
    state: ServiceState,
    /// How sure the answer is.
    certainty: Certainty,
    /// The claim that decided; absent where the answer is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_by: Option<&'b ServiceClaim>,
    /// Every claim that speaks of the day, those that did not decide included.
    claims: Vec<&'b ServiceClaim>,
    /// The answer in a few sentences for a care manager.
    message: String,
    /// What the message is filled from, by name and in order, for words of one's own.
    arguments: Vec<Argument<'b>>,
}

impl<'a> ServiceAnswer<'a> {
    pub(crate) fn written(&self, words: &impl Words) -> WrittenAnswer<'a> {
        let said = self.said();
        WrittenAnswer {
            service: &self.service.id,
            name: &self.service.name,
            state: self.state,
            certainty: self.certainty,
            decided_by: self.decided_by,
            claims: self.claims().collect(),
            message: words.say(&said),
            arguments: said.arguments,
        }
    }
}

impl Serialize for ServiceAnswer<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written(&InOurWords).serialize(serializer)
    }
}

written_as!(ServiceAnswer<'_> = WrittenAnswer<'static>);
