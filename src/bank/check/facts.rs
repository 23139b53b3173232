//! Provenance: every fact names its source, and every inference its reason.

use std::collections::BTreeSet;

use super::super::fact::{Certainty, Provenance};
use super::super::mistake::Fault;
use super::super::raw::RawBank;
use super::super::source::SourceId;
use super::Mistakes;

pub(super) fn check(bank: &RawBank, found: &mut Mistakes) {
    let known: BTreeSet<&SourceId> = bank.sources.iter().map(|source| &source.id).collect();
    for (pointer, provenance) in bank.edition.provenances() {
        provenance_is_complete(&pointer, provenance, &known, found);
    }
    for (at, level) in bank.levels.iter().enumerate() {
        for (reading, fact) in level.readings.iter().enumerate() {
            provenance_is_complete(&format!("/levels/{at}/readings/{reading}"), &fact.provenance, &known, found);
        }
    }
    for (at, question) in bank.questions.iter().enumerate() {
        for (place, provenance) in question.provenances() {
            provenance_is_complete(&format!("/questions/{at}/{place}"), provenance, &known, found);
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
    values_are_there(bank, found);
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
}

fn sources_exist(pointer: &str, sources: &[SourceId], known: &BTreeSet<&SourceId>, found: &mut Mistakes) {
    for (at, id) in sources.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        found.push(format!("{pointer}/{at}"), Fault::UnknownSource { id: id.to_string() });
    }
}

/// Only an unknown fact may do without a value.
fn values_are_there(bank: &RawBank, found: &mut Mistakes) {
    let mut value = |pointer: String, given: bool, provenance: &Provenance| {
        if !given && provenance.certainty != Certainty::Unknown {
            found.push(pointer, Fault::ValueMissing);
        }
    };
    let edition = &bank.edition;
    let version = &edition.toolkit_version;
    value("/edition/toolkitVersion".into(), version.value.is_some(), &version.provenance);
    value("/edition/opening".into(), edition.opening.value.is_some(), &edition.opening.provenance);
    value("/edition/deadline".into(), edition.deadline.value.is_some(), &edition.deadline.provenance);
    value("/edition/total".into(), edition.total.value.is_some(), &edition.total.provenance);
    for (at, count) in edition.counts.iter().enumerate() {
        value(format!("/edition/counts/{at}/count"), count.count.value.is_some(), &count.count.provenance);
    }
    for (at, level) in bank.levels.iter().enumerate() {
        for (reading, rule) in level.readings.iter().enumerate() {
            value(format!("/levels/{at}/readings/{reading}"), rule.value.is_some(), &rule.provenance);
        }
    }
    for (at, question) in bank.questions.iter().enumerate() {
        let place = |key: &str| format!("/questions/{at}/{key}");
        value(place("heading"), question.heading.value.is_some(), &question.heading.provenance);
        value(place("evidenceType"), question.evidence_type.value.is_some(), &question.evidence_type.provenance);
        for (entry, mandatory) in question.mandatory.iter().enumerate() {
            let fact = &mandatory.mandatory;
            value(place(&format!("mandatory/{entry}/mandatory")), fact.value.is_some(), &fact.provenance);
        }
        for (entry, exemption) in question.exemptions.iter().enumerate() {
            let fact = &exemption.exempts;
            value(place(&format!("exemptions/{entry}/exempts")), fact.value.is_some(), &fact.provenance);
        }
    }
}
