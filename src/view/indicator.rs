//! Indicators and places as their pages show them.

use super::figure::{self, ChartView, Picture, Split};
use super::page::KindView;
use super::row::site;
use super::{Fact, PageContext, phrase, target};
use crate::document::facts::{Desired, Dimension, Facts, TargetForm};
use crate::html::Html;
use crate::site::PageId;
use crate::site::programme::{TargetId, facts_of};

/// A place's page.
pub fn area(context: PageContext<'_>, id: PageId) -> KindView {
    let model = &site(context).programme;
    let facts = facts_of(&site(context).pages, id).and_then(Facts::as_area);
    let owners = model.set_for(id);
    let measured = model
        .indicators
        .iter()
        .filter_map(|indicator| figure::chart(context, *indicator, Split::Area(id), Picture::Lines, &area_targets(context, *indicator)));
    KindView::Area {
        number: facts.and_then(|facts| facts.number.as_deref()).map(|number| context.source_text(number)),
        charts: measured.collect(),
        tables: Vec::new(),
        goals: owners.goals.iter().map(|goal| context.link(*goal)).collect(),
        assignments: owners.assignments.iter().map(|assignment| context.link(*assignment)).collect(),
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

/// An indicator's page.
pub fn indicator(context: PageContext<'_>, id: PageId) -> KindView {
    let owners = site(context).programme.measured_by(id);
    // Where a target names it, the target's owner shows how it goes.
    let own = site(context).progress.indicators.get(&id);
    let unit = facts_of(&site(context).pages, id).and_then(Facts::as_indicator).map_or(("none", 0), phrase::indicator_unit);
    KindView::Indicator {
        sentence: sentence(context, id),
        status: own.map(|own| phrase::fulfilment(context, own.status)),
        inputs: own.map(|own| target::numbers(context, &own.inputs, unit)).unwrap_or_default(),
        rule: own.map(|own| target::rule(context, own.inputs.rule)),
        facts: indicator_facts(context, id),
        charts: indicator_charts(context, id),
        goals: owners.goals.iter().map(|goal| context.link(*goal)).collect(),
        assignments: owners.assignments.iter().map(|owner| context.link(*owner)).collect(),
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

/// Whether a target is one for every place on its own.
pub fn is_for_every_place(context: PageContext<'_>, target: TargetId) -> bool {
    figure::resolved(context, target).is_some_and(|terms| terms.form == TargetForm::EveryPlace)
}

/// The latest value of every place: against the target that each is to reach, or side by side.
pub fn latest_by_place(context: PageContext<'_>, id: PageId, targets: &[TargetId]) -> Option<ChartView> {
    let picture = |picture| figure::chart(context, id, Split::Areas, picture, targets);
    picture(Picture::Dots).or_else(|| picture(Picture::Bars))
}

fn indicator_facts(context: PageContext<'_>, id: PageId) -> Vec<Fact> {
    let snapshot = context.snapshot;
    let source = site(context).pages.get(id).source();
    let Some(facts) = source.facts.as_indicator() else { return Vec::new() };
    let (language, version) = site(context).version(&snapshot.config, id, context.language);
    let prose = |own: &Option<String>, source: &Option<String>| match (own, source) {
        (Some(text), _) => Some(context.text_in(text, language)),
        (None, Some(text)) => Some(context.source_text(text)),
        (None, None) => None,
    };
    let direction = if facts.direction == Desired::Up { "direction-up" } else { "direction-down" };
    let rows = [
        ("fact-population", prose(&version.prose.population, &source.prose.population)),
        ("fact-method", prose(&version.prose.method, &source.prose.method)),
        ("fact-direction", Some(context.t(direction))),
        ("fact-source", prose(&version.prose.source, &source.prose.source)),
    ];
    rows.into_iter().filter_map(|(label, value)| Some(context.fact(label, value?))).collect()
}
