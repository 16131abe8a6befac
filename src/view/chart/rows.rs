//! Rows of named places, for bars and dots: where names stand, and how upright lines pass texts.
//!
//! Coordinates count from the inline start; the pen mirrors them.

use super::Direction;
use super::frame::{Drawing, Sheet};
use super::legend::{self, LegendEntry, Packing};
use super::pen::{Label, Pen, Side};
use super::plane::{Area, clear};
use super::text::{self, LINE};

/// What was measured, or the words for why nothing was.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The value; a value that is not finite is left out with its label.
    pub value: Option<f64>,
    /// The formatted value, or words such as "saknas".
    pub label: String,
}

/// A target that holds for all rows.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// The value to reach.
    pub value: f64,
    /// The formatted target, such as "Mål 60 %".
    pub label: String,
}

/// Where a text stands: which side of it is at `x`, and where its first line begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) side: Side,
    pub(super) x: f64,
    pub(super) top: f64,
}

/// The names of rows, broken into lines.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) lines: Vec<Vec<String>>,
    /// Where what they name begins.
    pub(super) column: f64,
    pub(super) place: NamePlace,
}

/// Where the name of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamePlace {
    Beside,
    Above,
}

impl Names {
    /// Breaks names for a sheet, into no more than two lines where its width allows.
    pub(super) fn of<'t>(names: impl Iterator<Item = &'t String> + Clone, sheet: &Sheet) -> Self {
        let Sheet { width, font, .. } = *sheet;
        let wrapped = |limit: f64| names.clone().map(|name| text::wrap(name, font, limit)).collect::<Vec<_>>();
        if sheet.is_narrow() {
            return Self { lines: wrapped(width - 2.0), column: 1.0, place: NamePlace::Above };
        }
        // One line each if that is short; else the narrowest column that keeps to two.
        let (one_line, most) = (width * 0.28, width * 0.4);
        let widest = text::widest(names.clone(), font);
        let limit = if widest <= one_line {
            widest
        } else {
            let longest = names.clone().map(|name| text::longest_word(name, font)).fold(one_line, f64::max).min(most);
            let limits = (0..=4_u8).map(|step| longest + (most - longest) * f64::from(step) / 4.0);
            limits.into_iter().find(|limit| wrapped(*limit).iter().all(|lines| lines.len() <= 2)).unwrap_or(most)
        };
        let lines = wrapped(limit);
        let column = text::widest(lines.iter().flatten(), font) + 14.0;
        Self { lines, column, place: NamePlace::Beside }
    }
}

/// A drawing that grows downwards and remembers where its texts stand.
#[derive(Debug)]
pub(super) struct Board {
    pub(super) pen: Pen,
    pub(super) font: f64,
    width: f64,
    texts: Vec<Area>,
    bars: Vec<Area>,
    /// How far down it is filled.
    pub(super) top: f64,
}

impl Board {
    pub(super) fn new(direction: Direction, sheet: &Sheet) -> Self {
        let Sheet { width, font, .. } = *sheet;
        Self { pen: Pen::mirrored(direction, font, width), font, width, texts: Vec::new(), bars: Vec::new(), top: 0.0 }
    }

    pub(super) fn finish(self) -> Drawing {
        Drawing { height: self.top, body: self.pen.finish() }
    }

    /// Draws the key, with air below.
    pub(super) fn key(&mut self, keys: &[LegendEntry]) {
        let height = legend::draw(&mut self.pen, self.width, keys, Packing::Flowing);
        self.top += if height > 0.0 { height + 10.0 } else { 2.0 };
    }

    /// Writes lines of text downwards from a top.
    pub(super) fn write(&mut self, class: &str, lines: &[String], at: Anchor) {
        let line = self.font * LINE;
        let Anchor { side, x, top } = at;
        let mut y = top + line / 2.0;
        for text in lines {
            self.pen.text(Label { class, text, side, x, y });
            let width = text::width(text, self.font);
            let left = match side {
                Side::Left => x,
                Side::Middle => x - width / 2.0,
                Side::Right => x - width,
            };
            let reach = line / 2.0 - 1.0;
            self.texts.push(Area { left: left - 5.0, top: y - reach, right: left + width + 5.0, bottom: y + reach });
            y += line;
        }
    }

    /// Draws a bar by its place among the series.
    pub(super) fn bar(&mut self, index: usize, area: Area) {
        self.pen.bar(index, area);
        self.bars.push(area);
    }

    /// Writes the label of a target above its line, and returns where the line begins.
    pub(super) fn target_label(&mut self, target: &TargetLine, x: f64) -> f64 {
        let lines = text::wrap(&target.label, self.font, self.width * 0.6);
        let reach = text::widest(lines.iter(), self.font) / 2.0 + 1.0;
        let centre = x.min(self.width - reach).max(reach);
        self.write("chart-label chart-target-label", &lines, Anchor { side: Side::Middle, x: centre, top: self.top });
        self.top += text::height(lines.iter(), self.font) + 2.0;
        let start = self.top;
        self.top += 6.0;
        start
    }

    /// Draws the line of a target downwards to where the drawing is filled, except through texts.
    pub(super) fn target(&mut self, x: f64, from: f64) {
        // A bar that ends at the target keeps its end.
        for bar in self.bars.iter().filter(|bar| bar.left + 3.0 < x && x < bar.right - 3.0) {
            self.pen.casing(&[(x, bar.top - 1.0), (x, bar.bottom + 1.0)]);
        }
        for (top, bottom) in clear(x, from, self.top, &self.texts) {
            self.pen.target(&[(x, top), (x, bottom)]);
        }
    }

    /// Draws the zero line downwards to where the drawing is filled, except through texts.
    pub(super) fn baseline(&mut self, x: f64, from: f64) {
        for (top, bottom) in clear(x, from, self.top, &self.texts) {
            self.pen.rule("chart-axis", (x, top), (x, bottom));
        }
    }
}
