//! Counts of follow-ups: how many are owed, and what has become of them.

use super::Duty;
use crate::period::{Date, Period};
use crate::status::Reporting;

/// How many follow-ups are owed, and what has become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub owed: usize,
    /// Those whose last day has passed, and those that came before it.
    pub due: usize,
    /// Those that have come.
    pub received: usize,
    /// Those that have not, though their last day has passed.
    pub late: usize,
}

impl Tally {
    /// Counts some follow-ups on a day.
    pub fn of<'a>(duties: impl IntoIterator<Item = &'a Duty>, today: Date) -> Self {
        let mut tally = Self::default();
        duties.into_iter().for_each(|duty| tally.add(duty, today));
        tally
    }

    pub(super) fn add(&mut self, duty: &Duty, today: Date) {
        let received = duty.state == Reporting::Received;
        self.owed += 1;
        self.due += usize::from(received || duty.due <= today);
        self.received += usize::from(received);
        self.late += usize::from(duty.state == Reporting::Late);
    }

    pub(super) fn join(&mut self, other: Self) {
        self.owed += other.owed;
        self.due += other.due;
        self.received += other.received;
        self.late += other.late;
    }

    /// The same without those whose day is still to come.
    #[must_use]
    pub fn only_due(self) -> Self {
        Self { owed: self.due, ..self }
    }

    /// Their state together.
    pub fn together(self) -> Reporting {
        match (self.received, self.owed) {
            (_, 0) => Reporting::None,
            (received, owed) if received == owed => Reporting::Received,
            (0, _) if self.late > 0 => Reporting::Late,
            (0, _) => Reporting::Expected,
            _ => Reporting::Partly,
        }
    }
}

/// The time that is looked at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// What is about a period and about no part of it.
    Period(Period),
    /// A year with all its parts.
    WholeYear(i16),
}

impl Scope {
    /// What a period's page is about: a year's page holds its parts too.
    pub fn of_page(period: Period) -> Self {
        if let Period::Year(year) = period { Self::WholeYear(year) } else { Self::Period(period) }
    }

    /// All that something about a period belongs to.
    pub fn holding(period: Period) -> [Self; 2] {
        [Self::Period(period), Self::WholeYear(period.year())]
    }
}
