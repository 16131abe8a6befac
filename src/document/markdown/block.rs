//! Blocks, and the walk through the pieces that one is made of.

use super::{BlockHash, Text};
use crate::source::Span;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A list, with all lists in it.
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

/// What holds words or other elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// A paragraph; items of tight lists hold their words without one.
    Paragraph,
    /// A heading, by its place among the text's headings.
    Heading(u32),
    /// A quotation.
    Quote,
    /// Code in lines of its own.
    CodeBlock,
    /// A list without numbers.
    BulletList,
    /// A list whose first item has this number.
    OrderedList(u32),
    /// An item of a list.
    Item,
    /// A table, by its number in the text, from 1.
    Table(u32),
    /// The row of a table that says what its columns are.
    Head,
    /// Another row of a table.
    Row,
    /// A cell that names its column. One without words is a [`Self::Cell`]: it names nothing.
    HeadCell {
        /// Whether its column is set to the right, as numbers are.
        right: bool,
    },
    /// Another cell.
    Cell {
        /// Whether its column is set to the right, as numbers are.
        right: bool,
    },
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Words that are struck out.
    Strikethrough,
    /// Code within a line.
    Code,
    /// A link, by its place among the text's links.
    Link(u32),
    /// An image, by its place among the text's links; its words are its text alternative.
    Image(u32),
}

impl Element {
    /// Whether it marks words within a line, as opposed to holding lines.
    pub fn is_inline(self) -> bool {
        match self {
            Self::Emphasis | Self::Strong | Self::Strikethrough | Self::Code | Self::Link(_) | Self::Image(_) => true,
            Self::Paragraph
            | Self::Heading(_)
            | Self::Quote
            | Self::CodeBlock
            | Self::BulletList
            | Self::OrderedList(_)
            | Self::Item
            | Self::Table(_)
            | Self::Head
            | Self::Row
            | Self::HeadCell { .. }
            | Self::Cell { .. } => false,
        }
    }
}

/// What a walk through a block meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words. A line end in them means no more than a space, but in code.
    Words(&'a str),
    /// An element begins.
    Start(Element),
    /// The same element ends.
    End(Element),
    /// A line break that its author wants.
    Break,
    /// A line across.
    Rule,
}

/// A piece as it is kept: 12 bytes, for a large site has tens of millions of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Words that stand in the file as they are read.
    Words {
        start: u32,
        end: u32,
    },
    /// Words that do not.
    Resolved {
        start: u32,
        end: u32,
    },
    /// A line end in running text.
    LineEnd,
    Start(Element),
    End(Element),
    Break,
    Rule,
}

/// A block as it is kept; its marks go on to those of the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockRecord {
    pub(super) kind: BlockKind,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) first_mark: u32,
    pub(super) marks: u32,
    pub(super) hash: BlockHash,
}

/// A block that stands in no other.
#[derive(Clone, Copy, Debug)]
pub struct Block<'a> {
    pub(super) text: &'a Text,
    pub(super) record: &'a BlockRecord,
}

impl<'a> Block<'a> {
    /// What it is.
    pub fn kind(self) -> BlockKind {
        self.record.kind
    }

    /// Where it stands in the file, without white space behind it.
    pub fn span(self) -> Span {
        Span::new(self.record.start as usize, self.record.end as usize)
    }

    /// The hash of its words.
    pub fn hash(self) -> BlockHash {
        self.record.hash
    }

    /// All of it, piece by piece.
    pub fn pieces(self) -> Pieces<'a> {
        let first = self.record.first_mark as usize;
        let marks = self.text.marks.get(first..first + self.record.marks as usize).unwrap_or_default();
        Pieces { file: &self.text.file, resolved: &self.text.resolved, marks: marks.iter() }
    }

    /// The words that a reader sees, without marks; items, cells and paragraphs in lines of their own. Text alternatives of
    /// images are not seen.
    pub fn words(self) -> String {
        words(self.pieces())
    }

    /// The passages that are read as sentences, each by itself: paragraphs, headings, items. Not code and not tables.
    pub fn passages(self) -> Vec<String> {
        let mut passages = Vec::new();
        let mut open = String::new();
        let mut skipped = 0_usize;
        for piece in self.pieces() {
            match piece {
                Piece::Start(Element::CodeBlock | Element::Code | Element::Table(_) | Element::Image(_)) => skipped += 1,
                Piece::End(Element::CodeBlock | Element::Code | Element::Table(_) | Element::Image(_)) => {
                    skipped = skipped.saturating_sub(1)
                }
                Piece::Words(text) if skipped == 0 => open.push_str(text),
                Piece::Break => open.push(' '),
                Piece::Start(element) | Piece::End(element) if !element.is_inline() => passages.push(std::mem::take(&mut open)),
                _ => {}
            }
        }
        passages.retain(|passage| !passage.trim().is_empty());
        passages
    }
}

/// The words that a reader sees of some pieces.
pub(super) fn words(pieces: Pieces<'_>) -> String {
    let mut words = String::new();
    let mut images = 0_usize;
    for piece in pieces {
        match piece {
            Piece::Start(Element::Image(_)) => images += 1,
            Piece::End(Element::Image(_)) => images = images.saturating_sub(1),
            Piece::Words(text) if images == 0 => words.push_str(text),
            Piece::Break => words.push('\n'),
            Piece::End(element) if !element.is_inline() && !words.ends_with('\n') => words.push('\n'),
            _ => {}
        }
    }
    words.truncate(words.trim_end_matches('\n').len());
    words
}

/// The pieces of a block, in order.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    pub(super) file: &'a str,
    pub(super) resolved: &'a str,
    pub(super) marks: std::slice::Iter<'a, Mark>,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let words = |text: &'a str, start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default();
        Some(match *self.marks.next()? {
            Mark::Words { start, end } => Piece::Words(words(self.file, start, end)),
            Mark::Resolved { start, end } => Piece::Words(words(self.resolved, start, end)),
            Mark::LineEnd => Piece::Words("\n"),
            Mark::Start(element) => Piece::Start(element),
            Mark::End(element) => Piece::End(element),
            Mark::Break => Piece::Break,
            Mark::Rule => Piece::Rule,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_small() {
        assert_eq!((size_of::<Mark>(), size_of::<BlockRecord>()), (12, 28));
    }
}
