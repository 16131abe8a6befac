//! What there is to know of one page, for the bar: where it comes from, its languages, what was found in its files and how
//! hard its text is to read.

use serde::Serialize;

use super::address;
use super::problem::{Findings, Problem};
use super::state::{PageRequest, PreviewState, Revision, url_of};
use super::view_options::ViewOptions;
use crate::check::readability::{Band, Reading};
use crate::config::LanguageId;
use crate::diagnostic::{Diagnostic, Level, UiLanguage};
use crate::document::{Entry, TranslationState};
use crate::locale::Locale;
use crate::site::page::Version;
use crate::site::route::RouteTarget;
use crate::site::{Generated, PageId, Route};
use crate::snapshot::Snapshot;
use crate::source::{SourcePath, Span};
use crate::workspace::Loaded;

/// How many long sentences are shown.
const LONGEST: usize = 8;

/// All of it.
#[derive(Debug, Default, Serialize)]
pub(super) struct Facts {
    /// Whether the site can be shown as it is wanted.
    shown: bool,
    kind: &'static str,
    /// The file that the text comes from.
    source: Option<File>,
    draft: bool,
    today: Option<String>,
    /// The day that is judged by when none is wanted.
    usual_today: Option<String>,
    drafts: bool,
    languages: Vec<Language>,
    findings: Vec<Finding>,
    readability: Option<Readability>,
    /// All findings of the site.
    errors: usize,
    warnings: usize,
}

/// A file and how to open it.
#[derive(Debug, Serialize)]
struct File {
    path: String,
    edit: Option<String>,
}

/// The page in one language.
#[derive(Debug, Serialize)]
struct Language {
    tag: &'static str,
    name: &'static str,
    swedish: &'static str,
    dir: &'static str,
    href: String,
    current: bool,
    /// `source`, `made` by the program, `human`, `reviewed`, `machine`, `unknown` or `missing`.
    state: &'static str,
    by: Option<String>,
    date: Option<String>,
    /// How many blocks of the source have changed since; unknown where its hashes were not noted.
    outdated: Option<usize>,
    draft: bool,
    file: Option<File>,
    /// The language that is shown where its own is missing.
    instead: Option<&'static str>,
}

/// A finding on this page, and where on it.
#[derive(Debug, Serialize)]
struct Finding {
    #[serde(flatten)]
    problem: Problem,
    locator: Option<Locator>,
}

/// How the place of a finding is found on the page.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Locator {
    /// `link` or `image`, the one with the number in the text; or `text`, whatever holds it.
    kind: &'static str,
    number: usize,
    text: String,
}

/// How hard the text is to read.
#[derive(Debug, Serialize)]
struct Readability {
    words: usize,
    sentences: usize,
    long_words: usize,
    /// Swedish only.
    lix: Option<u32>,
    lix_limit: Option<u32>,
    band: Option<&'static str>,
    sentence_limit: usize,
    longest: Vec<Long>,
    /// How many are above the limit.
    over: usize,
}

/// A long sentence.
#[derive(Debug, Serialize)]
struct Long {
    words: usize,
    text: String,
}

/// What there is to know of a page.
pub(super) fn of(state: &PreviewState, place: &PageRequest) -> Facts {
    let revision = state.now_as(place.options);
    let usual = state.now();
    let day = |revision: &Revision| revision.good.as_ref().map(|good| good.snapshot.site.today.to_string());
    let facts = Facts {
        shown: revision.good.is_some(),
        today: place.options.today.map(|today| today.to_string()).or_else(|| day(&usual)),
        usual_today: day(&usual),
        drafts: place.options.drafts,
        errors: revision.findings.report.count(Level::Error),
        warnings: revision.findings.report.count(Level::Warning),
        ..Facts::default()
    };
    let Some(good) = &revision.good else { return facts };
    let Some(url) = url_of(good, &place.path) else { return facts };
    let Some(route) = good.snapshot.site.routes.get(&url) else { return facts };
    let on_page = state.found_on(good, &url, route);
    let page = Page { state, good, findings: &revision.findings, on_page, options: place.options };
    page.facts(route, facts)
}

struct Page<'a> {
    state: &'a PreviewState,
    good: &'a Loaded,
    findings: &'a Findings,
    /// What was found on the finished page.
    on_page: Vec<Diagnostic>,
    options: ViewOptions,
}

impl Page<'_> {
    fn facts(&self, route: &Route, facts: Facts) -> Facts {
        let facts = Facts { kind: route.kind.key(), ..facts };
        let Snapshot { config, site, .. } = &self.good.snapshot;
        match route.target {
            RouteTarget::Page(id, language) => {
                let (shown, version) = site.pages.full_version(config, id, language);
                let source = &site.pages.get(id).source().path;
                Facts {
                    source: self.file(&version.entry.path),
                    draft: version.entry.draft || site.pages.get(id).source().draft,
                    languages: config.language_ids().map(|other| self.version(id, other, language)).collect(),
                    findings: self.found(Some(&version.entry), Some(source)),
                    readability: self.readability(version, config.language(shown).locale),
                    ..facts
                }
            }
            RouteTarget::Generated(generated, language) => {
                let made = |other| self.made(generated, other, language);
                Facts { languages: config.language_ids().filter_map(made).collect(), findings: self.found(None, None), ..facts }
            }
            _ => facts,
        }
    }

    /// The address of a URL of the site, with what is wanted.
    fn href(&self, url: &str) -> String {
        let query = self.options.query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", address::encode(&self.good.snapshot.config.path_of(url)))
    }

    /// A file of the site's; pages that the program makes have none.
    fn file(&self, path: &SourcePath) -> Option<File> {
        let edit = super::problem::edit_at(path, None, self.state.message_context());
        Some(File { path: path.as_str().to_owned(), edit }).filter(|file| !file.path.is_empty())
    }

    fn version(&self, id: PageId, language: LanguageId, current: LanguageId) -> Language {
        let Snapshot { config, site, .. } = &self.good.snapshot;
        let own = site.pages.get(id).own(language);
        let translation = own.and_then(|version| version.entry.translation.as_ref());
        let state = match (own, translation.map(|translation| translation.state)) {
            (None, _) => "missing",
            (Some(version), _) if version.doc.is_none() => "made",
            _ if language == LanguageId::SOURCE => "source",
            (_, Some(TranslationState::Human)) => "human",
            (_, Some(TranslationState::Reviewed)) => "reviewed",
            (_, Some(TranslationState::Machine)) => "machine",
            (_, None) => "unknown",
        };
        let (shown, _) = site.pages.full_version(config, id, language);
        Language {
            state,
            by: translation.and_then(|translation| translation.by.clone()),
            date: translation.and_then(|translation| translation.date).map(|date| date.to_string()),
            outdated: translation.and_then(|translation| translation.outdated_blocks(&site.pages.get(id).source().text)),
            draft: own.is_some_and(|version| version.entry.draft),
            file: own.and_then(|version| self.file(&version.entry.path)),
            instead: (shown != language).then(|| config.language(shown).locale.autonym),
            ..self.language(language, site.routes.page(id, language), current)
        }
    }

    fn made(&self, generated: Generated, language: LanguageId, current: LanguageId) -> Option<Language> {
        let url = self.good.snapshot.site.routes.generated(generated, language)?;
        Some(self.language(language, url, current))
    }

    fn language(&self, language: LanguageId, url: &str, current: LanguageId) -> Language {
        let locale = self.good.snapshot.config.language(language).locale;
        Language {
            tag: locale.tag,
            name: locale.autonym,
            swedish: locale.swedish,
            dir: locale.direction.key(),
            href: self.href(url),
            current: language == current,
            state: "made",
            by: None,
            date: None,
            outdated: None,
            draft: false,
            file: None,
            instead: None,
        }
    }

    /// What was found in the files of the page, as its text and the source file whose facts all languages share; and what
    /// was found on the finished page, wherever that comes from.
    fn found(&self, entry: Option<&Entry>, source: Option<&SourcePath>) -> Vec<Finding> {
        let Findings { report, sources, .. } = self.findings;
        let concerns = |found: &&Diagnostic| {
            let path = found.primary.as_ref().map(|label| &label.path);
            path.is_some() && (path == entry.map(|entry| &entry.path) || path == source)
        };
        // The same finding may have been told of several pages.
        let is_of_page = |found: &&Diagnostic| self.on_page.iter().any(|own| own.code == found.code && own.primary == found.primary);
        let finding = |found: &Diagnostic| {
            let label = found.primary.as_ref();
            let locator = entry.zip(label.filter(|label| Some(&label.path) == entry.map(|entry| &entry.path)));
            let locator = locator.and_then(|(entry, label)| locate(entry, label.span?, &sources.get(&label.path)?.text));
            Finding { problem: Problem::of(found, sources, self.state.message_context()), locator }
        };
        let of_files = report.diagnostics.iter().filter(concerns).filter(|found| !is_of_page(found));
        of_files.chain(&self.on_page).map(finding).collect()
    }

    fn readability(&self, version: &Version, locale: &Locale) -> Option<Readability> {
        version.doc?;
        let reading = Reading::of_page(version.entry.summary.as_deref(), &version.entry.text);
        if reading.words == 0 {
            return None;
        }
        let lix = reading.lix(locale);
        let names = lix.map(|lix| Band::of(lix).names());
        let limit = locale.sentence_words;
        let longest = reading.longest(limit);
        Some(Readability {
            words: reading.words,
            sentences: reading.sentences.len(),
            long_words: reading.long_words,
            lix,
            lix_limit: locale.lix_limit,
            band: names.map(|(swedish, english)| match self.state.message_context().ui_language {
                UiLanguage::Swedish => swedish,
                UiLanguage::English => english,
            }),
            sentence_limit: limit,
            over: longest.len(),
            longest: longest.iter().take(LONGEST).map(|long| Long { words: long.words, text: long.text.clone() }).collect(),
        })
    }
}

/// How the place of a finding is found on the page: links and images by their number, all else by its text.
fn locate(entry: &Entry, span: Span, text: &str) -> Option<Locator> {
    let written = text.get(span.start..span.end.max(span.start))?;
    if let Some(at) = entry.text.links.iter().position(|link| link.span == span) {
        let image = entry.text.links.get(at)?.image;
        let number = entry.text.links.iter().take(at).filter(|link| link.image == image).count();
        let text = written.trim_start_matches(['!', '[']).split("](").next().unwrap_or_default();
        return Some(Locator { kind: if image { "image" } else { "link" }, number, text: plain(text) });
    }
    let text = plain(written);
    (!text.is_empty()).then_some(Locator { kind: "text", number: 0, text })
}

/// A piece of a file without the signs of Markdown and YAML, in one line.
fn plain(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '#' | '"')).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_signs_that_no_reader_sees() {
        assert_eq!(plain("## En **stor**\n`kod` \"x\""), "En stor kod x");
    }
}
