//! The description that stands beside a machine-readable CSV file, with titles in every language of the site (W3C,
//! Metadata Vocabulary for Tabular Data, 17 December 2015).

use super::json::Json;
use crate::config::LanguageId;
use crate::dataset::{Audience, Field, Kind, PERIOD_PATTERN, Table, absolute};
use crate::site::data::{DataFile, Format};
use crate::snapshot::Snapshot;

/// The description of one table.
pub(super) fn metadata(snapshot: &Snapshot, table: &Table) -> String {
    let config = &snapshot.config;
    let url = DataFile::Table(table.id, Format::Csv).url(&snapshot.site.pages);
    let (organisation, tag) = config.organisation.get(config, LanguageId::SOURCE);
    let home = absolute(snapshot, "/");
    let publisher = [("schema:name", in_language(organisation, tag)), ("schema:url", iri(&home))];
    let each = |text: &dyn Fn(LanguageId) -> (String, LanguageId)| {
        let texts = config.language_ids().map(text).filter(|(text, _)| !text.is_empty());
        let mut list: Vec<(String, LanguageId)> = Vec::new();
        // A title that is not translated is the source's again.
        texts.for_each(|text| {
            if !list.contains(&text) {
                list.push(text)
            }
        });
        Json::List(list.iter().map(|(text, language)| in_language(text, config.language(*language).locale.tag)).collect())
    };
    let context = Json::List(vec![
        Json::text("http://www.w3.org/ns/csvw"),
        Json::object([("@language", Json::text(config.source_language().locale.tag))]),
    ]);
    let mut pairs = vec![
        ("@context", context),
        ("@type", Json::text("Table")),
        ("url", Json::text(url.rsplit('/').next().unwrap_or_default())),
        ("dc:title", each(&|language| table.title(snapshot, language))),
        ("dc:description", each(&|language| (table.description(snapshot, language), language))),
        ("dc:publisher", Json::object(publisher)),
    ];
    if let Some(licence) = config.data.licence {
        pairs.push(("dc:license", iri(licence.iri())));
    }
    let dialect = [("delimiter", Json::text(",")), ("encoding", Json::text("utf-8")), ("header", Json::Flag(true))];
    pairs.push(("dialect", Json::object(dialect)));
    pairs.push(("tableSchema", schema(snapshot, table)));
    Json::object(pairs).document()
}

fn in_language(text: &str, tag: &str) -> Json {
    Json::object([("@value", Json::text(text)), ("@language", Json::text(tag))])
}

fn iri(iri: &str) -> Json {
    Json::object([("@id", Json::text(iri))])
}

fn schema(snapshot: &Snapshot, table: &Table) -> Json {
    let columns = table.columns(Audience::Machines).map(|(_, field)| column(snapshot, field));
    let mut schema = vec![("columns", Json::List(columns.collect()))];
    if !table.primary_key.is_empty() {
        schema.push(("primaryKey", Json::texts(table.primary_key.iter().copied())));
        let key: Vec<String> = table.primary_key.iter().map(|name| format!("{{{name}}}")).collect();
        // Relative to the table: the row's own address.
        schema.push(("aboutUrl", Json::text(format!("#{}", key.join(".")))));
    }
    Json::object(schema)
}

fn column(snapshot: &Snapshot, field: &Field) -> Json {
    let titles = snapshot.config.language_ids().map(|language| {
        let title = field.title.text(snapshot, language);
        // The head of the file has to be one of the titles (Metadata Vocabulary, 5.4.3: compatible schemas).
        let source = language == LanguageId::SOURCE && title != field.name;
        let titles = if source { Json::texts([title.as_str(), field.name.as_str()]) } else { Json::text(title) };
        (snapshot.config.language(language).locale.tag, titles)
    });
    let with_format = |base: &str, format: &str| Json::object([("base", Json::text(base)), ("format", Json::text(format))]);
    let datatype = match &field.kind {
        Kind::Text => Json::text("string"),
        Kind::Number => Json::text("decimal"),
        Kind::Date => with_format("date", "yyyy-MM-dd"),
        Kind::Period => with_format("string", PERIOD_PATTERN),
        Kind::Flag => with_format("boolean", "true|false"),
        Kind::Address => Json::text("anyURI"),
        // Codes are letters, digits, hyphens, colons, spaces and comparison signs: nothing to escape in a pattern.
        Kind::Choice(codes) => {
            with_format("string", &format!("^({})$", codes.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>().join("|")))
        }
    };
    Json::object([
        ("name", Json::text(&field.name)),
        ("titles", Json::object(titles)),
        ("datatype", datatype),
        ("required", Json::Flag(field.required)),
        ("null", Json::text("")),
    ])
}
