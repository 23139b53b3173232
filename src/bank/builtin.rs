//! The editions that come with the library.

use std::sync::OnceLock;

use chrono::NaiveDate;

use super::edition::EditionId;
use super::question_bank::QuestionBank;
use super::raw::RawBank;
use crate::reading::Cause;

/// The three files of an edition's folder, named after the edition.
struct Files {
    id: &'static str,
    edition: &'static str,
    questions: &'static str,
    sources: &'static str,
}

// One entry for each folder of `question-bank/`, in the order of the years.
include!(concat!(env!("OUT_DIR"), "/editions.rs"));

static BANKS: [OnceLock<QuestionBank>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

impl QuestionBank {
    /// The built-in bank of an edition, if there is one: 2021-22 to 2025-26.
    pub fn edition(id: EditionId) -> Option<&'static Self> {
        let mut files = FILES.iter().zip(&BANKS);
        let (files, bank) = files.find(|(files, _)| files.id.parse() == Ok(id))?;
        Some(bank.get_or_init(|| load(files)))
    }

    /// The built-in bank of an edition, or the editions that have one.
    ///
    /// # Errors
    ///
    /// An edition without a built-in bank, such as 2019-20.
    ///
    /// ```
    /// use dspt::QuestionBank;
    ///
    /// assert!(QuestionBank::built_in("2025-26".parse()?).is_ok());
    /// let cause = QuestionBank::built_in("2019-20".parse()?).unwrap_err();
    /// assert_eq!(cause.code(), "unknown-edition");
    /// # Ok::<(), dspt::Cause>(())
    /// ```
    pub fn built_in(id: EditionId) -> Result<&'static Self, Cause> {
        Self::edition(id).ok_or_else(|| {
            let known: Vec<String> = Self::editions().map(|bank| bank.id().to_string()).collect();
            Cause::UnknownEdition { found: id.to_string(), known: known.join(", ") }
        })
    }

    /// The built-in banks, oldest edition first.
    pub fn editions() -> impl Iterator<Item = &'static Self> {
        FILES.iter().zip(&BANKS).map(|(files, bank)| bank.get_or_init(|| load(files)))
    }

    /// The built-in edition that was open to publications on a day, as far as the sources tell.
    ///
    /// A publication takes its label from whichever edition is open that day; the deadline plays no part.
    ///
    /// ```
    /// use dspt::{OpenOn, QuestionBank};
    ///
    /// let day = "2022-08-23".parse().unwrap();
    /// let OpenOn::Edition(bank) = QuestionBank::open_on(day) else { panic!("the day is on record") };
    /// assert_eq!(bank.id().to_string(), "2021-22");
    /// ```
    pub fn open_on(day: NaiveDate) -> OpenOn {
        let mut open = OpenOn::BeforeTheFirst;
        for bank in Self::editions() {
            open = match (bank.about().has_opened_by(day), open) {
                (Some(true), _) => OpenOn::Edition(bank),
                (None, OpenOn::Edition(earlier)) => OpenOn::Either { earlier, later: bank },
                (_, unchanged) => unchanged,
            };
        }
        match open {
            OpenOn::Edition(bank) if is_last(bank) && bank.about().deadline.value.is_some_and(|last| day > last) => {
                OpenOn::LatestKnown(bank)
            }
            settled => settled,
        }
    }
}

fn is_last(bank: &QuestionBank) -> bool {
    bank.id().after().and_then(QuestionBank::edition).is_none()
}

/// Which edition was open on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenOn {
    /// A day before the first built-in edition opened, or so close to it that nobody can tell.
    BeforeTheFirst,
    /// This edition.
    Edition(&'static QuestionBank),
    /// One of the two: the day on which the later one opened is not known exactly.
    Either {
        /// The edition that was open before.
        earlier: &'static QuestionBank,
        /// The edition that may have opened by then.
        later: &'static QuestionBank,
    },
    /// The latest built-in edition, past its deadline: a newer one that is not built in may have opened.
    LatestKnown(&'static QuestionBank),
}

fn load(files: &Files) -> QuestionBank {
    let raw = RawBank::from_files(files.edition, files.questions, files.sources);
    #[expect(clippy::panic, reason = "the files are compiled in, and the tests check each of them")]
    match raw.map(|raw| raw.check_against(None)) {
        Ok(Ok(bank)) => bank,
        Ok(Err(error)) => panic!("a built-in question bank is wrong: {error}"),
        Err(error) => panic!("a built-in question bank cannot be read: {error}"),
    }
}
