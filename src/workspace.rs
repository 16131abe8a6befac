//! All files of a site to one snapshot: reads, parses in parallel, assembles, checks.

use std::io;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Report};
use crate::document::{self, Document, data, json, table};
use crate::locale::Locale;
use crate::locale::catalogue::Catalogue;
use crate::period::Date;
use crate::site::{self, AssembleOptions, Parts};
use crate::snapshot::Snapshot;
use crate::source::load::Loader;
use crate::source::{Source, SourcePath, Sources};
use crate::theme::{self, Theme, ThemeFiles};

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
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    let config_path = SourcePath::new("site.toml");
    let config_source = Source::decode(config_path.clone(), &loader.read(&config_path)?);
    let parsed = config::parse(&config_source);
    sources.insert(config_source);
    diagnostics.extend(parsed.diagnostics);
    let mut config = parsed.value;
    if let Some(url) = &options.base_url {
        config
            .set_base_url(url)
            .map_err(|message| io::Error::new(io::ErrorKind::InvalidInput, format!("{} / {}", message.sv, message.en)))?;
    }
    let catalogues = Arc::new(load_catalogues(loader, &config, (&mut sources, &mut diagnostics))?);
    let content = load_content(loader, &config)?;
    let mut documents = Vec::new();
    let mut data = data::Data::default();
    for file in content.files {
        diagnostics.extend(file.diagnostics);
        sources.insert(file.source);
        match file.content {
            Content::Page(document) => documents.push(*document),
            Content::Data(part) => data.extend(part),
            Content::Nothing => {}
        }
    }
    let mut frozen = Vec::new();
    for path in loader.list("frozen")?.into_iter().filter(|path| path.extension() == "json") {
        let source = Source::decode(path.clone(), &loader.read(&path)?);
        let parsed = document::frozen::parse(&source);
        sources.insert(source);
        diagnostics.extend(parsed.diagnostics);
        frozen.extend(parsed.value);
    }
    let (theme_files, theme) = load_theme(loader, (&config, &catalogues), (&mut sources, &mut diagnostics))?;
    let entries: Vec<_> = documents.iter().map(|document| Arc::clone(&document.entry)).collect();
    let parts = Parts { entries: &entries, data, frozen, assets: &content.assets, catalogues: &catalogues };
    let assembled = site::assemble(&config, parts, AssembleOptions { today: options.today });
    diagnostics.extend(assembled.diagnostics);
    let bodies = documents.into_iter().map(|document| document.body).collect();
    let snapshot = Snapshot { config, site: assembled.value, bodies, catalogues, theme, theme_files };
    diagnostics.extend(check::all(&snapshot));
    Ok(Loaded { snapshot, diagnostics, sources })
}

fn load_catalogues(
    loader: &dyn Loader,
    config: &Config,
    (sources, found): (&mut Sources, &mut Vec<Diagnostic>),
) -> io::Result<Vec<Catalogue>> {
    let mut catalogues = Vec::new();
    for language in &config.languages {
        let tag = language.locale.tag;
        let mut texts = theme::built_in_texts(tag);
        for path in loader.list(&format!("i18n/{tag}"))?.into_iter().filter(|path| path.extension() == "ftl") {
            texts.push(Source::decode(path.clone(), &loader.read(&path)?));
        }
        let parsed = Catalogue::parse(language.locale, &texts.iter().collect::<Vec<_>>());
        found.extend(parsed.diagnostics);
        catalogues.push(parsed.value);
        texts.into_iter().for_each(|source| sources.insert(source));
    }
    let reference = theme::built_in_texts("sv");
    let swedish = Locale::find("sv").expect("Swedish is in the list of locales");
    let reference = Catalogue::parse(swedish, &reference.iter().collect::<Vec<_>>()).value;
    found.extend(check::catalogues::check(config, &catalogues, &reference));
    Ok(catalogues)
}

fn load_theme(
    loader: &dyn Loader,
    (config, catalogues): (&Config, &Arc<Vec<Catalogue>>),
    (sources, found): (&mut Sources, &mut Vec<Diagnostic>),
) -> io::Result<(ThemeFiles, Theme)> {
    let mut files = ThemeFiles::built_in();
    let folder = format!("themes/{}", config.theme.name);
    for path in loader.list(&folder)? {
        let name = path.as_str().strip_prefix(&format!("{folder}/")).unwrap_or_default().to_owned();
        files.insert(&name, path.clone(), Arc::from(loader.read(&path)?));
    }
    for (_, source) in files.texts(".html").into_iter().chain(files.texts(".css")) {
        sources.insert(source);
    }
    let parsed = Theme::parse(&files, catalogues, config);
    found.extend(parsed.diagnostics);
    if let Some(source) = catalogues.first() {
        found.extend(theme::check_messages(&parsed.value, source));
    }
    Ok((files, parsed.value))
}

struct ContentFiles {
    files: Vec<ParsedFile>,
    assets: Vec<SourcePath>,
}

struct ParsedFile {
    source: Source,
    content: Content,
    diagnostics: Vec<Diagnostic>,
}

enum Content {
    Page(Box<Document>),
    Data(data::Data),
    Nothing,
}

fn load_content(loader: &dyn Loader, config: &Config) -> io::Result<ContentFiles> {
    let mut assets = loader.list("static")?;
    let mut read = Vec::new();
    for path in loader.list("content")? {
        // Nothing in the folder of data is published as it is: a file that cannot be read is reported.
        let data = path.as_str().starts_with("content/data/");
        match path.extension().as_str() {
            "md" | "csv" => read.push(path),
            _ if data => read.push(path),
            _ => assets.push(path),
        }
    }
    let files: Vec<io::Result<ParsedFile>> = read.into_par_iter().map(|path| Ok(parse_file(&loader.read(&path)?, path, config))).collect();
    Ok(ContentFiles { files: files.into_iter().collect::<io::Result<Vec<_>>>()?, assets })
}

fn parse_file(bytes: &[u8], path: SourcePath, config: &Config) -> ParsedFile {
    let extension = path.extension();
    let (source, parsed) = match extension.as_str() {
        "md" => return parse_page(Source::decode(path, bytes), config),
        "xlsx" | "xlsm" => table::parse_workbook(path, bytes),
        "csv" | "tsv" => {
            let source = Source::decode(path, bytes);
            let parsed = table::parse(&source);
            (source, parsed)
        }
        "json" => {
            let source = Source::decode(path, bytes);
            let parsed = json::parse(&source);
            (source, parsed)
        }
        _ => {
            let diagnostics = vec![document::not_read(&path)];
            return ParsedFile { source: Source::new(path.as_str(), ""), content: Content::Nothing, diagnostics };
        }
    };
    ParsedFile { source, content: Content::Data(parsed.value), diagnostics: parsed.diagnostics }
}

fn parse_page(source: Source, config: &Config) -> ParsedFile {
    match document::key_of(&source.path, config) {
        Ok(key) => {
            let parsed = document::parse(&source, key, config);
            ParsedFile { source, content: Content::Page(Box::new(parsed.value)), diagnostics: parsed.diagnostics }
        }
        Err(diagnostic) => ParsedFile { source, content: Content::Nothing, diagnostics: vec![*diagnostic] },
    }
}
