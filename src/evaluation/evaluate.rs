//! The evaluation: a ladder of calls, each costing more than the one before.

use chrono::NaiveDate;

use super::certainty::{Verdict, verdict};
use super::finding::Finding;
use super::judge::{QuestionStatus, certificate_is_possible, judge};
use super::level::{Blocker, LevelOutcome, LevelState, Reach, Tallies, blockers};
use super::profile::profile_findings;
use super::progress::{Progress, progress};
use super::reading::{Case, Notes, Unheard};
use crate::assessment::{Assessment, Response};
use crate::bank::{ExemptionGround, Level, Question, QuestionBank, QuestionCode, Readings};

/// The level that the answers support on a day, in the best reading; none below Approaching Standards.
///
/// This is the cheapest question to ask: nothing is kept and nothing allocated.
///
/// ```
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let bank = assessment.built_in_bank()?;
/// let day = "2026-06-01".parse().unwrap();
/// assert_eq!(dspt::level(bank, &assessment, day), Some(dspt::Level::ApproachingStandards));
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn level(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate) -> Option<Level> {
    let case = Case { bank, assessment, as_of };
    let mut tallies = Tallies::new();
    for (question, response) in Merged::of(&case) {
        tallies.add(&case, question, &judge(&case, question, response, &mut Unheard));
    }
    tallies.levels(&case).highest(Readings::HEADLINE)
}

/// The questions that stand between the answers and a level on a day, in code order.
///
/// Certificates and questions that the bank does not list are not questions; [`evaluate`] reports them as blockers.
///
/// ```
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let bank = assessment.built_in_bank()?;
/// let day = "2026-06-01".parse().unwrap();
/// let missing = dspt::outstanding(bank, &assessment, day, dspt::Level::StandardsMet);
/// assert_eq!(missing.len(), 2);
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn outstanding(bank: &QuestionBank, assessment: &Assessment, as_of: NaiveDate, level: Level) -> Vec<QuestionCode> {
    let case = Case { bank, assessment, as_of };
    Merged::of(&case)
        .filter(|(question, _)| bank.demands(question, level, as_of))
        .filter(|(question, response)| !judge(&case, question, *response, &mut Unheard).status.is_done())
        .map(|(question, _)| question.code)
        .collect()
}

/// What an assessment comes to under a bank's rules on a day: every status, every finding, every level.
///
/// The function is total: it cannot fail, and it depends on nothing but its arguments. The bank should be that of the
/// assessment's edition ([`Assessment::built_in_bank`], [`Assessment::check_against`]); where it is not, the answers are
/// not read, because a code means nothing without its edition, and a finding says so.
///
/// ```
/// # let text = include_str!("../../examples/assessments/harbour-house-2025-26.json");
/// let assessment = dspt::Assessment::from_json(text)?;
/// let bank = assessment.built_in_bank()?;
/// let evaluation = dspt::evaluate(bank, &assessment, "2026-06-01".parse().unwrap());
/// let missing: Vec<String> = evaluation.outstanding(dspt::Level::StandardsMet).map(|code| code.to_string()).collect();
/// assert_eq!(missing, ["4.3.1", "7.1.1"]);
/// # Ok::<(), dspt::ReadError>(())
/// ```
pub fn evaluate<'a>(bank: &'a QuestionBank, assessment: &'a Assessment, as_of: NaiveDate) -> Evaluation<'a> {
    let case = Case { bank, assessment, as_of };
    let mut tallies = Tallies::new();
    let mut findings = Findings(Vec::new());
    let mut questions = Vec::with_capacity(bank.question_list().len());
    for (question, response) in Merged::of(&case) {
        let first = findings.0.len();
        let judgement = judge(&case, question, response, &mut findings);
        tallies.add(&case, question, &judgement);
        questions.push(QuestionOutcome {
            question,
            status: judgement.status,
            exempt_by: judgement.exempt_by,
            done: judgement.done,
            attainable: judgement.attainable,
            first_finding: first,
            after_findings: findings.0.len(),
        });
    }
    let levels = tallies.levels(&case);
    let statuses = || questions.iter().map(|outcome| (outcome.question, outcome.status));
    let outcomes = bank
        .levels()
        .iter()
        .map(|rule| LevelOutcome {
            level: rule.level,
            state: levels.state(rule.level),
            strictly: met_in(levels.get(rule.level), Readings::STRICT),
            leniently: met_in(levels.get(rule.level), Readings::LENIENT),
            blockers: blockers(&case, &statuses(), &levels, rule),
        })
        .collect();
    Evaluation {
        case,
        level: levels.highest(Readings::HEADLINE),
        verdict: verdict(&case, &questions, &tallies, &levels),
        levels: outcomes,
        reach: tallies.reach(&case),
        progress: progress(&case, &questions),
        profile: profile_findings(&case),
        questions,
        findings: findings.0,
    }
}

fn met_in(met: Readings, reading: Readings) -> LevelState {
    if met.holds(reading) { LevelState::Met } else { LevelState::NotMet }
}

/// The questions of the bank with their answers: one merge over two sorted lists.
pub(super) struct Merged<'a> {
    questions: std::slice::Iter<'a, Question>,
    responses: std::iter::Peekable<std::slice::Iter<'a, (QuestionCode, Response)>>,
}

impl<'a> Merged<'a> {
    pub(super) fn of(case: &Case<'a>) -> Self {
        Self { questions: case.bank.question_list().iter(), responses: case.responses().iter().peekable() }
    }
}

impl<'a> Iterator for Merged<'a> {
    type Item = (&'a Question, Option<&'a Response>);

    fn next(&mut self) -> Option<Self::Item> {
        let question = self.questions.next()?;
        while self.responses.next_if(|(code, _)| *code < question.code).is_some() {}
        let response = self.responses.next_if(|(code, _)| *code == question.code);
        Some((question, response.map(|(_, response)| response)))
    }
}

/// Keeps the findings, one question's after another's.
struct Findings<'a>(Vec<Finding<'a>>);

impl<'a> Notes<'a> for Findings<'a> {
    fn finding(&mut self, finding: Finding<'a>) {
        self.0.push(finding);
    }
}

/// What an assessment comes to on a day. It borrows from the bank and the assessment.
#[derive(Clone)]
pub struct Evaluation<'a> {
    case: Case<'a>,
    level: Option<Level>,
    verdict: Verdict<'a>,
    levels: Vec<LevelOutcome>,
    reach: Reach,
    progress: Vec<Progress>,
    profile: Vec<Finding<'a>>,
    questions: Vec<QuestionOutcome<'a>>,
    findings: Vec<Finding<'a>>,
}

/// What one question comes to.
#[derive(Debug, Clone, Copy)]
pub struct QuestionOutcome<'a> {
    /// The question.
    pub question: &'a Question,
    /// What it comes to.
    pub status: QuestionStatus,
    /// What takes it away, where it is exempt.
    pub exempt_by: Option<ExemptionGround>,
    pub(super) done: Readings,
    /// Whether it is done or could be without taking back anything said.
    attainable: bool,
    first_finding: usize,
    after_findings: usize,
}

impl<'a> Evaluation<'a> {
    /// The bank that judged.
    pub fn bank(&self) -> &'a QuestionBank {
        self.case.bank
    }

    /// The assessment that was judged.
    pub fn assessment(&self) -> &'a Assessment {
        self.case.assessment
    }

    /// The day of the verdict.
    pub fn as_of(&self) -> NaiveDate {
        self.case.as_of
    }

    /// The level that the answers support in the best reading; none below Approaching Standards.
    pub fn level(&self) -> Option<Level> {
        self.level
    }

    /// How sure the level is.
    pub fn verdict(&self) -> &Verdict<'a> {
        &self.verdict
    }

    /// Each level of the edition, lowest first, with everything that stands in its way.
    pub fn levels(&self) -> &[LevelOutcome] {
        &self.levels
    }

    /// How far the assessment can still go.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// How far each heading is.
    pub fn progress(&self) -> &[Progress] {
        &self.progress
    }

    /// Each question of the edition in code order.
    pub fn questions(&self) -> &[QuestionOutcome<'a>] {
        &self.questions
    }

    /// What one question comes to, if the bank lists it.
    pub fn question(&self, code: QuestionCode) -> Option<&QuestionOutcome<'a>> {
        let at = self.questions.binary_search_by_key(&code, |outcome| outcome.question.code).ok()?;
        self.questions.get(at)
    }

    /// The findings about one question.
    pub fn findings_of(&self, outcome: &QuestionOutcome<'a>) -> &[Finding<'a>] {
        self.findings.get(outcome.first_finding..outcome.after_findings).unwrap_or_default()
    }

    /// The findings about the profile and the assessment as a whole.
    pub fn profile_findings(&self) -> &[Finding<'a>] {
        &self.profile
    }

    /// Every finding: about the profile first, then question by question.
    pub fn findings(&self) -> impl Iterator<Item = &Finding<'a>> {
        self.profile.iter().chain(&self.findings)
    }

    /// Whether what stands in the way of a level could be done without taking back anything said. Questions that the
    /// bank does not list are taken to be answered.
    pub(crate) fn is_open(&self, blocker: &Blocker) -> bool {
        match blocker {
            Blocker::Question { question } => self.question(*question).is_some_and(|outcome| outcome.attainable),
            Blocker::Unlisted { .. } => true,
            Blocker::Certificate { certificate } => certificate_is_possible(&self.case, *certificate),
            Blocker::AnyOf { ways } => ways.iter().any(|way| way.iter().all(|blocker| self.is_open(blocker))),
        }
    }

    /// The questions that stand between the answers and a level, in code order.
    pub fn outstanding(&self, level: Level) -> impl Iterator<Item = QuestionCode> {
        let outcome = self.levels.iter().find(|outcome| outcome.level == level);
        outcome.into_iter().flat_map(|outcome| &outcome.blockers).filter_map(|blocker| match blocker {
            Blocker::Question { question } => Some(*question),
            Blocker::Unlisted { .. } | Blocker::Certificate { .. } | Blocker::AnyOf { .. } => None,
        })
    }
}
