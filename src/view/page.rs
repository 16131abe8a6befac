//! What each kind of page shows besides its text. One struct a kind, named as its template.

use serde::Serialize;

use super::approved::ApprovedView;
use super::figure::count::Distribution;
use super::figure::{ChartView, DataTable};
use super::open_data::TableGroup;
use super::phrase::StatusTag;
use super::programme::{CellView, DecidedText, DecisionView, Due, FollowUpView, OverruledView};
use super::progress::{ChangeRow, Changes};
use super::reporting::{LateRow, Matrix, PeriodBody, ReportView, ReportingRow};
use super::row::{AssignmentRow, BodyRow, GoalRow, IndicatorRow, body_row, goal_row};
use super::target::TargetView;
use super::{Fact, Link, PageContext, indicator, open_data, phrase, programme, progress, reporting, statement};
use crate::config::LanguageId;
use crate::html::Html;
use crate::site::{Generated, PageId, RouteKind};

/// What a page shows, by kind.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "the variants are the kinds of RouteKind, the fields the template contract")]
pub enum KindView {
    Start {
        programme: Option<Link>,
        goals: Vec<GoalRow>,
        bodies: Vec<BodyRow>,
        fulfilment: Option<Distribution>,
        coverage: Option<Html>,
        progress: Option<Link>,
        areas: Vec<Link>,
    },
    Page {
        children: Vec<Child>,
        prev: Option<Link>,
        next: Option<Link>,
    },
    Programme {
        facts: Vec<Fact>,
        decisions: Vec<DecisionView>,
        chapters: Vec<Link>,
        bodies: Vec<BodyRow>,
        goals: Vec<GoalRow>,
    },
    Goal {
        number: Option<Html>,
        level: Html,
        lead: Option<Html>,
        decided: Option<DecidedText>,
        status: Option<StatusTag>,
        changes: Option<Changes>,
        sentence: Option<Html>,
        overruled: Option<OverruledView>,
        targets: Vec<TargetView>,
        charts: Vec<ChartView>,
        assignments: Vec<AssignmentRow>,
        fulfilment: Option<Distribution>,
        coverage: Html,
        decisions: Vec<DecisionView>,
        follow_ups: Vec<FollowUpView>,
    },
    Assignment {
        number: Html,
        body: Option<Link>,
        goals: Vec<Link>,
        implementation: Option<StatusTag>,
        fulfilment: Option<StatusTag>,
        reporting: Option<StatusTag>,
        overruled: Option<OverruledView>,
        changes: Option<Changes>,
        cells: Vec<CellView>,
        confirmed: bool,
        targets: Vec<TargetView>,
        charts: Vec<ChartView>,
        follow_ups: Vec<FollowUpView>,
        expected: Vec<Due>,
        prev: Option<Link>,
        next: Option<Link>,
    },
    Body {
        number: Option<Html>,
        assignments: Vec<AssignmentRow>,
        implementation: Option<Distribution>,
        fulfilment: Option<Distribution>,
        coverage: Html,
        changes: Option<Changes>,
        reporting: Vec<ReportingRow>,
        reports: Vec<ReportView>,
    },
    Area {
        number: Option<Html>,
        charts: Vec<ChartView>,
        tables: Vec<DataTable>,
        goals: Vec<Link>,
        assignments: Vec<Link>,
    },
    Indicator {
        sentence: Option<Html>,
        status: Option<StatusTag>,
        inputs: Vec<Fact>,
        rule: Option<Html>,
        facts: Vec<Fact>,
        charts: Vec<ChartView>,
        goals: Vec<Link>,
        assignments: Vec<Link>,
    },
    Period {
        dates: Html,
        coverage: Option<Html>,
        matrix: Option<Matrix>,
        changes: Vec<ChangeRow>,
        changes_title: Html,
        approved: Option<ApprovedView>,
        bodies: Vec<PeriodBody>,
        year: Option<Link>,
        prev: Option<Link>,
        next: Option<Link>,
    },
    Progress {
        as_of: Html,
        coverage: Option<Html>,
        coverage_page: Option<Link>,
        late_sentence: Option<Html>,
        changes: Option<Changes>,
        implementation: Option<Distribution>,
        fulfilment: Option<Distribution>,
        goals: Vec<GoalRow>,
        bodies: Vec<BodyRow>,
        periods: Vec<Link>,
        late: Vec<LateRow>,
        indicators: Vec<IndicatorRow>,
        data: Option<Link>,
    },
    Coverage {
        as_of: Html,
        matrices: Vec<Matrix>,
        late: Vec<LateRow>,
    },
    Index {
        style: &'static str,
        goals: Vec<GoalRow>,
        bodies: Vec<BodyRow>,
        groups: Vec<Group>,
        links: Vec<Child>,
        letters: Vec<Letter>,
    },
    Sitemap {
        sections: Vec<TreeSection>,
    },
    Languages {
        rows: Vec<LanguageRow>,
    },
    OpenData {
        facts: Vec<Fact>,
        groups: Vec<TableGroup>,
        descriptions_title: Html,
        descriptions: Vec<Fact>,
    },
    Contact {},
    Statement {
        facts: Vec<Fact>,
        faults: Vec<FaultView>,
    },
    News {
        items: Vec<Child>,
    },
    Glossary {
        terms: Vec<TermView>,
    },
    NotFound {
        blocks: Vec<NotFoundBlock>,
    },
}

/// A page below another.
#[derive(Clone, Debug, Serialize)]
pub struct Child {
    /// The page.
    pub link: Link,
    /// One sentence about it.
    pub summary: Option<Html>,
    /// Its day.
    pub date: Option<Html>,
}

/// Assignments under one head.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The head.
    pub title: Html,
    /// Where the head leads.
    pub href: Option<Html>,
    /// The anchor.
    pub id: String,
    /// The assignments.
    pub rows: Vec<AssignmentRow>,
}

/// A letter of the index.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter.
    pub letter: Html,
    /// The anchor.
    pub id: String,
    /// The pages under it.
    pub links: Vec<Link>,
}

/// A branch of the site map.
#[derive(Clone, Debug, Serialize)]
pub struct TreeSection {
    /// Its page.
    pub link: Link,
    /// The pages below.
    pub children: Vec<Link>,
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

/// A part that is not accessible.
#[derive(Clone, Debug, Serialize)]
pub struct FaultView {
    /// What.
    pub what: Html,
    /// Why.
    pub why: Html,
    /// What to do instead.
    pub alternative: Html,
}

/// An explained term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The anchor.
    pub id: Html,
    /// The term.
    pub term: Html,
    /// What it means.
    pub html: Html,
}

/// "The page does not exist" in one language.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundBlock {
    /// The language's tag.
    pub lang: &'static str,
    /// Its direction.
    pub dir: &'static str,
    /// The head.
    pub title: Html,
    /// What to do.
    pub text: Html,
    /// The start page.
    pub home: Link,
    /// The site map.
    pub sitemap: Option<Link>,
}

/// What a content page shows besides its text.
pub fn content(context: PageContext<'_>, id: PageId, kind: RouteKind) -> KindView {
    match kind {
        RouteKind::Start => progress::start(context),
        RouteKind::Programme => programme::programme(context, id),
        RouteKind::Goal => programme::goal(context, id),
        RouteKind::Assignment => programme::assignment(context, id),
        RouteKind::Body => programme::body(context, id),
        RouteKind::Area => indicator::area(context, id),
        RouteKind::Indicator => indicator::indicator(context, id),
        RouteKind::Contact => KindView::Contact {},
        RouteKind::Index => list(context, id),
        RouteKind::News if context.snapshot.site.pages.get(id).is_index() => KindView::News { items: children(context, id) },
        RouteKind::Glossary => glossary(context, id),
        _ => text_page(context, id),
    }
}

/// What a generated page shows.
pub fn generated(context: PageContext<'_>, generated: Generated) -> KindView {
    match generated {
        Generated::Progress => progress::overview(context),
        Generated::Period(period) => reporting::period(context, period),
        Generated::Coverage => reporting::coverage(context),
        Generated::Letters => letters(context),
        Generated::Sitemap => sitemap(context),
        Generated::Languages => languages(context),
        Generated::Statement => statement::statement(context),
        Generated::OpenData => open_data::open_data(context),
    }
}

fn children(context: PageContext<'_>, id: PageId) -> Vec<Child> {
    let pages = &context.snapshot.site.pages;
    let child = |child: &PageId| Child {
        link: context.link(*child),
        summary: context.summary(*child),
        date: pages.get(*child).source().date.map(|date| phrase::date(context, date)),
    };
    pages.get(id).children.iter().map(child).collect()
}

fn text_page(context: PageContext<'_>, id: PageId) -> KindView {
    let pages = &context.snapshot.site.pages;
    let page = pages.get(id);
    if page.is_index() {
        return KindView::Page { children: children(context, id), prev: None, next: None };
    }
    // Neighbours are chapters of the programme, which are read in order.
    let in_programme = page.folder() == context.snapshot.config.folders.programme;
    let siblings = page.parent.filter(|_| in_programme).map(|parent| pages.get(parent).children.as_slice()).unwrap_or_default();
    let at = siblings.iter().position(|sibling| *sibling == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|page| context.link(*page));
    KindView::Page { children: Vec::new(), prev: neighbour(at.and_then(|at| at.checked_sub(1))), next: neighbour(at.map(|at| at + 1)) }
}

fn list(context: PageContext<'_>, id: PageId) -> KindView {
    let config = &context.snapshot.config;
    let programme = &context.snapshot.site.programme;
    let folder = context.snapshot.site.pages.get(id).folder();
    let (mut goals, mut bodies, mut groups, mut links) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let style = if folder == config.folders.goals {
        goals = programme.goals.iter().map(|goal| goal_row(context, *goal)).collect();
        "goals"
    } else if folder == config.folders.bodies {
        bodies = programme.bodies.iter().map(|body| body_row(context, *body)).collect();
        "bodies"
    } else if folder == config.folders.assignments {
        groups = programme::assignment_groups(context);
        "assignments"
    } else {
        links = children(context, id);
        "links"
    };
    KindView::Index { style, goals, bodies, groups, links, letters: Vec::new() }
}

fn glossary(context: PageContext<'_>, id: PageId) -> KindView {
    let snapshot = context.snapshot;
    let term = |page: &PageId| {
        let (language, version) = snapshot.site.pages.full_version(&snapshot.config, *page, context.language);
        let text = super::body::html(context, version);
        let text = match context.language_of(language) {
            (Some(lang), Some(dir)) => Html::trusted(format!("<div{}>{text}</div>", crate::html::language_attributes(lang, dir))),
            _ => text,
        };
        TermView {
            id: Html::text(snapshot.site.pages.get(*page).stem.rsplit('/').next().unwrap_or_default()),
            term: context.title(*page),
            html: text,
        }
    };
    KindView::Glossary { terms: snapshot.site.pages.get(id).children.iter().map(term).collect() }
}

/// Everything from A to Ö: the way to each page for readers without search (WCAG 2.4.5).
fn letters(context: PageContext<'_>) -> KindView {
    let snapshot = context.snapshot;
    let formats = &context.texts().formats;
    let collator = crate::locale::format::primary_collator(context.locale());
    let mut titles: Vec<(String, PageId)> = snapshot
        .site
        .pages
        .iter()
        .map(|(id, page)| (if page.stem == "index" { context.texts().plain("nav-start") } else { context.plain_title(id) }, id))
        .collect();
    titles.sort_by(|a, b| formats.compare(&a.0, &b.0));
    let mut letters: Vec<Letter> = Vec::new();
    let mut open: Option<String> = None;
    for (title, page) in titles {
        let first: String =
            title.chars().find(|c| c.is_alphanumeric()).map(base_letter).map(|c| c.to_uppercase().collect()).unwrap_or_default();
        let digit = first.chars().all(|c| c.is_ascii_digit());
        let first = if digit { "0–9".to_owned() } else { first };
        if open.as_ref().is_none_or(|letter| !formats.same_letter(letter, &first, &collator)) {
            let id = format!("letter-{}", letters.len() + 1);
            letters.push(Letter { letter: context.own(&first), id, links: Vec::new() });
            open = Some(first);
        }
        if let Some(letter) = letters.last_mut() {
            let link = context.link(page);
            let start = snapshot.site.pages.get(page).stem == "index";
            letter.links.push(if start { Link { title: context.t("nav-start"), ..link } } else { link });
        }
    }
    KindView::Index { style: "letters", goals: Vec::new(), bodies: Vec::new(), groups: Vec::new(), links: Vec::new(), letters }
}

/// The letter that readers look under: alif with hamza or madda stands under alif.
fn base_letter(letter: char) -> char {
    if matches!(letter, 'أ' | 'إ' | 'آ') { 'ا' } else { letter }
}

fn sitemap(context: PageContext<'_>) -> KindView {
    let site = &context.snapshot.site;
    let Some(start) = site.pages.find("index") else { return KindView::Sitemap { sections: Vec::new() } };
    let section = |page: PageId| {
        let children = site.pages.get(page).children.iter();
        TreeSection { link: context.link(page), children: children.map(|child| context.link(*child)).collect() }
    };
    let mut sections = vec![TreeSection { link: context.link(start), children: Vec::new() }];
    sections.extend(site.pages.get(start).children.iter().map(|page| section(*page)));
    if let Some(link) = context.generated_link(Generated::Progress) {
        let periods = site.progress.periods.iter().map(|period| Generated::Period(*period));
        let children = [Generated::Coverage].into_iter().chain(periods).filter_map(|generated| context.generated_link(generated));
        sections.push(TreeSection { link, children: children.collect() });
    }
    let others = [Generated::OpenData, Generated::Letters, Generated::Languages, Generated::Statement];
    sections.extend(
        others.into_iter().filter_map(|generated| context.generated_link(generated)).map(|link| TreeSection { link, children: Vec::new() }),
    );
    KindView::Sitemap { sections }
}

fn languages(context: PageContext<'_>) -> KindView {
    use crate::document::TranslationState::{Machine, Reviewed};
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
    KindView::Languages { rows: snapshot.config.language_ids().map(row).collect() }
}

/// One block for each language.
pub fn not_found(context: PageContext<'_>) -> KindView {
    let block = |language: LanguageId| {
        let context = PageContext { language, ..context };
        let home = context.snapshot.site.pages.find("index").map_or_else(|| context.href("/"), |start| context.page_href(start));
        NotFoundBlock {
            lang: context.locale().tag,
            dir: context.locale().direction.key(),
            title: context.t("not-found-title"),
            text: context.t("not-found-text"),
            home: Link { title: context.t("nav-start"), href: home },
            sitemap: context.generated_link(Generated::Sitemap),
        }
    };
    KindView::NotFound { blocks: context.snapshot.config.language_ids().map(block).collect() }
}
