//! Links: from what an author wrote to where it leads, in the reader's language.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::programme::draft_hint;
use super::route::RouteTarget;
use super::{PageId, Pages, Route, Routes, Site};
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Message, nearest, suggestion};
use crate::document::markdown::join;
use crate::document::{Entry, Link, Target};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// A page of the site and a place on it.
    Page(PageId, Option<&'a str>),
    /// A place on the page itself.
    Anchor(&'a str),
    /// A URL of the site that is no content page, and a place on it.
    Route(String, Option<&'a str>),
    /// Another website, a mail address or telephone number.
    External(&'a str),
    /// Nowhere.
    Broken,
}

/// Finds where a link of a file leads.
pub fn destination<'a>(
    entry: &'a Entry,
    link: &'a Link,
    pages: &Pages,
    routes: &Routes,
    find: impl Fn(&str) -> Option<PageId>,
) -> Destination<'a> {
    match &link.target {
        Target::External(url) => Destination::External(url),
        Target::Anchor(anchor) => Destination::Anchor(anchor),
        Target::Id(id, anchor) => find(id).map_or(Destination::Broken, |page| Destination::Page(page, anchor.as_deref())),
        Target::Root(path, anchor) => match routes.get(path) {
            Some(Route { target: RouteTarget::Page(page, _), .. }) => Destination::Page(*page, anchor.as_deref()),
            Some(_) => Destination::Route(path.to_string(), anchor.as_deref()),
            None => Destination::Broken,
        },
        Target::File(path, anchor) => {
            let folder = entry.path.folder_in_content();
            let Some(path) = join(folder, path) else { return Destination::Broken };
            match path.strip_suffix(".md") {
                Some(stem) => {
                    let page = pages.find(stem).or_else(|| {
                        // A link to a translation means the page; the reader's language decides.
                        let (stem, _) = stem.rsplit_once('.')?;
                        pages.find(stem)
                    });
                    page.map_or(Destination::Broken, |page| Destination::Page(page, anchor.as_deref()))
                }
                None => {
                    let url = format!("/{path}");
                    if routes.get(&url).is_some() { Destination::Route(url, anchor.as_deref()) } else { Destination::Broken }
                }
            }
        }
    }
}

/// What links and anchors lead nowhere, by the page that they stand on.
pub(super) type Broken = BTreeMap<PageId, Vec<Diagnostic>>;

/// Finds every link and anchor on some pages that leads nowhere.
pub(super) fn check(
    config: &Config,
    site: (&Pages, &Routes),
    find: impl Fn(&str) -> Option<PageId> + Copy + Sync,
    ids: &[&str],
    on: &[PageId],
) -> Broken {
    let (pages, _) = site;
    let broken_on = |id: &PageId| {
        let mut found = Vec::new();
        for version in pages.get(*id).versions.iter().flatten() {
            let entry = &version.entry;
            for link in &entry.text.links {
                match destination(entry, link, site.0, site.1, find) {
                    Destination::Broken => found.push(broken(entry, link, pages, ids)),
                    Destination::Page(page, Some(anchor)) => check_anchor(config, (pages, page), (entry, link, anchor), &mut found),
                    Destination::Anchor(anchor) => check_anchor(config, (pages, *id), (entry, link, anchor), &mut found),
                    _ => {}
                }
            }
        }
        (!found.is_empty()).then_some((*id, found))
    };
    on.par_iter().filter_map(broken_on).collect()
}

fn check_anchor(
    config: &Config,
    (pages, page): (&Pages, PageId),
    (entry, link, anchor): (&Entry, &Link, &str),
    found: &mut Vec<Diagnostic>,
) {
    let language = if page_has(pages, page, entry.key.language) { entry.key.language } else { LanguageId::SOURCE };
    let (_, version) = pages.full_version(config, page, language);
    if anchor.is_empty() || anchor == "main" || version.anchors.iter().any(|known| known == anchor) {
        return;
    }
    let valid: Vec<&str> = version.anchors.iter().map(String::as_str).collect();
    let message = Message::new(
        format!("det finns ingen rubrik med ankaret `#{anchor}` i {}", version.entry.path),
        format!("no heading has the anchor `#{anchor}` in {}", version.entry.path),
    );
    found.push(Diagnostic::new(Code::BrokenAnchor, message).at(&entry.path, link.span).maybe_help(suggestion(anchor, &valid)));
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

impl Site {
    /// Finds where a link of a file leads.
    pub fn destination<'a>(&self, entry: &'a Entry, link: &'a Link) -> Destination<'a> {
        destination(entry, link, &self.pages, &self.routes, |id| self.programme.find(id))
    }
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
