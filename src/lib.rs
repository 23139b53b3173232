#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        clippy::exit,
        clippy::expect_used,
        clippy::get_unwrap,
        clippy::indexing_slicing,
        clippy::mem_forget,
        clippy::missing_panics_doc,
        clippy::panic,
        clippy::panic_in_result_fn,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_in_result,
        clippy::unwrap_used,
    )
)]

mod advice;
mod assessment;
mod bank;
mod evaluation;
pub mod json;
mod message;
mod publication;
mod reading;
mod schema;

// Pages of the documentation, for those who know the guides and do not read code.
#[cfg(doc)]
#[doc = include_str!("../tests/LAWS.md")]
pub mod laws {}
#[cfg(doc)]
#[doc = include_str!("../tests/seed_statements/table.md")]
pub mod statements {}

/// The dates of this library's arguments, re-exported so that callers use the same version.
pub use chrono::NaiveDate;

// What an edition asks.
pub use bank::{
    AssertionCode, AssertionGate, BankError, Catalogue, Certainty, Certificate, CertificateEffect, Claim, Descent,
    Disagreement, Edition, EditionId, EvidenceType, Exemption, ExemptionGround, Fact, Fault, Gap, Gates, Heading,
    Level, LevelRule, Mandatory, Mistake, Nation, NeededWhen, NotApplicable, OfficialCount, OpenOn, Opening, Part,
    Provenance, Question, QuestionBank, QuestionCode, RawBank, Reason, Relation, Route, Rule, Scope, Sector, Source,
    SourceId, Standing, Threshold, Window,
};

// What whoever has better sources says about an edition.
pub use bank::{BankFact, CorrectionFault, CorrectionMistake, Corrections, CorrectionsError, FactAddress};

// What an organisation says.
pub use assessment::{
    ActionPlan, Answer, Arrangements, Assessment, Document, Found, History, Holding, Nhsmail, OdsCode, OdsKind,
    Organisation, Origin, PastPublication, PlanItem, PlanStatus, PublishedLevel, Response, RoleHolders, Sharing, Site,
    Training,
};

// What the answers come to.
pub use evaluation::{
    Blocker, Dependency, Effect, Evaluation, FactName, Finding, FindingKind, Group, LevelOutcome, LevelState, Progress,
    QuestionOutcome, QuestionStatus, Reach, Verdict, evaluate, level, outstanding,
};

// What people are told, and from what it is made.
pub use message::{Argument, Sentence, sentences};

// What can be published, how long it counts, and what it is good for.
pub use publication::{
    AccessRefusal, CarryOver, CarryOverError, Currency, Event, EventKind, LabelStyle, Lapse, Line, LineOutcome, Note,
    NoteKind, Obstacle, ObstacleKind, Permission, PlanFault, PlanFaultKind, Publication, PublicationStatus,
    RawServices, Refusal, RegisterError, RegisterFault, RegisterLevel, RegisterRow, RegisterStatus, Role, Service,
    ServiceAnswer, ServiceClaim, ServiceNeed, ServiceState, Services, SiteStatus, StatusError, Submission, Team,
    TeamError, UserId, ValidityPolicy, View, calendar, carry_over, carry_over_along, check_plan, draft_plan, label_on,
    lapse, publish, roll_up, status,
};

// What is wrong with a document.
pub use reading::{Cause, Problem, ReadError};

// Reports that put several answers together.
pub use json::{LevelNow, PlanReport, PlusLapse, StatusReport};

// The same in a host's own words or another language.
pub use json::{RawWording, Wording, WordingError, WordingFault, WordingMistake};

// The JSON Schemas of every document.
#[cfg(feature = "schema")]
pub use schema::{Direction, DocumentSchema, document_schemas};
pub use schema::{Draft, Profile, Schema, schema, schemas};

// What to do about it.
pub use advice::{
    Aim, Alteration, Alternative, Effort, FindingChange, FindingThen, Ground, LevelChange, LevelReach, LevelReadings,
    Path, PathState, Prospect, PublishingChange, Purpose, ReachReport, Standpoint, StatusChange, Step, ValidityChange,
    WhatIf, WhatIfError, path_to, what_if,
};
pub use advice::{
    Change, DiffError, DiffOrganisation, DiffTopic, EditionChange, EditionDiff, GateName, LeftOut, LeftOutReason,
    QuestionChange, QuestionDiff, Touch, TouchReason, diff, diff_along, diff_for, diff_for_along,
};

// How a verdict came about, and what becomes of it from day to day.
pub use advice::{
    AnswersTimeline, LevelTurn, OpenThen, Period, Replay, ReplayFit, StatusTurn, Timeline, TimelineEvent,
    TimelineEventKind, Trace, TraceKind, TraceNode, TraceState, VerdictChange, VerdictOn, timeline, trace,
};
