//! The adapter to the Markdown parser: its events to blocks, in one walk.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::block::{BlockRecord, Mark, words};
use super::hash::NormalForm;
use super::html_block::Html;
use super::{BlockKind, Element, Heading, Link, Pieces, Target, Text, finding};
use crate::diagnostic::{Checked, Diagnostic};
use crate::source::{Source, Span};

/// What is read beside plain Markdown.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_STRIKETHROUGH
}

/// Parses the text of a file, which begins at a byte of it.
pub fn parse(source: &Source, body_start: usize) -> Checked<Text> {
    let body = source.text.get(body_start..).unwrap_or_default();
    let mut builder = Builder::new(source, body, body_start);
    builder.found.extend(finding::direction_overrides(&source.path, body, body_start));
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        builder.event(event, range);
    }
    let text = Text {
        file: Arc::clone(&source.text),
        resolved: builder.resolved.into(),
        marks: builder.marks.into(),
        blocks: builder.blocks.into(),
        headings: builder.headings.into(),
        links: builder.links.into(),
    };
    Checked { value: text, diagnostics: builder.found }
}

struct OpenBlock {
    kind: BlockKind,
    span: Span,
    first_mark: usize,
    first_link: usize,
}

struct OpenHeading {
    level: u8,
    id: Option<Box<str>>,
    first_mark: usize,
}

struct OpenLink {
    span: Span,
    first_mark: usize,
}

struct OpenImage {
    span: Span,
    first_mark: usize,
    decorative: bool,
}

/// The table that is being read.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    is_head: bool,
    column: usize,
    /// Where the open cell's marks start.
    cell: usize,
}

struct Builder<'a> {
    source: &'a Source,
    body: &'a str,
    offset: usize,
    folder: &'a str,
    marks: Vec<Mark>,
    resolved: String,
    blocks: Vec<BlockRecord>,
    headings: Vec<Heading>,
    links: Vec<Link>,
    /// What is open; nothing for HTML, which is no element.
    open: Vec<Option<Element>>,
    heading: Option<OpenHeading>,
    link: Option<OpenLink>,
    image: Option<OpenImage>,
    table: Table,
    tables: u32,
    html: String,
    html_span: Option<Span>,
    block: Option<OpenBlock>,
    form: NormalForm,
    found: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a Source, body: &'a str, offset: usize) -> Self {
        Self {
            source,
            body,
            offset,
            folder: source.path.folder_in_content(),
            marks: Vec::new(),
            resolved: String::new(),
            blocks: Vec::new(),
            headings: Vec::new(),
            links: Vec::new(),
            open: Vec::new(),
            heading: None,
            link: None,
            image: None,
            table: Table::default(),
            tables: 0,
            html: String::new(),
            html_span: None,
            block: None,
            form: NormalForm::default(),
            found: Vec::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                if self.open.is_empty() {
                    self.open_block(kind(&tag), &range);
                }
                let element = self.start(tag, range);
                self.open.push(element);
            }
            Event::End(tag) => {
                self.end(tag);
                if self.open.is_empty() {
                    self.close_block();
                }
            }
            Event::Text(text) => self.words(&text, range),
            Event::Code(text) => {
                self.marks.push(Mark::Start(Element::Code));
                self.words(&text, self.inner(&text, range));
                self.marks.push(Mark::End(Element::Code));
            }
            Event::SoftBreak => self.marks.push(Mark::LineEnd),
            Event::HardBreak => self.marks.push(Mark::Break),
            Event::Rule if self.open.is_empty() => {
                self.open_block(BlockKind::Silent, &range);
                self.marks.push(Mark::Rule);
                self.close_block();
            }
            Event::Rule => self.marks.push(Mark::Rule),
            Event::Html(text) => {
                self.html.push_str(&text);
                self.html_span.get_or_insert(self.span(&range));
            }
            Event::InlineHtml(text) => {
                if Html::read(&text) != Html::Comments {
                    self.found.push(finding::raw_html(&self.source.path, self.span(&range)));
                }
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// The place of an event in the file. What the parser gives for a block goes on to the start of the next line.
    fn span(&self, range: &Range<usize>) -> Span {
        let length = self.body.get(range.clone()).map_or(0, |own| own.trim_end_matches(['\r', '\n']).len());
        Span::new(range.start, range.start + length).shifted(self.offset)
    }

    fn open_block(&mut self, kind: BlockKind, range: &Range<usize>) {
        let length = self.body.get(range.clone()).map_or(0, |own| own.trim_end().len());
        let span = Span::new(range.start, range.start + length).shifted(self.offset);
        self.block = Some(OpenBlock { kind, span, first_mark: self.marks.len(), first_link: self.links.len() });
    }

    fn close_block(&mut self) {
        let Some(OpenBlock { kind, span, first_mark, first_link }) = self.block.take() else { return };
        let marks = self.marks.get(first_mark..).unwrap_or_default();
        let pieces = pieces(self.source, &self.resolved, marks);
        let hash = self.form.hash(pieces, self.links.get(first_link..).unwrap_or_default(), self.folder);
        let (first_mark, marks) = (place(first_mark), place(marks.len()));
        self.blocks.push(BlockRecord { kind, start: place(span.start), end: place(span.end), first_mark, marks, hash });
    }

    /// Words, where they stand if they stand there as they are read.
    fn words(&mut self, text: &str, range: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if self.body.get(range.clone()) != Some(text) {
            let start = place(self.resolved.len());
            self.resolved.push_str(text);
            self.marks.push(Mark::Resolved { start, end: place(self.resolved.len()) });
            return;
        }
        let (start, end) = (place(self.offset + range.start), place(self.offset + range.end));
        // What follows at once continues the same words; a line end between them as well, if it is written as one.
        match self.marks.as_mut_slice() {
            [.., Mark::Words { end: before, .. }] if *before == start => *before = end,
            [.., Mark::Words { end: before, .. }, Mark::LineEnd]
                if *before + 1 == start && self.body.get(..range.start).is_some_and(|text| text.ends_with('\n')) =>
            {
                *before = end;
                self.marks.pop();
            }
            _ => self.marks.push(Mark::Words { start, end }),
        }
    }

    /// Where words stand within the marks around them.
    fn inner(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let at = self.body.get(range.clone()).and_then(|own| own.find(text));
        at.map_or(range.clone(), |at| range.start + at..range.start + at + text.len())
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) -> Option<Element> {
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::Heading { level, id, classes, attrs } => {
                let only_id = classes.is_empty() && attrs.is_empty();
                self.start_heading(level as u8, id, only_id, range)
            }
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(_) => Element::CodeBlock,
            Tag::List(None) => Element::BulletList,
            Tag::List(Some(first)) => Element::OrderedList(u32::try_from(first).unwrap_or(u32::MAX)),
            Tag::Item => Element::Item,
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Strikethrough,
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, &range),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, &range),
            Tag::Table(alignments) => {
                self.table = Table { alignments, ..Table::default() };
                self.tables += 1;
                Element::Table(self.tables)
            }
            Tag::TableHead | Tag::TableRow => {
                self.table.is_head = matches!(tag, Tag::TableHead);
                self.table.column = 0;
                if self.table.is_head { Element::Head } else { Element::Row }
            }
            Tag::TableCell => self.start_cell(),
            // The others are not asked for, see `options`.
            _ => return None,
        };
        self.marks.push(Mark::Start(element));
        Some(element)
    }

    fn end(&mut self, tag: TagEnd) {
        let Some(element) = self.open.pop().flatten() else {
            if matches!(tag, TagEnd::HtmlBlock) {
                self.end_html();
            }
            return;
        };
        let element = match element {
            Element::HeadCell { .. } | Element::Cell { .. } => self.end_cell(element),
            element => element,
        };
        self.marks.push(Mark::End(element));
        match element {
            Element::Heading(_) => self.end_heading(),
            Element::Link(_) => self.end_link(),
            Element::Image(_) => self.end_image(),
            _ => {}
        }
    }

    fn start_heading(&mut self, level: u8, id: Option<CowStr<'_>>, only_id: bool, range: Range<usize>) -> Element {
        let span = self.span(&range);
        let previous = self.headings.last().map_or(1, |heading| heading.level);
        self.found.extend(finding::heading_level(&self.source.path, span, previous, level));
        let is_anchor = id.as_deref().is_none_or(is_anchor);
        if !only_id || !is_anchor {
            let braces = self.body.get(range.clone()).and_then(|own| Some(own.rfind('{')?..own.rfind('}')? + 1));
            let braces = braces.map_or(range.clone(), |braces| range.start + braces.start..range.start + braces.end);
            self.found.push(finding::heading_attributes(&self.source.path, self.span(&braces)));
        }
        let id = id.filter(|_| is_anchor).map(|id| Box::from(&*id));
        self.heading = Some(OpenHeading { level, id, first_mark: self.marks.len() });
        Element::Heading(place(self.headings.len()))
    }

    fn end_heading(&mut self) {
        let Some(OpenHeading { level, id, first_mark }) = self.heading.take() else { return };
        self.headings.push(Heading { level, id, text: self.words_from(first_mark).into() });
    }

    fn start_link(&mut self, link_type: LinkType, url: &str, range: &Range<usize>) -> Element {
        let target = match link_type {
            LinkType::Email => Target::External(format!("mailto:{url}").into()),
            _ => Target::read(url),
        };
        let span = self.span(range);
        self.link = Some(OpenLink { span, first_mark: self.marks.len() });
        self.links.push(Link { span, target, image: false });
        Element::Link(place(self.links.len() - 1))
    }

    fn end_link(&mut self) {
        let Some(OpenLink { span, first_mark }) = self.link.take() else { return };
        let text = self.words_from(first_mark);
        self.found.extend(finding::vague_link(&self.source.path, span, &text));
    }

    fn start_image(&mut self, url: &str, title: &str, range: &Range<usize>) -> Element {
        let span = self.span(range);
        let decorative = matches!(title, "dekorativ" | "decorative");
        self.image = Some(OpenImage { span, first_mark: self.marks.len() + 1, decorative });
        self.links.push(Link { span, target: Target::read(url), image: true });
        Element::Image(place(self.links.len() - 1))
    }

    fn end_image(&mut self) {
        let Some(OpenImage { span, first_mark, decorative }) = self.image.take() else { return };
        if !decorative && self.words_from(first_mark).trim().is_empty() {
            self.found.push(finding::missing_alternative(&self.source.path, span));
        }
    }

    fn start_cell(&mut self) -> Element {
        let right = matches!(self.table.alignments.get(self.table.column), Some(Alignment::Right));
        self.table.cell = self.marks.len();
        self.table.column += 1;
        if self.table.is_head { Element::HeadCell { right } } else { Element::Cell { right } }
    }

    /// An empty header cell names nothing, so it must not be announced as one.
    fn end_cell(&mut self, element: Element) -> Element {
        let is_empty = self.marks.len() == self.table.cell + 1;
        if !is_empty || !matches!(element, Element::HeadCell { .. }) {
            return element;
        }
        let empty = Element::Cell { right: false };
        if let Some(start) = self.marks.last_mut() {
            *start = Mark::Start(empty);
        }
        empty
    }

    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        let Some(span) = self.html_span.take() else { return };
        let path = &self.source.path;
        match Html::read(&html) {
            Html::Comments => {}
            Html::Markup => self.found.push(finding::raw_html(path, span)),
            Html::Open => self.found.push(finding::open_comment(path, span)),
            Html::Hidden(words) => {
                let words = words.lines().next().unwrap_or_default().trim_end();
                let at = self.source.text.get(span.start..).and_then(|text| text.find(words)).map(|at| span.start + at);
                let span = at.map_or(span, |at| Span::new(at, at + words.len()));
                self.found.push(finding::hidden_words(path, span));
            }
        }
    }

    /// The words that are seen from a mark on.
    fn words_from(&self, mark: usize) -> String {
        words(pieces(self.source, &self.resolved, self.marks.get(mark..).unwrap_or_default()))
    }
}

fn pieces<'a>(source: &'a Source, resolved: &'a str, marks: &'a [Mark]) -> Pieces<'a> {
    Pieces { file: &source.text, resolved, marks: marks.iter() }
}

/// A place in 32 bits: no file of words is longer than 4 GiB, and of one that is the rest is not read.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether a text can stand after `#` in an address, and in a quoted attribute, as it is.
fn is_anchor(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

fn kind(tag: &Tag<'_>) -> BlockKind {
    match tag {
        Tag::Paragraph => BlockKind::Paragraph,
        Tag::Heading { .. } => BlockKind::Heading,
        Tag::List(_) => BlockKind::List,
        Tag::Table(_) => BlockKind::Table,
        Tag::BlockQuote(_) => BlockKind::Quote,
        Tag::CodeBlock(_) => BlockKind::Code,
        _ => BlockKind::Silent,
    }
}

#[cfg(test)]
mod tests;
