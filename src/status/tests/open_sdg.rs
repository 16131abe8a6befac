//! Open SDG's method in worked cases, each computed by hand or by a separate program.

use super::*;

const PLAIN: OpenSdg = OpenSdg { base_year: None, limit: None };

/// Judges by growth; the settings are the first year and the natural limit.
fn grow(rule: Rule, by: &str, base: &str, settings: OpenSdg, figures: &str, today: &str) -> Assessment {
    assess(&Case {
        by: Period::parse(by),
        baseline: readings(base).first().copied(),
        readings: &readings(figures),
        today: date(today),
        method: Method::OpenSdg(settings),
        ..bare(rule)
    })
}

/// Says the status, R (or g without a target), and the score.
fn scored(found: &Assessment) -> String {
    let reason = found.status.reason().map_or(String::new(), |reason| format!(":{}", reason.key()));
    let growth = found.inputs.growth.map_or(String::new(), |growth| {
        let number = growth.ratio.or(growth.observed.filter(|_| growth.required.is_none()));
        format!(" {} {:.3}", number.map_or("-".to_owned(), |number| format!("{number:.4}")), near_zero(growth.score))
    });
    let inputs = &found.inputs;
    let numbers = inputs.growth.map(|g| [g.observed, g.required, g.ratio, g.coefficient, Some(g.score)]);
    assert!(numbers.iter().flatten().flatten().all(|number| number.is_finite()), "{inputs:?}");
    assert!(inputs.growth.is_none_or(|growth| growth.score.abs() <= 5.0), "{inputs:?}");
    finite(inputs);
    format!("{}{reason}{growth}", found.status.key())
}

/// The five cases by which the line was chosen as the usual method: the same figures, judged both ways.
#[test]
fn beside_the_line() {
    let limit = OpenSdg { limit: Some(100.0), ..PLAIN };
    let direction = Rule::Direction { up: true };
    #[rustfmt::skip]
    let table = [
        (up(60.0), "2010", "2006 25", "2009 48", "2010-01-15", "behind 0.876", "on-track 0.9928 2.805"),
        (up(65.0), "2011", "2007 56.7", "2009 58.9", "2010-01-15", "far-behind 0.530", "far-behind 0.5531 -0.195"),
        (up(65.0), "2011", "2007 59.7", "2009 63.5", "2010-01-15", "on-track 1.434", "on-track 1.4580 5.000"),
        (up(5.0), "2011", "2008 0", "2010 3", "2011-01-15", "behind 0.900", "on-track 3.3399 5.000"),
        (direction, "", "2006 92", "2009 93", "2010-01-15", "increasing", "behind 0.0036 1.667"),
    ];
    for (rule, by, base, figures, today, line, growth) in table {
        assert_eq!(said(&judge(rule, by, base, figures, today)), line, "{figures}");
        let found = grow(rule, by, base, limit, figures, today);
        assert_eq!(scored(&found), growth, "{figures}");
    }
    let rate = grow(direction, "", "2006 92", limit, "2009 93", "2010").inputs.growth;
    assert_eq!(rate.and_then(|g| g.coefficient).map(|c| (c * 1000.0).round()), Some(309.0));
}

/// Rounds, so that a border that binary fractions miss by a hair does not read -0.
fn near_zero(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0 + 0.0
}

#[test]
fn with_a_target() {
    #[rustfmt::skip]
    let table = [
        // Borders: 10 % a year is required, and a year has passed. The scores meet at 0.60. Binary
        // fractions miss the border at 109.5; it belongs to the better class all the same.
        (up(121.0), "2010", "2008 100", "2009 122", "met 2.2000 5.000"),
        (up(121.0), "2010", "2008 100", "2009 121", "met 2.1000 5.000"),
        (up(121.0), "2010", "2008 100", "2009 113.1", "on-track 1.3100 5.000"),
        (up(121.0), "2010", "2008 100", "2009 112.9", "on-track 1.2900 4.929"),
        (up(121.0), "2010", "2008 100", "2009 109.5", "on-track 0.9500 2.500"),
        (up(121.0), "2010", "2008 100", "2009 109.49", "behind 0.9490 2.493"),
        (up(121.0), "2010", "2008 100", "2009 106", "behind 0.6000 0.000"),
        (up(121.0), "2010", "2008 100", "2009 105.99", "far-behind 0.5990 -0.004"),
        (up(121.0), "2010", "2008 100", "2009 100", "far-behind 0.0000 -2.500"),
        (up(121.0), "2010", "2008 100", "2009 99.99", "wrong-direction -0.0010 -2.504"),
        (up(121.0), "2010", "2008 100", "2009 94.1", "wrong-direction -0.5900 -4.958"),
        (up(121.0), "2010", "2008 100", "2009 93", "wrong-direction -0.7000 -5.000"),
        (up(121.0), "2010", "2008 100", "2009 0", "wrong-direction -10.0000 -5.000"),
        (down(81.0), "2010", "2008 100", "2009 80", "met 2.0000 5.000"),
        (down(81.0), "2010", "2008 100", "2009 90.5", "on-track 0.9500 2.500"),
        (down(81.0), "2010", "2008 100", "2009 94", "behind 0.6000 0.000"),
        (down(81.0), "2010", "2008 100", "2009 100", "far-behind 0.0000 -2.500"),
        (down(81.0), "2010", "2008 100", "2009 101", "wrong-direction -0.1000 -2.917"),
        // Below zero: up is towards zero.
        (up(-81.0), "2010", "2008 -100", "2009 -90.5", "on-track 0.9500 2.500"),
        (up(-81.0), "2010", "2008 -100", "2009 -101", "wrong-direction -0.1000 -2.917"),
        (down(-121.0), "2010", "2008 -100", "2009 -110", "on-track 1.0000 2.857"),
        (down(-121.0), "2010", "2008 -100", "2009 -90", "wrong-direction -1.0000 -5.000"),
        (up(-1.0), "2010", "2008 -100", "2009 0", "met 1.1111 5.000"),
        (down(-1.0), "2010", "2008 -100", "2009 0", "wrong-direction -1.1111 -5.000"),
        // Different signs. Reached is met all the same.
        (up(10.0), "2010", "2008 -5", "2009 5", "not-assessed:not-computable"),
        (up(10.0), "2010", "2008 5", "2009 -5", "not-assessed:not-computable"),
        (up(10.0), "2010", "2008 -5", "2009 -3", "not-assessed:not-computable"),
        (up(10.0), "2010", "2008 -5", "2009 11", "met - 5.000"),
        // Zero counts as 0.001, so the least of targets is missed by nothing, and passed by almost nothing.
        (down(0.0), "2010", "2008 4", "2009 2", "far-behind 0.5080 -0.383"),
        (down(0.0), "2010", "2008 4", "2009 0", "met 1.0161 5.000"),
        (down(0.0), "2010", "2008 4", "2009 0.001", "met 1.0158 5.000"),
        (up(0.0), "2010", "2008 4", "2009 0", "wrong-direction -1.0161 -5.000"),
        (up(5.0), "2010", "2008 0", "2009 0", "wrong-direction -0.0143 -2.560"),
        // A target that is the first value: nothing to divide by.
        (up(60.0), "2010", "2008 60", "2009 60", "met - 5.000"),
        (up(60.0), "2010", "2008 60", "2009 61", "met - 5.000"),
        (up(60.0), "2010", "2008 60", "2009 59", "wrong-direction - -5.000"),
        (down(60.0), "2010", "2008 60", "2009 61", "wrong-direction - -5.000"),
        (down(0.0), "2010", "2008 0", "2009 1", "wrong-direction - -5.000"),
        (down(0.0), "2010", "2008 0", "2009 0", "met - 5.000"),
        // Reached before, lost: growth still asks for the way from the first value to the target.
        (up(60.0), "2010", "2008 70", "2009 65", "met -0.9629 5.000"),
        (up(60.0), "2010", "2008 70", "2009 59", "wrong-direction -2.1184 -5.000"),
        // Less than a year, or backwards.
        (up(60.0), "2012", "2009 50", "2009 55", "baseline"),
        (up(60.0), "2012", "2009-T1 50", "2009-T3 55", "baseline"),
        (up(60.0), "2008", "2007 50", "2007 55", "not-assessed:too-old-measurement"),
        (up(60.0), "2012", "2009 50", "2008 55", "not-assessed:too-old-measurement"),
        (up(60.0), "2012", "2009 50", "2009 61", "met - 5.000"),
        (up(60.0), "2009", "2009 50", "2010 55", "not-assessed:not-computable"),
        (up(60.0), "2008", "2009 50", "2010 55", "not-assessed:not-computable"),
        // Nothing to go by.
        (up(60.0), "2012", "2006 50", "", "not-assessed:no-measurement"),
        (up(60.0), "2012", "2006 50", "2009 NaN", "not-assessed:no-measurement"),
        (up(60.0), "2012", "2006 50", "2011 61", "not-assessed:no-measurement"),
        (up(f64::NAN), "2012", "2006 50", "2009 61", "not-assessed:no-target"),
        (up(60.0), "2012", "", "2008 50, 2009 55", "not-assessed:no-baseline"),
        (up(60.0), "2012", "", "2008 50, 2009 61", "met - 5.000"),
        (up(f64::MAX), "2012", "2008 1e-300", "2009 1", "not-assessed:not-computable"),
    ];
    for (rule, by, base, figures, expect) in table {
        assert_eq!(scored(&grow(rule, by, base, PLAIN, figures, "2011-01-15")), expect, "{rule:?} by {by}, base {base}: {figures}");
    }
}

#[test]
fn without_a_target() {
    #[rustfmt::skip]
    let table = [
        // Borders, where the scores meet.
        (true, None, "2008 100", "2009 102", "on-track 0.0200 5.000"),
        (true, None, "2008 100", "2009 103", "on-track 0.0300 5.000"),
        (true, None, "2008 100", "2009 101.5", "on-track 0.0150 2.500"),
        (true, None, "2008 100", "2009 101.49", "behind 0.0149 2.475"),
        (true, None, "2008 100", "2009 100.5", "behind 0.0050 0.000"),
        (true, None, "2008 100", "2009 100.49", "far-behind 0.0049 -0.050"),
        (true, None, "2008 100", "2009 100", "far-behind 0.0000 -2.500"),
        (true, None, "2008 100", "2009 99.99", "wrong-direction -0.0001 -2.513"),
        (true, None, "2008 100", "2009 98", "wrong-direction -0.0200 -5.000"),
        (true, None, "2008 100", "2009 90", "wrong-direction -0.1000 -5.000"),
        (false, None, "2008 100", "2009 98.5", "on-track 0.0150 2.500"),
        (false, None, "2008 100", "2009 101", "wrong-direction -0.0100 -3.750"),
        (false, None, "2008 -100", "2009 -102", "on-track 0.0200 5.000"),
        (true, None, "2008 -100", "2009 -102", "wrong-direction -0.0200 -5.000"),
        // Near a natural limit less is asked for: C is 0.309 at 92 and at 108 of 100.
        (true, Some(100.0), "2006 92", "2009 93", "behind 0.0036 1.667"),
        (true, Some(100.0), "2008 92", "2009 92.43", "on-track 0.0047 2.553"),
        (true, Some(100.0), "2008 92", "2009 92.1", "far-behind 0.0011 -0.744"),
        (true, Some(100.0), "2008 92", "2009 91", "wrong-direction -0.0109 -3.859"),
        (false, Some(100.0), "2008 108", "2009 107.5", "behind 0.0046 2.491"),
        (true, Some(100.0), "2008 100", "2009 100", "on-track 0.0000 5.000"),
        (true, Some(100.0), "2008 100", "2009 99", "wrong-direction -0.0100 -3.750"),
        (true, Some(100.0), "2008 200", "2009 203", "on-track 0.0150 2.500"),
        (false, Some(0.0), "2008 5", "2009 4.9", "on-track 0.0200 5.000"),
        (false, Some(0.0), "2008 0", "2009 0", "on-track 1.0000 5.000"),
        (true, Some(f64::NAN), "2008 100", "2009 101.5", "on-track 0.0150 2.500"),
        // No answer.
        (true, None, "2008 -1", "2009 1", "not-assessed:not-computable"),
        (true, None, "2009 100", "2009 102", "baseline"),
        (true, None, "2008 100", "", "not-assessed:no-measurement"),
        (true, None, "", "2008 100, 2009 102", "not-assessed:no-baseline"),
    ];
    for (rises, limit, base, figures, expect) in table {
        let found = grow(Rule::Direction { up: rises }, "", base, OpenSdg { limit, ..PLAIN }, figures, "2011-01-15");
        assert_eq!(scored(&found), expect, "{rises} {limit:?}, base {base}: {figures}");
        assert_eq!(found.inputs.rule, RuleUsed::OpenSdgGrowth);
    }
}

#[test]
fn years() {
    let from = |year| OpenSdg { base_year: Some(year), ..PLAIN };
    #[rustfmt::skip]
    let table = [
        // First year, baseline, figures: which two values are compared, and for when the target is.
        (PLAIN, "2030", "", "2014 1, 2015 50, 2020 55", "50@2015 55@2020 2030"),
        (PLAIN, "2030", "", "2014 1, 2017 50, 2020 55", "50@2017 55@2020 2030"),
        (PLAIN, "", "2012 50", "2020 55", "50@2012 55@2020 2030"),
        (PLAIN, "2020..", "2012 50", "2020 55", "50@2012 55@2020 2030"),
        (from(2013), "2025", "2012 50", "2014 52, 2020 55", "52@2014 55@2020 2025"),
        (from(2012), "2025", "2012 50", "2012 49, 2020 55", "50@2012 55@2020 2025"),
        (from(2021), "2025", "2012 50", "2012 49, 2020 55", "- 55@2020 2025"),
        // A school year counts as the year it begins in, an interval of targets as its last.
        (PLAIN, "2024/25", "2011/12 50", "2019/20 55", "50@2011 55@2019 2024"),
        (PLAIN, "2022..2025", "2012 50", "2020 55", "50@2012 55@2020 2025"),
        // Parts of a year: the last part stands for the year, the whole year goes before it.
        (PLAIN, "2025", "2012 50", "2020-T1 53, 2020-T2 54", "50@2012 54@2020 2025"),
        (PLAIN, "2025", "2012 50", "2020 55, 2020-T3 54", "50@2012 55@2020 2025"),
        (PLAIN, "2025", "", "2018-T1 50, 2018-T3 51, 2020 55", "51@2018 55@2020 2025"),
    ];
    let point = |point: Option<Point>| point.map_or("-".to_owned(), |point| format!("{}@{}", point.value, point.time));
    for (settings, by, base, figures, expect) in table {
        let inputs = grow(up(60.0), by, base, settings, figures, "2021-01-15").inputs;
        let year = inputs.target_time.unwrap_or_default();
        assert_eq!(format!("{} {} {year}", point(inputs.baseline), point(inputs.latest)), expect, "by {by}, base {base}: {figures}");
    }
}

#[test]
fn inputs_say_how_it_was_computed() {
    let inputs = grow(up(121.0), "2010", "2008 100", PLAIN, "2009 109.5", "2011-01-15").inputs;
    let growth = inputs.growth.unwrap();
    let round = |number: Option<f64>| number.map(|number| (number * 1e6).round() / 1e6);
    assert_eq!((round(growth.observed), round(growth.required), round(growth.ratio)), (Some(0.095), Some(0.1), Some(0.95)));
    assert_eq!((growth.coefficient, growth.replaced_zero), (None, false));
    assert_eq!((inputs.target, inputs.target_time, inputs.margin, inputs.pace), (Some(121.0), Some(2010.0), Some(-11.5), None));
    // The day has passed: the class stays, and the timing says so.
    assert_eq!((inputs.rule, inputs.timing), (RuleUsed::OpenSdg, Timing::Early));
    let late = grow(up(121.0), "2010", "2008 100", PLAIN, "2011 109.5", "2012-01-15");
    assert_eq!((late.status, late.inputs.timing), (Fulfilment::FarBehind, Timing::Late));
    for (base, target) in [("2008 0", 5.0), ("2008 9", 0.0)] {
        let growth = grow(down(target), "2010", base, PLAIN, "2009 7", "2010-01-15").inputs.growth;
        assert_eq!(growth.map(|growth| growth.replaced_zero), Some(true), "{base}, {target}");
    }
    for (figures, course) in [("2009 101", Course::Right), ("2009 100", Course::Level), ("2009 99", Course::Wrong)] {
        let found = grow(Rule::Direction { up: true }, "", "2008 100", PLAIN, figures, "2010");
        assert_eq!(found.inputs.course, Some(course), "{figures}");
    }
}

#[test]
fn several_series() {
    // Against 10 % a year: the score of each, and that of all.
    let one = |figures| grow(up(121.0), "2010", "2008 100", PLAIN, figures, "2011-01-15");
    #[rustfmt::skip]
    let table = [
        (vec!["2009 121", "2009 130"], "met", Some(5.0), 2),
        (vec!["2009 121", "2009 109.5"], "on-track", Some(3.75), 2),
        // 5 and -5: one is reached, all are not.
        (vec!["2009 121", "2009 90"], "behind", Some(0.0), 2),
        (vec!["2009 121", "2009 100", "2009 100"], "behind", Some(0.0), 3),
        (vec!["2009 106", "2009 100"], "far-behind", Some(-1.25), 2),
        (vec!["2009 100"], "far-behind", Some(-2.5), 1),
        (vec!["2009 100", "2009 90"], "wrong-direction", Some(-3.75), 2),
        // What has no score is left out, as Open SDG does it.
        (vec!["2009 121", ""], "met", Some(5.0), 1),
        (vec!["2009 106", "2009 -1"], "behind", Some(0.0), 1),
        (vec!["", ""], "not-assessed:no-measurement", None, 0),
        (vec!["2009 -1", "2009 -2"], "not-assessed:not-computable", None, 0),
        (vec!["2009 -1", ""], "not-assessed:no-measurement", None, 0),
        (vec![], "not-assessed:no-measurement", None, 0),
    ];
    for (figures, expect, score, scored) in table {
        let found = assess_series(&figures.iter().map(|figures| one(figures)).collect::<Vec<_>>());
        let reason = found.status.reason().map_or(String::new(), |reason| format!(":{}", reason.key()));
        assert_eq!(format!("{}{reason}", found.status.key()), expect, "{figures:?}");
        assert_eq!(found.score.map(|score| (score * 100.0).round() / 100.0 + 0.0), score, "{figures:?}");
        assert_eq!((found.scored, found.total), (scored, figures.len()));
    }
}
