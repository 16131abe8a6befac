//! What the program tells a person about their files: a code, a place, a message and what to do, in Swedish and English.
//! Diagnostics are values; [`emit`] alone knows how they look.

pub mod code;
pub mod emit;
pub mod explain;

use std::collections::BTreeMap;

pub use code::Code;

use crate::source::{SourcePath, Span};

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The output would be wrong; nothing is published.
    Error,
    /// Should be mended, but stops nothing unless asked to (`--deny warnings`).
    Warning,
}

impl Level {
    /// The word used in machine-readable output and in `site.toml`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The languages the program itself speaks with its user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UiLanguage {
    /// Swedish, the staff's language.
    #[default]
    Swedish,
    /// English.
    English,
}

/// A text for the user in both languages the program speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// A message in both languages.
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// The text in one language.
    pub fn in_ui_language(&self, ui_language: UiLanguage) -> &str {
        match ui_language {
            UiLanguage::Swedish => &self.sv,
            UiLanguage::English => &self.en,
        }
    }
}

/// A place in a file, with an optional remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub path: SourcePath,
    /// The bytes concerned; `None` when the whole file is meant.
    pub span: Option<Span>,
    /// What is said at the place.
    pub text: Option<Message>,
}

impl Label {
    /// A place without a remark.
    pub fn new(path: &SourcePath, span: Span) -> Self {
        Self { path: path.clone(), span: Some(span), text: None }
    }

    /// A whole file.
    pub fn file(path: &SourcePath) -> Self {
        Self { path: path.clone(), span: None, text: None }
    }

    /// The same place with a remark.
    #[must_use]
    pub fn saying(mut self, text: Message) -> Self {
        self.text = Some(text);
        self
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// How serious, after the site's own levels are applied.
    pub level: Level,
    /// What is wrong, one sentence without a full stop.
    pub message: Message,
    /// Where.
    pub primary: Option<Label>,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<Message>,
}

impl Diagnostic {
    /// A finding of a rule at its default level.
    pub fn new(code: Code, message: Message) -> Self {
        Self { code, level: code.default_level(), message, primary: None, labels: Vec::new(), help: None }
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, path: &SourcePath, span: Span) -> Self {
        self.primary = Some(Label::new(path, span));
        self
    }

    /// Sets the file as the place.
    #[must_use]
    pub fn in_file(mut self, path: &SourcePath) -> Self {
        self.primary = Some(Label::file(path));
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn and(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Sets the help when there is one.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<Message>) -> Self {
        self.help = help;
        self
    }
}

/// A value and what was found wrong on the way to it: the only return shape for what users write.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The best value that could be made.
    pub value: T,
    /// What is wrong with its source.
    pub diagnostics: Vec<Diagnostic>,
}

/// The site's own levels for rules that may be changed (`[checks]` in site.toml).
#[derive(Clone, Debug, Default)]
pub struct Levels(pub BTreeMap<Code, Option<Level>>);

/// All diagnostics of a run: levels applied, sorted, without repetitions.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// By path, place and code.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Applies the site's levels, sorts by path, place and code, and removes repetitions.
    pub fn new(diagnostics: Vec<Diagnostic>, levels: &Levels) -> Self {
        let mut kept: Vec<Diagnostic> = diagnostics
            .into_iter()
            .filter_map(|mut diagnostic| {
                match levels.0.get(&diagnostic.code) {
                    Some(None) if diagnostic.code.default_level() == Level::Warning => return None,
                    Some(Some(level)) if diagnostic.code.default_level() == Level::Warning => diagnostic.level = *level,
                    // An error would make the output wrong: its level is fixed.
                    _ => {}
                }
                Some(diagnostic)
            })
            .collect();
        kept.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
        kept.dedup();
        Self { diagnostics: kept }
    }

    /// How many there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// Whether the site must not be published.
    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }
}

fn sort_key(diagnostic: &Diagnostic) -> (Option<(&SourcePath, Option<Span>)>, Code, &Message) {
    let place = diagnostic.primary.as_ref().map(|label| (&label.path, label.span));
    (place, diagnostic.code, &diagnostic.message)
}

/// The nearest of the valid names, when one is near enough to be a slip of the pen.
pub fn nearest<'a>(name: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    valid
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count().max(name.chars().count()) / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}

/// "Did you mean …?", or the list of what is valid when nothing is near and the list is short.
pub fn suggestion(name: &str, valid: &[&str]) -> Option<Message> {
    if let Some(near) = nearest(name, valid.iter().copied()) {
        return Some(Message::new(format!("menade du `{near}`?"), format!("did you mean `{near}`?")));
    }
    let list = valid.iter().take(12).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let more = if valid.len() > 12 { " …" } else { "" };
    (!valid.is_empty()).then(|| Message::new(format!("giltiga är {list}{more}"), format!("valid are {list}{more}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_name() {
        let cases = [("tilte", Some("title")), ("sumary", Some("summary")), ("xyz", None), ("", None)];
        for (name, expected) in cases {
            assert_eq!(nearest(name, ["title", "summary", "slug"]), expected, "{name}");
        }
    }
}
