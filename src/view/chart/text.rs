//! Measures, breaks, isolates and escapes the texts of a drawing.
//!
//! Widths are estimates: no font is known at build time, so they lean to the wide side.

use std::fmt;

use super::Direction;

/// The distance between two lines of text, in em; Arabic and Ethiopic need more than Latin.
pub(super) const LINE: f64 = 1.4;

/// Estimates the width of a text set at a font size.
pub(super) fn width(text: &str, font: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * font
}

/// Estimates the width of the widest word.
pub(super) fn longest_word(text: &str, font: f64) -> f64 {
    words(text).map(|word| width(word, font)).fold(0.0, f64::max)
}

/// Estimates the width of the widest text.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t String>, font: f64) -> f64 {
    texts.map(|text| width(text, font)).fold(0.0, f64::max)
}

/// The height of lines of text.
pub(super) fn height<'t>(lines: impl Iterator<Item = &'t String>, font: f64) -> f64 {
    lines.map(|_| font * LINE).sum()
}

/// Breaks a text at spaces into lines not wider than the limit, and within a word only when the
/// word alone is wider. No-break spaces hold.
pub(super) fn wrap(text: &str, font: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in words(text).flat_map(|word| pieces(word, font, limit)) {
        match lines.last_mut() {
            Some(line) if width(line, font) + width(" ", font) + width(&piece, font) <= limit => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// The words between spaces that may end a line; no-break spaces may not.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty())
}

/// Cuts a word that is wider than the limit.
fn pieces(word: &str, font: f64, limit: f64) -> Vec<String> {
    if width(word, font) <= limit {
        return vec![word.to_owned()];
    }
    let mut found = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        let next = width(&piece, font) + (advance(letter) + advance('-')) * font;
        if next > limit && !piece.is_empty() && advance(letter) > 0.0 {
            // Only the Latin, Greek and Cyrillic scripts mark a broken word with a hyphen.
            if piece.ends_with(|last: char| last.is_alphabetic() && last < '\u{530}') {
                piece.push('-');
            }
            found.push(std::mem::take(&mut piece));
        }
        piece.push(letter);
    }
    found.push(piece);
    found
}

/// The estimated advance of a character, in em.
fn advance(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        // Marks around what is shown.
        | '\u{fdd0}'..='\u{fdef}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '\u{2013}' | '\u{2014}' | '\u{2026}' => 0.95,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 0.72,
        '0'..='9' => 0.62,
        ' '..='\u{24f}' | '\u{590}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => 0.58,
        '\u{1200}'..='\u{139f}' | '\u{2d80}'..='\u{2ddf}' | '\u{ab00}'..='\u{ab2f}' => 0.8,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => 1.05,
        '\u{10000}'.. => 1.3,
        _ => 0.7,
    }
}

/// A text escaped for XML and isolated from its surroundings, so that "2023-2027" or "60 %" keeps
/// its order in right-to-left text (UAX #9).
///
/// A broken label may begin a line with a foreign word; such a line follows the language's
/// direction, not its first letter's.
pub(super) struct Isolated<'a>(pub(super) &'a str, pub(super) Direction);

impl fmt::Display for Isolated<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_mixed = self.1 == Direction::RightToLeft && self.0.chars().any(is_right_to_left);
        let open = if is_mixed { '\u{2067}' } else { '\u{2068}' };
        write!(out, "{open}{}\u{2069}", Escaped(self.0))
    }
}

/// Whether a letter belongs to a script written right to left.
fn is_right_to_left(letter: char) -> bool {
    letter.is_alphabetic() && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// A text escaped for XML content and attribute values; characters XML forbids are left out.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '&' => out.write_str("&amp;"),
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '"' => out.write_str("&quot;"),
            '\'' => out.write_str("&#39;"),
            '\t' | '\n' => fmt::Write::write_char(out, letter),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Ok(()),
            _ => fmt::Write::write_char(out, letter),
        })
    }
}

/// A coordinate with at most one decimal.
pub(super) struct Number(pub(super) f64);

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() + 0.0;
        let decimals = usize::from(tenths % 10.0 != 0.0);
        write!(out, "{:.decimals$}", tenths / 10.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Escaped, Isolated, Number, width, wrap};

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        let table = [(1.0, "1"), (1.26, "1.3"), (-0.04, "0"), (0.95, "1"), (-2.5, "-2.5"), (320.0, "320")];
        for (value, expect) in table {
            assert_eq!(Number(value).to_string(), expect);
        }
    }

    #[test]
    fn markup_and_control_characters_do_not_pass() {
        let table = [("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"), ("<script>", "&lt;script&gt;"), ("l'été\u{0}\u{b}", "l&#39;été")];
        for (text, expect) in table {
            assert_eq!(Escaped(text).to_string(), expect);
        }
    }

    #[test]
    fn labels_are_isolated() {
        let table = [
            ("60 %", Direction::LeftToRight, "\u{2068}60 %\u{2069}"),
            ("60 %", Direction::RightToLeft, "\u{2068}60 %\u{2069}"),
            ("SDG 5 هدف", Direction::RightToLeft, "\u{2067}SDG 5 هدف\u{2069}"),
            ("هدف", Direction::LeftToRight, "\u{2068}هدف\u{2069}"),
        ];
        for (text, direction, expect) in table {
            assert_eq!(Isolated(text, direction).to_string(), expect);
        }
    }

    #[test]
    fn lines_keep_within_the_limit() {
        let table: &[(&str, f64, &[&str])] = &[
            ("", 100.0, &[]),
            ("Mål 60 %", 200.0, &["Mål 60 %"]),
            ("Mål 60\u{a0}%", 50.0, &["Mål", "60\u{a0}%"]),
            ("Samhällsbyggnad", 60.0, &["Samhä-", "llsbyg-", "gnad"]),
            ("ማእከል ልምዓት", 40.0, &["ማእ", "ከል", "ልም", "ዓት"]),
        ];
        for (text, limit, expect) in table {
            let lines = wrap(text, 15.0, *limit);
            assert_eq!(&lines, expect, "{text}");
            assert!(lines.iter().all(|line| width(line, 15.0) <= *limit), "{text}");
        }
    }
}
