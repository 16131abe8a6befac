//! Lists of pages: those below another, of goals, of assignments, of news, the glossary.

use serde::Serialize;

use super::goal::{GoalRow, goal_row};
use super::letters::Letter;
use super::row::{AssignmentRow, BodyRow, assignment_row, body_row, site, stem};
use super::{Link, PageContext, body, phrase};
use crate::html::Html;
use crate::site::PageId;

/// What a page of text shows below its text.
#[derive(Clone, Debug, Serialize)]
pub struct TextPage {
    /// The pages below it.
    pub children: Vec<Child>,
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
}

/// What the list of news shows.
#[derive(Clone, Debug, Serialize)]
pub struct NewsPage {
    /// News, the newest first.
    pub items: Vec<Child>,
}

/// What the glossary shows.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPage {
    /// All terms.
    pub terms: Vec<TermView>,
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
    pub id: String,
    /// The term.
    pub term: Html,
    /// What it means.
    pub html: Html,
}

/// The list of news.
pub fn news(context: PageContext<'_>, id: PageId) -> NewsPage {
    NewsPage { items: children(context, id) }
}

fn children(context: PageContext<'_>, id: PageId) -> Vec<Child> {
    let pages = &context.snapshot.site.pages;
    let child = |child: &PageId| Child {
        link: context.link(*child),
        summary: context.summary(*child),
        date: pages.get(*child).source().date.map(|date| context.stated(phrase::date(context, date), *child, format_args!("date"))),
    };
    pages.get(id).children.iter().map(child).collect()
}

/// A page of text: a folder's own page lists what is below it, a chapter leads to its neighbours.
pub fn text_page(context: PageContext<'_>, id: PageId) -> TextPage {
    let pages = &context.snapshot.site.pages;
    let page = pages.get(id);
    if page.is_index() {
        return TextPage { children: children(context, id), prev: None, next: None };
    }
    // Neighbours are chapters of the programme, which are read in order.
    let in_programme = page.folder() == context.snapshot.config.folders.programme;
    let siblings = page.parent.filter(|_| in_programme).map(|parent| pages.get(parent).children.as_slice()).unwrap_or_default();
    let at = siblings.iter().position(|sibling| *sibling == id);
    let neighbour = |at: Option<usize>| at.and_then(|at| siblings.get(at)).map(|page| context.link(*page));
    TextPage { children: Vec::new(), prev: neighbour(at.and_then(|at| at.checked_sub(1))), next: neighbour(at.map(|at| at + 1)) }
}

/// A list of goals, of assignments …
pub fn list(context: PageContext<'_>, id: PageId) -> IndexPage {
    let config = &context.snapshot.config;
    let programme = &site(context).programme;
    let folder = site(context).pages.get(id).folder();
    if folder == config.folders.goals {
        let goals = programme.goals.iter().map(|goal| goal_row(context, *goal)).collect();
        IndexPage { style: "goals", goals, ..IndexPage::default() }
    } else if folder == config.folders.bodies {
        let bodies = programme.bodies.iter().map(|body| body_row(context, *body)).collect();
        IndexPage { style: "bodies", bodies, ..IndexPage::default() }
    } else if folder == config.folders.assignments {
        IndexPage { style: "assignments", groups: assignment_groups(context), ..IndexPage::default() }
    } else {
        IndexPage { style: "links", links: children(context, id), ..IndexPage::default() }
    }
}

/// All assignments, by body.
fn assignment_groups(context: PageContext<'_>) -> Vec<Group> {
    let programme = &site(context).programme;
    let group = |body: &PageId| {
        let link = context.link(*body);
        let rows = programme.assignments_of(&site(context).pages, *body);
        Group {
            title: link.title,
            href: Some(link.href),
            id: stem(context, *body),
            rows: rows.into_iter().map(|assignment| assignment_row(context, assignment, false)).collect(),
        }
    };
    programme.bodies.iter().map(group).collect()
}

/// The glossary.
pub fn glossary(context: PageContext<'_>, id: PageId) -> GlossaryPage {
    let snapshot = context.snapshot;
    let term = |page: &PageId| {
        let (language, version) = snapshot.site.pages.full_version(&snapshot.config, *page, context.language);
        let text = body::html(context, version);
        let text = match context.language_of(language) {
            (Some(lang), Some(dir)) => Html::trusted(format!("<div{}>{text}</div>", crate::html::language_attributes(lang, dir))),
            _ => text,
        };
        TermView {
            id: snapshot.site.pages.get(*page).stem.rsplit('/').next().unwrap_or_default().to_owned(),
            term: context.title(*page),
            html: text,
        }
    };
    GlossaryPage { terms: snapshot.site.pages.get(id).children.iter().map(term).collect() }
}
