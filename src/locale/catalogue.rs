//! The texts of the interface: the adapter to Fluent. One catalogue a language, complete or refused (see
//! [`crate::check`]); nothing falls back to English.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::format::{Formats, rounded};
use super::{Direction, Locale};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::html::{self, Html};
use crate::source::{Source, SourcePath, Span};

/// A value put into a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A number, which also chooses the plural form; written with this many decimals.
    Number(f64, usize),
    /// Plain text.
    Text(String),
    /// Markup.
    Html(Html),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Html> for Arg {
    fn from(html: Html) -> Self {
        Self::Html(html)
    }
}

impl From<usize> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts of a site's pages are far below 2^52")]
    fn from(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }
}

// Fluent formats to text; these private-use characters mark where numbers and arguments go, so that the text around
// them can be escaped and they can be isolated (W3C, "Inline markup and bidirectional text").
const NUMBER: char = '\u{E000}';
const ARGUMENT: char = '\u{E001}';
const END: char = '\u{E002}';

/// What one message looks like to the checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageEntry {
    /// Where it is defined.
    pub path: SourcePath,
    /// Its identifier in that file.
    pub span: Span,
    /// For each choice by number, the plural categories it has.
    pub plurals: Vec<Vec<String>>,
    /// The arguments it uses.
    pub arguments: Vec<String>,
}

/// One file of messages, parsed.
pub struct Messages {
    /// Its text.
    pub source: Source,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
    resource: Arc<FluentResource>,
    entries: Vec<(String, Arc<MessageEntry>)>,
}

impl Messages {
    /// Parses a file; what cannot be read is left out.
    pub fn parse(source: Source) -> Self {
        let (resource, found) = match FluentResource::try_new(source.text.to_string()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors.iter().map(|error| syntax_error(&source, error)).collect()),
        };
        let places = places(&source);
        let messages = resource.entries().filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some((message.id.name.to_owned(), Arc::new(describe(&source, &places, message)))),
            _ => None,
        });
        let entries = messages.collect();
        Self { found, entries, resource: Arc::new(resource), source }
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("source", &self.source.path).finish_non_exhaustive()
    }
}

/// The messages of one language.
pub struct Catalogue {
    /// The language.
    pub locale: &'static Locale,
    /// Its numbers, dates and lists.
    pub formats: Formats,
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Those without arguments as markup, each made when it is first asked for.
    plain: HashMap<String, OnceLock<Html>>,
    entries: BTreeMap<String, Arc<MessageEntry>>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("locale", &self.locale.tag).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Joins a language's files; later files override earlier ones message by message.
    pub fn new(locale: &'static Locale, files: &[Arc<Messages>]) -> Self {
        let identifier: LanguageIdentifier = locale.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(format!("{NUMBER}{}{END}", number.as_string())),
            _ => None,
        }));
        let mut entries = BTreeMap::new();
        for file in files {
            entries.extend(file.entries.iter().cloned());
            bundle.add_resource_overriding(Arc::clone(&file.resource));
        }
        let without_arguments = entries.iter().filter(|(_, entry)| entry.arguments.is_empty());
        let plain = without_arguments.map(|(id, _)| (id.clone(), OnceLock::new())).collect();
        Self { locale, formats: Formats::new(locale), bundle, plain, entries }
    }

    /// The messages and where they stand, by id.
    pub fn entries(&self) -> &BTreeMap<String, Arc<MessageEntry>> {
        &self.entries
    }

    /// A message without arguments. An unknown id gives the id itself, which [`crate::check`] has reported.
    pub fn text(&self, id: &str) -> Html {
        let make = || self.format(id, &[], Isolation::Markup);
        self.plain.get(id).map_or_else(make, |text| text.get_or_init(make).clone())
    }

    /// A message without arguments as plain text.
    pub fn plain(&self, id: &str) -> String {
        self.format(id, &[], Isolation::Characters).as_str().to_owned()
    }

    /// A message with arguments as HTML; each is isolated with `bdi` where directions could mix.
    pub fn html(&self, id: &str, args: &[(&str, Arg)]) -> Html {
        self.format(id, args, Isolation::Markup)
    }

    /// A message with arguments as plain text (for titles, SVG and attributes, before escaping), isolated with
    /// FSI and PDI where directions could mix.
    pub fn string(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.format(id, args, Isolation::Characters).as_str().to_owned()
    }

    fn format(&self, id: &str, args: &[(&str, Arg)], isolation: Isolation) -> Html {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Html::text(id);
        };
        let mut values = FluentArgs::new();
        for (at, (name, arg)) in args.iter().enumerate() {
            match arg {
                Arg::Number(value, decimals) => {
                    // Fluent only fills up to so many decimals.
                    let mut number = fluent_bundle::types::FluentNumber::from(rounded(*value, *decimals));
                    // With any, a number is another one than the `[0]` of a message.
                    number.options.minimum_fraction_digits = Some(*decimals).filter(|decimals| *decimals > 0);
                    values.set(*name, FluentValue::Number(number));
                }
                // Short words may also choose a form, so plain ASCII words are given as they are.
                Arg::Text(text) if text.chars().all(|c| c.is_ascii_lowercase() || c == '-') => values.set(*name, text.as_str()),
                _ => values.set(*name, format!("{ARGUMENT}{at}{END}")),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        Html::trusted(self.fill(&text, args, isolation))
    }

    fn fill(&self, text: &str, args: &[(&str, Arg)], isolation: Isolation) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some(at) = rest.find([NUMBER, ARGUMENT]) {
            let (before, marked) = rest.split_at(at);
            isolation.write(&mut out, before);
            let (content, after) = marked.split_once(END).unwrap_or((marked, ""));
            if let Some(number) = content.strip_prefix(NUMBER) {
                let decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
                let number = self.formats.number(number.parse().unwrap_or_default(), decimals);
                isolation.isolate(&mut out, Piece::Text(&number), self.locale.direction);
            } else {
                let index: usize = content.trim_start_matches(ARGUMENT).parse().unwrap_or(usize::MAX);
                match args.get(index) {
                    Some((_, Arg::Text(text))) => isolation.isolate(&mut out, Piece::Text(text), self.locale.direction),
                    Some((_, Arg::Html(html))) => isolation.isolate(&mut out, Piece::Html(html), self.locale.direction),
                    _ => {}
                }
            }
            rest = after;
        }
        isolation.write(&mut out, rest);
        out
    }
}

/// How values are kept apart from the text around them.
#[derive(Clone, Copy)]
enum Isolation {
    /// `bdi` elements.
    Markup,
    /// First-strong isolate and pop directional isolate, for places where no markup is possible.
    Characters,
}

/// A value to be kept apart.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Text(&'a str),
    Html(&'a Html),
}

impl Isolation {
    fn write(self, out: &mut String, text: &str) {
        match self {
            Self::Markup => html::escape_into(out, text),
            Self::Characters => out.push_str(text),
        }
    }

    fn isolate(self, out: &mut String, piece: Piece<'_>, direction: Direction) {
        let content = match piece {
            Piece::Text(text) => text,
            Piece::Html(html) => html.as_str(),
        };
        // Left-to-right text in a left-to-right sentence cannot be reordered: no need for markup there.
        let needed = direction == Direction::RightToLeft || content.chars().any(html::is_right_to_left);
        let (open, close) = match self {
            _ if !needed => ("", ""),
            Self::Markup => ("<bdi>", "</bdi>"),
            Self::Characters => ("\u{2068}", "\u{2069}"),
        };
        out.push_str(open);
        match piece {
            Piece::Html(html) => out.push_str(html.as_str()),
            Piece::Text(text) => self.write(out, text),
        }
        out.push_str(close);
    }
}

fn describe(source: &Source, places: &HashMap<&str, Span>, message: &ast::Message<&str>) -> MessageEntry {
    let span = places.get(message.id.name).copied().unwrap_or_default();
    let mut entry = MessageEntry { path: source.path.clone(), span, plurals: Vec::new(), arguments: Vec::new() };
    if let Some(pattern) = &message.value {
        describe_pattern(pattern, &mut entry);
    }
    entry.arguments.sort();
    entry.arguments.dedup();
    entry
}

/// Where each message begins: the syntax tree has no places, but a message begins a line. The first of a name counts.
fn places(source: &Source) -> HashMap<&str, Span> {
    let mut places = HashMap::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some((id, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            let id = id.trim_end();
            places.entry(id).or_insert(Span::new(start, start + id.len()));
        }
        start += line.len();
    }
    places
}

fn describe_pattern(pattern: &ast::Pattern<&str>, entry: &mut MessageEntry) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            describe_expression(expression, entry);
        }
    }
}

fn describe_expression(expression: &ast::Expression<&str>, entry: &mut MessageEntry) {
    match expression {
        ast::Expression::Inline(inline) => describe_inline(inline, entry),
        ast::Expression::Select { selector, variants } => {
            describe_inline(selector, entry);
            let names = variants.iter().filter_map(|variant| match &variant.key {
                ast::VariantKey::Identifier { name } => Some((*name).to_owned()),
                ast::VariantKey::NumberLiteral { .. } => None,
            });
            let names: Vec<String> = names.collect();
            // A choice by exact numbers (`[1]`) with a default is none by category.
            let exact = names == ["other"] && variants.len() > 1;
            if !exact && names.iter().all(|name| CATEGORIES.contains(&name.as_str())) {
                entry.plurals.push(names);
            }
            for variant in variants {
                describe_pattern(&variant.value, entry);
            }
        }
    }
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn describe_inline(inline: &ast::InlineExpression<&str>, entry: &mut MessageEntry) {
    match inline {
        ast::InlineExpression::VariableReference { id } => entry.arguments.push(id.name.to_owned()),
        ast::InlineExpression::Placeable { expression } => describe_expression(expression, entry),
        _ => {}
    }
}

fn syntax_error(source: &Source, error: &fluent_syntax::parser::ParserError) -> Diagnostic {
    let message = Message::new("texten går inte att läsa från och med här", format!("the message cannot be read: {}", error.kind));
    let help = Message::new(
        "en text skrivs `namn = text`; rader som fortsätter dras in",
        "a message is written `name = text`; lines that go on are indented",
    );
    Diagnostic::new(Code::MessageSyntax, message).at(&source.path, error.pos.clone().into()).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue(tag: &str, text: &str) -> Catalogue {
        let source = Source::new("i18n/x.ftl", text);
        Catalogue::new(Locale::find(tag).expect("listed"), &[Arc::new(Messages::parse(source))])
    }

    #[test]
    fn isolates_where_directions_can_mix() {
        let message = "count = { $n ->\n [one] { $n } sida i { $name }\n *[other] { $n } sidor i { $name }\n}\n";
        let args = [("n", Arg::Number(1234.0, 0)), ("name", Arg::from("A&B"))];
        assert_eq!(catalogue("sv", message).html("count", &args).as_str(), "1\u{a0}234 sidor i A&amp;B");
        assert_eq!(catalogue("ar", message).html("count", &args).as_str(), "<bdi>1,234</bdi> sidor i <bdi>A&amp;B</bdi>");
        assert_eq!(catalogue("ar", message).string("count", &args), "\u{2068}1,234\u{2069} sidor i \u{2068}A&B\u{2069}");
    }

    #[test]
    fn rounds_to_the_decimals_asked_for() {
        let written = |value, decimals| catalogue("sv", "count = { $n } %\n").string("count", &[("n", Arg::Number(value, decimals))]);
        #[rustfmt::skip]
        let table = [
            (87.619_047_619, 0, "88 %"), (0.992_753, 2, "0,99 %"), (48.0, 1, "48,0 %"), (63.8, 1, "63,8 %"), (-0.3, 0, "0 %"), (58.5, 0, "59 %"), (51.25, 1, "51,3 %"),
        ];
        for (value, decimals, expect) in table {
            assert_eq!(written(value, decimals), expect, "{value} {decimals}");
        }
    }

    #[test]
    fn knows_none_from_some() {
        let catalogue = catalogue("sv", "late = { $n ->\n [0] Inget.\n [one] { $n } sen.\n *[other] { $n } sena.\n}\n");
        let written = |count: usize| catalogue.string("late", &[("n", Arg::from(count))]);
        assert_eq!([0, 1, 2].map(written), ["Inget.", "1 sen.", "2 sena."]);
    }

    #[test]
    fn knows_the_plural_forms_of_each_message() {
        let catalogue = catalogue("sv", "a = { $n ->\n [one] x\n *[other] y\n}\nb = { $sex ->\n [female] x\n *[male] y\n}\n");
        assert_eq!(catalogue.entries()["a"].plurals, [["one", "other"]]);
        assert!(catalogue.entries()["b"].plurals.is_empty());
    }
}
