//! A text in Markdown as its blocks: what each is, where it stands, the hash of its words, and its words with what marks
//! them. Read once, when the file is read; pages, editing, reading levels, the state of translations and exchange files all
//! walk these blocks, never HTML and never Markdown again.

mod block;
mod finding;
mod hash;
mod html_block;
mod link;
mod parse;

use std::sync::Arc;

use block::{BlockRecord, Mark};

pub use block::{Block, BlockKind, Element, Piece, Pieces};
pub use hash::{BlockHash, InvalidHash};
pub use link::{Link, Target, join};
pub use parse::parse;

/// A text, parsed.
///
/// Its words stay where they were written: a text shares the bytes of its file and holds places in them, which is a
/// quarter of what it would take as HTML.
#[derive(Clone, Debug, Default)]
pub struct Text {
    file: Arc<str>,
    /// Words that do not stand in the file as they are read: `&amp;`, `\*`.
    resolved: Box<str>,
    marks: Box<[Mark]>,
    blocks: Box<[BlockRecord]>,
    /// Headings in order.
    pub headings: Box<[Heading]>,
    /// Links and images in order.
    pub links: Box<[Link]>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// The anchor that its author gave: letters, digits and `-`, `_`, `.` only.
    pub id: Option<Box<str>>,
    /// Its words, without marks.
    pub text: Box<str>,
}

impl Text {
    /// The blocks that stand in no other block, in order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Block<'_>> {
        self.blocks.iter().map(|record| Block { text: self, record })
    }

    /// The hashes of all blocks that say something: what a translation of this text is a translation of.
    pub fn hashes(&self) -> impl Iterator<Item = BlockHash> {
        self.blocks().filter(|block| block.kind() != BlockKind::Silent).map(|block| block.hash())
    }
}
