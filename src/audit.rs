//! Judges finished pages: one pass over a page's HTML collects its facts, and a table of rules judges them. Rules that
//! compare pages take a small summary of each. `build`, `check` and the preview all judge by [`Audit`].

mod anchors;
mod collect;
mod facts;
mod ids;
mod language;
mod names;
mod place;
mod requests;
mod script_runs;
mod summary;
mod tags;
mod titles;
mod tokens;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Label, Message};
use crate::render::{Output, Page, Renderer};
use crate::site::{Route, Routes};
use crate::snapshot::Snapshot;
use crate::source::{SourcePath, Sources, Span};
use facts::PageFacts;
use place::Places;
use summary::{Summaries, Summary};

/// This program: its version, and a hash of all its code (`build.rs`). Whoever changes a rule or a setting of the minifier
/// changes it.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("TYDLIG_CODE"));

/// Finds what breaks a rule on one page.
type PageRule = fn(&PageFacts, &Context<'_>) -> Vec<Fault>;

/// Finds what breaks a rule between pages.
type SiteRule = fn(&Summaries<'_>, &Context<'_>) -> Vec<SiteFault>;

/// The rules that judge a page by itself.
const PAGE_RULES: [(Code, PageRule); 8] = [
    (Code::RepeatedId, ids::repeated),
    (Code::MissingTitle, titles::missing),
    (Code::TitleWithoutHeading, titles::without_heading),
    (Code::NoName, names::missing),
    (Code::OtherScript, language::other_script),
    (Code::ThirdParty, requests::third_party),
    (Code::InlineCode, requests::inline_code),
    (Code::DeadAnchor, anchors::missing_here),
];

/// The rules that compare pages.
const SITE_RULES: [(Code, SiteRule); 2] = [(Code::RepeatedTitle, titles::repeated), (Code::DeadAnchor, anchors::missing_elsewhere)];

/// How many pages a template may fail on, and on how many a finding between pages is looked up. More tell nothing new.
const ENOUGH: usize = 20;

/// How many places of a finding between pages are told.
const TOLD: usize = 4;

/// What rules know beside the page.
#[derive(Clone, Copy, Debug)]
struct Context<'a> {
    config: &'a Config,
    routes: &'a Routes,
    /// The page's URL, below the base path; none between pages.
    url: &'a str,
}

/// What a rule finds on a page.
#[derive(Debug)]
struct Fault {
    /// The byte of the page.
    at: usize,
    /// What a template writes there; empty when that would not tell it from others.
    in_template: String,
    /// What an author writes there; empty when nobody can tell.
    in_text: String,
    message: Message,
    help: Option<Message>,
}

/// What a rule finds between pages.
#[derive(Debug)]
struct SiteFault {
    /// The URLs of the pages that have it, in order.
    pages: Vec<String>,
    spot: summary::Spot,
    message: Message,
    help: Option<Message>,
}

/// What came of judging a page.
#[derive(Clone, Debug, Default)]
pub struct Audited {
    /// What the next build has to know if the page is the same then; none where something was found, which the next
    /// build must tell again.
    pub summary: Option<String>,
    /// White space that must outlive minifying.
    pub shown_spaces: Vec<usize>,
}

/// The bytes of white space that is shown although it stands where indentation usually does: between two pieces of one
/// line in an element that holds blocks, and at the edges of labels.
pub fn shown_spaces(html: &str) -> Vec<usize> {
    collect::facts(html).shown_spaces
}

/// Renders and judges the pages of one snapshot: all of them, some, or one.
#[derive(Debug)]
pub struct Audit<'a> {
    snapshot: &'a Snapshot,
    /// The texts that findings point into.
    sources: &'a Sources,
    renderer: Renderer<'a>,
    found: Mutex<BTreeMap<Key, Told<'a>>>,
    summaries: Mutex<Summaries<'a>>,
    failures: Failures<'a>,
}

/// What makes two findings one: rule, place and words.
type Key = (Code, Option<(SourcePath, Option<Span>)>, Message);

/// One finding and the pages that it was found on.
#[derive(Debug)]
struct Told<'a> {
    diagnostic: Diagnostic,
    first: &'a str,
    pages: usize,
}

impl<'a> Audit<'a> {
    /// An audit of a snapshot's pages.
    pub fn new(snapshot: &'a Snapshot, sources: &'a Sources) -> Self {
        Self {
            snapshot,
            sources,
            renderer: Renderer::new(snapshot),
            found: Mutex::default(),
            summaries: Mutex::default(),
            failures: Failures::default(),
        }
    }

    /// What a route gives. None when its template fails, which [`Audit::finish`] tells, or has failed on enough pages
    /// before it.
    pub fn render(&self, url: &'a str, route: &Route) -> Option<Output> {
        let template = route.kind.key();
        if self.failures.are_enough_before(template, url) {
            return None;
        }
        self.renderer.render(url, route).map_err(|found| self.failures.add(template, url, *found)).ok()
    }

    /// Whether so many pages failed that the others need no look.
    pub fn has_enough_failures(&self) -> bool {
        self.failures.count() >= ENOUGH
    }

    /// A hash of all that an audit of a page and its published bytes follow from, in hexadecimal digits.
    pub fn fingerprint(&self, page: &Page) -> String {
        let Config { origin, base_path, minify, .. } = &*self.snapshot.config;
        let mut hasher = blake3::Hasher::new();
        for part in [PROGRAM, origin, base_path, if *minify { "minified" } else { "" }, &page.html] {
            hasher.update(&part.len().to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// Judges a page.
    pub fn page(&self, url: &'a str, route: &Route, page: &Page) -> Audited {
        let facts = collect::facts(&page.html);
        let context = self.context(url);
        let faults = PAGE_RULES.iter().flat_map(|(code, rule)| rule(&facts, &context).into_iter().map(move |fault| (*code, fault)));
        let faults: Vec<(Code, Fault)> = faults.collect();
        if !faults.is_empty() {
            self.tell_all(url, route, page, faults.as_slice());
        }
        let summary = Summary::of(&facts, &context);
        let kept = faults.is_empty().then(|| summary.write());
        lock(&self.summaries).insert(url, summary);
        Audited { summary: kept, shown_spaces: facts.shown_spaces }
    }

    /// Takes a page as judged by what an earlier audit kept of it; false when that cannot be read.
    pub fn recall(&self, url: &'a str, kept: &str) -> bool {
        let summary = Summary::read(kept);
        summary.map(|summary| lock(&self.summaries).insert(url, summary)).is_some()
    }

    /// Compares the pages that were judged; all that was found, each once, with the number of pages it stands on.
    pub fn finish(self) -> Vec<Diagnostic> {
        let summaries = std::mem::take(&mut *lock(&self.summaries));
        let mut all = Vec::new();
        for (code, rule) in SITE_RULES {
            for fault in rule(&summaries, &self.context("")) {
                all.push(self.between(code, fault));
            }
        }
        all.extend(self.failures.into_diagnostics());
        let found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.extend(found.into_values().map(Told::into_diagnostic));
        all
    }

    fn context<'c>(&'c self, url: &'c str) -> Context<'c> {
        Context { config: &self.snapshot.config, routes: &self.snapshot.site.routes, url }
    }

    fn tell_all(&self, url: &'a str, route: &Route, page: &Page, faults: &[(Code, Fault)]) {
        // Regions cost as much as the page itself, so they are asked for only here.
        let page = if page.regions.is_empty() { &self.renderer.with_regions(url, route, page.clone()) } else { page };
        for (code, fault) in faults {
            let mut diagnostic = Diagnostic::new(*code, fault.message.clone()).maybe_help(fault.help.clone());
            diagnostic.primary = self.places().of(route, page, fault);
            self.tell(url, diagnostic);
        }
    }

    fn places(&self) -> Places<'_> {
        Places { config: &self.snapshot.config, theme_files: &self.snapshot.theme_files, sources: self.sources }
    }

    fn tell(&self, url: &'a str, diagnostic: Diagnostic) {
        let place = diagnostic.primary.as_ref().map(|label| (label.path.clone(), label.span));
        let key = (diagnostic.code, place, diagnostic.message.clone());
        let mut found = lock(&self.found);
        let told = found.entry(key).or_insert(Told { diagnostic, first: url, pages: 0 });
        told.pages += 1;
        told.first = told.first.min(url);
    }

    /// A finding between pages. Where it stands is looked up on the first of them: summaries hold no places.
    fn between(&self, code: Code, fault: SiteFault) -> Diagnostic {
        let mut places: Vec<Label> = Vec::new();
        for url in fault.pages.iter().take(ENOUGH) {
            let place = self.place_on(url, &fault.spot);
            places.extend(place.filter(|place| !places.contains(place)));
        }
        let pages = on_pages(fault.pages.len(), &fault.pages.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>());
        let message = Message::new(format!("{}{}", fault.message.sv, pages.sv), format!("{}{}", fault.message.en, pages.en));
        let mut places = places.into_iter();
        let mut diagnostic = Diagnostic::new(code, message).maybe_help(fault.help);
        diagnostic.primary = places.next();
        diagnostic.labels = places.take(TOLD - 1).collect();
        diagnostic
    }

    fn place_on(&self, url: &str, spot: &summary::Spot) -> Option<Label> {
        let route = self.snapshot.site.routes.get(url)?;
        let Ok(Output::Html(page)) = self.renderer.render_with_regions(url, route) else { return None };
        let facts = collect::facts(&page.html);
        let fault = place::at_spot(&facts, spot, &self.context(url))?;
        self.places().of(route, &page, &fault)
    }
}

impl Told<'_> {
    fn into_diagnostic(self) -> Diagnostic {
        let pages = on_pages(self.pages, &[self.first]);
        let Diagnostic { message, .. } = self.diagnostic;
        let message = Message::new(format!("{}{}", message.sv, pages.sv), format!("{}{}", message.en, pages.en));
        Diagnostic { message, ..self.diagnostic }
    }
}

/// The pages that something was found on, behind a message.
fn on_pages(count: usize, first: &[&str]) -> Message {
    let list = first.join(", ");
    if count == first.len() && count == 1 {
        return Message::new(format!(" (sidan {list})"), format!(" (page {list})"));
    }
    if count == first.len() {
        return Message::new(format!(" (sidorna {list})"), format!(" (pages {list})"));
    }
    Message::new(format!(" ({count} sidor, bland dem {list})"), format!(" ({count} pages, among them {list})"))
}

/// Pages whose template fails, by template. What is told is the same whatever the order they are rendered in: a page is
/// left out only once enough pages *before* it have failed.
#[derive(Debug, Default)]
struct Failures<'a> {
    by_template: Mutex<BTreeMap<&'static str, BTreeMap<&'a str, Diagnostic>>>,
    /// Whether there are any, which is asked for every page.
    any: AtomicBool,
}

impl<'a> Failures<'a> {
    fn add(&self, template: &'static str, url: &'a str, found: Diagnostic) {
        let mut all = lock(&self.by_template);
        let failed = all.entry(template).or_default();
        failed.insert(url, found);
        if failed.len() > ENOUGH {
            failed.pop_last();
        }
        self.any.store(true, Ordering::Relaxed);
    }

    fn are_enough_before(&self, template: &str, url: &str) -> bool {
        if !self.any.load(Ordering::Relaxed) {
            return false;
        }
        let all = lock(&self.by_template);
        let failed = all.get(template).filter(|failed| failed.len() >= ENOUGH);
        failed.and_then(|failed| failed.last_key_value()).is_some_and(|(last, _)| *last < url)
    }

    fn count(&self) -> usize {
        lock(&self.by_template).values().map(BTreeMap::len).sum()
    }

    fn into_diagnostics(self) -> impl Iterator<Item = Diagnostic> {
        let all = self.by_template.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.into_values().flat_map(BTreeMap::into_values)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
