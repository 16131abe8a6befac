//! One consistent, frozen state of everything that a page is made from.

use std::sync::Arc;

use crate::config::Config;
use crate::locale::catalogue::Catalogue;
use crate::site::Site;
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
}
