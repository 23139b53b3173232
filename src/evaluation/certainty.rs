//! How sure a verdict is, and on which facts it hangs.

use serde::Serialize;

use super::evaluate::QuestionOutcome;
use super::judge::judge;
use super::level::{Levels, Tallies, listed_is_all};
use super::reading::{Case, Notes};
use crate::bank::{Certainty, Level, LevelRule, Provenance, QuestionCode, Readings, Rule, SourceId};
use crate::reading::words;

/// How sure the level is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "certainty", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Verdict<'a> {
    /// The strict and the lenient reading come to the same level.
    Confirmed,
    /// The two readings differ, or their agreement rests on an official count that is only inferred.
    Inferred {
        /// The level in the strict reading; absent below Approaching Standards.
        #[serde(skip_serializing_if = "Option::is_none")]
        strictly: Option<Level>,
        /// The level in the lenient reading; absent below Approaching Standards.
        #[serde(skip_serializing_if = "Option::is_none")]
        leniently: Option<Level>,
        /// The facts on which it hangs, in code order. Where optional questions make up an official count in the
        /// lenient reading, that they are optional is not listed one by one.
        hangs_on: Vec<Dependency<'a>>,
    },
}

/// A fact that is not confirmed and on which a verdict hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dependency<'a> {
    /// The question it is about; absent where it is about a level or the edition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionCode>,
    /// The level it is about, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What it says something about.
    pub fact: FactName,
    /// Whether it is inferred or unknown.
    pub certainty: Certainty,
    /// Its sources.
    pub sources: &'a [SourceId],
    /// How it was read from the sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'a str>,
}

/// What a fact of the bank says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum FactName {
    /// That the edition has the question.
    Listed,
    /// Whether the question is mandatory for a level.
    Mandatory,
    /// The kind of answer the question takes.
    EvidenceType,
    /// That a document is asked for beside others.
    Part,
    /// How "Not applicable" is answered.
    NotApplicable,
    /// What takes the question away.
    Exemption,
    /// When evidence must have been reviewed.
    #[cfg_attr(feature = "schema", schemars(rename = "review-window"))]
    Window,
    /// How many people must have been trained.
    Threshold,
    /// Whether a rolling programme is accepted in place of the threshold.
    RollingProgramme,
    /// When the question is needed.
    NeededWhen,
    /// That answers carried over must be reconfirmed.
    Reconfirmation,
    /// The rule of a level.
    LevelRule,
    /// How many questions the edition has.
    Catalogue,
    /// How many questions are mandatory for a level.
    OfficialCount,
}

words!(pub FactName {
    Listed = "listed",
    Mandatory = "mandatory",
    EvidenceType = "evidence-type",
    Part = "part",
    NotApplicable = "not-applicable",
    Exemption = "exemption",
    Window = "review-window",
    Threshold = "threshold",
    RollingProgramme = "rolling-programme",
    NeededWhen = "needed-when",
    Reconfirmation = "reconfirmation",
    LevelRule = "level-rule",
    Catalogue = "catalogue",
    OfficialCount = "official-count",
});

/// How sure the level is.
///
/// The strict and the lenient reading bound every combination of the demands and reliefs that are entered as inferred or
/// unknown, because adding a demand never raises a level and adding a relief never lowers one. That a question taken as
/// optional were mandatory after all is not among them: the official counts are full without it.
pub(super) fn verdict<'a>(
    case: &Case<'a>,
    questions: &[QuestionOutcome<'a>],
    tallies: &Tallies,
    levels: &Levels,
) -> Verdict<'a> {
    let strictly = levels.highest(Readings::STRICT);
    let leniently = levels.highest(Readings::LENIENT);
    let mut hangs_on = Dependencies { found: Vec::new() };
    let disputed = |level: Level| levels.get(level).is_disputed();
    if strictly != leniently {
        for outcome in questions {
            facts_of_the_question(case, outcome, &disputed, &mut hangs_on);
        }
        // Whether a question is needed can hang on a fact about the one that decides it.
        hangs_on.found.sort_by_key(|dependency| dependency.question);
        facts_of_the_levels(case, &disputed, &mut hangs_on);
    }
    let freed = tallies.levels_but_for_inferred_counts(case);
    let is_held =
        |level: &Level| freed.get(*level).holds(Readings::LENIENT) && !levels.get(*level).holds(Readings::LENIENT);
    let held: Vec<&LevelRule> = case.bank.levels().iter().filter(|rule| is_held(&rule.level)).collect();
    for level in Level::ALL.iter().copied().filter(|level| tallies.is_held_by_inferred_count(case, *level)) {
        let is_asked = held.iter().any(|rule| asks_in_some_reading(rule, |rule| asks_for_mandatory(rule, level)));
        if let Some(count) = case.bank.about().count_on(level, case.as_of).filter(|_| is_asked) {
            hangs_on.push(None, Some(level), FactName::OfficialCount, &count.count.provenance);
        }
    }
    if strictly == leniently && hangs_on.found.is_empty() {
        Verdict::Confirmed
    } else {
        Verdict::Inferred { strictly, leniently, hangs_on: hangs_on.found }
    }
}

/// The facts through which a question contributes to a level in one reading and not in the other.
fn facts_of_the_question<'a>(
    case: &Case<'a>,
    outcome: &QuestionOutcome<'a>,
    disputed: &impl Fn(Level) -> bool,
    hangs_on: &mut Dependencies<'a>,
) {
    let question = outcome.question;
    let mut judged = false;
    let asks_for_every_question = |level: Level| {
        case.bank.levels().iter().any(|rule| rule.level == level && asks_in_some_reading(rule, asks_for_every))
    };
    for level in Level::ALL.iter().copied().filter(|level| disputed(*level)) {
        let demanded = question.mandatory_readings(level, case.as_of);
        let listed = question.listed.certainty.as_requirement();
        let every = asks_for_every_question(level);
        let differs =
            demanded.not().or(outcome.done).is_disputed() || every && listed.not().or(outcome.done).is_disputed();
        if !differs {
            continue;
        }
        if let Some(entry) = question.mandatory_on(level, case.as_of).filter(|_| demanded.is_disputed()) {
            hangs_on.push(Some(question.code), Some(level), FactName::Mandatory, &entry.mandatory.provenance);
        }
        if every && listed.is_disputed() && !demanded.is_disputed() {
            hangs_on.push(Some(question.code), None, FactName::Listed, &question.listed);
        }
        if !judged && outcome.done.is_disputed() {
            judged = true;
            judge(case, question, case.response(question.code), hangs_on);
        }
    }
}

fn facts_of_the_levels<'a>(case: &Case<'a>, disputed: &impl Fn(Level) -> bool, hangs_on: &mut Dependencies<'a>) {
    for rule in case.bank.levels().iter().filter(|rule| disputed(rule.level)) {
        for reading in &rule.readings {
            hangs_on.push(None, Some(rule.level), FactName::LevelRule, &reading.provenance);
        }
        if asks_in_some_reading(rule, asks_for_every) && listed_is_all(case.bank).is_disputed() {
            hangs_on.found.push(dependency(
                None,
                Some(rule.level),
                FactName::Catalogue,
                &case.bank.about().total.provenance,
            ));
        }
    }
}

fn asks_in_some_reading(rule: &LevelRule, asks: impl Fn(&Rule) -> bool) -> bool {
    rule.readings.iter().filter_map(|reading| reading.value.as_ref()).any(asks)
}

/// Whether a rule asks for the questions that are mandatory for a level.
fn asks_for_mandatory(rule: &Rule, for_level: Level) -> bool {
    match rule {
        Rule::EveryMandatoryComplete { level } => *level == for_level,
        Rule::AllOf { rules } | Rule::AnyOf { rules } => rules.iter().any(|rule| asks_for_mandatory(rule, for_level)),
        Rule::EveryQuestionComplete | Rule::LevelMet { .. } | Rule::CertificateCurrent { .. } => false,
    }
}

fn asks_for_every(rule: &Rule) -> bool {
    match rule {
        Rule::EveryQuestionComplete => true,
        Rule::AllOf { rules } | Rule::AnyOf { rules } => rules.iter().any(asks_for_every),
        Rule::EveryMandatoryComplete { .. } | Rule::LevelMet { .. } | Rule::CertificateCurrent { .. } => false,
    }
}

/// Gathers open facts while a question is judged once more.
struct Dependencies<'a> {
    found: Vec<Dependency<'a>>,
}

impl<'a> Dependencies<'a> {
    fn push(
        &mut self,
        question: Option<QuestionCode>,
        level: Option<Level>,
        fact: FactName,
        provenance: &'a Provenance,
    ) {
        if provenance.certainty != Certainty::Confirmed {
            let found = dependency(question, level, fact, provenance);
            if !self.found.contains(&found) {
                self.found.push(found);
            }
        }
    }
}

fn dependency(
    question: Option<QuestionCode>,
    level: Option<Level>,
    fact: FactName,
    provenance: &Provenance,
) -> Dependency<'_> {
    Dependency {
        question,
        level,
        fact,
        certainty: provenance.certainty,
        sources: &provenance.sources,
        because: provenance.because.as_deref(),
    }
}

impl<'a> Notes<'a> for Dependencies<'a> {
    fn open_fact(&mut self, of: QuestionCode, name: FactName, provenance: &'a Provenance) {
        self.push(Some(of), None, name, provenance);
    }
}
