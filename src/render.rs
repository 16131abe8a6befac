//! A route to its bytes. The one place where views and the theme meet.

mod data;
mod feed;
mod page;
mod sitemap;
mod xml;

use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use crate::config::LanguageId;
use crate::diagnostic::Diagnostic;
use crate::html::{Html, without_marks};
use crate::origin::Origins;
use crate::site::Route;
use crate::site::route::RouteTarget;
use crate::snapshot::Snapshot;
use crate::source::SourcePath;
use crate::view::shell::{self, NavEntry};
use crate::view::{PageContext, PageView};

pub use page::{Page, Region};

/// What a route gives.
#[derive(Clone, Debug)]
pub enum Output {
    /// A page.
    Html(Page),
    /// Anything else.
    Bytes(Arc<[u8]>),
    /// A file of the site's, to be copied as it is.
    Copy(SourcePath),
}

/// Renders routes of one snapshot. Holds what all pages of a language share.
#[derive(Debug)]
pub struct Renderer<'a> {
    snapshot: &'a Snapshot,
    /// One a language, made when its first page is rendered.
    shells: Vec<OnceLock<SharedShell>>,
    /// Where what it shows comes from, in a renderer that marks it.
    origins: Option<Origins>,
    /// The renderer that marks the same pages, made when the first regions are asked for.
    marking: OnceLock<Box<Renderer<'a>>>,
}

/// What the pages of a language share, ready for templates.
#[derive(Debug)]
struct SharedShell {
    context: Context,
    nav: Vec<NavEntry>,
}

impl<'a> Renderer<'a> {
    /// A renderer of all routes.
    pub fn new(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            shells: snapshot.config.language_ids().map(|_| OnceLock::new()).collect(),
            origins: None,
            marking: OnceLock::new(),
        }
    }

    fn context(&self, language: LanguageId) -> PageContext<'_> {
        PageContext { origins: self.origins.as_ref(), ..PageContext::new(self.snapshot, language) }
    }

    /// The bytes of a route.
    ///
    /// # Errors
    /// A diagnostic when a template fails.
    pub fn render(&self, url: &str, route: &Route) -> Result<Output, Box<Diagnostic>> {
        let snapshot = self.snapshot;
        match &route.target {
            RouteTarget::Page(page, language) => {
                let reader = self.context(*language);
                self.page(reader, url, route, shell::content_page(reader, *page, route))
            }
            RouteTarget::Generated(generated, language) => {
                let reader = self.context(*language);
                self.page(reader, url, route, shell::generated_page(reader, *generated, route))
            }
            RouteTarget::NotFound => {
                let reader = self.context(LanguageId::SOURCE);
                self.page(reader, url, route, shell::not_found(reader))
            }
            RouteTarget::SitemapXml => Ok(bytes(sitemap::xml(snapshot))),
            RouteTarget::Robots => Ok(bytes(sitemap::robots(snapshot))),
            RouteTarget::Data(file) => Ok(bytes(data::file(snapshot, *file))),
            RouteTarget::Feed(language) => Ok(bytes(feed::atom(PageContext::new(snapshot, *language)))),
            RouteTarget::File(path) => Ok(Output::Copy(path.clone())),
            RouteTarget::Redirect(page, language) => {
                let target = crate::view::href(snapshot, snapshot.site.routes.page(*page, *language));
                Ok(Output::Html(Page::plain(redirect(snapshot, *language, &target))))
            }
        }
    }

    /// The same as [`Self::render`], with the regions of a page.
    ///
    /// A page is rendered once more for them, with marks around what it shows, so that marks never reach a reader and cost
    /// nothing where nobody asks. A template that treats a marked text otherwise than a plain one gives a page without
    /// regions.
    ///
    /// # Errors
    /// A diagnostic when a template fails.
    pub fn render_with_regions(&self, url: &str, route: &Route) -> Result<Output, Box<Diagnostic>> {
        let page = match self.render(url, route)? {
            Output::Html(page) => page,
            other => return Ok(other),
        };
        let marking = self.marking.get_or_init(|| Box::new(Self { origins: Some(Origins::default()), ..Self::new(self.snapshot) }));
        match (marking.render(url, route), &marking.origins) {
            (Ok(Output::Html(marked)), Some(origins)) => Ok(Output::Html(page.with_regions(marked.html, origins))),
            _ => Ok(Output::Html(page)),
        }
    }

    fn page(&self, reader: PageContext<'_>, url: &str, route: &Route, page: PageView) -> Result<Output, Box<Diagnostic>> {
        let template = format!("{}.html", page.template());
        let make = || SharedShell { context: context(&shell::shell(reader)), nav: shell::nav(reader) };
        let mut context = match self.shells.get(reader.language.index()) {
            Some(shared) => {
                let shared = shared.get_or_init(make);
                let mut context = shared.context.clone();
                let nav: Vec<NavEntry> = shared.nav.iter().map(|entry| entry.on(url, route.section)).collect();
                context.insert_value("nav", Value::from_serializable(&nav));
                context
            }
            None => Context::new(),
        };
        context.extend(self::context(&page));
        let html = self.snapshot.theme.render(&template, &context, &self.snapshot.theme_files)?;
        // Marks are read by whoever asked for them.
        Ok(Output::Html(if self.origins.is_some() { Page { html, regions: Vec::new() } } else { Page::plain(html) }))
    }

    /// Files that are no routes, as the theme's and the host's.
    pub fn extras(&self) -> Vec<(String, Arc<[u8]>)> {
        let theme = &self.snapshot.theme;
        let assets = [theme.stylesheet(), &theme.icon].into_iter().chain(&theme.fonts);
        let mut files: Vec<(String, Arc<[u8]>)> = assets.map(|asset| (asset.url.clone(), Arc::clone(&asset.bytes))).collect();
        files.push(("/_headers".to_owned(), Arc::from(headers(self.snapshot).into_bytes())));
        files
    }
}

fn context<T: Serialize>(value: &T) -> Context {
    // Views are plain structs of text, numbers and lists: nothing in them can fail to serialise.
    Context::from_serialize(value).unwrap_or_default()
}

fn bytes(text: String) -> Output {
    Output::Bytes(Arc::from(without_marks(&text).as_bytes()))
}

/// A page for an old address: static hosts know no other redirect.
fn redirect(snapshot: &Snapshot, language: LanguageId, target: &Html) -> String {
    let locale = snapshot.config.language(language).locale;
    let absolute = snapshot.config.absolute(target.as_str());
    let (lang, dir) = (locale.tag, locale.direction.key());
    format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\"><title>{absolute}</title>\
         <meta name=\"robots\" content=\"noindex\"><link rel=\"canonical\" href=\"{absolute}\">\
         <meta http-equiv=\"refresh\" content=\"0;url={target}\"></head><body><p><a href=\"{target}\">{absolute}</a></p></body></html>"
    )
}

/// The headers of every answer.
pub const HEADERS: [(&str, &str); 4] = [
    (
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; object-src 'none'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// The headers of every answer, in the form that static hosts read (Netlify, Cloudflare Pages and others).
fn headers(snapshot: &Snapshot) -> String {
    let base = &snapshot.config.base_path;
    let all: String = HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{base}*\n{all}{base}assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
}
