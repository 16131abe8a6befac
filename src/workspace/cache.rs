//! What is kept of a site's files between two loads: their texts, and what was parsed of them. A file is read again only
//! when it is said to have changed, and parsed again only when its text or site.toml is another than before.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic};
use crate::document::Entry;
use crate::document::format::{self, Format};
use crate::document::frozen::{self, Frozen};
use crate::source::load::Loader;
use crate::source::{Source, SourcePath};

pub(super) use crate::document::format::{Content, ParsedFile};

/// The settings' path.
pub(super) const SETTINGS: &str = "site.toml";

/// The folders that a site is made of.
pub const FOLDERS: [&str; 5] = ["content", "frozen", "i18n", "static", "themes"];

/// The files of a site.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    held: BTreeMap<SourcePath, Option<Arc<CachedFile>>>,
    /// What has to be read before it is used.
    stale: BTreeSet<SourcePath>,
    /// What differs from the last load.
    changed: BTreeMap<SourcePath, Change>,
}

/// How a file differs from what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// By its text.
    Text,
    /// It has come, or it is gone.
    Place,
}

/// What is kept of a file.
#[derive(Debug)]
pub(super) enum CachedFile {
    /// A text that is parsed together with others.
    Text(Source),
    /// A file of the theme.
    Bytes(Arc<[u8]>),
    /// A page or a file of data.
    Content(ParsedFile),
    /// A frozen period.
    Frozen(Source, Checked<Option<Frozen>>),
}

impl CachedFile {
    /// The text of a file of content, or of a frozen period.
    pub(super) fn source(&self) -> Option<&Source> {
        match self {
            Self::Content(file) => Some(&file.source),
            Self::Frozen(source, _) => Some(source),
            Self::Text(_) | Self::Bytes(_) => None,
        }
    }

    /// The page that it holds.
    pub(super) fn page(&self) -> Option<&Arc<Entry>> {
        match self {
            Self::Content(ParsedFile { content: Content::Page(entry), .. }) => Some(entry),
            _ => None,
        }
    }

    /// What is wrong with a file of content, or with a frozen period.
    pub(super) fn found(&self) -> &[Diagnostic] {
        match self {
            Self::Content(file) => &file.diagnostics,
            Self::Frozen(_, parsed) => &parsed.diagnostics,
            Self::Text(_) | Self::Bytes(_) => &[],
        }
    }
}

impl Files {
    /// All files that there are, none of them read.
    pub(super) fn list(loader: &dyn Loader) -> io::Result<Self> {
        let mut files = Self::default();
        files.touch(SourcePath::new(SETTINGS));
        for folder in FOLDERS {
            loader.list(folder)?.into_iter().for_each(|path| files.touch(path));
        }
        Ok(files)
    }

    /// A file is new, or may have changed.
    pub(super) fn touch(&mut self, path: SourcePath) {
        if is_read(&path) {
            self.stale.insert(path.clone());
        }
        if !self.held.contains_key(&path) {
            self.changed.insert(path.clone(), Change::Place);
            self.held.insert(path, None);
        }
    }

    /// A file is gone.
    pub(super) fn remove(&mut self, path: &SourcePath) {
        self.stale.remove(path);
        if self.held.remove(path).is_some() {
            self.changed.insert(path.clone(), Change::Place);
        }
    }

    /// The files below a folder, by path; `content` is not `contents`.
    pub(super) fn below(&self, folder: &str) -> impl Iterator<Item = (&SourcePath, Option<&CachedFile>)> {
        self.shared_below(folder).map(|(path, cached)| (path, cached.map(Arc::as_ref)))
    }

    /// As [`Self::below`], for those who keep what they get.
    pub(super) fn shared_below(&self, folder: &str) -> impl Iterator<Item = (&SourcePath, Option<&Arc<CachedFile>>)> {
        let prefix = format!("{folder}/");
        let start = SourcePath::new(&prefix);
        let held = self.held.range(start..).map(|(path, cached)| (path, cached.as_ref()));
        held.take_while(move |(path, _)| path.as_str().starts_with(&prefix))
    }

    /// What is kept of one file.
    pub(super) fn get(&self, path: &str) -> Option<&CachedFile> {
        self.held.get(&SourcePath::new(path))?.as_deref()
    }

    /// As [`Self::get`], for those who keep what they get.
    pub(super) fn shared(&self, path: &SourcePath) -> Option<&Arc<CachedFile>> {
        self.held.get(path)?.as_ref()
    }

    /// Whether a file is there.
    pub(super) fn contains(&self, path: &SourcePath) -> bool {
        self.held.contains_key(path)
    }

    /// Whether something below a top folder differs from the last load.
    pub(super) fn is_changed(&self, folder: &str) -> bool {
        self.changed.keys().any(|path| top(path) == folder)
    }

    /// What differs from the last load.
    pub(super) fn changed(&self) -> impl Iterator<Item = (&SourcePath, Change)> {
        self.changed.iter().map(|(path, change)| (path, *change))
    }

    /// Whether anything differs from the last load.
    pub(super) fn is_any_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// A load has used everything.
    pub(super) fn clear_changes(&mut self) {
        self.changed.clear();
    }

    /// Reads what is stale below a folder, or one file; `parse` gives nothing for what is as it was.
    pub(super) fn refresh(
        &mut self,
        loader: &dyn Loader,
        place: &str,
        parse: impl Fn(SourcePath, &[u8], Option<&CachedFile>) -> Option<CachedFile> + Sync,
    ) -> io::Result<()> {
        let prefix = format!("{place}/");
        let stale = self.stale.iter().filter(|path| path.as_str() == place || path.as_str().starts_with(&prefix));
        let stale: Vec<SourcePath> = stale.cloned().collect();
        let held = &self.held;
        let read: Vec<io::Result<(SourcePath, Option<CachedFile>)>> = stale
            .into_par_iter()
            .map(|path| {
                let bytes = loader.read(&path).map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?;
                let old = held.get(&path).and_then(Option::as_deref);
                Ok((path.clone(), parse(path, &bytes, old)))
            })
            .collect();
        for result in read {
            let (path, cached) = result?;
            self.stale.remove(&path);
            if let Some(cached) = cached {
                self.changed.entry(path.clone()).or_insert(Change::Text);
                self.held.insert(path, Some(Arc::new(cached)));
            }
        }
        Ok(())
    }

    /// Parses every page anew: site.toml says what their names and folders mean.
    pub(super) fn reparse(&mut self, config: &Config) {
        self.held.par_iter_mut().filter(|(path, _)| Format::of(path) == Some(Format::Page)).for_each(|(_, cached)| {
            if let Some(CachedFile::Content(file)) = cached.as_deref() {
                *cached = Some(Arc::new(CachedFile::Content(format::parse_page(file.source.clone(), config))));
            }
        });
    }
}

/// The first part of a path.
fn top(path: &SourcePath) -> &str {
    path.as_str().split('/').next().unwrap_or_default()
}

/// Whether a file is read at all; others are only copied, or nobody asks for them.
fn is_read(path: &SourcePath) -> bool {
    match top(path) {
        "content" => format::is_read(path),
        "i18n" => path.extension() == "ftl",
        "frozen" => path.extension() == "json",
        "static" => false,
        _ => true,
    }
}

/// A text that is parsed together with others.
pub(super) fn text(path: SourcePath, bytes: &[u8], old: Option<&CachedFile>) -> Option<CachedFile> {
    let source = Source::decode(path, bytes);
    let same = matches!(old, Some(CachedFile::Text(old)) if old.text == source.text);
    (!same).then_some(CachedFile::Text(source))
}

/// A file of the theme.
pub(super) fn raw(_: SourcePath, bytes: &[u8], old: Option<&CachedFile>) -> Option<CachedFile> {
    let same = matches!(old, Some(CachedFile::Bytes(old)) if **old == *bytes);
    (!same).then(|| CachedFile::Bytes(Arc::from(bytes)))
}

/// A frozen period.
pub(super) fn period(path: SourcePath, bytes: &[u8], old: Option<&CachedFile>) -> Option<CachedFile> {
    let source = Source::decode(path, bytes);
    let same = matches!(old, Some(CachedFile::Frozen(old, _)) if old.text == source.text);
    (!same).then(|| {
        let parsed = frozen::parse(&source);
        CachedFile::Frozen(source, parsed)
    })
}

/// A page or a file of data.
pub(super) fn content(path: SourcePath, bytes: &[u8], old: Option<&CachedFile>, config: &Config) -> Option<CachedFile> {
    let before = if let Some(CachedFile::Content(before)) = old { Some(before) } else { None };
    format::parse(path, bytes, config, before).map(CachedFile::Content)
}
