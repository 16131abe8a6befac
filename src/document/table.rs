//! Tables of figures and follow-ups, from CSV files and workbooks alike: each mistake at its cell.

use super::cell::{is_total, parse_finality, parse_sex};
use super::data::{Data, Finality, FollowUp, Observation, ReportSection, Sex};
use super::head::{Column, Head, Shape, WideColumn};
use crate::diagnostic::{Checked, Code, Diagnostic, Message, suggestion};
use crate::period::{Date, Period};
use crate::source::{Source, SourcePath, Span, Spanned};
use crate::status::{Fulfilment, Implementation};
use crate::table::workbook::{self, Workbook};
use crate::table::{Cell, Grid, Merged, Number, Row, Sign, Value, delimited};

/// Reads one CSV file.
pub fn parse(source: &Source) -> Checked<Data> {
    let grid = delimited::read(source, |grid| Head::find(grid).is_some());
    let mut data = read(&source.path, &grid.value);
    data.diagnostics.extend(grid.diagnostics);
    data
}

/// Reads one workbook; its text is what messages show of it.
pub fn parse_workbook(path: SourcePath, bytes: &[u8]) -> (Source, Checked<Data>) {
    let Workbook { source, grids, mut diagnostics } = workbook::read(path, bytes);
    let mut data = Data::default();
    if diagnostics.is_empty() && grids.iter().all(|grid| grid.rows.iter().all(Row::is_blank)) {
        let message = Message::new("arbetsboken har ingen tabell", "the workbook has no table");
        let help =
            Message::new("dolda blad och blad som heter `Läs mig` läses inte", "hidden sheets, and sheets called `Read me`, are not read");
        diagnostics.push(Diagnostic::new(Code::NotRead, message).in_file(&source.path).help(help));
    }
    for grid in &grids {
        let read = read(&source.path, grid);
        data.extend(read.value);
        diagnostics.extend(read.diagnostics);
    }
    (source, Checked { value: data, diagnostics })
}

fn read(path: &SourcePath, grid: &Grid) -> Checked<Data> {
    let mut data = Data::default();
    let first = grid.rows.iter().position(|row| !row.is_blank());
    let Some(first) = first.and_then(|index| Some((index, grid.rows.get(index)?))) else {
        return Checked { value: data, diagnostics: Vec::new() };
    };
    let head = Head::find(grid).unwrap_or_else(|| Head::guess(first.1, first.0));
    let mut table = RowReader { path, grid, columns: &head.columns, found: Vec::new() };
    let Some(row) = grid.rows.get(head.index) else { return Checked { value: data, diagnostics: table.found } };
    table.check_head(&head, row);
    if head.missing().is_empty() {
        let merged = table.check_merged(row);
        let whole = |row: &&Row| !row.is_blank() && !merged.iter().any(|(first, last)| (*first..=*last).contains(&row.number));
        for row in grid.rows.iter().skip(head.index + 1).filter(whole) {
            match head.shape {
                Shape::FollowUps => data.follow_ups.extend(table.follow_up(row)),
                Shape::Sections => data.sections.extend(table.section(row)),
                Shape::Observations if head.spread().is_some() => data.observations.extend(table.spread(row)),
                Shape::Observations => data.observations.extend(table.observation(row)),
            }
        }
    }
    Checked { value: data, diagnostics: table.found }
}

struct RowReader<'a> {
    path: &'a SourcePath,
    grid: &'a Grid,
    columns: &'a [Column],
    found: Vec<Diagnostic>,
}

impl RowReader<'_> {
    fn check_head(&mut self, head: &Head, row: &Row) {
        if !head.columns.iter().any(|column| matches!(column, Column::Known(_))) {
            self.no_head(row);
            return;
        }
        let valid: Vec<&str> = head.shape.columns().iter().map(|(sv, _)| *sv).collect();
        for (at, (column, cell)) in head.columns.iter().zip(&row.cells).enumerate() {
            let name = &cell.shown;
            if *column == Column::Unknown {
                let message = Message::new(format!("okänd kolumn `{name}`"), format!("unknown column `{name}`"));
                let help = if matches!(cell.value, Value::Date(_)) { Some(date_head()) } else { suggestion(name, &valid) };
                self.found.push(Diagnostic::new(Code::UnknownColumn, message).at(self.path, cell.span).maybe_help(help));
            }
            let again =
                matches!(column, Column::Known(_) | Column::Values(_)) && head.columns.iter().take(at).any(|other| same(other, column));
            if again {
                let message = Message::new(format!("kolumnen `{name}` står två gånger"), format!("the column `{name}` stands twice"));
                let help = Message::new("ta bort den ena, eller ge den ett annat namn", "remove one of them, or give it another name");
                self.found.push(Diagnostic::new(Code::UnknownColumn, message).at(self.path, cell.span).help(help));
            }
        }
        let first = row.cells.iter().find(|cell| !cell.is_blank()).map(Cell::text).unwrap_or_default();
        for column in head.missing() {
            let message = Message::new(format!("kolumnen `{column}` saknas"), format!("the column `{column}` is missing"));
            let help = Message::new(
                format!(
                    "en av de första raderna ska ha kolumnernas namn, i en CSV-fil åtskilda med semikolon; den här börjar med `{first}`"
                ),
                format!(
                    "one of the first rows holds the columns' names, in a CSV file with semicolons between; this one starts with `{first}`"
                ),
            );
            self.found.push(Diagnostic::new(Code::MissingColumn, message).at(self.path, row.span).help(help));
        }
    }

    /// Reports a table of which nothing is known, once.
    fn no_head(&mut self, first: &Row) {
        let message = Message::new("ingen av de första raderna har kolumnernas namn", "none of the first rows has the columns' names");
        let help = Message::new(
            "mätvärden behöver kolumnerna `indikator`, `period` och `varde`, uppföljningar `uppdrag` och `period`; ett blad som inte är en tabell kan heta `Läs mig` eller döljas",
            "measured values need the columns `indicator`, `period` and `value`, follow-ups `assignment` and `period`; a sheet that is no table can be called `Read me` or be hidden",
        );
        self.found.push(Diagnostic::new(Code::MissingColumn, message).at(self.path, first.span).help(help));
    }

    /// Merged cells hold one value for several rows or columns. Which of them it is meant for is a guess.
    /// The rows concerned, which are not read.
    fn check_merged(&mut self, head: &Row) -> Vec<(usize, usize)> {
        let mut rows = Vec::new();
        for range in self.grid.merged.iter().filter(|range| range.rows.1 >= head.number) {
            let (first, last) = range.columns;
            let read = self.columns.iter().take(last).skip(first - 1).any(|column| *column != Column::Context);
            if !read {
                continue;
            }
            let address = range.address();
            let message = Message::new(format!("cellerna {address} är sammanfogade"), format!("the cells {address} are merged"));
            let help = Message::new(
                "dela upp dem i Excel (Start > Sammanfoga och centrera) och skriv värdet i varje cell det gäller",
                "split them in Excel (Home > Merge & Center) and write the value into every cell that it holds for",
            );
            self.found.push(Diagnostic::new(Code::MergedCells, message).at(self.path, place_of(self.grid, range)).help(help));
            rows.push(range.rows);
        }
        rows
    }

    fn index_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|own| matches!(own, Column::Known(name) if *name == column))
    }

    /// A cell that is not blank and can be read.
    fn cell<'r>(&mut self, row: &'r Row, column: &str) -> Option<&'r Cell> {
        let cell = row.cells.get(self.index_of(column)?)?;
        self.readable(row, cell).then_some(cell)
    }

    fn readable(&mut self, row: &Row, cell: &Cell) -> bool {
        let address = row.address(cell);
        let (message, help) = match cell.value {
            Value::Error => (
                Message::new(
                    format!("formeln i cell {address} ger felet `{}`", cell.shown),
                    format!("the formula in cell {address} gives the error `{}`", cell.shown),
                ),
                Message::new(
                    "rätta formeln, eller skriv värdet; saknas det skriver du `..`",
                    "mend the formula, or write the value; if there is none, write `..`",
                ),
            ),
            Value::Uncalculated => (
                Message::new(
                    format!("formeln i cell {address} har inget sparat värde"),
                    format!("the formula in cell {address} has no saved value"),
                ),
                Message::new(
                    "öppna arbetsboken i Excel och spara den, så räknas formlerna ut",
                    "open the workbook in Excel and save it, so that its formulas are calculated",
                ),
            ),
            _ => return !cell.is_blank(),
        };
        self.found.push(Diagnostic::new(Code::BadCell, message).at(self.path, cell.span).help(help));
        false
    }

    fn text(&mut self, row: &Row, column: &str) -> Option<Spanned<String>> {
        self.cell(row, column).map(|cell| Spanned::new(cell.text().to_owned(), cell.span))
    }

    fn words(&mut self, row: &Row, column: &str) -> Option<String> {
        self.text(row, column).map(|text| text.value)
    }

    fn is_blank(&self, row: &Row, columns: &[&str]) -> bool {
        columns.iter().filter_map(|column| row.cells.get(self.index_of(column)?)).all(Cell::is_blank)
    }

    fn bad_cell(&mut self, row: &Row, cell: &Cell, column: &str, expected: Message, help: Option<Message>) {
        let (address, text) = (row.address(cell), &cell.shown);
        let message = Message::new(
            format!("`{text}` i cell {address} (kolumnen `{column}`) är inte {}", expected.sv),
            format!("`{text}` in cell {address} (column `{column}`) is not {}", expected.en),
        );
        self.found.push(Diagnostic::new(Code::BadCell, message).at(self.path, cell.span).maybe_help(help));
    }

    fn parsed<T>(&mut self, row: &Row, column: &str, expected: Message, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.cell(row, column)?;
        let value = parse(cell.text());
        if value.is_none() {
            self.bad_cell(row, cell, column, expected, None);
        }
        value
    }

    fn required(&mut self, row: &Row, column: &'static str) -> Option<Spanned<String>> {
        let blank = self.index_of(column).and_then(|index| row.cells.get(index)).is_none_or(Cell::is_blank);
        if blank {
            let message =
                Message::new(format!("raden saknar värde i kolumnen `{column}`"), format!("the row has no value in the column `{column}`"));
            let at = self.index_of(column).and_then(|index| row.cells.get(index)).map_or(row.span, |cell| cell.span);
            self.found.push(Diagnostic::new(Code::BadCell, message).at(self.path, at));
        }
        self.text(row, column)
    }

    fn period(&mut self, row: &Row) -> Option<Period> {
        self.required(row, "period")?;
        let cell = self.cell(row, "period")?;
        let expected = Message::new("en period, som 2009 eller 2009-T1", "a period, such as 2009 or 2009-T1");
        if matches!(cell.value, Value::Date(_)) {
            self.bad_cell(row, cell, "period", expected, Some(date_head()));
            return None;
        }
        let period = Period::parse(cell.text());
        if period.is_none() {
            self.bad_cell(row, cell, "period", expected, None);
        }
        period
    }

    /// A cell's number; `Some(None)` where it says that there is none.
    fn number(&mut self, row: &Row, cell: &Cell, column: &str) -> Option<Option<Number>> {
        match cell.value {
            Value::Number(number) => return Some(Some(number)),
            Value::Missing => return Some(None),
            _ => {}
        }
        let expected = Message::new("ett tal, som 41 eller 59,7", "a number, such as 41 or 59,7");
        let help = cell.is_date_like().then(|| {
            Message::new(
                "Excel har gjort om talet till ett datum, som 22.5 till 22 maj: formatera kolumnen som tal och skriv värdet igen",
                "Excel has turned the number into a date, as 22.5 into 22 May: format the column as numbers and write the value again",
            )
        });
        self.bad_cell(row, cell, column, expected, help);
        None
    }

    /// Numerator or denominator.
    fn part(&mut self, row: &Row, column: &'static str) -> Option<f64> {
        let cell = self.cell(row, column)?;
        let number = self.number(row, cell, column)??;
        if number.sign == Some(Sign::Percent) {
            self.bad_cell(row, cell, column, Message::new("ett antal", "a count"), None);
            return None;
        }
        Some(number.value)
    }

    fn parts(&mut self, row: &Row) -> Option<(f64, f64)> {
        let (numerator, denominator) = (self.part(row, "taljare"), self.part(row, "namnare"));
        if self.is_blank(row, &["taljare"]) != self.is_blank(row, &["namnare"]) {
            let message = Message::new(
                "täljare och nämnare hör ihop: den ena saknas",
                "numerator and denominator belong together: one of them is missing",
            );
            self.found.push(Diagnostic::new(Code::BadCell, message).at(self.path, row.span));
        }
        numerator.zip(denominator)
    }

    fn sex(&mut self, row: &Row) -> Option<Sex> {
        self.parsed(row, "kon", Message::new("kvinnor, män eller totalt", "women, men or total"), parse_sex).flatten()
    }

    fn finality(&mut self, row: &Row) -> Option<Finality> {
        let expected =
            Message::new("slutlig, preliminar, reviderad, saknas eller sekretess", "final, preliminary, revised, missing or confidential");
        self.parsed(row, "status", expected, parse_finality)
    }

    /// What stands in a cell of values, with how final it is.
    fn value(&mut self, row: &Row, cell: Option<&Cell>, said: Option<Finality>) -> (Option<f64>, Option<Sign>, Finality) {
        let cell = cell.filter(|cell| self.readable(row, cell));
        let number = cell.and_then(|cell| Some((cell, self.number(row, cell, "varde")??)));
        match (number, said) {
            (None, said) => (None, None, said.filter(|said| *said == Finality::Confidential).unwrap_or(Finality::Missing)),
            (Some((cell, _)), Some(Finality::Missing)) => {
                let message = Message::new(
                    format!("cell {} har ett värde fast raden säger att det saknas", row.address(cell)),
                    format!("cell {} has a value though the row says that it is missing", row.address(cell)),
                );
                let help = Message::new("ta bort värdet, eller ändra `status`", "remove the value, or change `status`");
                self.found.push(Diagnostic::new(Code::BadCell, message).at(self.path, cell.span).help(help));
                (None, None, Finality::Missing)
            }
            // A confidential value is taken out later, with those that it could be worked out from.
            (Some((_, number)), said) => (Some(number.value), number.sign, said.unwrap_or(Finality::Final)),
        }
    }

    fn observation(&mut self, row: &Row) -> Option<Observation> {
        // A row of a form that nobody has filled in says nothing; `..` says that there is no value.
        if self.is_blank(row, &["varde", "taljare", "namnare", "status", "kommentar"]) {
            return None;
        }
        let cell = self.index_of("varde").and_then(|index| row.cells.get(index));
        let indicator = self.required(row, "indikator");
        let period = self.period(row);
        let parts = self.parts(row);
        let sex = self.sex(row);
        let said = self.finality(row);
        let (value, sign, finality) = self.value(row, cell, said);
        Some(Observation {
            path: self.path.clone(),
            span: cell.filter(|cell| !cell.is_blank()).map_or(row.span, |cell| cell.span),
            indicator: indicator?,
            period: period?,
            area: self.text(row, "omrade").filter(|area| !is_total(&area.value)),
            body: self.text(row, "organ").filter(|body| !is_total(&body.value)),
            sex,
            value,
            sign,
            parts,
            finality,
            source: self.words(row, "kalla"),
            note: self.words(row, "kommentar"),
        })
    }

    /// The values of a row that has several.
    fn spread(&mut self, row: &Row) -> Vec<Observation> {
        let columns = self.columns;
        let cells = columns.iter().zip(&row.cells).filter_map(|(column, cell)| match column {
            Column::Values(spread) if !cell.is_blank() => Some((spread, cell)),
            _ => None,
        });
        let cells: Vec<(&WideColumn, &Cell)> = cells.collect();
        let Some((first, _)) = cells.first() else { return Vec::new() };
        let by = first.column();
        let indicator = if by == "indikator" { None } else { self.required(row, "indikator") };
        let period = if by == "period" { None } else { self.period(row) };
        let area = self.text(row, "omrade").filter(|area| !is_total(&area.value));
        let body = self.text(row, "organ").filter(|body| !is_total(&body.value));
        let (sex, said) = (self.sex(row), self.finality(row));
        let (source, note) = (self.words(row, "kalla"), self.words(row, "kommentar"));
        let mut observations = Vec::new();
        for (spread, cell) in cells {
            let (value, sign, finality) = self.value(row, Some(cell), said);
            let (mut indicator, mut period) = (indicator.clone(), period);
            let (mut area, mut sex) = (area.clone(), sex);
            match spread {
                WideColumn::Period(own) => period = Some(*own),
                WideColumn::Sex(own) => sex = *own,
                WideColumn::Area(own) => area = Some(own.clone()).filter(|area| !is_total(&area.value)),
                WideColumn::Indicator(own) => indicator = Some(own.clone()),
            }
            let Some((indicator, period)) = indicator.zip(period) else { continue };
            observations.push(Observation {
                path: self.path.clone(),
                span: cell.span,
                indicator,
                period,
                area,
                body: body.clone(),
                sex,
                value,
                sign,
                parts: None,
                finality,
                source: source.clone(),
                note: note.clone(),
            });
        }
        observations
    }

    fn follow_up(&mut self, row: &Row) -> Option<FollowUp> {
        // A row of a form that nobody has filled in.
        if self.is_blank(row, &["lage", "bedomning", "prognos", "text", "underlag", "datum", "ansvarig", "skal"]) {
            return None;
        }
        let subject = self.required(row, "uppdrag");
        let period = self.period(row);
        let expected = Message::new(
            "ej påbörjat, pågår, löpande, klart, pausat, avbrutet eller ersatt",
            "not started, in progress, continuous, done, paused, cancelled or replaced",
        );
        let state = self.parsed(row, "lage", expected, Implementation::parse).unwrap_or(Implementation::Unknown);
        let words = Message::new(
            "uppnått, enligt plan, efter plan, långt efter, fel riktning, ej uppnått eller ej bedömt: ORSAK",
            "met, on track, behind, far behind, wrong direction, not met or not assessed: REASON",
        );
        let assessment = self.parsed(row, "bedomning", words.clone(), Fulfilment::parse);
        let forecast = self.parsed(row, "prognos", words, Fulfilment::parse);
        let date = self.date(row);
        Some(FollowUp {
            path: self.path.clone(),
            span: row.span,
            subject: subject?,
            period: period?,
            body: self.text(row, "organ"),
            state,
            assessment,
            forecast,
            text: self.words(row, "text").unwrap_or_default(),
            evidence: self.words(row, "underlag"),
            date,
            role: self.words(row, "ansvarig"),
            reason: self.text(row, "skal"),
        })
    }

    fn section(&mut self, row: &Row) -> Option<ReportSection> {
        if self.is_blank(row, &["text", "underlag", "datum", "ansvarig"]) {
            return None;
        }
        let (body, section) = (self.required(row, "organ"), self.required(row, "avsnitt"));
        let period = self.period(row);
        let date = self.date(row);
        Some(ReportSection {
            path: self.path.clone(),
            span: row.span,
            body: body?,
            period: period?,
            section: section?,
            text: self.words(row, "text").unwrap_or_default(),
            evidence: self.words(row, "underlag"),
            date,
            role: self.words(row, "ansvarig"),
        })
    }

    fn date(&mut self, row: &Row) -> Option<Date> {
        let cell = self.cell(row, "datum")?;
        let date = cell.date(self.grid);
        if date.is_none() {
            self.bad_cell(row, cell, "datum", Message::new("ett datum, som 2009-05-14", "a date, such as 2009-05-14"), None);
        }
        date
    }
}

/// Whether two columns hold the same.
fn same(one: &Column, other: &Column) -> bool {
    match (one, other) {
        (Column::Known(one), Column::Known(other)) => one == other,
        (Column::Values(WideColumn::Area(one)), Column::Values(WideColumn::Area(other)))
        | (Column::Values(WideColumn::Indicator(one)), Column::Values(WideColumn::Indicator(other))) => one.value == other.value,
        (Column::Values(one), Column::Values(other)) => one == other,
        _ => false,
    }
}

/// The first cell of a range that is in the table.
fn place_of(grid: &Grid, range: &Merged) -> Span {
    let row = grid.rows.iter().find(|row| (range.rows.0..=range.rows.1).contains(&row.number));
    let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.column >= range.columns.0));
    cell.map(|cell| cell.span).or(row.map(|row| row.span)).unwrap_or_default()
}

fn date_head() -> Message {
    Message::new(
        "Excel har gjort om texten till ett datum: formatera cellen som text och skriv perioden igen, en månad som 2009-M04",
        "Excel has turned the text into a date: format the cell as text and write the period again, a month as 2009-M04",
    )
}
