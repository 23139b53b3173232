//! Provenance: every fact names its source, and every inference its reason.

use std::collections::BTreeSet;

use super::super::fact::{Certainty, Provenance, Stated};
use super::super::mistake::Fault;
use super::super::raw::RawBank;
use super::super::source::SourceId;
use super::Mistakes;

pub(super) fn check(bank: &RawBank, found: &mut Mistakes) {
    let known: BTreeSet<&SourceId> = bank.sources.iter().map(|source| &source.id).collect();
    for fact in bank.edition.facts() {
        fact_is_complete(&fact.place, &fact, &known, found);
    }
    for (at, level) in bank.levels.iter().enumerate() {
        for (reading, fact) in level.readings.iter().enumerate() {
            let fact = Stated::fact(format!("/levels/{at}/readings/{reading}"), fact);
            fact_is_complete(&fact.place, &fact, &known, found);
        }
    }
    for (at, question) in bank.questions.iter().enumerate() {
        for fact in question.facts() {
            fact_is_complete(&format!("/questions/{at}/{}", fact.place), &fact, &known, found);
        }
    }
    for (at, point) in bank.disagreements.iter().enumerate() {
        for (claim, side) in point.claims.iter().enumerate() {
            sources_exist(&format!("/disagreements/{at}/claims/{claim}/sources"), &side.sources, &known, found);
        }
    }
    for (at, gap) in bank.edition.gaps.iter().enumerate() {
        sources_exist(&format!("/edition/gaps/{at}/sources"), &gap.sources, &known, found);
    }
    dates_are_there(bank, found);
}

/// Only an unknown fact may do without a value.
fn fact_is_complete(pointer: &str, fact: &Stated<'_>, known: &BTreeSet<&SourceId>, found: &mut Mistakes) {
    if !fact.has_value && fact.provenance.certainty != Certainty::Unknown {
        found.push(pointer, Fault::ValueMissing);
    }
    provenance_is_complete(pointer, fact.provenance, known, found);
}

pub(crate) fn provenance_is_complete(
    pointer: &str,
    fact: &Provenance,
    known: &BTreeSet<&SourceId>,
    found: &mut Mistakes,
) {
    if fact.sources.is_empty() && fact.certainty != Certainty::Unknown {
        found.push(pointer, Fault::SourceMissing);
    }
    if fact.certainty != Certainty::Confirmed && fact.because.as_deref().is_none_or(|why| why.trim().is_empty()) {
        found.push(pointer, Fault::ReasonMissing);
    }
    sources_exist(&format!("{pointer}/sources"), &fact.sources, known, found);
    let mut earlier = BTreeSet::new();
    for (at, id) in fact.sources.iter().enumerate() {
        if !earlier.insert(id) {
            found.push(format!("{pointer}/sources/{at}"), Fault::Duplicate { id: id.to_string() });
        }
    }
}

fn sources_exist(pointer: &str, sources: &[SourceId], known: &BTreeSet<&SourceId>, found: &mut Mistakes) {
    for (at, id) in sources.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        found.push(format!("{pointer}/{at}"), Fault::UnknownSource { id: id.to_string() });
    }
}

/// An edition is placed in time by its opening and its deadline; a span of days will do where the day is not known.
fn dates_are_there(bank: &RawBank, found: &mut Mistakes) {
    let edition = &bank.edition;
    for (key, given, certainty) in [
        ("opening", edition.opening.value.is_some(), edition.opening.provenance.certainty),
        ("deadline", edition.deadline.value.is_some(), edition.deadline.provenance.certainty),
    ] {
        if !given && certainty == Certainty::Unknown {
            found.push(format!("/edition/{key}"), Fault::ValueMissing);
        }
    }
}
