//! Pages to a tree: those that nobody wrote but every site has, parents, and the order of children.

use std::sync::Arc;

use super::{NaturalPart, Page, PageId, Tree, Version, natural};
use crate::config::{Config, LanguageId};
use crate::document::{Entry, Facts, Key, Kind, facts::Prose};
use crate::site::Parts;
use crate::source::{SourcePath, Span, Spanned};

/// Pages that come to be a tree.
pub(super) struct TreeBuilder {
    pub(super) tree: Tree,
    pub(super) list: Vec<Page>,
}

impl TreeBuilder {
    pub(super) fn push(&mut self, page: Page) {
        let id = PageId(u32::try_from(self.list.len()).unwrap_or(u32::MAX));
        self.tree.by_stem.insert(page.stem.clone(), id);
        self.list.push(page);
    }

    /// A start page and the lists of goals, bodies … exist even if nobody wrote an introduction to them.
    pub(super) fn add_missing(&mut self, config: &Config, parts: &Parts<'_>) {
        for (folder, _) in lists(config) {
            let prefix = format!("{folder}/");
            let stem = format!("{folder}/index");
            let stems = &self.tree.by_stem;
            let has_pages = stems.range(prefix.clone()..).next().is_some_and(|(stem, _)| stem.starts_with(&prefix));
            if !stems.contains_key(&stem) && has_pages {
                let titles = made_titles(config, parts, &stem);
                self.push(made_page(stem, &titles));
            }
        }
        if !self.tree.by_stem.contains_key("index") {
            self.push(made_page("index".to_owned(), &made_titles(config, parts, "index")));
        }
    }

    /// Finds parents and orders children: by `order`, then newest first where pages have dates, then by path.
    pub(super) fn connect(&mut self) {
        let parents: Vec<Option<PageId>> = self.list.iter().map(|page| self.parent_of(&page.stem)).collect();
        for (index, parent) in parents.into_iter().enumerate() {
            let child = PageId(u32::try_from(index).unwrap_or(u32::MAX));
            if let Some(page) = self.list.get_mut(index) {
                page.parent = parent;
            }
            if let Some(parent) = parent.and_then(|parent| self.list.get_mut(parent.index())) {
                parent.children.push(child);
            }
        }
        for index in 0..self.list.len() {
            let children = self.list.get_mut(index).map(|page| std::mem::take(&mut page.children)).unwrap_or_default();
            let mut keyed: Vec<_> =
                children.into_iter().filter_map(|child| Some((sort_key(self.list.get(child.index())?), child))).collect();
            keyed.sort_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
            if let Some(page) = self.list.get_mut(index) {
                page.children = keyed.into_iter().map(|(_, child)| child).collect();
            }
        }
    }

    fn parent_of(&self, stem: &str) -> Option<PageId> {
        if stem == "index" {
            return None;
        }
        let find = |stem: &str| self.tree.by_stem.get(stem).copied();
        let mut folder = stem.strip_suffix("/index").unwrap_or(stem);
        while let Some((above, _)) = folder.rsplit_once('/') {
            if let Some(id) = find(&format!("{above}/index")) {
                return Some(id);
            }
            folder = above;
        }
        find("index")
    }
}

/// A page's place among its siblings.
fn sort_key(page: &Page) -> (f64, std::cmp::Reverse<Option<crate::period::Date>>, Vec<NaturalPart>) {
    let entry = page.source();
    (entry.order.unwrap_or(f64::MAX), std::cmp::Reverse(entry.date), natural(&page.stem))
}

/// The folders whose lists exist even if nobody wrote an introduction to them, and the message of their title.
fn lists(config: &Config) -> [(&str, &'static str); 7] {
    let folders = &config.folders;
    [
        (&folders.goals, "goals-title"),
        (&folders.assignments, "assignments-title"),
        (&folders.bodies, "bodies-title"),
        (&folders.areas, "areas-title"),
        (&folders.indicators, "indicators-title"),
        (&folders.news, "news-title"),
        (&folders.glossary, "glossary-title"),
    ]
}

/// The titles, one a language, of a page that nobody wrote.
pub(super) fn made_titles(config: &Config, parts: &Parts<'_>, stem: &str) -> Vec<String> {
    let folder = stem.strip_suffix("/index").unwrap_or_default();
    match lists(config).into_iter().find(|(name, _)| *name == folder) {
        Some((_, title)) => parts.catalogues.iter().map(|catalogue| catalogue.plain(title)).collect(),
        None => config.language_ids().map(|language| config.title.get(config, language).0.to_owned()).collect(),
    }
}

/// A page that nobody wrote.
pub(super) fn made_page(stem: String, titles: &[String]) -> Page {
    let versions = titles.iter().enumerate().map(|(index, title)| {
        let language = LanguageId(u16::try_from(index).unwrap_or(u16::MAX));
        let entry = Entry {
            path: SourcePath::new(""),
            key: Key { stem: stem.clone(), language },
            kind: Kind::Page,
            title: Spanned::new(title.clone(), Span::default()),
            summary: None,
            slug: None,
            aliases: Vec::new(),
            date: None,
            order: None,
            draft: false,
            translation: None,
            prose: Prose::default(),
            facts: Facts::None,
            text: Arc::default(),
        };
        Some(Version { entry: Arc::new(entry), doc: None, anchors: Vec::new() })
    });
    Page { versions: versions.collect(), stem, kind: Kind::Page, parent: None, children: Vec::new() }
}
