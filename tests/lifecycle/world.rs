//! The bounded world: its days, its two editions, and what an organisation in it can look like.

use dspt::{EditionId, Level, NaiveDate, QuestionBank};

/// The decisive days, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Day {
    /// The day before the first edition can have opened.
    BeforeOpening,
    /// The first edition has opened for certain.
    Opening,
    /// In the middle of the first edition; from this day the first certificate runs.
    MidYear,
    /// The first edition's deadline.
    Deadline,
    /// The day after.
    AfterDeadline,
    /// The last day before the second edition can have opened.
    EveOfNext,
    /// The first day on which the second edition can have opened; nobody knows whether it had.
    InDoubt,
    /// The second edition has opened for certain.
    NextOpen,
    /// The last day of the first certificate.
    CertificateEnds,
    /// The last of the twelve months of a publication of [`Day::MidYear`]; from this day the second certificate runs.
    TwelveMonthsOn,
    /// The day after.
    AfterTwelveMonths,
    /// The second edition's deadline, to which a publication of the first counts under the other policy.
    NextDeadline,
    /// The day after.
    AfterNextDeadline,
    /// A year and a day after the second edition's deadline: whatever comes after it has opened.
    Closed,
}

impl Day {
    pub(crate) const ALL: [Self; 14] = [
        Self::BeforeOpening,
        Self::Opening,
        Self::MidYear,
        Self::Deadline,
        Self::AfterDeadline,
        Self::EveOfNext,
        Self::InDoubt,
        Self::NextOpen,
        Self::CertificateEnds,
        Self::TwelveMonthsOn,
        Self::AfterTwelveMonths,
        Self::NextDeadline,
        Self::AfterNextDeadline,
        Self::Closed,
    ];

    pub(crate) fn date(self) -> NaiveDate {
        let (year, month, day) = match self {
            Self::BeforeOpening => (2024, 9, 1),
            Self::Opening => (2024, 9, 3),
            Self::MidYear => (2025, 1, 15),
            Self::Deadline => (2025, 6, 30),
            Self::AfterDeadline => (2025, 7, 1),
            Self::EveOfNext => (2025, 8, 31),
            Self::InDoubt => (2025, 9, 1),
            Self::NextOpen => (2025, 9, 18),
            Self::CertificateEnds => (2026, 1, 14),
            Self::TwelveMonthsOn => (2026, 1, 15),
            Self::AfterTwelveMonths => (2026, 1, 16),
            Self::NextDeadline => (2026, 6, 30),
            Self::AfterNextDeadline => (2026, 7, 1),
            Self::Closed => (2027, 7, 1),
        };
        NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar")
    }
}

/// One of the two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Edition {
    /// 2024-25.
    First,
    /// 2025-26.
    Second,
}

impl Edition {
    pub(crate) fn id(self) -> EditionId {
        let text = match self {
            Self::First => "2024-25",
            Self::Second => "2025-26",
        };
        text.parse().expect("an edition")
    }

    pub(crate) fn bank(self) -> &'static QuestionBank {
        QuestionBank::edition(self.id()).expect("a built-in edition")
    }

    /// Whether it can have been open on a day.
    pub(crate) fn may_be_open(self, day: Day) -> bool {
        match self {
            Self::First => (Day::Opening..Day::NextOpen).contains(&day),
            Self::Second => (Day::InDoubt..Day::Closed).contains(&day),
        }
    }
}

/// Which questions have good answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Class {
    /// None.
    Nothing,
    /// Those for Approaching Standards, and an optional one.
    Approaching,
    /// Those for Standards Met as well.
    Met,
}

/// How far answers that were carried over have been confirmed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Stage {
    /// None of them.
    Waiting,
    /// All but the optional one.
    AllButOne,
    /// All.
    Confirmed,
}

/// When the evidence was last reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Review {
    /// On [`Day::BeforeOpening`].
    First,
    /// On [`Day::EveOfNext`].
    Second,
    /// On [`Day::Closed`].
    Last,
}

impl Review {
    /// The day itself.
    pub(crate) fn day(self) -> Day {
        match self {
            Self::First => Day::BeforeOpening,
            Self::Second => Day::EveOfNext,
            Self::Last => Day::Closed,
        }
    }

    /// The last one that can have taken place by a day.
    pub(crate) fn by(day: Day) -> Self {
        match day {
            Day::Closed => Self::Last,
            Day::BeforeOpening | Day::Opening | Day::MidYear | Day::Deadline | Day::AfterDeadline => Self::First,
            _ => Self::Second,
        }
    }

    /// Whether it lies in the twelve months before a day.
    pub(crate) fn is_fresh_on(self, day: Day) -> bool {
        match self {
            Self::First => day < Day::NextOpen,
            Self::Second => day < Day::Closed,
            Self::Last => true,
        }
    }
}

/// How the profile stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Profile {
    /// Nobody has confirmed it.
    Unconfirmed,
    /// Confirmed.
    Confirmed,
    /// Confirmed, and changed since.
    Changed,
}

/// The Cyber Essentials Plus certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Holds {
    /// None.
    Nothing,
    /// One from [`Day::MidYear`] to [`Day::CertificateEnds`].
    First,
    /// One for twelve months from [`Day::TwelveMonthsOn`].
    Second,
}

impl Holds {
    /// Whether one is in date on a day.
    pub(crate) fn in_date(self, day: Day) -> bool {
        match self {
            Self::Nothing => false,
            Self::First => (Day::MidYear..=Day::CertificateEnds).contains(&day),
            Self::Second => (Day::TwelveMonthsOn..Day::Closed).contains(&day),
        }
    }
}

/// The action plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Plan {
    /// None is attached.
    Missing,
    /// One that says nothing of one question.
    Short,
    /// One for every question that Standards Met asks for beyond Approaching Standards.
    Whole,
}

/// How the third site works: as the head office does, or in one of the four things its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Third {
    /// As the head office does.
    Shares,
    /// With its own training.
    OwnTraining,
    /// With its own policies.
    OwnPolicies,
    /// With its own data security.
    OwnDataSecurity,
    /// With its own IT.
    OwnIt,
}

/// The three sites of a group. The first is on record throughout and shares everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sites {
    /// Whether the second, which shares everything, is on record.
    pub(crate) second: bool,
    /// How the third, which is on record throughout, works.
    pub(crate) third: Third,
}

/// Some of the three sites; the lowest bit is the first.
pub(crate) type Selection = u8;

/// A publication that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Past {
    pub(crate) edition: Edition,
    pub(crate) level: Level,
    pub(crate) on: Day,
    pub(crate) sites: Selection,
}

/// The most publications in a past.
pub(crate) const MOST: usize = 2;

/// An organisation on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct State {
    pub(crate) day: Day,
    /// The edition that its assessment is of.
    pub(crate) edition: Edition,
    /// The answers carried over.
    pub(crate) carried: Class,
    /// How far those have been confirmed.
    pub(crate) stage: Stage,
    /// The answers given in this edition.
    pub(crate) given: Class,
    pub(crate) review: Review,
    pub(crate) profile: Profile,
    /// Whether NHSmail is its only email system.
    pub(crate) only_nhsmail: bool,
    pub(crate) assertions: bool,
    pub(crate) certificate: Holds,
    pub(crate) plan: Plan,
    /// The sites of a group; none for a provider with one site.
    pub(crate) sites: Option<Sites>,
    pub(crate) past: [Option<Past>; MOST],
}

impl State {
    pub(crate) fn published(&self) -> impl DoubleEndedIterator<Item = &Past> {
        self.past.iter().flatten()
    }

    pub(crate) fn has_published(&self) -> bool {
        self.past.iter().any(Option::is_some)
    }
}

/// Which part of the world is walked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct World {
    pub(crate) name: &'static str,
    /// The days that time passes through, in order.
    pub(crate) days: &'static [Day],
    /// Whether this is a group that answers everything and whose sites change, or one site whose answers change.
    pub(crate) group: bool,
    /// Whether less can happen: NHSmail stays, no plan is too short, and the third site differs in one way only.
    pub(crate) coarse: bool,
    /// How many publications are followed.
    pub(crate) publications: usize,
}

impl World {
    pub(crate) fn begin(&self) -> State {
        State {
            day: self.days[0],
            edition: Edition::First,
            carried: Class::Nothing,
            stage: Stage::Confirmed,
            given: if self.group { Class::Met } else { Class::Nothing },
            review: Review::First,
            profile: if self.group { Profile::Confirmed } else { Profile::Unconfirmed },
            only_nhsmail: false,
            assertions: self.group,
            certificate: Holds::Nothing,
            plan: Plan::Missing,
            sites: self.group.then_some(Sites { second: false, third: Third::Shares }),
            past: [None; MOST],
        }
    }

    pub(crate) fn after(&self, day: Day) -> Option<Day> {
        self.days.iter().copied().find(|other| *other > day)
    }

    /// The selections of sites that whoever may publish tries at a level: for a group every one at Standards Met, and
    /// none and all at the other levels; for a single site none, and one that is not on record.
    pub(crate) fn selections(&self, level: Level) -> &'static [Selection] {
        match (self.group, level) {
            (true, Level::StandardsMet) => &[0, 1, 2, 3, 4, 5, 6, 7],
            (true, _) => &[0, 7],
            (false, _) => &[0, 1],
        }
    }
}
