//! What a page's files do not have yet and could: fields of front matter that its kind has, follow-ups, and values.

use std::collections::BTreeSet;

use super::{EditContext, Editable, Editables, Parted, cell_kind, field, is_editable, is_edited_by_hand, plain, slot_of};
use crate::diagnostic::Message;
use crate::document::facts::Facts;
use crate::document::fields::{Field, absent};
use crate::document::sheet::{ColumnKind, Sheet};
use crate::preview::edit::words;
use crate::schema::Shape;
use crate::site::PageId;
use crate::site::programme::{Values, facts_of};
use crate::source::SourcePath;

/// How many words of a column are offered for a new row.
const OFFERED: usize = 60;

/// A row that could be added.
struct NewRow<'a> {
    path: &'a SourcePath,
    /// The column that says what it is about, and what it says.
    about: (&'static str, &'a str),
    title: Message,
}

impl Editables {
    /// The fields that a page's file could have, those of a table together.
    pub(super) fn add_absent(&mut self, place: &EditContext<'_>, own: &Parted, original: Option<&Parted>, file: usize) {
        let config = &place.loaded.snapshot.config;
        let Ok(key) = crate::document::key_of(&own.source.path, config) else { return };
        for absent in absent(&own.source, &key, config) {
            let (above, _) = absent.path.rsplit_once('.').unwrap_or(("", &absent.path));
            if !is_edited_by_hand(&absent.path) {
                continue;
            }
            let from = original.and_then(|original| {
                let same = original.fields.iter().find(|other| other.path == absent.path)?;
                Some(original.original(same.text.clone()))
            });
            let mut editable = field(place, own, &absent, file, from);
            if is_prose(&absent) {
                editable.kind = "prose";
                editable.dir = own.locale.direction.key();
            }
            if editable.kind == "choice" {
                editable.words.insert(0, String::new());
            }
            let title = Message::new("Lägg till uppgifter", "Add facts").in_ui_language(place.ui_language).to_owned();
            let group = if above.is_empty() { title } else { format!("{title}: {}", words::field(above, place.ui_language)) };
            let part = serde_json::json!({"add": [absent.path, absent.shape == Shape::List]});
            self.editables.push(Editable {
                part,
                label: words::last_of_field(&absent.path, place.ui_language),
                group: Some(group),
                slot: format!("new.{}", absent.path),
                add: true,
                ..editable
            });
        }
    }

    /// A new follow-up of an assignment or a goal, in the table that has its others, or those of others.
    pub(super) fn add_report(&mut self, place: &EditContext<'_>, page: PageId) {
        let site = &place.reader.snapshot.site;
        let Some(Facts::Assignment(_) | Facts::Goal(_)) = facts_of(&site.pages, page) else { return };
        let Some(id) = id_of(place, page) else { return };
        let all = &site.programme.follow_ups;
        let own = all.get(&page).into_iter().flatten().rev();
        let mut paths = own.chain(all.values().flatten()).map(|reported| &reported.row.path);
        let Some(path) = paths.find(|path| is_editable(path)) else { return };
        let title = Message::new("Ny uppföljning", "New follow-up");
        self.add_new(place, &NewRow { path, about: ("uppdrag", id), title });
    }

    /// A new value of an indicator.
    pub(super) fn add_observation(&mut self, place: &EditContext<'_>, indicator: PageId) {
        let site = &place.reader.snapshot.site;
        let Some(id) = id_of(place, indicator) else { return };
        let all = &site.programme.observations;
        let own = all.get(&indicator).map(Values::all).unwrap_or_default().iter().rev();
        let mut paths = own.chain(all.values().flatten()).map(|measured| &measured.row.path);
        let Some(path) = paths.find(|path| is_editable(path)) else { return };
        // What it is about may be in another direction than the words around it.
        let what = format!("\u{2068}{}\u{2069}", plain(&place.reader.title(indicator)));
        let title = Message::new(format!("Nytt värde: {what}"), format!("New value: {what}"));
        self.add_new(place, &NewRow { path, about: ("indikator", id), title });
    }

    fn add_new(&mut self, place: &EditContext<'_>, new: &NewRow<'_>) {
        let Some(written) = place.read(new.path) else { return };
        let sheet = Sheet::read(&written.source);
        let (about, id) = new.about;
        // In a table with several columns of values, a row is more than one.
        if !sheet.columns.contains(&ColumnKind::Known(about)) || sheet.columns.contains(&ColumnKind::Values) {
            return;
        }
        let file = self.file(&written);
        let locale = place.reader.snapshot.config.source_language().locale;
        for (column, kind) in sheet.columns.iter().enumerate() {
            let ColumnKind::Known(key) = *kind else { continue };
            let (kind, mut words) = match key {
                "period" => ("period", Vec::new()),
                "organ" | "omrade" | "kon" | "avsnitt" | "ansvarig" | "kalla" => ("suggested", words_of(&sheet, column)),
                _ => cell_kind(key),
            };
            if kind == "choice" && words.first().is_none_or(|word| !word.is_empty()) {
                words.insert(0, String::new());
            }
            let prose = matches!(kind, "text" | "prose");
            self.editables.push(Editable {
                file,
                part: serde_json::json!({"row": column}),
                label: words::column(key, place.ui_language),
                group: Some(new.title.in_ui_language(place.ui_language).to_owned()),
                kind,
                words,
                text: String::new(),
                lang: locale.tag,
                dir: if prose { locale.direction.key() } else { "ltr" },
                ids: Vec::new(),
                slot: slot_of(new.path, &format!("new\n{id}\n{key}")),
                around: None,
                source: None,
                add: true,
                fixed: (key == about).then(|| id.to_owned()),
            });
        }
    }
}

/// Whether a text may need more than a line.
fn is_prose(field: &Field) -> bool {
    field.shape == Shape::Text && (field.path.starts_with("decided.") || matches!(field.path.as_str(), "summary" | "method" | "population"))
}

fn id_of<'a>(place: &EditContext<'a>, page: PageId) -> Option<&'a str> {
    let id = match facts_of(&place.reader.snapshot.site.pages, page)? {
        Facts::Assignment(facts) => &facts.id,
        Facts::Goal(facts) => &facts.id,
        Facts::Indicator(facts) => &facts.id,
        _ => return None,
    };
    Some(&id.value)
}

/// What stands in a column already.
fn words_of(sheet: &Sheet, column: usize) -> Vec<String> {
    let rows = sheet.rows.iter().skip(sheet.head.map_or(0, |head| head + 1));
    let words: BTreeSet<&str> = rows.filter_map(|row| Some(row.cells.get(column)?.text())).filter(|word| !word.is_empty()).collect();
    words.into_iter().take(OFFERED).map(str::to_owned).collect()
}
