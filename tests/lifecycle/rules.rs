//! The safety properties: what must hold whatever happens, each with the statements of
//! `tests/seed_statements/table.md` that it stands for. They are worded from those and know nothing of the library's
//! code; each says of a case whether it holds, or that it is not concerned.

#![expect(clippy::unnecessary_wraps, reason = "a property that is always concerned has the shape of the others")]

use std::collections::BTreeSet;

use dspt::{Assessment, Level, Origin, Permission, Publication, Refusal, Response, Role, label_on};

use crate::library::{LEFT_OUT, code, record, selected};
use crate::world::{Class, Day, Edition, Plan, Profile, Selection, Stage, State, Third};

/// Whether a property holds; none where it is not concerned.
pub(crate) type Held = Option<bool>;

/// A property of `T`.
pub(crate) struct Rule<T> {
    pub(crate) name: &'static str,
    pub(crate) statements: &'static str,
    pub(crate) holds: fn(&T) -> Held,
}

macro_rules! rules {
    ($($statements:literal $holds:ident),+ $(,)?) => {
        [$(Rule { name: stringify!($holds), statements: $statements, holds: $holds }),+]
    };
}
pub(crate) use rules;

/// A state with the library's document of it.
pub(crate) struct Scene<'s> {
    pub(crate) state: &'s State,
    pub(crate) assessment: &'s Assessment,
    /// The highest class whose every question has an answer, carried over or given.
    pub(crate) class: Class,
}

impl Scene<'_> {
    /// The highest level that the answers support on the day.
    pub(crate) fn supported(&self) -> Option<Level> {
        let state = self.state;
        let fresh = state.review.is_fresh_on(state.day);
        match (self.class, state.edition) {
            (Class::Nothing, _) => None,
            _ if state.stage == Stage::Waiting => None,
            // Reviews within twelve months are asked for by Approaching Standards in 2025-26 only.
            (_, Edition::Second) if !fresh => None,
            (Class::Met, _) if fresh && state.certificate.in_date(state.day) => Some(Level::StandardsExceeded),
            (Class::Met, _) if fresh => Some(Level::StandardsMet),
            (Class::Met | Class::Approaching, _) => Some(Level::ApproachingStandards),
        }
    }

    /// Whether the plan says something of every open question, and is not overdue.
    fn plan_is_whole(&self) -> bool {
        let waits = |response: &Response| self.state.stage == Stage::Waiting && response.origin != Origin::Given;
        let left_out_is_open = self.assessment.response(code(LEFT_OUT)).is_none_or(waits);
        let in_time = match self.state.edition {
            Edition::First => self.state.day <= Day::NextDeadline,
            Edition::Second => self.state.day < Day::Closed,
        };
        let covers = match self.state.plan {
            Plan::Missing => false,
            Plan::Short => !left_out_is_open,
            Plan::Whole => true,
        };
        covers && in_time
    }

    /// Whether a site can be covered: it is on record for a head office and shares all four arrangements.
    fn can_cover(&self, site: Selection) -> bool {
        self.state.sites.is_some_and(|sites| match site {
            1 => true,
            2 => sites.second,
            _ => sites.third == Third::Shares,
        })
    }
}

/// Somebody tries to publish.
pub(crate) struct Attempt<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) by: Role,
    pub(crate) level: Level,
    pub(crate) sites: Selection,
    pub(crate) outcome: &'s Result<Publication, Refusal<'s>>,
}

pub(crate) fn of_attempts<'s>() -> [Rule<Attempt<'s>>; 14] {
    rules![
        "S2-31, S2-35" only_an_administrator_member_publishes,
        "S0-9, S3-5, S3-6, S4-125" approaching_standards_is_never_published_after_another_publication,
        "S1-1, S4-74, S4-129" nothing_is_published_in_an_edition_that_is_closed,
        "S0-19, S1-2, S2-6, S2-38, S3-29, S4-60, S4-130" nothing_is_published_above_what_the_answers_support,
        "S3-11, S3-12, S3-37" standards_exceeded_takes_a_certificate_in_date,
        "S2-7, S2-123, S2-124, S4-64" approaching_standards_comes_with_a_plan_for_every_open_question,
        "S2-18, S2-126" the_profile_is_confirmed_since_its_last_change,
        "S3-4, S4-55" whoever_published_before_confirms_every_assertion,
        "S0-20, S1-3, S4-77, S4-125" after_carrying_over_nothing_is_published_until_everything_is_confirmed,
        "S0-7, S1-10, S3-35, S4-21, S4-40, S4-50" a_site_is_covered_only_if_on_record_and_sharing_all_four,
        "S4-44, S4-53" a_publication_covers_the_sites_that_were_selected_and_no_others,
        "S1-14" a_publication_carries_the_day_the_level_and_the_edition_open,
        "S3-32" a_refusal_has_a_reason_that_can_be_read,
        "S3-32, S4-130, S0-26" what_nothing_stands_against_is_published_and_every_reason_is_given,
    ]
}

fn only_an_administrator_member_publishes(attempt: &Attempt<'_>) -> Held {
    attempt.outcome.is_ok().then_some(attempt.by == Role::AdministratorMember)
}

fn approaching_standards_is_never_published_after_another_publication(attempt: &Attempt<'_>) -> Held {
    let again = attempt.scene.state.has_published() && attempt.level == Level::ApproachingStandards;
    again.then_some(attempt.outcome.is_err())
}

fn nothing_is_published_in_an_edition_that_is_closed(attempt: &Attempt<'_>) -> Held {
    let state = attempt.scene.state;
    (!state.edition.may_be_open(state.day)).then_some(attempt.outcome.is_err())
}

fn nothing_is_published_above_what_the_answers_support(attempt: &Attempt<'_>) -> Held {
    attempt.outcome.is_ok().then_some(Some(attempt.level) <= attempt.scene.supported())
}

fn standards_exceeded_takes_a_certificate_in_date(attempt: &Attempt<'_>) -> Held {
    let state = attempt.scene.state;
    let without = attempt.level == Level::StandardsExceeded && !state.certificate.in_date(state.day);
    without.then_some(attempt.outcome.is_err())
}

fn approaching_standards_comes_with_a_plan_for_every_open_question(attempt: &Attempt<'_>) -> Held {
    let wanting = attempt.level == Level::ApproachingStandards && !attempt.scene.plan_is_whole();
    wanting.then_some(attempt.outcome.is_err())
}

fn the_profile_is_confirmed_since_its_last_change(attempt: &Attempt<'_>) -> Held {
    (attempt.scene.state.profile != Profile::Confirmed).then_some(attempt.outcome.is_err())
}

/// On record for 2024-25; whether it holds in 2025-26 no source says, so that there the library only notes it.
fn whoever_published_before_confirms_every_assertion(attempt: &Attempt<'_>) -> Held {
    let state = attempt.scene.state;
    let again = state.edition == Edition::First && state.has_published();
    (again && !state.assertions).then_some(attempt.outcome.is_err())
}

fn after_carrying_over_nothing_is_published_until_everything_is_confirmed(attempt: &Attempt<'_>) -> Held {
    (attempt.scene.state.stage != Stage::Confirmed).then_some(attempt.outcome.is_err())
}

fn a_site_is_covered_only_if_on_record_and_sharing_all_four(attempt: &Attempt<'_>) -> Held {
    let cannot = [1, 2, 4].into_iter().any(|site| attempt.sites & site != 0 && !attempt.scene.can_cover(site));
    cannot.then_some(attempt.outcome.is_err())
}

fn a_publication_covers_the_sites_that_were_selected_and_no_others(attempt: &Attempt<'_>) -> Held {
    let publication = attempt.outcome.as_ref().ok()?;
    Some(publication.sites == selected(attempt.sites))
}

fn a_publication_carries_the_day_the_level_and_the_edition_open(attempt: &Attempt<'_>) -> Held {
    let (publication, state) = (attempt.outcome.as_ref().ok()?, attempt.scene.state);
    let of_the_day = match state.day {
        Day::InDoubt => publication.edition == state.edition.id(),
        day => label_on(day.date()).is_none_or(|label| label == publication.edition),
    };
    let as_asked = publication.level == attempt.level && publication.published_on == state.day.date();
    Some(of_the_day && as_asked && publication.edition == state.edition.id())
}

fn a_refusal_has_a_reason_that_can_be_read(attempt: &Attempt<'_>) -> Held {
    let refusal = attempt.outcome.as_ref().err()?;
    // One sentence of each is enough: writing them takes longer than all else.
    Some(refusal.obstacles.first().is_some_and(|obstacle| !obstacle.message().is_empty()))
}

/// The reasons that the rules give against an attempt are those that the library gives, neither more nor less.
fn what_nothing_stands_against_is_published_and_every_reason_is_given(attempt: &Attempt<'_>) -> Held {
    let given: BTreeSet<&str> = match attempt.outcome {
        Ok(_) => BTreeSet::new(),
        Err(refusal) => refusal.obstacles.iter().map(|obstacle| plain(obstacle.code())).collect(),
    };
    Some(given == reasons(attempt))
}

/// Whatever keeps the answers below a level is one reason here.
fn plain(code: &'static str) -> &'static str {
    match code {
        "questions-outstanding" | "certificate-missing" => "level-not-supported",
        other => other,
    }
}

/// The reasons against an attempt.
pub(crate) fn reasons(attempt: &Attempt<'_>) -> BTreeSet<&'static str> {
    let (scene, state) = (attempt.scene, attempt.scene.state);
    let (approaching, again) = (attempt.level == Level::ApproachingStandards, state.has_published());
    let too_early = match state.edition {
        Edition::First => state.day < Day::Opening,
        Edition::Second => state.day < Day::InDoubt,
    };
    let selects = |site: Selection| attempt.sites & site != 0;
    let group = state.sites;
    let table = [
        ("role-may-not-publish", attempt.by != Role::AdministratorMember),
        ("edition-not-open", too_early),
        ("edition-closed", !too_early && !state.edition.may_be_open(state.day)),
        ("level-not-supported", Some(attempt.level) > scene.supported()),
        ("approaching-only-first", approaching && again),
        ("below-republication", approaching && again),
        ("action-plan-missing", approaching && state.plan == Plan::Missing),
        ("action-plan-faulty", approaching && state.plan != Plan::Missing && !scene.plan_is_whole()),
        ("profile-not-confirmed", state.profile == Profile::Unconfirmed),
        ("profile-changed", state.profile == Profile::Changed),
        ("assertions-not-confirmed", state.edition == Edition::First && again && !state.assertions),
        ("answers-not-reconfirmed", state.stage != Stage::Confirmed),
        ("sites-need-head-office", group.is_none() && attempt.sites != 0),
        ("site-not-on-record", group.map_or(attempt.sites != 0, |sites| selects(2) && !sites.second)),
        ("site-differs", group.is_some_and(|sites| selects(4) && sites.third != Third::Shares)),
    ];
    table.into_iter().filter(|(_, stands)| *stands).map(|(reason, _)| reason).collect()
}

/// A publication is added to the past.
pub(crate) struct Addition<'s> {
    pub(crate) before: &'s State,
    pub(crate) publication: &'s Publication,
    pub(crate) after: &'s Assessment,
}

pub(crate) fn of_additions<'s>() -> [Rule<Addition<'s>>; 3] {
    rules![
        "S4-69, S4-73" the_past_only_grows_at_its_end,
        "S4-69" the_past_is_in_the_order_of_its_days,
        "S4-69" whatever_is_published_can_be_read_again,
    ]
}

fn the_past_only_grows_at_its_end(addition: &Addition<'_>) -> Held {
    let expected = addition.before.published().map(record).chain([addition.publication.record()]);
    Some(addition.after.publications().iter().cloned().eq(expected))
}

fn the_past_is_in_the_order_of_its_days(addition: &Addition<'_>) -> Held {
    Some(addition.after.publications().iter().map(|past| past.published_on).is_sorted())
}

fn whatever_is_published_can_be_read_again(addition: &Addition<'_>) -> Held {
    Some(Assessment::from_json(addition.after.to_json()).is_ok_and(|read| read == *addition.after))
}

/// The table of permissions, as the guide has it.
pub(crate) fn a_role_may_do_what_the_table_says(role: Role, permission: Permission) -> bool {
    let expected = match permission {
        Permission::ViewAssertions
        | Permission::ViewEvidence
        | Permission::ViewProfile
        | Permission::UpdateOwnDetails => true,
        Permission::EditEvidence => role != Role::Auditor,
        _ => role == Role::AdministratorMember,
    };
    role.require(permission).is_ok() == expected
}
