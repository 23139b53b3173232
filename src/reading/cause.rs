//! Why a document cannot be read, one variant a cause.

use super::coded::coded;

coded! {
    /// Why a document cannot be read as it stands; the text says what was found, what was expected and how to mend it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum Cause {
        /// More bytes than a document may have.
        #[error("the document has {found} bytes, expected at most {limit}; make it smaller")]
        TooLarge {
            /// The size in bytes.
            found: usize,
            /// The most bytes accepted.
            limit: usize,
        } = "too-large",
        /// Bytes that are not UTF-8.
        #[error("byte {offset} is not UTF-8 text; save the document as UTF-8")]
        NotUtf8 {
            /// How many bytes precede the first bad one.
            offset: usize,
        } = "not-utf8",
        /// No text, or white space alone.
        #[error("the document is empty, expected a JSON object; check that the right file was given")]
        Empty = "empty",
        /// Text that is not JSON.
        #[error("line {line}, column {column}: {what}; mend the JSON there")]
        NotJson {
            /// The line, counted from 1.
            line: usize,
            /// The column, counted from 1.
            column: usize,
            /// What the JSON parser says.
            what: String,
        } = "not-json",
        /// Arrays or objects nested deeper than any document needs.
        #[error("line {line}, column {column}: nested more than 127 levels deep, or more than 8 rules within each other; no document needs so many")]
        TooDeep {
            /// The line, counted from 1.
            line: usize,
            /// The column, counted from 1.
            column: usize,
        } = "too-deep",
        /// A document of another kind.
        #[error("the document is of format `{found}`, expected `{expected}`{}", did_you_mean(nearest.as_deref()))]
        OtherFormat {
            /// The format found.
            found: String,
            /// The format that is read here.
            expected: &'static str,
            /// The same format, where what was found looks like a slip.
            nearest: Option<String>,
        } = "other-format",
        /// A document of a later version of the format.
        #[error(
            "the document is of the later format `{found}`, and this version of dspt reads `{expected}`; update dspt, or write the document in `{expected}`"
        )]
        NewerFormat {
            /// The format found.
            found: String,
            /// The format that is read here.
            expected: &'static str,
        } = "newer-format",
        /// Another JSON type than the place takes.
        #[error("found {found}, expected {expected}")]
        WrongType {
            /// The JSON type found.
            found: &'static str,
            /// What the place takes.
            expected: &'static str,
        } = "wrong-type",
        /// A key the object does not have.
        #[error("unknown key `{key}`, expected {}{}", one_of(expected), did_you_mean(nearest.as_deref()))]
        UnknownKey {
            /// The key found.
            key: String,
            /// The keys the object has.
            expected: &'static [&'static str],
            /// The key that looks most like it, if any does.
            nearest: Option<String>,
        } = "unknown-key",
        /// A key given twice.
        #[error("the key `{key}` is given twice; keep one of the two")]
        DuplicateKey {
            /// The key found.
            key: String,
        } = "duplicate-key",
        /// An entry of a list that an earlier one is already about.
        #[error("an earlier entry is already about `{found}`; keep one of the two")]
        DuplicateEntry {
            /// What both entries are about.
            found: String,
        } = "duplicate-entry",
        /// A key the object must have.
        #[error("`{key}` is missing; add it")]
        MissingKey {
            /// The key that is missing.
            key: &'static str,
        } = "missing-key",
        /// A word that is not one of a closed list.
        #[error("found `{found}`, expected {}{}", one_of(expected), did_you_mean(nearest.as_deref()))]
        UnknownWord {
            /// The word found.
            found: String,
            /// The words accepted.
            expected: &'static [&'static str],
            /// The word that looks most like it, if any does.
            nearest: Option<String>,
        } = "unknown-word",
        /// Text that does not have the form the place takes.
        #[error("found `{found}`, expected {expected}")]
        BadForm {
            /// The text found.
            found: String,
            /// The form expected, with an example.
            expected: &'static str,
        } = "bad-form",
        /// Text longer than the place takes.
        #[error("the text has {found} characters, expected at most {limit}; shorten it")]
        TooLong {
            /// The length in characters.
            found: usize,
            /// The most characters accepted.
            limit: usize,
        } = "too-long",
        /// More entries than the place takes.
        #[error("more than {limit} entries; keep to {limit}")]
        TooMany {
            /// The most entries accepted.
            limit: usize,
        } = "too-many",
        /// A key that belongs to another kind of entry.
        #[error("`{key}` does not belong to kind `{kind}`; remove it or choose another kind")]
        NotOfThisKind {
            /// The key found.
            key: &'static str,
            /// The kind of the entry.
            kind: &'static str,
        } = "not-of-this-kind",
        /// A number outside its bounds.
        #[error("found {found}, expected {expected}")]
        OutOfRange {
            /// The number found.
            found: u64,
            /// What is accepted.
            expected: String,
        } = "out-of-range",
        /// An edition whose two years do not follow each other.
        #[error("found `{found}`, expected two years that follow each other such as `2025-26`")]
        YearsApart {
            /// The edition found.
            found: String,
        } = "years-apart",
        /// More people trained than there are.
        #[error("found {found}, expected at most the {people} people there are; correct one of the two figures")]
        MoreThanThereAre {
            /// How many are said to be trained.
            found: u32,
            /// How many people there are.
            people: u32,
        } = "more-than-there-are",
        /// Two dates of one entry in the wrong order.
        #[error("found {found}, expected a day on or after {earliest}; check both dates")]
        BeforeStart {
            /// The later date as given.
            found: chrono::NaiveDate,
            /// The earlier date as given.
            earliest: chrono::NaiveDate,
        } = "before-start",
        /// A question code that the edition's bank does not list.
        #[error(
            "question `{code}` is not in the bank of {edition}{}; check the code and the edition",
            because.as_deref().map(|why| format!(" ({why})")).unwrap_or_default()
        )]
        UnknownQuestion {
            /// The code found.
            code: String,
            /// The edition of the assessment.
            edition: String,
            /// What is known of the code, for example where it went.
            because: Option<String>,
        } = "unknown-question",
        /// An edition that has no bank.
        #[error("there is no question bank for edition `{found}`, expected one of {known}")]
        UnknownEdition {
            /// The edition asked for.
            found: String,
            /// The editions there are.
            known: String,
        } = "unknown-edition",
        /// An answer said to come from the assessment's own edition or a later one.
        #[error("found {from}, expected an edition before {edition}; an answer is carried over from an earlier edition")]
        OriginNotEarlier {
            /// The edition found.
            from: String,
            /// The edition of the assessment.
            edition: String,
        } = "origin-not-earlier",
        /// An assessment of another edition than the bank it is checked against.
        #[error(
            "the assessment is of edition {found}, the question bank of {expected}; use the bank of the assessment's edition"
        )]
        OtherEdition {
            /// The edition of the assessment.
            found: String,
            /// The edition of the bank.
            expected: String,
        } = "other-edition",
    }
}

impl Cause {
    /// What the place takes, in a few words.
    ///
    /// ```
    /// let cause = "2025".parse::<dspt::EditionId>().unwrap_err();
    /// assert_eq!(cause.expected(), "an edition such as `2025-26`");
    /// assert_eq!(cause.actual(), "`2025`");
    /// ```
    pub fn expected(&self) -> String {
        match self {
            Self::TooLarge { limit, .. } => format!("at most {limit} bytes"),
            Self::NotUtf8 { .. } => "text in UTF-8".to_owned(),
            Self::Empty => "a JSON object".to_owned(),
            Self::NotJson { .. } => "JSON".to_owned(),
            Self::TooDeep { .. } => "at most 127 levels, and 8 rules within each other".to_owned(),
            Self::OtherFormat { expected, .. } | Self::NewerFormat { expected, .. } => format!("`{expected}`"),
            Self::WrongType { expected, .. } | Self::BadForm { expected, .. } => (*expected).to_owned(),
            Self::UnknownKey { expected, .. } | Self::UnknownWord { expected, .. } => one_of(expected),
            Self::DuplicateKey { .. } => "each key once".to_owned(),
            Self::DuplicateEntry { .. } => "one entry for each".to_owned(),
            Self::MissingKey { key } => format!("the key `{key}`"),
            Self::TooLong { limit, .. } => format!("at most {limit} characters"),
            Self::TooMany { limit } => format!("at most {limit} entries"),
            Self::NotOfThisKind { kind, .. } => format!("the keys of kind `{kind}`"),
            Self::OutOfRange { expected, .. } | Self::OtherEdition { expected, .. } => expected.clone(),
            Self::YearsApart { .. } => "two years that follow each other".to_owned(),
            Self::MoreThanThereAre { people, .. } => format!("at most {people}"),
            Self::BeforeStart { earliest, .. } => format!("a day on or after {earliest}"),
            Self::UnknownQuestion { edition, .. } => format!("a question of {edition}"),
            Self::UnknownEdition { known, .. } => format!("one of {known}"),
            Self::OriginNotEarlier { edition, .. } => format!("an edition before {edition}"),
        }
    }

    /// What was found there, in a few words.
    pub fn actual(&self) -> String {
        match self {
            Self::TooLarge { found, .. } => format!("{found} bytes"),
            Self::NotUtf8 { offset } => format!("byte {offset} is not UTF-8"),
            Self::Empty | Self::MissingKey { .. } => "nothing".to_owned(),
            Self::NotJson { what, .. } => what.clone(),
            Self::TooDeep { .. } => "more levels".to_owned(),
            Self::WrongType { found, .. } => (*found).to_owned(),
            Self::UnknownKey { key, .. } | Self::DuplicateKey { key } => format!("`{key}`"),
            Self::NotOfThisKind { key, .. } => format!("`{key}`"),
            Self::OtherFormat { found, .. }
            | Self::NewerFormat { found, .. }
            | Self::DuplicateEntry { found }
            | Self::UnknownWord { found, .. }
            | Self::BadForm { found, .. }
            | Self::YearsApart { found }
            | Self::UnknownEdition { found, .. } => format!("`{found}`"),
            Self::TooLong { found, .. } => format!("{found} characters"),
            Self::TooMany { .. } => "more entries".to_owned(),
            Self::OutOfRange { found, .. } => found.to_string(),
            Self::MoreThanThereAre { found, .. } => found.to_string(),
            Self::BeforeStart { found, .. } => found.to_string(),
            Self::UnknownQuestion { code, .. } => format!("`{code}`"),
            Self::OriginNotEarlier { from, .. } => from.clone(),
            Self::OtherEdition { found, .. } => found.clone(),
        }
    }
}

fn one_of(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default()
}

/// What the parser says, for people who did not write a parser.
pub(super) fn plainly(said: &str) -> String {
    let plain = match said {
        text if text.starts_with("EOF while parsing") => "the document ends too early",
        "trailing characters" => "something follows the end of the document",
        "trailing comma" => "there is a comma too many",
        "expected value" => "a value is missing here or is not spelt as JSON spells it",
        "expected `,` or `}`" => "a comma or a closing brace is missing",
        "expected `,` or `]`" => "a comma or a closing bracket is missing",
        "expected `:`" => "a colon is missing",
        "key must be a string" => "a key has to stand in double quotes",
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "a text is broken over the line or holds a control character"
        }
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
            "an escape stands for half a character"
        }
        "invalid escape" => "a backslash is followed by something that is no escape",
        "number out of range" => "the number is beyond all bounds",
        other => other,
    };
    plain.to_owned()
}
