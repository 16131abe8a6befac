//! Where the cells of a workbook stand in the text that it is shown as.

use super::Span;

/// A cell as people name it: `Blad1!C14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellPlace<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// Row, from 1.
    pub row: usize,
    /// Column, from 1.
    pub column: usize,
}

impl CellPlace<'_> {
    /// The cell without its sheet: `C14`.
    pub fn address(&self) -> String {
        address(self.row, self.column)
    }
}

/// A cell's name from its row and column, both from 1: `C14`.
pub fn address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().chain(row.to_string().chars().collect::<Vec<_>>().iter()).collect()
}

/// The cells of a workbook's text, in the order in which they stand there.
#[derive(Clone, Debug, Default)]
pub struct CellMap {
    sheets: Vec<String>,
    rows: Vec<RowPlace>,
    /// The first byte of each cell of a row, with its column.
    cells: Vec<(usize, usize)>,
}

/// A row of a workbook's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// Its bytes.
    pub span: Span,
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// The first byte of each of its cells, from the first column on.
    pub starts: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
struct RowPlace {
    span: Span,
    sheet: usize,
    number: usize,
}

impl CellMap {
    /// Begins a sheet.
    pub fn sheet(&mut self, name: &str) {
        self.sheets.push(name.to_owned());
    }

    /// Adds a row of the last sheet with the first byte and the column of each of its cells.
    pub fn row(&mut self, span: Span, number: usize, cells: impl IntoIterator<Item = (usize, usize)>) {
        self.rows.push(RowPlace { span, sheet: self.sheets.len().saturating_sub(1), number });
        self.cells.extend(cells);
    }

    /// The cell that holds a byte of the text.
    pub fn find(&self, offset: usize) -> Option<CellPlace<'_>> {
        let row = self.row_of(offset)?;
        let (start, column) = *self.cells.get(self.cells.partition_point(|(start, _)| *start <= offset).checked_sub(1)?)?;
        let column = if start < row.span.start { 1 } else { column };
        Some(CellPlace { sheet: self.sheets.get(row.sheet)?, row: row.number, column })
    }

    /// The rows of the sheet that holds a byte, in order.
    pub fn sheet_around(&self, offset: usize) -> impl Iterator<Item = SheetLine> {
        let sheet = self.row_of(offset).map(|row| row.sheet);
        self.rows.iter().filter(move |row| Some(row.sheet) == sheet).map(|row| {
            let own = |bound: usize| self.cells.partition_point(|(start, _)| *start < bound);
            let starts = self.cells.get(own(row.span.start)..own(row.span.end + 1)).unwrap_or_default();
            SheetLine { span: row.span, number: row.number, starts: starts.iter().map(|(start, _)| *start).collect() }
        })
    }

    /// The bytes of the row that holds a byte.
    pub fn row_span(&self, offset: usize) -> Option<Span> {
        Some(self.row_of(offset)?.span)
    }

    fn row_of(&self, offset: usize) -> Option<&RowPlace> {
        self.rows.get(self.rows.partition_point(|row| row.span.start <= offset).checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cells_as_spreadsheets_do() {
        let cases = [((1, 1), "A1"), ((14, 3), "C14"), ((2, 26), "Z2"), ((1, 27), "AA1"), ((9, 703), "AAA9")];
        for ((row, column), expected) in cases {
            assert_eq!(address(row, column), expected);
        }
    }

    #[test]
    fn finds_the_cell_of_a_byte() {
        let mut map = CellMap::default();
        map.sheet("Blad1");
        map.row(Span::new(0, 9), 4, [(0, 1), (6, 2)]);
        map.sheet("Blad2");
        map.row(Span::new(10, 15), 1, [(10, 3)]);
        let found = |offset| map.find(offset).map(|place| format!("{}!{}", place.sheet, place.address()));
        let cases = [(0, "Blad1!A4"), (7, "Blad1!B4"), (9, "Blad1!B4"), (12, "Blad2!C1"), (99, "Blad2!C1")];
        for (offset, expected) in cases {
            assert_eq!(found(offset).as_deref(), Some(expected), "{offset}");
        }
        assert_eq!(CellMap::default().find(0), None);
    }
}
