//! Lineage: which question of one edition is which of another, over any number of editions in between.

use std::collections::BTreeSet;

use crate::bank::{Certainty, Descent, Fact, Question, QuestionBank, QuestionCode, Relation, SourceId};

/// A question of either edition, and what ties it to the other.
pub(super) struct Link<'a> {
    pub(super) old: Option<&'a Question>,
    pub(super) new: Option<&'a Question>,
    pub(super) tie: Tie,
    /// How sure the tie is: the weakest of its steps.
    pub(super) certainty: Certainty,
    /// The sources of the steps that changed something.
    pub(super) sources: Vec<SourceId>,
}

/// How a question is tied to the other edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// It is in both.
    Continued(Relation),
    /// It came in on the way.
    Added,
    /// It is on record from some edition on, and whether it came in then is not known.
    NewOnRecord,
    /// It was dropped on the way.
    Removed,
    /// It is on record up to some edition, and whether it was dropped then is not known.
    NoLongerOnRecord,
}

/// The links between the questions of the first bank and those of the last, which lie an edition apart each.
pub(super) fn along<'a>(path: &[&'a QuestionBank]) -> Vec<Link<'a>> {
    let (Some(first), Some(last)) = (path.first(), path.last()) else { return Vec::new() };
    let mut links: Vec<Link> = last.questions().map(|question| backwards(question, path)).collect();
    let continued = codes(links.iter().filter_map(|link| link.old));
    let ended = first.questions().filter(|question| !continued.contains(&question.code));
    links.extend(ended.map(|question| forwards(question, path)));
    links
}

/// The links between two banks of one edition: a code means the same question in both.
pub(super) fn within<'a>(one: &'a QuestionBank, other: &'a QuestionBank) -> Vec<Link<'a>> {
    let in_other = other.questions().map(|question| match one.question(question.code) {
        Some(old) => Link {
            old: Some(old),
            new: Some(question),
            tie: Tie::Continued(Relation::EqualTo),
            certainty: Certainty::Confirmed,
            sources: Vec::new(),
        },
        None => Link::new_on_record(question),
    });
    let only_in_one = one.questions().filter(|question| other.question(question.code).is_none());
    in_other.chain(only_in_one.map(Link::no_longer_on_record)).collect()
}

impl<'a> Link<'a> {
    fn new_on_record(question: &'a Question) -> Self {
        Self {
            old: None,
            new: Some(question),
            tie: Tie::NewOnRecord,
            certainty: question.listed.certainty,
            sources: question.listed.sources.clone(),
        }
    }

    fn no_longer_on_record(question: &'a Question) -> Self {
        Self { old: Some(question), new: None, tie: Tie::NoLongerOnRecord, ..Self::new_on_record(question) }
    }
}

fn codes<'a>(questions: impl Iterator<Item = &'a Question>) -> BTreeSet<QuestionCode> {
    questions.map(|question| question.code).collect()
}

fn descent(question: &Question) -> Option<(&Fact<Descent>, Descent)> {
    let fact = question.descent.as_ref()?;
    Some((fact, fact.value?))
}

/// Follows a question of the last edition back to the first.
fn backwards<'a>(question: &'a Question, path: &[&'a QuestionBank]) -> Link<'a> {
    let mut at = question;
    let mut relation = Relation::EqualTo;
    let mut certainty = Certainty::Confirmed;
    let mut sources = BTreeSet::new();
    for before in path.iter().rev().skip(1) {
        let Some((fact, step)) = descent(at) else { return Link::new_on_record(question) };
        certainty = certainty.max(fact.provenance.certainty);
        let Some(from) = step.from.filter(|_| step.relation != Relation::NoRelationship) else {
            if fact.known().is_none() {
                return Link::new_on_record(question);
            }
            let sources = fact.provenance.sources.clone();
            return Link { old: None, new: Some(question), tie: Tie::Added, certainty, sources };
        };
        let Some(earlier) = before.question(from) else { return Link::new_on_record(question) };
        if step.relation != Relation::EqualTo || earlier.code != at.code {
            sources.extend(fact.provenance.sources.iter().cloned());
        }
        relation = followed_by(step.relation, relation);
        at = earlier;
    }
    Link {
        old: Some(at),
        new: Some(question),
        tie: Tie::Continued(relation),
        certainty,
        sources: sources.into_iter().collect(),
    }
}

/// Follows a question of the first edition, which does not reach the last, to the edition in which it ends.
fn forwards<'a>(question: &'a Question, path: &[&'a QuestionBank]) -> Link<'a> {
    let mut alive = BTreeSet::from([question.code]);
    for bank in path.iter().skip(1) {
        let continues = |question: &&Question| {
            let from = descent(question).and_then(|(_, step)| step.from);
            from.is_some_and(|code| alive.contains(&code))
        };
        let successors = codes(bank.questions().filter(continues));
        if successors.is_empty() {
            let dropped =
                bank.about().dropped.iter().filter(|gone| gone.known().is_some_and(|code| alive.contains(code)));
            let facts: Vec<_> = dropped.map(|gone| &gone.provenance).collect();
            let sources: BTreeSet<_> = facts.iter().flat_map(|fact| fact.sources.iter().cloned()).collect();
            return match facts.iter().map(|fact| fact.certainty).max() {
                Some(certainty) => Link {
                    old: Some(question),
                    new: None,
                    tie: Tie::Removed,
                    certainty,
                    sources: sources.into_iter().collect(),
                },
                None => Link::no_longer_on_record(question),
            };
        }
        alive = successors;
    }
    Link::no_longer_on_record(question)
}

/// What two relations come to, one after the other. Less and then more, or the other way round, is partly the same.
fn followed_by(first: Relation, second: Relation) -> Relation {
    if first == Relation::EqualTo {
        return second;
    }
    match (first, second) {
        (_, Relation::EqualTo | Relation::EquivalentTo) => first,
        (Relation::EquivalentTo, _) => second,
        (Relation::NoRelationship, _) | (_, Relation::NoRelationship) => Relation::NoRelationship,
        _ if first == second => first,
        _ => Relation::IntersectsWith,
    }
}
