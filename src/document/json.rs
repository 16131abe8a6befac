//! Saved JSON files: which sort each is, and their values with places.

use super::data::Data;
use super::{jsonstat, kolada};
use crate::diagnostic::{Checked, Code, Diagnostic, Message};
use crate::period::Date;
use crate::schema::{Node, Value, parse_yaml};
use crate::source::{Source, SourcePath, Span, Spanned};

/// Reads one saved JSON file.
pub fn parse(source: &Source) -> Checked<Data> {
    let root = match tree(source) {
        Ok(root) => root,
        Err(diagnostic) => return Checked { value: Data::default(), diagnostics: vec![*diagnostic] },
    };
    let is_kolada = field(&root, "values").is_some_and(|values| items(values).iter().all(|item| field(item, "kpi").is_some()));
    if is_kolada {
        return kolada::read(source, &root);
    }
    let class = field(&root, "class").and_then(text);
    if class == Some("dataset") || (class.is_none() && field(&root, "dimension").is_some() && field(&root, "size").is_some()) {
        return jsonstat::read(source, &root);
    }
    if class == Some("collection") {
        return collection(source, &root);
    }
    let (sv, en) = if field(&root, "dataset").is_some() {
        ("filen är JSON-stat i en äldre version", "the file is an older version of JSON-stat")
    } else {
        ("filen är varken från Kolada eller JSON-stat", "the file is neither from Kolada nor JSON-stat")
    };
    let help = Message::new(
        "spara svaret från Koladas `/data/`-adress som det är, eller välj formatet JSON-stat 2 i statistikdatabasen",
        "save the answer of Kolada's `/data/` address as it is, or choose the format JSON-stat 2 in the statistical database",
    );
    let first = Span::new(root.span.start, root.span.start);
    let diagnostic = Diagnostic::new(Code::UnreadableData, Message::new(sv, en)).at(&source.path, first).help(help);
    Checked { value: Data::default(), diagnostics: vec![diagnostic] }
}

/// The datasets that a collection holds itself; those that it only links to are elsewhere.
fn collection(source: &Source, root: &Node) -> Checked<Data> {
    let mut all = Checked { value: Data::default(), diagnostics: Vec::new() };
    let links = field(root, "link").and_then(|link| field(link, "item")).map(items).unwrap_or_default();
    for item in links.iter().filter(|item| field(item, "dimension").is_some()) {
        let read = jsonstat::read(source, item);
        all.value.extend(read.value);
        all.diagnostics.extend(read.diagnostics);
    }
    if all.value.tables.is_empty() && all.diagnostics.is_empty() {
        let message = Message::new("samlingen har inga tabeller, bara länkar till dem", "the collection has no tables, only links to them");
        let help = Message::new("spara varje tabell i en egen fil", "save each table in a file of its own");
        all.diagnostics.push(Diagnostic::new(Code::UnreadableData, message).in_file(&source.path).help(help));
    }
    all
}

/// The values of a file. JSON is YAML as well, and the reader of YAML is the one that knows places; whether the text
/// is JSON at all is asked first, since YAML allows more.
fn tree(source: &Source) -> Result<Node, Box<Diagnostic>> {
    let broken = |span: Span, words: &str| {
        let message =
            Message::new("filen går inte att läsa som JSON från och med här", format!("the file cannot be read as JSON: {words}"));
        let help = Message::new(
            "spara svaret från källan på nytt, utan att öppna och ändra det i ett annat program",
            "save the source's answer again, without opening and changing it in another program",
        );
        Box::new(Diagnostic::new(Code::UnreadableData, message).at(&source.path, span).help(help))
    };
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&source.text) {
        let line_start: usize = source.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = (line_start + error.column().saturating_sub(1)).min(source.text.len());
        return Err(broken(Span::new(at, at), &error.to_string()));
    }
    parse_yaml(&source.path, &source.text, 0).map_err(|found| {
        let at = found.primary.and_then(|label| label.span).unwrap_or_default();
        broken(at, "this is not plain JSON")
    })
}

/// A value by its name; `None` if it is absent or null.
pub(super) fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    raw(node, name).filter(|node| !matches!(node.value, Value::Empty))
}

/// A value by its name, null or not.
pub(super) fn raw<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(key, _)| key.value == name).map(|(_, node)| node)
}

/// Names and values.
pub(super) fn entries(node: &Node) -> &[(Spanned<String>, Node)] {
    if let Value::Table(entries) = &node.value { entries } else { &[] }
}

/// The items of a list.
pub(super) fn items(node: &Node) -> &[Node] {
    if let Value::List(items) = &node.value { items } else { &[] }
}

/// A text, number or truth value as it is written.
pub(super) fn text(node: &Node) -> Option<&str> {
    if let Value::Scalar(text) = &node.value { Some(text) } else { None }
}

/// A text with its place.
pub(super) fn spanned(node: &Node) -> Option<Spanned<String>> {
    text(node).map(|text| Spanned::new(text.to_owned(), node.span))
}

/// A number.
pub(super) fn number(node: &Node) -> Option<f64> {
    text(node)?.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The day that a file was retrieved: what it says itself, else what its name ends in (`kolada-2026-11-01.json`).
pub(super) fn retrieved(source: &Source, root: &Node) -> Option<Date> {
    let said = field(root, "retrieved").and_then(text).and_then(|text| text.get(..10)?.parse().ok());
    said.or_else(|| stem(&source.path).1)
}

/// A file's name without its suffix and without the date that it ends in, and that date.
pub(super) fn stem(path: &SourcePath) -> (&str, Option<Date>) {
    let name = path.name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let split = stem.len().checked_sub(10).and_then(|at| Some((stem.get(..at)?, stem.get(at..)?.parse().ok()?)));
    split.map_or((stem, None), |(rest, date)| (rest.trim_end_matches(['-', '_', ' ']), Some(date)))
}

/// Reports a date that is missing: the page must say when figures of others were fetched.
pub(super) fn no_date(source: &Source) -> Diagnostic {
    let message = Message::new("det framgår inte när siffrorna hämtades", "nothing says when the figures were retrieved");
    let (stem, extension) = (stem(&source.path).0, source.path.extension());
    let help = Message::new(
        format!("skriv dagen sist i filens namn, som `{stem}-2026-11-01.{extension}`"),
        format!("write the day at the end of the file's name, such as `{stem}-2026-11-01.{extension}`"),
    );
    Diagnostic::new(Code::NoRetrievalDate, message).in_file(&source.path).help(help)
}
