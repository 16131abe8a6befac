//! Draws values as horizontal bars, grouped by place.

use super::Direction;
use super::frame::{self, Caption, Drawing, Sheet};
use super::legend::{LegendEntry, Sample};
use super::pen::Side;
use super::plane::{Area, Scale};
use super::rows::{Anchor, Board, NamePlace, Names, Reading, TargetLine};
use super::text;

/// The space between two groups.
const GROUP_GAP: f64 = 13.0;
/// The space between the end of a bar and its label.
const LABEL_GAP: f64 = 6.0;

/// Values of places, side by side for up to three series such as women and men.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// Unique on the page; the ids of names and descriptions begin with it.
    pub id: String,
    /// The short accessible name.
    pub name: String,
    /// The summary in words; may be empty.
    pub description: String,
    /// The direction of the labels' language; bars grow from its inline start.
    pub direction: Direction,
    /// The names of the series, for the key; at most three. A single one has no key.
    pub series: Vec<String>,
    /// From top to bottom.
    pub groups: Vec<BarGroup>,
    /// Drawn as a line across all bars.
    pub target: Option<TargetLine>,
}

/// The bars of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct BarGroup {
    /// The name of the place.
    pub label: String,
    /// One for each series, in the order of the series. Without a value, the words stand in place
    /// of the bar.
    pub bars: Vec<Reading>,
}

/// Draws bars as `<div class="chart">` with a wide and a narrow SVG.
///
/// All bars begin at zero and grow from the inline start; negative ones grow towards it. The first
/// series is filled, the second outlined, the third outlined around a core, so that they differ
/// without colour. Upright lines leave room for texts they would cross.
///
/// Classes for the stylesheet, beside those of the line chart: `chart-bar--1` to `3`, `chart-core`,
/// `chart-casing` (the gap around a target line that crosses a bar), and for texts `chart-name` and
/// `chart-missing`.
#[must_use]
pub fn bars(chart: &BarChart) -> String {
    let BarChart { id, name, description, direction, .. } = chart;
    frame::pair(Caption { id, name, description, direction: *direction }, |sheet| draw(chart, sheet))
}

fn draw(chart: &BarChart, sheet: &Sheet) -> Drawing {
    let layout = Layout::of(chart, sheet);
    let mut board = Board::new(chart.direction, sheet);
    if chart.series.len() > 1 {
        let key = |(index, name): (usize, &String)| LegendEntry { sample: Sample::Bar(index), text: name.clone() };
        board.key(&chart.series.iter().enumerate().map(key).collect::<Vec<_>>());
    }
    let target = chart.target.iter().find(|target| target.value.is_finite()).map(|target| layout.scale.at(target.value));
    let label_end = chart.target.as_ref().zip(target).map(|(target, x)| board.target_label(target, x));
    let start = board.top;
    for (group, name) in chart.groups.iter().zip(&layout.names.lines) {
        layout.draw_group(&mut board, group, name);
    }
    board.top -= GROUP_GAP - 5.0;
    board.baseline(layout.scale.at(0.0), start - 2.0);
    if let Some((x, from)) = target.zip(label_end) {
        board.target(x, from);
    }
    board.top += 4.0;
    board.finish()
}

/// What all groups share.
struct Layout {
    names: Names,
    font: f64,
    scale: Scale,
    /// The width between the names and the end.
    room: f64,
    /// How wide the label of a bar may be before it breaks at a space.
    limit: f64,
    end: f64,
    thickness: f64,
    /// From the middle of a bar to that of the next.
    pitch: f64,
}

impl Layout {
    fn of(chart: &BarChart, sheet: &Sheet) -> Self {
        let font = sheet.font;
        let names = Names::of(chart.groups.iter().map(|group| &group.label), sheet);
        let room = sheet.width - names.column;
        let limit = room * 0.4;
        let readings: Vec<(f64, &Reading)> = chart
            .groups
            .iter()
            .flat_map(|group| &group.bars)
            .filter_map(|reading| Some((reading.value.filter(|value| value.is_finite())?, reading)))
            .collect();
        let widest = |is_kept: fn(f64) -> bool| {
            let kept = readings.iter().filter(|(value, _)| is_kept(*value));
            let widths = kept.map(|(_, reading)| text::widest(text::wrap(&reading.label, font, limit).iter(), font) + LABEL_GAP);
            widths.fold(0.0, f64::max)
        };
        let (before, after) = (widest(|value| value < 0.0), widest(|value| value >= 0.0));
        let target = chart.target.iter().map(|target| target.value);
        let values: Vec<f64> = readings.iter().map(|(value, _)| *value).chain(target).filter(|value| value.is_finite()).collect();
        // Where nothing differs from zero, zero is still at the start.
        let least = if values.iter().all(|value| *value == 0.0) { 1.0 } else { 0.0 };
        let scale = Scale::spanning(values.into_iter().chain([0.0, least]), names.column + before, sheet.width - after.max(8.0));
        let (thickness, pitch) = if chart.series.len() > 1 { (15.0, 19.0) } else { (18.0, 21.0) };
        Self { names, font, scale, room, limit, end: sheet.width, thickness, pitch }
    }

    fn draw_group(&self, board: &mut Board, group: &BarGroup, name: &[String]) {
        let labels: Vec<Vec<String>> = group.bars.iter().map(|reading| self.label(reading)).collect();
        let slots: Vec<f64> = labels.iter().map(|lines| self.pitch.max(text::height(lines.iter(), self.font))).collect();
        let (bars_height, name_height) = (slots.iter().sum::<f64>(), text::height(name.iter(), self.font));
        let (name_top, mut top, bottom) = match self.names.place {
            NamePlace::Above => (board.top, board.top + name_height + 1.0, board.top + name_height + 1.0 + bars_height),
            NamePlace::Beside => {
                let height = bars_height.max(name_height);
                let middle = board.top + height / 2.0;
                (middle - name_height / 2.0, middle - bars_height / 2.0, board.top + height)
            }
        };
        board.write("chart-label chart-name", name, Anchor { side: Side::Left, x: 0.0, top: name_top });
        for (index, ((reading, lines), slot)) in group.bars.iter().zip(&labels).zip(slots).enumerate() {
            self.draw_bar(board, index, reading.value, lines, top + slot / 2.0);
            top += slot;
        }
        board.top = bottom + GROUP_GAP;
    }

    /// The lines beside a bar, or in place of it.
    fn label(&self, reading: &Reading) -> Vec<String> {
        match reading.value {
            None => text::wrap(&reading.label, self.font, self.missing_room().1),
            Some(value) if value.is_finite() => text::wrap(&reading.label, self.font, self.limit),
            Some(_) => Vec::new(),
        }
    }

    /// The wider side of the zero line, and its width.
    fn missing_room(&self) -> (Side, f64) {
        let zero = self.scale.at(0.0);
        let (after, before) = (self.end - zero, self.room - (self.end - zero));
        if after >= before { (Side::Left, after - LABEL_GAP) } else { (Side::Right, before - LABEL_GAP) }
    }

    fn draw_bar(&self, board: &mut Board, index: usize, value: Option<f64>, lines: &[String], middle: f64) {
        let zero = self.scale.at(0.0);
        let top = middle - text::height(lines.iter(), self.font) / 2.0;
        let beside = |side: Side, x: f64| match side {
            Side::Right => Anchor { side, x: x - LABEL_GAP, top },
            Side::Left | Side::Middle => Anchor { side, x: x + LABEL_GAP, top },
        };
        let Some(value) = value else {
            return board.write("chart-label chart-missing", lines, beside(self.missing_room().0, zero));
        };
        if !value.is_finite() {
            return;
        }
        let (end, side) = (self.scale.at(value), if value < 0.0 { Side::Right } else { Side::Left });
        let (left, right, reach) = (zero.min(end), zero.max(end), self.thickness / 2.0);
        if left < right {
            board.bar(index, Area { left, top: middle - reach, right, bottom: middle + reach });
        }
        board.write("chart-label chart-value", lines, beside(side, end));
    }
}
