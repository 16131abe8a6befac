//! Front matter of a new file, out of texts for its fields.

use super::{KnownField, known};
use crate::config::LanguageId;
use crate::document::Kind;
use crate::schema::write::YamlWriter;
use crate::schema::{Node, Shape, Value};
use crate::source::{Span, Spanned};

/// What a field of a new file says.
#[derive(Clone, Copy, Debug)]
pub struct FieldText<'a> {
    /// The way to it, as in [`super::Field::path`].
    pub path: &'a str,
    /// Its text; of a list, a line each.
    pub text: &'a str,
}

/// A field that files of a kind do not have, by the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField(pub String);

/// The front matter of a new file between its two lines of `---`, in the order in which fields are asked for. Read again,
/// each field has the text that was given for it.
///
/// # Errors
/// The first field that files of the kind do not have.
pub fn write(kind: Kind, language: LanguageId, texts: &[FieldText<'_>]) -> Result<String, UnknownField> {
    let known = known(kind, language);
    let mut placed = Vec::with_capacity(texts.len());
    for field in texts {
        let at = KnownField::find(&known, field.path).ok_or_else(|| UnknownField(field.path.to_owned()))?;
        let is_list = known.get(at).is_some_and(|known| known.shape == Shape::List);
        let scalar = |text: &str| Node { span: Span::default(), value: Value::Scalar(text.to_owned()) };
        let value = if is_list { Value::List(field.text.lines().map(scalar).collect()) } else { scalar(field.text).value };
        placed.push((at, field.path, value));
    }
    placed.sort_by_key(|(at, ..)| *at);
    let mut root = Value::Table(Vec::new());
    placed.into_iter().for_each(|(_, path, value)| insert(&mut root, path, value));
    number_items(&mut root);
    let entries = if let Value::Table(entries) = &root { entries.as_slice() } else { &[] };
    let writer = YamlWriter { flow: false, end: "\n", indent: 0 };
    Ok(format!("---\n{}---\n", writer.table(entries)))
}

/// Puts a value at the end of a way, with numbers of items as keys.
fn insert(root: &mut Value, path: &str, value: Value) {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let Value::Table(entries) = root else { return };
    let at = entries.iter().position(|(key, _)| key.value == first).unwrap_or_else(|| {
        let table = Node { span: Span::default(), value: Value::Table(Vec::new()) };
        entries.push((Spanned::new(first.to_owned(), Span::default()), table));
        entries.len() - 1
    });
    let Some((_, node)) = entries.get_mut(at) else { return };
    match rest {
        Some(rest) => insert(&mut node.value, rest, value),
        None => node.value = value,
    }
}

/// Makes lists of the tables whose keys are all numbers of items.
fn number_items(value: &mut Value) {
    let Value::Table(entries) = value else { return };
    entries.iter_mut().for_each(|(_, node)| number_items(&mut node.value));
    let numbers: Option<Vec<usize>> = entries.iter().map(|(key, _)| key.value.parse().ok()).collect();
    if let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) {
        let mut items: Vec<(usize, Node)> = numbers.into_iter().zip(entries.drain(..).map(|(_, node)| node)).collect();
        items.sort_by_key(|(number, _)| *number);
        *value = Value::List(items.into_iter().map(|(_, node)| node).collect());
    }
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test that cannot go on fails")]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    use super::*;
    use crate::config::{self, Config};
    use crate::diagnostic::Code;
    use crate::document::fields::{ANY_KEY, below, fields};
    use crate::document::{key_of, kind_of};
    use crate::source::load::{DiskLoader, Loader as _};
    use crate::source::{Source, SourcePath};

    fn config() -> Config {
        config::parse(&Source::new("site.toml", include_str!("../../../site.toml"))).value
    }

    /// A file of a kind, in the folder that stands for it.
    fn path(kind: Kind, language: LanguageId, config: &Config) -> SourcePath {
        let folders = &config.folders;
        let tag = if language == LanguageId::SOURCE { "" } else { ".en" };
        let (folder, name) = match kind {
            Kind::Page => ("", "a"),
            Kind::Programme => (folders.programme.as_str(), "index"),
            Kind::Goal => (folders.goals.as_str(), "a"),
            Kind::Assignment => (folders.assignments.as_str(), "a"),
            Kind::Body => (folders.bodies.as_str(), "a"),
            Kind::Area => (folders.areas.as_str(), "a"),
            Kind::Indicator => (folders.indicators.as_str(), "a"),
            Kind::News => (folders.news.as_str(), "a"),
            Kind::Term => (folders.glossary.as_str(), "a"),
        };
        SourcePath::new(format!("content/{folder}/{name}{tag}.md").replace("//", "/"))
    }

    /// The fields that are read of a file, by the way to each.
    fn read(path: SourcePath, text: &str, config: &Config) -> BTreeMap<String, String> {
        let source = Source::new(path.as_str(), text);
        let key = key_of(&path, config).unwrap_or_else(|found| panic!("{path}: {found:?}"));
        let parsed = crate::document::parse(&source, key.clone(), config);
        let broken = |code| matches!(code, Code::YamlSyntax | Code::UnknownKey | Code::RepeatedFact);
        assert!(!parsed.diagnostics.iter().any(|found| broken(found.code)), "{:#?}\n{text}", parsed.diagnostics);
        fields(&source, key, config).into_iter().map(|field| (field.path, field.text)).collect()
    }

    fn any_text(shape: &Shape) -> BoxedStrategy<String> {
        let odd = prop_oneof![
            "[A-Za-zåäöأبትግ0-9 :#'\"\\[\\]{},&*!|>%@`~?=<.\\\\-]{0,30}",
            "[a-zå \n:#-]{0,40}",
            "(no|null|~|4\\.10|0123|2009-04-08|---|a: b|- a|\\| a|it's|”citat”)",
            any::<String>(),
        ];
        match shape {
            Shape::Text | Shape::LocalText => odd.boxed(),
            Shape::Number => prop_oneof![Just("4.10".to_owned()), Just("-3,50".to_owned()), Just("1 000".to_owned())].boxed(),
            Shape::Flag => prop_oneof![Just("true".to_owned()), Just("false".to_owned())].boxed(),
            Shape::Date => Just("2009-04-08".to_owned()).boxed(),
            Shape::Period => prop_oneof![Just("2009".to_owned()), Just("2008/09".to_owned()), Just("2008..".to_owned())].boxed(),
            Shape::Choice(words) => select(words.clone()).boxed(),
            Shape::List => prop::collection::vec("[a-zå:,#'\\[\\]{} -]{1,12}", 0..4).prop_map(|lines| lines.join("\n")).boxed(),
        }
    }

    /// The same way with numbers of items, where there is a list of tables.
    fn numbered(pattern: &str, kind: Kind, number: &str) -> String {
        let lists = ["decisions", "report.sections", "targets", "targets.baselines", "costs", "breaks"];
        let mut path = String::new();
        for (at, part) in pattern.split('.').enumerate() {
            path = below(&path, if part == ANY_KEY { "Kön: alla" } else { part });
            let way: Vec<&str> = pattern.split('.').take(at + 1).collect();
            let way = way.join(".");
            if way != pattern && (lists.contains(&way.as_str()) || way == "follow_up" && kind == Kind::Assignment) {
                path = below(&path, if way == "targets" { number } else { "0" });
            }
        }
        path
    }

    /// A kind, a language, and texts for some of its fields.
    fn any_file() -> impl Strategy<Value = (Kind, LanguageId, BTreeMap<String, String>)> {
        (select(&Kind::ALL[..]), any::<bool>()).prop_flat_map(|(kind, source)| {
            let language = if source { LanguageId::SOURCE } else { LanguageId(1) };
            let all: Vec<(String, Shape)> = known(kind, language)
                .into_iter()
                .flat_map(|field| ["0", "1"].map(|number| (numbered(&field.path, kind, number), field.shape.clone())))
                .collect();
            let count = all.len();
            let some = subsequence(all, 0..=count);
            let texts = some.prop_flat_map(|some| {
                some.into_iter().map(|(path, shape)| any_text(&shape).prop_map(move |text| (path.clone(), text))).collect::<Vec<_>>()
            });
            let texts = texts.prop_map(|texts| {
                let mut texts: BTreeMap<String, String> = texts.into_iter().collect();
                // There is no second item without a first.
                if texts.keys().any(|path| path.starts_with("targets.1.")) {
                    texts.insert("targets.0.id".to_owned(), "a".to_owned());
                }
                texts
            });
            (Just(kind), Just(language), texts)
        })
    }

    fn written(kind: Kind, language: LanguageId, texts: &BTreeMap<String, String>) -> String {
        let texts: Vec<FieldText<'_>> = texts.iter().map(|(path, text)| FieldText { path, text }).collect();
        write(kind, language, &texts).unwrap_or_else(|UnknownField(path)| panic!("{path} is a field"))
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back((kind, language, texts) in any_file()) {
            let config = config();
            let written = written(kind, language, &texts);
            // Line ends behind a text are no part of it.
            let expected: BTreeMap<String, String> =
                texts.into_iter().map(|(path, text)| (path, text.trim_end_matches('\n').to_owned())).collect();
            let mut found = read(path(kind, language, &config), &written, &config);
            // Of a list without items there is only its name.
            found.retain(|path, text| expected.contains_key(path) || !text.is_empty());
            for (path, text) in &expected {
                prop_assert_eq!(found.get(path), Some(text), "{}\n{}", path, written);
            }
            prop_assert_eq!(found.len(), expected.len(), "{:#?}\n{}", found, written);
        }
    }

    #[test]
    fn every_page_of_a_programme_comes_out_as_it_was_read() {
        let config = config();
        let loader = DiskLoader::new(env!("CARGO_MANIFEST_DIR"));
        let pages = loader.list("content").unwrap_or_default();
        let pages: Vec<&SourcePath> = pages.iter().filter(|path| path.extension() == "md").collect();
        assert!(pages.len() > 100, "{}", pages.len());
        for path in pages {
            let text = Source::decode(path.clone(), &loader.read(path).unwrap_or_default()).text;
            let Ok(key) = key_of(path, &config) else { panic!("{path} has a key") };
            let kind = kind_of(&key.stem, &config);
            let texts = read(path.clone(), &text, &config);
            let written = written(kind, key.language, &texts);
            assert_eq!(read(path.clone(), &written, &config), texts, "{path}\n{written}");
        }
    }

    #[test]
    fn fields_stand_in_the_order_of_their_kind() {
        let texts =
            [("targets.1.id", "a.2"), ("number", "4.10"), ("title", "Fler: platser"), ("targets.0.id", "a.1"), ("lead", "soc\nbun")];
        let texts = texts.map(|(path, text)| FieldText { path, text });
        let expected = "---\ntitle: 'Fler: platser'\nnumber: 4.10\nlead: [soc, bun]\ntargets:\n  - id: a.1\n  - id: a.2\n---\n";
        assert_eq!(write(Kind::Goal, LanguageId::SOURCE, &texts).as_deref(), Ok(expected));
        let unknown = write(Kind::Page, LanguageId::SOURCE, &[FieldText { path: "targets.0.id", text: "a" }]);
        assert_eq!(unknown, Err(UnknownField("targets.0.id".to_owned())));
    }
}
