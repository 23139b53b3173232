//! What stands against publishing.

use chrono::NaiveDate;
use serde_json::Value;

use crate::answers::{Case, is_waiting_for_reconfirmation, taken_away_by};
use crate::levels::{Statuses, is_mandatory, outstanding};
use crate::plain::{Bank, EDITIONS, date, is_written, known, list, text};
use crate::validity::next_deadline;

/// What is to be published, by whom, and for which sites.
pub(crate) struct Submission<'a> {
    pub(crate) level: &'a str,
    pub(crate) role: &'a str,
    pub(crate) sites: &'a [String],
}

/// Every reason against a publication, by its code and in the order of the codes; none where it can go ahead. Gates
/// of which no source speaks do not stop anybody.
pub(crate) fn obstacles(banks: &[Bank], statuses: &Statuses, submission: &Submission) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(level_is_not_supported(statuses, submission.level));
    all.extend(published_before(statuses.case, submission.level));
    all.extend(action_plan(banks, statuses, submission.level));
    all.extend(profile(statuses.case));
    all.extend(assertions(statuses.case));
    all.extend(reconfirmation(statuses.case));
    all.extend(edition_is_not_open(banks, statuses.case));
    all.extend(role(statuses.case, submission.role));
    all.extend(scope(statuses.case));
    all.extend(sites(statuses.case, submission.sites));
    let mut all: Vec<String> = all.into_iter().map(str::to_owned).collect();
    all.sort();
    all
}

fn gate<'a>(case: Case<'a>, name: &str) -> Option<&'a Value> {
    known(&case.bank.edition["gates"][name])
}

fn is_on(case: Case, name: &str) -> bool {
    gate(case, name).is_some_and(|value| *value == true)
}

/// Publishing fails while questions are incomplete (S3-32, S1-2), or a certificate is missing that the level needs
/// (S3-12).
fn level_is_not_supported(statuses: &Statuses, level: &str) -> Vec<&'static str> {
    let mut all = Vec::new();
    if statuses.case.assessment["edition"] != statuses.case.bank.edition["id"] {
        return all;
    }
    let left = outstanding(statuses, level);
    if !left.questions.is_empty() {
        all.push("questions-outstanding");
    }
    for other in left.others {
        all.push(match other.as_str() {
            "unlisted" => "level-undetermined",
            "any-of" => "no-way-open",
            _ => "certificate-missing",
        });
    }
    if !statuses.case.bank.levels.iter().any(|rule| rule["level"] == level) {
        all.push("level-unknown");
    }
    all
}

/// The publications that make this one a republication: those up to the day. Entry Level did not count in 2021-22
/// (S4-110, S4-111) and does later (K9).
fn earlier_publications(case: Case<'_>) -> Vec<&Value> {
    let mut all = Vec::new();
    for publication in list(&case.assessment["publications"]) {
        let is_entry_level = publication["level"] == "entry-level";
        if date(publication, "publishedOn").unwrap() <= case.day && (!is_entry_level || is_on(case, "entryLevelCounts"))
        {
            all.push(publication);
        }
    }
    all
}

/// The view follows from the history (S4-63, S4-65).
pub(crate) fn view(case: Case) -> &'static str {
    if earlier_publications(case).is_empty() { "first-publication" } else { "standard" }
}

/// Approaching Standards is for a first publication (S3-5), and whoever has published before publishes at Standards
/// Met or better (S0-9). Nothing is published into the past.
fn published_before(case: Case, level: &str) -> Vec<&'static str> {
    let mut all = Vec::new();
    if !earlier_publications(case).is_empty() {
        if level == "approaching-standards" && is_on(case, "approachingOnlyFirst") {
            all.push("approaching-only-first");
        }
        let least = gate(case, "republishAtLeast").and_then(Value::as_str);
        if least.is_some_and(|least| height(level) < height(least)) {
            all.push("below-republication");
        }
    }
    let last = list(&case.assessment["publications"]).last().and_then(|last| date(last, "publishedOn"));
    if last.is_some_and(|last| case.day < last) {
        all.push("before-last-publication");
    }
    all
}

/// Approaching Standards is below Standards Met, and Standards Met below Standards Exceeded (S3-10).
fn height(level: &str) -> usize {
    ["approaching-standards", "standards-met", "standards-exceeded"].iter().position(|known| *known == level).unwrap()
}

/// Approaching Standards comes with an action plan (S2-124, S4-64); Standards Met needs none (S4-66).
fn action_plan(banks: &[Bank], statuses: &Statuses, level: &str) -> Vec<&'static str> {
    if level != "approaching-standards" || !is_on(statuses.case, "actionPlan") {
        return Vec::new();
    }
    match statuses.case.assessment.get("actionPlan") {
        None => vec!["action-plan-missing"],
        Some(plan) => plan_faults(banks, statuses, plan).iter().map(|_| "action-plan-faulty").collect(),
    }
}

/// What is wrong with an action plan: question and code, sorted.
pub(crate) fn plan_faults(banks: &[Bank], statuses: &Statuses, plan: &Value) -> Vec<(String, &'static str)> {
    let case = statuses.case;
    let approaching = Value::from("approaching-standards");
    let left = outstanding(statuses, "standards-met").questions;
    let items = list(&plan["items"]);
    let latest = next_deadline(banks, text(&case.bank.edition, "id").unwrap());
    let mut faults = Vec::new();
    // The plan covers every requirement not yet completed (S2-123).
    for code in &left {
        let can_wait = !is_mandatory(case, case.bank.question(code).unwrap(), &approaching);
        if can_wait && !items.iter().any(|item| item["question"] == code.as_str()) {
            faults.push((code.clone(), "omitted"));
        }
    }
    for (at, item) in items.iter().enumerate() {
        let code = text(item, "question").unwrap();
        let mut fault = |name| faults.push((code.to_owned(), name));
        if items[..at].iter().any(|earlier| earlier["question"] == code) {
            fault("twice");
        }
        match case.bank.question(code) {
            None => fault("unknown"),
            // What is mandatory for Approaching Standards cannot be put off (S4-85).
            Some(question) if is_mandatory(case, question, &approaching) => {
                fault("cannot-be-deferred");
            }
            Some(_) => {}
        }
        match (item["status"] == "done", left.iter().any(|open| open == code)) {
            (true, true) => fault("done-yet-outstanding"),
            (true, false) => continue,
            (false, _) => {}
        }
        if !is_written(text(item, "owner")) {
            fault("owner-missing");
        }
        // The plan is for the next year (S2-7).
        match date(item, "dueOn") {
            None => fault("due-day-missing"),
            Some(due) if due < case.day => fault("due-day-passed"),
            Some(due) if due > latest => fault("due-too-late"),
            Some(_) => {}
        }
    }
    faults.sort();
    faults
}

/// The profile is confirmed before publishing (S2-126), again once it has changed, and not on a day to come.
fn profile(case: Case) -> Vec<&'static str> {
    let mut all = Vec::new();
    if !is_on(case, "profileConfirmed") {
        return all;
    }
    let organisation = &case.assessment["organisation"];
    match date(organisation, "profileConfirmedOn") {
        None => all.push("profile-not-confirmed"),
        Some(confirmed) => {
            if confirmed > case.day {
                all.push("profile-confirmed-in-future");
            }
            if date(organisation, "profileChangedOn").is_some_and(|changed| changed > confirmed) {
                all.push("profile-changed");
            }
        }
    }
    all
}

/// In the standard view each assertion is confirmed, untouched optional ones included (S4-55, S3-4).
fn assertions(case: Case) -> Option<&'static str> {
    let rule = gate(case, "assertionsConfirmed")?;
    if view(case) != "standard" {
        return None;
    }
    let confirmed = list(&case.assessment["assertionsConfirmed"]);
    for question in &case.bank.questions {
        let is_asked = rule == "every" || is_mandatory(case, question, &Value::from("standards-met"));
        let (assertion, _) = text(question, "code").unwrap().rsplit_once('.').unwrap();
        if is_asked && !confirmed.iter().any(|confirmed| confirmed == assertion) {
            return Some("assertions-not-confirmed");
        }
    }
    None
}

/// Every answer carried over is confirmed before publishing, optional ones included (S0-20, S1-3); a question that has
/// been taken away is out of sight with its answer (S4-97).
fn reconfirmation(case: Case) -> Option<&'static str> {
    for question in &case.bank.questions {
        let response = case.assessment["responses"].get(text(question, "code").unwrap());
        let is_waiting = response.is_some_and(|response| is_waiting_for_reconfirmation(case, response));
        if is_waiting && taken_away_by(case, question).is_none() {
            return Some("answers-not-reconfirmed");
        }
    }
    None
}

/// A publication carries the label of the edition open on the day (rules, 1), so the edition has to be open: from its
/// opening until the next one opens, deadline or no deadline (S4-129). Where the day of an opening is not known, either
/// edition may be open; and an edition has opened by its own deadline, whether or not it is on record.
fn edition_is_not_open(banks: &[Bank], case: Case) -> Vec<&'static str> {
    let mut all = Vec::new();
    let opening = |bank: &Bank, end: &str| -> NaiveDate { date(&bank.edition["opening"]["value"], end).unwrap() };
    let at = banks.iter().position(|bank| bank.edition["id"] == case.bank.edition["id"]).unwrap();
    if case.day < opening(&banks[at], "earliest") {
        all.push("edition-not-open");
    }
    let has_closed = match banks.get(at + 1) {
        Some(next) => case.day >= opening(next, "latest"),
        None => case.day > next_deadline(banks, EDITIONS[at]),
    };
    if has_closed {
        all.push("edition-closed");
    }
    if case.assessment["edition"] != case.bank.edition["id"] {
        all.push("other-edition");
    }
    all
}

/// Only an administrator member publishes (S2-31, S2-35).
fn role(case: Case, role: &str) -> Option<&'static str> {
    let may = role == "administrator-member" || !is_on(case, "onlyAdministratorsPublish");
    if may { None } else { Some("role-may-not-publish") }
}

/// The toolkit is for social care (S4-42, S4-43) in England (S4-12).
fn scope(case: Case) -> Vec<&'static str> {
    let mut all = Vec::new();
    let organisation = &case.assessment["organisation"];
    if !is_in_scope(case, &organisation["nation"]) {
        all.push("outside-the-scope");
    }
    if known(&case.bank.edition["scope"]).is_some_and(|scope| scope["sector"] != organisation["sector"]) {
        all.push("other-sector");
    }
    all
}

fn is_in_scope(case: Case, nation: &Value) -> bool {
    known(&case.bank.edition["scope"]).is_none_or(|scope| list(&scope["nations"]).contains(nation))
}

/// A head office publishes for its sites (S3-33, S4-40) that are on record (S3-35), work as it does (S1-10, S4-21) and
/// are in England (S4-32).
fn sites(case: Case, selected: &[String]) -> Vec<&'static str> {
    let mut all = Vec::new();
    let own = text(&case.assessment["organisation"], "odsCode").unwrap();
    let is_site = own.starts_with('V') && own.len() == 5;
    if !selected.is_empty() && is_site && is_on(case, "sitesNeedHeadOffice") {
        all.push("sites-need-head-office");
    }
    for code in selected {
        let Some(site) = list(&case.assessment["sites"]).iter().find(|site| site["odsCode"] == code.as_str()) else {
            if is_on(case, "sitesOnRecord") {
                all.push("site-not-on-record");
            }
            continue;
        };
        let ways = &site["arrangements"];
        let differs = ["training", "policies", "dataSecurity", "it"].iter().any(|way| ways[*way] != "shared");
        if differs && is_on(case, "sitesShareArrangements") {
            all.push("site-differs");
        }
        if !is_in_scope(case, &site["nation"]) {
            all.push("site-outside-the-scope");
        }
    }
    all
}
