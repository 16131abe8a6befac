//! Everything that a site is assembled from, parsed; and what is assembled of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cache::{Change, Content, Files, Kept, ParsedFile};
use super::{Loaded, Options};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{Body, Entry, data};
use crate::locale::catalogue::Catalogue;
use crate::site::{self, AssembleOptions, Before, Parts, Site};
use crate::snapshot::Snapshot;
use crate::source::{SourcePath, Sources};
use crate::theme::{Theme, ThemeFiles};

/// Everything that a site is assembled from, parsed.
#[derive(Debug)]
pub(super) struct Kit {
    pub(super) config: Arc<Config>,
    pub(super) texts: Arc<Vec<Arc<Catalogue>>>,
    pub(super) theme: (Arc<ThemeFiles>, Arc<Theme>),
    pub(super) contents: Arc<Contents>,
    /// What is wrong with files: with those that are read first, and with the theme.
    pub(super) found: (Vec<Diagnostic>, Vec<Diagnostic>),
    /// The texts of all files but those of content.
    pub(super) sources: Sources,
}

impl Kit {
    /// Joins everything to one model and checks it. What was made of a kit before saves work.
    pub(super) fn assemble(self: &Arc<Self>, options: &Options, before: Option<&Made>) -> Loaded {
        let contents = &*self.contents;
        let (data, frozen) = contents.figures();
        let parts = Parts { entries: &contents.entries, data, frozen, assets: &contents.assets, catalogues: &self.texts };
        let before = before.filter(|before| Arc::ptr_eq(&before.kit.config, &self.config));
        let before = before.map(|before| Before { site: &before.site, entries: &before.kit.contents.entries });
        let asked = AssembleOptions { today: options.today, drafts: options.drafts };
        let assembled = site::assemble(&self.config, parts, asked, before);
        let mut diagnostics = self.found.0.clone();
        diagnostics.extend(contents.found.values().flatten().cloned());
        diagnostics.extend_from_slice(&self.found.1);
        diagnostics.extend(assembled.diagnostics);
        let snapshot = Snapshot {
            config: Arc::clone(&self.config),
            site: Arc::new(assembled.value),
            bodies: Arc::clone(&contents.bodies),
            catalogues: Arc::clone(&self.texts),
            theme: Arc::clone(&self.theme.1),
            theme_files: Arc::clone(&self.theme.0),
        };
        diagnostics.extend(check::all(&snapshot));
        let sources = Arc::new(self.sources_of(&diagnostics));
        let made = Made { kit: Arc::clone(self), site: Arc::clone(&snapshot.site) };
        Loaded { snapshot, diagnostics, sources, made }
    }

    /// The texts that findings point into: of thousands of files few.
    fn sources_of(&self, found: &[Diagnostic]) -> Sources {
        let mut sources = self.sources.clone();
        let labels = found.iter().flat_map(|found| found.primary.iter().chain(&found.labels));
        for label in labels {
            let source = self.contents.find(&label.path).and_then(|at| self.contents.kept.get(at)?.source());
            source.into_iter().for_each(|source| sources.insert(source.clone()));
        }
        sources
    }
}

/// A model and what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) kit: Arc<Kit>,
    site: Arc<Site>,
}

/// The files of content and the frozen periods, parsed.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// Pages, by path.
    entries: Vec<Arc<Entry>>,
    /// Their texts, each at its page's place.
    bodies: Arc<Vec<Arc<Body>>>,
    /// All files that were parsed, by path: `content` sorts before `frozen`.
    kept: Vec<Arc<Kept>>,
    /// The places in that list of figures and of frozen periods.
    figures: BTreeSet<usize>,
    /// Files to be copied.
    assets: Vec<SourcePath>,
    /// What is wrong with files.
    found: BTreeMap<SourcePath, Vec<Diagnostic>>,
}

impl Contents {
    /// All of them.
    pub(super) fn collect(files: &Files) -> Self {
        let mut contents = Self { assets: files.below("static").map(|(path, _)| path.clone()).collect(), ..Self::default() };
        let mut bodies = Vec::new();
        for (path, kept) in files.shared_below("content").chain(files.shared_below("frozen")) {
            match kept.map(|kept| (kept, kept.as_ref())) {
                Some((kept, Kept::Content(file))) => {
                    if let Content::Page(document) = &file.content {
                        contents.entries.push(Arc::clone(&document.entry));
                        bodies.push(Arc::clone(&document.body));
                    }
                    contents.add(path, kept, &file.diagnostics);
                }
                Some((kept, Kept::Frozen(_, parsed))) => contents.add(path, kept, &parsed.diagnostics),
                _ if path.as_str().starts_with("content/") => contents.assets.push(path.clone()),
                _ => {}
            }
        }
        contents.bodies = Arc::new(bodies);
        contents
    }

    fn add(&mut self, path: &SourcePath, kept: &Arc<Kept>, found: &[Diagnostic]) {
        if is_figures(kept) {
            self.figures.insert(self.kept.len());
        }
        self.kept.push(Arc::clone(kept));
        self.tell(path, found);
    }

    fn tell(&mut self, path: &SourcePath, found: &[Diagnostic]) {
        if found.is_empty() {
            self.found.remove(path);
        } else {
            self.found.insert(path.clone(), found.to_vec());
        }
    }

    /// The same files with what has become of their texts. None when a file has come or gone.
    pub(super) fn updated(&self, files: &Files) -> Option<Self> {
        let mut contents = self.clone();
        let bodies = Arc::make_mut(&mut contents.bodies);
        for (path, change) in files.changed().filter(|(path, _)| is_content(path)) {
            let Some(kept) = files.shared(path).filter(|_| change == Change::Text) else { return None };
            let at = self.find(path)?;
            let found = match kept.as_ref() {
                Kept::Content(file) => {
                    if let Content::Page(document) = &file.content {
                        let page = self.entries.binary_search_by(|entry| entry.path.cmp(path)).ok()?;
                        *contents.entries.get_mut(page)? = Arc::clone(&document.entry);
                        *bodies.get_mut(page)? = Arc::clone(&document.body);
                    }
                    &file.diagnostics
                }
                Kept::Frozen(_, parsed) => &parsed.diagnostics,
                Kept::Text(_) | Kept::Bytes(_) => return None,
            };
            *contents.kept.get_mut(at)? = Arc::clone(kept);
            if found.is_empty() {
                contents.found.remove(path);
            } else {
                contents.found.insert(path.clone(), found.clone());
            }
        }
        Some(contents)
    }

    /// All figures, and all frozen periods.
    fn figures(&self) -> (data::Data, Vec<crate::document::frozen::Frozen>) {
        let mut data = data::Data::default();
        let mut frozen = Vec::new();
        for kept in self.figures.iter().filter_map(|at| self.kept.get(*at)) {
            match kept.as_ref() {
                Kept::Content(ParsedFile { content: Content::Data(part), .. }) => data.extend(part.clone()),
                Kept::Frozen(_, parsed) => frozen.extend(parsed.value.clone()),
                _ => {}
            }
        }
        (data, frozen)
    }

    fn find(&self, path: &SourcePath) -> Option<usize> {
        self.kept.binary_search_by(|kept| kept.source().map(|source| &source.path).cmp(&Some(path))).ok()
    }
}

fn is_figures(kept: &Kept) -> bool {
    matches!(kept, Kept::Frozen(..) | Kept::Content(ParsedFile { content: Content::Data(_), .. }))
}

fn is_content(path: &SourcePath) -> bool {
    ["content/", "frozen/", "static/"].iter().any(|folder| path.as_str().starts_with(folder))
}
