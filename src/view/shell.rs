//! What surrounds every page: title, alternates, picker, path, notices; and the parts that are the same on all pages
//! of a language.

use serde::Serialize;

use super::more::{Name, label};
use super::{Alternate, Content, Crumb, Notice, Page, PageContext, PageView, PickerEntry, TocEntry, Twin, body, open_data, page};
use crate::config::LanguageId;
use crate::document::TranslationState;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::division::PartId;
use crate::site::generated::FooterPlace;
use crate::site::menu::{self, Section};
use crate::site::rows::AnyPage;
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
    /// For finding the entry of a page.
    #[serde(skip)]
    pub section: Section,
    /// Its address below the base path, for finding the page itself.
    #[serde(skip)]
    pub url: String,
}

impl NavEntry {
    /// The entry as it stands on the page at an address.
    pub fn on(&self, url: &str, section: Option<Section>) -> Self {
        let page = if self.url == url { "page" } else { "true" };
        Self { current: (section == Some(self.section)).then_some(page), ..self.clone() }
    }
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
    let mut generated: Vec<(FooterPlace, Generated)> =
        site.routes.all_generated().iter().filter_map(|generated| Some((generated.spec().footer?, *generated))).collect();
    generated.sort();
    for (place, generated) in generated {
        let link = context.generated_link(generated);
        footer.extend(link.map(|link| FooterLink { key: place.key, title: link.title, href: link.href }));
    }
    Shell {
        lang: context.locale().tag,
        dir: context.locale().direction.key(),
        base: Html::text(&config.base_path),
        site: SiteInfo {
            title: context.local_field(&config.title, |html, key| context.setting(html, format_args!("site.title{key}"))),
            organisation: context
                .local_field(&config.organisation, |html, key| context.setting(html, format_args!("site.organisation{key}"))),
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
    menu::contact(&snapshot.config, &snapshot.site.pages)
}

/// The main menu: the same entries in the same order in every language (WCAG 3.2.3).
pub fn nav(context: PageContext<'_>) -> Vec<NavEntry> {
    let Snapshot { config, site, .. } = context.snapshot;
    let entry =
        |key, title, url: &str, section| NavEntry { key, title, href: context.href(url), current: None, section, url: url.to_owned() };
    let url = |page| site.routes.page(page, context.language);
    let mut entries = Vec::new();
    if let Some(start) = site.pages.find("index") {
        entries.push(entry("start", context.t("nav-start"), url(start), Section::Start));
    }
    if let Some(programme) = site.programme.page {
        entries.push(entry("programme", context.t("nav-programme"), url(programme), Section::Programme));
    }
    let lists = [
        ("goals", &config.folders.goals, Section::Goals),
        ("assignments", &config.folders.assignments, Section::Assignments),
        ("bodies", &config.folders.bodies, Section::Bodies),
    ];
    for (key, folder, section) in lists {
        if let Some(list) = site.pages.find(&format!("{folder}/index")) {
            entries.push(entry(key, context.title(list), url(list), section));
        }
    }
    if let Some(progress) = site.routes.generated(Generated::Progress, context.language) {
        entries.push(entry("progress", context.generated_title(Generated::Progress), progress, Section::Progress));
    }
    for page in config.menu.iter().filter_map(|stem| site.pages.find(&stem.value)) {
        entries.push(entry("page", context.title(page), url(page), Section::Page(page)));
    }
    if let Some(contact) = contact(context.snapshot) {
        entries.push(entry("contact", context.title(contact), url(contact), Section::Contact));
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
    let headings = entry.text.headings.iter().zip(&version.anchors).enumerate().filter(|(_, (heading, _))| heading.level == 2);
    let toc = headings.map(|(number, (heading, id))| {
        let title = context.heading(context.text_in(&heading.text, language), version, number);
        TocEntry { id: Html::text(id), title }
    });
    let toc: Vec<TocEntry> = toc.collect();
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
            title: context.title(id),
            head_title: context.prose(head_title(context, &entry.title.value), id, "title"),
            description: entry.summary.as_deref().map(|summary| context.prose(Html::text(summary), id, "summary")),
            canonical: Some(Html::trusted(canonical)),
            noindex: fallback || draft,
            alternates: if fallback { Vec::new() } else { alternates(context, id) },
            feed: None,
        },
        picker: picker(context, |other| (site.routes.page(id, other).to_owned(), site.pages.get(id).own(other).is_some())),
        crumbs: crumbs(context, id),
        twin: twin(context, id),
        notices,
        summary: context.summary(id),
        content: Content { html, lang, dir },
        toc: if toc.len() >= 3 { toc } else { Vec::new() },
        view: page::content(context, id, route.kind),
    }
}

/// A page that the program makes of the whole model.
pub fn generated_page(context: PageContext<'_>, generated: Generated, route: &Route) -> PageView {
    let Snapshot { config, site, .. } = context.snapshot;
    let title = context.generated_title(generated);
    let spec = generated.spec();
    let url = |language| site.routes.generated(generated, language).unwrap_or("/").to_owned();
    let absolute = |language| config.absolute(context.href(&url(language)).as_str());
    PageView {
        page: Page {
            kind: route.kind.key(),
            title,
            head_title: head_title(context, &context.plain_generated_title(generated)),
            description: spec.summary.map(|id| context.t(id)),
            canonical: Some(Html::trusted(absolute(context.language))),
            noindex: false,
            alternates: all_alternates(context, absolute),
            feed: spec.has_feed.then(|| open_data::feed(context)).flatten(),
        },
        picker: picker(context, |other| (url(other), true)),
        crumbs: generated_crumbs(context, generated),
        twin: None,
        notices: demo_notice(context),
        summary: spec.summary.map(|id| context.t(id)),
        content: Content::default(),
        toc: Vec::new(),
        view: page::generated(context, generated),
    }
}

/// A part of a list that its page has no room for.
pub fn part_page(context: PageContext<'_>, part: PartId, route: &Route) -> PageView {
    let Snapshot { config, site, .. } = context.snapshot;
    let title = part_title(context, part);
    let url = |language| site.routes.part(part, language).to_owned();
    let absolute = |language| config.absolute(context.href(&url(language)).as_str());
    let owner = site.routes.divisions().of(part).map(|division| division.owner);
    // Every language has its own order of titles: its parts are no translations of one another.
    let is_by_title = owner == Some(AnyPage::Generated(Generated::Letters));
    let same = |language| match owner.filter(|_| is_by_title).and_then(|owner| site.routes.of(owner, language)) {
        Some(list) if language != context.language => list.to_owned(),
        _ => url(language),
    };
    PageView {
        page: Page {
            kind: route.kind.key(),
            title: title.html,
            head_title: head_title(context, &title.plain),
            description: None,
            canonical: Some(Html::trusted(absolute(context.language))),
            noindex: false,
            alternates: if is_by_title { Vec::new() } else { all_alternates(context, absolute) },
            feed: None,
        },
        picker: picker(context, |other| (same(other), true)),
        crumbs: part_crumbs(context, part),
        twin: None,
        notices: demo_notice(context),
        summary: None,
        content: Content::default(),
        toc: Vec::new(),
        view: page::part(context, part),
    }
}

/// "Uppdrag: Socialnämnden, 51–100": the page, which of its lists, and which part of it.
fn part_title(context: PageContext<'_>, id: PartId) -> Name {
    let divisions = context.snapshot.site.routes.divisions();
    let Some((division, part)) = divisions.of(id).and_then(|division| Some((division, division.part(id)?))) else {
        return Name::text(context, "not-found-title");
    };
    let list = division.list.title().map(|title| Name::text(context, title));
    let part = Name::join(context, &list.into_iter().chain([label(context, division, part)]).collect::<Vec<_>>());
    Name::message(context, "part-title", &[("page", &Name::of(context, division.owner)), ("part", &part)])
}

/// The path of the page that the list belongs to, the pages of links between, and the part.
fn part_crumbs(context: PageContext<'_>, id: PartId) -> Vec<Crumb> {
    let routes = &context.snapshot.site.routes;
    let Some(division) = routes.divisions().of(id) else { return Vec::new() };
    let mut crumbs = match division.owner {
        AnyPage::Page(page) => crumbs(context, page),
        AnyPage::Generated(page) => generated_crumbs(context, page),
    };
    if let Some(own) = crumbs.last_mut() {
        own.href = routes.of(division.owner, context.language).map(|url| context.href(url));
    }
    let mut path = vec![id];
    while let Some(above) = path.last().and_then(|part| division.above(*part)) {
        path.push(above);
    }
    for step in path.into_iter().rev() {
        let title = division.part(step).map(|part| label(context, division, part).html).unwrap_or_default();
        let href = (step != id).then(|| context.href(routes.part(step, context.language)));
        crumbs.push(Crumb { title, href });
    }
    crumbs
}

/// The path of a generated page.
fn generated_crumbs(context: PageContext<'_>, generated: Generated) -> Vec<Crumb> {
    let mut crumbs: Vec<Crumb> = context.snapshot.site.pages.find("index").map(|start| crumb(context, start)).into_iter().collect();
    let above = generated.spec().parent.and_then(|parent| context.generated_link(parent));
    crumbs.extend(above.map(|link| Crumb { title: link.title, href: Some(link.href) }));
    crumbs.push(Crumb { title: context.generated_title(generated), href: None });
    crumbs
}

/// The same page in every language.
fn all_alternates(context: PageContext<'_>, absolute: impl Fn(LanguageId) -> String) -> Vec<Alternate> {
    let config = &context.snapshot.config;
    if config.languages.len() < 2 {
        return Vec::new();
    }
    let all = config
        .language_ids()
        .map(|language| Alternate { hreflang: config.language(language).locale.tag, href: Html::trusted(absolute(language)) });
    all.chain([Alternate { hreflang: "x-default", href: Html::trusted(absolute(LanguageId::SOURCE)) }]).collect()
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
        Some(date) => {
            let date = context.prose(super::phrase::date(context, date), id, "translation.date");
            context.tf("notice-machine", &[("date", Arg::from(date))])
        }
        None => context.t("notice-machine-undated"),
    };
    Some(Notice { kind: "machine", html })
}
