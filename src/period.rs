//! Reporting periods: reads them, writes them, and places them in the calendar.
//!
//! Knows no words for people: a page's locale decides how a period is said.
//!
//! Quarters, tertials (thirds of a year) and half years are kept apart even when their days coincide,
//! as ISO 8601-2 (EDTF level 2) does with its codes 33–36, 37–39 and 40–41: a report owed for the
//! first half year is not the report of the spring term.

mod cadence;

use std::cmp::Ordering;
use std::fmt;

pub use cadence::{Cadence, Grain};
pub use jiff::civil::Date;

/// A stretch of whole days that something was decided, measured or reported for.
///
/// ```
/// # use tydlig::period::Period;
/// let period = Period::parse("T1 2009").map(|period| period.to_string());
/// assert_eq!(period.as_deref(), Some("2009-T1"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A calendar year, `2009`.
    Year(i16),
    /// Six months, `2009-H1`.
    HalfYear(i16, Part<2>),
    /// Four months, `2009-T1`: the usual reporting step of Swedish municipalities.
    Tertial(i16, Part<3>),
    /// Three months, `2009-Q1`.
    Quarter(i16, Part<4>),
    /// A calendar month, `2009-M04`.
    Month(i16, Part<12>),
    /// A school term, `2009-VT` or `2009-HT`.
    Term(i16, Term),
    /// A school year by the year it begins in, `2008/09`.
    SchoolYear(i16),
    /// From one period to another, or with no end: `2008..2010`, `2008..`.
    Interval(Interval),
    /// One day, `2008-01-15`.
    Day(Date),
}

/// Which of the `N` equal parts of a calendar year, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part<const N: i8>(i8);

impl<const N: i8> Part<N> {
    /// Whole months in one part.
    const MONTHS: i8 = 12 / N;

    /// Accepts 1 to `N`.
    pub fn new(number: i8) -> Option<Self> {
        (1..=N).contains(&number).then_some(Self(number))
    }

    /// Gives the number, from 1.
    pub fn number(self) -> i8 {
        self.0
    }

    fn holding(date: Date) -> Self {
        Self((date.month() - 1) / Self::MONTHS + 1)
    }

    fn first_day(self, year: i16) -> Date {
        day(year, (self.0 - 1) * Self::MONTHS + 1, 1)
    }

    fn last_day(self, year: i16) -> Date {
        day(year, self.0 * Self::MONTHS, 1).last_of_month()
    }
}

/// The two terms of a Swedish school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// Spring, *vårterminen*.
    Vt,
    /// Autumn, *höstterminen*.
    Ht,
}

/// A day of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl MonthDay {
    fn of(date: Date) -> Self {
        Self { month: date.month(), day: date.day() }
    }
}

/// First and last day of a term, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermBounds {
    /// First day.
    pub first: MonthDay,
    /// Last day.
    pub last: MonthDay,
}

/// Default bounds of the spring term: the first half of the year, so that no day is between terms.
///
/// Each school sets its own days of teaching (the Swedish school ordinance, 2011:185, chapter 3, only
/// frames them), which is too fine for following up a programme.
pub const VT: TermBounds = TermBounds { first: MonthDay { month: 1, day: 1 }, last: MonthDay { month: 6, day: 30 } };

/// Default bounds of the autumn term: the second half of the year. See [`VT`].
pub const HT: TermBounds = TermBounds { first: MonthDay { month: 7, day: 1 }, last: MonthDay { month: 12, day: 31 } };

impl Term {
    /// Gives the default bounds.
    pub fn bounds(self) -> TermBounds {
        match self {
            Self::Vt => VT,
            Self::Ht => HT,
        }
    }

    fn holding(date: Date) -> Self {
        if MonthDay::of(date) < HT.first { Self::Vt } else { Self::Ht }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Vt => "VT",
            Self::Ht => "HT",
        }
    }
}

/// From one period to another, both included, or without end.
///
/// The bounds keep the precision they were written with, so `2008..2010` is not
/// `2008-01-01..2010-12-31`, though their days are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    from: (Grain, Date),
    to: Option<(Grain, Date)>,
}

impl Interval {
    /// Joins two periods; refuses an interval as a bound, and bounds in the wrong order.
    pub fn new(from: Period, to: Option<Period>) -> Option<Self> {
        let bound = |period: Period| Some((period.grain()?, period.start()));
        let ordered = to.is_none_or(|to| from.start() <= to.start() && from.end() <= to.end());
        let to = match to {
            Some(to) => Some(bound(to)?),
            None => None,
        };
        let from = bound(from)?;
        ordered.then_some(Self { from, to })
    }

    /// Gives the period it begins with.
    pub fn from(self) -> Period {
        let (grain, date) = self.from;
        grain.at(date)
    }

    /// Gives the period it ends with; `None` if it has no end.
    pub fn to(self) -> Option<Period> {
        self.to.map(|(grain, date)| grain.at(date))
    }

    /// Covers exactly the given days, by year if they are whole years. `Date::MAX` means no end.
    fn covering(first: Date, last: Date) -> Option<Self> {
        let whole = first == first.first_of_year() && last == last.last_of_year();
        let grain = if whole { Grain::Year } else { Grain::Day };
        let to = (last != Date::MAX).then(|| grain.at(last));
        Self::new(grain.at(first), to)
    }
}

impl Period {
    /// Reads a period as it is written in front matter and tables.
    ///
    /// Canonical: `2009`, `2009-H1`, `2009-T1`, `2009-Q1`, `2009-M04` or `2009-04`, `2009-VT`,
    /// `2009-HT`, `2008/09`, `2008..2010`, `2008..`, `2008-01-15`. Also `2009K1` and `2009M04`
    /// (Statistics Sweden's time codes) and what people write: `T1 2009`, `2009 T1`, `2009T1`, `K1 2009`, `vt 2009`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once("..") else {
            return parse_unit(text.trim());
        };
        let to = match to.trim() {
            "" => None,
            to => Some(parse_unit(to)?),
        };
        Interval::new(parse_unit(from.trim())?, to).map(Self::Interval)
    }

    /// Gives the first day.
    pub fn start(&self) -> Date {
        match *self {
            Self::Year(year) => day(year, 1, 1),
            Self::HalfYear(year, part) => part.first_day(year),
            Self::Tertial(year, part) => part.first_day(year),
            Self::Quarter(year, part) => part.first_day(year),
            Self::Month(year, part) => part.first_day(year),
            Self::Term(year, term) => on(year, term.bounds().first),
            Self::SchoolYear(year) => on(year, HT.first),
            Self::Interval(interval) => interval.from().start(),
            Self::Day(date) => date,
        }
    }

    /// Gives the last day; `Date::MAX` for an interval without end, see [`Period::is_open`].
    pub fn end(&self) -> Date {
        match *self {
            Self::Year(year) => day(year, 12, 31),
            Self::HalfYear(year, part) => part.last_day(year),
            Self::Tertial(year, part) => part.last_day(year),
            Self::Quarter(year, part) => part.last_day(year),
            Self::Month(year, part) => part.last_day(year),
            Self::Term(year, term) => on(year, term.bounds().last),
            Self::SchoolYear(year) => on(year.saturating_add(1), VT.last),
            Self::Interval(interval) => interval.to().map_or(Date::MAX, |to| to.end()),
            Self::Day(date) => date,
        }
    }

    /// Tells whether it is an interval without end.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Interval(interval) if interval.to.is_none())
    }

    /// Gives the moment it begins as a decimal year: 2009 begins at 2009.0.
    pub fn decimal_start(&self) -> f64 {
        decimal(self.start(), -1)
    }

    /// Gives the moment it is over as a decimal year: 2009 is over at 2010.0, never at 2009.997.
    ///
    /// The same moment is the next period's [`Period::decimal_start`], so spans add up exactly.
    /// Without end it is 10000.0.
    pub fn decimal_end(&self) -> f64 {
        decimal(self.end(), 0)
    }

    /// Its name in signs that every file system and address takes: `2009-T1`, `2008_09`, `2008--2010`. No two periods
    /// share one.
    pub fn file_name(&self) -> String {
        self.to_string().replace('/', "_").replace("..", "--")
    }

    /// Gives the year it ends in; for an interval without end the year it begins in.
    pub fn year(&self) -> i16 {
        if self.is_open() { self.start().year() } else { self.end().year() }
    }

    /// Tells whether every day of `other` belongs to it.
    pub fn contains(&self, other: &Self) -> bool {
        self.start() <= other.start() && other.end() <= self.end()
    }

    /// Gives its kind; `None` for an interval.
    pub fn grain(&self) -> Option<Grain> {
        Some(match self {
            Self::Year(_) => Grain::Year,
            Self::HalfYear(..) => Grain::HalfYear,
            Self::Tertial(..) => Grain::Tertial,
            Self::Quarter(..) => Grain::Quarter,
            Self::Month(..) => Grain::Month,
            Self::Term(..) => Grain::Term,
            Self::SchoolYear(_) => Grain::SchoolYear,
            Self::Day(_) => Grain::Day,
            Self::Interval(_) => return None,
        })
    }

    /// Orders by end, then start; the kind only parts periods of the same days, so that `Ord` agrees
    /// with `Eq`.
    fn order(&self) -> impl Ord + use<> {
        let bounds = match self {
            Self::Interval(interval) => Some((interval.from.0, interval.to.map(|to| to.0))),
            _ => None,
        };
        (self.end(), self.start(), self.grain(), bounds)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::HalfYear(year, part) => write!(f, "{year:04}-H{}", part.number()),
            Self::Tertial(year, part) => write!(f, "{year:04}-T{}", part.number()),
            Self::Quarter(year, part) => write!(f, "{year:04}-Q{}", part.number()),
            Self::Month(year, part) => write!(f, "{year:04}-M{:02}", part.number()),
            Self::Term(year, term) => write!(f, "{year:04}-{}", term.key()),
            Self::SchoolYear(year) => {
                write!(f, "{year:04}/{:02}", year.saturating_add(1).rem_euclid(100))
            }
            Self::Interval(interval) => {
                write!(f, "{}..", interval.from())?;
                interval.to().map_or(Ok(()), |to| to.fmt(f))
            }
            Self::Day(date) => date.fmt(f),
        }
    }
}

/// Reads anything but an interval.
fn parse_unit(text: &str) -> Option<Period> {
    let text = text.to_uppercase();
    if let Some((name, year)) = text.split_once(' ').filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_alphabetic())) {
        // Here a month needs its letter: `04 2009` could be anything.
        return parse_named(parse_year(year)?, name);
    }
    let year = parse_year(text.get(..4)?)?;
    let rest = text.get(4..)?;
    if rest.is_empty() {
        return Some(Period::Year(year));
    }
    if let Some(next) = rest.strip_prefix('/') {
        let follows = digits(next, 2)? == (year + 1) % 100 && year < 9999;
        return follows.then_some(Period::SchoolYear(year));
    }
    let marked = rest.strip_prefix(' ').unwrap_or(rest);
    if marked.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return parse_named(year, marked);
    }
    let rest = rest.strip_prefix('-')?;
    match rest.split_once('-') {
        Some((month, date)) => {
            let month = Part::<12>::new(i8::try_from(digits(month, 2)?).ok()?)?;
            let date = i8::try_from(digits(date, 2)?).ok()?;
            Date::new(year, month.number(), date).ok().map(Period::Day)
        }
        None => parse_named(year, rest),
    }
}

/// Reads the part of a year that stands after the hyphen in the canonical form.
fn parse_named(year: i16, name: &str) -> Option<Period> {
    match name {
        "VT" => return Some(Period::Term(year, Term::Vt)),
        "HT" => return Some(Period::Term(year, Term::Ht)),
        _ => {}
    }
    if let Some(number) = name.strip_prefix('H') {
        return Some(Period::HalfYear(year, part(number, 1)?));
    }
    if let Some(number) = name.strip_prefix('T') {
        return Some(Period::Tertial(year, part(number, 1)?));
    }
    if let Some(number) = name.strip_prefix(['Q', 'K']) {
        return Some(Period::Quarter(year, part(number, 1)?));
    }
    let month = name.strip_prefix('M').unwrap_or(name);
    Some(Period::Month(year, part(month, 2)?))
}

fn parse_year(text: &str) -> Option<i16> {
    digits(text, 4).filter(|year| *year > 0)
}

fn part<const N: i8>(text: &str, length: usize) -> Option<Part<N>> {
    Part::new(i8::try_from(digits(text, length)?).ok()?)
}

/// Reads exactly so many digits; `str::parse` alone would take a sign.
fn digits(text: &str, length: usize) -> Option<i16> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn on(year: i16, at: MonthDay) -> Date {
    day(year, at.month, at.day)
}

/// Makes a date; a year beyond the calendar's ends gives the calendar's end.
fn day(year: i16, month: i8, date: i8) -> Date {
    let beyond = if year < 0 { Date::MIN } else { Date::MAX };
    Date::new(year, month, date).unwrap_or(beyond)
}

fn decimal(date: Date, shift: i16) -> f64 {
    let days = f64::from(date.day_of_year() + shift);
    f64::from(date.year()) + days / f64::from(date.days_in_year())
}

#[cfg(test)]
mod tests;
