//! Who owes which follow-up, and what came: the coverage matrix, a period's page, a body's own list.

use serde::Serialize;

use super::approved::approved;
use super::page::KindView;
use super::phrase::{self, StatusTag};
use super::programme::{FollowUpView, follow_up};
use super::progress::{ChangeRow, as_of, changes, changes_title};
use super::row::site;
use super::{Link, PageContext};
use crate::document::data::ReportSection;
use crate::document::facts::SectionRule;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::reporting::{Duty, ReportDuty, Scope, Tally};
use crate::site::{Generated, PageId};
use crate::status::Reporting;

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

/// A link to a period's page, named by the period.
pub fn period_link(context: PageContext<'_>, period: Period) -> Link {
    let own = context.generated_link(Generated::Period(period));
    // What is not a period of the programme's own is found on its year's page.
    let link = own.or_else(|| context.generated_link(Generated::Period(Period::Year(period.year()))));
    Link { title: phrase::period(context, period), href: link.map(|link| link.href).unwrap_or_default() }
}

/// All that is late, by assignment; whole reports last.
pub fn late(context: PageContext<'_>) -> Vec<LateRow> {
    let progress = &site(context).progress;
    let duty = |duty: &Duty| LateRow {
        link: context.link(duty.assignment),
        body: duty.body.map(|body| context.link(body)),
        period: period_link(context, duty.period),
        due: phrase::date(context, duty.due),
    };
    let report = |report: &ReportDuty| LateRow {
        link: Link {
            title: context.tf("late-report", &[("name", Arg::from(context.title(report.body)))]),
            href: context.page_href(report.body),
        },
        body: None,
        period: period_link(context, report.period),
        due: phrase::date(context, report.due),
    };
    progress.duties.late().map(duty).chain(progress.reports.iter().filter(|report| is_late(context, report)).map(report)).collect()
}

/// Whether something of a report should have come and has not.
fn is_late(context: PageContext<'_>, report: &ReportDuty) -> bool {
    report.state != Reporting::Received && site(context).today > report.due
}

/// What is owed for some time, in a cell.
fn cell(context: PageContext<'_>, period: Period, tally: Tally) -> ReportingRow {
    ReportingRow {
        period: period_link(context, period),
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

/// The follow-ups of all bodies, by periods; `of` gives the time that a period's column is about.
fn matrix(context: PageContext<'_>, id: &'static str, periods: &[Period], of: impl Fn(Period) -> Scope) -> Option<Matrix> {
    let duties = &site(context).progress.duties;
    let tally = |body: Option<PageId>, period: &Period| duties.tally_within(body, of(*period));
    let owes = |body: Option<PageId>| periods.iter().any(|period| tally(body, period).owed > 0);
    let row = |body: &PageId| MatrixRow {
        body: context.link(*body),
        cells: periods.iter().map(|period| cell(context, *period, tally(Some(*body), period))).collect(),
    };
    let owing = site(context).programme.bodies.iter().filter(|body| owes(Some(**body)));
    owes(None).then(|| Matrix {
        id,
        caption: context.t("coverage-caption"),
        periods: periods.iter().map(|period| period_link(context, *period)).collect(),
        rows: owing.map(row).collect(),
        totals: periods.iter().map(|period| phrase::coverage(context, "coverage", tally(None, period))).collect(),
    })
}

/// The whole reports of all bodies, by period.
fn report_matrix(context: PageContext<'_>) -> Option<Matrix> {
    let reports = &site(context).progress.reports;
    let mut periods: Vec<Period> = reports.iter().map(|report| report.period).collect();
    periods.sort();
    periods.dedup();
    let row = |body: &PageId| {
        let own = reports.of(*body).iter();
        MatrixRow { body: context.link(*body), cells: own.map(|report| report_cell(context, report)).collect() }
    };
    let owing = site(context).programme.bodies.iter().filter(|body| !reports.of(**body).is_empty());
    (!reports.is_empty()).then(|| Matrix {
        id: "reports",
        caption: context.t("reports-caption"),
        periods: periods.iter().map(|period| period_link(context, *period)).collect(),
        rows: owing.map(row).collect(),
        totals: Vec::new(),
    })
}

fn report_cell(context: PageContext<'_>, report: &ReportDuty) -> ReportingRow {
    ReportingRow {
        period: period_link(context, report.period),
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
    let own = site.progress.reports.of(body).iter().filter(|report| keep(report.period));
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
        period: period_link(context, report.period),
        due: context.tf("due-by", &[("date", Arg::from(phrase::date(context, report.due)))]),
        status: phrase::reporting(context, report.state),
        phrase: section_count(context, report),
        sections: sections.map(view).collect(),
    }
}

fn section_view(context: PageContext<'_>, rule: &SectionRule, row: Option<&ReportSection>, state: Reporting) -> SectionView {
    let (text_lang, text_dir) = context.source_language();
    SectionView {
        title: context.local(&rule.title),
        status: phrase::reporting(context, state),
        text: row.filter(|row| !row.text.is_empty()).map(|row| Html::trusted(format!("<p>{}</p>", Html::text(&row.text)))),
        text_lang,
        text_dir,
        date: row.and_then(|row| row.date).map(|date| phrase::date(context, date)),
        role: row.and_then(|row| row.role.as_deref()).map(|role| context.source_text(role)),
        evidence: row.and_then(|row| row.evidence.as_deref()).map(|evidence| context.source_text(evidence)),
    }
}

/// One period: what came, what is missing, body by body, and what has changed since the year before.
pub fn period(context: PageContext<'_>, period: Period) -> KindView {
    let site = site(context);
    let year = matches!(period, Period::Year(_));
    let scope = Scope::of_page(period);
    let duties = &site.progress.duties;
    let (same, others): (Vec<Period>, Vec<Period>) =
        site.progress.periods.iter().copied().partition(|other| matches!(other, Period::Year(_)) == year);
    let at = same.iter().position(|other| *other == period);
    let neighbour =
        |at: Option<usize>| at.and_then(|at| same.get(at)).and_then(|period| context.generated_link(Generated::Period(*period)));
    let dates = [("from", Arg::from(phrase::date(context, period.start()))), ("to", Arg::from(phrase::date(context, period.end())))];
    let owed = |part: &Period| duties.tally_within(None, Scope::Period(*part)).owed > 0;
    let parts: Vec<Period> = others.into_iter().filter(|other| year && other.year() == period.year() && owed(other)).collect();
    let columns: Vec<Period> = parts.iter().copied().chain([period]).collect();
    let has_parts = !parts.is_empty();
    KindView::Period {
        dates: context.tf("period-interval", &dates),
        coverage: (!duties.is_empty()).then(|| phrase::coverage(context, "coverage-sentence", duties.tally_within(None, scope))),
        matrix: if has_parts { matrix(context, "coverage", &columns, Scope::Period) } else { None },
        changes: if year { changes(context, period.year()) } else { Vec::<ChangeRow>::new() },
        changes_title: changes_title(context, period.year() - 1),
        approved: approved(context, period),
        bodies: site.programme.bodies.iter().filter_map(|body| period_body(context, *body, scope)).collect(),
        year: (!year).then(|| period_link(context, Period::Year(period.year()))),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

fn period_body(context: PageContext<'_>, body: PageId, scope: Scope) -> Option<PeriodBody> {
    let site = site(context);
    let follow_ups: Vec<FollowUpView> = site.programme.reported_within(body, scope).map(|reported| follow_up(context, reported)).collect();
    let tally = site.progress.duties.tally_within(Some(body), scope);
    let reports = reports(context, body, |period| Scope::holding(period).contains(&scope));
    if tally.owed == 0 && follow_ups.is_empty() && reports.is_empty() {
        return None;
    }
    let missing = site.progress.duties.within(body, scope).filter(|duty| duty.state != Reporting::Received);
    Some(PeriodBody {
        body: context.link(body),
        phrase: phrase::coverage(context, "coverage", tally),
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
pub fn coverage(context: PageContext<'_>) -> KindView {
    let years: Vec<Period> = site(context).progress.years().map(Period::Year).collect();
    let by_year = matrix(context, "coverage", &years, Scope::of_page);
    KindView::Coverage { as_of: as_of(context), matrices: by_year.into_iter().chain(report_matrix(context)).collect(), late: late(context) }
}
