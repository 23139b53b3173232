//! What can be wrong in the content of a question bank.

use std::fmt;

use chrono::NaiveDate;

use super::code::QuestionCode;
use super::level::Level;
use crate::reading::coded;

/// A question bank whose content is wrong: every mistake in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct BankError {
    mistakes: Vec<Mistake>,
}

impl BankError {
    pub(crate) fn new(mistakes: Vec<Mistake>) -> Self {
        Self { mistakes }
    }

    /// The mistakes, those of one concern together; at least one, at most 10,000.
    pub fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }
}

impl fmt::Display for BankError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, mistake) in self.mistakes.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{mistake}")?;
        }
        Ok(())
    }
}

/// One mistake: where it is and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pointer: String,
    fault: Fault,
}

impl Mistake {
    pub(crate) fn new(pointer: impl Into<String>, fault: Fault) -> Self {
        Self { pointer: pointer.into(), fault }
    }

    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong there.
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// The stable kebab-case code of the fault.
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at `{}`: {}", self.pointer, self.fault)
    }
}

coded! {
    /// Why the content of a question bank is wrong; the text says what was found, what was expected and how to mend it.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[non_exhaustive]
    pub enum Fault {
        /// A code or id that stands twice.
        #[error("`{id}` stands twice; keep one of the two")]
        Duplicate {
            /// What stands twice.
            id: String
        } = "duplicate",
        /// A code or id that stands after one that follows it.
        #[error("`{id}` stands after `{previous}`; sort the entries")]
        Unsorted {
            /// The entry that is too late.
            id: String,
            /// The entry before it.
            previous: String
        } = "unsorted",
        /// Text that must be there.
        #[error("the text is empty; write it")]
        TextMissing = "text-missing",
        /// Text that is too long to show.
        #[error("the text has {found} characters, expected at most {limit}; shorten it")]
        TextTooLong {
            /// The length in characters.
            found: usize,
            /// The most accepted.
            limit: usize
        } = "text-too-long",
        /// A source that is not in the list.
        #[error("there is no source `{id}`; add it to the sources or correct the id")]
        UnknownSource {
            /// The id found.
            id: String
        } = "unknown-source",
        /// A fact that names no source.
        #[error("the fact names no source; name one, or call it unknown")]
        SourceMissing = "source-missing",
        /// An inference without its reason.
        #[error("the fact is not confirmed and gives no reason; say in `because` how it was read from the sources")]
        ReasonMissing = "reason-missing",
        /// A confirmed or inferred fact without a value.
        #[error("the fact has no value; give one")]
        ValueMissing = "value-missing",
        /// A number that makes no sense where it stands.
        #[error("found {found}, expected {expected}")]
        OutOfRange {
            /// The number found.
            found: u32,
            /// What would make sense.
            expected: &'static str
        } = "out-of-range",
        /// A period that ends before it begins.
        #[error("the period ends on {until}, before or on its first day {from}; correct one of the dates")]
        PeriodBackwards {
            /// The first day.
            from: NaiveDate,
            /// The first day after it.
            until: NaiveDate
        } = "period-backwards",
        /// A date that cannot belong to the edition.
        #[error("found {found}, expected a day {expected}")]
        DateOutsideEdition {
            /// The date found.
            found: NaiveDate,
            /// Where it should lie.
            expected: String
        } = "date-outside-edition",
        /// Two entries that speak of the same day.
        #[error("two entries for {level} speak of {day}; end one where the other begins")]
        PeriodsOverlap {
            /// The level.
            level: Level,
            /// A day both cover.
            day: NaiveDate
        } = "periods-overlap",
        /// A day of which no entry speaks.
        #[error("no entry for {level} speaks of {day}; add one that does")]
        PeriodMissing {
            /// The level.
            level: Level,
            /// A day none covers.
            day: NaiveDate
        } = "period-missing",
        /// A count that differs from the official one.
        #[error("mandatory for {level} on {day}: {found}, expected the official {official}; correct the questions or the count")]
        CountDiffers {
            /// The level.
            level: Level,
            /// The day.
            day: NaiveDate,
            /// How many the bank makes mandatory.
            found: u32,
            /// How many there should be.
            official: u32
        } = "count-differs",
        /// More questions than the toolkit shows in all.
        #[error("questions listed: {listed}, more than the official total of {official}; remove some or correct the total")]
        MoreThanTotal {
            /// How many the bank lists.
            listed: u32,
            /// The official total.
            official: u32
        } = "more-than-total",
        /// No rule for any level, or none in one of them.
        #[error("there is no rule here; give at least one")]
        RuleMissing = "rule-missing",
        /// A best reading of which nobody knows whether it holds.
        #[error("the first reading is the best one and cannot be unknown; put a confirmed or inferred reading first")]
        BestReadingUnknown = "best-reading-unknown",
        /// A rule that waits for its own level or one above, and so can never hold.
        #[error("the rule of {level} waits for {named}; it can only name a lower level that has a rule")]
        RuleNamesItself {
            /// The level whose rule it is.
            level: Level,
            /// The level it waits for.
            named: Level
        } = "rule-names-itself",
        /// A rule over questions of which there are none.
        #[error("no question is ever mandatory for {level}; the rule says nothing")]
        RuleOverNothing {
            /// The level.
            level: Level
        } = "rule-over-nothing",
        /// A reference to a question that the bank does not list.
        #[error("there is no question `{code}` in the bank; correct the code")]
        UnknownQuestion {
            /// The code found.
            code: QuestionCode
        } = "unknown-question",
        /// A demand that does not go with the question's evidence type.
        #[error("this does not go with a question answered by {evidence}; remove it or correct the evidence type")]
        DoesNotFit {
            /// The evidence type.
            evidence: &'static str
        } = "does-not-fit",
        /// A condition on a question that looks for nothing.
        #[error("question `{code}` looks for nothing; give it `looksFor`, or name another question")]
        NothingLookedFor {
            /// The question named.
            code: QuestionCode
        } = "nothing-looked-for",
        /// A condition on a question that has a condition itself, or on the question's own answer.
        #[error("question `{code}` is itself needed only sometimes; name a question that is always needed")]
        ConditionChained {
            /// The question named.
            code: QuestionCode
        } = "condition-chained",
        /// A condition on a question that is mandatory less often than the one that depends on it.
        #[error("question `{code}` decides this one and is not mandatory for {level} on {day}; completing it could then lower the level")]
        ConditionLessMandatory {
            /// The deciding question.
            code: QuestionCode,
            /// The level.
            level: Level,
            /// A day on which it is not mandatory.
            day: NaiveDate
        } = "condition-less-mandatory",
        /// A descent that names a question although it is new, or names none although it is not.
        #[error("relation `{relation}` {}; correct one of the two", if *names { "does not go with a question of the edition before" } else { "needs `from`, the question of the edition before" })]
        DescentUnclear {
            /// The relation.
            relation: &'static str,
            /// Whether a question is named.
            names: bool
        } = "descent-unclear",
        /// A descent from a question that the edition before does not have.
        #[error("the edition before has no question `{code}`; correct the code")]
        DescentUnknown {
            /// The code named.
            code: QuestionCode
        } = "descent-unknown",
        /// Two questions that are both the same as one of the edition before.
        #[error("another question is already equal to `{code}` of the edition before; say how the two differ from it")]
        DescentTwice {
            /// The code of the edition before.
            code: QuestionCode
        } = "descent-twice",
        /// A question without a word on where it comes from.
        #[error("nothing says how the question descends from the edition before; add `descent`")]
        DescentMissing = "descent-missing",
        /// A question of the edition before that is neither continued nor dropped.
        #[error("question `{code}` of the edition before is neither continued nor dropped; say which")]
        QuestionLost {
            /// Its code.
            code: QuestionCode
        } = "question-lost",
        /// A question both continued and dropped.
        #[error("question `{code}` of the edition before is dropped and continued; choose one")]
        DroppedYetContinued {
            /// Its code.
            code: QuestionCode
        } = "dropped-yet-continued",
        /// A disagreement with fewer than two sides.
        #[error("a disagreement needs at least two claims; add the other side")]
        ClaimMissing = "claim-missing",
        /// The bank of an edition that is not the one before.
        #[error("the bank given as the edition before is of {found}, expected {expected}")]
        NotTheEditionBefore {
            /// The edition given.
            found: String,
            /// The edition before.
            expected: String
        } = "not-the-edition-before",
    }
}
