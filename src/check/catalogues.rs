//! The interface's texts: each language has every text, none that nothing knows, and all forms of number.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Message, suggestion};
use crate::locale::catalogue::{Catalogue, MessageEntry};

/// Compares each language's texts with the reference: what the program ships in Swedish, and what the site adds in
/// its source language.
pub fn check(config: &Config, catalogues: &[Arc<Catalogue>], reference: &Catalogue) -> Vec<Diagnostic> {
    let mut known: BTreeMap<&str, &MessageEntry> = reference.entries().iter().map(|(id, entry)| (id.as_str(), &**entry)).collect();
    if let Some(source) = catalogues.first() {
        for (id, entry) in source.entries() {
            known.entry(id).or_insert(entry);
        }
    }
    let mut found = Vec::new();
    for (language, catalogue) in config.languages.iter().zip(catalogues) {
        let mut own = catalogue.entries().iter().map(|(id, entry)| (id.as_str(), entry)).peekable();
        let missing: Vec<&str> = known.keys().copied().filter(|id| next_named(&mut own, id).is_none()).collect();
        if !missing.is_empty() {
            found.push(missing_messages(config, language.span, catalogue, &missing));
        }
        let mut wanted = known.iter().map(|(id, entry)| (*id, *entry)).peekable();
        for (id, entry) in catalogue.entries() {
            match next_named(&mut wanted, id) {
                Some(reference) => found.extend(unknown_arguments(id, entry, reference)),
                None => found.push(surplus(id, entry, &known)),
            }
            found.extend(plural_forms(id, entry, catalogue));
        }
    }
    found
}

/// What has an id, from a list that is in order and asked in order: one walk finds what a thousand searches would.
fn next_named<'a, T>(list: &mut Peekable<impl Iterator<Item = (&'a str, T)>>, id: &str) -> Option<T> {
    while list.next_if(|(other, _)| *other < id).is_some() {}
    list.next_if(|(other, _)| *other == id).map(|(_, thing)| thing)
}

fn missing_messages(config: &Config, span: crate::source::Span, catalogue: &Catalogue, missing: &[&str]) -> Diagnostic {
    let shown: Vec<String> = missing.iter().take(5).map(|id| format!("`{id}`")).collect();
    let more = if missing.len() > 5 { " …" } else { "" };
    let list = format!("{}{more}", shown.join(", "));
    let (tag, count) = (catalogue.locale.tag, missing.len());
    let message = Message::new(
        format!("{count} av webbplatsens texter saknas på {}: {list}", catalogue.locale.swedish),
        format!("{tag} lacks {count} of the interface's messages: {list}"),
    );
    let help = Message::new(
        format!("skriv dem i `i18n/{tag}/site.ftl`, eller ta bort språket ur site.toml"),
        format!("write them in `i18n/{tag}/site.ftl`, or remove the language from site.toml"),
    );
    Diagnostic::new(Code::MissingMessage, message).at(&config.path, span).help(help)
}

fn surplus(id: &str, entry: &MessageEntry, known: &BTreeMap<&str, &MessageEntry>) -> Diagnostic {
    let valid: Vec<&str> = known.keys().copied().collect();
    let message = Message::new(format!("texten `{id}` används inte"), format!("the message `{id}` is not used"));
    let near = suggestion(id, &valid).filter(|help| help.en.starts_with("did"));
    let remove = Message::new("ta bort den, eller lägg till den i källspråket också", "remove it, or add it in the source language too");
    Diagnostic::new(Code::SurplusMessage, message).at(&entry.path, entry.span).help(near.unwrap_or(remove))
}

/// A value that nobody gives would be shown as its name in braces.
fn unknown_arguments(id: &str, entry: &MessageEntry, reference: &MessageEntry) -> Vec<Diagnostic> {
    let unknown = entry.arguments.iter().filter(|argument| !reference.arguments.contains(argument));
    let valid: Vec<&str> = reference.arguments.iter().map(String::as_str).collect();
    unknown
        .map(|argument| {
            let message = Message::new(
                format!("texten `{id}` får inget värde `${argument}`"),
                format!("the message `{id}` is given no value `${argument}`"),
            );
            Diagnostic::new(Code::MessageSyntax, message).at(&entry.path, entry.span).maybe_help(suggestion(argument, &valid))
        })
        .collect()
}

fn plural_forms(id: &str, entry: &MessageEntry, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let wanted = catalogue.formats.plural_categories();
    let mut found = Vec::new();
    for forms in &entry.plurals {
        let missing: Vec<&str> = wanted.iter().copied().filter(|form| !forms.iter().any(|own| own == form)).collect();
        let surplus: Vec<&str> = forms.iter().map(String::as_str).filter(|form| !wanted.contains(form)).collect();
        let (language, tag) = (catalogue.locale.swedish, catalogue.locale.tag);
        let missing = missing.into_iter().map(|form| {
            Message::new(
                format!("`{id}` saknar formen `{form}`, som {language} behöver"),
                format!("`{id}` lacks the form `{form}`, which {tag} needs"),
            )
        });
        let surplus = surplus.into_iter().map(|form| {
            Message::new(
                format!("`{id}` har formen `{form}`, som inte finns på {language}"),
                format!("`{id}` has the form `{form}`, which {tag} does not have"),
            )
        });
        for message in missing.chain(surplus) {
            let forms = wanted.join(", ");
            let help = Message::new(format!("språket har formerna {forms}"), format!("the language has the forms {forms}"));
            found.push(Diagnostic::new(Code::PluralForms, message).at(&entry.path, entry.span).help(help));
        }
    }
    found
}
