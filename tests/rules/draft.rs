//! Question banks as JSON, to be changed by a test before they are read and checked.

use crate::common::bank;
use dspt::{BankError, Mistake, QuestionBank, RawBank};
use serde_json::{Value, json};

/// The JSON of a bank while it is being changed.
#[derive(Clone)]
pub(crate) struct Draft(pub(crate) Value);

impl Draft {
    /// A copy of a built-in bank.
    #[track_caller]
    pub(crate) fn of(edition: &str) -> Self {
        Self(serde_json::from_str(&bank(edition).to_json()).expect("a bank writes JSON"))
    }

    /// The edition's own data.
    pub(crate) fn edition(&mut self) -> &mut Value {
        &mut self.0["edition"]
    }

    /// The readings of a level's rule.
    #[track_caller]
    pub(crate) fn readings(&mut self, level: &str) -> &mut Value {
        &mut self.entry("levels", "level", level)["readings"]
    }

    /// A question.
    #[track_caller]
    pub(crate) fn question(&mut self, code: &str) -> &mut Value {
        self.entry("questions", "code", code)
    }

    /// The list of questions.
    pub(crate) fn questions(&mut self) -> &mut Vec<Value> {
        self.0["questions"].as_array_mut().expect("a list of questions")
    }

    /// A question's entry about a level.
    #[track_caller]
    pub(crate) fn mandatory(&mut self, code: &str, level: &str) -> &mut Value {
        let entries = self.question(code)["mandatory"].as_array_mut().expect("a list of entries");
        entries.iter_mut().find(|entry| entry["level"] == level).expect("an entry for the level")
    }

    /// Says of every question that it is not mandatory for a level of which none speaks yet.
    pub(crate) fn none_is_mandatory(&mut self, level: &str) {
        for question in self.questions() {
            let entries = question["mandatory"].as_array_mut().expect("a list of entries");
            let mut entry = entries[0].clone();
            entry["level"] = json!(level);
            entry["mandatory"]["value"] = json!(false);
            entries.push(entry);
        }
    }

    #[track_caller]
    fn entry(&mut self, list: &str, key: &str, id: &str) -> &mut Value {
        let at = self.place(list, key, id);
        &mut self.0[list][at]
    }

    #[track_caller]
    fn place(&self, list: &str, key: &str, id: &str) -> usize {
        let entries = self.0[list].as_array().expect("a list");
        entries.iter().position(|entry| entry[key] == id).unwrap_or_else(|| panic!("no {id} in {list}"))
    }

    /// A pointer in which a question may stand as its code in braces: `/questions/{8.2.1}/title`.
    #[track_caller]
    pub(crate) fn pointer(&self, pattern: &str) -> String {
        let Some((before, rest)) = pattern.split_once('{') else { return pattern.to_owned() };
        let (code, after) = rest.split_once('}').expect("a closing brace");
        format!("{before}{}{after}", self.place("questions", "code", code))
    }

    /// The bank as read, its form being right.
    #[track_caller]
    pub(crate) fn raw(&self) -> RawBank {
        RawBank::from_json(self.0.to_string())
            .unwrap_or_else(|error| panic!("the form of the draft is wrong:\n{error}"))
    }

    /// The bank checked, on its own and against the built-in edition before.
    #[track_caller]
    pub(crate) fn check(&self) -> Result<QuestionBank, BankError> {
        self.raw().check()
    }

    /// The mistakes that the check finds.
    #[track_caller]
    pub(crate) fn mistakes(&self) -> Vec<Mistake> {
        self.check().map_or_else(|error| error.mistakes().to_vec(), |_| Vec::new())
    }
}

/// A fact that a source confirms.
pub(crate) fn confirmed(value: impl Into<Value>, source: &str) -> Value {
    json!({ "value": value.into(), "certainty": "confirmed", "sources": [source] })
}

/// Spoils a built-in bank in one way: the check finds that mistake at that place, and nothing else.
#[track_caller]
pub(crate) fn assert_mistake(edition: &str, code: &str, at: &str, spoil: impl FnOnce(&mut Draft)) {
    assert_mistakes(edition, &[(code, at)], spoil);
}

/// Spoils a built-in bank: the check finds those mistakes at those places, and nothing else.
#[track_caller]
pub(crate) fn assert_mistakes(edition: &str, expected: &[(&str, &str)], spoil: impl FnOnce(&mut Draft)) {
    let mut draft = Draft::of(edition);
    spoil(&mut draft);
    let found = draft.mistakes();
    let mut found: Vec<_> = found.iter().map(|mistake| (mistake.code(), mistake.pointer().to_owned())).collect();
    let mut expected: Vec<_> = expected.iter().map(|(code, at)| (*code, draft.pointer(at))).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// Changes a built-in bank: the check finds nothing wrong with it.
#[track_caller]
pub(crate) fn assert_passes(edition: &str, change: impl FnOnce(&mut Draft)) {
    assert_mistakes(edition, &[], change);
}

/// Takes a key out of an object.
#[track_caller]
pub(crate) fn remove(object: &mut Value, key: &str) {
    object.as_object_mut().expect("an object").remove(key).expect("the key is there");
}
