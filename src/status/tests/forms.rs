//! Every form a target can have, and every reason why it may not be judged.

use std::collections::BTreeSet;

use super::*;

/// The settings of Open SDG for a programme: everything as usual.
const GROWTH: Method = Method::OpenSdg(OpenSdg { base_year: None, limit: None });

#[test]
fn forms() {
    let level = up(60.0);
    let share = Rule::AtMost { value: 40.0 };
    let places = Rule::Between { min: 2.0, max: 3.0 };
    let every = Rule::EveryPlace { limit: Limit::AtLeast(65.0) };
    let quota = Rule::Quota { value: 10.0, per: Grain::Year, window: None };
    let sum = Rule::Cumulative { value: 500.0, window: period("2008..2010") };
    let later = Rule::Deferred { set_after: date("2008-02") };
    #[rustfmt::skip]
    let table = [
        // Judged by the line or by growth.
        (level, "2010", "2006 25", "2009 48", "behind 0.876", "on-track"),
        (level, "2010", "2006 25", "2009 61", "met 1.371", "met"),
        (share, "2010", "2006 60", "2009 46", "behind 0.933", "behind"),
        (places, "2010", "2006 1", "2009 1", "far-behind 0.000", "far-behind"),
        (places, "2010", "2006 1", "2009 3", "met 2.667", "met"),
        (every, "2011", "2007 56.7", "2009 58.9", "far-behind 0.530", "far-behind"),
        (Rule::Direction { up: true }, "", "2007 5", "2009 6", "increasing", "on-track"),
        (Rule::Direction { up: true }, "", "2007 5", "2009 4", "decreasing", "wrong-direction"),
        (Rule::Direction { up: false }, "", "2007 5", "2009 4", "decreasing", "on-track"),
        (Rule::Direction { up: true }, "", "2007 5", "2009 5", "unchanged", "far-behind"),
        (Rule::Direction { up: true }, "", "", "2009 5", "baseline", "not-assessed:no-baseline"),
        // The same by every method.
        (quota, "", "", "2008 10, 2009 9", "not-met", "not-met"),
        (quota, "", "", "2009-T1 3, 2009-T2 3, 2009-T3 4", "met", "met"),
        // What is not known is not nothing.
        (quota, "", "", "2009-T1 3, 2009-T3 4", "not-assessed:no-measurement", "not-assessed:no-measurement"),
        (quota, "", "", "2009-T1 6, 2009-T3 4", "met", "met"),
        (sum, "", "", "2009 140", "not-assessed:no-measurement", "not-assessed:no-measurement"),
        (sum, "", "", "2008 140, 2009 140", "behind 0.840", "behind 0.840"),
        (Rule::Milestone, "2008-VT", "", "", "not-met", "not-met"),
        (Rule::TextOnly, "2010", "2006 1", "2009 2", "not-assessed:no-target", "not-assessed:no-target"),
        (later, "2010", "2006 1", "2009 2", "not-assessed:target-set-later", "not-assessed:target-set-later"),
    ];
    for (rule, by, base, figures, line, growth) in table {
        let case = Case {
            by: Period::parse(by),
            baseline: readings(base).first().copied(),
            readings: &readings(figures),
            today: date("2010-01-15"),
            ..bare(rule)
        };
        assert_eq!(said(&assess(&case)), line, "{rule:?}: {figures}");
        let found = assess(&Case { method: GROWTH, ..case });
        assert_eq!(said(&found), growth, "{rule:?}: {figures}");
        finite(&found.inputs);
    }
}

#[test]
fn unfinished_periods_of_a_quota() {
    // Ten a year: by the end of April a third of the year has passed, and a third of ten is owed.
    let quota = Rule::Quota { value: 10.0, per: Grain::Year, window: None };
    #[rustfmt::skip]
    let table = [
        ("2009-T1 4", "2009-05-01", "on-track 1.217", Some(3.3)),
        ("2009-T1 3", "2009-05-01", "behind 0.913", Some(3.3)),
        ("2009-T1 1", "2009-05-01", "far-behind 0.304", Some(3.3)),
        ("2009-T1 3, 2009-T2 4", "2009-09-01", "on-track 1.051", Some(6.7)),
        ("2009-T1 3, 2009-T2 4, 2009-T3 2", "2010-01-01", "not-met", Some(10.0)),
        // A whole year stands until the next one is over.
        ("2008 9, 2009-T1 4", "2009-05-01", "not-met", Some(10.0)),
        ("2009-M01 1, 2009-M02 1", "2009-03-01", "on-track 1.237", Some(1.6)),
    ];
    for (figures, today, expect, required) in table {
        let found = judge(quota, "", "", figures, today);
        assert_eq!(said(&found), expect, "{figures}");
        assert_eq!(found.inputs.required.map(|value| (value * 10.0).round() / 10.0), required, "{figures}");
    }
}

#[test]
fn shares_of_nobody() {
    #[rustfmt::skip]
    let table = [
        ((32.0, 61.0), Ok(52.459)),
        ((0.0, 61.0), Ok(0.0)),
        ((0.0, 0.0), Err(Reason::NotApplicable)),
        ((3.0, 0.0), Err(Reason::NotApplicable)),
        ((f64::NAN, 61.0), Err(Reason::NoMeasurement)),
        ((1.0, f64::NAN), Err(Reason::NoMeasurement)),
    ];
    for ((numerator, denominator), expect) in table {
        assert_eq!(share(numerator, denominator).map(|value| (value * 1000.0).round() / 1000.0), expect, "{numerator} of {denominator}");
    }
    let full = up(100.0);
    let moving = Rule::Direction { up: true };
    let quota = Rule::Quota { value: 1.0, per: Grain::Year, window: None };
    #[rustfmt::skip]
    let table = [
        // Rule, last day, figures, periods of nobody, today.
        (full, "2010", "2008 100", "2009", "2010-01-15", "not-assessed:not-applicable"),
        (full, "2010", "2008 100", "2010", "2010-01-15", "met 2.000"),
        (full, "2010", "2009 100", "2008", "2010-01-15", "met 1.333"),
        (full, "2010", "2009 100", "2009", "2010-01-15", "met 1.333"),
        (full, "2010", "", "2009", "2010-01-15", "not-assessed:not-applicable"),
        (full, "", "2008 100", "2009", "2010-01-15", "not-assessed:not-applicable"),
        // Past its last day, the target's own period decides, whatever came later.
        (full, "2008", "2008 100", "2009", "2010-01-15", "met 1.000"),
        (full, "2008", "2007 100, 2009 100", "2008", "2010-01-15", "not-assessed:not-applicable"),
        (moving, "", "2007 1, 2008 2", "2009", "2010-01-15", "not-assessed:not-applicable"),
        (moving, "", "2007 1, 2009 2", "2008", "2010-01-15", "increasing"),
        (quota, "", "2008 2", "2009", "2010-01-15", "met"),
    ];
    for (rule, by, figures, nobody, today, expect) in table {
        let periods = [period(nobody)];
        let baseline = (rule == full).then(|| readings("2006 50").first().copied()).flatten();
        let readings = readings(figures);
        let case =
            Case { by: Period::parse(by), baseline, readings: &readings, not_applicable: &periods, today: date(today), ..bare(rule) };
        assert_eq!(said(&assess(&case)), expect, "{figures}; nobody {nobody}");
        let growth = assess(&Case { method: GROWTH, ..case });
        let none = growth.status == Fulfilment::NotAssessed(Reason::NotApplicable);
        // Growth looks at the newest figure only, also past the last day.
        let newest = readings.iter().all(|reading| reading.period < period(nobody)) && period(nobody).end() <= date(today);
        assert_eq!(none, newest && rule != quota, "{figures}; nobody {nobody}");
    }
}

#[test]
fn every_place_needs_every_place() {
    let one = |figures| Some(judge(Rule::EveryPlace { limit: Limit::AtLeast(65.0) }, "2011", "2007 60", figures, "2010-01-15"));
    #[rustfmt::skip]
    let table = [
        (vec![one("2009 66"), one("2009 65")], "met", 0),
        (vec![one("2009 66"), one("")], "not-assessed:no-measurement", 0),
        (vec![one("2009 66"), None], "not-assessed:no-measurement", 0),
        (vec![one("2009 66"), Some(Assessment::not_assessed(Reason::NotApplicable))], "not-assessed:not-applicable", 0),
        (vec![one("2009 66"), one("2009 64")], "on-track", 1),
        (vec![one("2009 59"), one("2009 64")], "wrong-direction", 2),
        (vec![one("2009 64"), None], "on-track", 1),
    ];
    for (each, expect, below) in table {
        let found = assess_places(&each.into_iter().enumerate().collect::<Vec<_>>());
        let said = found.status.reason().map_or(String::new(), |reason| format!(":{}", reason.key()));
        assert_eq!((format!("{}{said}", found.status.key()).as_str(), found.below.len()), (expect, below));
    }
}

#[test]
fn every_reason_is_given() {
    let level = up(60.0);
    let nobody = [period("2009")];
    let crossed = readings("2007 -1, 2009 1");
    let growth = Case { by: Some(period("2011")), baseline: crossed.first().copied(), readings: &crossed, method: GROWTH, ..bare(level) };
    let found = [
        assess(&bare(Rule::TextOnly)),
        assess(&bare(Rule::Deferred { set_after: date("2008-02") })),
        judge(level, "2010", "", "2009 50", "2010-01-15"),
        judge(level, "2010", "2006 25", "", "2010-01-15"),
        judge(level, "2008", "2006 25", "2006 25", "2010-01-15"),
        assess(&bare(Rule::Milestone)),
        Assessment::not_assessed(Reason::Confidential),
        Assessment::not_assessed(Reason::MethodChange),
        assess(&Case { not_applicable: &nobody, ..bare(level) }),
        assess(&growth),
    ];
    let given: Vec<Reason> = found.iter().filter_map(|found| found.status.reason()).collect();
    assert_eq!(given, Reason::ALL);
}

#[test]
fn methods_and_rules_have_keys() {
    for (text, expect) in [
        ("linje", Some(Method::Line)),
        ("line", Some(Method::Line)),
        ("opensdg", Some(GROWTH)),
        (" Open SDG ", Some(GROWTH)),
        ("open-sdg", Some(GROWTH)),
        ("", None),
        ("eurostat", None),
    ] {
        assert_eq!(Method::parse(text), expect, "{text}");
        assert_eq!(expect.and_then(|method| Method::parse(method.key())), expect);
    }
    assert_eq!(Method::default(), Method::Line);
    let keys: BTreeSet<_> = RuleUsed::ALL.map(RuleUsed::key).into();
    assert_eq!(keys.len(), RuleUsed::ALL.len());
}
