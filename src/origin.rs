//! Where something that a page shows comes from: a field, block or cell of one of the site's files. Reads no files: whoever has
//! the file's text is told the place and the part that can be changed there.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::config::Config;
use crate::document;
use crate::document::fields::{Field, absent, fields};
use crate::document::format::Format;
use crate::document::sheet::{ColumnKind, Sheet};
use crate::edit::{FieldForm, Part};
use crate::html::{Html, Mark, without_marks};
use crate::schema::{Node, Shape, Value, parse_toml};
use crate::source::{Source, SourcePath, Span};

/// A part of one of the site's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub path: SourcePath,
    /// Where in it.
    pub part: OriginPart,
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OriginPart {
    /// A field of its front matter, by the way to it: `targets.0.value`.
    Field(String),
    /// A block of its text.
    Block(Span),
    /// The file as a whole.
    File,
    /// A cell of a table.
    Cell {
        /// The row, or the cell of its value where there is one.
        span: Span,
        /// The column, by its Swedish head.
        column: &'static str,
    },
}

impl Origin {
    /// The bytes of the part in the text of its file; nothing when it is not there, as when the file has changed.
    pub fn span(&self, source: &Source, config: &Config) -> Option<Span> {
        match &self.part {
            OriginPart::Field(path) => {
                if self.path.extension() == "toml" {
                    return setting(&parse_toml(source).0, path).map(|node| node.span);
                }
                let key = document::key_of(&self.path, config).ok()?;
                let fields = fields(source, key, config);
                fields.iter().find(|field| is_same_field(&field.path, path)).map(|field| field.span)
            }
            OriginPart::Block(span) => Some(*span),
            OriginPart::File => Some(Span::default()),
            OriginPart::Cell { span, column } => {
                let sheet = Sheet::around(source, span.start);
                let own = cell(&sheet, *span, column).and_then(|place| sheet.cell(place.row, place.column));
                Some(own.map_or(*span, |cell| cell.span))
            }
        }
    }

    /// The part as something that can be changed; nothing where it cannot, as in a workbook.
    pub fn part(&self, source: &Source, config: &Config) -> Option<Part> {
        match &self.part {
            OriginPart::Field(path) => {
                let key = document::key_of(&self.path, config).ok().filter(|_| Format::of(&self.path) == Some(Format::Page))?;
                let is_it = |field: &Field| is_same_field(&field.path, path);
                if let Some(field) = fields(source, key.clone(), config).into_iter().find(is_it) {
                    return Some(Part::Field(field.path));
                }
                // What is shown where nothing is written: what then goes without saying.
                let form = |field: Field| if field.shape == Shape::List { FieldForm::List } else { FieldForm::Scalar };
                absent(source, &key, config).into_iter().find(is_it).map(|field| Part::NewField(field.path.clone(), form(field)))
            }
            OriginPart::Block(span) => Some(Part::Block(*span)),
            OriginPart::Cell { span, column } if Format::of(&self.path) == Some(Format::Csv) => {
                cell(&Sheet::read(source), *span, column).map(|place| Part::Cell(place.row, place.column))
            }
            OriginPart::Cell { .. } | OriginPart::File => None,
        }
    }
}

/// Whether two ways lead to one field: a list of one may be written without being a list.
fn is_same_field(one: &str, other: &str) -> bool {
    field_name(one).eq(field_name(other))
}

/// The way to a field, the same however a list of one is written.
pub fn field_name(path: &str) -> impl Iterator<Item = &str> {
    path.split('.').filter(|key| *key != "0")
}

/// A setting by the way to it.
fn setting<'n>(root: &'n Node, path: &str) -> Option<&'n Node> {
    path.split('.').try_fold(root, |node, key| match &node.value {
        Value::Table(entries) => entries.iter().find(|(own, _)| own.value == key).map(|(_, node)| node),
        Value::List(items) => items.get(key.parse::<usize>().ok()?),
        Value::Scalar(_) | Value::Empty => None,
    })
}

/// A cell of a table by the numbers of its row and column, from 0.
struct Place {
    row: usize,
    column: usize,
}

/// The cell of a column in the row that a place is of. A value that was worked out from its parts is changed there.
fn cell(sheet: &Sheet, span: Span, column: &str) -> Option<Place> {
    let (number, row) =
        sheet.rows.iter().enumerate().find(|(_, row)| row.span == span || row.cells.iter().any(|cell| cell.span == span))?;
    let is_it = |at: usize, wanted: &str| match sheet.columns.get(at) {
        Some(ColumnKind::Known(name)) => *name == wanted,
        // Of several columns of values, the one that it is of.
        Some(ColumnKind::Values) => wanted == "varde" && row.cells.get(at).is_some_and(|cell| cell.span == span),
        Some(ColumnKind::Other) | None => false,
    };
    let find = |wanted: &str| (0..row.cells.len()).find(|at| is_it(*at, wanted));
    let is_blank = |at: &usize| row.cells.get(*at).is_none_or(|cell| cell.shown.trim().is_empty());
    let own = find(column);
    let parts = || find("taljare").filter(|_| column == "varde" && own.as_ref().is_none_or(is_blank));
    parts().or(own).map(|column| Place { row: number, column })
}

/// The origins that one rendering marks, each by a number of its own.
#[derive(Debug, Default)]
pub struct Origins(Mutex<Numbered>);

#[derive(Debug, Default)]
struct Numbered {
    list: Vec<Origin>,
    numbers: BTreeMap<Origin, u32>,
}

impl Origins {
    /// Marks what shows an origin.
    #[must_use]
    pub fn mark(&self, html: Html, origin: Origin) -> Html {
        if html.is_empty() { html } else { html.marked(self.number(origin)) }
    }

    /// Marks a plain text that shows an origin.
    #[must_use]
    pub fn mark_text(&self, text: &str, origin: Origin) -> String {
        Html::trusted(without_marks(text)).marked(self.number(origin)).as_str().to_owned()
    }

    /// What a mark stands for.
    pub fn get(&self, mark: Mark) -> Option<Origin> {
        let numbered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        numbered.list.get(usize::try_from(mark.0).ok()?).cloned()
    }

    /// The mark that stands for an origin.
    pub fn number(&self, origin: Origin) -> Mark {
        let mut numbered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = numbered.numbers.get(&origin) {
            return Mark(*number);
        }
        let number = u32::try_from(numbered.list.len()).unwrap_or(u32::MAX);
        numbered.list.push(origin.clone());
        numbered.numbers.insert(origin, number);
        Mark(number)
    }
}
