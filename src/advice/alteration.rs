//! Alterations: what may be supposed of an assessment, and the assessment as it would be then.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserializer, Serialize};

use super::mend;
use super::step::Step;
use crate::assessment::{ActionPlan, Assessment, History, Holding, Nhsmail, Organisation, Response, Site};
use crate::bank::{AssertionCode, Certificate, EditionId, Question, QuestionCode};
use crate::reading::{Doc, Read, missing, record, stray, words};

/// One thing that is supposed of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Alteration {
    /// A question has this answer, whatever it had before.
    Answer {
        /// The question.
        question: QuestionCode,
        /// The whole answer.
        response: Response,
    },
    /// A question has no answer.
    NoAnswer {
        /// The question.
        question: QuestionCode,
    },
    /// The profile says this of a certificate.
    Certificate {
        /// The certificate.
        certificate: Certificate,
        /// Whether it is held, and from when to when.
        holding: Holding,
    },
    /// The profile says this of NHSmail.
    Nhsmail {
        /// Whether it is used.
        nhsmail: Nhsmail,
    },
    /// The profile is confirmed.
    ProfileConfirmed {
        /// The day on which it is.
        on: NaiveDate,
    },
    /// These assertions are confirmed beside those that are already.
    AssertionsConfirmed {
        /// The assertions.
        assertions: Vec<AssertionCode>,
    },
    /// This action plan is attached in place of any other.
    ActionPlan {
        /// The plan.
        plan: ActionPlan,
    },
    /// It is another day.
    Day {
        /// The day.
        as_of: NaiveDate,
    },
    /// The assessment is carried over to a later edition.
    Edition {
        /// The edition.
        to: EditionId,
    },
}

impl Alteration {
    /// A question answered as it wants to be on a day, with placeholders where a person has to write.
    ///
    /// ```
    /// use dspt::{Alteration, Answer};
    ///
    /// let bank = dspt::QuestionBank::edition("2025-26".parse()?).unwrap();
    /// let question = bank.question("7.1.1".parse()?).unwrap();
    /// let answered = Alteration::answered(question, "2026-06-01".parse().unwrap());
    /// let Alteration::Answer { response, .. } = answered else { unreachable!() };
    /// assert!(matches!(response.answer, Answer::Document { documents } if documents[0].location == "To be written"));
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn answered(question: &Question, as_of: NaiveDate) -> Self {
        Self::Answer { question: question.code, response: mend::fresh(question, as_of) }
    }

    /// The question whose answer it is about, if it is about one.
    pub fn question(&self) -> Option<QuestionCode> {
        match self {
            Self::Answer { question, .. } | Self::NoAnswer { question } => Some(*question),
            _ => None,
        }
    }

    /// Where an assessment in JSON says it, as a JSON Pointer, and the JSON that says it; a list is added to the list that
    /// is there. Nothing for what is said by leaving something out, and for the day and the edition.
    ///
    /// ```
    /// use dspt::{Alteration, Nhsmail};
    ///
    /// let alteration = Alteration::Nhsmail { nhsmail: Nhsmail::Used };
    /// assert_eq!(alteration.entry(), Some(("/organisation/nhsmail".to_owned(), "\"used\"".to_owned())));
    /// assert_eq!(Alteration::NoAnswer { question: "7.1.1".parse()? }.entry(), None);
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn entry(&self) -> Option<(String, String)> {
        let (pointer, json) = match self {
            Self::Answer { question, response } => (format!("/responses/{question}"), serde_json::to_string(response)),
            Self::Certificate { certificate, holding } => {
                (format!("/organisation/{}", certificate.key()), serde_json::to_string(holding))
            }
            Self::Nhsmail { nhsmail } => ("/organisation/nhsmail".to_owned(), serde_json::to_string(nhsmail)),
            Self::ProfileConfirmed { on } => ("/organisation/profileConfirmedOn".to_owned(), serde_json::to_string(on)),
            Self::AssertionsConfirmed { assertions } => {
                ("/assertionsConfirmed".to_owned(), serde_json::to_string(assertions))
            }
            Self::ActionPlan { plan } => ("/actionPlan".to_owned(), serde_json::to_string(plan)),
            Self::NoAnswer { .. } | Self::Day { .. } | Self::Edition { .. } => return None,
        };
        Some((pointer, json.ok()?))
    }

    /// The assessment as it would be; the day and the edition are no part of what is altered here.
    ///
    /// ```
    /// use dspt::Alteration;
    ///
    /// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
    /// let assessment = dspt::Assessment::from_json(text)?;
    /// let code = "1.1.1".parse().unwrap();
    /// let altered = Alteration::NoAnswer { question: code }.apply(&assessment);
    /// assert!(altered.response(code).is_none());
    /// assert!(assessment.response(code).is_some());
    /// # Ok::<(), dspt::ReadError>(())
    /// ```
    #[must_use]
    pub fn apply(&self, assessment: &Assessment) -> Assessment {
        let mut altered = Altered::new(assessment);
        altered.apply(self);
        altered.assessment()
    }
}

/// An assessment while it is being altered.
#[derive(Clone)]
pub(super) struct Altered {
    edition: EditionId,
    organisation: Organisation,
    sites: Vec<Site>,
    publications: History,
    responses: BTreeMap<QuestionCode, Response>,
    assertions: Vec<AssertionCode>,
    plan: Option<ActionPlan>,
}

impl Altered {
    pub(super) fn new(base: &Assessment) -> Self {
        Self {
            edition: base.edition(),
            organisation: base.organisation().clone(),
            sites: base.sites().to_vec(),
            publications: base.publications().clone(),
            responses: base.responses().map(|(code, response)| (code, response.clone())).collect(),
            assertions: base.assertions_confirmed().to_vec(),
            plan: base.action_plan().cloned(),
        }
    }

    /// Takes the steps in, one after the other.
    pub(super) fn follow<'s>(&mut self, steps: impl IntoIterator<Item = &'s Step>) {
        for step in steps {
            self.apply(&step.alteration);
        }
    }

    pub(super) fn apply(&mut self, alteration: &Alteration) {
        match alteration {
            Alteration::Answer { question, response } => {
                self.responses.insert(*question, response.clone());
            }
            Alteration::NoAnswer { question } => {
                self.responses.remove(question);
            }
            Alteration::Certificate { certificate, holding } => {
                let slot = match certificate {
                    Certificate::CyberEssentialsPlus => &mut self.organisation.cyber_essentials_plus,
                    Certificate::CyberEssentials => &mut self.organisation.cyber_essentials,
                    Certificate::Iso27001 => &mut self.organisation.iso_27001,
                };
                *slot = Some(*holding);
            }
            Alteration::Nhsmail { nhsmail } => self.organisation.nhsmail = Some(*nhsmail),
            Alteration::ProfileConfirmed { on } => self.organisation.profile_confirmed_on = Some(*on),
            Alteration::AssertionsConfirmed { assertions } => {
                let new = assertions.iter().filter(|assertion| !self.assertions.contains(assertion));
                let new: Vec<_> = new.copied().collect();
                self.assertions.extend(new);
            }
            Alteration::ActionPlan { plan } => self.plan = Some(plan.clone()),
            Alteration::Day { .. } | Alteration::Edition { .. } => {}
        }
    }

    pub(super) fn assessment(self) -> Assessment {
        Assessment::new(self.edition, self.organisation, self.publications, self.responses)
            .with_sites(self.sites)
            .with_assertions_confirmed(self.assertions)
            .with_action_plan(self.plan)
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Answer,
    NoAnswer,
    Certificate,
    Nhsmail,
    ProfileConfirmed,
    AssertionsConfirmed,
    ActionPlan,
    Day,
    Edition,
}

words!(Kind {
    Answer = "answer",
    NoAnswer = "no-answer",
    Certificate = "certificate",
    Nhsmail = "nhsmail",
    ProfileConfirmed = "profile-confirmed",
    AssertionsConfirmed = "assertions-confirmed",
    ActionPlan = "action-plan",
    Day = "day",
    Edition = "edition",
});

impl Kind {
    /// The keys that an alteration of this kind has beside `kind`; it must have all of them.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Answer => &["question", "response"],
            Self::NoAnswer => &["question"],
            Self::Certificate => &["certificate", "holding"],
            Self::Nhsmail => &["nhsmail"],
            Self::ProfileConfirmed => &["on"],
            Self::AssertionsConfirmed => &["assertions"],
            Self::ActionPlan => &["plan"],
            Self::Day => &["asOf"],
            Self::Edition => &["to"],
        }
    }
}

impl<'de> Read<'de> for Alteration {
    fn read<D: Deserializer<'de>>(doc: &mut Doc, source: D) -> Result<Option<Self>, D::Error> {
        struct Any {
            kind: Kind,
            question: Option<QuestionCode>,
            response: Option<Response>,
            certificate: Option<Certificate>,
            holding: Option<Holding>,
            nhsmail: Option<Nhsmail>,
            on: Option<NaiveDate>,
            assertions: Option<Vec<AssertionCode>>,
            plan: Option<ActionPlan>,
            as_of: Option<NaiveDate>,
            to: Option<EditionId>,
        }
        record!(Any, "an alteration with `kind`", {
            kind: required "kind",
            question: optional "question",
            response: optional "response",
            certificate: optional "certificate",
            holding: optional "holding",
            nhsmail: optional "nhsmail",
            on: optional "on",
            assertions: optional "assertions",
            plan: optional "plan",
            as_of: optional "asOf",
            to: optional "to",
        });
        let Some(any) = Any::read(doc, source)? else {
            return Ok(None);
        };
        let given = [
            ("question", any.question.is_some()),
            ("response", any.response.is_some()),
            ("certificate", any.certificate.is_some()),
            ("holding", any.holding.is_some()),
            ("nhsmail", any.nhsmail.is_some()),
            ("on", any.on.is_some()),
            ("assertions", any.assertions.is_some()),
            ("plan", any.plan.is_some()),
            ("asOf", any.as_of.is_some()),
            ("to", any.to.is_some()),
        ];
        let keys = any.kind.keys();
        let mut clean = true;
        for (key, present) in given {
            clean &= stray(doc, key, any.kind.as_str(), present && !keys.contains(&key));
            clean &= missing(doc, key, !present && keys.contains(&key));
        }
        if !clean {
            return Ok(None);
        }
        Ok(match any.kind {
            Kind::Answer => {
                any.question.zip(any.response).map(|(question, response)| Self::Answer { question, response })
            }
            Kind::NoAnswer => any.question.map(|question| Self::NoAnswer { question }),
            Kind::Certificate => any
                .certificate
                .zip(any.holding)
                .map(|(certificate, holding)| Self::Certificate { certificate, holding }),
            Kind::Nhsmail => any.nhsmail.map(|nhsmail| Self::Nhsmail { nhsmail }),
            Kind::ProfileConfirmed => any.on.map(|on| Self::ProfileConfirmed { on }),
            Kind::AssertionsConfirmed => any.assertions.map(|assertions| Self::AssertionsConfirmed { assertions }),
            Kind::ActionPlan => any.plan.map(|plan| Self::ActionPlan { plan }),
            Kind::Day => any.as_of.map(|as_of| Self::Day { as_of }),
            Kind::Edition => any.to.map(|to| Self::Edition { to }),
        })
    }
}
