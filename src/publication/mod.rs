//! The life of an assessment: publishing, republishing, expiry, and the next edition.

mod access;
mod calendar;
mod carry_over;
mod gate;
mod plan;
mod publish;
mod refusal;
mod site;
mod validity;
mod view;

pub use access::Role;
pub use calendar::{Event, EventKind, Lapse, calendar, label_on, lapse};
pub use carry_over::{CarryOver, CarryOverError, Line, LineOutcome, carry_over};
pub use plan::{PlanFault, PlanFaultKind, check_plan, draft_plan};
pub use publish::{Note, NoteKind, Publication, Submission, publish};
pub use refusal::{Obstacle, ObstacleKind, Refusal};
pub use site::{SiteStatus, roll_up};
pub use validity::{Currency, PublicationStatus, ValidityPolicy, status};
pub use view::View;
