//! A part of a list that its page has no room for: some of the rows, or links to other parts.

use serde::Serialize;

use super::approved::{figures_table, since_table};
use super::assignment::{Due, due};
use super::change::{ChangeRow, change_rows};
use super::figure::DataTable;
use super::follow_up::{FollowUpView, follow_up};
use super::goal::{GoalRow, goal_row};
use super::indicator::{IndicatorRow, indicator_row, links};
use super::letters::{self, Letter};
use super::list::{Child, TermView, child, term};
use super::more::{MoreGroup, groups, label};
use super::open_data::{TableView, indicator_tables, table_views};
use super::reporting::{
    LateRow, Matrix, PeriodBody, ReportView, late_row, matrix_bodies, matrix_by_year, matrix_of_year, period_body, report_matrix,
    report_view,
};
use super::row::{AssignmentRow, BodyRow, assignment_row, body_row, site};
use super::{Link, PageContext, site_map};
use crate::document::Kind;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::division::{Division, List, Part, PartId};
use crate::site::programme::Owners;
use crate::site::rows::AnyPage;
use crate::site::{Generated, PageId, RouteKind};

/// What a part shows.
#[derive(Clone, Debug, Serialize)]
pub struct PartPage {
    /// Which rows: "51–100 av 714".
    pub heading: Html,
    /// The rows; none on a page of links.
    pub rows: Option<PartRows>,
    /// The parts that a page of links leads to.
    pub groups: Vec<MoreGroup>,
    /// The rows before.
    pub prev: Option<Link>,
    /// The rows after.
    pub next: Option<Link>,
}

/// The rows of a part, each kind written as on the page of its list.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "style", content = "items", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says what it is by its rows")]
pub enum PartRows {
    Goals(Vec<GoalRow>),
    Bodies(Vec<BodyRow>),
    Assignments(Vec<AssignmentRow>),
    Children(Vec<Child>),
    Terms(Vec<TermView>),
    Letters(Vec<Letter>),
    Links(Vec<Link>),
    Indicators(Vec<IndicatorRow>),
    /// `with_body` on a goal's, where several bodies report.
    FollowUps {
        rows: Vec<FollowUpView>,
        with_body: bool,
    },
    Duties(Vec<Due>),
    Changes(Vec<ChangeRow>),
    Reports(Vec<ReportView>),
    Matrix(Matrix),
    Late(Vec<LateRow>),
    Table(DataTable),
    Period(PeriodBody),
    DataTables(Vec<TableView>),
}

/// What a part shows; none where there is no such part.
pub fn part(context: PageContext<'_>, id: PartId) -> Option<PartPage> {
    let division = site(context).routes.divisions().of(id)?;
    let part = division.part(id)?;
    if part.is_directory() {
        let groups = groups(context, division, &division.below(part));
        return Some(PartPage { heading: label(context, division, part).html, rows: None, groups, prev: None, next: None });
    }
    let beside = |other: Option<PartId>| {
        let other = other?;
        let title = label(context, division, division.part(other)?).html;
        Some(Link { title, href: context.href(site(context).routes.part(other, context.language)) })
    };
    let of = division.groups.get(part.groups.0).map_or(division.total, |group| group.rows);
    let args = [("from", Arg::from(part.rows.start + 1)), ("to", Arg::from(part.rows.end)), ("all", Arg::from(of))];
    Some(PartPage {
        heading: context.tf("part-of", &args),
        rows: Some(Rows { context, division, part }.all()?),
        groups: Vec::new(),
        prev: beside(division.previous(id)),
        next: beside(division.next(id)),
    })
}

/// The rows of one part.
struct Rows<'a> {
    context: PageContext<'a>,
    division: &'a Division,
    part: &'a Part,
}

impl Rows<'_> {
    fn all(&self) -> Option<PartRows> {
        match self.division.owner {
            AnyPage::Page(page) => self.of_page(page),
            AnyPage::Generated(page) => self.of_generated(page),
        }
    }

    /// Those of some rows that stand on this part.
    fn here<'a, T>(&self, rows: &'a [T]) -> &'a [T] {
        rows.get(self.part.rows.clone()).unwrap_or_default()
    }

    fn map<T, R>(&self, rows: &[T], row: impl Fn(&T) -> R) -> Vec<R> {
        self.here(rows).iter().map(row).collect()
    }

    fn group(&self) -> usize {
        self.part.groups.0
    }

    fn of_page(&self, page: PageId) -> Option<PartRows> {
        let context = self.context;
        let model = context.model();
        let kind = RouteKind::of_page(model.config, model.pages.get(page));
        Some(match self.division.list {
            List::Own => return self.own(page, kind),
            List::Goals => PartRows::Links(links(context, self.here(self.owners(page, kind).goals))),
            List::Assignments if matches!(kind, RouteKind::Document(Kind::Goal)) => {
                let groups = model.serving(page);
                PartRows::Assignments(self.map(&groups.get(self.group())?.rows, |page| assignment_row(context, *page, true)))
            }
            List::Assignments => PartRows::Links(links(context, self.here(self.owners(page, kind).assignments))),
            List::FollowUps => {
                let with_body = matches!(kind, RouteKind::Document(Kind::Goal));
                PartRows::FollowUps { rows: self.map(&model.follow_ups(page), |reported| follow_up(context, reported)), with_body }
            }
            List::Duties => PartRows::Duties(self.map(model.duties(page), |duty| due(context, duty))),
            List::Changes => PartRows::Changes(change_rows(context, self.here(&model.latest_changes_of(model.assignments(page))))),
            List::Reports => PartRows::Reports(self.map(model.reports(page), |report| report_view(context, report))),
            _ => return None,
        })
    }

    fn owners(&self, page: PageId, kind: RouteKind) -> Owners<'_> {
        let model = self.context.model();
        if kind == RouteKind::Document(Kind::Area) { model.placed(page) } else { model.measured(page) }
    }

    /// What a page is there for.
    fn own(&self, page: PageId, kind: RouteKind) -> Option<PartRows> {
        let context = self.context;
        let groups = context.model().own_list(page);
        let rows = self.here(&groups.get(self.group())?.rows);
        let first = rows.first().map(|row| site(context).pages.get(*row).kind);
        Some(match (kind, first) {
            (RouteKind::Glossary, _) => PartRows::Terms(rows.iter().map(|page| term(context, *page)).collect()),
            (RouteKind::Document(Kind::Programme), _) => PartRows::Links(links(context, rows)),
            (RouteKind::Index, Some(Kind::Goal)) => PartRows::Goals(rows.iter().map(|page| goal_row(context, *page)).collect()),
            (RouteKind::Index, Some(Kind::Body)) => PartRows::Bodies(rows.iter().map(|page| body_row(context, *page)).collect()),
            (RouteKind::Index, Some(Kind::Assignment)) => {
                PartRows::Assignments(rows.iter().map(|page| assignment_row(context, *page, false)).collect())
            }
            _ => PartRows::Children(rows.iter().map(|page| child(context, *page)).collect()),
        })
    }

    fn of_generated(&self, page: Generated) -> Option<PartRows> {
        let context = self.context;
        let model = context.model();
        Some(match (page, self.division.list) {
            (Generated::Period(period), list) => return self.of_period(period, list),
            (Generated::Progress, List::Changes) => PartRows::Changes(change_rows(context, self.here(&model.latest_changes()))),
            (Generated::Progress, List::Indicators) => {
                PartRows::Indicators(self.map(&model.programme.indicators, |page| indicator_row(context, *page)))
            }
            (Generated::Coverage, List::Matrix) => PartRows::Matrix(matrix_by_year(context, self.here(&model.owing(|_| true)))?),
            (Generated::Coverage, List::ReportMatrix) => PartRows::Matrix(report_matrix(context, self.here(&model.reporting()))?),
            (Generated::Coverage, List::Late) => {
                PartRows::Late(self.map(&model.late_by_body().get(self.group())?.rows, |late| late_row(context, late)))
            }
            (Generated::Letters, _) => PartRows::Letters(letters::of_part(context, self.part.rows.clone())),
            (Generated::Sitemap, _) => {
                PartRows::Links(site_map::links(context, self.here(&site_map::sections(context).get(self.group())?.rows)))
            }
            (Generated::OpenData, _) => PartRows::DataTables(table_views(context, self.here(&indicator_tables(context)))),
            _ => return None,
        })
    }

    fn of_period(&self, period: Period, list: List) -> Option<PartRows> {
        let context = self.context;
        let model = context.model();
        Some(match list {
            List::Own => {
                let Some(AnyPage::Page(body)) = self.division.groups.get(self.group())?.head else { return None };
                PartRows::Period(period_body(context, period, body, self.here(&model.period_rows(period, body)?.rows)))
            }
            List::Matrix => PartRows::Matrix(matrix_of_year(context, self.here(&matrix_bodies(context, period)), period)?),
            List::Changes => PartRows::Changes(change_rows(context, self.here(&model.changes(period)))),
            List::ApprovedChanges => PartRows::Table(since_table(context, self.here(&model.approved.get(&period)?.since))),
            List::ApprovedFigures => PartRows::Table(figures_table(context, self.here(&model.approved.get(&period)?.frozen.figures))),
            _ => return None,
        })
    }
}
