//! Makes a disagreement small enough to read.

use serde_json::Value;

use crate::draw::plain_answer;
use crate::plain::{Bank, text};
use crate::verdict::Asked;

/// The case with everything left out that the disagreement does not need.
pub(crate) fn shrink(banks: &[Bank], mut asked: Asked, disagree: impl Fn(&Asked) -> bool) -> Asked {
    loop {
        let mut has_shrunk = false;
        for at in (0..asked.sites.len()).rev() {
            let mut smaller = asked.clone();
            smaller.sites.remove(at);
            if disagree(&smaller) {
                asked = smaller;
                has_shrunk = true;
            }
        }
        for pointer in pointers(&asked.assessment) {
            let mut smaller = asked.clone();
            if is_inside_a_plain_answer(banks, &asked, &pointer) {
                continue;
            }
            if leave_out(&mut smaller.assessment, &pointer) && disagree(&smaller) {
                asked = smaller;
                has_shrunk = true;
            }
        }
        for question in &banks[asked.bank].questions {
            let (code, plain) = (text(question, "code").unwrap(), plain_answer(question));
            let mut smaller = asked.clone();
            let is_odd = smaller.assessment["responses"].get(code).is_some_and(|answer| *answer != plain);
            smaller.assessment["responses"][code] = plain;
            if is_odd && disagree(&smaller) {
                asked = smaller;
                has_shrunk = true;
            }
        }
        if !has_shrunk {
            return asked;
        }
    }
}

/// Whether a place is inside an answer that is as plain as can be; without this, shrinking would run in circles.
fn is_inside_a_plain_answer(banks: &[Bank], asked: &Asked, pointer: &str) -> bool {
    let Some((code, _)) = pointer.strip_prefix("/responses/").and_then(|inner| inner.split_once('/')) else {
        return false;
    };
    let plain = banks[asked.bank].question(code).map(plain_answer);
    plain.as_ref() == asked.assessment["responses"].get(code)
}

/// The place of every entry of every object and list, the last and outermost first.
fn pointers(of: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let entries: Vec<(String, &Value)> = match of {
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(entries) => entries.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in entries.into_iter().rev() {
        all.push(format!("/{key}"));
        all.extend(pointers(value).into_iter().map(|inner| format!("/{key}{inner}")));
    }
    all
}

/// Leaves out one entry; keys of the toolkit hold no stroke or tilde, so that a pointer needs no escapes.
fn leave_out(from: &mut Value, pointer: &str) -> bool {
    let (holder, key) = pointer.rsplit_once('/').unwrap();
    match from.pointer_mut(holder) {
        Some(Value::Object(entries)) => entries.remove(key).is_some(),
        Some(Value::Array(entries)) => {
            let at: usize = key.parse().unwrap();
            at < entries.len() && {
                entries.remove(at);
                true
            }
        }
        _ => false,
    }
}

/// The answers that are not simply as they should be.
pub(crate) fn odd_answers(banks: &[Bank], asked: &Asked) -> Vec<String> {
    let mut odd = Vec::new();
    for question in &banks[asked.bank].questions {
        let code = text(question, "code").unwrap();
        match asked.assessment["responses"].get(code) {
            None => odd.push(format!("{code} without an answer")),
            Some(answer) if *answer != plain_answer(question) => odd.push(format!("{code} {answer}")),
            Some(_) => {}
        }
    }
    odd
}
