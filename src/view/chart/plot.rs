//! Lays out one drawing of a line chart for one width.
//!
//! From top to bottom: key, events and breaks, plot, time axis. Labels stand beside what they name where
//! there is a free place; otherwise they move to the key, or are left to the table when they only
//! repeat a value. The height grows with the texts, so nothing is cut.

mod head;

use super::field::{Contents, Field, drawable, points, runs};
use super::frame::{Drawing, Sheet};
use super::legend::{LegendEntry, Sample};
use super::pen::{Label, Look, Pen, Side};
use super::plane::{Area, Scale, Stretch, Taken, spread};
use super::text::{self, LINE, Number};
use super::ticks::spaced;
use super::{LineChart, Point, Series, Tick};

/// How a line chart looks on a sheet.
#[derive(Debug)]
struct PlotSize {
    width: f64,
    font: f64,
    /// The least height of the plot.
    height: f64,
    /// How wide the label at a line's end may be before it breaks at a space.
    end_width: f64,
    /// How wide the label of an event or a break may be before it breaks at a space.
    mark_width: f64,
    naming: Naming,
}

/// Where series are named.
#[derive(Debug, PartialEq)]
enum Naming {
    AtLineEnd,
    InKey,
}

impl PlotSize {
    fn of(sheet: &Sheet) -> Self {
        let Sheet { width, font, .. } = *sheet;
        if sheet.is_narrow() {
            Self { width, font, height: 170.0, end_width: 0.0, mark_width: 210.0, naming: Naming::InKey }
        } else {
            Self { width, font, height: 220.0, end_width: 150.0, mark_width: 260.0, naming: Naming::AtLineEnd }
        }
    }
}

/// Draws the chart on a sheet.
pub(super) fn draw(chart: &LineChart, sheet: &Sheet) -> Drawing {
    let form = &PlotSize::of(sheet);
    let ends = ends(chart, form);
    let plane = Plane::of(chart, form, &ends);
    let mut pen = Pen::new(chart.direction, form.font);
    let mut taken = plane.taken();
    plane.draw_axes(&mut pen, &mut taken);
    plane.draw_marks(&mut pen);
    plane.draw_ends(&mut pen, &ends);
    let mut keys = match form.naming {
        Naming::AtLineEnd => Vec::new(),
        Naming::InKey => plane.draw_last_values(&mut pen, &mut taken),
    };
    keys.extend(plane.draw_targets(&mut pen, &mut taken));
    plane.draw_earlier_values(&mut pen, &mut taken);
    let head = head::draw(&plane, keys);
    let body = format!("{}<g transform=\"translate(0 {})\">{}</g>", head.body, Number(head.height), pen.finish());
    Drawing { height: head.height + plane.height + form.font * 1.9, body }
}

/// The label at the end of a line: the last value, then the name.
struct End {
    look: Look,
    y: f64,
    value: Vec<String>,
    name: Vec<String>,
}

impl End {
    /// The lines with their classes.
    fn lines(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let value = self.value.iter().map(|line| ("chart-label chart-value", line));
        value.chain(self.name.iter().map(|line| ("chart-label", line)))
    }

    fn height(&self, font: f64) -> f64 {
        text::height(self.value.iter().chain(&self.name), font)
    }
}

/// The labels at line ends, where the form has them.
fn ends(chart: &LineChart, form: &PlotSize) -> Vec<End> {
    if form.naming == Naming::InKey {
        return Vec::new();
    }
    let end = |(index, series): (usize, &Series)| {
        let last = points(series).last()?;
        // A long compound widens the column rather than breaks, as far as the plot can spare it.
        let longest = text::longest_word(&series.label, form.font).min(form.width * 0.36);
        let limit = form.end_width.max(longest);
        let value = text::wrap(&last.label, form.font, limit);
        let name = text::wrap(&series.label, form.font, limit);
        Some(End { look: Look::of(index), y: last.y, value, name })
    };
    chart.series.iter().enumerate().filter_map(end).collect()
}

/// The part of the drawing between the axes; its upper edge is 0.
struct Plane<'a> {
    chart: &'a LineChart,
    form: &'a PlotSize,
    field: Field,
    height: f64,
    ticks: TickPlace,
}

/// Where the value axis has its labels.
#[derive(Clone, Copy, PartialEq)]
enum TickPlace {
    Beside,
    /// Above the line of the grid, for labels that would take too much of the width.
    Above,
}

impl<'a> Plane<'a> {
    fn of(chart: &'a LineChart, form: &'a PlotSize, ends: &[End]) -> Self {
        let font = form.font;
        let widest = text::widest(chart.y.iter().map(|tick| &tick.label), font);
        let (ticks, left) = if widest <= form.width * 0.2 { (TickPlace::Beside, widest + 10.0) } else { (TickPlace::Above, 4.0) };
        let right = match form.naming {
            Naming::InKey => form.width - 6.0,
            Naming::AtLineEnd => form.width - 34.0 - text::widest(ends.iter().flat_map(End::lines).map(|(_, line)| line), font),
        };
        let needed: f64 = ends.iter().map(|end| end.height(font) + 6.0).sum();
        let height = form.height.max(needed);
        let top = if ticks == TickPlace::Above { font * 1.2 } else { 8.0 };
        let contents = Contents { x: &chart.x, y: &chart.y, series: &chart.series, targets: &chart.targets };
        let times = contents.times().chain(marks(chart).map(|mark| mark.x));
        let x = Scale::spanning(times, left + 12.0, right - 10.0);
        let y = Scale::spanning(contents.values(), height - 2.0, top);
        Self { chart, form, field: Field { x, y, left, right }, height, ticks }
    }

    /// The lines and markers a label must not cover.
    fn taken(&self) -> Taken {
        let (left, right) = (self.field.left, self.form.width.min(self.field.right + 5.0));
        let mut taken = Taken::within(Area { left, top: -6.0, right, bottom: self.height - 1.0 });
        for run in self.chart.series.iter().flat_map(runs) {
            for (from, to) in run.iter().zip(run.iter().skip(1)) {
                taken.add_line(self.field.at(from), self.field.at(to));
            }
            for point in run {
                let (x, y) = self.field.at(point);
                taken.add(Area::around(x, y, 7.0));
            }
        }
        for corners in self.field.target_lines(&self.chart.targets) {
            taken.add_path(&corners);
        }
        for mark in marks(self.chart) {
            let x = self.field.x.at(mark.x);
            taken.add_line((x, 0.0), (x, self.height));
        }
        taken
    }

    fn draw_axes(&self, pen: &mut Pen, taken: &mut Taken) {
        let font = self.form.font;
        for (y, tick) in spaced(&self.chart.y, |tick| (self.field.y.at(tick.at), font * 1.2)) {
            pen.rule("chart-grid", (self.field.left, y), (self.field.right, y));
            let (side, x, y) = match self.ticks {
                TickPlace::Beside => (Side::Right, self.field.left - 6.0, y),
                TickPlace::Above => (Side::Left, self.field.left, y - font * 0.6),
            };
            pen.text(Label { class: "chart-label", text: &tick.label, side, x, y });
            if self.ticks == TickPlace::Above {
                let right = x + text::width(&tick.label, font);
                taken.add(Area { left: x, top: y - font * 0.5, right, bottom: y + font * 0.5 });
            }
        }
        pen.rule("chart-axis", (self.field.left, self.height), (self.field.right, self.height));
        let label_width = |tick: &Tick| text::width(&tick.label, font);
        let centre = |tick: &Tick| {
            let reach = label_width(tick) / 2.0 + 1.0;
            self.field.x.at(tick.at).min(self.form.width - reach).max(reach)
        };
        for (x, tick) in spaced(&self.chart.x, |tick| (centre(tick), label_width(tick) + 12.0)) {
            let mark = self.field.x.at(tick.at);
            pen.rule("chart-axis", (mark, self.height), (mark, self.height + 5.0));
            let y = self.height + font;
            pen.text(Label { class: "chart-label", text: &tick.label, side: Side::Middle, x, y });
        }
    }

    fn draw_marks(&self, pen: &mut Pen) {
        for mark in marks(self.chart) {
            let x = self.field.x.at(mark.x);
            match mark.kind {
                MarkKind::Event => pen.rule("chart-event", (x, -4.0), (x, self.height)),
                MarkKind::Break => pen.cut(x, -4.0, self.height),
            }
        }
        for corners in self.field.target_lines(&self.chart.targets) {
            pen.target(&corners);
        }
        for (index, series) in self.chart.series.iter().enumerate() {
            let look = Look::of(index);
            for run in runs(series) {
                for corner in self.field.draw_run(pen, look, run) {
                    pen.marker(look, corner);
                }
            }
        }
    }

    fn draw_ends(&self, pen: &mut Pen, ends: &[End]) {
        let line = self.form.font * LINE;
        let mut places: Vec<Stretch> = ends
            .iter()
            .map(|end| Stretch { start: self.field.y.at(end.y) - line / 2.0 - 3.0, length: end.height(self.form.font) + 6.0 })
            .collect();
        spread(&mut places, -line / 2.0, self.height + line / 2.0);
        for (end, place) in ends.iter().zip(places) {
            let mut y = place.start + 3.0 + line / 2.0;
            if ends.len() > 1 {
                pen.marker(end.look, (self.field.right + 14.0, y));
            }
            let x = self.field.right + if ends.len() > 1 { 26.0 } else { 8.0 };
            for (class, text) in end.lines() {
                pen.text(Label { class, text, side: Side::Left, x, y });
                y += line;
            }
        }
    }

    /// Labels the last values, and returns the key of the series; a value that finds no place
    /// goes there.
    fn draw_last_values(&self, pen: &mut Pen, taken: &mut Taken) -> Vec<LegendEntry> {
        let key = |(index, series): (usize, &Series)| {
            let last = points(series).last()?;
            let text = match self.draw_value(pen, taken, last) {
                Placed::Free => series.label.clone(),
                Placed::Nowhere => format!("{} (\u{2068}{}\u{2069})", series.label, last.label),
            };
            Some(LegendEntry { sample: Sample::Series(Look::of(index)), text })
        };
        self.chart.series.iter().enumerate().filter_map(key).collect()
    }

    /// Labels the other values of a single line; among several lines nobody could tell whose they
    /// are. The table has them all.
    fn draw_earlier_values(&self, pen: &mut Pen, taken: &mut Taken) {
        /// More labels than this would hide the line.
        const MANY: usize = 6;
        if let [series] = self.chart.series.as_slice() {
            let mut earlier: Vec<&Point> = points(series).collect();
            earlier.pop();
            // The first value shows where the line came from.
            let count = if earlier.len() < MANY { MANY } else { 1 };
            for point in earlier.into_iter().take(count) {
                self.draw_value(pen, taken, point);
            }
        }
    }

    fn draw_value(&self, pen: &mut Pen, taken: &mut Taken, point: &Point) -> Placed {
        let (x, y) = self.field.at(point);
        let (wide, tall) = (text::width(&point.label, self.form.font), self.form.font * 1.1);
        let lefts = [x - wide / 2.0, x - wide + 6.0, x - 6.0];
        let places = [y - 8.0 - tall, y + 8.0]
            .into_iter()
            .flat_map(|top| lefts.map(|left| Area { left, top, right: left + wide, bottom: top + tall }));
        let Some(place) = taken.claim(places) else { return Placed::Nowhere };
        write_in(pen, "chart-label chart-value", &point.label, place);
        Placed::Free
    }

    /// Labels target steps at their lines, and returns a key for those that find no place.
    fn draw_targets(&self, pen: &mut Pen, taken: &mut Taken) -> Vec<LegendEntry> {
        let mut keys = Vec::new();
        for step in drawable(&self.chart.targets) {
            let (start, end) = self.field.span(step);
            let y = self.field.y.at(step.value);
            let (wide, tall) = (text::width(&step.label, self.form.font), self.form.font * 1.1);
            let (first, last) = (start + 4.0, (end - wide - 4.0).max(start + 4.0));
            let lefts = (0..=8_u8).map(|eighth| first + (last - first) * f64::from(eighth) / 8.0);
            let places =
                lefts.flat_map(|left| [y - 4.0 - tall, y + 4.0].map(|top| Area { left, top, right: left + wide, bottom: top + tall }));
            match taken.claim(places) {
                Some(place) => write_in(pen, "chart-label chart-target-label", &step.label, place),
                None => keys.push(LegendEntry { sample: Sample::Target, text: step.label.clone() }),
            }
        }
        keys
    }
}

/// Whether a label found a place.
enum Placed {
    Free,
    Nowhere,
}

fn write_in(pen: &mut Pen, class: &str, text: &str, place: Area) {
    let (x, y) = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
    pen.text(Label { class, text, side: Side::Middle, x, y });
}

/// What a vertical line of the plot stands for.
#[derive(Clone, Copy)]
enum MarkKind {
    Event,
    Break,
}

/// A vertical line of the plot with its words.
struct Mark<'a> {
    kind: MarkKind,
    x: f64,
    label: &'a str,
}

fn marks(chart: &LineChart) -> impl Iterator<Item = Mark<'_>> {
    let events = chart.events.iter().map(|event| Mark { kind: MarkKind::Event, x: event.x, label: &event.label });
    let breaks = chart.breaks.iter().map(|at| Mark { kind: MarkKind::Break, x: at.x, label: &at.label });
    events.chain(breaks).filter(|mark| mark.x.is_finite())
}
