//! What each kind of page shows besides its text: the sum of the kinds, and which function fills which.

use serde::Serialize;

use super::administration::{self, BodyPage};
use super::assignment::{self, AssignmentPage};
use super::goal::{self, GoalPage};
use super::indicator::{self, AreaPage, IndicatorPage};
use super::languages::{self, LanguagesPage};
use super::list::{self, GlossaryPage, IndexPage, NewsPage, TextPage};
use super::not_found::{self, NotFoundPage};
use super::open_data::{self, OpenDataPage};
use super::part::{self, PartPage};
use super::programme::{self, ProgrammePage};
use super::progress::{self, ProgressPage, StartPage};
use super::reporting::{self, CoveragePage, PeriodPage};
use super::site_map::{self, SitemapPage};
use super::statement::{self, StatementPage};
use super::{PageContext, letters, more};
use crate::document::Kind;
use crate::site::division::{List, PartId};
use crate::site::rows::AnyPage;
use crate::site::{Generated, PageId, RouteKind};

/// What a page shows, by kind: one struct a kind, which stands with the function that fills it.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant says what it is by its struct")]
pub enum KindView {
    /// Nothing but its text.
    Plain {},
    Start(StartPage),
    Text(TextPage),
    Programme(ProgrammePage),
    Goal(GoalPage),
    Assignment(AssignmentPage),
    Body(BodyPage),
    Area(AreaPage),
    Indicator(IndicatorPage),
    Period(PeriodPage),
    Progress(ProgressPage),
    Coverage(CoveragePage),
    Index(IndexPage),
    News(NewsPage),
    Glossary(GlossaryPage),
    Sitemap(SitemapPage),
    Languages(LanguagesPage),
    OpenData(OpenDataPage),
    Statement(StatementPage),
    NotFound(NotFoundPage),
    Part(PartPage),
}

/// What a content page shows besides its text.
pub fn content(context: PageContext<'_>, id: PageId, kind: RouteKind) -> KindView {
    match kind {
        RouteKind::Start => KindView::Start(progress::start(context, id)),
        RouteKind::Document(Kind::Programme) => KindView::Programme(programme::programme(context, id)),
        RouteKind::Document(Kind::Goal) => goal::goal(context, id).map_or(KindView::Plain {}, KindView::Goal),
        RouteKind::Document(Kind::Assignment) => assignment::assignment(context, id).map_or(KindView::Plain {}, KindView::Assignment),
        RouteKind::Document(Kind::Body) => KindView::Body(administration::body(context, id)),
        RouteKind::Document(Kind::Area) => KindView::Area(indicator::area(context, id)),
        RouteKind::Document(Kind::Indicator) => KindView::Indicator(indicator::indicator(context, id)),
        RouteKind::Contact => KindView::Plain {},
        RouteKind::Index => KindView::Index(list::list(context, id)),
        RouteKind::NewsList => KindView::News(list::news(context, id)),
        RouteKind::Glossary => KindView::Glossary(list::glossary(context, id)),
        _ => KindView::Text(list::text_page(context, id)),
    }
}

/// What a generated page shows.
pub fn generated(context: PageContext<'_>, generated: Generated) -> KindView {
    match generated {
        Generated::Progress => KindView::Progress(progress::overview(context)),
        Generated::Period(period) => KindView::Period(reporting::period(context, period)),
        Generated::Coverage => KindView::Coverage(reporting::coverage(context)),
        Generated::Letters => {
            let more = more::more(context, AnyPage::Generated(Generated::Letters), List::Own);
            KindView::Index(IndexPage { style: "letters", letters: letters::letters(context), more, ..IndexPage::default() })
        }
        Generated::Sitemap => KindView::Sitemap(site_map::site_map(context)),
        Generated::Languages => KindView::Languages(languages::languages(context)),
        Generated::Statement => KindView::Statement(statement::statement(context)),
        Generated::OpenData => KindView::OpenData(open_data::open_data(context)),
    }
}

/// What a part of a list shows.
pub fn part(context: PageContext<'_>, part: PartId) -> KindView {
    part::part(context, part).map_or(KindView::Plain {}, KindView::Part)
}

/// What the page for addresses that lead nowhere shows.
pub fn not_found(context: PageContext<'_>) -> KindView {
    KindView::NotFound(not_found::not_found(context))
}
