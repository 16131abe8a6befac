//! The method of Open SDG 2.4, for those who want the figures that such a site gives.
//!
//! After `docs/progress-methodology.md` of open-sdg/open-sdg and the behaviour of open-sdg/sdg-build
//! (`ProgressMeasure`), which take it from Statistics Canada: the compound growth from year to year
//! so far, compared with the growth that would reach the target in its year. Without a target the
//! growth itself is judged, more gently near a natural limit.
//!
//! Years are whole: a period counts as the year it begins in, the target as the year it is due in.
//! There is no "not met": past its year a target keeps its class, and [`Timing`](super::Timing) says
//! that the day has passed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::assess::{judge_pace, timing};
use super::case::{Assessment, Candidate, Case, Course, EXACT, Inputs, Limit, Point, Reading, RuleUsed};
use super::place::shared;
use super::{Fulfilment, Reason};
use crate::period::Period;

/// The first year, unless another is given.
const BASE_YEAR: i16 = 2015;
/// The year a target is for, unless another is given.
const TARGET_YEAR: i16 = 2030;
/// What stands in for a zero, which nothing can grow from and no rate can reach.
const ZERO: f64 = 0.001;
/// Without a target: yearly growth from here on is on track.
const ON_TRACK: f64 = 0.015;
/// Without a target: yearly growth from here on is progress that needs to be faster.
const MODERATE: f64 = 0.005;
/// How sharply less is asked for near a natural limit.
const EXPONENT: f64 = 4.44;
/// The best score; the worst is its opposite.
const BEST: f64 = 5.0;

/// How Open SDG's method is set.
///
/// Its five classes are told as: target achieved, met; on track, on track; progress made but
/// acceleration needed, behind; limited progress, far behind; deterioration, wrong direction. The
/// bands 0.95, 0.60 and 0 are those of the line.
///
/// The target counts as reached by the newest value, whenever it was measured. Otherwise there is no
/// judgement
/// - without measurements ([`Reason::NoMeasurement`]), or if the newest was a share of nobody
///   ([`Reason::NotApplicable`]);
/// - without a value from the first year on ([`Reason::NoBaseline`]);
/// - if the newest value is older than the first ([`Reason::TooOldMeasurement`]), or of the same
///   year: [`Fulfilment::Baseline`], and too old once the target's day has passed;
/// - if the first value and the newest, or the first and the target, have different signs, or the
///   target's year is not after the first ([`Reason::NotComputable`]).
///
/// A target that equals the first value asks for no growth, which nothing can be divided by: reached
/// is met, and anything else is the wrong direction, with the lowest score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OpenSdg {
    /// The first year; else the baseline's, else 2015. If nothing was measured in it, the next year
    /// that has a value is the first.
    pub base_year: Option<i16>,
    /// The value that nothing can pass, such as 100 %. Used only without a target.
    pub limit: Option<f64>,
}

/// The numbers of Open SDG's method. None of them is ever infinite or not a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Growth {
    /// Yearly growth so far, as a fraction; positive in the wanted direction.
    pub observed: Option<f64>,
    /// Yearly growth that reaches the target in its year; none without a target.
    pub required: Option<f64>,
    /// Observed by required: R; none without a target, or if none is required.
    pub ratio: Option<f64>,
    /// What the bands are multiplied by near a natural limit: C; none with a target.
    pub coefficient: Option<f64>,
    /// The score, from -5 to 5.
    pub score: f64,
    /// Whether a zero was replaced by 0.001.
    pub replaced_zero: bool,
}

/// Several series of one indicator together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Series {
    /// The judgement.
    pub status: Fulfilment,
    /// The mean of the scores.
    pub score: Option<f64>,
    /// How many series have a score; the others are left out.
    pub scored: usize,
    /// How many there are.
    pub total: usize,
}

/// Joins the series of one indicator as Open SDG does: the mean of their scores, and met only if
/// each of those that have a score is met.
///
/// Without any score: the status they share, else the reason they share, else no measurement.
pub fn assess_series(series: &[Assessment]) -> Series {
    let scored: Vec<(f64, Fulfilment)> = series.iter().filter_map(|one| Some((one.inputs.growth?.score, one.status))).collect();
    let count = u32::try_from(scored.len()).map_or(f64::NAN, f64::from);
    let mean = scored.iter().map(|(score, _)| score).sum::<f64>() / count;
    let status = match series {
        _ if scored.is_empty() => unscored(series),
        _ if scored.iter().all(|(_, status)| *status == Fulfilment::Met) => Fulfilment::Met,
        _ if mean >= 2.5 - EXACT => Fulfilment::OnTrack,
        _ if mean >= -EXACT => Fulfilment::Behind,
        _ if mean >= -2.5 - EXACT => Fulfilment::FarBehind,
        _ => Fulfilment::WrongDirection,
    };
    Series { status, score: Some(mean).filter(|mean| mean.is_finite()), scored: scored.len(), total: series.len() }
}

fn unscored(series: &[Assessment]) -> Fulfilment {
    let reasons: Vec<_> = series.iter().map(|one| one.status.reason()).collect();
    match series {
        [first, rest @ ..] if rest.iter().all(|one| one.status == first.status) => first.status,
        _ => Fulfilment::NotAssessed(shared(&reasons)),
    }
}

/// Judges a value to reach.
pub(super) fn assess_target(case: &Case<'_>, limit: Limit, settings: OpenSdg) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::OpenSdg);
    let year = case.due().map_or(TARGET_YEAR, due_year);
    inputs.target = Some(limit.value());
    inputs.target_time = Some(f64::from(year));
    let latest = match latest(case) {
        Ok(latest) => latest,
        Err(reason) => return inputs.unjudged(reason),
    };
    inputs.see(case, latest);
    let base = base(case, settings);
    inputs.baseline = base;
    let target = match limit {
        Limit::AtLeast(value) => Limit::AtLeast(nonzero(value)),
        Limit::AtMost(value) => Limit::AtMost(nonzero(value)),
    };
    let newest = Point::in_year(latest);
    inputs.margin = Some(limit.margin(newest.value)).filter(|margin| margin.is_finite());
    let met = target.is_met_by(newest.value);
    let up = matches!(limit, Limit::AtLeast(_));
    let rates = observed(base, newest, up).and_then(|observed| Ok((observed, required(base, target.value(), f64::from(year))?)));
    let zero = base.is_some_and(|base| base.value == 0.0) || limit.value() == 0.0;
    let mut growth = Growth { score: BEST, replaced_zero: zero, ..Growth::default() };
    let status = match rates {
        Ok((observed, required)) => {
            growth.observed = Some(observed);
            growth.required = Some(required);
            growth.ratio = Some(observed / required).filter(|ratio| ratio.is_finite());
            // No growth is required only where the first value met the target: less is a step back.
            if met { Fulfilment::Met } else { growth.ratio.map_or(Fulfilment::WrongDirection, judge_pace) }
        }
        Err(_) if met => Fulfilment::Met,
        Err(status) => return inputs.judged(overdue(case, status)),
    };
    if !met {
        growth.score = growth.ratio.map_or(-BEST, |ratio| score_ratio(status, ratio));
    }
    inputs.growth = Some(growth);
    inputs.judged(status)
}

/// Judges a direction.
pub(super) fn assess_growth(case: &Case<'_>, up: bool, settings: OpenSdg) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::OpenSdgGrowth);
    let latest = match latest(case) {
        Ok(latest) => latest,
        Err(reason) => return inputs.unjudged(reason),
    };
    inputs.see(case, latest);
    let base = base(case, settings);
    inputs.baseline = base;
    let observed = match observed(base, Point::in_year(latest), up) {
        Ok(observed) => observed,
        Err(status) => return inputs.judged(overdue(case, status)),
    };
    let first = base.map_or(0.0, |base| base.value);
    let coefficient = settings.limit.filter(|limit| limit.is_finite()).map_or(1.0, |limit| coefficient(first, limit));
    let status = match observed {
        _ if observed < -EXACT => Fulfilment::WrongDirection,
        _ if observed >= ON_TRACK * coefficient - EXACT => Fulfilment::OnTrack,
        _ if observed >= MODERATE * coefficient - EXACT => Fulfilment::Behind,
        _ => Fulfilment::FarBehind,
    };
    inputs.course = Some(match observed {
        _ if observed.abs() <= EXACT => Course::Level,
        _ if observed > 0.0 => Course::Right,
        _ => Course::Wrong,
    });
    inputs.growth = Some(Growth {
        observed: Some(observed),
        coefficient: Some(coefficient),
        score: score_growth(status, observed, coefficient),
        replaced_zero: first == 0.0,
        ..Growth::default()
    });
    inputs.judged(status)
}

/// A starting point is too old to judge by once the day has passed, as with the line.
fn overdue(case: &Case<'_>, status: Fulfilment) -> Fulfilment {
    let passed = case.due().is_some_and(|due| case.today > due.end());
    if passed && status == Fulfilment::Baseline { Fulfilment::NotAssessed(Reason::TooOldMeasurement) } else { status }
}

/// Gives the newest reading. Open SDG refuses two values for one year; here the one that ends last
/// stands for its year, and a whole year goes before its last part.
fn latest(case: &Case<'_>) -> Result<Reading, Reason> {
    Candidate::decide(case.candidates().max_by_key(|one| rank(one.period)))
}

/// Gives the first value to compare with: that of the first year, or of the next that has one. The
/// baseline as it was decided goes before a reading of the same year.
fn base(case: &Case<'_>, settings: OpenSdg) -> Option<Point> {
    let baseline = case.baseline();
    let first = settings.base_year.or(baseline.map(|reading| reading.period.start().year())).unwrap_or(BASE_YEAR);
    let mut readings: Vec<Reading> = case.known().collect();
    readings.sort_by_key(|reading| rank(reading.period));
    let by_year: BTreeMap<i16, Reading> =
        readings.into_iter().chain(baseline).map(|reading| (reading.period.start().year(), reading)).collect();
    by_year.range(first..).next().map(|(_, reading)| Point::in_year(*reading))
}

fn rank(period: Period) -> impl Ord {
    (period.start().year(), period.end(), Reverse(period.start()))
}

fn due_year(due: Period) -> i16 {
    match due {
        Period::Interval(interval) => interval.to().map_or(TARGET_YEAR, |last| last.start().year()),
        _ => due.start().year(),
    }
}

fn nonzero(value: f64) -> f64 {
    if value == 0.0 { ZERO } else { value }
}

/// Gives yearly growth from one value to another; nothing across zero or without time between.
fn growth_rate(from: f64, to: f64, years: f64) -> Option<f64> {
    let times = to / from;
    let rate = times.powf(years.recip()) - 1.0;
    (times >= 0.0 && years > 0.0 && rate.is_finite()).then_some(rate)
}

/// Gives yearly growth so far in the wanted direction.
fn observed(base: Option<Point>, latest: Point, up: bool) -> Result<f64, Fulfilment> {
    let base = base.ok_or(Fulfilment::NotAssessed(Reason::NoBaseline))?;
    if latest.time < base.time {
        return Err(Fulfilment::NotAssessed(Reason::TooOldMeasurement));
    }
    let years = latest.time - base.time;
    if years < 1.0 {
        return Err(Fulfilment::Baseline);
    }
    let rate = growth_rate(nonzero(base.value), latest.value, years).ok_or(Fulfilment::NotAssessed(Reason::NotComputable))?;
    // Below zero, growth is away from zero: downwards.
    let upwards = if base.value < 0.0 { -rate } else { rate };
    // Nothing is nothing, never -0.
    Ok(if up { upwards } else { -upwards } + 0.0)
}

/// Gives the size of the yearly growth that reaches the target in its year.
fn required(base: Option<Point>, target: f64, time: f64) -> Result<f64, Fulfilment> {
    let base = base.ok_or(Fulfilment::NotAssessed(Reason::NoBaseline))?;
    let rate = growth_rate(nonzero(base.value), target, time - base.time);
    rate.map(f64::abs).ok_or(Fulfilment::NotAssessed(Reason::NotComputable))
}

/// Gives what the bands are multiplied by: less and less is asked for as the first value is nearer
/// to the limit, from either side.
fn coefficient(first: f64, limit: f64) -> f64 {
    let (first, limit) = (first.abs(), limit.abs());
    if first >= 2.0 * limit {
        1.0
    } else {
        let near = if first <= limit { first } else { 2.0 * limit - first };
        1.0 - (near / limit).powf(EXPONENT)
    }
}

/// Scores a ratio: two straight lines that meet at 0.60.
fn score_ratio(status: Fulfilment, ratio: f64) -> f64 {
    match status {
        Fulfilment::OnTrack | Fulfilment::Behind => (7.1429 * ratio - 4.2857).min(BEST),
        _ => (4.1667 * ratio - 2.5).max(-BEST),
    }
}

/// Scores a growth: straight lines that meet at the borders of the classes.
fn score_growth(status: Fulfilment, growth: f64, coefficient: f64) -> f64 {
    match status {
        Fulfilment::WrongDirection => (125.0 * growth - 2.5).max(-BEST),
        // At the limit from the start: holding it is all there is to do.
        _ if coefficient == 0.0 => BEST,
        Fulfilment::OnTrack => (500.0 * growth / coefficient - 5.0).min(BEST),
        Fulfilment::Behind => 250.0 * growth / coefficient - 1.25,
        _ => 500.0 * growth / coefficient - 2.5,
    }
}

impl Point {
    /// Places a reading in its year.
    fn in_year(reading: Reading) -> Self {
        Self { value: reading.value, time: f64::from(reading.period.start().year()), period: Some(reading.period) }
    }
}

impl Inputs {
    fn see(&mut self, case: &Case<'_>, latest: Reading) {
        self.latest = Some(Point::in_year(latest));
        self.timing = timing(case, latest.period);
    }
}
