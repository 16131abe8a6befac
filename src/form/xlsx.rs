//! The adapter to the writer of workbooks: a form to the bytes of an XLSX file.
//!
//! Locked cells are protected without a password: against slips of the hand, not against people. No cells are merged and
//! the first row of a table is its head, for those who listen to it and for the program that reads it.

use std::io;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::{Column, Form, Line, Purpose, SheetCell, SheetTable};
use crate::period::Date;

/// The sheet of lists: hidden, because lists of more than 255 signs must stand in cells.
const LISTS: &str = "Listor";
/// A font that Excel and LibreOffice have on every system, or one of the same widths.
const FONT: &str = "Arial";
/// How many letters beside each other can still be read on one page.
const WIDEST: u16 = 240;
/// The widths of the guide's columns.
const GUIDE: (u16, u16) = (26, 96);
/// The paper size's number in the file format: A4.
const A4: u8 = 9;

const INK: u32 = 0x1F_29_33;
const QUIET_INK: u32 = 0x3E_4C_59;
const WHITE: u32 = 0xFF_FF_FF;
const DEEP: u32 = 0x0B_4F_6C;
const SLATE: u32 = 0x52_60_6D;
const PALE: u32 = 0xEE_F1_F4;
const RULE: u32 = 0xB8_C2_CC;
const SAND: u32 = 0xFF_F4_D6;

/// Writes a form. The same form always gives the same bytes.
///
/// # Errors
/// When a text is longer than a cell can hold (32,767 signs), or there are more rows than a sheet has.
pub fn write(form: &Form) -> io::Result<Vec<u8>> {
    book(form).map_err(io::Error::other)
}

fn book(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(&form.title)
        .set_subject(&form.site)
        .set_author(&form.organisation)
        .set_company(&form.organisation)
        .set_custom_property("Language", "sv-SE")
        .set_creation_datetime(&moment(form.made)?);
    book.set_properties(&properties);
    guide(book.add_worksheet(), form)?;
    let lists = Lists::of(form);
    for table in &form.tables {
        fill(book.add_worksheet(), table, form, &lists)?;
    }
    lists.write(book.add_worksheet())?;
    book.save_to_buffer()
}

fn moment(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or_default(), part(date.month()), part(date.day()))
}

fn text_format(ink: u32) -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_font_color(ink).set_align(FormatAlign::Left).set_align(FormatAlign::Top)
}

fn guide(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    sheet.set_name("Läs mig")?;
    sheet.set_column_width(0, GUIDE.0)?.set_column_width(1, GUIDE.1)?;
    let title = text_format(DEEP).set_bold().set_font_size(18);
    let lead = text_format(QUIET_INK).set_font_size(12);
    let heading = text_format(DEEP).set_bold().set_font_size(13).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
    let notice = text_format(INK).set_bold().set_background_color(SAND);
    let word = text_format(INK).set_bold().set_text_wrap();
    let text = text_format(INK).set_text_wrap();
    for (row, line) in (0..).zip(&form.guide) {
        match line {
            Line::Title(text) => sheet.write_with_format(row, 0, text, &title)?.set_row_height(row, 28)?,
            Line::Lead(text) => sheet.write_with_format(row, 0, text, &lead)?.set_row_height(row, 20)?,
            Line::Notice(text) => sheet.write_with_format(row, 0, text, &notice)?.write_blank(row, 1, &notice)?,
            Line::Heading(text) => {
                sheet.write_with_format(row, 0, text, &heading)?.write_blank(row, 1, &heading)?.set_row_height(row, 22)?
            }
            Line::Entry(key, meaning) => {
                let lines = lines(key, GUIDE.0).max(lines(meaning, GUIDE.1));
                sheet.write_with_format(row, 0, key, &word)?.write_with_format(row, 1, meaning, &text)?;
                sheet.set_row_height(row, height(lines))?
            }
            Line::Space => continue,
        };
    }
    sheet.set_screen_gridlines(false).set_tab_color(SLATE);
    sheet.set_paper_size(A4).set_portrait().set_print_fit_to_pages(1, 0).set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    sheet.set_footer(footer(form)).set_header_footer_scale_with_doc(false);
    sheet.protect_with_options(&protection());
    Ok(())
}

/// What may be done to a locked sheet besides filling it in: everything that changes how it looks and not what it says.
fn protection() -> ProtectionOptions {
    ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, use_autofilter: true, ..ProtectionOptions::new() }
}

fn footer(form: &Form) -> String {
    format!("&L&8{}&R&8Sida &P av &N", escaped(&form.title))
}

fn fill(sheet: &mut Worksheet, table: &SheetTable, form: &Form, lists: &Lists) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let width = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    for (at, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_with_format(0, at, column.head, &head(column))?;
        if let Some(validation) = validation(column, lists)? {
            sheet.add_data_validation(1, at, last, at, &validation)?;
        }
    }
    let formats: Vec<Format> = table.columns.iter().map(body).collect();
    for (row, cells) in (1..).zip(&table.rows) {
        sheet.set_row_height(row, height(row_lines(table, cells)))?;
        for ((at, cell), format) in (0..).zip(cells).zip(&formats) {
            match cell {
                SheetCell::Blank => sheet.write_blank(row, at, format)?,
                // As a string whatever it looks like: `=1` and `2009` are texts here.
                SheetCell::Text(text) => sheet.write_string_with_format(row, at, text, format)?,
                SheetCell::Number(number) => sheet.write_number_with_format(row, at, *number, format)?,
                SheetCell::Date(date) => sheet.write_datetime_with_format(row, at, &moment(*date)?, &dated(format))?,
            };
        }
    }
    sheet.set_row_height(0, 24)?.set_freeze_panes(1, table.pinned)?;
    sheet.autofilter(0, 0, last, width)?;
    // Excel would mark every `2009` that is a text.
    sheet.ignore_error_range(0, 0, last, width, IgnoreError::NumberStoredAsText)?;
    let first = table.columns.iter().position(|column| column.purpose.is_open()).and_then(|at| u16::try_from(at).ok()).unwrap_or(0);
    sheet.set_selection(1, first, 1, first)?;
    sheet.protect_with_options(&protection());
    print_setup(sheet, table, form, last, width)?;
    Ok(())
}

/// On A4, one page wide; wide tables on two, with the columns that say what a row is about on both: on one page nobody
/// could read them.
fn print_setup(sheet: &mut Worksheet, table: &SheetTable, form: &Form, last: u32, width: u16) -> Result<(), XlsxError> {
    sheet.set_tab_color(DEEP).set_paper_size(A4).set_landscape().set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    let letters: u16 = table.columns.iter().map(|column| column.width).sum();
    if letters > WIDEST {
        sheet.set_print_fit_to_pages(2, 0).set_repeat_columns(0, table.pinned.saturating_sub(1))?.set_page_order(true);
    } else {
        sheet.set_print_fit_to_pages(1, 0);
    }
    sheet.set_repeat_rows(0, 0)?.set_print_area(0, 0, last, width)?.set_header_footer_scale_with_doc(false);
    sheet.set_header(format!("&L&8{}&R&8{}", escaped(&form.site), table.name)).set_footer(footer(form));
    Ok(())
}

/// `&` begins an instruction in headers and footers.
fn escaped(text: &str) -> String {
    text.replace('&', "&&")
}

/// How many lines a row takes: those of its longest cell, and room to write where there is text to be written.
fn row_lines(table: &SheetTable, cells: &[SheetCell]) -> usize {
    let written = cells.iter().zip(&table.columns).map(|(cell, column)| match cell {
        SheetCell::Text(text) => lines(text, column.width),
        SheetCell::Blank | SheetCell::Number(_) | SheetCell::Date(_) => 1,
    });
    written.max().unwrap_or(1).max(table.room)
}

/// How many lines a text takes in a column, with the words that do not fit moved to the next. Excel would work it out
/// by itself; LibreOffice does not when it opens a file that says nothing of heights.
fn lines(text: &str, width: u16) -> usize {
    // Letters of this font are about as wide as the digits that widths are counted in, and there is a margin.
    let room = usize::from(width.saturating_sub(1));
    let wrapped = |line: &str| {
        let mut lines = 1;
        let mut used = 0;
        for word in line.split(' ') {
            let letters = word.chars().count();
            if used > 0 && used + 1 + letters > room {
                lines += 1;
                used = 0;
            }
            // A word that is longer than a line is broken.
            lines += letters / room.max(1);
            used += letters % room.max(1) + usize::from(used > 0);
        }
        lines
    };
    text.lines().map(wrapped).sum::<usize>().max(1)
}

/// The height of some lines in points, with space above and below; Excel has rows of at most 409.
fn height(lines: usize) -> f64 {
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    (f64::from(lines) * 14.5 + 5.0).min(409.0)
}

fn head(column: &Column) -> Format {
    let fill = if column.purpose.is_open() { DEEP } else { SLATE };
    let format = text_format(WHITE).set_bold().set_background_color(fill).set_align(FormatAlign::VerticalCenter);
    format.set_border(FormatBorder::Thin).set_border_color(RULE).set_indent(1)
}

fn body(column: &Column) -> Format {
    let (ink, fill) = if column.purpose.is_open() { (INK, WHITE) } else { (QUIET_INK, PALE) };
    let format = text_format(ink).set_text_wrap().set_background_color(fill).set_border(FormatBorder::Thin).set_border_color(RULE);
    let format = format.set_indent(1);
    match column.purpose {
        Purpose::Key | Purpose::Context => format,
        Purpose::Date => dated(&format).set_unlocked(),
        // With a format of its own Excel would read `62 %` as 0.62 and show it as 1.
        Purpose::Number => format.set_align(FormatAlign::Right).set_unlocked(),
        // As text, so that Excel does not make dates and formulas of what is written.
        Purpose::Text | Purpose::Choice(_) => format.set_num_format("@").set_unlocked(),
    }
}

/// The order that Swedish authorities write dates in (ISO 8601).
fn dated(format: &Format) -> Format {
    format.clone().set_num_format("yyyy-mm-dd")
}

fn validation(column: &Column, lists: &Lists) -> Result<Option<DataValidation>, XlsxError> {
    let validation = match &column.purpose {
        Purpose::Key | Purpose::Context | Purpose::Text => return Ok(None),
        Purpose::Choice(words) => DataValidation::new()
            .allow_list_formula(lists.range(words))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title("Välj i listan")?
            .set_error_message("Ordet finns inte i listan. Klicka på pilen i cellen och välj där.")?,
        Purpose::Number => DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(-1e12, 1e12))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Är det ett tal?")?
            .set_error_message("Skriv ett tal utan enhet, till exempel 59,7. Saknas värdet skriver du två punkter (..).")?,
        Purpose::Date => DataValidation::new()
            .allow_date(DataValidationRule::Between(&ExcelDateTime::from_ymd(1990, 1, 1)?, &ExcelDateTime::from_ymd(2099, 12, 31)?))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Är det ett datum?")?
            .set_error_message("Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2010-03-31.")?,
    };
    let help: String = column.help.chars().take(255).collect();
    Ok(Some(validation.set_input_title(column.head)?.set_input_message(help)?))
}

/// The lists of all tables, each once.
struct Lists {
    lists: Vec<(&'static str, Vec<String>)>,
}

impl Lists {
    fn of(form: &Form) -> Self {
        let mut lists: Vec<(&'static str, Vec<String>)> = Vec::new();
        for column in form.tables.iter().flat_map(|table| &table.columns) {
            if let Purpose::Choice(words) = &column.purpose
                && lists.iter().all(|(_, list)| list != words)
            {
                lists.push((column.head, words.clone()));
            }
        }
        Self { lists }
    }

    /// Where a list stands, below its heading.
    fn range(&self, words: &[String]) -> Formula {
        let at = self.lists.iter().position(|(_, list)| list == words).unwrap_or_default();
        let column = char::from(b'A' + u8::try_from(at).unwrap_or_default());
        Formula::new(format!("={LISTS}!${column}$2:${column}${}", words.len() + 1))
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?;
        for (at, (head, words)) in (0..).zip(&self.lists) {
            sheet.write(0, at, *head)?;
            sheet.write_column(1, at, words)?;
        }
        sheet.set_hidden(true).protect();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_lines_that_texts_take() {
        // A column of 20 has room for 19 letters.
        let cases = [
            ("", 1),
            ("Fler vägar till jobb", 2),
            ("Fler vägar, arbete", 1),
            ("en rad\ntvå rader", 2),
            ("specialutbildade-socialsekreterare", 2),
            ("Trygghet för äldre och funktionshindrade", 3),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text, 20), expected, "{text}");
        }
        assert_eq!(lines("x", 0), 2);
        assert!(height(1000) <= 409.0);
    }
}
