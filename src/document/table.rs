//! Follow-up data as Swedish Excel writes it: CSV to observations and follow-ups, each mistake at its row and column.

use super::data::{Data, Finality, FollowUp, Observation, ReportSection, Sex};
use crate::diagnostic::{Checked, Code, Diagnostic, Label, Message, suggestion};
use crate::period::{Date, Period};
use crate::source::{Source, Span, Spanned};
use crate::status::{Fulfilment, Implementation};

/// The columns: Swedish head, English head.
const OBSERVATION: [(&str, &str); 11] = [
    ("indikator", "indicator"),
    ("period", "period"),
    ("omrade", "area"),
    ("organ", "body"),
    ("kon", "sex"),
    ("varde", "value"),
    ("taljare", "numerator"),
    ("namnare", "denominator"),
    ("status", "status"),
    ("kalla", "source"),
    ("kommentar", "note"),
];

const FOLLOW_UP: [(&str, &str); 11] = [
    ("uppdrag", "assignment"),
    ("period", "period"),
    ("organ", "body"),
    ("lage", "state"),
    ("bedomning", "assessment"),
    ("prognos", "forecast"),
    ("text", "text"),
    ("underlag", "evidence"),
    ("datum", "date"),
    ("ansvarig", "responsible"),
    ("skal", "reason"),
];

const REPORT: [(&str, &str); 7] = [
    ("organ", "body"),
    ("period", "period"),
    ("avsnitt", "section"),
    ("text", "text"),
    ("underlag", "evidence"),
    ("datum", "date"),
    ("ansvarig", "responsible"),
];

/// Reads one CSV file.
pub fn parse(source: &Source) -> Checked<Data> {
    let mut table = Table { source, columns: Vec::new(), found: Vec::new() };
    let mut data = Data::default();
    let mut rows = rows(source);
    if rows.is_empty() {
        return Checked { value: data, diagnostics: table.found };
    }
    let head = rows.remove(0);
    let first = head.cells.first().map(|cell| fold(&cell.value)).unwrap_or_default();
    let follow_ups = head.cells.iter().any(|cell| matches!(fold(&cell.value).as_str(), "uppdrag" | "assignment"));
    let sections = !follow_ups && head.cells.iter().any(|cell| matches!(fold(&cell.value).as_str(), "avsnitt" | "section"));
    let (schema, needed): (&'static [(&'static str, &'static str)], &[&str]) = match (follow_ups, sections) {
        (true, _) => (&FOLLOW_UP, &["uppdrag", "period"]),
        (_, true) => (&REPORT, &["organ", "period", "avsnitt"]),
        _ => (&OBSERVATION, &["indikator", "period", "varde"]),
    };
    table.read_head(&head, schema);
    if !table.has(needed, &first, &head) {
        return Checked { value: data, diagnostics: table.found };
    }
    for row in &rows {
        if row.cells.iter().all(|cell| cell.value.trim().is_empty()) {
            continue;
        }
        if follow_ups {
            data.follow_ups.extend(table.follow_up(row));
        } else if sections {
            data.sections.extend(table.section(row));
        } else {
            data.observations.extend(table.observation(row));
        }
    }
    Checked { value: data, diagnostics: table.found }
}

/// One row with the places of its cells.
struct Row {
    span: Span,
    cells: Vec<Spanned<String>>,
}

/// Splits a file into rows and cells with places. The separator is the one that the first line has most of.
fn rows(source: &Source) -> Vec<Row> {
    let first = source.text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t', b','].into_iter().max_by_key(|separator| first.bytes().filter(|byte| byte == separator).count());
    let separator = separator.unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(source.text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            _ => break,
        }
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let raw = source.text.get(start..end).unwrap_or_default();
        rows.push(row(&record, raw, (start, separator)));
    }
    rows
}

/// Finds each cell of a record in its line, so that messages can point at it.
fn row(record: &csv::StringRecord, raw: &str, (start, separator): (usize, u8)) -> Row {
    let start = start + (raw.len() - raw.trim_start_matches(['\r', '\n']).len());
    let raw = raw.trim_matches(['\r', '\n']);
    let mut cells = Vec::with_capacity(record.len());
    let mut at = 0;
    for cell in record {
        let rest = raw.get(at..).unwrap_or_default();
        let length = cell_length(rest, separator);
        cells.push(Spanned::new(cell.to_owned(), Span::new(start + at, start + at + length)));
        at += length + 1;
    }
    Row { span: Span::new(start, start + raw.len()), cells }
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

/// A column's head without case, marks over letters and spaces, as people write it in different ways.
fn fold(head: &str) -> String {
    head.trim().to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace([' ', '-'], "_")
}

struct Table<'a> {
    source: &'a Source,
    /// For each column of the file the Swedish head it was recognised as.
    columns: Vec<Option<&'static str>>,
    found: Vec<Diagnostic>,
}

impl Table<'_> {
    fn read_head(&mut self, head: &Row, schema: &'static [(&'static str, &'static str)]) {
        for cell in &head.cells {
            let name = fold(&cell.value);
            let column = schema.iter().find(|(sv, en)| name == *sv || name == *en).map(|(sv, _)| *sv);
            if column.is_none() && !name.is_empty() {
                let valid: Vec<&str> = schema.iter().map(|(sv, _)| *sv).collect();
                let message = Message::new(format!("okänd kolumn `{}`", cell.value), format!("unknown column `{}`", cell.value));
                self.found.push(
                    Diagnostic::new(Code::UnknownColumn, message).at(&self.source.path, cell.span).maybe_help(suggestion(&name, &valid)),
                );
            }
            self.columns.push(column);
        }
    }

    fn has(&mut self, needed: &[&'static str], first: &str, head: &Row) -> bool {
        let missing: Vec<&str> = needed.iter().copied().filter(|column| !self.columns.contains(&Some(*column))).collect();
        for column in &missing {
            let message = Message::new(format!("kolumnen `{column}` saknas"), format!("the column `{column}` is missing"));
            let help = Message::new(
                format!("första raden ska ha kolumnernas namn, åtskilda med semikolon; den börjar nu med `{first}`"),
                format!("the first row holds the columns' names with semicolons between; it now starts with `{first}`"),
            );
            self.found.push(Diagnostic::new(Code::MissingColumn, message).at(&self.source.path, head.span).help(help));
        }
        missing.is_empty()
    }

    fn cell<'r>(&self, row: &'r Row, column: &str) -> Option<&'r Spanned<String>> {
        let index = self.columns.iter().position(|name| *name == Some(column))?;
        row.cells.get(index).filter(|cell| !cell.value.trim().is_empty())
    }

    fn text(&self, row: &Row, column: &str) -> Option<Spanned<String>> {
        self.cell(row, column).map(|cell| Spanned::new(cell.value.trim().to_owned(), cell.span))
    }

    fn bad_cell(&mut self, cell: &Spanned<String>, (column, expected): (&str, Message)) {
        let message = Message::new(
            format!("`{}` i kolumnen `{column}` är inte {}", cell.value, expected.sv),
            format!("`{}` in the column `{column}` is not {}", cell.value, expected.en),
        );
        self.found.push(Diagnostic::new(Code::BadCell, message).at(&self.source.path, cell.span));
    }

    fn parsed<T>(&mut self, row: &Row, (column, expected): (&str, Message), parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.cell(row, column)?.clone();
        let value = parse(cell.value.trim());
        if value.is_none() {
            self.bad_cell(&cell, (column, expected));
        }
        value
    }

    fn required(&mut self, row: &Row, column: &'static str) -> Option<Spanned<String>> {
        let cell = self.text(row, column);
        if cell.is_none() {
            let message =
                Message::new(format!("raden saknar värde i kolumnen `{column}`"), format!("the row has no value in the column `{column}`"));
            self.found.push(Diagnostic::new(Code::BadCell, message).at(&self.source.path, row.span));
        }
        cell
    }

    fn period(&mut self, row: &Row) -> Option<Period> {
        self.required(row, "period")?;
        self.parsed(row, ("period", Message::new("en period, som 2009 eller 2009-T1", "a period, such as 2009 or 2009-T1")), Period::parse)
    }

    fn number(&mut self, row: &Row, column: &'static str) -> Option<f64> {
        self.parsed(row, (column, Message::new("ett tal, som 41 eller 59,7", "a number, such as 41 or 59,7")), parse_number).flatten()
    }

    fn observation(&mut self, row: &Row) -> Option<Observation> {
        let indicator = self.required(row, "indikator");
        let period = self.period(row);
        let value = self.number(row, "varde");
        let parts = self.number(row, "taljare").zip(self.number(row, "namnare"));
        let sex = self.parsed(row, ("kon", Message::new("kvinnor, män eller totalt", "women, men or total")), parse_sex).flatten();
        let words = |text: &str| match text.to_lowercase().as_str() {
            "slutlig" | "final" => Some(Finality::Final),
            "preliminar" | "preliminär" | "preliminary" => Some(Finality::Preliminary),
            "reviderad" | "revised" => Some(Finality::Revised),
            "saknas" | "missing" => Some(Finality::Missing),
            "sekretess" | "confidential" => Some(Finality::Confidential),
            _ => None,
        };
        let expected =
            Message::new("slutlig, preliminar, reviderad, saknas eller sekretess", "final, preliminary, revised, missing or confidential");
        let finality =
            self.parsed(row, ("status", expected), words).unwrap_or(if value.is_some() { Finality::Final } else { Finality::Missing });
        Some(Observation {
            path: self.source.path.clone(),
            span: row.span,
            indicator: indicator?,
            period: period?,
            area: self.text(row, "omrade").filter(|area| !is_total(&area.value)),
            body: self.text(row, "organ").filter(|body| !is_total(&body.value)),
            sex,
            value,
            parts,
            finality,
            source: self.text(row, "kalla").map(|text| text.value),
            note: self.text(row, "kommentar").map(|text| text.value),
        })
    }

    fn follow_up(&mut self, row: &Row) -> Option<FollowUp> {
        let subject = self.required(row, "uppdrag");
        let period = self.period(row);
        let expected = Message::new(
            "ej påbörjat, pågår, löpande, klart, pausat, avbrutet eller ersatt",
            "not started, in progress, continuous, done, paused, cancelled or replaced",
        );
        let state = self.parsed(row, ("lage", expected), Implementation::parse).unwrap_or(Implementation::Unknown);
        let words = Message::new(
            "uppnått, enligt plan, efter plan, långt efter, fel riktning, ej uppnått eller ej bedömt: ORSAK",
            "met, on track, behind, far behind, wrong direction, not met or not assessed: REASON",
        );
        let assessment = self.parsed(row, ("bedomning", words.clone()), Fulfilment::parse);
        let forecast = self.parsed(row, ("prognos", words), Fulfilment::parse);
        let date = self.date(row);
        Some(FollowUp {
            path: self.source.path.clone(),
            span: row.span,
            subject: subject?,
            period: period?,
            body: self.text(row, "organ"),
            state,
            assessment,
            forecast,
            text: self.text(row, "text").map(|text| text.value).unwrap_or_default(),
            evidence: self.text(row, "underlag").map(|text| text.value),
            date,
            role: self.text(row, "ansvarig").map(|text| text.value),
            reason: self.text(row, "skal"),
        })
    }

    fn section(&mut self, row: &Row) -> Option<ReportSection> {
        let (body, section) = (self.required(row, "organ"), self.required(row, "avsnitt"));
        let period = self.period(row);
        let date = self.date(row);
        Some(ReportSection {
            path: self.source.path.clone(),
            span: row.span,
            body: body?,
            period: period?,
            section: section?,
            text: self.text(row, "text").map(|text| text.value).unwrap_or_default(),
            evidence: self.text(row, "underlag").map(|text| text.value),
            date,
            role: self.text(row, "ansvarig").map(|text| text.value),
        })
    }

    fn date(&mut self, row: &Row) -> Option<Date> {
        self.parsed(row, ("datum", Message::new("ett datum, som 2009-05-14", "a date, such as 2009-05-14")), |text| text.parse().ok())
    }
}

/// `Some(None)` for both together.
fn parse_sex(text: &str) -> Option<Option<Sex>> {
    match text.to_lowercase().as_str() {
        "kvinnor" | "kvinna" | "k" | "women" | "female" | "f" => Some(Some(Sex::Women)),
        "män" | "man" | "m" | "men" | "male" => Some(Some(Sex::Men)),
        other => is_total(other).then_some(None),
    }
}

fn is_total(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "totalt" | "total" | "alla" | "all" | "t")
}

/// A number as Swedish Excel writes it; `Some(None)` for the signs that mean "missing".
fn parse_number(text: &str) -> Option<Option<f64>> {
    if matches!(text, ".." | "." | "-" | "–") {
        return Some(None);
    }
    let bare = text.trim_end_matches(":-").trim_end_matches("kr").trim_end_matches('%');
    let bare: String = bare.chars().filter(|c| !matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')).collect();
    let plain = bare.strip_prefix(['-', '−', '+']).unwrap_or(&bare);
    if plain.is_empty() || !plain.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) || plain.matches([',', '.']).count() > 1 {
        return None;
    }
    bare.replace('−', "-").replace(',', ".").parse().ok().map(Some)
}

/// Reports two values for the same key, naming both places.
pub fn conflict(first: &Observation, second: &Observation) -> Diagnostic {
    let message = Message::new(
        format!("två olika värden för `{}` {}", second.indicator.value, second.period),
        format!("two different values for `{}` {}", second.indicator.value, second.period),
    );
    let label = Label::new(&first.path, first.span).saying(Message::new("det första värdet", "the first value"));
    let help = Message::new(
        "ta bort den ena raden, eller skilj dem åt med område eller organ",
        "remove one of the rows, or tell them apart by area or body",
    );
    Diagnostic::new(Code::Conflict, message).at(&second.path, second.span).and(label).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_swedish_excel_writes_them() {
        let cases = [
            ("41", Some(Some(41.0))),
            ("59,7", Some(Some(59.7))),
            ("1 234,5", Some(Some(1234.5))),
            ("1\u{A0}000 kr", Some(Some(1000.0))),
            ("62 %", Some(Some(62.0))),
            ("150:-", Some(Some(150.0))),
            ("-3", Some(Some(-3.0))),
            ("..", Some(None)),
            ("fyra", None),
            ("1,2,3", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_number(text), expected, "{text:?}");
        }
    }
}
