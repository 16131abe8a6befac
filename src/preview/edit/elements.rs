//! The elements of a finished page, as far as it must be known which of them is around which bytes. No parser of HTML: it reads
//! what templates write, and takes elements that are not closed to end where the one around them does.

use std::ops::Range;

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element<'h> {
    pub(super) name: &'h str,
    /// Its start tag.
    pub(super) tag: Range<usize>,
    /// Where it ends, with its end tag.
    pub(super) end: usize,
    /// The element around it.
    pub(super) parent: Option<usize>,
}

/// Elements without content (HTML, 13.1.2).
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"];
/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// All elements of a page, in the order of their start tags.
pub(super) fn elements(html: &str) -> Vec<Element<'_>> {
    let mut reader = Reader { html, list: Vec::new(), open: Vec::new() };
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        at = reader.tag(at + found);
    }
    while let Some(left) = reader.open.pop() {
        reader.end(left, html.len());
    }
    reader.list
}

struct Reader<'h> {
    html: &'h str,
    list: Vec<Element<'h>>,
    open: Vec<usize>,
}

impl<'h> Reader<'h> {
    fn rest(&self, at: usize) -> &'h str {
        self.html.get(at..).unwrap_or_default()
    }

    fn end(&mut self, element: usize, at: usize) {
        if let Some(element) = self.list.get_mut(element) {
            element.end = at;
        }
    }

    fn name(&self, element: usize) -> &'h str {
        self.list.get(element).map_or("", |element| element.name)
    }

    /// Reads what begins with `<` and gives where it ends.
    fn tag(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let end_of = |sign: &str| rest.find(sign).map_or(self.html.len(), |end| at + end + sign.len());
        if rest.starts_with("<!--") {
            return end_of("-->");
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return end_of(">");
        }
        if let Some(name) = rest.strip_prefix("</") {
            let end = end_of(">");
            self.close(name_of(name), at, end);
            return end;
        }
        let name = rest.get(1..).map(name_of).unwrap_or_default();
        if name.is_empty() { at + 1 } else { self.start(name, at) }
    }

    fn close(&mut self, name: &str, at: usize, end: usize) {
        let Some(place) = self.open.iter().rposition(|element| self.name(*element).eq_ignore_ascii_case(name)) else { return };
        for (depth, element) in self.open.split_off(place).into_iter().enumerate() {
            self.end(element, if depth == 0 { end } else { at });
        }
    }

    fn start(&mut self, name: &'h str, at: usize) -> usize {
        let end = at + tag_length(self.rest(at));
        let in_drawing = self.open.iter().any(|element| matches!(self.name(*element), "svg" | "math"));
        let number = self.list.len();
        self.list.push(Element { name, tag: at..end, end, parent: self.open.last().copied() });
        let lower = name.to_ascii_lowercase();
        if VOID.contains(&lower.as_str()) || (in_drawing && self.html.get(at..end).is_some_and(|tag| tag.ends_with("/>"))) {
            return end;
        }
        if RAW.contains(&lower.as_str()) && !in_drawing {
            let close = format!("</{name}");
            let text = self.rest(end).find(&close).map_or(self.html.len(), |found| end + found);
            let after = self.rest(text).find('>').map_or(self.html.len(), |found| text + found + 1);
            self.end(number, after);
            return after;
        }
        self.open.push(number);
        end
    }
}

fn name_of(text: &str) -> &str {
    let is_name = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let end = text.find(|character: char| character.is_ascii_whitespace() || matches!(character, '/' | '>')).unwrap_or(text.len());
    if is_name { text.get(..end).unwrap_or_default() } else { "" }
}

/// The bytes of a start tag: a `>` in a quoted value does not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The elements that show some bytes: those that are all there is in them, else the innermost around them. For bytes of a start
/// tag, its element.
pub(super) fn showing(elements: &[Element<'_>], html: &str, bytes: &Range<usize>) -> Vec<usize> {
    let first = elements.partition_point(|element| element.tag.start < bytes.start);
    let mut around = first.checked_sub(1);
    while let Some(element) = around.and_then(|at| elements.get(at)) {
        if bytes.start < element.tag.end {
            return around.into_iter().collect();
        }
        if bytes.end <= element.end {
            break;
        }
        around = element.parent;
    }
    let inner: Vec<(usize, &Element<'_>)> = elements
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, element)| element.tag.start < bytes.end)
        .filter(|(_, element)| element.parent == around && element.end <= bytes.end)
        .collect();
    let mut left = bytes.start;
    let between = |from: usize, to: usize| html.get(from..to).unwrap_or_default();
    let is_blank = |text: &str| text.chars().all(|character| character.is_whitespace() || matches!(character, '\u{2066}'..='\u{2069}'));
    let only_elements = inner.iter().all(|(_, element)| {
        let blank = is_blank(between(left, element.tag.start));
        left = element.end;
        blank
    });
    if inner.is_empty() || !only_elements || !is_blank(between(left, bytes.end)) {
        return around.into_iter().collect();
    }
    inner.into_iter().map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The start tags of the elements that show what stands between `[` and `]`.
    fn shown(marked: &str) -> Vec<String> {
        let html = marked.replace(['[', ']'], "");
        let start = marked.find('[').unwrap_or_default();
        let end = marked.find(']').unwrap_or_default() - 1;
        let list = elements(&html);
        let tags = showing(&list, &html, &(start..end)).into_iter();
        tags.filter_map(|at| Some(html.get(list.get(at)?.tag.clone())?.to_owned())).collect()
    }

    #[test]
    fn finds_what_shows_some_bytes() {
        let cases: [(&str, &[&str]); 14] = [
            ("<p>[a]</p>", &["<p>"]),
            ("<p>a [b] c</p>", &["<p>"]),
            ("<div>[<p>a</p>\n<p>b</p>]</div>", &["<p>", "<p>"]),
            ("<div><p>x</p>[<p>a</p>]</div>", &["<p>"]),
            ("<p>[<span lang=\"sv\">a</span>]</p>", &["<span lang=\"sv\">"]),
            ("<p>[minst <bdi>60</bdi>]</p>", &["<p>"]),
            ("<p>\u{2068}[<a>a</a>]\u{2069}</p>", &["<a>"]),
            ("<p class=\"a>b\">a<br>[b]</p>", &["<p class=\"a>b\">"]),
            ("<p title=\"[a]\">b</p>", &["<p title=\"[a]\">"]),
            ("<ul><li>a<li>[b]</ul>", &["<li>"]),
            ("<svg><path d=\"\"/><text>[a]</text></svg>", &["<text>"]),
            ("<svg>[<path d=\"\"/>]<text>a</text></svg>", &["<path d=\"\"/>"]),
            ("<title>a <b></title><p>[b]</p>", &["<p>"]),
            ("<div><!-- <p> --><i>a</i>[b]</div>", &["<div>"]),
        ];
        for (marked, expected) in cases {
            let found: Vec<String> = shown(marked).iter().map(ToString::to_string).collect();
            let expected: Vec<String> = expected.iter().map(|tag| tag.replace(['[', ']'], "")).collect();
            assert_eq!(found, expected, "{marked}");
        }
    }

    #[test]
    fn what_is_broken_has_elements_all_the_same() {
        for html in ["<", "<p", "<p title=\"", "</", "</p>", "<!--", "<script>", "<p></q></p></p>", "<1>", "a<"] {
            assert!(elements(html).iter().all(|element| element.end <= html.len()), "{html}");
        }
    }
}
