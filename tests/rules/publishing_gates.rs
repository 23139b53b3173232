//! The gates of publication that have to do with who publishes, when, and from where.

use dspt::{Certainty, Level, Nation, PublishedLevel, Role, Sector};

use crate::common::{Answers, day};
use crate::publishing::{Ready, edition, past};

#[test]
fn only_an_administrator_member_publishes() {
    for (by, may) in [(Role::Auditor, false), (Role::Member, false), (Role::AdministratorMember, true)] {
        let ready = Ready::first("2025-26", Level::StandardsMet).but(|ready| ready.by = by);
        assert_eq!(ready.codes(), if may { vec![] } else { vec!["role-may-not-publish"] }, "{by}");
    }
    let said = Ready::first("2025-26", Level::StandardsMet).but(|ready| ready.by = Role::Member).only_obstacle();
    said.is("role-may-not-publish", "", Certainty::Inferred, "dsc-approaching-guide-2021-22");
    insta::assert_snapshot!(
        said.message,
        @"The role member has no permission to publish. Ask an administrator member."
    );
}

/// What stands against a first publication at Standards Met on a day, and whether the label is in doubt.
#[track_caller]
fn on(of: &str, as_of: &str) -> &'static str {
    let ready = Ready::first_on(of, Level::StandardsMet, day(as_of));
    match ready.codes().as_slice() {
        ["edition-not-open"] => "not open yet",
        ["edition-closed"] => "closed",
        [] if ready.notes().contains(&"opening-uncertain") => "open, label in doubt",
        [] => "open",
        other => panic!("{of} on {as_of}: {other:?}"),
    }
}

#[test]
fn an_edition_is_open_from_its_opening_until_the_next_one_opens() {
    let table = [
        ("2021-22", "2021-08-25", "not open yet"),
        ("2021-22", "2021-08-26", "open"),
        ("2021-22", "2022-06-30", "open"),
        ("2021-22", "2022-07-01", "open"),
        ("2021-22", "2022-08-23", "open"),
        ("2021-22", "2022-08-24", "closed"),
        ("2022-23", "2022-08-23", "not open yet"),
        ("2022-23", "2022-08-24", "open"),
        ("2022-23", "2023-06-30", "open"),
        ("2022-23", "2023-07-01", "open"),
        ("2022-23", "2023-07-31", "open"),
        ("2022-23", "2023-09-18", "closed"),
        ("2023-24", "2023-07-31", "not open yet"),
        ("2023-24", "2023-09-18", "open"),
        ("2023-24", "2024-07-01", "open"),
        ("2023-24", "2024-09-01", "open"),
        ("2023-24", "2024-09-03", "closed"),
        ("2024-25", "2024-09-01", "not open yet"),
        ("2024-25", "2024-09-03", "open"),
        ("2024-25", "2025-07-01", "open"),
        ("2024-25", "2025-08-31", "open"),
        ("2024-25", "2025-09-18", "closed"),
        ("2025-26", "2025-08-31", "not open yet"),
        ("2025-26", "2025-09-18", "open"),
        ("2025-26", "2026-06-30", "open"),
    ];
    for (of, as_of, expected) in table {
        assert_eq!(on(of, as_of), expected, "{of} on {as_of}");
    }
}

#[test]
fn where_nobody_knows_which_edition_was_open_both_take_publications_with_a_note() {
    let table = [
        ("2022-23", "2023-08-01"),
        ("2023-24", "2023-08-01"),
        ("2022-23", "2023-09-17"),
        ("2023-24", "2023-09-17"),
        ("2023-24", "2024-09-02"),
        ("2024-25", "2024-09-02"),
        ("2024-25", "2025-09-01"),
        ("2025-26", "2025-09-01"),
        ("2024-25", "2025-09-17"),
        ("2025-26", "2025-09-17"),
        // No later edition is on record, and one may have opened.
        ("2025-26", "2026-07-01"),
        ("2025-26", "2027-03-01"),
    ];
    for (of, as_of) in table {
        assert_eq!(on(of, as_of), "open, label in doubt", "{of} on {as_of}");
    }
}

#[test]
fn a_day_before_the_opening_is_refused_with_the_source_of_the_opening() {
    let said = Ready::first_on("2022-23", Level::StandardsMet, day("2022-08-23")).only_obstacle();
    let sources = "nhs-register-export-2022-09 eightfold-governance-v5-2022-23 dch-toolkit-available-2022-08";
    said.is("edition-not-open", "/edition", Certainty::Confirmed, sources);
    insta::assert_snapshot!(said.message, @"Nothing can be published in this edition before 24 August 2022.");
    let uncertain = Ready::first_on("2025-26", Level::StandardsMet, day("2025-08-31")).only_obstacle();
    assert_eq!(uncertain.certainty, Certainty::Inferred);
    insta::assert_snapshot!(uncertain.message, @"Nothing can be published in this edition before 1 September 2025.");
}

#[test]
fn a_day_after_the_next_opening_is_refused_with_the_source_of_that_opening() {
    let said = Ready::first_on("2021-22", Level::StandardsMet, day("2022-08-24")).only_obstacle();
    let sources = "nhs-register-export-2022-09 eightfold-governance-v5-2022-23 dch-toolkit-available-2022-08";
    said.is("edition-closed", "/edition", Certainty::Confirmed, sources);
    insta::assert_snapshot!(
        said.message,
        @"Edition 2022-23 was open by then. Carry the answers over and publish there."
    );
}

#[test]
fn answers_for_another_edition_are_refused() {
    let ready = Ready::first("2024-25", Level::StandardsMet).but(|ready| {
        ready.answers = Answers { edition: edition("2023-24"), ..ready.answers.clone() };
    });
    let said = ready.only_obstacle();
    said.is("other-edition", "/edition", Certainty::Confirmed, "");
    insta::assert_snapshot!(said.message, @"The answers were given for 2023-24. Carry them over first.");
}

#[test]
fn the_toolkit_is_for_social_care_in_england() {
    let nations = [
        (Nation::England, None),
        (Nation::Wales, Some("outside-the-scope")),
        (Nation::Scotland, Some("outside-the-scope")),
        (Nation::NorthernIreland, Some("outside-the-scope")),
        (Nation::IsleOfMan, Some("outside-the-scope")),
    ];
    for (nation, expected) in nations {
        let ready = Ready::first("2021-22", Level::StandardsMet).but(|r| r.answers.organisation.nation = nation);
        assert_eq!(ready.codes(), Vec::from_iter(expected), "{nation}");
    }
    let welsh = Ready::first("2021-22", Level::StandardsMet).but(|r| r.answers.organisation.nation = Nation::Wales);
    let said = welsh.only_obstacle();
    said.is("outside-the-scope", "/organisation/nation", Certainty::Confirmed, "bsbc-webinar-qa-2022-06");
    insta::assert_snapshot!(said.message, @"The organisation works in Wales, and the toolkit covers England only.");
    let later = Ready::first("2025-26", Level::StandardsMet).but(|r| r.answers.organisation.nation = Nation::Wales);
    assert_eq!(later.only_obstacle().certainty, Certainty::Inferred, "said in June 2022 only");

    let other = Ready::first("2021-22", Level::StandardsMet).but(|r| r.answers.organisation.sector = Sector::Other);
    let said = other.only_obstacle();
    said.is("other-sector", "/organisation/sector", Certainty::Confirmed, "bsbc-webinar-qa-2022-06");
    insta::assert_snapshot!(
        said.message,
        @"The organisation is not registered for social care, and these are the questions for social care. Correct the sector in the profile, or use the toolkit of your sector."
    );
}

#[test]
fn the_profile_is_confirmed_on_or_before_the_day_and_not_before_its_last_change() {
    let table: [(Option<&str>, Option<&str>, &[&str]); 9] = [
        (Some("2025-05-30"), None, &[]),
        (Some("2024-10-01"), None, &[]),
        (None, None, &["profile-not-confirmed"]),
        (None, Some("2025-05-01"), &["profile-not-confirmed"]),
        (Some("2025-05-31"), None, &["profile-confirmed-in-future"]),
        (Some("2025-05-02"), Some("2025-05-01"), &[]),
        (Some("2025-05-01"), Some("2025-05-01"), &[]),
        (Some("2025-05-01"), Some("2025-05-02"), &["profile-changed"]),
        (Some("2025-05-31"), Some("2025-06-01"), &["profile-confirmed-in-future", "profile-changed"]),
    ];
    for (confirmed_on, changed_on, expected) in table {
        for ready in [Ready::first("2024-25", Level::StandardsMet), Ready::again("2024-25", Level::StandardsMet)] {
            let ready = ready.but(|ready| {
                ready.answers.organisation.profile_confirmed_on = confirmed_on.map(day);
                ready.answers.organisation.profile_changed_on = changed_on.map(day);
            });
            assert_eq!(ready.codes(), expected, "confirmed {confirmed_on:?}, changed {changed_on:?}");
        }
    }
}

#[test]
fn what_is_wrong_with_the_confirmation_of_the_profile_is_said() {
    let profile = |of: &str, confirmed_on: Option<&str>, changed_on: Option<&str>| {
        let ready = Ready::first(of, Level::StandardsMet).but(|ready| {
            ready.answers.organisation.profile_confirmed_on = confirmed_on.map(day);
            ready.answers.organisation.profile_changed_on = changed_on.map(day);
        });
        ready.only_obstacle()
    };
    let (pointer, guide) = ("/organisation/profileConfirmedOn", "dsc-approaching-guide-2021-22");
    let missing = profile("2021-22", None, None);
    missing.is("profile-not-confirmed", pointer, Certainty::Confirmed, guide);
    insta::assert_snapshot!(missing.message, @"The profile has not been confirmed. Check and confirm it.");
    let changed = profile("2021-22", Some("2022-06-01"), Some("2022-06-10"));
    changed.is("profile-changed", pointer, Certainty::Confirmed, guide);
    insta::assert_snapshot!(
        changed.message,
        @"The profile was changed on 10 June 2022 and last confirmed on 1 June 2022. Confirm it again."
    );
    let future = profile("2021-22", Some("2022-06-17"), None);
    future.is("profile-confirmed-in-future", pointer, Certainty::Confirmed, guide);
    insta::assert_snapshot!(
        future.message,
        @"The profile is said to be confirmed on 17 June 2022, which is still to come. Correct the date."
    );
    assert_eq!(profile("2022-23", None, None).certainty, Certainty::Inferred, "the guide is of 2021-22");
}

#[test]
fn nothing_is_published_before_the_last_publication() {
    let met = |on: &str| past("2024-25", PublishedLevel::StandardsMet, on);
    let said = Ready::again("2024-25", Level::StandardsMet).after([met("2025-05-31")]).only_obstacle();
    said.is("before-last-publication", "/publications", Certainty::Confirmed, "");
    insta::assert_snapshot!(
        said.message,
        @"The last publication was on 31 May 2025. The past does not change; choose that day or a later one."
    );
    for on in ["2025-05-29", "2025-05-30"] {
        assert_eq!(Ready::again("2024-25", Level::StandardsMet).after([met(on)]).codes(), [""; 0], "{on}");
    }
}

/// The next edition is not on record; a year after the deadline it was certainly open.
#[test]
fn a_year_after_its_deadline_the_latest_edition_is_closed() {
    assert_eq!(on("2025-26", "2026-06-30"), "open");
    assert_eq!(on("2025-26", "2026-07-01"), "open, label in doubt");
    assert_eq!(on("2025-26", "2027-06-30"), "open, label in doubt");
    assert_eq!(on("2025-26", "2027-07-01"), "closed");
}
