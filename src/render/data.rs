//! Data files: tables as CSV that Swedish Excel opens with a double click (byte order mark, semicolons, decimal comma).

use crate::site::PageId;
use crate::snapshot::Snapshot;

/// An indicator's values, in the form that they are read in.
pub(super) fn indicator(snapshot: &Snapshot, indicator: PageId) -> String {
    let site = &snapshot.site;
    let id_of = |page: Option<PageId>| page.and_then(|page| site.pages.get(page).source().facts.id()).map_or("totalt", |id| &id.value);
    let mut table = Table::new(&["indikator", "period", "omrade", "organ", "varde", "taljare", "namnare", "kalla", "kommentar"]);
    for measured in site.programme.observations.get(&indicator).into_iter().flatten() {
        let row = &measured.row;
        table.row(&[
            &row.indicator.value,
            &row.period.to_string(),
            id_of(measured.area),
            id_of(measured.body),
            &row.value.map_or_else(|| "..".to_owned(), number),
            &row.parts.map_or_else(String::new, |(numerator, _)| number(numerator)),
            &row.parts.map_or_else(String::new, |(_, denominator)| number(denominator)),
            row.source.as_deref().unwrap_or_default(),
            row.note.as_deref().unwrap_or_default(),
        ]);
    }
    table.text
}

/// All follow-ups, by assignment and period.
pub(super) fn follow_ups(snapshot: &Snapshot) -> String {
    let programme = &snapshot.site.programme;
    let mut table = Table::new(&["uppdrag", "period", "organ", "lage", "bedomning", "text", "underlag", "datum", "ansvarig"]);
    let subjects = programme.goals.iter().chain(&programme.assignments);
    for reported in subjects.filter_map(|subject| programme.follow_ups.get(subject)).flatten() {
        let row = &reported.row;
        table.row(&[
            &row.subject.value,
            &row.period.to_string(),
            row.body.as_ref().map_or("", |body| &body.value),
            row.state.key(),
            row.assessment.map_or("", crate::status::Fulfilment::key),
            &row.text,
            row.evidence.as_deref().unwrap_or_default(),
            &row.date.map_or_else(String::new, |date| date.to_string()),
            row.role.as_deref().unwrap_or_default(),
        ]);
    }
    table.text
}

fn number(value: f64) -> String {
    value.to_string().replace('.', ",")
}

struct Table {
    text: String,
}

impl Table {
    fn new(head: &[&str]) -> Self {
        let mut table = Self { text: "\u{FEFF}".to_owned() };
        table.row(head);
        table
    }

    /// Cells with separators, quotes or line ends in them are quoted (RFC 4180). A cell that a spreadsheet would run
    /// as a formula gets an apostrophe before it.
    fn row(&mut self, cells: &[&str]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(';');
            }
            let formula = cell.starts_with(['=', '@', '\t']) || (cell.starts_with(['+', '-']) && cell.contains(['(', '|']));
            let cell = if formula { format!("'{cell}") } else { (*cell).to_owned() };
            if cell.contains([';', '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&cell);
            }
        }
        self.text.push_str("\r\n");
    }
}
