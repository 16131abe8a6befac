//! Lays out what stands above the plot: the key and the labels of events and breaks.

use super::super::frame::Drawing;
use super::super::legend::{self, LegendEntry, Packing, Sample};
use super::super::pen::{Label, Pen, Side};
use super::super::plane::{Stretch, spread};
use super::super::text::{self, LINE};
use super::{Mark, MarkKind, Plane};

/// The space between the head and the plot, for half a tick label and a little air.
const FOOT: f64 = 14.0;

/// Draws the key, then the events and breaks right above the plot.
pub(super) fn draw(plane: &Plane<'_>, mut keys: Vec<LegendEntry>) -> Drawing {
    let mut marks = beside(plane);
    if marks.iter().zip(marks.iter().skip(1)).any(|(one, next)| one.right() + 10.0 > next.left()) {
        marks = numbered(plane, &mut keys);
    }
    let line = plane.form.font * LINE;
    let mut pen = Pen::mirrored(plane.chart.direction, plane.form.font, plane.form.width);
    let key_height = legend::draw(&mut pen, plane.form.width, &keys, Packing::Stacked);
    let mut body = pen.finish();
    let mut pen = Pen::new(plane.chart.direction, plane.form.font);
    let lines = marks.iter().map(|mark| text::height(mark.lines.iter(), plane.form.font)).fold(0.0, f64::max);
    let height = key_height + lines + FOOT;
    for mark in &marks {
        let mut y = height - 8.0 - text::height(mark.lines.iter(), plane.form.font) + line / 2.0;
        for text in &mark.lines {
            pen.text(Label { class: mark.class(), text, side: Side::Middle, x: mark.x, y });
            y += line;
        }
    }
    body.push_str(&pen.finish());
    Drawing { height, body }
}

/// The label of an event or a break, centred on its x as far as the edges allow.
struct MarkLabel {
    kind: MarkKind,
    x: f64,
    width: f64,
    lines: Vec<String>,
}

impl MarkLabel {
    fn class(&self) -> &'static str {
        match self.kind {
            MarkKind::Event => "chart-label chart-event-label",
            MarkKind::Break => "chart-label chart-break-label",
        }
    }

    fn left(&self) -> f64 {
        self.x - self.width / 2.0
    }

    fn right(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// The events and breaks in words, in order of time.
fn beside(plane: &Plane<'_>) -> Vec<MarkLabel> {
    let font = plane.form.font;
    let mut labels: Vec<MarkLabel> = super::marks(plane.chart)
        .map(|mark| {
            let lines = text::wrap(mark.label, font, plane.form.mark_width);
            let width = text::widest(lines.iter(), font);
            let reach = width / 2.0 + 2.0;
            let x = plane.field.x.at(mark.x).min(plane.form.width - reach).max(reach);
            MarkLabel { kind: mark.kind, x, width, lines }
        })
        .collect();
    labels.sort_by(|one, other| one.x.total_cmp(&other.x));
    labels
}

/// The events and breaks as numbers that the key explains, for words that would cover each other.
fn numbered(plane: &Plane<'_>, keys: &mut Vec<LegendEntry>) -> Vec<MarkLabel> {
    let font = plane.form.font;
    let mut marks: Vec<_> = super::marks(plane.chart).collect();
    marks.sort_by(|one, other| one.x.total_cmp(&other.x));
    let numerals: Vec<String> = (1..=marks.len()).map(|number| number.to_string()).collect();
    let mut places: Vec<Stretch> = marks
        .iter()
        .zip(&numerals)
        .map(|(mark, numeral)| {
            let length = text::width(numeral, font) + 4.0;
            Stretch { start: plane.field.x.at(mark.x) - length / 2.0, length }
        })
        .collect();
    spread(&mut places, 2.0, plane.form.width - 2.0);
    keys.extend(
        marks
            .iter()
            .zip(&numerals)
            .map(|(mark, numeral)| LegendEntry { sample: Sample::Number(numeral.clone()), text: mark.label.to_owned() }),
    );
    let label = |((mark, place), numeral): ((Mark<'_>, Stretch), String)| MarkLabel {
        kind: mark.kind,
        x: place.start + place.length / 2.0,
        width: place.length,
        lines: vec![numeral],
    };
    marks.into_iter().zip(places).zip(numerals).map(label).collect()
}
