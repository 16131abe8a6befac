//! The adapter to the reader of workbooks: XLSX to a [`Grid`] a sheet, and to the text that messages show of it.
//!
//! A sheet's XML is read up to three times. calamine gives a cell's formula or its style, never both; the formulas are
//! needed to tell a result that was not saved from a blank cell, the styles only where a workbook has number formats that
//! put a sign behind numbers. Merged cells stand behind all others, where its reader of cells stops.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil::Date;

use super::{Cell, Grid, MOST_CELLS, Merged, Row, Value, number, too_many_cells};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{CellMap, SheetLine, Source, SourcePath, Span};

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The last column that is read. Excel has 16,384, which no table of figures comes near.
const LAST_COLUMN: u32 = 1_000;

/// A workbook with its tables.
#[derive(Debug)]
pub struct Workbook {
    /// What messages show.
    pub source: Source,
    /// A table for each sheet that people see and that is not there to explain the others.
    pub grids: Vec<Grid>,
    /// What is wrong with the file as a whole.
    pub diagnostics: Vec<Diagnostic>,
}

/// The sheet that holds a byte of a workbook's text, as the text has it: what its cells show, each with its place.
pub fn sheet_around(source: &Source, offset: usize) -> Grid {
    let text = |start: usize, end: usize| source.text.get(start..end).unwrap_or_default();
    let row = |line: SheetLine| {
        let ends = line.starts.iter().skip(1).map(|next| next - BETWEEN.len()).chain([line.span.end]);
        let cells = line.starts.iter().zip(ends).zip(1..).map(|((start, end), column)| Cell {
            shown: text(*start, end).to_owned(),
            value: Value::of_text(text(*start, end)),
            span: Span::new(*start, end),
            column,
        });
        Row { number: line.number, span: line.span, cells: cells.collect() }
    };
    let rows = source.cells.iter().flat_map(|cells| cells.sheet_around(offset)).map(row).collect();
    Grid { rows, ..Grid::default() }
}

/// Reads a workbook.
pub fn read(path: SourcePath, bytes: &[u8]) -> Workbook {
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

/// What a cell shows and holds.
struct Shown {
    text: String,
    value: Value,
}

/// The cells of a row by column, and those of a sheet by row; both from 0.
type CellRow = BTreeMap<u32, Shown>;
type CellRows = BTreeMap<u32, CellRow>;

/// How the cells of a sheet show their numbers, where it matters.
fn number_formats(book: &mut Book<'_>, name: &str) -> Result<BTreeMap<Position, NumberFormat>, Broken> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let format = |style: &calamine::Style| style.number_format.as_ref().and_then(|format| NumberFormat::of(&format.format_code));
    let known: Vec<Option<NumberFormat>> = reader.styles().iter().map(format).collect();
    let mut formats = BTreeMap::new();
    if known.iter().all(Option::is_none) {
        return Ok(formats);
    }
    while let Some((row, column, style)) = reader.next_style_id()? {
        if let Some(format) = known.get(style).cloned().flatten() {
            formats.insert((row, column), format);
        }
    }
    Ok(formats)
}

fn cells(book: &mut Book<'_>, name: &str, formats: &BTreeMap<Position, NumberFormat>) -> Result<CellRows, Broken> {
    let mut rows: CellRows = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut count = 0;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        let shown = match record.value {
            DataRef::Empty if record.formula.is_some() => Some(Shown { text: String::new(), value: Value::Uncalculated }),
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

fn shown(value: DataRef<'_>, format: Option<&NumberFormat>) -> Option<Shown> {
    let text = |text: String| Shown { value: Value::of_text(&text), text };
    Some(match value {
        DataRef::Empty => return None,
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets have no other numbers than these")]
        DataRef::Int(number) => number_shown(number as f64, format),
        DataRef::Float(number) => number_shown(number, format),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string.to_owned()),
        DataRef::Bool(truth) => text(if truth { "sant" } else { "falskt" }.to_owned()),
        DataRef::DateTime(moment) => moment_shown(moment),
        DataRef::DateTimeIso(string) => match string.get(..10).and_then(|day| day.parse().ok()) {
            Some(date) => Shown { text: string, value: Value::Date(date) },
            None => text(string),
        },
        DataRef::DurationIso(string) => text(string),
        DataRef::Error(error) => Shown { text: error.to_string(), value: Value::Error },
    })
}

fn number_shown(held: f64, format: Option<&NumberFormat>) -> Shown {
    if !held.is_finite() {
        return Shown { text: held.to_string(), value: Value::Text };
    }
    // A cell that shows 48 % holds 0.48.
    let percent = format.is_some_and(|format| format.word == "%");
    let number = number::shortest(if percent { held * 100.0 } else { held });
    // Where the format itself leaves out thousands, the cell holds whole kronor and shows fewer.
    let word = format.map(|format| if format.scaled { "kr" } else { format.word.as_str() }).unwrap_or_default();
    let space = if word.is_empty() || word == ":-" { "" } else { " " };
    let digits = number.to_string();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let text = format!("{}{space}{word}", digits.replace('.', ","));
    Shown { text, value: Value::Number(number::held(number, decimals, word)) }
}

/// A day, or a time without a day, which is no number of anything: `12:30`, `36:00`.
fn moment_shown(moment: ExcelDateTime) -> Shown {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    match date.filter(|_| moment.is_datetime() && moment.as_f64() >= 1.0) {
        Some(date) if hour == 0 && minute == 0 => Shown { text: date.to_string(), value: Value::Date(date) },
        Some(date) => Shown { text: format!("{date} {hour:02}:{minute:02}"), value: Value::Date(date) },
        None => {
            let hours = (moment.as_f64().trunc() * 24.0) + f64::from(hour);
            Shown { text: format!("{hours}:{minute:02}"), value: Value::Text }
        }
    }
}

/// What a cell's number format puts behind its number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NumberFormat {
    word: String,
    /// Whether the format leaves out thousands (a comma after the digits), so that the cell shows less than it holds.
    scaled: bool,
}

impl NumberFormat {
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
            let Shown { text, value } = cells.remove(&column).unwrap_or(Shown { text: String::new(), value: Value::Empty });
            let first = self.text.len();
            // A row is one line, whatever is in its cells.
            self.text.extend(text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }));
            let column = usize::try_from(column).unwrap_or_default() + 1;
            row.push(Cell { shown: text, value, span: Span::new(first, self.text.len()), column });
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
        Broken::TooLarge => return too_many_cells(path),
    };
    Diagnostic::new(Code::UnreadableData, message).in_file(path).help(help)
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test that cannot go on fails")]
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
            let found = NumberFormat::of(code);
            assert_eq!(found.as_ref().map(|sign| (sign.word.as_str(), sign.scaled)), expected, "{code}");
        }
    }

    #[test]
    fn shows_numbers_as_cells_do() {
        let format = |word: &str, scaled| NumberFormat { word: word.to_owned(), scaled };
        let cases = [
            (0.587, Some(format("%", false)), "58,7 %", "58.7"),
            (0.1 + 0.2, None, "0,3", "0.3"),
            (2009.0, None, "2009", "2009"),
            (1.1, Some(format("mkr", false)), "1,1 mkr", "1100000"),
            (1_100_000.0, Some(format("mkr", true)), "1100000 kr", "1100000"),
            (-150.5, Some(format(":-", false)), "-150,5:-", "-150.5"),
        ];
        for (held, format, expected, number) in cases {
            let Shown { text, value } = number_shown(held, format.as_ref());
            let Value::Number(found) = value else { panic!("{held} is a number") };
            assert_eq!((text.as_str(), found.to_string().as_str()), (expected, number));
            // A text that says the same is the same number.
            assert_eq!(Value::of_text(&text), value, "{text}");
        }
        assert_eq!(number_shown(f64::INFINITY, None).value, Value::Text);
    }

    #[test]
    fn shows_days_and_times() {
        use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
        let cases = [
            (39_911.0, DateTime, "2009-04-08"),
            (39_911.5, DateTime, "2009-04-08 12:00"),
            (0.520_833_333_333_333, DateTime, "12:30"),
            (1.5, TimeDelta, "36:00"),
        ];
        for (held, kind, expected) in cases {
            let found = moment_shown(ExcelDateTime::new(held, kind, false));
            assert_eq!(found.text, expected);
            assert_eq!(matches!(found.value, Value::Date(_)), held > 2.0, "{expected}");
        }
    }

    proptest::proptest! {
        /// What is shown of a number is the number that is used, and fifteen digits of the one that is held.
        #[test]
        fn numbers_are_what_is_shown_of_them(digits in -999_999_999_999_999_i64..=999_999_999_999_999, exponent in -10_i32..10) {
            #[expect(clippy::cast_precision_loss, reason = "fifteen digits fit")]
            let held = number::shortest(digits as f64 * 10_f64.powi(exponent));
            for word in ["", "kr", "tkr"] {
                let Shown { text, value } = number_shown(held, Some(&NumberFormat { word: word.to_owned(), scaled: false }));
                proptest::prop_assert_eq!(Value::of_text(&text), value);
                let Value::Number(number) = value else { return Err(proptest::test_runner::TestCaseError::fail(text)) };
                if word != "tkr" {
                    proptest::prop_assert_eq!(number.value, held);
                    proptest::prop_assert_eq!(number.to_string().parse::<f64>(), Ok(held));
                }
            }
        }
    }
}
