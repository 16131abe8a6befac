//! Counts the letters of each line of text by script, to find text that is in another language than its page says.

use super::facts::OtherScript;
use crate::locale::script::Script;

/// As many words make a text; fewer may be a name, which keeps its letters in every language.
const WORDS: usize = 5;

/// As many letters make a text.
const LETTERS: usize = 25;

/// As many bytes of a text are shown in a message, to the end of their word.
const SAMPLE: usize = 40;

/// The languages that are open, and the line that is being read.
#[derive(Debug, Default)]
pub(super) struct ScriptRuns {
    languages: Vec<Language>,
    line: Line,
}

#[derive(Clone, Debug)]
struct Language {
    tag: String,
    script: Option<Script>,
}

/// A line: the text of one block in one language.
#[derive(Clone, Debug, Default)]
struct Line {
    own: usize,
    other: usize,
    other_words: usize,
    /// The first letter of another script, and its place.
    first: Option<(Script, usize)>,
    /// The text from there on.
    sample: String,
}

impl ScriptRuns {
    /// Text from here on is in a language.
    pub(super) fn enter(&mut self, tag: &str) {
        self.languages.push(Language { tag: tag.to_owned(), script: Script::of_language(tag) });
    }

    /// The language that was entered last ends, and its line with it.
    pub(super) fn leave(&mut self, found: &mut Vec<OtherScript>) {
        self.end_line(found);
        self.languages.pop();
    }

    /// A block begins or ends.
    pub(super) fn end_line(&mut self, found: &mut Vec<OtherScript>) {
        let line = std::mem::take(&mut self.line);
        let Some((script, at)) = line.first else { return };
        // Two thirds: an address or a name in the midst of a text changes nothing.
        let is_mostly_other = line.other > 2 * line.own;
        if is_mostly_other
            && line.other >= LETTERS
            && line.other_words >= WORDS
            && let Some(language) = self.languages.last()
        {
            found.push(OtherScript { lang: language.tag.clone(), script, sample: line.sample, at });
        }
    }

    /// Reads text of the current line.
    pub(super) fn text(&mut self, bytes: &[u8], at: usize) {
        let Some(own) = self.languages.last().and_then(|language| language.script) else { return };
        // Letters of the other scripts begin with 0xD0 or higher, so most Latin text needs no look at its characters.
        if own == Script::Latin && bytes.iter().fold(0, |highest: u8, byte| highest.max(*byte)) < 0xD0 {
            self.line.own += bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
            return;
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return };
        let mut from = 0;
        for word in text.split_inclusive(char::is_whitespace) {
            if !is_address(word) {
                self.line.read(word, own, at + from);
            }
            from += word.len();
        }
    }
}

impl Line {
    /// Reads a word that begins at a byte of the page.
    fn read(&mut self, word: &str, own: Script, at: usize) {
        let mut has_other = false;
        for (offset, letter) in word.char_indices() {
            match Script::of_letter(letter) {
                Some(script) if script == own => self.own += 1,
                Some(script) => {
                    self.other += 1;
                    has_other = true;
                    self.first.get_or_insert((script, at + offset));
                }
                None => {}
            }
        }
        self.other_words += usize::from(has_other);
        if self.first.is_some() && self.sample.len() < SAMPLE {
            self.sample.push_str(word);
        }
    }
}

/// Whether a word is an address on the web or of a mailbox: they are written alike in every language.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}
