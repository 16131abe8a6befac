//! The whole site as one immutable model: pages and their translations, the programme, its progress, and every route.
//! Knows neither templates nor Markdown nor files on disk.

pub mod data;
pub mod page;
pub mod programme;
pub mod progress;
pub mod reference;
pub mod route;

use std::sync::Arc;

use crate::config::{Config, LanguageId};
use crate::diagnostic::{Checked, Diagnostic};
use crate::document::Entry;
use crate::document::data::Data;
use crate::locale::catalogue::Catalogue;
use crate::period::Date;
use crate::source::SourcePath;

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
    /// The day it was assembled for.
    pub today: Date,
}

/// Joins all files to one model. What does not fit is reported and left out.
pub fn assemble(config: &Config, mut parts: Parts<'_>, options: AssembleOptions) -> Checked<Site> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let pages = Pages::assemble(config, &parts, &mut found);
    let programme = Programme::assemble(&pages, std::mem::take(&mut parts.data), &mut found);
    let progress = Progress::assemble(&pages, &programme, options.today);
    let routes = Routes::assemble(config, (&pages, &programme, &progress), &parts, &mut found);
    reference::check(config, (&pages, &routes), |id| programme.find(id), (&programme.ids(), &mut found));
    Checked { value: Site { pages, programme, progress, routes, today: options.today }, diagnostics: found }
}

impl Site {
    /// The version of a page that a reader of a language gets: its own, or the first fallback there is.
    pub fn version(&self, config: &Config, page: PageId, language: LanguageId) -> (LanguageId, &Entry) {
        self.pages.version(config, page, language)
    }
}
