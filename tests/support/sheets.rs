//! Workbooks from a text that people can read, for tests and examples.

#![allow(dead_code, reason = "each suite uses its part of this file")]

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A workbook. A line `# NAME` begins a sheet (`# NAME (dold)` a hidden one), `! A2:A3` merges cells, every other line is
/// a row of cells between semicolons: numbers with decimal comma, `48 %` as 0.48 shown as percent, `500 [FORMAT]` a
/// number with a number format, dates, `=FORMULA -> VALUE`, and text, which `'` before it makes of anything.
pub(crate) fn workbook(text: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let mut row = 0;
    let mut sheets: Vec<Worksheet> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            let mut sheet = Worksheet::new();
            sheet.set_name(name.trim_end_matches(" (dold)")).expect("this can be a sheet's name");
            sheet.set_hidden(name.ends_with(" (dold)"));
            sheets.push(sheet);
            row = 0;
            continue;
        }
        let sheet = sheets.last_mut().expect("a sheet is begun first");
        if let Some(range) = line.strip_prefix("! ") {
            let (first, last) = range.split_once(':').expect("a range has two ends");
            let ((top, left), (bottom, right)) = (position(first), position(last));
            // As Excel does, the library keeps the first cell's value; here it was written before.
            let value = kept(text, sheets.len(), top, left);
            let sheet = sheets.last_mut().expect("a sheet is begun first");
            sheet.merge_range(top, left, bottom, right, &value, &Format::new()).expect("the range can be merged");
            continue;
        }
        for (column, cell) in (0..).zip(line.split(';')) {
            write(sheet, row, column, cell);
        }
        row += 1;
    }
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().expect("the workbook can be written")
}

fn kept(text: &str, sheet: usize, row: u32, column: u16) -> String {
    let mut sheets = text.split("# ").skip(sheet);
    let rows = sheets.next().unwrap_or_default().lines().skip(1);
    let line = rows.filter(|line| !line.starts_with("! ")).nth(row as usize).unwrap_or_default();
    line.split(';').nth(usize::from(column)).unwrap_or_default().to_owned()
}

fn position(address: &str) -> (u32, u16) {
    let letter = address.bytes().next().expect("an address begins with a letter");
    (address[1..].parse::<u32>().expect("a row is a number") - 1, u16::from(letter - b'A'))
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let number = |text: &str| text.replace(',', ".").parse::<f64>();
    let result = if let Some(text) = cell.strip_prefix('\'') {
        sheet.write_string(row, column, text)
    } else if let Some((formula, value)) = cell.strip_prefix('=').and_then(|cell| cell.split_once(" -> ")) {
        sheet.write_formula(row, column, Formula::new(formula).set_result(value))
    } else if let Some(share) = cell.strip_suffix(" %").and_then(|cell| number(cell).ok()) {
        sheet.write_number_with_format(row, column, share / 100.0, &Format::new().set_num_format("0.0\\ %"))
    } else if let Some((value, format)) = cell.strip_suffix(']').and_then(|cell| cell.split_once(" [")) {
        let value = number(value).expect("a number stands before its format");
        sheet.write_number_with_format(row, column, value, &Format::new().set_num_format(format))
    } else if let Some(date) = Some(cell).filter(|cell| cell.len() == 10).and_then(|cell| ExcelDateTime::parse_from_str(cell).ok()) {
        sheet.write_datetime_with_format(row, column, date, &Format::new().set_num_format("yyyy-mm-dd"))
    } else if let Ok(number) = number(cell) {
        sheet.write_number(row, column, number)
    } else if cell.is_empty() {
        return;
    } else {
        sheet.write_string(row, column, cell)
    };
    result.expect("the cell can be written");
}
