//! The check of a question bank: every kind of mistake, each made once in a copy of a built-in bank.

use crate::common::bank;
use crate::draft::{Draft, assert_passes, confirmed, remove};
use dspt::{Fault, Mistake};
use serde_json::json;

/// A mistake made on purpose.
struct Case {
    /// The code of the mistake.
    code: &'static str,
    /// Where it is.
    at: &'static str,
    /// The edition that is spoilt.
    edition: &'static str,
    /// How it is spoilt.
    spoil: fn(&mut Draft),
    /// The edition given as the one before; the built-in one where nothing is said.
    after: Option<&'static str>,
}

const fn case(code: &'static str, at: &'static str, edition: &'static str, spoil: fn(&mut Draft)) -> Case {
    Case { code, at, edition, spoil, after: None }
}

/// One mistake of every kind, in the order of the list of kinds.
const CASES: &[Case] = &[
    case("duplicate", "/questions/52/code", "2025-26", |bank| {
        let mut again = bank.question("10.2.2").clone();
        again["descent"]["value"] = json!({ "relation": "no-relationship" });
        bank.questions().push(again);
    }),
    case("unsorted", "/questions/{10.2.1}/code", "2025-26", |bank| {
        let last = bank.questions().len() - 1;
        bank.questions().swap(last - 1, last);
    }),
    case("text-missing", "/questions/{1.1.1}/title", "2025-26", |bank| {
        bank.question("1.1.1")["title"] = json!(" ");
    }),
    case("text-too-long", "/questions/{1.1.1}/prompt", "2025-26", |bank| {
        bank.question("1.1.1")["prompt"] = json!("w".repeat(301));
    }),
    case("unknown-source", "/questions/{1.1.1}/heading/sources/0", "2025-26", |bank| {
        bank.question("1.1.1")["heading"]["sources"] = json!(["a-page-nobody-listed"]);
    }),
    case("source-missing", "/edition/deadline", "2025-26", |bank| {
        bank.edition()["deadline"]["sources"] = json!([]);
    }),
    case("reason-missing", "/edition/opening", "2025-26", |bank| {
        remove(&mut bank.edition()["opening"], "because");
    }),
    case("value-missing", "/edition/toolkitVersion", "2025-26", |bank| {
        remove(&mut bank.edition()["toolkitVersion"], "value");
    }),
    case("out-of-range", "/questions/{3.2.1}/threshold/value/percent", "2025-26", |bank| {
        bank.question("3.2.1")["threshold"]["value"]["percent"] = json!(101);
    }),
    case("period-backwards", "/edition/counts/2", "2025-26", |bank| {
        let mut count = bank.edition()["counts"][1].clone();
        (count["from"], count["until"]) = (json!("2026-06-01"), json!("2026-01-01"));
        bank.edition()["counts"].as_array_mut().unwrap().push(count);
    }),
    case("date-outside-edition", "/edition/deadline/value", "2025-26", |bank| {
        bank.edition()["deadline"]["value"] = json!("2027-06-30");
    }),
    case("periods-overlap", "/questions/{1.2.4}/mandatory", "2021-22", |bank| {
        bank.question("1.2.4")["mandatory"][2]["from"] = json!("2022-06-01");
    }),
    case("period-missing", "/questions/{1.2.4}/mandatory", "2021-22", |bank| {
        bank.question("1.2.4")["mandatory"].as_array_mut().unwrap().pop();
    }),
    case("count-differs", "/edition/counts/1/count/value", "2021-22", |bank| {
        bank.edition()["counts"][1]["count"]["value"] = json!(44);
    }),
    case("more-than-total", "/edition/total/value", "2025-26", |bank| {
        bank.edition()["total"]["value"] = json!(51);
    }),
    case("rule-missing", "/levels/2/readings", "2025-26", |bank| {
        *bank.readings("standards-exceeded") = json!([]);
    }),
    case("best-reading-unknown", "/levels/2/readings/0", "2025-26", |bank| {
        bank.readings("standards-exceeded")[0]["certainty"] = json!("unknown");
    }),
    case("rule-names-itself", "/levels/1/readings/0/value/rules/0/level", "2025-26", |bank| {
        bank.readings("standards-met")[0]["value"]["rules"][0]["level"] = json!("standards-met");
    }),
    case("rule-over-nothing", "/levels/2/readings/0/value/level", "2025-26", |bank| {
        bank.none_is_mandatory("standards-exceeded");
        bank.readings("standards-exceeded")[0]["value"] =
            json!({ "kind": "every-mandatory-complete", "level": "standards-exceeded" });
    }),
    case("unknown-question", "/questions/{8.2.1}/neededWhen/value/found", "2025-26", |bank| {
        bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!("8.1.9");
    }),
    case("does-not-fit", "/questions/{3.2.1}/threshold", "2025-26", |bank| {
        bank.question("3.2.1")["evidenceType"]["value"] = json!("text");
    }),
    case("nothing-looked-for", "/questions/{8.2.1}/neededWhen/value/found", "2025-26", |bank| {
        remove(bank.question("8.1.4"), "looksFor");
    }),
    case("condition-chained", "/questions/{8.2.1}/neededWhen/value/found", "2025-26", |bank| {
        bank.question("8.1.4")["neededWhen"] = confirmed(json!({ "found": "9.1.1" }), "rcpa-bulletin-2025-09");
        bank.question("9.1.1")["looksFor"] = confirmed("shared accounts", "rcpa-bulletin-2025-09");
    }),
    case("condition-less-mandatory", "/questions/{8.2.1}/neededWhen/value/found", "2025-26", |bank| {
        bank.question("8.2.1")["neededWhen"]["value"]["found"] = json!("4.4.1");
        bank.question("4.4.1")["looksFor"] = confirmed("shared accounts", "rcpa-bulletin-2025-09");
    }),
    case("descent-unclear", "/questions/{7.1.5}/descent", "2025-26", |bank| {
        bank.question("7.1.5")["descent"]["value"]["relation"] = json!("subset-of");
    }),
    case("descent-unknown", "/questions/{7.1.5}/descent/value/from", "2025-26", |bank| {
        bank.question("7.1.5")["descent"]["value"] = json!({ "relation": "subset-of", "from": "7.1.4" });
    }),
    case("descent-twice", "/questions/{7.1.5}/descent/value/from", "2025-26", |bank| {
        bank.question("7.1.5")["descent"]["value"] = json!({ "relation": "equal-to", "from": "7.1.1" });
    }),
    case("descent-missing", "/questions/{7.1.5}/descent", "2025-26", |bank| {
        remove(bank.question("7.1.5"), "descent");
    }),
    case("question-lost", "/edition/dropped", "2022-23", |bank| {
        remove(bank.edition(), "dropped");
    }),
    case("dropped-yet-continued", "/edition/dropped/0/value", "2025-26", |bank| {
        bank.edition()["dropped"] = json!([confirmed("1.1.1", "rcpa-bulletin-2025-09")]);
    }),
    case("claim-missing", "/disagreements/0/claims", "2025-26", |bank| {
        bank.0["disagreements"][0]["claims"].as_array_mut().unwrap().truncate(1);
    }),
    Case { after: Some("2023-24"), ..case("not-the-edition-before", "/edition/id", "2025-26", |_| {}) },
];

impl Case {
    /// The mistakes the check finds, and the place at which this one is expected.
    fn found(&self) -> (Vec<Mistake>, String) {
        let mut draft = Draft::of(self.edition);
        (self.spoil)(&mut draft);
        let found = match self.after {
            Some(before) => draft.raw().check_after(bank(before)).map_err(|error| error.mistakes().to_vec()),
            None => draft.check().map_err(|error| error.mistakes().to_vec()),
        };
        (found.err().unwrap_or_default(), draft.pointer(self.at))
    }
}

#[test]
fn every_kind_of_mistake_is_made_once_and_no_other_comes_with_it() {
    for case in CASES {
        let (found, at) = case.found();
        let found: Vec<_> = found.iter().map(|mistake| (mistake.code(), mistake.pointer())).collect();
        assert_eq!(found, [(case.code, at.as_str())], "{}", case.code);
    }
}

#[test]
fn no_kind_of_mistake_is_left_out() {
    let made: Vec<&str> = CASES.iter().map(|case| case.code).collect();
    assert_eq!(made, Fault::CODES);
}

#[test]
fn every_message_says_what_is_wrong_and_how_to_mend_it() {
    let lines = CASES.iter().flat_map(|case| case.found().0).map(|mistake| mistake.to_string());
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @"
    at `/questions/52/code`: `10.2.2` stands twice; keep one of the two
    at `/questions/51/code`: `10.2.1` stands after `10.2.2`; sort the entries
    at `/questions/0/title`: the text is empty; write it
    at `/questions/0/prompt`: the text has 301 characters, expected at most 300; shorten it
    at `/questions/0/heading/sources/0`: there is no source `a-page-nobody-listed`; add it to the sources or correct the id
    at `/edition/deadline`: the fact names no source; name one, or call it unknown
    at `/edition/opening`: the fact is not confirmed and gives no reason; say in `because` how it was read from the sources
    at `/edition/toolkitVersion`: the fact has no value; give one
    at `/questions/20/threshold/value/percent`: found 101, expected 1 to 100 per cent
    at `/edition/counts/2`: the period ends on 2026-01-01, before or on its first day 2026-06-01; correct one of the dates
    at `/edition/deadline/value`: found 2027-06-30, expected a day in 2026
    at `/questions/4/mandatory`: two entries for standards-met speak of 2022-06-01; end one where the other begins
    at `/questions/4/mandatory`: no entry for standards-met speaks of 2022-07-31; add one that does
    at `/edition/counts/1/count/value`: mandatory for standards-met on 2021-08-26: 43, expected the official 44; correct the questions or the count
    at `/edition/total/value`: questions listed: 52, more than the official total of 51; remove some or correct the total
    at `/levels/2/readings`: there is no rule here; give at least one
    at `/levels/2/readings/0`: the first reading is the best one and cannot be unknown; put a confirmed or inferred reading first
    at `/levels/1/readings/0/value/rules/0/level`: the rule of standards-met waits for standards-met; it can only name a lower level that has a rule
    at `/levels/2/readings/0/value/level`: no question is ever mandatory for standards-exceeded; the rule says nothing
    at `/questions/44/neededWhen/value/found`: there is no question `8.1.9` in the bank; correct the code
    at `/questions/20/threshold`: this does not go with a question answered by text; remove it or correct the evidence type
    at `/questions/44/neededWhen/value/found`: question `8.1.4` looks for nothing; give it `looksFor`, or name another question
    at `/questions/44/neededWhen/value/found`: question `8.1.4` is itself needed only sometimes; name a question that is always needed
    at `/questions/44/neededWhen/value/found`: question `4.4.1` decides this one and is not mandatory for standards-met on 2025-09-01; completing it could then lower the level
    at `/questions/36/descent`: relation `subset-of` needs `from`, the question of the edition before; correct one of the two
    at `/questions/36/descent/value/from`: the edition before has no question `7.1.4`; correct the code
    at `/questions/36/descent/value/from`: another question is already equal to `7.1.1` of the edition before; say how the two differ from it
    at `/questions/36/descent`: nothing says how the question descends from the edition before; add `descent`
    at `/edition/dropped`: question `4.1.2` of the edition before is neither continued nor dropped; say which
    at `/edition/dropped/0/value`: question `1.1.1` of the edition before is dropped and continued; choose one
    at `/disagreements/0/claims`: a disagreement needs at least two claims; add the other side
    at `/edition/id`: the bank given as the edition before is of 2023-24, expected 2024-25
    ");
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let mut draft = Draft::of("2025-26");
    for code in ["out-of-range", "more-than-total", "rule-missing", "text-missing", "source-missing", "descent-missing"]
    {
        let case = CASES.iter().find(|case| case.code == code).expect("a case");
        (case.spoil)(&mut draft);
    }
    let mut lines: Vec<String> = draft.mistakes().iter().map(ToString::to_string).collect();
    lines.sort_unstable();
    insta::assert_snapshot!(lines.join("\n"), @r"
    at `/edition/deadline`: the fact names no source; name one, or call it unknown
    at `/edition/total/value`: questions listed: 52, more than the official total of 51; remove some or correct the total
    at `/levels/2/readings`: there is no rule here; give at least one
    at `/questions/0/title`: the text is empty; write it
    at `/questions/20/threshold/value/percent`: found 101, expected 1 to 100 per cent
    at `/questions/36/descent`: nothing says how the question descends from the edition before; add `descent`
    ");
}

#[test]
fn an_error_prints_one_mistake_a_line() {
    let mut draft = Draft::of("2025-26");
    draft.edition()["revision"] = json!(0);
    draft.question("10.2.2")["guidance"] = json!("");
    let error = draft.check().expect_err("two mistakes");
    insta::assert_snapshot!(error, @r"
    at `/edition/revision`: found 0, expected 1 or more
    at `/questions/51/guidance`: the text is empty; write it
    ");
    // A snapshot does not see an empty line at the beginning.
    assert!(error.to_string().starts_with("at `/edition/revision`"));
}

#[test]
fn the_fault_carries_its_particulars_for_a_program_to_read() {
    let case = CASES.iter().find(|case| case.code == "more-than-total").expect("a case");
    let (found, _) = case.found();
    assert_eq!(found[0].fault(), &Fault::MoreThanTotal { listed: 52, official: 51 });
}

#[test]
fn a_bank_without_a_mistake_passes() {
    for edition in ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"] {
        assert_passes(edition, |_| {});
    }
}
