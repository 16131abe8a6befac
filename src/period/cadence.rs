//! How often: the kinds of period, and the rhythms a follow-up can be owed in.
//!
//! Does not know what is owed, nor whether it has come.

use super::{Date, HT, Interval, Part, Period, Term, on};

/// A kind of period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// Calendar year.
    Year,
    /// School year.
    SchoolYear,
    /// Half of a calendar year.
    HalfYear,
    /// School term.
    Term,
    /// Third of a calendar year.
    Tertial,
    /// Quarter of a calendar year.
    Quarter,
    /// Calendar month.
    Month,
    /// Day.
    Day,
}

impl Grain {
    /// Every kind, longest first.
    pub const ALL: [Self; 8] =
        [Self::Year, Self::SchoolYear, Self::HalfYear, Self::Term, Self::Tertial, Self::Quarter, Self::Month, Self::Day];

    /// Gives the word used in content files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::SchoolYear => "school-year",
            Self::HalfYear => "half-year",
            Self::Term => "term",
            Self::Tertial => "tertial",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Day => "day",
        }
    }

    /// Reads the word used in content files.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grain| grain.key() == text.trim())
    }

    /// Gives the period of this kind that the day belongs to.
    pub fn at(self, date: Date) -> Period {
        let year = date.year();
        match self {
            Self::Year => Period::Year(year),
            Self::SchoolYear if date < on(year, HT.first) => Period::SchoolYear(year - 1),
            Self::SchoolYear => Period::SchoolYear(year),
            Self::HalfYear => Period::HalfYear(year, Part::holding(date)),
            Self::Term => Period::Term(year, Term::holding(date)),
            Self::Tertial => Period::Tertial(year, Part::holding(date)),
            Self::Quarter => Period::Quarter(year, Part::holding(date)),
            Self::Month => Period::Month(year, Part::holding(date)),
            Self::Day => Period::Day(date),
        }
    }

    /// Lists the periods whose last day is in the window (both days included), in order.
    ///
    /// A period that has begun but not ended when the window closes is left out: nobody could
    /// report on the whole of it. One that was running when the window opened is kept.
    pub fn within(self, first: Date, last: Date) -> Vec<Period> {
        let next = |period: &Period| period.end().tomorrow().ok().map(|date| self.at(date));
        std::iter::successors(Some(self.at(first)), next).take_while(|period| period.end() <= last).collect()
    }
}

/// How often a follow-up is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cadence {
    /// Every calendar year.
    Year,
    /// Every half year.
    HalfYear,
    /// Every third of a year.
    Tertial,
    /// Every quarter.
    Quarter,
    /// Every school term.
    Term,
    /// Every second calendar year.
    Biennial,
    /// Once for the whole time.
    Once,
    /// All the time, so never owed for any one period.
    Continuous,
}

impl Cadence {
    /// Every cadence, in the order content files document them.
    pub const ALL: [Self; 8] =
        [Self::Year, Self::HalfYear, Self::Tertial, Self::Quarter, Self::Term, Self::Biennial, Self::Once, Self::Continuous];

    /// Gives the word used in content files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::HalfYear => "half-year",
            Self::Tertial => "tertial",
            Self::Quarter => "quarter",
            Self::Term => "term",
            Self::Biennial => "biennial",
            Self::Once => "once",
            Self::Continuous => "continuous",
        }
    }

    /// Reads the word used in content files.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cadence| cadence.key() == text.trim())
    }

    /// Lists the periods a follow-up is owed for, in order; the window's last day must be a real
    /// one for repeated cadences, or the list runs to the end of the calendar.
    ///
    /// A period is owed if its last day is in the window, see [`Grain::within`]. Every second year
    /// is counted from the window's first: 2008 to 2010 gives 2008 and 2010. Once gives the window
    /// itself as one interval. A window that ends before it begins gives nothing.
    pub fn periods(self, first: Date, last: Date) -> Vec<Period> {
        match self {
            Self::Year => Grain::Year.within(first, last),
            Self::HalfYear => Grain::HalfYear.within(first, last),
            Self::Tertial => Grain::Tertial.within(first, last),
            Self::Quarter => Grain::Quarter.within(first, last),
            Self::Term => Grain::Term.within(first, last),
            Self::Biennial => Grain::Year.within(first, last).into_iter().step_by(2).collect(),
            Self::Once => Interval::covering(first, last).map(Period::Interval).into_iter().collect(),
            Self::Continuous => Vec::new(),
        }
    }
}
