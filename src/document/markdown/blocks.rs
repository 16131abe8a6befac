//! The blocks that a text is made of, each with its place, for those who change one of them.

use pulldown_cmark::{Event, Parser, Tag};

use super::options;
use crate::source::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A list.
    List,
    /// A table.
    Table,
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// Nothing that is shown as text: a rule, a comment.
    Silent,
}

impl BlockKind {
    /// The stable key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::List => "list",
            Self::Table => "table",
            Self::Quote => "quote",
            Self::Code => "code",
            Self::Silent => "silent",
        }
    }
}

/// A block that stands in no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the file, without the line end behind it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The text that a reader sees of it.
    pub shown: String,
}

/// The blocks of a text that starts `offset` bytes into its file.
pub fn blocks(text: &str, offset: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut depth, mut images) = (0_usize, 0_usize);
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let is_start = matches!(event, Event::Start(_));
        if depth == 0 && (is_start || matches!(event, Event::Rule)) {
            let own = text.get(range.clone()).unwrap_or_default().trim_end();
            let span = Span::new(range.start, range.start + own.len()).shifted(offset);
            blocks.push(Block { span, kind: kind(&event), shown: String::new() });
        }
        match &event {
            Event::Start(tag) => {
                depth += 1;
                images += usize::from(matches!(tag, Tag::Image { .. }));
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                images = images.saturating_sub(usize::from(matches!(tag, pulldown_cmark::TagEnd::Image)));
            }
            Event::Text(text) | Event::Code(text) if images == 0 => {
                if let Some(block) = blocks.last_mut() {
                    block.shown.push_str(text);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(block) = blocks.last_mut() {
                    block.shown.push(' ');
                }
            }
            _ => {}
        }
    }
    blocks
}

fn kind(event: &Event<'_>) -> BlockKind {
    match event {
        Event::Start(Tag::Paragraph) => BlockKind::Paragraph,
        Event::Start(Tag::Heading { .. }) => BlockKind::Heading,
        Event::Start(Tag::List(_)) => BlockKind::List,
        Event::Start(Tag::Table(_)) => BlockKind::Table,
        Event::Start(Tag::BlockQuote(_)) => BlockKind::Quote,
        Event::Start(Tag::CodeBlock(_)) => BlockKind::Code,
        _ => BlockKind::Silent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_blocks() {
        let text = "## A *b*\r\ntext\r\nmore\r\n\r\n- c\n- d\n\n<!-- e -->\n\n> f\n\n---\n\n| g |\n|--|\n| h |\n\n![i](j.png) k\n";
        let found: Vec<(&str, &str, String)> = blocks(text, 0)
            .into_iter()
            .map(|block| (block.kind.key(), text.get(block.span.start..block.span.end).unwrap_or_default(), block.shown))
            .collect();
        let expected = [
            ("heading", "## A *b*", "A b"),
            ("paragraph", "text\r\nmore", "text more"),
            ("list", "- c\n- d", "cd"),
            ("silent", "<!-- e -->", ""),
            ("quote", "> f", "f"),
            ("silent", "---", ""),
            ("table", "| g |\n|--|\n| h |", "gh"),
            ("paragraph", "![i](j.png) k", " k"),
        ];
        assert_eq!(found, expected.map(|(kind, text, shown)| (kind, text, shown.to_owned())));
    }
}
