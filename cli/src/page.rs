//! A page of text: colour and width on a terminal, plain text in a pipe.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use dspt::{NaiveDate, QuestionBank, Source, SourceId};
use serde::Serialize;

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(crate) const OPEN: Style = AnsiColor::Yellow.on_default();
pub(crate) const QUIET: Style = Style::new().dimmed();
const WRONG: Style = AnsiColor::Red.on_default().bold();

/// The widest line, for the comfort of the reader.
const WIDEST: usize = 100;

/// Lines of text, gathered before anything is printed.
#[derive(Default)]
pub(crate) struct Page(String);

impl Page {
    /// One line in one style, wrapped and indented.
    pub(crate) fn line(&mut self, indent: usize, style: Style, text: &str) {
        self.hanging("", indent, style, text);
    }

    /// One line in one style, indented and never wrapped, so that it can be copied.
    pub(crate) fn as_is(&mut self, indent: usize, style: Style, text: &str) {
        let (start, end) = (style.render().to_string(), style.render_reset().to_string());
        self.0.extend([" ".repeat(indent).as_str(), &start, &visible(text), &end, "\n"]);
    }

    /// One line behind a label, further lines below the text.
    pub(crate) fn hanging(&mut self, label: &str, indent: usize, style: Style, text: &str) {
        let first = format!("{:indent$}{label}", "");
        let rest = " ".repeat(indent + label.chars().count());
        let options = textwrap::Options::new(textwrap::termwidth().min(WIDEST))
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .break_words(false);
        let text = visible(text);
        for line in textwrap::wrap(&text, options) {
            let start = line.len() - line.trim_start().len();
            let (margin, text) = line.split_at(start);
            self.0.extend([margin, &style.render().to_string(), text, &style.render_reset().to_string(), "\n"]);
        }
    }

    /// What the question bank is corrected by, if by anything.
    pub(crate) fn corrected(&mut self, bank: &QuestionBank) {
        let corrections: Vec<&str> = bank.corrections().iter().map(SourceId::as_str).collect();
        if !corrections.is_empty() {
            self.line(0, QUIET, &format!("Judged by the question bank as corrected by {}", corrections.join(", ")));
        }
    }

    /// An empty line, unless there is one already.
    pub(crate) fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// Prints the page.
    pub(crate) fn print(self) -> Result<(), String> {
        write(&self.0)
    }
}

/// Prints JSON and a line end.
pub(crate) fn json(mut text: String) -> Result<(), String> {
    text.push('\n');
    write(&text)
}

/// Prints a document as JSON.
pub(crate) fn document(document: &impl Serialize) -> Result<(), String> {
    json(serde_json::to_string(document).map_err(|error| error.to_string())?)
}

/// Writes to standard output; a reader that has gone away wants no more, which is no error.
fn write(text: &str) -> Result<(), String> {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write the result: {error}"))
        }
        _ => Ok(()),
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(message: &str) {
    let mut errors = anstream::stderr().lock();
    // Nobody is left to tell when this fails too.
    let _ = writeln!(errors, "{WRONG}error{WRONG:#}: {message}");
}

/// A date as people write it: 30 June 2026.
pub(crate) fn long_date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// "1 question" or "3 questions".
pub(crate) fn count(number: usize, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {more}") }
}

/// The first of some sources by publisher, title and date, and how many more there are; JSON has them all.
pub(crate) fn sources<'a>(source: impl Fn(&SourceId) -> Option<&'a Source>, ids: &[SourceId]) -> String {
    let mut named = ids.iter().filter_map(source);
    let Some(first) = named.next() else { return String::new() };
    let date = first.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let more = match named.count() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}, {}{date}{more}", first.publisher, first.title)
}

/// Text without characters that move the cursor or turn the line round: a name from a file must not.
fn visible(text: &str) -> String {
    let hidden = |character: char| {
        let turns = matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        character.is_control() || turns
    };
    text.chars().map(|character| if hidden(character) { '\u{fffd}' } else { character }).collect()
}
