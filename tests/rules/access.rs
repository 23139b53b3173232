//! Who may do what, cell by cell, and what a team of users allows.

use insta::assert_snapshot;

use dspt::{Cause, Permission, Role, Team, TeamError, UserId};

const ADMINISTRATOR: Role = Role::AdministratorMember;

/// The table of the guide of 2021-22: the permission, then auditor, member, administrator member.
const TABLE: [(&str, [bool; 3]); 10] = [
    ("view-assertions", [true, true, true]),
    ("view-evidence", [true, true, true]),
    ("edit-evidence", [false, true, true]),
    ("confirm-assertions", [false, false, true]),
    ("allocate-assertion-owners", [false, false, true]),
    ("publish", [false, false, true]),
    ("view-profile", [true, true, true]),
    ("edit-profile", [false, false, true]),
    ("manage-users", [false, false, true]),
    ("update-own-details", [true, true, true]),
];
const ROLES: [&str; 3] = ["auditor", "member", "administrator-member"];

#[track_caller]
fn user(id: &str) -> UserId {
    id.parse().expect("a user id")
}

/// Anna administers, Ben is a member, Cleo an auditor.
fn team() -> Team {
    let mut team = Team::new(user("anna"));
    team.add(ADMINISTRATOR, user("ben"), Role::Member).expect("a new user");
    team.add(ADMINISTRATOR, user("cleo"), Role::Auditor).expect("a new user");
    team
}

fn listed(team: &Team) -> String {
    team.users().map(|(user, role)| format!("{user} {role}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn there_are_exactly_three_roles_and_the_ten_permissions_of_the_table() {
    assert_eq!(Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>(), ROLES);
    let permissions: Vec<&str> = Permission::ALL.iter().map(|permission| permission.as_str()).collect();
    assert_eq!(permissions, TABLE.map(|(permission, _)| permission));
}

#[test]
fn every_cell_of_the_permission_table_holds() {
    for (permission, cells) in TABLE {
        let permission: Permission = permission.parse().expect("a permission");
        for (role, allowed) in ROLES.into_iter().zip(cells) {
            let role: Role = role.parse().expect("a role");
            assert_eq!(role.may(permission), allowed, "{role} and {permission}");
            assert_eq!(role.require(permission).is_ok(), allowed, "{role} and {permission}");
            assert_eq!(permission.roles().any(|has_it| has_it == role), allowed, "{role} and {permission}");
        }
    }
}

#[test]
fn a_higher_role_may_do_all_that_a_lower_one_may() {
    for permission in Permission::ALL {
        let cells: Vec<bool> = Role::ALL.iter().map(|role| role.may(*permission)).collect();
        assert!(cells.is_sorted(), "{permission}: {cells:?}");
    }
}

#[test]
fn a_refusal_names_the_role_the_permission_and_who_has_it() {
    let refusal = Role::Auditor.require(Permission::EditEvidence).expect_err("an auditor changes nothing");
    assert_eq!((refusal.role(), refusal.permission()), (Role::Auditor, Permission::EditEvidence));
    assert_eq!(refusal.code(), "permission-missing");
    assert_snapshot!(refusal, @"role `auditor` does not have permission `edit-evidence`, expected `member` or `administrator-member`; ask somebody who has it, or an administrator member for another role");
    let refusal = Role::Member.require(Permission::Publish).expect_err("a member does not publish");
    assert_snapshot!(refusal, @"role `member` does not have permission `publish`, expected `administrator-member`; ask somebody who has it, or an administrator member for another role");
}

#[test]
fn the_source_of_a_refusal_is_on_record() {
    let refusal = Role::Member.require(Permission::Publish).expect_err("a member does not publish");
    let id = refusal.source_id().parse().expect("a source id");
    let bank = crate::common::bank("2021-22");
    assert!(bank.source(&id).is_some(), "{id}");
}

#[test]
fn a_misspelt_role_or_permission_is_told_with_the_nearest() {
    assert_snapshot!("administrator".parse::<Role>().expect_err("not a role"), @"found `administrator`, expected `auditor`, `member` or `administrator-member`");
    assert_snapshot!("publsh".parse::<Permission>().expect_err("not a permission"), @"found `publsh`, expected `view-assertions`, `view-evidence`, `edit-evidence`, `confirm-assertions`, `allocate-assertion-owners`, `publish`, `view-profile`, `edit-profile`, `manage-users` or `update-own-details`; did you mean `publish`?");
}

#[test]
fn a_user_id_has_one_to_a_hundred_characters_and_no_space_around_it() {
    for good in ["a", "j.patel@harbour.example", "Zoë", &"é".repeat(100)] {
        assert_eq!(good.parse::<UserId>().map(|id| id.as_str().to_owned()), Ok(good.to_owned()));
    }
    for bad in ["", " ", " anna", "anna ", "an\nna", &"é".repeat(101)] {
        assert!(matches!(bad.parse::<UserId>(), Err(Cause::BadForm { .. })), "{bad:?}");
    }
    assert_snapshot!(" anna".parse::<UserId>().expect_err("a space"), @"found ` anna`, expected a user id of 1 to 100 characters without spaces around it such as `j.patel`");
}

#[test]
fn a_new_team_is_its_administrator() {
    assert_eq!(listed(&Team::new(user("anna"))), "anna administrator-member");
    assert_eq!(listed(&team()), "anna administrator-member, ben member, cleo auditor");
    assert_eq!(team().role(&user("dora")), None);
}

#[test]
fn only_an_administrator_manages_users() {
    for acting in [Role::Auditor, Role::Member] {
        let mut team = team();
        let before = team.clone();
        let refused = TeamError::Refused(acting.require(Permission::ManageUsers).expect_err("not theirs"));
        assert_eq!(team.add(acting, user("dora"), Role::Auditor), Err(refused.clone()));
        assert_eq!(team.change_role(acting, &user("ben"), Role::Auditor), Err(refused.clone()));
        assert_eq!(team.remove(acting, &user("ben")), Err(refused));
        assert_eq!(team, before, "a refusal changes nothing");
    }
}

#[test]
fn a_team_may_have_several_administrators() {
    let mut team = team();
    team.add(ADMINISTRATOR, user("dora"), ADMINISTRATOR).expect("a second administrator");
    team.change_role(ADMINISTRATOR, &user("ben"), ADMINISTRATOR).expect("a third");
    let administrators = team.users().filter(|(_, role)| *role == ADMINISTRATOR).count();
    assert_eq!(administrators, 3);
}

#[test]
fn the_last_administrator_is_neither_removed_nor_demoted() {
    for lower in [Role::Auditor, Role::Member] {
        let mut team = team();
        let error = team.change_role(ADMINISTRATOR, &user("anna"), lower).expect_err("the last one");
        assert_eq!(error, TeamError::LastAdministrator { user: user("anna") });
        assert_eq!(team, self::team());
    }
    let mut team = team();
    assert!(team.remove(ADMINISTRATOR, &user("anna")).is_err());
    assert_eq!(team, self::team());
    team.change_role(ADMINISTRATOR, &user("anna"), ADMINISTRATOR).expect("nothing changes");
}

#[test]
fn an_administrator_can_go_once_another_is_there() {
    let mut team = team();
    team.change_role(ADMINISTRATOR, &user("ben"), ADMINISTRATOR).expect("a second administrator");
    team.change_role(ADMINISTRATOR, &user("anna"), Role::Member).expect("another stays");
    assert!(team.remove(ADMINISTRATOR, &user("ben")).is_err(), "now the last one");
    team.remove(ADMINISTRATOR, &user("anna")).expect("a member can always go");
    assert_eq!(listed(&team), "ben administrator-member, cleo auditor");
}

#[test]
fn a_user_is_added_once_and_changed_or_removed_only_while_there() {
    let mut team = team();
    for role in Role::ALL {
        let error = team.add(ADMINISTRATOR, user("ben"), *role).expect_err("there already");
        assert_eq!(error, TeamError::AlreadyInTeam { user: user("ben"), role: Role::Member });
    }
    let missing = TeamError::NotInTeam { user: user("dora") };
    assert_eq!(team.change_role(ADMINISTRATOR, &user("dora"), Role::Member), Err(missing.clone()));
    assert_eq!(team.remove(ADMINISTRATOR, &user("dora")), Err(missing));
    assert_eq!(team, self::team());
}

#[test]
fn every_error_of_a_team_has_its_code_and_says_how_to_go_on() {
    let mut team = team();
    let errors = [
        team.add(Role::Member, user("dora"), Role::Auditor),
        team.add(ADMINISTRATOR, user("ben"), Role::Auditor),
        team.remove(ADMINISTRATOR, &user("dora")),
        team.remove(ADMINISTRATOR, &user("anna")),
    ];
    let told: Vec<String> = errors
        .into_iter()
        .map(|error| error.expect_err("an error"))
        .map(|error| format!("{}: {error}", error.code()))
        .collect();
    assert_snapshot!(told.join("\n"), @r"
    permission-missing: role `member` does not have permission `manage-users`, expected `administrator-member`; ask somebody who has it, or an administrator member for another role
    already-in-team: user `ben` is in the team already as `member`, expected a new user; change the role instead
    not-in-team: user `dora` is not in the team, expected one of its users; check the id or add the user first
    last-administrator: user `anna` is the last administrator member, expected another to stay; make somebody else an administrator member first
    ");
}
