//! Random histories, answers and submissions, each gate of publication left open now and then.

use chrono::Days;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use dspt::{
    EditionId, History, Holding, Level, NaiveDate, Nation, Origin, PastPublication, PublishedLevel, QuestionCode, Role,
    Sharing, evaluate,
};

use crate::common::{Answers, bank, day, held, not_applicable, response, usual_day};
use crate::publishing::{Ready, branch, every_assertion, history, item, ods};

pub(crate) const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

/// Days on which rules change, and days around them.
const DAYS: [&str; 14] = [
    "2021-08-25",
    "2021-08-26",
    "2022-06-09",
    "2022-06-30",
    "2022-08-23",
    "2022-08-24",
    "2023-06-30",
    "2023-09-01",
    "2024-02-29",
    "2024-09-03",
    "2025-06-30",
    "2025-09-18",
    "2026-06-30",
    "2026-07-01",
];

pub(crate) fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2_500).prop_map(|after| day("2021-01-01") + Days::new(after))
}

pub(crate) fn any_publication() -> impl Strategy<Value = PastPublication> {
    (2018_u16..2026, select(PublishedLevel::ALL), any_day()).prop_map(|(year, level, published_on)| {
        let edition: EditionId = format!("{year}-{:02}", (year + 1) % 100).parse().expect("an edition");
        PastPublication { edition, level, published_on, sites: Vec::new(), digest: None }
    })
}

pub(crate) fn any_history() -> impl Strategy<Value = History> {
    prop::collection::vec(any_publication(), 0..5).prop_map(|mut publications| {
        publications.sort_by_key(|publication| publication.published_on);
        history(publications)
    })
}

/// How an answer is spoilt.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spoilt {
    Missing,
    NotApplicable,
    Waiting,
    Reconfirmed,
}

/// Spoils some answers, by their places in the edition.
pub(crate) fn spoil(answers: &mut Answers, as_of: NaiveDate, spoilt: &[(usize, Spoilt)]) {
    let codes: Vec<QuestionCode> =
        bank(&answers.edition.to_string()).questions().map(|question| question.code).collect();
    let from = answers.edition.before().expect("an edition before");
    for (at, how) in spoilt {
        let code = codes[at % codes.len()];
        let Some(answer) = answers.responses.get_mut(&code) else { continue };
        match how {
            Spoilt::Missing => drop(answers.responses.remove(&code)),
            Spoilt::NotApplicable => *answer = response(not_applicable()),
            Spoilt::Waiting => answer.origin = Origin::CarriedOver { from, reconfirmed_on: None },
            Spoilt::Reconfirmed => answer.origin = Origin::CarriedOver { from, reconfirmed_on: Some(as_of) },
        }
    }
}

pub(crate) fn spoilt() -> impl Strategy<Value = Vec<(usize, Spoilt)>> {
    let how = select(vec![Spoilt::Missing, Spoilt::NotApplicable, Spoilt::Waiting, Spoilt::Reconfirmed]);
    prop_oneof![3 => Just(Vec::new()), 2 => prop::collection::vec((0_usize..60, how), 1..4)]
}

/// What stands around a submission, each gate left open now and then.
#[derive(Debug, Clone)]
struct Around {
    confirmed: Option<i8>,
    changed: Option<i8>,
    by: Role,
    nation: Nation,
    sites: Vec<(Sharing, Nation)>,
    selected: Vec<usize>,
    assertions_left_out: Vec<usize>,
    plan_left_out: usize,
    has_plan: bool,
}

fn around() -> impl Strategy<Value = Around> {
    let offset = || prop_oneof![8 => Just(Some(0_i8)), 1 => Just(None), 2 => Just(Some(-5)), 1 => Just(Some(1))];
    let site = (
        prop_oneof![15 => Just(Sharing::Shared), 1 => Just(Sharing::Different)],
        prop_oneof![15 => Just(Nation::England), 1 => Just(Nation::Wales)],
    );
    let left_out = prop_oneof![4 => Just(Vec::new()), 1 => prop::collection::vec(0_usize..30, 1..3)];
    (
        offset(),
        prop_oneof![5 => Just(None), 1 => offset()],
        prop_oneof![15 => Just(Role::AdministratorMember), 1 => select(Role::ALL)],
        prop_oneof![15 => Just(Nation::England), 1 => Just(Nation::Scotland)],
        prop::collection::vec(site, 1..4),
        prop_oneof![3 => Just(vec![0]), 3 => Just(vec![]), 2 => subsequence(vec![0_usize, 1, 2], 0..3)],
        left_out,
        prop_oneof![4 => Just(0_usize), 1 => 0_usize..3],
        prop::bool::weighted(0.8),
    )
        .prop_map(
            |(confirmed, changed, by, nation, sites, selected, assertions_left_out, plan_left_out, has_plan)| Around {
                confirmed,
                changed,
                by,
                nation,
                sites,
                selected,
                assertions_left_out,
                plan_left_out,
                has_plan,
            },
        )
}

fn offset(as_of: NaiveDate, days: i8) -> NaiveDate {
    let by = Days::new(days.unsigned_abs().into());
    if days < 0 { as_of - by } else { as_of + by }
}

/// A random submission, most of whose gates are closed.
pub(crate) fn submissions() -> impl Strategy<Value = Ready> {
    let days = prop_oneof![4 => Just(None), 1 => select(DAYS.to_vec()).prop_map(|on| Some(day(on)))];
    let past = (prop_oneof![2 => Just(History::default()), 3 => any_history()], prop::bool::weighted(0.1));
    let in_date = Some(held("2021-01-01", "2027-01-01"));
    let certificate = select(vec![None, Some(Holding::No), in_date, in_date]);
    (select(EDITIONS.to_vec()), days, select(Level::ALL), past, certificate, spoilt(), around()).prop_map(
        |(of, on, level, (past, with_later), certificate, spoilt, around)| {
            let as_of = on.unwrap_or_else(|| usual_day(of));
            Ready::first_on(of, level, as_of).but(|ready| {
                let known = past.iter().filter(|past| with_later || past.published_on <= as_of);
                ready.history = history(known.cloned());
                spoil(&mut ready.answers, as_of, &spoilt);
                ready.answers.organisation.cyber_essentials_plus = certificate;
                ready.answers.organisation.profile_confirmed_on = around.confirmed.map(|by| offset(as_of, by));
                ready.answers.organisation.profile_changed_on = around.changed.map(|by| offset(as_of, by));
                ready.answers.organisation.nation = around.nation;
                ready.answers.organisation.ods_code = ods("AX4P");
                ready.by = around.by;
                let site = |(at, (training, nation)): (usize, &(Sharing, Nation))| {
                    let mut site = branch(&format!("VM0X{at}"));
                    (site.arrangements.training, site.nation) = (*training, *nation);
                    site
                };
                ready.sites = around.sites.iter().enumerate().map(site).collect();
                ready.selected = around.selected.iter().map(|at| ods(&format!("VM0X{at}"))).collect();
                let every = every_assertion(ready.bank).into_iter().enumerate();
                let kept = every.filter(|(at, _)| !around.assertions_left_out.contains(at));
                ready.assertions = kept.map(|(_, assertion)| assertion).collect();
                let assessment = ready.assessment();
                let draft = dspt::draft_plan(&evaluate(ready.bank, &assessment, as_of));
                let items = draft.items.iter().skip(around.plan_left_out).map(|drafted| item(drafted.question, as_of));
                ready.plan = around.has_plan.then(|| dspt::ActionPlan { items: items.collect() });
            })
        },
    )
}
