//! Writes all mutants of a file into it, each behind a question whether it is the one being tried.

use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::listed::{Genre, Mutant};

/// How an arm begins that may be left out.
const ARM: &str = " if !/*<";

/// A place of a file that has mutants.
struct Site {
    whole: Range<usize>,
    kind: Kind,
    mutants: Vec<(u32, String)>,
}

enum Kind {
    /// Before the first statement of a function.
    Body,
    Binary {
        left: Range<usize>,
        operator: Range<usize>,
        right: Range<usize>,
    },
    Unary {
        operand: Range<usize>,
    },
    /// After the pattern of an arm without a guard.
    Arm,
    /// The guard of an arm, where the arm may be left out, the guard changed, or both.
    Guard,
}

/// The text of the file with the mutants in it, and the numbers of those that cannot be written so.
pub fn weave(text: &str, mutants: &[(u32, &Mutant)]) -> (String, Vec<u32>) {
    let mut finder = Finder { text, mutants, sites: Vec::new(), found: Vec::new() };
    finder.bodies();
    finder.visit_file(&syn::parse_file(text).expect("the project compiles"));
    let Finder { mut sites, found, .. } = finder;
    // What begins a function comes before an operator that begins there too.
    sites.sort_by_key(|site| (site.whole.start, !matches!(site.kind, Kind::Body), std::cmp::Reverse(site.whole.end)));
    let sites: Vec<&Site> = sites.iter().collect();
    let missed = mutants.iter().map(|(number, _)| *number).filter(|number| !found.contains(number)).collect();
    (render(text, &(0..text.len()), &sites), missed)
}

struct Finder<'a> {
    text: &'a str,
    mutants: &'a [(u32, &'a Mutant)],
    sites: Vec<Site>,
    found: Vec<u32>,
}

impl Finder<'_> {
    fn bodies(&mut self) {
        for (number, mutant) in self.mutants.iter().filter(|(_, mutant)| mutant.genre == Genre::FnValue) {
            let start = mutant.span.start.offset(self.text);
            self.found.push(*number);
            let answer = (*number, mutant.replacement.clone());
            match self.sites.iter_mut().find(|site| site.whole.start == start) {
                Some(site) => site.mutants.push(answer),
                None => self.sites.push(Site { whole: start..start, kind: Kind::Body, mutants: vec![answer] }),
            }
        }
    }

    fn of(&mut self, genre: Genre, start: usize) -> Vec<(u32, String)> {
        let here = |mutant: &Mutant| mutant.genre == genre && mutant.span.start.offset(self.text) == start;
        let mutants: Vec<_> = self.mutants.iter().filter(|(_, mutant)| here(mutant)).collect();
        self.found.extend(mutants.iter().map(|(number, _)| *number));
        mutants.iter().map(|(number, mutant)| (*number, mutant.replacement.clone())).collect()
    }

    fn add(&mut self, whole: Range<usize>, kind: Kind, mutants: Vec<(u32, String)>) {
        if !mutants.is_empty() {
            self.sites.push(Site { whole, kind, mutants });
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let operator = binary.op.span().byte_range();
        // `let` in a condition cannot be put into brackets.
        if !has_let(&binary.left) && !has_let(&binary.right) {
            let mutants = self.of(Genre::BinaryOperator, operator.start);
            let (left, right) = (binary.left.span().byte_range(), binary.right.span().byte_range());
            self.add(binary.span().byte_range(), Kind::Binary { left, operator, right }, mutants);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let mutants = self.of(Genre::UnaryOperator, unary.op.span().byte_range().start);
        let operand = unary.expr.span().byte_range();
        self.add(unary.span().byte_range(), Kind::Unary { operand }, mutants);
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let start = arm.span().byte_range().start;
        let left_out = self.of(Genre::MatchArm, start);
        match &arm.guard {
            None => {
                let end = arm.pat.span().byte_range().end;
                self.add(end..end, Kind::Arm, left_out);
            }
            Some((_, guard)) => {
                let whole = guard.span().byte_range();
                let mut mutants = self.of(Genre::MatchArmGuard, whole.start);
                mutants.extend(left_out.into_iter().map(|(number, _)| (number, "false".to_owned())));
                self.add(whole, Kind::Guard, mutants);
            }
        }
        visit::visit_arm(self, arm);
    }
}

fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// The text of a range, with the sites inside it; sites are sorted, the outer before the inner.
fn render(text: &str, range: &Range<usize>, sites: &[&Site]) -> String {
    let within = |site: &Site| range.start <= site.whole.start && site.whole.end <= range.end;
    let sites: Vec<&Site> = sites.iter().copied().filter(|site| within(site)).collect();
    let mut out = String::new();
    let mut at = range.start;
    for (index, site) in sites.iter().enumerate() {
        if at <= site.whole.start {
            out += &text[at..site.whole.start];
            out += &written(text, site, &sites[index + 1..]);
            at = site.whole.end;
        }
    }
    out + &text[at..range.end]
}

fn written(text: &str, site: &Site, inner: &[&Site]) -> String {
    let part = |range: &Range<usize>| render(text, range, inner);
    match &site.kind {
        Kind::Body => {
            let answer = |(number, value): &(u32, String)| {
                marked(*number, &format!("if crate::woven::on({number}) {{ return {value}; }}")) + "\n"
            };
            format!("\n{}", site.mutants.iter().map(answer).collect::<String>())
        }
        Kind::Arm => {
            let (number, _) = &site.mutants[0];
            format!(" if !{}", marked(*number, &format!("crate::woven::on({number})")))
        }
        Kind::Guard => either(&site.mutants, str::to_owned, &part(&site.whole)),
        Kind::Unary { operand } => {
            let operator = &text[site.whole.start..operand.start];
            let operand = part(operand);
            either(&site.mutants, |_| operand.clone(), &format!("{operator}{operand}"))
        }
        Kind::Binary { left, operator, right } => {
            let (left, right) = (part(left), part(right));
            let with = |operator: &str| format!("({left}) {operator} ({right})");
            either(&site.mutants, with, &with(&text[operator.clone()]))
        }
    }
}

fn either(mutants: &[(u32, String)], with: impl Fn(&str) -> String, as_it_is: &str) -> String {
    let one = |(number, replacement): &(u32, String)| {
        marked(*number, &format!("if crate::woven::on({number}) {{ {} }} else ", with(replacement)))
    };
    format!("({}{{ {as_it_is} }})", mutants.iter().map(one).collect::<String>())
}

fn marked(number: u32, text: &str) -> String {
    format!("/*<{number}*/ {text} /*>{number}*/")
}

/// The mutant whose text stands at a byte of a woven file: the innermost one, or else the last before it.
pub fn mutant_at(woven: &str, offset: usize) -> Option<u32> {
    let mut open: Vec<u32> = Vec::new();
    let mut last = None;
    let mut at = 0;
    while let Some(start) = next_mark(woven, at).filter(|start| *start <= offset) {
        let end = start + woven[start..].find("*/").expect("a comment ends");
        if woven[start..].starts_with("/*<") {
            open.extend(woven[start + 3..end].parse::<u32>());
        } else {
            last = open.pop();
        }
        at = end;
    }
    open.last().copied().or(last)
}

/// The first mutant after a byte of a woven file that leaves out an arm.
pub fn arm_after(woven: &str, offset: usize) -> Option<u32> {
    let (_, marked) = woven[offset..].split_once(ARM)?;
    marked.split_once("*/")?.0.parse().ok()
}

fn next_mark(woven: &str, from: usize) -> Option<usize> {
    let next = |mark: &str| woven[from..].find(mark).map(|at| at + from);
    next("/*<").into_iter().chain(next("/*>")).min()
}
