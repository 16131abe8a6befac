//! Writes the marks of a drawing as SVG elements. Does not decide where they go.
//!
//! Presentation attributes give every mark a look that works without the stylesheet and in
//! greyscale; the stylesheet overrides them by class. There are no style attributes (CSP).

use std::fmt::{self, Write as _};

use super::Direction;
use super::dots::Verdict;
use super::plane::Area;
use super::text::{Isolated, Number};

/// The look of a series: its dash and marker, by its place among the series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look(usize);

impl Look {
    pub(super) fn of(index: usize) -> Self {
        Self(index % 4 + 1)
    }

    fn dash(self) -> &'static str {
        match self.0 {
            2 => " stroke-dasharray=\"9 4\"",
            3 => " stroke-dasharray=\"3 3\"",
            4 => " stroke-dasharray=\"12 4 3 4\"",
            _ => "",
        }
    }
}

/// The side of a text, as seen, that stands at its x.
#[derive(Clone, Copy, Debug)]
pub(super) enum Side {
    Left,
    Middle,
    Right,
}

/// One line of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'a> {
    pub(super) class: &'a str,
    pub(super) text: &'a str,
    pub(super) side: Side,
    pub(super) x: f64,
    /// The middle of the line, not its baseline.
    pub(super) y: f64,
}

/// Collects the marks of one drawing.
#[derive(Debug)]
pub(super) struct Pen {
    out: String,
    direction: Direction,
    font: f64,
    /// The width to mirror in, where the drawing begins at the right edge.
    mirror: Option<f64>,
}

impl Pen {
    pub(super) fn new(direction: Direction, font: f64) -> Self {
        Self { out: String::new(), direction, font, mirror: None }
    }

    /// A pen that takes each x as the distance from the inline start of a drawing of this width:
    /// "left" means the inline start.
    pub(super) fn mirrored(direction: Direction, font: f64, width: f64) -> Self {
        let mirror = match direction {
            Direction::LeftToRight => None,
            Direction::RightToLeft => Some(width),
        };
        Self { mirror, ..Self::new(direction, font) }
    }

    pub(super) fn font(&self) -> f64 {
        self.font
    }

    fn x(&self, x: f64) -> f64 {
        self.mirror.map_or(x, |width| width - x)
    }

    /// The corners as seen, from left to right, so that dashes begin at the same end.
    fn seen(&self, corners: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let mut seen: Vec<(f64, f64)> = corners.iter().map(|(x, y)| (self.x(*x), *y)).collect();
        if self.mirror.is_some() {
            seen.reverse();
        }
        seen
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Writes a text. Under `direction="rtl"` an anchor of `start` means the right side (SVG 2, 11.10).
    pub(super) fn text(&mut self, label: Label<'_>) {
        let side = match (label.side, self.mirror) {
            (Side::Left, Some(_)) => Side::Right,
            (Side::Right, Some(_)) => Side::Left,
            (side, _) => side,
        };
        let anchor = match (side, self.direction) {
            (Side::Middle, _) => " text-anchor=\"middle\"",
            (Side::Left, Direction::RightToLeft) | (Side::Right, Direction::LeftToRight) => " text-anchor=\"end\"",
            (Side::Left, Direction::LeftToRight) | (Side::Right, Direction::RightToLeft) => "",
        };
        let (x, y) = (Number(self.x(label.x)), Number(label.y + 0.35 * self.font));
        let text = Isolated(label.text, self.direction);
        self.put(format_args!("<text class=\"{}\" x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>", label.class));
    }

    /// Writes a horizontal or vertical line of the grid, an axis or an event.
    pub(super) fn rule(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (x1, y1, x2, y2) = (Number(self.x(from.0)), Number(from.1), Number(self.x(to.0)), Number(to.1));
        let opacity = if class == "chart-grid" { " stroke-opacity=\".25\"" } else { "" };
        self.put(format_args!("<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"currentColor\"{opacity}/>"));
    }

    /// Writes the thin dashed line of a break, and the two strokes that cut the axis at its foot.
    pub(super) fn cut(&mut self, x: f64, top: f64, bottom: f64) {
        let (x, cut, top, bottom) = (Number(self.x(x)), Number(self.x(x) - 5.0), Number(top), Number(bottom));
        self.put(format_args!("<path class=\"chart-break\" d=\"M{x} {top}V{bottom}\" stroke=\"currentColor\" stroke-dasharray=\"8 4\"/>"));
        self.put(format_args!(
            "<path class=\"chart-cut\" d=\"M{cut} {bottom}m0 5l4-10m2 10l4-10\" fill=\"none\" stroke=\"currentColor\"/>"
        ));
    }

    /// Writes the dashed line of a target; each corner but the first is reached by a straight line.
    pub(super) fn target(&mut self, corners: &[(f64, f64)]) {
        let path = Path(self.seen(corners));
        self.put(format_args!(
            "<path class=\"chart-target\" d=\"{path}\" fill=\"none\" stroke=\"currentColor\" \
             stroke-width=\"1.5\" stroke-dasharray=\"6 5\"/>"
        ));
    }

    /// Writes one unbroken run of a series.
    pub(super) fn run(&mut self, look: Look, corners: &[(f64, f64)]) {
        let (number, dash, path) = (look.0, look.dash(), Path(self.seen(corners)));
        self.put(format_args!(
            "<path class=\"chart-line chart-line--{number}\" d=\"{path}\" fill=\"none\" \
             stroke=\"currentColor\" stroke-width=\"2.5\" stroke-linejoin=\"round\"{dash}/>"
        ));
    }

    /// Writes the marker of a value: circle, square, triangle or diamond.
    pub(super) fn marker(&mut self, look: Look, at: (f64, f64)) {
        let (x, y) = (Number(self.x(at.0)), Number(at.1));
        let shape = match look.0 {
            2 => "m-4.5-4.5h9v9h-9z",
            3 => "m0-6l5.8 10h-11.6z",
            4 => "m0-6.3l6.3 6.3-6.3 6.3-6.3-6.3z",
            _ => "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
        };
        self.put(format_args!("<path class=\"chart-point chart-point--{}\" d=\"M{x} {y}{shape}\"/>", look.0));
    }

    /// Writes a bar by its place among the series: filled, outlined, or outlined around a core. The
    /// outline lies inside the area, so that all bars of a value end at the same place.
    pub(super) fn bar(&mut self, index: usize, area: Area) {
        let look = index % 3 + 1;
        let (one, other) = (self.x(area.left), self.x(area.right));
        let (left, width, height) = (one.min(other), (other - one).abs(), area.bottom - area.top);
        let edge = if look == 1 { 0.0 } else { 1.0 };
        let (x, y) = (Number(left + edge), Number(area.top + edge));
        let (inner, tall) = (Number((width - 2.0 * edge).max(0.5)), Number(height - 2.0 * edge));
        let outline = if look == 1 { "" } else { " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"" };
        self.put(format_args!(
            "<rect class=\"chart-bar chart-bar--{look}\" x=\"{x}\" y=\"{y}\" width=\"{inner}\" height=\"{tall}\"{outline}/>"
        ));
        if look == 3 && width > 9.0 {
            let (x, y, core) = (Number(left + 4.0), Number(area.top + height / 2.0 - 1.5), Number(width - 8.0));
            self.put(format_args!("<rect class=\"chart-core\" x=\"{x}\" y=\"{y}\" width=\"{core}\" height=\"3\"/>"));
        }
    }

    /// Writes the gap in the colour of the page that sets a line off from what it crosses.
    pub(super) fn casing(&mut self, corners: &[(f64, f64)]) {
        let path = Path(self.seen(corners));
        self.put(format_args!("<path class=\"chart-casing\" d=\"{path}\" fill=\"none\" stroke=\"Canvas\" stroke-width=\"5\"/>"));
    }

    /// Writes the mark of a judged value.
    pub(super) fn dot(&mut self, verdict: Verdict, at: (f64, f64)) {
        const HOLLOW: &str = " fill=\"Canvas\" stroke=\"currentColor\" stroke-width=\"2.5\"";
        let (x, y) = (Number(self.x(at.0)), Number(at.1));
        let (class, shape, outline) = match verdict {
            Verdict::Met => ("met", "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z", ""),
            Verdict::NotMet => ("not-met", "m0-7.5l7.5 7.5-7.5 7.5-7.5-7.5z", HOLLOW),
            Verdict::Unjudged => ("unjudged", "m-5.5-5.5h11v11h-11z", HOLLOW),
        };
        self.put(format_args!("<path class=\"chart-dot chart-dot--{class}\" d=\"M{x} {y}{shape}\"{outline}/>"));
    }

    /// Writes the small mark of the value a change is counted from.
    pub(super) fn origin(&mut self, at: (f64, f64)) {
        let (x, y) = (Number(self.x(at.0)), Number(at.1));
        self.put(format_args!(
            "<circle class=\"chart-from\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\" fill=\"Canvas\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
        ));
    }

    fn put(&mut self, text: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(text);
    }
}

/// Straight lines between corners, as path commands.
struct Path(Vec<(f64, f64)>);

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(index, (x, y))| {
            let command = if index == 0 { 'M' } else { 'L' };
            write!(out, "{command}{} {}", Number(*x), Number(*y))
        })
    }
}
