//! How a translation came about, and which version of its source it is a translation of.

use std::collections::BTreeSet;

use super::front_matter::date;
use super::markdown::{BlockHash, InvalidHash, Text};
use crate::diagnostic::Message;
use crate::period::Date;
use crate::schema::{FieldReader, Node};
use crate::source::Spanned;

/// How a translation came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TranslationState {
    /// By a person.
    Human,
    /// By a machine, then checked by a person.
    Reviewed,
    /// By a machine; nobody has checked it.
    Machine,
}

/// What is known of a translation's making.
#[derive(Clone, Debug, PartialEq)]
pub struct Translation {
    /// How it was made.
    pub state: TranslationState,
    /// Who answers for it: an organisation or role.
    pub by: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The hashes of the source's blocks as they were when it was translated; empty when nobody noted them.
    pub source: Vec<BlockHash>,
}

impl Translation {
    /// How many blocks of the source have changed since it was translated; `None` when its blocks were not noted.
    ///
    /// A block that was changed counts once, and so does one that came or went. Order does not count, for a paragraph that was
    /// moved says what it said.
    pub fn outdated_blocks(&self, source: &Text) -> Option<usize> {
        if self.source.is_empty() {
            return None;
        }
        let then: BTreeSet<BlockHash> = self.source.iter().copied().collect();
        let now: BTreeSet<BlockHash> = source.hashes().collect();
        Some(now.difference(&then).count().max(then.difference(&now).count()))
    }
}

/// Reads the table `translation` of a file's front matter.
pub(super) fn read(node: &Node, reader: &mut FieldReader<'_>) -> Translation {
    let mut fields = reader.table(node);
    let states = [("human", TranslationState::Human), ("reviewed", TranslationState::Reviewed), ("machine", TranslationState::Machine)];
    let state = fields
        .require("state", reader)
        .and_then(|node| reader.choice(node, &states))
        .map_or(TranslationState::Machine, |state| state.value);
    let by = fields.text("by", reader).map(|text| text.value);
    let date = date(&mut fields, "date", reader);
    let hashes = fields.texts("source", reader);
    let source = hashes.iter().filter_map(|hash| block_hash(hash, reader)).collect();
    fields.finish(reader);
    Translation { state, by, date, source }
}

fn block_hash(text: &Spanned<String>, reader: &mut FieldReader<'_>) -> Option<BlockHash> {
    let help = match BlockHash::parse(text.value.trim()) {
        Ok(hash) => return Some(hash),
        Err(InvalidHash::Malformed) => Message::new(
            "en kontrollsumma är `b1-` och 16 siffror och bokstäver a–f; ta bort raden om du inte vet vad den ska vara",
            "a hash is `b1-` and 16 digits and letters a–f; remove it if you do not know what it should be",
        ),
        Err(InvalidHash::OtherForm) => Message::new(
            "en annan version av tydlig har skrivit den; använd den versionen eller en nyare",
            "another version of tydlig has written it; use that version or a newer one",
        ),
    };
    let message = Message::new(
        format!("`{}` är inte kontrollsumman av ett stycke", text.value),
        format!("`{}` is not the hash of a block", text.value),
    );
    reader.invalid(text.span, message, Some(help));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text_of;
    use crate::source::Source;

    #[test]
    fn counts_what_changed_since() {
        let text = |text: &str| text_of(&Source::new("content/a.md", text));
        let source = text("Ett\n\nTvå\n\nTre\n").hashes().collect();
        let translation = Translation { state: TranslationState::Human, by: None, date: None, source };
        let cases = [
            ("Ett\n\n**Två**\n\n## Tre\n", 0),
            ("Tre\n\nTvå\n\nEtt\n", 0),
            ("Ett\n\nTvå\n\nFyra\n", 1),
            ("Ett\n\nTre\n", 1),
            ("Noll\n\nEtt\n\nTvå\n\nTre\n", 1),
            ("Noll\n", 3),
            ("", 3),
        ];
        for (now, expected) in cases {
            assert_eq!(translation.outdated_blocks(&text(now)), Some(expected), "{now:?}");
        }
        let unknown = Translation { source: Vec::new(), ..translation };
        assert_eq!(unknown.outdated_blocks(&text("Ett\n")), None);
    }
}
