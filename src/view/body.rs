//! Writes a text as HTML for one reader, block by block: fills in addresses, anchors and names.

use std::fmt::Write as _;

use super::PageContext;
use crate::document::Target;
use crate::document::markdown::{Block, Element, Piece};
use crate::html::{Html, attribute, escape_into, escape_isolating_numbers};
use crate::locale::Direction;
use crate::locale::catalogue::Arg;
use crate::site::Destination;
use crate::site::page::Version;
use crate::snapshot::Snapshot;

/// A version's text. Links go to the reader's language and say so where what they lead to is in another.
pub fn html(context: PageContext<'_>, version: &Version) -> Html {
    let Snapshot { config, site, .. } = context.snapshot;
    let destinations = version.doc.map(|document| site.links.of(document)).unwrap_or_default();
    let direction = config.language(version.entry.key.language).locale.direction;
    let mut writer = Writer { context, version, destinations, direction, out: String::new(), alternative: None };
    for block in version.entry.text.blocks() {
        match context.block_mark(version, block.span()) {
            Some(mark) => {
                mark.open(&mut writer.out);
                writer.block(block);
                mark.close(&mut writer.out);
            }
            None => writer.block(block),
        }
    }
    Html::trusted(writer.out)
}

struct Writer<'a> {
    context: PageContext<'a>,
    version: &'a Version,
    /// Where its links lead, each at its link's place.
    destinations: &'a [Destination],
    /// The direction of the text, which may be another than the reader's.
    direction: Direction,
    out: String,
    /// What stands so far in the text alternative of the open image.
    alternative: Option<String>,
}

impl Writer<'_> {
    fn block(&mut self, block: Block<'_>) {
        self.out.reserve(block.span().end.saturating_sub(block.span().start));
        for piece in block.pieces() {
            match (piece, &mut self.alternative) {
                (Piece::End(Element::Image(index)), _) => self.image(index),
                (Piece::Words(text), Some(alternative)) => alternative.push_str(text),
                // Marks mean nothing in a text alternative.
                (_, Some(_)) => {}
                (Piece::Words(text), None) => self.words(text),
                (Piece::Start(element), None) => self.start(element),
                (Piece::End(element), None) => self.end(element),
                (Piece::Break, None) => self.out.push_str("<br>"),
                (Piece::Rule, None) => self.out.push_str("<hr>"),
            }
        }
    }

    fn words(&mut self, text: &str) {
        match self.direction {
            Direction::LeftToRight => escape_into(&mut self.out, text),
            Direction::RightToLeft => escape_isolating_numbers(&mut self.out, text),
        }
    }

    fn start(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.out.push_str("<p>"),
            Element::Heading(index) => self.start_heading(index),
            Element::Quote => self.out.push_str("<blockquote>"),
            Element::CodeBlock => self.out.push_str("<pre tabindex=\"0\"><code>"),
            Element::BulletList => self.out.push_str("<ul>"),
            Element::OrderedList(1) => self.out.push_str("<ol>"),
            Element::OrderedList(first) => _ = write!(self.out, "<ol start=\"{first}\">"),
            Element::Item => self.out.push_str("<li>"),
            Element::Table(number) => {
                // A wide table scrolls by itself, also with the keyboard, so that the page never does (WCAG 1.4.10, 2.1.1).
                let name = self.context.tf("table-name", &[("number", Arg::from(number as usize))]);
                _ = write!(self.out, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\"><table>");
            }
            Element::Head => self.out.push_str("<thead><tr>"),
            Element::Row => self.out.push_str("<tr>"),
            Element::HeadCell { right: false } => self.out.push_str("<th scope=\"col\">"),
            Element::HeadCell { right: true } => self.out.push_str("<th scope=\"col\" class=\"number\">"),
            Element::Cell { right: false } => self.out.push_str("<td>"),
            Element::Cell { right: true } => self.out.push_str("<td class=\"number\">"),
            Element::Emphasis => self.out.push_str("<em>"),
            Element::Strong => self.out.push_str("<strong>"),
            Element::Strikethrough => self.out.push_str("<s>"),
            Element::Code => self.out.push_str("<code>"),
            Element::Link(index) => {
                self.out.push_str("<a");
                self.destination(index);
                self.out.push('>');
            }
            Element::Image(_) => self.alternative = Some(String::new()),
        }
    }

    fn end(&mut self, element: Element) {
        match element {
            Element::Paragraph => self.out.push_str("</p>"),
            Element::Heading(index) => _ = write!(self.out, "</h{}>", self.level(index)),
            Element::Quote => self.out.push_str("</blockquote>"),
            Element::CodeBlock => self.out.push_str("</code></pre>"),
            Element::BulletList => self.out.push_str("</ul>"),
            Element::OrderedList(_) => self.out.push_str("</ol>"),
            Element::Item => self.out.push_str("</li>"),
            Element::Table(_) => self.out.push_str("</tbody></table></div>"),
            Element::Head => self.out.push_str("</tr></thead><tbody>"),
            Element::Row => self.out.push_str("</tr>"),
            Element::HeadCell { .. } => self.out.push_str("</th>"),
            Element::Cell { .. } => self.out.push_str("</td>"),
            Element::Emphasis => self.out.push_str("</em>"),
            Element::Strong => self.out.push_str("</strong>"),
            Element::Strikethrough => self.out.push_str("</s>"),
            Element::Code => self.out.push_str("</code>"),
            Element::Link(_) => self.out.push_str("</a>"),
            Element::Image(index) => self.image(index),
        }
    }

    fn level(&self, index: u32) -> u8 {
        self.version.entry.text.headings.get(index as usize).map_or(2, |heading| heading.level)
    }

    fn start_heading(&mut self, index: u32) {
        _ = write!(self.out, "<h{}", self.level(index));
        attribute(&mut self.out, "id", self.version.anchors.get(index as usize).map_or("", String::as_str));
        self.out.push('>');
    }

    fn image(&mut self, index: u32) {
        let alternative = self.alternative.take().unwrap_or_default();
        self.out.push_str("<img loading=\"lazy\"");
        attribute(&mut self.out, "alt", alternative.trim());
        self.destination(index);
        self.out.push('>');
    }

    /// The attributes that say where a link or image leads.
    fn destination(&mut self, index: u32) {
        let at = index as usize;
        let (Some(link), Some(destination)) = (self.version.entry.text.links.get(at), self.destinations.get(at)) else { return };
        let name = if link.image { "src" } else { "href" };
        let context = self.context;
        let Snapshot { config, site, .. } = context.snapshot;
        match (destination, &link.target) {
            (Destination::Page(page), target) => {
                let url = site.routes.page(*page, context.language);
                attribute(&mut self.out, name, &address(context, url, target.fragment()));
                let (language, _) = site.version(config, *page, context.language);
                if let (Some(tag), _) = context.language_of(language) {
                    attribute(&mut self.out, "hreflang", tag);
                }
            }
            (Destination::Here, target) => attribute(&mut self.out, name, &format!("#{}", target.fragment().unwrap_or_default())),
            (Destination::Route(url), target) => attribute(&mut self.out, name, &address(context, url, target.fragment())),
            (Destination::External, Target::External(url)) => attribute(&mut self.out, name, url),
            // Reported already; the text stays readable without the link.
            (Destination::External | Destination::Broken, _) => {}
        }
    }
}

fn address(context: PageContext<'_>, url: &str, anchor: Option<&str>) -> String {
    let path = context.snapshot.config.path_of(url);
    match anchor {
        Some(anchor) => format!("{path}#{anchor}"),
        None => path,
    }
}
