//! Tables of periods: as written, as printed, and their days.

use super::*;

fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or(Period::Day(Date::MIN))
}

fn date(text: &str) -> Date {
    period(text).start()
}

#[test]
fn reads_writes_and_places() {
    #[rustfmt::skip]
    let table = [
        ("2009", "2009", "2009-01-01", "2009-12-31"),
        ("2009-H1", "2009-H1", "2009-01-01", "2009-06-30"),
        ("2009-H2", "2009-H2", "2009-07-01", "2009-12-31"),
        ("2009-T1", "2009-T1", "2009-01-01", "2009-04-30"),
        ("2009-T2", "2009-T2", "2009-05-01", "2009-08-31"),
        ("2009-T3", "2009-T3", "2009-09-01", "2009-12-31"),
        ("2009-Q1", "2009-Q1", "2009-01-01", "2009-03-31"),
        ("2009-Q4", "2009-Q4", "2009-10-01", "2009-12-31"),
        ("2009-M04", "2009-M04", "2009-04-01", "2009-04-30"),
        ("2009-04", "2009-M04", "2009-04-01", "2009-04-30"),
        ("2008-02", "2008-M02", "2008-02-01", "2008-02-29"),
        ("2009-VT", "2009-VT", "2009-01-01", "2009-06-30"),
        ("2009-HT", "2009-HT", "2009-07-01", "2009-12-31"),
        ("2008/09", "2008/09", "2008-07-01", "2009-06-30"),
        ("1999/00", "1999/00", "1999-07-01", "2000-06-30"),
        ("2008..2010", "2008..2010", "2008-01-01", "2010-12-31"),
        ("2008..2008", "2008..2008", "2008-01-01", "2008-12-31"),
        ("2008-HT..2009-T1", "2008-HT..2009-T1", "2008-07-01", "2009-04-30"),
        ("2008/09..2010", "2008/09..2010", "2008-07-01", "2010-12-31"),
        ("2007-11-14..2011", "2007-11-14..2011", "2007-11-14", "2011-12-31"),
        ("2008..", "2008..", "2008-01-01", "9999-12-31"),
        ("2008-01-15", "2008-01-15", "2008-01-15", "2008-01-15"),
        ("2009K1", "2009-Q1", "2009-01-01", "2009-03-31"),
        ("2009M04", "2009-M04", "2009-04-01", "2009-04-30"),
        ("T1 2009", "2009-T1", "2009-01-01", "2009-04-30"),
        ("VT 2009", "2009-VT", "2009-01-01", "2009-06-30"),
        ("HT 2009", "2009-HT", "2009-07-01", "2009-12-31"),
        ("2009 T1", "2009-T1", "2009-01-01", "2009-04-30"),
        ("2009T1", "2009-T1", "2009-01-01", "2009-04-30"),
        ("2009-t1", "2009-T1", "2009-01-01", "2009-04-30"),
        ("2009-K2", "2009-Q2", "2009-04-01", "2009-06-30"),
        ("k2 2009", "2009-Q2", "2009-04-01", "2009-06-30"),
        ("2009Q1", "2009-Q1", "2009-01-01", "2009-03-31"),
        ("M04 2009", "2009-M04", "2009-04-01", "2009-04-30"),
        ("2009 vt", "2009-VT", "2009-01-01", "2009-06-30"),
        (" 2009 ", "2009", "2009-01-01", "2009-12-31"),
    ];
    for (text, printed, start, end) in table {
        let read = Period::parse(text).map(|p| (p.to_string(), p.start().to_string(), p.end().to_string()));
        let expect = (printed.to_owned(), start.to_owned(), end.to_owned());
        assert_eq!(read, Some(expect), "{text}");
        assert_eq!(Period::parse(printed), Period::parse(text), "{text} again");
    }
}

#[test]
fn refuses() {
    #[rustfmt::skip]
    let table = [
        "",
        "..",
        "..2010",
        "09",
        "20090",
        "0000",
        "+009",
        "2009-",
        "2009-H0",
        "2009-H3",
        "2009-T4",
        "2009-Q5",
        "2009-Q0",
        "2009-M13",
        "2009-M4",
        "2009-4",
        "2009-00",
        "2009-02-29",
        "2009-2-1",
        "2009-M02-01",
        "2008/10",
        "2008/2009",
        "9999/00",
        "2010..2008",
        "2008..2010..2012",
        "2009K5",
        "2009M0",
        "våren 2008",
        "T1  2009",
        "2009  T1",
        "04 2009",
        "2009 04",
        "200904",
        "åååå",
        "2009-å",
        "200å",
        "2009-+1",
        "2009-ST",
    ];
    for text in table {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}

#[test]
fn decimal_years() {
    #[rustfmt::skip]
    let table = [
        ("2009", 2009.0, 2010.0),
        ("2008", 2008.0, 2009.0),
        ("2009-T1", 2009.0, 2009.0 + 120.0 / 365.0),
        ("2008-T1", 2008.0, 2008.0 + 121.0 / 366.0),
        ("2009-H2", 2009.0 + 181.0 / 365.0, 2010.0),
        ("2008..2010", 2008.0, 2011.0),
        ("2008..", 2008.0, 10_000.0),
        ("2009-12-31", 2009.0 + 364.0 / 365.0, 2010.0),
    ];
    for (text, start, end) in table {
        let found = period(text);
        assert!((found.decimal_start() - start).abs() < 1e-12, "{text}");
        assert!((found.decimal_end() - end).abs() < 1e-12, "{text}");
    }
    assert!(period("2009-T2").decimal_start() == period("2009-T1").decimal_end());
}

#[test]
fn years_openness_and_containment() {
    for (text, year) in [("2009-T1", 2009), ("2008/09", 2009), ("2008..2010", 2010), ("2008..", 2008)] {
        assert_eq!(period(text).year(), year, "{text}");
        assert_eq!(period(text).is_open(), text == "2008..", "{text}");
    }
    #[rustfmt::skip]
    let table = [
        ("2009", "2009-T3", true),
        ("2009", "2009", true),
        ("2009-T3", "2009", false),
        ("2008..2010", "2009-VT", true),
        ("2008..", "2031", true),
        ("2009", "2008/09", false),
        ("2008..2010", "2008..", false),
    ];
    for (outer, inner, expect) in table {
        assert_eq!(period(outer).contains(&period(inner)), expect, "{outer} {inner}");
    }
}

#[test]
fn orders_by_end_then_start() {
    let mut periods = ["2008..", "2009", "2009-T3", "2009-T1", "2009-VT", "2009-H1", "2008..2009", "2009-12-31", "2009..2009"].map(period);
    periods.sort();
    assert_eq!(
        periods.map(|period| period.to_string()),
        ["2009-T1", "2009-H1", "2009-VT", "2008..2009", "2009..2009", "2009", "2009-T3", "2009-12-31", "2008..",]
    );
    for one in periods {
        for other in periods {
            assert_eq!(one == other, one.cmp(&other).is_eq(), "{one} {other}");
        }
    }
}

#[test]
fn grains_find_their_period() {
    #[rustfmt::skip]
    let table = [
        (Grain::Year, "2009"),
        (Grain::SchoolYear, "2008/09"),
        (Grain::HalfYear, "2009-H1"),
        (Grain::Term, "2009-VT"),
        (Grain::Tertial, "2009-T2"),
        (Grain::Quarter, "2009-Q2"),
        (Grain::Month, "2009-M06"),
        (Grain::Day, "2009-06-30"),
    ];
    for (grain, expect) in table {
        let found = grain.at(date("2009-06-30"));
        assert_eq!(found.to_string(), expect);
        assert_eq!(found.grain(), Some(grain));
        assert_eq!(Grain::parse(grain.key()), Some(grain));
        assert_eq!(grain.at(found.start()), found);
        assert_eq!(grain.at(found.end()), found);
    }
    assert_eq!(Grain::parse("person"), None);
    assert_eq!(period("2008..2010").grain(), None);
    assert_eq!(Part::<3>::new(4), None);
}

#[test]
fn cadences_owe() {
    #[rustfmt::skip]
    let table = [
        ("year", "2008..2010", "2008 2009 2010"),
        ("half-year", "2008", "2008-H1 2008-H2"),
        ("tertial", "2008..2009", "2008-T1 2008-T2 2008-T3 2009-T1 2009-T2 2009-T3"),
        ("quarter", "2008-H2", "2008-Q3 2008-Q4"),
        ("term", "2008/09", "2008-HT 2009-VT"),
        ("biennial", "2008..2010", "2008 2010"),
        ("biennial", "2007..2010", "2007 2009"),
        ("biennial", "2007-11-14..2011", "2007 2009 2011"),
        ("once", "2008..2010", "2008..2010"),
        ("once", "2008-HT", "2008-07-01..2008-12-31"),
        ("once", "2008..", "2008.."),
        ("continuous", "2008..2010", ""),
        ("year", "2007-11-14..2009-06-30", "2007 2008"),
        ("year", "2008-T1", ""),
    ];
    for (cadence, window, expect) in table {
        let window = (period(window).start(), period(window).end());
        let owed = Cadence::parse(cadence).map(|cadence| cadence.periods(window.0, window.1));
        let owed: Vec<_> = owed.into_iter().flatten().map(|p| p.to_string()).collect();
        assert_eq!(owed.join(" "), expect, "{cadence}");
    }
    for cadence in Cadence::ALL {
        assert_eq!(Cadence::parse(cadence.key()), Some(cadence));
        assert!(cadence.periods(date("2009"), date("2008")).is_empty());
    }
    assert_eq!(Cadence::parse("weekly"), None);
    assert_eq!(Cadence::Year.periods(date("9998"), Date::MAX).len(), 2);
}

#[test]
fn periods_have_file_names_of_their_own() {
    let cases = [
        ("2009", "2009"),
        ("2009-T1", "2009-T1"),
        ("2009-VT", "2009-VT"),
        ("2008/09", "2008_09"),
        ("2008..2009", "2008--2009"),
        ("2008..", "2008--"),
        ("2008/09..2010/11", "2008_09--2010_11"),
    ];
    for (period, expected) in cases {
        assert_eq!(Period::parse(period).map(|period| period.file_name()).as_deref(), Some(expected));
    }
}
