//! The hash of a block's words: what tells years later whether a paragraph says what it said when it was translated.

use std::fmt;

use icu::normalizer::ComposingNormalizerBorrowed;

use super::link::join;
use super::{Element, Link, Piece, Target};

/// The hash of a block's words, fit to be stored for years: `b1-` and the first 16 hexadecimal digits of the BLAKE3 hash of
/// the block's *normal form*, in UTF-8. The prefix names the form; a form that differs in any way gets another one.
///
/// Form `b1`. A block's words, as a reader gets them once Markdown's escapes and entities are resolved, in their order:
/// - **Unicode**: NFC. Left out are signs that only guide how a line is laid out: U+00AD, U+200B, U+2060, U+FEFF, and the marks
///   of direction U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069.
/// - **White space and control characters**: each run is one space, line ends and forced line breaks included; none at the
///   start or the end of a part.
/// - **Parts**: paragraphs, items and rows in a block are parted by U+001E, and each cell of a row ends with U+001F. How
///   deep a list stands in another is not told.
/// - **Struck out words** stand between U+0018 and U+0017: to strike a word out takes back what it says.
/// - **Text alternatives** of images stand in their place, between U+0002 and U+0003.
/// - **Targets** of links and images follow at the end, in order, each after U+001D: a translation that links elsewhere
///   than its source is wrong. A file is given by its path from `content/`, with `/` before it, so that a page can move to
///   another folder; everything else is as written.
///
/// So these are form and do not count: emphasis, code marks, levels of headings and their anchors, the kind of block, marks and
/// numbers of lists, alignment of columns, comments, titles of links, how a link is written and which words carry it.
///
/// A block that was changed goes unnoticed with a probability of 2⁻⁶⁴. Among a million blocks two share their hash by chance
/// with one of 3·10⁻⁸.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockHash([u8; 8]);

/// Why a text is no hash of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidHash {
    /// It is of a form that this program does not know.
    OtherForm,
    /// It has another shape.
    Malformed,
}

const PREFIX: &str = "b1-";

impl BlockHash {
    /// The hash of a normal form.
    fn of(form: &str) -> Self {
        let mut first = [0; 8];
        first.iter_mut().zip(blake3::hash(form.as_bytes()).as_bytes()).for_each(|(to, from)| *to = *from);
        Self(first)
    }

    /// Reads a hash as it is printed.
    ///
    /// # Errors
    /// When it is not `b1-` and 16 digits, `0` to `9` and `a` to `f`.
    pub fn parse(text: &str) -> Result<Self, InvalidHash> {
        let (form, digits) = text.split_once('-').ok_or(InvalidHash::Malformed)?;
        let is_form = form.strip_prefix('b').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
        if !is_form {
            return Err(InvalidHash::Malformed);
        }
        if form != PREFIX.trim_end_matches('-') {
            return Err(InvalidHash::OtherForm);
        }
        let is_hash = digits.len() == 16 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(digits, 16).ok().filter(|_| is_hash).ok_or(InvalidHash::Malformed)?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for BlockHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{:016x}", u64::from_be_bytes(self.0))
    }
}

impl fmt::Debug for BlockHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Writes normal forms, one after the other, in the same memory.
#[derive(Debug, Default)]
pub(super) struct NormalForm {
    form: String,
    /// Whether a space is due before the next word.
    space: bool,
    /// Whether nothing stands in the open part.
    at_start: bool,
}

const ALTERNATIVE: char = '\u{2}';
const ALTERNATIVE_END: char = '\u{3}';
const STRUCK_END: char = '\u{17}';
const STRUCK: char = '\u{18}';
const TARGET: char = '\u{1D}';
const PART: char = '\u{1E}';
const CELL_END: char = '\u{1F}';

impl NormalForm {
    /// The hash of a block with its links, standing in a folder below `content/`.
    pub(super) fn hash<'a>(&mut self, pieces: impl Iterator<Item = Piece<'a>>, links: &[Link], folder: &str) -> BlockHash {
        self.form.clear();
        (self.space, self.at_start) = (false, true);
        pieces.for_each(|piece| self.piece(piece));
        self.form.truncate(self.form.trim_end_matches(PART).len());
        for link in links {
            self.form.push(TARGET);
            self.target(&link.target, folder);
        }
        // Ascii is its own NFC.
        if self.form.is_ascii() {
            BlockHash::of(&self.form)
        } else {
            BlockHash::of(&ComposingNormalizerBorrowed::new_nfc().normalize(&self.form))
        }
    }

    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Words(text) => self.words(text),
            Piece::Break => self.space = true,
            Piece::Start(Element::Strikethrough) => self.mark(STRUCK),
            Piece::End(Element::Strikethrough) => self.mark(STRUCK_END),
            Piece::Start(Element::Image(_)) => {
                self.mark(ALTERNATIVE);
                self.at_start = true;
            }
            Piece::End(Element::Image(_)) => {
                self.form.push(ALTERNATIVE_END);
                (self.space, self.at_start) = (false, false);
            }
            Piece::End(Element::Cell { .. } | Element::HeadCell { .. }) => {
                self.form.push(CELL_END);
                (self.space, self.at_start) = (false, true);
            }
            Piece::Start(Element::Cell { .. } | Element::HeadCell { .. }) => {}
            Piece::Start(element) | Piece::End(element) if element.is_inline() => {}
            Piece::Start(_) | Piece::End(_) | Piece::Rule => self.part(),
        }
    }

    fn words(&mut self, text: &str) {
        for (at, word) in text.split(|c: char| c.is_whitespace() || c.is_control()).enumerate() {
            self.space |= at > 0;
            if word.contains(is_layout) {
                let word: String = word.chars().filter(|c| !is_layout(*c)).collect();
                self.word(&word);
            } else {
                self.word(word);
            }
        }
    }

    fn word(&mut self, word: &str) {
        if !word.is_empty() {
            self.due_space();
            self.form.push_str(word);
            self.at_start = false;
        }
    }

    /// A mark that stands where a word could.
    fn mark(&mut self, mark: char) {
        self.due_space();
        self.form.push(mark);
    }

    fn due_space(&mut self) {
        if std::mem::take(&mut self.space) && !self.at_start {
            self.form.push(' ');
        }
    }

    fn part(&mut self) {
        if !self.form.is_empty() && !self.form.ends_with(PART) {
            self.form.push(PART);
        }
        (self.space, self.at_start) = (false, true);
    }

    fn target(&mut self, target: &Target, folder: &str) {
        match target {
            Target::File(path, _) => match join(folder, path) {
                Some(path) => {
                    self.form.push('/');
                    self.form.push_str(&path);
                }
                None => self.form.push_str(path),
            },
            Target::Id(id, _) => {
                self.form.push_str("id:");
                self.form.push_str(id);
            }
            Target::Root(path, _) => self.form.push_str(path),
            Target::External(url) => self.form.push_str(url),
            Target::Anchor(_) => {}
        }
        if let Some(fragment) = target.fragment() {
            self.form.push('#');
            self.form.push_str(fragment);
        }
    }
}

/// Whether a character only guides how a line is laid out.
fn is_layout(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests;
