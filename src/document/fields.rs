//! The fields of front matter: those that a file has, with their texts and places; those that it could have; and front
//! matter of a new file. Knows no field itself: what is asked for when a file is read is what there is.

mod known;
mod write;

use super::{Key, front_matter, kind_of, split};
use crate::config::Config;
use crate::schema::{FRONT_MATTER, FieldReader, Node, Shape, Value, parse_yaml};
use crate::source::{Source, Span};

pub use known::{ANY_KEY, KnownField, known, pattern_of};
pub use write::{FieldText, UnknownField, write};

/// A field that has a value.
#[derive(Clone, Debug)]
pub struct Field {
    /// The way to it: `title`, `decided.target`, `targets.0.value`.
    pub path: String,
    /// What may stand in it.
    pub shape: Shape,
    /// Its text; of a list, a line each.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The fields of a file that have a value and a meaning, in their order.
pub fn fields(source: &Source, key: Key, config: &Config) -> Vec<Field> {
    let Some(root) = matter(source) else { return Vec::new() };
    let known = known(kind_of(&key.stem, config), key.language);
    let reader = read(source, &root, key, config);
    let mut found = Vec::new();
    collect(&root, String::new(), &reader, &mut found);
    // A list of tables that has none looks like a list of texts.
    found.retain(|field| KnownField::find(&known, &field.path).is_some());
    found
}

/// The fields that a file could have and that have no value, each with the others of its table.
pub fn absent(source: &Source, key: &Key, config: &Config) -> Vec<Field> {
    let Some(root) = matter(source) else { return Vec::new() };
    let known = known(kind_of(&key.stem, config), key.language);
    let mut found = Vec::new();
    collect_absent(&root, String::new(), &known, &mut found);
    found
}

fn collect_absent(node: &Node, path: String, known: &[KnownField], found: &mut Vec<Field>) {
    match &node.value {
        Value::Table(entries) => {
            entries.iter().for_each(|(key, node)| collect_absent(node, below(&path, &key.value), known, found));
            let table = pattern_of(&path);
            for field in known {
                let (above, key) = field.path.rsplit_once('.').unwrap_or(("", &field.path));
                let is_there = entries.iter().any(|(own, node)| own.value == key && !matches!(node.value, Value::Empty));
                if above == table && key != ANY_KEY && !is_there {
                    let path = below(&path, key);
                    found.push(Field { path, shape: field.shape.clone(), text: String::new(), span: Span::default() });
                }
            }
        }
        Value::List(items) => {
            items.iter().enumerate().for_each(|(at, item)| collect_absent(item, below(&path, &at.to_string()), known, found));
        }
        Value::Scalar(_) | Value::Empty => {}
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn read<'a>(source: &'a Source, root: &Node, key: Key, config: &Config) -> FieldReader<'a> {
    let kind = kind_of(&key.stem, config);
    let mut reader = FieldReader::new(&source.path, FRONT_MATTER).noting();
    front_matter::read(root, key, kind, &mut reader);
    reader
}

/// A file's front matter as a tree; nothing when it is no YAML.
pub fn matter(source: &Source) -> Option<Node> {
    let (matter, _) = split(&source.text);
    parse_yaml(&source.path, source.text.get(matter.start..matter.end)?, matter.start).ok()
}

/// Where the front matter ends: before the line that closes it; nothing when there is none.
pub fn matter_end(source: &Source) -> Option<usize> {
    let (matter, body) = split(&source.text);
    (matter.end < body).then_some(matter.end)
}

/// Where the text begins below the front matter.
pub fn body_start(source: &Source) -> usize {
    split(&source.text).1
}

fn collect(node: &Node, path: String, reader: &FieldReader<'_>, found: &mut Vec<Field>) {
    match (&node.value, reader.shape(node.span)) {
        (Value::Table(entries), _) => entries.iter().for_each(|(key, node)| collect(node, below(&path, &key.value), reader, found)),
        (Value::List(items), shape) => {
            let texts: Option<Vec<&str>> = items.iter().map(scalar).collect();
            match (shape, texts) {
                (Some(Shape::List), Some(texts)) => {
                    found.push(Field { path, shape: Shape::List, text: texts.join("\n"), span: node.span });
                }
                _ => items.iter().enumerate().for_each(|(at, item)| collect(item, below(&path, &at.to_string()), reader, found)),
            }
        }
        (Value::Scalar(text), Some(shape)) => {
            found.push(Field { path, shape: shape.clone(), text: text.trim_end_matches('\n').to_owned(), span: node.span });
        }
        (Value::Scalar(_) | Value::Empty, _) => {}
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(text) => Some(text),
        _ => None,
    }
}
