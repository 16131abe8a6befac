//! What the page or file at an address is, in one word.

use crate::config::Config;
use crate::document::Kind;
use crate::site::{Generated, Page};

/// What a URL shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteKind {
    /// The start page of a language.
    Start,
    /// A page that a file describes.
    Document(Kind),
    /// A list of goals, of assignments …
    Index,
    /// All news.
    NewsList,
    /// The glossary.
    Glossary,
    /// Contact.
    Contact,
    /// A page that the program makes of the whole model.
    Generated(Generated),
    /// The page for addresses that lead nowhere.
    NotFound,
    /// The site map for search engines.
    Sitemap,
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
    /// The kind of a page: what its file describes, or what its place makes of it.
    pub fn of_page(config: &Config, page: &Page) -> Self {
        let folders = &config.folders;
        let lists = [&folders.goals, &folders.assignments, &folders.bodies, &folders.areas, &folders.indicators];
        let folder = page.folder();
        match page.kind {
            Kind::Page if page.stem == "index" => Self::Start,
            Kind::Page if config.contact.as_ref().is_some_and(|contact| contact.value == page.stem) => Self::Contact,
            Kind::Page if page.is_index() && lists.into_iter().any(|list| list == folder) => Self::Index,
            Kind::Page if page.is_index() && folder == folders.news => Self::NewsList,
            Kind::Page if page.is_index() && folder == folders.glossary => Self::Glossary,
            kind => Self::Document(kind),
        }
    }

    /// Its word in `tydlig routes`, in templates' names and in `page.kind`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Document(Kind::Page | Kind::Term) => "page",
            Self::Document(Kind::Programme) => "programme",
            Self::Document(Kind::Goal) => "goal",
            Self::Document(Kind::Assignment) => "assignment",
            Self::Document(Kind::Body) => "body",
            Self::Document(Kind::Area) => "area",
            Self::Document(Kind::Indicator) => "indicator",
            Self::Document(Kind::News) | Self::NewsList => "news",
            Self::Index => "index",
            Self::Glossary => "glossary",
            Self::Contact => "contact",
            Self::Generated(generated) => generated.spec().key,
            Self::NotFound => "not-found",
            Self::Sitemap => "sitemap",
            Self::Data => "data",
            Self::Feed => "feed",
            Self::Asset => "asset",
            Self::Redirect => "redirect",
        }
    }
}
