//! How pages look: the adapter to the template engine, and the theme's files. Sees no site, only the one value that
//! each template is given.

pub mod style;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use include_dir::{Dir, include_dir};
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic, Message, suggestion};
use crate::html::Html;
use crate::locale::catalogue::{Arg, Catalogue};
use crate::source::{Source, SourcePath, Span};

static DEFAULT_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static DEFAULT_TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// The files of a theme by their path within it: the built-in ones, overridden by the site's own.
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    files: BTreeMap<String, ThemeFile>,
}

#[derive(Clone, Debug)]
struct ThemeFile {
    bytes: Arc<[u8]>,
    /// Decoded, if it is a template or a stylesheet.
    text: Option<Source>,
}

impl ThemeFiles {
    /// The built-in theme.
    pub fn built_in() -> Self {
        let mut files = Self::default();
        add_embedded(&DEFAULT_THEME, &mut |name, bytes| {
            files.insert(name, SourcePath::new(format!("themes/default/{name}")), bytes.into());
        });
        files
    }

    /// Adds a file or replaces one of the same name.
    pub fn insert(&mut self, name: &str, path: SourcePath, bytes: Arc<[u8]>) {
        let is_text = name.ends_with(".html") || name.ends_with(".css");
        let text = is_text.then(|| Source::decode(path, &bytes));
        self.files.insert(name.to_owned(), ThemeFile { bytes, text });
    }

    fn text(&self, name: &str) -> Option<Source> {
        self.files.get(name)?.text.clone()
    }

    /// The templates or stylesheets (`.html`, `.css`), as text.
    pub fn texts(&self, suffix: &str) -> Vec<(String, Source)> {
        let named = self.files.iter().filter(|(name, _)| name.ends_with(suffix));
        named.filter_map(|(name, file)| Some((name.clone(), file.text.clone()?))).collect()
    }
}

/// The built-in texts of a language, file by file; none when the program does not know it.
pub fn built_in_texts(tag: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let Some(folder) = DEFAULT_TEXTS.get_dir(tag) else { return sources };
    for file in folder.files() {
        let path = SourcePath::new(format!("i18n/{}", file.path().display()));
        sources.push(Source::decode(path, file.contents()));
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn add_embedded(folder: &Dir<'static>, add: &mut impl FnMut(&str, &'static [u8])) {
    for file in folder.files() {
        if let Some(name) = file.path().to_str() {
            add(&name.replace('\\', "/"), file.contents());
        }
    }
    for folder in folder.dirs() {
        add_embedded(folder, add);
    }
}

/// A file that goes to the site as it is, under a name that changes with its bytes.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its URL below the base path: `/assets/style.0123456789abcdef.css`.
    pub url: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// A theme, ready to render.
pub struct Theme {
    tera: Tera,
    /// A copy to be changed, made when nobody waits: it takes as long as parsing what an edit changes.
    spare: Mutex<Option<Tera>>,
    /// What the engine holds, as written; nothing if it was refused.
    templates: Vec<(String, Source)>,
    styled: Styled,
    /// The icon.
    pub icon: ThemeAsset,
    /// Fonts.
    pub fonts: Vec<ThemeAsset>,
    /// Ids of the messages that templates use, and where.
    pub messages: BTreeMap<String, (SourcePath, Span)>,
}

/// The stylesheet and what it was made of.
#[derive(Clone, Debug)]
struct Styled {
    source: Source,
    fonts: Vec<(String, String)>,
    sheet: ThemeAsset,
    found: Vec<Diagnostic>,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").finish_non_exhaustive()
    }
}

impl Theme {
    /// Reads a theme's files. A theme that was read before with the same settings saves work.
    pub fn parse(files: &ThemeFiles, catalogues: &Arc<Vec<Arc<Catalogue>>>, config: &Config, before: Option<&Self>) -> Checked<Self> {
        let mut found = Vec::new();
        let mut templates = files.texts(".html");
        let messages = used_messages(&templates);
        let renewed = before.and_then(|before| before.engine_with(&templates, catalogues));
        let (tera, error) = renewed.map_or_else(|| engine(&templates, catalogues), |tera| (tera, None));
        if let Some(error) = error {
            found.push(template_error(&error, &templates));
            templates.clear();
        }
        let fonts = assets(files, "woff2");
        let style = files.text("style.css").unwrap_or_else(|| Source::new("themes/default/style.css", ""));
        let known = before.map(|before| &before.styled).filter(|styled| styled.is_of(&style, &fonts));
        let styled = known.cloned().unwrap_or_else(|| Styled::build(style, &fonts, config));
        found.extend_from_slice(&styled.found);
        let icon = assets(files, "svg").into_iter().next().map(|(_, asset)| asset);
        let icon = icon.unwrap_or_else(|| fingerprint("favicon", "svg", Arc::from(&b""[..])));
        let fonts = fonts.into_iter().map(|(_, asset)| asset).collect();
        let value = Self { tera, spare: Mutex::default(), templates, styled, icon, fonts, messages };
        Checked { value, diagnostics: found }
    }

    /// The engine with other texts, and with those templates that are not as they were. None when that is not all that
    /// differs, or when a template is refused: then it is made anew, for the message.
    fn engine_with(&self, templates: &[(String, Source)], catalogues: &Arc<Vec<Arc<Catalogue>>>) -> Option<Tera> {
        let names = |templates: &[(String, Source)]| templates.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        if self.templates.is_empty() || names(&self.templates) != names(templates) {
            return None;
        }
        let mut tera = self.spare().take().unwrap_or_else(|| self.tera.clone());
        register_messages(&mut tera, Arc::clone(catalogues));
        let others = self.templates.iter().zip(templates).filter(|((_, old), (_, new))| old.text != new.text);
        let others: Vec<(&str, String)> = others.map(|(_, (name, new))| (name.as_str(), new.text.to_string())).collect();
        if !others.is_empty() {
            tera.add_raw_templates(others).ok()?;
        }
        Some(tera)
    }

    /// Gets ready for an edit of a template or a text. For times when nobody waits.
    pub fn prepare(&self) {
        self.spare().get_or_insert_with(|| self.tera.clone());
    }

    fn spare(&self) -> MutexGuard<'_, Option<Tera>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The one stylesheet.
    pub fn stylesheet(&self) -> &ThemeAsset {
        &self.styled.sheet
    }

    /// Renders one template with its one value.
    ///
    /// # Errors
    /// A diagnostic at the place in the template where it fails.
    pub fn render(&self, template: &str, context: &Context, files: &ThemeFiles) -> Result<String, Box<Diagnostic>> {
        self.tera.render(template, context).map_err(|error| Box::new(template_error(&error, &files.texts(".html"))))
    }
}

impl Styled {
    fn build(source: Source, fonts: &[(String, ThemeAsset)], config: &Config) -> Self {
        let Checked { value, diagnostics } = style::build(&source, fonts, config);
        let fonts = fonts.iter().map(|(name, font)| (name.clone(), font.url.clone())).collect();
        Self { source, fonts, sheet: value, found: diagnostics }
    }

    fn is_of(&self, source: &Source, fonts: &[(String, ThemeAsset)]) -> bool {
        let same_source = self.source.path == source.path && self.source.text == source.text;
        same_source && fonts.iter().map(|(name, font)| (name, &font.url)).eq(self.fonts.iter().map(|(name, url)| (name, url)))
    }
}

/// The engine with a theme's templates, and why it refuses them.
fn engine(templates: &[(String, Source)], catalogues: &Arc<Vec<Arc<Catalogue>>>) -> (Tera, Option<tera::Error>) {
    let mut tera = Tera::new();
    // Every value is HTML by type (see `crate::html`), so nothing is escaped a second time.
    tera.autoescape_on(Vec::<&str>::new());
    register_messages(&mut tera, Arc::clone(catalogues));
    let error = tera.add_raw_templates(templates.iter().map(|(name, source)| (name.clone(), source.text.to_string()))).err();
    (tera, error)
}

/// The files with a suffix, under names that change with their bytes.
fn assets(files: &ThemeFiles, extension: &str) -> Vec<(String, ThemeAsset)> {
    let suffix = format!(".{extension}");
    let named = files.files.iter().filter(|(name, _)| name.ends_with(&suffix));
    named
        .map(|(name, file)| {
            let stem = name.trim_end_matches(&suffix).rsplit('/').next().unwrap_or(name);
            (name.clone(), fingerprint(stem, extension, Arc::clone(&file.bytes)))
        })
        .collect()
}

/// Names a file by its bytes, so that it may be cached for ever.
fn fingerprint(stem: &str, extension: &str, bytes: Arc<[u8]>) -> ThemeAsset {
    // FNV-1a: names need to differ when bytes do, not to resist attack.
    let hash = crate::source::fingerprint(bytes.iter().copied());
    ThemeAsset { url: format!("/assets/{stem}.{hash:016x}.{extension}"), bytes }
}

/// `t(id="…", name=value)`: the message in the page's language.
fn register_messages(tera: &mut Tera, catalogues: Arc<Vec<Arc<Catalogue>>>) {
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let id: &str = kwargs.must_get("id")?;
        let language: String = state.get("lang")?.unwrap_or_default();
        let Some(catalogue) = catalogues.iter().find(|catalogue| catalogue.locale.tag == language) else {
            return Err(tera::Error::message(format!("there are no messages for the language `{language}`")));
        };
        let mut args: Vec<(&str, Arg)> = Vec::new();
        for (key, value) in kwargs.iter() {
            let Some(name) = key.as_str().filter(|name| *name != "id") else { continue };
            args.push((name, argument(value)));
        }
        let html = if args.is_empty() { catalogue.text(id) } else { catalogue.html(id, &args) };
        Ok(Value::safe_string(html.as_str()))
    });
}

fn argument(value: &Value) -> Arg {
    match (value.as_str(), value.as_f64()) {
        (Some(text), _) => Arg::Html(Html::trusted(text)),
        (None, Some(number)) => Arg::Number(number, 0),
        (None, None) => Arg::Html(Html::trusted(value.to_string())),
    }
}

/// The literal ids that templates pass to `t`.
fn used_messages(templates: &[(String, Source)]) -> BTreeMap<String, (SourcePath, Span)> {
    let mut used = BTreeMap::new();
    for (_, source) in templates {
        for (at, call) in source.text.match_indices("t(id=\"") {
            let start = at + call.len();
            let id = source.text.get(start..).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            used.entry(id.to_owned()).or_insert_with(|| (source.path.clone(), Span::new(start, start + id.len())));
        }
    }
    used
}

/// Reports template ids that no catalogue has.
pub fn check_messages(theme: &Theme, source: &Catalogue) -> Vec<Diagnostic> {
    let known: Vec<&str> = source.entries().keys().map(String::as_str).collect();
    let unknown = theme.messages.iter().filter(|(id, _)| !source.entries().contains_key(*id));
    unknown
        .map(|(id, (path, span))| {
            let message = Message::new(format!("det finns ingen text `{id}`"), format!("there is no message `{id}`"));
            Diagnostic::new(Code::UnknownMessage, message)
                .at(path, *span)
                .maybe_help(suggestion(id, &known).filter(|help| help.en.starts_with("did")))
        })
        .collect()
}

fn template_error(error: &tera::Error, templates: &[(String, Source)]) -> Diagnostic {
    let (text, place) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            (report.message().to_owned(), Some((report.filename().to_owned(), Span::from(report.span().range.clone()))))
        }
        ErrorKind::MissingParent { current, parent } => {
            (format!("there is no template `{parent}`"), Some((current.clone(), Span::default())))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (error.to_string(), Some((tpl.clone(), Span::default())))
        }
        _ => (error.to_string(), None),
    };
    // Other than syntax, the engine reports that names are unknown as one text over several lines.
    let first_line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim().to_owned();
    let message = Message::new(format!("mallen fungerar inte: {first_line}"), format!("the template fails: {first_line}"));
    let help = Message::new(
        "mallspråket är Tera 2; ta bort filen ur temat för att använda den inbyggda",
        "the template language is Tera 2; remove the file from the theme to use the built-in one",
    );
    let diagnostic = Diagnostic::new(Code::TemplateSyntax, message).help(help);
    let source = place.and_then(|(name, span)| Some((templates.iter().find(|(other, _)| *other == name)?, span)));
    match source {
        Some(((_, source), span)) => diagnostic.at(&source.path, span),
        None => match templates.iter().find(|(name, _)| text.contains(name.as_str())) {
            Some((_, source)) => diagnostic.in_file(&source.path),
            None => diagnostic,
        },
    }
}
