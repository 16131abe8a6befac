//! The field of a line drawing: where points and targets lie. Draws them, but places no labels.

use super::pen::{Look, Pen};
use super::plane::Scale;
use super::{Point, Series, TargetStep, Tick};

/// What a field must span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contents<'a> {
    pub(super) x: &'a [Tick],
    pub(super) y: &'a [Tick],
    pub(super) series: &'a [Series],
    pub(super) targets: &'a [TargetStep],
}

impl Contents<'_> {
    /// All places on the time axis.
    pub(super) fn times(&self) -> impl Iterator<Item = f64> {
        let ticks = self.x.iter().map(|tick| tick.at);
        let points = self.series.iter().flat_map(points).map(|point| point.x);
        let steps = drawable(self.targets).flat_map(|step| [step.from, step.to]);
        ticks.chain(points).chain(steps)
    }

    /// All places on the value axis.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        let ticks = self.y.iter().map(|tick| tick.at);
        let points = self.series.iter().flat_map(points).map(|point| point.y);
        let steps = drawable(self.targets).map(|step| step.value);
        ticks.chain(points).chain(steps)
    }
}

/// The two scales and the edges that targets run to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) x: Scale,
    pub(super) y: Scale,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Field {
    pub(super) fn at(&self, point: &Point) -> (f64, f64) {
        (self.x.at(point.x), self.y.at(point.y))
    }

    /// The corners of each unbroken target line; a step that begins where the last one ended
    /// continues it.
    pub(super) fn target_lines(&self, steps: &[TargetStep]) -> Vec<Vec<(f64, f64)>> {
        let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut until = f64::NAN;
        for step in drawable(steps) {
            let y = self.y.at(step.value);
            let corners = [(self.span(step).0, y), (self.span(step).1, y)];
            match lines.last_mut() {
                Some(line) if (step.from - until).abs() < 1e-6 => line.extend(corners),
                _ => lines.push(corners.to_vec()),
            }
            until = step.to;
        }
        lines
    }

    /// Where a step begins and ends; one that holds to an end of the axis runs to the field's edge.
    pub(super) fn span(&self, step: &TargetStep) -> (f64, f64) {
        let start = if step.from == f64::NEG_INFINITY { self.left } else { self.x.at(step.from) };
        let end = if step.to == f64::INFINITY { self.right } else { self.x.at(step.to) };
        (start, end)
    }

    /// Draws the lines of a series; a run of one point has none.
    pub(super) fn draw_run(&self, pen: &mut Pen, look: Look, run: &[Point]) -> Vec<(f64, f64)> {
        let corners: Vec<(f64, f64)> = run.iter().map(|point| self.at(point)).collect();
        if corners.len() > 1 {
            pen.run(look, &corners);
        }
        corners
    }
}

/// The runs that can be drawn: a value that is not finite breaks its run.
pub(super) fn runs(series: &Series) -> impl Iterator<Item = &[Point]> {
    series.runs.iter().flat_map(|run| run.split(|point| !(point.x.is_finite() && point.y.is_finite()))).filter(|run| !run.is_empty())
}

/// The points that can be drawn.
pub(super) fn points(series: &Series) -> impl Iterator<Item = &Point> {
    runs(series).flatten()
}

/// The steps that can be drawn.
pub(super) fn drawable(steps: &[TargetStep]) -> impl Iterator<Item = &TargetStep> {
    steps.iter().filter(|step| step.value.is_finite() && step.from < step.to)
}
