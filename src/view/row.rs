//! Bodies and assignments in lists, and the statuses that all pages about the programme share.

use serde::Serialize;

use super::figure::count::{self, Distribution};
use super::phrase::{self, StatusTag};
use super::{Link, PageContext};
use crate::document::facts::{Assignment, Facts};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::programme::facts_of;
use crate::site::progress::{StatusCounts, SubjectProgress};
use crate::site::{PageId, Site};
use crate::status::Implementation;

/// A body in a list.
#[derive(Clone, Debug, Serialize)]
pub struct BodyRow {
    /// Its number.
    pub number: Option<Html>,
    /// Its page.
    pub link: Link,
    /// One sentence about it.
    pub summary: Option<Html>,
    /// How many assignments it has.
    pub assignments: Html,
    /// How many follow-ups have come.
    pub coverage: Html,
    /// How its assignments go.
    pub distribution: Option<Distribution>,
}

/// An assignment in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AssignmentRow {
    /// Its number.
    pub number: Html,
    /// Its page.
    pub link: Link,
    /// One sentence about it.
    pub summary: Option<Html>,
    /// Its body.
    pub body: Option<Link>,
    /// How far the work has come.
    pub implementation: Option<StatusTag>,
    /// How far its targets are reached.
    pub fulfilment: Option<StatusTag>,
    /// Whether its follow-ups have come.
    pub reporting: Option<StatusTag>,
}

/// The site's model.
pub fn site<'a>(context: PageContext<'a>) -> &'a Site {
    &context.snapshot.site
}

/// How a goal or assignment goes.
pub fn subject<'a>(context: PageContext<'a>, page: PageId) -> Option<&'a SubjectProgress> {
    site(context).progress.subject(page)
}

/// How far its targets are reached; none in a programme that sets no targets.
pub fn fulfilment_of(context: PageContext<'_>, page: PageId) -> Option<StatusTag> {
    let progress = subject(context, page).filter(|progress| progress.in_force && site(context).progress.has_targets)?;
    Some(context.fulfilment_from(phrase::fulfilment(context, progress.fulfilment), page))
}

/// How far the targets of some assignments are reached, as a bar; none in a programme that sets no targets.
pub fn fulfilment_bar(context: PageContext<'_>, id: &str, counts: Option<&StatusCounts>) -> Option<Distribution> {
    let tags = counts?.fulfilment.iter().map(|count| (phrase::fulfilment(context, count.status), count.count)).collect();
    site(context).progress.has_targets.then(|| bar(context, id, tags)).flatten()
}

/// How far the work on some assignments has come, as a bar; none in a programme that nothing has been reported of.
pub fn implementation_bar(context: PageContext<'_>, id: &str, counts: Option<&StatusCounts>) -> Option<Distribution> {
    let tags = counts?.implementation.iter().map(|count| (phrase::implementation(context, count.status), count.count)).collect();
    has_reports(context).then(|| bar(context, id, tags)).flatten()
}

fn has_reports(context: PageContext<'_>) -> bool {
    !site(context).programme.follow_ups.is_empty()
}

/// How far the work has come; none in a programme that nothing has been reported of.
pub fn implementation_of(context: PageContext<'_>, page: PageId) -> Option<StatusTag> {
    has_reports(context).then(|| {
        let state = subject(context, page).map_or(Implementation::Unknown, |progress| progress.implementation);
        context.implementation_from(phrase::implementation(context, state), page)
    })
}

/// Whether its follow-ups have come; none in a programme that asks for none.
pub fn reporting_of(context: PageContext<'_>, page: PageId) -> Option<StatusTag> {
    let progress = subject(context, page).filter(|_| !site(context).progress.duties.is_empty())?;
    Some(context.reporting_from(phrase::reporting(context, progress.reporting), page))
}

/// A body in a list.
pub fn body_row(context: PageContext<'_>, body: PageId) -> BodyRow {
    let site = site(context);
    let id = format!("dist-{}", stem(context, body));
    BodyRow {
        number: body_number(context, body),
        link: context.link(body),
        summary: context.summary(body),
        assignments: context.tf("assignment-count", &[("count", Arg::from(site.programme.assignments_of(body).len()))]),
        coverage: phrase::coverage(context, "coverage", site.progress.duties.tally(body)),
        distribution: fulfilment_bar(context, &id, site.progress.counts_of(body)),
    }
}

/// The last part of a page's path, unique in its folder.
pub fn stem(context: PageContext<'_>, page: PageId) -> String {
    site(context).pages.get(page).stem.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A body's number in the programme.
pub fn body_number(context: PageContext<'_>, body: PageId) -> Option<Html> {
    let facts = facts_of(&site(context).pages, body).and_then(Facts::as_body)?;
    facts.number.as_deref().map(|number| context.stated(Html::text(number), body, format_args!("number")))
}

/// An assignment in a list.
pub fn assignment_row(context: PageContext<'_>, assignment: PageId, with_body: bool) -> AssignmentRow {
    let body = site(context).programme.body_of(assignment).filter(|_| with_body);
    AssignmentRow {
        number: assignment_facts(context, assignment)
            .map(|facts| context.stated(Html::text(&facts.number), assignment, format_args!("number")))
            .unwrap_or_default(),
        link: context.link(assignment),
        summary: context.summary(assignment),
        body: body.map(|body| context.link(body)),
        implementation: implementation_of(context, assignment),
        fulfilment: fulfilment_of(context, assignment),
        reporting: reporting_of(context, assignment),
    }
}

/// What an assignment's file states.
pub fn assignment_facts<'a>(context: PageContext<'a>, assignment: PageId) -> Option<&'a Assignment> {
    facts_of(&site(context).pages, assignment).and_then(Facts::as_assignment)
}

/// Counts by status; none when there is nothing to count.
fn bar(context: PageContext<'_>, id: &str, counts: Vec<(StatusTag, usize)>) -> Option<Distribution> {
    (!counts.is_empty()).then(|| count::distribution(context, id, counts))
}

/// Plain text as paragraphs: cells keep their author's blank lines, and single line ends as line breaks.
pub fn paragraphs(text: &str) -> Vec<Html> {
    let paragraphs = text.trim().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs.map(|paragraph| Html::trusted(Html::text(paragraph.trim()).as_str().replace('\n', "<br>"))).collect()
}
