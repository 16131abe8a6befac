//! The widths drawings are made for, and the named image around a drawing. Draws no marks.

use super::Direction;
use super::text::{Escaped, Number};

/// A width to draw for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// Becomes the class `chart__NAME` and a part of ids.
    pub(super) name: &'static str,
    pub(super) width: f64,
    pub(super) font: f64,
}

impl Sheet {
    /// Whether names stand above what they name, for want of width.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < 600.0
    }
}

/// For places at least 600 px wide.
pub(super) const WIDE: Sheet = Sheet { name: "wide", width: 640.0, font: 15.0 };

/// For phones: 16 px stay 14 px in a place of 280 px.
pub(super) const NARROW: Sheet = Sheet { name: "narrow", width: 320.0, font: 16.0 };

/// What assistive technology hears instead of the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caption<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    /// May be empty.
    pub(super) description: &'a str,
    pub(super) direction: Direction,
}

/// The marks of a drawing, with its height.
#[derive(Debug)]
pub(super) struct Drawing {
    pub(super) height: f64,
    pub(super) body: String,
}

/// Draws for both widths; the stylesheet shows one.
pub(super) fn pair(caption: Caption<'_>, draw: impl Fn(&Sheet) -> Drawing) -> String {
    let [wide, narrow] = [WIDE, NARROW].map(|sheet| image(caption, &sheet, &draw(&sheet)));
    format!("<div class=\"chart\">{wide}{narrow}</div>")
}

/// Wraps the marks of a drawing in a named image.
fn image(caption: Caption<'_>, sheet: &Sheet, drawing: &Drawing) -> String {
    let Sheet { name, width, font } = sheet;
    let (id, height, body) = (Escaped(caption.id), Number(drawing.height.ceil()), &drawing.body);
    let direction = match caption.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    let (described, description) = if caption.description.is_empty() {
        (String::new(), String::new())
    } else {
        let text = Escaped(caption.description);
        (format!(" {id}-{name}-desc"), format!("<desc id=\"{id}-{name}-desc\">{text}</desc>"))
    };
    format!(
        "<svg class=\"chart__{name}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-{name}-title{described}\">\
         <title id=\"{id}-{name}-title\">{}</title>{description}\
         <g aria-hidden=\"true\" direction=\"{direction}\" font-size=\"{font}\" fill=\"currentColor\">{body}</g></svg>",
        Escaped(caption.name)
    )
}
