//! No path is longer than it has to be: small banks of all shapes, every subset of steps tried.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

use crate::common::{Answers, day, good_response, held, response};
use crate::draft::Draft;
use crate::replies::{does_not_apply, ticked_found, unticked};
use dspt::{
    Alteration, Answer, Assessment, Certificate, Found, Holding, Level, NaiveDate, Nhsmail, Path, PathState,
    QuestionBank, Response, evaluate, level, path_to,
};

const SOURCE: &str = "made-up-announcement-2040";

fn made_up(value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "certainty": "confirmed", "sources": [SOURCE] })
}

/// A question of a small bank.
#[derive(Debug, Clone)]
struct Shape {
    kind: &'static str,
    for_approaching: bool,
    for_met: bool,
    taken_away_by: Option<&'static str>,
}

/// What is said to a question.
#[derive(Debug, Clone, Copy)]
enum Said {
    Good,
    Nothing,
    Unticked,
    NotApplicable,
}

/// A small bank, an assessment of it, and a level to be reached.
#[derive(Debug, Clone)]
struct Small {
    shapes: Vec<Shape>,
    /// Whether the last question is needed only where the one before it found something.
    is_conditional: bool,
    /// What the question that decides has found, where it is answered.
    found: Option<Found>,
    rules: [Value; 2],
    said: Vec<Said>,
    plus: Option<Holding>,
    iso: Option<Holding>,
    nhsmail: Option<Nhsmail>,
    level: Level,
}

fn as_of() -> NaiveDate {
    day("2041-05-01")
}

/// The rules of Standards Met and of Standards Exceeded.
fn rules() -> impl Strategy<Value = [Value; 2]> {
    let mandatory = json!({ "kind": "every-mandatory-complete", "level": "standards-met" });
    let every = json!({ "kind": "every-question-complete" });
    let plus = json!({ "kind": "certificate-current", "certificate": "cyber-essentials-plus" });
    let iso = json!({ "kind": "certificate-current", "certificate": "iso-27001" });
    let any = |rules: &[&Value]| json!({ "kind": "any-of", "rules": rules });
    let all = |rules: &[&Value]| json!({ "kind": "all-of", "rules": rules });
    let met = vec![
        mandatory.clone(),
        any(&[&mandatory, &iso]),
        any(&[&mandatory, &all(&[&iso, &plus])]),
        all(&[&mandatory, &any(&[&every, &plus])]),
    ];
    let exceeded = vec![
        every.clone(),
        plus.clone(),
        any(&[&every, &plus]),
        any(&[&all(&[&plus, &iso]), &every]),
        all(&[&every, &plus]),
        all(&[&any(&[&plus, &every]), &any(&[&iso, &every])]),
    ];
    (select(met), select(exceeded)).prop_map(|(met, exceeded)| [met, exceeded])
}

fn small() -> impl Strategy<Value = Small> {
    let shape = (
        select(vec!["confirmation", "text", "document"]),
        any::<bool>(),
        any::<bool>(),
        select(vec![None, Some("cyber-essentials-plus"), Some("nhsmail-only")]),
    );
    let shape = shape.prop_map(|(kind, for_approaching, for_met, taken_away_by)| Shape {
        kind,
        for_approaching,
        for_met,
        taken_away_by,
    });
    let said = select(vec![Said::Good, Said::Nothing, Said::Nothing, Said::Unticked, Said::NotApplicable]);
    let certificate = || {
        select(vec![
            None,
            Some(Holding::No),
            Some(held("2039-01-01", "2039-12-31")),
            Some(held("2041-01-01", "2041-12-31")),
        ])
    };
    let nhsmail = select(vec![None, Some(Nhsmail::No), Some(Nhsmail::OnlyEmailSystem)]);
    let found = select(vec![None, Some(Found::Nothing), Some(Found::Something)]);
    let shapes = prop::collection::vec(shape, 3..=6);
    let profile = (certificate(), certificate(), nhsmail);
    (shapes, any::<bool>(), found, rules(), prop::collection::vec(said, 6), profile, select(Level::ALL.to_vec()))
        .prop_map(|(mut shapes, is_conditional, found, rules, said, (plus, iso, nhsmail), level)| {
            // Each level asks for something.
            shapes[0].for_approaching = true;
            shapes[1].for_met = true;
            let deciding = shapes.len() - 2;
            if is_conditional {
                let last = shapes[deciding + 1].clone();
                let decides = &mut shapes[deciding];
                decides.kind = "confirmation";
                // A question is asked for wherever another one hangs on it.
                decides.for_approaching |= last.for_approaching;
                decides.for_met |= last.for_met;
            }
            Small { shapes, is_conditional, found, rules, said, plus, iso, nhsmail, level }
        })
}

impl Small {
    fn question(&self, at: usize) -> Value {
        let shape = &self.shapes[at];
        let entry = |level: &str, mandatory: bool| json!({ "level": level, "mandatory": made_up(mandatory) });
        let exemptions: Vec<Value> =
            shape.taken_away_by.iter().map(|by| json!({ "by": by, "exempts": made_up(true) })).collect();
        let mut question = json!({
            "code": format!("1.1.{}", at + 1),
            "title": format!("Question {}", at + 1),
            "prompt": "Is it in place?",
            "guidance": "Put it in place.",
            "goodEvidence": [],
            "listed": { "certainty": "confirmed", "sources": [SOURCE] },
            "heading": made_up("data-security"),
            "evidenceType": made_up(shape.kind),
            "mandatory": [
                entry("approaching-standards", shape.for_approaching),
                entry("standards-met", shape.for_met)
            ],
            "notApplicable": { "certainty": "confirmed", "sources": [SOURCE] },
            "exemptions": exemptions
        });
        let last = self.shapes.len() - 1;
        if self.is_conditional && at + 1 == last {
            question["looksFor"] = made_up("things that nobody supports");
        }
        if self.is_conditional && at == last {
            question["neededWhen"] = made_up(json!({ "found": format!("1.1.{last}") }));
        }
        question
    }

    #[track_caller]
    fn bank(&self) -> QuestionBank {
        let count = |of: &dyn Fn(&Shape) -> bool| made_up(self.shapes.iter().filter(|shape| of(shape)).count());
        let all: Vec<Value> = (0..self.shapes.len()).map(|at| self.question(at)).collect();
        let mandatory = json!({ "kind": "every-mandatory-complete", "level": "approaching-standards" });
        let draft = Draft(json!({
            "format": "dspt.bank.v1",
            "edition": {
                "id": "2040-41",
                "revision": 1,
                "toolkitVersion": made_up(23),
                "opening": made_up(json!({ "earliest": "2040-09-01", "latest": "2040-09-01" })),
                "deadline": made_up("2041-06-30"),
                "counts": [
                    { "level": "approaching-standards", "count": count(&|shape| shape.for_approaching) },
                    { "level": "standards-met", "count": count(&|shape| shape.for_met) }
                ],
                "total": made_up(self.shapes.len()),
                "scope": made_up(json!({ "sector": "social-care", "nations": ["england"] })),
                "reconfirmation": made_up(false),
                "notSure": { "certainty": "confirmed", "sources": [SOURCE] },
                "certificates": [],
                "gates": {
                    "profileConfirmed": made_up(true),
                    "assertionsConfirmed": made_up("with-mandatory-questions"),
                    "approachingOnlyFirst": made_up(true),
                    "actionPlan": made_up(true),
                    "republishAtLeast": made_up("standards-met"),
                    "entryLevelCounts": made_up(false),
                    "onlyAdministratorsPublish": made_up(true),
                    "sitesOnRecord": made_up(true),
                    "sitesShareArrangements": made_up(true),
                    "sitesNeedHeadOffice": made_up(true)
                }
            },
            "levels": [
                { "level": "approaching-standards", "readings": [made_up(mandatory)] },
                { "level": "standards-met", "readings": [made_up(self.rules[0].clone())] },
                { "level": "standards-exceeded", "readings": [made_up(self.rules[1].clone())] }
            ],
            "questions": all,
            "sources": [
                { "id": SOURCE, "publisher": "Nobody", "title": "Made up for a test", "standing": "official" }
            ]
        }));
        draft.check().unwrap_or_else(|error| panic!("{error}"))
    }

    fn assessment(&self, bank: &QuestionBank) -> Assessment {
        let mut answers = Answers::none("2040-41");
        let home = &mut answers.organisation;
        (home.cyber_essentials_plus, home.iso_27001, home.nhsmail) = (self.plus, self.iso, self.nhsmail);
        let deciding = self.shapes.len() - 2;
        for ((at, question), said) in bank.questions().enumerate().zip(&self.said) {
            let response = match said {
                Said::Nothing => continue,
                Said::NotApplicable => does_not_apply(),
                Said::Unticked => unticked(),
                Said::Good if self.is_conditional && at == deciding => {
                    response(Answer::Confirmation { confirmed: true, found: self.found, training: None })
                }
                Said::Good => good_response(question, as_of()),
            };
            answers.responses.insert(question.code, response);
        }
        answers.assessment()
    }

    /// That the deciding question found nothing, where it does not say yet what it found.
    fn nothing_found(&self, bank: &QuestionBank, assessment: &Assessment) -> Option<Alteration> {
        let deciding = bank.questions().nth(self.shapes.len() - 2).filter(|_| self.is_conditional)?;
        let says = |response: &Response| matches!(response.answer, Answer::Confirmation { found: Some(_), .. });
        let is_open = !assessment.response(deciding.code).is_some_and(says);
        is_open.then(|| Alteration::Answer { question: deciding.code, response: ticked_found(Found::Nothing) })
    }
}

/// The fewest of some alterations, after those that are supposed, that reach a level; none where even all do not.
fn fewest(
    bank: &QuestionBank,
    assessment: &Assessment,
    supposed: &[Alteration],
    moves: &[Alteration],
    to: Level,
) -> Option<usize> {
    let subsets = 0..1_u32 << moves.len();
    let reaching = subsets.filter(|subset| {
        let chosen = moves.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1).map(|(_, chosen)| chosen);
        let altered = supposed.iter().chain(chosen).fold(assessment.clone(), |assessment, one| one.apply(&assessment));
        level(bank, &altered, as_of()) >= Some(to)
    });
    let sizes = reaching.map(u32::count_ones).min();
    sizes.map(|size| usize::try_from(size).expect("small"))
}

fn certificate(certificate: Certificate) -> Alteration {
    Alteration::Certificate { certificate, holding: held("2041-05-01", "2042-04-30") }
}

/// The certificates that the rules up to a level name, as they stand in the bank.
fn named(bank: &QuestionBank, to: Level) -> Vec<Certificate> {
    let rules = bank.levels().iter().filter(|rule| rule.level <= to).filter_map(|rule| rule.best());
    let text: String = rules.map(|rule| serde_json::to_string(rule).expect("JSON")).collect();
    let is_named = |certificate: &&Certificate| text.contains(&format!("\"{certificate}\""));
    Certificate::ALL.iter().filter(is_named).copied().collect()
}

/// How many steps an alternative comes to: its own in place of those it names and of the one for its question.
fn steps_of(path: &Path, alternative: &dspt::Alternative) -> usize {
    let stays = |step: &&dspt::Step| {
        step.question.is_none_or(|code| !alternative.instead_of.contains(&code))
            && (step.question.is_none() || step.question != alternative.step.question)
    };
    path.steps.iter().filter(stays).count() + 1
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/path_minimal.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_smaller_set_of_answers_and_certificates_reaches_the_level(small in small()) {
        let bank = small.bank();
        let assessment = small.assessment(&bank);
        let path = path_to(&bank, &assessment, as_of(), small.level);
        let evaluation = evaluate(&bank, &assessment, as_of());
        let undone = evaluation.questions().iter().filter(|outcome| !outcome.status.is_done());
        let answers: Vec<Alteration> =
            undone.map(|outcome| Alteration::answered(outcome.question, as_of())).collect();
        let certificates: Vec<Alteration> = named(&bank, small.level).into_iter().map(certificate).collect();
        let moves = [answers, certificates].concat();
        let least = fewest(&bank, &assessment, &[], &moves, small.level);
        let found = (path.state != PathState::NoWay).then_some(path.steps.len());
        prop_assert_eq!(found, least, "{:#?}", path);
    }

    /// With one way to the level, an alternative is given exactly where what it supposes saves a step.
    #[test]
    fn an_alternative_is_given_where_it_saves_a_step(small in small()) {
        let mandatory = json!({ "kind": "every-mandatory-complete", "level": "standards-met" });
        let rules = [mandatory, small.rules[1].clone()];
        let small = Small { level: small.level.min(Level::StandardsMet), rules, ..small };
        let bank = small.bank();
        let assessment = small.assessment(&bank);
        let path = path_to(&bank, &assessment, as_of(), small.level);
        let evaluation = evaluate(&bank, &assessment, as_of());
        let undone = evaluation.questions().iter().filter(|outcome| !outcome.status.is_done());
        let moves: Vec<Alteration> = undone.map(|outcome| Alteration::answered(outcome.question, as_of())).collect();
        let plus = certificate(Certificate::CyberEssentialsPlus);
        let nhsmail = Alteration::Nhsmail { nhsmail: Nhsmail::OnlyEmailSystem };
        for supposed in [plus, nhsmail].into_iter().chain(small.nothing_found(&bank, &assessment)) {
            let others: Vec<Alteration> =
                moves.iter().filter(|other| supposed.question().is_none() || other.question() != supposed.question()).cloned().collect();
            let with = fewest(&bank, &assessment, std::slice::from_ref(&supposed), &others, small.level);
            let with = 1 + with.expect("all answers reach it");
            let is_it = |other: &&dspt::Alternative| {
                let step = &other.step.alteration;
                std::mem::discriminant(step) == std::mem::discriminant(&supposed) && step.question() == supposed.question()
            };
            match path.alternatives.iter().find(is_it) {
                Some(given) => {
                    prop_assert_eq!(steps_of(&path, given), with);
                    prop_assert!(with <= path.steps.len());
                }
                None => prop_assert!(with >= path.steps.len(), "{with} steps if {supposed:?}, not {}", path.steps.len()),
            }
        }
    }
}
