//! What the guides say of the questions themselves: their headings, the kind of answer, "Not applicable", the services.

use std::collections::BTreeSet;

use crate::common::{Answers, bank, code, day, usual_day};
use crate::replies::{documents, text, ticked};
use dspt::EvidenceType::{Confirmation, Document, Text};
use dspt::Level::{self, ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::QuestionStatus::{self, Complete, Incomplete};
use dspt::Route::{AnswerText, Comment};
use dspt::{Certainty, EvidenceType, Heading, Question, Reason, Response, Route, ServiceNeed, Services, evaluate};

/// The guide to Approaching Standards of 2021-22.
const GUIDE: &str = "dsc-approaching-guide-2021-22";

#[track_caller]
fn question(edition: &str, text: &str) -> &'static Question {
    bank(edition).question(code(text)).unwrap_or_else(|| panic!("{edition} does not list {text}"))
}

/// What one answer comes to, everything else being answered well.
#[track_caller]
fn judged(edition: &str, question: &str, response: Response) -> QuestionStatus {
    let as_of = usual_day(edition);
    let assessment = Answers::complete(edition, as_of).with(question, response).assessment();
    evaluate(bank(edition), &assessment, as_of).question(code(question)).expect("a listed question").status
}

/// Statement S2-2.
#[test]
fn the_questions_of_2021_22_belong_to_the_ten_standards() {
    let standards: BTreeSet<u8> = bank("2021-22").questions().map(|question| question.code.standard()).collect();
    assert_eq!(standards, (1..=10).collect());
}

/// Statements S2-37 and S2-130 to S2-133.
#[test]
fn the_27_questions_of_the_guide_stand_under_its_four_headings() {
    let headings: Vec<&str> = Heading::ALL.iter().map(|heading| heading.name()).collect();
    assert_eq!(headings, ["Staffing and roles", "Policies and procedures", "Data security", "IT systems and devices"]);
    let table = [
        (Heading::StaffingAndRoles, "1.1.5 2.1.1 2.1.2 4.1.1"),
        (Heading::PoliciesAndProcedures, "1.1.1 1.1.2 1.2.1 1.3.1 1.3.7 1.3.8 1.4.1 1.4.2 1.4.3 10.1.2"),
        (Heading::DataSecurity, "1.3.12 1.3.13 6.1.1 6.1.3 6.1.4"),
        (Heading::ItSystemsAndDevices, "1.3.11 4.1.2 4.2.4 4.5.4 6.2.1 7.3.1 7.3.2 8.3.5"),
    ];
    for (heading, expected) in table {
        let asked = bank("2021-22").mandatory(ApproachingStandards, usual_day("2021-22"));
        let under: Vec<String> = asked
            .filter(|question| question.heading.known() == Some(&heading))
            .map(|question| {
                assert_eq!(question.heading.provenance.certainty, Certainty::Confirmed, "{}", question.code);
                question.code.to_string()
            })
            .collect();
        assert_eq!(under.join(" "), expected, "{}", heading.name());
    }
}

/// Statements S2-44, S2-61, S2-62, S2-87, S2-100, S2-134 and S2-135.
#[test]
fn each_question_of_the_guide_takes_the_kind_of_answer_it_describes() {
    let table: [(EvidenceType, &str); 3] = [
        (Text, "1.1.1 1.1.5 1.3.12 1.3.13 1.4.3 4.5.4 7.3.1 8.3.5"),
        (Document, "1.1.2 1.2.1 1.3.11"),
        (
            Confirmation,
            "1.3.1 1.3.7 1.3.8 1.4.1 1.4.2 2.1.1 2.1.2 4.1.1 4.1.2 4.2.4 6.1.1 6.1.3 6.1.4 6.2.1 7.3.2 10.1.2",
        ),
    ];
    let mut named = 0;
    for (kind, codes) in table {
        for asked in codes.split(' ') {
            named += 1;
            assert_eq!(question("2021-22", asked).evidence_type.known(), Some(&kind), "{asked}");
            for (other, response) in
                [(Text, text("Yes, we do.")), (Confirmation, ticked()), (Document, documents(&["Folder"]))]
            {
                // Documents without their parts are looked at elsewhere.
                if other != kind {
                    assert_eq!(judged("2021-22", asked, response), Incomplete, "{asked} answered with {other}");
                } else if kind != Document {
                    assert_eq!(judged("2021-22", asked, response), Complete, "{asked} answered with {other}");
                }
            }
        }
    }
    assert_eq!(named, 27);
}

/// Statements S2-78, S2-80, S2-84, S2-86, S2-92, S2-94, S2-98, S2-102, S2-106, S2-110, S2-112, S2-116, S2-118, S2-134
/// and S2-135. The words stand for what the guide says of each question.
#[test]
fn not_applicable_fits_each_question_where_the_guide_says_so() {
    let table: [(&str, Route, &[&str]); 13] = [
        ("1.4.2", Comment, &["no outside firm", "destroys"]),
        ("1.4.3", AnswerText, &["destroy nothing yourselves", "outside firm"]),
        ("10.1.2", Comment, &["no supplier", "personal information"]),
        ("1.3.12", AnswerText, &["no paper records", "off site"]),
        ("6.1.3", Comment, &["no data breach", "12 months"]),
        ("6.1.4", Comment, &["no high-risk data breach", "12 months"]),
        ("4.1.2", Comment, &["no IT systems"]),
        ("1.3.11", Comment, &["nobody uses their own"]),
        ("4.2.4", Comment, &["no IT systems"]),
        ("4.5.4", AnswerText, &["no IT systems, computers or other devices"]),
        ("7.3.1", AnswerText, &["no computers or IT systems"]),
        ("6.2.1", Comment, &["no computers or other devices"]),
        ("8.3.5", AnswerText, &["no IT systems, devices or software"]),
    ];
    for (asked, route, words) in table {
        let fact = &question("2021-22", asked).not_applicable;
        let known = fact.known().unwrap_or_else(|| panic!("{asked} takes it"));
        assert_eq!((known.route, known.reason), (route, Reason::NotAsked), "{asked}");
        assert_eq!(fact.provenance.certainty, Certainty::Confirmed, "{asked}");
        assert!(fact.provenance.sources.iter().any(|source| source.as_str() == GUIDE), "{asked}");
        assert!(words.iter().all(|words| known.when.contains(words)), "{asked}: {}", known.when);
    }
}

/// Statement S2-63: of all questions, only the one on the ICO asks for an exemption, and it names small charities.
#[test]
fn an_exemption_from_the_ico_is_for_small_charities_and_has_to_be_explained() {
    let ico = question("2021-22", "1.1.1");
    let route = ico.not_applicable.known().expect("a way to say so");
    assert_eq!(route.reason, Reason::Asked);
    assert!(route.when.contains("exempt") && route.when.contains("small charity"), "{}", route.when);
    assert!(ico.guidance.contains("law requires"), "{}", ico.guidance);
    let explained = bank("2021-22")
        .questions()
        .filter(|question| question.not_applicable.known().is_some_and(|route| route.reason == Reason::Asked));
    assert_eq!(explained.map(|question| question.code).collect::<Vec<_>>(), [code("1.1.1")]);
}

/// Statement S2-114.
#[test]
fn the_emergency_contacts_have_phone_and_email_and_no_way_to_say_not_applicable() {
    let contacts = question("2021-22", "7.3.2");
    assert!(contacts.guidance.contains("email") && contacts.guidance.contains("phone"), "{}", contacts.guidance);
    assert_eq!(contacts.not_applicable.value, None);
    let not_applicable = crate::replies::ticked_with("Not applicable");
    assert_eq!(judged("2021-22", "7.3.2", not_applicable), Incomplete);
}

/// Statements S3-15, S3-21, S3-22 and S3-27: what the association's page of 2024-25 asks for by name.
#[test]
fn in_2024_25_these_questions_are_asked_for_standards_met_and_say_what_the_guide_says() {
    let table: [(&str, &[&str]); 4] = [
        ("1.1.1", &["registration number", "law requires"]),
        ("1.2.4", &["opt-out", "tell people"]),
        ("3.1.1", &["training needs", "data protection", "data and cyber security"]),
        ("3.2.1", &["95%", "staff, directors, trustees and volunteers", "cyber security", "12 months"]),
    ];
    let as_of = usual_day("2024-25");
    for (asked, words) in table {
        let assessment = Answers::complete("2024-25", as_of).without(asked).assessment();
        let evaluation = evaluate(bank("2024-25"), &assessment, as_of);
        assert!(evaluation.level() < Some(StandardsMet), "without {asked}");
        assert_eq!(evaluation.outstanding(StandardsMet).collect::<Vec<_>>(), [code(asked)]);
        let Question { prompt, guidance, .. } = question("2024-25", asked);
        let told = format!("{prompt} {guidance}");
        assert!(words.iter().all(|words| told.contains(words)), "{asked}: {told}");
    }
    let whom =
        &question("2024-25", "3.2.1").threshold.as_ref().expect("a threshold").value.as_ref().expect("known").counts;
    assert!(["staff", "directors", "trustees", "volunteers"].iter().all(|people| whom.contains(people)), "{whom}");
}

/// Statement S3-10.
#[test]
fn standards_exceeded_is_the_level_above_standards_met() {
    assert!(StandardsExceeded > StandardsMet && StandardsMet > ApproachingStandards);
    assert_eq!((StandardsMet.next(), StandardsExceeded.next()), (Some(StandardsExceeded), None));
    let levels: Vec<Level> = bank("2024-25").levels().iter().map(|rule| rule.level).collect();
    assert_eq!(levels, [ApproachingStandards, StandardsMet, StandardsExceeded]);
}

/// Statements S4-3, S4-4, S4-5, S4-82, S4-84, S4-127 and S4-131: each is said in the programme's answers of June 2022.
#[test]
fn the_answers_of_june_2022_name_what_the_toolkit_is_needed_for() {
    let table = [
        ("nhs-standard-contract", ServiceNeed::AnyPublication, "locked"),
        ("local-authority-contracts", ServiceNeed::VariesLocally, "local-decision"),
        ("nhsmail", ServiceNeed::AnyPublication, "locked"),
        ("proxy-medication-ordering", ServiceNeed::AnyPublication, "locked"),
        ("shared-care-records", ServiceNeed::AnyPublication, "locked"),
        ("digital-red-bag", ServiceNeed::AnyPublication, "locked"),
        ("shared-care-record-pilots", ServiceNeed::VariesLocally, "local-decision"),
        ("api-submission-below-standard", ServiceNeed::Approval, "needs-approval"),
    ];
    let unpublished = Services::built_in().unlocked_by(None, false, day("2022-06-24"));
    for (id, need, state) in table {
        let answer = unpublished.iter().find(|answer| answer.service().id.as_str() == id).expect("a service on record");
        assert_eq!(answer.state().as_str(), state, "{id} without a publication");
        let said = answer
            .claims()
            .find(|claim| claim.provenance.sources.iter().any(|source| source.as_str() == "bsbc-webinar-qa-2022-06"));
        let said = said.unwrap_or_else(|| panic!("{id}: the answers speak of it"));
        assert_eq!((said.needs, said.provenance.certainty), (need, Certainty::Confirmed), "{id}");
    }
}
