//! What the guides say of the organisation: its profile, its codes, its size, and the people who work for it.

use crate::common::{Answers, bank, care_home, day, held, usual_day};
use crate::publishing::{Ready, branch, ods};
use crate::replies::trained;
use dspt::Level::StandardsMet;
use dspt::{
    Assessment, Effect, Evaluation, Finding, Holding, Nhsmail, OdsCode, OdsKind, Organisation, Response, Role,
    RoleHolders, Team, UserId, evaluate,
};

/// A document of 2021-22 with these keys in the profile.
fn profile(keys: &str) -> String {
    format!(
        r#"{{"format": "dspt.assessment.v1", "edition": "2021-22", "organisation": {{{keys}}}, "responses": {{}}}}"#
    )
}

/// The problems of a document, as `code at place`; none if it can be read.
fn problems(document: &str) -> Vec<String> {
    let Err(error) = Assessment::from_json(document) else { return Vec::new() };
    error.problems().iter().map(|problem| format!("{} at {}", problem.code(), problem.pointer())).collect()
}

/// The codes of what is said about the profile of a complete care home in 2021-22, all of it advice.
#[track_caller]
fn said(change: impl FnOnce(&mut Organisation)) -> Vec<&'static str> {
    let assessment = Answers::complete("2021-22", usual_day("2021-22")).profile(change).assessment();
    let evaluation = evaluate(bank("2021-22"), &assessment, usual_day("2021-22"));
    assert_eq!(evaluation.level(), Some(StandardsMet), "the profile takes no level away");
    let findings = evaluation.profile_findings();
    assert!(findings.iter().all(|finding| finding.effect() == Effect::Advises));
    findings.iter().map(Finding::code).collect()
}

/// Statements S2-12 and S4-42.
#[test]
fn a_profile_has_exactly_one_type_of_organisation() {
    let with = |sector: &str| problems(&profile(&format!(r#""odsCode": "VM0X1", "nation": "england"{sector}"#)));
    assert_eq!(with(r#", "sector": "social-care""#), [""; 0]);
    assert_eq!(with(""), ["missing-key at /organisation/sector"]);
    assert_eq!(with(r#", "sector": "social-care", "sector": "other""#), ["duplicate-key at /organisation/sector"]);
    assert_eq!(with(r#", "sector": ["social-care", "other"]"#), ["wrong-type at /organisation/sector"]);
}

/// Statement S2-13.
#[test]
fn the_profile_names_four_role_holders() {
    let with = |roles: &str| {
        let keys =
            format!(r#""odsCode": "VM0X1", "nation": "england", "sector": "social-care", "roleHolders": {{{roles}}}"#);
        Assessment::from_json(profile(&keys)).map(|assessment| assessment.organisation().role_holders.clone())
    };
    let named = with(
        r#""caldicottGuardian": "A", "seniorInformationRiskOwner": "B",
           "informationGovernanceLead": "C", "dataProtectionOfficer": "D""#,
    );
    assert_eq!(named, Ok(all_four()));
    assert!(with(r#""headOfIt": "E""#).is_err(), "there is no fifth");
}

fn all_four() -> RoleHolders {
    let [guardian, owner, lead, officer] = ["A", "B", "C", "D"].map(|name| Some(name.to_owned()));
    RoleHolders {
        caldicott_guardian: guardian,
        senior_information_risk_owner: owner,
        information_governance_lead: lead,
        data_protection_officer: officer,
    }
}

/// Statements S2-14 and S4-92.
#[test]
fn each_of_the_four_role_boxes_may_stay_blank() {
    let without: [fn(&mut RoleHolders); 5] = [
        |roles| roles.caldicott_guardian = None,
        |roles| roles.senior_information_risk_owner = None,
        |roles| roles.information_governance_lead = None,
        |roles| roles.data_protection_officer = None,
        |roles| *roles = RoleHolders::default(),
    ];
    for blank in without {
        let mut roles = all_four();
        blank(&mut roles);
        assert_eq!(said(|home| home.role_holders = roles.clone()), [""; 0], "{roles:?}");
        let ready = Ready::first("2021-22", StandardsMet).but(|ready| ready.answers.organisation.role_holders = roles);
        assert_eq!(ready.codes(), [""; 0]);
    }
}

/// Statements S2-15 to S2-17.
#[test]
fn the_profile_asks_about_nhsmail_and_cyber_essentials_plus_and_takes_not_sure() {
    assert_eq!(said(|_| ()), [""; 0], "both are answered");
    assert_eq!(said(|home| home.nhsmail = None), ["profile-not-stated"]);
    assert_eq!(said(|home| home.cyber_essentials_plus = None), ["profile-not-stated"]);
    for answer in [Nhsmail::OnlyEmailSystem, Nhsmail::Used, Nhsmail::No] {
        assert_eq!(said(|home| home.nhsmail = Some(answer)), [""; 0], "{answer}");
    }
    for answer in [Holding::No, held("2021-10-01", "2022-09-30")] {
        let about = said(|home| home.cyber_essentials_plus = Some(answer));
        assert!(!about.iter().any(|code| code.starts_with("profile-")), "{answer:?}");
    }
    let not_sure = |home: &mut Organisation| {
        home.nhsmail = Some(Nhsmail::NotSure);
        home.cyber_essentials_plus = Some(Holding::NotSure);
    };
    assert_eq!(said(not_sure), ["profile-not-sure", "profile-not-sure"]);
    let ready = Ready::first("2021-22", StandardsMet).but(|ready| not_sure(&mut ready.answers.organisation));
    assert_eq!(ready.codes(), [""; 0], "not sure is no obstacle");
}

/// Statements S2-18, S2-19 and S2-126.
#[test]
fn a_profile_may_change_at_any_time_and_is_confirmed_again_before_publishing() {
    let on = |changed_on: &str, confirmed_on: &str| {
        let ready = Ready::first_on("2021-22", StandardsMet, day("2022-06-16")).but(|ready| {
            ready.answers.organisation.profile_changed_on = Some(day(changed_on));
            ready.answers.organisation.profile_confirmed_on = Some(day(confirmed_on));
        });
        ready.codes()
    };
    for changed_on in ["2021-09-01", "2022-03-31", "2022-06-15", "2022-06-16"] {
        assert_eq!(on(changed_on, "2021-08-27"), ["profile-changed"], "changed on {changed_on}");
        assert_eq!(on(changed_on, changed_on), [""; 0], "changed and confirmed on {changed_on}");
    }
}

/// Each question with what it comes to.
fn lines(evaluation: &Evaluation<'_>) -> Vec<String> {
    let line = |outcome: &dspt::QuestionOutcome<'_>| format!("{} {}", outcome.question.code, outcome.status);
    evaluation.questions().iter().map(line).collect()
}

/// Statements S4-30 and S4-31.
#[test]
fn head_office_code_and_site_code_have_the_same_questions_and_publish_alike() {
    for answers in [Answers::none("2021-22"), Answers::complete("2021-22", usual_day("2021-22"))] {
        let on = |own: &str| {
            let assessment = answers.clone().profile(|home| home.ods_code = ods(own)).assessment();
            lines(&evaluate(bank("2021-22"), &assessment, usual_day("2021-22")))
        };
        assert_eq!(on("A1B2"), on("VM0X1"));
        assert_eq!(on("A1B2").len(), 43);
    }
    for own in ["A1B2", "VM0X1"] {
        let ready = Ready::first("2021-22", StandardsMet).but(|ready| ready.answers.organisation.ods_code = ods(own));
        assert_eq!(ready.published().ods_code, ods(own));
    }
}

/// Statement S4-52.
#[test]
fn a_head_office_code_begins_with_a_or_c_and_a_site_code_with_v() {
    let table = [
        ("A1B2", OdsKind::HeadOffice),
        ("AX4P", OdsKind::HeadOffice),
        ("C0AB", OdsKind::HeadOffice),
        ("VM0X1", OdsKind::Site),
        ("VN9Z9", OdsKind::Site),
        ("8HX42", OdsKind::Other),
        ("B1B2", OdsKind::Other),
        ("XM0X1", OdsKind::Other),
    ];
    for (text, kind) in table {
        assert_eq!(text.parse::<OdsCode>().map(|code| code.kind()), Ok(kind), "{text}");
    }
}

/// Statement S4-56.
#[test]
fn large_and_small_providers_have_the_same_questions() {
    let as_of = usual_day("2021-22");
    let of = |people: u32, sites: usize| {
        let figures = Response { reviewed_on: Some(as_of), ..trained(people, people, None) };
        let answers = Answers::complete("2021-22", as_of).with("3.2.1", figures);
        let sites = (0..sites).map(|at| branch(&format!("VM{at:03}")));
        let assessment = answers.profile(|home| *home = Organisation { ods_code: ods("AX4P"), ..care_home() });
        lines(&evaluate(bank("2021-22"), &assessment.assessment().with_sites(sites), as_of))
    };
    let smallest = of(2, 0);
    assert_eq!(smallest.len(), 43);
    for (people, sites) in [(40, 1), (600, 12), (25_000, 300)] {
        assert_eq!(of(people, sites), smallest, "{people} people on {sites} sites");
    }
}

#[track_caller]
fn user(id: &str) -> UserId {
    id.parse().expect("a user id")
}

/// Statement S2-20.
#[test]
fn several_people_work_on_one_assessment() {
    let mut team = Team::new(user("anna"));
    for (id, role) in [("ben", Role::Member), ("cleo", Role::Member), ("dora", Role::Auditor)] {
        team.add(Role::AdministratorMember, user(id), role).expect("a new user");
    }
    assert_eq!(team.users().len(), 4);
    let editors = team.users().filter(|(_, role)| role.may(dspt::Permission::EditEvidence));
    assert_eq!(editors.count(), 3);
}

/// Statement S2-33.
#[test]
fn an_administrator_of_one_organisation_has_no_role_in_another() {
    let (mut harbour, meadow) = (Team::new(user("anna")), Team::new(user("eve")));
    let before = meadow.clone();
    let acting = harbour.role(&user("anna")).expect("its administrator");
    harbour.add(acting, user("ben"), Role::Member).expect("a user of the own organisation");
    assert_eq!(harbour.role(&user("ben")), Some(Role::Member));
    assert_eq!((meadow.role(&user("anna")), meadow.role(&user("ben"))), (None, None));
    assert_eq!(meadow, before);
}
