//! Lays out one drawing of a line chart for one width.
//!
//! From top to bottom: key, events, plot, time axis. Labels stand beside what they name where
//! there is a free place; otherwise they move to the key, or are left to the table when they only
//! repeat a value. The height grows with the texts, so nothing is cut.

mod head;

use super::pen::{Label, Look, Pen, Side};
use super::plane::{Area, Scale, Stretch, Taken, spread};
use super::text::{self, Escaped, LINE, Number};
use super::{Direction, Event, LineChart, Point, Series, TargetStep, Tick};
use head::{Key, Sample};

/// A width to draw for.
#[derive(Debug)]
pub(super) struct Form {
    name: &'static str,
    width: f64,
    font: f64,
    /// The least height of the plot.
    height: f64,
    /// How wide the label at a line's end may be before it breaks at a space.
    end_width: f64,
    /// How wide the label of an event may be before it breaks at a space.
    event_width: f64,
    naming: Naming,
}

/// Where series are named.
#[derive(Debug, PartialEq)]
enum Naming {
    AtLineEnd,
    InKey,
}

/// For places at least 600 px wide.
pub(super) const WIDE: Form =
    Form { name: "wide", width: 640.0, font: 15.0, height: 220.0, end_width: 150.0, event_width: 260.0, naming: Naming::AtLineEnd };

/// For phones: 16 px stay 14 px in a place of 280 px.
pub(super) const NARROW: Form =
    Form { name: "narrow", width: 320.0, font: 16.0, height: 170.0, end_width: 0.0, event_width: 210.0, naming: Naming::InKey };

/// Draws the chart in one form.
pub(super) fn draw(chart: &LineChart, form: &Form) -> String {
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
    let body = format!("{}<g transform=\"translate(0 {})\">{}</g>", head.svg, Number(head.height), pen.finish());
    frame(chart, form, (head.height + plane.height + form.font * 1.9, &body))
}

/// Wraps the marks of a drawing, given with its height, in a named image.
fn frame(chart: &LineChart, form: &Form, (height, body): (f64, &str)) -> String {
    let Form { name, width, font, .. } = form;
    let (id, height) = (Escaped(&chart.id), Number(height.ceil()));
    let direction = match chart.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    let (described, description) = if chart.description.is_empty() {
        (String::new(), String::new())
    } else {
        let text = Escaped(&chart.description);
        (format!(" {id}-{name}-desc"), format!("<desc id=\"{id}-{name}-desc\">{text}</desc>"))
    };
    format!(
        "<svg class=\"chart__{name}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-{name}-title{described}\">\
         <title id=\"{id}-{name}-title\">{}</title>{description}\
         <g aria-hidden=\"true\" direction=\"{direction}\" font-size=\"{font}\" fill=\"currentColor\">{body}</g></svg>",
        Escaped(&chart.name)
    )
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
        height(&self.value, font) + height(&self.name, font)
    }
}

/// The labels at line ends, where the form has them.
fn ends(chart: &LineChart, form: &Form) -> Vec<End> {
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
    form: &'a Form,
    x: Scale,
    y: Scale,
    left: f64,
    right: f64,
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
    fn of(chart: &'a LineChart, form: &'a Form, ends: &[End]) -> Self {
        let font = form.font;
        let widest = widest(chart.y.iter().map(|tick| &tick.label), font);
        let (ticks, left) = if widest <= form.width * 0.2 { (TickPlace::Beside, widest + 10.0) } else { (TickPlace::Above, 4.0) };
        let right = match form.naming {
            Naming::InKey => form.width - 6.0,
            Naming::AtLineEnd => form.width - 34.0 - widest_line(ends, font),
        };
        let needed: f64 = ends.iter().map(|end| end.height(font) + 6.0).sum();
        let height = form.height.max(needed);
        let top = if ticks == TickPlace::Above { font * 1.2 } else { 8.0 };
        let (x, y) = (times(chart), values(chart));
        Self {
            chart,
            form,
            x: Scale::spanning(x.into_iter(), left + 12.0, right - 10.0),
            y: Scale::spanning(y.into_iter(), height - 2.0, top),
            left,
            right,
            height,
            ticks,
        }
    }

    fn at(&self, point: &Point) -> (f64, f64) {
        (self.x.at(point.x), self.y.at(point.y))
    }

    /// The lines and markers a label must not cover.
    fn taken(&self) -> Taken {
        let (left, right) = (self.left, self.form.width.min(self.right + 5.0));
        let mut taken = Taken::within(Area { left, top: -6.0, right, bottom: self.height - 1.0 });
        for run in self.chart.series.iter().flat_map(runs) {
            for (from, to) in run.iter().zip(run.iter().skip(1)) {
                taken.add_line(self.at(from), self.at(to));
            }
            for point in run {
                let (x, y) = self.at(point);
                taken.add(Area::around(x, y, 7.0));
            }
        }
        for corners in self.target_lines() {
            for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
                taken.add_line(*from, *to);
            }
        }
        for event in events(self.chart) {
            let x = self.x.at(event.x);
            taken.add_line((x, 0.0), (x, self.height));
        }
        taken
    }

    fn draw_axes(&self, pen: &mut Pen, taken: &mut Taken) {
        let font = self.form.font;
        for (y, tick) in spaced(&self.chart.y, |tick| (self.y.at(tick.at), font * 1.2)) {
            pen.rule("chart-grid", (self.left, y), (self.right, y));
            let (side, x, y) = match self.ticks {
                TickPlace::Beside => (Side::Right, self.left - 6.0, y),
                TickPlace::Above => (Side::Left, self.left, y - font * 0.6),
            };
            pen.text(Label { class: "chart-label", text: &tick.label, side, x, y });
            if self.ticks == TickPlace::Above {
                let right = x + text::width(&tick.label, font);
                taken.add(Area { left: x, top: y - font * 0.5, right, bottom: y + font * 0.5 });
            }
        }
        pen.rule("chart-axis", (self.left, self.height), (self.right, self.height));
        let label_width = |tick: &Tick| text::width(&tick.label, font);
        let centre = |tick: &Tick| {
            let reach = label_width(tick) / 2.0 + 1.0;
            self.x.at(tick.at).min(self.form.width - reach).max(reach)
        };
        for (x, tick) in spaced(&self.chart.x, |tick| (centre(tick), label_width(tick) + 12.0)) {
            let mark = self.x.at(tick.at);
            pen.rule("chart-axis", (mark, self.height), (mark, self.height + 5.0));
            let y = self.height + font;
            pen.text(Label { class: "chart-label", text: &tick.label, side: Side::Middle, x, y });
        }
    }

    fn draw_marks(&self, pen: &mut Pen) {
        for event in events(self.chart) {
            let x = self.x.at(event.x);
            pen.rule("chart-event", (x, -4.0), (x, self.height));
        }
        for corners in self.target_lines() {
            pen.target(&corners);
        }
        for (index, series) in self.chart.series.iter().enumerate() {
            let look = Look::of(index);
            for run in runs(series) {
                let corners: Vec<(f64, f64)> = run.iter().map(|point| self.at(point)).collect();
                if corners.len() > 1 {
                    pen.run(look, &corners);
                }
                for corner in corners {
                    pen.marker(look, corner);
                }
            }
        }
    }

    /// The corners of each unbroken target line; a step that begins where the last one ended
    /// continues it.
    fn target_lines(&self) -> Vec<Vec<(f64, f64)>> {
        let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut until = f64::NAN;
        for step in drawable(&self.chart.targets) {
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

    /// Where a step begins and ends; one that holds to an end of the axis runs to the plot's edge.
    fn span(&self, step: &TargetStep) -> (f64, f64) {
        let start = if step.from == f64::NEG_INFINITY { self.left } else { self.x.at(step.from) };
        let end = if step.to == f64::INFINITY { self.right } else { self.x.at(step.to) };
        (start, end)
    }

    fn draw_ends(&self, pen: &mut Pen, ends: &[End]) {
        let line = self.form.font * LINE;
        let mut places: Vec<Stretch> = ends
            .iter()
            .map(|end| Stretch { start: self.y.at(end.y) - line / 2.0 - 3.0, length: end.height(self.form.font) + 6.0 })
            .collect();
        spread(&mut places, -line / 2.0, self.height + line / 2.0);
        for (end, place) in ends.iter().zip(places) {
            let mut y = place.start + 3.0 + line / 2.0;
            if ends.len() > 1 {
                pen.marker(end.look, (self.right + 14.0, y));
            }
            let x = self.right + if ends.len() > 1 { 26.0 } else { 8.0 };
            for (class, text) in end.lines() {
                pen.text(Label { class, text, side: Side::Left, x, y });
                y += line;
            }
        }
    }

    /// Labels the last values, and returns the key of the series; a value that finds no place
    /// goes there.
    fn draw_last_values(&self, pen: &mut Pen, taken: &mut Taken) -> Vec<Key> {
        let key = |(index, series): (usize, &Series)| {
            let last = points(series).last()?;
            let text = match self.draw_value(pen, taken, last) {
                Placed::Free => series.label.clone(),
                Placed::Nowhere => format!("{} (\u{2068}{}\u{2069})", series.label, last.label),
            };
            Some(Key { sample: Sample::Series(Look::of(index)), text })
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
        let (x, y) = self.at(point);
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
    fn draw_targets(&self, pen: &mut Pen, taken: &mut Taken) -> Vec<Key> {
        let mut keys = Vec::new();
        for step in drawable(&self.chart.targets) {
            let (start, end) = self.span(step);
            let y = self.y.at(step.value);
            let (wide, tall) = (text::width(&step.label, self.form.font), self.form.font * 1.1);
            let (first, last) = (start + 4.0, (end - wide - 4.0).max(start + 4.0));
            let lefts = (0..=8_u8).map(|eighth| first + (last - first) * f64::from(eighth) / 8.0);
            let places =
                lefts.flat_map(|left| [y - 4.0 - tall, y + 4.0].map(|top| Area { left, top, right: left + wide, bottom: top + tall }));
            match taken.claim(places) {
                Some(place) => write_in(pen, "chart-label chart-target-label", &step.label, place),
                None => keys.push(Key { sample: Sample::Target, text: step.label.clone() }),
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

/// The runs that can be drawn: a value that is not finite breaks its run.
fn runs(series: &Series) -> impl Iterator<Item = &[Point]> {
    series.runs.iter().flat_map(|run| run.split(|point| !(point.x.is_finite() && point.y.is_finite()))).filter(|run| !run.is_empty())
}

fn points(series: &Series) -> impl Iterator<Item = &Point> {
    runs(series).flatten()
}

fn drawable(steps: &[TargetStep]) -> impl Iterator<Item = &TargetStep> {
    steps.iter().filter(|step| step.value.is_finite() && step.from < step.to)
}

fn events(chart: &LineChart) -> impl Iterator<Item = &Event> {
    chart.events.iter().filter(|event| event.x.is_finite())
}

fn times(chart: &LineChart) -> Vec<f64> {
    let ticks = chart.x.iter().map(|tick| tick.at);
    let points = chart.series.iter().flat_map(points).map(|point| point.x);
    let steps = drawable(&chart.targets).flat_map(|step| [step.from, step.to]);
    let events = events(chart).map(|event| event.x);
    ticks.chain(points).chain(steps).chain(events).collect()
}

fn values(chart: &LineChart) -> Vec<f64> {
    let ticks = chart.y.iter().map(|tick| tick.at);
    let points = chart.series.iter().flat_map(points).map(|point| point.y);
    let steps = drawable(&chart.targets).map(|step| step.value);
    ticks.chain(points).chain(steps).collect()
}

fn height(lines: &[String], font: f64) -> f64 {
    lines.iter().map(|_| font * LINE).sum()
}

fn widest<'t>(texts: impl Iterator<Item = &'t String>, font: f64) -> f64 {
    texts.map(|text| text::width(text, font)).fold(0.0, f64::max)
}

fn widest_line(ends: &[End], font: f64) -> f64 {
    widest(ends.iter().flat_map(End::lines).map(|(_, line)| line), font)
}

/// The ticks that fit, each with its place: every one, every second, every third and so on,
/// always with the last.
fn spaced<'t>(ticks: &'t [Tick], place: impl Fn(&Tick) -> (f64, f64)) -> Vec<(f64, &'t Tick)> {
    let ticks: Vec<&Tick> = ticks.iter().filter(|tick| tick.at.is_finite()).collect();
    let every = |step: usize| -> Vec<&'t Tick> {
        let mut kept: Vec<&Tick> = ticks.iter().rev().step_by(step).copied().collect();
        kept.reverse();
        kept
    };
    let fits = |kept: &[&Tick]| {
        kept.iter().zip(kept.iter().skip(1)).all(|(one, next)| {
            let ((here, room), (there, other)) = (place(one), place(next));
            (there - here).abs() >= f64::midpoint(room, other)
        })
    };
    let kept = (1..=ticks.len()).map(every).find(|kept| fits(kept)).unwrap_or_default();
    kept.into_iter().map(|tick| (place(tick).0, tick)).collect()
}
