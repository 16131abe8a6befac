//! What can be changed on a page: the blocks of its text, the fields of its file, and the rows of data that it shows; and where
//! all else that it shows of the site's files is changed. The preview's script finds each on the page by the ids of its parts.

mod added;
mod elsewhere;

use elsewhere::Elsewhere;
use serde::Serialize;

use super::shown_parts::part_id;
use super::words;
use crate::config::LanguageId;
use crate::diagnostic::UiLanguage;
use crate::document;
use crate::document::Text;
use crate::document::facts::Facts;
use crate::document::fields::{Field, fields};
use crate::document::format::Format;
use crate::document::markdown::BlockKind;
use crate::document::sheet::{ColumnKind, Sheet};
use crate::edit;
use crate::html::Html;
use crate::locale::Locale;
use crate::origin::{Origin, OriginPart};
use crate::preview::state::{PageRequest, PreviewState, url_of};
use crate::preview::view_options::ViewOptions;
use crate::schema::Shape;
use crate::site::PageId;
use crate::site::programme::{Measured, Values, facts_of, targets_of};
use crate::site::route::RouteTarget;
use crate::source::encoded_file::EncodedFile;
use crate::source::save;
use crate::source::{Source, SourcePath, Span, fingerprint};
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
    /// What the page shows and what is changed elsewhere.
    places: Vec<Elsewhere>,
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
    /// What marks it on the page; see [`part_id`].
    ids: Vec<String>,
    /// Its name among all on the page, the same in all states of the page in which it is there. Of a block, its number.
    slot: String,
    /// Of a block: the blocks before and behind it, by what they say.
    around: Option<[Option<String>; 2]>,
    /// The same in the source language, where this is a translation.
    source: Option<Original>,
    /// Whether it is not there yet.
    add: bool,
    /// What is sent along unasked: of a new row, what it is about.
    fixed: Option<String>,
}

/// What a translation was made from.
#[derive(Clone, Debug, Serialize)]
struct Original {
    text: String,
    lang: &'static str,
    dir: &'static str,
    name: &'static str,
}

/// What can be changed on a page; nothing when there is no such page.
pub(in crate::preview) fn of_page(state: &PreviewState, asked: &PageRequest) -> Option<Editables> {
    let token = state.edit_service()?.token().to_owned();
    let mut editables = Editables { token, files: Vec::new(), editables: Vec::new(), places: Vec::new() };
    let revision = state.now_as(asked.options);
    let loaded = revision.good.as_ref()?;
    let snapshot = &loaded.snapshot;
    let url = url_of(loaded, &asked.path)?;
    let route = snapshot.site.routes.get(&url)?;
    let reader = PageContext::new(snapshot, route.language.unwrap_or(LanguageId::SOURCE));
    let place = EditContext { state, loaded, reader, ui_language: state.message_context().ui_language, options: asked.options };
    if let RouteTarget::Page(page, _) = route.target {
        editables.add_page(&place, page);
        editables.add_data(&place, page);
    }
    editables.add_places(&place, &url, route);
    Some(editables)
}

struct EditContext<'a> {
    state: &'a PreviewState,
    loaded: &'a Loaded,
    reader: PageContext<'a>,
    ui_language: UiLanguage,
    options: ViewOptions,
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

    /// What marks a part of it on a page.
    fn id(&self, part: OriginPart) -> Option<String> {
        part_id(&Origin { path: self.source.path.clone(), part }, Some(&self.source))
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
        let ids: Vec<Option<String>> = own.body.blocks().map(|block| own.id(OriginPart::Block(block.span()))).collect();
        let id_at = |at: Option<usize>| at.and_then(|at| ids.get(at).cloned().flatten());
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
                ids: id_at(Some(at)).into_iter().collect(),
                slot: format!("block.{at}"),
                around: Some([id_at(at.checked_sub(1)), id_at(Some(at + 1))]),
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
            let row = RowOf { path: &reported.row.path, span: reported.row.span, id: &reported.row.subject.value, what: &what };
            self.add_row(place, row);
        }
        let sections = site.programme.sections.iter().filter(|((body, _), _)| *body == page).flat_map(|(_, sections)| sections);
        for section in sections {
            let what = format!("{}, {}", phrase::period_text(place.reader, section.period), section.section.value);
            self.add_row(place, RowOf { path: &section.path, span: section.span, id: &section.section.value, what: &what });
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
        let period = phrase::period(reader, measured.row.period);
        let part = measured.area.or(measured.body).map(|part| reader.title(part));
        let sex = measured.sex.map(|sex| reader.t(&format!("sex-{}", sex.key())));
        let texts = [Some(reader.title(indicator)), part, sex, Some(period)];
        let what = texts.iter().flatten().map(plain).collect::<Vec<_>>().join(", ");
        let row = RowOf { path: &measured.row.path, span: measured.row.span, id: &measured.row.indicator.value, what: &what };
        self.add_row(place, row);
    }

    /// The cells of a row that a page shows; of a table with several columns of values, the one value.
    fn add_row(&mut self, place: &EditContext<'_>, row: RowOf<'_>) {
        let RowOf { path, span, id, what } = row;
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
        let subject = subject_of(&sheet, row);
        for (column, (cell, kind)) in row.cells.iter().zip(&sheet.columns).enumerate() {
            let key = match kind {
                ColumnKind::Known(key) => *key,
                ColumnKind::Values if cell.span == span => "varde",
                ColumnKind::Values | ColumnKind::Other => continue,
            };
            // What says whose row it is stays.
            if SUBJECT.contains(&key) {
                continue;
            }
            let part = edit::Part::Cell(at, column);
            // The value of a share without one is worked out from its parts, and stands for them.
            let shows = ["varde", key].into_iter().filter(|shown| {
                let origin = Origin { path: path.clone(), part: OriginPart::Cell { span, column: shown } };
                origin.part(&written.source, &place.loaded.snapshot.config).as_ref() == Some(&part)
            });
            let ids = shows.filter_map(|shown| {
                part_id(&Origin { path: path.clone(), part: OriginPart::Cell { span, column: shown } }, Some(&written.source))
            });
            let mut ids: Vec<String> = ids.collect();
            ids.dedup();
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
                ids,
                slot: slot_of(path, &format!("{subject}\n{key}")),
                around: None,
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
        ids: own.id(OriginPart::Field(field.path.clone())).into_iter().collect(),
        slot: field.path.clone(),
        around: None,
        source,
        add: false,
        fixed: None,
    }
}

/// The columns that say whose row it is.
const SUBJECT: [&str; 7] = ["indikator", "uppdrag", "period", "omrade", "organ", "kon", "avsnitt"];

/// Whose row it is, as its cells say.
fn subject_of(sheet: &Sheet, row: &Row) -> String {
    let cells = row.cells.iter().zip(&sheet.columns);
    let own = cells.filter(|(_, kind)| matches!(kind, ColumnKind::Known(key) if SUBJECT.contains(key)));
    own.map(|(cell, _)| cell.text()).collect::<Vec<_>>().join("\n")
}

/// A name that stays as long as what it is made of does.
fn slot_of(path: &SourcePath, subject: &str) -> String {
    format!("{:016x}", fingerprint(path.as_str().bytes().chain([b'\n']).chain(subject.bytes())))
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
