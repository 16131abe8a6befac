//! The rows of lists that pages show, in order. What divides lists and what writes them asks here, so that both count the
//! same rows.

use super::generated::Generated;
use super::model::Model;
use super::programme::{Reported, facts_of, targets_of};
use super::progress::StatusChange;
use super::reporting::{Duty, ReportDuty};
use super::{PageId, RouteKind};
use crate::document::Kind;
use crate::document::facts::Target;
use crate::period::Period;
use crate::status::Reporting;

/// A page: one of the tree, or one that the program makes of the whole model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnyPage {
    /// One of the tree.
    Page(PageId),
    /// One that the program makes.
    Generated(Generated),
}

/// Rows that belong together.
#[derive(Clone, Debug)]
pub struct RowGroup<T> {
    /// The page that they belong to; none in a list without groups.
    pub head: Option<AnyPage>,
    /// In order.
    pub rows: Vec<T>,
}

impl<T> RowGroup<T> {
    /// A list without groups.
    pub fn only(rows: Vec<T>) -> Vec<Self> {
        vec![Self { head: None, rows }]
    }

    fn of(page: PageId, rows: Vec<T>) -> Self {
        Self { head: Some(AnyPage::Page(page)), rows }
    }
}

/// Goals and assignments whose targets have something in common.
#[derive(Clone, Debug)]
pub struct Owners {
    /// The goals.
    pub goals: Vec<PageId>,
    /// The assignments.
    pub assignments: Vec<PageId>,
}

/// Something that should have come and has not.
#[derive(Clone, Copy, Debug)]
pub enum Late<'a> {
    /// A follow-up of an assignment.
    FollowUp(&'a Duty),
    /// A report of a body as a whole.
    Report(&'a ReportDuty),
}

impl Late<'_> {
    /// Who owes it.
    pub fn body(&self) -> Option<PageId> {
        match self {
            Self::FollowUp(duty) => duty.body,
            Self::Report(report) => Some(report.body),
        }
    }
}

/// What a body owed or handed in for a period.
#[derive(Clone, Copy, Debug)]
pub enum PeriodRow<'a> {
    /// A follow-up that has not come.
    Missing(&'a Duty),
    /// A report as a whole.
    Report(&'a ReportDuty),
    /// A follow-up that has come.
    FollowUp(&'a Reported),
}

/// Whether a period's page is about another period: a year's page is about all parts of the year as well.
pub fn includes(period: Period, other: Period) -> bool {
    if let Period::Year(year) = period { other.year() == year } else { other == period }
}

impl<'a> Model<'a> {
    /// The list that a page is there for: what its folder holds, or all goals, bodies or assignments.
    pub fn own_list(&self, page: PageId) -> Vec<RowGroup<PageId>> {
        let own = self.pages.get(page);
        let children = || RowGroup::only(own.children.clone());
        match RouteKind::of_page(self.config, own) {
            RouteKind::Index => {}
            RouteKind::NewsList | RouteKind::Glossary | RouteKind::Document(Kind::Programme) => return children(),
            RouteKind::Document(_) if own.is_index() => return children(),
            _ => return Vec::new(),
        }
        let folders = &self.config.folders;
        let folder = own.folder();
        if folder == folders.goals {
            RowGroup::only(self.programme.goals.clone())
        } else if folder == folders.bodies {
            RowGroup::only(self.programme.bodies.clone())
        } else if folder == folders.assignments {
            self.programme.bodies.iter().map(|body| RowGroup::of(*body, self.assignments(*body))).collect()
        } else {
            children()
        }
    }

    /// The assignments of a body.
    pub fn assignments(&self, body: PageId) -> Vec<PageId> {
        self.programme.assignments_of(self.pages, body)
    }

    /// The assignments that serve a goal, by body.
    pub fn serving(&self, goal: PageId) -> Vec<RowGroup<PageId>> {
        let serving = self.programme.serving(self.pages, goal);
        let body = |assignment: PageId| self.programme.body_of(self.pages, assignment);
        let runs = serving.chunk_by(|one, next| body(*one) == body(*next));
        runs.map(|run| RowGroup { head: run.first().and_then(|first| body(*first)).map(AnyPage::Page), rows: run.to_vec() }).collect()
    }

    /// The goals and assignments whose targets an indicator measures.
    pub fn measured(&self, indicator: PageId) -> Owners {
        self.owners(|target| target.indicator.as_ref().and_then(|id| self.programme.find(&id.value)) == Some(indicator))
    }

    /// The goals and assignments whose targets are set for a place.
    pub fn placed(&self, area: PageId) -> Owners {
        self.owners(|target| target.areas.iter().any(|id| id.value == "all" || self.programme.find(&id.value) == Some(area)))
    }

    fn owners(&self, is_about: impl Fn(&Target) -> bool) -> Owners {
        let named = |owner: &&PageId| facts_of(self.pages, **owner).is_some_and(|facts| targets_of(facts).iter().any(&is_about));
        Owners {
            goals: self.programme.goals.iter().filter(named).copied().collect(),
            assignments: self.programme.assignments.iter().filter(named).copied().collect(),
        }
    }

    /// The follow-ups of a goal or assignment, newest first.
    pub fn follow_ups(&self, subject: PageId) -> Vec<&'a Reported> {
        self.programme.follow_ups.get(&subject).into_iter().flatten().rev().collect()
    }

    /// The follow-ups that an assignment owes.
    pub fn duties(&self, assignment: PageId) -> Vec<&'a Duty> {
        self.progress.duties.iter().filter(|duty| duty.assignment == assignment).collect()
    }

    /// The reports that a body owes as a whole.
    pub fn reports(&self, body: PageId) -> Vec<&'a ReportDuty> {
        self.progress.reports.iter().filter(|report| report.body == body).collect()
    }

    /// All that is late, by assignment; whole reports last.
    pub fn late(&self) -> Vec<Late<'a>> {
        let duties = self.progress.duties.iter().filter(|duty| duty.state == Reporting::Late).map(Late::FollowUp);
        duties.chain(self.progress.reports.iter().filter(|report| self.is_late(report)).map(Late::Report)).collect()
    }

    /// The same by body.
    pub fn late_by_body(&self) -> Vec<RowGroup<Late<'a>>> {
        let mut groups: Vec<RowGroup<Late<'a>>> = Vec::new();
        let mut late = self.late();
        // Duties stand in the order of bodies, and reports behind them in the same order.
        let rank = |late: &Late<'_>| self.programme.bodies.iter().position(|body| late.body() == Some(*body)).unwrap_or(usize::MAX);
        late.sort_by_cached_key(rank);
        for row in late {
            let head = row.body().map(AnyPage::Page);
            match groups.last_mut() {
                Some(group) if group.head == head => group.rows.push(row),
                _ => groups.push(RowGroup { head, rows: vec![row] }),
            }
        }
        groups
    }

    /// Whether something of a report should have come and has not.
    pub fn is_late(&self, report: &ReportDuty) -> bool {
        report.state != Reporting::Received && self.today > report.due
    }

    /// What a body owed or handed in for a period; none where it owed nothing and nothing has come.
    pub fn period_rows(&self, period: Period, body: PageId) -> Option<RowGroup<PeriodRow<'a>>> {
        let owed: Vec<&Duty> =
            self.progress.duties.iter().filter(|duty| duty.body == Some(body) && includes(period, duty.period)).collect();
        let missing = owed.iter().filter(|duty| duty.state != Reporting::Received).map(|duty| PeriodRow::Missing(duty));
        let reports = self.reports(body).into_iter().filter(|report| includes(period, report.period)).map(PeriodRow::Report);
        let own = self.assignments(body);
        let came = own.iter().filter_map(|assignment| self.programme.follow_ups.get(assignment)).flatten();
        let came = came.filter(|reported| includes(period, reported.row.period)).map(PeriodRow::FollowUp);
        let rows: Vec<PeriodRow<'a>> = missing.chain(reports).chain(came).collect();
        (!owed.is_empty() || !rows.is_empty()).then(|| RowGroup::of(body, rows))
    }

    /// The bodies that owe follow-ups for some of the periods.
    pub fn owing(&self, is_asked: impl Fn(Period) -> bool) -> Vec<PageId> {
        let owes = |body: &&PageId| self.progress.duties.iter().any(|duty| duty.body == Some(**body) && is_asked(duty.period));
        self.programme.bodies.iter().filter(owes).copied().collect()
    }

    /// The bodies that owe reports as a whole.
    pub fn reporting(&self) -> Vec<PageId> {
        self.programme.bodies.iter().filter(|body| self.progress.reports.iter().any(|report| report.body == **body)).copied().collect()
    }

    /// The parts of a year that follow-ups are owed for.
    pub fn parts_of_year(&self, period: Period) -> Vec<Period> {
        let Period::Year(year) = period else { return Vec::new() };
        let owed = |part: &Period| self.progress.duties.iter().any(|duty| duty.period == *part);
        let parts = self.progress.periods.iter().filter(|other| !matches!(other, Period::Year(_)) && other.year() == year);
        parts.copied().filter(owed).collect()
    }

    /// The goals and assignments that stood elsewhere at the end of a period than a year before; parts of a year have none.
    pub fn changes(&self, period: Period) -> Vec<(PageId, StatusChange)> {
        if let Period::Year(year) = period { self.progress.changes(year).into_iter().collect() } else { Vec::new() }
    }

    /// The goals and assignments that stand elsewhere than last time.
    pub fn latest_changes(&self) -> Vec<(PageId, StatusChange)> {
        let latest: Option<&(i16, _)> = self.progress.latest.as_ref();
        latest.map(|(_, changes)| changes.iter().map(|(page, change)| (*page, *change)).collect()).unwrap_or_default()
    }

    /// Those of some goals and assignments.
    pub fn latest_changes_of(&self, pages: &[PageId]) -> Vec<(PageId, StatusChange)> {
        let Some((_, changes)) = self.progress.latest.as_ref() else { return Vec::new() };
        pages.iter().filter_map(|page| Some((*page, *changes.get(page)?))).collect()
    }

    /// The tree of pages: those that somebody wrote, then those that the program makes.
    pub fn site_map(&self, generated: &[Generated]) -> Vec<RowGroup<AnyPage>> {
        let Some(start) = self.pages.find("index") else { return Vec::new() };
        let mut sections = vec![RowGroup::of(start, Vec::new())];
        let below = |page: PageId| self.pages.get(page).children.iter().map(|child| AnyPage::Page(*child)).collect();
        sections.extend(self.pages.get(start).children.iter().map(|page| RowGroup::of(*page, below(*page))));
        for top in generated.iter().filter(|page| page.spec().parent.is_none() && **page != Generated::Sitemap) {
            let below = generated.iter().filter(|page| page.spec().parent == Some(*top)).map(|page| AnyPage::Generated(*page));
            sections.push(RowGroup { head: Some(AnyPage::Generated(*top)), rows: below.collect() });
        }
        sections
    }
}
