//! The derivation: an evaluation with every step kept, made by the same functions.

use chrono::NaiveDate;

use super::evaluate::Merged;
use super::finding::Finding;
use super::judge::{QuestionStatus, certificate_is_current, judge};
use super::level::{Levels, Tallies, listed_is_all};
use super::profile::profile_findings;
use super::reading::Case;
use super::step::{Step, Steps};
use crate::assessment::{Assessment, Response};
use crate::bank::{Level, Question, QuestionBank, Readings, Rule};

/// What an assessment comes to on a day, with every step on the way. It costs more than an evaluation, and nobody pays
/// for it who does not ask.
pub(crate) struct Derivation<'a> {
    case: Case<'a>,
    tallies: Tallies,
    levels: Levels,
    questions: Vec<DerivedQuestion<'a>>,
}

/// One question with the steps by which it was judged.
pub(crate) struct DerivedQuestion<'a> {
    /// The question.
    pub(crate) question: &'a Question,
    /// The answer to it.
    pub(crate) response: Option<&'a Response>,
    /// What it comes to in the best reading.
    pub(crate) status: QuestionStatus,
    /// The readings in which it counts as done.
    pub(crate) done: Readings,
    /// The steps, in the order in which they were taken: what takes the question away, then the rules for its answer.
    pub(crate) steps: Vec<Step<'a>>,
    /// What was found about the question outside any step.
    pub(crate) besides: Vec<Finding<'a>>,
}

impl<'a> Derivation<'a> {
    /// Derives the verdict on a day.
    pub(crate) fn of(bank: &'a QuestionBank, assessment: &'a Assessment, as_of: NaiveDate) -> Self {
        let case = Case { bank, assessment, as_of };
        let mut tallies = Tallies::new();
        let questions = Merged::of(&case).map(|(question, response)| {
            let mut steps = Steps::default();
            let judgement = judge(&case, question, response, &mut steps);
            tallies.add(&case, question, &judgement);
            DerivedQuestion {
                question,
                response,
                status: judgement.status,
                done: judgement.done,
                steps: steps.taken,
                besides: steps.besides,
            }
        });
        let questions = questions.collect();
        Self { levels: tallies.levels(&case), case, tallies, questions }
    }

    /// The questions of the edition in code order.
    pub(crate) fn questions(&self) -> &[DerivedQuestion<'a>] {
        &self.questions
    }

    /// The bank that judges.
    pub(crate) fn bank(&self) -> &'a QuestionBank {
        self.case.bank
    }

    /// The assessment that is judged.
    pub(crate) fn assessment(&self) -> &'a Assessment {
        self.case.assessment
    }

    /// The day.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.case.as_of
    }

    /// The findings about the profile and the assessment as a whole.
    pub(crate) fn profile(&self) -> Vec<Finding<'a>> {
        profile_findings(&self.case)
    }

    /// The readings in which a level is met.
    pub(crate) fn level(&self, level: Level) -> Readings {
        self.levels.get(level)
    }

    /// The highest level met in the best reading.
    pub(crate) fn highest(&self) -> Option<Level> {
        self.levels.highest(Readings::HEADLINE)
    }

    /// The readings in which a rule holds.
    pub(crate) fn rule(&self, rule: &Rule) -> Readings {
        self.levels.rule_holds(&self.case, self.tallies.now(), certificate_is_current, rule)
    }

    /// The readings in which enough questions are done to make up the official count, and how many those are.
    pub(crate) fn official_count(&self, level: Level) -> (Readings, u32) {
        let tally = self.tallies.now();
        (tally.official_count(&self.case, level), tally.leniently_done(level))
    }

    /// The readings in which the edition has no question beyond those the bank lists.
    pub(crate) fn listed_is_all(&self) -> Readings {
        listed_is_all(self.case.bank)
    }
}
