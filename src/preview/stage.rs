//! What the preview shows at a moment: the last state of the site that can be shown, and what is wrong with the newest.
//! Gives every address its bytes. Knows neither sockets nor files that change.

use std::sync::{Arc, RwLock};

use super::edit::Desk;
use super::problem::{Findings, Problems, Voice};
use super::wanted::{Others, Wanted};
use super::{RESERVED, address};
use crate::diagnostic::Diagnostic;
use crate::render::{Output, Renderer};
use crate::site::Route;
use crate::source::SourcePath;
use crate::workspace::Loaded;

/// One state of the preview; never changed once shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Moment {
    /// The newest state of the site without errors.
    pub(super) good: Option<Arc<Loaded>>,
    /// The newest state of which every page could be rendered.
    pub(super) proven: Option<Arc<Loaded>>,
    /// What is wrong with the newest state, as it is shown above every page.
    pub(super) problems: Arc<Problems>,
    /// All that was found in it, warnings included.
    pub(super) findings: Arc<Findings>,
}

/// Where the moment stands that is shown.
#[derive(Debug)]
pub(super) struct Stage {
    moment: RwLock<Arc<Moment>>,
    others: Others,
    voice: Voice,
    /// Where changes are taken, if they are.
    desk: Option<Desk>,
}

/// A page that somebody looks at: its decoded path, and how it is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) wanted: Wanted,
}

/// What an address gives.
#[derive(Debug)]
pub(super) enum Shown {
    /// A page: its bytes as `build` writes them, where its styles stand, and what is wrong.
    Page { html: String, style: String, problems: Arc<Problems>, known: Known },
    /// A file.
    File(Arc<[u8]>),
    /// Another address that is meant, below the host.
    Elsewhere(String),
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

impl Stage {
    pub(super) fn new(voice: Voice) -> Self {
        Self { moment: RwLock::new(Arc::new(Moment::default())), others: Others::default(), voice, desk: None }
    }

    /// The same stage with a place where changes are taken.
    pub(super) fn with_desk(mut self, desk: Option<Desk>) -> Self {
        self.desk = desk;
        self
    }

    pub(super) fn desk(&self) -> Option<&Desk> {
        self.desk.as_ref()
    }

    pub(super) fn voice(&self) -> &Voice {
        &self.voice
    }

    /// Shows another moment, and gives the one before.
    pub(super) fn show(&self, moment: Moment) -> Arc<Moment> {
        let mut shown = self.moment.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        std::mem::replace(&mut *shown, Arc::new(moment))
    }

    /// The moment that is shown now.
    pub(super) fn now(&self) -> Arc<Moment> {
        Arc::clone(&self.moment.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// The moment as somebody wants it.
    pub(super) fn now_as(&self, wanted: Wanted) -> Arc<Moment> {
        let now = self.now();
        let Some(usual) = now.good.as_ref().filter(|_| !wanted.is_usual()) else { return now };
        let other = self.others.get(usual, wanted);
        let (problems, findings) = self.judge(&other, Vec::new());
        // What is wrong with the newest files concerns all days; only where nothing is, this one's own is told.
        let good = problems.is_empty().then_some(other);
        if now.problems.is_empty() {
            return Arc::new(Moment { good, proven: None, problems, findings });
        }
        Arc::new(Moment { good, proven: None, ..Moment::clone(&now) })
    }

    /// What a place gives now.
    pub(super) fn look(&self, place: &Place) -> Shown {
        let (path, moment) = (place.path.as_str(), self.now_as(place.wanted));
        let Some(good) = &moment.good else { return self.broken(&moment.problems) };
        let config = &good.snapshot.config;
        let Some(url) = url_of(good, path) else {
            let root = path == "/" || path == config.base_path.trim_end_matches('/');
            return if root { Shown::Elsewhere(config.base_path.clone()) } else { self.missing(&moment, good) };
        };
        if let Some(route) = good.snapshot.site.routes.get(&url) {
            return self.route((&moment, good), (&url, route), Known::Found);
        }
        if good.snapshot.site.routes.get(&format!("{url}/")).is_some() {
            return Shown::Elsewhere(config.path_of(&format!("{url}/")));
        }
        let mut extras = Renderer::new(&good.snapshot).extras().into_iter();
        extras.find(|(name, _)| *name == url).map_or_else(|| self.missing(&moment, good), |(_, bytes)| Shown::File(bytes))
    }

    /// What makes an open page another: its own bytes, its styles, and what is wrong.
    pub(super) fn state(&self, place: &Place) -> Option<String> {
        match self.look(place) {
            Shown::Page { html, style, problems, .. } => {
                let state = serde_json::json!({"page": digest(&html, &style), "style": style, "problems": *problems, "found": self.now_as(place.wanted).findings.mark});
                Some(state.to_string())
            }
            _ => None,
        }
    }

    fn missing(&self, moment: &Moment, good: &Arc<Loaded>) -> Shown {
        let url = "/404.html";
        match good.snapshot.site.routes.get(url) {
            Some(route) => self.route((moment, good), (url, route), Known::Missing),
            None => self.broken(&moment.problems),
        }
    }

    fn broken(&self, problems: &Arc<Problems>) -> Shown {
        let html = problems.page(self.voice.speech);
        Shown::Page { html, style: format!("{RESERVED}page.css"), problems: Arc::clone(problems), known: Known::Broken }
    }

    fn route(&self, (moment, good): (&Moment, &Arc<Loaded>), (url, route): (&str, &Route), known: Known) -> Shown {
        let page = |html: String, loaded: &Loaded, problems: Arc<Problems>| Shown::Page { html, style: style(loaded), problems, known };
        match Renderer::new(&good.snapshot).render(url, route) {
            Ok(Output::Html(found)) => page(found.html, good, Arc::clone(&moment.problems)),
            Ok(Output::Bytes(bytes)) => Shown::File(bytes),
            Ok(Output::Copy(path)) => self.copy(moment, good, &path),
            Err(found) => {
                let problems = if moment.problems.is_empty() { self.judge(good, vec![*found]).0 } else { Arc::clone(&moment.problems) };
                // The template that fails here may have worked before.
                let before = moment.proven.as_ref().and_then(|proven| {
                    let route = proven.snapshot.site.routes.get(url)?;
                    Some((Renderer::new(&proven.snapshot).render(url, route).ok()?, proven))
                });
                match before {
                    Some((Output::Html(found), proven)) => page(found.html, proven, problems),
                    _ => self.broken(&problems),
                }
            }
        }
    }

    fn copy(&self, moment: &Moment, good: &Arc<Loaded>, path: &SourcePath) -> Shown {
        match self.voice.loader.read_inside(path) {
            Ok(bytes) => Shown::File(Arc::from(bytes)),
            Err(_) => self.missing(moment, good),
        }
    }

    /// What is wrong with a state, together with what rendering found: what is shown above every page, and all of it.
    pub(super) fn judge(&self, loaded: &Loaded, more: Vec<Diagnostic>) -> (Arc<Problems>, Arc<Findings>) {
        let findings = Findings::new(loaded.report(more), &loaded.sources);
        (Arc::new(Problems::of(&findings, &self.voice)), Arc::new(findings))
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

/// A page with the preview's script at its end.
pub(super) fn with_script(html: &str, style: &str) -> String {
    let script = format!("<script src=\"{RESERVED}preview.js\" data-page=\"{}\" defer></script>", digest(html, style));
    let at = html.rfind("</body>").unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    format!("{before}{script}{after}")
}

/// The page that a request of the preview's own script is about.
pub(super) fn asked_place(query: &str) -> Option<Place> {
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page="))?;
    // The value is a path that was escaped once for the address bar and once more for the query.
    let path = address::decode(&address::decode(page)?)?;
    Some(Place { path, wanted: Wanted::read(query) })
}
