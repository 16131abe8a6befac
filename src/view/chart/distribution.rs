//! Draws how a whole divides into statuses, as one horizontal bar.
//!
//! Places are percentages, so that the bar fills any width while its numerals keep their size.

use super::Direction;
use super::text::{self, Escaped, Isolated, Number};

/// The smallest share drawn, in percent: about 7 px in the narrowest place.
const LEAST: f64 = 2.5;
/// The width of the narrowest place, in px.
const NARROWEST: f64 = 280.0;
const HEIGHT: f64 = 32.0;
const FONT: f64 = 15.0;

/// One status and how many have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The status key, the same in all languages; becomes the class `dist-KEY`.
    pub key: String,
    /// The status in words.
    pub label: String,
    /// How many have it; a segment of none is left out.
    pub count: u32,
}

/// Draws segments in the given order from the inline start.
///
/// Gaps, order and the numeral tell neighbours apart without colour; the list beside the bar
/// carries the words. The numeral of `KEY` has the class `dist-count-KEY`, so that the stylesheet
/// can pair it with the fill. Small segments are drawn a little too wide, so that none disappears.
#[must_use]
pub fn distribution(id: &str, name: &str, direction: Direction, segments: &[Segment]) -> String {
    let (id, name) = (Escaped(id), Escaped(name));
    let shown: Vec<&Segment> = segments.iter().filter(|segment| segment.count > 0).collect();
    let mut bars = String::new();
    let mut gaps = String::new();
    let mut used = 0.0;
    for (segment, share) in shown.iter().zip(shares(&shown)) {
        let (left, start) = match direction {
            Direction::LeftToRight => (used, used),
            Direction::RightToLeft => (100.0 - used - share, 100.0 - used),
        };
        if used > 0.0 {
            gaps.push_str(&gap(start));
        }
        bars.push_str(&bar(segment, left, share, direction));
        used += share;
    }
    if shown.is_empty() {
        bars.push_str("<rect class=\"dist-empty\" width=\"100%\" height=\"100%\" fill=\"none\" stroke=\"currentColor\"/>");
    }
    format!(
        "<svg class=\"dist\" role=\"img\" aria-labelledby=\"{id}-name\" width=\"100%\" height=\"{HEIGHT}\">\
         <title id=\"{id}-name\">{name}</title>\
         <g aria-hidden=\"true\" font-size=\"{FONT}\" font-weight=\"600\" text-anchor=\"middle\">{bars}{gaps}</g></svg>"
    )
}

/// The width of each segment in percent, none much smaller than the least.
fn shares(segments: &[&Segment]) -> Vec<f64> {
    let total: f64 = segments.iter().map(|segment| f64::from(segment.count)).sum();
    let raised: Vec<f64> = segments.iter().map(|segment| (f64::from(segment.count) * 100.0 / total).max(LEAST)).collect();
    // What the small ones gained is taken from what the others have above the least.
    let excess = raised.iter().sum::<f64>() - 100.0;
    let spare: f64 = raised.iter().map(|share| share - LEAST).sum();
    if spare > excess {
        raised.iter().map(|share| share - (share - LEAST) * excess / spare).collect()
    } else {
        raised.iter().map(|_| 100.0 / f64::from(u32::try_from(raised.len()).unwrap_or(u32::MAX))).collect()
    }
}

/// The gap between two neighbours: a line in the colour of the page, as a percentage cannot leave
/// out two pixels.
fn gap(at: f64) -> String {
    let x = Number(at);
    format!("<line class=\"dist-gap\" x1=\"{x}%\" x2=\"{x}%\" y2=\"100%\" stroke=\"Canvas\" stroke-width=\"2\"/>")
}

fn bar(segment: &Segment, left: f64, share: f64, direction: Direction) -> String {
    let (key, count) = (class_token(&segment.key), segment.count.to_string());
    let label = Isolated(&segment.label, direction);
    let (x, width) = (Number(left), Number(share));
    let room = share / 100.0 * NARROWEST - 6.0;
    let numeral = if text::width(&count, FONT) <= room {
        let (middle, base) = (Number(left + share / 2.0), Number(HEIGHT / 2.0 + 0.35 * FONT));
        format!("<text class=\"dist-count dist-count-{key}\" x=\"{middle}%\" y=\"{base}\">{count}</text>")
    } else {
        String::new()
    };
    format!(
        "<g><title>{label} {count}</title>\
         <rect class=\"dist-seg dist-{key}\" x=\"{x}%\" width=\"{width}%\" height=\"100%\"/>{numeral}</g>"
    )
}

/// The key as one class: other characters than ASCII letters, digits and hyphens become hyphens.
fn class_token(key: &str) -> String {
    key.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Direction, Segment, distribution};

    fn places(direction: Direction, counts: &[u32]) -> Vec<String> {
        let segments: Vec<Segment> =
            counts.iter().map(|count| Segment { key: "on track".into(), label: "Följer <planen>".into(), count: *count }).collect();
        let svg = distribution("s", "Läge & väg", direction, &segments);
        assert!(svg.contains("<title id=\"s-name\">Läge &amp; väg</title>"), "{svg}");
        assert!(!svg.contains("style=") && !svg.contains("NaN"), "{svg}");
        svg.split("dist-on-track\" x=\"")
            .skip(1)
            .filter_map(|rest| rest.split("\" height").next())
            .map(|place| place.replace("\" width=\"", "+"))
            .collect()
    }

    #[test]
    fn segments_start_at_the_inline_start() {
        use Direction::{LeftToRight, RightToLeft};
        let table: &[(Direction, &[u32], &[&str])] = &[
            (LeftToRight, &[1, 3], &["0%+25%", "25%+75%"]),
            (RightToLeft, &[1, 3], &["75%+25%", "0%+75%"]),
            (LeftToRight, &[5, 0], &["0%+100%"]),
            (LeftToRight, &[999, 1], &["0%+97.5%", "97.5%+2.5%"]),
            (LeftToRight, &[0, 0], &[]),
            (LeftToRight, &[], &[]),
        ];
        for (direction, counts, expect) in table {
            assert_eq!(&places(*direction, counts), expect, "{counts:?}");
        }
        assert_eq!(places(LeftToRight, &[1; 50]).len(), 50);
    }
}
