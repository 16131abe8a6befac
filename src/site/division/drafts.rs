//! Which lists a page has, in what order they are divided, and what all else on it weighs.

use super::List;
use super::divide::{Draft, DraftGroup, RestOf};
use super::weight::{self, Weights, bytes, row};
use crate::document::Kind;
use crate::period::Period;
use crate::site::data::TableId;
use crate::site::generated::Generated;
use crate::site::model::Model;
use crate::site::programme::Owners;
use crate::site::rows::{AnyPage, Late, PeriodRow, RowGroup};
use crate::site::{PageId, RouteKind};

/// The lists of a page.
#[derive(Debug, Default)]
pub(super) struct PageDraft {
    pub(super) lists: Vec<ListDraft>,
    /// The room for all of them together.
    pub(super) room: u32,
}

/// A list that may have to be divided.
#[derive(Debug)]
pub(super) struct ListDraft {
    pub(super) list: List,
    /// The page of each group.
    pub(super) heads: Vec<Option<AnyPage>>,
    pub(super) elsewhere: Option<AnyPage>,
    pub(super) draft: Draft,
}

/// The lists of a page and the room for them.
pub(super) fn drafts(model: &Model<'_>, weights: &Weights<'_>, owner: AnyPage, generated: &[Generated]) -> PageDraft {
    let lists = Lists { model, weights };
    match owner {
        AnyPage::Page(page) => {
            let (besides, own) = lists.of_page(page);
            PageDraft { lists: own, room: weights.room(weights.text(page) + besides) }
        }
        AnyPage::Generated(page) => {
            let (besides, own) = lists.of_generated(page, generated);
            PageDraft { lists: own, room: weights.room(besides) }
        }
    }
}

struct Lists<'a> {
    model: &'a Model<'a>,
    weights: &'a Weights<'a>,
}

/// What a page weighs without its lists, and its lists.
type OfPage = (u32, Vec<ListDraft>);

impl Lists<'_> {
    fn of_page(&self, page: PageId) -> OfPage {
        let kind = RouteKind::of_page(self.model.config, self.model.pages.get(page));
        match kind {
            RouteKind::Start => (self.weights.bar(9) + weight::SECTIONS, vec![self.goals(), self.bodies(), self.areas()]),
            RouteKind::Document(Kind::Programme) => (weight::SECTIONS, vec![self.own(page), self.goals(), self.bodies()]),
            RouteKind::Document(Kind::Goal) => {
                let besides = self.weights.bar(9) + weight::SECTIONS + self.weights.facts(page);
                (besides, vec![self.serving(page), self.follow_ups(page)])
            }
            RouteKind::Document(Kind::Assignment) => {
                let duties = self.model.duties(page).len();
                let expected = plain(List::Duties, vec![weight::DUTY; duties]);
                (weight::SECTIONS + self.weights.facts(page), vec![self.follow_ups(page), expected])
            }
            RouteKind::Document(Kind::Body) => self.of_body(page),
            RouteKind::Document(Kind::Area) => (weight::SECTIONS, self.links(self.model.placed(page)).into()),
            RouteKind::Document(Kind::Indicator) => (weight::SECTIONS, self.links(self.model.measured(page)).into()),
            _ => (0, vec![self.own(page)]),
        }
    }

    fn of_generated(&self, page: Generated, generated: &[Generated]) -> OfPage {
        match page {
            Generated::Progress => self.of_overview(),
            Generated::Period(period) => self.of_period(period),
            Generated::Coverage => self.of_coverage(),
            Generated::Letters => {
                let all = self.model.pages.iter().map(|(page, _)| self.weights.link(page)).collect();
                (
                    weight::SECTIONS,
                    vec![ListDraft {
                        draft: Draft { rest: RestOf::ByGroup, ..plain(List::Own, all).draft },
                        ..plain(List::Own, Vec::new())
                    }],
                )
            }
            Generated::Sitemap => (0, vec![self.site_map(generated)]),
            Generated::OpenData => {
                let indicators = self.model.tables.iter().filter(|table| matches!(table, TableId::Indicator(_)));
                let rows: Vec<u32> = indicators.map(|_| weight::DATA_TABLE).collect();
                let others = bytes(self.model.tables.len() - rows.len());
                (weight::SECTIONS + others * weight::DATA_TABLE, vec![plain(List::Indicators, rows)])
            }
            Generated::Languages | Generated::Statement => (0, Vec::new()),
        }
    }

    fn of_body(&self, page: PageId) -> OfPage {
        let own = self.model.assignments(page);
        let rows_of_body = own.len();
        let rows = own.iter().map(|assignment| self.weights.assignment(*assignment, None)).collect();
        let changed = self.model.latest_changes_of(own);
        let changes = changed.iter().map(|(page, change)| self.weights.change(*page, *change)).collect();
        let reports = self.model.reports(page).iter().map(|report| self.weights.report(report)).collect();
        let years = bytes(self.model.progress.years().count()) * weight::YEAR;
        let lists = vec![
            plain(List::Changes, changes),
            elsewhere(List::Assignments, self.list_of(&self.model.config.folders.assignments), rows),
            plain(List::Reports, reports),
        ];
        (2 * self.weights.bar(rows_of_body) + weight::SECTIONS + years, lists)
    }

    fn of_overview(&self) -> OfPage {
        let model = self.model;
        let changes = model.latest_changes().iter().map(|(page, change)| self.weights.change(*page, *change)).collect();
        let indicators: Vec<u32> = model.programme.indicators.iter().map(|page| self.weights.indicator(*page)).collect();
        let late = model.late().iter().map(|late| self.late(late)).collect();
        let list = self.list_of(&model.config.folders.indicators);
        let lists = vec![
            plain(List::Changes, changes),
            elsewhere(List::FigureChanges, list, vec![weight::FINDING; indicators.len()]),
            self.goals(),
            self.bodies(),
            plain(List::Indicators, indicators),
            elsewhere(List::Late, Some(AnyPage::Generated(Generated::Coverage)), late),
        ];
        (weight::OVERVIEW + 2 * self.weights.bar(9) + bytes(model.progress.years().count()) * weight::PERIOD, lists)
    }

    fn of_period(&self, period: Period) -> OfPage {
        let model = self.model;
        let parts = model.parts_of_year(period);
        let columns = bytes(parts.len() + 1);
        let owing = if parts.is_empty() { Vec::new() } else { model.owing(|other| parts.contains(&other) || other == period) };
        let matrix = owing.iter().map(|body| row(120 + self.weights.link(*body) + columns * weight::MATRIX_CELL)).collect();
        let changes = model.changes(period).iter().map(|(page, change)| self.weights.change(*page, *change)).collect();
        let approved = model.approved.get(&period);
        let figures = |count: usize| vec![weight::FIGURE_ROW; count];
        let bodies = model.programme.bodies.iter().filter_map(|body| model.period_rows(period, *body));
        let lists = vec![
            plain(List::Matrix, matrix),
            plain(List::ApprovedChanges, figures(approved.map_or(0, |approved| approved.since.len()))),
            plain(List::ApprovedFigures, figures(approved.map_or(0, |approved| approved.frozen.figures.len()))),
            plain(List::Changes, changes),
            self.grouped(List::Own, bodies.collect(), |row| self.period_row(row)),
        ];
        (weight::SECTIONS + columns * weight::MATRIX_COLUMN, lists)
    }

    fn period_row(&self, row: &PeriodRow<'_>) -> u32 {
        match row {
            PeriodRow::Missing(duty) => self.weights.missing(duty.assignment),
            PeriodRow::Report(report) => self.weights.report(report),
            PeriodRow::FollowUp(reported) => self.weights.follow_up(reported),
        }
    }

    fn of_coverage(&self) -> OfPage {
        let model = self.model;
        let years = bytes(model.progress.years().count());
        let mut periods: Vec<Period> = model.progress.reports.iter().map(|report| report.period).collect();
        periods.sort();
        periods.dedup();
        let reports = bytes(periods.len());
        let cells = |body: PageId, columns: u32| row(120 + self.weights.link(body) + columns * weight::MATRIX_CELL);
        let lists = vec![
            plain(List::Matrix, model.owing(|_| true).into_iter().map(|body| cells(body, years)).collect()),
            plain(List::ReportMatrix, model.reporting().into_iter().map(|body| cells(body, reports)).collect()),
            self.grouped(List::Late, model.late_by_body(), |late| self.late(late)),
        ];
        (weight::SECTIONS + (years + reports) * weight::MATRIX_COLUMN, lists)
    }

    fn late(&self, late: &Late<'_>) -> u32 {
        match late {
            Late::FollowUp(duty) => self.weights.late(duty.assignment, duty.body),
            Late::Report(report) => self.weights.late(report.body, None),
        }
    }

    fn goals(&self) -> ListDraft {
        let rows = self.model.programme.goals.iter().map(|goal| self.weights.goal(*goal)).collect();
        elsewhere(List::Goals, self.list_of(&self.model.config.folders.goals), rows)
    }

    fn bodies(&self) -> ListDraft {
        let rows = self.model.programme.bodies.iter().map(|body| self.weights.body(*body)).collect();
        elsewhere(List::Bodies, self.list_of(&self.model.config.folders.bodies), rows)
    }

    fn areas(&self) -> ListDraft {
        let rows = self.model.programme.areas.iter().map(|area| self.weights.link(*area)).collect();
        elsewhere(List::Areas, self.list_of(&self.model.config.folders.areas), rows)
    }

    /// The page that lists what a folder holds. It is there as soon as anything is.
    fn list_of(&self, folder: &str) -> Option<AnyPage> {
        self.model.pages.find(&format!("{folder}/index")).map(AnyPage::Page)
    }

    /// What a page is there for.
    fn own(&self, page: PageId) -> ListDraft {
        let pages = self.model.pages;
        let is_glossary = RouteKind::of_page(self.model.config, pages.get(page)) == RouteKind::Glossary;
        let weight = |row_page: &PageId| match pages.get(*row_page).kind {
            Kind::Goal => self.weights.goal(*row_page),
            Kind::Body => self.weights.body(*row_page),
            Kind::Assignment => self.weights.assignment(*row_page, None),
            _ if is_glossary => row(120 + self.weights.title(*row_page) + self.weights.text(*row_page)),
            _ => self.weights.child(*row_page),
        };
        let mut groups = self.model.own_list(page);
        if let [only] = groups.as_mut_slice()
            && only.head.is_none()
        {
            return plain(List::Own, only.rows.iter().map(weight).collect());
        }
        self.grouped(List::Own, groups, weight)
    }

    /// Links to the goals and assignments that are about something.
    fn links(&self, owners: Owners<'_>) -> [ListDraft; 2] {
        let links = |pages: &[PageId]| pages.iter().map(|page| self.weights.link(*page)).collect();
        [plain(List::Goals, links(owners.goals)), plain(List::Assignments, links(owners.assignments))]
    }

    fn serving(&self, goal: PageId) -> ListDraft {
        let body = |assignment: PageId| self.model.programme.body_of(assignment);
        self.grouped(List::Assignments, self.model.serving(goal), |page| self.weights.assignment(*page, body(*page)))
    }

    fn follow_ups(&self, subject: PageId) -> ListDraft {
        plain(List::FollowUps, self.model.follow_ups(subject).into_iter().map(|reported| self.weights.follow_up(reported)).collect())
    }

    fn site_map(&self, generated: &[Generated]) -> ListDraft {
        let link = |page: &AnyPage| match page {
            AnyPage::Page(page) => self.weights.link(*page),
            AnyPage::Generated(_) => weight::PERIOD,
        };
        self.grouped(List::Own, self.model.site_map(generated), link)
    }

    fn grouped<T>(&self, list: List, groups: Vec<RowGroup<T>>, weight: impl Fn(&T) -> u32) -> ListDraft {
        let (mut heads, mut drafts) = (Vec::new(), Vec::new());
        for group in groups {
            let (key, head) = self.group(group.head);
            heads.push(group.head);
            drafts.push(DraftGroup { key, head, rows: group.rows.iter().map(&weight).collect() });
        }
        ListDraft { list, heads, elsewhere: None, draft: Draft { groups: drafts, rest: RestOf::ByGroup } }
    }

    /// A group's name in addresses, and what its head weighs.
    fn group(&self, head: Option<AnyPage>) -> (String, u32) {
        match head {
            Some(AnyPage::Page(page)) => {
                let pages = self.model.pages;
                let stem = pages.get(page).stem.as_str();
                let stem = stem.strip_suffix("/index").unwrap_or(stem);
                // A body stands in the folder of bodies: its own name is enough.
                let name = if pages.get(page).kind == Kind::Body { stem.rsplit('/').next().unwrap_or(stem) } else { stem };
                (name.replace('/', "-"), self.weights.head(page))
            }
            Some(AnyPage::Generated(page)) => (page.spec().key.to_owned(), 500),
            None => ("0".to_owned(), 200),
        }
    }
}

fn plain(list: List, rows: Vec<u32>) -> ListDraft {
    let group = DraftGroup { key: String::new(), head: 0, rows };
    ListDraft { list, heads: vec![None], elsewhere: None, draft: Draft { groups: vec![group], rest: RestOf::Following } }
}

/// A list that stands as a whole on another page, which is there as soon as the list has a row.
fn elsewhere(list: List, page: Option<AnyPage>, rows: Vec<u32>) -> ListDraft {
    let own = plain(list, rows);
    ListDraft { elsewhere: page, draft: Draft { rest: RestOf::Elsewhere, ..own.draft }, ..own }
}
