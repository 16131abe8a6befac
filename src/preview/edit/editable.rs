//! What can be changed on a page: the blocks of its text, the fields of its file, and the rows of data that it shows. The
//! preview's script finds each on the page by what it says there, whatever the theme's markup is.

mod added;

use serde::Serialize;

use super::words;
use crate::diagnostic::UiLanguage;
use crate::document;
use crate::document::Text;
use crate::document::facts::Facts;
use crate::document::fields::{Field, fields};
use crate::document::format::Format;
use crate::document::markdown::BlockKind;
use crate::document::sheet::{ColumnKind, Sheet};
use crate::html::Html;
use crate::locale::Locale;
use crate::preview::state::{PageRequest, PreviewState, url_of};
use crate::schema::Shape;
use crate::site::PageId;
use crate::site::programme::{Measured, Values, facts_of, targets_of};
use crate::site::route::RouteTarget;
use crate::source::encoded_file::EncodedFile;
use crate::source::save;
use crate::source::{Source, SourcePath, Span};
use crate::status::{Fulfilment, Implementation};
use crate::table::Row;
use crate::view::{PageContext, phrase};
use crate::workspace::Loaded;

/// All that can be changed on a page.
#[derive(Debug, Serialize)]
pub(in crate::preview) struct Editables {
    token: String,
    files: Vec<File>,
    editables: Vec<Editable>,
}

/// A file and which version of it this is about.
#[derive(Debug, Serialize)]
struct File {
    path: String,
    digest: String,
}

/// Something that can be changed.
#[derive(Debug, Serialize)]
struct Editable {
    /// Which of the files.
    file: usize,
    /// Where in it, as it is sent back.
    part: serde_json::Value,
    /// What it is called.
    label: String,
    /// Pieces of a row are changed together; what they are of.
    group: Option<String>,
    /// The form of its input.
    kind: &'static str,
    words: Vec<String>,
    text: String,
    lang: &'static str,
    dir: &'static str,
    find: Locator,
    /// The same in the source language, where this is a translation.
    source: Option<Original>,
    /// Whether it is not there yet.
    add: bool,
    /// What is sent along unasked: of a new row, what it is about.
    fixed: Option<String>,
}

/// What is looked for on the page.
#[derive(Debug, Default, Serialize)]
struct Locator {
    /// The text that it shows.
    text: String,
    /// The kinds of elements that may hold it.
    tags: &'static str,
    /// In a table: heads of its row and its column, in either order.
    heads: Option<(String, Vec<String>)>,
}

/// What a translation was made from.
#[derive(Clone, Debug, Serialize)]
struct Original {
    text: String,
    lang: &'static str,
    dir: &'static str,
    name: &'static str,
}

const ANY: &str = "p,blockquote,dd,li,td,h1,h2,h3,h4,span";

/// What can be changed on a page; nothing when there is no such page.
pub(in crate::preview) fn of_page(state: &PreviewState, asked: &PageRequest) -> Option<Editables> {
    let token = state.edit_service()?.token().to_owned();
    let mut editables = Editables { token, files: Vec::new(), editables: Vec::new() };
    let revision = state.now_as(asked.options);
    let loaded = revision.good.as_ref()?;
    let snapshot = &loaded.snapshot;
    let url = url_of(loaded, &asked.path)?;
    let route = snapshot.site.routes.get(&url)?;
    let RouteTarget::Page(page, language) = route.target else { return Some(editables) };
    let place =
        EditContext { state, loaded, reader: PageContext::new(snapshot, language), ui_language: state.message_context().ui_language };
    editables.add_page(&place, page);
    editables.add_data(&place, page);
    Some(editables)
}

struct EditContext<'a> {
    state: &'a PreviewState,
    loaded: &'a Loaded,
    reader: PageContext<'a>,
    ui_language: UiLanguage,
}

impl EditContext<'_> {
    /// A file of the site as it stands on disk, if it may be edited.
    fn read(&self, path: &SourcePath) -> Option<EncodedFile> {
        EncodedFile::read(path.clone(), &save::read(&self.state.message_context().loader, path).ok()?)
    }
}

/// A row of data that a page shows.
#[derive(Clone, Copy)]
struct RowOf<'a> {
    path: &'a SourcePath,
    /// The row, or the cell of its value.
    span: Span,
    /// What it is about.
    id: &'a str,
    /// The same in words.
    what: &'a str,
}

/// A page's file, taken apart.
struct Parted {
    fields: Vec<Field>,
    body: Text,
    source: Source,
    locale: &'static Locale,
    /// What its language is called.
    name: &'static str,
}

impl Parted {
    fn read(place: &EditContext<'_>, written: &EncodedFile) -> Option<Self> {
        let config = &place.loaded.snapshot.config;
        let source = written.source.clone();
        let key = document::key_of(&source.path, config).ok()?;
        let locale = config.language(key.language).locale;
        let name = match place.ui_language {
            UiLanguage::Swedish => locale.swedish,
            UiLanguage::English => locale.autonym,
        };
        Some(Self { fields: fields(&source, key, config), body: document::text_of(&source), source, locale, name })
    }

    fn text(&self, span: Span) -> String {
        self.source.text.get(span.start..span.end).unwrap_or_default().replace("\r\n", "\n")
    }

    fn original(&self, text: String) -> Original {
        Original { text, lang: self.locale.tag, dir: self.locale.direction.key(), name: self.name }
    }

    /// The text that a translation's block is made from: the block at the same place where both texts are built alike; else
    /// all that stands below the same heading.
    fn original_of(&self, translation: &Text, at: usize) -> Option<Original> {
        let kinds = |text: &Text| text.blocks().map(|block| block.kind()).collect::<Vec<_>>();
        if kinds(&self.body) == kinds(translation) {
            return self.body.blocks().nth(at).map(|block| self.original(self.text(block.span())));
        }
        let section = translation.blocks().take(at + 1).filter(|block| block.kind() == BlockKind::Heading).count();
        let mut number = 0;
        let own = self.body.blocks().filter(|block| {
            number += usize::from(block.kind() == BlockKind::Heading);
            number == section
        });
        let own: Vec<String> = own.map(|block| self.text(block.span())).collect();
        (!own.is_empty()).then(|| self.original(own.join("\n\n")))
    }
}

impl Editables {
    fn file(&mut self, written: &EncodedFile) -> usize {
        let path = written.source.path.as_str();
        if let Some(at) = self.files.iter().position(|file| file.path == path) {
            return at;
        }
        self.files.push(File { path: path.to_owned(), digest: written.digest().to_owned() });
        self.files.len() - 1
    }

    /// The text and the fields of a page's own file, or of the one that is shown in its place.
    fn add_page(&mut self, place: &EditContext<'_>, page: PageId) {
        let snapshot = place.reader.snapshot;
        let (_, version) = snapshot.site.pages.full_version(&snapshot.config, page, place.reader.language);
        if version.doc.is_none() {
            return;
        }
        let Some(written) = place.read(&version.entry.path) else { return };
        let Some(own) = Parted::read(place, &written) else { return };
        let source = snapshot.site.pages.get(page).source();
        let original = (source.path != own.source.path).then(|| Parted::read(place, &place.read(&source.path)?)).flatten();
        let file = self.file(&written);
        for field in own.fields.iter().filter(|field| is_edited_by_hand(&field.path)) {
            let from = original.as_ref().and_then(|original| {
                let same = original.fields.iter().find(|other| other.path == field.path)?;
                Some(original.original(same.text.clone()))
            });
            self.editables.push(self::field(place, &own, field, file, from));
        }
        self.add_absent(place, &own, original.as_ref(), file);
        for (at, block) in own.body.blocks().enumerate().filter(|(_, block)| block.kind() != BlockKind::Silent) {
            let words = block.words();
            self.editables.push(Editable {
                file,
                part: serde_json::json!({"block": [block.span().start, block.span().end]}),
                label: format!("{}: \u{2068}{}\u{2069}", words::block(block.kind(), place.ui_language), first_words(&words)),
                group: None,
                kind: "markdown",
                words: Vec::new(),
                text: own.text(block.span()),
                lang: own.locale.tag,
                dir: own.locale.direction.key(),
                find: Locator { text: words, tags: tags(block.kind()), heads: None },
                source: original.as_ref().and_then(|original| original.original_of(&own.body, at)),
                add: false,
                fixed: None,
            });
        }
    }

    /// The follow-ups and values that a page shows.
    fn add_data(&mut self, place: &EditContext<'_>, page: PageId) {
        let site = &place.reader.snapshot.site;
        for reported in site.programme.follow_ups.get(&page).into_iter().flatten().rev() {
            let what = phrase::period_text(place.reader, reported.row.period);
            let text = reported.row.text.clone();
            let row = RowOf { path: &reported.row.path, span: reported.row.span, id: &reported.row.subject.value, what: &what };
            self.add_row(place, row, |column| match column {
                "text" => Locator { text: text.clone(), tags: ANY, heads: None },
                _ => Locator::default(),
            });
        }
        self.add_report(place, page);
        let programme = &site.programme;
        let (mut indicators, part): (Vec<PageId>, _) = match facts_of(&site.pages, page) {
            Some(Facts::Indicator(_)) => (vec![page], None),
            // What was measured there, whatever it is.
            Some(Facts::Area(_) | Facts::Body(_)) => (programme.observations.keys().copied().collect(), Some(page)),
            Some(facts) => {
                let ids = targets_of(facts).iter().filter_map(|target| target.indicator.as_ref());
                (ids.filter_map(|id| programme.find(&id.value)).collect(), None)
            }
            None => (Vec::new(), None),
        };
        indicators.sort();
        indicators.dedup();
        for indicator in indicators {
            let measured = programme.observations.get(&indicator).map(Values::all).unwrap_or_default();
            let measured: Vec<&Measured> =
                measured.iter().filter(|measured| part.is_none() || part == measured.area || part == measured.body).collect();
            for measured in &measured {
                self.add_value(place, indicator, measured);
            }
            if part.is_none() || !measured.is_empty() {
                self.add_observation(place, indicator);
            }
        }
    }

    fn add_value(&mut self, place: &EditContext<'_>, indicator: PageId, measured: &Measured) {
        let reader = place.reader;
        let Some(facts) = facts_of(&reader.snapshot.site.pages, indicator).and_then(Facts::as_indicator) else { return };
        let period = phrase::period(reader, measured.row.period);
        let part = measured.area.or(measured.body).map(|part| reader.title(part));
        let sex = measured.sex.map(|sex| reader.t(&format!("sex-{}", sex.key())));
        let value = measured.row.value.map(|value| phrase::amount(reader, value, phrase::indicator_unit(facts)));
        let texts = [Some(reader.title(indicator)), part.clone(), sex.clone(), Some(period.clone())];
        let what = texts.iter().flatten().map(plain).collect::<Vec<_>>().join(", ");
        let columns = [part.as_ref(), sex.as_ref(), Some(&reader.t("chart-value"))].into_iter().flatten().map(plain).collect();
        let find = Locator { text: value.as_ref().map(plain).unwrap_or_default(), tags: "td", heads: Some((plain(&period), columns)) };
        let mut find = Some(find);
        let row = RowOf { path: &measured.row.path, span: measured.row.span, id: &measured.row.indicator.value, what: &what };
        self.add_row(place, row, |column| match column {
            "varde" => find.take().unwrap_or_default(),
            _ => Locator::default(),
        });
    }

    /// The cells of a row that a page shows; of a table with several columns of values, the one value.
    fn add_row(&mut self, place: &EditContext<'_>, options: RowOf<'_>, mut find: impl FnMut(&str) -> Locator) {
        let RowOf { path, span, id, what } = options;
        if !is_editable(path) {
            return;
        }
        let Some(written) = place.read(path) else { return };
        let sheet = Sheet::read(&written.source);
        // Nothing stands there, or another row, when the file has changed since the page was made, which is made anew in a moment.
        let is_it = |row: &Row| {
            let by_head = row.cells.iter().any(|cell| cell.span == span) && sheet.columns.contains(&ColumnKind::Values);
            let named = by_head || row.cells.iter().any(|cell| cell.text() == id);
            named && (row.span == span || row.cells.iter().any(|cell| cell.span == span))
        };
        let Some((at, row)) = sheet.rows.iter().enumerate().find(|(_, row)| is_it(row)) else { return };
        let file = self.file(&written);
        let locale = place.reader.snapshot.config.source_language().locale;
        // What it is about may be in another direction than the words around it.
        let group = format!("\u{2068}{what}\u{2069} ({}, {})", path.name(), row.number);
        for (column, (cell, kind)) in row.cells.iter().zip(&sheet.columns).enumerate() {
            let key = match kind {
                ColumnKind::Known(key) => *key,
                ColumnKind::Values if cell.span == span => "varde",
                ColumnKind::Values | ColumnKind::Other => continue,
            };
            // What says whose row it is stays.
            if matches!(key, "indikator" | "uppdrag" | "period" | "omrade" | "organ" | "kon" | "avsnitt") {
                continue;
            }
            let (kind, words) = cell_kind(key);
            let prose = matches!(kind, "text" | "prose");
            self.editables.push(Editable {
                file,
                part: serde_json::json!({"cell": [at, column]}),
                label: words::column(key, place.ui_language),
                group: Some(group.clone()),
                kind,
                words,
                text: cell.shown.replace("\r\n", "\n"),
                lang: locale.tag,
                dir: if prose { locale.direction.key() } else { "ltr" },
                find: find(key),
                source: None,
                add: false,
                fixed: None,
            });
        }
    }
}

/// Whether a field is for people to write. Ids are fixed once they are given, and hashes are made by the program.
fn is_edited_by_hand(path: &str) -> bool {
    path != "translation.source" && path.rsplit('.').next() != Some("id")
}

fn field(place: &EditContext<'_>, own: &Parted, field: &Field, file: usize, source: Option<Original>) -> Editable {
    let (kind, words) = match &field.shape {
        Shape::Text | Shape::LocalText if field.text.contains('\n') || field.text.chars().count() > 60 => ("prose", Vec::new()),
        Shape::Text | Shape::LocalText => ("text", Vec::new()),
        Shape::Number => ("number", Vec::new()),
        Shape::Flag => ("choice", vec!["true".to_owned(), "false".to_owned()]),
        Shape::Date => ("date", Vec::new()),
        Shape::Period => ("period", Vec::new()),
        Shape::Choice(words) => ("choice", words.clone()),
        Shape::List => ("list", Vec::new()),
    };
    let prose = matches!(kind, "text" | "prose");
    let tags = if field.path == "title" { "h1" } else { ANY };
    // A single word may stand anywhere on the page.
    let is_told = field.path == "title" || field.text.trim().contains(' ');
    let text = if prose && is_told { field.text.clone() } else { String::new() };
    Editable {
        file,
        part: serde_json::json!({"field": field.path}),
        label: words::field(&field.path, place.ui_language),
        group: None,
        kind,
        words,
        text: field.text.clone(),
        lang: own.locale.tag,
        dir: if prose { own.locale.direction.key() } else { "ltr" },
        find: Locator { text, tags, heads: None },
        source,
        add: false,
        fixed: None,
    }
}

fn is_editable(path: &SourcePath) -> bool {
    Format::of(path).is_some_and(Format::is_editable)
}

fn cell_kind(column: &str) -> (&'static str, Vec<String>) {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match column {
        "lage" => ("choice", Implementation::ALL.iter().map(|state| state.swedish().to_owned()).collect()),
        "bedomning" | "prognos" => {
            ("suggested", Fulfilment::ALL.iter().filter(|state| state.reason().is_none()).map(|state| state.swedish().to_owned()).collect())
        }
        "status" => ("choice", words(&["", "slutlig", "preliminär", "reviderad", "saknas", "sekretess"])),
        "datum" => ("date", Vec::new()),
        "varde" | "taljare" | "namnare" => ("number", Vec::new()),
        "text" | "skal" => ("prose", Vec::new()),
        _ => ("text", Vec::new()),
    }
}

fn tags(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "p",
        BlockKind::Heading => "h1,h2,h3,h4,h5,h6",
        BlockKind::List => "ul,ol",
        BlockKind::Table => "table",
        BlockKind::Quote => "blockquote",
        BlockKind::Code => "pre",
        BlockKind::Silent => "hr",
    }
}

/// Markup as the text that it shows.
fn plain(html: &Html) -> String {
    let mut text = String::new();
    let mut rest = html.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    words.join(" ")
}
