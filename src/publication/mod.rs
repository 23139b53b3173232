//! The life of an assessment: publishing, republishing, expiry, and the next edition.

mod access;
mod calendar;
mod carry_over;
mod gate;
mod message;
mod plan;
mod publish;
mod refusal;
mod register;
mod register_row;
mod services;
mod site;
mod unlocked;
mod validity;
mod view;

pub use access::{AccessRefusal, Permission, Role, Team, TeamError, UserId};
pub use calendar::{Event, EventKind, Lapse, calendar, label_on, lapse};
pub use carry_over::{CarryOver, CarryOverError, Line, LineOutcome, carry_over, carry_over_along};
pub use plan::{PlanFault, PlanFaultKind, check_plan, draft_plan};
pub(crate) use plan::{WrittenFault, drafted, last_due_day};
pub use publish::{Note, NoteKind, Publication, Submission, publish};
pub use refusal::{Obstacle, ObstacleKind, Refusal};
pub use register::{LabelStyle, RegisterLevel, RegisterStatus, StatusError};
pub use register_row::{RegisterError, RegisterFault, RegisterRow};
pub use services::{RawServices, Service, ServiceClaim, ServiceNeed, Services};
pub use site::{SiteStatus, roll_up};
pub(crate) use unlocked::WrittenAnswer;
pub use unlocked::{ServiceAnswer, ServiceState};
pub use validity::{Currency, PublicationStatus, ValidityPolicy, status};
pub use view::View;
