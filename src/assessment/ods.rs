//! ODS codes: the codes by which the NHS knows an organisation.

use std::fmt;
use std::str::FromStr;

use crate::reading::{Cause, parsed, shorten};

/// The ODS code of an organisation, such as `A1B2` for a head office or `VM0X1` for a site.
///
/// Codes are capitals and digits, 3 to 10 of them. Shapes other than the two of social care are accepted: the public
/// register shows several, also for care providers.
///
/// ```
/// use dspt::{OdsCode, OdsKind};
///
/// let kind = |text: &str| text.parse::<OdsCode>().map(|code| code.kind());
/// assert_eq!(kind("A1B2"), Ok(OdsKind::HeadOffice));
/// assert_eq!(kind("VM0X1"), Ok(OdsKind::Site));
/// assert_eq!(kind("8HX42"), Ok(OdsKind::Other));
/// assert!(kind("vm0x1").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OdsCode(String);

/// What an ODS code stands for, as far as its shape tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OdsKind {
    /// The head office of a care provider: A or C and three more characters.
    HeadOffice,
    /// One site of a care provider: V and four more characters.
    Site,
    /// Another shape.
    Other,
}

impl OdsCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the code stands for.
    ///
    /// Source: the programme's guide to ODS codes; 20,547 of the social care rows in the register of September 2022 have
    /// one of the two shapes.
    pub fn kind(&self) -> OdsKind {
        match (self.0.as_bytes().first(), self.0.len()) {
            (Some(b'A' | b'C'), 4) => OdsKind::HeadOffice,
            (Some(b'V'), 5) => OdsKind::Site,
            _ => OdsKind::Other,
        }
    }
}

impl fmt::Display for OdsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

const EXPECTED: &str = "an ODS code of 3 to 10 capitals and digits such as `VM0X1`";

impl FromStr for OdsCode {
    type Err = Cause;

    /// Reads an ODS code.
    ///
    /// # Errors
    ///
    /// Small letters, spaces, punctuation, fewer than 3 or more than 10 characters: `vm0x1`, `A 12`, `A1`.
    fn from_str(text: &str) -> Result<Self, Cause> {
        let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if plain && (3..=10).contains(&text.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Cause::BadForm { found: shorten(text), expected: EXPECTED })
        }
    }
}

parsed!(OdsCode, "an ODS code of 3 to 10 capitals and digits such as `VM0X1`", "^[A-Z0-9]{3,10}$", "VM0X1");
