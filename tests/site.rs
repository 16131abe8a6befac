//! Small whole sites, each named for what it is there for: their routes, their pages, and what must hold on every page.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

#[path = "support/built.rs"]
mod built;
#[path = "support/html.rs"]
mod html;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use built::{Built, build};
use tydlig::config::LanguageId;
use tydlig::site::RouteKind;
use tydlig::site::route::RouteTarget;
use tydlig::source::SourcePath;
use tydlig::source::load::MemoryLoader;
use tydlig::workspace::{self, Options};

/// The sites and the day that each is read on.
const SITES: [(&str, &str); 7] = [
    ("minimal", "2010-06-30"),
    ("bilingual", "2010-06-30"),
    ("programme", "2010-06-30"),
    ("duties", "2019-10-15"),
    ("progress", "2011-05-20"),
    ("rtl", "2010-06-30"),
    ("base-path", "2010-06-30"),
];

/// The pages of the site with all kinds of follow-up that are compared whole: more than this nobody reads.
/// tests/follow_up.rs tells what must be on the others.
const PROGRESS: [&str; 15] = [
    "/uppfoljning/",
    "/uppfoljning/2010/",
    "/uppfoljning/rapportering/",
    "/bodies/vard/",
    "/assignments/skola-2/",
    "/indicators/behoriga/",
    "/indicators/larare/",
    "/indicators/samtal/",
    "/indicators/trygghet/",
    "/indicators/vantetid/",
    "/ar/progress/",
    "/ar/progress/2010/",
    "/ar/progress/coverage/",
    "/ar/bodies/vard/",
    "/ar/assignments/skola-2/",
];

#[test]
fn minimal() {
    snapshot("minimal");
}

#[test]
fn bilingual() {
    snapshot("bilingual");
}

#[test]
fn programme() {
    snapshot("programme");
}

#[test]
fn duties() {
    snapshot("duties");
}

#[test]
fn progress() {
    let site = clean("progress");
    let pages = pages(&site, &PROGRESS, blocks);
    insta::assert_snapshot!("progress-routes", routes(&site));
    insta::assert_snapshot!("progress-pages", pages);
}

#[test]
fn rtl() {
    snapshot("rtl");
}

#[test]
fn base_path() {
    snapshot("base-path");
}

/// Every address with its kind, readers' language, language of its text, and source.
fn routes(site: &Built) -> String {
    let config = &site.loaded.snapshot.config;
    let mut list = String::new();
    for (url, route) in site.loaded.snapshot.site.routes.iter() {
        let tag = |language: Option<LanguageId>| language.map_or("-", |language| config.language(language).locale.tag);
        let source = route.source.as_ref().map_or("-", SourcePath::as_str);
        let _ = writeln!(
            list,
            "{url} {} {} {} {} {source}",
            route.kind.key(),
            tag(route.language),
            tag(route.content_language),
            route.id.as_deref().unwrap_or("-")
        );
    }
    list
}

/// Compares a site's findings and routes, and the `<main>` of each page.
fn snapshot(name: &str) {
    let site = clean(name);
    let urls: Vec<&str> = site.pages.keys().map(String::as_str).collect();
    let pages = pages(&site, &urls, |main| main.replace("> <", "><").replace("><", ">\n<"));
    insta::assert_snapshot!(format!("{name}-routes"), routes(&site));
    insta::assert_snapshot!(format!("{name}-pages"), pages);
}

/// A site that nothing is wrong with.
fn clean(name: &str) -> Built {
    let site = site(name);
    let found = site.loaded.report(Vec::new()).diagnostics;
    assert!(found.is_empty(), "{found:#?}");
    site
}

/// The `<main>` of some pages, parted into lines.
fn pages(site: &Built, urls: &[&str], lines: impl Fn(String) -> String) -> String {
    let mut pages = String::new();
    for url in urls {
        let page = &site.pages[*url];
        let main = page.find("<main").and_then(|start| page.get(start..page.find("</main>")?)).unwrap_or(page);
        let _ = writeln!(pages, "## {url}\n{}\n", lines(html::normal(main)));
    }
    pages
}

/// What Markdown comes to on a page.
#[test]
fn texts_become_html() {
    let cases = [
        ("a *b* ~~c~~ `d<`\ne\\\nf", "<p>a <em>b</em> <s>c</s> <code>d&lt;</code>\ne<br>f</p>"),
        ("[x](index.md#k) [y](#k)\n\n## A {#k}\n", "<p><a href=\"/#k\">x</a> <a href=\"#k\">y</a></p><h2 id=\"k\">A</h2>"),
        ("## A {#k\"onmouseover=\"alert(1)}\n", "<h2 id=\"a\">A</h2>"),
        ("![a *b*&amp;](c.png)", "<p><img loading=\"lazy\" alt=\"a b&amp;\" src=\"/c.png\"></p>"),
        (
            "[x](c.png) [y](https://a.se/?b&c) <d@e.se>",
            "<a href=\"/c.png\">x</a> <a href=\"https://a.se/?b&amp;c\">y</a> <a href=\"mailto:d@e.se\">",
        ),
        ("[lost](lost.md)", "<p><a>lost</a></p>"),
        ("3. a\n4. b\n\n---\n\n> c", "<ol start=\"3\"><li>a</li><li>b</li></ol><hr><blockquote><p>c</p></blockquote>"),
        (
            "| *a* | | [b](#main) |\n|--|--|--:|\n| 1 | 2 | 3 |\n",
            "<thead><tr><th scope=\"col\"><em>a</em></th><td></td><th scope=\"col\" class=\"number\"><a href=\"#main\">b</a></th></tr></thead>\
             <tbody><tr><td>1</td><td>2</td><td class=\"number\">3</td></tr></tbody></table></div>",
        ),
        ("```\na\n  b\n```\n", "<pre tabindex=\"0\"><code>a\n  b\n</code></pre>"),
        ("<!-- a\nb -->\nc", "<p>c</p>"),
    ];
    let settings = "[site]\ntitle = \"A\"\norganisation = \"B\"\nbase_url = \"https://example.org/\"\n[[language]]\ntag = \"sv\"\n[[language]]\ntag = \"ar\"\n";
    let mut loader = MemoryLoader::default().with("site.toml", settings).with("content/c.png", "x");
    loader = loader.with("content/index.md", "---\ntitle: A\n---\n## A {#k}\n").with("content/n.md", "---\ntitle: A\n---\n");
    loader = loader.with("content/n.ar.md", "---\ntitle: A\n---\nهاتف **018-727 00**\n");
    for (number, (text, _)) in cases.iter().enumerate() {
        loader = loader.with(&format!("content/c{number}.md"), format!("---\ntitle: A\n---\n{text}"));
    }
    let options = Options { base_url: None, today: "2010-01-01".parse().expect("this is a date"), drafts: false };
    let site = built::render(workspace::load(&loader, &options).expect("files in memory can be read"), &loader);
    for (number, (text, expected)) in cases.iter().enumerate() {
        let page = &site.pages[&format!("/c{number}/")];
        assert!(page.contains(expected), "{text:?}: {page}");
        assert!(!page.contains("onmouseover"), "{text:?}: {page}");
    }
    assert!(site.pages["/ar/n/"].contains("<p>هاتف <strong><bdi dir=\"ltr\">018-727 00</bdi></strong></p>"));
}

/// A line for each block, and none of the icons: each stands beside its word.
fn blocks(main: String) -> String {
    let mut text = String::new();
    let mut rest = main.as_str();
    while let Some((before, icon)) = rest.split_once("<svg class=\"icon") {
        text.push_str(before);
        rest = icon.split_once("</svg>").map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let starts = ["p", "h1", "h2", "h3", "li", "tr", "dt", "section", "table", "summary", "ul", "ol", "dl", "figure", "svg", "g", "text"];
    starts.into_iter().fold(text, |text, name| {
        let text = text.replace(&format!("<{name}>"), &format!("\n<{name}>")).replace(&format!("<{name} "), &format!("\n<{name} "));
        text.replace(" \n", "\n")
    })
}

#[test]
fn every_link_leads_somewhere() {
    for (name, _) in SITES {
        let broken = broken_links(&site(name));
        assert!(broken.is_empty(), "{name}\n{}", broken.join("\n"));
    }
    let broken = broken_links(&build(Path::new(env!("CARGO_MANIFEST_DIR")), "2011-06-30"));
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_fallback_page_is_marked_and_not_found_by_search_engines() {
    let site = site("rtl");
    let page = &site.pages["/ar/beslut/"];
    let elements: Vec<html::Element> = html::elements(page).collect();
    let root = elements.first().expect("a page has elements");
    assert_eq!((root.attribute("lang"), root.attribute("dir")), (Some("ar"), Some("rtl")));
    assert!(
        elements.iter().any(|element| element.attribute("name") == Some("robots") && element.attribute("content") == Some("noindex")),
        "{page}"
    );
    assert!(hreflangs(page).is_empty(), "a fallback is no translation");
    let texts = html::texts(page);
    let (open, _) =
        texts.iter().find(|(_, text)| text.contains("Kommunfullmäktige beslutade")).expect("the source text stands in the fallback");
    let marked = open.iter().rev().find(|element| element.attribute("lang").is_some()).expect("the text has a language");
    assert_eq!((marked.attribute("lang"), marked.attribute("dir")), (Some("sv"), Some("ltr")));
    let sitemap = sitemap(&site);
    assert!(
        !sitemap.contains("/ar/beslut/")
            && sitemap.contains("https://example.org/beslut/")
            && sitemap.contains("https://example.org/ar/</loc>"),
        "{sitemap}"
    );
}

#[test]
fn translations_name_each_other() {
    for name in ["bilingual", "rtl", "base-path"] {
        let site = site(name);
        let origin = &site.loaded.snapshot.config.origin;
        let base = site.loaded.snapshot.config.base_path.trim_end_matches('/');
        let mut groups = 0;
        for (url, page) in &site.pages {
            let own = hreflangs(page);
            if own.is_empty() {
                continue;
            }
            groups += 1;
            assert_eq!(own.get("x-default"), own.get("sv"), "{name} {url}");
            assert!(own.values().any(|href| *href == format!("{origin}{base}{url}")), "{name} {url} does not name itself");
            for href in own.values() {
                let other =
                    href.strip_prefix(origin.as_str()).and_then(|path| path.strip_prefix(base)).expect("alternates stand on the same site");
                assert_eq!(hreflangs(&site.pages[other]), own, "{name} {url} and {other}");
            }
        }
        assert!(groups > 1, "{name}");
        for (url, route) in site.loaded.snapshot.site.routes.iter() {
            if let RouteTarget::Page(page, language) = &route.target {
                let pages = &site.loaded.snapshot.site.pages;
                let translated = pages.get(*page).versions.iter().flatten().count() > 1 && pages.get(*page).own(*language).is_some();
                assert_eq!(!hreflangs(&site.pages[url]).is_empty(), translated, "{name} {url}");
            }
        }
    }
}

#[test]
fn all_links_start_with_the_base_path() {
    let site = site("base-path");
    for (url, page) in &site.pages {
        for link in links(page) {
            let path = link.strip_prefix("https://example.org").unwrap_or(&link);
            let inner = path.starts_with("/program/integration/") || path.starts_with('#') || path.starts_with("https://");
            assert!(inner, "{url}: {link}");
        }
    }
}

#[test]
fn a_programme_without_targets_shows_none() {
    let site = site("duties");
    let catalogue = &site.loaded.snapshot.catalogues[0];
    for id in ["targets", "goals-title", "indicators-title", "development", "cell-cost", "cell-target", "fulfilment-heading"] {
        let word = catalogue.plain(id);
        for (url, page) in &site.pages {
            let headings = html::texts(page).into_iter().filter(|(open, _)| {
                open.last().is_some_and(|element| ["h1", "h2", "h3", "a", "th", "dt", "summary"].contains(&element.name.as_str()))
            });
            let shown: Vec<String> = headings.map(|(_, text)| text).filter(|text| text.trim() == word).collect();
            assert!(shown.is_empty(), "{url} has `{word}`");
        }
    }
    let kinds: BTreeSet<&str> = site.loaded.snapshot.site.routes.iter().map(|(_, route)| route.kind.key()).collect();
    assert!(["goal", "indicator", "area"].iter().all(|kind| !kinds.contains(kind)), "{kinds:?}");
    assert!(["assignment", "body", "coverage", "period", "progress"].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
}

#[test]
fn old_addresses_redirect() {
    let site = site("programme");
    for old in ["/assignments/soc-9/", "/gamla/introduktion/"] {
        assert_eq!(site.loaded.snapshot.site.routes.get(old).map(|route| route.kind), Some(RouteKind::Redirect), "{old}");
        assert!(site.pages[old].contains("content=\"0;url=/assignments/soc-1/\""), "{}", site.pages[old]);
    }
    assert!(!sitemap(&site).contains("soc-9"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
    for (name, _) in SITES {
        let one = pool(1).install(|| site(name).files);
        assert!(one == pool(4).install(|| site(name).files), "{name} depends on the number of threads");
    }
}

#[test]
fn the_folder_does_not_matter() {
    let elsewhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another folder");
    let _ = std::fs::remove_dir_all(&elsewhere);
    copy(&folder("programme"), &elsewhere);
    assert!(site("programme").files == build(&elsewhere, "2010-06-30").files);
}

#[test]
fn what_is_late_follows_from_the_day() {
    let early = build(&folder("duties"), "2019-02-01").files;
    let late = build(&folder("duties"), "2021-02-01").files;
    assert!(early != late);
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name)
}

fn site(name: &str) -> Built {
    let (_, today) = SITES.into_iter().find(|(own, _)| *own == name).expect("the site is in the list");
    build(&folder(name), today)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder for copies can be made");
    for entry in std::fs::read_dir(from).expect("the site is there") {
        let entry = entry.expect("the site can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("files can be copied");
        }
    }
}

fn sitemap(site: &Built) -> String {
    String::from_utf8(site.files["/sitemap.xml"].to_vec()).expect("the sitemap is text")
}

/// The alternates that the head of a page names for search engines, by language.
fn hreflangs(page: &str) -> BTreeMap<String, String> {
    let links = html::elements(page).filter(|element| element.name == "link");
    links.filter_map(|link| Some((link.attribute("hreflang")?.to_owned(), link.attribute("href")?.to_owned()))).collect()
}

/// Every address that a page names.
fn links(page: &str) -> Vec<String> {
    let mut links = Vec::new();
    for element in html::elements(page) {
        for name in ["href", "src", "action", "poster", "data"] {
            links.extend(element.attribute(name).map(str::to_owned));
        }
        if element.attribute("http-equiv") == Some("refresh") {
            links.extend(element.attribute("content").and_then(|content| content.split_once("url=")).map(|(_, url)| url.to_owned()));
        }
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            links.extend(element.attribute(name).into_iter().flat_map(str::split_whitespace).map(|id| format!("#{id}")));
        }
    }
    links.retain(|link| !link.starts_with("mailto:") && !link.starts_with("tel:"));
    links
}

/// The addresses within a site that lead nowhere, and ids that a page has twice.
fn broken_links(site: &Built) -> Vec<String> {
    let config = &site.loaded.snapshot.config;
    let mut broken = Vec::new();
    let mut ids: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (url, page) in &site.pages {
        let mut own = BTreeSet::new();
        for id in html::elements(page).filter_map(|element| element.attribute("id").map(str::to_owned)) {
            if !own.insert(id.clone()) {
                broken.push(format!("{url}: the id {id} stands twice"));
            }
        }
        ids.insert(url, own);
    }
    for (url, page) in &site.pages {
        for link in links(page) {
            let local = link.strip_prefix(config.origin.as_str()).unwrap_or(&link);
            if local.starts_with("https://") || local.starts_with("http://") {
                continue;
            }
            let (path, anchor) = local.split_once('#').unwrap_or((local, ""));
            let target = if path.is_empty() { Some(url.as_str()) } else { path.strip_prefix(config.base_path.trim_end_matches('/')) };
            let there = target.is_some_and(|target| {
                site.files.contains_key(target) && (anchor.is_empty() || ids.get(target).is_some_and(|ids| ids.contains(anchor)))
            });
            if !there {
                broken.push(format!("{url}: {link}"));
            }
        }
    }
    broken
}
