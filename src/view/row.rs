//! Goals, bodies and assignments in lists, and the statuses that all pages about them share.

use serde::Serialize;

use super::figure;
use super::figure::count::{self, Distribution};
use super::phrase::{self, StatusTag};
use super::target::charts;
use super::{Link, Reader, indicator};
use crate::document::facts::{Assignment, Facts};
use crate::html::Html;
use crate::locale::catalogue::Arg;
use crate::site::programme::facts_of;
use crate::site::progress::SubjectProgress;
use crate::site::reporting::Duty;
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
pub fn site<'a>(reader: Reader<'a>) -> &'a Site {
    &reader.snapshot.site
}

/// How a goal or assignment goes.
pub fn subject<'a>(reader: Reader<'a>, page: PageId) -> Option<&'a SubjectProgress> {
    site(reader).progress.subject(page)
}

/// How far its targets are reached; none in a programme that sets no targets.
pub fn fulfilment_of(reader: Reader<'_>, page: PageId) -> Option<StatusTag> {
    let progress = subject(reader, page).filter(|progress| progress.in_force && site(reader).progress.has_targets)?;
    Some(phrase::fulfilment(reader, progress.fulfilment))
}

/// Whether it counts: what was replaced or struck is listed, but stands outside every sum.
pub fn in_force(reader: Reader<'_>, page: PageId) -> bool {
    subject(reader, page).is_some_and(|progress| progress.in_force)
}

/// How far the work has come; none in a programme that nothing has been reported of.
pub fn implementation_of(reader: Reader<'_>, page: PageId) -> Option<StatusTag> {
    let reported = !site(reader).programme.follow_ups.is_empty();
    reported
        .then(|| phrase::implementation(reader, subject(reader, page).map_or(Implementation::Unknown, |progress| progress.implementation)))
}

/// Whether its follow-ups have come; none in a programme that asks for none.
pub fn reporting_of(reader: Reader<'_>, page: PageId) -> Option<StatusTag> {
    let progress = subject(reader, page).filter(|_| !site(reader).progress.duties.is_empty())?;
    Some(phrase::reporting(reader, progress.reporting))
}

/// A goal in a list.
pub fn goal_row(reader: Reader<'_>, goal: PageId) -> GoalRow {
    let facts = facts_of(&site(reader).pages, goal).and_then(Facts::as_goal);
    GoalRow {
        number: facts.and_then(|facts| facts.number.as_deref()).map(Html::text),
        link: reader.link(goal),
        summary: reader.summary(goal),
        status: fulfilment_of(reader, goal),
        sentence: goal_sentence(reader, goal),
    }
}

/// What the figures say of a goal.
pub fn goal_sentence(reader: Reader<'_>, goal: PageId) -> Option<Html> {
    let progress = subject(reader, goal)?;
    let current = progress.targets.iter().find(|target| !target.superseded)?;
    if current.places.is_some() {
        return figure::places_finding(reader, current.id);
    }
    let charts = charts(reader, goal);
    charts.into_iter().next().map(|chart| chart.finding)
}

/// An indicator in a list.
pub fn indicator_row(reader: Reader<'_>, indicator: PageId) -> IndicatorRow {
    IndicatorRow { link: reader.link(indicator), sentence: indicator::sentence(reader, indicator) }
}

/// A body in a list.
pub fn body_row(reader: Reader<'_>, body: PageId) -> BodyRow {
    let assignments = site(reader).programme.assignments_of(&site(reader).pages, body);
    let tags: Vec<StatusTag> = assignments.iter().filter_map(|assignment| fulfilment_of(reader, *assignment)).collect();
    let id = format!("dist-{}", stem(reader, body));
    BodyRow {
        number: body_number(reader, body),
        link: reader.link(body),
        summary: reader.summary(body),
        assignments: reader.tf("assignment-count", &[("count", Arg::from(assignments.len()))]),
        coverage: phrase::coverage(reader, "coverage", &duties(reader, |duty| duty.body == Some(body))),
        distribution: bar(reader, &id, tags),
    }
}

/// The last part of a page's path, unique in its folder.
pub fn stem(reader: Reader<'_>, page: PageId) -> String {
    site(reader).pages.get(page).stem.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A body's number in the programme.
pub fn body_number(reader: Reader<'_>, body: PageId) -> Option<Html> {
    let facts = facts_of(&site(reader).pages, body).and_then(Facts::as_body)?;
    facts.number.as_deref().map(Html::text)
}

/// The duties that a rule keeps.
pub fn duties<'a>(reader: Reader<'a>, keep: impl Fn(&Duty) -> bool) -> Vec<&'a Duty> {
    site(reader).progress.duties.iter().filter(|duty| keep(duty)).collect()
}

/// An assignment in a list.
pub fn assignment_row(reader: Reader<'_>, assignment: PageId, with_body: bool) -> AssignmentRow {
    let body = site(reader).programme.body_of(&site(reader).pages, assignment).filter(|_| with_body);
    AssignmentRow {
        number: assignment_facts(reader, assignment).map(|facts| Html::text(&facts.number)).unwrap_or_default(),
        link: reader.link(assignment),
        summary: reader.summary(assignment),
        body: body.map(|body| reader.link(body)),
        implementation: implementation_of(reader, assignment),
        fulfilment: fulfilment_of(reader, assignment),
        reporting: reporting_of(reader, assignment),
    }
}

/// What an assignment's file states.
pub fn assignment_facts<'a>(reader: Reader<'a>, assignment: PageId) -> Option<&'a Assignment> {
    facts_of(&site(reader).pages, assignment).and_then(Facts::as_assignment)
}

/// Counts by status; none when there is nothing to count.
pub fn bar(reader: Reader<'_>, id: &str, tags: Vec<StatusTag>) -> Option<Distribution> {
    (!tags.is_empty()).then(|| count::distribution(reader, id, &tags))
}
