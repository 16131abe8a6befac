//! Judges what is counted and added up: quotas per period, and sums over a window.
//!
//! Both are promises of at least so much; a ceiling is not added up here.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::assess::{Pace, judge_pace, reaches};
use super::case::{Assessment, Case, Inputs, PeriodResult, Point, Reading, RuleUsed, Timing};
use super::{Fulfilment, Reason};
use crate::period::{Date, Grain, Period};

/// Judges the latest fully reported period; with none, the latest one in proportion to the time
/// reported. Readings for longer than one period of the quota cannot be divided and do not count.
pub(super) fn assess_quota(case: &Case<'_>, value: f64, per: Grain, window: Option<Period>) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::Quota);
    if !value.is_finite() {
        return inputs.unjudged(Reason::NoTarget);
    }
    inputs.target = Some(value);
    let mut groups = BTreeMap::<Period, Vec<Reading>>::new();
    for reading in case.known() {
        let period = per.at(reading.period.start());
        let applies = window.is_none_or(|window| window.contains(&period));
        if applies && period.contains(&reading.period) {
            groups.entry(period).or_default().push(reading);
        }
    }
    let totals: Vec<_> = groups.into_iter().filter_map(|(period, readings)| Total::of(period, readings, case.today)).collect();
    inputs.periods = totals.iter().map(|total| judge_period(total, value)).collect();
    let whole = totals.iter().rfind(|total| total.reported == Reported::Whole);
    let Some(total) = whole.or(totals.last()) else {
        return inputs.unjudged(Reason::NoMeasurement);
    };
    let result = judge_period(total, value);
    if total.reported == Reported::Part {
        inputs.rule = RuleUsed::ProRata;
        inputs.pace = total.pace(value).map(|pace| pace.ratio);
    }
    inputs.take(total, value);
    inputs.required = Some(result.required);
    inputs.timing = if case.today > total.period.end() { Timing::InTime } else { Timing::Ahead };
    inputs.judged(result.status)
}

fn judge_period(total: &Total, value: f64) -> PeriodResult {
    let pace = match total.reported {
        Reported::Whole => None,
        Reported::Part => total.pace(value),
    };
    let status = match pace {
        _ if reaches(total.latest.value, value) => Fulfilment::Met,
        _ if total.gap => Fulfilment::NotAssessed(Reason::NoMeasurement),
        Some(pace) => judge_pace(pace.ratio),
        None => Fulfilment::NotMet,
    };
    PeriodResult { period: total.period, value: total.latest.value, required: pace.map_or(value, |pace| pace.required), status }
}

/// Judges a sum against a line from zero when the window opens to the target when it closes.
///
/// When the window has closed, a sum that falls short is not met only if it was reported to the end;
/// a sum that lacks its last part is not a sum of the window, so the measurement is too old.
pub(super) fn assess_cumulative(case: &Case<'_>, value: f64, window: Period) -> Assessment {
    let mut inputs = Inputs::new(RuleUsed::Cumulative);
    if !value.is_finite() {
        return inputs.unjudged(Reason::NoTarget);
    }
    inputs.target = Some(value);
    inputs.target_time = (!window.is_open()).then(|| window.decimal_end());
    let inside = case.known().filter(|r| window.contains(&r.period)).collect();
    let Some(total) = Total::of(window, inside, case.today) else {
        return inputs.unjudged(Reason::NoMeasurement);
    };
    inputs.take(&total, value);
    let pace = total.pace(value).filter(|_| !window.is_open());
    inputs.required = pace.map(|pace| pace.required);
    inputs.pace = pace.map(|pace| pace.ratio);
    let passed = case.today > window.end();
    inputs.timing = match (passed, window.is_open(), total.reported) {
        (_, true, _) => Timing::NoDate,
        (false, ..) => Timing::Ahead,
        (true, _, Reported::Whole) => Timing::InTime,
        (true, _, Reported::Part) => Timing::Early,
    };
    let status = match (inputs.timing, pace) {
        _ if reaches(total.latest.value, value) => Fulfilment::Met,
        _ if total.gap => Fulfilment::NotAssessed(Reason::NoMeasurement),
        (Timing::Early, _) => Fulfilment::NotAssessed(Reason::TooOldMeasurement),
        (Timing::InTime, _) => Fulfilment::NotMet,
        (_, Some(pace)) => judge_pace(pace.ratio),
        (_, None) => Fulfilment::NotAssessed(Reason::NotDue),
    };
    inputs.judged(status)
}

/// The readings of one period, added up.
struct Total {
    period: Period,
    start: Point,
    latest: Point,
    reported: Reported,
    /// Whether a part before the last one is not known: it is not nothing, so a sum that falls short says nothing.
    gap: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reported {
    Whole,
    Part,
}

impl Total {
    /// Adds up; a reading within the time of one already added is left out, so a year and its
    /// tertials are not counted twice.
    ///
    /// The period counts as wholly reported when a reading ends on its last day. Entries for single
    /// days are events, of which none need fall on the last day: those are whole when it is over.
    fn of(period: Period, mut readings: Vec<Reading>, today: Date) -> Option<Self> {
        readings.sort_by_key(|r| (r.period.start(), Reverse(r.period.end())));
        let mut last: Option<Period> = None;
        let mut sum = 0.0;
        let mut next = Some(period.start());
        let mut gap = false;
        for reading in readings {
            if last.is_none_or(|last| reading.period.start() > last.end()) {
                sum += reading.value;
                gap |= next.is_some_and(|next| reading.period.start() > next);
                next = reading.period.end().tomorrow().ok();
                last = Some(reading.period);
            }
        }
        let last = last?;
        let events = last.grain() == Some(Grain::Day) && today > period.end();
        let whole = events || last.end() == period.end();
        Some(Self {
            period,
            start: Point { value: 0.0, time: period.decimal_start(), period: None },
            latest: Point { value: sum, time: last.decimal_end(), period: Some(last) },
            // Between single days nothing need have happened.
            gap: gap && last.grain() != Some(Grain::Day),
            reported: if whole { Reported::Whole } else { Reported::Part },
        })
        .filter(|_| sum.is_finite())
    }

    /// A sum with a gap has no pace.
    fn pace(&self, value: f64) -> Option<Pace> {
        if self.gap {
            return None;
        }
        Pace::on_line(self.start, self.latest, (value, self.period.decimal_end()))
    }
}

impl Inputs {
    fn take(&mut self, total: &Total, value: f64) {
        self.baseline = Some(total.start);
        self.latest = Some(total.latest);
        self.target = Some(value);
        if !total.period.is_open() {
            self.target_time = Some(total.period.decimal_end());
        }
        self.margin = Some(total.latest.value - value).filter(|margin| margin.is_finite());
    }
}
