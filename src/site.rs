//! The whole site as one immutable model: pages and their translations, the programme, its progress, and every route.
//! Knows neither templates nor Markdown nor files on disk.

mod address;
mod by_page;
pub mod data;
mod disclosure;
pub mod division;
mod foreign;
pub mod frozen;
pub mod generated;
pub mod guard;
mod judge;
pub mod menu;
pub mod model;
pub mod page;
mod placing;
pub mod programme;
pub mod progress;
pub mod reference;
pub mod reporting;
pub mod route;
pub mod rows;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::chunked_vec::ChunkedVec;
use crate::config::{Config, LanguageId};
use crate::diagnostic::{Checked, Diagnostic};
use crate::document::Entry;
use crate::document::data::Data;
use crate::document::frozen::Frozen;
use crate::locale::catalogue::Catalogue;
use crate::period::{Date, Period};
use crate::source::SourcePath;

use data::TableId;
use model::Model;
use page::PagesUpdate;
use reference::{Broken, Linker};

pub use frozen::Approved;
pub use generated::Generated;
pub use page::{DocId, Page, PageId, Pages};
pub use programme::Programme;
pub use progress::Progress;
pub use reference::{Destination, Links};
pub use route::{Route, RouteKind, Routes};

/// Which unfinished pages belong to the site.
#[derive(Clone, Copy, Debug, Default)]
pub struct AssembleOptions {
    /// The day that "late" is judged by.
    pub today: Date,
    /// Whether drafts belong to it.
    pub drafts: bool,
}

/// The parts of a site that assembly joins.
#[derive(Debug)]
pub struct Parts<'a> {
    /// What every content file lets others see, in the order of their paths.
    pub entries: &'a ChunkedVec<Arc<Entry>>,
    /// What the data files hold.
    pub data: Data,
    /// Frozen periods.
    pub frozen: Vec<Frozen>,
    /// Files below `static/`.
    pub assets: &'a [SourcePath],
    /// The interface's texts, one a language.
    pub catalogues: &'a [Arc<Catalogue>],
}

/// The model.
#[derive(Debug)]
pub struct Site {
    /// All pages.
    pub pages: Pages,
    /// Goals, assignments and what belongs to them.
    pub programme: Programme,
    /// How it goes.
    pub progress: Progress,
    /// Every URL.
    pub routes: Routes,
    /// Where every link leads.
    pub links: Links,
    /// Periods whose figures were approved, and what has changed since.
    pub approved: BTreeMap<Period, Approved>,
    /// The day it was assembled for.
    pub today: Date,
    /// Whether drafts belong to it.
    pub drafts: bool,
    /// What is wrong with addresses.
    addresses: Vec<Diagnostic>,
    broken: Broken,
}

/// The model of the same site before some of its files were edited.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The model.
    pub site: &'a Site,
    /// The entries that it was made of.
    pub entries: &'a ChunkedVec<Arc<Entry>>,
}

/// Joins all files to one model. What does not fit is reported and left out.
///
/// The model before, made with the same settings, only saves work: pages, their routes and their links are taken from it
/// where all that they follow from is the same. The programme and how it goes are always made anew.
pub fn assemble(config: &Config, mut parts: Parts<'_>, options: AssembleOptions, before: Option<Before<'_>>) -> Checked<Site> {
    let before = before.filter(|before| before.site.drafts == options.drafts);
    let updated = before.and_then(|before| Some((before.site, before.site.pages.updated(config, &parts, before.entries)?)));
    let pages = match &updated {
        Some((_, updated)) => updated.pages.clone(),
        None => Pages::assemble(config, &parts, options.drafts),
    };
    let mut found: Vec<Diagnostic> = pages.orphans().to_vec();
    let mut data = std::mem::take(&mut parts.data);
    foreign::adopt(&pages, config, &mut data, &mut found);
    let mut programme = Programme::assemble(&pages, data, &mut found);
    disclosure::apply(&pages, &mut programme, config.smallest_count, &mut found);
    let mut progress = Progress::assemble(&pages, &programme, options.today);
    progress.add_periods(parts.frozen.iter().map(|frozen| frozen.period));
    let approved = std::mem::take(&mut parts.frozen).into_iter().map(|then| {
        let now = frozen::freeze(&pages, &programme, then.period, options.today, None);
        (then.period, frozen::compare(then, &now))
    });
    let approved: BTreeMap<Period, Approved> = approved.collect();
    let known = updated.as_ref().map(|(before, _)| before.routes.of_pages());
    let tables = TableId::all(&pages, &programme, &progress);
    let model = Model {
        config,
        pages: &pages,
        programme: &programme,
        progress: &progress,
        approved: &approved,
        tables: &tables,
        today: options.today,
    };
    let routes = Routes::assemble(&model, &parts, known, &mut found);
    let addresses = match &updated {
        Some((before, _)) if routes.same_urls(&before.routes) => before.addresses.clone(),
        _ => address::check(&pages, &routes),
    };
    found.extend_from_slice(&addresses);
    let linker = Linker { config, pages: &pages, routes: &routes, programme: &programme };
    let (links, broken) = match &updated {
        Some((before, update)) => update_links(&linker, before, update, parts.entries.len()),
        None => find_links(&linker, parts.entries.len()),
    };
    found.extend(broken.values().flatten().cloned());
    let site =
        Site { pages, programme, progress, approved, routes, links, today: options.today, drafts: options.drafts, addresses, broken };
    Checked { value: site, diagnostics: found }
}

/// Where all links lead, and which of them lead nowhere.
fn find_links(linker: &Linker<'_>, documents: usize) -> (Links, Broken) {
    let links = Links::resolve(linker, documents);
    let broken = linker.check(&links, &linker.all_pages());
    (links, broken)
}

/// The same after edits within some pages. Links of the others lead where they led while there are the same addresses and
/// ids, and places on pages while there are the same anchors.
fn update_links(linker: &Linker<'_>, before: &Site, update: &PagesUpdate, documents: usize) -> (Links, Broken) {
    if !linker.routes.same_urls(&before.routes) || !linker.programme.has_ids_of(&before.programme) {
        return find_links(linker, documents);
    }
    let changed: Vec<PageId> = update.changed.iter().copied().collect();
    let links = before.links.updated(linker, &changed);
    if !update.same_anchors {
        let broken = linker.check(&links, &linker.all_pages());
        return (links, broken);
    }
    let mut broken = before.broken.clone();
    broken.retain(|page, _| !update.changed.contains(page));
    broken.extend(linker.check(&links, &changed));
    (links, broken)
}

impl Site {
    /// The version of a page that a reader of a language gets: its own, or the first fallback there is.
    pub fn version(&self, config: &Config, page: PageId, language: LanguageId) -> (LanguageId, &Entry) {
        self.pages.version(config, page, language)
    }

    /// What its lists follow from.
    pub fn model<'a>(&'a self, config: &'a Config) -> Model<'a> {
        Model {
            config,
            pages: &self.pages,
            programme: &self.programme,
            progress: &self.progress,
            approved: &self.approved,
            tables: self.routes.tables(),
            today: self.today,
        }
    }
}
