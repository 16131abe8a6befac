//! One consistent, frozen state of everything that a page is made from.

use std::sync::{Arc, OnceLock};

use crate::config::{Config, LanguageId};
use crate::locale::catalogue::Catalogue;
use crate::site::{PageId, Site};
use crate::theme::{Theme, ThemeFiles};

/// Everything that rendering needs; never changed once made.
#[derive(Debug)]
pub struct Snapshot {
    /// The site's settings.
    pub config: Arc<Config>,
    /// The model.
    pub site: Arc<Site>,
    /// The interface's texts, one a language.
    pub catalogues: Arc<Vec<Arc<Catalogue>>>,
    /// Templates and styles.
    pub theme: Arc<Theme>,
    /// The theme's files, for messages about them.
    pub theme_files: Arc<ThemeFiles>,
    /// All pages by title, one list a language.
    pub by_title: ByTitle,
}

/// All pages in the order of their titles, language by language, each list made when it is first asked for.
#[derive(Debug)]
pub struct ByTitle(Vec<OnceLock<Vec<PageId>>>);

impl ByTitle {
    /// Lists for so many languages.
    pub fn new(languages: usize) -> Self {
        Self((0..languages).map(|_| OnceLock::new()).collect())
    }

    /// The list of a language, made by `sort` unless it is there already.
    ///
    /// # Panics
    /// Never for a language of the site.
    pub fn get(&self, language: LanguageId, sort: impl FnOnce() -> Vec<PageId>) -> &[PageId] {
        self.0.get(language.index()).expect("there is a list for each language").get_or_init(sort)
    }
}
