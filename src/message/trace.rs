//! The sentences of a trace: how a verdict came about, step by step.

use super::sentence::{Sentence, counting, sentence};

const LEVEL: &[&str] = &["level"];
const RULE: &[&str] = &["rule"];
const DAY: &[&str] = &["day"];
const GROUND: &[&str] = &["ground"];
const ANSWER: &[&str] = &["answer"];

/// What a rule asks for, in the middle of a sentence.
pub(super) const RULES: &[Sentence] = &[
    sentence("rule.every-mandatory", LEVEL, "every question mandatory for {level}"),
    sentence("rule.every-question", &[], "every question of the edition"),
    sentence("rule.level-met", LEVEL, "{level}"),
    sentence("rule.certificate", &["certificate"], "a {certificate} certificate that is in date"),
    sentence("rule.all-of", &["rule", "others"], "{rule} and {others}"),
    sentence("rule.any-of", &["rule", "others"], "{rule} or {others}"),
    sentence("rule.nothing", &[], "nothing"),
    sentence("rule.not-on-record", &[], "something that is not on record"),
];

/// What the branches of the levels say.
pub(super) const LEVELS: &[Sentence] = &[
    sentence("trace.level.met", &["level", "rule"], "{level} is met. It asks for {rule}."),
    sentence("trace.level.met.no-rule", LEVEL, "{level} is met."),
    sentence(
        "trace.level.undetermined",
        &["level", "rule"],
        "Nothing on record stands in the way of {level}, but not every question is on record. It asks for {rule}.",
    ),
    sentence(
        "trace.level.undetermined.no-rule",
        LEVEL,
        "Nothing on record stands in the way of {level}, but not every question is on record.",
    ),
    sentence("trace.level.not-met", &["level", "rule"], "{level} is not met. It asks for {rule}."),
    sentence("trace.level.not-met.no-rule", LEVEL, "{level} is not met."),
    sentence("trace.rule-reading.best", RULE, "The rule is not settled. The best reading asks for {rule}."),
    sentence(
        "trace.rule-reading.other",
        RULE,
        "Another reading of the rule asks for {rule}; it does not decide the best reading.",
    ),
    sentence("trace.all-of", &[], "All of these must hold."),
    sentence("trace.any-of", &[], "One of these is enough."),
    sentence("trace.level-met.met", LEVEL, "{level} is met; every level includes those below it."),
    sentence("trace.level-met.undetermined", LEVEL, "{level} is not settled; every level includes those below it."),
    sentence("trace.level-met.not-met", LEVEL, "{level} is not met; every level includes those below it."),
    counting(
        "trace.every-mandatory",
        &["count", "level", "done"],
        "count",
        "Of the {count} questions mandatory for {level}, {done} are done.",
    ),
    counting(
        "trace.every-question",
        &["count", "done"],
        "count",
        "Of the {count} questions on record, {done} are done.",
    ),
    counting(
        "trace.official-count",
        &["count", "level", "done"],
        "count",
        "The toolkit counts {count} questions mandatory for {level}; {done} are done that may be among them.",
    ),
    sentence(
        "trace.official-count.not-on-record",
        LEVEL,
        "How many questions are mandatory for {level} is not on record.",
    ),
    counting("trace.catalogue.whole", &["count"], "count", "All {count} questions of the edition are on record."),
    counting(
        "trace.catalogue.short",
        &["count", "official"],
        "count",
        "{count} of the {official} questions of the edition are on record; the others cannot be checked.",
    ),
    counting(
        "trace.catalogue.short-of-unknown",
        &["count"],
        "count",
        "{count} questions are on record, and how many there are is not.",
    ),
    sentence("trace.certificate", &["certificate", "profile"], "{certificate}: {profile}"),
    sentence("trace.profile.lapsed", DAY, "the certificate lapsed after {day}."),
    sentence("trace.profile.not-yet", DAY, "the certificate counts from {day} only."),
    sentence("trace.profile.in-date", DAY, "the certificate is in date until {day}."),
    sentence("trace.profile.no-certificate", &[], "the profile says that there is none."),
    sentence("trace.profile.not-sure", &[], "the profile says \"not sure\", which counts as no."),
    sentence("trace.profile.nothing", &[], "the profile says nothing about it, which counts as no."),
    sentence("trace.profile.nhsmail-only", &[], "the profile says it is."),
    sentence("trace.profile.nhsmail-used", &[], "the profile says that other email systems are used beside it."),
    sentence("trace.profile.no-nhsmail", &[], "the profile says that NHSmail is not used."),
];

/// What the branches of the questions say.
pub(super) const QUESTIONS: &[Sentence] = &[
    sentence("trace.question", &["question", "title", "comesTo", "demand"], "{question} {title}: {comesTo}. {demand}"),
    sentence("trace.comes-to.complete", &[], "done"),
    sentence("trace.comes-to.not-applicable", &[], "done, it does not apply"),
    sentence("trace.comes-to.exempt", &[], "done, it is taken away"),
    sentence("trace.comes-to.incomplete", &[], "answered, and something stands against the answer"),
    sentence("trace.comes-to.unanswered", &[], "not answered"),
    sentence("trace.comes-to.blank", &[], "left blank"),
    sentence("trace.demand.mandatory", LEVEL, "It is mandatory for {level}."),
    sentence(
        "trace.demand.not-settled",
        LEVEL,
        "Whether it is mandatory for {level} is not settled; the strict reading takes it so.",
    ),
    sentence("trace.demand.not-on-record", LEVEL, "Whether it is mandatory for {level} is not on record."),
    sentence("trace.demand.not-mandatory", LEVEL, "It is not mandatory for {level}."),
    sentence(
        "trace.demand.not-on-this-day",
        &["level", "only"],
        "It is not mandatory for {level} on this day, only {only}.",
    ),
    sentence("trace.only.from-until", &["from", "until"], "from {from} to {until}"),
    sentence("trace.only.from", &["from"], "from {from}"),
    sentence("trace.only.until", &["until"], "until {until}"),
    sentence("trace.only.other-times", &[], "at other times"),
    sentence("trace.demand.listed", &[], "It is a question of the edition."),
    sentence(
        "trace.demand.listed-not-settled",
        &[],
        "Whether the edition has it is not settled; the strict reading takes it so.",
    ),
    sentence("trace.response", ANSWER, "The answer is {answer}."),
    counting("trace.given.text", &["count"], "count", "words ({count} characters)"),
    sentence("trace.given.tick", &[], "a tick"),
    sentence("trace.given.no-tick", &[], "a box that is not ticked"),
    counting("trace.given.documents", &["count"], "count", "{count} documents"),
    counting("trace.given.documents=0", &["count"], "count", "no document"),
    counting("trace.given.documents=1", &["count"], "count", "1 document"),
    sentence("trace.given.date", DAY, "the date {day}"),
    sentence("trace.given.not-applicable", &[], "\"Not applicable\""),
    sentence("trace.given.reviewed", &["answer", "day"], "{answer}, last reviewed on {day}"),
    sentence("trace.given.carried-over", &["answer", "edition"], "{answer}, carried over from {edition}"),
    sentence("trace.given.with-comment", ANSWER, "{answer}, with a comment"),
    sentence(
        "trace.exemption.not-on-record",
        GROUND,
        "Whether the question is taken away by {ground} is not on record.",
    ),
    sentence("trace.exemption.none", GROUND, "The question is not taken away by {ground}."),
    sentence(
        "trace.exemption.would",
        &["ground", "profile"],
        "{ground} would take the question away, and does not: {profile}",
    ),
    sentence(
        "trace.exemption.might",
        &["ground", "profile"],
        "{ground} might take the question away, and does not: {profile}",
    ),
    sentence("trace.exemption.takes", &["ground", "profile"], "{ground} takes the question away: {profile}"),
    sentence(
        "trace.exemption.may",
        &["ground", "profile"],
        "Whether {ground} takes the question away is not on record: {profile}",
    ),
    sentence("trace.needed-when.not-on-record", &[], "When the question is needed is not on record."),
    sentence("trace.needed-when.nothing-found", &["by"], "{by} found nothing, so the question is not needed."),
    sentence(
        "trace.needed-when.something-found",
        &["by"],
        "The question is needed where {by} found something, and something was found.",
    ),
    sentence(
        "trace.needed-when.not-stated",
        &["by"],
        "The question is needed where {by} found something, and the answer to {by} does not say.",
    ),
];

/// What the rules for an answer say.
pub(super) const ANSWERS: &[Sentence] = &[
    sentence("trace.findings", &["finding", "others"], "{finding} {others}"),
    sentence(
        "trace.set-aside",
        &["findings"],
        "This would stand against the answer if the question were needed. {findings}",
    ),
    sentence(
        "trace.not-settled",
        &["kept"],
        "{kept} The strict reading holds it against the answer, because that is not settled.",
    ),
    sentence("trace.idle.reconfirmation", &[], "Nothing on record asks that answers carried over are confirmed again."),
    sentence("trace.idle.condition", &[], "When the question is needed is not on record."),
    sentence("trace.idle.evidence-type", &[], "Which kind of answer the question takes is not on record."),
    sentence("trace.idle.threshold", &[], "How many must be trained is not on record."),
    sentence("trace.idle.found", &[], "What the question looks for is not on record."),
    sentence("trace.idle.review-window", &[], "From when a review counts is not on record."),
    sentence("trace.answered", &[], "There is an answer."),
    sentence(
        "trace.reconfirmation.confirmed",
        &["from", "day"],
        "The answer comes from {from} and was confirmed again on {day}.",
    ),
    sentence("trace.reconfirmation.carried-over", &["from"], "The answer comes from {from}."),
    sentence("trace.reconfirmation.given", &[], "The answer was given for this edition."),
    sentence(
        "trace.not-applicable",
        &["place", "when"],
        "The question takes \"Not applicable\" {place}, where {when}.",
    ),
    sentence(
        "trace.not-applicable.with-reason",
        &["place", "when"],
        "The question takes \"Not applicable\" {place}, with a reason, where {when}.",
    ),
    sentence("trace.not-applicable.not-on-record", &[], "Whether \"Not applicable\" is accepted is not on record."),
    sentence("trace.condition", &["by"], "{by} does not contradict \"Not applicable\"."),
    sentence("trace.condition.none", &[], "Nothing contradicts \"Not applicable\"."),
    sentence("trace.reason.given", &[], "The reason that is asked for is given."),
    sentence("trace.reason.not-asked", &[], "No reason is asked for."),
    sentence("trace.evidence-type", &["asked"], "The question takes {asked}, and that was given."),
    sentence("trace.evidence.text", &[], "There are words in the answer."),
    sentence("trace.evidence.tick", &[], "The box is ticked."),
    sentence("trace.evidence.date", DAY, "A date is given: {day}."),
    sentence("trace.evidence.something", &[], "There is something in the answer."),
    counting(
        "trace.threshold",
        &["trained", "people", "percent"],
        "trained",
        "{trained} of {people} people have been trained; {percent} per cent are needed.",
    ),
    sentence("trace.threshold.nothing-against", &[], "Nothing is said against the training."),
    sentence("trace.found", &[], "The answer says what was found."),
    sentence("trace.in-date", DAY, "No document has expired; the first one does after {day}."),
    sentence("trace.in-date.no-last-day", &[], "A document is given, and none has a last day."),
    sentence("trace.parts", &["parts"], "Every document asked for is there: {parts}."),
    sentence("trace.parts.one", &["part"], "{part}"),
    sentence("trace.parts.several", &["part", "others"], "{part}; {others}"),
    sentence(
        "trace.review-window",
        &["day", "earliest"],
        "It was last reviewed on {day}; a review counts from {earliest}.",
    ),
    sentence("trace.review-window.no-date", &["earliest"], "No date of a review is given; one counts from {earliest}."),
];
