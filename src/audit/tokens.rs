//! The adapter to the HTML tokenizer: a page as tags and texts, in order, without building a tree.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer};

/// Takes what a page is made of.
pub(super) trait Visitor {
    /// A start tag.
    fn start(&mut self, tag: StartTag<'_>);
    /// An end tag that begins at a byte.
    fn end(&mut self, name: &[u8], at: usize);
    /// A part of a text; one text may come in several. Character references are resolved.
    fn text(&mut self, text: &[u8], at: usize);
}

/// A start tag.
#[derive(Clone, Copy, Debug)]
pub(super) struct StartTag<'a> {
    /// In lower case.
    pub(super) name: &'a [u8],
    pub(super) attributes: &'a Attributes,
    /// Whether it ends with `/>`, which counts in SVG only.
    pub(super) is_self_closing: bool,
    /// The byte of its `<`.
    pub(super) at: usize,
}

/// The attributes of one tag. Names are in lower case, values without character references.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    bytes: Vec<u8>,
    /// Where each name ends and its value does; each begins where the one before ends.
    ends: Vec<(usize, usize)>,
}

impl Attributes {
    /// All of them, as written.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let mut from = 0;
        self.ends.iter().map(move |(name, value)| {
            let start = std::mem::replace(&mut from, *value);
            (self.bytes.get(start..*name).unwrap_or_default(), self.bytes.get(*name..*value).unwrap_or_default())
        })
    }

    /// The value of an attribute; of one that is written twice the first counts.
    pub(super) fn get(&self, name: &[u8]) -> Option<&[u8]> {
        self.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    fn begin(&mut self) {
        self.ends.push((self.bytes.len(), self.bytes.len()));
    }

    fn push_name(&mut self, part: &[u8]) {
        self.bytes.extend_from_slice(part);
        if let Some(end) = self.ends.last_mut() {
            *end = (self.bytes.len(), self.bytes.len());
        }
    }

    fn push_value(&mut self, part: &[u8]) {
        self.bytes.extend_from_slice(part);
        if let Some(end) = self.ends.last_mut() {
            end.1 = self.bytes.len();
        }
    }
}

/// Reads a page.
pub(super) fn read(html: &str, visitor: &mut impl Visitor) {
    let emitter = Adapter {
        visitor,
        position: 0,
        tag_at: 0,
        is_start: false,
        is_self_closing: false,
        name: Vec::new(),
        last_start: Vec::new(),
        attributes: Attributes::default(),
    };
    let mut tokens = Tokenizer::new_with_emitter(html, emitter);
    // The emitter hands everything to the visitor at once, so the first step goes through the whole page.
    while tokens.next().is_some() {}
}

struct Adapter<'v, V> {
    visitor: &'v mut V,
    /// The byte after the last that was read.
    position: usize,
    tag_at: usize,
    is_start: bool,
    is_self_closing: bool,
    name: Vec<u8>,
    last_start: Vec<u8>,
    attributes: Attributes,
}

/// What the tokenizer has to know of the tree: after which tags text is no markup (HTML standard, tree construction).
fn next_state(name: &[u8]) -> Option<State> {
    match name {
        b"title" | b"textarea" => Some(State::RcData),
        b"script" => Some(State::ScriptData),
        b"style" | b"xmp" | b"iframe" | b"noembed" | b"noframes" => Some(State::RawText),
        b"plaintext" => Some(State::PlainText),
        _ => None,
    }
}

impl<V: Visitor> Emitter for Adapter<'_, V> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(last.unwrap_or_default());
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.visitor.text(text, self.position.saturating_sub(text.len()));
    }

    #[inline]
    fn start_open_tag(&mut self) {
        self.tag_at = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.is_start = true;
        self.is_self_closing = false;
        self.name.clear();
        self.attributes.clear();
    }

    fn init_end_tag(&mut self) {
        self.is_start = false;
        self.name.clear();
        self.attributes.clear();
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        if !self.is_start {
            self.visitor.end(&self.name, self.tag_at);
            return None;
        }
        self.visitor.start(StartTag {
            name: &self.name,
            attributes: &self.attributes,
            is_self_closing: self.is_self_closing,
            at: self.tag_at,
        });
        std::mem::swap(&mut self.last_start, &mut self.name);
        next_state(&self.last_start)
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {
        self.is_self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.attributes.begin();
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        self.attributes.push_name(part);
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        self.attributes.push_value(part);
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && !self.last_start.is_empty() && self.last_start == self.name
    }

    #[inline]
    fn move_position(&mut self, by: isize) {
        self.position = self.position.saturating_add_signed(by);
    }
}
