//! What two editions say on the same point, and whether that is a change of the rule or of what is known.

use std::cmp::max;

use super::change::Found;
use crate::bank::{Certainty, Fact, SourceId};

/// What an edition says on a point.
pub(super) enum Point<'a, T> {
    /// The bank says nothing, so no such rule is on record.
    Silent,
    /// The bank says that it is not known, or lists no question that could say.
    Open,
    /// The bank says so, confirmed or inferred.
    Known(T, Certainty, &'a [SourceId]),
}

impl<'a, T> Point<'a, T> {
    /// What a fact says.
    pub(super) fn of<F>(fact: &'a Fact<F>, value: impl FnOnce(&'a F) -> T) -> Self {
        match fact.known() {
            Some(known) => Self::Known(value(known), fact.provenance.certainty, &fact.provenance.sources),
            None => Self::Open,
        }
    }

    /// What a fact says that need not be there.
    pub(super) fn of_any<F>(fact: Option<&'a Fact<F>>, value: impl FnOnce(&'a F) -> T) -> Self {
        fact.map_or(Self::Silent, |fact| Self::of(fact, value))
    }
}

/// The edition that has a point on record where the other has not.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Old,
    New,
}

/// What became of a point, how sure that is, and by which sources.
pub(super) struct Outcome<T> {
    shift: Shift<T>,
    certainty: Certainty,
    sources: Vec<SourceId>,
}

enum Shift<T> {
    Rule { before: Option<T>, after: Option<T> },
    Knowledge { side: Side, value: T },
}

/// Compares a point of the older edition with the same of the newer; nothing where they agree or neither is known.
///
/// Silence has no source, so what rests on it is inferred at best.
pub(super) fn compare<T: PartialEq>(old: Point<T>, new: Point<T>) -> Option<Outcome<T>> {
    let (shift, certainty, sources) = match (old, new) {
        (Point::Known(before, old, _), Point::Known(after, new, sources)) if before != after => {
            (Shift::Rule { before: Some(before), after: Some(after) }, max(old, new), sources)
        }
        (Point::Silent, Point::Known(after, new, sources)) => {
            (Shift::Rule { before: None, after: Some(after) }, max(new, Certainty::Inferred), sources)
        }
        (Point::Known(before, old, sources), Point::Silent) => {
            (Shift::Rule { before: Some(before), after: None }, max(old, Certainty::Inferred), sources)
        }
        (Point::Open, Point::Known(value, certainty, sources)) => {
            (Shift::Knowledge { side: Side::New, value }, certainty, sources)
        }
        (Point::Known(value, certainty, sources), Point::Open) => {
            (Shift::Knowledge { side: Side::Old, value }, certainty, sources)
        }
        (Point::Known(..), Point::Known(..)) | (Point::Silent | Point::Open, Point::Silent | Point::Open) => {
            return None;
        }
    };
    Some(Outcome { shift, certainty, sources: sources.to_vec() })
}

impl<T> Outcome<T> {
    /// The change that it comes to: `rule` where the rule changed, `knowledge` where only one edition has it on record.
    pub(super) fn told<K>(
        self,
        rule: impl FnOnce(Option<T>, Option<T>) -> Option<K>,
        knowledge: impl FnOnce(Side, T) -> K,
    ) -> Option<Found<K>> {
        let what = match self.shift {
            Shift::Rule { before, after } => rule(before, after)?,
            Shift::Knowledge { side, value } => knowledge(side, value),
        };
        Some(Found { what, certainty: self.certainty, sources: self.sources })
    }
}

impl<T: PartialEq + Default> Outcome<T> {
    /// The same where silence says as much as the default value.
    pub(super) fn told_by_default<K>(
        self,
        rule: impl FnOnce(T, T) -> K,
        knowledge: impl FnOnce(Side, T) -> K,
    ) -> Option<Found<K>> {
        let changed = |before: Option<T>, after: Option<T>| {
            let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
            (before != after).then(|| rule(before, after))
        };
        self.told(changed, knowledge)
    }
}
