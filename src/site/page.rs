//! Pages: the files of one name in all languages, their order and their place in the tree.

mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Parts;
use crate::chunked_vec::ChunkedVec;
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Message, nearest};
use crate::document::{Entry, Kind};
use tree::{TreeBuilder, made_page, made_titles};

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(u32);

impl PageId {
    /// Its place in lists that have one entry a page.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    #[cfg(test)]
    pub(super) fn numbered(number: u32) -> Self {
        Self(number)
    }
}

/// A file of content, by its place in the list that assembly was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

impl DocId {
    /// Its place in the list.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One page in all its languages.
#[derive(Clone, Debug)]
pub struct Page {
    /// Path below `content/` without language and suffix.
    pub stem: String,
    /// What it describes.
    pub kind: Kind,
    /// One for each language of the site; the source language's is always there.
    pub versions: Vec<Option<Version>>,
    /// The folder's page it belongs to.
    pub parent: Option<PageId>,
    /// The pages in its folder, in order.
    pub children: Vec<PageId>,
}

/// A page in one language.
#[derive(Clone, Debug)]
pub struct Version {
    /// What it says of itself.
    pub entry: Arc<Entry>,
    /// The file, unless the page is made by the program.
    pub doc: Option<DocId>,
    /// The ids of its headings, in order.
    pub anchors: Vec<String>,
}

/// All pages, by stem.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    list: Vec<Arc<Page>>,
    tree: Arc<Tree>,
}

/// What edits within files leave as it is.
#[derive(Debug, Default)]
struct Tree {
    by_stem: BTreeMap<String, PageId>,
    /// Stems of drafts that do not belong to the site, and their ids as links write them: `id:soc-3`.
    left_out: BTreeSet<String>,
    /// Translations without a source file.
    orphans: Vec<Diagnostic>,
}

/// A file of content and its place in the list.
type File<'a> = (DocId, &'a Arc<Entry>);

/// Pages after edits that left the tree as it was.
pub(super) struct PagesUpdate {
    pub(super) pages: Pages,
    /// Those that differ.
    pub(super) changed: BTreeSet<PageId>,
    /// Whether links to places on pages lead where they did.
    pub(super) same_anchors: bool,
}

impl Version {
    /// Its file in another state of the same list.
    fn file<'a>(&self, parts: &'a Parts<'_>) -> Option<File<'a>> {
        let doc = self.doc?;
        Some((doc, parts.entries.get(doc.index())?))
    }
}

impl Pages {
    /// Joins files to pages and pages to a tree.
    pub fn assemble(config: &Config, parts: &Parts<'_>, drafts: bool) -> Self {
        let mut groups: BTreeMap<&str, Vec<Option<File<'_>>>> = BTreeMap::new();
        let mut left_out: BTreeSet<&str> = BTreeSet::new();
        for (index, entry) in parts.entries.iter().enumerate() {
            if entry.draft && !drafts {
                left_out.extend((entry.key.language == LanguageId::SOURCE).then_some(entry.key.stem.as_str()));
                continue;
            }
            let versions = groups.entry(&entry.key.stem).or_insert_with(|| vec![None; config.languages.len()]);
            let doc = DocId(u32::try_from(index).unwrap_or(u32::MAX));
            if let Some(version) = versions.get_mut(entry.key.language.index()) {
                *version = Some((doc, entry));
            }
        }
        // The translations of a draft wait with it.
        groups.retain(|stem, _| !left_out.contains(stem));
        let sources: Vec<&str> =
            groups.iter().filter(|(_, versions)| versions.first().is_some_and(Option::is_some)).map(|(stem, _)| *stem).collect();
        let groups: Vec<_> = groups.iter().collect();
        let made: Vec<Result<Page, Vec<Diagnostic>>> =
            groups.into_par_iter().map(|(stem, versions)| page(stem, versions, &sources)).collect();
        let waiting = parts.entries.iter().filter(|entry| left_out.contains(entry.key.stem.as_str()));
        let ids = waiting.filter_map(|entry| entry.facts.id()).map(|id| format!("id:{}", id.value));
        let left_out = left_out.iter().map(|stem| (*stem).to_owned()).chain(ids).collect();
        let mut growing = TreeBuilder { tree: Tree { left_out, ..Tree::default() }, list: Vec::new() };
        for page in made {
            match page {
                Ok(page) => growing.push(page),
                Err(orphans) => growing.tree.orphans.extend(orphans),
            }
        }
        growing.add_missing(config, parts);
        growing.connect();
        Self { list: growing.list.into_iter().map(Arc::new).collect(), tree: Arc::new(growing.tree) }
    }

    /// The pages after edits that leave the tree as it is: the same files, each at the same place in it, with the same
    /// addresses. None after any other.
    pub(super) fn updated(&self, config: &Config, parts: &Parts<'_>, before: &ChunkedVec<Arc<Entry>>) -> Option<PagesUpdate> {
        let differences = before.differences(parts.entries)?;
        if !differences.iter().all(|(old, new)| old.same_structure(new)) {
            return None;
        }
        let mut pages = self.clone();
        let mut changed = BTreeSet::new();
        for (old, new) in differences {
            // A draft or a translation without its source has no page.
            let page = self.find(&new.key.stem);
            changed.extend(page.filter(|page| self.get(*page).versions.iter().flatten().any(|version| Arc::ptr_eq(&version.entry, old))));
        }
        let mut same_anchors = true;
        for id in &changed {
            let slot = pages.list.get_mut(id.index())?;
            let files: Vec<Option<File<'_>>> = slot.versions.iter().map(|version| version.as_ref()?.file(parts)).collect();
            let page = Page { parent: slot.parent, children: slot.children.clone(), ..page(&slot.stem, &files, &[]).ok()? };
            let anchors = |page: &Page| page.versions.iter().map(|version| Some(version.as_ref()?.anchors.clone())).collect::<Vec<_>>();
            same_anchors &= anchors(&page) == anchors(slot);
            *slot = Arc::new(page);
        }
        // Titles of pages that nobody wrote are texts of the interface.
        for slot in pages.list.iter_mut().filter(|page| page.versions.iter().flatten().all(|version| version.doc.is_none())) {
            let titles = made_titles(config, parts, &slot.stem);
            let page = Page { parent: slot.parent, children: slot.children.clone(), ..made_page(slot.stem.clone(), &titles) };
            *slot = Arc::new(page);
        }
        Some(PagesUpdate { pages, changed, same_anchors })
    }

    /// Translations without a source file.
    pub(super) fn orphans(&self) -> &[Diagnostic] {
        &self.tree.orphans
    }

    /// A page by its id.
    ///
    /// # Panics
    /// Never for an id of this site.
    pub fn get(&self, id: PageId) -> &Page {
        self.list.get(id.index()).expect("ids are handed out for this list")
    }

    /// The page with a stem.
    pub fn find(&self, stem: &str) -> Option<PageId> {
        self.tree.by_stem.get(stem).copied()
    }

    /// All pages, by stem.
    pub fn iter(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.tree.by_stem.values().map(|id| (*id, self.get(*id)))
    }

    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether there is a draft with a stem that does not belong to the site.
    pub fn is_left_out(&self, stem: &str) -> bool {
        self.tree.left_out.contains(stem)
    }

    /// Whether a draft that does not belong to the site has an id.
    pub fn is_id_left_out(&self, id: &str) -> bool {
        self.tree.left_out.contains(&format!("id:{id}"))
    }

    /// The nearest stem, for messages.
    pub fn nearest(&self, stem: &str) -> Option<&str> {
        nearest(stem, self.tree.by_stem.keys().map(String::as_str))
    }

    /// The version that a reader of a language gets: its own, or the first fallback there is.
    ///
    /// # Panics
    /// Never: every page has a version in the source language, which ends each chain of fallbacks.
    pub fn version(&self, config: &Config, page: PageId, language: LanguageId) -> (LanguageId, &Entry) {
        let (language, version) = self.full_version(config, page, language);
        (language, &version.entry)
    }

    /// As [`Self::version`], with the file and its anchors.
    ///
    /// # Panics
    /// Never, see [`Self::version`].
    pub fn full_version(&self, config: &Config, page: PageId, language: LanguageId) -> (LanguageId, &Version) {
        let page = self.get(page);
        if let Some(version) = page.own(language) {
            return (language, version);
        }
        config
            .fallbacks(language)
            .into_iter()
            .find_map(|language| Some((language, page.own(language)?)))
            .expect("every page has a version in the source language")
    }
}

impl Page {
    /// What the source file says.
    ///
    /// # Panics
    /// Never: pages without a source file are reported and left out.
    pub fn source(&self) -> &Entry {
        &self.own(LanguageId::SOURCE).expect("every page has a version in the source language").entry
    }

    /// The version in a language, if it is translated.
    pub fn own(&self, language: LanguageId) -> Option<&Version> {
        self.versions.get(language.index()).and_then(Option::as_ref)
    }

    /// The folder it stands in; empty at the root.
    pub fn folder(&self) -> &str {
        self.stem.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether it is a folder's own page.
    pub fn is_index(&self) -> bool {
        self.stem == "index" || self.stem.ends_with("/index")
    }
}

/// Joins the files of one name to a page; without a source file they are orphans.
fn page(stem: &str, versions: &[Option<File<'_>>], sources: &[&str]) -> Result<Page, Vec<Diagnostic>> {
    let Some(Some((_, source))) = versions.first() else {
        return Err(versions.iter().flatten().map(|(_, entry)| orphan(entry, sources)).collect());
    };
    let source_anchors = anchors(source, None);
    let version = |(doc, entry): File<'_>| {
        let anchors =
            if entry.key.language == LanguageId::SOURCE { source_anchors.clone() } else { anchors(entry, Some((source, &source_anchors))) };
        Version { entry: Arc::clone(entry), doc: Some(doc), anchors }
    };
    let versions = versions.iter().map(|file| file.map(version)).collect();
    Ok(Page { stem: stem.to_owned(), kind: source.kind, versions, parent: None, children: Vec::new() })
}

fn orphan(entry: &Entry, sources: &[&str]) -> Diagnostic {
    let stem = &entry.key.stem;
    let message = Message::new(
        format!("översättningen har ingen källfil: `content/{stem}.md` finns inte"),
        format!("the translation has no source file: there is no `content/{stem}.md`"),
    );
    let help = nearest(stem, sources.iter().copied())
        .map(|near| Message::new(format!("menade du `content/{near}.md`?"), format!("did you mean `content/{near}.md`?")));
    Diagnostic::new(Code::OrphanTranslation, message).in_file(&entry.path).maybe_help(help)
}

/// The ids of a version's headings. They are the same in every language, so that the language picker keeps the place:
/// a translation takes its source's ids, heading by heading, where both have the same headings.
fn anchors(entry: &Entry, source: Option<(&Arc<Entry>, &[String])>) -> Vec<String> {
    let same_shape = source.is_some_and(|(source, _)| {
        let levels = |entry: &Entry| entry.text.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
        levels(source) == levels(entry)
    });
    let mut anchors: Vec<String> = Vec::with_capacity(entry.text.headings.len());
    for (index, heading) in entry.text.headings.iter().enumerate() {
        let inherited = source.filter(|_| same_shape).and_then(|(_, anchors)| anchors.get(index).cloned());
        let base = heading.id.as_deref().map(str::to_owned).or(inherited).unwrap_or_else(|| slug(&heading.text));
        let mut anchor = base.clone();
        let mut number = 1;
        while anchors.contains(&anchor) || anchor == "main" {
            number += 1;
            anchor = format!("{base}-{number}");
        }
        anchors.push(anchor);
    }
    anchors
}

/// A text as an id: letters and digits in lower case, hyphens between.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.to_lowercase().chars() {
        match character {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            'é' => slug.push('e'),
            character if character.is_alphanumeric() => slug.push(character),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "del".to_owned() } else { slug.to_owned() }
}

/// A piece of a name for sorting as people count: `soc-2` before `soc-10`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NaturalPart {
    /// A number.
    Number(u64),
    /// What is between numbers.
    Text(String),
}

/// Splits a name for natural sorting.
pub fn natural(text: &str) -> Vec<NaturalPart> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let end = if digits > 0 { digits } else { rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()) };
        let (part, after) = rest.split_at(end);
        parts.push(part.parse().map_or_else(|_| NaturalPart::Text(part.to_owned()), NaturalPart::Number));
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_ids_of_titles() {
        let cases =
            [("Få hjälp!", "fa-hjalp"), ("3.1 Strategier och uppdrag", "3-1-strategier-och-uppdrag"), ("…", "del"), ("عربي", "عربي")];
        for (title, id) in cases {
            assert_eq!(slug(title), id);
        }
    }

    #[test]
    fn sorts_numbers_as_numbers() {
        let mut names = ["soc-10", "soc-2", "klk-1"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["klk-1", "soc-2", "soc-10"]);
    }
}
