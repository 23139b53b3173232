//! The question bank and the assessment as plain JSON, and how sure a fact of the bank must be to count.

use chrono::NaiveDate;
use serde_json::Value;

use crate::ROOT;

/// One edition as it stands in its folder of `question-bank/`.
pub(crate) struct Bank {
    /// `edition` of `edition.json`.
    pub(crate) edition: Value,
    /// `levels` of `edition.json`, lowest first.
    pub(crate) levels: Vec<Value>,
    /// `questions` of `questions.json`, in code order.
    pub(crate) questions: Vec<Value>,
}

/// The editions in `question-bank/`, oldest first.
pub(crate) const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

impl Bank {
    /// Reads the folder of an edition.
    pub(crate) fn read(edition: &str) -> Self {
        let (about, questions, _) = Self::files(edition);
        Self::of(about, questions)
    }

    /// The files of an edition: `edition.json`, `questions.json` and `sources.json`.
    pub(crate) fn files(edition: &str) -> (Value, Value, Value) {
        let file = |name: &str| -> Value {
            let path = format!("{ROOT}/question-bank/{edition}/{name}.json");
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        };
        (file("edition"), file("questions"), file("sources"))
    }

    /// The bank of two files, the edition's and the questions'.
    pub(crate) fn of(mut about: Value, mut questions: Value) -> Self {
        leave_out_the_words(&mut about);
        leave_out_the_words(&mut questions);
        Self {
            edition: about["edition"].clone(),
            levels: list(&about["levels"]).to_vec(),
            questions: list(&questions["questions"]).to_vec(),
        }
    }

    pub(crate) fn question(&self, code: &str) -> Option<&Value> {
        self.questions.iter().find(|question| question["code"] == code)
    }
}

/// Leaves out what no rule looks at, so that what is left is found faster.
fn leave_out_the_words(of: &mut Value) {
    match of {
        Value::Object(entries) => {
            for words in
                ["sources", "because", "title", "prompt", "guidance", "goodEvidence", "heading", "descent", "gaps"]
            {
                entries.remove(words);
            }
            entries.values_mut().for_each(leave_out_the_words);
        }
        Value::Array(entries) => entries.iter_mut().for_each(leave_out_the_words),
        _ => {}
    }
}

/// The three ways of reading the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// What is confirmed or inferred holds.
    Best,
    /// Everything that may be asked for is asked for, and only what is certain lets anything off.
    Strict,
    /// Only what is certain is asked for, and whatever may let something off does.
    Lenient,
}

/// Whether a fact that asks for something holds in a reading.
pub(crate) fn asks(fact: &Value, reading: Reading) -> bool {
    match certainty(fact) {
        "confirmed" => true,
        "inferred" => reading != Reading::Lenient,
        _ => reading == Reading::Strict,
    }
}

/// Whether a fact that lets something off holds in a reading.
pub(crate) fn lets_off(fact: &Value, reading: Reading) -> bool {
    match certainty(fact) {
        "confirmed" => true,
        "inferred" => reading != Reading::Strict,
        _ => reading == Reading::Lenient,
    }
}

/// The value of a fact that is confirmed or inferred.
pub(crate) fn known(fact: &Value) -> Option<&Value> {
    if certainty(fact) == "unknown" { None } else { fact.get("value") }
}

pub(crate) fn certainty(fact: &Value) -> &str {
    fact["certainty"].as_str().unwrap()
}

pub(crate) fn text<'a>(of: &'a Value, key: &str) -> Option<&'a str> {
    of.get(key)?.as_str()
}

pub(crate) fn date(of: &Value, key: &str) -> Option<NaiveDate> {
    text(of, key)?.parse().ok()
}

/// The entries of a list; none where there is no list.
pub(crate) fn list(of: &Value) -> &[Value] {
    match of {
        Value::Array(entries) => entries,
        _ => &[],
    }
}

/// Whether somebody wrote something: a letter or a digit at least.
pub(crate) fn is_written(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.chars().any(char::is_alphanumeric))
}

/// The standard, assertion and item of a question code, so that codes sort by their numbers.
pub(crate) fn numbers(code: &str) -> Vec<u32> {
    code.split('.').map(|number| number.parse().unwrap()).collect()
}
