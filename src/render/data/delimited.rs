//! CSV twice: for people, as Swedish Excel opens it with a double click (byte order mark, semicolon, decimal comma), and
//! for machines, by RFC 4180 (comma, decimal point, no byte order mark).

use crate::dataset::{Audience, Cell, Table};
use crate::site::data::Format;

/// For people. What they download can be put back into `content/data`.
pub(super) fn excel(table: &Table) -> String {
    format!("\u{FEFF}{}", write(table, Format::Excel))
}

/// For machines: RFC 4180 with a head.
pub(super) fn rfc4180(table: &Table) -> String {
    write(table, Format::Csv)
}

fn write(table: &Table, format: Format) -> String {
    let audience = if format == Format::Excel { Audience::All } else { Audience::Machines };
    let columns: Vec<(usize, &str)> = table.columns(audience).map(|(at, field)| (at, field.name.as_str())).collect();
    let head = columns.iter().map(|(_, name)| (*name).to_owned()).collect();
    let row = |row: &Vec<Cell>| columns.iter().map(|(at, _)| cell(row.get(*at).unwrap_or(&Cell::Empty), audience)).collect();
    lines([head].into_iter().chain(table.rows.iter().map(row)), format)
}

fn cell(cell: &Cell, audience: Audience) -> String {
    let people = audience == Audience::All;
    match cell {
        // Two points is how Swedish statistics say that a figure is missing.
        Cell::Missing if people => "..".to_owned(),
        Cell::Empty | Cell::Missing => String::new(),
        Cell::Text(text) if people && is_formula(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) if people => number.to_string().replace('.', ","),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Period(period) => period.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}

/// Whether a spreadsheet would run a text as a formula (OWASP, CSV injection). Lists that begin with a hyphen are
/// common in reports and harmless without a call or a pipe.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '@', '\t', '\r']) || (text.starts_with(['+', '-']) && text.contains(['(', '|']))
}

/// Lines as RFC 4180 has them, whatever stands between cells.
fn lines(rows: impl Iterator<Item = Vec<String>>, format: Format) -> String {
    let separator = format.separator().unwrap_or(b',');
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Rows have a cell for each column, and memory takes all that is written: neither can fail.
    rows.for_each(|row| writer.write_record(row).expect("rows are equally long"));
    let bytes = writer.into_inner().expect("memory takes all that is written");
    String::from_utf8(bytes).expect("cells and separators are text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_cells_for_people_and_machines() {
        let cases = [
            (Cell::Number(58.5), "58,5", "58.5"),
            (Cell::Number(-3.0), "-3", "-3"),
            (Cell::Missing, "..", ""),
            (Cell::Empty, "", ""),
            (Cell::Flag(true), "true", "true"),
            (Cell::Text("=1+1".to_owned()), "'=1+1", "=1+1"),
            (Cell::Text("- en punkt".to_owned()), "- en punkt", "- en punkt"),
            (Cell::Text("-cmd|x".to_owned()), "'-cmd|x", "-cmd|x"),
        ];
        for (value, excel, rfc) in cases {
            assert_eq!((cell(&value, Audience::All).as_str(), cell(&value, Audience::Machines).as_str()), (excel, rfc), "{value:?}");
        }
        let row = || ["a,b", "c;d", "e\"f", "g\nh"].map(str::to_owned).to_vec();
        assert_eq!(lines([row()].into_iter(), Format::Csv), "\"a,b\",c;d,\"e\"\"f\",\"g\nh\"\r\n");
        assert_eq!(lines([row()].into_iter(), Format::Excel), "a,b;\"c;d\";\"e\"\"f\";\"g\nh\"\r\n");
    }
}
