//! The library's own documents for a state of the world.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use dspt::{
    ActionPlan, Answer, Arrangements, AssertionCode, Assessment, Document, EvidenceType, Found, History, Holding,
    Level, Nation, Nhsmail, OdsCode, Organisation, Origin, PastPublication, PlanItem, PlanStatus, Question,
    QuestionCode, Response, RoleHolders, Sector, Sharing, Site, Training, carry_over,
};

use crate::world::{Class, Day, Edition, Holds, Past, Plan, Profile, Review, Selection, Stage, State, Third};

/// An optional question of both editions.
pub(crate) const OPTIONAL: &str = "1.3.6";
/// The question of Standards Met of which a plan that is too short says nothing.
pub(crate) const LEFT_OUT: &str = "7.2.1";

const SITES: [&str; 3] = ["VM0X1", "VM0X2", "VM0X3"];

pub(crate) fn code(text: &str) -> QuestionCode {
    text.parse().expect("a question code")
}

fn ods(text: &str) -> OdsCode {
    text.parse().expect("an ODS code")
}

pub(crate) fn selected(sites: Selection) -> Vec<OdsCode> {
    let at = (0..SITES.len()).filter(|at| sites & (1 << at) != 0);
    at.map(|at| ods(SITES[at])).collect()
}

/// The questions of a class in an edition.
pub(crate) fn questions(edition: Edition, class: Class) -> BTreeSet<QuestionCode> {
    let level = match class {
        Class::Nothing => return BTreeSet::new(),
        Class::Approaching => Level::ApproachingStandards,
        Class::Met => Level::StandardsMet,
    };
    let asked = Level::ALL.iter().filter(|asked| **asked <= level);
    let asked = asked.flat_map(|level| edition.bank().mandatory(*level, Day::MidYear.date()));
    asked.map(|question| question.code).chain([code(OPTIONAL)]).collect()
}

fn good_response(question: &Question, review: Review) -> Response {
    let day = review.day().date();
    let answer = match question.evidence_type.known() {
        Some(EvidenceType::Text) => Answer::Text { text: "Described in full.".to_owned() },
        Some(EvidenceType::Confirmation) | None => Answer::Confirmation {
            confirmed: true,
            found: question.looks_for.as_ref().map(|_| Found::Something),
            training: question.threshold.as_ref().map(|_| Training::new(20, 20, None).expect("all trained")),
        },
        Some(EvidenceType::Document) => {
            let parts = question.parts.iter().map(|part| part.id.clone()).collect();
            let location = "Shared drive, governance folder".to_owned();
            Answer::Document { documents: vec![Document { location, title: None, parts, expires_on: None }] }
        }
        Some(EvidenceType::Date) => Answer::Date { date: day },
    };
    Response { answer, comment: None, reviewed_on: question.window.as_ref().map(|_| day), origin: Origin::Given }
}

type Responses = Vec<(QuestionCode, Response)>;

/// What the answers depend on.
type Key = (Edition, Class, Stage, Class, Review);

/// Answers, and the highest class that they complete.
struct Answers {
    responses: Responses,
    class: Class,
}

/// Makes the documents, and remembers the answers it has made.
#[derive(Default)]
pub(crate) struct Library {
    answers: RefCell<HashMap<Key, Rc<Answers>>>,
}

impl Library {
    /// The assessment of a state.
    pub(crate) fn assessment(&self, state: &State) -> Assessment {
        let (sites, bank) = (sites(state), state.edition.bank());
        let assertions: BTreeSet<AssertionCode> =
            bank.questions().filter(|_| state.assertions).map(|question| question.code.assertion_code()).collect();
        let responses = self.answers(state).responses.clone();
        Assessment::new(state.edition.id(), organisation(state), history(state), responses)
            .with_sites(sites)
            .with_assertions_confirmed(assertions)
            .with_action_plan(plan(state))
    }

    /// The highest class whose every question has an answer; the optional one apart.
    pub(crate) fn class(&self, state: &State) -> Class {
        self.answers(state).class
    }

    fn answers(&self, state: &State) -> Rc<Answers> {
        let key = (state.edition, state.carried, state.stage, state.given, state.review);
        let known = self.answers.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let responses = responses(state);
            let answered: BTreeSet<QuestionCode> =
                responses.iter().map(|(code, _)| *code).chain([code(OPTIONAL)]).collect();
            let complete = |class: &Class| questions(state.edition, *class).is_subset(&answered);
            let class = [Class::Met, Class::Approaching].into_iter().find(complete).unwrap_or(Class::Nothing);
            let made = Rc::new(Answers { responses, class });
            self.answers.borrow_mut().insert(key, made.clone());
            made
        })
    }
}

/// The answers carried over, as the library carries them, and those given besides.
fn responses(state: &State) -> Responses {
    let mut all = Responses::new();
    if state.carried > Class::Nothing {
        let before = State { edition: Edition::First, carried: Class::Nothing, given: state.carried, ..*state };
        let before = Assessment::new(before.edition.id(), organisation(state), History::default(), responses(&before));
        let carried = carry_over(&before, state.edition.id(), Day::NextOpen.date()).expect("the next edition");
        all.extend(carried.assessment.responses().map(|(code, response)| (code, response.clone())));
        for (question, response) in &mut all {
            let confirmed = match state.stage {
                Stage::Waiting => false,
                Stage::AllButOne => *question != code(OPTIONAL),
                Stage::Confirmed => true,
            };
            if let (true, Origin::CarriedOver { reconfirmed_on, .. }) = (confirmed, &mut response.origin) {
                *reconfirmed_on = Some(Day::InDoubt.date());
            }
        }
    }
    let answered: BTreeSet<QuestionCode> = all.iter().map(|(code, _)| *code).collect();
    for question in questions(state.edition, state.given).difference(&answered) {
        let question = state.edition.bank().question(*question).expect("a question of the edition");
        all.push((question.code, good_response(question, state.review)));
    }
    all
}

fn organisation(state: &State) -> Organisation {
    let (earlier, later) = (Day::BeforeOpening.date().pred_opt(), Some(Day::BeforeOpening.date()));
    let (confirmed, changed) = match state.profile {
        Profile::Unconfirmed => (None, None),
        Profile::Confirmed => (later, earlier),
        Profile::Changed => (earlier, later),
    };
    let held = |from: Day, to| Holding::Yes { issued_on: from.date(), expires_on: to };
    Organisation {
        ods_code: ods(if state.sites.is_some() { "AM0X" } else { "VM0X9" }),
        name: None,
        sector: Sector::SocialCare,
        nation: Nation::England,
        nhsmail: Some(if state.only_nhsmail { Nhsmail::OnlyEmailSystem } else { Nhsmail::Used }),
        cyber_essentials_plus: Some(match state.certificate {
            Holds::Nothing => Holding::No,
            Holds::First => held(Day::MidYear, Day::CertificateEnds.date()),
            Holds::Second => held(Day::TwelveMonthsOn, "2027-01-14".parse().expect("a date")),
        }),
        cyber_essentials: None,
        iso_27001: None,
        role_holders: RoleHolders::default(),
        profile_confirmed_on: confirmed,
        profile_changed_on: changed,
    }
}

fn sites(state: &State) -> Vec<Site> {
    let Some(sites) = state.sites else { return Vec::new() };
    let site = |at: usize, own: Third| {
        let sharing = |it| if own == it { Sharing::Different } else { Sharing::Shared };
        Site {
            ods_code: ods(SITES[at]),
            name: None,
            nation: Nation::England,
            arrangements: Arrangements {
                training: sharing(Third::OwnTraining),
                policies: sharing(Third::OwnPolicies),
                data_security: sharing(Third::OwnDataSecurity),
                it: sharing(Third::OwnIt),
            },
            publications: History::default(),
        }
    };
    let second = sites.second.then(|| site(1, Third::Shares));
    [Some(site(0, Third::Shares)), second, Some(site(2, sites.third))].into_iter().flatten().collect()
}

pub(crate) fn record(past: &Past) -> PastPublication {
    PastPublication {
        edition: past.edition.id(),
        level: past.level.into(),
        published_on: past.on.date(),
        sites: selected(past.sites),
        digest: None,
    }
}

pub(crate) fn history(state: &State) -> History {
    let mut history = History::default();
    for past in state.published() {
        history.append(record(past)).expect("publications in the order of their days");
    }
    history
}

fn plan(state: &State) -> Option<ActionPlan> {
    let due_on = match state.edition {
        Edition::First => Day::NextDeadline.date(),
        Edition::Second => Day::Closed.date().pred_opt().expect("a day before"),
    };
    let (all, asked) = (questions(state.edition, Class::Met), questions(state.edition, Class::Approaching));
    let named = all.difference(&asked).filter(|question| match state.plan {
        Plan::Missing => false,
        Plan::Short => **question != code(LEFT_OUT),
        Plan::Whole => true,
    });
    let item = |question: &QuestionCode| PlanItem {
        question: *question,
        what: None,
        why: None,
        next_step: None,
        owner: Some("Registered manager".to_owned()),
        due_on: Some(due_on),
        status: PlanStatus::ToDo,
    };
    (state.plan != Plan::Missing).then(|| ActionPlan { items: named.map(item).collect() })
}
