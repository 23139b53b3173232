//! Who may do what: the three roles of the toolkit, their permissions, and the users of one organisation.
//!
//! Source: the programme's guide to Approaching Standards for 2021-22. Whether later editions have further roles is not
//! on record. The owner of an assertion is somebody it was allocated to, and has no role of its own by that.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::reading::{Cause, parsed, shorten, words};

/// What a user is in the toolkit; there are exactly three roles.
///
/// ```
/// use dspt::{Permission, Role};
///
/// assert!(Role::AdministratorMember.may(Permission::Publish));
/// assert!(!Role::Member.may(Permission::Publish));
/// assert_eq!(Role::ALL.len(), 3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum Role {
    /// Sees everything and changes nothing.
    Auditor,
    /// Gives the answers and their evidence.
    Member,
    /// Does everything, publishing and the users included.
    AdministratorMember,
}

words!(pub Role { Auditor = "auditor", Member = "member", AdministratorMember = "administrator-member" });

/// Something that a role may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See the assertions.
    ViewAssertions,
    /// See the evidence.
    ViewEvidence,
    /// Add evidence and change it.
    EditEvidence,
    /// Confirm assertions.
    ConfirmAssertions,
    /// Allocate assertions to their owners.
    AllocateAssertionOwners,
    /// Submit the assessment and publish it.
    Publish,
    /// See the organisation's profile.
    ViewProfile,
    /// Change the organisation's profile.
    EditProfile,
    /// Add users of the own organisation and change them.
    ManageUsers,
    /// Reset the own password and change the own details.
    UpdateOwnDetails,
}

words!(pub Permission {
    ViewAssertions = "view-assertions",
    ViewEvidence = "view-evidence",
    EditEvidence = "edit-evidence",
    ConfirmAssertions = "confirm-assertions",
    AllocateAssertionOwners = "allocate-assertion-owners",
    Publish = "publish",
    ViewProfile = "view-profile",
    EditProfile = "edit-profile",
    ManageUsers = "manage-users",
    UpdateOwnDetails = "update-own-details",
});

impl Role {
    /// Whether the role has a permission.
    ///
    /// Source: the programme's guide to Approaching Standards for 2021-22, where it sets up further users.
    pub const fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::ViewAssertions
            | Permission::ViewEvidence
            | Permission::ViewProfile
            | Permission::UpdateOwnDetails => true,
            Permission::EditEvidence => matches!(self, Self::Member | Self::AdministratorMember),
            Permission::ConfirmAssertions
            | Permission::AllocateAssertionOwners
            | Permission::Publish
            | Permission::EditProfile
            | Permission::ManageUsers => matches!(self, Self::AdministratorMember),
        }
    }

    /// Asks for a permission.
    ///
    /// # Errors
    ///
    /// A role that does not have it: a member who wants to publish, an auditor who wants to change evidence.
    ///
    /// ```
    /// use dspt::{Permission, Role};
    ///
    /// assert_eq!(Role::AdministratorMember.require(Permission::Publish), Ok(()));
    /// let refusal = Role::Member.require(Permission::Publish).unwrap_err();
    /// assert_eq!((refusal.code(), refusal.permission()), ("permission-missing", Permission::Publish));
    /// ```
    pub const fn require(self, permission: Permission) -> Result<(), AccessRefusal> {
        if self.may(permission) { Ok(()) } else { Err(AccessRefusal { role: self, permission }) }
    }
}

impl Permission {
    /// The roles that have the permission; never none.
    ///
    /// ```
    /// use dspt::{Permission, Role};
    ///
    /// assert!(Permission::EditEvidence.roles().eq([Role::Member, Role::AdministratorMember]));
    /// ```
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| role.may(self))
    }
}

/// The refusal of something that a role does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "role `{role}` does not have permission `{permission}`, expected {}; ask somebody who has it, or an administrator \
     member for another role",
    one_of(*permission)
)]
pub struct AccessRefusal {
    role: Role,
    permission: Permission,
}

impl AccessRefusal {
    /// The role that does not have the permission.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The permission it does not have.
    pub const fn permission(&self) -> Permission {
        self.permission
    }

    /// The stable kebab-case code.
    pub const fn code(&self) -> &'static str {
        "permission-missing"
    }

    /// The id of the source that the rule is taken from.
    pub const fn source_id(&self) -> &'static str {
        "dsc-approaching-guide-2021-22"
    }
}

fn one_of(permission: Permission) -> String {
    let roles: Vec<String> = permission.roles().map(|role| format!("`{role}`")).collect();
    roles.join(" or ")
}

/// The id by which a host knows a user: 1 to 100 characters, without white space at either end.
///
/// ```
/// assert!("j.patel@harbour.example".parse::<dspt::UserId>().is_ok());
/// assert!(" j.patel".parse::<dspt::UserId>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(String);

/// The most characters of a user's id.
const MAX_USER: usize = 100;

impl UserId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for UserId {
    type Err = Cause;

    /// Reads a user's id.
    ///
    /// # Errors
    ///
    /// No text, white space at either end, a line break or other control character, more than 100 characters: ` anna`,
    /// `an\tna` and an id of 101 letters all fail.
    fn from_str(text: &str) -> Result<Self, Cause> {
        // Two ids that look alike on a screen must not be two users.
        let plain = text.trim() == text && !text.chars().any(char::is_control);
        if plain && (1..=MAX_USER).contains(&text.chars().count()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Cause::BadForm { found: shorten(text), expected: USER_FORM })
        }
    }
}

const USER_FORM: &str = "a user id of 1 to 100 characters without spaces around it such as `j.patel`";
parsed!(UserId, "a user id of 1 to 100 characters without spaces around it such as `j.patel`");

/// The users of one organisation with their roles; at least one of them is an administrator member.
///
/// Several administrators are fine. In the toolkit itself the helpdesk, too, can add an administrator and remove former
/// ones, for example where the last one has left.
/// Source: the guide named above, and the programme's questions and answers of June 2022; that the last administrator
/// stays is this library's own rule, since nobody could manage users after that.
///
/// ```
/// use dspt::{Role, Team, UserId};
///
/// let (anna, ben): (UserId, UserId) = ("anna".parse()?, "ben".parse()?);
/// let mut team = Team::new(anna.clone());
/// team.add(Role::AdministratorMember, ben.clone(), Role::Member).unwrap();
/// assert_eq!(team.role(&ben), Some(Role::Member));
/// assert_eq!(team.remove(Role::AdministratorMember, &anna).unwrap_err().code(), "last-administrator");
/// # Ok::<(), dspt::Cause>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    users: BTreeMap<UserId, Role>,
}

impl Team {
    /// A team of the one who registered the organisation, as administrator member.
    pub fn new(administrator: UserId) -> Self {
        Self { users: BTreeMap::from([(administrator, Role::AdministratorMember)]) }
    }

    /// The users with their roles, by id.
    pub fn users(&self) -> impl ExactSizeIterator<Item = (&UserId, Role)> {
        self.users.iter().map(|(user, role)| (user, *role))
    }

    /// The role of a user, if they are in the team.
    pub fn role(&self, user: &UserId) -> Option<Role> {
        self.users.get(user).copied()
    }

    /// Adds a user, on behalf of somebody in the acting role.
    ///
    /// # Errors
    ///
    /// An acting role that may not manage users, such as [`Role::Member`]; a user who is in the team already, whatever
    /// the role.
    pub fn add(&mut self, acting: Role, user: UserId, role: Role) -> Result<(), TeamError> {
        acting.require(Permission::ManageUsers)?;
        if let Some(role) = self.role(&user) {
            return Err(TeamError::AlreadyInTeam { user, role });
        }
        self.users.insert(user, role);
        Ok(())
    }

    /// Gives a user another role, on behalf of somebody in the acting role; the same role again changes nothing.
    ///
    /// # Errors
    ///
    /// An acting role that may not manage users, such as [`Role::Auditor`]; a user who is not in the team; a lower role
    /// for the last administrator member.
    pub fn change_role(&mut self, acting: Role, user: &UserId, role: Role) -> Result<(), TeamError> {
        acting.require(Permission::ManageUsers)?;
        if role != Role::AdministratorMember {
            self.another_administrator_stays(user)?;
        }
        match self.users.get_mut(user) {
            Some(current) => {
                *current = role;
                Ok(())
            }
            None => Err(TeamError::NotInTeam { user: user.clone() }),
        }
    }

    /// Takes a user out of the team, on behalf of somebody in the acting role.
    ///
    /// # Errors
    ///
    /// An acting role that may not manage users, such as [`Role::Member`]; a user who is not in the team; the last
    /// administrator member.
    pub fn remove(&mut self, acting: Role, user: &UserId) -> Result<(), TeamError> {
        acting.require(Permission::ManageUsers)?;
        self.another_administrator_stays(user)?;
        match self.users.remove(user) {
            Some(_) => Ok(()),
            None => Err(TeamError::NotInTeam { user: user.clone() }),
        }
    }

    /// Refuses where nobody could manage users any more without this one.
    fn another_administrator_stays(&self, user: &UserId) -> Result<(), TeamError> {
        let mut administrators = self.users().filter(|(_, role)| *role == Role::AdministratorMember);
        match (administrators.next(), administrators.next()) {
            (Some((only, _)), None) if only == user => Err(TeamError::LastAdministrator { user: user.clone() }),
            _ => Ok(()),
        }
    }
}

/// Why a team cannot be changed as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TeamError {
    /// The acting role may not manage users.
    #[error(transparent)]
    Refused(#[from] AccessRefusal),
    /// A user who is in the team already.
    #[error("user `{user}` is in the team already as `{role}`, expected a new user; change the role instead")]
    AlreadyInTeam {
        /// The user.
        user: UserId,
        /// Their role.
        role: Role,
    },
    /// A user who is not in the team.
    #[error("user `{user}` is not in the team, expected one of its users; check the id or add the user first")]
    NotInTeam {
        /// The user.
        user: UserId,
    },
    /// The only administrator member there is.
    #[error(
        "user `{user}` is the last administrator member, expected another to stay; make somebody else an \
         administrator member first"
    )]
    LastAdministrator {
        /// The user.
        user: UserId,
    },
}

impl TeamError {
    /// The stable kebab-case code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::AlreadyInTeam { .. } => "already-in-team",
            Self::NotInTeam { .. } => "not-in-team",
            Self::LastAdministrator { .. } => "last-administrator",
        }
    }
}
