//! Every URL of the site and what stands there.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::data::{DataFile, TableId};
use super::{Page, PageId, Pages, Parts, Programme, Progress};
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Label, Message};
use crate::document::Kind;
use crate::locale::catalogue::Catalogue;
use crate::period::Period;
use crate::source::{SourcePath, Span};

/// What a URL shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteKind {
    /// The start page of a language.
    Start,
    /// A page of text.
    Page,
    /// The programme.
    Programme,
    /// A goal.
    Goal,
    /// An assignment.
    Assignment,
    /// A body.
    Body,
    /// A place.
    Area,
    /// An indicator.
    Indicator,
    /// A period's follow-ups.
    Period,
    /// The overview of progress.
    Progress,
    /// Who owes which follow-up.
    Coverage,
    /// News, or a piece of it.
    News,
    /// The glossary.
    Glossary,
    /// A list: of goals, of assignments …, or of everything from A to Ö.
    Index,
    /// The site map, for people and for search engines.
    Sitemap,
    /// How much there is in each language.
    Languages,
    /// The accessibility statement.
    Statement,
    /// Contact.
    Contact,
    /// The page for addresses that lead nowhere.
    NotFound,
    /// What data there is to download.
    OpenData,
    /// A file of data.
    Data,
    /// A feed of what is new.
    Feed,
    /// A file.
    Asset,
    /// An old address.
    Redirect,
}

impl RouteKind {
    /// Its word in `tydlig routes`, in templates' names and in `page.kind`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Page => "page",
            Self::Programme => "programme",
            Self::Goal => "goal",
            Self::Assignment => "assignment",
            Self::Body => "body",
            Self::Area => "area",
            Self::Indicator => "indicator",
            Self::Period => "period",
            Self::Progress => "progress",
            Self::Coverage => "coverage",
            Self::News => "news",
            Self::Glossary => "glossary",
            Self::Index => "index",
            Self::Sitemap => "sitemap",
            Self::Languages => "languages",
            Self::Statement => "statement",
            Self::Contact => "contact",
            Self::NotFound => "not-found",
            Self::OpenData => "open-data",
            Self::Data => "data",
            Self::Feed => "feed",
            Self::Asset => "asset",
            Self::Redirect => "redirect",
        }
    }
}

/// A page that the program makes of the whole model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Generated {
    /// The overview of progress.
    Progress,
    /// The follow-ups of a year or of a part of it.
    Period(Period),
    /// Who owes which follow-up.
    Coverage,
    /// Everything from A to Ö.
    Letters,
    /// The tree of pages.
    Sitemap,
    /// How much there is in each language.
    Languages,
    /// The accessibility statement.
    Statement,
    /// What data there is to download.
    OpenData,
}

/// What makes a route's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteTarget {
    /// A page for a reader of a language.
    Page(PageId, LanguageId),
    /// A generated page in a language.
    Generated(Generated, LanguageId),
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
    /// What makes its bytes.
    pub target: RouteTarget,
}

/// All routes, by path from the site's own root (without the base path).
#[derive(Clone, Debug, Default)]
pub struct Routes {
    pages: Arc<PageRoutes>,
    /// All others; none has the URL of a page.
    others: BTreeMap<String, Route>,
    generated: BTreeMap<(Generated, LanguageId), String>,
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

/// The parts of the model that routes are made from.
type Model<'a> = (&'a Pages, &'a Programme, &'a Progress);

impl Routes {
    /// Gives everything its URL. `pages` are the routes of pages, if they are known already.
    pub(super) fn assemble(
        config: &Config,
        (pages, programme, progress): Model<'_>,
        parts: &Parts<'_>,
        known: Option<Arc<PageRoutes>>,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let tables = TableId::all(pages, programme, progress);
        let builder = Builder { config, pages, programme, progress };
        let mut routes = Self { pages: known.unwrap_or_else(|| Arc::new(builder.all_page_routes())), tables, ..Self::default() };
        found.extend_from_slice(&routes.pages.found);
        routes.add_generated(&builder, parts, found);
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
        let Self { pages, others, generated: _, feeds: _, tables: _ } = self;
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
            let mut list = builder.generated();
            list.extend((!self.tables.is_empty()).then_some(Generated::OpenData));
            for generated in list {
                let url = builder.generated_url(generated, language, catalogue);
                self.generated.insert((generated, language), url.clone());
                let route = Route {
                    kind: generated_kind(generated),
                    language: Some(language),
                    content_language: Some(language),
                    id: None,
                    source: None,
                    target: RouteTarget::Generated(generated, language),
                };
                self.add(url, route, found);
            }
            self.add_feed(builder, language, catalogue, found);
        }
    }

    fn add_feed(&mut self, builder: &Builder<'_>, language: LanguageId, catalogue: &Catalogue, found: &mut Vec<Diagnostic>) {
        if builder.programme.follow_ups.is_empty() {
            return;
        }
        let url = format!("{}feed.xml", builder.generated_url(Generated::Progress, language, catalogue));
        self.feeds.insert(language, url.clone());
        let route = Route {
            kind: RouteKind::Feed,
            language: Some(language),
            content_language: Some(language),
            id: None,
            source: None,
            target: RouteTarget::Feed(language),
        };
        self.add(url, route, found);
    }

    fn add_files(&mut self, builder: &Builder<'_>, parts: &Parts<'_>, found: &mut Vec<Diagnostic>) {
        let file = |kind, target| Route { kind, language: None, content_language: None, id: None, source: None, target };
        self.add("/404.html".to_owned(), file(RouteKind::NotFound, RouteTarget::NotFound), found);
        self.add("/sitemap.xml".to_owned(), file(RouteKind::Sitemap, RouteTarget::SitemapXml), found);
        self.add("/robots.txt".to_owned(), file(RouteKind::Asset, RouteTarget::Robots), found);
        for data in DataFile::all(builder.config, &self.tables) {
            let mut route = file(RouteKind::Data, RouteTarget::Data(data));
            if let DataFile::Table(TableId::Indicator(page), _) = data {
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
                self.add(url.to_owned(), Route { source: Some(path.clone()), ..file(RouteKind::Asset, target) }, found);
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
                        kind: RouteKind::Redirect,
                        language: Some(language),
                        content_language: None,
                        id: None,
                        source: Some(page.source().path.clone()),
                        target: RouteTarget::Redirect(id, language),
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
        self.generated.get(&(generated, language)).map(String::as_str)
    }
}

struct Builder<'a> {
    config: &'a Config,
    pages: &'a Pages,
    programme: &'a Programme,
    progress: &'a Progress,
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
        let route = |language| {
            let (content_language, version) = self.pages.version(self.config, id, language);
            Route {
                kind: self.kind(id),
                language: Some(language),
                content_language: Some(content_language),
                id: page.source().facts.id().map(|id| id.value.clone()),
                source: Some(version.path.clone()).filter(|path| !path.as_str().is_empty()),
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

    fn kind(&self, id: PageId) -> RouteKind {
        let page = self.pages.get(id);
        let folders = &self.config.folders;
        let lists = [&folders.goals, &folders.assignments, &folders.bodies, &folders.areas, &folders.indicators];
        match page.kind {
            Kind::Programme => RouteKind::Programme,
            Kind::Goal => RouteKind::Goal,
            Kind::Assignment => RouteKind::Assignment,
            Kind::Body => RouteKind::Body,
            Kind::Area => RouteKind::Area,
            Kind::Indicator => RouteKind::Indicator,
            Kind::News => RouteKind::News,
            Kind::Term => RouteKind::Page,
            Kind::Page if page.stem == "index" => RouteKind::Start,
            Kind::Page if self.config.contact.as_ref().is_some_and(|contact| contact.value == page.stem) => RouteKind::Contact,
            Kind::Page if !page.is_index() => RouteKind::Page,
            Kind::Page if lists.contains(&&page.folder().to_owned()) => RouteKind::Index,
            Kind::Page if page.folder() == folders.news => RouteKind::News,
            Kind::Page if page.folder() == folders.glossary => RouteKind::Glossary,
            Kind::Page => RouteKind::Page,
        }
    }

    fn generated(&self) -> Vec<Generated> {
        let mut list = vec![Generated::Letters, Generated::Sitemap];
        let periods = &self.progress.periods;
        let has_programme = !self.programme.assignments.is_empty() || !self.programme.goals.is_empty() || !periods.is_empty();
        if has_programme {
            list.push(Generated::Progress);
            if !periods.is_empty() {
                list.push(Generated::Coverage);
                list.extend(periods.iter().map(|period| Generated::Period(*period)));
            }
        }
        if self.config.languages.len() > 1 {
            list.push(Generated::Languages);
        }
        if self.config.statement.is_some() {
            list.push(Generated::Statement);
        }
        list
    }

    fn generated_url(&self, generated: Generated, language: LanguageId, catalogue: &Catalogue) -> String {
        let progress = catalogue.plain("slug-progress");
        let path = match generated {
            Generated::Progress => progress,
            Generated::Period(period) => format!("{progress}/{}", period_slug(period)),
            Generated::Coverage => format!("{progress}/{}", catalogue.plain("slug-coverage")),
            Generated::Letters => catalogue.plain("slug-letters"),
            Generated::Sitemap => catalogue.plain("slug-sitemap"),
            Generated::Languages => catalogue.plain("slug-languages"),
            Generated::Statement => catalogue.plain("slug-statement"),
            Generated::OpenData => catalogue.plain("slug-open-data"),
        };
        format!("{}{path}/", self.prefix(language))
    }
}

/// `2009`, `2009-t1`; a school year and an interval get signs that no other period has.
fn period_slug(period: Period) -> String {
    period.to_string().to_lowercase().replace('/', "_").replace("..", "--")
}

fn generated_kind(generated: Generated) -> RouteKind {
    match generated {
        Generated::Progress => RouteKind::Progress,
        Generated::Period(_) => RouteKind::Period,
        Generated::Coverage => RouteKind::Coverage,
        Generated::Letters => RouteKind::Index,
        Generated::Sitemap => RouteKind::Sitemap,
        Generated::Languages => RouteKind::Languages,
        Generated::Statement => RouteKind::Statement,
        Generated::OpenData => RouteKind::OpenData,
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
