//! A field of YAML front matter, written the way it was written before, as far as the new text allows.

use super::{Change, FieldForm, Part, Splice, is_page, line_end, missing};
use crate::diagnostic::Message;
use crate::document::fields::{matter, matter_end};
use crate::schema::write::YamlWriter;
use crate::schema::{Node, Value};
use crate::source::{Source, Span, Spanned};

pub(super) fn splice(source: &Source, path: &str, text: &str) -> Result<Splice, Message> {
    let root = matter(source).filter(|_| is_page(source)).ok_or_else(missing)?;
    let (node, flow) = find(source, &root, path).ok_or_else(missing)?;
    let end = line_end(source.text.get(..node.span.end).unwrap_or_default(), source);
    match &node.value {
        Value::Scalar(old) => {
            let span = tight(source, node.span);
            let raw = source.text.get(span.start..span.end).ok_or_else(missing)?;
            let text = text.trim_matches('\n');
            if text == old.trim_end_matches('\n') {
                return Ok(Splice { span, text: raw.to_owned() });
            }
            let writer = YamlWriter { flow, end, indent: indent(source, span.start) + 2 };
            let text = if text.trim().is_empty() { String::new() } else { writer.scalar_like(raw, old, text) };
            Ok(Splice { span, text })
        }
        Value::List(items) => list(source, node, items, text, flow),
        Value::Empty | Value::Table(_) => Err(missing()),
    }
}

/// Writes a field that is not there, below the last of its table; one that is there without a value gets it.
pub(super) fn add(source: &Source, path: &str, form: FieldForm, text: &str) -> Result<Splice, Message> {
    let root = matter(source).filter(|_| is_page(source)).ok_or_else(missing)?;
    let (above, key) = path.rsplit_once('.').unwrap_or(("", path));
    let (table, flow) = if above.is_empty() { (&root, false) } else { find(source, &root, above).ok_or_else(missing)? };
    let flow = flow || source.text.get(table.span.start..).is_some_and(|text| text.starts_with('{'));
    let entries = entries(table).filter(|_| is_key(key)).ok_or_else(missing)?;
    let end = line_end("", source);
    let column = entries.first().map_or(0, |(key, _)| column(source, key.span.start));
    let writer = YamlWriter { flow, end, indent: column + 2 };
    let value = match form {
        FieldForm::Scalar if text.trim().is_empty() => String::new(),
        FieldForm::Scalar => writer.scalar(text.trim_matches('\n')),
        FieldForm::List => writer.list(lines(text)),
    };
    let insert = |at: usize, text: String| Ok(Splice { span: Span::new(at, at), text });
    if let Some((own, node)) = entries.iter().find(|(own, _)| own.value == key) {
        let colon = source.text.get(own.span.end..).and_then(|text| text.find(':')).map(|at| own.span.end + at + 1);
        let at = colon.filter(|_| matches!(node.value, Value::Empty)).ok_or_else(missing)?;
        return insert(at, format!(" {value}"));
    }
    if above.is_empty() {
        return insert(matter_end(source).ok_or_else(missing)?, format!("{key}: {value}{end}"));
    }
    let last = entries.last().map(|(key, node)| tight(source, node.span).end.max(key.span.end)).ok_or_else(missing)?;
    if flow {
        return insert(last, format!(", {key}: {value}"));
    }
    // Behind what stands on the last line, a comment too.
    let line = source.text.get(last..).and_then(|text| text.find(['\r', '\n'])).map_or(source.text.len(), |at| last + at);
    insert(line, format!("{end}{}{key}: {value}", " ".repeat(column)))
}

/// The keys and values of a table; of nothing, none.
fn entries(node: &Node) -> Option<&[(Spanned<String>, Node)]> {
    match &node.value {
        Value::Table(entries) => Some(entries),
        Value::Empty => Some(&[]),
        Value::List(_) | Value::Scalar(_) => None,
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// How far from the start of its line a place is.
fn column(source: &Source, at: usize) -> usize {
    let before = source.text.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default().chars().count()
}

/// Whether every other field is still what it was.
pub(super) fn check(before: &Source, after: &Source, changes: &[Change]) -> Result<(), Message> {
    let text = |change: &Change| match &change.part {
        Part::Field(path) | Part::NewField(path, _) => Some((path.clone(), change.text.clone())),
        Part::Block(_) | Part::Cell(..) | Part::NewCell(_) => None,
    };
    let fields: Vec<(String, String)> = changes.iter().filter_map(text).collect();
    if fields.is_empty() {
        return Ok(());
    }
    let cannot = || Message::new("texten kan inte skrivas så överst i filen", "the text cannot be written so in the front matter");
    let (old, new) = matter(before).zip(matter(after)).ok_or_else(cannot)?;
    let body = |source: &Source| source.text.get(crate::document::fields::body_start(source)..).unwrap_or_default().to_owned();
    let touched = changes.iter().any(|change| matches!(change.part, Part::Block(_)));
    if is_same(&old, &new, "", &fields) && (touched || body(before) == body(after)) { Ok(()) } else { Err(cannot()) }
}

fn is_same(old: &Node, new: &Node, path: &str, fields: &[(String, String)]) -> bool {
    let typed = |path: &str| fields.iter().find(|(own, _)| own == path).map(|(_, text)| text.as_str());
    if let Some(text) = typed(path) {
        return says(new, text);
    }
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (&old.value, &new.value) {
        (Value::Scalar(old), Value::Scalar(new)) => old == new,
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len()
                && old.iter().zip(new).enumerate().all(|(at, (old, new))| is_same(old, new, &below(&at.to_string()), fields))
        }
        _ => {
            let (Some(old), Some(new)) = (entries(old), entries(new)) else { return false };
            let is_there = |key: &str| old.iter().any(|(own, _)| own.value == key);
            let (kept, added): (Vec<_>, Vec<_>) = new.iter().partition(|(key, _)| is_there(&key.value));
            let mut pairs = old.iter().zip(&kept);
            old.len() == kept.len()
                && pairs.all(|((key, old), (other, new))| key.value == other.value && is_same(old, new, &below(&key.value), fields))
                && added.iter().all(|(key, node)| typed(&below(&key.value)).is_some_and(|text| says(node, text)))
        }
    }
}

/// Whether a value is what was typed.
fn says(node: &Node, text: &str) -> bool {
    let lines = lines(text);
    match &node.value {
        Value::Empty => text.trim().is_empty(),
        Value::Scalar(own) => own.trim_matches('\n') == text.replace("\r\n", "\n").trim_matches('\n') || lines == [own.as_str()],
        Value::List(items) => {
            let own = items.iter().map(|item| if let Value::Scalar(text) = &item.value { text.as_str() } else { "" });
            own.collect::<Vec<_>>() == lines
        }
        Value::Table(_) => false,
    }
}

/// The node at the end of a way, and whether it stands in brackets.
fn find<'n>(source: &Source, root: &'n Node, path: &str) -> Option<(&'n Node, bool)> {
    let mut node = root;
    let mut flow = false;
    for key in path.split('.') {
        flow |= source.text.get(node.span.start..).is_some_and(|text| text.starts_with(['{', '[']));
        node = match &node.value {
            Value::Table(entries) => entries.iter().find(|(own, _)| own.value == key).map(|(_, node)| node)?,
            Value::List(items) => items.get(key.parse::<usize>().ok()?)?,
            Value::Scalar(_) | Value::Empty => return None,
        };
    }
    Some((node, flow))
}

/// A value's place without the blank lines and spaces that the parser counts to a block of text, and with its head (`|-`),
/// which it does not count.
fn tight(source: &Source, span: Span) -> Span {
    let own = source.text.get(span.start..span.end).unwrap_or_default();
    let before = source.text.get(..span.start).unwrap_or_default();
    let above = before.trim_end();
    let sign = above.trim_end_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit());
    let is_block = before.get(above.len()..).is_some_and(|gap| gap.contains('\n')) && sign.ends_with(['|', '>']);
    let start = if is_block { sign.len() - 1 } else { span.start };
    Span::new(start, span.start + own.trim_end().len())
}

/// How far a line's first key is indented.
fn indent(source: &Source, at: usize) -> usize {
    let before = source.text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.len() - line.trim_start_matches([' ', '-']).len()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn list(source: &Source, node: &Node, items: &[Node], text: &str, flow: bool) -> Result<Splice, Message> {
    let raw = |span: Span| source.text.get(span.start..span.end).unwrap_or_default();
    let wanted = lines(text);
    let brackets = raw(node.span).starts_with('[');
    let writer = YamlWriter { flow: flow || brackets, end: "\n", indent: 0 };
    // An item that stays is written as it was.
    let item = |text: &&str| {
        let own = items.iter().find(|item| matches!(&item.value, Value::Scalar(own) if own == text));
        own.map_or_else(|| writer.scalar(text), |own| raw(tight(source, own.span)).to_owned())
    };
    let written: Vec<String> = wanted.iter().map(item).collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else {
        return if brackets {
            Ok(Splice { span: tight(source, node.span), text: format!("[{}]", written.join(", ")) })
        } else {
            Err(missing())
        };
    };
    let span = Span::new(first.span.start, tight(source, last.span).end);
    if brackets {
        let between = items.get(1).map(|second| source.text.get(tight(source, first.span).end..second.span.start).unwrap_or(", "));
        return Ok(Splice { span, text: written.join(between.unwrap_or(", ")) });
    }
    if written.is_empty() {
        return Err(Message::new("listan behöver minst en rad", "the list needs at least one line"));
    }
    // The sign and the spaces before the first item stand before each.
    let before = source.text.get(..first.span.start).unwrap_or_default();
    let sign = before.rsplit('\n').next().unwrap_or_default();
    let end = line_end(before, source);
    Ok(Splice { span, text: written.join(&format!("{end}{sign}")) })
}
