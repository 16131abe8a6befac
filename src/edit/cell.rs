//! A cell of a CSV file, with quotes where its separator asks for them or its column has them.

use super::{Change, Part, Splice, missing};
use crate::diagnostic::Message;
use crate::document::sheet::{Sheet, SheetCell};
use crate::source::Source;

pub(super) fn splice(source: &Source, (row, column): (usize, usize), text: &str) -> Result<Splice, Message> {
    let sheet = Sheet::read(source);
    let cell = sheet.cell(row, column).filter(|_| is_table(source)).ok_or_else(missing)?;
    let old = source.text.get(cell.span.start..cell.span.end).ok_or_else(missing)?;
    // Excel parts lines within a cell by a line feed alone, whatever parts the rows.
    let text = if cell.text.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() };
    if text == cell.text {
        return Ok(Splice { span: cell.span, text: old.to_owned() });
    }
    let separator = sheet.separator(&source.text);
    let asks = |text: &str| {
        let separated = separator.map_or_else(|| text.contains([';', ',', '\t']), |separator| text.contains(separator));
        separated || text.contains(['"', '\n', '\r'])
    };
    let had = old.starts_with('"');
    // Quotes that the old text needed say nothing about how the file is written; the cells around it do.
    let keeps = had && (!asks(&cell.text) || column_has_quotes(source, &sheet, (row, column)));
    let text = if keeps || asks(&text) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text };
    Ok(Splice { span: cell.span, text })
}

fn column_has_quotes(source: &Source, sheet: &Sheet, (row, column): (usize, usize)) -> bool {
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
    if cells.is_empty() {
        return Ok(());
    }
    let (old, new) = (Sheet::read(before), Sheet::read(after));
    let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let same = |place: (usize, usize), old: &SheetCell, new: &SheetCell| match cells.iter().find(|(own, _)| *own == place) {
        Some((_, text)) => plain(&new.text) == plain(text),
        None => new.text == old.text,
    };
    let rows_same = old.rows.iter().zip(&new.rows).enumerate().all(|(row, (old, new))| {
        let cells = old.cells.iter().zip(&new.cells).enumerate();
        old.cells.len() == new.cells.len() && cells.into_iter().all(|(column, (old, new))| same((row, column), old, new))
    });
    if old.rows.len() == new.rows.len() && old.head == new.head && old.columns == new.columns && rows_same {
        Ok(())
    } else {
        Err(Message::new("raden kan inte skrivas så i filen", "the row cannot be written so in the file"))
    }
}

fn is_table(source: &Source) -> bool {
    source.path.extension() == "csv"
}
