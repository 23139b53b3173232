//! Assessments at random, drawn towards the boundaries: a day before and after every edge that the bank names.

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::RngCore;
use proptest::test_runner::{RngAlgorithm, TestRng};
use serde_json::{Value, json};

use crate::answers::{Case, after_not_applicable, named_documents};
use crate::levels::{is_mandatory, outstanding, statuses};
use crate::plain::{Bank, Reading, date, list, text};
use crate::verdict::Asked;

/// The source of all draws of one case: equal numbers give equal cases, on every machine.
pub(crate) struct Draw(TestRng);

impl Draw {
    pub(crate) fn case(number: u64) -> Self {
        let mut seed = *b"dspt: oracle against evaluator ..";
        seed[24..32].copy_from_slice(&number.to_be_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &seed[..32]))
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(end).unwrap()).unwrap()
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A day before, on or after an edge.
    fn around(&mut self, edge: NaiveDate) -> NaiveDate {
        *self.pick(&[edge - Days::new(1), edge, edge + Days::new(1)])
    }

    /// One of several days, or a day before or after it.
    fn around_any(&mut self, edges: &[NaiveDate]) -> NaiveDate {
        let edge = *self.pick(edges);
        self.around(edge)
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Draws a case: an assessment, a day, who publishes and for which sites.
pub(crate) fn case(banks: &[Bank], number: u64) -> Asked {
    let draw = &mut Draw::case(number);
    let at = draw.below(banks.len());
    let bank = &banks[at];
    let edition = text(&bank.edition, "id").unwrap();
    let today = a_day(draw, banks, at);
    let mut responses = answers(draw, bank, today);
    carry_over(draw, bank, today, &mut responses);
    let sites = sites(draw, today);
    let mut assessment = json!({
        "format": "dspt.assessment.v1",
        "edition": if draw.one_in(200) { "2020-21" } else { edition },
        "organisation": organisation(draw, today),
        "sites": sites,
        "publications": publications(draw, banks, at, today),
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

/// Whether a case turns on something that the rules and the library are known to see differently. Such cases are not
/// compared: two documents that both say "Not applicable", and a tick with "Not applicable" in its comment beside a
/// detail for which the question does not ask.
pub(crate) fn is_open(banks: &[Bank], asked: &Asked) -> bool {
    let Some(responses) = asked.assessment["responses"].as_object() else { return false };
    responses.iter().any(|(code, response)| {
        let Some(question) = banks[asked.bank].question(code) else { return false };
        let says = |words: Option<&str>| words.is_some_and(|words| after_not_applicable(words).is_some());
        let documents = list(&response["documents"]);
        let said = documents.iter().filter(|document| says(text(document, "location"))).count();
        let not_asked = |asked: &str, given: &str| question.get(asked).is_none() && response.get(given).is_some();
        let has_more = not_asked("threshold", "training") || not_asked("looksFor", "found");
        let spells_oddly = |key: &str| {
            let words = text(response, key).unwrap_or_default();
            words == "NA" || words == "(Not-applicable)"
        };
        if question["notApplicable"]["value"]["reason"] == "asked"
            && (spells_oddly("reason") || spells_oddly("comment"))
        {
            return true;
        }
        let is_blank = !documents.is_empty() && named_documents(response).is_empty();
        (is_blank && says(text(response, "comment")))
            || (documents.len() > 1 && said > 0)
            || (says(text(response, "comment")) && has_more)
    })
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
    let mut edges = vec![earliest, latest, deadline, deadline + Months::new(2), day("2024-02-29"), day("2023-02-28")];
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
        let question = if draw.one_in(2) { *draw.pick(&rich) } else { draw.pick(&bank.questions) };
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
    *draw.pick(&[
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
    ])
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

fn organisation(draw: &mut Draw, today: NaiveDate) -> Value {
    let code = *draw.pick(&["AZ5R", "AZ5R", "CX12", "VM0X1", "8HX42"]);
    let mut organisation = json!({ "odsCode": code, "sector": "social-care", "nation": "england" });
    if draw.one_in(25) {
        organisation["sector"] = json!("other");
    }
    if draw.one_in(20) {
        organisation["nation"] = json!(draw.pick(&["wales", "scotland", "northern-ireland", "isle-of-man"]));
    }
    if !draw.one_in(3) {
        organisation["nhsmail"] = json!(draw.pick(&["only-email-system", "used", "no", "not-sure"]));
    }
    for key in ["cyberEssentialsPlus", "cyberEssentials", "iso27001"] {
        if !draw.one_in(3) {
            organisation[key] = holding(draw, today);
        }
    }
    if !draw.one_in(8) {
        let confirmed = if draw.one_in(3) { draw.around(today) } else { today - Days::new(5) };
        organisation["profileConfirmedOn"] = json!(confirmed);
        if draw.one_in(4) {
            organisation["profileChangedOn"] = json!(draw.around(confirmed));
        }
    }
    organisation
}

/// A certificate around its days of issue and expiry.
fn holding(draw: &mut Draw, today: NaiveDate) -> Value {
    match draw.below(6) {
        0 => json!({ "held": "no" }),
        1 => json!({ "held": "not-sure" }),
        2 => {
            let last = draw.around(today);
            json!({ "held": "yes", "issuedOn": last - Months::new(12), "expiresOn": last })
        }
        3 => {
            let first = draw.around(today);
            json!({ "held": "yes", "issuedOn": first, "expiresOn": first + Months::new(12) })
        }
        _ => json!({ "held": "yes", "issuedOn": today - Months::new(6), "expiresOn": today + Months::new(6) }),
    }
}

/// Some publications, oldest first, around the days on which they cease to count and the day itself.
fn publications(draw: &mut Draw, banks: &[Bank], at: usize, today: NaiveDate) -> Value {
    if draw.one_in(2) {
        return json!([]);
    }
    let months = |months| today - Months::new(months);
    let mut edges = vec![today, months(1), months(9), months(12), months(24), day("2024-02-29"), day("2021-03-03")];
    for bank in &banks[..=at] {
        edges.push(date(&bank.edition["opening"]["value"], "earliest").unwrap());
        edges.push(date(&bank.edition["deadline"], "value").unwrap());
    }
    let mut days = Vec::new();
    for _ in 0..*draw.pick(&[1, 1, 1, 2, 3]) {
        days.push(draw.around_any(&edges));
    }
    days.sort_unstable();
    let mut publications = Vec::new();
    for published_on in days {
        let levels =
            ["approaching-standards", "standards-met", "standards-exceeded", "entry-level", "standards-not-met"];
        let level = if draw.one_in(3) { draw.pick(&levels) } else { draw.pick(&levels[..3]) };
        let edition =
            draw.pick(&["2018-19", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24", "2024-25", "2025-26"]);
        publications.push(json!({ "edition": edition, "level": level, "publishedOn": published_on }));
    }
    Value::Array(publications)
}

fn sites(draw: &mut Draw, today: NaiveDate) -> Value {
    let mut sites = Vec::new();
    if draw.one_in(2) {
        for code in ["VM001", "VM002", "VM003"] {
            let mut site = json!({
                "odsCode": code,
                "nation": if draw.one_in(10) { "wales" } else { "england" },
                "arrangements": { "training": "shared", "policies": "shared", "dataSecurity": "shared", "it": "shared" },
            });
            if draw.one_in(6) {
                let way = *draw.pick(&["training", "policies", "dataSecurity", "it"]);
                site["arrangements"][way] = json!("different");
            }
            if draw.one_in(6) {
                let published = json!({ "edition": "2024-25", "level": "standards-met", "publishedOn": today });
                site["publications"] = json!([published]);
            }
            sites.push(site);
        }
    }
    Value::Array(sites)
}

fn assertions(draw: &mut Draw, bank: &Bank) -> Value {
    let mut all: Vec<&str> = Vec::new();
    for question in &bank.questions {
        let (assertion, _) = text(question, "code").unwrap().rsplit_once('.').unwrap();
        if !all.contains(&assertion) {
            all.push(assertion);
        }
    }
    match draw.below(8) {
        0 => all.clear(),
        1 => {
            let without = draw.below(all.len());
            all.remove(without);
        }
        _ => {}
    }
    json!(all)
}

/// The plan that the answers call for, and often something wrong with it.
fn plan(draw: &mut Draw, bank: &Bank, assessment: &Value, today: NaiveDate) -> Value {
    let case = Case { bank, assessment, day: today, reading: Reading::Best };
    let approaching = Value::from("approaching-standards");
    let next_deadline = date(&bank.edition["deadline"], "value").unwrap() + Months::new(12);
    let mut items = Vec::new();
    for code in outstanding(&statuses(case), "standards-met").questions {
        if !is_mandatory(case, bank.question(&code).unwrap(), &approaching) {
            items.push(json!({ "question": code, "owner": "The manager", "dueOn": today.max(next_deadline) }));
        }
    }
    if draw.one_in(2) {
        return json!({ "items": items });
    }
    let another = draw.pick(&bank.questions)["code"].clone();
    items.push(json!({ "question": if draw.one_in(6) { json!("9.9.9") } else { another } }));
    if draw.one_in(4) {
        let twice = draw.pick(&items).clone();
        items.push(twice);
    }
    for _ in 0..2 {
        let at = draw.below(items.len());
        match draw.below(6) {
            0 => items[at]["owner"] = json!(draw.pick(&["", "  ", "-", "The manager"])),
            1 => items[at]["dueOn"] = json!(draw.around(today)),
            2 => items[at]["dueOn"] = json!(draw.around(next_deadline)),
            3 => items[at]["status"] = json!(draw.pick(&["to-do", "in-progress", "done"])),
            4 => {
                items[at].as_object_mut().unwrap().remove("dueOn");
            }
            _ => {
                items.remove(at);
                if items.is_empty() {
                    break;
                }
            }
        }
    }
    json!({ "items": items })
}
