//! The adapter to the reader of workbooks: XLSX to a [`Grid`] a sheet, and to the text that messages show of it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::cell::shortest;
use super::grid::{Cell, Content, Grid, Merged, Row};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::period::Date;
use crate::source::{CellMap, Source, SourcePath, Span};

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// More cells than anyone fills in: such a file is broken, or was made to exhaust the memory.
const MOST_CELLS: usize = 2_000_000;
/// The last column that is read. Excel has 16,384, which no table of figures comes near.
const LAST_COLUMN: u32 = 1_000;

/// A workbook with its tables.
#[derive(Debug)]
pub(super) struct Workbook {
    /// What messages show.
    pub source: Source,
    /// A table for each sheet that people see and that is not there to explain the others.
    pub grids: Vec<Grid>,
    /// What is wrong with the file as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a workbook.
pub(super) fn read(path: SourcePath, bytes: &[u8]) -> Workbook {
    let mut text = Text::default();
    let mut grids = Vec::new();
    let mut diagnostics = Vec::new();
    // The reader counts rows and columns without looking whether they fit, which ends a debug build on a file that
    // was made to break it.
    match std::panic::catch_unwind(|| sheets(bytes)).unwrap_or(Err(Broken::Absurd)) {
        Ok(sheets) => grids.extend(sheets.into_iter().map(|sheet| text.sheet(sheet))),
        Err(error) => diagnostics.push(unreadable(&path, &error)),
    }
    Workbook { source: Source::of_cells(path, text.text, text.cells), grids, diagnostics }
}

#[derive(Debug)]
enum Broken {
    File(XlsxError),
    TooLarge,
    Absurd,
}

impl Broken {
    /// The reader's own words, which are English.
    fn words(&self) -> String {
        if let Self::File(error) = self { format!(": {error}") } else { String::new() }
    }
}

impl From<XlsxError> for Broken {
    fn from(error: XlsxError) -> Self {
        Self::File(error)
    }
}

struct Sheet {
    name: String,
    rows: CellRows,
    merged: Vec<Dimensions>,
    from_1904: bool,
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Broken> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes))?;
    let from_1904 = book.has_1904_epoch();
    let seen = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let names: Vec<String> = book.sheets_metadata().iter().filter(seen).map(|sheet| sheet.name.clone()).collect();
    let mut sheets = Vec::new();
    for name in names.into_iter().filter(|name| !is_guide(name)) {
        let formats = number_formats(&mut book, &name)?;
        let rows = cells(&mut book, &name, &formats)?;
        let merged = book.merge_cells_by_sheet_name(&name)?;
        sheets.push(Sheet { name, rows, merged, from_1904 });
    }
    Ok(sheets)
}

/// Whether a sheet is there to be read by people, as the first one of a form.
fn is_guide(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    [
        "läs mig",
        "läsmig",
        "om formuläret",
        "instruktion",
        "instruktioner",
        "anvisningar",
        "read me",
        "readme",
        "about this form",
        "instructions",
    ]
    .contains(&name.as_str())
}

type Position = (u32, u32);

/// What cells show and are, by column, and those by row; both from 0.
type CellRow = BTreeMap<u32, (String, Content)>;
type CellRows = BTreeMap<u32, CellRow>;

/// How the cells of a sheet show their numbers, where it matters.
fn number_formats(book: &mut Book<'_>, name: &str) -> Result<BTreeMap<Position, NumberSign>, Broken> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let signs: Vec<Option<NumberSign>> =
        reader.styles().iter().map(|style| style.number_format.as_ref().and_then(|format| NumberSign::of(&format.format_code))).collect();
    let mut formats = BTreeMap::new();
    while let Some((row, column, style)) = reader.next_style_id()? {
        if let Some(sign) = signs.get(style).cloned().flatten() {
            formats.insert((row, column), sign);
        }
    }
    Ok(formats)
}

fn cells(book: &mut Book<'_>, name: &str, formats: &BTreeMap<Position, NumberSign>) -> Result<CellRows, Broken> {
    let mut rows: CellRows = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut count = 0;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let shown = match record.value {
            DataRef::Empty if record.formula.is_some() => Some((String::new(), Content::Uncalculated)),
            value => shown(value, formats.get(&record.pos)),
        };
        let Some(shown) = shown.filter(|_| column < LAST_COLUMN) else { continue };
        count += 1;
        if count > MOST_CELLS {
            return Err(Broken::TooLarge);
        }
        rows.entry(row).or_default().insert(column, shown);
    }
    Ok(rows)
}

/// What a cell shows to a Swedish reader.
fn shown(value: DataRef<'_>, sign: Option<&NumberSign>) -> Option<(String, Content)> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => (number.to_string(), Content::Number(shortest_of(number))),
        DataRef::Float(number) => number_shown(number, sign),
        DataRef::String(text) => (text, Content::Text),
        DataRef::SharedString(text) => (text.to_owned(), Content::Text),
        DataRef::Bool(truth) => (if truth { "sant" } else { "falskt" }.to_owned(), Content::Text),
        DataRef::DateTime(moment) => date_shown(moment),
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(date) => (text, Content::Date(date)),
            None => (text, Content::Text),
        },
        DataRef::DurationIso(text) => (text, Content::Text),
        DataRef::Error(error) => (error.to_string(), Content::Error),
    })
}

fn shortest_of(number: i64) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

fn number_shown(number: f64, sign: Option<&NumberSign>) -> (String, Content) {
    // A cell that shows 48 % holds 0.48.
    let percent = sign.is_some_and(|sign| sign.word == "%");
    let number = shortest(if percent { number * 100.0 } else { number });
    // Where the format itself leaves out thousands, the cell holds whole kronor and shows fewer.
    let word = sign.map(|sign| if sign.scaled { "kr" } else { sign.word.as_str() }).unwrap_or_default();
    let space = if word.is_empty() || word == ":-" { "" } else { " " };
    (format!("{}{space}{word}", number.to_string().replace('.', ",")), Content::Number(number))
}

fn date_shown(moment: ExcelDateTime) -> (String, Content) {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok()).filter(|_| moment.is_datetime());
    match date {
        Some(date) if hour == 0 && minute == 0 => (date.to_string(), Content::Date(date)),
        Some(date) => (format!("{date} {hour:02}:{minute:02}"), Content::Date(date)),
        None => (moment.as_f64().to_string().replace('.', ","), Content::Text),
    }
}

/// What a cell's number format puts behind its number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NumberSign {
    word: String,
    /// Whether the format leaves out thousands (a comma after the digits), so that the cell shows less than it holds.
    scaled: bool,
}

impl NumberSign {
    /// Reads a format code (ECMA-376, part 1, 18.8.31): `0.0%`, `#,##0\ "tkr"`, `#,##0.00\ [$kr-41D]`.
    fn of(code: &str) -> Option<Self> {
        let (mut word, mut scaled) = (String::new(), false);
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match sign {
                ';' => break,
                '0' | '#' | '?' => {
                    word.clear();
                    scaled = false;
                }
                ',' => scaled = true,
                '"' => word.extend(signs.by_ref().take_while(|sign| *sign != '"')),
                '\\' => word.extend(signs.next()),
                '[' => {
                    let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    word.push_str(inner.strip_prefix('$').and_then(|symbol| symbol.split('-').next()).unwrap_or_default());
                }
                // A blank as wide as the next sign, or filled up with it.
                '_' | '*' => drop(signs.next()),
                '.' => {}
                other => word.push(other),
            }
        }
        let word = word.trim().to_lowercase();
        let known = ["%", "kr", "tkr", "mkr", "mnkr", "tsek", "msek", "sek", ":-"];
        known.contains(&word.as_str()).then_some(Self { scaled: scaled && word != "%", word })
    }
}

/// The text of a workbook as messages show it: one line a row.
#[derive(Default)]
struct Text {
    text: String,
    cells: CellMap,
}

/// What stands between two cells.
const BETWEEN: &str = " | ";

impl Text {
    fn sheet(&mut self, sheet: Sheet) -> Grid {
        self.cells.sheet(&sheet.name);
        let width = sheet.rows.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |last| last + 1);
        // Blank cells get a place too, so that a message can name them; but not in every row to a lost cell far out.
        let width = width.min(40);
        let rows = sheet.rows.into_iter().map(|(number, cells)| self.row(number, cells, width)).collect();
        let from_one = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_add(1);
        let merged = sheet.merged.iter().map(|range| Merged {
            rows: (from_one(range.start.0), from_one(range.end.0)),
            columns: (from_one(range.start.1), from_one(range.end.1)),
        });
        Grid { rows, merged: merged.collect(), from_1904: sheet.from_1904 }
    }

    fn row(&mut self, number: u32, mut cells: CellRow, width: u32) -> Row {
        let start = self.text.len();
        let width = width.max(cells.keys().next_back().map_or(0, |last| last + 1));
        let mut row = Vec::new();
        for column in 0..width {
            if column > 0 {
                self.text.push_str(BETWEEN);
            }
            let (text, content) = cells.remove(&column).unwrap_or((String::new(), Content::Text));
            let first = self.text.len();
            // A row is one line, whatever is in its cells.
            self.text.extend(text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
            let column = usize::try_from(column).unwrap_or_default() + 1;
            row.push(Cell { text, span: Span::new(first, self.text.len()), column, content });
        }
        let span = Span::new(start, self.text.len());
        let number = usize::try_from(number).unwrap_or_default() + 1;
        self.cells.row(span, number, row.iter().map(|cell| (cell.span.start, cell.column)));
        self.text.push('\n');
        Row { number, span, cells: row }
    }
}

fn unreadable(path: &SourcePath, error: &Broken) -> Diagnostic {
    let (message, help) = match error {
        Broken::File(XlsxError::Password) => (
            Message::new("arbetsboken är skyddad med lösenord", "the workbook is protected with a password"),
            Message::new(
                "öppna den i Excel, ta bort lösenordet (Arkiv > Info > Skydda arbetsbok) och spara",
                "open it in Excel, remove the password (File > Info > Protect Workbook) and save",
            ),
        ),
        Broken::File(_) | Broken::Absurd => (
            Message::new("arbetsboken går inte att läsa", format!("the workbook cannot be read{}", error.words())),
            Message::new(
                "öppna den i Excel eller LibreOffice och spara den på nytt som Excel-arbetsbok (.xlsx)",
                "open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx)",
            ),
        ),
        Broken::TooLarge => (
            Message::new("arbetsboken har för många celler", "the workbook has too many cells"),
            Message::new("spara bara tabellen i en ny arbetsbok", "save the table alone in a new workbook"),
        ),
    };
    Diagnostic::new(Code::UnreadableData, message).in_file(path).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_number_format_puts_behind_a_number() {
        let cases = [
            ("General", None),
            ("0%", Some(("%", false))),
            ("0.0\\ %", Some(("%", false))),
            ("#,##0\\ \"tkr\"", Some(("tkr", false))),
            ("#,##0,\" tkr\"", Some(("tkr", true))),
            ("#,##0.00\\ [$kr-41D];[Red]\\-#,##0.00\\ [$kr-41D]", Some(("kr", false))),
            ("_-* #,##0.00\\ \"kr\"_-", Some(("kr", false))),
            ("yyyy\\-mm\\-dd", None),
            ("0\" st\"", None),
        ];
        for (code, expected) in cases {
            let found = NumberSign::of(code);
            assert_eq!(found.as_ref().map(|sign| (sign.word.as_str(), sign.scaled)), expected, "{code}");
        }
    }

    #[test]
    fn shows_numbers_as_cells_do() {
        let percent = NumberSign { word: "%".to_owned(), scaled: false };
        let cases = [(0.587, Some(&percent), "58,7 %"), (0.1 + 0.2, None, "0,3"), (2009.0, None, "2009")];
        for (number, sign, expected) in cases {
            assert_eq!(number_shown(number, sign).0, expected);
        }
    }
}
