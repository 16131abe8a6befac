//! All files of a site to one snapshot: reads, parses in parallel, assembles, checks. A [`Workspace`] does so again and
//! again as files change; a build does so once, by the same way.

mod cache;
mod parsed_site;
mod texts;

use std::io;
use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Report};
use crate::document;
use crate::period::Date;
use crate::snapshot::Snapshot;
use crate::source::load::Loader;
use crate::source::{Source, SourcePath, Sources};
use crate::theme::{self, Theme, ThemeFiles};

pub use cache::FOLDERS;
use cache::{CachedFile, Files, SETTINGS};
use parsed_site::{Assembled, Contents, ParsedSite};
use texts::AllTexts;

/// What the one who builds wants.
#[derive(Clone, Debug)]
pub struct Options {
    /// Another address than site.toml's.
    pub base_url: Option<String>,
    /// The day that "late" is judged by.
    pub today: Date,
    /// Whether pages with `draft: true` belong to the site.
    pub drafts: bool,
}

/// A site read and checked.
#[derive(Debug)]
pub struct Loaded {
    /// The state to render from.
    pub snapshot: Snapshot,
    /// What is wrong with it, not yet with levels applied.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that diagnostics point into.
    pub sources: Arc<Sources>,
    assembled: Assembled,
}

impl Loaded {
    /// The text of any file that the site was made of.
    pub fn source(&self, path: &SourcePath) -> Option<&Source> {
        self.assembled.parsed.source(path)
    }

    /// The findings with the site's levels, sorted; with more that rendering found.
    pub fn report(&self, more: Vec<Diagnostic>) -> Report {
        let all = self.diagnostics.iter().cloned().chain(more);
        Report::new(all.collect(), &self.snapshot.config.levels)
    }

    /// Findings with the site's levels, sorted: some of them only.
    pub fn report_of(&self, found: Vec<Diagnostic>) -> Report {
        Report::new(found, &self.snapshot.config.levels)
    }

    /// The same files on another day, with or without drafts. Reads and parses nothing; another address is not asked for.
    #[must_use]
    pub fn again(&self, options: &Options) -> Self {
        self.assembled.parsed.assemble(options, Some(&self.assembled))
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
pub enum FileEvent {
    /// It is new, or its bytes may be others than before.
    Touched,
    /// It is gone.
    Removed,
}

/// A site that is loaded more than once. What has not changed is neither read nor parsed again. What comes after parsing is
/// made of the whole each time; it takes from the model before only what is the same by all that it follows from.
#[derive(Clone, Debug)]
pub struct Workspace {
    files: Files,
    built_in: ThemeFiles,
    day: Option<Date>,
    config: Option<Parsed<Config>>,
    texts: Option<Arc<AllTexts>>,
    theme: Option<(Parsed<ThemeParts>, ThemeInputs)>,
    assembled: Option<Assembled>,
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
        let built_in = ThemeFiles::built_in();
        Ok(Self { files: Files::list(loader)?, built_in, day: None, config: None, texts: None, theme: None, assembled: None })
    }

    /// Notes what became of a file; it takes effect with the next load.
    pub fn mark_changed(&mut self, path: &SourcePath, event: FileEvent) {
        match event {
            FileEvent::Touched => self.files.touch(path.clone()),
            FileEvent::Removed => self.files.remove(path),
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

    /// Gets ready for the next edit. For times when nobody waits.
    pub fn prepare(&self) {
        if let Some((parsed, _)) = &self.theme {
            parsed.value.1.prepare();
        }
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
    fn assemble(&mut self, ready: Refreshed, options: &Options) -> Loaded {
        let parsed = Arc::new(self.parsed_site(ready, self.assembled.as_ref()));
        self.files.clear_changes();
        self.day = Some(options.today);
        let loaded = parsed.assemble(options, self.assembled.as_ref());
        self.assembled = Some(loaded.assembled.clone());
        loaded
    }

    /// Everything that was parsed.
    fn parsed_site(&self, refreshed: Refreshed, before: Option<&Assembled>) -> ParsedSite {
        let Refreshed { config, texts, theme } = refreshed;
        let contents = before.and_then(|before| before.parsed.contents.updated(&self.files));
        let contents = contents.unwrap_or_else(|| Arc::new(Contents::collect(&self.files)));
        let mut sources = Sources::default();
        let mut found = (Vec::new(), Vec::new());
        let mut add = |found: &mut Vec<Diagnostic>, more: &[Diagnostic], texts: &[Source]| {
            found.extend_from_slice(more);
            texts.iter().for_each(|source| sources.insert(source.clone()));
        };
        if let Some(parsed) = &self.config {
            add(&mut found.0, &parsed.diagnostics, &parsed.sources);
        }
        add(&mut found.0, &texts.found, &[]);
        texts.sources().for_each(|source| add(&mut found.0, &[], std::slice::from_ref(source)));
        if let Some((parsed, _)) = &self.theme {
            add(&mut found.1, &parsed.diagnostics, &parsed.sources);
        }
        let theme = (Arc::clone(&theme.0), Arc::clone(&theme.1));
        let texts = Arc::clone(&texts.catalogues);
        ParsedSite { config, texts, theme, contents, found, sources }
    }

    /// Reads what has changed, and parses what depends on it.
    fn refresh(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Refreshed> {
        let config = self.refresh_config(loader, options)?;
        let texts = self.refresh_texts(loader, &config)?;
        self.files.refresh(loader, "content", |path, bytes, old| cache::content(path, bytes, old, &config))?;
        self.files.refresh(loader, "frozen", cache::period)?;
        let theme = self.refresh_theme(loader, &config, &texts)?;
        Ok(Refreshed { config, texts, theme })
    }

    fn refresh_config(&mut self, loader: &dyn Loader, options: &Options) -> io::Result<Arc<Config>> {
        self.files.refresh(loader, SETTINGS, cache::text)?;
        if let Some(parsed) = &self.config
            && !self.files.is_changed(SETTINGS)
        {
            return Ok(Arc::clone(&parsed.value));
        }
        let missing = || io::Error::new(io::ErrorKind::NotFound, SETTINGS);
        let Some(CachedFile::Text(source)) = self.files.get(SETTINGS) else { return Err(missing()) };
        let source = source.clone();
        let Checked { mut value, diagnostics } = config::parse(&source);
        if let Some(url) = &options.base_url {
            value
                .set_base_url(url)
                .map_err(|message| io::Error::new(io::ErrorKind::InvalidInput, format!("{} / {}", message.sv, message.en)))?;
        }
        if self.config.as_ref().is_none_or(|before| !document::same_parse_settings(&before.value, &value)) {
            self.files.reparse(&value);
            self.assembled = None;
        }
        let value = Arc::new(value);
        self.config = Some(Parsed { value: Arc::clone(&value), diagnostics, sources: vec![source] });
        Ok(value)
    }

    fn refresh_texts(&mut self, loader: &dyn Loader, config: &Config) -> io::Result<Arc<AllTexts>> {
        for language in &config.languages {
            self.files.refresh(loader, &format!("i18n/{}", language.locale.tag), cache::text)?;
        }
        let texts = match &self.texts {
            Some(texts) if !self.files.is_changed("i18n") && !self.files.is_changed(SETTINGS) => Arc::clone(texts),
            before => Arc::new(AllTexts::parse(&self.files, config, before.as_deref())),
        };
        self.texts = Some(Arc::clone(&texts));
        Ok(texts)
    }

    fn refresh_theme(&mut self, loader: &dyn Loader, config: &Arc<Config>, texts: &Arc<AllTexts>) -> io::Result<Arc<ThemeParts>> {
        let folder = format!("themes/{}", config.theme.name);
        self.files.refresh(loader, &folder, cache::raw)?;
        if let Some((parsed, of)) = &self.theme
            && !self.files.is_changed("themes")
            && Arc::ptr_eq(&of.0, config)
            && Arc::ptr_eq(&of.1, texts)
        {
            return Ok(Arc::clone(&parsed.value));
        }
        let mut files = self.built_in.clone();
        for (path, cached) in self.files.below(&folder) {
            let Some(CachedFile::Bytes(bytes)) = cached else { continue };
            let name = path.as_str().strip_prefix(&format!("{folder}/")).unwrap_or_default().to_owned();
            files.insert(&name, path.clone(), Arc::clone(bytes));
        }
        let sources = files.texts(".html").into_iter().chain(files.texts(".css")).map(|(_, source)| source).collect();
        let before = self.theme.as_ref().filter(|(_, of)| Arc::ptr_eq(&of.0, config)).map(|(parsed, _)| &*parsed.value.1);
        let Checked { value, mut diagnostics } = Theme::parse(&files, &texts.catalogues, config, before);
        if let Some(source) = texts.catalogues.first() {
            diagnostics.extend(theme::check_messages(&value, source));
        }
        let value = Arc::new((Arc::new(files), Arc::new(value)));
        let parsed = Parsed { value: Arc::clone(&value), diagnostics, sources };
        self.theme = Some((parsed, (Arc::clone(config), Arc::clone(texts))));
        Ok(value)
    }
}

/// What a theme was made for.
type ThemeInputs = (Arc<Config>, Arc<AllTexts>);

/// A theme's files and what they come to.
type ThemeParts = (Arc<ThemeFiles>, Arc<Theme>);

/// What is made of several files at once.
struct Refreshed {
    config: Arc<Config>,
    texts: Arc<AllTexts>,
    theme: Arc<ThemeParts>,
}
