//! The rows of lists that pages show, in order. What divides lists and what writes them asks here, so that both count the
//! same rows.

use std::collections::BTreeMap;

use super::generated::Generated;
use super::model::Model;
use super::programme::{Owners, Reported};
use super::progress::StatusChange;
use super::reporting::{Duty, ReportDuty, Scope};
use super::{PageId, RouteKind};
use crate::document::Kind;
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
            self.programme.bodies.iter().map(|body| RowGroup::of(*body, self.assignments(*body).to_vec())).collect()
        } else {
            children()
        }
    }

    /// The assignments of a body.
    pub fn assignments(&self, body: PageId) -> &'a [PageId] {
        self.programme.assignments_of(body)
    }

    /// The assignments that serve a goal, by body.
    pub fn serving(&self, goal: PageId) -> Vec<RowGroup<PageId>> {
        let serving = self.programme.serving(goal);
        let body = |assignment: PageId| self.programme.body_of(assignment);
        let runs = serving.chunk_by(|one, next| body(*one) == body(*next));
        runs.map(|run| RowGroup { head: run.first().and_then(|first| body(*first)).map(AnyPage::Page), rows: run.to_vec() }).collect()
    }

    /// The goals and assignments whose targets an indicator measures.
    pub fn measured(&self, indicator: PageId) -> Owners<'a> {
        self.programme.measured_by(indicator)
    }

    /// The goals and assignments whose targets are set for a place.
    pub fn placed(&self, area: PageId) -> Owners<'a> {
        self.programme.set_for(area)
    }

    /// The follow-ups of a goal or assignment, newest first.
    pub fn follow_ups(&self, subject: PageId) -> Vec<&'a Reported> {
        self.programme.follow_ups_of(subject).iter().rev().collect()
    }

    /// The follow-ups that an assignment owes.
    pub fn duties(&self, assignment: PageId) -> &'a [Duty] {
        self.progress.duties.of(assignment)
    }

    /// The reports that a body owes as a whole.
    pub fn reports(&self, body: PageId) -> &'a [ReportDuty] {
        self.progress.reports.of(body)
    }

    /// All that is late, by assignment; whole reports last.
    pub fn late(&self) -> Vec<Late<'a>> {
        let duties = self.progress.duties.late().map(Late::FollowUp);
        duties.chain(self.progress.reports.iter().filter(|report| self.is_late(report)).map(Late::Report)).collect()
    }

    /// The same by body.
    pub fn late_by_body(&self) -> Vec<RowGroup<Late<'a>>> {
        let mut groups: Vec<RowGroup<Late<'a>>> = Vec::new();
        let mut late = self.late();
        // Duties stand in the order of bodies, and reports behind them in the same order.
        let ranks: BTreeMap<PageId, usize> = self.programme.bodies.iter().enumerate().map(|(rank, body)| (*body, rank)).collect();
        late.sort_by_cached_key(|late| late.body().and_then(|body| ranks.get(&body).copied()).unwrap_or(usize::MAX));
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
        let (duties, scope) = (&self.progress.duties, Scope::of_page(period));
        let missing = duties.within(body, scope).filter(|duty| duty.state != Reporting::Received).map(PeriodRow::Missing);
        let reports = self.reports(body).iter().filter(|report| Scope::holding(report.period).contains(&scope)).map(PeriodRow::Report);
        let came = self.programme.reported_within(body, scope).map(PeriodRow::FollowUp);
        let rows: Vec<PeriodRow<'a>> = missing.chain(reports).chain(came).collect();
        let owes = duties.tally_within(Some(body), scope).owed > 0;
        (owes || !rows.is_empty()).then(|| RowGroup::of(body, rows))
    }

    /// The bodies that owe follow-ups for some of the periods.
    pub fn owing(&self, is_asked: impl Fn(Period) -> bool) -> Vec<PageId> {
        let owes = |body: &&PageId| self.progress.duties.of(**body).iter().any(|duty| is_asked(duty.period));
        self.programme.bodies.iter().filter(owes).copied().collect()
    }

    /// The bodies that owe reports as a whole.
    pub fn reporting(&self) -> Vec<PageId> {
        self.programme.bodies.iter().filter(|body| !self.reports(**body).is_empty()).copied().collect()
    }

    /// The parts of a year that follow-ups are owed for.
    pub fn parts_of_year(&self, period: Period) -> Vec<Period> {
        let Period::Year(year) = period else { return Vec::new() };
        let owed = |part: &Period| self.progress.duties.tally_within(None, Scope::Period(*part)).owed > 0;
        let parts = self.progress.periods.iter().filter(|other| !matches!(other, Period::Year(_)) && other.year() == year);
        parts.copied().filter(owed).collect()
    }

    /// The goals and assignments that stood elsewhere at the end of a period than a year before; parts of a year have none.
    pub fn changes(&self, period: Period) -> Vec<(PageId, StatusChange)> {
        if let Period::Year(year) = period {
            self.progress.changes(year).into_iter().flatten().map(|(page, change)| (*page, *change)).collect()
        } else {
            Vec::new()
        }
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
