//! Draws where each place stands against a target that every place must reach.

use super::frame::{self, Caption, Drawing, Sheet};
use super::legend::{LegendEntry, Sample};
use super::pen::{Label, Side};
use super::plane::Scale;
use super::rows::{Anchor, Board, NamePlace, Names, Reading, TargetLine};
use super::ticks::spaced;
use super::{Direction, Tick, text};

/// The height of the line a dot stands on.
const TRACK: f64 = 22.0;

/// The latest value of each place, against a target.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    /// Unique on the page; the ids of names and descriptions begin with it.
    pub id: String,
    /// The short accessible name.
    pub name: String,
    /// The summary in words; may be empty.
    pub description: String,
    /// The direction of the labels' language; values grow from its inline start.
    pub direction: Direction,
    /// Ticks of the value axis; the drawing keeps as many as fit. Need not begin at zero.
    pub ticks: Vec<Tick>,
    /// From top to bottom.
    pub rows: Vec<DotRow>,
    /// Drawn as an upright line.
    pub target: Option<TargetLine>,
    /// What the marks mean.
    pub words: DotWords,
}

/// One place.
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// The name of the place.
    pub label: String,
    /// The latest value. Without a value, the words stand in place of the marks.
    pub latest: Reading,
    /// How the latest value is judged.
    pub verdict: Verdict,
    /// The value the change is counted from; a small mark joined to the latest value.
    pub baseline: Option<f64>,
}

/// How a value is judged; decides the shape of its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The target is reached: a filled circle.
    Met,
    /// The target is not reached: a hollow diamond.
    NotMet,
    /// There is nothing to judge by: a hollow square.
    Unjudged,
}

/// The entries of the key; those of marks that do not occur are left out, as are empty ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotWords {
    /// Such as "Når målet".
    pub met: String,
    /// Such as "Når inte målet".
    pub not_met: String,
    /// Such as "Inte bedömt".
    pub unjudged: String,
    /// Such as "Värdet 2006".
    pub baseline: String,
}

/// Draws a dot plot as `<div class="chart">` with a wide and a narrow SVG.
///
/// The value axis runs along the inline axis, as bars do: in right-to-left languages larger values
/// stand further left. Labels are isolated, so numbers keep their order.
///
/// Classes for the stylesheet, beside those of the line chart and the bars: `chart-dot` with
/// `chart-dot--met`, `chart-dot--not-met` or `chart-dot--unjudged`, `chart-from` for the mark of
/// the baseline value and `chart-change` for the line from there.
#[must_use]
pub fn dots(plot: &DotPlot) -> String {
    let DotPlot { id, name, description, direction, .. } = plot;
    frame::pair(Caption { id, name, description, direction: *direction }, |sheet| draw(plot, sheet))
}

fn draw(plot: &DotPlot, sheet: &Sheet) -> Drawing {
    let layout = Layout::of(plot, sheet);
    let mut board = Board::new(plot.direction, sheet);
    board.key(&keys(plot));
    let target = plot.target.iter().find(|target| target.value.is_finite()).map(|target| layout.scale.at(target.value));
    let label_end = plot.target.as_ref().zip(target).map(|(target, x)| board.target_label(target, x));
    let mut tracks = Vec::new();
    for (row, name) in plot.rows.iter().zip(&layout.names.lines) {
        tracks.push(layout.draw_texts(&mut board, row, name));
    }
    // Marks stand on the line of the target, which passes texts by.
    if let Some((x, from)) = target.zip(label_end) {
        board.target(x, from);
    }
    for (row, middle) in plot.rows.iter().zip(tracks) {
        layout.draw_marks(&mut board, row, middle);
    }
    layout.draw_axis(&mut board, &plot.ticks);
    board.finish()
}

/// What the marks that occur mean.
fn keys(plot: &DotPlot) -> Vec<LegendEntry> {
    let judged = |verdict: Verdict| plot.rows.iter().any(|row| row.verdict == verdict && value(row).is_some());
    let compared = plot.rows.iter().any(|row| baseline(row).is_some());
    let words = &plot.words;
    let entries = [
        (judged(Verdict::Met), Sample::Dot(Verdict::Met), &words.met),
        (judged(Verdict::NotMet), Sample::Dot(Verdict::NotMet), &words.not_met),
        (judged(Verdict::Unjudged), Sample::Dot(Verdict::Unjudged), &words.unjudged),
        (compared, Sample::Baseline, &words.baseline),
    ];
    let occurs = entries.into_iter().filter(|(occurs, _, text)| *occurs && !text.is_empty());
    occurs.map(|(_, sample, text)| LegendEntry { sample, text: text.clone() }).collect()
}

/// The latest value, if it can be drawn.
fn value(row: &DotRow) -> Option<f64> {
    row.latest.value.filter(|value| value.is_finite())
}

/// The baseline value, if it can be drawn; alone it would be taken for the latest.
fn baseline(row: &DotRow) -> Option<f64> {
    value(row).and(row.baseline).filter(|value| value.is_finite())
}

/// What all rows share.
struct Layout {
    names: Names,
    font: f64,
    scale: Scale,
    left: f64,
    right: f64,
    /// Where labels of values end.
    end: f64,
    /// How wide they may be before they break at a space.
    limit: f64,
}

impl Layout {
    fn of(plot: &DotPlot, sheet: &Sheet) -> Self {
        let font = sheet.font;
        let names = Names::of(plot.rows.iter().map(|row| &row.label), sheet);
        let limit = sheet.width * 0.25;
        let labels = plot.rows.iter().filter(|row| value(row).is_some()).map(|row| &row.latest.label);
        let widest = labels.map(|label| text::widest(text::wrap(label, font, limit).iter(), font)).fold(0.0, f64::max);
        let (names, right) = match names.place {
            NamePlace::Beside => (names, sheet.width - widest - 14.0),
            // The value stands beside the name, which yields.
            NamePlace::Above => {
                let room = sheet.width - widest - 10.0;
                let lines = plot.rows.iter().map(|row| text::wrap(&row.label, font, room)).collect();
                (Names { lines, ..names }, sheet.width - 1.0)
            }
        };
        let left = names.column;
        let ticks = plot.ticks.iter().map(|tick| tick.at);
        let marks = plot.rows.iter().flat_map(|row| [value(row), baseline(row)]).flatten();
        let values = ticks.chain(marks).chain(plot.target.iter().map(|target| target.value));
        let scale = Scale::spanning(values, left + 10.0, right - 10.0);
        Self { names, font, scale, left, right, end: sheet.width, limit }
    }

    /// Writes the texts of a row, and returns the middle of the line its marks stand on.
    fn draw_texts(&self, board: &mut Board, row: &DotRow, name: &[String]) -> f64 {
        let missing =
            if row.latest.value.is_none() { text::wrap(&row.latest.label, self.font, self.right - self.left) } else { Vec::new() };
        let shown = if value(row).is_some() { text::wrap(&row.latest.label, self.font, self.limit) } else { Vec::new() };
        let height = |lines: &[String]| text::height(lines.iter(), self.font);
        let track = TRACK.max(height(&missing));
        let (middle, name_middle, bottom) = match self.names.place {
            NamePlace::Above => {
                let above = height(name).max(height(&shown));
                (board.top + above + track / 2.0, board.top + above / 2.0, board.top + above + track + 6.0)
            }
            NamePlace::Beside => {
                let tall = height(name).max(height(&shown)).max(track);
                (board.top + tall / 2.0, board.top + tall / 2.0, board.top + tall + 7.0)
            }
        };
        board.write("chart-label chart-name", name, Anchor { side: Side::Left, x: 0.0, top: name_middle - height(name) / 2.0 });
        board.write("chart-label chart-missing", &missing, Anchor { side: Side::Left, x: self.left, top: middle - height(&missing) / 2.0 });
        board.write("chart-label chart-value", &shown, Anchor { side: Side::Right, x: self.end, top: name_middle - height(&shown) / 2.0 });
        board.top = bottom;
        middle
    }

    fn draw_marks(&self, board: &mut Board, row: &DotRow, middle: f64) {
        let Some(value) = value(row) else { return };
        let here = (self.scale.at(value), middle);
        board.pen.rule("chart-grid", (self.left, middle), (self.right, middle));
        if let Some(from) = baseline(row) {
            let there = (self.scale.at(from), middle);
            board.pen.rule("chart-change", there, here);
            board.pen.origin(there);
        }
        board.pen.dot(row.verdict, here);
    }

    fn draw_axis(&self, board: &mut Board, ticks: &[Tick]) {
        let y = board.top;
        board.pen.rule("chart-axis", (self.left, y), (self.right, y));
        let reach = |tick: &Tick| text::width(&tick.label, self.font) / 2.0;
        let centre = |tick: &Tick| self.scale.at(tick.at).min(self.end - reach(tick)).max(reach(tick));
        for (x, tick) in spaced(ticks, |tick| (centre(tick), reach(tick) * 2.0 + 16.0)) {
            let mark = self.scale.at(tick.at);
            board.pen.rule("chart-axis", (mark, y), (mark, y + 5.0));
            board.pen.text(Label { class: "chart-label", text: &tick.label, side: Side::Middle, x, y: y + self.font });
        }
        board.top += self.font * 1.9;
    }
}
