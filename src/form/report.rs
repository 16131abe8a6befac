//! The sheet of a whole report: a row for each section that the programme asks for.

use super::words::shortened;
use super::{Asked, Column, Purpose, SheetCell, SheetTable};
use crate::document::data::ReportSection;

/// How much of the last report is shown.
const LAST: usize = 200;

pub(super) fn table(asked: Asked<'_>) -> Option<SheetTable> {
    let site = &asked.reader.snapshot.site;
    let rule = site.programme.facts(&site.pages)?.report.as_ref()?;
    let came = site.programme.sections.get(&(asked.body, asked.period)).map(Vec::as_slice).unwrap_or_default();
    let due = asked.reports().next().map(|report| report.due);
    if due.is_none() && came.is_empty() {
        return None;
    }
    let config = &asked.reader.snapshot.config;
    let mut rows = Vec::new();
    for section in &rule.sections {
        let id = &section.id.value;
        let known = came.iter().find(|row| row.section.value == *id);
        let mut row = vec![
            SheetCell::text(id.as_str()),
            SheetCell::text(section.title.get(config, asked.reader.language).0),
            due.map_or(SheetCell::Blank, SheetCell::Date),
            SheetCell::maybe(previous(asked, id)),
            SheetCell::text(asked.period.to_string()),
            SheetCell::text(known.map_or_else(|| asked.id(asked.body), |row| row.body.value.clone())),
        ];
        row.extend(known.map_or_else(|| vec![SheetCell::Blank; 4], entered));
        rows.push(row);
    }
    Some(SheetTable { name: "Rapport", columns: columns(), pinned: 2, room: 8, rows })
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Avsnitt", 14, Purpose::Key, "Avsnittets id."),
        Column::new("Rubrik", 28, Purpose::Context, "Vad avsnittet ska handla om."),
        Column::new("Senast", 13, Purpose::Context, "Sista dagen att lämna rapporten."),
        Column::new("Föregående", 34, Purpose::Context, "Vad ni skrev förra gången."),
        Column::new("Period", 10, Purpose::Key, "Den tid som rapporten gäller."),
        Column::new("Organ", 9, Purpose::Key, "Den som lämnar rapporten."),
        Column::new("Text", 64, Purpose::Text, "Avsnittets text, i korta stycken."),
        Column::new("Underlag", 22, Purpose::Text, "Var det står, till exempel årsredovisningen eller ett diarienummer."),
        Column::new("Datum", 13, Purpose::Date, "Dagen då avsnittet lämnas. Skriv som 2010-03-31."),
        Column::new("Ansvarig", 20, Purpose::Text, "Rollen för den som svarar för uppgiften, inte ett namn."),
    ]
}

fn entered(row: &ReportSection) -> Vec<SheetCell> {
    vec![
        SheetCell::text(row.text.as_str()),
        SheetCell::maybe(row.evidence.as_deref()),
        SheetCell::date(row.date),
        SheetCell::maybe(row.role.as_deref()),
    ]
}

/// The same section of the last report before the period.
fn previous(asked: Asked<'_>, section: &str) -> Option<String> {
    let all = asked.reader.snapshot.site.programme.sections.iter();
    let earlier = all.filter(|((body, period), _)| *body == asked.body && *period < asked.period);
    let found = earlier.filter_map(|((_, period), rows)| Some((period, rows.iter().find(|row| row.section.value == section)?)));
    let (period, row) = found.max_by_key(|(period, _)| **period)?;
    Some(format!("{}\n{}", asked.in_words(*period), shortened(&row.text, LAST)))
}
