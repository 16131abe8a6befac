//! The adapter to the Markdown parser: text to HTML with holes where the site decides (addresses, anchors, labels).

mod blocks;

use std::fmt::Write as _;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::html::{attribute, escape_into, escape_isolating_numbers};
use crate::locale::Direction;
use crate::source::{SourcePath, Span};

pub use blocks::{Block, BlockKind, blocks};

/// A text as HTML, cut where something of the site goes.
#[derive(Clone, Debug, Default)]
pub struct Body(pub Vec<Piece>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Ready markup.
    Html(String),
    /// The attributes of a link or image, by its place in the file's list.
    Link(usize),
    /// The id of a heading, by its place in the file's list.
    HeadingId(usize),
    /// The accessible name of a table, by its number from 1.
    TableName(usize),
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// The anchor that its author gave.
    pub id: Option<String>,
    /// Its text.
    pub text: String,
}

/// A link or image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands in the file.
    pub span: Span,
    /// Where it goes.
    pub target: Target,
    /// Whether it is an image's source.
    pub image: bool,
}

/// Where a link goes, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file of the site, relative to this one, and a fragment.
    File(String, Option<String>),
    /// A subject by its id, and a fragment.
    Id(String, Option<String>),
    /// A place on this page.
    Anchor(String),
    /// A path from the site's root.
    Root(String),
    /// Another website, a mail address or telephone number.
    External(String),
}

impl Target {
    fn read(url: &str) -> Self {
        let (path, fragment) = url.split_once('#').map_or((url, None), |(path, fragment)| (path, Some(fragment.to_owned())));
        if let Some(id) = path.strip_prefix("id:") {
            return Self::Id(id.to_owned(), fragment);
        }
        if path.is_empty() {
            return Self::Anchor(fragment.unwrap_or_default());
        }
        let scheme = path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '.']));
        if scheme || path.starts_with("//") {
            return Self::External(url.to_owned());
        }
        if path.starts_with('/') {
            return Self::Root(url.to_owned());
        }
        Self::File(path.to_owned(), fragment)
    }
}

/// What a text is made of.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The text.
    pub body: Body,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Its links and images.
    pub links: Vec<Link>,
}

/// What is read beside plain Markdown.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_STRIKETHROUGH
}

/// Parses a text that starts `offset` bytes into its file.
pub fn parse(path: &SourcePath, text: &str, offset: usize, direction: Direction) -> Checked<Parsed> {
    let mut writer = Writer {
        path,
        offset,
        direction,
        parsed: Parsed::default(),
        html: String::with_capacity(text.len() + text.len() / 4),
        heading: None,
        image: None,
        row: Row::default(),
        tables: 0,
        alignments: Vec::new(),
        link_text: None,
        found: Vec::new(),
    };
    writer.look_for_overrides(text);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        // The range of a block goes on to the start of the next line.
        let length = text.get(range.clone()).map_or(0, |own| own.trim_end_matches(['\r', '\n']).len());
        writer.event(event, Span::new(range.start, range.start + length).shifted(offset));
    }
    writer.cut();
    Checked { value: writer.parsed, diagnostics: writer.found }
}

#[derive(Default)]
struct Row {
    head: bool,
    column: usize,
    /// Where the open header cell's markup starts.
    cell_at: usize,
}

struct Image {
    link: usize,
    alt: String,
    title: String,
    span: Span,
}

struct Writer<'a> {
    path: &'a SourcePath,
    offset: usize,
    direction: Direction,
    parsed: Parsed,
    html: String,
    heading: Option<Heading>,
    image: Option<Image>,
    row: Row,
    tables: usize,
    alignments: Vec<Alignment>,
    link_text: Option<(Span, String)>,
    found: Vec<Diagnostic>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.html.push_str("<code>");
                self.text(&text);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.html.push_str("<br>"),
            Event::Rule => self.html.push_str("<hr>"),
            Event::Html(text) | Event::InlineHtml(text) => self.raw_html(&text, span),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        if let Some((_, link_text)) = &mut self.link_text {
            link_text.push_str(text);
        }
        match self.direction {
            Direction::LeftToRight => escape_into(&mut self.html, text),
            Direction::RightToLeft => escape_isolating_numbers(&mut self.html, text),
        }
    }

    /// Ends the open piece of markup.
    fn cut(&mut self) {
        if !self.html.is_empty() {
            self.parsed.body.0.push(Piece::Html(std::mem::take(&mut self.html)));
        }
    }

    fn hole(&mut self, piece: Piece) {
        self.cut();
        self.parsed.body.0.push(piece);
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.html.push_str("<p>"),
            Tag::Heading { level, id, .. } => {
                let level = level as u8;
                self.check_level(level, span);
                self.heading = Some(Heading { level, id: id.map(|id| id.to_string()), text: String::new() });
                let _ = write!(self.html, "<h{level} id=\"");
                self.hole(Piece::HeadingId(self.parsed.headings.len()));
                self.html.push_str("\">");
            }
            Tag::BlockQuote(_) => self.html.push_str("<blockquote>"),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.html.push_str("<pre tabindex=\"0\"><code>"),
            Tag::List(None) => self.html.push_str("<ul>"),
            Tag::List(Some(1)) => self.html.push_str("<ol>"),
            Tag::List(Some(first)) => {
                let _ = write!(self.html, "<ol start=\"{first}\">");
            }
            Tag::Item => self.html.push_str("<li>"),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<s>"),
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, span),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, span),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.tables += 1;
                // A wide table scrolls by itself, also with the keyboard, so that the page never does (WCAG 1.4.10, 2.1.1).
                self.html.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
                self.hole(Piece::TableName(self.tables));
                self.html.push_str("\"><table>");
            }
            Tag::TableHead => {
                self.row = Row { head: true, ..Row::default() };
                self.html.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.row = Row::default();
                self.html.push_str("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            _ => {}
        }
    }

    fn start_cell(&mut self) {
        let end = matches!(self.alignments.get(self.row.column), Some(Alignment::Right));
        let class = if end { " class=\"number\"" } else { "" };
        self.row.cell_at = self.html.len();
        let _ = match self.row.head {
            true => write!(self.html, "<th scope=\"col\"{class}>"),
            false => write!(self.html, "<td{class}>"),
        };
    }

    fn end_cell(&mut self) {
        // An empty header cell names nothing, so it must not be announced as one.
        if self.row.head && self.html.ends_with('>') && self.html.len() - self.row.cell_at < "<th scope=\"col\" class=\"number\">".len() + 1
        {
            self.html.truncate(self.row.cell_at);
            self.html.push_str("<td></td>");
        } else {
            self.html.push_str(if self.row.head { "</th>" } else { "</td>" });
        }
        self.row.column += 1;
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.html.push_str("</p>"),
            TagEnd::Heading(level) => {
                let _ = write!(self.html, "</{level}>");
                self.parsed.headings.extend(self.heading.take());
            }
            TagEnd::BlockQuote(_) => self.html.push_str("</blockquote>"),
            TagEnd::CodeBlock => self.html.push_str("</code></pre>"),
            TagEnd::List(false) => self.html.push_str("</ul>"),
            TagEnd::List(true) => self.html.push_str("</ol>"),
            TagEnd::Item => self.html.push_str("</li>"),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</s>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::Table => self.html.push_str("</tbody></table></div>"),
            TagEnd::TableHead => self.html.push_str("</tr></thead><tbody>"),
            TagEnd::TableRow => self.html.push_str("</tr>"),
            TagEnd::TableCell => self.end_cell(),
            _ => {}
        }
    }

    fn start_link(&mut self, link_type: LinkType, url: &str, span: Span) {
        let target = match link_type {
            LinkType::Email => Target::External(format!("mailto:{url}")),
            _ => Target::read(url),
        };
        self.html.push_str("<a");
        self.hole(Piece::Link(self.parsed.links.len()));
        self.html.push('>');
        self.parsed.links.push(Link { span, target, image: false });
        self.link_text = Some((span, String::new()));
    }

    fn end_link(&mut self) {
        self.html.push_str("</a>");
        let Some((span, text)) = self.link_text.take() else { return };
        // Out of their sentence these words say nothing: screen readers list links by themselves (WCAG 2.4.9).
        let vague = ["här", "läs mer", "mer", "klicka här", "länk", "here", "read more", "more", "click here", "link"];
        if vague.contains(&text.trim().to_lowercase().as_str()) {
            let message = Message::new(
                format!("länktexten ”{}” säger inte vart länken går", text.trim()),
                format!("the link text “{}” does not say where the link goes", text.trim()),
            );
            let help = Message::new("låt länktexten vara målsidans rubrik", "let the link text be the title of the page it goes to");
            self.found.push(Diagnostic::new(Code::VagueLink, message).at(self.path, span).help(help));
        }
    }

    fn start_image(&mut self, url: &str, title: &str, span: Span) {
        let link = self.parsed.links.len();
        self.parsed.links.push(Link { span, target: Target::read(url), image: true });
        self.image = Some(Image { link, alt: String::new(), title: title.to_owned(), span });
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        let decorative = matches!(image.title.as_str(), "dekorativ" | "decorative");
        if image.alt.trim().is_empty() && !decorative {
            let message = Message::new("bilden saknar alternativtext", "the image has no text alternative");
            let help = Message::new(
                "beskriv bilden: `![Barn som läser](bild.jpg)`; är den bara dekoration, skriv `![](bild.jpg \"dekorativ\")`",
                "describe the image: `![Children reading](image.jpg)`; if it is mere decoration, write `![](image.jpg \"decorative\")`",
            );
            self.found.push(Diagnostic::new(Code::MissingAlt, message).at(self.path, image.span).help(help));
        }
        self.html.push_str("<img loading=\"lazy\"");
        attribute(&mut self.html, "alt", image.alt.trim());
        self.hole(Piece::Link(image.link));
        self.html.push('>');
    }

    fn check_level(&mut self, level: u8, span: Span) {
        let previous = self.parsed.headings.last().map_or(1, |heading| heading.level);
        if level > previous + 1 {
            let message = Message::new(
                format!("rubriken hoppar från nivå {previous} till {level}"),
                format!("the heading skips from level {previous} to {level}"),
            );
            let marks = "#".repeat(usize::from(previous) + 1);
            let help = Message::new(format!("skriv `{marks}` i stället"), format!("write `{marks}` instead"));
            self.found.push(Diagnostic::new(Code::SkippedHeading, message).at(self.path, span).help(help));
        } else if level == 1 {
            let message =
                Message::new("sidan har redan en rubrik på nivå 1: titeln", "the page has a heading of level 1 already: its title");
            let help = Message::new("skriv `##` i stället", "write `##` instead");
            self.found.push(Diagnostic::new(Code::SkippedHeading, message).at(self.path, span).help(help));
        }
    }

    fn raw_html(&mut self, text: &str, span: Span) {
        if text.trim_start().starts_with("<!--") || text.trim().is_empty() {
            return;
        }
        let message = Message::new("HTML i texten visas inte", "HTML in the text is not shown");
        let help = Message::new(
            "skriv med Markdown; en kommentar skrivs `<!-- så -->`, och `<` som tecken skrivs `\\<`",
            "write it in Markdown; a comment is written `<!-- so -->`, and `<` as a sign `\\<`",
        );
        self.found.push(Diagnostic::new(Code::RawHtml, message).at(self.path, span).help(help));
    }

    /// Characters that override the direction of text can make it read otherwise than it is (Unicode TR #36,
    /// "Trojan Source", CVE-2021-42574); isolates (U+2066–2069) are harmless.
    fn look_for_overrides(&mut self, text: &str) {
        // All of them start with the same two bytes, so most files need one quick search.
        if !text.contains('\u{202A}') && !text.contains(['\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}']) {
            return;
        }
        for (at, character) in text.char_indices().filter(|(_, character)| ('\u{202A}'..='\u{202E}').contains(character)) {
            let code = u32::from(character);
            let message = Message::new(
                format!("osynligt tecken U+{code:04X} som ändrar läsriktningen"),
                format!("invisible character U+{code:04X} that overrides the direction of text"),
            );
            let help = Message::new("ta bort tecknet; riktningen sköts av språket", "remove it; the language sees to the direction");
            let span = Span::new(at, at + character.len_utf8()).shifted(self.offset);
            self.found.push(Diagnostic::new(Code::DirectionOverride, message).at(self.path, span).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str, direction: Direction) -> String {
        let parsed = parse(&SourcePath::new("content/a.md"), text, 0, direction).value;
        parsed
            .body
            .0
            .iter()
            .map(|piece| match piece {
                Piece::Html(html) => html.clone(),
                Piece::Link(n) => format!("[{n}]"),
                Piece::HeadingId(n) => format!("[h{n}]"),
                Piece::TableName(n) => format!("[t{n}]"),
            })
            .collect()
    }

    #[test]
    fn writes_html_with_holes() {
        let cases = [
            ("a *b* [c](d.md)", "<p>a <em>b</em> <a[0]>c</a></p>"),
            ("## A {#k}\n", "<h2 id=\"[h0]\">A</h2>"),
            ("![b](c.png)", "<p><img loading=\"lazy\" alt=\"b\"[0]></p>"),
            (
                "| a | |\n|--|--:|\n| 1 | 2 |\n",
                "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"[t1]\"><table><thead><tr><th scope=\"col\">a</th><td></td></tr></thead><tbody><tr><td>1</td><td class=\"number\">2</td></tr></tbody></table></div>",
            ),
            ("<b>x</b>", "<p>x</p>"),
        ];
        for (text, expected) in cases {
            assert_eq!(html(text, Direction::LeftToRight), expected, "{text:?}");
        }
        assert_eq!(html("هاتف 018-727 00", Direction::RightToLeft), "<p>هاتف <bdi dir=\"ltr\">018-727 00</bdi></p>");
    }

    #[test]
    fn reads_targets() {
        let cases = [
            ("../mal/kf-3.md#a", Target::File("../mal/kf-3.md".into(), Some("a".into()))),
            ("id:soc-3", Target::Id("soc-3".into(), None)),
            ("#a", Target::Anchor("a".into())),
            ("/a/", Target::Root("/a/".into())),
            ("https://a.se/#b", Target::External("https://a.se/#b".into())),
            ("tel:+4652212", Target::External("tel:+4652212".into())),
        ];
        for (url, target) in cases {
            assert_eq!(Target::read(url), target, "{url}");
        }
    }
}
