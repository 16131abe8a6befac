//! The interface's texts: each language's own and built-in files to one catalogue, parsed anew only where one differs.

use std::sync::Arc;

use super::cache::{Files, Kept};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::catalogue::Catalogue;
use crate::source::Source;
use crate::theme;

/// The texts of one language.
#[derive(Clone, Debug)]
struct Texts {
    /// The built-in ones first.
    sources: Vec<Source>,
    catalogue: Arc<Catalogue>,
    found: Vec<Diagnostic>,
}

/// The texts of all languages of a site, in its order.
#[derive(Clone, Debug)]
pub(super) struct AllTexts {
    list: Vec<Texts>,
    /// What every language must have: the program's own Swedish texts.
    reference: Arc<Catalogue>,
    pub(super) catalogues: Arc<Vec<Arc<Catalogue>>>,
    pub(super) found: Vec<Diagnostic>,
}

impl AllTexts {
    /// Parses what differs from before.
    pub(super) fn parse(files: &Files, config: &Config, before: Option<&Self>) -> Self {
        let texts = |language: &crate::config::Language| {
            let locale = language.locale;
            let folder = format!("i18n/{}", locale.tag);
            let own = files.below(&folder).filter_map(|(_, kept)| match kept {
                Some(Kept::Text(source)) => Some(source.clone()),
                _ => None,
            });
            let sources: Vec<Source> = theme::built_in_texts(locale.tag).into_iter().chain(own).collect();
            let known = before.and_then(|before| before.list.iter().find(|texts| texts.catalogue.locale.tag == locale.tag));
            known.filter(|texts| texts.is_of(&sources)).cloned().unwrap_or_else(|| Texts::parse(locale, sources))
        };
        let list: Vec<Texts> = config.languages.iter().map(texts).collect();
        let reference = before.map_or_else(built_in_swedish, |before| Arc::clone(&before.reference));
        let catalogues: Vec<Arc<Catalogue>> = list.iter().map(|texts| Arc::clone(&texts.catalogue)).collect();
        let mut found: Vec<Diagnostic> = list.iter().flat_map(|texts| texts.found.iter().cloned()).collect();
        found.extend(check::catalogues::check(config, &catalogues, &reference));
        Self { list, reference, catalogues: Arc::new(catalogues), found }
    }

    /// The files that they stand in.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.list.iter().flat_map(|texts| &texts.sources)
    }
}

impl Texts {
    fn parse(locale: &'static Locale, sources: Vec<Source>) -> Self {
        let parsed = Catalogue::parse(locale, &sources.iter().collect::<Vec<_>>());
        Self { sources, catalogue: Arc::new(parsed.value), found: parsed.diagnostics }
    }

    fn is_of(&self, sources: &[Source]) -> bool {
        let same = |(a, b): (&Source, &Source)| a.path == b.path && a.text == b.text;
        self.sources.len() == sources.len() && self.sources.iter().zip(sources).all(same)
    }
}

fn built_in_swedish() -> Arc<Catalogue> {
    let swedish = Locale::find("sv").expect("Swedish is in the list of locales");
    Texts::parse(swedish, theme::built_in_texts("sv")).catalogue
}
