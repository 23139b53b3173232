//! What an organisation says of itself: its profile, its answers, its past publications.

mod document;
mod ods;
mod organisation;
mod response;

pub use document::{Assessment, PastPublication, PublishedLevel};
pub use ods::{OdsCode, OdsKind};
pub use organisation::{Holding, Nhsmail, Organisation, RoleHolders};
pub use response::{Answer, Document, Found, Origin, Response, Training};
