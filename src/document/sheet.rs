//! A table as rows and cells, for those who change or show one of them: each with its place, its text and what its column means.

use super::head::{Column, Head};
use crate::source::Source;
use crate::table::{Cell, Grid, Row, delimited, workbook};

/// A table's rows; blank lines are none.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its rows, the head and what stands above it too.
    pub rows: Vec<Row>,
    /// The row that has the columns' names.
    pub head: Option<usize>,
    /// What each column means.
    pub columns: Vec<ColumnKind>,
}

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// One that is read, by its Swedish head.
    Known(&'static str),
    /// Values of what the head says.
    Values,
    /// One that is not read.
    Other,
}

impl Sheet {
    /// Reads a CSV file.
    pub fn read(source: &Source) -> Self {
        Self::of(delimited::read(source, |grid| Head::find(grid).is_some()).value)
    }

    /// Reads the table that holds a byte: of a workbook the sheet, else the whole file.
    pub fn around(source: &Source, offset: usize) -> Self {
        if source.cells.is_some() { Self::of(workbook::sheet_around(source, offset)) } else { Self::read(source) }
    }

    fn of(grid: Grid) -> Self {
        let head = Head::find(&grid);
        let kind = |column: &Column| match column {
            Column::Known(name) => ColumnKind::Known(name),
            Column::Values(_) => ColumnKind::Values,
            Column::Context | Column::Unknown => ColumnKind::Other,
        };
        let columns = head.as_ref().map(|head| head.columns.iter().map(kind).collect()).unwrap_or_default();
        Self { rows: grid.rows, head: head.map(|head| head.index), columns }
    }

    /// A cell below the head, by the number of its row among the rows and of its column, both from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        (self.head? < row).then(|| self.rows.get(row)?.cells.get(column)).flatten()
    }

    /// The sign between cells, if there are two in any row.
    pub fn separator<'t>(&self, text: &'t str) -> Option<&'t str> {
        let first = self.rows.iter().find(|row| row.cells.len() > 1)?.cells.first()?;
        text.get(first.span.end..first.span.end + 1)
    }
}

/// The columns that are read, by their Swedish heads.
#[cfg(test)]
pub fn known_columns() -> impl Iterator<Item = &'static str> {
    use super::head::Shape;
    let shapes = [Shape::Observations, Shape::FollowUps, Shape::Sections];
    shapes.into_iter().flat_map(|shape| shape.columns()).map(|(sv, _)| *sv)
}
