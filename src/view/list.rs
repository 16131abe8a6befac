//! Lists of pages: those below another, of goals, of assignments, of news, the glossary.

use serde::Serialize;

use super::goal::{GoalRow, goal_row};
use super::letters::Letter;
use super::more::{More, more, on_page};
use super::row::{AssignmentRow, BodyRow, assignment_row, body_row, site, stem};
use super::{Link, PageContext, body, phrase};
use crate::html::Html;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::rows::{AnyPage, RowGroup};

/// What a page of text shows below its text.
#[derive(Clone, Debug, Serialize)]
pub struct TextPage {
    /// The pages below it.
    pub children: Vec<Child>,
    /// The way to the others.
    pub more: Option<More>,
    /// The chapter before it.
    pub prev: Option<Link>,
    /// The chapter after it.
    pub next: Option<Link>,
}

/// What a list shows: one of the fields, by `style`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct IndexPage {
    /// `goals`, `bodies`, `assignments`, `letters` or `links`.
    pub style: &'static str,
    /// All goals.
    pub goals: Vec<GoalRow>,
    /// All bodies.
    pub bodies: Vec<BodyRow>,
    /// All assignments, by body.
    pub groups: Vec<Group>,
    /// The pages below.
    pub links: Vec<Child>,
    /// All pages, by letter.
    pub letters: Vec<Letter>,
    /// The way to the rest of the list.
    pub more: Option<More>,
}

/// What the list of news shows.
#[derive(Clone, Debug, Serialize)]
pub struct NewsPage {
    /// News, the newest first.
    pub items: Vec<Child>,
    /// The way to older news.
    pub more: Option<More>,
}

/// What the glossary shows.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPage {
    /// All terms.
    pub terms: Vec<TermView>,
    /// The way to the other terms.
    pub more: Option<More>,
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

/// The list of news.
pub fn news(context: PageContext<'_>, id: PageId) -> NewsPage {
    NewsPage { items: children(context, id), more: more(context, AnyPage::Page(id), List::Own) }
}

/// The pages below a page that stand on it.
fn children(context: PageContext<'_>, id: PageId) -> Vec<Child> {
    let children = &site(context).pages.get(id).children;
    on_page(context, AnyPage::Page(id), List::Own, children).iter().map(|page| child(context, *page)).collect()
}

/// A page below another.
pub fn child(context: PageContext<'_>, page: PageId) -> Child {
    let date = site(context).pages.get(page).source().date;
    Child {
        link: context.link(page),
        summary: context.summary(page),
        date: date.map(|date| context.stated(phrase::date(context, date), page, format_args!("date"))),
    }
}

/// A page of text: a folder's own page lists what is below it, a chapter leads to its neighbours.
pub fn text_page(context: PageContext<'_>, id: PageId) -> TextPage {
    let pages = &context.snapshot.site.pages;
    let page = pages.get(id);
    if page.is_index() {
        let more = more(context, AnyPage::Page(id), List::Own);
        return TextPage { children: children(context, id), more, prev: None, next: None };
    }
    // Neighbours are chapters of the programme, which are read in order.
    let in_programme = page.folder() == context.snapshot.config.folders.programme;
    let siblings = page.parent.filter(|_| in_programme).map(|parent| pages.get(parent).children.as_slice()).unwrap_or_default();
    let at = siblings.iter().position(|sibling| *sibling == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|page| context.link(*page));
    TextPage {
        children: Vec::new(),
        more: None,
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

/// A list of goals, of assignments …
pub fn list(context: PageContext<'_>, id: PageId) -> IndexPage {
    let folders = &context.snapshot.config.folders;
    let folder = site(context).pages.get(id).folder();
    let page = AnyPage::Page(id);
    let groups = context.model().own_list(id);
    let all: Vec<PageId> = groups.iter().flat_map(|group| group.rows.iter().copied()).collect();
    let rows = || on_page(context, page, List::Own, &all).iter().copied();
    let own = IndexPage { more: more(context, page, List::Own), ..IndexPage::default() };
    if folder == folders.goals {
        IndexPage { style: "goals", goals: rows().map(|goal| goal_row(context, goal)).collect(), ..own }
    } else if folder == folders.bodies {
        IndexPage { style: "bodies", bodies: rows().map(|body| body_row(context, body)).collect(), ..own }
    } else if folder == folders.assignments {
        let groups = if own.more.is_some() { Vec::new() } else { groups };
        IndexPage { style: "assignments", groups: groups.iter().filter_map(|group| assignment_group(context, group)).collect(), ..own }
    } else {
        IndexPage { style: "links", links: rows().map(|page| child(context, page)).collect(), ..own }
    }
}

/// The assignments of a body.
fn assignment_group(context: PageContext<'_>, group: &RowGroup<PageId>) -> Option<Group> {
    let Some(AnyPage::Page(body)) = group.head else { return None };
    let link = context.link(body);
    Some(Group {
        title: link.title,
        href: Some(link.href),
        id: stem(context, body),
        rows: group.rows.iter().map(|assignment| assignment_row(context, *assignment, false)).collect(),
    })
}

/// The glossary.
pub fn glossary(context: PageContext<'_>, id: PageId) -> GlossaryPage {
    let terms = on_page(context, AnyPage::Page(id), List::Own, &site(context).pages.get(id).children);
    GlossaryPage { terms: terms.iter().map(|page| term(context, *page)).collect(), more: more(context, AnyPage::Page(id), List::Own) }
}

/// A term and what it means.
pub fn term(context: PageContext<'_>, page: PageId) -> TermView {
    let snapshot = context.snapshot;
    let (language, version) = snapshot.site.pages.full_version(&snapshot.config, page, context.language);
    let text = body::html(context, version);
    let text = match context.language_of(language) {
        (Some(lang), Some(dir)) => Html::trusted(format!("<div{}>{text}</div>", crate::html::language_attributes(lang, dir))),
        _ => text,
    };
    TermView { id: Html::text(&stem(context, page)), term: context.title(page), html: text }
}
