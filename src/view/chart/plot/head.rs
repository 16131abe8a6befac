//! Lays out what stands above the plot: the key and the labels of events.

use super::super::frame::Drawing;
use super::super::key::{self, Key, Packing, Sample};
use super::super::pen::{Label, Pen, Side};
use super::super::plane::{Stretch, spread};
use super::super::text::{self, LINE};
use super::Plane;

/// The space between the head and the plot, for half a tick label and a little air.
const FOOT: f64 = 14.0;

/// Draws the key, then the events right above the plot.
pub(super) fn draw(plane: &Plane<'_>, mut keys: Vec<Key>) -> Drawing {
    let mut events = beside(plane);
    if events.iter().zip(events.iter().skip(1)).any(|(one, next)| one.right() + 10.0 > next.left()) {
        events = numbered(plane, &mut keys);
    }
    let line = plane.form.font * LINE;
    let mut pen = Pen::mirrored(plane.chart.direction, plane.form.font, plane.form.width);
    let key_height = key::draw(&mut pen, plane.form.width, &keys, Packing::Stacked);
    let mut body = pen.finish();
    let mut pen = Pen::new(plane.chart.direction, plane.form.font);
    let lines = events.iter().map(|event| text::height(event.lines.iter(), plane.form.font)).fold(0.0, f64::max);
    let height = key_height + lines + FOOT;
    for event in &events {
        let mut y = height - 8.0 - text::height(event.lines.iter(), plane.form.font) + line / 2.0;
        for text in &event.lines {
            pen.text(Label { class: "chart-label chart-event-label", text, side: Side::Middle, x: event.x, y });
            y += line;
        }
    }
    body.push_str(&pen.finish());
    Drawing { height, body }
}

/// The label of an event, centred on its x as far as the edges allow.
struct EventLabel {
    x: f64,
    width: f64,
    lines: Vec<String>,
}

impl EventLabel {
    fn left(&self) -> f64 {
        self.x - self.width / 2.0
    }

    fn right(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// The events in words, in order of time.
fn beside(plane: &Plane<'_>) -> Vec<EventLabel> {
    let font = plane.form.font;
    let mut labels: Vec<EventLabel> = super::events(plane.chart)
        .map(|event| {
            let lines = text::wrap(&event.label, font, plane.form.event_width);
            let width = text::widest(lines.iter(), font);
            let reach = width / 2.0 + 2.0;
            let x = plane.field.x.at(event.x).min(plane.form.width - reach).max(reach);
            EventLabel { x, width, lines }
        })
        .collect();
    labels.sort_by(|one, other| one.x.total_cmp(&other.x));
    labels
}

/// The events as numbers that the key explains, for words that would cover each other.
fn numbered(plane: &Plane<'_>, keys: &mut Vec<Key>) -> Vec<EventLabel> {
    let font = plane.form.font;
    let mut events: Vec<_> = super::events(plane.chart).collect();
    events.sort_by(|one, other| one.x.total_cmp(&other.x));
    let numerals: Vec<String> = (1..=events.len()).map(|number| number.to_string()).collect();
    let mut places: Vec<Stretch> = events
        .iter()
        .zip(&numerals)
        .map(|(event, numeral)| {
            let length = text::width(numeral, font) + 4.0;
            Stretch { start: plane.field.x.at(event.x) - length / 2.0, length }
        })
        .collect();
    spread(&mut places, 2.0, plane.form.width - 2.0);
    keys.extend(
        events.iter().zip(&numerals).map(|(event, numeral)| Key { sample: Sample::Number(numeral.clone()), text: event.label.clone() }),
    );
    let label =
        |(place, numeral): (Stretch, String)| EventLabel { x: place.start + place.length / 2.0, width: place.length, lines: vec![numeral] };
    places.into_iter().zip(numerals).map(label).collect()
}
