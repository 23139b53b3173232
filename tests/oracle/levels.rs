//! Which level the answers support, what stands in the way of each, and how far they can still go.

use serde_json::Value;

use crate::answers::{
    Case, Fault, Status, certificate_is_current, could_be_taken_away, could_be_unneeded, holding, status,
};
use crate::plain::{Reading, asks, certainty, date, known, lets_off, list, numbers, text};

/// Whether a level is met. "Undetermined" lies between: nothing on record stands in the way, and not everything is on
/// record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    NotMet,
    Undetermined,
    Met,
}

/// What else a level is judged by than the answers as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Supposing {
    /// The answers as they are.
    Nothing,
    /// The answers as they are, and an official count that is only inferred does not bind the lenient reading.
    OnlyConfirmedCounts,
    /// Whatever is missing is added and whatever is stale renewed; nothing said is taken back.
    AllElseDone,
}

/// All questions in a reading.
pub(crate) struct Statuses<'a> {
    pub(crate) case: Case<'a>,
    pub(crate) of: Vec<Outcome<'a>>,
}

/// A question with its status, and the levels for which it is mandatory or certainly is not.
pub(crate) struct Outcome<'a> {
    pub(crate) question: &'a Value,
    pub(crate) status: Status,
    mandatory_for: Vec<&'a Value>,
    optional_for: Vec<&'a Value>,
}

pub(crate) fn statuses(case: Case) -> Statuses {
    let mut of = Vec::new();
    for question in &case.bank.questions {
        let mut outcome =
            Outcome { question, status: status(case, question), mandatory_for: Vec::new(), optional_for: Vec::new() };
        for rule in &case.bank.levels {
            if is_mandatory(case, question, &rule["level"]) {
                outcome.mandatory_for.push(&rule["level"]);
            }
            if case.reading == Reading::Lenient && is_certainly_optional(case, question, &rule["level"]) {
                outcome.optional_for.push(&rule["level"]);
            }
        }
        of.push(outcome);
    }
    Statuses { case, of }
}

/// The highest level that is met.
pub(crate) fn highest(statuses: &Statuses, supposing: Supposing) -> Option<String> {
    let mut best = None;
    for rule in &statuses.case.bank.levels {
        let level = rule["level"].as_str().unwrap();
        if state(statuses, level, supposing) == State::Met {
            best = Some(level.to_owned());
        }
    }
    best
}

/// Whether a level is met. Where its rule is disputed, the best reading takes the first, the strict reading wants all
/// of them, and the lenient reading any one (K3 of the rules: Standards Exceeded of 2022-23 and 2023-24). The strict
/// reading does not trust a rule that is only inferred and stands alone.
pub(crate) fn state(statuses: &Statuses, level: &str, supposing: Supposing) -> State {
    let Some(rules) = statuses.case.bank.levels.iter().find(|rule| rule["level"] == level) else {
        return State::NotMet;
    };
    let rules = list(&rules["readings"]);
    let each = rules.iter().map(|rule| holds(statuses, &rule["value"], supposing));
    match statuses.case.reading {
        Reading::Best => holds(statuses, &rules[0]["value"], supposing),
        Reading::Strict if rules.len() == 1 && certainty(&rules[0]) != "confirmed" => State::NotMet,
        Reading::Strict => each.min().unwrap(),
        Reading::Lenient => each.max().unwrap(),
    }
}

/// Whether a rule holds.
fn holds(statuses: &Statuses, rule: &Value, supposing: Supposing) -> State {
    let each = list(&rule["rules"]).iter().map(|rule| holds(statuses, rule, supposing));
    let met = |is_met: bool| if is_met { State::Met } else { State::NotMet };
    match rule["kind"].as_str().unwrap() {
        "all-of" => each.min().unwrap(),
        "any-of" => each.max().unwrap(),
        "every-mandatory-complete" => met(every_mandatory_question_is_done(statuses, &rule["level"], supposing)),
        "every-question-complete" => every_question_is_done(statuses, supposing),
        "level-met" => state(statuses, rule["level"].as_str().unwrap(), supposing),
        _ => met(has_certificate(statuses, rule["certificate"].as_str().unwrap(), supposing)),
    }
}

/// Every mandatory question is complete (S0-19, S1-2, S2-38, S4-60). The lenient reading asks only for those that are
/// certainly mandatory, but for as many as the toolkit says there are.
fn every_mandatory_question_is_done(statuses: &Statuses, level: &Value, supposing: Supposing) -> bool {
    let case = statuses.case;
    let mut done = 0;
    for outcome in &statuses.of {
        let is_done = counts_as_done(case, outcome, supposing);
        if outcome.mandatory_for.contains(&level) && !is_done {
            return false;
        }
        if is_done && !outcome.optional_for.contains(&level) {
            done += 1;
        }
    }
    if case.reading != Reading::Lenient {
        return true;
    }
    match official_count(case, level) {
        Some(count) if certainty(count) == "confirmed" || supposing != Supposing::OnlyConfirmedCounts => {
            done >= count["value"].as_u64().unwrap()
        }
        _ => true,
    }
}

/// Whether a question is mandatory for a level on the day: the opt-out question of 2021-22 stopped being mandatory on
/// 9 June 2022 (S4-103, S4-105).
pub(crate) fn is_mandatory(case: Case, question: &Value, level: &Value) -> bool {
    let Some(entry) = on_the_day(case, list(&question["mandatory"]), level) else { return false };
    entry["mandatory"]["value"] == true
        && asks(&entry["mandatory"], case.reading)
        && asks(&question["listed"], case.reading)
}

fn is_certainly_optional(case: Case, question: &Value, level: &Value) -> bool {
    let Some(entry) = on_the_day(case, list(&question["mandatory"]), level) else { return true };
    entry["mandatory"]["value"] == false && certainty(&entry["mandatory"]) == "confirmed"
}

/// How many questions the toolkit says are mandatory for a level on the day, where that is confirmed or inferred.
fn official_count<'a>(case: Case<'a>, level: &Value) -> Option<&'a Value> {
    let entry = on_the_day(case, list(&case.bank.edition["counts"]), level)?;
    known(&entry["count"]).map(|_| &entry["count"])
}

/// The entry about a level that speaks of the day: its first day counts, its last does not.
fn on_the_day<'a>(case: Case, entries: &'a [Value], level: &Value) -> Option<&'a Value> {
    entries.iter().find(|entry| {
        let has_begun = date(entry, "from").is_none_or(|from| from <= case.day);
        let has_ended = date(entry, "until").is_some_and(|until| until <= case.day);
        entry["level"] == *level && has_begun && !has_ended
    })
}

/// Every question is answered, mandatory or not (S4-62, S4-101); nobody can say where not all of them are on record.
fn every_question_is_done(statuses: &Statuses, supposing: Supposing) -> State {
    for outcome in &statuses.of {
        let is_asked = asks(&outcome.question["listed"], statuses.case.reading);
        if is_asked && !counts_as_done(statuses.case, outcome, supposing) {
            return State::NotMet;
        }
    }
    match statuses.case.reading {
        _ if is_whole(statuses.case) || supposing == Supposing::AllElseDone => State::Met,
        Reading::Best => State::Undetermined,
        Reading::Strict => State::NotMet,
        Reading::Lenient => State::Met,
    }
}

/// Whether the bank lists as many questions as the toolkit shows; that there are no others lets something off.
fn is_whole(case: Case) -> bool {
    let total = &case.bank.edition["total"];
    let shown = total.get("value").and_then(Value::as_u64);
    lets_off(total, case.reading) && shown.is_some_and(|shown| case.bank.questions.len() as u64 >= shown)
}

/// Standards Exceeded needs Cyber Essentials Plus in date (S3-12, S3-37).
fn has_certificate(statuses: &Statuses, certificate: &str, supposing: Supposing) -> bool {
    if supposing == Supposing::AllElseDone {
        return holding(statuses.case, certificate)["held"] != "no";
    }
    certificate_is_current(statuses.case, certificate)
}

fn counts_as_done(case: Case, outcome: &Outcome, supposing: Supposing) -> bool {
    if supposing != Supposing::AllElseDone {
        return outcome.status.is_done();
    }
    let question = outcome.question;
    match &outcome.status {
        Status::Incomplete(faults) => {
            !faults.contains(&Fault::Said) || could_be_taken_away(case, question) || could_be_unneeded(case, question)
        }
        _ => true,
    }
}

/// What stands in the way of a level in the best reading: its questions in code order, and whatever else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outstanding {
    pub(crate) questions: Vec<String>,
    pub(crate) others: Vec<String>,
}

pub(crate) fn outstanding(statuses: &Statuses, level: &str) -> Outstanding {
    let mut all = Outstanding::default();
    let rule = statuses.case.bank.levels.iter().find(|rule| rule["level"] == level);
    if let Some(rule) = rule {
        collect(statuses, &rule["readings"][0]["value"], &mut all);
    }
    all.questions.sort_by_key(|code| numbers(code));
    all.questions.dedup();
    all.others.sort();
    all.others.dedup();
    all
}

fn collect(statuses: &Statuses, rule: &Value, all: &mut Outstanding) {
    let case = statuses.case;
    match rule["kind"].as_str().unwrap() {
        "all-of" => list(&rule["rules"]).iter().for_each(|rule| collect(statuses, rule, all)),
        "any-of" => {
            if holds(statuses, rule, Supposing::Nothing) != State::Met {
                all.others.push("any-of".to_owned());
            }
        }
        "level-met" => {
            let lower = outstanding(statuses, rule["level"].as_str().unwrap());
            all.questions.extend(lower.questions);
            all.others.extend(lower.others);
        }
        "certificate-current" => {
            let certificate = text(rule, "certificate").unwrap();
            if !certificate_is_current(case, certificate) {
                all.others.push(format!("certificate {certificate}"));
            }
        }
        kind => {
            let asks_for_all = kind == "every-question-complete";
            for outcome in &statuses.of {
                let is_asked = asks_for_all || outcome.mandatory_for.contains(&&rule["level"]);
                if is_asked && !outcome.status.is_done() {
                    all.questions.push(text(outcome.question, "code").unwrap().to_owned());
                }
            }
            if asks_for_all && !is_whole(case) {
                all.others.push("unlisted".to_owned());
            }
        }
    }
}
