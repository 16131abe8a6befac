//! Tables of targets and their judgements.

use super::*;
use crate::period::{Date, Grain, Period};

mod forms;
mod open_sdg;

fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or(Period::Day(Date::MIN))
}

fn date(text: &str) -> Date {
    period(text).start()
}

/// Reads `2006 25, 2009 48`.
fn readings(text: &str) -> Vec<Reading> {
    let pairs = text.split(',').filter_map(|pair| pair.trim().split_once(' '));
    let read = |(when, value): (&str, &str)| Reading { period: period(when), value: value.parse().unwrap_or(f64::NAN) };
    pairs.map(read).collect()
}

/// A case with nothing but its rule.
fn bare(rule: Rule) -> Case<'static> {
    Case {
        rule,
        by: None,
        baseline: None,
        readings: &[],
        not_applicable: &[],
        good_is_up: true,
        today: date("2010"),
        done: None,
        method: Method::Line,
    }
}

/// Reads `>= 60 by 2010`, with `base 2006 25` if it has one.
fn judge(rule: Rule, by: &str, base: &str, figures: &str, today: &str) -> Assessment {
    assess(&Case {
        by: Period::parse(by),
        baseline: readings(base).first().copied(),
        readings: &readings(figures),
        today: date(today),
        ..bare(rule)
    })
}

fn said(found: &Assessment) -> String {
    let reason = found.status.reason().map_or(String::new(), |r| format!(":{}", r.key()));
    let pace = found.inputs.pace.map_or(String::new(), |pace| format!(" {pace:.3}"));
    format!("{}{reason}{pace}", found.status.key())
}

fn up(value: f64) -> Rule {
    Rule::AtLeast { value }
}

fn down(value: f64) -> Rule {
    Rule::AtMost { value }
}

#[test]
fn limits() {
    #[rustfmt::skip]
    let table = [
        // The pace between baseline and target.
        (up(60.0), "2010", "2006 25", "2009 48", "2010-01-15", "behind 0.876"),
        (up(65.0), "2011", "2007 56.7", "2009 58.9", "2010-01-15", "far-behind 0.530"),
        (up(65.0), "2011", "2007 59.7", "2009 63.5", "2010-01-15", "on-track 1.434"),
        (up(5.0), "2011", "2008 0", "2010 3", "2011-01-15", "behind 0.900"),
        (up(60.0), "2010", "2006 20", "2008 40", "2009-01-15", "on-track 1.000"),
        (up(100.0), "2010", "2008 0", "2009 47.5", "2010-01-15", "on-track 0.950"),
        (up(100.0), "2010", "2008 0", "2009 47.4", "2010-01-15", "behind 0.948"),
        (up(100.0), "2010", "2008 0", "2009 30", "2010-01-15", "behind 0.600"),
        (up(100.0), "2010", "2008 0", "2009 29.9", "2010-01-15", "far-behind 0.598"),
        (up(60.0), "2010", "2006 25", "2009 25", "2010-01-15", "far-behind 0.000"),
        (up(60.0), "2010", "2006 25", "2009 24", "2010-01-15", "wrong-direction -0.038"),
        (up(60.0), "2010", "2006 25", "2008-T1 48", "2008-05-01", "on-track 1.975"),
        // Falling targets, and targets below zero.
        (down(40.0), "2010", "2006 60", "2008 50", "2009-01-15", "on-track 1.000"),
        (down(40.0), "2010", "2006 60", "2008 57", "2009-01-15", "far-behind 0.300"),
        (down(40.0), "2010", "2006 60", "2008 61", "2009-01-15", "wrong-direction -0.100"),
        (down(40.0), "2010", "2006 60", "2008 39", "2009-01-15", "met 2.100"),
        (down(0.0), "2010", "2006 4", "2008 2", "2009-01-15", "on-track 1.000"),
        (up(-2.0), "2010", "2006 -6", "2008 -4", "2009-01-15", "on-track 1.000"),
        // Reached, missed, and which reading says so.
        (up(60.0), "2010", "2006 25", "2009 60", "2010-01-15", "met 1.333"),
        (up(60.0), "2010", "2006 25", "2009 61, 2010 59", "2011-01-15", "not-met 0.971"),
        (up(60.0), "2010", "2006 25", "2010 60", "2010-12-31", "met 1.000"),
        (up(60.0), "2010", "2006 25", "2009 48", "2010-12-31", "behind 0.876"),
        (up(60.0), "2010", "2006 25", "2009 48", "2011-01-01", "not-met 0.876"),
        (up(60.0), "2010", "2006 25", "2010 58, 2011 62", "2012-01-15", "not-met 0.943"),
        (up(60.0), "2010", "2006 25", "2009 48, 2011 62", "2012-01-15", "met"),
        (up(60.0), "2010", "2006 25", "2011 58", "2012-01-15", "not-met"),
        (up(60.0), "2010", "2006 25", "2006 25", "2007-01-15", "baseline"),
        (up(60.0), "2010", "2006 25", "2006 25", "2012-01-15", "not-assessed:too-old-measurement"),
        // Readings that do not count.
        (up(60.0), "2010", "2006 25", "", "2010-01-15", "not-assessed:no-measurement"),
        (up(60.0), "2010", "2006 25", "", "2012-01-15", "not-assessed:no-measurement"),
        (up(60.0), "2010", "2006 25", "2009 61", "2009-12-30", "not-assessed:no-measurement"),
        (up(60.0), "2010", "2006 25", "2009 61", "2009-12-31", "met 1.371"),
        (up(60.0), "2010", "2006 25", "2009 NaN", "2010-01-15", "not-assessed:no-measurement"),
        (up(60.0), "2010", "2006 25", "2008 30, 2009 inf", "2010-01-15", "far-behind 0.286"),
        (up(f64::NAN), "2010", "2006 25", "2009 61", "2010-01-15", "not-assessed:no-target"),
        (up(60.0), "2010", "2006 NaN", "2009 50", "2010-01-15", "not-assessed:no-baseline"),
        // To be held.
        (up(60.0), "2010", "2006 60", "2009 60", "2010-01-15", "met"),
        (up(60.0), "2010", "2006 60", "2009 59", "2010-01-15", "not-met"),
        (up(60.0), "2010", "2006 70", "2009 65", "2010-01-15", "met"),
        (down(3.0), "2010", "2006 2", "2009 4", "2010-01-15", "not-met"),
        (up(0.0), "2010", "2006 0", "2009 0", "2010-01-15", "met"),
        // No baseline, or no day.
        (up(60.0), "2010", "", "2008 40, 2009 50", "2010-01-15", "not-assessed:no-baseline"),
        (up(60.0), "2010", "", "2008 40, 2009 60", "2010-01-15", "met"),
        (up(60.0), "2010", "", "2008 40, 2010 50", "2011-01-15", "not-met"),
        (up(60.0), "", "2006 25", "2009 50", "2010-01-15", "not-met"),
        (up(60.0), "2008..", "2006 25", "2009 60", "2010-01-15", "met"),
        // Division by zero: baseline at, or after, the target's own time.
        (up(60.0), "2010", "2010 25", "2010 30", "2011-01-15", "not-assessed:too-old-measurement"),
        (up(60.0), "2010", "2011 25", "2012 30", "2013-01-15", "not-met"),
        // Binary fractions.
        (up(0.3), "2010", "", "2009 0.30000000000000004", "2010-01-15", "met"),
        (down(0.3), "2010", "", "2009 0.30000000000000004", "2010-01-15", "met"),
        (up(f64::MAX), "2010", "2006 -1e308", "2009 0", "2010-01-15", "not-assessed:no-baseline"),
    ];
    for (rule, by, base, figures, today, expect) in table {
        let found = judge(rule, by, base, figures, today);
        assert_eq!(said(&found), expect, "{rule:?} by {by}, base {base}: {figures}");
        let in_place = match rule {
            Rule::AtMost { value } => Limit::AtMost(value),
            _ => Limit::AtLeast(match rule {
                Rule::AtLeast { value } => value,
                _ => f64::NAN,
            }),
        };
        let one = judge(Rule::EveryPlace { limit: in_place }, by, base, figures, today);
        assert_eq!(said(&one), expect, "one place");
        finite(&found.inputs);
    }
}

fn finite(inputs: &Inputs) {
    let points = [inputs.baseline, inputs.latest].into_iter().flatten();
    let numbers = [inputs.target, inputs.target_time, inputs.required, inputs.pace, inputs.margin];
    let all = points.flat_map(|p| [p.value, p.time]).chain(numbers.into_iter().flatten());
    let all: Vec<f64> = all.collect();
    assert!(all.iter().all(|number| number.is_finite()), "{inputs:?}");
}

#[test]
fn inputs_are_printed() {
    let found = judge(up(60.0), "2010", "2006 25", "2006 25, 2009 48", "2010-01-15");
    let inputs = found.inputs;
    assert_eq!(inputs.baseline.map(|p| (p.value, p.time)), Some((25.0, 2007.0)));
    assert_eq!(inputs.latest.map(|p| (p.value, p.time)), Some((48.0, 2010.0)));
    assert_eq!(inputs.latest.and_then(|p| p.period), Some(period("2009")));
    assert_eq!((inputs.target, inputs.target_time), (Some(60.0), Some(2011.0)));
    assert_eq!(inputs.required, Some(51.25));
    assert_eq!((inputs.rule, inputs.timing), (RuleUsed::Line, Timing::Ahead));
    assert_eq!(inputs.margin, Some(-12.0));
}

#[test]
fn rule_and_timing() {
    use {RuleUsed as R, Timing as T};
    #[rustfmt::skip]
    let table = [
        ("2010", "2006 25", "2009 48", "2010-06-01", R::Line, T::Ahead),
        ("2010", "2006 60", "2009 48", "2010-06-01", R::Hold, T::Ahead),
        ("2010", "", "2009 48", "2010-06-01", R::Level, T::Ahead),
        ("", "2006 25", "2009 48", "2010-06-01", R::Level, T::NoDate),
        ("2010", "2006 25", "2010-T1 48", "2011-06-01", R::PastDue, T::InTime),
        ("2010", "2006 25", "2009 48", "2011-06-01", R::PastDue, T::Early),
        ("2008-VT", "2006 25", "2007 48, 2008 50", "2011-06-01", R::PastDue, T::Late),
    ];
    for (by, base, figures, today, rule, timing) in table {
        let found = judge(up(60.0), by, base, figures, today).inputs;
        assert_eq!((found.rule, found.timing), (rule, timing), "by {by}: {figures}");
    }
}

#[test]
fn ranges() {
    let rule = Rule::Between { min: 2.0, max: 3.0 };
    for (value, rising, falling) in [
        (1.0, Fulfilment::NotMet, Fulfilment::Met),
        (2.0, Fulfilment::Met, Fulfilment::Met),
        (3.0, Fulfilment::Met, Fulfilment::Met),
        (4.0, Fulfilment::Met, Fulfilment::NotMet),
    ] {
        for (good_is_up, expect) in [(true, rising), (false, falling)] {
            let readings = [Reading { period: period("2009"), value }];
            let found = assess(&Case { by: Some(period("2009")), readings: &readings, good_is_up, ..bare(rule) });
            assert_eq!(found.status, expect, "{value} {good_is_up}");
        }
    }
}

#[test]
fn directions() {
    #[rustfmt::skip]
    let table = [
        ("", "", "not-assessed:no-measurement", None),
        ("2007 5", "", "baseline", None),
        ("", "2008 5", "baseline", None),
        ("2008 5", "2008 5", "baseline", None),
        ("", "2008 5, 2009 6", "increasing", Some(Course::Right)),
        ("", "2008 5, 2009 4", "decreasing", Some(Course::Wrong)),
        ("", "2008 5, 2009 9, 2010 5", "unchanged", Some(Course::Level)),
        ("2007 9", "2008 5, 2009 6", "decreasing", Some(Course::Wrong)),
        ("2007 0", "2008 0", "unchanged", Some(Course::Level)),
        ("", "2008 5, 2012 9", "baseline", None),
    ];
    for (base, figures, expect, course) in table {
        let found = judge(Rule::Direction { up: true }, "", base, figures, "2011-01-01");
        assert_eq!(said(&found), expect, "{base}; {figures}");
        assert_eq!(found.inputs.course, course, "{base}; {figures}");
    }
    let found = judge(Rule::Direction { up: false }, "", "", "2008 5, 2009 4", "2011-01-01");
    assert_eq!(found.inputs.course, Some(Course::Right));
}

#[test]
fn quotas() {
    let year = |value| (value, Grain::Year, "2008..2010");
    #[rustfmt::skip]
    let table = [
        (year(10.0), "", "2011-01-15", "not-assessed:no-measurement", ""),
        (year(10.0), "2008 10, 2009 9", "2010-01-15", "not-met", "2008 met, 2009 not-met"),
        (year(10.0), "2008 9, 2009 10", "2010-01-15", "met", "2008 not-met, 2009 met"),
        (year(10.0), "2007 12", "2010-01-15", "not-assessed:no-measurement", ""),
        (year(10.0), "2009 9, 2010-T1 5", "2010-05-15", "not-met", "2009 not-met, 2010 on-track"),
        (year(10.0), "2010-T1 3", "2010-05-15", "behind 0.913", "2010 behind"),
        (year(10.0), "2010-T1 10", "2010-05-15", "met 3.042", "2010 met"),
        (year(10.0), "2010-T1 0", "2010-05-15", "far-behind 0.000", "2010 far-behind"),
        (year(10.0), "2009-T1 3, 2009-T2 3, 2009-T3 4", "2010-01-15", "met", "2009 met"),
        (year(10.0), "2009 10, 2009-T1 3, 2009-T3 4", "2010-01-15", "met", "2009 met"),
        (year(1.0), "2009-03-02 1, 2009-10-02 1", "2010-01-15", "met", "2009 met"),
        (year(3.0), "2009-03-02 1, 2009-10-02 1", "2010-01-15", "not-met", "2009 not-met"),
        (year(0.0), "2009 0", "2010-01-15", "met", "2009 met"),
        (year(0.0), "2010-T1 -1", "2010-05-15", "not-met", "2010 not-met"),
        ((1.0, Grain::Quarter, ""), "2009K1 1, 2009K2 0", "2009-07-15", "not-met", "2009-Q1 met, 2009-Q2 not-met"),
        ((1.0, Grain::Quarter, ""), "2009 4", "2010-07-15", "not-assessed:no-measurement", ""),
        ((2.0, Grain::Term, ""), "2009-VT 2, 2009-HT 1", "2009-08-15", "met", "2009-VT met"),
        ((f64::INFINITY, Grain::Year, ""), "2009 4", "2010-07-15", "not-assessed:no-target", ""),
    ];
    for ((value, per, window), figures, today, expect, periods) in table {
        let window = Period::parse(window);
        let found = judge(Rule::Quota { value, per, window }, "", "", figures, today);
        assert_eq!(said(&found), expect, "{figures}");
        let each = found.inputs.periods.iter();
        let each: Vec<_> = each.map(|p| format!("{} {}", p.period, p.status.key())).collect();
        assert_eq!(each.join(", "), periods, "{figures}");
        finite(&found.inputs);
    }
    let quota = Rule::Quota { value: 73.0, per: Grain::Year, window: None };
    let found = judge(quota, "", "", "2009-T1 30", "2009-05-15");
    assert_eq!(found.inputs.rule, RuleUsed::ProRata);
    assert_eq!(found.inputs.required.map(f64::round), Some(24.0));
}

#[test]
fn sums() {
    #[rustfmt::skip]
    let table = [
        ("2008..2010", "", "2011-01-15", "not-assessed:no-measurement"),
        ("2008..2010", "2008 200", "2009-01-15", "on-track 1.200"),
        ("2008..2010", "2008 140, 2009 140", "2010-01-15", "behind 0.840"),
        ("2008..2010", "2008 50", "2009-01-15", "far-behind 0.300"),
        ("2008..2010", "2008 0", "2009-01-15", "far-behind 0.000"),
        ("2008..2010", "2008 300, 2009 200", "2010-01-15", "met 1.500"),
        ("2008..2010", "2008 100, 2009 200, 2010 199", "2011-01-15", "not-met 0.998"),
        ("2008..2010", "2008 100, 2009 200", "2011-01-15", "not-assessed:too-old-measurement 0.900"),
        ("2008..2010", "2008 100, 2009 400", "2011-01-15", "met 1.500"),
        ("2008..2010", "2007 900, 2008 200, 2011 900", "2012-01-15", "not-assessed:too-old-measurement 1.200"),
        ("2008..2010", "2008 200, 2008-T1 70, 2008-T2 70", "2009-01-15", "on-track 1.200"),
        ("2008..2010", "2008-03-01 100, 2009-03-01 100", "2011-01-15", "not-met"),
        ("2008..", "2008 200", "2009-01-15", "not-assessed:not-due"),
        ("2008..", "2008 500", "2009-01-15", "met"),
    ];
    for (window, figures, today, expect) in table {
        let rule = Rule::Cumulative { value: 500.0, window: period(window) };
        let found = judge(rule, "", "", figures, today);
        let mut shown = said(&found);
        if figures.contains("-03-01") {
            shown.truncate("not-met".len());
        }
        assert_eq!(shown, expect, "{window}: {figures}");
        finite(&found.inputs);
    }
}

#[test]
fn milestones_and_words() {
    #[rustfmt::skip]
    let table = [
        ("2008-VT", "", "2008-06-30", "not-assessed:not-due", Timing::Ahead),
        ("2008-VT", "", "2008-07-01", "not-met", Timing::Late),
        ("2008-VT", "2008-06-30", "2009-01-01", "met", Timing::InTime),
        ("2008-VT", "2008-07-01", "2009-01-01", "met", Timing::Late),
        ("2008-VT", "2009-07-01", "2009-01-01", "not-met", Timing::Late),
        ("", "2008-06-30", "2009-01-01", "met", Timing::NoDate),
        ("", "", "2009-01-01", "not-assessed:not-due", Timing::NoDate),
    ];
    for (by, done, today, expect, timing) in table {
        let done_on = Period::parse(done).map(|day| day.start());
        let found = assess(&Case { by: Period::parse(by), today: date(today), done: done_on, ..bare(Rule::Milestone) });
        assert_eq!(said(&found), expect, "by {by}, done {done}");
        assert_eq!(found.inputs.timing, timing, "by {by}, done {done}");
    }
    let later = Rule::Deferred { set_after: date("2008-01") };
    for (rule, expect) in [(later, "not-assessed:target-set-later"), (Rule::TextOnly, "not-assessed:no-target")] {
        assert_eq!(said(&judge(rule, "2010", "2006 1", "2009 2", "2010")), expect);
    }
}

#[test]
fn places() {
    // Place: baseline; readings. The target is 65 in 2011, seen from January 2010.
    let hovhult = ("hovhult", "2007 59.7", "2009 63.5");
    let dalaberg = ("dalaberg", "2007 56.7", "2009 58.9");
    let tureborg = ("tureborg", "", "2009 60");
    let centrum = ("centrum", "2007 70", "2009 71");
    let unknown = ("unknown", "", "");
    #[rustfmt::skip]
    let table = [
        (vec![], "not-assessed:no-measurement", "", (0, 0)),
        (vec![centrum], "met", "", (1, 1)),
        (vec![hovhult, centrum], "on-track", "hovhult", (2, 2)),
        (vec![hovhult, dalaberg, centrum], "far-behind", "dalaberg hovhult", (3, 3)),
        (vec![hovhult, tureborg], "on-track", "tureborg hovhult", (2, 2)),
        (vec![tureborg, centrum], "not-assessed:no-baseline", "tureborg", (2, 2)),
        (vec![centrum, unknown], "not-assessed:no-measurement", "", (1, 2)),
        (vec![dalaberg, unknown], "far-behind", "dalaberg", (1, 2)),
    ];
    let limit = Limit::AtLeast(65.0);
    for (places, expect, below, counts) in table {
        let assessed = places.iter().map(|(name, base, figures)| {
            let rule = Rule::EveryPlace { limit };
            (*name, Some(judge(rule, "2011", base, figures, "2010-01-15")))
        });
        let found = assess_places(&assessed.collect::<Vec<_>>());
        let reason = found.status.reason().map_or(String::new(), |r| format!(":{}", r.key()));
        assert_eq!(format!("{}{reason}", found.status.key()), expect, "{places:?}");
        assert_eq!(found.below.join(" "), below, "{places:?}");
        assert_eq!((found.measured, found.total), counts, "{places:?}");
        assert_eq!(found.unmeasured.len(), found.total - found.measured);
    }
    let hidden = || Some(Assessment::not_assessed(Reason::Confidential));
    let found = assess_places(&[(1, hidden()), (2, hidden())]);
    assert_eq!(found.status, Fulfilment::NotAssessed(Reason::Confidential));
    let found = assess_places(&[(1, hidden()), (2, None)]);
    assert_eq!(found.status, Fulfilment::NotAssessed(Reason::NoMeasurement));
    assert_eq!(found.unmeasured, [1, 2]);
}
