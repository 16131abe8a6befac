//! Goals, bodies and assignments in lists, and the statuses that all pages about them share.

use serde::Serialize;

use super::figure;
use super::figure::count::{self, Distribution};
use super::phrase::{self, StatusTag};
use super::target::charts;
use super::{Link, PageContext, indicator};
use crate::document::facts::{Assignment, Facts};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::programme::facts_of;
use crate::site::progress::{StatusCounts, SubjectProgress};
use crate::site::{PageId, Site};
use crate::status::Implementation;

/// A goal in a list.
#[derive(Clone, Debug, Serialize)]
pub struct GoalRow {
    /// Its number.
    pub number: Option<Html>,
    /// Its page.
    pub link: Link,
    /// One sentence about it.
    pub summary: Option<Html>,
    /// How it goes.
    pub status: Option<StatusTag>,
    /// What the figures say.
    pub sentence: Option<Html>,
}

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

/// An indicator in a list.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorRow {
    /// Its page.
    pub link: Link,
    /// What its values say.
    pub sentence: Option<Html>,
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
    Some(phrase::fulfilment(context, progress.fulfilment))
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
        phrase::implementation(context, subject(context, page).map_or(Implementation::Unknown, |progress| progress.implementation))
    })
}

/// Whether its follow-ups have come; none in a programme that asks for none.
pub fn reporting_of(context: PageContext<'_>, page: PageId) -> Option<StatusTag> {
    let progress = subject(context, page).filter(|_| !site(context).progress.duties.is_empty())?;
    Some(phrase::reporting(context, progress.reporting))
}

/// A goal in a list.
pub fn goal_row(context: PageContext<'_>, goal: PageId) -> GoalRow {
    let facts = facts_of(&site(context).pages, goal).and_then(Facts::as_goal);
    GoalRow {
        number: facts.and_then(|facts| facts.number.as_deref()).map(Html::text),
        link: context.link(goal),
        summary: context.summary(goal),
        status: fulfilment_of(context, goal),
        sentence: goal_sentence(context, goal),
    }
}

/// What the figures say of a goal.
pub fn goal_sentence(context: PageContext<'_>, goal: PageId) -> Option<Html> {
    let progress = subject(context, goal)?;
    let current = progress.targets.iter().find(|target| !target.superseded)?;
    if current.places.is_some() {
        return figure::places_finding(context, current.id);
    }
    let charts = charts(context, goal);
    charts.into_iter().next().map(|chart| chart.finding)
}

/// An indicator in a list.
pub fn indicator_row(context: PageContext<'_>, indicator: PageId) -> IndicatorRow {
    IndicatorRow { link: context.link(indicator), sentence: indicator::sentence(context, indicator) }
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
    facts.number.as_deref().map(Html::text)
}

/// An assignment in a list.
pub fn assignment_row(context: PageContext<'_>, assignment: PageId, with_body: bool) -> AssignmentRow {
    let body = site(context).programme.body_of(assignment).filter(|_| with_body);
    AssignmentRow {
        number: assignment_facts(context, assignment).map(|facts| Html::text(&facts.number)).unwrap_or_default(),
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
