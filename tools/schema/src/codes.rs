//! The list of every stable code, as data and for people.

use std::fmt::Write as _;

use dspt::json::{CodeList, codes};
use serde_json::{Value, json};

/// Codes that are no longer given, each with what carried it and why. None of them may ever mean something else.
pub const RETIRED: &[(&str, &str, &str)] = &[];

/// The list as a document of format `dspt.codes.v1`.
pub(crate) fn ledger() -> Value {
    let lists = codes().into_iter().map(|list| {
        let codes: Vec<Value> =
            list.codes.iter().map(|entry| json!({ "code": entry.code, "means": entry.means })).collect();
        let retired: Vec<&str> =
            RETIRED.iter().filter(|(about, ..)| *about == list.about).map(|(_, code, _)| *code).collect();
        json!({ "about": list.about, "codes": codes, "retired": retired })
    });
    json!({ "format": "dspt.codes.v1", "lists": lists.collect::<Vec<_>>() })
}

/// The list for people.
pub(crate) fn table() -> String {
    let mut text = String::new();
    for CodeList { about, codes } in codes() {
        let about = about.replace('-', " ");
        let _ = writeln!(text, "\n**{}**\n\n| Code | What it means |\n|---|---|", capitalised(&about));
        for entry in codes {
            let _ = writeln!(text, "| `{}` | {} |", entry.code, entry.means);
        }
    }
    text.trim_start().to_owned()
}

/// The codes of an earlier list that are neither given any more nor retired: each is a rename or a loss.
pub fn lost(earlier: &Value) -> Vec<String> {
    let current = codes();
    let mut lost = Vec::new();
    for list in earlier.pointer("/lists").and_then(Value::as_array).into_iter().flatten() {
        let about = list.get("about").and_then(Value::as_str).unwrap_or_default();
        for code in list.get("codes").and_then(Value::as_array).into_iter().flatten() {
            let code = code.get("code").and_then(Value::as_str).unwrap_or_default();
            let given =
                current.iter().any(|now| now.about == about && now.codes.iter().any(|entry| entry.code == code));
            let retired = RETIRED.iter().any(|(of, gone, _)| *of == about && *gone == code);
            if !given && !retired {
                lost.push(format!("{about} {code}"));
            }
        }
    }
    lost
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
