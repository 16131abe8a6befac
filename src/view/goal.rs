//! Goals: their pages, and their rows in lists.

use serde::Serialize;

use super::change::{Changes, changes_of};
use super::decision::{DecisionView, decisions};
use super::figure::count::Distribution;
use super::figure::{self, ChartView};
use super::follow_up::{FollowUpView, OverruledView, follow_ups, overruled};
use super::more::{More, more, on_page};
use super::phrase::{self, StatusTag};
use super::row::{AssignmentRow, assignment_row, fulfilment_bar, fulfilment_of, paragraphs, site, subject};
use super::target::{TargetView, charts, targets};
use super::{Link, PageContext};
use crate::document::facts::{DecidedColumn, Facts, GoalLevel, Reference};
use crate::html::Html;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::programme::facts_of;
use crate::site::rows::AnyPage;

/// What a goal's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct GoalPage {
    /// Its number in the programme.
    pub number: Option<Html>,
    /// Who decided it: the council, a committee, all together.
    pub level: Html,
    /// Who answers for it.
    pub lead: Option<Html>,
    /// Its words in the programme.
    pub decided: Option<DecidedText>,
    /// How far its targets are reached.
    pub status: Option<StatusTag>,
    /// What has changed since last time.
    pub changes: Option<Changes>,
    /// What the figures say.
    pub sentence: Option<Html>,
    /// Who set another status than the figures give.
    pub overruled: Option<OverruledView>,
    /// Its targets, with those that later ones replaced.
    pub targets: Vec<TargetView>,
    /// A chart for each indicator that its targets name.
    pub charts: Vec<ChartView>,
    /// The assignments that serve it.
    pub assignments: Vec<AssignmentRow>,
    /// The way to the other assignments.
    pub assignments_more: Option<More>,
    /// How these assignments go.
    pub fulfilment: Option<Distribution>,
    /// How many of their follow-ups have come.
    pub coverage: Html,
    /// The decisions that set it or its targets.
    pub decisions: Vec<DecisionView>,
    /// Its own follow-ups, newest first.
    pub follow_ups: Vec<FollowUpView>,
    /// The way to older ones.
    pub follow_ups_more: Option<More>,
}

/// A decided text.
#[derive(Clone, Debug, Serialize)]
pub struct DecidedText {
    /// Its words.
    pub html: Html,
    /// Their language, if not the page's.
    pub lang: Option<&'static str>,
    /// Their direction, if not the page's.
    pub dir: Option<&'static str>,
}

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

/// A goal's page.
pub fn goal(context: PageContext<'_>, id: PageId) -> Option<GoalPage> {
    let model = &site(context).programme;
    let facts = facts_of(&site(context).pages, id)?.as_goal()?;
    let (lang, dir) = context.source_language();
    let words = facts.decided.iter().find(|(cell, _)| *cell == DecidedColumn::Goal).map(|(_, text)| text);
    let decided = words.map(|text| DecidedText {
        html: context.stated(
            Html::trusted(paragraphs(text).iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect::<String>()),
            id,
            format_args!("decided.goal"),
        ),
        lang,
        dir,
    });
    let named: Vec<&str> = facts
        .decided_in
        .iter()
        .chain(facts.targets.iter().filter_map(|target| target.decided_in.as_ref()))
        .map(|id| id.value.as_str())
        .collect();
    let page = AnyPage::Page(id);
    let serving = model.serving(id);
    let progress = &site(context).progress;
    Some(GoalPage {
        number: facts.number.as_deref().map(|number| context.stated(Html::text(number), id, format_args!("number"))),
        level: context.stated(goal_level(context, facts.level), id, format_args!("level")),
        lead: lead(context, &facts.lead).map(|lead| context.stated(lead, id, format_args!("lead"))),
        decided,
        status: fulfilment_of(context, id),
        changes: changes_of(context, &[id]),
        sentence: goal_sentence(context, id),
        overruled: overruled(context, id),
        targets: targets(context, id),
        charts: charts(context, id),
        fulfilment: fulfilment_bar(context, "dist-fulfilment", progress.counts_of(id)),
        coverage: phrase::coverage(context, "coverage-sentence", progress.duties.tally(id)),
        assignments: on_page(context, page, List::Assignments, serving)
            .iter()
            .map(|assignment| assignment_row(context, *assignment, true))
            .collect(),
        assignments_more: more(context, page, List::Assignments),
        decisions: decisions(context, |decision| named.contains(&decision)),
        follow_ups: follow_ups(context, id),
        follow_ups_more: more(context, page, List::FollowUps),
    })
}

/// Who answers for a goal.
fn lead(context: PageContext<'_>, lead: &[Reference]) -> Option<Html> {
    if lead.iter().any(|body| body.value == "all") {
        return Some(context.t("lead-all"));
    }
    let bodies = lead.iter().filter_map(|body| site(context).programme.find(&body.value));
    let links: Vec<String> =
        bodies.map(|body| context.link(body)).map(|link| format!("<a href=\"{}\">{}</a>", link.href, link.title)).collect();
    (!links.is_empty()).then(|| Html::trusted(context.texts().formats.list(&links)))
}

fn goal_level(context: PageContext<'_>, level: GoalLevel) -> Html {
    context.t(&format!("level-{}", level.key()))
}

/// A goal in a list.
pub fn goal_row(context: PageContext<'_>, goal: PageId) -> GoalRow {
    let facts = facts_of(&site(context).pages, goal).and_then(Facts::as_goal);
    GoalRow {
        number: facts
            .and_then(|facts| facts.number.as_deref())
            .map(|number| context.stated(Html::text(number), goal, format_args!("number"))),
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
