//! How a change touches one organisation, and why the others do not.

use serde::Serialize;

use crate::assessment::OdsCode;
use crate::bank::{EditionId, Level};
use crate::evaluation::QuestionStatus;
use crate::reading::words;

/// How a change touches an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Touch {
    /// In what way.
    pub reason: TouchReason,
    /// What the question comes to in the edition compared from, every answer being confirmed; absent where it is not
    /// about a question, or not asked there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<QuestionStatus>,
    /// What the question comes to in the edition compared to, every answer being confirmed; absent where it is not
    /// about a question, or not asked there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<QuestionStatus>,
    /// What the change means for the organisation, for a care manager.
    pub message: String,
}

/// In what way a change touches an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum TouchReason {
    /// The question is asked for now, and there is no answer that counts.
    AnswerWanted,
    /// The answer counted, and it no longer does.
    NoLongerCounts,
    /// The answer counts on the day, and no longer on the deadline of the later edition.
    Lapses,
    /// What took the question away takes it away no longer.
    NoLongerTakenAway,
    /// The answer has no place in the edition compared to.
    AnswerLeftBehind,
    /// The question is put in other words than those that were answered.
    LookAfresh,
    /// Something else is said of the answer, which counts or does not as before.
    SaidOtherwise,
    /// Whether it makes a difference hangs on an answer of the profile that is open.
    DependsOnProfile,
    /// The answer stands at another place.
    AnswerMoves,
    /// The question is asked for now, and an answer is there.
    AnswerThere,
    /// The answer did not count, and it does now.
    NowCounts,
    /// The answer counts on the deadline of the later edition, and would not have by the rule before.
    Lasts,
    /// What the organisation holds takes the question away now.
    TakenAway,
    /// The question was asked for, and is no longer.
    NoLongerWanted,
    /// The answers came to the level, and no longer do.
    LevelLost,
    /// The answers come to the level now.
    LevelGained,
    /// The organisation has the level, or has published at it, and the rule has changed.
    LevelHeld,
    /// A day to keep.
    DayToKeep,
    /// Whether answers that were carried over have to be confirmed.
    AnswersToConfirm,
    /// The edition is no longer for the organisation.
    OutOfScope,
    /// The edition is for the organisation now.
    InScope,
    /// What stands before a publication stands before the organisation's.
    GateAhead,
    /// The organisation holds the certificate.
    CertificateHeld,
}

words!(pub TouchReason {
    AnswerWanted = "answer-wanted",
    NoLongerCounts = "no-longer-counts",
    Lapses = "lapses",
    NoLongerTakenAway = "no-longer-taken-away",
    AnswerLeftBehind = "answer-left-behind",
    LookAfresh = "look-afresh",
    SaidOtherwise = "said-otherwise",
    DependsOnProfile = "depends-on-profile",
    AnswerMoves = "answer-moves",
    AnswerThere = "answer-there",
    NowCounts = "now-counts",
    Lasts = "lasts",
    TakenAway = "taken-away",
    NoLongerWanted = "no-longer-wanted",
    LevelLost = "level-lost",
    LevelGained = "level-gained",
    LevelHeld = "level-held",
    DayToKeep = "day-to-keep",
    AnswersToConfirm = "answers-to-confirm",
    OutOfScope = "out-of-scope",
    InScope = "in-scope",
    GateAhead = "gate-ahead",
    CertificateHeld = "certificate-held",
});

/// Why a change does not touch an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
pub enum LeftOutReason {
    /// No level that the organisation has or is expected to reach asks for the question, and it has no answer.
    Optional,
    /// It is about a level above those that the organisation has or is expected to reach.
    HigherLevel,
    /// The question is asked for anyway, for another level.
    AskedAnyway,
    /// It is told already, for a lower level.
    ToldAlready,
    /// The question is taken away or not needed all the same.
    NotNeeded,
    /// There is no answer that it could bear on.
    Unanswered,
    /// The answer comes to the same.
    NoDifference,
    /// The organisation does not hold what it is about.
    NotHeld,
    /// The organisation neither has the level nor has published at it.
    LevelNotReached,
    /// It is about organisations of another kind or with another history.
    OtherCase,
    /// It is a number, and the questions behind it are told by themselves.
    ToldByQuestion,
    /// There is nothing to do about it.
    NothingToDo,
}

words!(pub LeftOutReason {
    Optional = "optional",
    HigherLevel = "higher-level",
    AskedAnyway = "asked-anyway",
    ToldAlready = "told-already",
    NotNeeded = "not-needed",
    Unanswered = "unanswered",
    NoDifference = "no-difference",
    NotHeld = "not-held",
    LevelNotReached = "level-not-reached",
    OtherCase = "other-case",
    ToldByQuestion = "told-by-question",
    NothingToDo = "nothing-to-do",
});

impl LeftOutReason {
    const fn message(self) -> &'static str {
        match self {
            Self::Optional => "No level that you have or need asks for the question, and you have not answered it.",
            Self::HigherLevel => "It is about a level above those that you have or need.",
            Self::AskedAnyway => "The question is asked for anyway.",
            Self::ToldAlready => "It is told already, for a lower level.",
            Self::NotNeeded => "The question is taken away or not needed all the same.",
            Self::Unanswered => "You have no answer that it could bear on.",
            Self::NoDifference => "Your answer comes to the same.",
            Self::NotHeld => "You do not hold what it is about.",
            Self::LevelNotReached => "You neither have the level nor have published at it.",
            Self::OtherCase => "It is about organisations of another kind or with another history.",
            Self::ToldByQuestion => "It is a number; the questions behind it are told by themselves.",
            Self::NothingToDo => "There is nothing to do about it.",
        }
    }
}

/// Changes of one kind that do not touch an organisation, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LeftOut {
    /// The code of the kind.
    pub kind: &'static str,
    /// Why they do not touch it.
    pub reason: LeftOutReason,
    /// How many there are.
    pub count: u32,
    /// Why they do not touch it, in a sentence for a care manager.
    pub message: &'static str,
}

impl LeftOut {
    /// Counts one more change of a kind that is left out for a reason.
    pub(super) fn count(list: &mut Vec<Self>, kind: &'static str, reason: LeftOutReason) {
        match list.iter_mut().find(|entry| entry.kind == kind && entry.reason == reason) {
            Some(entry) => entry.count = entry.count.saturating_add(1),
            None => list.push(Self { kind, reason, count: 1, message: reason.message() }),
        }
    }
}

/// The organisation for which two editions are compared, and what is left out of the diff for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DiffOrganisation {
    /// Its ODS code.
    pub ods_code: OdsCode,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day for which its answers are looked at.
    pub as_of: chrono::NaiveDate,
    /// The edition of its assessment: one of the two.
    pub assessed: EditionId,
    /// The level that its answers come to in the edition compared from, every one being confirmed; absent below
    /// Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_before: Option<Level>,
    /// The level that its answers come to in the edition compared to, every one being confirmed; absent below
    /// Approaching Standards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_after: Option<Level>,
    /// How many answers its assessment has.
    pub answers: u32,
    /// How many of them have no place in the other edition.
    pub left_behind: u32,
    /// How many answers wait to be confirmed in the later edition before they count.
    pub to_confirm: u32,
    /// The changes that do not touch it, counted by kind and reason, in the order in which they would be told.
    pub left_out: Vec<LeftOut>,
}
