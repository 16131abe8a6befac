//! JSON: a table as a list of objects, and the values that descriptions of tables are made of.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::dataset::{Audience, Cell, Table};

/// A JSON value whose keys keep their order, so that the same input gives the same bytes.
#[derive(Clone, Debug)]
pub(super) enum Json {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Text.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A list of texts.
    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// An object.
    pub(super) fn object<'a>(pairs: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The document, with a line end.
    pub(super) fn document(&self) -> String {
        // Texts, numbers and lists cannot fail to be written.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53, so it fits")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => serializer.serialize_i64(*number as i64),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(pairs) => {
                let mut map = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// The rows of a table, each an object; what is empty is `null`.
pub(super) fn records(table: &Table) -> String {
    let value = |cell: Option<&Cell>| match cell {
        None | Some(Cell::Empty | Cell::Missing) => Json::Null,
        Some(Cell::Text(text)) => Json::text(text),
        Some(Cell::Number(number)) => Json::Number(*number),
        Some(Cell::Date(date)) => Json::text(date.to_string()),
        Some(Cell::Period(period)) => Json::text(period.to_string()),
        Some(Cell::Flag(flag)) => Json::Flag(*flag),
    };
    let row =
        |row: &Vec<Cell>| Json::object(table.columns(Audience::Machines).map(|(at, field)| (field.name.as_str(), value(row.get(at)))));
    Json::List(table.rows.iter().map(row).collect()).document()
}
