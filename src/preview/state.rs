//! What the preview shows: the current revision, and the page or file that it has at an address.
//! Gives every address its bytes. Knows neither sockets nor files that change.

use std::sync::{Arc, RwLock};

use super::edit::EditService;
use super::edit::shown_parts::with_parts;
use super::problem::{Findings, MessageContext, Problems};
use super::view_options::{VariantCache, ViewOptions};
use super::{RESERVED, address};
use crate::audit::{Audit, shown_spaces};
use crate::diagnostic::Diagnostic;
use crate::minify;
use crate::render::{Output, Page, Renderer};
use crate::site::Route;
use crate::source::SourcePath;
use crate::workspace::Loaded;

/// One state of the preview; never changed once published.
#[derive(Clone, Debug, Default)]
pub(super) struct Revision {
    /// The newest state of the site without errors.
    pub(super) good: Option<Arc<Loaded>>,
    /// The newest state of which every page could be rendered.
    pub(super) fully_checked: Option<Arc<Loaded>>,
    /// What is wrong with the newest state, as it is shown above every page.
    pub(super) problems: Arc<Problems>,
    /// All that was found in it, warnings included.
    pub(super) findings: Arc<Findings>,
}

/// The current revision and all that requests need besides.
#[derive(Debug)]
pub(super) struct PreviewState {
    revision: RwLock<Arc<Revision>>,
    variants: VariantCache,
    message_context: MessageContext,
    /// Where changes are taken, if they are.
    edit_service: Option<EditService>,
}

/// A page that somebody looks at: its decoded path, and how it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageRequest {
    pub(super) path: String,
    pub(super) options: ViewOptions,
}

/// What an address gives.
#[derive(Debug)]
pub(super) enum Response {
    /// A page: its bytes as `build` writes them, where its styles stand, and what is wrong.
    Page { html: String, style: String, problems: Arc<Problems>, known: Known, shown: Option<ShownPage> },
    /// A file.
    File(Arc<[u8]>),
    /// Another address that is meant, below the host.
    Elsewhere(String),
}

/// A page of the site: the state that it is of, and its address there.
#[derive(Debug)]
pub(super) struct ShownPage {
    loaded: Arc<Loaded>,
    url: String,
}

/// Whether the site has a page at the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It is there.
    Found,
    /// It is not: the page says so.
    Missing,
    /// Nothing of the site can be shown.
    Broken,
}

impl PreviewState {
    pub(super) fn new(message_context: MessageContext) -> Self {
        Self {
            revision: RwLock::new(Arc::new(Revision::default())),
            variants: VariantCache::default(),
            message_context,
            edit_service: None,
        }
    }

    /// The same state with a service that saves changes.
    pub(super) fn with_desk(mut self, edit_service: Option<EditService>) -> Self {
        self.edit_service = edit_service;
        self
    }

    pub(super) fn edit_service(&self) -> Option<&EditService> {
        self.edit_service.as_ref()
    }

    pub(super) fn message_context(&self) -> &MessageContext {
        &self.message_context
    }

    /// Publishes a revision, and gives back the one before.
    pub(super) fn show(&self, revision: Revision) -> Arc<Revision> {
        let mut shown = self.revision.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        std::mem::replace(&mut *shown, Arc::new(revision))
    }

    /// The current revision.
    pub(super) fn now(&self) -> Arc<Revision> {
        Arc::clone(&self.revision.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// The current revision on another day, or without drafts.
    pub(super) fn now_as(&self, options: ViewOptions) -> Arc<Revision> {
        let now = self.now();
        let Some(usual) = now.good.as_ref().filter(|_| !options.is_usual()) else { return now };
        let other = self.variants.get(usual, options);
        let (problems, findings) = self.judge(&other, Vec::new());
        // What is wrong with the newest files concerns all days; only where nothing is, this one's own is told.
        let good = problems.is_empty().then_some(other);
        if now.problems.is_empty() {
            return Arc::new(Revision { good, fully_checked: None, problems, findings });
        }
        Arc::new(Revision { good, fully_checked: None, ..Revision::clone(&now) })
    }

    /// What a place gives now.
    pub(super) fn look(&self, place: &PageRequest) -> Response {
        let (path, revision) = (place.path.as_str(), self.now_as(place.options));
        let Some(good) = &revision.good else { return self.broken(&revision.problems) };
        let config = &good.snapshot.config;
        let Some(url) = url_of(good, path) else {
            let root = path == "/" || path == config.base_path.trim_end_matches('/');
            return if root { Response::Elsewhere(config.base_path.clone()) } else { self.missing(&revision, good) };
        };
        if let Some(route) = good.snapshot.site.routes.get(&url) {
            return self.route(&revision, good, &url, route, Known::Found);
        }
        if good.snapshot.site.routes.get(&format!("{url}/")).is_some() {
            return Response::Elsewhere(config.path_of(&format!("{url}/")));
        }
        let mut extras = Renderer::new(&good.snapshot).extras().into_iter();
        extras.find(|(name, _)| *name == url).map_or_else(|| self.missing(&revision, good), |(_, bytes)| Response::File(bytes))
    }

    /// What makes an open page another: its own bytes, its styles, and what is wrong.
    pub(super) fn state(&self, place: &PageRequest) -> Option<String> {
        match self.look(place) {
            Response::Page { html, style, problems, .. } => {
                let state = serde_json::json!({"page": digest(&html, &style), "style": style, "problems": *problems, "found": self.now_as(place.options).findings.mark});
                Some(state.to_string())
            }
            _ => None,
        }
    }

    fn missing(&self, revision: &Revision, good: &Arc<Loaded>) -> Response {
        let url = "/404.html";
        match good.snapshot.site.routes.get(url) {
            Some(route) => self.route(revision, good, url, route, Known::Missing),
            None => self.broken(&revision.problems),
        }
    }

    fn broken(&self, problems: &Arc<Problems>) -> Response {
        let html = problems.page(self.message_context.ui_language);
        Response::Page { html, style: format!("{RESERVED}page.css"), problems: Arc::clone(problems), known: Known::Broken, shown: None }
    }

    /// The page with the parts of files that its elements show, where these may be changed.
    pub(super) fn with_parts(&self, shown: &ShownPage) -> Option<String> {
        self.edit_service.as_ref()?;
        let route = shown.loaded.snapshot.site.routes.get(&shown.url)?;
        match Renderer::new(&shown.loaded.snapshot).render_with_regions(&shown.url, route) {
            Ok(Output::Html(page)) => {
                let marked = with_parts(&page, &shown.loaded);
                // The places of spaces are those of the page with its marks.
                let spaces = shown_spaces(&marked);
                Some(minify::page(marked, &spaces, shown.loaded.snapshot.config.minify))
            }
            _ => None,
        }
    }

    fn route(&self, revision: &Revision, good: &Arc<Loaded>, url: &str, route: &Route, known: Known) -> Response {
        let audit = Audit::new(&good.snapshot, &good.sources);
        let page = |html: String, loaded: &Arc<Loaded>, problems: Arc<Problems>| {
            let shown = Some(ShownPage { loaded: Arc::clone(loaded), url: url.to_owned() });
            Response::Page { html, style: style(loaded), problems, known, shown }
        };
        match audit.render(url, route) {
            Some(Output::Html(found)) => {
                let html = published(&audit, good, url, route, found);
                page(html, good, self.problems_with(revision, good, audit))
            }
            Some(Output::Bytes(bytes)) => Response::File(bytes),
            Some(Output::Copy(path)) => self.copy(revision, good, &path),
            None => {
                let problems = self.problems_with(revision, good, audit);
                // The template that fails here may have worked before.
                match revision.fully_checked.as_ref().and_then(|before| Some((page_before(before, url)?, before))) {
                    Some((html, before)) => page(html, before, problems),
                    None => self.broken(&problems),
                }
            }
        }
    }

    /// What is told above a page: what is wrong with the newest state, or else with the page itself.
    fn problems_with(&self, revision: &Revision, good: &Loaded, audit: Audit<'_>) -> Arc<Problems> {
        let found = audit.finish();
        let is_told = found.is_empty() || !revision.problems.is_empty();
        if is_told { Arc::clone(&revision.problems) } else { self.judge(good, found).0 }
    }

    /// What is wrong with a finished page.
    pub(super) fn found_on(&self, good: &Loaded, url: &str, route: &Route) -> Vec<Diagnostic> {
        let audit = Audit::new(&good.snapshot, &good.sources);
        if let Some(Output::Html(page)) = audit.render(url, route) {
            audit.page(url, route, &page);
        }
        good.report_of(audit.finish()).diagnostics
    }

    fn copy(&self, revision: &Revision, good: &Arc<Loaded>, path: &SourcePath) -> Response {
        match self.message_context.loader.read_inside(path) {
            Ok(bytes) => Response::File(Arc::from(bytes)),
            Err(_) => self.missing(revision, good),
        }
    }

    /// What is wrong with a state, together with what rendering found: what is shown above every page, and all of it.
    pub(super) fn judge(&self, loaded: &Loaded, more: Vec<Diagnostic>) -> (Arc<Problems>, Arc<Findings>) {
        let findings = Findings::new(loaded.report(more), &loaded.sources);
        (Arc::new(Problems::of(&findings, &self.message_context)), Arc::new(findings))
    }
}

/// A page as `build` writes it.
fn published<'a>(audit: &Audit<'a>, loaded: &Loaded, url: &'a str, route: &Route, page: Page) -> String {
    let audited = audit.page(url, route, &page);
    minify::page(page.html, &audited.shown_spaces, loaded.snapshot.config.minify)
}

/// The page that stood at a URL in a state that could be rendered.
fn page_before(before: &Loaded, url: &str) -> Option<String> {
    let route = before.snapshot.site.routes.get(url)?;
    let audit = Audit::new(&before.snapshot, &before.sources);
    match audit.render(url, route)? {
        Output::Html(page) => Some(published(&audit, before, url, route, page)),
        Output::Bytes(_) | Output::Copy(_) => None,
    }
}

/// The URL of the site that a decoded path of the host means, below its base path.
pub(super) fn url_of(loaded: &Loaded, path: &str) -> Option<String> {
    let base = loaded.snapshot.config.base_path.trim_end_matches('/');
    let url = path.strip_prefix(base).filter(|url| url.starts_with('/'))?;
    Some(url.strip_suffix("/index.html").map_or_else(|| url.to_owned(), |folder| format!("{folder}/")))
}

/// Where the styles of a site stand, on its host.
fn style(loaded: &Loaded) -> String {
    loaded.snapshot.config.path_of(&loaded.snapshot.theme.stylesheet().url)
}

/// A fingerprint of a page without the name of its styles, which changes with them alone.
pub(super) fn digest(html: &str, style: &str) -> String {
    let parts = html.split(style).flat_map(str::bytes);
    format!("{:016x}", crate::source::fingerprint(parts))
}

/// A page with the preview's script at its end; `digest` is of the page as `build` writes it.
pub(super) fn with_script(html: &str, digest: &str) -> String {
    let script = format!("<script src=\"{RESERVED}preview.js\" data-page=\"{digest}\" defer></script>");
    let at = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    format!("{before}{script}{after}")
}

/// The page that a request of the preview's own script is about.
pub(super) fn asked_place(query: &str) -> Option<PageRequest> {
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page="))?;
    // The value is a path that was escaped once for the address bar and once more for the query.
    let path = address::decode(&address::decode(page)?)?;
    Some(PageRequest { path, options: ViewOptions::read(query) })
}
