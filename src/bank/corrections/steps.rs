//! Corrections as single steps, each of which changes a bank, knows what it covers, and can be left out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::check::{Mistakes, provenance_is_complete};
use super::super::fact::{Certainty, Provenance};
use super::super::level::Level;
use super::super::mistake::{Fault, Mistake};
use super::super::question::Question;
use super::super::raw::RawBank;
use super::super::source::SourceId;
use super::address::{find, period};
use super::change::{confirm, in_question, put, removed};
use super::document::{ConfirmedFacts, CorrectedEdition, CorrectedQuestion, Corrections, RemovedFacts};
use super::mistake::{CorrectionFault, CorrectionMistake};

/// One change to a bank.
pub(super) struct Step<'c> {
    /// Where it stands in the corrections.
    pub(super) pointer: String,
    /// The change.
    pub(super) act: Box<dyn Fn(&mut RawBank) + 'c>,
    /// Whether it can be the cause of a mistake elsewhere in the bank; one that only makes a fact surer cannot.
    pub(super) reaches_far: bool,
}

/// Every step, what each covers, and what is wrong with the corrections themselves.
pub(super) struct Steps<'c> {
    bank: &'c RawBank,
    pub(super) each: Vec<Step<'c>>,
    /// The places in the corrected bank that corrections answer for, with their places in the corrections.
    pub(super) covered: BTreeMap<String, String>,
    /// The places in the bank that are replaced, added or removed, with their places in the corrections.
    taken: BTreeMap<String, String>,
    pub(super) mistakes: Vec<CorrectionMistake>,
}

impl<'c> Steps<'c> {
    pub(super) fn of(bank: &'c RawBank, corrections: &'c Corrections) -> Self {
        let mut steps =
            Self { bank, each: Vec::new(), covered: BTreeMap::new(), taken: BTreeMap::new(), mistakes: Vec::new() };
        steps.sources(corrections);
        steps.entries_are_founded(corrections);
        let mut probe = bank.clone();
        for (at, gone) in corrections.remove.iter().enumerate() {
            steps.removal(at, gone, &mut probe);
        }
        steps.edition(&corrections.correct.edition);
        for (at, rule) in corrections.correct.levels.iter().enumerate() {
            let pointer = format!("/correct/levels/{at}");
            steps.take(format!("/levels/{}", rule.level), pointer, move |bank| {
                bank.levels.retain(|old| old.level != rule.level);
                bank.levels.push(rule.clone());
                bank.levels.sort_by_key(|rule| rule.level);
            });
        }
        for (at, question) in corrections.correct.questions.iter().enumerate() {
            steps.question(at, question);
        }
        for (at, question) in corrections.add.iter().enumerate() {
            steps.addition(at, question);
        }
        let mut probe = bank.clone();
        for (at, confirmed) in corrections.confirm.iter().enumerate() {
            steps.confirmation(at, confirmed, &mut probe);
        }
        steps
    }

    /// The sources that come with the corrections join those of the bank.
    fn sources(&mut self, corrections: &'c Corrections) {
        let mut found = Mistakes::default();
        for (at, source) in corrections.sources.iter().enumerate() {
            if corrections.sources.iter().take(at).any(|earlier| earlier.id == source.id) {
                found.push(format!("/sources/{at}/id"), Fault::Duplicate { id: source.id.to_string() });
            }
        }
        self.mistakes.extend(found.0.iter().map(own));
        for (at, source) in corrections.sources.iter().enumerate() {
            if self.bank.sources.iter().any(|known| known.id == source.id) {
                let fault = CorrectionFault::SourceKnown { id: source.id.clone() };
                self.mistakes.push(CorrectionMistake::own(format!("/sources/{at}/id"), fault));
            } else {
                let act = move |bank: &mut RawBank| {
                    if bank.sources.iter().all(|known| known.id != source.id) {
                        bank.sources.push(source.clone());
                        bank.sources.sort_by(|one, other| one.id.cmp(&other.id));
                    }
                };
                let pointer = format!("/sources/{at}");
                self.covered.insert(format!("/sources/{}", source.id), pointer.clone());
                self.each.push(Step { pointer, act: Box::new(act), reaches_far: false });
            }
        }
    }

    /// What is confirmed or removed names sources that there are.
    fn entries_are_founded(&mut self, corrections: &Corrections) {
        let sources = self.bank.sources.iter().chain(&corrections.sources);
        let known: BTreeSet<&SourceId> = sources.map(|source| &source.id).collect();
        let mut found = Mistakes::default();
        let confirmed = corrections.confirm.iter().map(|entry| ("confirm", &entry.sources, &entry.because));
        let removed = corrections.remove.iter().map(|entry| ("remove", &entry.sources, &entry.because));
        for entries in [confirmed.enumerate().collect::<Vec<_>>(), removed.enumerate().collect()] {
            for (at, (list, sources, because)) in entries {
                let provenance =
                    Provenance { certainty: Certainty::Confirmed, sources: sources.clone(), because: because.clone() };
                provenance_is_complete(&format!("/{list}/{at}"), &provenance, &known, &mut found);
            }
        }
        self.mistakes.extend(found.0.iter().map(own));
    }

    /// Takes a place in the bank, unless another correction is about it already.
    fn take(&mut self, place: String, pointer: String, act: impl Fn(&mut RawBank) + 'c) -> bool {
        let is_free = self.is_free(&place, &pointer);
        if is_free {
            self.covered.insert(place.clone(), pointer.clone());
            self.taken.insert(place, pointer.clone());
            self.each.push(Step { pointer, act: Box::new(act), reaches_far: true });
        }
        is_free
    }

    fn is_free(&mut self, place: &str, pointer: &str) -> bool {
        let from_here = self.taken.range(place.to_owned()..);
        let mut inside = from_here.take_while(|(taken, _)| taken.starts_with(place));
        let inside = inside.find(|(taken, _)| is_under(place, taken));
        let Some((_, other)) = around(&self.taken, place).or(inside) else { return true };
        let fault = CorrectionFault::CorrectedTwice { address: place.to_owned(), other: other.clone() };
        self.mistakes.push(CorrectionMistake::own(pointer, fault));
        false
    }

    fn edition(&mut self, given: &'c CorrectedEdition) {
        let of = "/edition";
        let base = "/correct/edition";
        macro_rules! facts {
            ($of:expr, $base:expr, $given:expr, $edition:ident => $place:expr, { $($field:ident: $key:literal),+ $(,)? }) => {$(
                if let Some(fact) = &$given.$field {
                    self.take(format!("{}/{}", $of, $key), format!("{}/{}", $base, $key), move |bank| {
                        let $edition = &mut bank.edition;
                        $place.$field = fact.clone();
                    });
                }
            )+};
        }
        facts!(of, base, given, edition => edition, {
            toolkit_version: "toolkitVersion",
            opening: "opening",
            deadline: "deadline",
            total: "total",
            scope: "scope",
            reconfirmation: "reconfirmation",
            not_sure: "notSure",
        });
        facts!(format!("{of}/gates"), format!("{base}/gates"), given.gates, edition => edition.gates, {
            profile_confirmed: "profileConfirmed",
            assertions_confirmed: "assertionsConfirmed",
            approaching_only_first: "approachingOnlyFirst",
            action_plan: "actionPlan",
            republish_at_least: "republishAtLeast",
            entry_level_counts: "entryLevelCounts",
            only_administrators_publish: "onlyAdministratorsPublish",
            sites_on_record: "sitesOnRecord",
            sites_share_arrangements: "sitesShareArrangements",
            sites_need_head_office: "sitesNeedHeadOffice",
        });
        let counts = given.counts.iter().map(|count| (count.level, count.from));
        self.periods(of, "counts", base, &counts.collect::<Vec<_>>(), |bank, level| {
            let counts = &mut bank.edition.counts;
            counts.retain(|count| count.level != level);
            counts.extend(given.counts.iter().filter(|count| count.level == level).cloned());
            counts.sort_by_key(|count| count.level);
        });
        for (at, effect) in given.certificates.iter().enumerate() {
            let place = format!("{of}/certificates/{}", effect.certificate);
            self.take(place, format!("{base}/certificates/{at}"), move |bank| {
                put(&mut bank.edition.certificates, effect, |effect| effect.certificate);
            });
        }
        for (at, gone) in given.dropped.iter().enumerate() {
            let code = gone.value.map_or_else(|| at.to_string(), |code| code.to_string());
            self.take(format!("{of}/dropped/{code}"), format!("{base}/dropped/{at}"), move |bank| {
                put(&mut bank.edition.dropped, gone, |gone| gone.value);
            });
        }
    }

    fn question(&mut self, at: usize, given: &'c CorrectedQuestion) {
        let code = given.code;
        let base = format!("/correct/questions/{at}");
        if self.bank.questions.iter().all(|question| question.code != code) {
            let fault = Fault::UnknownQuestion { code };
            return self.mistakes.push(CorrectionMistake::bank(format!("{base}/code"), fault));
        }
        let of = format!("/questions/{code}");
        macro_rules! facts {
            ({ $($field:ident: $key:literal = $fact:ident => $value:expr),+ $(,)? }) => {$(
                if let Some($fact) = &given.$field {
                    self.take(format!("{of}/{}", $key), format!("{base}/{}", $key), in_question(code, move |question| {
                        question.$field = $value;
                    }));
                }
            )+};
        }
        facts!({
            listed: "listed" = fact => fact.clone(),
            heading: "heading" = fact => fact.clone(),
            evidence_type: "evidenceType" = fact => fact.clone(),
            not_applicable: "notApplicable" = fact => fact.clone(),
            window: "window" = fact => Some(fact.clone()),
            threshold: "threshold" = fact => Some(fact.clone()),
            looks_for: "looksFor" = fact => Some(fact.clone()),
            needed_when: "neededWhen" = fact => Some(fact.clone()),
            descent: "descent" = fact => Some(fact.clone()),
        });
        let entries = given.mandatory.iter().map(|entry| (entry.level, entry.from));
        self.periods(&of, "mandatory", &base, &entries.collect::<Vec<_>>(), move |bank, level| {
            in_question(code, |question| {
                question.mandatory.retain(|entry| entry.level != level);
                question.mandatory.extend(given.mandatory.iter().filter(|entry| entry.level == level).cloned());
                question.mandatory.sort_by_key(|entry| entry.level);
            })(bank);
        });
        for (at, part) in given.parts.iter().enumerate() {
            let act = in_question(code, move |question| put(&mut question.parts, part, |part| part.id.clone()));
            self.take(format!("{of}/parts/{}", part.id), format!("{base}/parts/{at}"), act);
        }
        for (at, entry) in given.exemptions.iter().enumerate() {
            let act = in_question(code, move |question| put(&mut question.exemptions, entry, |entry| entry.by));
            self.take(format!("{of}/exemptions/{}", entry.by), format!("{base}/exemptions/{at}"), act);
        }
    }

    /// Entries of a level, each for its own period, take the place of all entries of that level: one step a level.
    fn periods(
        &mut self,
        of: &str,
        list: &str,
        base: &str,
        entries: &[(Level, Option<NaiveDate>)],
        act: impl Fn(&mut RawBank, Level) + Clone + 'c,
    ) {
        for level in Level::ALL.iter().copied() {
            let of_level = || entries.iter().enumerate().filter(move |(_, (of, _))| *of == level);
            let Some((first, _)) = of_level().next() else { continue };
            let act = act.clone();
            let pointer = format!("{base}/{list}/{first}");
            if self.take(format!("{of}/{list}/{level}"), pointer, move |bank| act(bank, level)) {
                for (at, (_, from)) in of_level() {
                    let key = period(level, *from);
                    self.covered.insert(format!("{of}/{list}/{key}"), format!("{base}/{list}/{at}"));
                }
            }
        }
    }

    fn addition(&mut self, at: usize, question: &'c Question) {
        let code = question.code;
        let pointer = format!("/add/{at}");
        if self.bank.questions.iter().any(|known| known.code == code) {
            let fault = CorrectionFault::QuestionKnown { code };
            return self.mistakes.push(CorrectionMistake::own(format!("{pointer}/code"), fault));
        }
        let of = format!("/questions/{code}");
        let is_free = self.take(of.clone(), pointer.clone(), move |bank| {
            bank.questions.push(question.clone());
            bank.questions.sort_by_key(|question| question.code);
        });
        if !is_free {
            return;
        }
        for (at, entry) in question.mandatory.iter().enumerate() {
            let key = period(entry.level, entry.from);
            self.covered.insert(format!("{of}/mandatory/{key}"), format!("{pointer}/mandatory/{at}"));
        }
        for (at, entry) in question.exemptions.iter().enumerate() {
            self.covered.insert(format!("{of}/exemptions/{}", entry.by), format!("{pointer}/exemptions/{at}"));
        }
        for (at, part) in question.parts.iter().enumerate() {
            self.covered.insert(format!("{of}/parts/{}", part.id), format!("{pointer}/parts/{at}"));
        }
    }

    fn removal(&mut self, at: usize, gone: &'c RemovedFacts, probe: &mut RawBank) {
        for (fact, address) in gone.facts.iter().enumerate() {
            let pointer = format!("/remove/{at}/facts/{fact}");
            let taken = around(&self.taken, address.as_str()).is_some();
            match if taken { Ok(()) } else { removed(probe, address) } {
                Ok(()) => {
                    self.take(address.to_string(), pointer, |bank| {
                        let _ = removed(bank, address);
                    });
                }
                Err(fault) => self.mistakes.push(CorrectionMistake::own(pointer, fault)),
            }
        }
    }

    fn confirmation(&mut self, at: usize, by: &'c ConfirmedFacts, probe: &mut RawBank) {
        for (fact, address) in by.facts.iter().enumerate() {
            let pointer = format!("/confirm/{at}/facts/{fact}");
            let found = find(probe, address).map(|(fact, says)| (fact.certainty, says));
            let was_unknown = found.is_some_and(|(certainty, _)| certainty == Certainty::Unknown);
            // Two facts can stand one inside the other and be confirmed both; a fact confirmed twice is a slip.
            let place = address.to_string();
            let taken = around(&self.taken, &place).map(|(_, other)| other);
            let twice = taken.or(self.covered.get(&place)).filter(|_| found.is_some_and(|(_, says)| says));
            if let Some(other) = twice {
                let fault = CorrectionFault::CorrectedTwice { address: place, other: other.clone() };
                self.mistakes.push(CorrectionMistake::own(pointer, fault));
                continue;
            }
            if let Err(fault) = confirm(probe, address, by) {
                self.mistakes.push(CorrectionMistake::own(pointer, fault));
                continue;
            }
            self.covered.insert(place, pointer.clone());
            let act = move |bank: &mut RawBank| {
                let _ = confirm(bank, address, by);
            };
            self.each.push(Step { pointer, act: Box::new(act), reaches_far: was_unknown });
        }
    }
}

fn own(mistake: &Mistake) -> CorrectionMistake {
    CorrectionMistake::bank(mistake.pointer().to_owned(), mistake.fault().clone())
}

/// Whether a place is another or lies in it; an entry that begins inside the edition lies in that of its level.
fn is_under(whole: &str, place: &str) -> bool {
    place.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '@']))
}

/// The longest place that is another or that the other lies in, with what is noted of it.
pub(super) fn around<'m>(places: &'m BTreeMap<String, String>, place: &str) -> Option<(&'m String, &'m String)> {
    let ends = place.match_indices(['/', '@']).map(|(at, _)| at).chain([place.len()]);
    let mut wholes = ends.collect::<Vec<_>>().into_iter().rev();
    wholes.find_map(|end| places.get_key_value(place.get(..end)?))
}
