//! Small banks that nobody has ever seen, so that the rules are compared where the built-in editions are all alike.

use dspt::{QuestionBank, RawBank};
use serde_json::{Value, json};

use crate::draw::Draw;
use crate::plain::{Bank, EDITIONS, list, text};

const CERTAINTIES: [&str; 3] = ["confirmed", "inferred", "unknown"];

/// Draws a small bank from the questions of a built-in edition, with other facts; none where the check refuses it.
pub(crate) fn bank(number: u64) -> Option<(Bank, QuestionBank)> {
    let draw = &mut Draw::of(*b"dspt: a made-up bank    ", number);
    let at = draw.below(EDITIONS.len());
    let (mut about, all, sources) = Bank::files(EDITIONS[at]);
    let mut questions = Vec::new();
    for question in list(&all["questions"]) {
        // The question on unsupported software and the one that depends on it come together.
        let comes_always = ["8.1.4", "8.2.1"].contains(&text(question, "code").unwrap());
        let has_rules =
            ["1.1.1", "1.3.11", "3.2.1", "1.1.2", "1.4.3", "6.2.1"].contains(&text(question, "code").unwrap());
        if comes_always || draw.one_in(if has_rules { 2 } else { 12 }) {
            questions.push(question.clone());
        }
    }
    for question in &mut questions {
        other_facts(draw, question);
    }
    // What decides whether a question is needed is mandatory whenever that question is.
    let when_mandatory = questions.iter().find(|question| question["code"] == "8.1.4").unwrap()["mandatory"].clone();
    let dependent = questions.iter_mut().find(|question| question["code"] == "8.2.1").unwrap();
    dependent["mandatory"] = when_mandatory;
    // What is confirmed to be mandatory, or optional, is certainly in the edition.
    for question in &mut questions {
        let mut entries = list(&question["mandatory"]).iter();
        let is_certain = entries.any(|entry| entry["mandatory"]["certainty"] == "confirmed");
        question["listed"] = fact(draw, &Value::Null, if is_certain { 1 } else { 2 });
        question["listed"].as_object_mut().unwrap().remove("value");
    }
    // Nothing descends from the edition before.
    if at > 0 {
        for question in &mut questions {
            question["descent"] = fact(draw, &json!({ "relation": "no-relationship" }), 2);
        }
        let before = Bank::read(EDITIONS[at - 1]);
        let dropped = before.questions.iter().map(|question| fact(draw, &question["code"], 2));
        about["edition"]["dropped"] = dropped.collect();
    }
    let mut counts = Vec::new();
    for level in ["approaching-standards", "standards-met"] {
        let is_mandatory = |question: &&Value| {
            let mut entries = list(&question["mandatory"]).iter().filter(|entry| entry["level"] == level);
            entries.any(|entry| entry["mandatory"]["value"] == true && entry["mandatory"]["certainty"] != "unknown")
        };
        let count = questions.iter().filter(is_mandatory).count();
        counts.push(json!({ "level": level, "count": fact(draw, &json!(count), 2) }));
    }
    about["edition"]["counts"] = json!(counts);
    let total = questions.len() + *draw.pick(&[0, 0, 3]);
    about["edition"]["total"] = fact(draw, &json!(total), 3);
    about["edition"]["reconfirmation"] = fact(draw, &json!(true), 3);
    for (gate, value) in about["edition"]["gates"].as_object_mut().unwrap() {
        let other = match gate.as_str() {
            "assertionsConfirmed" => json!(draw.pick(&["every", "with-mandatory-questions"])),
            "republishAtLeast" => json!(draw.pick(&["approaching-standards", "standards-met", "standards-exceeded"])),
            _ => json!(!draw.one_in(3)),
        };
        *value = fact(draw, &other, 3);
    }
    about["levels"] = levels(draw);
    let questions = json!({ "questions": questions });
    let raw = RawBank::from_files(about.to_string(), questions.to_string(), sources.to_string()).ok()?;
    let checked = raw.check().ok()?;
    Some((Bank::of(about, questions), checked))
}

/// A fact of any of the first so many certainties.
fn fact(draw: &mut Draw, value: &Value, certainties: usize) -> Value {
    let certainty = draw.pick(&CERTAINTIES[..certainties]);
    json!({ "value": value, "certainty": certainty, "sources": ["bsbc-webinar-qa-2022-06"], "because": "Made up." })
}

fn other_facts(draw: &mut Draw, question: &mut Value) {
    let mut mandatory = Vec::new();
    for level in ["approaching-standards", "standards-met"] {
        let is_mandatory = !draw.one_in(3);
        let certainties = if is_mandatory { 3 } else { 2 };
        mandatory.push(json!({ "level": level, "mandatory": fact(draw, &json!(is_mandatory), certainties) }));
    }
    question["mandatory"] = json!(mandatory);
    for key in ["evidenceType", "notApplicable", "window", "threshold", "neededWhen"] {
        if let Some(value) = question.get(key).and_then(|fact| fact.get("value")).cloned() {
            question[key] = fact(draw, &value, 3);
        }
    }
    if question.get("threshold").is_some() {
        question["threshold"]["value"]["percent"] = json!(draw.pick(&[1, 50, 95, 100]));
        let is_accepted = !draw.one_in(3);
        question["threshold"]["value"]["rollingProgramme"] = fact(draw, &json!(is_accepted), 3);
    }
    for exemption in question["exemptions"].as_array_mut().unwrap() {
        let exempts = draw.one_in(3);
        exemption["exempts"] = fact(draw, &json!(exempts), 3);
    }
    if let Some(parts) = question.get_mut("parts").and_then(Value::as_array_mut) {
        for part in parts {
            part["asked"] = fact(draw, &Value::Null, 3);
            part["asked"].as_object_mut().unwrap().remove("value");
        }
    }
}

/// The rules of the levels, the upper one in any of several shapes.
fn levels(draw: &mut Draw) -> Value {
    let mandatory = |level: &str| json!({ "kind": "every-mandatory-complete", "level": level });
    let met = |level: &str| json!({ "kind": "level-met", "level": level });
    let certificate = |name: &str| json!({ "kind": "certificate-current", "certificate": name });
    let all = |rules: &[Value]| json!({ "kind": "all-of", "rules": rules });
    let any = json!({
        "kind": "any-of",
        "rules": [certificate("cyber-essentials-plus"), certificate("iso-27001")],
    });
    let every = json!({ "kind": "every-question-complete" });
    let tops = [
        certificate("cyber-essentials-plus"),
        every.clone(),
        any.clone(),
        all(&[every.clone(), certificate("cyber-essentials")]),
        json!({ "kind": "any-of", "rules": [every, certificate("iso-27001")] }),
    ];
    let mut readings = Vec::new();
    for certainties in [2, 3] {
        let rule = all(&[met("standards-met"), draw.pick(&tops).clone()]);
        readings.push(fact(draw, &rule, certainties));
        if draw.one_in(2) {
            break;
        }
    }
    let lower = mandatory("approaching-standards");
    let middle = all(&[met("approaching-standards"), mandatory("standards-met")]);
    let (lower, middle) = (fact(draw, &lower, 2), fact(draw, &middle, 2));
    let mut levels = vec![
        json!({ "level": "approaching-standards", "readings": [lower] }),
        json!({ "level": "standards-met", "readings": [middle] }),
    ];
    if !draw.one_in(8) {
        levels.push(json!({ "level": "standards-exceeded", "readings": readings }));
    }
    json!(levels)
}
