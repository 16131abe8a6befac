//! Texts that may differ by language.

use std::collections::BTreeMap;

use super::{Config, LanguageId};
use crate::diagnostic::{Code, Diagnostic, Message, suggestion};
use crate::schema::{FieldReader, Node, Shape, Value};

/// A text that may differ by language; a single text is meant for all.
#[derive(Clone, Debug, Default)]
pub struct LocalText {
    texts: BTreeMap<String, String>,
    all: Option<String>,
}

impl LocalText {
    /// Reads a text, or a table of texts by language tag; `tags` are the languages that may stand there.
    pub fn read(node: &Node, tags: &[&str], reader: &mut FieldReader<'_>) -> Self {
        reader.note(node.span, Shape::LocalText);
        if !matches!(node.value, Value::Table(_)) {
            return Self { texts: BTreeMap::new(), all: reader.text(node).map(|text| text.value) };
        }
        let mut fields = reader.table(node);
        let mut texts = BTreeMap::new();
        for (tag, node) in fields.rest() {
            if tags.contains(&tag.value.as_str()) {
                if let Some(text) = reader.text(node) {
                    texts.insert(tag.value.clone(), text.value);
                }
            } else {
                let message = Message::new(
                    format!("`{}` är inget av webbplatsens språk", tag.value),
                    format!("`{}` is not a language of this site", tag.value),
                );
                let help = suggestion(&tag.value, tags);
                reader.found.push(Diagnostic::new(Code::UnknownLanguage, message).at(reader.path(), tag.span).maybe_help(help));
            }
        }
        Self { texts, all: None }
    }

    /// The key under which the text for a language stands; none where one text is meant for all.
    pub fn key(&self, config: &Config, language: LanguageId) -> Option<&'static str> {
        let tags = [language, LanguageId::SOURCE].map(|language| config.language(language).locale.tag);
        let own = tags.first().copied().filter(|tag| self.texts.contains_key(*tag));
        own.or_else(|| tags.last().copied().filter(|tag| self.all.is_none() && self.texts.contains_key(*tag)))
    }

    /// The text for a language, else for the source language, and the tag it is written in.
    pub fn get<'a>(&'a self, config: &'a Config, language: LanguageId) -> (&'a str, &'static str) {
        let source = config.source_language().locale.tag;
        let own = config.language(language).locale.tag;
        if let Some(text) = self.texts.get(own) {
            return (text, own);
        }
        let text = self.all.as_deref().or_else(|| self.texts.get(source).map(String::as_str)).unwrap_or_default();
        (text, source)
    }
}
