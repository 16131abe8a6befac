//! The page of a body that carries out assignments.

use serde::Serialize;

use super::change::{Changes, changes_of_body};
use super::figure::count::Distribution;
use super::more::{More, more, on_page};
use super::reporting::{ReportView, ReportingRow, report_view, year_rows};
use super::row::{AssignmentRow, assignment_row, body_number, fulfilment_bar, implementation_bar, site};
use super::{PageContext, phrase};
use crate::html::Html;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::rows::AnyPage;

/// What a body's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct BodyPage {
    /// Its number in the programme.
    pub number: Option<Html>,
    /// Its assignments.
    pub assignments: Vec<AssignmentRow>,
    /// The way to the other assignments.
    pub assignments_more: Option<More>,
    /// How far the work with them has come.
    pub implementation: Option<Distribution>,
    /// How far their targets are reached.
    pub fulfilment: Option<Distribution>,
    /// How many of its follow-ups have come.
    pub coverage: Html,
    /// What has changed since last time.
    pub changes: Option<Changes>,
    /// The way to the other changes.
    pub changes_more: Option<More>,
    /// What it owed and what has come, a year a row.
    pub reporting: Vec<ReportingRow>,
    /// The reports that it owes as a whole.
    pub reports: Vec<ReportView>,
    /// The way to the other reports.
    pub reports_more: Option<More>,
}

/// A body's page.
pub fn body(context: PageContext<'_>, id: PageId) -> BodyPage {
    let assignments = site(context).programme.assignments_of(id);
    let page = AnyPage::Page(id);
    let reports = context.model().reports(id);
    let progress = &site(context).progress;
    let counts = progress.counts_of(id);
    BodyPage {
        number: body_number(context, id),
        implementation: implementation_bar(context, "dist-implementation", counts),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", counts),
        coverage: phrase::coverage(context, "coverage-sentence", progress.duties.tally(id)),
        changes: changes_of_body(context, id, assignments),
        changes_more: more(context, page, List::Changes),
        reporting: year_rows(context, id),
        reports: on_page(context, page, List::Reports, reports).iter().map(|report| report_view(context, report)).collect(),
        reports_more: more(context, page, List::Reports),
        assignments: on_page(context, page, List::Assignments, assignments)
            .iter()
            .map(|assignment| assignment_row(context, *assignment, false))
            .collect(),
        assignments_more: more(context, page, List::Assignments),
    }
}
