//! Files of open data: each format writes the same tables (see [`crate::dataset`]).

mod csvw;
mod dcat;
mod delimited;
mod json;
mod package;

use crate::dataset::table;
use crate::site::data::{DataFile, Format};
use crate::snapshot::Snapshot;

/// The text of a file.
pub(super) fn file(snapshot: &Snapshot, file: DataFile) -> String {
    match file {
        DataFile::Table(id, Format::Excel) => delimited::excel(&table(snapshot, id)),
        DataFile::Table(id, Format::Csv) => delimited::rfc4180(&table(snapshot, id)),
        DataFile::Table(id, Format::Json) => json::records(&table(snapshot, id)),
        DataFile::Columns(id) => csvw::metadata(snapshot, &table(snapshot, id)),
        DataFile::Package => package::package(snapshot),
        DataFile::Catalogue => dcat::catalogue(snapshot),
    }
}
