//! Draws the key: what the looks of marks mean, in words.

use super::dots::Verdict;
use super::pen::{Label, Look, Pen, Side};
use super::plane::Area;
use super::text::{self, LINE};

/// The gap between two entries of one row.
const GAP: f64 = 22.0;

/// An entry of the key.
#[derive(Debug)]
pub(super) struct LegendEntry {
    pub(super) sample: Sample,
    pub(super) text: String,
}

/// What an entry of the key explains.
#[derive(Debug)]
pub(super) enum Sample {
    Series(Look),
    Target,
    Bar(usize),
    Dot(Verdict),
    Baseline,
    /// The number that stands for a long text in the drawing.
    Number(String),
}

impl Sample {
    /// The width of the sample, and the width with the gap to its text.
    fn room(&self) -> (f64, f64) {
        match self {
            Self::Series(_) | Self::Target | Self::Number(_) | Self::Bar(_) => (28.0, 36.0),
            Self::Dot(_) | Self::Baseline => (14.0, 23.0),
        }
    }
}

/// How entries share rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// Each has its own row.
    Stacked,
    /// As many as fit stand in one row.
    Flowing,
}

/// Draws the entries from the inline start with a pen that mirrors, and returns their height.
pub(super) fn draw(pen: &mut Pen, width: f64, keys: &[LegendEntry], packing: Packing) -> f64 {
    let line = pen.font() * LINE;
    let (mut top, mut bottom, mut start) = (0.0, 0.0, 0.0);
    for key in keys {
        let (sample, indent) = key.sample.room();
        let lines = text::wrap(&key.text, pen.font(), width - indent - 4.0);
        let needed = indent + text::widest(lines.iter(), pen.font());
        if start > 0.0 && (packing == Packing::Stacked || start + needed > width) {
            (top, start) = (bottom, 0.0);
        }
        // A row that flows begins in line with the names below.
        let inset = if packing == Packing::Flowing { 0.0 } else { 2.0 };
        draw_sample(pen, &key.sample, start + inset, sample, top + line / 2.0);
        for (index, text) in lines.iter().enumerate() {
            let y = top + line / 2.0 + text::height(lines.iter().take(index), pen.font());
            pen.text(Label { class: "chart-label", text, side: Side::Left, x: start + indent, y });
        }
        bottom = f64::max(bottom, top + text::height(lines.iter(), pen.font()).max(line));
        start += needed + GAP;
    }
    bottom
}

/// Draws a sample from its start, over its width, around its middle.
fn draw_sample(pen: &mut Pen, sample: &Sample, start: f64, width: f64, middle: f64) {
    let (from, to) = ((start, middle), (start + width, middle));
    let centre = start + width / 2.0;
    match sample {
        Sample::Series(look) => {
            pen.run(*look, &[from, to]);
            pen.marker(*look, (centre, middle));
        }
        Sample::Target => pen.target(&[from, to]),
        Sample::Bar(index) => {
            pen.bar(*index, Area { left: start, top: middle - 7.0, right: start + width, bottom: middle + 7.0 });
        }
        Sample::Dot(verdict) => pen.dot(*verdict, (centre, middle)),
        Sample::Baseline => pen.origin((centre, middle)),
        Sample::Number(numeral) => {
            pen.text(Label { class: "chart-label chart-event-label", text: numeral, side: Side::Middle, x: centre, y: middle });
        }
    }
}
