//! The walk: breadth first from the beginning, every state once, every property in each.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use dspt::{Evaluation, Level, Publication, Role, Submission, ValidityPolicy, carry_over, evaluate, publish};

use crate::library::{Library, history, selected};
use crate::moves::{Move, moves};
use crate::rules::{
    Addition, Attempt, Rule, Scene, a_role_may_do_what_the_table_says, of_additions, of_attempts, reasons,
};
use crate::world::{Day, Edition, Past, Selection, State, World};
use crate::years::{Crossing, Group, Look, Memory, of_crossings, of_groups, of_looks, of_memories};

/// The statements behind the table of permissions.
const PERMISSIONS: &str = "S2-24, S2-26, S2-27, S2-28, S2-29, S2-30, S2-31, S2-32, S2-35";

/// Every property with the statements that it stands for.
pub(crate) fn statements() -> Vec<(&'static str, &'static str)> {
    fn of<T>(rules: impl IntoIterator<Item = Rule<T>>) -> impl Iterator<Item = (&'static str, &'static str)> {
        rules.into_iter().map(|rule| (rule.name, rule.statements))
    }
    let attempts = of(of_attempts()).chain(of(of_additions())).chain(of(of_looks()));
    let years = of(of_memories()).chain(of(of_groups())).chain(of(of_crossings()));
    attempts.chain(years).chain([("a_role_may_do_what_the_table_says", PERMISSIONS)]).collect()
}

/// A walk through a world.
pub(crate) struct Walk {
    world: World,
    library: Library,
    /// Every state that was reached, in the order in which it was.
    pub(crate) states: Vec<State>,
    places: HashMap<State, usize>,
    /// From where each state was reached first, and by what.
    reached: Vec<Option<(usize, Move)>>,
    /// Which state leads to which.
    steps: Vec<(u32, u32)>,
    /// Whether somebody can publish something in a state.
    can_publish: Vec<bool>,
    /// How often each property was concerned.
    checks: BTreeMap<(&'static str, &'static str), u64>,
    /// The properties that do not hold: how often, and the first case with the way to it.
    broken: BTreeMap<&'static str, (u64, String)>,
    attempts: u64,
    pasts: HashSet<Vec<Past>>,
}

impl Walk {
    /// Walks the whole of a world.
    pub(crate) fn through(world: World) -> Self {
        let mut walk = Self {
            world,
            library: Library::default(),
            states: Vec::new(),
            places: HashMap::new(),
            reached: Vec::new(),
            steps: Vec::new(),
            can_publish: Vec::new(),
            checks: BTreeMap::new(),
            broken: BTreeMap::new(),
            attempts: 0,
            pasts: HashSet::new(),
        };
        let mut queue = VecDeque::from([walk.place(walk.world.begin(), None)]);
        while let Some(at) = queue.pop_front() {
            for (what, next) in walk.visit(at) {
                let known = walk.states.len();
                let to = walk.place(next, Some((at, what)));
                walk.steps.push((narrow(at), narrow(to)));
                if to == known {
                    queue.push_back(to);
                }
            }
        }
        walk
    }

    /// The place of a state, which is a new one if it was never reached before.
    fn place(&mut self, state: State, from: Option<(usize, Move)>) -> usize {
        if let Some(known) = self.places.get(&state) {
            return *known;
        }
        let at = self.states.len();
        self.places.insert(state, at);
        self.states.push(state);
        self.reached.push(from);
        self.can_publish.push(false);
        at
    }

    /// Checks everything in a state and says what can happen next.
    fn visit(&mut self, at: usize) -> Vec<(Move, State)> {
        let state = self.states[at];
        let assessment = self.library.assessment(&state);
        let scene = Scene { state: &state, assessment: &assessment, class: self.library.class(&state) };
        let evaluation = evaluate(state.edition.bank(), &assessment, state.day.date());
        self.check(at, of_looks(), &Look { scene: &scene, evaluation: &evaluation });
        self.check(at, of_groups(), &Group { scene: &scene });
        self.remember(at, &state);
        let mut next = moves(&self.world, &state);
        for (what, after) in &next {
            self.check_permissions(at, *what);
            if *what == Move::CarryOver {
                self.cross(at, &scene, after);
            }
        }
        let published = self.try_to_publish(at, &scene, &evaluation);
        self.can_publish[at] = !published.is_empty();
        let made = state.published().count();
        for (level, sites, publication) in published {
            let grown = assessment.clone().published(publication.record()).expect("not before the last");
            self.check(at, of_additions(), &Addition { before: &state, publication: &publication, after: &grown });
            self.check_permissions(at, Move::Publish(level, sites));
            if made < self.world.publications {
                let mut after = state;
                after.past[made] = Some(Past { edition: state.edition, level, on: state.day, sites });
                next.push((Move::Publish(level, sites), after));
            }
        }
        next
    }

    /// Everybody tries to publish at every level, and an administrator member with each of the selections of sites.
    fn try_to_publish(
        &mut self,
        at: usize,
        scene: &Scene<'_>,
        evaluation: &Evaluation<'_>,
    ) -> Vec<(Level, Selection, Publication)> {
        let mut published = Vec::new();
        for (level, role) in Level::ALL.iter().flat_map(|level| Role::ALL.iter().map(move |role| (*level, *role))) {
            let selections = match role {
                Role::AdministratorMember => self.world.selections(level),
                Role::Auditor | Role::Member => &[0],
            };
            for selection in selections {
                let sites = selected(*selection);
                let outcome = publish(evaluation, &Submission { level, by: role, sites: &sites });
                self.attempts += 1;
                let attempt = Attempt { scene, by: role, level, sites: *selection, outcome: &outcome };
                self.check(at, of_attempts(), &attempt);
                published.extend(outcome.ok().map(|publication| (level, *selection, publication)));
            }
        }
        published
    }

    /// Carries the assessment over, and tries it in the next edition without that.
    fn cross(&mut self, at: usize, scene: &Scene<'_>, after: &State) {
        let day = scene.state.day.date();
        let carried = carry_over(scene.assessment, after.edition.id(), day).expect("the next edition");
        let expected = self.library.assessment(after);
        let uncarried = evaluate(Edition::Second.bank(), scene.assessment, day);
        let submission = Submission { level: Level::StandardsMet, by: Role::AdministratorMember, sites: &[] };
        let published_uncarried = publish(&uncarried, &submission).is_ok();
        let crossing = Crossing { scene, carried: &carried, expected: &expected, published_uncarried };
        self.check(at, of_crossings(), &crossing);
    }

    /// Looks at a past from every day, once.
    fn remember(&mut self, at: usize, state: &State) {
        let past: Vec<Past> = state.published().copied().collect();
        if !self.pasts.insert(past.clone()) {
            return;
        }
        let history = history(state);
        for (day, policy) in Day::ALL.iter().flat_map(|day| ValidityPolicy::ALL.iter().map(|policy| (*day, *policy))) {
            self.check(at, of_memories(), &Memory { past: &past, history: &history, day, policy });
        }
    }

    fn check_permissions(&mut self, at: usize, what: Move) {
        let Some(needed) = what.permission() else { return };
        for role in Role::ALL {
            let holds = a_role_may_do_what_the_table_says(*role, needed);
            self.count(at, "a_role_may_do_what_the_table_says", PERMISSIONS, Some(holds), String::new);
        }
    }

    fn check<T: Told>(&mut self, at: usize, rules: impl IntoIterator<Item = Rule<T>>, case: &T) {
        for rule in rules {
            self.count(at, rule.name, rule.statements, (rule.holds)(case), || case.told());
        }
    }

    fn count(
        &mut self,
        at: usize,
        name: &'static str,
        statements: &'static str,
        held: Option<bool>,
        told: impl FnOnce() -> String,
    ) {
        *self.checks.entry((name, statements)).or_default() += u64::from(held.is_some());
        if held == Some(false) {
            if !self.broken.contains_key(name) {
                let first = format!("{}\n{}", told(), self.way_to(at));
                self.broken.insert(name, (0, first));
            }
            self.broken.entry(name).and_modify(|(times, _)| *times += 1);
        }
    }

    /// How a state is reached, to be read from the top.
    fn way_to(&self, mut at: usize) -> String {
        let mut lines = vec![format!("{:#?}", self.states[at])];
        while let Some((from, what)) = self.reached[at] {
            lines.push(format!("{:?}: {what:?}", self.states[from].day));
            at = from;
        }
        lines.reverse();
        lines.join("\n")
    }

    /// How many steps lead from one state to another.
    pub(crate) fn transitions(&self) -> usize {
        self.steps.len()
    }

    /// The states from which no way of such steps leads to a state in which somebody can publish.
    pub(crate) fn without_a_way(&self, takes: impl Fn(&State, &State) -> bool) -> Vec<&State> {
        let mut has_a_way = self.can_publish.clone();
        let mut changed = true;
        while changed {
            changed = false;
            for (from, to) in self.steps.iter().rev().map(|(from, to)| (wide(*from), wide(*to))) {
                if has_a_way[to] && !has_a_way[from] && takes(&self.states[from], &self.states[to]) {
                    has_a_way[from] = true;
                    changed = true;
                }
            }
        }
        self.states.iter().zip(has_a_way).filter(|(_, has_a_way)| !has_a_way).map(|(state, _)| state).collect()
    }

    /// Prints what was walked.
    pub(crate) fn print(&self) {
        let publishing = self.can_publish.iter().filter(|can| **can).count();
        println!("{}", self.world.name);
        println!("  {:>10} states, in {publishing} of them somebody can publish", self.states.len());
        println!("  {:>10} transitions", self.steps.len());
        println!("  {:>10} attempts to publish", self.attempts);
        println!("  {:>10} pasts, {} days", self.pasts.len(), self.world.days.len());
        for ((name, statements), count) in &self.checks {
            println!("  {count:>10} {} ({statements})", name.replace('_', " "));
        }
    }

    /// The properties that do not hold, each with the first case and the shortest way to it.
    pub(crate) fn broken(&self) -> String {
        let told =
            |(name, (times, first)): (&&str, &(u64, String))| format!("{name} is broken {times} times.\n{first}\n");
        self.broken.iter().map(told).collect()
    }

    /// The properties that were never concerned.
    pub(crate) fn idle(&self) -> Vec<&'static str> {
        self.checks.iter().filter(|(_, count)| **count == 0).map(|((name, _), _)| *name).collect()
    }
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("fewer states than that")
}

fn wide(place: u32) -> usize {
    usize::try_from(place).expect("an index")
}

/// What is said of a case that a property does not hold in.
trait Told {
    fn told(&self) -> String;
}

impl Told for Attempt<'_> {
    fn told(&self) -> String {
        let found = match self.outcome {
            Ok(_) => "published".to_owned(),
            Err(refusal) => format!("{:?}", refusal.obstacles.iter().map(dspt::Obstacle::code).collect::<Vec<_>>()),
        };
        let (by, level, sites) = (self.by, self.level, selected(self.sites));
        format!("{by} at {level} for {sites:?}: {found}, expected {:?}", reasons(self))
    }
}

impl Told for Look<'_> {
    fn told(&self) -> String {
        let open: Vec<String> = self.evaluation.outstanding(Level::StandardsMet).map(|code| code.to_string()).collect();
        format!("level {:?}, expected {:?}; open {open:?}", self.evaluation.level(), self.scene.supported())
    }
}

impl Told for Memory<'_> {
    fn told(&self) -> String {
        format!("{:?} on {:?} by {}", self.past, self.day, self.policy)
    }
}

impl Told for Crossing<'_> {
    fn told(&self) -> String {
        format!("{:?}", self.carried.lines)
    }
}

impl Told for Addition<'_> {
    fn told(&self) -> String {
        format!("{:?}", self.after.publications())
    }
}

impl Told for Group<'_> {
    fn told(&self) -> String {
        format!("{:?}", self.scene.state.sites)
    }
}
