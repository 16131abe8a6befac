//! Counts the letters of each line of text by script, to find text that is in another language than its page says.

use super::facts::OtherScript;
use crate::locale::script::Script;

/// As many words make a text; fewer may be a name, which keeps its letters in every language.
const WORDS: usize = 5;

/// As many letters make a text.
const LETTERS: usize = 25;

/// How much of a text is shown in a message.
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
    /// The first letter of another script, its place and what follows.
    first: Option<(Script, usize)>,
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
        let mut in_word = false;
        for (offset, letter) in text.char_indices() {
            match Script::of_letter(letter) {
                Some(script) if script == own => {
                    self.line.own += 1;
                    in_word = false;
                }
                Some(script) => {
                    self.line.other += 1;
                    self.line.other_words += usize::from(!in_word);
                    in_word = true;
                    if self.line.first.is_none() {
                        self.line.first = Some((script, at + offset));
                        self.line.sample = text.get(offset..).unwrap_or_default().chars().take(SAMPLE).collect();
                    }
                }
                // Combining marks and signs within a word do not part it.
                None if letter.is_alphanumeric() || !letter.is_ascii() && !letter.is_whitespace() => {}
                None => in_word = false,
            }
        }
    }
}
