//! What surrounds the answers, at random: the profile, past publications, sites, confirmed assertions and a plan.

use chrono::{Days, Months, NaiveDate};
use serde_json::{Value, json};

use crate::answers::Case;
use crate::draw::{Draw, day};
use crate::levels::{is_mandatory, outstanding, statuses};
use crate::plain::{Bank, Reading, date, text};

pub(crate) fn organisation(draw: &mut Draw, today: NaiveDate) -> Value {
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
pub(crate) fn publications(draw: &mut Draw, banks: &[Bank], at: usize, today: NaiveDate) -> Value {
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

pub(crate) fn sites(draw: &mut Draw, today: NaiveDate) -> Value {
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

pub(crate) fn assertions(draw: &mut Draw, bank: &Bank) -> Value {
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
pub(crate) fn plan(draw: &mut Draw, bank: &Bank, assessment: &Value, today: NaiveDate) -> Value {
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
