//! Banks of one's own in which a fact is less certain than in the built-in one: every reading takes it as it can.

use crate::common::{Answers, code, day, response, usual_day};
use crate::draft::{Draft, confirmed};
use crate::levels::bounds;
use crate::replies::{does_not_apply, text, ticked, ticked_found, unticked};
use dspt::Level::{self, ApproachingStandards, StandardsMet};
use dspt::{Answer, FactName, Found, Nhsmail, QuestionBank, Response, Verdict, evaluate};
use serde_json::json;

const BELOW: Option<Level> = None;
const STEP: Option<Level> = Some(ApproachingStandards);
const MET: Option<Level> = Some(StandardsMet);

/// The bank of 2025-26 with another certainty for a fact of a question.
#[track_caller]
fn with(question: &str, fact: &str, certainty: &str) -> Draft {
    let mut draft = Draft::of("2025-26");
    let fact = &mut draft.question(question)[fact];
    fact["certainty"] = json!(certainty);
    fact["because"] = json!("Made up for a test.");
    draft
}

/// `NHSmail` as the only email system takes 8.1.4 away, and 8.2.1 is needed where 8.1.4 found something.
#[track_caller]
fn where_nhsmail_takes_the_deciding_question_away(route: &str) -> QuestionBank {
    let mut draft = with("8.1.4", "notApplicable", route);
    let source = draft.0["sources"][0]["id"].as_str().expect("a source").to_owned();
    let exemptions = draft.question("8.1.4")["exemptions"].as_array_mut().expect("exemptions");
    let by_nhsmail = exemptions.iter_mut().find(|exemption| exemption["by"] == "nhsmail-only").expect("the ground");
    by_nhsmail["exempts"] = confirmed(true, &source);
    draft.question("8.2.1")["neededWhen"]["certainty"] = json!("confirmed");
    draft.check().expect("the content is right")
}

fn complete() -> Answers {
    Answers::complete("2025-26", usual_day("2025-26"))
}

/// The level in the best, the strict and the lenient reading.
#[track_caller]
fn levels(bank: &QuestionBank, answers: &Answers) -> [Option<Level>; 3] {
    let assessment = answers.assessment();
    let evaluation = evaluate(bank, &assessment, usual_day("2025-26"));
    let (strictly, leniently) = bounds(&evaluation);
    [evaluation.level(), strictly, leniently]
}

/// Whether a question takes "Not applicable" in its comment lets something off, wherever the words stand.
#[test]
fn not_applicable_in_the_comment_counts_as_surely_as_it_is_accepted() {
    let comment = Response { comment: Some("Not applicable: exempt as a charity".to_owned()), ..text("") };
    let table = [("confirmed", [MET, MET, MET]), ("inferred", [MET, BELOW, MET]), ("unknown", [BELOW, BELOW, MET])];
    for (certainty, expected) in table {
        let bank = with("1.1.1", "notApplicable", certainty).check().expect("the content is right");
        for given in [&comment, &text("Not applicable: exempt as a charity")] {
            assert_eq!(levels(&bank, &complete().with("1.1.1", given.clone())), expected, "{certainty}");
        }
    }
}

/// The kind of answer asks for something, and 3.2.1 is ticked.
#[test]
fn an_answer_of_another_kind_stands_as_surely_as_the_kind_is_known() {
    let table = [("confirmed", [STEP, STEP, STEP]), ("inferred", [STEP, STEP, MET]), ("unknown", [MET, STEP, MET])];
    for (certainty, expected) in table {
        let bank = with("3.2.1", "evidenceType", certainty).check().expect("the content is right");
        assert_eq!(levels(&bank, &complete().with("3.2.1", text("All of us were trained"))), expected, "{certainty}");
        assert_eq!(levels(&bank, &complete()), [MET, MET, MET], "{certainty}");
    }
}

/// 8.1.4 is taken away, so that its answer matters to 8.2.1 alone.
#[test]
fn a_question_is_unneeded_as_surely_as_not_applicable_is_accepted_where_it_is_decided() {
    let table = [("confirmed", [MET, MET, MET]), ("inferred", [MET, STEP, MET]), ("unknown", [STEP, STEP, MET])];
    for (certainty, expected) in table {
        let bank = where_nhsmail_takes_the_deciding_question_away(certainty);
        let answers = complete().profile(|home| home.nhsmail = Some(Nhsmail::OnlyEmailSystem));
        let answers = answers.with("8.1.4", does_not_apply()).without("8.2.1");
        assert_eq!(levels(&bank, &answers), expected, "{certainty}");

        let assessment = answers.assessment();
        let evaluation = evaluate(&bank, &assessment, usual_day("2025-26"));
        let Verdict::Inferred { hangs_on, .. } = evaluation.verdict() else {
            assert_eq!(certainty, "confirmed");
            continue;
        };
        let of_8_1_4 = hangs_on.iter().filter(|fact| fact.question == Some(code("8.1.4")));
        let named: Vec<_> = of_8_1_4.map(|fact| fact.fact).collect();
        assert_eq!(named, [FactName::NotApplicable], "{certainty}");
    }
}

/// 8.2.1 has an answer of the wrong kind and stands in the way of Standards Met, unless 8.1.4 comes to say that nothing
/// was found. It can where something is added to it, but not where what it says would have to be taken back.
#[test]
fn what_cannot_come_to_say_that_nothing_was_found_closes_the_level() {
    let bank = where_nhsmail_takes_the_deciding_question_away("confirmed");
    let date = response(Answer::Date { date: day("2026-01-01") });
    let no_document = response(Answer::Document { documents: Vec::new() });
    let table = [
        (ticked(), MET),
        (unticked(), MET),
        (ticked_found(Found::Nothing), MET),
        (ticked_found(Found::Something), STEP),
        (does_not_apply(), MET),
        (text(""), MET),
        (text("We looked everywhere"), STEP),
        (no_document, MET),
        (date, STEP),
    ];
    for (deciding, expected) in table {
        let answers = complete().profile(|home| home.nhsmail = Some(Nhsmail::NotSure));
        let answers = answers.with("8.1.4", deciding.clone()).with("8.2.1", text("It is in the folder"));
        let assessment = answers.assessment();
        let evaluation = evaluate(&bank, &assessment, usual_day("2025-26"));
        assert_eq!(evaluation.reach().ceiling, expected, "{deciding:?}");
    }
}
