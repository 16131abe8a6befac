//! Indicators and places as their pages show them.

use super::figure::{self, ChartView, Picture, Split};
use super::page::KindView;
use super::row::{site, subject};
use super::{Fact, Reader, phrase, target};
use crate::document::facts::{Dimension, Facts, TargetForm, Wanted};
use crate::html::Html;
use crate::site::PageId;
use crate::site::programme::{TargetId, facts_of, targets_of};

/// A place's page.
pub fn area(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    let facts = facts_of(&site(reader).pages, id).and_then(Facts::as_area);
    let names = |owner: &PageId| {
        let facts = facts_of(&site(reader).pages, *owner);
        facts.is_some_and(|facts| {
            let areas = targets_of(facts).iter().flat_map(|target| &target.areas);
            areas.clone().any(|area| area.value == "all" || model.find(&area.value) == Some(id))
        })
    };
    let measured = model
        .indicators
        .iter()
        .filter_map(|indicator| figure::chart(reader, (*indicator, Split::Area(id)), Picture::Lines, &area_targets(reader, *indicator)));
    KindView::Area {
        number: facts.and_then(|facts| facts.number.as_deref()).map(|number| reader.source_text(number)),
        charts: measured.collect(),
        tables: Vec::new(),
        goals: model.goals.iter().filter(|goal| names(goal)).map(|goal| reader.link(*goal)).collect(),
        assignments: model.assignments.iter().filter(|assignment| names(assignment)).map(|assignment| reader.link(*assignment)).collect(),
    }
}

/// The targets in force that are set for an indicator.
fn area_targets(reader: Reader<'_>, indicator: PageId) -> Vec<TargetId> {
    let model = &site(reader).programme;
    let owners = model.goals.iter();
    let own = owners.flat_map(|owner| model.current_targets(&site(reader).pages, *owner));
    own.filter(|target| is_for_every_place(reader, *target))
        .filter(|target| {
            let target = model.target(&site(reader).pages, *target);
            target.and_then(|target| model.find(&target.indicator.as_ref()?.value)) == Some(indicator)
        })
        .collect()
}

/// The targets of goals that name an indicator, with those that later ones replaced.
fn goal_targets(reader: Reader<'_>, id: PageId) -> Vec<TargetId> {
    let model = &site(reader).programme;
    let subjects = model.goals.iter().filter(|goal| uses(reader, **goal, id)).filter_map(|goal| subject(reader, *goal));
    subjects.flat_map(|progress| progress.targets.iter().map(|target| target.id)).collect()
}

/// Whether a goal's or assignment's targets name an indicator.
fn uses(reader: Reader<'_>, owner: PageId, indicator: PageId) -> bool {
    let model = &site(reader).programme;
    let targets = facts_of(&site(reader).pages, owner).map(targets_of).unwrap_or_default();
    targets.iter().any(|target| target.indicator.as_ref().and_then(|id| model.find(&id.value)) == Some(indicator))
}

/// What an indicator's values say; none without values.
pub fn sentence(reader: Reader<'_>, id: PageId) -> Option<Html> {
    figure::sentence(reader, id, &goal_targets(reader, id))
}

/// An indicator's page.
pub fn indicator(reader: Reader<'_>, id: PageId) -> KindView {
    let model = &site(reader).programme;
    // Where a target names it, the target's owner shows how it goes.
    let own = site(reader).progress.indicators.get(&id);
    let unit = facts_of(&site(reader).pages, id).and_then(Facts::as_indicator).map_or(("none", 0), phrase::indicator_unit);
    KindView::Indicator {
        sentence: sentence(reader, id),
        status: own.map(|own| phrase::fulfilment(reader, own.status)),
        inputs: own.map(|own| target::numbers(reader, &own.inputs, unit)).unwrap_or_default(),
        rule: own.map(|own| target::rule(reader, own.inputs.rule)),
        facts: indicator_facts(reader, id),
        charts: indicator_charts(reader, id),
        goals: model.goals.iter().filter(|goal| uses(reader, **goal, id)).map(|goal| reader.link(*goal)).collect(),
        assignments: model.assignments.iter().filter(|owner| uses(reader, **owner, id)).map(|owner| reader.link(*owner)).collect(),
    }
}

/// All that an indicator's values show: over time, by sex, by place and by body.
fn indicator_charts(reader: Reader<'_>, id: PageId) -> Vec<ChartView> {
    let by = facts_of(&site(reader).pages, id).and_then(Facts::as_indicator).map(|facts| facts.by.clone()).unwrap_or_default();
    // A total's target says nothing about its parts: only what is set for every place is.
    let (by_place, targets): (Vec<TargetId>, Vec<TargetId>) =
        goal_targets(reader, id).into_iter().partition(|target| is_for_every_place(reader, *target));
    let lines = |split: Split, targets: &[TargetId]| figure::chart(reader, (id, split), Picture::Lines, targets);
    let mut charts: Vec<ChartView> = lines(Split::Total, &targets).into_iter().collect();
    if by.contains(&Dimension::Sex) {
        charts.extend(lines(Split::Sexes, &[]));
    }
    if by.contains(&Dimension::Area) {
        charts.extend(latest_by_place(reader, id, &by_place));
        charts.extend(lines(Split::Areas, &by_place));
    }
    if by.contains(&Dimension::Body) {
        charts.extend(figure::chart(reader, (id, Split::Bodies), Picture::Bars, &[]));
        charts.extend(lines(Split::Bodies, &[]));
    }
    charts
}

/// Whether a target is one for every place on its own.
pub fn is_for_every_place(reader: Reader<'_>, target: TargetId) -> bool {
    figure::resolved(reader, target).is_some_and(|terms| terms.form == TargetForm::EveryPlace)
}

/// The latest value of every place: against the target that each is to reach, or side by side.
pub fn latest_by_place(reader: Reader<'_>, id: PageId, targets: &[TargetId]) -> Option<ChartView> {
    let picture = |picture| figure::chart(reader, (id, Split::Areas), picture, targets);
    picture(Picture::Dots).or_else(|| picture(Picture::Bars))
}

fn indicator_facts(reader: Reader<'_>, id: PageId) -> Vec<Fact> {
    let snapshot = reader.snapshot;
    let source = site(reader).pages.get(id).source();
    let Some(facts) = source.facts.as_indicator() else { return Vec::new() };
    let (language, version) = site(reader).version(&snapshot.config, id, reader.language);
    let prose = |own: &Option<String>, source: &Option<String>| match (own, source) {
        (Some(text), _) => Some(reader.text_in(text, language)),
        (None, Some(text)) => Some(reader.source_text(text)),
        (None, None) => None,
    };
    let direction = if facts.direction == Wanted::Up { "direction-up" } else { "direction-down" };
    let rows = [
        ("fact-population", prose(&version.prose.population, &source.prose.population)),
        ("fact-method", prose(&version.prose.method, &source.prose.method)),
        ("fact-direction", Some(reader.t(direction))),
        ("fact-source", prose(&version.prose.source, &source.prose.source)),
    ];
    rows.into_iter().filter_map(|(label, value)| Some(reader.fact(label, value?))).collect()
}
