//! Marks around pieces of a page: numbers in its text that go through templates and messages with it and are taken out of
//! what these give. So it is known which bytes of a page show what, whatever its template is like.
//!
//! They are made of noncharacters, which no text may contain (Unicode 16, 23.7: they are for a program's own use), and which
//! [`super::escape_into`] drops.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

/// A number that stands around a piece of a page; whoever sets it knows what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(pub u32);

/// A piece of a text that stood between the two ends of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its mark.
    pub mark: Mark,
    /// Where it is in the text without marks.
    pub bytes: Range<usize>,
}

/// The first noncharacter: U+FDD0 to U+FDDF are the digits of a number, to the base 16, the lowest first.
const DIGITS: u32 = 0xFDD0;
const OPEN: char = '\u{FDE0}';
const CLOSE: char = '\u{FDE1}';

/// All of U+FDC0 to U+FDFF begin so in UTF-8; the third byte tells noncharacters from others.
const LEAD: [u8; 2] = [0xEF, 0xB7];
/// Bytes of each of them.
const LENGTH: usize = 3;

/// Whether a character is one that marks are made of.
pub fn is_noncharacter(character: char) -> bool {
    matches!(character, '\u{FDD0}'..='\u{FDEF}')
}

impl Mark {
    /// Writes the end that stands before a piece.
    pub fn open(self, out: &mut String) {
        out.push(OPEN);
        self.number(out);
    }

    /// Writes the end that stands behind a piece.
    pub fn close(self, out: &mut String) {
        out.push(CLOSE);
        self.number(out);
    }

    fn number(self, out: &mut String) {
        let mut rest = self.0;
        loop {
            out.extend(char::from_u32(DIGITS + rest % 16));
            rest /= 16;
            if rest == 0 {
                return;
            }
        }
    }
}

/// An end of a mark as it stands in a text.
struct End {
    is_open: bool,
    number: u32,
}

/// A text without marks.
pub fn without_marks(text: &str) -> Cow<'_, str> {
    if memmem::find(text.as_bytes(), &LEAD).is_none() {
        return Cow::Borrowed(text);
    }
    let mut bare = String::with_capacity(text.len());
    split(text, |plain, _| bare.push_str(plain));
    Cow::Owned(bare)
}

/// Takes the marks out of a text, and tells which pieces they stood around: in the order of their starts, an inner one after
/// the one around it. An end without its other end is taken out too and stands around nothing.
pub fn take_marks(text: String) -> (String, Vec<Marked>) {
    if memmem::find(text.as_bytes(), &LEAD).is_none() {
        return (text, Vec::new());
    }
    let mut bare = String::with_capacity(text.len());
    let mut marked: Vec<Option<Marked>> = Vec::new();
    let mut open: Vec<(u32, usize, usize)> = Vec::new();
    split(&text, |plain, end| {
        bare.push_str(plain);
        match end {
            Some(End { is_open: true, number }) => {
                open.push((number, marked.len(), bare.len()));
                marked.push(None);
            }
            Some(End { is_open: false, number }) => {
                // What was opened inside and not closed there has lost its end.
                let Some(at) = open.iter().rposition(|(other, ..)| *other == number) else { return };
                if let Some((_, slot, start)) = open.drain(at..).next()
                    && let Some(slot) = marked.get_mut(slot)
                {
                    *slot = Some(Marked { mark: Mark(number), bytes: start..bare.len() });
                }
            }
            None => {}
        }
    });
    (bare, marked.into_iter().flatten().collect())
}

/// Goes through a text: each plain piece of it, with the end of a mark that stands behind it.
fn split(text: &str, mut each: impl FnMut(&str, Option<End>)) {
    let bytes = text.as_bytes();
    let finder = memmem::Finder::new(&LEAD);
    let mut plain_from = 0;
    let mut search_from = 0;
    while let Some(at) = bytes.get(search_from..).and_then(|rest| finder.find(rest)).map(|found| search_from + found) {
        let rest = text.get(at..).unwrap_or_default();
        let mut run = rest.chars().take_while(|character| is_noncharacter(*character));
        let Some(first) = run.next() else {
            // Another character that begins with the same bytes.
            search_from = at + LENGTH;
            continue;
        };
        let is_end = matches!(first, OPEN | CLOSE);
        let digits = run.map(|digit| u32::from(digit) - DIGITS).take_while(|digit| is_end && *digit < 16);
        let (mut number, mut count) = (0_u32, 0);
        for digit in digits {
            number = number.wrapping_add(digit.wrapping_shl(4 * count));
            count += 1;
        }
        let plain = text.get(plain_from..at).unwrap_or_default();
        each(plain, (is_end && count > 0).then_some(End { is_open: first == OPEN, number }));
        plain_from = at + LENGTH * (1 + count as usize);
        search_from = plain_from;
    }
    each(text.get(plain_from..).unwrap_or_default(), None);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(mark: u32, inner: &str) -> String {
        let mut text = String::new();
        Mark(mark).open(&mut text);
        text.push_str(inner);
        Mark(mark).close(&mut text);
        text
    }

    fn taken(text: &str) -> (String, Vec<(u32, String)>) {
        let (bare, marked) = take_marks(text.to_owned());
        let found = marked.iter().map(|marked| (marked.mark.0, bare.get(marked.bytes.clone()).unwrap_or_default().to_owned()));
        let found = found.collect();
        (bare, found)
    }

    #[test]
    fn tells_what_stood_between() {
        let text = format!("a{}c{}", around(0, &format!("å{}b", around(70_000, "ﷺ"))), around(4_294_967_295, ""));
        let (bare, found) = taken(&text);
        assert_eq!(bare, "aåﷺbc");
        let expected = [(0, "åﷺb"), (70_000, "ﷺ"), (4_294_967_295, "")].map(|(mark, text)| (mark, text.to_owned()));
        assert_eq!(found, expected);
        assert_eq!(without_marks(&text), bare);
    }

    #[test]
    fn a_text_without_marks_stays_as_it_is() {
        assert_eq!(taken("aﷺ<b>"), ("aﷺ<b>".to_owned(), Vec::new()));
    }

    #[test]
    fn what_was_cut_in_two_is_dropped() {
        let whole = around(300, &format!("b{}d", around(17, "c")));
        for from in 0..whole.len() {
            for to in from..=whole.len() {
                let Some(cut) = whole.get(from..to) else { continue };
                let (bare, found) = taken(cut);
                assert!(!bare.contains(is_noncharacter), "{cut:?}");
                assert!("bcd".contains(&bare), "{cut:?}");
                assert!(found.iter().all(|(mark, text)| matches!((mark, text.as_str()), (300, "bcd") | (17, "c"))), "{cut:?}: {found:?}");
            }
        }
    }

    #[test]
    fn crossed_ends_are_no_piece() {
        let (one, other) = (around(1, "a|"), around(2, "b|"));
        let (one, other): (Vec<&str>, Vec<&str>) = (one.split('|').collect(), other.split('|').collect());
        let text = [one.first(), other.first(), one.last(), other.last()].map(|piece| piece.copied().unwrap_or_default()).concat();
        assert_eq!(taken(&text), ("ab".to_owned(), vec![(1, "ab".to_owned())]));
    }
}
