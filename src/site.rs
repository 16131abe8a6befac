//! The whole site as one immutable model: pages and their translations, the programme, its progress, and every route.
//! Knows neither templates nor Markdown nor files on disk.

pub mod data;
mod disclosure;
mod foreign;
pub mod frozen;
pub mod guard;
mod judge;
pub mod page;
mod placing;
pub mod programme;
pub mod progress;
pub mod reference;
pub mod reporting;
pub mod route;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, LanguageId};
use crate::diagnostic::{Checked, Diagnostic};
use crate::document::Entry;
use crate::document::data::Data;
use crate::document::frozen::Frozen;
use crate::locale::catalogue::Catalogue;
use crate::period::{Date, Period};
use crate::source::SourcePath;

pub use frozen::Approved;
pub use page::{DocId, Page, PageId, Pages};
pub use programme::Programme;
pub use progress::Progress;
pub use route::{Generated, Route, RouteKind, Routes};

/// Which unfinished pages belong to the site.
#[derive(Clone, Copy, Debug, Default)]
pub struct AssembleOptions {
    /// The day that "late" is judged by.
    pub today: Date,
}

/// The parts of a site that assembly joins.
#[derive(Debug)]
pub struct Parts<'a> {
    /// What every content file lets others see, in the order of their paths.
    pub entries: &'a [Arc<Entry>],
    /// What the data files hold.
    pub data: Data,
    /// Frozen periods.
    pub frozen: Vec<Frozen>,
    /// Files below `static/`.
    pub assets: &'a [SourcePath],
    /// The interface's texts, one a language.
    pub catalogues: &'a [Catalogue],
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
    /// Periods whose figures were approved, and what has changed since.
    pub approved: BTreeMap<Period, Approved>,
    /// The day it was assembled for.
    pub today: Date,
}

/// Joins all files to one model. What does not fit is reported and left out.
pub fn assemble(config: &Config, mut parts: Parts<'_>, options: AssembleOptions) -> Checked<Site> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let pages = Pages::assemble(config, &parts, &mut found);
    let mut data = std::mem::take(&mut parts.data);
    foreign::adopt(&pages, config, &mut data, &mut found);
    let mut programme = Programme::assemble(&pages, data, &mut found);
    disclosure::apply(&pages, &mut programme, (config.smallest_count, &mut found));
    let mut progress = Progress::assemble(&pages, &programme, options.today);
    progress.add_periods(parts.frozen.iter().map(|frozen| frozen.period));
    let approved = std::mem::take(&mut parts.frozen).into_iter().map(|then| {
        let now = frozen::freeze(&pages, &programme, then.period, (options.today, None));
        (then.period, frozen::compare(then, &now))
    });
    let approved: BTreeMap<Period, Approved> = approved.collect();
    let routes = Routes::assemble(config, (&pages, &programme, &progress), &parts, &mut found);
    reference::check(config, (&pages, &routes), |id| programme.find(id), (&programme.ids(), &mut found));
    Checked { value: Site { pages, programme, progress, approved, routes, today: options.today }, diagnostics: found }
}

impl Site {
    /// The version of a page that a reader of a language gets: its own, or the first fallback there is.
    pub fn version(&self, config: &Config, page: PageId, language: LanguageId) -> (LanguageId, &Entry) {
        self.pages.version(config, page, language)
    }
}
