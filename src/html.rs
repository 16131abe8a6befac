//! Text that is safe to put into HTML, by type: templates print [`Html`] as it is, so nothing else may reach them.

mod mark;

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use serde::Serialize;

pub use mark::{Mark, Marked, is_noncharacter, take_marks, without_marks};

/// A piece of HTML, escaped when it was made. Two are equal when they show the same, wherever it comes from.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl PartialEq for Html {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.bare() == other.bare()
    }
}

impl Eq for Html {}

impl Html {
    /// Escapes plain text; the result is safe in content and in quoted attributes.
    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        escape_into(&mut html, text);
        Self(html)
    }

    /// Takes markup that the program itself has written.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup without the marks in it.
    pub fn bare(&self) -> Cow<'_, str> {
        without_marks(&self.0)
    }

    /// The same with a mark around it; nothing is not marked.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        if self.is_empty() {
            return self;
        }
        let mut html = String::with_capacity(self.0.len() + 24);
        mark.open(&mut html);
        html.push_str(&self.0);
        mark.close(&mut html);
        Self(html)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Appends text with `&`, `<`, `>` and `"` written as entities, and without noncharacters, which are no text (HTML, 13.2.3.5).
pub fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(|character| matches!(character, '&' | '<' | '>' | '"') || is_noncharacter(character)) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        let mut characters = special.chars();
        html.push_str(match characters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "",
        });
        rest = characters.as_str();
    }
    html.push_str(rest);
}

/// Appends one attribute with its leading space.
pub fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape_into(html, value);
    html.push('"');
}

/// Whether a character is written from right to left (Hebrew to Arabic Extended-A, and the presentation forms). The
/// noncharacters between these have no direction: they are marks around what is shown.
pub fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Escapes text of a right-to-left page, isolating each run of digits, addresses and signs that the bidirectional
/// algorithm would take apart: `018-727 00 00` would otherwise be shown as `00 00 727-018` (Unicode UAX #9, W3C
/// "Inline markup and bidirectional text"). Single numbers need no isolation.
pub fn escape_isolating_numbers(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric() || c == '+') {
        let (before, run) = rest.split_at(start);
        let length = run_length(run);
        let (run, after) = run.split_at(length);
        escape_into(html, before);
        if is_compound(run) {
            html.push_str("<bdi dir=\"ltr\">");
            escape_into(html, run);
            html.push_str("</bdi>");
        } else {
            escape_into(html, run);
        }
        rest = after;
    }
    escape_into(html, rest);
}

/// Length in bytes of the left-to-right run at the start: ASCII words joined by signs or single spaces.
fn run_length(text: &str) -> usize {
    let mut end = 0;
    for (at, character) in text.char_indices() {
        let joins = matches!(character, ' ' | '\u{A0}' | '-' | '–' | '/' | '.' | ',' | ':' | '@' | '%' | '+' | '_' | '(' | ')');
        if character.is_ascii_alphanumeric() || (character == '%' && end == at) || character == '+' {
            end = at + character.len_utf8();
        } else if !joins {
            break;
        }
    }
    end
}

/// Whether a run has at least two groups with a digit in it, or is an address.
fn is_compound(run: &str) -> bool {
    let groups = run.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty()).count();
    groups > 1 && run.contains(|c: char| c.is_ascii_digit() || c == '@') || run.starts_with('+')
}

/// Writes a start tag's `lang` and `dir` for a piece in another language than its surroundings.
pub fn language_attributes(lang: &str, dir: &str) -> String {
    let mut html = String::new();
    attribute(&mut html, "lang", lang);
    let _ = write!(html, " dir=\"{dir}\"");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        assert_eq!(Html::text("a<b & \"c\">").as_str(), "a&lt;b &amp; &quot;c&quot;&gt;");
    }

    #[test]
    fn no_text_can_hold_a_mark() {
        let marked = Html::text("b").marked(Mark(7));
        let forged = Html::text(&format!("a{marked}c"));
        assert_eq!(forged.as_str(), "abc");
    }

    #[test]
    fn marks_change_neither_direction_nor_what_is_shown() {
        let marked = Html::text("60 %").marked(Mark(7));
        assert!(!marked.as_str().chars().any(is_right_to_left));
        assert_eq!(marked, Html::text("60 %"));
        assert_eq!(marked.bare(), "60 %");
        assert!(Html::default().marked(Mark(7)).as_str().is_empty());
    }

    #[test]
    fn isolates_numbers_of_several_groups() {
        let cases = [
            ("هاتف 018-727 00 00.", "هاتف <bdi dir=\"ltr\">018-727 00 00</bdi>."),
            ("في 2010 و 60", "في 2010 و 60"),
            ("2023–2027", "<bdi dir=\"ltr\">2023–2027</bdi>"),
            ("a@example.org", "<bdi dir=\"ltr\">a@example.org</bdi>"),
            ("SFI D", "SFI D"),
        ];
        for (text, html) in cases {
            let mut out = String::new();
            escape_isolating_numbers(&mut out, text);
            assert_eq!(out, html);
        }
    }
}
