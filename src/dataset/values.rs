//! Values of indicators, in the form that they are read in.

use super::{Cell, Field, ForeignKey, Kind, TOTAL, Table, choices, id_of, id_or_total};
use crate::document::data::{Finality, Sex};
use crate::site::PageId;
use crate::site::data::TableId;
use crate::site::programme::Measured;
use crate::snapshot::Snapshot;

/// The values of all indicators.
pub(super) fn all(snapshot: &Snapshot) -> Table {
    let indicators = snapshot.site.programme.indicators.iter();
    Table { rows: indicators.flat_map(|page| rows(snapshot, *page)).collect(), ..empty(TableId::Observations) }
}

/// The values of one indicator.
pub(super) fn indicator(snapshot: &Snapshot, page: PageId) -> Table {
    Table { rows: rows(snapshot, page), ..empty(TableId::Indicator(page)) }
}

fn empty(id: TableId) -> Table {
    let sexes = [(sex_code(Some(Sex::Women)), "sex-women"), (sex_code(Some(Sex::Men)), "sex-men"), (TOTAL, "chart-series-total")];
    let mut fields = vec![Field::text("indikator", "column-indicator").required()];
    fields.extend(Field::period());
    fields.extend([
        Field::text("omrade", "area-column").required(),
        Field::text("organ", "column-body").required(),
        Field::new("kon", "column-sex", choices(&sexes)).required(),
        Field::number("varde", "chart-value"),
        Field::number("taljare", "column-numerator"),
        Field::number("namnare", "column-denominator"),
        Field::new("status", "column-finality", finalities()).required(),
        Field::text("kalla", "fact-source"),
        Field::text("kommentar", "column-note"),
    ]);
    let key = |field, table| ForeignKey { field, table };
    Table {
        id,
        fields,
        rows: Vec::new(),
        primary_key: vec!["indikator", "period", "omrade", "organ", "kon"],
        foreign_keys: vec![key("indikator", TableId::Indicators), key("omrade", TableId::Areas), key("organ", TableId::Bodies)],
    }
}

fn rows(snapshot: &Snapshot, page: PageId) -> Vec<Vec<Cell>> {
    let measured = snapshot.site.programme.observations.get(&page).into_iter().flatten();
    measured.map(|measured| row(snapshot, page, measured)).collect()
}

fn row(snapshot: &Snapshot, page: PageId, measured: &Measured) -> Vec<Cell> {
    let row = &measured.row;
    // What is withheld to protect persons is in no file, whoever wrote it into the source.
    let shown = row.finality != Finality::Confidential;
    let parts = row.parts.filter(|_| shown);
    let mut cells = vec![Cell::Text(id_of(snapshot, page).to_owned())];
    cells.extend(Cell::period(row.period));
    cells.extend([
        id_or_total(snapshot, measured.area),
        id_or_total(snapshot, measured.body),
        Cell::Text(sex_code(measured.sex).to_owned()),
        match row.value.filter(|value| shown && value.is_finite()) {
            Some(value) => Cell::Number(value),
            None if shown => Cell::Missing,
            None => Cell::Empty,
        },
        Cell::number(parts.map(|(numerator, _)| numerator)),
        Cell::number(parts.map(|(_, denominator)| denominator)),
        Cell::Text(finality_code(row.finality).to_owned()),
        Cell::text(row.source.as_deref()),
        Cell::text(row.note.as_deref()),
    ]);
    cells
}

/// The words that the reader of data files knows.
fn sex_code(sex: Option<Sex>) -> &'static str {
    match sex {
        Some(Sex::Women) => "kvinnor",
        Some(Sex::Men) => "man",
        None => TOTAL,
    }
}

fn finality_code(finality: Finality) -> &'static str {
    match finality {
        Finality::Final => "slutlig",
        Finality::Preliminary => "preliminar",
        Finality::Revised => "reviderad",
        Finality::Missing => "saknas",
        Finality::Confidential => "sekretess",
    }
}

fn finalities() -> Kind {
    choices(&[
        (finality_code(Finality::Final), "data-final"),
        (finality_code(Finality::Preliminary), "data-preliminary"),
        (finality_code(Finality::Revised), "data-revised"),
        (finality_code(Finality::Missing), "missing-value"),
        (finality_code(Finality::Confidential), "data-confidential"),
    ])
}
