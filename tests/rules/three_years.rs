//! The life of one organisation from its first publication in 2021-22 to 2025-26, as dated lines to be read in order.

use dspt::{
    Answer, Assessment, Certificate, Level, LineOutcome, NaiveDate, Origin, PlanItem, PublicationStatus, Response,
    Role, Submission, ValidityPolicy, View, carry_over, draft_plan, evaluate, label_on, lapse, publish, status,
};

use crate::common::{care_home, code, day, good_response, held};
use crate::publishing::{edition, every_assertion};

/// A care home and what has been written down about it so far.
struct Life {
    assessment: Assessment,
    lines: Vec<String>,
}

impl Life {
    /// A care home that has just registered.
    #[track_caller]
    fn begin(of: &str) -> Self {
        let assessment = Assessment::new(edition(of), care_home(), dspt::History::default(), []);
        Self { assessment, lines: Vec::new() }
    }

    fn note(&mut self, on: &str, what: &str) {
        self.lines.push(format!("{on}  {what}"));
    }

    /// The same assessment with other answers or another profile; whatever else is in it stays.
    fn rebuild(
        &mut self,
        change: impl FnOnce(&mut dspt::Organisation, &mut std::collections::BTreeMap<dspt::QuestionCode, Response>),
    ) {
        let old = &self.assessment;
        let mut organisation = old.organisation().clone();
        let mut responses = old.responses().map(|(code, response)| (code, response.clone())).collect();
        change(&mut organisation, &mut responses);
        self.assessment = Assessment::new(old.edition(), organisation, old.publications().clone(), responses)
            .with_assertions_confirmed(old.assertions_confirmed().to_vec())
            .with_action_plan(old.action_plan().cloned());
    }

    /// Answers every question without an answer that is asked at a level; those to be left out excepted.
    #[track_caller]
    fn answer(&mut self, on: &str, level: Level, but_not: &[&str]) {
        let (bank, as_of) = (self.assessment.built_in_bank().expect("an edition on record"), day(on));
        let but_not: Vec<_> = but_not.iter().map(|question| code(question)).collect();
        let mut count = 0;
        self.rebuild(|_, responses| {
            for question in bank.mandatory(level, as_of).filter(|question| !but_not.contains(&question.code)) {
                responses.entry(question.code).or_insert_with(|| {
                    count += 1;
                    good_response(question, as_of)
                });
            }
        });
        let questions = if count == 1 { "question" } else { "questions" };
        self.note(on, &format!("answers {count} more {questions} for {}", level.name()));
    }

    /// Goes through the answers carried over: confirms each, and renews every review.
    #[track_caller]
    fn reconfirm(&mut self, on: &str) {
        let as_of = day(on);
        let mut count = 0;
        self.rebuild(|_, responses| {
            for response in responses.values_mut() {
                if let Origin::CarriedOver { reconfirmed_on: reconfirmed_on @ None, .. } = &mut response.origin {
                    *reconfirmed_on = Some(as_of);
                    count += 1;
                }
                response.reviewed_on = response.reviewed_on.map(|_| as_of);
                if let Answer::Date { date } = &mut response.answer {
                    *date = as_of;
                }
            }
        });
        self.note(on, &format!("checks and confirms {count} answers carried over"));
    }

    #[track_caller]
    fn confirm_profile(&mut self, on: &str) {
        self.rebuild(|organisation, _| organisation.profile_confirmed_on = Some(day(on)));
        self.note(on, "confirms the profile");
    }

    #[track_caller]
    fn confirm_assertions(&mut self, on: &str) {
        let all = every_assertion(self.assessment.built_in_bank().expect("an edition on record"));
        self.note(on, &format!("confirms {} assertions", all.len()));
        self.assessment = self.assessment.clone().with_assertions_confirmed(all);
    }

    /// Attaches the drafted plan with an owner and a day for each item.
    #[track_caller]
    fn attach_plan(&mut self, on: &str, due_on: &str) {
        let draft =
            draft_plan(&evaluate(self.assessment.built_in_bank().expect("on record"), &self.assessment, day(on)));
        let owned = |item| PlanItem { owner: Some("Registered manager".to_owned()), due_on: Some(day(due_on)), ..item };
        let plan = dspt::ActionPlan { items: draft.items.into_iter().map(owned).collect() };
        self.note(on, &format!("attaches an action plan of {} items, all due on {due_on}", plan.items.len()));
        self.assessment = self.assessment.clone().with_action_plan(Some(plan));
    }

    #[track_caller]
    fn certificate(&mut self, on: &str, issued_on: &str, expires_on: &str) {
        self.rebuild(|organisation, _| {
            organisation.cyber_essentials_plus = Some(held(issued_on, expires_on));
            organisation.profile_changed_on = Some(day(on));
        });
        self.note(on, &format!("enters a Cyber Essentials Plus certificate of {issued_on} to {expires_on}"));
    }

    /// Publishes, or writes down why not.
    #[track_caller]
    fn publish(&mut self, on: &str, level: Level) {
        let bank = self.assessment.built_in_bank().expect("an edition on record");
        let evaluation = evaluate(bank, &self.assessment, day(on));
        let submission = Submission { level, by: Role::AdministratorMember, sites: &[] };
        match publish(&evaluation, &submission) {
            Ok(publication) => {
                let (of, view) = (publication.edition, publication.view);
                self.lines.push(format!("{on}  PUBLISHED: {of} {}, from the {view} view", level.name()));
                for note in &publication.notes {
                    self.lines.push(format!("            note {}", note.kind.code()));
                }
                let published = self.assessment.clone().published(publication.record());
                self.assessment = published.expect("later than all before");
            }
            Err(refusal) => {
                self.lines.push(format!("{on}  REFUSED: {} for {}", level.name(), self.assessment.edition()));
                for obstacle in &refusal.obstacles {
                    self.lines.push(format!("            {}: {}", obstacle.code(), obstacle.message()));
                }
            }
        }
    }

    /// Takes the assessment into a later edition.
    #[track_caller]
    fn carry_over(&mut self, on: &str, to: &str) {
        let carried = carry_over(&self.assessment, edition(to), day(on)).expect("a later edition on record");
        self.note(on, &format!("carries the answers over from {} to {to}", carried.from));
        for outcome in LineOutcome::ALL {
            let lines = carried.lines.iter().filter(|line| line.outcome == *outcome);
            let named: Vec<String> = lines
                .map(|line| match (line.old, line.new) {
                    (Some(old), Some(new)) if old != new => format!("{old} to {new}"),
                    (_, Some(code)) | (Some(code), None) => code.to_string(),
                    (None, None) => unreachable!("a line has a question"),
                })
                .collect();
            match (outcome, named.len()) {
                (_, 0) => {}
                (LineOutcome::Copied | LineOutcome::StillUnanswered, count) => {
                    self.lines.push(format!("            {outcome}: {count}"));
                }
                _ => self.lines.push(format!("            {outcome}: {}", named.join(", "))),
            }
        }
        let drops = [
            ("the action plan", carried.dropped_plan.is_some()),
            ("the assertions", !carried.dropped_assertions.is_empty()),
            ("the confirmation of the profile", carried.dropped_profile_confirmation.is_some()),
        ];
        let dropped: Vec<&str> = drops.into_iter().filter(|(_, dropped)| *dropped).map(|(name, _)| name).collect();
        self.lines.push(format!("            dropped: {}", dropped.join(", ")));
        self.assessment = carried.assessment;
    }

    /// Writes down what shows in the register on a day, under both policies, and what label a publication would carry.
    #[track_caller]
    fn register(&mut self, on: &str) {
        let of = |policy| match status(self.assessment.publications(), day(on), policy) {
            PublicationStatus::NotPublished => "Not Published".to_owned(),
            PublicationStatus::Published { publication, currency, last_valid_day, .. } => {
                let (of, level) = (publication.edition, publication.level.name());
                format!("{of} {level} of {}, {currency}, counts to {last_valid_day}", publication.published_on)
            }
        };
        let label = label_on(day(on)).map_or_else(|| "in doubt".to_owned(), |label| label.to_string());
        self.lines.push(format!("{on}  the register; the label of the day is {label}"));
        for policy in ValidityPolicy::ALL {
            self.lines.push(format!("            {policy}: {}", of(*policy)));
        }
    }

    /// Writes down the level that the answers support, and what the organisation sees.
    #[track_caller]
    fn look(&mut self, on: &str) {
        let bank = self.assessment.built_in_bank().expect("an edition on record");
        let as_of: NaiveDate = day(on);
        let level = evaluate(bank, &self.assessment, as_of).level().map_or("no level", Level::name);
        let view = View::of(bank, self.assessment.publications(), as_of);
        let marked = bank.mandatory(view.marks_mandatory(), as_of).count();
        let link = if view.has_progress_link() { "a progress link" } else { "no progress link" };
        self.note(on, &format!("the answers support {level}; the {view} view marks {marked} mandatory, {link}"));
    }

    /// Writes down what a lapse of the certificate means in the edition.
    #[track_caller]
    fn lapsed(&mut self, on: &str) {
        let bank = self.assessment.built_in_bank().expect("an edition on record");
        let lapse = lapse(bank, Certificate::CyberEssentialsPlus);
        let levels: Vec<&str> = lapse.levels_lost.iter().map(|level| level.name()).collect();
        let returning: Vec<String> = lapse.questions_back.iter().map(ToString::to_string).collect();
        self.lines.push(format!("{on}  the certificate has lapsed; in {} it costs {}", bank.id(), levels.join(", ")));
        self.lines.push(format!("            questions back: {}", returning.join(", ")));
        self.lines.push(format!("            questions in doubt: {}", lapse.questions_in_doubt.len()));
    }
}

#[test]
fn from_a_first_publication_in_2021_22_to_2025_26() {
    let mut life = Life::begin("2021-22");
    life.register("2022-05-01");
    life.look("2022-05-01");
    life.answer("2022-05-20", Level::ApproachingStandards, &[]);
    life.publish("2022-05-20", Level::ApproachingStandards);
    life.confirm_profile("2022-05-21");
    life.attach_plan("2022-05-21", "2023-06-30");
    life.publish("2022-05-21", Level::StandardsMet);
    life.publish("2022-05-21", Level::ApproachingStandards);
    life.look("2022-05-21");
    life.register("2022-07-01");

    // The next edition: what was put off is answered, and Approaching Standards is no longer open.
    life.publish("2022-08-24", Level::ApproachingStandards);
    life.carry_over("2022-09-01", "2022-23");
    life.publish("2023-05-10", Level::StandardsMet);
    life.reconfirm("2023-05-10");
    life.answer("2023-05-10", Level::StandardsMet, &[]);
    life.confirm_profile("2023-05-10");
    life.publish("2023-05-10", Level::ApproachingStandards);
    life.publish("2023-05-10", Level::StandardsMet);
    life.register("2023-05-10");

    // A year is let slip, and the publication expires.
    life.register("2024-02-10");
    life.register("2024-05-10");
    life.register("2024-05-11");
    life.register("2024-07-01");
    life.carry_over("2024-07-05", "2023-24");
    life.reconfirm("2024-07-05");
    life.confirm_profile("2024-07-05");
    life.publish("2024-07-05", Level::StandardsMet);
    life.register("2024-07-05");

    // A certificate, and a level more.
    life.carry_over("2024-10-01", "2024-25");
    life.reconfirm("2025-01-15");
    life.confirm_profile("2025-01-15");
    life.confirm_assertions("2025-01-15");
    life.publish("2025-01-15", Level::StandardsMet);
    life.answer("2025-01-16", Level::StandardsMet, &[]);
    life.certificate("2025-02-03", "2025-02-03", "2026-02-02");
    life.publish("2025-02-03", Level::StandardsExceeded);
    life.confirm_profile("2025-02-03");
    life.publish("2025-02-03", Level::StandardsExceeded);
    life.register("2025-02-03");

    // The certificate is lost, and new mandatory questions stand in the way.
    life.carry_over("2025-10-01", "2025-26");
    life.register("2026-02-03");
    life.lapsed("2026-02-03");
    life.reconfirm("2026-02-10");
    life.confirm_profile("2026-02-10");
    life.look("2026-02-10");
    life.publish("2026-02-10", Level::StandardsExceeded);
    life.publish("2026-02-10", Level::StandardsMet);
    life.answer("2026-03-02", Level::StandardsMet, &["7.1.1"]);
    life.publish("2026-03-02", Level::StandardsMet);
    life.answer("2026-03-05", Level::StandardsMet, &[]);
    life.look("2026-03-05");
    life.publish("2026-03-05", Level::StandardsMet);
    life.register("2026-03-05");
    life.register("2027-03-06");

    assert_eq!(life.assessment.publications().len(), 5);
    insta::assert_snapshot!(life.lines.join("\n"));
}
