//! Why a verdict is as it is: what each branch of a trace says, and what did not apply.

use dspt::{Answer, Certainty, Holding, Level, Nhsmail, Response, TraceKind, TraceNode, TraceState, Training, trace};

use crate::common::{Answers, bank, day, good_response, held, response, tick, usual_day, words};

/// What a branch comes to and says, by its id; every level of the trace is searched.
#[track_caller]
fn told(answers: &Answers, as_of: &str, id: &str) -> (Option<TraceState>, String) {
    let assessment = answers.assessment();
    let bank = bank(&answers.edition.to_string());
    let trace = trace(bank, &assessment, day(as_of));
    let node = trace.node(id).unwrap_or_else(|| panic!("there is no branch {id}"));
    (node.state, node.says.clone())
}

fn complete() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

const MET: Option<TraceState> = Some(TraceState::Met);
const NOT_MET: Option<TraceState> = Some(TraceState::NotMet);
const NOT_APPLIED: Option<TraceState> = Some(TraceState::NotApplied);

#[test]
fn every_rule_for_an_answer_has_a_branch_that_says_how_it_is_kept_or_broken() {
    let too_few = Answer::Confirmation {
        confirmed: true,
        found: None,
        training: Some(Training::new(50, 60, None).expect("figures")),
    };
    let stale = Response { reviewed_on: Some(day("2025-03-01")), ..response(too_few) };
    let answers = complete().with("3.2.1", stale).with("1.3.8", response(words("Yes."))).without("7.1.1");
    let table = [
        ("3.2.1/response", None, "The answer is a tick, last reviewed on 1 March 2025."),
        ("3.2.1/evidence-type", MET, "The question takes a tick, and that was given."),
        ("3.2.1/evidence", MET, "The box is ticked."),
        (
            "3.2.1/threshold",
            NOT_MET,
            "50 of 60 people have been trained; 95 per cent are needed. Train 7 more, or describe your rolling programme.",
        ),
        (
            "3.2.1/review-window",
            NOT_MET,
            "The last review, on 1 March 2025, is too old: it must be on or after 30 May 2025. Review it again and note the date.",
        ),
        ("7.1.1/answered", NOT_MET, "This question has no answer yet."),
        (
            "1.3.8/evidence-type",
            NOT_MET,
            "The question takes a tick, and the answer was given in words. Give a tick instead.",
        ),
    ];
    for (place, state, says) in table {
        let found = told(&answers, "2026-05-30", &format!("standards-met/every-mandatory/{place}"));
        assert_eq!(found, (state, says.to_owned()), "{place}");
    }
}

#[test]
fn an_exemption_says_why_it_does_not_hold() {
    let missing = || complete().without("4.2.4");
    let plus = |holding: Option<Holding>| missing().profile(|profile| profile.cyber_essentials_plus = holding);
    let would = "Cyber Essentials Plus would take the question away, and does not: ";
    let table = [
        (
            Some(held("2025-04-01", "2026-03-31")),
            NOT_APPLIED,
            format!("{would}the certificate lapsed after 31 March 2026."),
        ),
        (
            Some(held("2026-06-10", "2027-06-09")),
            NOT_APPLIED,
            format!("{would}the certificate counts from 10 June 2026 only."),
        ),
        (Some(Holding::No), NOT_APPLIED, format!("{would}the profile says that there is none.")),
        (Some(Holding::NotSure), NOT_APPLIED, format!("{would}the profile says \"not sure\", which counts as no.")),
        (None, NOT_APPLIED, format!("{would}the profile says nothing about it, which counts as no.")),
        (
            Some(held("2025-10-01", "2026-09-30")),
            MET,
            "Cyber Essentials Plus takes the question away: the certificate is in date until 30 September 2026."
                .to_owned(),
        ),
    ];
    for (holding, state, says) in table {
        let id = "approaching-standards/every-mandatory/4.2.4/exemption-cyber-essentials-plus";
        assert_eq!(told(&plus(holding), "2026-05-30", id), (state, says), "{holding:?}");
    }
    let nhsmail = "approaching-standards/every-mandatory/4.2.4/exemption-nhsmail-only";
    let only = missing().profile(|profile| profile.nhsmail = Some(Nhsmail::OnlyEmailSystem));
    let (state, says) = told(&only, "2026-05-30", nhsmail);
    assert_eq!(
        (state, says.as_str()),
        (NOT_APPLIED, "The question is not taken away by NHSmail as the only email system.")
    );
}

#[test]
fn a_question_that_is_not_mandatory_on_the_day_says_from_and_until_when_it_is() {
    let answers = Answers::none("2021-22");
    let id = "standards-met/every-mandatory/1.2.4";
    let (state, says) = told(&answers, "2022-06-09", id);
    assert_eq!(state, NOT_APPLIED);
    assert_eq!(
        says,
        "1.2.4 National data opt-out: left blank. It is not mandatory for Standards Met on this day, only until 8 June 2022."
    );
    let (state, says) = told(&answers, "2022-06-08", id);
    assert_eq!(state, NOT_MET);
    assert_eq!(says, "1.2.4 National data opt-out: not answered. It is mandatory for Standards Met.");
}

#[test]
fn another_answer_that_decides_whether_a_question_is_needed_is_named() {
    let found = |found| Response { ..response(Answer::Confirmation { confirmed: true, found, training: None }) };
    let id = |code: &str| format!("standards-met/every-mandatory/{code}/needed-when");
    let bank = bank("2025-26");
    let question = bank.questions().find(|question| question.needed_when.is_some()).expect("a dependent question");
    let by = question.needed_when.as_ref().and_then(|fact| fact.value).expect("a condition").found.to_string();
    let dependent = question.code.to_string();
    let without = || complete().without(&dependent);
    let table = [
        (Some(dspt::Found::Nothing), MET, format!("{by} found nothing, so the question is not needed.")),
        (
            Some(dspt::Found::Something),
            NOT_APPLIED,
            format!("The question is needed where {by} found something, and something was found."),
        ),
        (
            None,
            NOT_APPLIED,
            format!("The question is needed where {by} found something, and the answer to {by} does not say."),
        ),
    ];
    for (outcome, state, says) in table {
        let answers = without().with(&by, found(outcome));
        assert_eq!(told(&answers, "2026-05-30", &id(&dependent)), (state, says));
    }
}

#[test]
fn an_unknown_fact_is_told_as_unknown() {
    let assessment = complete().assessment();
    let trace = trace(bank("2025-26"), &assessment, usual_day("2025-26"));
    let nodes = || trace.levels.iter().flat_map(TraceNode::walk);
    // What nobody knows asks for nothing in the best reading.
    let unknown = nodes().filter(|node| node.certainty == Some(Certainty::Unknown));
    for node in unknown {
        assert_ne!(node.state, NOT_MET, "{}", node.id);
    }
    let (state, says) =
        told(&Answers::complete("2022-23", usual_day("2022-23")), "2023-05-30", "standards-exceeded/reading-2");
    assert_eq!(state, Some(TraceState::Undetermined));
    assert_eq!(
        says,
        "Another reading of the rule asks for Standards Met and every question of the edition; it does not decide the best reading."
    );
}

#[test]
fn an_answer_set_aside_by_an_exemption_still_says_what_the_strict_reading_holds_against_it() {
    let answers = complete()
        .with("4.2.4", response(words("Yes.")))
        .profile(|profile| profile.cyber_essentials_plus = Some(held("2025-10-01", "2026-09-30")));
    let assessment = answers.assessment();
    let trace = trace(bank("2025-26"), &assessment, usual_day("2025-26"));
    let question = "approaching-standards/every-mandatory/4.2.4";
    let branch = trace.node(question).expect("a branch");
    assert_eq!((branch.state, branch.strictly()), (MET, NOT_MET));
    let rule = trace.node(&format!("{question}/evidence-type")).expect("a rule");
    assert_eq!((rule.state, rule.strictly()), (NOT_APPLIED, NOT_MET));
    assert!(rule.says.starts_with("This would stand against the answer if the question were needed."), "{}", rule.says);
    assert!(rule.findings.is_empty(), "there is nothing to mend");
}

#[test]
fn a_level_names_its_rule_the_level_below_and_the_certificate() {
    let lapsed = complete().profile(|profile| profile.cyber_essentials_plus = Some(held("2025-04-01", "2026-03-31")));
    let table = [
        (
            "standards-met",
            MET,
            "Standards Met is met. It asks for Approaching Standards and every question mandatory for Standards Met.",
        ),
        (
            "standards-met/level-met-approaching-standards",
            MET,
            "Approaching Standards is met; every level includes those below it.",
        ),
        ("standards-met/every-mandatory", MET, "Of the 45 questions mandatory for Standards Met, 45 are done."),
        (
            "standards-exceeded/certificate-cyber-essentials-plus",
            NOT_MET,
            "Cyber Essentials Plus: the certificate lapsed after 31 March 2026.",
        ),
    ];
    for (id, state, says) in table {
        assert_eq!(told(&lapsed, "2026-05-30", id), (state, says.to_owned()));
    }
}

#[test]
fn a_trace_can_be_cut_down_to_a_level_or_a_question() {
    let assessment = complete().without("7.1.1").assessment();
    let whole = || trace(bank("2025-26"), &assessment, usual_day("2025-26"));
    let of_level = whole().of_level(Level::StandardsMet);
    assert_eq!(of_level.levels.iter().map(|node| node.id.as_str()).collect::<Vec<_>>(), ["standards-met"]);
    let of_question = whole().of_question("7.1.1".parse().expect("a code"));
    let questions = of_question.levels.iter().flat_map(TraceNode::walk).filter(|node| node.kind == TraceKind::Question);
    assert!(questions.map(|node| node.question).all(|code| code == Some("7.1.1".parse().expect("a code"))));
    let branch = "standards-met/every-mandatory/7.1.1";
    assert_eq!(of_question.node(branch), whole().node(branch), "the branch itself is whole");
    let named = |trace: &dspt::Trace<'_>| trace.sources.len();
    assert!(named(&of_question) < named(&whole()), "only the sources that are still named stay");
}

#[test]
fn every_source_that_a_branch_names_is_in_the_list() {
    let assessment = Answers::none("2025-26").with("3.2.1", response(tick())).assessment();
    let trace = trace(bank("2025-26"), &assessment, usual_day("2025-26"));
    for node in trace.levels.iter().flat_map(TraceNode::walk) {
        for id in node.sources {
            assert!(trace.sources.iter().any(|source| source.id == *id), "{id}");
        }
    }
}

#[test]
fn replay_says_which_edition_was_open_and_whether_the_answers_can_be_judged_by_it() {
    let on = |edition: &str, as_of: &str| {
        let assessment = Answers::none(edition).assessment();
        let replay = trace(bank(edition), &assessment, day(as_of)).replay;
        format!("{}: {}", replay.fit, replay.says)
    };
    let table = [
        (
            "2025-26",
            "2026-06-01",
            "open: On 1 June 2026 the toolkit asked the questions of 2025-26, and these are its rules.",
        ),
        (
            "2025-26",
            "2025-03-01",
            "not-yet-open: On 1 March 2025 the toolkit asked the questions of 2024-25, and answers to 2025-26 cannot be judged by those. What follows judges them by the rules of 2025-26.",
        ),
        (
            "2021-22",
            "2023-03-01",
            "closed: On 1 March 2023 the toolkit asked the questions of 2022-23, and answers to 2021-22 cannot be judged by those. What follows judges them by the rules of 2021-22.",
        ),
        (
            "2025-26",
            "2025-09-10",
            "may-be-open: On 10 September 2025 2025-26 may have been open; the days on which editions open are not all known.",
        ),
        (
            "2025-26",
            "2026-09-10",
            "may-be-open: On 10 September 2026 the deadline of 2025-26, the latest edition on record, has passed; a newer one may have opened.",
        ),
        (
            "2021-22",
            "2020-01-01",
            "not-yet-open: On 1 January 2020 no edition on record had opened, and answers to 2021-22 cannot be judged by those. What follows judges them by the rules of 2021-22.",
        ),
    ];
    for (edition, as_of, expected) in table {
        assert_eq!(on(edition, as_of), expected);
    }
}

#[test]
fn a_trace_is_written_as_a_tree_of_closed_nodes() {
    let question = bank("2025-26").question("1.3.8".parse().expect("a code")).expect("a question");
    let assessment = Answers::none("2025-26").with("1.3.8", good_response(question, day("2026-05-30"))).assessment();
    let trace = trace(bank("2025-26"), &assessment, day("2026-05-30"));
    let branch = trace.of_level(Level::StandardsMet).of_question("1.3.8".parse().expect("a code"));
    insta::assert_snapshot!(serde_json::to_string_pretty(&branch.levels).expect("JSON"));
}
