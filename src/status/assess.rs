//! Judges one target by its figures, and keeps every number the judgement used.
//!
//! The pace is linear unless [`Method::OpenSdg`] was chosen: the share of the way that is covered,
//! divided by the share of the time that has passed. Exponential growth (as in Open SDG's `progress-methodology`) flatters low baselines
//! and cannot start at zero; a line can be drawn, and said in one sentence. The bands 0.95 and 0.60
//! are those of Open SDG.

use super::case::{Assessment, Candidate, Case, Course, EXACT, Inputs, Limit, Method, Point, Rule, RuleUsed, Timing};
use super::{Fulfilment, Reason, open_sdg, sum};
use crate::period::Period;

/// From this pace on, a target is on track (Open SDG, progress methodology).
const ON_TRACK: f64 = 0.95;
/// From this pace on, it is behind; below, far behind (Open SDG, progress methodology).
const BEHIND: f64 = 0.60;

/// Judges a target.
///
/// A limit with a last day: reached is met; after the last day, not reached is not met; before it,
/// the pace on the straight line from the baseline decides. A limit that the baseline met already is
/// to be held. Without a baseline there is no pace, so what is neither reached nor past its day is
/// not assessed. A single reading from the baseline's own time is the starting point; past the last
/// day such a reading is too old.
///
/// Before the last day the latest reading decides. After it, the latest that ends within the
/// target's last period; failing that the first one after; failing that the latest before
/// ([`Timing`] tells which), so a target missed in its year is not met by a later one.
///
/// All this is the method of the line ([`Method::Line`]); with [`Method::OpenSdg`], limits and
/// directions are judged by yearly growth instead, see [`OpenSdg`](super::OpenSdg).
pub fn assess(case: &Case<'_>) -> Assessment {
    match case.rule {
        Rule::AtLeast { value } => assess_limit(case, Limit::AtLeast(value)),
        Rule::AtMost { value } => assess_limit(case, Limit::AtMost(value)),
        Rule::Between { min, .. } if case.good_is_up => assess_limit(case, Limit::AtLeast(min)),
        Rule::Between { max, .. } => assess_limit(case, Limit::AtMost(max)),
        Rule::EveryPlace { limit } => assess_limit(case, limit),
        Rule::Direction { up } => match case.method {
            Method::Line => assess_direction(case, up),
            Method::OpenSdg(settings) => open_sdg::assess_growth(case, up, settings),
        },
        Rule::Quota { value, per, window } => sum::assess_quota(case, value, per, window),
        Rule::Cumulative { value, window } => sum::assess_cumulative(case, value, window),
        Rule::Milestone => assess_milestone(case),
        Rule::TextOnly => Inputs::new(RuleUsed::None).unjudged(Reason::NoTarget),
        Rule::Deferred { .. } => Inputs::new(RuleUsed::None).unjudged(Reason::TargetSetLater),
    }
}

fn assess_limit(case: &Case<'_>, limit: Limit) -> Assessment {
    if !limit.value().is_finite() {
        return Inputs::new(RuleUsed::None).unjudged(Reason::NoTarget);
    }
    match case.method {
        Method::Line => assess_by_line(case, limit),
        Method::OpenSdg(settings) => open_sdg::assess_target(case, limit, settings),
    }
}

fn assess_by_line(case: &Case<'_>, limit: Limit) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::None);
    let due = case.due();
    inputs.baseline = case.baseline().map(Point::from);
    inputs.target = Some(limit.value());
    inputs.target_time = due.map(|due| due.decimal_end());
    let reading = match Candidate::decide(deciding(case)) {
        Ok(reading) => reading,
        Err(reason) => return inputs.unjudged(reason),
    };
    let latest = Point::from(reading);
    let passed = due.is_some_and(|due| case.today > due.end());
    inputs.latest = Some(latest);
    inputs.timing = timing(case, reading.period);
    inputs.margin = Some(limit.margin(latest.value)).filter(|margin| margin.is_finite());
    let verdict = if limit.is_met_by(latest.value) { Fulfilment::Met } else { Fulfilment::NotMet };
    let holds = inputs.baseline.is_some_and(|base| limit.is_met_by(base.value));
    if holds {
        inputs.rule = RuleUsed::Hold;
        return inputs.judged(verdict);
    }
    if let (Some(base), Some(time)) = (inputs.baseline, inputs.target_time) {
        let pace = Pace::on_line(base, latest, (limit.value(), time));
        inputs.required = pace.map(|pace| pace.required);
        inputs.pace = pace.map(|pace| pace.ratio);
    }
    inputs.rule = match (passed, inputs.pace) {
        (true, _) => RuleUsed::PastDue,
        (false, Some(_)) => RuleUsed::Line,
        (false, None) => RuleUsed::Level,
    };
    let since = inputs.baseline.is_none_or(|base| base.time < latest.time);
    let status = match (verdict, inputs.pace) {
        (Fulfilment::Met, _) => verdict,
        _ if !since && passed => Fulfilment::NotAssessed(Reason::TooOldMeasurement),
        _ if !since => Fulfilment::Baseline,
        _ if passed || due.is_none() => verdict,
        (_, Some(pace)) => judge_pace(pace),
        (_, None) => Fulfilment::NotAssessed(Reason::NoBaseline),
    };
    inputs.judged(status)
}

/// Picks what a limit is judged by, see [`assess`].
fn deciding(case: &Case<'_>) -> Option<Candidate> {
    let of = |wanted: Timing| case.candidates().filter(move |one| timing(case, one.period) == wanted);
    let latest = |wanted: Timing| of(wanted).max_by_key(|one| one.period);
    let late = || of(Timing::Late).min_by_key(|one| one.period);
    let passed = || latest(Timing::InTime).or_else(late).or_else(|| latest(Timing::Early));
    latest(Timing::NoDate).or_else(|| latest(Timing::Ahead)).or_else(passed)
}

/// Tells how a measurement stands to the last day.
pub(super) fn timing(case: &Case<'_>, measured: Period) -> Timing {
    match case.due() {
        None => Timing::NoDate,
        Some(due) if case.today <= due.end() => Timing::Ahead,
        Some(due) if measured.end() > due.end() => Timing::Late,
        Some(due) if measured.end() >= due.start() => Timing::InTime,
        Some(_) => Timing::Early,
    }
}

/// Where a value stands on the line from the baseline to the target.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    /// What the line asks for now.
    pub(super) required: f64,
    /// Share of the way divided by share of the time.
    pub(super) ratio: f64,
}

impl Pace {
    /// Measures the pace; nothing without a way to go, before the start, or after the end.
    pub(super) fn on_line(base: Point, latest: Point, target: (f64, f64)) -> Option<Self> {
        let (value, time) = target;
        let way = value - base.value;
        let within = base.time < latest.time && latest.time <= time;
        if way == 0.0 || !within {
            return None;
        }
        let elapsed = (latest.time - base.time) / (time - base.time);
        let required = base.value + way * elapsed;
        let ratio = (latest.value - base.value) / way / elapsed;
        (required.is_finite() && ratio.is_finite()).then_some(Self { required, ratio })
    }
}

/// Puts a pace into its band.
pub(super) fn judge_pace(ratio: f64) -> Fulfilment {
    if ratio >= ON_TRACK - EXACT {
        Fulfilment::OnTrack
    } else if ratio >= BEHIND - EXACT {
        Fulfilment::Behind
    } else if ratio >= -EXACT {
        Fulfilment::FarBehind
    } else {
        Fulfilment::WrongDirection
    }
}

/// Judges a sum that is to reach a value.
pub(super) fn reaches(value: f64, target: f64) -> bool {
    Limit::AtLeast(target).is_met_by(value)
}

/// Compares the last point with the first, the baseline included.
///
/// Destatis' weather symbols weigh the mean change against the last one, over at least four points;
/// the yearly figures of one programme rarely reach four, and the mean change has the sign of last
/// minus first anyway.
fn assess_direction(case: &Case<'_>, up: bool) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::Trend);
    let base = case.baseline();
    let first = base.or_else(|| case.known().min_by_key(|reading| reading.period));
    let last = match Candidate::decide(case.candidates().max_by_key(|one| one.period)) {
        Err(Reason::NotApplicable) => return inputs.unjudged(Reason::NotApplicable),
        last => last.ok(),
    };
    inputs.baseline = first.map(Point::from);
    let Some(first) = first else {
        return inputs.unjudged(Reason::NoMeasurement);
    };
    let Some(last) = last.filter(|last| last.period.end() > first.period.end()) else {
        return inputs.judged(Fulfilment::Baseline);
    };
    inputs.latest = Some(last.into());
    let change = last.value - first.value;
    let level = change.abs() <= EXACT * first.value.abs().max(1.0);
    inputs.course = Some(match (level, (change > 0.0) == up) {
        (true, _) => Course::Level,
        (false, true) => Course::Right,
        (false, false) => Course::Wrong,
    });
    inputs.judged(match (level, change > 0.0) {
        (true, _) => Fulfilment::Unchanged,
        (false, true) => Fulfilment::Increasing,
        (false, false) => Fulfilment::Decreasing,
    })
}

/// Compares the day it was done with the last day. Done late is done: the status is met, and
/// [`Timing::Late`] says that it was late.
fn assess_milestone(case: &Case<'_>) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::Milestone);
    let due = case.due();
    let done = case.done.filter(|done| *done <= case.today);
    inputs.target_time = due.map(|due| due.decimal_end());
    let (status, timing) = match (done, due) {
        (Some(_), None) => (Fulfilment::Met, Timing::NoDate),
        (Some(done), Some(due)) if done > due.end() => (Fulfilment::Met, Timing::Late),
        (Some(_), Some(_)) => (Fulfilment::Met, Timing::InTime),
        (None, Some(due)) if case.today > due.end() => (Fulfilment::NotMet, Timing::Late),
        (None, Some(_)) => (Fulfilment::NotAssessed(Reason::NotDue), Timing::Ahead),
        (None, None) => (Fulfilment::NotAssessed(Reason::NotDue), Timing::NoDate),
    };
    inputs.timing = timing;
    inputs.judged(status)
}
