//! What a case of a finding is, and that every kind of finding has one.

use std::collections::BTreeSet;

use crate::common::{Answers, bank, code, usual_day};
use crate::{findings_answers, findings_evidence, findings_not_applicable, findings_profile};
use dspt::{
    Assessment, Effect, Evaluation, Finding, FindingKind, NaiveDate, Organisation, QuestionCode, QuestionStatus,
    Response, evaluate,
};

/// A finding where it arises, and beside it the nearest situation in which it does not.
pub(crate) struct Case {
    /// The code of the finding.
    pub(crate) code: &'static str,
    /// What it does.
    pub(crate) effect: Effect,
    /// Where it points.
    pub(crate) pointer: &'static str,
    /// Where it arises.
    pub(crate) arises: Situation,
    /// Where it does not.
    pub(crate) near: Situation,
}

/// The findings whose rule is this library's own, so that no source stands behind them.
const OWN_RULES: [&str; 2] = ["other-edition", "not-in-edition"];

/// An organisation's answers on a day, and what the question under test comes to.
pub(crate) struct Situation {
    judged_by: &'static str,
    as_of: NaiveDate,
    answers: Answers,
    question: Option<(QuestionCode, QuestionStatus)>,
}

/// A care home that has answered every listed question well, on the usual day of an edition.
#[track_caller]
pub(crate) fn home(edition: &'static str) -> Situation {
    let as_of = usual_day(edition);
    Situation { judged_by: edition, as_of, answers: Answers::complete(edition, as_of), question: None }
}

impl Situation {
    /// The same on another day.
    pub(crate) fn on(self, as_of: NaiveDate) -> Self {
        Self { as_of, ..self }
    }

    /// The same with another response to one question.
    #[track_caller]
    pub(crate) fn with(self, question: &str, response: Response) -> Self {
        self.but(|answers| answers.with(question, response))
    }

    /// The same with other answers.
    pub(crate) fn but(self, change: impl FnOnce(Answers) -> Answers) -> Self {
        Self { answers: change(self.answers), ..self }
    }

    /// The same with another profile.
    pub(crate) fn profile(self, change: impl FnOnce(&mut Organisation)) -> Self {
        self.but(|answers| answers.profile(change))
    }

    /// The same answers, judged by another edition.
    pub(crate) fn judged_by(self, edition: &'static str) -> Self {
        Self { judged_by: edition, ..self }
    }

    /// The same, saying what the question under test comes to.
    #[track_caller]
    pub(crate) fn leaves(self, question: &str, status: QuestionStatus) -> Self {
        Self { question: Some((code(question), status)), ..self }
    }

    fn assessment(&self) -> Assessment {
        self.answers.assessment()
    }

    #[track_caller]
    fn judge<'a>(&self, assessment: &'a Assessment) -> Evaluation<'a> {
        let evaluation = evaluate(bank(self.judged_by), assessment, self.as_of);
        if let Some((question, status)) = self.question {
            let outcome = evaluation.question(question).expect("a listed question");
            assert_eq!(outcome.status, status, "what {question} comes to");
        }
        evaluation
    }
}

impl Case {
    /// Checks the case and returns the finding's sentences.
    #[track_caller]
    pub(crate) fn told(&self) -> String {
        let assessment = self.arises.assessment();
        let evaluation = self.arises.judge(&assessment);
        let question = self.arises.question.map(|(question, _)| question);
        let is_it = |finding: &&Finding<'_>| finding.code() == self.code && finding.question() == question;
        let found: Vec<_> = evaluation.findings().filter(is_it).collect();
        let [finding] = found.as_slice() else { panic!("{} arises {} times", self.code, found.len()) };
        assert_eq!((finding.effect(), finding.pointer()), (self.effect, self.pointer.to_owned()), "{}", self.code);
        let sources = finding.sources();
        assert_eq!(sources.is_empty(), OWN_RULES.contains(&self.code), "{} has sources", self.code);
        assert!(sources.iter().all(|id| evaluation.bank().source(id).is_some()), "every source is in the bank");
        self.does_not_arise_nearby();
        format!("{}\nexpected: {}\nactual: {}", finding.message(), finding.expected(), finding.actual())
    }

    #[track_caller]
    fn does_not_arise_nearby(&self) {
        assert_eq!(self.near.question.is_some(), self.arises.question.is_some(), "both are about a question");
        let assessment = self.near.assessment();
        let evaluation = self.near.judge(&assessment);
        let question = self.near.question.map(|(question, _)| question);
        let found = evaluation.findings().find(|found| found.code() == self.code && found.question() == question);
        assert!(found.is_none(), "{} arises nearby: {found:?}", self.code);
    }
}

fn every_case() -> impl Iterator<Item = Case> {
    let lists =
        [findings_answers::CASES, findings_not_applicable::CASES, findings_evidence::CASES, findings_profile::CASES];
    lists.into_iter().flatten().map(|case| case())
}

#[test]
fn every_kind_of_finding_has_a_case() {
    let shown: BTreeSet<&str> = every_case().inspect(|case| drop(case.told())).map(|case| case.code).collect();
    let known: BTreeSet<&str> = FindingKind::CODES.iter().copied().collect();
    assert_eq!(shown, known);
    assert_eq!(known.len(), FindingKind::CODES.len(), "no code stands for two kinds");
}

#[test]
fn a_question_is_done_unless_a_finding_blocks_it() {
    for case in every_case() {
        let Some((question, status)) = case.arises.question else { continue };
        let blocks = case.effect == Effect::Blocks;
        assert_eq!(status.is_done(), !blocks, "{} on {question}", case.code);
    }
}

#[test]
fn every_sentence_is_fit_to_be_shown() {
    for case in every_case() {
        let told = case.told();
        let message = told.lines().next().expect("a message");
        assert!(message.ends_with('.') && message.chars().count() <= 200, "{message}");
        assert!(!told.contains("  ") && !told.contains(['<', '>', '\u{2019}', '\u{201c}']), "{told}");
        assert!(told.lines().all(|line| !line.ends_with(": ")), "{told}");
    }
}
