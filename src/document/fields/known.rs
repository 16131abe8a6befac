//! Which fields files of a kind may have, found by asking their reader: there is no second list of fields.

use super::below;
use crate::config::LanguageId;
use crate::document::{Key, Kind, front_matter};
use crate::schema::{FRONT_MATTER, FieldReader, Node, Shape, Value};
use crate::source::{SourcePath, Span, Spanned};

/// A field that files of a kind may have.
#[derive(Clone, Debug)]
pub struct KnownField {
    /// The way to it without the numbers of items: `targets.value`. Its last part is `*` where any key may stand.
    pub path: String,
    /// What may stand in it.
    pub shape: Shape,
}

impl KnownField {
    /// Which of the known fields stands at the end of a way.
    pub fn find(known: &[Self], path: &str) -> Option<usize> {
        let pattern = pattern_of(path);
        let above = pattern.rsplit_once('.').map(|(above, _)| above);
        known.iter().position(|field| {
            // A table of texts by language, or one whose keys are names of their own.
            let any_key = || above.is_some_and(|above| field.path == below(above, ANY_KEY));
            let of_language = || field.shape == Shape::LocalText && above == Some(field.path.as_str());
            field.path == pattern || any_key() || of_language()
        })
    }
}

/// Stands for keys that are names of their own, such as the dimensions of a table.
pub const ANY_KEY: &str = "*";

/// The fields that files of a kind may have, in the order in which they are asked for. Translations have fewer.
pub fn known(kind: Kind, language: LanguageId) -> Vec<KnownField> {
    let mut places = 0;
    let mut root = stand_in(&mut places, Value::Table(Vec::new()));
    let path = SourcePath::new("");
    // Values of no meaning stand in for each field: what is asked of them tells what they may be. Each round opens the
    // tables that the one before has found.
    loop {
        let mut reader = FieldReader::new(&path, FRONT_MATTER).noting();
        front_matter::read(&root, Key { stem: String::new(), language }, kind, &mut reader);
        if !grow(&mut root, &reader, &mut places) {
            let mut known = Vec::new();
            collect_known(&root, String::new(), &reader, &mut known);
            return known;
        }
    }
}

/// A node at a place that no other has, by which the reader remembers it.
fn stand_in(places: &mut usize, value: Value) -> Node {
    *places += 1;
    Node { span: Span::new(*places, *places), value }
}

/// Gives a tree what was asked of it; whether anything was new.
fn grow(node: &mut Node, reader: &FieldReader<'_>, places: &mut usize) -> bool {
    let span = node.span;
    match &mut node.value {
        Value::Table(entries) => {
            let mut grown = false;
            for key in reader.keys(span) {
                if entries.iter().all(|(own, _)| own.value != *key) {
                    let value = stand_in(places, Value::Scalar(String::new()));
                    entries.push((Spanned::new((*key).to_owned(), value.span), value));
                    grown = true;
                }
            }
            entries.iter_mut().fold(grown, |grown, (_, node)| grow(node, reader, places) || grown)
        }
        Value::List(items) => items.iter_mut().map(|item| grow(item, reader, places)).filter(|grown| *grown).count() > 0,
        Value::Scalar(_) | Value::Empty if reader.is_table(span) => {
            let table = Value::Table(Vec::new());
            node.value = if reader.is_list(span) { Value::List(vec![stand_in(places, table)]) } else { table };
            true
        }
        Value::Scalar(_) | Value::Empty => false,
    }
}

fn collect_known(node: &Node, path: String, reader: &FieldReader<'_>, known: &mut Vec<KnownField>) {
    match &node.value {
        Value::Table(entries) if entries.is_empty() => known.push(KnownField { path: below(&path, ANY_KEY), shape: Shape::Text }),
        Value::Table(entries) => entries.iter().for_each(|(key, node)| collect_known(node, below(&path, &key.value), reader, known)),
        Value::List(items) => items.iter().for_each(|item| collect_known(item, path.clone(), reader, known)),
        Value::Scalar(_) | Value::Empty => {
            known.extend(reader.shape(node.span).map(|shape| KnownField { path, shape: shape.clone() }));
        }
    }
}

/// A way to a field without the numbers of items.
pub fn pattern_of(path: &str) -> String {
    let names: Vec<&str> = path.split('.').filter(|part| part.parse::<usize>().is_err()).collect();
    names.join(".")
}
