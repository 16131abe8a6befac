//! site.toml: what the site's owner has set, validated.

mod data;
mod text;

use std::collections::BTreeMap;

use crate::diagnostic::{Checked, Code, Diagnostic, Level, Levels, Message, nearest};
use crate::locale::Locale;
use crate::period::Date;
use crate::schema::{CONFIG, FieldReader, Fields, Node, Value, parse_toml};
use crate::source::{Source, SourcePath, Span, Spanned};

pub use data::{DataConfig, Licence, PublisherType};
pub use text::LocalText;

/// Index of a language in [`Config::languages`]; 0 is the source language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(pub u16);

impl LanguageId {
    /// The language that the site is written in.
    pub const SOURCE: Self = Self(0);

    /// Its place in lists that have one entry a language.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One language of the site.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its tag, name and direction.
    pub locale: &'static Locale,
    /// First part of its URLs, without slashes; empty for the source language.
    pub path: String,
    /// Where site.toml names it.
    pub span: Span,
}

/// The folders that hold each kind of content, below `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The programme and its chapters.
    pub programme: String,
    /// Goals.
    pub goals: String,
    /// Assignments.
    pub assignments: String,
    /// Bodies that owe assignments.
    pub bodies: String,
    /// Places.
    pub areas: String,
    /// Indicators.
    pub indicators: String,
    /// News.
    pub news: String,
    /// Explained terms.
    pub glossary: String,
}

/// What the theme is told.
#[derive(Clone, Debug)]
pub struct ThemeConfig {
    /// Folder below `themes/`.
    pub name: String,
    /// Custom properties for the light scheme, by name.
    pub light: BTreeMap<String, Spanned<String>>,
    /// Custom properties for the dark scheme, by name.
    pub dark: BTreeMap<String, Spanned<String>>,
    /// A font family to put before the theme's own.
    pub font: Option<String>,
    /// Path below `static/` of a logo.
    pub logo: Option<Spanned<String>>,
}

/// One part that is not accessible, for the accessibility statement.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What cannot be used, by whom.
    pub what: LocalText,
    /// Why.
    pub why: LocalText,
    /// What to do instead.
    pub alternative: LocalText,
}

/// The facts of the accessibility statement (Commission Implementing Decision (EU) 2018/1523, annex).
#[derive(Clone, Debug)]
pub struct Statement {
    /// `full`, `partial` or `none`.
    pub status: Conformance,
    /// When the statement was last gone through.
    pub reviewed: Date,
    /// How it was assessed.
    pub method: LocalText,
    /// The known faults.
    pub faults: Vec<Fault>,
}

/// How far the site conforms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    /// Fully.
    Full,
    /// In part.
    Partial,
    /// Not.
    None,
}

/// The whole of site.toml.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's name.
    pub title: LocalText,
    /// Who publishes it.
    pub organisation: LocalText,
    /// Scheme and host, without a slash at the end: `https://example.org`.
    pub origin: String,
    /// Path below the host, with slashes at both ends: `/` or `/programme/`.
    pub base_path: String,
    /// Whether the figures are examples and the site is a demonstration.
    pub demo: bool,
    /// The municipality's code: figures of others' data for it are the programme's own totals.
    pub municipality: Option<String>,
    /// The languages, the source language first. Never empty.
    pub languages: Vec<Language>,
    /// Where each kind of content stands.
    pub folders: Folders,
    /// The page with contacts, as a path below `content/` without suffix.
    pub contact: Option<Spanned<String>>,
    /// Pages for the main menu beside those of the model, as paths below `content/` without suffix.
    pub menu: Vec<Spanned<String>>,
    /// Theme settings.
    pub theme: ThemeConfig,
    /// Pages that each language must have (paths below `content/` without suffix).
    pub core: Vec<Spanned<String>>,
    /// Counts of persons below it are not published; 5 unless the site says otherwise.
    pub smallest_count: f64,
    /// Levels of rules.
    pub levels: Levels,
    /// Facts of the accessibility statement.
    pub statement: Option<Statement>,
    /// Terms and publisher of the open data.
    pub data: DataConfig,
    /// Whether finished pages are minified.
    pub minify: bool,
    /// Where it was read from.
    pub path: SourcePath,
}

impl Config {
    /// The language that the content is written in.
    ///
    /// # Panics
    /// Never: parsing always leaves at least one language.
    pub fn source_language(&self) -> &Language {
        self.languages.first().expect("parsing leaves at least one language")
    }

    /// A language by its id.
    ///
    /// # Panics
    /// Never for an id of this configuration.
    pub fn language(&self, id: LanguageId) -> &Language {
        self.languages.get(id.index()).expect("ids are handed out for this list")
    }

    /// All language ids, in order.
    pub fn language_ids(&self) -> impl Iterator<Item = LanguageId> + use<> {
        (0..u16::try_from(self.languages.len()).unwrap_or(u16::MAX)).map(LanguageId)
    }

    /// The language with a tag.
    pub fn find_language(&self, tag: &str) -> Option<LanguageId> {
        self.language_ids().find(|id| self.language(*id).locale.tag == tag)
    }

    /// Which languages stand in for one that a page lacks: easy-read Swedish before Swedish, since most readers of
    /// a third language read the easier one better; the source language last.
    pub fn fallbacks(&self, language: LanguageId) -> Vec<LanguageId> {
        let simple = self.language_ids().filter(|id| self.language(*id).locale.is_simple());
        let wanted = [language].into_iter().chain(simple).chain([LanguageId::SOURCE]);
        let mut order: Vec<LanguageId> = Vec::new();
        for id in wanted {
            // The source language's own readers get the source, not its easy variant.
            if !order.contains(&id) && (language != LanguageId::SOURCE || id == language) {
                order.push(id);
            }
        }
        order
    }

    /// Replaces the address, as `--base-url` does.
    pub fn set_base_url(&mut self, url: &str) -> Result<(), Message> {
        let (origin, base_path) = split_url(url).ok_or_else(|| not_a_url(url))?;
        self.origin = origin;
        self.base_path = base_path;
        Ok(())
    }

    /// A URL of the site as a path on its host: below the base path.
    pub fn path_of(&self, url: &str) -> String {
        format!("{}{url}", self.base_path.trim_end_matches('/'))
    }

    /// The absolute address of a path that starts with a slash.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

fn not_a_url(text: &str) -> Message {
    Message::new(
        format!("`{text}` är ingen webbadress; den ska börja med `https://`"),
        format!("`{text}` is not a web address; it must start with `https://`"),
    )
}

fn split_url(url: &str) -> Option<(String, String)> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| url.starts_with(scheme))?;
    let (host, path) = url.get(scheme.len()..)?.split_once('/').unwrap_or((url.get(scheme.len()..)?, ""));
    if host.is_empty() || host.contains(char::is_whitespace) || path.contains(['?', '#', ' ', '"', '<']) {
        return None;
    }
    let path = path.trim_matches('/');
    let base = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
    Some((format!("{scheme}{host}"), base))
}

/// Reads site.toml. What is wrong in it gets a usable stand-in, so that all other files are checked too.
pub fn parse(source: &Source) -> Checked<Config> {
    let (root, syntax) = parse_toml(source);
    let mut reader = FieldReader::new(&source.path, CONFIG);
    reader.found.extend(syntax);
    let broken = !reader.found.is_empty();
    let mut fields = reader.table(&root);
    let languages = fields.get("language").map(|node| languages(node, &mut reader)).unwrap_or_default();
    let languages = if languages.is_empty() { default_language(broken, &mut reader) } else { languages };
    let mut config = Config {
        title: LocalText::default(),
        organisation: LocalText::default(),
        origin: "https://example.org".to_owned(),
        base_path: "/".to_owned(),
        demo: false,
        municipality: None,
        languages,
        folders: folders(None, &mut reader),
        contact: None,
        menu: Vec::new(),
        theme: theme(None, &mut reader),
        core: Vec::new(),
        smallest_count: 5.0,
        levels: Levels::default(),
        statement: None,
        data: DataConfig::default(),
        minify: true,
        path: source.path.clone(),
    };
    if let Some(node) = fields.require("site", &mut reader) {
        site(node, &mut config, &mut reader);
    }
    config.folders = folders(fields.get("folders"), &mut reader);
    config.theme = theme(fields.get("theme"), &mut reader);
    if let Some(node) = fields.get("pages") {
        let mut pages = reader.table(node);
        config.contact = pages.text("contact", &mut reader);
        config.menu = pages.texts("menu", &mut reader);
        pages.finish(&mut reader);
    }
    if let Some(node) = fields.get("checks") {
        checks(node, &mut config, &mut reader);
    }
    if let Some(node) = fields.get("output") {
        let mut output = reader.table(node);
        config.minify = output.flag("minify", &mut reader).unwrap_or(true);
        output.finish(&mut reader);
    }
    if let Some(node) = fields.get("data") {
        config.data = data::data(node, &mut reader);
    }
    match fields.get("statement") {
        Some(node) => config.statement = statement(node, &config, &mut reader),
        None => reader.found.push(no_statement(&source.path)),
    }
    fields.finish(&mut reader);
    // After a syntax error, what else seems missing may only have been unreadable.
    if broken {
        reader.found.retain(|diagnostic| diagnostic.code == Code::TomlSyntax);
    }
    Checked { value: config, diagnostics: reader.found }
}

fn no_statement(path: &SourcePath) -> Diagnostic {
    let message =
        Message::new("det finns inga uppgifter till tillgänglighetsredogörelsen", "there are no facts for the accessibility statement");
    let help = Message::new(
        "lägg till `[statement]` i site.toml; `tydlig explain C107` visar hur",
        "add `[statement]` to site.toml; `tydlig explain C107` shows how",
    );
    Diagnostic::new(Code::NoStatement, message).in_file(path).help(help)
}

fn default_language(broken: bool, reader: &mut FieldReader<'_>) -> Vec<Language> {
    if !broken {
        let message = Message::new("inget språk är angivet", "no language is given");
        let help = Message::new("lägg till `[[language]]` med `tag = \"sv\"`", "add `[[language]]` with `tag = \"sv\"`");
        reader.found.push(Diagnostic::new(Code::ConfigMissing, message).in_file(reader.path()).help(help));
    }
    let locale = Locale::find("sv").expect("Swedish is in the list of locales");
    vec![Language { locale, path: String::new(), span: Span::default() }]
}

fn languages(node: &Node, reader: &mut FieldReader<'_>) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for item in reader.items(node) {
        let mut fields = reader.table(item);
        let tag = fields.required_text("tag", reader);
        let path = fields.text("path", reader);
        fields.finish(reader);
        let Some(tag) = tag else { continue };
        let Some(locale) = Locale::find(&tag.value) else {
            let message = Message::new(format!("okänt språk `{}`", tag.value), format!("unknown language `{}`", tag.value));
            reader
                .found
                .push(Diagnostic::new(Code::UnknownLanguage, message).at(reader.path(), tag.span).maybe_help(Locale::help_for(&tag.value)));
            continue;
        };
        if languages.iter().any(|language| language.locale.tag == locale.tag) {
            let message =
                Message::new(format!("språket `{}` står två gånger", tag.value), format!("the language `{}` is given twice", tag.value));
            reader.invalid(tag.span, message, None);
            continue;
        }
        let default = if languages.is_empty() { String::new() } else { locale.tag.to_ascii_lowercase() };
        let path = path.map_or(default, |path| path.value.trim_matches('/').to_owned());
        languages.push(Language { locale, path, span: tag.span });
    }
    languages
}

fn site(node: &Node, config: &mut Config, reader: &mut FieldReader<'_>) {
    let mut fields = reader.table(node);
    if let Some(node) = fields.require("title", reader) {
        config.title = local_text(node, &config.languages, reader);
    }
    if let Some(node) = fields.require("organisation", reader) {
        config.organisation = local_text(node, &config.languages, reader);
    }
    if let Some(url) = fields.required_text("base_url", reader)
        && let Err(message) = config.set_base_url(&url.value)
    {
        reader.invalid(url.span, message, None);
    }
    config.demo = fields.flag("demo", reader).unwrap_or(false);
    config.municipality = fields.text("municipality", reader).map(|code| code.value);
    // Accepted so that a site can say so; there is no search yet to turn off.
    fields.flag("search", reader);
    fields.finish(reader);
}

fn local_text(node: &Node, languages: &[Language], reader: &mut FieldReader<'_>) -> LocalText {
    let tags: Vec<&str> = languages.iter().map(|language| language.locale.tag).collect();
    LocalText::read(node, &tags, reader)
}

fn folders(node: Option<&Node>, reader: &mut FieldReader<'_>) -> Folders {
    let empty = Node { span: Span::default(), value: Value::Empty };
    let mut fields = reader.table(node.unwrap_or(&empty));
    let mut folder =
        |key: &'static str| fields.text(key, reader).map_or_else(|| key.to_owned(), |text| text.value.trim_matches('/').to_owned());
    let folders = Folders {
        programme: folder("programme"),
        goals: folder("goals"),
        assignments: folder("assignments"),
        bodies: folder("bodies"),
        areas: folder("areas"),
        indicators: folder("indicators"),
        news: folder("news"),
        glossary: folder("glossary"),
    };
    fields.finish(reader);
    folders
}

fn theme(node: Option<&Node>, reader: &mut FieldReader<'_>) -> ThemeConfig {
    let empty = Node { span: Span::default(), value: Value::Empty };
    let mut fields = reader.table(node.unwrap_or(&empty));
    let theme = ThemeConfig {
        name: fields.text("name", reader).map_or_else(|| "default".to_owned(), |text| text.value),
        light: fields.get("light").map(|node| tokens(node, reader)).unwrap_or_default(),
        dark: fields.get("dark").map(|node| tokens(node, reader)).unwrap_or_default(),
        font: fields.text("font", reader).map(|text| text.value),
        logo: fields.text("logo", reader),
    };
    fields.finish(reader);
    theme
}

fn tokens(node: &Node, reader: &mut FieldReader<'_>) -> BTreeMap<String, Spanned<String>> {
    let mut fields = reader.table(node);
    fields.rest().filter_map(|(key, node)| Some((key.value.clone(), reader.text(node)?))).collect()
}

fn checks(node: &Node, config: &mut Config, reader: &mut FieldReader<'_>) {
    let mut fields = reader.table(node);
    config.core = fields.texts("core", reader);
    if let Some(count) = fields.number("smallest_count", reader) {
        config.smallest_count = count;
    }
    for (key, node) in fields.rest() {
        let Some(code) = Code::find(&key.value) else {
            let names = Code::ALL.iter().map(|code| code.name());
            let near =
                nearest(&key.value, names).map(|near| Message::new(format!("menade du `{near}`?"), format!("did you mean `{near}`?")));
            let message = Message::new(format!("det finns ingen kontroll `{}`", key.value), format!("there is no check `{}`", key.value));
            reader.found.push(Diagnostic::new(Code::ConfigUnknownKey, message).at(reader.path(), key.span).maybe_help(near));
            continue;
        };
        let words = [("error", Some(Level::Error)), ("warning", Some(Level::Warning)), ("off", None)];
        let Some(level) = reader.choice(node, &words) else { continue };
        if code.default_level() == Level::Error && level.value != Some(Level::Error) {
            let message = Message::new(
                format!("`{}` kan inte stängas av: resultatet skulle bli fel", code.name()),
                format!("`{}` cannot be turned down: the output would be wrong", code.name()),
            );
            reader.invalid(level.span, message, None);
        }
        config.levels.0.insert(code, level.value);
    }
}

fn statement(node: &Node, config: &Config, reader: &mut FieldReader<'_>) -> Option<Statement> {
    let mut fields: Fields<'_> = reader.table(node);
    let words = [("full", Conformance::Full), ("partial", Conformance::Partial), ("none", Conformance::None)];
    let status = fields.require("status", reader).and_then(|node| reader.choice(node, &words));
    let expected = Message::new("ett datum; skriv det som 2026-11-21", "a date; write it as 2026-11-21");
    let reviewed = fields.require("reviewed", reader).and_then(|node| reader.parsed(node, expected, |text| text.parse().ok()));
    let method = fields.require("method", reader).map(|node| local_text(node, &config.languages, reader));
    let mut faults = Vec::new();
    if let Some(node) = fields.get("fault") {
        for item in reader.items(node) {
            let mut fault = reader.table(item);
            let mut text =
                |key: &'static str| fault.require(key, reader).map(|node| local_text(node, &config.languages, reader)).unwrap_or_default();
            let (what, why, alternative) = (text("what"), text("why"), text("alternative"));
            faults.push(Fault { what, why, alternative });
            fault.finish(reader);
        }
    }
    fields.finish(reader);
    Some(Statement { status: status?.value, reviewed: reviewed?.value, method: method?, faults })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_addresses() {
        let cases = [
            ("https://example.org", Some(("https://example.org", "/"))),
            ("https://example.org/", Some(("https://example.org", "/"))),
            ("http://a.se/x/y", Some(("http://a.se", "/x/y/"))),
            ("example.org", None),
            ("https:///x", None),
        ];
        for (url, expected) in cases {
            let expected = expected.map(|(origin, path)| (origin.to_owned(), path.to_owned()));
            assert_eq!(split_url(url), expected, "{url}");
        }
    }
}
