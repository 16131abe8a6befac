//! What a judgement is made from, and what it gives back.
//!
//! Does not judge: see `assess`.

use super::open_sdg::{Growth, OpenSdg};
use super::{Fulfilment, Reason};
use crate::period::{Date, Grain, Period};

/// Differences smaller than this come from binary fractions, not from the world.
pub(super) const EXACT: f64 = 1e-9;

/// A measured value. One that is not a finite number counts as not measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// What it was measured for; it counts from the period's end.
    pub period: Period,
    /// The value.
    pub value: f64,
}

/// Gives a share in percent, or why there is none.
///
/// Of nobody there is no share: a denominator of zero is not applicable in its period, never 0 %
/// (put the period into [`Case::not_applicable`]).
///
/// # Errors
///
/// [`Reason::NotApplicable`] for a denominator of zero, [`Reason::NoMeasurement`] for what is not a
/// number.
pub fn share(numerator: f64, denominator: f64) -> Result<f64, Reason> {
    if denominator == 0.0 {
        return Err(Reason::NotApplicable);
    }
    let percent = numerator / denominator * 100.0;
    if percent.is_finite() { Ok(percent) } else { Err(Reason::NoMeasurement) }
}

/// How a level, or a direction, is judged before its day. What is counted, added up or done by a day
/// is judged the same way by every method.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Method {
    /// A straight line from the baseline to the target.
    #[default]
    Line,
    /// Yearly growth, as Open SDG does it.
    OpenSdg(OpenSdg),
}

impl Method {
    /// Gives the stable key of translations and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::OpenSdg(_) => "open-sdg",
        }
    }

    /// Reads the Swedish or English word; the settings are the usual ones.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "line" | "linje" => Some(Self::Line),
            "open-sdg" | "opensdg" | "open sdg" => Some(Self::OpenSdg(OpenSdg::default())),
            _ => None,
        }
    }
}

/// The side of a value that is good.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The value or more.
    AtLeast(f64),
    /// The value or less.
    AtMost(f64),
}

impl Limit {
    pub(super) fn value(self) -> f64 {
        match self {
            Self::AtLeast(value) | Self::AtMost(value) => value,
        }
    }

    /// Gives how far a value is on the good side; negative on the bad side.
    pub(super) fn margin(self, value: f64) -> f64 {
        match self {
            Self::AtLeast(limit) => value - limit,
            Self::AtMost(limit) => limit - value,
        }
    }

    pub(super) fn is_met_by(self, value: f64) -> bool {
        self.margin(value) >= -EXACT * self.value().abs().max(1.0)
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// The figure is to be this or more.
    AtLeast {
        /// The target.
        value: f64,
    },
    /// The figure is to be this or less.
    AtMost {
        /// The target.
        value: f64,
    },
    /// A range, such as two to three meeting places. Its easy end decides, `min` if up is good,
    /// else `max`: a third or fourth place does not break a promise of two.
    Between {
        /// Lower end.
        min: f64,
        /// Upper end.
        max: f64,
    },
    /// The figure is to move.
    Direction {
        /// Whether it is to go up.
        up: bool,
    },
    /// So much, at least, in every period of a kind.
    Quota {
        /// The least sum of one period.
        value: f64,
        /// The kind of period.
        per: Grain,
        /// When it applies; always, if nothing was said.
        window: Option<Period>,
    },
    /// So much, at least, over the whole window.
    Cumulative {
        /// The least sum.
        value: f64,
        /// From when to when.
        window: Period,
    },
    /// Something is to be done by a day.
    Milestone,
    /// A limit for every place on its own: assess each place, then
    /// [`assess_places`](super::assess_places).
    EveryPlace {
        /// What each place is to reach.
        limit: Limit,
    },
    /// Words without a measure.
    TextOnly,
    /// The target was to be set after this day.
    Deferred {
        /// The day.
        set_after: Date,
    },
}

/// One target and all that is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What was decided.
    pub rule: Rule,
    /// When it is to be reached; its last day counts. Without it (or without an end) a limit applies
    /// at all times: give the programme's last year if that is what was meant.
    pub by: Option<Period>,
    /// Where it began.
    pub baseline: Option<Reading>,
    /// What was measured. Only periods that are over `today` count.
    pub readings: &'a [Reading],
    /// The periods in which a share had a denominator of zero. A limit or direction that would be
    /// judged by one of them is not applicable, rather than judged by an older figure.
    pub not_applicable: &'a [Period],
    /// Which end of a range is the easy one.
    pub good_is_up: bool,
    /// The day the judgement is made.
    pub today: Date,
    /// The day a milestone was reached.
    pub done: Option<Date>,
    /// How a level or direction is judged.
    pub method: Method,
}

impl Case<'_> {
    /// Gives the readings that count: finite, and for a period that is over.
    pub(super) fn known(&self) -> impl Iterator<Item = Reading> {
        let today = self.today;
        let counts = move |r: &Reading| r.value.is_finite() && r.period.end() <= today;
        self.readings.iter().copied().filter(counts)
    }

    /// Gives every period that is over and has something to say: a reading, or that a share was not
    /// applicable. A reading goes before the latter.
    pub(super) fn candidates(&self) -> impl Iterator<Item = Candidate> {
        let today = self.today;
        let counts = move |period: &&Period| period.end() <= today && self.known().all(|reading| reading.period != **period);
        let without = self.not_applicable.iter().filter(counts).map(|period| Candidate { period: *period, reading: None });
        self.known().map(|reading| Candidate { period: reading.period, reading: Some(reading) }).chain(without)
    }

    pub(super) fn baseline(&self) -> Option<Reading> {
        self.baseline.filter(|reading| reading.value.is_finite())
    }

    pub(super) fn due(&self) -> Option<Period> {
        self.by.filter(|period| !period.is_open())
    }
}

/// A period that a judgement may be made by.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// The period.
    pub(super) period: Period,
    /// Its reading; none if it was not applicable.
    pub(super) reading: Option<Reading>,
}

impl Candidate {
    /// Gives the reading of the chosen candidate, or why there is none.
    pub(super) fn decide(chosen: Option<Self>) -> Result<Reading, Reason> {
        chosen.ok_or(Reason::NoMeasurement)?.reading.ok_or(Reason::NotApplicable)
    }
}

/// A judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The judgement itself.
    pub status: Fulfilment,
    /// Everything it was made from, to be printed beside it.
    pub inputs: Inputs,
}

impl Assessment {
    /// Says that there can be no judgement, for a reason only the caller knows: a figure that is
    /// confidential, a changed method.
    pub fn not_assessed(reason: Reason) -> Self {
        Inputs::new(RuleUsed::None).unjudged(reason)
    }
}

/// A value and the moment it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The value.
    pub value: f64,
    /// The moment as a decimal year, see [`Period::decimal_end`]. Open SDG counts in whole years:
    /// there it is the year itself.
    pub time: f64,
    /// The period it was measured for; none for the zero a sum starts at. For a sum, the last
    /// period added.
    pub period: Option<Period>,
}

impl From<Reading> for Point {
    fn from(reading: Reading) -> Self {
        Self { value: reading.value, time: reading.period.decimal_end(), period: Some(reading.period) }
    }
}

/// The numbers a judgement was made from. None of them is ever infinite or not a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Where it began: y0 at t0.
    pub baseline: Option<Point>,
    /// The reading that decided: yi at ti.
    pub latest: Option<Point>,
    /// The target value yT.
    pub target: Option<f64>,
    /// The moment tT by which it is to be reached.
    pub target_time: Option<f64>,
    /// What a straight line asks for at ti: x.
    pub required: Option<f64>,
    /// Share of the way divided by share of the time: r.
    pub pace: Option<f64>,
    /// The value's distance to the target on the good side; negative when it is not reached.
    pub margin: Option<f64>,
    /// Which rule decided.
    pub rule: RuleUsed,
    /// How the deciding reading, or the day of completion, stands to the last day.
    pub timing: Timing,
    /// Whether the change was the wanted one, for a direction.
    pub course: Option<Course>,
    /// Each period of a quota that has readings, in order.
    pub periods: Vec<PeriodResult>,
    /// The yearly growth and its score, if Open SDG's method judged.
    pub growth: Option<Growth>,
}

impl Inputs {
    pub(super) fn new(rule: RuleUsed) -> Self {
        Self {
            baseline: None,
            latest: None,
            target: None,
            target_time: None,
            required: None,
            pace: None,
            margin: None,
            rule,
            timing: Timing::NoDate,
            course: None,
            periods: Vec::new(),
            growth: None,
        }
    }

    pub(super) fn judged(self, status: Fulfilment) -> Assessment {
        Assessment { status, inputs: self }
    }

    pub(super) fn unjudged(self, reason: Reason) -> Assessment {
        self.judged(Fulfilment::NotAssessed(reason))
    }
}

/// One period of a quota.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodResult {
    /// The period.
    pub period: Period,
    /// The sum of its readings.
    pub value: f64,
    /// The quota, in proportion to the time reported if that is not the whole period.
    pub required: f64,
    /// Met or not met; a pace if the period is not fully reported.
    pub status: Fulfilment,
}

/// The rule that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleUsed {
    /// A line from the baseline to the target.
    Line,
    /// The baseline already met the target, so it is to be held: met or not met.
    Hold,
    /// Met or not met only: no baseline, or no day to reach it by.
    Level,
    /// The last day has passed: met or not met.
    PastDue,
    /// First against last reading.
    Trend,
    /// A whole period against the quota.
    Quota,
    /// Part of a period against part of the quota.
    ProRata,
    /// A sum against a line from zero.
    Cumulative,
    /// A day against a day.
    Milestone,
    /// Yearly growth against the growth that the target asks for (Open SDG).
    OpenSdg,
    /// Yearly growth alone, for there is no value to reach (Open SDG).
    OpenSdgGrowth,
    /// Nothing to judge by.
    None,
}

impl RuleUsed {
    /// Every rule, in the order of a legend.
    pub const ALL: [Self; 12] = [
        Self::Line,
        Self::Hold,
        Self::Level,
        Self::PastDue,
        Self::Trend,
        Self::Quota,
        Self::ProRata,
        Self::Cumulative,
        Self::Milestone,
        Self::OpenSdg,
        Self::OpenSdgGrowth,
        Self::None,
    ];

    /// Gives the stable key of translations and exports.
    pub fn key(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Hold => "hold",
            Self::Level => "level",
            Self::PastDue => "past-due",
            Self::Trend => "trend",
            Self::Quota => "quota",
            Self::ProRata => "pro-rata",
            Self::Cumulative => "cumulative",
            Self::Milestone => "milestone",
            Self::OpenSdg => "open-sdg",
            Self::OpenSdgGrowth => "open-sdg-growth",
            Self::None => "none",
        }
    }
}

/// How the evidence stands to the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// There is no last day.
    NoDate,
    /// The last day has not passed.
    Ahead,
    /// It has passed; measured within the target's last period, or done in time.
    InTime,
    /// It has passed; first measured, or done, after it.
    Late,
    /// It has passed; the last measurement is older than the target's last period. A page should
    /// say so: a later figure may change the judgement.
    Early,
}

/// Whether a change went the decided way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// The decided way.
    Right,
    /// Nowhere.
    Level,
    /// The other way.
    Wrong,
}
