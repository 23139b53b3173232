//! Question codes such as `10.1.2`.

use std::fmt;
use std::str::FromStr;

use crate::reading::{Cause, parsed};

/// The code of a question: its standard, its assertion and its own number.
///
/// Codes compare by their numbers, not by their text. A code means a question only together with an edition: 6.1.3
/// asks one thing in 2021-22 and another from 2022-23.
///
/// ```
/// use dspt::QuestionCode;
///
/// let mut codes: Vec<QuestionCode> = ["10.1.2", "1.3.11", "1.3.2"].map(|code| code.parse().unwrap()).into();
/// codes.sort();
/// assert_eq!(codes.map_to_text(), ["1.3.2", "1.3.11", "10.1.2"]);
/// # trait MapToText { fn map_to_text(&self) -> Vec<String>; }
/// # impl MapToText for Vec<QuestionCode> { fn map_to_text(&self) -> Vec<String> { self.iter().map(ToString::to_string).collect() } }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionCode(u32);

impl QuestionCode {
    /// The data security standard, 1 to 255; the toolkit has ten.
    pub const fn standard(self) -> u8 {
        self.0.to_be_bytes()[1]
    }

    /// The assertion within the standard, 1 to 255.
    pub const fn assertion(self) -> u8 {
        self.0.to_be_bytes()[2]
    }

    /// The question within the assertion, 1 to 255.
    pub const fn item(self) -> u8 {
        self.0.to_be_bytes()[3]
    }
}

impl fmt::Display for QuestionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}.{}", self.standard(), self.assertion(), self.item()))
    }
}

impl fmt::Debug for QuestionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for QuestionCode {
    type Err = Cause;

    /// Reads a code written as the toolkit writes it.
    ///
    /// # Errors
    ///
    /// Anything but three numbers from 1 to 255 with full stops between them and no leading noughts: `1.1`, `1.1.1.1`,
    /// `01.1.1`, `1.1.0`, `1.1.256`, ` 1.1.1` and `1-1-1` all fail.
    fn from_str(text: &str) -> Result<Self, Cause> {
        fn number(part: Option<&str>) -> Option<u8> {
            let digits = part?;
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
            if plain { digits.parse().ok() } else { None }
        }
        let mut parts = text.split('.');
        match (number(parts.next()), number(parts.next()), number(parts.next()), parts.next()) {
            (Some(standard), Some(assertion), Some(item), None) => {
                Ok(Self(u32::from_be_bytes([0, standard, assertion, item])))
            }
            _ => Err(Cause::BadForm { found: crate::reading::shorten(text), expected: EXPECTED }),
        }
    }
}

const EXPECTED: &str = "a question code such as `10.1.2`";
parsed!(
    QuestionCode,
    "a question code such as `10.1.2`",
    r"^([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\.([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])){2}$",
    "10.1.2"
);

/// The code of an assertion: a standard and a number in it, such as `10.1`. Each question belongs to one.
///
/// ```
/// use dspt::{AssertionCode, QuestionCode};
///
/// let question: QuestionCode = "10.1.2".parse()?;
/// assert_eq!(Ok(question.assertion_code()), "10.1".parse::<AssertionCode>());
/// # Ok::<(), dspt::Cause>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssertionCode {
    standard: u8,
    assertion: u8,
}

impl QuestionCode {
    /// The assertion that the question belongs to.
    pub const fn assertion_code(self) -> AssertionCode {
        AssertionCode { standard: self.standard(), assertion: self.assertion() }
    }
}

impl fmt::Display for AssertionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}", self.standard, self.assertion))
    }
}

impl FromStr for AssertionCode {
    type Err = Cause;

    /// Reads an assertion code.
    ///
    /// # Errors
    ///
    /// Anything but two numbers from 1 to 255 with a full stop between them: `1`, `1.1.1` and `01.1` all fail.
    fn from_str(text: &str) -> Result<Self, Cause> {
        match format!("{text}.1").parse::<QuestionCode>() {
            Ok(question) => Ok(question.assertion_code()),
            Err(_) => Err(Cause::BadForm {
                found: crate::reading::shorten(text),
                expected: "an assertion code such as `10.1`",
            }),
        }
    }
}

parsed!(
    AssertionCode,
    "an assertion code such as `10.1`",
    r"^([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$",
    "10.1"
);

#[cfg(test)]
mod tests {
    use super::QuestionCode;

    #[test]
    fn codes_compare_by_their_numbers() {
        let code = |text: &str| text.parse::<QuestionCode>().expect("a code");
        assert!(code("1.3.2") < code("1.3.11"));
        assert!(code("1.3.11") < code("10.1.2"));
        assert!(code("9.5.10") > code("9.5.2"));
    }

    #[test]
    fn only_the_toolkits_own_spelling_is_read() {
        for text in
            ["", "1", "1.1", "1.1.1.1", "01.1.1", "1.1.0", "1.1.256", " 1.1.1", "1.1.1 ", "1-1-1", "+1.1.1", "a.b.c"]
        {
            assert!(text.parse::<QuestionCode>().is_err(), "{text:?} must not be read");
        }
    }

    #[test]
    fn a_code_prints_as_it_was_written() {
        for text in ["1.1.1", "10.1.2", "255.255.255"] {
            assert_eq!(text.parse::<QuestionCode>().map(|code| code.to_string()), Ok(text.to_owned()));
        }
    }
}
