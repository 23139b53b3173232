//! `dspt explain`: how a verdict came about, as a tree.

use std::collections::BTreeSet;

use anstyle::Style;
use clap::Args;
use dspt::{
    Assessment, Level, QuestionBank, QuestionCode, ReplayFit, Trace, TraceKind, TraceNode, TraceState, Verdict,
};

use crate::input::{self, Judged};
use crate::page::{GOOD, OPEN, Page, QUIET, STRONG, long_date, sources};
use crate::{Format, Outcome, page};

#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    judged: Judged,
    /// Show the branch of one question alone, and that whole
    #[arg(long, value_name = "CODE", value_parser = input::word::<QuestionCode>)]
    question: Option<QuestionCode>,
    /// Show the branch of one level alone
    #[arg(long, value_name = "LEVEL", value_parser = input::word::<Level>)]
    level: Option<Level>,
    /// Show everything, not only what stands in the way
    #[arg(long)]
    all: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let (assessment, bank) = arguments.judged.read()?;
    let (bank, subject) = (bank.as_ref(), &arguments.judged.subject);
    let mut trace = dspt::trace(bank, &assessment, subject.day());
    if let Some(level) = arguments.level {
        trace = trace.of_level(level);
    }
    if let Some(code) = arguments.question {
        if bank.question(code).is_none() {
            return Err(format!("{code} is not a question that the bank of {} lists", bank.id()));
        }
        trace = trace.of_question(code);
    }
    match subject.format {
        Format::Json => page::json(trace.to_json())?,
        Format::Text => {
            let is_whole = arguments.all || arguments.question.is_some();
            Tree { bank, is_whole, told: BTreeSet::new(), page: Page::default() }.text(&assessment, &trace).print()?;
        }
    }
    Ok(Outcome::Done)
}

/// A tree on its way onto a page.
struct Tree<'a> {
    bank: &'a QuestionBank,
    /// Whether everything is shown.
    is_whole: bool,
    /// The questions whose branch has been shown; several levels ask for the same ones.
    told: BTreeSet<QuestionCode>,
    page: Page,
}

impl Tree<'_> {
    fn text(mut self, assessment: &Assessment, trace: &Trace<'_>) -> Page {
        let organisation = assessment.organisation();
        let name = organisation.name.as_deref().unwrap_or("Organisation without a name");
        let day = long_date(trace.as_of);
        let title = format!("{name} ({}), toolkit {}, on {day}", trace.ods_code, trace.edition);
        self.page.line(0, STRONG, &title);
        let style = if trace.replay.fit == ReplayFit::Open { QUIET } else { OPEN };
        self.page.line(0, style, &trace.replay.says);
        self.page.corrected(self.bank);
        self.page.gap();
        let certainty = match trace.verdict {
            Verdict::Confirmed => "confirmed",
            Verdict::Inferred { .. } => "inferred; dspt assess says on what it hangs",
        };
        match trace.level {
            Some(level) => self.page.line(0, GOOD, &format!("Level: {} ({certainty})", level.name())),
            None => self.page.line(0, OPEN, &format!("Level: below Approaching Standards ({certainty})")),
        }
        for level in &trace.levels {
            self.page.gap();
            self.node(level, 0, "");
        }
        if trace.levels.is_empty() {
            self.page.line(0, QUIET, "No level asks about this.");
        }
        self.page
    }

    /// A node with what is shown below it.
    fn node(&mut self, node: &TraceNode<'_>, indent: usize, grounds_above: &str) {
        let (mark, style) = mark(node.state);
        let told_before = node.question.is_some_and(|code| {
            node.kind == TraceKind::Question && !node.children.is_empty() && !self.told.insert(code)
        });
        let see = if told_before { " See above." } else { "" };
        // That a question is inferred to be mandatory stands beside its source.
        let others =
            if self.is_whole || node.kind != TraceKind::Question { other_readings(node) } else { String::new() };
        self.page.hanging(mark, indent, style, &format!("{}{others}{see}", node.says));
        if told_before {
            return;
        }
        let grounds = self.grounds(node);
        if (self.is_whole || node.is_open()) && !grounds.is_empty() && grounds != grounds_above {
            self.page.line(indent + 2, QUIET, &grounds);
        }
        let mut folded = Folded::default();
        for child in &node.children {
            if self.is_whole || is_worth_showing(node, child) {
                self.node(child, indent + 2, &grounds);
            } else {
                folded.count(child);
            }
        }
        if let Some(folded) = folded.in_words() {
            self.page.line(indent + 2, QUIET, &folded);
        }
    }

    /// How sure the fact behind a node is, with the first of its sources.
    fn grounds(&self, node: &TraceNode<'_>) -> String {
        let Some(certainty) = node.certainty else { return String::new() };
        let because = node.because.map(|because| format!(": {because}")).unwrap_or_default();
        match sources(|id| self.bank.source(id), node.sources) {
            empty if empty.is_empty() => format!("Source: none on record ({certainty}{because})"),
            named => format!("Source: {named} ({certainty}{because})"),
        }
    }
}

const fn mark(state: Option<TraceState>) -> (&'static str, Style) {
    match state {
        Some(TraceState::Met) => ("\u{2713} ", GOOD),
        Some(TraceState::NotMet) => ("\u{2717} ", OPEN),
        Some(TraceState::Undetermined) => ("? ", OPEN),
        Some(TraceState::NotApplied) => ("\u{2013} ", QUIET),
        None => ("\u{b7} ", Style::new()),
    }
}

/// What the strict and the lenient reading make of it, where they differ.
fn other_readings(node: &TraceNode<'_>) -> String {
    let name = |state| match state {
        TraceState::Met => "holds",
        TraceState::Undetermined => "is not settled",
        TraceState::NotMet => "does not hold",
        TraceState::NotApplied => "plays no part",
    };
    let strictly = node.strictly.map(|state| format!("read strictly it {}", name(state)));
    let leniently = node.leniently.map(|state| format!("read leniently it {}", name(state)));
    let told: Vec<_> = strictly.into_iter().chain(leniently).collect();
    if told.is_empty() { String::new() } else { format!(" [{}]", told.join("; ")) }
}

/// What stands in the way is shown, with what was said there and what might have helped.
fn is_worth_showing(above: &TraceNode<'_>, node: &TraceNode<'_>) -> bool {
    if !above.is_open() {
        return false;
    }
    match node.kind {
        TraceKind::Response | TraceKind::NeededWhen => true,
        TraceKind::Exemption => node.pointer.is_some(),
        _ => node.is_open(),
    }
}

/// The branches that are not shown, counted.
#[derive(Default)]
struct Folded {
    questions_done: usize,
    questions_open: usize,
    questions_not_asked: usize,
    kept: usize,
    idle: usize,
    open: usize,
}

impl Folded {
    fn count(&mut self, node: &TraceNode<'_>) {
        let counter = match (node.kind == TraceKind::Question, node.state) {
            (true, Some(TraceState::Met)) => &mut self.questions_done,
            (true, Some(TraceState::NotApplied)) => &mut self.questions_not_asked,
            (true, _) => &mut self.questions_open,
            (false, Some(TraceState::Met)) => &mut self.kept,
            (false, Some(TraceState::NotApplied) | None) => &mut self.idle,
            (false, _) => &mut self.open,
        };
        *counter += 1;
    }

    fn in_words(&self) -> Option<String> {
        let are = |count: usize, one: &str, more: &str| (count > 0).then(|| page::count(count, one, more));
        let parts: Vec<String> = [
            are(self.questions_done, "question that is done", "questions that are done"),
            are(self.questions_open, "question that is open", "questions that are open"),
            are(self.questions_not_asked, "question that is not asked for", "questions that are not asked for"),
            are(self.kept, "rule that is kept", "rules that are kept"),
            are(self.open, "rule that does not hold", "rules that do not hold"),
            are(self.idle, "point that plays no part", "points that play no part"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let (last, rest) = parts.split_last()?;
        Some(if rest.is_empty() { format!("and {last}") } else { format!("and {} and {last}", rest.join(", ")) })
    }
}
