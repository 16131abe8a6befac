//! All files of a site to one snapshot: reads, parses in parallel, assembles, checks. A [`Workspace`] does so again and
//! again as files change; a build does so once, by the same way.

mod cache;

use std::io;
use std::sync::Arc;

use crate::check;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Diagnostic, Report};
use crate::document::{Body, Entry, data};
use crate::locale::Locale;
use crate::locale::catalogue::Catalogue;
use crate::period::Date;
use crate::site::{self, AssembleOptions, Parts};
use crate::snapshot::Snapshot;
use crate::source::load::Loader;
use crate::source::{Source, SourcePath, Sources};
use crate::theme::{self, Theme, ThemeFiles};

pub use cache::FOLDERS;
use cache::{Content, Files, Kept, ParsedFile, SETTINGS};

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
    kit: Arc<Kit>,
}

impl Loaded {
    /// The findings with the site's levels, sorted; with more that rendering found.
    pub fn report(&self, more: Vec<Diagnostic>) -> Report {
        let all = self.diagnostics.iter().cloned().chain(more);
        Report::new(all.collect(), &self.snapshot.config.levels)
    }

    /// The same files on another day, with or without drafts. Reads and parses nothing; another address is not asked for.
    #[must_use]
    pub fn again(&self, options: &Options) -> Self {
        self.kit.assemble(options)
    }
}

/// Everything that a site is assembled from, parsed.
#[derive(Debug)]
struct Kit {
    config: Arc<Config>,
    texts: Arc<Vec<Catalogue>>,
    theme: Arc<ThemeParts>,
    entries: Vec<Arc<Entry>>,
    bodies: Vec<Arc<Body>>,
    /// Files of content, then frozen periods, each by path.
    kept: Vec<Arc<Kept>>,
    assets: Vec<SourcePath>,
    diagnostics: Vec<Diagnostic>,
    /// The texts of all other files.
    sources: Sources,
}

impl Kit {
    /// Joins everything to one model and checks it.
    fn assemble(self: &Arc<Self>, options: &Options) -> Loaded {
        let mut data = data::Data::default();
        let mut frozen = Vec::new();
        for kept in &self.kept {
            match kept.as_ref() {
                Kept::Content(ParsedFile { content: Content::Data(part), .. }) => data.extend(part.clone()),
                Kept::Frozen(_, parsed) => frozen.extend(parsed.value.clone()),
                _ => {}
            }
        }
        let parts = Parts { entries: &self.entries, data, frozen, assets: &self.assets, catalogues: &self.texts };
        let assembled = site::assemble(&self.config, parts, AssembleOptions { today: options.today, drafts: options.drafts });
        let mut diagnostics = self.diagnostics.clone();
        diagnostics.extend(assembled.diagnostics);
        let snapshot = Snapshot {
            config: Arc::clone(&self.config),
            site: assembled.value,
            bodies: self.bodies.clone(),
            catalogues: Arc::clone(&self.texts),
            theme: Arc::clone(&self.theme.1),
            theme_files: Arc::clone(&self.theme.0),
        };
        diagnostics.extend(check::all(&snapshot));
        let sources = Arc::new(self.sources_of(&diagnostics));
        Loaded { snapshot, diagnostics, sources, kit: Arc::clone(self) }
    }

    /// The texts that findings point into: of thousands of files few.
    fn sources_of(&self, found: &[Diagnostic]) -> Sources {
        let mut sources = self.sources.clone();
        let labels = found.iter().flat_map(|found| found.primary.iter().chain(&found.labels));
        for label in labels {
            // `content` sorts before `frozen`, so all of them are in order.
            let at = self.kept.binary_search_by(|kept| kept.source().map(|source| &source.path).cmp(&Some(&label.path)));
            let source = at.ok().and_then(|at| self.kept.get(at)?.source());
            source.into_iter().for_each(|source| sources.insert(source.clone()));
        }
        sources
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
    fn assemble(&mut self, ready: Ready, options: &Options) -> Loaded {
        let kit = Arc::new(self.kit(ready));
        self.files.settle();
        self.day = Some(options.today);
        kit.assemble(options)
    }

    /// Everything that was parsed.
    fn kit(&self, (config, texts, theme): Ready) -> Kit {
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
        let mut kept = Vec::new();
        for (path, shared) in self.files.shared_below("content") {
            let Some(Kept::Content(file)) = shared.map(Arc::as_ref) else {
                assets.push(path.clone());
                continue;
            };
            kept.extend(shared.cloned());
            add(&file.diagnostics, &[]);
            if let Content::Page(document) = &file.content {
                entries.push(Arc::clone(&document.entry));
                bodies.push(Arc::clone(&document.body));
            }
        }
        for (_, shared) in self.files.shared_below("frozen") {
            if let Some(Kept::Frozen(_, parsed)) = shared.map(Arc::as_ref) {
                add(&parsed.diagnostics, &[]);
                kept.extend(shared.cloned());
            }
        }
        if let Some(parsed) = &self.theme {
            add(&parsed.diagnostics, &parsed.sources);
        }
        Kit { config, texts, theme, entries, bodies, kept, assets, diagnostics, sources }
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
