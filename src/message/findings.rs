//! The sentences about findings.

use super::sentence::{Sentence, counting, sentence};

const PROFILE: &[&str] = &["about", "takesAway", "opens"];
const CERTIFICATE: &[&str] = &["certificate"];

/// Every sentence about findings, in the order of the codes.
pub(super) const FINDINGS: &[Sentence] = &[
    sentence("unanswered", &[], "This question has no answer yet."),
    sentence("not-confirmed", &[], "The box is not ticked. Tick it once what the question asks is in place."),
    sentence("text-empty", &[], "The text box is empty. Write the answer there, not in the comment."),
    sentence("document-missing", &[], "No document is given. Upload or link one, or write down where it is kept."),
    sentence(
        "document-part-missing",
        &["part"],
        "No document is marked as {part}. Add it, or say which document shows it.",
    ),
    sentence(
        "wrong-evidence-type",
        &["asked", "given"],
        "The question takes {asked}, and the answer was given {given}. Give {asked} instead.",
    ),
    sentence(
        "not-applicable-not-accepted",
        &[],
        "No source shows that this question can be answered with \"Not applicable\". Give an answer.",
    ),
    sentence("not-applicable-unexplained", &[], "\"Not applicable\" needs a reason here. Say why beside it."),
    sentence(
        "not-applicable-contradicted",
        &["question"],
        "The answer to {question} says that something was found, so this question does apply. Answer it, or correct {question}.",
    ),
    sentence(
        "review-out-of-date",
        &["day", "earliest"],
        "The last review, on {day}, is too old: it must be on or after {earliest}. Review it again and note the date.",
    ),
    sentence("review-in-future", &["day"], "The review is dated {day}, which is still to come. Correct the date."),
    sentence(
        "evidence-expired",
        &["document", "expiredOn"],
        "Document {document} expired on {expiredOn}, and none is left that is in date. Renew it.",
    ),
    counting(
        "training-below-threshold",
        &["trained", "people", "percent", "missing"],
        "missing",
        "{trained} of {people} people have been trained; {percent} per cent are needed. Train {missing} more, or describe your rolling programme.",
    ),
    sentence("not-reconfirmed", &["from"], "The answer comes from {from}. Check that it still holds and confirm it."),
    sentence(
        "not-reconfirmed.reworded",
        &["from"],
        "The answer comes from {from}, and the question has been reworded since. Check it and confirm it.",
    ),
    sentence(
        "not-reconfirmed.too-early",
        &["from", "day"],
        "It was confirmed on {day}, before this edition opened. Confirm it again.",
    ),
    sentence(
        "reconfirmed-in-future",
        &["day"],
        "The answer is said to be confirmed on {day}, which is still to come. Correct the date.",
    ),
    sentence(
        "review-date-missing",
        &["earliest"],
        "No date is given. Note when it was last reviewed or carried out; dates count from {earliest}.",
    ),
    sentence(
        "training-figures-missing",
        &["percent"],
        "No training figures are given. Note how many of how many people were trained; {percent} per cent are needed.",
    ),
    counting(
        "rolling-programme",
        &["trained", "people", "percent"],
        "trained",
        "{trained} of {people} people have been trained, fewer than {percent} per cent; the rolling programme is accepted in its place. Keep its records at hand.",
    ),
    sentence(
        "evidence-partly-expired",
        &["document", "expiredOn"],
        "Document {document} expired on {expiredOn}; another is in date. Renew it or take it out.",
    ),
    sentence(
        "detail-not-asked",
        &["detail"],
        "The answer has {detail}, which this question does not ask for; that changes nothing.",
    ),
    sentence(
        "not-applicable-without-reason",
        &[],
        "\"Not applicable\" is accepted as it stands. A few words on why would make it stronger.",
    ),
    sentence(
        "condition-not-stated",
        &["question"],
        "\"Not applicable\" fits only if {question} found nothing. Say in the answer to {question} what was found.",
    ),
    sentence(
        "finding-not-stated",
        &["looksFor"],
        "The answer does not say whether there are {looksFor}. Say so, because another question depends on it.",
    ),
    sentence(
        "not-needed-but-blank",
        &[],
        "Another answer makes this question unnecessary. In the toolkit, write \"Not applicable\" so that it shows as complete.",
    ),
    sentence(
        "profile-not-sure",
        &["about"],
        "The profile says \"not sure\" about {about}, which counts as no; which questions depend on it is not on record. Find out.",
    ),
    sentence(
        "profile-not-sure.level",
        &["about", "opens"],
        "The profile says \"not sure\" about {about}, which counts as no; a yes would open {opens}. Find out.",
    ),
    counting(
        "profile-not-sure.questions",
        &["about", "takesAway"],
        "takesAway",
        "The profile says \"not sure\" about {about}, which counts as no; a yes would take {takesAway} questions away. Find out.",
    ),
    counting(
        "profile-not-sure.questions=1",
        &["about", "takesAway"],
        "takesAway",
        "The profile says \"not sure\" about {about}, which counts as no; a yes would take one question away. Find out.",
    ),
    counting(
        "profile-not-sure.questions-and-level",
        PROFILE,
        "takesAway",
        "The profile says \"not sure\" about {about}, which counts as no; a yes would take {takesAway} questions away and open {opens}. Find out.",
    ),
    counting(
        "profile-not-sure.questions-and-level=1",
        PROFILE,
        "takesAway",
        "The profile says \"not sure\" about {about}, which counts as no; a yes would take one question away and open {opens}. Find out.",
    ),
    sentence(
        "profile-not-stated",
        &["about"],
        "The profile says nothing about {about}, which counts as no. Answer it.",
    ),
    sentence(
        "certificate-expired",
        &["certificate", "expiredOn"],
        "{certificate} expired on {expiredOn} and no longer counts. Renew it and note the new dates.",
    ),
    sentence(
        "certificate-not-yet-valid",
        &["certificate", "issuedOn"],
        "{certificate} is dated {issuedOn} and does not count before then.",
    ),
    sentence(
        "certificate-about-to-lapse",
        &["certificate", "expiresOn"],
        "{certificate} lapses after {expiresOn}. Plan its renewal.",
    ),
    sentence(
        "certificate-longer-than-a-year",
        CERTIFICATE,
        "{certificate} lasts twelve months, and these dates span more. Check them.",
    ),
    sentence(
        "certificate-changes-nothing",
        CERTIFICATE,
        "{certificate} takes no question away in the social care view. It can serve as evidence for many IT questions.",
    ),
    sentence(
        "certificate-changes-nothing.cyber-essentials",
        CERTIFICATE,
        "Cyber Essentials takes no question away; only Cyber Essentials Plus does.",
    ),
    sentence(
        "outside-the-scope",
        &["nation"],
        "The toolkit covers care services in England only. Other nations have toolkits of their own.",
    ),
    sentence(
        "outside-the-scope.isle-of-man",
        &["nation"],
        "The toolkit covers care services in England only, although some on the Isle of Man use it.",
    ),
    sentence("other-sector", &[], "These are the questions for adult social care. Other sectors answer others."),
    sentence(
        "other-edition",
        &["given", "judgedBy"],
        "The answers were given for {given} and say nothing about {judgedBy}. Carry them over first.",
    ),
    sentence(
        "not-in-edition",
        &["question"],
        "{question} is not a question that this bank lists; its answer changes nothing.",
    ),
    sentence(
        "before-opening",
        &["day", "opening"],
        "On {day} the edition was not open yet; it opened on or after {opening}.",
    ),
    sentence(
        "after-deadline",
        &["day", "deadline"],
        "{day} is after the deadline of {deadline}. The next edition may have opened.",
    ),
];
