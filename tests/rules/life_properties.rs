//! What holds of every publication, every history and every carry-over, tried on random ones.

use std::collections::BTreeSet;

use chrono::Days;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;

use dspt::{
    Currency, EditionId, Level, LineOutcome, NaiveDate, Nation, Origin, PublicationStatus, PublishedLevel,
    QuestionBank, QuestionCode, Response, Role, Sharing, ValidityPolicy, carry_over, evaluate, label_on, status,
};

use crate::common::{Answers, good_response};
use crate::publishing::{Ready, every_assertion};
use crate::random_submissions::{EDITIONS, any_day, any_history, any_publication, spoil, spoilt, submissions};

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "tests/rules/life_properties.proptest-regressions",
        ))),
        ..ProptestConfig::default()
    }
}

/// Whether a publication on or before the day, other than at Entry Level in 2021-22, is on record.
fn has_published(ready: &Ready) -> bool {
    let counts = |level| level != PublishedLevel::EntryLevel || ready.bank.id() != EDITIONS[0].parse().expect("an id");
    ready.history.iter().any(|past| past.published_on <= ready.as_of && counts(past.level))
}

/// Whether the edition can have been open on the day.
fn can_be_open(bank: &QuestionBank, as_of: NaiveDate) -> bool {
    let opening = |bank: &QuestionBank| bank.about().opening.value.expect("an opening");
    let next = bank.id().after().and_then(QuestionBank::edition);
    as_of >= opening(bank).earliest && next.is_none_or(|next| as_of < opening(next).latest)
}

/// The gates that are open in a submission, each found without the library's own gates.
fn open_gates(ready: &Ready) -> Vec<&'static str> {
    let Ready { bank, as_of, answers, history, .. } = ready;
    let (bank, as_of, profile) = (*bank, *as_of, &answers.organisation);
    let assessment = ready.assessment();
    let evaluation = evaluate(bank, &assessment, as_of);
    let again = has_published(ready);
    let of = bank.id().to_string();
    let outstanding: BTreeSet<QuestionCode> = evaluation.outstanding(Level::StandardsMet).collect();
    let approaching: BTreeSet<QuestionCode> =
        bank.mandatory(Level::ApproachingStandards, as_of).map(|question| question.code).collect();
    let planned: BTreeSet<QuestionCode> =
        ready.plan.iter().flat_map(|plan| &plan.items).map(|item| item.question).collect();
    let waits = |response: &Response| {
        matches!(response.origin, Origin::CarriedOver { reconfirmed_on, .. }
        if reconfirmed_on.is_none_or(|on| on > as_of))
    };
    // Nobody could confirm what Cyber Essentials Plus takes out of sight.
    let is_shown = |code: QuestionCode| {
        evaluation.question(code).is_none_or(|outcome| outcome.status != dspt::QuestionStatus::Exempt)
    };
    let is_approaching = ready.level == Level::ApproachingStandards;
    let selected = |code: &dspt::OdsCode| ready.sites.iter().find(|site| site.ods_code == *code);
    let gates = [
        ("level", evaluation.level() < Some(ready.level)),
        ("role", ready.by != Role::AdministratorMember),
        ("opening", !can_be_open(bank, as_of)),
        ("nation", profile.nation != Nation::England),
        ("approaching once", is_approaching && again),
        ("plan", is_approaching && (ready.plan.is_none() || !outstanding.is_subset(&(&planned | &approaching)))),
        ("plan of approaching", is_approaching && !planned.is_disjoint(&approaching)),
        ("profile", profile.profile_confirmed_on.is_none_or(|on| on > as_of)),
        ("profile changed", profile.profile_changed_on > profile.profile_confirmed_on),
        (
            "assertions",
            again
                && ["2021-22", "2024-25"].contains(&of.as_str())
                && every_assertion(bank).iter().any(|assertion| !ready.assertions.contains(assertion)),
        ),
        ("reconfirmation", answers.responses.iter().any(|(code, response)| waits(response) && is_shown(*code))),
        ("history", history.iter().any(|past| past.published_on > as_of)),
        (
            "sites",
            ready.selected.iter().any(|code| {
                selected(code).is_none_or(|site| {
                    site.nation != Nation::England || site.arrangements.training == Sharing::Different
                })
            }),
        ),
    ];
    gates.into_iter().filter(|(_, open)| *open).map(|(name, _)| name).collect()
}

/// The properties below speak of publications; they say something only if some submissions are published and some not.
#[test]
fn of_random_submissions_some_are_published_and_some_refused() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let published = (0..200).filter(|_| {
        let ready = submissions().new_tree(&mut runner).expect("a submission").current();
        ready.codes().is_empty()
    });
    let published = published.count();
    assert!((20..=180).contains(&published), "{published} of 200 were published");
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn a_submission_is_published_exactly_when_no_gate_is_open(ready in submissions()) {
        let open = open_gates(&ready);
        match ready.publish() {
            Ok(publication) => {
                prop_assert_eq!(open, [""; 0]);
                prop_assert_eq!(publication.level, ready.level);
                prop_assert_eq!(publication.edition, ready.bank.id());
                prop_assert_eq!(publication.published_on, ready.as_of);
            }
            Err(said) => prop_assert!(!open.is_empty(), "{said:#?}"),
        }
    }

    #[test]
    fn a_publication_makes_the_history_longer_by_itself_and_changes_nothing_before_it(ready in submissions()) {
        if let Ok(publication) = ready.publish() {
            let assessment = ready.assessment();
            let before: Vec<_> = assessment.publications().iter().cloned().collect();
            let after = assessment.clone().published(publication.record()).expect("later than all before");
            let after: Vec<_> = after.publications().iter().cloned().collect();
            prop_assert_eq!(&after[..before.len()], &before[..]);
            prop_assert_eq!(&after[before.len()..], &[publication.record()]);
        }
    }

    #[test]
    fn a_history_takes_no_publication_before_its_last(history in any_history(), publication in any_publication()) {
        let mut longer = history.clone();
        let last = history.iter().next_back().map(|last| last.published_on);
        let appended = longer.append(publication.clone()).is_ok();
        prop_assert_eq!(appended, last.is_none_or(|last| publication.published_on >= last));
        prop_assert_eq!(longer.len(), history.len() + usize::from(appended));
        prop_assert!(longer.iter().zip(&history).all(|(new, old)| new == old));
    }

    #[test]
    fn after_a_publication_approaching_standards_is_refused(ready in submissions()) {
        if let Ok(publication) = ready.publish() {
            let again = ready.but(|ready| {
                ready.level = Level::ApproachingStandards;
                ready.history.append(publication.record()).expect("later than all before");
            });
            prop_assert!(again.codes().contains(&"approaching-only-first"));
        }
    }

    #[test]
    fn carrying_over_loses_no_answer(
        of in select(EDITIONS[..4].to_vec()), spoilt in spoilt(), as_of in any_day(), steps in 1_usize..5
    ) {
        let mut answers = Answers::complete(of, as_of);
        spoil(&mut answers, as_of, &spoilt);
        let assessment = answers.assessment();
        let at = EDITIONS.iter().position(|edition| *edition == of).expect("an edition");
        let to: EditionId = EDITIONS[(at + steps).min(4)].parse().expect("an edition");
        let carried = carry_over(&assessment, to, as_of).expect("a later edition");
        for (code, old) in assessment.responses() {
            // Followed line by line: the answer is under its last code, or a line holds it whole.
            let mut found = false;
            let mut current = vec![code];
            for step in carried.lines.chunk_by(|a, b| a.into == b.into) {
                let lines: Vec<_> =
                    step.iter().filter(|line| line.old.is_some_and(|old| current.contains(&old))).collect();
                prop_assert!(!lines.is_empty() || found, "{code} has a line");
                found |= lines.iter().any(|line| line.left_behind.as_ref().is_some_and(|left| same(left, old)));
                let kept = lines.iter().filter(|line| line.outcome != LineOutcome::Gone);
                current = kept.filter_map(|line| line.new).collect();
            }
            let kept = |code: &QuestionCode| carried.assessment.response(*code).is_some_and(|new| same(new, old));
            found |= !current.is_empty() && current.iter().all(kept);
            prop_assert!(found, "{code} is lost");
        }
    }

    #[test]
    fn carrying_over_step_by_step_is_the_same_as_at_once(
        of in select(EDITIONS[..4].to_vec()), spoilt in spoilt(), as_of in any_day()
    ) {
        let mut answers = Answers::complete(of, as_of);
        spoil(&mut answers, as_of, &spoilt);
        let last: EditionId = EDITIONS[4].parse().expect("an edition");
        let at_once = carry_over(&answers.assessment(), last, as_of).expect("a later edition");
        let (mut stepped, mut lines) = (answers.assessment(), Vec::new());
        while stepped.edition() < last {
            let next = stepped.edition().after().expect("an edition after");
            let step = carry_over(&stepped, next, as_of).expect("the next edition");
            lines.extend(step.lines);
            stepped = step.assessment;
        }
        prop_assert_eq!(&at_once.assessment, &stepped);
        prop_assert_eq!(&at_once.lines, &lines);
        let waits = |response: &Response| matches!(response.origin, Origin::CarriedOver { reconfirmed_on: None, .. });
        prop_assert!(at_once.assessment.responses().all(|(_, response)| waits(response)));
    }

    #[test]
    fn the_label_depends_on_the_day_alone(ready in submissions()) {
        if let Ok(publication) = ready.publish() {
            let doubt = publication.notes.iter().any(|note| note.kind.code() == "opening-uncertain");
            let expected = if doubt { None } else { Some(publication.edition) };
            prop_assert_eq!(label_on(ready.as_of), expected);
        }
    }

    #[test]
    fn labels_never_go_back(earlier in any_day(), days in 0_u64..1_000) {
        if let (Some(before), Some(after)) = (label_on(earlier), label_on(earlier + Days::new(days))) {
            prop_assert!(before <= after);
        }
    }

    #[test]
    fn a_later_day_never_shows_an_earlier_publication(
        history in any_history(), on in any_day(), days in 0_u64..1_000, policy in select(ValidityPolicy::ALL)
    ) {
        let shown = |on| match status(&history, on, policy) {
            PublicationStatus::NotPublished => None,
            PublicationStatus::Published { publication, .. } => {
                Some(history.iter().position(|past| std::ptr::eq(past, publication)).expect("of the history"))
            }
        };
        let later = on + Days::new(days);
        let (before, after) = (shown(on), shown(later));
        prop_assert!(before <= after);
        prop_assert_eq!(after, history.iter().rposition(|past| past.published_on <= later));
    }

    #[test]
    fn without_a_new_publication_a_status_only_grows_older(
        publication in any_publication(), after in 0_u64..900, days in 0_u64..400, policy in select(ValidityPolicy::ALL)
    ) {
        let history = crate::publishing::history([publication.clone()]);
        let on = publication.published_on + Days::new(after);
        let at = |on| status(&history, on, policy).currency().expect("published by then");
        let (before, later) = (at(on), at(on + Days::new(days)));
        prop_assert!(before <= later, "{before} on {on}, then {later}");
        let last = policy.last_valid_day(&publication);
        prop_assert_eq!(before == Currency::OutOfDate, on > last);
        prop_assert_eq!(status(&history, on, policy).is_evidence(), on <= last);
    }

    #[test]
    fn completing_what_a_publication_rests_on_never_takes_it_away(ready in submissions(), at in 0_usize..60) {
        if ready.publish().is_ok() {
            let question = ready.bank.questions().nth(at % ready.bank.questions().len()).expect("a question");
            let better = ready.clone().but(|ready| {
                ready.answers.responses.insert(question.code, good_response(question, ready.as_of));
                // A better answer may find something that makes another question needed.
                for other in ready.bank.questions().filter(|other| other.needed_when.is_some()) {
                    ready.answers.responses.insert(other.code, good_response(other, ready.as_of));
                }
            });
            prop_assert!(better.publish().is_ok());
        }
    }
}

/// Whether two answers are the same but for where they come from.
fn same(left: &Response, right: &Response) -> bool {
    Response { origin: Origin::Given, ..left.clone() } == Response { origin: Origin::Given, ..right.clone() }
}
