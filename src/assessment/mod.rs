//! What an organisation says of itself: its profile, its answers, its past publications.

mod document;
mod ods;
mod organisation;
mod past;
mod plan;
mod response;
mod site;

pub use document::Assessment;
pub use ods::{OdsCode, OdsKind};
pub use organisation::{Holding, Nhsmail, Organisation, RoleHolders};
pub use past::{History, PastPublication, PublishedLevel};
pub use plan::{ActionPlan, PlanItem, PlanStatus};
pub use response::{Answer, Document, Found, Origin, Response, Training};
pub use site::{Arrangements, Sharing, Site};
