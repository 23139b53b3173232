//! The bounds of a form's fields, as the strict schema of an assessment has them.

use serde_json::Value;

/// The named types of the strict schema.
pub(super) struct Bounds<'a>(&'a Value);

impl<'a> Bounds<'a> {
    /// The bounds that the strict schema of an assessment sets.
    pub(super) fn of(assessment: &'a Value) -> Self {
        Self(assessment.get("$defs").unwrap_or(&Value::Null))
    }

    /// The most characters of a text.
    pub(super) fn length(&self, name: &str, property: &str) -> u64 {
        self.number(name, property, "maxLength")
    }

    /// The most entries of a list.
    pub(super) fn entries(&self, name: &str, property: &str) -> u64 {
        self.number(name, property, "maxItems")
    }

    /// The least and the greatest of a number.
    pub(super) fn range(&self, name: &str, property: &str) -> (u64, u64) {
        (self.number(name, property, "minimum"), self.number(name, property, "maximum"))
    }

    /// The pattern of a type of its own.
    ///
    /// # Panics
    ///
    /// Where the strict schema has no such type, or no pattern for it.
    pub(super) fn pattern(&self, name: &str) -> &'a str {
        let pattern = self.0.pointer(&format!("/{name}/pattern")).and_then(Value::as_str);
        pattern.unwrap_or_else(|| panic!("the strict schema has no pattern for `{name}`"))
    }

    fn number(&self, name: &str, property: &str, keyword: &str) -> u64 {
        let place = format!("/{name}/properties/{property}/{keyword}");
        let number = self.0.pointer(&place).and_then(Value::as_u64);
        number.unwrap_or_else(|| panic!("the strict schema has no number at `{place}`"))
    }
}
