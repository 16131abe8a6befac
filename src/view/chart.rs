//! Draws charts as static inline SVG: lines with targets and decisions, small multiples of them, bars
//! and dots by place, and a status bar.
//!
//! A chart is a picture beside a table, never the only source: the picture has a name and a
//! description for assistive technology and hides its inner text from it (WCAG 1.1.1). Lines differ
//! by direct label, marker shape and dash, bars and dots by filling and shape, so colour is never the
//! only carrier (WCAG 1.4.1).
//!
//! Each chart but the status bar is drawn twice, once for wide and once for narrow places, because
//! scaling one drawing down makes its text unreadable; the stylesheet shows one of them with `display`.
//!
//! It does not format numbers or dates, choose colours, judge values or know the programme: all
//! texts arrive ready in the page's language, and colours come from the stylesheet.

mod bars;
mod distribution;
mod dots;
mod field;
mod frame;
mod legend;
mod multiples;
mod pen;
mod plane;
mod plot;
mod rows;
mod text;
mod ticks;

use frame::Caption;

pub use bars::{BarChart, BarGroup, bars};
pub use distribution::{Segment, distribution};
pub use dots::{DotPlot, DotRow, DotWords, Verdict, dots};
pub use multiples::{Multiples, multiples};
pub use rows::{Reading, TargetLine};
pub use ticks::nice_ticks;

/// Draws a line chart as `<div class="chart">` with a wide and a narrow SVG.
///
/// Classes for the stylesheet: `chart__wide`, `chart__narrow` (show one; keep the narrow one under
/// about 26rem), `chart-axis`, `chart-grid`, `chart-line--1` to `4`, `chart-point--1` to `4`,
/// `chart-target`, `chart-event`, `chart-break`, `chart-cut`, and for texts `chart-label` with
/// `chart-value`, `chart-target-label`, `chart-event-label` or `chart-break-label`.
///
/// Values that are not finite are left out; a step of a target may be open towards either end.
/// Every label is isolated as a whole; a number inside a longer right-to-left label needs its own
/// isolates (FSI, PDI) from the formatter.
#[must_use]
pub fn line(chart: &LineChart) -> String {
    let LineChart { id, name, description, direction, .. } = chart;
    frame::pair(Caption { id, name, description, direction: *direction }, |sheet| plot::draw(chart, sheet))
}

/// A line chart: what is measured, over time, against its targets.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// Unique on the page; the ids of names and descriptions begin with it.
    pub id: String,
    /// The short accessible name.
    pub name: String,
    /// The summary in words; may be empty.
    pub description: String,
    /// The direction of the labels' language.
    pub direction: Direction,
    /// Ticks of the time axis; the drawing keeps as many as fit.
    pub x: Vec<Tick>,
    /// Ticks of the value axis; the drawing keeps as many as fit. Labels wider than a fifth of the
    /// drawing stand inside the plot, where lines may cross them: long units belong in the heading.
    pub y: Vec<Tick>,
    /// At most four: a fifth would repeat the look of the first.
    pub series: Vec<Series>,
    /// In order of time.
    pub targets: Vec<TargetStep>,
    /// Decisions that explain a change, such as a raised target.
    pub events: Vec<Event>,
    /// Where values before and after cannot be compared; the runs of a series end there too.
    pub breaks: Vec<Break>,
}

/// The direction of the labels' language. The time axis runs left to right in both; bars and dots grow
/// from the inline start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As Swedish and Tigrinya.
    LeftToRight,
    /// As Arabic and Dari.
    RightToLeft,
}

/// A place on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value or decimal year.
    pub at: f64,
    /// The formatted value or year.
    pub label: String,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The name written at the line's end.
    pub label: String,
    /// Unbroken runs in order of time: a missing value or a changed definition starts a new one,
    /// and the line shows a gap.
    pub runs: Vec<Vec<Point>>,
}

/// One measured value.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The decimal year.
    pub x: f64,
    /// The value.
    pub y: f64,
    /// The formatted value.
    pub label: String,
}

/// A target and the time it holds, such as 25 % until a decision and 60 % from then on.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetStep {
    /// The decimal year, or negative infinity for the start of the axis.
    pub from: f64,
    /// The decimal year, or infinity for the end of the axis.
    pub to: f64,
    /// The value to reach.
    pub value: f64,
    /// The formatted target, such as "Mål 60 %".
    pub label: String,
}

/// A decision or another dated occurrence.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The decimal year.
    pub x: f64,
    /// What happened.
    pub label: String,
}

/// A break in the series, such as a changed definition.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The decimal year.
    pub x: f64,
    /// What changed, such as "Ny definition".
    pub label: String,
}

#[cfg(test)]
mod tests;
