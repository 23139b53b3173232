//! What stands beside the questions, in sentences.

use dspt::{Certainty, EvidenceType, Mandatory, NaiveDate, Provenance, Question, Reason, Route, Threshold, Window};

/// What is said behind a fact that no source confirms.
pub(super) const fn mark(provenance: &Provenance) -> &'static str {
    match provenance.certainty {
        Certainty::Confirmed => "",
        Certainty::Inferred => " (inferred)",
        Certainty::Unknown => " (unknown)",
    }
}

/// The prompt, the guidance, how "Not applicable" is answered, and for what the question is mandatory.
pub(super) fn description(question: &Question) -> String {
    let kind = question.evidence_type.known().copied();
    // A box to tick carries the prompt as its label.
    let prompt = (kind != Some(EvidenceType::Confirmation)).then(|| question.prompt.clone());
    let guidance = Some(question.guidance.clone()).filter(|text| !text.is_empty());
    let all = [prompt, guidance, not_applicable(question, kind), Some(demand(question))];
    all.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// For which levels a question is mandatory, and when.
fn demand(question: &Question) -> String {
    let demanded: Vec<&Mandatory> =
        question.mandatory.iter().filter(|entry| entry.mandatory.value == Some(true)).collect();
    let Some(first) = demanded.first() else {
        let mut marks = question.mandatory.iter().map(|entry| mark(&entry.mandatory.provenance));
        return format!("Optional{}.", marks.find(|mark| !mark.is_empty()).unwrap_or_default());
    };
    let shared = mark(&first.mandatory.provenance);
    let are_alike = demanded.iter().all(|entry| mark(&entry.mandatory.provenance) == shared);
    let levels: Vec<String> = demanded
        .iter()
        .map(|entry| {
            let from = entry.from.map(|date| format!(" from {}", day(date))).unwrap_or_default();
            let until = entry.until.map(|date| format!(" before {}", day(date))).unwrap_or_default();
            let mark = if are_alike { "" } else { mark(&entry.mandatory.provenance) };
            format!("{}{from}{until}{mark}", entry.level.name())
        })
        .collect();
    format!("Mandatory for {}{}.", listed(&levels), if are_alike { shared } else { "" })
}

/// How "Not applicable" is answered, where a way is known.
fn not_applicable(question: &Question, kind: Option<EvidenceType>) -> Option<String> {
    let known = question.not_applicable.known()?;
    let how = match (known.route, kind) {
        (Route::Comment, Some(EvidenceType::Confirmation)) => {
            "tick the box and write \"Not applicable\" in the comment"
        }
        (Route::Comment, _) => "leave the answer empty and write \"Not applicable\" in the comment",
        (Route::AnswerText, _) => "write \"Not applicable\" as your answer",
        (Route::DocumentLocation, _) => "add one document and write \"Not applicable\" for where it is kept",
    };
    let why = match known.reason {
        Reason::Asked => " and say why",
        Reason::NotAsked => "",
    };
    Some(format!("If {}, {how}{why}{}.", known.when, mark(&question.not_applicable.provenance)))
}

/// From when the date of a review counts, where the question asks for one.
pub(super) fn window(question: &Question) -> Option<String> {
    let window = question.window.as_ref()?;
    let mark = mark(&window.provenance);
    Some(match window.value {
        None => "From when a date counts is not on record.".to_owned(),
        Some(Window::Since { date }) => format!("It counts from {}{mark}.", day(date)),
        Some(Window::WithinMonths { months }) => {
            format!("It counts within the {months} months before you publish{mark}.")
        }
    })
}

/// How many must have been trained, where the question counts them.
pub(super) fn training(question: &Question) -> Option<String> {
    let fact = question.threshold.as_ref()?;
    let Threshold { percent, counts, rolling_programme } = fact.known()?;
    let rolling = match rolling_programme.value {
        Some(true) => format!(" A rolling programme is accepted in its place{}.", mark(&rolling_programme.provenance)),
        Some(false) | None => String::new(),
    };
    Some(format!("{percent} per cent are needed{}. They count {counts}.{rolling}", mark(&fact.provenance)))
}

/// The documents that a question needs.
pub(super) fn needed(question: &Question) -> String {
    let parts: Vec<String> = question.parts.iter().map(|part| format!("{}{}", part.title, mark(&part.asked))).collect();
    if parts.is_empty() { "One is enough.".to_owned() } else { format!("Needed: {}.", listed(&parts)) }
}

fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
