//! Small made-up banks as JSON: a few questions with every kind of demand and relief, and rules of all shapes.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use dspt::Level;

/// The source of everything made up here.
pub(crate) const SOURCE: &str = "made-up-announcement-2040";
const COUNTED: [Level; 2] = [Level::ApproachingStandards, Level::StandardsMet];

fn made_up(value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "certainty": "confirmed", "sources": [SOURCE] })
}

/// Says of a fact that it is not confirmed.
pub(crate) fn leave_open(fact: &mut Value, certainty: &str) {
    (fact["certainty"], fact["because"]) = (json!(certainty), json!("Made up."));
}

/// What a question asks for beside its answer; each is a fact of its own.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a demand or a relief of its own")]
pub(crate) struct Shape {
    pub(crate) kind: &'static str,
    pub(crate) mandatory: [bool; 2],
    /// How "Not applicable" is answered, if at all: with a reason or without.
    pub(crate) not_applicable: Option<&'static str>,
    pub(crate) by_certificate: bool,
    pub(crate) by_nhsmail: bool,
    pub(crate) has_window: bool,
    pub(crate) has_threshold: bool,
    pub(crate) has_part: bool,
}

pub(crate) fn rules() -> impl Strategy<Value = [Value; 3]> {
    let of = |level: &str| json!({ "kind": "every-mandatory-complete", "level": level });
    let (approaching, mandatory) = (of("approaching-standards"), of("standards-met"));
    let below = json!({ "kind": "level-met", "level": "standards-met" });
    let every = json!({ "kind": "every-question-complete" });
    let plus = json!({ "kind": "certificate-current", "certificate": "cyber-essentials-plus" });
    let any = |rules: &[&Value]| json!({ "kind": "any-of", "rules": rules });
    let all = |rules: &[&Value]| json!({ "kind": "all-of", "rules": rules });
    let lowest = vec![approaching.clone(), approaching.clone(), any(&[&approaching, &mandatory])];
    let met = vec![
        mandatory.clone(),
        mandatory.clone(),
        any(&[&mandatory, &plus]),
        all(&[&mandatory, &any(&[&every, &plus])]),
        any(&[&mandatory, &approaching]),
    ];
    let exceeded = vec![every.clone(), plus.clone(), any(&[&every, &plus]), all(&[&below, &every])];
    (select(lowest), select(met), select(exceeded)).prop_map(|(lowest, met, exceeded)| [lowest, met, exceeded])
}

pub(crate) fn shape() -> impl Strategy<Value = Shape> {
    let often = || prop::bool::weighted(0.4);
    (
        select(vec!["confirmation", "text", "document"]),
        [any::<bool>(), any::<bool>()],
        select(vec![None, Some("asked"), Some("not-asked")]),
        [often(), often()],
        [often(), often(), often()],
    )
        .prop_map(|(kind, mandatory, not_applicable, by, [has_window, has_threshold, has_part])| Shape {
            kind,
            mandatory,
            not_applicable,
            by_certificate: by[0],
            by_nhsmail: by[1],
            has_window,
            has_threshold: has_threshold && kind == "confirmation",
            has_part: has_part && kind == "document",
        })
}

fn question_of(shapes: &[Shape], is_conditional: bool, at: usize) -> Value {
    let shape = &shapes[at];
    let entry = |level: usize| json!({ "level": COUNTED[level], "mandatory": made_up(shape.mandatory[level]) });
    let exemptions: Vec<Value> = [("cyber-essentials-plus", shape.by_certificate), ("nhsmail-only", shape.by_nhsmail)]
        .into_iter()
        .filter(|(_, is_given)| *is_given)
        .map(|(by, _)| json!({ "by": by, "exempts": made_up(true) }))
        .collect();
    let mut question = json!({
        "code": format!("1.1.{}", at + 1),
        "title": format!("Question {}", at + 1),
        "prompt": "Is it in place?",
        "guidance": "Put it in place.",
        "goodEvidence": [],
        "listed": { "certainty": "confirmed", "sources": [SOURCE] },
        "heading": made_up("data-security"),
        "evidenceType": made_up(shape.kind),
        "mandatory": [entry(0), entry(1)],
        "notApplicable": { "certainty": "confirmed", "sources": [SOURCE] },
        "exemptions": exemptions
    });
    if let Some(reason) = shape.not_applicable {
        question["notApplicable"] = made_up(route(reason));
    }
    if shape.has_window {
        question["window"] = made_up(json!({ "kind": "since", "date": "2040-09-01" }));
    }
    if shape.has_threshold {
        question["threshold"] =
            made_up(json!({ "percent": 95, "counts": "people", "rollingProgramme": made_up(true) }));
    }
    if shape.has_part {
        let asked = json!({ "certainty": "confirmed", "sources": [SOURCE] });
        question["parts"] = json!([{ "id": "policy", "title": "The policy", "asked": asked }]);
    }
    if is_conditional && at + 2 == shapes.len() {
        question["looksFor"] = made_up("things that nobody supports");
    }
    if is_conditional && at + 1 == shapes.len() {
        question["neededWhen"] = made_up(json!({ "found": format!("1.1.{at}") }));
    }
    question
}

/// How "Not applicable" is answered.
pub(crate) fn route(reason: &str) -> Value {
    json!({ "route": "comment", "when": "nothing of the kind is there", "reason": reason })
}

pub(crate) fn document_of(
    shapes: &[Shape],
    is_conditional: bool,
    rules: &[Value; 3],
    disputed: Option<&[Value; 3]>,
    is_short: bool,
) -> Value {
    let all: Vec<Value> = (0..shapes.len()).map(|at| question_of(shapes, is_conditional, at)).collect();
    let count = |level: usize| {
        let count = shapes.iter().filter(|shape| shape.mandatory[level]).count();
        json!({ "level": COUNTED[level], "count": made_up(count) })
    };
    let readings = |level: usize| {
        let second = disputed.map(|other| &other[level]).filter(|other| **other != rules[level]);
        // Where sources do not settle the rule, none of its readings is confirmed.
        let mut readings: Vec<Value> = [&rules[level]].into_iter().chain(second).cloned().map(made_up).collect();
        if readings.len() > 1 {
            for reading in &mut readings {
                leave_open(reading, "inferred");
            }
        }
        json!({ "level": Level::ALL[level], "readings": readings })
    };
    json!({
        "format": "dspt.bank.v1",
        "edition": {
            "id": "2040-41",
            "revision": 1,
            "toolkitVersion": made_up(23),
            "opening": made_up(json!({ "earliest": "2040-09-01", "latest": "2040-09-01" })),
            "deadline": made_up("2041-06-30"),
            "counts": [count(0), count(1)],
            "total": made_up(shapes.len() + usize::from(is_short)),
            "scope": made_up(json!({ "sector": "social-care", "nations": ["england"] })),
            "reconfirmation": made_up(true),
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
        "levels": [readings(0), readings(1), readings(2)],
        "questions": all,
        "sources": [
            { "id": SOURCE, "publisher": "Nobody", "title": "Made up for a test", "standing": "official" }
        ]
    })
}
