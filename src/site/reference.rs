//! Links: from what an author wrote to where it leads. Found once, when the site is assembled; a page then only needs the
//! address that a destination has in its reader's language.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::page::Version;
use super::programme::draft_hint;
use super::route::RouteTarget;
use super::{DocId, PageId, Pages, Programme, Route, Routes};
use crate::chunked_vec::ChunkedVec;
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Message, nearest, suggestion};
use crate::document::markdown::join;
use crate::document::{Entry, Link, Target};

/// Where a link leads. The place on a page is the fragment of the link's own target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page of the site.
    Page(PageId),
    /// The page that it stands on.
    Here,
    /// A URL of the site that is no content page.
    Route(Box<str>),
    /// Another website, a mail address or telephone number.
    External,
    /// Nowhere.
    Broken,
}

/// Where the links of every document lead.
#[derive(Clone, Debug, Default)]
pub struct Links {
    by_document: ChunkedVec<Arc<[Destination]>>,
}

impl Links {
    /// The destinations of a document's links, each at its link's place.
    pub fn of(&self, document: DocId) -> &[Destination] {
        self.by_document.get(document.index()).map(Arc::as_ref).unwrap_or_default()
    }

    /// Finds where all links lead, of a number of documents.
    pub(super) fn resolve(linker: &Linker<'_>, documents: usize) -> Self {
        let none: Arc<[Destination]> = Arc::default();
        let mut all = vec![none; documents];
        for (document, destinations) in linker.resolved(&linker.all_pages()) {
            if let Some(slot) = all.get_mut(document.index()) {
                *slot = destinations;
            }
        }
        Self { by_document: all.into_iter().collect() }
    }

    /// The same after some pages have changed, while everything that a link can lead to is where it was.
    pub(super) fn updated(&self, linker: &Linker<'_>, changed: &[PageId]) -> Self {
        let mut links = self.clone();
        for (document, destinations) in linker.resolved(changed) {
            links.by_document.replace(document.index(), destinations);
        }
        links
    }
}

/// What links and anchors lead nowhere, by the page that they stand on.
pub(super) type Broken = BTreeMap<PageId, Vec<Diagnostic>>;

/// Everything that links can lead to.
#[derive(Clone, Copy)]
pub(super) struct Linker<'a> {
    pub(super) config: &'a Config,
    pub(super) pages: &'a Pages,
    pub(super) routes: &'a Routes,
    pub(super) programme: &'a Programme,
}

impl Linker<'_> {
    /// All pages.
    pub(super) fn all_pages(&self) -> Vec<PageId> {
        self.pages.iter().map(|(page, _)| page).collect()
    }

    /// The destinations of all documents with links that some pages are made of.
    fn resolved(&self, on: &[PageId]) -> Vec<(DocId, Arc<[Destination]>)> {
        let of = |version: &Version| {
            let links = version.entry.text.links.iter();
            Some((version.doc?, links.map(|link| self.destination(&version.entry, link)).collect()))
        };
        on.par_iter().flat_map_iter(|page| self.pages.get(*page).versions.iter().flatten().filter_map(of)).collect()
    }

    fn destination(&self, entry: &Entry, link: &Link) -> Destination {
        let page = |page: Option<PageId>| page.map_or(Destination::Broken, Destination::Page);
        match &link.target {
            Target::External(_) => Destination::External,
            Target::Anchor(_) => Destination::Here,
            Target::Id(id, _) => page(self.programme.find(id)),
            Target::Root(path, _) => self.at_url(path),
            Target::File(path, _) => {
                let Some(path) = join(entry.path.folder_in_content(), path) else { return Destination::Broken };
                match path.strip_suffix(".md") {
                    // A link to a translation means the page; the reader's language decides.
                    Some(stem) => page(self.pages.find(stem).or_else(|| self.pages.find(stem.rsplit_once('.')?.0))),
                    None => self.at_file(&format!("/{path}")),
                }
            }
        }
    }

    fn at_url(&self, url: &str) -> Destination {
        match self.routes.get(url) {
            Some(Route { target: RouteTarget::Page(page, _), .. }) => Destination::Page(*page),
            Some(_) => Destination::Route(url.into()),
            None => Destination::Broken,
        }
    }

    /// A file that is not a page stands at its own path.
    fn at_file(&self, url: &str) -> Destination {
        if self.routes.get(url).is_some() { Destination::Route(url.into()) } else { Destination::Broken }
    }

    /// Finds every link and anchor on some pages that leads nowhere.
    pub(super) fn check(&self, links: &Links, on: &[PageId]) -> Broken {
        let ids = self.programme.ids();
        let broken_on = |page: &PageId| {
            let versions = self.pages.get(*page).versions.iter().flatten();
            let found: Vec<Diagnostic> = versions.flat_map(|version| self.broken_in(*page, version, links, &ids)).collect();
            (!found.is_empty()).then_some((*page, found))
        };
        on.par_iter().filter_map(broken_on).collect()
    }

    fn broken_in(&self, page: PageId, version: &Version, links: &Links, ids: &[&str]) -> Vec<Diagnostic> {
        let Some(document) = version.doc else { return Vec::new() };
        let entry = &version.entry;
        let found = entry.text.links.iter().zip(links.of(document)).filter_map(|(link, destination)| match destination {
            Destination::Broken => Some(broken(entry, link, self.pages, ids)),
            Destination::Page(page) => self.broken_anchor(entry, link, *page),
            Destination::Here => self.broken_anchor(entry, link, page),
            Destination::Route(_) | Destination::External => None,
        });
        found.collect()
    }

    fn broken_anchor(&self, entry: &Entry, link: &Link, page: PageId) -> Option<Diagnostic> {
        let anchor = link.target.fragment()?;
        let language = if page_has(self.pages, page, entry.key.language) { entry.key.language } else { LanguageId::SOURCE };
        let (_, version) = self.pages.full_version(self.config, page, language);
        if anchor.is_empty() || anchor == "main" || version.anchors.iter().any(|known| known == anchor) {
            return None;
        }
        let valid: Vec<&str> = version.anchors.iter().map(String::as_str).collect();
        let message = Message::new(
            format!("det finns ingen rubrik med ankaret `#{anchor}` i {}", version.entry.path),
            format!("no heading has the anchor `#{anchor}` in {}", version.entry.path),
        );
        Some(Diagnostic::new(Code::BrokenAnchor, message).at(&entry.path, link.span).maybe_help(suggestion(anchor, &valid)))
    }
}

fn page_has(pages: &Pages, page: PageId, language: LanguageId) -> bool {
    pages.get(page).own(language).is_some()
}

fn broken(entry: &Entry, link: &Link, pages: &Pages, ids: &[&str]) -> Diagnostic {
    let (code, message, help) = match &link.target {
        Target::Id(id, _) => {
            let message = Message::new(format!("det finns inget med id `{id}`"), format!("nothing has the id `{id}`"));
            let help = if pages.is_id_left_out(id) { Some(draft_hint(id)) } else { suggestion(id, ids) };
            (Code::UnknownId, message, help)
        }
        Target::File(path, _) if is_draft(entry, path, pages) => {
            let message = Message::new(format!("`{path}` är ett utkast"), format!("`{path}` is a draft"));
            let help = Message::new(
                "ta bort länken tills sidan publiceras, eller ta bort `draft: true` på den; `--drafts` tar med utkast",
                "remove the link until the page is published, or its `draft: true`; `--drafts` includes drafts",
            );
            (Code::BrokenLink, message, Some(help))
        }
        Target::File(path, _) => {
            let message = Message::new(format!("det finns ingen fil `{path}`"), format!("there is no file `{path}`"));
            let how = Message::new(
                "en länk skrivs som vägen till filen, räknad från mappen som texten står i: `../mal/kf-1.md`",
                "a link is written as the path to the file, counted from the folder of the text: `../goals/kf-1.md`",
            );
            (Code::BrokenLink, message, nearest_file(entry, path, pages).or(Some(how)))
        }
        Target::Root(path, _) | Target::External(path) | Target::Anchor(path) => {
            let message = Message::new(format!("det finns ingen sida `{path}`"), format!("there is no page `{path}`"));
            (Code::BrokenLink, message, None)
        }
    };
    Diagnostic::new(code, message).at(&entry.path, link.span).maybe_help(help)
}

/// Whether a link leads to a page that is not published yet.
fn is_draft(entry: &Entry, path: &str, pages: &Pages) -> bool {
    let folder = entry.path.folder_in_content();
    let stem = join(folder, path).and_then(|path| path.strip_suffix(".md").map(str::to_owned));
    stem.is_some_and(|stem| pages.is_left_out(&stem) || stem.rsplit_once('.').is_some_and(|(stem, _)| pages.is_left_out(stem)))
}

/// The nearest file, written as a path from the linking file's folder.
fn nearest_file(entry: &Entry, path: &str, pages: &Pages) -> Option<Message> {
    let folder = entry.path.folder_in_content();
    let wanted = join(folder, path)?;
    let wanted = wanted.strip_suffix(".md").unwrap_or(&wanted);
    // First a slip in the name within the same folder, then the same name in another folder.
    let near = pages.nearest(wanted).or_else(|| {
        let name = wanted.rsplit('/').next()?;
        let same_name = pages.iter().find(|(_, page)| page.stem.rsplit('/').next() == Some(name));
        same_name.map(|(_, page)| page.stem.as_str())
    });
    let near = near.or_else(|| nearest(wanted, pages.iter().map(|(_, page)| page.stem.as_str())))?;
    let relative = relative(folder, near);
    Some(Message::new(format!("menade du `{relative}.md`?"), format!("did you mean `{relative}.md`?")))
}

fn relative(folder: &str, stem: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = stem.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = vec![".."; from.len() - common];
    up.into_iter().chain(to.into_iter().skip(common)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relates_paths() {
        assert_eq!(relative("uppdrag", "mal/kf-1"), "../mal/kf-1");
        assert_eq!(relative("uppdrag", "uppdrag/soc-1"), "soc-1");
        assert_eq!(relative("", "kontakt"), "kontakt");
    }
}
