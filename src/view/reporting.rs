//! Who owes which follow-up, and what came: the coverage matrix, a period's page, a body's own list.

use serde::Serialize;

use super::approved::approved;
use super::page::KindView;
use super::phrase::{self, StatusTag};
use super::programme::{FollowUpView, follow_up};
use super::progress::{ChangeRow, as_of, changes, changes_title};
use super::row::{duties, site};
use super::{Link, Reader};
use crate::document::data::ReportSection;
use crate::document::facts::SectionRule;
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::period::Period;
use crate::site::reporting::{Duty, ReportDuty};
use crate::site::{Generated, PageId, Progress};
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
pub fn period_link(reader: Reader<'_>, period: Period) -> Link {
    let own = reader.generated_link(Generated::Period(period));
    // What is not a period of the programme's own is found on its year's page.
    let link = own.or_else(|| reader.generated_link(Generated::Period(Period::Year(period.year()))));
    Link { title: phrase::period(reader, period), href: link.map(|link| link.href).unwrap_or_default() }
}

/// All that is late, by assignment; whole reports last.
pub fn late(reader: Reader<'_>) -> Vec<LateRow> {
    let progress = &site(reader).progress;
    let duty = |duty: &Duty| LateRow {
        link: reader.link(duty.assignment),
        body: duty.body.map(|body| reader.link(body)),
        period: period_link(reader, duty.period),
        due: phrase::date(reader, duty.due),
    };
    let report = |report: &ReportDuty| LateRow {
        link: Link {
            title: reader.tf("late-report", &[("name", Arg::from(reader.title(report.body)))]),
            href: reader.page_href(report.body),
        },
        body: None,
        period: period_link(reader, report.period),
        due: phrase::date(reader, report.due),
    };
    let late = progress.duties.iter().filter(|duty| duty.state == Reporting::Late).map(duty);
    late.chain(progress.reports.iter().filter(|report| is_late(reader, report)).map(report)).collect()
}

/// Whether something of a report should have come and has not.
fn is_late(reader: Reader<'_>, report: &ReportDuty) -> bool {
    report.state != Reporting::Received && site(reader).today > report.due
}

/// What some duties give in a cell.
fn cell(reader: Reader<'_>, period: Period, duties: &[&Duty]) -> ReportingRow {
    let late = duties.iter().filter(|duty| duty.state == Reporting::Late).count();
    ReportingRow {
        period: period_link(reader, period),
        status: phrase::reporting(reader, Progress::together(duties.iter().copied())),
        phrase: phrase::coverage(reader, "coverage", duties),
        late: (late > 0).then(|| reader.tf("coverage-late", &[("count", Arg::from(late))])),
    }
}

/// What a body owed for a year and what has come.
pub fn year_rows(reader: Reader<'_>, body: PageId) -> Vec<ReportingRow> {
    let row = |year: i16| cell(reader, Period::Year(year), &duties(reader, |duty| duty.body == Some(body) && duty.period.year() == year));
    if site(reader).progress.duties.is_empty() { Vec::new() } else { site(reader).progress.years().map(row).collect() }
}

/// The follow-ups of all bodies, by some periods; `of` gives the period that a duty stands under.
fn matrix(reader: Reader<'_>, id: &'static str, (periods, of): (&[Period], impl Fn(Period) -> Period)) -> Option<Matrix> {
    let all = duties(reader, |duty| periods.contains(&of(duty.period)));
    if all.is_empty() {
        return None;
    }
    let under = |period: Period, body: Option<PageId>| -> Vec<&Duty> {
        all.iter().copied().filter(|duty| of(duty.period) == period && (body.is_none() || duty.body == body)).collect()
    };
    let row = |body: &PageId| MatrixRow {
        body: reader.link(*body),
        cells: periods.iter().map(|period| cell(reader, *period, &under(*period, Some(*body)))).collect(),
    };
    let owing = site(reader).programme.bodies.iter().filter(|body| all.iter().any(|duty| duty.body == Some(**body)));
    Some(Matrix {
        id,
        caption: reader.t("coverage-caption"),
        periods: periods.iter().map(|period| period_link(reader, *period)).collect(),
        rows: owing.map(row).collect(),
        totals: periods.iter().map(|period| phrase::coverage(reader, "coverage", &under(*period, None))).collect(),
    })
}

/// The whole reports of all bodies, by period.
fn report_matrix(reader: Reader<'_>) -> Option<Matrix> {
    let reports = &site(reader).progress.reports;
    let mut periods: Vec<Period> = reports.iter().map(|report| report.period).collect();
    periods.sort();
    periods.dedup();
    let row = |body: &PageId| {
        let own = reports.iter().filter(|report| report.body == *body);
        MatrixRow { body: reader.link(*body), cells: own.map(|report| report_cell(reader, report)).collect() }
    };
    let owing = site(reader).programme.bodies.iter().filter(|body| reports.iter().any(|report| report.body == **body));
    (!reports.is_empty()).then(|| Matrix {
        id: "reports",
        caption: reader.t("reports-caption"),
        periods: periods.iter().map(|period| period_link(reader, *period)).collect(),
        rows: owing.map(row).collect(),
        totals: Vec::new(),
    })
}

fn report_cell(reader: Reader<'_>, report: &ReportDuty) -> ReportingRow {
    ReportingRow {
        period: period_link(reader, report.period),
        status: phrase::reporting(reader, report.state),
        phrase: section_count(reader, report),
        late: (is_late(reader, report) && report.state == Reporting::Partly).then(|| phrase::reporting(reader, Reporting::Late).label),
    }
}

/// "3 av 4 avsnitt".
fn section_count(reader: Reader<'_>, report: &ReportDuty) -> Html {
    let there = report.sections.iter().filter(|there| **there).count();
    reader.tf("report-sections", &[("there", Arg::from(there)), ("all", Arg::from(report.sections.len()))])
}

/// The whole reports of a body that a rule keeps, with what stands in them.
pub fn reports(reader: Reader<'_>, body: PageId, keep: impl Fn(Period) -> bool) -> Vec<ReportView> {
    let site = site(reader);
    let own = site.progress.reports.iter().filter(|report| report.body == body && keep(report.period));
    own.map(|report| report_view(reader, report)).collect()
}

fn report_view(reader: Reader<'_>, report: &ReportDuty) -> ReportView {
    let site = site(reader);
    let rule = site.programme.facts(&site.pages).and_then(|facts| facts.report.as_ref());
    let came = site.programme.sections.get(&(report.body, report.period)).map(Vec::as_slice).unwrap_or_default();
    let sections = rule.map(|rule| rule.sections.as_slice()).unwrap_or_default().iter().zip(&report.sections);
    let missing = report.missing(site.today);
    let view = |(section, there): (&SectionRule, &bool)| {
        let row = came.iter().find(|row| *there && row.section.value == section.id.value);
        section_view(reader, (section, row), if *there { Reporting::Received } else { missing })
    };
    ReportView {
        period: period_link(reader, report.period),
        due: reader.tf("due-by", &[("date", Arg::from(phrase::date(reader, report.due)))]),
        status: phrase::reporting(reader, report.state),
        phrase: section_count(reader, report),
        sections: sections.map(view).collect(),
    }
}

fn section_view(reader: Reader<'_>, (rule, row): (&SectionRule, Option<&ReportSection>), state: Reporting) -> SectionView {
    let (text_lang, text_dir) = reader.source_language();
    SectionView {
        title: reader.local(&rule.title),
        status: phrase::reporting(reader, state),
        text: row.filter(|row| !row.text.is_empty()).map(|row| Html::trusted(format!("<p>{}</p>", Html::text(&row.text)))),
        text_lang,
        text_dir,
        date: row.and_then(|row| row.date).map(|date| phrase::date(reader, date)),
        role: row.and_then(|row| row.role.as_deref()).map(|role| reader.source_text(role)),
        evidence: row.and_then(|row| row.evidence.as_deref()).map(|evidence| reader.source_text(evidence)),
    }
}

/// One period: what came, what is missing, body by body, and what has changed since the year before.
pub fn period(reader: Reader<'_>, period: Period) -> KindView {
    let site = site(reader);
    let year = matches!(period, Period::Year(_));
    // A year's page holds all that is about parts of the year; a part's page only its own.
    let keep = |other: Period| if year { other.year() == period.year() } else { other == period };
    let (same, others): (Vec<Period>, Vec<Period>) =
        site.progress.periods.iter().copied().partition(|other| matches!(other, Period::Year(_)) == year);
    let at = same.iter().position(|other| *other == period);
    let neighbour = |at: Option<usize>| at.and_then(|at| same.get(at)).and_then(|period| reader.generated_link(Generated::Period(*period)));
    let dates = [("from", Arg::from(phrase::date(reader, period.start()))), ("to", Arg::from(phrase::date(reader, period.end())))];
    let owed = |part: &Period| site.progress.duties.iter().any(|duty| duty.period == *part);
    let parts: Vec<Period> = others.into_iter().filter(|other| year && other.year() == period.year() && owed(other)).collect();
    let columns: Vec<Period> = parts.iter().copied().chain([period]).collect();
    let has_parts = !parts.is_empty();
    KindView::Period {
        dates: reader.tf("period-interval", &dates),
        coverage: (!site.progress.duties.is_empty())
            .then(|| phrase::coverage(reader, "coverage-sentence", &duties(reader, |duty| keep(duty.period)))),
        matrix: if has_parts { matrix(reader, "coverage", (&columns, |period| period)) } else { None },
        changes: if year { changes(reader, period.year()) } else { Vec::<ChangeRow>::new() },
        changes_title: changes_title(reader, period.year() - 1),
        approved: approved(reader, period),
        bodies: site.programme.bodies.iter().filter_map(|body| period_body(reader, *body, keep)).collect(),
        year: (!year).then(|| period_link(reader, Period::Year(period.year()))),
        prev: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    }
}

fn period_body(reader: Reader<'_>, body: PageId, keep: impl Fn(Period) -> bool + Copy) -> Option<PeriodBody> {
    let site = site(reader);
    let programme = &site.programme;
    let own = programme.assignments_of(&site.pages, body);
    let came = own.iter().filter_map(|assignment| programme.follow_ups.get(assignment)).flatten();
    let follow_ups: Vec<FollowUpView> =
        came.filter(|reported| keep(reported.row.period)).map(|reported| follow_up(reader, reported)).collect();
    let owed = duties(reader, |duty| duty.body == Some(body) && keep(duty.period));
    let reports = reports(reader, body, keep);
    if owed.is_empty() && follow_ups.is_empty() && reports.is_empty() {
        return None;
    }
    let missing = owed.iter().filter(|duty| duty.state != Reporting::Received);
    Some(PeriodBody {
        body: reader.link(body),
        phrase: phrase::coverage(reader, "coverage", &owed),
        follow_ups,
        missing: missing
            .map(|duty| Missing {
                link: reader.link(duty.assignment),
                period: phrase::period(reader, duty.period),
                status: phrase::reporting(reader, duty.state),
            })
            .collect(),
        reports,
    })
}

/// Who owes what, and whether it came.
pub fn coverage(reader: Reader<'_>) -> KindView {
    let years: Vec<Period> = site(reader).progress.years().map(Period::Year).collect();
    let by_year = matrix(reader, "coverage", (&years, |period: Period| Period::Year(period.year())));
    KindView::Coverage { as_of: as_of(reader), matrices: by_year.into_iter().chain(report_matrix(reader)).collect(), late: late(reader) }
}
