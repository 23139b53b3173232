//! What was published, from one day to another.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::event::{TimelineEvent, TimelineEventKind};
use crate::assessment::{History, PastPublication};
use crate::publication::{Currency, PublicationStatus, ValidityPolicy, status};

/// Days in a row on which the published status was the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Period<'a> {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, that day included.
    pub until: NaiveDate,
    /// What was published, and whether it counted.
    pub status: PublicationStatus<'a>,
    /// Why the status changed on the first day; empty where it did not.
    pub why: Vec<TimelineEvent>,
    /// What happened on these days and left the status as it is, in the order of the days.
    pub meanwhile: Vec<TimelineEvent>,
}

/// The periods from one day to another; between them nothing changes.
pub(super) fn periods<'a>(
    history: &'a History,
    from: NaiveDate,
    until: NaiveDate,
    policy: ValidityPolicy,
) -> Vec<Period<'a>> {
    let mut days = BTreeSet::from([from]);
    for publication in history {
        let last = policy.last_valid_day(publication);
        days.insert(publication.published_on);
        days.extend(last.succ_opt());
        // Of several publications on one day the last stands, and it alone falls due.
        if let PublicationStatus::Published { due_soon_from, .. } = status(history, publication.published_on, policy) {
            days.insert(due_soon_from);
        }
    }
    let mut periods: Vec<Period<'a>> = Vec::new();
    for day in days.into_iter().filter(|day| (from..=until).contains(day)) {
        let now = status(history, day, policy);
        let before = periods.last().map(|period| period.status);
        if before == Some(now) {
            continue;
        }
        if let (Some(last), Some(eve)) = (periods.last_mut(), day.checked_sub_days(Days::new(1))) {
            last.until = eve;
        }
        let why = why(before, now, day, history);
        periods.push(Period { from: day, until, status: now, why, meanwhile: Vec::new() });
    }
    periods
}

/// Why the status on a day is not that of the day before.
fn why(
    before: Option<PublicationStatus<'_>>,
    now: PublicationStatus<'_>,
    day: NaiveDate,
    history: &History,
) -> Vec<TimelineEvent> {
    let PublicationStatus::Published { publication, currency, last_valid_day, policy, .. } = now else {
        return Vec::new();
    };
    let mut events = Vec::new();
    let standing = match before {
        Some(PublicationStatus::Published { publication, .. }) => Some(publication),
        Some(PublicationStatus::NotPublished) | None => None,
    };
    let is_new = publication.published_on == day;
    if is_new {
        let (edition, level) = (publication.edition, publication.level);
        events.push(TimelineEvent::new(day, TimelineEventKind::Published { edition, level }));
        // Of several on one day the last stands, and has taken the place of the others as well.
        let same_day = history.iter().rev().filter(|past| past.published_on == day).skip(1);
        for past in same_day.chain(standing) {
            let PastPublication { edition, level, published_on, .. } = past;
            let what = TimelineEventKind::Superseded { edition: *edition, level: *level, published_on: *published_on };
            events.push(TimelineEvent::new(day, what));
        }
    }
    match currency {
        Currency::Current => {}
        Currency::DueSoon => events.push(TimelineEvent::new(day, TimelineEventKind::DueSoon { last_valid_day })),
        Currency::OutOfDate => {
            events.push(TimelineEvent::new(day, TimelineEventKind::Expired { last_valid_day, policy }));
        }
    }
    events
}
