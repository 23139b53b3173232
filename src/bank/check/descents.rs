//! Descent: every question of the edition before is continued or dropped, and nothing descends from thin air.

use std::collections::BTreeSet;

use super::super::code::QuestionCode;
use super::super::descent::Relation;
use super::super::mistake::Fault;
use super::super::question_bank::QuestionBank;
use super::super::raw::RawBank;
use super::Mistakes;

pub(super) fn check(bank: &RawBank, before: &QuestionBank, found: &mut Mistakes) {
    let expected = bank.edition.id.before();
    if expected != Some(before.id()) {
        let expected = expected.map_or_else(|| "none".to_owned(), |id| id.to_string());
        found.push("/edition/id", Fault::NotTheEditionBefore { found: before.id().to_string(), expected });
        return;
    }
    let continued = descents_name_questions_that_exist(bank, before, found);
    dropped_questions_existed(bank, before, &continued, found);
    nothing_is_lost(bank, before, &continued, found);
}

fn descents_name_questions_that_exist(
    bank: &RawBank,
    before: &QuestionBank,
    found: &mut Mistakes,
) -> BTreeSet<QuestionCode> {
    let mut continued = BTreeSet::new();
    let mut unchanged = BTreeSet::new();
    for (at, question) in bank.questions.iter().enumerate() {
        let pointer = format!("/questions/{at}/descent");
        let Some(descent) = question.descent.as_ref().and_then(|fact| fact.value.as_ref()) else {
            // An unknown descent is an answer; silence is not.
            if question.descent.is_none() {
                found.push(pointer, Fault::DescentMissing);
            }
            continue;
        };
        if let Some(code) = descent.from {
            if before.question(code).is_none() {
                found.push(format!("{pointer}/value/from"), Fault::DescentUnknown { code });
            }
            continued.insert(code);
            // A question may be split in two, but only one can be the same as before.
            if descent.relation == Relation::EqualTo && !unchanged.insert(code) {
                found.push(format!("{pointer}/value/from"), Fault::DescentTwice { code });
            }
        }
    }
    continued
}

fn dropped_questions_existed(
    bank: &RawBank,
    before: &QuestionBank,
    continued: &BTreeSet<QuestionCode>,
    found: &mut Mistakes,
) {
    for (at, dropped) in bank.edition.dropped.iter().enumerate() {
        let Some(code) = dropped.value else { continue };
        let pointer = format!("/edition/dropped/{at}/value");
        if before.question(code).is_none() {
            found.push(pointer, Fault::DescentUnknown { code });
        } else if continued.contains(&code) {
            found.push(pointer, Fault::DroppedYetContinued { code });
        }
    }
}

fn nothing_is_lost(bank: &RawBank, before: &QuestionBank, continued: &BTreeSet<QuestionCode>, found: &mut Mistakes) {
    let dropped: BTreeSet<QuestionCode> = bank.edition.dropped.iter().filter_map(|fact| fact.value).collect();
    for question in before.questions() {
        if !continued.contains(&question.code) && !dropped.contains(&question.code) {
            found.push("/edition/dropped", Fault::QuestionLost { code: question.code });
        }
    }
}
