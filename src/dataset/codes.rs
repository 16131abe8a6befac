//! What codes in the other tables stand for: bodies, places, indicators.

use super::{Cell, Field, Kind, TOTAL, Table, address, choices, id_of, title_fields, titles, words};
use crate::config::LanguageId;
use crate::document::facts::{Desired, Facts, IndicatorForm};
use crate::site::PageId;
use crate::site::data::TableId;
use crate::site::programme::facts_of;
use crate::snapshot::Snapshot;

/// The bodies, and "all together".
pub(super) fn bodies(snapshot: &Snapshot) -> Table {
    let number = |facts: &Facts| facts.as_body().and_then(|facts| facts.number.clone());
    list(snapshot, TableId::Bodies, &snapshot.site.programme.bodies, number)
}

/// The places, and "all together".
pub(super) fn areas(snapshot: &Snapshot) -> Table {
    let number = |facts: &Facts| facts.as_area().and_then(|facts| facts.number.clone());
    list(snapshot, TableId::Areas, &snapshot.site.programme.areas, number)
}

fn list(snapshot: &Snapshot, id: TableId, pages: &[PageId], number: impl Fn(&Facts) -> Option<String>) -> Table {
    let mut fields = vec![Field::text("id", "column-id").required(), Field::text("nummer", "column-number")];
    fields.extend(title_fields(snapshot));
    fields.push(Field::new("adress", "column-address", Kind::Address));
    let row = |page: &PageId| {
        let number = facts_of(&snapshot.site.pages, *page).and_then(&number);
        let mut cells = vec![Cell::Text(id_of(snapshot, *page).to_owned()), Cell::text(number.as_deref())];
        cells.extend(titles(snapshot, *page));
        cells.push(address(snapshot, *page));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = pages.iter().map(row).collect();
    // Values that are of no part refer to the whole.
    if !snapshot.site.programme.observations.is_empty() {
        let total = |language: LanguageId| Cell::Text(words(snapshot, language, "chart-series-total"));
        let mut cells = vec![Cell::Text(TOTAL.to_owned()), Cell::Empty];
        cells.extend(snapshot.config.language_ids().map(total));
        cells.push(Cell::Empty);
        rows.push(cells);
    }
    Table { id, fields, rows, primary_key: vec!["id"], foreign_keys: Vec::new() }
}

/// The indicators.
pub(super) fn indicators(snapshot: &Snapshot) -> Table {
    let directions = [("up", "direction-up"), ("down", "direction-down")];
    let forms = [
        ("level", "data-indicator-level"),
        ("flow", "data-indicator-flow"),
        ("ratio", "data-indicator-ratio"),
        ("index", "data-indicator-index"),
        ("binary", "data-indicator-binary"),
    ];
    let mut fields = vec![Field::text("id", "column-id").required()];
    fields.extend(title_fields(snapshot));
    fields.extend([
        Field::text("enhet", "column-unit").required(),
        Field::number("decimaler", "column-decimals").required(),
        Field::new("riktning", "fact-direction", choices(&directions)).required(),
        Field::new("typ", "column-kind", choices(&forms)).required(),
        Field::text("malgrupp", "fact-population"),
        Field::text("metod", "fact-method"),
        Field::text("kalla", "fact-source"),
        Field::new("adress", "column-address", Kind::Address).required(),
    ]);
    Table {
        id: TableId::Indicators,
        fields,
        rows: snapshot.site.programme.indicators.iter().filter_map(|page| indicator(snapshot, *page)).collect(),
        primary_key: vec!["id"],
        foreign_keys: Vec::new(),
    }
}

fn indicator(snapshot: &Snapshot, page: PageId) -> Option<Vec<Cell>> {
    let source = snapshot.site.pages.get(page).source();
    let facts = source.facts.as_indicator()?;
    let form = match facts.form {
        IndicatorForm::Level => "level",
        IndicatorForm::Flow => "flow",
        IndicatorForm::Ratio => "ratio",
        IndicatorForm::Index => "index",
        IndicatorForm::Binary => "binary",
    };
    let mut cells = vec![Cell::Text(facts.id.value.clone())];
    cells.extend(titles(snapshot, page));
    cells.extend([
        Cell::Text(facts.unit.value.clone()),
        Cell::Number(f64::from(u32::try_from(facts.decimals).unwrap_or(u32::MAX))),
        Cell::Text(if facts.direction == Desired::Up { "up" } else { "down" }.to_owned()),
        Cell::Text(form.to_owned()),
        Cell::text(source.prose.population.as_deref()),
        Cell::text(source.prose.method.as_deref()),
        Cell::text(source.prose.source.as_deref()),
        address(snapshot, page),
    ]);
    Some(cells)
}
