//! The search for the fewest steps to a level.

use chrono::NaiveDate;

use super::alteration::{Alteration, Altered};
use super::mend;
use super::need::{self, Need};
use super::path::Alternative;
use super::step::{Effort, Ground, Step};
use crate::assessment::{Answer, Assessment, Found, Holding, Nhsmail};
use crate::bank::{Certificate, ExemptionGround, Fact, Level, Question, QuestionBank, QuestionCode};
use crate::evaluation::{Blocker, Effect, Evaluation, Finding, QuestionOutcome, QuestionStatus, evaluate};
use crate::message::{Argument, Message};
use crate::publication::ObstacleKind;

/// What is looked for.
pub(super) struct Search<'a> {
    pub(super) bank: &'a QuestionBank,
    pub(super) assessment: &'a Assessment,
    pub(super) as_of: NaiveDate,
    pub(super) level: Level,
    /// What the assessment comes to as it is.
    pub(super) today: Evaluation<'a>,
}

/// A way to the level: the certificates entered and the questions asked for, with the steps.
pub(super) struct Way {
    certificates: Vec<Certificate>,
    need: Need,
    pub(super) steps: Vec<Step>,
}

/// How much steps take: how many there are, then how much effort.
fn weight<'s>(steps: impl IntoIterator<Item = &'s Step>) -> (u32, u32) {
    let efforts = steps.into_iter().map(|step| step.effort.weight());
    efforts.fold((0, 0), |(count, sum), effort| (count.saturating_add(1), sum.saturating_add(effort)))
}

impl<'a> Search<'a> {
    /// The way with the fewest steps, and of those alike the one with the least effort; none where none leads there.
    pub(super) fn best(&self) -> Option<Way> {
        let lacking = self.lacking();
        let mut best: Option<Way> = None;
        for chosen in 0..1_usize << lacking.len() {
            let in_choice = |(at, certificate): (usize, &Certificate)| (chosen >> at & 1 == 1).then_some(*certificate);
            let certificates: Vec<Certificate> = lacking.iter().enumerate().filter_map(in_choice).collect();
            let held = |certificate| self.holds(certificate) || certificates.contains(&certificate);
            for need in need::ways(self.bank, self.level, &held) {
                let Some(steps) = self.steps(&certificates, need) else { continue };
                if best.as_ref().is_none_or(|best| weight(&steps) < weight(&best.steps)) {
                    best = Some(Way { certificates: certificates.clone(), need, steps });
                }
            }
        }
        best
    }

    fn holds(&self, certificate: Certificate) -> bool {
        self.assessment.organisation().holding(certificate).is_some_and(|holding| holding.is_current_on(self.as_of))
    }

    /// The certificates that the rules speak of and that are not in date.
    fn lacking(&self) -> Vec<Certificate> {
        let named = need::certificates(self.bank, self.level).into_iter();
        named.filter(|certificate| !self.holds(*certificate)).collect()
    }

    /// The steps that enter some certificates and answer what is then still needed.
    fn steps(&self, certificates: &[Certificate], need: Need) -> Option<Vec<Step>> {
        let mut altered = Altered::new(self.assessment);
        let mut steps: Vec<Step> = certificates.iter().map(|certificate| self.certificate(*certificate)).collect();
        altered.follow(&steps);
        self.note_what_is_taken_away(&altered, need, &mut steps);
        steps.extend(self.answers(altered, need)?);
        Some(steps)
    }

    /// A step for each question that is needed and not done. An answer may make another question needed, which then
    /// gets a step as well.
    fn answers(&self, mut altered: Altered, need: Need) -> Option<Vec<Step>> {
        let mut steps: Vec<Step> = Vec::new();
        for _ in 0..=self.bank.question_list().len() {
            let now = altered.clone().assessment();
            let evaluation = evaluate(self.bank, &now, self.as_of);
            let undone: Vec<_> = self.undone(&evaluation, need).collect();
            if undone.is_empty() {
                return Some(steps);
            }
            for outcome in undone {
                let step = self.answer(&evaluation, outcome);
                if steps.iter().any(|earlier| earlier.question == step.question) {
                    return None;
                }
                altered.apply(&step.alteration);
                steps.push(step);
            }
        }
        None
    }

    fn undone<'e>(&self, evaluation: &'e Evaluation<'e>, need: Need) -> impl Iterator<Item = &'e QuestionOutcome<'e>> {
        let as_of = self.as_of;
        let outcomes = evaluation.questions().iter();
        outcomes.filter(move |outcome| !outcome.status.is_done() && need.contains(outcome.question, as_of))
    }

    fn answer(&self, evaluation: &Evaluation<'_>, outcome: &QuestionOutcome<'_>) -> Step {
        let question = outcome.question;
        let blocking = || evaluation.findings_of(outcome).iter().filter(|finding| finding.effect() == Effect::Blocks);
        let response = evaluation.assessment().response(question.code);
        let (response, effort) = mend::mended(question, response, blocking().map(Finding::kind), self.as_of);
        Step {
            question: Some(question.code),
            title: question.title.clone(),
            asks: Some(question.prompt.clone()),
            effort,
            serves: self.levels(|level, blockers| {
                self.bank.demands(question, level, self.as_of) || is_among(blockers, &is_question(question.code))
            }),
            takes_away: Vec::new(),
            grounds: blocking().map(Ground::from).collect(),
            alteration: Alteration::Answer { question: question.code, response },
        }
    }

    /// The levels of which something holds, given what stands in the way of each today.
    fn levels(&self, holds: impl Fn(Level, &[Blocker]) -> bool) -> Vec<Level> {
        let levels = self.today.levels().iter().filter(|outcome| holds(outcome.level, &outcome.blockers));
        levels.map(|outcome| outcome.level).collect()
    }

    /// A certificate entered from the day on.
    fn certificate(&self, certificate: Certificate) -> Step {
        let holding = Holding::Yes { issued_on: self.as_of, expires_on: mend::last_day(self.as_of) };
        let is_it = |blocker: &Blocker| *blocker == Blocker::Certificate { certificate };
        let serves = self.levels(|_, blockers| is_among(blockers, &is_it));
        let rule = serves.first().map(|level| {
            let kind = ObstacleKind::CertificateMissing { level: *level, certificate };
            Ground::of_level(self.bank, *level, &kind)
        });
        let effort = match self.assessment.organisation().holding(certificate) {
            None | Some(Holding::NotSure) => Effort::Record,
            Some(Holding::Yes { .. }) => Effort::Renew,
            Some(Holding::No) => Effort::Arrange,
        };
        Step {
            question: None,
            title: certificate.name().to_owned(),
            asks: None,
            effort,
            serves,
            takes_away: Vec::new(),
            grounds: rule.into_iter().chain(self.about_the_profile(certificate.key())).collect(),
            alteration: Alteration::Certificate { certificate, holding },
        }
    }

    /// What the evaluation has to say about an entry of the profile.
    fn about_the_profile(&self, key: &str) -> Vec<Ground> {
        let place = format!("/organisation/{key}");
        let about = self.today.profile_findings().iter().filter(|finding| finding.pointer().starts_with(&place));
        about.map(Ground::from).collect()
    }

    /// Notes which of the questions outstanding a certificate takes away.
    fn note_what_is_taken_away(&self, altered: &Altered, need: Need, steps: &mut [Step]) {
        let then = altered.clone().assessment();
        let then = evaluate(self.bank, &then, self.as_of);
        for step in steps {
            let ground = match step.alteration {
                Alteration::Certificate { certificate: Certificate::CyberEssentialsPlus, .. } => {
                    ExemptionGround::CyberEssentialsPlus
                }
                Alteration::Nhsmail { .. } => ExemptionGround::NhsmailOnly,
                _ => continue,
            };
            let is_exempt = |code: &QuestionCode| {
                then.question(*code).is_some_and(|outcome| {
                    outcome.status == QuestionStatus::Exempt && outcome.exempt_by == Some(ground)
                })
            };
            step.takes_away =
                self.undone(&self.today, need).map(|outcome| outcome.question.code).filter(is_exempt).collect();
        }
    }

    /// What would take the place of steps of the best way, and rests on something that only the organisation can know.
    pub(super) fn alternatives(&self, best: &Way) -> Vec<Alternative> {
        let mut supposed: Vec<Step> = Vec::new();
        let plus = Certificate::CyberEssentialsPlus;
        if !self.holds(plus) && !best.certificates.contains(&plus) {
            supposed.push(self.certificate(plus));
        }
        if self.assessment.organisation().nhsmail != Some(Nhsmail::OnlyEmailSystem) {
            supposed.push(self.nhsmail());
        }
        supposed.extend(self.deciding().filter_map(|question| self.nothing_found(question)));
        supposed.into_iter().filter_map(|step| self.alternative(best, step)).collect()
    }

    fn alternative(&self, best: &Way, step: Step) -> Option<Alternative> {
        let mut altered = Altered::new(self.assessment);
        let certificates = best.steps.iter().filter(|step| step.question.is_none());
        let kept: Vec<&Step> = certificates.collect();
        altered.follow(kept.iter().copied());
        altered.apply(&step.alteration);
        let mut supposed = [step];
        self.note_what_is_taken_away(&altered, best.need, &mut supposed);
        let [step] = supposed;
        let rest = self.answers(altered, best.need)?;
        let then = weight(kept.iter().copied().chain([&step]).chain(&rest));
        if then >= weight(&best.steps) {
            return None;
        }
        let is_left = |code: &QuestionCode| {
            step.question != Some(*code) && rest.iter().all(|other| other.question != Some(*code))
        };
        let mut instead_of: Vec<QuestionCode> = best.steps.iter().filter_map(|step| step.question).collect();
        instead_of.retain(is_left);
        instead_of.sort_unstable();
        if instead_of.is_empty() {
            return None;
        }
        let said = self.in_place_of(&step, &instead_of);
        Some(Alternative { message: said.text(), told: said.told(), step, instead_of })
    }

    /// What has to be so, and what it would save.
    fn in_place_of<'s>(&self, step: &'s Step, instead_of: &[QuestionCode]) -> Message<'s> {
        let spared = Argument::codes("questions", instead_of);
        match (&step.alteration, step.question) {
            (Alteration::Certificate { certificate, .. }, _) => {
                let certificate = Argument::word("certificate", "certificate", certificate.as_str());
                let sentence = match step.effort {
                    Effort::Record => "path.alternative.certificate-not-stated",
                    _ => "path.alternative.certificate",
                };
                Message::new(sentence, vec![certificate, spared, Argument::level(self.level)])
            }
            (_, Some(question)) => {
                let title = Argument::quoted("title", Some(question), &step.title);
                let question = Argument::Question { name: "question", value: question };
                Message::new("path.alternative.nothing-found", vec![question, title, spared])
            }
            _ => Message::new("path.alternative.nhsmail", vec![spared]),
        }
    }

    fn nhsmail(&self) -> Step {
        let effort = match self.assessment.organisation().nhsmail {
            None | Some(Nhsmail::NotSure) => Effort::Record,
            Some(_) => Effort::Arrange,
        };
        Step {
            question: None,
            title: ExemptionGround::NhsmailOnly.name().to_owned(),
            asks: None,
            effort,
            serves: Vec::new(),
            takes_away: Vec::new(),
            grounds: self.about_the_profile("nhsmail"),
            alteration: Alteration::Nhsmail { nhsmail: Nhsmail::OnlyEmailSystem },
        }
    }

    /// The questions on whose findings others depend.
    fn deciding(&self) -> impl Iterator<Item = &'a Question> {
        let conditions = self.bank.questions().filter_map(|question| question.needed_when.as_ref()?.known());
        let mut codes: Vec<QuestionCode> = conditions.map(|condition| condition.found).collect();
        codes.sort_unstable();
        codes.dedup();
        let bank = self.bank;
        codes.into_iter().filter_map(move |code| bank.question(code))
    }

    /// The answer that nothing was found, where the question does not say yet what was.
    fn nothing_found(&self, question: &Question) -> Option<Step> {
        question.looks_for.as_ref().and_then(Fact::known)?;
        let outcome = self.today.question(question.code)?;
        let mut step = match (outcome.status, self.assessment.response(question.code)) {
            (QuestionStatus::Complete, Some(response)) => {
                let alteration = Alteration::Answer { question: question.code, response: response.clone() };
                let advice = self.today.findings_of(outcome).iter().map(Ground::from).collect();
                Step { effort: Effort::QuickWin, grounds: advice, alteration, ..self.answer(&self.today, outcome) }
            }
            (QuestionStatus::Incomplete | QuestionStatus::Unanswered, _) => self.answer(&self.today, outcome),
            _ => return None,
        };
        let Alteration::Answer { response, .. } = &mut step.alteration else { return None };
        let Answer::Confirmation { found: found @ None, .. } = &mut response.answer else { return None };
        *found = Some(Found::Nothing);
        Some(step)
    }
}

fn is_question(code: QuestionCode) -> impl Fn(&Blocker) -> bool {
    move |blocker| *blocker == Blocker::Question { question: code }
}

/// Whether a blocker of some kind is among those that stand in the way, in whatever way.
fn is_among(blockers: &[Blocker], is_it: &impl Fn(&Blocker) -> bool) -> bool {
    blockers.iter().any(|blocker| match blocker {
        Blocker::AnyOf { ways } => ways.iter().any(|way| is_among(way, is_it)),
        _ => is_it(blocker),
    })
}
