//! What can happen to an organisation, but for publishing, which the library decides.

use dspt::{Permission, Role};

use crate::world::{Class, Day, Edition, Holds, Plan, Profile, Review, Selection, Sites, Stage, State, Third, World};

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    /// The next decisive day comes.
    PassTime,
    /// The assessment is taken into the second edition.
    CarryOver,
    /// The questions of a class are answered.
    Answer(Class),
    /// Answers that were carried over are confirmed again.
    Reconfirm(Stage),
    /// The evidence is reviewed again.
    ReviewAgain,
    /// The profile is confirmed.
    ConfirmProfile,
    /// NHSmail becomes the only email system, or is so no longer.
    ChangeProfile,
    /// Every assertion is confirmed.
    ConfirmAssertions,
    /// An action plan is attached.
    Attach(Plan),
    /// A certificate is gained or lost, which changes the profile.
    Certify(Holds),
    /// The second site comes on record or leaves it.
    PutSecondOnRecord(bool),
    /// The third site takes up other arrangements.
    Rearrange(Third),
    /// The assessment is published.
    Publish(dspt::Level, Selection),
}

impl Move {
    /// What a user needs in order to do it; nothing where no user of the organisation does it.
    pub(crate) fn permission(self) -> Option<Permission> {
        match self {
            Self::PassTime | Self::CarryOver | Self::PutSecondOnRecord(_) => None,
            Self::Answer(_) | Self::Reconfirm(_) | Self::ReviewAgain | Self::Attach(_) => {
                Some(Permission::EditEvidence)
            }
            Self::ConfirmProfile | Self::ChangeProfile | Self::Certify(_) | Self::Rearrange(_) => {
                Some(Permission::EditProfile)
            }
            Self::ConfirmAssertions => Some(Permission::ConfirmAssertions),
            Self::Publish(..) => Some(Permission::Publish),
        }
    }
}

/// Everything that can happen next, each with the state that it leads to.
pub(crate) fn moves(world: &World, state: &State) -> Vec<(Move, State)> {
    let mut found = Vec::new();
    let mut may = |what: Move, next: State| {
        let somebody = what.permission().is_none_or(|needed| Role::ALL.iter().any(|role| role.may(needed)));
        if next != *state && somebody {
            found.push((what, next));
        }
    };
    if let Some(day) = world.after(state.day) {
        may(Move::PassTime, State { day, ..*state });
    }
    if state.edition == Edition::First && state.day >= Day::EveOfNext {
        may(Move::CarryOver, carried_over(state));
    }
    if !world.group || state.edition == Edition::Second {
        for class in [Class::Approaching, Class::Met] {
            if class > state.given && (class == Class::Met || !world.group) {
                may(Move::Answer(class), State { given: class, ..*state });
            }
        }
    }
    if state.edition == Edition::Second && state.day >= Day::InDoubt {
        for stage in [Stage::AllButOne, Stage::Confirmed] {
            if stage > state.stage && (stage == Stage::Confirmed || !world.group) {
                may(Move::Reconfirm(stage), State { stage, ..*state });
            }
        }
    }
    may(Move::ReviewAgain, State { review: Review::by(state.day), ..*state });
    may(Move::ConfirmProfile, State { profile: Profile::Confirmed, ..*state });
    may(Move::ConfirmAssertions, State { assertions: true, ..*state });
    match state.sites {
        None => moves_of_one_site(world, state, &mut may),
        Some(sites) => moves_of_sites(world, state, sites, &mut may),
    }
    found
}

fn moves_of_one_site(world: &World, state: &State, may: &mut impl FnMut(Move, State)) {
    let profile = if state.profile == Profile::Confirmed { Profile::Changed } else { state.profile };
    if !world.coarse {
        may(Move::ChangeProfile, State { profile, only_nhsmail: !state.only_nhsmail, ..*state });
    }
    let gained = match state.day {
        Day::MidYear | Day::Deadline | Day::AfterDeadline | Day::EveOfNext | Day::InDoubt | Day::NextOpen => {
            Some(Holds::First)
        }
        day if day >= Day::TwelveMonthsOn && day < Day::Closed => Some(Holds::Second),
        _ => None,
    };
    for certificate in gained.into_iter().chain([Holds::Nothing]) {
        may(Move::Certify(certificate), State { profile, certificate, ..*state });
    }
    // Once something is published, no plan is wanted any more; the one attached stays.
    if !state.has_published() {
        let plans: &[Plan] = if world.coarse { &[Plan::Whole] } else { &[Plan::Short, Plan::Whole] };
        for plan in plans {
            may(Move::Attach(*plan), State { plan: *plan, ..*state });
        }
    }
}

fn moves_of_sites(world: &World, state: &State, sites: Sites, may: &mut impl FnMut(Move, State)) {
    let second = !sites.second;
    may(Move::PutSecondOnRecord(second), State { sites: Some(Sites { second, ..sites }), ..*state });
    // From its own way a site comes back to the shared one first.
    let ways: &[Third] = match sites.third {
        Third::Shares if world.coarse => &[Third::OwnIt],
        Third::Shares => &[Third::OwnTraining, Third::OwnPolicies, Third::OwnDataSecurity, Third::OwnIt],
        _ => &[Third::Shares],
    };
    for third in ways {
        may(Move::Rearrange(*third), State { sites: Some(Sites { third: *third, ..sites }), ..*state });
    }
}

/// What the second edition opens with: the answers, waiting; the organisation, its sites and its past; nothing else.
fn carried_over(state: &State) -> State {
    State {
        edition: Edition::Second,
        carried: state.given,
        stage: if state.given == Class::Nothing { Stage::Confirmed } else { Stage::Waiting },
        given: Class::Nothing,
        profile: Profile::Unconfirmed,
        assertions: false,
        plan: Plan::Missing,
        ..*state
    }
}
