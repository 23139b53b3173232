//! Addresses of facts that stay the same when entries come and go: JSON Pointers with codes and words for indexes.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::super::edition::Edition;
use super::super::fact::{Certainty, Fact, Provenance, Stated};
use super::super::level::Level;
use super::super::question::Question;
use super::super::question_bank::QuestionBank;
use super::super::raw::RawBank;
use crate::reading::{Cause, parsed, shorten};

/// The address of a fact in a bank, such as `/questions/7.1.1/evidenceType`.
///
/// It reads like a JSON Pointer into the bank, with the code of a question, the word of a level, exemption or
/// certificate, or the id of a part where the bank has a list: `/questions/1.3.11/exemptions/cyber-essentials-plus`,
/// `/edition/counts/standards-met`, `/levels/standards-exceeded`. An entry that begins inside the edition has its first
/// day behind it: `/questions/1.2.4/mandatory/standards-met@2022-06-09`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactAddress(String);

const EXPECTED: &str = "the address of a fact such as `/questions/7.1.1/evidenceType`";

impl FactAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for FactAddress {
    type Err = Cause;

    /// Reads an address; whether a bank has such a fact is another matter.
    ///
    /// # Errors
    ///
    /// Text that does not begin with `/questions/`, `/edition/` or `/levels/`, has an empty step, other characters than
    /// letters, figures and `/ . - @`, or more than 160 characters: `7.1.1`, `/questions//listed`.
    fn from_str(text: &str) -> Result<Self, Cause> {
        let of_a_bank = ["/questions/", "/edition/", "/levels/"].iter().any(|head| text.starts_with(head));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'@');
        let steps = text.split('/').skip(1).all(|step| !step.is_empty());
        if of_a_bank && steps && text.len() <= 160 && text.bytes().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Cause::BadForm { found: shorten(text), expected: EXPECTED })
        }
    }
}

parsed!(
    FactAddress,
    "the address of a fact such as `/questions/7.1.1/evidenceType`",
    "^/(questions|edition|levels)(/[A-Za-z0-9.@-]+)+$",
    "/questions/7.1.1/evidenceType"
);

/// A fact of a bank that has a value, with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankFact<'b> {
    /// Where it stands.
    pub address: FactAddress,
    /// How sure it is and where it comes from.
    pub provenance: &'b Provenance,
}

impl QuestionBank {
    /// Every fact that has a value, with the address by which corrections confirm it; a rule of a level by its best
    /// reading.
    ///
    /// ```
    /// use dspt::{Certainty, QuestionBank};
    ///
    /// let bank = QuestionBank::built_in("2025-26".parse()?)?;
    /// let listed = bank.facts().into_iter().find(|fact| fact.address.as_str() == "/questions/6.3.2/listed").unwrap();
    /// assert_eq!(listed.provenance.certainty, Certainty::Inferred);
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn facts(&self) -> Vec<BankFact<'_>> {
        let raw = self.raw();
        let mut facts: Vec<Stated<'_>> = raw.edition.facts();
        facts.extend(
            raw.levels
                .iter()
                .enumerate()
                .filter_map(|(at, rule)| rule.readings.first().map(|best| Stated::fact(format!("/levels/{at}"), best))),
        );
        for (at, question) in raw.questions.iter().enumerate() {
            facts.extend(question.facts().into_iter().map(|fact| {
                // Without a value it still says something, unless nobody knows.
                let says_nothing = fact.place == "notApplicable"
                    && question.not_applicable.value.is_none()
                    && question.not_applicable.provenance.certainty == Certainty::Unknown;
                Stated {
                    place: format!("/questions/{at}/{}", fact.place),
                    has_value: fact.has_value && !says_nothing,
                    ..fact
                }
            }));
        }
        let with_value = facts.into_iter().filter(|fact| fact.has_value);
        with_value
            .map(|fact| BankFact { address: address_of(&stable(raw, &fact.place)), provenance: fact.provenance })
            .collect()
    }
}

/// The address of the fact at a stable place: without the key that all entries of its list share.
fn address_of(place: &str) -> FactAddress {
    const SHARED: [&str; 5] = ["/mandatory", "/count", "/exempts", "/asked", "/takesQuestionsAway"];
    let shared = SHARED.iter().find_map(|key| place.strip_suffix(key)).filter(|rest| rest.split('/').count() > 3);
    FactAddress(shared.unwrap_or(place).to_owned())
}

/// A JSON Pointer into a bank with keys in place of the indexes of its lists, as far as their entries have keys.
pub(super) fn stable(bank: &RawBank, pointer: &str) -> String {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let mut place = String::new();
    for (at, step) in steps.iter().enumerate() {
        let list = steps.get(..at).unwrap_or_default();
        place.push('/');
        place.push_str(&key_in(bank, list, step).unwrap_or_else(|| (*step).to_owned()));
    }
    place
}

/// The key of an entry of one of the bank's lists.
fn key_in(bank: &RawBank, list: &[&str], index: &str) -> Option<String> {
    let at: usize = index.parse().ok()?;
    let question = |index: &str| bank.questions.get(index.parse::<usize>().ok()?);
    Some(match list {
        ["questions"] => bank.questions.get(at)?.code.to_string(),
        ["questions", of, "mandatory"] => {
            let entry = question(of)?.mandatory.get(at)?;
            period(entry.level, entry.from)
        }
        ["questions", of, "exemptions"] => question(of)?.exemptions.get(at)?.by.to_string(),
        ["questions", of, "parts"] => question(of)?.parts.get(at)?.id.to_string(),
        ["levels"] => bank.levels.get(at)?.level.to_string(),
        ["sources"] => bank.sources.get(at)?.id.to_string(),
        ["edition", "counts"] => {
            let count = bank.edition.counts.get(at)?;
            period(count.level, count.from)
        }
        ["edition", "certificates"] => bank.edition.certificates.get(at)?.certificate.to_string(),
        ["edition", "dropped"] => bank.edition.dropped.get(at)?.value?.to_string(),
        _ => return None,
    })
}

/// The key of an entry that holds for a level from a day on.
pub(super) fn period(level: Level, from: Option<NaiveDate>) -> String {
    match from {
        Some(from) => format!("{level}@{from}"),
        None => level.to_string(),
    }
}

/// The provenance of the fact at an address, and whether the fact says anything.
pub(super) fn find<'b>(bank: &'b mut RawBank, address: &FactAddress) -> Option<(&'b mut Provenance, bool)> {
    let steps: Vec<&str> = address.0.split('/').skip(1).collect();
    match steps.as_slice() {
        ["levels", level] => {
            let rule = bank.levels.iter_mut().find(|rule| rule.level.as_str() == *level)?;
            said(rule.readings.first_mut()?)
        }
        ["edition", rest @ ..] => find_in_edition(&mut bank.edition, rest),
        ["questions", code, rest @ ..] => {
            let code = code.parse().ok()?;
            find_in_question(bank.questions.iter_mut().find(|question| question.code == code)?, rest)
        }
        _ => None,
    }
}

/// Always there, so that the places of facts that may be absent read like the others.
#[expect(clippy::unnecessary_wraps, reason = "every arm of the search gives an option")]
fn said<T>(fact: &mut Fact<T>) -> Option<(&mut Provenance, bool)> {
    Some((&mut fact.provenance, fact.value.is_some()))
}

fn find_in_edition<'b>(edition: &'b mut Edition, steps: &[&str]) -> Option<(&'b mut Provenance, bool)> {
    let gates = &mut edition.gates;
    match steps {
        ["toolkitVersion"] => said(&mut edition.toolkit_version),
        ["opening"] => said(&mut edition.opening),
        ["deadline"] => said(&mut edition.deadline),
        ["total"] => said(&mut edition.total),
        ["scope"] => said(&mut edition.scope),
        ["reconfirmation"] => said(&mut edition.reconfirmation),
        ["notSure"] => Some((&mut edition.not_sure, true)),
        ["counts", key] => {
            said(&mut edition.counts.iter_mut().find(|count| period(count.level, count.from) == *key)?.count)
        }
        ["certificates", key] => {
            let mut effects = edition.certificates.iter_mut();
            said(&mut effects.find(|effect| effect.certificate.as_str() == *key)?.takes_questions_away)
        }
        ["dropped", code] => {
            let code = code.parse().ok();
            said(edition.dropped.iter_mut().find(|gone| gone.value.is_some() && gone.value == code)?)
        }
        ["gates", "profileConfirmed"] => said(&mut gates.profile_confirmed),
        ["gates", "assertionsConfirmed"] => said(&mut gates.assertions_confirmed),
        ["gates", "approachingOnlyFirst"] => said(&mut gates.approaching_only_first),
        ["gates", "actionPlan"] => said(&mut gates.action_plan),
        ["gates", "republishAtLeast"] => said(&mut gates.republish_at_least),
        ["gates", "entryLevelCounts"] => said(&mut gates.entry_level_counts),
        ["gates", "onlyAdministratorsPublish"] => said(&mut gates.only_administrators_publish),
        ["gates", "sitesOnRecord"] => said(&mut gates.sites_on_record),
        ["gates", "sitesShareArrangements"] => said(&mut gates.sites_share_arrangements),
        ["gates", "sitesNeedHeadOffice"] => said(&mut gates.sites_need_head_office),
        _ => None,
    }
}

fn find_in_question<'b>(question: &'b mut Question, steps: &[&str]) -> Option<(&'b mut Provenance, bool)> {
    match steps {
        ["listed"] => Some((&mut question.listed, true)),
        ["heading"] => said(&mut question.heading),
        ["evidenceType"] => said(&mut question.evidence_type),
        ["notApplicable"] => {
            let fact = &mut question.not_applicable;
            let says = fact.value.is_some() || fact.provenance.certainty != Certainty::Unknown;
            Some((&mut fact.provenance, says))
        }
        ["parts", id] => {
            let part = question.parts.iter_mut().find(|part| part.id.as_str() == *id)?;
            Some((&mut part.asked, true))
        }
        ["mandatory", key] => {
            let mut entries = question.mandatory.iter_mut();
            said(&mut entries.find(|entry| period(entry.level, entry.from) == *key)?.mandatory)
        }
        ["exemptions", by] => said(&mut question.exemptions.iter_mut().find(|entry| entry.by.as_str() == *by)?.exempts),
        ["window"] => said(question.window.as_mut()?),
        ["threshold"] => said(question.threshold.as_mut()?),
        ["threshold", "value", "rollingProgramme"] => {
            said(&mut question.threshold.as_mut()?.value.as_mut()?.rolling_programme)
        }
        ["looksFor"] => said(question.looks_for.as_mut()?),
        ["neededWhen"] => said(question.needed_when.as_mut()?),
        ["descent"] => said(question.descent.as_mut()?),
        _ => None,
    }
}
