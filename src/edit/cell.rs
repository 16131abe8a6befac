//! A cell of a CSV file, with quotes where its separator asks for them or its column has them.

use super::{Change, Part, Splice, line_end, missing, tidy};
use crate::diagnostic::Message;
use crate::document::format::Format;
use crate::document::sheet::Sheet;
use crate::source::{Source, Span};
use crate::table::Cell;

pub(super) fn splice(source: &Source, row: usize, column: usize, text: &str) -> Result<Splice, Message> {
    let sheet = Sheet::read(source);
    let cell = sheet.cell(row, column).filter(|_| is_table(source)).ok_or_else(missing)?;
    let old = source.text.get(cell.span.start..cell.span.end).ok_or_else(missing)?;
    // Excel parts lines within a cell by a line feed alone, whatever parts the rows.
    let text = if cell.shown.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    if text == cell.shown {
        return Ok(Splice { span: cell.span, text: old.to_owned() });
    }
    let separator = sheet.separator(&source.text);
    let asks = |text: &str| asks_for_quotes(text, separator);
    let had = old.starts_with('"');
    // Quotes that the old text needed say nothing about how the file is written; the cells around it do.
    let keeps = had && (!asks(&cell.shown) || column_has_quotes(source, &sheet, row, column));
    Ok(Splice { span: cell.span, text: if keeps || asks(&text) { quoted(&text) } else { text } })
}

/// The row that is added below the last one, if one is.
pub(super) fn new_row(source: &Source, changes: &[Change]) -> Result<Option<Splice>, Message> {
    let cells = new_cells(changes);
    if cells.is_empty() {
        return Ok(None);
    }
    let sheet = Sheet::read(source);
    let last = sheet.rows.last().filter(|_| sheet.head.is_some() && is_table(source)).ok_or_else(missing)?;
    if cells.iter().any(|(column, _)| *column >= sheet.columns.len()) {
        return Err(missing());
    }
    let separator = sheet.separator(&source.text);
    let written = (0..sheet.columns.len()).map(|column| {
        let text = cells.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text.as_str());
        if asks_for_quotes(text, separator) { quoted(text) } else { text.to_owned() }
    });
    let row = written.collect::<Vec<_>>().join(separator.unwrap_or(";"));
    let end = line_end(&source.text, source);
    Ok(Some(Splice { span: Span::new(last.span.end, last.span.end), text: format!("{end}{row}") }))
}

/// The cells of the new row: their columns and texts.
fn new_cells(changes: &[Change]) -> Vec<(usize, String)> {
    let cell = |change: &Change| if let Part::NewCell(column) = change.part { Some((column, tidy(&change.text))) } else { None };
    changes.iter().filter_map(cell).collect()
}

fn asks_for_quotes(text: &str, separator: Option<&str>) -> bool {
    let separated = separator.map_or_else(|| text.contains([';', ',', '\t']), |separator| text.contains(separator));
    separated || text.contains(['"', '\n', '\r'])
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn column_has_quotes(source: &Source, sheet: &Sheet, row: usize, column: usize) -> bool {
    let others = (0..sheet.rows.len()).filter(|other| *other != row).filter_map(|other| sheet.cell(other, column));
    let raw: Vec<&str> = others.filter_map(|cell| source.text.get(cell.span.start..cell.span.end)).collect();
    !raw.is_empty() && raw.iter().all(|raw| raw.starts_with('"'))
}

/// Whether every other cell is still what it was.
pub(super) fn check(before: &Source, after: &Source, changes: &[Change]) -> Result<(), Message> {
    let cells: Vec<((usize, usize), &str)> = changes
        .iter()
        .filter_map(|change| if let Part::Cell(row, column) = change.part { Some(((row, column), change.text.as_str())) } else { None })
        .collect();
    let added = new_cells(changes);
    if cells.is_empty() && added.is_empty() {
        return Ok(());
    }
    let (old, new) = (Sheet::read(before), Sheet::read(after));
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let same = |place: (usize, usize), old: &Cell, new: &Cell| match cells.iter().find(|(own, _)| *own == place) {
        Some((_, text)) => plain(&new.shown) == plain(text),
        None => new.shown == old.shown,
    };
    let rows_same = old.rows.iter().zip(&new.rows).enumerate().all(|(row, (old, new))| {
        let cells = old.cells.iter().zip(&new.cells).enumerate();
        old.cells.len() == new.cells.len() && cells.into_iter().all(|(column, (old, new))| same((row, column), old, new))
    });
    let fresh = new.rows.get(old.rows.len()..).unwrap_or_default();
    let fresh_same = match fresh {
        [] => added.is_empty(),
        [row] => {
            let says = |(column, cell): (usize, &Cell)| {
                plain(&cell.shown) == added.iter().find(|(own, _)| *own == column).map_or("", |(_, text)| text.as_str())
            };
            !added.is_empty() && row.cells.len() == new.columns.len() && row.cells.iter().enumerate().all(says)
        }
        _ => false,
    };
    if old.rows.len() <= new.rows.len() && fresh_same && old.head == new.head && old.columns == new.columns && rows_same {
        Ok(())
    } else {
        Err(Message::new("raden kan inte skrivas så i filen", "the row cannot be written so in the file"))
    }
}

fn is_table(source: &Source) -> bool {
    Format::of(&source.path).is_some_and(|format| format.is_delimited() && format.is_editable())
}
