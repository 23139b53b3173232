//! The sentences about paths, timelines, and by which edition's rules a day is judged.

use super::sentence::{Sentence, counting, sentence};

const QUESTION: &[&str] = &["question"];
const EDITION: &[&str] = &["edition"];
const CHANGE: &[&str] = &["edition", "question", "level"];

/// What steps of a path are called, and what would take their place.
pub(super) const PATHS: &[Sentence] = &[
    sentence("path.step.certificate", &["certificate"], "{certificate}"),
    sentence("path.step.nhsmail", &[], "NHSmail as the only email system"),
    sentence("path.step.profile", &[], "Confirm the profile"),
    sentence("path.step.assertions", &[], "Confirm the assertions"),
    sentence("path.step.action-plan", &[], "Attach an action plan"),
    sentence(
        "path.alternative.certificate",
        &["certificate", "questions", "level"],
        "A {certificate} certificate that is in date would take the place of {questions}. {level} does not ask for it; weigh what it costs.",
    ),
    sentence(
        "path.alternative.certificate-not-stated",
        &["certificate", "questions", "level"],
        "A {certificate} certificate that is in date would take the place of {questions}. Say so only if it is so.",
    ),
    sentence(
        "path.alternative.nhsmail",
        &["questions"],
        "NHSmail as the only email system would take the place of {questions}. Say so only if it is so.",
    ),
    sentence(
        "path.alternative.nothing-found",
        &["question", "title", "questions"],
        "Nothing found by {question} ({title}) would take the place of {questions}. Say so only if it is so.",
    ),
];

/// What happens on the days of a timeline.
pub(super) const TIMELINES: &[Sentence] = &[
    sentence("timeline.published", &["level", "edition"], "{level} of {edition} was published."),
    sentence(
        "timeline.superseded",
        &["level", "edition", "publishedOn"],
        "It takes the place of {level} of {edition}, published on {publishedOn}.",
    ),
    sentence("timeline.due-soon", &["lastValidDay"], "The publication counts until {lastValidDay}, so it is due soon."),
    sentence(
        "timeline.expired.twelve-months",
        &["lastValidDay"],
        "The publication counted until {lastValidDay}, because a publication counts for twelve months. It still shows and is no evidence any more.",
    ),
    sentence(
        "timeline.expired.next-deadline",
        &["lastValidDay"],
        "The publication counted until {lastValidDay}, because a publication counts until the deadline of the next edition. It still shows and is no evidence any more.",
    ),
    sentence("timeline.edition-opened", EDITION, "{edition} was open: publications carry its label from now on."),
    sentence(
        "timeline.edition-closed",
        EDITION,
        "{edition} was closed: no publication carries its label any more. What is published stays.",
    ),
    sentence(
        "timeline.deadline-passed",
        EDITION,
        "The deadline of {edition} had passed; until the next edition opens, its label can still be published.",
    ),
    sentence("timeline.now-mandatory", CHANGE, "Inside {edition}, {question} became mandatory for {level}."),
    sentence(
        "timeline.no-longer-mandatory",
        CHANGE,
        "Inside {edition}, {question} stopped being mandatory for {level}.",
    ),
    counting(
        "timeline.count-changed",
        &["edition", "level", "count"],
        "count",
        "Inside {edition}, the questions mandatory for {level} became {count}.",
    ),
    sentence(
        "timeline.count-changed.not-on-record",
        &["edition", "level"],
        "Inside {edition}, the number of questions mandatory for {level} is not on record any more.",
    ),
    sentence("timeline.certificate-began", &["certificate"], "{certificate} counts from this day."),
    sentence(
        "timeline.certificate-lapsed",
        &["certificate", "cost"],
        "{certificate} lapsed. What is published keeps its level. {cost}",
    ),
    sentence(
        "timeline.certificate-lapsed.back",
        &["certificate", "cost", "back"],
        "{certificate} lapsed. What is published keeps its level. {cost} These questions come back: {back}.",
    ),
    sentence(
        "timeline.certificate-lapsed.in-doubt",
        &["certificate", "cost", "inDoubt"],
        "{certificate} lapsed. What is published keeps its level. {cost} Whether these depend on it is not on record: {inDoubt}.",
    ),
    sentence(
        "timeline.certificate-lapsed.back-and-in-doubt",
        &["certificate", "cost", "back", "inDoubt"],
        "{certificate} lapsed. What is published keeps its level. {cost} These questions come back: {back}. Whether these depend on it is not on record: {inDoubt}.",
    ),
    sentence("timeline.cost.no-level", &[], "It costs the next publication no level."),
    sentence("timeline.cost.levels", &["levels"], "The next publication cannot be at {levels}."),
    sentence("timeline.level", &["level"], "{level}"),
    sentence("timeline.levels", &["level", "others"], "{level} or {others}"),
    sentence(
        "timeline.review-lapsed",
        &["question", "reviewedOn"],
        "The review of {question}, of {reviewedOn}, is too old from this day on.",
    ),
    sentence(
        "timeline.review-counts",
        QUESTION,
        "The review of {question} carries this day's date and counts from now on.",
    ),
    sentence(
        "timeline.document-expired",
        &["question", "lastDay"],
        "A document of {question} counted until {lastDay}.",
    ),
    sentence(
        "timeline.confirmation-counts",
        QUESTION,
        "The confirmation of {question} carries this day's date and counts from now on.",
    ),
];

/// By which edition's rules a day is judged.
pub(super) const REPLAYS: &[Sentence] = &[
    sentence(
        "replay.open",
        &["day", "edition"],
        "On {day} the toolkit asked the questions of {edition}, and these are its rules.",
    ),
    sentence(
        "replay.may-be-open",
        &["day", "edition"],
        "On {day} {edition} may have been open; the days on which editions open are not all known.",
    ),
    sentence(
        "replay.may-be-open.latest",
        &["day", "edition"],
        "On {day} the deadline of {edition}, the latest edition on record, has passed; a newer one may have opened.",
    ),
    sentence(
        "replay.other-rules",
        &["day", "edition", "then"],
        "On {day} {then}, and answers to {edition} cannot be judged by those. What follows judges them by the rules of {edition}.",
    ),
    sentence("replay.then.none", &[], "no edition on record had opened"),
    sentence("replay.then.one", &["then"], "the toolkit asked the questions of {then}"),
    sentence("replay.then.either", &["earlier", "later"], "the toolkit asked the questions of {earlier} or of {later}"),
];
