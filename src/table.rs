//! Tables as files hold them: the bytes of a CSV file or a workbook to rows of typed cells, each with its place. Knows
//! nothing of what columns mean.

mod date;
pub mod delimited;
mod number;
pub mod workbook;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{SourcePath, Span, cells};

pub use number::{Number, Sign};

/// More cells than anyone fills in: such a file is broken, or was made to exhaust the memory.
pub const MOST_CELLS: usize = 2_000_000;

/// What a cell holds. Texts are in [`Cell::shown`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A sign that means "missing": `..`.
    Missing,
    /// A number: one of a workbook, or a text that is one.
    Number(Number),
    /// A date of a workbook. One that was typed as text is found by [`Cell::date`], where a date is looked for.
    Date(Date),
    /// Anything else.
    Text,
    /// What a formula gives that cannot be calculated: `#REF!`.
    Error,
    /// A formula whose result was not saved.
    Uncalculated,
}

impl Value {
    fn of_text(text: &str) -> Self {
        match number::parse(text) {
            Some(number::Figure::Number(number)) => Self::Number(number),
            Some(number::Figure::Missing) => Self::Missing,
            None if text.trim().is_empty() => Self::Empty,
            None => Self::Text,
        }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it shows to a Swedish reader; of a CSV file, its text without quotes.
    pub shown: String,
    /// What it holds.
    pub value: Value,
    /// Where it stands; of a CSV file, with its quotes.
    pub span: Span,
    /// Its column, from 1.
    pub column: usize,
}

impl Cell {
    /// A cell of text.
    pub fn of_text(text: &str, span: Span, column: usize) -> Self {
        Self { shown: text.to_owned(), value: Value::of_text(text), span, column }
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.value == Value::Empty
    }

    /// What it shows, without spaces around it.
    pub fn text(&self) -> &str {
        self.shown.trim()
    }

    /// Its date, where a date is looked for: in a text too, and in the number that Excel keeps of a day.
    pub fn date(&self, grid: &Grid) -> Option<Date> {
        match self.value {
            Value::Date(date) => Some(date),
            _ => date::parse(&self.shown, grid.from_1904),
        }
    }

    /// Whether it holds a date, or what Excel makes of a number that looks like one: `22-maj`.
    pub fn is_date_like(&self) -> bool {
        matches!(self.value, Value::Date(_)) || date::is_date_like(&self.shown)
    }
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the spreadsheet, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// Its cells from the first column on, blank ones too.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// A cell's name as spreadsheets have it: `C14`.
    pub fn address(&self, cell: &Cell) -> String {
        cells::address(self.number, cell.column)
    }
}

/// Cells that were made one. All numbers count from 1 and are included.
#[derive(Clone, Copy, Debug)]
pub struct Merged {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

impl Merged {
    /// As spreadsheets name it: `A2:A5`.
    pub fn address(&self) -> String {
        format!("{}:{}", cells::address(self.rows.0, self.columns.0), cells::address(self.rows.1, self.columns.1))
    }
}

/// One table: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its rows; blank ones may be left out.
    pub rows: Vec<Row>,
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// Whether numbers of days count from 1904, as in workbooks made on old Macs.
    pub from_1904: bool,
}

fn too_many_cells(path: &SourcePath) -> Diagnostic {
    let message = Message::new("tabellen har för många celler", "the table has too many cells");
    let help = Message::new("spara bara tabellen i en ny fil", "save the table alone in a new file");
    Diagnostic::new(Code::UnreadableData, message).in_file(path).help(help)
}
