//! What people call the words of the documents.

use serde::Serialize;

use crate::advice::{
    DiffTopic, Effort, GateName, LeftOutReason, PathState, Prospect, Purpose, ReplayFit, TouchReason, TraceKind,
    TraceState,
};
use crate::assessment::{Found, Nhsmail, PlanStatus, PublishedLevel, Sharing};
use crate::bank::{
    Certainty, Certificate, EvidenceType, ExemptionGround, Heading, Level, Nation, Reason, Relation, Route, Sector,
    Standing,
};
use crate::evaluation::{Effect, FactName, Group, LevelState, QuestionStatus};
use crate::message::WORDS_IN_MESSAGES;
use crate::publication::{Currency, LineOutcome, Role, ServiceNeed, ServiceState, ValidityPolicy, View};

/// The words of one closed list, with what people call them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LabelList {
    /// What the words say something about.
    pub about: &'static str,
    /// The words, in order.
    pub words: Vec<Label>,
}

/// A word of a document and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// The word as it stands in a document.
    pub word: &'static str,
    /// What people call it.
    pub label: String,
}

/// What people call a word: as the toolkit prints it where it is a name, else the word itself in plain letters.
///
/// ```
/// use dspt::json::label;
///
/// assert_eq!(label("it-systems-and-devices"), "IT systems and devices");
/// assert_eq!(label("not-applicable"), "Not applicable");
/// ```
pub fn label(word: &str) -> String {
    let named = match word {
        "standards-not-met" => "Standards Not Met",
        "entry-level" => "Entry Level",
        "approaching-standards" => "Approaching Standards",
        "standards-met" => "Standards Met",
        "standards-exceeded" => "Standards Exceeded",
        "it-systems-and-devices" => "IT systems and devices",
        "cyber-essentials-plus" => "Cyber Essentials Plus",
        "cyber-essentials" => "Cyber Essentials",
        "iso-27001" | "iso27001" => "ISO 27001",
        "nhsmail" => "NHSmail",
        "ods-code" => "ODS code",
        "it" => "IT",
        "url" => "Web address",
        "nhsmail-only" => "NHSmail as the only email system",
        "only-email-system" => "Yes, as the only email system",
        "used" => "Yes, beside other email systems",
        "social-care" => "Adult social care",
        "northern-ireland" => "Northern Ireland",
        "isle-of-man" => "Isle of Man",
        _ => return plain(word),
    };
    named.to_owned()
}

/// The word with spaces, its first letter a capital.
fn plain(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.map(|letter| if letter == '-' { ' ' } else { letter })).collect()
}

/// Every closed list of words that stands in a document, with what people call each word.
///
/// ```
/// let labels = dspt::json::labels();
/// let levels = labels.iter().find(|list| list.about == "level").unwrap();
/// assert_eq!(levels.words[1].label, "Standards Met");
/// ```
pub fn labels() -> Vec<LabelList> {
    let list = |about, words: Vec<&'static str>| LabelList {
        about,
        words: words.into_iter().map(|word| Label { word, label: label(word) }).collect(),
    };
    macro_rules! of {
        ($about:literal, $words:ty) => {
            list($about, <$words>::ALL.iter().map(|word| word.as_str()).collect())
        };
    }
    let mut lists = vec![
        of!("level", Level),
        of!("published-level", PublishedLevel),
        of!("heading", Heading),
        list("group", Group::headings().chain([Group::Everything]).map(Group::as_str).collect()),
        of!("evidence-type", EvidenceType),
        of!("question-status", QuestionStatus),
        of!("level-state", LevelState),
        of!("effect", Effect),
        of!("certainty", Certainty),
        of!("fact", FactName),
        of!("exemption-ground", ExemptionGround),
        of!("not-applicable-route", Route),
        of!("not-applicable-reason", Reason),
        of!("relation", Relation),
        of!("certificate", Certificate),
        of!("nhsmail", Nhsmail),
        of!("sector", Sector),
        of!("nation", Nation),
        of!("found", Found),
        of!("sharing", Sharing),
        of!("plan-status", PlanStatus),
        of!("view", View),
        of!("currency", Currency),
        of!("validity-policy", ValidityPolicy),
        of!("role", Role),
        of!("service-state", ServiceState),
        of!("service-need", ServiceNeed),
        of!("carry-over-outcome", LineOutcome),
        of!("standing", Standing),
        of!("diff-topic", DiffTopic),
        of!("gate", GateName),
        of!("touch-reason", TouchReason),
        of!("left-out-reason", LeftOutReason),
        of!("effort", Effort),
        of!("prospect", Prospect),
        of!("path-state", PathState),
        of!("purpose", Purpose),
        of!("trace-kind", TraceKind),
        of!("trace-state", TraceState),
        of!("replay-fit", ReplayFit),
    ];
    lists.extend(WORDS_IN_MESSAGES.iter().map(|(about, words)| {
        let words = words.iter().map(|(word, label)| Label { word, label: (*label).to_owned() });
        LabelList { about, words: words.collect() }
    }));
    lists
}
