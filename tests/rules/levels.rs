//! The level rules of every edition: what is answered, and the level that comes of it.

use crate::common::{Answers, bank, held, usual_day};
use dspt::Level::{ApproachingStandards, StandardsExceeded, StandardsMet};
use dspt::LevelState::{self, Met, NotMet, Undetermined};
use dspt::{Blocker, Evaluation, Level, Verdict, evaluate};

pub(crate) const EDITIONS: [&str; 5] = ["2021-22", "2022-23", "2023-24", "2024-25", "2025-26"];

const BELOW: Option<Level> = None;
const STEP: Option<Level> = Some(ApproachingStandards);
const MET: Option<Level> = Some(StandardsMet);
const EXCEEDED: Option<Level> = Some(StandardsExceeded);

/// What has been answered, always well.
#[derive(Debug, Clone, Copy)]
enum Answered {
    Nothing,
    /// Every question mandatory for Approaching Standards, but one.
    ApproachingBut(&'static str),
    /// Every question mandatory for Approaching Standards.
    Approaching,
    /// Every question mandatory for Standards Met, but one.
    MetBut(&'static str),
    /// Every question mandatory for Standards Met.
    Met,
    /// Every question that the bank lists, but one.
    ListedBut(&'static str),
    /// Every question that the bank lists.
    Listed,
}

impl Answered {
    #[track_caller]
    fn answers(self, edition: &str) -> Answers {
        let as_of = usual_day(edition);
        match self {
            Self::Nothing => Answers::none(edition),
            Self::ApproachingBut(one) => Answers::mandatory_for(ApproachingStandards, edition, as_of).without(one),
            Self::Approaching => Answers::mandatory_for(ApproachingStandards, edition, as_of),
            Self::MetBut(one) => Answers::mandatory_for(StandardsMet, edition, as_of).without(one),
            Self::Met => Answers::mandatory_for(StandardsMet, edition, as_of),
            Self::ListedBut(one) => Answers::complete(edition, as_of).without(one),
            Self::Listed => Answers::complete(edition, as_of),
        }
    }
}

/// A row of the table: what is answered, the level (in the best, the strict and the lenient reading), Standards
/// Exceeded, and what stands in the way of the next level.
type Row = (Answered, [Option<Level>; 3], LevelState, &'static str);

#[track_caller]
fn holds(edition: &str, with_certificate: bool, table: &[Row]) {
    for (answered, levels, exceeded, in_the_way) in table {
        let as_of = usual_day(edition);
        let certificate = held(&format!("{}-07-01", &edition[..4]), &format!("20{}-06-30", &edition[5..]));
        let answers = answered.answers(edition);
        let answers = if with_certificate {
            answers.profile(|home| home.cyber_essentials_plus = Some(certificate))
        } else {
            answers
        };
        let assessment = answers.assessment();
        let evaluation = evaluate(bank(edition), &assessment, as_of);
        let (strictly, leniently) = bounds(&evaluation);
        let row = format!("{edition}, {answered:?}, certificate: {with_certificate}");
        assert_eq!([evaluation.level(), strictly, leniently], *levels, "{row}");
        assert_eq!(evaluation.levels()[2].state, *exceeded, "{row}");
        assert_eq!(next_blocked_by(&evaluation), *in_the_way, "{row}");
        assert_eq!(dspt::level(bank(edition), &assessment, as_of), evaluation.level(), "{row}");
    }
}

/// The level in the strict and in the lenient reading; a confirmed verdict has both where the headline is.
pub(crate) fn bounds(evaluation: &Evaluation<'_>) -> (Option<Level>, Option<Level>) {
    match evaluation.verdict() {
        Verdict::Confirmed => (evaluation.level(), evaluation.level()),
        Verdict::Inferred { strictly, leniently, .. } => (*strictly, *leniently),
    }
}

/// What stands in the way of the lowest level that is not met: up to two questions by code, more by number.
fn next_blocked_by(evaluation: &Evaluation<'_>) -> String {
    let Some(next) = evaluation.levels().iter().find(|outcome| outcome.state != Met) else {
        return "nothing".to_owned();
    };
    let questions: Vec<_> = evaluation.outstanding(next.level).map(|code| code.to_string()).collect();
    let mut named = if questions.len() > 2 { vec![format!("{} questions", questions.len())] } else { questions };
    for blocker in &next.blockers {
        match blocker {
            Blocker::Question { .. } => {}
            Blocker::Unlisted { .. } => named.push("unlisted questions".to_owned()),
            Blocker::Certificate { certificate } => named.push(certificate.name().to_owned()),
            Blocker::AnyOf { .. } => named.push("one of several".to_owned()),
        }
    }
    named.join(", ")
}

/// 27 questions for Approaching Standards, 42 for Standards Met. No source marks the mandatory questions of Standards
/// Met one by one, so the lenient reading asks for any 42 of those that may be; the bank lists no more than that, since
/// the opt-out question is confirmed to be optional on this day. Standards Exceeded asks for every question and for no
/// certificate (statements S4-101 and S4-102), and nobody knows how many questions there are.
#[test]
fn in_2021_22_every_question_makes_standards_exceeded() {
    let table: [Row; 9] = [
        (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "27 questions"),
        (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
        (Answered::Approaching, [STEP, STEP, STEP], NotMet, "15 questions"),
        (Answered::MetBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
        (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
        (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
        (Answered::Met, [MET, MET, MET], NotMet, "1.2.4, unlisted questions"),
        (Answered::ListedBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
        (Answered::Listed, [MET, MET, EXCEEDED], Undetermined, "unlisted questions"),
    ];
    holds("2021-22", false, &table);
    holds("2021-22", true, &table);
}

/// 26 questions for Approaching Standards, 42 for Standards Met, and the bank lists no others, so that each of the 42
/// is needed in every reading. Standards Exceeded asks for the certificate in the best reading, for every question in
/// the other.
#[test]
fn in_2022_23_two_rules_of_standards_exceeded_stand_side_by_side() {
    holds(
        "2022-23",
        false,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "16 questions"),
            (Answered::MetBut("2.1.1"), [BELOW, BELOW, STEP], NotMet, "2.1.1"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::Met, [MET, MET, EXCEEDED], NotMet, "Cyber Essentials Plus"),
            (Answered::Listed, [MET, MET, EXCEEDED], NotMet, "Cyber Essentials Plus"),
        ],
    );
    holds(
        "2022-23",
        true,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, STEP], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "16 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::Met, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
            (Answered::Listed, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
        ],
    );
}

/// As the year before; the question on multi-factor authentication is listed and optional by inference, so in the
/// lenient reading it may stand in for another one.
#[test]
fn in_2023_24_two_rules_of_standards_exceeded_still_stand_side_by_side() {
    holds(
        "2023-24",
        false,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "16 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::ListedBut("3.2.1"), [STEP, STEP, MET], NotMet, "3.2.1"),
            // That the edition has 7.2.1 at all is inferred, so in the lenient reading every question is answered.
            (Answered::ListedBut("7.2.1"), [STEP, STEP, EXCEEDED], NotMet, "7.2.1"),
            (Answered::Met, [MET, MET, EXCEEDED], NotMet, "Cyber Essentials Plus"),
            (Answered::Listed, [MET, MET, EXCEEDED], NotMet, "Cyber Essentials Plus"),
        ],
    );
    holds(
        "2023-24",
        true,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "16 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::ListedBut("3.2.1"), [STEP, STEP, EXCEEDED], NotMet, "3.2.1"),
            (Answered::ListedBut("7.2.1"), [STEP, STEP, EXCEEDED], NotMet, "7.2.1"),
            (Answered::Met, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
            (Answered::Listed, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
        ],
    );
}

/// 26 and 43 questions. The 26 are carried over from other editions, so the lenient reading asks for any 26; 3.2.1,
/// 4.5.3 and 8.2.1 are confirmed. Standards Exceeded is Standards Met with the certificate (statement S3-12), and
/// answering everything is not enough (statement S3-11).
#[test]
fn in_2024_25_the_certificate_makes_standards_exceeded() {
    holds(
        "2024-25",
        false,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "17 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::ListedBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::ListedBut("7.2.1"), [STEP, STEP, MET], NotMet, "7.2.1"),
            (Answered::Met, [MET, MET, MET], NotMet, "Cyber Essentials Plus"),
            (Answered::Listed, [MET, MET, MET], NotMet, "Cyber Essentials Plus"),
        ],
    );
    holds(
        "2024-25",
        true,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            // Which questions the certificate takes away is unknown, and those it may take away may make up for 2.1.1.
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, STEP], NotMet, "2.1.1"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "17 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::ListedBut("7.2.1"), [STEP, STEP, EXCEEDED], NotMet, "7.2.1"),
            (Answered::Met, [EXCEEDED, EXCEEDED, EXCEEDED], Met, "nothing"),
            (Answered::Listed, [EXCEEDED, EXCEEDED, EXCEEDED], Met, "nothing"),
        ],
    );
}

/// 26 and 45 questions. That the rule of 2024-25 still holds is inferred, and so is that the certificate takes 4.2.4
/// and 6.2.1 away from the 26 and 9.1.1 from the other 19.
#[test]
fn in_2025_26_the_certificate_takes_three_questions_away() {
    holds(
        "2025-26",
        false,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "26 questions"),
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, BELOW], NotMet, "2.1.1"),
            (Answered::ApproachingBut("4.2.4"), [BELOW, BELOW, BELOW], NotMet, "4.2.4"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "19 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::MetBut("9.1.1"), [STEP, STEP, STEP], NotMet, "9.1.1"),
            (Answered::ListedBut("2.1.1"), [BELOW, BELOW, MET], NotMet, "2.1.1"),
            (Answered::ListedBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::ListedBut("7.2.1"), [STEP, STEP, MET], NotMet, "7.2.1"),
            (Answered::Met, [MET, MET, MET], NotMet, "Cyber Essentials Plus"),
            (Answered::Listed, [MET, MET, MET], NotMet, "Cyber Essentials Plus"),
        ],
    );
    holds(
        "2025-26",
        true,
        &[
            (Answered::Nothing, [BELOW, BELOW, BELOW], NotMet, "24 questions"),
            // The certificate takes 9.1.1 away, which may be one of the 26 in the lenient reading.
            (Answered::ApproachingBut("2.1.1"), [BELOW, BELOW, STEP], NotMet, "2.1.1"),
            (Answered::ApproachingBut("4.2.4"), [STEP, BELOW, STEP], NotMet, "18 questions"),
            (Answered::Approaching, [STEP, STEP, STEP], NotMet, "18 questions"),
            (Answered::MetBut("3.2.1"), [STEP, STEP, STEP], NotMet, "3.2.1"),
            (Answered::MetBut("7.2.1"), [STEP, STEP, STEP], NotMet, "7.2.1"),
            (Answered::ListedBut("7.2.1"), [STEP, STEP, EXCEEDED], NotMet, "7.2.1"),
            (Answered::MetBut("9.1.1"), [EXCEEDED, STEP, EXCEEDED], Met, "nothing"),
            (Answered::Met, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
            (Answered::Listed, [EXCEEDED, MET, EXCEEDED], Met, "nothing"),
        ],
    );
}

#[test]
fn answering_every_listed_question_meets_the_standards_in_every_edition() {
    for edition in EDITIONS {
        let as_of = usual_day(edition);
        let assessment = Answers::complete(edition, as_of).assessment();
        assert_eq!(dspt::level(bank(edition), &assessment, as_of), MET, "{edition}");
    }
}
