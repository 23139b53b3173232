//! The single changes that corrections make to a bank.

use super::super::code::QuestionCode;
use super::super::fact::Certainty;
use super::super::question::Question;
use super::super::raw::RawBank;
use super::address::{FactAddress, find};
use super::document::ConfirmedFacts;
use super::mistake::CorrectionFault;

/// A change to one question of a bank.
pub(super) fn in_question(code: QuestionCode, act: impl Fn(&mut Question)) -> impl Fn(&mut RawBank) {
    move |bank| {
        if let Some(question) = bank.questions.iter_mut().find(|question| question.code == code) {
            act(question);
        }
    }
}

/// Puts an entry in the place of the one with the same key, or behind all others.
pub(super) fn put<T: Clone, K: PartialEq>(list: &mut Vec<T>, entry: &T, key: impl Fn(&T) -> K) {
    match list.iter_mut().find(|old| key(old) == key(entry)) {
        Some(old) => *old = entry.clone(),
        None => list.push(entry.clone()),
    }
}

/// Makes a fact confirmed, by the sources given and then its own. Where a rule has several readings, the best is
/// confirmed and the others are settled by that.
pub(super) fn confirm(bank: &mut RawBank, address: &FactAddress, by: &ConfirmedFacts) -> Result<(), CorrectionFault> {
    let (provenance, says) =
        find(bank, address).ok_or_else(|| CorrectionFault::UnknownFact { address: address.clone() })?;
    if !says {
        return Err(CorrectionFault::NothingToConfirm { address: address.clone() });
    }
    let before = std::mem::take(&mut provenance.sources);
    provenance.sources.clone_from(&by.sources);
    provenance.sources.extend(before.into_iter().filter(|id| !by.sources.contains(id)));
    provenance.certainty = Certainty::Confirmed;
    provenance.because.clone_from(&by.because);
    let level = address.as_str().strip_prefix("/levels/");
    if let Some(rule) = bank.levels.iter_mut().find(|rule| Some(rule.level.as_str()) == level) {
        rule.readings.truncate(1);
    }
    Ok(())
}

/// Takes out a question, or what a question can do without.
pub(super) fn removed(bank: &mut RawBank, address: &FactAddress) -> Result<(), CorrectionFault> {
    let unknown = || CorrectionFault::UnknownFact { address: address.clone() };
    let steps: Vec<&str> = address.as_str().split('/').skip(1).collect();
    let ["questions", code, rest @ ..] = steps.as_slice() else {
        return match find(bank, address) {
            Some(_) => Err(CorrectionFault::NotRemovable { address: address.clone() }),
            None => Err(unknown()),
        };
    };
    let code: QuestionCode = code.parse().map_err(|_| unknown())?;
    let at = bank.questions.iter().position(|question| question.code == code).ok_or_else(unknown)?;
    let question = bank.questions.get_mut(at).ok_or_else(unknown)?;
    let was_there = match rest {
        [] => {
            bank.questions.remove(at);
            true
        }
        ["parts", id] => taken_out(&mut question.parts, |part| part.id.as_str() == *id),
        ["exemptions", by] => taken_out(&mut question.exemptions, |entry| entry.by.as_str() == *by),
        ["window"] => question.window.take().is_some(),
        ["threshold"] => question.threshold.take().is_some(),
        ["looksFor"] => question.looks_for.take().is_some(),
        ["neededWhen"] => question.needed_when.take().is_some(),
        _ if find(bank, address).is_some() => {
            return Err(CorrectionFault::NotRemovable { address: address.clone() });
        }
        _ => false,
    };
    if was_there { Ok(()) } else { Err(unknown()) }
}

fn taken_out<T>(list: &mut Vec<T>, is_gone: impl Fn(&T) -> bool) -> bool {
    let before = list.len();
    list.retain(|entry| !is_gone(entry));
    list.len() < before
}
