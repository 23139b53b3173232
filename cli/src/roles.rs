//! `dspt roles`: who may do what in the toolkit.

use clap::Args;
use dspt::{Permission, Role};
use serde::Serialize;

use crate::page::{GOOD, OPEN, Page, STRONG};
use crate::{Format, Outcome, input, page};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Only this role: auditor, member or administrator-member
    #[arg(long, value_parser = input::word::<Role>)]
    role: Option<Role>,
    /// Ask for one permission, such as publish; the answer is no where a role does not have it
    #[arg(long, value_name = "PERMISSION", value_parser = input::word::<Permission>, requires = "role")]
    may: Option<Permission>,
    /// How to print the result
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// The roles as a document.
#[derive(Serialize)]
struct Document {
    format: &'static str,
    roles: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    role: Role,
    permissions: Vec<Permission>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refused>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Refused {
    code: &'static str,
    permission: Permission,
    message: String,
    source_id: &'static str,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let asked = |role: &Role| arguments.role.is_none_or(|only| only == *role);
    let roles: Vec<_> = Role::ALL.iter().copied().filter(asked).map(|role| entry(role, arguments.may)).collect();
    let outcome = if roles.iter().all(|entry| entry.refused.is_none()) { Outcome::Done } else { Outcome::No };
    match arguments.format {
        Format::Json => {
            let document = Document { format: "dspt.roles.v1", roles };
            page::document(&document)?;
        }
        Format::Text => text(&roles, arguments.may).print()?,
    }
    Ok(outcome)
}

fn entry(role: Role, may: Option<Permission>) -> Entry {
    let refused = may.and_then(|permission| role.require(permission).err()).map(|refusal| Refused {
        code: refusal.code(),
        permission: refusal.permission(),
        message: refusal.to_string(),
        source_id: refusal.source_id(),
    });
    let permissions = Permission::ALL.iter().copied().filter(|permission| role.may(*permission)).collect();
    Entry { role, permissions, refused }
}

fn text(roles: &[Entry], may: Option<Permission>) -> Page {
    let mut page = Page::default();
    for entry in roles {
        match (&entry.refused, may) {
            (Some(refused), _) => page.line(0, OPEN, &refused.message),
            (None, Some(permission)) => {
                page.line(0, GOOD, &format!("role `{}` has permission `{permission}`", entry.role));
            }
            (None, None) => {
                page.gap();
                page.line(0, STRONG, entry.role.as_str());
                for permission in &entry.permissions {
                    page.line(2, anstyle::Style::new(), permission.as_str());
                }
            }
        }
    }
    page
}
