//! Checks bars, dots and small multiples: marks, missing values, mirroring, edges, sizes.

use super::super::{
    BarChart, BarGroup, Direction, DotPlot, DotRow, DotWords, Multiples, Reading, TargetLine, Verdict, bars, dots, multiples,
};
use super::{assert_inside, sample, series, tick, times};

const BOTH: [Direction; 2] = [Direction::LeftToRight, Direction::RightToLeft];
const LONG: &str = "Samhällsbyggnadsförvaltningens uppföljningsansvariga verksamhetsutvecklare i Skredsviks skärgård";

fn reading(value: Option<f64>) -> Reading {
    Reading { value, label: value.map_or("saknas".into(), |value| format!("{value} %")) }
}

/// Values of places, by series.
type Values<'a> = &'a [&'a [Option<f64>]];

/// One place for each row of values.
fn bar_chart(values: Values<'_>) -> BarChart {
    let group = |values: &&[Option<f64>]| BarGroup { label: "Centrum".into(), bars: values.iter().map(|value| reading(*value)).collect() };
    BarChart {
        id: "b".into(),
        name: "Behöriga".into(),
        description: "Kvinnor och män.".into(),
        direction: Direction::LeftToRight,
        series: vec!["Kvinnor".into(), "Män".into(), "Okänt".into()],
        groups: values.iter().map(group).collect(),
        target: Some(TargetLine { value: 60.0, label: "Mål 60 %".into() }),
    }
}

fn dot_plot(rows: &[(Option<f64>, Verdict, Option<f64>)]) -> DotPlot {
    let row = |(latest, verdict, baseline): &(Option<f64>, Verdict, Option<f64>)| DotRow {
        label: "Dalaberg".into(),
        latest: reading(*latest),
        verdict: *verdict,
        baseline: *baseline,
    };
    DotPlot {
        id: "d".into(),
        name: "Index".into(),
        description: String::new(),
        direction: Direction::LeftToRight,
        ticks: [50.0, 60.0, 70.0].iter().map(|at| tick(*at, &at.to_string())).collect(),
        rows: rows.iter().map(row).collect(),
        target: Some(TargetLine { value: 65.0, label: "Mål 65".into() }),
        words: DotWords { met: "Når".into(), not_met: "Når inte".into(), unjudged: "Inte bedömt".into(), baseline: "2006".into() },
    }
}

fn panels(names: &[&str]) -> Multiples {
    let base = sample();
    let points: Vec<(f64, f64)> = (0..6_u8).map(|year| (2006.0 + f64::from(year), 40.0 + f64::from(year))).collect();
    Multiples {
        id: "m".into(),
        name: "Per område".into(),
        description: String::new(),
        direction: Direction::LeftToRight,
        x: base.x,
        y: base.y,
        panels: names.iter().map(|name| series(name, &[&points])).collect(),
        targets: base.targets,
    }
}

fn assert_sound(svg: &str) {
    for wrong in ["NaN", "inf", "style=", "width=\"-", "height=\"-"] {
        assert!(!svg.contains(wrong), "{wrong} in {svg}");
    }
    assert_eq!(times(svg, "role=\"img\""), 2, "{svg}");
    assert_eq!(times(svg, "<g aria-hidden=\"true\""), 2, "{svg}");
}

#[test]
fn a_missing_value_is_words_and_never_a_bar() {
    let table: &[(Values<'_>, [usize; 4])] = &[
        (&[&[Some(41.0), Some(48.0), Some(3.0)], &[Some(61.0), None]], [2, 1, 1, 1]),
        // A zero has its label and no bar.
        (&[&[Some(0.0), Some(48.0)]], [0, 1, 0, 0]),
        (&[&[None, None]], [0, 0, 0, 2]),
        (&[&[Some(f64::NAN), Some(f64::INFINITY), Some(1.0)]], [0, 0, 1, 0]),
        (&[&[]], [0, 0, 0, 0]),
        (&[], [0, 0, 0, 0]),
    ];
    for (values, expect) in table {
        let svg = bars(&bar_chart(values));
        assert_sound(&svg);
        let wide = svg.split("chart__narrow").next().unwrap_or_default();
        // The key has one of each.
        let found = [times(wide, "chart-bar--1") - 1, times(wide, "chart-bar--2") - 1, times(wide, "chart-bar--3") - 1];
        assert_eq!(found, [expect[0], expect[1], expect[2]], "{values:?}");
        assert_eq!(times(wide, "chart-missing"), expect[3], "{values:?}");
    }
}

/// The left and right edges of the bars in the wide drawing, without those of the key.
fn edges(svg: &str) -> Vec<(f64, f64)> {
    let wide = svg.split("chart__narrow").next().unwrap_or_default();
    let number = |text: &str, name: &str| -> f64 {
        let (_, rest) = text.split_once(&format!(" {name}=\"")).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().parse().unwrap_or(f64::NAN)
    };
    let bars = wide.split("<rect class=\"chart-bar").skip(1).map(|text| (number(text, "x"), number(text, "width")));
    bars.map(|(x, width)| (x, x + width)).collect()
}

#[test]
fn bars_grow_from_the_inline_start() {
    let single = BarChart { series: vec!["Alla".into()], target: None, ..bar_chart(&[&[Some(50.0)], &[Some(100.0)], &[Some(-25.0)]]) };
    let found = edges(&bars(&single));
    let [(zero, half), (start, full), (low, end)] = found[..] else { panic!("{found:?}") };
    assert!((zero - start).abs() < 0.2 && (zero - end).abs() < 0.2 && low < end, "{found:?}");
    assert!(((full - zero) - 2.0 * (half - zero)).abs() < 0.3, "{found:?}");
    assert!(((end - low) - (half - zero) / 2.0).abs() < 0.3, "{found:?}");
    let mirrored = edges(&bars(&BarChart { direction: Direction::RightToLeft, ..single }));
    for ((left, right), (other, another)) in found.iter().zip(mirrored) {
        assert!((left - (640.0 - another)).abs() < 0.2 && (right - (640.0 - other)).abs() < 0.2, "{left} to {right}");
    }
}

#[test]
fn a_target_line_passes_labels_by_and_stands_out_from_bars() {
    // Of the value, the line's parts and its gaps in bars, in both drawings.
    let table = [(20.0, 2, 0), (58.0, 2, 0), (60.0, 2, 0), (80.0, 2, 2)];
    for (value, least, gaps) in table {
        let svg = bars(&bar_chart(&[&[Some(100.0)], &[Some(value)]]));
        assert!(times(&svg, "class=\"chart-target\"") >= least, "{value}");
        assert_eq!(times(&svg, "chart-casing"), 2 + gaps, "{value}");
    }
    let crossed = |value: f64| times(&bars(&bar_chart(&[&[Some(100.0)], &[Some(value)], &[Some(100.0)]])), "class=\"chart-target\"");
    assert!(crossed(58.0) > crossed(20.0));
}

#[test]
fn verdicts_have_their_own_shapes() {
    use Verdict::{Met, NotMet, Unjudged};
    // In each drawing: marks with their entry in the key, baselines with theirs, missing.
    let table = [
        (vec![(Some(66.0), Met, Some(60.0)), (Some(61.0), NotMet, None)], [2, 2, 0, 2, 0]),
        (vec![(Some(66.0), Unjudged, Some(f64::NAN)), (None, NotMet, Some(60.0))], [0, 0, 2, 0, 1]),
        (vec![(Some(f64::INFINITY), Met, Some(60.0))], [0, 0, 0, 0, 0]),
        (vec![(None, Unjudged, None), (None, Unjudged, None)], [0, 0, 0, 0, 2]),
        (vec![], [0, 0, 0, 0, 0]),
    ];
    for (rows, expect) in table {
        let svg = dots(&dot_plot(&rows));
        assert_sound(&svg);
        let parts = ["chart-dot--met", "chart-dot--not-met", "chart-dot--unjudged", "chart-from", "chart-missing"];
        assert_eq!(parts.map(|part| times(&svg, part)), expect.map(|count| count * 2), "{rows:?}");
    }
    let rows = [(Some(66.0), Met, None)];
    let (one, other) = (dots(&dot_plot(&rows)), dots(&DotPlot { direction: Direction::RightToLeft, ..dot_plot(&rows) }));
    let dot = |svg: &str| svg.rsplit("chart-dot--met\" d=\"M").next().and_then(|rest| rest.split(' ').next()?.parse::<f64>().ok());
    let sum = dot(&one).zip(dot(&other)).map(|(one, other)| one + other);
    assert!(sum.is_some_and(|sum| (sum - 320.0).abs() < 0.2), "{sum:?}");
}

#[test]
fn panels_share_targets_and_label_their_last_value() {
    let names = ["Centrum", "Dalaberg", "Herrestad", "Söder", "Tureborg", "Äsperöd", "Sunningen"];
    for count in 0..=names.len() {
        let svg = multiples(&panels(&names[..count]));
        assert_sound(&svg);
        // Two entries of the key, and one line of two steps in each panel.
        assert_eq!(times(&svg, "class=\"chart-target\""), 2 * (2 + count), "{count}");
        for (part, expect) in [("chart-heading", 2), ("chart-value", 2), ("\u{2068}2006\u{2069}", 2), ("\u{2068}2012\u{2069}", 2)] {
            assert_eq!(times(&svg, part), expect * count, "{part} of {count}");
        }
    }
    let gap = Multiples { panels: vec![series("Söder", &[&[(2006.0, 41.0)], &[(2008.0, f64::NAN)], &[]])], ..panels(&[]) };
    assert_sound(&multiples(&gap));
}

#[test]
fn places_fit_from_one_to_forty() {
    let values: Vec<f64> = (0..40_u8).map(|place| f64::from(place).mul_add(7.3, -60.0) % 97.0).collect();
    for (count, direction) in [1, 2, 7, 40].into_iter().flat_map(|count| BOTH.map(|direction| (count, direction))) {
        let rows: Vec<[Option<f64>; 2]> = values.iter().take(count).map(|value| [Some(*value), Some(-value)]).collect();
        let mut chart = bar_chart(&rows.iter().map(<[_; 2]>::as_slice).collect::<Vec<_>>());
        let marks: Vec<_> = rows.iter().map(|[one, other]| (*one, Verdict::NotMet, *other)).collect();
        let mut plot = dot_plot(&marks);
        let mut lines = panels(&vec!["Centrum"; count]);
        for (place, label) in [(0, LONG), (3, "Skolornas upptagningsområden")] {
            chart.groups.get_mut(place).into_iter().for_each(|group| group.label = label.into());
            plot.rows.get_mut(place).into_iter().for_each(|row| row.label = label.into());
            lines.panels.get_mut(place).into_iter().for_each(|panel| panel.label = label.into());
        }
        (chart.direction, plot.direction, lines.direction) = (direction, direction, direction);
        (chart.series[1], plot.words.met) = (LONG.into(), LONG.into());
        chart.groups[0].bars[0] = Reading { value: None, label: LONG.into() };
        plot.rows[0].latest = Reading { value: None, label: LONG.into() };
        for svg in [bars(&chart), dots(&plot), multiples(&lines)] {
            assert_sound(&svg);
            assert_inside(&svg, direction);
        }
    }
}

#[test]
fn long_values_stay_inside() {
    let amount = Reading { value: Some(12.0), label: "1 200 000 kronor per invånare och år i genomsnitt".into() };
    let mut chart = bar_chart(&[&[None, Some(-4.0)]]);
    let mut plot = dot_plot(&[(Some(61.0), Verdict::Unjudged, None)]);
    chart.groups[0].bars[0] = amount.clone();
    plot.rows[0].latest = amount;
    chart.target = Some(TargetLine { value: 12.0, label: LONG.into() });
    plot.target = chart.target.clone();
    for direction in BOTH {
        (chart.direction, plot.direction) = (direction, direction);
        let mut lines = Multiples { direction, ..panels(&["Centrum", "Söder"]) };
        lines.panels[0].runs[0][5].label = "1 200 000 kronor per invånare och år".into();
        assert_inside(&multiples(&lines), direction);
        assert_inside(&bars(&chart), direction);
        assert_inside(&dots(&plot), direction);
    }
}

#[test]
fn realistic_drawings_are_small() {
    // Text of this kind compresses to a seventh or less: 40 kB stay below 6 kB.
    let rows = vec![[Some(41.5), Some(48.0)]; 12];
    let chart = bars(&bar_chart(&rows.iter().map(<[_; 2]>::as_slice).collect::<Vec<_>>()));
    let plot = dots(&dot_plot(&[(Some(61.3), Verdict::NotMet, Some(59.8)); 12]));
    let lines = multiples(&panels(&["Norrtullskolan"; 12]));
    for (svg, limit) in [(chart, 20_000), (plot, 20_000), (lines, 40_000)] {
        assert!(svg.len() < limit, "{} of {limit}", svg.len());
    }
}
