//! All files of a site to one snapshot: reads, parses in parallel, assembles, checks. A [`Workspace`] does so again and
//! again as files change; a build does so once, by the same way.

mod cache;

use std::io;
use std::sync::Arc;

use crate::check;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Report};
use crate::document::data;
use crate::locale::Locale;
use crate::locale::catalogue::Catalogue;
use crate::period::Date;
use crate::site::{self, AssembleOptions, Parts};
use crate::snapshot::Snapshot;
use crate::source::load::Loader;
use crate::source::{Source, SourcePath, Sources};
use crate::theme::{self, Theme, ThemeFiles};

pub use cache::FOLDERS;
use cache::{Content, Files, Kept, SETTINGS};

/// What the one who builds wants.
#[derive(Clone, Debug)]
pub struct Options {
    /// Another address than site.toml's.
    pub base_url: Option<String>,
    /// The day that "late" is judged by.
    pub today: Date,
}

/// A site read and checked.
#[derive(Debug)]
pub struct Loaded {
    /// The state to render from.
    pub snapshot: Snapshot,
    /// What is wrong with it, not yet with levels applied.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that diagnostics point into.
    pub sources: Sources,
}

impl Loaded {
    /// The findings with the site's levels, sorted; with more that rendering found.
    pub fn report(&self, more: Vec<Diagnostic>) -> Report {
        let all = self.diagnostics.iter().cloned().chain(more);
        Report::new(all.collect(), &self.snapshot.config.levels)
    }
}

/// Reads a whole site.
///
/// # Errors
/// When site.toml or a file that was listed cannot be read.
pub fn load(loader: &dyn Loader, options: &Options) -> io::Result<Loaded> {
    Workspace::open(loader)?.load(loader, options)
}

/// What a file has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new, or its bytes may be others than before.
    Touched,
    /// It is gone.
    Removed,
}

/// A site that is loaded more than once. What has not changed is neither read nor parsed again; all that comes after
/// parsing is done whole each time, so that nothing can be forgotten.
#[derive(Clone, Debug)]
pub struct Workspace {
    files: Files,
    day: Option<Date>,
    config: Option<Parsed<Config>>,
    texts: Option<Parsed<Vec<Catalogue>>>,
    theme: Option<Parsed<(Arc<ThemeFiles>, Arc<Theme>)>>,
}

/// What was made of several files at once.
#[derive(Debug)]
struct Parsed<T> {
    value: Arc<T>,
    diagnostics: Vec<Diagnostic>,
    sources: Vec<Source>,
}

impl<T> Clone for Parsed<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), diagnostics: self.diagnostics.clone(), sources: self.sources.clone() }
    }
}

impl Workspace {
    /// The day of the last load.
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// Lists the files of a site and reads none.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn open(loader: &dyn Loader) -> io::Result<Self> {
        Ok(Self { files: Files::list(loader)?, day: None, config: None, texts: None, theme: None })
    }

    /// Notes what became of a file; it takes effect with the next load.
    pub fn note(&mut self, path: &SourcePath, fate: Fate) {
        match fate {
            Fate::Touched => self.files.touch(path.clone()),
            Fate::Removed => self.files.remove(path),
        }
    }

    /// Whether the site has a file.
    pub fn contains(&self, path: &SourcePath) -> bool {
        self.files.contains(path)
    }

    /// The files below a folder, as far as they were noted.
    pub fn below(&self, folder: &str) -> Vec<SourcePath> {
        self.files.below(folder).map(|(path, _)| path.clone()).collect()
    }

    /// Loads the site if it is another than at the last load.
    ///
    /// # Errors
    /// When site.toml or a file that was listed cannot be read; it is tried again at the next load.
    pub fn reload(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Option<Loaded>> {
        let ready = self.refresh(loader, options)?;
        let same = !self.files.is_any_changed() && self.day == Some(options.today);
        Ok(if same { None } else { Some(self.assemble(ready, options)) })
    }

    /// Loads the site.
    ///
    /// # Errors
    /// When site.toml or a file that was listed cannot be read; it is tried again at the next load.
    pub fn load(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Loaded> {
        let ready = self.refresh(loader, options)?;
        Ok(self.assemble(ready, options))
    }

    /// Joins everything that was parsed.
    fn assemble(&mut self, (config, texts, theme): Ready, options: &Options) -> Loaded {
        let mut diagnostics = Vec::new();
        let mut sources = Sources::default();
        let mut add = |found: &[Diagnostic], texts: &[Source]| {
            diagnostics.extend_from_slice(found);
            texts.iter().for_each(|source| sources.insert(source.clone()));
        };
        if let Some(parsed) = &self.config {
            add(&parsed.diagnostics, &parsed.sources);
        }
        if let Some(parsed) = &self.texts {
            add(&parsed.diagnostics, &parsed.sources);
        }
        let mut assets: Vec<SourcePath> = self.files.below("static").map(|(path, _)| path.clone()).collect();
        let mut entries = Vec::new();
        let mut bodies = Vec::new();
        let mut data = data::Data::default();
        for (path, kept) in self.files.below("content") {
            let Some(Kept::Content(file)) = kept else {
                assets.push(path.clone());
                continue;
            };
            add(&file.diagnostics, &[]);
            match &file.content {
                Content::Page(document) => {
                    entries.push(Arc::clone(&document.entry));
                    bodies.push(Arc::clone(&document.body));
                }
                Content::Data(part) => data.extend(part.clone()),
                Content::Nothing => {}
            }
        }
        let mut frozen = Vec::new();
        for (_, kept) in self.files.below("frozen") {
            if let Some(Kept::Frozen(_, parsed)) = kept {
                add(&parsed.diagnostics, &[]);
                frozen.extend(parsed.value.clone());
            }
        }
        if let Some(parsed) = &self.theme {
            add(&parsed.diagnostics, &parsed.sources);
        }
        let parts = Parts { entries: &entries, data, frozen, assets: &assets, catalogues: &texts };
        let assembled = site::assemble(&config, parts, AssembleOptions { today: options.today });
        diagnostics.extend(assembled.diagnostics);
        let (theme_files, theme) = (Arc::clone(&theme.0), Arc::clone(&theme.1));
        let snapshot = Snapshot { config, site: assembled.value, bodies, catalogues: texts, theme, theme_files };
        diagnostics.extend(check::all(&snapshot));
        // Of thousands of files, messages point into few.
        let labels = diagnostics.iter().flat_map(|found| found.primary.iter().chain(&found.labels));
        for source in labels.filter_map(|label| self.files.source(&label.path)) {
            sources.insert(source.clone());
        }
        self.files.settle();
        self.day = Some(options.today);
        Loaded { snapshot, diagnostics, sources }
    }

    /// Reads what has changed, and parses what depends on it.
    fn refresh(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Ready> {
        let config = self.refresh_config(loader, options)?;
        let texts = self.refresh_texts(loader, &config)?;
        self.files.refresh(loader, "content", |path, bytes, old| cache::content(path, bytes, (old, &config)))?;
        self.files.refresh(loader, "frozen", cache::period)?;
        let theme = self.refresh_theme(loader, (&config, &texts))?;
        Ok((config, texts, theme))
    }

    fn refresh_config(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Arc<Config>> {
        self.files.refresh(loader, SETTINGS, cache::text)?;
        if let Some(parsed) = &self.config
            && !self.files.is_changed(SETTINGS)
        {
            return Ok(Arc::clone(&parsed.value));
        }
        let missing = || io::Error::new(io::ErrorKind::NotFound, SETTINGS);
        let Some(Kept::Text(source)) = self.files.get(SETTINGS) else { return Err(missing()) };
        let source = source.clone();
        let Checked { mut value, diagnostics } = config::parse(&source);
        if let Some(url) = &options.base_url {
            value
                .set_base_url(url)
                .map_err(|message| io::Error::new(io::ErrorKind::InvalidInput, format!("{} / {}", message.sv, message.en)))?;
        }
        self.files.reparse(&value);
        self.texts = None;
        self.theme = None;
        let value = Arc::new(value);
        self.config = Some(Parsed { value: Arc::clone(&value), diagnostics, sources: vec![source] });
        Ok(value)
    }

    fn refresh_texts(&mut self, loader: &dyn Loader, config: &Config) -> io::Result<Arc<Vec<Catalogue>>> {
        for language in &config.languages {
            self.files.refresh(loader, &format!("i18n/{}", language.locale.tag), cache::text)?;
        }
        if let Some(parsed) = &self.texts
            && !self.files.is_changed("i18n")
        {
            return Ok(Arc::clone(&parsed.value));
        }
        let (value, diagnostics, sources) = parse_texts(&self.files, config);
        self.theme = None;
        let value = Arc::new(value);
        self.texts = Some(Parsed { value: Arc::clone(&value), diagnostics, sources });
        Ok(value)
    }

    fn refresh_theme(&mut self, loader: &dyn Loader, (config, texts): (&Config, &Arc<Vec<Catalogue>>)) -> io::Result<Arc<ThemeParts>> {
        let folder = format!("themes/{}", config.theme.name);
        self.files.refresh(loader, &folder, cache::raw)?;
        if let Some(parsed) = &self.theme
            && !self.files.is_changed("themes")
        {
            return Ok(Arc::clone(&parsed.value));
        }
        let mut files = ThemeFiles::built_in();
        for (path, kept) in self.files.below(&folder) {
            let Some(Kept::Bytes(bytes)) = kept else { continue };
            let name = path.as_str().strip_prefix(&format!("{folder}/")).unwrap_or_default().to_owned();
            files.insert(&name, path.clone(), Arc::clone(bytes));
        }
        let sources = files.texts(".html").into_iter().chain(files.texts(".css")).map(|(_, source)| source).collect();
        let Checked { value, mut diagnostics } = Theme::parse(&files, texts, config);
        if let Some(source) = texts.first() {
            diagnostics.extend(theme::check_messages(&value, source));
        }
        let value = Arc::new((Arc::new(files), Arc::new(value)));
        self.theme = Some(Parsed { value: Arc::clone(&value), diagnostics, sources });
        Ok(value)
    }
}

/// A theme's files and what they come to.
type ThemeParts = (Arc<ThemeFiles>, Arc<Theme>);

/// What is made of several files at once.
type Ready = (Arc<Config>, Arc<Vec<Catalogue>>, Arc<ThemeParts>);

/// The texts of each language, the built-in ones first.
fn parse_texts(files: &Files, config: &Config) -> (Vec<Catalogue>, Vec<Diagnostic>, Vec<Source>) {
    let mut catalogues = Vec::new();
    let mut found = Vec::new();
    let mut sources = Vec::new();
    for language in &config.languages {
        let tag = language.locale.tag;
        let mut texts = theme::built_in_texts(tag);
        for (_, kept) in files.below(&format!("i18n/{tag}")) {
            if let Some(Kept::Text(source)) = kept {
                texts.push(source.clone());
            }
        }
        let parsed = Catalogue::parse(language.locale, &texts.iter().collect::<Vec<_>>());
        found.extend(parsed.diagnostics);
        catalogues.push(parsed.value);
        sources.extend(texts);
    }
    let reference = theme::built_in_texts("sv");
    let swedish = Locale::find("sv").expect("Swedish is in the list of locales");
    let reference = Catalogue::parse(swedish, &reference.iter().collect::<Vec<_>>()).value;
    found.extend(check::catalogues::check(config, &catalogues, &reference));
    (catalogues, found, sources)
}
