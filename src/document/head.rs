//! Heads of tables: which row they are, what their columns mean, what the table is about.

use super::cell::parse_sex;
use super::data::Sex;
use crate::period::Period;
use crate::source::Spanned;
use crate::table::{Cell, Grid, Row, Value};

/// The head may stand below a title and a line or two about the table, but not deep down.
const FIRST_ROWS: usize = 20;

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Values.
    Observations,
    /// Reports of assignments and goals.
    FollowUps,
    /// Sections of whole reports.
    Sections,
}

/// Swedish head, English head.
type Names = [(&'static str, &'static str)];

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

const SECTION: [(&str, &str); 7] = [
    ("organ", "body"),
    ("period", "period"),
    ("avsnitt", "section"),
    ("text", "text"),
    ("underlag", "evidence"),
    ("datum", "date"),
    ("ansvarig", "responsible"),
];

/// Columns that tell the one who fills in a form what a row is about, and that are not read.
const CONTEXT: [(&str, &str); 11] = [
    ("nummer", "number"),
    ("uppdragstext", "assignment_text"),
    ("mal", "target"),
    ("senast", "due"),
    ("foregaende", "previous"),
    ("foregaende_lage", "previous_state"),
    ("foregaende_varde", "previous_value"),
    ("indikatornamn", "indicator_name"),
    ("omradesnamn", "area_name"),
    ("enhet", "unit"),
    ("rubrik", "heading"),
];

impl Shape {
    /// The columns that such a table can have.
    pub(super) fn columns(self) -> &'static Names {
        match self {
            Self::Observations => &OBSERVATION,
            Self::FollowUps => &FOLLOW_UP,
            Self::Sections => &SECTION,
        }
    }

    /// The columns that it must have.
    pub(super) fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Observations => &["indikator", "period", "varde"],
            Self::FollowUps => &["uppdrag", "period"],
            Self::Sections => &["organ", "period", "avsnitt"],
        }
    }
}

/// What a column of values says of all of them, in a table that has several.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WideColumn {
    /// When.
    Period(Period),
    /// Of whom; `None` for all.
    Sex(Option<Sex>),
    /// Where, by id.
    Area(Spanned<String>),
    /// What, by id.
    Indicator(Spanned<String>),
}

impl WideColumn {
    /// The column that it stands for.
    pub(super) fn column(&self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Sex(_) => "kon",
            Self::Area(_) => "omrade",
            Self::Indicator(_) => "indikator",
        }
    }

    fn of(cell: &Cell) -> Option<Self> {
        if matches!(cell.value, Value::Date(_)) {
            return None;
        }
        let text = cell.text();
        if let Some((head, id)) = text.split_once(':') {
            let id = Spanned::new(id.trim().to_owned(), cell.span);
            return match fold(head).as_str() {
                "omrade" | "area" => Some(Self::Area(id)),
                "indikator" | "indicator" => Some(Self::Indicator(id)),
                _ => None,
            };
        }
        if let Some(period) = Period::parse(text) {
            return Some(Self::Period(period));
        }
        // A single letter is too little to tell a head.
        (text.len() > 1).then(|| parse_sex(text)).flatten().map(Self::Sex)
    }
}

/// What a column means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    /// One of those that its table can have, by its Swedish head.
    Known(&'static str),
    /// Values, of what the head says.
    Values(WideColumn),
    /// There for people to read.
    Context,
    /// Nothing that is known.
    Unknown,
}

/// A head.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// Which of the table's rows it is.
    pub index: usize,
    /// What the table is about.
    pub shape: Shape,
    /// What each column means.
    pub columns: Vec<Column>,
}

impl Head {
    /// The first row that is one; `None` if there is none.
    pub(super) fn find(grid: &Grid) -> Option<Self> {
        let rows = grid.rows.iter().take(FIRST_ROWS).enumerate();
        rows.filter_map(|(index, row)| Self::complete(row, index)).next()
    }

    /// Reads a row as a head although it lacks columns, so that it can be said which.
    pub(super) fn guess(row: &Row, index: usize) -> Self {
        let has = |sv: &str, en: &str| row.cells.iter().any(|cell| [sv, en].contains(&fold(&cell.shown).as_str()));
        let shape = match (has("uppdrag", "assignment"), has("avsnitt", "section")) {
            (true, _) => Shape::FollowUps,
            (_, true) => Shape::Sections,
            _ => Shape::Observations,
        };
        Self { index, shape, columns: row.cells.iter().map(|cell| known(cell, shape.columns())).collect() }
    }

    /// The columns that must be there and are not.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let spread = self.spread();
        let there = |column: &str| self.columns.iter().any(|own| *own == Column::Known(known_name(column)));
        let given = |column: &str| there(column) || spread == Some(column) || (column == "varde" && spread.is_some());
        self.shape.needed().iter().copied().filter(|column| !given(column)).collect()
    }

    /// The column that the heads of a table with several columns of values stand for.
    pub(super) fn spread(&self) -> Option<&'static str> {
        self.columns.iter().find_map(|column| match column {
            Column::Values(spread) => Some(spread.column()),
            _ => None,
        })
    }

    fn complete(row: &Row, index: usize) -> Option<Self> {
        let plain = Self::guess(row, index);
        if plain.missing().is_empty() {
            return Some(plain);
        }
        if plain.shape != Shape::Observations || plain.columns.contains(&Column::Known("varde")) {
            return None;
        }
        let wide = plain.columns.into_iter().zip(&row.cells).map(|(column, cell)| match WideColumn::of(cell) {
            Some(spread) if column == Column::Unknown => Column::Values(spread),
            // One numerator cannot belong to several values.
            _ if matches!(column, Column::Known("taljare" | "namnare")) => Column::Unknown,
            _ => column,
        });
        let wide = Self { columns: wide.collect(), ..plain };
        let one_kind = wide.columns.iter().all(|column| match column {
            Column::Values(spread) => Some(spread.column()) == wide.spread(),
            Column::Known(name) => Some(*name) != wide.spread(),
            _ => true,
        });
        (wide.spread().is_some() && one_kind && wide.missing().is_empty()).then_some(wide)
    }
}

fn known(cell: &Cell, names: &Names) -> Column {
    let name = fold(&cell.shown);
    let find = |names: &Names| names.iter().find(|(sv, en)| name == *sv || name == *en).map(|(sv, _)| *sv);
    if let Some(column) = find(names) {
        return Column::Known(column);
    }
    if name.is_empty() || name.starts_with('#') || find(&CONTEXT).is_some() { Column::Context } else { Column::Unknown }
}

/// The constant for a name of a column, so that it can be compared.
fn known_name(name: &str) -> &'static str {
    let all = OBSERVATION.iter().chain(&FOLLOW_UP).chain(&SECTION);
    all.map(|(sv, _)| *sv).find(|sv| *sv == name).unwrap_or_default()
}

/// A head without case, marks over letters and spaces, as people write it in different ways.
pub(super) fn fold(head: &str) -> String {
    head.trim().to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn head(cells: &[&str]) -> Option<(Shape, Option<&'static str>)> {
        let cells = cells.iter().enumerate().map(|(at, text)| Cell::of_text(text, Span::default(), at + 1)).collect();
        let row = Row { number: 1, span: Span::default(), cells };
        let title = Row { number: 1, span: Span::default(), cells: Vec::new() };
        let grid = Grid { rows: vec![title, row], ..Grid::default() };
        Head::find(&grid).map(|head| (head.shape, head.spread()))
    }

    #[test]
    fn recognises_heads_in_both_languages() {
        type Found = Option<(Shape, Option<&'static str>)>;
        let cases: [(&[&str], Found); 13] = [
            (&["Indikator", "Period", "Värde"], Some((Shape::Observations, None))),
            (&["indicator", "period", "area", "value"], Some((Shape::Observations, None))),
            (&["uppdrag", "period", "läge", "Uppdragstext"], Some((Shape::FollowUps, None))),
            (&["organ", "period", "avsnitt"], Some((Shape::Sections, None))),
            (&["indikator", "2008", "2009-T1"], Some((Shape::Observations, Some("period")))),
            (&["indikator", "period", "Kvinnor", "Män", "Totalt"], Some((Shape::Observations, Some("kon")))),
            (&["indikator", "period", "område: centrum"], Some((Shape::Observations, Some("omrade")))),
            (&["period", "indikator: sfi"], Some((Shape::Observations, Some("indikator")))),
            (&["indikator", "2008", "Kvinnor"], None),
            (&["indikator", "kon", "period", "Kvinnor"], None),
            (&["indikator", "period"], None),
            (&["2008", "2009"], None),
            (&["Uppföljning av programmet"], None),
        ];
        for (cells, expected) in cases {
            assert_eq!(head(cells), expected, "{cells:?}");
        }
    }
}
