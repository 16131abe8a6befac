//! What there is to know of the whole site, for the bar: all that was found, and what is late on the day that is wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::address;
use super::problem::Problem;
use super::state::PreviewState;
use super::view_options::ViewOptions;
use crate::config::LanguageId;
use crate::diagnostic::{Level, emit};
use crate::period::{Date, Period};
use crate::site::PageId;
use crate::source::SourcePath;
use crate::status::Reporting;
use crate::workspace::Loaded;

/// How many are listed; more than this nobody reads at once.
const LISTED: usize = 300;

/// How many coming days are offered.
const COMING: usize = 6;

/// All that was found in the site.
#[derive(Debug, Default, Serialize)]
pub(super) struct Problems {
    /// "3 fel, 1 varning"; empty when nothing is wrong.
    summary: String,
    errors: usize,
    warnings: usize,
    files: Vec<FileProblems>,
    /// How many are not listed.
    more: usize,
}

/// What was found in one file.
#[derive(Debug, Serialize)]
struct FileProblems {
    /// Empty for what concerns no file.
    path: String,
    /// The page that is made from it.
    href: Option<String>,
    list: Vec<Problem>,
}

/// All that was found.
pub(super) fn problems(state: &PreviewState, options: ViewOptions) -> Problems {
    let revision = state.now_as(options);
    let (report, sources) = (&revision.findings.report, &revision.findings.sources);
    let pages = revision.good.as_ref().map(|good| pages_of(good, options)).unwrap_or_default();
    let mut files: BTreeMap<&str, FileProblems> = BTreeMap::new();
    for found in report.diagnostics.iter().take(LISTED) {
        let path = found.primary.as_ref().map_or("", |label| label.path.as_str());
        let href = found.primary.as_ref().and_then(|label| pages.get(&label.path).cloned());
        let file = files.entry(path).or_insert_with(|| FileProblems { path: path.to_owned(), href, list: Vec::new() });
        file.list.push(Problem::of(found, sources, state.message_context()));
    }
    Problems {
        summary: emit::summary(report, state.message_context().ui_language),
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        files: files.into_values().collect(),
        more: report.diagnostics.len().saturating_sub(LISTED),
    }
}

/// The addresses of pages by the files they are made from; a file's own language comes before those that borrow it.
fn pages_of(good: &Loaded, options: ViewOptions) -> BTreeMap<SourcePath, String> {
    let mut pages = BTreeMap::new();
    for (url, route) in good.snapshot.site.routes.iter() {
        let Some(path) = &route.source else { continue };
        if route.language.is_some() && route.language == route.content_language {
            pages.insert(path.clone(), href(good, url, options));
        }
    }
    pages
}

/// The address of a page of the preview, shown in the same way.
pub(super) fn href(good: &Loaded, url: &str, options: ViewOptions) -> String {
    let query = options.query();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{query}", address::encode(&good.snapshot.config.path_of(url)))
}

/// What is late on a day.
#[derive(Debug, Default, Serialize)]
pub(super) struct Late {
    today: Option<String>,
    usual_today: Option<String>,
    list: Vec<LateDuty>,
    /// How many are not listed.
    more: usize,
    /// How many of all are not late on the usual day.
    new: usize,
    /// Days after the wanted one on which something falls due.
    coming: Vec<Coming>,
}

/// A follow-up or a report that has not come.
#[derive(Debug, Serialize)]
struct LateDuty {
    title: String,
    href: String,
    period: String,
    due: String,
    /// Whether it is not late on the usual day.
    new: bool,
}

/// A day on which something falls due.
#[derive(Debug, Serialize)]
struct Coming {
    due: String,
    /// The first day on which it is late.
    late: String,
    count: usize,
}

/// Something that a body owes.
struct Owed {
    page: PageId,
    period: Period,
    due: Date,
    state: Reporting,
}

/// What is late on the wanted day, and what will be next.
pub(super) fn late(state: &PreviewState, options: ViewOptions) -> Late {
    let (usual, revision) = (state.now(), state.now_as(options));
    let (Some(usual), Some(good)) = (&usual.good, &revision.good) else { return Late::default() };
    let today = good.snapshot.site.today;
    // By their names: without drafts, pages have other numbers.
    let stem = |loaded: &Arc<Loaded>, page: PageId| loaded.snapshot.site.pages.get(page).stem.clone();
    let before = owed(usual, usual.snapshot.site.today).filter(is_late);
    let before: BTreeSet<(String, Period)> = before.map(|owed| (stem(usual, owed.page), owed.period)).collect();
    let all: Vec<Owed> = owed(good, today).collect();
    let mut late: Vec<&Owed> = all.iter().filter(|owed| is_late(owed)).collect();
    late.sort_by_key(|owed| (std::cmp::Reverse(owed.due), owed.page));
    let is_new = |owed: &Owed| !before.contains(&(stem(good, owed.page), owed.period));
    let mut coming: BTreeMap<Date, usize> = BTreeMap::new();
    for owed in all.iter().filter(|owed| owed.due >= today && owed.state != Reporting::Received) {
        *coming.entry(owed.due).or_default() += 1;
    }
    let site = &good.snapshot.site;
    let list = late.iter().take(LISTED).map(|owed| LateDuty {
        title: site.pages.get(owed.page).source().title.value.clone(),
        href: href(good, site.routes.page(owed.page, LanguageId::SOURCE), options),
        period: owed.period.to_string(),
        due: owed.due.to_string(),
        new: is_new(owed),
    });
    Late {
        today: Some(today.to_string()),
        usual_today: Some(usual.snapshot.site.today.to_string()),
        list: list.collect(),
        more: late.len().saturating_sub(LISTED),
        new: late.iter().filter(|owed| is_new(owed)).count(),
        coming: coming.into_iter().take(COMING).map(|(due, count)| coming_day(due, count)).collect(),
    }
}

fn coming_day(due: Date, count: usize) -> Coming {
    let late = due.tomorrow().unwrap_or(due);
    Coming { due: due.to_string(), late: late.to_string(), count }
}

/// All that is owed: follow-ups of assignments, and reports of bodies.
fn owed(good: &Loaded, today: Date) -> impl Iterator<Item = Owed> {
    let progress = &good.snapshot.site.progress;
    let duties = progress.duties.iter().map(|duty| Owed { page: duty.assignment, period: duty.period, due: duty.due, state: duty.state });
    let reports = progress.reports.iter().map(move |report| {
        // A report of which a part has come is late all the same.
        let state = if report.state == Reporting::Partly { report.missing(today) } else { report.state };
        Owed { page: report.body, period: report.period, due: report.due, state }
    });
    duties.chain(reports)
}

fn is_late(owed: &Owed) -> bool {
    owed.state == Reporting::Late
}
