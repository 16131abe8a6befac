//! Changes to one file of content, as values: which block, field or cell, and its new text. Gives the file's new text, in
//! which all else is as it was, byte for byte. Reads and writes nothing itself, and judges nothing but that.

mod block;
mod cell;
mod field;

use crate::diagnostic::Message;
use crate::document::format::Format;
use crate::source::{Source, SourcePath, Span};

/// What may be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A block of a page's text, by its place.
    Block(Span),
    /// A field of a page's front matter, by the way to it: `decided.target`.
    Field(String),
    /// A cell of a CSV file below its head, by the numbers of its row and column among all, from 0.
    Cell(usize, usize),
    /// A field of a page's front matter that has no value yet.
    NewField(String, FieldForm),
    /// A cell of a new row of a CSV file, by its column; all of an edit are one row, below the last.
    NewCell(usize),
}

/// How a new field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldForm {
    /// As a text, number or word.
    Scalar,
    /// As a list.
    List,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub part: Part,
    /// The new text as it was typed; of a list, a line each.
    pub text: String,
}

/// Changes to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub path: SourcePath,
    /// The digest of its bytes when it was read.
    pub digest: String,
    /// What is to change in it, all at once.
    pub changes: Vec<Change>,
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// Which change, from 0; none when it is about the file.
    pub change: Option<usize>,
    /// Why.
    pub message: Message,
}

/// A piece of a text and what is to stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Splice {
    span: Span,
    text: String,
}

/// The file's text after all changes.
///
/// # Errors
/// When a part is not there, cannot hold the text, or the change would reach into another part.
pub fn apply(source: &Source, changes: &[Change]) -> Result<String, Impossible> {
    let mut splices = Vec::with_capacity(changes.len());
    for (at, change) in changes.iter().enumerate() {
        let here = |message| Impossible { change: Some(at), message };
        let text = tidy(&change.text);
        if let Some(bad) = text.chars().find(|character| character.is_control() && !matches!(character, '\n' | '\t')) {
            return Err(here(control(bad)));
        }
        let splice = match &change.part {
            Part::Block(span) => block::splice(source, *span, &text),
            Part::Field(path) => field::splice(source, path, &text),
            Part::Cell(row, column) => cell::splice(source, *row, *column, &text),
            Part::NewField(path, form) => field::add(source, path, *form, &text),
            Part::NewCell(_) => continue,
        };
        splices.push(splice.map_err(here)?);
    }
    splices.extend(cell::new_row(source, changes).map_err(|message| Impossible { change: None, message })?);
    let text = spliced(&source.text, splices).ok_or(Impossible { change: None, message: overlap() })?;
    let after = Source { text: text.as_str().into(), ..source.clone() };
    let checks = [block::check, field::check, cell::check];
    let checked = checks.iter().try_for_each(|check| check(source, &after, changes));
    // Of several changes nobody can tell which one it was.
    let change = if changes.len() == 1 { Some(0) } else { None };
    checked.map_err(|message| Impossible { change, message })?;
    Ok(text)
}

/// A text with pieces replaced; nothing when two of them overlap.
fn spliced(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| splice.span);
    let mut result = String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut at = 0;
    for splice in &splices {
        result.push_str(text.get(at..splice.span.start)?);
        result.push_str(&splice.text);
        at = splice.span.end;
    }
    result.push_str(text.get(at..)?);
    Some(result)
}

/// A text as typed, with one kind of line end: browsers send both.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The line end of a piece of text, else that of its file.
fn line_end(piece: &str, source: &Source) -> &'static str {
    let of = |text: &str| text.find('\n').map(|at| if text.get(..at).is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" });
    of(piece).or_else(|| of(&source.text)).unwrap_or("\n")
}

/// Whether a file is a page.
fn is_page(source: &Source) -> bool {
    Format::of(&source.path) == Some(Format::Page)
}

fn missing() -> Message {
    Message::new("stället finns inte längre i filen", "the place is no longer in the file")
}

fn overlap() -> Message {
    Message::new("två ändringar gäller samma ställe", "two changes are about the same place")
}

fn control(character: char) -> Message {
    let code = u32::from(character);
    Message::new(format!("texten har ett styrtecken, U+{code:04X}"), format!("the text has a control character, U+{code:04X}"))
}

#[cfg(test)]
mod tests;
