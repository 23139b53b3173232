//! Ways to touch an organisation that the built-in editions do not show: drafts of 2025-26.

use dspt::{Found, Nation, Nhsmail};
use serde_json::json;

use crate::common::{Answers, bank, day, response, tick};
use crate::draft::Draft;
use crate::edition_diff_for::{about, rows, touched};

/// The reasons for which the changes of a draft touch, against the built-in bank of its edition.
#[track_caller]
fn of_a_draft(answers: &Answers, change: impl FnOnce(&mut Draft)) -> Vec<String> {
    let mut draft = Draft::of("2025-26");
    change(&mut draft);
    let altered = draft.check().unwrap_or_else(|error| panic!("{error}"));
    rows(&touched(bank("2025-26"), &altered, &answers.assessment(), "2026-05-30"))
}

#[test]
fn what_no_built_in_edition_shows_touches_as_the_evaluation_has_it() {
    let complete = Answers::complete("2025-26", day("2026-05-30"));
    let nothing = dspt::Response {
        answer: dspt::Answer::Confirmation { confirmed: true, found: Some(Found::Nothing), training: None },
        ..response(tick())
    };
    let scope: fn(&mut Draft) = |draft| {
        draft.edition()["scope"]["value"]["nations"] = json!(["england", "isle-of-man"]);
    };
    let manx = complete.clone().profile(|profile| profile.nation = Nation::IsleOfMan);
    assert_eq!(of_a_draft(&manx, scope), ["scope: in-scope"]);
    assert_eq!(of_a_draft(&complete, scope), [""; 0]);

    let reconfirmation: fn(&mut Draft) = |draft| draft.edition()["reconfirmation"]["value"] = json!(false);
    assert_eq!(of_a_draft(&complete, reconfirmation), ["reconfirmation-no-longer-asked: answers-to-confirm"]);
    assert_eq!(of_a_draft(&Answers::none("2025-26"), reconfirmation), [""; 0]);

    let always_needed: fn(&mut Draft) = |draft| {
        draft.question("8.2.1").as_object_mut().and_then(|question| question.remove("neededWhen"));
    };
    let not_needed = complete.clone().with("8.1.4", nothing).without("8.2.1");
    assert_eq!(of_a_draft(&not_needed, always_needed), ["8.2.1 needed-when: no-longer-counts"]);
    assert_eq!(of_a_draft(&complete, always_needed), [""; 0], "something was found, so it was needed before");

    let a_part_more: fn(&mut Draft) = |draft| {
        let parts = draft.question("1.3.11")["parts"].as_array_mut().expect("parts");
        let mut part = parts[0].clone();
        part["id"] = json!("register");
        parts.push(part);
    };
    assert_eq!(of_a_draft(&complete, a_part_more), ["1.3.11 part-asked: no-longer-counts"]);

    let words: fn(&mut Draft) = |draft| draft.question("1.1.2")["evidenceType"]["value"] = json!("text");
    assert_eq!(of_a_draft(&complete, words), ["1.1.2 evidence-type: no-longer-counts"]);

    let by_nhsmail: fn(&mut Draft) = |draft| draft.question("1.4.1")["exemptions"][1]["exempts"]["value"] = json!(true);
    let only = complete.clone().profile(|profile| profile.nhsmail = Some(Nhsmail::OnlyEmailSystem));
    assert_eq!(of_a_draft(&only, by_nhsmail), ["1.4.1 exempted: taken-away"]);
    assert_eq!(of_a_draft(&complete, by_nhsmail), [""; 0]);

    let heading: fn(&mut Draft) = |draft| draft.question("1.4.1")["heading"]["value"] = json!("data-security");
    assert_eq!(of_a_draft(&complete, heading), ["1.4.1 heading: answer-moves"]);

    let looks_for: fn(&mut Draft) = |draft| {
        draft.question("9.1.1")["looksFor"] = json!({ "value": "default passwords", "certainty": "inferred", "sources": ["clinicshield-category-4-2025-26"], "because": "Made up." });
    };
    assert_eq!(of_a_draft(&complete, looks_for), ["9.1.1 looks-for: said-otherwise"]);
}

#[test]
fn an_answer_to_something_that_is_only_partly_the_same_stays_behind() {
    let mut draft = Draft::of("2025-26");
    draft.question("1.4.1")["descent"]["value"]["relation"] = json!("intersects-with");
    let altered = draft.check().unwrap_or_else(|error| panic!("{error}"));
    let answers = Answers::complete("2024-25", day("2025-05-30"));
    let diff = touched(bank("2024-25"), &altered, &answers.assessment(), "2025-10-01");
    assert_eq!(
        about(&diff, "1.4.1"),
        [
            "answer-left-behind: Your answer is not taken to 2025-26, which asks for something else. Answer 1.4.1 afresh."
        ]
    );
    assert_eq!(diff.organisation.map(|organisation| organisation.left_behind), Some(1));
}
