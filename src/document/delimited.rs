//! The adapter to the CSV parser: text with separators to a [`Grid`].

use super::grid::{Cell, Content, Grid, Row};
use crate::source::{Source, Span};

/// Separators in the order in which they are tried: Swedish Excel's own comes first.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// Reads a text with separators between cells. The separator is the first that gives a row that `is_head` knows;
/// else the one that the first line has most of.
pub(super) fn read(source: &Source, is_head: impl Fn(&Grid) -> bool) -> Grid {
    let (skip, named) = named_separator(&source.text);
    let start = Start { at: skip, row: usize::from(skip > 0) };
    if let Some(separator) = named {
        return rows(source, separator, start);
    }
    let first = source.text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let mut grids = SEPARATORS.map(|separator| (count(&separator), Some(rows(source, separator, start)))).to_vec();
    let known = grids.iter().position(|(_, grid)| grid.as_ref().is_some_and(&is_head));
    // The first of those that stand most often.
    let most = grids.iter().enumerate().rev().max_by_key(|(_, (count, _))| *count).map(|(at, _)| at);
    let best = known.or(most).and_then(|at| grids.get_mut(at)?.1.take());
    best.unwrap_or_default()
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

fn rows(source: &Source, separator: u8, start: Start) -> Grid {
    let text = source.text.get(start.at..).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let at = |reader: &csv::Reader<&[u8]>| usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    let mut number = start.row;
    let mut before = "";
    loop {
        let from = at(&reader);
        if !matches!(reader.read_record(&mut record), Ok(true)) {
            break;
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
    grid
}

/// Finds each cell of a record in its line, so that messages can point at it.
fn row(record: &csv::StringRecord, line: &str, start: usize, number: usize, separator: u8) -> Row {
    let mut cells = Vec::with_capacity(record.len());
    let mut at = 0;
    for (index, text) in record.iter().enumerate() {
        let length = cell_length(line.get(at..).unwrap_or_default(), separator);
        let span = Span::new(start + at, start + at + length);
        cells.push(Cell { text: text.to_owned(), span, column: index + 1, content: Content::Text });
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
        let grid = read(&source, |grid| grid.rows.iter().any(|row| row.cells.len() > 1));
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
