//! Sentences: what this library says, all of it, as templates.

use std::sync::LazyLock;

use super::advice::{PATHS, REPLAYS, TIMELINES};
use super::findings::FINDINGS;
use super::publication::{NOTES, OBSTACLES, PLANS, SERVICES};
use super::trace::{ANSWERS, LEVELS, QUESTIONS, RULES};

/// Something that people are told, with the names of what it is filled from in braces.
///
/// A sentence about a finding is named after the code of the finding. Sentences of other families have the family and a
/// full stop in front: `obstacle.other-edition` stands against a publication, `other-edition` is a finding. What sets
/// several sentences of one code apart stands behind another full stop (`not-reconfirmed.too-early`). A sentence that
/// counts something may have forms for exact numbers, named with an equals sign: `profile-not-sure.questions=1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its name.
    pub name: &'static str,
    /// The names that its template may use.
    pub arguments: &'static [&'static str],
    /// Which of them it counts, if it may have forms for exact numbers.
    pub counts: Option<&'static str>,
    /// Its template in this project's own words.
    pub template: &'static str,
}

pub(super) const fn sentence(
    name: &'static str,
    arguments: &'static [&'static str],
    template: &'static str,
) -> Sentence {
    Sentence { name, arguments, counts: None, template }
}

pub(super) const fn counting(
    name: &'static str,
    arguments: &'static [&'static str],
    counts: &'static str,
    template: &'static str,
) -> Sentence {
    Sentence { name, arguments, counts: Some(counts), template }
}

/// The sentences of every family, those about findings first: they are looked up most.
const FAMILIES: &[&[Sentence]] =
    &[FINDINGS, OBSTACLES, NOTES, PLANS, SERVICES, PATHS, TIMELINES, REPLAYS, RULES, LEVELS, QUESTIONS, ANSWERS];

static SENTENCES: LazyLock<Vec<Sentence>> = LazyLock::new(|| FAMILIES.concat());

/// Everything that people are told, as templates: what a wording pack can put in other words.
///
/// The sentences about findings come first, in the order of their codes.
///
/// ```
/// let sentence = dspt::sentences().iter().find(|sentence| sentence.name == "review-in-future").unwrap();
/// assert_eq!(sentence.arguments, ["day"]);
/// assert_eq!(sentence.template, "The review is dated {day}, which is still to come. Correct the date.");
/// ```
pub fn sentences() -> &'static [Sentence] {
    &SENTENCES
}

/// The sentence with a name.
pub(crate) fn named(name: &str) -> Option<&'static Sentence> {
    FAMILIES.iter().find_map(|family| family.iter().find(|sentence| sentence.name == name))
}

/// The form of a sentence for an exact number, where there is one.
pub(super) fn form(name: &str, number: u32) -> Option<&'static Sentence> {
    let of_number = |sentence: &&Sentence| {
        let exact = sentence.name.strip_prefix(name).and_then(|rest| rest.strip_prefix('='));
        exact.is_some_and(|exact| exact.parse() == Ok(number))
    };
    FAMILIES.iter().find_map(|family| family.iter().find(of_number))
}
