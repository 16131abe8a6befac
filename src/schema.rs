//! Reads typed fields out of a file of keys and values (YAML front matter, site.toml), saying everything that is
//! wrong at its place. Knows no field itself: see [`crate::config`] and [`crate::document`].

mod toml;
pub mod write;
mod yaml;

pub use self::toml::parse as parse_toml;
pub use self::yaml::parse as parse_yaml;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Label, Message, suggestion};
use crate::source::{SourcePath, Span, Spanned};

/// A value as written, before anything is known of its type.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// The shapes a value can have. Scalars stay text until a field wants a number, so that `2009`, `no` and `4.10` mean
/// what their author wrote.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing after the key.
    Empty,
    /// Text, number, date or truth value.
    Scalar(String),
    /// Items in order.
    List(Vec<Node>),
    /// Keys and values in order.
    Table(Vec<(Spanned<String>, Node)>),
}

/// Which codes a kind of file uses for its mistakes.
#[derive(Clone, Copy, Debug)]
pub struct Codes {
    /// A key that means nothing here.
    pub unknown: Code,
    /// A value of another shape.
    pub wrong_type: Code,
    /// A key that must be there.
    pub missing: Code,
    /// A value of the right shape that means nothing.
    pub invalid: Code,
}

/// For front matter.
pub const FRONT_MATTER: Codes =
    Codes { unknown: Code::UnknownKey, wrong_type: Code::WrongType, missing: Code::MissingField, invalid: Code::InvalidValue };

/// For site.toml.
pub const CONFIG: Codes = Codes {
    unknown: Code::ConfigUnknownKey,
    wrong_type: Code::ConfigWrongType,
    missing: Code::ConfigMissing,
    invalid: Code::ConfigInvalid,
};

/// Collects what is wrong in one file.
#[derive(Debug)]
pub struct FieldReader<'a> {
    path: &'a SourcePath,
    codes: Codes,
    /// What has been found so far.
    pub found: Vec<Diagnostic>,
    /// What may stand where, for those who ask.
    notes: Option<Notes>,
}

/// What a reader remembers of the fields that it was asked for.
#[derive(Debug, Default)]
struct Notes {
    shapes: BTreeMap<Span, Shape>,
    /// The keys of each table.
    keys: BTreeMap<Span, Vec<&'static str>>,
    tables: BTreeSet<Span>,
    lists: BTreeSet<Span>,
}

/// What may stand in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A day.
    Date,
    /// A period.
    Period,
    /// One of these words.
    Choice(Vec<String>),
    /// Several texts.
    List,
    /// A text, or a table of texts by language.
    LocalText,
}

impl<'a> FieldReader<'a> {
    /// A reader for one file.
    pub fn new(path: &'a SourcePath, codes: Codes) -> Self {
        Self { path, codes, found: Vec::new(), notes: None }
    }

    /// The same reader, which remembers what each field may hold.
    #[must_use]
    pub fn noting(mut self) -> Self {
        self.notes = Some(Notes::default());
        self
    }

    /// Remembers what a field may hold, if anybody asks for it; the most exact is said first.
    pub fn note(&mut self, span: Span, shape: Shape) {
        if let Some(notes) = &mut self.notes {
            notes.shapes.entry(span).or_insert(shape);
        }
    }

    /// What the field at a place may hold.
    pub fn shape(&self, span: Span) -> Option<&Shape> {
        self.notes.as_ref()?.shapes.get(&span)
    }

    /// The keys that the table at a place may have.
    pub fn keys(&self, span: Span) -> &[&'static str] {
        self.notes.as_ref().and_then(|notes| notes.keys.get(&span)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the value at a place was read as a table.
    pub fn is_table(&self, span: Span) -> bool {
        self.notes.as_ref().is_some_and(|notes| notes.tables.contains(&span))
    }

    /// Whether the value at a place was read as a list.
    pub fn is_list(&self, span: Span) -> bool {
        self.notes.as_ref().is_some_and(|notes| notes.lists.contains(&span))
    }

    /// The file.
    pub fn path(&self) -> &'a SourcePath {
        self.path
    }

    /// Opens a node as a table of fields; anything else is reported and read as an empty table.
    pub fn table<'n>(&mut self, node: &'n Node) -> Fields<'n> {
        // A list of tables is none of texts.
        if let Some(notes) = &mut self.notes {
            notes.shapes.remove(&node.span);
            notes.tables.insert(node.span);
        }
        let entries: &[(Spanned<String>, Node)] = match &node.value {
            Value::Table(entries) => entries,
            Value::Empty => &[],
            other => {
                self.wrong_type(node.span, other, Message::new("nycklar och värden", "keys and values"));
                &[]
            }
        };
        for (at, (key, _)) in entries.iter().enumerate() {
            if let Some((first, _)) = entries.iter().take(at).find(|(other, _)| other.value == key.value) {
                let message =
                    Message::new(format!("nyckeln `{}` står två gånger", key.value), format!("the key `{}` is given twice", key.value));
                let first = Label::new(self.path, first.span).saying(Message::new("första gången", "first given here"));
                self.found.push(Diagnostic::new(self.codes.invalid, message).at(self.path, key.span).and(first));
            }
        }
        Fields { span: node.span, entries, asked: Vec::new() }
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn items<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        self.note(node.span, Shape::List);
        if let Some(notes) = &mut self.notes {
            notes.lists.insert(node.span);
        }
        match &node.value {
            Value::List(items) => items,
            Value::Empty => &[],
            _ => std::slice::from_ref(node),
        }
    }

    /// A scalar as text.
    pub fn text(&mut self, node: &Node) -> Option<Spanned<String>> {
        self.note(node.span, Shape::Text);
        match &node.value {
            Value::Scalar(text) => Some(Spanned::new(text.clone(), node.span)),
            Value::Empty => None,
            other => {
                self.wrong_type(node.span, other, Message::new("text", "text"));
                None
            }
        }
    }

    /// A scalar read by a function; `expected` says what it should have been.
    pub fn parsed<T>(&mut self, node: &Node, expected: Message, parse: impl FnOnce(&str) -> Option<T>) -> Option<Spanned<T>> {
        let text = self.text(node)?;
        match parse(text.value.trim()) {
            Some(value) => Some(Spanned::new(value, text.span)),
            None => {
                let message =
                    Message::new(format!("`{}` är inte {}", text.value, expected.sv), format!("`{}` is not {}", text.value, expected.en));
                self.found.push(Diagnostic::new(self.codes.wrong_type, message).at(self.path, text.span));
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub fn choice<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<Spanned<T>> {
        if self.notes.is_some() {
            self.note(node.span, Shape::Choice(words.iter().map(|(word, _)| (*word).to_owned()).collect()));
        }
        let text = self.text(node)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.span));
        }
        let valid: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        self.invalid(text.span, not_valid(&text.value), suggestion(&text.value, &valid));
        None
    }

    /// Reports a value of the right shape that means nothing.
    pub fn invalid(&mut self, span: Span, message: Message, help: Option<Message>) {
        self.found.push(Diagnostic::new(self.codes.invalid, message).at(self.path, span).maybe_help(help));
    }

    fn wrong_type(&mut self, span: Span, value: &Value, expected: Message) {
        let (sv, en) = match value {
            Value::Empty => ("inget", "nothing"),
            Value::Scalar(_) => ("ett enstaka värde", "a single value"),
            Value::List(_) => ("en lista", "a list"),
            Value::Table(_) => ("nycklar och värden", "keys and values"),
        };
        let message = Message::new(format!("här väntades {}, inte {sv}", expected.sv), format!("expected {} here, not {en}", expected.en));
        self.found.push(Diagnostic::new(self.codes.wrong_type, message).at(self.path, span));
    }
}

fn not_valid(text: &str) -> Message {
    Message::new(format!("`{text}` är inget giltigt värde här"), format!("`{text}` is not a valid value here"))
}

/// The fields of one table; remembers which were asked for, so that the rest can be reported.
#[derive(Debug)]
pub struct Fields<'n> {
    /// Where the table stands.
    pub span: Span,
    entries: &'n [(Spanned<String>, Node)],
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a key, if it is there and not empty.
    pub fn get(&mut self, key: &'static str) -> Option<&'n Node> {
        self.asked.push(key);
        let (_, node) = self.entries.iter().find(|(entry, _)| entry.value == key)?;
        (!matches!(node.value, Value::Empty)).then_some(node)
    }

    /// The value of a key that must be there.
    pub fn require(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<&'n Node> {
        let node = self.get(key);
        if node.is_none() {
            let at = self
                .entries
                .iter()
                .find(|(entry, _)| entry.value == key)
                .map_or(Span::new(self.span.start, self.span.start), |(entry, _)| entry.span);
            let message = Message::new(format!("`{key}` saknas"), format!("`{key}` is missing"));
            let help = Message::new(format!("lägg till `{key}`"), format!("add `{key}`"));
            reader.found.push(Diagnostic::new(reader.codes.missing, message).at(reader.path, at).help(help));
        }
        node
    }

    /// The keys that were asked for: the schema of this table.
    pub fn asked(&self) -> &[&'static str] {
        &self.asked
    }

    /// All keys and values, as where the keys are names of their own.
    pub fn rest(&mut self) -> impl Iterator<Item = (&'n Spanned<String>, &'n Node)> + use<'n> {
        let asked = std::mem::take(&mut self.asked);
        let entries = self.entries;
        self.entries = &[];
        entries.iter().filter(move |(key, _)| !asked.contains(&key.value.as_str())).map(|(key, node)| (key, node))
    }

    /// Reports every key that was not asked for, with the nearest valid key.
    pub fn finish(self, reader: &mut FieldReader<'_>) {
        if let Some(notes) = &mut reader.notes {
            notes.keys.insert(self.span, self.asked.clone());
        }
        for (key, _) in self.entries.iter().filter(|(key, _)| !self.asked.contains(&key.value.as_str())) {
            let message = Message::new(format!("okänd nyckel `{}`", key.value), format!("unknown key `{}`", key.value));
            let help = suggestion(&key.value, &self.asked);
            reader.found.push(Diagnostic::new(reader.codes.unknown, message).at(reader.path, key.span).maybe_help(help));
        }
    }

    /// A text that may be left out.
    pub fn text(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<Spanned<String>> {
        self.get(key).and_then(|node| reader.text(node))
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<Spanned<String>> {
        self.require(key, reader).and_then(|node| reader.text(node))
    }

    /// A number; a decimal comma is read too.
    pub fn number(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<f64> {
        let expected = Message::new("ett tal", "a number");
        let parse =
            |text: &str| text.replace(',', ".").replace(['_', ' ', '\u{A0}'], "").parse().ok().filter(|number: &f64| number.is_finite());
        let node = self.get(key)?;
        reader.note(node.span, Shape::Number);
        Some(reader.parsed(node, expected, parse)?.value)
    }

    /// `true` or `false`; absent counts as `false`.
    pub fn flag(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<bool> {
        let expected = Message::new("`true` eller `false`", "`true` or `false`");
        let node = self.get(key)?;
        reader.note(node.span, Shape::Flag);
        Some(reader.parsed(node, expected, |text| text.parse().ok())?.value)
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Vec<Spanned<String>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        reader.items(node).iter().filter_map(|item| reader.text(item)).collect()
    }

    /// One of a fixed set of words.
    pub fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)], reader: &mut FieldReader<'_>) -> Option<T> {
        Some(reader.choice(self.get(key)?, words)?.value)
    }

    /// A list of words of a fixed set.
    pub fn choices<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)], reader: &mut FieldReader<'_>) -> Vec<T> {
        let Some(node) = self.get(key) else { return Vec::new() };
        reader.items(node).iter().filter_map(|item| Some(reader.choice(item, words)?.value)).collect()
    }
}
