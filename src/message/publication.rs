//! The sentences about publications: what stands against one, what is worth knowing about one, what is wrong with an
//! action plan, and what a published status is good for.

use super::sentence::{Sentence, counting, sentence};

const LEVEL: &[&str] = &["level"];
const SERVICE: &[&str] = &["service"];

/// What stands against a publication.
pub(super) const OBSTACLES: &[Sentence] = &[
    counting(
        "obstacle.questions-outstanding",
        &["count", "level", "questions"],
        "count",
        "{count} questions are outstanding for {level}: {questions}. Complete them first.",
    ),
    counting(
        "obstacle.questions-outstanding=1",
        &["count", "level", "questions"],
        "count",
        "{count} question is outstanding for {level}: {questions}. Complete it first.",
    ),
    sentence(
        "obstacle.certificate-missing",
        &["level", "certificate"],
        "{level} asks for {certificate}, and no certificate is in date on the day. Renew it and enter its dates, or choose another level.",
    ),
    sentence(
        "obstacle.level-undetermined",
        LEVEL,
        "{level} asks for every question, and not all of them are on record here. Check it in the toolkit itself.",
    ),
    sentence("obstacle.no-way-open", LEVEL, "{level} can be reached in several ways, and none of them is open yet."),
    sentence("obstacle.level-unknown", LEVEL, "The edition has no {level}. Choose another level."),
    sentence(
        "obstacle.approaching-only-first",
        &["publishedOn"],
        "Approaching Standards is for a first publication only, and there was an earlier one on {publishedOn}. Go on to Standards Met.",
    ),
    sentence(
        "obstacle.below-republication",
        &["least"],
        "You have published before, so you can only publish at {least} or above.",
    ),
    sentence("obstacle.action-plan-missing", &[], "Approaching Standards comes with an action plan. Attach one."),
    sentence(
        "obstacle.action-plan-faulty",
        &["question", "fault"],
        "In the action plan, question {question}: {fault}.",
    ),
    sentence("obstacle.profile-not-confirmed", &[], "The profile has not been confirmed. Check and confirm it."),
    sentence(
        "obstacle.profile-changed",
        &["changedOn", "confirmedOn"],
        "The profile was changed on {changedOn} and last confirmed on {confirmedOn}. Confirm it again.",
    ),
    sentence(
        "obstacle.profile-confirmed-in-future",
        &["confirmedOn"],
        "The profile is said to be confirmed on {confirmedOn}, which is still to come. Correct the date.",
    ),
    sentence(
        "obstacle.assertions-not-confirmed",
        &["assertions"],
        "Tick \"confirmed\" for these assertions: {assertions}. Those with optional questions count too.",
    ),
    sentence(
        "obstacle.answers-not-reconfirmed",
        &["questions"],
        "These answers were carried over and not confirmed: {questions}. Check that they still hold and confirm them.",
    ),
    sentence("obstacle.edition-not-open", &["opening"], "Nothing can be published in this edition before {opening}."),
    sentence(
        "obstacle.edition-closed",
        &["next"],
        "Edition {next} was open by then. Carry the answers over and publish there.",
    ),
    sentence("obstacle.other-edition", &["given"], "The answers were given for {given}. Carry them over first."),
    sentence(
        "obstacle.before-last-publication",
        &["last"],
        "The last publication was on {last}. The past does not change; choose that day or a later one.",
    ),
    sentence(
        "obstacle.role-may-not-publish",
        &["role"],
        "The role {role} has no permission to publish. Ask an administrator member.",
    ),
    sentence(
        "obstacle.outside-the-scope",
        &["place"],
        "The organisation works in {place}, and the toolkit covers England only.",
    ),
    sentence(
        "obstacle.other-sector",
        &[],
        "The organisation is not registered for social care, and these are the questions for social care. Correct the sector in the profile, or use the toolkit of your sector.",
    ),
    sentence(
        "obstacle.site-not-on-record",
        &["site"],
        "Site {site} is not on record for the organisation. Have the ODS helpdesk link it, or let it publish for itself.",
    ),
    sentence(
        "obstacle.site-differs",
        &["site", "differences"],
        "Site {site} has its own {differences}. It needs an assessment of its own.",
    ),
    sentence(
        "obstacle.site-outside-the-scope",
        &["site", "place"],
        "Site {site} is in {place}, and the toolkit covers England only. Take it out.",
    ),
    sentence(
        "obstacle.sites-need-head-office",
        &["own"],
        "{own} is the code of a site. An assessment for several sites is registered on the head-office code.",
    ),
];

/// What is worth knowing about a publication.
pub(super) const NOTES: &[Sentence] = &[
    sentence(
        "note.no-site-covered",
        &["own"],
        "The publication stands on the head-office code {own} and covers no site. Even a single site has a code of its own, beginning with V: select it, or it is not covered.",
    ),
    sentence(
        "note.sites-left-out",
        &["sites"],
        "These sites are on record and not covered; they keep the status they have: {sites}.",
    ),
    sentence(
        "note.opening-uncertain",
        &[],
        "No source says exactly which edition was open on the day. Check the label in the toolkit.",
    ),
    sentence(
        "note.assertions-uncertain",
        &[],
        "No source says whether assertions have to be confirmed in this edition. Confirm them all to be safe.",
    ),
    sentence(
        "note.assertions-not-listed",
        &[],
        "Only the assertions with questions on record here were checked. Confirm the others in the toolkit as well.",
    ),
    sentence("note.level-inferred", &[], "The level hangs on facts that are not confirmed; the evaluation names them."),
];

/// What is wrong with an action plan, after "question 7.2.1:", and what a draft of one says.
pub(super) const PLANS: &[Sentence] = &[
    sentence("plan-fault.omitted", &[], "it is outstanding and the plan says nothing about it; add an item"),
    sentence(
        "plan-fault.cannot-be-deferred",
        &[],
        "Approaching Standards asks for it, so the plan cannot put it off; answer it first",
    ),
    sentence("plan-fault.unknown", &[], "the edition has no such question; remove the item"),
    sentence("plan-fault.twice", &[], "it has more than one item; keep one"),
    sentence("plan-fault.owner-missing", &[], "nobody is named who sees to it; name an owner"),
    sentence("plan-fault.due-day-missing", &[], "no day is named by which it will be in place; name one"),
    sentence("plan-fault.due-day-passed", &["dueOn"], "it was due on {dueOn}, which has passed; name a day to come"),
    sentence(
        "plan-fault.done-yet-outstanding",
        &[],
        "it is said to be done, and the question is outstanding; answer the question or correct the item",
    ),
    sentence(
        "plan-fault.due-too-late",
        &["dueOn", "latest"],
        "it is due on {dueOn}, after the next deadline {latest}; bring it forward",
    ),
    sentence("plan.next-step", &["evidence"], "Work towards this evidence: {evidence}"),
];

/// What a published status is good for.
pub(super) const SERVICES: &[Sentence] = &[
    sentence("service.not-required", SERVICE, "{service}: no publication is asked for."),
    sentence("service.local-decision", SERVICE, "{service}: decided locally."),
    sentence("service.needs-approval", SERVICE, "{service}: only with an approval."),
    sentence("service.not-known", SERVICE, "{service}: not on record."),
    sentence("service.unlocked", &["service", "asked"], "{service}: asks for {asked}, and the publication is enough."),
    sentence(
        "service.locked.not-published",
        &["service", "asked"],
        "{service}: asks for {asked}, and no publication counts yet. Publish the assessment.",
    ),
    sentence(
        "service.locked.too-low",
        &["service", "asked", "level"],
        "{service}: asks for {asked}, and the publication is at {level}. Raise it and publish again.",
    ),
    sentence(
        "service.locked.out-of-date",
        &["service", "asked", "level"],
        "{service}: asks for {asked}, and the publication at {level} is out of date and no longer evidence. Publish again.",
    ),
    sentence("service.asked.any-level", &[], "a publication at any level"),
    sentence("service.asked.level", LEVEL, "{level}"),
    sentence("service.asked.level-or-higher", LEVEL, "{level} or higher"),
    sentence("service.explained", &["answer", "because"], "{answer} {because}"),
    sentence("service.explained.inferred", &["answer", "because"], "{answer} This is inferred: {because}"),
];
