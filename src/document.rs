//! One file of content: front matter, body and what other pages may see of it. Knows no other file.

mod cell;
pub mod data;
pub mod facts;
pub mod fields;
pub mod format;
mod front_matter;
pub mod frozen;
mod head;
pub mod json;
pub mod jsonstat;
pub mod kolada;
pub mod markdown;
pub mod sheet;
pub mod table;
mod translation;

use std::sync::Arc;

use crate::config::{Config, LanguageId};
use crate::diagnostic::{Checked, Code, Diagnostic, Message, suggestion};
use crate::source::{Source, SourcePath, Span, Spanned};

pub use facts::Facts;
pub use markdown::{BlockHash, Heading, Link, Target, Text};
pub use translation::{Translation, TranslationState};

/// What a file describes; follows from its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Anything that is none of the others.
    Page,
    /// The programme itself.
    Programme,
    /// A goal.
    Goal,
    /// An assignment.
    Assignment,
    /// A body that owes assignments.
    Body,
    /// A place.
    Area,
    /// An indicator.
    Indicator,
    /// A piece of news.
    News,
    /// An explained term.
    Term,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] =
        [Self::Page, Self::Programme, Self::Goal, Self::Assignment, Self::Body, Self::Area, Self::Indicator, Self::News, Self::Term];
}

/// Which version of which page a file is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Path below `content/` without language and suffix: `uppdrag/soc-3`, `mal/index`.
    pub stem: String,
    /// The version's language.
    pub language: LanguageId,
}

/// A file of content, parsed: what it says of its page, and its text.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it stands.
    pub path: SourcePath,
    /// Which page and language.
    pub key: Key,
    /// What it describes.
    pub kind: Kind,
    /// The title, never empty once the site is checked.
    pub title: Spanned<String>,
    /// One sentence about it.
    pub summary: Option<String>,
    /// Another last part of the URL.
    pub slug: Option<Spanned<String>>,
    /// Old ids and paths that redirect here.
    pub aliases: Vec<Spanned<String>>,
    /// Day of publication or decision.
    pub date: Option<crate::period::Date>,
    /// Place among its siblings.
    pub order: Option<f64>,
    /// Not to be published yet: the whole page when its source file says so, else this translation.
    pub draft: bool,
    /// For translations: how they were made.
    pub translation: Option<Translation>,
    /// Prose that a translation of an indicator may hold.
    pub prose: facts::Prose,
    /// The facts of its kind; only in the source language.
    pub facts: Facts,
    /// The text below the front matter.
    pub text: Arc<Text>,
}

impl Entry {
    /// Whether another state of a file has the same place among all files, and the same addresses: whatever a page's place
    /// in the tree or its URL follows from.
    pub fn same_structure(&self, other: &Self) -> bool {
        // Without `..`, so that whoever adds a field decides whether a place or an address follows from it.
        let Self { path, key, kind, title: _, summary: _, slug, aliases, date, order, draft, translation: _, prose: _, facts, text: _ } =
            self;
        let value = |slug: &Option<Spanned<String>>| slug.as_ref().map(|slug| slug.value.clone());
        let values = |aliases: &[Spanned<String>]| aliases.iter().map(|alias| alias.value.clone()).collect::<Vec<_>>();
        let id = |facts: &Facts| facts.id().map(|id| id.value.clone());
        (path, key, kind, date, order, draft) == (&other.path, &other.key, &other.kind, &other.date, &other.order, &other.draft)
            && value(slug) == value(&other.slug)
            && values(aliases) == values(&other.aliases)
            && id(facts) == id(&other.facts)
    }
}

/// Which page and language a content file belongs to, from its name: `content/uppdrag/soc-3.ar.md`.
///
/// # Errors
/// A diagnostic when what stands between the name and `.md` is no language of the site.
pub fn key_of(path: &SourcePath, config: &Config) -> Result<Key, Box<Diagnostic>> {
    let stem = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    let stem = stem.strip_suffix(".md").unwrap_or(stem);
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    let Some((name, tag)) = name.split_once('.') else {
        return Ok(Key { stem: stem.to_owned(), language: LanguageId::SOURCE });
    };
    let join = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    if let Some(language) = config.find_language(tag) {
        return Ok(Key { stem: join(name), language });
    }
    let tags: Vec<&str> = config.languages.iter().map(|language| language.locale.tag).collect();
    let message = Message::new(
        format!("filnamnets `.{tag}` är inget av webbplatsens språk"),
        format!("`.{tag}` in the file's name is not a language of this site"),
    );
    let diagnostic = Diagnostic::new(Code::UnknownSuffix, message).in_file(path).maybe_help(suggestion(tag, &tags));
    Err(Box::new(diagnostic))
}

/// The kind that a folder stands for.
pub fn kind_of(stem: &str, config: &Config) -> Kind {
    let Some((folder, name)) = stem.rsplit_once('/') else { return Kind::Page };
    let folders = &config.folders;
    // A folder's own page introduces the list; only the programme's own page is the thing itself.
    if folder == folders.programme {
        return if name == "index" { Kind::Programme } else { Kind::Page };
    }
    if name == "index" {
        return Kind::Page;
    }
    let kinds = [
        (&folders.goals, Kind::Goal),
        (&folders.assignments, Kind::Assignment),
        (&folders.bodies, Kind::Body),
        (&folders.areas, Kind::Area),
        (&folders.indicators, Kind::Indicator),
        (&folders.news, Kind::News),
        (&folders.glossary, Kind::Term),
    ];
    kinds.into_iter().find(|(name, _)| *name == folder).map_or(Kind::Page, |(_, kind)| kind)
}

/// Whether files of content come out the same with either of two settings: the languages in their names, and the folders.
pub fn same_parse_settings(one: &Config, other: &Config) -> bool {
    let languages = |config: &Config| config.languages.iter().map(|language| language.locale.tag).collect::<Vec<_>>();
    one.folders == other.folders && languages(one) == languages(other)
}

/// Parses one content file. Always gives an entry, whatever is wrong with the file.
pub fn parse(source: &Source, key: Key, config: &Config) -> Checked<Entry> {
    let kind = kind_of(&key.stem, config);
    let (matter, body_at) = split(&source.text);
    let mut diagnostics = Vec::new();
    let mut entry = front_matter::parse(source, matter, key, kind, &mut diagnostics);
    let text = markdown::parse(source, body_at);
    diagnostics.extend(text.diagnostics);
    entry.text = Arc::new(text.value);
    Checked { value: entry, diagnostics }
}

/// The text of a content file alone, for those who change it.
pub fn text_of(source: &Source) -> Text {
    markdown::parse(source, split(&source.text).1).value
}

/// Finds the front matter between two lines of `---` at the start of a file, and where the body begins.
fn split(text: &str) -> (Span, usize) {
    let Some(first) = ["---\n", "---\r\n"].into_iter().find(|line| text.starts_with(line)) else {
        return (Span::default(), 0);
    };
    let start = first.len();
    let mut at = start;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (Span::new(start, at), at + line.len());
        }
        at += line.len();
    }
    (Span::new(start, text.len()), text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_front_matter_from_body() {
        let cases = [
            ("---\na: 1\n---\ntext", (4, 9), 13),
            ("---\r\na: 1\r\n---\r\ntext", (5, 11), 16),
            ("text", (0, 0), 0),
            ("---\na: 1\n", (4, 9), 9),
            ("---\n---\n", (4, 4), 8),
        ];
        for (text, (start, end), body) in cases {
            assert_eq!(split(text), (Span::new(start, end), body), "{text:?}");
        }
    }
}
