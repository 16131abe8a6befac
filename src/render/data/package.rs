//! datapackage.json: what all tables hold, column by column (Data Package 2.0, Table Schema 2.0).

use super::json::Json;
use crate::config::LanguageId;
use crate::dataset::{Audience, Field, Kind, PERIOD_PATTERN, Table, absolute, tables, with_notice, words};
use crate::site::data::{DataFile, Format};
use crate::snapshot::Snapshot;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/";

/// The package, in the source language: the standard has one language a package.
pub(super) fn package(snapshot: &Snapshot) -> String {
    let (config, site) = (&snapshot.config, &snapshot.site);
    let tables = tables(snapshot);
    let url = absolute(snapshot, &DataFile::Package.url(&site.pages));
    let title = config.title.get(config, LanguageId::SOURCE).0;
    let organisation = config.organisation.get(config, LanguageId::SOURCE).0;
    let home = site.pages.find("index").map_or("/", |start| site.routes.page(start, LanguageId::SOURCE));
    let name: String = config.origin.split("//").last().unwrap_or_default().to_lowercase();
    let mut package = vec![
        ("$schema", Json::text(format!("{PROFILE}datapackage.json"))),
        ("name", Json::text(name.replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-"))),
        ("id", Json::text(url)),
        ("title", Json::text(title)),
        ("description", Json::text(with_notice(snapshot, LanguageId::SOURCE, words(snapshot, LanguageId::SOURCE, "open-data-summary")))),
        ("homepage", Json::text(absolute(snapshot, home))),
    ];
    if let Some(licence) = config.data.licence {
        let licence = [("name", Json::text(licence.id())), ("path", Json::text(licence.iri())), ("title", Json::text(licence.name()))];
        package.push(("licenses", Json::List(vec![Json::object(licence)])));
    }
    if let Some(page) = site.programme.page {
        let path = absolute(snapshot, site.routes.page(page, LanguageId::SOURCE));
        let source = [("title", Json::text(&site.pages.get(page).source().title.value)), ("path", Json::text(path))];
        package.push(("sources", Json::List(vec![Json::object(source)])));
    }
    let publisher = [("title", Json::text(organisation)), ("roles", Json::texts(["publisher"]))];
    package.push(("contributors", Json::List(vec![Json::object(publisher)])));
    let resources = tables.iter().flat_map(|table| [Format::Csv, Format::Excel].map(|format| resource(snapshot, table, format, &tables)));
    package.push(("resources", Json::List(resources.collect())));
    Json::object(package).document()
}

fn resource(snapshot: &Snapshot, table: &Table, format: Format, tables: &[Table]) -> Json {
    let name = table.name(snapshot);
    let people = format == Format::Excel;
    let suffix = if people { ".excel" } else { "" };
    let url = DataFile::Table(table.id, format).url(&snapshot.site.pages);
    let title = table.title(snapshot, LanguageId::SOURCE).0;
    let dialect = [
        ("$schema", Json::text(format!("{PROFILE}tabledialect.json"))),
        ("delimiter", Json::text(format.separator().map(|sign| char::from(sign).to_string()).unwrap_or_default())),
        ("lineTerminator", Json::text("\r\n")),
        ("header", Json::Flag(true)),
    ];
    Json::object([
        ("name", Json::text(format!("{name}{suffix}"))),
        ("type", Json::text("table")),
        ("title", Json::text(format!("{title} ({})", words(snapshot, LanguageId::SOURCE, format.label())))),
        ("description", Json::text(table.description(snapshot, LanguageId::SOURCE))),
        ("path", Json::text(url.trim_start_matches("/data/"))),
        ("format", Json::text("csv")),
        ("mediatype", Json::text(format.media_type())),
        ("encoding", Json::text("utf-8")),
        ("dialect", Json::object(dialect)),
        ("schema", schema(snapshot, table, people, tables)),
    ])
}

/// `fieldsMatch` is left at its default, `exact`: the standard's words want a text there, its own JSON Schema a list.
fn schema(snapshot: &Snapshot, table: &Table, people: bool, tables: &[Table]) -> Json {
    let audience = if people { Audience::All } else { Audience::Machines };
    let missing = |value: &str, id: &str| {
        Json::object([("value", Json::text(value)), ("label", Json::text(words(snapshot, LanguageId::SOURCE, id)))])
    };
    let mut missing_values = vec![missing("", "data-empty")];
    missing_values.extend(people.then(|| missing("..", "missing-value")));
    let mut schema = vec![
        ("$schema", Json::text(format!("{PROFILE}tableschema.json"))),
        ("fields", Json::List(table.columns(audience).map(|(_, column)| field(snapshot, column, people)).collect())),
        ("missingValues", Json::List(missing_values)),
    ];
    if !table.primary_key.is_empty() {
        schema.push(("primaryKey", Json::texts(table.primary_key.iter().copied())));
    }
    // A table without rows has no file to refer to.
    let known = table.foreign_keys.iter().filter_map(|key| Some((key, tables.iter().find(|table| table.id == key.table)?)));
    let keys: Vec<Json> = known
        .map(|(key, other)| {
            let reference = [("resource", Json::text(other.name(snapshot))), ("fields", Json::texts(["id"]))];
            Json::object([("fields", Json::texts([key.field])), ("reference", Json::object(reference))])
        })
        .collect();
    if !keys.is_empty() {
        schema.push(("foreignKeys", Json::List(keys)));
    }
    Json::object(schema)
}

fn field(snapshot: &Snapshot, field: &Field, people: bool) -> Json {
    let mut constraints = vec![("required", Json::Flag(field.required))];
    let mut own = Vec::new();
    let kind = match &field.kind {
        Kind::Text | Kind::Choice(_) | Kind::Period | Kind::Address => "string",
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Flag => "boolean",
    };
    match &field.kind {
        Kind::Number if people => own.push(("decimalChar", Json::text(","))),
        // No data type knows quarters, tertials and terms (frictionlessdata/datapackage#562).
        Kind::Period => constraints.push(("pattern", Json::text(PERIOD_PATTERN))),
        Kind::Address => own.push(("format", Json::text("uri"))),
        Kind::Choice(codes) => {
            let category = |(code, title): &(String, crate::dataset::Title)| {
                Json::object([("value", Json::text(code)), ("label", Json::text(title.text(snapshot, LanguageId::SOURCE)))])
            };
            own.push(("categories", Json::List(codes.iter().map(category).collect())));
            // Readers that do not know categories yet know this.
            constraints.push(("enum", Json::texts(codes.iter().map(|(code, _)| code.as_str()))));
        }
        _ => {}
    }
    let mut pairs = vec![
        ("name", Json::text(&field.name)),
        ("type", Json::text(kind)),
        ("title", Json::text(field.title.text(snapshot, LanguageId::SOURCE))),
    ];
    pairs.extend(own);
    pairs.push(("constraints", Json::object(constraints)));
    Json::object(pairs)
}
