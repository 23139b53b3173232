//! What the guides say of the year after a publication: how long it counts, what is carried over, publishing again.

use chrono::{Days, Months};

use crate::common::{Answers, bank, code, day, usual_day};
use crate::levels::EDITIONS;
use crate::publishing::{Ready, edition, every_assertion, history};
use crate::replies::text;
use dspt::Level::{ApproachingStandards, StandardsMet};
use dspt::QuestionStatus::{Complete, Incomplete};
use dspt::{
    History, Level, NaiveDate, Origin, PublicationStatus, Response, ValidityPolicy, carry_over, evaluate, status,
};

/// Statements S0-1, S0-2 and S4-128.
#[test]
fn a_publication_counts_for_a_year_and_publishing_again_renews_it() {
    for of in EDITIONS {
        let ready = Ready::first(of, StandardsMet);
        let once = history([ready.published().record()]);
        let last = ready.as_of.checked_add_months(Months::new(12)).expect("a day");
        let counts = |history: &History, on: NaiveDate| status(history, on, ValidityPolicy::default()).is_evidence();
        let after = last + Days::new(1);
        assert!(counts(&once, last) && !counts(&once, after), "{of}");
        let shows = status(&once, after, ValidityPolicy::default());
        assert!(matches!(shows, PublicationStatus::Published { .. }), "{of}: it shows, and is out of date");
        let again = dspt::PastPublication { published_on: last, ..ready.published().record() };
        let twice = history([ready.published().record(), again]);
        assert!(counts(&twice, after), "{of}");
    }
}

/// The same with one answer carried over from the edition before.
#[track_caller]
fn carried(ready: Ready, question: dspt::QuestionCode, reconfirmed_on: Option<NaiveDate>) -> Ready {
    ready.but(|ready| {
        let from = ready.bank.id().before().expect("an edition before");
        let response = ready.answers.responses.get_mut(&question).expect("an answer");
        response.origin = Origin::CarriedOver { from, reconfirmed_on };
    })
}

/// Statements S0-20, S1-3, S4-77 and S4-78.
#[test]
fn each_answer_that_was_carried_over_is_incomplete_and_stops_publishing_until_it_is_confirmed() {
    for of in EDITIONS {
        for question in bank(of).questions().map(|question| question.code) {
            let ready = Ready::again(of, StandardsMet);
            let (on, waiting) = (ready.as_of, carried(ready.clone(), question, None));
            let assessment = waiting.assessment();
            let evaluation = evaluate(bank(of), &assessment, on);
            assert_eq!(evaluation.question(question).expect("listed").status, Incomplete, "{of} {question}");
            let said = waiting.publish().expect_err("an answer waits");
            let named = said.iter().find(|said| said.code == "answers-not-reconfirmed").expect("its obstacle");
            assert_eq!(named.questions, question.to_string(), "{of}");
            assert_eq!(carried(ready, question, Some(on)).codes(), [""; 0], "{of} {question}");
        }
    }
}

/// Statements S0-22, S0-24, S1-4, S3-3 and S3-4.
#[test]
fn last_years_answers_are_there_and_can_be_published_once_all_of_them_are_confirmed() {
    for pair in EDITIONS.windows(2) {
        let [from, to] = pair else { unreachable!("pairs") };
        let (bank, on) = (bank(to), usual_day(to));
        let old = Answers::complete(from, usual_day(from)).assessment();
        let carried = carry_over(&old, edition(to), on).expect("the next edition").assessment;
        for question in bank.mandatory(StandardsMet, on) {
            assert!(carried.response(question.code).is_some(), "{to}: {} has last year's answer", question.code);
        }
        let ready = |confirmed_on: Option<NaiveDate>| {
            Ready::again(to, StandardsMet).but(|ready| {
                let confirmed = |response: &Response| Response {
                    reviewed_on: response.reviewed_on.map(|_| on),
                    origin: match response.origin {
                        Origin::CarriedOver { from, .. } => Origin::CarriedOver { from, reconfirmed_on: confirmed_on },
                        Origin::Given => panic!("everything was carried over"),
                    },
                    ..response.clone()
                };
                ready.answers.responses =
                    carried.responses().map(|(code, response)| (code, confirmed(response))).collect();
            })
        };
        assert_eq!(ready(None).codes(), ["questions-outstanding", "answers-not-reconfirmed"], "{to}");
        let confirmed = ready(Some(on));
        assert_eq!(confirmed.published().level, StandardsMet, "{to}");
        if to == &"2024-25" {
            let unconfirmed = confirmed.but(|ready| ready.assertions.clear());
            assert_eq!(unconfirmed.codes(), ["assertions-not-confirmed"], "each section is confirmed as well");
        }
    }
}

/// Statement S4-68.
#[test]
fn in_2021_22_earlier_answers_and_comments_stay_in_sight_and_change_when_they_are_updated() {
    let on = usual_day("2021-22");
    let earlier = Response { comment: Some("Asked for at the board in May 2021.".to_owned()), ..text("The owner") };
    let answers = Answers::complete("2021-22", on).with("1.1.5", earlier).carried_over("1.1.5", "2020-21", Some(on));
    let shown = |answers: &Answers| {
        let written = answers.assessment().to_json();
        let read = dspt::Assessment::from_json(written).expect("an assessment");
        let evaluation = evaluate(bank("2021-22"), &read, on);
        let asked = code("1.1.5");
        assert_eq!(evaluation.question(asked).expect("listed").status, Complete);
        let response = read.response(asked).expect("an answer").clone();
        (response.answer, response.comment)
    };
    let comment = || Some("Asked for at the board in May 2021.".to_owned());
    assert_eq!(shown(&answers), (text("The owner").answer, comment()));
    let updated = answers.with("1.1.5", Response { comment: comment(), ..text("The registered manager") });
    assert_eq!(shown(&updated), (text("The registered manager").answer, comment()));
}

/// What shows in the register on a day.
fn shows(history: &History, on: NaiveDate) -> (Level, NaiveDate) {
    match status(history, on, ValidityPolicy::default()) {
        PublicationStatus::Published { publication, .. } => {
            (publication.level.level().expect("a level of today"), publication.published_on)
        }
        PublicationStatus::NotPublished => panic!("published before"),
    }
}

/// Statements S4-70 and S4-73.
#[test]
fn what_is_changed_after_publishing_shows_only_once_it_is_published_again() {
    let (first, later) = (day("2022-05-20"), day("2022-06-16"));
    let published = Ready::first_on("2021-22", ApproachingStandards, first).published();
    let better = Ready::first_on("2021-22", StandardsMet, later).but(|ready| {
        ready.history = history([published.record()]);
        ready.assertions = every_assertion(ready.bank);
    });
    for changed in [better.clone(), better.clone().without("3.2.1"), better.clone().without("1.1.1")] {
        let assessment = changed.assessment();
        assert_eq!(shows(assessment.publications(), later), (ApproachingStandards, first));
    }
    let supported = dspt::level(better.bank, &better.assessment(), later);
    assert_eq!(supported, Some(StandardsMet), "the answers support more than what shows");
    let again = better.assessment().published(better.published().record()).expect("later than the first");
    assert_eq!(shows(again.publications(), later), (StandardsMet, later));
    assert_eq!(again.publications().len(), 2, "the first publication stays in the history");
}

/// Statements S0-26, S2-128 and S4-74: from Approaching Standards straight on to Standards Met, then at any time and as
/// often as one likes, before and after the deadline.
#[test]
fn an_organisation_publishes_again_within_the_edition_as_often_as_it_likes() {
    let table: [(&str, &[&str]); 5] = [
        ("2021-22", &["2021-10-01", "2021-10-02", "2022-06-30", "2022-07-01", "2022-07-01", "2022-08-23"]),
        ("2022-23", &["2022-10-01", "2022-10-01", "2023-06-30", "2023-07-01", "2023-07-31"]),
        ("2023-24", &["2023-10-01", "2024-02-29", "2024-06-30", "2024-07-01", "2024-09-01"]),
        ("2024-25", &["2024-10-01", "2025-06-29", "2025-06-30", "2025-07-01", "2025-08-31"]),
        ("2025-26", &["2025-10-01", "2026-06-29", "2026-06-30", "2026-07-01"]),
    ];
    for (of, days) in table {
        let mut so_far = History::default();
        for (at, on) in days.iter().enumerate() {
            let level = if at == 0 { ApproachingStandards } else { StandardsMet };
            let ready = Ready::first_on(of, level, day(on)).but(|ready| {
                ready.history = so_far.clone();
                ready.assertions = every_assertion(ready.bank);
            });
            so_far.append(ready.published().record()).expect("later than all before");
            assert_eq!(shows(&so_far, day(on)), (level, day(on)), "{of}");
        }
        assert_eq!(so_far.len(), days.len(), "{of}");
    }
}
