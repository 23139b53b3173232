//! The safety properties of a day, of a past and of the step from one edition to the next.

#![expect(clippy::unnecessary_wraps, reason = "a property that is always concerned has the shape of the others")]

use std::collections::BTreeSet;

use dspt::{
    Assessment, CarryOver, Currency, Evaluation, History, Level, LineOutcome, NaiveDate, Organisation, Origin,
    PastPublication, PublicationStatus, QuestionCode, Response, ValidityPolicy, View, check_plan, draft_plan, level,
    outstanding, roll_up, status,
};

use crate::library::record;
use crate::rules::{Held, Rule, Scene, rules};
use crate::world::{Class, Day, Edition, Past};

/// A state and what the library makes of it.
pub(crate) struct Look<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) evaluation: &'s Evaluation<'s>,
}

pub(crate) fn of_looks<'s>() -> [Rule<Look<'s>>; 4] {
    rules![
        "S0-19, S2-38, S3-10, S3-11, S3-12, S3-37" the_level_is_the_one_that_the_answers_support,
        "S0-16, S2-39, S3-8, S4-63, S4-65" the_view_changes_with_the_first_publication,
        "S2-8, S2-123" the_plan_is_drafted_for_every_open_question,
        "S4-100, S4-73" a_lapsed_certificate_takes_nothing_from_what_is_published,
    ]
}

fn the_level_is_the_one_that_the_answers_support(look: &Look<'_>) -> Held {
    let (scene, bank) = (look.scene, look.evaluation.bank());
    let day = scene.state.day.date();
    let supported = scene.supported();
    let nothing_open = |asked| outstanding(bank, scene.assessment, day, asked).is_empty();
    let open = [Level::ApproachingStandards, Level::StandardsMet]
        .into_iter()
        .all(|asked| nothing_open(asked) == (supported >= Some(asked)));
    Some(open && look.evaluation.level() == supported && level(bank, scene.assessment, day) == supported)
}

fn the_view_changes_with_the_first_publication(look: &Look<'_>) -> Held {
    let (scene, bank) = (look.scene, look.evaluation.bank());
    let view = View::of(bank, scene.assessment.publications(), scene.state.day.date());
    Some((view == View::Standard) == scene.state.has_published())
}

/// Whoever fills in an owner and a day has a plan without a fault.
fn the_plan_is_drafted_for_every_open_question(look: &Look<'_>) -> Held {
    if look.scene.state.has_published() || look.scene.state.edition == Edition::Second {
        return None;
    }
    let mut plan = draft_plan(look.evaluation);
    for item in &mut plan.items {
        item.owner = Some("Registered manager".to_owned());
        item.due_on = Some(Day::NextDeadline.date());
    }
    let in_time = look.scene.state.day <= Day::NextDeadline;
    let stands = check_plan(&plan, look.evaluation).is_empty() || !in_time;
    Some(stands && plan.items.is_empty() == (look.scene.supported() >= Some(Level::StandardsMet)))
}

fn a_lapsed_certificate_takes_nothing_from_what_is_published(look: &Look<'_>) -> Held {
    let state = look.scene.state;
    let last = state.published().next_back().filter(|last| last.level == Level::StandardsExceeded)?;
    if state.certificate.in_date(state.day) {
        return None;
    }
    match status(look.scene.assessment.publications(), state.day.date(), ValidityPolicy::TwelveMonths) {
        PublicationStatus::NotPublished => Some(false),
        PublicationStatus::Published { publication, .. } => Some(*publication == record(last)),
    }
}

/// A past, and a day from which it is looked at.
pub(crate) struct Memory<'s> {
    pub(crate) past: &'s [Past],
    pub(crate) history: &'s History,
    pub(crate) day: Day,
    pub(crate) policy: ValidityPolicy,
}

impl Memory<'_> {
    /// The last publication that was not made after the day.
    fn last(&self) -> Option<&Past> {
        self.past.iter().rev().find(|past| past.on <= self.day)
    }
}

pub(crate) fn of_memories<'s>() -> [Rule<Memory<'s>>; 2] {
    rules![
        "S0-26, S4-74" the_status_on_a_day_is_the_last_publication_not_after_it,
        "S0-1, S0-2, S3-30, S4-72, S4-128" a_publication_counts_as_long_as_its_policy_and_no_longer,
    ]
}

fn the_status_on_a_day_is_the_last_publication_not_after_it(memory: &Memory<'_>) -> Held {
    let shown = match status(memory.history, memory.day.date(), memory.policy) {
        PublicationStatus::NotPublished => None,
        PublicationStatus::Published { publication, .. } => Some(publication.clone()),
    };
    Some(shown == memory.last().map(record))
}

fn a_publication_counts_as_long_as_its_policy_and_no_longer(memory: &Memory<'_>) -> Held {
    let last = memory.last()?;
    let until = last_day(last, memory.policy);
    let now = status(memory.history, memory.day.date(), memory.policy);
    let counts = memory.day.date() <= until;
    let out_of_date = now.currency() == Some(Currency::OutOfDate);
    Some(memory.policy.last_valid_day(&record(last)) == until && now.is_evidence() == counts && out_of_date != counts)
}

/// The same day a year later, or the next 30 June but one.
fn last_day(past: &Past, policy: ValidityPolicy) -> NaiveDate {
    use chrono::Datelike as _;
    let day = past.on.date();
    match policy {
        ValidityPolicy::TwelveMonths => day.with_year(day.year() + 1).expect("no publication on 29 February"),
        ValidityPolicy::NextDeadline => {
            let year = if past.edition == Edition::First { 2026 } else { 2027 };
            NaiveDate::from_ymd_opt(year, 6, 30).expect("a date of the calendar")
        }
    }
}

/// The sites of a group as the library rolls them up on a day.
pub(crate) struct Group<'s> {
    pub(crate) scene: &'s Scene<'s>,
}

pub(crate) fn of_groups<'s>() -> [Rule<Group<'s>>; 1] {
    rules!["S3-33, S4-44, S4-47, S4-53" a_site_has_the_last_publication_that_covers_it]
}

fn a_site_has_the_last_publication_that_covers_it(group: &Group<'_>) -> Held {
    let state = group.scene.state;
    let sites = state.sites?;
    let rolled = roll_up(group.scene.assessment, state.day.date(), ValidityPolicy::TwelveMonths);
    let on_record = |site| site != 2 || sites.second;
    let holds = |site: u8| {
        let covering = state.published().rev().find(|past| past.sites & site != 0).map(record);
        let code = crate::library::selected(site);
        match rolled.iter().find(|entry| code.contains(entry.ods_code)).map(|entry| entry.status) {
            None => covering.is_none() && !on_record(site),
            Some(PublicationStatus::NotPublished) => covering.is_none(),
            Some(PublicationStatus::Published { publication, .. }) => covering.as_ref() == Some(publication),
        }
    };
    Some([1, 2, 4].into_iter().all(holds))
}

/// An assessment is carried over.
pub(crate) struct Crossing<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) carried: &'s CarryOver,
    /// What the next state holds.
    pub(crate) expected: &'s Assessment,
    /// Whether it could be published in the second edition without being carried over.
    pub(crate) published_uncarried: bool,
}

pub(crate) fn of_crossings<'s>() -> [Rule<Crossing<'s>>; 6] {
    rules![
        "S0-22, S1-4, S3-3" carrying_over_loses_no_answer,
        "S0-20, S1-3, S4-78" every_answer_carried_over_waits_to_be_confirmed,
        "S4-69" what_was_published_stays_readable_after_an_edition_change,
        "S0-20, S1-3, S2-126, S3-4" profile_assertions_and_plan_begin_anew_and_are_in_the_report,
        "S0-22, S1-4" the_next_edition_opens_with_answers_sites_and_past_and_nothing_else,
        "S1-3, S1-4" answers_count_only_in_their_own_edition,
    ]
}

fn carrying_over_loses_no_answer(crossing: &Crossing<'_>) -> Held {
    let carried = crossing.carried;
    let mut old = crossing.scene.assessment.responses();
    let kept = |code: QuestionCode, response: &Response| {
        let mut lines = carried.lines.iter().filter(|line| line.old == Some(code));
        lines.any(|line| {
            let new = line.new.filter(|_| line.outcome != LineOutcome::Gone);
            let moved = new.and_then(|new| carried.assessment.response(new));
            moved.is_some_and(|moved| same(moved, response))
                || line.left_behind.as_ref().is_some_and(|left| same(left, response))
        })
    };
    Some(old.all(|(code, response)| kept(code, response)))
}

fn same(left: &Response, right: &Response) -> bool {
    Response { origin: Origin::Given, ..left.clone() } == Response { origin: Origin::Given, ..right.clone() }
}

fn every_answer_carried_over_waits_to_be_confirmed(crossing: &Crossing<'_>) -> Held {
    let from = Edition::First.id();
    let waits = |response: &Response| response.origin == Origin::CarriedOver { from, reconfirmed_on: None };
    let carried = &crossing.carried.assessment;
    (crossing.scene.state.given > Class::Nothing)
        .then(|| carried.responses().len() > 0 && carried.responses().all(|(_, response)| waits(response)))
}

fn what_was_published_stays_readable_after_an_edition_change(crossing: &Crossing<'_>) -> Held {
    let before = crossing.scene.state.published().map(record);
    let read = Assessment::from_json(crossing.carried.assessment.to_json()).ok();
    let after: Option<Vec<PastPublication>> = read.map(|read| read.publications().iter().cloned().collect());
    crossing.scene.state.has_published().then(|| after == Some(before.collect()))
}

fn profile_assertions_and_plan_begin_anew_and_are_in_the_report(crossing: &Crossing<'_>) -> Held {
    let (old, report, new) = (crossing.scene.assessment, crossing.carried, &crossing.carried.assessment);
    let anew = new.organisation().profile_confirmed_on.is_none()
        && new.assertions_confirmed().is_empty()
        && new.action_plan().is_none();
    let told = report.dropped_profile_confirmation == old.organisation().profile_confirmed_on
        && report.dropped_assertions == old.assertions_confirmed()
        && report.dropped_plan.as_ref() == old.action_plan();
    Some(anew && told)
}

fn the_next_edition_opens_with_answers_sites_and_past_and_nothing_else(crossing: &Crossing<'_>) -> Held {
    let (carried, expected) = (&crossing.carried.assessment, crossing.expected);
    let codes = |assessment: &Assessment| assessment.responses().map(|(code, _)| code).collect::<BTreeSet<_>>();
    let old = crossing.scene.assessment.organisation();
    let organisation = Organisation { profile_confirmed_on: None, ..old.clone() };
    Some(
        *carried.organisation() == organisation
            && carried.edition() == Edition::Second.id()
            && carried.sites() == crossing.scene.assessment.sites()
            && carried.publications() == crossing.scene.assessment.publications()
            && codes(carried) == codes(expected),
    )
}

fn answers_count_only_in_their_own_edition(crossing: &Crossing<'_>) -> Held {
    Some(!crossing.published_uncarried)
}
