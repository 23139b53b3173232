//! Placeholder
use crate::json::words;
/// Role
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A
    Auditor,
    /// M
    Member,
    /// AM
    AdministratorMember,
}
words!(pub Role { Auditor = "auditor", Member = "member", AdministratorMember = "administrator-member" });
/// P
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// P
    Publish,
}
impl Role {
    /// may
    pub fn may(self, _: Permission) -> bool {
        self == Self::AdministratorMember
    }
}
