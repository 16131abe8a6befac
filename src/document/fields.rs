//! The fields of a file's front matter as they stand there, for those who change one of them: what each is, its text and its
//! place. Knows no field itself: what is asked for when the file is read is what there is.

use super::{Key, front_matter, kind_of, split};
use crate::config::Config;
use crate::schema::{FRONT_MATTER, FieldReader, Node, Shape, Value, parse_yaml};
use crate::source::{Source, Span, Spanned};

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
    let reader = read(source, &root, key, config);
    let mut found = Vec::new();
    collect(&root, String::new(), &reader, &mut found);
    found
}

/// The fields that a file could have and that have no value, in the order in which they are asked for.
pub fn absent(source: &Source, key: Key, config: &Config) -> Vec<Field> {
    let Some(mut root) = matter(source) else { return Vec::new() };
    let reader = read(source, &root, key.clone(), config);
    // A value of no meaning stands in for each: what is asked of it tells what it may be.
    let mut tried = Vec::new();
    fill(&mut root, String::new(), &reader, &mut tried);
    let reader = read(source, &root, key, config);
    let field = |(path, span): (String, Span)| Some(Field { path, shape: reader.shape(span)?.clone(), text: String::new(), span });
    tried.into_iter().filter_map(field).collect()
}

fn read<'a>(source: &'a Source, root: &Node, key: Key, config: &Config) -> FieldReader<'a> {
    let kind = kind_of(&key.stem, config);
    let mut reader = FieldReader::new(&source.path, FRONT_MATTER).noting();
    front_matter::read(root, key, kind, &mut reader);
    reader
}

fn fill(node: &mut Node, path: String, reader: &FieldReader<'_>, tried: &mut Vec<(String, Span)>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let span = node.span;
    match &mut node.value {
        Value::Table(entries) => {
            entries.iter_mut().for_each(|(key, node)| fill(node, below(&key.value), reader, tried));
            for key in reader.keys(span) {
                if entries.iter().any(|(own, node)| own.value == *key && !matches!(node.value, Value::Empty)) {
                    continue;
                }
                entries.retain(|(own, _)| own.value != *key);
                // No place in the file: each its own.
                let place = usize::MAX - tried.len();
                let place = Span::new(place, place);
                tried.push((below(key), place));
                entries.push((Spanned::new((*key).to_owned(), place), Node { span: place, value: Value::Scalar(String::new()) }));
            }
        }
        Value::List(items) => items.iter_mut().enumerate().for_each(|(at, item)| fill(item, below(&at.to_string()), reader, tried)),
        Value::Scalar(_) | Value::Empty => {}
    }
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
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (&node.value, reader.shape(node.span)) {
        (Value::Table(entries), _) => entries.iter().for_each(|(key, node)| collect(node, below(&key.value), reader, found)),
        (Value::List(items), shape) => {
            let texts: Option<Vec<&str>> = items.iter().map(scalar).collect();
            match (shape, texts) {
                (Some(Shape::List), Some(texts)) => {
                    found.push(Field { path, shape: Shape::List, text: texts.join("\n"), span: node.span });
                }
                _ => items.iter().enumerate().for_each(|(at, item)| collect(item, below(&at.to_string()), reader, found)),
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
