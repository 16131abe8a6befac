//! CSV twice: for people, as Swedish Excel opens it with a double click (byte order mark, semicolon, decimal comma), and
//! for machines, by RFC 4180 (comma, decimal point, no byte order mark).

use crate::dataset::{Audience, Cell, Table};

/// For people. What they download can be put back into `content/data`.
pub(super) fn excel(table: &Table) -> String {
    let mut text = "\u{FEFF}".to_owned();
    write(table, Dialect { audience: Audience::All, separator: ';' }, &mut text);
    text
}

/// For machines: RFC 4180 with a head.
pub(super) fn rfc4180(table: &Table) -> String {
    let mut text = String::new();
    write(table, Dialect { audience: Audience::Machines, separator: ',' }, &mut text);
    text
}

/// Who reads a file.
#[derive(Clone, Copy)]
struct Dialect {
    audience: Audience,
    separator: char,
}

fn write(table: &Table, dialect: Dialect, text: &mut String) {
    let columns: Vec<(usize, &str)> = table.columns(dialect.audience).map(|(at, field)| (at, field.name.as_str())).collect();
    line(columns.iter().map(|(_, name)| (*name).to_owned()), dialect, text);
    for row in &table.rows {
        line(columns.iter().map(|(at, _)| cell(row.get(*at).unwrap_or(&Cell::Empty), dialect)), dialect, text);
    }
}

fn cell(cell: &Cell, dialect: Dialect) -> String {
    let people = dialect.audience == Audience::All;
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

/// RFC 4180, 2.5–2.7: cells with separators, quotes or line ends in them are quoted, quotes are doubled.
fn line(cells: impl Iterator<Item = String>, dialect: Dialect, text: &mut String) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(dialect.separator);
        }
        if cell.contains([dialect.separator, '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_cells_for_people_and_machines() {
        let people = Dialect { audience: Audience::All, separator: ';' };
        let machines = Dialect { audience: Audience::Machines, separator: ',' };
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
            assert_eq!((cell(&value, people).as_str(), cell(&value, machines).as_str()), (excel, rfc), "{value:?}");
        }
        let mut text = String::new();
        line(["a,b", "c;d", "e\"f", "g\nh"].into_iter().map(str::to_owned), machines, &mut text);
        assert_eq!(text, "\"a,b\",c;d,\"e\"\"f\",\"g\nh\"\r\n");
    }
}
