//! Who owes which follow-up, and what came: the coverage matrix, a period's page, a body's own list.

use serde::Serialize;

use super::approved::{ApprovedView, approved};
use super::change::{ChangeRow, changes, changes_title};
use super::follow_up::{FollowUpView, follow_up};
use super::marks::RowPlace;
use super::phrase::{self, StatusTag};
use super::row::{duties, site};
use super::{Link, PageContext};
use crate::document::data::ReportSection;
use crate::document::facts::SectionRule;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::reporting::{Duty, ReportDuty};
use crate::site::{Generated, PageId, Progress};
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
    /// The goals and assignments that stood elsewhere at its end than a year before.
    pub changes: Vec<ChangeRow>,
    /// "Ändrat sedan 2008".
    pub changes_title: Html,
    /// The figures that were approved for it.
    pub approved: Option<ApprovedView>,
    /// What came and what is missing, body by body.
    pub bodies: Vec<PeriodBody>,
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
    pub matrices: Vec<Matrix>,
    /// The follow-ups that should have come and have not.
    pub late: Vec<LateRow>,
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

/// All that is late, by assignment; whole reports last.
pub fn late(context: PageContext<'_>) -> Vec<LateRow> {
    let progress = &site(context).progress;
    let duty = |duty: &Duty| LateRow {
        link: context.link(duty.assignment),
        body: duty.body.map(|body| context.link(body)),
        period: context.period_link(duty.period),
        due: phrase::date(context, duty.due),
    };
    let report = |report: &ReportDuty| LateRow {
        link: Link {
            title: context.tf("late-report", &[("name", Arg::from(context.title(report.body)))]),
            href: context.page_href(report.body),
        },
        body: None,
        period: context.period_link(report.period),
        due: phrase::date(context, report.due),
    };
    let late = progress.duties.iter().filter(|duty| duty.state == Reporting::Late).map(duty);
    late.chain(progress.reports.iter().filter(|report| is_late(context, report)).map(report)).collect()
}

/// Whether something of a report should have come and has not.
fn is_late(context: PageContext<'_>, report: &ReportDuty) -> bool {
    report.state != Reporting::Received && site(context).today > report.due
}

/// What some duties give in a cell.
fn cell(context: PageContext<'_>, period: Period, duties: &[&Duty]) -> ReportingRow {
    let late = duties.iter().filter(|duty| duty.state == Reporting::Late).count();
    ReportingRow {
        period: context.period_link(period),
        status: phrase::reporting(context, Progress::together(duties.iter().copied())),
        phrase: phrase::coverage(context, "coverage", duties),
        late: (late > 0).then(|| context.tf("coverage-late", &[("count", Arg::from(late))])),
    }
}

/// What a body owed for a year and what has come.
pub fn year_rows(context: PageContext<'_>, body: PageId) -> Vec<ReportingRow> {
    let row = |year: i16| cell(context, Period::Year(year), &duties(context, |duty| duty.body == Some(body) && duty.period.year() == year));
    if site(context).progress.duties.is_empty() { Vec::new() } else { site(context).progress.years().map(row).collect() }
}

/// The follow-ups of all bodies, by some periods; `of` gives the period that a duty stands under.
fn matrix(context: PageContext<'_>, id: &'static str, periods: &[Period], of: impl Fn(Period) -> Period) -> Option<Matrix> {
    let all = duties(context, |duty| periods.contains(&of(duty.period)));
    if all.is_empty() {
        return None;
    }
    let under = |period: Period, body: Option<PageId>| -> Vec<&Duty> {
        all.iter().copied().filter(|duty| of(duty.period) == period && (body.is_none() || duty.body == body)).collect()
    };
    let row = |body: &PageId| MatrixRow {
        body: context.link(*body),
        cells: periods.iter().map(|period| cell(context, *period, &under(*period, Some(*body)))).collect(),
    };
    let owing = site(context).programme.bodies.iter().filter(|body| all.iter().any(|duty| duty.body == Some(**body)));
    Some(Matrix {
        id,
        caption: context.t("coverage-caption"),
        periods: periods.iter().map(|period| context.period_link(*period)).collect(),
        rows: owing.map(row).collect(),
        totals: periods.iter().map(|period| phrase::coverage(context, "coverage", &under(*period, None))).collect(),
    })
}

/// The whole reports of all bodies, by period.
fn report_matrix(context: PageContext<'_>) -> Option<Matrix> {
    let reports = &site(context).progress.reports;
    let mut periods: Vec<Period> = reports.iter().map(|report| report.period).collect();
    periods.sort();
    periods.dedup();
    let row = |body: &PageId| {
        let own = reports.iter().filter(|report| report.body == *body);
        MatrixRow { body: context.link(*body), cells: own.map(|report| report_cell(context, report)).collect() }
    };
    let owing = site(context).programme.bodies.iter().filter(|body| reports.iter().any(|report| report.body == **body));
    (!reports.is_empty()).then(|| Matrix {
        id: "reports",
        caption: context.t("reports-caption"),
        periods: periods.iter().map(|period| context.period_link(*period)).collect(),
        rows: owing.map(row).collect(),
        totals: Vec::new(),
    })
}

fn report_cell(context: PageContext<'_>, report: &ReportDuty) -> ReportingRow {
    ReportingRow {
        period: context.period_link(report.period),
        status: phrase::reporting(context, report.state),
        phrase: section_count(context, report),
        late: (is_late(context, report) && report.state == Reporting::Partly).then(|| phrase::reporting(context, Reporting::Late).label),
    }
}

/// "3 av 4 avsnitt".
fn section_count(context: PageContext<'_>, report: &ReportDuty) -> Html {
    let there = report.sections.iter().filter(|there| **there).count();
    context.tf("report-sections", &[("there", Arg::from(there)), ("all", Arg::from(report.sections.len()))])
}

/// The whole reports of a body that a rule keeps, with what stands in them.
pub fn reports(context: PageContext<'_>, body: PageId, keep: impl Fn(Period) -> bool) -> Vec<ReportView> {
    let site = site(context);
    let own = site.progress.reports.iter().filter(|report| report.body == body && keep(report.period));
    own.map(|report| report_view(context, report)).collect()
}

fn report_view(context: PageContext<'_>, report: &ReportDuty) -> ReportView {
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
    let year = matches!(period, Period::Year(_));
    // A year's page holds all that is about parts of the year; a part's page only its own.
    let keep = |other: Period| if year { other.year() == period.year() } else { other == period };
    let (same, others): (Vec<Period>, Vec<Period>) =
        site.progress.periods.iter().copied().partition(|other| matches!(other, Period::Year(_)) == year);
    let at = same.iter().position(|other| *other == period);
    let neighbour =
        |at: Option<usize>| at.and_then(|at| same.get(at)).and_then(|period| context.generated_link(Generated::Period(*period)));
    let dates = [("from", Arg::from(phrase::date(context, period.start()))), ("to", Arg::from(phrase::date(context, period.end())))];
    let owed = |part: &Period| site.progress.duties.iter().any(|duty| duty.period == *part);
    let parts: Vec<Period> = others.into_iter().filter(|other| year && other.year() == period.year() && owed(other)).collect();
    let columns: Vec<Period> = parts.iter().copied().chain([period]).collect();
    let has_parts = !parts.is_empty();
    PeriodPage {
        dates: context.tf("period-interval", &dates),
        coverage: (!site.progress.duties.is_empty())
            .then(|| phrase::coverage(context, "coverage-sentence", &duties(context, |duty| keep(duty.period)))),
        matrix: if has_parts { matrix(context, "coverage", &columns, |period| period) } else { None },
        changes: if year { changes(context, period.year()) } else { Vec::<ChangeRow>::new() },
        changes_title: changes_title(context, period.year() - 1),
        approved: approved(context, period),
        bodies: site.programme.bodies.iter().filter_map(|body| period_body(context, *body, keep)).collect(),
        year: (!year).then(|| context.period_link(Period::Year(period.year()))),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

fn period_body(context: PageContext<'_>, body: PageId, keep: impl Fn(Period) -> bool + Copy) -> Option<PeriodBody> {
    let site = site(context);
    let programme = &site.programme;
    let own = programme.assignments_of(&site.pages, body);
    let came = own.iter().filter_map(|assignment| programme.follow_ups.get(assignment)).flatten();
    let follow_ups: Vec<FollowUpView> =
        came.filter(|reported| keep(reported.row.period)).map(|reported| follow_up(context, reported)).collect();
    let owed = duties(context, |duty| duty.body == Some(body) && keep(duty.period));
    let reports = reports(context, body, keep);
    if owed.is_empty() && follow_ups.is_empty() && reports.is_empty() {
        return None;
    }
    let missing = owed.iter().filter(|duty| duty.state != Reporting::Received);
    Some(PeriodBody {
        body: context.link(body),
        phrase: phrase::coverage(context, "coverage", &owed),
        follow_ups,
        missing: missing
            .map(|duty| Missing {
                link: context.link(duty.assignment),
                period: phrase::period(context, duty.period),
                status: phrase::reporting(context, duty.state),
            })
            .collect(),
        reports,
    })
}

/// Who owes what, and whether it came.
pub fn coverage(context: PageContext<'_>) -> CoveragePage {
    let years: Vec<Period> = site(context).progress.years().map(Period::Year).collect();
    let by_year = matrix(context, "coverage", &years, |period: Period| Period::Year(period.year()));
    CoveragePage { as_of: as_of(context), matrices: by_year.into_iter().chain(report_matrix(context)).collect(), late: late(context) }
}
