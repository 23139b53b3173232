//! Assessments for tests: everything answered as the edition wants it, then changed by each test.

use dspt::{
    Answer, Assessment, Document, EditionId, EvidenceType, History, Holding, NaiveDate, Nation, Nhsmail, Organisation,
    Question, QuestionBank, QuestionCode, Response, RoleHolders, Sector,
};

/// A day written as `2026-06-01`.
#[track_caller]
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the calendar")
}

/// A question code written as `1.1.1`.
#[track_caller]
pub(crate) fn code(text: &str) -> QuestionCode {
    text.parse().expect("a question code")
}

/// The built-in bank of an edition written as `2025-26`.
#[track_caller]
pub(crate) fn bank(edition: &str) -> &'static QuestionBank {
    QuestionBank::edition(edition.parse().expect("an edition")).expect("a built-in edition")
}

/// A day on which the edition is open and nothing in it is about to change: a month before its deadline, but for
/// 2021-22 a week after its opt-out question stopped being mandatory.
#[track_caller]
pub(crate) fn usual_day(edition: &str) -> NaiveDate {
    match edition {
        "2021-22" => day("2022-06-16"),
        "2022-23" => day("2023-05-30"),
        "2023-24" => day("2024-05-30"),
        "2024-25" => day("2025-05-30"),
        "2025-26" => day("2026-05-30"),
        other => panic!("no usual day for {other}"),
    }
}

/// A care home in England without certificates.
pub(crate) fn care_home() -> Organisation {
    Organisation {
        ods_code: "VM0X1".parse().expect("an ODS code"),
        name: Some("Harbour House".to_owned()),
        sector: Sector::SocialCare,
        nation: Nation::England,
        nhsmail: Some(Nhsmail::Used),
        cyber_essentials_plus: Some(Holding::No),
        cyber_essentials: None,
        iso_27001: None,
        role_holders: RoleHolders::default(),
        profile_confirmed_on: None,
        profile_changed_on: None,
    }
}

/// A certificate held from one day to another, both included.
#[track_caller]
pub(crate) fn held(issued_on: &str, expires_on: &str) -> Holding {
    Holding::Yes { issued_on: day(issued_on), expires_on: day(expires_on) }
}

/// An answer without anything beside it.
pub(crate) fn response(answer: Answer) -> Response {
    Response { answer, comment: None, reviewed_on: None, origin: dspt::Origin::Given }
}

/// A tick.
pub(crate) fn tick() -> Answer {
    Answer::Confirmation { confirmed: true, found: None, training: None }
}

/// Words.
pub(crate) fn words(text: &str) -> Answer {
    Answer::Text { text: text.to_owned() }
}

/// One document without parts or expiry.
pub(crate) fn document(location: &str) -> Document {
    Document { location: location.to_owned(), title: None, parts: Vec::new(), expires_on: None }
}

/// "Not applicable" without a reason.
pub(crate) fn not_applicable() -> Answer {
    Answer::NotApplicable { reason: None }
}

/// An answer to a question that leaves nothing to be wished for on a day.
pub(crate) fn good_response(question: &Question, as_of: NaiveDate) -> Response {
    let answer = match question.evidence_type.known() {
        Some(EvidenceType::Text) => words("Described in full."),
        Some(EvidenceType::Confirmation) | None => Answer::Confirmation {
            confirmed: true,
            found: question.looks_for.as_ref().map(|_| dspt::Found::Something),
            training: question.threshold.as_ref().map(|_| dspt::Training::new(20, 20, None).expect("all trained")),
        },
        Some(EvidenceType::Document) => {
            let parts = question.parts.iter().map(|part| part.id.clone()).collect();
            Answer::Document { documents: vec![Document { parts, ..document("Shared drive, governance folder") }] }
        }
        Some(EvidenceType::Date) => Answer::Date { date: as_of },
    };
    Response { reviewed_on: question.window.as_ref().map(|_| as_of), ..response(answer) }
}

/// An organisation's answers, to be changed before they are judged.
#[derive(Debug, Clone)]
pub(crate) struct Answers {
    pub(crate) edition: EditionId,
    pub(crate) organisation: Organisation,
    pub(crate) responses: std::collections::BTreeMap<QuestionCode, Response>,
}

impl Answers {
    /// No answer at all.
    #[track_caller]
    pub(crate) fn none(edition: &str) -> Self {
        Self {
            edition: edition.parse().expect("an edition"),
            organisation: care_home(),
            responses: std::collections::BTreeMap::new(),
        }
    }

    /// A good answer to every question that the bank lists.
    #[track_caller]
    pub(crate) fn complete(edition: &str, as_of: NaiveDate) -> Self {
        let questions = bank(edition).questions();
        let responses = questions.map(|question| (question.code, good_response(question, as_of))).collect();
        Self { responses, ..Self::none(edition) }
    }

    /// The same with another answer to one question.
    #[track_caller]
    pub(crate) fn with(mut self, question: &str, response: Response) -> Self {
        self.responses.insert(code(question), response);
        self
    }

    /// The same without an answer to one question.
    #[track_caller]
    pub(crate) fn without(mut self, question: &str) -> Self {
        self.responses.remove(&code(question)).expect("the question was answered");
        self
    }

    /// The same with another profile.
    pub(crate) fn profile(mut self, change: impl FnOnce(&mut Organisation)) -> Self {
        change(&mut self.organisation);
        self
    }

    /// The assessment.
    pub(crate) fn assessment(&self) -> Assessment {
        Assessment::new(self.edition, self.organisation.clone(), History::default(), self.responses.clone())
    }
}
