//! A table of a data file before its columns mean anything: rows of cells, each with its place.

use crate::period::Date;
use crate::source::{Span, cells};

/// What a cell is beside its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Content {
    /// Text as it was typed; all that a CSV file has.
    Text,
    /// A number of a workbook.
    Number(f64),
    /// A date of a workbook.
    Date(Date),
    /// What a formula gives that cannot be calculated: `#REF!`.
    Error,
    /// A formula whose result was not saved.
    Uncalculated,
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// What it shows.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Its column, from 1.
    pub column: usize,
    /// What it is.
    pub content: Content,
}

impl Cell {
    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.content != Content::Uncalculated && self.text.trim().is_empty()
    }
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its number in the spreadsheet, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// Its cells from the first column on, blank ones too.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Whether there is nothing in it.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }

    /// A cell's name as spreadsheets have it: `C14`.
    pub(super) fn address(&self, cell: &Cell) -> String {
        cells::address(self.number, cell.column)
    }
}

/// Cells that were made one. All numbers count from 1 and are included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    /// First and last row.
    pub rows: (usize, usize),
    /// First and last column.
    pub columns: (usize, usize),
}

impl Merged {
    /// As spreadsheets name it: `A2:A5`.
    pub(super) fn address(&self) -> String {
        format!("{}:{}", cells::address(self.rows.0, self.columns.0), cells::address(self.rows.1, self.columns.1))
    }
}

/// One table: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// Its rows; blank ones may be left out.
    pub rows: Vec<Row>,
    /// Its merged cells.
    pub merged: Vec<Merged>,
    /// Whether numbers of days count from 1904, as in workbooks made on old Macs.
    pub from_1904: bool,
}
