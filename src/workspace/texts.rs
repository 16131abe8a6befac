//! The interface's texts: each language's own and built-in files to one catalogue, parsed anew only where one differs.

use std::sync::Arc;

use super::cache::{CachedFile, Files};
use crate::check;
use crate::config::{Config, Language};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::locale::catalogue::{Catalogue, Messages};
use crate::source::Source;
use crate::theme;

/// The texts of one language.
#[derive(Clone, Debug)]
struct Texts {
    /// The built-in ones first.
    files: Vec<Arc<Messages>>,
    catalogue: Arc<Catalogue>,
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
        let texts = |language: &Language| {
            let locale = language.locale;
            let folder = format!("i18n/{}", locale.tag);
            let own = files.below(&folder).filter_map(|(_, cached)| match cached {
                Some(CachedFile::Text(source)) => Some(source.clone()),
                _ => None,
            });
            let sources = theme::built_in_texts(locale.tag).into_iter().chain(own);
            Texts::parse(locale, sources, before.and_then(|before| before.of(locale)))
        };
        let list: Vec<Texts> = config.languages.iter().map(texts).collect();
        let reference = before.map_or_else(built_in_swedish, |before| Arc::clone(&before.reference));
        let catalogues: Vec<Arc<Catalogue>> = list.iter().map(|texts| Arc::clone(&texts.catalogue)).collect();
        let mut found: Vec<Diagnostic> = list.iter().flat_map(|texts| &texts.files).flat_map(|file| file.found.iter().cloned()).collect();
        found.extend(check::catalogues::check(config, &catalogues, &reference));
        Self { list, reference, catalogues: Arc::new(catalogues), found }
    }

    fn of(&self, locale: &Locale) -> Option<&Texts> {
        self.list.iter().find(|texts| texts.catalogue.locale.tag == locale.tag)
    }

    /// The files that they stand in.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.list.iter().flat_map(|texts| &texts.files).map(|file| &file.source)
    }
}

impl Texts {
    fn parse(locale: &'static Locale, sources: impl Iterator<Item = Source>, before: Option<&Self>) -> Self {
        let known = |source: &Source| {
            let mut files = before?.files.iter();
            files.find(|file| file.source.path == source.path && file.source.text == source.text).cloned()
        };
        let files: Vec<Arc<Messages>> = sources.map(|source| known(&source).unwrap_or_else(|| Arc::new(Messages::parse(source)))).collect();
        let same = |before: &&Self| before.files.len() == files.len() && before.files.iter().zip(&files).all(|(a, b)| Arc::ptr_eq(a, b));
        let catalogue = match before.filter(same) {
            Some(before) => Arc::clone(&before.catalogue),
            None => Arc::new(Catalogue::new(locale, &files)),
        };
        Self { files, catalogue }
    }
}

fn built_in_swedish() -> Arc<Catalogue> {
    let swedish = Locale::find("sv").expect("Swedish is in the list of locales");
    Texts::parse(swedish, theme::built_in_texts("sv").into_iter(), None).catalogue
}
