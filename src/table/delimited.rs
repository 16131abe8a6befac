//! The adapter to the CSV parser: text with separators to a [`Grid`].

use super::{Cell, Grid, MOST_CELLS, Row, too_many_cells};
use crate::diagnostic::Checked;
use crate::source::{Source, Span};

/// Separators in the order in which they are tried: Swedish Excel's own comes first.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// Reads a text with separators between cells. The separator is the first that gives a row that `is_head` knows;
/// else the one that the first line has most of.
pub fn read(source: &Source, is_head: impl Fn(&Grid) -> bool) -> Checked<Grid> {
    let (skip, named) = named_separator(&source.text);
    let start = Start { at: skip, row: usize::from(skip > 0) };
    if let Some(separator) = named {
        return rows(source, separator, start);
    }
    if let Some(grid) = SEPARATORS.iter().map(|separator| rows(source, *separator, start)).find(|grid| is_head(&grid.value)) {
        return grid;
    }
    let first = source.text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    // The first of those that stand most often.
    let most = SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b';');
    rows(source, most, start)
}

/// A first line `sep=;`, which tells Excel the separator, and where the table begins.
fn named_separator(text: &str) -> (usize, Option<u8>) {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    let named = first.trim_end_matches(['\r', '\n']).strip_prefix("sep=").map(str::as_bytes);
    match named {
        Some([separator]) if separator.is_ascii() => (first.len(), Some(*separator)),
        _ => (0, None),
    }
}

#[derive(Clone, Copy)]
struct Start {
    at: usize,
    row: usize,
}

fn rows(source: &Source, separator: u8, start: Start) -> Checked<Grid> {
    let text = source.text.get(start.at..).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let at = |reader: &csv::Reader<&[u8]>| usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    let mut number = start.row;
    let mut before = "";
    let mut count = 0;
    loop {
        let from = at(&reader);
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            return Checked { value: grid, diagnostics: Vec::new() };
        }
        count += record.len();
        if count > MOST_CELLS {
            return Checked { value: Grid::default(), diagnostics: vec![too_many_cells(&source.path)] };
        }
        let raw = text.get(from..at(&reader)).unwrap_or_default();
        // The parser passes over blank lines, which are rows in a spreadsheet. A line end may be cut in two.
        let line = raw.trim_start_matches(['\r', '\n']);
        let blank = raw.get(..raw.len() - line.len()).unwrap_or_default();
        let rest_of_end = before.ends_with('\r') && blank.starts_with('\n');
        let ends = blank.replace("\r\n", "\n").matches(['\n', '\r']).count();
        number += 1 + ends - usize::from(rest_of_end && ends > 0);
        before = raw;
        let first = start.at + from + blank.len();
        grid.rows.push(row(&record, line.trim_end_matches(['\r', '\n']), first, number, separator));
    }
}

/// Finds each cell of a record in its line, so that messages can point at it.
fn row(record: &csv::StringRecord, line: &str, start: usize, number: usize, separator: u8) -> Row {
    let mut cells = Vec::with_capacity(record.len());
    let mut at = 0;
    for (index, text) in record.iter().enumerate() {
        let length = cell_length(line.get(at..).unwrap_or_default(), separator);
        let span = Span::new(start + at, start + at + length);
        cells.push(Cell::of_text(text, span, index + 1));
        at += length + 1;
    }
    Row { number, span: Span::new(start, start + line.len()), cells }
}

fn cell_length(text: &str, separator: u8) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == separator && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows with their numbers, and the texts at the places of their cells.
    fn read_all(text: &str) -> Vec<(usize, Vec<String>)> {
        let source = Source::new("a.csv", text);
        let grid = read(&source, |grid| grid.rows.iter().any(|row| row.cells.len() > 1)).value;
        let at = |span: Span| source.text.get(span.start..span.end).unwrap_or_default().to_owned();
        grid.rows.iter().map(|row| (row.number, row.cells.iter().map(|cell| at(cell.span)).collect())).collect()
    }

    #[test]
    fn finds_rows_and_cells() {
        let cells = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let cases = [
            ("a;b\nc;d\n", vec![(1, cells(&["a", "b"])), (2, cells(&["c", "d"]))]),
            ("a;b\r\n\r\nc;d\r\n", vec![(1, cells(&["a", "b"])), (3, cells(&["c", "d"]))]),
            ("a\tb,5", vec![(1, cells(&["a", "b,5"]))]),
            ("a,b", vec![(1, cells(&["a", "b"]))]),
            ("sep=|\na|b;c", vec![(2, cells(&["a", "b;c"]))]),
            ("a;\"b;c\nd\"\ne;f", vec![(1, cells(&["a", "\"b;c\nd\""])), (2, cells(&["e", "f"]))]),
            ("", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(read_all(text), expected, "{text:?}");
        }
    }
}
