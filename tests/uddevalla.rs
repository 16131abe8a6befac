//! The repository's own site against the decided document: everything in it is on the site, word for word.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/built.rs"]
mod built;
#[path = "support/html.rs"]
mod html;

use std::path::Path;
use std::sync::LazyLock;

use built::Built;
use tydlig::config::LanguageId;
use tydlig::document::{Kind, TranslationState};
use tydlig::locale::catalogue::Arg;
use tydlig::site::RouteKind;
use tydlig::site::route::RouteTarget;

static SITE: LazyLock<Built> = LazyLock::new(|| built::build(Path::new(env!("CARGO_MANIFEST_DIR")), "2011-06-30"));

/// The programme as the municipality published it.
const DOCUMENT: &str = include_str!("documents/uddevalla-2007-2011.txt");

/// The chapters with a table: number, the prefix of its assignments' ids, rows.
const TABLES: [(&str, &str, usize); 7] =
    [("4.1", "soc", 6), ("4.2", "msb", 7), ("4.3", "klk", 15), ("4.4", "tk", 6), ("4.5", "rtj", 3), ("4.6", "bun", 8), ("4.7", "kof", 5)];

#[test]
fn nothing_is_wrong_with_the_site() {
    let report = SITE.loaded.report(Vec::new());
    let found: Vec<String> = report
        .diagnostics
        .iter()
        .map(|found| format!("{:?}: {}", found.primary.as_ref().map(|label| &label.path), found.message.en))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn has_all_parts_of_the_programme_in_each_language() {
    for language in SITE.loaded.snapshot.config.language_ids() {
        let count = |kind| {
            SITE.loaded.snapshot.site.routes.iter().filter(|(_, route)| route.kind == kind && route.language == Some(language)).count()
        };
        let tag = SITE.loaded.snapshot.config.language(language).locale.tag;
        assert_eq!(
            (count(RouteKind::Document(Kind::Assignment)), count(RouteKind::Document(Kind::Body)), count(RouteKind::Document(Kind::Goal))),
            (50, 7, 4),
            "{tag}"
        );
    }
}

#[test]
fn the_document_has_fifty_assignments() {
    let rows = rows();
    for (_, prefix, count) in TABLES {
        assert_eq!(rows.iter().filter(|(id, _)| id.starts_with(&format!("{prefix}-"))).count(), count, "{prefix}");
    }
    assert_eq!(rows.len(), 50);
}

#[test]
fn every_cell_stands_on_its_assignments_page() {
    let mut wrong = Vec::new();
    for tag in ["sv", "ar"] {
        for (id, cells) in rows() {
            let text = html::plain(page_of(&id, tag));
            wrong.extend(cells.iter().filter(|cell| !text.contains(cell.as_str())).map(|cell| format!("{tag} {id}: {cell}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_paragraph_of_the_chapters_stands_on_a_page_of_the_programme() {
    let routes = SITE.loaded.snapshot.site.routes.iter();
    let own = routes.filter(|(url, route)| route.language == Some(LanguageId::SOURCE) && url.starts_with("/program/"));
    let text: String = own.filter_map(|(url, _)| SITE.pages.get(url)).map(|page| format!("{} ", html::plain(page))).collect();
    let paragraphs = paragraphs();
    assert!(paragraphs.len() > 50, "{} paragraphs", paragraphs.len());
    let missing: Vec<&String> = paragraphs.iter().filter(|paragraph| !text.contains(paragraph.as_str())).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_page_says_that_the_site_is_a_demonstration() {
    for (url, route) in pages() {
        let language = route.language.unwrap_or(LanguageId::SOURCE);
        let notice = SITE.loaded.snapshot.catalogues[language.index()].plain("notice-demo");
        assert!(html::plain(&SITE.pages[url]).contains(&html::normal(&notice)), "{url}");
    }
}

#[test]
fn every_machine_translation_says_so() {
    let snapshot = &SITE.loaded.snapshot;
    let mut machine = 0;
    for (url, route) in pages() {
        let RouteTarget::Page(page, language) = &route.target else { continue };
        let Some(version) = snapshot.site.pages.get(*page).own(*language) else { continue };
        let Some(translation) = version.entry.translation.as_ref().filter(|translation| translation.state == TranslationState::Machine)
        else {
            continue;
        };
        let catalogue = &snapshot.catalogues[language.index()];
        // The date is a text of its own: what stands around it is enough.
        let text = match translation.date {
            Some(_) => catalogue.string("notice-machine", &[("date", Arg::from("|"))]),
            None => catalogue.plain("notice-machine-undated"),
        };
        let text: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
        let shown = html::plain(&SITE.pages[url]);
        assert!(text.split('|').all(|part| shown.contains(&html::normal(part))), "{url} lacks {text}");
        machine += 1;
    }
    assert!(machine > 100, "{machine}");
}

#[test]
fn figures_keep_their_direction_in_arabic() {
    assert_eq!(figures("mellan 2007-2011, tel 0522-69 60 00 och 12/13 – a-b"), ["2007-2011", "0522-69 60 00", "12/13"]);
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (url, _) in pages().into_iter().filter(|(url, _)| url.starts_with("/ar/")) {
        for (open, text) in html::texts(&SITE.pages[url]) {
            let apart = open.iter().rev().find_map(|element| match (element.name.as_str(), element.attribute("dir")) {
                ("bdi", _) | (_, Some("ltr")) => Some(true),
                (_, Some(_)) => Some(false),
                ("title" | "script" | "style", None) => Some(true),
                _ => None,
            });
            seen += figures(&text).len();
            if apart != Some(true) {
                wrong.extend(figures(&text).into_iter().map(|figure| format!("{url}: {figure}")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(seen > 20, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Runs of digits with signs between them that the bidirectional algorithm would turn round among Arabic letters:
/// `2007-2011`, `0522-69 60 00`, `127 258` (UAX #9, rules W2 and W4).
fn figures(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for sign in text.chars().chain(['.']) {
        let between = matches!(sign, '-' | '–' | '−' | '/' | ' ' | '\u{A0}' | '\u{202F}');
        if sign.is_ascii_digit() || (between && run.ends_with(|c: char| c.is_ascii_digit())) {
            run.push(sign);
            continue;
        }
        let figure = std::mem::take(&mut run);
        let figure = figure.trim_end_matches(|c: char| !c.is_ascii_digit());
        if figure.contains(|c: char| !c.is_ascii_digit()) {
            found.push(figure.to_owned());
        }
    }
    found
}

/// All pages that people read: redirects are on their way to one.
fn pages() -> Vec<(&'static str, &'static tydlig::site::Route)> {
    let routes = SITE.loaded.snapshot.site.routes.iter();
    routes.filter(|(url, route)| route.kind != RouteKind::Redirect && SITE.pages.contains_key(*url)).collect()
}

fn page_of(id: &str, tag: &str) -> &'static str {
    let snapshot = &SITE.loaded.snapshot;
    let language = snapshot.config.find_language(tag).expect("the site has the language");
    let mut routes = snapshot.site.routes.iter();
    let own = routes.find(|(_, route)| {
        route.id.as_deref() == Some(id) && route.language == Some(language) && route.kind == RouteKind::Document(Kind::Assignment)
    });
    let (url, _) = own.unwrap_or_else(|| panic!("{id} has no page in {tag}"));
    &SITE.pages[url]
}

/// The rows of the document's tables: id, cells with their numbers taken off.
fn rows() -> Vec<(String, Vec<String>)> {
    let mut rows = Vec::new();
    let mut table = None;
    for line in DOCUMENT.lines() {
        if !line.contains('\t') {
            let heading = line.split(' ').next().unwrap_or_default();
            let numbered = heading.starts_with(|c: char| c.is_ascii_digit()) && heading.contains('.');
            if numbered {
                table = TABLES.iter().find(|(number, _, _)| *number == heading);
            }
            continue;
        }
        let Some((_, prefix, _)) = table else { continue };
        let cells: Vec<String> = line.split('\t').map(html::plain).collect();
        let (number, first) = cells[0].split_once('.').unwrap_or(("", ""));
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let rest = cells.iter().skip(1).cloned();
        let cells = std::iter::once(first.trim().to_owned()).chain(rest).filter(|cell| !cell.is_empty());
        rows.push((format!("{prefix}-{number}"), cells.collect()));
    }
    rows
}

/// The paragraphs and list items of the document's chapters outside its tables.
fn paragraphs() -> Vec<String> {
    let from = DOCUMENT.find("Program för integration ska vara").expect("the introduction is there");
    let lines = DOCUMENT.get(from..).unwrap_or_default().lines().filter(|line| !line.contains('\t'));
    let texts = lines.map(|line| html::normal(&line.trim_start_matches("- ").replace('*', "")));
    let heading =
        |text: &String| text.starts_with(|c: char| c.is_ascii_digit()) && text.split(' ').next().is_some_and(|number| number.contains('.'));
    texts.filter(|text| text.len() > 1 && !heading(text)).collect()
}
