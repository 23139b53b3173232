//! What one question comes to.

use chrono::{Months, NaiveDate};
use serde_json::Value;

use crate::plain::{Bank, Reading, asks, date, is_written, lets_off, list, text};

/// Everything that a rule may look at: the edition, what the organisation says, the day, and how the rules are read.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) bank: &'a Bank,
    pub(crate) assessment: &'a Value,
    pub(crate) day: NaiveDate,
    pub(crate) reading: Reading,
}

/// What stands against an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something is missing or stale, and can be added or renewed.
    Open,
    /// Something was said that would have to be taken back.
    Said,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Status {
    Complete,
    NotApplicable,
    Exempt(String),
    Incomplete(Vec<Fault>),
    Unanswered,
}

impl Status {
    pub(crate) fn is_done(&self) -> bool {
        matches!(self, Self::Complete | Self::NotApplicable | Self::Exempt(_))
    }
}

/// The status of a question.
pub(crate) fn status(case: Case, question: &Value) -> Status {
    if let Some(ground) = taken_away_by(case, question) {
        return Status::Exempt(ground);
    }
    if is_not_needed(case, question) {
        return Status::NotApplicable;
    }
    let Some(response) = response(case, question) else {
        return Status::Unanswered;
    };
    let (done, mut faults) = match says_not_applicable(question, response) {
        Some(reason) => (Status::NotApplicable, against_not_applicable(case, question, &reason)),
        None => (Status::Complete, against_the_answer(case, question, response)),
    };
    if is_waiting_for_reconfirmation(case, response) {
        let is_said_of_a_day_to_come = date(&response["origin"], "reconfirmedOn").is_some_and(|day| day > case.day);
        faults.push(if is_said_of_a_day_to_come { Fault::Said } else { Fault::Open });
    }
    if faults.is_empty() { done } else { Status::Incomplete(faults) }
}

/// What stands against an answer that does not say "Not applicable".
fn against_the_answer(case: Case, question: &Value, response: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    if is_of_the_wrong_kind(case, question, response) {
        faults.push(Fault::Said);
    } else if is_empty(response) {
        faults.push(Fault::Open);
    }
    if lacks_a_part(case, question, response) || has_expired(case, response) {
        faults.push(Fault::Open);
    }
    if is_said_to_be_reviewed_on_a_day_to_come(case, response) {
        faults.push(Fault::Said);
    }
    if was_reviewed_too_long_ago(case, question, response) {
        faults.push(Fault::Open);
    }
    if too_few_are_trained(case, question, response) {
        faults.push(Fault::Open);
    }
    faults
}

/// The answer to a question; answers given for another edition are not read, because codes change their meaning.
pub(crate) fn response<'a>(case: Case<'a>, question: &Value) -> Option<&'a Value> {
    if case.assessment["edition"] != case.bank.edition["id"] {
        return None;
    }
    case.assessment["responses"].get(question["code"].as_str().unwrap())
}

/// A Cyber Essentials Plus certificate takes questions away (S4-59, S4-97), as does `NHSmail` as the only email system;
/// "not sure" counts as no (S2-17).
pub(crate) fn taken_away_by(case: Case, question: &Value) -> Option<String> {
    for exemption in list(&question["exemptions"]) {
        let exempts = &exemption["exempts"];
        let holds = exempts["value"] == true && lets_off(exempts, case.reading);
        let ground = exemption["by"].as_str().unwrap();
        let has_ground = match ground {
            "cyber-essentials-plus" => certificate_is_current(case, ground),
            _ => case.assessment["organisation"]["nhsmail"] == "only-email-system",
        };
        if holds && has_ground {
            return Some(ground.to_owned());
        }
    }
    None
}

/// Whether a question could still be taken away: something would do it, and the profile does not say no to it.
pub(crate) fn could_be_taken_away(case: Case, question: &Value) -> bool {
    list(&question["exemptions"]).iter().any(|exemption| {
        let exempts = &exemption["exempts"];
        let is_open = if exemption["by"] == "cyber-essentials-plus" {
            holding(case, "cyber-essentials-plus")["held"] != "no"
        } else {
            let nhsmail = &case.assessment["organisation"]["nhsmail"];
            *nhsmail != "no" && *nhsmail != "used"
        };
        exempts["value"] == true && lets_off(exempts, case.reading) && is_open
    })
}

/// A certificate counts from its day of issue to its day of expiry, both included (S3-39).
pub(crate) fn certificate_is_current(case: Case, certificate: &str) -> bool {
    let holding = holding(case, certificate);
    let issued = date(holding, "issuedOn");
    let expires = date(holding, "expiresOn");
    holding["held"] == "yes" && issued.unwrap() <= case.day && case.day <= expires.unwrap()
}

/// What the profile says about a certificate.
pub(crate) fn holding<'a>(case: Case<'a>, certificate: &str) -> &'a Value {
    let key = match certificate {
        "cyber-essentials-plus" => "cyberEssentialsPlus",
        "cyber-essentials" => "cyberEssentials",
        _ => "iso27001",
    };
    &case.assessment["organisation"][key]
}

/// The document on unsupported software is needed only where unsupported software was found (S3-25).
fn is_not_needed(case: Case, question: &Value) -> bool {
    let Some(condition) = question.get("neededWhen") else { return false };
    lets_off(condition, case.reading) && found(case, condition) == Some("nothing")
}

/// Whether the deciding question could still say that nothing was found, by adding to what it says: a tick that found
/// nothing yet still can, and whatever is left blank can say "Not applicable".
pub(crate) fn could_be_unneeded(case: Case, question: &Value) -> bool {
    let Some(condition) = question.get("neededWhen") else { return false };
    let decider = case.bank.question(text(&condition["value"], "found").unwrap()).unwrap();
    let could_find_nothing = match response(case, decider) {
        None => true,
        Some(answer) if answer["kind"] == "confirmation" => answer["found"] != "something",
        Some(answer) if is_empty(answer) && says_not_applicable(decider, answer).is_none() => {
            lets_off(&decider["notApplicable"], case.reading)
        }
        Some(_) => found(case, condition) == Some("nothing"),
    };
    lets_off(condition, case.reading) && could_find_nothing
}

/// What the deciding question found.
fn found<'a>(case: Case<'a>, condition: &Value) -> Option<&'a str> {
    let decider = case.bank.question(text(&condition["value"], "found")?)?;
    let answer = response(case, decider)?;
    if says_not_applicable(decider, answer).is_some() {
        return if lets_off(&decider["notApplicable"], case.reading) { Some("nothing") } else { None };
    }
    if answer["confirmed"] == true { text(answer, "found") } else { None }
}

/// Answers carried over must be reconfirmed as true of current practice (S1-3, S0-20), since the edition opened and by
/// the day itself.
pub(crate) fn is_waiting_for_reconfirmation(case: Case, response: &Value) -> bool {
    let rule = &case.bank.edition["reconfirmation"];
    if rule["value"] != true || !asks(rule, case.reading) || response["origin"]["kind"] != "carried-over" {
        return false;
    }
    let opening = date(&case.bank.edition["opening"]["value"], "earliest");
    match date(&response["origin"], "reconfirmedOn") {
        None => true,
        Some(confirmed) => confirmed > case.day || opening.is_some_and(|opening| confirmed < opening),
    }
}

/// "Not applicable", wherever the portal has room for it, with the reason that follows it (S2-120). A tick has to be
/// ticked (S2-78), and a comment speaks for the answer where the answer's own box says nothing else (S4-87).
fn says_not_applicable(question: &Value, response: &Value) -> Option<String> {
    let comment = text(response, "comment").unwrap_or_default();
    let is_text = question["evidenceType"]["value"] == "text";
    let comment_speaks = is_text && question["notApplicable"]["value"]["route"] == "comment";
    match response["kind"].as_str().unwrap() {
        "not-applicable" => {
            let reason = text(response, "reason");
            Some(if is_a_reason(reason) { reason.unwrap_or_default() } else { comment }.to_owned())
        }
        "text" => {
            let words = text(response, "text").unwrap();
            if let Some(reason) = after_not_applicable(words) {
                return Some(if is_a_reason(Some(&reason)) { reason } else { comment.to_owned() });
            }
            if comment_speaks && !is_written(Some(words)) { after_not_applicable(comment) } else { None }
        }
        "confirmation" if response["confirmed"] == true && !gives_what_is_asked(question, response) => {
            after_not_applicable(comment)
        }
        "document" => {
            let documents = named_documents(response);
            if documents.is_empty() {
                return after_not_applicable(comment);
            }
            let mut reasons = String::new();
            for document in documents {
                reasons += &after_not_applicable(text(document, "location").unwrap())?;
            }
            Some(if is_a_reason(Some(&reasons)) { reasons } else { comment.to_owned() })
        }
        _ => None,
    }
}

/// Whether a tick comes with the figures or the finding that its question asks for, and so answers it.
fn gives_what_is_asked(question: &Value, response: &Value) -> bool {
    let gives = |asked, given| question.get(asked).is_some() && response.get(given).is_some();
    gives("threshold", "training") || gives("looksFor", "found")
}

/// What follows the words "Not applicable" where a text begins with them, in one of the usual spellings; "NA" stands
/// alone.
pub(crate) fn after_not_applicable(text: &str) -> Option<String> {
    let text = text.to_lowercase();
    let text = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    for spelling in ["not applicable", "not-applicable", "n/a"] {
        if let Some(rest) = text.strip_prefix(spelling) {
            if !rest.starts_with(char::is_alphanumeric) {
                return Some(rest.to_owned());
            }
        }
    }
    if text == "na" { Some(String::new()) } else { None }
}

/// A reason says more than "Not applicable" over again.
fn is_a_reason(text: Option<&str>) -> bool {
    let mut text = text.unwrap_or_default().to_owned();
    while let Some(rest) = after_not_applicable(&text) {
        text = rest;
    }
    is_written(Some(&text))
}

/// "Not applicable" counts where a guide offers it (S2-78 to S2-118), with a reason where one is asked for (S4-87), and
/// unless another answer says otherwise (S3-25).
fn against_not_applicable(case: Case, question: &Value, reason: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let route = &question["notApplicable"];
    if let Some(condition) = question.get("neededWhen") {
        if found(case, condition) == Some("something") && asks(condition, case.reading) {
            faults.push(Fault::Said);
        }
    }
    if !lets_off(route, case.reading) {
        faults.push(Fault::Said);
    } else if route["value"]["reason"] == "asked" && asks(route, case.reading) && !is_a_reason(Some(reason)) {
        faults.push(Fault::Open);
    }
    faults
}

/// Each question takes one kind of answer (S2-134, S2-135).
fn is_of_the_wrong_kind(case: Case, question: &Value, response: &Value) -> bool {
    let asked = &question["evidenceType"];
    asked.get("value").is_some_and(|kind| *kind != response["kind"]) && asks(asked, case.reading)
}

/// An unticked box, an empty text box and a list without a document are no answer (S1-16).
fn is_empty(response: &Value) -> bool {
    match response["kind"].as_str().unwrap() {
        "text" => !is_written(text(response, "text")),
        "confirmation" => response["confirmed"] != true,
        "document" => named_documents(response).is_empty(),
        _ => false,
    }
}

/// The documents that say where they are.
pub(crate) fn named_documents(response: &Value) -> Vec<&Value> {
    let all = list(&response["documents"]).iter();
    all.filter(|document| is_written(text(document, "location"))).collect()
}

/// A document that asks for several parts wants each of them (S2-137).
fn lacks_a_part(case: Case, question: &Value, response: &Value) -> bool {
    let mut documents = named_documents(response);
    if documents.is_empty() {
        return false;
    }
    documents.retain(|document| !is_expired(case, document));
    for part in list(&question["parts"]) {
        let is_there = documents.iter().any(|document| list(&document["parts"]).contains(&part["id"]));
        if asks(&part["asked"], case.reading) && !is_there {
            return true;
        }
    }
    false
}

/// A document counts to its last day; one in date is enough.
fn has_expired(case: Case, response: &Value) -> bool {
    let documents = named_documents(response);
    !documents.is_empty() && documents.iter().all(|document| is_expired(case, document))
}

fn is_expired(case: Case, document: &Value) -> bool {
    date(document, "expiresOn").is_some_and(|last| last < case.day)
}

/// A review that is still to come has not been held, whether or not the question asks for one.
fn is_said_to_be_reviewed_on_a_day_to_come(case: Case, response: &Value) -> bool {
    date(response, "reviewedOn").is_some_and(|day| day > case.day)
}

/// Evidence is reviewed on or after a fixed day (S2-60, S2-76), or within so many months back from the day of
/// publication (S2-70, S3-22), the day itself included. Where no day is given, the answer stands for it.
fn was_reviewed_too_long_ago(case: Case, question: &Value, response: &Value) -> bool {
    let Some(reviewed) = date(response, "reviewedOn") else { return false };
    let Some(window) = question.get("window") else { return false };
    let Some(value) = window.get("value") else { return false };
    if !asks(window, case.reading) {
        return false;
    }
    let earliest = match value["kind"].as_str().unwrap() {
        "since" => date(value, "date").unwrap(),
        _ => case.day - Months::new(u32::try_from(value["months"].as_u64().unwrap()).unwrap()),
    };
    reviewed < earliest
}

/// At least 95 in 100 people are trained (S3-22), or a rolling programme sees to it (S4-112).
fn too_few_are_trained(case: Case, question: &Value, response: &Value) -> bool {
    let Some(threshold) = question.get("threshold") else { return false };
    let Some(training) = response.get("training") else { return false };
    let trained = training["trained"].as_u64().unwrap();
    let people = training["people"].as_u64().unwrap();
    let percent = threshold["value"]["percent"].as_u64().unwrap();
    let rolling = &threshold["value"]["rollingProgramme"];
    let has_programme = is_written(text(training, "rollingProgramme"));
    let makes_up_for_it = has_programme && rolling["value"] == true && lets_off(rolling, case.reading);
    asks(threshold, case.reading) && trained * 100 < people * percent && !makes_up_for_it
}
