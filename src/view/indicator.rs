//! Indicators and places as their pages show them.

use serde::Serialize;

use super::figure::{self, ChartView, DataTable, Picture, Split};
use super::inputs::Judged;
use super::more::{More, more, on_page};
use super::phrase::StatusTag;
use super::row::site;
use super::target::{is_for_every_place, latest_by_place};
use super::{Fact, Link, PageContext, phrase, target};
use crate::document::facts::{Desired, Dimension, Facts};
use crate::html::Html;
use crate::site::PageId;
use crate::site::division::List;
use crate::site::programme::{TargetId, facts_of};
use crate::site::rows::AnyPage;

/// What a place's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct AreaPage {
    /// Its number or code.
    pub number: Option<Html>,
    /// Its values, a chart an indicator.
    pub charts: Vec<ChartView>,
    /// Values that no chart shows.
    pub tables: Vec<DataTable>,
    /// The goals that are set for it.
    pub goals: Vec<Link>,
    /// The way to the other goals.
    pub goals_more: Option<More>,
    /// The assignments that are about it.
    pub assignments: Vec<Link>,
    /// The way to the other assignments.
    pub assignments_more: Option<More>,
}

/// What an indicator's page shows.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorPage {
    /// What its values say.
    pub sentence: Option<Html>,
    /// How it goes, where no goal shows it.
    pub status: Option<StatusTag>,
    /// What that was worked out from.
    pub inputs: Vec<Fact>,
    /// How.
    pub rule: Option<Html>,
    /// What it counts, how, and where the values come from.
    pub facts: Vec<Fact>,
    /// Its values: over time, by sex, by place, by body.
    pub charts: Vec<ChartView>,
    /// The goals that it measures.
    pub goals: Vec<Link>,
    /// The way to the other goals.
    pub goals_more: Option<More>,
    /// The assignments that it measures.
    pub assignments: Vec<Link>,
    /// The way to the other assignments.
    pub assignments_more: Option<More>,
}

/// An indicator in a list.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorRow {
    /// Its page.
    pub link: Link,
    /// What its values say.
    pub sentence: Option<Html>,
}

/// A place's page.
pub fn area(context: PageContext<'_>, id: PageId) -> AreaPage {
    let model = &site(context).programme;
    let facts = facts_of(&site(context).pages, id).and_then(Facts::as_area);
    let (page, owners) = (AnyPage::Page(id), context.model().placed(id));
    let measured = model
        .indicators
        .iter()
        .filter_map(|indicator| figure::chart(context, *indicator, Split::Area(id), Picture::Lines, &area_targets(context, *indicator)));
    AreaPage {
        number: facts
            .and_then(|facts| facts.number.as_deref())
            .map(|number| context.stated(context.source_text(number), id, format_args!("number"))),
        charts: measured.collect(),
        tables: Vec::new(),
        goals: links(context, on_page(context, page, List::Goals, owners.goals)),
        goals_more: more(context, page, List::Goals),
        assignments: links(context, on_page(context, page, List::Assignments, owners.assignments)),
        assignments_more: more(context, page, List::Assignments),
    }
}

/// The targets in force that are set for an indicator.
fn area_targets(context: PageContext<'_>, indicator: PageId) -> Vec<TargetId> {
    let model = &site(context).programme;
    let own = model.measured_by(indicator).goals.iter().flat_map(|owner| model.current_targets(*owner));
    let set = own.filter(|target| target.own_indicator == Some(indicator)).map(|target| target.id);
    set.filter(|target| is_for_every_place(context, *target)).collect()
}

/// The targets of goals that name an indicator, with those that later ones replaced.
fn goal_targets(context: PageContext<'_>, id: PageId) -> Vec<TargetId> {
    let model = &site(context).programme;
    let goals = model.measured_by(id).goals.iter();
    goals.flat_map(|goal| model.targets_of(*goal)).map(|target| target.id).collect()
}

/// What an indicator's values say; none without values.
pub fn sentence(context: PageContext<'_>, id: PageId) -> Option<Html> {
    figure::sentence(context, id, &goal_targets(context, id))
}

/// Links to pages.
pub fn links(context: PageContext<'_>, pages: &[PageId]) -> Vec<Link> {
    pages.iter().map(|page| context.link(*page)).collect()
}

/// An indicator's page.
pub fn indicator(context: PageContext<'_>, id: PageId) -> IndicatorPage {
    let (page, owners) = (AnyPage::Page(id), context.model().measured(id));
    // Where a target names it, the target's owner shows how it goes.
    let own = site(context).progress.indicators.get(&id);
    let unit = facts_of(&site(context).pages, id).and_then(Facts::as_indicator).map_or(("none", 0), phrase::indicator_unit);
    IndicatorPage {
        sentence: sentence(context, id),
        status: own.map(|own| {
            let tag = phrase::fulfilment(context, own.status);
            own.inputs.latest.map_or(tag.clone(), |point| tag.labelled(|label| context.latest(label, Judged::Indicator(id), point)))
        }),
        inputs: own.map(|own| target::numbers(context, &own.inputs, unit, Judged::Indicator(id))).unwrap_or_default(),
        rule: own.map(|own| target::rule(context, own.inputs.rule)),
        facts: indicator_facts(context, id),
        charts: indicator_charts(context, id),
        goals: links(context, on_page(context, page, List::Goals, owners.goals)),
        goals_more: more(context, page, List::Goals),
        assignments: links(context, on_page(context, page, List::Assignments, owners.assignments)),
        assignments_more: more(context, page, List::Assignments),
    }
}

/// All that an indicator's values show: over time, by sex, by place and by body.
fn indicator_charts(context: PageContext<'_>, id: PageId) -> Vec<ChartView> {
    let by = facts_of(&site(context).pages, id).and_then(Facts::as_indicator).map(|facts| facts.by.clone()).unwrap_or_default();
    // A total's target says nothing about its parts: only what is set for every place is.
    let (by_place, targets): (Vec<TargetId>, Vec<TargetId>) =
        goal_targets(context, id).into_iter().partition(|target| is_for_every_place(context, *target));
    let lines = |split: Split, targets: &[TargetId]| figure::chart(context, id, split, Picture::Lines, targets);
    let mut charts: Vec<ChartView> = lines(Split::Total, &targets).into_iter().collect();
    if by.contains(&Dimension::Sex) {
        charts.extend(lines(Split::Sexes, &[]));
    }
    if by.contains(&Dimension::Area) {
        charts.extend(latest_by_place(context, id, &by_place));
        charts.extend(lines(Split::Areas, &by_place));
    }
    if by.contains(&Dimension::Body) {
        charts.extend(figure::chart(context, id, Split::Bodies, Picture::Bars, &[]));
        charts.extend(lines(Split::Bodies, &[]));
    }
    charts
}

fn indicator_facts(context: PageContext<'_>, id: PageId) -> Vec<Fact> {
    let snapshot = context.snapshot;
    let source = site(context).pages.get(id).source();
    let Some(facts) = source.facts.as_indicator() else { return Vec::new() };
    let (language, version) = site(context).version(&snapshot.config, id, context.language);
    let prose = |own: &Option<String>, source: &Option<String>, field: &str| match (own, source) {
        (Some(text), _) => Some(context.prose(context.text_in(text, language), id, field)),
        (None, Some(text)) => Some(context.stated(context.source_text(text), id, format_args!("{field}"))),
        (None, None) => None,
    };
    let direction = if facts.direction == Desired::Up { "direction-up" } else { "direction-down" };
    let rows = [
        ("fact-population", prose(&version.prose.population, &source.prose.population, "population")),
        ("fact-method", prose(&version.prose.method, &source.prose.method, "method")),
        ("fact-direction", Some(context.stated(context.t(direction), id, format_args!("direction")))),
        ("fact-source", prose(&version.prose.source, &source.prose.source, "source")),
    ];
    rows.into_iter().filter_map(|(label, value)| Some(context.fact(label, value?))).collect()
}

/// An indicator in a list.
pub fn indicator_row(context: PageContext<'_>, indicator: PageId) -> IndicatorRow {
    IndicatorRow { link: context.link(indicator), sentence: sentence(context, indicator) }
}
