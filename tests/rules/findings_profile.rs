//! Findings about the profile, the certificates, the edition and the day: advice, because no answer is at fault.

use insta::assert_snapshot;

use crate::common::{Answers, bank, day, held, usual_day};
use crate::findings::{Case, Situation, home};
use crate::replies::ticked;
use dspt::Effect::Advises;
use dspt::Level::StandardsExceeded;
use dspt::{FindingKind, Holding, Nation, Nhsmail, Sector, evaluate};

pub(crate) const CASES: &[fn() -> Case] = &[
    not_sure_about_nhsmail,
    not_sure_about_the_certificate,
    silent_about_nhsmail,
    silent_about_the_certificate,
    expired_certificate,
    certificate_from_tomorrow,
    certificate_about_to_lapse,
    certificate_of_more_than_a_year,
    basic_cyber_essentials,
    iso_27001,
    outside_england,
    another_sector,
    answers_for_another_edition,
    a_question_of_another_edition,
    before_the_opening,
    after_the_deadline,
];

/// A complete care home in 2025-26 with another answer about NHSmail.
fn nhsmail(answer: Option<Nhsmail>) -> Situation {
    home("2025-26").profile(|organisation| organisation.nhsmail = answer)
}

/// A complete care home with another answer about Cyber Essentials Plus.
fn plus(edition: &'static str, answer: Option<Holding>) -> Situation {
    home(edition).profile(|organisation| organisation.cyber_essentials_plus = answer)
}

fn not_sure_about_nhsmail() -> Case {
    Case {
        code: "profile-not-sure",
        effect: Advises,
        pointer: "/organisation/nhsmail",
        arises: nhsmail(Some(Nhsmail::NotSure)),
        near: nhsmail(Some(Nhsmail::No)),
    }
}

#[test]
fn not_sure_about_nhsmail_counts_as_no() {
    assert_snapshot!(not_sure_about_nhsmail().told(), @r#"
    The profile says "not sure" about NHSmail, which counts as no; which questions depend on it is not on record. Find out.
    expected: the only email system, used or not
    actual: not sure
    "#);
    for answer in [Nhsmail::OnlyEmailSystem, Nhsmail::Used, Nhsmail::No] {
        Case { near: nhsmail(Some(answer)), ..not_sure_about_nhsmail() }.told();
    }
}

fn not_sure_about_the_certificate() -> Case {
    Case {
        code: "profile-not-sure",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus",
        arises: plus("2025-26", Some(Holding::NotSure)),
        near: plus("2025-26", Some(Holding::No)),
    }
}

/// In copies of the 2025-26 workbook the certificate takes away 4.2.4, 6.2.1 and 9.1.1; Standards Exceeded asks for it.
#[test]
fn not_sure_about_the_certificate_says_what_a_yes_would_bring() {
    assert_snapshot!(not_sure_about_the_certificate().told(), @r#"
    The profile says "not sure" about Cyber Essentials Plus, which counts as no; a yes would take 3 questions away and open Standards Exceeded. Find out.
    expected: yes or no
    actual: not sure
    "#);
}

/// Which questions the certificate takes away is on record for 2025-26 alone, and Standards Exceeded asks for it from
/// 2022-23 on.
#[test]
fn what_a_yes_would_bring_differs_from_edition_to_edition() {
    let nothing = "which questions depend on it is not on record";
    let exceeded = "a yes would open Standards Exceeded";
    let table = [
        ("2021-22", 0, None, nothing),
        ("2022-23", 0, Some(StandardsExceeded), exceeded),
        ("2023-24", 0, Some(StandardsExceeded), exceeded),
        ("2024-25", 0, Some(StandardsExceeded), exceeded),
        ("2025-26", 3, Some(StandardsExceeded), "a yes would take 3 questions away and open Standards Exceeded"),
    ];
    for (edition, takes_away, opens, gain) in table {
        for (about, takes_away, opens, gain) in
            [("cyberEssentialsPlus", takes_away, opens, gain), ("nhsmail", 0, None, nothing)]
        {
            let answers = Answers::none(edition).profile(|organisation| {
                organisation.cyber_essentials_plus = Some(Holding::NotSure);
                organisation.nhsmail = Some(Nhsmail::NotSure);
            });
            let assessment = answers.assessment();
            let evaluation = evaluate(bank(edition), &assessment, usual_day(edition));
            let kind = FindingKind::ProfileNotSure { about, takes_away, opens };
            let mut found = evaluation.profile_findings().iter();
            let finding = found.find(|finding| finding.kind() == kind).expect("the finding");
            assert!(finding.message().contains(gain), "{edition} {about}: {}", finding.message());
        }
    }
}

fn silent_about_nhsmail() -> Case {
    Case {
        code: "profile-not-stated",
        effect: Advises,
        pointer: "/organisation/nhsmail",
        arises: nhsmail(None),
        near: nhsmail(Some(Nhsmail::NotSure)),
    }
}

fn silent_about_the_certificate() -> Case {
    Case {
        code: "profile-not-stated",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus",
        arises: plus("2025-26", None),
        near: plus("2025-26", Some(Holding::NotSure)),
    }
}

#[test]
fn a_profile_that_says_nothing_is_asked_again() {
    assert_snapshot!(silent_about_nhsmail().told(), @r"
    The profile says nothing about NHSmail, which counts as no. Answer it.
    expected: the only email system, used or not
    actual: nothing
    ");
    assert_snapshot!(silent_about_the_certificate().told(), @r"
    The profile says nothing about Cyber Essentials Plus, which counts as no. Answer it.
    expected: yes or no
    actual: nothing
    ");
}

fn expired_certificate() -> Case {
    Case {
        code: "certificate-expired",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus/expiresOn",
        arises: plus("2025-26", Some(held("2025-05-30", "2026-05-29"))),
        near: plus("2025-26", Some(held("2025-05-31", "2026-05-30"))),
    }
}

#[test]
fn a_certificate_past_its_last_day_has_expired() {
    assert_snapshot!(expired_certificate().told(), @r"
    Cyber Essentials Plus expired on 29 May 2026 and no longer counts. Renew it and note the new dates.
    expected: a certificate that is in date
    actual: expired on 2026-05-29
    ");
}

fn certificate_from_tomorrow() -> Case {
    Case {
        code: "certificate-not-yet-valid",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus/issuedOn",
        arises: plus("2025-26", Some(held("2026-05-31", "2027-05-30"))),
        near: plus("2025-26", Some(held("2026-05-30", "2027-05-29"))),
    }
}

#[test]
fn a_certificate_does_not_count_before_its_day_of_issue() {
    assert_snapshot!(certificate_from_tomorrow().told(), @r"
    Cyber Essentials Plus is dated 31 May 2026 and does not count before then.
    expected: a certificate that is in date
    actual: issued on 2026-05-31
    ");
}

fn certificate_about_to_lapse() -> Case {
    Case {
        code: "certificate-about-to-lapse",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus/expiresOn",
        arises: plus("2025-26", Some(held("2025-08-31", "2026-08-30"))),
        near: plus("2025-26", Some(held("2025-09-01", "2026-08-31"))),
    }
}

#[test]
fn a_certificate_in_its_last_three_months_is_about_to_lapse() {
    assert_snapshot!(certificate_about_to_lapse().told(), @r"
    Cyber Essentials Plus lapses after 30 August 2026. Plan its renewal.
    expected: a renewal
    actual: expires on 2026-08-30
    ");
}

fn certificate_of_more_than_a_year() -> Case {
    Case {
        code: "certificate-longer-than-a-year",
        effect: Advises,
        pointer: "/organisation/cyberEssentialsPlus/expiresOn",
        arises: plus("2025-26", Some(held("2025-12-01", "2026-12-02"))),
        near: plus("2025-26", Some(held("2025-12-01", "2026-12-01"))),
    }
}

/// Statement S3-39: the certificate lasts twelve months.
#[test]
fn a_certificate_of_more_than_twelve_months_has_a_wrong_date() {
    assert_snapshot!(certificate_of_more_than_a_year().told(), @r"
    Cyber Essentials Plus lasts twelve months, and these dates span more. Check them.
    expected: at most twelve months
    actual: more than twelve months
    ");
}

fn basic_cyber_essentials() -> Case {
    let basic = |holding| home("2021-22").profile(|organisation| organisation.cyber_essentials = Some(holding));
    Case {
        code: "certificate-changes-nothing",
        effect: Advises,
        pointer: "/organisation/cyberEssentials",
        arises: basic(held("2022-01-10", "2023-01-09")),
        near: basic(Holding::No),
    }
}

/// Statement S4-98.
#[test]
fn basic_cyber_essentials_takes_no_question_away() {
    assert_snapshot!(basic_cyber_essentials().told(), @r"
    Cyber Essentials takes no question away; only Cyber Essentials Plus does.
    expected: no change
    actual: cyber-essentials
    ");
}

fn iso_27001() -> Case {
    let iso = |holding| home("2021-22").profile(|organisation| organisation.iso_27001 = Some(holding));
    Case {
        code: "certificate-changes-nothing",
        effect: Advises,
        pointer: "/organisation/iso27001",
        arises: iso(held("2021-01-10", "2024-01-09")),
        near: iso(Holding::NotSure),
    }
}

/// Statements S4-57 and S4-58.
#[test]
fn iso_27001_takes_no_question_away_and_serves_as_evidence() {
    assert_snapshot!(iso_27001().told(), @r"
    ISO 27001 takes no question away in the social care view. It can serve as evidence for many IT questions.
    expected: no change
    actual: iso-27001
    ");
}

#[test]
fn cyber_essentials_plus_is_not_said_to_change_nothing() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        Case { near: plus(edition, Some(held("2021-07-01", "2026-06-30"))), ..basic_cyber_essentials() }.told();
    }
}

fn outside_england() -> Case {
    let nation = |nation| home("2021-22").profile(|organisation| organisation.nation = nation);
    Case {
        code: "outside-the-scope",
        effect: Advises,
        pointer: "/organisation/nation",
        arises: nation(Nation::Wales),
        near: nation(Nation::England),
    }
}

/// Statements S4-12 and S4-32.
#[test]
fn the_toolkit_is_for_england() {
    assert_snapshot!(outside_england().told(), @r"
    The toolkit covers care services in England only. Other nations have toolkits of their own.
    expected: england
    actual: wales
    ");
    for nation in [Nation::Scotland, Nation::NorthernIreland, Nation::IsleOfMan] {
        let arises = home("2021-22").profile(|organisation| organisation.nation = nation);
        Case { arises, ..outside_england() }.told();
    }
}

fn another_sector() -> Case {
    Case {
        code: "other-sector",
        effect: Advises,
        pointer: "/organisation/sector",
        arises: home("2021-22").profile(|organisation| organisation.sector = Sector::Other),
        near: home("2021-22"),
    }
}

/// Statement S4-43.
#[test]
fn other_sectors_answer_other_questions() {
    assert_snapshot!(another_sector().told(), @r"
    These are the questions for adult social care. Other sectors answer others.
    expected: social-care
    actual: other
    ");
}

fn answers_for_another_edition() -> Case {
    Case {
        code: "other-edition",
        effect: Advises,
        pointer: "/edition",
        arises: home("2024-25").judged_by("2025-26").on(day("2026-05-30")),
        near: home("2025-26"),
    }
}

#[test]
fn answers_for_one_edition_are_not_judged_by_another_in_silence() {
    assert_snapshot!(answers_for_another_edition().told(), @r"
    The answers were given for 2024-25 and say nothing about 2025-26. Carry them over first.
    expected: 2025-26
    actual: 2024-25
    ");
}

fn a_question_of_another_edition() -> Case {
    Case {
        code: "not-in-edition",
        effect: Advises,
        pointer: "/responses/4.1.2",
        arises: home("2022-23").with("4.1.2", ticked()),
        near: home("2021-22").with("4.1.2", ticked()),
    }
}

/// Question 4.1.2 went with the edition of 2021-22.
#[test]
fn an_answer_to_a_question_that_is_gone_is_not_lost_in_silence() {
    assert_snapshot!(a_question_of_another_edition().told(), @r"
    4.1.2 is not a question that this bank lists; its answer changes nothing.
    expected: a question of the edition
    actual: 4.1.2
    ");
}

fn before_the_opening() -> Case {
    Case {
        code: "before-opening",
        effect: Advises,
        pointer: "/edition",
        arises: home("2022-23").on(day("2022-08-23")),
        near: home("2022-23").on(day("2022-08-24")),
    }
}

#[test]
fn before_its_opening_nobody_can_publish_for_an_edition() {
    assert_snapshot!(before_the_opening().told(), @r"
    On 23 August 2022 the edition was not open yet; it opened on or after 24 August 2022.
    expected: 2022-08-24 or later
    actual: 2022-08-23
    ");
}

fn after_the_deadline() -> Case {
    Case {
        code: "after-deadline",
        effect: Advises,
        pointer: "/edition",
        arises: home("2025-26").on(day("2026-07-01")),
        near: home("2025-26").on(day("2026-06-30")),
    }
}

/// Statements S1-1 and S4-129: the deadline is 30 June, and work can go on after it.
#[test]
fn the_day_after_the_deadline_is_late() {
    assert_snapshot!(after_the_deadline().told(), @r"
    1 July 2026 is after the deadline of 30 June 2026. The next edition may have opened.
    expected: 2026-06-30 or earlier
    actual: 2026-07-01
    ");
}
