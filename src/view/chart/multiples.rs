//! Draws many lines as small panels of the same scale, where one plot would be a tangle.

use super::field::{Contents, Field, points, runs};
use super::frame::{self, Caption, Drawing, Sheet};
use super::legend::{self, LegendEntry, Packing, Sample};
use super::pen::{Label, Look, Pen, Side};
use super::plane::{Area, Scale, Taken};
use super::text::{self, LINE};
use super::ticks::spaced;
use super::{Direction, Point, Series, TargetStep, Tick};

/// The space between the end of a line and its value.
const VALUE_GAP: f64 = 10.0;

/// The space between two rows of panels.
const ROW_GAP: f64 = 14.0;

/// Series side by side, each in its own panel, for more than four.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// Unique on the page; the ids of names and descriptions begin with it.
    pub id: String,
    /// The short accessible name.
    pub name: String,
    /// The summary in words; may be empty.
    pub description: String,
    /// The direction of the labels' language: panels follow one another in it, time does not.
    pub direction: Direction,
    /// Ticks of the time axis; each panel shows the first and the last.
    pub x: Vec<Tick>,
    /// Ticks of the value axis, the same in all panels. Labels wider than a fifth of the drawing
    /// are left out: long units belong in the heading.
    pub y: Vec<Tick>,
    /// One panel each, in reading order; the label is its heading.
    pub panels: Vec<Series>,
    /// In order of time; drawn in each panel and named once, in the key.
    pub targets: Vec<TargetStep>,
}

/// Draws small multiples as `<div class="chart">` with a wide and a narrow SVG.
///
/// All panels have the same two scales. A panel marks and labels its last value only: the table has
/// them all. Classes for the stylesheet are those of the line chart, and `chart-heading`.
#[must_use]
pub fn multiples(chart: &Multiples) -> String {
    let Multiples { id, name, description, direction, .. } = chart;
    frame::pair(Caption { id, name, description, direction: *direction }, |sheet| draw(chart, sheet))
}

fn draw(chart: &Multiples, sheet: &Sheet) -> Drawing {
    let grid = Grid::of(chart, sheet);
    let mut pen = Pen::mirrored(chart.direction, sheet.font, sheet.width);
    let key = |step: &TargetStep| LegendEntry { sample: Sample::Target, text: step.label.clone() };
    let keys: Vec<LegendEntry> = super::field::drawable(&chart.targets).map(key).collect();
    let key_height = legend::draw(&mut pen, sheet.width, &keys, Packing::Flowing);
    let mut body = pen.finish();
    let mut pen = Pen::new(chart.direction, sheet.font);
    let mut top = if key_height > 0.0 { key_height + 12.0 } else { 2.0 };
    for row in chart.panels.chunks(grid.columns) {
        top = grid.draw_row(&mut pen, row, top);
    }
    body.push_str(&pen.finish());
    Drawing { height: top - ROW_GAP + 2.0, body }
}

/// What all panels share.
struct Grid<'a> {
    chart: &'a Multiples,
    font: f64,
    columns: usize,
    /// The space for labels of the value axis, at the left of each row.
    axis: f64,
    /// The width of a panel, with the room for its last value.
    panel: f64,
    gutter: f64,
    value_room: f64,
    /// The height of a plot.
    plot: f64,
}

impl<'a> Grid<'a> {
    fn of(chart: &'a Multiples, sheet: &Sheet) -> Self {
        let Sheet { width, font, .. } = *sheet;
        let widest_tick = text::widest(chart.y.iter().map(|tick| &tick.label), font);
        let axis = if widest_tick > 0.0 && widest_tick <= width * 0.2 { widest_tick + 8.0 } else { 0.0 };
        let lasts = chart.panels.iter().filter_map(|panel| points(panel).last());
        let value_width = lasts.map(|point| text::widest(text::wrap(&point.label, font, width * 0.25).iter(), font)).fold(0.0, f64::max);
        let value_room = value_width + VALUE_GAP;
        let (most, gutter, plot) = if sheet.is_narrow() { (2, 14.0, 84.0) } else { (4, 20.0, 96.0) };
        let panel = |columns: usize| {
            let columns = f64::from(u8::try_from(columns).unwrap_or(u8::MAX));
            (width - axis - gutter * (columns - 1.0)) / columns
        };
        let longest = chart.panels.iter().map(|panel| text::longest_word(&panel.label, font)).fold(0.0, f64::max);
        let needed = longest.max(value_room + 72.0);
        let fitting = (1..=most).rev().find(|columns| panel(*columns) >= needed).unwrap_or(1);
        // Fewer columns for the same number of rows leave fewer gaps and wider panels.
        let count = chart.panels.len();
        let columns = (1..=fitting).find(|columns| count.div_ceil(*columns) == count.div_ceil(fitting)).unwrap_or(1);
        Self { chart, font, columns, axis, panel: panel(columns), gutter, value_room, plot }
    }

    /// The left edges of the panels of a row, in reading order.
    fn lefts(&self, count: usize) -> Vec<f64> {
        let step = self.panel + self.gutter;
        let seen: Vec<f64> = std::iter::successors(Some(self.axis), |left| Some(left + step)).take(self.columns).collect();
        match self.chart.direction {
            Direction::LeftToRight => seen.into_iter().take(count).collect(),
            Direction::RightToLeft => seen.into_iter().rev().take(count).collect(),
        }
    }

    /// Draws panels side by side, and returns where the next row begins.
    fn draw_row(&self, pen: &mut Pen, row: &[Series], top: f64) -> f64 {
        let headings: Vec<Vec<String>> = row.iter().map(|panel| text::wrap(&panel.label, self.font, self.panel)).collect();
        let tallest = headings.iter().map(|lines| text::height(lines.iter(), self.font)).fold(0.0, f64::max);
        let plot_top = top + tallest + 8.0;
        let bottom = plot_top + self.plot;
        let lefts = self.lefts(row.len());
        let first = lefts.iter().copied().fold(f64::INFINITY, f64::min);
        for ((panel, heading), left) in row.iter().zip(&headings).zip(lefts) {
            // Headings stand on their plots, also where a neighbour's has more lines.
            let mut y = plot_top - 8.0 - text::height(heading.iter(), self.font) + self.font * LINE / 2.0;
            let (side, x) = match self.chart.direction {
                Direction::LeftToRight => (Side::Left, left),
                Direction::RightToLeft => (Side::Right, left + self.panel),
            };
            for text in heading {
                pen.text(Label { class: "chart-label chart-heading", text, side, x, y });
                y += self.font * LINE;
            }
            let field = self.field(left, plot_top);
            self.draw_axes(pen, &field, bottom, left <= first);
            self.draw_panel(pen, &field, panel, bottom);
        }
        bottom + self.font * 1.9 + ROW_GAP
    }

    fn field(&self, left: f64, top: f64) -> Field {
        let chart = self.chart;
        let contents = Contents { x: &chart.x, y: &chart.y, series: &chart.panels, targets: &chart.targets };
        let right = left + self.panel - self.value_room;
        Field {
            x: Scale::spanning(contents.times(), left + 7.0, right),
            y: Scale::spanning(contents.values(), top + self.plot, top + 6.0),
            left,
            right: right + 3.0,
        }
    }

    fn draw_axes(&self, pen: &mut Pen, field: &Field, bottom: f64, is_first: bool) {
        for (y, tick) in spaced(&self.chart.y, |tick| (field.y.at(tick.at), self.font * 2.0)) {
            pen.rule("chart-grid", (field.left, y), (field.right, y));
            if is_first && self.axis > 0.0 {
                pen.text(Label { class: "chart-label", text: &tick.label, side: Side::Right, x: field.left - 6.0, y });
            }
        }
        pen.rule("chart-axis", (field.left, bottom), (field.right, bottom));
        let ticks: Vec<&Tick> = self.chart.x.iter().filter(|tick| tick.at.is_finite()).collect();
        let mut from = f64::INFINITY;
        let ends = [ticks.last(), ticks.first().filter(|_| ticks.len() > 1)];
        for tick in ends.into_iter().flatten() {
            let (mark, reach) = (field.x.at(tick.at), text::width(&tick.label, self.font) / 2.0);
            let x = mark.min(field.left + self.panel - reach).max(field.left + reach);
            if x + reach + 6.0 <= from {
                pen.rule("chart-axis", (mark, bottom), (mark, bottom + 5.0));
                pen.text(Label { class: "chart-label", text: &tick.label, side: Side::Middle, x, y: bottom + self.font });
                from = x - reach;
            }
        }
    }

    fn draw_panel(&self, pen: &mut Pen, field: &Field, panel: &Series, bottom: f64) {
        let look = Look::of(0);
        let right = field.left + self.panel;
        let mut taken = Taken::within(Area { left: field.left, top: bottom - self.plot - 4.0, right: right + 1.0, bottom: bottom + 4.0 });
        for corners in field.target_lines(&self.chart.targets) {
            pen.target(&corners);
            taken.add_path(&corners);
        }
        for run in runs(panel) {
            let corners = field.draw_run(pen, look, run);
            taken.add_path(&corners);
            if let [single] = corners.as_slice() {
                pen.marker(look, *single);
            }
        }
        if let Some(last) = points(panel).last() {
            pen.marker(look, field.at(last));
            self.draw_last_value(pen, &mut taken, (last, field.at(last)));
        }
    }

    /// Labels the last value beside its mark, or where a line goes on there, above or below it.
    fn draw_last_value(&self, pen: &mut Pen, taken: &mut Taken, (point, (x, y)): (&Point, (f64, f64))) {
        let lines = text::wrap(&point.label, self.font, self.value_room - VALUE_GAP + 0.1);
        let line = self.font * LINE;
        let (wide, tall) = (text::widest(lines.iter(), self.font), text::height(lines.iter(), self.font) - self.font * 0.3);
        let beside = Area { left: x + 8.0, top: y - tall / 2.0, right: x + 8.0 + wide, bottom: y + tall / 2.0 };
        let near = [y - 7.0 - tall, y + 7.0].into_iter().flat_map(|top| {
            [x - wide / 2.0, x - wide + 6.0, x - 6.0].map(|left| Area { left, top, right: left + wide, bottom: top + tall })
        });
        let place = taken.claim(std::iter::once(beside).chain(near)).unwrap_or(beside);
        let x = f64::midpoint(place.left, place.right);
        let mut y = f64::midpoint(place.top, place.bottom) - (text::height(lines.iter(), self.font) - line) / 2.0;
        for text in &lines {
            pen.text(Label { class: "chart-label chart-value", text, side: Side::Middle, x, y });
            y += line;
        }
    }
}
