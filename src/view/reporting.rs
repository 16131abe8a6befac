//! Who owes which follow-up, and what came: the coverage matrix, a period's page, a body's own list.

use serde::Serialize;

use super::approved::{ApprovedView, approved};
use super::change::{ChangeRow, change_rows, changes_title};
use super::follow_up::{FollowUpView, follow_up};
use super::marks::RowPlace;
use super::more::{More, more, on_page};
use super::phrase::{self, StatusTag};
use super::row::site;
use super::{Link, PageContext};
use crate::document::data::ReportSection;
use crate::document::facts::SectionRule;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::division::List;
use crate::site::reporting::{ReportDuty, Scope, Tally};
use crate::site::rows::{AnyPage, Late, PeriodRow};
use crate::site::{Generated, PageId};
use crate::status::Reporting;

/// What a period's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodPage {
    /// Its first and last day.
    pub dates: Html,
    /// How many of its follow-ups have come.
    pub coverage: Option<Html>,
    /// The same by body and part of the year.
    pub matrix: Option<Matrix>,
    /// The way to the rest of it.
    pub matrix_more: Option<More>,
    /// The goals and assignments that stood elsewhere at its end than a year before.
    pub changes: Vec<ChangeRow>,
    /// The way to the others.
    pub changes_more: Option<More>,
    /// "Ändrat sedan 2008".
    pub changes_title: Html,
    /// The figures that were approved for it.
    pub approved: Option<ApprovedView>,
    /// What came and what is missing, body by body.
    pub bodies: Vec<PeriodBody>,
    /// The way to all of it, where this page has no room for it.
    pub bodies_more: Option<More>,
    /// The year that it is a part of.
    pub year: Option<Link>,
    /// The period of the same kind before it.
    pub prev: Option<Link>,
    /// The period of the same kind after it.
    pub next: Option<Link>,
}

/// What the page about coverage shows.
#[derive(Clone, Debug, Serialize)]
pub struct CoveragePage {
    /// The day that it stands for.
    pub as_of: Html,
    /// Who owes what for which period: follow-ups, and reports as a whole.
    pub matrices: Vec<MatrixWithMore>,
    /// The follow-ups that should have come and have not.
    pub late: Vec<LateRow>,
    /// The way to all of them, where this page has no room for them.
    pub late_more: Option<More>,
}

/// What a body owed for a period and what has come.
#[derive(Clone, Debug, Serialize)]
pub struct ReportingRow {
    /// The period.
    pub period: Link,
    /// All its follow-ups together; none, where none was owed.
    pub status: StatusTag,
    /// How many have come.
    pub phrase: Html,
    /// How many are late, if any.
    pub late: Option<Html>,
}

/// A row of a matrix of bodies and periods.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The body.
    pub body: Link,
    /// One cell a period.
    pub cells: Vec<ReportingRow>,
}

/// A matrix of bodies and periods.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// Unique on the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: Html,
    /// The periods.
    pub periods: Vec<Link>,
    /// The bodies.
    pub rows: Vec<MatrixRow>,
    /// All bodies together, period by period; empty where sums would say nothing.
    pub totals: Vec<Html>,
    /// "Alla 64 ansvariga", where the sums are of more bodies than the rows.
    pub all: Option<Html>,
}

/// A matrix and the way to the rest of it.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixWithMore {
    /// The matrix.
    #[serde(flatten)]
    pub matrix: Matrix,
    /// The way to its other rows.
    pub more: Option<More>,
}

/// A follow-up that is late.
#[derive(Clone, Debug, Serialize)]
pub struct LateRow {
    /// The assignment; for a whole report the body.
    pub link: Link,
    /// Who owes it.
    pub body: Option<Link>,
    /// For which period.
    pub period: Link,
    /// The day it was due.
    pub due: Html,
}

/// A body's follow-ups of a period.
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
    /// Its reports as a whole.
    pub reports: Vec<ReportView>,
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

/// A report that a body owes as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    /// The period.
    pub period: Link,
    /// The last day.
    pub due: Html,
    /// Whether it has come.
    pub status: StatusTag,
    /// "3 av 4 avsnitt".
    pub phrase: Html,
    /// What it must hold.
    pub sections: Vec<SectionView>,
}

/// A section of a report.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// Its heading.
    pub title: Html,
    /// Whether it is there.
    pub status: StatusTag,
    /// What it says.
    pub text: Option<Html>,
    /// The text's language, if not the page's.
    pub text_lang: Option<&'static str>,
    /// The text's direction, if not the page's.
    pub text_dir: Option<&'static str>,
    /// The day it came.
    pub date: Option<Html>,
    /// The role of who answers for it.
    pub role: Option<Html>,
    /// Where it is recorded.
    pub evidence: Option<Html>,
}

/// "Läget den 1 mars 2010."
pub fn as_of(context: PageContext<'_>) -> Html {
    context.tf("as-of", &[("date", Arg::from(phrase::date(context, context.snapshot.site.today)))])
}

/// Something that is late.
pub fn late_row(context: PageContext<'_>, late: &Late<'_>) -> LateRow {
    match late {
        Late::FollowUp(duty) => LateRow {
            link: context.link(duty.assignment),
            body: duty.body.map(|body| context.link(body)),
            period: context.period_link(duty.period),
            due: phrase::date(context, duty.due),
        },
        Late::Report(report) => LateRow {
            link: Link {
                title: context.tf("late-report", &[("name", Arg::from(context.title(report.body)))]),
                href: context.page_href(report.body),
            },
            body: None,
            period: context.period_link(report.period),
            due: phrase::date(context, report.due),
        },
    }
}

/// What is owed for some time, in a cell.
fn cell(context: PageContext<'_>, period: Period, tally: Tally) -> ReportingRow {
    ReportingRow {
        period: context.period_link(period),
        status: phrase::reporting(context, tally.together()),
        phrase: phrase::coverage(context, "coverage", tally),
        late: (tally.late > 0).then(|| context.tf("coverage-late", &[("count", Arg::from(tally.late))])),
    }
}

/// What a body owed for a year and what has come.
pub fn year_rows(context: PageContext<'_>, body: PageId) -> Vec<ReportingRow> {
    let progress = &site(context).progress;
    let row = |year: i16| cell(context, Period::Year(year), progress.duties.tally_within(Some(body), Scope::WholeYear(year)));
    if progress.duties.is_empty() { Vec::new() } else { progress.years().map(row).collect() }
}

/// The follow-ups that some bodies owe, by year.
pub fn matrix_by_year(context: PageContext<'_>, bodies: &[PageId]) -> Option<Matrix> {
    let years: Vec<Period> = site(context).progress.years().map(Period::Year).collect();
    matrix(context, bodies, &years, Scope::of_page)
}

/// The follow-ups that some bodies owe for a year, part by part, and for the year; none where it has no parts.
pub fn matrix_of_year(context: PageContext<'_>, bodies: &[PageId], year: Period) -> Option<Matrix> {
    let mut columns = context.model().parts_of_year(year);
    if columns.is_empty() {
        return None;
    }
    columns.push(year);
    matrix(context, bodies, &columns, Scope::Period)
}

/// The follow-ups of bodies, by some periods; `of` gives the time that a period's column is about. Sums are of all bodies.
fn matrix(context: PageContext<'_>, bodies: &[PageId], periods: &[Period], of: impl Fn(Period) -> Scope) -> Option<Matrix> {
    let duties = &site(context).progress.duties;
    let tally = |body: Option<PageId>, period: &Period| duties.tally_within(body, of(*period));
    let owes = |body: Option<PageId>| periods.iter().any(|period| tally(body, period).owed > 0);
    let row = |body: &PageId| MatrixRow {
        body: context.link(*body),
        cells: periods.iter().map(|period| cell(context, *period, tally(Some(*body), period))).collect(),
    };
    let owing = site(context).programme.bodies.iter().filter(|body| owes(Some(**body))).count();
    owes(None).then(|| Matrix {
        id: "coverage",
        caption: context.t("coverage-caption"),
        periods: periods.iter().map(|period| context.period_link(*period)).collect(),
        rows: bodies.iter().map(row).collect(),
        totals: periods.iter().map(|period| phrase::coverage(context, "coverage", tally(None, period))).collect(),
        all: (bodies.len() < owing).then(|| context.tf("all-bodies", &[("count", Arg::from(owing))])),
    })
}

/// The whole reports of some bodies, by period.
pub fn report_matrix(context: PageContext<'_>, bodies: &[PageId]) -> Option<Matrix> {
    let reports = &site(context).progress.reports;
    let mut periods: Vec<Period> = reports.iter().map(|report| report.period).collect();
    periods.sort();
    periods.dedup();
    let row = |body: &PageId| MatrixRow {
        body: context.link(*body),
        cells: context.model().reports(*body).iter().map(|report| report_cell(context, report)).collect(),
    };
    (!reports.is_empty()).then(|| Matrix {
        id: "reports",
        caption: context.t("reports-caption"),
        periods: periods.iter().map(|period| context.period_link(*period)).collect(),
        rows: bodies.iter().map(row).collect(),
        totals: Vec::new(),
        all: None,
    })
}

fn report_cell(context: PageContext<'_>, report: &ReportDuty) -> ReportingRow {
    ReportingRow {
        period: context.period_link(report.period),
        status: phrase::reporting(context, report.state),
        phrase: section_count(context, report),
        late: (context.model().is_late(report) && report.state == Reporting::Partly)
            .then(|| phrase::reporting(context, Reporting::Late).label),
    }
}

/// "3 av 4 avsnitt".
fn section_count(context: PageContext<'_>, report: &ReportDuty) -> Html {
    let there = report.sections.iter().filter(|there| **there).count();
    context.tf("report-sections", &[("there", Arg::from(there)), ("all", Arg::from(report.sections.len()))])
}

/// A report as a whole, with what stands in it.
pub fn report_view(context: PageContext<'_>, report: &ReportDuty) -> ReportView {
    let site = site(context);
    let rule = site.programme.facts(&site.pages).and_then(|facts| facts.report.as_ref());
    let came = site.programme.sections.get(&(report.body, report.period)).map(Vec::as_slice).unwrap_or_default();
    let sections = rule.map(|rule| rule.sections.as_slice()).unwrap_or_default().iter().zip(&report.sections);
    let missing = report.missing(site.today);
    let view = |(section, there): (&SectionRule, &bool)| {
        let row = came.iter().find(|row| *there && row.section.value == section.id.value);
        section_view(context, section, row, if *there { Reporting::Received } else { missing })
    };
    ReportView {
        period: context.period_link(report.period),
        due: context.tf("due-by", &[("date", Arg::from(phrase::date(context, report.due)))]),
        status: phrase::reporting(context, report.state),
        phrase: section_count(context, report),
        sections: sections.map(view).collect(),
    }
}

fn section_view(context: PageContext<'_>, rule: &SectionRule, row: Option<&ReportSection>, state: Reporting) -> SectionView {
    let (text_lang, text_dir) = context.source_language();
    SectionView {
        title: section_title(context, rule),
        status: phrase::reporting(context, state),
        text: row
            .filter(|row| !row.text.is_empty())
            .map(|row| context.cell(Html::trusted(format!("<p>{}</p>", Html::text(&row.text))), RowPlace::from(row), "text")),
        text_lang,
        text_dir,
        date: row.and_then(|row| Some(context.cell(phrase::date(context, row.date?), RowPlace::from(row), "datum"))),
        role: row.and_then(|row| Some(context.cell(context.source_text(row.role.as_deref()?), RowPlace::from(row), "ansvarig"))),
        evidence: row.and_then(|row| Some(context.cell(context.source_text(row.evidence.as_deref()?), RowPlace::from(row), "underlag"))),
    }
}

/// The heading of a section of a report, from the programme's rule.
fn section_title(context: PageContext<'_>, rule: &SectionRule) -> Html {
    let model = &site(context).programme;
    let sections = model.facts(&site(context).pages).and_then(|facts| facts.report.as_ref()).map(|report| report.sections.as_slice());
    let at = sections.unwrap_or_default().iter().position(|other| other.id.value == rule.id.value);
    context.local_field(&rule.title, |html, key| match model.page.zip(at) {
        Some((page, at)) => context.stated(html, page, format_args!("report.sections.{at}.title{key}")),
        None => html,
    })
}

/// One period: what came, what is missing, body by body, and what has changed since the year before.
pub fn period(context: PageContext<'_>, period: Period) -> PeriodPage {
    let site = site(context);
    let page = AnyPage::Generated(Generated::Period(period));
    let year = matches!(period, Period::Year(_));
    let same: Vec<Period> = site.progress.periods.iter().copied().filter(|other| matches!(other, Period::Year(_)) == year).collect();
    let at = same.iter().position(|other| *other == period);
    let neighbour =
        |at: Option<usize>| at.and_then(|at| same.get(at)).and_then(|period| context.generated_link(Generated::Period(*period)));
    let dates = [("from", Arg::from(phrase::date(context, period.start()))), ("to", Arg::from(phrase::date(context, period.end())))];
    let changed = context.model().changes(period);
    let bodies_more = more(context, page, List::Own);
    PeriodPage {
        dates: context.tf("period-interval", &dates),
        coverage: (!site.progress.duties.is_empty())
            .then(|| phrase::coverage(context, "coverage-sentence", site.progress.duties.tally_within(None, Scope::of_page(period)))),
        matrix: matrix_of_year(context, on_page(context, page, List::Matrix, &matrix_bodies(context, period)), period),
        matrix_more: more(context, page, List::Matrix),
        changes: change_rows(context, on_page(context, page, List::Changes, &changed)),
        changes_more: more(context, page, List::Changes),
        changes_title: changes_title(context, period.year() - 1),
        approved: approved(context, period),
        bodies: if bodies_more.is_some() { Vec::new() } else { period_bodies(context, period) },
        bodies_more,
        year: (!year).then(|| context.period_link(Period::Year(period.year()))),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

/// The bodies that owe follow-ups for a year or its parts.
pub fn matrix_bodies(context: PageContext<'_>, year: Period) -> Vec<PageId> {
    let parts = context.model().parts_of_year(year);
    context.model().owing(|period| period == year || parts.contains(&period))
}

fn period_bodies(context: PageContext<'_>, period: Period) -> Vec<PeriodBody> {
    let model = context.model();
    let body = |body: &PageId| Some(period_body(context, period, *body, &model.period_rows(period, *body)?.rows));
    site(context).programme.bodies.iter().filter_map(body).collect()
}

/// Some of what a body owed or handed in for a period.
pub fn period_body(context: PageContext<'_>, period: Period, body: PageId, rows: &[PeriodRow<'_>]) -> PeriodBody {
    let tally = site(context).progress.duties.tally_within(Some(body), Scope::of_page(period));
    let mut own = PeriodBody {
        body: context.link(body),
        phrase: phrase::coverage(context, "coverage", tally),
        follow_ups: Vec::new(),
        missing: Vec::new(),
        reports: Vec::new(),
    };
    for row in rows {
        match row {
            PeriodRow::Missing(duty) => own.missing.push(Missing {
                link: context.link(duty.assignment),
                period: phrase::period(context, duty.period),
                status: phrase::reporting(context, duty.state),
            }),
            PeriodRow::Report(report) => own.reports.push(report_view(context, report)),
            PeriodRow::FollowUp(reported) => own.follow_ups.push(follow_up(context, reported)),
        }
    }
    own
}

/// Who owes what, and whether it came.
pub fn coverage(context: PageContext<'_>) -> CoveragePage {
    let page = AnyPage::Generated(Generated::Coverage);
    let model = context.model();
    let by_year = matrix_by_year(context, on_page(context, page, List::Matrix, &model.owing(|_| true)));
    let reports = report_matrix(context, on_page(context, page, List::ReportMatrix, &model.reporting()));
    let late = model.late();
    let with = |matrix: Matrix, list| MatrixWithMore { matrix, more: more(context, page, list) };
    let by_year = by_year.map(|matrix| with(matrix, List::Matrix));
    CoveragePage {
        as_of: as_of(context),
        matrices: by_year.into_iter().chain(reports.map(|matrix| with(matrix, List::ReportMatrix))).collect(),
        late: on_page(context, page, List::Late, &late).iter().map(|late| late_row(context, late)).collect(),
        late_more: more(context, page, List::Late),
    }
}
