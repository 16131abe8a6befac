//! How much there is in each language.

use serde::Serialize;

use super::{PageContext, phrase};
use crate::config::LanguageId;
use crate::document::TranslationState::{Machine, Reviewed};
use crate::html::Html;

/// What the page shows.
#[derive(Clone, Debug, Serialize)]
pub struct LanguagesPage {
    /// A row a language.
    pub rows: Vec<LanguageRow>,
}

/// How much there is in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageRow {
    /// Its own name.
    pub name: &'static str,
    /// Its tag.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// Pages of the site.
    pub pages: Html,
    /// Pages that are translated.
    pub translated: Html,
    /// By machine, unchecked.
    pub machine: Html,
    /// Checked by a person.
    pub reviewed: Html,
    /// Share of translated pages.
    pub share: Html,
}

/// Counts pages and their translations, language by language.
pub fn languages(context: PageContext<'_>) -> LanguagesPage {
    let snapshot = context.snapshot;
    let formats = &context.texts().formats;
    let total = snapshot.site.pages.len();
    let number = |count: usize| Html::text(&formats.number(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), 0));
    let row = |language: LanguageId| {
        let locale = snapshot.config.language(language).locale;
        let versions: Vec<_> = snapshot.site.pages.iter().filter_map(|(_, page)| page.own(language)).collect();
        let state =
            |wanted| versions.iter().filter(|version| version.entry.translation.as_ref().is_some_and(|made| made.state == wanted)).count();
        #[expect(clippy::cast_precision_loss, reason = "counts of pages are far below 2^52")]
        let share = if total == 0 { 0.0 } else { versions.len() as f64 * 100.0 / total as f64 };
        LanguageRow {
            name: locale.autonym,
            lang: locale.tag,
            dir: locale.direction.key(),
            pages: number(total),
            translated: number(versions.len()),
            machine: number(state(Machine)),
            reviewed: number(state(Reviewed)),
            share: phrase::amount(context, share.floor(), ("percent", 0)),
        }
    };
    LanguagesPage { rows: snapshot.config.language_ids().map(row).collect() }
}
