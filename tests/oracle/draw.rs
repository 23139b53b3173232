//! Assessments at random, drawn towards the boundaries: a day before and after every edge that the bank names.

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::RngCore;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::{Value, json};

use crate::plain::{Bank, EDITIONS, date, list, text};
use crate::surroundings::{assertions, organisation, plan, publications, sites};
use crate::verdict::Asked;

/// The source of all draws of one case: equal numbers give equal cases, on every machine.
pub(crate) struct Draw(TestRng);

impl Draw {
    /// The draws of a case or a bank by its number.
    pub(crate) fn of(what: [u8; 24], number: u64) -> Self {
        let mut seed = [0; 32];
        seed[..24].copy_from_slice(&what);
        seed[24..].copy_from_slice(&number.to_be_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(end).unwrap()).unwrap()
    }

    pub(crate) fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A day before, on or after an edge.
    pub(crate) fn around(&mut self, edge: NaiveDate) -> NaiveDate {
        *self.pick(&[edge - Days::new(1), edge, edge + Days::new(1)])
    }

    /// One of several days, or a day before or after it.
    pub(crate) fn around_any(&mut self, edges: &[NaiveDate]) -> NaiveDate {
        let edge = *self.pick(edges);
        self.around(edge)
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Draws a case: an assessment, a day, who publishes and for which sites.
pub(crate) fn case(banks: &[Bank], number: u64) -> Asked {
    let draw = &mut Draw::of(*b"dspt: oracle and library", number);
    let (built_in, made_up) = banks.split_at(EDITIONS.len());
    let of_all = if made_up.is_empty() || !draw.one_in(4) { 0 } else { EDITIONS.len() };
    let at = if of_all == 0 { draw.below(built_in.len()) } else { of_all + draw.below(made_up.len()) };
    let bank = &banks[at];
    let edition = text(&bank.edition, "id").unwrap();
    let year = EDITIONS.iter().position(|built_in| *built_in == edition).unwrap();
    let today = a_day(draw, built_in, year);
    let mut responses = answers(draw, bank, today);
    carry_over(draw, bank, today, &mut responses);
    let sites = sites(draw, today);
    let mut assessment = json!({
        "format": "dspt.assessment.v1",
        "edition": if draw.one_in(200) { "2020-21" } else { edition },
        "organisation": organisation(draw, today),
        "sites": sites,
        "publications": publications(draw, built_in, year, today),
        "assertionsConfirmed": assertions(draw, bank),
        "responses": responses,
    });
    if draw.one_in(2) {
        assessment["actionPlan"] = plan(draw, bank, &assessment, today);
    }
    let mut selected = Vec::new();
    if draw.one_in(3) {
        for site in list(&assessment["sites"]) {
            if !draw.one_in(4) {
                selected.push(text(site, "odsCode").unwrap().to_owned());
            }
        }
        if draw.one_in(8) {
            selected.push("VM999".to_owned());
        }
    }
    let role =
        *draw.pick(&["administrator-member", "administrator-member", "administrator-member", "member", "auditor"]);
    Asked { bank: at, assessment, day: today, role, sites: selected }
}

/// A day inside the edition, mostly, or at one of its edges or those of the next.
fn a_day(draw: &mut Draw, banks: &[Bank], at: usize) -> NaiveDate {
    let bank = &banks[at];
    let opening = &bank.edition["opening"]["value"];
    let (earliest, latest) = (date(opening, "earliest").unwrap(), date(opening, "latest").unwrap());
    if !draw.one_in(3) {
        return latest + Days::new(draw.below(300) as u64);
    }
    let deadline = date(&bank.edition["deadline"], "value").unwrap();
    let mut edges = vec![
        earliest,
        latest,
        deadline,
        deadline + Months::new(2),
        deadline + Months::new(12),
        day("2024-02-29"),
        day("2023-02-28"),
    ];
    if let Some(next) = banks.get(at + 1) {
        let opening = &next.edition["opening"]["value"];
        edges.extend([date(opening, "earliest").unwrap(), date(opening, "latest").unwrap()]);
    }
    let counts = list(&bank.edition["counts"]).iter();
    let entries = counts.chain(bank.questions.iter().flat_map(|question| list(&question["mandatory"])));
    edges.extend(entries.flat_map(|entry| [date(entry, "from"), date(entry, "until")]).flatten());
    draw.around_any(&edges)
}

/// Answers to the questions: those of a level as they should be, and a few of them changed.
fn answers(draw: &mut Draw, bank: &Bank, today: NaiveDate) -> Value {
    let mut responses = json!({});
    let manner = draw.below(20);
    for question in &bank.questions {
        let mandatory_for = |level: &str| {
            let entries = list(&question["mandatory"]).iter();
            entries.filter(|entry| entry["level"] == level).any(|entry| entry["mandatory"]["value"] == true)
        };
        let wanted = match manner {
            0..8 => mandatory_for("standards-met"),
            8..12 => mandatory_for("approaching-standards"),
            12..17 => true,
            17 => draw.one_in(2),
            18 => false,
            _ => !draw.one_in(10),
        };
        if wanted {
            let answer =
                if manner == 19 { an_answer(draw, bank, question, today) } else { good(draw, question, today) };
            responses[text(question, "code").unwrap()] = answer;
        }
    }
    let changes = *draw.pick(&[0, 0, 1, 1, 1, 2, 2, 3, 5]);
    // Questions with rules of their own come up more often than those without.
    let rich: Vec<&Value> = bank.questions.iter().filter(|question| has_rules(question)).collect();
    for _ in 0..changes {
        let question = if !rich.is_empty() && draw.one_in(2) { *draw.pick(&rich) } else { draw.pick(&bank.questions) };
        let code = text(question, "code").unwrap();
        if draw.one_in(5) {
            responses.as_object_mut().unwrap().remove(code);
        } else {
            responses[code] = an_answer(draw, bank, question, today);
        }
    }
    responses
}

fn has_rules(question: &Value) -> bool {
    let has_list = |key: &str| !list(&question[key]).is_empty();
    let has = |key: &str| question.get(key).is_some();
    let exempted = list(&question["exemptions"]).iter().any(|exemption| exemption["exempts"]["value"] == true);
    has_list("parts")
        || has("window")
        || has("threshold")
        || has("looksFor")
        || has("neededWhen")
        || question["notApplicable"]["value"]["reason"] == "asked"
        || exempted
}

/// The simplest answer that is as it should be.
pub(crate) fn plain_answer(question: &Value) -> Value {
    let mut answer = match question["evidenceType"].get("value").and_then(Value::as_str) {
        Some("confirmation") => json!({ "kind": "confirmation", "confirmed": true }),
        Some("document") => {
            let parts: Vec<&Value> = list(&question["parts"]).iter().map(|part| &part["id"]).collect();
            json!({ "kind": "document", "documents": [{ "location": "Shared drive", "parts": parts }] })
        }
        Some("date") => json!({ "kind": "date", "date": "2021-01-01" }),
        _ => json!({ "kind": "text", "text": "As our policy says" }),
    };
    if question.get("looksFor").is_some() {
        answer["found"] = json!("something");
    }
    answer
}

/// An answer as it should be, with more or less detail.
fn good(draw: &mut Draw, question: &Value, today: NaiveDate) -> Value {
    let mut answer = plain_answer(question);
    if question.get("window").is_some() {
        answer["reviewedOn"] = json!(today - Days::new(draw.below(30) as u64));
    }
    if question.get("threshold").is_some() {
        answer["training"] = json!({ "trained": 60, "people": 60 });
    }
    if question.get("looksFor").is_some() {
        answer["found"] = json!(draw.pick(&["nothing", "something"]));
        if draw.one_in(5) {
            answer.as_object_mut().unwrap().remove("found");
        }
    }
    answer
}

/// An answer of any kind, mostly near to one that counts.
fn an_answer(draw: &mut Draw, bank: &Bank, question: &Value, today: NaiveDate) -> Value {
    let mut answer = good(draw, question, today);
    let kind = if draw.one_in(4) {
        *draw.pick(&["text", "confirmation", "document", "date", "not-applicable"])
    } else if draw.one_in(5) {
        "not-applicable"
    } else {
        match text(&answer, "kind").unwrap() {
            "confirmation" => "confirmation",
            "document" => "document",
            "date" => "date",
            _ => "text",
        }
    };
    if draw.one_in(2) || answer["kind"] != kind {
        answer = of_kind(draw, question, today, kind);
    }
    if draw.one_in(3) {
        answer["comment"] = json!(words(draw));
    }
    if draw.one_in(2) {
        answer["reviewedOn"] = json!(a_review(draw, question, today));
    }
    if kind == "confirmation" && (question.get("threshold").is_some() || draw.one_in(10)) && !draw.one_in(6) {
        answer["training"] = training(draw);
    }
    if kind == "confirmation" && (question.get("looksFor").is_some() || draw.one_in(20)) {
        answer["found"] = json!(draw.pick(&["nothing", "something"]));
        if draw.one_in(3) {
            answer.as_object_mut().unwrap().remove("found");
        }
    }
    if draw.one_in(4) {
        answer["origin"] = origin(draw, bank, today);
    }
    answer
}

fn of_kind(draw: &mut Draw, question: &Value, today: NaiveDate, kind: &str) -> Value {
    match kind {
        "text" => json!({ "kind": "text", "text": words(draw) }),
        "confirmation" => json!({ "kind": "confirmation", "confirmed": !draw.one_in(4) }),
        "date" => json!({ "kind": "date", "date": draw.around(today) }),
        "document" => {
            let mut documents = Vec::new();
            for _ in 0..*draw.pick(&[0, 1, 1, 1, 2, 2, 3]) {
                documents.push(document(draw, question, today));
            }
            json!({ "kind": "document", "documents": documents })
        }
        _ => {
            let mut answer = json!({ "kind": "not-applicable" });
            if !draw.one_in(3) {
                answer["reason"] = json!(words(draw));
            }
            answer
        }
    }
}

fn document(draw: &mut Draw, question: &Value, today: NaiveDate) -> Value {
    let location = if draw.one_in(2) { "Shared drive" } else { words(draw) };
    let mut document = json!({ "location": location });
    let mut parts = Vec::new();
    for part in list(&question["parts"]) {
        if !draw.one_in(3) {
            parts.push(part["id"].clone());
        }
    }
    document["parts"] = Value::Array(parts);
    if draw.one_in(2) {
        document["expiresOn"] = json!(draw.around(today));
    }
    document
}

/// Words of every sort: none, white space, strokes, an answer, and "Not applicable" in several spellings.
fn words(draw: &mut Draw) -> &'static str {
    const WORDS: &[&str] = &[
        "",
        "   ",
        "-",
        "As our policy says",
        "As our policy says",
        "Not applicable",
        "Not applicable",
        "not applicable",
        " NOT APPLICABLE. ",
        "Not applicable: we have none",
        "Not applicable, exempt as a small charity",
        "Not applicable - ",
        "N/A",
        "N/A: we have none",
        "(Not-applicable)",
        "NA",
        "Nature reserve records are kept apart",
        "Our policy says that breaches are not applicable",
    ];
    WORDS[draw.below(WORDS.len())]
}

/// A day of review around the edges of the question's window.
fn a_review(draw: &mut Draw, question: &Value, today: NaiveDate) -> NaiveDate {
    let months = |months| today - Months::new(months);
    let mut edges = vec![today, today, months(12), months(36)];
    if let Some(since) = question.get("window").and_then(|window| date(&window["value"], "date")) {
        edges.extend([since; 4]);
    }
    if question.get("window").is_some_and(|window| window["value"]["months"] == 12) {
        edges.extend([months(12); 4]);
    }
    if question.get("window").is_some_and(|window| window["value"]["months"] == 36) {
        edges.extend([months(36); 4]);
    }
    draw.around_any(&edges)
}

/// Training figures around 95 in 100.
fn training(draw: &mut Draw) -> Value {
    let people = *draw.pick(&[1, 19, 20, 21, 59, 60, 99, 100, 101, 4_000_000_000_u64]);
    let least = (people * 95).div_ceil(100);
    let trained = (*draw.pick(&[least, least, least.saturating_sub(1), least + 1, 0])).min(people);
    let mut training = json!({ "trained": trained, "people": people });
    if draw.one_in(3) {
        training["rollingProgramme"] = json!(draw.pick(&["", " ", "-", "Two evenings a month"]));
    }
    training
}

fn origin(draw: &mut Draw, bank: &Bank, today: NaiveDate) -> Value {
    let opening = &bank.edition["opening"]["value"];
    let edges = [date(opening, "earliest").unwrap(), date(opening, "latest").unwrap(), today];
    let first_year: i32 = text(&bank.edition, "id").unwrap()[..4].parse().unwrap();
    let from = first_year - 1 - i32::try_from(draw.below(2)).unwrap();
    let mut origin = json!({ "kind": "carried-over", "from": format!("{from}-{:02}", (from + 1) % 100) });
    if !draw.one_in(4) {
        origin["reconfirmedOn"] = json!(draw.around_any(&edges));
    }
    origin
}

/// Now and then all answers were carried over and reconfirmed.
fn carry_over(draw: &mut Draw, bank: &Bank, today: NaiveDate, responses: &mut Value) {
    if !draw.one_in(6) {
        return;
    }
    let first_year: i32 = text(&bank.edition, "id").unwrap()[..4].parse().unwrap();
    let from = format!("{}-{:02}", first_year - 1, first_year % 100);
    for (_, answer) in responses.as_object_mut().unwrap() {
        let confirmed = if draw.one_in(60) { draw.around(today) } else { today };
        answer["origin"] = json!({ "kind": "carried-over", "from": from, "reconfirmedOn": confirmed });
    }
}
