//! A submission for tests: an assessment against which nothing stands, to be changed by each test.

use chrono::Days;

use dspt::{
    ActionPlan, Arrangements, AssertionCode, Assessment, Certainty, EditionId, History, Level, NaiveDate, Nation,
    OdsCode, PastPublication, PlanItem, PlanStatus, Publication, PublishedLevel, QuestionBank, QuestionCode, Role,
    Sharing, Site, Submission, evaluate, publish,
};

use crate::common::{Answers, bank, code, day, held, usual_day};

/// An edition written as `2025-26`.
#[track_caller]
pub(crate) fn edition(text: &str) -> EditionId {
    text.parse().expect("an edition")
}

/// An ODS code written as `VM0X1`.
#[track_caller]
pub(crate) fn ods(text: &str) -> OdsCode {
    text.parse().expect("an ODS code")
}

/// A publication for the organisation alone.
#[track_caller]
pub(crate) fn past(of: &str, level: PublishedLevel, on: &str) -> PastPublication {
    PastPublication { edition: edition(of), level, published_on: day(on), sites: Vec::new(), digest: None }
}

/// Publications in the order of their days.
#[track_caller]
pub(crate) fn history(publications: impl IntoIterator<Item = PastPublication>) -> History {
    let mut history = History::default();
    for publication in publications {
        history.append(publication).expect("publications in the order of their days");
    }
    history
}

/// Every assertion that the bank lists a question of.
pub(crate) fn every_assertion(bank: &QuestionBank) -> Vec<AssertionCode> {
    let mut assertions: Vec<_> = bank.questions().map(|question| question.code.assertion_code()).collect();
    assertions.dedup();
    assertions
}

/// A plan with a filled-in item for each question.
#[track_caller]
pub(crate) fn plan(questions: &[&str], due_on: NaiveDate) -> ActionPlan {
    ActionPlan { items: questions.iter().map(|question| item(code(question), due_on)).collect() }
}

/// A filled-in item.
pub(crate) fn item(question: QuestionCode, due_on: NaiveDate) -> PlanItem {
    PlanItem {
        question,
        what: None,
        why: None,
        next_step: None,
        owner: Some("Registered manager".to_owned()),
        due_on: Some(due_on),
        status: PlanStatus::ToDo,
    }
}

/// A site in England that works as the head office does.
#[track_caller]
pub(crate) fn branch(ods_code: &str) -> Site {
    let shared = Sharing::Shared;
    Site {
        ods_code: ods(ods_code),
        name: None,
        nation: Nation::England,
        arrangements: Arrangements { training: shared, policies: shared, data_security: shared, it: shared },
        publications: History::default(),
    }
}

/// What is to be published, and everything it rests on.
#[derive(Debug, Clone)]
pub(crate) struct Ready {
    pub(crate) bank: &'static QuestionBank,
    pub(crate) as_of: NaiveDate,
    pub(crate) answers: Answers,
    pub(crate) history: History,
    pub(crate) assertions: Vec<AssertionCode>,
    pub(crate) plan: Option<ActionPlan>,
    pub(crate) sites: Vec<Site>,
    pub(crate) level: Level,
    pub(crate) by: Role,
    pub(crate) selected: Vec<OdsCode>,
}

impl Ready {
    /// A first publication on a day with every question answered; a certificate for Standards Exceeded, and for
    /// Approaching Standards two questions that are put off to an action plan.
    #[track_caller]
    pub(crate) fn first_on(of: &str, level: Level, as_of: NaiveDate) -> Self {
        let mut answers = Answers::complete(of, as_of).profile(|profile| {
            profile.profile_confirmed_on = Some(as_of);
            if level == Level::StandardsExceeded {
                let (before, after) = (as_of - Days::new(100), as_of + Days::new(200));
                profile.cyber_essentials_plus = Some(held(&before.to_string(), &after.to_string()));
            }
        });
        let mut attached = None;
        if level == Level::ApproachingStandards {
            answers = answers.without("3.1.1").without("7.2.1");
            attached = Some(plan(&["3.1.1", "7.2.1"], as_of + Days::new(30)));
        }
        Self {
            bank: bank(of),
            as_of,
            answers,
            history: History::default(),
            assertions: Vec::new(),
            plan: attached,
            sites: Vec::new(),
            level,
            by: Role::AdministratorMember,
            selected: Vec::new(),
        }
    }

    /// A first publication on a usual day.
    #[track_caller]
    pub(crate) fn first(of: &str, level: Level) -> Self {
        Self::first_on(of, level, usual_day(of))
    }

    /// A publication after one in the year before, with every assertion confirmed.
    #[track_caller]
    pub(crate) fn again(of: &str, level: Level) -> Self {
        let mut ready = Self::first(of, level);
        let earlier = edition(of).before().expect("an earlier edition").to_string();
        let deadline = format!("{}-06-30", edition(of).first_year());
        ready.history = history([past(&earlier, PublishedLevel::StandardsMet, &deadline)]);
        ready.assertions = every_assertion(ready.bank);
        ready
    }

    /// The same with something changed.
    #[must_use]
    pub(crate) fn but(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The same with other publications in the past.
    #[must_use]
    #[track_caller]
    pub(crate) fn after(self, publications: impl IntoIterator<Item = PastPublication>) -> Self {
        Self { history: history(publications), ..self }
    }

    /// The same without an answer.
    #[must_use]
    #[track_caller]
    pub(crate) fn without(self, question: &str) -> Self {
        Self { answers: self.answers.without(question), ..self }
    }

    /// The assessment.
    pub(crate) fn assessment(&self) -> Assessment {
        let Answers { edition, organisation, responses } = self.answers.clone();
        Assessment::new(edition, organisation, self.history.clone(), responses)
            .with_sites(self.sites.clone())
            .with_assertions_confirmed(self.assertions.clone())
            .with_action_plan(self.plan.clone())
    }

    /// The publication, or everything that stands against it.
    pub(crate) fn publish(&self) -> Result<Publication, Vec<Said>> {
        let assessment = self.assessment();
        let evaluation = evaluate(self.bank, &assessment, self.as_of);
        let submission = Submission { level: self.level, by: self.by, sites: &self.selected };
        publish(&evaluation, &submission).map_err(|refusal| {
            assert!(!refusal.obstacles.is_empty(), "a refusal gives a reason");
            assert_eq!((refusal.level, refusal.as_of), (self.level, self.as_of));
            for obstacle in &refusal.obstacles {
                assert_eq!(obstacle.kind().to_string(), obstacle.message());
            }
            refusal.obstacles.iter().map(Said::of).collect()
        })
    }

    /// The codes of what stands against it; none if it can be published.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.publish().err().unwrap_or_default().iter().map(|said| said.code).collect()
    }

    /// The one thing that stands against it.
    #[track_caller]
    pub(crate) fn only_obstacle(&self) -> Said {
        let mut said = self.publish().expect_err("something stands against it");
        assert_eq!(said.len(), 1, "{said:#?}");
        said.remove(0)
    }

    /// The publication; nothing stands against it.
    #[track_caller]
    pub(crate) fn published(&self) -> Publication {
        self.publish().unwrap_or_else(|said| panic!("nothing stands against it: {said:#?}"))
    }

    /// The codes of the notes of the publication.
    #[track_caller]
    pub(crate) fn notes(&self) -> Vec<&'static str> {
        self.published().notes.iter().map(|note| note.kind.code()).collect()
    }
}

/// What an obstacle says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) code: &'static str,
    pub(crate) pointer: &'static str,
    pub(crate) certainty: Certainty,
    pub(crate) sources: String,
    pub(crate) questions: String,
    pub(crate) message: String,
}

impl Said {
    fn of(obstacle: &dspt::Obstacle<'_>) -> Self {
        let sources: Vec<String> = obstacle.sources().iter().map(ToString::to_string).collect();
        let questions: Vec<String> = obstacle.kind().questions().iter().map(ToString::to_string).collect();
        Self {
            code: obstacle.code(),
            pointer: obstacle.kind().pointer(),
            certainty: obstacle.certainty(),
            sources: sources.join(" "),
            questions: questions.join(" "),
            message: obstacle.message(),
        }
    }

    /// Checks everything but the message and the questions.
    #[track_caller]
    pub(crate) fn is(&self, code: &str, pointer: &str, certainty: Certainty, sources: &str) {
        let found = (self.code, self.pointer, self.certainty, self.sources.as_str());
        assert_eq!(found, (code, pointer, certainty, sources));
    }
}
