//! What messages call the words of closed lists.

use crate::assessment::PublishedLevel;
use crate::bank::{Certificate, ExemptionGround, Nation};

/// A list of words with what people call each of them.
type Labels = &'static [(&'static str, &'static str)];

/// The lists of words that stand in messages and nowhere else in documents, or are called something else there than on
/// their own, each word with what ours calls it.
pub(crate) const WORDS_IN_MESSAGES: &[(&str, Labels)] = &[
    ("answer", &[("text", "words"), ("confirmation", "a tick"), ("document", "a document"), ("date", "a date")]),
    (
        "answered",
        &[("text", "in words"), ("confirmation", "as a tick"), ("document", "as a document"), ("date", "as a date")],
    ),
    ("detail", &[("training", "training figures"), ("found", "a finding"), ("parts", "parts")]),
    (
        "role-in-messages",
        &[("auditor", "auditor"), ("member", "member"), ("administrator-member", "administrator-member")],
    ),
    (
        "place",
        &[
            ("england", Nation::England.name()),
            ("wales", Nation::Wales.name()),
            ("scotland", Nation::Scotland.name()),
            ("northern-ireland", Nation::NorthernIreland.name()),
            ("isle-of-man", Nation::IsleOfMan.name()),
        ],
    ),
    (
        "site-difference",
        &[
            ("training", "training"),
            ("policies", "policies and procedures"),
            ("data-security", "arrangements for data security and breaches"),
            ("it", "IT systems and devices"),
        ],
    ),
    (
        "not-applicable-place",
        &[
            ("comment", "in the comment"),
            ("answer-text", "in the text box"),
            ("document-location", "in place of the document's location"),
        ],
    ),
    ("profile-question", &[("nhsmail", "NHSmail"), ("cyberEssentialsPlus", Certificate::CyberEssentialsPlus.name())]),
];

/// What ours calls a word in a message.
pub(super) fn our_label(list: &str, word: &str) -> &'static str {
    let in_messages = WORDS_IN_MESSAGES.iter().find(|(about, _)| *about == list).map(|(_, words)| *words);
    let own = in_messages.into_iter().flatten().find(|(known, _)| *known == word).map(|(_, label)| *label);
    let level = || PublishedLevel::ALL.iter().find(|level| level.as_str() == word).map(|level| level.name());
    let certificate = || Certificate::ALL.iter().find(|held| held.as_str() == word).map(|held| held.name());
    let ground = || ExemptionGround::ALL.iter().find(|ground| ground.as_str() == word).map(|ground| ground.name());
    own.or_else(level).or_else(certificate).or_else(ground).unwrap_or_default()
}

/// The word that ours calls so in messages.
pub(crate) fn word_called(list: &str, label: &str) -> &'static str {
    let words = WORDS_IN_MESSAGES.iter().find(|(about, _)| *about == list).map(|(_, words)| *words);
    let word = words.into_iter().flatten().find(|(_, called)| *called == label);
    word.map(|(word, _)| *word).unwrap_or_default()
}
