//! Everything that a site is assembled from, parsed; and what is assembled of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cache::{CachedFile, Change, Content, Files, ParsedFile};
use super::{Loaded, Options};
use crate::check;
use crate::chunked_vec::ChunkedVec;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{Entry, data};
use crate::locale::catalogue::Catalogue;
use crate::site::{self, AssembleOptions, Before, Parts, Site};
use crate::snapshot::{ByTitle, Snapshot};
use crate::source::{Source, SourcePath, Sources};
use crate::theme::{Theme, ThemeFiles};

/// Everything that a site is assembled from, parsed.
#[derive(Debug)]
pub(super) struct ParsedSite {
    pub(super) config: Arc<Config>,
    pub(super) texts: Arc<Vec<Arc<Catalogue>>>,
    pub(super) theme: (Arc<ThemeFiles>, Arc<Theme>),
    pub(super) contents: Arc<Contents>,
    /// What is wrong with files: with those that are read first, and with the theme.
    pub(super) found: (Vec<Diagnostic>, Vec<Diagnostic>),
    /// The texts of all files but those of content.
    pub(super) sources: Sources,
}

impl ParsedSite {
    /// Joins everything to one model and checks it. What was assembled before saves work.
    pub(super) fn assemble(self: &Arc<Self>, options: &Options, before: Option<&Assembled>) -> Loaded {
        let contents = &*self.contents;
        let (data, frozen) = contents.figures();
        let parts = Parts { entries: &contents.entries, data, frozen, assets: &contents.assets, catalogues: &self.texts };
        let before = before.filter(|before| Arc::ptr_eq(&before.parsed.config, &self.config));
        let before = before.map(|before| Before { site: &before.site, entries: &before.parsed.contents.entries });
        let asked = AssembleOptions { today: options.today, drafts: options.drafts };
        let assembled = site::assemble(&self.config, parts, asked, before);
        let mut diagnostics = self.found.0.clone();
        diagnostics.extend(contents.found.values().flatten().cloned());
        diagnostics.extend_from_slice(&self.found.1);
        diagnostics.extend(assembled.diagnostics);
        let snapshot = Snapshot {
            config: Arc::clone(&self.config),
            site: Arc::new(assembled.value),
            catalogues: Arc::clone(&self.texts),
            theme: Arc::clone(&self.theme.1),
            theme_files: Arc::clone(&self.theme.0),
            by_title: ByTitle::new(self.config.languages.len()),
        };
        diagnostics.extend(check::all(&snapshot));
        let sources = Arc::new(self.sources_of(&diagnostics));
        let assembled = Assembled { parsed: Arc::clone(self), site: Arc::clone(&snapshot.site) };
        Loaded { snapshot, diagnostics, sources, assembled }
    }

    /// The text of a file.
    pub(super) fn source(&self, path: &SourcePath) -> Option<&Source> {
        let content = || self.contents.find(path).and_then(|at| self.contents.cached.get(at)?.source());
        self.sources.get(path).or_else(content)
    }

    /// The texts that findings point into: of thousands of files few.
    fn sources_of(&self, found: &[Diagnostic]) -> Sources {
        let mut sources = self.sources.clone();
        let labels = found.iter().flat_map(|found| found.primary.iter().chain(&found.labels));
        for label in labels {
            self.source(&label.path).into_iter().for_each(|source| sources.insert(source.clone()));
        }
        sources
    }
}

/// A model and what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Assembled {
    pub(super) parsed: Arc<ParsedSite>,
    site: Arc<Site>,
}

/// The files of content and the frozen periods, parsed.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    /// Pages, by path.
    entries: ChunkedVec<Arc<Entry>>,
    /// All files that were parsed, by path: `content` sorts before `frozen`.
    cached: ChunkedVec<Arc<CachedFile>>,
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
        let mut cached: Vec<Arc<CachedFile>> = Vec::new();
        for (path, file) in files.shared_below("content").chain(files.shared_below("frozen")) {
            match file.filter(|file| file.source().is_some()) {
                Some(file) => {
                    contents.report(path, file.found());
                    contents.figures.extend(is_figures(file).then_some(cached.len()));
                    cached.push(Arc::clone(file));
                }
                None if path.as_str().starts_with("content/") => contents.assets.push(path.clone()),
                None => {}
            }
        }
        contents.entries = cached.iter().filter_map(|cached| cached.page().cloned()).collect();
        contents.cached = cached.into_iter().collect();
        contents
    }

    fn report(&mut self, path: &SourcePath, found: &[Diagnostic]) {
        if found.is_empty() {
            self.found.remove(path);
        } else {
            self.found.insert(path.clone(), found.to_vec());
        }
    }

    /// The same files with what has become of their texts. None when a file has come or gone.
    pub(super) fn updated(self: &Arc<Self>, files: &Files) -> Option<Arc<Self>> {
        let mut contents = Arc::clone(self);
        for (path, change) in files.changed().filter(|(path, _)| is_content(path)) {
            let cached = files.shared(path).filter(|_| change == Change::Text)?;
            let contents = Arc::make_mut(&mut contents);
            let at = contents.find(path)?;
            let is_page = cached.page().is_some();
            let old = contents.cached.get(at).filter(|old| old.page().is_some() == is_page && is_figures(old) == is_figures(cached));
            old?;
            if let Some(entry) = cached.page() {
                let page = contents.entries.find_by(|entry| entry.path.cmp(path))?;
                contents.entries.replace(page, Arc::clone(entry));
            }
            contents.cached.replace(at, Arc::clone(cached));
            contents.report(path, cached.found());
        }
        Some(contents)
    }

    /// All figures, and all frozen periods.
    fn figures(&self) -> (data::Data, Vec<crate::document::frozen::Frozen>) {
        let mut data = data::Data::default();
        let mut frozen = Vec::new();
        for cached in self.figures.iter().filter_map(|at| self.cached.get(*at)) {
            match cached.as_ref() {
                CachedFile::Content(ParsedFile { content: Content::Data(part), .. }) => data.extend(part.clone()),
                CachedFile::Frozen(_, parsed) => frozen.extend(parsed.value.clone()),
                _ => {}
            }
        }
        (data, frozen)
    }

    fn find(&self, path: &SourcePath) -> Option<usize> {
        self.cached.find_by(|cached| cached.source().map(|source| &source.path).cmp(&Some(path)))
    }
}

fn is_figures(cached: &CachedFile) -> bool {
    matches!(cached, CachedFile::Frozen(..) | CachedFile::Content(ParsedFile { content: Content::Data(_), .. }))
}

fn is_content(path: &SourcePath) -> bool {
    ["content/", "frozen/", "static/"].iter().any(|folder| path.as_str().starts_with(folder))
}
