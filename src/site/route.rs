//! Every URL of the site and what stands there.

mod kind;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::data::{DataFile, TableId};
use super::division::{Divisions, PartId};
use super::generated::Generated;
use super::menu::{Section, section_of};
use super::model::Model;
use super::rows::AnyPage;
use super::{Page, PageId, Pages, Parts, Programme};
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Label, Message};
use crate::locale::catalogue::Catalogue;
use crate::source::{SourcePath, Span};

pub use kind::RouteKind;

/// What makes a route's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteTarget {
    /// A page for a reader of a language.
    Page(PageId, LanguageId),
    /// A generated page in a language.
    Generated(Generated, LanguageId),
    /// A part of a list that its page has no room for, in a language.
    Part(PartId, LanguageId),
    /// The page for addresses that lead nowhere, in all languages at once.
    NotFound,
    /// The sitemap for search engines.
    SitemapXml,
    /// The rules for search engines.
    Robots,
    /// A file of open data.
    Data(DataFile),
    /// The feed of follow-ups in a language.
    Feed(LanguageId),
    /// A file, copied as it is.
    File(SourcePath),
    /// An old address of a page.
    Redirect(PageId, LanguageId),
}

/// A URL.
#[derive(Clone, Debug)]
pub struct Route {
    /// What it shows.
    pub kind: RouteKind,
    /// The language of its readers; files have none.
    pub language: Option<LanguageId>,
    /// The language its text is in; another than the readers' where a translation is missing.
    pub content_language: Option<LanguageId>,
    /// The id of its subject.
    pub id: Option<String>,
    /// The file it is made from.
    pub source: Option<SourcePath>,
    /// The entry of the main menu that it belongs to.
    pub section: Option<Section>,
    /// What makes its bytes.
    pub target: RouteTarget,
}

impl Route {
    /// A route that nothing else is known of.
    fn new(kind: RouteKind, target: RouteTarget) -> Self {
        Self { kind, language: None, content_language: None, id: None, source: None, section: None, target }
    }

    /// The same route for readers of a language, in that language.
    fn in_language(self, language: LanguageId) -> Self {
        Self { language: Some(language), content_language: Some(language), ..self }
    }
}

/// All routes, by path from the site's own root (without the base path).
#[derive(Clone, Debug, Default)]
pub struct Routes {
    pages: Arc<PageRoutes>,
    /// All others; none has the URL of a page.
    others: BTreeMap<String, Route>,
    /// The pages that the program makes, in the order of their table.
    generated: Vec<Generated>,
    generated_urls: BTreeMap<(Generated, LanguageId), String>,
    divisions: Arc<Divisions>,
    part_urls: BTreeMap<(PartId, LanguageId), String>,
    feeds: BTreeMap<LanguageId, String>,
    tables: Vec<TableId>,
}

/// The routes of pages.
#[derive(Debug, Default)]
pub(super) struct PageRoutes {
    by_url: BTreeMap<String, Route>,
    /// By page, one a language.
    urls: Vec<Vec<String>>,
    /// Pages that want the same URL.
    found: Vec<Diagnostic>,
}

impl Routes {
    /// Gives everything its URL. `pages` are the routes of pages, if they are known already.
    pub(super) fn assemble(model: &Model<'_>, parts: &Parts<'_>, known: Option<Arc<PageRoutes>>, found: &mut Vec<Diagnostic>) -> Self {
        let builder = Builder { config: model.config, pages: model.pages, programme: model.programme };
        let generated = Generated::all(model);
        let mut routes = Self {
            divisions: Arc::new(Divisions::assemble(model, &generated)),
            pages: known.unwrap_or_else(|| Arc::new(builder.all_page_routes())),
            tables: model.tables.to_vec(),
            generated,
            ..Self::default()
        };
        found.extend_from_slice(&routes.pages.found);
        routes.add_generated(&builder, parts, found);
        routes.add_parts(&builder, parts, found);
        routes.add_files(&builder, parts, found);
        routes.add_redirects(&builder, found);
        routes
    }

    /// The routes of pages: they follow from the tree of pages alone.
    pub(super) fn of_pages(&self) -> Arc<PageRoutes> {
        Arc::clone(&self.pages)
    }

    /// Whether other routes have the same URLs, and pages the same routes.
    pub(super) fn same_urls(&self, other: &Self) -> bool {
        // Without `..`, so that whoever adds a field decides whether a link can lead there.
        let Self { pages, others, generated: _, generated_urls: _, divisions: _, part_urls: _, feeds: _, tables: _ } = self;
        Arc::ptr_eq(pages, &other.pages) && others.keys().eq(other.others.keys())
    }

    fn add(&mut self, url: String, route: Route, found: &mut Vec<Diagnostic>) {
        if let Some(first) = self.get(&url) {
            // Old addresses give way to pages.
            if route.kind != RouteKind::Redirect {
                found.push(duplicate_url(&url, first, &route));
            }
            return;
        }
        self.others.insert(url, route);
    }

    fn add_generated(&mut self, builder: &Builder<'_>, parts: &Parts<'_>, found: &mut Vec<Diagnostic>) {
        for (language, catalogue) in builder.config.language_ids().zip(parts.catalogues) {
            for generated in self.generated.clone() {
                let url = builder.generated_url(generated, language, catalogue);
                self.generated_urls.insert((generated, language), url.clone());
                let route = Route::new(RouteKind::Generated(generated), RouteTarget::Generated(generated, language));
                self.add(url, Route { section: generated.spec().section, ..route.in_language(language) }, found);
            }
            self.add_feed(builder, language, catalogue, found);
        }
    }

    fn add_parts(&mut self, builder: &Builder<'_>, parts: &Parts<'_>, found: &mut Vec<Diagnostic>) {
        let divisions = Arc::clone(&self.divisions);
        for division in divisions.iter() {
            let (kind, section) = match division.owner {
                AnyPage::Page(page) => {
                    (RouteKind::of_page(builder.config, builder.pages.get(page)), section_of(builder.config, builder.pages, page))
                }
                AnyPage::Generated(page) => (RouteKind::Generated(page), page.spec().section),
            };
            for (language, catalogue) in builder.config.language_ids().zip(parts.catalogues) {
                let owner = self.of(division.owner, language).unwrap_or("/").to_owned();
                let above = format!("{owner}{}/", catalogue.plain(division.list.slug()));
                for (id, part) in division.parts() {
                    let url = format!("{above}{}/", part.path);
                    let route = Route { section, ..Route::new(kind, RouteTarget::Part(id, language)).in_language(language) };
                    match self.get(&url) {
                        Some(first) => found.push(duplicate_url(&url, first, &route)),
                        None => _ = self.others.insert(url.clone(), route),
                    }
                    self.part_urls.insert((id, language), url);
                }
            }
        }
    }

    fn add_feed(&mut self, builder: &Builder<'_>, language: LanguageId, catalogue: &Catalogue, found: &mut Vec<Diagnostic>) {
        if builder.programme.follow_ups.is_empty() {
            return;
        }
        let url = format!("{}feed.xml", builder.generated_url(Generated::Progress, language, catalogue));
        self.feeds.insert(language, url.clone());
        self.add(url, Route::new(RouteKind::Feed, RouteTarget::Feed(language)).in_language(language), found);
    }

    fn add_files(&mut self, builder: &Builder<'_>, parts: &Parts<'_>, found: &mut Vec<Diagnostic>) {
        self.add("/404.html".to_owned(), Route::new(RouteKind::NotFound, RouteTarget::NotFound), found);
        self.add("/sitemap.xml".to_owned(), Route::new(RouteKind::Sitemap, RouteTarget::SitemapXml), found);
        self.add("/robots.txt".to_owned(), Route::new(RouteKind::Asset, RouteTarget::Robots), found);
        for data in DataFile::all(builder.config, &self.tables) {
            let mut route = Route::new(RouteKind::Data, RouteTarget::Data(data));
            if let Some(TableId::Indicator(page)) = data.table() {
                let source = builder.pages.get(page).source();
                // Its id may be the name of another table, and the message should then name the file.
                (route.id, route.source) = (source.facts.id().map(|id| id.value.clone()), Some(source.path.clone()));
            }
            self.add(data.url(builder.pages), route, found);
        }
        for path in parts.assets {
            let url = path.as_str().strip_prefix("static").or_else(|| path.as_str().strip_prefix("content"));
            let target = RouteTarget::File(path.clone());
            if let Some(url) = url {
                self.add(url.to_owned(), Route { source: Some(path.clone()), ..Route::new(RouteKind::Asset, target) }, found);
            }
        }
    }

    fn add_redirects(&mut self, builder: &Builder<'_>, found: &mut Vec<Diagnostic>) {
        for (id, page) in builder.pages.iter() {
            for alias in &page.source().aliases {
                for language in builder.config.language_ids() {
                    let path = alias.value.trim_matches('/');
                    // An old id stood where its new one stands; an old path is given whole.
                    let path = if alias.value.contains('/') || page.folder().is_empty() {
                        path.to_owned()
                    } else {
                        format!("{}/{path}", page.folder())
                    };
                    let url = format!("{}{path}/", builder.prefix(language));
                    let route = Route {
                        language: Some(language),
                        source: Some(page.source().path.clone()),
                        ..Route::new(RouteKind::Redirect, RouteTarget::Redirect(id, language))
                    };
                    self.add(url, route, found);
                }
            }
        }
    }

    /// All routes, by URL.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Route)> {
        let mut all: Vec<(&str, &Route)> = self.pages.by_url.iter().chain(&self.others).map(|(url, route)| (url.as_str(), route)).collect();
        // Two runs in order: a merge.
        all.sort_by_key(|(url, _)| *url);
        all.into_iter()
    }

    /// The route at a URL.
    pub fn get(&self, url: &str) -> Option<&Route> {
        self.pages.by_url.get(url).or_else(|| self.others.get(url))
    }

    /// The URL of a page for readers of a language.
    pub fn page(&self, page: PageId, language: LanguageId) -> &str {
        self.pages.urls.get(page.index()).and_then(|urls| urls.get(language.index())).map_or("/", String::as_str)
    }

    /// The URL of the feed for readers of a language, if there is anything to report.
    pub fn feed(&self, language: LanguageId) -> Option<&str> {
        self.feeds.get(&language).map(String::as_str)
    }

    /// The tables of open data.
    pub fn tables(&self) -> &[TableId] {
        &self.tables
    }

    /// The URL of a generated page, if the site has it.
    pub fn generated(&self, generated: Generated, language: LanguageId) -> Option<&str> {
        self.generated_urls.get(&(generated, language)).map(String::as_str)
    }

    /// The URL of any page, if the site has it.
    pub fn of(&self, page: AnyPage, language: LanguageId) -> Option<&str> {
        match page {
            AnyPage::Page(page) => Some(self.page(page, language)),
            AnyPage::Generated(generated) => self.generated(generated, language),
        }
    }

    /// The lists that are divided.
    pub fn divisions(&self) -> &Divisions {
        &self.divisions
    }

    /// The URL of a part of a list.
    pub fn part(&self, part: PartId, language: LanguageId) -> &str {
        self.part_urls.get(&(part, language)).map_or("/", String::as_str)
    }

    /// The pages that the program makes, in the order of their table.
    pub fn all_generated(&self) -> &[Generated] {
        &self.generated
    }
}

struct Builder<'a> {
    config: &'a Config,
    pages: &'a Pages,
    programme: &'a Programme,
}

impl Builder<'_> {
    fn prefix(&self, language: LanguageId) -> String {
        match self.config.language(language).path.as_str() {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        }
    }

    /// All pages in all languages.
    fn all_page_routes(&self) -> PageRoutes {
        let mut routes = PageRoutes { urls: vec![Vec::new(); self.pages.len()], ..PageRoutes::default() };
        let all: Vec<(PageId, &Page)> = self.pages.iter().collect();
        let made: Vec<(PageId, Vec<(String, Route)>)> = all.into_par_iter().map(|(id, page)| (id, self.page_routes(id, page))).collect();
        for (id, made) in made {
            if let Some(urls) = routes.urls.get_mut(id.index()) {
                urls.extend(made.iter().map(|(url, _)| url.clone()));
            }
            for (url, route) in made {
                match routes.by_url.get(&url) {
                    Some(first) => routes.found.push(duplicate_url(&url, first, &route)),
                    None => _ = routes.by_url.insert(url, route),
                }
            }
        }
        routes
    }

    /// A page in all languages.
    fn page_routes(&self, id: PageId, page: &Page) -> Vec<(String, Route)> {
        let kind = RouteKind::of_page(self.config, page);
        let section = section_of(self.config, self.pages, id);
        let route = |language| {
            let (content_language, version) = self.pages.version(self.config, id, language);
            Route {
                kind,
                language: Some(language),
                content_language: Some(content_language),
                id: page.source().facts.id().map(|id| id.value.clone()),
                source: Some(version.path.clone()).filter(|path| !path.as_str().is_empty()),
                section,
                target: RouteTarget::Page(id, language),
            }
        };
        self.config.language_ids().map(|language| (self.page_url(id, language), route(language))).collect()
    }

    fn page_url(&self, id: PageId, language: LanguageId) -> String {
        let page = self.pages.get(id);
        let stem = if page.stem == "index" { "" } else { page.stem.strip_suffix("/index").unwrap_or(&page.stem) };
        let slug = self.pages.version(self.config, id, language).1.slug.as_ref();
        let path = match (slug, stem.rsplit_once('/')) {
            (None, _) => stem.to_owned(),
            (Some(slug), Some((folder, _))) => format!("{folder}/{}", slug.value.trim_matches('/')),
            (Some(slug), None) => slug.value.trim_matches('/').to_owned(),
        };
        let slash = if path.is_empty() { "" } else { "/" };
        format!("{}{path}{slash}", self.prefix(language))
    }

    fn generated_url(&self, generated: Generated, language: LanguageId, catalogue: &Catalogue) -> String {
        format!("{}{}", self.prefix(language), generated.path(catalogue))
    }
}

fn duplicate_url(url: &str, first: &Route, second: &Route) -> Diagnostic {
    let message = Message::new(format!("två sidor får samma adress: `{url}`"), format!("two pages get the same address: `{url}`"));
    let help = Message::new("byt namn på den ena filen eller ge den en annan `slug`", "rename one of the files or give it another `slug`");
    let mut diagnostic = Diagnostic::new(Code::DuplicateUrl, message).help(help);
    if let Some(path) = second.source.as_ref().or(first.source.as_ref()) {
        diagnostic = diagnostic.at(path, Span::default());
    }
    if let (Some(path), true) = (&first.source, second.source.is_some()) {
        diagnostic = diagnostic.and(Label::file(path));
    }
    diagnostic
}
