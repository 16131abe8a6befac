//! Collects the facts of a page from its tags and texts.

use super::facts::{Inline, InlineKind, NamedKind, Nameless, PageFacts, Placed};
use super::requests;
use super::script_runs::ScriptRuns;
use super::tags::Tag;
use super::tokens::{self, Attributes, StartTag, Visitor};

/// The facts of a page.
pub(super) fn facts(html: &str) -> PageFacts {
    let mut collector = Collector::default();
    tokens::read(html, &mut collector);
    collector.close_all();
    collector.facts
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
struct Open {
    tag: Tag,
    /// Where its name begins among the names of open elements.
    name_from: usize,
    /// Whether nobody sees or hears what is in it.
    is_hidden: bool,
    /// Whether it is within SVG, where `/>` ends an element and `title` is a name.
    is_svg: bool,
    /// Whether text in it is in a language of its own.
    has_lang: bool,
    /// Whether its text is machine's or a name: no language is expected of it.
    is_verbatim: bool,
    /// Whether it waits for a name, as the last of those that do.
    waits_for_name: bool,
}

/// An open element that needs a name.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    kind: NamedKind,
    at: usize,
    has_name: bool,
}

/// What came last, for telling shown white space from indentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Last {
    /// A piece of a line has ended.
    Inline,
    /// The same, then white space from this byte on.
    Space(usize),
    /// A label has begun, so white space at its start is at its edge.
    LabelStart,
    /// Text that ends with white space.
    TextAndSpace,
    #[default]
    Other,
}

#[derive(Debug, Default)]
struct Collector {
    facts: PageFacts,
    open: Vec<Open>,
    /// The names of open elements, one after the other.
    names: Vec<u8>,
    waiting: Vec<Waiting>,
    /// The text that is being read out: of the title or of a main heading.
    reading: Option<Placed>,
    scripts: ScriptRuns,
    last: Last,
}

impl Collector {
    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    fn is_svg(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_svg)
    }

    fn is_in_layout(&self) -> bool {
        self.open.last().is_some_and(|open| open.tag.is_layout())
    }

    /// Every open element that waits for a name has one.
    fn name_all(&mut self) {
        self.waiting.iter_mut().for_each(|waiting| waiting.has_name = true);
    }

    /// Takes the attributes that mean the same on every element.
    fn common(&mut self, tag: StartTag<'_>) -> Common {
        let mut common = Common { is_hidden: self.is_hidden(), ..Common::default() };
        for (name, value) in tag.attributes.iter() {
            match name {
                b"id" if !value.is_empty() => self.facts.ids.push(placed(value, tag.at)),
                b"hidden" => common.is_hidden = true,
                b"aria-hidden" if value == b"true" => common.is_hidden = true,
                b"aria-label" | b"aria-labelledby" | b"title" if !is_blank(value) => common.has_name = true,
                b"translate" if value == b"no" => common.is_verbatim = true,
                b"style" => self.facts.inline.push(Inline { kind: InlineKind::StyleAttribute, at: tag.at }),
                b"lang" => {
                    self.scripts.enter(&text(value));
                    common.has_lang = true;
                }
                // Every attribute of HTML that begins so is an event handler (HTML standard, 8.1.8).
                [b'o', b'n', _, ..] => self.facts.inline.push(Inline { kind: InlineKind::Handler, at: tag.at }),
                _ => {}
            }
        }
        common
    }

    /// Takes what an element is.
    fn special(&mut self, kind: Tag, tag: StartTag<'_>, common: Common) {
        let get = |name: &[u8]| tag.attributes.get(name).unwrap_or_default();
        match kind {
            Tag::Html if self.facts.lang.is_empty() => self.facts.lang = text(get(b"lang")),
            Tag::Title if !self.is_svg() && self.facts.title.is_none() => {
                self.reading = Some(Placed { text: String::new(), at: tag.at });
            }
            Tag::H1 if self.reading.is_none() && !common.is_hidden => {
                self.reading = Some(Placed { text: String::new(), at: tag.at });
            }
            Tag::Meta if get(b"http-equiv").eq_ignore_ascii_case(b"refresh") => self.facts.is_redirect = true,
            Tag::Img if !is_blank(get(b"alt")) && !common.is_hidden => self.name_all(),
            Tag::A | Tag::Area => {
                let href = get(b"href");
                if href.contains(&b'#') {
                    self.facts.anchors.push(placed(href, tag.at));
                } else if starts_with_scheme(href, b"javascript") {
                    self.facts.inline.push(Inline { kind: InlineKind::Handler, at: tag.at });
                }
            }
            // Without a type, or with one of JavaScript's, it is run; a block of data is not (HTML standard, 4.12.1).
            Tag::Script if tag.attributes.get(b"src").is_none() && is_run(get(b"type")) => {
                self.facts.inline.push(Inline { kind: InlineKind::Script, at: tag.at });
            }
            Tag::Style => self.facts.inline.push(Inline { kind: InlineKind::Style, at: tag.at }),
            _ => {}
        }
        requests::collect(kind, tag, &mut self.facts.requests);
    }

    /// Whether an element needs a name, and whether its tag gives it one.
    fn needs_name(kind: Tag, attributes: &Attributes, has_name: bool) -> Option<(NamedKind, bool)> {
        let get = |name: &[u8]| attributes.get(name).unwrap_or_default();
        match kind {
            Tag::A if attributes.get(b"href").is_some() => Some((NamedKind::Link, has_name)),
            Tag::Area if attributes.get(b"href").is_some() => Some((NamedKind::Link, has_name || !is_blank(get(b"alt")))),
            Tag::Button | Tag::Summary => Some((NamedKind::Button, has_name)),
            Tag::H1 | Tag::Heading => Some((NamedKind::Heading, has_name)),
            // Browsers name the others themselves.
            Tag::Input if get(b"type").eq_ignore_ascii_case(b"button") => Some((NamedKind::Button, has_name || !is_blank(get(b"value")))),
            Tag::Input if get(b"type").eq_ignore_ascii_case(b"image") => Some((NamedKind::Button, has_name || !is_blank(get(b"alt")))),
            _ => None,
        }
    }

    /// Notes white space that is shown before what begins at a tag.
    fn space_before(&mut self, kind: Tag) {
        if let Last::Space(at) = self.last
            && kind.is_inline()
        {
            self.facts.shown_spaces.push(at);
        }
    }

    fn close(&mut self, open: Open, at: Option<usize>) {
        self.names.truncate(open.name_from);
        if open.has_lang {
            self.scripts.leave(&mut self.facts.other_script);
        } else if !open.tag.is_inline() {
            self.scripts.end_line(&mut self.facts.other_script);
        }
        if open.waits_for_name
            && let Some(Waiting { kind, at, has_name: false }) = self.waiting.pop()
            && !open.is_hidden
        {
            self.facts.nameless.push(Nameless { kind, at });
        }
        match open.tag {
            Tag::Title if !open.is_svg && self.facts.title.is_none() => self.facts.title = self.reading.take(),
            Tag::H1 => self.facts.main_headings.extend(self.reading.take()),
            Tag::Label if self.last == Last::TextAndSpace => self.facts.shown_spaces.extend(at),
            _ => {}
        }
        self.last = if open.tag.is_inline() { Last::Inline } else { Last::Other };
    }

    fn close_all(&mut self) {
        while let Some(open) = self.open.pop() {
            self.close(open, None);
        }
    }
}

/// What the attributes say that mean the same on every element.
#[derive(Clone, Copy, Debug, Default)]
struct Common {
    is_hidden: bool,
    has_name: bool,
    has_lang: bool,
    is_verbatim: bool,
}

impl Visitor for Collector {
    fn start(&mut self, tag: StartTag<'_>) {
        let kind = Tag::of(tag.name);
        self.space_before(kind);
        if !kind.is_inline() {
            self.scripts.end_line(&mut self.facts.other_script);
        }
        if tag.attributes.get(b"lang").is_some() {
            self.scripts.end_line(&mut self.facts.other_script);
        }
        let common = self.common(tag);
        self.special(kind, tag, common);
        let needs_name = Self::needs_name(kind, tag.attributes, common.has_name);
        let is_svg = kind == Tag::Svg || self.is_svg();
        // The title of a page that is missing in its reader's language is that of the one that stands in for it.
        let is_title = kind == Tag::Title && !is_svg;
        let open = Open {
            tag: kind,
            name_from: self.names.len(),
            is_hidden: common.is_hidden,
            is_svg,
            has_lang: common.has_lang,
            is_verbatim: common.is_verbatim
                || is_title
                || matches!(kind, Tag::Code | Tag::Script | Tag::Style)
                || self.open.last().is_some_and(|open| open.is_verbatim),
            waits_for_name: needs_name.is_some(),
        };
        if let Some((kind, has_name)) = needs_name {
            self.waiting.push(Waiting { kind, at: tag.at, has_name });
        }
        if kind.is_void() || is_svg && tag.is_self_closing {
            self.close(open, None);
            return;
        }
        self.names.extend_from_slice(tag.name);
        self.open.push(open);
        self.last = if kind == Tag::Label { Last::LabelStart } else { Last::Other };
    }

    fn end(&mut self, name: &[u8], at: usize) {
        // End tags may be left out; those that nothing began are ignored, as browsers do.
        let mut name_to = self.names.len();
        let found = self.open.iter().rposition(|open| {
            let own = self.names.get(open.name_from..name_to);
            name_to = open.name_from;
            own == Some(name)
        });
        let Some(found) = found else { return };
        while self.open.len() > found {
            if let Some(open) = self.open.pop() {
                self.close(open, Some(at));
            }
        }
    }

    fn text(&mut self, bytes: &[u8], at: usize) {
        let Some(parent) = self.open.last().copied() else { return };
        if matches!(parent.tag, Tag::Script | Tag::Style) {
            return;
        }
        let blank = bytes.iter().all(u8::is_ascii_whitespace);
        self.last = match (blank, self.last) {
            (true, Last::Inline) if self.is_in_layout() => Last::Space(at),
            (true, Last::Space(from)) => Last::Space(from),
            (_, Last::LabelStart) if bytes.first().is_some_and(u8::is_ascii_whitespace) => {
                self.facts.shown_spaces.push(at);
                Last::TextAndSpace
            }
            _ if bytes.last().is_some_and(u8::is_ascii_whitespace) => Last::TextAndSpace,
            _ => Last::Other,
        };
        if parent.is_hidden {
            return;
        }
        if let Some(reading) = &mut self.reading {
            // Its text may come from a file, its tag comes from a template.
            reading.at = if reading.text.is_empty() { at } else { reading.at };
            reading.text.push_str(&text(bytes));
        }
        if blank {
            return;
        }
        if !self.waiting.is_empty() && !is_blank(bytes) {
            self.name_all();
        }
        if !parent.is_verbatim {
            self.scripts.text(bytes, at);
        }
    }
}

/// The tokenizer works on bytes; what it takes from a text is text.
pub(super) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn placed(bytes: &[u8], at: usize) -> Placed {
    Placed { text: text(bytes), at }
}

/// Whether a text shows and says nothing: white space, and characters without width.
fn is_blank(bytes: &[u8]) -> bool {
    if bytes.iter().any(u8::is_ascii_graphic) {
        return false;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Marks of direction, joiners and the like (Unicode, General_Category=Cf, as far as texts have them).
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether an address begins with a scheme; browsers ignore its case and white space before it.
fn starts_with_scheme(url: &[u8], scheme: &[u8]) -> bool {
    let url = url.trim_ascii_start();
    url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.get(scheme.len()) == Some(&b':')
}

/// Whether a script of a type is run: the types of JavaScript, and what else acts on the page.
fn is_run(kind: &[u8]) -> bool {
    let kind = kind.trim_ascii();
    kind.is_empty()
        || [&b"module"[..], b"importmap", b"speculationrules"].iter().any(|own| kind.eq_ignore_ascii_case(own))
        || kind.to_ascii_lowercase().ends_with(b"script")
}
