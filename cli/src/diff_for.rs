//! The page of `dspt diff --for`: what of the changes touches one organisation.

use anstyle::Style;
use dspt::{Certainty, DiffOrganisation, EditionDiff, LeftOutReason, Level, SourceId, Touch, TouchReason, json};

use crate::diff::grounds;
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, count, long_date};

/// Under what changes are shown, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Answer,
    Check,
    Edition,
    Know,
}

impl Part {
    const ALL: [Self; 4] = [Self::Answer, Self::Check, Self::Edition, Self::Know];

    const fn heading(self) -> &'static str {
        match self {
            Self::Answer => "To answer or mend",
            Self::Check => "To check",
            Self::Edition => "For publishing",
            Self::Know => "Good to know",
        }
    }

    fn of(reason: TouchReason) -> Self {
        match reason {
            TouchReason::AnswerWanted | TouchReason::NoLongerCounts | TouchReason::NoLongerTakenAway => Self::Answer,
            TouchReason::Lapses
            | TouchReason::AnswerLeftBehind
            | TouchReason::LookAfresh
            | TouchReason::SaidOtherwise
            | TouchReason::DependsOnProfile => Self::Check,
            TouchReason::AnswerMoves
            | TouchReason::AnswerThere
            | TouchReason::NowCounts
            | TouchReason::Lasts
            | TouchReason::TakenAway
            | TouchReason::NoLongerWanted => Self::Know,
            _ => Self::Edition,
        }
    }

    const fn style(self) -> Style {
        match self {
            Self::Answer | Self::Check => OPEN,
            Self::Edition => Style::new(),
            Self::Know => GOOD,
        }
    }
}

/// A change as the page shows it.
struct Entry<'d> {
    label: String,
    title: Option<&'d str>,
    touch: &'d Touch,
    change: &'d str,
    certainty: Certainty,
    sources: &'d [SourceId],
}

fn entries(diff: &EditionDiff) -> Vec<Entry<'_>> {
    let of_edition = diff.edition.iter().filter_map(|change| {
        let touch = change.touches.as_ref()?;
        let (change, certainty, sources) = (change.message(), change.certainty, &change.sources);
        Some(Entry { label: String::new(), title: None, touch, change, certainty, sources })
    });
    let of_questions = diff.questions.iter().flat_map(|question| {
        let label = question.new.or(question.old).map_or_else(String::new, |code| format!("{code:<8}"));
        question.changes.iter().filter_map(move |change| {
            let touch = change.touches.as_ref()?;
            let (label, title) = (label.clone(), Some(question.title.as_str()));
            let (change, certainty, sources) = (change.message(), change.certainty, &change.sources);
            Some(Entry { label, title, touch, change, certainty, sources })
        })
    });
    of_edition.chain(of_questions).collect()
}

pub(crate) fn text(diff: &EditionDiff, organisation: &DiffOrganisation) -> Page {
    let mut page = Page::default();
    let entries = entries(diff);
    head(&mut page, diff, organisation, entries.len());
    for part in Part::ALL {
        let in_part: Vec<_> = entries.iter().filter(|entry| Part::of(entry.touch.reason) == part).collect();
        if in_part.is_empty() {
            continue;
        }
        page.gap();
        page.line(0, STRONG, part.heading());
        let mut last: Option<&str> = None;
        for entry in in_part {
            let indent = 2 + entry.label.chars().count();
            if let Some(title) = entry.title.filter(|_| last != Some(entry.label.as_str())) {
                page.hanging(&entry.label, 2, Style::new(), title);
            }
            last = Some(entry.label.as_str());
            page.line(indent, part.style(), &entry.touch.message);
            page.line(indent, QUIET, entry.change);
            page.line(indent, QUIET, &grounds(diff, entry.certainty, entry.sources));
        }
    }
    left_out(&mut page, organisation);
    page
}

fn head(page: &mut Page, diff: &EditionDiff, organisation: &DiffOrganisation, touching: usize) {
    let DiffOrganisation { ods_code, name, as_of, .. } = organisation;
    let name = name.as_deref().unwrap_or("Organisation without a name");
    page.line(0, STRONG, &format!("{name} ({ods_code}), from {} to {}, on {}", diff.from, diff.to, long_date(*as_of)));
    let left_out: u32 = organisation.left_out.iter().map(|entry| entry.count).sum();
    let all = usize::try_from(left_out).map_or(usize::MAX, |left_out| touching.saturating_add(left_out));
    page.line(0, STRONG, &format!("{touching} of {} touch you", count(all, "change", "changes")));
    let is_forward = diff.from < diff.to && organisation.assessed == diff.from;
    let level = |level: Option<Level>| level.map_or("no level", Level::name);
    let once = if is_forward { ", once you have confirmed them" } else { "" };
    let (before, after) = (level(organisation.level_before), level(organisation.level_after));
    page.line(
        0,
        OPEN,
        &format!("Your answers come to {before} in {}, and to {after} in {}{once}.", diff.from, diff.to),
    );
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let answers = count(number(organisation.answers), "answer", "answers");
    let waiting = count(number(organisation.to_confirm), "waits", "wait");
    let behind = match organisation.left_behind {
        0 => String::new(),
        behind => format!("; {} no place in the other edition", count(number(behind), "has", "have")),
    };
    page.line(0, QUIET, &format!("Of your {answers}, {waiting} to be confirmed{behind}."));
}

/// What does not touch the organisation, by reason.
fn left_out(page: &mut Page, organisation: &DiffOrganisation) {
    if organisation.left_out.is_empty() {
        return;
    }
    page.gap();
    page.line(0, STRONG, "What does not touch you");
    for reason in LeftOutReason::ALL {
        let entries: Vec<_> = organisation.left_out.iter().filter(|entry| entry.reason == *reason).collect();
        let Some(first) = entries.first() else { continue };
        let number: u32 = entries.iter().map(|entry| entry.count).sum();
        let kinds: Vec<String> = entries.iter().map(|entry| json::label(entry.kind).to_lowercase()).collect();
        page.hanging(&format!("{number:>4}  "), 0, QUIET, &format!("{} ({})", first.message, kinds.join(", ")));
    }
}
