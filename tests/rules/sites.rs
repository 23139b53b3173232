//! Providers with several sites: which sites a head office can cover, and what is published for each.

use dspt::{
    Arrangements, Assessment, Certainty, Level, Nation, OdsCode, PublicationStatus, PublishedLevel, Sharing, Site,
    ValidityPolicy, roll_up,
};

use crate::common::day;
use crate::publishing::{Ready, branch, every_assertion, history, ods, past};

const BRANCHES: [&str; 5] = ["VM0X1", "VM0X2", "VM0X3", "VM0X4", "VM0X5"];

/// A head office with five branches, of which these are selected.
#[track_caller]
fn selecting(selected: &[&str]) -> Ready {
    Ready::first("2024-25", Level::StandardsMet).but(|ready| {
        ready.answers.organisation.ods_code = ods("AX4P");
        ready.sites = BRANCHES.iter().copied().map(branch).collect();
        ready.selected = selected.iter().copied().map(ods).collect();
    })
}

/// The same with the second branch changed.
fn second(ready: Ready, change: impl FnOnce(&mut Site)) -> Ready {
    ready.but(|ready| change(&mut ready.sites[1]))
}

#[test]
fn a_head_office_publishes_for_any_of_its_branches() {
    for selected in [&BRANCHES[..], &BRANCHES[..1], &["VM0X5", "VM0X2"], &[]] {
        let publication = selecting(selected).published();
        let mut expected: Vec<OdsCode> = selected.iter().copied().map(ods).collect();
        expected.sort_unstable();
        assert_eq!(publication.sites, expected);
    }
}

#[test]
fn a_branch_that_differs_in_any_of_the_four_arrangements_is_refused_by_name() {
    let differing = |change: fn(&mut Arrangements)| {
        second(selecting(&BRANCHES), |site| change(&mut site.arrangements)).only_obstacle()
    };
    let training = differing(|arrangements| arrangements.training = Sharing::Different);
    training.is(
        "site-differs",
        "/sites",
        Certainty::Inferred,
        "dch-review-and-update-42-of-77 dch-multi-site-organisations dch-multi-sites dch-final-checks-2026-06",
    );
    insta::assert_snapshot!(training.message, @"Site VM0X2 has its own training. It needs an assessment of its own.");
    insta::assert_snapshot!(
        differing(|arrangements| arrangements.policies = Sharing::Different).message,
        @"Site VM0X2 has its own policies and procedures. It needs an assessment of its own."
    );
    insta::assert_snapshot!(
        differing(|arrangements| arrangements.data_security = Sharing::Different).message,
        @"Site VM0X2 has its own arrangements for data security and breaches. It needs an assessment of its own."
    );
    insta::assert_snapshot!(
        differing(|arrangements| arrangements.it = Sharing::Different).message,
        @"Site VM0X2 has its own IT systems and devices. It needs an assessment of its own."
    );
    let all = differing(|arrangements| {
        let different = Sharing::Different;
        *arrangements =
            Arrangements { training: different, policies: different, data_security: different, it: different };
    });
    insta::assert_snapshot!(
        all.message,
        @"Site VM0X2 has its own training, policies and procedures, arrangements for data security and breaches, IT systems and devices. It needs an assessment of its own."
    );
}

#[test]
fn a_branch_that_differs_does_no_harm_where_it_is_not_selected() {
    let others = selecting(&["VM0X1", "VM0X3", "VM0X4", "VM0X5"]);
    let ready = second(others, |site| {
        site.arrangements.policies = Sharing::Different;
        site.nation = Nation::Wales;
    });
    assert_eq!(ready.codes(), [""; 0]);
}

#[test]
fn a_branch_outside_england_is_refused_by_name() {
    for nation in [Nation::Wales, Nation::Scotland, Nation::NorthernIreland, Nation::IsleOfMan] {
        let ready = second(selecting(&BRANCHES), |site| site.nation = nation);
        assert_eq!(ready.codes(), ["site-outside-the-scope"], "{nation}");
    }
    let welsh = second(selecting(&BRANCHES), |site| site.nation = Nation::Wales).only_obstacle();
    welsh.is("site-outside-the-scope", "/sites", Certainty::Inferred, "bsbc-webinar-qa-2022-06");
    insta::assert_snapshot!(
        welsh.message,
        @"Site VM0X2 is in Wales, and the toolkit covers England only. Take it out."
    );
}

#[test]
fn a_branch_that_is_not_on_record_is_refused_by_name() {
    let said = selecting(&["VM0X1", "VM0X9"]).only_obstacle();
    said.is("site-not-on-record", "/sites", Certainty::Confirmed, "wmca-done-before-2024-25");
    insta::assert_snapshot!(
        said.message,
        @"Site VM0X9 is not on record for the organisation. Have the ODS helpdesk link it, or let it publish for itself."
    );
}

#[test]
fn every_branch_that_cannot_be_covered_is_named() {
    let ready = second(selecting(&["VM0X8", "VM0X2", "VM0X9"]), |site| {
        site.arrangements.it = Sharing::Different;
        site.nation = Nation::Wales;
    });
    let codes = ["site-not-on-record", "site-differs", "site-outside-the-scope", "site-not-on-record"];
    assert_eq!(ready.codes(), codes);
}

#[test]
fn a_branch_selected_twice_is_refused_once() {
    let ready = second(selecting(&["VM0X2", "VM0X1", "VM0X2"]), |site| site.nation = Nation::Wales);
    assert_eq!(ready.codes(), ["site-outside-the-scope"]);
}

#[test]
fn an_organisation_on_a_site_code_does_not_publish_for_other_sites() {
    let ready = selecting(&["VM0X2"]).but(|ready| ready.answers.organisation.ods_code = ods("VM0X1"));
    let said = ready.only_obstacle();
    let sources = "bsbc-webinar-qa-2022-06 dch-multi-site-organisations dch-multi-sites";
    said.is("sites-need-head-office", "/organisation/odsCode", Certainty::Inferred, sources);
    insta::assert_snapshot!(
        said.message,
        @"VM0X1 is the code of a site. An assessment for several sites is registered on the head-office code."
    );
    assert_eq!(ready.but(|ready| ready.selected.clear()).codes(), [""; 0], "for itself it does");
}

#[test]
fn a_single_site_on_its_head_office_code_selects_its_own_v_code() {
    let single = selecting(&[]).but(|ready| ready.sites.truncate(1));
    assert_eq!(single.notes(), ["no-site-covered", "sites-left-out"]);
    let covered = single.but(|ready| ready.selected = vec![ods("VM0X1")]);
    assert_eq!(covered.notes(), [""; 0]);
}

#[test]
fn a_code_of_another_shape_is_not_taken_for_a_site() {
    for own in ["8HX42", "T1234"] {
        let ready = selecting(&["VM0X1"]).but(|ready| ready.answers.organisation.ods_code = ods(own));
        assert_eq!(ready.codes(), [""; 0], "{own}");
    }
}

/// The history of the group after these publications, each on a day, at a level, for these branches.
#[track_caller]
fn group(steps: &[(&str, Level, &[&str])]) -> Assessment {
    let mut so_far = dspt::History::default();
    for (on, level, selected) in steps {
        let ready = Ready::first_on("2024-25", *level, day(on)).but(|ready| {
            let head_office = selecting(selected);
            ready.answers.organisation.ods_code = head_office.answers.organisation.ods_code;
            (ready.sites, ready.selected) = (head_office.sites, head_office.selected);
            ready.history = so_far.clone();
            ready.assertions = every_assertion(ready.bank);
        });
        so_far.append(ready.published().record()).expect("later than all before");
    }
    selecting(&[]).but(|ready| ready.history = so_far).assessment()
}

/// One line a site: its level and day, or "nothing".
fn lines(assessment: &Assessment, on: &str) -> Vec<String> {
    let sites = roll_up(assessment, day(on), ValidityPolicy::TwelveMonths);
    sites
        .iter()
        .map(|site| match site.status {
            PublicationStatus::NotPublished => format!("{} nothing", site.ods_code),
            PublicationStatus::Published { publication, currency, .. } => {
                let level = publication.level.name();
                format!("{} {level} of {}, {currency}", site.ods_code, publication.published_on)
            }
        })
        .collect()
}

#[test]
fn selected_sites_have_the_level_and_day_of_the_head_office_and_the_others_keep_their_own() {
    let mut assessment = group(&[("2025-05-30", Level::StandardsMet, &["VM0X1", "VM0X3"])]);
    let sites = assessment.sites().to_vec().into_iter().map(|site| match site.ods_code.as_str() {
        "VM0X3" => with_own(site, PublishedLevel::StandardsExceeded, "2024-12-01"),
        "VM0X4" => with_own(site, PublishedLevel::ApproachingStandards, "2024-10-10"),
        "VM0X5" => with_own(site, PublishedLevel::EntryLevel, "2020-01-15"),
        _ => site,
    });
    assessment = assessment.clone().with_sites(sites);
    let expected = [
        "VM0X1 Standards Met of 2025-05-30, current",
        "VM0X2 nothing",
        "VM0X3 Standards Met of 2025-05-30, current",
        "VM0X4 Approaching Standards of 2024-10-10, current",
        "VM0X5 Entry Level of 2020-01-15, out-of-date",
    ];
    assert_eq!(lines(&assessment, "2025-06-01"), expected);
    let before = [
        "VM0X1 nothing",
        "VM0X2 nothing",
        "VM0X3 Standards Exceeded of 2024-12-01, current",
        "VM0X4 Approaching Standards of 2024-10-10, current",
        "VM0X5 Entry Level of 2020-01-15, out-of-date",
    ];
    assert_eq!(lines(&assessment, "2025-05-29"), before, "the day before the head office published");
}

#[track_caller]
fn with_own(site: Site, level: PublishedLevel, on: &str) -> Site {
    Site { publications: history([past("2024-25", level, on)]), ..site }
}

#[test]
fn a_site_that_publishes_for_itself_later_shows_its_own_level() {
    let assessment = group(&[("2025-02-01", Level::StandardsMet, &["VM0X1", "VM0X2"])]);
    let mut sites = assessment.sites().to_vec();
    sites[0] = with_own(sites[0].clone(), PublishedLevel::StandardsExceeded, "2025-03-01");
    let assessment = assessment.with_sites(sites);
    let on = |on: &str| lines(&assessment, on)[..2].join("; ");
    let head_office = "VM0X1 Standards Met of 2025-02-01, current; VM0X2 Standards Met of 2025-02-01, current";
    assert_eq!(on("2025-02-28"), head_office);
    let own = "VM0X1 Standards Exceeded of 2025-03-01, current; VM0X2 Standards Met of 2025-02-01, current";
    assert_eq!(on("2025-03-01"), own);
}

#[test]
fn of_two_publications_on_one_day_the_one_of_the_head_office_shows() {
    let assessment = group(&[("2025-02-01", Level::StandardsMet, &["VM0X1"])]);
    let mut sites = assessment.sites().to_vec();
    sites[0] = with_own(sites[0].clone(), PublishedLevel::StandardsExceeded, "2025-02-01");
    let assessment = assessment.with_sites(sites);
    assert_eq!(lines(&assessment, "2025-02-01")[0], "VM0X1 Standards Met of 2025-02-01, current");
}

#[test]
fn sites_are_added_by_publishing_again_and_those_left_out_keep_the_earlier_publication() {
    let assessment = group(&[
        ("2024-10-01", Level::ApproachingStandards, &["VM0X1", "VM0X2"]),
        ("2025-05-30", Level::StandardsMet, &["VM0X2", "VM0X3"]),
        ("2025-06-20", Level::StandardsMet, &["VM0X4"]),
    ]);
    let expected = [
        "VM0X1 Approaching Standards of 2024-10-01, due-soon",
        "VM0X2 Standards Met of 2025-05-30, current",
        "VM0X3 Standards Met of 2025-05-30, current",
        "VM0X4 Standards Met of 2025-06-20, current",
        "VM0X5 nothing",
    ];
    assert_eq!(lines(&assessment, "2025-07-01"), expected);
    assert_eq!(lines(&assessment, "2025-06-19")[3], "VM0X4 nothing");
    assert_eq!(lines(&assessment, "2025-10-02")[0], "VM0X1 Approaching Standards of 2024-10-01, out-of-date");
    assert_eq!(lines(&assessment, "2024-09-30"), BRANCHES.map(|site| format!("{site} nothing")));
}

#[test]
fn a_site_that_is_covered_and_no_longer_on_record_comes_last() {
    let assessment = group(&[("2025-05-30", Level::StandardsMet, &["VM0X1", "VM0X3"])]);
    let sites = assessment.sites()[1..].to_vec();
    let expected = [
        "VM0X2 nothing",
        "VM0X3 Standards Met of 2025-05-30, current",
        "VM0X4 nothing",
        "VM0X5 nothing",
        "VM0X1 Standards Met of 2025-05-30, current",
    ];
    assert_eq!(lines(&assessment.with_sites(sites), "2025-06-01"), expected);
}

#[test]
fn the_own_code_among_the_sites_is_not_said_to_be_left_out() {
    let ready = selecting(&BRANCHES);
    let own = ready.answers.organisation.ods_code.clone();
    let ready = ready.but(|ready| ready.sites.push(Site { ods_code: own, ..ready.sites[0].clone() }));
    assert_eq!(ready.notes(), [""; 0]);
}

#[test]
fn the_roll_up_follows_the_policy() {
    let assessment = group(&[("2024-10-01", Level::StandardsMet, &["VM0X1"])]);
    let on = |policy| roll_up(&assessment, day("2026-06-30"), policy)[0].status.currency();
    assert_eq!(on(ValidityPolicy::TwelveMonths), Some(dspt::Currency::OutOfDate));
    assert_eq!(on(ValidityPolicy::NextDeadline), Some(dspt::Currency::DueSoon));
}

#[test]
fn the_roll_up_gives_the_name_of_a_site_where_it_is_on_record() {
    let ready = second(selecting(&[]), |site| site.name = Some("Harbour House".to_owned()));
    let assessment = ready.assessment();
    let names: Vec<Option<&str>> =
        roll_up(&assessment, ready.as_of, ValidityPolicy::TwelveMonths).iter().map(|site| site.name).collect();
    assert_eq!(names, [None, Some("Harbour House"), None, None, None]);
}

#[test]
fn an_organisation_that_selects_its_own_code_is_covered_anyway() {
    let ready = selecting(&["VM0X2"]).but(|ready| ready.selected.push(ready.answers.organisation.ods_code.clone()));
    assert_eq!(ready.codes(), [""; 0]);
    assert_eq!(ready.published().sites, [ods("VM0X2")]);
}

/// Whoever published for a site before is offered it again, head office or not.
#[test]
fn a_site_covered_before_may_be_covered_again_from_a_site_code() {
    let ready = selecting(&["VM0X2"]).but(|ready| ready.answers.organisation.ods_code = ods("VM0X1"));
    assert_eq!(ready.codes(), ["sites-need-head-office"]);
    let edition = ready.bank.id().to_string();
    let mut before = crate::publishing::past(&edition, dspt::PublishedLevel::StandardsMet, &ready.as_of.to_string());
    before.sites = vec![ods("VM0X2")];
    let codes = ready.after([before]).codes();
    assert!(!codes.contains(&"sites-need-head-office"), "{codes:?}");
}

#[test]
fn of_two_entries_for_one_site_the_later_stays_in_the_place_of_the_earlier() {
    let group = group(&[]);
    let again = with_own(group.sites()[0].clone(), PublishedLevel::StandardsMet, "2025-02-01");
    let expected: Vec<Site> = [std::slice::from_ref(&again), &group.sites()[1..]].concat();
    let sites = group.sites().to_vec().into_iter().chain([again]);
    assert_eq!(group.clone().with_sites(sites).sites(), expected);
}
