//! The adapter to the YAML parser: events to [`Node`]s with byte spans.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::source::{SourcePath, Span, Spanned};

/// Parses YAML that starts `offset` bytes into its file.
///
/// # Errors
/// One diagnostic at the place where the text stops being YAML.
pub fn parse(path: &SourcePath, text: &str, offset: usize) -> Result<Node, Box<Diagnostic>> {
    // The parser counts characters; spans count bytes.
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let at = |index: usize| bytes.get(index).copied().unwrap_or(text.len()) + offset;
    let mut events = Events { parser: Parser::new_from_str(text), at: &at };
    let node = events.document().map_err(|error| Box::new(syntax_error(path, &error, &at)))?;
    Ok(node.unwrap_or(Node { span: Span::new(offset, offset), value: Value::Empty }))
}

struct Events<'a, F> {
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    at: &'a F,
}

impl<F: Fn(usize) -> usize> Events<'_, F> {
    fn document(&mut self) -> Result<Option<Node>, ScanError> {
        while let Some(event) = self.parser.next_event() {
            let (event, span) = event?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
                Event::StreamEnd | Event::DocumentEnd => return Ok(None),
                event => {
                    let node = self.node(event, span)?;
                    // The rest is read only for its mistakes.
                    while let Some(event) = self.parser.next_event() {
                        event?;
                    }
                    return Ok(Some(node));
                }
            }
        }
        Ok(None)
    }

    fn node(&mut self, event: Event<'_>, span: saphyr_parser::Span) -> Result<Node, ScanError> {
        let start = (self.at)(span.start.index());
        let mut end = (self.at)(span.end.index());
        let value = match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                if plain && matches!(&*text, "" | "~" | "null") { Value::Empty } else { Value::Scalar(text.into_owned()) }
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                while let Some(event) = self.parser.next_event() {
                    let (event, span) = event?;
                    if matches!(event, Event::SequenceEnd) {
                        break;
                    }
                    let item = self.node(event, span)?;
                    end = end.max(item.span.end);
                    items.push(item);
                }
                Value::List(items)
            }
            Event::MappingStart(..) => {
                let mut entries = Vec::new();
                while let Some(event) = self.parser.next_event() {
                    let (event, span) = event?;
                    if matches!(event, Event::MappingEnd) {
                        break;
                    }
                    let key = self.node(event, span)?;
                    let Some(event) = self.parser.next_event() else { break };
                    let (event, span) = event?;
                    let item = self.node(event, span)?;
                    end = end.max(item.span.end);
                    let text = match key.value {
                        Value::Scalar(text) => text,
                        _ => String::new(),
                    };
                    entries.push((Spanned::new(text, key.span), item));
                }
                Value::Table(entries)
            }
            _ => Value::Empty,
        };
        Ok(Node { span: Span::new(start, end.max(start)), value })
    }
}

fn syntax_error(path: &SourcePath, error: &ScanError, at: &impl Fn(usize) -> usize) -> Diagnostic {
    let place = at(error.marker().index());
    let message = Message::new(
        // The parser's own words are English and technical; the place and the help say more to staff.
        "uppgifterna överst i filen (mellan `---`) går inte att läsa från och med här",
        format!("the front matter (between `---`) cannot be read: {}", error.info()),
    );
    let help = Message::new(
        "stäng citattecken som öppnas, sätt citattecken om värden som innehåller `: ` eller börjar med `[`, `{`, `\"`, `*` eller `&`, och dra in med blanksteg, inte tabb",
        "close quotes that are opened, put quotes around values that hold `: ` or start with `[`, `{`, `\"`, `*` or `&`, and indent with spaces, not tabs",
    );
    Diagnostic::new(Code::YamlSyntax, message).at(path, Span::new(place, place)).help(help)
}
