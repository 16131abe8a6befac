//! What surrounds every page: title, alternates, picker, path, notices; and the parts that are the same on all pages
//! of a language.

use serde::Serialize;

use super::{Alternate, Content, Crumb, Notice, Page, PageContext, PageView, PickerEntry, Section, TocEntry, Twin, body, open_data, page};
use crate::config::LanguageId;
use crate::document::{Kind, TranslationState};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::{Generated, PageId, Route, RouteKind};
use crate::snapshot::Snapshot;

/// The parts that all pages of a language share.
#[derive(Clone, Debug, Serialize)]
pub struct Shell {
    /// The language's tag.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// The base path.
    pub base: Html,
    /// The site.
    pub site: SiteInfo,
    /// Links at the foot of the page.
    pub footer: Vec<FooterLink>,
}

/// The site as its pages show it.
#[derive(Clone, Debug, Serialize)]
pub struct SiteInfo {
    /// Its name.
    pub title: Html,
    /// Who publishes it.
    pub organisation: Html,
    /// The start page.
    pub home: Html,
    /// Whether it is a demonstration.
    pub demo: bool,
    /// The logo.
    pub logo: Option<Logo>,
    /// The stylesheet.
    pub stylesheet: Html,
    /// The icon.
    pub icon: Html,
}

/// The logo.
#[derive(Clone, Debug, Serialize)]
pub struct Logo {
    /// Where it is.
    pub src: Html,
    /// Height in CSS pixels; the width follows.
    pub height: u32,
    /// Width in CSS pixels.
    pub width: u32,
}

/// A link at the foot of the page.
#[derive(Clone, Debug, Serialize)]
pub struct FooterLink {
    /// Which.
    pub key: &'static str,
    /// Its text.
    pub title: Html,
    /// Where it goes.
    pub href: Html,
}

/// An entry of the main menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavEntry {
    /// Which.
    pub key: &'static str,
    /// Its text.
    pub title: Html,
    /// Where it goes.
    pub href: Html,
    /// `page` on the page itself, `true` on pages below it.
    pub current: Option<&'static str>,
    /// For comparing.
    #[serde(skip)]
    pub section: Section,
}

/// The shared parts for a language.
pub fn shell(context: PageContext<'_>) -> Shell {
    let Snapshot { config, theme, site, .. } = context.snapshot;
    let logo = config.theme.logo.as_ref().map(|logo| Logo {
        src: context.href(&format!("/{}", logo.value.trim_start_matches('/'))),
        height: 48,
        width: 48,
    });
    let mut footer = Vec::new();
    if let Some(contact) = contact(context.snapshot) {
        footer.push(FooterLink { key: "contact", title: context.title(contact), href: context.page_href(contact) });
        let fault = Html::trusted(format!("{}#tillganglighet", context.page_href(contact)));
        if site
            .pages
            .get(contact)
            .own(LanguageId::SOURCE)
            .is_some_and(|version| version.anchors.iter().any(|anchor| anchor == "tillganglighet"))
        {
            footer.push(FooterLink { key: "report", title: context.t("footer-accessibility"), href: fault });
        }
    }
    let generated = [
        ("accessibility", Generated::Statement),
        ("sitemap", Generated::Sitemap),
        ("index", Generated::Letters),
        ("languages", Generated::Languages),
        ("data", Generated::OpenData),
    ];
    for (key, generated) in generated {
        footer.extend(context.generated_link(generated).map(|link| FooterLink { key, title: link.title, href: link.href }));
    }
    Shell {
        lang: context.locale().tag,
        dir: context.locale().direction.key(),
        base: Html::text(&config.base_path),
        site: SiteInfo {
            title: context.local(&config.title),
            organisation: context.local(&config.organisation),
            home: site.pages.find("index").map_or_else(|| context.href("/"), |home| context.page_href(home)),
            demo: config.demo,
            logo,
            stylesheet: context.href(&theme.stylesheet().url),
            icon: context.href(&theme.icon.url),
        },
        footer,
    }
}

/// The contact page, if site.toml names it.
pub fn contact(snapshot: &Snapshot) -> Option<PageId> {
    snapshot.site.pages.find(&snapshot.config.contact.as_ref()?.value)
}

/// The main menu: the same entries in the same order in every language (WCAG 3.2.3).
pub fn nav(context: PageContext<'_>) -> Vec<NavEntry> {
    let Snapshot { config, site, .. } = context.snapshot;
    let mut entries = Vec::new();
    let mut add = |key, title, href, section| entries.push(NavEntry { key, title, href, current: None, section });
    if let Some(start) = site.pages.find("index") {
        add("start", context.t("nav-start"), context.page_href(start), Section::Start);
    }
    if let Some(programme) = site.programme.page {
        add("programme", context.t("nav-programme"), context.page_href(programme), Section::Programme);
    }
    let lists = [
        ("goals", &config.folders.goals, Section::Goals),
        ("assignments", &config.folders.assignments, Section::Assignments),
        ("bodies", &config.folders.bodies, Section::Bodies),
    ];
    for (key, folder, section) in lists {
        if let Some(list) = site.pages.find(&format!("{folder}/index")) {
            add(key, context.title(list), context.page_href(list), section);
        }
    }
    if let Some(link) = context.generated_link(Generated::Progress) {
        add("progress", link.title, link.href, Section::Progress);
    }
    for page in config.menu.iter().filter_map(|stem| site.pages.find(&stem.value)) {
        add("page", context.title(page), context.page_href(page), Section::Page(page));
    }
    if let Some(contact) = contact(context.snapshot) {
        add("contact", context.title(contact), context.page_href(contact), Section::Contact);
    }
    entries
}

/// A content page as its reader sees it.
pub fn content_page(context: PageContext<'_>, id: PageId, route: &Route) -> PageView {
    let Snapshot { config, site, .. } = context.snapshot;
    let (language, version) = site.pages.full_version(config, id, context.language);
    let entry = &version.entry;
    let fallback = language != context.language;
    let (lang, dir) = context.language_of(language);
    // The text of a fallback page keeps its own language's directions and marks.
    let html = body::html(context, version);
    let toc = entry.text.headings.iter().zip(&version.anchors).filter(|(heading, _)| heading.level == 2);
    let toc: Vec<TocEntry> =
        toc.map(|(heading, id)| TocEntry { id: Html::text(id), title: context.text_in(&heading.text, language) }).collect();
    // A fallback page is the same text at another address: the one in the text's own language counts.
    let canonical = config.absolute(context.href(site.routes.page(id, language)).as_str());
    let mut notices = demo_notice(context);
    notices.extend(fallback.then(|| fallback_notice(context, language)));
    notices.extend(machine_notice(context, id, language));
    let draft = is_draft(context, id, language);
    notices.extend(draft.then(|| Notice { kind: "draft", html: context.t("notice-draft") }));
    PageView {
        page: Page {
            kind: route.kind.key(),
            title: context.text_in(&entry.title.value, language),
            head_title: head_title(context, &entry.title.value),
            description: entry.summary.as_deref().map(Html::text),
            canonical: Some(Html::trusted(canonical)),
            noindex: fallback || draft,
            alternates: if fallback { Vec::new() } else { alternates(context, id) },
            feed: None,
        },
        picker: picker(context, |other| (site.routes.page(id, other).to_owned(), site.pages.get(id).own(other).is_some())),
        crumbs: crumbs(context, id),
        twin: twin(context, id),
        notices,
        summary: entry.summary.as_ref().map(|summary| context.text_in(summary, language)),
        content: Content { html, lang, dir },
        toc: if toc.len() >= 3 { toc } else { Vec::new() },
        view: page::content(context, id, route.kind),
        section: section_of(context.snapshot, id),
    }
}

/// A page that the program makes of the whole model.
pub fn generated_page(context: PageContext<'_>, generated: Generated, route: &Route) -> PageView {
    let Snapshot { config, site, .. } = context.snapshot;
    let title = context.generated_title(generated);
    let plain = match generated {
        Generated::Period(year) => context.texts().string("period-title", &[("period", Arg::from(year.to_string()))]),
        other => plain_generated_title(context, other),
    };
    let url = |language| site.routes.generated(generated, language).unwrap_or("/").to_owned();
    let absolute = |language| config.absolute(context.href(&url(language)).as_str());
    let all = config
        .language_ids()
        .map(|language| Alternate { hreflang: config.language(language).locale.tag, href: Html::trusted(absolute(language)) });
    let mut alternates: Vec<Alternate> = all.collect();
    alternates.push(Alternate { hreflang: "x-default", href: Html::trusted(absolute(LanguageId::SOURCE)) });
    let mut crumbs: Vec<Crumb> = site.pages.find("index").map(|start| crumb(context, start)).into_iter().collect();
    if matches!(generated, Generated::Period(_) | Generated::Coverage) {
        crumbs.extend(context.generated_link(Generated::Progress).map(|link| Crumb { title: link.title, href: Some(link.href) }));
    }
    crumbs.push(Crumb { title: title.clone(), href: None });
    let summary = match generated {
        Generated::Progress => Some("progress-summary"),
        Generated::Coverage => Some("coverage-summary"),
        Generated::Languages => Some("languages-summary"),
        Generated::OpenData => Some("open-data-summary"),
        _ => None,
    };
    let progress = matches!(generated, Generated::Progress | Generated::Period(_) | Generated::Coverage);
    PageView {
        page: Page {
            kind: route.kind.key(),
            title,
            head_title: head_title(context, &plain),
            description: summary.map(|id| context.t(id)),
            canonical: Some(Html::trusted(absolute(context.language))),
            noindex: false,
            alternates: if config.languages.len() > 1 { alternates } else { Vec::new() },
            feed: if progress || generated == Generated::OpenData { open_data::feed(context) } else { None },
        },
        picker: picker(context, |other| (url(other), true)),
        crumbs,
        twin: None,
        notices: demo_notice(context),
        summary: summary.map(|id| context.t(id)),
        content: Content::default(),
        toc: Vec::new(),
        view: page::generated(context, generated),
        section: progress.then_some(Section::Progress),
    }
}

fn plain_generated_title(context: PageContext<'_>, generated: Generated) -> String {
    let id = match generated {
        Generated::Progress | Generated::Period(_) => "progress-title",
        Generated::Coverage => "coverage-title",
        Generated::Letters => "letters-title",
        Generated::Sitemap => "sitemap-title",
        Generated::Languages => "languages-title",
        Generated::Statement => "statement-title",
        Generated::OpenData => "open-data-title",
    };
    context.texts().plain(id)
}

/// The page for addresses that lead nowhere. A static host serves one for all languages, so it speaks all of them.
pub fn not_found(context: PageContext<'_>) -> PageView {
    let site = &context.snapshot.site;
    PageView {
        page: Page {
            kind: RouteKind::NotFound.key(),
            title: context.t("not-found-title"),
            head_title: head_title(context, &context.texts().plain("not-found-title")),
            description: None,
            canonical: None,
            noindex: true,
            alternates: Vec::new(),
            feed: None,
        },
        picker: picker(context, |other| (site.pages.find("index").map_or("/", |start| site.routes.page(start, other)).to_owned(), true)),
        crumbs: Vec::new(),
        twin: None,
        notices: demo_notice(context),
        summary: None,
        content: Content::default(),
        toc: Vec::new(),
        view: page::not_found(context),
        section: None,
    }
}

/// Page, then site: unique in the language and holding the heading (WCAG 2.4.2).
fn head_title(context: PageContext<'_>, title: &str) -> Html {
    let (site, _) = context.snapshot.config.title.get(&context.snapshot.config, context.language);
    if site == title {
        return Html::text(title);
    }
    Html::text(&context.texts().string("head-title", &[("page", Arg::from(title)), ("site", Arg::from(site))]))
}

/// Only real translations: a fallback page is not the page in another language (W3C, hreflang).
fn alternates(context: PageContext<'_>, id: PageId) -> Vec<Alternate> {
    let Snapshot { config, site, .. } = context.snapshot;
    let translated: Vec<LanguageId> = config.language_ids().filter(|language| site.pages.get(id).own(*language).is_some()).collect();
    if translated.len() < 2 {
        return Vec::new();
    }
    let alternate = |hreflang, language| {
        let href = config.absolute(context.href(site.routes.page(id, language)).as_str());
        Alternate { hreflang, href: Html::trusted(href) }
    };
    let mut alternates: Vec<Alternate> =
        translated.into_iter().map(|language| alternate(config.language(language).locale.tag, language)).collect();
    alternates.push(alternate("x-default", LanguageId::SOURCE));
    alternates
}

fn picker(context: PageContext<'_>, page_in: impl Fn(LanguageId) -> (String, bool)) -> Vec<PickerEntry> {
    let config = &context.snapshot.config;
    if config.languages.len() < 2 {
        return Vec::new();
    }
    let entry = |language: LanguageId| {
        let locale = config.language(language).locale;
        let (url, translated) = page_in(language);
        let other = PageContext { language, ..context };
        PickerEntry {
            name: locale.autonym,
            lang: locale.tag,
            dir: locale.direction.key(),
            href: context.href(&url),
            current: language == context.language,
            translated,
            untranslated_note: (!translated).then(|| other.t("picker-untranslated")),
        }
    };
    config.language_ids().map(entry).collect()
}

fn crumb(context: PageContext<'_>, page: PageId) -> Crumb {
    let start = context.snapshot.site.pages.get(page).stem == "index";
    let title = if start { context.t("nav-start") } else { context.title(page) };
    Crumb { title, href: Some(context.page_href(page)) }
}

fn crumbs(context: PageContext<'_>, id: PageId) -> Vec<Crumb> {
    let pages = &context.snapshot.site.pages;
    let Some(mut parent) = pages.get(id).parent else { return Vec::new() };
    let mut crumbs = vec![Crumb { title: context.title(id), href: None }];
    crumbs.push(crumb(context, parent));
    while let Some(above) = pages.get(parent).parent {
        crumbs.push(crumb(context, above));
        parent = above;
    }
    crumbs.reverse();
    crumbs
}

/// Easy-read readers get a link to the ordinary text and the other way round.
fn twin(context: PageContext<'_>, id: PageId) -> Option<Twin> {
    let Snapshot { config, site, .. } = context.snapshot;
    let own = context.locale();
    let base = own.tag.trim_end_matches("-simple");
    let wanted = if own.is_simple() { base.to_owned() } else { format!("{base}-simple") };
    let language = config.find_language(&wanted)?;
    site.pages.get(id).own(language)?;
    let other = config.language(language).locale;
    let words = PageContext { language, ..context };
    let label = words.t(if other.is_simple() { "twin-simple" } else { "twin-standard" });
    Some(Twin { href: context.href(site.routes.page(id, language)), lang: other.tag, dir: other.direction.key(), label })
}

fn demo_notice(context: PageContext<'_>) -> Vec<Notice> {
    if context.snapshot.config.demo { vec![Notice { kind: "demo", html: context.t("notice-demo") }] } else { Vec::new() }
}

fn fallback_notice(context: PageContext<'_>, language: LanguageId) -> Notice {
    let other = context.snapshot.config.language(language).locale;
    let name = format!("<span{}>{}</span>", crate::html::language_attributes(other.tag, other.direction.key()), other.autonym);
    Notice { kind: "fallback", html: context.tf("notice-fallback", &[("language", Arg::from(Html::trusted(name)))]) }
}

/// Whether what is shown is not to be published yet: the page, or the version that its reader gets.
fn is_draft(context: PageContext<'_>, id: PageId, language: LanguageId) -> bool {
    let page = context.snapshot.site.pages.get(id);
    page.source().draft || page.own(language).is_some_and(|version| version.entry.draft)
}

/// A translation that nobody has checked says so.
fn machine_notice(context: PageContext<'_>, id: PageId, language: LanguageId) -> Option<Notice> {
    let translation = context.snapshot.site.pages.get(id).own(language)?.entry.translation.as_ref()?;
    if translation.state != TranslationState::Machine {
        return None;
    }
    let html = match translation.date {
        Some(date) => context.tf("notice-machine", &[("date", Arg::from(super::phrase::date(context, date)))]),
        None => context.t("notice-machine-undated"),
    };
    Some(Notice { kind: "machine", html })
}

/// The menu entry that a page belongs to.
fn section_of(snapshot: &Snapshot, id: PageId) -> Option<Section> {
    let Snapshot { config, site, .. } = snapshot;
    let page = site.pages.get(id);
    if contact(snapshot) == Some(id) {
        return Some(Section::Contact);
    }
    if let Some(own) = config.menu.iter().filter_map(|stem| site.pages.find(&stem.value)).find(|own| *own == id) {
        return Some(Section::Page(own));
    }
    let folder = page.folder();
    match page.kind {
        _ if page.stem == "index" => Some(Section::Start),
        Kind::Programme => Some(Section::Programme),
        Kind::Goal => Some(Section::Goals),
        Kind::Assignment => Some(Section::Assignments),
        Kind::Body => Some(Section::Bodies),
        Kind::Indicator => Some(Section::Progress),
        _ if folder == config.folders.programme => Some(Section::Programme),
        _ if folder == config.folders.goals => Some(Section::Goals),
        _ if folder == config.folders.assignments => Some(Section::Assignments),
        _ if folder == config.folders.bodies => Some(Section::Bodies),
        _ => None,
    }
}
