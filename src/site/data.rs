//! The files of open data: which tables there are, in which formats, and where each stands. Addresses are the same in
//! all languages and never change: others link to them.

use super::{PageId, Pages, Programme, Progress};
use crate::config::Config;

/// A table of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// The values of all indicators.
    Observations,
    /// What has been reported.
    FollowUps,
    /// Assignments and how they go.
    Assignments,
    /// Goals and how they go.
    Goals,
    /// Targets and what they were judged by.
    Targets,
    /// Which follow-ups are owed and which have come.
    Duties,
    /// What stands in the reports of bodies.
    Sections,
    /// Bodies.
    Bodies,
    /// Places.
    Areas,
    /// Indicators.
    Indicators,
    /// The values of one indicator.
    Indicator(PageId),
}

impl TableId {
    /// The tables that have rows: those of the whole programme, then one for each indicator with values.
    pub fn all(pages: &Pages, programme: &Programme, progress: &Progress) -> Vec<Self> {
        let values = !programme.observations.is_empty();
        let has_targets = progress.subjects.values().any(|subject| !subject.targets.is_empty());
        let tables = [
            (Self::Observations, values),
            (Self::FollowUps, !programme.follow_ups.is_empty()),
            (Self::Assignments, !programme.assignments.is_empty()),
            (Self::Goals, !programme.goals.is_empty()),
            (Self::Targets, has_targets),
            (Self::Duties, !progress.duties.is_empty()),
            (Self::Sections, !programme.sections.is_empty()),
            (Self::Bodies, !programme.bodies.is_empty()),
            // Values refer to places by their code, and the total has a code as well.
            (Self::Areas, !programme.areas.is_empty() || values),
            (Self::Indicators, !programme.indicators.is_empty()),
        ];
        let indicators = programme.indicators.iter().filter(|page| programme.observations.contains_key(page));
        let named = indicators.filter(|page| pages.get(**page).source().facts.id().is_some());
        tables.into_iter().filter_map(|(table, there)| there.then_some(table)).chain(named.map(|page| Self::Indicator(*page))).collect()
    }

    /// Its name in addresses: Swedish, whatever the site's languages.
    pub fn name(self, pages: &Pages) -> &str {
        match self {
            Self::Observations => "observationer",
            Self::FollowUps => "uppfoljning",
            Self::Assignments => "uppdrag",
            Self::Goals => "mal",
            Self::Targets => "malniva",
            Self::Duties => "rapportering",
            Self::Sections => "rapporter",
            Self::Bodies => "organ",
            Self::Areas => "omraden",
            Self::Indicators => "indikatorer",
            Self::Indicator(page) => pages.get(page).source().facts.id().map_or("", |id| id.value.as_str()),
        }
    }
}

/// The formats that tables are given in. What is known of a format stands here; the compiler names its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// CSV that Swedish Excel opens with a double click.
    Excel,
    /// CSV by RFC 4180.
    Csv,
    /// JSON (RFC 8259).
    Json,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Excel, Self::Csv, Self::Json];

    /// What tells it apart in the catalogue: `uppdrag-excel`. It never changes, since portals keep it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Excel => "excel",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The message that says what it is to people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Excel => "data-format-excel",
            Self::Csv => "data-format-csv",
            Self::Json => "data-format-json",
        }
    }

    /// Its media type (IANA), without parameters.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Excel | Self::Csv => "text/csv",
            Self::Json => "application/json",
        }
    }

    /// What stands between its cells, if it is rows of cells.
    pub fn separator(self) -> Option<u8> {
        match self {
            Self::Excel => Some(b';'),
            Self::Csv => Some(b','),
            Self::Json => None,
        }
    }
}

/// A file of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// A table.
    Table(TableId, Format),
    /// What the columns of a table mean, beside its CSV (W3C, Metadata Vocabulary for Tabular Data).
    Columns(TableId),
    /// What all tables hold (Data Package 2).
    Package,
    /// The catalogue for data portals (DCAT-AP-SE 3.0.1).
    Catalogue,
}

impl DataFile {
    /// Every file that a site has. Without a licence there is no catalogue, which must name one.
    pub fn all(config: &Config, tables: &[TableId]) -> Vec<Self> {
        if tables.is_empty() {
            return Vec::new();
        }
        let of_table = |table: TableId| Format::ALL.map(|format| Self::Table(table, format)).into_iter().chain([Self::Columns(table)]);
        let mut files: Vec<Self> = tables.iter().flat_map(|table| of_table(*table)).collect();
        files.push(Self::Package);
        files.extend(config.data.licence.map(|_| Self::Catalogue));
        files
    }

    /// Where it stands.
    pub fn url(self, pages: &Pages) -> String {
        match self {
            Self::Table(table, Format::Excel) => format!("/data/{}.csv", table.name(pages)),
            Self::Table(table, Format::Csv) => format!("/data/maskin/{}.csv", table.name(pages)),
            Self::Table(table, Format::Json) => format!("/data/{}.json", table.name(pages)),
            // Where readers of CSVW look first (Model for Tabular Data, section 5.3).
            Self::Columns(table) => format!("/data/maskin/{}.csv-metadata.json", table.name(pages)),
            Self::Package => "/data/datapackage.json".to_owned(),
            // Portals harvest `/datasets/dcat`; a static host tells the type by the suffix.
            Self::Catalogue => "/datasets/dcat.rdf".to_owned(),
        }
    }

    /// The table that it is about; of those that are about all, none.
    pub fn table(self) -> Option<TableId> {
        match self {
            Self::Table(table, _) | Self::Columns(table) => Some(table),
            Self::Package | Self::Catalogue => None,
        }
    }
}
