//! Progress as its pages show it: the start page's part, the overview, a year, the coverage matrix.

use serde::Serialize;

use super::figure::Distribution;
use super::page::KindView;
use super::phrase::{self, StatusTag};
use super::programme::{FollowUpView, follow_up, reporting_row};
use super::row::{AssignmentRow, assignment_row, bar, body_row, duties, goal_row};
use super::{Link, Reader};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::progress::Duty;
use crate::site::{Generated, PageId};
use crate::status::Reporting;

/// What a body owed for a period and what has come.
#[derive(Clone, Debug, Serialize)]
pub struct ReportingRow {
    /// The period.
    pub period: Link,
    /// All its follow-ups together.
    pub status: StatusTag,
    /// How many have come.
    pub phrase: Html,
}

/// A row of the coverage matrix.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    /// The body.
    pub body: Link,
    /// One cell a period.
    pub cells: Vec<CoverageCell>,
}

/// A cell of the coverage matrix.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageCell {
    /// All follow-ups together.
    pub status: StatusTag,
    /// How many have come.
    pub phrase: Html,
}

/// A follow-up that is late.
#[derive(Clone, Debug, Serialize)]
pub struct LateRow {
    /// The assignment.
    pub link: Link,
    /// Who owes it.
    pub body: Option<Link>,
    /// For which period.
    pub period: Link,
    /// The day it was due.
    pub due: Html,
}

/// A body's follow-ups of a year.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodBody {
    /// The body.
    pub body: Link,
    /// How many have come.
    pub phrase: Html,
    /// Those that have.
    pub follow_ups: Vec<FollowUpView>,
    /// Those that have not.
    pub missing: Vec<Missing>,
}

/// A follow-up that has not come.
#[derive(Clone, Debug, Serialize)]
pub struct Missing {
    /// The assignment.
    pub link: Link,
    /// For which period.
    pub period: Html,
    /// Late, or not due yet.
    pub status: StatusTag,
}

/// The start page: goals, how they go, who is responsible.
pub fn start(reader: Reader<'_>) -> KindView {
    let site = &reader.snapshot.site;
    let programme = &site.programme;
    let has_duties = !site.progress.duties.is_empty();
    KindView::Start {
        programme: programme.page.map(|page| Link { title: reader.t("nav-programme"), href: reader.page_href(page) }),
        goals: programme.goals.iter().map(|goal| goal_row(reader, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(reader, *body)).collect(),
        fulfilment: assignments_by(reader, "dist-all", |row| row.fulfilment),
        coverage: has_duties.then(|| coverage_sentence(reader)),
        progress: reader.generated_link(Generated::Progress),
        areas: programme.areas.iter().map(|area| reader.link(*area)).collect(),
    }
}

fn assignments_by(reader: Reader<'_>, id: &str, axis: impl Fn(AssignmentRow) -> Option<StatusTag>) -> Option<Distribution> {
    let assignments = &reader.snapshot.site.programme.assignments;
    let tags: Vec<StatusTag> = assignments.iter().filter_map(|assignment| axis(assignment_row(reader, *assignment, false))).collect();
    bar(reader, id, tags)
}

fn coverage_sentence(reader: Reader<'_>) -> Html {
    phrase::coverage(reader, "coverage-sentence", &duties(reader, |_| true))
}

fn as_of(reader: Reader<'_>) -> Html {
    reader.tf("as-of", &[("date", Arg::from(phrase::date(reader, reader.snapshot.site.today)))])
}

fn year_link(reader: Reader<'_>, year: i16) -> Option<Link> {
    let link = reader.generated_link(Generated::Period(year))?;
    Some(Link { title: phrase::period(reader, Period::Year(year)), href: link.href })
}

fn late(reader: Reader<'_>) -> Vec<LateRow> {
    let late = reader.snapshot.site.progress.duties.iter().filter(|duty| duty.state == Reporting::Late);
    let row = |duty: &Duty| {
        let href = reader.generated_link(Generated::Period(duty.period.year())).map(|link| link.href).unwrap_or_default();
        LateRow {
            link: reader.link(duty.assignment),
            body: duty.body.map(|body| reader.link(body)),
            period: Link { title: phrase::period(reader, duty.period), href },
            due: phrase::date(reader, duty.due),
        }
    };
    late.map(row).collect()
}

/// "How is it going, what is late": the overview.
pub fn overview(reader: Reader<'_>) -> KindView {
    let site = &reader.snapshot.site;
    let programme = &site.programme;
    KindView::Progress {
        as_of: as_of(reader),
        coverage: coverage_sentence(reader),
        coverage_page: reader.generated_link(Generated::Coverage),
        implementation: assignments_by(reader, "dist-implementation", |row| row.implementation),
        fulfilment: assignments_by(reader, "dist-fulfilment", |row| row.fulfilment),
        goals: programme.goals.iter().map(|goal| goal_row(reader, *goal)).collect(),
        bodies: programme.bodies.iter().map(|body| body_row(reader, *body)).collect(),
        periods: site.progress.years.iter().filter_map(|year| year_link(reader, *year)).collect(),
        late: late(reader),
        indicators: programme.indicators.iter().map(|indicator| reader.link(*indicator)).collect(),
        data: reader.generated_link(Generated::OpenData),
    }
}

/// One year: what came, what is missing, body by body.
pub fn period(reader: Reader<'_>, year: i16) -> KindView {
    let site = &reader.snapshot.site;
    let years = &site.progress.years;
    let at = years.iter().position(|other| *other == year);
    let neighbour = |at: Option<usize>| at.and_then(|at| years.get(at)).and_then(|year| reader.generated_link(Generated::Period(*year)));
    let whole = Period::Year(year);
    let dates = [("from", Arg::from(phrase::date(reader, whole.start()))), ("to", Arg::from(phrase::date(reader, whole.end())))];
    let duties: Vec<&Duty> = site.progress.duties.iter().filter(|duty| duty.period.year() == year).collect();
    KindView::Period {
        dates: reader.tf("period-interval", &dates),
        coverage: phrase::coverage(reader, "coverage-sentence", &duties),
        bodies: site.programme.bodies.iter().map(|body| period_body(reader, *body, year)).collect(),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

fn period_body(reader: Reader<'_>, body: PageId, year: i16) -> PeriodBody {
    let site = &reader.snapshot.site;
    let programme = &site.programme;
    let own = programme.assignments_of(&site.pages, body);
    let reports = own.iter().filter_map(|assignment| programme.follow_ups.get(assignment)).flatten();
    let reports = reports.filter(|reported| reported.row.period.year() == year);
    let owed: Vec<&Duty> = site.progress.duties.iter().filter(|duty| duty.body == Some(body) && duty.period.year() == year).collect();
    let missing = owed.iter().filter(|duty| duty.state != Reporting::Received);
    PeriodBody {
        body: reader.link(body),
        phrase: phrase::coverage(reader, "coverage", &owed),
        follow_ups: reports.map(|reported| follow_up(reader, reported)).collect(),
        missing: missing
            .map(|duty| Missing {
                link: reader.link(duty.assignment),
                period: phrase::period(reader, duty.period),
                status: phrase::reporting(reader, duty.state),
            })
            .collect(),
    }
}

/// Who owes what, and whether it came.
pub fn coverage(reader: Reader<'_>) -> KindView {
    let site = &reader.snapshot.site;
    let years = &site.progress.years;
    let row = |body: &PageId| {
        let cells = years.iter().filter_map(|year| reporting_row(reader, *body, *year));
        CoverageRow { body: reader.link(*body), cells: cells.map(|row| CoverageCell { status: row.status, phrase: row.phrase }).collect() }
    };
    let total = |year: &i16| phrase::coverage(reader, "coverage", &duties(reader, |duty| duty.period.year() == *year));
    KindView::Coverage {
        as_of: as_of(reader),
        periods: years.iter().filter_map(|year| year_link(reader, *year)).collect(),
        rows: site.programme.bodies.iter().map(row).collect(),
        totals: years.iter().map(total).collect(),
        late: late(reader),
    }
}
