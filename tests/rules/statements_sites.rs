//! What the guides say of providers with several sites, tried in every edition.

use crate::common::usual_day;
use crate::levels::EDITIONS;
use crate::publishing::{Ready, branch, every_assertion, history, ods, past};
use dspt::Level::StandardsMet;
use dspt::{Arrangements, Nation, PublicationStatus, PublishedLevel, Sharing, Site, ValidityPolicy, roll_up};

/// A head office with three branches that work as it does, of which these are selected.
#[track_caller]
fn head_office(of: &str, selected: &[&str]) -> Ready {
    Ready::first(of, StandardsMet).but(|ready| {
        ready.answers.organisation.ods_code = ods("AX4P");
        ready.sites = ["VM0X1", "VM0X2", "VM0X3"].map(branch).to_vec();
        ready.selected = selected.iter().copied().map(ods).collect();
    })
}

/// The same with the second branch changed.
fn second(ready: Ready, change: impl FnOnce(&mut Site)) -> Ready {
    ready.but(|ready| change(&mut ready.sites[1]))
}

/// The same after it has been published, ready to be published again.
#[track_caller]
fn again(ready: &Ready) -> Ready {
    let record = ready.published().record();
    ready.clone().but(|ready| {
        ready.history.append(record).expect("later than all before");
        ready.assertions = every_assertion(ready.bank);
    })
}

/// What shows for each branch once this has been published: a level with whether it is of that day, or nothing.
#[track_caller]
fn shown(ready: &Ready) -> Vec<String> {
    let assessment = ready.assessment().published(ready.published().record()).expect("later than all before");
    let sites = roll_up(&assessment, ready.as_of, ValidityPolicy::TwelveMonths);
    let line = |site: &dspt::SiteStatus<'_>| match site.status {
        PublicationStatus::NotPublished => format!("{} nothing", site.ods_code),
        PublicationStatus::Published { publication, .. } => {
            let whose = if publication.published_on == ready.as_of { "today" } else { "earlier" };
            format!("{} {} {whose}", site.ods_code, publication.level)
        }
    };
    sites.iter().map(line).collect()
}

/// Statements S1-9, S3-33, S4-40, S4-44, S4-47 and S4-53. The third branch has published for itself before.
#[test]
fn a_head_office_publication_covers_the_branches_that_are_ticked_and_no_others() {
    for of in EDITIONS {
        let own = (usual_day(of) - chrono::Days::new(30)).to_string();
        let with_history = |selected: &[&str]| {
            head_office(of, selected).but(|ready| {
                ready.sites[2].publications = history([past(of, PublishedLevel::ApproachingStandards, &own)]);
            })
        };
        let all = ["VM0X1 standards-met today", "VM0X2 standards-met today", "VM0X3 standards-met today"];
        assert_eq!(shown(&with_history(&["VM0X1", "VM0X2", "VM0X3"])), all, "{of}");
        let one = ["VM0X1 standards-met today", "VM0X2 nothing", "VM0X3 approaching-standards earlier"];
        assert_eq!(shown(&with_history(&["VM0X1"])), one, "{of}");
    }
}

/// Statement S4-40.
#[test]
fn an_assessment_for_several_sites_stands_on_the_head_office_code() {
    for of in EDITIONS {
        let on_a_site = head_office(of, &["VM0X2"]).but(|ready| ready.answers.organisation.ods_code = ods("VM0X1"));
        assert_eq!(on_a_site.codes(), ["sites-need-head-office"], "{of}");
        assert_eq!(head_office(of, &["VM0X2"]).codes(), [""; 0], "{of}");
    }
}

/// Statements S0-7, S1-10, S4-21 and S4-50.
#[test]
fn a_branch_with_arrangements_of_its_own_is_refused_by_name_and_publishes_for_itself() {
    type Change = fn(&mut Arrangements);
    let differing: [(Change, &str); 4] = [
        (|own| own.training = Sharing::Different, "training"),
        (|own| own.policies = Sharing::Different, "policies and procedures"),
        (|own| own.data_security = Sharing::Different, "data security"),
        (|own| own.it = Sharing::Different, "IT systems"),
    ];
    for of in EDITIONS {
        for (change, in_what) in differing {
            let mixed = second(head_office(of, &["VM0X1", "VM0X2"]), |site| change(&mut site.arrangements));
            let said = mixed.only_obstacle();
            assert_eq!(said.code, "site-differs", "{of}");
            for words in ["VM0X2", in_what, "It needs an assessment of its own."] {
                assert!(said.message.contains(words), "{of}: {}", said.message);
            }
            let without = mixed.but(|ready| ready.selected = vec![ods("VM0X1")]);
            assert_eq!(without.codes(), [""; 0], "{of}");
        }
        let itself = Ready::first(of, StandardsMet).but(|ready| ready.answers.organisation.ods_code = ods("VM0X2"));
        assert_eq!(itself.published().ods_code, ods("VM0X2"), "{of}");
    }
}

/// Statements S4-12 and S4-32.
#[test]
fn a_service_in_wales_cannot_be_included() {
    for of in EDITIONS {
        let welsh = second(head_office(of, &["VM0X1", "VM0X2"]), |site| site.nation = Nation::Wales);
        let said = welsh.only_obstacle();
        assert_eq!(said.code, "site-outside-the-scope", "{of}");
        assert!(said.message.contains("VM0X2") && said.message.contains("Wales"), "{of}: {}", said.message);
        assert_eq!(welsh.but(|ready| ready.selected = vec![ods("VM0X1")]).codes(), [""; 0], "{of}");
    }
}

/// Statements S1-9, S3-35, S4-16 and S4-46.
#[test]
fn a_new_service_joins_by_publishing_again_once_it_is_on_record() {
    for of in EDITIONS {
        let before = again(&head_office(of, &["VM0X1", "VM0X2"]));
        let unlinked = before.clone().but(|ready| ready.selected.push(ods("VM0X9")));
        let said = unlinked.only_obstacle();
        assert_eq!(said.code, "site-not-on-record", "{of}");
        assert!(said.message.contains("VM0X9") && said.message.contains("ODS helpdesk"), "{of}: {}", said.message);
        let linked = before.but(|ready| {
            ready.sites.push(branch("VM0X9"));
            ready.selected = vec![ods("VM0X9"), ods("VM0X3")];
        });
        assert!(shown(&linked).contains(&"VM0X9 standards-met today".to_owned()), "{of}");
        assert!(shown(&linked).contains(&"VM0X1 standards-met today".to_owned()), "{of}: covered by the first");
        let apart = linked.but(|ready| ready.sites[3].arrangements.policies = Sharing::Different);
        assert_eq!(apart.codes(), ["site-differs"], "{of}: only where the policies are the same");
    }
}

/// Statements S4-24, S4-51 and S4-53.
#[test]
fn a_single_site_on_its_head_office_code_is_covered_once_its_v_code_is_ticked() {
    for of in EDITIONS {
        let single = head_office(of, &[]).but(|ready| ready.sites.truncate(1));
        assert_eq!(single.notes()[..2], ["no-site-covered", "sites-left-out"], "{of}");
        assert_eq!(shown(&single), ["VM0X1 nothing"], "{of}");
        let ticked = single.but(|ready| ready.selected = vec![ods("VM0X1")]);
        assert!(!ticked.notes().iter().any(|note| ["no-site-covered", "sites-left-out"].contains(note)), "{of}");
        assert_eq!(shown(&ticked), ["VM0X1 standards-met today"], "{of}");
    }
}
