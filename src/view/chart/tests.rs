//! Checks whole drawings: names, gaps, targets, direction, edges.

mod places;

use super::{Break, Direction, Event, LineChart, Point, Series, TargetStep, Tick, line};

fn tick(at: f64, label: &str) -> Tick {
    Tick { at, label: label.into() }
}

fn point(x: f64, y: f64) -> Point {
    Point { x, y, label: format!("{y} %") }
}

fn series(label: &str, runs: Runs<'_>) -> Series {
    let runs = runs.iter().map(|run| run.iter().map(|(x, y)| point(*x, *y)).collect()).collect();
    Series { label: label.into(), runs }
}

fn sample() -> LineChart {
    LineChart {
        id: "kf-3".into(),
        name: "Andel <ekologiskt>".into(),
        description: "Från 41 till 48 %.".into(),
        direction: Direction::LeftToRight,
        x: (2006..=2012).map(|year| tick(f64::from(year), &year.to_string())).collect(),
        y: [20.0, 40.0, 60.0].iter().map(|at| tick(*at, &format!("{at} %"))).collect(),
        series: vec![series("Uddevalla", &[&[(2006.0, 41.0), (2012.0, 48.0)]])],
        targets: vec![
            TargetStep { from: f64::NEG_INFINITY, to: 2008.5, value: 25.0, label: "Mål 25 %".into() },
            TargetStep { from: 2008.5, to: f64::INFINITY, value: 60.0, label: "Mål 60 %".into() },
        ],
        events: vec![Event { x: 2008.5, label: "Målet höjs".into() }],
        breaks: Vec::new(),
    }
}

fn times(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn both_drawings_carry_their_parts() {
    let svg = line(&sample());
    let table = [
        ("<svg ", 2),
        ("role=\"img\"", 2),
        ("aria-labelledby=\"kf-3-wide-title kf-3-wide-desc\"", 1),
        ("<title id=\"kf-3-narrow-title\">Andel &lt;ekologiskt&gt;</title>", 1),
        ("<g aria-hidden=\"true\" direction=\"ltr\"", 2),
        ("class=\"chart-target\"", 2),
        ("chart-target-label", 4),
        ("class=\"chart-event\"", 2),
        ("\u{2068}Målet höjs\u{2069}", 2),
        ("\u{2068}48 %\u{2069}", 2),
        ("style=", 0),
        ("NaN", 0),
        ("inf", 0),
        ("kf-3-narrow-desc", 2),
    ];
    for (part, expect) in table {
        assert_eq!(times(&svg, part), expect, "{part} in {svg}");
    }
}

/// Runs of a series, as places.
type Runs<'a> = &'a [&'a [(f64, f64)]];

#[test]
fn a_missing_value_leaves_a_gap() {
    let table: &[(Runs<'_>, usize, usize)] = &[
        (&[&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]], 1, 3),
        (&[&[(1.0, 1.0), (2.0, 2.0)], &[(4.0, 4.0), (5.0, 5.0)]], 2, 4),
        (&[&[(1.0, 1.0), (2.0, f64::NAN), (3.0, 3.0), (4.0, 4.0)]], 1, 3),
        (&[&[(1.0, 1.0)]], 0, 1),
        (&[&[]], 0, 0),
        (&[], 0, 0),
    ];
    for (runs, lines, points) in table {
        let chart = LineChart { series: vec![series("a", runs)], ..sample() };
        let svg = line(&chart);
        let wide = svg.split("chart__narrow").next().unwrap_or_default();
        assert_eq!(times(wide, "class=\"chart-line "), *lines, "{runs:?}");
        assert_eq!(times(wide, "class=\"chart-point "), *points, "{runs:?}");
    }
}

#[test]
fn an_empty_chart_is_still_a_named_image() {
    let chart = LineChart {
        description: String::new(),
        x: Vec::new(),
        y: Vec::new(),
        series: Vec::new(),
        targets: Vec::new(),
        events: Vec::new(),
        breaks: Vec::new(),
        ..sample()
    };
    let svg = line(&chart);
    assert!(svg.contains("aria-labelledby=\"kf-3-wide-title\""), "{svg}");
    assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains("<desc"), "{svg}");
}

#[test]
fn anchors_follow_the_side_seen_not_the_direction() {
    let table = [(Direction::LeftToRight, ""), (Direction::RightToLeft, " text-anchor=\"end\"")];
    for (direction, anchor) in table {
        let svg = line(&LineChart { direction, ..sample() });
        let end = format!("{anchor}>\u{2068}Uddevalla\u{2069}");
        let wide = svg.split("chart__narrow").next().unwrap_or_default();
        assert!(wide.contains(&end), "{end} in {wide}");
        assert_eq!(wide.contains("\"end\">\u{2068}Uddevalla"), !anchor.is_empty());
    }
}

#[test]
fn crowded_events_become_numbers_with_a_key() {
    let event = |x: f64, label: &str| Event { x, label: label.into() };
    let events = vec![event(2011.0, "Budgeten antas av fullmäktige"), event(2010.8, "Planen revideras")];
    let svg = line(&LineChart { events, ..sample() });
    for part in ["\u{2068}1\u{2069}", "\u{2068}2\u{2069}"] {
        assert_eq!(times(&svg, part), 4, "{part} in {svg}");
    }
    let first = svg.find("Planen revideras");
    assert!(first.is_some() && first < svg.find("Budgeten antas"), "{svg}");
}

#[test]
fn a_break_cuts_the_axis_and_has_its_words() {
    let at = |x: f64, label: &str| Break { x, label: label.into() };
    let table: &[(&[Break], usize, usize)] = &[
        (&[], 0, 0),
        (&[at(2011.0, "Ny definition")], 2, 2),
        (&[at(f64::NAN, "Ny definition")], 0, 0),
        // Beside the event of 2008 there is no room for words: both become numbers.
        (&[at(2009.0, "Ny definition"), at(2011.0, "Nytt register")], 4, 4),
    ];
    for (breaks, lines, labels) in table {
        let svg = line(&LineChart { breaks: breaks.to_vec(), ..sample() });
        assert_eq!(times(&svg, "class=\"chart-break\""), *lines, "{breaks:?}");
        assert_eq!(times(&svg, "class=\"chart-cut\""), *lines, "{breaks:?}");
        assert_eq!(times(&svg, "chart-break-label"), *labels, "{breaks:?}");
        assert_eq!(times(&svg, "class=\"chart-event\""), 2, "{breaks:?}");
    }
}

#[test]
fn long_texts_stay_inside() {
    let long = "Samhällsbyggnadsförvaltningens uppföljningsansvariga verksamhetsutvecklare ".repeat(2);
    let mut chart = sample();
    chart.y.push(tick(80.0, "1 200 000 kronor per invånare"));
    chart.series.push(series(&long, &[&[(2006.0, 41.0), (2012.0, 47.0)]]));
    chart.targets.push(TargetStep { from: 2008.0, to: 2009.0, value: 44.0, label: long.clone() });
    chart.events.push(Event { x: 2012.0, label: long });
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        assert_inside(&line(&LineChart { direction, ..chart.clone() }), direction);
    }
}

/// Asserts that no text of either drawing crosses an edge.
fn assert_inside(svg: &str, direction: Direction) {
    for (part, limit) in svg.split("class=\"chart__narrow\"").zip([640.0, 320.0]) {
        for text in part.split("<text ").skip(1) {
            let (left, right) = extent(text, direction, if limit > 400.0 { 15.0 } else { 16.0 });
            assert!(left >= 0.0 && right <= limit, "{left} to {right} in {text}");
        }
    }
}

/// The left and right end of a text element, by the estimated width.
fn extent(text: &str, direction: Direction, font: f64) -> (f64, f64) {
    let between = |from: &str, to: &str| text.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(found, _)| found);
    let x: f64 = between(" x=\"", "\"").parse().unwrap_or(f64::NAN);
    let width = super::text::width(between(">", "<"), font) - 0.1;
    let is_end = text.contains("text-anchor=\"end\"");
    if text.contains("\"middle\"") {
        (x - width / 2.0, x + width / 2.0)
    } else if is_end == (direction == Direction::LeftToRight) {
        (x - width, x)
    } else {
        (x, x + width)
    }
}
