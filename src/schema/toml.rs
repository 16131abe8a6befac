//! The adapter to the TOML parser: its table to [`Node`]s with byte spans.

use ::toml::Spanned as TomlSpanned;
use ::toml::de::{DeTable, DeValue};

use super::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{Source, Spanned};

/// Parses a TOML file; what could be read is returned beside the mistakes.
pub fn parse(source: &Source) -> (Node, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let found = errors
        .iter()
        .map(|error| {
            let message = Message::new(
                "inställningarna går inte att läsa från och med här",
                format!("the file cannot be read as TOML: {}", error.message()),
            );
            let help = Message::new(
                "varje rad skrivs `namn = värde`, och text står inom citattecken: `title = \"Vårt program\"`",
                "each line is written `name = value`, with text in quotes: `title = \"Our programme\"`",
            );
            let diagnostic = Diagnostic::new(Code::TomlSyntax, message).help(help);
            match error.span() {
                Some(span) => diagnostic.at(&source.path, span.into()),
                None => diagnostic.in_file(&source.path),
            }
        })
        .collect();
    let node = Node { span: table.span().into(), value: Value::Table(entries(table.get_ref())) };
    (node, found)
}

fn entries(table: &DeTable<'_>) -> Vec<(Spanned<String>, Node)> {
    let mut entries: Vec<_> =
        table.iter().map(|(key, value)| (Spanned::new(key.get_ref().to_string(), key.span().into()), node(value))).collect();
    entries.sort_by_key(|(key, _)| key.span);
    entries
}

fn node(value: &TomlSpanned<DeValue<'_>>) -> Node {
    let read = match value.get_ref() {
        DeValue::String(text) => Value::Scalar(text.to_string()),
        DeValue::Integer(number) => Value::Scalar(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Scalar(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Value::Scalar(flag.to_string()),
        DeValue::Datetime(date) => Value::Scalar(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node { span: value.span().into(), value: read }
}
